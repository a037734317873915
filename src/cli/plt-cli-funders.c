/* Who may be asked for money, with the reasons: funders. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cli.h"
#include "plt-funding-eligibility.h"
#include "plt-load.h"
#include "plt-today.h"

static char *
iso (PltDate date)
{
  return date != PLT_DATE_NONE ? plt_date_to_iso (date) : g_strdup ("");
}

static const char *
answer_of (const PltApplicationFacts *application)
{
  if (application == NULL)
    return "";
  return *application->answer != '\0' ? application->answer : "en-attente";
}

static void
print_line (GString *out, const PltEligibility *one)
{
  g_autofree char *deadline = iso (one->deadline);

  g_string_append_printf (out, "%s\t%s\t%u\t%s\t%s\t%s\t%s%s%s\n",
                          plt_standing_title (one->standing), one->scheme->code, one->note,
                          one->scheme->title, deadline, answer_of (one->application),
                          one->closed_reason != NULL ? one->closed_reason : "",
                          one->closed_reason != NULL && !one->scheme->sure ? " " : "",
                          one->scheme->sure ? "" : "(à vérifier)");
}

static void
print_amount (GString *out, const char *title, PltMoney amount)
{
  g_autofree char *text = amount != PLT_UNKNOWN ? plt_money_format_plain (amount) : NULL;

  if (text != NULL)
    g_string_append_printf (out, "%s\t%s\n", title, text);
}

static void
print_texts (GString *out, const PltScheme *scheme)
{
  const struct
  {
    const char *title, *text;
  } texts[] = {
    { "libelle", scheme->title },       { "organisme", scheme->who },
    { "objet", scheme->purpose },       { "montant", scheme->amount },
    { "dates", scheme->calendar_text }, { "obligations", scheme->obligations },
    { "source", scheme->source },       { "adresse", scheme->address },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (*texts[i].text != '\0')
      g_string_append_printf (out, "%s\t%s\n", texts[i].title, texts[i].text);
}

static void
print_scheme (GString *out, const PltEligibility *one)
{
  static const char *const states[] = { "?", "oui", "non" };
  const PltScheme *scheme = one->scheme;
  g_autofree char *checked = iso (scheme->checked);
  g_autofree char *deadline = iso (one->deadline);

  g_string_append_printf (out, "financeur\t%s\t%s\t%u\n", scheme->code,
                          plt_standing_title (one->standing), one->note);
  print_texts (out, scheme);
  print_amount (out, "minimum", scheme->least);
  print_amount (out, "maximum", scheme->most);
  if (*deadline != '\0')
    g_string_append_printf (out, "echeance\t%s\t%d jours%s\n", deadline, (int) one->days_left,
                            scheme->calendar_sure ? "" : " (à vérifier)");
  g_string_append_printf (out, "verifie\t%s\t%s\n", checked,
                          scheme->sure ? "source" : "à vérifier");
  for (guint i = 0; i < one->results->len; i++)
    {
      const PltCriterionResult *result = &g_array_index (one->results, PltCriterionResult, i);

      g_string_append_printf (out, "critere\t%s\t%s%s\t%s%s\n", states[result->state],
                              result->criterion->title,
                              result->criterion->mandatory ? "" : " (facultatif)", result->reason,
                              result->criterion->sure ? "" : " (critère à vérifier)");
    }
  for (guint i = 0; i < scheme->documents->len; i++)
    {
      const PltSchemeDocument *document = &g_array_index (scheme->documents, PltSchemeDocument, i);

      g_string_append_printf (out, "piece\t%s\t%s\t%s\n",
                              document->mandatory ? "obligatoire" : "facultatif", document->title,
                              document->sure ? document->source : "à vérifier");
    }
}

PLT_CLI_COMMAND (plt_cli_funders)
{
  const char *code = plt_cli_option (args, "scheme");
  gboolean all = plt_cli_option (args, "all") != NULL;
  g_autoptr (PltStore) store = plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_READ, error);
  g_autoptr (PltFacts) facts = store != NULL ? plt_facts_load (store, error) : NULL;
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltBudget) budget = NULL;
  g_autoptr (PltFundingCatalogue) catalogue = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  const PltEligibility *asked;
  const char *day = plt_cli_option (args, "date");
  PltDate today = plt_today ();

  if (facts == NULL || (day != NULL && !plt_date_parse (day, &today, error)))
    return FALSE;
  plan = plt_plan_new (facts, 0);
  budget = plt_budget_new (facts, 0, plan);
  plt_funding_catalogue_lend (facts);
  catalogue = plt_funding_catalogue_new (facts);
  list = plt_eligibility_list (facts, plan, budget, catalogue, today);
  asked = code != NULL ? plt_eligibility_find (list, code) : NULL;
  if (code != NULL && asked == NULL)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("There is no scheme “%s” in the catalogue. Without --scheme, the list gives "
                      "the codes."),
                   code);
      return FALSE;
    }
  if (asked != NULL)
    print_scheme (out, asked);
  for (guint i = 0; asked == NULL && i < list->len; i++)
    {
      const PltEligibility *one = list->pdata[i];

      if (all || one->standing != PLT_STANDING_CLOSED || one->application != NULL)
        print_line (out, one);
    }
  plt_cli_print (cli, out->str);
  return TRUE;
}
