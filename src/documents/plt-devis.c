/* Devis: the recap of the nine posts, then the detail by post, sub-post and line.
 *
 * A line's amount is quantity × duration × rate; its contributions go to the sub-post of post 4
 * that its profile names, printed beside them as "→ 42", which is what the workbook sums by. An
 * account is its lines, its children and what is sent to it. Only lines in use are printed, or all
 * with "tout". Numbers of accounts that are not known to be the CNC's are never shown as such: ours
 * are muted, supposed ones carry an asterisk. Amounts are without VAT. */
#include "plt-document-kinds-private.h"
#include "plt-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-referential.h"
#include "plt-time.h"

#define NOWHERE "→ –" /* contributions whose account the devis does not have */
#define NO_REF ((PltRef){ NULL, 0, NULL })

static const PltParamSpec params_spec[] = {
  { "tout", N_ ("All lines of the template"), PLT_PARAM_BOOLEAN, NULL, NULL, "0" },
  { NULL },
};

enum
{
  RECAP_POST,
  RECAP_NAME,
  RECAP_RATE,
  RECAP_AMOUNT,
  RECAP_SHARE,
  RECAP_N_COLUMNS
};

static const PltDocColumn recap_columns[RECAP_N_COLUMNS] = {
  { .title = "Poste", .id = "poste", .width = 40, .sheet_chars = 8 },
  { .title = "Intitulé", .id = "intitule", .weight = 1, .min = 160, .sheet_chars = 46 },
  { .title = "Taux", .id = "taux", .width = 60 },
  { .title = "Montant €", .id = "montant", .width = 96 },
  { .title = "% du total", .id = "part", .width = 66 },
};

enum
{
  CODE,
  LABEL,
  QUANTITY,
  DURATION,
  UNIT,
  RATE,
  AMOUNT,
  CHARGES_RATE,
  CHARGES,
  TARGET,
  TOTAL,
  N_COLUMNS
};

static const PltDocColumn columns[N_COLUMNS] = {
  [CODE] = { .title = "Code", .id = "code", .width = 41 },
  [LABEL] = { .title = "Libellé", .id = "libelle", .weight = 1, .min = 110, .sheet_chars = 44 },
  [QUANTITY] = { .title = "Nb", .id = "nombre" },
  [DURATION] = { .title = "Durée", .id = "duree" },
  [UNIT] = { .title = "Unité", .id = "unite", .width = 36 },
  [RATE] = { .title = "Tarif €", .id = "tarif" },
  [AMOUNT] = { .title = "Montant €", .id = "montant" },
  [CHARGES_RATE] = { .title = "Taux de charges", .id = "taux_charges", .width = 40 },
  [CHARGES] = { .title = "Charges €", .id = "charges" },
  [TARGET] = { .title = "Vers", .id = "compte_charges", .width = 27 },
  [TOTAL] = { .title = "Total €", .id = "total" },
};

/* A row of the detail: an account, one of its lines, or the contributions sent nowhere. */
typedef struct
{
  const PltBudgetAccount *account; /* of the line too; NULL for contributions sent nowhere */
  const PltBudgetLine *line;       /* NULL for an account */
  guint row;                       /* in the table of the detail, its header counted */
} Entry;

typedef struct
{
  PltPaperSource source;
  GArray *entries; /* Entry */
  gboolean all;
  PltDocTable *detail;
} Builder;

static gboolean
is_idle (const PltBudgetLine *line)
{
  if (line->amount != PLT_UNKNOWN)
    return line->amount == 0;
  return line->error == NULL && (line->quantity_e6 == 0 || line->duration_e6 == 0);
}

static gboolean
is_shown (const Builder *self, const PltBudgetAccount *account)
{
  if (self->all || account->level == 1 || account->total != 0)
    return TRUE;
  for (guint i = 0; i < self->source.budget->lines->len; i++)
    {
      const PltBudgetLine *line = self->source.budget->lines->pdata[i];
      const PltAccountFacts *of
          = PLT_FACTS_FIND (self->source.facts->accounts, PltAccountFacts, line->line->account);

      /* Up from the account of a line in use. */
      for (guint depth = 0; of != NULL && !is_idle (line) && depth < 9; depth++)
        {
          if (of->id == account->account->id)
            return TRUE;
          of = PLT_FACTS_FIND (self->source.facts->accounts, PltAccountFacts, of->parent);
        }
    }
  return FALSE;
}

