# Concordance lines: their order, contexts and keywords, and what cannot be asked.
"$WARTA" index "$CORPUS" -d i -q
echo '== by the words behind'; "$WARTA" kwic -d i --sort 1R,2R normalisasi
echo '== a phrase, the latest first'; "$WARTA" kwic -d i '"alun-alun kota"' --sort -date -n 4 --width 20
echo '== near'; "$WARTA" kwic -d i 'air NEAR/3 bersih' --sort 0,1L -n 5 --width 15 | cut -d , -f 1,4-
echo '== a prefix, in titles only'; "$WARTA" kwic -d i 'judul:pemb*' --width 12 --format tsv | cut -f 1,4-
echo '== a table'; "$WARTA" kwic -d i 'bersih' -n 4 --format table
echo '== lines without an order are those of an order by date'
"$WARTA" kwic -d i 'jalan' --json >a; "$WARTA" kwic -d i 'jalan' --json --sort date >b; cmp a b && grep -c article_id a
echo '== the first of an order'
"$WARTA" kwic -d i 'jalan' --sort 1L,1R | head -n 8 >a; "$WARTA" kwic -d i 'jalan' --sort 1L,1R -n 7 >b; cmp a b && echo same
echo '== more of them than memory may have'
many() { "$WARTA" kwic -d i --width 10000 "$@" 'a* OR b* OR d* OR j* OR k* OR l* OR m* OR p* OR s* OR t*'; }
many --sort 1R,-2L >a; many >b; wc -c <a | awk '{ print ($1 > 30e6 ? "enough" : $1) }'
LC_ALL=C sort a >c; LC_ALL=C sort b | cmp - c && echo "the same lines"
many --sort 1R,-2L -n 99 >b; head -n 100 a | cmp - b && echo "the same order"
TMPDIR=$PWD/nowhere many --sort 1R >b 2>told; echo "no folder for them: $?"; sed "s|$PWD|.|" told
echo '== the same from two segments'
for half in a b; do
	"$WARTA" index "$CORPUS"/[$half-m]*.txt -d two -q
	"$WARTA" index "$CORPUS"/[!$half-m]*.txt -d two -q
done
"$WARTA" index "$CORPUS"/*.txt -d one -q
"$WARTA" kwic -d one 'jalan' >a; "$WARTA" kwic -d two 'jalan' >b; cmp a b && echo same
echo '== a place is where the text says'
"$WARTA" kwic -d i 'trotoar' --width 1 --format tsv | tail -n +2 | cut -f 1,5,7- | sort | head -n 3
echo '== what cannot be asked'
for wrong in '--sort 21L' '--sort 1X' '--sort ,' '--sort 1L,' '--width 0' '--width 99999999999' '--width x' '-n 0' '-n -1' \
	'--format xml' '--nonsense' '-d'; do
	# shellcheck disable=SC2086
	"$WARTA" kwic jalan $wrong 2>/dev/null; echo "$wrong: $?"
done
"$WARTA" kwic -d i 2>/dev/null; echo "no query: $?"
"$WARTA" kwic -d i 'wilayah:Banten' 2>&1; echo "no word: $?"
"$WARTA" kwic -d i '(jalan' 2>/dev/null; echo "no query: $?"
"$WARTA" kwic -d i zzzzqqqq; echo "nothing: $?"
: >empty.txt; "$WARTA" index empty.txt -d none -q
"$WARTA" kwic -d none jalan; echo "empty index: $?"
"$WARTA" kwic -d nowhere jalan 2>/dev/null; echo "no index: $?"
