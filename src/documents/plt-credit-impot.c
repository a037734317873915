/* Crédit d'impôt: the spend by category, the count step by step with its sources, public aid, the
 * exercices, what is to be verified, the lines, and both applications as checklists. In a workbook
 * the count is alive. Amounts are without VAT. */
#include <string.h>

#include "plt-credit-impot-private.h"
#include "plt-document-kinds-private.h"

#define NO_REF ((PltRef){ NULL, 0, NULL })
#define SPEND "Dépenses"
#define STEPS "Calcul"

static const PltParamSpec params_spec[] = {
  { "regime", N_ ("Regime"), PLT_PARAM_CHOICE, NULL, "auto,cic,cia,c2i", "auto",
    N_ ("As the production says,CIC: cinema,CIA: audiovisual,C2I: foreign works") },
  { "langue", N_ ("Language of the film"), PLT_PARAM_CHOICE, NULL, "auto,francais,autre", "auto",
    N_ ("As the production says,French,Another") },
  { "ordre", N_ ("Subsidies"), PLT_PARAM_CHOICE, NULL, "auto,prudent,subventions-d-abord", "auto",
    N_ ("As the production says,After the 80 % (prudent),Before the 80 %") },
  { "difficile", N_ ("Difficult work"), PLT_PARAM_CHOICE, NULL, "auto,oui,non", "auto",
    N_ ("As the production says,Yes,No") },
  { "demande", N_ ("Request to the CNC"), PLT_PARAM_DATE, NULL, NULL, NULL, NULL },
  { "visa", N_ ("Visa"), PLT_PARAM_DATE, NULL, NULL, NULL, NULL },
  { "options", N_ ("Other options"), PLT_PARAM_TEXT, NULL, NULL, NULL, NULL },
  { "lignes", N_ ("With the lines"), PLT_PARAM_BOOLEAN, NULL, NULL, "1", NULL },
  { NULL },
};

typedef struct
{
  PltPaperSource source;
  PltTaxEstimate *estimate; /* (nullable): the kind of production has none */
} Builder;

/* ---- parameters ---- */

