/* What is proposed for costumes, by hand: LÉA (1) and ANDRÉ (2), and a coat that wears nothing. */
#include "plt-costumes.h"

static void
add (PltFacts *facts, gint64 sequence, gint64 element, const char *costume)
{
  PltOccurrenceFacts *occurrence
      = PLT_FACTS_ADD (facts->occurrences, PltOccurrenceFacts, facts->occurrences.n + 1);

  occurrence->sequence = sequence;
  occurrence->element = element;
  occurrence->costume = costume;
}

/* J1: 1 2 4 · J2: 3 · without: 5; 6 is cut. */
static PltFacts *
facts_new (void)
{
  static const char *const days[] = { "J1", "J1", "J2", "J1", "", "J1" };
  PltFacts *facts = plt_facts_new ();

  PLT_FACTS_ADD (facts->categories, PltCategoryFacts, 1)->family = "roles";
  PLT_FACTS_ADD (facts->categories, PltCategoryFacts, 2)->family = "";
  for (gint64 i = 1; i <= 3; i++)
    {
      PltElementFacts *element = PLT_FACTS_ADD (facts->elements, PltElementFacts, i);

      element->category = i < 3 ? 1 : 2;
      element->number = i == 1 ? PLT_UNKNOWN : 2;
      element->name = i == 1 ? "LÉA" : i == 2 ? "ANDRÉ" : "Manteau";
    }
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      PltSequenceFacts *sequence = PLT_FACTS_ADD (facts->sequences, PltSequenceFacts, i + 1);

      sequence->story_day = days[i];
      sequence->status = i == 5 ? "supprimee" : "";
    }
  add (facts, 1, 1, "");
  add (facts, 2, 1, "1");
  add (facts, 3, 1, "");
  add (facts, 4, 1, "");
  add (facts, 5, 1, "7");
  add (facts, 1, 2, "2A");
  add (facts, 4, 2, "2A, 2B");
  add (facts, 4, 3, "1");
  add (facts, 6, 2, "");
  plt_facts_index (facts);
  return facts;
}

static char *
dump (const PltBatch *batch)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plt_batch_get_n_edits (batch); i++)
    {
      const PltEdit *edit = plt_batch_get_edit (batch, i);

      g_string_append_printf (text, "%d:", edit->kind == PLT_EDIT_INSERT ? 0 : (int) edit->id);
      for (guint j = 0; j < edit->values->len; j++)
        {
          const PltValue *value = &g_array_index (edit->values, PltEditValue, j).value;

          if (value->kind == PLT_VALUE_INTEGER)
            g_string_append_printf (text, "%d ", (int) value->integer);
          else
            g_string_append_printf (text, "%s ", plt_value_get_text (value));
        }
    }
  return g_string_free (text, FALSE);
}

static void
test_named (void)
{
  g_autoptr (PltFacts) facts = facts_new ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  PltCostumeFacts *known = PLT_FACTS_ADD (facts->costumes, PltCostumeFacts, 1);
  g_autofree char *text = NULL;

  known->role = 2;
  known->number = "2A";
  /* ANDRÉ has a number and comes first; the coat is no role. */
  g_assert_cmpuint (plt_costumes_add_named (facts, batch), ==, 3);
  text = dump (batch);
  g_assert_cmpstr (text, ==, "0:2 2B 0:1 1 0:1 7 ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/costumes/add-named", test_named);
  return g_test_run ();
}
