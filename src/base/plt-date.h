/* Calendar dates.
 *
 * A PltDate is the number of days since 1970-01-01 (negative before), in the Gregorian calendar,
 * with PLT_DATE_NONE for "no date". It carries no clock and no zone. In files it is ISO text,
 * 2026-05-12. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gint32 PltDate;

#define PLT_DATE_NONE G_MININT32

PltDate
plt_date_from_ymd (int year, int month, int day); /* PLT_DATE_NONE when there is no such day */
void plt_date_to_ymd (PltDate date, int *year, int *month, int *day);
int plt_date_weekday (PltDate date); /* 1 Monday ... 7 Sunday */
int plt_date_iso_week (PltDate date);
PltDate plt_date_add_months (PltDate date, int months); /* 31 January + 1 = 28 or 29 February */

PltDate plt_date_from_iso (const char *text); /* PLT_DATE_NONE when it is not one */
char *plt_date_to_iso (PltDate date);
/* Reads ISO, 12/05/2026, 12/5/26, 12.05.2026, 12 mai 2026, lun. 12 mai 2026. */
gboolean plt_date_parse (const char *text, PltDate *date, GError **error);
char *plt_date_format_short (PltDate date);   /* "lun. 18 nov." */
char *plt_date_format_day (PltDate date);     /* "lun. 18 nov. 2026" */
char *plt_date_format_long (PltDate date);    /* "lundi 18 novembre 2026" */
char *plt_date_format_month (PltDate date);   /* "novembre 2026" */
char *plt_date_format_numeric (PltDate date); /* "18/11/2026" */

G_END_DECLS
