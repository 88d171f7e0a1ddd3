#!/bin/sh
# demo.sh WARTA - the main job on the sample articles: tables, an index, and who pursues what.
set -eu

warta=${1:-build/release/warta}
articles=corpus/articles
out=build/demo

rm -rf "$out"
mkdir -p "$out"
echo "1. Tables: warta extract $articles -o $out/tables"
"$warta" extract "$articles" -o "$out/tables" -q
for table in "$out"/tables/*.csv; do
	rows=$(($(grep -c '' "$table") - 1))
	printf '   %-28s %6d lines\n' "${table#"$out"/tables/}" "$rows"
done
echo "2. Index: warta index $articles -d $out/berita.idx"
"$warta" index "$articles" -d "$out/berita.idx" -q
"$warta" verify "$out/berita.idx"
echo "3. Which regions pursue which programmes: warta regions -d $out/berita.idx --evidence"
echo
"$warta" regions -d "$out/berita.idx" --format table --evidence
echo
echo "The same for one question: warta regions -d $out/berita.idx 'smart city'"
echo
"$warta" regions -d "$out/berita.idx" 'smart city' --format table
echo
echo "The tables are in $out/tables, the index is $out/berita.idx; try"
echo "    $warta search -d $out/berita.idx 'pasar wilayah:\"Jawa Timur\"'"
