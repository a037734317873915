/* Contributions on a wage: the reference case of the fund that collects them, and worked examples.
 */
#include "plt-contributions.h"

#include <string.h>

#include "plt-paths.h"

static PltFacts *
new_facts (const char *agreement)
{
  static const char *const names[] = { "cotisations-2026", "parametres-sociaux" };
  PltFacts *facts = plt_facts_new ();

  facts->production.agreement = agreement;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("referentials/%s.tsv", names[i]);
      g_autofree char *content = plt_paths_read (path, NULL, NULL);
      PltReferentialFacts *kept
          = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts, (gint64) i + 1);

      g_assert_nonnull (content);
      kept->name = names[i];
      kept->version = "";
      kept->content = g_string_chunk_insert (facts->strings, content);
    }
  return facts;
}

static PltContributions *
count (const char *agreement, const PltWage *wage)
{
  g_autoptr (PltFacts) facts = new_facts (agreement);
  g_autoptr (GError) error = NULL;
  PltContributions *result = plt_contributions_new (facts, wage, &error);

  g_assert_no_error (error);
  return result;
}

static const PltContribution *
line_of (const PltContributions *self, const char *code)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (strcmp (((const PltContribution *) self->lines->pdata[i])->code, code) == 0)
      return self->lines->pdata[i];
  return NULL;
}

/* 400 € of an artist, one day, IDCC 3090, without the apprenticeship tax, accidents at 1.19 %:
 * 223.99, 76.46 + 11.47, net 312.07, cost 623.99 (the collecting fund's own example for 2026). */
static void
test_reference (void)
{
  static const struct
  {
    const char *code;
    PltMoney employer;
  } lines[]
      = { { "CP", 6200 },    { "AC", 3620 },   { "AC+", 200 },   { "AGS", 100 }, { "MAL-A", 3640 },
          { "VD-A", 592 },   { "VP-A", 2156 }, { "AF-A", 1472 }, { "FNAL", 28 }, { "CSA", 120 },
          { "DIAL", 6 },     { "AT", 476 },    { "RC-A", 1780 }, { "CEG", 516 }, { "PREV-NC", 244 },
          { "THALIE", 168 }, { "AFDAS", 840 }, { "CASC", 200 },  { "FCAP", 40 } };
  PltWage wage = { .profile = "artiste",
                   .gross = 40000,
                   .days = 1,
                   .date = plt_date_from_ymd (2026, 6, 9),
                   .day_minimum = PLT_UNKNOWN,
                   .accident_e6 = 11900 };
  g_autoptr (PltContributions) result = count ("3090", &wage);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const PltContribution *line = line_of (result, lines[i].code);

      g_test_message ("%s", lines[i].code);
      g_assert_nonnull (line);
      g_assert_cmpint (line->employer, ==, lines[i].employer);
    }
  g_assert_cmpint (result->employer, ==, 22399);
  g_assert_cmpint (result->employee, ==, 7646);
  g_assert_cmpint (result->employee_taxed, ==, 1147);
  g_assert_cmpint (result->net, ==, 31207);
  g_assert_cmpint (result->cost, ==, 62399);
  g_assert_false (result->incomplete);
  g_assert_cmpuint (result->lines->len, ==,
                    G_N_ELEMENTS (lines) + 2); /* the mobility payment and CSG */
}

/* The overall rates of a devis, the branch in, accidents at 1.7 % for technicians: sums of the
 * table by hand. The published 65,6 % of the executive leaves out the balance contribution (0,21
 * %), which is due above the ceiling; both technicians are published without the apprenticeship
 * tax. */
