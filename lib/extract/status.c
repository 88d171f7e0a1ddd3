/* status.c - weigh the cues of a sentence for one topic, behind status.h. */
#include "extract/status.h"

#define BARE 16   /* the score of a topic's own verb */
#define CUES 48   /* of a sentence, at most */
#define FAR 24    /* tokens: the distance that counts, at most */
#define PARTED 3  /* tokens: what another topic between counts */
#define PURPOSE 4 /* tokens: what "untuk" before a cue counts */
#define TARGET 10 /* tokens from "menargetkan" to "rampung", at most */

struct cue {
	uint32_t first, last;
	enum wt_status status;
	int strength;
	enum wt_cue_kind kind;
	bool spent; /* another cue speaks for it */
};

static bool
cue_at(const struct wt_topics *t, uint32_t i, struct cue *c)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;
	const struct wt_cue *row;

	if (!wt_work_phrase(t->w, i, WT_PHRASE_STATUS_CUE, &m, &e))
		return false;
	row = &t->w->lex->cues[e.row];
	*c = (struct cue){.first = i,
	    .last = m.last,
	    .status = row->status,
	    .strength = row->strength,
	    .kind = row->kind};
	return true;
}

static uint32_t
read_cues(const struct wt_topics *t, uint32_t first, uint32_t last, struct cue *cues)
{
	uint32_t count = 0;

	for (uint32_t i = first; i < last && count < CUES; i++) {
		if (!wt_topic_zone(t, i) || wt_topic_is_name(t, i) || !cue_at(t, i, &cues[count]))
			continue;
		i = cues[count].last - 1;
		count++;
	}
	return count;
}

static bool
is_open_stage(enum wt_status status)
{
	return status == WT_STATUS_ONGOING || status == WT_STATUS_COMPLETED ||
	       status == WT_STATUS_PLANNED;
}

/* An aspect before a verb speaks for it. */
static void
take_over(struct cue *a, struct cue *b)
{
	if (a->kind == WT_CUE_KIND_NEGATION && a->status == WT_STATUS_UNKNOWN && b->kind == WT_CUE_KIND_VERB) {
		/* "tidak dibangun" */
		a->status =
		    b->status == WT_STATUS_ONGOING ? WT_STATUS_CANCELLED : WT_STATUS_UNKNOWN;
		a->strength = 2;
		b->spent = true;
	} else if (a->status == WT_STATUS_PLANNED && is_open_stage(b->status) && a->strength >= 2) {
		a->strength = a->strength < 4 ? 4 : a->strength;
		b->spent = true;
	} else if (a->kind == WT_CUE_KIND_ASPECT && a->status == WT_STATUS_COMPLETED &&
		   b->status == WT_STATUS_ONGOING) {
		/* "sudah berjalan" goes on; "sudah dipasang" is done. */
		if (b->strength >= 3) {
			a->spent = true;
			b->strength = 4;
		} else {
			a->strength = 4;
			b->spent = true;
		}
	} else if (a->kind == WT_CUE_KIND_ASPECT && a->status == WT_STATUS_ONGOING &&
		   is_open_stage(b->status)) {
		if (b->status != WT_STATUS_COMPLETED)
			a->strength = 4;
		b->spent = b->status != WT_STATUS_COMPLETED;
	}
}

static void
join_cues(const struct wt_topics *t, struct cue *cues, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		struct cue *c = &cues[i];

		if (i + 1 < count && cues[i + 1].first - c->last <= 1 && c->kind != WT_CUE_KIND_NOUN &&
		    !c->spent)
			take_over(c, &cues[i + 1]);
		else if (c->kind == WT_CUE_KIND_ASPECT && c->last < t->w->doc->ntokens &&
			 wt_topic_is_verb(t, c->last) && c->strength < 3)
			c->strength = 3;
	}
}

/* How much stands between two tokens: words, and more for the ends of clauses. */
static int
distance(const struct wt_topics *t, uint32_t from, uint32_t to)
{
	int d = 0;

	for (uint32_t i = from; i < to && d < FAR; i++) {
		const struct wt_token *tok = &t->w->doc->tokens[i];

		d++;
		if (tok->kind == WT_TOKEN_PUNCT &&
		    (wt_span_is(tok->norm, ",") || wt_span_is(tok->norm, ";") ||
			wt_span_is(tok->norm, ":")))
			d += 2;
		if (wt_work_listed(t->w, i, WT_LIST_CLAUSE))
			d += 4;
	}
	return d < FAR ? d : FAR;
}

