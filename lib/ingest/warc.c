/*
 * warc.c - behind warc.h.
 *
 *      file     = record*
 *      record   = "WARC/1." digit CRLF field* CRLF block CRLF CRLF
 *      field    = name ":" value CRLF
 *      block    = Content-Length bytes; of a response: HTTP head, CRLF, body
 */
#include "ingest/warc.h"
#include "ingest/archive.h"
#include "ingest/clean.h"
#include "ingest/html.h"

#include <stdlib.h>

#define LINE ((size_t)64 << 10)         /* bytes of a field */
#define FIELDS 500                      /* of a head */
#define BLOCK (WT_HTML_LIMIT + LINE)    /* bytes of a page with its HTTP head */
#define URI 4000                        /* bytes of an address that are kept */

struct head {
	char uri[URI], type[40], date[40], content[100];
	uint64_t length;
	bool has_length;
};

struct wt_warc {
	struct wt_stream *stream;
	uint64_t number;
	struct head head;
	struct wt_buf joined, inflated;
};

/* What an HTTP head says. */
struct http {
	struct wt_span status, type, transfer, encoding, body;
};

int
wt_warc_open(struct wt_stream *s, struct wt_warc **out, struct wt_error *error)
{
	struct wt_warc *w = calloc(1, sizeof *w);

	*out = w;
	if (w == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	w->stream = s;
	return WT_OK;
}

void
wt_warc_close(struct wt_warc *w)
{
	if (w == NULL)
		return;
	wt_buf_free(&w->joined);
	wt_buf_free(&w->inflated);
	free(w);
}

static void
keep(char *place, size_t size, struct wt_span value)
{
	size_t len = value.len < size - 1 ? value.len : size - 1;

	memcpy(place, value.at, len);
	place[len] = '\0';
}

/* "Name: value" in two; false if it is none. */
static bool
split(struct wt_span line, struct wt_span *name, struct wt_span *value)
{
	*value = line;
	wt_span_cut(value, ':', name);
	if (value->at == NULL)
		return false;
	*name = wt_span_trim(*name);
	*value = wt_span_trim(*value);
	return true;
}

static bool
named(struct wt_span name, const char *wanted)
{
	return wt_span_same(name, wt_span_of(wanted));
}

/* A number in some base at the front, up to 2^48; false if there is none. */
static bool
number_of(struct wt_span s, unsigned base, uint64_t *number)
{
	size_t i = 0;

	*number = 0;
	for (; i < s.len && *number < (uint64_t)1 << 48; i++) {
		char c = s.at[i];
		unsigned digit = c >= '0' && c <= '9' ? (unsigned)(c - '0') : c >= 'a' && c <= 'f' ?
		    (unsigned)(c - 'a') + 10 : c >= 'A' && c <= 'F' ? (unsigned)(c - 'A') + 10 : 99;

		if (digit >= base)
			break;
		*number = *number * base + digit;
	}
	return i > 0 && *number < (uint64_t)1 << 48;
}

static void
take_field(struct head *h, struct wt_span line)
{
	struct wt_span name, value;

	if (!split(line, &name, &value))
		return;
	if (named(name, "WARC-Type")) {
		keep(h->type, sizeof h->type, value);
	} else if (named(name, "WARC-Date")) {
		keep(h->date, sizeof h->date, value);
	} else if (named(name, "Content-Type")) {
		keep(h->content, sizeof h->content, value);
	} else if (named(name, "Content-Length")) {
		h->has_length = number_of(value, 10, &h->length);
	} else if (named(name, "WARC-Target-URI")) {
		/* Some writers put it in angle brackets. */
		if (value.len > 1 && value.at[0] == '<' && value.at[value.len - 1] == '>')
			value = wt_span_make(value.at + 1, value.len - 2);
		keep(h->uri, sizeof h->uri, value);
	}
}

/* The head of the next record; WT_ENOENT at the end. */
static int
read_head(struct wt_warc *w)
{
	struct wt_span line;
	int code, fields = 0;

	w->head = (struct head){ 0 };
	do
		code = wt_stream_line(w->stream, LINE, &line);
	while (code == WT_OK && line.len == 0);
	if (code != WT_OK)
		return code;
	if (!wt_span_starts(line, WT_SPAN("WARC/")))
		return WT_ECORRUPT;
	while ((code = wt_stream_line(w->stream, LINE, &line)) == WT_OK && line.len > 0) {
		if (fields++ == FIELDS)
			return WT_ECORRUPT;
		take_field(&w->head, line);
	}
	return code != WT_OK || !w->head.has_length ? WT_ECORRUPT : WT_OK;
}

/* The parts of an HTTP response.  False if it is none. */
static bool
read_http(struct wt_span block, struct http *h)
{
	struct wt_span line, name, value;

	*h = (struct http){ .body = { "", 0 } };
	if (!wt_span_cut(&block, '\n', &line) || !wt_span_starts(line, WT_SPAN("HTTP/")))
		return false;
	wt_span_cut(&line, ' ', &name);
	h->status = wt_span_trim(line);
	while (wt_span_cut(&block, '\n', &line) && (line = wt_span_trim(line)).len > 0) {
		if (!split(line, &name, &value))
			continue;
		if (named(name, "Content-Type"))
			h->type = value;
		else if (named(name, "Transfer-Encoding"))
			h->transfer = value;
		else if (named(name, "Content-Encoding"))
			h->encoding = value;
	}
	if (block.at != NULL)
		h->body = block;
	return true;
}

/* text/html and application/xhtml+xml, with whatever stands behind. */
static bool
is_html(struct wt_span type)
{
	struct wt_span media;

	if (!wt_span_cut(&type, ';', &media))
		return false;
	media = wt_span_trim(media);
	return named(media, "text/html") || named(media, "application/xhtml+xml");
}

/* The charset of a Content-Type, or empty. */
static struct wt_span
charset_of(struct wt_span type)
{
	struct wt_span part, name;

	while (wt_span_cut(&type, ';', &part)) {
		wt_span_cut(&part, '=', &name);
		if (part.at == NULL || !named(wt_span_trim(name), "charset"))
			continue;
		part = wt_span_trim(part);
		if (part.len > 1 && part.at[0] == '"')
			part = wt_span_make(part.at + 1, part.len - 2);
		return part;
	}
	return wt_span_make("", 0);
}

/* Join chunks.  Archives keep the header of pages whose chunks they joined already. */
static int
join_chunks(struct wt_warc *w, struct wt_span *body, struct wt_error *error)
{
	struct wt_span rest = *body, line;
	uint64_t size;

	wt_buf_clear(&w->joined);
	while (wt_span_cut(&rest, '\n', &line)) {
		if (!number_of(line, 16, &size)) {
			if (w->joined.len == 0)
				return WT_OK;
			break;
		}
		if (size == 0) {
			*body = wt_buf_span(&w->joined);
			return w->joined.err;
		}
		if (rest.at == NULL || rest.len < size)
			break;
		wt_buf_put(&w->joined, rest.at, (size_t)size);
		rest = wt_span_make(rest.at + size, rest.len - (size_t)size);
		wt_span_cut(&rest, '\n', &line);
	}
	return wt_error_set(error, WT_EINVAL, 0, "the page's chunks are broken");
}

/* Undo what HTTP did to the body. */
static int
unpack(struct wt_warc *w, const struct http *h, struct wt_span *body, struct wt_error *error)
{
	int code = WT_OK;

	*body = h->body;
	if (named(h->transfer, "chunked"))
		code = join_chunks(w, body, error);
	if (code != WT_OK || h->encoding.len == 0 || named(h->encoding, "identity"))
		return code;
	if (!named(h->encoding, "gzip") && !named(h->encoding, "x-gzip"))
		return wt_error_set(error, WT_EINVAL, 0, "the page is packed with '%.*s', which is not known",
		    (int)h->encoding.len, h->encoding.at);
	/* Archives may have inflated it already. */
	if (!wt_span_starts(*body, WT_SPAN("\x1f\x8b")))
		return WT_OK;
	wt_buf_clear(&w->inflated);
	code = wt_archive_inflate(*body, WT_HTML_LIMIT, &w->inflated, error);
	*body = wt_buf_span(&w->inflated);
	return code;
}

/* Fill a record from the block of a page.  WT_ENOENT: it is none. */
static int
read_page(struct wt_warc *w, struct wt_span block, bool response, struct wt_record *r,
    struct wt_error *error)
{
	struct http h = { .status = WT_SPAN("200"), .type = wt_span_of(w->head.content), .body = block };
	struct wt_span body;
	int code;

	if (response && !read_http(block, &h))
		return wt_error_set(error, WT_EINVAL, 0, "no HTTP response");
	if (!wt_span_starts(h.status, WT_SPAN("200")) || !is_html(h.type))
		return WT_ENOENT;
	code = unpack(w, &h, &body, error);
	if (code == WT_OK)
		code = wt_record_html(r, body, charset_of(h.type), error);
	if (code == WT_OK && *w->head.uri != '\0')
		r->article.url = wt_clean_line(&r->arena, wt_span_of(w->head.uri));
	if (code == WT_OK)
		r->article.fetched = wt_clean_line(&r->arena, wt_span_of(w->head.date));
	/* A page cannot end the file. */
	return code == WT_ECORRUPT || code == WT_ENOENT ? WT_EINVAL : code;
}

/* Take the block of a record; WT_ENOENT if it is no page, and passed over. */
static int
read_block(struct wt_warc *w, struct wt_record *r, struct wt_error *error)
{
	const struct head *h = &w->head;
	bool response = named(wt_span_of(h->type), "response") &&
	    wt_span_starts(wt_span_of(h->content), WT_SPAN("application/http"));
	bool page = response || (named(wt_span_of(h->type), "resource") && is_html(wt_span_of(h->content)));
	struct wt_span block;
	int code;

	if (!page || h->length > BLOCK) {
		code = wt_stream_pass(w->stream, h->length);
		if (code == WT_OK && page)
			return wt_error_set(error, WT_ELIMIT, 0, "a page of more than %zu bytes", WT_HTML_LIMIT);
		return code == WT_OK ? WT_ENOENT : code;
	}
	if ((code = wt_stream_take(w->stream, (size_t)h->length, &block)) != WT_OK)
		return code;
	return read_page(w, block, response, r, error);
}

int
wt_warc_next(struct wt_warc *w, struct wt_record *r, struct wt_error *error)
{
	int code;

	for (;;) {
		r->position = ++w->number;
		code = read_head(w);
		if (code == WT_ENOENT)
			return code;
		if (code != WT_OK)
			return wt_error_set(error, code == WT_ENOMEM ? code : WT_ECORRUPT, 0,
			    "no head of a WARC record");
		code = read_block(w, r, error);
		if (code == WT_ECORRUPT || code == WT_EIO)
			return wt_error_set(error, code, 0, "the WARC record ends early");
		if (code != WT_ENOENT)
			return code;
	}
}
