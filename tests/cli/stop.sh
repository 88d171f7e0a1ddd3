# SIGTERM: what was begun is finished and kept, and the same command goes on from there.
# More than a pipe holds: what was written into it, the program has begun to read.
for n in 1 2 3 4 5 6; do
	cat "$CORPUS"/*.jsonl | sed "s/\"id\": *\"/&$n-/"
done >all.jsonl
[ "$(wc -c <all.jsonl)" -gt 200000 ] || echo "too few articles"
total=$(wc -l <all.jsonl)
half=$((total / 2))
mkfifo pipe

# Half of the articles, the signal, then the rest.
stopped() { # a command line that reads the pipe
	"$WARTA" "$@" <pipe 2>told &
	exec 3>pipe
	head -n $half all.jsonl >&3
	kill -TERM $!
	tail -n +$((half + 1)) all.jsonl >&3
	exec 3>&-
	wait $!
	echo "status $?"
	sed 's/[0-9][0-9]* articles/N articles/' told
}

articles() {
	"$WARTA" stats "$1" | sed -n 's/^articles,//p'
}
"$WARTA" index -q all.jsonl -d full.idx
"$WARTA" extract -q all.jsonl -o full --tokens 2>/dev/null
echo "== index"
stopped index - -d i.idx -j 2
"$WARTA" verify i.idx && [ "$(articles i.idx)" -ge 1 ] && [ "$(articles i.idx)" -lt "$total" ] || echo "$(articles i.idx) of $total"
[ -e i.idx/pending ] && echo 'something is pending'
"$WARTA" index -q all.jsonl -d i.idx
diff -r i.idx full.idx && echo "went on"
echo "== index --rebuild"
stopped index --rebuild - -d i.idx
diff -r i.idx full.idx | sed 's/: run-[0-9]*/: run-N/'
"$WARTA" index --rebuild all.jsonl -d i.idx 2>&1 | sed 's/[0-9][0-9]* \(articles\|unchanged\)/N \1/g'
diff -r i.idx full.idx && echo "went on"
stopped index --rebuild - -d i.idx >/dev/null
head -n 3 all.jsonl >few.jsonl
"$WARTA" index -q --rebuild few.jsonl -d i.idx && articles i.idx
"$WARTA" index -q few.jsonl -d few.idx && diff -r few.idx i.idx && echo "nothing of the broken run but these"
echo "== extract"
stopped extract - -o t
ls t
stopped extract - -o t --resume --tokens
ls t
size=$(wc -c <t/extract.resume)
"$WARTA" extract -q all.jsonl -o t --resume --tokens 2>/dev/null
[ "$size" -gt 1000 ] && [ "$size" -lt "$(wc -c <t/extract.resume)" ] || echo "$size bytes were kept"
for table in full/*; do
	cmp "$table" "t/${table##*/}"
done
stopped extract - --table articles -o - | tail -n 3 | sed '/^[^sw]/d'
