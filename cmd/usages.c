/*
 * usages.c - behind usages.h.
 *
 * They stand here and not with their commands, so that `warta` can answer without the
 * libraries that those need.
 */
#include "cmd/usages.h"

#include <string.h>

static const char extract[] =
    "usage: warta extract INPUT... -o FOLDER\n"
    "       warta extract INPUT... --table NAME -o -\n"
    "\n"
    "Read articles and write what they say as tables: articles, regions, entities,\n"
    "mentions, dates, amounts, programmes, claims, skipped; with datapackage.json.\n"
    "INPUT is a .txt or .html file; records with id, title, date, text, source and url in\n"
    "a .jsonl, .json, .csv or .tsv file; pages of a .warc; any of these in .gz, .xz, .zst,\n"
    ".bz2, .zip or .tar; a folder of such files; or - for standard input.\n"
    "\n"
    "  -o FOLDER         where the tables go; - is standard output, with --table\n"
    "      --format F    csv (default), tsv or jsonl\n"
    "      --table NAME  this table only\n"
    "      --tokens      the token table too\n"
    "      --keep-duplicates  count near copies of an article like any other\n"
    "      --resume      keep what is found in FOLDER, and do not extract it a second time\n"
    "      --excel       a BOM, and cells that a spreadsheet would run defused\n"
    "      --columns F=C,... the columns or keys of fields: text=isi,title=judul\n"
    "      --files-from FILE read the files that FILE names, one a line; - is stdin\n"
    "      --null        their names end with NUL bytes\n"
    "      --dict DIR    TSV files laid over the dictionaries\n"
    "  -j N              threads (default: all processors)\n"
    "  -q                no progress\n"
    "  -v                tell of every file that is not in UTF-8 how it is read\n"
    "      --help\n"
    "\n"
    "examples:\n"
    "  warta extract berita/ -o tabel\n"
    "  warta extract arsip.jsonl --table claims -o - | head\n";

static const char indexing[] =
    "usage: warta index INPUT... [-d INDEX]\n"
    "\n"
    "Make an index of articles, or add to one.  Articles that are in it already and did\n"
    "not change are passed over; changed ones are replaced.  INPUT is what `warta\n"
    "extract` reads.\n"
    "\n"
    "  -d INDEX        the folder of the index (default: $WARTA_INDEX, else warta.idx)\n"
    "      --columns F=C,... the columns or keys of fields: text=isi,title=judul\n"
    "      --files-from FILE read the files that FILE names, one a line; - is stdin\n"
    "      --null      their names end with NUL bytes\n"
    "      --dict DIR  TSV files laid over the dictionaries\n"
    "      --memory SIZE   of what is gathered before it is written: 64M, 1G (default: 96M)\n"
    "      --no-extract  words, texts and dates alone: faster, but no regions or programmes\n"
    "      --prune     articles that INPUT does not have any more leave the index\n"
    "      --rebuild   make the index anew from INPUT; the old one answers until that is done\n"
    "  -j N            threads (default: all processors)\n"
    "  -q              no progress and no summary\n"
    "  -v              tell of every file that is not in UTF-8 how it is read\n"
    "      --help\n"
    "\n"
    "examples:\n"
    "  warta index berita/ -d berita.idx\n"
    "  zcat arsip.jsonl.gz | warta index - -d berita.idx\n";

static const char eval[] =
    "usage: warta eval --gold FILE INPUT...\n"
    "\n"
    "Precision, recall and F1 by kind, against annotations: a JSON object with an entry\n"
    "for each article (corpus/README.md tells its form).  Exit status 1: annotated\n"
    "articles are not in the input, or a least F1 was not reached.\n"
    "\n"
    "      --gold FILE     the annotations\n"
    "      --list KIND     show what was missed and what was too much\n"
    "      --min KIND=F1   the least F1 of a kind; may be given several times\n"
    "      --columns F=C,... the columns or keys of fields: text=isi,title=judul\n"
    "      --files-from FILE read the files that FILE names, one a line; - is stdin\n"
    "      --null          their names end with NUL bytes\n"
    "      --dict DIR      TSV files laid over the dictionaries\n"
    "  -j N                threads (default: all processors)\n"
    "      --help\n"
    "\n"
    "examples:\n"
    "  warta eval --gold corpus/gold-jawa.json corpus/articles\n"
    "  warta eval --gold corpus/gold-jawa.json --list claims corpus/articles\n";

