/* facts.c - names and ids of facts, behind facts.h. */
#include "extract/facts.h"
#include "base/err.h"
#include "base/hash.h"
#include "text/utf8.h"

#define ID_DIGITS 12

const char *
wt_type_name(enum wt_type type)
{
	static const char *const names[WT_TYPES] = { "region", "official", "person", "agency",
	    "organization", "place", "date", "amount", "programme" };

	return names[type];
}

static const char *const statuses[WT_STATUSES] = { "unknown", "planned", "agreed", "ongoing",
    "completed", "stalled", "cancelled" };

const char *
wt_status_name(enum wt_status status)
{
	return statuses[status];
}

int
wt_status_named(struct wt_span name, enum wt_status *status)
{
	for (int i = 0; i < WT_STATUSES; i++) {
		if (wt_span_is(name, statuses[i])) {
			*status = (enum wt_status)i;
			return WT_OK;
		}
	}
	return WT_EINVAL;
}

int
wt_entity_id(const struct wt_entity *e, struct wt_arena *arena, struct wt_span *id)
{
	static const char letters[WT_TYPES] = { 'R', 'O', 'P', 'A', 'G', 'L', 'D', 'M', 'W' };
	const struct wt_span fields[] = { e->name, e->position, e->agency_id, e->region_id };
	char *at = wt_arena_alloc(arena, 2 + ID_DIGITS);
	struct wt_buf key = { 0 };
	uint64_t hash;
	int err;

	wt_buf_putc(&key, letters[e->type]);
	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
		wt_buf_putstring(&key, wt_utf8_lower(arena, fields[i]));
	hash = wt_hash(wt_buf_span(&key));
	err = key.err != WT_OK ? key.err : arena->err;
	wt_buf_free(&key);
	if (at == NULL || err != WT_OK)
		return WT_ENOMEM;
	at[0] = letters[e->type];
	at[1] = '.';
	for (int i = ID_DIGITS - 1; i >= 0; i--, hash >>= 4)
		at[2 + i] = "0123456789abcdef"[hash & 15];
	*id = wt_span_make(at, 2 + ID_DIGITS);
	return WT_OK;
}
