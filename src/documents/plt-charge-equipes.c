/* Charge des équipes: days of work by person, by team and by week, of the rétroplanning, beside the
 * working days of the calendar; by month when it lasts more than a year, unless the dates chosen
 * leave less. A person who has more than a day of work on one day is marked, and the tasks that
 * make it are listed; how many people a team has is not known, so that a team only has its sum,
 * bold where one person would not do. Of one person or team alone: its tasks too, for a calendar
 * program as well. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-document-kinds-private.h"
#include "plt-number.h"
#include "plt-retro-choice.h"
#include "plt-retro-gantt.h"
#include "plt-retro-load.h"

#define MANY_WEEKS 53 /* beyond these a column is a month */
#define MOST_DAYS 3700
#define NAMES 120.0 /* widths, in points */
#define TOTAL 36.0
#define LEAST_PERIOD 29.0
#define MOST_PERIOD 48.0
#define OVER "\302\240▲"

typedef struct
{
  PltRetroPaper paper;
  PltRetroChoice choice;
  PltRetroLoad *load;
  GPtrArray *shown;  /* PltNetworkLoad: of whom is chosen */
  GArray *periods;   /* PltNetworkSpan: what a column sums up */
  GArray *open;      /* gint64: working days of each, in tenths */
  gboolean one, any; /* one person or team; somebody has too much */
} Load;

