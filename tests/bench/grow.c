/*
 * grow.c - a large corpus out of a small one, and queries for it.
 *
 * usage: grow json COUNT SEED FILE.jsonl...     articles, one a line, to be indexed
 *        grow words COUNT SEED FILE.jsonl...    the same as words, for search engines
 *        grow queries COUNT SEED FILE.words     questions about such a file
 *
 * An article of the large corpus has as many sentences as one of the small corpus,
 * taken in runs of one to five that follow each other there, so words keep their
 * neighbours and their frequencies.  The same arguments give the same bytes.
 *
 * A line of words is: day since 1970, tab, title, tab, text, both in lower case with
 * one space between words.  A line of queries is: kind (term, and, or, phrase), tab,
 * words.
 */
#include <json-c/json.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct article {
	char *title, *text;
	size_t first, count;            /* of its sentences */
};

struct sentence {
	const char *at;
	size_t len;
};

struct corpus {
	struct article *articles;
	struct sentence *sentences;
	size_t count, cap, sentence_count, sentence_cap;
};

static uint64_t state;

static size_t
draw(size_t below)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (size_t)((state >> 11) % below);
}

static void
die(const char *what)
{
	fprintf(stderr, "grow: %s\n", what);
	exit(1);
}

static void *
more(void *items, size_t *cap, size_t need, size_t size)
{
	if (need <= *cap)
		return items;
	*cap = need * 2;
	if ((items = realloc(items, *cap * size)) == NULL)
		die("memory ran out");
	return items;
}

/* Cut the text behind full stops and at line ends. */
static void
cut(struct corpus *c, struct article *a)
{
	const char *start = a->text;

	a->first = c->sentence_count;
	for (const char *p = a->text; ; p++) {
		bool end = *p == '\0' || *p == '\n' || (*p == '.' && p[1] == ' ');

		if (end && p > start) {
			c->sentences = more(c->sentences, &c->sentence_cap, c->sentence_count + 1,
			    sizeof *c->sentences);
			c->sentences[c->sentence_count++] = (struct sentence){ start,
			    (size_t)(p - start) + (*p == '.') };
		}
		if (*p == '\0')
			break;
		if (end)
			start = p + 1;
	}
	a->count = c->sentence_count - a->first;
}

static void
read_articles(struct corpus *c, const char *path)
{
	FILE *in = fopen(path, "r");
	char *line = NULL;
	size_t cap = 0;

	if (in == NULL)
		die(path);
	while (getline(&line, &cap, in) > 0) {
		struct json_object *record = json_tokener_parse(line);
		const char *title = json_object_get_string(json_object_object_get(record, "title"));
		const char *text = json_object_get_string(json_object_object_get(record, "text"));

		if (title != NULL && text != NULL) {
			c->articles = more(c->articles, &c->cap, c->count + 1, sizeof *c->articles);
			c->articles[c->count].title = strdup(title);
			c->articles[c->count].text = strdup(text);
			cut(c, &c->articles[c->count]);
			c->count += c->articles[c->count].count > 0;
		}
		json_object_put(record);
	}
	free(line);
	fclose(in);
}

/* The text of a new article, in a buffer that is used again. */
static const char *
compose(const struct corpus *c)
{
	static char *text;
	static size_t cap;
	size_t wanted = c->articles[draw(c->count)].count, len = 0;

	while (wanted > 0) {
		const struct article *from = &c->articles[draw(c->count)];
		size_t at = draw(from->count), run = 1 + draw(5);

		for (; run > 0 && wanted > 0 && at < from->count; run--, at++, wanted--) {
			const struct sentence *s = &c->sentences[from->first + at];

			text = more(text, &cap, len + s->len + 2, 1);
			memcpy(text + len, s->at, s->len);
			len += s->len;
			text[len++] = run == 1 ? '\n' : ' ';
		}
	}
	text[len > 0 ? len - 1 : 0] = '\0';
	return text;
}

