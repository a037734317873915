/* Charge des équipes: days of work by person, by team and by week, of the rétroplanning; by month
 * when it lasts more than a year, unless the dates chosen leave less. A person
 * who has more than a day of work on one day is marked; how many people a team has is not known,
 * so that a team only has its sum. */
#include <glib/gi18n-lib.h>

#include "plt-document-kinds-private.h"
#include "plt-retro-load.h"
#include "plt-retro-paper.h"

#define MANY_WEEKS 53 /* beyond these a column is a month */
#define MOST_DAYS 3700
#define NAMES 120.0 /* widths, in points */
#define TOTAL 36.0
#define LEAST_PERIOD 29.0
#define MOST_PERIOD 48.0
#define A3_ROOM 1118.0 /* between the margins */
#define A4_ROOM 770.0

typedef struct
{
  PltRetroPaper paper;
  PltRetroLoad *load;
  GArray *periods;  /* PltNetworkSpan: what a column sums up */
  PltDate from, to; /* chosen, or PLT_DATE_NONE */
} Load;

static void
load_clear (Load *self)
{
  g_clear_pointer (&self->load, plt_retro_load_free);
  g_clear_pointer (&self->periods, g_array_unref);
  plt_retro_paper_close (&self->paper);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Load, load_clear)

static gint64
sum_of (const PltNetworkLoad *load, const PltNetworkSpan *period, gboolean *over)
{
  return plt_retro_load_sum (load, period->from, period->to, over);
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
  gboolean person = load->resource < self->load->n_people;
  g_autofree char *sum = g_strdup_printf ("=SUM({.,2}:{.,%u})", self->periods->len + 1);
  gboolean over;
  PltDocCell *cell;

  plt_doc_table_row (table, "row.normal");
  plt_doc_table_text (
      table, g_array_index (self->load->resources, PltNetworkResource, load->resource).name);
  cell = plt_doc_table_number (table, total_of (self, load), 1);
  plt_doc_cell_formula (cell, sum);
  plt_doc_cell_style (cell, "cell.strong");
  for (guint i = 0; i < self->periods->len; i++)
    {
      gint64 days = sum_of (load, &g_array_index (self->periods, PltNetworkSpan, i), &over);

      cell = plt_doc_table_number (table, days > 0 ? days : PLT_UNKNOWN, 1);
      if (over && person)
        plt_doc_cell_style (cell, "cell.warning");
      else if (days <= 0)
        plt_doc_cell_style (cell, "cell.right"); /* and the head above nothing but these */
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

/* As many on each slice of the table as on the others, over the whole width of the paper. */
static double
period_width (guint n, double room)
{
  guint most = MAX ((guint) ((room - NAMES - TOTAL) / LEAST_PERIOD), 1), slices, each;

  slices = MAX ((n + most - 1) / most, 1);
  each = MAX ((n + slices - 1) / slices, 1);
  return MIN ((room - NAMES - TOTAL) / each, MOST_PERIOD);
}

static void
add_table (const Load *self, PltDocument *document, const GPtrArray *loads, double room)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (PltDocColumn));
  PltDocColumn name
      = { .title = "Personne, équipe", .id = "qui", .width = NAMES, .sheet_chars = 28 };
  PltDocColumn total = { .title = "Jours", .id = "jours", .width = TOTAL, .sheet_chars = 8 };
  double width = period_width (self->periods->len, room);
  PltDocTable *table;
  int headed = -1;

  g_array_append_val (columns, name);
  g_array_append_val (columns, total);
  for (guint i = 0; i < self->periods->len; i++)
    {
      PltDocColumn column = { .width = width, .sheet_chars = 7 };
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
      int team = load->resource >= self->load->n_people;

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

      if (over->resource >= self->load->n_people
          || (self->from != PLT_DATE_NONE && over->to < self->from)
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
      plt_doc_table_text (
          table, g_array_index (self->load->resources, PltNetworkResource, over->resource).name);
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
  g_auto (Load) self = { .load = NULL };
  PltDocument *document;
  gboolean small;

  if (!plt_retro_paper_open (&self.paper, store, params, error))
    return NULL;
  small = g_strcmp0 (plt_params_get (params, "papier"), "a4") == 0;
  document = plt_retro_paper_new (&self.paper, "Charge des équipes",
                                  small ? PLT_PAPER_A4 : PLT_PAPER_A3, PLT_LANDSCAPE);
  self.from = date_of (params, "debut");
  self.to = date_of (params, "fin");
  self.periods = g_array_new (FALSE, FALSE, sizeof (PltNetworkSpan));
  self.load = plt_retro_load_new (self.paper.retro);
  if (self.load->assignments->len == 0)
    {
      plt_document_paragraph (document, "text.note",
                              "Aucune tâche n’a encore de personne ni d’équipe.", PLT_RETRO_NO_REF);
      return document;
    }
  cut_periods (&self, self.load->loads);
  if (self.periods->len > 0)
    add_table (&self, document, self.load->loads, small ? A4_ROOM : A3_ROOM);
  else
    plt_document_paragraph (document, "text.note", "Aucun travail entre ces dates.",
                            PLT_RETRO_NO_REF);
  add_overloads (&self, document, self.load->overloads);
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
