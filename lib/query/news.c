/*
 * news.c - texts and values of queries to terms, behind news.h.
 *
 * A stop word alone is not looked for, since an article without it may be meant
 * all the same; in a phrase, or written exactly, it counts.
 */
#include "query/news.h"
#include "text/utf8.h"

static int
words_of(struct wt_analyser *an, struct wt_arena *arena, struct wt_span text,
    struct wt_word **words, size_t *count)
{
	struct wt_span clean;
	uint32_t replaced;
	int code = wt_utf8_clean(arena, text, &clean, &replaced);

	return code != WT_OK ? code : wt_analyse_words(an, arena, clean, words, count);
}

static int
terms(void *context, struct wt_arena *arena, struct wt_span text, enum wt_field field, bool exact,
    struct wt_query_term **out, size_t *count)
{
	struct wt_word *words;
	bool telling = exact;
	size_t n;
	int code = words_of(context, arena, text, &words, &n);

	*count = 0;
	if (code != WT_OK)
		return code;
	for (size_t i = 0; i < n; i++)
		telling = telling || !words[i].stopword;
	if (!telling)
		return WT_OK;
	if ((*out = wt_arena_array(arena, n + 1, sizeof **out)) == NULL)
		return WT_ENOMEM;
	for (size_t i = 0; i < n; i++) {
		struct wt_span term = exact ? words[i].form : words[i].term;

		if (field == WT_FIELD_TITLE)
			term = wt_analyse_title(arena, term);
		(*out)[i] = (struct wt_query_term){ term, words[i].position };
	}
	*count = n;
	return arena->err;
}

static int
spell(void *context, struct wt_arena *arena, struct wt_span word, enum wt_field field,
    struct wt_span *spelt, size_t *mark)
{
	const char *marks = field == WT_FIELD_TITLE ? "T=" : "=";

	*mark = strlen(marks);
	return wt_analyse_spell(context, arena, word, marks, spelt);
}

static enum wt_flag
flag_of(enum wt_field field)
{
	static const enum wt_flag flags[WT_FIELD_COUNT] = {
		[WT_FIELD_REGION] = WT_FLAG_REGION, [WT_FIELD_OFFICIAL] = WT_FLAG_OFFICIAL,
		[WT_FIELD_AGENCY] = WT_FLAG_AGENCY, [WT_FIELD_PROGRAMME] = WT_FLAG_PROGRAMME,
		[WT_FIELD_SECTOR] = WT_FLAG_SECTOR, [WT_FIELD_STATUS] = WT_FLAG_STATUS,
		[WT_FIELD_SOURCE] = WT_FLAG_SOURCE, [WT_FIELD_MENTIONS] = WT_FLAG_DATES,
	};

	return flags[field];
}

static int
values(void *context, struct wt_arena *arena, const struct wt_node *leaf,
    struct wt_query_range **ranges, size_t *count, struct wt_error *error)
{
	struct wt_flag_range *found;
	enum wt_flag flag = flag_of(leaf->field);
	int code;

	if (flag == WT_FLAG_DATES)
		code = wt_analyse_dates(arena, leaf->from, leaf->to, &found, count);
	else
		code = wt_analyse_value(context, arena, flag, leaf->text, &found, count, error);
	if (code != WT_OK)
		return code;
	if ((*ranges = wt_arena_array(arena, *count + 1, sizeof **ranges)) == NULL)
		return WT_ENOMEM;
	for (size_t i = 0; i < *count; i++)
		(*ranges)[i] = (struct wt_query_range){ found[i].first, found[i].last };
	return WT_OK;
}

static int
tokens(void *context, struct wt_arena *arena, struct wt_span text, bool title,
    struct wt_query_token **out, size_t *count)
{
	struct wt_word *words;
	int code = wt_analyse_words(context, arena, text, &words, count);

	if (code != WT_OK)
		return code;
	if ((*out = wt_arena_array(arena, *count + 1, sizeof **out)) == NULL)
		return WT_ENOMEM;
	for (size_t i = 0; i < *count; i++) {
		struct wt_query_token *t = &(*out)[i];

		*t = (struct wt_query_token){ words[i].start, words[i].end, words[i].position,
			words[i].term, words[i].form };
		if (title) {
			t->term = wt_analyse_title(arena, t->term);
			t->form = wt_analyse_title(arena, t->form);
		}
	}
	return arena->err;
}

struct wt_rules
wt_news_rules(struct wt_analyser *an)
{
	return (struct wt_rules){ an, WT_NEWS_TITLE_WEIGHT, terms, spell, values, tokens };
}
