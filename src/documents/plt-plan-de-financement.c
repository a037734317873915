/* Plan de financement: one table by the groups of the CNC with what each source gives, how sure it
 * is and against what; the gap with the devis; shares, rules, instalments, what the devis mirrors
 * and what was refused as annexes. In a workbook an amount that moves from one status to another
 * moves every total. Amounts are without VAT. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-devis-paper.h"
#include "plt-document-kinds-private.h"
#include "plt-funding-group.h"
#include "plt-plan-de-financement-private.h"

#define NO_REF PLT_FINANCE_NO_REF
#define MARGIN 26

static const PltParamSpec params_spec[] = {
  { "devis", N_ ("Version of the budget"), PLT_PARAM_REFERENCE, "budget", NULL, NULL, NULL },
  { "annexes", N_ ("With the annexes"), PLT_PARAM_BOOLEAN, NULL, NULL, "1", NULL },
  { "papier", N_ ("Paper"), PLT_PARAM_CHOICE, NULL, "a4,a3", "a4", NULL },
  { NULL },
};

static const PltDocColumn columns[PLT_FUNDING_N_COLUMNS] = {
  { .title = "Ligne", .id = "ligne", .width = 64, .sheet_chars = 20 },
  { .title = "Financeur", .id = "financeur", .weight = 4, .min = 98, .sheet_chars = 34 },
  { .title = "Nature", .id = "nature", .width = 58, .sheet_chars = 17 },
  { .title = "Part", .id = "part", .width = 37, .sheet_chars = 9 },
  { .title = "Montant HT €", .id = "montant", .width = 56, .sheet_chars = 14 },
  { .title = "Acquis €", .id = "acquis", .width = 52, .sheet_chars = 14 },
  { .title = "Confirmé par lettre €", .id = "confirme", .width = 54, .sheet_chars = 14 },
  { .title = "Demandé €", .id = "demande", .width = 52, .sheet_chars = 14 },
  { .title = "Espéré €", .id = "espere", .width = 52, .sheet_chars = 14 },
  { .title = "Date de l’acte", .id = "date", .width = 45, .sheet_chars = 12 },
  { .title = "Pièce", .id = "piece", .width = 34, .sheet_chars = 14 },
  { .title = "Rang, récup.", .id = "rang", .width = 34, .sheet_chars = 12 },
  { .title = "Public, privé", .id = "public", .width = 34, .sheet_chars = 11 },
  { .title = "Pays", .id = "pays", .width = 26, .sheet_chars = 7 },
  { .title = "Contrepartie", .id = "contrepartie", .weight = 5, .min = 92, .sheet_chars = 38 },
};

/* ---- asking ---- */

const PltFinanceLine *
plt_funding_paper_line (const PltFundingPaper *self, guint i)
{
  return &g_array_index (self->plan->groups, PltFinanceLine, i);
}

guint
plt_funding_paper_row (const PltFundingPaper *self, guint i)
{
  return self->first + i;
}

const char *
plt_funding_paper_ownership (const PltFundingPaper *self, const PltFundingFacts *source)
{
  return plt_finance_word ("ownership", plt_finance_part_of (self->plan, self->source.facts, source,
                                                             PLT_PART_OWNERSHIP));
}

/* ---- head ---- */

static void
add_coproducers (const PltFundingPaper *self, PltDocFields *fields)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->plan->groups->len; i++)
    {
      const PltFundingFacts *source = plt_funding_paper_line (self, i)->source;

      if (source == NULL || !g_str_has_prefix (source->line, "coproducteur-"))
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              *source->funder != '\0' ? source->funder : source->name);
    }
  if (names->len > 0)
    plt_doc_fields_add (fields, "Coproducteurs", names->str, NO_REF);
}

static void
add_money_field (PltDocFields *fields, const char *label, PltMoney amount)
{
  g_autofree char *text = amount != PLT_UNKNOWN ? plt_money_format (amount) : g_strdup ("inconnu");

  plt_doc_fields_add (fields, label, text, NO_REF);
}

