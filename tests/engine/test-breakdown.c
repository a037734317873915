/* Figures and edits of the dépouillement, on the small film: by hand. */
#include "plt-breakdown.h"

#include <string.h>

#include "plt-error.h"
#include "plt-test-film.h"

static PltSequenceFacts *
sequence (PltFacts *facts, guint i)
{
  return &facts->sequences.items[i];
}

static void
assert_value (const PltEdit *edit, const char *column, const char *expected)
{
  for (guint i = 0; i < edit->values->len; i++)
    {
      const PltEditValue *value = &g_array_index (edit->values, PltEditValue, i);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, value->value.integer);

      if (!g_str_equal (value->column->id, column))
        continue;
      g_assert_cmpstr (value->value.kind == PLT_VALUE_TEXT ? value->value.text : number, ==,
                       expected);
      return;
    }
  g_error ("%s is not set", column);
}

static void
assert_edit (const PltBatch *batch, guint i, PltEditKind kind, const char *table, gint64 id)
{
  const PltEdit *edit = plt_batch_get_edit (batch, i);

  g_assert_cmpint (edit->kind, ==, kind);
  g_assert_cmpstr (edit->table->id, ==, table);
  g_assert_cmpint (edit->id, ==, id);
}

static void
test_stats (void)
{
  g_autoptr (PltFacts) facts = plt_facts_new ();
  static const struct
  {
    const char *int_ext, *effect, *status;
    gint64 eighths, premin, estimate, set, sub_set;
  } rows[] = {
    { "INT", "JOUR", "a-tourner", 8, 60, 55, 1, 0 },
    { "INT", "NUIT", "a-tourner", 4, PLT_UNKNOWN, 30, 1, 2 },
    { "EXT", "NUIT", "a-tourner", 4, 30, PLT_UNKNOWN, 3, 0 },
    { "INT/EXT", "AUBE", "a-tourner", PLT_UNKNOWN, PLT_UNKNOWN, PLT_UNKNOWN, 3, 0 },
    { "", "", "a-tourner", 0, 10, 10, 0, 0 },
    { "EXT", "JOUR", "supprimee", 80, 600, 600, 4, 0 }, /* counts nowhere */
  };
  PltBreakdownStats stats;
  PltMeasure set;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PltSequenceFacts *added = PLT_FACTS_ADD (facts->sequences, PltSequenceFacts, i + 1);

      added->number = added->story_day = added->synopsis = added->hazards = added->note = "";
      added->int_ext = rows[i].int_ext;
      added->effect = rows[i].effect;
      added->status = rows[i].status;
      added->eighths = rows[i].eighths;
      added->premin_seconds = rows[i].premin;
      added->estimate_seconds = rows[i].estimate;
      added->set = rows[i].set;
      added->sub_set = rows[i].sub_set;
    }
  plt_breakdown_stats (facts, &stats);
  g_assert_cmpuint (stats.total.n, ==, 5);
  g_assert_cmpint (stats.total.eighths, ==, 16);
  g_assert_cmpint (stats.total.seconds, ==, 130);
  g_assert_cmpuint (stats.total.n_untimed, ==, 1);
  g_assert_cmpuint (stats.total.n_unpaged, ==, 1);
  g_assert_cmpint (stats.effects[PLT_EFFECT_INT_NIGHT].seconds, ==, 30);
  g_assert_cmpuint (stats.effects[PLT_EFFECT_DAWN].n, ==, 1);
  g_assert_cmpuint (stats.effects[PLT_EFFECT_EXT_DAY].n, ==, 0);
  g_assert_cmpuint (stats.effects[PLT_EFFECT_NONE].n, ==, 1);
  g_assert_cmpint (stats.night.eighths, ==, 8);
  g_assert_cmpuint (stats.outside.n, ==, 2);
  g_assert_cmpuint (stats.n_sets, ==, 2);
  g_assert_cmpuint (stats.n_sub_sets, ==, 1);
  g_assert_cmpuint (plt_per_mille (stats.night.eighths, stats.total.eighths), ==, 500);
  set = plt_breakdown_measure_set (facts, 1);
  g_assert_cmpuint (set.n, ==, 2);
  g_assert_cmpint (set.seconds, ==, 90);
  g_assert_cmpuint (plt_breakdown_measure_set (facts, 2).n, ==, 1);
  g_assert_cmpuint (plt_breakdown_measure_set (facts, 4).n, ==, 0);
}