/* Does another topic stand between two tokens? */
static bool
is_parted(const struct wt_topics *t, uint32_t from, uint32_t to)
{
	for (uint32_t k = 0; k < t->count && t->items[k].first < to; k++)
		if (t->items[k].first >= from && t->items[k].last <= to)
			return true;
	return false;
}

/* "menargetkan X rampung": the work is going on. */
static void
read_targets(const struct wt_topics *t, struct cue *cues, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		for (uint32_t k = i + 1; k < count && cues[k].first - cues[i].last < TARGET; k++)
			if (cues[i].status == WT_STATUS_PLANNED && wt_work_listed(t->w, cues[i].first, WT_LIST_TARGET) &&
			    cues[k].status == WT_STATUS_COMPLETED && cues[k].kind == WT_CUE_KIND_VERB &&
			    !cues[k].spent) {
				cues[k].spent = true;
				cues[i].status = WT_STATUS_ONGOING;
			}
}

static bool
is_purpose(const struct wt_topics *t, uint32_t i)
{
	return wt_work_is(t->w, i, "untuk") || wt_work_is(t->w, i, "guna") ||
	       wt_work_is(t->w, i, "demi") || wt_work_is(t->w, i, "agar") ||
	       wt_work_is(t->w, i, "dapat") || wt_work_is(t->w, i, "bisa");
}

static int
cue_score(const struct wt_topics *t, const struct cue *c, const struct wt_topic *topic)
{
	int far = 0;

	if (c->last <= topic->first)
		far = distance(t, c->last, topic->first) +
		      (is_parted(t, c->last, topic->first) ? PARTED : 0);
	else if (c->first >= topic->last)
		far = distance(t, topic->last, c->first) +
		      (is_parted(t, topic->last, c->first) ? PARTED : 0);
	/* "untuk menjalankan program": what it is for, not what is done. */
	if (c->first > 0 && c->kind == WT_CUE_KIND_VERB && is_purpose(t, c->first - 1))
		far += PURPOSE;
	/* "akan dibangun ..., tetapi lelangnya ditunda": the end of a thing reaches far. */
	if ((c->status == WT_STATUS_STALLED || c->status == WT_STATUS_CANCELLED) &&
	    c->strength >= 4)
		far /= 2;
	/* "rencana", "usulan" give way to what became of them. */
	if (c->kind == WT_CUE_KIND_NOUN && c->status == WT_STATUS_PLANNED)
		return c->strength * 6 - far * 2;
	return c->strength * 8 - far * 2;
}

/* "kajian", "pengesahan" inside the topic's name say what it is, not its stage. */
static bool
is_own_noun(const struct wt_topic *topic, const struct cue *c)
{
	if (c->first < topic->first || c->last > topic->last || c->kind != WT_CUE_KIND_NOUN)
		return false;
	if (c->status == WT_STATUS_AGREED || c->status == WT_STATUS_COMPLETED)
		return topic->kind == WT_TOPIC_NOUN || topic->kind == WT_TOPIC_RULE;
	return c->status == WT_STATUS_PLANNED &&
	       (topic->kind == WT_TOPIC_DOCUMENT || topic->kind == WT_TOPIC_NOUN ||
		   topic->kind == WT_TOPIC_ROW);
}

void
wt_stage_read(const struct wt_topics *t, const struct wt_topic *topic, struct wt_stage *out)
{
	const struct wt_document *doc = t->w->doc;
	const struct wt_sentence *s = &doc->sentences[doc->tokens[topic->first].sentence];
	struct cue cues[CUES];
	uint32_t count = read_cues(t, s->first, s->last, cues);

	*out = (struct wt_stage){.status = WT_STATUS_UNKNOWN, .cue = WT_NO_TOKEN, .score = -100};
	read_targets(t, cues, count);
	join_cues(t, cues, count);
	for (uint32_t i = 0; i < count; i++) {
		int score;

		if (cues[i].spent || cues[i].status == WT_STATUS_UNKNOWN ||
		    is_own_noun(topic, &cues[i]))
			continue;
		score = cue_score(t, &cues[i], topic);
		if (score <= out->score)
			continue;
		*out = (struct wt_stage){.status = cues[i].status,
		    .strength = cues[i].strength,
		    .score = score,
		    .cue = cues[i].first};
	}
	/* Without another word its own verb tells that the work goes on. */
	if (out->score < BARE && topic->kind == WT_TOPIC_VERB && topic->verb != WT_NO_TOKEN)
		*out = (struct wt_stage){
		    .status = WT_STATUS_ONGOING, .strength = 2, .score = BARE, .cue = topic->verb};
}
