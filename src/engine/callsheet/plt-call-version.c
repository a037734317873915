#include "plt-call-version.h"

#include <string.h>

#include "plt-call-fields.h"

/* Rows of a sheet in one table. */
typedef struct
{
  const void *row; /* PltCallFacts or PltCallNoteFacts */
  gint64 id;
  char *key; /* (owned) */
} Row;

static void
clear_row (gpointer row)
{
  g_free (((Row *) row)->key);
}

void
plt_call_change_free (PltCallChange *change)
{
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

static const PltSheetFacts *
find (const PltFacts *facts, gint64 sheet)
{
  return PLT_FACTS_FIND (facts->sheets, PltSheetFacts, sheet);
}

static gboolean
is_locked (const PltSheetFacts *sheet)
{
  return sheet == NULL || strcmp (sheet->status, "envoyee") == 0
         || strcmp (sheet->status, "remplacee") == 0;
}

/* ---- the rows of a sheet ---- */

static char *
key_of_call (const PltCallFacts *call)
{
  if (call->role != 0)
    return g_strdup_printf ("role:%" G_GINT64_FORMAT, call->role);
  if (call->person != 0)
    return g_strdup_printf ("person:%" G_GINT64_FORMAT, call->person);
  return g_strconcat ("group:", call->group, ":", call->function, NULL);
}

/* Takes the key; the second of the same name is "name#2". */
static void
add_row (GArray *rows, GHashTable *times, const void *what, gint64 id, char *key)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (times, key)) + 1;
  Row row = { what, id, n > 1 ? g_strdup_printf ("%s#%u", key, n) : g_strdup (key) };

  g_hash_table_insert (times, key, GUINT_TO_POINTER (n));
  g_array_append_val (rows, row);
}

static GArray *
rows_of (const PltFacts *facts, gint64 sheet, const char *table)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GHashTable) times = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_array_set_clear_func (rows, clear_row);
  if (strcmp (table, "call") == 0)
    {
      for (guint i = 0; i < facts->calls.n; i++)
        if (facts->calls.items[i].call_sheet == sheet)
          add_row (rows, times, &facts->calls.items[i], facts->calls.items[i].id,
                   key_of_call (&facts->calls.items[i]));
    }
  else
    for (guint i = 0; i < facts->call_notes.n; i++)
      if (facts->call_notes.items[i].call_sheet == sheet)
        add_row (rows, times, &facts->call_notes.items[i], facts->call_notes.items[i].id,
                 g_strdup (facts->call_notes.items[i].department));
  return rows;
}

/* ---- the snapshot ---- */

static void
append_escaped (GString *text, const char *value)
{
  for (const char *c = value; *c != '\0'; c++)
    switch (*c)
      {
      case '\\':
        g_string_append (text, "\\\\");
        break;
      case '\t':
        g_string_append (text, "\\t");
        break;
      case '\n':
        g_string_append (text, "\\n");
        break;
      default:
        g_string_append_c (text, *c);
        break;
      }
}

static void
write_row (GString *text, const char *table, const char *key, gconstpointer row)
{
  guint n;
  const PltCallField *fields = plt_call_fields (table, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value = plt_call_field_store (&fields[i], row);

      if (*value == '\0' || (fields[i].kind == PLT_CALL_FIELD_FLAG && strcmp (value, "0") == 0))
        continue;
      g_string_append_printf (text, "%s\t%s\t%s\t", table, key, fields[i].column);
      append_escaped (text, value);
      g_string_append_c (text, '\n');
    }
}

/**
 * plt_call_version_snapshot:
 * @facts: the production
 * @sheet: a call sheet
 *
 * Returns: (transfer full): the text of all it holds, "" when there is no such sheet
 */
char *
plt_call_version_snapshot (const PltFacts *facts, gint64 sheet)
{
  static const char *const tables[] = { "call", "call_note" };
  const PltSheetFacts *row = find (facts, sheet);
  GString *text = g_string_new (NULL);

  if (row != NULL)
    write_row (text, "call_sheet", "", row);
  for (guint i = 0; row != NULL && i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GArray) rows = rows_of (facts, sheet, tables[i]);

      for (guint j = 0; j < rows->len; j++)
        write_row (text, tables[i], g_array_index (rows, Row, j).key,
                   g_array_index (rows, Row, j).row);
    }
  return g_string_free (text, FALSE);
}

/* ---- what becomes of a sheet ---- */

gboolean
plt_call_version_approve (
    const PltFacts *facts, gint64 sheet, const char *who, PltDate date, PltBatch *batch)
{
  if (is_locked (find (facts, sheet)))
    return FALSE;
  plt_batch_update (batch, "call_sheet", sheet);
  plt_batch_set_text (batch, "status", "validee");
  plt_batch_set_text (batch, "approved_by", who);
  plt_batch_set_date (batch, "approved_date", date);
  return TRUE;
}

gboolean
plt_call_version_send (
    const PltFacts *facts, gint64 sheet, const char *who, PltDate date, PltBatch *batch)
{
  g_autofree char *snapshot = NULL;

  if (is_locked (find (facts, sheet)))
    return FALSE;
  snapshot = plt_call_version_snapshot (facts, sheet);
  plt_batch_update (batch, "call_sheet", sheet);
  plt_batch_set_text (batch, "status", "envoyee");
  plt_batch_set_text (batch, "sent_by", who);
  plt_batch_set_date (batch, "sent_date", date);
  plt_batch_set_text (batch, "snapshot", snapshot);
  return TRUE;
}

