/* html.c - what of a page is its story, and what it says of itself, rule by rule. */
#include "ingest/html.h"
#include "tests/check.h"

#define A "Wali kota membuka pasar di tengah kota pada Senin pagi, dan para pedagang mulai berjualan."
#define B "Pembangunan pasar itu menelan anggaran lima miliar rupiah dari kas daerah selama dua tahun."
#define C "Warga berharap harga sewa kios tidak naik, karena jumlah pembeli belum kembali seperti dulu."
#define X "Pemerintah daerah lain menggelar kegiatan yang diikuti ratusan warga dari berbagai kecamatan."

static void
test_stories(void)
{
	static const struct {
		const char *what, *page, *text;
	} rows[] = {
		{ "paragraphs in a div", "<div><p>" A "<p>" B "</div>", A "\n" B },
		{ "a wrapper around each paragraph", "<div id=x><div><div><p>" A "</p></div></div><div><div><p>" B
		    "</p></div></div><div><div><p>" C "</p></div></div></div><div><p>" X "</p></div>",
		    A "\n" B "\n" C },
		{ "text parted by line breaks in a cell", "<table><tr><td><a href=/>menu</a><br><a href=/>lain</a>"
		    "<td><font>" A "<br><br>" B "</font><td>kolom</table>", A "\n" B },
		{ "the text near the title, though there is more elsewhere", "<title>Pasar Kota Dibuka</title>"
		    "<div><h2>Pasar Kota Dibuka</h2><div><p>" A "<p>" B "</div></div><div><p>" X "<p>" X "<p>" X
		    "<p>" X "</div>", A "\n" B },
		{ "a first paragraph set apart", "<article><p class=lead>" A "</p><div>Oleh: R</div><div><p>" B
		    "<p>" C "</div></article>", A "\n" B "\n" C },
		{ "the first of several stories of one make", "<div class=s><p>" A "<p>" B "</div><div class=s><p>" X
		    "<p>" X "<p>" X "</div>", A "\n" B },
		{ "furniture inside", "<div><p>" A "<div class='ads-box x'>iklan</div><div class=related>" X "</div><aside>"
		    X "</aside><p>" B "<ul><li><a href=/>satu</a><li><a href=/>dua</a></ul></div>", A "\n" B },
		{ "a list that is no list of links", "<div><p>" A "<ul><li>satu<li><a href=/>dua</a> dan tiga</ul><p>" B
		    "</div>", A "\nsatu\ndua dan tiga\n" B },
		{ "a name that is not believed", "<div class='widget sidebar'><p>" A "<p>" B "<p>" C "</div>",
		    A "\n" B "\n" C },
		{ "a link to another story", "<div><p>" A "<p>Baca juga: <a href=/>lain</a><p>" B "</div>",
		    A "\nBaca juga: lain\n" B },
		{ "the title inside", "<title>Pasar Kota Dibuka</title><div><b>Pasar Kota Dibuka</b><br>" A "<br>" B
		    "</div>", A "\n" B },
		{ "a text in JSON-LD only", "<script type=application/ld+json>{\"@type\":[\"NewsArticle\"],"
		    "\"articleBody\":\"" A "\\n" B "\"}</script><div>Memuat</div>", A "\n" B },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_record r = { .order = 0 };
		struct wt_error error = { 0 };
		int code = wt_record_html(&r, wt_span_of(rows[i].page), wt_span_make("", 0), &error);

		CHECK(code == WT_OK && wt_span_eq(wt_span_trim(r.article.text), wt_span_of(rows[i].text)),
		    "%s: %s, %zu bytes", rows[i].what, error.text, r.article.text.len);
		wt_record_free(&r);
	}
}

