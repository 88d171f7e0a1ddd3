/*
 * pursuit.c - claims gathered to rows: statuses and their history, budgets, dates, near
 * copies, regions rolled up.  The claims are made here, not found in texts.
 */
#include "query/pursuit.h"
#include "index/alike.h"
#include "tests/check.h"
#include "tests/unit/index/corpus.h"

#include <stdlib.h>

#define NO WT_NO_DATE

/* An article with one claim (or two: the second of another region and status). */
static const struct {
	const char *key;
	int32_t day;
	const char *region, *programme;
	enum wt_status status;
	uint8_t confidence;
	const char *amount, *official;
	int sketch;                     /* articles with one number are near copies; 0: none */
	const char *other_region;       /* NULL: one claim */
	enum wt_status other_status;
} articles[] = {
	{ "a1", 100, "ID.33.76", "p", WT_STATUS_PLANNED, 80, "5500000000", "Dedi", 1, NULL, 0 },
	{ "a2", 200, "ID.33.76", "p", WT_STATUS_ONGOING, 70, "11400000000", "Budi", 2, NULL, 0 },
	{ "a3", 300, "ID.33.76", "p", WT_STATUS_COMPLETED, 80, "", "Dedi", 3, NULL, 0 },
	{ "a4", 900, "ID.33.76", "p", WT_STATUS_PLANNED, 80, "", "", 1, NULL, 0 },
	{ "a5", NO, "ID.33.76", "p", WT_STATUS_STALLED, 30, "987654321.5", "", 4, NULL, 0 },
	{ "b1", 150, "ID.33.74", "p", WT_STATUS_UNKNOWN, 60, "", "", 5, NULL, 0 },
	{ "c1", 120, "ID.33.74", "q", WT_STATUS_UNKNOWN, 50, "", "", 6, NULL, 0 },
	{ "c2", 110, "ID.33.74", "q", WT_STATUS_AGREED, 55, "9", "", 7, NULL, 0 },
	{ "d1", 130, "ID.36.73", "q", WT_STATUS_PLANNED, 90, "10", "", 8, "ID.36.74", WT_STATUS_ONGOING },
};

#define ARTICLES (sizeof articles / sizeof articles[0])

static struct wt_span
span(const char *s)
{
	return wt_span_of(s == NULL ? "" : s);
}

static bool
add(struct wt_build *b, size_t i)
{
	struct wt_buf claims = { 0 }, facts = { 0 };
	struct wt_programme programme = { .id = span(articles[i].programme),
	    .name = span(articles[i].programme), .sector = span("kesehatan") };
	struct wt_entity official = { .id = span("e"), .type = WT_OFFICIAL,
	    .name = span(articles[i].official), .position = span("wali kota") };
	struct wt_claim list[2];
	struct wt_facts f = { .article_id = span(articles[i].key), .programmes = &programme,
	    .nprogrammes = 1, .entities = &official, .nentities = articles[i].official[0] != '\0',
	    .claims = list, .nclaims = articles[i].other_region == NULL ? 1 : 2 };
	struct wt_addition d = { .key = span(articles[i].key), .date = articles[i].day, .length = 1 };
	uint8_t sketch[WT_SKETCH];
	bool good;

	for (size_t k = 0; k < 2; k++)
		list[k] = (struct wt_claim){ .region_id = span(k == 0 ? articles[i].region :
		    articles[i].other_region), .programme_id = programme.id,
		    .status = k == 0 ? articles[i].status : articles[i].other_status,
		    .actor_id = official.name.len > 0 ? official.id : span(""),
		    .amount_idr = span(articles[i].amount), .evidence = span(articles[i].key),
		    .method = span("test"), .confidence = articles[i].confidence, .best = true };
	for (size_t k = 0; k < WT_SKETCH; k++)
		sketch[k] = (uint8_t)(articles[i].sketch * 41 + (int)k * articles[i].sketch);
	wt_facts_encode_claims(&f, &claims);
	wt_facts_encode(&f, WT_SPAN(""), &facts);
	d.streams[WT_STREAM_CLAIMS] = wt_buf_span(&claims);
	d.streams[WT_STREAM_FACTS] = wt_buf_span(&facts);
	d.streams[WT_STREAM_SKETCH] = wt_span_make((const char *)sketch, WT_SKETCH);
	good = wt_build_add(b, 0, &d, NULL) == WT_OK;
	wt_buf_free(&claims);
	wt_buf_free(&facts);
	return good;
}

/* A row: region programme status@date history articles first..last amount evidence officials. */
static void
print_day(struct wt_buf *out, int32_t day)
{
	if (day == WT_NO_DATE)
		wt_buf_puts(out, "-");
	else
		wt_buf_printf(out, "%d", (int)day);
}

static void
print_row(struct wt_buf *out, const struct wt_pursuit *p)
{
	wt_buf_printf(out, "%.*s %.*s %s@", (int)p->region_id.len, p->region_id.at,
	    (int)p->programme.len, p->programme.at, wt_status_name(p->status));
	print_day(out, p->status_date);
	for (unsigned i = 0; i < p->stages; i++) {
		wt_buf_printf(out, "%s%s@", i == 0 ? " [" : "; ", wt_status_name(p->history[i].status));
		print_day(out, p->history[i].first);
	}
	wt_buf_printf(out, "] %u ", (unsigned)p->articles);
	print_day(out, p->first);
	wt_buf_puts(out, "..");
	print_day(out, p->last);
	wt_buf_printf(out, " %.*s %.*s %.*s\n", (int)p->amount_idr.len, p->amount_idr.at,
	    (int)p->evidence.len, p->evidence.at, (int)p->officials.len, p->officials.at);
}

