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
