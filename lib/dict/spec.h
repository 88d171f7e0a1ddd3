/* spec.h - which tables make phrases, and which tables have keys. */
#ifndef WT_DICT_SPEC_H
#define WT_DICT_SPEC_H

#include "dict/kinds.h"

#include <stdbool.h>

struct wt_phrase_spec {
	const char *table, *column;
	enum wt_phrase_kind kind;
	bool any_case;          /* only an all-capitals phrase asks for its case */
	bool stems;             /* cells hold sequences of roots, {class} stands for its roots */
};

/* Ends with a NULL table. */
extern const struct wt_phrase_spec wt_phrase_specs[];

/* The column of a table whose cells must differ, or NULL. */
const char *wt_dict_key(const char *table);

#endif