static void
add_entry (Builder *self, const PltBudgetAccount *account, const PltBudgetLine *line)
{
  Entry entry = { account, line, self->entries->len + 1 };

  g_array_append_val (self->entries, entry);
}

/* Every row of the detail in its order, so that formulas may look ahead. */
static void
collect_entries (Builder *self)
{
  const PltBudget *budget = self->source.budget;
  guint next = 0;

  for (guint i = 0; i < budget->accounts->len; i++)
    {
      const PltBudgetAccount *account = budget->accounts->pdata[i];
      gboolean shown = is_shown (self, account);

      if (shown)
        add_entry (self, account, NULL);
      for (; next < budget->lines->len; next++)
        {
          const PltBudgetLine *line = budget->lines->pdata[next];

          if (line->line->account != account->account->id)
            break;
          if (shown && (self->all || !is_idle (line)))
            add_entry (self, account, line);
        }
    }
  if (budget->unposted != 0)
    add_entry (self, NULL, NULL);
}

static const PltProfileFacts *
profile_of (const Builder *self, const PltBudgetLine *line)
{
  return PLT_FACTS_FIND (self->source.facts->profiles, PltProfileFacts, line->line->profile);
}

static char *
target_of (const Builder *self, const PltBudgetLine *line)
{
  const PltProfileFacts *profile = profile_of (self, line);

  for (guint i = 0; profile != NULL && i < self->source.budget->accounts->len; i++)
    {
      const PltBudgetAccount *account = self->source.budget->accounts->pdata[i];

      if (strcmp (account->account->code, profile->account) == 0)
        return g_strdup_printf ("→ %s", profile->account);
    }
  return g_strdup (NOWHERE);
}

/* What the workbook adds up for an account; NULL when there is nothing to add. */
static char *
account_formula (const Builder *self, const Entry *entry)
{
  const Entry *entries = (const Entry *) (gpointer) self->entries->data;
  g_autoptr (GString) sum = g_string_new (NULL);
  guint n_lines = 0;
  gint64 id = entry->account != NULL ? entry->account->account->id : 0;

  for (guint i = entry->row; id != 0 && i < self->entries->len && entries[i].line != NULL; i++)
    n_lines++;
  if (n_lines > 0)
    g_string_append_printf (sum, "{%u,%d}:{%u,%d}", entry->row + 1, AMOUNT, entry->row + n_lines,
                            AMOUNT);
  for (guint i = 0; id != 0 && i < self->entries->len; i++)
    if (entries[i].line == NULL && entries[i].account != NULL
        && entries[i].account->account->parent == id)
      g_string_append_printf (sum, "%s{%u,%d}", sum->len > 0 ? "," : "", entries[i].row, TOTAL);
  if (sum->len > 0)
    {
      g_string_prepend (sum, "SUM(");
      g_string_append_c (sum, ')');
    }
  if (entry->account == NULL || entry->account->contributions != 0)
    {
      g_autofree char *target = entry->account != NULL
                                    ? g_strdup_printf ("→ %s", entry->account->account->code)
                                    : g_strdup (NOWHERE);

      g_string_append_printf (sum, "%sSUMIF({1,%d}:{%u,%d},\"%s\",{1,%d}:{%u,%d})",
                              sum->len > 0 ? "+" : "", TARGET, self->entries->len, TARGET, target,
                              CHARGES, self->entries->len, CHARGES);
    }
  return sum->len > 0 ? g_strconcat ("=", sum->str, NULL) : NULL;
}

static PltRef
account_ref (const PltBudgetAccount *account, const char *column)
{
  if (account == NULL)
    return NO_REF;
  return (PltRef){ "account", account->account->id, column };
}

