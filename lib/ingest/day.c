/*
 * day.c - behind day.h.
 *
 * The value is cut into numbers and words.  Three numbers that signs part, or a month by
 * its name with numbers beside it, are a day.
 */
#include "ingest/day.h"

#define PARTS 24                /* numbers and words that are looked at */
#define JAKARTA (7 * 3600)      /* seconds that it is ahead of UTC */
#define FIRST 7305              /* 1990-01-01 and 2100-01-01, in days: other numbers are no times */
#define LAST 47482

struct part {
	struct wt_span text;
	bool number;
	int value;              /* of a number of at most four digits, else -1 */
	char before;            /* the byte in front of it; 0 at the start */
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static int
value_of(struct wt_span digits)
{
	int value = 0;

	for (size_t i = 0; i < digits.len; i++)
		value = value * 10 + (digits.at[i] - '0');
	return value;
}

static size_t
cut_parts(struct wt_span value, struct part *parts)
{
	size_t count = 0;

	for (size_t i = 0, start; i < value.len && count < PARTS; ) {
		struct part *p = &parts[count];
		bool number = is_digit(value.at[i]);

		if (!number && !is_letter(value.at[i])) {
			i++;
			continue;
		}
		for (start = i; i < value.len && (number ? is_digit(value.at[i]) : is_letter(value.at[i])); )
			i++;
		p->text = wt_span_make(value.at + start, i - start);
		p->number = number;
		p->value = number && p->text.len <= 4 ? value_of(p->text) : -1;
		p->before = start > 0 ? value.at[start - 1] : '\0';
		count++;
	}
	return count;
}

/* The number of a month by its name or the beginning of it, in Indonesian or English; 0 if none. */
static int
month_of(struct wt_span word)
{
	static const struct {
		const char *name;
		int month;
	} names[] = {
		{ "januari", 1 }, { "january", 1 }, { "februari", 2 }, { "february", 2 }, { "pebruari", 2 },
		{ "maret", 3 }, { "march", 3 }, { "april", 4 }, { "mei", 5 }, { "may", 5 }, { "juni", 6 },
		{ "june", 6 }, { "juli", 7 }, { "july", 7 }, { "agustus", 8 }, { "august", 8 }, { "agt", 8 },
		{ "ags", 8 }, { "september", 9 }, { "oktober", 10 }, { "october", 10 }, { "november", 11 },
		{ "nopember", 11 }, { "desember", 12 }, { "december", 12 },
	};

	for (size_t i = 0; word.len >= 3 && i < sizeof names / sizeof names[0]; i++) {
		struct wt_span name = wt_span_of(names[i].name);

		/* "Sen" is a day of the week, and no month begins as one does. */
		if (word.len <= name.len && wt_span_same(word, wt_span_make(name.at, word.len)) &&
		    (word.len <= 4 || word.len == name.len))
			return names[i].month;
	}
	return 0;
}

/* Of four digits, or of two in this century. */
static int
year_of(const struct part *p)
{
	if (p->value >= 1900 && p->value <= 2100)
		return p->value;
	return p->text.len == 2 && p->value >= 0 ? 2000 + p->value : 0;
}

static uint32_t
packed(int year, int month, int day)
{
	return year > 0 && month > 0 && wt_day_valid(year, month, day) ? wt_iso_make(year, month, day) : 0;
}

/* Are these three numbers parted by one sign each, the same, as in 7/9/2022? */
static bool
is_joined(const struct part *p)
{
	return p[0].number && p[1].number && p[2].number && p[1].before == p[2].before &&
	    (p[1].before == '/' || p[1].before == '-' || p[1].before == '.') &&
	    p[1].text.at == p[0].text.at + p[0].text.len + 1 &&
	    p[2].text.at == p[1].text.at + p[1].text.len + 1;
}

static uint32_t
in_numbers(const struct part *p)
{
	uint32_t day;

	if (!is_joined(p) || p[1].value < 0)
		return 0;
	if (p[0].text.len == 4)
		return packed(year_of(&p[0]), p[1].value, p[2].value);
	if ((day = packed(year_of(&p[2]), p[1].value, p[0].value)) != 0)
		return day;
	return packed(year_of(&p[2]), p[0].value, p[1].value);
}

/* Does a number stand in front of the month, with no comma between? */
static bool
has_day_before(const struct part *month)
{
	const struct part *p = month - 1;

	for (const char *c = p->text.at + p->text.len; p->number && c < month->text.at; c++)
		if (*c == ',')
			return false;
	return p->number;
}

/* Around the month at `i`: "7 September 2022", "September 7, 2022", "September 2022". */
static uint32_t
in_words(const struct part *parts, size_t count, size_t i)
{
	int month = parts[i].number ? 0 : month_of(parts[i].text);
	bool before = i > 0 && has_day_before(&parts[i]), one = i + 1 < count && parts[i + 1].number;
	bool two = one && i + 2 < count && parts[i + 2].number;
	uint32_t day = 0;

	if (month == 0 || !one)
		return 0;
	if (before)
		day = packed(year_of(&parts[i + 1]), month, parts[i - 1].value);
	if (day == 0 && two && parts[i + 1].text.len <= 2)
		day = packed(year_of(&parts[i + 2]), month, parts[i + 1].value);
	if (day == 0 && !before && parts[i + 1].text.len == 4 && year_of(&parts[i + 1]) > 0)
		day = wt_iso_make(year_of(&parts[i + 1]), month, 0);
	return day;
}

/* A number alone: 20220907, or seconds since 1970. */
static uint32_t
in_digits(struct wt_span digits)
{
	int64_t seconds = 0;

	if (digits.len == 8)
		return packed(value_of(wt_span_make(digits.at, 4)), value_of(wt_span_make(digits.at + 4, 2)),
		    value_of(wt_span_make(digits.at + 6, 2)));
	if (digits.len != 10 && digits.len != 13)
		return 0;
	for (size_t i = 0; i < 10; i++)
		seconds = seconds * 10 + (digits.at[i] - '0');
	seconds = (seconds + JAKARTA) / 86400;
	return seconds < FIRST || seconds > LAST ? 0 : wt_day_of_number((int32_t)seconds);
}

uint32_t
wt_day_read(struct wt_span value)
{
	struct part parts[PARTS];
	uint32_t day;
	size_t count;

	value = wt_span_trim(value);
	if ((day = wt_iso_get(value.at, value.len < 10 ? value.len : 10)) != 0)
		return day;
	count = cut_parts(value, parts);
	if (count == 1 && parts[0].number)
		return in_digits(parts[0].text);
	for (size_t i = 0; i < count && day == 0; i++) {
		if (i + 2 < count)
			day = in_numbers(&parts[i]);
		if (day == 0)
			day = in_words(parts, count, i);
	}
	return day;
}
