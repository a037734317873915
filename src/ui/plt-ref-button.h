/* PltRefButton: chooses a row of another table: a button with the row's name, and a list with a
 * search box behind it. When what is searched does not exist and the table needs nothing but a
 * name, it offers to add it.
 *
 * Signal: chosen (gint64 id): the user chose that row, 0 for none. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_REF_BUTTON (plt_ref_button_get_type ())
G_DECLARE_FINAL_TYPE (PltRefButton, plt_ref_button, PLT, REF_BUTTON, GtkWidget)

GtkWidget *plt_ref_button_new (PltSession *session, const PltTable *table, gboolean may_be_empty);
/* `name` is for assistive technology: "Location". */
void plt_ref_button_set_name (PltRefButton *self, const char *name);
void plt_ref_button_set_chosen (PltRefButton *self, gint64 id);
gint64 plt_ref_button_get_chosen (PltRefButton *self);

G_END_DECLS
