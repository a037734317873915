/* Rates of the scales, against the published grids: IDCC 3097 (SPI, 11 April 2025), IDCC 2642
 * (fiction, 1 July 2025), performers (avenant of 1 August 2023). What follows from a row is counted
 * by hand beside it. */
#include "plt-rates.h"

#include <string.h>

#include "plt-money.h"
#include "plt-paths.h"
#include "plt-text.h"

static PltFacts *
new_facts (const char *agreement, const char *kind)
{
  static const char *const names[]
      = { "minima-3097", "minima-2642", "minima-artistes", "parametres-sociaux" };
  PltFacts *facts = plt_facts_new ();

  facts->production.agreement = agreement;
  facts->production.kind = kind;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("referentials/%s.tsv", names[i]);
      g_autoptr (GError) error = NULL;
      g_autofree char *content = plt_paths_read (path, NULL, &error);
      PltReferentialFacts *kept
          = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts, (gint64) i + 1);

      g_assert_no_error (error);
      kept->name = names[i];
      kept->version = "1";
      kept->content = g_string_chunk_insert (facts->strings, content);
    }
  return facts;
}

#define GRIP "Machiniste de prise de vues cinéma"
#define FIRST "1er assistant réalisateur"

static const struct
{
  const char *id, *agreement, *kind, *function, *base, *unit, *date;
  PltMoney amount;
  const char *how;
} found[] = {
  { "week", "3097", "long-metrage", GRIP, "sem39", "semaine", "2026-06-08", 100905, NULL },
  { "usual week", "3097", "long-metrage", GRIP, "", "semaine", "2026-06-08", 100905, NULL },
  { "by words", "3097", "long-metrage", "machiniste prise", "", "", "2026-06-08", 0, NULL },
  /* 1009,05 / 40 = 25,22625 */
  { "hour", "3097", "long-metrage", GRIP, "sem39", "heure", "2026-06-08", 2523, "sem39 ÷ 40" },
  /* 1009,05 / 5 */
  { "day of a week", "3097", "long-metrage", GRIP, "sem39", "jour", "2026-06-08", 20181,
    "sem39 ÷ 5" },
  /* 25,22625 x 1,25 x 7 = 220,7297 */
  { "day alone", "3097", "long-metrage", GRIP, "", "jour", "2026-06-08", 22073, NULL },
  { "annexe II, five days", "3097", "long-metrage", FIRST, "ann2_5j", "semaine", "2025-05-05",
    166443, NULL },
  { "annexe II, six days", "3097", "long-metrage", FIRST, "ann2_6j", "semaine", "2025-05-05",
    220074, NULL },
  /* 2 200,74 / 6 = 366,79 */
  { "annexe II, a day of six", "3097", "long-metrage", FIRST, "ann2_6j", "jour", "2025-05-05",
    36679, "semaine d’équivalence ÷ 6" },
  { "annexe III", "3097", "long-metrage", "1er assistant monteur", "ann3_nouveau", "semaine",
    "2026-06-08", 95054, NULL },
  { "with the trade inside", "3097", "long-metrage", "Electricien de construction", "sem39",
    "semaine", "2026-06-08", 104421, NULL },
  { "director by the week", "3097", "long-metrage",
    "Réalisateur cinéma, contrat < 5 mois (par semaine)", "", "semaine", "2026-06-08", 301527,
    NULL },
  { "director by the month", "3097", "long-metrage",
    "Réalisateur cinéma, contrat >= 5 mois (par mois)", "forfait", "mois", "2026-06-08", 856337,
    NULL },
  { "performer", "3097", "long-metrage", "Artiste-interprète", "", "cachet", "2026-06-08", 41825,
    NULL },
  { "performer, five days", "3097", "long-metrage", "artiste-interprete", "", "semaine",
    "2026-06-08", 126670, NULL },
  { "performer, six days", "3097", "long-metrage", "Artiste-interprète", "art_6j", "semaine",
    "2026-06-08", 157023, NULL },
  { "performer of a short film", "3097", "court-metrage", "Artiste-interprète", "cachet", "cachet",
    "2026-06-08", 14950, NULL },
  { "extra", "3097", "long-metrage", "Figurant", "", "jour", "2026-05-31", 10700, NULL },
  /* 8 x 12,31 x 1,10 = 108,328 */
  { "extra, at the legal minimum", "3097", "long-metrage", "Figurant", "", "jour", "2026-06-01",
    10833, NULL },
  { "2642 week", "2642", "serie", FIRST, "sem35-specialise", "semaine", "2026-06-08", 120113,
    NULL },
  /* 1201,13 / 35 = 34,318 */
  { "2642 hour", "2642", "serie", FIRST, "sem35-specialise", "heure", "2026-06-08", 3432,
    "sem35 ÷ 35" },
  { "2642 seven hours", "2642", "serie", FIRST, "jour_moins_5j_7h-specialise", "jour", "2026-06-08",
    26692, "sem35 ÷ 4,5" },
  { "2642 eight hours", "2642", "serie", FIRST, "jour_moins_5j_8h-specialise", "jour", "2026-06-08",
    30505, "sem35 × 8/31,5" },
  /* 1201,13 x 40/35 = 1372,72 */
  { "2642, 39 hours", "2642", "serie", FIRST, "sem39-specialise", "semaine", "2026-06-08", 137272,
    "sem35 × 40/35" },
  /* 1201,13 x 3,8 = 4564,294 */
  { "2642 month", "2642", "serie", FIRST, "sem35-specialise", "mois", "2026-06-08", 456429,
    "sem35 × 3,8" },
  { "2642 flux", "2642", "flux", FIRST, "", "semaine", "2026-06-08", 95789, NULL },
  { "2642 flux, asked for", "2642", "serie", FIRST, "sem35-flux", "semaine", "2026-06-08", 95789,
    NULL },
  { "2642 grip", "2642", "unitaire", "Machiniste", "", "semaine", "2026-06-08", 82985, NULL },
  { "television", "2642", "unitaire", "Artiste-interprète, journée unique", "", "cachet",
    "2024-12-31", 29317, NULL },
  { "television, 2025", "2642", "unitaire", "Artiste-interprète, journée unique", "", "cachet",
    "2025-01-01", 30499, NULL },
};

