/* What the files of PltGrid share. Rows and columns here are those of the view: columns count the
 * shown ones, and with `new_row` the last row is the empty line in which a new row is typed, which
 * the model does not know. */
#pragma once

#include "plt-grid-colors.h"
#include "plt-grid-cursor.h"
#include "plt-grid-editor.h"
#include "plt-grid-geometry.h"
#include "plt-grid-navigation.h"
#include "plt-grid-sum.h"
#include "plt-grid-text.h"
#include "plt-grid.h"

G_BEGIN_DECLS

#define PLT_GRID_PADDING 6
#define PLT_GRID_INDENT 16
#define PLT_GRID_LINK_WIDTH 16

typedef enum
{
  PLT_GRID_DRAG_NONE,
  PLT_GRID_DRAG_CELLS,
  PLT_GRID_DRAG_ROWS,
  PLT_GRID_DRAG_COLUMNS,
  PLT_GRID_DRAG_RESIZE,
  PLT_GRID_DRAG_HEADER,    /* a click so far: sorts when let go, moves the column when dragged */
  PLT_GRID_DRAG_MOVE_ROWS, /* whole selected rows, by their numbers */
} PltGridDragKind;

typedef struct
{
  PltGridDragKind kind;
  int column;
  int width; /* of the column when the drag began */
  int gap;   /* where the dragged column or rows would be dropped, -1 before it moved */
  int x;     /* pointer */
  int y;
  guint tick; /* scrolls while the pointer is outside */
} PltGridDrag;

typedef enum
{
  PLT_GRID_MARK_OPEN,
  PLT_GRID_MARK_CLOSED,
  PLT_GRID_MARK_ASCENDING,
  PLT_GRID_MARK_DESCENDING,
  PLT_GRID_MARK_INVALID,
  PLT_GRID_MARK_LINK,
  PLT_GRID_MARK_TYPED,
  PLT_GRID_N_MARKS,
} PltGridMark;

struct _PltGrid
{
  GtkWidget parent;

  PltGridModel *model;
  GArray *columns; /* of PltGridColumn, in the order of the model */
  PltGridAxis *axis;
  gboolean any_editable; /* of the columns */
  gboolean axis_touched; /* a person or a saved layout changed it */
  PltGridGeometry geometry;
  PltGridSelection selection;
  GArray *marked_rows; /* (nullable) (element-type guint) */
  gint64 active_key;
  gint64 anchor_key;
  gint64 lead_key;
  char *active_id; /* column of the cursor, which it stays in */
  int tab_column;  /* where a run of Tab began, -1 */

  GtkAdjustment *adjustments[2];
  guint policies[2];

  gboolean dark;
  gboolean row_numbers;
  gboolean hide_header;
  int header_height; /* at least */
  gboolean new_row;
  const PltGridColors *colors;
  PltGridText *text;
  guint font_serial; /* of the Pango context the texts were shaped with */
  GskRenderNode *marks[PLT_GRID_N_MARKS];

  GtkWidget *cursors[2];
  int turn; /* which of the two lies on the cell */
  gboolean focused;

  GtkWidget *editor; /* NULL unless a cell is edited */
  PltGridCoord edited;
  gint64 edited_key;
  char *edited_id;   /* of its column */
  char *edited_from; /* the text the editor began with */
  gboolean edited_gone;
  gboolean ending;   /* the editor is being taken away */
  int added_row;     /* where the model put the last row it added, -1 */
  GtkWidget *notice; /* NULL unless there is something to say */
  gboolean notice_error;

  PltGridDrag drag;
  GtkGesture *drag_gesture;
  GtkWidget *menu;
  GMenuModel *extra_menu;

  char *summary;
  PltGridSum sum;
  PltGridRange sum_range;
  int sum_row; /* next to be added */
  guint sum_idle;

  GCancellable *cancellable; /* of reading the clipboard */
};

