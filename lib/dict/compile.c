/*
 * compile.c - TSV files to the sections of dict/format.h.
 *
 * First all tables are read and laid over each other; then the phrases of the
 * columns in dict/spec.c are cut into words as the tokens of an article are, so
 * that both agree; then the sections are put one behind the other.
 */
#include "dict/compile.h"
#include "base/bytes.h"
#include "base/hash.h"
#include "base/table.h"
#include "dict/format.h"
#include "dict/spec.h"
#include "dict/trie.h"
#include "dict/tsv.h"
#include "text/token.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>

#define STEM_COST 14            /* of a stem pattern, at most: 1 for a root, ... */
#define STEM_CLASS 5            /* ... 5 for a class, since the branches multiply */

struct row {
	struct wt_span cells[WT_TSV_COLUMNS];
	uint32_t line;
	const char *path;
	const struct wt_dict_source *source;
	bool gone;
};

struct sheet {
	const char *name, *path;
	struct wt_span header[WT_TSV_COLUMNS];
	unsigned columns;
	int key;                /* column of the key, or -1 */
	struct row **rows;      /* in the arena */
	size_t nrows, cap;
	struct wt_table keys;   /* key to index in `at` */
	uint32_t *at;           /* row number of each key */
	size_t at_cap;
};

struct compiler {
	struct sheet *sheets;
	size_t nsheets;
	struct wt_arena arena;
	struct wt_arena scratch;
	struct wt_table words;          /* number n is word n + 1 */
	struct wt_table strings;        /* every string once */
	struct wt_buf pool;             /* STRINGS */
	uint32_t *offsets;              /* of each string in the pool */
	size_t offsets_cap;
	struct wt_trie trie;
	struct wt_error *error;
};

enum { TABLES, CELLS, WORDS, NODES, EDGES, STARTS, ENTRIES, STRINGS, SECTIONS };

static int
at_row(struct compiler *c, const struct row *r, const char *what, struct wt_span cell)
{
	return wt_error_set(c->error, WT_ESYNTAX, r->line, "%s:%u: %s: %.*s", r->path, r->line,
	    what,
	    (int)(cell.len > 60 ? 60 : cell.len), cell.at);
}

/* The offset of a string in the pool, put there if it is new. */
static int
pool_string(struct compiler *c, struct wt_span s, uint32_t *offset)
{
	uint32_t id, before = c->strings.count, *grown;
	int code;

	if ((code = wt_table_intern(&c->strings, s, &id)) != WT_OK)
		return code;
	if (c->strings.count > before) {
		grown = wt_grow(c->offsets, &c->offsets_cap, (size_t)id + 1, sizeof *grown);
		if (grown == NULL)
			return WT_ENOMEM;
		c->offsets = grown;
		c->offsets[id] = (uint32_t)c->pool.len;
		wt_buf_putstring(&c->pool, s);
	}
	*offset = c->offsets[id];
	return c->pool.err;
}

/* Step 1: read the tables. */

static struct sheet *
find_sheet(struct compiler *c, const char *name)
{
	for (size_t i = 0; i < c->nsheets; i++)
		if (strcmp(c->sheets[i].name, name) == 0)
			return &c->sheets[i];
	return NULL;
}

/* The columns of a laid-over file must be those of the first. */
static int
match_header(struct compiler *c, struct sheet *s, const struct wt_tsv *t)
{
	bool same = s->columns == t->columns;

	for (unsigned i = 0; same && i < t->columns; i++)
		same = wt_span_eq(s->header[i], t->header[i]);
	if (!same)
		return wt_error_set(c->error, WT_ESYNTAX, t->line,
		    "%s:%u: columns differ from those of %s",
		    t->path, t->line, s->path);
	return WT_OK;
}

static int
check_header(struct compiler *c, const struct wt_tsv *t)
{
	for (unsigned i = 0; i < t->columns; i++) {
		struct wt_span clean;
		uint32_t replaced;
		int code = wt_utf8_clean(&c->arena, t->header[i], &clean, &replaced);

		if (code != WT_OK)
			return code;
		if (replaced > 0)
			return wt_error_set(c->error, WT_ESYNTAX, t->line,
			    "%s:%u: not valid UTF-8", t->path, t->line);
	}
	return WT_OK;
}