/* An amount, and what it is of the devis. */
static void
add_status_field (const PltFundingPaper *self,
                  PltDocFields *fields,
                  const char *label,
                  PltMoney amount)
{
  g_autofree char *money = plt_money_format (amount);
  g_autofree char *share = plt_finance_percent (plt_finance_share (amount, self->plan->cost));
  g_autofree char *text
      = *share != '\0' ? g_strconcat (money, " · ", share, " du devis", NULL) : g_strdup (money);

  plt_doc_fields_add (fields, label, text, NO_REF);
}

static void
add_head (const PltFundingPaper *self, PltDocument *document)
{
  const PltProductionFacts *production = &self->source.facts->production;
  const PltBudget *budget = self->source.budget;
  PltDocFields *fields = plt_document_fields (document, 5);
  g_autofree char *devis
      = budget->budget != NULL ? plt_devis_paper_name (budget->budget, TRUE) : g_strdup ("aucun");

  plt_doc_fields_add (fields, "Genre", plt_finance_word ("production", production->kind),
                      (PltRef){ "production", production->id, "kind" });
  plt_doc_fields_add (fields, "Producteur délégué", production->company,
                      (PltRef){ "production", production->id, "company" });
  add_coproducers (self, fields);
  if (*production->director != '\0')
    plt_doc_fields_add (fields, "Réalisation", production->director,
                        (PltRef){ "production", production->id, "director" });
  plt_doc_fields_add (fields, "Devis", devis, NO_REF);
  add_money_field (fields, "Coût total du devis, hors taxes", self->plan->cost);
  add_money_field (fields, "Total du plan, hors taxes", self->plan->total);
  plt_doc_fields_style (fields, "cell.strong");
  add_status_field (self, fields, "Acquis", self->plan->by_status[PLT_FUNDING_ACQUIRED]);
  add_status_field (self, fields, "Acquis et confirmé par lettre",
                    self->plan->by_status[PLT_FUNDING_ACQUIRED]
                        + self->plan->by_status[PLT_FUNDING_CONFIRMED]);
}

/* What is missing, in words. */
static void
add_gap (const PltFundingPaper *self, PltDocument *document)
{
  const PltFinancePlan *plan = self->plan;
  g_autofree char *amount
      = plan->gap != PLT_UNKNOWN ? plt_money_format (ABS (plan->gap)) : g_strdup ("");
  g_autofree char *share = plt_finance_percent (plt_finance_share (ABS (plan->gap), plan->cost));
  g_autofree char *text = NULL;

  if (plan->cost == PLT_UNKNOWN || plan->cost <= 0)
    text = g_strdup ("Le devis est vide : l’écart ne peut pas être dit.");
  else if (plan->gap == 0)
    text = g_strdup ("Le plan de financement est égal au devis.");
  else if (plan->gap > 0)
    text = g_strdup_printf ("Il reste %s à trouver, soit %s du devis.", amount, share);
  else
    text = g_strdup_printf ("Le plan dépasse le devis de %s, soit %s.", amount, share);
  if (plan->incomplete)
    {
      g_autofree char *whole = g_strconcat (
          text, " Un montant du plan ou du devis manque : il ne compte pas encore.", NULL);

      plt_document_paragraph (document, "text.warning", whole, NO_REF);
    }
  else
    plt_document_paragraph (document, plan->gap == 0 ? "text.strong" : "text.warning", text,
                            NO_REF);
}

/* ---- the table ---- */

static void
add_share_cell (const PltFundingPaper *self, PltDocTable *table, PltMoney amount)
{
  g_autofree char *formula
      = g_strdup_printf ("=IF({%u,%d}=0,0,ROUND({.,%d}/{%u,%d},4))", self->total,
                         PLT_FUNDING_AMOUNT, PLT_FUNDING_AMOUNT, self->total, PLT_FUNDING_AMOUNT);
  gint64 share = plt_finance_share (amount, self->plan->total);

  if (share == PLT_UNKNOWN)
    plt_doc_table_empty (table);
  else
    plt_doc_cell_formula (plt_doc_table_percent (table, share), formula);
}

static PltMoney
status_amount (const PltFinanceLine *line, guint column)
{
  static const char *const statuses[] = { "acquis", "confirme", "demande", "espere" };

  return strcmp (line->source->status, statuses[column - PLT_FUNDING_ACQUIRED_AT]) == 0
             ? line->amount
             : PLT_UNKNOWN;
}

