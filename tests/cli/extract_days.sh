# Days of publication as records write them; one that cannot be read is told, once a file.
cat >a.csv <<'CSV'
id;tanggal;isi
a;06/02/2019;Pemkab Garut akan membangun pasar.
b;Rabu, 6 Februari 2019 08:14 WIB;Pemkab Garut akan membangun jembatan.
c;6-Feb-19;Pemkab Garut akan membangun terminal.
d;kemarin;Pemkab Garut akan membangun sekolah.
e;lusa;Pemkab Garut akan membangun puskesmas.
f;;Pemkab Garut akan membangun jalan.
CSV
printf '%s\n' '{"id":"g","date":1549412040,"text":"Pemkab Garut akan membangun taman."}' \
    '{"id":"h","date":{"$date":"2019-02-06T00:00:00Z"},"text":"Pemkab Garut akan membangun dermaga."}' >b.jsonl
"$WARTA" extract -q a.csv b.jsonl --table articles -o - 2>told | cut -d , -f 1,8,9,10
cat told
