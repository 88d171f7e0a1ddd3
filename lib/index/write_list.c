/*
 * write_list.c - code a list of postings; FORMAT.md, section 5, says how.
 *
 * A list of fewer than 128 documents is one stream of bits.  A longer one is a
 * table of skips, full blocks, a tail, and then the positions of each of them.
 */
#include "base/varint.h"
#include "index/block.h"
#include "index/pack.h"
#include "index/write.h"

#include <stdlib.h>

/* A form of the list in hand. */
struct wt_symbol {
	uint32_t number;        /* in wt_list.forms */
	uint32_t docs, last;    /* documents that have it; one more than the last of them */
	uint64_t count;
	struct wt_span form;
};

/* What the coding of a part of a list has reached. */
struct part {
	uint32_t first, end;            /* postings [first, end) */
	const uint32_t *positions, *symbol;     /* of the first of them */
};

static int
by_use(const void *x, const void *y)
{
	const struct wt_symbol *a = x, *b = y;

	if (a->count != b->count)
		return a->count < b->count ? 1 : -1;
	return wt_span_cmp(a->form, b->form);
}

static int
make_room(struct wt_writer *w, uint32_t symbols)
{
	void *at;

	if ((at = wt_grow(w->symbols, &w->symbol_cap, symbols, sizeof *w->symbols)) == NULL)
		return WT_ENOMEM;
	w->symbols = at;
	if ((at = wt_grow(w->ranks, &w->rank_cap, symbols, sizeof *w->ranks)) == NULL)
		return WT_ENOMEM;
	w->ranks = at;
	return WT_OK;
}

/* Count the symbols and rank them by use: how many occur, ranks in w->ranks. */
static uint32_t
rank_symbols(struct wt_writer *w, const struct wt_list *list)
{
	const uint32_t *symbol = list->symbol;
	uint32_t used = 0;

	if (make_room(w, list->symbols) != WT_OK) {
		w->err = WT_ENOMEM;
		return 0;
	}
	for (uint32_t i = 0; i < list->symbols; i++)
		w->symbols[i] = (struct wt_symbol){ .number = i, .form = list->forms[i] };
	for (uint32_t i = 0; i < list->docs; i++) {
		for (uint32_t k = 0; k < list->freq[i]; k++) {
			struct wt_symbol *s = &w->symbols[*symbol++];

			s->count++;
			s->docs += s->last != list->doc[i] + 1;
			s->last = list->doc[i] + 1;
		}
	}
	if (list->symbols > 1)
		qsort(w->symbols, list->symbols, sizeof *w->symbols, by_use);
	for (uint32_t i = 0; i < list->symbols && w->symbols[i].count > 0; i++) {
		w->ranks[w->symbols[i].number] = i;
		used++;
	}
	return used;
}

static void
put_symbol(struct wt_bits_out *bits, uint32_t rank, uint32_t symbols)
{
	if (symbols == 2)
		wt_bits_put(bits, rank, 1);
	else
		wt_bits_put_gamma(bits, rank + 1);
}

static void
put_symbols(struct wt_writer *w, const struct wt_list *list, const struct part *part,
    uint32_t symbols)
{
	const uint32_t *symbol = part->symbol;

	for (uint32_t i = part->first; i < part->end; i++)
		for (uint32_t k = 0; k < list->freq[i]; k++)
			put_symbol(&w->bits, w->ranks[*symbol++], symbols);
}

/*
 * The positions of a part; returns behind the last.  Where the postings that are jumped to
 * start goes to `jumps`, in bits, if that is not NULL.
 */
static const uint32_t *
put_positions(struct wt_writer *w, const struct wt_list *list, const struct part *part,
    uint64_t *jumps)
{
	const uint32_t *positions = part->positions;

	for (uint32_t i = part->first; i < part->end; i++) {
		uint32_t bound = w->bounds[w->extents[list->doc[i]]];

		if (jumps != NULL && i > part->first && (i - part->first) % WT_JUMP == 0)
			*jumps++ = wt_bits_put_count(&w->bits);
		if (list->freq[i] == 1)
			wt_bits_put_bounded(&w->bits, *positions, bound);
		else
			wt_bits_put_sorted(&w->bits, positions, list->freq[i], 0, bound);
		positions += list->freq[i];
	}
	return positions;
}

static void
put_freqs(struct wt_writer *w, const struct wt_list *list, uint32_t first)
{
	for (uint32_t i = first; i < list->docs; i++)
		wt_bits_put_gamma(&w->bits, list->freq[i]);
}

