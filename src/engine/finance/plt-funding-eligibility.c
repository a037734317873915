#include "plt-funding-eligibility.h"

#include <string.h>

#include "plt-text.h"

typedef struct
{
  const PltFacts *facts;
  const PltPlan *plan;
  const PltBudget *budget;
  PltDate today;
  const PltScheme *scheme;
} Reader;

typedef void (*Test) (const Reader *self, PltCriterionResult *result);

/* ---- answers ---- */

static void answer (PltCriterionResult *result, PltCriterionState state, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static void
answer (PltCriterionResult *result, PltCriterionState state, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  result->state = state;
  result->reason = g_strdup_vprintf (format, args);
  va_end (args);
}

static void
at_production (const Reader *self, PltCriterionResult *result, const char *column)
{
  result->ref = (PltRef){ "production", self->facts->production.id, column };
}

static PltCriterionState
met_if (gboolean met)
{
  return met ? PLT_CRITERION_MET : PLT_CRITERION_FAILED;
}

static gint64
number_of (const PltCriterion *criterion)
{
  gint64 value;

  return g_ascii_string_to_signed (criterion->value, 10, 0, G_MAXINT64 / 4, &value, NULL)
             ? value
             : PLT_UNKNOWN;
}

static char *
percent (gint64 e6)
{
  g_autofree char *number = plt_number_format (e6, 4, 0);

  return g_strdup_printf ("%s\u202f%%", number);
}

/* ---- the work ---- */

static const char *
kind_words (const char *kind)
{
  static const struct
  {
    const char *id, *words;
  } kinds[] = {
    { "court-metrage", "un court métrage" },
    { "long-metrage", "un long métrage" },
    { "unitaire", "un unitaire" },
    { "serie", "une série" },
    { "documentaire", "un documentaire" },
    { "flux", "une émission de flux" },
    { "captation", "une captation" },
    { "spectacle", "un spectacle" },
    { "tournee", "une tournée" },
    { "festival", "un festival" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].id, kind) == 0)
      return kinds[i].words;
  return "une production d’un autre genre";
}

static void
test_kind (const Reader *self, PltCriterionResult *result)
{
  const char *kind = self->facts->production.kind;
  gboolean fits = plt_scheme_is_for (self->scheme, kind);

  at_production (self, result, "kind");
  answer (result, met_if (fits), "La production est %s%s.", kind_words (kind),
          fits ? "" : ", ce dispositif ne la concerne pas");
}

/* What the production says of the tax credit; "". */
static const char *
said (const PltFacts *facts, const char *name)
{
  for (guint i = 0; i < facts->parameters.n; i++)
    if (strcmp (facts->parameters.items[i].name, name) == 0)
      return facts->parameters.items[i].value;
  return "";
}

/* "45|documentaire:24": 45 minutes, but 24 of a production of that kind, or of that genre of tax
 * credit when the production says one. */
static gint64
minutes_of (const Reader *self, const PltCriterion *criterion)
{
  g_auto (GStrv) limits = g_strsplit (criterion->value, "|", -1);
  const char *genre = said (self->facts, "genre");
  const char *kind = *genre != '\0' ? genre : self->facts->production.kind;
  g_autofree char *prefix = g_strconcat (kind != NULL ? kind : "", ":", NULL);
  const char *found = *limits;
  gint64 value;

  for (char **limit = limits; *limit != NULL; limit++)
    if (g_str_has_prefix (*limit, prefix))
      found = *limit + strlen (prefix);
  return found != NULL && g_ascii_string_to_signed (found, 10, 0, 100000, &value, NULL)
             ? value
             : PLT_UNKNOWN;
}

