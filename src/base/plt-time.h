/* Times of the trade: clock minutes, durations, film length, page eighths.
 *
 * - A clock time is an integer number of minutes since midnight of the shooting day and may exceed
 * 1440: a night that ends at 3 in the morning ends at 27:00. Written "9h30", "27h00".
 * - A duration is an integer number of minutes. Written "1 h 20", "45 min".
 * - A film length is an integer number of seconds. Written "1:20" (minutes:seconds), "1:02:05" from
 * an hour up. Read from "1:20", "1'20", "1'20\"", "1 min 20", "80" and "80 s".
 * - A length of script is an integer number of eighths of a page. Written "1 2/8", "3/8", "2". Read
 * from the same and "1 2/8 p". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean
plt_clock_parse (const char *text, gint64 *minutes, GError **error); /* 9h30 9:30 9h 27:00 0930 */
char *plt_clock_format (gint64 minutes);                             /* "9h30" */
gboolean
plt_duration_parse (const char *text, gint64 *minutes, GError **error); /* 1h20 1 h 20 80 80 min */
char *plt_duration_format (gint64 minutes);                             /* "1 h 20" */
gboolean plt_seconds_parse (const char *text, gint64 *seconds, GError **error);
char *plt_seconds_format (gint64 seconds);
gboolean plt_eighths_parse (const char *text, gint64 *eighths, GError **error);
char *plt_eighths_format (gint64 eighths);

G_END_DECLS
