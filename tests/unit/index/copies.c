/*
 * copies.c - the copies of an index are those of a plain search, whatever was added,
 * replaced, deleted and merged, and in whatever order.
 */
#include "index/copies.h"
#include "base/hash.h"
#include "index/alike.h"
#include "tests/check.h"
#include "tests/unit/index/corpus.h"

#include <unistd.h>

#define DOCS 400

/* What a document of a number and a version is. */
struct made {
	char key[16];
	uint8_t sketch[WT_SKETCH];
	struct wt_use use;
	struct wt_addition doc;
};

static void
make(struct made *m, uint32_t number, uint32_t version)
{
	struct random r = { number * 31 + version * 7919 + 5 };
	struct random story = { (number * 7 + version) % 90 };

	*m = (struct made){ .use = { WT_SPAN("kata"), { NULL, 0 }, 3, NULL } };
	snprintf(m->key, sizeof m->key, "d%u", (unsigned)number);
	/* One of 90 stories, at times a few values and marks changed; every tenth has no sketch. */
	for (size_t i = 0; i < WT_SKETCH; i++)
		m->sketch[i] = (uint8_t)random_next(&story);
	for (uint32_t k = random_below(&r, 8); k > 0; k--)
		m->sketch[random_below(&r, WT_SKETCH_VALUES)] = (uint8_t)random_next(&r);
	if (random_below(&r, 6) == 0)
		for (size_t i = WT_SKETCH_VALUES; i < WT_SKETCH; i++)
			m->sketch[i] = (uint8_t)~m->sketch[i];
	m->doc.key = wt_span_of(m->key);
	m->doc.date = number % 13 == 0 ? WT_NO_DATE : (int32_t)random_below(&r, 120);
	m->doc.length = 1;
	m->doc.hash = number + version * 1000u;
	m->doc.order = version;
	m->doc.uses = &m->use;
	m->doc.use_count = 1;
	if (number % 10 != 0)
		m->doc.streams[WT_STREAM_SKETCH] = wt_span_make((const char *)m->sketch, WT_SKETCH);
}

static int
by_order(const void *a, const void *b)
{
	const struct made *x = *(const struct made *const *)a, *y = *(const struct made *const *)b;

	if (x->doc.date != y->doc.date && (x->doc.date == WT_NO_DATE || y->doc.date == WT_NO_DATE))
		return x->doc.date == WT_NO_DATE ? 1 : -1;
	if (x->doc.date != y->doc.date)
		return x->doc.date < y->doc.date ? -1 : 1;
	return strcmp(x->key, y->key);
}

/* Lines "copy original" by a look at all pairs, in order of lines. */
static int
by_line(const void *a, const void *b)
{
	return strcmp(a, b);
}

static bool
is_near(const struct made *a, const struct made *b)
{
	return a->doc.date == WT_NO_DATE || b->doc.date == WT_NO_DATE || abs(a->doc.date - b->doc.date) <= 31;
}

/* The original of docs[i], whose forerunners have theirs, or itself. */
static size_t
plain_original(const struct made **docs, size_t i, const size_t *originals)
{
	for (size_t k = 0; k < i; k++)
		if (memcmp(docs[i]->sketch, docs[k]->sketch, WT_SKETCH) == 0 && originals[k] < i)
			return originals[k];
	for (size_t k = 0; k < i; k++)
		if (originals[k] == k && wt_sketch_alike(docs[i]->sketch, docs[k]->sketch) &&
		    is_near(docs[i], docs[k]))
			return k;
	return i;
}

static size_t
plain_copies(const struct made **docs, size_t count, char (*lines)[40])
{
	size_t *originals = calloc(count + 1, sizeof *originals), n = 0;

	qsort(docs, count, sizeof(struct made *), by_order);
	for (size_t i = 0; i < count; i++) {
		bool has = docs[i]->doc.streams[WT_STREAM_SKETCH].len > 0;

		originals[i] = has ? plain_original(docs, i, originals) : count;
		if (has && originals[i] != i)
			snprintf(lines[n++], 40, "%s %s", docs[i]->key, docs[originals[i]]->key);
	}
	free(originals);
	qsort(lines, n, 40, by_line);
	return n;
}

