#include "plt-set-tree.h"

#include <glib/gi18n-lib.h>

#include "plt-breakdown.h"
#include "plt-number.h"
#include "plt-rows.h"
#include "plt-sets.h"
#include "plt-text.h"
#include "plt-time.h"

typedef enum
{
  COLUMN_NAME,
  COLUMN_LOCATION,
  COLUMN_SEQUENCES,
  COLUMN_PAGES,
  COLUMN_SECONDS,
  COLUMN_SHARE,
  COLUMN_EFFECTS,
  COLUMN_PARENT,
  COLUMN_NOTE,
  N_TREE_COLUMNS,
} Column;

static const struct
{
  const char *id;
  const char *title;
  const char *column; /* of the table, NULL for a computed one */
  guint width;
  const char *unit;
} columns[N_TREE_COLUMNS] = {
  { "name", N_ ("Set"), "name", 30, NULL },
  { "location", N_ ("Location"), "location", 24, NULL },
  { "sequences", N_ ("Sequences"), NULL, 9, "sequences" },
  { "pages", N_ ("Pages"), NULL, 8, "eighths" },
  { "seconds", N_ ("Screen time"), NULL, 10, "seconds" },
  { "share", N_ ("Share"), NULL, 8, NULL },
  { "effects", N_ ("Effects"), NULL, 16, NULL },
  { "parent", N_ ("Part of"), "parent", 20, NULL },
  { "note", N_ ("Note"), "note", 30, NULL },
};

/* What is known of one décor, copied out of the facts. */
typedef struct
{
  gint64 id; /* 0: the total */
  gint64 parent;
  char *name, *location, *effects, *above, *note;
  PltMeasure measure;
  guint share; /* of the pages, in thousandths */
  gboolean has_children;
  gboolean inherited; /* the location is the parent's */
} Set;

struct _PltSetTree
{
  GObject parent_instance;

  PltSession *session;
  GPtrArray *sets;    /* Set: all of them, décors followed by their sous-décors, then the total */
  GPtrArray *rows;    /* Set: those that are shown, borrowed */
  GHashTable *closed; /* ids of décors whose sous-décors are hidden */
};

static void plt_set_tree_iface_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltSetTree,
                               plt_set_tree,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL, plt_set_tree_iface_init))

static void
set_free (gpointer data)
{
  Set *self = data;

  g_free (self->name);
  g_free (self->location);
  g_free (self->effects);
  g_free (self->above);
  g_free (self->note);
  g_free (self);
}

const char *
plt_set_tree_get_column (guint column)
{
  return column < N_TREE_COLUMNS ? columns[column].column : NULL;
}

/* ---- reading the session ---- */

static Set *
set_new (const PltFacts *facts, const PltSetFacts *set, gint64 all_eighths)
{
  Set *self = g_new0 (Set, 1);
  const PltSetFacts *parent = PLT_FACTS_FIND (facts->sets, PltSetFacts, set->parent);
  gint64 place = set->location != 0 ? set->location : parent != NULL ? parent->location : 0;
  const PltLocationFacts *location = PLT_FACTS_FIND (facts->locations, PltLocationFacts, place);

  self->id = set->id;
  self->parent = set->parent;
  self->name = g_strdup (set->name);
  self->note = g_strdup (set->note);
  self->effects = plt_sets_effects (facts, set->id);
  self->above = g_strdup (parent != NULL ? parent->name : "");
  self->location = g_strdup (location != NULL ? location->name : "");
  self->inherited = set->location == 0 && location != NULL;
  self->measure = plt_breakdown_measure_set (facts, set->id);
  self->share = plt_per_mille (self->measure.eighths, all_eighths);
  return self;
}

static int
compare_sets (gconstpointer a, gconstpointer b)
{
  const Set *x = *(const Set *const *) a;
  const Set *y = *(const Set *const *) b;

  return plt_text_compare (x->name, y->name);
}

static void
show_rows (PltSetTree *self)
{
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->sets->len; i++)
    {
      Set *set = g_ptr_array_index (self->sets, i);

      if (set->parent == 0
          || !g_hash_table_contains (self->closed, PLT_ID_TO_POINTER (set->parent)))
        g_ptr_array_add (self->rows, set);
    }
}

