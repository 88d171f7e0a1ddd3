# Kinds by content: standard input, names in capitals, files that are not what their names say.
articles() {
	"$WARTA" extract -q "$@" --table articles -o - 2>told | tail -n +2 | cut -d , -f 1,2,5,8
	cat told
}
printf 'id|judul|tanggal|isi\n1|Satu|6 Mei 2019|Pemkab Garut membangun pasar.\n' >rows
printf '[{"id":2,"judul":"Dua","isi":["Pemkab Lebak membangun pasar.","Pasar itu luas."]}]\n' >list
printf '{"status":"ok","articles":[{"id":3,"judul":"Tiga","isi":"Pemkab Lebak."},{"id":4,"isi":"x"}]}\n' >inside
printf '{"id":5,"isi":"Pemkab Lebak."}\n{"id":6,"isi":"Pemkab Garut."}\n' >lines
for file in rows list inside lines; do
	echo "== $file"
	articles - <$file
	gzip -c $file | articles -
done
echo "== a folder"
mkdir f
cp rows f/BARIS.CSV
gzip -c lines >f/BARIS.JSON.GZ
python3 -c 'import lzma; lzma.open("f/teks.txt", "wb").write(open("list", "rb").read())'
tar cf f/isi.html rows
cp inside f/kosong.jsonl
articles f
echo "== keys inside"
printf '{"meta":{"Judul":"Tujuh"},"badan":{"teks":"Pemkab Lebak."}}\n' | articles - --columns title=meta.judul,text=badan.teks
printf '{"meta":7,"badan":"x"}\n' | articles - --columns title=meta.judul,text=badan.teks
echo "== what spreadsheets make of rows"
printf 'sep=;\r\nid;isi\r\n1;Pemkab Garut, Pemkab Lebak.\r\n' >sep.csv
printf 'id,isi\r1,Pemkab Garut membangun.\r2,"Pemkab\rLebak."\r' >cr.csv
articles sep.csv cr.csv