/* The highest impact of postings: 255 tf / (tf + K), rounded up; K in thousandths. */
static uint8_t
impact(const struct wt_writer *w, const struct wt_list *list, uint32_t first, uint32_t end)
{
	uint64_t freq = 0, weight = 1, parts;

	for (uint32_t i = first; i < end; i++) {
		uint32_t other = w->weight[w->norms[list->doc[i]]];

		if (list->freq[i] * weight > freq * other) {
			freq = list->freq[i];
			weight = other;
		}
	}
	parts = freq * 1000 + weight;
	return (uint8_t)((255 * freq * 1000 + parts - 1) / parts);
}

static void
write_short(struct wt_writer *w, const struct wt_list *list, struct wt_list_entry *entry)
{
	struct part part = { 0, list->docs, list->positions, list->symbol };

	wt_bits_clear(&w->bits);
	wt_bits_put_sorted(&w->bits, list->doc, list->docs, 0, w->foot.docs);
	if (list->freq != NULL) {
		if (list->docs > 1 && entry->count != list->docs)
			put_freqs(w, list, 0);
		put_positions(w, list, &part, NULL);
		if (entry->forms > 1)
			put_symbols(w, list, &part, entry->forms);
	}
	wt_bits_align(&w->bits);
	if (w->bits.len <= WT_INLINE_MAX) {
		entry->inside = wt_span_make((const char *)w->bits.at, w->bits.len);
		return;
	}
	if (list->freq != NULL)
		entry->impact = impact(w, list, 0, list->docs);
	entry->list_len = entry->size = w->bits.len;
	wt_out_put(&w->out, w->bits.at, w->bits.len);
}

/* Bits go to a buffer and are forgotten. */
static void
flush_bits(struct wt_bits_out *bits, struct wt_buf *to)
{
	wt_bits_align(bits);
	wt_buf_put(to, bits->at, bits->len);
	wt_bits_clear(bits);
}

/* What the frequencies do not tell of the jumps of a full block. */
static void
put_jumps(struct wt_buf *to, struct wt_bits_out *bits, const uint32_t *freqs,
    const uint64_t *starts, uint64_t size)
{
	struct wt_jumps expected;
	uint64_t off[WT_JUMPS], most = 1;
	unsigned width;

	wt_jumps_expect(&expected, freqs, size);
	for (unsigned i = 0; i < WT_JUMPS; i++) {
		off[i] = wt_zigzag(starts[i], wt_jumps_at(&expected, i));
		most |= off[i];
	}
	width = wt_width(most);
	/* Its width in unary is as long as an item: so many bytes in all. */
	wt_bits_put64(bits, (uint64_t)1 << (width - 1), width);
	for (unsigned i = 0; i < WT_JUMPS; i++)
		wt_bits_put64(bits, off[i], width);
	flush_bits(bits, to);
}

static void
write_places(struct wt_writer *w, const struct wt_list *list, struct part *part, uint32_t forms)
{
	bool full = part->end - part->first == WT_PACK;
	uint64_t starts[WT_JUMPS];
	const uint32_t *behind;

	if (forms > 1) {
		put_symbols(w, list, part, forms);
		wt_bits_align(&w->bits);
		wt_buf_putvarint(&w->places, w->bits.len);
		flush_bits(&w->bits, &w->places);
	}
	behind = put_positions(w, list, part, full ? starts : NULL);
	wt_bits_align(&w->bits);
	if (full)
		put_jumps(&w->places, &w->jumps, list->freq + part->first, starts, w->bits.len);
	flush_bits(&w->bits, &w->places);
	if (part->symbol != NULL)
		part->symbol += behind - part->positions;
	part->positions = behind;
}

static void
write_block(struct wt_writer *w, const struct wt_list *list, const struct part *part)
{
	uint32_t numbers[WT_PACK], least = part->first == 0 ? 0 : list->doc[part->first - 1] + 1;
	uint8_t *room;

	if ((room = (uint8_t *)wt_buf_room(&w->blocks, WT_PACK_MAX * 2)) == NULL)
		return;
	w->blocks.len += wt_docs_pack(room, list->doc + part->first, least);
	if (list->freq == NULL)
		return;
	for (uint32_t i = 0; i < WT_PACK; i++)
		numbers[i] = list->freq[part->first + i] - 1;
	w->blocks.len += wt_pack((uint8_t *)w->blocks.at + w->blocks.len, numbers);
}

