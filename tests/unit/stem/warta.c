/*
 * The default stemmer over small lists: what each list does, which reading
 * wins, reduplication, guesses, and that the cache changes nothing.
 */
#include "stem/stem.h"
#include "tests/check.h"

#include <stdlib.h>

static const char roots[] =
    "root\tweight\taffixes\n"
    "# a comment\n"
    "ajar\t10\tmikxPR\n"
    "adil\t5\tbK\n"
    "alam\t9\tiK\n"
    "ambil\t5\tmkP\n"
    "analis\t1\tm\n"
    "bagi\t9\tbmkPa\n"
    "balik\t9\tbmktP\n"
    "bank\t1\tR\n"
    "beri\t9\tmkP\n"
    "besar\t9\tmkPs\n"
    "bolak-balik\t2\tmk\n"
    "bom\t4\tmP\n"
    "buku\t5\tmk\n"
    "cat\t3\tmp\n"
    "daya\t3\tBx\n"
    "dekar\t1\t\n"
    "deras\t3\tm\n"
    "guna\t9\tbmkP\n"
    "hasil\t6\tbmkpK\n"
    "hitung\t9\tmkxRP\n"
    "ikan\t3\tPR\n"
    "indah\t4\tKm\n"
    "jawab\t5\tm\n"
    "karang\t5\tmP\n"
    "kata\t12\tbmik\n"
    "kritik\t3\tm\n"
    "laku\t9\tbmkpP\n"
    "lari\t9\tbmkpBP\n"
    "main\t10\tbmkpPa\n"
    "mahal\t2\tKm\n"
    "meter\t1\t\n"
    "opor\t0\t\n"
    "nganga\t2\tm\n"
    "nyanyi\t3\tbmkpa\n"
    "pasti\t9\tmkK\n"
    "pecat\t5\tm\n"
    "perban\t1\tm\n"
    "prakarsa\t2\tbmip\n"
    "program\t5\tmP\n"
    "pukul\t9\tmkpPa\n"
    "rawat\t7\tmP\n"
    "selidik\t6\tmiP\n"
    "syair\t2\tbp\n"
    "tanggung\t9\tbmP\n"
    "tari\t9\tmkpPa\n"
    "tarik\t9\tmktP\n"
    "tiru\t6\tmkp\n"
    "tunjuk\t9\tmkpP\n"
    "ubah\t9\tbmR\n"
    "undang\t9\tmaR\n"
    "upa\t1\t\n";

static const char overrides[] =
    "root\tchange\taffixes\treason\n"
    "mulai\tadd\tm\ta verb\n"
    "dekar\tdrop\t\tnot a root\n";

static const char exceptions[] =
    "form\tstem\treason\n"
    "tak\ttidak\tshort\n"
    "gara-gara\tgara-gara\tnot doubled\n";

static const char infixes[] =
    "form\tstem\treason\n"
    "tanggungjawab\ttanggung jawab\ttwo roots\n"
    "telunjuk\ttunjuk\tinfix\n";

static const char function_words[] = "word\tnote\nsedangkan\twhile\nmaupun\tand\n";
static const char stopwords[] = "word\tnote\nyang\twhich\nsedangkan\twhile\n";
static const char protected[] = "word\tnote\npekalongan\tplace\n";

