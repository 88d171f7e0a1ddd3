/*
 * claim_gate.c - articles that are about something else.
 *
 * Crime, sport, elections, accidents and markets have their words; where such
 * words fill an article, what sounds like a programme in it is seldom one.
 */
#include "extract/claim.h"

struct matter {
	uint32_t least; /* words before it counts */
	const char *const *words;
};

static const char *const crime[] = {"tersangka", "terdakwa", "korupsi", "penyidik", "penyidikan",
    "kpk", "suap", "gratifikasi", "penggeledahan", "menggeledah", "tipikor", "dakwaan", "vonis",
    "jaksa", "penjara", "pembunuhan", "pencurian", "pelaku", "ditangkap", "penangkapan", "narkoba",
    "sabu", "polsek", "reskrim", "bareskrim", "pembegalan", "perampokan", "mencuri", "densus",
    "teroris", "saksi", NULL};
static const char *const sport[] = {"gol", "laga", "pertandingan", "klasemen", "skor", "striker",
    "kiper", "pelatih", "babak", "liga", "wasit", "penalti", "gelandang", "suporter", "imbang",
    NULL};
static const char *const election[] = {"pilkada", "pilgub", "pilwalkot", "pilbup", "cagub",
    "cawagub", "pasangan", "elektabilitas", "koalisi", "parpol", "kampanye", "kpu", "bawaslu",
    "survei", "pencalonan", "paslon", "partai", NULL};
static const char *const accident[] = {"kecelakaan", "tewas", "tabrakan", "menabrak", "korban",
    "luka-luka", "terguling", "jenazah", "almarhum", "dimakamkan", "ambulans", NULL};

static uint32_t
count_words(const struct wt_work *w, const char *const *words)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < w->doc->ntokens; i++) {
		uint8_t zone = w->doc->tokens[i].zone;

		if (w->doc->tokens[i].kind != WT_TOKEN_WORD ||
		    (zone != WT_ZONE_BODY && zone != WT_ZONE_TITLE))
			continue;
		for (const char *const *word = words; *word != NULL; word++)
			if (wt_work_is(w, i, *word))
				count += zone == WT_ZONE_TITLE ? 3 : 1;
	}
	return count;
}

bool
wt_claim_other_matter(const struct wt_work *w)
{
	static const struct matter matters[] = {
	    {6, crime}, {6, sport}, {8, election}, {6, accident}};

	for (size_t i = 0; i < sizeof matters / sizeof matters[0]; i++) {
		uint32_t count = count_words(w, matters[i].words);

		/* A share of the words, too: a long article may touch on anything. */
		if (count >= matters[i].least && count * 80 >= w->doc->ntokens)
			return true;
	}
	return false;
}
