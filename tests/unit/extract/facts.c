/* Facts and their bytes: there and back again, and damage that is noticed or harmless. */
#include "base/err.h"
#include "extract/facts.h"
#include "tests/check.h"
#include "tests/random.h"

#include <stdlib.h>

#define S(literal) { (literal), sizeof(literal) - 1 }

static const struct wt_span text = S("Di Kota Serang caf\xc3\xa9 Wali Kota Syafrudin dan Bappeda Kota Serang.");
static struct wt_entity entities[] = {
	{ WT_OFFICIAL, S("e1"), S("Syafrudin"), S("wali kota"), S(""), S("ID.36.73") },
	{ WT_AGENCY, S("A.b13191efbb86"), S("Bappeda"), S(""), S(""), S("ID.36.73") },
	{ WT_PERSON, S("e3"), S("Siti"), S("wali kota"), S("A.b13191efbb86"), S("ID.36.73") },
};
static struct wt_mention mentions[] = {
	/* In the text, in the title, and neither. */
	{ WT_REGION, 2, 98, S("ID.36.73"), S("Kota Serang"), S("qualifier"), 0, 3, 14, 3, 14 },
	{ WT_OFFICIAL, 2, 100, S("e1"), S("Syafrudin"), S("office, name"), 1, 31, 40, 30, 39 },
	{ WT_AGENCY, 2, 98, S("A.b13191efbb86"), S("Bappeda"), S("qualifier"), 1, 45, 52, 44, 51 },
	{ WT_REGION, 0, 98, S("ID.36.73"), S("Serang"), S("qualifier"), 0, 6, 12, 6, 12 },
	{ WT_AGENCY, 2, 98, S("A.b13191efbb86"), S("dinas"), S("qualifier"), 1, 45, 52, 44, 51 },
	{ WT_PLACE, 2, 98, S("L.1"), S("Kota Serang"), S("signs"), 0, 3, 14, 4, 15 },
	{ WT_DATE, 5, 0, S(""), S("Rabu (5/2/2020)"), S("written"), UINT32_MAX, 300, UINT32_MAX,
	    290, UINT32_MAX },
};
static struct wt_date_fact dates[] = { { 6, S("2020-02-05"), S("2020-02-05"), S("day"), S(""),
    S("yes") } };
static struct wt_amount_fact amounts[] = { { 0, S("1500000000"), S(""), S("IDR"), S("about") } };
static struct wt_programme programmes[] = {
	{ S("rtlh"), S("rumah layak huni"), S("perumahan"), S("permukiman"), false },
	{ S("d1"), S("jembatan Kasemen"), S(""), S(""), true },
};
static struct wt_claim claims[] = {
	{ S("ID.36.73"), S("rtlh"), S("e1"), S("2020"), S("2021-06"), S("1500000000"),
	    S("Kota Serang membangun."), S("verb"),
	    WT_STATUS_CANCELLED, 100, true, 3, 10, 32, 9, 31, 0 },
	{ S("ID.36.73"), S("d1"), S(""), S(""), S(""), S(""), S(""), S(""), WT_STATUS_UNKNOWN, 0,
	    false, 0, 0, 0, 0, 0, 0 },
};
static struct wt_facts full = {
	.article_id = S("001"), .path = S("seeds/001.txt"), .url = S("https://a.id/1"),
	    .source = S("Radar"), .title = S("Judul Serang"),
	.byline = S("(fdr)"), .dateline_place = S("SERANG"), .published = S("2020-03-10"),
	    .published_precision = S("day"),
	.published_method = S("dateline"), .primary_region_id = S("ID.36.73"),
	    .content_hash = S("00ff"), .duplicate_of = S("000"),
	.chars = 1000, .ntokens = 200, .nsentences = 12,
	.entities = entities, .mentions = mentions, .dates = dates, .amounts = amounts,
	    .programmes = programmes, .claims = claims,
	.nentities = 3, .nmentions = 7, .ndates = 1, .namounts = 1, .nprogrammes = 2, .nclaims = 2,
};

/* Claims come first; what is kept elsewhere is there. */
static int
decode_rest(struct wt_span bytes, struct wt_arena *a, struct wt_facts *f)
{
	struct wt_buf claims_bytes = { 0 };
	struct wt_span kept;
	int code;

	*f = (struct wt_facts){ 0 };
	wt_facts_encode_claims(&full, &claims_bytes);
	kept = wt_arena_copy(a, wt_buf_span(&claims_bytes));
	wt_buf_free(&claims_bytes);
	if ((code = wt_facts_decode_claims(kept, a, f)) != WT_OK)
		return code;
	f->article_id = full.article_id;
	f->path = full.path;
	f->url = full.url;
	f->source = full.source;
	f->title = full.title;
	f->published = full.published;
	f->primary_region_id = full.primary_region_id;
	return wt_facts_decode(bytes, text, a, f);
}