static void
test_per_mille (void)
{
  g_assert_cmpuint (plt_per_mille (1, 3), ==, 333);
  g_assert_cmpuint (plt_per_mille (2, 3), ==, 667);
  g_assert_cmpuint (plt_per_mille (1, 2000), ==, 1);
  g_assert_cmpuint (plt_per_mille (1, 2001), ==, 0);
  g_assert_cmpuint (plt_per_mille (0, 0), ==, 0);
  g_assert_cmpuint (plt_per_mille (5, 5), ==, 1000);
}

/* A name that is there, whatever its case, is not made again; a quantity is cut off. */
static void
test_add_element (void)
{
  static const struct
  {
    const char *text;
    const char *name; /* of a new element, NULL when it is the crowd */
    const char *quantity;
  } cases[] = {
    { "Pêcheurs", "Pêcheurs", NULL },
    { "  Pêcheurs   du port x12 ", "Pêcheurs du port", "12" },
    { "Pêcheurs ×3", "Pêcheurs", "3" },
    { "Pêcheurs × 3", "Pêcheurs", "3" },
    { "Boeing 747", "Boeing 747", NULL },
    { "Vx12", "Vx12", NULL },
    { "x12", "x12", NULL },
    { "12", "12", NULL },
  };
  g_autoptr (PltFacts) facts = film_new ();
  const PltElementFacts *crowd = PLT_FACTS_FIND (facts->elements, PltElementFacts, FILM_CROWD);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltBatch) batch = plt_batch_new ();
      g_autoptr (GError) error = NULL;

      g_assert_true (
          plt_breakdown_add_element (facts, 4, crowd->category, cases[i].text, batch, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 2);
      assert_edit (batch, 0, PLT_EDIT_INSERT, "element", -1);
      assert_value (plt_batch_get_edit (batch, 0), "name", cases[i].name);
      assert_value (plt_batch_get_edit (batch, 1), "element", "-1");
      if (cases[i].quantity != NULL)
        assert_value (plt_batch_get_edit (batch, 1), "quantity", cases[i].quantity);
      else
        g_assert_cmpuint (plt_batch_get_edit (batch, 1)->values->len, ==, 2);
    }
}

static gint64
sequence_with (const PltFacts *facts, gint64 element, gboolean with)
{
  for (guint i = 0; i < facts->sequences.n; i++)
    {
      gboolean has = FALSE;

      for (guint j = 0; j < facts->occurrences.n; j++)
        has = has
              || (facts->occurrences.items[j].sequence == facts->sequences.items[i].id
                  && facts->occurrences.items[j].element == element);
      if (has == with)
        return facts->sequences.items[i].id;
    }
  g_assert_not_reached ();
}

