/* PltSequenceList: the séquences of the film, one line each: number, effect, décor, eighths, and
 * how much of its sheet is done, as a disc that fills.
 *
 * Signal: sequence-selected (gint64 id): the user went to that séquence. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_SEQUENCE_LIST (plt_sequence_list_get_type ())
G_DECLARE_FINAL_TYPE (PltSequenceList, plt_sequence_list, PLT, SEQUENCE_LIST, GtkWidget)

GtkWidget *plt_sequence_list_new (PltSession *session);
void plt_sequence_list_refresh (PltSequenceList *self); /* reads the session again */
/* Shows that one as the current one; says nothing. */
void plt_sequence_list_select (PltSequenceList *self, gint64 id);
gint64 plt_sequence_list_get_selected (PltSequenceList *self); /* 0 when none is */
/* The séquence `step` lines further, the last one at the end; 0 when there is none. */
gint64 plt_sequence_list_get_beside (PltSequenceList *self, int step);
/* A box above it shows only the séquences with what is typed: number, effect, décor, résumé. */
void plt_sequence_list_set_filterable (PltSequenceList *self);
GtkEditable *plt_sequence_list_get_filter (PltSequenceList *self); /* (nullable) */
gboolean plt_sequence_list_grab_focus (PltSequenceList *self);
/* Gives a pane that begins with a list the width it deserves in its window: `narrow`, or more where
 * there is room for the names of décors. Once, when it is first shown. */
void plt_sequence_list_set_width (PltSequenceList *self, GtkPaned *paned, int narrow);
/* "12 I/J CAFÉ DU PORT / SALLE" */
char *plt_sequence_phrase (const PltFacts *facts, const PltSequenceFacts *sequence);

G_END_DECLS
