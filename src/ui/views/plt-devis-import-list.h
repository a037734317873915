/* PltDevisImportList: what becomes of each row of a spreadsheet, to read before it is done.
 *
 * A chip a kind of outcome, with its count: rows that stay as they are, sums that agree and rows
 * that are no line begin switched off. A row says its number in the sheet, what happens, its code
 * and label, its amount, and why. */
#pragma once

#include <gtk/gtk.h>

#include "plt-devis-csv.h"

G_BEGIN_DECLS

#define PLT_TYPE_DEVIS_IMPORT_LIST (plt_devis_import_list_get_type ())
G_DECLARE_FINAL_TYPE (PltDevisImportList, plt_devis_import_list, PLT, DEVIS_IMPORT_LIST, GtkWidget)

/* Signal `chosen`: another row is selected. */
GtkWidget *plt_devis_import_list_new (void);
/* @plan (transfer none) outlives the widget or is replaced; NULL shows nothing. */
void plt_devis_import_list_show (PltDevisImportList *self, const PltDevisPlan *plan);
const PltDevisEntry *plt_devis_import_list_get_chosen (PltDevisImportList *self); /* (nullable) */
guint plt_devis_import_list_get_n_shown (PltDevisImportList *self);
void plt_devis_import_list_choose (PltDevisImportList *self, guint index);

G_END_DECLS
