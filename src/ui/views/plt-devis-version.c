#include "plt-devis-version.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-paths.h"
#include "plt-referential.h"
#include "plt-rows.h"

#define FEATURE "devis-long-metrage"

typedef struct
{
  PltStore *store;
  PltBatch *batch;
  gint64 budget;
  gint64 handle;        /* of the copy of the budget */
  GHashTable *accounts; /* id -> handle */
  GArray *late;         /* of Late: what refers to an account that comes later */
} Copy;

typedef struct
{
  gint64 handle; /* of an account */
  gint64 parent; /* id */
} Late;

/* Puts the values of a row on the row just begun in the batch; references to what is copied become
 * those to the copies. */
static gboolean
copy_values (Copy *self, const PltTable *table, gint64 id, gint64 row, GError **error)
{
  const guint n = plt_table_n_columns (table);
  g_autofree PltValue *values = g_new0 (PltValue, n);
  gboolean fine = plt_rows_read (self->store, table, id, values, error);

  for (guint i = 0; fine && i < n; i++)
    {
      const PltColumn *column = &table->columns[i];
      gint64 handle = 0;

      if (values[i].kind == PLT_VALUE_INTEGER && g_strcmp0 (column->reference, "budget") == 0)
        handle = self->handle;
      else if (values[i].kind == PLT_VALUE_INTEGER && g_strcmp0 (column->reference, "account") == 0)
        handle = (gint64) (gintptr) g_hash_table_lookup (self->accounts,
                                                         PLT_ID_TO_POINTER (values[i].integer));
      if (handle != 0)
        plt_batch_set_integer (self->batch, column->id, handle);
      else if (values[i].kind == PLT_VALUE_INTEGER && g_strcmp0 (column->reference, "account") == 0)
        {
          const Late late = { row, values[i].integer };

          g_array_append_val (self->late, late);
        }
      else
        plt_batch_set_value (self->batch, column->id, &values[i]);
    }
  for (guint i = 0; i < n; i++)
    plt_value_clear (&values[i]);
  return fine;
}

static gboolean
copy_rows (Copy *self, const char *id, GError **error)
{
  const PltTable *table = plt_table_find (id);
  const PltFilter filter = { "budget", plt_value_integer (self->budget) };
  g_autoptr (GArray) ids = plt_rows_ids (self->store, table, &filter, 1, NULL, error);
  const gboolean accounts = g_str_equal (id, "account");

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      const gint64 row = g_array_index (ids, gint64, i);
      const gint64 handle = plt_batch_insert (self->batch, id);

      if (accounts)
        g_hash_table_insert (self->accounts, PLT_ID_TO_POINTER (row), PLT_ID_TO_POINTER (handle));
      if (!copy_values (self, table, row, handle, error))
        return FALSE;
    }
  for (guint i = 0; i < self->late->len; i++)
    {
      const Late *late = &g_array_index (self->late, Late, i);
      gpointer parent = g_hash_table_lookup (self->accounts, PLT_ID_TO_POINTER (late->parent));

      plt_batch_update (self->batch, id, late->handle);
      if (parent != NULL)
        plt_batch_set_integer (self->batch, "parent", (gint64) (gintptr) parent);
    }
  g_array_set_size (self->late, 0);
  return TRUE;
}

static gint64
next_version (PltStore *store)
{
  const PltTable *table = plt_table_find ("budget");
  const int column = plt_table_column_index (table, "version");
  g_autoptr (GArray) ids = plt_rows_ids (store, table, NULL, 0, NULL, NULL);
  gint64 last = 0;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (PltRecord) record
          = plt_store_get_record (store, "budget", g_array_index (ids, gint64, i));
      const PltValue *value = plt_record_get_at (record, (guint) column);

      if (value->kind == PLT_VALUE_INTEGER)
        last = MAX (last, value->integer);
    }
  return last + 1;
}

PltBatch *
plt_devis_copy_batch (
    PltStore *store, gint64 budget, const char *name, gint64 *handle, GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GHashTable) accounts = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GArray) late = g_array_new (FALSE, FALSE, sizeof (Late));
  Copy copy
      = { .store = store, .batch = batch, .budget = budget, .accounts = accounts, .late = late };

  copy.handle = plt_batch_insert (batch, "budget");
  if (!copy_values (&copy, plt_table_find ("budget"), budget, copy.handle, error))
    return NULL;
  plt_batch_set_text (batch, "name", name);
  plt_batch_set_integer (batch, "version", next_version (store));
  plt_batch_set_text (batch, "status", "brouillon");
  if (!copy_rows (&copy, "account", error) || !copy_rows (&copy, "budget_global", error)
      || !copy_rows (&copy, "budget_line", error))
    return NULL;
  *handle = copy.handle;
  return g_steal_pointer (&batch);
}

/* ---- a new one ---- */

/* (nullable): the template the production keeps, or the feature film's as it is delivered. */
static PltReferential *
open_template (const PltFacts *facts, const char **name, GError **error)
{
  g_autofree char *content = NULL;

  for (guint i = 0; i < facts->referentials.n; i++)
    if (g_str_has_prefix (facts->referentials.items[i].name, "devis-"))
      {
        *name = facts->referentials.items[i].name;
        return plt_referential_parse (facts->referentials.items[i].content);
      }
  *name = FEATURE;
  content = plt_paths_read ("referentials/" FEATURE ".tsv", NULL, error);
  return content != NULL ? plt_referential_parse (content) : NULL;
}

static void
add_account (
    PltBatch *batch, const PltReferential *template, guint row, gint64 budget, GHashTable *accounts)
{
  const char *code = plt_referential_get (template, row, "code");
  const char *mark = plt_referential_get (template, row, "statut_code");
  const char *label = plt_referential_get (template, row, "statut_libelle");
  gpointer parent = g_hash_table_lookup (accounts, plt_referential_get (template, row, "parent"));
  gint64 handle = plt_batch_insert (batch, "account");

  g_hash_table_insert (accounts, g_strdup (code), PLT_ID_TO_POINTER (handle));
  plt_batch_set_integer (batch, "budget", budget);
  plt_batch_set_text (batch, "code", code);
  plt_batch_set_text (batch, "name", plt_referential_get (template, row, "libelle"));
  if (parent != NULL)
    plt_batch_set_integer (batch, "parent", (gint64) (gintptr) parent);
  plt_batch_set_text (batch, "mark",
                      *mark == 'S'              ? "cnc"
                      : g_str_equal (mark, "K") ? "a-verifier"
                                                : "maison");
  plt_batch_set_integer (batch, "label_verified",
                         g_str_equal (label, "S") || g_str_equal (label, "CCN"));
}

PltBatch *
plt_devis_new_batch (const PltFacts *facts, const char *name, gint64 *handle, GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GHashTable) accounts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *template_name = NULL;
  g_autoptr (PltReferential) template = open_template (facts, &template_name, error);

  if (template == NULL)
    return NULL;
  *handle = plt_batch_insert (batch, "budget");
  plt_batch_set_text (batch, "name", name);
  plt_batch_set_text (batch, "template", template_name);
  for (guint i = 0; i < plt_referential_n_rows (template); i++)
    if (g_ascii_isdigit (*plt_referential_get (template, i, "code"))
        && !g_str_equal (plt_referential_get (template, i, "niveau"), "4"))
      add_account (batch, template, i, *handle, accounts);
  plt_batch_update (batch, "production", facts->production.id);
  plt_batch_set_integer (batch, "budget", *handle);
  return g_steal_pointer (&batch);
}
