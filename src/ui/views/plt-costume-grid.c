#include "plt-costume-grid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-costumes.h"
#include "plt-story.h"
#include "plt-text.h"

#define N_FIXED 1 /* the role */

/* A séquence, copied out of the facts. */
typedef struct
{
  gint64 id;
  char *key; /* id of the column */
  char *title;
  char *tooltip;
  gboolean wide; /* the first one of a day, which it names */
} Column;

/* What a role wears in one séquence. */
typedef struct
{
  gint64 occurrence; /* 0: it is not in it */
  char *costume;
} Worn;

typedef struct
{
  gint64 id;
  char *name;
  GArray *worn; /* Worn, one a column */
} Role;

struct _PltCostumeGrid
{
  GObject parent_instance;

  PltSession *session;
  GPtrArray *columns; /* Column */
  GPtrArray *roles;   /* Role */
};

static void plt_costume_grid_iface_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltCostumeGrid,
                               plt_costume_grid,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_costume_grid_iface_init))

static void
column_free (gpointer data)
{
  Column *self = data;

  g_free (self->key);
  g_free (self->title);
  g_free (self->tooltip);
  g_free (self);
}

static void
worn_clear (gpointer data)
{
  g_free (((Worn *) data)->costume);
}

static void
role_free (gpointer data)
{
  Role *self = data;

  g_free (self->name);
  g_array_unref (self->worn);
  g_free (self);
}

static const Role *
role_at (PltGridModel *model, guint row)
{
  return g_ptr_array_index (PLT_COSTUME_GRID (model)->roles, row);
}

static const Worn *
worn_at (PltGridModel *model, guint row, guint column)
{
  return &g_array_index (role_at (model, row)->worn, Worn, column - N_FIXED);
}

/* ---- reading the session ---- */

static GPtrArray *
read_columns (const PltFacts *facts)
{
  g_autoptr (GPtrArray) order = plt_story_order (facts);
  GPtrArray *columns = g_ptr_array_new_with_free_func (column_free);
  const char *day = "";

  for (guint i = 0; i < order->len; i++)
    {
      const PltSequenceFacts *sequence = g_ptr_array_index (order, i);
      g_autofree char *set = plt_facts_set_name (facts, sequence);
      Column *column = g_new0 (Column, 1);

      column->id = sequence->id;
      column->key = g_strdup_printf ("s%" G_GINT64_FORMAT, sequence->id);
      column->wide = *sequence->story_day != '\0' && strcmp (sequence->story_day, day) != 0;
      column->title = column->wide
                          ? g_strdup_printf ("%s · %s", sequence->story_day, sequence->number)
                          : g_strdup (sequence->number);
      column->tooltip
          = g_strjoin (" ", sequence->number, sequence->story_day,
                       plt_effect_code (sequence->int_ext, sequence->effect), set, NULL);
      day = sequence->story_day;
      g_ptr_array_add (columns, column);
    }
  return columns;
}

static GPtrArray *
read_roles (const PltFacts *facts, const GPtrArray *columns)
{
  g_autoptr (GPtrArray) elements = plt_costumes_roles (facts);
  GPtrArray *roles = g_ptr_array_new_with_free_func (role_free);

  for (guint i = 0; i < elements->len; i++)
    {
      const PltElementFacts *element = g_ptr_array_index (elements, i);
      Role *role = g_new0 (Role, 1);

      role->id = element->id;
      role->name = element->number != PLT_UNKNOWN
                       ? g_strdup_printf ("%" G_GINT64_FORMAT " %s", element->number, element->name)
                       : g_strdup (element->name);
      role->worn = g_array_new (FALSE, TRUE, sizeof (Worn));
      g_array_set_clear_func (role->worn, worn_clear);
      for (guint j = 0; j < columns->len; j++)
        {
          const Column *column = g_ptr_array_index (columns, j);
          const PltOccurrenceFacts *occurrence
              = plt_facts_find_occurrence (facts, column->id, element->id);
          Worn worn = { occurrence != NULL ? occurrence->id : 0,
                        g_strdup (occurrence != NULL ? occurrence->costume : "") };

          g_array_append_val (role->worn, worn);
        }
      g_ptr_array_add (roles, role);
    }
  return roles;
}

