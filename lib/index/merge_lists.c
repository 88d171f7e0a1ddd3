/* merge_lists.c - merge the lists of several segments, term by term. */
#include "index/cursor_private.h"
#include "index/merge_private.h"

#include <stdlib.h>

struct input {
	struct wt_terms terms;
	struct wt_cursor cursor;
	struct wt_places *places;       /* owned by the cursor when it is open */
	const struct wt_merge_forms *forms;
	uint32_t *symbols;              /* owned: by number of a form, its symbol */
	size_t symbol_cap;
	uint32_t doc;                   /* new number of what the cursor stands on */
	bool walks;                     /* takes part in the list in hand */
};

struct spelling {
	struct wt_span bytes;
	uint32_t input, number;
};

struct wt_list_merger {
	struct wt_merge *m;
	struct wt_writer *w;
	struct input *inputs;           /* owned */
	uint32_t *doc, *freq, *positions, *symbol;      /* owned: the list in hand */
	size_t doc_cap, freq_cap, position_cap, symbol_cap;
	uint32_t docs;
	size_t used;                    /* positions */
	size_t read;                    /* bytes of sources, about, since pages were given back */
	struct spelling *spellings;     /* owned */
	struct wt_span *names;          /* owned: of each symbol */
	size_t spelling_cap, name_cap;
	uint32_t symbols;
	char term[WT_TERM_MAX];
};

/* Stand on the next list. */
static int
next_list(struct input *in)
{
	while (!in->terms.end && in->terms.entry.form)
		wt_terms_next(&in->terms);
	return in->terms.err;
}

static int
open_inputs(struct wt_list_merger *c, struct wt_span from)
{
	int code = WT_OK;

	for (uint32_t i = 0; i < c->m->count && code == WT_OK; i++) {
		wt_terms_open(&c->inputs[i].terms, c->m->sources[i].segment, from);
		code = next_list(&c->inputs[i]);
	}
	return code;
}

/* Lists with positions come before flags of the same bytes. */
static int
compare(const struct input *a, const struct input *b)
{
	int order = wt_span_cmp(a->terms.term, b->terms.term);

	return order != 0 ? order : b->terms.entry.positions - a->terms.entry.positions;
}

/* Mark the inputs that stand on the lowest list; false at the end of the range. */
static bool
choose_inputs(struct wt_list_merger *c, struct wt_span end)
{
	struct input *least = NULL;

	for (uint32_t i = 0; i < c->m->count; i++) {
		struct input *in = &c->inputs[i];

		if (!in->terms.end && (least == NULL || compare(in, least) < 0))
			least = in;
	}
	if (least != NULL && end.len > 0 && wt_span_cmp(least->terms.term, end) >= 0)
		return false;
	for (uint32_t i = 0; i < c->m->count && least != NULL; i++) {
		struct input *in = &c->inputs[i];

		in->walks = !in->terms.end && (in == least || compare(in, least) == 0);
	}
	return least != NULL;
}