static struct sheet *
open_sheet(struct compiler *c, const struct wt_dict_source *source, const struct wt_tsv *t)
{
	struct sheet *s = &c->sheets[c->nsheets++];
	const char *key = wt_dict_key(source->table);

	*s = (struct sheet){ .name = source->table, .path = source->path, .columns = t->columns };
	memcpy(s->header, t->header, sizeof s->header);
	s->key = key == NULL ? -1 : wt_tsv_column(t, key);
	return s;
}

static int
append_row(struct sheet *s, struct row *r)
{
	struct row **rows = wt_grow(s->rows, &s->cap, s->nrows + 1, sizeof *rows);

	if (rows == NULL)
		return WT_ENOMEM;
	s->rows = rows;
	rows[s->nrows++] = r;
	return WT_OK;
}

/* Put a row with a key in its place. */
static int
place_row(struct compiler *c, struct sheet *s, struct row *r)
{
	struct wt_span key = r->cells[s->key];
	bool remove = key.len > 1 && key.at[0] == '-';
	uint32_t before = s->keys.count, id, *at;
	int code;

	if (key.len == 0)
		return at_row(c, r, "the key is empty in", r->cells[0]);
	if (remove)
		key = wt_span_make(key.at + 1, key.len - 1);
	if ((code = wt_table_intern(&s->keys, key, &id)) != WT_OK)
		return code;
	if (s->keys.count > before) {
		if ((at = wt_grow(s->at, &s->at_cap, (size_t)id + 1, sizeof *at)) == NULL)
			return WT_ENOMEM;
		s->at = at;
		at[id] = (uint32_t)s->nrows;
		r->gone = remove;
		return append_row(s, r);
	}
	if (s->rows[s->at[id]]->source == r->source)
		return at_row(c, r, "the key stands twice in this file", key);
	r->gone = remove;
	s->rows[s->at[id]] = r;
	return WT_OK;
}

static int
copy_row(struct compiler *c, const struct wt_dict_source *source, const struct wt_tsv *t,
    struct row **out)
{
	struct row *r = wt_arena_array(&c->arena, 1, sizeof *r);

	if (r == NULL)
		return WT_ENOMEM;
	r->line = t->line;
	r->path = t->path;
	r->source = source;
	for (unsigned i = 0; i < t->columns; i++) {
		uint32_t replaced;
		int code = wt_utf8_clean(&c->arena, t->cell[i], &r->cells[i], &replaced);

		if (code != WT_OK)
			return code;
		if (replaced > 0)
			return at_row(c, r, "not valid UTF-8", wt_span_make("", 0));
	}
	*out = r;
	return WT_OK;
}

static int
read_source(struct compiler *c, const struct wt_dict_source *source)
{
	struct wt_tsv t;
	struct sheet *s = find_sheet(c, source->table);
	struct row *r = NULL;
	int more, code = wt_tsv_open(&t, source->path, source->bytes, c->error);

	if (code != WT_OK || (code = check_header(c, &t)) != WT_OK)
		return code;
	if (s == NULL)
		s = open_sheet(c, source, &t);
	else if ((code = match_header(c, s, &t)) != WT_OK)
		return code;
	while ((more = wt_tsv_next(&t, c->error)) == 1) {
		if ((code = copy_row(c, source, &t, &r)) != WT_OK)
			return code;
		code = s->key < 0 ? append_row(s, r) : place_row(c, s, r);
		if (code != WT_OK)
			return code;
	}
	return more;
}

/* Close the gaps that removed rows leave. */
static void
drop_removed(struct sheet *s)
{
	size_t kept = 0;

	for (size_t i = 0; i < s->nrows; i++)
		if (!s->rows[i]->gone)
			s->rows[kept++] = s->rows[i];
	s->nrows = kept;
}

/* Step 2: phrases. */

static int
word_number(struct compiler *c, struct wt_span word, uint32_t *number)
{
	int code = wt_table_intern(&c->words, word, number);

	(*number)++;
	return code;
}

