/* PltSheetPage: one séquence as the paper form: its head, and one box a category of elements.
 *
 * Page Up and Page Down turn the sheets; what is being typed is written first, and a sheet with
 * something that is refused is not left. */
#pragma once

#include <gtk/gtk.h>

#include "plt-element-box.h"

G_BEGIN_DECLS

#define PLT_TYPE_SHEET_PAGE (plt_sheet_page_get_type ())
G_DECLARE_FINAL_TYPE (PltSheetPage, plt_sheet_page, PLT, SHEET_PAGE, GtkWidget)

GtkWidget *plt_sheet_page_new (PltSession *session);
void plt_sheet_page_refresh (PltSheetPage *self);
gint64 plt_sheet_page_get_sequence (PltSheetPage *self);
/* FALSE when the present sheet holds something refused. */
gboolean plt_sheet_page_show (PltSheetPage *self, gint64 sequence);
gboolean plt_sheet_page_turn (PltSheetPage *self, int step);
PltElementBox *plt_sheet_page_get_box (PltSheetPage *self, const char *category_code);
gboolean plt_sheet_page_grab_focus (PltSheetPage *self);

/* Shows the next séquence that has a box to be done, the first one after the last; FALSE with a
 * sentence told when all of them are finished. */
gboolean plt_sheet_page_next_to_do (PltSheetPage *self);
/* "Néant" for every box of this sheet that is to be done, as one step. */
void plt_sheet_page_confirm_empty (PltSheetPage *self);
void plt_sheet_page_show_text (PltSheetPage *self, gboolean shown);
gboolean plt_sheet_page_is_text_shown (PltSheetPage *self);
/* Puts the focus in the first box that is to be done; FALSE when none is. */
gboolean plt_sheet_page_focus_to_do (PltSheetPage *self);
/* From the list of séquences to the boxes of the sheet; FALSE from anywhere else. */
gboolean plt_sheet_page_focus_next_part (PltSheetPage *self);

G_END_DECLS
