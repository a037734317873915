#include "plt-finance-tax.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-devis-figures.h"
#include "plt-error.h"
#include "plt-funding-amount.h"

#define NO_REF ((PltRef){ NULL, 0, NULL })

enum
{
  STEP_LABEL,
  STEP_AMOUNT,
  STEP_BASE,
  STEP_RATE,
  STEP_SOURCE,
};

enum
{
  FILE_TITLE,
  FILE_KIND,
  FILE_DUE,
  FILE_EVENT,
  FILE_SOURCE,
};

const char *
plt_finance_tax_regime_title (int regime)
{
  return regime == PLT_TAX_CIC   ? _ ("Cinema (CIC)")
         : regime == PLT_TAX_CIA ? _ ("Audiovisual (CIA)")
                                 : _ ("Foreign works (C2I)");
}

PltTaxEstimate *
plt_finance_tax_estimate (PltSession *session, GError **error)
{
  const PltFacts *facts = plt_session_get_facts (session);
  const PltBudget *budget = plt_session_get_budget (session);
  PltTaxOptions options;

  if (budget->budget == NULL)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                           _ ("The tax credit is counted on the lines of a budget."));
      return NULL;
    }
  plt_tax_options_from_facts (&options, facts, NULL);
  return plt_tax_estimate_new (facts, plt_session_get_plan (session), budget, &options, error);
}

/* ---- the count ---- */

/* "RGA du CNC, art. 211-20 (to verify)" */
static void
put_source (PltFinanceTable *table, guint column, const char *source, gboolean sure)
{
  if (source == NULL || *source == '\0')
    {
      if (sure)
        return;
      plt_finance_table_put (table, column, _ ("to verify"));
    }
  else if (sure)
    plt_finance_table_put (table, column, source);
  else
    plt_finance_table_take (table, column, g_strdup_printf (_ ("%s (to verify)"), source));
  if (!sure)
    plt_finance_table_style (table, PLT_GRID_CELL_MUTED, PLT_GRID_FILL_NONE);
  plt_finance_table_say (table, source);
}

static void
put_money (PltFinanceTable *table, guint column, PltMoney amount)
{
  plt_finance_table_take (table, column, plt_devis_format_money (amount));
}

static void
add_heading (PltFinanceTable *table, const char *title)
{
  plt_finance_table_add_row (table, PLT_GRID_ROW_GROUP, 0, NO_REF);
  plt_finance_table_put (table, 0, title);
}

static void
add_categories (PltFinanceTable *table, const PltTaxSpend *spend)
{
  add_heading (table, _ ("Eligible spend by category"));
  for (guint i = 0; i < spend->categories->len; i++)
    {
      const PltTaxCategory *category = &g_array_index (spend->categories, PltTaxCategory, i);

      if (category->paid == 0 && category->eligible == 0)
        continue;
      plt_finance_table_add_row (table, PLT_GRID_ROW_NORMAL, 1,
                                 (PltRef){ PLT_FINANCE_DOOR_CATEGORY, i, NULL });
      plt_finance_table_put (table, STEP_LABEL, category->title);
      put_money (table, STEP_BASE, category->paid);
      put_money (table, STEP_AMOUNT, category->eligible);
    }
  plt_finance_table_add_row (table, PLT_GRID_ROW_SUBTOTAL, 0,
                             (PltRef){ PLT_FINANCE_DOOR_LINES, 0, NULL });
  plt_finance_table_put (table, STEP_LABEL, _ ("Eligible spend"));
  put_money (table, STEP_BASE, spend->paid);
  put_money (table, STEP_AMOUNT, spend->eligible);
}

