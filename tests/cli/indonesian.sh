# Every message and every help has its Indonesian, and data stays as it is.
root=$TESTS/..
catalogue=$root/cmd/po/id.po
speech=${WARTA%/*}/locale
status=0

complain() {
	echo "$*" >&2
	status=1
}

for command in $("$WARTA" --help | sed -n '/^commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
	LC_ALL=id_ID.UTF-8 "$WARTA" "$command" --help | head -n 1 | grep -q '^pemakaian: ' ||
		complain "$command --help speaks no Indonesian"
done
LC_ALL=id_ID.UTF-8 "$WARTA" stem --nothing 2>&1 | grep -q 'tidak dikenal' || complain "messages are in English"
LC_ALL=id_ID.UTF-8 "$WARTA" extract -q "$CORPUS/mpp-gianyar.txt" --table claims -o - >id
LC_ALL=C "$WARTA" extract -q "$CORPUS/mpp-gianyar.txt" --table claims -o - >en
cmp id en || complain "data depends on the language"
LC_ALL=id_ID.UTF-8 "$WARTA" extract /nowhere --table skipped -o - >id 2>told
LC_ALL=C "$WARTA" extract /nowhere --table skipped -o - >en 2>/dev/null
cmp id en || complain "reasons in tables depend on the language"
grep -q 'tidak ada berkas' told || complain "reasons are told in English"
[ -d "$speech" ] || complain "$speech is missing"
if command -v xgettext >/dev/null; then
	xgettext --from-code=UTF-8 -L C -kspeak -kcmd_warn:2 -kcmd_usage:2 -ksay:2 -kput_say:3 \
		-o messages.pot "$root"/cmd/*.c 2>/dev/null
	msgcmp "$catalogue" messages.pot 2>compared || {
		grep -v warning compared >&2
		status=1
	}
	[ "$(msgattrib --untranslated "$catalogue" | grep -c '^msgid')" = 0 ] || complain "untranslated messages"
fi
exit $status
