/* A source of financing whose status changes keeps what it was: each command that leaves another
 * status than it found adds one row to funding_status, with the day and the amount the source then
 * has, as part of the same step of the history. Whoever writes the status (a grid, a form, a
 * batch, a CSV file, the command line) comes through here, so nobody has to think of it.
 *
 * A command that adds such a row itself, with a day, an author or a document of its own, is left
 * alone: the last row of the source then says its status already. A source that is new has no past
 * and gets no row. */
#include "plt-rows-private.h"
#include "plt-today.h"

#include <string.h>

#define SOURCE "funding_source"
#define PAST "funding_status"

typedef struct
{
  gint64 id;
  char *before; /* the status at the beginning of the command */
} Move;

static void
move_clear (gpointer data)
{
  g_free (((Move *) data)->before);
}

/* The moves of the command that is running. */
static GQuark
moves_quark (void)
{
  return g_quark_from_static_string ("plt-rows-history");
}

void
plt_rows_note_status (PltStore *store,
                      const PltTable *table,
                      gint64 id,
                      const PltValue *before,
                      const gboolean *changed)
{
  GArray *moves = g_object_get_qdata (G_OBJECT (store), moves_quark ());
  Move move = { .id = id };
  int column;

  if (strcmp (table->id, SOURCE) != 0)
    return;
  column = plt_table_column_index (table, "status");
  if (!changed[column])
    return;
  if (moves == NULL)
    {
      moves = g_array_new (FALSE, FALSE, sizeof (Move));
      g_array_set_clear_func (moves, move_clear);
      g_object_set_qdata_full (G_OBJECT (store), moves_quark (), moves,
                               (GDestroyNotify) g_array_unref);
    }
  for (guint i = 0; i < moves->len; i++)
    if (g_array_index (moves, Move, i).id == id)
      return;
  move.before = g_strdup (plt_value_get_text (&before[column]));
  g_array_append_val (moves, move);
}

void
plt_rows_forget_statuses (PltStore *store)
{
  g_object_set_qdata (G_OBJECT (store), moves_quark (), NULL);
}

/* Whether the last row of the source says `status`. FALSE with an error, too. */
static gboolean
is_told (PltStore *store, gint64 source, const char *status, GError **error)
{
  PltDb *db = plt_store_get_db (store);
  PltStmt *stmt = plt_db_prepare (db,
                                  "SELECT \"status\" FROM \"" PAST "\" WHERE \"" SOURCE
                                  "\" = ?1 ORDER BY \"id\" DESC LIMIT 1",
                                  error);
  gboolean told;

  if (stmt == NULL)
    return FALSE;
  plt_stmt_bind_int (stmt, 1, source);
  told = plt_db_step (db, stmt, error) == PLT_STEP_ROW
         && g_strcmp0 (plt_stmt_text (stmt, 0), status) == 0;
  sqlite3_reset (stmt);
  return told;
}

static gboolean
add_row (PltStore *store, gint64 source, const char *status, const PltValue *amount, GError **error)
{
  const PltTable *table = plt_table_find (PAST);
  g_autofree char *today = plt_date_to_iso (plt_today ());
  g_auto (PltValue) date = plt_value_text (today);
  g_auto (PltValue) text = plt_value_text (status);
  const PltEditValue values[] = {
    { plt_table_column (table, SOURCE), plt_value_integer (source) },
    { plt_table_column (table, "date"), date },
    { plt_table_column (table, "status"), text },
    { plt_table_column (table, "amount_cents"), *amount },
  };

  return plt_rows_insert (store, table, values, G_N_ELEMENTS (values), error) != 0;
}

static gboolean
write_move (PltStore *store, const Move *move, GError **error)
{
  const PltTable *table = plt_table_find (SOURCE);
  guint n = plt_table_n_columns (table);
  g_autofree PltValue *row = g_new0 (PltValue, n);
  g_autoptr (GError) failure = NULL;
  const char *status;
  gboolean done = TRUE;

  if (plt_rows_read (store, table, move->id, row, &failure))
    {
      status = plt_value_get_text (&row[plt_table_column_index (table, "status")]);
      done = g_strcmp0 (status, move->before) == 0 || is_told (store, move->id, status, &failure)
             || (failure == NULL
                 && add_row (store, move->id, status,
                             &row[plt_table_column_index (table, "amount_cents")], &failure));
    }
  plt_rows_clear_values (row, n);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return done; /* a source that the command deleted needs nothing */
}

gboolean
plt_rows_write_statuses (PltStore *store, GError **error)
{
  g_autoptr (GArray) moves = g_object_steal_qdata (G_OBJECT (store), moves_quark ());

  for (guint i = 0; moves != NULL && i < moves->len; i++)
    if (!write_move (store, &g_array_index (moves, Move, i), error))
      return FALSE;
  return TRUE;
}