static void
test_add_known_element (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  const PltElementFacts *milo = PLT_FACTS_FIND (facts->elements, PltElementFacts, FILM_MILO);
  g_autofree char *small = g_utf8_strdown (milo->name, -1);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_breakdown_add_element (facts, sequence_with (facts, FILM_MILO, FALSE),
                                            milo->category, small, batch, &error));
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 1);
  assert_value (plt_batch_get_edit (batch, 0), "element", "2");
  g_assert_false (plt_breakdown_add_element (facts, sequence_with (facts, FILM_MILO, TRUE),
                                             milo->category, small, batch, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (plt_breakdown_add_element (facts, 1, milo->category, "  ", batch, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (plt_breakdown_add_element (facts, 1, milo->category, "Foule x0", batch, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 1);
}

static void
add_occurrence (
    PltFacts *facts, gint64 id, gint64 of, gint64 element, gint64 quantity, const char *costume)
{
  PltOccurrenceFacts *added = PLT_FACTS_ADD (facts->occurrences, PltOccurrenceFacts, id);

  added->sequence = of;
  added->element = element;
  added->quantity = quantity;
  added->costume = costume;
  added->note = "";
}

/* Kept: 1 in séquence 1. Merged: 2 in séquences 1 and 2, 3 in séquence 2. */
static void
test_merge (void)
{
  g_autoptr (PltFacts) facts = plt_facts_new ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  const gint64 others[] = { 2, 3 };
  PltEngagementFacts *engagement = PLT_FACTS_ADD (facts->engagements, PltEngagementFacts, 7);

  engagement->role = 3;
  add_occurrence (facts, 11, 1, 1, PLT_UNKNOWN, "");
  add_occurrence (facts, 12, 1, 2, 5, "2");
  add_occurrence (facts, 13, 2, 2, PLT_UNKNOWN, "1");
  add_occurrence (facts, 14, 2, 3, 4, "9");
  plt_breakdown_merge_elements (facts, 1, others, 2, batch);
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 8);
  assert_edit (batch, 0, PLT_EDIT_UPDATE, "sequence_element", 11);
  assert_value (plt_batch_get_edit (batch, 0), "quantity", "5");
  assert_value (plt_batch_get_edit (batch, 0), "costume", "2");
  assert_edit (batch, 1, PLT_EDIT_DELETE, "sequence_element", 12);
  assert_edit (batch, 2, PLT_EDIT_UPDATE, "sequence_element", 13);
  assert_value (plt_batch_get_edit (batch, 2), "element", "1");
  assert_edit (batch, 3, PLT_EDIT_UPDATE, "sequence_element", 13);
  assert_value (plt_batch_get_edit (batch, 3), "quantity", "4"); /* its costume stays 1 */
  g_assert_cmpuint (plt_batch_get_edit (batch, 3)->values->len, ==, 1);
  assert_edit (batch, 4, PLT_EDIT_DELETE, "sequence_element", 14);
  assert_edit (batch, 5, PLT_EDIT_UPDATE, "engagement", 7);
  assert_value (plt_batch_get_edit (batch, 5), "role", "1");
  assert_edit (batch, 6, PLT_EDIT_DELETE, "element", 2);
  assert_edit (batch, 7, PLT_EDIT_DELETE, "element", 3);
}

static void
test_number_after (void)
{
  g_autoptr (PltFacts) facts = plt_facts_new ();
  static const char *const numbers[] = { "1", "2", "2A", "7Bis", "12" };
  static const struct
  {
    gint64 before;
    guint nth;
    const char *number;
  } cases[] = {
    { 0, 0, "0A" }, { 1, 0, "1A" }, { 1, 1, "1B" }, { 2, 0, "2B" },
    { 3, 0, "2B" }, { 4, 0, "7A" }, { 5, 0, "13" }, { 5, 2, "15" },
  };
  g_autoptr (PltFacts) empty = plt_facts_new ();
  g_autofree char *first = plt_breakdown_number_after (empty, 0, 0);

  g_assert_cmpstr (first, ==, "1");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      PltSequenceFacts *added = PLT_FACTS_ADD (facts->sequences, PltSequenceFacts, i + 1);

      added->number = numbers[i];
      added->status = "";
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *number = plt_breakdown_number_after (facts, cases[i].before, cases[i].nth);

      g_assert_cmpstr (number, ==, cases[i].number);
    }
}

static void
test_renumber (void)
{
  g_autoptr (PltFacts) facts = plt_facts_new ();
  static const char *const numbers[] = { "1", "2", "2A", "3" };
  const gint64 ids[] = { 2, 3, 4 };
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      PltSequenceFacts *added = PLT_FACTS_ADD (facts->sequences, PltSequenceFacts, i + 1);

      added->number = numbers[i];
      added->status = "";
    }
  g_assert_false (plt_breakdown_renumber (facts, ids, 3, 1, batch, &error)); /* 1 is another's */
  g_assert_error (error, PLT_ERROR, PLT_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_true (plt_breakdown_renumber (facts, ids, 3, 2, batch, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 2); /* 2 has its number already */
  assert_edit (batch, 0, PLT_EDIT_UPDATE, "sequence", 3);
  assert_value (plt_batch_get_edit (batch, 0), "number", "3");
  assert_value (plt_batch_get_edit (batch, 1), "number", "4");
  facts->production.numbers_locked = TRUE;
  g_assert_false (plt_breakdown_renumber (facts, ids, 3, 20, batch, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_CONFLICT);
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 2);
}

static void
test_episodes (void)
{
  g_autoptr (PltFacts) facts = plt_facts_new ();

  facts->production.kind = "long";
  PLT_FACTS_ADD (facts->sequences, PltSequenceFacts, 1)->episode = "";
  g_assert_false (plt_facts_has_episodes (facts));
  facts->sequences.items[0].episode = "101";
  g_assert_true (plt_facts_has_episodes (facts));
  facts->sequences.items[0].episode = "";
  facts->production.kind = "serie";
  g_assert_true (plt_facts_has_episodes (facts));
}

static void
test_role_numbers (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  gint64 both = sequence_with (facts, FILM_MILO, TRUE);
  g_autofree char *text = plt_breakdown_role_numbers (facts, both);
  g_autofree char *none = plt_breakdown_role_numbers (facts, 999);
  g_autoptr (GPtrArray) where = plt_breakdown_sequences_of (facts, FILM_MILO);

  g_assert_nonnull (strstr (text, "2"));
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpuint (where->len, >, 0);
  {
    const PltElementFacts *milo = PLT_FACTS_FIND (facts->elements, PltElementFacts, FILM_MILO);
    g_autoptr (GPtrArray) there = plt_breakdown_elements_of (facts, both, milo->category);
    g_autoptr (GPtrArray) nowhere = plt_breakdown_elements_of (facts, 999, milo->category);
    gint64 last = 0;

    g_assert_cmpuint (nowhere->len, ==, 0);
    g_assert_cmpuint (there->len, >, 0);
    for (guint i = 0; i < there->len; i++)
      {
        const PltOccurrenceFacts *occurrence = g_ptr_array_index (there, i);
        const PltElementFacts *element
            = PLT_FACTS_FIND (facts->elements, PltElementFacts, occurrence->element);

        g_assert_cmpint (element->category, ==, milo->category);
        g_assert_cmpint (element->number, >, last);
        last = element->number;
      }
  }
  for (guint i = 1; i < where->len; i++)
    g_assert_true (where->pdata[i - 1] < where->pdata[i]);
  g_assert_false (plt_sequence_is_cut (sequence (facts, 0)));
  sequence (facts, 0)->status = "supprimee";
  g_assert_true (plt_sequence_is_cut (sequence (facts, 0)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/breakdown/stats", test_stats);
  g_test_add_func ("/breakdown/per-mille", test_per_mille);
  g_test_add_func ("/breakdown/add-element", test_add_element);
  g_test_add_func ("/breakdown/add-known-element", test_add_known_element);
  g_test_add_func ("/breakdown/merge", test_merge);
  g_test_add_func ("/breakdown/number-after", test_number_after);
  g_test_add_func ("/breakdown/renumber", test_renumber);
  g_test_add_func ("/breakdown/episodes", test_episodes);
  g_test_add_func ("/breakdown/role-numbers", test_role_numbers);
  return g_test_run ();
}
