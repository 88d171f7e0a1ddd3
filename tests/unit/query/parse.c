/* The query language: what each form means, and where each error points. */
#include "query/parse.h"
#include "query/print.h"
#include "tests/check.h"

static const struct {
	const char *what, *query, *print;
} good[] = {
	{ "a word", "banjir", "banjir" },
	{ "two words", "air bersih", "(air AND bersih)" },
	{ "AND", "air AND bersih", "(air AND bersih)" },
	{ "DAN", "air DAN bersih", "(air AND bersih)" },
	{ "and in small letters is a word", "air and bersih", "(air AND and AND bersih)" },
	{ "OR", "air OR sungai", "(air OR sungai)" },
	{ "ATAU", "air ATAU sungai", "(air OR sungai)" },
	{ "AND binds tighter", "a b OR c AND d", "((a AND b) OR (c AND d))" },
	{ "NOT", "air NOT bersih", "(air AND NOT bersih)" },
	{ "AND NOT", "air AND NOT bersih", "(air AND NOT bersih)" },
	{ "BUKAN", "air BUKAN bersih", "(air AND NOT bersih)" },
	{ "minus", "air -bersih", "(air AND NOT bersih)" },
	{ "minus first", "-bersih air", "(NOT bersih AND air)" },
	{ "minus before a phrase", "air -\"air bersih\"", "(air AND NOT \"air bersih\")" },
	{ "minus before a group", "air -(a OR b)", "(air AND NOT (a OR b))" },
	{ "minus before a field", "air -judul:kota", "(air AND NOT title:kota)" },
	{ "minus inside a word", "anti-korupsi", "anti-korupsi" },
	{ "a minus alone is a word", "Jakarta - Bandung", "(Jakarta AND - AND Bandung)" },
	{ "two negations", "--air", "air" },
	{ "a negation inside a group", "-(-air) kota", "(air AND kota)" },
	{ "a negation from a group", "(-air) kota", "(NOT air AND kota)" },
	{ "groups of one kind join", "a (b (c d))", "(a AND b AND c AND d)" },
	{ "alternatives join", "a OR (b OR c)", "(a OR b OR c)" },
	{ "a group", "(a OR b) c", "((a OR b) AND c)" },
	{ "a group touching words", "a(b OR c)d", "(a AND (b OR c) AND d)" },
	{ "a phrase", "\"dua kata\"", "\"dua kata\"" },
	{ "a phrase in curly quotes", "\xe2\x80\x9c" "dua kata" "\xe2\x80\x9d", "\"dua kata\"" },
	{ "a phrase touching words", "satu\"dua kata\"tiga", "(satu AND \"dua kata\" AND tiga)" },
	{ "operators in a phrase", "\"a AND b*\"", "\"a AND b*\"" },
	{ "a prefix", "pembangun*", "pembangun*" },
	{ "an exact form", "=pembangunan", "=pembangunan" },
	{ "an exact phrase", "=\"dua kata\"", "=\"dua kata\"" },
	{ "fuzzy", "bantuan~", "bantuan~" },
	{ "fuzzy with its number", "bantuan~1", "bantuan~" },
	{ "near", "air NEAR/5 bersih", "air NEAR/5 bersih" },
	{ "near of itself", "air NEAR bersih", "air NEAR/10 bersih" },
	{ "near in a chain", "a NEAR/5 b NEAR/3 \"c d\"", "a NEAR/5 b NEAR/3 \"c d\"" },
	{ "near binds tighter than and", "a b NEAR/2 c d", "(a AND b NEAR/2 c AND d)" },
	{ "near is negated whole", "a -b NEAR/2 c", "(a AND NOT b NEAR/2 c)" },
	{ "near with signs", "pem* NEAR/2 =b NEAR/2 c~", "pem* NEAR/2 =b NEAR/2 c~" },
	{ "near in the title", "title:(a NEAR/2 b)", "title:a NEAR/2 title:b" },
	{ "a title", "title:banjir", "title:banjir" },
	{ "judul", "judul:banjir", "title:banjir" },
	{ "a name of a field in capitals", "JUDUL:banjir", "title:banjir" },
	{ "signs in a title", "judul:=a judul:b* judul:c~", "(title:=a AND title:b* AND title:c~)" },
	{ "a phrase in a title", "judul:\"air bersih\"", "title:\"air bersih\"" },
	{ "an exact phrase in a title", "judul:=\"air bersih\"", "title:=\"air bersih\"" },
	{ "a group in a title", "judul:(a -b)", "(title:a AND NOT title:b)" },
	{ "wilayah", "wilayah:Serang", "region:Serang" },
	{ "a quoted value", "wilayah:\"Kota Serang\"", "region:\"Kota Serang\"" },
	{ "a code", "region:ID.36.73", "region:ID.36.73" },
	{ "a group of values", "wilayah:(Serang OR Cilegon)", "(region:Serang OR region:Cilegon)" },
	{ "pejabat", "pejabat:Anies official:x", "(official:Anies AND official:x)" },
	{ "instansi", "instansi:Dishub agency:x", "(agency:Dishub AND agency:x)" },
	{ "program", "program:rtlh programme:x", "(programme:rtlh AND programme:x)" },
	{ "urusan", "urusan:sosial sector:x", "(sector:sosial AND sector:x)" },
	{ "status", "status:planned", "status:planned" },
	{ "sumber", "sumber:antara source:x", "(source:antara AND source:x)" },
	{ "a year", "tanggal:2022", "date:2022-01-01..2022-12-31" },
	{ "a month", "date:2022-06", "date:2022-06-01..2022-06-30" },
	{ "a leap month", "date:2024-02", "date:2024-02-01..2024-02-29" },
	{ "a day", "date:2022-06-15", "date:2022-06-15..2022-06-15" },
	{ "a range", "date:2020..2022-06", "date:2020-01-01..2022-06-30" },
	{ "an open start", "date:..2022", "date:..2022-12-31" },
	{ "an open end", "date:2022..", "date:2022-01-01.." },
	{ "dates in quotes", "date:\"2022\"", "date:2022-01-01..2022-12-31" },
	{ "mentions", "mentions:2022 disebut:2023-01-02",
	    "(mentions:2022-01-01..2022-12-31 AND mentions:2023-01-02..2023-01-02)" },
	{ "a group of dates", "date:(2020 OR 2022)",
	    "(date:2020-01-01..2020-12-31 OR date:2022-01-01..2022-12-31)" },
	{ "a clock time", "12:30", "12:30" },
	{ "an address", "https://contoh.id/a", "https://contoh.id/a" },
	{ "a colon at the end", "Jakarta: banjir", "(Jakarta: AND banjir)" },
	{ "white space of many kinds", " \t\n a\xc2\xa0" "b\xe3\x80\x80" "c ", "(a AND b AND c)" },
	{ "letters beyond ASCII", "\xc3\xa9lite", "\xc3\xa9lite" },
};

