/*
 * sketch.c - which edits of an article leave it a copy, and what is none.
 *
 * Every article of corpus/ is edited in each of the ways below, several times from a
 * fixed seed; the copies are looked for among all of them and the articles of events.h.
 */
#include "ingest/input.h"
#include "ingest/sketch.h"
#include "tests/check.h"
#include "tests/random.h"
#include "tests/unit/ingest/events.h"
#include "text/document.h"

#include <stdlib.h>

#define ROUNDS 4
#define MOST 4000
#define NO_DAY INT32_MIN        /* WT_NO_DATE: build.h has another wt_document */

struct item {
	uint8_t sketch[WT_SKETCH];
	int kind;               /* of the edit, or -1 */
	uint32_t of;            /* its original; an event's number; itself */
	int32_t day;
	bool event, found;
};

struct pool {
	struct item items[MOST];
	uint32_t count;
};

static int
get(void *context, uint32_t number, uint8_t *sketch)
{
	memcpy(sketch, ((struct pool *)context)->items[number].sketch, WT_SKETCH);
	return WT_OK;
}

static int
day(void *context, uint32_t number, int32_t *at)
{
	*at = ((struct pool *)context)->items[number].day;
	return WT_OK;
}

static int
no_day(void *context, uint32_t number, int32_t *at)
{
	(void)context;
	(void)number;
	*at = NO_DAY;
	return WT_OK;
}

static int
before(void *context, uint32_t a, uint32_t b, bool *yes)
{
	(void)context;
	*yes = a < b;
	return WT_OK;
}

static int
before_by_day(void *context, uint32_t a, uint32_t b, bool *yes)
{
	const struct item *items = ((struct pool *)context)->items;

	if (items[a].day == items[b].day)
		*yes = a < b;
	else
		*yes = items[a].day != NO_DAY &&
		    (items[b].day == NO_DAY || items[a].day < items[b].day);
	return WT_OK;
}

static void
sketch_of(struct wt_span title, struct wt_span text, uint8_t sketch[WT_SKETCH])
{
	struct wt_arena a = { 0 };
	struct wt_document d;

	memset(sketch, 0, WT_SKETCH);
	if (wt_document_read(&a, title, text, &d) == WT_OK)
		wt_sketch_read(&d, NULL, sketch);
	wt_arena_free(&a);
}

/* ---- edits: each puts an edited text into `out` ---- */

struct edit {
	struct wt_span text;
	struct wt_buf *out;
	uint64_t *seed;
};

static uint32_t
count_of(struct wt_span text, char c)
{
	uint32_t n = 0;

	for (size_t i = 0; i < text.len; i++)
		n += text.at[i] == c;
	return n;
}

static void
as_it_is(struct edit *e)
{
	wt_buf_putspan(e->out, e->text);
}

/* One word in `every` is another. */
static void
other_words(struct edit *e, uint32_t every)
{
	static const char *const words[] = { "kata", "ungkap", "daerah", "pihaknya", "kemudian", "juga",
	    "sejumlah", "warga", "lokasi", "kegiatan" };
	struct wt_span rest = e->text, word;

	while (wt_span_cut(&rest, ' ', &word)) {
		if (random_below(e->seed, every) == 0 && count_of(word, '\n') == 0)
			wt_buf_puts(e->out, words[random_below(e->seed, 10)]);
		else
			wt_buf_putspan(e->out, word);
		if (rest.at != NULL)
			wt_buf_putc(e->out, ' ');
	}
}

static void
few_words(struct edit *e)
{
	other_words(e, 30);
}

/* A paragraph of the story is left out. */
static void
cut_paragraph(struct edit *e)
{
	uint32_t lines = count_of(e->text, '\n') + 1, at = 0, cut;
	struct wt_span rest = e->text, line;

	/* Not the head: a title of its own stands there, or the dateline. */
	do
		cut = 2 + random_below(e->seed, lines > 3 ? lines - 2 : 1);
	while (lines > 8 && cut % 2 == 1 && count_of(e->text, '\n') > 12 && random_below(e->seed, 2) == 0);
	while (wt_span_cut(&rest, '\n', &line)) {
		if (at++ == cut)
			continue;
		wt_buf_putspan(e->out, line);
		wt_buf_putc(e->out, '\n');
	}
}

