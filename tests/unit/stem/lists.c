/* The lists: errors with their lines; blocks of bytes that are damaged. */
#include "stem/lists.h"
#include "base/bytes.h"
#include "stem/roots_build.h"
#include "tests/check.h"

#include <stdlib.h>

static const struct {
	const char *what, *roots, *text;        /* error text, or NULL */
} roots_rows[] = {
	{ "no roots", "", NULL },
	{ "one root a line", "buku\nkata\n", NULL },
	{ "no line end at the end", "buku\nkata", NULL },
	{ "CR LF", "buku\r\nkata\r\n", NULL },
	{ "empty lines and comments", "\n# roots\n\nbuku\n", NULL },
	{ "twice the same", "buku\nbuku\n", NULL },
	{ "capitals and spaces, which match nothing", "Buku\nbuku tulis\n", NULL },
	{ "letters beyond ASCII", "caf\xc3\xa9\n", NULL },
	{ "a tab", "buku\nkata\tx\n", "list:2: more than one column in a list of one root a line" },
	{ "not UTF-8", "buku\nka\xffta\n", "list:2: not valid UTF-8" },
	{ "an overlong form", "\xc0\xaf\n", "list:1: not valid UTF-8" },
	{ "a surrogate", "\xed\xa0\x80\n", "list:1: not valid UTF-8" },
	{ "an end inside a letter", "a\n\xe2\x82", "list:2: not valid UTF-8" },
	{ "a control character", "a\n\nka\x01ta\n", "list:3: a control character" },
	{ "a table", "root\tweight\taffixes\nbuku\t5\tmk\nkata\t0\t\n", NULL },
	{ "a cell too few", "root\tweight\taffixes\nbuku\t5\n",
	    "list:2: not three columns: root, weight, affixes" },
	{ "no number", "root\tweight\taffixes\nbuku\tx\t\n",
	    "list:2: the weight is not a number from 0 to 255" },
	{ "a number too large", "root\tweight\taffixes\nbuku\t256\t\n",
	    "list:2: the weight is not a number from 0 to 255" },
	{ "no such affix", "root\tweight\taffixes\nbuku\t2\tmz\n", "list:2: an unknown affix letter" },
	{ "an empty root", "root\tweight\taffixes\n\t2\tm\n", "list:2: an empty word" }
};

static void
test_roots(void)
{
	for (size_t i = 0; i < sizeof roots_rows / sizeof roots_rows[0]; i++) {
		struct wt_stem_sources sources = { .roots = { "list", wt_span_of(roots_rows[i].roots) } };
		struct wt_error error = { .code = WT_OK };
		struct wt_buf out = { .at = NULL };
		const char *text = roots_rows[i].text;
		int err = wt_stem_compile(&sources, &out, &error);

		if (text == NULL)
			CHECK(err == WT_OK, "%s", roots_rows[i].what);
		else
			CHECK(err == WT_ESYNTAX && strcmp(error.text, text) == 0, "%s: %s",
			    roots_rows[i].what, error.text);
		wt_buf_free(&out);
	}
}

static void
test_long_root(void)
{
	char list[300];
	struct wt_stem_sources sources = { .roots = { "list", { list, 0 } } };
	struct wt_error error = { .code = WT_OK };
	struct wt_buf out = { .at = NULL };

	memset(list, 'a', sizeof list);
	sources.roots.text.len = WT_ROOT_LONGEST;
	CHECK(wt_stem_compile(&sources, &out, &error) == WT_OK, "a root of 100 letters");
	sources.roots.text.len = WT_ROOT_LONGEST + 1;
	CHECK(wt_stem_compile(&sources, &out, &error) == WT_ESYNTAX &&
	    strcmp(error.text, "list:1: a word of more than 100 bytes") == 0, "of 101");
	wt_buf_free(&out);
}

