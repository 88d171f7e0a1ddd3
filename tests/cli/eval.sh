# Counting by hand: one region right, one missed, one too many; an article that is absent.
printf '%s\n' '{"id":"a","text":"Banjir merendam Kota Serang dan Kota Cilegon."}' >x.jsonl
printf '%s\n' '{"a":{"regions":[{"code":"36.73","surfaces":["Kota Serang"]},{"code":"36.71","surfaces":[]}],' \
    '"officials":[],"persons":[],"agencies":[],"dates":[],"claims":[]},"z":{"regions":["31"]}}' >gold.json
"$WARTA" eval --gold gold.json x.jsonl
status=$?
"$WARTA" eval --gold gold.json x.jsonl --list regions | grep '^a:'
# Annotations that are none.
printf '{"a":{},\n"b":' >buruk.json && "$WARTA" eval --gold buruk.json x.jsonl 2>&1
echo '{"a":[]}' >buruk.json && "$WARTA" eval --gold buruk.json x.jsonl 2>&1
echo '[]' >buruk.json && "$WARTA" eval --gold buruk.json x.jsonl 2>&1
printf '{"a\377":{}}' >buruk.json && "$WARTA" eval --gold buruk.json x.jsonl 2>&1
exit $status
