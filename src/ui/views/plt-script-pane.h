/* PltScriptPane: beside the text, what belongs to the séquence the cursor is in: its facts and its
 * progress, its elements by category, the proposals; and everywhere an element occurs.
 *
 * Signals:
 *   place-chosen (gint64 sequence, const PltPassage *passage): NULL for the séquence as a whole
 *   proposals-shown: the proposals are shown, or no longer */
#pragma once

#include <gtk/gtk.h>

#include "plt-element-places.h"
#include "plt-proposal-list.h"
#include "plt-sequence-elements.h"

G_BEGIN_DECLS

#define PLT_TYPE_SCRIPT_PANE (plt_script_pane_get_type ())
G_DECLARE_FINAL_TYPE (PltScriptPane, plt_script_pane, PLT, SCRIPT_PANE, GtkWidget)

GtkWidget *plt_script_pane_new (PltSession *session);
/* That séquence; 0 for none yet. Reads everything again. */
void plt_script_pane_show_sequence (PltScriptPane *self, gint64 sequence);
void plt_script_pane_show_element (PltScriptPane *self, gint64 element); /* where it occurs */
void plt_script_pane_show_proposals (PltScriptPane *self, gboolean film);
gboolean plt_script_pane_has_proposals (PltScriptPane *self); /* they are what is shown */
gboolean plt_script_pane_grab_focus (PltScriptPane *self);
PltSequenceElements *plt_script_pane_get_elements (PltScriptPane *self);
PltElementPlaces *plt_script_pane_get_places (PltScriptPane *self);
PltProposalList *plt_script_pane_get_proposals (PltScriptPane *self);

G_END_DECLS
