#include "plt-tax-spend.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-performer-scale.h"
#include "plt-tax-spend-private.h"

static const struct
{
  const char *id, *title;
} categories[] = {
  { "auteurs", "Auteurs" },
  { "artistes", "Artistes-interprètes et artistes de complément" },
  { "equipe", "Techniciens et ouvriers" },
  { "decors", "Décors, costumes, maquillage, effets" },
  { "techniques", "Industries techniques" },
  { "voyages", "Transports, restauration, hébergement" },
  { "archives", "Archives" },
  { "", "Hors de la liste" },
};

static const char *const standings[] = {
  "retenue",     "retenue dans une limite", "retenue sous condition", "à décider",
  "non retenue", "avant la demande",        "non calculée",
};

const char *
plt_tax_standing_title (PltTaxStanding standing)
{
  return standings[standing];
}

void
plt_tax_spend_free (PltTaxSpend *self)
{
  g_array_unref (self->expenses);
  g_array_unref (self->categories);
  g_ptr_array_unref (self->issues);
  plt_referential_free (self->table);
  plt_referential_free (self->scale);
  plt_referential_free (self->rates);
  g_free (self);
}

PltMoney
plt_tax_budget (const PltBudget *budget, const PltTaxOptions *options)
{
  PltMoney amount = options->budget;

  if (amount == PLT_UNKNOWN && budget->budget != NULL)
    amount = budget->total;
  if (amount == PLT_UNKNOWN
      || !plt_money_apply_rate (amount, options->share_e6, PLT_RATE_ONE, PLT_ROUND_DOWN, &amount))
    return PLT_UNKNOWN;
  return amount;
}

static void
read_rules (PltTaxReading *self)
{
  const PltReferential *table = self->spend->table;

  for (guint i = 0; i < plt_referential_n_rows (table); i++)
    {
      PltTaxRule rule = { .key = plt_referential_get (table, i, "cle"),
                          .category = plt_referential_get (table, i, "categorie"),
                          .limit = plt_referential_get (table, i, "limite"),
                          .employment = plt_referential_get (table, i, "emploi"),
                          .label = plt_referential_get (table, i, "libelle"),
                          .source = plt_referential_get (table, i, "source") };

      rule.length = strlen (rule.key);
      rule.tax = strcmp (plt_referential_get (table, i, "type"), "charge") == 0;
      rule.sure = strcmp (plt_referential_get (table, i, "marque"), "source") == 0;
      g_array_append_val (self->rules, rule);
    }
}

/* (nullable): the rule whose key begins the code of the line, or else of its account, the longest.
 */
static const PltTaxRule *
rule_of (const PltTaxReading *self, const PltLineFacts *line)
{
  const PltAccountFacts *account
      = PLT_FACTS_FIND (self->facts->accounts, PltAccountFacts, line->account);
  const char *code = account != NULL ? account->code : "";
  const PltTaxRule *found = NULL;
  gsize longest = 0;

  if (g_str_has_prefix (line->code, code))
    code = line->code;
  for (guint i = 0; i < self->rules->len; i++)
    {
      const PltTaxRule *rule = &g_array_index (self->rules, PltTaxRule, i);

      if (*rule->key == *code && !rule->tax && rule->length > longest
          && strncmp (code, rule->key, rule->length) == 0)
        {
          longest = rule->length;
          found = rule;
        }
    }
  return found;
}

