/* What the pay scales say of a function: rates. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cli.h"
#include "plt-error.h"
#include "plt-rates.h"
#include "plt-table.h"

static void
print_rate (GString *out, const PltRate *rate)
{
  g_autofree char *amount = plt_money_format_plain (rate->amount);
  g_autofree char *from = rate->from != PLT_DATE_NONE ? plt_date_to_iso (rate->from) : NULL;
  g_autofree char *to = rate->to != PLT_DATE_NONE ? plt_date_to_iso (rate->to) : NULL;

  g_string_append_printf (out, "%s\t%s%s\t%s\t%s\t%s\t%s\t%s\t%s%s%s\n", rate->function, rate->base,
                          rate->specialised ? "-specialise" : "", rate->unit, amount,
                          from != NULL ? from : "", to != NULL ? to : "",
                          rate->sure ? "source" : "a-verifier", rate->how != NULL ? rate->how : "",
                          rate->how != NULL && *rate->remark != '\0' ? " ; " : "", rate->remark);
}

/* One function with each base it has, as the table "budget_line" knows them. */
static guint
print_bases (GString *out, PltRates *rates, PltRateQuery *query)
{
  const PltColumn *column = plt_table_column (plt_table_find ("budget_line"), "scale");
  guint n = 0;

  for (const PltChoice *base = column->choices; base->id != NULL; base++)
    {
      PltRate rate;

      query->base = base->id;
      if (plt_rates_find (rates, query, &rate, NULL) != PLT_RATE_FOUND
          || rate.specialised != g_str_has_suffix (base->id, "-specialise"))
        continue;
      print_rate (out, &rate);
      n++;
    }
  query->base = NULL;
  return n;
}

static guint
print_list (GString *out, PltRates *rates, const PltRateQuery *query)
{
  g_autoptr (GPtrArray) list = plt_rates_list (rates, query);
  guint n = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const PltRate *rate = list->pdata[i];

      if (rate->status != PLT_RATE_FOUND)
        continue;
      print_rate (out, rate);
      n++;
    }
  return n;
}

static gboolean
read_base (const PltCliArgs *args, PltRateQuery *query, GError **error)
{
  const char *annexe = plt_cli_option (args, "annexe");
  gint64 number;

  query->unit = plt_cli_option (args, "unit");
  query->base = plt_cli_option (args, "base");
  if (annexe == NULL)
    return TRUE;
  if (!g_ascii_string_to_signed (annexe, 10, 1, 3, &number, NULL))
    return plt_cli_usage (error, _ ("“%s” is not an annexe of the agreement. Write 1, 2 or 3."),
                          annexe);
  query->base = plt_rate_base_of_annexe ((guint) number, query->unit != NULL ? query->unit : "",
                                         plt_cli_option (args, "six-days") != NULL);
  return TRUE;
}

PLT_CLI_COMMAND (plt_cli_rates)
{
  const char *agreement = plt_cli_option (args, "agreement");
  const char *kind = plt_cli_option (args, "kind");
  const char *day = plt_cli_option (args, "date");
  const char *function = plt_cli_word (args, 0);
  g_autoptr (PltFacts) facts = NULL;
  g_autoptr (PltRates) rates = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  PltRateQuery query = { .function = function != NULL ? function : "", .date = PLT_DATE_NONE };
  PltRate rate;
  guint n;

  if (agreement == NULL)
    return plt_cli_usage (error, _ ("Say which scale: --agreement idcc3097 or idcc2642."));
  if (!read_base (args, &query, error)
      || (day != NULL && !plt_date_parse (day, &query.date, error)))
    return FALSE;
  if (g_str_has_prefix (agreement, "idcc"))
    agreement += strlen ("idcc");
  facts = plt_cli_scale_facts (agreement, error);
  if (facts == NULL)
    return FALSE;
  facts->production.kind = kind != NULL ? kind : "long-metrage";
  rates = plt_rates_new (facts);
  if (function != NULL && plt_rates_find (rates, &query, &rate, NULL) == PLT_RATE_FOUND)
    {
      query.function = rate.function;
      n = query.base != NULL || query.unit != NULL ? 0 : print_bases (out, rates, &query);
      if (n == 0)
        print_rate (out, &rate);
    }
  else if (print_list (out, rates, &query) == 0)
    return plt_rates_find (rates, &query, &rate, error) == PLT_RATE_FOUND;
  plt_cli_print (cli, out->str);
  return TRUE;
}
