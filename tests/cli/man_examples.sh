# The examples of the manual pages do what they say: each ends with status 0.
project=$TESTS/..
PATH=${WARTA%/*}:$PATH
ln -s "$project/corpus" "$project/dictionaries" .
warta index -q corpus/articles -d warta.idx || exit 1
for page in "$project"/cmd/man/*.1; do
	sed -n '/^\.Sh EXAMPLES/,/^\.Sh SEE/s/^\.Dl //p' "$page" | while read -r line; do
		sh -c "$line" >out 2>err </dev/null || {
			echo "${page##*/}: $line"
			head -n 3 err
		} >&2
	done
done 2>failed
cat failed >&2
[ ! -s failed ]