static const struct {
	const char *what, *query;
	size_t offset;
} bad[] = {
	{ "nothing", "", 0 },
	{ "spaces only", "   ", 3 },
	{ "an open quote", "air \"bersih", 4 },
	{ "an empty phrase", "air \"\"", 4 },
	{ "a blank phrase", "air \" \"", 4 },
	{ "an open parenthesis", "air (b c", 4 },
	{ "a parenthesis too many", "air) b", 3 },
	{ "an empty group", "air ()", 4 },
	{ "AND first", "AND air", 0 },
	{ "AND last", "air AND", 7 },
	{ "AND twice", "air AND AND b", 8 },
	{ "OR first", "OR air", 0 },
	{ "OR last", "air OR ", 7 },
	{ "OR before a parenthesis", "(air OR) b", 7 },
	{ "NOT last", "air NOT", 7 },
	{ "ATAU first", "ATAU air", 0 },
	{ "only a negation", "-air", 0 },
	{ "only negations", "-air -b", 0 },
	{ "a negation in OR", "air OR -b", 7 },
	{ "a negation of a group of negations", "air OR (-b -c)", 8 },
	{ "a star alone", "air *", 4 },
	{ "a star inside", "pem*an", 3 },
	{ "two stars", "pem**", 3 },
	{ "a tilde alone", "~", 0 },
	{ "two edits", "bantuan~2", 8 },
	{ "an equals sign alone", "air = b", 4 },
	{ "exact and prefix", "=a*", 0 },
	{ "exact and fuzzy", "=a~", 0 },
	{ "near first", "NEAR/5 air", 0 },
	{ "near last", "air NEAR/5", 10 },
	{ "near 0", "air NEAR/0 b", 9 },
	{ "near without a number", "air NEAR/ b", 9 },
	{ "near a word", "air NEAR/x b", 9 },
	{ "near too far", "air NEAR/1001 b", 9 },
	{ "near a group", "air NEAR/5 (b c)", 12 },
	{ "near after a group", "(b OR c) NEAR/5 air", 1 },
	{ "near a value", "air NEAR/5 wilayah:Serang", 11 },
	{ "near in two fields", "air NEAR/5 judul:b", 11 },
	{ "near a negation", "air NEAR/5 -b", 11 },
	{ "a field without a value", "air judul:", 4 },
	{ "a field with a space behind", "judul: air", 0 },
	{ "an unknown field", "air foo:b", 4 },
	{ "an unknown field with a phrase", "foo:\"b\"", 0 },
	{ "a field in a field", "judul:(a wilayah:b)", 9 },
	{ "a prefix of a value", "wilayah:Ser*", 11 },
	{ "fuzzy in a value", "wilayah:Ser~", 11 },
	{ "exact in a value", "wilayah:=Ser", 8 },
	{ "an exact quoted value", "wilayah:=\"Ser\"", 0 },
	{ "an empty value", "wilayah:\"\"", 8 },
	{ "a word for a date", "date:kemarin", 5 },
	{ "month 13", "date:2022-13", 10 },
	{ "month 0", "date:2022-00", 10 },
	{ "30 February", "date:2022-02-30", 13 },
	{ "half a month", "date:2022-1", 11 },
	{ "more behind a date", "date:2022x", 9 },
	{ "a range backwards", "date:2022..2020", 5 },
	{ "a range without ends", "date:..", 5 },
	{ "a year of five digits", "date:20222", 9 },
	{ "bytes that are not UTF-8", "air \xff", 4 },
	{ "a surrogate", "air \xed\xa0\x80", 4 },
	{ "half a character", "air \xc3", 4 },
};

