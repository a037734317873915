/* Boxes filled, empty and to do, on the small film: by hand. */
#include "plt-progress.h"

#include "plt-breakdown.h"
#include "plt-test-film.h"

enum
{
  ROLES = 1,
  CROWDS,
  ANIMALS,
  RACCORDS,
  QUESTIONS,
};

static PltFacts *
boxes_new (void)
{
  PltFacts *facts = film_new ();

  for (gint64 id = RACCORDS; id <= QUESTIONS; id++)
    {
      PltCategoryFacts *category = PLT_FACTS_ADD (facts->categories, PltCategoryFacts, id);

      category->code = category->name = id == RACCORDS ? "RA" : "DIV";
      category->department = category->color = category->hazard = "";
      category->family = "autres";
    }
  return facts;
}

/* Roles in 1, 2, 3 and 4, crowds in 1 and 2, the dog in 4: 7 of 16, the questions left out. */
static void
test_count (void)
{
  g_autoptr (PltFacts) facts = boxes_new ();
  PltRaccordFacts *raccord = PLT_FACTS_ADD (facts->raccords, PltRaccordFacts, 1);
  PltBoxFacts *box = PLT_FACTS_ADD (facts->boxes, PltBoxFacts, 1);
  g_autoptr (PltProgress) progress = NULL;
  PltBoxCount film, third;

  raccord->sequence = 3;
  raccord->description = "Manche mouillée";
  box->sequence = 3;
  box->category = CROWDS;
  box->state = "neant";
  progress = plt_progress_new (facts);
  film = plt_progress_of_film (progress);
  g_assert_cmpuint (film.n, ==, 16);
  g_assert_cmpuint (film.filled, ==, 8);
  g_assert_cmpuint (film.nothing, ==, 1);
  third = plt_progress_of_sequence (progress, 3);
  g_assert_cmpuint (third.n, ==, 4);
  g_assert_cmpuint (third.filled, ==, 2);
  g_assert_cmpuint (third.nothing, ==, 1);
  g_assert_cmpuint (plt_progress_of_category (progress, ANIMALS).filled, ==, 1);
  g_assert_cmpuint (plt_progress_of_category (progress, QUESTIONS).n, ==, 0);
  g_assert_cmpint (plt_progress_box (progress, 3, ANIMALS), ==, PLT_BOX_TODO);
  g_assert_cmpint (plt_progress_box (progress, 3, RACCORDS), ==, PLT_BOX_FILLED);
  g_assert_cmpint (plt_progress_box (progress, 3, CROWDS), ==, PLT_BOX_NOTHING);
  g_assert_cmpint (plt_progress_box (progress, 99, 99), ==, PLT_BOX_TODO);
  g_assert_cmpuint (plt_progress_n_finished (progress), ==, 0);
}

static void
test_confirm (void)
{
  g_autoptr (PltFacts) facts = boxes_new ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltBatch) again = plt_batch_new ();
  g_autoptr (PltBatch) added = plt_batch_new ();
  g_autoptr (PltBatch) undone = plt_batch_new ();
  g_autoptr (PltProgress) progress = NULL;

  facts->sequences.items[0].status = "supprimee"; /* has no boxes */
  g_assert_cmpuint (plt_progress_confirm (facts, 4, CROWDS, batch), ==, 1);
  film_apply (facts, batch);
  g_assert_cmpuint (plt_progress_confirm (facts, 4, CROWDS, again), ==, 0);
  g_assert_cmpuint (plt_progress_confirm (facts, 4, ROLES, again), ==, 0); /* filled */
  g_assert_cmpuint (plt_progress_confirm (facts, 1, 0, again), ==, 0);
  g_assert_cmpuint (plt_progress_confirm (facts, 99, 0, again), ==, 0);
  g_assert_cmpuint (plt_batch_get_n_edits (again), ==, 0);

  /* what comes into a box that was empty takes the word back */
  g_assert_true (plt_breakdown_add_element (facts, 4, CROWDS, "Pêcheurs", added, NULL));
  film_apply (facts, added);
  g_assert_cmpuint (facts->boxes.n, ==, 0);

  /* 2: raccords and dog; 3: crowd, dog, raccords; 4: raccords */
  g_assert_cmpuint (plt_progress_confirm (facts, 0, 0, again), ==, 6);
  film_apply (facts, again);
  progress = plt_progress_new (facts);
  g_assert_cmpuint (plt_progress_n_finished (progress), ==, 3);
  g_assert_cmpuint (plt_progress_unconfirm (facts, 0, ANIMALS, undone), ==, 2);
  film_apply (facts, undone);
  g_assert_cmpuint (facts->boxes.n, ==, 4);
}

static void
test_empty (void)
{
  g_autoptr (PltFacts) facts = plt_facts_new ();
  g_autoptr (PltProgress) progress = plt_progress_new (facts);
  g_autoptr (PltBatch) batch = plt_batch_new ();

  g_assert_cmpuint (plt_progress_of_film (progress).n, ==, 0);
  g_assert_cmpuint (plt_progress_n_finished (progress), ==, 0);
  g_assert_cmpuint (plt_progress_confirm (facts, 0, 0, batch), ==, 0);
}

/* A numbered costume of a role is what the box of costumes asks for, whatever was confirmed. */
static void
test_costumes (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  PltCategoryFacts *category = PLT_FACTS_ADD (facts->categories, PltCategoryFacts, QUESTIONS + 1);
  PltBoxFacts *box = PLT_FACTS_ADD (facts->boxes, PltBoxFacts, 1);
  gint64 first = facts->occurrences.items[0].sequence;

  category->code = "CO";
  category->name = category->department = category->color = category->hazard = "";
  category->family = "autres";
  box->sequence = first;
  box->category = category->id;
  box->state = "neant";
  for (guint i = 0; i < facts->occurrences.n; i++)
    facts->occurrences.items[i].costume = "";
  {
    g_autoptr (PltProgress) bare = plt_progress_new (facts);

    g_assert_cmpint (plt_progress_box (bare, first, category->id), ==, PLT_BOX_NOTHING);
  }
  facts->occurrences.items[0].costume = "1A";
  {
    g_autoptr (PltProgress) dressed = plt_progress_new (facts);

    g_assert_cmpint (plt_progress_box (dressed, first, category->id), ==, PLT_BOX_FILLED);
    g_assert_cmpuint (plt_progress_of_category (dressed, category->id).filled, ==, 1);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/progress/count", test_count);
  g_test_add_func ("/progress/confirm", test_confirm);
  g_test_add_func ("/progress/empty", test_empty);
  g_test_add_func ("/engine/progress/costumes", test_costumes);
  return g_test_run ();
}