static void
print_json(size_t number, int32_t day, const char *title, const char *text)
{
	time_t seconds = (time_t)day * 86400;
	char date[16], id[24];
	struct json_object *record = json_object_new_object();

	strftime(date, sizeof date, "%Y-%m-%d", gmtime(&seconds));
	snprintf(id, sizeof id, "g%07zu", number);
	json_object_object_add(record, "id", json_object_new_string(id));
	json_object_object_add(record, "source", json_object_new_string("grown"));
	json_object_object_add(record, "title", json_object_new_string(title));
	json_object_object_add(record, "date", json_object_new_string(date));
	json_object_object_add(record, "text", json_object_new_string(text));
	puts(json_object_to_json_string_ext(record, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
	json_object_put(record);
}

static void
print_words(const char *text)
{
	bool inside = false, any = false;

	for (const unsigned char *p = (const unsigned char *)text; *p != '\0'; p++) {
		unsigned char c = *p >= 'A' && *p <= 'Z' ? (unsigned char)(*p - 'A' + 'a') : *p;
		bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;

		/* Dashes and curly quotes, U+2000 to U+203F, are no letters. */
		if (c == 0xe2 && p[1] == 0x80 && p[2] != '\0') {
			word = false;
			p += 2;
		}
		if (word && !inside && any)
			putchar(' ');
		if (word)
			putchar(c);
		any = any || word;
		inside = word;
	}
}

static void
grow(const struct corpus *c, size_t count, bool json)
{
	for (size_t i = 0; i < count; i++) {
		const char *title = c->articles[draw(c->count)].title;
		const char *text = compose(c);
		int32_t day = (int32_t)(16436 + draw(3650));

		if (json) {
			print_json(i, day, title, text);
			continue;
		}
		printf("%d\t", day);
		print_words(title);
		putchar('\t');
		print_words(text);
		putchar('\n');
	}
}

/* ---- queries ---- */

/* Words of a text, at most `room`. */
static size_t
split(char *text, char **words, size_t room)
{
	size_t n = 0;

	for (char *w = strtok(text, " \n"); w != NULL && n < room; w = strtok(NULL, " \n"))
		words[n++] = w;
	return n;
}

/* Print a query about the words of one article. */
static void
ask(size_t kind, char **words, size_t n)
{
	static const char *const kinds[] = { "term", "and", "or", "phrase" };
	size_t count = kind == 0 ? 1 : 2 + draw(2), at = draw(n - 3);

	printf("%s\t", kinds[kind]);
	for (size_t i = 0; i < count; i++) {
		const char *word = kind == 3 ? words[at + i] : words[draw(n)];

		while (kind != 3 && strlen(word) < 4)
			word = words[draw(n)];
		printf("%s%s", i > 0 ? " " : "", word);
	}
	putchar('\n');
}

static void
print_queries(const char *path, size_t count)
{
	FILE *in = fopen(path, "r");
	char *line = NULL, *words[400];
	size_t cap = 0, asked = 0, lines = 0;

	if (in == NULL)
		die(path);
	while (getline(&line, &cap, in) > 0)
		lines++;
	rewind(in);
	while (asked < count && getline(&line, &cap, in) > 0) {
		char *text = strrchr(line, '\t');
		size_t n, longer = 0;

		if (draw(lines / count + 1) != 0 || text == NULL)
			continue;
		n = split(text + 1, words, 400);
		for (size_t i = 0; i < n; i++)
			longer += strlen(words[i]) >= 4;
		if (n > 10 && longer > 3)
			ask(asked++ % 4, words, n);
	}
	free(line);
	fclose(in);
}

int
main(int argc, char **argv)
{
	struct corpus c = { 0 };
	size_t count;

	if (argc < 5)
		die("usage: grow json|words|queries COUNT SEED FILE...");
	count = strtoul(argv[2], NULL, 10);
	state = strtoul(argv[3], NULL, 10) * 0x9e3779b97f4a7c15u + 1;
	if (strcmp(argv[1], "queries") == 0) {
		print_queries(argv[4], count);
		return 0;
	}
	for (int i = 4; i < argc; i++)
		read_articles(&c, argv[i]);
	if (c.count == 0)
		die("no articles");
	grow(&c, count, strcmp(argv[1], "json") == 0);
	return ferror(stdout) || fflush(stdout) != 0;
}
