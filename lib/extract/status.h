/*
 * status.h - the stage of a programme, as the words around one topic say.
 *
 * The cues are the table status_cues.  An aspect or a modal word takes over the
 * verb behind it ("akan dipasang" is planned, "sudah dipasang" completed); then
 * the cue that is strong and near, in the clause of the topic, wins.
 */
#ifndef WT_EXTRACT_STATUS_H
#define WT_EXTRACT_STATUS_H

#include "extract/programme.h"

struct wt_stage {
	enum wt_status status;
	int strength;           /* 0 (no cue) to 5 */
	int score;              /* strength less distance: how sure the cue is meant */
	uint32_t cue;           /* its first token, or WT_NO_TOKEN */
};

void wt_stage_read(const struct wt_topics *t, const struct wt_topic *topic, struct wt_stage *out);

#endif
