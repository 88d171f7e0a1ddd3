/* field.c - a table of names, and a reader of dates, behind field.h. */
#include "query/field.h"

static const struct {
	const char *name;
	enum wt_field field;
} names[] = {
	{ "title", WT_FIELD_TITLE }, { "judul", WT_FIELD_TITLE },
	{ "region", WT_FIELD_REGION }, { "wilayah", WT_FIELD_REGION },
	{ "official", WT_FIELD_OFFICIAL }, { "pejabat", WT_FIELD_OFFICIAL },
	{ "agency", WT_FIELD_AGENCY }, { "instansi", WT_FIELD_AGENCY },
	{ "programme", WT_FIELD_PROGRAMME }, { "program", WT_FIELD_PROGRAMME },
	{ "sector", WT_FIELD_SECTOR }, { "urusan", WT_FIELD_SECTOR },
	{ "status", WT_FIELD_STATUS },
	{ "source", WT_FIELD_SOURCE }, { "sumber", WT_FIELD_SOURCE },
	{ "date", WT_FIELD_DATE }, { "tanggal", WT_FIELD_DATE },
	{ "mentions", WT_FIELD_MENTIONS }, { "disebut", WT_FIELD_MENTIONS },
};

static bool
same_letters(struct wt_span a, const char *lower)
{
	if (a.len != strlen(lower))
		return false;
	for (size_t i = 0; i < a.len; i++) {
		char c = a.at[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if (c != lower[i])
			return false;
	}
	return true;
}

bool
wt_field_find(struct wt_span name, enum wt_field *field)
{
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		if (same_letters(name, names[i].name)) {
			*field = names[i].field;
			return true;
		}
	}
	return false;
}

const char *
wt_field_name(enum wt_field field)
{
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		if (names[i].field == field)
			return names[i].name;
	}
	return "text";
}

bool
wt_field_is_text(enum wt_field field)
{
	return field == WT_FIELD_TEXT || field == WT_FIELD_TITLE;
}

bool
wt_field_is_dates(enum wt_field field)
{
	return field == WT_FIELD_DATE || field == WT_FIELD_MENTIONS;
}

/* Exactly `digits` digits from *at on; false, with *at at the byte that is wrong. */
static bool
read_number(struct wt_span s, size_t *at, unsigned digits, uint32_t *value)
{
	*value = 0;
	for (; digits > 0; digits--, ++*at) {
		if (*at >= s.len || s.at[*at] < '0' || s.at[*at] > '9')
			return false;
		*value = *value * 10 + (uint32_t)(s.at[*at] - '0');
	}
	return true;
}

static uint32_t
days_of(uint32_t year, uint32_t month)
{
	static const uint8_t days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 2 && leap ? 29 : days[month - 1];
}

/* A year, a month or a day: its first and its last day. */
static int
read_date(struct wt_span s, size_t *at, uint32_t *from, uint32_t *to, struct wt_error *error)
{
	uint32_t year, month = 0, day = 0;
	size_t start = *at;

	if (!read_number(s, at, 4, &year) || year == 0)
		return wt_error_set(error, WT_ESYNTAX, *at,
		    "a date is written 2022, 2022-06 or 2022-06-15");
	if (*at < s.len && s.at[*at] == '-') {
		start = ++*at;
		if (!read_number(s, at, 2, &month))
			return wt_error_set(error, WT_ESYNTAX, *at, "a month has two digits");
		if (month < 1 || month > 12)
			return wt_error_set(error, WT_ESYNTAX, start, "there is no month %02u",
			    (unsigned)month);
		if (*at < s.len && s.at[*at] == '-') {
			start = ++*at;
			if (!read_number(s, at, 2, &day))
				return wt_error_set(error, WT_ESYNTAX, *at, "a day has two digits");
			if (day < 1 || day > days_of(year, month))
				return wt_error_set(error, WT_ESYNTAX, start,
				    "there is no day %02u in that month", (unsigned)day);
		}
	}
	*from = year * 10000 + (month == 0 ? 1 : month) * 100 + (day == 0 ? 1 : day);
	if (month == 0)
		month = 12;
	*to = year * 10000 + month * 100 + (day == 0 ? days_of(year, month) : day);
	return WT_OK;
}

static bool
at_dots(struct wt_span s, size_t at)
{
	return s.len - at >= 2 && s.at[at] == '.' && s.at[at + 1] == '.';
}

int
wt_field_dates(struct wt_span text, uint32_t *from, uint32_t *to, struct wt_error *error)
{
	size_t at = 0;
	uint32_t unused;
	int err;

	*from = 0;
	*to = WT_LAST_DAY;
	if (!at_dots(text, 0) && (err = read_date(text, &at, from, to, error)) != WT_OK)
		return err;
	if (at_dots(text, at)) {
		at += 2;
		*to = WT_LAST_DAY;
		if (at < text.len && (err = read_date(text, &at, &unused, to, error)) != WT_OK)
			return err;
	}
	if (at < text.len)
		return wt_error_set(error, WT_ESYNTAX, at, "a date ends before this");
	if (*from == 0 && *to == WT_LAST_DAY)
		return wt_error_set(error, WT_ESYNTAX, 0, "a range of dates has no ends");
	if (*from > *to)
		return wt_error_set(error, WT_ESYNTAX, 0, "the range ends before it begins");
	return WT_OK;
}
