/* Marks and passages, in a small language whose stems end before "an". */
#include "query/snippet.h"
#include "tests/check.h"
#include "tests/unit/query/model.h"

#define LONG "satu dua tiga. empat lima enam tujuh. delapan sembilan banjir di kota. " \
	"sepuluh air bersih untuk banjir kota, sebelas duabelas tigabelas. empatbelas air."

/* A text, a query, and the passage with its marks in brackets. */
static const struct {
	const char *what, *query, *text;
	size_t most;
	const char *passage;
} rows[] = {
	{ "a word", "kota", "air di kota besar", 100, "air di [kota] besar" },
	{ "another form", "bantu", "ada bantuan air", 100, "ada [bantuan] air" },
	{ "a stem for a form", "bantuan", "ada bantu air", 100, "ada [bantu] air" },
	{ "an exact form", "=bantuan", "bantu bantuan", 100, "bantu [bantuan]" },
	{ "a prefix", "ban*", "ada bantuan banjir", 100, "ada [bantuan] [banjir]" },
	{ "fuzzy", "bamjir~", "ada banjir", 100, "ada [banjir]" },
	{ "a phrase", "\"air bersih\"", "bersih air bersih air", 100, "bersih [air bersih] air" },
	{ "a phrase that is not there", "\"air kota\"", "air di kota", 100, "air di kota" },
	{ "near", "air NEAR/3 kota", "air di kota", 100, "[air] di [kota]" },
	{ "a negation", "air -kota", "air di kota", 100, "[air] di kota" },
	{ "a title", "judul:air kota", "air di kota", 100, "air di [kota]" },
	{ "a value", "region:r1 kota", "r di kota", 100, "r di [kota]" },
	{ "an overlap", "\"air bersih\" bersih", "air bersih", 100, "[air bersih]" },
	{ "no match", "zzz", "air di kota", 100, "air di kota" },
	{ "no match in a long text", "zzz", LONG, 30, "satu dua tiga. empat lima enam..." },
	{ "the passage with most words", "air bersih kota", LONG, 60,
	    "...di [kota]. sepuluh [air] [bersih] untuk banjir [kota], sebelas..." },
	{ "the earliest of equal ones", "air", LONG, 20, "...[air] bersih untuk..." },
	{ "words before a match", "banjir", LONG, 40,
	    "...sembilan [banjir] di kota. sepuluh air..." },
	{ "the start of a sentence", "enam", LONG, 60,
	    "...empat lima [enam] tujuh. delapan sembilan banjir di kota...." },
	{ "a match longer than there is room", "tigabelas", LONG, 3, "...[tigabelas]..." },
	{ "signs at the end stay", "kota", "air (kota)? ya itu dia sana", 21, "air ([kota])? ya itu..." },
	{ "no words in the text", "air", " ... ", 40, "" },
	{ "an empty text", "air", "", 40, "" },
};

static int
show(const char *query, const char *text, size_t most, struct wt_buf *out)
{
	struct wt_arena arena = { 0 };
	struct wt_rules rules = model_rules();
	struct wt_node *tree;
	struct wt_marker *marker;
	struct wt_marked marked;
	struct wt_snippet s = { 0 };
	size_t at;
	int err = wt_query_parse(&arena, wt_span_of(query), &tree, NULL);

	wt_buf_clear(out);
	if (err == WT_OK && (err = wt_marker_open(&arena, &rules, tree, &marker)) == WT_OK &&
	    (err = wt_marker_mark(marker, &arena, wt_span_of(text), false, &marked)) == WT_OK)
		err = wt_snippet_make(marker, &marked, most, &arena, &s);
	at = s.start;
	wt_buf_puts(out, s.before ? "..." : "");
	for (size_t i = 0; i < s.mark_count; i++) {
		wt_buf_put(out, text + at, s.marks[i].start - at);
		wt_buf_putc(out, '[');
		wt_buf_put(out, text + s.marks[i].start, s.marks[i].end - s.marks[i].start);
		wt_buf_putc(out, ']');
		at = s.marks[i].end;
	}
	wt_buf_put(out, text + at, s.end - at);
	wt_buf_puts(out, s.after ? "..." : "");
	wt_buf_putc(out, '\0');
	wt_arena_free(&arena);
	return err;
}

/* Any text and any size: whole words, inside the text, no longer than allowed. */
static void
check_bounds(void)
{
	struct wt_buf out = { 0 };
	bool fine = true;

	for (size_t most = 1; most < 200 && fine; most++) {
		size_t signs = 0;

		fine = show("air kota banjir \"air bersih\" lima*", LONG, most, &out) == WT_OK;
		for (size_t i = 0; i + 1 < out.len; i++)
			signs += out.at[i] == '[' || out.at[i] == ']';
		fine = fine && (out.len - 1 - signs <= most + 6 || signs == 2);
	}
	CHECK(fine, "passages of 1 to 200 bytes");
	wt_buf_free(&out);
}

int
main(void)
{
	struct wt_buf out = { 0 };

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		int err = show(rows[i].query, rows[i].text, rows[i].most, &out);

		CHECK(err == WT_OK && strcmp(out.at, rows[i].passage) == 0, "%s", rows[i].what);
		if (err == WT_OK && strcmp(out.at, rows[i].passage) != 0)
			printf("# %s\n", out.at);
	}
	check_bounds();
	wt_buf_free(&out);
	return check_done();
}
