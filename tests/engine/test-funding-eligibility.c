/* Each criterion of a financeur: met, not met, unknown, and never met because it is unknown; the
 * note and the order; the findings on applications. */
#include "plt-check.h"
#include "plt-funding-eligibility.h"
#include "plt-test-film.h"

#include <string.h>

#define TODAY plt_date_from_ymd (2026, 11, 22)

static void
keep (PltFacts *facts, const char *name, const char *content)
{
  PltReferentialFacts *kept = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts,
                                             (gint64) facts->referentials.n + 1);

  kept->name = name;
  kept->version = "";
  kept->content = g_string_chunk_insert (facts->strings, content);
}

static PltFundingFacts *
add_source (PltFacts *facts, const char *group, PltMoney amount, const char *status)
{
  PltFundingFacts *source
      = PLT_FACTS_ADD (facts->funding, PltFundingFacts, (gint64) facts->funding.n + 1);

  source->group = group;
  source->name = "Chaîne du Large";
  source->nature = "numeraire";
  source->amount_cents = amount;
  source->status = status;
  source->line = source->kind = source->funder = source->scheme = source->note = "";
  source->date = PLT_DATE_NONE;
  return source;
}

static void
say (PltFacts *facts, const char *name, const char *value)
{
  PltParameterFacts *parameter
      = PLT_FACTS_ADD (facts->parameters, PltParameterFacts, (gint64) facts->parameters.n + 1);

  parameter->name = name;
  parameter->value = value;
  parameter->note = "";
}

/* ---- what is done to the facts ---- */

static void
nothing (PltFacts *facts)
{
}
static void
long_film (PltFacts *facts)
{
  facts->production.kind = "long-metrage";
}
static void
no_length (PltFacts *facts)
{
  facts->production.target_seconds = PLT_UNKNOWN;
}
static void
ninety (PltFacts *facts)
{
  facts->production.target_seconds = 90 * 60;
}
static void
half_hour (PltFacts *facts)
{
  facts->production.kind = "unitaire";
  facts->production.target_seconds = 30 * 60;
}
static void
half_hour_documentary (PltFacts *facts)
{
  half_hour (facts);
  facts->production.kind = "documentaire";
}
static void
half_hour_animation (PltFacts *facts)
{
  half_hour (facts);
  say (facts, "genre", "animation");
}
static void
half_hour_fiction (PltFacts *facts)
{
  half_hour_documentary (facts);
  say (facts, "genre", "fiction");
}
static void
sixty (PltFacts *facts)
{
  facts->production.target_seconds = 60 * 60;
}
static void
in_french (PltFacts *facts)
{
  facts->production.language = "Français, breton";
}
static void
in_dutch (PltFacts *facts)
{
  facts->production.language = "néerlandais";
}
static void
no_language (PltFacts *facts)
{
  facts->production.language = "";
}
static void
difficult (PltFacts *facts)
{
  facts->production.aid_class = "long-metrage-difficile";
}
static void
ordinary (PltFacts *facts)
{
  facts->production.aid_class = "long-metrage";
}
static void
short_class (PltFacts *facts)
{
  facts->production.aid_class = "court-metrage";
}
static void
no_class (PltFacts *facts)
{
  facts->production.aid_class = "";
}
static void
postcodes (PltFacts *facts, const char *first, const char *second)
{
  facts->locations.items[0].postcode = first;
  facts->locations.items[1].postcode = second;
}
static void
in_finistere (PltFacts *facts)
{
  postcodes (facts, "29100", "75011");
}
static void
both_in_finistere (PltFacts *facts)
{
  postcodes (facts, "29100", "29200");
}
static void
in_paris (PltFacts *facts)
{
  postcodes (facts, "75011", "75012");
}
static void
half_known (PltFacts *facts)
{
  postcodes (facts, "75011", "");
}
static void
unplaced (PltFacts *facts)
{
  postcodes (facts, "", "");
}
static void
channel (PltFacts *facts)
{
  add_source (facts, "diffuseurs", 100000, "confirme");
}
static void
channel_asked (PltFacts *facts)
{
  add_source (facts, "diffuseurs", 1, "demande");
}
static void
channel_lost (PltFacts *facts)
{
  add_source (facts, "diffuseurs", 1, "refuse");
}
static void
releaser (PltFacts *facts)
{
  add_source (facts, "distributeurs", 1, "acquis");
}
static void
other_aid (PltFacts *facts)
{
  add_source (facts, "cnc", 1, "demande");
}
static void
hoped_aid (PltFacts *facts)
{
  add_source (facts, "cnc", 1, "espere");
}
static void
foreigner (PltFacts *facts)
{
  add_source (facts, "etranger", 1, "acquis")->line = "coproducteur-etranger";
}
static void
fund_only (PltFacts *facts)
{
  add_source (facts, "etranger", 1, "acquis")->line = "europe";
}
static void
french (PltFacts *facts)
{
  facts->production.french_share_e6 = 700000;
}
static void
minority (PltFacts *facts)
{
  facts->production.french_share_e6 = 200000;
}
static void
no_share (PltFacts *facts)
{
  facts->production.french_share_e6 = PLT_UNKNOWN;
}
static void
shoots (PltFacts *facts, PltDate first)
{
  for (guint i = 0; i < facts->days.n; i++)
    facts->days.items[i].date = first != PLT_DATE_NONE ? first + (PltDate) i : first;
  facts->production.start_date = first;
}
static void
shoots_later (PltFacts *facts)
{
  shoots (facts, plt_date_from_ymd (2027, 5, 10));
}
static void
has_shot (PltFacts *facts)
{
  shoots (facts, plt_date_from_ymd (2026, 5, 12));
}
static void
no_dates (PltFacts *facts)
{
  shoots (facts, PLT_DATE_NONE);
}
static void
visa (PltFacts *facts)
{
  facts->production.visa_date = plt_date_from_ymd (2026, 3, 1);
}
static void
no_visa (PltFacts *facts)
{
  facts->production.visa_date = PLT_DATE_NONE;
}
static void
says_yes (PltFacts *facts)
{
  say (facts, "financeur.essai.1", "oui");
}
static void
says_no (PltFacts *facts)
{
  say (facts, "financeur.essai.1", "non");
}
static void
says_other (PltFacts *facts)
{
  say (facts, "financeur.essai.2", "oui");
}
static void
says_maybe (PltFacts *facts)
{
  say (facts, "financeur.essai.1", "peut-être");
}

