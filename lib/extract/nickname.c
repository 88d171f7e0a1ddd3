/* nickname.c - whose nickname a name is, behind nickname.h. */
#include "extract/nickname.h"

#define RECENT 400      /* people and mentions searched, at most */

/* Does a word of the person's name end with this one: "Rono" of Surono, "Mala" of Nurmala? */
static bool
ends_word(const struct wt_person *p, struct wt_span end)
{
	struct wt_span rest = p->lower, word;

	while (wt_span_cut(&rest, ' ', &word))
		if (word.len > end.len && wt_span_ends(word, end))
			return true;
	return false;
}

/* Who is named last before token i in its sentence; UINT32_MAX for nobody. */
static uint32_t
person_before(const struct wt_work *w, uint32_t i)
{
	uint32_t least = w->nperson_mentions > RECENT ? w->nperson_mentions - RECENT : 0, best = 0, found = UINT32_MAX;

	for (uint32_t k = w->nperson_mentions; k > least; k--) {
		const struct wt_person_mention *m = &w->person_mentions[k - 1];

		if (m->last <= i && m->last > best && w->doc->tokens[m->first].sentence == w->doc->tokens[i].sentence) {
			best = m->last;
			found = m->person;
		}
	}
	return found;
}

uint32_t
wt_nickname_of(const struct wt_work *w, const struct wt_name *n)
{
	bool told = n->start > 0 && wt_work_joined(w, n->start - 1) && wt_work_listed(w, n->start - 1, WT_LIST_ALIAS);
	uint32_t i = wt_work_sign(w, n->end, ",") ? n->end + 1 : n->end, found;
	bool after = wt_work_listed(w, i, WT_LIST_ALIAS) || wt_work_listed(w, i + 1, WT_LIST_ALIAS) || wt_work_is(w, i, "begitu");

	if (told && (found = person_before(w, n->start)) != UINT32_MAX)
		return found;
	if (n->words != 1 || w->doc->tokens[n->first].norm.len < 3 || (!n->titled && !told && !after))
		return UINT32_MAX;
	for (uint32_t k = w->npeople; k > 0 && w->npeople - k < RECENT; k--)
		if (ends_word(&w->people[k - 1], w->doc->tokens[n->first].norm))
			return k - 1;
	return UINT32_MAX;
}
