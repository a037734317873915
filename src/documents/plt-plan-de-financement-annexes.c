/* What follows the table of the plan de financement: shares, rules, what the devis mirrors, what
 * was refused, and when each source pays. */
#include <string.h>

#include "plt-cash-events.h"
#include "plt-funding-amount.h"
#include "plt-plan-de-financement-private.h"

#define NO_REF PLT_FINANCE_NO_REF

/* ---- shares ---- */

#define N_SHARES 4

static void
add_chart (const PltFundingPaper *self, PltDocument *document)
{
  PltDrawing *drawing = plt_document_drawing (document, "chart.share", 0, 76,
                                              "Part de chaque groupe dans le plan de financement");

  for (guint i = 0; i < self->plan->groups->len; i++)
    {
      const PltFinanceLine *line = plt_funding_paper_line (self, i);

      if (line->source == NULL)
        plt_drawing_add (drawing, line->title, NULL, line->amount, 0, 0, 0);
    }
  plt_document_space (document, 8);
}

typedef struct
{
  const PltFundingPaper *paper;
  PltDocTable *table;
} Shares;

static void
add_share (const Shares *self, const char *title, PltMoney amount, const char *formula)
{
  const PltFinancePlan *plan = self->paper->plan;
  const PltMoney wholes[] = { plan->total, plan->cost };
  const guint rows[] = { self->paper->total, self->paper->cost };

  plt_doc_table_row (self->table, "row.normal");
  plt_doc_table_text (self->table, title);
  plt_doc_cell_formula (plt_doc_table_money (self->table, amount), formula);
  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    {
      g_autofree char *rate = g_strdup_printf (
          "=IF({" PLT_FUNDING_SHEET ":%u,%d}=0,0,ROUND({.,1}/{" PLT_FUNDING_SHEET ":%u,%d},4))",
          rows[i], PLT_FUNDING_AMOUNT, rows[i], PLT_FUNDING_AMOUNT);
      gint64 share = plt_finance_share (amount, wholes[i]);

      if (share == PLT_UNKNOWN)
        plt_doc_table_empty (self->table);
      else
        plt_doc_cell_formula (plt_doc_table_percent (self->table, share), rate);
    }
}

/* The parts of one partition, each the sum of its sources. */
static void
add_partition (const Shares *self, const char *title, PltPartition partition)
{
  const PltFundingPaper *paper = self->paper;
  const GArray *parts = paper->plan->parts[partition];

  if (parts->len == 0)
    return;
  plt_doc_table_row (self->table, "row.subgroup");
  plt_doc_cell_span (plt_doc_table_text (self->table, title), N_SHARES);
  for (guint i = 0; i < parts->len; i++)
    {
      const PltFinancePart *part = &g_array_index (parts, PltFinancePart, i);
      g_autoptr (GString) sum = g_string_new ("=");

      for (guint k = 0; k < paper->plan->groups->len; k++)
        {
          const PltFinanceLine *line = plt_funding_paper_line (paper, k);

          if (line->source != NULL && line->amount != PLT_UNKNOWN
              && strcmp (plt_finance_part_of (paper->plan, paper->source.facts, line->source,
                                              partition),
                         part->id)
                     == 0)
            g_string_append_printf (sum, "%s{" PLT_FUNDING_SHEET ":%u,%d}", sum->len > 1 ? "+" : "",
                                    plt_funding_paper_row (paper, k), PLT_FUNDING_AMOUNT);
        }
      add_share (self, part->title, part->amount, sum->str);
    }
}

/* How much is financed by status, one after another. */
static void
add_statuses (const Shares *self)
{
  static const struct
  {
    PltFundingStatus status;
    guint column;
    const char *title;
  } statuses[] = {
    { PLT_FUNDING_ACQUIRED, PLT_FUNDING_ACQUIRED_AT, "Acquis" },
    { PLT_FUNDING_CONFIRMED, PLT_FUNDING_CONFIRMED_AT, "Acquis et confirmé par lettre" },
    { PLT_FUNDING_ASKED, PLT_FUNDING_ASKED_AT, "Acquis, confirmé et demandé" },
    { PLT_FUNDING_HOPED, PLT_FUNDING_HOPED_AT, "Tout, avec ce qui est espéré" },
  };
  const PltFinancePlan *plan = self->paper->plan;
  PltMoney sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *formula = g_strdup_printf (
          "=SUM({" PLT_FUNDING_SHEET ":%u,%d}:{" PLT_FUNDING_SHEET ":%u,%u})", self->paper->total,
          PLT_FUNDING_ACQUIRED_AT, self->paper->total, statuses[i].column);

      plt_money_add (sum, plan->by_status[statuses[i].status], &sum);
      add_share (self, statuses[i].title, sum, formula);
    }
}