/* The canonical spelling of a query into `out`, or the error. */
static int
spell(const char *query, struct wt_buf *out, struct wt_error *error)
{
	struct wt_arena arena = { 0 };
	struct wt_node *root;
	int err = wt_query_parse(&arena, wt_span_of(query), &root, error);

	wt_buf_clear(out);
	if (err == WT_OK)
		wt_query_print(out, root);
	wt_buf_putc(out, '\0');
	wt_arena_free(&arena);
	return err;
}

/* A query of `count` times `part`, with `end` behind. */
static int
long_query(const char *part, size_t count, const char *end, struct wt_error *error)
{
	struct wt_buf query = { 0 }, out = { 0 };
	int err;

	for (size_t i = 0; i < count; i++)
		wt_buf_puts(&query, part);
	wt_buf_puts(&query, end);
	wt_buf_putc(&query, '\0');
	err = spell(query.at, &out, error);
	wt_buf_free(&query);
	wt_buf_free(&out);
	return err;
}

static void
check_limits(void)
{
	struct wt_error e = { 0 };
	struct wt_buf query = { 0 };

	CHECK(long_query("a ", 1024, "", &e) == WT_OK, "1024 words");
	CHECK(long_query("a ", 1025, "", &e) == WT_ELIMIT && e.offset == 2048, "1025 words");
	for (unsigned depth = 64; depth <= 65; depth++) {
		wt_buf_clear(&query);
		for (unsigned i = 0; i < depth; i++)
			wt_buf_putc(&query, ')');
		wt_buf_putc(&query, '\0');
		wt_buf_clear(&query);
		wt_buf_putc(&query, 'a');
		for (unsigned i = 0; i < depth; i++)
			wt_buf_putc(&query, ')');
		wt_buf_putc(&query, '\0');
		CHECK(long_query("(", depth, query.at, &e) == (depth > 64 ? WT_ELIMIT : WT_OK) &&
		    (depth == 64 || e.offset == 64), "%u parentheses", depth);
	}
	CHECK(long_query("-", 60000, "a", &e) == WT_OK, "60000 minus signs do not recurse");
	CHECK(long_query(" ", 65536, "a", &e) == WT_ELIMIT, "a query of more than 64 KB");
	CHECK(long_query("x", 65536, "", &e) == WT_OK, "a word of 64 KB");
	wt_buf_free(&query);
}

int
main(void)
{
	struct wt_buf first = { 0 }, again = { 0 };
	struct wt_error error = { 0 };

	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
		int err = spell(good[i].query, &first, &error);

		CHECK(err == WT_OK && strcmp(first.at, good[i].print) == 0, "%s", good[i].what);
		if (err != WT_OK || strcmp(first.at, good[i].print) != 0)
			printf("# %s: %s\n", first.at, err == WT_OK ? "" : error.text);
		err = spell(good[i].print, &again, &error);
		CHECK(err == WT_OK && strcmp(again.at, good[i].print) == 0, "%s, read back",
		    good[i].what);
	}
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		int err = spell(bad[i].query, &first, &error);

		CHECK(err == WT_ESYNTAX && error.offset == bad[i].offset && error.text[0] != '\0' &&
		    strchr(error.text, '\n') == NULL, "refused: %s", bad[i].what);
		if (err != WT_ESYNTAX || error.offset != bad[i].offset)
			printf("# %d at %u: %s\n", err, (unsigned)error.offset, error.text);
	}
	CHECK(spell("a\" b", &first, NULL) == WT_ESYNTAX, "an error that nobody wants");
	check_limits();
	wt_buf_free(&first);
	wt_buf_free(&again);
	return check_done();
}
