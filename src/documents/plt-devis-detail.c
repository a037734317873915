/* The detail of a devis: posts, sub-posts, lines, and under each account what else it holds. */
#include <string.h>

#include "plt-devis-private.h"

static const PltDocColumn all_columns[PLT_DEVIS_N_COLUMNS] = {
  [PLT_DEVIS_CODE] = { .title = "Code", .id = "code", .width = 45 },
  [PLT_DEVIS_LABEL]
  = { .title = "Libellé", .id = "libelle", .weight = 1, .min = 120, .sheet_chars = 42 },
  [PLT_DEVIS_QUANTITY] = { .title = "Nb", .id = "nombre", .sheet_chars = 8 },
  [PLT_DEVIS_DURATION] = { .title = "Durée", .id = "duree", .sheet_chars = 8 },
  [PLT_DEVIS_UNIT] = { .title = "Unité", .id = "unite", .width = 44 },
  [PLT_DEVIS_TIMES] = { .title = "Fois", .id = "fois", .sheet_chars = 7 },
  [PLT_DEVIS_RATE] = { .title = "Tarif €", .id = "tarif", .sheet_chars = 13 },
  [PLT_DEVIS_AMOUNT] = { .title = "Montant €", .id = "montant", .sheet_chars = 14 },
  [PLT_DEVIS_CHARGES_RATE]
  = { .title = "Taux de charges", .id = "taux_charges", .width = 48, .sheet_chars = 10 },
  [PLT_DEVIS_CHARGES] = { .title = "Charges €", .id = "charges", .sheet_chars = 14 },
  [PLT_DEVIS_TARGET] = { .title = "Vers", .id = "compte_charges", .width = 30, .sheet_chars = 7 },
  [PLT_DEVIS_MODE] = { .title = "Mode", .id = "mode", .width = 30, .sheet_chars = 7 },
  [PLT_DEVIS_PLACE] = { .title = "Lieu", .id = "lieu", .width = 26, .sheet_chars = 6 },
  [PLT_DEVIS_TOTAL] = { .title = "Total €", .id = "total", .sheet_chars = 15 },
};

/* A column of the table as it is; empty places up to it are added. */
static void
go_to (const PltDevisPaper *self, PltDocTable *table, PltDevisColumn from, PltDevisColumn to)
{
  for (int i = self->columns[from]; i < self->columns[to]; i++)
    plt_doc_table_empty (table);
}

static PltRef
account_ref (const PltBudgetAccount *account, const char *column)
{
  return (PltRef){ "account", account->account->id, column };
}

/* ---- accounts ---- */

static void
add_account_total (PltDevisPaper *self, PltDocTable *table, const PltDevisRow *row, PltMoney total)
{
  g_autofree char *formula = plt_devis_account_formula (self, row->row - 1);
  PltDocCell *cell = plt_doc_table_money (table, total);

  if (formula != NULL)
    plt_doc_cell_formula (cell, formula);
  if (row->kind == PLT_DEVIS_ROW_ACCOUNT && plt_devis_account (self, row->account)->level > 2)
    plt_doc_cell_style (cell, "cell.strong");
}

static void
add_account (PltDevisPaper *self, PltDocTable *table, const PltDevisRow *row)
{
  static const char *const styles[] = { "row.group", "row.subgroup", "row.normal" };
  const PltBudgetAccount *account = plt_devis_account (self, row->account);
  const char *mark = account->account->mark;
  g_autofree char *code = g_strdup_printf ("%s%s", account->account->code,
                                           strcmp (mark, "a-verifier") == 0 ? "*" : "");
  PltDocCell *cell;

  plt_doc_table_row (table, styles[MIN (account->level, G_N_ELEMENTS (styles)) - 1]);
  cell = plt_doc_table_text (table, code);
  if (strcmp (mark, "maison") == 0)
    plt_doc_cell_style (cell, "cell.muted");
  plt_doc_cell_ref (cell, account_ref (account, "code"));
  cell = plt_doc_table_text (table, account->account->name);
  if (account->level > 2)
    plt_doc_cell_style (cell, "cell.strong");
  plt_doc_cell_ref (cell, account_ref (account, "name"));
  plt_doc_cell_span (cell, self->n_columns - 2);
  add_account_total (self, table, row, account->total);
  if (account->level < 3 || row->end > row->row + 1)
    plt_doc_table_keep_with_next (table);
}

