/* lists.c - line by line into wt_roots_build. */
#include "stem/lists.h"
#include "stem/roots_build.h"

#define CELLS 4

struct reader {
	struct wt_roots_build *build;
	struct wt_error *error;
	const char *name;
	struct wt_span rest;
	uint64_t line;
	struct wt_span cells[CELLS];
	size_t ncells;
};

static int
bad(struct reader *r, const char *what)
{
	return wt_error_set(r->error, WT_ESYNTAX, r->line, "%s:%llu: %s", r->name,
	    (unsigned long long)r->line, what);
}

static bool
has_control(struct wt_span s)
{
	for (size_t i = 0; i < s.len; i++)
		if (((unsigned char)s.at[i] < ' ' && s.at[i] != '\t') || s.at[i] == 0x7f)
			return true;
	return false;
}

/* Is it UTF-8?  Shortest forms only, no surrogates, nothing above U+10FFFF. */
static bool
is_utf8(struct wt_span s)
{
	static const uint32_t least[] = { 0, 0x80, 0x800, 0x10000 };
	const unsigned char *p = (const unsigned char *)s.at;

	for (size_t i = 0; i < s.len;) {
		unsigned more = p[i] < 0x80 ? 0 : p[i] >= 0xf0 ? 3 : p[i] >= 0xe0 ? 2 : 1;
		uint32_t code = more == 0 ? p[i] : p[i] & (0x3fu >> more);

		if ((p[i] >= 0x80 && p[i] < 0xc2) || p[i] > 0xf4 || s.len - i <= more)
			return false;
		for (unsigned k = 1; k <= more; k++) {
			if ((p[i + k] & 0xc0) != 0x80)
				return false;
			code = code << 6 | (p[i + k] & 0x3fu);
		}
		if (code < least[more] || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
			return false;
		i += more + 1;
	}
	return true;
}

/* The next line with something on it, cut into cells.  1, 0 at the end, or an error. */
static int
next_line(struct reader *r)
{
	struct wt_span line;

	while (wt_span_cut(&r->rest, '\n', &line)) {
		r->line++;
		if (line.len > 0 && line.at[line.len - 1] == '\r')
			line.len--;
		if (line.len == 0 || line.at[0] == '#')
			continue;
		if (!is_utf8(line))
			return bad(r, "not valid UTF-8");
		if (has_control(line))
			return bad(r, "a control character");
		for (r->ncells = 0; r->ncells + 1 < CELLS; r->ncells++)
			if (!wt_span_cut(&line, '\t', &r->cells[r->ncells]))
				break;
		if (line.at != NULL)
			r->cells[r->ncells++] = line;
		return 1;
	}
	return 0;
}

/* The item of the word in a cell. */
static int
item_of(struct reader *r, size_t cell, struct wt_root **item)
{
	struct wt_span word = r->cells[cell];

	if (word.len == 0)
		return bad(r, "an empty word");
	if (word.len > WT_ROOT_LONGEST)
		return bad(r, "a word of more than 100 bytes");
	*item = wt_roots_item(r->build, word);
	return *item == NULL ? WT_ENOMEM : WT_OK;
}

static int
parse_weight(struct reader *r, struct wt_span cell, unsigned *weight)
{
	unsigned sum = 0;

	if (cell.len == 0 || cell.len > 3)
		return bad(r, "the weight is not a number from 0 to 255");
	for (size_t i = 0; i < cell.len; i++) {
		if (cell.at[i] < '0' || cell.at[i] > '9')
			return bad(r, "the weight is not a number from 0 to 255");
		sum = sum * 10 + (unsigned)(cell.at[i] - '0');
	}
	*weight = sum;
	return sum <= 255 ? WT_OK : bad(r, "the weight is not a number from 0 to 255");
}

static int
parse_affixes(struct reader *r, struct wt_span cell, unsigned *affixes)
{
	const char *letter;

	for (size_t i = 0; i < cell.len; i++) {
		if ((letter = strchr(WT_TAKES_LETTERS, cell.at[i])) == NULL)
			return bad(r, "an unknown affix letter");
		*affixes |= 1u << (letter - WT_TAKES_LETTERS);
	}
	return WT_OK;
}

static int
take_plain_root(struct reader *r)
{
	struct wt_root *item = NULL;
	int err;

	if (r->ncells > 1)
		return bad(r, "more than one column in a list of one root a line");
	if ((err = item_of(r, 0, &item)) != WT_OK)
		return err;
	item->bits |= WT_ROOT;
	item->weight++;
	return WT_OK;
}

/*
 * Short entries are often abbreviations and words hardly used, and would be
 * found in many a name; so 3 letters ask for 3 affixes, 4 for 2, 5 for 1.
 */
static bool
is_rare(struct wt_span word, unsigned weight)
{
	return word.len + weight < 6;
}

static int
take_root(struct reader *r)
{
	struct wt_root *item = NULL;
	int err;

	if (r->ncells != 3)
		return bad(r, "not three columns: root, weight, affixes");
	if ((err = item_of(r, 0, &item)) != WT_OK)
		return err;
	if ((err = parse_weight(r, r->cells[1], &item->weight)) != WT_OK)
		return err;
	item->bits |= is_rare(r->cells[0], item->weight) ? WT_ROOT_RARE : WT_ROOT;
	return parse_affixes(r, r->cells[2], &item->affixes);
}

static int
take_override(struct reader *r)
{
	struct wt_root *item = NULL;
	int err;

	if (r->ncells != 4)
		return bad(r, "not four columns: root, change, affixes, reason");
	if ((err = item_of(r, 0, &item)) != WT_OK)
		return err;
	if (wt_span_is(r->cells[1], "drop")) {
		item->bits &= ~(unsigned)(WT_ROOT | WT_ROOT_OWN | WT_ROOT_RARE);
		return WT_OK;
	}
	if (!wt_span_is(r->cells[1], "add"))
		return bad(r, "the change is neither add nor drop");
	item->bits |= WT_ROOT | WT_ROOT_OWN;
	return parse_affixes(r, r->cells[2], &item->affixes);
}

/* A form and what becomes of it. */
static int
take_stem(struct reader *r, unsigned bits)
{
	struct wt_root *item = NULL;
	int err;

	if (r->ncells != 3)
		return bad(r, "not three columns: form, stem, reason");
	if (r->cells[1].len == 0 || r->cells[1].len > WT_ROOT_LONGEST)
		return bad(r, "the stem has no letters, or more than 100 bytes");
	if ((err = item_of(r, 0, &item)) != WT_OK)
		return err;
	if (item->stem.len > 0)
		return bad(r, "this form has a stem already");
	item->bits |= bits;
	item->stem = r->cells[1];
	return WT_OK;
}

static int
take_exception(struct reader *r)
{
	return take_stem(r, WT_ROOT_EXCEPTION);
}

static int
take_infix(struct reader *r)
{
	return take_stem(r, WT_ROOT_MAPPED);
}

static int
take_word(struct reader *r, unsigned bits)
{
	struct wt_root *item = NULL;
	int err = item_of(r, 0, &item);

	if (err == WT_OK)
		item->bits |= bits;
	return err;
}

static int
take_function_word(struct reader *r)
{
	return take_word(r, WT_ROOT_FUNCTION);
}

static int
take_stopword(struct reader *r)
{
	return take_word(r, WT_ROOT_STOPWORD);
}

static int
take_protected(struct reader *r)
{
	return take_word(r, WT_ROOT_PROTECTED);
}

/* Every line of a source; `head` says that the first one names columns. */
static int
read_source(struct wt_roots_build *build, const struct wt_stem_source *source, bool head,
    int (*take)(struct reader *), struct wt_error *error)
{
	struct reader r = { .build = build, .error = error, .name = source->name,
	    .rest = source->text };
	int more;

	if (source->text.len == 0)
		return WT_OK;
	while ((more = next_line(&r)) > 0) {
		if (head) {
			head = false;
			continue;
		}
		if ((more = take(&r)) != WT_OK)
			break;
	}
	if (more == WT_ENOMEM)
		wt_error_set(error, WT_ENOMEM, 0, "%s: %s", source->name, wt_strerror(more));
	return more;
}

int
wt_stem_compile(const struct wt_stem_sources *sources, struct wt_buf *out, struct wt_error *error)
{
	bool table = wt_span_starts(sources->roots.text, WT_SPAN("root\t"));
	const struct {
		const struct wt_stem_source *source;
		bool head;
		int (*take)(struct reader *);
	} steps[] = {
		{ &sources->roots, table, table ? take_root : take_plain_root },
		{ &sources->overrides, true, take_override },
		{ &sources->exceptions, true, take_exception },
		{ &sources->infixes, true, take_infix },
		{ &sources->function_words, true, take_function_word },
		{ &sources->stopwords, true, take_stopword },
		{ &sources->protected, true, take_protected }
	};
	struct wt_roots_build build = { .items = NULL };
	int err = WT_OK;

	for (size_t i = 0; i < sizeof steps / sizeof steps[0] && err == WT_OK; i++)
		err = read_source(&build, steps[i].source, steps[i].head, steps[i].take, error);
	if (err == WT_OK && (err = wt_roots_write(&build, out)) != WT_OK)
		wt_error_set(error, err, 0, "%s: %s", sources->roots.name, wt_strerror(err));
	wt_roots_build_free(&build);
	return err;
}
