/* The dialog that moves money from one account of the devis to another, with its reason; below,
 * what was transferred already, which may be deleted. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

/* For the version that is looked at. Returns the dialog. */
GtkWindow *plt_devis_transfer_present (GtkWidget *owner, PltSession *session);

/* For tests: fills the dialog; codes of accounts, the others as typed. */
void plt_devis_transfer_fill (
    GtkWindow *dialog, const char *from, const char *to, const char *amount, const char *reason);
/* Presses the button that deletes the transfer of that place in the list. */
void plt_devis_transfer_delete (GtkWindow *dialog, guint index);

G_END_DECLS