static void
test_length (const Reader *self, PltCriterionResult *result)
{
  gint64 limit = minutes_of (self, result->criterion);
  gint64 seconds = self->facts->production.target_seconds;
  gboolean least = strcmp (result->criterion->test, "duree-min") == 0;

  at_production (self, result, "target_seconds");
  if (seconds == PLT_UNKNOWN || seconds <= 0 || limit == PLT_UNKNOWN)
    answer (result, PLT_CRITERION_UNKNOWN,
            "La durée visée n’est pas indiquée : la saisir dans la fiche de la production.");
  else
    answer (result, met_if (least ? seconds >= limit * 60 : seconds <= limit * 60),
            "Durée visée de %d minutes, il en faut %d au %s.", (int) (seconds / 60), (int) limit,
            least ? "moins" : "plus");
}

static void
test_language (const Reader *self, PltCriterionResult *result)
{
  const char *language = self->facts->production.language;

  at_production (self, result, "language");
  if (language == NULL || *language == '\0')
    answer (result, PLT_CRITERION_UNKNOWN,
            "La langue de tournage n’est pas indiquée : la saisir dans la fiche de la production.");
  else
    answer (result,
            met_if (plt_text_contains (language, result->criterion->value)
                    || strcmp (language, "fr") == 0),
            "Langue de tournage : %s.", language);
}

static void
test_first_work (const Reader *self, PltCriterionResult *result)
{
  const char *class = self->facts->production.aid_class;

  at_production (self, result, "aid_class");
  if (class == NULL || *class == '\0')
    answer (result, PLT_CRITERION_UNKNOWN,
            "La classe d’aide n’est pas choisie : dire si c’est une première ou deuxième œuvre.");
  else if (g_str_has_suffix (class, "-difficile"))
    answer (result, PLT_CRITERION_MET,
            "Œuvre classée difficile : première ou deuxième œuvre, ou petit budget.");
  else if (strcmp (class, "court-metrage") == 0)
    answer (result, PLT_CRITERION_UNKNOWN,
            "La classe du court métrage ne dit pas si c’est une première œuvre.");
  else
    answer (result, PLT_CRITERION_FAILED,
            "La classe d’aide n’est pas celle d’une première ou deuxième œuvre.");
}

/* ---- places ---- */

/* Whether the postcode begins with one of these; with none of them asked, anywhere. */
static gboolean
lies_in (const PltLocationFacts *place, const char *prefixes)
{
  g_auto (GStrv) all = g_strsplit (prefixes, "|", -1);

  if (*all == NULL)
    return TRUE;
  for (char **prefix = all; *prefix != NULL; prefix++)
    if (g_str_has_prefix (place->postcode, *prefix))
      return TRUE;
  return FALSE;
}

typedef struct
{
  guint n, n_in, n_located;
  const char *name; /* of the first place that fits */
} Places;

/* The places of the séquences, a séquence of no known place counting as not located. */
static Places
count_places (const Reader *self, const char *prefixes)
{
  const PltFacts *facts = self->facts;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Places places = { 0 };

  for (guint i = 0; i < facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &facts->sequences.items[i];
      const PltSetFacts *set = PLT_FACTS_FIND (facts->sets, PltSetFacts, sequence->set);
      gint64 id = sequence->location != 0 ? sequence->location : set != NULL ? set->location : 0;
      const PltLocationFacts *place = PLT_FACTS_FIND (facts->locations, PltLocationFacts, id);
      gint64 key = sequence->location != 0 ? -sequence->location : sequence->set;

      if (!g_hash_table_add (seen, PLT_ID_TO_POINTER (key)))
        continue;
      places.n++;
      if (place == NULL || *place->postcode == '\0')
        continue;
      places.n_located++;
      if (!lies_in (place, prefixes))
        continue;
      places.n_in++;
      if (places.name == NULL)
        places.name = place->name;
    }
  return places;
}

