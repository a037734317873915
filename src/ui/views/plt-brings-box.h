/* PltBringsBox: what the selected element always brings, by itself and by its category: "a child
 * always brings a chaperone". Says where something that is always brought is missing, and adds it
 * there in one step. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_BRINGS_BOX (plt_brings_box_get_type ())
G_DECLARE_FINAL_TYPE (PltBringsBox, plt_brings_box, PLT, BRINGS_BOX, GtkWidget)

GtkWidget *plt_brings_box_new (PltSession *session);
/* Either may be 0: the box of a category alone, or nothing. */
void plt_brings_box_show (PltBringsBox *self, gint64 element, gint64 category);
/* text: a name, or "Chaperone x1" for one each; FALSE when it was refused, with the sentence shown.
 */
gboolean plt_brings_box_add (PltBringsBox *self, gboolean of_category, const char *text);
void plt_brings_box_fill (PltBringsBox *self); /* adds what is missing, everywhere */

G_END_DECLS
