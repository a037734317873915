/* PltLogBar: the line of the rapport horaire that is being typed, large enough for a laptop on a
 * set. The hour, the séquence, shot and take, the length, whether it is kept, card, lens, remark.
 *
 * Enter in any of its entries writes a take and proposes the next one of the shot; the other lines
 * are written by plt_log_bar_write(). What is wrong stays, with the sentence that says why. The
 * hour is typed, or the present one by plt_log_bar_stamp(); left empty on the day itself, it is the
 * hour of writing. Nothing waits to be saved. */
#pragma once

#include <gtk/gtk.h>

#include "plt-report-log.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_LOG_BAR (plt_log_bar_get_type ())
G_DECLARE_FINAL_TYPE (PltLogBar, plt_log_bar, PLT, LOG_BAR, GtkWidget)

typedef enum
{
  PLT_LOG_FIELD_HOUR,
  PLT_LOG_FIELD_SEQUENCE,
  PLT_LOG_FIELD_SHOT,
  PLT_LOG_FIELD_TAKE,
  PLT_LOG_FIELD_LENGTH,
  PLT_LOG_FIELD_CARD,
  PLT_LOG_FIELD_LENS,
  PLT_LOG_FIELD_REMARK,
  PLT_N_LOG_FIELDS,
} PltLogField;

GtkWidget *plt_log_bar_new (PltSession *session);
/* The day it writes to; what is being typed stays while it is the same day. Borrows nothing. */
void plt_log_bar_show (PltLogBar *self, const PltReportBook *book, const PltReportDay *day);
/* Fills in what comes next. */
void plt_log_bar_propose (PltLogBar *self, PltLogStep step);
void plt_log_bar_stamp (PltLogBar *self);       /* the present hour */
void plt_log_bar_toggle_kept (PltLogBar *self); /* of the take that is being typed */
/* Writes a line of that kind; FALSE when something in the entries is refused. An incident goes to
 * the register too. */
gboolean plt_log_bar_write (PltLogBar *self, const char *kind);
GtkWidget *plt_log_bar_get_entry (PltLogBar *self, PltLogField field);
const char *plt_log_bar_get_message (PltLogBar *self); /* "" when all is well */
gboolean plt_log_bar_grab_focus (PltLogBar *self);
/* Minutes since midnight of that date; after midnight above 1440; PLT_UNKNOWN on other days. */
gint64 plt_log_now (PltDate date);

G_END_DECLS
