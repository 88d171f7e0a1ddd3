/*
 * when.h - dates, amounts and the date of publication of an article in work.
 *
 * The finders work on bytes; this maps what they find to tokens and facts.
 */
#ifndef WT_EXTRACT_WHEN_H
#define WT_EXTRACT_WHEN_H

#include "extract/amount.h"
#include "extract/date.h"
#include "extract/work.h"

struct wt_when {
	struct wt_date_finder *dates;
	struct wt_amount_finder *amounts;
	struct wt_error *error;
};

void wt_when_find(struct wt_work *w, const struct wt_when *when);

/*
 * The date of publication alone, as the record gives it.  Only where the record has none
 * is the text read for it.
 */
void wt_when_published(struct wt_work *w, const struct wt_when *when);

#endif
