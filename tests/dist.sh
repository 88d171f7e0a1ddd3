#!/bin/sh
# dist.sh VERSION - a clean clone makes its archive, and the archive builds, installs and runs without git.
set -eu

version=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset MAKEFLAGS MFLAGS MAKELEVEL BUILD WARTA_DICT
jobs=$(nproc 2>/dev/null || echo 1)

git clone -q . "$work/clone"
make -s -C "$work/clone" dist
[ -z "$(git -C "$work/clone" status --porcelain)" ] || { echo "make dist leaves files about" >&2; exit 1; }
mkdir "$work/sources"
tar -xzf "$work/clone/build/warta-$version.tar.gz" -C "$work/sources"
git ls-files | sort >"$work/want"
(cd "$work/sources/warta-$version" && find . ! -type d | sed 's,^\./,,' | sort) >"$work/got"
diff "$work/want" "$work/got" || { echo "the archive is not what git has" >&2; exit 1; }

cd "$work/sources/warta-$version"
make -s -j"$jobs" CFLAGS=-O0 all 2>"$work/told"
[ ! -s "$work/told" ] || { cat "$work/told"; echo "it builds with messages" >&2; exit 1; }
make -s install CFLAGS=-O0 PREFIX="$work/opt" >/dev/null
cd "$work"
rm -rf sources clone
opt/bin/warta --version | grep -qx "warta $version"
echo 'KOTA SERANG - Pemkot Serang akan membangun pasar hewan.' >a.txt
opt/bin/warta index -q a.txt -d i
opt/bin/warta regions -d i --format csv | grep -q 'ID.36.73'
echo "warta-$version.tar.gz builds, installs and runs"
