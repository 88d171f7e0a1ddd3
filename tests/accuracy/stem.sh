#!/bin/sh
# stem.sh - how often a stem is the lemma of a treebank, in tokens and in forms.
#
# usage: sh tests/accuracy/stem.sh WARTA [OPTION...]      options go to `warta stem`
#        LIST=FILE ERRORS=1 sh ...                        another list; print what went wrong ("fit" only)
set -eu
export LC_ALL=C
warta=$1
shift
list=${LIST:-$(dirname "$0")/stem_lemmas.tsv}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

grep -v '^#' "$list" | sed 1d > "$tmp/rows"
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
