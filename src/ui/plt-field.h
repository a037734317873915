/* PltField: one column of one row, to be read or edited in a form.
 *
 * The editor follows the type of the column. What was typed is committed with Enter or when the
 * focus leaves; what the store refuses stays as typed, with the sentence that says why below it.
 * Escape gives back the stored value. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_FIELD (plt_field_get_type ())
G_DECLARE_FINAL_TYPE (PltField, plt_field, PLT, FIELD, GtkWidget)

GtkWidget *plt_field_new (PltSession *session, PltRecord *record, const PltColumn *column);
/* For assistive technology, where the title of the column alone would stand twice in a window. */
void plt_field_set_name (PltField *self, const char *name);
const PltColumn *plt_field_get_column (PltField *self);
gboolean plt_field_commit (PltField *self);         /* FALSE when it was refused */
const char *plt_field_get_message (PltField *self); /* "" when all is well */
/* The widget with the text, for tests and focus. */
GtkWidget *plt_field_get_editor (PltField *self);

G_END_DECLS
