# A folder that cannot be written to: exit status 4 and a message.
: >berkas
"$WARTA" extract "$CORPUS" -o berkas/t 2>&1