static void
test_found (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_autoptr (PltFacts) facts = new_facts (found[i].agreement, found[i].kind);
      g_autoptr (PltRates) rates = plt_rates_new (facts);
      g_autoptr (GError) error = NULL;
      PltRateQuery query = { NULL, found[i].function, found[i].base, found[i].unit,
                             plt_date_from_iso (found[i].date) };
      PltRate rate;

      if (found[i].amount == 0)
        {
          /* words that several functions hold are told, not chosen among */
          g_assert_cmpint (plt_rates_find (rates, &query, &rate, &error), ==, PLT_RATE_AMBIGUOUS);
          g_assert_nonnull (strstr (error->message, "Chef machiniste"));
          continue;
        }
      if (plt_rates_find (rates, &query, &rate, &error) != PLT_RATE_FOUND)
        g_error ("%s: %s", found[i].id, error->message);
      g_assert_no_error (error);
      if (rate.amount != found[i].amount)
        g_error ("%s: %" G_GINT64_FORMAT, found[i].id, rate.amount);
      g_assert_cmpstr (rate.how, ==, found[i].how);
      g_assert_false (rate.undated);
    }
}

static const struct
{
  const char *id, *agreement, *function, *base, *unit, *date;
  PltRateStatus status;
  const char *says;
} refused[] = {
  { "before the scale", "3097", GRIP, "", "semaine", "2024-10-31", PLT_RATE_NO_DATE, "01/11/2024" },
  { "function replaced", "3097", "1er assistant à la distribution des rôles", "", "semaine",
    "2026-05-01", PLT_RATE_NO_DATE, "any more" },
  { "amount not found", "3097", "Directeur de casting", "ann2_5j", "semaine", "2026-05-01",
    PLT_RATE_NO_AMOUNT, "not found in the texts" },
  { "no equivalence", "3097", "1er assistant monteur", "ann2_5j", "semaine", "2026-06-08",
    PLT_RATE_NO_BASE, "ann2_5j" },
  { "month of 3097", "3097", GRIP, "", "mois", "2026-06-08", PLT_RATE_NO_UNIT, "mois" },
  { "kilometres", "3097", GRIP, "sem39", "km", "2026-06-08", PLT_RATE_NO_UNIT, "km" },
  { "no such function", "3097", "Astronaute", "", "semaine", "2026-06-08", PLT_RATE_NO_FUNCTION,
    "Astronaute" },
  { "several", "3097", "assistant opérateur", "", "semaine", "2026-06-08", PLT_RATE_AMBIGUOUS,
    "1er assistant opérateur" },
  { "of the other agreement", "2642", GRIP, "", "semaine", "2026-06-08", PLT_RATE_NO_FUNCTION,
    GRIP },
  { "no agreement", "9999", GRIP, "", "semaine", "2026-06-08", PLT_RATE_NO_SCALE, "9999" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (PltFacts) facts = new_facts (refused[i].agreement, "long-metrage");
      g_autoptr (PltRates) rates = plt_rates_new (facts);
      g_autoptr (GError) error = NULL;
      PltRateQuery query = { NULL, refused[i].function, refused[i].base, refused[i].unit,
                             plt_date_from_iso (refused[i].date) };
      PltRate rate;
      PltRateStatus status = plt_rates_find (rates, &query, &rate, &error);

      if (status != refused[i].status || error == NULL
          || strstr (error->message, refused[i].says) == NULL)
        g_error ("%s: %d, %s", refused[i].id, status, error != NULL ? error->message : "found");
      g_assert_true (rate.amount == PLT_UNKNOWN);
    }
}

