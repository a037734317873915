/* PltImportRemarks: what was guessed, kept as text or left out of a draft, line by line.
 *
 * What was guessed can be set right: the button of its row names what the line may be instead.
 *
 * Signal: corrected (text, kind): the user says what a line is; a PltParagraphKind. */
#pragma once

#include <gtk/gtk.h>

#include "plt-import-plan.h"

G_BEGIN_DECLS

#define PLT_TYPE_IMPORT_REMARKS (plt_import_remarks_get_type ())
G_DECLARE_FINAL_TYPE (PltImportRemarks, plt_import_remarks, PLT, IMPORT_REMARKS, GtkWidget)

GtkWidget *plt_import_remarks_new (void);
/* @plan (transfer none) outlives the widget or is replaced; NULL shows nothing. */
void plt_import_remarks_show (PltImportRemarks *self, const PltImportPlan *plan);
guint plt_import_remarks_get_n (PltImportRemarks *self);

G_END_DECLS
