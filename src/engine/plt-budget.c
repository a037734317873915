#include "plt-budget.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-formula.h"
#include "plt-text.h"

#define ONE G_GINT64_CONSTANT (1000000)
#define MAX_GLOBAL_DEPTH 32

/* What a formula of the devis may name, with the line it stands in. */
typedef struct
{
  const PltFacts *facts;
  const PltPlan *plan;
  const PltLineFacts *line; /* NULL within a global */
  gint64 budget;
  gboolean linked;
  guint depth;
} Scope;

static void
line_free (gpointer data)
{
  PltBudgetLine *line = data;

  g_free (line->error);
  g_free (line);
}

static gint64
background_days (const PltFacts *facts, const PltPlan *plan)
{
  gint64 total = 0;

  for (guint d = 0; d < plan->days->len; d++)
    {
      const PltDayPlan *day = plan->days->pdata[d];
      g_autoptr (GHashTable) most = g_hash_table_new (g_direct_hash, g_direct_equal);
      GHashTableIter iter;
      gpointer value;

      if (day->number == 0)
        continue;
      /* The same people serve several séquences of a day: each group counts once, at its largest.
       */
      for (guint i = 0; i < day->strips->len; i++)
        {
          guint n;
          const PltOccurrenceFacts *const *there = plt_facts_occurrences_of (
              facts, ((const PltStripFacts *) day->strips->pdata[i])->sequence, &n);

          for (guint j = 0; j < n; j++)
            {
              const PltOccurrenceFacts *occurrence = there[j];
              const PltPresence *presence;
              gint64 count;

              presence = plt_plan_presence (plan, occurrence->element);
              if (presence == NULL || strcmp (presence->category->family, "figuration") != 0)
                continue;
              count = occurrence->quantity == PLT_UNKNOWN ? 1 : occurrence->quantity;
              count = MAX (count, GPOINTER_TO_INT (g_hash_table_lookup (
                                      most, PLT_ID_TO_POINTER (occurrence->element))));
              g_hash_table_insert (most, PLT_ID_TO_POINTER (occurrence->element),
                                   GINT_TO_POINTER (count));
            }
        }
      g_hash_table_iter_init (&iter, most);
      while (g_hash_table_iter_next (&iter, NULL, &value))
        total += GPOINTER_TO_INT (value);
    }
  return total;
}

static guint
count_sets (const PltFacts *facts)
{
  guint n = 0;

  for (guint i = 0; i < facts->sets.n; i++)
    n += facts->sets.items[i].parent == 0;
  return n;
}

static gboolean
plan_variable (const Scope *scope, const char *name, gint64 *e6)
{
  const PltPlan *plan = scope->plan;

  if (strcmp (name, "jours_tournage") == 0)
    *e6 = plan->n_shooting_days * ONE;
  else if (strcmp (name, "semaines_tournage") == 0)
    *e6 = (plan->n_shooting_days + 4) / 5 * ONE;
  else if (strcmp (name, "nuits") == 0)
    *e6 = plan->n_nights * ONE;
  else if (strcmp (name, "sequences") == 0)
    *e6 = plan->facts->sequences.n * ONE;
  else if (strcmp (name, "decors") == 0)
    *e6 = count_sets (scope->facts) * ONE;
  else if (strcmp (name, "minutage") == 0)
    *e6 = plan->seconds * ONE / 60;
  else if (strcmp (name, "pages") == 0)
    *e6 = plan->eighths * ONE / 8;
  else if (strcmp (name, "figurants") == 0)
    *e6 = background_days (scope->facts, plan) * ONE;
  else
    return FALSE;
  return TRUE;
}

static gboolean
scope_function (gpointer data, const char *name, const char *argument, gint64 *e6, GError **error);

