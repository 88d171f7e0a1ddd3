# One table to standard output, as CSV and as JSON lines, from standard input.
text='Wali Kota Serang Budi Contoh meninjau Kecamatan Kasemen, Kota Serang, Senin (9/3/2020).'
echo "$text" | "$WARTA" extract - --table mentions -o - | cut -d , -f 1-11
echo "$text" | "$WARTA" extract - --table dates -o - --format jsonl
