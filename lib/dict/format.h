/*
 * format.h - the bytes of a compiled dictionary.
 *
 * All numbers are little-endian.
 *
 *      file     = magic[8] version:u32 sections:u32 length:u64 checksum:u64 zero:u64*4
 *                 section* bytes
 *      section  = name[8] offset:u64 length:u64          (offsets from the file's start,
 *                                                         multiples of 8)
 *      checksum = XXH3 of all bytes behind the first 64
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
#define WT_DICT_FORMAT 2
#define WT_DICT_HEADER 64
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

#endif
