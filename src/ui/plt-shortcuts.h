/* Every action a person can call, once: its name, its keys, its title and where it belongs.
 *
 * The application's accelerators, the shortcuts window, the command palette, tooltips and the
 * conflict test all read this table. Prefixes: "app." of the application, "win." of the window,
 * "view." of the view that is shown (plt_view_add_actions()): such an action may be in the table
 * though only one view has it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLT_SHORTCUT_MAX_KEYS 2

typedef struct
{
  const char *action;                      /* detailed name, "win.go::home" */
  const char *keys[PLT_SHORTCUT_MAX_KEYS]; /* as gtk_accelerator_parse() reads them, or NULL */
  const char *title;                       /* N_() msgid, as in a menu */
  const char *group;                       /* N_() msgid, heading in the shortcuts window */
  gboolean quiet; /* not offered in the palette (it makes no sense there) */
} PltShortcut;

const PltShortcut *plt_shortcuts (void); /* ends with { NULL } */
const PltShortcut *plt_shortcuts_find (const char *action);
void plt_shortcuts_install (GtkApplication *application);
char *plt_shortcut_keys_label (const PltShortcut *shortcut); /* "Ctrl+Z, ..." or "" */
/* "Undo (Ctrl+Z)" for a tooltip. */
char *plt_shortcut_tooltip (const char *action, const char *title);
/* The window that lists them all. */
GtkWindow *plt_shortcuts_window_new (GtkWindow *parent);

G_END_DECLS