void
plt_funding_paper_add_shares (const PltFundingPaper *self, PltDocument *document)
{
  static const PltDocColumn columns[N_SHARES] = {
    { .title = "Part", .id = "part", .weight = 1, .min = 180, .sheet_chars = 44 },
    { .title = "Montant HT €", .id = "montant", .width = 90, .sheet_chars = 16 },
    { .title = "du plan", .id = "du-plan", .width = 70, .sheet_chars = 11 },
    { .title = "du devis", .id = "du-devis", .width = 70, .sheet_chars = 11 },
  };
  Shares shares = { .paper = self };

  if (self->plan->total <= 0)
    return;
  plt_document_heading (document, 1, "Parts", NO_REF);
  add_chart (self, document);
  shares.table = plt_document_table (document, "Parts", columns, N_SHARES);
  plt_doc_table_set_style (shares.table, "table.ledger");
  plt_doc_table_row (shares.table, "row.subgroup");
  plt_doc_cell_span (plt_doc_table_text (shares.table, "Degré de certitude, cumulé"), N_SHARES);
  add_statuses (&shares);
  add_partition (&shares, "Qui apporte", PLT_PART_FAMILY);
  add_partition (&shares, "Public ou privé", PLT_PART_OWNERSHIP);
  add_partition (&shares, "Pays", PLT_PART_COUNTRY);
}

/* ---- rules ---- */

void
plt_funding_paper_add_checks (const PltFundingPaper *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Règle", .id = "regle", .weight = 3, .min = 200, .sheet_chars = 62 },
    { .title = "Constaté", .id = "constate", .width = 86, .sheet_chars = 18 },
    { .title = "Limite", .id = "limite", .width = 86, .sheet_chars = 18 },
    { .title = "État", .id = "etat", .width = 74, .sheet_chars = 16 },
    { .title = "Source", .id = "source", .weight = 2, .min = 150, .sheet_chars = 60 },
  };
  static const char *const states[] = { "tenue", "non tenue", "à vérifier" };
  PltDocTable *table;

  if (self->plan->checks->len == 0)
    return;
  plt_document_heading (document, 1, "Règles", NO_REF);
  table = plt_document_table (document, "Règles", columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_style (table, "table.ledger");
  for (guint i = 0; i < self->plan->checks->len; i++)
    {
      const PltFinanceCheck *check = &g_array_index (self->plan->checks, PltFinanceCheck, i);
      g_autofree char *have = plt_finance_format_value (check->unit, check->have);
      g_autofree char *limit = plt_finance_format_value (check->unit, check->limit);
      g_autofree char *source
          = g_strconcat (check->source != NULL ? check->source : "",
                         check->source != NULL && !check->sure ? " · à vérifier" : "", NULL);
      PltDocCell *cell;

      plt_doc_table_row (table, "row.normal");
      plt_doc_table_text (table, check->label);
      plt_doc_cell_style (plt_doc_table_text (table, have), "cell.right");
      plt_doc_cell_style (plt_doc_table_text (table, limit), "cell.right");
      cell = plt_doc_table_text (table, states[check->state]);
      plt_doc_cell_style (cell, check->state == PLT_CHECK_BROKEN ? "cell.warning" : "cell.center");
      plt_doc_cell_style (plt_doc_table_text (table, source), "cell.small");
    }
}

/* ---- mirrors of the devis ---- */

typedef struct
{
  const PltFundingPaper *paper;
  PltDocTable *table;
  guint first;
  PltMoney total;
} Mirrors;