static gboolean
scope_variable (gpointer data, const char *name, gint64 *e6, GError **error)
{
  Scope *scope = data;
  const PltFormulaScope formula_scope = { scope_variable, scope_function, scope };

  scope->linked = TRUE;
  if (plan_variable (scope, name, e6))
    return TRUE;
  for (guint i = 0; i < scope->facts->globals.n; i++)
    {
      const PltGlobalFacts *global = &scope->facts->globals.items[i];
      gboolean fine;

      if (global->budget != scope->budget || strcmp (global->name, name) != 0)
        continue;
      if (++scope->depth > MAX_GLOBAL_DEPTH)
        {
          g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                       _ ("The variable “%s” refers to itself. Give it a value of its own."), name);
          return FALSE;
        }
      fine = plt_formula_eval (global->value, &formula_scope, e6, error);
      scope->depth--;
      return fine;
    }
  g_set_error (
      error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
      _ ("No variable is called “%s”. Add it to the variables of the budget, or correct the name."),
      name);
  return FALSE;
}

/* The element a call is about: the line's own role, or one by its name. */
static const PltPresence *
find_role (Scope *scope, const char *argument, GError **error)
{
  if (strcmp (argument, "role") == 0 || *argument == '\0')
    {
      const PltPresence *presence = NULL;

      if (scope->line != NULL && scope->line->role != 0)
        presence = plt_plan_presence (scope->plan, scope->line->role);
      else
        {
          g_set_error (
              error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
              _ ("This line has no role. Choose its role, or write its name: jours(\"NORA\")."));
          return NULL;
        }
      return presence;
    }
  for (guint i = 0; i < scope->plan->presences->len; i++)
    {
      const PltPresence *presence = scope->plan->presences->pdata[i];

      if (plt_text_compare (presence->element->name, argument) == 0)
        return presence;
    }
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("No element of the script is called “%s”. Correct the name in the formula."),
               argument);
  return NULL;
}

static gboolean
scope_function (gpointer data, const char *name, const char *argument, gint64 *e6, GError **error)
{
  Scope *scope = data;
  gboolean weeks = strcmp (name, "semaines") == 0;
  g_autoptr (GError) problem = NULL;
  const PltPresence *presence;
  gint64 days;

  scope->linked = TRUE;
  if (!weeks && strcmp (name, "jours") != 0)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("No function is called “%s”. The functions are jours, semaines, min, max, "
                      "arrondi, plafond "
                      "and plancher."),
                   name);
      return FALSE;
    }
  presence = find_role (scope, argument, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  days = presence != NULL ? presence->n_worked : 0; /* a role that occurs nowhere works no day */
  *e6 = (weeks ? (days + 4) / 5 : days) * ONE;
  return TRUE;
}

/* quantity × duration × rate, one rounding at the end. */
static gboolean
multiply (gint64 quantity_e6, gint64 duration_e6, PltMoney rate, PltMoney *out)
{
  __int128 product = (__int128) quantity_e6 * duration_e6;
  __int128 scale = (__int128) ONE * ONE;
  __int128 result;
  gboolean negative;

  if (__builtin_mul_overflow (product, (__int128) rate, &product))
    return FALSE;
  negative = product < 0;
  if (negative)
    product = -product;
  result = (product + scale / 2) / scale;
  if (result > G_MAXINT64)
    return FALSE;
  *out = negative ? -(gint64) result : (gint64) result;
  return TRUE;
}

static void
compute_line (const Scope *base, PltBudgetLine *line)
{
  Scope scope = *base;
  const PltFormulaScope formula_scope = { scope_variable, scope_function, &scope };
  const PltProfileFacts *profile
      = PLT_FACTS_FIND (base->facts->profiles, PltProfileFacts, line->line->profile);
  g_autoptr (GError) error = NULL;

  scope.line = line->line;
  line->amount = PLT_UNKNOWN;
  line->quantity_e6 = line->duration_e6 = PLT_UNKNOWN;
  if (!plt_formula_eval (line->line->quantity, &formula_scope, &line->quantity_e6, &error))
    line->quantity_e6 = PLT_UNKNOWN;
  else if (!plt_formula_eval (line->line->duration, &formula_scope, &line->duration_e6, &error))
    line->duration_e6 = PLT_UNKNOWN;
  line->linked = scope.linked;

  if (error == NULL && line->line->rate_cents != PLT_UNKNOWN
      && !multiply (line->quantity_e6, line->duration_e6, line->line->rate_cents, &line->amount))
    {
      line->amount = PLT_UNKNOWN;
      g_set_error (&error, PLT_ERROR, PLT_ERROR_OVERFLOW, _ ("The amount of “%s” is too large."),
                   line->line->label);
    }
  if (line->amount != PLT_UNKNOWN && profile != NULL && profile->employer_e6 != PLT_UNKNOWN
      && !plt_money_apply_rate (line->amount, profile->employer_e6, PLT_RATE_ONE, PLT_ROUND_HALF_UP,
                                &line->contributions))
    g_set_error (&error, PLT_ERROR, PLT_ERROR_OVERFLOW,
                 _ ("The contributions of “%s” are too large."), line->line->label);
  if (error != NULL)
    line->error = g_strdup (error->message);
}

