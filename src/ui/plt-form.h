/* PltForm: the form of one row, made from the description of its table: a label, an editor and,
 * when something is refused, a sentence for each column that is not hidden, or hidden in grids
 * only. */
#pragma once

#include <gtk/gtk.h>

#include "plt-field.h"

G_BEGIN_DECLS

#define PLT_TYPE_FORM (plt_form_get_type ())
G_DECLARE_FINAL_TYPE (PltForm, plt_form, PLT, FORM, GtkWidget)

GtkWidget *plt_form_new (PltSession *session);
/* table NULL or id 0 empties it. What was being typed is committed first. */
void plt_form_show (PltForm *self, const char *table, gint64 id);
gboolean plt_form_commit (PltForm *self); /* FALSE when something was refused */
PltField *plt_form_get_field (PltForm *self, const char *column); /* (nullable) */
void plt_form_focus (PltForm *self, const char *column);          /* NULL: the first */

G_END_DECLS
