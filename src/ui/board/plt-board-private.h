/* What the files of PltBoard share. */
#pragma once

#include "plt-board-colors.h"
#include "plt-item-cursor.h"
#include "plt-board-geometry.h"
#include "plt-board-selection.h"
#include "plt-board.h"

G_BEGIN_DECLS

#define PLT_BOARD_PADDING 6
#define PLT_BOARD_MIN_ZOOM 70
#define PLT_BOARD_MAX_ZOOM 170

/* A drag of strips, from the press on. */
typedef struct
{
  gboolean pressed; /* on a strip, not far enough to be a drag yet */
  gboolean active;
  gboolean narrow; /* let go without dragging: select the pressed strip alone */
  PltBoardCoord from;
  GArray *keys; /* of gint64 */
  int x, y;     /* pointer */
  PltBoardCoord to;
  PltBoardPreview *preview; /* of `to`; NULL when nothing would change */
  GPtrArray *ends;          /* previews of the end of each lane, as far as computed */
  guint tick;
} PltBoardDrag;

struct _PltBoard
{
  GtkWidget parent;

  PltBoardModel *model;
  PltBoardGeometry geometry;
  PltBoardSelection selection;
  GtkAdjustment *adjustments[PLT_BOARD_N_PANES];
  GtkWidget *bars[PLT_BOARD_N_PANES];

  gboolean dark;
  PltBoardColors own_colors;
  const PltBoardColors *colors; /* own_colors */
  int zoom;
  PangoLayout *layout; /* NULL until it is needed */
  GHashTable *nodes;   /* strip -> what is written on it, as a GskRenderNode */
  GHashTable *matches; /* keys that match search and filter; NULL without either */
  char *needle;
  PltBoardFilter filter; /* NULL without one */
  gpointer filter_data;

  GtkWidget *cursors[2];
  int turn; /* which of the two lies on the strip */
  gboolean focused;
  GtkWidget *finder; /* NULL unless a number is typed */
  GtkWidget *menu;
  PltBoardDrag drag;
};

/* plt-board.c */
const PltBoardState *plt_board_get_state (PltBoard *self);
void plt_board_put_cursor (PltBoard *self, PltBoardCoord at, PltBoardSelectMode mode);
void plt_board_scroll_by (PltBoard *self, int pane, int pixels);
void plt_board_refuse (PltBoard *self, GError *error);   /* (transfer full) */
void plt_board_take_keys (PltBoard *self, GArray *keys); /* selects them, frees */
void plt_board_drop_nodes (PltBoard *self);
void plt_board_ensure_layout (PltBoard *self);

/* plt-board-snapshot.c */
void plt_board_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* plt-board-card.c */
void plt_board_draw_card (PltBoard *self, GtkSnapshot *snapshot);

/* plt-board-mouse.c */
void plt_board_add_mouse (PltBoard *self);
gboolean
plt_board_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip);
void plt_board_popup_menu (PltBoard *self, int x, int y);
void plt_board_popup_insert (PltBoard *self); /* the banners, at the cursor */
void plt_board_popup_status (PltBoard *self); /* what became of the strips, at the cursor */

/* plt-board-drag.c: also what a test does with an invisible mouse */
gboolean plt_board_drag_press (PltBoard *self, int x, int y);
void plt_board_drag_motion (PltBoard *self, int x, int y);
gboolean plt_board_drag_release (PltBoard *self);
void plt_board_drag_frame (PltBoard *self); /* what is done at each frame of a drag */
void plt_board_drag_cancel (PltBoard *self);
gboolean plt_board_drag_holds (PltBoard *self, gint64 key);

/* plt-board-keys.c */
void plt_board_add_keys (PltBoard *self);
gboolean plt_board_press_key (PltBoard *self, guint keyval, GdkModifierType state);
void plt_board_close_finder (PltBoard *self);

/* plt-board-actions.c */
void plt_board_install_actions (GtkWidgetClass *widget_class);
void plt_board_update_actions (PltBoard *self);
void plt_board_act (PltBoard *self, PltBoardAct act);
GArray *plt_board_read_numbers (PltBoard *self, const char *text); /* keys of strips */
void plt_board_move_lane (PltBoard *self, int step);
void plt_board_move_within (PltBoard *self, int step);

G_END_DECLS