static gboolean
is_tax (const PltTaxReading *self, const char *code)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      const PltTaxRule *rule = &g_array_index (self->rules, PltTaxRule, i);

      if (rule->tax && strcmp (rule->key, code) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Rate of the taxes on wages of a profile: their rows of the contributions at that date. A worker
 * is counted as a technician, as the contributions themselves say. */
static gint64
taxes_of (PltTaxReading *self, gint64 profile)
{
  const PltReferential *rates = self->spend->rates;
  const PltProfileFacts *facts = PLT_FACTS_FIND (self->facts->profiles, PltProfileFacts, profile);
  gpointer known = g_hash_table_lookup (self->taxes, PLT_ID_TO_POINTER (profile));
  gboolean any = FALSE, found = FALSE;
  const char *code;
  gint64 sum = 0;

  if (known != NULL)
    return (gint64) (gintptr) known - 1;
  code = facts == NULL                          ? ""
         : strcmp (facts->code, "ouvrier") == 0 ? "technicien-non-cadre"
                                                : facts->code;
  for (guint i = 0; rates != NULL && i < plt_referential_n_rows (rates); i++)
    {
      PltDate from = plt_date_from_iso (plt_referential_get (rates, i, "valable_du"));
      PltDate to = plt_date_from_iso (plt_referential_get (rates, i, "valable_au"));
      gint64 rate;

      if (!is_tax (self, plt_referential_get (rates, i, "code"))
          || strcmp (plt_referential_get (rates, i, "profil"), code) != 0)
        continue;
      any = TRUE;
      if ((self->date != PLT_DATE_NONE && from != PLT_DATE_NONE && self->date < from)
          || (to != PLT_DATE_NONE && (self->date == PLT_DATE_NONE || self->date > to)))
        continue;
      if (g_ascii_string_to_signed (plt_referential_get (rates, i, "taux_employeur_e6"), 10, 0,
                                    PLT_RATE_ONE, &rate, NULL))
        {
          sum += rate;
          found = TRUE;
        }
    }
  self->taxes_unread = self->taxes_unread || rates == NULL || (any && !found);
  g_hash_table_insert (self->taxes, PLT_ID_TO_POINTER (profile), PLT_ID_TO_POINTER (sum + 1));
  return sum;
}

static PltMoney
contributions_of (PltTaxReading *self, const PltBudgetLine *line)
{
  PltMoney taxes = 0;

  if (line->contributions == 0)
    return 0;
  plt_money_apply_rate (line->amount, taxes_of (self, line->line->profile), PLT_RATE_ONE,
                        PLT_ROUND_UP, &taxes);
  return MAX (0, line->contributions - taxes);
}

static void
leave_out (PltTaxExpense *expense, PltTaxStanding standing, const char *reason)
{
  expense->standing = standing;
  expense->eligible = 0;
  expense->reason = reason;
  expense->source = NULL;
  expense->sure = TRUE;
}

/* What is paid before the CNC has received the request is lost. */
static void
leave_early (const PltTaxReading *self, PltTaxExpense *expense)
{
  PltDate request = self->options->request;
  PltMoney rest = 0;

  if (request == PLT_DATE_NONE || expense->from == PLT_DATE_NONE || expense->from >= request
      || expense->eligible == PLT_UNKNOWN || expense->eligible == 0)
    return;
  if (expense->to >= request)
    plt_money_apply_rate (expense->eligible, expense->to - request + 1,
                          expense->to - expense->from + 1, PLT_ROUND_DOWN, &rest);
  leave_out (expense, PLT_TAX_EARLY, "Payée avant la demande au CNC, en tout ou partie");
  expense->eligible = rest;
}

static gboolean
is_said (const PltLineFacts *line)
{
  return strcmp (line->tax_credit, "oui") == 0 || strcmp (line->tax_credit, "partiel") == 0;
}

/* A permanent of the company counts for the time that is assigned to the work. */
static gboolean
is_permanent (const PltTaxReading *self, const PltLineFacts *line)
{
  const PltProfileFacts *profile
      = PLT_FACTS_FIND (self->facts->profiles, PltProfileFacts, line->profile);

  return strcmp (line->payee, "permanent") == 0
         || (profile != NULL && strcmp (profile->code, "producteur-permanent") == 0);
}

/* In the order in which a reader would ask. */
static void
judge (PltTaxReading *self, PltTaxExpense *expense)
{
  const PltLineFacts *line = expense->line->line;
  const PltTaxRule *rule = rule_of (self, line);
  const char *limit = rule != NULL ? rule->limit : "condition";
  PltMoney possible;

  if (rule != NULL)
    {
      expense->category = rule->category;
      expense->reason = rule->label;
      expense->source = rule->source;
      expense->sure = rule->sure;
    }
  if (expense->line->amount == PLT_UNKNOWN)
    {
      leave_out (expense, PLT_TAX_UNKNOWN, "Montant inconnu : ne compte pas");
      expense->eligible = PLT_UNKNOWN;
      return;
    }
  expense->paid = expense->line->amount + expense->line->contributions;
  if (strcmp (line->tax_credit, "non") == 0)
    leave_out (expense, PLT_TAX_EXCLUDED, "Non éligible, dit le devis");
  else if (line->abroad)
    leave_out (expense, PLT_TAX_EXCLUDED, "Dépense à l’étranger");
  else if (strcmp (line->mode, "nature") == 0 || strcmp (line->mode, "participation") == 0)
    leave_out (expense, PLT_TAX_EXCLUDED, "En industrie ou en participation : non payée");
  else if (strcmp (limit, "exclu") == 0 && !is_said (line))
    leave_out (expense, PLT_TAX_EXCLUDED, expense->reason);
  else
    {
      if (*limit == '\0' && is_permanent (self, line))
        {
          limit = "condition";
          expense->reason = "Permanent : au prorata du temps affecté";
        }
      plt_tax_limit_line (self, limit, rule != NULL ? rule->employment : "", expense->line->amount,
                          contributions_of (self, expense->line), expense);
      leave_early (self, expense);
      possible = expense->eligible;
      if (!is_said (line) && !self->options->count_undecided)
        {
          expense->at_stake = possible != PLT_UNKNOWN ? possible : expense->paid;
          leave_out (expense, PLT_TAX_UNDECIDED, "À décider dans le devis");
        }
      else if (expense->standing == PLT_TAX_CONDITIONAL)
        {
          expense->at_stake = possible;
          expense->eligible = self->options->skip_conditional ? 0 : possible;
        }
    }
}

/* The director as author and as technician together, at most by bands of the budget. */
static void
limit_director (PltTaxReading *self)
{
  PltMoney budget = plt_tax_budget (self->budget, self->options);
  GArray *expenses = self->spend->expenses;
  g_autofree gint64 *weights = g_new0 (gint64, MAX (1, expenses->len));
  g_autofree PltMoney *parts = g_new0 (PltMoney, MAX (1, expenses->len));
  const PltTaxParam *param;
  PltMoney sum = 0, most;

  if (budget == PLT_UNKNOWN)
    return;
  most = plt_tax_table_progressive (self->parameters, self->regime, "realisateur", budget, &param);
  for (guint i = 0; i < expenses->len; i++)
    {
      const PltTaxExpense *expense = &g_array_index (expenses, PltTaxExpense, i);

      if (expense->director && expense->eligible != PLT_UNKNOWN && expense->eligible > 0)
        sum += weights[i] = expense->eligible;
    }
  if (most == PLT_UNKNOWN || sum <= most || !plt_money_share (most, weights, expenses->len, parts))
    return;
  for (guint i = 0; i < expenses->len; i++)
    if (weights[i] > 0)
      {
        PltTaxExpense *expense = &g_array_index (expenses, PltTaxExpense, i);

        expense->eligible = parts[i];
        expense->limit = most;
        expense->standing = PLT_TAX_LIMITED;
        expense->reason = param->label;
        expense->source = param->source;
        expense->sure = param->sure;
      }
}

static void
sum_up (PltTaxSpend *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      PltTaxCategory category = { categories[i].id, categories[i].title, 0, 0 };

      for (guint e = 0; e < self->expenses->len; e++)
        {
          const PltTaxExpense *expense = &g_array_index (self->expenses, PltTaxExpense, e);

          if (strcmp (expense->category, category.id) != 0)
            continue;
          if (expense->paid != PLT_UNKNOWN)
            category.paid += expense->paid;
          if (expense->eligible != PLT_UNKNOWN)
            category.eligible += expense->eligible;
        }
      self->paid += category.paid;
      self->eligible += category.eligible;
      g_array_append_val (self->categories, category);
    }
  for (guint e = 0; e < self->expenses->len; e++)
    {
      const PltTaxExpense *expense = &g_array_index (self->expenses, PltTaxExpense, e);

      if (expense->standing == PLT_TAX_UNDECIDED)
        self->undecided += expense->at_stake;
      else if (expense->standing == PLT_TAX_CONDITIONAL && expense->at_stake != PLT_UNKNOWN)
        self->conditional += expense->at_stake;
      else if (expense->standing == PLT_TAX_UNKNOWN)
        self->n_unknown++;
    }
  self->incomplete = self->n_unknown > 0;
}

