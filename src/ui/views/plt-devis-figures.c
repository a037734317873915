#include "plt-devis-figures.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-number.h"

PltMoney
plt_devis_per_day (PltMoney amount, guint days)
{
  PltMoney out;

  if (amount == PLT_UNKNOWN || days == 0
      || !plt_number_mul_div (amount, 1, days, PLT_ROUND_HALF_UP, &out))
    return PLT_UNKNOWN;
  return out;
}

PltMoney
plt_devis_per_minute (PltMoney amount, gint64 seconds)
{
  PltMoney out;

  if (amount == PLT_UNKNOWN || seconds <= 0
      || !plt_number_mul_div (amount, 60, seconds, PLT_ROUND_HALF_UP, &out))
    return PLT_UNKNOWN;
  return out;
}

gint64
plt_devis_share_e6 (PltMoney part, PltMoney whole)
{
  gint64 thousandths;

  if (part == PLT_UNKNOWN || whole == PLT_UNKNOWN || whole == 0
      || !plt_number_mul_div (part, 1000, whole, PLT_ROUND_HALF_UP, &thousandths))
    return PLT_UNKNOWN;
  return thousandths * 1000;
}

char *
plt_devis_format_share (gint64 share_e6)
{
  g_autofree char *number = NULL;

  if (share_e6 == PLT_UNKNOWN)
    return g_strdup ("—");
  number = plt_number_format (share_e6 / 100, 2, 0);
  return g_strconcat (number, PLT_NNBSP "%", NULL);
}

char *
plt_devis_format_money (PltMoney amount)
{
  return amount != PLT_UNKNOWN ? plt_money_format (amount) : g_strdup ("—");
}

char *
plt_devis_format_change (PltMoney change)
{
  g_autofree char *amount = plt_money_format (ABS (change));

  return change == 0 ? g_strconcat ("±", amount, NULL)
                     : g_strconcat (change > 0 ? "+" : "−", amount, NULL);
}

/* " · 19 284,00 € a day · 5 167,00 € a minute" */
static void
append_ratios (GString *text, const PltFigures *figures, PltMoney total)
{
  const PltMoney day = plt_devis_per_day (total, figures->days);
  const PltMoney minute = plt_devis_per_minute (total, figures->seconds);

  if (day != PLT_UNKNOWN)
    {
      g_autofree char *amount = plt_money_format (day);

      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("%s a shooting day"), amount);
    }
  if (minute != PLT_UNKNOWN)
    {
      g_autofree char *amount = plt_money_format (minute);

      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("%s a minute"), amount);
    }
}

char *
plt_devis_figures_text (PltSession *session)
{
  const PltBudget *budget = plt_session_get_budget (session);
  const PltFigures figures = plt_session_get_figures (session);
  g_autofree char *total = plt_devis_format_money (figures.budget);
  GString *text;

  if (figures.budget == PLT_UNKNOWN)
    return g_strdup ("");
  text = g_string_new (NULL);
  /* Translators: %s is the grand total of the budget */
  g_string_append_printf (text, _ ("Total %s"), total);
  if (budget->incomplete)
    g_string_append_printf (
        text, ngettext (" (incomplete: %u value)", " (incomplete: %u values)", budget->n_wrong),
        budget->n_wrong);
  append_ratios (text, &figures, figures.budget);
  return g_string_free (text, FALSE);
}

char *
plt_devis_figures_compare (PltSession *session, const PltBudget *tried)
{
  const PltFigures figures = plt_session_get_figures (session);
  g_autofree char *after = plt_devis_format_money (tried->total);
  PltMoney change;
  g_autofree char *words = NULL;
  GString *text;

  if (figures.budget == PLT_UNKNOWN || !plt_money_sub (tried->total, figures.budget, &change))
    return g_strdup ("");
  words = plt_devis_format_change (change);
  text = g_string_new (NULL);
  /* Translators: the total of the budget after a change, and the change */
  g_string_append_printf (text, _ ("Total %s (%s)"), after, words);
  append_ratios (text, &figures, tried->total);
  return g_string_free (text, FALSE);
}

static guint
choice_index (const char *column, const char *id)
{
  const PltColumn *found = plt_table_column (plt_table_find ("funding_source"), column);

  for (guint i = 0; found->choices[i].id != NULL && i < PLT_FINANCE_MAX; i++)
    if (g_str_equal (found->choices[i].id, id))
      return i;
  return PLT_FINANCE_MAX;
}

static void
add (PltMoney *total, PltMoney amount)
{
  if (!plt_money_add (*total, amount, total))
    *total = amount > 0 ? G_MAXINT64 : G_MININT64 + 1;
}

PltFinanceFigures
plt_finance_figures (const PltFacts *facts, const PltBudget *budget)
{
  PltFinanceFigures figures = { .budget = budget->budget != NULL ? budget->total : PLT_UNKNOWN };

  for (guint i = 0; i < facts->funding.n; i++)
    {
      const PltFundingFacts *source = &facts->funding.items[i];
      const guint status = choice_index ("status", source->status);
      const guint group = choice_index ("group", source->group);

      if (source->amount_cents == PLT_UNKNOWN)
        {
          figures.n_unknown += !g_str_equal (source->status, "refuse");
          continue;
        }
      if (status < PLT_FINANCE_MAX)
        add (&figures.by_status[status], source->amount_cents);
      if (g_str_equal (source->status, "refuse"))
        continue;
      add (&figures.total, source->amount_cents);
      if (group < PLT_FINANCE_MAX)
        add (&figures.by_group[group], source->amount_cents);
      if (!g_str_equal (source->nature, "numeraire"))
        add (&figures.in_kind, source->amount_cents);
    }
  for (guint i = 0; i < budget->lines->len; i++)
    {
      const PltBudgetLine *line = g_ptr_array_index (budget->lines, i);

      if (line->amount != PLT_UNKNOWN && !g_str_equal (line->line->mode, "numeraire"))
        add (&figures.budget_in_kind, line->amount);
    }
  return figures;
}

char *
plt_finance_gap_text (const PltFinanceFigures *figures)
{
  PltMoney gap;
  g_autofree char *amount = NULL;
  g_autofree char *share = NULL;

  if (figures->budget == PLT_UNKNOWN)
    return g_strdup (_ ("There is no budget to compare with."));
  if (!plt_money_sub (figures->budget, figures->total, &gap))
    return g_strdup ("—");
  if (gap == 0)
    return g_strdup (_ ("The financing equals the budget."));
  amount = plt_money_format (ABS (gap));
  share = plt_devis_format_share (plt_devis_share_e6 (ABS (gap), figures->budget));
  /* Translators: an amount, and its share of the budget */
  return gap > 0 ? g_strdup_printf (_ ("%s are missing, that is %s of the budget."), amount, share)
                 : g_strdup_printf (_ ("%s too much, that is %s of the budget."), amount, share);
}
