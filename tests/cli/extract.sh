# The tables of two articles: names, columns, and the rows that are beyond doubt.
cat >kota.txt <<'END'
Pemkot Serang Menata Alun-Alun

SERANG – Pemerintah Kota Serang mulai menata alun-alun pada tahun ini.
Wali Kota Serang Budi Contoh mengatakan, penataan alun-alun menelan anggaran Rp2,5 miliar.
"Penataan alun-alun ditargetkan selesai Desember," ujar Budi, Selasa (10/3/2020).
END
printf '%s\n' '{"id":"b1","judul":"Bupati Lebak tinjau jalan","tanggal":"2021-05-04","isi":"Bupati Lebak Sari Contoh meninjau jalan rusak di Kecamatan Malingping, Selasa (4/5/2021).","sumber":"Kabar Contoh","url":"https://kabar.example/1"}' >dua.jsonl
"$WARTA" extract kota.txt dua.jsonl -o t -j 2
for table in articles regions amounts; do
	echo "== $table"
	cut -d , -f 1-8 "t/$table.csv"
done
for table in entities mentions dates programmes claims skipped; do
	head -n 1 "t/$table.csv"
done
ls t
