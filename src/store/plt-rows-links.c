/* No task waits for itself: a command that leaves a link between tasks, or a task in a group, by
 * which tasks would wait for each other is refused with their path, whoever writes it (a grid, a
 * form, a batch, a CSV file, the command line).
 *
 * Looked at once, when the command has written all it has to: a batch may turn a link round on its
 * way. A circle that is in the file already, and that nothing written goes through, stops nobody:
 * the check of the rétroplanning names it. A group counts with all its tasks, as for the engine
 * (see plt-network.h): a task begins after its group may, a group ends after its tasks, and a link
 * is from the end of one to the start of the other, whatever its kind. Undo and redo lead back to
 * what was there, and are not asked. */
#include "plt-rows-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LINK "task_link"
#define TASK "task"

typedef struct
{
  gint64 id;
  gboolean is_link;
} Mark;

typedef struct
{
  guint from, to; /* nodes: 2 * task, + 1 for its end */
  gint64 link;    /* row, 0 for one of a group */
} Edge;

typedef struct
{
  GHashTable *index; /* id to place + 1 */
  GArray *ids, *parents;
  GArray *edges;    /* (element-type Edge), by node once sorted */
  guint *first;     /* edge, by node; [n] the end */
  guint n;          /* nodes */
  guint8 *has_part; /* by task */
} Graph;

static GQuark
marks_quark (void)
{
  return g_quark_from_static_string ("plt-rows-links");
}

static gboolean
has_changed (const PltTable *table, const char *column, const gboolean *changed)
{
  return changed == NULL || changed[plt_table_column_index (table, column)];
}

void
plt_rows_note_link (PltStore *store, const PltTable *table, gint64 id, const gboolean *changed)
{
  GArray *marks = g_object_get_qdata (G_OBJECT (store), marks_quark ());
  Mark mark = { id, strcmp (table->id, LINK) == 0 };

  if (!mark.is_link && strcmp (table->id, TASK) != 0)
    return;
  if (mark.is_link
          ? !has_changed (table, "task", changed) && !has_changed (table, "predecessor", changed)
                && !has_changed (table, "kind", changed)
          : !has_changed (table, "parent", changed))
    return;
  if (marks == NULL)
    {
      marks = g_array_new (FALSE, FALSE, sizeof (Mark));
      g_object_set_qdata_full (G_OBJECT (store), marks_quark (), marks,
                               (GDestroyNotify) g_array_unref);
    }
  g_array_append_val (marks, mark);
}

void
plt_rows_forget_links (PltStore *store)
{
  g_object_set_qdata (G_OBJECT (store), marks_quark (), NULL);
}

/* ---- the graph ---- */

static int
place_of (const Graph *self, gint64 id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->index, &id)) - 1;
}

static void
add_edge (Graph *self, guint from, guint to, gint64 link)
{
  Edge edge = { from, to, link };

  g_array_append_val (self->edges, edge);
}

static gboolean
read_tasks (PltDb *db, Graph *self, GError **error)
{
  PltStmt *stmt = plt_db_prepare (db, "SELECT \"id\", \"parent\" FROM \"" TASK "\"", error);
  PltStep step = PLT_STEP_DONE;

  while (stmt != NULL && (step = plt_db_step (db, stmt, error)) == PLT_STEP_ROW)
    {
      gint64 id = plt_stmt_int (stmt, 0, 0), parent = plt_stmt_int (stmt, 1, 0);

      g_array_append_val (self->ids, id);
      g_array_append_val (self->parents, parent);
      g_hash_table_insert (self->index, g_memdup2 (&id, sizeof id),
                           GUINT_TO_POINTER (self->ids->len));
    }
  if (stmt != NULL)
    sqlite3_reset (stmt);
  return stmt != NULL && step == PLT_STEP_DONE;
}

