/*
 * The n-th allocation fails, for n = 1, 2, 3 and so on, until a run needs no more
 * than n: every run before ends with WT_ENOMEM, the last with success, and none
 * leaks (the address sanitizer looks).  Linked so that malloc, calloc and realloc
 * of the library come here.
 *
 *      alloc [DICTIONARY]      without one, extraction is left out
 */
#include "dict/compile.h"
#include "dict/phrase.h"
#include "extract/extract.h"
#include "ingest/columns.h"
#include "ingest/warc.h"
#include "tests/check.h"
#include "tests/fault/fault.h"
#include "tests/unit/dict/tables.h"
#include "text/document.h"

#include <stdlib.h>

#define RUNS 200000             /* a job that needs more never ends */

static struct wt_buf small;             /* a compiled dictionary */
static const char *dictionary;          /* path of the whole one, or NULL */
static struct wt_extractor *extractor;
static struct wt_dict *whole;

static int
read_document(void)
{
	static const char text[] = "SERANG - Wali Kota datang. \"Kafe\xcc\x81 siap,\" kata dia.\nBACA JUGA: Pasar\n(fdr)";
	struct wt_arena a = { 0 };
	struct wt_document d;
	int code = wt_document_read(&a, WT_SPAN("Judul \xff"), WT_SPAN(text), &d);

	wt_arena_free(&a);
	return code;
}

static int
read_long_document(void)
{
	struct wt_arena a = { 0 };
	struct wt_buf text = { 0 };
	struct wt_document d;
	int code;

	for (int i = 0; i < 3000; i++)
		wt_buf_puts(&text, "Wali Kota datang ke \xe2\x80\x9cSerang\xe2\x80\x9d. ");
	code = text.err != WT_OK ? text.err : wt_document_read(&a, WT_SPAN(""),
	    wt_buf_span(&text), &d);
	wt_buf_free(&text);
	wt_arena_free(&a);
	return code;
}

static int
compile_dictionary(void)
{
	static const struct wt_dict_extra extra = { "ROOT", TEXT("abc") };
	struct wt_buf out = { 0 };
	struct wt_error error = { 0 };
	int code = wt_dict_compile(small_tables, SMALL_TABLES, &extra, 1, &out, &error);

	wt_buf_free(&out);
	return code;
}

/* Tables large enough that every array of the compiler grows. */
static int
compile_large_dictionary(void)
{
	struct wt_buf text = { 0 }, out = { 0 };
	struct wt_dict_source source = { .table = "agencies", .path = "agencies.tsv" };
	int code;

	wt_buf_puts(&text, "agency_id\tname\tvariants\n");
	for (int i = 0; i < 4000; i++)
		wt_buf_printf(&text, "a%d\tDinas %d Kota %d\tDK%d|dinas k%d\n", i, i, i % 7, i,
		    i % 100);
	source.bytes = wt_buf_span(&text);
	code = text.err != WT_OK ? text.err : wt_dict_compile(&source, 1, NULL, 0, &out, NULL);
	wt_buf_free(&out);
	wt_buf_free(&text);
	return code;
}

static int
find_phrases(void)
{
	struct wt_arena a = { 0 };
	struct wt_dict *d = NULL;
	struct wt_document doc;
	struct wt_phrases p;
	int code;

	if ((code = wt_dict_open_bytes(wt_buf_span(&small), "small", &d, NULL)) == WT_OK &&
	    (code = wt_document_read(&a, WT_SPAN(""), WT_SPAN("Dinas Sosial Serang"),
	    &doc)) == WT_OK)
		code = wt_phrases_find(d, &doc, wt_phrase_starts(d, &doc, &a), &a, &p);
	wt_dict_close(d);
	wt_arena_free(&a);
	return code;
}

static int
open_extractor(void)
{
	struct wt_dict *d = NULL;
	struct wt_extractor *x = NULL;
	struct wt_error error = { 0 };
	int code = wt_dict_open(dictionary, &d, &error);

	if (code == WT_OK)
		code = wt_extractor_open(d, &x, &error);
	wt_extractor_close(x);
	wt_dict_close(d);
	return code;
}