static enum wt_phrase_case
case_of(const struct wt_token *tokens, uint32_t count, bool any_case)
{
	bool upper = true;
	size_t letters = 0;

	for (uint32_t i = 0; i < count; i++) {
		if (tokens[i].shape == WT_SHAPE_NONE)
			continue;
		upper = upper && tokens[i].shape == WT_SHAPE_UPPER;
		letters += tokens[i].norm.len;
	}
	if (upper && letters >= 2)
		return WT_CASE_UPPER;
	if (any_case || tokens[0].shape == WT_SHAPE_LOWER || tokens[0].shape == WT_SHAPE_NONE)
		return WT_CASE_ANY;
	return WT_CASE_CAPITAL;
}

static int
add_phrase(struct compiler *c, const struct wt_phrase_spec *spec, const struct row *r,
    struct wt_span phrase, uint32_t row)
{
	struct wt_token *tokens;
	uint32_t count, node = 0, number;
	int code;

	wt_arena_reset(&c->scratch);
	if ((code = wt_tokenize(&c->scratch, phrase, &tokens, &count)) != WT_OK || count == 0)
		return code;
	if (count > WT_DICT_PHRASE_WORDS)
		return at_row(c, r, "a phrase of too many words", phrase);
	for (uint32_t i = 0; i < count; i++)
		if ((code = word_number(c, tokens[i].norm, &number)) != WT_OK ||
		    (code = wt_trie_step(&c->trie, node, number, &node)) != WT_OK)
			return code;
	return wt_trie_add(&c->trie, node, spec->kind, case_of(tokens, count, spec->any_case), row);
}

/* "Program Keluarga Harapan (PKH)": the part before the brackets, or the whole. */
static struct wt_span
before_brackets(struct wt_span phrase)
{
	const char *open = phrase.len == 0 || phrase.at[phrase.len - 1] != ')' ? NULL :
	    memchr(phrase.at, '(', phrase.len);

	return open == NULL || open == phrase.at ? phrase :
	    wt_span_trim(wt_span_make(phrase.at, (size_t)(open - phrase.at)));
}

/* The roots of an action class, or an empty span. */
static struct wt_span
class_roots(struct compiler *c, struct wt_span class)
{
	const struct sheet *s = find_sheet(c, "programme_actions");

	if (s != NULL && s->columns >= 2)
		for (size_t i = 0; i < s->nrows; i++)
			if (wt_span_eq(s->rows[i]->cells[0], class))
				return s->rows[i]->cells[1];
	return wt_span_make("", 0);
}

static int
step_root(struct compiler *c, uint32_t node, struct wt_span root, uint32_t *next)
{
	char key[WT_DICT_WORD_BYTES];
	uint32_t number;
	int code;

	root = wt_span_trim(root);
	if (root.len == 0 || root.len + 1 > sizeof key)
		return WT_EINVAL;
	key[0] = WT_DICT_STEM_MARK;
	memcpy(key + 1, root.at, root.len);
	if ((code = word_number(c, wt_span_make(key, root.len + 1), &number)) != WT_OK)
		return code;
	return wt_trie_step(&c->trie, node, number, next);
}

/* Add a stem pattern from `rest` on behind `node`, which may cost `left` at most; a class branches. */
static int
add_stems(struct compiler *c, const struct row *r, uint32_t node, struct wt_span rest, int left,
    enum wt_phrase_kind kind, uint32_t row)
{
	struct wt_span part, root;
	uint32_t next;
	int code;

