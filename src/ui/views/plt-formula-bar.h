/* PltFormulaBar: the line above a grid that shows what the cell with the cursor really holds, as in
 * a spreadsheet: its place, its formula, and what that gives. The formula can be typed here too,
 * with the same proposals as in the cell.
 *
 * Enter commits, Escape gives back what is stored, leaving commits as well. What is refused stays,
 * with its sentence. The bar decides nothing: `commit` does. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PltFormulaBarFuncs:
 * @commit: the text becomes the cell's; FALSE with a whole sentence when it is refused
 * @evaluate: (nullable) (transfer full): what the text gives, "= 12"; %NULL with an error when it
 *   is wrong, %NULL without one when there is nothing to say
 * @leave: puts the keyboard back where it came from
 */
typedef struct
{
  gboolean (*commit) (const char *text, gpointer user_data, GError **error);
  char *(*evaluate) (const char *text, gpointer user_data, GError **error);
  void (*leave) (gpointer user_data);
  gpointer user_data;
} PltFormulaBarFuncs;

#define PLT_TYPE_FORMULA_BAR (plt_formula_bar_get_type ())
G_DECLARE_FINAL_TYPE (PltFormulaBar, plt_formula_bar, PLT, FORMULA_BAR, GtkWidget)

GtkWidget *plt_formula_bar_new (const PltFormulaBarFuncs *funcs);
/* proposals (nullable): words a formula may hold. Does not touch what is being typed. */
void plt_formula_bar_show (PltFormulaBar *self,
                           const char *address,
                           const char *text,
                           gboolean editable,
                           const char *const *proposals);
gboolean plt_formula_bar_is_touched (PltFormulaBar *self); /* something typed is not committed */
const char *plt_formula_bar_get_text (PltFormulaBar *self);
void plt_formula_bar_set_text (PltFormulaBar *self, const char *text); /* as if typed */
gboolean plt_formula_bar_commit (PltFormulaBar *self);
/* What the cell gives while it is typed in the grid itself. */
void plt_formula_bar_say (PltFormulaBar *self, const char *text, gboolean wrong);
const char *plt_formula_bar_get_message (PltFormulaBar *self); /* what it gives, or what is wrong */

G_END_DECLS
