/*
 * day.h - the day of publication, as records and pages write it.
 */
#ifndef WT_INGEST_DAY_H
#define WT_INGEST_DAY_H

#include "base/span.h"
#include "extract/calendar.h"

/*
 * A packed day, month or year (extract/calendar.h); 0 if there is none in the value:
 *      ISO 8601        2022-09-07T10:15:00Z  2022-09  2022/9/7  20220907
 *      in numbers      7/9/2022  07-09-22  7.9.2022: the day first, but for 9/17/2022
 *      in words        Rabu, 7 September 2022 10:15 WIB  Sept 7, 2022  7 Agt 2022
 *      seconds         1662520500, or thousandths of them, since 1970: the day in Jakarta
 * The first that fits counts; what stands around it does not matter.  Times and their
 * zones are passed over: the day is the one that is written.
 */
uint32_t wt_day_read(struct wt_span value);

#endif
