# Words near those of a query: counts, windows, stop words, and what cannot be asked.
"$WARTA" index "$CORPUS" -d i -q
near() { "$WARTA" collocates -d i "$@"; }
echo '== by stem'; near sampah -n 6
echo '== by form, of a phrase'; near '"wali kota"' --by form --window 0L,2R --stopwords --min-count 2 -n 4
echo '== to the left only'; near sampah --window 1L --min-count 2 -n 3 --json
echo '== a table'; near --format table 'air NEAR/2 bersih' -n 3
echo '== stop words'
near pasar --min-count 1 | cut -d , -f 1 | grep -xc -e yang -e di -e dan
near pasar --min-count 1 --stopwords | cut -d , -f 1 | grep -xc -e yang -e di -e dan
echo '== as often as the lines of a concordance say'
near jalan --window 1R --min-count 2 --stopwords --format tsv | sed -n 2,4p | while read -r word count _; do
	echo "$word $count $("$WARTA" kwic -d i "\"jalan $word\"" --format tsv | tail -n +2 | wc -l)"
done
echo '== a deleted article counts no more'
"$WARTA" index "$CORPUS"/*.txt -d grown -q
cp "$CORPUS/kerja-sama-sampah-tangsel-serang.txt" "$CORPUS/langsa-aceh-timur-tpa-regional.txt" .
for article in *.txt; do
	printf 'Judul lain\n\nTidak ada apa-apa di sini.\n' >"$article.new"
	mv "$article.new" "$article"
done
"$WARTA" index ./*.txt -d grown -q
mkdir fresh; cp "$CORPUS"/*.txt fresh/; cp ./*.txt fresh/
"$WARTA" index fresh -d new -q
"$WARTA" collocates -d grown jalan --min-count 1 >a; "$WARTA" collocates -d new jalan --min-count 1 >b
cmp a b && [ "$(wc -l <a)" -gt 20 ] && echo same
echo '== what cannot be asked'
for wrong in '--window 51L' '--window 0L,0R' '--window 5' '--window L' '--window ,' '--window 5L,' '--window 99999999999L' \
	'--min-count 0' '--min-count x' '--by word' '-n 0' '--format xml' '--nonsense'; do
	# shellcheck disable=SC2086
	near sampah $wrong 2>/dev/null; echo "$wrong: $?"
done
near 2>/dev/null; echo "no query: $?"
near 'wilayah:Banten' 2>/dev/null; echo "no word: $?"
near zzzzqqqq 2>/dev/null; echo "nothing: $?"
: >empty.txt; "$WARTA" index empty.txt -d none -q 2>/dev/null
"$WARTA" collocates -d none jalan 2>/dev/null; echo "empty index: $?"