/* A group lets its tasks begin, and ends with them; a task that is none ends after it began. */
static void
add_parts (Graph *self)
{
  for (guint i = 0; i < self->ids->len; i++)
    {
      int parent = place_of (self, g_array_index (self->parents, gint64, i));

      if (parent < 0)
        continue;
      self->has_part[parent] = 1;
      add_edge (self, (guint) parent * 2, i * 2, 0);
      add_edge (self, i * 2 + 1, (guint) parent * 2 + 1, 0);
    }
  for (guint i = 0; i < self->ids->len; i++)
    if (!self->has_part[i])
      add_edge (self, i * 2, i * 2 + 1, 0);
}

/* A group has no links of some kinds: they do not count. */
static gboolean
is_ignored (const Graph *self, guint from, guint to, const char *kind)
{
  gboolean of_start = strcmp (kind, "debut-debut") == 0 || strcmp (kind, "debut-fin") == 0;
  gboolean at_end = strcmp (kind, "fin-fin") == 0 || strcmp (kind, "debut-fin") == 0;

  return (self->has_part[from] && of_start) || (self->has_part[to] && at_end);
}

static gboolean
read_links (PltDb *db, Graph *self, GError **error)
{
  PltStmt *stmt = plt_db_prepare (
      db, "SELECT \"id\", \"predecessor\", \"task\", \"kind\" FROM \"" LINK "\"", error);
  PltStep step = PLT_STEP_DONE;

  while (stmt != NULL && (step = plt_db_step (db, stmt, error)) == PLT_STEP_ROW)
    {
      int from = place_of (self, plt_stmt_int (stmt, 1, 0));
      int to = place_of (self, plt_stmt_int (stmt, 2, 0));

      if (from >= 0 && to >= 0
          && !is_ignored (self, (guint) from, (guint) to, plt_stmt_text (stmt, 3)))
        add_edge (self, (guint) from * 2 + 1, (guint) to * 2, plt_stmt_int (stmt, 0, 0));
    }
  if (stmt != NULL)
    sqlite3_reset (stmt);
  return stmt != NULL && step == PLT_STEP_DONE;
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const Edge *one = a, *two = b;

  return one->from < two->from ? -1 : one->from > two->from;
}

static void
sort_edges (Graph *self)
{
  guint at = 0;

  g_array_sort (self->edges, compare_edges);
  self->first = g_new (guint, self->n + 1);
  for (guint node = 0; node <= self->n; node++)
    {
      while (at < self->edges->len && g_array_index (self->edges, Edge, at).from < node)
        at++;
      self->first[node] = at;
    }
}

static void
graph_clear (Graph *self)
{
  g_hash_table_unref (self->index);
  g_array_unref (self->ids);
  g_array_unref (self->parents);
  g_array_unref (self->edges);
  g_free (self->first);
  g_free (self->has_part);
}

static gboolean
graph_read (PltDb *db, Graph *self, GError **error)
{
  self->index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->parents = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  if (!read_tasks (db, self, error))
    return FALSE;
  self->n = self->ids->len * 2;
  self->has_part = g_new0 (guint8, self->ids->len + 1);
  add_parts (self);
  if (!read_links (db, self, error))
    return FALSE;
  sort_edges (self);
  return TRUE;
}

/* ---- circles ---- */

/* Whether everything can be put into an order: then nothing has to be looked for. */
static gboolean
has_order (const Graph *self)
{
  g_autofree guint *waits = g_new0 (guint, self->n + 1), *queue = g_new (guint, self->n + 1);
  guint n = 0;

  for (guint i = 0; i < self->edges->len; i++)
    waits[g_array_index (self->edges, Edge, i).to]++;
  for (guint node = 0; node < self->n; node++)
    if (waits[node] == 0)
      queue[n++] = node;
  for (guint i = 0; i < n; i++)
    for (guint e = self->first[queue[i]]; e < self->first[queue[i] + 1]; e++)
      if (--waits[g_array_index (self->edges, Edge, e).to] == 0)
        queue[n++] = g_array_index (self->edges, Edge, e).to;
  return n == self->n;
}

/* The shortest way from a node to another one, the last of it first; empty without one.
 * (transfer full) (element-type guint) */
