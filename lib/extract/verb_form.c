/* verb_form.c - the rows that have a word as root or noun, tried in the table's order. */
#include "extract/verb_form.h"

/* Is the word a form of the row's verb?  *form is set if so. */
static bool
is_form(const struct wt_lexicon *l, const struct wt_verb_word *word, uint32_t row,
    struct wt_verb_form *form)
{
	const struct wt_verb *v = &l->verbs[row];
	struct wt_span norm = word->norm, noun = v->noun, root = v->root;
	bool carries = v->kind == WT_VERB_CARRY;
	bool acts = carries || v->kind == WT_VERB_STRONG || v->kind == WT_VERB_WEAK;

	form->row = row;
	/* The bare root of an action is no action: "bangun", "tata". */
	if ((wt_span_eq(norm, noun) && !carries) || (!acts && wt_span_eq(norm, root))) {
		form->form = WT_FORM_NOUN;
		return true;
	}
	/* "Rencananya" tells the stage of what follows, and points to nothing. */
	if (!carries && norm.len == noun.len + 3 && wt_span_starts(norm, noun) &&
	    wt_span_ends(norm, WT_SPAN("nya")) && !wt_span_is(norm, "rencananya")) {
		form->form = WT_FORM_BACK;
		return true;
	}
	if (!wt_span_eq(word->stem, root) || !word->verb)
		return false;
	form->form = wt_span_starts(norm, WT_SPAN("di")) ? WT_FORM_PASSIVE :
	    wt_span_ends(norm, WT_SPAN("nya")) ? WT_FORM_BACK : WT_FORM_ACTIVE;
	return true;
}

/* Try the rows that have `start` as their root or noun. */
static void
try_rows(const struct wt_lexicon *l, const struct wt_verb_word *word,
    const struct wt_phrase_start *start, struct wt_verb_form *best)
{
	struct wt_phrase_entry e;
	struct wt_verb_form form;

	for (uint32_t k = 0; k < start->entries; k++)
		if (wt_phrase_entry(l->dict, start->entry + k, &e) && e.kind == WT_PHRASE_PROGRAMME_VERB &&
		    e.row < best->row && e.row < l->nverbs && is_form(l, word, e.row, &form))
			*best = form;
}

static void
try_spelt(const struct wt_lexicon *l, const struct wt_verb_word *word, struct wt_span spelt,
    struct wt_verb_form *best)
{
	struct wt_phrase_start start;

	wt_phrase_start_read(l->dict, wt_phrase_stem_number(l->dict, spelt), &start);
	try_rows(l, word, &start, best);
}

struct wt_verb_form
wt_verb_form_of(const struct wt_lexicon *l, const struct wt_verb_word *word)
{
	struct wt_verb_form best = { .row = WT_NO_ROW };
	struct wt_span norm = word->norm;

	try_rows(l, word, word->pattern, &best);
	if (!wt_span_eq(norm, word->stem))
		try_spelt(l, word, norm, &best);
	if (wt_span_ends(norm, WT_SPAN("nya")))
		try_spelt(l, word, wt_span_make(norm.at, norm.len - 3), &best);
	return best;
}
