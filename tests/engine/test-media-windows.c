/* Rights sold against the chronologie des médias. A film released on 4 March 2026: the agreement of
 * 6 February 2025. Months: video 4 (3), pay television 6 with an agreement, 9 without, SVOD 17
 * (Netflix 15, Disney+ 9), free television 22, free VOD 36. */
#include "plt-media-windows.h"

#include <string.h>

#include "plt-finance-plan.h"
#include "plt-test-tax.h"

typedef struct
{
  PltFacts *facts;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->facts = plt_test_tax_new ("long-metrage");
  self->facts->production.release_date = plt_date_from_ymd (2026, 3, 4);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  plt_facts_free (self->facts);
}

static PltFundingFacts *
sell (Fixture *self, const char *window, const char *funder, gint64 months, gint64 length)
{
  PltFundingFacts *source = plt_test_tax_funding (self->facts, "diffuseurs", EUROS (1000));

  source->name = source->funder = funder;
  source->window = window;
  source->window_months = months;
  source->rights_months = length;
  return source;
}

static void
clear (Fixture *self)
{
  self->facts->funding.n = 0;
  g_clear_pointer (&self->facts->funding.index, g_hash_table_unref);
}

static const PltIssue *
issue_of (const PltMediaWindows *windows, const char *rule)
{
  for (guint i = 0; i < windows->issues->len; i++)
    if (strcmp (((const PltIssue *) windows->issues->pdata[i])->rule, rule) == 0)
      return windows->issues->pdata[i];
  return NULL;
}

static void
test_delays (Fixture *self, gconstpointer data)
{
  static const struct
  {
    int year; /* of the release in March */
    const char *window, *funder;
    gint64 sold, allowed;
    PltCheckState state;
  } cases[] = {
    { 2026, "gratuit", "Chaîne Horizon", 22, 22, PLT_CHECK_HELD },
    { 2026, "gratuit", "Chaîne Horizon", 21, 22, PLT_CHECK_BROKEN },
    { 2026, "gratuit", "Chaîne Horizon", PLT_UNKNOWN, 22, PLT_CHECK_HELD },
    { 2026, "payant", "Canal+", 6, 6, PLT_CHECK_HELD },
    { 2026, "payant", "Canal+", 5, 6, PLT_CHECK_BROKEN },
    { 2026, "payant", "Ciné Large", 6, 9, PLT_CHECK_UNKNOWN }, /* has it signed an agreement? */
    { 2026, "payant", "Ciné Large", 5, 9, PLT_CHECK_BROKEN },
    { 2026, "svod", "Plateforme Brume", 17, 17, PLT_CHECK_HELD },
    { 2026, "svod", "Plateforme Brume", 9, 17, PLT_CHECK_UNKNOWN },
    { 2026, "svod", "Plateforme Brume", 8, 17, PLT_CHECK_BROKEN },
    { 2026, "svod", "Netflix International", 15, 15, PLT_CHECK_HELD },
    { 2026, "svod", "Netflix International", 14, 15, PLT_CHECK_BROKEN },
    { 2026, "svod", "Disney+", 9, 9, PLT_CHECK_HELD },
    { 2023, "svod", "Disney+", 9, 17, PLT_CHECK_BROKEN }, /* accord of 2022 */
    { 2023, "svod", "Netflix", 15, 15, PLT_CHECK_HELD },
    { 2026, "video", "Éditions du Large", 4, 4, PLT_CHECK_HELD },
    { 2026, "video", "Éditions du Large", 3, 4, PLT_CHECK_UNKNOWN }, /* by derogation */
    { 2026, "video", "Éditions du Large", 2, 4, PLT_CHECK_BROKEN },
    { 2026, "avod", "Gratuite", 36, 36, PLT_CHECK_HELD },
    { 2026, "salles", "Distribution", 0, 0, PLT_CHECK_HELD },
    { 2026, "etranger", "Ventes", 0, PLT_UNKNOWN, PLT_CHECK_UNKNOWN }, /* no rule of ours */
    { 2028, "gratuit", "Chaîne Horizon", 22, 22, PLT_CHECK_UNKNOWN },  /* after the agreement */
    { 2028, "gratuit", "Chaîne Horizon", 12, 22, PLT_CHECK_BROKEN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltMediaWindows) windows = NULL;
      const PltMediaWindow *window;

      clear (self);
      self->facts->production.release_date = plt_date_from_ymd (cases[i].year, 3, 4);
      sell (self, cases[i].window, cases[i].funder, cases[i].sold, 12);
      windows = plt_media_windows_new (self->facts);
      g_test_message ("%u %s %s", i, cases[i].funder, cases[i].window);
      g_assert_cmpuint (windows->windows->len, ==, 1);
      window = &g_array_index (windows->windows, PltMediaWindow, 0);
      g_assert_cmpint (window->allowed, ==, cases[i].allowed);
      g_assert_cmpint (window->state, ==, cases[i].state);
      g_assert_true ((issue_of (windows, "finance.window-early") != NULL)
                     == (cases[i].state == PLT_CHECK_BROKEN));
      g_assert_true (windows->expired == (cases[i].year == 2028));
    }
}

/* Twenty-two months after 4 March 2026 is 4 January 2028; three years of rights end on the 3rd of
 * January 2031. */