static void
load_clear (Load *self)
{
  g_clear_pointer (&self->load, plt_retro_load_free);
  g_clear_pointer (&self->periods, g_array_unref);
  g_clear_pointer (&self->open, g_array_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  plt_retro_choice_clear (&self->choice);
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

static const PltNetworkResource *
resource_of (const Load *self, guint i)
{
  return &g_array_index (self->load->resources, PltNetworkResource, i);
}

static gint64
open_days (const Load *self, guint period)
{
  return g_array_index (self->open, gint64, period);
}

/* The sum of its periods, as the workbook has it. */
static void
add_total (const Load *self, PltDocTable *table, gint64 total)
{
  g_autofree char *sum = g_strdup_printf ("=SUM({.,2}:{.,%u})", self->periods->len + 1);
  PltDocCell *cell = plt_doc_table_number (table, total, 1);

  plt_doc_cell_formula (cell, sum);
  plt_doc_cell_style (cell, "cell.strong");
}

static void
add_row (Load *self, PltDocTable *table, const PltNetworkLoad *load)
{
  gboolean person = load->resource < self->load->n_people, over;

  plt_doc_table_row (table, "row.normal");
  plt_doc_table_text (table, resource_of (self, load->resource)->name);
  add_total (self, table, total_of (self, load));
  for (guint i = 0; i < self->periods->len; i++)
    {
      gint64 days = sum_of (load, &g_array_index (self->periods, PltNetworkSpan, i), &over);
      PltDocCell *cell = plt_doc_table_number (table, days > 0 ? days : PLT_UNKNOWN, 1);

      if (over && person)
        {
          g_autofree char *number = plt_number_format (days, 1, 0);
          g_autofree char *text = g_strconcat (number, OVER, NULL);

          plt_doc_cell_show (cell, text);
          plt_doc_cell_style (cell, "cell.warning");
          self->any = TRUE;
        }
      else if (days <= 0)
        plt_doc_cell_style (cell, "cell.right"); /* and the head above nothing but these */
      else if (!person && days > open_days (self, i))
        plt_doc_cell_style (cell, "cell.strong");
    }
}

/* What the calendar of the production leaves, which a load is measured by. */
static void
add_open_days (const Load *self, PltDocTable *table)
{
  gint64 total = 0;

  for (guint i = 0; i < self->open->len; i++)
    total += open_days (self, i);
  plt_doc_table_row (table, "row.subgroup");
  plt_doc_table_text (table, "Jours ouvrés");
  add_total (self, table, total);
  for (guint i = 0; i < self->open->len; i++)
    plt_doc_table_number (table, open_days (self, i), 1);
}

/* The sum of the rows from `first` to the last one, a period each. */
static void
add_sum (const Load *self, PltDocTable *table, const char *title, gboolean teams, guint first)
{
  guint last = plt_doc_table_get_n_rows (table) - 1;
  gint64 total = 0;
  gboolean over;

  plt_doc_table_row (table, "row.total");
  plt_doc_table_text (table, title);
  for (guint i = 0; i < self->shown->len; i++)
    {
      const PltNetworkLoad *load = self->shown->pdata[i];

      if ((load->resource >= self->load->n_people) == teams)
        total += total_of (self, load);
    }
  add_total (self, table, total);
  for (guint i = 0; i < self->periods->len; i++)
    {
      g_autofree char *sum = g_strdup_printf ("=SUM({%u,%u}:{%u,%u})", first, i + 2, last, i + 2);
      gint64 days = 0;

      for (guint j = 0; j < self->shown->len; j++)
        {
          const PltNetworkLoad *load = self->shown->pdata[j];

          if ((load->resource >= self->load->n_people) == teams)
            days += sum_of (load, &g_array_index (self->periods, PltNetworkSpan, i), &over);
        }
      PltDocCell *cell = plt_doc_table_number (table, days, 1);

      plt_doc_cell_formula (cell, sum);
      if (days == 0)
        plt_doc_cell_show (cell, "");
    }
}

/* What is left of the days of the calendar to the one person chosen. */
static void
add_rest (const Load *self, PltDocTable *table, const PltNetworkLoad *load)
{
  gint64 total = -total_of (self, load);
  gboolean over;

  for (guint i = 0; i < self->open->len; i++)
    total += open_days (self, i);
  plt_doc_table_row (table, "row.total");
  plt_doc_table_text (table, "Reste libre");
  add_total (self, table, total);
  for (guint i = 0; i < self->periods->len; i++)
    {
      g_autofree char *formula = g_strdup_printf ("={-2,%u}-{-1,%u}", i + 2, i + 2);
      gint64 days = sum_of (load, &g_array_index (self->periods, PltNetworkSpan, i), &over);

      plt_doc_cell_formula (plt_doc_table_number (table, open_days (self, i) - days, 1), formula);
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
cut_periods (Load *self)
{
  PltDate first = G_MAXINT32, last = G_MININT32, from = self->choice.from, to = self->choice.to;
  gboolean months;
  int y, m;

  for (guint i = 0; i < self->shown->len; i++)
    {
      const PltNetworkLoad *load = self->shown->pdata[i];

      first = MIN (first, load->first);
      last = MAX (last, load->first + (PltDate) load->days->len - 1);
    }
  first = from != PLT_DATE_NONE ? MAX (first, from) : first;
  last = to != PLT_DATE_NONE ? MIN (last, to) : last;
  if (first > last)
    return;
  last = MIN (last, first + MOST_DAYS);
  months = (last - first) / 7 + 1 > MANY_WEEKS;
  if (!months)
    first -= plt_date_weekday (first) - 1;
  else if (from == PLT_DATE_NONE)
    {
      plt_date_to_ymd (first, &y, &m, NULL);
      first = plt_date_from_ymd (y, m, 1);
    }
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

/* Days on which the production works, by its calendar. */
static void
count_open_days (Load *self)
{
  const PltNetworkSpan *spans = (const PltNetworkSpan *) (gconstpointer) self->periods->data;
  PltGantt *days = plt_gantt_new (spans[0].from, spans[self->periods->len - 1].to);

  plt_retro_gantt_days_off (days, self->paper.source.facts);
  for (guint i = 0; i < self->periods->len; i++)
    {
      gint64 n = 0;

      for (PltDate date = spans[i].from; date <= spans[i].to; date++)
        n += days->off[date - days->from] == PLT_GANTT_OPEN ? 10 : 0;
      g_array_append_val (self->open, n);
    }
  plt_gantt_free (days);
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

/* People, or teams, with their sum. */
static void
add_rows (Load *self, PltDocTable *table, gboolean teams)
{
  guint first = 0, n = 0;

  for (guint i = 0; i < self->shown->len; i++)
    {
      const PltNetworkLoad *load = self->shown->pdata[i];

      if ((load->resource >= self->load->n_people) != teams || total_of (self, load) == 0)
        continue;
      if (n++ == 0)
        {
          add_title (self, table, teams ? "Équipes" : "Personnes");
          first = plt_doc_table_get_n_rows (table);
        }
      add_row (self, table, load);
    }
  if (n > 1)
    add_sum (self, table, teams ? "Toutes les équipes" : "Toutes les personnes", teams, first);
}

static void
add_table (Load *self, PltDocument *document, double room)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (PltDocColumn));
  PltDocColumn name
      = { .title = "Personne, équipe", .id = "qui", .width = NAMES, .sheet_chars = 28 };
  PltDocColumn total = { .title = "Jours", .id = "jours", .width = TOTAL, .sheet_chars = 8 };
  double width = period_width (self->periods->len, room);
  PltDocTable *table;

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
  add_open_days (self, table);
  if (self->one && self->shown->len == 1)
    {
      add_row (self, table, self->shown->pdata[0]);
      add_rest (self, table, self->shown->pdata[0]);
      return;
    }
  add_rows (self, table, FALSE);
  add_rows (self, table, TRUE);
}

static gboolean
is_chosen (const Load *self, guint resource)
{
  gboolean person = resource < self->load->n_people;

  if (self->choice.person != 0)
    return person && resource_of (self, resource)->id == self->choice.person;
  return self->choice.team == NULL
         || (!person && strcmp (resource_of (self, resource)->name, self->choice.team) == 0);
}

/* Per cent of the days of a task. */
static int
part_of (const Load *self, guint task, guint resource)
{
  int percent = 0;

  for (guint i = 0; i < self->load->assignments->len; i++)
    {
      const PltNetworkAssignment *one
          = &g_array_index (self->load->assignments, PltNetworkAssignment, i);

      if (one->task == task && one->resource == resource)
        percent += one->percent;
    }
  return percent;
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

      if (over->resource >= self->load->n_people || !is_chosen (self, over->resource)
          || (self->choice.from != PLT_DATE_NONE && over->to < self->choice.from)
          || (self->choice.to != PLT_DATE_NONE && over->from > self->choice.to))
        continue;
      if (table == NULL)
        {
          plt_document_heading (document, 2, "▲ Trop de travail le même jour", PLT_RETRO_NO_REF);
          table = plt_document_table (document, "Trop", columns, G_N_ELEMENTS (columns));
        }
      for (guint j = 0; j < over->tasks->len; j++)
        g_string_append_printf (
            tasks, "%s%s (%d\302\240%%)", j > 0 ? " ; " : "",
            self->paper.retro->input.tasks[g_array_index (over->tasks, guint, j)].name,
            part_of (self, g_array_index (over->tasks, guint, j), over->resource));
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_text (table, resource_of (self, over->resource)->name);
      plt_doc_table_date (table, over->from);
      plt_doc_table_date (table, over->to);
      plt_doc_cell_style (plt_doc_table_rate (table, (gint64) over->peak * (PLT_RATE_ONE / 100)),
                          "cell.warning");
      plt_doc_table_text (table, tasks->str);
    }
}

/* What the one who is chosen works on. */
static void
add_tasks (const Load *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Tâche", .id = "tache", .weight = 3, .min = 110, .sheet_chars = 38 },
    { .title = "Équipe", .id = "equipe", .weight = 1.2, .min = 60, .sheet_chars = 20 },
    { .title = "Début", .id = "debut", .width = 60, .sheet_chars = 12 },
    { .title = "Fin", .id = "fin", .width = 60, .sheet_chars = 12 },
    { .title = "Jours", .id = "jours", .width = 36, .sheet_chars = 8 },
    { .title = "Lieu", .id = "lieu", .weight = 1.4, .min = 50, .sheet_chars = 20 },
    { .title = "À livrer", .id = "livrable", .weight = 1.4, .min = 50, .sheet_chars = 20 },
    { .title = "État", .id = "etat", .width = 54, .sheet_chars = 12 },
  };
  PltDocTable *table;

  plt_document_heading (document, 2, "Tâches", PLT_RETRO_NO_REF);
  table = plt_document_table (document, "Tâches", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->choice.items->len; i++)
    {
      const PltRetroRow *row = g_array_index (self->choice.items, PltRetroItem, i).row;
      PltDocCell *cell;

      if (row == NULL || row->task == NULL
          || (row->kind != PLT_RETRO_TASK && row->kind != PLT_RETRO_MILESTONE))
        continue;
      plt_doc_table_row (table, "row.normal");
      plt_doc_cell_ref (plt_doc_table_text (table, row->name), row->ref);
      plt_doc_table_text (table, row->task->team != NULL ? row->task->team : "");
      plt_doc_table_date (table, row->is_dated ? row->dates.start : PLT_DATE_NONE);
      plt_doc_table_date (table, row->is_dated ? row->dates.finish : PLT_DATE_NONE);
      plt_doc_table_number (table, row->is_dated && row->days > 0 ? row->days : PLT_UNKNOWN, 0);
      plt_doc_table_text (table, row->task->place != NULL ? row->task->place : "");
      plt_doc_table_text (table, row->task->deliverable != NULL ? row->task->deliverable : "");
      cell = plt_doc_table_text (table, plt_retro_paper_state (row));
      if (row->state == PLT_RETRO_LATE)
        plt_doc_cell_style (cell, "cell.warning");
    }
}

static void
add_legend (const Load *self, PltDocument *document)
{
  g_autoptr (GString) text
      = g_string_new ("Jours de travail de chaque période ; « Jours ouvrés » : "
                      "ceux du calendrier de la production. ");
  gboolean people = FALSE, teams = FALSE;

  for (guint i = 0; i < self->shown->len; i++)
    if (((const PltNetworkLoad *) self->shown->pdata[i])->resource < self->load->n_people)
      people = TRUE;
    else
      teams = TRUE;
  if (people)
    g_string_append (text, self->any ? "▲ : plus d’une journée de travail le même jour, voir plus "
                                       "bas par quelles tâches. "
                                     : "Personne n’a plus d’une journée de travail le même jour. ");
  if (teams)
    g_string_append (text, "Une équipe en gras a plus de travail que de jours ouvrés : il y faut "
                           "plusieurs personnes.");
  plt_document_paragraph (document, "text.note", text->str, PLT_RETRO_NO_REF);
}

/* Width between the margins. */
static double
room_of (gboolean small, gboolean portrait)
{
  return portrait ? (small ? 523 : 770) : (small ? 770 : 1118);
}

static gboolean
choose (Load *self, const PltParams *params, GError **error)
{
  if (!plt_retro_choice_read (&self->choice, &self->paper, params, error))
    return FALSE;
  self->one = self->choice.person != 0 || self->choice.team != NULL;
  self->shown = g_ptr_array_new ();
  self->periods = g_array_new (FALSE, FALSE, sizeof (PltNetworkSpan));
  self->open = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->load = plt_retro_load_new (self->paper.retro);
  for (guint i = 0; i < self->load->loads->len; i++)
    if (is_chosen (self, ((const PltNetworkLoad *) self->load->loads->pdata[i])->resource))
      g_ptr_array_add (self->shown, self->load->loads->pdata[i]);
  return TRUE;
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (Load) self = { .load = NULL };
  gboolean small = g_strcmp0 (plt_params_get (params, "papier"), "a4") == 0;
  const gboolean portrait = plt_paper_orientation (params) == PLT_PORTRAIT;
  g_autofree char *title = NULL;
  PltDocument *document;

  if (!plt_retro_paper_open (&self.paper, store, params, error) || !choose (&self, params, error))
    return NULL;
  title = plt_retro_choice_title (&self.choice,
                                  self.one ? "Planning et charge" : "Charge des équipes");
  document = plt_retro_paper_new (&self.paper, title, small ? PLT_PAPER_A4 : PLT_PAPER_A3,
                                  plt_paper_orientation (params));
  if (self.load->assignments->len == 0)
    {
      plt_document_paragraph (document, "text.note",
                              "Aucune tâche n’a encore de personne ni d’équipe.", PLT_RETRO_NO_REF);
      return document;
    }
  plt_retro_choice_entries (&self.choice, document);
  cut_periods (&self);
  if (self.periods->len == 0)
    {
      plt_document_paragraph (document, "text.note", "Aucun travail entre ces dates.",
                              PLT_RETRO_NO_REF);
      return document;
    }
  count_open_days (&self);
  add_table (&self, document, room_of (small, portrait));
  add_legend (&self, document);
  add_overloads (&self, document, self.load->overloads);
  if (self.one)
    add_tasks (&self, document);
  return document;
}

static const PltParamSpec params[] = {
  { .id = "papier",
    .title = N_ ("Paper"),
    .type = PLT_PARAM_CHOICE,
    .choices = "a3,a4",
    .initial = "a3" },
  PLT_PAPER_ORIENTATION_PARAM,
  { .id = "equipe", .title = N_ ("Team"), .type = PLT_PARAM_TEXT },
  { .id = "personne", .title = N_ ("Person"), .type = PLT_PARAM_REFERENCE, .table = "person" },
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
