/* Bodies outside the state, and places that are no regions: one row a rule, and one where it must stay silent. */
#include "tests/unit/extract/sentences.h"

/* Found: organizations (o) and places (p) by name, each with its rule. */
static const struct sentence_row rows[] = {
	{ "listed", "Ia keluar dari Partai Golkar.", "o Partai Golongan Karya/listed" },
	{ "head", "Ia bekerja di PT Sinar Malau.", "o PT Sinar Malau/head" },
	{ "head, with a number", "Ia bekerja di PT Sinar 99 Malau.", "o PT Sinar 99 Malau/head" },
	{ "head, alone", "Ia bekerja di PT itu.", "" },
	{ "head, an association", "Ikatan Perajin Malau bersidang.", "o Ikatan Perajin Malau/head" },
	{ "head, a cooperative", "Koperasi Perajin Malau bersidang.", "o Koperasi Perajin Malau/head" },
	{ "head, a federation", "Federasi Perajin Malau bersidang.", "o Federasi Perajin Malau/head" },
	{ "head, a foundation", "Yayasan Perajin Malau bersidang.", "o Yayasan Perajin Malau/head" },
	{ "head, a hospital", "Klinik Perajin Malau ramai.", "o Klinik Perajin Malau/head" },
	{ "head, a paper", "Harian Perajin Malau terbit.", "o Harian Perajin Malau/head" },
	{ "head, a party", "Partai Perajin Malau bersidang.", "o Partai Perajin Malau/head" },
	{ "head, a party's branch", "PAC Perajin Malau bersidang.", "o PAC Perajin Malau/head" },
	{ "head, a union", "Serikat Perajin Malau bersidang.", "o Serikat Perajin Malau/head" },
	{ "head, a club", "Klub Perajin Malau menang.", "o Klub Perajin Malau/head" },
	{ "head, an institute", "LSM Perajin Malau bersidang.", "o LSM Perajin Malau/head" },
	{ "head, with dan", "Ikatan Perajin dan Penenun Malau bersidang.", "o Ikatan Perajin dan Penenun Malau/head" },
	{ "tail, a club", "Kemenangan Losari FC dirayakan.", "o Losari FC/tail" },
	{ "tail, a band", "Vokalis Kangen Band datang.", "o Kangen Band/tail" },
	{ "tail, a university", "Peneliti Repolang University datang.", "o Repolang University/tail" },
	{ "tail, a foundation", "Bantuan Repolang Foundation datang.", "o Repolang Foundation/tail" },
	{ "tail, an institute", "Kajian Repolang Institute datang.", "o Repolang Institute/tail" },
	{ "tail, alone", "Main di FC itu.", "" },
	{ "head, ends before a person", "Ketua Relawan Banteng Asep Saefudin datang.", "o Relawan Banteng/head" },
	{ "head, named after a person", "Ia belajar di Universitas Ahmad Malau.", "o Universitas Ahmad Malau/head" },
	{ "head, where something is", "Rapat digelar di Hotel Santika Malau.", "p Hotel Santika Malau/head" },
	{ "head, as one who acts", "Menurut Hotel Santika Malau, kamar penuh.", "o Hotel Santika Malau/head" },
	{ "a country where something is", "Pameran digelar di Jepang.", "p Jepang/foreign" },
	{ "a country as one who acts", "Jepang memberi pinjaman.", "" },
	{ "a series of countries", "Ia pergi ke Jepang, Korea Selatan dan Vietnam.",
	    "p Jepang/foreign; p Korea Selatan/foreign; p Vietnam/foreign" },
	{ "a series of those who act", "Jepang dan Vietnam memberi pinjaman.", "" },
	{ "a part of a country", "Gempa terjadi di Jepang utara.", "p Jepang/foreign" },
	{ "a city abroad", "Ia lahir di Amsterdam.", "p Amsterdam/foreign" },
	{ "a city that is somebody's name", "Menurut Sofia Malau, jalan itu rusak.", "" },
	{ "a street", "Rumahnya di Jalan Asep Malau.", "p Jalan Asep Malau/landmark" },
	{ "a word alone", "Pasar itu ramai.", "" },
	{ "in small letters, where something is", "Rapat digelar di gedung Merdekawati.",
	    "p gedung Merdekawati/landmark" },
	{ "in small letters, of something", "Arsitek gedung Merdekawati datang.", "" },
	{ "before a region", "Ikan dijual di Pasar Sentralwati Kota Medan.", "p Pasar Sentralwati/landmark" },
};

static void
show(struct wt_buf *out, const struct wt_facts *f)
{
	for (uint32_t i = 0; i < f->nmentions; i++) {
		const struct wt_mention *m = &f->mentions[i];
		const struct wt_entity *e = sentences_entity(f, m->entity_id);

		if ((m->type == WT_ORGANIZATION || m->type == WT_PLACE) && e != NULL)
			wt_buf_printf(out, "%s%c %.*s/%.*s", out->len > 0 ? "; " : "", m->type == WT_PLACE ? 'p' : 'o',
			    (int)e->name.len, e->name.at, (int)m->method.len, m->method.at);
	}
}

int
main(int argc, char **argv)
{
	(void)argc;
	return sentences_main(argv[0], rows, sizeof rows / sizeof rows[0], show);
}
