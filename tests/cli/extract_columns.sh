# Columns and keys by the names that the user gives; a name that is not there is told with those that are.
articles() {
	"$WARTA" extract -q "$@" --table articles -o - 2>told | tail -n +2 | cut -d , -f 1,2,5,8,11
	cat told
}
printf 'kode;kepala;badan;tgl\n7;Judul Satu;Pasar di Kota Serang.;2022-05-04\n' >a.csv
printf '%s\n' '{"kepala":"Dua","badan":"Pasar di Kota Cilegon.","text":"bukan ini"}' \
    '{"kepala":"Tiga","teks":"x"}' '{"kepala":"Empat","badan":7}' >b.jsonl
printf 'text\tJudul\nPasar di Kota Tegal.\tLima\n' >c.tsv
printf '[{"BADAN":"x"},{"badan":"Pasar di Kota Bandung."}]' >d.json
echo "== by name"
articles a.csv b.jsonl d.json --columns text=badan,judul=Kepala,date=tgl,id=kode
echo "== the rest by usual names"
articles c.tsv --columns title=judul
echo "== a column that is not there"
articles a.csv --columns text=bodi
articles c.tsv --columns text=text,url=alamat
articles a.csv
echo "== wrong usage"
for columns in teks=isi text text= =isi text=a,text=b text=a,title=a ''; do
	"$WARTA" extract a.csv --columns "$columns" -o t 2>&1 | head -n 1
done
echo "== an index reads the same"
"$WARTA" index a.csv --columns text=badan -d i -q && "$WARTA" search -d i pasar --format csv | tail -n +2 | cut -d , -f 2