static void
encode_rest(const struct wt_facts *f, struct wt_buf *out)
{
	wt_facts_encode(f, text, out);
}

typedef int decoder(struct wt_span, struct wt_arena *, struct wt_facts *);
typedef void encoder(const struct wt_facts *, struct wt_buf *);

static const struct { const char *what; encoder *encode; decoder *decode; } parts[] = {
	{ "claims", wt_facts_encode_claims, wt_facts_decode_claims },
	{ "the rest", encode_rest, decode_rest },
};

/* Numbers that index arrays or name members of enums are in their bounds. */
static bool
is_sound(const struct wt_facts *f)
{
	bool sound = true;

	for (uint32_t i = 0; i < f->nentities; i++)
		sound = sound && (unsigned)f->entities[i].type < WT_TYPES;
	for (uint32_t i = 0; i < f->nmentions; i++)
		sound = sound && (unsigned)f->mentions[i].type < WT_TYPES &&
		    f->mentions[i].zone < 6 && f->mentions[i].confidence <= 100;
	for (uint32_t i = 0; i < f->ndates; i++)
		sound = sound && f->dates[i].mention < f->nmentions;
	for (uint32_t i = 0; i < f->namounts; i++)
		sound = sound && f->amounts[i].mention < f->nmentions;
	for (uint32_t i = 0; i < f->nclaims; i++)
		sound = sound && (unsigned)f->claims[i].status < WT_STATUSES &&
		    f->claims[i].confidence <= 100;
	return sound;
}

/* Decode a copy of just this length: refused as damaged, or sound and the same bytes back. */
static bool
decodes_well(int part, struct wt_span bytes, int *code)
{
	struct wt_arena a = { 0 };
	struct wt_buf again = { 0 };
	struct wt_facts f = { 0 };
	char *copy = malloc(bytes.len + (bytes.len == 0));
	bool well;

	if (copy == NULL)
		return false;
	if (bytes.len > 0)
		memcpy(copy, bytes.at, bytes.len);
	*code = parts[part].decode(wt_span_make(copy, bytes.len), &a, &f);
	well = *code == WT_ECORRUPT || *code == WT_EVERSION;
	if (*code == WT_OK) {
		parts[part].encode(&f, &again);
		well = is_sound(&f) && wt_span_eq(wt_buf_span(&again), wt_span_make(copy,
		    bytes.len));
	}
	wt_buf_free(&again);
	wt_arena_free(&a);
	free(copy);
	return well;
}

static void
check_round_trip(void)
{
	struct wt_arena a = { 0 };
	struct wt_buf bytes[2] = { { 0 }, { 0 } };
	struct wt_facts f = { 0 };

	for (int p = 0; p < 2; p++) {
		parts[p].encode(&full, &bytes[p]);
		CHECK(parts[p].decode(wt_buf_span(&bytes[p]), &a, &f) == WT_OK, "decode %s",
		    parts[p].what);
	}
	CHECK(f.nentities == 3 && f.nmentions == 7 && f.ndates == 1 && f.namounts == 1 &&
	    f.nprogrammes == 2 &&
	    f.nclaims == 2 && f.chars == 1000 && f.ntokens == 200 && f.nsentences == 12, "counts");
	CHECK(wt_span_is(f.article_id, "001") && wt_span_is(f.duplicate_of, "000") &&
	    wt_span_is(f.byline, "(fdr)"), "the article");
	CHECK(wt_span_is(f.entities[0].position, "wali kota") && f.entities[1].type == WT_AGENCY,
	    "entities");
	CHECK(f.mentions[6].zone == 5 && f.mentions[6].end == UINT32_MAX &&
	    f.mentions[1].confidence == 100 &&
	    wt_span_is(f.mentions[1].method, "office, name"), "mentions");
	CHECK(f.dates[0].mention == 6 && wt_span_is(f.dates[0].agrees, "yes") &&
	    wt_span_is(f.amounts[0].modifier, "about"),
	    "dates and amounts");
	for (uint32_t i = 0; i < full.nmentions; i++) {
		const struct wt_mention *m = &f.mentions[i], *was = &mentions[i];

		CHECK(m->type == was->type && m->zone == was->zone && m->sentence == was->sentence &&
		    m->start == was->start && m->end == was->end && m->cp_start == was->cp_start &&
		    m->cp_end == was->cp_end && m->confidence == was->confidence &&
		    wt_span_eq(m->surface, was->surface) && wt_span_eq(m->method, was->method) &&
		    wt_span_eq(m->entity_id, was->entity_id), "mention %u", i);
	}
	for (uint32_t i = 0; i < full.nentities; i++) {
		const struct wt_entity *e = &f.entities[i], *was = &entities[i];

		CHECK(e->type == was->type && wt_span_eq(e->id, was->id) && wt_span_eq(e->name, was->name) &&
		    wt_span_eq(e->position, was->position) && wt_span_eq(e->agency_id, was->agency_id) &&
		    wt_span_eq(e->region_id, was->region_id), "entity %u", i);
	}
	CHECK(f.programmes[1].discovered && !f.programmes[0].discovered &&
	    wt_span_is(f.programmes[0].sector, "permukiman"),
	    "programmes");
	CHECK(f.claims[0].status == WT_STATUS_CANCELLED && f.claims[0].best && !f.claims[1].best &&
	    f.claims[0].cp_end == 31 && wt_span_is(f.claims[0].target_to, "2021-06"), "claims");
	for (int p = 0; p < 2; p++) {
		struct wt_buf again = { 0 };

		parts[p].encode(&f, &again);
		CHECK(wt_span_eq(wt_buf_span(&again), wt_buf_span(&bytes[p])),
		    "the same bytes again: %s", parts[p].what);
		wt_buf_free(&again);
		wt_buf_free(&bytes[p]);
	}
	wt_arena_free(&a);
}

