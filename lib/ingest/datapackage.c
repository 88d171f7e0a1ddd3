/* datapackage.c - schema.h as JSON, behind datapackage.h. */
#include "ingest/datapackage.h"

static void
put_pair(struct wt_buf *out, const char *key, const char *value, const char *after)
{
	wt_json_string(out, wt_span_of(key));
	wt_buf_puts(out, ": ");
	wt_json_string(out, wt_span_of(value));
	wt_buf_puts(out, after);
}

static void
put_fields(struct wt_buf *out, const struct wt_schema *schema)
{
	static const char *const types[] = { "string", "integer", "number", "boolean" };

	wt_buf_puts(out, "        \"fields\": [\n");
	for (const struct wt_schema_column *c = schema->columns; c->name != NULL; c++) {
		wt_buf_puts(out, "          {");
		put_pair(out, "name", c->name, ", ");
		put_pair(out, "type", types[c->type], ", ");
		if (c->type == WT_COLUMN_BOOLEAN)
			wt_buf_puts(out, "\"trueValues\": [\"yes\"], \"falseValues\": [\"no\"], ");
		put_pair(out, "description", c->meaning, c[1].name == NULL ? "}\n" : "},\n");
	}
	wt_buf_puts(out, "        ],\n        \"missingValues\": [\"\"]");
}

static void
put_references(struct wt_buf *out, const struct wt_schema *schema, const bool *wanted)
{
	bool first = true;

	for (const struct wt_schema_column *c = schema->columns; c->name != NULL; c++) {
		enum wt_table_number table;

		if (c->refers == NULL || !wt_schema_named(wt_span_of(c->refers), &table) || !wanted[table])
			continue;
		wt_buf_puts(out, first ? ",\n        \"foreignKeys\": [\n          {" : ",\n          {");
		first = false;
		put_pair(out, "fields", c->name, ", \"reference\": {");
		put_pair(out, "resource", wt_span_is(wt_span_of(c->refers), schema->name) ? "" : c->refers, ", ");
		put_pair(out, "fields", wt_schema_of(table)->key, "}}");
	}
	if (!first)
		wt_buf_puts(out, "\n        ]");
}

static void
put_resource(struct wt_buf *out, const struct wt_schema *schema, const bool *wanted,
    enum wt_row_format format)
{
	static const char *const endings[] = { "csv", "tsv", "jsonl" };
	static const char *const media[] = { "text/csv", "text/tab-separated-values", "application/jsonl" };

	wt_buf_puts(out, "    {\n      ");
	put_pair(out, "name", schema->name, ",\n      ");
	wt_buf_printf(out, "\"path\": \"%s.%s\",\n      ", schema->name, endings[format]);
	put_pair(out, "description", schema->meaning, ",\n      ");
	put_pair(out, "profile", "tabular-data-resource", ",\n      ");
	put_pair(out, "format", endings[format], ",\n      ");
	put_pair(out, "mediatype", media[format], ",\n      ");
	put_pair(out, "encoding", "utf-8", ",\n      ");
	if (format == WT_ROW_CSV || format == WT_ROW_TSV)
		wt_buf_printf(out, "\"dialect\": {\"delimiter\": \"%s\", \"lineTerminator\": \"\\n\", "
		    "\"quoteChar\": \"\\\"\", \"doubleQuote\": true, \"header\": true},\n      ",
		    format == WT_ROW_TSV ? "\\t" : ",");
	wt_buf_puts(out, "\"schema\": {\n");
	put_fields(out, schema);
	if (schema->key != NULL) {
		wt_buf_puts(out, ",\n        ");
		put_pair(out, "primaryKey", schema->key, "");
	}
	put_references(out, schema, wanted);
	wt_buf_puts(out, "\n      }\n    }");
}

void
wt_datapackage_write(struct wt_buf *out, const bool *wanted, enum wt_row_format format,
    const char *version)
{
	bool first = true;

	wt_buf_puts(out, "{\n  ");
	put_pair(out, "profile", "tabular-data-package", ",\n  ");
	put_pair(out, "name", "warta-tables", ",\n  ");
	put_pair(out, "title", "What Indonesian news articles say about regions and their programmes", ",\n  ");
	wt_buf_printf(out, "\"generator\": \"warta %s\",\n  \"resources\": [\n", version);
	for (int i = 0; i < WT_TABLE_COUNT; i++) {
		if (!wanted[i])
			continue;
		if (!first)
			wt_buf_puts(out, ",\n");
		first = false;
		put_resource(out, wt_schema_of((enum wt_table_number)i), wanted, format);
	}
	wt_buf_puts(out, "\n  ]\n}\n");
}
