# The steps to a root, in the default mode and by the rules of Sastrawi.
printf 'beri\nnaik\ntiru\nkerja\nnikmat\nadu\n' > roots
for word in mempertanggungjawabkan perbankan ketidakadilan berlari-larian mainin sedangkan \
    pekalongan dimana rivalnya; do
	"$WARTA" stem --explain "$word"
done
for word in memberikan meniru-nirukan menaikan kinerja nikmat-ku beradu bui; do
	"$WARTA" stem --mode sastrawi --roots roots --explain "$word"
done
