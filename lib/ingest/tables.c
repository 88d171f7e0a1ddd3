/* tables.c - rows prepared by many, written by one; behind tables.h. */
#include "ingest/tables.h"
#include "base/save.h"
#include "base/spool.h"
#include "ingest/datapackage.h"
#include "ingest/repeats.h"
#include "ingest/store.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define FULL ((size_t)64 << 10)        /* bytes of rows that are written at once */

/* The rows of one article, or of several that one worker prepared. */
struct lot {
	struct wt_buf rows[WT_TABLE_COUNT];
};

struct wt_tables {
	struct wt_tables_options o;
	bool wanted[WT_TABLE_COUNT];
	struct wt_save files[WT_TABLE_COUNT];
	bool opened[WT_TABLE_COUNT];
	struct lot *lots;               /* one for each worker */
	struct lot own;                 /* of the end */
	struct wt_gather *gather;       /* NULL if none of its tables is wanted */

	/* What waits until the copies are known; NULL where nothing has to wait. */
	struct wt_repeats *repeats;
	struct wt_spool rows;           /* of articles, without their last cell */
	struct wt_spool notes;          /* of gather */
	struct wt_buf note;
	uint32_t articles;              /* that wait */
};

static const char *const endings[] = { "csv", "tsv", "jsonl" };

static void
open_row(const struct wt_tables *t, struct wt_row *row, struct wt_buf *out,
    enum wt_table_number table)
{
	wt_row_open(row, out, wt_schema_of(table)->columns, t->o.format, t->o.excel);
}

/* Write the rows of one table that are ready, and forget them. */
static int
drain(struct wt_tables *t, int table, struct wt_buf *rows, struct wt_error *error)
{
	int code = rows->err;

	if (code == WT_OK && t->o.folder == NULL && rows->len > 0)
		code = t->o.write(t->o.write_context, rows->at, rows->len);
	else if (code == WT_OK && rows->len > 0) {
		wt_save_put(&t->files[table], rows->at, rows->len);
		code = t->files[table].err;
	}
	wt_buf_clear(rows);
	if (code == WT_OK)
		return WT_OK;
	return wt_error_set(error, code, 0, "%s%s%s: cannot write: %s", t->o.folder == NULL ? "" :
	    t->o.folder, t->o.folder == NULL ? "" : "/", wt_schema_of((enum wt_table_number)table)->name,
	    wt_strerror(code));
}

/* Begin a table: its file, and its header. */
static int
begin(struct wt_tables *t, int table, struct wt_error *error)
{
	struct wt_buf *out = &t->own.rows[table];
	struct wt_arena names = { 0 };
	struct wt_row row;
	int code = WT_OK;

	if (t->o.folder != NULL) {
		struct wt_span path = wt_arena_printf(&names, "%s/%s.%s", t->o.folder,
		    wt_schema_of((enum wt_table_number)table)->name, endings[t->o.format]);

		code = names.err;
		if (code == WT_OK && (code = wt_save_open(&t->files[table], path.at, error)) == WT_OK)
			t->opened[table] = true;
		else if (names.err == WT_OK)
			wt_save_cancel(&t->files[table]);
		wt_arena_free(&names);
	}
	if (code != WT_OK)
		return code;
	if (t->o.excel && t->o.format != WT_ROW_JSONL)
		wt_buf_puts(out, "\xef\xbb\xbf");
	open_row(t, &row, out, (enum wt_table_number)table);
	wt_row_header(&row);
	return drain(t, table, out, error);
}

static void
choose(struct wt_tables *t)
{
	for (int i = 0; i < WT_TABLE_COUNT; i++)
		t->wanted[i] = t->o.only < 0 ? i != WT_TABLE_TOKENS || t->o.tokens : i == t->o.only;
}