static const char stem[] =
    "usage: warta stem [--mode MODE] [--roots FILE] [--pairs] < TEXT\n"
    "       warta stem [--mode MODE] [--roots FILE] --explain WORD\n"
    "\n"
    "Reads lines of words and writes lines of their roots.\n"
    "\n"
    "  --mode MODE      warta (default), sastrawi, snowball or none\n"
    "  --roots FILE     roots to use, one a line, instead of the dictionary's\n"
    "  --pairs          write word TAB root, a word a line\n"
    "  --explain WORD   the steps to the root of a word: what was tried, * if that is a root,\n"
    "                   and by which rule\n"
    "  --help\n"
    "\n"
    "examples:\n"
    "  echo 'pembangunan jembatan' | warta stem\n"
    "  warta stem --explain pembangunan\n";

static const char tag[] =
    "usage: warta tag [--format FORMAT] [--published DATE] [--dict FOLDER] < TEXT\n"
    "\n"
    "Mark the regions, officials, persons, agencies, organizations, places, dates,\n"
    "amounts and programmes of one article.\n"
    "\n"
    "  --format FORMAT     ansi (default on a terminal), html, brat (default else),\n"
    "                      conll (token, tag), jsonl (a mention a line)\n"
    "  --published DATE    the day from which relative dates are counted\n"
    "  --dict FOLDER       TSV files laid over the dictionaries\n"
    "  --help\n"
    "\n"
    "examples:\n"
    "  warta tag --format ansi < berita.txt\n"
    "  warta tag --format conll < berita.txt > berita.conll\n";

static const char tokens[] =
    "usage: warta tokens < TEXT\n"
    "\n"
    "A row for each token of standard input: line,token_no,start_char,end_char,\n"
    "surface,norm,stem,is_stopword.  Lines count from 1, the rest from 0; offsets\n"
    "are code points of the line, end exclusive.\n"
    "\n"
    "  --mode MODE    how to stem: warta (default), sastrawi, snowball, none\n"
    "  --help\n"
    "\n"
    "examples:\n"
    "  echo 'Pemkot menata ruang terbuka hijau.' | warta tokens\n"
    "  warta tokens --mode snowball < berita.txt > tokens.csv\n";

static const char dates[] =
    "usage: warta dates [--published DATE] [--article] < TEXT\n"
    "\n"
    "A row for each date of standard input: line,surface,start_char,end_char,\n"
    "date_from,date_to,precision,anchor,weekday_agrees.  Lines count from 1;\n"
    "offsets are code points of the line, from 0, end exclusive.  A date that\n"
    "cannot be told from what is given has empty date_from and date_to.\n"
    "\n"
    "  --published DATE   count \"kemarin\", \"tahun depan\" from this day (YYYY-MM-DD)\n"
    "  --article          the lines are one article: what one says dates the others\n"
    "                     (otherwise each line is read on its own)\n"
    "  --dict DIR         lay the TSV files of DIR over the dictionaries\n"
    "  --help\n"
    "\n"
    "examples:\n"
    "  echo 'Rapat digelar Selasa (21/6), kata dia kemarin.' |\n"
    "      warta dates --published 2022-06-22\n"
    "  warta dates --article < berita.txt\n";

static const char serve[] =
    "usage: warta serve [-d INDEX] [--port N]\n"
    "\n"
    "A search page for the browser: articles, regions, programmes and a timeline, with\n"
    "the evidence.  Only this machine can open it.  Its address is printed; Ctrl-C ends\n"
    "it.  /api/search, /api/regions, /api/programmes, /api/facets, /api/timeline and\n"
    "/api/article give what the commands give with --json.\n"
    "\n"
    "  -d INDEX        the folder of the index (default: $WARTA_INDEX, else warta.idx)\n"
    "      --port N    the port (default: 8080); 0: any that is free\n"
    "  -j N            answer so many requests at a time (default: 4)\n"
    "      --dict DIR  TSV files laid over the dictionaries\n"
    "      --help\n"
    "\n"
    "examples:\n"
    "  warta serve -d berita.idx\n"
    "  warta serve --port 0 > address.txt\n";

const char *
usage_of(const char *command)
{
	static const struct {
		const char *command, *usage;
	} list[] = { { "extract", extract },
	    { "index", indexing },
	    { "eval", eval },
	    { "stem", stem },
	    { "tag", tag },
	    { "tokens", tokens },
	    { "dates", dates },
	    { "serve", serve } };

	for (size_t i = 0; i < sizeof list / sizeof list[0]; i++)
		if (strcmp(list[i].command, command) == 0)
			return list[i].usage;
	return NULL;
}
