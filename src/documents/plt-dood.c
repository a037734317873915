/* Présences (day out of days): what each role does on each day, in French letters or in
 * international codes, and the totals of each row.
 *
 * A date of an event that is no day of the plan has a column too. In a workbook the totals count
 * the letters of the row, so that a letter changed there counts. */
#include <glib/gi18n-lib.h>

#include "plt-document-kinds-private.h"
#include "plt-paths.h"
#include "plt-plan-paper.h"
#include "plt-presence.h"

#include <string.h>

#define LEFT 3 /* number, name, player */
#define NOWHERE ((PltRef){ NULL, 0, NULL })

typedef struct
{
  const PltPaperSource *source;
  const PltPresenceTable *table;
  const PltLetters *letters;
  gboolean international, all;
} Dood;

/* The columns of totals, each the count of some meanings; 0 ends them. */
static const struct
{
  const char *title, *id;
  PltMeaning meanings[7];
} totals[] = {
  { "Tourn.", "tournes", { PLT_MEANING_SHOOTS, PLT_MEANING_CALLED_BACK } },
  { "Att.", "attente", { PLT_MEANING_WAITS } },
  { "Autres",
    "autres",
    { PLT_MEANING_FITTING, PLT_MEANING_REHEARSAL, PLT_MEANING_TRAVEL, PLT_MEANING_DUBBING } },
};
#define RIGHT (G_N_ELEMENTS (totals) + 4) /* and paid, span, first, last */

static const PltPresenceColumn *
column_at (const Dood *self, guint at)
{
  return self->table->columns->pdata[at];
}

/* ---- the head ---- */

typedef char *(*HeadText) (const Dood *self, const PltPresenceColumn *column);

static char *
month_of (const Dood *self, const PltPresenceColumn *column)
{
  return column->date != PLT_DATE_NONE ? plt_date_format_month (column->date) : g_strdup ("");
}

static char *
week_of (const Dood *self, const PltPresenceColumn *column)
{
  return column->date != PLT_DATE_NONE ? g_strdup_printf ("%d", plt_date_iso_week (column->date))
                                       : g_strdup ("");
}

static char *
weekday_of (const Dood *self, const PltPresenceColumn *column)
{
  static const char letters[] = "LMMJVSD";

  return column->date != PLT_DATE_NONE
             ? g_strndup (&letters[plt_date_weekday (column->date) - 1], 1)
             : g_strdup ("");
}

static char *
date_of (const Dood *self, const PltPresenceColumn *column)
{
  int day = 0;

  if (column->date == PLT_DATE_NONE)
    return g_strdup ("–");
  plt_date_to_ymd (column->date, NULL, NULL, &day);
  return g_strdup_printf ("%d", day);
}

/* "J4", and what a day without shooting is: a narrow column has room for one letter. */
static char *
number_of (const Dood *self, const PltPresenceColumn *column)
{
  static const char *const kinds[][2]
      = { { "repos", "r" }, { "ferie", "f" }, { "voyage", "v" }, { "relache", "/" } };

  if (column->day != NULL && column->day->number > 0)
    return g_strdup_printf ("%u", column->day->number);
  for (guint i = 0; column->day != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i][0], column->day->day->kind) == 0)
      return g_strdup (kinds[i][1]);
  return g_strdup ("");
}

static char *
unit_of (const Dood *self, const PltPresenceColumn *column)
{
  if (column->day == NULL)
    return g_strdup ("");
  return g_strdup_printf ("%s%s", column->day->day->unit > 1 ? "2e" : "",
                          column->day->night ? "N" : "");
}

