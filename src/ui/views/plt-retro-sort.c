/* PltRetroModel: its tasks in the order of a column, without the phases and groups they are part
 * of; in their own order again when one leaves it. */
#include <string.h>

#include "plt-retro-model-private.h"
#include "plt-text.h"

/* A task, and what its column says as something that can be compared. */
typedef struct
{
  PltRetroLine line;
  char *text;
  gint64 number;
  guint place; /* in the plan: who says the same keeps that order */
} Sorted;

gboolean
plt_retro_is_sortable (guint column)
{
  return column == PLT_RETRO_COLUMN_NAME || column == PLT_RETRO_COLUMN_DAYS
         || column == PLT_RETRO_COLUMN_START || column == PLT_RETRO_COLUMN_FINISH
         || column == PLT_RETRO_COLUMN_SLACK || column == PLT_RETRO_COLUMN_TEAM;
}

static void
clear_sorted (gpointer data)
{
  g_free (((Sorted *) data)->text);
}

static char *
text_key (const PltRetroRow *row, guint column)
{
  const char *text = column == PLT_RETRO_COLUMN_NAME ? row->name : row->task->team;

  return *text != '\0' ? plt_text_sort_key (text) : NULL;
}

/* What has none is last, whichever way it is sorted: G_MAXINT64. */
static gint64
number_key (const PltRetroRow *row, guint column)
{
  if (column == PLT_RETRO_COLUMN_DAYS)
    return row->days;
  if (!row->is_dated || (column == PLT_RETRO_COLUMN_SLACK && row->state == PLT_RETRO_DONE))
    return G_MAXINT64;
  if (column == PLT_RETRO_COLUMN_SLACK)
    return row->dates.slack;
  return column == PLT_RETRO_COLUMN_START ? row->dates.start : row->dates.finish;
}

static int
compare_sorted (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorted *one = a, *two = b;
  const int sign = GPOINTER_TO_INT (data);
  int order;

  if ((one->text == NULL) != (two->text == NULL))
    return one->text == NULL ? 1 : -1;
  if (one->text != NULL && (order = strcmp (one->text, two->text)) != 0)
    return sign * order;
  if (one->number != two->number)
    {
      if (one->number == G_MAXINT64 || two->number == G_MAXINT64)
        return one->number == G_MAXINT64 ? 1 : -1;
      return one->number < two->number ? -sign : sign;
    }
  return one->place < two->place ? -1 : 1;
}

void
plt_retro_sort_lines (PltRetroModel *self)
{
  const guint column = self->sort_column;
  const gboolean is_text = column == PLT_RETRO_COLUMN_NAME || column == PLT_RETRO_COLUMN_TEAM;
  g_autoptr (GArray) tasks = g_array_new (FALSE, FALSE, sizeof (Sorted));

  g_array_set_clear_func (tasks, clear_sorted);
  for (guint i = 0; i < self->lines->len; i++)
    {
      Sorted one = { .line = g_array_index (self->lines, PltRetroLine, i), .place = i };
      const PltRetroRow *row = one.line.row;

      if (row == NULL || row->task == NULL || row->kind == PLT_RETRO_GROUP)
        continue;
      one.line.level = 0; /* the room is for the names */
      one.line.expandable = FALSE;
      one.text = is_text ? text_key (row, column) : NULL;
      one.number = is_text ? 0 : number_key (row, column);
      g_array_append_val (tasks, one);
    }
  g_array_sort_with_data (tasks, compare_sorted,
                          GINT_TO_POINTER (self->sort == PLT_GRID_SORT_DESCENDING ? -1 : 1));
  g_array_set_size (self->lines, 0);
  for (guint i = 0; i < tasks->len; i++)
    g_array_append_val (self->lines, g_array_index (tasks, Sorted, i).line);
}