/* One issue for all lines that want the same decision. */
static void
tell (PltTaxReading *self)
{
  PltTaxSpend *spend = self->spend;
  PltRef ref = { "budget", self->budget->budget->id, NULL };
  g_autofree char *undecided = plt_money_format (spend->undecided);
  g_autofree char *conditional = plt_money_format (spend->conditional);

  if (spend->undecided != 0)
    plt_issues_add (spend->issues, "tax-credit.undecided", PLT_SEVERITY_WARNING, ref, NULL,
                    self->options->count_undecided
                        ? _ ("Lines for %s are still to decide and are counted.")
                        : _ ("Lines for %s are still to decide and are not counted in the tax "
                             "credit: say yes or no in the devis."),
                    undecided);
  if (spend->conditional != 0)
    plt_issues_add (spend->issues, "tax-credit.conditional", PLT_SEVERITY_INFO, ref, NULL,
                    self->options->skip_conditional
                        ? _ ("%s are left out because they are taken under a condition only.")
                        : _ ("%s are counted under a condition: verify each of these lines."),
                    conditional);
  if (self->taxes_unread)
    plt_issues_add (spend->issues, "tax-credit.taxes-unread", PLT_SEVERITY_WARNING, ref, NULL,
                    _ ("The taxes on wages at that date were not read: they are still in the "
                       "contributions that the tax credit takes."));
  for (guint i = 0; i < spend->expenses->len; i++)
    {
      const PltTaxExpense *expense = &g_array_index (spend->expenses, PltTaxExpense, i);
      const PltTaxRule *rule = rule_of (self, expense->line->line);

      if (expense->line->amount == PLT_UNKNOWN)
        plt_issues_add (
            spend->issues, "tax-credit.no-amount", PLT_SEVERITY_WARNING,
            (PltRef){ "budget_line", expense->line->line->id, expense->line->error_column }, NULL,
            _ ("“%s” counts nothing in the tax credit: its amount is not known."),
            expense->line->line->label);
      else if (is_said (expense->line->line) && rule != NULL && strcmp (rule->limit, "exclu") == 0)
        plt_issues_add (spend->issues, "tax-credit.flag-against-rule", PLT_SEVERITY_WARNING,
                        (PltRef){ "budget_line", expense->line->line->id, "tax_credit" },
                        rule->source,
                        _ ("“%s” is said to be eligible, and is not in the list of what the "
                           "tax credit takes. Verify it."),
                        expense->line->line->label);
    }
}

