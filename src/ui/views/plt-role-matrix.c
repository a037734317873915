#include "plt-role-matrix.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-breakdown.h"
#include "plt-costumes.h"
#include "plt-text.h"

enum
{
  COLUMN_ROLE,
  COLUMN_COUNT,
  COLUMN_DAYS,
  N_FIXED,
};

typedef struct
{
  gint64 id;
  char *name;
  guint n_sequences;
  guint n_days;
  guint8 *plays; /* one a séquence */
} Role;

typedef struct
{
  gint64 id;
  char *key; /* id of the column */
  char *number;
  char *tooltip; /* "12 I/J CAFÉ DU PORT" */
} Sequence;

struct _PltRoleMatrix
{
  GObject parent_instance;

  PltSession *session;
  GPtrArray *roles;     /* Role, by number */
  GPtrArray *sequences; /* Sequence, those of the film */
};

static void plt_role_matrix_iface_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltRoleMatrix,
                               plt_role_matrix,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_role_matrix_iface_init))

static void
role_free (gpointer data)
{
  Role *self = data;

  g_free (self->name);
  g_free (self->plays);
  g_free (self);
}

static void
sequence_free (gpointer data)
{
  Sequence *self = data;

  g_free (self->key);
  g_free (self->number);
  g_free (self->tooltip);
  g_free (self);
}

/* ---- reading the session ---- */

static void
read_sequences (PltRoleMatrix *self, const PltFacts *facts)
{
  for (guint i = 0; i < facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &facts->sequences.items[i];
      g_autofree char *set = NULL;
      Sequence *added;

      if (plt_sequence_is_cut (sequence))
        continue;
      set = plt_facts_set_name (facts, sequence);
      added = g_new0 (Sequence, 1);
      added->id = sequence->id;
      added->key = g_strdup_printf ("s%" G_GINT64_FORMAT, sequence->id);
      added->number = g_strdup (sequence->number);
      added->tooltip = g_strjoin (" ", sequence->number,
                                  plt_effect_code (sequence->int_ext, sequence->effect), set, NULL);
      g_ptr_array_add (self->sequences, added);
    }
}

static void
read_roles (PltRoleMatrix *self, const PltFacts *facts, const PltPlan *plan)
{
  g_autoptr (GPtrArray) elements = plt_costumes_roles (facts);

  for (guint i = 0; i < elements->len; i++)
    {
      const PltElementFacts *element = g_ptr_array_index (elements, i);
      const PltPresence *presence = plt_plan_presence (plan, element->id);
      Role *role = g_new0 (Role, 1);

      role->id = element->id;
      role->name = element->number != PLT_UNKNOWN
                       ? g_strdup_printf ("%" G_GINT64_FORMAT " %s", element->number, element->name)
                       : g_strdup (element->name);
      role->n_days = presence != NULL ? presence->n_worked : 0;
      role->plays = g_new0 (guint8, MAX (self->sequences->len, 1));
      for (guint j = 0; j < self->sequences->len; j++)
        {
          const Sequence *sequence = g_ptr_array_index (self->sequences, j);

          if (plt_facts_find_occurrence (facts, sequence->id, element->id) == NULL)
            continue;
          role->plays[j] = 1;
          role->n_sequences++;
        }
      g_ptr_array_add (self->roles, role);
    }
}

