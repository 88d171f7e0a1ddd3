/*
 * Sastrawi: a row for every rule and every alternative of it, with the roots it
 * needs; then the order of the steps, reduplication, short words and odd bytes.
 */
#include "stem/stem.h"
#include "tests/check.h"

#include <stdlib.h>

static const struct {
	const char *what, *roots, *word, *stem;
} rows[] = {
	{ "plain di-", "buang", "dibuang", "buang" },
	{ "plain ke-", "sakit", "kesakit", "sakit" },
	{ "plain se-", "suap", "sesuap", "suap" },
	{ "rule 1a", "adu rupa", "beradu", "adu" },
	{ "rule 1b", "rambut", "berambut", "rambut" },
	{ "rule 1, last alternative stays and goes on", "iman", "berkeiman", "iman" },
	{ "rule 2", "suara", "bersuara", "suara" },
	{ "rule 2, r after ber", "rata", "berrata", "rata" },
	{ "rule 2 not before er", "suera", "bersuera", "suera" },
	{ "rule 2 does not take sXer", "saera", "bersaera", "saera" },
	{ "rule 3", "daerah", "berdaerah", "daerah" },
	{ "rule 4", "ajar", "belajar", "ajar" },
	{ "rule 4, that word only", "ajaran", "belajaran", "belajaran" },
	{ "rule 5", "kerja", "bekerja", "kerja" },
	{ "rule 5 not with r", "rerja", "bererja", "rerja" },
	{ "rule 6a", "asing", "terasing", "asing" },
	{ "rule 6b", "raup", "teraup", "raup" },
	{ "rule 7", "gerak", "tergerak", "gerak" },
	{ "rule 8", "puruk", "terpuruk", "puruk" },
	{ "rule 8 not with r", "rpuk", "terrpuk", "terrpuk" },
	{ "rule 9", "terbang", "teterbang", "terbang" },
	{ "rule 10 l", "lipat", "melipat", "lipat" },
	{ "rule 10 r", "ringkas", "meringkas", "ringkas" },
	{ "rule 10 w", "warna", "mewarna", "warna" },
	{ "rule 10 y", "yakin", "meyakin", "yakin" },
	{ "rule 10 asks for a vowel", "lbang", "melbang", "melbang" },
	{ "rule 11 b", "bangun", "membangun", "bangun" },
	{ "rule 11 f", "fitnah", "memfitnah", "fitnah" },
	{ "rule 11 v", "vonis", "memvonis", "vonis" },
	{ "rule 12", "ajar", "mempelajar", "ajar" },
	{ "rule 13a", "minum", "meminum", "minum" },
	{ "rule 13b", "pukul", "memukul", "pukul" },
	{ "rule 14 c", "cinta", "mencinta", "cinta" },
	{ "rule 14 d", "dua", "mendua", "dua" },
	{ "rule 14 j", "jauh", "menjauh", "jauh" },
	{ "rule 14 s", "syukur", "mensyukur", "syukur" },
	{ "rule 14 t", "taat", "mentaat", "taat" },
	{ "rule 14 z", "ziarah", "menziarah", "ziarah" },
	{ "rule 15a", "nuklir", "menuklir", "nuklir" },
	{ "rule 15b", "tangkap", "menangkap", "tangkap" },
	{ "rule 16 g", "gila", "menggila", "gila" },
	{ "rule 16 h", "hajar", "menghajar", "hajar" },
	{ "rule 16 q", "qasar", "mengqasar", "qasar" },
	{ "rule 16 k", "kritik", "mengkritik", "kritik" },
	{ "rule 17a", "udara", "mengudara", "udara" },
	{ "rule 17b", "kupas", "mengupas", "kupas" },
	{ "rule 17c", "bom", "mengebom", "bom" },
	{ "rule 17d", "nganga", "menganga", "nganga" },
	{ "rule 17, a before b", "arang karang", "mengarang", "arang" },
	{ "rule 17, b before c", "kebom bom", "mengebom", "kebom" },
	{ "rule 18a", "nyanyi", "menyanyi", "nyanyi" },
	{ "rule 18b", "suara", "menyuara", "suara" },
	{ "rule 18, a before b", "nyala sala", "menyala", "nyala" },
	{ "rule 19", "proteksi", "memproteksi", "proteksi" },
	{ "rule 19 not before n", "pnil", "mempnil", "mempnil" },
	{ "rule 20 w", "warna", "pewarna", "warna" },
	{ "rule 20 y", "yoga", "peyoga", "yoga" },
	{ "rule 21a", "adil", "peradil", "adil" },
	{ "rule 21b", "rumah", "perumah", "rumah" },
	{ "rule 23", "muka", "permuka", "muka" },
	{ "rule 24", "daerah", "perdaerah", "daerah" },
	{ "rule 25 b", "bangun", "pembangun", "bangun" },
	{ "rule 25 f", "fitnah", "pemfitnah", "fitnah" },
	{ "rule 25 v", "vonis", "pemvonis", "vonis" },
	{ "rule 26a", "minum", "peminum", "minum" },
	{ "rule 26b", "pukul", "pemukul", "pukul" },
	{ "rule 27 c", "cinta", "pencinta", "cinta" },
	{ "rule 27 d", "dahulu", "pendahulu", "dahulu" },
	{ "rule 27 j", "jarah", "penjarah", "jarah" },
	{ "rule 27 s", "stabil", "penstabil", "stabil" },
	{ "rule 27 t", "transkripsi", "pentranskripsi", "transkripsi" },
	{ "rule 27 z", "ziarah", "penziarah", "ziarah" },
	{ "rule 28a", "nasihat", "penasihat", "nasihat" },
	{ "rule 28b", "tangkap", "penangkap", "tangkap" },
	{ "rule 29", "gila", "penggila", "gila" },
	{ "rule 30a", "udara", "pengudara", "udara" },
	{ "rule 30b", "kupas", "pengupas", "kupas" },
	{ "rule 30c", "bom", "pengebom", "bom" },
	{ "rule 30 without a root falls to rule 34", "nganga", "penganga", "nganga" },
	{ "rule 30c stays even without a root", "ngecu", "pengecu", "pengecu" },
	{ "rule 31a", "nyanyi", "penyanyi", "nyanyi" },
	{ "rule 31b", "suara", "penyuara", "suara" },
	{ "rule 32, pelajar", "ajar", "pelajar", "ajar" },
	{ "rule 32", "labuh", "pelabuh", "labuh" },
	{ "rule 34", "serta", "peserta", "serta" },
	{ "rule 34 takes any consonant", "ngaruh", "pengaruh", "ngaruh" },
	{ "rule 35", "percaya", "terpercaya", "percaya" },
	{ "rule 36", "kerja", "pekerja", "kerja" },
	{ "rule 37", "rata", "rerata", "rata" },
	{ "rule 38", "lembut", "lelembut", "lembut" },
	{ "rule 39", "getar", "gemetar", "getar" },
	{ "rule 40", "kerja", "kinerja", "kerja" },
	{ "rule 41", "pukul", "kupukul", "pukul" },
	{ "rule 42", "hajar", "kauhajar", "hajar" },
	{ "rule 41 comes after the infixes", "kua", "kuinua", "kuinua" },
	{ "three prefixes", "kaya", "memperkeberkaya", "memperkeberkaya" },
	{ "two prefixes", "daya", "diberdaya", "daya" },

	{ "-lah", "hancur", "hancurlah", "hancur" },
	{ "-kah", "benar", "benarkah", "benar" },
	{ "-tah", "apa", "apatah", "apa" },
	{ "-pun", "siapa", "siapapun", "siapa" },
	{ "-ku", "jubah", "jubahku", "jubah" },
	{ "-mu", "baju", "bajumu", "baju" },
	{ "-nya", "celana", "celananya", "celana" },
	{ "-i", "hantu", "hantui", "hantu" },
	{ "-kan", "beli", "belikan", "beli" },
	{ "-an", "jual", "jualan", "jual" },
	{ "-is", "ideal", "idealis", "ideal" },
	{ "-isme", "ideal", "idealisme", "ideal" },
	{ "-isasi", "final", "finalisasi", "final" },
	{ "-ku -kah", "buku", "bukumukah", "buku" },
	{ "-i -nya -lah", "kasih", "kasihinyalah", "kasih" },
	{ "a hyphen before a clitic", "nikmat", "nikmat-ku", "nikmat" },
	{ "a hyphen before a particle", "allah", "allah-lah", "allah" },

	{ "be-lah: prefixes first", "masalah masa bermasa", "bermasalah", "masalah" },
	{ "be-an: prefixes first", "belanja", "belanjaan", "belanja" },
	{ "me-i: prefixes first", "nilai nila", "menilai", "nilai" },
	{ "di-i: prefixes first", "mulai mula", "dimulai", "mulai" },
	{ "pe-i: prefixes first", "tani", "petani", "tani" },
	{ "ter-i: prefixes first", "abai aba", "terabai", "abai" },
	{ "others: suffixes first", "kali sekali", "sekalian", "sekali" },
	{ "restore -an", "makanan", "bermakanan", "makanan" },
	{ "restore -kan as k", "naik", "menaikan", "naik" },
	{ "restore -kan", "makan", "dimakan", "makan" },
	{ "restore -an, then -nya", "peranan", "berperanannya", "peranan" },
	{ "restore -nya", "punya", "dipunya", "punya" },
	{ "nothing fits", "rumah", "marwan", "marwan" },

	{ "a root comes back", "pengaruh", "pengaruh", "pengaruh" },
	{ "three letters are left alone", "ber me", "bui", "bui" },
	{ "three letters, mei", "me", "mei", "mei" },
	{ "four letters are not", "aku", "diaku", "aku" },

	{ "twice", "buku", "buku-buku", "buku" },
	{ "twice with affixes", "balas", "berbalas-balasan", "balas" },
	{ "twice, different", "bolak balik", "bolak-balik", "bolak-balik" },
	{ "me- before the second", "tiru", "meniru-nirukan", "tiru" },
	{ "twice with a clitic", "malaikat", "malaikat-malaikat-nya", "malaikat" },
	{ "a number", "covid", "covid-19", "covid-19" },
	{ "a hyphen at the end", "kata", "kata-", "kata-" },
	{ "a hyphen at the start", "kata", "-kata", "-kata" },
	{ "only a hyphen", "kata", "-", "-" },
	{ "digits", "kata", "2019", "2019" },
	{ "a digit is no letter", "1rata", "ber1rata", "ber1rata" },
	{ "the empty word", "kata", "", "" },
	{ "no roots at all", "", "membangun", "membangun" },
	{ "bytes that are not UTF-8", "kata", "\xff\xfekatanya\x80", "\xff\xfekatanya\x80" }
};