static void
test_departments (const Reader *self, PltCriterionResult *result)
{
  Places places = count_places (self, result->criterion->value);

  result->ref = (PltRef){ "location", 0, "postcode" };
  if (places.n_in > 0)
    answer (result, PLT_CRITERION_MET, "%u décor%s sur %u : %s.", places.n_in,
            places.n_in > 1 ? "s" : "", places.n, places.name);
  else if (places.n == 0 || places.n_located < places.n)
    answer (result, PLT_CRITERION_UNKNOWN,
            "%u décor%s sur %u sans lieu ni code postal : les saisir dans les lieux.",
            places.n - places.n_located, places.n - places.n_located > 1 ? "s" : "", places.n);
  else
    answer (result, PLT_CRITERION_FAILED, "Aucun des %u décors n’est situé là.", places.n);
}

/* The region of the scheme: its first criterion of place says which départements. */
static const char *
departments_of (const PltScheme *scheme)
{
  for (guint i = 0; i < scheme->criteria->len; i++)
    {
      const PltCriterion *criterion = &g_array_index (scheme->criteria, PltCriterion, i);

      if (strcmp (criterion->test, "departements") == 0)
        return criterion->value;
    }
  return "-";
}

static void
test_departments_part (const Reader *self, PltCriterionResult *result)
{
  Places places = count_places (self, departments_of (self->scheme));
  gint64 part = number_of (result->criterion);
  guint unknown = places.n - places.n_located;

  result->ref = (PltRef){ "location", 0, "postcode" };
  if (places.n == 0 || part == PLT_UNKNOWN)
    answer (result, PLT_CRITERION_UNKNOWN, "Aucun décor n’est encore situé.");
  else if ((gint64) places.n_in * PLT_RATE_ONE >= part * places.n)
    answer (result, PLT_CRITERION_MET, "%u décors sur %u.", places.n_in, places.n);
  else if ((gint64) (places.n_in + unknown) * PLT_RATE_ONE >= part * places.n)
    answer (result, PLT_CRITERION_UNKNOWN, "%u décors sur %u, %u encore sans lieu.", places.n_in,
            places.n, unknown);
  else
    answer (result, PLT_CRITERION_FAILED, "%u décors sur %u seulement.", places.n_in, places.n);
}

/* ---- money ---- */

static gboolean
is_engaged (const PltFundingFacts *source)
{
  return strcmp (source->status, "confirme") == 0 || strcmp (source->status, "acquis") == 0;
}

static gboolean
is_refused (const PltFundingFacts *source)
{
  return strcmp (source->status, "refuse") == 0;
}

static gboolean
cost_of (const Reader *self, PltMoney *cost)
{
  *cost = self->budget != NULL && self->budget->budget != NULL ? self->budget->total : PLT_UNKNOWN;
  return *cost != PLT_UNKNOWN && *cost > 0;
}

static void
test_cost (const Reader *self, PltCriterionResult *result)
{
  gint64 limit = number_of (result->criterion);
  gboolean most = strcmp (result->criterion->test, "budget-max") == 0;
  PltMoney cost;

  result->ref = (PltRef){ "budget", self->facts->production.budget, NULL };
  if (!cost_of (self, &cost) || limit == PLT_UNKNOWN)
    answer (result, PLT_CRITERION_UNKNOWN, "Le devis n’est pas chiffré.");
  else
    {
      g_autofree char *have = plt_money_format (cost);
      g_autofree char *wanted = plt_money_format (limit);

      answer (result,
              self->budget->incomplete ? PLT_CRITERION_UNKNOWN
              : most                   ? met_if (cost <= limit)
                                       : met_if (cost >= limit),
              "Devis de %s%s, il en faut %s au %s.", have,
              self->budget->incomplete ? " incomplet" : "", wanted, most ? "plus" : "moins");
    }
}

