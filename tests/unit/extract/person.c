/* Persons and the signs of them: one row a rule, and one where the rule must stay silent. */
#include "tests/unit/extract/sentences.h"

/* Found: persons by name, each with its rule. */
static const struct sentence_row rows[] = {
	{ "a verb of speech behind", "\"Jembatan rusak,\" kata Asep Saefudin.",
	    "Asep Saefudin/signs" },
	{ "a verb of speech before", "Menurut Asep Saefudin, jembatan itu rusak.",
	    "Asep Saefudin/signs" },
	{ "a word that takes a person", "Seorang warga bernama Asep Saefudin hadir.",
	    "Asep Saefudin/signs" },
	{ "an age", "Di sana Asep Saefudin (45) menunggu.", "Asep Saefudin/signs" },
	{ "an explanation", "Di sana Asep Saefudin, warga Kasemen, menunggu.",
	    "Asep Saefudin/signs" },
	{ "a degree", "Di sana Asep Saefudin, S.H., menunggu.", "Asep Saefudin/signs" },
	{ "a short form", "\"Rusak,\" kata Asep Saefudin. Lalu Asep pergi.",
	    "Asep Saefudin/signs; Asep Saefudin/short form" },
	{ "a short form before others",
	    "\"Rusak,\" kata Asep Saefudin. \"Parah,\" kata Budi Santoso. Lalu Asep pergi.",
	    "Asep Saefudin/signs; Budi Santoso/signs; Asep Saefudin/short form" },
	{ "an initial", "\"Rusak,\" kata M. Yusuf Hidayat.", "M. Yusuf Hidayat/signs" },
	{ "a candidate with no office", "Calon Wali Kota Tegal Budi Santoso datang.",
	    "Budi Santoso/office, name" },
	{ "a street's name", "Kantor itu di Jalan Asep Saefudin.", "" },
	{ "a region", "Menurut Kota Serang, jembatan itu rusak.", "" },
	{ "words of a programme", "Menurut Pembangunan Jembatan, biaya naik.", "" },
	{ "an official", "Wali Kota Serang Syafrudin datang.", "" },
	{ "an unknown word that speaks", "Fernitasari mengatakan jembatan itu rusak.", "Fernitasari/signs" },
	{ "a known word that speaks", "Jembatan mengatakan banyak hal.", "" },
	{ "an age after one word", "Mardiyanti (51) kecewa.", "Mardiyanti/signs" },
	{ "initials that hide a name", "Seorang pria, TH (66), ditahan.", "" },
	{ "an agent behind a comma", "Tugiyatmi, penjual soto, datang.", "Tugiyatmi/signs" },
	{ "a noun of no agent behind a comma", "Tugiyatmi, pembangunan jembatan, datang.", "" },
	{ "what somebody is, before a comma", "Pengamat lingkungan, Torang Malau, datang.", "Torang Malau/signs" },
	{ "a verb between", "Pengamat menolak Raperda, Malau.", "" },
	{ "an attribute before the name", "Kata itu dari pakar botani Reno Malau.", "Reno Malau/signs" },
	{ "a party before the name", "Kata itu dari politisi Partai Golkar Reno Malau.", "Reno Malau/signs" },
	{ "a possessive", "Istrinya, Reno Malau, datang.", "Reno Malau/signs" },
	{ "a rank of birth is part of the name", "\"Rusak,\" kata Cut Meutiasari. Warga diam.", "Cut Meutiasari/signs" },
	{ "two words of birth", "Di sana La Ode Marwan (20) menunggu.", "La Ode Marwan/signs" },
	{ "an address is not", "\"Rusak,\" kata Mang Udin.", "Udin/signs" },
	{ "a haji named like a word", "\"Rusak,\" kata H. Lalu Satria Wangsa.", "Lalu Satria Wangsa/signs" },
	{ "a suffix on no root", "\"Rusak,\" kata Asep Jakartawan.", "Asep Jakartawan/signs" },
	{ "a hyphen inside", "Aktor Lee Min-ho (35) datang.", "Lee Min-ho/signs" },
	{ "an Arab particle", "\"Baik,\" kata Abdel Fattah al-Sisi.", "Abdel Fattah al-Sisi/signs" },
	{ "a series", "Hadir Asep Saefudin (45), Budi, dan Suparmono.",
	    "Asep Saefudin/signs; Budi/signs; Suparmono/signs" },
	{ "a series that goes on with no name", "Hadir Asep Saefudin (45) dan Gundalapati.", "Asep Saefudin/signs" },
	{ "a city's name that is a given name", "Kata itu dari KH Oman Abdurahim.", "Oman Abdurahim/signs" },
	{ "a city that is meant", "Pameran di Oman Selatan ramai.", "" },
	{ "behind a party's branch", "Sekretaris Pimpinan Wilayah PKS Irwan Setiawan mengatakan itu.",
	    "Irwan Setiawan/signs" },
	{ "a school's name", "Siswa SMA Irwan Setiawan datang.", "" },
	{ "a nickname told behind a name", "Di sana Yusuf Malau (45) alias Bang Ucu menunggu. Ucu pergi.",
	    "Yusuf Malau/signs; Yusuf Malau/nickname; Yusuf Malau/short form" },
	{ "a nickname that is the end of a name", "Di sana Nurmalasari (45) menunggu. Pak Sari, begitu ia disapa, pergi.",
	    "Nurmalasari/signs; Nurmalasari/nickname" },
	{ "the end of a name that nobody is called by", "Di sana Nurmalasari (45) menunggu. Sari roti dijual.",
	    "Nurmalasari/signs" },
	{ "a nickname of the whole country", "Pidato Bung Karno diputar.", "Bung Karno/nickname" },
	{ "letters in brackets behind a thing", "Lewat skema Reverso Repolang Kuotaran (RRK) bunga turun.", "" },
	{ "a title in quotation marks", "Film \"Siti Aminah\" diputar.", "" },
	{ "a group that somebody speaks for", "Tokoh masyarakat Marindara, Bonifasius Malau, datang.", "Bonifasius Malau/signs" },
	{ "a region's name before a given name", "Suaminya, Solo Raharjo, datang.", "Solo Raharjo/signs" },
	{ "a region behind a comma", "Di Gedung Sate, Bandung Wetan, ia datang.", "" },
	{ "a village's name behind a given name", "\"Rusak,\" kata Udin Sawahan, sopir truk.", "Udin Sawahan/signs" },
	{ "a company with a number", "Direktur PT Sinar 99 Permai datang.", "" },
	{ "an office in English", "Managing Director Cyrus Network, Eko Malau, datang.", "Eko Malau/signs" },
	{ "a road between two names", "Trotoar di kawasan Sudirman - Thamrin rusak.", "" },
	{ "a relative clause says little", "Mikrohidro Walesita, yang rusak, diam.", "" },
	{ "a degree behind two unknown words", "Di sana Kuotaran Repolang, S.H., menunggu.", "Kuotaran Repolang/signs" },
	{ "two unknown words", "Di sana Kuotaran Repolang menunggu.", "" },
	{ "an attribute before two unknown words that is a verb", "Warga menolak Kuotaran Repolang.", "" },
	{ "a mosque's name", "Di sana Masjid Raya Asep Saefudin rusak.", "" },
	{ "a subject", "Mardiyanti juga pergi.", "" },
	{ "a subject that is a name", "Sulistyowati juga pergi.", "Sulistyowati/signs" },
	{ "behind a district", "Tokoh masyarakat Kecamatan Curug Lambertus Malau datang.", "Lambertus Malau/signs" },
	{ "a comma before the verb of speech", "Salah satu warga sekitar Riskianto, mengatakan jalan itu rusak.",
	    "Riskianto/signs" },
	{ "two letters", "Kakaknya, berinisial Ar (33), ditahan.", "" },
	{ "a body's letters that are a name", "Pelaku, yaitu Eka Fitra (24), ditahan.", "Eka Fitra/signs" },
	{ "a particle between", "Di sana Asep bin Abubakar (45) menunggu.", "Asep bin Abubakar/signs" },
	{ "a word that takes two unknown words", "Warga bernama Kuotarani Repolangi hadir.", "Kuotarani Repolangi/signs" },
	{ "somebody, behind a comma", "Di sana Kuotarani Repolangi, salah seorang saksi, hadir.", "Kuotarani Repolangi/signs" },
	{ "small letters", "Di sana asep saefudin menunggu.", "" },
};

static void
show(struct wt_buf *out, const struct wt_facts *f)
{
	for (uint32_t i = 0; i < f->nmentions; i++) {
		const struct wt_mention *m = &f->mentions[i];
		const struct wt_entity *e = sentences_entity(f, m->entity_id);

		if (m->type == WT_PERSON && e != NULL)
			wt_buf_printf(out, "%s%.*s/%.*s", out->len > 0 ? "; " : "",
			    (int)e->name.len, e->name.at,
			    (int)m->method.len, m->method.at);
	}
}

int
main(int argc, char **argv)
{
	(void)argc;
	return sentences_main(argv[0], rows, sizeof rows / sizeof rows[0], show);
}
