/*
 * run_write.c - invert a run and write it as a segment.
 *
 * Occurrences are put into order by counting: how often each term occurs is known,
 * so each has its place in one array, and documents are walked in their final order.
 * Most of the time goes into waiting for that array, so it is kept small: a record is
 * the document and, in one number of 4 or if need be 8 bytes, the position and the form.
 */
#include "index/run_private.h"
#include "index/presets.h"
#include "base/bytes.h"
#include "base/varint.h"

#include <stdlib.h>

#define GROUP 32u               /* uses whose memory is called for at once */

/* An occurrence; form: 0 or 1 + its place in the group of its term. */
struct use {
	uint32_t term, position, form;
};

/* A string to be sorted, its first 8 bytes as a number. */
struct name {
	uint64_t head;
	struct wt_span bytes;
	uint32_t id;
};

struct course {
	struct wt_run *r;
	struct wt_writer w;
	uint32_t *order;                /* owned: live documents as they will be numbered */
	uint32_t docs;
	uint32_t *records;              /* owned: of `stride` numbers each */
	unsigned stride;                /* 2 or 3 */
	unsigned position_bits;         /* of a record, below the form */
	uint32_t *ends;                 /* owned: by term, behind its last record so far */
	uint32_t *flag_docs;            /* owned: documents of flags */
	uint32_t *flag_ends;            /* owned */
	uint32_t *form_starts;          /* owned: by term, its first in form_order */
	uint32_t *form_order;           /* owned: forms, grouped by their terms */
	uint32_t *form_local;           /* owned: by form, its place in the group */
	/* One list, as wt_write_list wants it. */
	uint32_t *doc, *freq, *positions, *symbol;
	size_t doc_cap, freq_cap, position_cap, symbol_cap;
	struct wt_span *spellings;
	size_t spelling_cap;
};

static uint64_t
head_of(struct wt_span s)
{
	uint64_t head = 0;

	for (size_t i = 0; i < 8; i++)
		head = head << 8 | (i < s.len ? (uint8_t)s.at[i] : 0);
	return head;
}

static int
by_name(const void *x, const void *y)
{
	const struct name *a = x, *b = y;

	if (a->head != b->head)
		return a->head < b->head ? -1 : 1;
	return wt_span_cmp(a->bytes, b->bytes);
}

/* Words in order of bytes. */
static struct name *
sort_words(const struct wt_words *w)
{
	struct name *names = malloc(((size_t)w->count + 1) * sizeof *names);

	for (uint32_t i = 0; i < w->count && names != NULL; i++) {
		struct wt_span bytes = wt_words_bytes(w, w->at[i]);

		names[i] = (struct name){ head_of(bytes), bytes, i };
	}
	if (names != NULL && w->count > 1)
		qsort(names, w->count, sizeof *names, by_name);
	return names;
}

struct place {
	int64_t date;
	struct wt_span key;
	uint32_t doc;
};

static int
by_date(const void *x, const void *y)
{
	const struct place *a = x, *b = y;

	if (a->date != b->date)
		return a->date < b->date ? -1 : 1;
	return wt_span_cmp(a->key, b->key);
}

static int
order_docs(struct course *c)
{
	const struct wt_run *r = c->r;
	struct place *places = malloc(((size_t)r->doc_count + 1) * sizeof *places);

	c->order = malloc(((size_t)r->doc_count + 1) * sizeof *c->order);
	if (places == NULL || c->order == NULL) {
		free(places);
		return WT_ENOMEM;
	}
	for (uint32_t i = 0; i < r->doc_count; i++)
		if (!r->docs[i].dead)
			places[c->docs++] = (struct place){ r->docs[i].date, r->docs[i].key, i };
	qsort(places, c->docs, sizeof *places, by_date);
	for (uint32_t i = 0; i < c->docs; i++)
		c->order[i] = places[i].doc;
	free(places);
	return WT_OK;
}

static int
give_row(void *context, uint32_t doc, struct wt_row *row)
{
	const struct course *c = context;
	const struct wt_run_doc *d = &c->r->docs[c->order[doc]];

	*row = (struct wt_row){ d->key, d->date, d->norm, d->extent, d->hash };
	return WT_OK;
}

static int
give_stream(void *context, uint32_t doc, uint32_t stream, struct wt_span *out)
{
	const struct course *c = context;
	const struct wt_run_doc *d = &c->r->docs[c->order[doc]];
	uint64_t at = d->streams_at;

	for (uint32_t i = 0; i < stream; i++)
		at += d->streams[i];
	*out = wt_span_make(d->streams[stream] == 0 ? "" : c->r->stored.at + at,
	    d->streams[stream]);
	return WT_OK;
}

