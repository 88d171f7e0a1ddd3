# Hold the includes of lib/ against lib/LAYERS.
# usage: awk -f tests/layers.awk lib/LAYERS lib/*/*.c lib/*/*.h cmd/*.c
FILENAME ~ /LAYERS$/ {
	if ($1 ~ /:$/) {
		layer = substr($1, 1, length($1) - 1)
		may[layer, layer] = known[layer] = 1
		for (i = 2; i <= NF; i++)
			may[layer, $i] = 1
	}
	next
}
/^#[ \t]*include[ \t]*"/ {
	split($0, part, "\"")
	split(part[2], to, "/")
	n = split(FILENAME, from, "/")
	if (!(to[1] in known))
		next
	here = from[n - 1]
	if (here == "cmd" && part[2] ~ /_private\.h$/)
		bad = bad FILENAME ":" FNR ": cmd includes " part[2] "\n"
	if (here in known && !((here, to[1]) in may))
		bad = bad FILENAME ":" FNR ": " here " may not include " part[2] "\n"
}
END {
	if (bad != "") {
		printf "%s", bad
		exit 1
	}
}
