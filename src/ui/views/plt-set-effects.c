#include "plt-set-effects.h"

#include <glib/gi18n-lib.h>

#include "plt-sets.h"
#include "plt-text.h"
#include "plt-time.h"

/* One décor, copied out of the facts. */
typedef struct
{
  gint64 id; /* 0: the total */
  gboolean part;
  char *name;
  GPtrArray *cells; /* text of each effect, then of all of them */
} Row;

struct _PltSetEffects
{
  GObject parent_instance;

  PltSession *session;
  GPtrArray *codes; /* static strings */
  GPtrArray *rows;  /* Row */
};

static void plt_set_effects_iface_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltSetEffects,
                               plt_set_effects,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_set_effects_iface_init))

static void
row_free (gpointer data)
{
  Row *self = data;

  g_free (self->name);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

static const Row *
row_at (PltGridModel *model, guint row)
{
  return g_ptr_array_index (PLT_SET_EFFECTS (model)->rows, row);
}

/* "1 2/8 · 2:10": pages and minutes; "" for no séquence. */
static char *
cell_text (const PltMeasure *measure)
{
  g_autofree char *pages = plt_eighths_format (measure->eighths);
  g_autofree char *length = plt_seconds_format (measure->seconds);

  return measure->n > 0 ? g_strconcat (pages, " · ", length, NULL) : g_strdup ("");
}

static Row *
row_new (PltSetEffects *self, const PltFacts *facts, gint64 id, const char *name, gboolean part)
{
  Row *row = g_new0 (Row, 1);
  PltMeasure all = { 0 };

  row->id = id;
  row->part = part;
  row->name = g_strdup (name);
  row->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->codes->len; i++)
    {
      PltMeasure measure = plt_sets_measure_effect (facts, id, g_ptr_array_index (self->codes, i));

      all.n += measure.n;
      all.eighths += measure.eighths;
      all.seconds += measure.seconds;
      g_ptr_array_add (row->cells, cell_text (&measure));
    }
  g_ptr_array_add (row->cells, cell_text (&all));
  return row;
}

static int
compare_sets (gconstpointer a, gconstpointer b)
{
  return plt_text_compare ((*(const PltSetFacts *const *) a)->name,
                           (*(const PltSetFacts *const *) b)->name);
}

static GPtrArray *
sets_below (const PltFacts *facts, gint64 parent)
{
  GPtrArray *sets = g_ptr_array_new ();

  for (guint i = 0; i < facts->sets.n; i++)
    if (facts->sets.items[i].parent == parent)
      g_ptr_array_add (sets, &facts->sets.items[i]);
  g_ptr_array_sort (sets, compare_sets);
  return sets;
}

void
plt_set_effects_refresh (PltSetEffects *self)
{
  const PltFacts *facts;
  g_autoptr (GPtrArray) tops = NULL;
  g_autoptr (GPtrArray) codes = NULL;
  guint before;

  g_return_if_fail (PLT_IS_SET_EFFECTS (self));

  facts = plt_session_get_facts (self->session);
  before = self->rows->len;
  g_ptr_array_set_size (self->rows, 0);
  codes = plt_sets_codes (facts);
  {
    gboolean same = codes->len == self->codes->len;

    for (guint i = 0; same && i < codes->len; i++)
      same = g_str_equal (codes->pdata[i], self->codes->pdata[i]);
    if (!same)
      {
        g_ptr_array_unref (self->codes);
        self->codes = g_steal_pointer (&codes);
      }
    plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, before, 0);
    if (!same)
      plt_grid_model_columns_changed (PLT_GRID_MODEL (self));
  }
  tops = sets_below (facts, 0);
  for (guint i = 0; i < tops->len; i++)
    {
      const PltSetFacts *top = g_ptr_array_index (tops, i);
      g_autoptr (GPtrArray) parts = sets_below (facts, top->id);

      g_ptr_array_add (self->rows, row_new (self, facts, top->id, top->name, FALSE));
      for (guint j = 0; j < parts->len; j++)
        {
          const PltSetFacts *part = g_ptr_array_index (parts, j);

          g_ptr_array_add (self->rows, row_new (self, facts, part->id, part->name, TRUE));
        }
    }
  if (tops->len > 0)
    g_ptr_array_add (self->rows, row_new (self, facts, 0, _ ("Total"), FALSE));
  plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, 0, self->rows->len);
}

