# Modes, pairs, lists of roots, and bad words and lists.
printf 'beri\nnaik\ntiru\nkerja\n' > roots

echo '# modes'
for mode in warta sastrawi snowball none; do
	echo 'Memberikan pekerjaan, (perbankan) KINERJA.' | "$WARTA" stem --mode "$mode"
done
echo '# roots'
echo 'memberikan membantu kinerja' | "$WARTA" stem --mode sastrawi --roots roots
echo 'memberikan membantu kinerja' | "$WARTA" stem --roots roots
echo '# pairs'
printf 'Bali Bekasi\n\ndikurangi' | "$WARTA" stem --pairs
echo '# lines'
printf '\n  \nmembantu\n\n' | "$WARTA" stem | wc -l | tr -d ' '
echo '# bytes'
printf 'Caf\303\251 \377\376 \320\237\321\200\320\270 2019 membangun\n' | "$WARTA" stem
printf 'Caf\303\251 \377\376 2019 membangun\n' | "$WARTA" stem --mode sastrawi
for mode in warta sastrawi snowball; do
	awk 'BEGIN { for (i = 0; i < 100000; i++) printf "membangun-"; print "" }' |
	    "$WARTA" stem --mode "$mode" | wc -c | tr -d ' '
done
echo '# errors'
printf 'kata\nba\001d\n' > control
printf 'kata\n\377\n' > bytes
printf 'kata\nkata dua\tx\n' > columns
for list in none control bytes columns .; do
	"$WARTA" stem --roots "$list" < /dev/null 2>&1
	echo "exit $?"
done
"$WARTA" stem --mode porter < /dev/null 2>&1 | head -1
"$WARTA" stem --roots 2>&1 | head -1
"$WARTA" stem --fast 2>&1 | head -1