static GArray *
find_way (const Graph *self, guint from, guint to)
{
  GArray *way = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *came = g_new0 (guint, self->n + 1), *queue = g_new (guint, self->n + 1);
  guint n = 0;

  queue[n++] = from;
  for (guint i = 0; i < n && came[to] == 0; i++)
    for (guint e = self->first[queue[i]]; e < self->first[queue[i] + 1]; e++)
      {
        guint next = g_array_index (self->edges, Edge, e).to;

        if (came[next] != 0)
          continue;
        came[next] = queue[i] + 1;
        if (next != from)
          queue[n++] = next;
      }
  if (came[to] == 0)
    return way;
  for (guint at = to;;)
    {
      g_array_append_val (way, at);
      at = came[at] - 1;
      if (at == from)
        break;
    }
  g_array_append_val (way, from);
  return way;
}

static char *
name_of (PltStore *store, const Graph *self, guint node)
{
  return plt_rows_label (store, plt_table_find (TASK), g_array_index (self->ids, gint64, node / 2));
}

/* "Montage → Mixage → Montage": each task once, whatever of it the way touches. */
static char *
say_way (PltStore *store, const Graph *self, const GArray *way)
{
  GString *names = g_string_new (NULL);
  guint last = G_MAXUINT, first = G_MAXUINT;

  for (guint i = way->len; i-- > 0;)
    {
      guint node = g_array_index (way, guint, i);
      g_autofree char *name = NULL;

      if (node / 2 == last)
        continue;
      name = name_of (store, self, node);
      g_string_append_printf (names, "%s%s", names->len > 0 ? " → " : "", name);
      last = node / 2;
      if (first == G_MAXUINT)
        first = last;
    }
  if (last != first || way->len <= 2)
    {
      g_autofree char *name = name_of (store, self, first * 2);

      g_string_append_printf (names, " → %s", name);
    }
  return g_string_free (names, FALSE);
}

static gboolean
refuse_link (PltStore *store, const Graph *self, const Edge *edge, GError **error)
{
  g_autoptr (GArray) way = find_way (self, edge->to, edge->from);
  g_autofree char *path = NULL, *from = NULL, *to = NULL;

  if (way->len == 0)
    return FALSE;
  path = say_way (store, self, way);
  from = name_of (store, self, edge->from);
  to = name_of (store, self, edge->to);
  g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
               _ ("“%s” cannot come after “%s”, they would wait for each other: %s."), to, from,
               path);
  return TRUE;
}

static gboolean
refuse_part (PltStore *store, const Graph *self, guint task, GError **error)
{
  for (guint node = task * 2; node <= task * 2 + 1; node++)
    {
      g_autoptr (GArray) way = find_way (self, node, node);
      g_autofree char *path = NULL, *name = NULL;

      if (way->len == 0)
        continue;
      path = say_way (store, self, way);
      name = name_of (store, self, node);
      g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                   _ ("“%s” cannot be part of that task, they would wait for each other: %s."),
                   name, path);
      return TRUE;
    }
  return FALSE;
}

static gboolean
check_mark (PltStore *store, const Graph *self, const Mark *mark, GError **error)
{
  int task = mark->is_link ? -1 : place_of (self, mark->id);

  for (guint i = 0; i < self->edges->len && mark->is_link; i++)
    {
      const Edge *edge = &g_array_index (self->edges, Edge, i);

      if (edge->link == mark->id && refuse_link (store, self, edge, error))
        return FALSE;
    }
  return task < 0 || !refuse_part (store, self, (guint) task, error);
}

gboolean
plt_rows_check_links (PltStore *store, GError **error)
{
  g_autoptr (GArray) marks = g_object_steal_qdata (G_OBJECT (store), marks_quark ());
  Graph graph = { NULL };
  gboolean ok;

  if (marks == NULL)
    return TRUE;
  ok = graph_read (plt_store_get_db (store), &graph, error);
  if (ok && !has_order (&graph))
    for (guint i = 0; i < marks->len && ok; i++)
      ok = check_mark (store, &graph, &g_array_index (marks, Mark, i), error);
  graph_clear (&graph);
  return ok;
}