/* "minutes=52; aides=120000": those of plt_tax_options_set() that have no field of their own. */
static gboolean
read_others (PltTaxOptions *options, const char *text, GError **error)
{
  g_auto (GStrv) pairs = g_strsplit (text, ";", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (g_strstrip (pairs[i]), "=", 2);

      if (*pairs[i] != '\0'
          && !plt_tax_options_set (options, pair[0], pair[1] != NULL ? pair[1] : "", error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_options (PltTaxOptions *options,
              const PltFacts *facts,
              const PltParams *params,
              GError **error)
{
  static const char *const names[] = { "langue", "ordre", "difficile", "demande", "visa" };
  const char *regime = plt_params_get (params, "regime");
  const char *others = plt_params_get (params, "options");
  PltTaxRegime found;

  plt_tax_options_from_facts (options, facts, NULL);
  if (regime != NULL && plt_tax_regime_from_id (regime, &found))
    options->regime = (int) found;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = plt_params_get (params, names[i]);

      if (value != NULL && *value != '\0' && strcmp (value, "auto") != 0
          && !plt_tax_options_set (options, names[i], value, error))
        return FALSE;
    }
  return others == NULL || read_others (options, others, error);
}

/* ---- head ---- */

static char *
amount_text (PltMoney amount)
{
  return amount != PLT_UNKNOWN ? plt_money_format (amount) : g_strdup ("non calculable");
}

static void
add_head (const PltTaxEstimate *estimate, PltDocument *document)
{
  static const char *const regimes[]
      = { "Cinéma (CIC)", "Audiovisuel (CIA)", "International (C2I)" };
  PltDocFields *fields = plt_document_fields (document, 5);
  g_autofree char *credit = amount_text (estimate->credit->credit);
  g_autofree char *prudent = amount_text (estimate->credit->prudent);
  g_autofree char *rate
      = estimate->credit->total_aid_e6 != PLT_UNKNOWN
            ? plt_number_format ((estimate->credit->total_aid_e6 + 50) / 100, 2, 2)
            : NULL;
  g_autofree char *aid
      = rate != NULL ? g_strconcat (rate, PLT_NNBSP "%", NULL) : g_strdup ("non calculable");

  plt_doc_fields_add (fields, "Régime", regimes[estimate->on.regime], NO_REF);
  plt_doc_fields_add (fields, "Genre", plt_credit_impot_genre (estimate->on.genre), NO_REF);
  plt_doc_fields_add (fields, "Crédit d’impôt", credit, NO_REF);
  plt_doc_fields_style (fields,
                        estimate->credit->credit != PLT_UNKNOWN ? "cell.strong" : "cell.warning");
  plt_doc_fields_add (fields, "À inscrire au plan de financement", prudent, NO_REF);
  plt_doc_fields_add (fields, "Aides publiques, crédit compris", aid, NO_REF);
}

/* ---- spend ---- */

/* The row of the total; -1 when there is no spend at all. */
static int
add_spend (const PltTaxSpend *spend, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Catégorie", .id = "categorie", .weight = 1, .min = 160, .sheet_chars = 44 },
    { .title = "Devis €", .id = "devis", .width = 90 },
    { .title = "Retenues €", .id = "retenues", .width = 90 },
  };
  PltDocTable *table;
  guint first;

  if (spend->expenses->len == 0)
    return -1;
  plt_document_heading (document, 2, "Dépenses", NO_REF);
  table = plt_document_table (document, SPEND, columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_style (table, "table.ledger");
  first = plt_doc_table_get_n_rows (table);
  for (guint i = 0; i < spend->categories->len; i++)
    {
      const PltTaxCategory *category = &g_array_index (spend->categories, PltTaxCategory, i);

      if (category->paid == 0 && category->eligible == 0)
        continue;
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_text (table, category->title);
      plt_doc_table_money (table, category->paid);
      plt_doc_table_money (table, category->eligible);
    }
  plt_doc_table_row (table, "row.total");
  plt_doc_table_text (table, "Total");
  for (guint i = 1; i <= 2; i++)
    {
      guint last = plt_doc_table_get_n_rows (table) - 2;
      g_autofree char *sum = g_strdup_printf ("=SUM({%u,%u}:{%u,%u})", first, i, last, i);
      PltDocCell *cell = plt_doc_table_money (table, i == 1 ? spend->paid : spend->eligible);

      if (last >= first)
        plt_doc_cell_formula (cell, sum);
    }
  return (int) plt_doc_table_get_n_rows (table) - 1;
}

/* ---- the count ---- */

static int
row_of (const PltTaxCredit *credit, const char *rule, guint first)
{
  for (guint i = 0; i < credit->steps->len; i++)
    if (strcmp (((const PltTaxStep *) credit->steps->pdata[i])->rule, rule) == 0)
      return (int) (first + i);
  return -1;
}

/* "0" for a step that is not there: "{7,3}" for one that is. */
static char *
place_of (const PltTaxCredit *credit, const char *rule, guint first)
{
  int row = row_of (credit, rule, first);

  return row >= 0 ? g_strdup_printf ("{%d,3}", row) : g_strdup ("0");
}

static char *
base_formula (const PltTaxEstimate *estimate, guint first)
{
  g_autofree char *eligible = place_of (estimate->credit, "ci.eligible", first);
  g_autofree char *cap = place_of (estimate->credit, "ci.part-budget", first);
  g_autofree char *subsidies = place_of (estimate->credit, "ci.subventions", first);

  return estimate->on.subsidies_first
             ? g_strdup_printf ("=MAX(0,MIN(%s+%s,%s))", eligible, subsidies, cap)
             : g_strdup_printf ("=MAX(0,MIN(%s,%s)+%s)", eligible, cap, subsidies);
}

/* The least of the rate and of the ceilings, down to the euro. */
static char *
credit_formula (const PltTaxEstimate *estimate, guint first)
{
  GString *formula = g_string_new ("=ROUNDDOWN(ROUND(MIN(");
  gboolean any = FALSE;

  if (estimate->credit->refused)
    {
      g_string_free (formula, TRUE);
      return NULL;
    }
  for (guint i = 0; i < estimate->credit->steps->len; i++)
    {
      const PltTaxStep *step = estimate->credit->steps->pdata[i];

      if (strcmp (step->rule, "ci.taux") != 0 && !g_str_has_prefix (step->rule, "ci.plafond-"))
        continue;
      g_string_append_printf (formula, "%s{%u,3}", any ? "," : "", first + i);
      any = TRUE;
    }
  g_string_append (formula, "),6),0)");
  return g_string_free (formula, FALSE);
}

/* (nullable): what a workbook counts the amount of the step by. */
static char *
step_formula (const PltTaxEstimate *estimate, const PltTaxStep *step, guint first, int spend)
{
  const char *rule = step->rule;

  if (strcmp (rule, "ci.eligible") == 0)
    return spend >= 0 && estimate->on.eligible == estimate->spend->eligible
               ? g_strdup_printf ("={" SPEND ":%d,2}", spend)
               : NULL;
  if (strcmp (rule, "ci.base") == 0)
    return base_formula (estimate, first);
  if (strcmp (rule, "ci.credit") == 0)
    return credit_formula (estimate, first);
  if (strcmp (rule, "ci.plafond-aides") == 0)
    {
      g_autofree char *limit = place_of (estimate->credit, "ci.intensite", first);
      g_autofree char *aid = place_of (estimate->credit, "ci.aides", first);

      return g_strdup_printf ("=MAX(0,%s+%s)", limit, aid);
    }
  if (step->rate_e6 != PLT_UNKNOWN && step->base != PLT_UNKNOWN)
    return g_strdup ("=ROUNDDOWN(ROUND({.,1}*{.,2},6),2)");
  return NULL;
}

/* (nullable): the base of a step is the amount of another. */
static char *
base_place (const PltTaxEstimate *estimate, const PltTaxStep *step, guint first)
{
  static const char *const bases[][2] = { { "ci.part-budget", "ci.budget" },
                                          { "ci.taux", "ci.base" },
                                          { "ci.cout-minute", "ci.budget" },
                                          { "ci.intensite", "ci.budget" },
                                          { "ci.prudent", "ci.credit" } };

  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    if (strcmp (bases[i][0], step->rule) == 0)
      {
        g_autofree char *place = place_of (estimate->credit, bases[i][1], first);

        return g_strconcat ("=", place, NULL);
      }
  return NULL;
}

static void
add_steps (const PltTaxEstimate *estimate, PltDocument *document, int spend)
{
  static const PltDocColumn columns[] = {
    { .title = "Étape", .id = "etape", .weight = 3, .min = 180, .sheet_chars = 52 },
    { .title = "Base €", .id = "base", .width = 86 },
    { .title = "Taux", .id = "taux", .width = 50 },
    { .title = "Montant €", .id = "montant", .width = 90 },
    { .title = "Source", .id = "source", .weight = 3, .min = 160, .sheet_chars = 60 },
  };
  PltDocTable *table;
  guint first;

  plt_document_heading (document, 2, "Calcul", NO_REF);
  table = plt_document_table (document, STEPS, columns, G_N_ELEMENTS (columns));
  first = plt_doc_table_get_n_rows (table);
  plt_doc_table_set_style (table, "table.ledger");
  for (guint i = 0; i < estimate->credit->steps->len; i++)
    {
      const PltTaxStep *step = estimate->credit->steps->pdata[i];
      gboolean result = strcmp (step->rule, "ci.credit") == 0;
      gboolean typed = strcmp (step->rule, "ci.eligible") == 0
                       && estimate->on.eligible != estimate->spend->eligible;
      g_autofree char *label = g_strconcat (step->label,
                                            step->binding ? " · limite"
                                            : typed       ? " · montant saisi"
                                                          : "",
                                            NULL);
      g_autofree char *source = g_strconcat (step->source != NULL ? step->source : "",
                                             step->sure             ? ""
                                             : step->source != NULL ? " · à vérifier"
                                                                    : "à vérifier",
                                             NULL);
      g_autofree char *formula = step_formula (estimate, step, first, spend);
      g_autofree char *base = base_place (estimate, step, first);
      PltDocCell *cell;

      plt_doc_table_row (table, result                                ? "row.grand-total"
                                : strcmp (step->rule, "ci.base") == 0 ? "row.total"
                                                                      : "row.normal");
      cell = plt_doc_table_text (table, label);
      if (step->binding)
        plt_doc_cell_style (cell, "cell.strong");
      cell = plt_doc_table_money (table, step->base);
      if (base != NULL)
        plt_doc_cell_formula (cell, base);
      plt_doc_table_rate (table, step->rate_e6);
      cell = plt_doc_table_money (table, step->amount);
      if (formula != NULL)
        plt_doc_cell_formula (cell, formula);
      plt_doc_cell_style (plt_doc_table_text (table, source), "cell.small");
    }
}

/* ---- aid, exercices ---- */

static void
add_aids (const PltTaxEstimate *estimate, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Source", .id = "source", .weight = 1, .min = 160, .sheet_chars = 44 },
    { .title = "Compte", .id = "compte", .width = 170, .sheet_chars = 30 },
    { .title = "Montant €", .id = "montant", .width = 90 },
  };
  PltDocTable *table;

  if (estimate->aids->len == 0)
    return;
  plt_document_heading (document, 2, "Aides publiques", NO_REF);
  table = plt_document_table (document, "Aides publiques", columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_style (table, "table.ledger");
  for (guint i = 0; i < estimate->aids->len; i++)
    {
      const PltTaxAid *aid = &g_array_index (estimate->aids, PltTaxAid, i);

      plt_doc_table_row (table, aid->counted ? "row.normal" : "row.muted");
      plt_doc_cell_ref (plt_doc_table_text (table, aid->source->name),
                        (PltRef){ "funding_source", aid->source->id, NULL });
      plt_doc_table_text (table, aid->deducted  ? "aide publique, déduite de la base"
                                 : aid->counted ? "aide publique"
                                                : "à dire au cas par cas : non comptée");
      plt_doc_table_money (table, aid->amount);
    }
}

static void
add_years (const PltTaxEstimate *estimate, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Exercice clos le", .id = "exercice", .weight = 1, .min = 160, .sheet_chars = 24 },
    { .title = "Dépenses retenues €", .id = "depenses", .width = 110 },
    { .title = "Crédit d’impôt €", .id = "credit", .width = 110 },
  };
  PltDocTable *table;

  if (estimate->years->len == 0)
    return;
  plt_document_heading (document, 2, "Exercices", NO_REF);
  table = plt_document_table (document, "Exercices", columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_style (table, "table.ledger");
  for (guint i = 0; i < estimate->years->len; i++)
    {
      const PltTaxYear *year = &g_array_index (estimate->years, PltTaxYear, i);
      g_autofree char *end = year->end != PLT_DATE_NONE ? plt_date_format_numeric (year->end)
                                                        : g_strdup ("sans date");

      plt_doc_table_row (table, "row.normal");
      plt_doc_table_text (table, end);
      plt_doc_table_money (table, year->spend);
      plt_doc_table_money (table, year->credit);
    }
}

/* ---- lines ---- */

static void
add_lines (const PltTaxSpend *spend, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Code", .id = "code", .width = 44 },
    { .title = "Ligne du devis", .id = "ligne", .weight = 3, .min = 150, .sheet_chars = 44 },
    { .title = "Coût €", .id = "cout", .width = 72 },
    { .title = "Limite €", .id = "limite", .width = 62 },
    { .title = "Retenu €", .id = "retenu", .width = 72 },
    { .title = "Comment", .id = "comment", .width = 96, .sheet_chars = 24 },
    { .title = "Pourquoi", .id = "pourquoi", .weight = 3, .min = 150, .sheet_chars = 60 },
  };
  PltDocTable *table;

  if (spend->expenses->len == 0)
    return;
  plt_document_page_break (document);
  plt_document_heading (document, 1, "Lignes du devis", NO_REF);
  table = plt_document_table (document, "Lignes", columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_style (table, "table.ledger");
  for (guint i = 0; i < spend->expenses->len; i++)
    {
      const PltTaxExpense *expense = &g_array_index (spend->expenses, PltTaxExpense, i);
      const PltLineFacts *line = expense->line->line;
      PltRef ref = { "budget_line", line->id, "tax_credit" };
      g_autofree char *why
          = g_strconcat (expense->reason, expense->sure ? "" : " · à vérifier", NULL);
      PltDocCell *cell;

      plt_doc_table_row (table, "row.dense");
      plt_doc_table_text (table, line->code);
      cell = plt_doc_table_text (table, line->label);
      plt_doc_cell_ref (cell, ref);
      if (expense->eligible == 0)
        plt_doc_cell_style (cell, "cell.muted");
      plt_doc_table_money (table, expense->paid);
      plt_doc_table_money (table, expense->limit);
      plt_doc_table_money (table, expense->eligible);
      plt_doc_table_text (table, plt_tax_standing_title (expense->standing));
      plt_doc_cell_style (plt_doc_table_text (table, why), "cell.small");
    }
}

/* ---- the paper ---- */

static void
add_legend (PltDocument *document)
{
  plt_document_space (document, 6);
  plt_document_paragraph (
      document, "text.note",
      "Estimation, en euros hors taxes. La case « crédit d’impôt » des lignes du devis décide de "
      "ce qui est retenu, dans les limites de l’article 46 quater-0 YM de l’annexe III au CGI. Les "
      "taux et plafonds sont ceux des données de référence de la production : la loi de finances "
      "pour 2026 n’a pas été lue, à vérifier avant tout dossier.",
      NO_REF);
}

static void
builder_clear (Builder *self)
{
  g_clear_pointer (&self->estimate, plt_tax_estimate_free);
  plt_paper_close (&self->source);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (Builder) builder = { .estimate = NULL };
  g_autoptr (GError) none = NULL;
  const char *lines = plt_params_get (params, "lignes");
  PltTaxOptions options;
  PltDocument *document;
  int spend;

  if (!plt_paper_open (&builder.source, store, params, error)
      || !read_options (&options, builder.source.facts, params, error))
    return NULL;
  for (guint i = 0; plt_tax_referentials[i] != NULL; i++)
    plt_referential_lend (builder.source.facts, plt_tax_referentials[i]);
  builder.estimate = plt_tax_estimate_new (builder.source.facts, builder.source.plan,
                                           builder.source.budget, &options, &none);
  document = plt_paper_new (&builder.source, "Crédit d’impôt", "Estimation", NULL, PLT_PAPER_A4,
                            PLT_LANDSCAPE);
  if (builder.estimate == NULL)
    {
      plt_document_paragraph (document, "text.note",
                              "Ce genre de production n’ouvre pas de crédit d’impôt cinéma ou "
                              "audiovisuel : choisissez un régime pour l’estimer quand même.",
                              NO_REF);
      return document;
    }
  add_head (builder.estimate, document);
  if (builder.estimate->on.budget == PLT_UNKNOWN || builder.estimate->on.budget == 0)
    {
      plt_document_paragraph (
          document, "text.note",
          "Rien à calculer encore : le devis est vide. Remplissez-le, ou donnez "
          "un budget et des dépenses dans les options.",
          NO_REF);
      return document;
    }
  plt_credit_impot_add_issues (builder.estimate, document);
  spend = add_spend (builder.estimate->spend, document);
  add_steps (builder.estimate, document, spend);
  add_aids (builder.estimate, document);
  add_years (builder.estimate, document);
  plt_credit_impot_add_files (builder.estimate, document);
  if (lines == NULL || strcmp (lines, "0") != 0)
    add_lines (builder.estimate->spend, document);
  add_legend (document);
  return document;
}

const PltDocumentKind plt_document_credit_impot = {
  .id = "credit-impot",
  .title = "Crédit d’impôt",
  .phase = "developpement",
  .params = params_spec,
  .build = build,
};
