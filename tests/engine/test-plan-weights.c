/* What the optimiser weighs: shipped, kept, typed. */
#include "plt-error.h"
#include "plt-plan-weights.h"

static const char SHIPPED[] = "# titre: Poids\n"
                              "code\tlibelle\tvaleur\tunite\tgroupe\tsource\tmarque\n"
                              "jour\tJour de tournage\t1200000\tcentimes\tmoyens\tessai\tsource\n"
                              "trajet\tTrajet\t45\tmin\tmoyens\tessai\ta-verifier\n"
                              "vide\tSans valeur\t\tmin\tmoyens\tessai\ta-verifier\n"
                              "moins\tSous zéro\t-1\tmin\tmoyens\tessai\ta-verifier\n"
                              "jour\tDeux fois\t5\tcentimes\tmoyens\tessai\tsource\n";

static void
type (PltFacts *facts, gint64 id, const char *code, PltMoney price, gint64 value)
{
  PltWeightFacts *weight = PLT_FACTS_ADD (facts->weights, PltWeightFacts, id);

  weight->code = code;
  weight->price_cents = price;
  weight->value = value;
}

static void
test_order (void)
{
  g_autoptr (PltFacts) facts = plt_facts_new ();
  g_autoptr (PltPlanWeights) none = plt_plan_weights_new (facts, NULL);
  g_autoptr (PltPlanWeights) shipped = plt_plan_weights_new (facts, SHIPPED);
  g_autoptr (PltPlanWeights) typed = NULL;
  g_autoptr (PltPlanWeights) kept = NULL;
  PltReferentialFacts *copy;

  g_assert_cmpuint (none->items->len, ==, 0);
  g_assert_cmpint (plt_plan_weights_get (none, "jour"), ==, 0);
  /* rows without a usable value are none, the first of a code stands */
  g_assert_cmpuint (shipped->items->len, ==, 2);
  g_assert_cmpint (plt_plan_weights_get (shipped, "jour"), ==, 1200000);
  g_assert_cmpint (plt_plan_weights_get (shipped, "trajet"), ==, 45);
  g_assert_true (plt_plan_weights_find (shipped, "jour")->verified);
  g_assert_false (plt_plan_weights_find (shipped, "trajet")->verified);

  /* what the production typed comes first; a value of the wrong kind or below zero says nothing */
  type (facts, 1, "jour", 900000, PLT_UNKNOWN);
  type (facts, 2, "trajet", 30, PLT_UNKNOWN);
  type (facts, 3, "inconnu", 30, 30);
  typed = plt_plan_weights_new (facts, SHIPPED);
  g_assert_cmpint (plt_plan_weights_get (typed, "jour"), ==, 900000);
  g_assert_true (plt_plan_weights_find (typed, "jour")->own);
  g_assert_cmpint (plt_plan_weights_find (typed, "jour")->shipped, ==, 1200000);
  g_assert_cmpint (plt_plan_weights_get (typed, "trajet"), ==, 45);
  g_assert_false (plt_plan_weights_find (typed, "trajet")->own);

  /* the copy that the production keeps stands for the shipped one */
  copy = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts, 1);
  copy->name = PLT_PLAN_WEIGHTS_REFERENTIAL;
  copy->version = "1";
  copy->content = "code\tlibelle\tvaleur\tunite\ntrajet\tTrajet\t60\tmin\n";
  kept = plt_plan_weights_new (facts, SHIPPED);
  g_assert_cmpint (plt_plan_weights_get (kept, "trajet"), ==, 60);
  g_assert_null (plt_plan_weights_find (kept, "jour"));
}

