/* The tree of décors: what becomes of séquences when a décor moves or merges, by hand. */
#include "plt-sets.h"

#include "plt-error.h"

/* 1 CAFÉ (2 Salle, 3 Cuisine) · 4 Bistrot (5 SALLE, 6 Cave) · 7 PHARE · 8 Café (below 7) */
static PltFacts *
facts_new (void)
{
  static const struct
  {
    const char *name;
    gint64 parent, location;
    const char *note;
  } sets[] = {
    { "CAFÉ", 0, 0, "" },    { "Salle", 1, 0, "" }, { "Cuisine", 1, 0, "" },
    { "Bistrot", 0, 9, "" }, { "SALLE", 4, 0, "" }, { "Cave", 4, 0, "humide" },
    { "PHARE", 0, 0, "" },   { "Café", 7, 0, "" },
  };
  static const struct
  {
    gint64 set, sub_set;
    const char *int_ext, *effect, *status;
  } rows[] = {
    { 1, 0, "INT", "JOUR", "" }, { 1, 2, "INT", "NUIT", "" }, { 4, 0, "INT", "JOUR", "" },
    { 4, 5, "EXT", "JOUR", "" }, { 4, 6, "", "", "" },        { 7, 0, "EXT", "NUIT", "" },
    { 7, 8, "EXT", "NUIT", "" }, { 1, 2, "INT", "JOUR", "" }, { 1, 0, "EXT", "NUIT", "supprimee" },
  };
  PltFacts *facts = plt_facts_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      PltSetFacts *set = PLT_FACTS_ADD (facts->sets, PltSetFacts, i + 1);

      set->name = sets[i].name;
      set->parent = sets[i].parent;
      set->location = sets[i].location;
      set->note = sets[i].note;
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PltSequenceFacts *sequence = PLT_FACTS_ADD (facts->sequences, PltSequenceFacts, i + 1);

      sequence->set = rows[i].set;
      sequence->sub_set = rows[i].sub_set;
      sequence->int_ext = rows[i].int_ext;
      sequence->effect = rows[i].effect;
      sequence->status = rows[i].status;
      sequence->number = "";
    }
  return facts;
}

/* "set 7 parent=1; sequence 6 set=1 sub_set=7; set 4 gone" */
static char *
dump (const PltBatch *batch)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plt_batch_get_n_edits (batch); i++)
    {
      const PltEdit *edit = plt_batch_get_edit (batch, i);

      g_string_append_printf (text, "%s%s %" G_GINT64_FORMAT, i > 0 ? "; " : "", edit->table->id,
                              edit->id);
      if (edit->kind == PLT_EDIT_DELETE)
        g_string_append (text, " gone");
      for (guint j = 0; j < edit->values->len; j++)
        {
          const PltEditValue *value = &g_array_index (edit->values, PltEditValue, j);

          if (value->value.kind == PLT_VALUE_TEXT)
            g_string_append_printf (text, " %s=%s", value->column->id, value->value.text);
          else
            g_string_append_printf (text, " %s=%" G_GINT64_FORMAT, value->column->id,
                                    value->value.kind == PLT_VALUE_NULL ? 0 : value->value.integer);
        }
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  gint64 set, parent;
  const char *edits; /* NULL: refused */
  int code;
} moves[] = {
  { "/sets/move/below", 7, 1, NULL, PLT_ERROR_INVALID }, /* it has a part */
  { "/sets/move/part-to-other", 6, 1,
    "sequence 5 set=1 sub_set=0; set 6 parent=1; sequence 5 set=1 sub_set=6", 0 },
  { "/sets/move/whole", 7, 4, NULL, PLT_ERROR_INVALID },
  { "/sets/move/apart", 6, 0, "sequence 5 set=6 sub_set=0; set 6 parent=0", 0 },
  { "/sets/move/same", 6, 4, "", 0 },
  { "/sets/move/namesake", 5, 1, NULL, PLT_ERROR_CONFLICT },
  { "/sets/move/namesake-apart", 8, 0, NULL, PLT_ERROR_CONFLICT },
  { "/sets/move/below-a-part", 6, 2, NULL, PLT_ERROR_INVALID },
  { "/sets/move/below-itself", 7, 7, NULL, PLT_ERROR_INVALID },
};

static void
test_move (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (PltFacts) facts = facts_new ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *edits = NULL;

  g_assert_cmpint (plt_sets_move (facts, moves[i].set, moves[i].parent, batch, &error), ==,
                   moves[i].edits != NULL);
  edits = dump (batch);
  g_assert_cmpstr (edits, ==, moves[i].edits != NULL ? moves[i].edits : "");
  if (moves[i].edits == NULL)
    g_assert_error (error, PLT_ERROR, moves[i].code);
}

