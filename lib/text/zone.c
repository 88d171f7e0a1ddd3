/*
 * zone.c - zones line by line, behind zone.h.
 *
 * A line is the tokens between two line ends.  The marks are made in an order:
 * furniture and related links, then the title among the first lines that are
 * left, the dateline at the front of the first line of the story, and bylines
 * at its end.
 */
#include "text/zone.h"

#define TITLE_MOST 220          /* bytes of a title inside the text */
#define DATELINE_TOKENS 16      /* tokens of a dateline, at most */
#define BYLINE_BYTES 60         /* bytes of "(fdr/nda)" and of "Editor: ...", at most */
#define LINK_BYTES 160          /* bytes of a link's line, at most */
#define PROMOTION_BYTES 320     /* bytes of a promotion and of a caption, at most */
#define CREDIT_TOKENS 5         /* tokens of "Reporter Budi Santoso" without a colon, at most */
#define FRONT_LINES 6           /* lines before the story that may be furniture */

struct line {
	uint32_t first, last;   /* tokens, last exclusive */
};

static struct wt_span
text_of(const struct wt_document *d, uint32_t i)
{
	return wt_token_text(d->text, &d->tokens[i]);
}

static bool
next_line(const struct wt_document *d, struct line *line)
{
	uint32_t i = line->last;

	if (i >= d->ntokens)
		return false;
	line->first = i++;
	while (i < d->ntokens && d->tokens[i].gap == 0)
		i++;
	line->last = i;
	return true;
}

static void
mark(struct wt_document *d, uint32_t first, uint32_t last, enum wt_zone zone)
{
	for (uint32_t i = first; i < last; i++)
		d->tokens[i].zone = (uint8_t)zone;
}

static uint32_t
width(const struct wt_document *d, struct line line)
{
	return d->tokens[line.last - 1].end - d->tokens[line.first].start;
}

static bool
match_phrase(const struct wt_document *d, uint32_t i, uint32_t last, const char *phrase)
{
	for (; i < last; i++, phrase++) {
		struct wt_span norm = d->tokens[i].norm;

		/* No token is empty or has a NUL. */
		if (strncmp(norm.at, phrase, norm.len) != 0)
			return false;
		phrase += norm.len;
		if (*phrase != ' ')
			return *phrase == '\0';
	}
	return false;
}

/* Do the words at token i, in lower case, match `phrase` (one space between words)? */
static inline bool
phrase_at(const struct wt_document *d, uint32_t i, uint32_t last, const char *phrase)
{
	/* The first byte tells most words apart. */
	return i < last && d->tokens[i].norm.at[0] == phrase[0] && match_phrase(d, i, last, phrase);
}

static bool
any_phrase_at(const struct wt_document *d, uint32_t i, uint32_t last, const char *const *list)
{
	char first;

	if (i >= last)
		return false;
	first = d->tokens[i].norm.at[0];
	for (; *list != NULL; list++)
		if (first == (*list)[0] && match_phrase(d, i, last, *list))
			return true;
	return false;
}

static bool
is_sentence_end(const struct wt_document *d, struct line line)
{
	struct wt_span s = text_of(d, line.last - 1);

	return wt_span_is(s, ".") || wt_span_is(s, "!") || wt_span_is(s, "?") || wt_span_is(s, "\"") ||
	    wt_span_is(s, "\xe2\x80\x9d") || wt_span_is(s, ")");
}

static bool
is_related_cue(const struct wt_document *d, struct line line)
{
	static const char *const cues[] = { "baca juga", "baca :", "baca pula", "baca _ juga", "simak juga", "simak :",
	    "lihat juga", "artikel terkait", "berita terkait", "tonton juga", "saksikan juga", "baca selengkapnya",
	    "berita lainnya", "artikel lainnya", NULL };
	uint32_t first = line.first;

	/* A bullet, bracket or quote may stand before the cue. */
	while (first < line.last && d->tokens[first].kind == WT_TOKEN_PUNCT)
		first++;
	return any_phrase_at(d, first, line.last, cues);
}

/* Does the cue stand alone, so that links follow on lines of their own? */
static bool
is_bare_cue(const struct wt_document *d, struct line line)
{
	return wt_span_is(text_of(d, line.last - 1), ":") || line.last - line.first <= 3;
}

static bool
is_bullet(const struct wt_document *d, uint32_t i)
{
	struct wt_span s = text_of(d, i);

	return d->tokens[i].kind == WT_TOKEN_PUNCT && (strchr("-*|>", s.at[0]) != NULL ||
	    wt_span_is(s, "\xe2\x80\xa2") || wt_span_is(s, "\xe2\x80\x93"));
}