static void
test_typing (void)
{
  static const struct
  {
    const char *code, *text;
    int problem; /* -1: fine */
    gint64 value;
    const char *shown;
  } cases[] = {
    { "jour", "1 500,50", -1, 150050, "1 500,50 €" },
    { "jour", "0", -1, 0, "0,00 €" },
    { "trajet", "30", -1, 30, "30 min" },
    { "trajet", "une heure", PLT_ERROR_INVALID, 45, NULL },
    { "trajet", "-5", PLT_ERROR_INVALID, 45, NULL },
    { "trajet", "20000", PLT_ERROR_INVALID, 45, NULL },
    { "jour", "-1", PLT_ERROR_INVALID, 1200000, NULL },
    { "poids", "1", PLT_ERROR_NOT_FOUND, 0, NULL },
  };
  g_autoptr (PltFacts) facts = plt_facts_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltPlanWeights) weights = plt_plan_weights_new (facts, SHIPPED);
      g_autoptr (GError) error = NULL;
      gboolean fine = plt_plan_weights_parse (weights, cases[i].code, cases[i].text, &error);

      g_assert_cmpint (fine, ==, cases[i].problem < 0);
      if (!fine)
        g_assert_error (error, PLT_ERROR, cases[i].problem);
      g_assert_cmpint (plt_plan_weights_get (weights, cases[i].code), ==, cases[i].value);
      if (cases[i].shown != NULL)
        {
          g_autofree char *shown
              = plt_plan_weight_format (plt_plan_weights_find (weights, cases[i].code));

          g_assert_cmpstr (shown, ==, cases[i].shown);
        }
    }
}

/* What is written makes the table say the same, and no more. */
static void
test_write (void)
{
  g_autoptr (PltFacts) facts = plt_facts_new ();
  g_autoptr (PltPlanWeights) weights = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltBatch) same = plt_batch_new ();
  const PltEdit *edit;

  type (facts, 7, "jour", 900000, PLT_UNKNOWN);
  weights = plt_plan_weights_new (facts, SHIPPED);
  plt_plan_weights_write (weights, facts, same);
  g_assert_cmpuint (plt_batch_get_n_edits (same), ==, 0);

  g_assert_true (plt_plan_weights_set (weights, "jour", 1200000, NULL));
  g_assert_true (plt_plan_weights_set (weights, "trajet", 20, NULL));
  plt_plan_weights_write (weights, facts, batch);
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 2);
  edit = plt_batch_get_edit (batch, 0);
  g_assert_cmpint (edit->kind, ==, PLT_EDIT_DELETE);
  g_assert_cmpint (edit->id, ==, 7);
  edit = plt_batch_get_edit (batch, 1);
  g_assert_cmpint (edit->kind, ==, PLT_EDIT_INSERT);
  g_assert_cmpuint (edit->values->len, ==, 2);
  g_assert_cmpstr (g_array_index (edit->values, PltEditValue, 1).column->id, ==, "value");
  g_assert_cmpint (g_array_index (edit->values, PltEditValue, 1).value.integer, ==, 20);
}

/* The file that comes with the program: each weight in range, with a title, a unit and a source. */
static void
test_shipped_file (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "referentials",
                                                 PLT_PLAN_WEIGHTS_REFERENTIAL ".tsv", NULL);
  g_autofree char *content = NULL;
  g_autoptr (PltFacts) facts = plt_facts_new ();
  g_autoptr (PltPlanWeights) weights = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  weights = plt_plan_weights_new (facts, content);
  g_assert_cmpuint (weights->items->len, ==, 25);
  for (guint i = 0; i < weights->items->len; i++)
    {
      const PltPlanWeight *weight = weights->items->pdata[i];

      g_assert_cmpstr (weight->title, !=, "");
      g_assert_cmpstr (weight->unit, !=, "");
      g_assert_cmpstr (weight->group, !=, "");
      g_assert_cmpstr (weight->source, !=, "");
    }
  g_assert_cmpint (plt_plan_weights_get (weights, "stabilite"), >=, 100000); /* high by default */
  g_assert_cmpint (plt_plan_weights_get (weights, "chronologie"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-weights/order", test_order);
  g_test_add_func ("/plan-weights/typing", test_typing);
  g_test_add_func ("/plan-weights/write", test_write);
  g_test_add_func ("/plan-weights/shipped-file", test_shipped_file);
  return g_test_run ();
}