static void
add_account (const Builder *self, const Entry *entry)
{
  static const char *const styles[] = { "row.group", "row.subgroup", "row.normal" };
  const PltBudgetAccount *account = entry->account;
  const char *mark = account != NULL ? account->account->mark : "maison";
  g_autofree char *code = account == NULL
                              ? g_strdup ("")
                              : g_strdup_printf ("%s%s", account->account->code,
                                                 strcmp (mark, "a-verifier") == 0 ? "*" : "");
  g_autofree char *formula = account_formula (self, entry);
  guint level = account != NULL ? account->level : 2;
  PltDocCell *cell;

  plt_doc_table_row (self->detail, styles[MIN (level, G_N_ELEMENTS (styles)) - 1]);
  cell = plt_doc_table_text (self->detail, code);
  if (strcmp (mark, "maison") == 0)
    plt_doc_cell_style (cell, "cell.muted");
  plt_doc_cell_ref (cell, account_ref (account, "code"));
  cell = plt_doc_table_text (self->detail, account != NULL
                                               ? account->account->name
                                               : "Charges sans compte : compléter le devis");
  if (account == NULL)
    plt_doc_cell_style (cell, "cell.warning");
  else if (level > 2)
    plt_doc_cell_style (cell, "cell.strong");
  plt_doc_cell_ref (cell, account_ref (account, "name"));
  plt_doc_cell_span (cell, TOTAL - LABEL);
  cell = plt_doc_table_money (self->detail,
                              account != NULL ? account->total : self->source.budget->unposted);
  if (level > 2)
    plt_doc_cell_style (cell, "cell.strong");
  if (formula != NULL)
    plt_doc_cell_formula (cell, formula);
  if (level < 3 && account != NULL)
    plt_doc_table_keep_with_next (self->detail);
}

static char *
line_label (const PltLineFacts *line)
{
  g_autoptr (GString) label = g_string_new (line->label);

  if (strcmp (line->mode, "participation") == 0)
    g_string_append (label, " (participation)");
  else if (strcmp (line->mode, "nature") == 0)
    g_string_append (label, " (en nature)");
  if (line->abroad)
    g_string_append (label, " (étranger)");
  return g_string_free (g_steal_pointer (&label), FALSE);
}

static void
add_charges (const Builder *self, const PltBudgetLine *line)
{
  const PltProfileFacts *profile = profile_of (self, line);
  g_autofree char *target = NULL;
  PltDocCell *cell;

  if (profile == NULL)
    return;
  if (profile->employer_e6 == PLT_UNKNOWN)
    {
      cell = plt_doc_table_text (self->detail, "à fixer");
      plt_doc_cell_style (cell, "cell.warning");
      plt_doc_cell_ref (cell, (PltRef){ "contribution_profile", profile->id, "employer_e6" });
      return;
    }
  cell = plt_doc_table_rate (self->detail, profile->employer_e6);
  plt_doc_cell_ref (cell, (PltRef){ "contribution_profile", profile->id, "employer_e6" });
  if (line->amount == PLT_UNKNOWN || line->contributions == 0)
    return;
  cell = plt_doc_table_money (self->detail, line->contributions);
  plt_doc_cell_formula (cell, "=ROUND({.,6}*{.,7},2)");
  target = target_of (self, line);
  cell = plt_doc_table_text (self->detail, target);
  plt_doc_cell_style (cell, "cell.small");
}

static void
add_line (const Builder *self, const PltBudgetLine *line)
{
  PltDocTable *table = self->detail;
  PltRef ref = { "budget_line", line->line->id, "code" };
  g_autofree char *label = line_label (line->line);
  PltDocCell *cell;

  plt_doc_table_row (table, is_idle (line) ? "row.muted" : "row.normal");
  cell = plt_doc_table_text (table, line->line->code);
  plt_doc_cell_style (cell, "cell.muted");
  plt_doc_cell_ref (cell, ref);
  ref.column = "label";
  plt_doc_cell_ref (plt_doc_table_text (table, label), ref);
  ref.column = "quantity";
  plt_doc_cell_ref (plt_doc_table_number (table, line->quantity_e6, 6), ref);
  ref.column = "duration";
  plt_doc_cell_ref (plt_doc_table_number (table, line->duration_e6, 6), ref);
  ref.column = "unit";
  cell = plt_doc_table_text (table, line->line->unit);
  plt_doc_cell_style (cell, "cell.small");
  plt_doc_cell_ref (cell, ref);
  ref.column = "rate_cents";
  plt_doc_cell_ref (plt_doc_table_money (table, line->line->rate_cents), ref);
  if (line->amount == PLT_UNKNOWN)
    {
      cell = plt_doc_table_text (table, line->error != NULL ? "erreur" : "à chiffrer");
      plt_doc_cell_style (cell, "cell.warning");
    }
  else
    {
      cell = plt_doc_table_money (table, line->amount);
      plt_doc_cell_formula (cell, "=ROUND({.,2}*{.,3}*{.,5},2)");
    }
  add_charges (self, line);
}

