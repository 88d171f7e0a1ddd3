/*
 * claim_signs.c - every word that a region pursues a programme, with the signs it is weighed by.
 *
 * usage: claim_signs DICTIONARY FILE...
 *
 * Reads articles, a JSON object a line or a text file with its title in the first
 * line (its name without ".txt" is its id), and prints for each word, sure or not:
 * article, region, programme, 1 for the best of its pair or 0, status, confidence
 * in percent, and the bits of enum wt_evidence in hexadecimal.  Words of one
 * region and programme stand together, the best one first.  tests/accuracy/fit.py
 * reads this.
 */
#include "base/buf.h"
#include "extract/extract.h"
#include "ingest/record.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct reader {
	struct wt_extractor *extractor;
	struct wt_arena arena;
	struct wt_error error;
};

static struct wt_span
programme_name(const struct wt_facts *f, struct wt_span id)
{
	for (uint32_t i = 0; i < f->nprogrammes; i++)
		if (wt_span_eq(f->programmes[i].id, id))
			return f->programmes[i].name;
	return id;
}

static int
print_words(struct reader *r, const struct wt_article *article)
{
	struct wt_facts f;
	int code;

	wt_arena_reset(&r->arena);
	code = wt_extract(r->extractor, article, WT_EXTRACT_DOUBTFUL, &r->arena, &f, &r->error);
	for (uint32_t i = 0; code == WT_OK && i < f.nclaims; i++) {
		const struct wt_claim *c = &f.claims[i];
		struct wt_span name = programme_name(&f, c->programme_id);

		printf("%.*s\t%.*s\t%.*s\t%d\t%s\t%d\t%" PRIx64 "\n", (int)article->id.len,
		    article->id.at, (int)c->region_id.len, c->region_id.at, (int)name.len, name.at,
		    c->best, wt_status_name(c->status), c->confidence, c->signs);
	}
	return code;
}

/* Lines that are no articles are left out. */
static int
read_records(struct reader *r, FILE *in)
{
	static const struct wt_field_names usual;
	struct wt_record record = { .order = 0 };
	char *line = NULL;
	size_t cap = 0;
	ssize_t len;
	int code = WT_OK;

	while (code == WT_OK && (len = getline(&line, &cap, in)) > 0) {
		wt_arena_reset(&record.arena);
		record.article = (struct wt_article){ 0 };
		if (wt_record_json(&record, wt_span_make(line, (size_t)len), &usual, &r->error) == WT_OK)
			code = print_words(r, &record.article);
	}
	wt_record_free(&record);
	free(line);
	return code;
}

static int
read_text(struct reader *r, const char *path, FILE *in)
{
	const char *name = strrchr(path, '/') == NULL ? path : strrchr(path, '/') + 1;
	struct wt_buf text = { 0 };
	struct wt_article article = { .id = wt_span_make(name, strlen(name) - 4) };
	char bytes[4096];
	size_t n;
	int code;

	while ((n = fread(bytes, 1, sizeof bytes, in)) > 0)
		wt_buf_put(&text, bytes, n);
	article.text = wt_span_make(text.at, text.len);
	wt_span_cut(&article.text, '\n', &article.title);
	code = text.err != WT_OK ? text.err : print_words(r, &article);
	wt_buf_free(&text);
	return code;
}

int
main(int argc, char **argv)
{
	struct reader r = { 0 };
	struct wt_dict *dict = NULL;
	int code = argc < 2 ? WT_EINVAL : wt_dict_open(argv[1], &dict, &r.error);

	if (code == WT_OK)
		code = wt_extractor_open(dict, &r.extractor, &r.error);
	for (int i = 2; i < argc && code == WT_OK; i++) {
		const char *end = strrchr(argv[i], '.');
		FILE *in = fopen(argv[i], "r");

		if (in == NULL)
			code = wt_error_set(&r.error, WT_ENOENT, 0, "%s cannot be read", argv[i]);
		else if (end != NULL && strcmp(end, ".txt") == 0)
			code = read_text(&r, argv[i], in);
		else
			code = read_records(&r, in);
		if (in != NULL)
			fclose(in);
	}
	if (code != WT_OK)
		fprintf(stderr, "claim_signs: %s\n", argc < 2 ? "no dictionary named" : r.error.text);
	wt_extractor_close(r.extractor);
	wt_arena_free(&r.arena);
	wt_dict_close(dict);
	return code == WT_OK ? 0 : 2;
}
