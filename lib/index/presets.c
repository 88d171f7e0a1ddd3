/* presets.c - behind presets.h. */
#include "index/presets.h"
#include "index/build.h"
#include "index/zpack.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#define SAMPLE ((size_t)4 << 20)        /* bytes a preset dictionary is trained on, at most */
#define PRESET_SHARE 32u        /* of the sample at most this part, and WT_PRESET_MAX */
#define PRESET_LEAST 1024u

struct training {
	uint32_t stream;
	struct wt_buf sample, preset;
	bool given;                     /* not to be trained */
	int code;
};

struct wt_presets {
	struct training list[WT_STREAMS];       /* the longest samples first */
	uint32_t count;
	atomic_uint next;
	pthread_t helpers[WT_STREAMS];
	unsigned running;
};

/* A sample that depends on the set of documents alone: those with the lowest hashes. */
static int
take_sample(const struct wt_stream_plan *plan, uint32_t docs, struct training *t)
{
	int code = WT_OK;

	for (uint32_t i = 0; i < docs && code == WT_OK && t->sample.len < SAMPLE; i++) {
		struct wt_span bytes = { NULL, 0 };

		code = plan->fetch(plan->context, plan->sample[i], t->stream, &bytes);
		if (bytes.len > SAMPLE - t->sample.len)
			bytes.len = SAMPLE - t->sample.len;
		wt_buf_putspan(&t->sample, bytes);
	}
	return code == WT_OK ? t->sample.err : code;
}

static int
train(struct training *t)
{
	size_t size = t->sample.len / PRESET_SHARE;

	if (t->given)
		return WT_OK;
	if (size > WT_PRESET_MAX)
		size = WT_PRESET_MAX;
	return size < PRESET_LEAST ? WT_OK : wt_preset_train(wt_buf_span(&t->sample), size, &t->preset);
}

static void *
attend(void *argument)
{
	struct wt_presets *s = argument;
	uint32_t i;

	while ((i = atomic_fetch_add(&s->next, 1)) < s->count)
		s->list[i].code = train(&s->list[i]);
	return NULL;
}

/* Put a stream among the others. */
static int
enrol(struct wt_presets *s, const struct wt_stream_plan *plan, uint32_t docs, uint32_t stream)
{
	struct training t = { .stream = stream };
	uint32_t at;
	int code;

	t.given = stream == WT_STREAM_TEXT && plan->preset.len > 0;
	if (t.given)
		wt_buf_putspan(&t.preset, plan->preset);
	code = t.given ? t.preset.err : take_sample(plan, docs, &t);
	for (at = s->count++; at > 0 && s->list[at - 1].sample.len < t.sample.len; at--)
		s->list[at] = s->list[at - 1];
	s->list[at] = t;
	return code;
}

int
wt_presets_begin(const struct wt_stream_plan *plan, uint32_t docs, uint32_t used,
    struct wt_presets **out)
{
	struct wt_presets *s = calloc(1, sizeof *s);
	int code = WT_OK;

	if ((*out = s) == NULL)
		return WT_ENOMEM;
	for (uint32_t stream = 0; stream < WT_STREAMS && code == WT_OK && plan->level > 0; stream++)
		if ((used >> stream & 1) != 0)
			code = enrol(s, plan, docs, stream);
	/* A thread that cannot be had is done without. */
	while (code == WT_OK && s->running + 1 < plan->threads && s->running < s->count &&
	    pthread_create(&s->helpers[s->running], NULL, attend, s) == 0)
		s->running++;
	return code;
}

static void
await(struct wt_presets *s)
{
	while (s->running > 0)
		pthread_join(s->helpers[--s->running], NULL);
}

int
wt_presets_end(struct wt_presets *s, struct wt_buf presets[])
{
	int code = WT_OK;

	attend(s);
	await(s);
	for (uint32_t i = 0; i < s->count && code == WT_OK; i++)
		code = s->list[i].code;
	for (uint32_t i = 0; i < s->count; i++) {
		wt_buf_free(&s->list[i].sample);
		presets[s->list[i].stream] = s->list[i].preset;
		s->list[i].preset = (struct wt_buf){ 0 };
	}
	return code;
}

void
wt_presets_close(struct wt_presets *s)
{
	if (s == NULL)
		return;
	/* Nothing more is begun. */
	atomic_store(&s->next, s->count);
	await(s);
	for (uint32_t i = 0; i < s->count; i++) {
		wt_buf_free(&s->list[i].sample);
		wt_buf_free(&s->list[i].preset);
	}
	free(s);
}