/* The first form of the list an input stands on. */
static size_t
first_form(const struct input *in)
{
	size_t low = 0, high = in->forms->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (in->forms->forms[middle].term < in->terms.number)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static int
by_bytes(const void *x, const void *y)
{
	const struct spelling *a = x, *b = y;
	int order = wt_span_cmp(a->bytes, b->bytes);

	return order != 0 ? order : (a->input > b->input) - (a->input < b->input);
}

static int
add_spelling(struct wt_list_merger *c, uint32_t count, struct spelling spelling)
{
	struct spelling *at = wt_grow(c->spellings, &c->spelling_cap, (size_t)count + 1,
	    sizeof *at);

	if (at == NULL)
		return WT_ENOMEM;
	c->spellings = at;
	at[count] = spelling;
	return WT_OK;
}

/* All forms of an input's list; a number that no form has is "no form". */
static int
add_spellings(struct wt_list_merger *c, uint32_t input, uint32_t *count)
{
	struct input *in = &c->inputs[input];
	uint32_t forms = in->terms.entry.forms < 1 ? 1 : in->terms.entry.forms;
	uint32_t *symbols;
	size_t k = first_form(in);

	/* A list has as many forms as entries, and one more at most. */
	if (forms > in->forms->count + 1)
		return WT_ECORRUPT;
	symbols = wt_grow(in->symbols, &in->symbol_cap, forms, sizeof *symbols);
	if (symbols == NULL)
		return WT_ENOMEM;
	in->symbols = symbols;
	for (uint32_t i = 0; i < forms; i++) {
		struct spelling s = { { "", 0 }, input, i };

		if (k < in->forms->count && in->forms->forms[k].term == in->terms.number &&
		    in->forms->forms[k].number == i) {
			s.bytes = wt_span_make(in->forms->spellings.at + in->forms->forms[k].at,
			    in->forms->forms[k].len);
			k++;
		}
		if (add_spelling(c, (*count)++, s) != WT_OK)
			return WT_ENOMEM;
	}
	return WT_OK;
}

/* Give equal spellings of all inputs one symbol. */
static int
unite_forms(struct wt_list_merger *c)
{
	uint32_t count = 0;
	struct wt_span *names;
	int code = WT_OK;

	c->symbols = 0;
	for (uint32_t i = 0; i < c->m->count && code == WT_OK; i++)
		if (c->inputs[i].walks)
			code = add_spellings(c, i, &count);
	if (code != WT_OK)
		return code;
	qsort(c->spellings, count, sizeof *c->spellings, by_bytes);
	if ((names = wt_grow(c->names, &c->name_cap, count, sizeof *names)) == NULL)
		return WT_ENOMEM;
	c->names = names;
	for (uint32_t i = 0; i < count; i++) {
		const struct spelling *s = &c->spellings[i];

		if (i == 0 || !wt_span_eq(s->bytes, s[-1].bytes))
			names[c->symbols++] = s->bytes;
		c->inputs[s->input].symbols[s->number] = c->symbols - 1;
	}
	return WT_OK;
}

/* Step over documents that are dead. */
static int
settle(struct wt_list_merger *c, uint32_t input)
{
	struct input *in = &c->inputs[input];

	while (in->cursor.doc != WT_NO_DOC &&
	    (in->doc = c->m->numbers[input][in->cursor.doc]) == WT_NO_DOC)
		wt_cursor_next(&in->cursor);
	return in->cursor.err;
}

static int
open_cursors(struct wt_list_merger *c)
{
	int code = WT_OK;

	for (uint32_t i = 0; i < c->m->count; i++)
		c->inputs[i].cursor.pos = c->inputs[i].places;
	for (uint32_t i = 0; i < c->m->count && code == WT_OK; i++) {
		struct input *in = &c->inputs[i];

		if (!in->walks)
			continue;
		wt_cursor_open(&in->cursor, in->terms.segment, &in->terms.entry);
		/* Keep the memory of positions from list to list. */
		in->cursor.pos = in->places;
		if (in->places != NULL)
			in->places->block = in->places->forms_block = WT_NO_DOC;
		code = settle(c, i);
	}
	return code;
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
add_positions(struct wt_list_merger *c, struct input *in)
{
	const uint32_t *positions, *forms;
	uint32_t count, form_count;
	int code = wt_cursor_positions(&in->cursor, &positions, &count);

	if (code != WT_OK)
		return code;
	if (room(&c->positions, &c->position_cap, c->used + count) != WT_OK)
		return WT_ENOMEM;
	memcpy(c->positions + c->used, positions, count * sizeof *positions);
	if (c->symbols > 0) {
		if ((code = wt_cursor_forms(&in->cursor, &forms, &form_count)) != WT_OK)
			return code;
		if (room(&c->symbol, &c->symbol_cap, c->used + count) != WT_OK)
			return WT_ENOMEM;
		for (uint32_t i = 0; i < count; i++)
			c->symbol[c->used + i] = in->symbols[forms == NULL ? 0 : forms[i]];
	}
	c->used += count;
	return WT_OK;
}

/* The posting an input stands on, at the end of the list in hand. */
static int
add_posting(struct wt_list_merger *c, struct input *in)
{
	if (room(&c->doc, &c->doc_cap, (size_t)c->docs + 1) != WT_OK ||
	    room(&c->freq, &c->freq_cap, (size_t)c->docs + 1) != WT_OK)
		return WT_ENOMEM;
	c->doc[c->docs] = in->doc;
	c->freq[c->docs++] = wt_cursor_freq(&in->cursor);
	return in->terms.entry.positions ? add_positions(c, in) : WT_OK;
}

static int
merge_postings(struct wt_list_merger *c)
{
	int code = open_cursors(c);

	c->docs = 0;
	c->used = 0;
	while (code == WT_OK) {
		uint32_t least = c->m->count;

		for (uint32_t i = 0; i < c->m->count; i++)
			if (c->inputs[i].walks && c->inputs[i].cursor.doc != WT_NO_DOC &&
			    (least == c->m->count || c->inputs[i].doc < c->inputs[least].doc))
				least = i;
		if (least == c->m->count)
			break;
		code = add_posting(c, &c->inputs[least]);
		if (code == WT_OK) {
			wt_cursor_next(&c->inputs[least].cursor);
			code = settle(c, least);
		}
	}
	for (uint32_t i = 0; i < c->m->count; i++) {
		c->inputs[i].places = c->inputs[i].cursor.pos;
		c->inputs[i].cursor.pos = NULL;
	}
	return code;
}

/* Merge the lists that the walking inputs stand on, and write what is left. */
static int
merge_list(struct wt_list_merger *c)
{
	struct wt_list list = { 0 };
	bool positions = false, forms = false;
	int code = WT_OK;

	for (uint32_t i = 0; i < c->m->count; i++) {
		const struct input *in = &c->inputs[i];

		if (!in->walks)
			continue;
		memcpy(c->term, in->terms.term.at, in->terms.term.len);
		list.term = wt_span_make(c->term, in->terms.term.len);
		positions = in->terms.entry.positions;
		forms = forms || in->terms.entry.forms > 0;
	}
	c->symbols = 0;
	if (forms)
		code = unite_forms(c);
	if (code == WT_OK)
		code = merge_postings(c);
	if (code == WT_OK && c->docs > 0) {
		list.docs = c->docs;
		list.doc = c->doc;
		list.freq = positions ? c->freq : NULL;
		list.positions = c->positions;
		list.symbol = forms ? c->symbol : NULL;
		list.forms = c->names;
		list.symbols = c->symbols;
		wt_write_list(c->w, &list);
		code = c->w->err;
		/* A posting and a position take about a byte each. */
		if ((c->read += c->docs + c->used) > WT_FORGET_EACH)
			wt_merge_forget(c->m, &c->read);
	}
	for (uint32_t i = 0; i < c->m->count && code == WT_OK; i++)
		if (c->inputs[i].walks) {
			wt_terms_next(&c->inputs[i].terms);
			code = next_list(&c->inputs[i]);
		}
	return code;
}

int
wt_list_merger_open(struct wt_merge *m, const struct wt_merge_forms *forms,
    struct wt_list_merger **out)
{
	struct wt_list_merger *l = calloc(1, sizeof *l);

	*out = l;
	if (l == NULL)
		return WT_ENOMEM;
	l->m = m;
	l->inputs = calloc((size_t)m->count + 1, sizeof *l->inputs);
	if (l->inputs == NULL)
		return WT_ENOMEM;
	for (uint32_t i = 0; i < m->count; i++)
		l->inputs[i].forms = &forms[i];
	return WT_OK;
}

int
wt_list_merger_run(struct wt_list_merger *l, struct wt_writer *w, struct wt_span from,
    struct wt_span end)
{
	int code = open_inputs(l, from);

	l->w = w;
	while (code == WT_OK && choose_inputs(l, end))
		code = merge_list(l);
	return code;
}

void
wt_list_merger_close(struct wt_list_merger *l)
{
	if (l == NULL)
		return;
	for (uint32_t i = 0; i < l->m->count && l->inputs != NULL; i++) {
		wt_places_free(l->inputs[i].places);
		free(l->inputs[i].symbols);
	}
	free(l->inputs);
	free(l->doc);
	free(l->freq);
	free(l->positions);
	free(l->symbol);
	free(l->spellings);
	free(l->names);
	free(l);
}