static void
other_byline(struct edit *e)
{
	wt_buf_putspan(e->out, e->text);
	wt_buf_puts(e->out, random_below(e->seed, 2) ? "\n(ant/red)\n" : "\nEditor: Wulan Sari\n");
}

static void
other_dateline(struct edit *e)
{
	struct wt_span rest = e->text, line;
	bool done = false;

	while (wt_span_cut(&rest, '\n', &line)) {
		const char *dash = done || line.len < 120 ? NULL : strstr(line.at, " \xe2\x80\x93 ");

		if (dash != NULL && dash < line.at + 50) {
			wt_buf_puts(e->out, "JAKARTA, KABARCONTOH.COM \xe2\x80\x93 ");
			line = wt_span_make(dash + 5, line.len - (size_t)(dash + 5 - line.at));
			done = true;
		}
		wt_buf_putspan(e->out, line);
		wt_buf_putc(e->out, '\n');
	}
}

static void
related_links(struct edit *e)
{
	uint32_t lines = count_of(e->text, '\n') + 1, at = 0, here = 3 + random_below(e->seed, lines);
	struct wt_span rest = e->text, line;

	while (wt_span_cut(&rest, '\n', &line)) {
		wt_buf_putspan(e->out, line);
		wt_buf_putc(e->out, '\n');
		if (at++ == here || (rest.at == NULL && at <= here))
			wt_buf_puts(e->out, "BACA JUGA: Harga Cabai Turun, Ibu Rumah Tangga Lega\n");
	}
}

/* Capitals, quotation marks and spaces as another paper sets them. */
static void
other_signs(struct edit *e)
{
	bool open = false;

	for (size_t i = 0; i < e->text.len; i++) {
		if (e->text.at[i] == '"') {
			wt_buf_puts(e->out, open ? "\xe2\x80\x9d" : "\xe2\x80\x9c");
			open = !open;
		} else if (e->text.at[i] == ' ' && random_below(e->seed, 20) == 0) {
			wt_buf_puts(e->out, "  ");
		} else if (e->text.at[i] != ',' || random_below(e->seed, 4) != 0 ||
		    (i + 1 < e->text.len && e->text.at[i + 1] != ' ')) {
			wt_buf_putc(e->out, e->text.at[i]);
		}
	}
}

/* A closing sentence that the first did not have. */
static void
longer(struct edit *e)
{
	wt_buf_putspan(e->out, e->text);
	wt_buf_puts(e->out, "\nSampai berita ini diturunkan, redaksi masih menunggu keterangan lebih lanjut dari dinas "
	    "terkait mengenai tahapan pekerjaan berikutnya.\n");
}

/* All of it: words, signs, links, byline. */
static void
much(struct edit *e)
{
	struct wt_buf one = { 0 }, two = { 0 };
	struct edit step = { e->text, &one, e->seed };

	other_words(&step, 40);
	step = (struct edit){ wt_buf_span(&one), &two, e->seed };
	related_links(&step);
	step = (struct edit){ wt_buf_span(&two), e->out, e->seed };
	other_signs(&step);
	wt_buf_puts(e->out, "\n(ant/red)\n");
	wt_buf_free(&one);
	wt_buf_free(&two);
}

static const struct {
	const char *what;
	void (*edit)(struct edit *);
	bool title;             /* another title too */
} edits[] = {
	{ "exact", as_it_is, false }, { "another title", as_it_is, true },
	{ "few words changed", few_words, false }, { "a paragraph cut", cut_paragraph, true },
	{ "another byline", other_byline, false }, { "another dateline", other_dateline, true },
	{ "related links", related_links, false }, { "signs and spaces", other_signs, true },
	{ "a sentence more", longer, true }, { "much at once", much, true },
};

#define EDITS (sizeof edits / sizeof edits[0])

/* ---- the pool ---- */

