# Near copies of articles: named, kept, counted once.
# Two papers print four articles again within the month: another id, paper, day, title and last words.
for n in 1 2; do
	sed -n '1,4p' "$CORPUS/harian-jawa.jsonl" | sed -e 's/"id": "\([^"]*\)"/"id": "k'$n'-\1"/' \
		-e 's/"title": "/"title": "Kabar: /' -e 's/"source": "[^"]*"/"source": "Koran Salinan"/' \
		-e 's/"date": "\(....-..\)-.."/"date": "\1-2'$n'"/' -e 's/Rabu/Rabu pagi/' -e 's/"text": "[^"–]* – /"text": "/'
done >salinan.jsonl
"$WARTA" extract -q "$CORPUS/harian-jawa.jsonl" salinan.jsonl -o t
echo '== copies'
"$WARTA" extract -q salinan.jsonl "$CORPUS/harian-jawa.jsonl" --table articles -o - --format jsonl |
	grep -v '"duplicate_of":null' | sed 's/.*"article_id":"\([^"]*\)".*"duplicate_of":"\([^"]*\)".*/\1 \2/'
echo '== counted once, but not dropped'
"$WARTA" extract -q "$CORPUS/harian-jawa.jsonl" -o alone
"$WARTA" extract -q "$CORPUS/harian-jawa.jsonl" salinan.jsonl -o kept --keep-duplicates
for table in regions entities programmes; do
	cut -d, -f1,8- alone/$table.csv >one
	cut -d, -f1,8- t/$table.csv | cmp - one && echo "$table: as without copies"
	cut -d, -f1,8- kept/$table.csv | cmp -s - one || echo "$table: more when they are kept"
done
grep -c '^k[12]-' t/claims.csv t/articles.csv

echo '== the same from an index, whatever the order and number of runs'
"$WARTA" index -q salinan.jsonl -d i
"$WARTA" index -q "$CORPUS/harian-jawa.jsonl" -d i -j 1
"$WARTA" index -q "$CORPUS/harian-jawa.jsonl" salinan.jsonl -d j
cat i/manifest | cmp - j/manifest && echo same
"$WARTA" dump i copies
"$WARTA" export -d i -o e
for table in regions entities programmes; do cmp t/$table.csv e/$table.csv && echo "$table: same"; done
sort t/articles.csv >one; sort e/articles.csv | cmp - one && echo 'articles: same'
"$WARTA" verify i && echo sound
"$WARTA" stats i --format csv | grep -E '^(articles|copies)'

echo '== answers'
hits() {
	"$WARTA" search -d i "$@" --format jsonl |
		sed 's/.*"article_id":"\([^"]*\)".*"copies":\([0-9]*\),"duplicate_of":\(.*\)}/\1 \2 \3/'
}
hits 'uang muka'
hits 'uang muka' --keep-duplicates | sort
hits 'sumber:salinan' --sort oldest
hits 'kabupaten' -n 2; hits 'kabupaten' -n 2 --skip 2
"$WARTA" search -d i 'geopark' --format table | grep -oE '\+2 cop.*|^[0-9]+ art.*'
LC_ALL=id_ID.UTF-8 "$WARTA" search -d i 'geopark' --format table | grep -oE '\+2 sal.*'
"$WARTA" facets -d i --by year 'wilayah:Banten'
"$WARTA" facets -d i --by year 'wilayah:Banten' --keep-duplicates
"$WARTA" facets -d i --by source 'sumber:salinan'
"$WARTA" timeline -d i --by year 'tanggal:2018'
"$WARTA" timeline -d i --by year 'tanggal:2018' --keep-duplicates
"$WARTA" kwic -d i 'geopark' --format csv | tail -n +2 | cut -d, -f1 | sort -u
"$WARTA" show -d i k1-hj-02 | grep '^copy'
"$WARTA" export -d i 'sumber:salinan' --table articles -o - --format jsonl |
	sed 's/.*"article_id":"\([^"]*\)".*"duplicate_of":\(.*\)}/\1 \2/'

echo '== an original goes, another takes its place'
sed '1s/"text": ".*", "source/"text": "Isi lain sama sekali.", "source/' "$CORPUS/harian-jawa.jsonl" >harian-jawa.jsonl
"$WARTA" index -q harian-jawa.jsonl -d i
"$WARTA" dump i copies

echo '== a plan that is printed again when it is done'
again() {
	printf '{"id":"%s","date":"%s","title":"%s","text":"KOTA SERANG – Pemerintah Kota Serang %s membangun Jembatan Kalimati di Kecamatan Kasemen senilai Rp3,2 miliar. Jembatan sepanjang 40 meter itu menghubungkan dua kampung yang selama ini dipisahkan sungai. Warga setempat menyambut baik kabar itu karena anak-anak mereka harus memutar jauh untuk pergi ke sekolah setiap pagi, kata Lurah Kasemen, Dadang Permana."}\n' "$@"
}
{
	again plan 2022-03-01 'Jembatan Kalimati' akan
	again plan-wire 2022-03-02 'Kabar jembatan' akan
	again plan-late 2023-06-02 'Kabar jembatan' akan
	again done 2023-05-20 'Jembatan Kalimati' 'telah selesai'
	again done-wire 2023-06-20 'Kabar jembatan' 'sudah selesai'
	again done-late 2023-06-21 'Kabar jembatan' 'sudah selesai'
} >jembatan.jsonl
"$WARTA" extract -q jembatan.jsonl -o r
cut -d, -f1,16 r/articles.csv | sort
"$WARTA" index -q jembatan.jsonl -d k && "$WARTA" export -d k -o x
for table in articles regions entities programmes; do
	sort r/$table.csv >one; sort x/$table.csv | cmp - one && echo "$table: same"
done
"$WARTA" regions -d k jembatan --format csv | cut -d, -f5-10
"$WARTA" programmes -d k jembatan --keep-duplicates --format csv | cut -d, -f10
