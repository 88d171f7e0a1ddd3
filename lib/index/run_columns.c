/* run_columns.c - the columns of a run. */
#include "index/run_private.h"

#include <stdlib.h>

/* A string of a table. */
struct name {
	struct wt_span bytes;
	uint32_t id;
};

/* The run, and the order of its documents. */
struct course {
	const struct wt_run *r;
	const uint32_t *order;
	uint32_t docs;
	struct wt_writer *w;
};

static int
by_name(const void *x, const void *y)
{
	const struct name *a = x, *b = y;

	return wt_span_cmp(a->bytes, b->bytes);
}

/* Strings of a table in order of bytes. */
static struct name *
sort_names(const struct wt_table *t)
{
	struct name *names = malloc(((size_t)t->count + 1) * sizeof *names);

	for (uint32_t i = 0; i < t->count && names != NULL; i++)
		names[i] = (struct name){ t->keys[i], i };
	if (names != NULL && t->count > 1)
		qsort(names, t->count, sizeof *names, by_name);
	return names;
}

/* A value of a document in one column, by its place in the order of all values. */
struct column {
	uint32_t *starts;       /* owned: docs + 1 */
	uint32_t *ids;          /* owned */
	struct wt_span *values; /* owned */
	uint32_t value_count;
};

static int
by_number(const void *x, const void *y)
{
	const uint32_t *a = x, *b = y;

	return (*a > *b) - (*a < *b);
}

/* The values of each document in a column, sorted, as places in the order of all. */
static void
gather(const struct course *c, uint32_t column, const uint32_t *rank, struct column *out)
{
	uint32_t total = 0;

	for (uint32_t doc = 0; doc < c->docs; doc++) {
		const struct wt_run_doc *d = &c->r->docs[c->order[doc]];
		uint32_t first = total, kept;

		out->starts[doc] = total;
		for (uint32_t i = 0; i < d->cell_count; i++) {
			const struct wt_run_cell *cell = &c->r->cells[d->cells + i];

			if (cell->column == column)
				out->ids[total++] = rank[cell->value];
		}
		if (total - first > 1)
			qsort(out->ids + first, total - first, sizeof *out->ids, by_number);
		kept = first;
		for (uint32_t i = first; i < total; i++)
			if (i == first || out->ids[i] != out->ids[i - 1])
				out->ids[kept++] = out->ids[i];
		total = kept;
	}
	out->starts[c->docs] = total;
}

/* Number the values that are used from 0 on. */
static void
renumber(const struct course *c, const struct name *names, uint32_t *used, struct column *out)
{
	uint32_t total = out->starts[c->docs];

	memset(used, 0, ((size_t)c->r->values.count + 1) * sizeof *used);
	for (uint32_t i = 0; i < total; i++)
		used[out->ids[i]] = 1;
	for (uint32_t i = 0; i < c->r->values.count; i++) {
		if (used[i] == 0)
			continue;
		out->values[out->value_count] = names[i].bytes;
		used[i] = out->value_count++;
	}
	for (uint32_t i = 0; i < total; i++)
		out->ids[i] = used[out->ids[i]];
}

static int
make_column(const struct course *c, uint32_t column, const struct name *names,
    const uint32_t *rank, uint32_t *used, struct column *out)
{
	out->starts = malloc(((size_t)c->docs + 1) * sizeof *out->starts);
	out->ids = malloc((c->r->cell_count + 1) * sizeof *out->ids);
	out->values = malloc(((size_t)c->r->values.count + 1) * sizeof *out->values);
	if (out->starts == NULL || out->ids == NULL || out->values == NULL)
		return WT_ENOMEM;
	gather(c, column, rank, out);
	renumber(c, names, used, out);
	return WT_OK;
}

static int
make_columns(const struct course *c, const struct name *columns, const struct name *names,
    uint32_t *rank, uint32_t *used)
{
	struct column made[WT_COLUMNS_MAX] = { { 0 } };
	struct wt_column_data data[WT_COLUMNS_MAX] = { { .value_count = 0 } };
	uint32_t count = 0;
	int code = WT_OK;

	for (uint32_t i = 0; i < c->r->values.count; i++)
		rank[names[i].id] = i;
	for (uint32_t i = 0; i < c->r->columns.count && code == WT_OK; i++) {
		struct column *m = &made[count];

		code = make_column(c, columns[i].id, names, rank, used, m);
		data[count].name = columns[i].bytes;
		data[count].values = m->values;
		data[count].value_count = m->value_count;
		if (code == WT_OK && m->value_count > 0)
			code = wt_column_pack(&data[count], c->docs, m->starts, m->ids);
		free(m->starts);
		free(m->ids);
		if (code == WT_OK && m->value_count == 0) {
			free(m->values);
			*m = (struct column){ 0 };
		} else {
			count++;
		}
	}
	if (code == WT_OK)
		wt_write_columns(c->w, data, count);
	for (uint32_t i = 0; i < count; i++) {
		wt_column_free(&data[i]);
		free(made[i].values);
	}
	return code;
}

int
wt_run_columns(const struct wt_run *r, const uint32_t *order, uint32_t docs,
    struct wt_writer *w)
{
	const struct course c = { r, order, docs, w };
	struct name *columns = sort_names(&r->columns), *names = sort_names(&r->values);
	uint32_t *rank = malloc(((size_t)r->values.count + 1) * sizeof *rank);
	uint32_t *used = malloc(((size_t)r->values.count + 1) * sizeof *used);
	int code = WT_ENOMEM;

	if (r->columns.count > WT_COLUMNS_MAX)
		code = WT_ELIMIT;
	else if (columns != NULL && names != NULL && rank != NULL && used != NULL)
		code = make_columns(&c, columns, names, rank, used);
	free(columns);
	free(names);
	free(rank);
	free(used);
	return code;
}