static void
add_unposted (PltDevisPaper *self, PltDocTable *table, const PltDevisRow *row)
{
  PltDocCell *cell;

  plt_doc_table_row (table, "row.subgroup");
  plt_doc_table_empty (table);
  cell = plt_doc_table_text (table, "Charges sans compte : compléter le devis");
  plt_doc_cell_style (cell, "cell.warning");
  plt_doc_cell_span (cell, self->n_columns - 2);
  add_account_total (self, table, row, self->source.budget->unposted);
}

/* ---- lines ---- */

static char *
line_label (const PltDevisPaper *self, const PltLineFacts *line)
{
  g_autoptr (GString) label = g_string_new (line->label);

  if (self->columns[PLT_DEVIS_MODE] < 0 && strcmp (line->mode, "numeraire") != 0)
    g_string_append (label,
                     strcmp (line->mode, "nature") == 0 ? " (en nature)" : " (participation)");
  if (self->columns[PLT_DEVIS_PLACE] < 0 && line->abroad)
    g_string_append (label, " (étranger)");
  return g_string_free (g_steal_pointer (&label), FALSE);
}

/* A number of a line: what it gives, and how. */
static void
add_count (PltDevisPaper *self, PltDocTable *table, guint index, const char *column, gint64 value)
{
  g_autofree char *formula = plt_devis_line_formula (self, index, column);
  PltDocCell *cell = plt_doc_table_number (table, value, 6);

  if (value == PLT_UNKNOWN)
    {
      plt_doc_cell_style (cell, "cell.warning");
      return;
    }
  plt_doc_cell_ref (cell,
                    (PltRef){ "budget_line", plt_devis_line (self, index)->line->id, column });
  if (formula != NULL)
    plt_doc_cell_formula (cell, formula);
}

static void
add_rate (PltDevisPaper *self, PltDocTable *table, guint index)
{
  const PltBudgetLine *line = plt_devis_line (self, index);
  g_autofree char *formula = plt_devis_line_formula (self, index, "rate_formula");
  PltDocCell *cell = plt_doc_table_money (table, line->rate);

  plt_doc_cell_ref (cell, (PltRef){ "budget_line", line->line->id, "rate_cents" });
  if (formula != NULL && line->rate != PLT_UNKNOWN)
    plt_doc_cell_formula (cell, formula);
}