static void
add_mirror (Mirrors *self,
            const char *code,
            const char *label,
            const char *mode,
            PltMoney amount,
            PltRef ref,
            const PltFundingFacts *source)
{
  PltDocCell *cell;

  plt_doc_table_row (self->table, "row.normal");
  plt_doc_table_text (self->table, code);
  plt_doc_cell_ref (plt_doc_table_text (self->table, label), ref);
  plt_doc_table_text (self->table, plt_finance_word ("nature", mode));
  cell = plt_doc_table_text (self->table, source != NULL ? source->name : "aucune source");
  if (source == NULL)
    plt_doc_cell_style (cell, "cell.warning");
  else
    plt_doc_cell_ref (cell, (PltRef){ "funding_source", source->id, NULL });
  plt_doc_table_money (self->table, amount);
  plt_money_add (self->total, amount, &self->total);
}

static gboolean
is_mirrored (const char *mode)
{
  return strcmp (mode, "nature") == 0 || strcmp (mode, "participation") == 0;
}

static void
add_mirrored_lines (Mirrors *self)
{
  const PltFacts *facts = self->paper->source.facts;
  const PltBudget *budget = self->paper->source.budget;

  for (guint i = 0; i < budget->lines->len; i++)
    {
      const PltBudgetLine *line = budget->lines->pdata[i];

      if (is_mirrored (line->line->mode) && line->amount != PLT_UNKNOWN
          && line->amount + line->contributions != 0)
        add_mirror (self, line->line->code, line->line->label, line->line->mode,
                    line->amount + line->contributions,
                    (PltRef){ "budget_line", line->line->id, "mode" },
                    plt_funding_of_line (facts, budget, line));
    }
}

static void
add_mirrored_percents (Mirrors *self)
{
  static const char *const titles[PLT_N_PERCENTS]
      = { "Frais généraux", "Imprévus", "Salaire producteur", "Frais financiers" };
  const PltBudget *budget = self->paper->source.budget;

  for (PltPercent i = 0; i < PLT_N_PERCENTS; i++)
    {
      const PltBudgetPercent *percent = &budget->percents[i];
      const PltFundingFacts *source = plt_funding_of_percent (self->paper->source.facts, i);

      if (percent->amount != 0 && (is_mirrored (percent->mode) || source != NULL))
        add_mirror (self, percent->account != NULL ? percent->account->code : "", titles[i],
                    percent->mode, percent->amount, NO_REF, source);
    }
}

void
plt_funding_paper_add_mirrors (const PltFundingPaper *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Code", .id = "code", .width = 50 },
    { .title = "Au devis", .id = "devis", .weight = 2, .min = 160, .sheet_chars = 44 },
    { .title = "Mode", .id = "mode", .width = 90, .sheet_chars = 18 },
    { .title = "Au plan de financement", .id = "plan", .weight = 2, .min = 160, .sheet_chars = 44 },
    { .title = "Montant HT €", .id = "montant", .width = 90, .sheet_chars = 16 },
  };
  Mirrors mirrors = { .paper = self };
  g_autofree char *sum = NULL;

  if (self->source.budget->budget == NULL
      || (self->source.budget->by_mode[PLT_MODE_IN_KIND] == 0
          && self->source.budget->by_mode[PLT_MODE_PARTICIPATION] == 0))
    return;
  plt_document_heading (document, 1, "Apports en industrie et participations : miroir du devis",
                        NO_REF);
  mirrors.table = plt_document_table (document, "Miroirs", columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_style (mirrors.table, "table.ledger");
  mirrors.first = plt_doc_table_get_n_rows (mirrors.table);
  add_mirrored_lines (&mirrors);
  add_mirrored_percents (&mirrors);
  sum = g_strdup_printf ("=SUM({%u,4}:{%u,4})", mirrors.first,
                         plt_doc_table_get_n_rows (mirrors.table) - 1);
  plt_doc_table_row (mirrors.table, "row.total");
  plt_doc_table_empty (mirrors.table);
  plt_doc_table_text (mirrors.table, "Total");
  plt_doc_table_empty (mirrors.table);
  plt_doc_table_empty (mirrors.table);
  plt_doc_cell_formula (plt_doc_table_money (mirrors.table, mirrors.total), sum);
}

/* ---- refused ---- */

static PltDate
refused_on (const PltFacts *facts, const PltFundingFacts *source)
{
  PltDate date = PLT_DATE_NONE;

  for (guint i = 0; i < facts->funding_statuses.n; i++)
    {
      const PltFundingStatusFacts *status = &facts->funding_statuses.items[i];

      if (status->funding_source == source->id && strcmp (status->status, "refuse") == 0)
        date = MAX (date, status->date);
    }
  return date != PLT_DATE_NONE ? date : source->date;
}

