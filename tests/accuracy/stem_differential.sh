#!/bin/sh
# stem_differential.sh - the stemmer of mode sastrawi against stem_rules.py, the slow one.
#
# usage: sh tests/accuracy/stem_differential.sh WARTA [ROOTS] [STEP]
#        one in STEP (9973) of the words that can be made of the roots with the affixes of the rules
set -eu
export LC_ALL=C
warta=$1
here=$(cd "$(dirname "$0")" && pwd)
roots=${2:-$here/../../dictionaries/roots.tsv}
step=${3:-9973}
command -v python3 > /dev/null || {
	echo "differential skipped: no python3"
	exit 0
}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

grep -v '^#' "$roots" | sed '/^root	/d' | cut -f1 > "$tmp/roots"
python3 "$here/stem_rules.py" --affix "$tmp/roots" "$step" | sort -u > "$tmp/words"
python3 "$here/stem_rules.py" "$tmp/roots" < "$tmp/words" > "$tmp/slow"
"$warta" stem --mode sastrawi --roots "$tmp/roots" --pairs < "$tmp/words" > "$tmp/fast"
if ! cmp -s "$tmp/slow" "$tmp/fast"; then
	echo "differential: the two differ"
	diff "$tmp/slow" "$tmp/fast" | head -20
	exit 1
fi
echo "differential $(wc -l < "$tmp/words" | tr -d ' ') words, all the same"
