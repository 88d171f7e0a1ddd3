/*
 * iter_phrase.c - words at their places: phrases and NEAR; behind iter.h.
 *
 * Each slot has a source.  The rarest leads; the others are moved to its document,
 * and only where all of them meet are positions read.  A phrase occurs no more often
 * than its rarest word, so the score that word alone would give bounds the score:
 * documents that cannot reach `least` are passed before their positions are read.
 *
 * The places of an operand are those where all its slots occur, one behind the other.
 * In `a NEAR/5 b NEAR/3 c` the places of b are then cut to those within 5 words of a
 * place of a that is left, and so on; what is left of the last operand counts.
 */
#include "query/iter.h"

struct slot {
	struct wt_source *source;       /* of a word that was there before: of that slot */
	struct wt_source own;
	uint32_t offset, operand;
	uint32_t times;                 /* slots of its operand, up to it, that have the word */
};

struct places {
	uint32_t *at;                   /* starts, increasing; in the arena */
	size_t count, cap;
	uint32_t span;                  /* positions that each covers */
};

struct phrase {
	struct wt_iter it;
	const struct wt_plan *plan;
	struct slot *slots;             /* in the order of the query */
	struct slot **rarest;           /* the same, rarest first */
	size_t count;
	struct places now, next;        /* of the operand before, and of this one */
	float weight;
	uint32_t freq;                  /* of the current match */
	bool repeats;                   /* a word of it comes again in its operand */
	struct wt_pair pair;            /* of the two rarest, unless they are one */
};

/* ---- places ---- */

static bool
fill(struct phrase *ph, struct places *p, const uint32_t *positions, uint32_t count,
    uint32_t offset)
{
	if (count > p->cap) {
		p->cap = count < 64 ? 64 : (size_t)count * 2;
		if ((p->at = wt_arena_array(&ph->it.scan->arena, p->cap, sizeof *p->at)) == NULL) {
			p->cap = p->count = 0;
			wt_scan_fail(ph->it.scan, WT_ENOMEM);
			return false;
		}
	}
	p->count = 0;
	for (uint32_t i = 0; i < count; i++) {
		if (positions[i] >= offset)
			p->at[p->count++] = positions[i] - offset;
	}
	return true;
}

/* Keep the places that have one of the positions `offset` behind them. */
static void
keep_followed(struct places *p, const uint32_t *positions, uint32_t count, uint32_t offset)
{
	size_t kept = 0, i = 0;
	uint32_t j = 0;

	while (i < p->count && j < count) {
		uint32_t wanted = p->at[i] + offset;

		if (positions[j] < wanted) {
			j++;
		} else {
			if (positions[j] == wanted)
				p->at[kept++] = p->at[i];
			i++;
		}
	}
	p->count = kept;
}

/* Keep the places of b that lie within `distance` words of one of a, without touching it. */
static void
keep_near(struct places *b, const struct places *a, uint32_t distance)
{
	size_t kept = 0, before = 0, after = 0;

	for (size_t i = 0; i < b->count; i++) {
		uint32_t start = b->at[i], end = start + b->span;

		/* The last place of a that ends at or before start; the first from end on. */
		while (before < a->count && a->at[before] + a->span <= start)
			before++;
		while (after < a->count && a->at[after] < end)
			after++;
		if ((before > 0 && start - (a->at[before - 1] + a->span - 1) <= distance) ||
		    (after < a->count && a->at[after] - (end - 1) <= distance))
			b->at[kept++] = start;
	}
	b->count = kept;
}

static void
swap_places(struct phrase *ph)
{
	struct places keep = ph->now;

	ph->now = ph->next;
	ph->next = keep;
}

/*
 * The places of the operand whose last word is slots[last], in ph->next.  The rarest words
 * come first: where they do not stand together, the positions of frequent ones, which are
 * most of the work, are not read.
 */
static void
operand_places(struct phrase *ph, uint32_t operand, size_t last)
{
	const uint32_t *positions;
	uint32_t count;
	bool filled = false;

	ph->next.count = 0;
	ph->next.span = ph->slots[last].offset + 1;
	for (size_t i = 0; i < ph->count && (!filled || ph->next.count > 0); i++) {
		struct slot *s = ph->rarest[i];
		int err;

		if (s->operand != operand)
			continue;
		if ((err = wt_source_positions(s->source, &positions, &count)) != WT_OK) {
			wt_scan_fail(ph->it.scan, err);
			ph->next.count = 0;
			return;
		}
		if (!filled) {
			if (!fill(ph, &ph->next, positions, count, s->offset))
				return;
			filled = true;
		} else {
			keep_followed(&ph->next, positions, count, s->offset);
		}
	}
}

/* How many positions of b are `ahead` of one of a; not all are counted if one is enough. */
static uint32_t
count_ahead(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count,
    uint32_t ahead, bool one)
{
	uint32_t i = 0, j = 0, hits = 0;

	while (i < a_count && j < b_count) {
		uint32_t wanted = a[i] + ahead;

		hits += b[j] == wanted;
		if (one && hits > 0)
			break;
		i += b[j] >= wanted;
		j += b[j] < wanted;
	}
	return hits;
}