gboolean
plt_set_effects_get_cell (
    PltSetEffects *self, guint row, guint column, const char **set, const char **code)
{
  const Row *found;

  g_return_val_if_fail (PLT_IS_SET_EFFECTS (self), FALSE);

  if (row >= self->rows->len || column > self->codes->len + 1)
    return FALSE;
  found = row_at (PLT_GRID_MODEL (self), row);
  if (column > 0 && *(const char *) g_ptr_array_index (found->cells, column - 1) == '\0')
    return FALSE;
  *set = found->id != 0 ? found->name : "";
  *code
      = column > 0 && column <= self->codes->len ? g_ptr_array_index (self->codes, column - 1) : "";
  return TRUE;
}

/* ---- the grid's questions ---- */

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_SET_EFFECTS (model)->rows->len;
}

static guint
get_n_columns (PltGridModel *model)
{
  return PLT_SET_EFFECTS (model)->codes->len + 2;
}

static void
get_column (PltGridModel *model, guint column, PltGridColumn *out)
{
  GPtrArray *codes = PLT_SET_EFFECTS (model)->codes;

  out->flags = PLT_GRID_COLUMN_UNSORTED;
  out->width = column == 0 ? 28 : 14;
  out->align = column == 0 ? PLT_GRID_ALIGN_START : PLT_GRID_ALIGN_END;
  if (column == 0)
    {
      out->id = "set";
      out->title = _ ("Set");
      out->flags |= PLT_GRID_COLUMN_FROZEN;
    }
  else if (column <= codes->len)
    {
      const char *code = g_ptr_array_index (codes, column - 1);

      out->id = *code != '\0' ? code : "none";
      out->title = *code != '\0' ? code : _ ("no effect");
      out->tooltip = _ ("Pages and screen time; a double click shows the sequences.");
    }
  else
    {
      out->id = "total";
      out->title = _ ("Total");
    }
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return row_at (model, row)->id;
}

static void
get_row (PltGridModel *model, guint row, PltGridRow *out)
{
  out->kind = row_at (model, row)->id == 0 ? PLT_GRID_ROW_TOTAL : PLT_GRID_ROW_NORMAL;
}

static void
get_cell (PltGridModel *model, guint row, guint column, PltGridCell *cell)
{
  const Row *found = row_at (model, row);

  cell->flags |= PLT_GRID_CELL_READONLY;
  cell->text = column == 0 ? found->name : g_ptr_array_index (found->cells, column - 1);
  if (column == 0 && found->part)
    cell->indent = 1;
  if (found->id == 0 || (!found->part && column == 0))
    cell->flags |= PLT_GRID_CELL_BOLD;
}

static void
plt_set_effects_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_row = get_row;
  iface->get_cell = get_cell;
}

/* ---- the object ---- */

PltSetEffects *
plt_set_effects_new (PltSession *session)
{
  PltSetEffects *self;

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self = g_object_new (PLT_TYPE_SET_EFFECTS, NULL);
  self->session = g_object_ref (session);
  return self;
}

static void
plt_set_effects_finalize (GObject *object)
{
  PltSetEffects *self = PLT_SET_EFFECTS (object);

  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->rows);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_set_effects_parent_class)->finalize (object);
}

static void
plt_set_effects_class_init (PltSetEffectsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_set_effects_finalize;
}

static void
plt_set_effects_init (PltSetEffects *self)
{
  self->codes = g_ptr_array_new ();
  self->rows = g_ptr_array_new_with_free_func (row_free);
}
