/* guess.c - behind guess.h. */
#include "ingest/guess.h"

bool
wt_guess_archive(struct wt_span front)
{
	static const struct wt_span signs[] = {
		{ "\x1f\x8b\x08", 3 }, { "\xfd" "7zXZ\0", 6 }, { "\x28\xb5\x2f\xfd", 4 }, { "BZh", 3 },
		{ "PK\3\4", 4 }, { "PK\5\6", 4 },
	};

	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (wt_span_starts(front, signs[i]))
			return true;
	return front.len > 262 && memcmp(front.at + 257, "ustar", 5) == 0;
}

/* In any case of letters. */
static bool
begins(struct wt_span bytes, const char *word)
{
	size_t len = strlen(word);

	return bytes.len >= len && wt_span_same(wt_span_make(bytes.at, len), wt_span_of(word));
}

char
wt_guess_separator(struct wt_span front)
{
	static const char candidates[] = { ',', ';', '\t', '|' };
	size_t counts[sizeof candidates] = { 0 }, best = 0;

	for (size_t i = 0; i < front.len && front.at[i] != '\n' && front.at[i] != '\r'; i++)
		for (size_t k = 0; k < sizeof candidates; k++)
			counts[k] += front.at[i] == candidates[k];
	for (size_t k = 1; k < sizeof candidates; k++)
		if (counts[k] > counts[best])
			best = k;
	return candidates[best];
}

/* Is the first line a row of names, one of them that of the text, and another one of a field? */
static bool
begins_with_names(struct wt_span front, const struct wt_field_names *names)
{
	char separator = wt_guess_separator(front);
	struct wt_span line, name;
	bool text = false;
	unsigned fields = 0;

	if (!wt_span_cut(&front, '\n', &line) || front.at == NULL)
		return false;
	while (wt_span_cut(&line, separator, &name)) {
		int field;

		name = wt_span_trim(name);
		if (name.len > 1 && name.at[0] == '"' && name.at[name.len - 1] == '"')
			name = wt_span_make(name.at + 1, name.len - 2);
		field = wt_record_field_of(names, name);
		fields += field >= 0;
		text = text || field == WT_RECORD_TEXT;
	}
	return text && (fields > 1 || names->own[WT_RECORD_TEXT].len > 0);
}

/*
 * Of a file that begins with a brace: JSON lines if its first line is an object and another
 * begins behind it, or if it is too long to tell; else one object.
 */
static enum wt_file_kind
kind_of_json(struct wt_span front, enum wt_file_kind named)
{
	size_t len = front.len;
	struct wt_span line;

	wt_span_cut(&front, '\n', &line);
	line = wt_span_trim(line);
	front = front.at == NULL ? line : wt_span_trim(front);
	if (front.at == line.at && len + 2 >= WT_GUESS_BYTES)
		return named == WT_FILE_OTHER ? WT_FILE_JSONL : named;
	if (front.at == line.at || front.len == 0)
		return named == WT_FILE_OTHER ? WT_FILE_JSON : named;
	if (line.at[line.len - 1] != '}')
		return WT_FILE_JSON;
	return front.at[0] == '{' || named == WT_FILE_JSONL ? WT_FILE_JSONL : WT_FILE_JSON;
}

enum wt_file_kind
wt_guess_kind(struct wt_span front, enum wt_file_kind kind, const struct wt_field_names *names)
{
	front = wt_span_trim(front);
	if (kind == WT_FILE_JSON || kind == WT_FILE_JSONL) {
		if (front.len == 0 || (front.at[0] != '{' && front.at[0] != '['))
			return kind;
		return front.at[0] == '[' ? WT_FILE_JSON : kind_of_json(front, kind);
	}
	if (kind != WT_FILE_OTHER)
		return kind;
	if (front.len > 0 && front.at[0] == '{')
		return kind_of_json(front, kind);
	if (front.len > 0 && front.at[0] == '[') {
		front = wt_span_trim(wt_span_make(front.at + 1, front.len - 1));
		return front.len > 0 && front.at[0] == '{' ? WT_FILE_JSON : WT_FILE_TEXT;
	}
	if (wt_span_starts(front, WT_SPAN("WARC/1.")))
		return WT_FILE_WARC;
	if (begins(front, "<!doctype html") || begins(front, "<html"))
		return WT_FILE_HTML;
	return begins_with_names(front, names) ? WT_FILE_COLUMNS : WT_FILE_TEXT;
}