static Set *
total_new (const PltBreakdownStats *stats)
{
  Set *total = g_new0 (Set, 1);
  g_autofree char *sets
      = g_strdup_printf (ngettext ("%u set", "%u sets", stats->n_sets), stats->n_sets);

  total->name = g_strdup_printf (_ ("Total: %s"), sets);
  total->location = g_strdup ("");
  total->effects = g_strdup ("");
  total->above = g_strdup ("");
  total->note = g_strdup ("");
  total->measure = stats->total;
  total->share = stats->total.eighths > 0 ? 1000 : 0;
  return total;
}

/* Copies what is shown out of the session; TRUE when the rows are the same ones as before. */
static gboolean
read_session (PltSetTree *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  g_autoptr (GPtrArray) tops = g_ptr_array_new ();
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->sets);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean same;
  PltBreakdownStats stats;

  for (guint i = 0; i < self->rows->len; i++)
    g_array_append_val (ids, ((Set *) g_ptr_array_index (self->rows, i))->id);
  plt_breakdown_stats (facts, &stats);
  self->sets = g_ptr_array_new_with_free_func (set_free);
  for (guint i = 0; i < facts->sets.n; i++)
    if (PLT_FACTS_FIND (facts->sets, PltSetFacts, facts->sets.items[i].parent) == NULL)
      g_ptr_array_add (tops, set_new (facts, &facts->sets.items[i], stats.total.eighths));
  g_ptr_array_sort (tops, compare_sets);
  for (guint i = 0; i < tops->len; i++)
    {
      Set *top = g_ptr_array_index (tops, i);
      g_autoptr (GPtrArray) below = g_ptr_array_new ();

      top->parent = 0;
      g_ptr_array_add (self->sets, top);
      for (guint j = 0; j < facts->sets.n; j++)
        if (facts->sets.items[j].parent == top->id)
          g_ptr_array_add (below, set_new (facts, &facts->sets.items[j], stats.total.eighths));
      g_ptr_array_sort (below, compare_sets);
      top->has_children = below->len > 0;
      for (guint j = 0; j < below->len; j++)
        g_ptr_array_add (self->sets, g_ptr_array_index (below, j));
    }
  if (tops->len > 0)
    g_ptr_array_add (self->sets, total_new (&stats));
  show_rows (self);
  same = ids->len == self->rows->len;
  for (guint i = 0; same && i < ids->len; i++)
    same = g_array_index (ids, gint64, i) == ((Set *) g_ptr_array_index (self->rows, i))->id;
  return same;
}

void
plt_set_tree_refresh (PltSetTree *self)
{
  guint before;

  g_return_if_fail (PLT_IS_SET_TREE (self));

  before = self->rows->len;
  if (read_session (self))
    plt_grid_model_cells_changed (PLT_GRID_MODEL (self), 0, before);
  else
    plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, before, self->rows->len);
}

static const Set *
row_set (PltGridModel *model, guint row)
{
  return g_ptr_array_index (PLT_SET_TREE (model)->rows, row);
}

gint64
plt_set_tree_get_set (PltSetTree *self, guint row)
{
  g_return_val_if_fail (PLT_IS_SET_TREE (self), 0);

  return row < self->rows->len ? row_set (PLT_GRID_MODEL (self), row)->id : 0;
}

static int
find_key (PltGridModel *model, gint64 key)
{
  PltSetTree *self = PLT_SET_TREE (model);

  for (guint i = 0; i < self->rows->len; i++)
    if (row_set (model, i)->id == key)
      return (int) i;
  return -1;
}

static void
open_or_close (PltSetTree *self, gint64 set)
{
  guint before = self->rows->len;

  if (!g_hash_table_remove (self->closed, PLT_ID_TO_POINTER (set)))
    g_hash_table_add (self->closed, PLT_ID_TO_POINTER (set));
  show_rows (self);
  plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, before, self->rows->len);
}