/* The same as below for a phrase of two words, without a list of its places. */
static uint32_t
pair_occurrences(struct phrase *ph)
{
	const uint32_t *positions[2];
	uint32_t counts[2];
	size_t first = ph->rarest[0]->offset > ph->rarest[1]->offset;

	for (size_t i = 0; i < 2; i++) {
		int err = wt_source_positions(ph->rarest[i]->source, &positions[i], &counts[i]);

		if (err != WT_OK) {
			wt_scan_fail(ph->it.scan, err);
			return 0;
		}
	}
	return count_ahead(positions[first], counts[first], positions[!first], counts[!first],
	    ph->rarest[!first]->offset - ph->rarest[first]->offset, ph->weight <= 0);
}

/*
 * How often the phrase occurs in the document where all slots stand; without a weight it may
 * be fewer, but not 0.
 */
static uint32_t
occurrences(struct phrase *ph)
{
	uint32_t fewest = UINT32_MAX;

	if (ph->count == 2 && ph->slots[1].operand == 0 && ph->slots[0].offset != ph->slots[1].offset)
		return pair_occurrences(ph);

	for (size_t first = 0, end; first < ph->count; first = end) {
		uint32_t operand = ph->slots[first].operand;

		for (end = first; end < ph->count && ph->slots[end].operand == operand; end++)
			;
		operand_places(ph, operand, end - 1);
		if (operand > 0)
			keep_near(&ph->next, &ph->now, ph->plan->distance[operand]);
		swap_places(ph);
		if (ph->now.count < fewest)
			fewest = (uint32_t)ph->now.count;
		if (fewest == 0)
			return 0;
	}
	return fewest;
}

/* ---- the walk ---- */

static uint32_t
phrase_bound(struct wt_iter *it, uint32_t target, uint32_t *last)
{
	struct phrase *ph = (struct phrase *)it;
	uint8_t least = UINT8_MAX;

	*last = WT_NO_DOC;
	if (ph->weight <= 0)
		return 0;
	for (size_t i = 0; i < ph->count; i++) {
		uint32_t one_last;
		uint8_t impact;

		if (!wt_source_bound(ph->slots[i].source, target, &one_last, &impact))
			continue;
		if (one_last < *last)
			*last = one_last;
		if (impact < least)
			least = impact;
		if (one_last == WT_NO_DOC && impact == 0) {
			*last = WT_NO_DOC;
			return 0;
		}
	}
	return least == UINT8_MAX ? wt_weigh_most(ph->weight) :
	    wt_weigh_bound(it->scan->weights, it->scan->segment, ph->weight, least);
}

/* The next document from target on that all slots from rarest[i] on have, or WT_NO_DOC. */
static uint32_t
meet_from(struct phrase *ph, size_t first, uint32_t target)
{
	for (size_t i = first; i < ph->count; ) {
		struct wt_source *s = ph->rarest[i]->source;

		wt_source_seek(s, target);
		if (s->err != WT_OK)
			wt_scan_fail(ph->it.scan, s->err);
		if (s->doc == WT_NO_DOC)
			return WT_NO_DOC;
		i = s->doc > target && i > first ? first : i + 1;
		target = s->doc;
	}
	return target;
}

/* The next document from target on that all slots have, or WT_NO_DOC. */
static uint32_t
meet(struct phrase *ph, uint32_t target)
{
	uint32_t doc;

	if (ph->pair.few == NULL)
		return meet_from(ph, 0, target);
	do {
		doc = wt_pair_seek(&ph->pair, target);
		if (ph->pair.few->err != WT_OK || ph->pair.many->err != WT_OK)
			wt_scan_fail(ph->it.scan, ph->pair.few->err != WT_OK ?
			    ph->pair.few->err : ph->pair.many->err);
		if (doc == WT_NO_DOC)
			return doc;
		target = meet_from(ph, 2, doc);
	} while (target > doc && target != WT_NO_DOC);
	return target;
}

/* Whether the score can reach `least` where all slots stand, each at a place of its own. */
static bool
promising(struct phrase *ph, uint32_t doc)
{
	uint32_t fewest = UINT32_MAX;

	if (ph->it.least == 0 && !ph->repeats)
		return true;
	for (size_t i = 0; i < ph->count; i++) {
		uint32_t freq = wt_source_freq(ph->slots[i].source);

		if (freq < ph->slots[i].times)
			return false;
		fewest = freq < fewest ? freq : fewest;
	}
	if (ph->it.least == 0)
		return true;
	return ph->weight > 0 && wt_weigh(ph->it.scan->weights, ph->weight, fewest,
	    ph->it.scan->norms[doc]) >= ph->it.least;
}

