#!/bin/sh
# make-roots.sh - make roots.tsv from the Indonesian spelling dictionary of Debian's hunspell-id.
#
# usage: sh dictionaries/make-roots.sh WARTA [id_ID.dic] > dictionaries/roots.tsv
#
# The spelling dictionary (copyright 2017 Ali Ahmadi, LGPL-3) lists entries with the affixes each
# may take, two signs an affix.  How many affixes an entry takes is its weight.
#  - An entry is one word, or two with a hyphen, of three letters or more; names lose their capital.
#  - An entry with at most one affix that is itself made of a root with four affixes or more, three
#    letters shorter, is a derived word: it is left out, so that the root is found.  WARTA, this
#    project's program, tells what each entry would be without itself.
set -eu
export LC_ALL=C
warta=$1
dic=${2:-/usr/share/hunspell/id_ID.dic}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

# Entries with weight and letters of affixes, as lib/stem/roots.h has them.
iconv -f latin1 -t utf-8 "$dic" | tr -d '\r' | awk -F/ '
BEGIN {
	n = split("B0 b BE b BK b BI b BP b BS b Ba B Bb B Bk B Bf B Bg B Bl B Bq B Bt B " \
	    "M0 m MG m MM m D0 m O0 m MS m Mi i Di i Mg i Mm i Mw i Ti i Tg i Oi i i0 i " \
	    "Mk k Dk k Mh k Mo k Mx k Tk k Tn k Th k Ok k k0 k " \
	    "MP x MR x Mt x Mu x Mn x Mp x Mq x DR x Dt x Du x Dm x Dn x Dv x MB x Me x " \
	    "Ka K Kc K Ko K Kq K Kt K Ku K K0 e Ki e Kn e " \
	    "P0 p PE p PG p PK p PM p PN p PR p PS p " \
	    "Pa P Pc P Pf P Pg P Pl P Pn P Po P Ps P Pv P " \
	    "R0 r Ri r Rk r RS r Ra R Rq R Rt R " \
	    "S0 s Sa s Sn s Sb s SB s SK s SP s SR s SS s ST s Sl s Sq s Ss s " \
	    "T0 t TB t TE t Ta t Tf t TK t TR t a0 a", part, " ")
	for (i = 1; i < n; i += 2)
		letter[part[i]] = part[i + 1]
	order = "bBmikxKepPrRsta"
}
NR > 1 && $1 ~ /^[A-Z]?[a-z]+(-[A-Z]?[a-z]+)?$/ && length($1) >= 3 {
	$1 = tolower($1)
	weight[$1] += int(length($2) / 2)
	for (i = 1; i < length($2); i += 2)
		if ((sign = substr($2, i, 2)) in letter)
			takes[$1] = takes[$1] letter[sign]
}
END {
	for (word in weight) {
		affixes = ""
		for (i = 1; i <= length(order); i++)
			if (index(takes[word], substr(order, i, 1)))
				affixes = affixes substr(order, i, 1)
		print word "\t" weight[word] "\t" affixes
	}
}' | sort > "$tmp/all"

awk -F'\t' '$2 > 1 && $2 >= 6 - length($1) { print $1 }' "$tmp/all" > "$tmp/strong"
awk -F'\t' '$2 <= 1 { print $1 }' "$tmp/all" > "$tmp/weak"
"$warta" stem --mode sastrawi --roots "$tmp/strong" --pairs < "$tmp/weak" > "$tmp/pairs"

printf 'root\tweight\taffixes\n'
printf '# Made by make-roots.sh from hunspell-id (LGPL-3), copyright 2017 Ali Ahmadi.\n'
awk -F'\t' '
NR == FNR { weight[$1] = $2; next }
weight[$2] >= 4 && length($1) >= length($2) + 3 { print $1 }' "$tmp/all" "$tmp/pairs" > "$tmp/derived"
awk -F'\t' 'NR == FNR { derived[$1]; next } !($1 in derived)' "$tmp/derived" "$tmp/all"
