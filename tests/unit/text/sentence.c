/* Where sentences end, and where they do not. */
#include "base/err.h"
#include "tests/check.h"
#include "tests/random.h"
#include "text/document.h"

#define HOSTILE ((size_t)1 << 17)       /* bytes; work that takes their square shows */

/* `text` has a bar at every place where a sentence begins, but at its front. */
static const struct { const char *what, *text; } rows[] = {
	{ "two sentences", "Wali kota datang. |Ia bicara." },
	{ "a question and a call", "Siapa datang? |Wali kota! |Ia bicara." },
	{ "three dots", "Ia diam... |Lalu pergi." },
	{ "a stop before a small letter", "Ia datang. dan pergi." },
	{ "a title", "Kepala dinas dr. Asep hadir. |Ia bicara." },
	{ "titles and degrees",
	    "Wali Kota Dr. H. Asep Saefudin, S.Sos., M.Si. hadir bersama Ir. Budi. |Ia bicara." },
	{ "a degree at the end", "Hadir pula Asep Saefudin, S.Sos. |Ia bicara." },
	{ "a degree before a name", "Hadir pula Asep, S.H. Budi tidak hadir." },
	{ "a title before a capital", "Bupati Hj. Ratu Tatu Chasanah hadir." },
	{ "a street", "Di Jl. Dalam Kaum ada pasar." },
	{ "a number's word", "Perda No. 5 Tahun 2019 berlaku. |Ia bicara." },
	{ "a number's word at the end", "Ada banyak hal. |Pemkot bicara." },
	{ "a page", "Lihat hal. 5 buku itu." },
	{ "an amount at the end", "Anggarannya Rp1,5 miliar. |Ia bicara." },
	{ "an amount", "Anggarannya Rp1.500.000 untuk desa." },
	{ "a clock at the end", "Acara mulai pukul 10.00. |Warga hadir." },
	{ "and so on", "Ada jalan, jembatan, dll. |Warga senang." },
	{ "a company", "PT Krakatau Steel Tbk. |Perusahaan itu untung." },
	{ "a company that goes on", "PT Krakatau Steel Tbk. untung." },
	{ "a letter at the end", "Ia pegawai golongan A. |Ia bicara." },
	{ "an initial", "Bupati A. Zaki hadir." },
	{ "a quote that goes on", "\"Kami siap,\" kata dia. |Warga senang." },
	{ "a quote with a stop that goes on", "\"Kami siap.\" kata dia." },
	{ "a question in quotes that goes on", "\"Siap?\" tanya dia." },
	{ "a quote that ends", "Dia berkata, \"Kami siap.\" |Warga senang." },
	{ "a quote that ends, curled",
	    "Dia berkata, \xe2\x80\x9cKami siap.\xe2\x80\x9d |Warga senang." },
	{ "a stop behind the quote", "Dia berkata \"siap\". |Warga senang." },
	{ "a quote after a sentence", "Warga senang. |\"Kami siap,\" kata dia." },
	{ "a curled quote after a sentence",
	    "Warga senang. |\xe2\x80\x9cKami siap,\xe2\x80\x9d kata dia." },
	{ "two sentences in one quote", "\"Kami siap. |Warga juga,\" kata dia." },
	{ "brackets that close", "Warga senang (sekali.) |Ia bicara." },
	{ "brackets that open", "Warga senang. |(Ia tidak.)" },
	{ "a forgotten space", "Warga di daerah.|Pemkot Serang siap." },
	{ "a forgotten space behind a quote", "Kata dia, \"siap.\"|Pemkot Serang siap." },
	{ "no space in an address", "Kunjungi serang.Go.Id sekarang." },
	{ "a numbered item", "1. Jalan desa." },
	{ "a number that ends a sentence", "Itu tahun 2020. |Ia bicara." },
	{ "a number that begins one", "Warga senang. |16 desa siap." },
	{ "a line is a paragraph", "Warga senang\n|Ia bicara" },
	{ "an empty line is one", "Warga senang\n\n|ia bicara" },
	{ "a full line goes on with a small letter",
	    "Pemerintah Kota Serang pada tahun ini akan membangun\nempat jembatan di tiga kecamatan." },
	{ "a line of forty bytes is full", "Pemerintah Kota Serang akan membangun di\nsini." },
	{ "a short line does not", "Jalan desa\n|jembatan gantung" },
	{ "a full line that ends with a stop does not",
	    "Pemerintah Kota Serang pada tahun ini akan membangun.\n|empat jembatan." },
	{ "a list of lines", "Rinciannya:\n|- jalan desa\n|- jembatan" },
};

