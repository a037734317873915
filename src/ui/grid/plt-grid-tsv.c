#include "config.h"

#include <string.h>

#include "plt-grid-tsv.h"

PltGridTable *
plt_grid_table_new (int n_rows, int n_columns)
{
  PltGridTable *self = g_new0 (PltGridTable, 1);

  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->cells = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < n_rows * n_columns; i++)
    g_ptr_array_add (self->cells, g_strdup (""));
  return self;
}

void
plt_grid_table_free (PltGridTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

const char *
plt_grid_table_get (const PltGridTable *self, int row, int column)
{
  return g_ptr_array_index (self->cells, (guint) (row * self->n_columns + column));
}

void
plt_grid_table_take (PltGridTable *self, int row, int column, char *text)
{
  char **cell
      = (char **) &g_ptr_array_index (self->cells, (guint) (row * self->n_columns + column));

  g_free (*cell);
  *cell = text;
}

/* Reads one field and leaves `text` on the tab, line end or NUL behind it. */
static char *
parse_field (const char **text)
{
  const char *p = *text;

  if (*p == '"')
    {
      g_autoptr (GString) field = g_string_new (NULL);

      for (p++; *p != '\0'; p++)
        {
          if (p[0] == '"' && p[1] == '"')
            p++;
          else if (p[0] == '"')
            break;
          g_string_append_c (field, *p);
        }
      /* Only a mark that closes the field makes it quoted: `"Le Bar" de nuit` is plain text. */
      if (p[0] == '"' && (p[1] == '\0' || strchr ("\t\r\n", p[1]) != NULL))
        {
          *text = p + 1;
          return g_string_free (g_steal_pointer (&field), FALSE);
        }
      p = *text;
    }
  *text = p + strcspn (p, "\t\r\n");
  return g_strndup (p, (gsize) (*text - p));
}

PltGridTable *
plt_grid_table_parse (const char *tsv)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
  PltGridTable *self;
  int n_columns = 1;

  g_ptr_array_add (rows, row);
  for (const char *p = tsv;;)
    {
      g_ptr_array_add (row, parse_field (&p));
      n_columns = MAX (n_columns, (int) row->len);
      if (*p == '\t')
        {
          p++;
          continue;
        }
      if (p[0] == '\r' && p[1] == '\n')
        p++;
      if (*p == '\0' || p[1] == '\0')
        break;
      p++;
      row = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (rows, row);
    }
  if ((gint64) rows->len * n_columns > PLT_GRID_TABLE_MAX)
    return NULL;
  self = plt_grid_table_new ((int) rows->len, n_columns);
  for (guint r = 0; r < rows->len; r++)
    {
      row = g_ptr_array_index (rows, r);
      for (guint c = 0; c < row->len; c++)
        plt_grid_table_take (self, (int) r, (int) c, g_steal_pointer (&g_ptr_array_index (row, c)));
    }
  return self;
}

char *
plt_grid_table_to_tsv (const PltGridTable *self)
{
  GString *tsv = g_string_new (NULL);

  for (int r = 0; r < self->n_rows; r++)
    {
      for (int c = 0; c < self->n_columns; c++)
        {
          const char *text = plt_grid_table_get (self, r, c);

          if (c > 0)
            g_string_append_c (tsv, '\t');
          if (strpbrk (text, "\t\r\n") == NULL && text[0] != '"')
            {
              g_string_append (tsv, text);
              continue;
            }
          g_string_append_c (tsv, '"');
          for (const char *p = text; *p != '\0'; p++)
            g_string_append (g_string_append_c (tsv, *p), *p == '"' ? "\"" : "");
          g_string_append_c (tsv, '"');
        }
      g_string_append_c (tsv, '\n');
    }
  return g_string_free (tsv, FALSE);
}

void
plt_grid_paste_plan (const PltGridTable *table,
                     const PltGridRange *selection,
                     int n_rows,
                     int n_columns,
                     gboolean can_append,
                     PltGridPastePlan *plan)
{
  int rows = table->n_rows, columns = table->n_columns, last;

  if (selection->n_rows % table->n_rows == 0 && selection->n_columns % table->n_columns == 0
      && selection->n_rows > 0 && selection->n_columns > 0)
    {
      rows = selection->n_rows;
      columns = selection->n_columns;
    }
  plan->edits = g_array_new (FALSE, FALSE, sizeof (PltGridEdit));
  last = can_append ? selection->row + rows : n_rows;
  plan->target.row = selection->row;
  plan->target.column = selection->column;
  plan->target.n_rows = MAX (MIN (rows, last - selection->row), 0);
  plan->target.n_columns = MAX (MIN (columns, n_columns - selection->column), 0);
  plan->n_new_rows = MAX (plan->target.row + plan->target.n_rows - n_rows, 0);
  plan->n_lost = rows * columns - plan->target.n_rows * plan->target.n_columns;
  if (plan->target.n_columns == 0)
    plan->n_new_rows = 0;
  for (int r = 0; r < plan->target.n_rows; r++)
    for (int c = 0; c < plan->target.n_columns; c++)
      {
        PltGridEdit edit = { selection->row + r, selection->column + c,
                             plt_grid_table_get (table, r % table->n_rows, c % table->n_columns) };

        g_array_append_val (plan->edits, edit);
      }
}

void
plt_grid_paste_plan_clear (PltGridPastePlan *plan)
{
  g_clear_pointer (&plan->edits, g_array_unref);
}
