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
"$WARTA" index -q "$CORPUS/mpp-gianyar.txt" -d i
[ -d "$speech" ] || complain "$speech is missing"
# What the library says, with what it put in, by the formats of the catalogue.
while IFS='|' read -r query want; do
	LC_ALL=id_ID.UTF-8 "$WARTA" search -d i "$query" 2>&1 | grep -qF "search: $want" ||
		complain "$query: not '$want'"
done <<'END'
(banjir|tanda kurung ini tidak ditutup
tanggal:2022-13|tidak ada bulan 13
wilayah:"Kota %s: x"|tidak ada wilayah bernama 'Kota %s: x'
kolor:merah|tidak ada bidang "kolor"; bidangnya judul
banjir)|tidak ada tanda kurung yang terbuka di sini
END
printf '{"x":' >bad.json
LC_ALL=id_ID.UTF-8 "$WARTA" extract bad.json -o t 2>&1 | grep -q '^warta extract: bad.json: JSON tidak sah pada bita 5: data berakhir' ||
	complain "a reason for skipping is told in English"
LC_ALL=id_ID.UTF-8 "$WARTA" search -d /nowhere x 2>&1 | grep -q '/nowhere: tidak ada indeks di sini' ||
	complain "no index is told in English"
LC_ALL=C "$WARTA" search -d i '(banjir' 2>&1 | grep -q 'this parenthesis is not closed' || complain "English is not"
if command -v xgettext >/dev/null; then
	xgettext --from-code=UTF-8 -L C -kspeak -kcmd_warn:2 -kcmd_usage:2 -ksay:2 -kput_say:3 \
		-o messages.pot "$root"/cmd/*.c 2>/dev/null
	xgettext --from-code=UTF-8 -L C -kwt_error_set:4 -kfail:4 -kwt_skips_notice:4 \
		-kwt_skips_add:5 -kskip:3 -o library.pot "$root"/lib/*/*.c 2>/dev/null
	for messages in messages.pot library.pot; do
		msgcmp "$catalogue" "$messages" 2>compared || {
			grep -v warning compared >&2
			sed -n 's/.*\.pot:\([0-9]*\): .*/\1/p' compared | while read -r line; do
				sed -n "${line}p" "$messages" >&2
			done
			status=1
		}
	done
	[ "$(msgattrib --untranslated "$catalogue" | grep -c '^msgid')" = 0 ] || complain "untranslated messages"
fi
exit $status
