/* PltBoard: the stripboard of a plan de travail, drawn.
 *
 * Shows a PltBoardModel: at the left what is still to be placed, at the right the days as bands one
 * under the other, each a head and its strips. It knows no store and no rule: it shows what the
 * model says and asks the model for every change (plt-board-model.h). While strips are dragged each
 * head says what its day would become, and a card at the pointer what the move would change and
 * which findings would appear, before anything is let go.
 *
 * Keyboard: arrows, Home, End, PgUp, PgDn, with Shift to select; Left goes to the pool, Right to
 * the days; Ctrl+Space toggles, Ctrl+A takes the whole day; Ctrl+Up and Down move strips within
 * their day, Ctrl+Left and Right (or Alt+PgUp and PgDn) to the day before or after; on the head of
 * a day Ctrl+Up and Down exchange days; P sends to the pool, Delete too and a day away, Enter
 * opens, a number finds that séquence, Insert adds a banner, Ctrl+D cuts a séquence in parts, L
 * locks, T says that a strip is shot, H in part, R that it is postponed, S opens all statuses, J
 * ends a day, U adds another unit, Ctrl+C and Ctrl+V copy and put strips, Ctrl+Plus and Ctrl+Minus
 * zoom, Menu or Shift+F10 the context menu, Escape gives up a drag.
 *
 * Assistive technology finds the strip with the cursor as a focused child (plt-item-cursor.h).
 *
 * Actions: board.open, board.delete, board.to-pool, board.split, board.lock, board.insert-move,
 * board.insert-meal, board.insert-note, board.swap-up, board.swap-down, board.sort-number,
 * board.sort-set, board.sort-effect, board.add-days, board.insert, board.move-up, board.move-down,
 * board.move-previous, board.move-next, board.select-day, board.copy, board.paste, board.status,
 * board.status-done and its like, board.day-done, board.add-unit, board.duplicate-day,
 * board.insert-rest, board.shift-days, board.sort-days, board.zoom-in, board.zoom-out,
 * board.zoom-normal.
 *
 * Signals:
 *   cursor-moved                  the cursor or what is selected changed
 *   refused (const char *)        a sentence that says why something was not done */
#pragma once

#include <gtk/gtk.h>

#include "plt-board-model.h"

G_BEGIN_DECLS

#define PLT_TYPE_BOARD (plt_board_get_type ())
G_DECLARE_FINAL_TYPE (PltBoard, plt_board, PLT, BOARD, GtkWidget)

/**
 * PltBoardShortcut:
 * @keyval: a key, 0 after the last one
 * @action: of the board
 * @title: (nullable): N_() msgid for a list of shortcuts; NULL for another key of the same
 */
typedef struct
{
  guint keyval;
  GdkModifierType modifiers;
  const char *action;
  const char *title;
} PltBoardShortcut;

const PltBoardShortcut *plt_board_get_shortcuts (void);

GtkWidget *plt_board_new (PltBoardModel *model);
PltBoardModel *plt_board_get_model (PltBoard *self);
int plt_board_get_zoom (PltBoard *self); /* percent */
void plt_board_set_zoom (PltBoard *self, int zoom);

PltBoardCoord plt_board_get_cursor (PltBoard *self);
void plt_board_set_cursor (PltBoard *self, PltBoardCoord at); /* selects it alone */
void plt_board_select_keys (PltBoard *self, const gint64 *keys, guint n_keys);
/* (transfer full) (element-type gint64): in reading order */
GArray *plt_board_get_selected (PltBoard *self);
/* Puts the cursor on the strip of that séquence number, or the first that begins so. */
gboolean plt_board_find_number (PltBoard *self, const char *number);
/* Strips that do not match fade; NULL or "" shows all. Returns how many match. */
guint plt_board_set_search (PltBoard *self, const char *text);
/* Wants a strip, by its key, to stand out? */
typedef gboolean (*PltBoardFilter) (gint64 key, gpointer data);
/* The same with a filter, asked again whenever the plan changes; NULL for none. A strip then has to
 * match both. */
guint plt_board_set_filter (PltBoard *self, PltBoardFilter filter, gpointer data);
gboolean plt_board_search_next (PltBoard *self, int step); /* to the next or previous match */

G_END_DECLS