/* Running sums of counts: where each group starts. */
static void
sum_counts(uint32_t *counts, uint32_t count)
{
	uint32_t sum = 0;

	for (uint32_t i = 0; i <= count; i++) {
		uint32_t here = counts[i];

		counts[i] = sum;
		sum += here;
	}
}

/* Where the occurrences of each word start; NULL without memory. */
static uint32_t *
starts_of(const struct wt_words *words)
{
	uint32_t *starts = malloc(((size_t)words->count + 1) * sizeof *starts);

	if (starts == NULL)
		return NULL;
	for (uint32_t i = 0; i < words->count; i++)
		starts[i] = wt_words_value(words, words->at[i]);
	starts[words->count] = 0;
	sum_counts(starts, words->count);
	return starts;
}

/* The number of the term of a form. */
static uint32_t
term_of(const struct wt_run *r, uint32_t form)
{
	return wt_words_number(&r->terms, r->form_list[form].term);
}

/* Group the forms by their terms. */
static int
group_forms(struct course *c)
{
	const struct wt_run *r = c->r;

	c->form_starts = calloc((size_t)r->terms.count + 1, sizeof *c->form_starts);
	c->form_order = malloc(((size_t)r->form_count + 1) * sizeof *c->form_order);
	c->form_local = malloc(((size_t)r->form_count + 1) * sizeof *c->form_local);
	if (c->form_starts == NULL || c->form_order == NULL || c->form_local == NULL)
		return WT_ENOMEM;
	for (uint32_t i = 0; i < r->form_count; i++)
		c->form_local[i] = c->form_starts[term_of(r, i)]++;
	sum_counts(c->form_starts, r->terms.count);
	for (uint32_t i = 0; i < r->form_count; i++)
		c->form_order[c->form_starts[term_of(r, i)] + c->form_local[i]] = i;
	return WT_OK;
}

/* Read uses of a document, GROUP at most, and call for the places they go to. */
static void
read_group(const struct course *c, const uint8_t **at, const uint8_t *end, size_t count,
    struct use *uses, uint32_t *position)
{
	for (size_t i = 0; i < count; i++) {
		uint32_t gap = 0, form = 0;

		wt_varint_get(at, end, &uses[i].term);
		wt_varint_get(at, end, &gap);
		wt_varint_get(at, end, &form);
		*position += gap;
		uses[i].position = *position;
		uses[i].form = form == 0 ? 0 : c->form_local[form - 1] + 1;
		__builtin_prefetch(&c->ends[uses[i].term]);
	}
	for (size_t i = 0; i < count; i++)
		__builtin_prefetch(c->records + (size_t)c->ends[uses[i].term] * c->stride, 1);
}

static void
put_group(struct course *c, uint32_t doc, const struct use *uses, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		uint32_t *record = c->records + (size_t)c->ends[uses[i].term]++ * c->stride;
		uint64_t where = uses[i].position | (uint64_t)uses[i].form << c->position_bits;

		record[0] = doc;
		record[1] = (uint32_t)where;
		if (c->stride == 3)
			record[2] = (uint32_t)(where >> 32);
	}
}

/* Put the occurrences of a document into their places. */
static void
scatter(struct course *c, uint32_t doc)
{
	const struct wt_run *r = c->r;
	const uint8_t *at = (const uint8_t *)r->uses.at + r->docs[c->order[doc]].uses_at;
	const uint8_t *end = (const uint8_t *)r->uses.at + r->uses.len;
	uint32_t position = 0, flag = 0;
	struct use group[GROUP] = { { 0 } };
	uint64_t count = 0;

	wt_varint_get64(&at, end, &count);
	while (count > 0) {
		size_t part = count < GROUP ? (size_t)count : GROUP;

		read_group(c, &at, end, part, group, &position);
		put_group(c, doc, group, part);
		count -= part;
	}
	wt_varint_get64(&at, end, &count);
	for (; count > 0; count--) {
		wt_varint_get(&at, end, &flag);
		c->flag_docs[c->flag_ends[flag]++] = doc;
	}
}

/* How much a record has to hold. */
static void
measure(struct course *c)
{
	const struct wt_run *r = c->r;
	uint32_t bound = 0, forms = 0;

	for (uint32_t doc = 0; doc < c->docs; doc++) {
		uint32_t here = wt_norm_value(r->docs[c->order[doc]].extent);

		bound = here > bound ? here : bound;
	}
	for (uint32_t i = 0; i < r->terms.count; i++) {
		uint32_t here = c->form_starts[i + 1] - c->form_starts[i];

		forms = here > forms ? here : forms;
	}
	c->position_bits = wt_width(bound);
	c->stride = c->position_bits + wt_width(forms) <= 32 ? 2 : 3;
}