/* What tells of a version and is not of the next one. */
static gboolean
is_of_version (const char *column)
{
  static const char *const own[] = { "version",       "status",  "sent_date", "approved_by",
                                     "approved_date", "sent_by", "replaces",  "reason" };

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (strcmp (own[i], column) == 0)
      return TRUE;
  return FALSE;
}

static void
copy_row (const char *table, gconstpointer row, PltBatch *batch)
{
  guint n;
  const PltCallField *fields = plt_call_fields (table, &n);

  for (guint i = 0; i < n; i++)
    if (strcmp (table, "call_sheet") != 0 || !is_of_version (fields[i].column))
      plt_call_field_set (&fields[i], row, batch);
}

/**
 * plt_call_version_correct:
 * @facts: the production
 * @sheet: a sheet that was sent
 * @reason: why it is corrected, may be ""
 * @batch: where to add
 *
 * Returns: the handle of the new version, 0 when the sheet was not sent
 */
gint64
plt_call_version_correct (const PltFacts *facts, gint64 sheet, const char *reason, PltBatch *batch)
{
  static const char *const tables[] = { "call", "call_note" };
  const PltSheetFacts *before = find (facts, sheet);
  gint64 handle;

  if (before == NULL || strcmp (before->status, "envoyee") != 0)
    return 0;
  plt_batch_update (batch, "call_sheet", sheet);
  plt_batch_set_text (batch, "status", "remplacee");
  handle = plt_batch_insert (batch, "call_sheet");
  copy_row ("call_sheet", before, batch);
  plt_batch_set_integer (batch, "version",
                         before->version == PLT_UNKNOWN ? 2 : before->version + 1);
  plt_batch_set_text (batch, "status", "brouillon");
  plt_batch_set_integer (batch, "replaces", sheet);
  plt_batch_set_text (batch, "reason", reason);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GArray) rows = rows_of (facts, sheet, tables[i]);

      for (guint j = 0; j < rows->len; j++)
        {
          plt_batch_insert (batch, tables[i]);
          plt_batch_set_integer (batch, "call_sheet", handle);
          copy_row (tables[i], g_array_index (rows, Row, j).row, batch);
        }
    }
  return handle;
}

/* ---- what changed ---- */

static PltCallChange *
add_change (GPtrArray *changes, const char *table, gint64 id, const char *column)
{
  PltCallChange *change = g_new0 (PltCallChange, 1);

  change->ref = (PltRef){ table, id, column };
  change->before = change->after = NULL;
  g_ptr_array_add (changes, change);
  return change;
}

static void
compare_rows (const PltFacts *facts,
              const char *table,
              gint64 id,
              gconstpointer before,
              gconstpointer after,
              GPtrArray *changes)
{
  guint n;
  const PltCallField *fields = plt_call_fields (table, &n);

  for (guint i = 0; i < n; i++)
    {
      PltCallChange *change;

      if ((strcmp (table, "call_sheet") == 0 && is_of_version (fields[i].column))
          || strcmp (fields[i].column, "typed") == 0 || strcmp (fields[i].column, "position") == 0
          || plt_call_field_equal (&fields[i], before, after))
        continue;
      change = add_change (changes, table, id, fields[i].column);
      change->before = plt_call_field_text (facts, table, &fields[i], before);
      change->after = plt_call_field_text (facts, table, &fields[i], after);
    }
}

/* (nullable) */
static const Row *
row_of (const GArray *rows, const char *key)
{
  for (guint i = 0; i < rows->len; i++)
    if (strcmp (g_array_index (rows, Row, i).key, key) == 0)
      return &g_array_index (rows, Row, i);
  return NULL;
}

static char *
name_of (const PltFacts *facts, const char *table, const void *what)
{
  if (strcmp (table, "call_note") == 0)
    return g_strdup (((const PltCallNoteFacts *) what)->department);
  return plt_call_name (facts, what);
}

static void
compare_tables (
    const PltFacts *facts, const char *table, gint64 before, gint64 after, GPtrArray *changes)
{
  g_autoptr (GArray) old = rows_of (facts, before, table);
  g_autoptr (GArray) new = rows_of (facts, after, table);

  for (guint i = 0; i < new->len; i++)
    {
      const Row *row = &g_array_index (new, Row, i);
      const Row *same = row_of (old, row->key);

      if (same != NULL)
        compare_rows (facts, table, row->id, same->row, row->row, changes);
      else
        {
          PltCallChange *change = add_change (changes, table, row->id, NULL);

          change->added = TRUE;
          change->before = g_strdup ("");
          change->after = name_of (facts, table, row->row);
        }
    }
  for (guint i = 0; i < old->len; i++)
    {
      const Row *row = &g_array_index (old, Row, i);
      PltCallChange *change;

      if (row_of (new, row->key) != NULL)
        continue;
      change = add_change (changes, table, row->id, NULL);
      change->removed = TRUE;
      change->before = name_of (facts, table, row->row);
      change->after = g_strdup ("");
    }
}

/**
 * plt_call_version_changes:
 * @facts: the production
 * @before: a version of a call sheet
 * @after: a later one
 *
 * Returns: (transfer full) (element-type PltCallChange): empty when one of them does not exist
 */
GPtrArray *
plt_call_version_changes (const PltFacts *facts, gint64 before, gint64 after)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) plt_call_change_free);
  const PltSheetFacts *old = find (facts, before), *new = find (facts, after);

  if (old == NULL || new == NULL)
    return changes;
  compare_rows (facts, "call_sheet", after, old, new, changes);
  compare_tables (facts, "call", before, after, changes);
  compare_tables (facts, "call_note", before, after, changes);
  return changes;
}
