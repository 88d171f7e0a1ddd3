/* json.c - what is read as JSON, what is refused and where, and what values give. */
#include "ingest/json.h"
#include "tests/check.h"

#include <stdlib.h>

/* What is read of `text` again as JSON, or "at BYTE" where it is refused. */
static void
test_texts(void)
{
	static const struct {
		const char *text, *read;
	} rows[] = {
		{ "{}", "{}" }, { " [1, 2]\r\n", "[1,2]" }, { "null", "null" }, { "17", "17" }, { "\"a\"", "\"a\"" },
		{ "{\"a\":1,\"b\":2,\"a\":3}", "{\"a\":3,\"b\":2}" },
		{ "[\"\\ud83d\\ude00\"]", "[\"\xf0\x9f\x98\x80\"]" },
		{ "[\"\\ud800\",\"\\udc00x\",\"\\ud800\\u0041\"]", "[\"\xef\xbf\xbd\",\"\xef\xbf\xbdx\",\"\xef\xbf\xbd" "A\"]" },
		{ "[NaN]", "[NaN]" }, { "[1e5,-0.5]", "[1e5,-0.5]" },
		{ "[\"\\\\u0000\"]", "[\"\\\\u0000\"]" },
		{ "", "at 0" }, { "  ", "at 2" }, { "[", "at 1" }, { "{\"a\":", "at 5" }, { "[1 2]", "at 4" },
		{ "[1,]", "at 4" }, { "{\"a\":1,}", "at 8" }, { "{\"a\" 1}", "at 6" }, { "{a:1}", "at 2" },
		{ "['a']", "at 2" }, { "[/**/]", "at 2" }, { "// x\n1", "at 1" }, { "[True]", "at 2" },
		{ "{}{}", "at 3" }, { "{} x", "at 4" }, { "[01]", "at 4" }, { "[+1]", "at 2" }, { "[-]", "at 3" },
		{ "[\"\\x\"]", "at 4" }, { "[\"\\u00g0\"]", "at 7" }, { "\xef\xbb\xbf{}", "at 1" },
		{ "[\"a\tb\"]", "at 4" }, { "[\"12345678901234567890\n\"]", "at 23" }, { "[\t\"a\"\n]", "[\"a\"]" },
		{ "{\"te\\u0000xt\":1}", "at 5" }, { "[\"123456\\u0000\"]", "at 9" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_error error = { 0 };
		struct json_object *root;
		char got[64];
		int code = wt_json_parse(wt_span_of(rows[i].text), false, &root, &error);

		if (code == WT_OK)
			snprintf(got, sizeof got, "%s", json_object_to_json_string_ext(root, JSON_C_TO_STRING_PLAIN));
		else
			snprintf(got, sizeof got, "at %d", (int)error.offset);
		CHECK(strcmp(got, rows[i].read) == 0 && (code == WT_OK || code == WT_ESYNTAX) && code == error.code &&
		    (code == WT_OK || root == NULL), "%s: %s %s", rows[i].text, got, error.text);
		json_object_put(root);
	}
}

/* A text that ends anywhere before its end is refused there. */
static void
test_ends(void)
{
	static const char text[] = "{\"a\":[1,-2.5e3,true,null,\"x\\n\\u00e9\\ud83d\\ude00\",{\"b\":[]}]}";

	for (size_t len = 0; len + 1 < sizeof text; len++) {
		struct wt_error error = { 0 };
		struct json_object *root;
		char *copy = malloc(len + 1);

		if (copy == NULL)
			break;
		/* At the end of a block, so that a byte behind it is noticed. */
		memcpy(copy + 1, text, len);
		CHECK(wt_json_parse(wt_span_make(copy + 1, len), false, &root, &error) == WT_ESYNTAX &&
		    error.offset == len && root == NULL, "the first %zu bytes", len);
		free(copy);
	}
}

static void
test_bytes_behind(void)
{
	static const char nul[] = "{}\0{}";
	struct json_object *root;

	CHECK(wt_json_parse(wt_span_make(nul, 5), false, &root, NULL) == WT_ESYNTAX, "a NUL is no end");
	CHECK(wt_json_parse(wt_span_make("[\"a\0b\"]", 7), false, &root, NULL) == WT_ESYNTAX, "nor in a string");
	CHECK(wt_json_parse(WT_SPAN("[1] \"\n;"), true, &root, NULL) == WT_OK && wt_json_count(root) == 1,
	    "bytes behind, where they may be");
	json_object_put(root);
	CHECK(wt_json_parse(WT_SPAN("[\"\n\"]"), true, &root, NULL) == WT_ESYNTAX, "a line end in it may not");
	CHECK(wt_json_parse(WT_SPAN("[1"), true, &root, NULL) == WT_ESYNTAX && root == NULL, "too few are still");
}

/* Lists in lists, all open or each closed. */
static void
test_depth(void)
{
	static const struct {
		size_t depth;
		bool closed;
		int code;
		uint64_t offset;
	} rows[] = {
		{ WT_JSON_DEPTH, true, WT_OK, 0 }, { WT_JSON_DEPTH, false, WT_ESYNTAX, WT_JSON_DEPTH },
		{ WT_JSON_DEPTH + 1, true, WT_ELIMIT, WT_JSON_DEPTH + 1 }, { 100000, true, WT_ELIMIT, WT_JSON_DEPTH + 1 },
		{ 100000, false, WT_ELIMIT, WT_JSON_DEPTH + 1 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		size_t depth = rows[i].depth;
		struct wt_error error = { 0 };
		struct json_object *root;
		char *text = malloc(depth * 2);

		if (text == NULL)
			break;
		memset(text, '[', depth);
		memset(text + depth, ']', depth);
		CHECK(wt_json_parse(wt_span_make(text, rows[i].closed ? depth * 2 : depth), false, &root, &error) ==
		    rows[i].code && error.offset == rows[i].offset, "%zu deep: %s", depth, error.text);
		json_object_put(root);
		free(text);
	}
}

/* Many small lists are as many large pieces of memory; in a string they are text. */
static void
test_parts(void)
{
	struct wt_error error = { 0 };
	struct json_object *root;
	size_t len = 0;
	char *text = malloc(3 * WT_JSON_PARTS + 3);

	if (text == NULL)
		return;
	text[len++] = '[';
	for (size_t i = 0; i < WT_JSON_PARTS; i++, len += 3)
		memcpy(text + len, i == 0 ? "[] " : i % 2 == 0 ? ",[]" : ",{}", 3);
	text[len] = ']';
	CHECK(wt_json_parse(wt_span_make(text, len + 1), false, &root, &error) == WT_ELIMIT && root == NULL &&
	    error.offset == len - 1, "a list too many: %s", error.text);
	memset(text + 1, '[', len - 1);
	text[1] = text[len - 1] = '"';
	CHECK(wt_json_parse(wt_span_make(text, len + 1), false, &root, &error) == WT_OK &&
	    wt_json_text(wt_json_at(root, 0)).len == len - 3, "brackets in a string");
	json_object_put(root);
	free(text);
}

/* Each is the first element of an array. */
static void
test_values(void)
{
	static const struct {
		const char *text;
		struct wt_span value;
	} rows[] = {
		{ "[\"isi\"]", { "isi", 3 } }, { "[\"\"]", { "", 0 } }, { "[17]", { "17", 2 } }, { "[-17]", { "-17", 3 } },
		{ "[0]", { "0", 1 } }, { "[null]", { "", 0 } }, { "[]", { "", 0 } }, { "{\"a\":1}", { "", 0 } },
		{ "[1.5]", { "", 0 } }, { "[true]", { "", 0 } }, { "[[1]]", { "", 0 } }, { "[{}]", { "", 0 } },
		{ "[9223372036854775807]", { "9223372036854775807", 19 } },
		{ "[9223372036854775808]", { "9223372036854775808", 19 } },
		{ "[-9223372036854775807]", { "-9223372036854775807", 20 } },
		{ "[18446744073709551614]", { "18446744073709551614", 20 } },
		/* Refused by later versions of json-c, which is as well. */
		{ "[18446744073709551616]", { "", 0 } }, { "[-9223372036854775809]", { "", 0 } },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct json_object *root = NULL;
		struct wt_span got;

		wt_json_parse(wt_span_of(rows[i].text), false, &root, NULL);
		got = wt_json_text(wt_json_at(root, 0));
		CHECK(wt_span_eq(got, rows[i].value), "%s: %.*s", rows[i].text, (int)got.len, got.at);
		json_object_put(root);
	}
}

static void
test_members(void)
{
	struct wt_json_members m;
	struct json_object *root;
	char names[32] = "";

	CHECK(wt_json_parse(WT_SPAN("{\"z\":null,\"a\":[7],\"\":\"x\"}"), false, &root, NULL) == WT_OK, "an object");
	m = wt_json_members(root);
	while (wt_json_next(&m))
		strcat(strcat(names, m.name), m.value == NULL ? "0;" : ";");
	CHECK(strcmp(names, "z0;a;;") == 0, "its members are %s", names);
	CHECK(wt_json_count(wt_json_member(root, "a")) == 1 && wt_json_at(wt_json_member(root, "a"), 1) == NULL, "a list of one");
	CHECK(wt_json_member(root, "z") == NULL && wt_json_member(root, "b") == NULL, "null and nothing");
	CHECK(wt_json_member(wt_json_member(root, "a"), "a") == NULL && wt_json_member(NULL, "a") == NULL, "of no object");
	CHECK(wt_json_count(root) == 0 && wt_json_count(NULL) == 0 && wt_json_at(root, 0) == NULL, "an object is no list");
	json_object_put(root);
}

int
main(void)
{
	test_texts();
	test_ends();
	test_bytes_behind();
	test_depth();
	test_parts();
	test_values();
	test_members();
	return check_done();
}
