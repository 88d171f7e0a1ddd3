/*
 * format.h - what the writer and the reader of FORMAT.md share: names, numbers
 * and the byte that stands for a length.
 */
#ifndef WT_INDEX_FORMAT_H
#define WT_INDEX_FORMAT_H

#include <stdint.h>

#define WT_FORMAT_VERSION 2u     /* what is written ... */
#define WT_FORMAT_OLDEST 1u      /* ... and the oldest that is read */
#define WT_SEGMENT_MAGIC "wartaseg"     /* 8 bytes, without a NUL */
#define WT_MANIFEST_MAGIC "wartaman"
#define WT_MASK_MAGIC "wartadel"
#define WT_COPIES_MAGIC "wartadup"
#define WT_PENDING_MAGIC "wartapen"
#define WT_HEAD_SIZE 16u        /* magic, version, zero */

#define WT_PAGE 4096u           /* bytes that share a checksum */
#define WT_BLOCK_DOCS 128u      /* postings of a full block */
#define WT_TERM_BLOCK 32u       /* entries of a block of the dictionary */
#define WT_KEY_BLOCK 16u        /* keys of a block */
#define WT_TERM_ROOM 256u       /* above the bytes of the longest term */
#define WT_INLINE_MAX 24u       /* bytes of a list kept inside the dictionary */
#define WT_STORED_BLOCK 14336u  /* bytes of a stored block, and up to a document more ... */
#define WT_STORED_SMALL 3072u   /* ... of what is read of many documents, but little of each */
#define WT_STORED_MAX ((uint32_t)1 << 30)       /* bytes of a stored block, never more */
#define WT_DOCS_MAX ((uint32_t)1 << 30)         /* documents of a segment */
#define WT_FOUR_GB ((uint64_t)1 << 32)
#define WT_COLUMN_RECORD 80u
#define WT_SMALL_FILE ((uint64_t)1 << 19)       /* up to this a file is checked when opened */

#define WT_MANIFEST_NAME "manifest"
#define WT_LOCK_NAME "lock"
#define WT_PENDING_NAME "pending"

/* Whether a file of this version can be read. */
static inline int
wt_format_known(uint32_t version)
{
	return version >= WT_FORMAT_OLDEST && version <= WT_FORMAT_VERSION;
}

/* Sections of a segment. */
enum wt_section {
	WT_SEC_NORM,    /* a byte per document: its length */
	WT_SEC_EXTENT,  /* a byte per document: bound of its positions */
	WT_SEC_DATE,
	WT_SEC_HASH,    /* 5 bytes per document */
	WT_SEC_KEYS,    /* front-coded keys */
	WT_SEC_KEYDIR,  /* where their blocks are */
	WT_SEC_KEYHASH, /* documents in order of the hash of the key */
	WT_SEC_POST,    /* postings and positions */
	WT_SEC_TERM,    /* dictionary */
	WT_SEC_TERMDIR, /* where its blocks are */
	WT_SEC_COLUMN,
	WT_SEC_STREAM,  /* eight directories, then ... */
	WT_SEC_BLOCKS = WT_SEC_STREAM + 8,      /* ... eight times blocks, then ... */
	WT_SEC_PRESET = WT_SEC_BLOCKS + 8,      /* ... eight preset dictionaries */
	WT_SECTIONS = WT_SEC_PRESET + 8
};

/* Four-byte names of the sections in files. */
extern const char wt_section_names[WT_SECTIONS][5];

/* Kinds of an entry of the dictionary, its lowest three bits. */
enum wt_kind {
	WT_KIND_PLAIN,  /* a list with positions */
	WT_KIND_FORMS,  /* a list with positions and several forms */
	WT_KIND_FLAG,   /* a list without positions */
	WT_KIND_ALIAS,  /* a form of a term */
	WT_KIND_FORM    /* a list with positions, all of one form */
};

/* Differences as numbers without sign: 0, -1, 1, -2 ... are 0, 1, 2, 3 ... */
static inline uint64_t
wt_zigzag(uint64_t to, uint64_t from)
{
	return to >= from ? (to - from) << 1 : ((from - to) << 1) - 1;
}

static inline uint64_t
wt_unzigzag(uint64_t zigzag, uint64_t from)
{
	return (zigzag & 1) == 0 ? from + (zigzag >> 1) : from - (zigzag >> 1) - 1;
}

/* How a stored block is packed. */
enum wt_method { WT_METHOD_RAW, WT_METHOD_DEFLATE };

/*
 * A length in a byte: exact below 16, then 16 steps an octave up to 2^15, then 4.
 * wt_norm_floor is the highest byte whose value is at most the length, and
 * wt_norm_ceil the lowest whose value is at least it.
 */
uint32_t wt_norm_value(uint8_t norm);
uint8_t wt_norm_floor(uint32_t length);
uint8_t wt_norm_ceil(uint32_t length);

/* The norm whose value is nearest, the lower of two. */
uint8_t wt_norm_near(uint32_t length);

/* Bits that hold every value up to `most`: 0 for 0. */
static inline unsigned
wt_width(uint64_t most)
{
	return most == 0 ? 0 : 64u - (unsigned)__builtin_clzll(most);
}

/* Bytes that hold every value up to `most`, at least 1. */
static inline unsigned
wt_width_bytes(uint64_t most)
{
	unsigned bits = wt_width(most);

	return bits == 0 ? 1 : (bits + 7) / 8;
}

#endif
