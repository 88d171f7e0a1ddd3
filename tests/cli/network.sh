# Networks: rows, files, GEXF and GraphML, which tools read, and what cannot be asked.
"$WARTA" index "$CORPUS" -d i -q
net() { "$WARTA" network -d i "$@"; }
# Invented news, for what is printed whole.
mkdir news
printf '%s\n' 'Alun-alun' '' 'Wali Kota Serang Budi Santoso akan membangun alun-alun pada 2023. Pembangunan itu didukung Banten.' >news/a.txt
printf '%s\n' 'Rapat "A & B"' '' 'Wali Kota Serang Budi Santoso bertemu Gubernur Banten Siti Aminah. Rapat membahas Kota Cilegon.' >news/b.txt
"$WARTA" index news -d small -q
small() { "$WARTA" network -d small "$@"; }
echo '== edges'; small --types region,official
echo '== in one sentence'; small --types region,official --within sentence
echo '== of two articles'; small --types region,official --min-weight 2
echo '== a table of the first'; small --top 3 --types region,official --format table
echo '== two files'; small --types region,official --format tsv -o folder; cat folder/nodes.tsv; wc -l <folder/edges.tsv
small --format jsonl -o folder; grep -c '"source":"[A-Z]' folder/edges.jsonl
small --format csv -o folder; [ "$(small --format csv)" = "$(cat folder/edges.csv)" ] && echo "the same on standard output"
echo '== graphs'; small --types region --format gexf; small --types region --format graphml -o a.graphml; cat a.graphml
net --format graphml >all.graphml; net --format gexf >all.gexf
command -v xmllint >/dev/null && { xmllint --noout all.gexf ./*.graphml || echo "not well-formed"; }
net --format csv -o all
sizes="$(($(wc -l <all/nodes.csv) - 1)) $(($(wc -l <all/edges.csv) - 1))"
[ "$(python3 "$TESTS/cli/graphs.py" all.gexf all.graphml)" = "$sizes" ] || echo "the graphs are not what their formats have"
# Characters that XML has not, and those that it marks up with.
printf '{"id":"x","title":"Rapat \\u0001 <b> & \\"c\\" \\ufffe","text":"Wali Kota Serang Budi Santoso bertemu Gubernur Banten Siti Aminah <b>&amp;."}\n' >odd.jsonl
"$WARTA" index odd.jsonl -d odd -q
for f in gexf graphml; do "$WARTA" network -d odd --format $f >odd.$f; done
python3 "$TESTS/cli/graphs.py" odd.gexf odd.graphml
if python3 -c 'import networkx' 2>/dev/null; then
	python3 - >read <<-'END'
		import networkx, csv
		g, m = networkx.read_gexf('all.gexf'), networkx.read_graphml('all.graphml')
		assert set(g) == set(m) and {frozenset(e) for e in g.edges} == {frozenset(e) for e in m.edges}
		assert all(g.edges[e]['weight'] == m.edges[e]['weight'] for e in g.edges)
		assert all(g.nodes[n]['label'] == m.nodes[n]['label'] and g.nodes[n]['n_articles'] > 0 for n in g)
		print(len(g), g.number_of_edges())
	END
	[ "$(cat read)" = "$sizes" ] || echo "networkx reads another graph"
fi
echo '== the same from two segments'
"$WARTA" index "$CORPUS"/[a-k]*.txt -d two -q; "$WARTA" index "$CORPUS"/[!a-k]*.txt -d two -q; "$WARTA" index "$CORPUS"/*.txt -d one -q
"$WARTA" network -d one --format gexf >a; "$WARTA" network -d two --format gexf >b; cmp a b && echo same
echo '== as many articles as facets count'
net --types region --format csv -o regions; "$WARTA" facets -d i --by region --format csv >facets.csv
awk -F , 'NR == FNR { n[$1] = $3; next } FNR > 1 && n[$1] != $7 { print $1, n[$1], $7 }' facets.csv regions/nodes.csv
echo '== what cannot be asked'
for wrong in '--types region,' '--types dates' '--types ,' '--within paragraph' '--min-weight 0' '--min-weight 99999999999' '--top 0' \
	'--top x' '--format xml' '--format json -o x' '--format table -o x' '-o' '--nonsense'; do
	# shellcheck disable=SC2086
	net $wrong 2>/dev/null; echo "$wrong: $?"
done
net '(jalan' 2>/dev/null; echo "no query: $?"
net zzzzqqqq --format gexf >none.gexf 2>/dev/null; echo "nothing: $?"; grep -c '<node ' none.gexf
net --format gexf -o nowhere/a.gexf 2>/dev/null; echo "no folder: $?"
: >file; net --format csv -o file/x 2>/dev/null; echo "no folder: $?"
: >empty.txt; "$WARTA" index empty.txt -d none -q 2>/dev/null
"$WARTA" network -d none 2>/dev/null; echo "empty index: $?"
