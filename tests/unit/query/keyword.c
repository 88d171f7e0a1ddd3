/* Keywords, contexts and the order of lines, in a small language whose stems end before "an". */
#include "query/lines.h"
#include "base/buf.h"
#include "tests/check.h"
#include "tests/random.h"
#include "text/utf8.h"
#include "tests/unit/query/model.h"

/* A query, a text, its keywords with "|" between; the title is what stands before " / ". */
static const struct {
	const char *what, *query, *text, *keywords;
} rows[] = {
	{ "a word in each form", "bantu", "ada bantuan dan bantu lagi", "bantuan|bantu" },
	{ "every word of a query", "air kota", "air di kota air", "air|kota|air" },
	{ "a phrase is one", "\"air bersih\"", "bersih air bersih air", "air bersih" },
	{ "a word in a phrase is not one more", "\"air bersih\" bersih", "air bersih di bersih", "air bersih|bersih" },
	{ "overlapping phrases: the first", "\"a b\" \"b c\"", "a b c", "a b" },
	{ "a prefix", "ban*", "bantuan dan banjir", "bantuan|banjir" },
	{ "what is negated is none", "air -kota", "air di kota", "air" },
	{ "near: from one to the other", "air NEAR/3 kota", "air di kota", "air di kota" },
	{ "near, the other way round", "kota NEAR/3 air", "air di kota", "air di kota" },
	{ "near: at most so far", "air NEAR/2 kota", "air di x kota y air di kota", "kota y air" },
	{ "near: alone it is none", "air NEAR/1 kota", "air x y air kota", "air kota" },
	{ "near: the nearer partner", "air NEAR/5 kota", "air x y air kota", "air kota" },
	{ "near: one of two that share a word", "air NEAR/3 kota", "air kota kota", "air kota" },
	{ "near itself is another place", "air NEAR/2 air", "air x air x x x air", "air x air" },
	{ "near on both sides alike: the one before", "air NEAR/3 kota", "air x kota x air", "air x kota" },
	{ "three near each other", "a NEAR/2 b NEAR/2 c", "a x b x c x x b", "a x b x c" },
	{ "near a phrase", "\"a b\" NEAR/2 c", "a b x c", "a b x c" },
	{ "words of the title there only", "judul:air kota", "air kota / air kota", "air|kota|kota" },
	{ "near in the title only", "judul:(air NEAR/2 kota)", "air x kota / air kota", "air x kota" },
	{ "a value is none", "region:r1 kota", "r di kota", "kota" },
	{ "nothing", "zzz", "air", "" },
	{ "an empty text", "air", "", "" },
};

struct case_of {
	struct wt_arena arena;
	struct wt_rules rules;
	struct wt_marked marked;
	struct wt_keyword *keywords;
	size_t count;
};

static int
find(struct case_of *c, const char *query, const char *text)
{
	const char *slash = strstr(text, " / ");
	struct wt_node *tree;
	struct wt_marker *marker;
	int err;

	*c = (struct case_of){ .rules = model_rules() };
	if ((err = wt_query_parse(&c->arena, wt_span_of(query), &tree, NULL)) == WT_OK &&
	    (err = wt_marker_open(&c->arena, &c->rules, tree, &marker)) == WT_OK &&
	    (err = wt_marker_mark(marker, &c->arena, wt_span_of(text), true, &c->marked)) == WT_OK)
		err = wt_keywords_find(marker, tree, &c->arena, &c->marked, 0,
		    slash == NULL ? 0 : (size_t)(slash - text), &c->keywords, &c->count);
	return err;
}

static void
check_keywords(void)
{
	struct wt_buf out = { 0 };

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct case_of c;
		int err = find(&c, rows[i].query, rows[i].text);

		wt_buf_clear(&out);
		for (size_t k = 0; err == WT_OK && k < c.count; k++) {
			size_t start = c.marked.tokens[c.keywords[k].first].start;

			wt_buf_puts(&out, k > 0 ? "|" : "");
			wt_buf_put(&out, rows[i].text + start,
			    c.marked.tokens[c.keywords[k].last].end - start);
		}
		CHECK(err == WT_OK && wt_span_is(wt_buf_span(&out), rows[i].keywords), "%s", rows[i].what);
		if (!wt_span_is(wt_buf_span(&out), rows[i].keywords))
			printf("# %.*s\n", (int)out.len, out.at);
		wt_arena_free(&c.arena);
	}
	wt_buf_free(&out);
}

