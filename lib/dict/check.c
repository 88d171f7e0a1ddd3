/* check.c - sectors and parents of programmes, behind check.h. */
#include "dict/check.h"
#include "base/table.h"

#define DEEPEST 32      /* ancestors of a programme, at most */

struct programmes {
	const struct wt_dict *dict;
	int table, id, parent, sector;
	struct wt_table ids;            /* numbered as the rows are */
	struct wt_error *error;
	bool laid_over;
};

static int
at_row(const struct programmes *p, uint32_t row, const char *what, struct wt_span value)
{
	uint32_t line = wt_dict_line(p->dict, p->table, row);

	return wt_error_set(p->error, WT_ESYNTAX, line, "programmes.tsv:%u: %s: %.*s", line, what,
	    (int)(value.len > 80 ? 80 : value.len), value.at);
}

static bool
is_sector(const struct wt_dict *d, struct wt_span sector)
{
	int table = wt_dict_table(d, "sectors"), column = wt_dict_column(d, table, "sector");

	if (table == WT_NO_TABLE)
		return true;
	for (uint32_t row = 0; row < wt_dict_rows(d, table); row++)
		if (wt_span_eq(wt_dict_cell(d, table, row, column), sector))
			return true;
	return false;
}

/* Walk up from a row: every parent is there, and the walk ends. */
static int
check_parents(const struct programmes *p, uint32_t row)
{
	uint32_t at = row;

	for (int depth = 0; depth < DEEPEST; depth++) {
		struct wt_span parent = wt_dict_cell(p->dict, p->table, at, p->parent);

		if (parent.len == 0)
			return WT_OK;
		at = wt_table_find(&p->ids, parent);
		if (at == WT_NO_ID && p->laid_over)
			return WT_OK;
		if (at == WT_NO_ID)
			return at_row(p, row, "no programme has the id of its parent", parent);
	}
	return at_row(p, row, "its parents lead in a circle", wt_dict_cell(p->dict, p->table, row, p->id));
}

static int
check_programmes(struct programmes *p)
{
	uint32_t rows = wt_dict_rows(p->dict, p->table), number;
	int code;

	for (uint32_t row = 0; row < rows; row++)
		if ((code = wt_table_intern(&p->ids, wt_dict_cell(p->dict, p->table, row, p->id), &number)) != WT_OK)
			return wt_error_set(p->error, code, 0, "out of memory");
	for (uint32_t row = 0; row < rows; row++) {
		struct wt_span sector = wt_dict_cell(p->dict, p->table, row, p->sector);

		if (sector.len == 0)
			return at_row(p, row, "no sector", wt_dict_cell(p->dict, p->table, row, p->id));
		if (!is_sector(p->dict, sector))
			return at_row(p, row, "no such sector in sectors.tsv", sector);
		if ((code = check_parents(p, row)) != WT_OK)
			return code;
	}
	return WT_OK;
}

int
wt_dict_check(const struct wt_dict *d, bool laid_over, struct wt_error *error)
{
	struct programmes p = { .dict = d, .table = wt_dict_table(d, "programmes"), .error = error,
	    .laid_over = laid_over };
	int code;

	p.id = wt_dict_column(d, p.table, "programme_id");
	p.parent = wt_dict_column(d, p.table, "parent_id");
	p.sector = wt_dict_column(d, p.table, "sector");
	if (p.id < 0 || p.parent < 0 || p.sector < 0)
		return WT_OK;
	code = check_programmes(&p);
	wt_table_free(&p.ids);
	return code;
}