/* A source of a group: engaged, or only asked for. */
static void
test_group (const Reader *self, PltCriterionResult *result, const char *group, const char *who)
{
  const PltFundingFacts *hoped = NULL;

  result->ref = (PltRef){ "funding_source", 0, NULL };
  for (guint i = 0; i < self->facts->funding.n; i++)
    {
      const PltFundingFacts *source = &self->facts->funding.items[i];

      if (strcmp (source->group, group) != 0 || is_refused (source))
        continue;
      result->ref.id = source->id;
      result->ref.column = "status";
      if (is_engaged (source))
        {
          answer (result, PLT_CRITERION_MET, "« %s » est engagé.", source->name);
          return;
        }
      hoped = source;
    }
  if (hoped != NULL)
    answer (result, PLT_CRITERION_UNKNOWN, "« %s » n’est pas encore confirmé par lettre.",
            hoped->name);
  else
    answer (result, PLT_CRITERION_FAILED, "Aucun %s dans le plan de financement.", who);
}

static void
test_broadcaster (const Reader *self, PltCriterionResult *result)
{
  test_group (self, result, "diffuseurs", "diffuseur");
}

static void
test_distributor (const Reader *self, PltCriterionResult *result)
{
  test_group (self, result, "distributeurs", "distributeur");
}

static void
test_source (const Reader *self, PltCriterionResult *result)
{
  const char *wanted = result->criterion->value;
  gboolean by_group = strcmp (result->criterion->test, "source") == 0;

  result->ref = (PltRef){ "funding_source", 0, NULL };
  for (guint i = 0; i < self->facts->funding.n; i++)
    {
      const PltFundingFacts *source = &self->facts->funding.items[i];
      gboolean other = strcmp (source->scheme != NULL ? source->scheme : "", self->scheme->code);
      gboolean fits
          = by_group
                ? strcmp (source->group, wanted) == 0
                : plt_text_contains (source->name, wanted)
                      || g_str_has_prefix (source->scheme != NULL ? source->scheme : "", wanted);

      if (!fits || !other || is_refused (source) || strcmp (source->status, "espere") == 0)
        continue;
      result->ref.id = source->id;
      answer (result, PLT_CRITERION_MET, "« %s » est dans le plan de financement.", source->name);
      return;
    }
  answer (result, PLT_CRITERION_FAILED, "Aucune source de ce genre n’est demandée ni obtenue.");
}

static void
test_foreign (const Reader *self, PltCriterionResult *result)
{
  result->ref = (PltRef){ "funding_source", 0, NULL };
  for (guint i = 0; i < self->facts->funding.n; i++)
    {
      const PltFundingFacts *source = &self->facts->funding.items[i];
      gboolean foreign
          = g_strcmp0 (source->line, "coproducteur-etranger") == 0
            || (strcmp (source->group, "etranger") == 0 && g_strcmp0 (source->line, "europe") != 0);

      if (!foreign || is_refused (source))
        continue;
      result->ref.id = source->id;
      answer (result, is_engaged (source) ? PLT_CRITERION_MET : PLT_CRITERION_UNKNOWN,
              is_engaged (source) ? "« %s » est engagé." : "« %s » n’est pas encore confirmé.",
              source->name);
      return;
    }
  answer (result, PLT_CRITERION_FAILED, "Aucun coproducteur étranger dans le plan de financement.");
}

/* What a group, or all sources, engaged; the producer aside when all are meant. */
static PltMoney
engaged_of (const Reader *self, const char *group, gboolean *unknown)
{
  PltMoney sum = 0;

  *unknown = FALSE;
  for (guint i = 0; i < self->facts->funding.n; i++)
    {
      const PltFundingFacts *source = &self->facts->funding.items[i];

      if (!is_engaged (source)
          || (group != NULL ? strcmp (source->group, group) != 0
                            : strcmp (source->group, "apports-producteurs") == 0))
        continue;
      if (source->amount_cents == PLT_UNKNOWN || !plt_money_add (sum, source->amount_cents, &sum))
        *unknown = TRUE;
    }
  return sum;
}

