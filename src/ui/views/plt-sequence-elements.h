/* PltSequenceElements: what a séquence needs, by category, to be read beside its text: code, name,
 * quantity or costume, in how many séquences; and an entry that adds more by typing. Delete takes
 * an element out of the séquence, with its tags there.
 *
 * Signal: element-activated (gint64 element) */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_SEQUENCE_ELEMENTS (plt_sequence_elements_get_type ())
G_DECLARE_FINAL_TYPE (PltSequenceElements, plt_sequence_elements, PLT, SEQUENCE_ELEMENTS, GtkWidget)

GtkWidget *plt_sequence_elements_new (PltSession *session);
void plt_sequence_elements_show (PltSequenceElements *self, gint64 sequence); /* reads it again */
guint plt_sequence_elements_get_n (PltSequenceElements *self);
GtkListBox *plt_sequence_elements_get_list (PltSequenceElements *self);
/* As typing it does: "Dockers x12", to the category that is chosen. FALSE when it was refused. */
gboolean plt_sequence_elements_add (PltSequenceElements *self, const char *text);
void plt_sequence_elements_choose_category (PltSequenceElements *self, const char *code);
gboolean plt_sequence_elements_grab_focus (PltSequenceElements *self);

G_END_DECLS
