/* run.c - take documents in; see run.h. */
#include "index/run_private.h"
#include "base/hash.h"
#include "base/varint.h"

#include <stdlib.h>

#define NAME_COST 48u           /* bytes a new string takes beside itself */
#define GROUP 32u               /* uses whose memory is called for at once */
#define RECORD 8u               /* bytes of an occurrence while it is written */

struct wt_run *
wt_run_make(atomic_uint *stamps)
{
	struct wt_run *r = calloc(1, sizeof *r);

	if (r == NULL)
		return NULL;
	r->stamps = stamps;
	r->stamp = atomic_fetch_add(stamps, 1) + 1;
	return r;
}

void
wt_run_free(struct wt_run *r)
{
	if (r == NULL)
		return;
	wt_table_free(&r->keys);
	wt_words_free(&r->terms);
	wt_words_free(&r->flags);
	wt_words_free(&r->forms);
	wt_table_free(&r->columns);
	wt_table_free(&r->values);
	free(r->docs);
	free(r->newest);
	free(r->form_list);
	free(r->cells);
	free(r->sorted);
	wt_buf_free(&r->uses);
	wt_buf_free(&r->stored);
	free(r);
}

void
wt_run_clear(struct wt_run *r)
{
	wt_table_clear(&r->keys);
	wt_words_clear(&r->terms);
	wt_words_clear(&r->flags);
	wt_words_clear(&r->forms);
	wt_table_clear(&r->columns);
	wt_table_clear(&r->values);
	wt_buf_clear(&r->uses);
	wt_buf_clear(&r->stored);
	r->doc_count = r->form_count = 0;
	r->cell_count = 0;
	r->occurrences = r->flag_total = 0;
	r->names = 0;
	r->stamp = atomic_fetch_add(r->stamps, 1) + 1;
}

size_t
wt_run_size(const struct wt_run *r)
{
	return r->uses.len + r->stored.len + r->names + wt_words_size(&r->terms) +
	    wt_words_size(&r->flags) + wt_words_size(&r->forms) + r->doc_count * sizeof *r->docs +
	    r->cell_count * sizeof *r->cells +
	    (size_t)(r->occurrences + r->flag_total) * RECORD;
}

uint32_t
wt_run_docs(const struct wt_run *r)
{
	return r->doc_count;
}

static int
refuse(const struct wt_addition *d, int code, const char *what, struct wt_error *error)
{
	return wt_error_set(error, code, 0, "%.*s: %s", (int)(d->key.len < 80 ? d->key.len : 80),
	    d->key.len == 0 ? "" : d->key.at, what);
}

/* A document is taken whole or not at all. */
static int
check(const struct wt_addition *d, struct wt_error *error)
{
	if (d->key.len == 0 || d->key.len > WT_KEY_MAX)
		return refuse(d, WT_ELIMIT, "a key has 1 to 1023 bytes", error);
	for (size_t i = 0; i < d->use_count; i++) {
		if (d->uses[i].term.len == 0 || d->uses[i].term.len > WT_TERM_MAX ||
		    d->uses[i].form.len > WT_TERM_MAX)
			return refuse(d, WT_ELIMIT, "a term has 1 to 255 bytes", error);
		if (d->uses[i].position >= WT_POSITION_MAX)
			return refuse(d, WT_ELIMIT, "a position is too high", error);
	}
	for (size_t i = 0; i < d->flag_count; i++)
		if (d->flags[i].len == 0 || d->flags[i].len > WT_TERM_MAX)
			return refuse(d, WT_ELIMIT, "a term has 1 to 255 bytes", error);
	for (size_t i = 0; i < d->cell_count; i++)
		if (d->cells[i].value.len > WT_VALUE_MAX || d->cells[i].column.len == 0 ||
		    d->cells[i].column.len > WT_TERM_MAX)
			return refuse(d, WT_ELIMIT, "a value or its column is too long", error);
	for (size_t i = 0; i < WT_STREAMS; i++)
		if (d->streams[i].len > WT_STORED_MAX / 2)
			return refuse(d, WT_ELIMIT, "a stored stream is too long", error);
	return WT_OK;
}

/* The number of a form of a term; made if it is new. */
static int
find_form(struct wt_run *r, uint32_t term, uint32_t bytes, uint32_t *number)
{
	uint32_t head = wt_words_value(&r->forms, bytes);
	struct wt_run_form *at;

	for (*number = head; *number != WT_NO_ID; *number = r->form_list[*number].next)
		if (r->form_list[*number].term == term)
			return WT_OK;
	if ((at = wt_grow(r->form_list, &r->form_cap, (size_t)r->form_count + 1,
	    sizeof *at)) == NULL)
		return WT_ENOMEM;
	r->form_list = at;
	at[r->form_count] = (struct wt_run_form){ term, bytes, head };
	wt_words_set(&r->forms, bytes, r->form_count);
	*number = r->form_count++;
	return WT_OK;
}