/* Quantity × duration × times of the row. */
static char *
count_text (const PltDevisPaper *self, const PltBudgetLine *line)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "{.,%d}*{.,%d}", self->columns[PLT_DEVIS_QUANTITY],
                          self->columns[PLT_DEVIS_DURATION]);
  if (self->columns[PLT_DEVIS_TIMES] >= 0 && *line->line->times != '\0')
    g_string_append_printf (text, "*{.,%d}", self->columns[PLT_DEVIS_TIMES]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Nothing is zero that is not known: the word stands there as long as the rate is not typed, and
 * comes where a line without one is used. */
static void
add_amount (PltDevisPaper *self, PltDocTable *table, guint index)
{
  const PltBudgetLine *line = plt_devis_line (self, index);
  g_autofree char *count = count_text (self, line);
  int rate = self->columns[PLT_DEVIS_RATE];
  g_autofree char *formula
      = line->rate != PLT_UNKNOWN
            ? g_strdup_printf ("=ROUND(%s*{.,%d},2)", count, rate)
            : g_strdup_printf ("=IF(ISNUMBER({.,%d}),ROUND(%s*{.,%d},2),IF(%s=0,0,\"%s\"))", rate,
                               count, rate, count, PLT_DEVIS_TO_PRICE);
  PltDocCell *cell;

  if (line->amount != PLT_UNKNOWN)
    cell = plt_doc_table_money (table, line->amount);
  else
    {
      cell = plt_doc_table_text (table, line->error != NULL ? PLT_DEVIS_WRONG : PLT_DEVIS_TO_PRICE);
      plt_doc_cell_style (cell, "cell.warning");
    }
  if (plt_devis_is_alive (self) && line->error == NULL)
    plt_doc_cell_formula (cell, formula);
}

/* ---- contributions ---- */

static gboolean
is_detailed (const PltDevisPaper *self, guint index, guint *sheet, guint *row)
{
  for (guint i = 0; i < self->detailed->len; i++)
    {
      const PltDevisDetailed *detailed = self->detailed->pdata[i];

      *sheet = i;
      *row = GPOINTER_TO_UINT (g_hash_table_lookup (detailed->rows, GUINT_TO_POINTER (index)));
      if (*row != 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_detailed_charges (
    const PltDevisPaper *self, PltDocTable *table, guint index, guint sheet, guint row)
{
  const PltDevisDetailed *detailed = self->detailed->pdata[sheet];
  const PltBudgetLine *line = plt_devis_line (self, index);
  g_autofree char *formula
      = g_strdup_printf ("={%s:%u,%u}", detailed->name, row, detailed->total_column);
  PltDocCell *cell
      = plt_doc_table_text (table, line->no_contribution_rate ? PLT_DEVIS_PARTIAL : "détail");

  plt_doc_cell_style (cell, line->no_contribution_rate ? "cell.warning" : "cell.right");
  plt_doc_cell_formula (plt_doc_table_money (table, line->contributions), formula);
  plt_doc_cell_style (plt_doc_table_text (table, "→ dét."), "cell.small");
}

/* "→ 42", "→ –" where the devis has no such account. */
static char *
target_of (const PltDevisPaper *self, const PltProfileFacts *profile)
{
  return plt_budget_account_by_code (self->source.budget, profile->account) != NULL
             ? g_strdup_printf ("→ %s", profile->account)
             : g_strdup (PLT_DEVIS_NOWHERE);
}

static void
add_charges_amount (const PltDevisPaper *self,
                    PltDocTable *table,
                    const PltBudgetLine *line,
                    const PltProfileFacts *profile)
{
  gboolean missing = profile->employer_e6 == PLT_UNKNOWN;
  gboolean unknown = line->amount == PLT_UNKNOWN;
  g_autofree char *product
      = g_strdup_printf ("ROUND({.,%d}*{.,%d},2)", self->columns[PLT_DEVIS_AMOUNT],
                         self->columns[PLT_DEVIS_CHARGES_RATE]);
  g_autofree char *formula = NULL;
  g_autofree char *target = target_of (self, profile);
  PltDocCell *cell;

  if (missing)
    {
      cell = plt_doc_table_text (table, plt_devis_is_idle (line) ? "" : PLT_DEVIS_TO_FIX);
      plt_doc_cell_style (cell, plt_devis_is_idle (line) ? "cell.right" : "cell.warning");
      formula = g_strdup_printf ("=IF(ISNUMBER({.,%d}),%s,\"%s\")",
                                 self->columns[PLT_DEVIS_CHARGES_RATE], product,
                                 plt_devis_is_idle (line) ? "" : PLT_DEVIS_TO_FIX);
      if (unknown)
        g_clear_pointer (&formula, g_free);
    }
  else if (unknown)
    {
      cell = plt_doc_table_text (table, "");
      formula = g_strdup_printf ("=IF(ISNUMBER({.,%d}),%s,\"\")", self->columns[PLT_DEVIS_AMOUNT],
                                 product);
    }
  else
    {
      cell = plt_doc_table_money (table, line->contributions);
      formula = line->rate != PLT_UNKNOWN
                    ? g_strdup_printf ("=%s", product)
                    : g_strdup_printf ("=IF(ISNUMBER({.,%d}),%s,\"\")",
                                       self->columns[PLT_DEVIS_AMOUNT], product);
    }
  if (formula != NULL)
    plt_doc_cell_formula (cell, formula);
  plt_doc_cell_style (plt_doc_table_text (table, target), "cell.small");
}

/* Three cells: rate, amount, account. */
static void
add_charges (PltDevisPaper *self, PltDocTable *table, guint index)
{
  const PltBudgetLine *line = plt_devis_line (self, index);
  const PltProfileFacts *profile = plt_devis_profile (self, index);
  guint sheet, row;
  g_autofree char *formula = NULL;
  PltDocCell *cell;

  if (profile == NULL || profile->employer_e6 == 0)
    {
      go_to (self, table, PLT_DEVIS_CHARGES_RATE, PLT_DEVIS_TARGET);
      plt_doc_table_empty (table);
      return;
    }
  if (is_detailed (self, index, &sheet, &row))
    {
      add_detailed_charges (self, table, index, sheet, row);
      return;
    }
  row = GPOINTER_TO_UINT (
      g_hash_table_lookup (self->profile_rows, PLT_ID_TO_POINTER (profile->id)));
  formula = g_strdup_printf ("={%s:%u,3}", PLT_DEVIS_RATES, row);
  if (profile->employer_e6 == PLT_UNKNOWN)
    {
      cell = plt_doc_table_text (table, PLT_DEVIS_TO_FIX);
      plt_doc_cell_style (cell, plt_devis_is_idle (line) ? "cell.right" : "cell.warning");
    }
  else
    cell = plt_doc_table_percent (table, profile->employer_e6);
  plt_doc_cell_ref (cell, (PltRef){ "contribution_profile", profile->id, "employer_e6" });
  if (row != 0)
    plt_doc_cell_formula (cell, formula);
  add_charges_amount (self, table, line, profile);
}

static void
add_line (PltDevisPaper *self, PltDocTable *table, guint index)
{
  const PltBudgetLine *line = plt_devis_line (self, index);
  PltRef ref = { "budget_line", line->line->id, "code" };
  g_autofree char *label = line_label (self, line->line);
  gboolean alive = plt_devis_is_alive (self);
  PltDocCell *cell;

  plt_doc_table_row (table, plt_devis_is_idle (line) ? "row.muted" : "row.normal");
  cell = plt_doc_table_text (table, line->line->code);
  plt_doc_cell_style (cell, "cell.muted");
  plt_doc_cell_ref (cell, ref);
  ref.column = "label";
  plt_doc_cell_ref (plt_doc_table_text (table, label), ref);
  add_count (self, table, index, "quantity", line->quantity_e6);
  add_count (self, table, index, "duration", line->duration_e6);
  ref.column = "unit";
  cell = plt_doc_table_text (table, line->line->unit);
  plt_doc_cell_style (cell, "cell.small");
  plt_doc_cell_ref (cell, ref);
  if (self->columns[PLT_DEVIS_TIMES] >= 0 && *line->line->times != '\0')
    add_count (self, table, index, "times", line->times_e6);
  else if (self->columns[PLT_DEVIS_TIMES] >= 0)
    plt_doc_table_empty (table);
  if (alive)
    add_rate (self, table, index);
  add_amount (self, table, index);
  if (alive)
    add_charges (self, table, index);
  if (self->columns[PLT_DEVIS_MODE] >= 0)
    plt_doc_cell_style (plt_doc_table_text (table, plt_devis_mode_word (line->line->mode)),
                        "cell.small");
  if (self->columns[PLT_DEVIS_PLACE] >= 0)
    plt_doc_cell_style (plt_doc_table_text (table, line->line->abroad ? "étr" : "fr"),
                        "cell.small");
}

/* ---- transfers, percentages ---- */

static void
add_transfer (PltDevisPaper *self, PltDocTable *table, const PltDevisRow *row)
{
  const PltTransferFacts *transfer = row->transfer;
  const PltBudget *budget = self->source.budget;
  gboolean given = transfer->from_account == plt_devis_account (self, row->account)->account->id;
  const PltBudgetAccount *other
      = plt_budget_find_account (budget, given ? transfer->to_account : transfer->from_account);
  g_autofree char *date
      = transfer->date != PLT_DATE_NONE ? plt_date_format_numeric (transfer->date) : g_strdup ("");
  g_autofree char *label
      = g_strdup_printf ("Transfert %s %s %s%s%s%s%s", given ? "vers" : "de", other->account->code,
                         other->account->name, *date != '\0' ? ", " : "", date,
                         *transfer->reason != '\0' ? " : " : "", transfer->reason);
  PltRef ref = { "budget_transfer", transfer->id, NULL };
  PltDocCell *cell;

  plt_doc_table_row (table, "row.note");
  plt_doc_table_empty (table);
  cell = plt_doc_table_text (table, label);
  plt_doc_cell_ref (cell, ref);
  plt_doc_cell_span (cell, (guint) (self->columns[PLT_DEVIS_AMOUNT] - 1));
  cell = plt_doc_table_money (table, given ? -transfer->amount_cents : transfer->amount_cents);
  plt_doc_cell_ref (cell, ref);
}

static void
add_percent (PltDevisPaper *self, PltDocTable *table, const PltDevisRow *row)
{
  static const char *const columns[PLT_N_PERCENTS]
      = { "overheads_e6", "contingency_e6", "producer_e6", "financial_e6" };
  const PltBudgetPercent *percent = &self->source.budget->percents[row->percent];
  g_autofree char *label = g_strdup_printf ("%s, %% %s", plt_devis_percent_title (row->percent),
                                            plt_devis_base_title (percent->base_id));
  g_autofree char *base = plt_devis_base_formula (self, row->percent);
  g_autofree char *product = NULL;
  PltDocCell *cell;

  plt_doc_table_row (table, "row.normal");
  plt_doc_table_empty (table);
  plt_doc_table_text (table, label);
  if (!plt_devis_is_alive (self))
    {
      go_to (self, table, PLT_DEVIS_QUANTITY, PLT_DEVIS_TOTAL);
      plt_doc_table_money (table, percent->amount);
      return;
    }
  go_to (self, table, PLT_DEVIS_QUANTITY, PLT_DEVIS_RATE);
  cell = plt_doc_table_money (table, percent->base);
  if (base != NULL)
    plt_doc_cell_formula (cell, base);
  plt_doc_table_empty (table);
  cell = plt_doc_table_percent (table, percent->rate_e6);
  plt_doc_cell_ref (cell,
                    (PltRef){ "budget", self->source.budget->budget->id, columns[row->percent] });
  go_to (self, table, PLT_DEVIS_CHARGES, PLT_DEVIS_TOTAL);
  product = g_strdup_printf ("=ROUND({.,%d}*{.,%d},2)", self->columns[PLT_DEVIS_RATE],
                             self->columns[PLT_DEVIS_CHARGES_RATE]);
  plt_doc_cell_formula (plt_doc_table_money (table, percent->amount), product);
}

/* ---- the table ---- */

static void
add_total (PltDevisPaper *self, PltDocTable *table)
{
  g_autoptr (GString) sum = g_string_new ("=");
  PltDocCell *cell;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltDevisRow *row = &g_array_index (self->rows, PltDevisRow, i);

      if (plt_devis_is_post (self, row))
        g_string_append_printf (sum, "%s{%u,%d}", sum->len > 1 ? "+" : "", row->row,
                                self->columns[PLT_DEVIS_TOTAL]);
    }
  plt_doc_table_row (table, "row.total");
  cell = plt_devis_add_total_title (self, table, "Total des postes 1 à 9");
  plt_doc_cell_span (cell, self->n_columns - 1);
  cell = plt_doc_table_money (table, self->source.budget->subtotal);
  if (sum->len > 1)
    plt_doc_cell_formula (cell, sum->str);
}

void
plt_devis_add_detail (PltDevisPaper *self, PltDocument *document)
{
  PltDocColumn columns[PLT_DEVIS_N_COLUMNS];
  PltDocTable *table;

  for (PltDevisColumn i = 0; i < PLT_DEVIS_N_COLUMNS; i++)
    if (self->columns[i] >= 0)
      columns[self->columns[i]] = all_columns[i];
  table = plt_document_table (document, PLT_DEVIS_DETAIL, columns, self->n_columns);
  plt_doc_table_set_style (table, "table.grid");
  plt_doc_table_set_frozen_columns (table, 2);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltDevisRow *row = &g_array_index (self->rows, PltDevisRow, i);

      switch (row->kind)
        {
        case PLT_DEVIS_ROW_ACCOUNT:
          add_account (self, table, row);
          break;
        case PLT_DEVIS_ROW_LINE:
          add_line (self, table, row->line);
          break;
        case PLT_DEVIS_ROW_TRANSFER:
          add_transfer (self, table, row);
          break;
        case PLT_DEVIS_ROW_PERCENT:
          add_percent (self, table, row);
          break;
        case PLT_DEVIS_ROW_UNPOSTED:
        default:
          add_unposted (self, table, row);
          break;
        }
    }
  add_total (self, table);
}
