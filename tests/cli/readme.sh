# README.md and README.id.md: what is to be typed works, and both say the same.
root=$(cd "$TESTS/.." && pwd)
build=${WARTA%/*}
status=0

complain() {
	echo "$*" >&2
	status=1
}

# The example blocks, the commands, and the first column of the tables from one heading to the next.
blocks() {
	grep '^    ' "$1" | sed 's/  *# .*//'
}
column() {
	sed -n "/^## $2/,/^## /s/^| \(.*\) | .*/\1/p" "$1" | sed '1,2d; s/ |.*//'
}

ln -s "$root/corpus" "$root/dictionaries" "$root/cmd" .
mkdir build mine
ln -s "$build" build/release
sh cmd/demo.sh build/release/warta >demo || complain "make demo"

blocks "$root/README.md" >en
blocks "$root/README.id.md" >id
diff en id >&2 || complain "the examples differ"
for pair in Commands:Perintah Input:Masukan Tables:Tabel; do
	column "$root/README.md" "${pair%:*}" >en
	column "$root/README.id.md" "${pair#*:}" >id
	[ -s en ] || complain "there is no table under ${pair%:*}"
	diff en id >&2 || complain "the tables under ${pair%:*} differ"
done
column "$root/README.md" Commands | sed -n 's/^`warta \([a-z]*\)`$/\1/p' | sort >named
"$WARTA" --help | sed -n '/^commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' | sort >there
diff there named >&2 || complain "the commands are not those there are"

# The file that is shown is the file that is used.
sed -n '/^    \$ cat mine\/programmes.tsv/,/^    \$ echo/s/^    \([^$].*\)/\1/p' "$root/README.md" >mine/programmes.tsv
sed -n '/^    \$ make/d; s/^    \$ //p' "$root/README.md" >typed
[ "$(grep -c '' typed)" -ge 8 ] || complain "there are few commands: $(grep -c '' typed)"
PATH=$PWD/build/release:$PATH WARTA_INDEX=build/demo/berita.idx
export PATH WARTA_INDEX
while read -r line; do
	case $line in *python3*) command -v python3 >/dev/null || continue ;; esac
	sh -c "$line" >out 2>err </dev/null || complain "$line: $(cat err)"
	[ -s out ] || case $line in export* | echo*) ;; *) complain "$line prints nothing" ;; esac
done <typed

# What it is said to print: of a block, all lines that are not cut short.
printed() {
	sed -n "/^    \$ $1/,/^[^ ]/p" "$root/README.md" | sed '1d; /^[^ ]/d; /^ *$/d; /…$/d; /^    \$/,$d; /^    \.\.\.$/d
		s/^    //; s/ *$//' >shown
	[ -s shown ] || complain "nothing is shown for $1"
	sed 's/ *$//' "$2" >out
	grep -Fxv -f out shown >&2 && complain "it does not print what is shown for $1"
}
printed 'make demo' demo
warta regions embung --evidence --format table >told
printed 'warta regions embung --evidence' told
warta regions embung -n 1 --json | python3 -m json.tool --no-ensure-ascii >told
printed 'warta regions embung -n 1 --json' told

for page in README.md:Queries "README.id.md:Bahasa pencarian"; do
	column "$root/${page%%:*}" "${page#*:}" | grep -o '`[^`]*`' | tr -d '`' >queries
	[ "$(grep -c '' queries)" -ge 15 ] || complain "${page%%:*} has few queries"
	while read -r query; do
		warta search "$query" >out 2>err </dev/null
		[ $? -le 1 ] || complain "${page%%:*}: $query: $(cat err)"
	done <queries
done

for python in python3 /usr/bin/python3 ''; do
	"$python" -W ignore -c 'import pandas' 2>/dev/null && break
done
sed -n '/^    import pandas/,/^$/s/^    //p' "$root/README.md" >example.py
[ -s example.py ] || complain "no example with pandas"
if [ -n "$python" ]; then
	"$python" example.py 2>err || complain "the example with pandas: $(cat err)"
else
	echo "skipped: README.md: the example with pandas" >&2
fi
exit $status