static void
phrase_seek(struct wt_iter *it, uint32_t target)
{
	struct phrase *ph = (struct phrase *)it;
	uint32_t last = 0;
	bool checked = false;

	it->doc = WT_NO_DOC;
	while (it->scan->err == WT_OK) {
		if (it->least > 0 && (!checked || target > last)) {
			if (phrase_bound(it, target, &last) < it->least) {
				if (last == WT_NO_DOC)
					return;
				target = last + 1;
				continue;
			}
			checked = true;
		}
		if ((target = meet(ph, target)) == WT_NO_DOC)
			return;
		if (it->least > 0 && target > last)
			continue;
		if (promising(ph, target) && (ph->freq = occurrences(ph)) > 0) {
			it->doc = target;
			return;
		}
		target++;
	}
}

static uint32_t
phrase_score(struct wt_iter *it)
{
	struct phrase *ph = (struct phrase *)it;

	if (ph->weight <= 0)
		return 0;
	return wt_weigh(it->scan->weights, ph->weight, ph->freq, it->scan->norms[it->doc]);
}

static void
phrase_close(struct wt_iter *it)
{
	struct phrase *ph = (struct phrase *)it;

	for (size_t i = 0; i < ph->count; i++)
		wt_source_close(&ph->slots[i].own);
}

static const struct wt_iter_ops phrase_ops = { phrase_seek, phrase_score, phrase_bound,
	wt_iter_collect_each, wt_iter_above_each, phrase_close };

/* Is it one list, and the same? */
static bool
same_list(const struct wt_entries *a, const struct wt_entries *b)
{
	return a->count == 1 && b->count == 1 && a->at->at == b->at->at &&
	    a->at->form == b->at->form && a->at->inside == b->at->inside &&
	    a->at->number == b->at->number;
}

/* A slot of a word that was there before shares its source. */
static int
open_source(struct phrase *ph, size_t number, const struct wt_entries *entries)
{
	struct slot *s = &ph->slots[number];

	s->source = &s->own;
	s->times = 1;
	for (size_t i = 0; i < number; i++) {
		if (!same_list(&ph->plan->slots[i].entries[ph->it.scan->number], entries))
			continue;
		s->source = ph->slots[i].source;
		s->times += ph->slots[i].operand == s->operand;
		ph->repeats = true;
	}
	return s->source != &s->own ? WT_OK :
	    wt_source_open(s->source, ph->it.scan->segment, entries);
}

/* Open the sources, and order them: few documents first. */
static void
open_slots(struct phrase *ph)
{
	struct wt_scan *scan = ph->it.scan;

	for (size_t i = 0; i < ph->plan->slot_count; i++) {
		const struct wt_slot *from = &ph->plan->slots[i];
		struct slot *s = &ph->slots[i];
		size_t at;
		int err;

		s->offset = from->offset;
		s->operand = from->operand;
		err = open_source(ph, i, &from->entries[scan->number]);
		ph->count++;
		if (err != WT_OK)
			wt_scan_fail(scan, err);
		for (at = i; at > 0 && ph->rarest[at - 1]->source->docs > s->source->docs; at--)
			ph->rarest[at] = ph->rarest[at - 1];
		ph->rarest[at] = s;
		if (s->source->doc == WT_NO_DOC)
			return;         /* the others are not needed: nothing matches */
	}
}

/* What the word with the least impact allows. */
static uint32_t
phrase_most(const struct phrase *ph)
{
	uint32_t most = wt_weigh_most(ph->weight);

	for (size_t i = 0; i < ph->count && ph->weight > 0; i++) {
		const struct wt_source *s = ph->slots[i].source;
		uint32_t bound;

		if (s->cursor == NULL)
			continue;
		bound = wt_weigh_bound(ph->it.scan->weights, ph->it.scan->segment, ph->weight,
		    s->impact);
		most = bound < most ? bound : most;
	}
	return most;
}

struct wt_iter *
wt_iter_phrase(struct wt_scan *scan, const struct wt_plan *plan)
{
	struct phrase *ph = wt_iter_new(scan, sizeof *ph, &phrase_ops);

	if (ph == NULL)
		return NULL;
	ph->plan = plan;
	ph->it.doc = WT_NO_DOC;
	ph->slots = wt_arena_array(&scan->arena, plan->slot_count, sizeof *ph->slots);
	ph->rarest = wt_arena_array(&scan->arena, plan->slot_count, sizeof(struct slot *));
	if (ph->slots == NULL || ph->rarest == NULL) {
		wt_scan_fail(scan, WT_ENOMEM);
		return NULL;
	}
	open_slots(ph);
	if (ph->count > 1 && ph->rarest[0]->source != ph->rarest[1]->source)
		wt_pair_open(&ph->pair, ph->rarest[0]->source, ph->rarest[1]->source);
	ph->it.cost = ph->rarest[0]->source->docs;
	if (scan->ranked)
		ph->weight = plan->weight;
	ph->it.most = phrase_most(ph);
	if (ph->rarest[0]->source->doc != WT_NO_DOC)
		phrase_seek(&ph->it, 0);
	return &ph->it;
}