static void
add_edits(struct pool *p, uint32_t of, const struct wt_article *article, uint64_t *seed)
{
	for (uint32_t round = 0; round < ROUNDS; round++) {
		for (size_t k = 0; k < EDITS && p->count < MOST; k++) {
			struct wt_buf text = { 0 };
			struct edit e = { article->text, &text, seed };
			struct wt_span title = edits[k].title ? WT_SPAN("Judul Lain dari Koran Lain") :
			    article->title;
			struct item *item = &p->items[p->count++];

			edits[k].edit(&e);
			sketch_of(title, wt_buf_span(&text), item->sketch);
			item->kind = (int)k;
			item->of = of;
			wt_buf_free(&text);
		}
	}
}

static void
fill(struct pool *p)
{
	static const char *const paths[] = { "corpus/articles" };
	struct wt_inputs inputs = { .names = { .paths = paths, .count = 1 } };
	struct wt_skips skips = { 0 };
	struct wt_record r = { 0 };
	struct wt_input *in;
	uint64_t seed = 17;
	uint32_t originals = 0;

	if (wt_input_open(&inputs, &skips, &in, NULL) != WT_OK)
		return;
	while (wt_input_next(in, &r) == WT_OK && p->count < MOST) {
		uint32_t of = p->count++;

		sketch_of(r.article.title, r.article.text, p->items[of].sketch);
		p->items[of].kind = -1;
		p->items[of].of = of;
		originals++;
		add_edits(p, of, &r.article, &seed);
	}
	for (size_t i = 0; i < sizeof events / sizeof events[0] && p->count < MOST; i++) {
		struct item *item = &p->items[p->count];

		sketch_of(WT_SPAN("Judul"), wt_span_of(events[i].text), item->sketch);
		*item = (struct item){ .kind = -1, .of = p->count++, .event = true };
		sketch_of(WT_SPAN("Judul"), wt_span_of(events[i].text), item->sketch);
	}
	CHECK(originals > 50 && p->count < MOST, "%u articles of the corpus", originals);
	wt_input_close(in);
	wt_record_free(&r);
	wt_skips_free(&skips);
}

static void
test_edits(struct pool *p)
{
	struct wt_sketches s = { p, p->count, get, day, before };
	uint32_t all[EDITS] = { 0 }, found[EDITS] = { 0 }, wrong = 0, light = 0, light_found = 0;
	struct wt_copy *copies;
	size_t count;

	CHECK(wt_copies_find(&s, &copies, &count) == WT_OK, "copies are looked for");
	for (size_t i = 0; i < count; i++) {
		struct item *copy = &p->items[copies[i].copy];

		copy->found = copy->kind >= 0 && copy->of == copies[i].original;
		wrong += !copy->found;
		if (!copy->found)
			printf("# %u is no copy of %u\n", copies[i].copy, copies[i].original);
	}
	for (uint32_t i = 0; i < p->count; i++) {
		if (p->items[i].kind < 0)
			continue;
		all[p->items[i].kind]++;
		found[p->items[i].kind] += p->items[i].found;
	}
	CHECK(wrong == 0, "no other article is a copy: %u of %zu", wrong, count);
	for (size_t k = 0; k < EDITS; k++) {
		CHECK(all[k] > 200 && found[k] * 100 >= all[k] * (k < 2 ? 100 : 95), "%s: %u of %u found",
		    edits[k].what, found[k], all[k]);
		light += k < 2 ? 0 : all[k];
		light_found += k < 2 ? 0 : found[k];
	}
	CHECK(light_found * 100 >= light * 99, "lightly edited: %u of %u", light_found, light);
	free(copies);
}

/* ---- the search itself ---- */

/* Numbers given to the documents otherwise lead to the same copies. */
static int
get_backwards(void *context, uint32_t number, uint8_t *sketch)
{
	struct pool *p = context;

	return get(context, p->count - 1 - number, sketch);
}

static int
day_backwards(void *context, uint32_t number, int32_t *at)
{
	struct pool *p = context;

	return day(context, p->count - 1 - number, at);
}

static int
before_backwards(void *context, uint32_t a, uint32_t b, bool *yes)
{
	return before(context, b, a, yes);
}

