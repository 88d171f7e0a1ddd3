#!/bin/sh
# stem_affixed.sh - every root of roots.tsv with each affix it is listed with comes back to that
# root, or is in stem_affixed_known.tsv (form, root, what came, why).
#
# usage: sh tests/accuracy/stem_affixed.sh WARTA [-u]      -u writes the list of known failures anew
set -eu
export LC_ALL=C
warta=$1
here=$(cd "$(dirname "$0")" && pwd)
lists=$here/../../dictionaries
known=$here/stem_affixed_known.tsv
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

awk -f "$here/stem_affixed.awk" "$lists/roots.tsv" | sort -u > "$tmp/made"
cut -f1 "$tmp/made" | "$warta" stem | paste "$tmp/made" - > "$tmp/stems"
awk -F'\t' '
FILENAME ~ /overrides/ { if ($2 == "drop") dropped[$1]; next }
$2 != $3 {
	why = $1 == $3 ? "a word of its own on a list" : \
	    index($3, " ") > 0 ? "two roots written as one" : \
	    $2 in dropped ? "the root is taken out by hand" : "a root that is used in more ways"
	print $0 "\t" why
}' "$lists/roots-overrides.tsv" "$tmp/stems" > "$tmp/failures"
if [ "${2:-}" = -u ]; then
	{
		printf 'form\troot\tstem\twhy\n'
		cat "$tmp/failures"
	} > "$known"
fi
sed 1d "$known" | sort > "$tmp/known"
sort "$tmp/failures" | comm -13 "$tmp/known" - > "$tmp/new"
total=$(wc -l < "$tmp/made")
failures=$(wc -l < "$tmp/failures")
awk -v n="$total" -v bad="$failures" -v new="$(wc -l < "$tmp/new")" 'BEGIN {
	printf "affixed %d words, %d right (%.2f %%), %d known failures, %d new ones\n", n, n - bad,
	    100 * (n - bad) / n, bad - new, new
}'
head -20 "$tmp/new"
[ ! -s "$tmp/new" ]
