# The tables that an index gives are those of the articles, whatever order they came in.
"$WARTA" extract -q "$CORPUS" -o t
"$WARTA" index -q "$CORPUS" -d i
"$WARTA" export -d i -o u
for table in t/*.csv; do
	sort "$table" >a
	sort "u/${table#t/}" | cmp - a || echo "$table differs"
done
ls t | wc -l
