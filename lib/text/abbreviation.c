/* abbreviation.c - short lists, walked from the front. */
#include "text/abbreviation.h"

#define MOST 7          /* letters of one that is known, at most ... */
#define SMALL_MOST 4    /* ... and of one that begins with a small letter */

/* In the order of their bytes: it is asked at every full stop. */
static const char *const known[] = {
	"AKBP", "AKP", "Abd", "Ach", "Adm", "Alm", "Almh", "Amd", "Arh", "Bpk", "Brigjen", "Capt",
	"Cq", "DR", "DRS", "Dr", "Dra", "Drg", "Drh", "Drs", "Gg", "HM", "Hal", "Hi", "Hj", "IR",
	"Ibr", "Inf", "Ir", "Irjen", "Jl", "Jln", "Jr", "KH", "Kab", "Kav", "Kec", "Kel", "Kep",
	"Komp", "Kompol", "Kp", "Letjen", "Letkol", "Lk", "Mayjen", "Md", "Moch", "Moh", "Mohd", "Mr", "Mrs", "Ms",
	"Muh", "Muhd", "No", "Nomor", "Ny", "PLT", "PROF", "Pdt", "Pj", "Pjs", "Plh", "Plt", "Pol", "Prof",
	"Prop", "Prov", "Purn", "Rev", "Rp", "Sdr", "Sdri", "Sp", "St", "Tb", "Tbk", "Telp", "Tgk",
	"Tgl", "Tlp", "Tn", "Ust", "Yth", "abd", "alm", "bpk", "cq", "dkk", "dll", "dr", "drg",
	"drh", "dsb", "dsk", "dst", "hal", "jl", "jln", "kab", "kec", "kel", "no", "ny", "telp",
	"tgl", "tlp", "yth",
};
static const char *const closing[] = { "dkk.", "dll.", "dsb.", "dst.", "dsk.", "Tbk.", "Jr." };
static const char *const opening[] = {
	"Ada", "Adapun", "Akibatnya", "Apalagi", "Bahkan", "Dalam", "Dari", "Dengan", "Di", "Dia",
	"Hal", "Hingga", "Ia", "Ini", "Itu", "Jika", "Kalau", "Karena", "Kata", "Kegiatan", "Kemudian",
	"Ketika", "Lalu", "Lanjutnya", "Lebih", "Maka", "Melalui", "Mereka", "Menurut", "Menurutnya",
	"Namun", "Oleh", "Pada", "Para", "Pihaknya", "Saat", "Sebab", "Sebelumnya", "Sedangkan", "Sehingga", "Sejak",
	"Sejumlah", "Selain", "Sementara", "Seperti", "Setelah", "Tahun", "Tapi", "Tetapi", "Tidak", "Untuk", "Usai",
};

static bool
listed(const char *const *list, size_t count, struct wt_span word)
{
	for (size_t i = 0; i < count; i++)
		if (wt_span_is(word, list[i]))
			return true;
	return false;
}

#define LISTED(list, word) listed(list, sizeof list / sizeof list[0], word)

bool
wt_abbreviation_known(struct wt_span word)
{
	if (word.len == 1)
		return word.at[0] >= 'A' && word.at[0] <= 'Z';
	/* Before most full stops a longer word stands. */
	return word.len > 0 && word.len <= (word.at[0] >= 'a' ? SMALL_MOST : MOST) &&
	    wt_span_listed(word, known, sizeof known / sizeof known[0]);
}

bool
wt_abbreviation_numbers(struct wt_span word)
{
	static const char *const words[] = { "hal", "Hal", "Nomor", "no" };

	return LISTED(words, word);
}

bool
wt_abbreviation_closes(struct wt_span token)
{
	return LISTED(closing, token);
}

bool
wt_opens_sentence(struct wt_span word)
{
	return LISTED(opening, word);
}
