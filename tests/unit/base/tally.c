/* tally.c - numbers for strings known by their hashes. */
#include "base/tally.h"
#include "tests/check.h"

#include <stdio.h>

/* Count a string once more: how often it was counted before. */
static uint32_t
count(struct wt_tally *t, const char *s)
{
	uint32_t *at = wt_tally_at(t, wt_span_of(s));

	return at == NULL ? UINT32_MAX : (*at)++;
}

int
main(void)
{
	struct wt_tally t = { 0 };
	uint32_t wrong = 0;
	char name[32];

	CHECK(wt_tally_find(&t, WT_SPAN("a")) == 0, "none yet");
	CHECK(count(&t, "a") == 0 && count(&t, "a") == 1 && count(&t, "") == 0, "two strings");
	for (uint32_t round = 0; round < 3; round++) {
		for (int i = 0; i < 20000; i++) {
			snprintf(name, sizeof name, "id-%d", i);
			wrong += count(&t, name) != round;
		}
	}
	CHECK(wrong == 0, "twenty thousand, three times");
	CHECK(wt_tally_find(&t, WT_SPAN("id-7")) == 3 && wt_tally_find(&t, WT_SPAN("id-20000")) == 0 &&
	    wt_tally_find(&t, WT_SPAN("a")) == 2 && wt_tally_find(&t, WT_SPAN("")) == 1, "numbers");
	wt_tally_free(&t);
	return check_done();
}
