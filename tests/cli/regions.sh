# A word selects claims, not articles that mention it in passing.
"$WARTA" index "$CORPUS" -d i -q
"$WARTA" regions -d i 'smart city' --format csv | tail -n +2 | cut -d , -f 2 | sort -u
"$WARTA" regions -d i 'wilayah:"Kota Serang"' --format csv | tail -n +2 | cut -d , -f 1 | sort -u
"$WARTA" regions -d i --level province 'wilayah:Banten' --format csv | tail -n +2 | cut -d , -f 1 | sort -u
"$WARTA" regions -d i --min-confidence 2 2>/dev/null; echo $?
"$WARTA" regions -d i zzzzqqqq 2>/dev/null; echo $?

# A word of any name of a programme, in any form; phrases; fields of the claim and of the article.
rows() { echo "== $*"; "$WARTA" regions -d i "$@" --format csv 2>/dev/null | tail -n +2 | cut -d , -f 1,3 | sort; }
rows cerdas
rows kota cerdas
rows '"kota cerdas"'
rows 'program:"smart city"'
rows 'program:smart-city status:berjalan'
rows 'urusan:"komunikasi dan informatika" wilayah:Riau'
rows 'tanggal:2021 masterplan'
rows 'sumber:kabar masterplan'
rows 'masterplan -wilayah:Pekanbaru'

# Over the years: statuses with their first days, the largest budget, copies counted once.
sentence() { printf '{"id":"%s","date":"%s","title":"%s","text":"TEGAL - %s"}\n' "$@"; }
{
	sentence a 2021-03-04 'Alun-alun Direncanakan' 'Pemerintah Kota Tegal akan merevitalisasi alun-alun dengan anggaran Rp5,5 miliar pada tahun depan.'
	sentence b 2022-06-01 'Alun-alun Dikerjakan' 'Pemerintah Kota Tegal sedang merevitalisasi alun-alun dengan anggaran Rp11,4 miliar. Pekerja memasang batu di sisi barat sejak pagi.'
	sentence c 2023-01-09 'Alun-alun Rampung' 'Pemerintah Kota Tegal telah rampung merevitalisasi alun-alun. Warga berfoto di depan air mancur sampai malam.'
	sentence d 2023-05-01 'Alun-alun Dikerjakan' 'Pemerintah Kota Tegal sedang merevitalisasi alun-alun dengan anggaran Rp11,4 miliar. Pekerja memasang batu di sisi barat sejak pagi.'
} >tegal.jsonl
"$WARTA" index tegal.jsonl -d t -q
"$WARTA" regions -d t alun-alun --format jsonl
"$WARTA" regions -d t alun-alun --format csv --keep-duplicates
"$WARTA" regions -d t alun-alun --format table --evidence
"$WARTA" programmes -d t wilayah:Tegal --level provinsi --format table
