# Counting by hand: one region right, one missed, one too many; an article that is absent.
printf '%s\n' '{"id":"a","text":"Banjir merendam Kota Serang dan Kota Cilegon."}' >x.jsonl
printf '%s\n' '{"a":{"regions":[{"code":"36.73","surfaces":["Kota Serang"]},{"code":"36.71","surfaces":[]}],' \
    '"officials":[],"persons":[],"agencies":[],"dates":[],"claims":[]},"z":{"regions":["31"]}}' >gold.json
"$WARTA" eval --gold gold.json x.jsonl
status=$?
"$WARTA" eval --gold gold.json x.jsonl --list regions | grep '^a:'
exit $status
