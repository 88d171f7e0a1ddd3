#!/bin/sh
# eval.sh WARTA - precision, recall and F1 on the sample articles, set by set.
set -eu

warta=${1:-build/release/warta}
for gold in corpus/gold-*.json; do
	echo "$gold"
	# The articles of the other set are not annotated there, and are passed over.
	"$warta" eval --gold "$gold" corpus/articles
	echo
done