static gboolean
same_sequences (const GPtrArray *a, const GPtrArray *b)
{
  gboolean same = a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    {
      const Sequence *x = g_ptr_array_index (a, i);
      const Sequence *y = g_ptr_array_index (b, i);

      same = x->id == y->id && g_str_equal (x->number, y->number)
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
plt_role_matrix_refresh (PltRoleMatrix *self)
{
  g_autoptr (GPtrArray) roles = NULL;
  g_autoptr (GPtrArray) sequences = NULL;

  g_return_if_fail (PLT_IS_ROLE_MATRIX (self));

  sequences = self->sequences;
  self->sequences = g_ptr_array_new_with_free_func (sequence_free);
  read_sequences (self, plt_session_get_facts (self->session));
  if (same_sequences (sequences, self->sequences))
    { /* the grid holds the titles of the old ones */
      g_ptr_array_unref (self->sequences);
      self->sequences = g_steal_pointer (&sequences);
    }
  roles = self->roles;
  self->roles = g_ptr_array_new_with_free_func (role_free);
  read_roles (self, plt_session_get_facts (self->session), plt_session_get_plan (self->session));
  if (sequences != NULL)
    plt_grid_model_columns_changed (PLT_GRID_MODEL (self));
  if (same_roles (roles, self->roles))
    plt_grid_model_cells_changed (PLT_GRID_MODEL (self), 0, roles->len);
  else
    plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, roles->len, self->roles->len);
}

PltRef
plt_role_matrix_get_ref (PltRoleMatrix *self, guint row, guint column)
{
  g_return_val_if_fail (PLT_IS_ROLE_MATRIX (self), (PltRef){ NULL });

  if (row >= self->roles->len)
    return (PltRef){ NULL };
  if (column < N_FIXED)
    return (PltRef){ "element", ((Role *) g_ptr_array_index (self->roles, row))->id, NULL };
  if (column - N_FIXED < self->sequences->len)
    return (PltRef){ "sequence",
                     ((Sequence *) g_ptr_array_index (self->sequences, column - N_FIXED))->id,
                     NULL };
  return (PltRef){ NULL };
}

/* ---- the grid's questions ---- */

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_ROLE_MATRIX (model)->roles->len;
}

static guint
get_n_columns (PltGridModel *model)
{
  return N_FIXED + PLT_ROLE_MATRIX (model)->sequences->len;
}

static void
get_column (PltGridModel *model, guint column, PltGridColumn *out)
{
  PltRoleMatrix *self = PLT_ROLE_MATRIX (model);
  const Sequence *sequence;

  out->flags = PLT_GRID_COLUMN_UNSORTED;
  if (column < N_FIXED)
    {
      out->id = column == COLUMN_ROLE ? "role" : column == COLUMN_COUNT ? "count" : "days";
      out->title = column == COLUMN_ROLE    ? _ ("Role")
                   : column == COLUMN_COUNT ? _ ("Sequences")
                                            : _ ("Days");
      out->width = column == COLUMN_ROLE ? 20 : 8;
      out->align = column == COLUMN_ROLE ? PLT_GRID_ALIGN_START : PLT_GRID_ALIGN_END;
      out->flags |= column == COLUMN_ROLE ? PLT_GRID_COLUMN_FROZEN : 0u;
      return;
    }
  sequence = g_ptr_array_index (self->sequences, column - N_FIXED);
  out->id = sequence->key;
  out->title = sequence->number;
  out->tooltip = sequence->tooltip;
  out->width = 4;
  out->align = PLT_GRID_ALIGN_CENTER;
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return ((Role *) g_ptr_array_index (PLT_ROLE_MATRIX (model)->roles, row))->id;
}

static void
get_cell (PltGridModel *model, guint row, guint column, PltGridCell *cell)
{
  PltRoleMatrix *self = PLT_ROLE_MATRIX (model);
  const Role *role = g_ptr_array_index (self->roles, row);

  if (column == COLUMN_ROLE)
    cell->text = role->name;
  else if (column == COLUMN_COUNT)
    plt_grid_cell_take_text (cell, g_strdup_printf ("%u", role->n_sequences));
  else if (column == COLUMN_DAYS)
    plt_grid_cell_take_text (cell, g_strdup_printf ("%u", role->n_days));
  else if (role->plays[column - N_FIXED] != 0)
    {
      const Sequence *sequence = g_ptr_array_index (self->sequences, column - N_FIXED);

      cell->text = "●";
      cell->message = sequence->tooltip;
    }
}

static void
plt_role_matrix_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_cell = get_cell;
}

/* ---- the object ---- */

PltRoleMatrix *
plt_role_matrix_new (PltSession *session)
{
  PltRoleMatrix *self;

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self = g_object_new (PLT_TYPE_ROLE_MATRIX, NULL);
  self->session = g_object_ref (session);
  return self;
}

static void
plt_role_matrix_finalize (GObject *object)
{
  PltRoleMatrix *self = PLT_ROLE_MATRIX (object);

  g_ptr_array_unref (self->roles);
  g_ptr_array_unref (self->sequences);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_role_matrix_parent_class)->finalize (object);
}

static void
plt_role_matrix_class_init (PltRoleMatrixClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_role_matrix_finalize;
}

static void
plt_role_matrix_init (PltRoleMatrix *self)
{
  self->roles = g_ptr_array_new_with_free_func (role_free);
  self->sequences = g_ptr_array_new_with_free_func (sequence_free);
}