static void
test_part (const Reader *self, PltCriterionResult *result)
{
  gboolean broadcasters = strcmp (result->criterion->test, "diffuseur-part") == 0, unknown;
  PltMoney sum = engaged_of (self, broadcasters ? "diffuseurs" : NULL, &unknown), cost;
  gint64 wanted = number_of (result->criterion), rate;
  g_autofree char *have = NULL, *need = NULL;

  result->ref = (PltRef){ "funding_source", 0, NULL };
  if (!cost_of (self, &cost) || wanted == PLT_UNKNOWN
      || !plt_number_mul_div (sum, PLT_RATE_ONE, cost, PLT_ROUND_DOWN, &rate))
    {
      answer (result, PLT_CRITERION_UNKNOWN, "Le devis n’est pas chiffré.");
      return;
    }
  have = percent (rate);
  need = percent (wanted);
  answer (result,
          rate >= wanted                        ? PLT_CRITERION_MET
          : unknown || self->budget->incomplete ? PLT_CRITERION_UNKNOWN
                                                : PLT_CRITERION_FAILED,
          "%s du devis confirmés ou acquis%s, il en faut %s.", have,
          broadcasters ? " des diffuseurs" : " hors producteur", need);
}

static void
test_financed_most (const Reader *self, PltCriterionResult *result)
{
  gboolean unknown;
  PltMoney sum = engaged_of (self, NULL, &unknown);
  gint64 limit = number_of (result->criterion);
  g_autofree char *have = plt_money_format (sum);
  g_autofree char *most = plt_money_format (limit != PLT_UNKNOWN ? limit : 0);

  result->ref = (PltRef){ "funding_source", 0, NULL };
  answer (result, unknown || limit == PLT_UNKNOWN ? PLT_CRITERION_UNKNOWN : met_if (sum <= limit),
          "%s confirmés ou acquis hors producteur, %s au plus.", have, most);
}

static void
test_french_share (const Reader *self, PltCriterionResult *result)
{
  gint64 share = self->facts->production.french_share_e6, limit = number_of (result->criterion);
  gboolean least = strcmp (result->criterion->test, "part-francaise-min") == 0;

  at_production (self, result, "french_share_e6");
  if (share == PLT_UNKNOWN || limit == PLT_UNKNOWN)
    answer (result, PLT_CRITERION_UNKNOWN,
            "La part française n’est pas indiquée : la saisir dans la fiche de la production.");
  else
    {
      g_autofree char *have = percent (share);
      g_autofree char *wanted = percent (limit);

      answer (result, met_if (least ? share >= limit : share <= limit),
              "Part française de %s, il en faut %s au %s.", have, wanted, least ? "moins" : "plus");
    }
}

/* ---- time and matter ---- */

static void
test_before_shooting (const Reader *self, PltCriterionResult *result)
{
  PltDate first = plt_plan_first_date (self->plan);

  at_production (self, result, "start_date");
  if (first == PLT_DATE_NONE || self->today == PLT_DATE_NONE)
    answer (result, PLT_CRITERION_UNKNOWN,
            "Le premier jour de tournage n’a pas de date : la saisir dans le plan de travail.");
  else
    {
      g_autofree char *day = plt_date_format_numeric (first);

      answer (result, met_if (self->today < first), "Premier jour de tournage le %s.", day);
    }
}

static void
test_after_shooting (const Reader *self, PltCriterionResult *result)
{
  PltDate last = plt_plan_last_date (self->plan);

  at_production (self, result, "start_date");
  if (last == PLT_DATE_NONE || self->today == PLT_DATE_NONE)
    answer (result, PLT_CRITERION_UNKNOWN,
            "Le dernier jour de tournage n’a pas de date : la saisir dans le plan de travail.");
  else
    {
      g_autofree char *day = plt_date_format_numeric (last);

      answer (result, met_if (self->today > last), "Dernier jour de tournage le %s.", day);
    }
}

