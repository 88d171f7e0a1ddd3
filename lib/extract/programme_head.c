/*
 * programme_head.c - topics that wording shows: an action and its object.
 *
 *      noun    "pembangunan jembatan gantung", "revitalisasi Pasar Pugeran"
 *      active  "membangun jembatan gantung"
 *      passive "jembatan gantung akan dibangun", "akan dibangun jembatan gantung"
 *      plan    "program Rumah Pertama", "Raperda Desa Wisata", "kerja sama bidang sampah"
 *      back    "proyek itu", "pembangunannya"
 */
#include "extract/programme.h"

#define OPENING 6      /* tokens in which the subject of an outcome begins */
#define SERIES 5       /* things behind the first object of an action, at most */
#define BACK_TOKENS 24 /* how far before a passive verb its subject may begin */

struct head {
	uint32_t row;  /* of programme_verbs */
	uint32_t last; /* token behind the head */
	int form;      /* WT_FORM_... */
};

static const struct wt_verb *
verb_of(const struct wt_topics *t, uint32_t row)
{
	return &t->w->lex->verbs[row];
}

/* Is the table's word, perhaps of several, written by the tokens [first, last)? */
static bool
is_written(const struct wt_topics *t, struct wt_span words, uint32_t first, uint32_t last)
{
	struct wt_span word;
	uint32_t i = first;

	while (wt_span_cut(&words, ' ', &word))
		if (i >= last || !wt_span_eq(t->w->doc->tokens[i++].norm, word))
			return false;
	return i == last;
}

static bool
is_demonstrative(const struct wt_topics *t, uint32_t i, uint32_t end)
{
	return i < end && (wt_work_is(t->w, i, "itu") || wt_work_is(t->w, i, "tersebut") ||
			      wt_work_is(t->w, i, "ini"));
}

/* The head at token i: the longest of the table's words. */
static bool
head_at(const struct wt_topics *t, uint32_t i, struct head *h)
{
	const struct wt_verb_form *form = &t->w->lexemes[i]->action;
	struct wt_phrase_match m = {.last = i + 1};
	struct wt_phrase_entry e;
	bool listed = wt_work_phrase(t->w, i, WT_PHRASE_PROGRAMME_HEAD, &m, &e);

	if ((!listed && form->row == WT_NO_ROW) || t->w->doc->tokens[i].kind != WT_TOKEN_WORD)
		return false;
	if (listed && wt_span_is(wt_dict_cell(t->w->lex->dict, t->w->lex->heads, e.row,
				     t->w->lex->head_takes),
			  "no"))
		return false;
	for (uint32_t r = 0; listed && m.last > i + 1 && r < t->w->lex->nverbs; r++) {
		if (is_written(t, verb_of(t, r)->root, i, m.last)) {
			*h = (struct head){.row = r, .last = m.last, .form = WT_FORM_NOUN};
			return true;
		}
	}
	*h = (struct head){.row = form->row, .last = i + 1, .form = (int)form->form};
	return form->row != WT_NO_ROW;
}

static bool
is_stopped(const struct wt_topics *t, uint32_t i)
{
	const struct wt_lexicon *l = t->w->lex;
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	return wt_work_phrase(t->w, i, WT_PHRASE_PROGRAMME_STOP, &m, &e) && m.last > i + 1 &&
	       !wt_span_starts(
		   wt_dict_cell(l->dict, l->stop, e.row, l->stop_why), WT_SPAN("empty"));
}

static enum wt_topic_kind
kind_of(enum wt_verb_kind kind, bool verb)
{
	switch (kind) {
	case WT_VERB_PLAN:
	case WT_VERB_NAME:
		return WT_TOPIC_PLAN;
	case WT_VERB_DOCUMENT:
		return WT_TOPIC_DOCUMENT;
	case WT_VERB_RULE:
		return WT_TOPIC_RULE;
	case WT_VERB_DEAL:
		return WT_TOPIC_DEAL;
	case WT_VERB_AID:
		return WT_TOPIC_AID;
	case WT_VERB_CARRY:
		return WT_TOPIC_CARRIED;
	default:
		return verb ? WT_TOPIC_VERB : WT_TOPIC_NOUN;
	}
}

static struct wt_topic *
add_topic(struct wt_topics *t, uint32_t i, const struct head *h, const struct wt_object *o)
{
	enum wt_verb_kind kind = verb_of(t, h->row)->kind;
	struct wt_topic topic = {.first = i,
	    .last = h->last,
	    .object = *o,
	    .row = WT_NO_ROW,
	    .verb = WT_NO_TOKEN,
	    .weak = kind == WT_VERB_WEAK,
	    .label = verb_of(t, h->row)->noun};

	topic.kind = kind_of(kind, h->form == WT_FORM_ACTIVE || h->form == WT_FORM_PASSIVE);
	if (h->form == WT_FORM_ACTIVE || h->form == WT_FORM_PASSIVE)
		topic.verb = i;
	if (kind == WT_VERB_PLAN || topic.kind == WT_TOPIC_CARRIED)
		topic.label = wt_span_make("", 0);
	if (o->first < o->last) {
		topic.first = o->first < i ? o->first : i;
		topic.last = o->last > h->last ? o->last : h->last;
	}
	return wt_topic_add(t, &topic);
}

