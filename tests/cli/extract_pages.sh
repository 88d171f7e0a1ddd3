# Saved pages: title, day and paper of each are what corpus/pages/pages.tsv says.
pages=$CORPUS/../pages
"$WARTA" extract -q "$pages"/*.html --table articles --format tsv -o - 2>told |
	awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	{ print $at["article_id"] "\t" $at["published"] "\t" $at["source_name"] "\t" $at["title"] }' >got
tail -n +2 "$pages/pages.tsv" | diff - got
sed "s,[^ ]*/,," told
