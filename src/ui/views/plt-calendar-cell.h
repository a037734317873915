/* PltCalendarCell: one date of the calendar: its number, what the day is, and as many lines as
 * there is room for. The words of all of them are its accessible name. */
#pragma once

#include <gtk/gtk.h>

#include "plt-calendar-month.h"

G_BEGIN_DECLS

#define PLT_TYPE_CALENDAR_CELL (plt_calendar_cell_get_type ())
G_DECLARE_FINAL_TYPE (PltCalendarCell, plt_calendar_cell, PLT, CALENDAR_CELL, GtkWidget)

GtkWidget *plt_calendar_cell_new (void);
void plt_calendar_cell_show (PltCalendarCell *self, const PltCalendarDate *date);
PltDate plt_calendar_cell_get_date (PltCalendarCell *self);
gint64 plt_calendar_cell_get_day (PltCalendarCell *self); /* 0: none */
const char *plt_calendar_cell_get_speech (PltCalendarCell *self);

G_END_DECLS
