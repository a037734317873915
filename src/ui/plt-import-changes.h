/* PltImportChanges: what a draft does to each séquence, as a list to read before it is done.
 *
 * A chip a kind of change, with its count: those of séquences that stay as they are begin switched
 * off, unless all do. A row says the old number and the new one, what happens, the heading, and
 * why.
 */
#pragma once

#include <gtk/gtk.h>

#include "plt-import-plan.h"

G_BEGIN_DECLS

#define PLT_TYPE_IMPORT_CHANGES (plt_import_changes_get_type ())
G_DECLARE_FINAL_TYPE (PltImportChanges, plt_import_changes, PLT, IMPORT_CHANGES, GtkWidget)

GtkWidget *plt_import_changes_new (void);
/* @plan (transfer none) outlives the widget or is replaced; NULL shows nothing. */
void plt_import_changes_show (PltImportChanges *self, const PltImportPlan *plan);
guint plt_import_changes_get_n_shown (PltImportChanges *self);
void plt_import_changes_toggle (PltImportChanges *self, PltImportChange change, gboolean shown);

G_END_DECLS
