#include "plt-callsheet-part.h"

#include <glib/gi18n-lib.h>

#include "plt-register-editing.h"

#define ROW_HEIGHT 24
#define GRID_FRAME 52 /* header, the row for a new one, the scroll bar */
#define MAX_ROWS 18

static char *
name_of (const PltCallsheetTable *table)
{
  const PltTable *described = plt_table_find (table->table);
  const PltColumn *group;

  if (table->group == NULL)
    return g_strdup (plt_table_title (described));
  group = plt_table_column (described, "group");
  for (const PltChoice *choice = group->choices; choice->id != NULL; choice++)
    if (g_str_equal (choice->id, table->group))
      return g_strdup_printf ("%s: %s", plt_table_title (described), _ (choice->title));
  return g_strdup (plt_table_title (described));
}

void
plt_callsheet_part_build (
    PltCallsheetPart *self, PltSession *session, PltBlockPart part, gint64 sheet, gboolean locked)
{
  const PltCallsheetTable *table = plt_callsheet_table (part);
  const PltValue filter = plt_value_integer (sheet);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, sheet);
  g_autofree char *name = name_of (table);

  self->table = table;
  self->rows = plt_query_model_new (plt_session_get_store (session), table->table);
  plt_query_model_set_filter (self->rows, "call_sheet", &filter);
  if (table->group != NULL)
    {
      g_auto (PltValue) group = plt_value_text (table->group);

      plt_query_model_set_filter (self->rows, "group", &group);
    }
  if (table->order != NULL)
    plt_query_model_set_order (self->rows, table->order);
  self->model = plt_register_model_new (session, self->rows, table->columns);
  plt_register_set_preset (self->model, "call_sheet", id);
  if (table->group != NULL)
    plt_register_set_preset (self->model, "group", table->group);
  if (locked)
    plt_register_make_read_only (self->model);
  plt_grid_record_model_set_frozen (self->model, part == PLT_SHEET_BLOCK_CAST ? 2 : 1);
  self->grid = plt_grid_new (PLT_GRID_MODEL (self->model));
  plt_grid_set_layout (PLT_GRID (self->grid), table->layout);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->grid);
  gtk_widget_add_css_class (self->scroller, "part");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  plt_callsheet_part_fit (self);
}

void
plt_callsheet_part_clear (PltCallsheetPart *self, gpointer handlers)
{
  if (self->grid != NULL)
    g_signal_handlers_disconnect_by_data (self->grid, handlers);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, handlers);
  g_clear_object (&self->model);
  g_clear_object (&self->rows);
  *self = (PltCallsheetPart){ NULL };
}

guint
plt_callsheet_part_n_rows (const PltCallsheetPart *self)
{
  return self->rows != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->rows)) : 0;
}

void
plt_callsheet_part_fit (PltCallsheetPart *self)
{
  guint n = MIN (plt_callsheet_part_n_rows (self), MAX_ROWS);

  if (self->scroller != NULL)
    gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                                (int) n * ROW_HEIGHT + GRID_FRAME);
}

gboolean
plt_callsheet_part_go_to (PltCallsheetPart *self, PltRef ref)
{
  int row = self->rows != NULL && g_str_equal (ref.table, self->table->table)
                ? plt_query_model_find (self->rows, ref.id)
                : -1;
  guint n, column = 0;

  if (row < 0)
    return FALSE;
  n = plt_grid_model_get_n_columns (PLT_GRID_MODEL (self->model));
  for (guint i = 0; ref.column != NULL && i < n; i++)
    if (g_str_equal (plt_grid_record_model_get_table_column (self->model, i)->id, ref.column))
      column = i;
  gtk_widget_grab_focus (self->grid);
  plt_grid_set_cursor (PLT_GRID (self->grid), (guint) row, column);
  return TRUE;
}

PltRef
plt_callsheet_part_cursor (const PltCallsheetPart *self)
{
  guint row, column;

  if (self->grid == NULL || !plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column)
      || row >= plt_callsheet_part_n_rows (self))
    return (PltRef){ NULL };
  return (PltRef){ self->table->table, plt_query_model_get_id (self->rows, row),
                   plt_grid_record_model_get_table_column (self->model, column)->id };
}
