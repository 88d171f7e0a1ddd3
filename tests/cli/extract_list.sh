# Lists of files: lines, NUL bytes, standard input; what a list names is read like what the user names.
mkdir m
echo 'Pasar di Kota Serang.' >a.txt
echo 'Pasar di Kota Cilegon.' >'m/b c.txt'
echo 'Pasar di Kota Tegal.' >catatan
articles() {
	"$WARTA" extract -q "$@" --table articles -o - 2>told | tail -n +2 | cut -d , -f 1,2,11
	cat told
}
printf 'm\r\n\ntiada.txt\n-\na.txt' >daftar
echo "== lines"
articles --files-from daftar
echo "== standard input, behind names of the command line"
printf 'a.txt\ncatatan\n' | articles m --files-from -
echo "== NUL bytes"
printf 'a\nb.txt\000a.txt\000' | articles --files-from - --null
echo "== no paths"
head -c 5000 /dev/zero | tr '\0' x | articles --files-from -
printf 'a.txt\000catatan\n' | articles --files-from -
echo "== wrong usage"
"$WARTA" extract --files-from tiada -o t 2>&1; echo $?
"$WARTA" extract a.txt --null -o t 2>&1 | head -n 1
"$WARTA" extract - --files-from - -o t 2>&1 | head -n 1
"$WARTA" index -q --files-from daftar -d i 2>/dev/null; echo $?