static void
add_accounts (PltBudget *self, const PltFacts *facts, gint64 parent, guint level)
{
  if (level > 9)
    return; /* a parent that is its own child is cut here */
  for (guint i = 0; i < facts->accounts.n; i++)
    {
      const PltAccountFacts *account = &facts->accounts.items[i];
      PltBudgetAccount *entry;

      if (account->budget != self->budget->id || account->parent != parent
          || g_hash_table_contains (self->account_index, PLT_ID_TO_POINTER (account->id)))
        continue;
      entry = g_new0 (PltBudgetAccount, 1);
      entry->account = account;
      entry->level = level;
      g_ptr_array_add (self->accounts, entry);
      g_hash_table_insert (self->account_index, PLT_ID_TO_POINTER (account->id), entry);
      add_accounts (self, facts, account->id, level + 1);
    }
}

static PltBudgetAccount *
account_by_code (PltBudget *self, const char *code)
{
  for (guint i = 0; i < self->accounts->len; i++)
    {
      PltBudgetAccount *account = self->accounts->pdata[i];

      if (strcmp (account->account->code, code) == 0)
        return account;
    }
  return NULL;
}

static void
saturating_add (PltMoney *total, PltMoney amount)
{
  if (amount != PLT_UNKNOWN && !plt_money_add (*total, amount, total))
    *total = amount > 0 ? G_MAXINT64 : G_MININT64 + 1;
}

static void
add_lines (PltBudget *self, const Scope *scope)
{
  const PltFacts *facts = scope->facts;

  for (guint a = 0; a < self->accounts->len; a++)
    {
      PltBudgetAccount *account = self->accounts->pdata[a];

      for (guint i = 0; i < facts->lines.n; i++)
        {
          PltBudgetLine *line;

          if (facts->lines.items[i].account != account->account->id)
            continue;
          line = g_new0 (PltBudgetLine, 1);
          line->line = &facts->lines.items[i];
          compute_line (scope, line);
          g_ptr_array_add (self->lines, line);
          g_hash_table_insert (self->line_index, PLT_ID_TO_POINTER (line->line->id), line);
          saturating_add (&account->lines, line->amount);
        }
    }
}

static void
post_contributions (PltBudget *self, const PltFacts *facts)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const PltBudgetLine *line = self->lines->pdata[i];
      const PltProfileFacts *profile;
      PltBudgetAccount *account;

      if (line->contributions == 0)
        continue;
      profile = PLT_FACTS_FIND (facts->profiles, PltProfileFacts, line->line->profile);
      account = account_by_code (self, profile->account);
      saturating_add (account != NULL ? &account->contributions : &self->unposted,
                      line->contributions);
    }
}