static const struct {
	const char *what, *word, *stem;
} rows[] = {
	{ "a root", "buku", "buku" },
	{ "an exception", "tak", "tidak" },
	{ "a function word", "sedangkan", "sedangkan" },
	{ "a name", "pekalongan", "pekalongan" },
	{ "an own root", "dimulai", "mulai" },
	{ "a root taken out", "pendekar", "pendekar" },
	{ "an unknown word", "xyzzy", "xyzzy" },
	{ "nothing", "", "" },
	{ "a short word", "di", "di" },

	{ "me-", "memain", "main" },
	{ "mem- and p", "memukul", "pukul" },
	{ "men- and t", "menarik", "tarik" },
	{ "meny- and s", "menyelidiki", "selidik" },
	{ "meny- and sy", "penyair", "syair" },
	{ "meny- and ny", "menyanyi", "nyanyi" },
	{ "meng- and k", "mengarang", "karang" },
	{ "meng- and a vowel", "mengambil", "ambil" },
	{ "meng- and ng", "menganga", "nganga" },
	{ "meng- and kr", "mengritik", "kritik" },
	{ "meng- before k that stays", "mengkritik", "kritik" },
	{ "menge-", "mengebom", "bom" },
	{ "pem- and pr", "pemrakarsa", "prakarsa" },
	{ "pem- and pr with -an", "pemrograman", "program" },
	{ "pe- before r", "perawatan", "rawat" },
	{ "per-", "perubahan", "ubah" },
	{ "pel-", "pelajar", "ajar" },
	{ "pel- after mem-", "mempelajari", "ajar" },
	{ "bel-", "belajar", "ajar" },
	{ "ber-", "berbagi", "bagi" },
	{ "ter-", "tertarik", "tarik" },
	{ "di-", "diambil", "ambil" },
	{ "ku-", "kuambil", "ambil" },
	{ "kau-", "kauambil", "ambil" },
	{ "se-", "sebesar", "besar" },
	{ "se-nya", "sebesarnya", "besar" },
	{ "ke-an", "keindahan", "indah" },
	{ "keber-an", "keberhasilan", "hasil" },
	{ "ketidak-an", "ketidakadilan", "adil" },
	{ "memper-kan", "memperhitungkan", "hitung" },
	{ "diper-kan", "diperhitungkan", "hitung" },
	{ "member-kan", "memberdayakan", "daya" },
	{ "pember-an", "pemberdayaan", "daya" },
	{ "-kan -nya", "memberikannya", "beri" },
	{ "-nya -lah", "bukunyalah", "buku" },
	{ "-kan with one k", "menarikan", "tari" },
	{ "two roots as one", "mempertanggungjawabkan", "tanggung jawab" },
	{ "two roots as one, alone", "tanggungjawab", "tanggung jawab" },
	{ "an infix", "telunjuk", "tunjuk" },
	{ "an infix that is not listed", "kelarang", "kelarang" },

	{ "the root that takes the affixes", "perbankan", "bank" },
	{ "the root that takes -i", "mengalami", "alam" },
	{ "the root used in more ways", "dikatakan", "kata" },
	{ "fewer prefixes", "dipecat", "pecat" },
	{ "not -is off a root", "menganalisis", "analis" },
	{ "a rare root, affixes unknown", "beropor", "opor" },
	{ "a rare root needs a prefix", "oporan", "oporan" },
	{ "a possible reading", "termahal", "mahal" },
	{ "a root of three letters needs known affixes", "beruparan", "beruparan" },

	{ "twice", "buku-buku", "buku" },
	{ "twice, unknown", "xyzzy-xyzzy", "xyzzy" },
	{ "twice, with affixes around", "perundang-undangan", "undang" },
	{ "twice, ber-an", "berlari-larian", "lari" },
	{ "twice, the first letter gone", "meniru-nirukan", "tiru" },
	{ "twice, with -nya", "buku-bukunya", "buku" },
	{ "twice, me- in the middle", "pukul-memukul", "pukul" },
	{ "a root with a hyphen", "dibolak-balikkan", "bolak-balik" },
	{ "not twice, by exception", "gara-gara", "gara-gara" },
	{ "two words", "buku-kata", "buku-kata" },
	{ "a clitic after a hyphen", "buku-ku", "buku" },
	{ "a number", "covid-19", "covid-19" },
	{ "a hyphen", "-", "-" },
	{ "hyphens", "---", "---" },

	{ "informal ng-", "ngambil", "ambil" },
	{ "informal n-", "narik", "tarik" },
	{ "informal m-", "mukul", "pukul" },
	{ "informal nge-", "ngebom", "ngebom" },
	{ "informal -in", "mainin", "main" },
	{ "informal -in, unknown", "martin", "martin" },
	{ "-wan", "programwan", "program" },
	{ "-nya on a new word", "gawainya", "gawai" },
	{ "-nya needs a word before it", "sonya", "sonya" },
	{ "di-kan on a new word", "dirumorkan", "rumor" },
	{ "me-kan on a new word", "mendonorkan", "donor" },
	{ "bytes that are not UTF-8", "\xff\xfe\x80", "\xff\xfe\x80" }
};

static struct wt_stem_source
source(const char *name, const char *text)
{
	return (struct wt_stem_source){ name, wt_span_of(text) };
}

