/* pattern.c - the only user of PCRE2. */
#include "extract/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#define BEFORE 64
#define BEHIND 256
#define MATCH_LIMIT 10000
#define DEPTH_LIMIT 250
#define HEAP_LIMIT 256          /* KiB */

int
wt_pattern_compile(struct wt_pattern *p, struct wt_error *error)
{
	const uint32_t options = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_CASELESS |
	    PCRE2_ANCHORED | PCRE2_NEVER_BACKSLASH_C | PCRE2_EXTENDED;
	pcre2_code *code;
	pcre2_match_context *limits;
	PCRE2_SIZE offset;
	int number;

	if (p->code != NULL)
		return WT_OK;
	code = pcre2_compile((PCRE2_SPTR)p->source.at, p->source.len, options, &number, &offset,
	    NULL);
	if (code == NULL) {
		PCRE2_UCHAR text[120];

		if (number == PCRE2_ERROR_HEAP_FAILED)
			return wt_error_set(error, WT_ENOMEM, p->line, "no memory for a pattern");
		pcre2_get_error_message(number, text, sizeof text);
		return wt_error_set(error, WT_ESYNTAX, p->line, "%s:%u: pattern: %s at byte %zu",
		    p->file, p->line, (const char *)text, (size_t)offset);
	}
	pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);    /* without JIT it is only slower */
	limits = pcre2_match_context_create(NULL);
	p->match = pcre2_match_data_create_from_pattern(code, NULL);
	if (limits == NULL || p->match == NULL) {
		pcre2_code_free(code);
		pcre2_match_context_free(limits);
		pcre2_match_data_free(p->match);
		p->match = NULL;
		return wt_error_set(error, WT_ENOMEM, p->line, "no memory for a pattern");
	}
	pcre2_set_match_limit(limits, MATCH_LIMIT);
	pcre2_set_depth_limit(limits, DEPTH_LIMIT);
	pcre2_set_heap_limit(limits, HEAP_LIMIT);
	p->code = code;
	p->limits = limits;
	return WT_OK;
}

int
wt_pattern_match(struct wt_pattern *p, struct wt_span text, size_t at, struct wt_error *error)
{
	size_t base = at > BEFORE ? at - BEFORE : 0;
	size_t end = text.len - at > BEHIND ? at + BEHIND : text.len;
	PCRE2_SIZE *found;
	int code = wt_pattern_compile(p, error);

	if (code != WT_OK)
		return code;
	p->base = base;
	code = pcre2_match(p->code, (PCRE2_SPTR)text.at + base, end - base, at - base, 0,
	    p->match, p->limits);
	if (code == PCRE2_ERROR_NOMEMORY)
		return wt_error_set(error, WT_ENOMEM, p->line, "no memory to match a pattern");
	if (code <= 0)
		return 0;
	found = pcre2_get_ovector_pointer(p->match);
	if (found[0] != at - base || found[1] <= found[0])      /* \K moved the start */
		return 0;
	return (int)(found[1] - found[0]);
}

struct wt_span
wt_pattern_group(const struct wt_pattern *p, struct wt_span text, const char *name)
{
	PCRE2_SIZE *found = pcre2_get_ovector_pointer(p->match);
	int number = pcre2_substring_number_from_name(p->code, (PCRE2_SPTR)name);

	if (number <= 0 || found[2 * number] == PCRE2_UNSET ||
	    found[2 * number + 1] < found[2 * number])
		return wt_span_make(NULL, 0);
	return wt_span_make(text.at + p->base + found[2 * number],
	    found[2 * number + 1] - found[2 * number]);
}

void
wt_pattern_close(struct wt_pattern *p)
{
	pcre2_code_free(p->code);
	pcre2_match_data_free(p->match);
	pcre2_match_context_free(p->limits);
	p->code = p->match = p->limits = NULL;
}
