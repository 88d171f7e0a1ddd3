# Inputs that mean harm: each is named and bounded, the rest is read, and the exit status is 3.
good='Pasar di Kota Serang dibuka.'
many() { # MEGABYTES BYTE: compressed, of pieces of 16 MB
	head -c 16777216 /dev/zero | tr '\0' "$2" | gzip >piece
	i=0
	while [ $i -lt "$1" ]; do
		cat piece
		i=$((i + 16))
	done
	rm piece
}
try() {
	"$WARTA" extract -q --table articles -o - "$@" 2>told | tail -n +2 | cut -d , -f 1,2
	sed 's/^warta extract: //' told
}
mkdir m && echo "$good" >m/baik.txt
echo "== archive bombs"
many 144 x >m/a.txt.gz
many 144 '\n' >m/b.jsonl.gz
many 144 x >m/c.csv.gz
dd if=/dev/null of=besar.bin bs=1 seek=400000000 2>/dev/null
{ tar cf - besar.bin 2>/dev/null | head -c 512 | gzip && many 144 '\0'; } >m/d.tar.gz
gzip -c m/a.txt.gz >m/e.gz.gz
try m
rm -r m && mkdir m && echo "$good" >m/baik.txt
echo "== names that lead out of an archive"
mkdir t && for name in a b c; do echo "$good" >t/$name.txt; done
(cd t && tar cPf ../m/a.tar ../t/a.txt "$PWD/b.txt" c.txt) && rm -r t
try m 2>&1 | sed "s,'/.*/b,'/.../b,"
echo "== links, pipes, devices, unreadable files"
rm m/a.tar && ln -s . m/putar && ln -s .. m/atas && ln -s baik.txt m/tautan.txt && ln -s /dev/zero m/nol.txt && ln -s c.txt m/b.txt && ln -s b.txt m/c.txt
mkfifo m/pipa.txt
try m m/putar/putar/baik.txt m/b.txt m/pipa.txt /dev/zero /dev/null
if [ "$(id -u)" = 0 ]; then
	echo 'm/kunci.txt: Permission denied'
else
	echo "$good" >m/kunci.txt && chmod 0 m/kunci.txt && try m/kunci.txt
fi
ln -s m tertaut && try tertaut 2>&1 | head -n 1
echo "== folders within folders"
deep=m
for i in 1 2 3 4 5 6 7; do deep=$deep/a/b/c/d/e/f/g/h/i/j; done
mkdir -p "$deep" && echo "$good" >"$deep/dalam.txt" && try m/a | sed 's,m/a/b.*e:,m/a/b...e:,'
rm -r m/a
echo "== names"
mkdir n && echo "$good" >'n/=1+1.txt' && echo "$good" >n/-o.txt && echo "$good" >"n/$(printf 'garis\nbaru').txt"
(cd n && try -- -o.txt '=1+1.txt')
try n
"$WARTA" extract -q n --excel --table articles -o - 2>/dev/null | cut -d , -f 1 | tail -n +2
echo "== lines, rows and pages without end"
rm -r m && mkdir m
head -c 100000000 /dev/zero | tr '\0' x >panjang
{ echo '{"text":"satu"}' && cat panjang && printf '\n{"text":"tiga"}\n'; } >m/a.jsonl
{ printf 'id,text\n1,satu\n2,"' && cat panjang && printf '"\n3,tiga\n'; } >m/b.csv
ln panjang m/c.txt
ln panjang m/d.html
ln panjang m/e.json
try m
rm -r m && mkdir m
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "<div>"; print "dalam" }' >m/a.html
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "<b><i>"; print "dalam" }' >m/b.html
awk 'BEGIN { printf "<p"; for (i = 0; i < 100000; i++) printf " a%d=1", i; print ">x" }' >m/c.html
awk 'BEGIN { for (i = 0; i < 700000; i++) printf "<p>x"; print "" }' >m/d.html
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "["; print "" }' >m/e.json
awk 'BEGIN { printf "{\"text\":"; for (i = 0; i < 100000; i++) printf "{\"a\":"; print "" }' >m/f.jsonl
try m
echo "== stray quotation marks"
rm -r m && mkdir m
printf 'id,text\n1,pipa 5" di "Serang" itu\n2,"kata ""dia"" begitu"\n3,"tanpa akhir\n4,hilang\n' >m/a.csv
printf 'id,text\n1,"Serang" itu\n2,dua,tiga,empat\n3\n   \n4,empat\n' >m/b.csv
printf '"id,text\n1,satu\n' >m/c.csv
try m
