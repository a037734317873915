/* PltCashMark: an event on the curve of the trésorerie, as a widget of its own: it takes the focus,
 * says what it is to assistive technology, and is moved with the arrows. It draws a flag with its
 * title; the curve puts it in its place and moves it with the mouse.
 *
 * Signals:
 *   nudge (int days)   the arrows ask for that many days; Shift: a week
 *   reset ()           Delete or Backspace: back to where the data put it
 *   cancel ()          Escape
 *   activate ()        Enter or a double click: go to what it is */
#pragma once

#include <gtk/gtk.h>

#include "plt-cash-line.h"

G_BEGIN_DECLS

#define PLT_TYPE_CASH_MARK (plt_cash_mark_get_type ())
G_DECLARE_FINAL_TYPE (PltCashMark, plt_cash_mark, PLT, CASH_MARK, GtkWidget)

GtkWidget *plt_cash_mark_new (const char *key);
const char *plt_cash_mark_get_key (PltCashMark *self);
PltDate plt_cash_mark_get_date (PltCashMark *self);
const char *plt_cash_mark_get_tooltip (PltCashMark *self); /* the curve shows it */
void plt_cash_mark_show (PltCashMark *self, const PltCashLineMark *mark);
/* Only a pin: there is no room for the words. */
gboolean plt_cash_mark_is_small (PltCashMark *self); /* a pin unless it is spoken of */
void plt_cash_mark_set_narrow (PltCashMark *self, gboolean narrow);

G_END_DECLS