/* A row that the total of the posts adds up. */
static gboolean
is_post (const Builder *self, const Entry *entry)
{
  return entry->line == NULL
         && (entry->account == NULL
             || (entry->account->level == 1
                 && plt_account_post (self->source.facts, entry->account->account) > 0));
}

static void
add_detail (Builder *self, PltDocument *document)
{
  g_autoptr (GString) sum = g_string_new ("=");
  PltDocCell *cell;

  plt_document_page_break (document);
  plt_document_heading (document, 1, "Détail par poste", NO_REF);
  self->detail = plt_document_table (document, "Détail", columns, N_COLUMNS);
  plt_doc_table_set_style (self->detail, "table.grid");
  plt_doc_table_set_frozen_columns (self->detail, 2);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->line != NULL)
        add_line (self, entry->line);
      else
        add_account (self, entry);
      if (is_post (self, entry))
        g_string_append_printf (sum, "%s{%u,%d}", sum->len > 1 ? "+" : "", entry->row, TOTAL);
    }
  plt_doc_table_row (self->detail, "row.total");
  plt_doc_cell_span (plt_doc_table_text (self->detail, "Total des postes 1 à 9"), TOTAL);
  cell = plt_doc_table_money (self->detail, self->source.budget->subtotal);
  if (sum->len > 1)
    plt_doc_cell_formula (cell, sum->str);
}

/* ---- recap ---- */

static void
add_share (const Builder *self, PltDocTable *table, PltMoney amount, guint total_row)
{
  PltMoney total = self->source.budget->total;
  g_autofree char *formula
      = g_strdup_printf ("=ROUND({.,%d}/{%u,%d},4)", RECAP_AMOUNT, total_row, RECAP_AMOUNT);
  gint64 share;

  if (total <= 0 || amount == PLT_UNKNOWN
      || !plt_number_mul_div (amount, 10000, total, PLT_ROUND_HALF_UP, &share))
    return;
  plt_doc_cell_formula (plt_doc_table_rate (table, share * 100), formula);
}

/* A percentage of the total of the posts: its rate, and its amount. */
static void
add_percentage (const Builder *self,
                PltDocTable *table,
                const char *name,
                gint64 rate_e6,
                const char *column,
                PltMoney amount,
                guint subtotal_row,
                guint total_row)
{
  g_autofree char *formula
      = g_strdup_printf ("=ROUND({%u,%d}*{.,%d},2)", subtotal_row, RECAP_AMOUNT, RECAP_RATE);
  PltRef ref = { "budget", self->source.budget->budget->id, column };
  PltDocCell *cell;

  plt_doc_table_row (table, "row.normal");
  plt_doc_table_empty (table);
  plt_doc_table_text (table, name);
  if (rate_e6 == PLT_UNKNOWN)
    {
      cell = plt_doc_table_text (table, "à fixer");
      plt_doc_cell_style (cell, "cell.warning");
      plt_doc_cell_ref (cell, ref);
      return;
    }
  plt_doc_cell_ref (plt_doc_table_rate (table, rate_e6), ref);
  plt_doc_cell_formula (plt_doc_table_money (table, amount), formula);
  add_share (self, table, amount, total_row);
}

/* The cost of one unit of something there is `n` of, `of` being how many make one. */
static void
add_unit_cost (const Builder *self,
               PltDocTable *table,
               const char *label,
               gint64 n,
               gint64 of,
               guint total_row)
{
  g_autofree char *formula
      = g_strdup_printf ("=ROUND({%u,%d}*%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT ",2)", total_row,
                         RECAP_AMOUNT, of, n);
  PltMoney cost;

  if (n <= 0 || !plt_money_apply_rate (self->source.budget->total, of, n, PLT_ROUND_HALF_UP, &cost))
    return;
  plt_doc_table_row (table, "row.muted");
  plt_doc_table_empty (table);
  plt_doc_table_text (table, label);
  plt_doc_table_empty (table);
  plt_doc_cell_formula (plt_doc_table_money (table, cost), formula);
}

