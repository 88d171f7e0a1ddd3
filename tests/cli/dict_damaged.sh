# A dictionary that is missing or damaged: a message, and exit status 4.
export WARTA_DICT=none.dict
"$WARTA" extract "$CORPUS" -o t 2>&1; echo $?
head -c 100000 "$(dirname "$WARTA")/warta.dict" >cut.dict
WARTA_DICT=cut.dict "$WARTA" extract "$CORPUS" -o t 2>/dev/null; echo $?
echo nonsense >bad.dict
WARTA_DICT=bad.dict "$WARTA" search kata 2>/dev/null; echo $?