/* plt-grid-follow.c */
int plt_grid_get_n_rows (PltGrid *self);       /* with the new row */
int plt_grid_get_n_model_rows (PltGrid *self); /* without */
int plt_grid_get_n_columns (PltGrid *self);
const PltGridColumn *plt_grid_get_column (PltGrid *self, int column);
guint plt_grid_to_model (PltGrid *self, int column);
void plt_grid_read_cell (PltGrid *self, int row, int column, PltGridCell *cell);
void plt_grid_read_row (PltGrid *self, int row, PltGridRow *out);
char *plt_grid_read_edit_text (PltGrid *self, int row, int column);
gboolean plt_grid_is_editable (PltGrid *self, int row, int column);
PltGridRange plt_grid_get_range (PltGrid *self);
gboolean plt_grid_is_usable (PltGrid *self); /* has a cell at all */
void plt_grid_place (PltGrid *self, PltGridCoord at);
void plt_grid_selection_changed (PltGrid *self, PltGridCoord show);
void plt_grid_axis_changed (PltGrid *self);
void plt_grid_describe_cursor (PltGrid *self, gboolean moved);
guint plt_grid_get_abilities (PltGrid *self);
void plt_grid_build_axis (PltGrid *self);
void plt_grid_follow (PltGrid *self);

/* plt-grid.c */
void plt_grid_notify_selection (PltGrid *self, gboolean cursor_moved);
void plt_grid_notify_editing (PltGrid *self);
void plt_grid_take_summary (PltGrid *self, char *summary);

/* plt-grid-scroll.c */
void plt_grid_set_adjustment (PltGrid *self, GtkOrientation orientation, GtkAdjustment *adjustment);
void plt_grid_drop_adjustments (PltGrid *self);
void plt_grid_update_adjustments (PltGrid *self);
void plt_grid_scroll_to (PltGrid *self, int x, int y);
void plt_grid_reveal (PltGrid *self, PltGridCoord at);
void plt_grid_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline);
void plt_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline);
void plt_grid_scrollable_init (GtkScrollableInterface *iface);

/* plt-grid-snapshot.c */
void plt_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
void plt_grid_drop_marks (PltGrid *self);
PltGridRect plt_grid_get_cell_rect (PltGrid *self, PltGridCoord at); /* all that it covers */
gboolean plt_grid_is_tree (PltGrid *self, int column);               /* of a shown column */
PltGridRect plt_grid_get_text_rect (
    PltGrid *self, int row, int column, const PltGridCell *cell, const PltGridRow *info);

/* plt-grid-mouse.c */
void plt_grid_add_mouse (PltGrid *self);
void plt_grid_stop_drag (PltGrid *self);
gboolean
plt_grid_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip);
void plt_grid_fit_column (PltGrid *self, int column);
void plt_grid_sort_column (PltGrid *self, int column, PltGridSort direction);

/* plt-grid-keys.c */
void plt_grid_add_keys (PltGrid *self);
gboolean plt_grid_press_key (PltGrid *self, guint keyval, GdkModifierType state);
void plt_grid_walk (PltGrid *self, PltGridMove move, gboolean extend);
void plt_grid_walk_on (PltGrid *self, PltGridMove move);
gboolean plt_grid_toggle_at (PltGrid *self, int row, int column);
void plt_grid_activate_at (PltGrid *self, int row, int column);

/* plt-grid-edit.c */
gboolean plt_grid_begin_edit (PltGrid *self, const char *text, gboolean typed);
void plt_grid_end_edit (PltGrid *self);
void plt_grid_edit_follow (PltGrid *self, int row); /* -1: the row is gone */
void plt_grid_finish_edit (PltGrid *self, int move);
void plt_grid_say (PltGrid *self, const char *sentence, gboolean error);
void plt_grid_hush (PltGrid *self);
void plt_grid_open_completions (PltGrid *self);
PltGridRect plt_grid_get_editor_rect (PltGrid *self);

/* plt-grid-commands.c */
void plt_grid_copy (PltGrid *self);
void plt_grid_cut (PltGrid *self);
void plt_grid_paste (PltGrid *self);
void plt_grid_paste_text (PltGrid *self, const char *tsv);
void plt_grid_clear_cells (PltGrid *self);
void plt_grid_fill (PltGrid *self, gboolean down);
gboolean plt_grid_fill_with (PltGrid *self, const char *text, GError **error);
void plt_grid_insert_rows (PltGrid *self);
void plt_grid_delete_rows (PltGrid *self);
void plt_grid_move_rows (PltGrid *self, int to);
gboolean plt_grid_set_new_row_text (PltGrid *self, int column, const char *text, GError **error);
char *plt_grid_copy_text (PltGrid *self);

/* plt-grid-actions.c */
void plt_grid_install_actions (GtkWidgetClass *widget_class);
void plt_grid_popup_menu (PltGrid *self, int x, int y);

/* plt-grid-status.c */
void plt_grid_update_summary (PltGrid *self);
void plt_grid_stop_summary (PltGrid *self);

G_END_DECLS
