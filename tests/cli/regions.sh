# A word selects claims, not articles that mention it in passing.
"$WARTA" index "$CORPUS" -d i -q
"$WARTA" regions -d i 'smart city' --format csv | tail -n +2 | cut -d , -f 2 | sort -u
"$WARTA" regions -d i 'wilayah:"Kota Serang"' --format csv | tail -n +2 | cut -d , -f 1 | sort -u
"$WARTA" regions -d i --level province 'wilayah:Banten' --format csv | tail -n +2 | cut -d , -f 1 | sort -u
"$WARTA" regions -d i --min-confidence 2 2>/dev/null; echo $?
"$WARTA" regions -d i zzzzqqqq 2>/dev/null; echo $?