static void
check_damage(int p)
{
	struct wt_buf bytes = { 0 };
	size_t cuts = 0, flips = 0;
	uint64_t state = 33;
	bool random = true;
	int code;

	parts[p].encode(&full, &bytes);
	for (size_t len = 0; len < bytes.len; len++)
		cuts += decodes_well(p, wt_span_make(bytes.at, len), &code) && code == WT_ECORRUPT;
	CHECK(cuts == bytes.len, "cut at any length: damaged (%s)", parts[p].what);
	for (size_t bit = 0; bit < bytes.len * 8; bit++) {
		bytes.at[bit / 8] = (char)(bytes.at[bit / 8] ^ (1 << bit % 8));
		flips += decodes_well(p, wt_buf_span(&bytes), &code);
		bytes.at[bit / 8] = (char)(bytes.at[bit / 8] ^ (1 << bit % 8));
	}
	CHECK(flips == bytes.len * 8, "any bit flipped: damaged, or facts in their bounds (%s)",
	    parts[p].what);
	wt_buf_putc(&bytes, 0);
	CHECK(decodes_well(p, wt_buf_span(&bytes), &code) && code == WT_ECORRUPT,
	    "a byte too many (%s)", parts[p].what);
	for (int round = 0; random && round < 5000; round++) {
		wt_buf_clear(&bytes);
		for (uint32_t n = random_below(&state, 80); n > 0; n--)
			wt_buf_putc(&bytes, (char)random_below(&state, random_below(&state,
			    4) == 0 ? 256 : 4));
		random = decodes_well(p, wt_buf_span(&bytes), &code);
	}
	CHECK(random, "any bytes: damaged, or facts in their bounds (%s)", parts[p].what);
	wt_buf_free(&bytes);
}

static void
check_names(void)
{
	enum wt_status status;
	bool ok = true;

	for (int i = 0; i < WT_STATUSES; i++)
		ok = ok && wt_status_named(wt_span_of(wt_status_name((enum wt_status)i)),
		    &status) == WT_OK && (int)status == i;
	CHECK(ok && wt_status_named(WT_SPAN("soon"), &status) == WT_EINVAL, "names of statuses");
	CHECK(strcmp(wt_type_name(WT_REGION), "region") == 0 &&
	    strcmp(wt_type_name(WT_PROGRAMME), "programme") == 0, "names of types");
}

int
main(void)
{
	struct wt_facts none = { 0 }, f = { 0 };
	struct wt_buf bytes = { 0 };
	struct wt_arena a = { 0 };

	check_round_trip();
	check_damage(0);
	check_damage(1);
	check_names();
	wt_facts_encode_claims(&none, &bytes);
	CHECK(bytes.len == 3 && wt_facts_decode_claims(wt_buf_span(&bytes), &a, &f) == WT_OK &&
	    f.nclaims == 0, "no claims");
	wt_buf_clear(&bytes);
	wt_facts_encode(&none, wt_span_make("", 0), &bytes);
	bytes.at[0]++;
	CHECK(wt_facts_decode(wt_buf_span(&bytes), wt_span_make("", 0), &a, &f) == WT_EVERSION,
	    "another version");
	bytes.at[0]--;
	CHECK(wt_facts_decode(wt_buf_span(&bytes), wt_span_make("", 0), &a, &f) == WT_OK &&
	    f.nmentions == 0 && f.content_hash.len == 0, "no facts");
	wt_buf_free(&bytes);
	wt_arena_free(&a);
	return check_done();
}
