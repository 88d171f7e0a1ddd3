/* pipeline.c - workers that take turns, behind pipeline.h. */
#include "ingest/pipeline.h"
#include "ingest/kept.h"
#include "ingest/sketch.h"
#include "text/document.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#define THREADS 64u
#define AHEAD 16384u            /* articles that may be done while one before them is not */

struct run {
	const struct wt_pipeline *p;
	struct wt_input *input;
	pthread_mutex_t reading;        /* guards input, skips, read, progress and end */
	pthread_mutex_t turns;          /* guards turn, done and stop */
	pthread_cond_t moved;
	uint64_t read;                  /* articles that go to the workers, so far */
	bool end;
	uint64_t turn;                  /* the first that is not done */
	bool done[AHEAD];               /* by turn, those behind it */
	bool stop;
	struct wt_error error;          /* the first; guarded by turns */
};

struct worker {
	struct run *run;
	unsigned number;
	pthread_t thread;
	struct wt_extractor *extractor;
	struct wt_record record;
	struct wt_arena arena;
	struct wt_buf kept;             /* what the journal has, or will have, of the article */
};

static void
stop(struct run *r, const struct wt_error *error)
{
	pthread_mutex_lock(&r->turns);
	if (!r->stop)
		r->error = *error;
	r->stop = true;
	pthread_cond_broadcast(&r->moved);
	pthread_mutex_unlock(&r->turns);
}

static bool
stopped(struct run *r)
{
	bool yes;

	pthread_mutex_lock(&r->turns);
	yes = r->stop;
	pthread_mutex_unlock(&r->turns);
	return yes;
}

static void
tell_progress(struct run *r)
{
	struct wt_progress now = { wt_input_count(r->input), wt_input_bytes(r->input),
	    r->p->skips->count };

	if (r->p->progress != NULL)
		r->p->progress(r->p->progress_context, &now);
}

/* The next article that the sink wants, and its turn; false at the end. */
static bool
take(struct worker *w, uint64_t *turn)
{
	struct run *r = w->run;
	const struct wt_sink *sink = &r->p->sink;
	struct wt_error error = { 0 };
	bool taken = false;
	int code = WT_OK;

	pthread_mutex_lock(&r->reading);
	r->end = r->end || (r->p->stop != NULL && atomic_load(r->p->stop));
	while (!taken && !r->end && code == WT_OK) {
		code = wt_input_next(r->input, &w->record);
		r->end = code != WT_OK;
		if (code == WT_OK)
			taken = sink->wanted == NULL || sink->wanted(sink->context, &w->record);
		tell_progress(r);
		r->end = r->end || (r->p->stop != NULL && atomic_load(r->p->stop));
	}
	if (taken)
		*turn = r->read++;
	pthread_mutex_unlock(&r->reading);
	if (code != WT_OK && code != WT_ENOENT) {
		wt_error_set(&error, code, 0, "%s", wt_strerror(code));
		stop(r, &error);
	}
	return taken;
}

/* Wait until all before it but `ahead` are done; false if the run has stopped. */
static bool
await(struct run *r, uint64_t turn, uint64_t ahead)
{
	bool go;

	pthread_mutex_lock(&r->turns);
	while (turn - r->turn > ahead && !r->stop)
		pthread_cond_wait(&r->moved, &r->turns);
	go = !r->stop;
	pthread_mutex_unlock(&r->turns);
	return go;
}

static void
pass_on(struct run *r, uint64_t turn)
{
	pthread_mutex_lock(&r->turns);
	r->done[turn % AHEAD] = true;
	if (r->turn == turn)
		pthread_cond_broadcast(&r->moved);
	for (; r->done[r->turn % AHEAD]; r->turn++)
		r->done[r->turn % AHEAD] = false;
	pthread_mutex_unlock(&r->turns);
}