static size_t
index_copies(const char *path, char (*lines)[40], bool *sound)
{
	struct wt_index *ix = NULL;
	struct wt_copies *c = NULL;
	struct wt_buf key = { 0 };
	size_t n = 0;

	*sound = wt_index_open(path, &ix, NULL) == WT_OK && wt_copies_open(ix, &c, NULL) == WT_OK;
	for (uint32_t g = 0; *sound && g < wt_copies_count(c); g = wt_copies_next(c, g)) {
		for (uint32_t i = 0; i < wt_copies_size(c, g); i++) {
			struct wt_place p = wt_copies_member(c, g, i), o = wt_copies_member(c, g, 0);

			*sound = *sound && wt_copies_group(c, p.segment, p.doc) == g;
			if (i == 0 || n == DOCS)
				continue;
			wt_document_key(wt_index_segment(ix, p.segment), p.doc, &key);
			snprintf(lines[n], 40, "%.*s ", (int)key.len, key.at);
			wt_document_key(wt_index_segment(ix, o.segment), o.doc, &key);
			snprintf(lines[n] + strlen(lines[n]), 20, "%.*s", (int)key.len, key.at);
			n++;
		}
	}
	wt_buf_free(&key);
	wt_copies_close(c);
	wt_index_close(ix);
	qsort(lines, n, 40, by_line);
	return n;
}

/* Does an index have the copies of these documents? */
static void
compare(const char *path, const struct made **docs, size_t count, const char *what)
{
	static char want[DOCS][40], got[DOCS][40];
	size_t nwant = plain_copies(docs, count, want), ngot, differ = 0;
	bool sound;

	ngot = index_copies(path, got, &sound);
	for (size_t i = 0; i < nwant && i < ngot; i++)
		differ += strcmp(want[i], got[i]) != 0;
	CHECK(sound && nwant == ngot && nwant > 50 && differ == 0, "%s: %zu copies, %zu found, %zu others",
	    what, nwant, ngot, differ);
	CHECK(wt_index_verify(path, NULL, NULL, NULL) == WT_OK, "%s: verified", what);
}

/* Add documents from..to of a version in steps, committing `commits` times. */
static bool
add(const char *path, uint32_t from, uint32_t to, uint32_t version, uint32_t commits,
    uint64_t compact)
{
	struct wt_build_options options = { .compact = compact, .threads = 3 };
	struct wt_build *b = NULL;
	bool good = wt_build_open(path, &options, &b, NULL) == WT_OK;

	for (uint32_t c = 0; good && c < commits; c++) {
		for (uint32_t i = from + c; good && i < to; i += commits) {
			struct made m;

			make(&m, i, version);
			good = wt_build_add(b, i % 3, &m.doc, NULL) == WT_OK;
		}
		good = good && wt_build_commit(b, NULL) == WT_OK;
	}
	wt_build_close(b);
	return good;
}

static bool
remove_some(const char *path, uint32_t from, uint32_t to)
{
	struct wt_build_options options = { .compact = 1 };
	struct wt_build *b = NULL;
	bool good = wt_build_open(path, &options, &b, NULL) == WT_OK;

	for (uint32_t i = from; good && i < to; i++) {
		char key[16];

		snprintf(key, sizeof key, "d%u", (unsigned)i);
		good = wt_build_delete(b, wt_span_of(key), NULL) == WT_OK;
	}
	good = good && wt_build_commit(b, NULL) == WT_OK;
	wt_build_close(b);
	return good;
}

/* The one manifest says all: it names the segment and the copies by their hashes. */
static uint64_t
manifest_hash(const char *path)
{
	char name[300], bytes[4096];
	uint64_t hash = 0;
	FILE *f;

	snprintf(name, sizeof name, "%s/manifest", path);
	if ((f = fopen(name, "rb")) != NULL) {
		hash = wt_hash(wt_span_make(bytes, fread(bytes, 1, sizeof bytes, f)));
		fclose(f);
	}
	return hash;
}