static void
add_unit_costs (const Builder *self, PltDocTable *table, guint total_row)
{
  gint64 target = self->source.facts->production.target_seconds;
  gint64 seconds = target != PLT_UNKNOWN && target > 0 ? target : self->source.plan->seconds;
  g_autofree char *length = plt_seconds_format (MAX (seconds, 0));
  g_autofree char *minute = g_strdup_printf (
      "Coût par minute (%s %s)", seconds == target ? "durée annoncée" : "minutage", length);
  guint n_days = self->source.plan->n_shooting_days;
  g_autofree char *day
      = g_strdup_printf ("Coût par jour de tournage (%u jour%s)", n_days, n_days > 1 ? "s" : "");

  add_unit_cost (self, table, minute, seconds, 60, total_row);
  add_unit_cost (self, table, day, n_days, 1, total_row);
}

static void
add_post (const Builder *self, PltDocTable *table, const Entry *entry, guint total_row)
{
  const PltBudgetAccount *account = entry->account;
  g_autofree char *formula = g_strdup_printf ("={Détail:%u,%d}", entry->row, TOTAL);
  PltMoney amount = account != NULL ? account->total : self->source.budget->unposted;

  plt_doc_table_row (table, "row.normal");
  plt_doc_table_text (table, account != NULL ? account->account->code : "");
  plt_doc_cell_ref (
      plt_doc_table_text (table, account != NULL ? account->account->name : "Charges sans compte"),
      account_ref (account, NULL));
  plt_doc_table_empty (table);
  plt_doc_cell_formula (plt_doc_table_money (table, amount), formula);
  add_share (self, table, amount, total_row);
}

static void
add_recap (const Builder *self, PltDocument *document)
{
  const PltBudget *budget = self->source.budget;
  PltDocTable *table
      = plt_document_table (document, "Récapitulatif", recap_columns, RECAP_N_COLUMNS);
  guint n_posts = 0, subtotal_row, total_row;
  g_autofree char *sum = NULL;
  g_autofree char *total = NULL;
  PltDocCell *cell;

  for (guint i = 0; i < self->entries->len; i++)
    n_posts += is_post (self, &g_array_index (self->entries, Entry, i));
  subtotal_row = n_posts + 1;
  total_row = subtotal_row + 3;
  for (guint i = 0; i < self->entries->len; i++)
    if (is_post (self, &g_array_index (self->entries, Entry, i)))
      add_post (self, table, &g_array_index (self->entries, Entry, i), total_row);

  plt_doc_table_row (table, "row.total");
  plt_doc_table_empty (table);
  plt_doc_table_text (table, "Total des postes 1 à 9");
  plt_doc_table_empty (table);
  cell = plt_doc_table_money (table, budget->subtotal);
  sum = g_strdup_printf ("=SUM({1,%d}:{%u,%d})", RECAP_AMOUNT, n_posts, RECAP_AMOUNT);
  if (n_posts > 0)
    plt_doc_cell_formula (cell, sum);
  add_share (self, table, budget->subtotal, total_row);
  add_percentage (self, table, "Frais généraux", budget->budget->overheads_e6, "overheads_e6",
                  budget->overheads, subtotal_row, total_row);
  add_percentage (self, table, "Imprévus", budget->budget->contingency_e6, "contingency_e6",
                  budget->contingency, subtotal_row, total_row);

  plt_doc_table_row (table, "row.grand-total");
  plt_doc_table_empty (table);
  plt_doc_table_text (table, "Coût total hors taxes");
  plt_doc_table_empty (table);
  total = g_strdup_printf ("=SUM({%u,%d}:{%u,%d})", subtotal_row, RECAP_AMOUNT, subtotal_row + 2,
                           RECAP_AMOUNT);
  plt_doc_cell_formula (plt_doc_table_money (table, budget->total), total);
  add_share (self, table, budget->total, total_row);
  add_unit_costs (self, table, total_row);
}

static void
add_chart (const Builder *self, PltDocument *document)
{
  const PltBudget *budget = self->source.budget;
  PltDrawing *drawing;

  if (budget->total <= 0)
    return;
  drawing = plt_document_drawing (document, "chart.share", 0, 100,
                                  "Part de chaque poste dans le coût total");
  for (guint i = 0; i < budget->accounts->len; i++)
    {
      const PltBudgetAccount *account = budget->accounts->pdata[i];

      if (account->level == 1 && plt_account_post (self->source.facts, account->account) > 0)
        plt_drawing_add (drawing, account->account->name, NULL, account->total, 0, 0, 0);
    }
  if (budget->unposted != 0)
    plt_drawing_add (drawing, "Charges sans compte", NULL, budget->unposted, 0, 0, 0);
  plt_drawing_add (drawing, "Frais généraux", NULL, budget->overheads, 0, 0, 0);
  plt_drawing_add (drawing, "Imprévus", NULL, budget->contingency, 0, 0, 0);
  plt_document_space (document, 8);
}