static int
extract_article(void)
{
	static const struct wt_article article = { .id = TEXT("001"),
	    .title = TEXT("Pemkot Serang Bangun Jembatan"),
		.date = TEXT("2020-03-10"),
		    .text = TEXT("SERANG - Wali Kota Serang Syafrudin akan membangun jembatan "
		    "di Kecamatan Kasemen pada 2021 dengan anggaran Rp1,5 miliar.\n\n\"Dinas Sosial mendata warga,\" kata dia, "
		    "Rabu (5/2/2020). Menurut Asep Saefudin (45), warga Kasemen, program rumah layak huni sudah selesai. "
		    "Kabupaten Lebak, Pandeglang dan Tangerang juga.\n(fdr)") };
	struct wt_arena a = { 0 };
	struct wt_facts f;
	struct wt_error error = { 0 };
	struct wt_buf bytes = { 0 };
	int code = wt_extract(extractor, &article, WT_EXTRACT_TOKENS, &a, &f, &error);

	if (code == WT_OK) {
		wt_facts_encode_claims(&f, &bytes);
		wt_facts_encode(&f, article.text, &bytes);
		code = bytes.err;
	}
	wt_buf_free(&bytes);
	wt_arena_free(&a);
	return code;
}

/* Fail each allocation of a job in turn; a run in which none failed ends it. */
/* Bytes that are given at once, then the end. */
static long
give(void *context, char *bytes, size_t size)
{
	struct wt_span *rest = context;
	size_t n = rest->len < size ? rest->len : size;

	memcpy(bytes, rest->at, n);
	*rest = wt_span_make(rest->at + n, rest->len - n);
	return (long)n;
}

/* Rows in Windows-1252, one with an open quotation mark. */
static int
read_rows(void)
{
	struct wt_span rest = WT_SPAN("id,text\n1,Caf\xe9 di kota\n2,\"buka\n3,kota\n");
	static const struct wt_field_names usual;
	struct wt_record r = { .order = 0 };
	struct wt_stream *s = NULL;
	struct wt_columns *c = NULL;
	int code = wt_stream_of(give, &rest, &s);

	if (code == WT_OK)
		code = wt_columns_open(s, &usual, &c, NULL);
	while (code == WT_OK || code == WT_ESYNTAX) {
		wt_arena_reset(&r.arena);
		code = wt_columns_next(c, &r, NULL);
	}
	wt_columns_close(c);
	wt_stream_close(s);
	wt_record_free(&r);
	return code == WT_ENOENT ? WT_OK : code;
}

/* A page of a web archive. */
static int
read_web_archive(void)
{
	struct wt_span rest = WT_SPAN("WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\n"
	    "Content-Length: 109\r\n\r\n<html><head><title>Pasar Kota - Koran</title></head><body>"
	    "<h1>Pasar Kota</h1><p>Pasar kota dibuka.</p></body>");
	struct wt_record r = { .order = 0 };
	struct wt_stream *s = NULL;
	struct wt_warc *w = NULL;
	int code = wt_stream_of(give, &rest, &s);

	if (code == WT_OK)
		code = wt_warc_open(s, &w, NULL);
	if (code == WT_OK)
		code = wt_warc_next(w, &r, NULL);
	wt_warc_close(w);
	wt_stream_close(s);
	wt_record_free(&r);
	return code;
}

static void
check_job(const char *what, int (*job)(void))
{
	unsigned long n = 0;
	int code = WT_ENOMEM;

	do {
		countdown = ++n;
		failed = false;
		code = job();
		countdown = 0;
	} while (n < RUNS && failed && code == WT_ENOMEM);
	CHECK(!failed && code == WT_OK, "%s: each of %lu allocations fails", what, n - 1);
	if (failed || code != WT_OK)
		printf("# allocation %lu: %s\n", n,
		    code == WT_OK ? "its failure was not noticed" : wt_strerror(code));
}

int
main(int argc, char **argv)
{
	struct wt_error error = { 0 };

	/* The leak check at the end would lose what is not written yet. */
	setvbuf(stdout, NULL, _IOLBF, 0);
	check_job("rows of a table", read_rows);
	check_job("a page of a web archive", read_web_archive);
	check_job("a document", read_document);
	check_job("a long document", read_long_document);
	check_job("a small dictionary", compile_dictionary);
	check_job("a large dictionary", compile_large_dictionary);
	CHECK(wt_dict_compile(small_tables, SMALL_TABLES, NULL, 0, &small, &error) == WT_OK,
	    "a dictionary");
	check_job("phrases", find_phrases);
	dictionary = argc > 1 ? argv[1] : NULL;
	if (dictionary != NULL && wt_dict_open(dictionary, &whole, &error) == WT_OK) {
		check_job("an extractor", open_extractor);
		CHECK(wt_extractor_open(whole, &extractor, &error) == WT_OK, "an extractor opens");
		check_job("an article", extract_article);
		check_job("an article again", extract_article);
		wt_extractor_close(extractor);
		wt_dict_close(whole);
	}
	wt_buf_free(&small);
	return check_done();
}
