/* The recap of a devis on one page: posts, what comes after them, shares, modes, cost of a minute
 * and of a day. Also a paper of its own, whose workbook holds no salary: its posts are values. */
#include "plt-document-kinds-private.h"
#include "plt-devis-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-time.h"

enum
{
  POST,
  NAME,
  BASE,
  RATE,
  AMOUNT,
  SHARE,
  N_COLUMNS
};

static const PltDocColumn columns[N_COLUMNS] = {
  { .title = "Poste", .id = "poste", .width = 40, .sheet_chars = 8 },
  { .title = "Intitulé", .id = "intitule", .weight = 1, .min = 160, .sheet_chars = 50 },
  { .title = "Base €", .id = "base", .width = 86, .sheet_chars = 17 },
  { .title = "Taux", .id = "taux", .width = 54, .sheet_chars = 10 },
  { .title = "Montant €", .id = "montant", .width = 92, .sheet_chars = 18 },
  { .title = "% du total", .id = "part", .width = 62, .sheet_chars = 12 },
};

/* The places of the rows, known before the first is written. */
typedef struct
{
  PltDevisPaper *paper;
  PltDocTable *table;
  gboolean with_detail;
  guint n_posts;
  guint subtotal, total;
  guint percents[PLT_N_PERCENTS]; /* rows of those after the posts, 0 for none */
} Recap;

/* After the posts: the two that every devis has, and those that have a rate. */
static gboolean
is_after (const PltBudget *budget, PltPercent percent)
{
  return budget->percents[percent].account == NULL
         && (percent == PLT_PERCENT_OVERHEADS || percent == PLT_PERCENT_CONTINGENCY
             || budget->percents[percent].rate_e6 != 0);
}

static void
find_places (Recap *self)
{
  const PltDevisPaper *paper = self->paper;
  guint row;

  for (guint i = 0; i < paper->rows->len; i++)
    self->n_posts += plt_devis_is_post (paper, &g_array_index (paper->rows, PltDevisRow, i));
  row = self->subtotal = self->n_posts + 1;
  for (PltPercent i = 0; i < PLT_N_PERCENTS; i++)
    self->percents[i] = is_after (paper->source.budget, i) ? ++row : 0;
  self->total = row + 1;
}

static void
add_share (const Recap *self, PltMoney amount)
{
  PltMoney total = self->paper->source.budget->total;
  g_autofree char *formula = g_strdup_printf ("=IF({%u,%d}=0,0,ROUND({.,%d}/{%u,%d},4))",
                                              self->total, AMOUNT, AMOUNT, self->total, AMOUNT);
  gint64 share;

  if (total <= 0 || amount == PLT_UNKNOWN
      || !plt_number_mul_div (amount, 10000, total, PLT_ROUND_HALF_UP, &share))
    return;
  plt_doc_cell_formula (plt_doc_table_percent (self->table, share * 100), formula);
}

static void
add_post (const Recap *self, const PltDevisRow *row)
{
  const PltBudgetAccount *account
      = row->kind == PLT_DEVIS_ROW_ACCOUNT ? plt_devis_account (self->paper, row->account) : NULL;
  g_autofree char *formula = g_strdup_printf ("={%s:%u,%d}", PLT_DEVIS_DETAIL, row->row,
                                              self->paper->columns[PLT_DEVIS_TOTAL]);
  PltMoney amount = account != NULL ? account->total : self->paper->source.budget->unposted;
  PltDocCell *cell;

  plt_doc_table_row (self->table, "row.normal");
  plt_doc_table_text (self->table, account != NULL ? account->account->code : "");
  cell = plt_doc_table_text (self->table,
                             account != NULL ? account->account->name : "Charges sans compte");
  if (account != NULL)
    plt_doc_cell_ref (cell, (PltRef){ "account", account->account->id, NULL });
  plt_doc_table_empty (self->table);
  plt_doc_table_empty (self->table);
  cell = plt_doc_table_money (self->table, amount);
  if (self->with_detail)
    plt_doc_cell_formula (cell, formula);
  add_share (self, amount);
}

static void
add_sum (
    const Recap *self, const char *style, const char *title, PltMoney amount, guint from, guint to)
{
  g_autofree char *sum = g_strdup_printf ("=SUM({%u,%d}:{%u,%d})", from, AMOUNT, to, AMOUNT);
  PltDocCell *cell;

  plt_doc_table_row (self->table, style);
  plt_doc_table_empty (self->table);
  if (self->with_detail)
    plt_devis_add_total_title (self->paper, self->table, title);
  else
    {
      g_autofree char *whole
          = g_strconcat (title, self->paper->incomplete ? " (total incomplet)" : "", NULL);

      plt_doc_table_text (self->table, whole);
    }
  plt_doc_table_empty (self->table);
  plt_doc_table_empty (self->table);
  cell = plt_doc_table_money (self->table, amount);
  if (to >= from)
    plt_doc_cell_formula (cell, sum);
  add_share (self, amount);
}