static void
test_dates (Fixture *self, gconstpointer data)
{
  g_autoptr (PltMediaWindows) windows = NULL;
  const PltMediaWindow *window;

  sell (self, "gratuit", "Chaîne Horizon", PLT_UNKNOWN, 36);
  windows = plt_media_windows_new (self->facts);
  window = &g_array_index (windows->windows, PltMediaWindow, 0);
  g_assert_cmpstr (windows->agreement, ==, "2025");
  g_assert_cmpint (window->opens, ==, plt_date_from_ymd (2028, 1, 4));
  g_assert_cmpint (window->from, ==, plt_date_from_ymd (2028, 1, 4));
  g_assert_cmpint (window->to, ==, plt_date_from_ymd (2031, 1, 3));
  g_assert_nonnull (strstr (window->legal, "2025"));
  g_clear_pointer (&windows, plt_media_windows_free);

  self->facts->production.release_date = PLT_DATE_NONE;
  windows = plt_media_windows_new (self->facts);
  g_assert_cmpint (g_array_index (windows->windows, PltMediaWindow, 0).opens, ==, PLT_DATE_NONE);
  g_assert_cmpint (g_array_index (windows->windows, PltMediaWindow, 0).allowed, ==, 22);
}

static void
test_overlaps (Fixture *self, gconstpointer data)
{
  static const struct
  {
    gint64 first, first_length, second, second_length;
    const char *territory, *rights, *funder;
    guint n;
    PltCheckState state;
  } cases[] = {
    { 22, 12, 34, 12, "", "", "B", 0, 0 }, /* one after the other */
    { 22, 13, 34, 12, "", "", "B", 1, PLT_CHECK_BROKEN },
    { 34, 12, 22, 13, "", "", "B", 1, PLT_CHECK_BROKEN },
    { 22, 13, 34, 12, "Belgique", "", "B", 0, 0 },
    { 22, 13, 34, 12, "France", "", "B", 1, PLT_CHECK_BROKEN }, /* nothing said is France */
    { 22, 13, 34, 12, "Monde", "", "B", 1, PLT_CHECK_BROKEN },
    { 22, 13, 34, 12, "", "deux passages, non exclusifs", "B", 0, 0 },
    { 22, 13, 34, 12, "", "", "A", 0, 0 }, /* the same channel */
    { 22, PLT_UNKNOWN, 34, 12, "", "", "B", 1, PLT_CHECK_UNKNOWN },
    { 22, 6, 34, PLT_UNKNOWN, "", "", "B", 0, 0 },
    { 22, PLT_UNKNOWN, 22, PLT_UNKNOWN, "", "", "B", 1, PLT_CHECK_BROKEN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltMediaWindows) windows = NULL;
      PltFundingFacts *second;

      clear (self);
      sell (self, "gratuit", "A", cases[i].first, cases[i].first_length);
      second = sell (self, "gratuit", cases[i].funder, cases[i].second, cases[i].second_length);
      second->territory = cases[i].territory;
      second->rights = cases[i].rights;
      windows = plt_media_windows_new (self->facts);
      g_test_message ("%u", i);
      g_assert_cmpuint (windows->overlaps->len, ==, cases[i].n);
      if (cases[i].n > 0)
        g_assert_cmpint (g_array_index (windows->overlaps, PltMediaOverlap, 0).state, ==,
                         cases[i].state);
    }
}

/* Another kind of right, refused money, and works that do not go to the theatres. */
static void
test_elsewhere (Fixture *self, gconstpointer data)
{
  g_autoptr (PltMediaWindows) windows = NULL;

  sell (self, "gratuit", "A", 10, 12);
  sell (self, "payant", "B", 6, 24);
  sell (self, "gratuit", "C", 10, 12)->status = "refuse";
  windows = plt_media_windows_new (self->facts);
  g_assert_cmpuint (windows->windows->len, ==, 2);
  g_assert_cmpuint (windows->overlaps->len, ==, 0);
  g_assert_nonnull (issue_of (windows, "finance.window-early"));
  g_clear_pointer (&windows, plt_media_windows_free);

  self->facts->production.kind = "unitaire";
  windows = plt_media_windows_new (self->facts);
  g_assert_false (windows->applies);
  g_assert_cmpuint (windows->issues->len, ==, 0);
  g_clear_pointer (&windows, plt_media_windows_free);

  self->facts->production.kind = "long-metrage";
  for (guint i = 0; i < self->facts->referentials.n; i++)
    self->facts->referentials.items[i].name = "autre";
  windows = plt_media_windows_new (self->facts);
  g_assert_null (windows->agreement);
  g_assert_cmpint (g_array_index (windows->windows, PltMediaWindow, 0).state, ==,
                   PLT_CHECK_UNKNOWN);
}

/* The plan says it as one of its rules. */
static void
test_plan (Fixture *self, gconstpointer data)
{
  static const PltCheckState states[] = { PLT_CHECK_BROKEN, PLT_CHECK_HELD };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PltPlan) plan = plt_plan_new (self->facts, 0);
      g_autoptr (PltBudget) budget = plt_budget_new (self->facts, 0, plan);
      g_autoptr (PltFinancePlan) financing = NULL;

      clear (self);
      sell (self, "gratuit", "A", i == 0 ? 12 : 22, 12);
      sell (self, "video", "B", 4, 12);
      financing = plt_finance_plan_new (self->facts, plan, budget, FALSE);
      g_assert_cmpint (plt_finance_plan_check (financing, "finance.fenetres")->state, ==,
                       states[i]);
      g_assert_cmpint (plt_finance_plan_check (financing, "finance.fenetres")->have, ==, i + 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/media-windows/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("delays", test_delays);
  ADD ("dates", test_dates);
  ADD ("overlaps", test_overlaps);
  ADD ("elsewhere", test_elsewhere);
  ADD ("plan", test_plan);
  return g_test_run ();
}