static char *
rank_text (const PltFundingFacts *source)
{
  g_autofree char *number
      = source->recoup_e6 != PLT_UNKNOWN ? plt_number_format (source->recoup_e6, 4, 0) : NULL;
  g_autofree char *percent
      = number != NULL ? g_strconcat (number, PLT_NNBSP "%", NULL) : g_strdup ("");

  if (source->rank == PLT_UNKNOWN)
    return g_steal_pointer (&percent);
  return g_strdup_printf ("%" G_GINT64_FORMAT "%s%s", source->rank, *percent != '\0' ? " · " : "",
                          percent);
}

static void
add_amounts (const PltFinanceLine *line, PltDocTable *table)
{
  PltRef ref = { "funding_source", line->source->id, "amount_cents" };
  g_autofree char *sum
      = g_strdup_printf ("=SUM({.,%d}:{.,%d})", PLT_FUNDING_ACQUIRED_AT, PLT_FUNDING_HOPED_AT);
  PltDocCell *cell;

  if (line->amount == PLT_UNKNOWN)
    {
      cell = plt_doc_table_text (table, "à chiffrer");
      plt_doc_cell_style (cell, "cell.warning");
      plt_doc_cell_ref (cell, ref);
    }
  else
    {
      cell = plt_doc_table_money (table, line->amount);
      plt_doc_cell_formula (cell, sum);
      plt_doc_cell_ref (cell, ref);
    }
  for (guint column = PLT_FUNDING_ACQUIRED_AT; column <= PLT_FUNDING_HOPED_AT; column++)
    {
      cell = plt_doc_table_money (table, status_amount (line, column));
      if (status_amount (line, column) != PLT_UNKNOWN)
        plt_doc_cell_ref (cell, (PltRef){ "funding_source", line->source->id, "status" });
    }
}

static void
add_small (PltDocTable *table, const char *text)
{
  plt_doc_cell_style (plt_doc_table_text (table, text), "cell.small");
}

static void
add_source (const PltFundingPaper *self, PltDocTable *table, const PltFinanceLine *line)
{
  const PltFundingFacts *source = line->source;
  const char *line_title = plt_funding_line_title (source->line);
  g_autofree char *name = *source->funder != '\0' && strstr (source->name, source->funder) == NULL
                              ? g_strconcat (source->name, " (", source->funder, ")", NULL)
                              : g_strdup (source->name);
  g_autofree char *file = plt_finance_file (source->document);
  g_autofree char *rank = rank_text (source);
  g_autofree char *rights = plt_finance_counterpart (source);

  plt_doc_table_row (table, "row.dense");
  add_small (table, line_title != NULL ? line_title : "");
  plt_doc_cell_ref (plt_doc_table_text (table, name),
                    (PltRef){ "funding_source", source->id, "name" });
  add_small (table, plt_finance_nature (source));
  add_share_cell (self, table, line->amount);
  add_amounts (line, table);
  plt_doc_cell_ref (plt_doc_table_date (table, source->date),
                    (PltRef){ "funding_source", source->id, "date" });
  add_small (table, file);
  add_small (table, rank);
  add_small (table, plt_funding_paper_ownership (self, source));
  add_small (table, plt_funding_country (source));
  add_small (table, rights);
}

/* Of one column: what the group has in it. */
static PltMoney
group_amount (const PltFundingPaper *self, guint group, guint column)
{
  PltMoney sum = 0;

  for (guint i = group + 1; i < self->plan->groups->len; i++)
    {
      const PltFinanceLine *line = plt_funding_paper_line (self, i);
      PltMoney amount;

      if (line->source == NULL)
        break;
      amount = column == PLT_FUNDING_AMOUNT ? line->amount : status_amount (line, column);
      if (amount != PLT_UNKNOWN)
        plt_money_add (sum, amount, &sum);
    }
  return sum;
}