static void
skip(struct run *r, const struct wt_record *record, const char *reason)
{
	pthread_mutex_lock(&r->reading);
	wt_skips_add(r->p->skips, record->order * 2 + 1, record->file, record->position, "%s", reason);
	pthread_mutex_unlock(&r->reading);
}

static void
note_replaced(struct run *r, const struct wt_record *record, uint32_t replaced)
{
	if (replaced == 0)
		return;
	pthread_mutex_lock(&r->reading);
	wt_skips_notice(r->p->skips, record->file, record->position,
	    "%lu invalid parts of UTF-8 replaced", (unsigned long)replaced);
	pthread_mutex_unlock(&r->reading);
}

/* Token facts are found anew: that is quicker than to read them from the disk. */
static int
add_tokens(struct worker *w, struct wt_facts *facts)
{
	struct wt_facts found;
	int code = wt_extract(w->extractor, &w->record.article, WT_EXTRACT_ARTICLE | WT_EXTRACT_TOKENS,
	    &w->arena, &found, NULL);

	facts->tokens = found.tokens;
	facts->ntoken_facts = found.ntoken_facts;
	return code;
}

/* Fill a result from the journal; false if it is not in it. */
static bool
recall(struct worker *w, struct wt_facts *facts, struct wt_result *result, uint32_t *replaced)
{
	const struct wt_pipeline *p = w->run->p;

	if (p->journal == NULL || !wt_journal_find(p->journal, wt_kept_key(&w->record.article), &w->kept))
		return false;
	return wt_kept_decode(wt_buf_span(&w->kept), &w->record, &w->arena, facts, result,
	    replaced) == WT_OK &&
	    ((p->flags & WT_EXTRACT_TOKENS) == 0 || add_tokens(w, facts) == WT_OK);
}

/* The clean title and text, and the words, as the extractor read them. */
static void
take_document(struct worker *w, struct wt_result *result)
{
	const struct wt_document *d = wt_extractor_document(w->extractor);

	result->title = d->title;
	result->text = wt_span_make(d->text.at + d->body_start, d->text.len - d->body_start);
	result->title_inside = d->body_start == 0 && d->title.len > 0;
	result->document = d;
	result->lexemes = wt_extractor_lexemes(w->extractor, &result->lexeme_age);
}

/* Fill a result by extraction. */
static int
extract(struct worker *w, struct wt_facts *facts, struct wt_result *result, uint32_t *replaced,
    struct wt_error *error)
{
	const struct wt_pipeline *p = w->run->p;
	int code = wt_extract(w->extractor, &w->record.article, p->flags, &w->arena, facts, error);

	if (code != WT_OK)
		return code;
	take_document(w, result);
	wt_sketch_make(w->extractor, result->sketch);
	*replaced = result->document->replaced;
	wt_buf_clear(&w->kept);
	if (p->journal != NULL)
		wt_kept_encode(result, *replaced, &w->kept);
	return w->kept.err;
}

/* Extract or recall, prepare and commit one article. */
static int
work(struct worker *w, uint64_t turn, struct wt_error *error)
{
	struct run *r = w->run;
	const struct wt_sink *sink = &r->p->sink;
	struct wt_facts facts = { 0 };
	struct wt_result result = { .record = &w->record, .facts = &facts, .order = turn };
	uint32_t replaced = 0;
	bool recalled, in_turn;
	int code = WT_OK;

	wt_arena_reset(&w->arena);
	recalled = recall(w, &facts, &result, &replaced);
	if (!recalled) {
		facts = (struct wt_facts){ 0 };
		code = extract(w, &facts, &result, &replaced, error);
	}
	if (code == WT_OK) {
		code = sink->prepare(sink->context, w->number, &result, error);
		if (code != WT_OK && code != WT_ELIMIT && code != WT_EINVAL)
			return code;
	}
	/* Who has nothing to say and to commit does not wait for one that takes long, or spills. */
	in_turn = code != WT_OK || sink->commit != NULL || r->p->journal != NULL ||
	    replaced + w->record.replaced > 0;
	if (!await(r, turn, in_turn ? 0 : AHEAD - 1))
		return WT_OK;
	if (code == WT_ENOMEM) {
		return code;
	} else if (code != WT_OK) {
		skip(r, &w->record, error->text);
	} else {
		note_replaced(r, &w->record, replaced + w->record.replaced);
		if (sink->commit != NULL &&
		    (code = sink->commit(sink->context, w->number, &result, error)) != WT_OK)
			return code;
		if (r->p->journal != NULL && !recalled && (code = wt_journal_add(r->p->journal,
		    wt_kept_key(&w->record.article), wt_buf_span(&w->kept))) != WT_OK)
			return wt_error_set(error, code, 0, "the file for --resume: %s", wt_strerror(code));
	}
	pass_on(r, turn);
	return WT_OK;
}

