/* The dialog that gives a line of the devis its rate from the pay scale: a search box over the
 * functions of the scales the production keeps, the base and the unit, and for the function chosen
 * what the scale says of it (annex, amount, date, source, mark), or why it says nothing. What is
 * chosen sets function, base, unit and the link of the rate, as one command. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

/* (nullable): the dialog; none when the line is gone or nothing may be written */
GtkWindow *plt_rate_picker_present (GtkWidget *owner, PltSession *session, gint64 line);
/* For tests: the functions found, what is said of the one chosen, and choosing. */
GListModel *plt_rate_picker_get_found (GtkWindow *dialog);
const char *plt_rate_picker_get_detail (GtkWindow *dialog);
void plt_rate_picker_set_text (GtkWindow *dialog, const char *text);
void plt_rate_picker_choose (GtkWindow *dialog, const char *base, const char *unit);

G_END_DECLS