/* The film of the tests costs what it costs: a part of the sources is set against that. */
static PltMoney
cost_of (const PltFacts *facts)
{
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltBudget) budget = plt_budget_new (facts, 0, plan);

  return budget->total;
}
static void
half (PltFacts *facts)
{
  add_source (facts, "regions", cost_of (facts) / 2 + 1, "acquis");
}
static void
tenth (PltFacts *facts)
{
  add_source (facts, "regions", cost_of (facts) / 10, "acquis");
}
static void
own (PltFacts *facts)
{
  add_source (facts, "apports-producteurs", cost_of (facts), "acquis");
}
static void
quarter (PltFacts *facts)
{
  add_source (facts, "diffuseurs", cost_of (facts) / 4 + 1, "confirme");
}

static const struct
{
  const char *test, *value;
  void (*make) (PltFacts *facts);
  PltCriterionState state;
  const char *reason; /* part of it */
} cases[] = {
  { "type", "long-metrage", long_film, PLT_CRITERION_MET, "long métrage" },
  { "type", "long-metrage", nothing, PLT_CRITERION_FAILED, "ne la concerne pas" },
  { "duree-min", "60", ninety, PLT_CRITERION_MET, "90 minutes" },
  { "duree-min", "60", sixty, PLT_CRITERION_MET, "60 minutes" },
  { "duree-min", "61", sixty, PLT_CRITERION_FAILED, "au moins" },
  { "duree-min", "45|documentaire:24|animation:24", half_hour, PLT_CRITERION_FAILED,
    "45 au moins" },
  { "duree-min", "45|documentaire:24|animation:24", half_hour_documentary, PLT_CRITERION_MET,
    "24 au moins" },
  { "duree-min", "45|documentaire:24|animation:24", half_hour_animation, PLT_CRITERION_MET,
    "24 au moins" },
  { "duree-min", "45|documentaire:24|animation:24", half_hour_fiction, PLT_CRITERION_FAILED,
    "45 au moins" },
  { "duree-max", "59", sixty, PLT_CRITERION_FAILED, "au plus" },
  { "duree-min", "60", no_length, PLT_CRITERION_UNKNOWN, "fiche de la production" },
  { "langue", "francais", in_french, PLT_CRITERION_MET, "breton" },
  { "langue", "francais", in_dutch, PLT_CRITERION_FAILED, "néerlandais" },
  { "langue", "francais", no_language, PLT_CRITERION_UNKNOWN, "langue de tournage" },
  { "premiere-oeuvre", "", difficult, PLT_CRITERION_MET, "première" },
  { "premiere-oeuvre", "", ordinary, PLT_CRITERION_FAILED, "classe d’aide" },
  { "premiere-oeuvre", "", short_class, PLT_CRITERION_UNKNOWN, "court métrage" },
  { "premiere-oeuvre", "", no_class, PLT_CRITERION_UNKNOWN, "pas choisie" },
  { "departements", "22|29|35|56", in_finistere, PLT_CRITERION_MET, "1 décor sur 2" },
  { "departements", "22|29|35|56", both_in_finistere, PLT_CRITERION_MET, "2 décors sur 2" },
  { "departements", "22|29|35|56", in_paris, PLT_CRITERION_FAILED, "Aucun des 2" },
  { "departements", "22|29|35|56", half_known, PLT_CRITERION_UNKNOWN, "code postal" },
  { "departements", "22|29|35|56", unplaced, PLT_CRITERION_UNKNOWN, "2 décors sur 2 sans" },
  { "departements", "", in_paris, PLT_CRITERION_MET, "2 décors" },
  { "diffuseur", "confirme", channel, PLT_CRITERION_MET, "Chaîne du Large" },
  { "diffuseur", "confirme", channel_asked, PLT_CRITERION_UNKNOWN, "par lettre" },
  { "diffuseur", "confirme", channel_lost, PLT_CRITERION_FAILED, "Aucun diffuseur" },
  { "diffuseur", "confirme", nothing, PLT_CRITERION_FAILED, "Aucun diffuseur" },
  { "distributeur", "confirme", releaser, PLT_CRITERION_MET, "engagé" },
  { "distributeur", "confirme", channel, PLT_CRITERION_FAILED, "Aucun distributeur" },
  { "source", "cnc", other_aid, PLT_CRITERION_MET, "plan de financement" },
  { "source", "cnc", hoped_aid, PLT_CRITERION_FAILED, "Aucune source" },
  { "coproducteur-etranger", "", foreigner, PLT_CRITERION_MET, "engagé" },
  { "coproducteur-etranger", "", fund_only, PLT_CRITERION_FAILED, "Aucun coproducteur" },
  { "diffuseur-part", "250000", quarter, PLT_CRITERION_MET, "des diffuseurs" },
  { "diffuseur-part", "250000", half, PLT_CRITERION_FAILED, "des diffuseurs" },
  { "finance-min", "500000", half, PLT_CRITERION_MET, "hors producteur" },
  { "finance-min", "500000", tenth, PLT_CRITERION_FAILED, "hors producteur" },
  { "finance-min", "500000", own, PLT_CRITERION_FAILED, "hors producteur" },
  { "finance-max", "100", half, PLT_CRITERION_FAILED, "au plus" },
  { "finance-max", "100000000000", half, PLT_CRITERION_MET, "au plus" },
  { "budget-max", "100000000000", nothing, PLT_CRITERION_MET, "Devis de" },
  { "budget-max", "100", nothing, PLT_CRITERION_FAILED, "au plus" },
  { "depense-min", "100000000000", nothing, PLT_CRITERION_FAILED, "au moins" },
  { "part-francaise-min", "500000", french, PLT_CRITERION_MET, "70" },
  { "part-francaise-min", "500000", minority, PLT_CRITERION_FAILED, "20" },
  { "part-francaise-max", "800000", french, PLT_CRITERION_MET, "au plus" },
  { "part-francaise-min", "500000", no_share, PLT_CRITERION_UNKNOWN, "part française" },
  { "avant-tournage", "", shoots_later, PLT_CRITERION_MET, "10/05/2027" },
  { "avant-tournage", "", has_shot, PLT_CRITERION_FAILED, "12/05/2026" },
  { "avant-tournage", "", no_dates, PLT_CRITERION_UNKNOWN, "pas de date" },
  { "apres-tournage", "", has_shot, PLT_CRITERION_MET, "Dernier jour" },
  { "apres-tournage", "", shoots_later, PLT_CRITERION_FAILED, "Dernier jour" },
  { "visa", "", visa, PLT_CRITERION_MET, "visa" },
  { "visa", "", no_visa, PLT_CRITERION_FAILED, "visa" },
  { "scenario", "", nothing, PLT_CRITERION_MET, "4 séquences" },
  { "interpretes-min", "1", nothing, PLT_CRITERION_MET, "rôle" },
  { "interpretes-min", "30", nothing, PLT_CRITERION_FAILED, "il en faut 30" },
  { "a-dire", "", nothing, PLT_CRITERION_UNKNOWN, "oui ou non" },
  { "a-dire", "", says_yes, PLT_CRITERION_MET, "oui" },
  { "a-dire", "", says_no, PLT_CRITERION_FAILED, "non" },
  { "a-dire", "", says_other, PLT_CRITERION_UNKNOWN, "oui ou non" },
  { "a-dire", "", says_maybe, PLT_CRITERION_UNKNOWN, "oui ou non" },
  { "astrologie", "", nothing, PLT_CRITERION_UNKNOWN, "pas connu" },
};

