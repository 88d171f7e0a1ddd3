/*
 * nickname.h - nicknames that the article itself tells.
 *
 *      "Surono, akrab disapa Mbah Rono"        of whoever is named before it
 *      "Yusuf Muhi alias Bang Ucu"
 *      "Mala, begitu ia dipanggil"             of whose name ends with it
 */
#ifndef WT_EXTRACT_NICKNAME_H
#define WT_EXTRACT_NICKNAME_H

#include "extract/name.h"

/* Whose nickname the name is, as an index into people; UINT32_MAX if it is none. */
uint32_t wt_nickname_of(const struct wt_work *w, const struct wt_name *n);

#endif
