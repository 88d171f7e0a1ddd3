# Unchanged articles are passed over, changed ones replaced; a failed run harms nothing.
printf '%s\n' '{"id":"a","text":"Banjir merendam Kota Serang."}' '{"id":"b","text":"Pasar dibangun di Kota Cilegon."}' >x.jsonl
"$WARTA" index x.jsonl -d i 2>&1
"$WARTA" index x.jsonl -d i 2>&1
sed -i 's/Banjir/Kebakaran/' x.jsonl
"$WARTA" index x.jsonl -d i 2>&1
"$WARTA" search -d i banjir 2>&1; echo "status $?"
"$WARTA" search -d i kebakaran --format jsonl | grep -o '"article_id":"[a-z]*"'
"$WARTA" index tiada.txt -d i 2>&1; echo "status $?"
"$WARTA" verify i && echo sound
# The memory makes no difference to the bytes.
for size in 1M 2g 4000000; do
	"$WARTA" index -q --memory $size "$CORPUS" -d m$size || echo "status $?"
	cmp m$size/manifest m1M/manifest && "$WARTA" verify m$size && echo sound
done
for size in '' 0 10 1T 12MB -1M 99999999999999999999 20000000000G; do
	"$WARTA" index --memory "$size" x.jsonl -d i 2>&1 | head -1
done
