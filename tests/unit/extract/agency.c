/* Agencies and their regions: one row a rule, and one where the rule must stay silent. */
#include "tests/unit/extract/sentences.h"

/* Found: the full names in order, each with its region and its rule. */
static const struct sentence_row rows[] = {
	{ "listed, a government", "Pemkot Serang membangun jembatan.",
	    "Pemerintah Kota Serang, ID.36.73/listed" },
	{ "listed, in full", "Pemerintah Kabupaten Lebak membangun jembatan.",
	    "Pemerintah Kabupaten Lebak, ID.36.02/listed" },
	{ "listed, a province's", "Pemprov Banten membangun jembatan.",
	    "Pemerintah Provinsi Banten, ID.36/listed" },
	{ "listed, a central body", "KPK memeriksa tiga saksi.",
	    "Komisi Pemberantasan Korupsi, /listed" },
	{ "listed, a ministry",
	    "Kementerian Pekerjaan Umum dan Perumahan Rakyat membangun jembatan.",
	    "Kementerian Pekerjaan Umum dan Perumahan Rakyat, /listed" },
	{ "listed, with its region", "Diskominfo Kota Serang membuka kelas.",
	    "Dinas Komunikasi dan Informatika Kota Serang, ID.36.73/listed" },
	{ "listed, brackets between", "Dinas Sosial (Dinsos) Kota Serang membuka kelas.",
	    "Dinas Sosial Kota Serang, ID.36.73/listed" },
	{ "listed, the region in force",
	    "Pemkot Tegal membangun jembatan. Dinas Sosial mendata warga.",
	    "Pemerintah Kota Tegal, ID.33.76/listed; Dinas Sosial Kota Tegal, ID.33.76/listed" },
	{ "listed, the other government spoken of last",
	    "Pemkot Serang diam. Pemkab Lebak bicara dan Dinas Sosial mendata warga.",
	    "Pemerintah Kota Serang, ID.36.73/listed; Pemerintah Kabupaten Lebak, ID.36.02/listed; Dinas Sosial Kabupaten Lebak, ID.36.02/listed" },
	{ "listed, continued", "Dinas Pendidikan dan Kebudayaan Kota Tegal membuka kelas.",
	    "Dinas Pendidikan dan Kebudayaan Kota Tegal, ID.33.76/listed" },
	{ "listed, a series of parts",
	    "Dinas Pekerjaan Umum, Penataan Ruang, dan Perumahan Rakyat (PUPR-Pera) Kota Tegal bekerja.",
	    "Dinas Pekerjaan Umum, Penataan Ruang, dan Perumahan Rakyat Kota Tegal, ID.33.76/listed, continued" },
	{ "listed, no part of it", "Dinas Pendidikan Kota Tegal dan Johardi bekerja.",
	    "Dinas Pendidikan Kota Tegal, ID.33.76/listed" },
	{ "listed, a parliament", "DPRD Kota Serang bersidang.",
	    "Dewan Perwakilan Rakyat Daerah Kota Serang, ID.36.73/listed" },
	{ "listed, an enterprise with its region", "Bank DKI membuka kantor.",
	    "Bank DKI, ID.31/listed" },
	{ "head, a hospital", "Ia dirawat di RSUD Kota Tegal.",
	    "Rumah Sakit Umum Daerah Kota Tegal, ID.33.76/listed" },
	{ "head, a health centre", "Ia dirawat di Puskesmas Curug.", "Puskesmas Curug, /listed" },
	{ "a parliament's commission is its parliament", "Komisi IV DPRD Kota Serang bersidang.",
	    "Dewan Perwakilan Rakyat Daerah Kota Serang, ID.36.73/listed" },
	{ "a kabupaten's parliament where both have one", "DPRD Kabupaten Bogor bersidang.",
	    "Dewan Perwakilan Rakyat Daerah Kabupaten Bogor, ID.32.01/listed" },
	{ "police, the word behind the name", "Polres Kediri Kota menahan dua orang.",
	    "Kepolisian Resor Kota Kediri, ID.35.71/listed" },
	{ "police, of two that nothing tells apart", "Polres Kediri menahan dua orang.",
	    "Kepolisian Resor Kediri, /listed" },
	{ "police of the capital's neighbours", "Polres Metro Bekasi Kota menahan dua orang.",
	    "Kepolisian Resor Metropolitan Kota Bekasi, ID.32.75/listed" },
	{ "police of the capital", "Polda Metro Jaya menahan dua orang.",
	    "Kepolisian Daerah Metropolitan Jakarta Raya, ID.31/listed" },
	{ "a unit of the police is not told apart", "Satreskrim Polres Cilegon menahan dua orang.",
	    "Kepolisian Resor Kota Cilegon, ID.36.72/listed" },
	{ "a number and a stroke", "Koramil 03/Ciputat membagikan masker.",
	    "Komando Rayon Militer Kecamatan Ciputat, ID.36.74.04/listed" },
	{ "a court, no company", "Banding diajukan ke PT TUN Surabaya.",
	    "Pengadilan Tinggi Tata Usaha Negara Kota Surabaya, ID.35.78/listed" },
	{ "a region that stays open", "Gugatan diajukan ke PN Tangerang.",
	    "Pengadilan Negeri Tangerang, /listed" },
	{ "a hospital named after somebody", "Ia dirawat di RSUD dr Drajat Bandar Lampung.",
	    "RSUD dr Drajat Kota Bandar Lampung, ID.18.71/head" },
	{ "a seat named after a district", "Pemkab Garut datang ke Puskesmas Cisewu.",
	    "Pemerintah Kabupaten Garut, ID.32.05/listed; Puskesmas Cisewu, ID.32.05/listed" },
	{ "a name of its own behind a head", "Proyek itu dikerjakan Balai Wilayah Sungai Pemali Juana.",
	    "Balai Wilayah Sungai Pemali Juana, /head" },
	{ "an enterprise with a name", "Pemkot Ambon menegur Perumdam Tirta Sejuk.",
	    "Pemerintah Kota Ambon, ID.81.71/listed; Perumdam Tirta Sejuk Kota Ambon, ID.81.71/head" },
	{ "an enterprise with none", "Warga menegur perumdam.", "" },
	{ "listed, for elections", "KPU Kota Serang bersidang.", "Komisi Pemilihan Umum Kota Serang, ID.36.73/listed" },
	{ "listed, a board", "BPBD Kota Serang mendata warga.",
	    "Badan Penanggulangan Bencana Daerah Kota Serang, ID.36.73/listed" },
	{ "listed, a directorate", "Ditjen Imigrasi membuka kantor.", "Direktorat Jenderal Imigrasi, /listed" },
	{ "listed, a prosecution office", "Kejari Cilegon memeriksa saksi.",
	    "Kejaksaan Negeri Kota Cilegon, ID.36.72/listed" },
	{ "listed, a secretariat", "Setda Kota Tegal bersidang.", "Sekretariat Daerah Kota Tegal, ID.33.76/listed" },
	{ "head, an office", "Dinas Kemaritiman Kota Tegal bersidang.", "Dinas Kemaritiman Kota Tegal, ID.33.76/head" },
	{ "head, a ministry", "Kementerian Urusan Samudra bersidang.", "Kementerian Urusan Samudra, /head" },
	{ "head, a directorate", "Direktorat Tata Samudra bersidang.", "Direktorat Tata Samudra, /head" },
	{ "head, an institution", "Komite Tata Samudra bersidang.", "Komite Tata Samudra, /head" },
	{ "head, none of the state", "Komite Sekolah Melati bersidang.", "" },
	{ "head, over a comma and a dan", "Dinas Samudra, Iklim, dan Angin Kota Tegal bersidang.",
	    "Dinas Samudra, Iklim, dan Angin Kota Tegal, ID.33.76/head" },
	{ "head, ends before a name", "Dinas Kemaritiman Asep Saefudin datang.", "Dinas Kemaritiman, /head" },
	{ "right before another that has its region", "Pemkab Lebak diam. Ia ada di Rumah Tahanan Polres Cilegon.",
	    "Pemerintah Kabupaten Lebak, ID.36.02/listed; Rumah Tahanan Negara Kota Cilegon, ID.36.72/listed; Kepolisian Resor Kota Cilegon, ID.36.72/listed" },
	{ "a central body has no region", "Ia ditahan KPK Jakarta.", "Komisi Pemberantasan Korupsi, /listed" },
	{ "police of a kabupaten", "Kapolres Bogor Kabupaten diam. Polres Bogor Kabupaten bicara.",
	    "Kepolisian Resor Kabupaten Bogor, ID.32.01/listed" },
	{ "head with no name", "Ia bekerja di dinas terkait.", "" },
	{ "government in small letters", "Warga meminta pemerintah Kota Tegal bekerja.",
	    "Pemerintah Kota Tegal, ID.33.76/government" },
	{ "government with no region", "Warga meminta pemerintah bekerja.", "" },
	{ "introduced",
	    "Badan Pengembangan Wisata Daerah (BPWD) dibentuk. Ketua BPWD belum ada.",
	    "Badan Pengembangan Wisata Daerah, /head; Badan Pengembangan Wisata Daerah, /introduced" },
	{ "a word in a line of capitals", "WARGA MA DESA INI SUDAH PERGI KE PASAR", "" },
	{ "a company", "PT Krakatau Steel membangun pabrik.",
	    "PT Krakatau Steel (Persero) Tbk, /listed" },
	{ "a party", "PDI Perjuangan menang.", "" },
	{ "a university", "Universitas Lampung membuka kelas.", "" },
};

static void
show(struct wt_buf *out, const struct wt_facts *f)
{
	for (uint32_t i = 0; i < f->nmentions; i++) {
		const struct wt_mention *m = &f->mentions[i];
		const struct wt_entity *e = sentences_entity(f, m->entity_id);

		if (m->type == WT_AGENCY && e != NULL)
			wt_buf_printf(out, "%s%.*s, %.*s/%.*s", out->len > 0 ? "; " : "",
			    (int)e->name.len, e->name.at,
			    (int)e->region_id.len, e->region_id.at, (int)m->method.len,
			    m->method.at);
	}
}

int
main(int argc, char **argv)
{
	(void)argc;
	return sentences_main(argv[0], rows, sizeof rows / sizeof rows[0], show);
}
