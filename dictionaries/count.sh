#!/bin/sh
# count.sh - hold the counts and columns in README.md against the tables.
# usage: sh dictionaries/count.sh [--fix]
# Status 1 if they differ; --fix puts the counts right.
set -eu
cd "$(dirname "$0")"
for table in *.tsv; do
	awk -F'\t' -v name="$table" '
	/^#/ || $0 == "" { next }
	!header { header = $0; gsub(/\t/, ", ", header); next }
	{ rows++ }
	END { print name "\t" rows + 0 "\t" header }' "$table"
done | awk -F'\t' -v fix="${1-}" -v readme=README.md '
{ rows[$1] = $2; columns[$1] = $3 }
END {
	while ((getline line < readme) > 0) {
		n = split(line, cell, " *\\| *")
		if (n > 4 && cell[2] in rows) {
			name = cell[2]
			seen[name]
			if (cell[3] != rows[name] || cell[4] != columns[name]) {
				if (cell[4] != columns[name] || fix != "--fix")
					bad = 1
				print name ": " rows[name] " rows, " columns[name] > "/dev/stderr"
				line = "| " name " | " rows[name] " | " columns[name] " | " cell[5] " |"
			}
		}
		text = text line "\n"
	}
	close(readme)
	for (name in rows) {
		if (!(name in seen)) {
			print name ": not in README.md" > "/dev/stderr"
			bad = 1
		}
	}
	if (fix == "--fix")
		printf "%s", text > readme
	exit bad
}'
