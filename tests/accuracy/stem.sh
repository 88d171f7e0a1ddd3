#!/bin/sh
# stem.sh - how often a stem is the lemma of a treebank, in tokens and in forms.
#
# usage: sh tests/accuracy/stem.sh WARTA [OPTION...]      options go to `warta stem`
#        LIST=FILE ERRORS=1 sh ...                        another list; print what went wrong ("fit" only)
#
# The list (form, lemma, count; by TAB, with a header) is not part of the project; without it
# the script says so and is done.  A form is of the part "held", at which nobody looked when lists
# and rules were made, if the first byte of its MD5 is a multiple of three; else of the part "fit".
set -eu
export LC_ALL=C
warta=$1
shift
list=${LIST:-../shared/stem/lemmas-dev.tsv}
if [ ! -r "$list" ]; then
	echo "no list of lemmas at $list: skipped"
	exit 0
fi
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

mkdir "$tmp/forms"
grep -v '^#' "$list" | sed 1d | cut -f1-3 > "$tmp/list"
# One file a form, without its line end, so that one md5sum sees them all.
awk -F'\t' -v dir="$tmp/forms" '{ f = sprintf("%s/%07d", dir, NR); printf "%s", $1 > f; close(f) }' "$tmp/list"
(cd "$tmp/forms" && find . -type f | sort | xargs md5sum) | awk '
{
	byte = index("0123456789abcdef", substr($1, 1, 1)) * 16 - 16 + index("0123456789abcdef", substr($1, 2, 1)) - 1
	print byte % 3 == 0 ? "held" : "fit"
}' > "$tmp/parts"
paste "$tmp/list" "$tmp/parts" > "$tmp/rows"
cut -f1 "$tmp/rows" | "$warta" stem "$@" > "$tmp/stems"
paste "$tmp/rows" "$tmp/stems" | awk -F'\t' -v errors="${ERRORS:-0}" '
{
	right = $5 == $2
	for (i = 1; i <= 2; i++) {
		part = i == 1 ? "all" : $4
		tokens[part] += $3
		forms[part]++
		if (right) {
			right_tokens[part] += $3
			right_forms[part]++
		}
	}
	if (errors && !right && $4 == "fit")
		print $3 "\t" $1 "\t" $2 "\t" $5 | "sort -rn"
}
END {
	close("sort -rn")
	n = split("all fit held", parts, " ")
	for (i = 1; i <= n; i++) {
		part = parts[i]
		if (tokens[part] > 0)
			printf "%-5s %6d tokens %.2f %%   %5d forms %.2f %%\n", part, tokens[part],
			    100 * right_tokens[part] / tokens[part], forms[part],
			    100 * right_forms[part] / forms[part]
	}
}'