static void
add_up (PltBudget *self, const PltFacts *facts)
{
  /* Children stand after their parents: one pass from the end carries everything up. */
  for (guint i = self->accounts->len; i-- > 0;)
    {
      PltBudgetAccount *account = self->accounts->pdata[i];
      PltBudgetAccount *parent
          = g_hash_table_lookup (self->account_index, PLT_ID_TO_POINTER (account->account->parent));

      saturating_add (&account->total, account->lines);
      saturating_add (&account->total, account->contributions);
      for (guint j = 0; j < self->lines->len; j++)
        account->n_lines += ((const PltBudgetLine *) self->lines->pdata[j])->line->account
                            == account->account->id;
      if (parent != NULL)
        {
          saturating_add (&parent->total, account->total);
          parent->n_lines += account->n_lines;
        }
      else if (plt_account_post (facts, account->account) > 0)
        saturating_add (&self->subtotal, account->total);
    }
  saturating_add (&self->subtotal, self->unposted);
}

static PltMoney
share_of (PltMoney amount, gint64 rate_e6)
{
  PltMoney out = 0;

  if (rate_e6 == PLT_UNKNOWN
      || !plt_money_apply_rate (amount, rate_e6, PLT_RATE_ONE, PLT_ROUND_HALF_UP, &out))
    return 0;
  return out;
}

/**
 * plt_account_post:
 * @facts: the production
 * @account: an account of a devis
 *
 * Returns: the number of its post, 1 to 9, from the first digit of its code; 0 for what comes after
 * the posts
 */
guint
plt_account_post (const PltFacts *facts, const PltAccountFacts *account)
{
  return g_ascii_isdigit (account->code[0]) && account->code[0] != '0'
             ? (guint) (account->code[0] - '0')
             : 0;
}

/**
 * plt_budget_new:
 * @facts: the production; must outlive the result
 * @budget: a version of the devis, 0 for the current one
 * @plan: the plan de travail that formulas look at; not kept
 *
 * Returns: (transfer full): the devis computed, empty when there is no such version
 */
PltBudget *
plt_budget_new (const PltFacts *facts, gint64 budget, const PltPlan *plan)
{
  PltBudget *self = g_new0 (PltBudget, 1);
  Scope scope = { .facts = facts, .plan = plan };

  self->budget = PLT_FACTS_FIND (facts->budgets, PltBudgetFacts,
                                 budget != 0 ? budget : facts->production.budget);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->accounts = g_ptr_array_new_with_free_func (g_free);
  self->line_index = g_hash_table_new (g_direct_hash, g_direct_equal);
  self->account_index = g_hash_table_new (g_direct_hash, g_direct_equal);
  if (self->budget == NULL)
    return self;

  scope.budget = self->budget->id;
  add_accounts (self, facts, 0, 1);
  add_lines (self, &scope);
  post_contributions (self, facts);
  add_up (self, facts);
  self->overheads = share_of (self->subtotal, self->budget->overheads_e6);
  self->contingency = share_of (self->subtotal, self->budget->contingency_e6);
  self->total = self->subtotal;
  saturating_add (&self->total, self->overheads);
  saturating_add (&self->total, self->contingency);
  return self;
}

void
plt_budget_free (PltBudget *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->accounts);
  g_hash_table_unref (self->line_index);
  g_hash_table_unref (self->account_index);
  g_free (self);
}

/**
 * plt_budget_eval:
 * @budget: the version of the devis whose variables are meant
 * @line: (nullable): the line whose role jours(role) is about
 * @formula: as typed
 * @e6: (out): its value in millionths
 *
 * Returns: FALSE with the sentence that the line would get
 */
gboolean
plt_budget_eval (const PltFacts *facts,
                 const PltPlan *plan,
                 gint64 budget,
                 const PltLineFacts *line,
                 const char *formula,
                 gint64 *e6,
                 GError **error)
{
  Scope scope = { .facts = facts, .plan = plan, .line = line, .budget = budget };
  const PltFormulaScope formula_scope = { scope_variable, scope_function, &scope };

  return plt_formula_eval (formula, &formula_scope, e6, error);
}

const PltBudgetLine *
plt_budget_find_line (const PltBudget *self, gint64 line)
{
  return g_hash_table_lookup (self->line_index, PLT_ID_TO_POINTER (line));
}

const PltBudgetAccount *
plt_budget_find_account (const PltBudget *self, gint64 account)
{
  return g_hash_table_lookup (self->account_index, PLT_ID_TO_POINTER (account));
}
