/*
 * gather.c - what articles name is counted, also when it is known only later which of
 * them count.
 */
#include "ingest/gather.h"
#include "ingest/items.h"
#include "base/err.h"
#include "tests/check.h"
#include "tests/random.h"

#include <stdio.h>
#include <stdlib.h>

/* ---- items ---- */

static void
test_items(void)
{
	struct wt_items t = { .count = 0 };
	struct wt_span fields[3];
	uint32_t *order = NULL, wrong = 0;
	char id[32], name[64];

	for (uint32_t round = 0; round < 2; round++) {
		for (uint32_t i = 0; i < 20000; i++) {
			snprintf(id, sizeof id, "e%u", (unsigned)(i * 7919 % 20000));
			snprintf(name, sizeof name, "name of %u, %u", (unsigned)i, (unsigned)round);
			fields[0] = wt_span_of(id);
			fields[1] = wt_span_of(name);
			fields[2] = wt_span_make("", 0);
			wrong += wt_items_take(&t, fields, 3) != i || wt_items_find(&t, fields[0]) != i;
		}
	}
	CHECK(wrong == 0 && t.count == 20000, "each has one number");
	CHECK(wt_items_find(&t, WT_SPAN("x")) == WT_NO_ITEM, "and others none");
	CHECK(wt_items_get(&t, 77, fields, 3) == WT_OK && wt_span_is(fields[1], "name of 77, 0") &&
	    fields[2].len == 0, "the first fields stay");
	CHECK(wt_items_sort(&t, &order) == WT_OK, "sorted");
	for (uint32_t i = 0; order != NULL && i < t.count; i++) {
		struct wt_span now;

		wt_items_get(&t, order[i], &now, 1);
		wrong += i > 0 && wt_span_cmp(wt_span_of(id), now) >= 0;
		snprintf(id, sizeof id, "%.*s", (int)now.len, now.at);
	}
	CHECK(wrong == 0, "in order of ids");
	free(order);
	wt_items_free(&t);
}

/* ---- counting ---- */

static int
never_full(void *context)
{
	(void)context;
	return WT_OK;
}

static void
write_table(struct wt_gather *g, enum wt_table_number table, struct wt_buf *out)
{
	struct wt_row row;

	wt_row_open(&row, out, wt_schema_of(table)->columns, WT_ROW_CSV, false);
	if (wt_gather_write(g, table, &row, never_full, NULL) != WT_OK)
		wt_buf_puts(out, "error");
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
test_counts(const struct wt_dict *d)
{
	static const struct {
		const char *published, *person, *programme;
		bool counts;
	} articles[] = {
		{ "2022-06-30", "Budi", "p", true }, { "2022-06", "Budi", "p", true }, { "2022", "Ani", "p", true },
		{ "2023-01-02", "Ani", "q", true }, { "2020-01-01", "Budi", "p", false }, { "", "Cici", "r", false },
	};
	struct wt_gather *g = NULL;
	struct wt_buf notes[6] = { { 0 } }, out = { 0 };
	int code = wt_gather_open(d, NULL, &g);

	for (size_t i = 0; i < 6 && code == WT_OK; i++) {
		struct wt_entity e = { .id = wt_span_of(articles[i].person), .type = WT_PERSON,
		    .name = wt_span_of(articles[i].person) };
		struct wt_programme p = { .id = wt_span_of(articles[i].programme),
		    .name = wt_span_of(articles[i].programme), .discovered = true };
		struct wt_mention m[3] = { { .type = WT_PERSON, .entity_id = e.id },
		    { .type = WT_PERSON, .entity_id = e.id },
		    { .type = WT_REGION, .entity_id = WT_SPAN("ID.36.73") } };
		struct wt_claim c = { .region_id = WT_SPAN("ID.33.76"), .programme_id = p.id, .best = true };
		struct wt_facts f = { .published = wt_span_of(articles[i].published), .entities = &e,
		    .nentities = 1, .programmes = &p, .nprogrammes = 1, .mentions = m, .nmentions = 3,
		    .claims = &c, .nclaims = 1 };

		code = wt_gather_note(g, &f, &notes[i]);
	}
	for (size_t i = 6; i-- > 0 && code == WT_OK; )
		if (articles[i].counts)
			code = wt_gather_count(g, wt_buf_span(&notes[i]));
	CHECK(code == WT_OK, "six articles, four of them counted");
	write_table(g, WT_TABLE_ENTITIES, &out);
	CHECK(wt_span_is(wt_buf_span(&out), "Ani,person,Ani,,,,2,4\nBudi,person,Budi,,,,2,4\n"
	    "Cici,person,Cici,,,,0,0\n"), "entities");
	wt_buf_clear(&out);
	write_table(g, WT_TABLE_PROGRAMMES, &out);
	CHECK(wt_span_is(wt_buf_span(&out), "p,p,,,discovered,3,1,2022,2022-06-30\n"
	    "q,q,,,discovered,1,1,2023-01-02,2023-01-02\nr,r,,,discovered,0,0,,\n"), "programmes");
	wt_buf_clear(&out);
	write_table(g, WT_TABLE_REGIONS, &out);
	wt_buf_putc(&out, '\0');
	CHECK(wt_span_starts(wt_buf_span(&out), WT_SPAN("ID.33,provinsi,Jawa Tengah,,33,")) &&
	    strstr(out.at, "\nID.36.73,kota,Kota Serang,ID.36,36.73,") != NULL, "regions");
	for (size_t i = 0; i < notes[0].len; i++) {
		struct wt_span cut = wt_span_make(notes[0].at, i);

		if (wt_gather_count(g, cut) == WT_OK)
			CHECK(false, "a note cut at %zu", i);
	}
	for (size_t i = 0; i < 6; i++)
		wt_buf_free(&notes[i]);
	wt_buf_free(&out);
	wt_gather_close(g);
}

int
main(int argc, char **argv)
{
	struct wt_dict *d = open_dict(argc > 0 ? argv[0] : "");

	test_items();
	if (d != NULL)
		test_counts(d);
	wt_dict_close(d);
	return check_done();
}