static void
test_visa (const Reader *self, PltCriterionResult *result)
{
  PltDate visa = self->facts->production.visa_date;

  at_production (self, result, "visa_date");
  if (visa == PLT_DATE_NONE)
    answer (result, PLT_CRITERION_FAILED, "Pas encore de visa dans la fiche de la production.");
  else
    answer (result,
            self->today == PLT_DATE_NONE ? PLT_CRITERION_UNKNOWN : met_if (visa <= self->today),
            "Date du visa dans la fiche de la production.");
}

static void
test_script (const Reader *self, PltCriterionResult *result)
{
  result->ref = (PltRef){ "sequence", 0, NULL };
  answer (result, met_if (self->facts->sequences.n > 0), "%u séquence%s dans le scénario.",
          self->facts->sequences.n, self->facts->sequences.n > 1 ? "s" : "");
}

static void
test_performers (const Reader *self, PltCriterionResult *result)
{
  gint64 wanted = number_of (result->criterion);
  guint n = 0;

  for (guint i = 0; i < self->facts->elements.n; i++)
    {
      const PltCategoryFacts *category = PLT_FACTS_FIND (self->facts->categories, PltCategoryFacts,
                                                         self->facts->elements.items[i].category);

      n += category != NULL && strcmp (category->family, "roles") == 0 ? 1 : 0;
    }
  result->ref = (PltRef){ "element", 0, NULL };
  answer (result, met_if ((gint64) n >= wanted), "%u rôle%s au dépouillement, il en faut %d.", n,
          n > 1 ? "s" : "", (int) wanted);
}

static void
test_said (const Reader *self, PltCriterionResult *result)
{
  g_autofree char *name = plt_eligibility_parameter (self->scheme, result->criterion);

  for (guint i = 0; i < self->facts->parameters.n; i++)
    {
      const PltParameterFacts *parameter = &self->facts->parameters.items[i];

      if (strcmp (parameter->name, name) != 0)
        continue;
      result->ref = (PltRef){ "parameter", parameter->id, "value" };
      if (strcmp (parameter->value, "oui") == 0 || strcmp (parameter->value, "non") == 0)
        {
          answer (result, met_if (strcmp (parameter->value, "oui") == 0),
                  "Répondu par la production : %s.", parameter->value);
          return;
        }
    }
  answer (result, PLT_CRITERION_UNKNOWN, "À dire par la production : répondre oui ou non.");
}

/* ---- all of them ---- */

static const struct
{
  const char *id;
  Test test;
} tests[] = {
  { "type", test_kind },
  { "duree-min", test_length },
  { "duree-max", test_length },
  { "langue", test_language },
  { "premiere-oeuvre", test_first_work },
  { "departements", test_departments },
  { "departements-part", test_departments_part },
  { "budget-max", test_cost },
  { "depense-min", test_cost },
  { "diffuseur", test_broadcaster },
  { "distributeur", test_distributor },
  { "source", test_source },
  { "source-organisme", test_source },
  { "coproducteur-etranger", test_foreign },
  { "diffuseur-part", test_part },
  { "finance-min", test_part },
  { "finance-max", test_financed_most },
  { "part-francaise-min", test_french_share },
  { "part-francaise-max", test_french_share },
  { "avant-tournage", test_before_shooting },
  { "apres-tournage", test_after_shooting },
  { "visa", test_visa },
  { "scenario", test_script },
  { "interpretes-min", test_performers },
  { "a-dire", test_said },
};

static void
run_test (const Reader *self, PltCriterionResult *result)
{
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    if (strcmp (tests[i].id, result->criterion->test) == 0)
      {
        tests[i].test (self, result);
        return;
      }
  answer (result, PLT_CRITERION_UNKNOWN, "Ce critère n’est pas connu de ce programme.");
}

static void
result_clear (gpointer data)
{
  g_free (((PltCriterionResult *) data)->reason);
}

static void
eligibility_free (gpointer data)
{
  PltEligibility *self = data;

  g_array_unref (self->results);
  g_free (self);
}

