/* rules.c - the analyser as the rules of queries. */
#include "query/rules.h"
#include "analyse/analyse.h"

static struct wt_analyser *
analyser(void *context)
{
	return context;
}

static int
terms(void *context, struct wt_arena *arena, struct wt_span text, enum wt_field field, bool exact,
    struct wt_query_term **out, size_t *count)
{
	struct wt_word *words = NULL;
	size_t n = 0;
	int err = wt_analyse_words(analyser(context), arena, text, &words, &n);

	*count = 0;
	if (err != WT_OK)
		return err;
	if ((*out = wt_arena_array(arena, n, sizeof **out)) == NULL)
		return WT_ENOMEM;
	for (size_t i = 0; i < n; i++) {
		struct wt_span term = exact && words[i].form.len > 0 ? words[i].form :
		    words[i].term;

		if (field == WT_FIELD_TITLE)
			term = wt_analyse_title(arena, term);
		(*out)[(*count)++] = (struct wt_query_term){ term, words[i].position };
	}
	return arena->err;
}

static int
spell(void *context, struct wt_arena *arena, struct wt_span word, enum wt_field field,
    struct wt_span *spelt, size_t *mark)
{
	const char *marks = field == WT_FIELD_TITLE ? "T=" : "=";

	*mark = strlen(marks);
	return wt_analyse_spell(analyser(context), arena, word, marks, spelt);
}

static enum wt_flag
flag_of(enum wt_field field)
{
	switch (field) {
	case WT_FIELD_REGION:
		return WT_FLAG_REGION;
	case WT_FIELD_OFFICIAL:
		return WT_FLAG_OFFICIAL;
	case WT_FIELD_AGENCY:
		return WT_FLAG_AGENCY;
	case WT_FIELD_PROGRAMME:
		return WT_FLAG_PROGRAMME;
	case WT_FIELD_SECTOR:
		return WT_FLAG_SECTOR;
	case WT_FIELD_STATUS:
		return WT_FLAG_STATUS;
	default:
		return WT_FLAG_SOURCE;
	}
}

static int
values(void *context, struct wt_arena *arena, const struct wt_node *leaf,
    struct wt_query_range **out, size_t *count, struct wt_error *error)
{
	struct wt_flag_range *ranges = NULL;
	size_t n = 0;
	int err;

	if (leaf->kind == WT_NODE_DATES)
		err = wt_analyse_dates(arena, leaf->from, leaf->to, &ranges, &n);
	else
		err = wt_analyse_value(analyser(context), arena, flag_of(leaf->field), leaf->text,
		    &ranges, &n, error);
	*count = 0;
	if (err != WT_OK)
		return err;
	if ((*out = wt_arena_array(arena, n, sizeof **out)) == NULL)
		return WT_ENOMEM;
	for (; *count < n; ++*count)
		(*out)[*count] = (struct wt_query_range){ ranges[*count].first,
		    ranges[*count].last };
	return WT_OK;
}

static int
tokens(void *context, struct wt_arena *arena, struct wt_span text, struct wt_query_token **out,
    size_t *count)
{
	struct wt_word *words = NULL;
	size_t n = 0;
	int err = wt_analyse_words(analyser(context), arena, text, &words, &n);

	*count = 0;
	if (err != WT_OK)
		return err;
	if ((*out = wt_arena_array(arena, n, sizeof **out)) == NULL)
		return WT_ENOMEM;
	for (; *count < n; ++*count) {
		const struct wt_word *w = &words[*count];

		(*out)[*count] = (struct wt_query_token){ w->start, w->end, w->position, w->term,
		    w->form, w->stopword };
	}
	return WT_OK;
}

struct wt_rules
wt_rules_of(struct wt_analyser *an)
{
	return (struct wt_rules){ .context = an, .title_weight = WT_TITLE_WEIGHT, .terms = terms,
	    .spell = spell, .values = values, .tokens = tokens };
}
