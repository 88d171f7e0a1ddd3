# The tables load in other people's tools without a word of configuration, and nothing in them is spoilt.
# A tool that is not there is skipped with a word; `make tool-deps` installs all of them.
status=0
python=
for candidate in python3 /usr/bin/python3; do
	"$candidate" -c 'import sys' 2>/dev/null && python=$candidate && break
done
[ -n "$python" ] || { echo "skipped: tools: python3 is missing" >&2; exit 0; }
checks=$TESTS/cli/tools.py

complain() {
	echo "$*" >&2
	status=1
}

skip() {
	echo "skipped: $1: ${2:-it is missing}" >&2
}

# Does table $2 of tool $1 say what the CSV file says?
same() {
	"$python" "$checks" same "t/datapackage.json" "t/$2.csv" "$1/$2.csv" "$3" || complain "$1: $2"
}

"$python" "$checks" articles >hostile.jsonl
"$WARTA" extract -q "$CORPUS" hostile.jsonl -o t || exit 1
"$WARTA" extract -q "$CORPUS" hostile.jsonl -o l --format jsonl || exit 1
"$python" "$checks" sound t l || complain "the tables are not sound"
tables=$(cd t && for table in *.csv; do echo "${table%.csv}"; done)

# The package says what it is in the words of its standard.
described=
for candidate in python3 /usr/bin/python3; do
	"$candidate" -c 'import jsonschema' 2>/dev/null && described=$candidate && break
done
if [ -n "$described" ]; then
	"$described" "$checks" package "$TESTS/cli/tools.schema.json" t/datapackage.json || complain "datapackage.json"
else
	skip jsonschema
fi

pandas=
for candidate in python3 /usr/bin/python3; do
	"$candidate" -W ignore -c 'import pandas' 2>/dev/null && pandas=$candidate && break
done
if [ -n "$pandas" ]; then
	"$pandas" -W error "$checks" pandas t || complain "pandas"
else
	skip pandas
fi

if command -v sqlite3 >/dev/null; then
	mkdir sqlite
	for table in $tables; do
		sqlite3 tables.db ".import --csv t/$table.csv $table" || complain "sqlite3: .import $table"
		sqlite3 -csv -header -newline '
' tables.db "SELECT * FROM $table" >"sqlite/$table.csv"
		[ -s "sqlite/$table.csv" ] || head -n 1 "t/$table.csv" >"sqlite/$table.csv"
		same sqlite "$table" exactly
	done
	# Joined by ids: every claim has its article and its region.
	lost=$(sqlite3 tables.db "SELECT count(*) FROM claims LEFT JOIN articles USING (article_id)
		LEFT JOIN regions ON regions.region_id = claims.region_id
		WHERE title IS NULL OR (claims.region_id <> '' AND name IS NULL)")
	[ "$lost" = 0 ] || complain "sqlite3: $lost claims do not join"
else
	skip sqlite3
fi

if command -v mlr >/dev/null; then
	mkdir miller
	for table in $tables; do
		mlr --csv cat "t/$table.csv" >"miller/$table.csv" || complain "miller: $table"
		[ -s "miller/$table.csv" ] || head -n 1 "t/$table.csv" >"miller/$table.csv"
		same miller "$table" exactly
	done
	# Its own guess of types, too: what it takes for a number comes out as it went in.
	mlr --icsv --ojson count-distinct -f region_id then filter '$region_id == "ID.36.73"' t/claims.csv |
		grep -q '"region_id": "ID.36.73"' || complain "miller: ID.36.73 is spoilt"
else
	skip miller
fi

if command -v csvsql >/dev/null && command -v csvstat >/dev/null; then
	mkdir csvkit
	[ "$(csvstat --count t/claims.csv | grep -o '[0-9]*$')" = "$("$python" "$checks" rows t/claims.csv)" ] ||
		complain "csvstat: rows"
	for table in articles claims regions; do
		csvsql --query "SELECT * FROM $table" "t/$table.csv" >"csvkit/$table.csv" 2>told ||
			complain "csvsql: $table: $(cat told)"
		same csvkit "$table" typed
	done
else
	skip csvkit
fi

if command -v Rscript >/dev/null && Rscript -e 'library(readr)' >/dev/null 2>&1; then
	mkdir readr
	Rscript "$TESTS/cli/tools.R" t readr $tables >r.out 2>&1 || { complain "readr"; tail -n 5 r.out >&2; }
	for table in $tables; do
		same readr "$table" typed
	done
else
	skip readr
fi

# A spreadsheet is no reader of tables: files made for it, and what must not run in it.
if command -v soffice >/dev/null; then
	mkdir office
	"$WARTA" extract -q "$CORPUS" hostile.jsonl -o x --excel
	# Without a window it asks nobody for the encoding, and does not look at the mark in front.
	HOME=$PWD soffice --headless --infilter='CSV:44,34,76,1' --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1' --outdir office x/claims.csv \
		x/articles.csv >/dev/null 2>&1 || complain "soffice"
	"$python" "$checks" office t office || complain "soffice: what it made of the tables"
else
	skip soffice
fi
exit $status
