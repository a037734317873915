/* What the files of PltRetroModel share. */
#pragma once

#include "plt-retro-model.h"

G_BEGIN_DECLS

struct _PltRetroModel
{
  GObject parent;

  PltSession *session;
  PltRetro *retro;    /* (nullable) */
  PltRetroRow shoot;  /* the shooting days, where no task stands for them */
  GArray *lines;      /* of PltRetroLine */
  GArray *keys;       /* of gint64, as the grid knows them */
  GHashTable *places; /* key -> row + 1 */
  GHashTable *collapsed;
  gint *by_index; /* row + 1 by task of the network */
  guint n_index;
  gint64 baseline;
  char *filter, *search;
  gboolean rebuilding;
  PltGridSort sort; /* a view of the tasks alone, by @sort_column */
  guint sort_column;
};

PltStore *plt_retro_model_get_store (PltRetroModel *self);

/* plt-retro-sort.c: what is in the lines, sorted */
gboolean plt_retro_is_sortable (guint column);
void plt_retro_sort_lines (PltRetroModel *self);

/* plt-retro-cells.c */
void plt_retro_get_column (PltGridModel *model, guint column, PltGridColumn *out);
void plt_retro_get_cell (PltGridModel *model, guint row, guint column, PltGridCell *cell);
char *plt_retro_get_edit_text (PltGridModel *model, guint row, guint column);
gboolean plt_retro_is_typed (const PltRetroLine *line, guint column);

/* plt-retro-cell-edit.c. Where tasks that are added go: the phase (nullable: of the last task
 * shown) and the group, 0 for none. */
typedef struct
{
  const char *phase;
  gint64 parent;
} PltRetroPlace;

/* plt_retro_set_many() at a place; `made` (out) (optional) (element-type gint64): the new tasks. */
gboolean plt_retro_put_many (PltRetroModel *self,
                             const PltRetroPlace *place,
                             const char *merge_key,
                             const PltGridEdit *edits,
                             guint n_edits,
                             guint n_new_rows,
                             GArray **made,
                             GError **error);

G_END_DECLS
