/* Rétroplanning: the tasks as bars on a calendar, from A4 to A0 (plt-gantt.h). The workbook has the
 * same rows with dates that are dates and a column a week, filled by formulas. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-document-kinds-private.h"
#include "plt-gantt.h"
#include "plt-retro-choice.h"
#include "plt-retro-gantt.h"

#define MOST_DAYS (20 * 366) /* a date mistyped by a century is no reason to print for ever */

typedef enum
{
  COLUMN_DAYS,
  COLUMN_START,
  COLUMN_FINISH,
  COLUMN_TEAM,
  COLUMN_WHO,
  COLUMN_SLACK,
  COLUMN_PLACE,
  COLUMN_DELIVERABLE,
  COLUMN_ACCESS,
  COLUMN_STATE,
  COLUMN_PROGRESS,
  N_COLUMNS,
} Column;

static const struct
{
  const char *id, *title;
  gboolean at_end;
} known[N_COLUMNS] = {
  { "duree", "Durée", TRUE },
  { "debut", "Début", FALSE },
  { "fin", "Fin", FALSE },
  { "equipe", "Équipe", FALSE },
  { "qui", "Qui", FALSE },
  { "marge", "Marge", TRUE },
  { "lieu", "Lieu", FALSE },
  { "livrable", "À livrer", FALSE },
  { "accessibilite", "Accessibilité", FALSE },
  { "etat", "État", FALSE },
  { "fait", "Fait", TRUE },
};

typedef struct
{
  PltRetroPaper paper;
  PltRetroChoice choice;
  GArray *columns; /* Column */
  PltGantt *gantt;
  gint *places; /* of tasks of the network among the rows of the gantt, or -1 */
} Print;

static void
read_columns (Print *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", ",", -1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  for (guint i = 0; words[i] != NULL; i++)
    for (guint at = 0; at < N_COLUMNS && self->columns->len < PLT_GANTT_COLUMNS; at++)
      if (strcmp (known[at].id, words[i]) == 0)
        {
          Column column = (Column) at;

          g_array_append_val (self->columns, column);
        }
}

static const PltRetroItem *
item_at (const Print *self, guint i)
{
  return &g_array_index (self->choice.items, PltRetroItem, i);
}

static gboolean
is_milestone (const PltRetroRow *row)
{
  return row->kind == PLT_RETRO_MILESTONE || row->kind == PLT_RETRO_REGISTER;
}

static char *
task_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static char *
cell_text (const PltRetroItem *item, Column column)
{
  const PltRetroRow *row = item->row;
  const PltTaskFacts *task = row != NULL ? row->task : NULL;

  if (column == COLUMN_START)
    return plt_retro_paper_date (row != NULL && is_milestone (row) ? PLT_DATE_NONE : item->from);
  if (column == COLUMN_FINISH)
    return plt_retro_paper_date (item->to);
  if (row == NULL)
    return g_strdup ("");
  switch (column)
    {
    case COLUMN_DAYS:
      return plt_retro_paper_duration (row);
    case COLUMN_TEAM:
      return task_text (task != NULL ? task->team : NULL);
    case COLUMN_WHO:
      return task_text (row->people);
    case COLUMN_SLACK:
      return plt_retro_paper_slack (row);
    case COLUMN_PLACE:
      return task_text (task != NULL ? task->place : NULL);
    case COLUMN_DELIVERABLE:
      return task_text (task != NULL ? task->deliverable : NULL);
    case COLUMN_ACCESS:
      return task_text (task != NULL ? task->accessibility : NULL);
    case COLUMN_STATE:
      return task_text (row->kind != PLT_RETRO_PHASE ? plt_retro_paper_state (row) : NULL);
    case COLUMN_PROGRESS:
      return row->kind == PLT_RETRO_REGISTER ? g_strdup ("")
                                             : g_strdup_printf ("%d\302\240%%", row->progress);
    case COLUMN_START:
    case COLUMN_FINISH:
    case N_COLUMNS:
    default:
      return g_strdup ("");
    }
}

static gboolean
has_column (const Print *self, Column column)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, Column, i) == column)
      return TRUE;
  return FALSE;
}

