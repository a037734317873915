/* The order of the story and what changes it, by hand. */
#include "plt-chronology.h"

#include "plt-error.h"

/* Days with a row: N1 (1), J2 (2), J9 (3). Séquences name J1, j2, N1, nothing; one is cut. */
static PltFacts *
facts_new (void)
{
  static const char *const days[] = { "N1", "J2", "J9" };
  static const char *const named[] = { "J1", "j2", "", "N1", "J1", "N1", "" };
  PltFacts *facts = plt_facts_new ();

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      PltStoryDayFacts *day = PLT_FACTS_ADD (facts->story_days, PltStoryDayFacts, i + 1);

      day->name = days[i];
      day->moment = "";
      day->position = (i + 1) * 1024;
    }
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      PltSequenceFacts *sequence = PLT_FACTS_ADD (facts->sequences, PltSequenceFacts, i + 1);

      sequence->story_day = named[i];
      sequence->status = i == 5 ? "supprimee" : "a-tourner";
    }
  return facts;
}

static char *
dump (const PltBatch *batch)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plt_batch_get_n_edits (batch); i++)
    {
      const PltEdit *edit = plt_batch_get_edit (batch, i);

      g_string_append_printf (text, "%s%s ", i > 0 ? "; " : "", edit->table->id);
      if (edit->kind == PLT_EDIT_INSERT)
        g_string_append (text, "new");
      else
        g_string_append_printf (text, "%" G_GINT64_FORMAT, edit->id);
      for (guint j = 0; j < edit->values->len; j++)
        {
          const PltEditValue *value = &g_array_index (edit->values, PltEditValue, j);

          if (value->value.kind == PLT_VALUE_INTEGER)
            g_string_append_printf (text, " %" G_GINT64_FORMAT, value->value.integer / 1024);
          else
            g_string_append_printf (text, " “%s”", plt_value_get_text (&value->value));
        }
    }
  return g_string_free (text, FALSE);
}

static void
assert_batch (const PltBatch *batch, const char *expected)
{
  g_autofree char *text = dump (batch);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_groups (void)
{
  g_autoptr (PltFacts) facts = facts_new ();
  g_autoptr (GPtrArray) groups = plt_chronology_new (facts);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const PltStoryGroup *group = g_ptr_array_index (groups, i);

      g_string_append_printf (text, "%s%s:", group->name, group->day != NULL ? "*" : "");
      for (guint j = 0; j < group->sequences->len; j++)
        g_string_append_printf (
            text, " %d", (int) ((PltSequenceFacts *) g_ptr_array_index (group->sequences, j))->id);
      g_string_append (text, "|");
    }
  g_assert_cmpstr (text->str, ==, ": 3 7|N1*: 4|J2*: 2|J9*:|J1: 1 5|");
}

static void
test_place (void)
{
  static const struct
  {
    const char *name, *edits;
  } cases[] = {
    { "n1", "sequence 3 “N1”" }, /* spelt as it is; 4 is there already */
    { " j 1 ", "sequence 3 “J1”; sequence 4 “J1”" },
    { "", "sequence 4 “”" },
    /* A new day comes last: those that are only words get their rows before it. */
    { "FB 1998", "story_day new 4 “J1”; story_day new “FB 1998” 5; sequence 3 “FB 1998”; "
                 "sequence 4 “FB 1998”" },
  };
  const gint64 ids[] = { 3, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = facts_new ();
      g_autoptr (PltBatch) batch = plt_batch_new ();

      plt_chronology_place (facts, ids, 2, cases[i].name, batch);
      assert_batch (batch, cases[i].edits);
    }
}

static void
test_rename (void)
{
  g_autoptr (PltFacts) facts = facts_new ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltBatch) word = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (plt_chronology_rename (facts, "N1", " ", batch, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (plt_chronology_rename (facts, "N1", "j1", batch, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_CONFLICT);
  g_assert_true (plt_chronology_rename (facts, "N1", "Nuit 1", batch, NULL));
  assert_batch (batch, "story_day 1 “Nuit 1”; sequence 4 “Nuit 1”; sequence 6 “Nuit 1”");
  g_assert_true (plt_chronology_rename (facts, "J1", "j1", word, NULL)); /* of case alone */
  assert_batch (word, "sequence 1 “j1”; sequence 5 “j1”");
}

static void
test_moment (void)
{
  g_autoptr (PltFacts) facts = facts_new ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltBatch) word = plt_batch_new ();

  plt_chronology_set_moment (facts, "J9", "dix ans après", batch);
  assert_batch (batch, "story_day 3 “dix ans après”");
  plt_chronology_set_moment (facts, "J1", "lundi", word);
  assert_batch (word, "story_day new “J1” 4 “lundi”");
}

static void
test_move (void)
{
  static const struct
  {
    const char *name;
    guint place;
    const char *edits;
  } cases[] = {
    { "J1", 0, "story_day new “J1” 1; story_day 1 2; story_day 2 3; story_day 3 4" },
    { "N1", 4, "story_day 2 1; story_day 3 2; story_day new “J1” 3; story_day 1 4" },
    { "N1", 0, "story_day new “J1” 4" }, /* where it is */
    { "N1", 1, "story_day new “J1” 4" },
    { "J9", 1, "story_day 3 2; story_day 2 3; story_day new “J1” 4" },
    { "J7", 1, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = facts_new ();
      g_autoptr (PltBatch) batch = plt_batch_new ();

      plt_chronology_move (facts, cases[i].name, cases[i].place, batch);
      assert_batch (batch, cases[i].edits);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chronology/groups", test_groups);
  g_test_add_func ("/chronology/place", test_place);
  g_test_add_func ("/chronology/rename", test_rename);
  g_test_add_func ("/chronology/moment", test_moment);
  g_test_add_func ("/chronology/move", test_move);
  return g_test_run ();
}
