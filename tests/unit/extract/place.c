/* Which region a name means: one row a rule, and one where the rule must stay silent. */
#include "tests/unit/extract/sentences.h"

/* Found: the ids in order, each with its rule behind a stroke. */
static const struct sentence_row rows[] = {
	{ "qualifier", "Jembatan di Kota Serang rusak.", "ID.36.73/qualifier" },
	{ "qualifier", "Jembatan di Kabupaten Serang rusak.", "ID.36.04/qualifier" },
	{ "qualifier, of a government", "Pemkot Serang membangun jembatan.", "ID.36.73/qualifier" },
	{ "qualifier, of an office", "Bupati Serang datang.", "ID.36.04/qualifier" },
	{ "qualifier in brackets", "Pemerintah Kota (Pemkot) Cirebon membangun jembatan.",
	    "ID.32.74/qualifier" },
	{ "qualifier, of a province", "Gubernur Banten datang.", "ID.36/qualifier" },
	{ "qualifier, kecamatan", "Kecamatan Kasemen, Kota Serang, banjir.",
	    "ID.36.73.02/inside ID.36.73/qualifier" },
	{ "qualifier, and a village of both words", "Jembatan di Kota Padang rusak.", "ID.13.71/qualifier" },
	{ "qualifier, two words of an office", "DPRD Kabupaten Bogor bersidang.", "ID.32.01/qualifier" },
	{ "qualifier before a number", "Kodim 0602/Cilegon datang.", "ID.36.72/qualifier" },
	{ "part of an office", "Polda Metro Jaya dan Polres Metro Jakarta Barat datang.", "ID.31.73/qualifier" },
	{ "not a part", "Jembatan di Kota Metro rusak.", "ID.18.72/qualifier" },
	{ "a common word behind an agency", "Dinas Kesehatan Batu datang.", "ID.35.79/unique" },
	{ "a common word behind another word", "Seniman Batu datang.", "" },
	{ "the agency's Desa", "Dinas Pemberdayaan Masyarakat dan Desa Lebak datang.", "ID.36.02/unique" },
	{ "a company", "Buruh Semen Gresik datang.", "" },
	{ "alias, an old name", "Jembatan di Ujung Pandang rusak.", "ID.73.71/unique" },
	{ "a frame behind", "Wartawan Banjarmasin Post datang.", "" },
	{ "no frame", "Wartawan Banjarmasin datang.", "ID.63.71/unique" },
	{ "list, an open member of two", "Jembatan di Lebak dan Serang rusak.", "ID.36.02/unique ID.36.04/list" },
	{ "qualifier, none", "Jembatan di Serang rusak.", "/ambiguous" },
	{ "unique", "Jembatan di Pandeglang rusak.", "ID.36.01/unique" },
	{ "unique, a province", "Jembatan di Banten rusak.", "ID.36/unique" },
	{ "unique despite a loose word", "Warga kota Pandeglang senang.",
	    "ID.36.01/unique-despite-qualifier" },
	{ "alias", "Warga DKI Jakarta senang.", "ID.31/unique" },
	{ "alias of a province", "Jembatan di Jateng rusak.", "ID.33/unique" },
	{ "list", "Jembatan di Kabupaten Lebak, Pandeglang dan Tangerang rusak.",
	    "ID.36.02/qualifier ID.36.01/list ID.36.03/list" },
	{ "list, level of its settled members",
	    "Jembatan di Lebak, Pandeglang dan Serang rusak.",
	    "ID.36.02/unique ID.36.01/unique ID.36.04/list" },
	{ "list, of kecamatan",
	    "Kecamatan Cipocok Jaya, Curug dan Walantaka di Kota Serang banjir.",
	    "ID.36.73.05/inside ID.36.73.04/inside ID.36.73.03/inside ID.36.73/qualifier" },
	{ "list, not over a verb", "Kabupaten Lebak menang, Tangerang kalah.",
	    "ID.36.02/qualifier /ambiguous" },
	{ "elsewhere", "Kota Serang banjir. Jembatan di Serang rusak.",
	    "ID.36.73/qualifier ID.36.73/elsewhere" },
	{ "elsewhere, two kinds",
	    "Kota Serang dan Kabupaten Serang banjir. Jembatan di Serang rusak.",
	    "ID.36.73/qualifier ID.36.04/qualifier /ambiguous" },
	{ "contained", "Banjir di Serang. Warga Kecamatan Kasemen mengungsi.",
	    "ID.36.73/contained ID.36.73.02/inside" },
	{ "office", "Banjir di Tegal. Wali kota meminta warga sabar.", "ID.33.76/office" },
	{ "office, both", "Banjir di Tegal. Wali kota dan bupati meminta warga sabar.",
	    "/ambiguous" },
	{ "default", "Warga Bandung senang.", "ID.32.73/default" },
	{ "raya is more than one", "Warga Bogor Raya senang.", "/ambiguous" },
	{ "group", "Warga Jabodetabek senang.", "/group" },
	{ "a street", "Kantor itu di Jalan Bandung.", "" },
	{ "a food", "Ia menjual Soto Lamongan.", "" },
	{ "a club", "Persib Bandung menang.", "" },
	{ "a university", "Ia dosen Universitas Lampung.", "" },
	{ "a family name", "Pengamat Rizal Malang hadir.", "" },
	{ "a word", "Banjir di Batu.", "ID.35.79/unique" },
	{ "a word, not the region", "Batu itu besar.", "" },
	{ "a village inside", "Desa Wanayasa, Kecamatan Kramatwatu, Kabupaten Serang, banjir.",
	    "ID.36.04.05.2012/inside ID.36.04.05/inside ID.36.04/qualifier" },
	{ "a village, many of its name", "Warga Desa Sukamaju senang.", "/ambiguous" },
	{ "a district without its word", "Kota Serang banjir. Warga di Kasemen mengungsi.",
	    "ID.36.73/qualifier ID.36.73.02/inside-bare" },
	{ "a district without its word, elsewhere",
	    "Kota Tegal banjir. Warga di Kasemen mengungsi.", "ID.33.76/qualifier" },
	{ "a body", "DPRD Kabupaten Lebak bersidang.", "ID.36.02/qualifier" },
	{ "a hospital", "Ia dirawat di RSUD Kota Tegal.", "ID.33.76/qualifier" },
	{ "small letters", "Warga serang senang.", "" },
	{ "a link", "Kota Serang banjir.\nBACA JUGA: Kota Tegal Banjir\nWarga mengungsi.",
	    "ID.36.73/qualifier ID.33.76/qualifier" },
	{ "a dateline", "SERANG - Kota Serang banjir.", "ID.36.73/elsewhere ID.36.73/qualifier" },
	{ "a foreign place", "Ia tinggal di Las Vegas.", "" },
};

static void
show(struct wt_buf *out, const struct wt_facts *f)
{
	for (uint32_t i = 0; i < f->nmentions; i++) {
		const struct wt_mention *m = &f->mentions[i];

		struct wt_span rest = m->method, method = rest;

		wt_span_cut(&rest, ':', &method);
		if (m->type == WT_REGION)
			wt_buf_printf(out, "%s%.*s/%.*s", out->len > 0 ? " " : "",
			    (int)m->entity_id.len, m->entity_id.at,
			    (int)method.len, method.at);
	}
}

int
main(int argc, char **argv)
{
	(void)argc;
	return sentences_main(argv[0], rows, sizeof rows / sizeof rows[0], show);
}
