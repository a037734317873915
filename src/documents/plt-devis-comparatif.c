/* Comparatif de devis: up to four versions side by side, post by post, then account by account or
 * line by line; each against the first in euros and in percent.
 *
 * Parameters: v1 to v4, the versions (without any: the current one and the one it comes from),
 * detail, how far it goes. In a workbook the accounts add up what stands below them, differences
 * and totals are formulas. Amounts are without VAT, computed on the same plan de travail. */
#include "plt-devis-paper.h"
#include "plt-document-kinds-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-budget-version.h"

#define NO_REF ((PltRef){ NULL, 0, NULL })
#define AMOUNT_WIDTH 76 /* 12 345 678,00 in bold; a long name of a version wraps above it */
#define MAX_COLUMNS (2 + PLT_COMPARE_MAX + 2 * (PLT_COMPARE_MAX - 1))

static const PltParamSpec params_spec[] = {
  { "v1", N_ ("First version"), PLT_PARAM_REFERENCE, "budget", NULL, NULL, NULL },
  { "v2", N_ ("Second version"), PLT_PARAM_REFERENCE, "budget", NULL, NULL, NULL },
  { "v3", N_ ("Third version"), PLT_PARAM_REFERENCE, "budget", NULL, NULL, NULL },
  { "v4", N_ ("Fourth version"), PLT_PARAM_REFERENCE, "budget", NULL, NULL, NULL },
  { "detail", N_ ("Detail"), PLT_PARAM_CHOICE, NULL, "postes,comptes,lignes", "comptes",
    N_ ("Posts,Accounts,Lines") },
  { NULL },
};

typedef struct
{
  PltPaperSource source;
  PltBudgetCompare *compare;
  PltDocColumn columns[MAX_COLUMNS];
  guint n_columns;
  char *titles[MAX_COLUMNS];
  char *ids[MAX_COLUMNS];
  guint amounts[PLT_COMPARE_MAX]; /* columns */
  gboolean accounts, lines;
  GArray *places; /* of the rows of the comparison: row in the detail, G_MAXUINT when not there */
} Builder;

