/* analyse_private.h - what the files of this folder share. */
#ifndef WT_ANALYSE_PRIVATE_H
#define WT_ANALYSE_PRIVATE_H

#include "dict/dict.h"
#include "stem/stem.h"

struct wt_analyser {
	const struct wt_dict *dict;     /* borrowed */
	struct wt_stemmer *stemmer;     /* owned */
};

#endif