/* Without a date the last row is meant, and said; the mark of the row is kept. */
static void
test_marks (void)
{
  g_autoptr (PltFacts) facts = new_facts ("3097", "long-metrage");
  g_autoptr (PltRates) rates = plt_rates_new (facts);
  PltRateQuery query = { NULL, "Figurant", "cachet", "jour", PLT_DATE_NONE };
  g_autofree char *said = NULL;
  PltRate rate;

  g_assert_cmpint (plt_rates_find (rates, &query, &rate, NULL), ==, PLT_RATE_FOUND);
  g_assert_cmpint (rate.amount, ==, 10833);
  g_assert_true (rate.undated);
  g_assert_false (rate.sure);
  said = plt_rate_describe (&rate);
  g_assert_nonnull (strstr (said, "depuis le 01/06/2026"));
  g_assert_nonnull (strstr (said, "à vérifier"));
  query.date = plt_date_from_iso ("2025-02-01");
  g_assert_cmpint (plt_rates_find (rates, &query, &rate, NULL), ==, PLT_RATE_FOUND);
  g_assert_true (rate.sure);
}

/* A copy without any scale says so. */
static void
test_no_scale (void)
{
  g_autoptr (PltFacts) facts = plt_facts_new ();
  g_autoptr (PltRates) rates = NULL;
  g_autoptr (GPtrArray) list = NULL;
  PltRateQuery query = { NULL, GRIP, NULL, NULL, PLT_DATE_NONE };
  PltRate rate;

  facts->production.agreement = "3097";
  facts->production.kind = "long-metrage";
  rates = plt_rates_new (facts);
  g_assert_cmpint (plt_rates_find (rates, &query, &rate, NULL), ==, PLT_RATE_NO_SCALE);
  query.function = "";
  list = plt_rates_list (rates, &query);
  g_assert_cmpuint (list->len, ==, 0);
}

/* The picker: folded words, in French order, with what each is worth or why not. */
static void
test_list (void)
{
  g_autoptr (PltFacts) facts = new_facts ("3097", "long-metrage");
  g_autoptr (PltRates) rates = plt_rates_new (facts);
  PltRateQuery query = { NULL, "elec", "sem39", "semaine", plt_date_from_iso ("2026-06-08") };
  g_autoptr (GPtrArray) list = plt_rates_list (rates, &query);

  /* five of the set and of the building, chiefs and seconds */
  g_assert_cmpuint (list->len, ==, 6);
  for (guint i = 0; i < list->len; i++)
    {
      const PltRate *rate = list->pdata[i];

      g_assert_true (plt_text_contains (rate->function, "electricien"));
      g_assert_cmpint (rate->status, ==, PLT_RATE_FOUND);
      if (i > 0)
        g_assert_cmpint (
            plt_text_compare (((const PltRate *) list->pdata[i - 1])->function, rate->function), <=,
            0);
    }
  g_clear_pointer (&list, g_ptr_array_unref);
  query = (PltRateQuery){ NULL, "monteur", "ann2_5j", "semaine", query.date };
  list = plt_rates_list (rates, &query);
  g_assert_cmpuint (list->len, >, 3);
  for (guint i = 0; i < list->len; i++)
    {
      const PltRate *rate = list->pdata[i];

      g_assert_cmpint (rate->status, ==, PLT_RATE_NO_BASE); /* editing has no equivalence */
      g_assert_true (rate->amount == PLT_UNKNOWN);
      g_assert_cmpstr (rate->department, !=, "");
    }
}

