/* Rétroplanning: the tasks as bars on a calendar, from A4 to A0 (plt-gantt.h). The workbook has the
 * same rows with dates that are dates and a column a week, filled by formulas. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-document-kinds-private.h"
#include "plt-error.h"
#include "plt-gantt.h"
#include "plt-retro-gantt.h"
#include "plt-retro-paper.h"

#define MOST_DAYS (20 * 366) /* a date mistyped by a century is no reason to print for ever */
#define FEW_DAYS 100         /* up to these a column of the workbook is a day */

typedef enum
{
  COLUMN_DAYS,
  COLUMN_START,
  COLUMN_FINISH,
  COLUMN_TEAM,
  COLUMN_WHO,
  COLUMN_SLACK,
  N_COLUMNS,
} Column;

static const struct
{
  const char *id, *title;
  gboolean at_end;
} known[N_COLUMNS] = {
  { "duree", "Durée", TRUE },    { "debut", "Début", FALSE }, { "fin", "Fin", FALSE },
  { "equipe", "Équipe", FALSE }, { "qui", "Qui", FALSE },     { "marge", "Marge", TRUE },
};

typedef struct
{
  PltRetroPaper paper;
  GArray *columns;  /* Column */
  PltDate from, to; /* chosen, or PLT_DATE_NONE */
  PltGantt *gantt;
  gint *places; /* of tasks of the network among the rows of the gantt, or -1 */
} Print;

static gboolean
read_columns (Print *self, const char *text, GError **error)
{
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", ",; ", -1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint at = 0;

      if (*words[i] == '\0')
        continue;
      while (at < N_COLUMNS && strcmp (known[at].id, words[i]) != 0)
        at++;
      if (at == N_COLUMNS)
        {
          g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                       _ ("“%s” is not a column: choose among duree, debut, fin, equipe, qui and "
                          "marge."),
                       words[i]);
          return FALSE;
        }
      Column column = (Column) at;
      if (self->columns->len < PLT_GANTT_COLUMNS)
        g_array_append_val (self->columns, column);
    }
  return TRUE;
}

static const PltRetroRow *
row_at (const Print *self, guint i)
{
  return &g_array_index (self->paper.retro->rows, PltRetroRow, i);
}

/* Within the dates chosen. */
static gboolean
is_shown (const Print *self, const PltRetroRow *row)
{
  if (!row->is_dated)
    return self->from == PLT_DATE_NONE && self->to == PLT_DATE_NONE && row->kind != PLT_RETRO_PHASE;
  return (self->from == PLT_DATE_NONE || row->dates.finish >= self->from)
         && (self->to == PLT_DATE_NONE || row->dates.start <= self->to);
}

static gboolean
is_milestone (const PltRetroRow *row)
{
  return row->kind == PLT_RETRO_MILESTONE || row->kind == PLT_RETRO_REGISTER;
}

