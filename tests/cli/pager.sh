# On a terminal long answers go through a pager, in colours; elsewhere never.
command -v script >/dev/null && script -qec true /dev/null >/dev/null 2>&1 </dev/null || exit 0
"$WARTA" index "$CORPUS" -d i -q
export WARTA_INDEX=i
terminal() { script -qec "stty cols 80; $*" /dev/null </dev/null | tr -d '\r'; }
unset PAGER LESS
plain=$(terminal "$WARTA search --no-pager bersih -n 2")
fail() { echo "$*" >&2; exit 1; }
case $plain in *"$(printf '\033[1;33m')"*) ;; *) fail "no colours" ;; esac
[ "$(terminal "WARTA_PAGER='sed s/^/@/' $WARTA search bersih -n 2")" = "$(echo "$plain" | sed s/^/@/)" ] || fail "WARTA_PAGER"
[ "$(terminal "PAGER='sed s/^/@/' $WARTA search bersih -n 2")" = "$(echo "$plain" | sed s/^/@/)" ] || fail "PAGER"
[ "$(terminal "WARTA_PAGER= PAGER='sed s/^/@/' $WARTA search bersih -n 2")" = "$plain" ] || fail "an empty WARTA_PAGER"
[ "$(terminal "WARTA_PAGER=cat $WARTA search bersih -n 2")" = "$plain" ] || fail "cat"
[ "$(terminal "PAGER='tidak-ada -R' $WARTA search bersih -n 2")" = "$plain" ] || fail "a pager that is missing"
[ "$(terminal "PAGER=/bin/cat $WARTA search bersih -n 2")" = "$plain" ] || fail "a pager with its folder"
[ "$(terminal "PATH=/nowhere $WARTA search bersih -n 2")" = "$plain" ] || fail "no less"
case $(terminal "NO_COLOR=1 WARTA_PAGER='sed s/^/@/' $WARTA search bersih -n 2") in *"$(printf '\033')"*) fail "NO_COLOR" ;; esac
terminal "PAGER='sed s/^/@/' $WARTA kwic bersih -n 3" | grep -c '^@20' | grep -qx 3 || fail "kwic"
for command in 'regions --evidence' programmes 'facets --by province' timeline 'show monyet-wonogiri'; do
	terminal "PAGER='sed s/^/@/' $WARTA $command" | head -n 1 | grep -q ^@ || fail "$command"
	terminal "PAGER='sed s/^/@/' $WARTA $command --no-pager" | grep -q ^@ && fail "$command --no-pager"
done
terminal "PAGER='head -n 1' $WARTA kwic a; echo status \$?" | tail -n 1 | grep -qx 'status 0' || fail "a pager that ends early"
terminal "PAGER=true $WARTA search zzzzqqqq; echo status \$?" | tail -n 1 | grep -qx 'status 1' || fail "the status"
PAGER='sed s/^/@/' "$WARTA" search bersih -n 2 | grep -q ^@ && fail "paged without a terminal"
PAGER='sed s/^/@/' "$WARTA" search bersih --format table -n 2 | grep -q ^@ && fail "a table in a pipe is paged"
exit 0