/* Beside a milestone its date, beside a bar its team where the table does not tell it. */
static char *
beside (const Print *self, const PltRetroItem *item)
{
  const PltRetroRow *row = item->row;
  g_autofree char *name = plt_retro_item_name (item);
  g_autofree char *date = row != NULL && is_milestone (row) && row->is_dated
                              ? plt_date_format_short (row->dates.finish)
                              : NULL;

  if (self->gantt->chart_only)
    return g_strjoin (date != NULL ? " · " : "", name, date != NULL ? date : "", NULL);
  if (date != NULL)
    return g_steal_pointer (&date);
  if (row != NULL && row->kind == PLT_RETRO_TASK && row->people != NULL && *row->people != '\0'
      && !has_column (self, COLUMN_WHO))
    return g_strdup (row->people);
  if (row != NULL && row->kind == PLT_RETRO_TASK && row->task != NULL && row->task->team != NULL
      && !has_column (self, COLUMN_TEAM))
    return g_strdup (row->task->team);
  return g_strdup ("");
}

static void
add_bar (Print *self, const PltRetroItem *item, gboolean with_baseline)
{
  g_autofree char *name = plt_retro_item_name (item);
  PltGanttRow *row = plt_gantt_row (self->gantt, name);
  g_autofree char *text = beside (self, item);

  row->beside = plt_gantt_text (self->gantt, text);
  if (item->row != NULL)
    plt_retro_gantt_bar (row, item->row);
  else
    row->flags = PLT_GANTT_GROUP;
  if (plt_retro_item_is_group (item)) /* over what is shown of it */
    {
      row->from = item->from;
      row->to = item->to;
    }
  if (!with_baseline)
    row->base_from = row->base_to = PLT_DATE_NONE;
  row->depth = item->depth;
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *cell = cell_text (item, g_array_index (self->columns, Column, i));

      row->cells[i] = plt_gantt_text (self->gantt, cell);
    }
}

/* First and last days of what is shown; a little room behind the last for what stands there. */
static void
find_dates (const Print *self, PltDate *from, PltDate *to)
{
  *from = *to = PLT_DATE_NONE;
  for (guint i = 0; i < self->choice.items->len; i++)
    {
      const PltRetroItem *item = item_at (self, i);

      if (item->from == PLT_DATE_NONE)
        continue;
      *from = *from == PLT_DATE_NONE ? item->from : MIN (*from, item->from);
      *to = *to == PLT_DATE_NONE ? item->to : MAX (*to, item->to);
    }
  if (*from != PLT_DATE_NONE) /* room for signs at the edges */
    {
      int days = *to - *from;

      *from -= MAX (5, days / 80);
      *to += MAX (7, days / 50);
    }
  if (self->choice.from != PLT_DATE_NONE)
    *from = self->choice.from;
  if (self->choice.to != PLT_DATE_NONE)
    *to = self->choice.to;
  if (*from != PLT_DATE_NONE && *to != PLT_DATE_NONE)
    *to = CLAMP (*to, *from, *from + MOST_DAYS);
}

static PltGanttScale
scale_of (const char *word)
{
  static const char *const words[] = { "auto", "jour", "semaine", "mois" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i], word) == 0)
      return (PltGanttScale) i;
  return PLT_GANTT_AUTO;
}

/* A column in which nothing would stand takes no room. */
static void
drop_empty_columns (Print *self)
{
  for (guint i = self->columns->len; i-- > 0;)
    {
      gboolean any = FALSE;

      for (guint j = 0; j < self->choice.items->len && !any; j++)
        {
          g_autofree char *text
              = cell_text (item_at (self, j), g_array_index (self->columns, Column, i));

          any = *text != '\0';
        }
      if (!any)
        g_array_remove_index (self->columns, i);
    }
}

static PltPaper
paper_of (const PltParams *params)
{
  static const char *const papers[] = { "a4", "a3", "a2", "a1", "a0" };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_strcmp0 (plt_params_get (params, "papier"), papers[i]) == 0)
      return (PltPaper) i;
  return PLT_PAPER_A3;
}

