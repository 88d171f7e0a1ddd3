/* manifest.c - see manifest.h. */
#include "index/manifest.h"
#include "base/bytes.h"
#include "base/hash.h"
#include "base/map.h"
#include "base/save.h"
#include "index/build.h"
#include "index/format.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define HEAD 24u                /* magic, version, length of meta, parts, copies */
#define PART 32u

char *
wt_path_join(const char *folder, const char *name)
{
	size_t size = strlen(folder) + strlen(name) + 2;
	char *path = malloc(size);

	if (path != NULL)
		snprintf(path, size, "%s/%s", folder, name);
	return path;
}

char *
wt_path_segment(const char *folder, const struct wt_part *part)
{
	char name[WT_PATH_ROOM];

	snprintf(name, sizeof name, "%016" PRIx64 ".seg", part->hash);
	return wt_path_join(folder, name);
}

char *
wt_path_mask(const char *folder, const struct wt_part *part)
{
	char name[WT_PATH_ROOM + 17];

	snprintf(name, sizeof name, "%016" PRIx64 "-%016" PRIx64 ".del", part->hash, part->mask);
	return wt_path_join(folder, name);
}

char *
wt_path_copies(const char *folder, const struct wt_manifest *m)
{
	char name[WT_PATH_ROOM];

	snprintf(name, sizeof name, "%016" PRIx64 ".dup", m->copies_hash);
	return wt_path_join(folder, name);
}

int
wt_manifest_add(struct wt_manifest *m, const struct wt_part *part)
{
	struct wt_part *parts = wt_grow(m->parts, &m->cap, (size_t)m->count + 1, sizeof *parts);

	if (parts == NULL)
		return WT_ENOMEM;
	m->parts = parts;
	m->parts[m->count++] = *part;
	return WT_OK;
}

static int
read_parts(struct wt_manifest *m, const uint8_t *at, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++, at += PART) {
		struct wt_part part = {
			.size = wt_get64(at), .hash = wt_get64(at + 8),
			.docs = wt_get32(at + 16), .deleted = wt_get32(at + 20),
			.mask = wt_get64(at + 24)
		};

		if (part.docs == 0 || part.docs > WT_DOCS_MAX || part.deleted > part.docs)
			return WT_ECORRUPT;
		if (wt_manifest_add(m, &part) != WT_OK)
			return WT_ENOMEM;
	}
	return WT_OK;
}

static int
parse(struct wt_manifest *m, struct wt_span bytes, const char *path, struct wt_error *error)
{
	const uint8_t *at = (const uint8_t *)bytes.at;
	uint64_t meta, parts, copies;
	int code = WT_ECORRUPT;

	if (bytes.len >= HEAD + 8 && memcmp(at, WT_MANIFEST_MAGIC, 8) == 0) {
		m->version = wt_get32(at + 8);
		meta = wt_get32(at + 12);
		parts = wt_get32(at + 16);
		m->copies = wt_get32(at + 20);
		copies = m->copies > 0 ? 8 : 0;
		if (wt_get64(at + bytes.len - 8) != wt_hash(wt_span_make(bytes.at,
		    bytes.len - 8)))
			code = WT_ECORRUPT;
		else if (!wt_format_known(m->version))
			return wt_error_set(error, WT_EVERSION, 8, "%s: format %u is not known",
			    path, (unsigned)m->version);
		else if (HEAD + parts * PART + copies + meta + 8 == bytes.len)
			code = read_parts(m, at + HEAD, (uint32_t)parts);
		if (code == WT_OK && copies > 0)
			m->copies_hash = wt_get64(at + HEAD + parts * PART);
		if (code == WT_OK)
			wt_buf_put(&m->meta, at + HEAD + parts * PART + copies, (size_t)meta);
	}
	wt_buf_putspan(&m->bytes, bytes);
	if (code == WT_OK && (m->meta.err != WT_OK || m->bytes.err != WT_OK))
		code = WT_ENOMEM;
	if (code == WT_ECORRUPT)
		return wt_error_set(error, code, 0, "%s: damaged", path);
	return code == WT_OK ? code : wt_error_set(error, code, 0, "%s: out of memory", path);
}

int
wt_manifest_read(struct wt_manifest *m, const char *folder, struct wt_error *error)
{
	char *path = wt_path_join(folder, WT_MANIFEST_NAME);
	struct wt_map map = { 0 };
	int code;

	*m = (struct wt_manifest){ 0 };
	if (path == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "%s: out of memory", folder);
	code = wt_map_open(&map, path, error);
	if (code == WT_OK)
		code = parse(m, map.bytes, path, error);
	else if (code == WT_ENOENT)
		wt_error_set(error, code, 0, "%s: there is no index here", folder);
	wt_map_close(&map);
	if (code != WT_OK)
		wt_manifest_free(m);
	free(path);
	return code;
}

static void
encode(const struct wt_manifest *m, struct wt_buf *b)
{
	wt_buf_put(b, WT_MANIFEST_MAGIC, 8);
	wt_buf_put32(b, WT_FORMAT_VERSION);
	wt_buf_put32(b, (uint32_t)m->meta.len);
	wt_buf_put32(b, m->count);
	wt_buf_put32(b, m->copies);
	for (uint32_t i = 0; i < m->count; i++) {
		wt_buf_put64(b, m->parts[i].size);
		wt_buf_put64(b, m->parts[i].hash);
		wt_buf_put32(b, m->parts[i].docs);
		wt_buf_put32(b, m->parts[i].deleted);
		wt_buf_put64(b, m->parts[i].mask);
	}
	if (m->copies > 0)
		wt_buf_put64(b, m->copies_hash);
	wt_buf_put(b, m->meta.at, m->meta.len);
	wt_buf_put64(b, wt_hash(wt_buf_span(b)));
}

int
wt_manifest_write(const struct wt_manifest *m, const char *folder, struct wt_error *error)
{
	char *path = wt_path_join(folder, WT_MANIFEST_NAME);
	struct wt_buf b = { 0 };
	int code;

	encode(m, &b);
	if (path == NULL || b.err != WT_OK) {
		code = wt_error_set(error, WT_ENOMEM, 0, "%s: out of memory", folder);
	} else {
		code = wt_save_bytes(path, wt_buf_span(&b), error);
	}
	wt_buf_free(&b);
	free(path);
	return code;
}

void
wt_manifest_free(struct wt_manifest *m)
{
	free(m->parts);
	wt_buf_free(&m->meta);
	wt_buf_free(&m->bytes);
	*m = (struct wt_manifest){ 0 };
}
