#!/bin/sh
# The program as people run it, on articles grown as in run.sh.
# usage: whole.sh BUILD FILE.jsonl...
#
# Builds with and without extraction, on one thread and on two; what the index takes; and
# the time from the start of the process to ten results, the middle one of TRIES (51).  COUNT
# (33308) articles are grown with SEED (1).
set -eu
build=$1
shift
work=$build/bench
count=${COUNT:-33308} seed=${SEED:-1} tries=${TRIES:-51}
[ -x /usr/bin/time ] || { echo 'bench: the package time is missing' >&2; exit 1; }
mkdir -p "$work"
${CC:-cc} -O2 -std=c11 -D_POSIX_C_SOURCE=200809L -Ilib -I. -o "$work/grow" "${0%/*}/grow.c" -ljson-c
"$work/grow" json "$count" "$seed" "$@" >"$work/articles.jsonl"
"$work/grow" words "$count" "$seed" "$@" >"$work/some.words"
bytes=$(wc -c <"$work/some.words")
echo "bench: $count articles, $((bytes / 1000000)) MB of words" >&2

# index NAME OPTION...: build, and say how fast
index()
{
	name=$1
	shift
	rm -rf "$work/whole.idx"
	/usr/bin/time -f '%U %S %e %M' -o "$work/time" "$build/warta" index -q "$@" -d "$work/whole.idx" \
	    "$work/articles.jsonl"
	awk -v name="$name" -v bytes="$bytes" '{ printf "index %-26s %5.2f MB a CPU second, %6.1f s, %4.0f MB of memory\n",
	    name, bytes / 1e6 / ($1 + $2), $3, $4 / 1024 }' "$work/time"
}

# sizes: of the parts of the index in hand, against the words
sizes()
{
	"$build/warta" stats "$work/whole.idx" --format csv | awk -F, -v bytes="$bytes" '
	    $1 == "bytes" { all = $2 }
	    $1 ~ /^bytes of (TERM|TDIR|POST|NORM|EXTN|DATE|KEYS|KDIR|KHSH|HASH)$/ { words += $2 }
	    $1 ~ /^bytes of S[DBP]01$/ { text += $2 }
	    $1 ~ /^bytes of S[DBP]0[023456]$|^bytes of COLS$/ { rest += $2 }
	    END { printf "      of the words: terms and postings %.1f %%, text %.1f %%, titles, facts and the rest %.1f %%, all %.1f %%\n",
	        100 * words / bytes, 100 * text / bytes, 100 * rest / bytes, 100 * all / bytes }'
}

index 'with all extraction, -j 1' -j 1
index 'with all extraction, -j 2' -j 2
sizes
index '--no-extract, -j 1' --no-extract -j 1
sizes

# The system's clock is read by a program of its own, so that the shell's start does not count.
if command -v python3 >/dev/null; then
	python3 - "$tries" "$build/warta" search -d "$work/whole.idx" -n 10 --json 'pembangunan jalan' <<'END'
import subprocess, sys, time
times = []
for _ in range(int(sys.argv[1])):
    start = time.perf_counter()
    subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL, check=True)
    times.append(time.perf_counter() - start)
times.sort()
print('start to ten results: %.1f ms, the quickest %.1f ms' %
      (times[len(times) // 2] * 1000, times[0] * 1000))
END
fi