/* Counts one result; the mandatory weigh two. */
static void
count (PltEligibility *self, const PltCriterionResult *result, guint *have, guint *whole)
{
  guint weight = result->criterion->mandatory ? 2 : 1;

  *whole += weight;
  if (result->state == PLT_CRITERION_MET)
    {
      *have += weight;
      self->n_met++;
    }
  else if (result->state == PLT_CRITERION_FAILED)
    self->n_failed++;
  else
    self->n_unknown++;
  if (!result->criterion->mandatory || result->state == PLT_CRITERION_MET)
    return;
  if (result->state == PLT_CRITERION_FAILED)
    {
      self->standing = PLT_STANDING_CLOSED;
      if (self->closed_reason == NULL)
        self->closed_reason = result->reason;
    }
  else if (self->standing == PLT_STANDING_OPEN)
    self->standing = PLT_STANDING_INCOMPLETE;
}

static const PltApplicationFacts *
last_application (const PltFacts *facts, const char *code)
{
  const PltApplicationFacts *last = NULL;

  for (guint i = 0; i < facts->applications.n; i++)
    if (strcmp (facts->applications.items[i].scheme, code) == 0
        && (last == NULL || facts->applications.items[i].id > last->id))
      last = &facts->applications.items[i];
  return last;
}

static PltEligibility *
read_scheme (const Reader *self)
{
  PltEligibility *eligibility = g_new0 (PltEligibility, 1);
  guint have = 0, whole = 0;

  eligibility->scheme = self->scheme;
  eligibility->results = g_array_new (FALSE, TRUE, sizeof (PltCriterionResult));
  g_array_set_clear_func (eligibility->results, result_clear);
  for (guint i = 0; i < self->scheme->criteria->len; i++)
    {
      PltCriterionResult result
          = { .criterion = &g_array_index (self->scheme->criteria, PltCriterion, i) };

      run_test (self, &result);
      g_array_append_val (eligibility->results, result);
      count (eligibility, &result, &have, &whole);
    }
  eligibility->note = whole > 0 ? have * 100 / whole : 0;
  eligibility->deadline = plt_scheme_next_deadline (self->scheme, self->today);
  eligibility->days_left
      = eligibility->deadline != PLT_DATE_NONE ? eligibility->deadline - self->today : -1;
  eligibility->application = last_application (self->facts, self->scheme->code);
  return eligibility;
}

/* Two that weigh the same stay as the catalogue has them: g_ptr_array_sort() is a merge sort, and
 * so stable. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const PltEligibility *one = *(const PltEligibility *const *) a;
  const PltEligibility *other = *(const PltEligibility *const *) b;

  if (one->standing != other->standing)
    return one->standing < other->standing ? -1 : 1;
  return one->note != other->note ? (one->note > other->note ? -1 : 1) : 0;
}

GPtrArray *
plt_eligibility_list (const PltFacts *facts,
                      const PltPlan *plan,
                      const PltBudget *budget,
                      const PltFundingCatalogue *catalogue,
                      PltDate today)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (eligibility_free);

  for (guint i = 0; i < catalogue->schemes->len; i++)
    {
      const Reader reader = { facts, plan, budget, today, catalogue->schemes->pdata[i] };

      g_ptr_array_add (list, read_scheme (&reader));
    }
  g_ptr_array_sort (list, compare);
  return list;
}

const PltEligibility *
plt_eligibility_find (const GPtrArray *list, const char *code)
{
  for (guint i = 0; i < list->len; i++)
    {
      const PltEligibility *one = list->pdata[i];

      if (g_strcmp0 (one->scheme->code, code) == 0)
        return one;
    }
  return NULL;
}

const char *
plt_standing_title (PltStanding standing)
{
  static const char *const titles[] = { "Ouvert", "À compléter", "Fermé" };

  return titles[standing];
}

char *
plt_eligibility_parameter (const PltScheme *scheme, const PltCriterion *criterion)
{
  return g_strdup_printf ("financeur.%s.%u", scheme->code, criterion->rank);
}
