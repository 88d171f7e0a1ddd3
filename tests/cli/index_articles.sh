# --no-extract: an index of the articles alone, which says so where that is asked which it does not have.
"$WARTA" index -q "$CORPUS" -d full.idx
"$WARTA" index -q --no-extract "$CORPUS" -d part.idx; echo "index $?"
"$WARTA" index -q --no-extract -j 3 "$CORPUS" -d again.idx
diff -r part.idx again.idx && echo same
"$WARTA" verify part.idx && echo sound
for index in full part; do
	"$WARTA" stats -d $index.idx | sed -n '/^articles,/p;/^extracted,/p'
done
[ "$(du -s part.idx | cut -f1)" -lt "$(du -s full.idx | cut -f1)" ] || echo "it is no smaller"
echo "== the same as of the full one"
same() { # a command line
	for index in full part; do
		"$WARTA" "$@" -d $index.idx >$index.out 2>&1 || echo "$* of $index: status $?"
	done
	cmp full.out part.out && [ "$(wc -l <part.out)" -gt 2 ] || echo "$*"
}
same kwic sampah
same kwic 'judul:pasar OR "air bersih"' --sort 1R
same collocates sampah
same timeline
same timeline --by day sampah
same facets --by source
same facets --by year sampah
same facets --by month
for index in full part; do
	"$WARTA" search 'sampah tanggal:2022..2023' -n 50 --format jsonl -d $index.idx |
		sed -E 's/"regions":("[^"]*"|null)//' >$index.out
	"$WARTA" export --table articles -o - -d $index.idx --format jsonl 2>/dev/null |
		sed -E 's/"(primary_region_id|published_method)":("[^"]*"|null)//g' >$index.csv
done
cmp full.out part.out && [ -s part.out ] || echo "search"
cmp full.csv part.csv && [ "$(wc -l <part.csv)" -gt 50 ] || echo "export"
echo "== what it does not have"
ask() {
	echo "-- $*"
	"$WARTA" "$@" -d part.idx 2>&1
	echo "status $?"
}
ask regions sampah
ask programmes
ask network
ask facets --by province
ask facets --by status sampah
ask search 'sampah wilayah:Banten'
ask timeline 'disebut:2022'
ask kwic 'sampah -pejabat:wali'
ask export --table claims -o -
ask export -o tables
ls tables | tr '\n' ' '; wc -l <tables/claims.csv
echo "== not mixed"
"$WARTA" index "$CORPUS" -d part.idx 2>&1; echo "status $?"
"$WARTA" index --no-extract "$CORPUS" -d full.idx 2>&1; echo "status $?"
"$WARTA" merge -o both.idx part.idx full.idx 2>&1; echo "status $?"
"$WARTA" index --no-extract "$CORPUS" -d part.idx 2>&1
echo '{"id":"baru","title":"Pasar baru","text":"SERANG, HARIANCONTOH.ID - Pasar baru dibuka, Rabu (7/9/2022).","url":"https://contoh.example/1"}' >new.jsonl
"$WARTA" index --no-extract new.jsonl -d part.idx 2>&1
"$WARTA" index -q --no-extract new.jsonl -d one.idx && "$WARTA" merge -o sum.idx again.idx one.idx && diff -r sum.idx part.idx && echo merged
"$WARTA" export --table articles -o - -d one.idx 2>&1
"$WARTA" index -q --rebuild "$CORPUS" -d part.idx && diff -r part.idx full.idx && echo "made anew"
