/* Phrases in texts: the longest first, case, brackets, alternatives, classes of roots. */
#include "dict/phrase.h"
#include "tests/check.h"
#include "tests/unit/dict/tables.h"

/* Matches as "first-last:" and for each entry that fits its kind, row: "0-2:AGENCY/0 ". */
static const struct { const char *what, *text, *found; } rows[] = {
	{ "a name of two rows", "di Serang", "1-2:region/1,region/2" },
	{ "small letters are no name", "di serang", "" },
	{ "capitals are", "DI SERANG", "1-2:region/1,region/2" },
	{ "a word that is in no phrase", "Kota Bandung", "" },
	{ "a front of a phrase is none", "Tangerang", "" },
	{ "a name of two words", "Tangerang Selatan", "0-2:region/3" },
	{ "not over an empty line", "Tangerang\n\nSelatan", "" },
	{ "over a line's end", "Tangerang\nSelatan", "0-2:region/3" },
	{ "a sign between", "Tangerang, Selatan", "" },
	{ "brackets left out", "Dinas Sosial bekerja", "0-2:agency/0" },
	{ "the longest first", "Dinas Sosial (Dinsos)", "0-5:agency/0 0-2:agency/0" },
	{ "an alternative in capitals", "DISSOS", "0-1:agency/0" },
	{ "an alternative in capitals, written small", "dissos Dissos", "" },
	{ "an alternative in small letters", "Dinas Sos", "0-2:agency/0" },
	{ "any case", "rumah layak huni", "0-3:programme/0" },
	{ "two kinds", "rutilahu di rumah sakit", "0-1:programme/0 2-4:programme_not/0" },
	{ "the last word of all", "puskesmas", "0-1:programme_not/0" },
	{ "again and again", "Banten Banten", "0-1:region/0 1-2:region/0" },
	{ "a table with no phrases", "alun-alun", "" },
	{ "nothing", "", "" },
};

static const char *
kind_name(enum wt_phrase_kind kind)
{
	return kind == WT_PHRASE_REGION ? "region" : kind == WT_PHRASE_AGENCY ? "agency" :
	    kind == WT_PHRASE_PROGRAMME ? "programme" : kind == WT_PHRASE_PROGRAMME_NOT ? "programme_not" : "other";
}

static void
show(struct wt_buf *out, const struct wt_dict *d, const struct wt_document *doc,
    const struct wt_phrase_match *m)
{
	struct wt_phrase_entry e;
	bool any = false;

	for (uint32_t i = 0; i < m->entries; i++) {
		if (!wt_phrase_entry(d, m->entry + i, &e) || !wt_phrase_case_fits(doc, m, &e))
			continue;
		if (!any)
			wt_buf_printf(out, "%s%u-%u:", out->len > 0 ? " " : "", m->first, m->last);
		wt_buf_printf(out, "%s%s/%u", any ? "," : "", kind_name(e.kind), e.row);
		any = true;
	}
}

static void
check_rows(const struct wt_dict *d)
{
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_arena a = { 0 };
		struct wt_buf got = { 0 };
		struct wt_document doc;
		struct wt_phrases p;
		bool ordered = true;

		wt_document_read(&a, WT_SPAN(""), wt_span_of(rows[i].text), &doc);
		CHECK(wt_phrases_find(d, &doc, wt_phrase_starts(d, &doc, &a), &a, &p) == WT_OK, "found: %s", rows[i].what);
		for (uint32_t k = 0; k < p.count; k++)
			show(&got, d, &doc, &p.matches[k]);
		for (uint32_t t = 0; t < doc.ntokens; t++)
			for (uint32_t k = p.at[t]; k < p.at[t + 1]; k++)
				ordered = ordered && p.matches[k].first == t &&
				    (k == p.at[t] || p.matches[k].last < p.matches[k - 1].last);
		CHECK(wt_span_is(wt_buf_span(&got), rows[i].found), "%s", rows[i].what);
		if (!wt_span_is(wt_buf_span(&got), rows[i].found))
			printf("# got %.*s\n", (int)got.len, got.at);
		CHECK(ordered && p.at[doc.ntokens] == p.count, "by token, the longest first: %s",
		    rows[i].what);
		wt_buf_free(&got);
		wt_arena_free(&a);
	}
}

/* Stem patterns: "{bangun} rumah", where the class is bangun and dirikan. */
static void
check_stems(const struct wt_dict *d)
{
	static const struct { const char *what, *first, *second; bool found; } stems[] = {
		{ "a root of the class", "bangun", "rumah", true },
		{ "another", "dirikan", "rumah", true },
		{ "no root of it", "buat", "rumah", false },
		{ "the second word missing", "bangun", "jembatan", false },
		{ "words of phrases are no roots", "rumah", "layak", false },
	};

	for (size_t i = 0; i < sizeof stems / sizeof stems[0]; i++) {
		uint32_t node = wt_phrase_step(d, 0, wt_phrase_stem_number(d, wt_span_of(stems[i].first)));
		uint32_t entry, entries;
		struct wt_phrase_entry e;

		if (node != 0)
			node = wt_phrase_step(d, node, wt_phrase_stem_number(d, wt_span_of(stems[i].second)));
		wt_phrase_node_entries(d, node, &entry, &entries);
		CHECK((entries == 1) == stems[i].found, "stems: %s", stems[i].what);
		if (entries == 1)
			CHECK(wt_phrase_entry(d, entry, &e) &&
			    e.kind == WT_PHRASE_PROGRAMME_STEMS && e.row == 0,
			    "entry: %s", stems[i].what);
	}
	char longest[200];
	memset(longest, 'a', sizeof longest);
	CHECK(wt_phrase_stem_number(d, wt_span_make(longest, sizeof longest)) == 0,
	    "a root that is too long");
}

int
main(void)
{
	struct wt_buf out = { 0 };
	struct wt_dict *d = NULL;
	struct wt_error error = { 0 };
	struct wt_phrase_entry e;

	CHECK(wt_dict_compile(small_tables, SMALL_TABLES, NULL, 0, &out, &error) == WT_OK &&
	    wt_dict_open_bytes(wt_buf_span(&out), "small", &d, &error) == WT_OK,
	    "a small dictionary %s", error.text);
	if (d == NULL)
		return check_done();
	check_rows(d);
	check_stems(d);
	CHECK(!wt_phrase_entry(d, UINT32_MAX, &e), "no such entry");
	CHECK(wt_dict_word(d, WT_SPAN("serang")) != 0 && wt_dict_word(d, WT_SPAN("Serang")) == 0 &&
	    wt_dict_word(d, WT_SPAN("bandung")) == 0 && wt_dict_word(d, WT_SPAN("")) == 0,
	    "words are lower case");
	wt_dict_close(d);
	wt_buf_free(&out);
	return check_done();
}
