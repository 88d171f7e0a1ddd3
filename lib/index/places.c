/*
 * places.c - positions and forms of postings: FORMAT.md, section 5.
 *
 * Whatever the bytes hold, positions rise and stay below the bound of their
 * document, and forms below those of the term.
 */
#include "index/cursor_private.h"
#include "base/varint.h"

#include <stdlib.h>

/* A block of 128 postings has at most so many positions that a reader believes. */
#define BLOCK_POSITIONS_MAX ((uint64_t)1 << 30)

void
wt_places_free(struct wt_places *p)
{
	if (p == NULL)
		return;
	free(p->positions);
	free(p->chosen);
	free(p->forms);
	free(p);
}

static int
fail(struct wt_cursor *c)
{
	int code = wt_segment_damage(c->segment, c->entry.at, "positions make no sense");

	wt_cursor_stop(c, code);
	return code;
}

static int
make(struct wt_cursor *c)
{
	if (c->pos != NULL)
		return WT_OK;
	c->pos = calloc(1, sizeof *c->pos);
	if (c->pos == NULL)
		return WT_ENOMEM;
	c->pos->block = c->pos->forms_block = WT_NO_DOC;
	return WT_OK;
}

static inline uint32_t
bound_of(const struct wt_segment *s, uint32_t doc)
{
	const uint8_t *norm = wt_section_need(s, WT_SEC_EXTENT, doc, 1);

	return norm == NULL ? 0 : s->lengths[*norm];
}

/* All postings of the block in hand, also when the cursor has chosen some. */
static inline const uint32_t *
all_docs(const struct wt_cursor *c)
{
	return c->form ? c->pos->docs : c->docs;
}

static inline const uint32_t *
all_freqs(const struct wt_cursor *c)
{
	return c->form ? c->pos->freqs : c->freqs;
}

/* Read positions of posting `number` of the block, the next in the bits. */
static int
read_posting(struct wt_cursor *c, struct wt_bits *bits, uint32_t number)
{
	struct wt_places *p = c->pos;
	uint32_t freq = all_freqs(c)[number];
	uint32_t bound = bound_of(c->segment, all_docs(c)[number]);
	uint32_t *at;

	/* The dictionary knows how many there are: that bounds the memory. */
	if (freq > bound || freq > c->entry.count)
		return WT_ECORRUPT;
	if ((at = wt_grow(p->positions, &p->cap, freq, sizeof *at)) == NULL)
		return WT_ENOMEM;
	p->positions = at;
	if (freq == 1)
		*at = wt_bits_bounded(bits, bound);
	else
		wt_bits_sorted(bits, at, freq, 0, bound);
	p->count = freq;
	return bits->bad ? WT_ECORRUPT : WT_OK;
}

/* Have the bounds of documents first to last, and of others of their pages; false: damage. */
static bool
need_extents(struct wt_cursor *c, uint32_t first, uint32_t last)
{
	const struct wt_segment *s = c->segment;
	struct wt_places *p = c->pos;
	uint64_t start = s->sections[WT_SEC_EXTENT].at, from = start + first, to = start + last + 1;

	if (p->extents != NULL && first >= p->extent_first && last < p->extent_end)
		return true;
	/* What is checked are pages: all documents of these are good. */
	from = from / WT_PAGE * WT_PAGE;
	from = from > start ? from - start : 0;
	to = (to + WT_PAGE - 1) / WT_PAGE * WT_PAGE - start;
	to = to < s->docs ? to : s->docs;
	p->extents = wt_section_need(s, WT_SEC_EXTENT, from, to - from);
	p->extent_first = (uint32_t)from;
	p->extent_end = (uint32_t)to;
	return p->extents != NULL;
}

/*
 * Read on to posting `number`, or stop before: at what needs more room, at what is
 * damaged, and near the end of the bits, where every read has to be checked.
 */
static void
read_ahead(struct wt_cursor *c, uint32_t number)
{
	struct wt_places *p = c->pos;
	const uint32_t *docs = all_docs(c), *freqs = all_freqs(c);
	const uint32_t *lengths = c->segment->lengths;
	const uint8_t *extents;
	uint64_t pos = p->bits.pos;
	uint32_t n = p->next;

	if (!need_extents(c, docs[n], docs[number]))
		return;
	extents = p->extents - p->extent_first;
	for (; n <= number; n++) {
		uint32_t freq = freqs[n], bound = lengths[extents[docs[n]]];

		if (freq > bound || freq > p->cap || (uint64_t)freq * 32 > p->bits.end - pos)
			break;
		if (freq == 1)
			p->positions[0] = wt_bits_bounded_from(p->bits.at, &pos, bound);
		else
			pos = wt_bits_sorted_from(p->bits.at, pos, p->positions, freq, 0, bound);
		p->count = freq;
	}
	p->bits.pos = pos;
	p->next = n;
}

