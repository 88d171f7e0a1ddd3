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

static const struct matter matters[] = {{6, crime}, {6, sport}, {8, election}, {6, accident}};

#define MATTERS (sizeof matters / sizeof matters[0])
#define ALL(words) (sizeof words / sizeof words[0] - 1)
#define CUES (ALL(crime) + ALL(sport) + ALL(election) + ALL(accident))

/* The words of all matters by their first letter, so that a token meets only a few. */
struct cue {
	const char *word;
	uint32_t matter;
	struct cue *next;
};

#define LETTERS 32

static void
fill_cues(struct cue *cues, struct cue **by_letter)
{
	size_t count = 0;

	for (uint32_t m = 0; m < MATTERS; m++) {
		for (const char *const *word = matters[m].words; *word != NULL; word++) {
			struct cue **list = &by_letter[(uint8_t)**word % LETTERS];

			cues[count] = (struct cue){.word = *word, .matter = m, .next = *list};
			*list = &cues[count++];
		}
	}
}

static void
count_words(const struct wt_work *w, uint32_t *counts)
{
	struct cue cues[CUES], *by_letter[LETTERS] = {NULL};

	fill_cues(cues, by_letter);
	for (uint32_t i = 0; i < w->doc->ntokens; i++) {
		const struct wt_token *t = &w->doc->tokens[i];
		const struct cue *cue = by_letter[(uint8_t)t->norm.at[0] % LETTERS];

		if (cue == NULL || t->kind != WT_TOKEN_WORD ||
		    (t->zone != WT_ZONE_BODY && t->zone != WT_ZONE_TITLE))
			continue;
		for (; cue != NULL; cue = cue->next)
			if (wt_span_is(t->norm, cue->word))
				counts[cue->matter] += t->zone == WT_ZONE_TITLE ? 3 : 1;
	}
}

bool
wt_claim_other_matter(const struct wt_work *w)
{
	uint32_t counts[MATTERS] = {0};

	count_words(w, counts);
	/* A share of the words, too: a long article may touch on anything. */
	for (size_t m = 0; m < MATTERS; m++)
		if (counts[m] >= matters[m].least && counts[m] * 80 >= w->doc->ntokens)
			return true;
	return false;
}
