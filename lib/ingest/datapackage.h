/*
 * datapackage.h - a description of the tables for other programs: Frictionless
 * Data Package, tabular profile, https://specs.frictionlessdata.io/.
 */
#ifndef WT_INGEST_DATAPACKAGE_H
#define WT_INGEST_DATAPACKAGE_H

#include "ingest/row.h"

/* Append it; wanted[i]: table i was written. */
void wt_datapackage_write(struct wt_buf *out, const bool *wanted, enum wt_row_format format,
    const char *version);

#endif