static void
test_changes(const char *folder)
{
	static struct made made[DOCS];
	const struct made *docs[DOCS];
	char one[256], many[256], back[256], part[2][256], merged[256];
	const char *parts[2] = { part[0], part[1] };
	struct wt_build_options options = { 0 };
	size_t count = 0;

	snprintf(one, sizeof one, "%s/one", folder);
	snprintf(many, sizeof many, "%s/many", folder);
	snprintf(back, sizeof back, "%s/back", folder);
	snprintf(merged, sizeof merged, "%s/merged", folder);
	for (uint32_t i = 0; i < DOCS; i++) {
		make(&made[i], i, 0);
		docs[count++] = &made[i];
	}
	CHECK(add(one, 0, DOCS, 0, 1, 0), "an index in one commit");
	compare(one, docs, count, "in one");
	CHECK(add(many, 0, DOCS, 0, 5, 1), "an index of several segments");
	compare(many, docs, count, "in several segments");
	CHECK(add(back, 0, DOCS, 0, 7, 0) && manifest_hash(one) == manifest_hash(back),
	    "the same bytes by seven commits");
	for (int k = 0; k < 2; k++) {
		snprintf(part[k], sizeof part[k], "%s/part%d", folder, k);
		CHECK(add(part[k], k == 0 ? 150 : 0, k == 0 ? DOCS : 150, 0, 1, 0), "part %d", k);
	}
	CHECK(wt_index_merge(merged, parts, 2, &options, NULL) == WT_OK &&
	    manifest_hash(one) == manifest_hash(merged), "the same bytes merged");

	/* Others take the place of 100 to 200, and 0 to 40 go. */
	CHECK(add(many, 100, 200, 1, 1, 1) && remove_some(many, 0, 40), "changes");
	count = 0;
	for (uint32_t i = 40; i < DOCS; i++) {
		make(&made[i], i, i >= 100 && i < 200);
		docs[count++] = &made[i];
	}
	compare(many, docs, count, "after changes");
	CHECK(add(one, 100, 200, 1, 1, 0) && remove_some(one, 0, 40), "the same in one");
	compare(one, docs, count, "in one after changes");
}

/* ---- damage ---- */

static void
name_copies(const char *path, char *name, size_t size)
{
	struct wt_manifest m;
	char *found;

	name[0] = '\0';
	if (wt_manifest_read(&m, path, NULL) == WT_OK && (found = wt_path_copies(path, &m)) != NULL) {
		snprintf(name, size, "%s", found);
		free(found);
	}
	wt_manifest_free(&m);
}

static void
test_damage(const char *folder)
{
	char path[256], name[300];
	struct wt_error error = { 0 };
	struct wt_index *ix = NULL;
	struct wt_copies *c = NULL;
	long size = 0;
	FILE *f;

	snprintf(path, sizeof path, "%s/one", folder);
	name_copies(path, name, sizeof name);
	CHECK((f = fopen(name, "r+b")) != NULL && fseek(f, 0, SEEK_END) == 0 && (size = ftell(f)) > 100,
	    "a file of %ld bytes", size);
	for (long at = 0; f != NULL && at < size; at += at < 40 ? 1 : 97) {
		int byte, code;

		fseek(f, at, SEEK_SET);
		byte = fgetc(f);
		fseek(f, at, SEEK_SET);
		fputc(byte ^ 4, f);
		fflush(f);
		code = wt_index_open(path, &ix, &error);
		if (code == WT_OK)
			code = wt_copies_open(ix, &c, &error);
		if (code != WT_ECORRUPT || at < 3)
			CHECK(code == WT_ECORRUPT, "byte %ld damaged: %s", at, error.text);
		wt_copies_close(c);
		wt_index_close(ix);
		fseek(f, at, SEEK_SET);
		fputc(byte, f);
		fflush(f);
	}
	if (f != NULL)
		fclose(f);
	CHECK(wt_index_verify(path, NULL, NULL, NULL) == WT_OK, "mended");
	CHECK(truncate(name, size - 4) == 0 && wt_index_verify(path, NULL, NULL, NULL) == WT_ECORRUPT,
	    "cut short");
	CHECK(unlink(name) == 0 && wt_index_open(path, &ix, &error) == WT_ECORRUPT, "missing: %s",
	    error.text);
}

int
main(void)
{
	char folder[200];

	make_folder(folder);
	test_changes(folder);
	test_damage(folder);
	remove_folder(folder);
	return check_done();
}