static char *
cell_text (const PltRetroRow *row, Column column)
{
  switch (column)
    {
    case COLUMN_DAYS:
      return plt_retro_paper_duration (row);
    case COLUMN_START:
      return plt_retro_paper_date (row->is_dated && !is_milestone (row) ? row->dates.start
                                                                        : PLT_DATE_NONE);
    case COLUMN_FINISH:
      return plt_retro_paper_date (row->is_dated ? row->dates.finish : PLT_DATE_NONE);
    case COLUMN_TEAM:
      return g_strdup (row->task != NULL && row->task->team != NULL ? row->task->team : "");
    case COLUMN_WHO:
      return g_strdup (row->people != NULL ? row->people : "");
    case COLUMN_SLACK:
      return plt_retro_paper_slack (row);
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
beside (const Print *self, const PltRetroRow *row)
{
  g_autofree char *date
      = is_milestone (row) && row->is_dated ? plt_date_format_short (row->dates.finish) : NULL;

  if (self->gantt->chart_only)
    {
      g_autofree char *name = plt_retro_paper_name (row);

      return g_strjoin (date != NULL ? " · " : "", name, date != NULL ? date : "", NULL);
    }
  if (date != NULL)
    return g_steal_pointer (&date);
  if (row->kind == PLT_RETRO_TASK && row->people != NULL && *row->people != '\0'
      && !has_column (self, COLUMN_WHO))
    return g_strdup (row->people);
  if (row->kind == PLT_RETRO_TASK && row->task != NULL && row->task->team != NULL
      && !has_column (self, COLUMN_TEAM))
    return g_strdup (row->task->team);
  return g_strdup ("");
}

static void
add_bar (Print *self, const PltRetroRow *from)
{
  g_autofree char *name = plt_retro_paper_name (from);
  PltGanttRow *row = plt_gantt_row (self->gantt, name);
  g_autofree char *text = beside (self, from);

  row->beside = plt_gantt_text (self->gantt, text);
  plt_retro_gantt_bar (row, from);
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *cell = cell_text (from, g_array_index (self->columns, Column, i));

      row->cells[i] = plt_gantt_text (self->gantt, cell);
    }
}

/* First and last days of what is shown; a little room behind the last for what stands there. */
static void
find_dates (const Print *self, PltDate *from, PltDate *to)
{
  *from = *to = PLT_DATE_NONE;
  for (guint i = 0; i < self->paper.retro->rows->len; i++)
    {
      const PltRetroRow *row = row_at (self, i);

      if (!row->is_dated || !is_shown (self, row))
        continue;
      *from = *from == PLT_DATE_NONE ? row->dates.start : MIN (*from, row->dates.start);
      *to = *to == PLT_DATE_NONE ? row->dates.finish : MAX (*to, row->dates.finish);
    }
  if (*from != PLT_DATE_NONE) /* room for signs at the edges */
    {
      *from -= 5;
      *to += 7;
    }
  if (self->from != PLT_DATE_NONE)
    *from = self->from;
  if (self->to != PLT_DATE_NONE)
    *to = self->to;
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

      for (guint j = 0; j < self->paper.retro->rows->len && !any; j++)
        {
          g_autofree char *text
              = cell_text (row_at (self, j), g_array_index (self->columns, Column, i));

          any = *text != '\0' && is_shown (self, row_at (self, j));
        }
      if (!any)
        g_array_remove_index (self->columns, i);
    }
}

/* What other registers give stands apart from the last phase. */
static void
head_registers (Print *self, gboolean *headed, const PltRetroRow *row)
{
  PltGanttRow *head;

  if (row->kind != PLT_RETRO_REGISTER || *headed)
    return;
  *headed = TRUE;
  head = plt_gantt_row (self->gantt, "Dates des autres registres");
  head->flags = PLT_GANTT_GROUP;
}

