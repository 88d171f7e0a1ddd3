#!/bin/sh
# memory.sh BUILD [N] - the most memory that many small articles take: to tables, to an index.
set -eu
build=$1
count=${2:-1000000}
[ -x /usr/bin/time ] || { echo 'the package time is missing' >&2; exit 1; }
work=$(mktemp -d "$build/memory.XXXXXX")
trap 'rm -rf "$work"' EXIT
"$build/tests/bench/small" "$count" >"$work/small.jsonl"
for command in "extract -o $work/tables" "index -d $work/index"; do
	# shellcheck disable=SC2086
	/usr/bin/time -f "%M %e" -o "$work/time" "$build/warta" $command -q "$work/small.jsonl"
	awk -v name="${command%% *}" -v count="$count" \
		'{ printf "%-8s %d articles: %.0f MB, %.0f s\n", name, count, $1 / 1024, $2 }' "$work/time"
done