	do {
		if (!wt_span_cut(&rest, ' ', &part))
			return wt_trie_add(&c->trie, node, kind, WT_CASE_ANY, row);
	} while (part.len == 0);
	if ((left -= part.at[0] == '{' ? STEM_CLASS : 1) < 0)
		return at_row(c, r, "a pattern of too many words, at", part);
	if (part.at[0] != '{') {
		code = step_root(c, node, part, &next);
		return code == WT_EINVAL ? at_row(c, r, "not a root", part) :
		    code != WT_OK ? code : add_stems(c, r, next, rest, left, kind, row);
	}
	if (part.len < 3 || part.at[part.len - 1] != '}')
		return at_row(c, r, "a class is not closed", part);
	struct wt_span roots = class_roots(c, wt_span_make(part.at + 1, part.len - 2));
	if (roots.len == 0)
		return at_row(c, r, "no such class in programme_actions.tsv", part);
	while (wt_span_cut(&roots, '|', &root)) {
		if ((code = step_root(c, node, root, &next)) != WT_OK ||
		    (code = add_stems(c, r, next, rest, left, kind, row)) != WT_OK)
			return code == WT_EINVAL ? at_row(c, r, "an empty root in class",
			    part) : code;
	}
	return WT_OK;
}

static int
add_cell(struct compiler *c, const struct wt_phrase_spec *spec, const struct row *r,
    struct wt_span cell, uint32_t row)
{
	struct wt_span phrase, plain;
	int code = WT_OK;

	while (code == WT_OK && wt_span_cut(&cell, '|', &phrase)) {
		phrase = wt_span_trim(phrase);
		if (phrase.len == 0)
			continue;
		if (spec->stems) {
			code = add_stems(c, r, 0, phrase, STEM_COST, spec->kind, row);
			continue;
		}
		code = add_phrase(c, spec, r, phrase, row);
		plain = before_brackets(phrase);
		if (code == WT_OK && plain.len < phrase.len)
			code = add_phrase(c, spec, r, plain, row);
	}
	return code;
}

static int
add_phrases(struct compiler *c, const struct wt_phrase_spec *spec)
{
	struct sheet *s = find_sheet(c, spec->table);
	int code = WT_OK, column = -1;

	if (s == NULL)
		return WT_OK;
	for (unsigned i = 0; i < s->columns; i++)
		if (wt_span_is(s->header[i], spec->column))
			column = (int)i;
	if (column < 0)
		return wt_error_set(c->error, WT_ESYNTAX, 1, "%s:1: no column named %s", s->path,
		    spec->column);
	for (size_t i = 0; i < s->nrows && code == WT_OK; i++)
		code = add_cell(c, spec, s->rows[i], s->rows[i]->cells[column], (uint32_t)i);
	return code;
}

/* Step 3: sections. */

/* Names stand together in front of all cells: who opens a dictionary reads them. */
static int
pool_names(struct compiler *c)
{
	uint32_t offset;
	int code = WT_OK;

	for (size_t k = 0; k < c->nsheets && code == WT_OK; k++) {
		code = pool_string(c, wt_span_of(c->sheets[k].name), &offset);
		for (unsigned i = 0; i < c->sheets[k].columns && code == WT_OK; i++)
			code = pool_string(c, c->sheets[k].header[i], &offset);
	}
	return code;
}

static int
write_tables(struct compiler *c, struct wt_buf *tables, struct wt_buf *cells)
{
	uint32_t offset = 0;
	int code = pool_names(c);

	for (size_t k = 0; k < c->nsheets && code == WT_OK; k++) {
		const struct sheet *s = &c->sheets[k];

		if ((code = pool_string(c, wt_span_of(s->name), &offset)) != WT_OK)
			return code;
		wt_buf_put32(tables, offset);
		if ((code = pool_string(c, wt_span_of(s->path), &offset)) != WT_OK)
			return code;
		wt_buf_put32(tables, offset);
		wt_buf_put32(tables, s->columns);
		wt_buf_put32(tables, (uint32_t)s->nrows);
		wt_buf_put32(tables, (uint32_t)(cells->len / 4));
		for (unsigned i = 0; i < s->columns && code == WT_OK; i++) {
			code = pool_string(c, s->header[i], &offset);
			wt_buf_put32(cells, offset);
		}
		for (size_t r = 0; r < s->nrows; r++) {
			for (unsigned i = 0; i < s->columns && code == WT_OK; i++) {
				code = pool_string(c, s->rows[r]->cells[i], &offset);
				wt_buf_put32(cells, offset);
			}
			wt_buf_put32(cells, s->rows[r]->line);
		}
	}
	return code != WT_OK ? code : tables->err != WT_OK ? tables->err : cells->err;
}