static gboolean
same_columns (const GPtrArray *a, const GPtrArray *b)
{
  gboolean same = a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    {
      const Column *x = g_ptr_array_index (a, i);
      const Column *y = g_ptr_array_index (b, i);

      same = x->id == y->id && g_str_equal (x->title, y->title)
             && g_str_equal (x->tooltip, y->tooltip);
    }
  return same;
}

static gboolean
same_roles (const GPtrArray *a, const GPtrArray *b)
{
  gboolean same = a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    same = ((Role *) g_ptr_array_index (a, i))->id == ((Role *) g_ptr_array_index (b, i))->id;
  return same;
}

void
plt_costume_grid_refresh (PltCostumeGrid *self)
{
  const PltFacts *facts;
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (GPtrArray) roles = NULL;
  gboolean same;

  g_return_if_fail (PLT_IS_COSTUME_GRID (self));

  facts = plt_session_get_facts (self->session);
  columns = read_columns (facts);
  same = same_columns (self->columns, columns);
  roles = self->roles;
  self->roles = read_roles (facts, columns);
  if (!same)
    {
      GPtrArray *before = self->columns;

      self->columns = g_steal_pointer (&columns);
      plt_grid_model_columns_changed (PLT_GRID_MODEL (self));
      g_ptr_array_unref (before); /* the grid held their titles until now */
    }
  if (same_roles (roles, self->roles))
    plt_grid_model_cells_changed (PLT_GRID_MODEL (self), 0, roles->len);
  else
    plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, roles->len, self->roles->len);
}

PltRef
plt_costume_grid_get_ref (PltCostumeGrid *self, guint row, guint column)
{
  g_return_val_if_fail (PLT_IS_COSTUME_GRID (self), (PltRef){ NULL });

  if (row >= self->roles->len || column >= self->columns->len + N_FIXED)
    return (PltRef){ NULL };
  if (column < N_FIXED)
    return (PltRef){ "element", role_at (PLT_GRID_MODEL (self), row)->id, NULL };
  return (PltRef){ "sequence", ((Column *) g_ptr_array_index (self->columns, column - N_FIXED))->id,
                   NULL };
}

/* ---- changes ---- */

static gboolean
set_many (
    PltGridModel *model, const PltGridEdit *edits, guint n_edits, guint n_new_rows, GError **error)
{
  PltCostumeGrid *self = PLT_COSTUME_GRID (model);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;

  if (n_new_rows > 0)
    return plt_grid_model_refuse (error);
  for (guint i = 0; i < n_edits; i++)
    {
      g_autofree char *text = plt_text_squeeze (edits[i].text);
      const Worn *worn;

      if (edits[i].column < N_FIXED)
        return plt_grid_model_refuse (error);
      worn = worn_at (model, (guint) edits[i].row, (guint) edits[i].column);
      if (worn->occurrence == 0 && *text == '\0')
        continue; /* a block is pasted or emptied over séquences a role is not in */
      if (worn->occurrence == 0)
        {
          const Column *column
              = g_ptr_array_index (self->columns, (guint) edits[i].column - N_FIXED);

          g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                       _ ("%s is not in sequence %s; add the role on its sheet first."),
                       role_at (model, (guint) edits[i].row)->name, column->tooltip);
          return FALSE;
        }
      plt_batch_update (batch, "sequence_element", worn->occurrence);
      plt_batch_set_text (batch, "costume", text);
    }
  if (plt_batch_get_n_edits (batch) == 0)
    return TRUE;
  if (n_edits == 1)
    /* Translators: a role: "Costume of 1 NORA" */
    label = g_strdup_printf (_ ("Costume of %s"), role_at (model, (guint) edits[0].row)->name);
  else
    label
        = g_strdup_printf (ngettext ("Change %u costume", "Change %u costumes", n_edits), n_edits);
  return plt_store_apply (plt_session_get_store (self->session), label, NULL, batch, NULL, error);
}

