/* compile_read.c - tables and the overlays of users, behind compile_private.h. */
#include "dict/compile_private.h"
#include "base/buf.h"
#include "text/utf8.h"

#include <stdlib.h>

int
wt_compile_refuse(struct wt_compiler *c, const struct wt_compile_row *r, const char *what, struct wt_span cell)
{
	return wt_error_set(c->error, WT_ESYNTAX, r->line, "%s:%u: %s: %.*s", r->path, r->line,
	    what, (int)(cell.len > 60 ? 60 : cell.len), cell.at);
}

struct wt_compile_sheet *
wt_compile_sheet(struct wt_compiler *c, const char *name)
{
	for (size_t i = 0; i < c->nsheets; i++)
		if (strcmp(c->sheets[i].name, name) == 0)
			return &c->sheets[i];
	return NULL;
}

/* The columns of a laid-over file must be those of the first. */
static int
match_header(struct wt_compiler *c, struct wt_compile_sheet *s, const struct wt_tsv *t)
{
	bool same = s->columns == t->columns;

	for (unsigned i = 0; same && i < t->columns; i++)
		same = wt_span_eq(s->header[i], t->header[i]);
	if (!same)
		return wt_error_set(c->error, WT_ESYNTAX, t->line,
		    "%s:%u: columns differ from those of %s",
		    t->path, t->line, s->path);
	return WT_OK;
}

static int
check_header(struct wt_compiler *c, const struct wt_tsv *t)
{
	for (unsigned i = 0; i < t->columns; i++) {
		struct wt_span clean;
		uint32_t replaced;
		int code = wt_utf8_clean(&c->arena, t->header[i], &clean, &replaced);

		if (code != WT_OK)
			return code;
		if (replaced > 0)
			return wt_error_set(c->error, WT_ESYNTAX, t->line,
			    "%s:%u: not valid UTF-8", t->path, t->line);
	}
	return WT_OK;
}

static struct wt_compile_sheet *
open_sheet(struct wt_compiler *c, const struct wt_dict_source *source, const struct wt_tsv *t)
{
	struct wt_compile_sheet *s = &c->sheets[c->nsheets++];
	const char *key = wt_dict_key(source->table);

	*s = (struct wt_compile_sheet){ .name = source->table, .path = source->path, .columns = t->columns };
	memcpy(s->header, t->header, sizeof s->header);
	s->key = key == NULL ? -1 : wt_tsv_column(t, key);
	return s;
}

static int
append_row(struct wt_compile_sheet *s, struct wt_compile_row *r)
{
	struct wt_compile_row **rows = wt_grow(s->rows, &s->cap, s->nrows + 1, sizeof *rows);

	if (rows == NULL)
		return WT_ENOMEM;
	s->rows = rows;
	rows[s->nrows++] = r;
	return WT_OK;
}

/* Put a row with a key in its place. */
static int
place_row(struct wt_compiler *c, struct wt_compile_sheet *s, struct wt_compile_row *r)
{
	struct wt_span key = r->cells[s->key];
	bool remove = key.len > 1 && key.at[0] == '-';
	uint32_t before = s->keys.count, id, *at;
	int code;

	if (key.len == 0)
		return wt_compile_refuse(c, r, "the key is empty in", r->cells[0]);
	if (remove)
		key = wt_span_make(key.at + 1, key.len - 1);
	if ((code = wt_table_intern(&s->keys, key, &id)) != WT_OK)
		return code;
	if (s->keys.count > before) {
		if ((at = wt_grow(s->at, &s->at_cap, (size_t)id + 1, sizeof *at)) == NULL)
			return WT_ENOMEM;
		s->at = at;
		at[id] = (uint32_t)s->nrows;
		r->gone = remove;
		return append_row(s, r);
	}
	if (s->rows[s->at[id]]->source == r->source)
		return wt_compile_refuse(c, r, "the key stands twice in this file", key);
	r->gone = remove;
	s->rows[s->at[id]] = r;
	return WT_OK;
}

static int
copy_row(struct wt_compiler *c, const struct wt_dict_source *source, const struct wt_tsv *t,
    struct wt_compile_row **out)
{
	struct wt_compile_row *r = wt_arena_array(&c->arena, 1, sizeof *r);

	if (r == NULL)
		return WT_ENOMEM;
	r->line = t->line;
	r->path = t->path;
	r->source = source;
	for (unsigned i = 0; i < t->columns; i++) {
		uint32_t replaced;
		int code = wt_utf8_clean(&c->arena, t->cell[i], &r->cells[i], &replaced);

		if (code != WT_OK)
			return code;
		if (replaced > 0)
			return wt_compile_refuse(c, r, "not valid UTF-8", wt_span_make("", 0));
	}
	*out = r;
	return WT_OK;
}

static int
read_source(struct wt_compiler *c, const struct wt_dict_source *source)
{
	struct wt_tsv t;
	struct wt_compile_sheet *s = wt_compile_sheet(c, source->table);
	struct wt_compile_row *r = NULL;
	int more, code = wt_tsv_open(&t, source->path, source->bytes, c->error);

	if (code != WT_OK || (code = check_header(c, &t)) != WT_OK)
		return code;
	if (s == NULL)
		s = open_sheet(c, source, &t);
	else if ((code = match_header(c, s, &t)) != WT_OK)
		return code;
	while ((more = wt_tsv_next(&t, c->error)) == 1) {
		if ((code = copy_row(c, source, &t, &r)) != WT_OK)
			return code;
		code = s->key < 0 ? append_row(s, r) : place_row(c, s, r);
		if (code != WT_OK)
			return code;
	}
	return more;
}

/* Close the gaps that removed rows leave. */
static void
drop_removed(struct wt_compile_sheet *s)
{
	size_t kept = 0;

	for (size_t i = 0; i < s->nrows; i++)
		if (!s->rows[i]->gone)
			s->rows[kept++] = s->rows[i];
	s->nrows = kept;
}

static int
by_name(const void *left, const void *right)
{
	const struct wt_dict_source *const *a = left, *const *b = right;
	int order = strcmp((*a)->table, (*b)->table);

	/* Files of one table keep the order they were given in. */
	return order != 0 ? order : (*a > *b) - (*a < *b);
}

int
wt_compile_read(struct wt_compiler *c, const struct wt_dict_source *sources, size_t n)
{
	const struct wt_dict_source **sorted = wt_arena_array(&c->arena, n + 1, sizeof *sorted);
	int code = WT_OK;

	c->sheets = wt_arena_array(&c->arena, n + 1, sizeof *c->sheets);
	if (sorted == NULL || c->sheets == NULL)
		return WT_ENOMEM;
	for (size_t i = 0; i < n; i++)
		sorted[i] = &sources[i];
	qsort(sorted, n, sizeof *sorted, by_name);
	for (size_t i = 0; i < n && code == WT_OK; i++)
		code = read_source(c, sorted[i]);
	for (size_t i = 0; i < c->nsheets; i++)
		drop_removed(&c->sheets[i]);
	return code;
}