static void
test_about(void)
{
	static const struct {
		const char *what, *head, *title, *date, *source, *url;
	} rows[] = {
		{ "OpenGraph", "<meta property=og:title content='Pasar Kota'><meta property=og:site_name content=Koran>"
		    "<meta property=article:published_time content=2021-03-02T10:00><meta property=og:url content=u>",
		    "Pasar Kota", "2021-03-02T10:00", "Koran", "u" },
		{ "the paper behind the title", "<title>Pasar Kota Dibuka - Koran</title><h1>Pasar Kota Dibuka</h1>",
		    "Pasar Kota Dibuka", "", "Koran", "" },
		{ "the paper before the title", "<title>Koran :: Pasar Kota Dibuka</title><p class=judul>Pasar Kota Dibuka",
		    "Pasar Kota Dibuka", "", "Koran", "" },
		{ "the paper as a heading too", "<title>Pasar Kota Dibuka | Koran Contoh</title><h1>Koran Contoh</h1>"
		    "<h3>Pasar Kota Dibuka</h3>", "Pasar Kota Dibuka", "", "Koran Contoh", "" },
		{ "no heading, but the paper is known", "<title>Pasar Kota - Koran</title>"
		    "<meta property=og:site_name content=Koran>", "Pasar Kota", "", "Koran", "" },
		{ "a hyphen of the title's own", "<title>Pasar Kota - Desa</title>", "Pasar Kota - Desa", "", "", "" },
		{ "JSON-LD under @graph", "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"WebSite\",\"headline\":"
		    "\"no\"},{\"@type\":\"NewsArticle\",\"headline\":\"Pasar\",\"datePublished\":\"2020-01-02\",\"publisher\":"
		    "{\"name\":\"Koran\"},\"url\":\"u\"}]}</script>", "Pasar", "2020-01-02", "Koran", "u" },
		{ "a line end in a string of it", "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"Pasar\n"
		    "Kota\"}</script>", "Pasar Kota", "", "", "" },
		{ "what is no JSON", "<script type=application/ld+json>{\"datePublished\": \"2020-01-02\",}</script>", "",
		    "2020-01-02", "", "" },
		{ "a day in RDFa", "<span property='dc:date dc:created' content=2023-03-14T09:12>x</span>", "",
		    "2023-03-14T09:12", "", "" },
		{ "a day in the manner of blogs", "<abbr class=published title=2023-03-14T09:12>09.12</abbr>", "",
		    "2023-03-14T09:12", "", "" },
		{ "a day that a paper names its own way", "<meta name=dtk:publishdate content='14/03/2023 09:12'>", "",
		    "2023-03-14", "", "" },
		{ "a day in seconds", "<meta name=article:published_time content=1678759920>", "", "2023-03-14", "", "" },
		{ "a day shown below the title", "<title>Pasar Kota</title><div>Rabu, 1 Maret 2023</div><h1>Pasar Kota</h1>"
		    "<div>Oleh R | 14 Maret 2023 - 09.12 WIB</div>", "Pasar Kota", "2023-03-14", "", "" },
		{ "a day shown above the title", "<title>Pasar Kota</title><h2>Selasa, 14 Maret 2023</h2><h1>Pasar Kota</h1>",
		    "Pasar Kota", "2023-03-14", "", "" },
		{ "a day far above the title is that of the visit", "<title>Pasar Kota</title><div>14 Maret 2023</div>"
		    "<div>a<div>b<div>c<div>d<h1>Pasar Kota</h1>", "Pasar Kota", "", "", "" },
		{ "a day in a sentence", "<title>Pasar Kota</title><h1>Pasar Kota</h1><p>Dibuka Rabu, 1 Maret 2023.", "Pasar Kota",
		    "", "", "" },
		{ "a title that is marked as nothing", "<title>Koran - Pasar Kota Dibuka</title><b>Pasar Kota Dibuka</b>",
		    "Pasar Kota Dibuka", "", "Koran", "" },
		{ "a title element that names the paper", "<title>Pemkab Contoh</title><h2>Berita</h2><h3>Pasar Kota Dibuka</h3>",
		    "Pasar Kota Dibuka", "", "Pemkab Contoh", "" },
		{ "a heading above the title", "<title>Pasar Kota Dibuka</title><h3>Siapa yang Online</h3><td>"
		    "Pasar Kota Dibuka</td>", "Pasar Kota Dibuka", "", "", "" },
		{ "a heading in other words than the title", "<title>Pasar Kota Serang Dibuka Rabu</title>"
		    "<h1>Pasar Kota Dibuka, Rabu</h1>", "Pasar Kota Serang Dibuka Rabu", "", "", "" },
		{ "a date of mail", "<meta itemprop=datePublished content='Tue, 02 Mar 2021 14:38:21 +0700'>", "",
		    "2021-03-02", "", "" },
		{ "a date with slashes", "<meta name=publishdate content='2022/03/14 14:05:31'>", "",
		    "2022-03-14", "", "" },
		{ "a date that is none", "<meta name=date content='kemarin siang'><time datetime=2021-03-02>", "",
		    "2021-03-02", "", "" },
		{ "microdata", "<abbr itemprop=datePublished title=2017-09-08T19:22>19.22</abbr>", "", "2017-09-08T19:22",
		    "", "" },
		{ "no title but a heading", "<h1>Pasar  Kota\n Dibuka</h1>", "Pasar Kota Dibuka", "", "", "" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_record r = { .order = 0 };
		struct wt_error error = { 0 };
		const struct wt_article *a = &r.article;
		struct wt_buf page = { 0 };
		int code;

		wt_buf_puts(&page, rows[i].head);
		wt_buf_puts(&page, "<div><p>" A "</p></div>");
		code = wt_record_html(&r, wt_buf_span(&page), wt_span_make("", 0), &error);
		CHECK(code == WT_OK && wt_span_is(a->title, rows[i].title) && wt_span_is(a->date, rows[i].date) &&
		    wt_span_is(a->source, rows[i].source) && wt_span_is(a->url, rows[i].url),
		    "%s: %s%.*s, %.*s, %.*s, %.*s", rows[i].what, error.text, (int)a->title.len, a->title.at,
		    (int)a->date.len, a->date.at, (int)a->source.len, a->source.at, (int)a->url.len, a->url.at);
		wt_buf_free(&page);
		wt_record_free(&r);
	}
}

int
main(void)
{
	test_stories();
	test_about();
	return check_done();
}
