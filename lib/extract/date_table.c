/* date_table.c - the two sources behind date_table.h. */
#include "extract/date_table.h"

static int
column(const struct wt_table_rows *r, const char *name)
{
	return r->source.dict != NULL ? wt_dict_column(r->source.dict, r->table, name) :
	    wt_tsv_column(&r->tsv, name);
}

int
wt_table_rows_open(struct wt_table_rows *r, const struct wt_table_source *source,
    const char *const *columns, struct wt_error *error)
{
	int code;

	*r = (struct wt_table_rows){ .source = *source, .table = WT_NO_TABLE };
	if (source->dict != NULL)
		r->table = wt_dict_table(source->dict, source->name);
	else if (source->bytes.len > 0 &&
	    (code = wt_tsv_open(&r->tsv, source->name, source->bytes, error)) != WT_OK)
		return code;
	if (source->dict != NULL ? r->table == WT_NO_TABLE : source->bytes.len == 0)
		return WT_OK;
	for (; columns[r->count] != NULL; r->count++) {
		r->columns[r->count] = column(r, columns[r->count]);
		if (r->columns[r->count] < 0)
			return wt_error_set(error, WT_ESYNTAX, 1, "%s: no column %s",
			    source->name, columns[r->count]);
	}
	return WT_OK;
}

int
wt_table_rows_next(struct wt_table_rows *r, struct wt_error *error)
{
	int code;

	if (r->count == 0)
		return 0;
	if (r->source.dict != NULL) {
		if (r->row >= wt_dict_rows(r->source.dict, r->table))
			return 0;
		for (int i = 0; i < r->count; i++)
			r->cell[i] = wt_dict_cell(r->source.dict, r->table, r->row, r->columns[i]);
		r->line = wt_dict_line(r->source.dict, r->table, r->row++);
		return 1;
	}
	if ((code = wt_tsv_next(&r->tsv, error)) != 1)
		return code;
	for (int i = 0; i < r->count; i++)
		r->cell[i] = r->tsv.cell[r->columns[i]];
	r->line = r->tsv.line;
	return 1;
}