static bool
is_covered(const struct wt_topics *t, uint32_t from, uint32_t first, uint32_t last)
{
	for (uint32_t k = from; k < t->count; k++)
		if (t->items[k].first < last && first < t->items[k].last)
			return true;
	return false;
}

/* Words between a subject and its verb. */
static bool
is_auxiliary(const struct wt_topics *t, uint32_t i)
{
	return wt_work_listed(t->w, i, WT_LIST_AUXILIARY);
}

/* The first token of the clause that ends before token `last`. */
static uint32_t
clause_start(const struct wt_topics *t, uint32_t first, uint32_t last)
{
	uint32_t i = last;

	while (i > first && last - i < BACK_TOKENS) {
		const struct wt_token *tok = &t->w->doc->tokens[i - 1];

		if (tok->kind == WT_TOKEN_PUNCT && !wt_span_is(tok->norm, "(") &&
		    !wt_span_is(tok->norm, ")") && !wt_span_is(tok->norm, "-") &&
		    !wt_span_is(tok->norm, "–") && !wt_span_is(tok->norm, "/"))
			return i;
		if (wt_work_listed(t->w, i - 1, WT_LIST_CLAUSE_START))
			return i;
		i--;
	}
	return i;
}

/* The object of a passive verb before it: the first noun phrase of its clause. */
static bool
subject_before(const struct wt_topics *t, uint32_t first, uint32_t verb, struct wt_object *o)
{
	uint32_t end = verb, i;

	while (end > first && is_auxiliary(t, end - 1))
		end--;
	if (end <= first)
		return false;
	/* "Embung di Desa A, Kecamatan B, itu diresmikan": from the sentence's start. */
	if (end < verb && wt_work_is(t->w, end - 1, ",") && is_demonstrative(t, end, verb))
		i = first;
	else
		i = clause_start(t, first, end);
	for (; i < end; i++) {
		if (wt_object_read(t, i, end, o))
			return o->first < end;
		if (t->w->doc->tokens[i].kind == WT_TOKEN_WORD && !wt_object_ends(t, i) &&
		    (t->w->cover[i] == WT_COVER_PERSON || t->w->cover[i] == WT_COVER_AGENCY))
			return false;
	}
	return false;
}

static void
read_passive(struct wt_topics *t, uint32_t first, uint32_t i, uint32_t end, const struct head *h,
    uint32_t from)
{
	struct wt_object o;

	/* "akan dibangun fasilitas sosial": what follows, if nothing stands before. */
	if (h->last < end && wt_object_read(t, h->last, end, &o) && o.first <= h->last + 2) {
		add_topic(t, i, h, &o);
		return;
	}
	if (!subject_before(t, first, i, &o))
		return;
	if (is_covered(t, from, o.first, o.last))
		return;
	add_topic(t, i, h, &o);
}

/* Words between two heads: "melakukan penandatanganan kerja sama". */
static bool
is_filler(const struct wt_topics *t, uint32_t i)
{
	return wt_work_listed(t->w, i, WT_LIST_FILLER);
}

/* "program bantuan X": the second head is the better one. */
static bool
leads_on(const struct wt_topics *t, uint32_t i, uint32_t end)
{
	struct head next;

	while (i < end && is_filler(t, i))
		i++;
	return i < end && head_at(t, i, &next) && next.form != WT_FORM_BACK &&
	       next.form != WT_FORM_PASSIVE;
}

static bool
is_named(const struct wt_topics *t, const struct wt_object *o)
{
	return o->quoted || wt_work_capital(t->w, o->first);
}

/* "membuka pelatihan X", "memberi bantuan X": the second head is the better one, too. */
static bool
is_opening(const struct wt_topics *t, uint32_t row)
{
	static const char *const nouns[] = {
	    "pembukaan", "penyelenggaraan", "pemberian", "pembuatan", "penyusunan", "pembentukan"};

	for (size_t i = 0; i < sizeof nouns / sizeof nouns[0]; i++)
		if (wt_span_is(verb_of(t, row)->noun, nouns[i]))
			return true;
	return false;
}

/* Behind "(Ruang Terbuka Hijau)" at token i; i if no short bracket stands there. */
static uint32_t
skip_brackets(const struct wt_topics *t, uint32_t i, uint32_t end)
{
	if (i >= end || !wt_work_is(t->w, i, "("))
		return i;
	for (uint32_t k = i + 1; k < end && k < i + 8; k++)
		if (wt_work_is(t->w, k, ")"))
			return k + 1;
	return i;
}

