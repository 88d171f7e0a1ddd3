# --resume: what was extracted is not extracted again, and the tables are those of one run over everything.
cp -r "$CORPUS" berita && chmod -R u+w berita
same() { # what
	for table in full/*; do
		cmp "$table" "part/${table##*/}" || echo "$1"
	done
}
entries() {
	wc -c <part/extract.resume | tr -d ' '
}
"$WARTA" extract -q berita -o full 2>/dev/null
"$WARTA" extract -q berita/*.jsonl -o part --resume 2>/dev/null
some=$(entries)
"$WARTA" extract -q berita -o part --resume 2>/dev/null
all=$(entries)
same "a folder that grew"
[ "$some" -gt 10000 ] && [ "$all" -gt "$some" ] || echo "nothing was kept: $some, $all bytes"
"$WARTA" extract -q berita -o part --resume -j 3 2>/dev/null
same "nothing new"
[ "$(entries)" = "$all" ] || echo "something was kept twice"
echo "== with tokens, from what was kept without and with them"
cp -r full tokenless
"$WARTA" extract -q berita -o full --tokens 2>/dev/null
"$WARTA" extract -q berita -o part --tokens --resume 2>/dev/null
same "tokens"
[ "$(entries)" = "$all" ] || echo "something was kept twice"
[ "$(wc -l <full/tokens.csv)" -gt 10000 ] || echo "no tokens"
mkdir part2
"$WARTA" extract -q berita/*.jsonl -o part2 --tokens --resume 2>/dev/null
mv part part1 && mv part2 part
"$WARTA" extract -q berita -o part --tokens --resume -j 2 2>/dev/null
same "tokens of some"
"$WARTA" extract -q berita -o part --table tokens --resume 2>/dev/null
cmp full/tokens.csv part/tokens.csv || echo "tokens alone"
rm -r full part && mv tokenless full && mv part1 part && rm part/tokens.csv
echo "== what was broken off"
head -c $((all * 2 / 3)) part/extract.resume >cut && cp cut part/extract.resume
"$WARTA" extract -q berita -o part --resume 2>/dev/null
same "cut off"
[ "$(entries)" = "$all" ] || echo "$(entries) bytes, not $all"
echo "== what is damaged"
printf 'xxxxxxxx' | dd of=part/extract.resume bs=1 seek=$((all / 2)) conv=notrunc 2>/dev/null
"$WARTA" extract -q berita -o part --resume 2>/dev/null
same "damaged"
echo "== an article that changed, one that went"
echo 'Pemerintah Kota Serang membangun pasar baru di Kecamatan Kasemen.' >>berita/mpp-gianyar.txt
rm "$(find berita -name '*.txt' | sort | tail -n 1)"
rm -r full && "$WARTA" extract -q berita -o full 2>/dev/null
"$WARTA" extract -q berita -o part --resume 2>/dev/null
same "changed"
echo "== what cannot be meant"
"$WARTA" extract berita -o - --table claims --resume 2>&1 | head -n 1
echo 'bukan milik warta' >part/extract.resume
"$WARTA" extract -q berita -o part --resume 2>&1
echo "status $?"
cat part/extract.resume
