#include "plt-row-splice.h"

#define KEY(keys, i) g_array_index ((keys), gint64, (i))

void
plt_row_splice (PltGridModel *model, const GArray *before, const GArray *after)
{
  guint first = 0, old_end = before->len, new_end = after->len;

  while (first < old_end && first < new_end && KEY (before, first) == KEY (after, first))
    first++;
  while (old_end > first && new_end > first
         && KEY (before, old_end - 1) == KEY (after, new_end - 1))
    {
      old_end--;
      new_end--;
    }
  if (old_end > first || new_end > first)
    plt_grid_model_rows_changed (model, first, old_end - first, new_end - first);
  plt_grid_model_cells_changed (model, 0, after->len);
}

GStrv
plt_choice_titles (const PltColumn *column)
{
  g_autoptr (GStrvBuilder) list = NULL;

  if (column->choices == NULL)
    return NULL;
  list = g_strv_builder_new ();
  for (const PltChoice *choice = column->choices; choice->id != NULL; choice++)
    g_strv_builder_add (list, plt_choice_title (choice));
  return g_strv_builder_end (list);
}
