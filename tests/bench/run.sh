#!/bin/sh
# Build and query times of warta beside those of the engines that Debian packages.
# usage: run.sh BUILD FILE.jsonl...
#
# BUILD is the build folder, with libwarta.a and warta in it.  The articles are grown
# to COUNT (100000) with SEED (1) and asked ASK (2000) questions, ROUNDS (3) times each;
# PEERS says beside whom (fts5 xapian lucene).  What is missing is left out with a word.
set -eu
# shellcheck disable=SC2086  # flags and libraries are lists
build=$1
shift
here=$(dirname "$0")
work=$build/bench
count=${COUNT:-100000} seed=${SEED:-1} ask=${ASK:-2000} rounds=${ROUNDS:-3}
peers=${PEERS-fts5 xapian lucene}
cc=${CC:-cc}
java=/usr/share/java
libs='-lpcre2-8 -lutf8proc -lstemmer -lz -ljson-c -larchive -lxml2 -lcsv -lmicrohttpd -lxxhash -lpthread -lm'
flags='-O2 -std=c11 -D_POSIX_C_SOURCE=200809L -Ilib -I.'

say()
{
	echo "bench: $*" >&2
}

# size PATH: bytes of a file or a folder, as part of the words
size()
{
	du -sb "$1" | awk -v name="$2" -v all="$bytes" \
	    '{ printf "%-8s index %.1f MB, %.1f %% of the words\n", name, $1 / 1e6, 100 * $1 / all }'
}

mkdir -p "$work"
$cc $flags -o "$work/grow" "$here/grow.c" -ljson-c
$cc $flags -o "$work/query" "$here/query.c" "$build/libwarta.a" $libs

stamp="$count $seed $ask $*"
if [ "$(cat "$work/stamp" 2>/dev/null)" != "$stamp" ]; then
	rm -rf "$work/warta.idx" "$work/fts5.db" "$work/xapian.db" "$work/lucene.db"
	"$work/grow" words "$count" "$seed" "$@" > "$work/words"
	"$work/grow" queries "$ask" "$seed" "$work/words" > "$work/queries"
	echo "$stamp" > "$work/stamp"
fi
bytes=$(wc -c < "$work/words")
say "$count articles, $((bytes / 1000000)) MB of words, $(wc -l < "$work/queries") questions"

"$work/query" "$work/warta.idx" "$work/words" "$work/queries" "$rounds"
size "$work/warta.idx" warta

for peer in $peers; do
	case $peer in
	fts5)
		if ! $cc $flags -o "$work/fts5" "$here/peers/fts5.c" -lsqlite3 2>/dev/null; then
			say "no FTS5: libsqlite3-dev is not there"
			continue
		fi
		"$work/fts5" "$work/fts5.db" "$work/words" "$work/queries" 1
		size "$work/fts5.db" fts5 ;;
	xapian)
		if ! ${CXX:-c++} -O2 -o "$work/xapian" "$here/peers/xapian.cc" -lxapian 2>/dev/null; then
			say "no Xapian: libxapian-dev is not there"
			continue
		fi
		"$work/xapian" "$work/xapian.db" "$work/words" "$work/queries" "$rounds"
		size "$work/xapian.db" xapian ;;
	lucene)
		jars=$(ls $java/lucene-core-8*.jar $java/lucene-analyzers-common-8*.jar 2>/dev/null |
		    tr '\n' ':')
		if [ -z "$jars" ] || ! command -v java >/dev/null; then
			say "no Lucene: liblucene8-java or a JDK is not there"
			continue
		fi
		java -Xmx1g -cp "$jars" "$here/peers/Lucene.java" "$work/lucene.db" "$work/words" \
		    "$work/queries" "$rounds"
		size "$work/lucene.db" lucene ;;
	*)
		say "no peer is called $peer" ;;
	esac
done
