/*
 * encoding.h - which encoding bytes are in, and UTF-8 of them: the only user of iconv.
 *
 * In this order: a mark at the front (BOM); bytes that are valid UTF-8 are UTF-8,
 * whatever is declared; what is declared (HTTP, meta tag); at last the bytes
 * themselves.  By its bytes a text is UTF-16 if every other byte of its
 * front is NUL, and Windows-1252 if it has bytes above 127, none of them a part of a
 * UTF-8 character, each a sign or a letter that stands among letters as accented
 * letters do.  Anything else is UTF-8 with faults, or no text at all.
 */
#ifndef WT_INGEST_ENCODING_H
#define WT_INGEST_ENCODING_H

#include "base/arena.h"
#include "ingest/stream.h"

enum wt_encoding {
	WT_ENCODING_UTF8,
	WT_ENCODING_UTF16LE,
	WT_ENCODING_UTF16BE,
	WT_ENCODING_WINDOWS_1252,       /* and Latin-1, which it contains */
	WT_ENCODING_UNKNOWN             /* a name that means none of these, or no text */
};

/* How it is known. */
enum wt_encoding_by { WT_ENCODING_BY_MARK, WT_ENCODING_BY_NAME, WT_ENCODING_BY_BYTES };

struct wt_encoded {
	enum wt_encoding encoding;
	enum wt_encoding_by by;
};

/* "Windows-1252" and so on. */
const char *wt_encoding_name(enum wt_encoding encoding);

/* The encoding of a label as web pages write it, in any case of letters. */
enum wt_encoding wt_encoding_labelled(struct wt_span label);

/* The label in the first meta tag with a charset, or the XML declaration; empty if there is none. */
struct wt_span wt_encoding_declared(struct wt_span page);

/*
 * UTF-16 at the front of a file, by its mark or by its bytes; else UTF-8.  *mark is how
 * many bytes at the front are a mark, of UTF-8 too.
 */
struct wt_encoded wt_encoding_of_front(struct wt_span front, size_t *mark);

/* The encoding of a text in bytes; label: what is declared, or empty. */
struct wt_encoded wt_encoding_of(struct wt_span bytes, struct wt_span label);

/*
 * UTF-8 of a text: itself, or a copy in the arena; units that mean nothing become U+FFFD.
 * WT_OK, WT_ENOMEM, WT_EINVAL (WT_ENCODING_UNKNOWN, or this system cannot convert it).
 */
int wt_encoding_decode(struct wt_arena *arena, struct wt_span bytes, enum wt_encoding encoding,
    struct wt_span *utf8);

/*
 * Both at once: how it is known goes to *encoded, why not to `error`.
 */
int wt_encoding_read(struct wt_arena *arena, struct wt_span bytes, struct wt_span label,
    struct wt_span *utf8, struct wt_encoded *encoded, struct wt_error *error);

/*
 * A stream of UTF-8 over one in another encoding.  Takes `s` over if it is WT_OK; else
 * WT_ENOMEM, WT_EINVAL as above.
 */
int wt_encoding_stream(struct wt_stream *s, enum wt_encoding encoding, struct wt_stream **out);

#endif
