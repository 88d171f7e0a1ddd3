/*
 * Every form of tests/accuracy/dates_forms.tsv: what each phrase means on the day
 * its article was published.  The values are written as tests/accuracy/dates.md says.
 */
#include "tests/check.h"
#include "tests/unit/extract/dates.h"

#include <string.h>

static int
digits(const char *at, int count)
{
	int n = 0;

	for (int i = 0; i < count; i++)
		n = n * 10 + (at[i] - '0');
	return n;
}

/* One value as "from" or "from/to". */
static void
expand(struct wt_span value, char *out, size_t size)
{
	static const char *const parts[] = { "START", "MID", "END" };
	int year = value.len >= 4 ? digits(value.at, 4) : 0;
	int month = value.len >= 7 && value.at[5] <= '1' ? digits(value.at + 5, 2) : 0;
	int number = value.len == 7 ? value.at[6] - '0' : 0;

	for (int i = 0; i < 3; i++) {
		if (!wt_span_ends(value, wt_span_of(parts[i])))
			continue;
		if (month == 0)
			snprintf(out, size, "%04d-%02d/%04d-%02d", year, 4 * i + 1, year, 4 * i + 4);
		else
			snprintf(out, size, "%04d-%02d-%02d/%04d-%02d-%02d", year, month, 10 * i + 1,
			    year, month, i < 2 ? 10 * i + 10 : wt_month_days(year, month));
		return;
	}
	if (value.len == 4 && value.at[3] == 'X') {
		snprintf(out, size, "%.3s0/%.3s9", value.at, value.at);
	} else if (value.len == 7 && value.at[5] == 'Q') {
		snprintf(out, size, "%04d-%02d/%04d-%02d", year, 3 * number - 2, year, 3 * number);
	} else if (value.len == 7 && value.at[5] == 'H') {
		snprintf(out, size, "%04d-%02d/%04d-%02d", year, 6 * number - 5, year, 6 * number);
	} else if (value.len == 8 && value.at[5] == 'W') {
		uint32_t monday = wt_day_add(wt_week_start(wt_iso_make(year, 1, 4)),
		    7 * (digits(value.at + 6, 2) - 1));
		char from[WT_ISO_MAX], to[WT_ISO_MAX];

		wt_iso_put(monday, from);
		wt_iso_put(wt_day_add(monday, 6), to);
		snprintf(out, size, "%s/%s", from, to);
	} else {
		snprintf(out, size, "%.*s", (int)value.len, value.at);
	}
}

static void
test_row(struct date_tables *t, struct wt_span line)
{
	struct wt_date_context context = { 0 };
	struct wt_span published, text, values, value;
	struct wt_date_hit *hits, kept[32];
	char want[256] = "", got[1024];
	size_t count, n = 0;

	if (!wt_span_cut(&line, '\t', &published) || !wt_span_cut(&line, '\t', &text) ||
	    !wt_span_cut(&line, '\t', &values))
		return;
	while (values.len > 0 && wt_span_cut(&values, '|', &value)) {
		size_t used = strlen(want);

		if (used > 0)
			want[used++] = '|';
		expand(value, want + used, sizeof want - used);
	}
	context.record = wt_iso_get(published.at, published.len);
	count = dates_find(t, text, &context, &hits);
	for (size_t i = 0; i < count && n < 32; i++)
		if (hits[i].from != 0)
			kept[n++] = hits[i];
	CHECK(strcmp(dates_text(kept, n, got, sizeof got), want) == 0, "%.*s: %s, read as %s",
	    (int)text.len, text.at, want, got);
}

int
main(void)
{
	struct date_tables t = { 0 };
	struct wt_error error = { 0 };
	struct wt_map forms;
	struct wt_span rest, line;
	int rows = 0;

	dates_open(&t);
	if (wt_map_open(&forms, "tests/accuracy/dates_forms.tsv", &error) != WT_OK) {
		printf("Bail out! %s\n", error.text);
		return 1;
	}
	rest = forms.bytes;
	while (wt_span_cut(&rest, '\n', &line))
		if (line.len > 0 && line.at[0] != '#' && rows++ > 0)
			test_row(&t, line);
	CHECK(rows > 250, "%d forms", rows - 1);
	wt_map_close(&forms);
	dates_close(&t);
	return check_done();
}