static int
write_words(struct compiler *c, struct wt_buf *out)
{
	uint32_t nslots = 64, offset;
	size_t base = out->len;
	char *slots;

	while (nslots < c->words.count * 2 + 2)
		nslots *= 2;
	wt_buf_put32(out, nslots);
	wt_buf_put32(out, c->words.count);
	if ((slots = wt_buf_room(out, (size_t)nslots * 8)) == NULL)
		return WT_ENOMEM;
	memset(slots, 0, (size_t)nslots * 8);
	out->len += (size_t)nslots * 8;
	wt_buf_put32(out, 0);
	for (uint32_t i = 0; i < c->words.count; i++) {
		uint64_t hash = wt_hash(c->words.keys[i]);
		uint32_t at = (uint32_t)hash & (nslots - 1);
		int code = pool_string(c, c->words.keys[i], &offset);

		if (code != WT_OK)
			return code;
		wt_buf_put32(out, offset);
		if (out->err != WT_OK)
			return out->err;
		slots = out->at + base + 8;
		while (wt_get32(slots + (size_t)at * 8 + 4) != 0)
			at = (at + 1) & (nslots - 1);
		wt_set32(slots + (size_t)at * 8, (uint32_t)(hash >> 32));
		wt_set32(slots + (size_t)at * 8 + 4, i + 1);
	}
	return out->err;
}

static void
put_section(struct wt_buf *out, size_t start, size_t number, const char *name, struct wt_span bytes)
{
	char *record;

	while (out->err == WT_OK && (out->len - start) % 8 != 0)
		wt_buf_putc(out, 0);
	if (out->err != WT_OK)
		return;
	record = out->at + start + WT_DICT_HEADER + number * WT_DICT_SECTION;
	memcpy(record, name, strlen(name));
	wt_set64(record + 8, out->len - start);
	wt_set64(record + 16, bytes.len);
	wt_buf_putspan(out, bytes);
}

/* Bytes of head, sections and sums, filled up to a page. */
static size_t
front_size(const struct wt_buf *parts, const struct wt_dict_extra *extras, size_t nextras)
{
	size_t data = 0, front = WT_DICT_HEADER + (SECTIONS + nextras) * WT_DICT_SECTION;

	for (size_t i = 0; i < SECTIONS; i++)
		data += parts[i].len + 7;
	for (size_t i = 0; i < nextras; i++)
		data += extras[i].bytes.len + 7;
	front += (data + WT_DICT_PAGE - 1) / WT_DICT_PAGE * 4;
	return (front + WT_DICT_PAGE - 1) / WT_DICT_PAGE * WT_DICT_PAGE;
}

void
wt_dict_seal(char *bytes, size_t len)
{
	uint64_t data = wt_get64(bytes + 24);
	uint32_t sections = wt_get32(bytes + 12);

	wt_set64(bytes + 16, len);
	if (data < WT_DICT_HEADER || data > len)
		return;
	for (uint64_t at = data, sum = WT_DICT_HEADER + (uint64_t)sections * WT_DICT_SECTION;
	    at < len && sum + 4 <= data; at += WT_DICT_PAGE, sum += 4)
		wt_set32(bytes + sum, wt_checksum(bytes + at,
		    len - at < WT_DICT_PAGE ? (size_t)(len - at) : WT_DICT_PAGE));
	wt_set64(bytes + WT_DICT_ID, wt_dict_front(wt_span_make(bytes, len), data));
}

static int
assemble(struct wt_buf *parts, const struct wt_dict_extra *extras, size_t nextras,
    struct wt_buf *out)
{
	static const char *const names[SECTIONS] = { "TABLES", "CELLS", "WORDS", "NODES",
	    "EDGES", "STARTS",
	    "ENTRIES", "STRINGS" };
	size_t start = out->len, front = front_size(parts, extras, nextras);
	char *head = wt_buf_room(out, front);

