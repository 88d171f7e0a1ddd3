/*
 * journal.h - what a run found out, kept on disk for the next run.
 *
 * A file of entries, each the bytes of something under a key.  It only grows;
 * an entry that was not written whole, or is damaged, is as if it were not there.
 *
 *      file  = magic[8] rules-length[4] rules entry*
 *      entry = key[8] length[4] checksum[4] bytes
 *
 * Numbers are little-endian; the checksum is that of hash.h over the bytes.
 */
#ifndef WT_INGEST_JOURNAL_H
#define WT_INGEST_JOURNAL_H

#include "base/buf.h"
#include "base/err.h"

struct wt_journal;

/*
 * Open or make it.  One that was kept under other rules is begun anew.  WT_OK; WT_EBUSY:
 * another program writes to it; WT_EINVAL: a file of another kind, left alone; WT_EIO, WT_EACCES,
 * WT_ENOMEM.
 */
int wt_journal_open(const char *path, struct wt_span rules, struct wt_journal **out,
    struct wt_error *error);

/*
 * The bytes of a key that were there when it was opened, in place of what is in `out`.  By
 * several threads at once.  False: there are none.
 */
bool wt_journal_find(const struct wt_journal *j, uint64_t key, struct wt_buf *out);

/* Add an entry, by one thread at a time.  Kept in memory for a while. */
int wt_journal_add(struct wt_journal *j, uint64_t key, struct wt_span bytes);

/* Write what is in memory; WT_OK or WT_EIO.  Accepts NULL, and closes in any case. */
int wt_journal_close(struct wt_journal *j);

#endif