static void
add_head (const Builder *self, PltDocument *document)
{
  const PltProductionFacts *production = &self->source.facts->production;
  const PltPlan *plan = self->source.plan;
  PltDocFields *fields = plt_document_fields (document, 4);
  PltRef ref = { "production", production->id, "director" };
  g_autofree char *length = production->target_seconds != PLT_UNKNOWN
                                ? plt_seconds_format (production->target_seconds)
                                : g_strdup ("");
  g_autofree char *days = g_strdup_printf ("%u", plan->n_shooting_days);

  plt_doc_fields_add (fields, "Réalisation", production->director, ref);
  ref.column = "format";
  plt_doc_fields_add (fields, "Format", production->format, ref);
  ref.column = "target_seconds";
  plt_doc_fields_add (fields, "Durée annoncée", length, ref);
  plt_doc_fields_add (fields, "Jours de tournage", days, NO_REF);
  ref.column = "production_manager";
  plt_doc_fields_add (fields, "Direction de production", production->production_manager, ref);
  ref.column = "company_address";
  plt_doc_fields_add (fields, "Adresse de la production", production->company_address, ref);
  ref.column = "region";
  plt_doc_fields_add (fields, "Région", production->region, ref);
  ref.column = "agreement";
  plt_doc_fields_add (fields, "Convention collective (IDCC)", production->agreement, ref);
  plt_document_space (document, 8);
}

/* ---- notes ---- */

static void
warn_lines (const Builder *self, PltDocument *document)
{
  g_autoptr (GString) unknown = g_string_new (NULL);

  for (guint i = 0; i < self->source.budget->lines->len; i++)
    {
      const PltBudgetLine *line = self->source.budget->lines->pdata[i];
      const PltProfileFacts *profile = profile_of (self, line);

      if (is_idle (line)
          || (line->amount != PLT_UNKNOWN
              && (profile == NULL || profile->employer_e6 != PLT_UNKNOWN)))
        continue;
      g_string_append_printf (unknown, "%s%s", unknown->len > 0 ? ", " : "", line->line->label);
    }
  if (unknown->len > 0)
    plt_document_runs (document, "text.warning", "run.bold",
                       "Ne comptent pas encore : ", "run.normal", unknown->str, "run.normal",
                       " (tarif ou taux de charges à fixer).", NULL);
}

static gboolean
is_used (const Builder *self, const PltProfileFacts *profile)
{
  for (guint i = 0; i < self->source.budget->lines->len; i++)
    {
      const PltBudgetLine *line = self->source.budget->lines->pdata[i];

      if (line->line->profile == profile->id && !is_idle (line))
        return TRUE;
    }
  return FALSE;
}

static void
note_profiles (const Builder *self, PltDocument *document)
{
  const PltFacts *facts = self->source.facts;
  g_autoptr (GString) rates = g_string_new (NULL);

  for (guint i = 0; i < facts->profiles.n; i++)
    {
      const PltProfileFacts *profile = &facts->profiles.items[i];
      g_autofree char *rate = NULL;

      if (profile->verified || profile->employer_e6 == PLT_UNKNOWN || !is_used (self, profile))
        continue;
      rate = plt_number_format (profile->employer_e6, 4, 0);
      g_string_append_printf (rates, "%s%s %s" PLT_NNBSP "%%", rates->len > 0 ? ", " : "",
                              profile->name, rate);
    }
  if (rates->len > 0)
    {
      g_string_prepend (rates, "Taux de charges à vérifier : ");
      g_string_append_c (rates, '.');
      plt_document_paragraph (document, "text.note", rates->str, NO_REF);
    }
}

