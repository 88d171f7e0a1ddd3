# make install and uninstall: the program, the library and what belongs to them, below a folder of their own.
root=$(cd "$TESTS/.." && pwd)
build=${WARTA%/*}
case $build in
"$root"/build/release) ;;
*) echo "skipped: install: it is for the release build" >&2; exit 0 ;;
esac
status=0
unset MAKEFLAGS MFLAGS MAKELEVEL WARTA_DICT WARTA_INDEX

complain() {
	echo "$*" >&2
	status=1
}

there="$PWD/a folder"
make -C "$root" -s install PREFIX=/usr DESTDIR="$there" >/dev/null || complain "make install"
usr=$there/usr

# The program finds its dictionary, its other half and its messages from there, by a link too.
echo 'KOTA SERANG - Pemkot Serang akan membangun pasar hewan.' >a.txt
"$usr/bin/warta" extract -q a.txt --table claims -o - | grep -q 'ID.36.73' || complain "extract"
"$usr/bin/warta" index -q a.txt -d i && "$usr/bin/warta" search -d i pasar --format csv | grep -q hewan || complain "search"
LC_ALL=id_ID.UTF-8 "$usr/bin/warta" --help | grep -q '^pemakaian' || complain "messages"
ln -s "$usr/bin/warta" w
./w tokens --mode none <a.txt | grep -q Pemkot || complain "by a link"
[ "$("$usr/bin/warta" --version)" = "$("$WARTA" --version)" ] || complain "--version"

# The library, for a program that knows of it from pkg-config alone.
cat >use.c <<'END'
#include <stdio.h>
#include <warta.h>

int
main(int argc, char **argv)
{
	struct wt_error error = { 0 };
	struct wt_arena arena = { 0 };
	struct wt_dict *dict = NULL;
	struct wt_extractor *x = NULL;
	struct wt_article article = { .text = wt_span_of(argv[argc - 1]) };
	struct wt_facts facts;

	if (wt_dict_open(argv[1], &dict, &error) != WT_OK || wt_extractor_open(dict, &x, &error) != WT_OK ||
	    wt_extract(x, &article, 0, &arena, &facts, &error) != WT_OK)
		return fprintf(stderr, "%s\n", error.text), 1;
	for (unsigned i = 0; i < facts.nclaims; i++)
		printf("%.*s\n", (int)facts.claims[i].region_id.len, facts.claims[i].region_id.at);
	wt_extractor_close(x);
	wt_dict_close(dict);
	wt_arena_free(&arena);
	return 0;
}
END
# pkg-config writes a space in a folder's name as `\ `, which eval understands.
cp -r "$usr" plain
pc() {
	PKG_CONFIG_PATH=plain/lib/pkgconfig pkg-config --define-variable=prefix="$PWD/plain" "$@" warta
}
if pc --exists; then
	eval "${CC:-cc} -std=c11 -Wall -Wextra -pedantic -Werror -o use use.c $(pc --cflags --libs)" || complain "use.c does not build"
	./use "$(pc --variable=dict)" 'Pemkot Serang akan membangun pasar hewan.' | grep -qx ID.36.73 || complain "use.c does not work"
else
	complain "pkg-config does not know warta"
fi
[ "warta $(pc --modversion)" = "$("$WARTA" --version)" ] || complain "the version of pkg-config"
# Every header stands alone.
(cd plain/include/warta && find . -name '*.h') | while read -r header; do
	printf '#include <%s>\nextern int there;\n' "${header#./}" >alone.c
	eval "${CC:-cc} -std=c11 -Wall -fsyntax-only $(pc --cflags) alone.c" || echo "$header"
done >alone 2>&1
[ ! -s alone ] || complain "headers do not stand alone: $(head -n 5 alone)"

# Manuals and completions.
for page in "$root"/cmd/man/*.1; do
	[ -s "$usr/share/man/man1/${page##*/}" ] || complain "${page##*/} is missing"
done
bash -n "$usr/share/bash-completion/completions/warta" || complain "bash completion"
[ "$(find "$there" -perm -022 -type f | grep -c '')" = 0 ] || complain "others may write some files"

# What was installed goes away, what was there before stays.
echo mine >"$usr/bin/mine"
make -C "$root" -s uninstall PREFIX=/usr DESTDIR="$there" >/dev/null || complain "make uninstall"
[ "$(find "$there" ! -type d)" = "$usr/bin/mine" ] || complain "left: $(find "$there" ! -type d | head -n 5)"
[ "$(find "$there" -name 'warta*')" = '' ] || complain "left: $(find "$there" -name 'warta*')"
make -C "$root" -s uninstall PREFIX=/usr DESTDIR="$there" >/dev/null || complain "make uninstall twice"
exit $status
