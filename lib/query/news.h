/*
 * news.h - the rules of an index of news: query/rules.h by way of analyse/.
 */
#ifndef WT_QUERY_NEWS_H
#define WT_QUERY_NEWS_H

#include "analyse/analyse.h"
#include "query/rules.h"

/* A word in the title counts so many times more. */
#define WT_NEWS_TITLE_WEIGHT 2.0f

/* Rules that use the analyser, which is borrowed and must stay as long as they are used. */
struct wt_rules wt_news_rules(struct wt_analyser *an);

#endif
