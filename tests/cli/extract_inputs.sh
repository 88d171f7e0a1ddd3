# CSV, TSV, compressed files and archives; members that lead out of an archive are refused.
printf '%s\n' '{"id":"a","text":"Banjir merendam Kota Serang."}' >a.jsonl
gzip a.jsonl
printf 'ID;Judul;Isi\nc;"Satu; dua";"Pasar ""baru"" di\nKota Cilegon."\n' >c.csv
printf 'title\ttext\nTiga\tJalan di Kota Tegal rusak.\nEmpat\t\n' >d.tsv
printf 'x,y\n1,2\n' >f.csv
mkdir m && printf 'Kebakaran di Kota Bandung.\n' >m/k.txt && echo readme >m/README
tar czf t.tar.gz m && rm -r m
head -c 20 t.tar.gz >cut.tar.gz
"$WARTA" extract . -o t -j 2 2>/dev/null
echo "status $?"
cut -d , -f 1,2,5,11 t/articles.csv
cut -d , -f 1,2 t/skipped.csv