/* Take the jumps from the front of the positions of a full block. */
static int
open_jumps(struct wt_places *p, struct wt_bits *positions)
{
	uint64_t head = positions->end == 0 ? 0 : wt_bits_load(positions->at);
	unsigned width = head == 0 ? 0 : (unsigned)__builtin_ctzll(head) + 1;

	if (width == 0 || width > 56 || width * (uint64_t)8 > positions->end)
		return WT_ECORRUPT;
	p->jumps = positions->at;
	p->jump_width = width;
	*positions = wt_bits_make(positions->at + width, (size_t)(positions->end / 8) - width);
	return WT_OK;
}

/* The bytes of the positions of the block, and before them of its forms. */
static int
open_block(struct wt_cursor *c, struct wt_bits *forms, struct wt_bits *positions)
{
	const bool jumps = c->block < c->full && c->segment->version > 1;
	const struct wt_segment *s = c->segment;
	uint64_t at = c->entry.at, len = c->entry.len, forms_len = 0;
	const uint8_t *bytes, *from;

	if (c->full > 0 && !wt_cursor_places(c, &at, &len))
		return WT_ECORRUPT;
	if ((bytes = wt_segment_need(s, at, len)) == NULL)
		return WT_ECORRUPT;
	*forms = *positions = wt_bits_make(bytes, (size_t)len);
	c->pos->jump_width = 0;
	if (c->full == 0) {
		positions->pos = c->bit;
		return WT_OK;
	}
	if (c->entry.forms <= 1)        /* no forms stand there */
		return jumps ? open_jumps(c->pos, positions) : WT_OK;
	from = bytes;
	if (!wt_varint_get64(&from, bytes + len, &forms_len) ||
	    forms_len > (uint64_t)(bytes + len - from))
		return WT_ECORRUPT;
	*forms = wt_bits_make(from, (size_t)forms_len);
	from += forms_len;
	*positions = wt_bits_make(from, (size_t)(bytes + len - from));
	return jumps ? open_jumps(c->pos, positions) : WT_OK;
}

static uint32_t
get_form(struct wt_bits *bits, uint32_t forms)
{
	return forms == 2 ? wt_bits_get(bits, 1) : wt_bits_gamma(bits) - 1;
}

/* Where the forms of each posting start; false if they are too many. */
static bool
count_forms(struct wt_cursor *c, uint32_t count)
{
	const uint32_t *freqs = all_freqs(c);
	uint64_t sum = 0;

	for (uint32_t i = 0; i < count; i++) {
		c->pos->starts[i] = (uint32_t)sum;
		sum += freqs[i];
		if (sum > BLOCK_POSITIONS_MAX || sum > c->entry.count)
			return false;
	}
	c->pos->starts[count] = (uint32_t)sum;
	return true;
}

/* In a short list the forms stand behind all positions. */
static int
step_over_positions(struct wt_cursor *c, struct wt_bits *bits, uint32_t count)
{
	int code = WT_OK;

	for (uint32_t i = 0; i < count && code == WT_OK; i++)
		code = read_posting(c, bits, i);
	return code;
}

/* Decode the forms of all postings of the block. */
static int
load_forms(struct wt_cursor *c, uint32_t count)
{
	struct wt_places *p = c->pos;
	struct wt_bits forms, positions;
	uint32_t *at;
	int code;

	if (!count_forms(c, count))
		return WT_ECORRUPT;
	if ((code = open_block(c, &forms, &positions)) != WT_OK)
		return code;
	if (c->full == 0) {
		if ((code = step_over_positions(c, &positions, count)) != WT_OK)
			return code;
		forms = positions;
	}
	/* Each takes a bit at least, which bounds the memory. */
	if (p->starts[count] > forms.end - forms.pos)
		return WT_ECORRUPT;
	if ((at = wt_grow(p->forms, &p->forms_cap, p->starts[count], sizeof *at)) == NULL)
		return WT_ENOMEM;
	p->forms = at;
	for (uint32_t i = 0; i < p->starts[count]; i++) {
		at[i] = get_form(&forms, c->entry.forms);
		if (at[i] >= c->entry.forms)
			return WT_ECORRUPT;
	}
	p->forms_block = c->block;
	return forms.bad ? WT_ECORRUPT : WT_OK;
}

int
wt_places_choose(struct wt_cursor *c)
{
	struct wt_places *p;
	uint32_t kept = 0;
	int code = make(c);

	wt_cursor_decode(c);
	if (code == WT_OK && (code = c->err) == WT_OK) {
		p = c->pos;
		c->set = NULL;
		memcpy(p->docs, c->docs, c->count * sizeof *p->docs);
		memcpy(p->freqs, c->freqs, c->count * sizeof *p->freqs);
		p->total = c->count;
		p->block = WT_NO_DOC;
		code = load_forms(c, c->count);
	}
	if (code == WT_ECORRUPT)
		return fail(c);
	if (code != WT_OK) {
		wt_cursor_stop(c, code);
		return code;
	}
	for (uint32_t i = 0; i < p->total; i++) {
		uint32_t freq = 0;

		for (uint32_t k = p->starts[i]; k < p->starts[i + 1]; k++)
			freq += p->forms[k] == c->number;
		if (freq == 0)
			continue;
		p->origin[kept] = (uint8_t)i;
		c->docs[kept] = p->docs[i];
		c->freqs[kept++] = freq;
	}
	c->count = kept;
	return WT_OK;
}

