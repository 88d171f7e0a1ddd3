#!/bin/sh
# deps.sh PACKAGE... - install those Debian packages that are missing, in one go.
# Quiet when nothing is.
set -eu

header() {
	for folder in /usr/include /usr/local/include /usr/include/*-linux-gnu; do
		[ -e "$folder/$1" ] && return 0
	done
	return 1
}

# Is what a package brings there already?
present() {
	case $1 in
	gcc) command -v "${CC:-cc}" ;;
	make) command -v make ;;
	python3) command -v python3 ;;
	sqlite3) command -v sqlite3 ;;
	miller) command -v mlr ;;
	csvkit) command -v csvsql ;;
	pkg-config) command -v pkg-config ;;
	gettext) command -v msgfmt ;;
	libpcre2-dev) pkg-config --exists libpcre2-8 ;;
	libutf8proc-dev) pkg-config --exists libutf8proc ;;
	libstemmer-dev) header libstemmer.h ;;
	zlib1g-dev) pkg-config --exists zlib ;;
	libjson-c-dev) pkg-config --exists json-c ;;
	libarchive-dev) pkg-config --exists libarchive ;;
	libxml2-dev) pkg-config --exists libxml-2.0 ;;
	libcsv-dev) header csv.h ;;
	libmicrohttpd-dev) pkg-config --exists libmicrohttpd ;;
	libxxhash-dev) pkg-config --exists libxxhash ;;
	*) dpkg -s "$1" ;;
	esac >/dev/null 2>&1
}

missing=
for package in "$@"; do
	present "$package" || missing="$missing $package"
done
[ -z "$missing" ] && exit 0

if ! command -v apt-get >/dev/null; then
	echo "missing:$missing (Debian packages; there is no apt-get to install them)" >&2
	exit 1
fi
as_root=
if [ "$(id -u)" != 0 ]; then
	if ! command -v sudo >/dev/null; then
		echo "missing:$missing (install them as root with apt-get)" >&2
		exit 1
	fi
	as_root=sudo
fi
# A fresh machine knows no packages yet.
if [ -z "$(find /var/lib/apt/lists -name '*Packages*' -print -quit 2>/dev/null)" ]; then
	echo "${as_root:+sudo }apt-get update"
	$as_root apt-get update -qq
fi
echo "${as_root:+sudo }apt-get install -y --no-install-recommends$missing"
# shellcheck disable=SC2086 # a list of packages
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing
