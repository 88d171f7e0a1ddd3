/* merge_columns.c - merge the columns of several segments. */
#include "index/merge_private.h"

#include <stdlib.h>

struct value {
	struct wt_span bytes;
	uint32_t source, id;
};

/* One column of all sources. */
struct course {
	struct wt_merge *m;
	struct wt_column *columns;      /* owned: of each source; values 0: it has none */
	uint32_t **numbers;             /* owned: of each source, the new number of a value */
	struct value *values;           /* owned: those used */
	size_t value_count, value_cap;
	uint32_t *ids;                  /* owned: scratch */
	size_t id_cap;
	uint32_t *starts, *all;         /* owned: where those of each document start; new numbers */
	size_t total, all_cap;
};

struct result {
	struct wt_span *values;         /* owned */
	uint32_t value_count;
	struct wt_column_data packed;   /* owned */
};

/* Names of columns of all sources, sorted, each once. */
static int
by_name(const void *x, const void *y)
{
	return wt_span_cmp(*(const struct wt_span *)x, *(const struct wt_span *)y);
}

static int
list_names(const struct wt_merge *m, struct wt_span **names, uint32_t *count)
{
	uint32_t total = 0, kept = 0;
	struct wt_column column;

	for (uint32_t i = 0; i < m->count; i++)
		total += wt_segment_columns(m->sources[i].segment);
	if ((*names = malloc(((size_t)total + 1) * sizeof **names)) == NULL)
		return WT_ENOMEM;
	for (uint32_t i = 0, k = 0; i < m->count; i++)
		for (uint32_t n = 0; n < wt_segment_columns(m->sources[i].segment); n++) {
			int code = wt_column_open(m->sources[i].segment, n, &column);

			if (code != WT_OK)
				return code;
			(*names)[k++] = column.name;
		}
	qsort(*names, total, sizeof **names, by_name);
	for (uint32_t i = 0; i < total; i++)
		if (i == 0 || !wt_span_eq((*names)[i], (*names)[i - 1]))
			(*names)[kept++] = (*names)[i];
	*count = kept;
	return kept > WT_COLUMNS_MAX ? WT_ELIMIT : WT_OK;
}

static int
need_ids(struct course *c, uint32_t most)
{
	uint32_t *at = wt_grow(c->ids, &c->id_cap, (size_t)most + 1, sizeof *at);

	if (at == NULL)
		return WT_ENOMEM;
	c->ids = at;
	return WT_OK;
}

/* Note the values of a source that live documents have. */
static int
note_used(struct course *c, uint32_t source)
{
	const struct wt_column *column = &c->columns[source];
	uint32_t *used = calloc((size_t)column->values + 1, sizeof *used);

	c->numbers[source] = used;
	if (used == NULL || need_ids(c, column->most) != WT_OK)
		return WT_ENOMEM;
	for (uint32_t doc = 0; doc < column->segment->docs; doc++) {
		uint32_t count;

		if (c->m->numbers[source][doc] == WT_NO_DOC)
			continue;
		count = wt_column_get(column, doc, c->ids, column->most);
		for (uint32_t i = 0; i < count; i++)
			used[c->ids[i]] = 1;
	}
	for (uint32_t id = 0; id < column->values; id++) {
		struct value *at;

		if (used[id] == 0)
			continue;
		at = wt_grow(c->values, &c->value_cap, c->value_count + 1, sizeof *at);
		if (at == NULL)
			return WT_ENOMEM;
		c->values = at;
		at[c->value_count++] = (struct value){ wt_column_value(column, id), source, id };
	}
	return wt_segment_error(column->segment);
}

static int
by_bytes(const void *x, const void *y)
{
	const struct value *a = x, *b = y;

	return wt_span_cmp(a->bytes, b->bytes);
}

/* Number the values of all sources in order of bytes. */
static int
number_values(struct course *c, struct result *r)
{
	if (c->value_count > 1)
		qsort(c->values, c->value_count, sizeof *c->values, by_bytes);
	r->values = malloc((c->value_count + 1) * sizeof *r->values);
	if (r->values == NULL)
		return WT_ENOMEM;
	for (size_t i = 0; i < c->value_count; i++) {
		const struct value *v = &c->values[i];

		if (i == 0 || !wt_span_eq(v->bytes, v[-1].bytes))
			r->values[r->value_count++] = v->bytes;
		c->numbers[v->source][v->id] = r->value_count - 1;
	}
	return WT_OK;
}

/* The values of each document.  Order of bytes keeps them rising. */
static int
fill(struct course *c)
{
	c->starts = malloc(((size_t)c->m->docs + 1) * sizeof *c->starts);
	if (c->starts == NULL)
		return WT_ENOMEM;
	for (uint32_t doc = 0; doc < c->m->docs; doc++) {
		const struct wt_origin *o = &c->m->origins[doc];
		const struct wt_column *column = &c->columns[o->source];
		uint32_t count, *ids;

		c->starts[doc] = (uint32_t)c->total;
		if (column->values == 0)
			continue;
		count = wt_column_get(column, o->doc, c->ids, column->most);
		ids = wt_grow(c->all, &c->all_cap, c->total + count + 1, sizeof *ids);
		if (ids == NULL)
			return WT_ENOMEM;
		c->all = ids;
		for (uint32_t i = 0; i < count; i++)
			ids[c->total++] = c->numbers[o->source][c->ids[i]];
		if (c->total >= UINT32_MAX)
			return WT_ELIMIT;
	}
	c->starts[c->m->docs] = (uint32_t)c->total;
	return WT_OK;
}

static int
pack(struct course *c, struct wt_span name, struct result *r)
{
	int code = fill(c);

	r->packed.name = name;
	r->packed.values = r->values;
	r->packed.value_count = r->value_count;
	if (code == WT_OK)
		code = wt_column_pack(&r->packed, c->m->docs, c->starts, c->all);
	return code;
}

static int
merge_column(struct wt_merge *m, struct wt_span name, struct result *r)
{
	struct course c = { .m = m };
	int code = WT_OK;

	c.columns = calloc((size_t)m->count + 1, sizeof *c.columns);
	c.numbers = calloc((size_t)m->count + 1, sizeof *c.numbers);
	if (c.columns == NULL || c.numbers == NULL)
		code = WT_ENOMEM;
	for (uint32_t i = 0; i < m->count && code == WT_OK; i++) {
		code = wt_column_find(m->sources[i].segment, name, &c.columns[i]);
		if (code == WT_ENOENT) {
			c.columns[i] = (struct wt_column){ 0 };
			code = WT_OK;
		} else if (code == WT_OK) {
			code = note_used(&c, i);
		}
	}
	if (code == WT_OK)
		code = number_values(&c, r);
	if (code == WT_OK && r->value_count > 0)
		code = pack(&c, name, r);
	for (uint32_t i = 0; i < m->count && c.numbers != NULL; i++)
		free(c.numbers[i]);
	free(c.columns);
	free(c.numbers);
	free(c.values);
	free(c.ids);
	free(c.starts);
	free(c.all);
	return code;
}

int
wt_merge_columns(struct wt_merge *m)
{
	struct wt_column_data data[WT_COLUMNS_MAX];
	struct result results[WT_COLUMNS_MAX] = { { 0 } };
	struct wt_span *names = NULL;
	uint32_t count = 0, kept = 0;
	int code = list_names(m, &names, &count);

	for (uint32_t i = 0; i < count && code == WT_OK; i++) {
		struct result *r = &results[i];

		code = merge_column(m, names[i], r);
		if (code == WT_OK && r->value_count > 0)
			data[kept++] = r->packed;
	}
	if (code == WT_OK)
		wt_write_columns(&m->w, data, kept);
	for (uint32_t i = 0; i < count && i < WT_COLUMNS_MAX; i++) {
		wt_column_free(&results[i].packed);
		free(results[i].values);
	}
	free(names);
	return code == WT_OK ? m->w.err : code;
}
