/* Offices and who holds them: one row a rule, and one where the rule must stay silent. */
#include "tests/unit/extract/sentences.h"

/* Found: officials as name, position, region. */
static const struct sentence_row rows[] = {
	{ "title, name", "Wali Kota Serang Syafrudin datang.", "Syafrudin, wali kota, ID.36.73" },
	{ "title, comma, name", "Wali Kota Tegal, Dedy Yon Supriyono, datang.",
	    "Dedy Yon Supriyono, wali kota, ID.33.76" },
	{ "name, title", "Johardi Utama, Sekda Kota Tegal, datang.",
	    "Johardi Utama, sekretaris daerah, ID.33.76" },
	{ "name, selaku, title", "Johardi Utama selaku Sekda Kota Tegal datang.",
	    "Johardi Utama, sekretaris daerah, ID.33.76" },
	{ "deputy", "Wakil Wali Kota Serang Subadri Usuludin datang.",
	    "Subadri Usuludin, wakil wali kota, ID.36.73" },
	{ "bupati", "Bupati Serang Ratu Tatu Chasanah datang.",
	    "Ratu Tatu Chasanah, bupati, ID.36.04" },
	{ "governor", "Gubernur Banten Wahidin Halim datang.", "Wahidin Halim, gubernur, ID.36" },
	{ "degrees are no name", "Bupati Lebak Iti Octavia Jayabaya, S.E., M.M. datang.",
	    "Iti Octavia Jayabaya, bupati, ID.36.02" },
	{ "acting", "Plt Bupati Lebak Budi Santoso datang.",
	    "Budi Santoso, pelaksana tugas bupati, ID.36.02" },
	{ "acting, in brackets", "Pelaksana Tugas (Plt) Bupati Lebak Budi Santoso datang.",
	    "Budi Santoso, pelaksana tugas bupati, ID.36.02" },
	{ "former", "Mantan Wali Kota Tegal Budi Santoso datang.",
	    "Budi Santoso, wali kota, ID.33.76" },
	{ "candidate", "Calon Wali Kota Tegal Budi Santoso datang.", "" },
	{ "head of an agency", "Kepala Dinas Pendidikan Kota Serang Budi Santoso datang.",
	    "Budi Santoso, kepala dinas pendidikan, ID.36.73" },
	{ "short for a head", "Kepala Bappeda Kota Serang Nanang Saepudin datang.",
	    "Nanang Saepudin, kepala badan perencanaan pembangunan daerah, ID.36.73" },
	{ "head of a unit", "Kepala Bidang Humas Polda Banten Budi Santoso datang.",
	    "Budi Santoso, kepala bidang hubungan masyarakat kepolisian daerah, ID.36" },
	{ "camat", "Camat Kasemen Budi Santoso datang.", "Budi Santoso, camat, ID.36.73.02" },
	{ "member of parliament", "Anggota DPRD Kota Serang Budi Santoso datang.",
	    "Budi Santoso, anggota dewan perwakilan rakyat daerah, ID.36.73" },
	{ "minister", "Menteri Dalam Negeri Tito Karnavian datang.",
	    "Tito Karnavian, menteri dalam negeri, " },
	{ "president", "Presiden Joko Widodo datang.", "Joko Widodo, presiden, " },
	{ "police", "Kapolres Serang Budi Santoso datang.",
	    "Budi Santoso, kepala kepolisian resor, " },
	{ "region of the government in force", "Pemkot Tegal banjir. Sekda Johardi datang.",
	    "Johardi, sekretaris daerah, ID.33.76" },
	{ "short form", "Wali Kota Serang Syafrudin datang. Syafrudin lalu pergi.",
	    "Syafrudin, wali kota, ID.36.73; Syafrudin, wali kota, ID.36.73" },
	{ "short form, the last word",
	    "Bupati Serang Ratu Tatu Chasanah datang. Tatu lalu pergi.",
	    "Ratu Tatu Chasanah, bupati, ID.36.04; Ratu Tatu Chasanah, bupati, ID.36.04" },
	{ "a haji named like a word", "Bupati Lombok Tengah H. Lalu Satria Wangsa datang.",
	    "Lalu Satria Wangsa, bupati, ID.52.02" },
	{ "a rank of birth", "Kepala DLH Kota Langsa Cut Nurhafni datang.",
	    "Cut Nurhafni, kepala dinas lingkungan hidup, ID.11.74" },
	{ "a rank of birth before the office", "Wa Ode Sarniati, Camat Taktakan, datang.",
	    "Wa Ode Sarniati, camat, ID.36.73.06" },
	{ "a headline's verb is no name", "Peraturan Bupati Nomor 41 berlaku.", "" },
	{ "a party's own name", "Ketua Fraksi Amanat Rakyat DPRD Bojonegoro, Mulyono Malau, datang.",
	    "Mulyono Malau, ketua fraksi amanat rakyat, ID.35.22" },
	{ "a committee and what it is about", "Ketua Panitia Khusus RTRW DPRD Kota Tegal, Jansen Malau, datang.",
	    "Jansen Malau, ketua panitia khusus rtrw, ID.33.76" },
	{ "a field behind Bidang", "Staf Ahli Bidang Ekonomi, Letkol (Purn) Ansori Lubis, datang.",
	    "Ansori Lubis, staf ahli ekonomi, " },
	{ "the one before", "Bupati Mojokerto sebelumnya, Sunaryo Malau, datang.",
	    "Sunaryo Malau, bupati, ID.35.16" },
	{ "a possessive takes the body named last",
	    "Dinas Pendidikan Kota Ambon diam. Kepala dinasnya, Merry Tahalele, pergi.",
	    "Merry Tahalele, kepala dinas pendidikan, ID.81.71" },
	{ "a clause between", "Gubernur Banten yang masih berstatus penjabat, Lukius Tabuni, datang.",
	    "Lukius Tabuni, gubernur, ID.36" },
	{ "a clause with another end", "Gubernur Banten yang datang, menurut Lukius Tabuni, pergi.", "" },
	{ "a verb between name and office", "Kala itu Joko Malau masih menjabat Gubernur DKI.",
	    "Joko Malau, gubernur, ID.31" },
	{ "a deputy", "Wali Kota Serang Syafrudin dan wakilnya, Subadri Usuludin, datang.",
	    "Syafrudin, wali kota, ID.36.73; Subadri Usuludin, wakil wali kota, ID.36.73" },
	{ "a deputy of nobody", "Ia dan wakilnya, Subadri Usuludin, datang.", "" },
	{ "a neighbour", "Ketua RT 17, Sukri Anwar, datang.", "" },
	{ "a member of the council", "Anggota dewan Hotman Malau datang.",
	    "Hotman Malau, anggota dewan perwakilan rakyat daerah, " },
	{ "another council", "Anggota Dewan Juri Hotman Malau datang.", "" },
	{ "a state school", "Kepala SD Inpres Girimulyo, Agustina Pigai, datang.",
	    "Agustina Pigai, kepala sekolah dasar negeri, " },
	{ "a school of others", "Kepala SD Girimulyo, Agustina Pigai, datang.", "" },
	{ "police of a kota", "Kapolres Kediri Kota AKBP Danang Malau datang.",
	    "Danang Malau, kepala kepolisian resor, ID.35.71" },
	{ "of another country", "Presiden Prancis Nicolas Malau datang.", "" },
	{ "of no state", "Presiden Agensi Periklanan Dentara, Tadashi Malau, datang.", "" },
	{ "of the army", "Dandim 0602/Cilegon Kolonel Inf Reno Malau datang.",
	    "Reno Malau, komandan komando distrik militer, ID.36.72" },
	{ "of a prosecution office", "Kajari Cilegon Reno Malau datang.",
	    "Reno Malau, kepala kejaksaan negeri, ID.36.72" },
	{ "of a court", "Hakim Agung Reno Malau datang.", "Reno Malau, hakim agung, " },
	{ "of a village", "Kepala Desa Sukamaju, Reno Malau, datang.", "Reno Malau, kepala desa, " },
	{ "of the republic", "Presiden RI Reno Malau datang.", "Reno Malau, presiden, " },
	{ "elected", "Bupati terpilih Lebak Reno Malau datang.", "Reno Malau, bupati, ID.36.02" },
	{ "inactive", "Bupati nonaktif Lebak Reno Malau datang.", "Reno Malau, bupati, ID.36.02" },
	{ "a candidate in one word", "Cagub Banten Reno Malau datang.", "" },
	{ "a candidate for a regency", "Bakal calon bupati Lebak Reno Malau datang.", "" },
	{ "a name before its office in another sentence", "Ia bertemu Reno Malau. Bupati Lebak pergi.", "" },
	{ "by initials", "Bupati Lebak Reno Siahaan datang. R. Siahaan lalu pergi.",
	    "Reno Siahaan, bupati, ID.36.02; Reno Siahaan, bupati, ID.36.02" },
	{ "by other initials", "Bupati Lebak Reno Siahaan datang. Lalu K. Siahaan pergi.",
	    "Reno Siahaan, bupati, ID.36.02" },
	{ "known without an office in its term", "Menurut Jokowi, jalan itu rusak.", "Jokowi, presiden, " },
	{ "an office with no name", "Wali Kota Serang datang.", "" },
	{ "a chairman of a club", "Ketua Karang Taruna Budi Santoso datang.", "" },
};

static void
show(struct wt_buf *out, const struct wt_facts *f)
{
	for (uint32_t i = 0; i < f->nmentions; i++) {
		const struct wt_mention *m = &f->mentions[i];
		const struct wt_entity *e = sentences_entity(f, m->entity_id);

		if (m->type == WT_OFFICIAL && e != NULL)
			wt_buf_printf(out, "%s%.*s, %.*s, %.*s", out->len > 0 ? "; " : "",
			    (int)e->name.len, e->name.at,
			    (int)e->position.len, e->position.at, (int)e->region_id.len,
			    e->region_id.at);
	}
}

int
main(int argc, char **argv)
{
	(void)argc;
	return sentences_main(argv[0], rows, sizeof rows / sizeof rows[0], show);
}
