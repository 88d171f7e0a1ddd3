/*
 * sketch.c - MinHash over shingles of words, and a check of them all, behind sketch.h.
 *
 * One hash of a shingle does for all 54 functions: its upper half chooses one of as many
 * bins, whose lowest value is kept.  A bin that no shingle falls into, as with short
 * stories, takes the value of another that chance chooses, the same for all documents.
 * Of each value a byte is kept; two that differ agree in it once in 256 times.  (Broder,
 * "On the resemblance and containment of documents", 1997; Li, Owen and Zhang, "One
 * permutation hashing", 2012; Shrivastava, "Optimal densification for fast and accurate
 * minwise hashing", 2017; Li and Koenig, "b-bit minwise hashing", 2010.)
 */
#include "ingest/sketch.h"
#include "base/bytes.h"
#include "base/hash.h"
#include "extract/extract.h"
#include "extract/lexeme.h"
#include "text/document.h"

#define SHINGLE 3u
#define STORY 24u               /* words from which on a story stands for itself */

#define NONE UINT64_MAX         /* the value of an empty bin */

struct minima {
	uint64_t lowest[WT_SKETCH_VALUES];
	uint64_t words[SHINGLE];        /* hashes of the last words */
	uint64_t marks;
	uint64_t all;                   /* a hash of all words, in order */
	uint32_t count;                 /* words so far */
};

static void
start(struct minima *m)
{
	*m = (struct minima){ .count = 0 };
	for (size_t i = 0; i < WT_SKETCH_VALUES; i++)
		m->lowest[i] = NONE;
}

/* A bin of a hash, all alike. */
static size_t
bin_of(uint64_t hash)
{
	return (size_t)((hash >> 32) * WT_SKETCH_VALUES >> 32);
}

static void
add_shingle(struct minima *m, const uint64_t *words, uint32_t count)
{
	char bytes[SHINGLE * 8];
	uint64_t hash, value;

	for (uint32_t i = 0; i < count; i++)
		wt_set64(bytes + i * 8, words[i]);
	hash = wt_hash(wt_span_make(bytes, (size_t)count * 8));
	value = hash & UINT32_MAX;
	if (value < m->lowest[bin_of(hash)])
		m->lowest[bin_of(hash)] = value;
}

/* The value of a bin: its own, or that of the first with one in an order that the bin has of its own. */
static uint64_t
value_of(const struct minima *m, size_t bin)
{
	uint64_t value = m->lowest[bin];

	for (uint64_t n = 1; value == NONE; n++) {
		char bytes[16];

		wt_set64(bytes, bin);
		wt_set64(bytes + 8, n);
		value = m->lowest[bin_of(wt_hash(wt_span_make(bytes, sizeof bytes)))];
	}
	return value;
}

/* A bit for the digits of a number, however they are parted. */
static void
add_mark(struct minima *m, struct wt_span norm)
{
	char digits[32];
	size_t len = 0;

	for (size_t i = 0; i < norm.len && len < sizeof digits; i++)
		if (norm.at[i] >= '0' && norm.at[i] <= '9')
			digits[len++] = norm.at[i];
	m->marks |= UINT64_C(1) << (wt_hash(wt_span_make(digits, len)) & 63);
}

static void
add_word(struct minima *m, const struct wt_token *t, const struct wt_lexeme *lexeme)
{
	struct wt_span norm = t->norm;

	if (t->kind == WT_TOKEN_NUMBER || t->kind == WT_TOKEN_MONEY)
		add_mark(m, norm);
	while (norm.len > 0 && norm.at[norm.len - 1] == '.')
		norm.len--;
	for (unsigned k = 1; k < SHINGLE; k++)
		m->words[k - 1] = m->words[k];
	m->words[SHINGLE - 1] = lexeme != NULL && norm.len == t->norm.len ? lexeme->hash : wt_hash(norm);
	m->all = (m->all ^ m->words[SHINGLE - 1]) * UINT64_C(0x9e3779b97f4a7c15);
	m->all ^= m->all >> 32;
	if (++m->count >= SHINGLE)
		add_shingle(m, m->words, SHINGLE);
}

static bool
is_word(const struct wt_token *t)
{
	return t->kind != WT_TOKEN_PUNCT && t->kind != WT_TOKEN_URL;
}

void
wt_sketch_read(const struct wt_document *d, const struct wt_lexeme *const *lexemes,
    uint8_t sketch[WT_SKETCH])
{
	uint32_t story = 0;
	struct minima m;

	memset(sketch, 0, WT_SKETCH);
	start(&m);
	for (uint32_t i = 0; i < d->ntokens; i++)
		story += is_word(&d->tokens[i]) && d->tokens[i].zone == WT_ZONE_BODY;
	for (uint32_t i = 0; i < d->ntokens; i++) {
		const struct wt_token *t = &d->tokens[i];

		if (is_word(t) && (t->zone == WT_ZONE_BODY || (story < STORY && t->zone == WT_ZONE_TITLE)))
			add_word(&m, t, lexemes == NULL ? NULL : lexemes[i]);
	}
	if (m.count > 0 && m.count < SHINGLE)
		add_shingle(&m, m.words + SHINGLE - m.count, m.count);
	for (size_t i = 0; i < WT_SKETCH_VALUES && m.count > 0; i++)
		sketch[i] = (uint8_t)value_of(&m, i);
	wt_set16(sketch + WT_SKETCH_VALUES, (uint16_t)m.all);
	wt_set64(sketch + WT_SKETCH_MARKS_AT, m.marks);
}

void
wt_sketch_make(const struct wt_extractor *x, uint8_t sketch[WT_SKETCH])
{
	const struct wt_document *d = wt_extractor_document(x);
	uint32_t age;

	memset(sketch, 0, WT_SKETCH);
	if (d != NULL)
		wt_sketch_read(d, wt_extractor_lexemes(x, &age), sketch);
}