static void
note_referentials (const Builder *self, PltDocument *document)
{
  static const char *const feeding[] = { "minima-3097", "cotisations-profils" };
  const PltFacts *facts = self->source.facts;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < facts->referentials.n; i++)
    {
      const PltReferentialFacts *kept = &facts->referentials.items[i];
      g_autoptr (PltReferential) referential = NULL;
      g_autofree char *checked = NULL;
      const char *title;
      PltDate date;

      if (strcmp (kept->name, self->source.budget->budget->template_name) != 0
          && strcmp (kept->name, feeding[0]) != 0 && strcmp (kept->name, feeding[1]) != 0)
        continue;
      referential = plt_referential_parse (kept->content);
      title = plt_referential_meta (referential, "titre");
      date = plt_date_from_iso (plt_referential_meta (referential, "date_verification"));
      checked = date != PLT_DATE_NONE ? plt_date_format_numeric (date) : NULL;
      g_string_append_printf (text, "%s%s, version %s%s%s", text->len > 0 ? " ; " : "",
                              *title != '\0' ? title : kept->name, kept->version,
                              checked != NULL ? ", relevé le " : "",
                              checked != NULL ? checked : "");
    }
  if (text->len > 0)
    {
      g_string_prepend (text, "Référentiels : ");
      g_string_append_c (text, '.');
      plt_document_paragraph (document, "text.note", text->str, NO_REF);
    }
}

static void
add_notes (const Builder *self, PltDocument *document)
{
  gboolean supposed = FALSE;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      supposed |= entry->line == NULL && entry->account != NULL
                  && strcmp (entry->account->account->mark, "a-verifier") == 0;
    }
  plt_document_space (document, 4);
  plt_document_paragraph (document, "text.note",
                          supposed ? "Montants hors taxes, en euros. * Numéro de compte supposé, à "
                                     "vérifier dans le modèle du CNC. En gris : numéros propres à "
                                     "la production, qui ne sont pas des numéros du CNC."
                                   : "Montants hors taxes, en euros. En gris : numéros propres à "
                                     "la production, qui ne sont pas des numéros du CNC.",
                          NO_REF);
  plt_document_paragraph (document, "text.note",
                          "Les charges d’une ligne sont portées au compte du poste 4 nommé dans la "
                          "colonne « Vers » ; elles ne sont pas dans le montant de la ligne.",
                          NO_REF);
  note_profiles (self, document);
  note_referentials (self, document);
}

static void
builder_clear (Builder *self)
{
  g_clear_pointer (&self->entries, g_array_unref);
  plt_paper_close (&self->source);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

/* "Devis prévisionnel · établi le lundi 2 novembre 2026 · verrouillé"; a name that says nothing
 * more than the title is left out. */
static char *
subtitle_of (const PltBudgetFacts *budget)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (strcmp (budget->name, "Devis") != 0)
    g_ptr_array_add (parts, g_strdup (budget->name));
  if (budget->date != PLT_DATE_NONE)
    {
      g_autofree char *date = plt_date_format_long (budget->date);

      g_ptr_array_add (parts,
                       g_strdup_printf ("%s le %s", parts->len > 0 ? "établi" : "Établi", date));
    }
  if (strcmp (budget->status, "verrouille") == 0)
    g_ptr_array_add (parts, g_strdup ("verrouillé"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (Builder) builder = { .all = g_strcmp0 (plt_params_get (params, "tout"), "1") == 0 };
  const PltBudgetFacts *budget;
  g_autofree char *version = NULL;
  g_autofree char *subtitle = NULL;
  PltDocument *document;

  if (!plt_paper_open (&builder.source, store, params, error))
    return NULL;
  budget = builder.source.budget->budget;
  if (budget == NULL || builder.source.budget->accounts->len == 0)
    {
      document = plt_paper_new (&builder.source, "Devis", NULL, NULL, PLT_PAPER_A4, PLT_PORTRAIT);
      plt_document_paragraph (document, "text.note",
                              "La production n’a pas encore de devis : ouvrez-en un.", NO_REF);
      return document;
    }
  if (budget->version != PLT_UNKNOWN)
    version = g_strdup_printf ("v%" G_GINT64_FORMAT, budget->version);
  subtitle = subtitle_of (budget);
  document
      = plt_paper_new (&builder.source, "Devis", subtitle, version, PLT_PAPER_A4, PLT_PORTRAIT);
  builder.entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  collect_entries (&builder);
  add_head (&builder, document);
  add_chart (&builder, document);
  warn_lines (&builder, document);
  add_recap (&builder, document);
  add_detail (&builder, document);
  add_notes (&builder, document);
  return document;
}

const PltDocumentKind plt_document_devis = {
  .id = "devis",
  .title = "Devis",
  .phase = "developpement",
  .params = params_spec,
  .build = build,
};