	if (head == NULL)
		return WT_ENOMEM;
	memset(head, 0, front);
	out->len += front;
	for (size_t i = 0; i < SECTIONS; i++)
		put_section(out, start, i, names[i], wt_buf_span(&parts[i]));
	for (size_t i = 0; i < nextras; i++)
		put_section(out, start, SECTIONS + i, extras[i].name, extras[i].bytes);
	if (out->err != WT_OK)
		return out->err;
	head = out->at + start;
	memcpy(head, WT_DICT_MAGIC, 8);
	wt_set32(head + 8, WT_DICT_FORMAT);
	wt_set32(head + 12, (uint32_t)(SECTIONS + nextras));
	wt_set64(head + 24, front);
	wt_dict_seal(head, out->len - start);
	return WT_OK;
}

static int
by_name(const void *left, const void *right)
{
	const struct wt_dict_source *const *a = left, *const *b = right;
	int order = strcmp((*a)->table, (*b)->table);

	/* Files of one table keep the order they were given in. */
	return order != 0 ? order : (*a > *b) - (*a < *b);
}

static int
read_sources(struct compiler *c, const struct wt_dict_source *sources, size_t n)
{
	const struct wt_dict_source **sorted = wt_arena_array(&c->arena, n + 1, sizeof *sorted);
	int code = WT_OK;

	c->sheets = wt_arena_array(&c->arena, n + 1, sizeof *c->sheets);
	if (sorted == NULL || c->sheets == NULL)
		return WT_ENOMEM;
	for (size_t i = 0; i < n; i++)
		sorted[i] = &sources[i];
	qsort(sorted, n, sizeof *sorted, by_name);
	for (size_t i = 0; i < n && code == WT_OK; i++)
		code = read_source(c, sorted[i]);
	for (size_t i = 0; i < c->nsheets; i++)
		drop_removed(&c->sheets[i]);
	return code;
}

static int
compile(struct compiler *c, const struct wt_dict_source *sources, size_t n, struct wt_buf *parts)
{
	int code;

	if ((code = wt_trie_init(&c->trie)) != WT_OK || (code = read_sources(c, sources,
	    n)) != WT_OK)
		return code;
	for (const struct wt_phrase_spec *spec = wt_phrase_specs; spec->table != NULL; spec++)
		if ((code = add_phrases(c, spec)) != WT_OK)
			return code;
	if ((code = write_tables(c, &parts[TABLES], &parts[CELLS])) != WT_OK ||
	    (code = write_words(c, &parts[WORDS])) != WT_OK)
		return code;
	wt_buf_putspan(&parts[STRINGS], wt_buf_span(&c->pool));
	if (parts[STRINGS].err != WT_OK)
		return parts[STRINGS].err;
	return wt_trie_write(&c->trie, c->words.count, &parts[NODES], &parts[EDGES], &parts[STARTS],
	    &parts[ENTRIES]);
}

static void
release(struct compiler *c)
{
	for (size_t i = 0; i < c->nsheets; i++) {
		free(c->sheets[i].rows);
		free(c->sheets[i].at);
		wt_table_free(&c->sheets[i].keys);
	}
	free(c->offsets);
	wt_buf_free(&c->pool);
	wt_table_free(&c->words);
	wt_table_free(&c->strings);
	wt_trie_free(&c->trie);
	wt_arena_free(&c->scratch);
	wt_arena_free(&c->arena);
}

int
wt_dict_compile(const struct wt_dict_source *sources, size_t nsources,
    const struct wt_dict_extra *extras, size_t nextras, struct wt_buf *out, struct wt_error *error)
{
	struct compiler c = { .error = error };
	struct wt_buf parts[SECTIONS] = { 0 };
	struct wt_error silent;
	int code;

	if (c.error == NULL)
		c.error = &silent;
	c.error->code = WT_OK;
	code = compile(&c, sources, nsources, parts);
	if (code == WT_OK)
		code = assemble(parts, extras, nextras, out);
	if (code == WT_ENOMEM)
		wt_error_set(c.error, code, 0, "out of memory while compiling dictionaries");
	for (size_t i = 0; i < SECTIONS; i++)
		wt_buf_free(&parts[i]);
	release(&c);
	return code;
}
