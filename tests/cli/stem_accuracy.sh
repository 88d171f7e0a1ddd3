# Words beyond doubt, affixed words, a treebank's lemmas, and the slow second implementation.
grep -v '^#' "$TESTS/accuracy/stem_words.tsv" | sed 1d > words
cut -f1 words | "$WARTA" stem | paste words - | awk -F'\t' '$2 != $4 { print "wrong: " $0 }'
sh "$TESTS/accuracy/stem_affixed.sh" "$WARTA" > affixed || cat affixed
sh "$TESTS/accuracy/stem_differential.sh" "$WARTA" > differential || cat differential
sh "$TESTS/accuracy/stem.sh" "$WARTA" > lemmas
awk '$1 == "all" && $4 < 95 || $1 == "held" && $4 < 95 { print "below 95: " $0 }' lemmas
echo done
