#!/bin/sh
# run.sh BUILD [-u] - every test; the last line is "N passed, N failed".
#
#     tests/unit/*/*.c          programs that print TAP, built by `make unit`
#     tests/cli/*.sh            a case: name.sh, with name.stdout, name.exit as expected
#     tests/accuracy/floors.tsv recorded scores, which may only rise
#     tests/mutate/noticed.txt  rows that must be missed when they are gone
#     the rule of layers, and shellcheck where it is installed
#
# -u writes what came out over the expected output (name.stdout) of the cases that have one.
set -u

build=${1:-build/release}
update=${2:-}
root=$(pwd)
case $build in /*) ;; *) build=$root/$build ;; esac
export WARTA="$build/warta" WARTA_DICT="$build/warta.dict" LC_ALL=C.UTF-8
unset WARTA_INDEX NO_COLOR
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

ok() {
	passed=$((passed + 1))
}

bad() {
	failed=$((failed + 1))
	echo "FAILED: $*"
}

unit() {
	program=$1
	name=${program#"$build"/tests/}
	"$program" >"$work/tap" 2>"$work/stderr"
	status=$?
	good=$(grep -c '^ok ' "$work/tap")
	wrong=$(grep -c '^not ok ' "$work/tap")
	passed=$((passed + good))
	failed=$((failed + wrong))
	if [ "$wrong" != 0 ]; then
		echo "FAILED: $name"
		grep -A 1 '^not ok ' "$work/tap" | head -40
	elif [ "$status" != 0 ] || ! grep -q '^1\.\.' "$work/tap"; then
		bad "$name: exit status $status"
		tail -5 "$work/stderr"
	fi
}

# A case runs in a folder of its own, with the sample articles at $CORPUS.
case_of_cli() {
	script=$1
	base=${script%.sh}
	name=${base#"$root"/tests/}
	want=0
	[ -e "$base.exit" ] && want=$(cat "$base.exit")
	mkdir -p "$work/case"
	(cd "$work/case" && CORPUS="$root/corpus/articles" TESTS="$root/tests" \
	    sh "$script" >"$work/stdout" 2>"$work/stderr" </dev/null)
	status=$?
	rm -rf "$work/case"
	if [ "$update" = -u ] && [ -e "$base.stdout" ]; then
		cp "$work/stdout" "$base.stdout"
	fi
	if [ "$status" != "$want" ]; then
		bad "$name: exit status $status, expected $want"
		tail -5 "$work/stderr"
	elif [ -e "$base.stdout" ] && ! diff -u "$base.stdout" "$work/stdout" >"$work/diff"; then
		bad "$name"
		head -30 "$work/diff"
	else
		ok
		grep '^skipped: ' "$work/stderr"
	fi
}

layers() {
	if awk -f tests/layers.awk lib/LAYERS lib/*/*.[ch] cmd/*.c >"$work/layers"; then
		ok
	else
		bad "layers"
		cat "$work/layers"
	fi
}

scripts() {
	command -v shellcheck >/dev/null || return 0
	if shellcheck cmd/*.sh tests/*.sh tests/accuracy/*.sh dictionaries/*.sh .ci/run >"$work/shellcheck"; then
		ok
	else
		bad "shellcheck"
		head -40 "$work/shellcheck"
	fi
}

# Each row: annotations, articles, kind, least F1.
floors() {
	floors=tests/accuracy/floors.tsv
	[ -e "$floors" ] || return 0
	grep -v '^#' "$floors" | cut -f 1 | sort -u >"$work/golds"
	while read -r gold; do
		articles=$(awk -F '\t' -v gold="$gold" '$1 == gold { print $2; exit }' "$floors")
		"$WARTA" eval --gold "$gold" "$articles" >"$work/scores" 2>"$work/stderr"
		grep -v '^#' "$floors" | awk -F '\t' -v gold="$gold" '$1 == gold { print $3, $4 }' |
		while read -r kind least; do
			got=$(awk -v kind="$kind" '$1 == kind { print $NF }' "$work/scores")
			if awk -v got="${got:-0}" -v least="$least" 'BEGIN { exit !(got + 0 >= least + 0) }'; then
				echo "ok $gold $kind $got"
			else
				echo "not ok $gold $kind: F1 ${got:-none} is below $least"
			fi
		done >"$work/floors"
		passed=$((passed + $(grep -c '^ok ' "$work/floors")))
		failed=$((failed + $(grep -c '^not ok ' "$work/floors")))
		grep '^not ok ' "$work/floors"
	done <"$work/golds"
}

# A few of the kinds of rows that tests are known to notice when they are gone.
mutants() {
	command -v python3 >/dev/null || return 0
	if python3 tests/mutate/mutate.py "$build" --known 4 >"$work/mutants" 2>&1; then
		ok
	else
		bad "mutants"
		head -20 "$work/mutants"
	fi
}

for program in $(find tests/unit -name '*.c' | sort); do
	unit "$build/${program%.c}"
done
for script in "$root"/tests/cli/*.sh; do
	[ -e "$script" ] && case_of_cli "$script"
done
layers
scripts
floors
mutants
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
