# A dictionary that is missing or damaged: a message, and exit status 4.
export WARTA_DICT=none.dict
"$WARTA" extract "$CORPUS" -o t 2>&1; echo $?
head -c 100000 "$(dirname "$WARTA")/warta.dict" >cut.dict
WARTA_DICT=cut.dict "$WARTA" extract "$CORPUS" -o t 2>/dev/null; echo $?
echo nonsense >bad.dict
WARTA_DICT=bad.dict "$WARTA" search kata 2>/dev/null; echo $?

# One bit of what a search reads, or of what only a compiled dictionary's own check reads.
dict=$(dirname "$WARTA")/warta.dict
unset WARTA_DICT
"$WARTA" index -q "$CORPUS" -d t.idx
"$WARTA" dict --check "$dict"; echo sound: $?
size=$(($(wc -c <"$dict")))
damaged=0
for part in 1 2 3 4 5 6 7; do
	cp "$dict" bad.dict
	printf '\252' | dd of=bad.dict bs=1 seek=$((size * part / 8)) conv=notrunc 2>/dev/null
	"$WARTA" dict --check bad.dict 2>/dev/null
	damaged=$((damaged + ($? == 1)))
done
echo "found: $damaged of 7"
cp "$dict" bad.dict
printf '\252\125' | dd of=bad.dict bs=1 seek=$((size - 1000)) conv=notrunc 2>/dev/null
WARTA_DICT=$PWD/bad.dict "$WARTA" search -d t.idx pasar 2>&1 | sed 's/ at byte [0-9]*//; s/.*bad.dict/bad.dict/'
WARTA_DICT=$PWD/bad.dict "$WARTA" search -d t.idx pasar >/dev/null 2>&1; echo $?