#define HEAD                                                                                       \
  "code\tlibelle\torganisme\tgroupe\tligne\tnature\tpropriete\ttypes\tobjet\techeances\tmarque\n"
#define SCHEME(code_, days_)                                                                       \
  code_ "\tFonds d’essai\tFonds\tregions\tregion\tsubvention\tpublic\tlong-metrage\tEssai\t" days_ \
        "\tsource\n"
#define CRITERIA "financeur\trang\ttest\tvaleur\tlibelle\tobligatoire\tmarque\n"

static GPtrArray *
list_of (PltFacts *facts, PltFundingCatalogue **catalogue, PltDate today)
{
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltBudget) budget = plt_budget_new (facts, 0, plan);

  *catalogue = plt_funding_catalogue_new (facts);
  return plt_eligibility_list (facts, plan, budget, *catalogue, today);
}

static PltFacts *
new_film (void)
{
  PltFacts *facts = film_new ();

  facts->production.kind = "court-metrage";
  facts->production.language = facts->production.aid_class = "";
  facts->production.french_share_e6 = PLT_UNKNOWN;
  facts->production.visa_date = PLT_DATE_NONE;
  return facts;
}

static void
test_criteria (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = new_film ();
      g_autoptr (PltFundingCatalogue) catalogue = NULL;
      g_autoptr (GPtrArray) list = NULL;
      g_autofree char *criteria = g_strdup_printf (
          CRITERIA "essai\t1\t%s\t%s\tCritère\toui\tsource\n", cases[i].test, cases[i].value);
      const PltEligibility *one;
      const PltCriterionResult *result;

      keep (facts, "financeurs", HEAD SCHEME ("essai", ""));
      keep (facts, "financeurs-criteres", criteria);
      cases[i].make (facts);
      list = list_of (facts, &catalogue, TODAY);
      one = plt_eligibility_find (list, "essai");
      result = &g_array_index (one->results, PltCriterionResult, 0);
      g_test_message ("%u %s: %s", i, cases[i].test, result->reason);
      g_assert_cmpint (result->state, ==, cases[i].state);
      g_assert_nonnull (strstr (result->reason, cases[i].reason));
      g_assert_cmpint (one->standing, ==,
                       cases[i].state == PLT_CRITERION_MET      ? PLT_STANDING_OPEN
                       : cases[i].state == PLT_CRITERION_FAILED ? PLT_STANDING_CLOSED
                                                                : PLT_STANDING_INCOMPLETE);
      g_assert_cmpuint (one->note, ==, cases[i].state == PLT_CRITERION_MET ? 100 : 0);
      if (cases[i].state != PLT_CRITERION_MET && strcmp (cases[i].test, "a-dire") != 0
          && strcmp (cases[i].test, "astrologie") != 0)
        g_assert_nonnull (result->ref.table); /* a door to where it is entered */
    }
}

