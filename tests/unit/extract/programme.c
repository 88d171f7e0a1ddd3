/* How programmes are found and named: a pattern a row, and where it must stay silent. */
#include "tests/unit/extract/sentences.h"

/* Found: name and parent of each programme that is claimed or listed. */
static const struct sentence_row rows[] = {
    {"a name of the dictionary", "Pemkab Lebak menjalankan PTSL di enam desa.",
	"Pendaftaran Tanah Sistematis Lengkap (PTSL)<"},
    {"a name spelt out",
	"Pemkab Lebak menjalankan pendaftaran tanah sistematis lengkap di enam desa.",
	"Pendaftaran Tanah Sistematis Lengkap (PTSL)<"},
    {"stems with the action, more specific than the row", "Pemkot Tegal menambah 20 truk sampah.",
	"penambahan truk sampah<truk-sampah"},
    {"an action noun", "Pemkab Lebak memulai pembangunan jembatan Cipasung.",
	"pembangunan jembatan Cipasung<jembatan"},
    {"an active verb", "Pemkab Lebak memperlebar jalan Cipanas.",
	"pelebaran jalan Cipanas<pelebaran-jalan"},
    {"a passive verb behind its subject", "Jembatan Cipasung akan dibangun Pemkab Lebak.",
	"pembangunan Jembatan Cipasung<jembatan"},
    {"a passive verb before its subject", "Akan dibangun pasar ikan oleh Pemkab Lebak.",
	"pembangunan pasar ikan<tempat-pelelangan-ikan"},
    {"a plan", "Pemkot Tegal meluncurkan program Satu Telur Sehari.", "Satu Telur Sehari<"},
    {"a rule", "Pemkot Tegal menyusun Raperda Kota Layak Anak.",
	"raperda Kota Layak Anak<kabupaten-kota-layak-anak"},
    {"a region in its name", "Pemprov Jawa Tengah mengoperasikan Trans Jateng.",
	"pengoperasian Trans Jateng<bus-rapid-transit"},
    {"no month", "Pemprov DKI Jakarta akan melanjutkan pembangunan MRT tahun ini.",
	"mass rapid transit (MRT)<transportasi-massal"},
    {"what a row only stands for", "Pemkot Tegal akan menambah internet gratis.",
	"penambahan internet gratis<wifi-gratis"},
    {"without its pronoun", "Pemkot Tegal akan memulai pembebasan lahan warganya.",
	"pembebasan lahan warga<pengadaan-tanah"},
    {"at the front of a sentence", "Pemkot Tegal menata pasar. Pembebasan lahannya direncanakan tahun depan.",
	"penataan pasar<pasar-tradisional | pembebasan lahan<pengadaan-tanah"},
    {"a deal", "Pemkot Tegal meneken MoU tentang pengelolaan air limbah.",
	"MoU pengelolaan air limbah<air-limbah-domestik"},
    {"a quoted name", "Pemkot Tegal meluncurkan aplikasi \"Lapor Pak Lurah\".",
	"aplikasi Lapor Pak Lurah<aplikasi-layanan-publik"},
    {"an abbreviation stays with its name",
	"Pemkot Tegal menambah ruang terbuka hijau (RTH). RTH itu segera dibuka.",
	"penambahan ruang terbuka hijau (RTH)<ruang-terbuka-hijau"},
    {"a number and the place stay out", "Pemkab Lebak membangun 12 halte di Kecamatan Cibadak.",
	"pembangunan halte<halte"},
    {"hair is no space", "Pemkab Lebak mengundang ahli menata rambut.", ""},
    {"trust is no work", "Pemkab Lebak membangun kepercayaan masyarakat.", ""},
    {"words that point back alone", "Program itu penting.", ""},
    {"an office is no programme", "Kepala Dinas Penataan Ruang Kota Tegal hadir.", ""},
};

static void
show(struct wt_buf *out, const struct wt_facts *f)
{
	for (uint32_t i = 0; i < f->nprogrammes; i++) {
		const struct wt_programme *p = &f->programmes[i];

		wt_buf_printf(out, "%s%.*s<%.*s", out->len > 0 ? " | " : "", (int)p->name.len,
		    p->name.at, (int)p->parent_id.len, p->parent_id.at);
	}
}

int
main(int argc, char **argv)
{
	(void)argc;
	return sentences_main(argv[0], rows, sizeof rows / sizeof rows[0], show);
}
