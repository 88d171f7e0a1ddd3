/*
 * merge_parts.c - merge lists by several threads.
 *
 * The terms are cut into parts.  Each thread takes the next part, merges it in memory,
 * and waits for its turn to add it to the segment, so that the bytes are the same
 * whatever the threads.
 */
#include "index/merge_private.h"

#include <pthread.h>
#include <stdlib.h>

#define PART_BLOCKS 12u         /* of the dictionary of the largest source */
#define THREADS_MAX 64u

struct team {
	struct wt_merge *m;
	const struct wt_merge_forms *forms;
	const struct wt_segment *guide; /* whose dictionary is cut */
	uint32_t parts;
	pthread_mutex_t mutex;
	pthread_cond_t turned;
	uint32_t next;                  /* part nobody has taken */
	uint32_t turn;                  /* part to be added next */
	int code;
};

static int
by_term(const void *x, const void *y)
{
	const struct wt_merge_form *a = x, *b = y;

	if (a->term != b->term)
		return a->term < b->term ? -1 : 1;
	return (a->number > b->number) - (a->number < b->number);
}

int
wt_merge_forms_gather(struct wt_merge_forms *f, const struct wt_segment *s)
{
	struct wt_terms t;

	for (wt_terms_open(&t, s, wt_span_make("", 0)); !t.end; wt_terms_next(&t)) {
		struct wt_merge_form *at;

		if (!t.entry.form)
			continue;
		if ((at = wt_grow(f->forms, &f->cap, f->count + 1, sizeof *at)) == NULL)
			return WT_ENOMEM;
		f->forms = at;
		at[f->count++] = (struct wt_merge_form){ t.entry.at, t.entry.number,
		    (uint32_t)t.term.len, f->spellings.len };
		wt_buf_putspan(&f->spellings, t.term);
	}
	if (f->count > 1)
		qsort(f->forms, f->count, sizeof *f->forms, by_term);
	return t.err != WT_OK ? t.err : f->spellings.err;
}

void
wt_merge_forms_free(struct wt_merge_forms *f)
{
	free(f->forms);
	wt_buf_free(&f->spellings);
}

/* The first term of a part, into `t`; none before the first and behind the last. */
static struct wt_span
part_start(const struct team *team, uint32_t part, struct wt_terms *t)
{
	if (part == 0 || part >= team->parts)
		return wt_span_make("", 0);
	wt_terms_block(t, team->guide, (uint64_t)part * PART_BLOCKS);
	return t->term;
}

/* Wait for the turn of a part, and add it. */
static void
add_part(struct team *team, uint32_t part, struct wt_part_writer *p, int code)
{
	pthread_mutex_lock(&team->mutex);
	while (team->turn != part && team->code == WT_OK)
		pthread_cond_wait(&team->turned, &team->mutex);
	if (team->code == WT_OK)
		team->code = code;
	if (team->code == WT_OK) {
		wt_part_add(p, &team->m->w);
		team->code = team->m->w.err;
	}
	team->turn++;
	pthread_cond_broadcast(&team->turned);
	pthread_mutex_unlock(&team->mutex);
}

static bool
take_part(struct team *team, uint32_t *part)
{
	bool taken;

	pthread_mutex_lock(&team->mutex);
	taken = team->code == WT_OK && team->next < team->parts;
	*part = taken ? team->next++ : 0;
	pthread_mutex_unlock(&team->mutex);
	return taken;
}

static void *
work(void *argument)
{
	struct team *team = argument;
	struct wt_list_merger *merger = NULL;
	struct wt_terms *from = malloc(2 * sizeof *from);
	int code = from == NULL ? WT_ENOMEM :
	    wt_list_merger_open(team->m, team->forms, &merger);
	struct wt_part_writer p;
	uint32_t part;

	wt_part_open(&p, &team->m->w);
	while (take_part(team, &part)) {
		struct wt_span start, end;

		if (code == WT_OK) {
			start = part_start(team, part, &from[0]);
			end = part_start(team, part + 1, &from[1]);
			code = wt_list_merger_run(merger, &p.w, start, end);
		}
		add_part(team, part, &p, code);
	}
	wt_part_close(&p);
	wt_list_merger_close(merger);
	free(from);
	return NULL;
}

/* All threads, of which this is one.  One that cannot be had is done without. */
static int
run_team(struct team *team, unsigned threads)
{
	pthread_t helpers[THREADS_MAX];
	unsigned running = 0;

	pthread_mutex_init(&team->mutex, NULL);
	pthread_cond_init(&team->turned, NULL);
	while (running + 1 < threads && running < THREADS_MAX &&
	    pthread_create(&helpers[running], NULL, work, team) == 0)
		running++;
	work(team);
	while (running > 0)
		pthread_join(helpers[--running], NULL);
	pthread_cond_destroy(&team->turned);
	pthread_mutex_destroy(&team->mutex);
	return team->code;
}

static int
merge_alone(struct wt_merge *m, const struct wt_merge_forms *forms)
{
	struct wt_list_merger *merger;
	int code = wt_list_merger_open(m, forms, &merger);

	if (code == WT_OK)
		code = wt_list_merger_run(merger, &m->w, wt_span_make("", 0),
		    wt_span_make("", 0));
	wt_list_merger_close(merger);
	return code;
}

int
wt_merge_lists(struct wt_merge *m, unsigned threads)
{
	struct team team = { .m = m, .guide = m->sources[0].segment };
	struct wt_merge_forms *forms = calloc((size_t)m->count + 1, sizeof *forms);
	int code = forms == NULL ? WT_ENOMEM : WT_OK;

	for (uint32_t i = 0; i < m->count && code == WT_OK; i++) {
		code = wt_merge_forms_gather(&forms[i], m->sources[i].segment);
		if (m->sources[i].segment->terms > team.guide->terms)
			team.guide = m->sources[i].segment;
	}
	team.forms = forms;
	/* Empty: one part, which has nothing. */
	team.parts = (uint32_t)((team.guide->terms + PART_BLOCKS * WT_TERM_BLOCK - 1) /
	    (PART_BLOCKS * WT_TERM_BLOCK));
	if (code == WT_OK)
		code = threads > 1 && team.parts > 1 ? run_team(&team, threads) :
		    merge_alone(m, forms);
	for (uint32_t i = 0; i < m->count && forms != NULL; i++)
		wt_merge_forms_free(&forms[i]);
	free(forms);
	return code;
}