/* One cell for each run of columns of the same text, or one a column. */
static void
add_head (const Dood *self, PltDocTable *table, const char *label, HeadText text, gboolean runs)
{
  guint n = self->table->columns->len;

  plt_doc_table_row (table, "row.header");
  plt_doc_cell_span (plt_doc_table_text (table, label), LEFT);
  for (guint i = 0; i < n;)
    {
      g_autofree char *shown = text (self, column_at (self, i));
      PltDocCell *cell = plt_doc_table_text (table, shown);
      guint covered = 1;

      for (; runs && i + covered < n; covered++)
        {
          g_autofree char *next = text (self, column_at (self, i + covered));

          if (strcmp (next, shown) != 0)
            break;
        }
      plt_doc_cell_style (cell, "cell.center");
      if (!runs && column_at (self, i)->day != NULL)
        plt_doc_cell_ref (cell,
                          (PltRef){ "shooting_day", column_at (self, i)->day->day->id, NULL });
      if (covered > 1)
        plt_doc_cell_span (cell, covered);
      i += covered;
    }
  if (text != number_of)
    {
      plt_doc_cell_span (plt_doc_table_text (table, ""), (guint) RIGHT);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    plt_doc_cell_style (plt_doc_table_text (table, totals[i].title), "cell.center");
  plt_doc_cell_style (plt_doc_table_text (table, "Payés"), "cell.center");
  plt_doc_cell_style (plt_doc_table_text (table, "Ampl."), "cell.center");
  plt_doc_cell_style (plt_doc_table_text (table, "Premier"), "cell.center");
  plt_doc_cell_style (plt_doc_table_text (table, "Dernier"), "cell.center");
}

/* ---- the rows ---- */

/* How one meaning may stand in a cell. */
static void
add_signs (const Dood *self, GPtrArray *signs, PltMeaning meaning)
{
  static const guint marks[] = { 0,
                                 PLT_PRESENCE_START,
                                 PLT_PRESENCE_FINISH,
                                 PLT_PRESENCE_START | PLT_PRESENCE_FINISH,
                                 PLT_PRESENCE_DROP,
                                 PLT_PRESENCE_START | PLT_PRESENCE_DROP };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      PltPresenceCell cell = { .meaning = (guint8) meaning, .flags = (guint8) marks[i] };
      g_autofree char *sign = plt_presence_cell_text (&cell, self->letters, self->international);

      if (*sign != '\0' && !g_ptr_array_find_with_equal_func (signs, sign, g_str_equal, NULL))
        g_ptr_array_add (signs, g_steal_pointer (&sign));
    }
}

static GPtrArray *
signs_of (const Dood *self, guint total)
{
  GPtrArray *signs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0;
       i < G_N_ELEMENTS (totals[total].meanings) && totals[total].meanings[i] != PLT_MEANING_NONE;
       i++)
    add_signs (self, signs, totals[total].meanings[i]);
  return signs;
}

/* =COUNTIF(range,"=T")+COUNTIF(range,"=RP"): "=" and "~" keep a letter from being a pattern. */
static char *
count_formula (const Dood *self, const char *range, const GPtrArray *signs)
{
  GString *formula = g_string_new ("=");

  for (guint i = 0; i < signs->len; i++)
    {
      g_string_append_printf (formula, "%sCOUNTIF(%s,\"=", i > 0 ? "+" : "", range);
      for (const char *p = signs->pdata[i]; *p != '\0'; p++)
        g_string_append_printf (formula, "%s%c",
                                strchr ("*?~", *p) != NULL ? "~"
                                : *p == '"'                ? "\""
                                                           : "",
                                *p);
      g_string_append (formula, "\")");
    }
  return g_string_free (formula, FALSE);
}

/* Days that a spreadsheet would count by letters: the same, unless two units share a date. */
static guint
count_letters (const PltPresenceRow *row, guint n, const PltMeaning *meanings)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < 7 && meanings[j] != PLT_MEANING_NONE; j++)
      count += row->cells[i].meaning == meanings[j];
  return count;
}

static void
add_totals (const Dood *self, PltDocTable *table, const PltPresenceRow *row)
{
  guint n = self->table->columns->len;
  const guint values[] = { row->n_worked, row->n_waiting,
                           row->n_fitting + row->n_rehearsal + row->n_travel + row->n_dubbing };
  g_autofree char *range = g_strdup_printf ("{.,%d}:{.,%u}", LEFT, LEFT + n - 1);

  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      PltDocCell *cell = plt_doc_table_number (table, values[i], 0);

      plt_doc_cell_style (cell, i == 0 ? "cell.strong" : "cell.normal");
      if (count_letters (row, n, totals[i].meanings) == values[i])
        {
          g_autoptr (GPtrArray) signs = signs_of (self, i);
          g_autofree char *formula = signs->len > 0 ? count_formula (self, range, signs) : NULL;

          if (formula != NULL)
            plt_doc_cell_formula (cell, formula);
        }
    }
  {
    gint64 paid
        = row->n_guaranteed != PLT_UNKNOWN ? MAX (row->n_guaranteed, row->n_paid) : row->n_paid;

    plt_doc_table_number (table, paid, 0);
  }
  plt_doc_cell_style (plt_doc_table_number (table, row->n_span, 0),
                      row->costly ? "cell.warning" : "cell.normal");
  for (guint i = 0; i < 2; i++)
    {
      int at = i == 0 ? row->first : row->last;
      const PltPresenceColumn *column = at >= 0 ? column_at (self, (guint) at) : NULL;
      g_autofree char *text = NULL;

      if (column != NULL && column->date != PLT_DATE_NONE)
        {
          int month, day;

          plt_date_to_ymd (column->date, NULL, &month, &day);
          text = g_strdup_printf ("%02d/%02d", day, month);
        }
      else if (column != NULL && column->day != NULL)
        text = g_strdup_printf ("J%u", column->day->number);
      plt_doc_cell_style (plt_doc_table_text (table, text), "cell.right");
    }
}