static void
add_aids (PltFinanceTable *table, const PltTaxEstimate *estimate)
{
  if (estimate->aids->len == 0)
    return;
  add_heading (table, _ ("Public aid"));
  for (guint i = 0; i < estimate->aids->len; i++)
    {
      const PltTaxAid *aid = &g_array_index (estimate->aids, PltTaxAid, i);

      plt_finance_table_add_row (table, PLT_GRID_ROW_NORMAL, 1,
                                 (PltRef){ "funding_source", aid->source->id, "amount_cents" });
      plt_finance_table_put (table, STEP_LABEL, aid->source->name);
      put_money (table, STEP_AMOUNT, aid->amount);
      plt_finance_table_put (table, STEP_SOURCE,
                             aid->deducted  ? _ ("Public, deducted from the base")
                             : aid->counted ? _ ("Public, counts in the ceiling of aid")
                                            : _ ("To decide whether it is public"));
      if (!aid->sure)
        plt_finance_table_style (table, PLT_GRID_CELL_MUTED, PLT_GRID_FILL_NONE);
    }
}

static void
add_steps (PltFinanceTable *table, const PltTaxCredit *credit)
{
  add_heading (table, _ ("The count, step by step"));
  for (guint i = 0; i < credit->steps->len; i++)
    {
      const PltTaxStep *step = g_ptr_array_index (credit->steps, i);

      plt_finance_table_add_row (table, PLT_GRID_ROW_NORMAL, 1,
                                 (PltRef){ PLT_FINANCE_DOOR_LINES, 0, NULL });
      plt_finance_table_put (table, STEP_LABEL, step->label);
      if (step->binding)
        {
          plt_finance_table_style (table, PLT_GRID_CELL_BOLD, PLT_GRID_FILL_NONE);
          plt_finance_table_say (table, _ ("This limit lowers the tax credit."));
        }
      if (step->base != PLT_UNKNOWN)
        put_money (table, STEP_BASE, step->base);
      if (step->rate_e6 != PLT_UNKNOWN)
        plt_finance_table_take (table, STEP_RATE, plt_devis_format_rate (step->rate_e6));
      put_money (table, STEP_AMOUNT, step->amount);
      put_source (table, STEP_SOURCE, step->source, step->sure);
    }
  plt_finance_table_add_row (table, PLT_GRID_ROW_TOTAL, 0,
                             (PltRef){ PLT_FINANCE_DOOR_LINES, 0, NULL });
  plt_finance_table_put (table, STEP_LABEL, _ ("Tax credit"));
  put_money (table, STEP_AMOUNT, credit->credit);
}

static void
add_years (PltFinanceTable *table, const GArray *years)
{
  if (years->len == 0)
    return;
  add_heading (table, _ ("By fiscal year"));
  for (guint i = 0; i < years->len; i++)
    {
      const PltTaxYear *year = &g_array_index (years, PltTaxYear, i);
      g_autofree char *date
          = year->end != PLT_DATE_NONE ? plt_date_format_numeric (year->end) : NULL;

      plt_finance_table_add_row (table, PLT_GRID_ROW_NORMAL, 1,
                                 (PltRef){ PLT_FINANCE_DOOR_LINES, 0, NULL });
      plt_finance_table_take (table, STEP_LABEL,
                              date != NULL
                                  /* Translators: %s is the last day of a fiscal year */
                                  ? g_strdup_printf (_ ("Year closed on %s"), date)
                                  : g_strdup (_ ("Without a date")));
      put_money (table, STEP_BASE, year->spend);
      put_money (table, STEP_AMOUNT, year->credit);
    }
}

/* What the law asks and is not met, and what is to be verified. */
static void
add_issues (PltFinanceTable *table, const PltTaxEstimate *estimate)
{
  add_heading (table, _ ("Conditions, and what is to be verified"));
  if (!estimate->credit->refused)
    {
      plt_finance_table_add_row (table, PLT_GRID_ROW_NORMAL, 1, NO_REF);
      plt_finance_table_put (table, STEP_LABEL,
                             _ ("No condition of the law is broken by what is known."));
    }
  for (guint i = 0; i < estimate->issues->len; i++)
    {
      const PltIssue *issue = g_ptr_array_index (estimate->issues, i);
      g_autofree char *text = NULL;

      plt_finance_table_add_row (table, PLT_GRID_ROW_NORMAL, 1, issue->ref);
      plt_finance_table_put (table, STEP_LABEL, issue->message);
      plt_finance_table_style (table, 0,
                               issue->severity == PLT_SEVERITY_ERROR     ? PLT_GRID_FILL_ERROR
                               : issue->severity == PLT_SEVERITY_WARNING ? PLT_GRID_FILL_WARNING
                                                                         : PLT_GRID_FILL_NONE);
      plt_finance_table_widen (table);
      text = issue->source != NULL ? g_strdup_printf ("%s\n%s", issue->message, issue->source)
                                   : g_strdup (issue->message);
      plt_finance_table_say (table, text);
    }
}

