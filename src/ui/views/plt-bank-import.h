/* A statement of the bank: a dialog that reads the file, shows what is new, what is there already
 * and what cannot be read, asks of which account it is, and then writes it as one step of undo. */
#pragma once

#include <gtk/gtk.h>

#include "plt-bank-csv.h"
#include "plt-session.h"

G_BEGIN_DECLS

/* Asks for a file, then opens the dialog. */
void plt_bank_import_present (GtkWindow *parent, PltSession *session);
/* The second half of it: reads `file` in a thread. The dialog. */
GtkWindow *plt_bank_import_open (GtkWindow *parent, PltSession *session, GFile *file);

/* Of that dialog, for tests. */
const PltBankStatement *plt_bank_import_get_statement (GtkWindow *dialog); /* NULL while it reads */
void plt_bank_import_set_account (GtkWindow *dialog, const char *account);

G_END_DECLS
