/*
 * plan.h - a parsed query, looked up in an index.
 *
 * Words have become terms, prefixes and fuzzy words the entries they stand for in
 * each segment, values flags, dates days; words that are not indexed are gone.
 * Weights are known.  Nothing has been walked yet.
 */
#ifndef WT_QUERY_PLAN_H
#define WT_QUERY_PLAN_H

#include "query/expand.h"
#include "query/rules.h"
#include "query/weigh.h"

enum wt_plan_kind {
	WT_PLAN_ALL,            /* every document */
	WT_PLAN_TEXT,           /* operands near each other; one operand: a word or a phrase */
	WT_PLAN_FLAGS,          /* any of the entries of slots[0] */
	WT_PLAN_DATES,          /* days from..to */
	WT_PLAN_AND,            /* children that are not negated, without those that are */
	WT_PLAN_OR
};

/* A place in a phrase: any of some entries. */
struct wt_slot {
	struct wt_pattern *patterns;
	size_t count;
	uint32_t offset;                /* positions behind the first slot of its operand */
	uint32_t operand;               /* number in a NEAR, not decreasing */
	struct wt_entries *entries;     /* one for each segment */
	uint64_t docs;                  /* postings in all segments */
};

struct wt_plan {
	enum wt_plan_kind kind;
	bool negated;                   /* below AND */
	float weight;                   /* TEXT: idf * (k1 + 1) in units; 0 without ranking */
	struct wt_slot *slots;
	size_t slot_count;
	uint32_t *distance;             /* TEXT: before operand i, i > 0 */
	uint32_t operands;
	int32_t from, to;               /* DATES: days since 1970-01-01, inclusive */
	struct wt_plan *bonus;          /* TEXT: the same in the title, or NULL */
	struct wt_plan **children;
	size_t child_count;
	const struct wt_node *node;     /* what it came from, or NULL */
};

struct wt_plan_entries;

struct wt_planner {
	const struct wt_index *index;
	const struct wt_rules *rules;
	struct wt_arena *arena;
	uint32_t segments;
	struct wt_weights weights;
	float unit;                     /* units of a score of 1, WT_SCORE_UNIT or less */
	struct wt_error *error;
	struct wt_plan_entries *owned;  /* private: all entries of the plan */
};

/*
 * Plan a tree; a NULL root stands for every document.  The plan lives in the arena,
 * but for the entries, which wt_plan_free releases, in any case.  WT_OK; WT_ESYNTAX: no word of it
 * is indexed; WT_ENOENT: an unknown value; WT_EABSENT: a field that
 * the index was made without; WT_ENOMEM, WT_ECORRUPT.
 */
int wt_plan_make(struct wt_planner *p, const struct wt_node *root, struct wt_plan **plan);
void wt_plan_free(struct wt_planner *p);

#endif