/* Two mandatory of three and one that only weighs: 2 × 2 / (2 × 3 + 1) = 57. */
static void
test_note (void)
{
  g_autoptr (PltFacts) facts = new_film ();
  g_autoptr (PltFundingCatalogue) catalogue = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const PltEligibility *one;
  PltApplicationFacts *application;

  keep (facts, "financeurs",
        HEAD SCHEME ("ferme", "") SCHEME ("essai", "11-30") SCHEME ("ouvert", "")
            SCHEME ("ouvert-2", "") SCHEME ("leger", ""));
  keep (facts, "financeurs-criteres",
        CRITERIA "ferme\t1\ttype\tx\tGenre\toui\tsource\n"
                 "essai\t1\tscenario\t\tScénario\toui\tsource\n"
                 "essai\t2\tinterpretes-min\t1\tRôles\toui\tsource\n"
                 "essai\t3\ta-dire\t\tÀ dire\toui\tsource\n"
                 "essai\t4\ta-dire\t\tÀ dire\tnon\tsource\n"
                 "ouvert\t1\tscenario\t\tScénario\toui\tsource\n"
                 "ouvert-2\t1\tscenario\t\tScénario\toui\tsource\n"
                 "leger\t1\tscenario\t\tScénario\toui\tsource\n"
                 "leger\t2\ttype\tx\tGenre\tnon\tsource\n");
  application = PLT_FACTS_ADD (facts->applications, PltApplicationFacts, 1);
  application->name = application->contact = application->note = "";
  application->scheme = "essai";
  application->answer = "en-attente";
  list = list_of (facts, &catalogue, TODAY);

  one = plt_eligibility_find (list, "essai");
  g_assert_cmpuint (one->note, ==, 57);
  g_assert_cmpint (one->standing, ==, PLT_STANDING_INCOMPLETE);
  g_assert_cmpuint (one->n_met, ==, 2);
  g_assert_cmpuint (one->n_unknown, ==, 2);
  g_assert_cmpint (one->deadline, ==, plt_date_from_ymd (2026, 11, 30));
  g_assert_cmpint (one->days_left, ==, 8);
  g_assert_true (one->application == application);
  one = plt_eligibility_find (list, "leger");
  g_assert_cmpint (one->standing, ==, PLT_STANDING_OPEN); /* only weighs: 2 / 3 */
  g_assert_cmpuint (one->note, ==, 66);
  g_assert_null (one->closed_reason);
  one = plt_eligibility_find (list, "ferme");
  g_assert_nonnull (strstr (one->closed_reason, "court métrage"));

  {
    static const char *const order[] = { "ouvert", "ouvert-2", "leger", "essai", "ferme" };

    for (guint i = 0; i < list->len; i++)
      g_assert_cmpstr (((const PltEligibility *) list->pdata[i])->scheme->code, ==, order[i]);
  }
}

