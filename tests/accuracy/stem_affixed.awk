# Words made of the roots of roots.tsv with the affixes each is listed with, by the standard
# grammar's rules of sound: form TAB root.
# usage: awk -f tests/accuracy/stem_affixed.awk dictionaries/roots.tsv
BEGIN { FS = OFS = "\t" }

# me- or pe- before a root.
function nasal(front, root,    first, second, rest) {
	first = substr(root, 1, 1)
	second = substr(root, 2, 1)
	rest = substr(root, 2)
	if (root ~ /^[lmnrwy]/)
		return front root
	if (root ~ /^[bfv]/)
		return front "m" root
	if (first == "p")
		return front "m" (second ~ /[aeiou]/ ? rest : root)
	if (root ~ /^[cdjz]/ || root ~ /^sy/)
		return front "n" root
	if (first == "t")
		return front "n" (second ~ /[aeiou]/ ? rest : root)
	if (first == "s")
		return front (second ~ /[aeiou]/ ? "ny" rest : "n" root)
	if (first == "k")
		return front "ng" (second ~ /[aeiou]/ ? rest : root)
	return front "ng" root
}

# ber-, ter-, per-, which lose r before r, and ber- and ter- before a first syllable in er.
function lax(front, root) {
	if (root == "ajar" && front != "ter")
		return substr(front, 1, 2) "l" root
	if (root ~ /^r/ || (front != "per" && root ~ /^[bcdfghjklmnpqstvwxyz]er[^aeiou]/))
		return substr(front, 1, 2) root
	return front root
}

function made(form) { print form, root }

/^#/ || FNR == 1 || $1 ~ /-/ || $1 !~ /^[a-z]+$/ { next }
{
	root = $1
	vowels = gsub(/[aeiou]/, "&", $1)
	made(root "nya")
	if (vowels < 2)
		next
	if ($3 ~ /b/) made(lax("ber", root))
	if ($3 ~ /m/) made(nasal("me", root))
	if ($3 ~ /m/) made("di" root)
	if ($3 ~ /i/ && root !~ /i$/) made(nasal("me", root) "i")
	if ($3 ~ /i/ && root !~ /i$/) made("di" root "i")
	if ($3 ~ /k/) made(nasal("me", root) "kan")
	if ($3 ~ /k/) made("di" root "kan")
	if ($3 ~ /K/) made("ke" root "an")
	if ($3 ~ /p/) made(nasal("pe", root))
	if ($3 ~ /P/) made(nasal("pe", root) "an")
	if ($3 ~ /R/) made(lax("per", root) "an")
	if ($3 ~ /s/) made("se" root)
	if ($3 ~ /t/) made(lax("ter", root))
	if ($3 ~ /a/) made(root "an")
}