static const char rows_folded[] =
    "ID.33.76 p completed@300 [planned@100; ongoing@200; completed@300; stalled@-] 4 100..300 "
    "11400000000 a3 Dedi (wali kota); Budi (wali kota)\n"
    "ID.33.74 q agreed@110 [agreed@110] 2 110..120 9 c2 \n"
    "ID.33.74 p unknown@150 [unknown@150] 1 150..150  b1 \n"
    "ID.36.73 q planned@130 [planned@130] 1 130..130 10 d1 \n"
    "ID.36.74 q ongoing@130 [ongoing@130] 1 130..130 10 d1 \n";

static const char rows_kept[] =
    "ID.33.76 p planned@900 [planned@100; ongoing@200; completed@300; stalled@-] 5 100..900 "
    "11400000000 a4 Dedi (wali kota); Budi (wali kota)\n"
    "ID.33.74 q agreed@110 [agreed@110] 2 110..120 9 c2 \n"
    "ID.33.74 p unknown@150 [unknown@150] 1 150..150  b1 \n"
    "ID.36.73 q planned@130 [planned@130] 1 130..130 10 d1 \n"
    "ID.36.74 q ongoing@130 [ongoing@130] 1 130..130 10 d1 \n";

static const char rows_province[] =
    "ID.33 p completed@300 [planned@100; ongoing@200; completed@300; stalled@-] 5 100..300 "
    "11400000000 a3 Dedi (wali kota); Budi (wali kota)\n"
    "ID.33 q agreed@110 [agreed@110] 2 110..120 9 c2 \n"
    "ID.36 q planned@130 [planned@130; ongoing@130] 1 130..130 10 d1 \n";

static const char rows_sure[] =
    "ID.33.76 p completed@300 [planned@100; completed@300] 2 100..300 5500000000 a3 Dedi (wali kota)\n"
    "ID.36.73 q planned@130 [planned@130] 1 130..130 10 d1 \n"
    "ID.36.74 q ongoing@130 [ongoing@130] 1 130..130 10 d1 \n";

static void
check_rows(const struct wt_index *ix, const struct wt_pursuit_options *o, const char *want,
    const char *what)
{
	struct wt_arena arena = { 0 };
	struct wt_buf got = { 0 };
	struct wt_pursuit *rows = NULL;
	struct wt_error error = { 0 };
	size_t count = 0;
	int code = wt_pursuits_gather(ix, o, wt_span_make(NULL, 0), &arena, &rows, &count, &error);

	for (size_t i = 0; i < count; i++)
		print_row(&got, &rows[i]);
	CHECK(code == WT_OK && wt_span_is(wt_buf_span(&got), want), "%s %s", what, error.text);
	if (!wt_span_is(wt_buf_span(&got), want))
		printf("# got\n%.*s# not\n%s", (int)got.len, got.at, want);
	wt_buf_free(&got);
	wt_arena_free(&arena);
}

/* The dictionary is the one beside the test. */
static struct wt_dict *
open_dict(const char *program)
{
	const char *named = getenv("WARTA_DICT"), *at = strstr(program, "/tests/unit/");
	struct wt_dict *d = NULL;
	char path[1000];

	snprintf(path, sizeof path, "%.*s/warta.dict", at == NULL ? 1 : (int)(at - program),
	    at == NULL ? "." : program);
	return wt_dict_open(named != NULL ? named : path, &d, NULL) == WT_OK ? d : NULL;
}

static void
test_index(const char *path, struct wt_dict *d, uint64_t compact)
{
	struct wt_build_options options = { .compact = compact };
	struct wt_pursuit_options o = { .dict = d };
	struct wt_analyser *an = NULL;
	struct wt_build *b = NULL;
	struct wt_index *ix = NULL;
	struct wt_copies *copies = NULL;
	struct wt_rules rules;
	bool good = wt_build_open(path, &options, &b, NULL) == WT_OK;

	/* Three commits: three segments where they are not merged. */
	for (size_t i = 0; i < ARTICLES && good; i++)
		good = add(b, (i * 4) % ARTICLES) && (i % 3 != 2 || wt_build_commit(b, NULL) == WT_OK);
	wt_build_close(b);
	good = good && wt_index_open(path, &ix, NULL) == WT_OK &&
	    wt_copies_open(ix, &copies, NULL) == WT_OK && wt_analyser_open(d, &an, NULL) == WT_OK;
	CHECK(good && wt_copies_count(copies) == 1, "an index");
	if (good) {
		rules = wt_rules_of(an);
		o.analyser = an;
		o.rules = &rules;
		check_rows(ix, &o, rows_kept, "every document counts");
		o.copies = copies;
		check_rows(ix, &o, rows_folded, "near copies are one article, of the day of the first");
		o.level = WT_LEVEL_PROVINCE;
		check_rows(ix, &o, rows_province, "rolled up to provinces");
		o.level = WT_LEVEL_OWN;
		o.least = 75;
		check_rows(ix, &o, rows_sure, "sure ones only");
	}
	wt_analyser_close(an);
	wt_copies_close(copies);
	wt_index_close(ix);
}

int
main(int argc, char **argv)
{
	struct wt_dict *d = open_dict(argc > 0 ? argv[0] : "");
	char folder[200], path[256];

	if (d == NULL) {
		printf("1..0 # SKIP no dictionary\n");
		return 0;
	}
	make_folder(folder);
	snprintf(path, sizeof path, "%s/one", folder);
	test_index(path, d, 0);
	snprintf(path, sizeof path, "%s/several", folder);
	test_index(path, d, 1);
	remove_folder(folder);
	wt_dict_close(d);
	return check_done();
}
