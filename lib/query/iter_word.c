/* iter_word.c - one place of a query: a word, a prefix, a flag; behind iter.h. */
#include "index/bits.h"
#include "query/iter.h"

struct word {
	struct wt_iter it;
	struct wt_source source;
	float weight;                   /* 0: not ranked */
	uint32_t from, checked, bound;  /* the bound of from..checked, once it was asked for */
	bool known;
};

/* Take over where the source stands. */
static void
follow(struct word *w)
{
	w->it.doc = w->source.doc;
	if (w->source.err != WT_OK)
		wt_scan_fail(w->it.scan, w->source.err);
}

static uint32_t
word_bound(struct wt_iter *it, uint32_t target, uint32_t *last)
{
	struct word *w = (struct word *)it;
	uint8_t impact;

	if (w->weight <= 0) {
		*last = WT_NO_DOC;
		return 0;
	}
	if (!w->known || target < w->from || target > w->checked) {
		w->from = target;
		if (!wt_source_bound(&w->source, target, &w->checked, &impact))
			w->bound = it->most;
		else if (w->checked == WT_NO_DOC && impact == 0)
			w->bound = 0;
		else
			w->bound = wt_weigh_bound(it->scan->weights, it->scan->segment, w->weight,
			    impact);
		w->known = true;
	}
	*last = w->checked;
	return w->bound;
}

static void
word_seek(struct wt_iter *it, uint32_t target)
{
	struct word *w = (struct word *)it;
	uint32_t last;

	/* Pass blocks without decoding them. */
	while (it->least > 0 && word_bound(it, target, &last) < it->least) {
		if (last == WT_NO_DOC) {
			it->doc = WT_NO_DOC;
			return;
		}
		target = last + 1;
	}
	wt_source_seek(&w->source, target);
	follow(w);
}

static uint32_t
word_score(struct wt_iter *it)
{
	struct word *w = (struct word *)it;

	if (w->weight <= 0)
		return 0;
	return wt_weigh(it->scan->weights, w->weight, wt_source_freq(&w->source),
	    it->scan->norms[it->doc]);
}

/* Add the postings of a run that are below `end`; how many that were. */
static uint32_t
add_run(struct word *w, const uint32_t *docs, uint32_t run, uint32_t base, uint32_t end,
    uint64_t *bits, uint32_t *scores)
{
	const struct wt_scan *scan = w->it.scan;
	const uint32_t *freqs;
	uint32_t parts[WT_BLOCK], i;

	for (i = 0; i < run && docs[i] < end; i++)
		wt_bit_set(bits, docs[i] - base);
	if (scores == NULL || w->weight <= 0 || i == 0 ||
	    (freqs = wt_source_freqs(&w->source)) == NULL)
		return i;
	if (i == WT_BLOCK) {
		wt_weigh_block(scan->weights, w->weight, docs, freqs, scan->norms, parts);
		for (uint32_t j = 0; j < WT_BLOCK; j++)
			scores[docs[j] - base] += parts[j];
		return i;
	}
	for (uint32_t j = 0; j < i; j++)
		scores[docs[j] - base] += wt_weigh(scan->weights, w->weight, freqs[j],
		    scan->norms[docs[j]]);
	return i;
}

/* Add the postings of a block that is stored as bits, if all of them are below `end`. */
static bool
add_bits(struct word *w, uint32_t base, uint32_t end, uint64_t *bits)
{
	uint32_t first, count;
	const uint8_t *set = wt_source_bits(&w->source, &first, &count);

	if (set == NULL || first + count > end)
		return false;
	for (uint32_t i = w->source.doc - first, n; i < count; i += n) {
		uint32_t at = first + i - base;
		uint64_t chunk = wt_bits_load(set + i / 8) >> i % 8;

		/* As many as end at a word, of the 57 that a load has at least. */
		n = 64 - at % 64 < 57 ? 64 - at % 64 : 57;
		n = n < count - i ? n : count - i;
		bits[at / 64] |= (chunk & (((uint64_t)1 << n) - 1)) << at % 64;
	}
	return true;
}

static void
word_collect(struct wt_iter *it, uint32_t base, uint32_t end, uint64_t *bits, uint32_t *scores)
{
	struct word *w = (struct word *)it;
	const uint32_t *docs;

	while (w->source.doc < end) {
		uint32_t run;

		if (scores == NULL && add_bits(w, base, end, bits)) {
			wt_source_skip(&w->source);
			continue;
		}
		if ((run = wt_source_run(&w->source, &docs)) == 0)
			break;
		if (add_run(w, docs, run, base, end, bits, scores) == run)
			wt_source_skip(&w->source);
		else
			wt_source_seek(&w->source, end);
	}
	follow(w);
}

/* The first document from the current one on whose block may reach `least`. */
static uint32_t
worth_from(struct wt_iter *it, uint32_t end, uint32_t least)
{
	uint32_t at = it->doc, last = 0;

	while (at < end && word_bound(it, at, &last) < least)
		at = last < end ? last + 1 : end;
	return at;
}

static uint32_t
word_above(struct wt_iter *it, uint32_t end, uint32_t least, uint32_t *docs, uint32_t *scores)
{
	struct word *w = (struct word *)it;
	const struct wt_scan *scan = it->scan;
	const uint32_t *list, *freqs = NULL;
	uint32_t parts[WT_BLOCK], run, i, n = 0;

	if (w->weight <= 0)
		return wt_iter_above_each(it, end, least, docs, scores);
	wt_source_seek(&w->source, worth_from(it, end, least));
	run = wt_source_run(&w->source, &list);
	run = run < WT_BLOCK ? run : WT_BLOCK;
	if (run > 0 && (freqs = wt_source_freqs(&w->source)) == NULL) {
		follow(w);
		return 0;
	}
	if (run == WT_BLOCK && list[run - 1] < end) {
		wt_weigh_block(scan->weights, w->weight, list, freqs, scan->norms, parts);
		for (i = 0; i < WT_BLOCK; i++) {
			docs[n] = list[i];
			scores[n] = parts[i];
			n += parts[i] >= least;
		}
	} else {
		for (i = 0; i < run && list[i] < end; i++) {
			docs[n] = list[i];
			scores[n] = wt_weigh(scan->weights, w->weight, freqs[i],
			    scan->norms[list[i]]);
			n += scores[n] >= least;
		}
	}
	if (i > 0 && i == w->source.len - w->source.at)
		wt_source_skip(&w->source);
	else if (i > 0)
		wt_source_seek(&w->source, i < run ? end : list[i - 1] + 1);
	follow(w);
	return n;
}

static void
word_close(struct wt_iter *it)
{
	wt_source_close(&((struct word *)it)->source);
}

static const struct wt_iter_ops word_ops = { word_seek, word_score, word_bound, word_collect,
	word_above, word_close };

struct wt_iter *
wt_iter_word(struct wt_scan *scan, const struct wt_plan *plan)
{
	struct word *w = wt_iter_new(scan, sizeof *w, &word_ops);

	if (w == NULL)
		return NULL;
	if (scan->ranked)
		w->weight = plan->weight;
	wt_source_open(&w->source, scan->segment, &plan->slots[0].entries[scan->number]);
	w->it.cost = w->source.docs;
	if (w->weight > 0 && w->source.doc != WT_NO_DOC)
		w->it.most = w->source.cursor == NULL ? wt_weigh_most(w->weight) :
		    wt_weigh_bound(scan->weights, scan->segment, w->weight, w->source.impact);
	follow(w);
	return &w->it;
}