/* The whole catalogue on a film of which nothing is known: nothing is open by ignorance. */
static void
test_shipped (void)
{
  g_autoptr (PltFacts) facts = new_film ();
  g_autoptr (PltFundingCatalogue) catalogue = NULL;
  g_autoptr (GPtrArray) list = NULL;

  plt_funding_catalogue_lend (facts);
  no_length (facts);
  unplaced (facts);
  list = list_of (facts, &catalogue, PLT_DATE_NONE);
  g_assert_cmpuint (list->len, ==, catalogue->schemes->len);
  for (guint i = 0; i < list->len; i++)
    {
      const PltEligibility *one = list->pdata[i];

      g_assert_cmpint (one->deadline, ==, PLT_DATE_NONE);
      g_assert_cmpint (one->days_left, ==, -1);
      for (guint r = 0; r < one->results->len; r++)
        {
          const PltCriterionResult *result = &g_array_index (one->results, PltCriterionResult, r);

          g_assert_cmpstr (result->reason, !=, "Ce critère n’est pas connu de ce programme.");
          if (result->state != PLT_CRITERION_MET && result->criterion->mandatory)
            g_assert_cmpint (one->standing, !=, PLT_STANDING_OPEN);
        }
    }
}

/* ---- findings ---- */

static guint
n_issues (const GPtrArray *issues, const char *rule)
{
  guint n = 0;

  for (guint i = 0; i < issues->len; i++)
    n += strcmp (((const PltIssue *) issues->pdata[i])->rule, rule) == 0 ? 1 : 0;
  return n;
}