static void
fill_gantt (Print *self, const PltParams *params)
{
  const PltRetro *retro = self->paper.retro;
  gboolean with_baseline = g_strcmp0 (plt_params_get (params, "reference"), "0") != 0;

  self->gantt->today = self->paper.source.date;
  self->gantt->scale = scale_of (plt_params_get (params, "echelle"));
  self->gantt->paper = paper_of (params);
  self->gantt->one_page = g_strcmp0 (plt_params_get (params, "une-page"), "1") == 0;
  self->gantt->chart_only = g_strcmp0 (plt_params_get (params, "graphique-seul"), "1") == 0;
  drop_empty_columns (self);
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column column = g_array_index (self->columns, Column, i);

      plt_gantt_column (self->gantt, known[column].title, known[column].at_end);
    }
  self->gantt->n_phases = PLT_RETRO_N_PHASES + 1;
  for (guint i = 0; i < PLT_RETRO_N_PHASES; i++)
    self->gantt->phases[i] = plt_retro_paper_phase (plt_retro_phase_id (i));
  self->gantt->phases[PLT_RETRO_N_PHASES] = plt_retro_paper_phase (NULL);
  self->places = g_new (gint, retro->input.n_tasks + 1);
  for (guint i = 0; i < retro->input.n_tasks; i++)
    self->places[i] = -1;
  for (guint i = 0; i < self->choice.items->len; i++)
    {
      const PltRetroItem *item = item_at (self, i);

      if (item->row != NULL && item->row->index >= 0)
        self->places[item->row->index] = (gint) self->gantt->rows->len;
      add_bar (self, item, with_baseline);
    }
  if (g_strcmp0 (plt_params_get (params, "liens"), "1") == 0)
    plt_retro_gantt_links (self->gantt, retro, self->places);
  plt_retro_gantt_days_off (self->gantt, self->paper.source.facts);
  plt_retro_gantt_calendars (self->gantt, retro, self->places);
  plt_retro_gantt_due (self->gantt, retro);
}

/* ---- the workbook ---- */

enum
{
  SHEET_NAME,
  SHEET_TEAM,
  SHEET_WHO,
  SHEET_DAYS,
  SHEET_START,
  SHEET_FINISH,
  SHEET_SLACK,
  SHEET_PROGRESS,
  N_SHEET,
};

static void
add_sheet_head (PltDocTable *table, const PltRetroItem *item)
{
  plt_doc_table_row (table, "row.group");
  plt_doc_table_bar_color (table, plt_retro_paper_color (G_MAXUINT));
  plt_doc_table_text (table, item->head);
  for (guint i = SHEET_TEAM; i <= SHEET_DAYS; i++)
    plt_doc_table_empty (table);
  plt_doc_table_date (table, item->from);
  plt_doc_table_date (table, item->to);
  plt_doc_table_empty (table);
  plt_doc_table_empty (table);
}

static void
add_sheet_row (const Print *self, PltDocTable *table, const PltRetroItem *item)
{
  const PltRetroRow *row = item->row;
  gboolean phase = row->kind == PLT_RETRO_PHASE, group = row->kind == PLT_RETRO_GROUP;
  g_autofree char *plain = plt_retro_paper_name (row);
  g_autofree char *name = g_strdup_printf ("%*s%s", (int) (2 * item->depth), "", plain);
  g_autofree char *team = cell_text (item, COLUMN_TEAM);

  plt_doc_table_row (table, phase ? "row.group" : (group ? "row.subgroup" : "row.normal"));
  plt_doc_table_outline (table, item->depth);
  plt_doc_table_bar_color (
      table, plt_retro_paper_color (phase || group ? G_MAXUINT
                                                   : plt_retro_paper_phase_number (row->phase)));
  plt_doc_cell_ref (plt_doc_table_text (table, name), row->ref);
  plt_doc_table_text (table, team);
  plt_doc_table_text (table, row->people != NULL ? row->people : "");
  plt_doc_table_number (table, row->is_dated && !phase ? row->days : PLT_UNKNOWN, 0);
  plt_doc_table_date (table, item->from);
  plt_doc_table_date (table, item->to);
  plt_doc_table_number (
      table,
      row->is_dated && !phase && row->kind != PLT_RETRO_REGISTER ? row->dates.slack : PLT_UNKNOWN,
      0);
  plt_doc_table_number (table, row->kind == PLT_RETRO_REGISTER ? PLT_UNKNOWN : row->progress, 0);
}