/* What is kept to the end: only what the wanted tables need. */
static int
open_gather(struct wt_tables *t)
{
	bool counts = t->wanted[WT_TABLE_REGIONS] || t->wanted[WT_TABLE_ENTITIES] ||
	    t->wanted[WT_TABLE_PROGRAMMES];
	bool waits = t->wanted[WT_TABLE_ARTICLES] || (counts && !t->o.count_copies);

	if (counts && wt_gather_open(t->o.dict, t->o.folder, &t->gather) != WT_OK)
		return WT_ENOMEM;
	t->rows.folder = t->notes.folder = t->o.folder;
	if (!waits || t->o.copies_known)
		return WT_OK;
	return (t->repeats = wt_repeats_open(t->o.folder)) == NULL ? WT_ENOMEM : WT_OK;
}

int
wt_tables_open(const struct wt_tables_options *options, struct wt_tables **out,
    struct wt_error *error)
{
	struct wt_tables *t = calloc(1, sizeof *t);
	unsigned threads = options->threads == 0 ? 1 : options->threads;
	int code = WT_ENOMEM;

	*out = NULL;
	if (t == NULL)
		return wt_error_set(error, code, 0, "memory ran out");
	t->o = *options;
	t->o.threads = threads;
	choose(t);
	if ((t->lots = calloc(threads, sizeof *t->lots)) == NULL || open_gather(t) != WT_OK) {
		wt_error_set(error, code, 0, "memory ran out");
		goto fail;
	}
	if (t->o.folder != NULL && mkdir(t->o.folder, 0777) != 0 && errno != EEXIST) {
		code = wt_error_set(error, wt_code_of_errno(errno), 0, "%s: %s", t->o.folder,
		    strerror(errno));
		goto fail;
	}
	for (int i = 0; i < WT_TABLE_COUNT; i++) {
		if (t->wanted[i] && (code = begin(t, i, error)) != WT_OK)
			goto fail;
	}
	*out = t;
	return WT_OK;
fail:
	wt_tables_close(t);
	return code;
}

void
wt_tables_close(struct wt_tables *t)
{
	if (t == NULL)
		return;
	for (int i = 0; i < WT_TABLE_COUNT; i++) {
		if (t->opened[i])
			wt_save_cancel(&t->files[i]);
		wt_buf_free(&t->own.rows[i]);
		for (unsigned k = 0; t->lots != NULL && k < t->o.threads; k++)
			wt_buf_free(&t->lots[k].rows[i]);
	}
	free(t->lots);
	wt_repeats_close(t->repeats);
	wt_spool_free(&t->rows);
	wt_spool_free(&t->notes);
	wt_buf_free(&t->note);
	wt_gather_close(t->gather);
	free(t);
}

/* ---- the rows of an article ---- */

/* All but the last cell, which may not be known yet. */
static void
article_cells(struct wt_row *row, const struct wt_facts *f)
{
	wt_row_cell(row, f->article_id);
	wt_row_cell(row, f->path);
	wt_row_cell(row, f->url);
	wt_row_cell(row, f->source);
	wt_row_cell(row, f->title);
	wt_row_cell(row, f->byline);
	wt_row_cell(row, f->dateline_place);
	wt_row_cell(row, f->published);
	wt_row_cell(row, f->published_precision);
	wt_row_cell(row, f->published_method);
	wt_row_cell(row, f->primary_region_id);
	wt_row_number(row, f->chars);
	wt_row_number(row, f->ntokens);
	wt_row_number(row, f->nsentences);
	wt_row_cell(row, f->content_hash);
}

#define ARTICLE_CELLS 15u       /* of article_cells */

static void
article_row(struct wt_row *row, const struct wt_facts *f)
{
	article_cells(row, f);
	wt_row_cell(row, f->duplicate_of);
	wt_row_end(row);
}

static const char *
zone_name(uint8_t zone)
{
	static const char *const names[] = { "title", "dateline", "body", "related", "byline",
	    "furniture" };

	return zone < sizeof names / sizeof names[0] ? names[zone] : "body";
}