static void
add_row (const Dood *self, PltDocTable *table, const PltPresenceRow *row)
{
  const PltElementFacts *element = row->element;
  g_autofree char *number = element->number != PLT_UNKNOWN
                                ? g_strdup_printf ("%" G_GINT64_FORMAT, element->number)
                                : g_strdup (row->category->code);
  g_autofree char *player = plt_paper_player (self->source, element);

  plt_doc_table_row (table, "row.normal");
  plt_doc_cell_style (plt_doc_table_text (table, number), "cell.center");
  plt_doc_cell_ref (plt_doc_table_text (table, element->name),
                    (PltRef){ "element", element->id, NULL });
  plt_doc_table_text (table, player);
  for (guint i = 0; i < self->table->columns->len; i++)
    {
      const PltPresenceCell *cell = &row->cells[i];
      g_autofree char *text = plt_presence_cell_text (cell, self->letters, self->international);

      if (*text == '\0')
        plt_doc_table_empty (table);
      else
        plt_doc_cell_style (plt_doc_table_text (table, text),
                            plt_meaning_is_work ((PltMeaning) cell->meaning) ? "cell.mark"
                                                                             : "cell.center");
    }
  add_totals (self, table, row);
}

static gboolean
is_listed (const Dood *self, const PltPresenceRow *row)
{
  if (!self->all && !plt_presence_row_is_role (row))
    return FALSE;
  for (guint i = 0; i < self->table->columns->len; i++)
    if (row->cells[i].meaning != PLT_MEANING_NONE)
      return TRUE;
  return FALSE;
}

/* How many roles work each day; the sum of the days. */
static void
add_sums (const Dood *self, PltDocTable *table, guint first, guint last)
{
  guint n = self->table->columns->len;
  g_autoptr (GPtrArray) signs = signs_of (self, 0);

  plt_doc_table_row (table, "row.total");
  plt_doc_cell_span (plt_doc_table_text (table, "Rôles par jour"), LEFT);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *range = g_strdup_printf ("{%u,%u}:{%u,%u}", first, LEFT + i, last, LEFT + i);
      g_autofree char *formula = count_formula (self, range, signs);
      PltDocCell *cell = plt_doc_table_number (table, column_at (self, i)->n_roles, 0);

      plt_doc_cell_style (cell, "cell.center");
      plt_doc_cell_formula (cell, formula);
    }
  for (guint i = 0; i < G_N_ELEMENTS (totals) + 1; i++)
    {
      gint64 sum = 0;
      g_autofree char *formula
          = g_strdup_printf ("=SUM({%u,%u}:{%u,%u})", first, LEFT + n + i, last, LEFT + n + i);

      for (guint j = 0; j < self->table->rows->len; j++)
        {
          const PltPresenceRow *row = self->table->rows->pdata[j];
          const gint64 values[]
              = { row->n_worked, row->n_waiting,
                  row->n_fitting + row->n_rehearsal + row->n_travel + row->n_dubbing,
                  row->n_guaranteed != PLT_UNKNOWN ? MAX (row->n_guaranteed, row->n_paid)
                                                   : row->n_paid };

          if (plt_presence_row_is_role (row) && is_listed (self, row))
            sum += values[i];
        }
      plt_doc_cell_formula (plt_doc_table_number (table, sum, 0), formula);
    }
}

static void
add_rows (const Dood *self, PltDocTable *table)
{
  const PltCategoryFacts *category = NULL;
  guint first = plt_doc_table_get_n_rows (table);
  gboolean summed = FALSE;

  for (guint i = 0; i < self->table->rows->len; i++)
    {
      const PltPresenceRow *row = self->table->rows->pdata[i];
      gboolean role = plt_presence_row_is_role (row);

      if (!is_listed (self, row))
        continue;
      if (!role && !summed && plt_doc_table_get_n_rows (table) > first)
        add_sums (self, table, first, plt_doc_table_get_n_rows (table) - 1);
      summed = summed || !role;
      if (!role && row->category != category)
        {
          plt_doc_table_row (table, "row.subgroup");
          plt_doc_cell_span (plt_doc_table_text (table, row->category->name), LEFT);
          plt_doc_table_keep_with_next (table);
          category = row->category;
        }
      add_row (self, table, row);
    }
  if (!summed && plt_doc_table_get_n_rows (table) > first)
    add_sums (self, table, first, plt_doc_table_get_n_rows (table) - 1);
}