/* Do most words start with a capital, as in a headline? */
static bool
is_headline(const struct wt_document *d, struct line line)
{
	uint32_t words = 0, capitals = 0;

	for (uint32_t i = line.first; i < line.last; i++) {
		words += d->tokens[i].kind == WT_TOKEN_WORD;
		capitals += d->tokens[i].kind == WT_TOKEN_WORD && d->tokens[i].shape > WT_SHAPE_LOWER;
	}
	return capitals * 10 >= words * 7;
}

/* A short line under a bare cue that does not read like a sentence of the story. */
static bool
is_link(const struct wt_document *d, struct line line)
{
	if (width(d, line) > LINK_BYTES)
		return false;
	if (is_bullet(d, line.first) || !is_sentence_end(d, line))
		return true;
	return !wt_span_is(text_of(d, line.last - 1), ".") && is_headline(d, line);
}

/* "Ikuti berita terbaru ... di Google News", "Simak Video '...'": what the paper wants of its readers. */
static bool
is_promotion(const struct wt_document *d, struct line line)
{
	static const char *const cues[] = { "dapatkan update", "dapatkan berita terbaru", "dapatkan berita pilihan",
	    "dapatkan kabar terbaru", "ikuti berita", "ikuti saluran", "ikuti kanal", "ikuti update", "ikuti channel",
	    "ikuti media sosial", "ikuti terus berita", "simak video", "simak berita", "simak breaking news",
	    "saksikan video", "tonton video", "baca berita lainnya", "baca artikel lainnya", "baca berita menarik",
	    "baca konten dengan", "langganan buletin", "langganan newsletter", "berlangganan newsletter",
	    "cek berita", "cek artikel", "update berita", "gabung di grup", "mari bergabung di", "jangan lewatkan berita",
	    "unduh aplikasi", "download aplikasi", "scroll to", "scroll untuk", "[ gambas", "advertisement scroll",
	    NULL };
	uint32_t first = line.first;

	while (first < line.last && d->tokens[first].kind == WT_TOKEN_PUNCT && !wt_span_is(text_of(d, first), "["))
		first++;
	return width(d, line) <= PROMOTION_BYTES && any_phrase_at(d, first, line.last, cues);
}

/* "Hak cipta Kabar Contoh 2001. Dilarang memuat ulang tanpa izin." */
static bool
is_rights(const struct wt_document *d, struct line line)
{
	if (width(d, line) > PROMOTION_BYTES || !phrase_at(d, line.first, line.last, "hak cipta"))
		return false;
	for (uint32_t i = line.first; i < line.last; i++)
		if (wt_span_is(d->tokens[i].norm, "dilarang") || wt_span_is(d->tokens[i].norm, "dilindungi"))
			return true;
	return false;
}

/* "Lokasi rencana taman. Foto: Kabar Contoh", "... (Foto: Istimewa)": a caption with who took the picture. */
static bool
is_caption(const struct wt_document *d, struct line line)
{
	uint32_t i = line.last;

	if (width(d, line) > PROMOTION_BYTES)
		return false;
	while (i > line.first && line.last - i < CREDIT_TOKENS + 3) {
		i--;
		if (phrase_at(d, i, line.last, "foto :"))
			return i + 2 < line.last && !wt_span_is(text_of(d, line.last - 1), ".");
	}
	return false;
}

static bool
is_furniture(const struct wt_document *d, struct line line)
{
	static const char *const cues[] = { "tags :", "tag :", "copyright", "hak cipta", "scroll to",
	    "lanjutkan membaca", "foto :", "video :", "\xc2\xa9", "topik :", "ikuti kami", "share :", "bagikan :",
	    "bagikan ke", "bagikan ini", "bagikan berita", "bagikan artikel", "follow us", "iklan :", NULL };
	static const char *const scraps[] = { "post-img", "image", "img", "print", "email", "telegram", "line", "komentar",
	    "share", "bagikan", "advertisement", "iklan", "facebook", "twitter", "whatsapp", "follow", "instagram",
	    "berita", "artikel", "sebelumnya", "berikutnya", "selanjutnya", NULL };
	uint32_t i = line.first;

	if (is_promotion(d, line) || is_rights(d, line) || is_caption(d, line))
		return true;
	if (width(d, line) > LINK_BYTES)
		return false;
	if (any_phrase_at(d, line.first, line.last, cues) && !is_sentence_end(d, line))
		return true;
	/* Names of buttons and signs alone: "Facebook Twitter", "***". */
	while (i < line.last && (d->tokens[i].kind == WT_TOKEN_PUNCT || any_phrase_at(d, i, line.last, scraps)))
		i++;
	/* "(***)" is a byline. */
	return i == line.last && (i == line.first + 1 || strchr("([", d->text.at[d->tokens[line.first].start]) == NULL);
}

