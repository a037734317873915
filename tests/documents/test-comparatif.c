/* The comparison of two versions as a paper: the small production is published, then two of its
 * séquences change days and one goes back to the pool. */
#include <string.h>

#include "plt-document-dump.h"
#include "plt-document-kind.h"
#include "plt-error.h"
#include "plt-load.h"
#include "plt-plan-publish.h"
#include "plt-rows.h"
#include "plt-test-golden.h"
#include "plt-test-paper.h"
#include "plt-test-papers.h"

static char *
dump (PltStore *store, const char *params, GError **error)
{
  g_autoptr (PltDocument) document = plt_test_paper_try (store, "comparatif-plans", params, error);

  return document != NULL ? plt_document_dump (document, PLT_DUMP_ALL) : NULL;
}

static void
publish (PltStore *store, const char *reason)
{
  g_autoptr (PltFacts) facts = plt_facts_load (store, NULL);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  PltPublication publication
      = { .date = plt_date_from_ymd (2026, 9, 21), .author = "Paul Le Guen", .reason = reason };

  plt_plan_publish (facts, facts->production.schedule, &publication, batch, &error);
  g_assert_no_error (error);
  g_assert_true (plt_store_apply (store, "Publish", NULL, batch, NULL, &error));
}

/* The strip of a séquence in the working plan goes to a day of it, -1 for the pool. */
static void
move (PltStore *store, const char *number, int day)
{
  g_autoptr (PltFacts) facts = plt_facts_load (store, NULL);
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *to
      = day >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT,
                                    ((const PltDayPlan *) plan->days->pdata[day])->day->id)
                 : g_strdup ("");

  for (guint i = 0; i < facts->strips.n; i++)
    {
      const PltStripFacts *strip = &facts->strips.items[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, strip->sequence);

      if (strip->schedule == plan->schedule->id && sequence != NULL
          && g_str_equal (sequence->number, number))
        g_assert_true (plt_store_set (store, "strip", strip->id, "day", to, &error));
    }
}

static PltStore *
make (void)
{
  PltStore *store = plt_test_store_papers ();

  publish (store, "Première diffusion");
  move (store, "1", 3);
  move (store, "2", -1);
  return store;
}

static void
test_working (void)
{
  g_autoptr (PltStore) store = make ();
  g_autofree char *text = dump (store, "", NULL);

  plt_assert_golden ("comparatif-plans-travail.txt", text);
}

/* Two published versions: what the later one says of its moves stands beside them. */
static void
test_published (void)
{
  g_autoptr (PltStore) store = make ();
  g_autofree char *text = NULL;
  g_autofree char *same = NULL;

  publish (store, "Le quai n’est libre que le soir");
  text = dump (store, "a=v2|b=v3", NULL);
  g_assert_nonnull (strstr (text, "Motif"));
  g_assert_nonnull (strstr (text, "Le quai n’est libre que le soir"));
  g_assert_nonnull (strstr (text, "1 séquence changée de jour, 1 à replacer"));
  same = dump (store, "", NULL); /* the working plan and the version just published */
  g_assert_nonnull (strstr (same, "Aucune séquence ne change de jour"));
}

static void
test_params (void)
{
  g_autoptr (PltStore) store = make ();
  g_autofree char *few = dump (store, "", NULL);
  g_autofree char *all = dump (store, "tout=oui", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (strstr (few, "même jour"));
  g_assert_nonnull (strstr (all, "même jour"));
  g_assert_null (dump (store, "a=v9", &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparatif/working", test_working);
  g_test_add_func ("/comparatif/published", test_published);
  g_test_add_func ("/comparatif/params", test_params);
  return g_test_run ();
}
