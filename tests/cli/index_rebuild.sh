# An index of other rules is not mixed with new ones; --rebuild replaces it, whole or damaged.
mkdir mine
printf 'programme_id\tname\tparent_id\tsector\tkind\tvariants\tstems\tnot\n-smart-city\t\t\t\t\t\t\t\n' >mine/programmes.tsv
"$WARTA" index -q "$CORPUS" -d fresh.idx
"$WARTA" index -q "$CORPUS" -d old.idx --dict mine
"$WARTA" index -q "$CORPUS" -d old.idx 2>&1; echo $?
"$WARTA" search -d old.idx pasar 2>&1 >/dev/null
echo 'Embung baru di Serang.' >one.txt
"$WARTA" index -q one.txt -d old.idx --rebuild
"$WARTA" stats -d old.idx | grep articles
"$WARTA" index -q "$CORPUS" -d old.idx --rebuild; echo $?
"$WARTA" index -q /nowhere -d old.idx --rebuild 2>/dev/null; echo $?
"$WARTA" stats -d old.idx | grep articles
"$WARTA" index -q -j 3 "$CORPUS" -d old.idx --rebuild
diff -r fresh.idx old.idx && echo same
echo damaged >old.idx/manifest
"$WARTA" index -q "$CORPUS" -d old.idx 2>/dev/null; echo $?
"$WARTA" index -q "$CORPUS" -d old.idx --rebuild && diff -r fresh.idx old.idx && echo same