static gboolean
set_text (PltGridModel *model, guint row, guint column, const char *text, GError **error)
{
  const PltGridEdit edit = { (int) row, (int) column, text };

  return set_many (model, &edit, 1, 0, error);
}

/* ---- the grid's questions ---- */

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_COSTUME_GRID (model)->roles->len;
}

static guint
get_n_columns (PltGridModel *model)
{
  return N_FIXED + PLT_COSTUME_GRID (model)->columns->len;
}

static void
get_column (PltGridModel *model, guint column, PltGridColumn *out)
{
  const Column *found;

  out->flags = PLT_GRID_COLUMN_UNSORTED;
  if (column < N_FIXED)
    {
      out->id = "role";
      out->title = _ ("Role");
      out->width = 18;
      out->flags |= PLT_GRID_COLUMN_FROZEN;
      return;
    }
  found = g_ptr_array_index (PLT_COSTUME_GRID (model)->columns, column - N_FIXED);
  out->id = found->key;
  out->title = found->title;
  out->tooltip = found->tooltip;
  out->width = found->wide ? 8 : 5;
  out->align = PLT_GRID_ALIGN_CENTER;
  out->flags |= PLT_GRID_COLUMN_EDITABLE;
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return role_at (model, row)->id;
}

/* A dot: the role plays, and nobody said in what. */
static void
get_cell (PltGridModel *model, guint row, guint column, PltGridCell *cell)
{
  const Worn *worn;

  if (column < N_FIXED)
    {
      cell->text = role_at (model, row)->name;
      cell->flags |= PLT_GRID_CELL_READONLY;
      return;
    }
  worn = worn_at (model, row, column);
  cell->text = worn->occurrence != 0 && *worn->costume == '\0' ? "·" : worn->costume;
  if (worn->occurrence == 0 || plt_session_is_read_only (PLT_COSTUME_GRID (model)->session))
    cell->flags |= PLT_GRID_CELL_READONLY;
  if (*worn->costume == '\0')
    cell->flags |= PLT_GRID_CELL_MUTED;
}

static char *
get_edit_text (PltGridModel *model, guint row, guint column)
{
  return g_strdup (column < N_FIXED ? role_at (model, row)->name
                                    : worn_at (model, row, column)->costume);
}

static GStrv
get_completions (PltGridModel *model, guint row, guint column)
{
  const PltFacts *facts = plt_session_get_facts (PLT_COSTUME_GRID (model)->session);
  const Role *role = role_at (model, row);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (column < N_FIXED)
    return NULL;
  for (guint i = 0; i < facts->costumes.n; i++)
    if (facts->costumes.items[i].role == role->id
        && g_hash_table_add (seen, (gpointer) facts->costumes.items[i].number))
      g_strv_builder_add (builder, facts->costumes.items[i].number);
  for (guint i = 0; i < role->worn->len; i++)
    {
      const char *costume = g_array_index (role->worn, Worn, i).costume;

      if (*costume != '\0' && g_hash_table_add (seen, (gpointer) costume))
        g_strv_builder_add (builder, costume);
    }
  return g_strv_builder_end (builder);
}

static void
plt_costume_grid_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_cell = get_cell;
  iface->get_edit_text = get_edit_text;
  iface->get_completions = get_completions;
  iface->set_text = set_text;
  iface->set_many = set_many;
}

/* ---- the object ---- */

PltCostumeGrid *
plt_costume_grid_new (PltSession *session)
{
  PltCostumeGrid *self;

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self = g_object_new (PLT_TYPE_COSTUME_GRID, NULL);
  self->session = g_object_ref (session);
  return self;
}

static void
plt_costume_grid_finalize (GObject *object)
{
  PltCostumeGrid *self = PLT_COSTUME_GRID (object);

  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->roles);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_costume_grid_parent_class)->finalize (object);
}

static void
plt_costume_grid_class_init (PltCostumeGridClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_costume_grid_finalize;
}

static void
plt_costume_grid_init (PltCostumeGrid *self)
{
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->roles = g_ptr_array_new_with_free_func (role_free);
}
