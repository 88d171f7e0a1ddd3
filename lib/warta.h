/*
 * warta.h - what a program outside this tree may use.
 *
 * Build against it with `pkg-config --cflags --libs warta`.  An example that
 * prints what an article says:
 *
 *      struct wt_error error;
 *      struct wt_arena arena = { 0 };
 *      struct wt_dict *dict;
 *      struct wt_extractor *x;
 *      struct wt_article article = { .text = wt_span_of("...") };
 *      struct wt_facts facts;
 *
 *      if (wt_dict_open("/usr/share/warta/warta.dict", &dict, &error) == WT_OK &&
 *          wt_extractor_open(dict, &x, &error) == WT_OK &&
 *          wt_extract(x, &article, 0, &arena, &facts, &error) == WT_OK)
 *              use(&facts);
 *
 * The interface may change until version 1.0; headers that are not named here
 * may change at any time.
 */
#ifndef WT_WARTA_H
#define WT_WARTA_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/span.h"
#include "dict/dict.h"
#include "stem/stem.h"
#include "extract/extract.h"
#include "extract/facts.h"
#include "analyse/analyse.h"
#include "index/build.h"
#include "index/read.h"
#include "query/pursuit.h"
#include "query/search.h"
#include "query/load.h"
#include "query/snippet.h"
#include "ingest/pipeline.h"
#include "ingest/store.h"
#include "ingest/tables.h"

#endif
