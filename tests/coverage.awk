# gcov -n -b to one line a source: lines and branches run, in percent, and its name.
/^File / {
	split($0, part, "'")
	file = part[2]
	lines = branches = ""
}
/^Lines executed:/ {
	split($0, part, "[:%]")
	lines = part[2]
}
/^Branches executed:/ {
	split($0, part, "[:%]")
	branches = part[2]
}
/^(Calls executed|No calls)/ && file ~ /^lib\/.*\.c$/ {
	printf "%6s %6s %s\n", lines, branches, file
	file = ""
}