int
plt_set_tree_reveal (PltSetTree *self, gint64 set)
{
  g_return_val_if_fail (PLT_IS_SET_TREE (self), -1);

  for (guint i = 0; i < self->sets->len; i++)
    {
      const Set *found = g_ptr_array_index (self->sets, i);

      if (found->id == set && found->parent != 0
          && g_hash_table_contains (self->closed, PLT_ID_TO_POINTER (found->parent)))
        open_or_close (self, found->parent);
    }
  return set != 0 ? find_key (PLT_GRID_MODEL (self), set) : -1;
}

/* ---- the grid's questions ---- */

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_SET_TREE (model)->rows->len;
}

static guint
get_n_columns (PltGridModel *model)
{
  return N_TREE_COLUMNS;
}

static void
get_column (PltGridModel *model, guint column, PltGridColumn *out)
{
  PltSetTree *self = PLT_SET_TREE (model);

  out->id = columns[column].id;
  out->title = _ (columns[column].title);
  out->width = columns[column].width;
  out->unit = columns[column].unit;
  out->flags = PLT_GRID_COLUMN_UNSORTED;
  if (column == COLUMN_NAME)
    out->flags |= PLT_GRID_COLUMN_FROZEN;
  if (columns[column].column != NULL && !plt_session_is_read_only (self->session))
    out->flags |= PLT_GRID_COLUMN_EDITABLE;
  if (columns[column].unit != NULL)
    out->flags |= PLT_GRID_COLUMN_NUMBER;
  if (columns[column].column == NULL && column != COLUMN_EFFECTS)
    out->align = PLT_GRID_ALIGN_END;
  if (column == COLUMN_PARENT)
    out->tooltip = _ ("Type the name of a set to make this one a part of it; empty it to make it "
                      "a set of its own.");
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return row_set (model, row)->id;
}

static void
get_row (PltGridModel *model, guint row, PltGridRow *out)
{
  const Set *set = row_set (model, row);

  out->kind = set->id == 0 ? PLT_GRID_ROW_TOTAL : PLT_GRID_ROW_NORMAL;
  out->level = set->parent != 0 ? 1 : 0;
  out->expandable = set->has_children;
  out->expanded
      = !g_hash_table_contains (PLT_SET_TREE (model)->closed, PLT_ID_TO_POINTER (set->id));
}

static void
get_measure (const Set *set, guint column, PltGridCell *cell)
{
  const PltMeasure *measure = &set->measure;

  switch (column)
    {
    case COLUMN_SEQUENCES:
      plt_grid_cell_take_text (cell, g_strdup_printf ("%u", measure->n));
      break;
    case COLUMN_PAGES:
      plt_grid_cell_take_text (cell, plt_eighths_format (measure->eighths));
      break;
    case COLUMN_SECONDS:
      plt_grid_cell_take_text (cell, plt_seconds_format (measure->seconds));
      break;
    default:
      {
        g_autofree char *number = plt_number_format (set->share, 1, 1);

        plt_grid_cell_take_text (cell, g_strconcat (number, PLT_NNBSP "%", NULL));
      }
    }
  if (measure->n == 0)
    cell->flags |= PLT_GRID_CELL_MUTED;
}

static void
get_cell (PltGridModel *model, guint row, guint column, PltGridCell *cell)
{
  const Set *set = row_set (model, row);

  if (column == COLUMN_EFFECTS)
    {
      cell->flags |= PLT_GRID_CELL_READONLY;
      cell->text = set->effects;
    }
  else if (column == COLUMN_PARENT)
    cell->text = set->above;
  else if (columns[column].column == NULL)
    {
      cell->flags |= PLT_GRID_CELL_READONLY;
      get_measure (set, column, cell);
    }
  else if (column == COLUMN_NAME)
    {
      cell->text = set->name;
      cell->indent = set->id != 0 && !set->has_children ? 1 : 0; /* room of the triangle */
    }
  else if (column == COLUMN_LOCATION)
    {
      cell->text = set->location;
      if (set->inherited && set->parent != 0)
        {
          cell->flags |= PLT_GRID_CELL_MUTED;
          cell->message = _ ("The location of its set");
        }
    }
  else
    cell->text = set->note;
  if (set->id == 0)
    cell->flags |= PLT_GRID_CELL_READONLY | PLT_GRID_CELL_BOLD;
}

