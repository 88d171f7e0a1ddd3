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
echo "== files that are replaced, renamed, removed"
mkdir -p b/x b/y
story() { # what where
	echo "SERANG, CONTOH.ID - Pemerintah Kota Serang membangun $1 di Kecamatan $2, Rabu (7/9/2022)."
}
keys() { # an index
	"$WARTA" export --table articles -o - -d "$1" | cut -d , -f 1,2 | sed 1d | sort
}
story pasar Kasemen >b/x/1.txt
story jembatan Curug >b/y/1.txt
story embung Taktakan >b/2.txt
"$WARTA" index b -d j 2>&1
mv b/2.txt b/3.txt
story "pasar baru" Kasemen >b/x/1.txt
"$WARTA" index b -d j 2>&1
rm b/y/1.txt
"$WARTA" index b -d j 2>&1
keys j
"$WARTA" index --prune b -d j 2>&1
keys j
"$WARTA" index -q b -d fresh && diff -r fresh j && echo "as if it were new"
"$WARTA" index --prune b -d j 2>&1
echo "== nothing is taken out by mistake"
"$WARTA" index --prune b tiada -d j 2>&1; echo "status $?"
mkdir empty
"$WARTA" index --prune empty -d j 2>&1; echo "status $?"
: >none.jsonl
"$WARTA" index --prune -q none.jsonl -d j 2>/dev/null; echo "status $?"
diff -r fresh j && echo "as it was"
echo "== an archive and a list that grow"
tar czf a.tgz b
"$WARTA" index a.tgz -d k 2>&1
story puskesmas Cipocok >b/4.txt
tar czf a.tgz b
"$WARTA" index --prune a.tgz -d k 2>&1
head -c 200 a.tgz >cut.tgz
"$WARTA" index --prune cut.tgz -d k 2>&1; echo "status $?"
keys k
printf 'b/3.txt\n' >list
"$WARTA" index --files-from list -d l 2>&1
printf 'b/4.txt\nb/9.txt\n' >>list
"$WARTA" index --files-from list -d l 2>&1; echo "status $?"
printf 'b/4.txt\n' >list
"$WARTA" index --prune --files-from list -d l 2>&1
keys l
