/*
 * word_lists.h - closed lists of words that rules ask for (table word_lists).
 *
 * A word is on a list or not, whatever the text, so the answer is a bit that is
 * found once for each different word (lexeme.h) and not once for each question.
 */
#ifndef WT_EXTRACT_WORD_LISTS_H
#define WT_EXTRACT_WORD_LISTS_H

#include "base/table.h"
#include "dict/dict.h"

enum wt_word_list {
	WT_LIST_ACCIDENT,
	WT_LIST_ACTS,
	WT_LIST_AIM,
	WT_LIST_ALIAS,
	WT_LIST_ANY_QUOTE,
	WT_LIST_AREA,
	WT_LIST_AUXILIARY,
	WT_LIST_BODY,
	WT_LIST_CALLS,
	WT_LIST_CLAUSE,
	WT_LIST_CLAUSE_START,
	WT_LIST_COUNTER,
	WT_LIST_CRIME,
	WT_LIST_DEMAND,
	WT_LIST_DIRECTION,
	WT_LIST_ELECTION,
	WT_LIST_EXPLAINS,
	WT_LIST_FILLER,
	WT_LIST_FIRST_NUMBER,
	WT_LIST_FORMER,
	WT_LIST_GOES_ON,
	WT_LIST_GOVERNMENT,
	WT_LIST_HOLDS,
	WT_LIST_HOLLOW,
	WT_LIST_HOLLOW_ALONE,
	WT_LIST_HOUSE,
	WT_LIST_JOINT,
	WT_LIST_LANDMARK,
	WT_LIST_LEVEL,
	WT_LIST_LINK,
	WT_LIST_MARKET,
	WT_LIST_MEASURE,
	WT_LIST_MONEY,
	WT_LIST_MONEY_SOURCE,
	WT_LIST_NAME_END,
	WT_LIST_NO_VERB,
	WT_LIST_OBJECT_END,
	WT_LIST_PARTICLE,
	WT_LIST_PAST,
	WT_LIST_PLACE_WORD,
	WT_LIST_POINTER,
	WT_LIST_PREPOSITION,
	WT_LIST_PRIVATE,
	WT_LIST_PURPOSE,
	WT_LIST_QUESTION,
	WT_LIST_QUOTE_MARK,
	WT_LIST_ROLE,
	WT_LIST_SEAT,
	WT_LIST_SET_ASIDE,
	WT_LIST_SHORT_NAME,
	WT_LIST_SPORT,
	WT_LIST_STAGE,
	WT_LIST_SUBJECT,
	WT_LIST_SUBJECT_END,
	WT_LIST_TARGET,
	WT_LIST_TIME_PAST,
	WT_LIST_TROUBLE,
	WT_LIST_TURN,
	WT_LIST_WAR,
	WT_LIST_WE,
	WT_LIST_WHERE,
	WT_WORD_LISTS
};

#define WT_LIST_BIT(list) (UINT64_C(1) << (list))

struct wt_word_lists {
	struct wt_table words;
	uint64_t *bits;                 /* of each word: bit l, it is on list l */
	size_t bits_cap;
};

/*
 * Read the table: WT_OK, WT_ENOMEM, or WT_ENOENT with the line of a list that no
 * rule knows or the name of one that has no words.  Close it either way.
 */
int wt_word_lists_open(const struct wt_dict *dict, struct wt_word_lists *out, struct wt_error *error);
void wt_word_lists_close(struct wt_word_lists *l);

/* The lists of a word in lower case, as bits. */
uint64_t wt_word_lists_of(const struct wt_word_lists *l, struct wt_span word);

#endif