static void
mention_rows(struct wt_row *row, const struct wt_facts *f)
{
	for (uint32_t i = 0; i < f->nmentions; i++) {
		const struct wt_mention *m = &f->mentions[i];

		wt_row_id(row, f->article_id, 'm', i + 1);
		wt_row_cell(row, f->article_id);
		wt_row_text(row, wt_type_name(m->type));
		wt_row_cell(row, m->entity_id);
		wt_row_cell(row, m->surface);
		wt_row_text(row, zone_name(m->zone));
		wt_row_number(row, m->sentence);
		wt_row_number(row, m->cp_start);
		wt_row_number(row, m->cp_end);
		wt_row_number(row, m->start);
		wt_row_number(row, m->end);
		wt_row_cell(row, m->method);
		wt_row_percent(row, m->confidence);
		wt_row_end(row);
	}
}

static void
date_rows(struct wt_row *row, const struct wt_facts *f)
{
	for (uint32_t i = 0; i < f->ndates; i++) {
		const struct wt_date_fact *d = &f->dates[i];

		wt_row_id(row, f->article_id, 'm', d->mention + 1);
		wt_row_cell(row, f->article_id);
		wt_row_cell(row, f->mentions[d->mention].surface);
		wt_row_cell(row, d->from);
		wt_row_cell(row, d->to);
		wt_row_cell(row, d->precision);
		wt_row_cell(row, d->anchor);
		wt_row_cell(row, d->agrees);
		wt_row_end(row);
	}
}

static void
amount_rows(struct wt_row *row, const struct wt_facts *f)
{
	for (uint32_t i = 0; i < f->namounts; i++) {
		const struct wt_amount_fact *a = &f->amounts[i];

		wt_row_id(row, f->article_id, 'm', a->mention + 1);
		wt_row_cell(row, f->article_id);
		wt_row_cell(row, f->mentions[a->mention].surface);
		wt_row_cell(row, a->value);
		wt_row_cell(row, a->unit);
		wt_row_cell(row, a->modifier);
		wt_row_cell(row, a->value_to);
		wt_row_end(row);
	}
}

static void
claim_rows(struct wt_row *row, const struct wt_facts *f)
{
	uint32_t number = 0;

	for (uint32_t i = 0; i < f->nclaims; i++) {
		const struct wt_claim *c = &f->claims[i];

		if (!c->best)
			continue;
		wt_row_id(row, f->article_id, 'c', ++number);
		wt_row_cell(row, f->article_id);
		wt_row_cell(row, c->region_id);
		wt_row_cell(row, c->programme_id);
		wt_row_text(row, wt_status_name(c->status));
		wt_row_cell(row, c->actor_id);
		wt_row_cell(row, c->target_from);
		wt_row_cell(row, c->target_to);
		wt_row_cell(row, c->amount_idr);
		wt_row_number(row, c->sentence);
		wt_row_number(row, c->cp_start);
		wt_row_number(row, c->cp_end);
		wt_row_cell(row, c->evidence);
		wt_row_cell(row, c->method);
		wt_row_percent(row, c->confidence);
		wt_row_end(row);
	}
}

static void
token_rows(struct wt_row *row, const struct wt_facts *f)
{
	for (uint32_t i = 0; i < f->ntoken_facts; i++) {
		const struct wt_token_fact *t = &f->tokens[i];

		wt_row_cell(row, f->article_id);
		wt_row_number(row, t->sentence);
		wt_row_number(row, t->number);
		wt_row_number(row, t->cp_start);
		wt_row_number(row, t->cp_end);
		wt_row_cell(row, t->surface);
		wt_row_cell(row, t->norm);
		wt_row_cell(row, t->stem);
		wt_row_text(row, t->stopword ? "yes" : "no");
		wt_row_end(row);
	}
}

