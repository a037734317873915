/* PltAvailabilityBox: when the selected person, element, set, location or séquence can be had: its
 * own windows, each a door to its form, those it inherits, and a button that adds one. Of a window
 * itself: what it is of. Below the form in the side pane. */
#pragma once

#include "plt-form.h"

G_BEGIN_DECLS

#define PLT_TYPE_AVAILABILITY_BOX (plt_availability_box_get_type ())
G_DECLARE_FINAL_TYPE (PltAvailabilityBox, plt_availability_box, PLT, AVAILABILITY_BOX, GtkWidget)

/* `form` shows what is chosen here; it must outlive the box. */
GtkWidget *plt_availability_box_new (PltSession *session, PltForm *form);
/* Hides itself when nothing of that table has windows. */
void plt_availability_box_show (PltAvailabilityBox *self, PltRef ref);
/* A window of one day, the first of the shoot, to be made longer in its form. */
gboolean plt_availability_box_add (PltAvailabilityBox *self);

G_END_DECLS