static void
test_order(struct pool *p)
{
	struct wt_sketches s = { p, p->count, get, day, before };
	struct wt_sketches back = { p, p->count, get_backwards, day_backwards, before_backwards };
	uint32_t *of = calloc(p->count, sizeof *of), differ = 0;
	struct wt_copy *copies, *others;
	size_t count, other_count;

	CHECK(wt_copies_find(&s, &copies, &count) == WT_OK &&
	    wt_copies_find(&back, &others, &other_count) == WT_OK && count == other_count && count > 1000,
	    "%zu copies whichever way they are numbered", count);
	for (size_t i = 0; i < count; i++)
		of[copies[i].copy] = copies[i].original + 1;
	for (size_t i = 0; i < count && count == other_count; i++)
		differ += of[p->count - 1 - others[i].copy] != p->count - others[i].original;
	CHECK(differ == 0, "and of the same originals");
	for (size_t i = 0; i < count; i++)
		differ += of[copies[i].original] != 0 || copies[i].original > copies[i].copy ||
		    (i > 0 && (copies[i].original < copies[i - 1].original ||
		    (copies[i].original == copies[i - 1].original && copies[i].copy <= copies[i - 1].copy)));
	CHECK(differ == 0, "originals are none and come first; copies are in order");
	free(of);
	free(copies);
	free(others);
}

/* A bucket of many: more than are compared each with each. */
static int
get_many(void *context, uint32_t number, uint8_t *sketch)
{
	uint64_t seed = number / 2;

	/* All share twelve values; pairs share all but three. */
	(void)context;
	for (size_t i = 0; i < WT_SKETCH; i++)
		sketch[i] = i < 12 ? 7 : i < WT_SKETCH_VALUES ? (uint8_t)random_next(&seed) : 0;
	for (size_t i = 0; i < 3; i++)
		sketch[20 + i * 9] = (uint8_t)(sketch[20 + i * 9] + (number & 1));
	return WT_OK;
}

static void
test_many(void)
{
	struct wt_sketches s = { NULL, 3000, get_many, no_day, before };
	struct wt_copy *copies;
	size_t count, wrong = 0;

	CHECK(wt_copies_find(&s, &copies, &count) == WT_OK && count == 1500, "%zu of 1500 pairs", count);
	for (size_t i = 0; i < count; i++)
		wrong += copies[i].original % 2 != 0 || copies[i].copy != copies[i].original + 1;
	CHECK(wrong == 0, "and no others");
	free(copies);
}

static int
get_same(void *context, uint32_t number, uint8_t *sketch)
{
	memset(sketch, number % *(uint32_t *)context == 0 ? 0 : 9, WT_SKETCH);
	return WT_OK;
}

static int
get_error(void *context, uint32_t number, uint8_t *sketch)
{
	memset(sketch, 1, WT_SKETCH);
	return number == *(uint32_t *)context ? WT_ECORRUPT : WT_OK;
}

static void
test_ends(void)
{
	uint32_t number = 3;
	struct wt_sketches s = { &number, 9, get_same, no_day, before };
	struct wt_copy *copies;
	size_t count;

	CHECK(wt_copies_find(&s, &copies, &count) == WT_OK && count == 5 && copies[0].original == 1,
	    "those without a sketch are no copies: %zu", count);
	free(copies);
	s.count = 0;
	CHECK(wt_copies_find(&s, &copies, &count) == WT_OK && count == 0 && copies == NULL, "no documents");
	s = (struct wt_sketches){ &number, 9, get_error, no_day, before };
	CHECK(wt_copies_find(&s, &copies, &count) == WT_ECORRUPT && copies == NULL, "an error ends it");
}

/* ---- dates ---- */

/* A long story and the same with its last word but one another: few values know it. */
static void
put_story(struct wt_buf *out, const char *stage)
{
	for (int i = 0; i < 40; i++)
		wt_buf_printf(out, "Warga kampung nomor%d menunggu kabar ke%d dari petugas desa%d. ", i, i * 7, i * 3);
	wt_buf_printf(out, "Jembatan %s dibangun.", stage);
}

