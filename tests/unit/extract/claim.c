/* Which region pursues which programme, and who only looks on: a rule a row. */
#include "tests/unit/extract/sentences.h"

/* Found: region, programme and stage of each best claim, parted by strokes. */
static const struct sentence_row rows[] = {
    {"the government before its verb", "Pemkot Serang membangun jembatan gantung di Kasemen.",
	"ID.36.73 pembangunan jembatan gantung ongoing"},
    {"an office-holder", "Bupati Lebak Iti Rahman akan merevitalisasi Pasar Rangkasbitung.",
	"ID.36.02 revitalisasi Pasar Rangkasbitung planned"},
    {"an agency", "Dinas Pekerjaan Umum Kota Tegal memperbaiki saluran drainase.",
	"ID.33.76 perbaikan saluran drainase ongoing"},
    {"the speaker, by a pronoun",
	"Wali Kota Tegal Dedi Santoso meninjau pasar, Senin. Pihaknya akan membangun "
	"embung desa di Kecamatan Margadana pada 2022.",
	"ID.33.76 pembangunan embung desa planned"},
    {"the region as subject", "Kota Tegal akan membangun embung desa tahun depan.",
	"ID.33.76 pembangunan embung desa planned"},
    {"two governments",
	"Pemkab Serang dan Pemkot Cilegon menandatangani nota kesepahaman pengelolaan sampah.",
	"ID.36.72 nota kesepahaman pengelolaan sampah agreed | "
	"ID.36.04 nota kesepahaman pengelolaan sampah agreed"},
    {"a central body at a place",
	"Kementerian Perhubungan memperpanjang landasan pacu bandara di "
	"Kabupaten Mamuju sejak Maret 2022.",
	"ID.76.02 perpanjangan landasan pacu bandara ongoing"},
    {"the province behind a kota is no second one",
	"Pemkot Serang, Banten, membangun jembatan gantung.",
	"ID.36.73 pembangunan jembatan gantung ongoing"},
    {"a city of Jakarta is Jakarta",
	"Suku Dinas Sumber Daya Air Jakarta Timur menurap Kali Sunter.",
	"ID.31 penurapan Kali Sunter ongoing"},
    {"completed", "Pemkab Lebak telah menyelesaikan pembangunan jembatan gantung.",
	"ID.36.02 pembangunan jembatan gantung completed"},
    {"stalled", "Pembangunan jembatan gantung oleh Pemkab Lebak mangkrak sejak 2020.",
	"ID.36.02 pembangunan jembatan gantung stalled"},
    {"cancelled", "Pemkab Lebak membatalkan pembangunan jembatan gantung.",
	"ID.36.02 pembangunan jembatan gantung cancelled"},
    {"a later word counts",
	"Pemkab Lebak akan membangun jembatan gantung. Pembangunan jembatan gantung itu "
	"dibatalkan.",
	"ID.36.02 pembangunan jembatan gantung cancelled"},
    {"who only tells of it, between commas",
	"Pemkab Lebak, kata Wali Kota Tegal Dedi Santoso, akan membangun jembatan gantung.",
	"ID.36.02 pembangunan jembatan gantung planned"},
    {"where ministers met is no place of work",
	"Menteri Perhubungan Budi Hartono membahas pembangunan jembatan gantung di Kota Bandung, "
	"Selasa (3/3/2020).", ""},
    {"a list of places is told about", "Kementerian Perhubungan telah menetapkan kawasan industri "
	"di Kota Tegal, Kota Bandung, Kota Serang, dan Kota Cilegon.", ""},
    {"a fund pays for something else", "Pemkab Lebak membangun jembatan gantung memakai dana desa.",
	"ID.36.02 pembangunan jembatan gantung ongoing"},
    {"one thing by two names", "Pemkab Lebak akan memperbaiki irigasi Cibadak. Irigasi itu dikerjakan "
	"Pemkab Lebak pada 2022.", "ID.36.02 perbaikan irigasi Cibadak planned"},
    {"a trouble is no programme", "Pemkab Lebak mencatat banjir dan kemacetan.", ""},
    {"what is to be kept from happening", "Pemkab Lebak bekerja malam hari agar tidak menambah "
	"kemacetan.", ""},
    {"not yet, and not meant", "Pemkab Lebak belum akan membangun jembatan gantung.", ""},
    {"a mere mention", "Warga Kota Tegal berbelanja di pasar.", ""},
    {"a model to copy", "Jangan berpikir seperti Jakarta.", ""},
    {"a border", "Kota Serang berbatasan dengan Kabupaten Serang.", ""},
    {"a venue", "Rapat itu digelar di Kota Bandung, Selasa.", ""},
    {"a private builder", "Warga bernama Suparman membangun rumah tangga baru.", ""},
    {"a crime", "Polisi menangkap tersangka pencurian sapi di Kabupaten Bima.", ""},
    {"a match", "Persib Bandung membangun serangan dari sayap kiri.", ""},
    {"a link to another story",
	"Warga berkumpul.\nBACA JUGA: Pemkot Tegal Bangun Embung Desa\nMereka pulang.", ""},
};

static struct wt_span
programme_name(const struct wt_facts *f, struct wt_span id)
{
	for (uint32_t i = 0; i < f->nprogrammes; i++)
		if (wt_span_eq(f->programmes[i].id, id))
			return f->programmes[i].name;
	return wt_span_make("?", 1);
}

static void
show(struct wt_buf *out, const struct wt_facts *f)
{
	for (uint32_t i = 0; i < f->nclaims; i++) {
		const struct wt_claim *c = &f->claims[i];
		struct wt_span name = programme_name(f, c->programme_id);

		if (c->best)
			wt_buf_printf(out, "%s%.*s %.*s %s", out->len > 0 ? " | " : "",
			    (int)c->region_id.len, c->region_id.at, (int)name.len, name.at,
			    wt_status_name(c->status));
	}
}

int
main(int argc, char **argv)
{
	(void)argc;
	return sentences_main(argv[0], rows, sizeof rows / sizeof rows[0], show);
}
