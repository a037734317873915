/* The editor that lies over a cell of a grid: a real GtkText, so that dead keys and input methods
 * work, and a list of proposals below it. It decides nothing: it says with signals what the person
 * wants, and the grid asks the model.
 *
 * Begun by typing, it is in entering mode: the arrows finish and move on. Begun by F2 or a double
 * click they move in the text; F2 changes between the two.
 *
 * Signals:
 *   finish (move)      accept the text, then move: a PltGridMove, or -1 to stay
 *   finish-all ()      Ctrl+Enter: accept the text for the whole selection
 *   give-up ()         Escape
 *   changed ()         the text changed
 *   left ()            the keyboard went to another widget of the window */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLT_TYPE_GRID_EDITOR (plt_grid_editor_get_type ())
G_DECLARE_FINAL_TYPE (PltGridEditor, plt_grid_editor, PLT, GRID_EDITOR, GtkWidget)

GtkWidget *plt_grid_editor_new (const char *text, gboolean typed, const GdkRGBA *color);
const char *plt_grid_editor_get_text (PltGridEditor *self);
void plt_grid_editor_set_text (PltGridEditor *self, const char *text);
int plt_grid_editor_get_wanted_width (PltGridEditor *self);
void plt_grid_editor_set_label (PltGridEditor *self, const char *label);
/* `only`: nothing but a proposal can be meant, so the first that matches is chosen already.
 * proposals (nullable): %NULL for none. */
void
plt_grid_editor_set_proposals (PltGridEditor *self, const char *const *proposals, gboolean only);
/* The proposals are words of a formula: they complete the one at the caret, and choosing one does
 * not finish. */
void plt_grid_editor_set_words (PltGridEditor *self, gboolean words);
void plt_grid_editor_settle (PltGridEditor *self); /* takes the chosen proposal, closes the list */
void plt_grid_editor_open_proposals (PltGridEditor *self);
gboolean plt_grid_editor_forward (PltGridEditor *self, GtkEventControllerKey *controller);
/* What the grid's own tests press: TRUE when the editor used the key. */
gboolean plt_grid_editor_press_key (PltGridEditor *self, guint keyval, GdkModifierType state);

G_END_DECLS