static gboolean
has_columns (PltFinanceTable *table)
{
  return plt_grid_model_get_n_columns (PLT_GRID_MODEL (table)) > 0;
}

void
plt_finance_tax_fill_steps (PltFinanceTable *table, const PltTaxEstimate *estimate)
{
  if (!has_columns (table))
    {
      const PltFinanceTableColumn columns[] = {
        [STEP_LABEL] = { "step", g_strdup (_ ("Step")), 38, PLT_GRID_ALIGN_START, 0 },
        [STEP_BASE] = { "base", g_strdup (_ ("Counted on")), 14, PLT_GRID_ALIGN_END, 0 },
        [STEP_RATE] = { "rate", g_strdup (_ ("Rate applied")), 8, PLT_GRID_ALIGN_END, 0 },
        [STEP_AMOUNT] = { "amount", g_strdup (_ ("Gives")), 14, PLT_GRID_ALIGN_END, 0 },
        [STEP_SOURCE]
        = { "source", g_strdup (_ ("Where it is written")), 50, PLT_GRID_ALIGN_START, 0 },
      };

      plt_finance_table_set_columns (table, columns, G_N_ELEMENTS (columns));
    }
  plt_finance_table_begin (table);
  add_steps (table, estimate->credit);
  add_years (table, estimate->years);
  add_issues (table, estimate);
  add_categories (table, estimate->spend);
  add_aids (table, estimate);
  plt_finance_table_end (table);
}

/* ---- the applications ---- */

static const char *
kind_title (const char *kind)
{
  return strcmp (kind, "echeance") == 0 ? _ ("Last day")
         : strcmp (kind, "piece") == 0  ? _ ("To join")
                                        : _ ("Condition");
}

static void
add_file (PltFinanceTable *table, const PltTaxFile *file, const char *id, const char *title)
{
  add_heading (table, title);
  for (guint i = 0; i < file->items->len; i++)
    {
      const PltTaxItem *item = &g_array_index (file->items, PltTaxItem, i);

      if (strcmp (item->file, id) != 0)
        continue;
      plt_finance_table_add_row (table, PLT_GRID_ROW_NORMAL, 1, NO_REF);
      plt_finance_table_put (table, FILE_TITLE, item->title);
      plt_finance_table_say (table, item->title);
      plt_finance_table_put (table, FILE_KIND, kind_title (item->kind));
      if (item->due != PLT_DATE_NONE)
        {
          plt_finance_table_take (table, FILE_DUE, plt_date_format_numeric (item->due));
          plt_finance_table_style (table, PLT_GRID_CELL_BOLD, PLT_GRID_FILL_NONE);
        }
      else if (strcmp (item->kind, "echeance") == 0)
        plt_finance_table_put (table, FILE_DUE, "—");
      if (item->event != NULL)
        plt_finance_table_put (table, FILE_EVENT, item->event);
      put_source (table, FILE_SOURCE, item->source, item->sure);
    }
}

void
plt_finance_tax_fill_files (PltFinanceTable *table, const PltTaxEstimate *estimate)
{
  if (!has_columns (table))
    {
      const PltFinanceTableColumn columns[] = {
        [FILE_TITLE] = { "item", g_strdup (_ ("What is asked for")), 44, PLT_GRID_ALIGN_START,
                         PLT_GRID_COLUMN_FROZEN },
        [FILE_KIND] = { "kind", g_strdup (_ ("Kind")), 12, PLT_GRID_ALIGN_START, 0 },
        [FILE_DUE] = { "due", g_strdup (_ ("Last day")), 11, PLT_GRID_ALIGN_START, 0 },
        [FILE_EVENT] = { "event", g_strdup (_ ("It follows")), 24, PLT_GRID_ALIGN_START, 0 },
        [FILE_SOURCE]
        = { "source", g_strdup (_ ("Where it is written")), 40, PLT_GRID_ALIGN_START, 0 },
      };

      plt_finance_table_set_columns (table, columns, G_N_ELEMENTS (columns));
    }
  plt_finance_table_begin (table);
  add_file (table, estimate->file, "provisoire", _ ("Provisional application"));
  add_file (table, estimate->file, "definitif", _ ("Definitive application"));
  plt_finance_table_end (table);
}

