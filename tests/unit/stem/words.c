/* Lines to words: ASCII for sastrawi, letters of any script for the others. */
#include "stem/words.h"
#include "tests/check.h"

static const struct {
	const char *what;
	enum wt_stem_mode mode;
	const char *line, *words;       /* words with a bar behind each */
} rows[] = {
	{ "nothing", WT_STEM_SASTRAWI, "", "" },
	{ "spaces only", WT_STEM_SASTRAWI, " \t  ", "" },
	{ "capitals and stops", WT_STEM_SASTRAWI, "Cinta telah bertebaran.Keduanya",
	    "cinta|telah|bertebaran|keduanya|" },
	{ "brackets and line ends", WT_STEM_SASTRAWI, "(Cinta)\n\n\nlagi", "cinta|lagi|" },
	{ "digits and hyphens stay", WT_STEM_SASTRAWI, "Covid-19 -- 3,5", "covid-19|--|3|5|" },
	{ "a letter beyond ASCII separates", WT_STEM_SASTRAWI, "caf\xc3\xa9s ok", "caf|s|ok|" },
	{ "an apostrophe separates", WT_STEM_SASTRAWI, "Jum'at", "jum|at|" },
	{ "not UTF-8", WT_STEM_SASTRAWI, "a\xff\xfe" "b", "a|b|" },
	{ "a NUL would separate", WT_STEM_SASTRAWI, "a\x01" "b", "a|b|" },

	{ "nothing", WT_STEM_WARTA, "", "" },
	{ "capitals and stops", WT_STEM_WARTA, "Cinta telah.Keduanya,", "cinta|telah|keduanya|" },
	{ "hyphens alone are no word", WT_STEM_WARTA, "a -- b -", "a|b|" },
	{ "letters beyond ASCII", WT_STEM_WARTA, "CAF\xc3\x89s ok", "caf\xc3\xa9s|ok|" },
	{ "an inner apostrophe stays", WT_STEM_WARTA, "Jum'at 'kata'", "jum'at|kata|" },
	{ "an outer one does not", WT_STEM_WARTA, "'a' b' '-c", "a|b|-c|" },
	{ "other scripts", WT_STEM_WARTA, "\xd0\x9f\xd1\x80 x", "\xd0\xbf\xd1\x80|x|" },
	{ "signs beyond ASCII", WT_STEM_WARTA, "a\xe2\x80\x94" "b\xe2\x80\xa6", "a|b|" },
	{ "a sign whose last bytes are none", WT_STEM_WARTA, "a \xe0\xb5\xb5 b", "a|b|" },
	{ "a space beyond ASCII", WT_STEM_WARTA, "a\xc2\xa0" "b", "a|b|" },
	{ "not UTF-8", WT_STEM_WARTA, "a\xff\xfe" "b\xc3", "a|b|" }
};

int
main(void)
{
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_arena arena = { .first = NULL };
		struct wt_buf out = { .at = NULL };
		struct wt_stem_words words;
		struct wt_span word;
		int err = wt_stem_words_open(&words, rows[i].mode, wt_span_of(rows[i].line), &arena);

		while (err == WT_OK && wt_stem_words_next(&words, &word)) {
			wt_buf_putspan(&out, word);
			wt_buf_putc(&out, '|');
		}
		CHECK(err == WT_OK && wt_span_is(wt_buf_span(&out), rows[i].words), "%s: %.*s",
		    rows[i].what, (int)out.len, out.at == NULL ? "" : out.at);
		wt_buf_free(&out);
		wt_arena_free(&arena);
	}
	return check_done();
}