/* The letters that stand on the paper, and the marks of the codes. */
static void
add_legend (const Dood *self, PltDocument *document)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 1; i < PLT_N_MEANINGS; i++)
    {
      const char *letter = plt_letters_get (self->letters, (PltMeaning) i, self->international);

      if (*letter != '\0')
        g_string_append_printf (text, "%s%s\302\240: %s", text->len > 0 ? "  ·  " : "", letter,
                                plt_letters_title (self->letters, (PltMeaning) i));
    }
  if (self->international)
    g_string_append (text, "  ·  S : premier jour ; F : dernier jour ; D après W : dernier jour "
                           "avant une interruption");
  g_string_append (text,
                   ". Sous le jour : N nuit, 2e deuxième équipe. Amplitude : jours de tournage du "
                   "premier au dernier ; marquée quand elle passe deux fois les jours tournés.");
  plt_document_space (document, 4);
  plt_document_paragraph (document, "text.small", text->str, NOWHERE);
}

static PltDocTable *
add_table (const Dood *self, PltDocument *document)
{
  guint n = self->table->columns->len, all = LEFT + n + (guint) RIGHT;
  g_autofree PltDocColumn *specs = g_new0 (PltDocColumn, all);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  PltDocTable *table;

  specs[0] = (PltDocColumn){ .id = "numero", .width = 26, .sheet_chars = 5 };
  specs[1] = (PltDocColumn){ .id = "role", .width = 104, .sheet_chars = 22 };
  specs[2] = (PltDocColumn){ .id = "interprete", .width = 88, .sheet_chars = 20 };
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (ids, g_strdup_printf ("jour-%u", i + 1));
      specs[LEFT + i] = (PltDocColumn){
        .id = ids->pdata[i], .weight = 1, .min = self->international ? 22 : 17, .sheet_chars = 4
      };
    }
  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    specs[LEFT + n + i] = (PltDocColumn){ .id = totals[i].id, .width = 34, .sheet_chars = 7 };
  specs[all - 4] = (PltDocColumn){ .id = "payes", .width = 34, .sheet_chars = 7 };
  specs[all - 3] = (PltDocColumn){ .id = "amplitude", .width = 34, .sheet_chars = 7 };
  specs[all - 2] = (PltDocColumn){ .id = "premier", .width = 40, .sheet_chars = 8 };
  specs[all - 1] = (PltDocColumn){ .id = "dernier", .width = 40, .sheet_chars = 8 };
  table = plt_document_table (document, "Présences", specs, all);
  add_head (self, table, "Mois", month_of, TRUE);
  add_head (self, table, "Semaine", week_of, TRUE);
  add_head (self, table, "Jour", weekday_of, FALSE);
  add_head (self, table, "Date", date_of, FALSE);
  add_head (self, table, "Nuit, équipe", unit_of, FALSE);
  add_head (self, table, "Jour de tournage", number_of, FALSE);
  plt_doc_table_set_header_rows (table, plt_doc_table_get_n_rows (table));
  plt_doc_table_set_frozen_columns (table, LEFT);
  return table;
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (PltPaperSource) source = { NULL };
  g_autoptr (PltLetters) letters = NULL;
  g_autoptr (PltPresenceTable) presences = NULL;
  g_autofree char *shipped = NULL;
  Dood self = { &source, NULL, NULL, FALSE, FALSE };
  PltDocument *document;

  if (!plt_paper_open (&source, store, params, error))
    return NULL;
  self.international = g_strcmp0 (plt_params_get (params, "codes"), "international") == 0;
  self.all = g_strcmp0 (plt_params_get (params, "tous"), "1") == 0;
  document = plt_plan_paper_new (
      &source, "Présences",
      g_strcmp0 (plt_params_get (params, "papier"), "a4") == 0 ? PLT_PAPER_A4 : PLT_PAPER_A3,
      PLT_LANDSCAPE);
  shipped = plt_paths_read ("referentials/" PLT_LETTERS_REFERENTIAL ".tsv", NULL, NULL);
  letters = plt_letters_new (source.facts, shipped);
  presences = plt_presence_table_new (source.plan, letters);
  if (!plt_plan_paper_begin (&source, document))
    return document;
  self.table = presences;
  self.letters = letters;
  add_rows (&self, add_table (&self, document));
  add_legend (&self, document);
  return document;
}

static const PltParamSpec specs[] = {
  PLT_PAPER_PLAN_PARAM,
  { "codes", N_ ("Letters"), PLT_PARAM_CHOICE, NULL, "francais,international", "francais",
    N_ ("French,International") },
  { "tous", N_ ("Animals, vehicles and equipment too"), PLT_PARAM_BOOLEAN, NULL, NULL, "0", NULL },
  { "papier", N_ ("Paper"), PLT_PARAM_CHOICE, NULL, "a3,a4", "a3", NULL },
  { NULL },
};

const PltDocumentKind plt_document_dood = {
  .id = "dood",
  .title = "Présences (DOOD)",
  .phase = "preparation",
  .params = specs,
  .build = build,
};
