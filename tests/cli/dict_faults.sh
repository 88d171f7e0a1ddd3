# A user's own programmes that contradict themselves or the other tables: named with their line.
mkdir mine
try() {
	printf 'programme_id\tname\tparent_id\tsector\tkind\tvariants\tstems\tnot\n%b\n' "$1" > mine/programmes.tsv
	echo 'Pemkot Serang akan membangun jembatan.' | "$WARTA" extract - --dict mine --table claims -o - 2>&1 | tail -1 |
	    cut -c1-90
}

try 'a-a\tA\tb-b\tkesehatan\tnamed\tA\t\t\nb-b\tB\ta-a\tkesehatan\tnamed\tB\t\t'
try 'c-c\tC\t\t\tnamed\tC\t\t'
try 'd-d\tD\t\ttidak ada\tnamed\tD\t\t'
try 'e-e\tE\t\tkesehatan\tnamed\tE\t{nope} e\t'
try 'e-e\tE\t\tkesehatan'
try 'e-e\tE\t\tkesehatan\tnamed\tE\t\t\ne-e\tE\t\tkesehatan\tnamed\tE\t\t'
# A parent that is not there does no harm to others: users take rows out.
try 'f-f\tF\tx-x\tkesehatan\tnamed\tGerakan Effe\t\t'
