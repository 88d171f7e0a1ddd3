/* dictfile.h - read the TSV files of folders and compile them. */
#ifndef WT_CMD_DICTFILE_H
#define WT_CMD_DICTFILE_H

#include "base/buf.h"
#include "dict/dict.h"

/* Compile the TSV files of `folder` behind `out`. */
int cmd_dict_compile(const char *folder, struct wt_buf *out, struct wt_error *error);

/* Put *dict, with the TSV files of `folder` laid over its tables, in the place of *dict. */
int cmd_dict_overlay(const char *folder, struct wt_dict **dict, struct wt_error *error);

#endif
