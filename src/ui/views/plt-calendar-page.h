/* PltCalendarPage: the plan by months: a month at a time, weeks from Monday with their number, each
 * date a cell with what is shot, met and missing.
 *
 * Keyboard: arrows go by date and by week, Home and End to the ends of the week, Ctrl+Home and
 * Ctrl+End to the ends of the plan, Page Up and Page Down by month; Enter opens the form of the day
 * or event, or asks what to add to an empty date; N adds an event, Insert a shooting day;
 * Ctrl+arrows move the day to another date, with Shift the later ones too; Menu or Shift+F10 opens
 * the menu. A day can be dragged to another date. A day dropped on another one changes places with
 * it. Each is one step that can be undone.
 *
 * Signals: select (const char *table, gint64 id): the cursor stands on that day or event;
 * open (const char *table, gint64 id): its form is wanted. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_CALENDAR_PAGE (plt_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (PltCalendarPage, plt_calendar_page, PLT, CALENDAR_PAGE, GtkWidget)

GtkWidget *plt_calendar_page_new (PltSession *session);
void plt_calendar_page_refresh (PltCalendarPage *self);
PltDate plt_calendar_page_get_date (PltCalendarPage *self); /* of the cursor */
void plt_calendar_page_go_to (PltCalendarPage *self, PltDate date);
gboolean plt_calendar_page_select_ref (PltCalendarPage *self, PltRef ref); /* a day or an event */
/* Puts the day of the cursor on that date; `following`: the later days move as far. */
gboolean plt_calendar_page_move (PltCalendarPage *self, PltDate date, gboolean following);
gboolean plt_calendar_page_add_day (PltCalendarPage *self);
gboolean plt_calendar_page_add_event (PltCalendarPage *self);

G_END_DECLS