static void
add_group (const PltFundingPaper *self, PltDocTable *table, guint at, guint number)
{
  const PltFinanceLine *group = plt_funding_paper_line (self, at);
  guint first = plt_funding_paper_row (self, at) + 1;
  g_autofree char *title = g_strdup_printf ("%u · %s", number, group->title);

  plt_doc_table_row (table, "row.dense-group");
  plt_doc_cell_span (plt_doc_table_text (table, title), PLT_FUNDING_SHARE);
  add_share_cell (self, table, group->amount);
  for (guint column = PLT_FUNDING_AMOUNT; column <= PLT_FUNDING_HOPED_AT; column++)
    {
      PltMoney amount = group_amount (self, at, column);
      g_autofree char *sum
          = g_strdup_printf ("=SUM({%u,%u}:{%u,%u})", first, column, first + group->n - 1, column);
      PltDocCell *cell;

      cell = plt_doc_table_money (table, amount);
      plt_doc_cell_formula (cell, sum);
      if (amount == 0)
        plt_doc_cell_style (cell, "cell.muted");
    }
}

static PltMoney
status_total (const PltFundingPaper *self, guint column)
{
  static const PltFundingStatus statuses[]
      = { PLT_FUNDING_ACQUIRED, PLT_FUNDING_CONFIRMED, PLT_FUNDING_ASKED, PLT_FUNDING_HOPED };

  return column == PLT_FUNDING_AMOUNT
             ? self->plan->total
             : self->plan->by_status[statuses[column - PLT_FUNDING_ACQUIRED_AT]];
}

static void
add_total (const PltFundingPaper *self, PltDocTable *table)
{
  plt_doc_table_row (table, "row.dense-total");
  plt_doc_table_keep_with_next (table);
  plt_doc_cell_span (plt_doc_table_text (table, "Total du plan de financement"), PLT_FUNDING_SHARE);
  add_share_cell (self, table, self->plan->total);
  for (guint column = PLT_FUNDING_AMOUNT; column <= PLT_FUNDING_HOPED_AT; column++)
    {
      g_autoptr (GString) sum = g_string_new ("=");

      for (guint i = 0; i < self->plan->groups->len; i++)
        if (plt_funding_paper_line (self, i)->source == NULL)
          g_string_append_printf (sum, "%s{%u,%u}", sum->len > 1 ? "+" : "",
                                  plt_funding_paper_row (self, i), column);
      plt_doc_cell_formula (plt_doc_table_money (table, status_total (self, column)), sum->str);
    }
}

/* The devis, and what is missing. */
static void
add_against_cost (const PltFundingPaper *self, PltDocTable *table)
{
  g_autofree char *gap = g_strdup_printf ("={%u,%d}-{%u,%d}", self->cost, PLT_FUNDING_AMOUNT,
                                          self->total, PLT_FUNDING_AMOUNT);
  PltDocCell *cell;

  plt_doc_table_row (table, "row.dense");
  plt_doc_table_keep_with_next (table);
  plt_doc_cell_span (plt_doc_table_text (table, "Coût total du devis"), PLT_FUNDING_AMOUNT);
  plt_doc_table_money (table, self->plan->cost);
  plt_doc_table_row (table, "row.dense-total");
  plt_doc_cell_span (plt_doc_table_text (table, "Écart : reste à trouver"), PLT_FUNDING_AMOUNT);
  cell = plt_doc_table_money (table, self->plan->gap);
  plt_doc_cell_formula (cell, gap);
  if (self->plan->gap != 0)
    plt_doc_cell_style (cell, "cell.warning");
}

static void
add_table (PltFundingPaper *self, PltDocument *document)
{
  PltDocTable *table
      = plt_document_table (document, PLT_FUNDING_SHEET, columns, PLT_FUNDING_N_COLUMNS);
  guint number = 0;

  plt_doc_table_set_style (table, "table.grid");
  self->first = plt_doc_table_get_n_rows (table);
  self->total = self->first + self->plan->groups->len;
  self->cost = self->total + 1;
  for (guint i = 0; i < self->plan->groups->len; i++)
    {
      const PltFinanceLine *line = plt_funding_paper_line (self, i);

      if (line->source == NULL)
        add_group (self, table, i, ++number);
      else
        add_source (self, table, line);
    }
  add_total (self, table);
  add_against_cost (self, table);
}