static char *
get_edit_text (PltGridModel *model, guint row, guint column)
{
  const Set *set = row_set (model, row);
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  if (column == COLUMN_LOCATION && set->inherited && set->parent != 0)
    return g_strdup ("");
  get_cell (model, row, column, &cell);
  return g_strdup (cell.text);
}

static gboolean
get_number (PltGridModel *model, guint row, guint column, gint64 *number)
{
  const PltMeasure *measure = &row_set (model, row)->measure;

  if (columns[column].unit == NULL)
    return FALSE;
  *number = column == COLUMN_SEQUENCES ? measure->n
            : column == COLUMN_PAGES   ? measure->eighths
                                       : measure->seconds;
  return TRUE;
}

static char *
format_number (PltGridModel *model, guint column, gint64 number)
{
  if (column == COLUMN_PAGES)
    return plt_eighths_format (number);
  if (column == COLUMN_SECONDS)
    return plt_seconds_format (number);
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static GStrv
get_completions (PltGridModel *model, guint row, guint column)
{
  const PltFacts *facts = plt_session_get_facts (PLT_SET_TREE (model)->session);
  g_autoptr (GStrvBuilder) builder = NULL;

  if (column != COLUMN_LOCATION && column != COLUMN_PARENT)
    return NULL;
  builder = g_strv_builder_new ();
  for (guint i = 0; column == COLUMN_PARENT && i < facts->sets.n; i++)
    if (facts->sets.items[i].parent == 0 && facts->sets.items[i].id != row_set (model, row)->id)
      g_strv_builder_add (builder, facts->sets.items[i].name);
  for (guint i = 0; column == COLUMN_LOCATION && i < facts->locations.n; i++)
    g_strv_builder_add (builder, facts->locations.items[i].name);
  return g_strv_builder_end (builder);
}

/* A location nobody has typed before is made by the same command. */
static void
put_location (const PltFacts *facts, gint64 set, const char *name, PltBatch *batch)
{
  gint64 location = 0;

  for (guint i = 0; i < facts->locations.n && *name != '\0'; i++)
    if (g_utf8_collate (facts->locations.items[i].name, name) == 0)
      location = facts->locations.items[i].id;
  if (location == 0 && *name != '\0')
    {
      location = plt_batch_insert (batch, "location");
      plt_batch_set_text (batch, "name", name);
    }
  plt_batch_update (batch, "set", set);
  if (location != 0)
    plt_batch_set_integer (batch, "location", location);
  else
    plt_batch_set_null (batch, "location");
}

/* The whole set of that name; 0 with a sentence when there is none. */
static gint64
find_parent (const PltFacts *facts, const char *name, GError **error)
{
  g_autofree char *wanted = plt_text_fold (name);

  for (guint i = 0; i < facts->sets.n; i++)
    {
      g_autofree char *folded = plt_text_fold (facts->sets.items[i].name);

      if (facts->sets.items[i].parent == 0 && g_str_equal (folded, wanted))
        return facts->sets.items[i].id;
    }
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("There is no set “%s”; choose one from the list."), name);
  return 0;
}

gboolean
plt_set_tree_move (PltSetTree *self, gint64 set, gint64 parent, GError **error)
{
  const PltFacts *facts;
  const PltSetFacts *moved, *above;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;

  g_return_val_if_fail (PLT_IS_SET_TREE (self), FALSE);

  facts = plt_session_get_facts (self->session);
  moved = PLT_FACTS_FIND (facts->sets, PltSetFacts, set);
  above = PLT_FACTS_FIND (facts->sets, PltSetFacts, parent);
  g_return_val_if_fail (moved != NULL, FALSE);

  if (!plt_sets_move (facts, set, parent, batch, error))
    return FALSE;
  if (plt_batch_get_n_edits (batch) == 0)
    return TRUE;
  /* Translators: two sets: "Make CUISINE a part of MAISON" */
  label = above != NULL ? g_strdup_printf (_ ("Make %s a part of %s"), moved->name, above->name)
                        : g_strdup_printf (_ ("Make %s a set of its own"), moved->name);
  return plt_store_apply (plt_session_get_store (self->session), label, NULL, batch, NULL, error);
}

