/*
 * Zones of pages as Indonesian portals make them.  A row is a text whose lines
 * end in LF, and the zones of its runs of tokens: t title, d dateline, b body,
 * r related, y byline, f furniture, each once for a run and a line.
 */
#include "base/err.h"
#include "tests/check.h"
#include "text/document.h"

#define BODY "Pemerintah Kota Serang membangun jembatan."
#define TITLE "Pemkot Serang Bangun Jembatan"

static const struct { const char *what, *text, *zones; } rows[] = {
	{ "a title and a body", TITLE "\n\n" BODY, "t b" },
	{ "a title on the line above", TITLE "\n" BODY, "t b" },
	{ "a question as a title", "Siapa Bangun Jembatan?\n\n" BODY, "t b" },
	{ "a title in quotes", "Wali Kota: \"Kami Siap\"\n\n" BODY, "t b" },
	{ "a sentence is no title", BODY "\n\n" BODY, "b b" },
	{ "a quoted sentence is no title", "Kata dia, \"kami siap.\"\n\n" BODY, "b b" },
	{ "a line alone is no title", TITLE, "b" },
	{ "a wrapped line is no title", "Pemerintah Kota Serang membangun\njembatan gantung.",
	    "b b" },
	{ "a verb that is on buttons too",
	    "Bagikan Sembako, Bupati Lebak Minta Warga Sabar\n\n" BODY, "t b" },
	{ "a word that is in credits too",
	    "Penulis Novel Laskar Pelangi Hadir di Kota Serang\n\n" BODY, "t b" },
	{ "a name with a hyphen is no dateline", TITLE "\n\nJakarta-Bandung kini dekat.", "t b" },
	{ "a date above the title", "Rabu, 7 September 2022 | 10:15 WIB\n" TITLE "\n\n" BODY,
	    "f t b" },
	{ "an English date above it", "DECEMBER 9, 2022\n" TITLE "\n\n" BODY, "f t b" },
	{ "a paper above it", "Radar Serang\n" TITLE "\n\n" BODY, "f t b" },
	{ "an address above it", "radarserang.com\n" TITLE "\n\n" BODY, "f t b" },
	{ "an image above it", "post-img\n" TITLE "\n\n" BODY, "f t b" },

	{ "place and paper", TITLE "\n\nKOTA SERANG, REDAKSI24.COM \xe2\x80\x93 " BODY, "t db" },
	{ "paper and place", TITLE "\n\nTEMPO.CO, Jakarta - " BODY, "t db" },
	{ "paper and place, two hyphens", TITLE "\n\nREPUBLIKA.CO.ID, SERANG -- " BODY, "t db" },
	{ "an agency in brackets", TITLE "\n\nSerang (ANTARA) - " BODY, "t db" },
	{ "a place", TITLE "\n\nSERANG - " BODY, "t db" },
	{ "a place with a long dash", TITLE "\n\nTegal \xe2\x80\x94 " BODY, "t db" },
	{ "a place with a bar", TITLE "\n\nSERANG | " BODY, "t db" },
	{ "a place, a hyphen, no space", TITLE "\n\nSERANG- " BODY, "t db" },
	{ "a paper in small letters", TITLE "\n\nSerang, (tangerangraya.net) - " BODY, "t db" },
	{ "a day", TITLE "\n\nSerang, Rabu (5/2/2020) - " BODY, "t db" },
	{ "an abbreviated level", TITLE "\n\nKab. Serang \xe2\x80\x93 " BODY, "t db" },
	{ "no title above it", "SERANG - " BODY "\n\n" BODY, "db b" },
	{ "not on later lines", TITLE "\n\n" BODY "\n\nSERANG - " BODY, "t b b" },
	{ "a word with spaces around its hyphen",
	    TITLE "\n\nSekonyong - konyong jembatan rusak.", "t b" },
	{ "small words before a dash", TITLE "\n\nJembatan itu - kata warga - rusak.", "t b" },
	{ "nothing behind the dash", TITLE "\n\nSERANG -\n" BODY, "t b b" },

	{ "a link", TITLE "\n\n" BODY "\nBACA JUGA: Jembatan Serang Rusak\n" BODY, "t b r b" },
	{ "a link, another cue", TITLE "\n\n" BODY "\nBaca: Jembatan Serang Rusak\n" BODY,
	    "t b r b" },
	{ "a cue with an underscore",
	    TITLE "\n\n" BODY "\nBaca_Juga: Jembatan Serang Rusak\n" BODY, "t b r b" },
	{ "a link in brackets", TITLE "\n\n" BODY "\n(Baca juga: Jembatan Serang Rusak)\n" BODY,
	    "t b r b" },
	{ "a wish of the paper's", TITLE "\n\n" BODY "\nIkuti berita terbaru Radar Serang di Google News.\n" BODY,
	    "t b f b" },
	{ "a long one", TITLE "\n\n" BODY "\nDapatkan update berita pilihan setiap hari. Mari bergabung di grup kami, caranya "
	    "klik tautan di bawah ini lalu pilih gabung dan nikmati berita lebih cepat daripada orang lain.", "t b f" },
	{ "a video", TITLE "\n\n" BODY "\nSimak Video 'Jembatan Serang':\n[Gambas:Video Radar]\n" BODY, "t b f f b" },
	{ "the same words in a sentence", TITLE "\n\nWarga ikuti berita itu. " BODY, "t b" },
	{ "a caption with its credit", TITLE "\n\nJembatan dari udara. Foto: Radar Serang\n" BODY, "t f b" },
	{ "a credit in brackets", TITLE "\n\nJembatan dari udara (Foto: Ist)\n" BODY, "t f b" },
	{ "rights", TITLE "\n\n" BODY "\nHak cipta Radar Serang 2001. Dilarang memuat ulang tanpa izin.", "t b f" },
	{ "rights of somebody else", TITLE "\n\nHak cipta atas batik itu didaftarkan pemkot.", "t b" },
	{ "the pages around", TITLE "\n\n" BODY "\nBerita Sebelumnya | Berita Berikutnya", "t b f" },
	{ "a story about pictures", TITLE "\n\nWarga menyimpan foto: jembatan itu masih utuh.", "t b" },
	{ "a reporter's report", TITLE "\n\nLaporan Wartawan Radar Serang, Ani Budiarti\n" BODY, "t y b" },
	{ "links below a cue",
	    TITLE "\n\n" BODY "\nBACA JUGA:\nJembatan Serang Rusak\nPasar Serang Sepi\n" BODY,
	    "t b r r r b" },
	{ "links with bullets",
	    TITLE "\n\n" BODY "\nBaca juga\n- Jembatan Serang Rusak.\n* Pasar Serang Sepi\n" BODY, "t b r r r b" },
	{ "a link that asks",
	    TITLE "\n\n" BODY "\nBACA JUGA:\nSiapa Rusak Jembatan Serang?\n" BODY, "t b r r b" },
	{ "a quote below a link",
	    TITLE "\n\n" BODY "\nBACA JUGA:\nPasar Serang Sepi\n\"Kami siap,\" kata dia.\n" BODY,
	    "t b r r b b" },
	{ "a question below a link",
	    TITLE "\n\n" BODY "\nBACA JUGA:\nPasar Serang Sepi\nLalu siapa yang salah di sana?\n" BODY, "t b r r b b" },
	{ "the word inside a sentence", TITLE "\n\nWarga baca juga koran.", "t b" },

	{ "initials alone", TITLE "\n\n" BODY "\n(fdr/nda)", "t b y" },
	{ "one writer's initials", TITLE "\n\n" BODY "\n(fdr)", "t b y" },
	{ "stars", TITLE "\n\n" BODY "\n(***)", "t b y" },
	{ "square brackets", TITLE "\n\n" BODY " [fdr]\n[nda]", "t by y" },
	{ "initials behind a quote", TITLE "\n\n\"Kami siap,\" kata dia, \"selalu.\" (fdr/nda)",
	    "t by" },
	{ "initials behind a stop, no space", TITLE "\n\n" BODY "(Adi/Difa)", "t by" },
	{ "initials behind a curled quote",
	    TITLE "\n\nKata dia, \xe2\x80\x9cSiap.\xe2\x80\x9d(Adi)", "t by" },
	{ "brackets inside the story", TITLE "\n\nPemkot membangun jembatan (gantung)\nBaru.",
	    "t b b" },
	{ "a day at the end of a line", TITLE "\n\nIa hadir Rabu (5/2/2020)", "t b" },
	{ "an editor", TITLE "\n\n" BODY "\nEditor: Asep Saefudin", "t b y" },
	{ "a writer, spaced", TITLE "\n\n" BODY "\nPenulis : Asep Saefudin", "t b y" },
	{ "a reporter with no colon", TITLE "\n\n" BODY "\nReporter Asep Saefudin", "t b y" },
	{ "a sentence about an editor", TITLE "\n\n" BODY "\nEditor itu datang.", "t b b" },

	{ "buttons", TITLE "\n\n" BODY "\nShare\nFacebook Twitter WhatsApp\nBagikan:",
	    "t b f f f" },
	{ "tags", TITLE "\n\n" BODY "\nTags: banjir, serang", "t b f" },
	{ "a photo's line", TITLE "\n\n" BODY "\nFoto: Dok. Pemkot Serang", "t b f" },
	{ "stars with spaces", TITLE "\n\n" BODY "\n* * *\n" BODY, "t b f b" },
	{ "stars between parts", TITLE "\n\n" BODY "\n***\n" BODY, "t b f b" },
	{ "a sentence about a button", TITLE "\n\n" BODY "\nFacebook menutup kantornya.", "t b b" },
	{ "nothing", "", "" },
};

int
main(void)
{
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_arena a = { 0 };
		struct wt_document d;
		char zones[128] = "";
		size_t n = 0;
		int code = wt_document_read(&a, wt_span_make(NULL, 0), wt_span_of(rows[i].text),
		    &d);

		for (uint32_t k = 0; k < d.ntokens && n < sizeof zones - 3; k++) {
			if (k > 0 && d.tokens[k].gap > 0)
				zones[n++] = ' ';
			else if (k > 0 && d.tokens[k].zone == d.tokens[k - 1].zone)
				continue;
			zones[n++] = "tdbryf"[d.tokens[k].zone];
		}
		zones[n] = '\0';
		CHECK(code == WT_OK && strcmp(zones, rows[i].zones) == 0, "%s", rows[i].what);
		if (strcmp(zones, rows[i].zones) != 0)
			printf("# got %s\n", zones);
		wt_arena_free(&a);
	}
	return check_done();
}
