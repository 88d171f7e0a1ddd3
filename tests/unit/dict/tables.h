/*
 * tables.h - a small dictionary of every kind of table that the compiler treats
 * in a way of its own.
 */
#ifndef WT_TESTS_TABLES_H
#define WT_TESTS_TABLES_H

#include "dict/compile.h"

/* A span as an initializer. */
#define TEXT(literal) { (literal), sizeof(literal) - 1 }

static const struct wt_dict_source small_tables[] = {
	{ "regions", "regions.tsv",
	    TEXT("code\tname\n36\tBanten\n36.04\tSerang\n36.73\tSerang\n36.74\tTangerang Selatan\n") },
	{ "agencies", "agencies.tsv",
	    TEXT("agency_id\tname\tvariants\npkh\tDinas Sosial (Dinsos)\tDISSOS|dinas sos\n") },
	{ "programme_actions", "programme_actions.tsv",
	    TEXT("class\troots\nbangun\tbangun|dirikan\n") },
	{ "programmes", "programmes.tsv",
	    TEXT("programme_id\tname\tvariants\tstems\tnot\nrtlh\tRumah Layak Huni\trutilahu\t{bangun} rumah\trumah sakit|puskesmas\n") },
	{ "notes", "notes.tsv", TEXT("word\tmeaning\nalun-alun\tsquare\n") },
};
#define SMALL_TABLES (sizeof small_tables / sizeof small_tables[0])

#endif
