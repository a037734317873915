/* PltSheetText: the text of one séquence as the current script has it, beside its sheet. It is
 * read here, not typed. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_SHEET_TEXT (plt_sheet_text_get_type ())
G_DECLARE_FINAL_TYPE (PltSheetText, plt_sheet_text, PLT, SHEET_TEXT, GtkWidget)

GtkWidget *plt_sheet_text_new (PltSession *session);
void plt_sheet_text_show (PltSheetText *self, gint64 sequence);
char *plt_sheet_text_get_text (PltSheetText *self); /* (transfer full) */

G_END_DECLS