static void
add_sheet (const Print *self, PltDocument *document)
{
  PltDocColumn columns[N_SHEET] = {
    { .title = "Tâche", .id = "tache", .weight = 3, .sheet_chars = 38 },
    { .title = "Équipe", .id = "equipe", .weight = 1, .sheet_chars = 16 },
    { .title = "Qui", .id = "qui", .weight = 1, .sheet_chars = 18 },
    { .title = "Jours", .id = "jours", .width = 34, .sheet_chars = 7 },
    { .title = "Début", .id = "debut", .width = 56, .sheet_chars = 11 },
    { .title = "Fin", .id = "fin", .width = 56, .sheet_chars = 11 },
    { .title = "Marge", .id = "marge", .width = 34, .sheet_chars = 7 },
    { .title = "Fait, %", .id = "fait", .width = 34, .sheet_chars = 7 },
  };
  PltDocTable *table;
  PltDocBars bars = { .start = SHEET_START, .finish = SHEET_FINISH, .days = SHEET_DAYS };

  plt_retro_paper_bars (&bars, self->gantt->from, self->gantt->to);
  columns[SHEET_WHO].sheet_chars = 6; /* where nobody is named */
  for (guint i = 0; i < self->choice.items->len; i++)
    if (item_at (self, i)->row != NULL && item_at (self, i)->row->people != NULL
        && *item_at (self, i)->row->people != '\0')
      columns[SHEET_WHO].sheet_chars = 18;
  table = plt_document_table (document, "Rétroplanning", columns, N_SHEET);
  plt_doc_table_set_workings (table);
  plt_doc_table_set_frozen_columns (table, 1);
  plt_doc_table_set_bars (table, &bars);
  for (guint i = 0; i < self->choice.items->len; i++)
    if (item_at (self, i)->row != NULL)
      add_sheet_row (self, table, item_at (self, i));
    else
      add_sheet_head (table, item_at (self, i));
}

/* ---- entry ---- */

static void
print_clear (Print *self)
{
  plt_retro_choice_clear (&self->choice);
  plt_retro_paper_close (&self->paper);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->gantt, plt_gantt_free);
  g_clear_pointer (&self->places, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Print, print_clear)

static PltDocument *
new_document (const Print *self, const PltParams *params)
{
  g_autofree char *title = plt_retro_choice_title (&self->choice, "Rétroplanning");
  return plt_retro_paper_new (&self->paper, title, paper_of (params),
                              plt_paper_orientation (params));
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (Print) self = { .columns = NULL };
  PltDocument *document;
  PltDate from, to;

  if (!plt_retro_paper_open (&self.paper, store, params, error)
      || !plt_retro_choice_read (&self.choice, &self.paper, params, error))
    return NULL;
  read_columns (&self, plt_params_get (params, "colonnes"));
  document = new_document (&self, params);
  if (!plt_retro_paper_begin (&self.paper, document))
    return document;
  plt_retro_choice_entries (&self.choice, document);
  find_dates (&self, &from, &to);
  if (from == PLT_DATE_NONE || to == PLT_DATE_NONE || self.choice.items->len == 0)
    {
      plt_document_paragraph (document, "text.note", PLT_RETRO_NOTHING_CHOSEN, PLT_RETRO_NO_REF);
      return document;
    }
  self.gantt = plt_gantt_new (from, to);
  fill_gantt (&self, params);
  add_sheet (&self, document);
  plt_document_gantt (document, g_steal_pointer (&self.gantt),
                      "Les tâches, leurs dates et leurs jalons sur un calendrier");
  return document;
}

static const PltParamSpec params[] = {
  { .id = "papier",
    .title = N_ ("Paper"),
    .type = PLT_PARAM_CHOICE,
    .choices = "a3,a4,a2,a1,a0",
    .initial = "a3" },
  PLT_PAPER_ORIENTATION_PARAM,
  { .id = "une-page", .title = N_ ("All on one page"), .type = PLT_PARAM_BOOLEAN, .initial = "0" },
  { .id = "echelle",
    .title = N_ ("Scale"),
    .type = PLT_PARAM_CHOICE,
    .choices = "auto,jour,semaine,mois",
    .initial = "auto",
    .titles = N_ ("By the paper,Days,Weeks,Months") },
  PLT_RETRO_CHOICE_PARAMS,
  { .id = "colonnes",
    .title = N_ ("Columns"),
    .type = PLT_PARAM_LIST,
    .choices = "duree,debut,fin,equipe,qui,marge,lieu,livrable,accessibilite,etat,fait",
    .initial = "duree,debut,fin,equipe,marge",
    .titles = N_ ("Duration,Start,Finish,Team,Who,Slack,Place,Deliverable,Accessibility,State,"
                  "Done") },
  { .id = "liens", .title = N_ ("Show links"), .type = PLT_PARAM_BOOLEAN, .initial = "0" },
  { .id = "reference",
    .title = N_ ("Show the baseline"),
    .type = PLT_PARAM_BOOLEAN,
    .initial = "1" },
  { .id = "graphique-seul", .title = N_ ("Chart only"), .type = PLT_PARAM_BOOLEAN, .initial = "0" },
  PLT_PAPER_PLAN_PARAM,
  { NULL },
};

const PltDocumentKind plt_document_retroplanning = {
  .id = "retroplanning",
  .title = "Rétroplanning",
  .phase = "developpement",
  .params = params,
  .build = build,
};