static bool
is_month(struct wt_span word)
{
	static const char *const months[] = { "januari", "january", "februari", "february", "maret", "march", "april",
	    "mei", "may", "juni", "june", "juli", "july", "agustus", "august", "september", "oktober", "october",
	    "november", "desember", "december", NULL };

	for (const char *const *m = months; *m != NULL; m++)
		if (wt_span_is(word, *m))
			return true;
	return false;
}

/* "DECEMBER 9, 2022", "Rabu, 7 September 2022 | 10:15 WIB": a date and little else. */
static bool
is_date_line(const struct wt_document *d, struct line line)
{
	bool month = false, number = false;

	if (line.last - line.first > 10)
		return false;
	for (uint32_t i = line.first; i < line.last; i++) {
		month = month || is_month(d->tokens[i].norm);
		number = number || d->tokens[i].kind == WT_TOKEN_NUMBER;
	}
	return month && number;
}

/* "Radar Serang": the name of a paper, alone on its line. */
static bool
is_paper_line(const struct wt_document *d, struct line line)
{
	static const char *const papers[] = { "radar", "tribun", "harian", "koran", "kabar", "antara", "kompas",
	    "suara", "berita", "media", "pikiran rakyat", "redaksi", NULL };

	return line.last - line.first <= 3 &&
	    (any_phrase_at(d, line.first, line.last, papers) || d->tokens[line.first].kind == WT_TOKEN_URL);
}

/* A dash, bar or colon-free sign that may close a dateline. */
static bool
closes_dateline(const struct wt_document *d, uint32_t i)
{
	struct wt_span s = text_of(d, i);

	if (d->tokens[i].kind != WT_TOKEN_PUNCT)
		return false;
	/* "Jakarta-Bandung" is no dateline: a hyphen has a space on one side at least. */
	if (s.at[0] == '-')
		return d->tokens[i].space || i + 1 >= d->ntokens || d->tokens[i + 1].space || s.len > 1;
	return s.at[0] == '|' || wt_span_is(s, "\xe2\x80\x93") || wt_span_is(s, "\xe2\x80\x94");
}

static bool
fits_dateline(const struct wt_document *d, uint32_t i)
{
	const struct wt_token *t = &d->tokens[i];
	struct wt_span s = text_of(d, i);

	if (t->kind == WT_TOKEN_PUNCT)
		return s.len == 1 && strchr(",()/.:;|[]*", s.at[0]) != NULL;
	return t->shape != WT_SHAPE_LOWER || t->kind == WT_TOKEN_URL;
}

/* The token behind the dateline at the front of a line, or line.first. */
static uint32_t
dateline_end(const struct wt_document *d, struct line line)
{
	for (uint32_t i = line.first; i < line.last && i < line.first + DATELINE_TOKENS; i++) {
		if (closes_dateline(d, i) && i > line.first) {
			while (i < line.last && closes_dateline(d, i))
				i++;
			/* A story begins with a capital: "Sekonyong - konyong" is a word. */
			return i < line.last && d->tokens[i].shape != WT_SHAPE_LOWER ? i : line.first;
		}
		if (!fits_dateline(d, i))
			return line.first;
	}
	return line.first;
}

/* Is a colon among the first tokens of a line? */
static bool
has_colon(const struct wt_document *d, struct line line)
{
	for (uint32_t i = line.first; i < line.last && i < line.first + CREDIT_TOKENS; i++)
		if (wt_span_is(text_of(d, i), ":"))
			return true;
	return false;
}

/* "Editor: ...", "Penulis : ...", "Reporter Budi Santoso"; no headline "Penulis Novel ... Hadir di ..." */
static bool
is_credit(const struct wt_document *d, struct line line)
{
	static const char *const cues[] = { "editor", "penulis", "reporter", "pewarta", "laporan wartawan",
	    "laporan reporter", "kontributor", "sumber :", "penyunting", "redaktur", NULL };

	return width(d, line) <= BYLINE_BYTES + 40 && any_phrase_at(d, line.first, line.last, cues) &&
	    !is_sentence_end(d, line) && (line.last - line.first <= CREDIT_TOKENS || has_colon(d, line) ||
	    phrase_at(d, line.first, line.last, "laporan wartawan") ||
	    phrase_at(d, line.first, line.last, "laporan reporter"));
}