/* Keep of the positions read last those that have the form. */
static int
choose_positions(struct wt_cursor *c, uint32_t number)
{
	struct wt_places *p = c->pos;
	const uint32_t *forms = p->forms + p->starts[number];
	uint32_t *at = wt_grow(p->chosen, &p->chosen_cap, p->count, sizeof *at);

	if (at == NULL)
		return WT_ENOMEM;
	p->chosen = at;
	p->chosen_count = 0;
	for (uint32_t i = 0; i < p->count; i++)
		if (forms[i] == c->number)
			at[p->chosen_count++] = p->positions[i];
	return WT_OK;
}

/* Start with the positions of the block in hand. */
static int
start_block(struct wt_cursor *c)
{
	struct wt_places *p = c->pos;
	struct wt_bits forms;
	int code = open_block(c, &forms, &p->bits);

	p->block = c->block;
	p->next = 0;
	p->start = p->bits.pos;
	if (code == WT_OK && p->jump_width > 0)
		wt_jumps_expect(&p->expected, all_freqs(c), p->bits.end / 8);
	return code;
}

/* Where the positions of posting WT_JUMP * (number + 1) start. */
static uint64_t
jump_start(const struct wt_places *p, unsigned number)
{
	return wt_unzigzag(wt_packed_get64(p->jumps, number + 1, p->jump_width),
	    wt_jumps_at(&p->expected, number));
}

/* Stand before a posting that is not far from `number`, and not behind it. */
static int
jump(struct wt_places *p, uint32_t number)
{
	uint32_t part = p->jump_width > 0 ? number / WT_JUMP : 0;

	if (p->next <= number && p->next >= part * WT_JUMP)
		return WT_OK;
	p->next = part * WT_JUMP;
	p->bits.pos = part == 0 ? p->start : jump_start(p, part - 1);
	return p->bits.pos > p->bits.end ? WT_ECORRUPT : WT_OK;
}

/* Read on to the posting the cursor stands on. */
static int
read_to(struct wt_cursor *c, uint32_t number)
{
	struct wt_places *p = c->pos;
	int code = WT_OK;

	if (p->block == c->block && p->next == number + 1)
		return WT_OK;
	if (p->block != c->block)
		code = start_block(c);
	if (code == WT_OK)
		code = jump(p, number);
	while (p->next <= number && code == WT_OK) {
		read_ahead(c, number);
		if (p->next <= number && (code = read_posting(c, &p->bits, p->next)) == WT_OK)
			p->next++;
	}
	if (code == WT_OK && c->form)
		code = choose_positions(c, number);
	if (code != WT_OK)
		p->block = WT_NO_DOC;
	return code;
}

int
wt_cursor_positions(struct wt_cursor *c, const uint32_t **positions, uint32_t *count)
{
	int code = WT_OK;

	*positions = NULL;
	*count = 0;
	if (c->doc == WT_NO_DOC || !c->entry.positions)
		return c->err;
	code = make(c);
	wt_cursor_decode(c);
	if (code == WT_OK && (code = c->err) == WT_OK)
		code = read_to(c, c->form ? c->pos->origin[c->at] : c->at);
	if (code == WT_ECORRUPT)
		return fail(c);
	if (code != WT_OK) {
		wt_cursor_stop(c, code);
		return code;
	}
	*positions = c->form ? c->pos->chosen : c->pos->positions;
	*count = c->form ? c->pos->chosen_count : c->pos->count;
	return WT_OK;
}

bool
wt_cursor_jumps(const struct wt_cursor *c)
{
	const struct wt_places *p = c->pos;

	return p == NULL || p->block != c->block || p->jump_width == 0 || p->next % WT_JUMP != 0 ||
	    p->next == WT_BLOCK || jump_start(p, p->next / WT_JUMP - 1) == p->bits.pos;
}

int
wt_cursor_forms(struct wt_cursor *c, const uint32_t **forms, uint32_t *count)
{
	int code;

	*forms = NULL;
	*count = 0;
	if (c->doc == WT_NO_DOC || c->entry.forms <= 1 || c->form)
		return c->err;
	code = make(c);
	wt_cursor_decode(c);
	if (code == WT_OK)
		code = c->err;
	if (code == WT_OK && c->pos->forms_block != c->block) {
		/* Stepping over the positions of a short list uses their buffer. */
		if (c->full == 0)
			c->pos->block = WT_NO_DOC;
		code = load_forms(c, c->count);
	}
	if (code == WT_ECORRUPT)
		return fail(c);
	if (code != WT_OK) {
		wt_cursor_stop(c, code);
		return code;
	}
	*forms = c->pos->forms + c->pos->starts[c->at];
	*count = c->pos->starts[c->at + 1] - c->pos->starts[c->at];
	return WT_OK;
}
