/* The command palette: one box where views, actions, séquences, people, lines, whatever has a name,
 * are found by typing some of it, and reached with Enter. */
#pragma once

#include "plt-window.h"

G_BEGIN_DECLS

#define PLT_TYPE_COMMAND_PALETTE (plt_command_palette_get_type ())
G_DECLARE_FINAL_TYPE (PltCommandPalette, plt_command_palette, PLT, COMMAND_PALETTE, GtkWindow)

PltCommandPalette *plt_command_palette_present (PltWindow *window);
void plt_command_palette_set_text (PltCommandPalette *self, const char *text);
guint plt_command_palette_get_n_found (PltCommandPalette *self);
const char *plt_command_palette_get_title (PltCommandPalette *self, guint position);
void plt_command_palette_activate (PltCommandPalette *self, guint position);

G_END_DECLS