static void
builder_clear (Builder *self)
{
  g_clear_pointer (&self->compare, plt_budget_compare_free);
  g_clear_pointer (&self->places, g_array_unref);
  for (guint i = 0; i < MAX_COLUMNS; i++)
    {
      g_free (self->titles[i]);
      g_free (self->ids[i]);
    }
  plt_paper_close (&self->source);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

static const PltCompareRow *
row_at (const Builder *self, guint index)
{
  return &g_array_index (self->compare->rows, PltCompareRow, index);
}

/* ---- which ---- */

static gboolean
find_versions (const Builder *self, const PltParams *params, gint64 *ids, guint *n, GError **error)
{
  static const char *const names[PLT_COMPARE_MAX] = { "v1", "v2", "v3", "v4" };
  const PltFacts *facts = self->source.facts;
  const PltBudgetFacts *current
      = PLT_FACTS_FIND (facts->budgets, PltBudgetFacts, facts->production.budget);
  const PltBudgetFacts *before, *after;

  *n = 0;
  for (guint i = 0; i < PLT_COMPARE_MAX; i++)
    {
      const PltBudgetFacts *found = NULL;

      if (!plt_devis_paper_find (facts, params, names[i], &found, error))
        return FALSE;
      if (found != NULL)
        ids[(*n)++] = found->id;
    }
  if (*n > 0 || current == NULL)
    return TRUE;
  if (plt_budget_pair (facts, current, &before, &after))
    ids[(*n)++] = before->id;
  ids[(*n)++] = after->id;
  return TRUE;
}

/* ---- columns ---- */

static void
add_column (Builder *self, char *title, char *id, double width, guint sheet_chars)
{
  guint at = self->n_columns++;

  self->titles[at] = title;
  self->ids[at] = id;
  self->columns[at]
      = (PltDocColumn){ .title = title, .id = id, .width = width, .sheet_chars = sheet_chars };
}

static void
make_columns (Builder *self)
{
  add_column (self, g_strdup ("Code"), g_strdup ("code"), 41, 8);
  add_column (self, g_strdup ("Intitulé"), g_strdup ("intitule"), 0, 44);
  self->columns[1].weight = 1;
  self->columns[1].min = 130;
  for (guint v = 0; v < self->compare->n; v++)
    {
      const PltBudgetFacts *budget = self->compare->budgets[v]->budget;

      self->amounts[v] = self->n_columns;
      add_column (self, plt_devis_paper_name (budget, FALSE), g_strdup_printf ("montant_%u", v + 1),
                  AMOUNT_WIDTH, 15);
      if (v == 0)
        continue;
      add_column (self, g_strdup ("Écart €"), g_strdup_printf ("ecart_%u", v + 1), 0, 14);
      add_column (self, g_strdup ("Écart %"), g_strdup_printf ("ecart_pour_cent_%u", v + 1), 0, 9);
    }
}

/* ---- rows ---- */

static PltRef
ref_of (const PltCompareRow *row, guint version)
{
  if (row->lines[version] != NULL)
    return (PltRef){ "budget_line", row->lines[version]->line->id, "label" };
  if (row->kind == PLT_COMPARE_ACCOUNT && row->accounts[version] != NULL)
    return (PltRef){ "account", row->accounts[version]->account->id, NULL };
  return NO_REF;
}

/* The amounts of all versions and their differences; formulas by version, (nullable). */
static void
add_amounts (const Builder *self, PltDocTable *table, const PltCompareRow *row, char **formulas)
{
  for (guint v = 0; v < self->compare->n; v++)
    {
      PltDocCell *cell;

      if (row->amounts[v] == PLT_UNKNOWN)
        plt_doc_cell_style (plt_doc_table_text (table, "à chiffrer"), "cell.warning");
      else if (!row->has[v] && row->amounts[v] == 0)
        plt_doc_table_empty (table);
      else
        {
          cell = plt_doc_table_money (table, row->amounts[v]);
          plt_doc_cell_ref (cell, ref_of (row, v));
          if (formulas != NULL && formulas[v] != NULL)
            plt_doc_cell_formula (cell, formulas[v]);
        }
      if (v > 0)
        plt_devis_paper_difference (table, row, 0, v, self->amounts[0], self->amounts[v]);
    }
}

static void
free_formulas (char **formulas)
{
  for (guint v = 0; v < PLT_COMPARE_MAX; v++)
    g_free (formulas[v]);
}

/* What an account adds up in the detail: the rows shown one level below it, where they are all of
 * it. */
static void
sum_below (const Builder *self, guint index, char **formulas)
{
  const PltCompareRow *account = row_at (self, index);

  for (guint v = 0; v < self->compare->n; v++)
    {
      g_autoptr (GString) sum = g_string_new ("=ROUND(");
      gsize empty = sum->len;
      PltMoney total = 0;
      guint n = 0;

      for (guint i = index + 1;
           i < self->compare->rows->len && row_at (self, i)->level > account->level; i++)
        {
          const PltCompareRow *row = row_at (self, i);
          guint place = g_array_index (self->places, guint, i);

          if (row->parent != index || place == G_MAXUINT || row->amounts[v] == PLT_UNKNOWN
              || !row->has[v])
            continue;
          total += row->amounts[v];
          g_string_append_printf (sum, "%s{%u,%u}", sum->len > empty ? "+" : "", place,
                                  self->amounts[v]);
          n++;
        }
      g_string_append (sum, ",2)");
      if (n > 0 && n < 200 && total == account->amounts[v])
        formulas[v] = g_string_free (g_steal_pointer (&sum), FALSE);
    }
}

static void
add_code (PltDocTable *table, const PltCompareRow *row)
{
  const PltAccountFacts *account = NULL;
  gboolean own = row->kind == PLT_COMPARE_LINE;
  g_autofree char *code = NULL;

  for (guint v = 0; v < PLT_COMPARE_MAX; v++)
    if (row->kind == PLT_COMPARE_ACCOUNT && row->accounts[v] != NULL)
      account = row->accounts[v]->account;
  if (row->kind != PLT_COMPARE_ACCOUNT && row->kind != PLT_COMPARE_LINE)
    {
      plt_doc_table_empty (table);
      return;
    }
  own = own || strcmp (account->mark, "maison") == 0;
  code = g_strdup_printf ("%s%s", row->code,
                          account != NULL && strcmp (account->mark, "a-verifier") == 0 ? "*" : "");
  plt_doc_cell_style (plt_doc_table_text (table, code), own ? "cell.muted" : "cell.normal");
}

static gboolean
differs (const Builder *self, const PltCompareRow *row)
{
  for (guint v = 1; v < self->compare->n; v++)
    if (plt_compare_differs (row, 0, v))
      return TRUE;
  return FALSE;
}

static gboolean
is_idle (const Builder *self, const PltCompareRow *row)
{
  for (guint v = 0; v < self->compare->n; v++)
    if (row->amounts[v] != 0 || row->incomplete[v])
      return FALSE;
  return TRUE;
}

static gboolean
is_shown (const Builder *self, const PltCompareRow *row)
{
  if (row->parent == G_MAXUINT && row->kind != PLT_COMPARE_ACCOUNT)
    return FALSE; /* totals stand in the recap */
  if (row->kind == PLT_COMPARE_ACCOUNT)
    return row->level == 1 || !is_idle (self, row);
  return self->lines && !(is_idle (self, row) && !differs (self, row));
}

static void
add_detail_row (const Builder *self, PltDocTable *table, guint index)
{
  /* a subgroup stays with the lines below it; without lines it would stay with the next one */
  const char *const styles[]
      = { "row.group", self->lines ? "row.subgroup" : "row.normal", "row.normal" };
  const PltCompareRow *row = row_at (self, index);
  char *formulas[PLT_COMPARE_MAX] = { NULL };
  PltDocCell *cell;

  if (row->kind == PLT_COMPARE_ACCOUNT)
    {
      plt_doc_table_row (table, styles[MIN (row->level, G_N_ELEMENTS (styles)) - 1]);
      sum_below (self, index, formulas);
    }
  else
    plt_doc_table_row (table, differs (self, row) ? "row.normal" : "row.muted");
  add_code (table, row);
  cell = plt_doc_table_text (table, plt_devis_paper_title (row));
  if (row->kind == PLT_COMPARE_ACCOUNT && (row->level == 2 || self->lines))
    plt_doc_cell_style (cell, "cell.strong");
  add_amounts (self, table, row, formulas);
  free_formulas (formulas);
}

/* Where the rows will stand: the recap, which comes first, names them. */
static void
place_rows (Builder *self)
{
  guint next = 1; /* below the header */

  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->compare->rows->len; i++)
    {
      guint place = self->accounts && is_shown (self, row_at (self, i)) ? next++ : G_MAXUINT;

      g_array_append_val (self->places, place);
    }
}

