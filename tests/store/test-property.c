/* Random commands over all tables, through the functions that everything writes with: all undone
 * and redone, twice, also across a reopening half way, and every state met again is the same.
 *
 * The values follow from the descriptors. A command that is refused must leave everything as it
 * was. `-m slow` compares after every step, otherwise after every 25th. */
#include "plt-test-file.h"

#include <string.h>

#include "plt-load-private.h"
#include "plt-load.h"
#include "plt-rows.h"

#define N_COMMANDS 2000

typedef struct
{
  PltTestFile file;
  GRand *rand;
  guint serial;
  GPtrArray *sums; /* of char *, by step; NULL where it is not compared */
  GHashTable *met; /* of char *: "set inserted" */
  PltFacts *facts; /* (nullable): followed change by change */
} Walk;

static void
meet (Walk *walk, const char *table, const GArray *ids, const char *what)
{
  if (ids != NULL)
    g_hash_table_add (walk->met, g_strdup_printf ("%s %s", table, what));
}

/* ---- facts that follow ---- */

static void
assert_same_field (const List *list, const Field *field, gconstpointer one, gconstpointer other)
{
  const void *a = (const char *) one + field->offset, *b = (const char *) other + field->offset;
  gboolean same;

  if (field->kind == FIELD_TEXT)
    same = strcmp (*(const char *const *) a, *(const char *const *) b) == 0;
  else if (field->kind == FIELD_INTEGER)
    same = *(const gint64 *) a == *(const gint64 *) b;
  else
    same = *(const int *) a == *(const int *) b;
  if (!same)
    g_error ("%s.%s did not follow.", list->table, field->column);
}

static void
assert_same_list (const List *list, const PltFacts *one, const PltFacts *other)
{
  guint n = *(const guint *) G_STRUCT_MEMBER_P (one, list->n);
  const char *items = *(char *const *) G_STRUCT_MEMBER_P (one, list->items);
  const char *others = *(char *const *) G_STRUCT_MEMBER_P (other, list->items);
  GHashTable *index = *(GHashTable *const *) G_STRUCT_MEMBER_P (one, list->index);

  g_assert_cmpuint (n, ==, *(const guint *) G_STRUCT_MEMBER_P (other, list->n));
  for (guint i = 0; i < n; i++)
    {
      gint64 id = *(const gint64 *) (gconstpointer) (items + i * list->size);

      g_assert_cmpint (id, ==, *(const gint64 *) (gconstpointer) (others + i * list->size));
      g_assert_true (plt_facts_lookup (index, items, list->size, id) == items + i * list->size);
      for (const Field *field = list->fields; field->column != NULL; field++)
        assert_same_field (list, field, items + i * list->size, others + i * list->size);
    }
}

/* The facts that followed each change (the first time: that are read now) are those of the file. */
static void
assert_followed (Walk *walk)
{
  g_autoptr (PltFacts) read = plt_facts_load (walk->file.store, NULL);
  const List *list = plt_load_nth (0);

  g_assert_nonnull (read);
  if (walk->facts == NULL)
    walk->facts = plt_facts_load (walk->file.store, NULL);
  for (const Field *field = list->fields; field->column != NULL; field++)
    assert_same_field (list, field, &walk->facts->production, &read->production);
  for (guint i = 1; (list = plt_load_nth (i)) != NULL; i++)
    assert_same_list (list, walk->facts, read);
}

static void
follow (Walk *walk, const PltChanges *changes)
{
  g_autoptr (PltFacts) before = walk->facts;

  walk->facts = NULL;
  if (before != NULL)
    walk->facts = plt_facts_load_changed (walk->file.store, before, changes, NULL);
}

static void
changed_cb (PltStore *store, const PltChanges *changes, Walk *walk)
{
  follow (walk, changes);
  for (const PltTable *const *table = plt_tables (); *table != NULL; table++)
    {
      const char *id = (*table)->id;

      meet (walk, id, plt_changes_inserted (changes, id), "inserted");
      meet (walk, id, plt_changes_updated (changes, id), "updated");
      meet (walk, id, plt_changes_deleted (changes, id), "deleted");
    }
}

static void
set_up (Walk *walk, gconstpointer data)
{
  plt_test_file_set_up (&walk->file, data);
  walk->rand = g_rand_new_with_seed (20261123);
  walk->serial = 0;
  walk->sums = g_ptr_array_new_with_free_func (g_free);
  walk->met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
tear_down (Walk *walk, gconstpointer data)
{
  g_ptr_array_unref (walk->sums);
  g_hash_table_unref (walk->met);
  g_clear_pointer (&walk->facts, plt_facts_free);
  g_rand_free (walk->rand);
  plt_test_file_tear_down (&walk->file, data);
}

static guint
below (Walk *walk, guint n)
{
  return (guint) g_rand_int_range (walk->rand, 0, (gint32) n);
}

/* ---- random rows ---- */

static gint64
random_id (Walk *walk, const char *table)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT id FROM \"%s\" ORDER BY id LIMIT 1 OFFSET %u", table,
      below (walk, (guint) MAX (1, plt_rows_count (walk->file.store, plt_table_find (table)))));

  return plt_db_int (plt_store_get_db (walk->file.store), sql, 0);
}