static void
check_rows(void)
{
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_arena a = { 0 };
		struct wt_buf plain = { 0 }, got = { 0 };
		struct wt_document d;
		int code;

		for (const char *p = rows[i].text; *p != '\0'; p++)
			if (*p != '|')
				wt_buf_putc(&plain, *p);
		/* A title of its own, so that the first line is none. */
		code = wt_document_read(&a, WT_SPAN("Judul"), wt_buf_span(&plain), &d);
		for (uint32_t s = 1; s < d.nsentences; s++) {
			uint32_t from = d.tokens[d.sentences[s].first].start;
			uint32_t to = s + 1 < d.nsentences ? d.tokens[d.sentences[s + 1].first].start : (uint32_t)d.text.len;

			wt_buf_puts(&got, s > 1 ? "|" : "");
			wt_buf_put(&got, d.text.at + from, to - from);
		}
		CHECK(code == WT_OK && wt_span_is(wt_buf_span(&got), rows[i].text), "%s",
		    rows[i].what);
		if (!wt_span_is(wt_buf_span(&got), rows[i].text))
			printf("# got %.*s\n", (int)got.len, got.at);
		wt_buf_free(&plain);
		wt_buf_free(&got);
		wt_arena_free(&a);
	}
}

/* A text wrapped at 60 columns, with lines that begin with capitals. */
static void
check_wrapped(void)
{
	static const char text[] =
	    "Pemerintah Kota Serang pada tahun anggaran ini kembali\n"
	    "Membangun empat jembatan di tiga kecamatan yang selama ini\n"
	    "Terputus karena banjir. Pembangunan itu memakai anggaran\n"
	    "Kota Serang sebesar Rp1,5 miliar yang telah disetujui oleh\n"
	    "DPRD Kota Serang pada awal tahun. Warga di tiga kecamatan\n"
	    "Kasemen, Walantaka dan Curug berharap jembatan selesai\n"
	    "Sebelum akhir tahun agar anak sekolah tidak memutar jauh\n"
	    "Lewat jalan provinsi yang rusak parah sejak tahun lalu.\n"
	    "\n"
	    "Wali Kota Serang meminta warga bersabar karena pekerjaan\n"
	    "Dimulai bulan depan. Ia berjanji memantau sendiri setiap\n"
	    "Minggu bersama kepala dinas dan camat setempat di lokasi.\n";
	struct wt_arena a = { 0 };
	struct wt_document d;
	uint32_t paragraphs = 0;

	CHECK(wt_document_read(&a, WT_SPAN("Judul"), WT_SPAN(text), &d) == WT_OK &&
	    d.nsentences == 6,
	    "wrapped lines do not end sentences");
	for (uint32_t i = 0; i < d.nsentences; i++)
		paragraphs += d.sentences[i].paragraph;
	CHECK(paragraphs == 3, "empty lines end paragraphs");
	wt_arena_free(&a);
}

/* Sentences tile the tokens, and each token knows its own. */
static bool
holds(const struct wt_document *d)
{
	uint32_t at = 0;

	for (uint32_t s = 0; s < d->nsentences; s++) {
		if (d->sentences[s].first != at || d->sentences[s].last <= at ||
		    d->sentences[s].last > d->ntokens)
			return false;
		for (; at < d->sentences[s].last; at++)
			if (d->tokens[at].sentence != s ||
			    d->tokens[at].zone != d->sentences[s].zone)
				return false;
	}
	return at == d->ntokens;
}

static void
check_random(void)
{
	static const char *const pieces[] = { "A.", ")", "\"", "\xe2\x80\x9d", "a.\" ", "a\n",
	    "Ia. ", ".", "kata \"", "1.\n" };
	uint64_t state = 62;
	bool ok = true;

	for (int round = 0; ok && round < 1000; round++) {
		struct wt_arena a = { 0 };
		struct wt_buf text = { 0 };
		struct wt_document d;

		random_text(&state, &text, random_below(&state, 80));
		ok = wt_document_read(&a, wt_span_make(NULL, 0), wt_buf_span(&text),
		    &d) == WT_OK && holds(&d);
		if (!ok)
			printf("# round %d: %.*s\n", round, (int)text.len, text.at);
		wt_buf_free(&text);
		wt_arena_free(&a);
	}
	CHECK(ok, "sentences tile the tokens of any text, each in one zone");
	for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
		struct wt_arena a = { 0 };
		struct wt_buf text = { 0 };
		struct wt_document d;

		random_repeat(&text, pieces[i], HOSTILE);
		CHECK(wt_document_read(&a, wt_span_make(NULL, 0), wt_buf_span(&text),
		    &d) == WT_OK && holds(&d),
		    "much of one thing, number %zu", i);
		wt_buf_free(&text);
		wt_arena_free(&a);
	}
}

int
main(void)
{
	check_rows();
	check_wrapped();
	check_random();
	return check_done();
}
