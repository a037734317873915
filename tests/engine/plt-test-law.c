#include "plt-test-law.h"

#include "plt-check-plan-private.h"
#include "plt-test-film.h"

static char *law_text, *law_holidays;

int
law_run (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "referentials", NULL);
  g_autofree char *one = g_build_filename (folder, "temps-de-travail.tsv", NULL);
  g_autofree char *two = g_build_filename (folder, "jours-feries.tsv", NULL);
  int status;

  g_assert_true (g_file_get_contents (one, &law_text, NULL, NULL));
  g_assert_true (g_file_get_contents (two, &law_holidays, NULL, NULL));
  status = g_test_run ();
  g_clear_pointer (&law_text, g_free);
  g_clear_pointer (&law_holidays, g_free);
  return status;
}

static void
law_keep (PltFacts *facts, gint64 id, const char *name, const char *content)
{
  PltReferentialFacts *referential = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts, id);

  referential->name = name;
  referential->version = "2";
  referential->content = content;
}

/* The film with its days replaced: each has the séquence 2 (kitchen, Nora). */
PltFacts *
law_film (const char *agreement, const char *kind, const Hours *hours, guint n)
{
  PltFacts *facts = film_new ();

  law_keep (facts, 1, "temps-de-travail", law_text);
  law_keep (facts, 2, "jours-feries", law_holidays);
  facts->production.agreement = agreement;
  facts->production.kind = kind;
  facts->days.n = facts->strips.n = 0;
  g_hash_table_remove_all (facts->days.index);
  g_hash_table_remove_all (facts->strips.index);
  for (guint i = 0; i < n; i++)
    {
      PltDayFacts *day = PLT_FACTS_ADD (facts->days, PltDayFacts, i + 1);
      PltStripFacts *strip = PLT_FACTS_ADD (facts->strips, PltStripFacts, i + 1);

      day->schedule = strip->schedule = FILM_SCHEDULE;
      day->date = plt_date_from_ymd (2027, 4, 12) + hours[i].offset;
      day->kind = "tournage";
      day->unit = 1;
      day->start_minutes = hours[i].start;
      day->end_minutes = hours[i].end;
      day->meal_minutes = hours[i].meal == NO_MEAL ? PLT_UNKNOWN
                          : hours[i].meal != 0     ? hours[i].meal
                                                   : hours[i].start + 240;
      day->note = strip->text = strip->part = strip->note = "";
      strip->day = day->id;
      strip->kind = "sequence";
      strip->sequence = 2;
      strip->minutes = PLT_UNKNOWN;
    }
  return facts;
}

GPtrArray *
law_check (const PltFacts *facts)
{
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  GPtrArray *issues = plt_issues_new ();

  plt_check_plan (facts, plan, issues);
  return issues;
}

guint
law_count (const GPtrArray *issues, const char *rule, const PltIssue **first)
{
  guint n = 0;

  for (guint i = 0; i < issues->len; i++)
    {
      const PltIssue *issue = issues->pdata[i];

      if (!g_str_equal (issue->rule, rule))
        continue;
      if (n++ == 0 && first != NULL)
        *first = issue;
    }
  return n;
}

/* Durations have narrow no-break spaces. */
char *
law_plain (const char *text)
{
  GString *string = g_string_new (text);

  g_string_replace (string, "\u202f", " ", 0);
  g_string_replace (string, "\u00a0", " ", 0);
  return g_string_free (string, FALSE);
}