static char *
random_text (Walk *walk)
{
  static const char *const words[]
      = { "café", "L’été", "Nora", "quai", "«\302\240Bon\302\240»", "12 A", "½", "œuvre", "" };
  const char *word = words[below (walk, G_N_ELEMENTS (words))];

  return g_strdup_printf ("%s %u", word, walk->serial++);
}

static char *
random_choice (Walk *walk, const PltColumn *column)
{
  guint n = 0;

  while (column->choices[n].id != NULL)
    n++;
  return g_strdup (column->choices[below (walk, n)].id);
}

/* (transfer full): as plt_column_parse() reads it, but for references */
static PltValue
random_value (Walk *walk, const PltColumn *column)
{
  gboolean required = (column->flags & PLT_COLUMN_REQUIRED) != 0;
  g_autofree char *text = NULL;

  if (!required && below (walk, 5) == 0)
    return plt_column_is_text (column)          ? plt_value_text ("")
           : column->type == PLT_COLUMN_BOOLEAN ? plt_value_integer (0)
                                                : (PltValue) PLT_VALUE_INIT;
  switch (column->type)
    {
    case PLT_COLUMN_REFERENCE:
      {
        gint64 id = random_id (walk, column->reference);

        return id == 0 ? (PltValue) PLT_VALUE_INIT : plt_value_integer (id);
      }
    case PLT_COLUMN_CHOICE:
    case PLT_COLUMN_FLAGS:
      text = random_choice (walk, column);
      return plt_value_text (text);
    case PLT_COLUMN_DATE:
      text = g_strdup_printf ("2026-%02u-%02u", 1 + below (walk, 12), 1 + below (walk, 28));
      return plt_value_text (text);
    case PLT_COLUMN_FORMULA:
      text = g_strdup_printf ("%u", below (walk, 100));
      return plt_value_text (text);
    case PLT_COLUMN_BOOLEAN:
      return plt_value_integer (below (walk, 2));
    case PLT_COLUMN_TEXT:
    case PLT_COLUMN_LONG_TEXT:
    case PLT_COLUMN_FILE:
      text = random_text (walk);
      return plt_value_text (text);
    case PLT_COLUMN_INTEGER:
    case PLT_COLUMN_MONEY:
    case PLT_COLUMN_RATE:
    case PLT_COLUMN_QUANTITY:
    case PLT_COLUMN_CLOCK:
    case PLT_COLUMN_DURATION:
    case PLT_COLUMN_SECONDS:
    case PLT_COLUMN_EIGHTHS:
    case PLT_COLUMN_COORDINATE:
    default:
      return plt_value_integer (below (walk, 1000));
    }
}

static GArray *
random_values (Walk *walk, const PltTable *table, gboolean all_required)
{
  GArray *values = g_array_new (FALSE, TRUE, sizeof (PltEditValue));

  for (const PltColumn *column = table->columns; column->id != NULL; column++)
    if ((all_required && (column->flags & PLT_COLUMN_REQUIRED) != 0) || below (walk, 4) == 0)
      {
        PltEditValue value = { column, random_value (walk, column) };

        g_array_append_val (values, value);
      }
  return values;
}

static void
free_values (GArray *values)
{
  for (guint i = 0; i < values->len; i++)
    plt_value_clear (&g_array_index (values, PltEditValue, i).value);
  g_array_unref (values);
}

static const PltTable *
random_table (Walk *walk)
{
  guint n = 0;

  while (plt_tables ()[n] != NULL)
    n++;
  return plt_tables ()[below (walk, n)];
}

/* ---- random commands ---- */

static gboolean
insert_or_update (Walk *walk, const PltTable *table, gint64 id, GError **error)
{
  GArray *values = random_values (walk, table, id == 0);
  PltEditValue *edits = (PltEditValue *) (gpointer) values->data;
  gboolean ok = id == 0 ? plt_rows_insert (walk->file.store, table, edits, values->len, error) != 0
                        : plt_rows_update (walk->file.store, table, id, edits, values->len, error);

  free_values (values);
  return ok;
}

