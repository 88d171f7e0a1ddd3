# Legacy encodings: by mark, by meta tag, by content; each way is told, a guess always, the others with -v.
words='Wali kota membuka “Festival Café” di Kota Serang – suhu 30°.'
recode() {
	iconv -f UTF-8 -t "$1"
}
mkdir m
echo "$words" | recode UTF-16 >m/a.txt
{ printf '\376\377' && echo "$words" | recode UTF-16BE; } >m/b.txt
echo "$words" | recode WINDOWS-1252 >m/c.txt
{ printf '\357\273\277' && echo "{\"id\":\"d\",\"text\":\"$words\"}"; } >m/d.jsonl
printf '{"id":"e","text":"Pasar di Kota Serang."}\n{"id":"f","text":"%s"}\n' "$words" | recode WINDOWS-1252 >m/e.jsonl
printf 'id;isi\ng;Pasar di Kota Serang.\nh;%s\ni;%s\n' "$words" "$words" | recode WINDOWS-1252 >m/g.csv
printf 'id\tisi\nj\t%s\n' "$words" | recode UTF-16 >m/j.tsv
printf '[{"id":"k","isi":"%s"}]' "$words" | recode WINDOWS-1252 >m/k.json
page() {
	printf '<html><head><meta charset="%s"><title>Festival Café</title></head><body><p>%s</p><p>%s</p></body></html>' \
		"$1" "$words" "$words"
}
page iso-8859-1 | recode WINDOWS-1252 >m/l.html
page utf-8 | recode WINDOWS-1252 >m/m.html
page windows-1252 >m/n.html
page utf-16 | recode UTF-16 >m/o.html
page gb2312 | recode WINDOWS-1252 >m/p.html
head -c 3000 "$WARTA" >m/q.txt
printf 'Warga caf\303\251 menolak \377 itu.\n' >m/r.txt
"$WARTA" extract m -o t 2>&1
echo "status $?"
cut -d , -f 1,5,11 t/articles.csv
"$WARTA" index m -d i -q 2>/dev/null
for id in a b c d f h i j k l m n o; do
	"$WARTA" show -d i $id | grep -q '^.*“Festival Café”.* – suhu 30°\.' || echo "$id differs"
done
"$WARTA" extract -q -v m -o t 2>&1 | grep 'read as'
gzip m/*
"$WARTA" extract -q m -o u 2>/dev/null
cut -d , -f 1,3- t/articles.csv >t.csv
cut -d , -f 1,3- u/articles.csv | cmp - t.csv