static void
test_overall (void)
{
  static const struct
  {
    const char *profile;
    PltMoney gross;
    gint64 days;
    PltMoney day_minimum;
    const char *deduction;
    gint64 accident;
    gboolean apprenticeship;
    gint64 share; /* thousandths of the gross */
  } cases[] = {
    { "technicien-non-cadre", 100905, 5, 20181, NULL, 17000, FALSE, 653 },
    { "technicien-cadre", 147949, 5, 29590, NULL, 17000, FALSE, 658 },
    { "artiste", 41825, 1, 41825, NULL, 11900, TRUE, 559 },
    { "artiste", 41825, 1, 41825, "dfs-25", 11900, TRUE, 512 },
    { "artiste", 100000, 1, 41825, NULL, 11900, TRUE, 525 },
    { "artiste", 300000, 1, 41825, NULL, 11900, TRUE, 419 }, /* paid leave has a ceiling */
    { "auteur", 100000, 1, PLT_UNKNOWN, NULL, 0, TRUE, 31 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PltWage wage = { .profile = cases[i].profile,
                       .gross = cases[i].gross,
                       .days = cases[i].days,
                       .date = plt_date_from_ymd (2026, 6, 9),
                       .day_minimum = cases[i].day_minimum,
                       .accident_e6 = cases[i].accident,
                       .deduction = cases[i].deduction,
                       .apprenticeship = cases[i].apprenticeship };
      g_autoptr (PltContributions) result = count ("3097", &wage);
      gint64 share = (result->employer * 1000 + result->gross / 2) / result->gross;

      g_test_message ("%s %" G_GINT64_FORMAT ": %" G_GINT64_FORMAT, wage.profile, wage.gross,
                      share);
      g_assert_cmpint (share, ==, cases[i].share);
    }
}

/* 39 hours at the minimum of the scale: 5,0 %, 2,4 %, nothing, 33,6 % of the gross. */
static void
test_reduction (void)
{
  static const struct
  {
    PltMoney gross;
    gint64 share;
  } cases[] = { { 100905, 50 }, { 131082, 24 }, { 147949, 0 }, { 53474, 336 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PltWage wage = { .profile = "technicien-non-cadre",
                       .gross = cases[i].gross,
                       .days = 5,
                       .minutes = 39 * 60,
                       .date = plt_date_from_ymd (2026, 6, 9),
                       .day_minimum = PLT_UNKNOWN,
                       .accident_e6 = 17000 };
      g_autoptr (PltContributions) result = count ("3097", &wage);

      g_assert_cmpint ((result->reduction * 1000 + result->gross / 2) / result->gross, ==,
                       cases[i].share);
    }
  g_assert_cmpint (plt_contributions_reduction_e4 (200, 3781, 100, 100), ==, 3981);
  g_assert_cmpint (plt_contributions_reduction_e4 (200, 3781, 100, 50), ==, 3981);
  g_assert_cmpint (plt_contributions_reduction_e4 (200, 3781, 100, 300), ==, 0);
  g_assert_cmpint (plt_contributions_reduction_e4 (200, 3781, 100, 299), ==, 200);
}

/* A rate nobody gave makes the result incomplete; a date without rows has no result. */
static void
test_missing (void)
{
  g_autoptr (PltFacts) facts = new_facts ("3097");
  g_autoptr (GError) error = NULL;
  PltWage wage = { .profile = "technicien-cadre",
                   .gross = 100000,
                   .days = 5,
                   .date = plt_date_from_ymd (2026, 6, 9),
                   .day_minimum = PLT_UNKNOWN,
                   .accident_e6 = PLT_UNKNOWN };
  g_autoptr (PltContributions) result = count ("3097", &wage);

  g_assert_true (result->incomplete);
  g_assert_cmpint (line_of (result, "AT")->employer, ==, PLT_UNKNOWN);
  wage.date = plt_date_from_ymd (2019, 6, 9);
  g_assert_null (plt_contributions_new (facts, &wage, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  wage.date = plt_date_from_ymd (2026, 6, 9);
  wage.gross = G_MAXINT64 / 2;
  g_assert_null (plt_contributions_new (facts, &wage, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contributions/reference", test_reference);
  g_test_add_func ("/contributions/overall", test_overall);
  g_test_add_func ("/contributions/reduction", test_reduction);
  g_test_add_func ("/contributions/missing", test_missing);
  return g_test_run ();
}
