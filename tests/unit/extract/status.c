/* What the words around a programme say of its stage. */
#include "tests/unit/extract/sentences.h"

#define X "pembangunan jembatan gantung Rangkasbitung"

static const struct sentence_row rows[] = {
    {"akan", "Pemkab Lebak akan memulai " X ".", "planned"},
    {"berencana", "Pemkab Lebak berencana membangun jembatan gantung Rangkasbitung.", "planned"},
    {"a modal", "Pemkab Lebak ingin membangun jembatan gantung Rangkasbitung.", "planned"},
    {"a target", "Pemkab Lebak menargetkan " X " rampung akhir 2022.", "ongoing"},
    {"mengkaji", "Pemkab Lebak masih mengkaji " X ".", "planned"},
    {"a signature", "Pemkab Lebak menandatangani kerja sama pengelolaan sampah.", "agreed"},
    {"sepakat", "Pemkab Lebak menyepakati kerja sama pengelolaan sampah.", "agreed"},
    {"sedang", "Pemkab Lebak sedang mengerjakan " X ".", "ongoing"},
    {"a bare verb", "Pemkab Lebak membangun jembatan gantung Rangkasbitung.", "ongoing"},
    {"sudah berjalan", "Pemkab Lebak menyebut " X " sudah berjalan.", "ongoing"},
    {"sudah with a verb", "Pemkab Lebak sudah membangun jembatan gantung Rangkasbitung.",
	"completed"},
    {"rampung", "Pemkab Lebak menyatakan " X " telah rampung.", "completed"},
    {"diresmikan", "Bupati Lebak meresmikan jembatan gantung Rangkasbitung, Senin (9/3/2020).",
	"completed"},
    {"mangkrak", "Pemkab Lebak mengakui " X " mangkrak.", "stalled"},
    {"ditunda", "Pemkab Lebak menyatakan " X " ditunda.", "stalled"},
    {"belum terealisasi", "Pemkab Lebak mengakui " X " belum terealisasi.", "stalled"},
    {"dibatalkan", "Pemkab Lebak menyatakan " X " dibatalkan.", "cancelled"},
    {"tidak jadi", "Pemkab Lebak tidak jadi melanjutkan " X ".", "cancelled"},
    {"tidak akan", "Pemkab Lebak tidak akan membangun jembatan gantung Rangkasbitung.",
	"cancelled"},
    {"a share of the work", "Pemkab Lebak menyebut " X " sudah 35 persen.", "ongoing"},
    {"the whole of it", "Pemkab Lebak menyebut " X " sudah 100 persen.", "completed"},
    {"a stage before the work", "Pemkab Lebak menyebut " X " baru memasuki tahap sosialisasi.",
	"planned"},
    {"a stage of the work", "Pemkab Lebak menyebut " X " memasuki tahap konstruksi.", "ongoing"},
    {"what was done first", "Pemkab Lebak membuka jalan setelah jembatan gantung Rangkasbitung "
	"diperbaiki.", "completed"},
    {"the later clause", "Pemkab Lebak merencanakan pembangunan embung Cibadak, tetapi lelangnya ditunda.",
	"stalled"},
    {"a noun of the name is no stage", "Rencana pembangunan embung Cibadak oleh Pemkab Lebak dinyatakan batal.",
	"cancelled"},
    {"past, by its date", "Pemkab Lebak memperbaiki jembatan gantung Rangkasbitung tahun lalu, 2019.",
	"completed"},
    {"past, but it goes on", "Pemkab Lebak terus memperbaiki jembatan gantung Rangkasbitung sejak tahun lalu.",
	"ongoing"},
    {"a launch", "Bupati Lebak meluncurkan aplikasi pengaduan \"Lebak Siaga\", Senin (9/3/2020).",
	"completed"},
    {"the launch of a programme", "Bupati Lebak meluncurkan program bedah rumah.", "ongoing"},
    {"done on a day", "Bupati Lebak membuka ruang terbuka hijau Cibadak, Kamis (5/3/2020).", "completed"},
    {"belum with a verb", "Pemkab Lebak mengakui rusunawa Cibadak belum bisa dihuni.", "stalled"},
    {"no region's name is a cue", "Pemkab Lombok Tengah membangun jembatan gantung Praya.",
	"ongoing"},
};

static void
show(struct wt_buf *out, const struct wt_facts *f)
{
	for (uint32_t i = 0; i < f->nclaims; i++)
		if (f->claims[i].best)
			wt_buf_printf(out, "%s%s", out->len > 0 ? " " : "",
			    wt_status_name(f->claims[i].status));
}

int
main(int argc, char **argv)
{
	(void)argc;
	return sentences_main(argv[0], rows, sizeof rows / sizeof rows[0], show);
}
