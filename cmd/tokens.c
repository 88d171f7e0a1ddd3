/* tokens.c - `warta tokens`: text in, its tokens as CSV out, line by line. */
#include "cmd/cmd.h"
#include "cmd/speak.h"
#include "cmd/usages.h"
#include "base/csv.h"
#include "stem/stem.h"
#include "text/document.h"
#include "text/utf8.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct job {
	struct wt_stemmer *stemmer;
	struct wt_arena arena;
	struct wt_buf out;
	uint64_t line;
	uint64_t replaced;
};

static void
write_token(struct job *j, struct wt_csv *csv, const struct wt_token *t, uint64_t number,
    struct wt_span text)
{
	struct wt_span stem = t->norm;

	if (t->kind == WT_TOKEN_WORD)
		wt_stem(j->stemmer, t->norm, 0, &stem);
	wt_csv_number(csv, j->line);
	wt_csv_number(csv, number);
	wt_csv_number(csv, t->cp_start);
	wt_csv_number(csv, t->cp_end);
	wt_csv_cell(csv, wt_token_text(text, t));
	wt_csv_cell(csv, t->norm);
	wt_csv_cell(csv, stem);
	wt_csv_text(csv, wt_stem_is_stopword(j->stemmer, t->norm) ? "yes" : "no");
	wt_csv_end(csv);
}

static int
write_line(struct job *j, struct wt_span line)
{
	struct wt_csv csv = { .out = &j->out, .separator = ',' };
	struct wt_token *tokens;
	uint32_t count, replaced;
	struct wt_span clean;
	int code;

	wt_arena_reset(&j->arena);
	j->line++;
	if ((code = wt_utf8_clean(&j->arena, line, &clean, &replaced)) != WT_OK ||
	    (code = wt_tokenize(&j->arena, clean, &tokens, &count)) != WT_OK)
		return code;
	j->replaced += replaced;
	for (uint32_t i = 0; i < count; i++)
		write_token(j, &csv, &tokens[i], i, clean);
	if (j->out.err == WT_OK)
		fwrite(j->out.at, 1, j->out.len, stdout);
	code = j->out.err;
	wt_buf_clear(&j->out);
	return code;
}

static int
write_lines(struct job *j)
{
	static const char *const header[] = { "line", "token_no", "start_char", "end_char", "surface", "norm",
	    "stem", "is_stopword", NULL };
	struct wt_csv csv = { .out = &j->out, .separator = ',' };
	char *line = NULL;
	size_t size = 0;
	ssize_t len;
	int code = WT_OK;

	wt_csv_row(&csv, header);
	while (code == WT_OK && (len = getline(&line, &size, stdin)) >= 0) {
		if (len > 0 && line[len - 1] == '\n')
			len--;
		code = write_line(j, wt_span_make(line, (size_t)len));
	}
	if (code == WT_OK && j->line == 0 && j->out.err == WT_OK)
		fwrite(j->out.at, 1, j->out.len, stdout);
	free(line);
	if (code == WT_OK && ferror(stdin))
		code = WT_EIO;
	return code;
}

static int
run(enum wt_stem_mode mode)
{
	struct wt_error error = { 0 };
	struct wt_dict *dict = NULL;
	struct job j = { 0 };
	int code = cmd_dict_open(NULL, &dict, &error);

	if (code == WT_OK)
		code = wt_stemmer_open(wt_dict_section(dict, "ROOT"), mode, &j.stemmer, &error);
	if (code == WT_OK && (code = write_lines(&j)) != WT_OK)
		wt_error_set(&error, code, 0, "line %llu: %s", (unsigned long long)j.line, wt_strerror(code));
	if (j.replaced > 0)
		cmd_warn("tokens", "%llu invalid byte sequences replaced", (unsigned long long)j.replaced);
	wt_stemmer_close(j.stemmer);
	wt_arena_free(&j.arena);
	wt_buf_free(&j.out);
	cmd_dict_close(dict);
	return code == WT_OK ? CMD_OK : cmd_fail("tokens", &error);
}

int
cmd_tokens(int argc, char **argv)
{
	static const struct option options[] = { { "mode", required_argument, NULL, 'm' },
	    { "help", no_argument, NULL, 'h' }, { 0 } };
	enum wt_stem_mode mode = WT_STEM_WARTA;
	int c;

	while ((c = getopt_long(argc, argv, "h", options, NULL)) != -1) {
		if (c == 'h') {
			speak_help(usage_of("tokens"));
			return CMD_OK;
		}
		if (c != 'm' || wt_stem_mode_named(wt_span_of(optarg), &mode) != WT_OK)
			return cmd_mistake("tokens", usage_of("tokens"), argv, c);
	}
	if (optind != argc)
		return cmd_usage("tokens", "it reads standard input, not '%s'", argv[optind]);
	return run(mode);
}
