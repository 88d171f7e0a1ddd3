/*
 * Every day from 1945 to 2100 in every way it is written: what is rendered is
 * read back as that day, as one hit over the whole text, with the weekday agreeing.
 */
#include "tests/check.h"
#include "tests/unit/extract/dates.h"

#include <string.h>

static const char *const weekdays[] = { "", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu",
	"Minggu" };
static const char *const months[] = { "", "Januari", "Februari", "Maret", "April", "Mei", "Juni",
	"Juli", "Agustus", "September", "Oktober", "November", "Desember" };
static const char *const english[] = { "", "January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December" };

enum form {
	SLASHES, DASHES, POINTS, ISO, WORDS, WEEKDAY_WORDS, BRACKETS, SHORT_BRACKETS, EVENING,
	ENGLISH, CAPITALS, TIMED, OLD, FORMS
};

static const char *const names[] = { "d/m/yyyy", "dd-mm-yyyy", "dd.mm.yyyy", "yyyy-mm-dd",
	"d Month yyyy", "Day, d Month yyyy", "Day (d/m/yyyy)", "Day (d/m)", "Day malam (dd/mm/yyyy)",
	"MONTH d, yyyy", "DAY, D MONTH YYYY", "Day (d/m/yyyy) pukul 09.00 WIB", "old spellings" };

static void
upper(char *s)
{
	for (; *s != '\0'; s++)
		if (*s >= 'a' && *s <= 'z')
			*s = (char)(*s - 32);
}

static void
render(enum form form, uint32_t day, char *out, size_t size)
{
	int y = wt_iso_year(day), m = wt_iso_month(day), d = wt_iso_day(day);
	const char *weekday = weekdays[wt_weekday(day)];

	switch (form) {
	case SLASHES: snprintf(out, size, "%d/%d/%d", d, m, y); break;
	case DASHES: snprintf(out, size, "%02d-%02d-%d", d, m, y); break;
	case POINTS: snprintf(out, size, "%02d.%02d.%d", d, m, y); break;
	case ISO: snprintf(out, size, "%d-%02d-%02d", y, m, d); break;
	case WORDS: snprintf(out, size, "%d %s %d", d, months[m], y); break;
	case WEEKDAY_WORDS: snprintf(out, size, "%s, %d %s %d", weekday, d, months[m], y); break;
	case BRACKETS: snprintf(out, size, "%s (%d/%d/%d)", weekday, d, m, y); break;
	case SHORT_BRACKETS: snprintf(out, size, "%s (%d/%d)", weekday, d, m); break;
	case EVENING: snprintf(out, size, "%s malam (%02d/%02d/%d)", weekday, d, m, y); break;
	case ENGLISH:
		snprintf(out, size, "%s %d, %d", english[m], d, y);
		upper(out);
		break;
	case CAPITALS:
		snprintf(out, size, "%s, %d %s %d", weekday, d, months[m], y);
		upper(out);
		break;
	case TIMED:
		snprintf(out, size, "%s (%d/%d/%d) pukul 09.00 WIB", weekday, d, m, y);
		break;
	default:
		snprintf(out, size, "%s (%d %s %d)", wt_weekday(day) == 5 ? "Jum'at" :
		    wt_weekday(day) == 7 ? "Ahad" : weekday, d, m == 11 ? "Nopember" :
		    m == 2 ? "Pebruari" : months[m], y);
		break;
	}
}

static void
test_form(struct date_tables *t, enum form form)
{
	int wrong = 0;
	char text[80], example[80] = "";
	int32_t first = wt_day_number(wt_iso_make(1945, 1, 1));
	int32_t last = wt_day_number(wt_iso_make(2100, 12, 31));

	for (int32_t n = first; n <= last; n++) {
		struct wt_date_context context = { 0 };
		uint32_t day = wt_day_of_number(n);
		struct wt_date_hit *hits;
		size_t count;
		bool right;

		render(form, day, text, sizeof text);
		if (form == SHORT_BRACKETS)     /* as if published three days later */
			context.record = wt_day_add(day, 3);
		count = dates_find(t, wt_span_of(text), &context, &hits);
		right = count == 1 && hits[0].from == day && hits[0].to == day &&
		    hits[0].start == 0 && hits[0].end == strlen(text) &&
		    hits[0].precision == WT_DATE_DAY && hits[0].weekday_agrees != WT_AGREES_NO;
		if (!right && wrong++ == 0)
			memcpy(example, text, sizeof text);
	}
	CHECK(wrong == 0, "%s: every day of 1945 to 2100%s%s", names[form], wrong > 0 ?
	    ", but not " : "", example);
}

int
main(void)
{
	struct date_tables t = { 0 };

	dates_open(&t);
	for (int form = 0; form < FORMS; form++)
		test_form(&t, (enum form)form);
	dates_close(&t);
	return check_done();
}