static const struct
{
  const char *name;
  gint64 keep;
  gint64 others[3];
  const char *edits; /* NULL: refused */
} merges[] = {
  /* Its room becomes the one of the same name, the cellar comes along. */
  { "/sets/merge/whole",
    1,
    { 4 },
    "set 1 location=9; sequence 3 set=1 sub_set=0; sequence 4 set=1 sub_set=2; "
    "sequence 5 set=1 sub_set=0; set 6 parent=1; sequence 5 set=1 sub_set=6; set 5 gone; set 4 "
    "gone" },
  { "/sets/merge/parts",
    2,
    { 5, 6 },
    "set 2 note=humide; sequence 4 set=1 sub_set=2; sequence 5 set=1 sub_set=2; set 5 gone; "
    "set 6 gone" },
  { "/sets/merge/part-into-its-set",
    1,
    { 2 },
    "sequence 2 set=1 sub_set=0; sequence 8 set=1 sub_set=0; set 2 gone" },
  { "/sets/merge/all-of-it",
    1,
    { 4, 5, 6 },
    "set 1 location=9; set 1 note=humide; sequence 3 set=1 sub_set=0; sequence 4 set=1 sub_set=0; "
    "sequence 5 set=1 sub_set=0; set 5 gone; set 6 gone; set 4 gone" },
  { "/sets/merge/whole-into-part", 2, { 4 }, NULL },
  { "/sets/merge/into-own-part", 8, { 7 }, NULL },
};

static void
test_merge (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (PltFacts) facts = facts_new ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *edits = NULL;
  guint n = 0;

  while (n < G_N_ELEMENTS (merges[i].others) && merges[i].others[n] != 0)
    n++;
  g_assert_cmpint (plt_sets_merge (facts, merges[i].keep, merges[i].others, n, batch, &error), ==,
                   merges[i].edits != NULL);
  edits = dump (batch);
  g_assert_cmpstr (edits, ==, merges[i].edits != NULL ? merges[i].edits : "");
  if (merges[i].edits == NULL)
    g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
}

static void
test_effects (void)
{
  g_autoptr (PltFacts) facts = facts_new ();
  g_autofree char *whole = plt_sets_effects (facts, 1);
  g_autofree char *part = plt_sets_effects (facts, 2);
  g_autofree char *none = plt_sets_effects (facts, 3);
  g_autofree char *unsaid = plt_sets_effects (facts, 6);

  g_assert_cmpstr (whole, ==, "I/J 2 · I/N 1"); /* the cut séquence counts nowhere */
  g_assert_cmpstr (part, ==, "I/N 1 · I/J 1");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (unsaid, ==, "");
}

static void
test_matrix (void)
{
  g_autoptr (PltFacts) facts = facts_new ();
  g_autoptr (GPtrArray) codes = plt_sets_codes (facts);
  PltMeasure measure;

  for (guint i = 0; i < facts->sequences.n; i++)
    {
      facts->sequences.items[i].eighths = 1 + i;
      facts->sequences.items[i].premin_seconds = 10;
      facts->sequences.items[i].estimate_seconds = PLT_UNKNOWN;
    }
  g_assert_cmpuint (codes->len, ==, 5);
  g_assert_cmpstr (g_ptr_array_index (codes, 0), ==, "I/J");
  g_assert_cmpstr (g_ptr_array_index (codes, 1), ==, "I/N");
  g_assert_cmpstr (g_ptr_array_index (codes, 2), ==, "E/J");
  g_assert_cmpstr (g_ptr_array_index (codes, 3), ==, "E/N");
  g_assert_cmpstr (g_ptr_array_index (codes, 4), ==, "");
  measure = plt_sets_measure_effect (facts, 1, "I/J"); /* 1 and 8 */
  g_assert_cmpuint (measure.n, ==, 2);
  g_assert_cmpint (measure.eighths, ==, 9);
  g_assert_cmpint (measure.seconds, ==, 20);
  measure = plt_sets_measure_effect (facts, 1, "E/N"); /* only the cut one */
  g_assert_cmpuint (measure.n, ==, 0);
  measure = plt_sets_measure_effect (facts, 0, "I/J");
  g_assert_cmpuint (measure.n, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    g_test_add_data_func (moves[i].name, GUINT_TO_POINTER (i), test_move);
  for (guint i = 0; i < G_N_ELEMENTS (merges); i++)
    g_test_add_data_func (merges[i].name, GUINT_TO_POINTER (i), test_merge);
  g_test_add_func ("/sets/effects", test_effects);
  g_test_add_func ("/sets/matrix", test_matrix);
  return g_test_run ();
}
