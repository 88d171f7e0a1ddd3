# Wrong usage is 2, help is 0 and shows two examples.
for command in extract index search regions programmes facets timeline kwic collocates network show serve export merge verify stats dump eval tokens; do
	"$WARTA" $command --help >help || echo "$command: help failed"
	grep -A 3 '^examples:' help | grep -c "warta"
done | sort -u
"$WARTA" extract --nonsense 2>/dev/null; echo $?
"$WARTA" extract 2>/dev/null; echo $?
"$WARTA" extract x -o - 2>/dev/null; echo $?
"$WARTA" nonsense 2>/dev/null; echo $?
"$WARTA" search -d none kata 2>/dev/null; echo $?
