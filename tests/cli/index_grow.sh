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