/* A stemmer over roots written with spaces between them. */
static struct wt_stemmer *
open_roots(const char *roots, struct wt_buf *text, struct wt_buf *block)
{
	struct wt_stem_sources sources = { .roots = { .name = "test" } };
	struct wt_stemmer *s = NULL;

	wt_buf_puts(text, roots);
	for (size_t i = 0; i < text->len; i++)
		if (text->at[i] == ' ')
			text->at[i] = '\n';
	sources.roots.text = wt_buf_span(text);
	if (wt_stem_compile(&sources, block, NULL) != WT_OK ||
	    wt_stemmer_open(wt_buf_span(block), WT_STEM_SASTRAWI, &s, NULL) != WT_OK)
		return NULL;
	return s;
}

static void
test_long_words(void)
{
	struct wt_buf text = { .at = NULL }, block = { .at = NULL }, word = { .at = NULL };
	struct wt_stemmer *s = open_roots("nikmat", &text, &block);
	struct wt_span stem;

	for (size_t i = 0; i < 1 << 20; i++)
		wt_buf_puts(&word, "x");
	CHECK(s != NULL && wt_stem(s, wt_buf_span(&word), 0, &stem) == WT_OK &&
	    wt_span_eq(stem, wt_buf_span(&word)), "a megabyte of x");
	wt_buf_clear(&word);
	wt_buf_puts(&word, "nikmat-");
	for (size_t i = 0; i < 1 << 20; i++)
		wt_buf_puts(&word, "-");
	wt_buf_puts(&word, "ku-nikmat");
	CHECK(s != NULL && wt_stem(s, wt_buf_span(&word), 0, &stem) == WT_OK &&
	    wt_span_is(stem, "nikmat"), "a megabyte of hyphens");
	wt_stemmer_close(s);
	wt_buf_free(&text);
	wt_buf_free(&block);
	wt_buf_free(&word);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_buf text = { .at = NULL }, block = { .at = NULL };
		struct wt_stemmer *s = open_roots(rows[i].roots, &text, &block);
		struct wt_span stem = { NULL, 0 };

		CHECK(s != NULL && wt_stem(s, wt_span_of(rows[i].word), 0, &stem) == WT_OK &&
		    wt_span_is(stem, rows[i].stem), "%s: %s > %s, got %.*s", rows[i].what,
		    rows[i].word, rows[i].stem, (int)stem.len, stem.at == NULL ? "" : stem.at);
		wt_stemmer_close(s);
		wt_buf_free(&text);
		wt_buf_free(&block);
	}
	test_long_words();
	return check_done();
}
