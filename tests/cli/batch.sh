# Saved queries: a file for each, errors by line, and names that would lead out of the folder.
"$WARTA" index "$CORPUS" -d i -q
batch() { "$WARTA" search -d i --batch "$@"; }
echo '== a file for each query, as the search gives it'
printf 'name\tquery\nair\tair NEAR/5 bersih\n# a note\n\nbaru\tjalan\tn=3 sort=newest\r\ndua kata\t"alun-alun kota"\tskip=1' >queries.tsv
batch queries.tsv -o out; echo "$?"
"$WARTA" search -d i 'air NEAR/5 bersih' >a; cmp a out/air.csv
"$WARTA" search -d i jalan -n 3 --sort newest >a; cmp a out/baru.csv
"$WARTA" search -d i '"alun-alun kota"' --skip 1 >a; cmp a 'out/dua kata.csv'
echo '== other forms, from standard input, quietly'
batch - -o out -q --json <queries.tsv; batch - -o out -q --format tsv -n 1 <queries.tsv; ls out; wc -l <out/air.tsv
"$WARTA" search -d i 'air NEAR/5 bersih' --json >a; cmp a out/air.json
echo '== lines that are wrong; the others run'
{
	printf 'ya\tjalan\n../luar\tjalan\n/luar\tjalan\n..\tjalan\n.git\tjalan\n-x\tjalan\na\\b\tjalan\na\001b\tjalan\n\tjalan\nsaja\n'
	printf 'YA\tjalan\nburuk\t(jalan\nkosong\t \nopsi\tjalan\tn=0\nopsi2\tjalan\tsort=best\nopsi3\tjalan\tn=1 x\nkota\twilayah:Atlantis\n'
	printf 'rusak\xff\tjalan\nnihil\tzzzzqqqq\n'
	printf '%0250d\tjalan\n' 0
	head -c 200000 /dev/zero | tr '\0' a
	printf '\njuga\tpasar\n'
} >wrong.tsv
batch wrong.tsv -o out2 2>&1; echo "$?"; ls -A out2; ls
echo '== nothing found'; printf 'nihil\tzzzzqqqq\n' | batch - -o out3 -q; echo "$?"; wc -l <out3/nihil.csv
: | batch - -o out3; echo "no line: $?"
echo '== what cannot be asked'
batch queries.tsv 2>/dev/null; echo "no folder: $?"
"$WARTA" search -d i jalan -o out 2>/dev/null; echo "no file: $?"
batch queries.tsv -o out jalan 2>/dev/null; echo "a query too: $?"
batch queries.tsv -o out --format table 2>/dev/null; echo "a table: $?"
batch nowhere.tsv -o out 2>/dev/null; echo "no such file: $?"
batch . -o out 2>/dev/null; echo "a folder: $?"
batch queries.tsv -o queries.tsv 2>/dev/null; echo "a file for a folder: $?"
batch queries.tsv -o nowhere/out 2>/dev/null; echo "no folder above: $?"
rm out/*; mkdir out/air.csv; batch queries.tsv -o out 2>/dev/null; echo "a folder in the way: $?"
