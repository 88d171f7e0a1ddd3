/* facts.c - names and ids of facts, behind facts.h. */
#include "extract/facts.h"
#include "base/err.h"
#include "base/hash.h"
#include "base/varint.h"
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
	const struct wt_span fields[4] = { e->name, e->position, e->agency_id, e->region_id };
	char *at = wt_arena_alloc(arena, 2 + ID_DIGITS), *key, *p;
	struct wt_span lower[4];
	size_t room = 1;

	for (size_t i = 0; i < 4; i++) {
		lower[i] = wt_utf8_lower(arena, fields[i]);
		room += WT_VARINT_MAX + lower[i].len;
	}
	if ((key = p = wt_arena_alloc(arena, room)) == NULL || arena->err != WT_OK)
		return WT_ENOMEM;
	/* The type, and each field in lower case behind its length. */
	*p++ = letters[e->type];
	for (size_t i = 0; i < 4; i++) {
		p += wt_varint_put((uint8_t *)p, lower[i].len);
		if (lower[i].len > 0)
			memcpy(p, lower[i].at, lower[i].len);
		p += lower[i].len;
	}
	at[0] = letters[e->type];
	at[1] = '.';
	wt_hash_digits(wt_hash(wt_span_make(key, (size_t)(p - key))), at + 2, ID_DIGITS);
	*id = wt_span_make(at, 2 + ID_DIGITS);
	return WT_OK;
}

struct wt_span
wt_content_hash(struct wt_arena *arena, struct wt_span text)
{
	char digits[16];

	wt_hash_digits(wt_hash(text), digits, sizeof digits);
	return wt_arena_copy(arena, wt_span_make(digits, sizeof digits));
}