/* A line of the template that nobody has filled in: it costs nothing whatever its rate. */
static gboolean
is_proposal (const PltBudgetLine *line)
{
  return line->amount == 0 || line->quantity_e6 == 0 || line->duration_e6 == 0
         || line->times_e6 == 0;
}

PltTaxSpend *
plt_tax_spend_new (const PltFacts *facts,
                   const PltPlan *plan,
                   const PltBudget *budget,
                   const PltTaxTable *table,
                   const PltTaxOptions *options,
                   GError **error)
{
  g_autoptr (PltReferential) list = plt_referential_open (facts, PLT_TAX_SPEND_TABLE);
  g_autoptr (GHashTable) taxes = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) minima = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (PltTaxRule));
  PltTaxReading self = { .facts = facts,
                         .plan = plan,
                         .budget = budget,
                         .parameters = table,
                         .options = options,
                         .regime = (PltTaxRegime) MAX (0, options->regime),
                         .date = options->date,
                         .rules = rules,
                         .minima = minima,
                         .taxes = taxes };

  if (list == NULL)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("The list of the spend that a tax credit takes is missing from the reference "
                      "data. Open the production for writing once to complete it."));
      return NULL;
    }
  if (self.date == PLT_DATE_NONE)
    self.date = plt_plan_first_date (plan);
  self.spend = g_new0 (PltTaxSpend, 1);
  self.spend->table = g_steal_pointer (&list);
  read_rules (&self);
  self.spend->scale = plt_referential_open (facts, PLT_PERFORMER_SCALE);
  self.spend->rates = plt_referential_open (facts, "cotisations-2026");
  self.spend->expenses = g_array_new (FALSE, FALSE, sizeof (PltTaxExpense));
  self.spend->categories = g_array_new (FALSE, FALSE, sizeof (PltTaxCategory));
  self.spend->issues = plt_issues_new ();
  if (budget->budget == NULL)
    return self.spend;
  for (guint i = 0; i < budget->lines->len; i++)
    {
      PltTaxExpense expense = { .line = budget->lines->pdata[i],
                                .category = "",
                                .paid = PLT_UNKNOWN,
                                .limit = PLT_UNKNOWN,
                                .reason = "Sous-poste inconnu de la liste : à vérifier" };

      if (is_proposal (expense.line))
        continue;
      if (expense.line->amount == PLT_UNKNOWN || expense.line->no_contribution_rate)
        self.spend->n_incomplete++;
      plt_tax_line_dates (&self, expense.line->line, &expense.from, &expense.to);
      judge (&self, &expense);
      g_array_append_val (self.spend->expenses, expense);
    }
  limit_director (&self);
  sum_up (self.spend);
  tell (&self);
  return self.spend;
}