static void
test_tables(void)
{
	const struct {
		const char *what;
		struct wt_stem_sources sources;
		const char *text;
	} tables[] = {
		{ "a change that is none", { .overrides = { "o", WT_SPAN("h\nbuku\tkeep\t\tx\n") } },
		    "o:2: the change is neither add nor drop" },
		{ "an override of three cells", { .overrides = { "o", WT_SPAN("h\nbuku\tadd\tx\n") } },
		    "o:2: not four columns: root, change, affixes, reason" },
		{ "an exception without a stem", { .exceptions = { "e", WT_SPAN("h\na\t\tx\n") } },
		    "e:2: the stem has no letters, or more than 100 bytes" },
		{ "an exception of one cell", { .exceptions = { "e", WT_SPAN("h\na\n") } },
		    "e:2: not three columns: form, stem, reason" },
		{ "an exception twice", { .exceptions = { "e", WT_SPAN("h\na\tb\tx\na\tc\tx\n") } },
		    "e:3: this form has a stem already" },
		{ "an infix that is an exception", { .exceptions = { "e", WT_SPAN("h\na\tb\tx\n") },
		    .infixes = { "i", WT_SPAN("h\na\tc\tx\n") } }, "i:2: this form has a stem already" },
		{ "a stop word without letters", { .stopwords = { "s", WT_SPAN("h\n\tx\n") } },
		    "s:2: an empty word" }
	};

	for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
		struct wt_error error = { .code = WT_OK };
		struct wt_buf out = { .at = NULL };

		CHECK(wt_stem_compile(&tables[i].sources, &out, &error) == WT_ESYNTAX &&
		    strcmp(error.text, tables[i].text) == 0, "%s: %s", tables[i].what, error.text);
		wt_buf_free(&out);
	}
}

/* Every word is found, and others are not; with any byte wrong, reads stay inside. */
static void
test_block(void)
{
	struct wt_roots_build build = { .items = NULL };
	struct wt_buf block = { .at = NULL };
	struct wt_roots roots;
	char word[16];
	int missing = 0, false_hits = 0, opened = 0;

	for (int i = 0; i < 1000; i++) {
		struct wt_root *item;

		snprintf(word, sizeof word, "kata%d", i);
		item = wt_roots_item(&build, wt_span_of(word));
		if (item == NULL)
			break;
		item->bits = i % 10 == 9 ? 0u : WT_ROOT;
		item->weight = (unsigned)i;
	}
	CHECK(wt_roots_write(&build, &block) == WT_OK, "a thousand words");
	CHECK(wt_roots_open(&roots, wt_buf_span(&block), NULL) == WT_OK && roots.count == 900,
	    "900 of them kept");
	for (int i = 0; i < 2000; i++) {
		snprintf(word, sizeof word, "kata%d", i);
		if (wt_roots_has(&roots, word, strlen(word)) != (i < 1000 && i % 10 != 9))
			i < 1000 ? missing++ : false_hits++;
	}
	CHECK(missing == 0 && false_hits == 0, "%d missing, %d too many", missing, false_hits);
	for (size_t i = 0; i < block.len; i++) {
		block.at[i] = (char)~block.at[i];
		if (wt_roots_open(&roots, wt_buf_span(&block), NULL) == WT_OK) {
			opened++;
			wt_roots_find(&roots, "kata7", 5);
			wt_roots_find(&roots, word, strlen(word));
		}
		block.at[i] = (char)~block.at[i];
	}
	CHECK(opened > 0, "each byte inverted in turn");
	for (size_t len = 1; len < 64; len++)
		missing += wt_roots_open(&roots, wt_span_make(block.at, len), NULL) == WT_OK;
	CHECK(missing == 0, "cut short");
	CHECK(wt_roots_open(&roots, wt_span_make(NULL, 0), NULL) == WT_OK &&
	    !wt_roots_has(&roots, "kata", 4), "no block");
	wt_buf_free(&block);
	wt_roots_build_free(&build);
}

int
main(void)
{
	test_roots();
	test_long_root();
	test_tables();
	test_block();
	return check_done();
}
