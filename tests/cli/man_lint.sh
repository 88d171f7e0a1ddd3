# Manual pages are clean mdoc; every command has one, and is known to the completions.
pages=$TESTS/../cmd/man
completions=$TESTS/../cmd/completions
status=0
if command -v mandoc >/dev/null; then
	mandoc -T lint -W warning "$pages"/*.1 >&2 || status=1
fi
for command in $("$WARTA" --help | sed -n '/^commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
	[ -e "$pages/warta-$command.1" ] || { echo "warta-$command.1 is missing" >&2; status=1; }
	for file in "$completions"/*; do
		grep -qw "$command" "$file" || { echo "$command is not in ${file##*/}" >&2; status=1; }
	done
done
exit $status
