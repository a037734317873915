/* Charge des équipes: days of work by person, by team and by week, of the rétroplanning. A person
 * who has more than a day of work on one day is marked; how many people a team has is not known,
 * so that a team only has its sum. */
#include <glib/gi18n-lib.h>

#include "plt-document-kinds-private.h"
#include "plt-retro-paper.h"

#define MOST_WEEKS 520

typedef struct
{
  PltRetroPaper paper;
  GArray *resources;   /* PltNetworkResource */
  GArray *assignments; /* PltNetworkAssignment */
  GPtrArray *names;    /* owned */
  GHashTable *known;   /* "p12" or "tRégie" -> index + 1 */
  guint n_people;      /* these come first */
} Load;

static void
load_clear (Load *self)
{
  plt_retro_paper_close (&self->paper);
  g_clear_pointer (&self->resources, g_array_unref);
  g_clear_pointer (&self->assignments, g_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Load, load_clear)

static void
assign (Load *self, char *key, char *name, gint64 id, guint task, int percent)
{
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->known, key));
  PltNetworkAssignment assignment = { .task = task, .percent = percent };

  g_ptr_array_add (self->names, name);
  if (at == 0)
    {
      PltNetworkResource resource = { .id = id, .name = name, .capacity = PLT_NETWORK_FULL_DAY };

      g_array_append_val (self->resources, resource);
      at = self->resources->len;
      g_hash_table_insert (self->known, g_strdup (key), GUINT_TO_POINTER (at));
    }
  g_free (key);
  assignment.resource = at - 1;
  g_array_append_val (self->assignments, assignment);
}

static void
add_people (Load *self)
{
  const PltFacts *facts = self->paper.source.facts;

  for (guint i = 0; i < facts->task_people.n; i++)
    {
      const PltTaskPersonFacts *of = &facts->task_people.items[i];
      const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, of->person);
      int task = plt_retro_index (self->paper.retro, of->task);
      gint64 share = of->share_e6 != PLT_UNKNOWN ? of->share_e6 : PLT_RATE_ONE;

      if (task < 0 || person == NULL
          || plt_network_is_group (self->paper.retro->network, (guint) task))
        continue;
      assign (self, g_strdup_printf ("p%" G_GINT64_FORMAT, person->id),
              plt_facts_person_name (person), person->id, (guint) task,
              (int) (CLAMP (share, 0, 10 * PLT_RATE_ONE) / (PLT_RATE_ONE / 100)));
    }
  self->n_people = self->resources->len;
}

static void
add_teams (Load *self)
{
  for (guint i = 0; i < self->paper.retro->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (self->paper.retro->rows, PltRetroRow, i);

      if (row->kind == PLT_RETRO_TASK && row->index >= 0 && row->task != NULL
          && row->task->team != NULL && *row->task->team != '\0')
        assign (self, g_strconcat ("t", row->task->team, NULL), g_strdup (row->task->team), 0,
                (guint) row->index, PLT_NETWORK_FULL_DAY);
    }
}

/* Tenths of a day in a week, and whether a day of it has more than it should. */
static gint64
week_of (const PltNetworkLoad *load, PltDate monday, gboolean *over)
{
  gint64 sum = 0;

  *over = FALSE;
  for (PltDate date = monday; date < monday + 7; date++)
    if (date >= load->first && date < load->first + (PltDate) load->days->len)
      {
        gint32 percent = g_array_index (load->days, gint32, date - load->first);

        sum += percent;
        *over = *over || percent > PLT_NETWORK_FULL_DAY;
      }
  return (sum + 5) / 10;
}

static void
add_row (
    const Load *self, PltDocTable *table, const PltNetworkLoad *load, PltDate first, guint n_weeks)
{
  gboolean person = load->resource < self->n_people;
  g_autofree char *sum = g_strdup_printf ("=SUM({.,2}:{.,%u})", n_weeks + 1);
  gint64 total = 0;
  gboolean over;
  PltDocCell *cell;

  for (guint i = 0; i < n_weeks; i++)
    total += week_of (load, first + (PltDate) (7 * i), &over);
  plt_doc_table_row (table, "row.normal");
  plt_doc_table_text (table,
                      g_array_index (self->resources, PltNetworkResource, load->resource).name);
  cell = plt_doc_table_number (table, total, 1);
  plt_doc_cell_formula (cell, sum);
  plt_doc_cell_style (cell, "cell.strong");
  for (guint i = 0; i < n_weeks; i++)
    {
      gint64 days = week_of (load, first + (PltDate) (7 * i), &over);

      cell = plt_doc_table_number (table, days > 0 ? days : PLT_UNKNOWN, 1);
      if (over && person)
        plt_doc_cell_style (cell, "cell.warning");
    }
}

static void
add_title (PltDocTable *table, const char *title, guint n_weeks)
{
  plt_doc_table_row (table, "row.group");
  plt_doc_table_keep_with_next (table);
  plt_doc_table_text (table, title);
  for (guint i = 0; i <= n_weeks; i++)
    plt_doc_table_empty (table);
}

