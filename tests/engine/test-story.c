/* The order of the story and the costumes in it, by hand. */
#include "plt-story.h"

#include <string.h>

#include "plt-test-film.h"

/* Séquences 1 to 8 with their days; the table knows J2 and FB 1998 only. */
static PltFacts *
story_new (void)
{
  static const char *const days[] = { "N1", "J10", "", "J2", "FB 1998", "j 2", "J1", "J9" };
  PltFacts *facts = plt_facts_new ();

  for (gint64 i = 0; i < (gint64) G_N_ELEMENTS (days); i++)
    {
      PltSequenceFacts *sequence = PLT_FACTS_ADD (facts->sequences, PltSequenceFacts, i + 1);

      sequence->number = sequence->int_ext = sequence->effect = sequence->synopsis = "";
      sequence->hazards = sequence->note = sequence->episode = "";
      sequence->status = i == 7 ? "supprimee" : "a-tourner";
      sequence->story_day = days[i];
    }
  for (gint64 i = 0; i < 2; i++)
    {
      PltStoryDayFacts *day = PLT_FACTS_ADD (facts->story_days, PltStoryDayFacts, i + 1);

      day->position = (i + 1) * 1024;
      day->name = i == 0 ? "FB 1998" : "J2";
      day->moment = day->note = "";
    }
  return facts;
}

static void
test_order (void)
{
  static const char *const wanted[] = { "FB 1998", "J2", "J1", "J10", "N1" };
  static const gint64 order[] = { 5, 4, 6, 7, 2, 1, 3 };
  g_autoptr (PltFacts) facts = story_new ();
  g_autoptr (GPtrArray) days = plt_story_days (facts);
  g_autoptr (GPtrArray) sequences = plt_story_order (facts);
  g_autoptr (GPtrArray) second = plt_story_sequences (facts, "J 2");
  g_autoptr (PltBatch) batch = plt_batch_new ();

  g_assert_cmpuint (days->len, ==, G_N_ELEMENTS (wanted)); /* the cut one's J9 is no day */
  for (guint i = 0; i < days->len; i++)
    g_assert_cmpstr (days->pdata[i], ==, wanted[i]);
  g_assert_cmpuint (sequences->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < sequences->len; i++)
    g_assert_cmpint (((PltSequenceFacts *) sequences->pdata[i])->id, ==, order[i]);
  g_assert_cmpuint (second->len, ==, 2);
  g_assert_cmpint (plt_story_day_find (facts, "fb 1998")->id, ==, 1);
  g_assert_null (plt_story_day_find (facts, "J1"));
  g_assert_cmpuint (plt_story_list_days (facts, batch), ==, 3);
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 3);
}

static void
wear (PltFacts *facts, gint64 sequence, gint64 role, const char *costume)
{
  PltOccurrenceFacts *row
      = PLT_FACTS_ADD (facts->occurrences, PltOccurrenceFacts, (gint64) facts->occurrences.n + 1);

  row->sequence = sequence;
  row->element = role;
  row->quantity = PLT_UNKNOWN;
  row->costume = costume;
  row->note = "";
}

/* The same day, the same costume; another day says nothing. */
static void
test_costumes (void)
{
  static const struct
  {
    gint64 sequence;
    const char *costume, *suggestion;
  } wanted[] = {
    { 5, "", "" }, { 4, "2", "" }, { 6, "", "2" }, { 7, "1", "" }, { 1, "", "" }, { 3, "", "" },
  };
  g_autoptr (PltFacts) facts = story_new ();
  PltCategoryFacts *roles = PLT_FACTS_ADD (facts->categories, PltCategoryFacts, 1);
  PltElementFacts *nora = PLT_FACTS_ADD (facts->elements, PltElementFacts, 1);
  g_autoptr (GPtrArray) order = plt_story_order (facts);
  g_autoptr (GArray) notes = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();

  roles->code = "RO";
  roles->name = roles->department = roles->color = roles->hazard = "";
  roles->family = "roles";
  nora->category = 1;
  nora->name = "NORA";
  nora->description = "";
  wear (facts, 1, 1, "");
  wear (facts, 3, 1, "");
  wear (facts, 4, 1, "2");
  wear (facts, 5, 1, "");
  wear (facts, 6, 1, "");
  wear (facts, 7, 1, "1");
  wear (facts, 8, 1, "9"); /* cut */
  notes = plt_story_costumes (facts, order, 1);
  g_assert_cmpuint (notes->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < notes->len; i++)
    {
      const PltCostumeNote *note = &g_array_index (notes, PltCostumeNote, i);

      g_assert_cmpint (note->sequence->id, ==, wanted[i].sequence);
      g_assert_cmpstr (note->costume, ==, wanted[i].costume);
      g_assert_cmpstr (note->suggestion, ==, wanted[i].suggestion);
    }
  g_assert_cmpuint (plt_story_apply_costumes (facts, 0, batch), ==, 1);
  g_assert_cmpint (plt_batch_get_edit (batch, 0)->id, ==, 5); /* the fifth row: séquence 6 */
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *costume;
    const char *numbers;
  } cases[] = {
    { "1", "1" }, { "1, 2A", "1|2A" }, { " 1 ;; 3 ", "1|3" }, { "", "" }, { "1/1A+2", "1|1A|2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) numbers = plt_story_costume_numbers (cases[i].costume);
      g_autofree char *text = g_strjoinv ("|", numbers);

      g_assert_cmpstr (text, ==, cases[i].numbers);
    }
}

static void
test_empty (void)
{
  g_autoptr (PltFacts) facts = plt_facts_new ();
  g_autoptr (GPtrArray) days = plt_story_days (facts);
  g_autoptr (GPtrArray) order = plt_story_order (facts);
  g_autoptr (GArray) notes = plt_story_costumes (facts, order, 1);
  g_autoptr (PltBatch) batch = plt_batch_new ();

  g_assert_cmpuint (days->len + order->len + notes->len, ==, 0);
  g_assert_cmpuint (plt_story_list_days (facts, batch), ==, 0);
  g_assert_cmpuint (plt_story_apply_costumes (facts, 0, batch), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/story/order", test_order);
  g_test_add_func ("/story/costumes", test_costumes);
  g_test_add_func ("/story/numbers", test_numbers);
  g_test_add_func ("/story/empty", test_empty);
  return g_test_run ();
}