/* ---- the paper ---- */

static void
add_signatures (const PltFundingPaper *self, PltDocument *document)
{
  PltDocFields *fields;

  plt_document_space (document, 12);
  fields = plt_document_fields (document, 4);
  plt_doc_fields_add (fields, "Fait à", "", NO_REF);
  plt_doc_fields_add (fields, "Le", "", NO_REF);
  plt_doc_fields_add (fields, "Le producteur délégué, nom et qualité",
                      self->source.facts->production.company, NO_REF);
  plt_doc_fields_add (fields, "Signature et cachet", "", NO_REF);
}

static void
add_legend (PltDocument *document)
{
  plt_document_space (document, 4);
  plt_document_paragraph (
      document, "text.note",
      "Montants hors taxes. La part est celle du plan. Ce qui est refusé ne compte pas. Seul ce "
      "qui "
      "est acquis vaut pour l’agrément et pour la mobilisation bancaire. Le taux financé se "
      "rapporte au coût total du devis. Public ou privé : le choix fait pour la source, sinon "
      "celui de son groupe. Contrepartie : les droits, la fenêtre, leur durée, le territoire.",
      NO_REF);
}

static void
paper_clear (PltFundingPaper *self)
{
  g_clear_pointer (&self->plan, plt_finance_plan_free);
  plt_paper_close (&self->source);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PltFundingPaper, paper_clear)

static gboolean
open_paper (PltFundingPaper *self, PltStore *store, const PltParams *params, GError **error)
{
  const PltBudgetFacts *version = NULL;

  if (!plt_paper_open (&self->source, store, params, error)
      || !plt_devis_paper_find (self->source.facts, params, "devis", &version, error))
    return FALSE;
  if (version != NULL)
    {
      plt_budget_free (self->source.budget);
      self->source.budget = plt_budget_new (self->source.facts, version->id, self->source.plan);
    }
  plt_referential_lend (self->source.facts, PLT_FUNDING_GROUPS);
  plt_referential_lend (self->source.facts, PLT_FINANCE_RULES);
  self->plan
      = plt_finance_plan_new (self->source.facts, self->source.plan, self->source.budget, FALSE);
  return TRUE;
}

/* The table is wide: narrower margins than other papers have. */
static PltDocument *
new_document (const PltFundingPaper *self, const PltParams *params)
{
  const PltProductionFacts *production = &self->source.facts->production;
  gboolean large = g_strcmp0 (plt_params_get (params, "papier"), "a3") == 0;
  PltDocInfo info = {
    .title = "Plan de financement",
    .production = production->title,
    .subtitle = "Provisoire, en euros hors taxes",
    .company = *production->company != '\0' ? production->company : NULL,
    .date = self->source.date,
    .paper = large ? PLT_PAPER_A3 : PLT_PAPER_A4,
    .orientation = PLT_LANDSCAPE,
    .margin = MARGIN,
  };

  return plt_document_new (&info);
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (PltFundingPaper) paper = { .plan = NULL };
  const char *annexes = plt_params_get (params, "annexes");
  PltDocument *document;

  if (!open_paper (&paper, store, params, error))
    return NULL;
  document = new_document (&paper, params);
  if (paper.source.facts->funding.n == 0)
    {
      plt_document_paragraph (document, "text.note",
                              "Aucune source de financement encore : ajoutez-les dans la page "
                              "Financement.",
                              NO_REF);
      return document;
    }
  add_head (&paper, document);
  add_gap (&paper, document);
  add_table (&paper, document);
  if (annexes == NULL || strcmp (annexes, "0") != 0)
    {
      plt_funding_paper_add_shares (&paper, document);
      plt_funding_paper_add_checks (&paper, document);
      plt_funding_paper_add_mirrors (&paper, document);
      plt_funding_paper_add_refused (&paper, document);
      plt_funding_paper_add_instalments (&paper, document);
    }
  add_legend (document);
  add_signatures (&paper, document);
  return document;
}

const PltDocumentKind plt_document_plan_de_financement = {
  .id = "plan-de-financement",
  .title = "Plan de financement",
  .phase = "developpement",
  .params = params_spec,
  .build = build,
};
