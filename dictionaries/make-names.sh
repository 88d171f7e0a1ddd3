#!/bin/sh
# Make first_names.tsv: the given and family names of the locale id_ID of the npm package @faker-js/faker (MIT),
# with names-own.txt, which is written for this project and whose weights win.
# usage: dictionaries/make-names.sh [FOLDER OF THE UNPACKED PACKAGE]
# Without a folder the package is fetched with npm into a temporary one. Needs node to read the package.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
package=${1-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -z "$package" ]; then
	(cd "$work" && npm pack --silent @faker-js/faker@10.6.0 >/dev/null && tar xzf faker-js-faker-*.tgz)
	package=$work/package
fi
package=$(cd "$package" && pwd)
# Each name of the package as one line; a name the package has and names-own.txt has not is surely a person's: 3.
node --input-type=module -e '
const { faker } = await import(process.argv[1] + "/dist/locale/id_ID.js");
const person = faker.rawDefinitions.person;
for (const part of ["first_name", "last_name"])
	for (const names of Object.values(person[part]))
		for (const name of names ?? [])
			if (!/\s/.test(name)) console.log(name);
' "$package" >"$work/names"
LC_ALL=C awk -v own="$here/names-own.txt" '
BEGIN {
	while ((getline line < own) > 0) {
		split(line, f, "\t")
		if (line !~ /^#/ && f[1] != "name") weight[f[1]] = f[2]
	}
}
!($1 in weight) { weight[$1] = 3 }
END { for (name in weight) print name "\t" weight[name] }' "$work/names" | LC_ALL=C sort >"$work/sorted"
{ printf 'name\tweight\n'; cat "$work/sorted"; } >"$here/first_names.tsv"