static void
test_findings (void)
{
  static const struct
  {
    gint64 deadline, filed; /* days from today; G_MAXINT64: none */
    const char *answer, *status;
    const char *document; /* NULL: none missing */
    guint deadlines, answers, documents;
  } table[] = {
    { 15, G_MAXINT64, "en-attente", "demande", "Devis", 0, 0, 0 },
    { 14, G_MAXINT64, "en-attente", "demande", "Devis", 1, 0, 0 },
    { 0, G_MAXINT64, "", "demande", "Devis", 1, 0, 0 },
    { 5, G_MAXINT64, "en-attente", "demande", NULL, 0, 0, 0 },
    { 5, G_MAXINT64, "en-attente", "demande", "Visuels (facultatif)", 0, 0, 0 },
    { -1, G_MAXINT64, "en-attente", "demande", NULL, 1, 0, 0 },
    { -1, -3, "en-attente", "demande", NULL, 0, 0, 0 },
    { 5, -3, "en-attente", "demande", "Devis", 0, 0, 1 },
    { 5, -3, "en-attente", "demande", "Visuels (facultatif)", 0, 0, 0 },
    { 5, -3, "refuse", "refuse", "Devis", 0, 0, 0 },
    { 5, -3, "accorde", "demande", NULL, 0, 1, 0 },
    { 5, -3, "accorde", "confirme", NULL, 0, 0, 0 },
    { 5, -3, "accorde", "acquis", NULL, 0, 0, 0 },
    { 5, -3, "refuse", "demande", NULL, 0, 1, 0 },
    { 5, -3, "retire", "espere", NULL, 0, 1, 0 },
    { 5, -3, "ajourne", "demande", NULL, 0, 0, 0 },
    { G_MAXINT64, G_MAXINT64, "en-attente", "demande", "Devis", 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (PltFacts) facts = new_film ();
      g_autoptr (GPtrArray) issues = plt_issues_new ();
      g_autoptr (GPtrArray) undated = plt_issues_new ();
      PltApplicationFacts *application
          = PLT_FACTS_ADD (facts->applications, PltApplicationFacts, 1);

      application->name = "Fonds d’essai";
      application->scheme = application->contact = application->note = "";
      application->funding_source = add_source (facts, "regions", 100, table[i].status)->id;
      application->deadline_date
          = table[i].deadline != G_MAXINT64 ? TODAY + (PltDate) table[i].deadline : PLT_DATE_NONE;
      application->filed_date
          = table[i].filed != G_MAXINT64 ? TODAY + (PltDate) table[i].filed : PLT_DATE_NONE;
      application->answer = table[i].answer;
      if (table[i].document != NULL)
        {
          PltApplicationDocumentFacts *document
              = PLT_FACTS_ADD (facts->application_documents, PltApplicationDocumentFacts, 1);

          document->funding_application = 1;
          document->name = table[i].document;
          document->document = "";
        }
      plt_check_funding (facts, TODAY, issues);
      g_test_message ("%u", i);
      g_assert_cmpuint (n_issues (issues, "funding.deadline"), ==, table[i].deadlines);
      g_assert_cmpuint (n_issues (issues, "funding.answer"), ==, table[i].answers);
      g_assert_cmpuint (n_issues (issues, "funding.document"), ==, table[i].documents);
      plt_check_funding (facts, PLT_DATE_NONE, undated);
      g_assert_cmpuint (n_issues (undated, "funding.deadline"), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/funding-eligibility/criteria", test_criteria);
  g_test_add_func ("/funding-eligibility/note", test_note);
  g_test_add_func ("/funding-eligibility/shipped", test_shipped);
  g_test_add_func ("/funding-eligibility/findings", test_findings);
  return g_test_run ();
}