static void
add_detail (Builder *self, PltDocument *document)
{
  PltDocTable *table;

  if (!self->accounts)
    return;
  plt_document_page_break (document);
  plt_document_heading (document, 1, self->lines ? "Détail par ligne" : "Détail par compte",
                        NO_REF);
  table = plt_document_table (document, "Détail", self->columns, self->n_columns);
  plt_doc_table_set_frozen_columns (table, 2);
  for (guint i = 0; i < self->compare->rows->len; i++)
    if (g_array_index (self->places, guint, i) != G_MAXUINT)
      add_detail_row (self, table, i);
}

/* ---- recap ---- */

/* In the recap: a post is its row of the detail, a total what stands above it. */
static void
recap_formulas (const Builder *self,
                guint index,
                guint first_row,
                guint subtotal_row,
                guint row_now,
                char **formulas)
{
  const PltCompareRow *row = row_at (self, index);
  guint place = g_array_index (self->places, guint, index);

  for (guint v = 0; v < self->compare->n; v++)
    {
      guint column = self->amounts[v];

      if (row->kind == PLT_COMPARE_ACCOUNT && place != G_MAXUINT)
        formulas[v] = g_strdup_printf ("={Détail:%u,%u}", place, column);
      else if (row->kind == PLT_COMPARE_SUBTOTAL && row_now > first_row)
        formulas[v] = g_strdup_printf ("=ROUND(SUM({%u,%u}:{%u,%u}),2)", first_row, column,
                                       row_now - 1, column);
      else if (row->kind == PLT_COMPARE_TOTAL)
        formulas[v] = g_strdup_printf ("=ROUND(SUM({%u,%u}:{%u,%u}),2)", subtotal_row, column,
                                       row_now - 1, column);
    }
}

static void
add_mode (const Builder *self, PltDocTable *table, const char *title, int mode)
{
  PltCompareRow row = { .kind = PLT_COMPARE_SUBTOTAL, .code = "", .name = title };
  gboolean any = FALSE;

  for (guint v = 0; v < self->compare->n; v++)
    {
      const PltBudget *budget = self->compare->budgets[v];

      row.has[v] = TRUE;
      row.amounts[v] = mode < PLT_N_MODES ? budget->by_mode[mode] : budget->abroad;
      any = any || row.amounts[v] != 0;
    }
  if (!any)
    return;
  plt_doc_table_row (table, "row.normal");
  plt_doc_table_empty (table);
  plt_doc_table_text (table, title);
  add_amounts (self, table, &row, NULL);
}

