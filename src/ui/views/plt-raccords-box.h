/* PltRaccordsBox: what must match between this séquence and others: with which one, which element,
 * what. Added by typing in the line at the foot, changed and removed in place, one command each. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_RACCORDS_BOX (plt_raccords_box_get_type ())
G_DECLARE_FINAL_TYPE (PltRaccordsBox, plt_raccords_box, PLT, RACCORDS_BOX, GtkWidget)

GtkWidget *plt_raccords_box_new (PltSession *session);
void plt_raccords_box_show (PltRaccordsBox *self, gint64 sequence);
guint plt_raccords_box_get_n_rows (PltRaccordsBox *self);
/* Writes what is typed and not written yet; FALSE when it was refused. */
gboolean plt_raccords_box_commit (PltRaccordsBox *self);
/* with, element: "" for none. FALSE when it was refused, with the sentence shown. */
gboolean plt_raccords_box_add (PltRaccordsBox *self,
                               const char *with,
                               const char *element,
                               const char *description);
void plt_raccords_box_remove (PltRaccordsBox *self, gint64 raccord);

G_END_DECLS
