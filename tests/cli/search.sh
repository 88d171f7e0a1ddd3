# Words, phrases, fields, and a query that cannot be parsed.
"$WARTA" index "$CORPUS" -d i -q
ids() { "$WARTA" search -d i "$@" --format csv -n 50 | tail -n +2 | cut -d , -f 2 | sort; }
echo '== smart city'; ids '"smart city"'
echo '== both Serang'; ids 'wilayah:Serang alun-alun'
echo '== stems'; ids 'judul:pindah'
echo '== status and programme'; ids 'program:"cetak sawah" status:selesai'
"$WARTA" search -d i '(banjir' 2>&1; echo "status $?"
"$WARTA" search -d i 'wilayah:Atlantis' 2>&1; echo "status $?"
"$WARTA" search -d i zzzzqqqq 2>/dev/null; echo "status $?"
echo "== a list for readers, broken at the width"
"$WARTA" search -d i pasar -n 2 --format table
echo "== where a mistake is: behind wide characters, and in a long query"
"$WARTA" search -d i '日本 pasar (rob' 2>&1
"$WARTA" search -d i "$(printf 'pasar OR %.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15)judul:( rob$(printf ' OR é%.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13)" 2>&1
true
