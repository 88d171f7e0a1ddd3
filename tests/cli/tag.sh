# The mentions of a text as JSON, whose tabs and quotation marks stay apart from those of the text.
printf 'Banjir di Kota\tSerang\n\nSungai di Kota Serang meluap pada 3 Mei 2024 dan "Mei" 2023.\n' >a.txt
"$WARTA" tag --format jsonl <a.txt