static int
compile(struct wt_buf *block)
{
	const struct wt_stem_sources sources = {
		.roots = source("roots.tsv", roots),
		.overrides = source("roots-overrides.tsv", overrides),
		.exceptions = source("stem_exceptions.tsv", exceptions),
		.infixes = source("stem_infixes.tsv", infixes),
		.function_words = source("function_words.tsv", function_words),
		.stopwords = source("stopwords.tsv", stopwords),
		.protected = source("protected.tsv", protected)
	};

	return wt_stem_compile(&sources, block, NULL);
}

static void
test_words(struct wt_stemmer *s, const char *how)
{
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_span stem = { NULL, 0 };

		CHECK(wt_stem(s, wt_span_of(rows[i].word), 0, &stem) == WT_OK &&
		    wt_span_is(stem, rows[i].stem), "%s, %s: %s > %s, got %.*s", how, rows[i].what,
		    rows[i].word, rows[i].stem, (int)stem.len, stem.at == NULL ? "" : stem.at);
	}
}

static void
test_flags(struct wt_stemmer *s)
{
	struct wt_span stem;

	CHECK(wt_stem(s, WT_SPAN("memukul"), WT_STEM_PROTECTED, &stem) == WT_OK &&
	    wt_span_is(stem, "memukul"), "a protected word stays");
	CHECK(wt_stem(s, WT_SPAN("memukul"), 0, &stem) == WT_OK && wt_span_is(stem, "pukul"),
	    "and is not remembered as such");
	CHECK(wt_stem_is_stopword(s, WT_SPAN("yang")), "yang is a stop word");
	CHECK(!wt_stem_is_stopword(s, WT_SPAN("buku")), "buku is not");
}

static void
test_long_words(struct wt_stemmer *s)
{
	struct wt_buf word = { .at = NULL };
	struct wt_span stem;

	wt_buf_puts(&word, "memper");
	while (word.len < 64)
		wt_buf_puts(&word, "a");
	CHECK(wt_stem(s, wt_buf_span(&word), 0, &stem) == WT_OK &&
	    wt_span_eq(stem, wt_buf_span(&word)), "64 letters");
	wt_buf_puts(&word, "kan");
	CHECK(wt_stem(s, wt_buf_span(&word), 0, &stem) == WT_OK &&
	    wt_span_eq(stem, wt_buf_span(&word)), "67 letters");
	while (word.len < 1 << 20)
		wt_buf_puts(&word, "-ku-lari");
	CHECK(wt_stem(s, wt_buf_span(&word), 0, &stem) == WT_OK &&
	    wt_span_eq(stem, wt_buf_span(&word)), "a megabyte");
	wt_buf_free(&word);
}

static void
test_modes(struct wt_span block)
{
	static const struct {
		const char *mode, *word, *stem;
	} modes[] = {
		{ "none", "memukul", "memukul" },
		{ "snowball", "memukul", "pukul" },
		{ "sastrawi", "memukul", "pukul" },
		{ "warta", "memukul", "pukul" }
	};

	for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++) {
		enum wt_stem_mode mode = WT_STEM_NONE;
		struct wt_stemmer *s = NULL;
		struct wt_span stem;

		CHECK(wt_stem_mode_named(wt_span_of(modes[i].mode), &mode) == WT_OK &&
		    wt_stemmer_open(block, mode, &s, NULL) == WT_OK &&
		    wt_stem(s, wt_span_of(modes[i].word), 0, &stem) == WT_OK &&
		    wt_span_is(stem, modes[i].stem), "mode %s", modes[i].mode);
		wt_stemmer_close(s);
	}
	CHECK(wt_stem_mode_named(WT_SPAN("porter"), &(enum wt_stem_mode){ WT_STEM_NONE }) ==
	    WT_EINVAL, "no such mode");
}

int
main(void)
{
	struct wt_buf block = { .at = NULL };
	struct wt_stemmer *s = NULL;

	CHECK(compile(&block) == WT_OK, "the lists compile");
	CHECK(wt_stemmer_open(wt_buf_span(&block), WT_STEM_WARTA, &s, NULL) == WT_OK, "open");
	if (s != NULL) {
		test_words(s, "first");
		test_words(s, "from the cache");
		wt_stemmer_cache(s, false);
		test_words(s, "without the cache");
		test_flags(s);
		test_long_words(s);
	}
	test_modes(wt_buf_span(&block));
	wt_stemmer_close(s);
	wt_stemmer_close(NULL);
	wt_buf_free(&block);
	return check_done();
}