/* ---- what is set ---- */

const PltFinanceTaxSetting plt_finance_tax_settings[] = {
  { "genre",
    N_ ("Genre"),
    { "", "film-francais", "film-autre", "film-animation", "fiction", "animation", "documentaire",
      "spectacle" },
    { N_ ("By the production"), N_ ("Film in French"), N_ ("Film in another language"),
      N_ ("Animated film"), N_ ("Fiction"), N_ ("Animation"), N_ ("Documentary"),
      N_ ("Live performance") },
    NULL },
  { "ordre",
    N_ ("Subsidies"),
    { "", "prudent", "subventions-d-abord" },
    { N_ ("Usual (prudent)"), N_ ("After the 80 % (prudent)"), N_ ("Before the 80 %") },
    N_ ("The texts that were read do not settle the order: the prudent one counts on less.") },
  { "difficile",
    N_ ("Difficult work"),
    { "", "auto", "non", "oui" },
    { N_ ("As the production says"), N_ ("By its cost alone"), N_ ("No"), N_ ("Yes") },
    N_ ("A first or second work, or a difficult one: 60 % of public aid instead of 50 %.") },
  { "jeunesse", N_ ("For the young"), { "", "non", "oui" }, { "—", N_ ("No"), N_ ("Yes") }, NULL },
  { "a-decider",
    N_ ("Lines to decide"),
    { "", "exclure", "compter" },
    { N_ ("Left out"), N_ ("Left out"), N_ ("Counted") },
    N_ ("What is not in the list of the law.") },
  { "conditions",
    N_ ("Lines under a condition"),
    { "", "compter", "exclure" },
    { N_ ("Counted"), N_ ("Counted"), N_ ("Left out") },
    NULL },
  { "nuits",
    N_ ("Nights"),
    { "", "region", "idf" },
    { N_ ("Elsewhere"), N_ ("Elsewhere"), N_ ("Around Paris") },
    NULL },
  { "transport",
    N_ ("Transport"),
    { "", "metropole", "hors-metropole" },
    { N_ ("In metropolitan France"), N_ ("In metropolitan France"), N_ ("Beyond") },
    NULL },
  { "minutes", N_ ("Length in minutes"), { NULL }, { NULL }, N_ ("Empty: of the production.") },
  { "jours-tournage",
    N_ ("Shooting days in France"),
    { NULL },
    { NULL },
    N_ ("Empty: of the schedule.") },
  { "subventions",
    N_ ("Subsidies to deduct"),
    { NULL },
    { NULL },
    N_ ("Empty: those of the plan that go to the eligible spend.") },
  { "aides",
    N_ ("Public aid but the credit"),
    { NULL },
    { NULL },
    N_ ("Empty: that of the plan.") },
  { "vfx-part", N_ ("Part of the shots with effects, in percent"), { NULL }, { NULL }, NULL },
  { "vfx-depense", N_ ("Spend on effects"), { NULL }, { NULL }, NULL },
  { "exercices",
    N_ ("Shares of the fiscal years"),
    { NULL },
    { NULL },
    N_ ("2026:40,2027:60. Empty: by the dates of the lines.") },
  { NULL },
};

static const PltParameterFacts *
find_parameter (const PltFacts *facts, const char *name)
{
  for (guint i = 0; i < facts->parameters.n; i++)
    if (strcmp (facts->parameters.items[i].name, name) == 0)
      return &facts->parameters.items[i];
  return NULL;
}