/* ---- percentages after the posts ---- */

/* Percentages in cash that are counted within the posts. */
static void
append_cash (const Recap *self, GString *out)
{
  const PltDevisPaper *paper = self->paper;

  for (guint i = 0; i < paper->rows->len; i++)
    {
      const PltDevisRow *row = &g_array_index (paper->rows, PltDevisRow, i);

      if (row->kind == PLT_DEVIS_ROW_PERCENT
          && strcmp (paper->source.budget->percents[row->percent].mode, "numeraire") == 0)
        g_string_append_printf (out, "+{%s:%u,%d}", PLT_DEVIS_DETAIL, row->row,
                                paper->columns[PLT_DEVIS_TOTAL]);
    }
}

/* NULL where the workbook does not hold what the base is made of. */
static char *
base_formula (const Recap *self, PltPercent percent)
{
  const PltDevisPaper *paper = self->paper;
  const char *base = paper->source.budget->percents[percent].base_id;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean alive = self->with_detail && plt_devis_is_alive (paper);
  guint post = 0;

  if (strcmp (base, "numeraire") == 0)
    {
      g_autofree char *cash = alive ? plt_devis_mode_formula (paper, PLT_DEVIS_MODE, "num") : NULL;

      if (!alive)
        return NULL;
      g_string_printf (text, "=%s", cash);
      append_cash (self, text);
      return g_string_free (g_steal_pointer (&text), FALSE);
    }
  g_string_printf (text, "={%u,%d}", self->subtotal, AMOUNT);
  for (guint i = 0; i < paper->rows->len; i++)
    {
      const PltDevisRow *row = &g_array_index (paper->rows, PltDevisRow, i);
      const PltAccountFacts *account = row->kind == PLT_DEVIS_ROW_ACCOUNT
                                           ? plt_devis_account (paper, row->account)->account
                                           : NULL;

      post += plt_devis_is_post (paper, row);
      if (account == NULL)
        continue;
      if (strcmp (base, "postes-1-8") == 0 && plt_devis_is_post (paper, row)
          && plt_account_post (paper->source.facts, account) == 9)
        g_string_append_printf (text, "-{%u,%d}", post, AMOUNT);
      if (strcmp (base, "postes-1-9-sans-frais-financiers") == 0
          && strcmp (account->code, paper->source.budget->budget->financial_account) == 0)
        {
          if (!self->with_detail)
            return NULL;
          g_string_append_printf (text, "-{%s:%u,%d}", PLT_DEVIS_DETAIL, row->row,
                                  paper->columns[PLT_DEVIS_TOTAL]);
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_percent (const Recap *self, PltPercent which)
{
  static const char *const columns_of[PLT_N_PERCENTS]
      = { "overheads_e6", "contingency_e6", "producer_e6", "financial_e6" };
  const PltBudgetFacts *budget = self->paper->source.budget->budget;
  const PltBudgetPercent *percent = &self->paper->source.budget->percents[which];
  gint64 typed = which == PLT_PERCENT_OVERHEADS     ? budget->overheads_e6
                 : which == PLT_PERCENT_CONTINGENCY ? budget->contingency_e6
                                                    : percent->rate_e6;
  g_autofree char *base = base_formula (self, which);
  g_autofree char *product
      = g_strdup_printf ("=IF(ISNUMBER({.,%d}),ROUND({.,%d}*{.,%d},2),0)", RATE, BASE, RATE);
  g_autofree char *label = g_strdup_printf (
      "%s, %% %s%s", plt_devis_percent_title (which), plt_devis_base_title (percent->base_id),
      strcmp (percent->mode, "participation") == 0 ? ", en participation"
      : strcmp (percent->mode, "nature") == 0      ? ", en nature"
                                                   : "");
  PltRef ref = { "budget", budget->id, columns_of[which] };
  PltDocCell *cell;

  plt_doc_table_row (self->table, "row.normal");
  plt_doc_table_empty (self->table);
  plt_doc_table_text (self->table, label);
  cell = plt_doc_table_money (self->table, percent->base);
  if (base != NULL)
    plt_doc_cell_formula (cell, base);
  if (typed == PLT_UNKNOWN)
    {
      cell = plt_doc_table_text (self->table, PLT_DEVIS_TO_FIX);
      plt_doc_cell_style (cell, "cell.warning");
    }
  else
    cell = plt_doc_table_percent (self->table, typed);
  plt_doc_cell_ref (cell, ref);
  plt_doc_cell_formula (plt_doc_table_money (self->table, percent->amount), product);
  add_share (self, percent->amount);
}

/* ---- modes and places ---- */

/* Percentages of that mode, wherever they stand. */
static void
append_percents (const Recap *self, GString *out, const char *mode)
{
  const PltDevisPaper *paper = self->paper;

  for (guint i = 0; i < paper->rows->len; i++)
    {
      const PltDevisRow *row = &g_array_index (paper->rows, PltDevisRow, i);

      if (row->kind == PLT_DEVIS_ROW_PERCENT
          && strcmp (paper->source.budget->percents[row->percent].mode, mode) == 0)
        g_string_append_printf (out, "+{%s:%u,%d}", PLT_DEVIS_DETAIL, row->row,
                                paper->columns[PLT_DEVIS_TOTAL]);
    }
  for (PltPercent i = 0; i < PLT_N_PERCENTS; i++)
    if (self->percents[i] != 0 && strcmp (paper->source.budget->percents[i].mode, mode) == 0)
      g_string_append_printf (out, "+{%u,%d}", self->percents[i], AMOUNT);
}

static void
add_part (const Recap *self, const char *title, PltMoney amount, const char *formula)
{
  PltDocCell *cell;

  plt_doc_table_row (self->table, "row.normal");
  plt_doc_table_empty (self->table);
  plt_doc_table_text (self->table, title);
  plt_doc_table_empty (self->table);
  plt_doc_table_empty (self->table);
  cell = plt_doc_table_money (self->table, amount);
  if (formula != NULL)
    plt_doc_cell_formula (cell, formula);
  add_share (self, amount);
}

static void
add_modes (const Recap *self, gboolean alive)
{
  static const char *const modes[PLT_N_MODES] = { "numeraire", "nature", "participation" };
  static const char *const titles[PLT_N_MODES]
      = { "Dont numéraire", "Dont apports en nature", "Dont en participation" };

  for (PltMode i = 0; i < PLT_N_MODES; i++)
    {
      g_autoptr (GString) formula = g_string_new ("=");

      if (alive)
        {
          g_autofree char *lines = plt_devis_mode_formula (self->paper, PLT_DEVIS_MODE,
                                                           plt_devis_mode_word (modes[i]));

          g_string_append (formula, lines);
          append_percents (self, formula, modes[i]);
        }
      add_part (self, titles[i], self->paper->source.budget->by_mode[i],
                alive ? formula->str : NULL);
    }
}

static void
add_places (const Recap *self, gboolean alive)
{
  const PltBudget *budget = self->paper->source.budget;
  g_autofree char *lines
      = alive ? plt_devis_mode_formula (self->paper, PLT_DEVIS_PLACE, "étr") : NULL;
  g_autofree char *abroad = alive ? g_strconcat ("=", lines, NULL) : NULL;
  g_autofree char *home = g_strdup_printf ("={%u,%d}-{%u,%d}", self->total, AMOUNT,
                                           plt_doc_table_get_n_rows (self->table), AMOUNT);

  add_part (self, "Dont dépenses à l’étranger", budget->abroad, abroad);
  add_part (self, "Dont dépenses en France", budget->total - budget->abroad, home);
}

/* The detailed devis leaves out what would only say that all is in cash, and in France. */
static void
add_parts (const Recap *self)
{
  const PltBudget *budget = self->paper->source.budget;
  gboolean alive = self->with_detail && plt_devis_is_alive (self->paper);
  gboolean with_modes = !self->with_detail || budget->by_mode[PLT_MODE_IN_KIND] != 0
                        || budget->by_mode[PLT_MODE_PARTICIPATION] != 0;
  gboolean with_places = !self->with_detail || budget->abroad != 0;

  if (!with_modes && !with_places)
    return;
  plt_doc_table_row (self->table, "row.subgroup");
  plt_doc_cell_span (plt_doc_table_text (self->table, "Répartition du coût total"), N_COLUMNS);
  if (with_modes)
    add_modes (self, alive);
  if (with_places)
    add_places (self, alive);
}

/* ---- the cost of one ---- */

static void
add_unit_cost (const Recap *self, const char *label, gint64 n, gint64 of)
{
  g_autofree char *formula = g_strdup_printf (
      "=ROUND({%u,%d}*%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT ",2)", self->total, AMOUNT, of, n);
  PltMoney cost;

  if (n <= 0
      || !plt_money_apply_rate (self->paper->source.budget->total, of, n, PLT_ROUND_HALF_UP, &cost))
    return;
  plt_doc_table_row (self->table, "row.muted");
  plt_doc_table_empty (self->table);
  plt_doc_table_text (self->table, label);
  plt_doc_table_empty (self->table);
  plt_doc_table_empty (self->table);
  plt_doc_cell_formula (plt_doc_table_money (self->table, cost), formula);
}

static void
add_unit_costs (const Recap *self)
{
  const PltPaperSource *source = &self->paper->source;
  gint64 target = source->facts->production.target_seconds;
  gint64 seconds = target != PLT_UNKNOWN && target > 0 ? target : source->plan->seconds;
  g_autofree char *length = plt_seconds_format (MAX (seconds, 0));
  g_autofree char *minute = g_strdup_printf (
      "Coût par minute (%s %s)", seconds == target ? "durée annoncée" : "minutage", length);
  guint n_days = source->plan->n_shooting_days;
  g_autofree char *day
      = g_strdup_printf ("Coût par jour de tournage (%u jour%s)", n_days, n_days > 1 ? "s" : "");

  add_unit_cost (self, minute, seconds, 60);
  add_unit_cost (self, day, n_days, 1);
}

void
plt_devis_add_recap (PltDevisPaper *self, PltDocument *document, gboolean with_detail)
{
  Recap recap = { .paper = self, .with_detail = with_detail };
  const PltBudget *budget = self->source.budget;

  recap.table = plt_document_table (document, "Récapitulatif", columns, N_COLUMNS);
  find_places (&recap);
  for (guint i = 0; i < self->rows->len; i++)
    if (plt_devis_is_post (self, &g_array_index (self->rows, PltDevisRow, i)))
      add_post (&recap, &g_array_index (self->rows, PltDevisRow, i));
  add_sum (&recap, "row.total", "Total des postes 1 à 9", budget->subtotal, 1, recap.n_posts);
  for (PltPercent i = 0; i < PLT_N_PERCENTS; i++)
    if (recap.percents[i] != 0)
      add_percent (&recap, i);
  add_sum (&recap, "row.grand-total", "Coût total hors taxes", budget->total, recap.subtotal,
           recap.total - 1);
  add_parts (&recap);
  add_unit_costs (&recap);
}

void
plt_devis_add_chart (const PltDevisPaper *self, PltDocument *document)
{
  const PltBudget *budget = self->source.budget;
  PltDrawing *drawing;

  if (budget->total <= 0)
    return;
  drawing = plt_document_drawing (document, "chart.share", 0, 104,
                                  "Part de chaque poste dans le coût total");
  for (guint i = 0; i < budget->accounts->len; i++)
    {
      const PltBudgetAccount *account = plt_devis_account (self, i);

      if (account->level == 1 && plt_account_post (self->source.facts, account->account) > 0)
        plt_drawing_add (drawing, account->account->name, NULL, account->total, 0, 0, 0);
    }
  if (budget->unposted != 0)
    plt_drawing_add (drawing, "Charges sans compte", NULL, budget->unposted, 0, 0, 0);
  for (PltPercent i = 0; i < PLT_N_PERCENTS; i++)
    if (is_after (budget, i))
      plt_drawing_add (drawing, plt_devis_percent_title (i), NULL, budget->percents[i].amount, 0, 0,
                       0);
}

/* ---- the paper of one page ---- */

static const PltParamSpec params_spec[] = {
  PLT_DEVIS_VERSION_PARAM,
  PLT_PAPER_PLAN_PARAM,
  { NULL },
};

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (PltDevisPaper) paper = { .source = { NULL } };
  PltDocument *document;

  if (!plt_devis_open (&paper, store, params, error))
    return NULL;
  document = plt_devis_paper_empty (&paper, "Récapitulatif du devis");
  if (document != NULL)
    return document;
  plt_devis_prepare (&paper);
  document = plt_devis_paper_new (&paper, "Récapitulatif du devis", PLT_PORTRAIT);
  plt_devis_add_head (&paper, document);
  plt_document_space (document, 6);
  plt_devis_add_chart (&paper, document);
  plt_document_space (document, 6);
  plt_devis_warn (&paper, document);
  plt_devis_add_recap (&paper, document, FALSE);
  plt_devis_add_signatures (&paper, document);
  plt_document_paragraph (document, "text.note",
                          "Montants hors taxes, en euros. Les postes et leur répartition sont des "
                          "valeurs : le devis détaillé les calcule.",
                          PLT_DEVIS_NO_REF);
  return document;
}

const PltDocumentKind plt_document_devis_recap = {
  .id = "devis-recap",
  .title = "Récapitulatif du devis",
  .phase = "developpement",
  .params = params_spec,
  .build = build,
};