static void
write_tail(struct wt_writer *w, const struct wt_list *list, struct part *part)
{
	uint32_t count = part->end - part->first;

	if (count == 0)
		return;
	if (list->freq != NULL)
		wt_buf_putc(&w->blocks, (char)impact(w, list, part->first, part->end));
	wt_bits_put_sorted(&w->bits, list->doc + part->first, count,
	    list->doc[part->first - 1] + 1, w->foot.docs);
	if (list->freq != NULL)
		put_freqs(w, list, part->first);
	flush_bits(&w->bits, &w->blocks);
}

/*
 * Write the table of skips.  `skip` holds an item for each block: last document, end of the
 * block, end of its positions, impact, 8 bytes each.
 */
static void
write_skips(struct wt_writer *w, const struct wt_list *list, struct wt_list_entry *entry)
{
	uint32_t blocks = list->docs / WT_PACK;
	uint64_t start = w->out.at;
	struct wt_skip_table skips;

	wt_skip_table_lay(&skips, WT_FORMAT_VERSION, w->foot.docs, blocks, w->blocks.len,
	    w->places.len, list->freq == NULL);
	for (unsigned column = 0; column < WT_SKIP_COLUMNS; column++) {
		for (uint32_t i = 0; i < blocks; i++)
			wt_bits_put64(&w->bits, wt_get64(w->skip.at + (i * WT_SKIP_COLUMNS +
			    column) * sizeof(uint64_t)), skips.width[column]);
		wt_bits_align(&w->bits);
	}
	wt_out_put(&w->out, w->bits.at, w->bits.len);
	wt_out_put(&w->out, w->blocks.at, w->blocks.len);
	wt_out_put(&w->out, w->places.at, w->places.len);
	entry->list_len = w->blocks.len;
	entry->places_len = w->places.len;
	entry->size = w->out.at - start;
}

static void
write_long(struct wt_writer *w, const struct wt_list *list, struct wt_list_entry *entry)
{
	struct part part = { 0, 0, list->positions, list->symbol };

	wt_buf_clear(&w->skip);
	wt_buf_clear(&w->blocks);
	wt_buf_clear(&w->places);
	wt_bits_clear(&w->bits);
	for (; list->docs - part.first >= WT_PACK; part.first += WT_PACK) {
		uint8_t high = 0;

		part.end = part.first + WT_PACK;
		write_block(w, list, &part);
		if (list->freq != NULL) {
			high = impact(w, list, part.first, part.end);
			write_places(w, list, &part, entry->forms);
		}
		wt_buf_put64(&w->skip, list->doc[part.end - 1]);
		wt_buf_put64(&w->skip, w->blocks.len);
		wt_buf_put64(&w->skip, w->places.len);
		wt_buf_put64(&w->skip, high);
		if (high > entry->impact)
			entry->impact = high;
	}
	part.end = list->docs;
	write_tail(w, list, &part);
	if (list->freq != NULL && part.first < part.end) {
		uint8_t high = impact(w, list, part.first, part.end);

		entry->impact = high > entry->impact ? high : entry->impact;
		write_places(w, list, &part, entry->forms);
	}
	if (w->skip.err != WT_OK || w->blocks.err != WT_OK || w->places.err != WT_OK ||
	    w->bits.err != WT_OK || w->jumps.err != WT_OK)
		w->err = WT_ENOMEM;
	else
		write_skips(w, list, entry);
}

void
wt_write_list(struct wt_writer *w, const struct wt_list *list)
{
	struct wt_list_entry entry = { .term = list->term, .docs = list->docs };

	if (w->err != WT_OK)
		return;
	if (list->freq == NULL) {
		entry.kind = WT_KIND_FLAG;
		entry.count = list->docs;
	}
	for (uint32_t i = 0; i < list->docs && list->freq != NULL; i++)
		entry.count += list->freq[i];
	if (list->freq != NULL)
		w->foot.occurrences += entry.count;
	if (list->symbol != NULL) {
		entry.forms = rank_symbols(w, list);
		if (entry.forms == 1 && w->symbols[0].form.len == 0)
			entry.forms = 0;
		else
			entry.kind = entry.forms == 1 ? WT_KIND_FORM : WT_KIND_FORMS;
	}
	if (list->docs < WT_PACK)
		write_short(w, list, &entry);
	else
		write_long(w, list, &entry);
	for (uint32_t i = 0; i < entry.forms && w->err == WT_OK; i++)
		if (w->symbols[i].form.len > 0)
			wt_write_alias(w, w->symbols[i].form, i, w->symbols[i].docs,
			    w->symbols[i].count);
	wt_write_entry(w, &entry);
}
