/*
 * stem.c - any bytes through the stem layer.
 *
 * The first byte chooses: bytes as a block of roots; as a list of roots, then
 * as words over it; or as a line of words, in each mode.  A stem must be the
 * same again and without the cache, bounded, and valid UTF-8 if its word is.
 */
#include "stem/words.h"
#include "text/utf8.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char roots[] =
    "root\tweight\taffixes\nbuku\t5\tmk\nlari\t9\tbmkpBP\nbalik\t9\tbmktP\nbolak-balik\t2\tmk\n"
    "tanggung\t9\tbmP\njawab\t5\tm\nopor\t0\t\nukur\t9\tbmkP\nanggap\t6\tmPa\nrumah\t7\tbP\n";
static const char infixes[] = "form\tstem\treason\ntanggungjawab\ttanggung jawab\t-\n";

static void
must(bool held)
{
	if (!held)
		abort();
}

static bool
is_utf8(struct wt_span s)
{
	struct wt_arena arena = { .first = NULL };
	uint32_t replaced = 0;
	struct wt_span clean;
	bool valid = wt_utf8_clean(&arena, s, &clean, &replaced) == WT_OK && replaced == 0;

	wt_arena_free(&arena);
	return valid;
}

static void
check_word(struct wt_stemmer *s, struct wt_span word)
{
	struct wt_span stem, again;
	char copy[256];

	must(wt_stem(s, word, 0, &stem) == WT_OK);
	must(stem.len <= word.len + WT_STEM_LONGER);
	must(!is_utf8(word) || is_utf8(stem));
	if (stem.len > sizeof copy)
		return;
	if (stem.len > 0)
		memcpy(copy, stem.at, stem.len);
	for (int cached = 0; cached < 2; cached++) {
		wt_stemmer_cache(s, cached);
		must(wt_stem(s, word, 0, &again) == WT_OK);
		must(wt_span_eq(again, wt_span_make(copy, stem.len)));
	}
}

static void
check_line(struct wt_span block, enum wt_stem_mode mode, struct wt_span line)
{
	struct wt_arena arena = { .first = NULL };
	struct wt_stem_words words;
	struct wt_stemmer *s;
	struct wt_span word;

	must(wt_stemmer_open(block, mode, &s, NULL) == WT_OK);
	check_word(s, line);
	must(wt_stem_words_open(&words, mode, line, &arena) == WT_OK);
	while (wt_stem_words_next(&words, &word)) {
		must(word.len > 0 && is_utf8(word));
		check_word(s, word);
	}
	wt_stemmer_close(s);
	wt_arena_free(&arena);
}

static void
check_list(struct wt_span list, enum wt_stem_mode mode)
{
	const struct wt_stem_sources sources = { .roots = { "fuzz", list } };
	struct wt_buf block = { .at = NULL };

	if (wt_stem_compile(&sources, &block, NULL) == WT_OK)
		check_line(wt_buf_span(&block), mode, list);
	wt_buf_free(&block);
}

/* A block that may be damaged: stems are anything, but inside the bounds. */
static void
check_block(struct wt_span bytes)
{
	struct wt_stemmer *s;
	struct wt_span stem;

	if (wt_stemmer_open(bytes, WT_STEM_WARTA, &s, NULL) != WT_OK)
		return;
	must(wt_stem(s, WT_SPAN("mempertanggungjawabkannya"), 0, &stem) == WT_OK);
	must(wt_stem(s, WT_SPAN("berlari-larian"), 0, &stem) == WT_OK);
	must(wt_stem(s, bytes, 0, &stem) == WT_OK);
	must(stem.len <= bytes.len + 255);
	wt_stemmer_close(s);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct wt_stem_sources sources = {
		.roots = { "roots", wt_span_make(roots, sizeof roots - 1) },
		.infixes = { "infixes", wt_span_make(infixes, sizeof infixes - 1) }
	};
	struct wt_buf block = { .at = NULL };
	struct wt_span rest;
	enum wt_stem_mode mode;

	if (size == 0)
		return 0;
	rest = wt_span_make((const char *)data + 1, size - 1);
	mode = (enum wt_stem_mode)(data[0] & 3);
	if ((data[0] & 12) == 0) {
		check_block(rest);
	} else if ((data[0] & 12) == 4) {
		check_list(rest, mode);
	} else {
		must(wt_stem_compile(&sources, &block, NULL) == WT_OK);
		check_line(wt_buf_span(&block), mode, rest);
		wt_buf_free(&block);
	}
	return 0;
}