int
wt_tables_prepare(void *tables, unsigned worker, const struct wt_result *r, struct wt_error *error)
{
	static void (*const write[WT_TABLE_COUNT])(struct wt_row *, const struct wt_facts *) = {
		[WT_TABLE_ARTICLES] = article_row, [WT_TABLE_MENTIONS] = mention_rows,
		[WT_TABLE_DATES] = date_rows, [WT_TABLE_AMOUNTS] = amount_rows,
		[WT_TABLE_CLAIMS] = claim_rows, [WT_TABLE_TOKENS] = token_rows,
	};
	struct wt_tables *t = tables;

	for (int i = 0; i < WT_TABLE_COUNT; i++) {
		struct wt_buf *out = &t->lots[worker].rows[i];
		struct wt_row row;

		if (!t->wanted[i] || write[i] == NULL)
			continue;
		open_row(t, &row, out, (enum wt_table_number)i);
		if (i == WT_TABLE_ARTICLES && t->repeats != NULL)
			article_cells(&row, r->facts);
		else
			write[i](&row, r->facts);
		if (out->err != WT_OK)
			return wt_error_set(error, out->err, 0, "memory ran out");
	}
	return WT_OK;
}

static int
fail(struct wt_error *error, int code)
{
	return wt_error_set(error, code, 0, code == WT_ENOMEM ? "memory ran out" :
	    "what waits for the end cannot be kept: %s", wt_strerror(code));
}

/* Put aside what has to wait until it is known if the article is a copy. */
static int
put_aside(struct wt_tables *t, const struct wt_result *r, struct wt_buf *row)
{
	const struct wt_facts *f = r->facts;
	int code = row->err != WT_OK ? row->err : wt_repeats_add(t->repeats, r->sketch,
	    wt_store_day(f->published), f->article_id);

	if (code == WT_OK && t->wanted[WT_TABLE_ARTICLES])
		wt_spool_putstring(&t->rows, wt_buf_span(row));
	if (code == WT_OK && t->gather != NULL)
		wt_spool_putstring(&t->notes, wt_buf_span(&t->note));
	wt_buf_clear(row);
	t->articles++;
	if (code == WT_OK)
		code = t->rows.err != WT_OK ? t->rows.err : t->notes.err;
	return code;
}

int
wt_tables_commit(void *tables, unsigned worker, const struct wt_result *r, struct wt_error *error)
{
	struct wt_tables *t = tables;
	struct wt_buf *rows = t->lots[worker].rows;
	bool counts = t->o.count_copies || r->facts->duplicate_of.len == 0;
	int code = WT_OK;

	for (int i = 0; i < WT_TABLE_COUNT && code == WT_OK; i++)
		if (t->wanted[i] && (i != WT_TABLE_ARTICLES || t->repeats == NULL))
			code = drain(t, i, &rows[i], error);
	if (code != WT_OK)
		return code;
	wt_buf_clear(&t->note);
	if (t->gather != NULL)
		code = wt_gather_note(t->gather, r->facts, &t->note);
	if (code == WT_OK && t->repeats != NULL)
		code = put_aside(t, r, &rows[WT_TABLE_ARTICLES]);
	else if (code == WT_OK && t->gather != NULL && counts)
		code = wt_gather_count(t->gather, wt_buf_span(&t->note));
	return code == WT_OK ? WT_OK : fail(error, code);
}

/* ---- the end ---- */

/* The next row that waits, with its last cell. */
static int
settle_row(struct wt_tables *t, uint64_t *at, struct wt_span original, struct wt_error *error)
{
	struct wt_buf *out = &t->own.rows[WT_TABLE_ARTICLES];
	struct wt_row row;
	int code = wt_spool_getstring(&t->rows, at, out);

	if (code != WT_OK)
		return fail(error, code);
	open_row(t, &row, out, WT_TABLE_ARTICLES);
	wt_row_resume(&row, ARTICLE_CELLS);
	wt_row_cell(&row, original);
	wt_row_end(&row);
	return drain(t, WT_TABLE_ARTICLES, out, error);
}