static void
fill_gantt (Print *self, const PltParams *params)
{
  const PltRetro *retro = self->paper.retro;
  gboolean headed = FALSE;

  self->gantt->today = self->paper.source.date;
  self->gantt->scale = scale_of (plt_params_get (params, "echelle"));
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
  for (guint i = 0; i < retro->rows->len; i++)
    {
      const PltRetroRow *row = row_at (self, i);

      if (!is_shown (self, row))
        continue;
      head_registers (self, &headed, row);
      if (row->index >= 0)
        self->places[row->index] = (gint) self->gantt->rows->len;
      add_bar (self, row);
    }
  if (g_strcmp0 (plt_params_get (params, "liens"), "1") == 0)
    plt_retro_gantt_links (self->gantt, retro, self->places);
  plt_retro_gantt_days_off (self->gantt, self->paper.source.facts);
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
add_sheet_row (const Print *self, PltDocTable *table, const PltRetroRow *row)
{
  gboolean phase = row->kind == PLT_RETRO_PHASE, group = row->kind == PLT_RETRO_GROUP;
  g_autofree char *plain = plt_retro_paper_name (row);
  g_autofree char *name = g_strdup_printf ("%*s%s", (int) (2 * row->depth), "", plain);
  g_autofree char *team = cell_text (row, COLUMN_TEAM);

  plt_doc_table_row (table, phase ? "row.group" : (group ? "row.subgroup" : "row.normal"));
  plt_doc_cell_ref (plt_doc_table_text (table, name), row->ref);
  plt_doc_table_text (table, team);
  plt_doc_table_text (table, row->people != NULL ? row->people : "");
  plt_doc_table_number (table, row->is_dated && !phase ? row->days : PLT_UNKNOWN, 0);
  plt_doc_table_date (table, row->is_dated ? row->dates.start : PLT_DATE_NONE);
  plt_doc_table_date (table, row->is_dated ? row->dates.finish : PLT_DATE_NONE);
  plt_doc_table_number (
      table,
      row->is_dated && !phase && row->kind != PLT_RETRO_REGISTER ? row->dates.slack : PLT_UNKNOWN,
      0);
  plt_doc_table_rate (table, row->kind == PLT_RETRO_REGISTER
                                 ? PLT_UNKNOWN
                                 : (gint64) row->progress * (PLT_RATE_ONE / 100));
}

static void
add_sheet (const Print *self, PltDocument *document)
{
  static const PltDocColumn columns[N_SHEET] = {
    { .title = "Tâche", .id = "tache", .weight = 3, .sheet_chars = 40 },
    { .title = "Équipe", .id = "equipe", .weight = 1, .sheet_chars = 16 },
    { .title = "Qui", .id = "qui", .weight = 1, .sheet_chars = 22 },
    { .title = "Jours", .id = "jours", .width = 34, .sheet_chars = 7 },
    { .title = "Début", .id = "debut", .width = 56, .sheet_chars = 11 },
    { .title = "Fin", .id = "fin", .width = 56, .sheet_chars = 11 },
    { .title = "Marge", .id = "marge", .width = 34, .sheet_chars = 7 },
    { .title = "Fait", .id = "fait", .width = 34, .sheet_chars = 7 },
  };
  PltDocTable *table = plt_document_table (document, "Rétroplanning", columns, N_SHEET);
  guint n = plt_gantt_n_days (self->gantt), step = n <= FEW_DAYS ? 1 : 7;
  PltDocBars bars = { .start = SHEET_START,
                      .finish = SHEET_FINISH,
                      .days = SHEET_DAYS,
                      .first = self->gantt->from,
                      .n = n / step,
                      .step = step };

  plt_doc_table_set_workings (table);
  plt_doc_table_set_frozen_columns (table, 1);
  plt_doc_table_set_bars (table, &bars);
  for (guint i = 0; i < self->paper.retro->rows->len; i++)
    if (is_shown (self, row_at (self, i)))
      add_sheet_row (self, table, row_at (self, i));
}

/* ---- entry ---- */

static PltPaper
paper_of (const PltParams *params)
{
  static const char *const papers[] = { "a4", "a3", "a2", "a1", "a0" };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_strcmp0 (plt_params_get (params, "papier"), papers[i]) == 0)
      return (PltPaper) i;
  return PLT_PAPER_A3;
}

static PltDate
date_of (const PltParams *params, const char *name)
{
  const char *text = plt_params_get (params, name);

  return text != NULL ? plt_date_from_iso (text) : PLT_DATE_NONE;
}

static void
print_clear (Print *self)
{
  plt_retro_paper_close (&self->paper);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->gantt, plt_gantt_free);
  g_clear_pointer (&self->places, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Print, print_clear)

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (Print) self = { .columns = NULL };
  PltDocument *document;
  PltDate from, to;

  if (!read_columns (&self, plt_params_get (params, "colonnes"), error)
      || !plt_retro_paper_open (&self.paper, store, params, error))
    return NULL;
  self.from = date_of (params, "debut");
  self.to = date_of (params, "fin");
  document = plt_retro_paper_new (&self.paper, "Rétroplanning", paper_of (params));
  if (!plt_retro_paper_begin (&self.paper, document))
    return document;
  plt_retro_paper_entries (&self.paper, document, NULL);
  find_dates (&self, &from, &to);
  if (from == PLT_DATE_NONE || to == PLT_DATE_NONE)
    return document;
  self.gantt = plt_gantt_new (from, to);
  fill_gantt (&self, params);
  if (self.gantt->rows->len == 0)
    {
      plt_document_paragraph (document, "text.note", "Aucune tâche entre ces dates.",
                              PLT_RETRO_NO_REF);
      return document;
    }
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
  { .id = "debut", .title = N_ ("From"), .type = PLT_PARAM_DATE },
  { .id = "fin", .title = N_ ("To"), .type = PLT_PARAM_DATE },
  { .id = "echelle",
    .title = N_ ("Scale"),
    .type = PLT_PARAM_CHOICE,
    .choices = "auto,jour,semaine,mois",
    .initial = "auto",
    .titles = N_ ("By the paper,Days,Weeks,Months") },
  { .id = "colonnes",
    .title = N_ ("Columns"),
    .type = PLT_PARAM_TEXT,
    .initial = "duree,debut,fin,equipe,marge" },
  { .id = "liens", .title = N_ ("Show links"), .type = PLT_PARAM_BOOLEAN, .initial = "0" },
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
