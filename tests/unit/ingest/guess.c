/* guess.c - kinds of files by their first bytes. */
#include "ingest/guess.h"
#include "tests/check.h"

static const struct {
	const char *what, *front;
	enum wt_file_kind named, kind;
} rows[] = {
	{ "plain text", "Judul\n\nWarga Serang, kata dia.\n", WT_FILE_OTHER, WT_FILE_TEXT },
	{ "nothing", "", WT_FILE_OTHER, WT_FILE_TEXT },
	{ "JSON lines", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n", WT_FILE_OTHER, WT_FILE_JSONL },
	{ "JSON lines named as JSON", "{\"text\":\"a\"}\n\n{\"text\":\"b\"}\n", WT_FILE_JSON, WT_FILE_JSONL },
	{ "an object on a line", "{\"text\":\"a\"}\n", WT_FILE_OTHER, WT_FILE_JSON },
	{ "an object on a line, named as JSON lines", "{\"text\":\"a\"}\n", WT_FILE_JSONL, WT_FILE_JSONL },
	{ "an object on lines", "{\n \"text\": \"a\"\n}\n", WT_FILE_OTHER, WT_FILE_JSON },
	{ "an object on lines, named as JSON lines", "{\n \"text\": \"a\"\n}\n", WT_FILE_JSONL, WT_FILE_JSON },
	{ "an object that ends with another", "{\"a\": {}\n}\n", WT_FILE_OTHER, WT_FILE_JSON },
	{ "an object and something broken, named as JSON lines", "{\"text\":\"a\"}\nxx", WT_FILE_JSONL,
	    WT_FILE_JSONL },
	{ "a list", " [\n{\"text\":\"a\"}]", WT_FILE_OTHER, WT_FILE_JSON },
	{ "a list named as JSON lines", "[{\"text\":\"a\"}]", WT_FILE_JSONL, WT_FILE_JSON },
	{ "text in brackets", "[Foto] Warga Serang", WT_FILE_OTHER, WT_FILE_TEXT },
	{ "broken JSON is what its name says", "text", WT_FILE_JSON, WT_FILE_JSON },
	{ "a page", "\n<!DOCTYPE html><p>a", WT_FILE_OTHER, WT_FILE_HTML },
	{ "a web archive", "WARC/1.0\r\n", WT_FILE_OTHER, WT_FILE_WARC },
	{ "rows", "id,judul,isi\n1,a,b\n", WT_FILE_OTHER, WT_FILE_COLUMNS },
	{ "rows with quotes and semicolons", "\"ID\";\"Isi\"\r\n1;b\r\n", WT_FILE_OTHER, WT_FILE_COLUMNS },
	{ "rows with bars", "id|isi\n1|b\n", WT_FILE_OTHER, WT_FILE_COLUMNS },
	{ "rows with no other field", "isi,nomor\nb,1\n", WT_FILE_OTHER, WT_FILE_TEXT },
	{ "rows without text", "id,judul\n1,a\n", WT_FILE_OTHER, WT_FILE_TEXT },
	{ "a sentence with names of fields", "Isi, kata dia, judul itu\nbaru.\n", WT_FILE_OTHER, WT_FILE_TEXT },
	{ "names and no row", "id,isi", WT_FILE_OTHER, WT_FILE_TEXT },
	{ "rows named as text", "id,judul,isi\n1,a,b\n", WT_FILE_TEXT, WT_FILE_TEXT },
};

static void
check_archives(void)
{
	char tar[512] = "a.txt";

	memcpy(tar + 257, "ustar", 5);
	CHECK(wt_guess_archive(wt_span_make(tar, sizeof tar)), "tar");
	CHECK(wt_guess_archive(WT_SPAN("\x1f\x8b\x08\x00")), "gzip");
	CHECK(wt_guess_archive(WT_SPAN("PK\3\4")), "zip");
	CHECK(wt_guess_archive(WT_SPAN("BZh9")), "bzip2");
	CHECK(wt_guess_archive(WT_SPAN("\xfd" "7zXZ\0")), "xz");
	CHECK(wt_guess_archive(WT_SPAN("\x28\xb5\x2f\xfd")), "zstd");
	CHECK(!wt_guess_archive(WT_SPAN("PKB Serang")), "text");
	CHECK(!wt_guess_archive(WT_SPAN("")), "nothing");
}

int
main(void)
{
	static const struct wt_field_names none;
	struct wt_field_names own;

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		CHECK(wt_guess_kind(wt_span_of(rows[i].front), rows[i].named, &none) == rows[i].kind, "%s",
		    rows[i].what);
	CHECK(wt_field_names_parse(WT_SPAN("text=badan"), &own, NULL) == WT_OK &&
	    wt_guess_kind(WT_SPAN("kode\tBadan\n1\tb\n"), WT_FILE_OTHER, &own) == WT_FILE_COLUMNS,
	    "a column of the user's alone");
	check_archives();
	return check_done();
}
