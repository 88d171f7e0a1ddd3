/* schema.c - the tables behind schema.h. */
#include "ingest/schema.h"

#define STRING WT_COLUMN_STRING, NULL
#define INTEGER WT_COLUMN_INTEGER, NULL
#define NUMBER WT_COLUMN_NUMBER, NULL
#define BOOLEAN WT_COLUMN_BOOLEAN, NULL
#define REFERS(table) WT_COLUMN_STRING, table
#define END { NULL, WT_COLUMN_STRING, NULL, NULL }

static const struct wt_schema_column articles[] = {
	{ "article_id", STRING, "The record's own id, else the file's name without its ending; unique" },
	{ "source_path", STRING, "File the article was read from, below the folder that was named" },
	{ "source_url", STRING, "Address of the article" },
	{ "source_name", STRING, "Name of the newspaper or site" },
	{ "title", STRING, "Title" },
	{ "byline", STRING, "Who wrote it, as the article says" },
	{ "dateline_place", STRING, "Place before the first sentence" },
	{ "published", STRING, "Date of publication, ISO 8601: day, month or year" },
	{ "published_precision", STRING, "day, month or year" },
	{ "published_method", STRING, "How the date of publication was found" },
	{ "primary_region_id", REFERS("regions"), "The region the article is mainly about" },
	{ "n_chars", INTEGER, "Unicode code points of the text" },
	{ "n_tokens", INTEGER, "Tokens of title and text" },
	{ "n_sentences", INTEGER, "Sentences of title and text" },
	{ "content_hash", STRING, "Hash of the text: the same for the same text" },
	{ "duplicate_of", REFERS("articles"), "The article this one is a near copy of: the earliest that is alike" },
	END
};

static const struct wt_schema_column regions[] = {
	{ "region_id", STRING, "ID. and the Kemendagri code" },
	{ "level", STRING, "provinsi, kabupaten, kota, kecamatan, kelurahan or desa" },
	{ "name", STRING, "Name with its level where two levels share names" },
	{ "parent_id", REFERS("regions"), "The region it belongs to" },
	{ "kode_kemendagri", STRING, "Code of the Ministry of Home Affairs" },
	{ "lat", NUMBER, "Latitude of a point in it" },
	{ "lon", NUMBER, "Longitude of a point in it" },
	{ "n_articles", INTEGER, "Articles that mention it, without near copies of others" },
	{ "n_mentions", INTEGER, "Mentions of it in these" },
	END
};

static const struct wt_schema_column entities[] = {
	{ "entity_id", STRING, "Made of the other columns: the same in every run" },
	{ "type", STRING, "official, person, agency, organization or place" },
	{ "name", STRING, "Name in full, without titles and degrees" },
	{ "position", STRING, "Office of an official" },
	{ "agency_id", REFERS("entities"), "Agency of an official" },
	{ "region_id", REFERS("regions"), "Region of the office or the agency" },
	{ "n_articles", INTEGER, "Articles that mention it, without near copies of others" },
	{ "n_mentions", INTEGER, "Mentions of it in these" },
	END
};

static const struct wt_schema_column mentions[] = {
	{ "mention_id", STRING, "article_id, .m and a number" },
	{ "article_id", REFERS("articles"), "Article" },
	{ "type", STRING, "region, official, person, agency, organization, place, date, programme or amount" },
	{ "entity_id", STRING, "Id of the region, entity or programme; empty when unresolved" },
	{ "surface", STRING, "The words of the text" },
	{ "zone", STRING, "title, dateline, body, related or byline" },
	{ "sentence_no", INTEGER, "Sentence, from 0" },
	{ "start_char", INTEGER, "First code point, from 0" },
	{ "end_char", INTEGER, "Code point behind the last" },
	{ "start_byte", INTEGER, "First byte of UTF-8, from 0" },
	{ "end_byte", INTEGER, "Byte behind the last" },
	{ "method", STRING, "The rule that found it; for unresolved names the candidates" },
	{ "confidence", NUMBER, "0 to 1" },
	END
};

static const struct wt_schema_column dates[] = {
	{ "mention_id", REFERS("mentions"), "Mention" },
	{ "article_id", REFERS("articles"), "Article" },
	{ "surface", STRING, "The words of the text" },
	{ "date_from", STRING, "First day, month or year, ISO 8601, inclusive" },
	{ "date_to", STRING, "Last day, month or year, inclusive" },
	{ "precision", STRING, "day, month, year, ..." },
	{ "anchor", STRING, "What a relative date was counted from" },
	{ "weekday_agrees", STRING, "yes or no where a weekday stands with a date" },
	END
};

