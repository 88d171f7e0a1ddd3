# Web archives: pages with status 200, without HTTP heads, chunks and compression; addresses and dates of WARC.
cr=$(printf '\r')
record() { # TYPE URI CONTENT-TYPE FILE
	printf 'WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nwarc-date: 2023-02-01T10:00:00Z\r\n' "$1" "$2"
	printf 'Content-Type: %s\r\nContent-Length: %s\r\n\r\n' "$3" "$(wc -c <"$4" | tr -d ' ')"
	cat "$4"
	printf '\r\n\r\n'
}
response() { # URI FILE
	record response "$1" 'application/http; msgtype=response' "$2"
}
page() { # TITLE PLACE
	printf '<html><head><title>%s</title></head><body><p>Pemerintah Kota %s membangun pasar di tengah kota.</p>' "$1" "$2"
	printf '<p>Pasar itu akan menampung pedagang kaki lima yang selama ini berjualan di tepi jalan.</p></body></html>'
}
http() { # STATUS FIELDS, body on stdin
	printf 'HTTP/1.1 %s\r\n%s\r\n\r\n' "$1" "$2"
	cat
}
chunked() { # body on stdin
	while line=$(dd bs=50 count=1 2>/dev/null) && [ -n "$line" ]; do
		printf '%x;x=y\r\n%s\r\n' "${#line}" "$line"
	done
	printf '0\r\n\r\n'
}
type="Content-Type: text/html; charset=utf-8"
page Satu Serang | http '200 OK' "$type" >satu
page Dua Cilegon | chunked | http '200 OK' "$type$cr
Transfer-Encoding: chunked" >dua
page Tiga Tegal | gzip | http '200 OK' "$type$cr
Content-Encoding: gzip" >tiga
page Empat Bandung | gzip >empat.gz
{ printf '%x\r\n' "$(wc -c <empat.gz | tr -d ' ')" && cat empat.gz && printf '\r\n0\r\n\r\n'; } |
	http '200 OK' "$type$cr
Transfer-Encoding: chunked$cr
Content-Encoding: gzip" >empat
page Lima Medan | http '200 OK' "$type$cr
Transfer-Encoding: chunked$cr
Content-Encoding: gzip" >lima
page "$(printf 'Caf\351') Enam" Padang | http '200 OK' 'Content-Type: text/html;charset="iso-8859-1"' >enam
page Pindah Palu | http '301 Moved' "$type" >pindah
page Gambar Palu | http '200 OK' 'Content-Type: image/jpeg' >gambar
page Brotli Palu | http '200 OK' "$type$cr
Content-Encoding: br" >brotli
page Pecah Palu | http '200 OK' "$type$cr
Transfer-Encoding: chunked" | sed 's/<html>/20\r\nab/' >pecah
page Rusak Palu | gzip | head -c 100 | http '200 OK' "$type$cr
Content-Encoding: gzip" >rusak
head -c 17000000 /dev/zero | http '200 OK' "$type" >besar
head -c 17000000 /dev/zero | gzip | http '200 OK' "$type$cr
Content-Encoding: gzip" >bom
echo 'bukan http' >lain
page Sumber Jambi >sumber
{
	echo 'software: contoh' >info && record warcinfo '' application/warc-fields info
	response https://koran.example/satu satu
	response '<https://koran.example/dua>' dua
	for name in tiga empat lima enam pindah gambar brotli pecah rusak besar bom lain; do
		response "https://koran.example/2022/03/04/$name" $name
	done
	record request https://koran.example/satu 'application/http; msgtype=request' lain
	record resource https://koran.example/sumber text/html sumber
	record metadata https://koran.example/satu text/plain info
	response https://koran.example/akhir satu | head -c 300
} >koran.warc
"$WARTA" extract -q koran.warc -o t 2>&1
echo "status $?"
cut -d , -f 1,2,3,5,8,10,11 t/articles.csv
echo "== each record compressed by itself"
{ response https://koran.example/satu satu | gzip && response https://koran.example/dua dua | gzip; } >dua.warc.gz
"$WARTA" extract -q dua.warc.gz - --table articles -o - <koran.warc 2>/dev/null | cut -d , -f 1,2,5 | head -n 4
echo "== no web archive"
echo 'bukan arsip' >kosong.warc
printf 'WARC/1.0\r\nContent-Length: 99999999999999\r\n\r\n' >panjang.warc
printf 'WARC/1.0\r\nContent-Length: -1\r\n\r\n' >kurang.warc
: >nol.warc
"$WARTA" extract -q ./*.warc -o u 2>&1 | grep -v koran