static void
add_weeks (const Load *self, PltDocument *document, const GPtrArray *loads)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (PltDocColumn));
  PltDocColumn name = { .title = "Personne, équipe", .id = "qui", .width = 120, .sheet_chars = 28 };
  PltDocColumn total = { .title = "Jours", .id = "jours", .width = 36, .sheet_chars = 8 };
  PltDate first = G_MAXINT32, last = G_MININT32;
  PltDocTable *table;
  guint n_weeks;
  gboolean teams = FALSE;

  for (guint i = 0; i < loads->len; i++)
    {
      const PltNetworkLoad *load = loads->pdata[i];

      first = MIN (first, load->first);
      last = MAX (last, load->first + (PltDate) load->days->len - 1);
    }
  first -= plt_date_weekday (first) - 1;
  n_weeks = (guint) CLAMP ((last - first) / 7 + 1, 1, MOST_WEEKS);
  g_array_append_val (columns, name);
  g_array_append_val (columns, total);
  for (guint i = 0; i < n_weeks; i++)
    {
      PltDate monday = first + (PltDate) (7 * i);
      PltDocColumn column = { .width = 32, .sheet_chars = 7 };
      int month, day;
      char *title;

      plt_date_to_ymd (monday, NULL, &month, &day);
      title = g_strdup_printf ("S%d %02d/%02d", plt_date_iso_week (monday), day, month);
      g_ptr_array_add (titles, title);
      column.title = title;
      g_array_append_val (columns, column);
    }
  table = plt_document_table (document, "Charge", (PltDocColumn *) (gpointer) columns->data,
                              columns->len);
  plt_doc_table_set_frozen_columns (table, 2);
  if (self->n_people > 0)
    add_title (table, "Personnes", n_weeks);
  for (guint i = 0; i < loads->len; i++)
    {
      const PltNetworkLoad *load = loads->pdata[i];

      if (load->resource >= self->n_people && !teams)
        add_title (table, "Équipes", n_weeks);
      teams = teams || load->resource >= self->n_people;
      add_row (self, table, load, first, n_weeks);
    }
}

/* Who has too much, when, and through which tasks. */
static void
add_overloads (const Load *self, PltDocument *document, const GPtrArray *overloads)
{
  static const PltDocColumn columns[] = {
    { .title = "Personne", .id = "personne", .weight = 2, .sheet_chars = 28 },
    { .title = "Du", .id = "du", .width = 60, .sheet_chars = 12 },
    { .title = "Au", .id = "au", .width = 60, .sheet_chars = 12 },
    { .title = "Au plus", .id = "au-plus", .width = 50, .sheet_chars = 9 },
    { .title = "Tâches", .id = "taches", .weight = 5, .sheet_chars = 60 },
  };
  PltDocTable *table = NULL;

  for (guint i = 0; i < overloads->len; i++)
    {
      const PltNetworkOverload *over = overloads->pdata[i];
      g_autoptr (GString) tasks = g_string_new (NULL);

      if (over->resource >= self->n_people)
        continue;
      if (table == NULL)
        {
          plt_document_heading (document, 2, "Trop de travail le même jour", PLT_RETRO_NO_REF);
          table = plt_document_table (document, "Trop", columns, G_N_ELEMENTS (columns));
        }
      for (guint j = 0; j < over->tasks->len; j++)
        g_string_append_printf (
            tasks, "%s%s", j > 0 ? " ; " : "",
            self->paper.retro->input.tasks[g_array_index (over->tasks, guint, j)].name);
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_text (table,
                          g_array_index (self->resources, PltNetworkResource, over->resource).name);
      plt_doc_table_date (table, over->from);
      plt_doc_table_date (table, over->to);
      plt_doc_cell_style (plt_doc_table_rate (table, (gint64) over->peak * (PLT_RATE_ONE / 100)),
                          "cell.warning");
      plt_doc_table_text (table, tasks->str);
    }
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (Load) self = { .n_people = 0 };
  g_autoptr (GPtrArray) loads = NULL;
  g_autoptr (GPtrArray) overloads = NULL;
  PltNetworkTeam team;
  PltDocument *document;

  if (!plt_retro_paper_open (&self.paper, store, params, error))
    return NULL;
  document = plt_retro_paper_new (
      &self.paper, "Charge des équipes",
      g_strcmp0 (plt_params_get (params, "papier"), "a4") == 0 ? PLT_PAPER_A4 : PLT_PAPER_A3);
  self.resources = g_array_new (FALSE, TRUE, sizeof (PltNetworkResource));
  self.assignments = g_array_new (FALSE, TRUE, sizeof (PltNetworkAssignment));
  self.names = g_ptr_array_new_with_free_func (g_free);
  self.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (self.paper.retro->network != NULL)
    {
      add_people (&self);
      add_teams (&self);
    }
  if (self.assignments->len == 0)
    {
      plt_document_paragraph (document, "text.note",
                              "Aucune tâche n’a encore de personne ni d’équipe.", PLT_RETRO_NO_REF);
      return document;
    }
  team = (PltNetworkTeam){ (const PltNetworkResource *) (gpointer) self.resources->data,
                           self.resources->len,
                           (const PltNetworkAssignment *) (gpointer) self.assignments->data,
                           self.assignments->len };
  loads = plt_network_load (self.paper.retro->network, self.paper.retro->schedule, &team);
  overloads = plt_network_overloads (self.paper.retro->network, self.paper.retro->schedule, &team);
  if (loads->len > 0)
    add_weeks (&self, document, loads);
  add_overloads (&self, document, overloads);
  return document;
}

static const PltParamSpec params[] = {
  { .id = "papier",
    .title = N_ ("Paper"),
    .type = PLT_PARAM_CHOICE,
    .choices = "a3,a4",
    .initial = "a3" },
  PLT_PAPER_PLAN_PARAM,
  { NULL },
};

const PltDocumentKind plt_document_charge_equipes = {
  .id = "charge-equipes",
  .title = "Charge des équipes",
  .phase = "developpement",
  .params = params,
  .build = build,
};
