# Manual pages are clean mdoc; every command and its options are in them and in the completions.
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
	for option in $("$WARTA" "$command" --help | sed '/^example/,$d' | grep -oE -- '--[a-z][a-z-]+' | sort -u); do
		grep -qs "Fl Fl ${option#--}" "$pages/warta-$command.1" ||
			{ echo "$option is not in warta-$command.1" >&2; status=1; }
		grep -qE -- "-l ${option#--}( |$)" "$completions/warta.fish" ||
			{ echo "$option of $command is not in warta.fish" >&2; status=1; }
		for file in "$completions/warta.bash" "$completions/_warta"; do
			grep -q -- "$option" "$file" || { echo "$option of $command is not in ${file##*/}" >&2; status=1; }
		done
	done
done
exit $status
