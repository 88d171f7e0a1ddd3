# Each fault is named with its place, the rest is done, and the exit status is 3.
mkdir kosong
: >nol.txt
printf 'Warga \377\376 Serang menolak.\n' >rusak.txt
printf '%s\n' '{"id":"a","text":"Warga Kota Serang menolak."}' '{"id":"b","text":' '[]' \
    '{"id":"a","text":"Warga Kota Cilegon menolak."}' '{"id":"c"}' >baris.jsonl
mkfifo pipa.txt
"$WARTA" extract tiada.txt kosong nol.txt rusak.txt baris.jsonl pipa.txt -o t 2>&1
status=$?
cat t/skipped.csv
cut -d , -f 1,2 t/articles.csv
exit $status
