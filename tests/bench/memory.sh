#!/bin/sh
# memory.sh BUILD [N] - the most memory that many small articles take: to tables, to an index.
# More than 300 MB is an error, and so are other bytes by two threads than by one.
set -eu
build=$1
count=${2:-1000000}
[ -x /usr/bin/time ] || { echo 'the package time is missing' >&2; exit 1; }
work=$(mktemp -d "$build/memory.XXXXXX")
trap 'rm -rf "$work"' EXIT
"$build/tests/bench/small" "$count" >"$work/small.jsonl"

# measure NAME COMMAND ARGUMENT ...
measure() {
	name=$1
	shift
	/usr/bin/time -f "%M %e %U" -o "$work/time" "$build/warta" "$@" -q "$work/small.jsonl"
	awk -v name="$name" -v count="$count" '{
		printf "%-13s %d articles: %.0f MB, %.0f s, %.0f s of processors\n", name, count, $1 / 1024, $2, $3
		exit $1 / 1024 > 300
	}' "$work/time" || { echo "$name takes too much memory" >&2; exit 1; }
}

measure 'extract -j 2' extract -j 2 -o "$work/tables"
rm -rf "$work/tables"
measure 'index -j 1' index -j 1 -d "$work/one"
measure 'index -j 2' index -j 2 -d "$work/two"
cmp "$work/one/manifest" "$work/two/manifest"