/* The entry of a term and the number of a form, which mostly tells its term. */
static int
look_up(struct wt_run *r, const struct wt_use *use, uint64_t hash, uint32_t *term,
    uint32_t *form)
{
	uint32_t bytes, head;

	*form = WT_NO_ID;
	if (use->form.len == 0)
		return wt_words_intern(&r->terms, use->term, hash, 0, term);
	if (wt_words_intern(&r->forms, use->form, hash, WT_NO_ID, &bytes) != WT_OK)
		return WT_ENOMEM;
	head = wt_words_value(&r->forms, bytes);
	if (head != WT_NO_ID && wt_span_eq(wt_words_bytes(&r->terms, r->form_list[head].term),
	    use->term)) {
		*term = r->form_list[head].term;
		*form = head;
		return WT_OK;
	}
	if (wt_words_intern(&r->terms, use->term, wt_hash(use->term), 0, term) != WT_OK)
		return WT_ENOMEM;
	return find_form(r, *term, bytes, form);
}

static inline bool
is_noted(const struct wt_run *r, const struct wt_use *use)
{
	return use->note != NULL && use->note->stamp == r->stamp;
}

/* As its note says; else it is looked up, and noted. */
static int
find_use(struct wt_run *r, const struct wt_use *use, uint64_t hash, uint32_t *term,
    uint32_t *form)
{
	int code;

	if (is_noted(r, use)) {
		*term = use->note->term;
		*form = use->note->form;
		return WT_OK;
	}
	code = look_up(r, use, hash, term, form);
	if (code == WT_OK && use->note != NULL)
		*use->note = (struct wt_use_note){ r->stamp, *term, *form };
	return code;
}

/* Hashes of uses without a note (of the form, if there is one), and a call for what they lead to. */
static void
call_uses(const struct wt_run *r, const struct wt_use *uses, size_t count, uint64_t *hashes)
{
	for (size_t i = 0; i < count; i++) {
		bool form = uses[i].form.len > 0;

		if (is_noted(r, &uses[i])) {
			wt_words_call(&r->terms, uses[i].note->term);
			continue;
		}
		hashes[i] = wt_hash(form ? uses[i].form : uses[i].term);
		wt_words_call_slot(form ? &r->forms : &r->terms, hashes[i]);
	}
	for (size_t i = 0; i < count; i++)
		if (!is_noted(r, &uses[i]))
			wt_words_call_entry(uses[i].form.len > 0 ? &r->forms : &r->terms, hashes[i]);
}

static inline void
count_use(struct wt_words *words, uint32_t at)
{
	wt_words_set(words, at, wt_words_value(words, at) + 1);
}

static int
by_position(const void *x, const void *y)
{
	const struct wt_use *a = x, *b = y;

	if (a->position != b->position)
		return a->position < b->position ? -1 : 1;
	if (wt_span_cmp(a->term, b->term) != 0)
		return wt_span_cmp(a->term, b->term);
	return wt_span_cmp(a->form, b->form);
}

/* The uses in order of position; those of a document mostly come so. */
static int
sort_uses(struct wt_run *r, const struct wt_addition *d, const struct wt_use **uses)
{
	struct wt_use *at;
	size_t i = 1;

	*uses = d->uses;
	while (i < d->use_count && (d->uses[i - 1].position < d->uses[i].position ||
	    by_position(&d->uses[i - 1], &d->uses[i]) < 0))
		i++;
	if (i >= d->use_count)
		return WT_OK;
	if ((at = wt_grow(r->sorted, &r->sorted_cap, d->use_count, sizeof *at)) == NULL)
		return WT_ENOMEM;
	r->sorted = at;
	memcpy(at, d->uses, d->use_count * sizeof *at);
	qsort(at, d->use_count, sizeof *at, by_position);
	*uses = at;
	return WT_OK;
}

/* A few uses: GROUP at most. */
static int
put_group(struct wt_run *r, const struct wt_use *uses, size_t count, uint32_t *last)
{
	uint64_t hashes[GROUP] = { 0 };
	uint8_t *p;

	call_uses(r, uses, count, hashes);
	if ((p = (uint8_t *)wt_buf_room(&r->uses, GROUP * 3 * WT_VARINT_MAX)) == NULL)
		return WT_ENOMEM;
	for (size_t i = 0; i < count; i++) {
		uint32_t term, form;

		if (find_use(r, &uses[i], hashes[i], &term, &form) != WT_OK)
			return WT_ENOMEM;
		p += wt_varint_put(p, wt_words_number(&r->terms, term));
		p += wt_varint_put(p, uses[i].position - *last);
		p += wt_varint_put(p, (uint32_t)(form + 1));
		count_use(&r->terms, term);
		*last = uses[i].position;
	}
	r->uses.len = (size_t)(p - (uint8_t *)r->uses.at);
	return WT_OK;
}