void
plt_funding_paper_add_refused (const PltFundingPaper *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Refusé, ne compte pas",
      .id = "source",
      .weight = 1,
      .min = 200,
      .sheet_chars = 44 },
    { .title = "Nature", .id = "nature", .width = 110, .sheet_chars = 20 },
    { .title = "Demandé €", .id = "demande", .width = 90, .sheet_chars = 16 },
    { .title = "Refusé le", .id = "date", .width = 70, .sheet_chars = 12 },
    { .title = "Remarque", .id = "remarque", .weight = 1, .min = 140, .sheet_chars = 50 },
  };
  const PltFacts *facts = self->source.facts;
  PltDocTable *table = NULL;

  for (guint i = 0; i < facts->funding.n; i++)
    {
      const PltFundingFacts *source = &facts->funding.items[i];

      if (!plt_funding_is_refused (source))
        continue;
      if (table == NULL)
        {
          plt_document_heading (document, 1, "Sources refusées", NO_REF);
          table = plt_document_table (document, "Refusées", columns, G_N_ELEMENTS (columns));
          plt_doc_table_set_style (table, "table.ledger");
        }
      plt_doc_table_row (table, "row.muted");
      plt_doc_cell_ref (plt_doc_table_text (table, source->name),
                        (PltRef){ "funding_source", source->id, "status" });
      plt_doc_table_text (table, plt_finance_nature (source));
      plt_doc_table_money (table, source->asked_cents != PLT_UNKNOWN ? source->asked_cents
                                                                     : source->amount_cents);
      plt_doc_table_date (table, refused_on (facts, source));
      plt_doc_cell_style (plt_doc_table_text (table, source->note), "cell.small");
    }
}

/* ---- instalments ---- */

enum
{
  LABEL,
  EVENT,
  SHARE,
  NET,
  RATE,
  GROSS,
  DUE,
  INVOICED,
  PAID,
  N_COLUMNS
};

static PltDate
due_date (const PltFundingPaper *self,
          const PltFundingFacts *source,
          const PltInstalmentFacts *instalment)
{
  const PltFacts *facts = self->source.facts;
  const PltTaskFacts *task = instalment->task != 0
                                 ? PLT_FACTS_FIND (facts->tasks, PltTaskFacts, instalment->task)
                                 : NULL;
  PltDate date = instalment->date;

  if (date == PLT_DATE_NONE)
    date = task != NULL
               ? task->end_date
               : plt_cash_event_date (facts, self->source.plan, instalment->event, source->date);
  if (date != PLT_DATE_NONE && instalment->offset_days != PLT_UNKNOWN)
    date += (PltDate) CLAMP (instalment->offset_days, -36500, 36500);
  return date;
}

static PltMoney
with_vat (PltMoney net, gint64 rate_e6)
{
  PltMoney tax;

  if (net == PLT_UNKNOWN
      || !plt_money_apply_rate (net, rate_e6 != PLT_UNKNOWN ? rate_e6 : 0, PLT_RATE_ONE,
                                PLT_ROUND_HALF_UP, &tax)
      || !plt_money_add (net, tax, &tax))
    return PLT_UNKNOWN;
  return tax;
}

static void
add_date (PltDocTable *table, PltDate date)
{
  plt_doc_cell_style (plt_doc_table_date (table, date), "cell.center");
}

/* `row` is that of its source in the table of the plan. */
static void
add_instalment (const PltFundingPaper *self,
                PltDocTable *table,
                const PltFundingFacts *source,
                guint row,
                const PltInstalmentFacts *instalment)
{
  PltMoney net = plt_funding_instalment (self->source.facts, self->source.budget, instalment);
  gboolean by_share = instalment->amount_cents == PLT_UNKNOWN;
  g_autofree char *event = plt_finance_event (&self->source, instalment->event, instalment->task,
                                              instalment->date, instalment->offset_days);
  g_autofree char *product = g_strdup_printf ("=ROUND({" PLT_FUNDING_SHEET ":%u,%d}*{.,%d},2)", row,
                                              PLT_FUNDING_AMOUNT, SHARE);
  g_autofree char *gross = g_strdup_printf ("={.,%d}+ROUND({.,%d}*{.,%d},2)", NET, NET, RATE);
  PltDocCell *cell;

  plt_doc_table_row (table, "row.normal");
  plt_doc_cell_ref (plt_doc_table_text (table, instalment->label),
                    (PltRef){ "instalment", instalment->id, NULL });
  plt_doc_table_text (table, event);
  plt_doc_table_percent (table, by_share ? instalment->share_e6 : PLT_UNKNOWN);
  cell = plt_doc_table_money (table, net);
  if (by_share && net != PLT_UNKNOWN)
    plt_doc_cell_formula (cell, product);
  plt_doc_table_rate (table, source->vat_e6);
  cell = plt_doc_table_money (table, with_vat (net, source->vat_e6));
  if (net != PLT_UNKNOWN)
    plt_doc_cell_formula (cell, gross);
  add_date (table, due_date (self, source, instalment));
  add_date (table, instalment->invoice_date);
  add_date (table, instalment->paid_date);
}