static const struct wt_schema_column amounts[] = {
	{ "mention_id", REFERS("mentions"), "Mention" },
	{ "article_id", REFERS("articles"), "Article" },
	{ "surface", STRING, "The words of the text" },
	{ "value", NUMBER, "Value as a plain number" },
	{ "unit", STRING, "IDR, %, ha, km, KK, ..." },
	{ "modifier", STRING, "about, over, under, least or most" },
	{ "value_to", NUMBER, "Upper end of a range" },
	END
};

static const struct wt_schema_column programmes[] = {
	{ "programme_id", STRING, "Programme" },
	{ "name", STRING, "Short name in Indonesian" },
	{ "parent_id", REFERS("programmes"), "The general kind it belongs to" },
	{ "sector", STRING, "Sector of government (urusan pemerintahan)" },
	{ "origin", STRING, "dictionary or discovered" },
	{ "n_articles", INTEGER, "Articles that speak of it, without near copies of others" },
	{ "n_regions", INTEGER, "Regions with a claim to it" },
	{ "first_date", STRING, "Earliest publication of these articles" },
	{ "last_date", STRING, "Latest publication of these articles" },
	END
};

static const struct wt_schema_column claims[] = {
	{ "claim_id", STRING, "article_id, .c and a number" },
	{ "article_id", REFERS("articles"), "Article" },
	{ "region_id", REFERS("regions"), "Region that pursues the programme" },
	{ "programme_id", REFERS("programmes"), "Programme" },
	{ "status", STRING, "planned, agreed, ongoing, completed, stalled, cancelled or unknown" },
	{ "actor_id", REFERS("entities"), "Who says so or acts" },
	{ "target_from", STRING, "When it is to be done: first day, month or year" },
	{ "target_to", STRING, "When it is to be done: last day, month or year" },
	{ "amount_idr", NUMBER, "Money in rupiah" },
	{ "sentence_no", INTEGER, "Sentence of the evidence, from 0" },
	{ "start_char", INTEGER, "First code point of the evidence" },
	{ "end_char", INTEGER, "Code point behind its last" },
	{ "evidence", STRING, "The sentence, exactly" },
	{ "method", STRING, "The rule that found it" },
	{ "confidence", NUMBER, "0 to 1" },
	END
};

static const struct wt_schema_column tokens[] = {
	{ "article_id", REFERS("articles"), "Article" },
	{ "sentence_no", INTEGER, "Sentence, from 0" },
	{ "token_no", INTEGER, "Token of the article, from 0" },
	{ "start_char", INTEGER, "First code point" },
	{ "end_char", INTEGER, "Code point behind the last" },
	{ "surface", STRING, "As written" },
	{ "norm", STRING, "Lower case" },
	{ "stem", STRING, "Root" },
	{ "is_stopword", BOOLEAN, "Is it on the list of stop words?" },
	END
};

static const struct wt_schema_column skipped[] = {
	{ "source_path", STRING, "File" },
	{ "position", STRING, "Line or record in it" },
	{ "reason", STRING, "Why it was left out" },
	END
};

static const struct wt_schema schemas[WT_TABLE_COUNT] = {
	{ "articles", "article_id", "One row an article", articles },
	{ "regions", "region_id", "Regions that articles mention, and those above them", regions },
	{ "entities", "entity_id", "Officials, persons, agencies, organizations and places", entities },
	{ "mentions", "mention_id", "Every place in a text where something is named", mentions },
	{ "dates", "mention_id", "What each date in a text means", dates },
	{ "amounts", "mention_id", "What each amount in a text means", amounts },
	{ "programmes", "programme_id", "Public programmes, projects, plans and policies", programmes },
	{ "claims", "claim_id", "Which region pursues which programme, with the sentence that says so", claims },
	{ "tokens", NULL, "Every token of every article", tokens },
	{ "skipped", NULL, "Inputs that were left out", skipped },
};

const struct wt_schema *
wt_schema_of(enum wt_table_number table)
{
	return &schemas[table];
}

bool
wt_schema_named(struct wt_span name, enum wt_table_number *table)
{
	for (int i = 0; i < WT_TABLE_COUNT; i++) {
		if (wt_span_is(name, schemas[i].name)) {
			*table = (enum wt_table_number)i;
			return true;
		}
	}
	return false;
}
