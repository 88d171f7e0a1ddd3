# Wrong usage is 2, help is 0 and shows two examples.
commands=$("$WARTA" --help | sed -n '/^commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
echo "$commands" | wc -l | awk '{ print ($1 >= 20) }'
for command in $commands; do
	"$WARTA" "$command" --help >help || echo "$command: help failed"
	[ "$(sed '1,/^examples:/d' help | grep -c "warta")" -ge 2 ] || echo "$command: fewer than two examples"
done
# Help needs no other program, so that none of their libraries is loaded for it.
mkdir alone; cp "$WARTA" alone/warta
for command in $commands; do
	alone/warta "$command" --help >help 2>&1 || echo "$command: help needs more than warta"
done
"$WARTA" extract --nonsense 2>/dev/null; echo $?
"$WARTA" extract 2>/dev/null; echo $?
"$WARTA" extract x -o - 2>/dev/null; echo $?
"$WARTA" nonsense 2>/dev/null; echo $?
"$WARTA" search -d none kata 2>/dev/null; echo $?
# What is wrong with an option is told with its name and what its help says.
for words in '--format xml a' '-n 0 a' '-n' '--formt x' '-qz a' '--json=3 a' '--sort=bla a'; do
	# shellcheck disable=SC2086
	"$WARTA" search $words 2>&1
done
"$WARTA" facets --by x 2>&1
"$WARTA" timeline -n 3 a 2>&1
"$WARTA" tokens --mode x 2>&1 </dev/null
true
