/* Charge des équipes: days of work by person, by team and by week, of the rétroplanning; by month
 * when it lasts more than a year, unless the dates chosen leave less. A person
 * who has more than a day of work on one day is marked; how many people a team has is not known,
 * so that a team only has its sum. */
#include <glib/gi18n-lib.h>

#include "plt-document-kinds-private.h"
#include "plt-retro-paper.h"

#define MANY_WEEKS 53 /* beyond these a column is a month */
#define MOST_DAYS 3700

typedef struct
{
  PltRetroPaper paper;
  GArray *resources;   /* PltNetworkResource */
  GArray *assignments; /* PltNetworkAssignment */
  GPtrArray *names;    /* owned */
  GHashTable *known;   /* "p12" or "tRégie" -> index + 1 */
  guint n_people;      /* these come first */
  GArray *periods;     /* PltNetworkSpan: what a column sums up */
  PltDate from, to;    /* chosen, or PLT_DATE_NONE */
} Load;

static void
load_clear (Load *self)
{
  plt_retro_paper_close (&self->paper);
  g_clear_pointer (&self->resources, g_array_unref);
  g_clear_pointer (&self->assignments, g_array_unref);
  g_clear_pointer (&self->periods, g_array_unref);
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

/* Tenths of a day in a period, and whether a day of it has more than it should. */
static gint64
sum_of (const PltNetworkLoad *load, const PltNetworkSpan *period, gboolean *over)
{
  gint64 sum = 0;

  *over = FALSE;
  for (PltDate date = MAX (period->from, load->first);
       date <= period->to && date < load->first + (PltDate) load->days->len; date++)
    {
      gint32 percent = g_array_index (load->days, gint32, date - load->first);

      sum += percent;
      *over = *over || percent > PLT_NETWORK_FULL_DAY;
    }
  return (sum + 5) / 10;
}

static gint64
total_of (const Load *self, const PltNetworkLoad *load)
{
  gint64 total = 0;
  gboolean over;

  for (guint i = 0; i < self->periods->len; i++)
    total += sum_of (load, &g_array_index (self->periods, PltNetworkSpan, i), &over);
  return total;
}

static void
add_row (const Load *self, PltDocTable *table, const PltNetworkLoad *load)
{
  gboolean person = load->resource < self->n_people;
  g_autofree char *sum = g_strdup_printf ("=SUM({.,2}:{.,%u})", self->periods->len + 1);
  gboolean over;
  PltDocCell *cell;

  plt_doc_table_row (table, "row.normal");
  plt_doc_table_text (table,
                      g_array_index (self->resources, PltNetworkResource, load->resource).name);
  cell = plt_doc_table_number (table, total_of (self, load), 1);
  plt_doc_cell_formula (cell, sum);
  plt_doc_cell_style (cell, "cell.strong");
  for (guint i = 0; i < self->periods->len; i++)
    {
      gint64 days = sum_of (load, &g_array_index (self->periods, PltNetworkSpan, i), &over);

      cell = plt_doc_table_number (table, days > 0 ? days : PLT_UNKNOWN, 1);
      if (over && person)
        plt_doc_cell_style (cell, "cell.warning");
    }
}

static void
add_title (const Load *self, PltDocTable *table, const char *title)
{
  plt_doc_table_row (table, "row.group");
  plt_doc_table_keep_with_next (table);
  plt_doc_table_text (table, title);
  for (guint i = 0; i <= self->periods->len; i++)
    plt_doc_table_empty (table);
}

/* Whole weeks, or months, over all the work within the dates chosen. */
static void
cut_periods (Load *self, const GPtrArray *loads)
{
  PltDate first = G_MAXINT32, last = G_MININT32;
  gboolean months;

  for (guint i = 0; i < loads->len; i++)
    {
      const PltNetworkLoad *load = loads->pdata[i];

      first = MIN (first, load->first);
      last = MAX (last, load->first + (PltDate) load->days->len - 1);
    }
  first = self->from != PLT_DATE_NONE ? MAX (first, self->from) : first;
  last = self->to != PLT_DATE_NONE ? MIN (last, self->to) : last;
  last = MIN (last, first + MOST_DAYS);
  months = (last - first) / 7 + 1 > MANY_WEEKS;
  if (!months)
    first -= plt_date_weekday (first) - 1;
  while (first <= last)
    {
      PltNetworkSpan period = { first, first + 7 - plt_date_weekday (first) };

      if (months)
        {
          int year, month;

          plt_date_to_ymd (first, &year, &month, NULL);
          period.to = plt_date_add_months (plt_date_from_ymd (year, month, 1), 1) - 1;
        }
      g_array_append_val (self->periods, period);
      first = period.to + 1;
    }
}

static char *
period_title (const PltNetworkSpan *period)
{
  static const char *const months[] = { "janv.", "févr.", "mars",  "avr.", "mai",  "juin",
                                        "juil.", "août",  "sept.", "oct.", "nov.", "déc." };
  int year, month, day;

  plt_date_to_ymd (period->from, &year, &month, &day);
  if (period->to - period->from > 6)
    return g_strdup_printf ("%s %02d", months[month - 1], year % 100);
  return g_strdup_printf ("S%d %02d/%02d", plt_date_iso_week (period->from), day, month);
}

static void
add_table (const Load *self, PltDocument *document, const GPtrArray *loads)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (PltDocColumn));
  PltDocColumn name = { .title = "Personne, équipe", .id = "qui", .width = 120, .sheet_chars = 28 };
  PltDocColumn total = { .title = "Jours", .id = "jours", .width = 36, .sheet_chars = 8 };
  PltDocTable *table;
  int headed = -1;

  g_array_append_val (columns, name);
  g_array_append_val (columns, total);
  for (guint i = 0; i < self->periods->len; i++)
    {
      PltDocColumn column = { .width = 32, .sheet_chars = 7 };
      char *title = period_title (&g_array_index (self->periods, PltNetworkSpan, i));

      g_ptr_array_add (titles, title);
      column.title = title;
      g_array_append_val (columns, column);
    }
  table = plt_document_table (document, "Charge", (PltDocColumn *) (gpointer) columns->data,
                              columns->len);
  plt_doc_table_set_frozen_columns (table, 2);
  for (guint i = 0; i < loads->len; i++)
    {
      const PltNetworkLoad *load = loads->pdata[i];
      int team = load->resource >= self->n_people;

      if (total_of (self, load) == 0)
        continue;
      if (team != headed)
        add_title (self, table, team ? "Équipes" : "Personnes");
      headed = team;
      add_row (self, table, load);
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

      if (over->resource >= self->n_people || (self->from != PLT_DATE_NONE && over->to < self->from)
          || (self->to != PLT_DATE_NONE && over->from > self->to))
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

static PltDate
date_of (const PltParams *params, const char *name)
{
  const char *text = plt_params_get (params, name);

  return text != NULL ? plt_date_from_iso (text) : PLT_DATE_NONE;
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
  self.from = date_of (params, "debut");
  self.to = date_of (params, "fin");
  self.periods = g_array_new (FALSE, FALSE, sizeof (PltNetworkSpan));
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
  cut_periods (&self, loads);
  if (self.periods->len > 0)
    add_table (&self, document, loads);
  else
    plt_document_paragraph (document, "text.note", "Aucun travail entre ces dates.",
                            PLT_RETRO_NO_REF);
  add_overloads (&self, document, overloads);
  return document;
}

static const PltParamSpec params[] = {
  { .id = "papier",
    .title = N_ ("Paper"),
    .type = PLT_PARAM_CHOICE,
    .choices = "a3,a4",
    .initial = "a3" },
  { .id = "debut", .title = N_ ("From"), .type = PLT_PARAM_DATE },
  { .id = "fin", .title = N_ ("To"), .type = PLT_PARAM_DATE },
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