/* How the totals are borne, where they are not all cash spent here. */
static void
add_modes (const Builder *self, PltDocTable *table)
{
  gboolean any = FALSE;

  for (guint v = 0; v < self->compare->n; v++)
    {
      const PltBudget *budget = self->compare->budgets[v];

      any = any || budget->by_mode[PLT_MODE_IN_KIND] != 0
            || budget->by_mode[PLT_MODE_PARTICIPATION] != 0 || budget->abroad != 0;
    }
  if (!any)
    return;
  add_mode (self, table, "dont en numéraire", PLT_MODE_CASH);
  add_mode (self, table, "dont en nature", PLT_MODE_IN_KIND);
  add_mode (self, table, "dont en participation", PLT_MODE_PARTICIPATION);
  add_mode (self, table, "dont dépenses à l’étranger", PLT_N_MODES);
}

static void
add_recap (const Builder *self, PltDocument *document)
{
  PltDocTable *table
      = plt_document_table (document, "Récapitulatif", self->columns, self->n_columns);
  guint at = 1, subtotal_row = 1;

  plt_doc_table_set_frozen_columns (table, 2);
  for (guint i = 0; i < self->compare->rows->len; i++)
    {
      const PltCompareRow *row = row_at (self, i);
      char *formulas[PLT_COMPARE_MAX] = { NULL };

      if (row->parent != G_MAXUINT
          || (row->kind == PLT_COMPARE_ACCOUNT && g_ascii_digit_value (*row->code) < 1))
        continue;
      plt_doc_table_row (table, row->kind == PLT_COMPARE_SUBTOTAL ? "row.total"
                                : row->kind == PLT_COMPARE_TOTAL  ? "row.grand-total"
                                                                  : "row.normal");
      if (row->kind == PLT_COMPARE_SUBTOTAL)
        subtotal_row = at;
      recap_formulas (self, i, 1, subtotal_row, at, formulas);
      add_code (table, row);
      plt_doc_table_text (table, plt_devis_paper_title (row));
      add_amounts (self, table, row, formulas);
      free_formulas (formulas);
      at++;
    }
  add_modes (self, table);
}

static void
add_head (const Builder *self, PltDocument *document)
{
  PltDocFields *fields = plt_document_fields (document, self->compare->n > 2 ? 4 : 2);

  for (guint v = 0; v < self->compare->n; v++)
    {
      const PltBudgetFacts *budget = self->compare->budgets[v]->budget;
      g_autofree char *name = plt_devis_paper_name (budget, TRUE);
      g_autofree char *label = g_strdup_printf ("Version %u", v + 1);

      plt_doc_fields_add (fields, label, name, (PltRef){ "budget", budget->id, "name" });
    }
  plt_document_space (document, 8);
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (Builder) builder = { 0 };
  const char *detail = plt_params_get (params, "detail");
  gint64 ids[PLT_COMPARE_MAX] = { 0 };
  PltDocument *document;
  guint n;

  if (!plt_paper_open (&builder.source, store, params, error)
      || !find_versions (&builder, params, ids, &n, error))
    return NULL;
  document = plt_paper_new (&builder.source, "Comparatif de devis", NULL, NULL, PLT_PAPER_A4,
                            PLT_LANDSCAPE);
  if (n == 0)
    {
      plt_document_paragraph (document, "text.note",
                              "La production n’a pas encore de devis : ouvrez-en un.", NO_REF);
      return document;
    }
  builder.accounts = g_strcmp0 (detail, "postes") != 0;
  builder.lines = g_strcmp0 (detail, "lignes") == 0;
  builder.compare = plt_budget_compare_new (builder.source.facts, builder.source.plan, ids, n);
  make_columns (&builder);
  place_rows (&builder);
  add_head (&builder, document);
  plt_devis_paper_warn (document, builder.compare);
  add_recap (&builder, document);
  add_detail (&builder, document);
  plt_document_space (document, 4);
  plt_document_paragraph (
      document, "text.note",
      "Montants hors taxes, en euros, calculés sur le même plan de travail. "
      "Écarts par rapport à la première version. * Numéro de compte supposé. En "
      "gris : numéros propres à la production et lignes sans changement.",
      NO_REF);
  return document;
}

const PltDocumentKind plt_document_devis_comparatif = {
  .id = "devis-comparatif",
  .title = "Comparatif de devis",
  .phase = "developpement",
  .params = params_spec,
  .build = build,
};
