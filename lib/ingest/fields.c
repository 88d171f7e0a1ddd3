/* fields.c - behind fields.h. */
#include "ingest/fields.h"

/* The names of each field, its own first, then the most usual. */
static const char *const ids[] = { "id", "article_id", "_id", "uuid", "doc_id", NULL };
static const char *const titles[] = { "title", "judul", "headline", NULL };
static const char *const dates[] = { "date", "tanggal", "published", "published_at", "datePublished",
	"date_published", "pubdate", "datetime", "waktu", NULL };
static const char *const texts[] = { "text", "isi", "content", "body", "konten", "artikel", "article",
	NULL };
static const char *const sources[] = { "source", "sumber", "source_name", "media", "publisher", NULL };
static const char *const urls[] = { "url", "link", "source_url", "tautan", NULL };

static const char *const *const usual[WT_RECORD_FIELDS] = {
	[WT_RECORD_ID] = ids, [WT_RECORD_TITLE] = titles, [WT_RECORD_DATE] = dates,
	[WT_RECORD_TEXT] = texts, [WT_RECORD_SOURCE] = sources, [WT_RECORD_URL] = urls,
};

/* By its usual names. */
static int
known_field(struct wt_span name)
{
	for (int i = 0; i < WT_RECORD_FIELDS; i++)
		for (const char *const *n = usual[i]; *n != NULL; n++)
			if (wt_span_same(name, wt_span_of(*n)))
				return i;
	return -1;
}

int
wt_record_field_of(const struct wt_field_names *names, struct wt_span column)
{
	int field;

	for (int i = 0; i < WT_RECORD_FIELDS; i++)
		if (names->own[i].len > 0 && wt_span_same(column, names->own[i]))
			return i;
	field = known_field(column);
	return field >= 0 && names->own[field].len > 0 ? -1 : field;
}

static int
parse_pair(struct wt_span pair, struct wt_field_names *names, struct wt_error *error)
{
	struct wt_span column = pair, name;
	int field;

	wt_span_cut(&column, '=', &name);
	name = wt_span_trim(name);
	column = wt_span_trim(column);
	if (column.len == 0)
		return wt_error_set(error, WT_EINVAL, 0, "'%.*s' is not FIELD=COLUMN", (int)pair.len, pair.at);
	if ((field = known_field(name)) < 0)
		return wt_error_set(error, WT_EINVAL, 0, "there is no field '%.*s': they are id, title, "
		    "date, text, source and url", (int)name.len, name.at);
	if (names->own[field].len > 0)
		return wt_error_set(error, WT_EINVAL, 0, "the field '%s' is given twice", usual[field][0]);
	for (int i = 0; i < WT_RECORD_FIELDS; i++)
		if (wt_span_same(names->own[i], column))
			return wt_error_set(error, WT_EINVAL, 0, "the column '%.*s' is given twice",
			    (int)column.len, column.at);
	names->own[field] = column;
	return WT_OK;
}

int
wt_field_names_parse(struct wt_span text, struct wt_field_names *names, struct wt_error *error)
{
	struct wt_span pair;
	int code = WT_OK;

	*names = (struct wt_field_names){ 0 };
	if (text.len == 0 || text.len > 4096)
		return wt_error_set(error, WT_EINVAL, 0, "no columns, or too many");
	while (code == WT_OK && wt_span_cut(&text, ',', &pair))
		code = parse_pair(pair, names, error);
	return code;
}

const char *const *
wt_record_field_keys(int field)
{
	return usual[field];
}

const char *
wt_record_field_name(int field)
{
	return usual[field][0];
}
