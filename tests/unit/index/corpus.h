/*
 * corpus.h - made-up documents for the tests of the index.
 *
 * Words are pseudo-words whose use follows Zipf's law; all comes from a seed, so a
 * corpus can be named by a number.
 */
#ifndef WT_TESTS_CORPUS_H
#define WT_TESTS_CORPUS_H

#include "index/build.h"
#include "index/read.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct random {
	uint64_t state;
};

static inline uint32_t
random_next(struct random *r)
{
	r->state = r->state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(r->state >> 33);
}

/* Below a limit. */
static inline uint32_t
random_below(struct random *r, uint32_t limit)
{
	return random_next(r) % limit;
}

/* A rank from 0 to below `limit`, low ones more often: about 1 / rank. */
static inline uint32_t
random_zipf(struct random *r, uint32_t limit)
{
	uint32_t bits = 0;

	while ((limit >> bits) > 1)
		bits++;
	bits = random_below(r, bits + 1);
	bits = ((uint32_t)1 << bits) - 1 + random_below(r, (uint32_t)1 << bits);
	return bits < limit ? bits : limit - 1;
}

/* The word of a rank: syllables, at most 20 bytes. */
static inline size_t
make_word(uint32_t rank, char *out)
{
	static const char consonants[] = "bcdfghjklmnprstw";
	static const char vowels[] = "aiueo";
	size_t len = 0;

	do {
		out[len++] = consonants[rank % 16];
		rank /= 16;
		out[len++] = vowels[rank % 5];
		rank /= 5;
	} while (rank > 0);
	out[len] = '\0';
	return len;
}

#define MODEL_USES 1200
#define MODEL_CELLS 6
#define MODEL_FLAGS 4
#define MODEL_STREAMS 3         /* 0, 1 and 2 are used */

/* A document and the memory it points into. */
struct model_doc {
	struct wt_addition doc;
	char key[32];
	char (*words)[24];              /* of uses, forms, flags, cells in turn */
	struct wt_use *uses;
	struct wt_span flags[MODEL_FLAGS];
	struct wt_cell cells[MODEL_CELLS];
	char *text[MODEL_STREAMS];
};

struct model {
	struct model_doc *docs;
	uint32_t count;
};

struct model_shape {
	uint32_t docs, words, longest;  /* longest: uses of a document, below MODEL_USES */
	uint32_t keys;                  /* different keys; 0: each its own */
	uint32_t forms;                 /* of a word, at most; 0: none */
	uint32_t days;                  /* 0: no dates */
};

static inline struct wt_span
model_word(struct model_doc *d, size_t *used, const char *prefix, uint32_t rank)
{
	char *at = d->words[*used];
	size_t len = strlen(prefix);

	memcpy(at, prefix, len);
	len += make_word(rank, at + len);
	++*used;
	return wt_span_make(at, len);
}

static inline void
model_uses(struct model_doc *d, struct random *r, const struct model_shape *shape, size_t *used)
{
	uint32_t count = random_below(r, shape->longest + 1), position = 0;

	for (uint32_t i = 0; i < count; i++) {
		uint32_t rank = random_zipf(r, shape->words);
		struct wt_use *u = &d->uses[d->doc.use_count++];

		u->term = model_word(d, used, "", rank);
		u->form = wt_span_make(NULL, 0);
		u->note = NULL;
		if (shape->forms > 0 && random_below(r, 3) > 0)
			u->form = model_word(d, used, "=", rank * 7 + random_zipf(r, shape->forms));
		u->position = position;
		/* Sometimes two terms at one position, sometimes a gap. */
		position += random_below(r, 10) == 0 ? random_below(r, 30) : 1;
	}
	d->doc.length = count;
}

static inline void
model_text(struct model_doc *d, struct random *r, const struct model_shape *shape)
{
	for (uint32_t s = 0; s < MODEL_STREAMS; s++) {
		uint32_t words = s == 1 ? random_below(r, shape->longest + 1) : random_below(r, 5);
		size_t len = 0;

		d->text[s] = malloc(words * 24 + 1);
		for (uint32_t i = 0; i < words; i++) {
			len += make_word(random_zipf(r, shape->words), d->text[s] + len);
			d->text[s][len++] = ' ';
		}
		d->doc.streams[s] = wt_span_make(d->text[s], len);
	}
}

static inline void
model_make_doc(struct model_doc *d, struct random *r, const struct model_shape *shape,
    uint32_t number)
{
	static const char *const columns[] = { "sumber", "wilayah", "status" };
	size_t used = 0;

	memset(d, 0, sizeof *d);
	d->words = malloc((MODEL_USES * 2 + 16) * sizeof *d->words);
	d->uses = malloc(MODEL_USES * sizeof *d->uses);
	snprintf(d->key, sizeof d->key, "artikel-%u",
	    (unsigned)(shape->keys > 0 ? random_below(r, shape->keys) : number));
	d->doc.key = wt_span_of(d->key);
	d->doc.order = number;
	d->doc.hash = (uint64_t)random_next(r) << 20 ^ number;
	d->doc.date = shape->days == 0 || random_below(r, 10) == 0 ? WT_NO_DATE :
	    (int32_t)random_below(r, shape->days) - 30;
	d->doc.uses = d->uses;
	d->doc.flags = d->flags;
	d->doc.cells = d->cells;
	model_uses(d, r, shape, &used);
	for (uint32_t i = random_below(r, MODEL_FLAGS + 1); i > 0; i--)
		d->flags[d->doc.flag_count++] = model_word(d, &used, "r:", random_below(r, 40));
	for (uint32_t i = random_below(r, MODEL_CELLS + 1); i > 0; i--) {
		struct wt_cell *cell = &d->cells[d->doc.cell_count++];

		cell->column = wt_span_of(columns[random_below(r, 3)]);
		cell->value = model_word(d, &used, "", random_zipf(r, 50));
	}
	model_text(d, r, shape);
}

static inline void
model_make(struct model *m, uint64_t seed, const struct model_shape *shape)
{
	struct random r = { seed };

	m->count = shape->docs;
	m->docs = calloc(shape->docs + 1, sizeof *m->docs);
	for (uint32_t i = 0; i < shape->docs; i++)
		model_make_doc(&m->docs[i], &r, shape, i);
}

static inline void
model_free(struct model *m)
{
	for (uint32_t i = 0; i < m->count; i++) {
		free(m->docs[i].words);
		free(m->docs[i].uses);
		for (uint32_t s = 0; s < MODEL_STREAMS; s++)
			free(m->docs[i].text[s]);
	}
	free(m->docs);
}

/* A fresh folder under $TMPDIR or /tmp; `out` holds 200 bytes. */
static inline void
make_folder(char *out)
{
	const char *base = getenv("TMPDIR");

	snprintf(out, 200, "%s/warta-test-XXXXXX", base == NULL ? "/tmp" : base);
	if (mkdtemp(out) == NULL)
		abort();
}

static inline void
remove_folder(const char *path)
{
	char command[1200];

	if (snprintf(command, sizeof command, "rm -rf '%s'", path) >= (int)sizeof command ||
	    system(command) != 0)
		abort();
}

/* Documents of an index that is whole, or a number no index has. */
static inline uint64_t
model_documents(const char *path)
{
	struct wt_index_counts counts = { .documents = UINT32_MAX };
	struct wt_index *ix;

	if (wt_index_verify(path, NULL, NULL, NULL) == WT_OK &&
	    wt_index_open(path, &ix, NULL) == WT_OK) {
		wt_index_count(ix, &counts);
		wt_index_close(ix);
	}
	return counts.documents;
}

#endif