static int
invert(struct course *c)
{
	const struct wt_run *r = c->r;

	measure(c);
	c->records = malloc((size_t)(r->occurrences + 1) * c->stride * sizeof *c->records);
	c->flag_docs = malloc((size_t)(r->flag_total + 1) * sizeof *c->flag_docs);
	c->ends = starts_of(&r->terms);
	c->flag_ends = starts_of(&r->flags);
	if (c->records == NULL || c->flag_docs == NULL || c->ends == NULL || c->flag_ends == NULL)
		return WT_ENOMEM;
	for (uint32_t doc = 0; doc < c->docs; doc++)
		scatter(c, doc);
	return WT_OK;
}

static int
room(uint32_t **at, size_t *cap, size_t need)
{
	uint32_t *grown = wt_grow(*at, cap, need, sizeof *grown);

	if (grown == NULL)
		return WT_ENOMEM;
	*at = grown;
	return WT_OK;
}

static int
make_room(struct course *c, size_t need, uint32_t forms)
{
	struct wt_span *spellings = wt_grow(c->spellings, &c->spelling_cap, (size_t)forms + 1,
	    sizeof *spellings);

	if (spellings == NULL)
		return WT_ENOMEM;
	c->spellings = spellings;
	if (room(&c->doc, &c->doc_cap, need) != WT_OK ||
	    room(&c->freq, &c->freq_cap, need) != WT_OK ||
	    room(&c->positions, &c->position_cap, need) != WT_OK ||
	    room(&c->symbol, &c->symbol_cap, need) != WT_OK)
		return WT_ENOMEM;
	return WT_OK;
}

/* The records of a term as one list; equal ones but for the form are one. */
static void
gather_list(struct course *c, uint32_t start, uint32_t end, uint32_t forms, struct wt_list *list)
{
	const uint32_t *record = c->records + (size_t)start * c->stride;
	uint64_t mask = ((uint64_t)1 << c->position_bits) - 1;
	uint32_t positions = 0;

	for (uint32_t i = start; i < end; i++, record += c->stride) {
		uint64_t where = record[1] | (c->stride == 3 ? (uint64_t)record[2] << 32 : 0);
		uint32_t position = (uint32_t)(where & mask);
		uint32_t form = (uint32_t)(where >> c->position_bits);
		bool fresh = list->docs == 0 || c->doc[list->docs - 1] != record[0];

		if (!fresh && c->positions[positions - 1] == position)
			continue;
		if (fresh) {
			c->doc[list->docs] = record[0];
			c->freq[list->docs++] = 0;
		}
		c->freq[list->docs - 1]++;
		c->symbol[positions] = form == 0 ? forms : form - 1;
		c->positions[positions++] = position;
	}
}

static int
write_term(struct course *c, uint32_t term, uint32_t start)
{
	const struct wt_run *r = c->r;
	uint32_t first = c->form_starts[term], forms = c->form_starts[term + 1] - first;
	struct wt_list list = { .term = wt_words_bytes(&r->terms, r->terms.at[term]) };

	if (start == c->ends[term])
		return WT_OK;
	if (make_room(c, c->ends[term] - start, forms) != WT_OK)
		return WT_ENOMEM;
	gather_list(c, start, c->ends[term], forms, &list);
	for (uint32_t i = 0; i < forms; i++)
		c->spellings[i] = wt_words_bytes(&r->forms,
		    r->form_list[c->form_order[first + i]].bytes);
	c->spellings[forms] = wt_span_make("", 0);
	list.doc = c->doc;
	list.freq = c->freq;
	list.positions = c->positions;
	list.symbol = forms > 0 ? c->symbol : NULL;
	list.forms = c->spellings;
	list.symbols = forms + 1;
	wt_write_list(&c->w, &list);
	return c->w.err;
}

static int
write_flag(struct course *c, uint32_t flag, uint32_t start)
{
	const struct wt_words *flags = &c->r->flags;
	struct wt_list list = { .term = wt_words_bytes(flags, flags->at[flag]) };
	uint32_t count = c->flag_ends[flag] - start;

	if (count == 0)
		return WT_OK;
	if (make_room(c, count, 0) != WT_OK)
		return WT_ENOMEM;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t doc = c->flag_docs[start + i];

		if (list.docs == 0 || c->doc[list.docs - 1] != doc)
			c->doc[list.docs++] = doc;
	}
	list.doc = c->doc;
	wt_write_list(&c->w, &list);
	return c->w.err;
}