static gboolean
random_edits (PltStore *store, gpointer data, GError **error)
{
  Walk *walk = data;
  gboolean ok = TRUE;

  for (guint n = 1 + below (walk, 4); ok && n > 0; n--)
    {
      const PltTable *table = random_table (walk);
      gboolean only_row = strcmp (table->id, "production") == 0;
      gint64 id = random_id (walk, table->id);
      guint what = below (walk, 100);

      if (only_row || (what < 40 && id != 0))
        ok = insert_or_update (walk, table, id, error);
      else if (what < 88 || id == 0)
        ok = insert_or_update (walk, table, 0, error);
      else
        ok = plt_rows_delete (store, table, id, error);
    }
  return ok;
}

static void
note_or_compare (Walk *walk, guint step)
{
  char *sum;

  if (step % (g_test_slow () ? 1 : 25) != 0 && step != N_COMMANDS)
    {
      if (step >= walk->sums->len)
        g_ptr_array_add (walk->sums, NULL);
      return;
    }
  if (g_test_slow () || step % 100 == 0)
    assert_followed (walk);
  sum = plt_store_checksum (walk->file.store);
  if (step >= walk->sums->len)
    {
      g_ptr_array_add (walk->sums, sum);
      return;
    }
  if (strcmp (sum, g_ptr_array_index (walk->sums, step)) != 0)
    g_error ("After step %u the rows are not what they were.", step);
  g_free (sum);
}

/* The disk is not what is tested here. */
static void
be_quick (Walk *walk)
{
  plt_db_exec (plt_store_get_db (walk->file.store), "PRAGMA synchronous=OFF", NULL);
}

static void
walk_forward (Walk *walk)
{
  guint refused = 0, in_vain = 0;

  note_or_compare (walk, 0);
  for (guint step = 0; step < N_COMMANDS;)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *before = refused % 50 == 0 ? plt_store_checksum (walk->file.store) : NULL;
      guint steps = walk->file.store->history.done;
      g_autofree char *label = g_strdup_printf ("Commande %u", step);
      gboolean ok = plt_store_run (walk->file.store,
                                   &(PltCommand){ label, NULL, random_edits, walk }, &error);

      if (!ok)
        {
          g_autofree char *after = before == NULL ? NULL : plt_store_checksum (walk->file.store);

          g_assert_cmpstr (before, ==, after);
          g_assert_nonnull (error);
          refused++;
        }
      else if (walk->file.store->history.done == steps)
        in_vain++;
      else
        note_or_compare (walk, ++step);
    }
  g_test_message ("%u commands, %u refused, %u changed nothing", N_COMMANDS, refused, in_vain);
  g_assert_cmpuint (refused, <, 20 * N_COMMANDS);
}

static void
go (Walk *walk, guint from, guint to)
{
  for (guint step = from; step > to; step--)
    {
      plt_test_undo (walk->file.store);
      note_or_compare (walk, step - 1);
    }
  for (guint step = from; step < to; step++)
    {
      plt_test_redo (walk->file.store);
      note_or_compare (walk, step + 1);
    }
}

/* Rows of every table were inserted, updated and deleted, but the production's only one. */
static void
assert_all_tables_met (Walk *walk)
{
  static const char *const whats[] = { "inserted", "updated", "deleted" };

  for (const PltTable *const *table = plt_tables (); *table != NULL; table++)
    for (gsize i = 0; i < G_N_ELEMENTS (whats); i++)
      {
        g_autofree char *what = g_strdup_printf ("%s %s", (*table)->id, whats[i]);

        if (!g_hash_table_contains (walk->met, what) && strcmp ((*table)->id, "production") != 0)
          g_error ("The walk has not met: %s.", what);
      }
}

static void
reopen (Walk *walk)
{
  plt_test_reopen (&walk->file, PLT_OPEN_WRITE);
  be_quick (walk);
  g_clear_pointer (&walk->facts, plt_facts_free);
  g_signal_connect (walk->file.store, "changed::*", G_CALLBACK (changed_cb), walk);
}

static void
test_walk (Walk *walk, gconstpointer data)
{
  be_quick (walk);
  g_signal_connect (walk->file.store, "changed::*", G_CALLBACK (changed_cb), walk);
  walk_forward (walk);
  assert_all_tables_met (walk);
  plt_test_assert_sound (walk->file.store);
  for (guint round = 0; round < 2; round++)
    {
      go (walk, N_COMMANDS, 0);
      g_assert_false (plt_store_can_undo (walk->file.store));
      go (walk, 0, N_COMMANDS);
      g_assert_false (plt_store_can_redo (walk->file.store));
    }
  plt_test_assert_sound (walk->file.store);

  go (walk, N_COMMANDS, N_COMMANDS / 2);
  reopen (walk);
  go (walk, N_COMMANDS / 2, 0);
  reopen (walk);
  go (walk, 0, N_COMMANDS / 3);
  reopen (walk);
  go (walk, N_COMMANDS / 3, N_COMMANDS);
  plt_test_assert_sound (walk->file.store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/property/walk", Walk, NULL, set_up, test_walk, tear_down);
  return g_test_run ();
}
