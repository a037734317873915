/* PltElementPlaces: everywhere an element occurs: each séquence with its décor and its shooting
 * days, and below it the passages of the text that are tagged with the element. Each line leads
 * there.
 *
 * Signals:
 *   place-chosen (gint64 sequence, const PltPassage *passage): NULL for the séquence as a whole
 *   back: Escape, or the button with the arrow */
#pragma once

#include <gtk/gtk.h>

#include "plt-script-blocks.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_ELEMENT_PLACES (plt_element_places_get_type ())
G_DECLARE_FINAL_TYPE (PltElementPlaces, plt_element_places, PLT, ELEMENT_PLACES, GtkWidget)

GtkWidget *plt_element_places_new (PltSession *session);
void plt_element_places_show (PltElementPlaces *self, gint64 element); /* reads it again */
gint64 plt_element_places_get_element (PltElementPlaces *self);
GtkListBox *plt_element_places_get_list (PltElementPlaces *self);
gboolean plt_element_places_grab_focus (PltElementPlaces *self);

/* "…allume la lanterne du quai…": some words before and after a passage, which `attributes` (out,
 * transfer full) makes bold. (transfer full) */
char *plt_passage_excerpt (const char *text, guint start, guint length, PangoAttrList **attributes);

/* The same of a paragraph of the facts; a cue goes on with what is said. */
char *plt_block_excerpt (const PltFacts *facts,
                         const PltBlockFacts *block,
                         guint start,
                         guint length,
                         PangoAttrList **attributes);

G_END_DECLS
