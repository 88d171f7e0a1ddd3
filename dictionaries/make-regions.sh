#!/bin/sh
# Make regions.tsv from the npm package idn-area-data (data: ODbL 1.0) and region_points.tsv.
# usage: dictionaries/make-regions.sh [FOLDER OF THE UNPACKED PACKAGE]
# Without a folder the package is fetched with npm into a temporary one.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
package=${1-}
if [ -z "$package" ]; then
	work=$(mktemp -d)
	trap 'rm -rf "$work"' EXIT
	(cd "$work" && npm pack --silent idn-area-data@4.0.1 >/dev/null && tar xzf idn-area-data-*.tgz)
	package=$work/package
fi
cd "$package/data"
LC_ALL=C awk -v points="$here/region_points.tsv" '
# One CSV record to field[1..n]; quotes are doubled inside quoted fields.
function cut(line,    n, c, i, quoted, text) {
	n = 1
	for (i = 1; i <= length(line); i++) {
		c = substr(line, i, 1)
		if (c == "\"") {
			if (quoted && substr(line, i + 1, 1) == "\"") { text = text "\47"; i++ }
			else quoted = !quoted
		} else if (c == "," && !quoted) { field[n++] = text; text = "" }
		else if (c != "\r") text = text c
	}
	field[n] = text
}
BEGIN {
	while ((getline line < points) > 0) {
		split(line, p, "\t")
		place[p[1]] = p[2] "\t" p[3]
	}
	OFS = "\t"
	print "code", "level", "name", "parent", "lat", "lon"
}
FNR == 1 { file++; next }
{
	cut($0)
	code = field[1]
	parent = file == 1 ? "" : field[2]
	name = file == 1 ? field[2] : field[3]
	if (code == "31") name = "DKI Jakarta"
	if (file == 1) level = "provinsi"
	else if (file == 2) {
		level = name ~ /^Kota / ? "kota" : "kabupaten"
		sub(/^(Kota|Kabupaten) (Administrasi )?/, "", name)
	} else if (file == 3) level = "kecamatan"
	else level = substr(code, 10, 1) == "1" ? "kelurahan" : "desa"
	gsub(/[ \t]+/, " ", name)
	print code, level, name, parent, (code in place ? place[code] : "\t")
}' provinces.csv regencies.csv districts.csv villages.csv > "$here/regions.tsv"

# Two words that the news writes as one, "Jatipadang" for Jati Padang, down to kelurahan.
awk 'BEGIN { FS = OFS = "\t"; print "spelling", "code" }
NR > 1 && $2 != "desa" && split($3, word, " ") == 2 && $3 ~ /^[A-Z][a-z]+ [A-Z][a-z]+$/ &&
    length($3) > 8 && $3 !~ / (Utara|Selatan|Barat|Timur|Tengah|Kota|Baru|Lama|Raya|Jaya|Hilir|Hulu)$/ {
	print word[1] tolower(word[2]), $1
}' "$here/regions.tsv" > "$here/region_spellings.tsv"
