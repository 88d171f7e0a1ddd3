/* status.c - weigh the cues of a sentence for one topic, behind status.h. */
#include "extract/status.h"

#define BARE 16   /* the score of a topic's own verb */
#define CUES 48   /* of a sentence, at most */
#define FAR 24    /* tokens: the distance that counts, at most */
#define PARTED 3  /* tokens: what another topic between counts */
#define PURPOSE 8 /* tokens: what "untuk" before a cue counts */
#define HEAD 12   /* the most that a noun of the topic itself scores: "rencana X", "MoU X" */
#define TURN 16   /* what "tetapi" before the end of a thing counts */
#define AFTER 4   /* tokens from "setelah" to its verb, at most */
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
	const uint64_t what = WT_BEGINS_BIT(WT_PHRASE_STATUS_CUE);
	uint32_t count = 0;

	for (uint32_t i = first; (i = wt_work_next(t->w, i, last, what)) < last && count < CUES; i++) {
		if (!wt_topic_zone(t, i) || wt_topic_is_name(t, i) || !cue_at(t, i, &cues[count]))
			continue;
		i = cues[count].last - 1;
		count++;
	}
	return count;
}

static bool
is_one_of(const struct wt_topics *t, uint32_t i, const char *const *words)
{
	for (; *words != NULL; words++)
		if (wt_work_is(t->w, i, *words))
			return true;
	return false;
}

/* "baru 35 persen": what has a share goes on until it is whole. */
static void
read_shares(const struct wt_topics *t, struct cue *cues, uint32_t count)
{
	static const char *const before[] = {
	    "sudah", "telah", "baru", "mencapai", "capai", "hampir", NULL};

	for (uint32_t i = 0; i < count; i++) {
		uint32_t at = cues[i].last;

		if (!is_one_of(t, at - 1, before) || at + 1 >= t->w->doc->ntokens ||
		    t->w->doc->tokens[at].kind != WT_TOKEN_NUMBER ||
		    !wt_work_is(t->w, at + 1, "persen") || wt_work_is(t->w, at, "100"))
			continue;
		cues[i].status = WT_STATUS_ONGOING;
		cues[i].strength = 5;
		cues[i].kind = WT_CUE_KIND_VERB;
	}
}

/* "setelah tanggul itu diperbaiki": what had to be done first is done. */
static void
read_after(const struct wt_topics *t, uint32_t first, struct cue *cues, uint32_t count)
{
	static const char *const words[] = {"setelah", "usai", "seusai", "sesudah", "sejak", NULL};

	for (uint32_t i = 0; i < count; i++) {
		if (cues[i].status != WT_STATUS_ONGOING || cues[i].kind != WT_CUE_KIND_VERB)
			continue;
		for (uint32_t k = cues[i].first, n = 0; k > first && n < AFTER; k--, n++) {
			if (t->w->doc->tokens[k - 1].kind == WT_TOKEN_PUNCT)
				break;
			if (!is_one_of(t, k - 1, words))
				continue;
			cues[i].status = WT_STATUS_COMPLETED;
			cues[i].strength = 3;
			break;
		}
	}
}

static bool
is_open_stage(enum wt_status status)
{
	return status == WT_STATUS_ONGOING || status == WT_STATUS_COMPLETED ||
	       status == WT_STATUS_PLANNED;
}

/* An aspect before a verb speaks for it. */
static void
take_over(struct cue *a, struct cue *b, bool not_yet)
{
	if (a->kind == WT_CUE_KIND_NEGATION && a->status == WT_STATUS_UNKNOWN && b->kind == WT_CUE_KIND_VERB) {
		/* "tidak dibangun" */
		a->status =
		    b->status == WT_STATUS_ONGOING ? WT_STATUS_CANCELLED : WT_STATUS_UNKNOWN;
		a->strength = 2;
		b->spent = true;
	} else if (not_yet && b->kind == WT_CUE_KIND_VERB && b->status != WT_STATUS_PLANNED) {
		/* "belum dihuni" */
		a->status = WT_STATUS_STALLED;
		a->strength = 3;
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
			take_over(c, &cues[i + 1], wt_work_is(t->w, c->last - 1, "belum"));
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

/* "merencanakan X, tetapi lelangnya ditunda": the later clause tells how it stands. */
static bool
turns(const struct wt_topics *t, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (wt_work_listed(t->w, i, WT_LIST_TURN))
			return true;
	return false;
}

/* A verb that is done on the day: "membuka gerai X, Kamis (17/11)". */
static bool
is_of_a_day(const struct wt_topics *t, uint32_t cue)
{
	struct wt_span stem = t->w->lexemes[cue]->stem;

	return wt_span_is(stem, "buka") || wt_span_is(stem, "bagi");
}

/* "X dibangun tahun lalu", and nothing says that it goes on. */
static bool
is_past(const struct wt_topics *t, const struct wt_sentence *s, uint32_t cue)
{
	bool found = false;

	for (uint32_t i = s->first; i < s->last; i++) {
		if (wt_work_listed(t->w, i, WT_LIST_GOES_ON))
			return false;
		found = found || (t->w->cover[i] == WT_COVER_DATE &&
				     (is_of_a_day(t, cue) || wt_work_listed(t->w, i, WT_LIST_TIME_PAST)));
	}
	return found;
}

/* "meluncurkan program X" begins it; "meluncurkan aplikasi X" is done with that. */
static bool
is_launch_of_programme(const struct wt_topics *t, const struct wt_topic *topic, const struct cue *c)
{
	static const char *const words[] = {"program", "gerakan", "kampanye", "kartu", "beasiswa", NULL};

	return c->kind == WT_CUE_KIND_VERB && wt_span_is(t->w->lexemes[c->first]->stem, "luncur") &&
	       topic->object.first < topic->object.last &&
	       (is_one_of(t, topic->object.first, words) || topic->kind == WT_TOPIC_PLAN);
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
	if ((c->status == WT_STATUS_STALLED || c->status == WT_STATUS_CANCELLED) &&
	    c->first >= topic->last && turns(t, topic->last, c->first))
		return c->strength * 8 - far * 2 + TURN;
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
	read_shares(t, cues, count);
	read_after(t, s->first, cues, count);
	read_targets(t, cues, count);
	join_cues(t, cues, count);
	for (uint32_t i = 0; i < count; i++) {
		int score;

		if (cues[i].spent || cues[i].status == WT_STATUS_UNKNOWN ||
		    is_own_noun(topic, &cues[i]))
			continue;
		score = cue_score(t, &cues[i], topic);
		if (cues[i].kind == WT_CUE_KIND_NOUN && cues[i].first < topic->last &&
		    cues[i].last > topic->first && score > HEAD)
			score = HEAD;
		if (is_launch_of_programme(t, topic, &cues[i]))
			cues[i].status = WT_STATUS_ONGOING;
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
	if (out->status == WT_STATUS_ONGOING && out->strength <= 3 && is_past(t, s, out->cue))
		out->status = WT_STATUS_COMPLETED;
}