/* The first token of a bracket like "(fdr/nda)" that ends the line, or line.last. */
static uint32_t
byline_start(const struct wt_document *d, struct line line)
{
	uint32_t i = line.last - 1;
	bool slash = false;
	const char *open = wt_span_is(text_of(d, i), "]") ? "[" : "(";

	if (!wt_span_is(text_of(d, i), ")") && !wt_span_is(text_of(d, i), "]"))
		return line.last;
	while (i > line.first && !wt_span_is(text_of(d, i), open)) {
		/* "(fdr/nda)"; the stroke of "(5/2/2020)" is inside a number. */
		slash = slash || wt_span_is(text_of(d, i), "/");
		i--;
	}
	if (!wt_span_is(text_of(d, i), open) ||
	    d->tokens[line.last - 1].end - d->tokens[i].start > BYLINE_BYTES)
		return line.last;
	/* Alone on its line, or behind a full stop or quote: "tandasnya.(Adi/Difa)". */
	if (i == line.first)
		return i;
	struct wt_span before = text_of(d, i - 1);
	bool closed = before.at[0] == '.' || before.at[0] == '"' || wt_span_is(before, "\xe2\x80\x9d") ||
	    wt_span_is(before, "!") || wt_span_is(before, "?");
	return closed || (slash && line.last - i <= 6) ? i : line.last;
}

static void
mark_byline(struct wt_document *d, uint32_t first, uint32_t last)
{
	mark(d, first, last, WT_ZONE_BYLINE);
	d->byline = wt_span_make(d->text.at + d->tokens[first].start,
	    d->tokens[last - 1].end - d->tokens[first].start);
}

/* Furniture, related links and bylines, which may stand anywhere. */
static void
mark_lines(struct wt_document *d)
{
	struct line line = { 0 };
	bool links = false;

	while (next_line(d, &line)) {
		uint32_t start;

		links = links && is_link(d, line);
		if (width(d, line) <= LINK_BYTES * 2 && is_related_cue(d, line)) {
			mark(d, line.first, line.last, WT_ZONE_RELATED);
			links = is_bare_cue(d, line);
		} else if (links) {
			mark(d, line.first, line.last, WT_ZONE_RELATED);
		} else if (is_furniture(d, line)) {
			mark(d, line.first, line.last, WT_ZONE_FURNITURE);
		} else if (is_credit(d, line)) {
			mark_byline(d, line.first, line.last);
		} else if ((start = byline_start(d, line)) < line.last) {
			mark_byline(d, start, line.last);
		}
	}
}

/* Does a line end as sentences do and headlines do not: with a full stop, perhaps in quotes? */
static bool
ends_with_stop(const struct wt_document *d, struct line line)
{
	uint32_t i = line.last - 1;

	if (i > line.first && (wt_span_is(text_of(d, i), "\"") || wt_span_is(text_of(d, i), "\xe2\x80\x9d")))
		i--;
	return wt_span_is(text_of(d, i), ".");
}

/* Can this line, the first of the story's page, be its title? */
static bool
is_title(const struct wt_document *d, struct line line)
{
	uint32_t end = line.last;

	if (width(d, line) > TITLE_MOST || end >= d->ntokens || ends_with_stop(d, line) ||
	    dateline_end(d, line) != line.first)
		return false;
	/* A line that goes on with a small letter is the first of a wrapped paragraph. */
	return d->tokens[end].gap == 2 ||
	    (line.last - line.first <= 20 && d->tokens[end].shape != WT_SHAPE_LOWER);
}

static void
mark_title(struct wt_document *d, struct line line)
{
	mark(d, line.first, line.last, WT_ZONE_TITLE);
	d->title = wt_span_make(d->text.at + d->tokens[line.first].start, width(d, line));
}

/* Front matter inside the text: dates and papers above the title, the title, the dateline. */
static void
mark_front(struct wt_document *d, struct line line, bool titled)
{
	int front = 0;
	uint32_t end;

	while (next_line(d, &line)) {
		if (d->tokens[line.first].zone != WT_ZONE_BODY)
			continue;
		if (++front <= FRONT_LINES && (is_date_line(d, line) || is_paper_line(d, line))) {
			mark(d, line.first, line.last, WT_ZONE_FURNITURE);
			continue;
		}
		if (!titled && is_title(d, line)) {
			mark_title(d, line);
			titled = true;
			continue;
		}
		end = dateline_end(d, line);
		if (end > line.first) {
			mark(d, line.first, end, WT_ZONE_DATELINE);
			d->dateline = wt_span_make(d->text.at + d->tokens[line.first].start,
			    d->tokens[end - 1].end - d->tokens[line.first].start);
		}
		return;
	}
}

void
wt_zones_mark(struct wt_document *d)
{
	struct line line = { 0 };
	bool titled = d->body_start > 0;

	mark(d, 0, d->ntokens, WT_ZONE_BODY);
	mark_lines(d);
	if (titled) {
		/* The given title may hold line ends: all before the text is title. */
		while (line.last < d->ntokens && d->tokens[line.last].start < d->body_start)
			line.last++;
		mark(d, 0, line.last, WT_ZONE_TITLE);
	}
	mark_front(d, line, titled);
}
