/* What a writer refuses, and the largest and smallest of what it takes. */
#include "index/read.h"
#include "tests/check.h"
#include "tests/unit/index/corpus.h"

static char long_text[WT_VALUE_MAX + 2];

static struct wt_addition
plain(void)
{
	return (struct wt_addition){ .key = WT_SPAN("k"), .date = 1, .length = 1 };
}

static int
add(const char *path, const struct wt_addition *docs, size_t count, struct wt_error *error)
{
	struct wt_build_options options = { 0 };
	struct wt_build *b;
	int code = wt_build_open(path, &options, &b, error);

	for (size_t i = 0; i < count && code == WT_OK; i++)
		code = wt_build_add(b, 0, &docs[i], error);
	if (code == WT_OK)
		code = wt_build_commit(b, error);
	wt_build_close(b);
	return code;
}

/* Each row: lengths and a position; 0 leaves out what it is about. */
static void
test_lengths(const char *path)
{
	static const struct {
		const char *what;
		size_t key, term, form, flag, column, value;
		uint32_t position;
		int code;
	} rows[] = {
		{ "an empty key", 0, 0, 0, 0, 0, 0, 0, WT_ELIMIT },
		{ "the longest key", WT_KEY_MAX, 0, 0, 0, 0, 0, 0, WT_OK },
		{ "a longer key", WT_KEY_MAX + 1, 0, 0, 0, 0, 0, 0, WT_ELIMIT },
		{ "the longest term", 1, WT_TERM_MAX, 0, 0, 0, 0, 0, WT_OK },
		{ "a longer term", 1, WT_TERM_MAX + 1, 0, 0, 0, 0, 0, WT_ELIMIT },
		{ "the longest form", 1, 1, WT_TERM_MAX, 0, 0, 0, 0, WT_OK },
		{ "a longer form", 1, 1, WT_TERM_MAX + 1, 0, 0, 0, 0, WT_ELIMIT },
		{ "the longest flag", 1, 0, 0, WT_TERM_MAX, 0, 0, 0, WT_OK },
		{ "a longer flag", 1, 0, 0, WT_TERM_MAX + 1, 0, 0, 0, WT_ELIMIT },
		{ "the longest value", 1, 0, 0, 0, 1, WT_VALUE_MAX, 0, WT_OK },
		{ "an empty value", 1, 0, 0, 0, 1, 0, 0, WT_OK },
		{ "a longer value", 1, 0, 0, 0, 1, WT_VALUE_MAX + 1, 0, WT_ELIMIT },
		{ "the highest position", 1, 1, 0, 0, 0, 0, WT_POSITION_MAX - 1, WT_OK },
		{ "a higher position", 1, 1, 0, 0, 0, 0, WT_POSITION_MAX, WT_ELIMIT },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_use use = { { long_text, rows[i].term }, { long_text, rows[i].form },
		    rows[i].position, NULL };
		struct wt_span flag = { long_text, rows[i].flag };
		struct wt_cell cell = { { long_text, rows[i].column },
		    { long_text, rows[i].value } };
		struct wt_addition d = plain();
		struct wt_error error = { 0 };
		int code;

		d.key = wt_span_make(long_text, rows[i].key);
		d.uses = &use;
		d.use_count = rows[i].term > 0;
		d.flags = &flag;
		d.flag_count = rows[i].flag > 0;
		d.cells = &cell;
		d.cell_count = rows[i].column > 0;
		code = add(path, &d, 1, &error);
		CHECK(code == rows[i].code && (code != WT_OK ? error.text[0] != '\0' :
		    wt_index_verify(path, NULL, NULL, NULL) == WT_OK), "%s %s", rows[i].what,
		    error.text);
		remove_folder(path);
	}
}