/* Every function of the scale: the day alone is seven hours a quarter dearer (art. 34), and no
 * function that one can pick is lost. */
static void
test_every_function (void)
{
  g_autoptr (PltFacts) facts = new_facts ("3097", "long-metrage");
  g_autoptr (PltRates) rates = plt_rates_new (facts);
  PltRateQuery query = { NULL, "", "sem39", "semaine", plt_date_from_iso ("2025-06-02") };
  g_autoptr (GPtrArray) list = plt_rates_list (rates, &query);
  guint compared = 0;

  g_assert_cmpuint (list->len, >, 100);
  for (guint i = 0; i < list->len; i++)
    {
      const PltRate *week = list->pdata[i];
      PltRateQuery alone = { NULL, week->function, "jour_moins_5j_7h", "jour", query.date };
      PltRate day;
      PltMoney counted;

      if (week->status != PLT_RATE_FOUND
          || plt_rates_find (rates, &alone, &day, NULL) != PLT_RATE_FOUND)
        continue;
      plt_money_apply_rate (week->amount, 7 * 125, 4000, PLT_ROUND_HALF_UP, &counted);
      g_assert_cmpint (ABS (day.amount - counted), <=, 1);
      compared++;
    }
  g_assert_cmpuint (compared, >, 90);
}

/* The annexes of wages do not bind a short film: 40 and 7 hours of 12,31 for its technicians; its
 * performers have their own minima. */
static void
test_minimum (void)
{
  static const struct
  {
    const char *kind, *function, *base, *unit;
    PltMoney amount;
    const char *source;
  } cases[] = {
    { "long-metrage", GRIP, "sem39", "semaine", 100905, "11 avril 2025" },
    { "court-metrage", GRIP, "sem39", "semaine", 49240, "22/05/2026" },
    { "court-metrage", GRIP, "jour_moins_5j_7h", "jour", 8617, "22/05/2026" },
    { "court-metrage", GRIP, "sem39", "heure", 1231, "22/05/2026" },
    { "court-metrage", "Artiste-interprète", "cachet", "cachet", 14950, "1/08/2023" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = new_facts ("3097", cases[i].kind);
      g_autoptr (PltRates) rates = plt_rates_new (facts);
      PltRateQuery query = { NULL, cases[i].function, cases[i].base, cases[i].unit,
                             plt_date_from_iso ("2026-06-08") };
      g_autofree char *source = NULL;
      PltMoney amount;
      PltRate rate;

      g_assert_cmpint (plt_rates_minimum (rates, &query, &amount, &rate, &source, NULL), ==,
                       PLT_RATE_FOUND);
      g_assert_cmpint (amount, ==, cases[i].amount);
      g_assert_nonnull (strstr (source, cases[i].source));
    }
}

static void
test_annexes (void)
{
  g_assert_cmpuint (plt_rate_annexe ("sem39"), ==, 1);
  g_assert_cmpuint (plt_rate_annexe ("jour_moins_5j_7h"), ==, 1);
  g_assert_cmpuint (plt_rate_annexe ("ann2_6j"), ==, 2);
  g_assert_cmpuint (plt_rate_annexe ("ann3_nouveau"), ==, 3);
  g_assert_cmpuint (plt_rate_annexe ("cachet"), ==, 0);
  g_assert_cmpstr (plt_rate_base_of_annexe (1, "jour", FALSE), ==, "jour_moins_5j_7h");
  g_assert_cmpstr (plt_rate_base_of_annexe (2, "semaine", TRUE), ==, "ann2_6j");
  g_assert_null (plt_rate_base_of_annexe (4, "semaine", FALSE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rates/found", test_found);
  g_test_add_func ("/rates/refused", test_refused);
  g_test_add_func ("/rates/marks", test_marks);
  g_test_add_func ("/rates/no-scale", test_no_scale);
  g_test_add_func ("/rates/list", test_list);
  g_test_add_func ("/rates/every-function", test_every_function);
  g_test_add_func ("/rates/minimum", test_minimum);
  g_test_add_func ("/rates/annexes", test_annexes);
  return g_test_run ();
}