/* Say what is a copy of what, then write and count all that waits. */
static int
settle(struct wt_tables *t, struct wt_error *error)
{
	struct wt_buf original = { 0 };
	uint64_t row = 0, note = 0;
	int code = wt_repeats_find(t->repeats);

	if (code != WT_OK)
		return fail(error, code);
	for (uint32_t i = 0; i < t->articles && code == WT_OK; i++) {
		bool copy;

		code = wt_repeats_original(t->repeats, i, &copy, &original);
		if (code == WT_OK && t->gather != NULL &&
		    (code = wt_spool_getstring(&t->notes, &note, &t->note)) == WT_OK &&
		    (!copy || t->o.count_copies))
			code = wt_gather_count(t->gather, wt_buf_span(&t->note));
		if (code != WT_OK)
			fail(error, code);
		else if (t->wanted[WT_TABLE_ARTICLES])
			code = settle_row(t, &row, wt_buf_span(&original), error);
	}
	wt_buf_free(&original);
	/* What is to come needs memory too. */
	wt_repeats_close(t->repeats);
	t->repeats = NULL;
	return code;
}

static void
skip_rows(struct wt_row *row, struct wt_skips *skips)
{
	wt_skips_sort(skips);
	for (size_t i = 0; i < skips->count; i++) {
		const struct wt_skip *s = &skips->at[i];

		wt_row_cell(row, s->path);
		if (s->position == 0)
			wt_row_text(row, "");
		else
			wt_row_number(row, s->position);
		wt_row_cell(row, s->reason);
		wt_row_end(row);
	}
}

/* Rows of the end that wait to be written. */
struct rest {
	struct wt_tables *t;
	enum wt_table_number table;
	struct wt_error *error;
};

static int
write_full(void *context)
{
	struct rest *r = context;
	struct wt_buf *out = &r->t->own.rows[r->table];

	return out->len < FULL ? out->err : drain(r->t, (int)r->table, out, r->error);
}

static int
write_gathered(struct wt_tables *t, enum wt_table_number table, struct wt_error *error)
{
	struct rest rest = { t, table, error };
	struct wt_row row;
	int code;

	open_row(t, &row, &t->own.rows[table], table);
	code = wt_gather_write(t->gather, table, &row, write_full, &rest);
	if (code != WT_OK)
		return error->code != 0 ? code : fail(error, code);
	return drain(t, (int)table, &t->own.rows[table], error);
}

static int
write_rest(struct wt_tables *t, struct wt_skips *skips, struct wt_error *error)
{
	static const enum wt_table_number gathered[] = { WT_TABLE_REGIONS, WT_TABLE_ENTITIES,
	    WT_TABLE_PROGRAMMES };
	struct wt_row row;
	int code;

	for (size_t i = 0; i < sizeof gathered / sizeof gathered[0]; i++)
		if (t->wanted[gathered[i]] && (code = write_gathered(t, gathered[i], error)) != WT_OK)
			return code;
	if (!t->wanted[WT_TABLE_SKIPPED])
		return WT_OK;
	open_row(t, &row, &t->own.rows[WT_TABLE_SKIPPED], WT_TABLE_SKIPPED);
	skip_rows(&row, skips);
	return drain(t, WT_TABLE_SKIPPED, &t->own.rows[WT_TABLE_SKIPPED], error);
}

static int
write_package(struct wt_tables *t, struct wt_error *error)
{
	struct wt_arena names = { 0 };
	struct wt_buf json = { 0 };
	struct wt_span path = wt_arena_printf(&names, "%s/datapackage.json", t->o.folder);
	int code;

	wt_datapackage_write(&json, t->wanted, t->o.format, t->o.version);
	code = names.err != WT_OK ? names.err : json.err;
	if (code != WT_OK)
		wt_error_set(error, code, 0, "memory ran out");
	else
		code = wt_save_bytes(path.at, wt_buf_span(&json), error);
	wt_buf_free(&json);
	wt_arena_free(&names);
	return code;
}

int
wt_tables_finish(struct wt_tables *t, struct wt_skips *skips, struct wt_error *error)
{
	int code = t->repeats == NULL ? WT_OK : settle(t, error);

	if (code == WT_OK)
		code = write_rest(t, skips, error);
	if (code != WT_OK || t->o.folder == NULL)
		return code;
	for (int i = 0; i < WT_TABLE_COUNT && code == WT_OK; i++) {
		if (!t->opened[i])
			continue;
		code = wt_save_commit(&t->files[i], error);
		t->opened[i] = false;
	}
	return code == WT_OK ? write_package(t, error) : code;
}