/* The contexts of the first "kota", in brackets. */
static const struct {
	const char *what, *text;
	size_t width;
	const char *line;
} cuts[] = {
	{ "all of a short text", "air di kota besar", 40, "[air di ][kota][ besar]" },
	{ "whole words only", "air di kota besar sekali", 5, "[di ][kota][]" },
	{ "as wide as the words", "air di kota besar", 7, "[air di ][kota][ besar]" },
	{ "no room at all", "air di kota besar", 1, "[][kota][]" },
	{ "signs stay at the keyword", "air (kota), besar", 8, "[air (][kota][), besar]" },
	{ "wide characters take two columns", "\xe6\xb0\xb4\xe6\xb0\xb4 x kota", 6, "[x ][kota][]" },
	{ "and fit where there is room", "\xe6\xb0\xb4\xe6\xb0\xb4 x kota", 7, "[\xe6\xb0\xb4\xe6\xb0\xb4 x ][kota][]" },
	{ "accents take none", "e\xcc\x81" "e\xcc\x81 kota", 3, "[e\xcc\x81" "e\xcc\x81 ][kota][]" },
	{ "line ends are spaces", "air\n\nkota\nbesar", 5, "[air\n\n][kota][]" },
	{ "a word longer than the room", "kota aaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 10, "[][kota][]" },
};

static void
check_cuts(void)
{
	struct wt_buf out = { 0 };

	for (size_t i = 0; i < sizeof cuts / sizeof cuts[0]; i++) {
		struct wt_line line = { 0 };
		struct case_of c;
		int err = find(&c, "kota", cuts[i].text);

		wt_buf_clear(&out);
		if (err == WT_OK && c.count == 1) {
			wt_line_cut(&line, &c.marked, &c.keywords[0], cuts[i].width);
			wt_buf_printf(&out, "[%.*s][%.*s][%.*s]", (int)line.left.len, line.left.at,
			    (int)line.keyword.len, line.keyword.at, (int)line.right.len, line.right.at);
		}
		CHECK(wt_span_is(wt_buf_span(&out), cuts[i].line), "cut: %s", cuts[i].what);
		if (!wt_span_is(wt_buf_span(&out), cuts[i].line))
			printf("# %.*s\n", (int)out.len, out.at);
		wt_arena_free(&c.arena);
	}
	wt_buf_free(&out);
}

/* Orders of the keywords "k?" of a text, with dates 0, 1, 2, ... downwards. */
static const struct {
	const char *what, *keys, *text;
	size_t limit;
	const char *order;
} orders[] = {
	{ "the word before", "1L", "b ka a kb c kc", 0, "kb ka kc" },
	{ "none before comes first", "1L", "ka a kb", 0, "ka kb" },
	{ "the other way round", "-1L", "b ka a kb c kc", 0, "kc ka kb" },
	{ "the word behind", "1R", "ka b kb a kc", 0, "kc kb ka" },
	{ "the second behind", "2r", "ka x c kb x a kc x b", 0, "kb kc ka" },
	{ "the keyword", "0", "kc kb ka", 0, "ka kb kc" },
	{ "the date", "date", "kc kb ka", 0, "ka kb kc" },
	{ "the latest first", "-date", "kc kb ka", 0, "kc kb ka" },
	{ "without a date last", "date", "kd kc", 0, "kc kd" },
	{ "either way", "-date", "kc kd", 0, "kc kd" },
	{ "two keys", "1R,0", "kb x ka x kc a", 0, "kc ka kb" },
	{ "equal ones as they came", "1L", "x kb x ka x kc", 0, "kb ka kc" },
	{ "so many", "0", "kc kb ka", 2, "ka kb" },
};

/* Lines in order, `limit` of them, with `keep` bytes in memory; whole, or keywords alone. */
static struct wt_span
order(const char *keys, const char *text, size_t limit, size_t keep, bool whole, struct wt_buf *out)
{
	struct wt_concord_key list[WT_CONCORD_KEYS];
	struct wt_lines_options options = { .keys = list, .limit = limit, .keep = keep };
	const struct wt_line *l = NULL;
	struct wt_lines *lines = NULL;
	struct case_of c;
	bool good = find(&c, "k*", text) == WT_OK &&
	    wt_concord_keys(wt_span_of(keys), list, &options.key_count) == WT_OK &&
	    wt_lines_open(&options, &lines) == WT_OK;

	wt_buf_clear(out);
	for (size_t i = 0; i < c.count && good; i++) {
		struct wt_line line = { .date = -(int32_t)i, .start = (uint32_t)i, .end = (uint32_t)i * 3,
		    .title = i % 3 == 0, .article = WT_SPAN("art"), .published = WT_SPAN("2020") };
		bool undated = text[c.marked.tokens[c.keywords[i].first].start + 1] == 'd';

		line.date = undated ? WT_NO_DATE : line.date;
		wt_line_cut(&line, &c.marked, &c.keywords[i], 10);
		good = wt_lines_add(lines, &line, &c.marked, &c.keywords[i]) == WT_OK;
	}
	for (good = good && wt_lines_sort(lines) == WT_OK;
	    good && wt_lines_next(lines, &l) == WT_OK && l != NULL;) {
		wt_buf_puts(out, out->len > 0 ? " " : "");
		wt_buf_putspan(out, l->keyword);
		if (whole)
			wt_buf_printf(out, "(%d %u %u %d %.*s|%.*s|%.*s|%.*s|%.*s)\n", l->date, l->start, l->end,
			    l->title, (int)l->left.len, l->left.at, (int)l->right.len, l->right.at,
			    (int)l->article.len, l->article.at, (int)l->published.len, l->published.at,
			    (int)l->source.len, l->source.at);
	}
	wt_lines_close(lines);
	wt_arena_free(&c.arena);
	return wt_buf_span(out);
}

/* The first `lines` lines. */
static struct wt_span
head(struct wt_span s, size_t lines)
{
	size_t at = 0;

	for (; at < s.len && lines > 0; at++)
		lines -= s.at[at] == '\n';
	return wt_span_make(s.at, at);
}

/* More lines than are kept at once: the same as all of them cut down. */
static void
check_many(void)
{
	static const struct {
		const char *what, *keys;
		size_t limit, keep;
	} many[] = {
		{ "the best 500 of 9000 lines", "1L", 500, 0 },
		{ "runs of one line, merged many times", "1L,-0", 0, 1 },
		{ "some runs", "0,-1R", 0, 150000 }, { "runs and a limit", "-1L", 700, 60000 },
		{ "a limit above all", "1L", 100000, 100000 }, { "runs by date", "-date,0", 0, 100000 },
		{ "runs and a limit of one", "1R", 1, 1 }, { "the last run is short", "1L,1R", 0, 700000 },
	};
	struct wt_buf text = { 0 }, got = { 0 }, all = { 0 };
	uint64_t random = 7;

	for (int i = 0; i < 9000; i++)
		wt_buf_printf(&text, "x%c k%c ", 'a' + (int)model_random(&random, 26),
		    'a' + (int)model_random(&random, 26));
	wt_buf_putc(&text, '\0');
	for (size_t i = 0; i < sizeof many / sizeof many[0]; i++) {
		size_t limit = many[i].limit == 0 ? 9000 : many[i].limit;
		struct wt_span want = head(order(many[i].keys, text.at, 0, 1 << 30, true, &all), limit);

		CHECK(want.len > limit && wt_span_eq(want, order(many[i].keys, text.at, many[i].limit,
		    many[i].keep, true, &got)), "%s", many[i].what);
	}
	wt_buf_free(&text);
	wt_buf_free(&got);
	wt_buf_free(&all);
}

static void
check_orders(void)
{
	static const char *const wrong[] = { "", "L", "0L", "21L", "1", "1X", "x", "date,", ",0", "1L 1R", "--0",
		"01L", "99999999999L", "1L,1L,1L,1L,1L,1L,1L,1L,1L" };
	struct wt_concord_key keys[WT_CONCORD_KEYS];
	struct wt_buf out = { 0 };
	size_t count;

	for (size_t i = 0; i < sizeof orders / sizeof orders[0]; i++)
		CHECK(wt_span_is(order(orders[i].keys, orders[i].text, orders[i].limit, 0, false, &out), orders[i].order),
		    "order: %s", orders[i].what);
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
		CHECK(wt_concord_keys(wt_span_of(wrong[i]), keys, &count) == WT_EINVAL, "no order: '%s'", wrong[i]);
	CHECK(wt_concord_keys(WT_SPAN("1L,-20R,0,-date"), keys, &count) == WT_OK && count == 4 &&
	    keys[1].by == WT_BY_RIGHT && keys[1].word == 20 && keys[1].down && !keys[0].down &&
	    keys[3].by == WT_BY_DATE && keys[3].down, "an order of four keys");
	wt_buf_free(&out);
}

/* Any text: contexts adjoin the keyword, hold whole characters and are no wider than asked. */
static void
check_any(void)
{
	struct wt_buf text = { 0 };
	struct wt_arena arena = { 0 };
	uint64_t random = 3;
	unsigned bad = 0, lines = 0;

	for (unsigned round = 0; round < 400; round++) {
		struct wt_span clean;
		struct case_of c;
		uint32_t replaced;

		wt_buf_clear(&text);
		random_text(&random, &text, random_below(&random, 20));
		wt_buf_puts(&text, " kota ");
		random_text(&random, &text, random_below(&random, 20));
		if (wt_utf8_clean(&arena, wt_buf_span(&text), &clean, &replaced) != WT_OK ||
		    memchr(clean.at, '\0', clean.len) != NULL)
			continue;
		clean = wt_arena_copy(&arena, clean);
		if (find(&c, "kota OR k*", clean.at) != WT_OK)
			bad++;
		for (size_t i = 0; i < c.count; i++, lines++) {
			struct wt_line l = { 0 };
			size_t width = random_below(&random, 40);

			wt_line_cut(&l, &c.marked, &c.keywords[i], width);
			bad += l.left.at + l.left.len != l.keyword.at || l.right.at != l.keyword.at + l.keyword.len ||
			    wt_utf8_columns(l.left) > width || wt_utf8_columns(l.right) > width ||
			    wt_utf8_clean(&arena, l.left, &clean, &replaced) != WT_OK || replaced > 0 ||
			    wt_utf8_clean(&arena, l.right, &clean, &replaced) != WT_OK || replaced > 0 ||
			    (i > 0 && c.keywords[i].first <= c.keywords[i - 1].last);
		}
		wt_arena_free(&c.arena);
		wt_arena_reset(&arena);
	}
	CHECK(bad == 0 && lines > 400, "any text: %u of %u lines are wrong", bad, lines);
	wt_arena_free(&arena);
	wt_buf_free(&text);
}

/* Much of the same: the work does not grow with its square. */
static void
check_hostile(void)
{
	struct wt_buf text = { 0 };
	struct case_of c;

	for (int i = 0; i < 40000; i++)
		wt_buf_puts(&text, "a b ");
	wt_buf_putc(&text, '\0');
	CHECK(find(&c, "a NEAR/1000 b NEAR/1000 a", text.at) == WT_OK && c.count > 0, "a b a b a b ...");
	wt_arena_free(&c.arena);
	CHECK(find(&c, "a* OR a OR b OR \"a b\" OR \"b a\"", text.at) == WT_OK && c.count == 40000,
	    "many leaves");
	wt_arena_free(&c.arena);
	wt_buf_free(&text);
}

int
main(void)
{
	check_keywords();
	check_cuts();
	check_orders();
	check_many();
	check_any();
	check_hostile();
	return check_done();
}
