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
"$WARTA" index -q - -d full.idx <all.jsonl
"$WARTA" extract -q - -o full --tokens <all.jsonl 2>/dev/null
echo "== index"
stopped index - -d i.idx -j 2
"$WARTA" verify i.idx && [ "$(articles i.idx)" -ge 1 ] && [ "$(articles i.idx)" -lt "$total" ] || echo "$(articles i.idx) of $total"
[ -e i.idx/pending ] && echo 'something is pending'
"$WARTA" index -q - -d i.idx <all.jsonl
diff -r i.idx full.idx && echo "went on"
echo "== index --rebuild"
stopped index --rebuild - -d i.idx
diff -r i.idx full.idx | sed 's/: run-[0-9]*/: run-N/'
"$WARTA" index --rebuild - -d i.idx 2>&1 <all.jsonl | sed 's/[0-9][0-9]* \(articles\|unchanged\)/N \1/g'
diff -r i.idx full.idx && echo "went on"
stopped index --rebuild - -d i.idx >/dev/null
head -n 3 all.jsonl >few.jsonl
"$WARTA" index -q --rebuild few.jsonl -d i.idx && articles i.idx
"$WARTA" index -q few.jsonl -d few.idx && diff -r few.idx i.idx && echo "nothing of the broken run but these"
echo "== index, killed"
"$WARTA" index - -d k.idx --memory 1M <pipe 2>/dev/null &
exec 3>pipe
cat all.jsonl all.jsonl all.jsonl all.jsonl >&3
wait=300
until [ -e k.idx/pending ] || [ $wait = 0 ]; do
	sleep 0.1
	wait=$((wait - 1))
done
kill -9 $!
exec 3>&-
wait $! 2>/dev/null
echo "status $?"
"$WARTA" verify k.idx >/dev/null 2>&1 && echo "there is an index already"
"$WARTA" index - -d k.idx <all.jsonl 2>&1 | sed 's/[0-9][0-9]* \(articles\|unchanged\)/N \1/g'
"$WARTA" index --prune -q - -d k.idx <all.jsonl
diff -r k.idx full.idx && echo "went on"
echo "== extract"
stopped extract - -o t
ls t
stopped extract - -o t --resume --tokens
ls t
size=$(wc -c <t/extract.resume)
"$WARTA" extract -q - -o t --resume --tokens <all.jsonl 2>/dev/null
[ "$size" -gt 1000 ] && [ "$size" -lt "$(wc -c <t/extract.resume)" ] || echo "$size bytes were kept"
for table in full/*; do
	cmp "$table" "t/${table##*/}"
done
stopped extract - --table articles -o - | tail -n 3 | sed '/^[^sw]/d'