static void *
worker_main(void *argument)
{
	struct worker *w = argument;
	struct wt_error error;
	uint64_t turn;
	int code = WT_OK;

	while (code == WT_OK && !stopped(w->run) && take(w, &turn)) {
		error = (struct wt_error){ 0 };
		code = work(w, turn, &error);
		if (code != WT_OK) {
			if (error.code == 0)
				wt_error_set(&error, code, 0, "%s", wt_strerror(code));
			stop(w->run, &error);
		}
	}
	return NULL;
}

static int
open_workers(struct run *r, struct worker *workers, unsigned count, struct wt_error *error)
{
	for (unsigned i = 0; i < count; i++) {
		int code = wt_extractor_open(r->p->dict, &workers[i].extractor, error);

		if (code != WT_OK)
			return code;
		workers[i].run = r;
		workers[i].number = i;
	}
	return WT_OK;
}

/* The calling thread is worker 0; where no thread can be had, the others do without. */
static void
run_workers(struct worker *workers, unsigned count)
{
	unsigned started = 1;

	while (started < count && pthread_create(&workers[started].thread, NULL, worker_main,
	    &workers[started]) == 0)
		started++;
	worker_main(&workers[0]);
	for (unsigned i = 1; i < started; i++)
		pthread_join(workers[i].thread, NULL);
}

int
wt_pipeline_run(const struct wt_pipeline *p, const struct wt_inputs *inputs,
    struct wt_error *error)
{
	unsigned threads = p->threads == 0 ? 1 : p->threads > THREADS ? THREADS : p->threads;
	struct worker *workers = calloc(threads, sizeof *workers);
	struct run r = { .p = p, .reading = PTHREAD_MUTEX_INITIALIZER,
	    .turns = PTHREAD_MUTEX_INITIALIZER, .moved = PTHREAD_COND_INITIALIZER };
	int code = WT_ENOMEM;

	if (workers == NULL) {
		wt_error_set(error, code, 0, "memory ran out");
		goto out;
	}
	if ((code = wt_input_open(inputs, p->skips, &r.input, error)) != WT_OK)
		goto out;
	if ((code = open_workers(&r, workers, threads, error)) != WT_OK)
		goto out;
	run_workers(workers, threads);
	if (r.stop) {
		code = r.error.code;
		*error = r.error;
	} else if ((code = p->skips->err) != WT_OK) {
		wt_error_set(error, code, 0, "memory ran out");
	}
out:
	for (unsigned i = 0; workers != NULL && i < threads; i++) {
		wt_extractor_close(workers[i].extractor);
		wt_record_free(&workers[i].record);
		wt_arena_free(&workers[i].arena);
		wt_buf_free(&workers[i].kept);
	}
	free(workers);
	wt_input_close(r.input);
	pthread_mutex_destroy(&r.reading);
	pthread_mutex_destroy(&r.turns);
	pthread_cond_destroy(&r.moved);
	return code;
}

unsigned
wt_processors(void)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);

	return n < 1 ? 1 : n > (long)THREADS ? THREADS : (unsigned)n;
}
