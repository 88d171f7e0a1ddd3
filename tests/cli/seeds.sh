# Five real articles that are not part of the project; without them there is nothing to do.
seeds=$TESTS/../../shared/seeds
[ -d "$seeds" ] || exit 0
"$WARTA" extract -q "$seeds" -o out || exit
status=0

# has WHAT FILE PATTERN: a row that must be there; hasnt: one that must not.
has() {
	grep -Eq -- "$3" "out/$2" || { echo "missing: $1"; status=1; }
}
hasnt() {
	if grep -Eq -- "$3" "out/$2"; then
		echo "should not be there: $1"
		status=1
	fi
}
id() {
	sed -n "s/^\($1[^,]*\),.*/\1/p" out/articles.csv
}

a0=$(id 000) a1=$(id 001) a2=$(id 002) a3=$(id 003)
has '000 published' articles.csv "^$a0,.*,2020-02-05,"
has '001 published' articles.csv "^$a1,.*,2020-03-10,"
has 'wakil wali kota' entities.csv ',official,Subadri Usuludin,wakil wali kota,[^,]*,ID\.36\.73,'
has 'kepala bappeda' entities.csv ',official,Nanang Saepudin,kepala badan perencanaan pembangunan daerah,[^,]*,ID\.36\.73,'
has '001 Jakarta' mentions.csv "^$a1.*,region,ID\.31,Jakarta,"
has '001 Las Vegas' mentions.csv "^$a1.*,place,[^,]*,Las Vegas,"
has '001 kota metropolis' claims.csv "^$a1[^,]*,$a1,ID\.36\.73,kota-metropolis,"
has '001 alun-alun' claims.csv "^$a1[^,]*,$a1,ID\.36\.73,[a-z-]*alun-alun"
has '001 ruang terbuka hijau' claims.csv "^$a1[^,]*,$a1,ID\.36\.73,[a-z-]*ruang-terbuka-hijau"
hasnt '001 claim of Jakarta' claims.csv "^$a1[^,]*,$a1,ID\.31,"
has '002 kabupaten' mentions.csv "^$a2.*,region,ID\.36\.04,Kabupaten Serang,"
has '002 kota' mentions.csv "^$a2.*,region,ID\.36\.73,Kota Serang,"
for region in '36\.72' '36\.02' '36\.01' '36\.03'; do
	has "002 $region" mentions.csv "^$a2.*,region,ID\.$region,"
done
hasnt '002 Kota Tangerang' mentions.csv "^$a2.*,region,ID\.36\.71,"
has '002 bupati' entities.csv ',official,Ratu Tatu Chasanah,bupati,[^,]*,ID\.36\.04,'
has '002 Tatu' mentions.csv "^$a2.*,official,[^,]*,Tatu,"
has '002 Monday' dates.csv ",$a2,.*,2023-10-16,2023-10-16,day,"
has '002 kota agreed' claims.csv "^$a2[^,]*,$a2,ID\.36\.73,[^,]*perbatasan[^,]*,agreed,"
has '002 kabupaten agreed' claims.csv "^$a2[^,]*,$a2,ID\.36\.04,[^,]*perbatasan[^,]*,agreed,"
has '003 Tuesday' dates.csv ",$a3,Selasa \(21/6\),2022-06-21,"
has '003 smart city' claims.csv "^$a3[^,]*,$a3,ID\.33\.76,[^,]*smart-city[^,]*,ongoing,"
hasnt '003 Kabupaten Tegal' mentions.csv "^$a3.*,region,ID\.33\.28,"

"$WARTA" index -q "$seeds" -d seeds.idx || exit
"$WARTA" regions -d seeds.idx --format csv 'smart city' > regions.csv || exit
cut -d, -f1 regions.csv | sort -u > regions
printf 'ID.33.76\nID.36.73\nregion_id\n' > expected
cmp regions expected || { cat regions; status=1; }
exit $status
