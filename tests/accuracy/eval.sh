#!/bin/sh
# eval.sh WARTA - how right extraction, stems and dates are, on what is there to measure with.
set -eu

warta=${1:-build/release/warta}
for gold in corpus/gold-*.json; do
	echo "$gold"
	articles=$(awk -F '\t' -v gold="$gold" '$1 == gold { print $2; exit }' tests/accuracy/floors.tsv)
	# Articles of another set are not annotated there, and are passed over.
	"$warta" eval --gold "$gold" "$articles"
	echo
done
# Real articles that are not part of the project.
real=../shared/gold
if [ -r "$real/dev.jsonl" ]; then
	echo "real articles, annotated by hand"
	"$warta" eval --gold "$real/dev.gold.json" "$real/dev.jsonl"
	echo
fi
if command -v python3 >/dev/null; then
	tables=$(mktemp -d)
	trap 'rm -rf "$tables"' EXIT
	"$warta" extract -q corpus/articles corpus/daerah -o "$tables/sample"
	echo "claims of the sample articles, by confidence"
	python3 tests/accuracy/calibration.py "$tables/sample" corpus/gold-*.json
	if [ -r "$real/dev.jsonl" ]; then
		"$warta" extract -q "$real/dev.jsonl" -o "$tables/real"
		echo "claims of the real articles, by confidence"
		python3 tests/accuracy/calibration.py "$tables/real" "$real/dev.gold.json"
	fi
	echo
	python3 tests/accuracy/dates.py "$warta" || true
	echo
fi
echo "stems that are lemmas, of running text"
for mode in warta sastrawi snowball; do
	echo "$mode"
	sh tests/accuracy/stem.sh "$warta" --mode "$mode"
done
