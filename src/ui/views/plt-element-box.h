/* PltElementBox: one category on the sheet of a séquence: what it needs of it, and an entry to add
 * more by typing. Each change is one command.
 *
 * A box is filled, to be done, or "néant": somebody checked that nothing is needed. In the empty
 * entry a hyphen, or Ctrl+0 wherever the focus is in the box, confirms that; the same takes it
 * back, as does typing something.
 *
 * Signal: leave (int step, gboolean to_do): the user is done here and goes to the box `step`
 * further, or to the next one to be done. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_ELEMENT_BOX (plt_element_box_get_type ())
G_DECLARE_FINAL_TYPE (PltElementBox, plt_element_box, PLT, ELEMENT_BOX, GtkWidget)

GtkWidget *plt_element_box_new (PltSession *session, gint64 category);
gint64 plt_element_box_get_category (PltElementBox *self);
void plt_element_box_show (PltElementBox *self, gint64 sequence);
guint plt_element_box_get_n_elements (PltElementBox *self);
/* Writes what is typed and not written yet; FALSE when it was refused. */
gboolean plt_element_box_commit (PltElementBox *self);
/* Adds what was typed: "Dockers x12"; FALSE when it was refused, with the sentence shown. */
gboolean plt_element_box_add (PltElementBox *self, const char *text);
void plt_element_box_remove (PltElementBox *self, gint64 occurrence);
GtkWidget *plt_element_box_get_entry (PltElementBox *self);
PltBoxState plt_element_box_get_state (PltElementBox *self);
/* A key before any widget of the box gets it; TRUE when it was one of the box's own. */
gboolean plt_element_box_press_key (PltElementBox *self, guint keyval, GdkModifierType state);

G_END_DECLS
