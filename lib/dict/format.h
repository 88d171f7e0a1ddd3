/*
 * format.h - the bytes of a compiled dictionary.
 *
 * All numbers are little-endian.
 *
 *      file     = magic[8] version:u32 sections:u32 length:u64 data:u64 id:u64 zero[24]
 *                 section* sum:u32* zeros, then from `data`, a multiple of 4096, bytes
 *      section  = name[8] offset:u64 length:u64          (offsets from the file's start,
 *                                                         multiples of 8)
 *      sum      = checksum of a page of 4096 bytes of the data, the last one shorter
 *      id       = XXH3 of what is before it, with the XXH3 of what is between the head and
 *                 the data behind that: it vouches for the sums, and they for the data
 *
 *      STRINGS  = (length:varint bytes)*                 a string is named by its offset
 *      TABLES   = (name:u32 path:u32 columns:u32 rows:u32 cells:u32)*
 *      CELLS    = u32*             at `cells` of a table: its column names, then for each row its
 *                                  cells and its line number
 *      WORDS    = slots:u32 words:u32 (check:u32 word:u32)*slots string:u32*(words+1)
 *                                  open addressing, slots a power of two, word 0 is none
 *      NODES    = (edge:u32 edges:u32 entry:u32 entries:u32 kinds:u32)*
 *                                  node 0 is the start; bit k of kinds: an entry of kind k
 *      EDGES    = (word:u32 node:u32)*                   sorted by word within a node
 *      STARTS   = node:u32*(words+1)                     the edges of node 0, by word
 *      ENTRIES  = (kind:u8 case:u8 zero:u16 row:u32)*
 *
 * Roots of stem patterns are words with the byte 1 before them, so that they
 * never meet words of the text.
 */
#ifndef WT_DICT_FORMAT_H
#define WT_DICT_FORMAT_H

#define WT_DICT_MAGIC "WTDICT\r\n"
#define WT_DICT_FORMAT 3
#define WT_DICT_HEADER 64
#define WT_DICT_ID 32                   /* where the id is */
#define WT_DICT_PAGE 4096u
#define WT_DICT_SECTION 24
#define WT_DICT_TABLE 20
#define WT_DICT_TABLES 4096             /* tables, at most */
#define WT_DICT_COLUMNS 32              /* columns of a table, at most */
#define WT_DICT_NODE 20
#define WT_DICT_EDGE 8
#define WT_DICT_ENTRY 8
#define WT_DICT_WORD_BYTES 100          /* longer words are in no phrase */
#define WT_DICT_PHRASE_WORDS 64         /* tokens of a phrase, at most */
#define WT_DICT_STEM_MARK '\x01'

#include "base/span.h"

#include <stdint.h>

/* The id of a dictionary whose data starts at `data`, from its head, sections and sums. */
uint64_t wt_dict_front(struct wt_span bytes, uint64_t data);

/* Put length, sums and id into a dictionary that has all else. */
void wt_dict_seal(char *bytes, size_t len);

#endif