/* "membangun alun-alun, RTH (Ruang Terbuka Hijau) dan taman": listed things behind the first. */
static void
read_series(struct wt_topics *t, uint32_t i, const struct head *h, uint32_t k, uint32_t end)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	for (int n = 0; n < SERIES; n++) {
		struct wt_object o = {.alias = WT_NO_TOKEN};
		struct wt_topic *topic;
		uint32_t from = k = skip_brackets(t, k, end);

		while (k < end && k < from + 2 &&
		       (wt_work_is(t->w, k, ",") || wt_work_is(t->w, k, "dan") ||
			   wt_work_is(t->w, k, "serta")))
			k++;
		if (k == from || k >= end ||
		    !wt_work_phrase(t->w, k, WT_PHRASE_PROGRAMME, &m, &e) || m.last > end)
			return;
		o.first = m.first;
		o.last = k = skip_brackets(t, m.last, end);
		if ((topic = add_topic(t, i, h, &o)) == NULL)
			return;
		topic->first = o.first;
	}
}

/* Read the head at token i; true if it was one. */
static bool
read_head(
    struct wt_topics *t, uint32_t first, uint32_t i, uint32_t end, uint32_t from, struct head *h)
{
	struct wt_object o = {.alias = WT_NO_TOKEN};
	enum wt_verb_kind kind;
	bool plan;

	if (!head_at(t, i, h))
		return false;
	if (is_stopped(t, i))
		return true;
	kind = verb_of(t, h->row)->kind;
	plan = kind == WT_VERB_PLAN || kind == WT_VERB_CARRY || is_opening(t, h->row);
	if (h->form == WT_FORM_BACK || (h->form == WT_FORM_NOUN && is_demonstrative(t, h->last, end))) {
		struct wt_topic *topic = add_topic(t, i, h, &o);

		if (topic != NULL)
			topic->kind = WT_TOPIC_BACK;
	} else if (plan && leads_on(t, h->last, end)) {
		return true;
	} else if (h->form == WT_FORM_PASSIVE) {
		read_passive(t, first, i, end, h, from);
	} else if (wt_object_read(t, h->last, end, &o)) {
		if (kind == WT_VERB_NAME && !is_named(t, &o))
			return true;
		add_topic(t, i, h, &o);
		read_series(t, i, h, o.last, end);
	} else if (kind == WT_VERB_DEAL) {
		add_topic(t, i, h, &o);
	}
	return true;
}

/* "Sumur bor di Kecamatan X, misalnya, mangkrak": a strong word on the end of something. */
static bool
is_outcome(const struct wt_topics *t, uint32_t i)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;
	const struct wt_cue *cue;

	if (!wt_work_phrase(t->w, i, WT_PHRASE_STATUS_CUE, &m, &e) || wt_topic_is_name(t, i))
		return false;
	cue = &t->w->lex->cues[e.row];
	return cue->strength >= 4 && (cue->status == WT_STATUS_COMPLETED ||
	       cue->status == WT_STATUS_STALLED || cue->status == WT_STATUS_CANCELLED);
}

/* In a sentence without a topic, what it begins with and what came of it. */
static void
read_outcome(struct wt_topics *t, uint32_t first, uint32_t last)
{
	struct wt_topic topic = {
	    .row = WT_NO_ROW, .verb = WT_NO_TOKEN, .kind = WT_TOPIC_SUBJECT, .weak = true};

	const uint64_t what = WT_BEGINS_BIT(WT_PHRASE_STATUS_CUE);

	for (uint32_t i = first; (i = wt_work_next(t->w, i, last, what)) < last; i++) {
		if (!wt_topic_zone(t, i) || !is_outcome(t, i))
			continue;
		for (uint32_t k = first; k < i && k < first + OPENING; k++) {
			if (wt_topic_is_name(t, k) && t->w->cover[k] != WT_COVER_DATE)
				return;
			if (!wt_object_read(t, k, i, &topic.object))
				continue;
			topic.first = topic.object.first;
			topic.last = topic.object.last;
			wt_topic_add(t, &topic);
			return;
		}
		return;
	}
}

void
wt_heads_find(struct wt_topics *t, uint32_t first, uint32_t last)
{
	const uint64_t what = WT_BEGINS_BIT(WT_BEGINS_ACTION) | WT_BEGINS_BIT(WT_PHRASE_PROGRAMME_HEAD);
	uint32_t from = t->count;

	for (uint32_t i = first; (i = wt_work_next(t->w, i, last, what)) < last; i++) {
		struct head h;

		if (!wt_topic_zone(t, i) || wt_topic_is_name(t, i) ||
		    is_covered(t, from, i, i + 1))
			continue;
		if (read_head(t, first, i, last, from, &h) && h.last > i + 1)
			i = h.last - 1;
	}
	if (t->count == from)
		read_outcome(t, first, last);
}
