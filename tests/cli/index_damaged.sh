# Damage is found by verify (1) and never crashes a search.
"$WARTA" index "$CORPUS" -d i -q
"$WARTA" verify i && echo sound
file=$(find i -type f -size +20k | sort | head -n 1)
printf 'xxxxxxxx' | dd of="$file" bs=1 seek=15000 conv=notrunc 2>/dev/null
"$WARTA" verify i >/dev/null 2>&1; echo "verify $?"
for query in banjir pasar 'wilayah:Banten' 'pem*'; do
	"$WARTA" search -d i "$query" >/dev/null 2>&1
	[ $? -lt 5 ] || echo crash
done
