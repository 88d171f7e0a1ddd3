/*
 * sastrawi.h - the stemmer of the Sastrawi project, rule for rule.
 *
 * The algorithm is the "enhanced confix stripping" of Arifin, Mahendra and
 * Ciptaningtyas (2009) on the work of Nazief and Adriani (1996) and Asian
 * (2007), with the infixes of Tahitoe and Purwitasari (2010), in the order and
 * with the quirks of the PHP library, version 1.2.  sastrawi_rules.c holds the
 * table of prefix rules.
 */
#ifndef WT_STEM_SASTRAWI_H
#define WT_STEM_SASTRAWI_H

#include "base/buf.h"
#include "stem/roots.h"
#include "stem/trace.h"

struct wt_sastrawi {
	const struct wt_roots *roots;           /* borrowed */
	const struct wt_stem_trace *trace;      /* borrowed; NULL if nobody listens */
	struct wt_buf scratch;                  /* private */
};

/*
 * The stem of one word of [a-z0-9-]; other bytes are letters of no class.  It
 * borrows the word or the scratch space: valid until the next call, and while
 * the word is.  WT_OK or WT_ENOMEM.
 */
int wt_sastrawi_stem(struct wt_sastrawi *s, struct wt_span word, struct wt_span *stem);

#endif
