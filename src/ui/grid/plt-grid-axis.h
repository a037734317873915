/* The columns of a grid as they are shown: order, width in pixels, hidden or not, frozen or not.
 * Knows no GTK.
 *
 * A slot is a column of the model; slots are kept in the order of the view, the frozen ones always
 * first. The shown columns are numbered from 0 without gaps: that is the column number of
 * PltGridCoord. The layout string "number:56;set:180;-note:120" lists the slots in order, `-` marks
 * a hidden one; ids that are gone are skipped and columns it does not name keep their place at the
 * end of their group, so a layout saved by another version stays of use. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLT_GRID_MIN_WIDTH 24
#define PLT_GRID_MAX_WIDTH 1200

typedef struct
{
  char *id;
  int model; /* column of the model */
  int width;
  gboolean hidden;
  gboolean frozen;
} PltGridSlot;

typedef struct _PltGridAxis PltGridAxis;

PltGridAxis *plt_grid_axis_new (void);
void plt_grid_axis_free (PltGridAxis *self);
void plt_grid_axis_clear (PltGridAxis *self);
void plt_grid_axis_append (
    PltGridAxis *self, const char *id, int model, int width, gboolean hidden, gboolean frozen);

int plt_grid_axis_get_n_shown (const PltGridAxis *self);
int plt_grid_axis_get_n_hidden (const PltGridAxis *self);
int plt_grid_axis_get_n_frozen (const PltGridAxis *self); /* of the shown ones */
int plt_grid_axis_get_model (const PltGridAxis *self, int column);
int plt_grid_axis_get_width (const PltGridAxis *self, int column);
int plt_grid_axis_get_offset (const PltGridAxis *self,
                              int column);                   /* left edge; total for n_shown */
int plt_grid_axis_find (const PltGridAxis *self, int model); /* -1 when hidden */
int plt_grid_axis_find_id (const PltGridAxis *self, const char *id); /* -1 when hidden */
const char *plt_grid_axis_get_id (const PltGridAxis *self, int column);
int plt_grid_axis_at (const PltGridAxis *self, int x); /* shown column over x, -1 outside */

void plt_grid_axis_set_width (PltGridAxis *self, int column, int width);
void plt_grid_axis_hide (PltGridAxis *self, int column);      /* never the last shown one */
gboolean plt_grid_axis_show_all (PltGridAxis *self);          /* TRUE when one was hidden */
int plt_grid_axis_move (PltGridAxis *self, int from, int to); /* where it landed */

char *plt_grid_axis_to_string (const PltGridAxis *self);
void plt_grid_axis_apply_string (PltGridAxis *self, const char *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltGridAxis, plt_grid_axis_free)

G_END_DECLS