/* Lists in order of terms; of equal bytes the one with positions first. */
static int
write_lists(struct course *c)
{
	struct name *terms = sort_words(&c->r->terms), *flags = sort_words(&c->r->flags);
	uint32_t *starts = starts_of(&c->r->terms);
	uint32_t *flag_starts = starts_of(&c->r->flags);
	uint32_t i = 0, k = 0;
	int code = WT_OK;

	if (terms == NULL || flags == NULL || starts == NULL || flag_starts == NULL)
		code = WT_ENOMEM;
	while (code == WT_OK && (i < c->r->terms.count || k < c->r->flags.count)) {
		if (k == c->r->flags.count ||
		    (i < c->r->terms.count && by_name(&terms[i], &flags[k]) <= 0)) {
			code = write_term(c, terms[i].id, starts[terms[i].id]);
			i++;
		} else {
			code = write_flag(c, flags[k].id, flag_starts[flags[k].id]);
			k++;
		}
	}
	free(terms);
	free(flags);
	free(starts);
	free(flag_starts);
	return code;
}

/* The streams that any document has. */
static uint32_t
streams_used(const struct course *c)
{
	uint32_t used = 0;

	for (uint32_t doc = 0; doc < c->docs; doc++)
		for (uint32_t i = 0; i < WT_STREAMS; i++)
			if (c->r->docs[c->order[doc]].streams[i] > 0)
				used |= (uint32_t)1 << i;
	return used;
}

static int
give_orders(const struct course *c, uint64_t **orders)
{
	*orders = malloc((size_t)c->docs * sizeof **orders);
	for (uint32_t doc = 0; doc < c->docs && *orders != NULL; doc++)
		(*orders)[doc] = c->r->docs[c->order[doc]].order;
	return *orders == NULL ? WT_ENOMEM : WT_OK;
}

/* All but what is stored. */
static int
write_index(struct course *c)
{
	int code = group_forms(c);

	if (code == WT_OK)
		code = invert(c);
	if (code == WT_OK)
		code = write_lists(c);
	if (code == WT_OK) {
		wt_write_terms(&c->w);
		code = c->w.err;
	}
	return code == WT_OK ? wt_run_columns(c->r, c->order, c->docs, &c->w) : code;
}

/* Presets are trained meanwhile. */
static int
write_all(struct course *c, const struct wt_run_plan *plan, uint64_t **orders)
{
	struct wt_stream_plan streams = { .fetch = give_stream, .context = c,
	    .preset = plan->preset, .level = plan->level, .threads = plan->threads };
	struct wt_presets *presets = NULL;
	uint32_t used;
	int code = order_docs(c);

	if (code == WT_OK)
		code = give_orders(c, orders);
	if (code == WT_OK)
		code = wt_write_docs(&c->w, c->docs, give_row, c);
	streams.sample = c->w.key_order;
	used = code == WT_OK ? streams_used(c) : 0;
	if (code == WT_OK)
		code = wt_presets_begin(&streams, c->docs, used, &presets);
	if (code == WT_OK)
		code = write_index(c);
	if (code == WT_OK)
		code = wt_write_streams(&c->w, used, &streams, presets);
	wt_presets_close(presets);
	return code;
}

static void
release(struct course *c)
{
	wt_writer_close(&c->w);
	free(c->order);
	free(c->records);
	free(c->ends);
	free(c->flag_docs);
	free(c->flag_ends);
	free(c->form_starts);
	free(c->form_order);
	free(c->form_local);
	free(c->doc);
	free(c->freq);
	free(c->positions);
	free(c->symbol);
	free(c->spellings);
}

int
wt_run_write(struct wt_run *r, const struct wt_run_plan *plan, uint64_t **orders, uint32_t *docs,
    uint64_t *size, uint64_t *hash, struct wt_error *error)
{
	struct course c = { .r = r };
	int code;

	*orders = NULL;
	code = wt_writer_open(&c.w, plan->path, error);
	if (code == WT_OK) {
		code = write_all(&c, plan, orders);
		if (code != WT_OK)
			wt_error_set(error, code, 0, "%s: %s", plan->path, wt_strerror(code));
		else
			code = wt_writer_finish(&c.w, size, hash, error);
	}
	*docs = c.docs;
	release(&c);
	wt_run_clear(r);
	if (code != WT_OK) {
		free(*orders);
		*orders = NULL;
	}
	return code;
}
