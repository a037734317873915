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