/* Positions and forms that do not fit into 32 bits together. */
static void
test_wide(const char *path)
{
	struct wt_use uses[60];
	char forms[60][8];
	struct wt_addition d = plain();
	struct wt_entry entry;
	struct wt_index *ix;
	unsigned wrong = 0;

	for (uint32_t i = 0; i < 60; i++) {
		snprintf(forms[i], sizeof forms[i], "=f%u", (unsigned)i % 50);
		uses[i] = (struct wt_use){ WT_SPAN("f"), wt_span_of(forms[i]), i * 4000000, NULL };
	}
	d.uses = uses;
	d.use_count = 60;
	CHECK(add(path, &d, 1, NULL) == WT_OK && wt_index_open(path, &ix, NULL) == WT_OK,
	    "positions far apart in many forms");
	for (uint32_t i = 0; i < 50; i++) {
		const struct wt_segment *s = wt_index_segment(ix, 0);
		const uint32_t *positions;
		struct wt_cursor c;
		uint32_t count;

		if (wt_term_find(s, wt_span_of(forms[i]), &entry) != WT_OK) {
			wrong++;
			continue;
		}
		wt_cursor_open(&c, s, &entry);
		wrong += wt_cursor_positions(&c, &positions, &count) != WT_OK ||
		    count != (i < 10 ? 2 : 1) || positions[0] != i * 4000000 ||
		    (i < 10 && positions[1] != (i + 50) * 4000000);
		wt_cursor_close(&c);
	}
	CHECK(wrong == 0, "each form has its positions");
	wt_index_close(ix);
	remove_folder(path);
}

static void
test_columns(const char *path)
{
	struct wt_cell cells[WT_COLUMNS_MAX + 1];
	char names[WT_COLUMNS_MAX + 1][8];
	struct wt_addition d = plain();

	for (size_t i = 0; i <= WT_COLUMNS_MAX; i++) {
		snprintf(names[i], sizeof names[i], "c%u", (unsigned)i);
		cells[i] = (struct wt_cell){ wt_span_of(names[i]), WT_SPAN("v") };
	}
	d.cells = cells;
	d.cell_count = WT_COLUMNS_MAX;
	CHECK(add(path, &d, 1, NULL) == WT_OK && wt_index_verify(path, NULL, NULL, NULL) == WT_OK,
	    "as many columns as there may be");
	remove_folder(path);
	d.cell_count++;
	CHECK(add(path, &d, 1, NULL) == WT_ELIMIT, "one column more");
	remove_folder(path);
}

/* Of documents with one key the order says which stays, not the time. */
static void
test_order(const char *path)
{
	struct wt_addition docs[3] = { plain(), plain(), plain() };
	struct wt_build_options options = { .threads = 3 };
	struct wt_build *b;
	uint64_t hash;
	int code;

	for (unsigned turn = 0; turn < 2; turn++) {
		code = wt_build_open(path, &options, &b, NULL);
		for (unsigned i = 0; i < 3 && code == WT_OK; i++) {
			unsigned n = turn == 0 ? i : 2 - i;

			docs[n].order = n;
			docs[n].hash = 100 + n;
			code = wt_build_add(b, turn == 0 ? 0 : i, &docs[n], NULL);
		}
		if (code == WT_OK)
			code = wt_build_commit(b, NULL);
		CHECK(code == WT_OK && wt_build_lookup(b, WT_SPAN("k"), &hash) == WT_OK &&
		    hash == 102, "the highest order stays");
		CHECK(wt_build_add(b, 3, &docs[0], NULL) == WT_EINVAL, "no such worker");
		docs[0].order = 0;
		CHECK(wt_build_add(b, 0, &docs[0], NULL) == WT_OK &&
		    wt_build_commit(b, NULL) == WT_OK &&
		    wt_build_lookup(b, WT_SPAN("k"), &hash) == WT_OK && hash == 100,
		    "a later commit replaces whatever the order");
		CHECK(wt_build_commit(b, NULL) == WT_OK, "a commit of nothing");
		wt_build_close(b);
		remove_folder(path);
	}
}

int
main(void)
{
	char folder[200], path[256];

	memset(long_text, 'a', sizeof long_text);
	make_folder(folder);
	snprintf(path, sizeof path, "%s/index", folder);
	test_lengths(path);
	test_wide(path);
	test_columns(path);
	test_order(path);
	remove_folder(folder);
	return check_done();
}