/* The source, and what its instalments add up to. */
static void
add_instalments_of (const PltFundingPaper *self, PltDocTable *table, guint at)
{
  const PltFundingFacts *source = plt_funding_paper_line (self, at)->source;
  const PltFacts *facts = self->source.facts;
  guint row = plt_doc_table_get_n_rows (table), n = 0;
  PltMoney net = 0, gross = 0;

  for (guint i = 0; i < facts->instalments.n; i++)
    {
      const PltInstalmentFacts *instalment = &facts->instalments.items[i];
      PltMoney amount;

      if (instalment->funding_source != source->id)
        continue;
      n++;
      amount = plt_funding_instalment (facts, self->source.budget, instalment);
      if (amount == PLT_UNKNOWN)
        continue;
      plt_money_add (net, amount, &net);
      plt_money_add (gross, with_vat (amount, source->vat_e6), &gross);
    }
  plt_doc_table_row (table, "row.subgroup");
  plt_doc_cell_ref (plt_doc_table_text (table, source->name),
                    (PltRef){ "funding_source", source->id, NULL });
  plt_doc_table_text (table, n == 0 ? "échéancier à préciser"
                                    : plt_finance_word ("status", source->status));
  plt_doc_table_empty (table);
  for (guint column = NET; n > 0 && column <= GROSS; column++)
    {
      g_autofree char *sum
          = g_strdup_printf ("=SUM({%u,%u}:{%u,%u})", row + 1, column, row + n, column);

      if (column == RATE)
        plt_doc_table_empty (table);
      else
        plt_doc_cell_formula (plt_doc_table_money (table, column == NET ? net : gross), sum);
    }
  for (guint i = 0; i < facts->instalments.n; i++)
    if (facts->instalments.items[i].funding_source == source->id)
      add_instalment (self, table, source, plt_funding_paper_row (self, at),
                      &facts->instalments.items[i]);
}

void
plt_funding_paper_add_instalments (const PltFundingPaper *self, PltDocument *document)
{
  static const PltDocColumn columns[N_COLUMNS] = {
    { .title = "Source, versement", .id = "versement", .weight = 3, .min = 150, .sheet_chars = 44 },
    { .title = "Événement", .id = "evenement", .weight = 2, .min = 120, .sheet_chars = 36 },
    { .title = "Part", .id = "part", .width = 52, .sheet_chars = 10 },
    { .title = "Montant HT €", .id = "montant", .width = 76, .sheet_chars = 16 },
    { .title = "TVA", .id = "tva", .width = 40, .sheet_chars = 8 },
    { .title = "Montant TTC €", .id = "ttc", .width = 76, .sheet_chars = 16 },
    { .title = "Prévu le", .id = "prevu", .width = 56, .sheet_chars = 12 },
    { .title = "Facturé le", .id = "facture", .width = 56, .sheet_chars = 12 },
    { .title = "Payé le", .id = "paye", .width = 56, .sheet_chars = 12 },
  };
  PltDocTable *table;

  if (self->source.facts->instalments.n == 0)
    return;
  plt_document_heading (document, 1, "Échéancier par source", NO_REF);
  table = plt_document_table (document, "Échéancier", columns, N_COLUMNS);
  plt_doc_table_set_style (table, "table.ledger");
  for (guint i = 0; i < self->plan->groups->len; i++)
    {
      const PltFundingFacts *source = plt_funding_paper_line (self, i)->source;

      if (source != NULL && strcmp (source->nature, "numeraire") == 0)
        add_instalments_of (self, table, i);
    }
}