static void
test_days(void)
{
	static const struct {
		const char *what, *stage;
		int32_t first, second;
		uint32_t original;              /* of the two; 2: no copy */
	} rows[] = {
		{ "another word the same day", "selesai", 100, 100, 0 },
		{ "another word 31 days later", "selesai", 100, 131, 0 },
		{ "another word 32 days later", "selesai", 100, 132, 2 },
		{ "another word 32 days before", "selesai", 132, 100, 2 },
		{ "another word a year later", "selesai", 100, 465, 2 },
		{ "another word 31 days before", "selesai", 131, 100, 1 },
		{ "another word, no day", "selesai", 100, NO_DAY, 0 },
		{ "another word, no day at all", "selesai", NO_DAY, NO_DAY, 0 },
		{ "the same a year later", "akan", 100, 465, 0 },
		{ "the same a year before", "akan", 465, 100, 1 },
		{ "the earliest and the last day there are", "selesai", INT32_MIN + 1, INT32_MAX, 2 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_buf text[2] = { { 0 }, { 0 } };
		struct pool *p = calloc(1, sizeof *p);
		struct wt_sketches s = { p, 2, get, day, before_by_day };
		struct wt_copy *copies = NULL;
		size_t count = 0;

		put_story(&text[0], "akan");
		put_story(&text[1], rows[i].stage);
		for (int k = 0; p != NULL && k < 2; k++) {
			sketch_of(WT_SPAN("Jembatan"), wt_buf_span(&text[k]), p->items[k].sketch);
			p->items[k].day = k == 0 ? rows[i].first : rows[i].second;
			wt_buf_free(&text[k]);
		}
		CHECK(p != NULL && wt_copies_find(&s, &copies, &count) == WT_OK &&
		    count == (rows[i].original < 2) &&
		    (count == 0 || copies[0].original == rows[i].original), "%s: %zu copies", rows[i].what, count);
		free(copies);
		free(p);
	}
}

/* What equals a copy is a copy of the same original, whenever it was printed. */
static void
test_same_as_copy(void)
{
	struct wt_buf first = { 0 }, second = { 0 };
	struct pool *p = calloc(1, sizeof *p);
	struct wt_sketches s = { p, 3, get, day, before_by_day };
	static const int32_t days[] = { 465, 105, 100 };
	struct wt_copy *copies = NULL;
	size_t count = 0;

	put_story(&first, "akan");
	put_story(&second, "akan segera");
	for (int k = 0; p != NULL && k < 3; k++) {
		sketch_of(WT_SPAN("Jembatan"), wt_buf_span(k == 2 ? &first : &second), p->items[k].sketch);
		p->items[k].day = days[k];
	}
	CHECK(p != NULL && wt_copies_find(&s, &copies, &count) == WT_OK && count == 2 &&
	    copies[0].original == 2 && copies[0].copy == 1 && copies[1].original == 2 && copies[1].copy == 0,
	    "what equals a copy: %zu", count);
	free(copies);
	free(p);
	wt_buf_free(&first);
	wt_buf_free(&second);
}

/* Texts of a few words. */
static void
test_short(void)
{
	static const struct {
		const char *what, *title, *text, *other_title, *other;
		bool alike;
	} rows[] = {
		{ "one sentence", "", "Wali Kota Serang meresmikan jembatan baru di Kasemen.", "",
		    "Wali Kota Serang meresmikan jembatan baru di Kasemen.", true },
		{ "a caption under other titles", "Banjir di Serang", "Lihat foto-foto berikut.",
		    "Pesta rakyat di Tegal", "Lihat foto-foto berikut.", false },
		{ "a caption under one title", "Banjir di Serang", "Lihat foto-foto berikut.",
		    "Banjir di Serang", "Lihat foto-foto berikut.", true },
		{ "two words", "", "Pasar baru", "", "Pasar baru", true },
		{ "two other words", "", "Pasar baru", "", "Pasar lama", false },
		{ "nothing", "", "", "", "", false },
		{ "signs", "", "...", "", "...", false },
	};
	uint8_t a[WT_SKETCH], b[WT_SKETCH];

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		sketch_of(wt_span_of(rows[i].title), wt_span_of(rows[i].text), a);
		sketch_of(wt_span_of(rows[i].other_title), wt_span_of(rows[i].other), b);
		CHECK(wt_sketch_alike(a, b) == rows[i].alike, "%s", rows[i].what);
	}
}

int
main(void)
{
	struct pool *p = calloc(1, sizeof *p);

	if (p == NULL)
		return 1;
	fill(p);
	test_edits(p);
	test_order(p);
	test_many();
	test_ends();
	test_short();
	test_days();
	test_same_as_copy();
	free(p);
	return check_done();
}