const char *
plt_finance_tax_get (const PltFacts *facts, const char *name)
{
  const PltParameterFacts *parameter = find_parameter (facts, name);

  return parameter != NULL ? parameter->value : "";
}

gboolean
plt_finance_tax_set (PltSession *session, const char *name, const char *value, GError **error)
{
  const PltParameterFacts *parameter = find_parameter (plt_session_get_facts (session), name);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  PltTaxOptions scratch;

  plt_tax_options_init (&scratch);
  if (*value != '\0' && !plt_tax_options_set (&scratch, name, value, error))
    return FALSE;
  if (parameter == NULL && *value == '\0')
    return TRUE;
  if (parameter != NULL && strcmp (parameter->value, value) == 0)
    return TRUE;
  if (parameter != NULL && *value == '\0')
    plt_batch_delete (batch, "parameter", parameter->id);
  else if (parameter != NULL)
    plt_batch_update (batch, "parameter", parameter->id);
  else
    {
      plt_batch_insert (batch, "parameter");
      plt_batch_set_text (batch, "name", name);
    }
  if (*value != '\0')
    plt_batch_set_text (batch, "value", value);
  return plt_store_apply (plt_session_get_store (session),
                          _ ("Change how the tax credit is counted"), NULL, batch, NULL, error);
}

/* (element-type PltFundingFacts): those that are not refused. */
static GPtrArray *
list_sources (const PltFacts *facts)
{
  GPtrArray *sources = g_ptr_array_new ();

  for (guint i = 0; i < facts->funding.n; i++)
    if (strcmp (facts->funding.items[i].group, "credit-impot") == 0
        && !plt_funding_is_refused (&facts->funding.items[i]))
      g_ptr_array_add (sources, (gpointer) &facts->funding.items[i]);
  return sources;
}

/* Coproducers have one each: the amount is shared as they share it now, alike when they say
 * nothing. FALSE when it cannot be counted. */
static gboolean
share_out (const GPtrArray *sources, PltMoney amount, PltBatch *batch)
{
  g_autofree gint64 *weights = g_new0 (gint64, sources->len);
  g_autofree PltMoney *shares = g_new0 (PltMoney, sources->len);
  gboolean said = FALSE;

  for (guint i = 0; i < sources->len; i++)
    {
      const PltFundingFacts *source = g_ptr_array_index (sources, i);

      weights[i] = source->amount_cents != PLT_UNKNOWN ? MAX (0, source->amount_cents) : 0;
      said = said || weights[i] > 0;
    }
  for (guint i = 0; !said && i < sources->len; i++)
    weights[i] = 1;
  if (!plt_money_share (amount, weights, sources->len, shares))
    return FALSE;
  for (guint i = 0; i < sources->len; i++)
    {
      plt_batch_update (batch, "funding_source",
                        ((const PltFundingFacts *) g_ptr_array_index (sources, i))->id);
      plt_batch_set_integer (batch, "amount_cents", shares[i]);
    }
  return TRUE;
}

gboolean
plt_finance_tax_report (PltSession *session, const PltTaxEstimate *estimate, GError **error)
{
  g_autoptr (GPtrArray) sources = list_sources (plt_session_get_facts (session));
  const PltMoney amount = estimate->credit->prudent;
  g_autoptr (PltBatch) batch = plt_batch_new ();

  if (amount == PLT_UNKNOWN || (sources->len > 0 && !share_out (sources, amount, batch)))
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                           _ ("The tax credit cannot be counted yet: see what is missing below."));
      return FALSE;
    }
  if (sources->len == 0)
    {
      plt_batch_insert (batch, "funding_source");
      plt_batch_set_text (batch, "group", "credit-impot");
      plt_batch_set_text (batch, "kind", "credit-impot");
      plt_batch_set_text (batch, "ownership", "public");
      plt_batch_set_text (batch, "name", plt_finance_tax_regime_title (estimate->options.regime));
      plt_batch_set_integer (batch, "amount_cents", amount);
    }
  return plt_store_apply (plt_session_get_store (session),
                          _ ("Put the tax credit in the plan de financement"), NULL, batch, NULL,
                          error);
}