static int
put_uses(struct wt_run *r, const struct wt_addition *d, struct wt_run_doc *doc)
{
	const struct wt_use *uses;
	uint32_t last = 0;
	int code = sort_uses(r, d, &uses);

	doc->uses_at = r->uses.len;
	wt_buf_putvarint(&r->uses, d->use_count);
	for (size_t i = 0; i < d->use_count && code == WT_OK; i += GROUP)
		code = put_group(r, uses + i, d->use_count - i < GROUP ? d->use_count - i : GROUP,
		    &last);
	doc->extent = wt_norm_ceil(d->use_count == 0 ? 0 : last + 1);
	r->occurrences += d->use_count;
	return code;
}

static int
put_flags(struct wt_run *r, const struct wt_addition *d)
{
	wt_buf_putvarint(&r->uses, d->flag_count);
	for (size_t i = 0; i < d->flag_count; i++) {
		uint32_t flag;

		if (wt_words_intern(&r->flags, d->flags[i], wt_hash(d->flags[i]), 0,
		    &flag) != WT_OK)
			return WT_ENOMEM;
		wt_buf_putvarint(&r->uses, wt_words_number(&r->flags, flag));
		count_use(&r->flags, flag);
	}
	r->flag_total += d->flag_count;
	return r->uses.err;
}

static int
put_cells(struct wt_run *r, const struct wt_addition *d, struct wt_run_doc *doc)
{
	struct wt_run_cell *at = wt_grow(r->cells, &r->cell_cap, r->cell_count + d->cell_count + 1,
	    sizeof *at);

	if (at == NULL)
		return WT_ENOMEM;
	r->cells = at;
	doc->cells = (uint32_t)r->cell_count;
	doc->cell_count = (uint32_t)d->cell_count;
	for (size_t i = 0; i < d->cell_count; i++) {
		uint32_t before = r->values.count;

		at = &r->cells[r->cell_count++];
		if (wt_table_intern(&r->columns, d->cells[i].column, &at->column) != WT_OK ||
		    wt_table_intern(&r->values, d->cells[i].value, &at->value) != WT_OK)
			return WT_ENOMEM;
		if (r->values.count > before)
			r->names += d->cells[i].value.len + NAME_COST;
	}
	return WT_OK;
}

static int
put_streams(struct wt_run *r, const struct wt_addition *d, struct wt_run_doc *doc)
{
	doc->streams_at = r->stored.len;
	for (size_t i = 0; i < WT_STREAMS; i++) {
		doc->streams[i] = (uint32_t)d->streams[i].len;
		wt_buf_putspan(&r->stored, d->streams[i]);
	}
	return r->stored.err;
}

/* Of documents with one key the one of higher order stays; of equal ones any, but one. */
static int
put_key(struct wt_run *r, const struct wt_addition *d, struct wt_run_doc *doc)
{
	uint32_t before = r->keys.count, number, *newest;
	struct wt_run_doc *other;

	if (wt_table_intern(&r->keys, d->key, &number) != WT_OK || (newest = wt_grow(r->newest,
	    &r->newest_cap, (size_t)number + 1, sizeof *newest)) == NULL)
		return WT_ENOMEM;
	r->newest = newest;
	doc->key = r->keys.keys[number];
	if (number >= before) {
		newest[number] = r->doc_count;
		r->names += d->key.len + NAME_COST;
		return WT_OK;
	}
	other = &r->docs[r->newest[number]];
	if (other->order > doc->order ||
	    (other->order == doc->order && other->hash > doc->hash)) {
		doc->dead = true;
	} else {
		other->dead = true;
		r->newest[number] = r->doc_count;
	}
	return WT_OK;
}

int
wt_run_add(struct wt_run *r, const struct wt_addition *d, struct wt_error *error)
{
	struct wt_run_doc *at, *doc;
	int code = check(d, error);

	if (code != WT_OK)
		return code;
	at = wt_grow(r->docs, &r->doc_cap, (size_t)r->doc_count + 1, sizeof *at);
	if (at == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "out of memory");
	r->docs = at;
	doc = &at[r->doc_count];
	*doc = (struct wt_run_doc){
		.date = d->date, .hash = d->hash & (((uint64_t)1 << 40) - 1), .order = d->order,
		.norm = wt_norm_near(d->length)
	};
	code = put_uses(r, d, doc);
	if (code == WT_OK)
		code = put_flags(r, d);
	if (code == WT_OK)
		code = put_cells(r, d, doc);
	if (code == WT_OK)
		code = put_streams(r, d, doc);
	if (code == WT_OK)
		code = put_key(r, d, doc);
	if (code != WT_OK)
		return wt_error_set(error, code, 0, "out of memory");
	r->doc_count++;
	return WT_OK;
}