static gboolean
set_parent (PltSetTree *self, gint64 set, const char *name, GError **error)
{
  gint64 parent = 0;

  if (*name != '\0')
    {
      parent = find_parent (plt_session_get_facts (self->session), name, error);
      if (parent == 0)
        return FALSE;
    }
  return plt_set_tree_move (self, set, parent, error);
}

static gboolean
set_text (PltGridModel *model, guint row, guint column, const char *text, GError **error)
{
  PltSetTree *self = PLT_SET_TREE (model);
  PltStore *store = plt_session_get_store (self->session);
  const Set *set = row_set (model, row);
  g_autofree char *typed = plt_text_squeeze (text);
  g_autoptr (PltBatch) batch = NULL;
  g_autofree char *label = NULL;

  if (columns[column].column == NULL || set->id == 0)
    return plt_grid_model_refuse (error);
  if (column == COLUMN_PARENT)
    return set_parent (self, set->id, typed, error);
  if (column != COLUMN_LOCATION)
    return plt_store_set (store, "set", set->id, columns[column].column, typed, error);
  batch = plt_batch_new ();
  /* Translators: %s is a set: "Location of CAFÉ DU PORT" */
  label = g_strdup_printf (_ ("Location of %s"), set->name);
  put_location (plt_session_get_facts (self->session), set->id, typed, batch);
  return plt_store_apply (store, label, NULL, batch, NULL, error);
}

static gboolean
delete_rows (PltGridModel *model, guint first, guint n, GError **error)
{
  PltSetTree *self = PLT_SET_TREE (model);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  /* Sous-décors first: a décor that still has one is refused. */
  for (guint i = first + n; i > first; i--)
    if (row_set (model, i - 1)->id != 0)
      g_array_append_val (ids, ((const Set *) row_set (model, i - 1))->id);
  if (ids->len == 0)
    return plt_grid_model_refuse (error);
  return plt_session_delete (self->session, "set", (const gint64 *) ids->data, ids->len, error);
}

static gboolean
toggle (PltGridModel *model, guint row, guint column, GError **error)
{
  const Set *set = row_set (model, row);

  if (!set->has_children || column != COLUMN_NAME)
    return FALSE;
  open_or_close (PLT_SET_TREE (model), set->id);
  return TRUE;
}

static guint
get_abilities (PltGridModel *model)
{
  return plt_session_is_read_only (PLT_SET_TREE (model)->session) ? PLT_GRID_CAN_NOTHING
                                                                  : PLT_GRID_CAN_DELETE;
}

static void
plt_set_tree_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_cell = get_cell;
  iface->get_row = get_row;
  iface->find_key = find_key;
  iface->get_edit_text = get_edit_text;
  iface->get_number = get_number;
  iface->format_number = format_number;
  iface->get_completions = get_completions;
  iface->set_text = set_text;
  iface->delete_rows = delete_rows;
  iface->toggle = toggle;
  iface->get_abilities = get_abilities;
}

/* ---- the object ---- */

PltSetTree *
plt_set_tree_new (PltSession *session)
{
  PltSetTree *self;

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self = g_object_new (PLT_TYPE_SET_TREE, NULL);
  self->session = g_object_ref (session);
  read_session (self);
  return self;
}

static void
plt_set_tree_finalize (GObject *object)
{
  PltSetTree *self = PLT_SET_TREE (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->sets);
  g_hash_table_unref (self->closed);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_set_tree_parent_class)->finalize (object);
}

static void
plt_set_tree_class_init (PltSetTreeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_set_tree_finalize;
}

static void
plt_set_tree_init (PltSetTree *self)
{
  self->sets = g_ptr_array_new_with_free_func (set_free);
  self->rows = g_ptr_array_new ();
  self->closed = g_hash_table_new (NULL, NULL);
}
