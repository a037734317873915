/* What the merge of another draft costs: 200 séquences at most 0.2 s, and at most five times what
 * the first import of the same script costs. Their comparison: at most 0.1 s.
 *
 * The film is generated: 200 séquences of about thirty paragraphs, words tagged in each. The second
 * draft cuts, adds, moves, parts and rewrites some. Time of this process, the best of several runs,
 * each on a production of its own. */
#include <glib/gstdio.h>
#include <string.h>
#include <time.h>

#include "plt-fountain.h"
#include "plt-load.h"
#include "plt-minutage.h"
#include "plt-rows.h"
#include "plt-script-batch.h"
#include "plt-script-compare.h"

#define SEQUENCES 200
#define PARAGRAPHS 15
#define TAGS 5
#define RUNS 3
#define LIMIT_SECONDS 0.2
#define LIMIT_RATIO 5.0
#define LIMIT_COMPARED 0.1

static const char *const words[]
    = { "lanterne", "escalier", "marée",     "carnet", "fenêtre", "manteau", "bateau",    "horloge",
        "filet",    "valise",   "poussière", "corde",  "miroir",  "couteau", "chaise",    "lettre",
        "tempête",  "vitre",    "bouteille", "chemin", "rocher",  "phare",   "capitaine", "brume" };

static void
append_words (GString *out, GRand *rand, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "",
                            words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
}

/* The text of séquence `i`; another `draft` changes one paragraph in three of it. */
static void
append_scene (GString *out, guint i, guint draft)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (i);

  g_string_append_printf (out, "%s. DÉCOR %u - %s\n\n", i % 2 ? "INT" : "EXT", i / 3,
                          i % 4 ? "JOUR" : "NUIT");
  for (guint p = 0; p < PARAGRAPHS; p++)
    {
      append_words (out, rand, 14);
      if (draft > 0 && p % 3 == 0)
        g_string_append (out, " encore");
      g_string_append_printf (out, ".\n\nPERSONNE %u\n", g_rand_int_range (rand, 0, 12));
      append_words (out, rand, 9);
      g_string_append (out, ".\n\n");
      if (draft > 1 && p == PARAGRAPHS / 2)
        g_string_append_printf (out, "EXT. COUR %u - SOIR\n\n", i);
    }
}

static char *
make_draft (gboolean second)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < SEQUENCES; i++)
    {
      if (second && i % 20 == 7)
        append_scene (out, 1000 + i, 0);
      if (second && i % 20 == 3)
        append_scene (out, i + 5, 0); /* moved */
      else if (!second || (i % 20 != 8 && i % 20 != 11))
        append_scene (out, i, !second ? 0 : i % 20 == 15 ? 2 : i % 4 == 0);
    }
  return g_string_free (out, FALSE);
}

static PltImportPlan *
plan (PltStore *store, const PltScript *script)
{
  static const PltMinutageParams params = { .words_per_minute = 160,
                                            .cue_ms = 700,
                                            .action_word_ms = 500,
                                            .page_ms = 60000,
                                            .floor_e3 = 800,
                                            .genre_e3 = 1000 };
  const PltScriptImportOptions options = { "film.fountain", 0, plt_minutage_estimate, &params };
  g_autoptr (GError) error = NULL;
  PltImportPlan *result = plt_script_plan_import (store, script, &options, &error);

  g_assert_no_error (error);
  return result;
}

static void
apply (PltStore *store, const PltBatch *batch)
{
  g_autoptr (GError) error = NULL;

  plt_store_apply (store, "Import", NULL, batch, NULL, &error);
  g_assert_no_error (error);
}

/* TAGS passages in each séquence, as somebody who breaks the film down would leave them. */
static void
tag (PltStore *store)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) blocks
      = plt_rows_ids (store, plt_table_find ("script_block"), NULL, 0, NULL, NULL);
  gint64 category = plt_batch_insert (batch, "element_category");
  gint64 element;

  plt_batch_set_text (batch, "code", "AC");
  plt_batch_set_text (batch, "name", "Accessoires");
  element = plt_batch_insert (batch, "element");
  plt_batch_set_integer (batch, "category", category);
  plt_batch_set_text (batch, "name", "LANTERNE");
  for (guint i = 0; i < blocks->len; i += blocks->len / (SEQUENCES * TAGS))
    {
      plt_batch_insert (batch, "script_tag");
      plt_batch_set_integer (batch, "script_block", g_array_index (blocks, gint64, i));
      plt_batch_set_integer (batch, "element", element);
      plt_batch_set_integer (batch, "start", 0);
      plt_batch_set_integer (batch, "length", 4);
    }
  apply (store, batch);
}

typedef struct
{
  double read, first, planned, merged, compared;
} Times;

static double
since (clock_t start)
{
  return (double) (clock () - start) / CLOCKS_PER_SEC;
}

/* The two versions side by side, once their text is read. */
static double
compare (PltStore *store)
{
  g_autoptr (PltFacts) one = plt_facts_new ();
  g_autoptr (PltFacts) two = plt_facts_new ();
  g_autoptr (PltScriptCompare) result = NULL;
  clock_t start;

  g_assert_true (plt_facts_load_text (one, store, 1, NULL));
  g_assert_true (plt_facts_load_text (two, store, 2, NULL));
  start = clock ();
  result = plt_script_compare (one->blocks.items, one->blocks.n, two->blocks.items, two->blocks.n);
  return since (start);
}

static void
run (const char *one, const char *two, Times *best)
{
  g_autofree char *folder = g_dir_make_tmp ("plateau-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "film.plateau", NULL);
  PltStore *store = plt_store_create (path, "Film", "long-metrage", NULL, NULL);
  g_autoptr (PltScript) first = NULL, second = NULL;
  g_autoptr (PltImportPlan) first_plan = NULL, second_plan = NULL;
  clock_t start = clock ();

  first = plt_fountain_read (one, strlen (one));
  best->read = MIN (best->read, since (start));
  second = plt_fountain_read (two, strlen (two));
  start = clock ();
  first_plan = plan (store, first);
  apply (store, first_plan->batch);
  best->first = MIN (best->first, since (start));
  tag (store);
  start = clock ();
  second_plan = plan (store, second);
  best->planned = MIN (best->planned, since (start));
  apply (store, second_plan->batch);
  best->merged = MIN (best->merged, since (start));
  best->compared = MIN (best->compared, compare (store));
  g_object_unref (store);
  g_remove (path);
  g_rmdir (folder);
}

int
main (void)
{
  g_autofree char *one = make_draft (FALSE);
  g_autofree char *two = make_draft (TRUE);
  Times best = { G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };
  double ratio;

  for (guint i = 0; i < RUNS; i++)
    run (one, two, &best);
  ratio = best.merged / best.first;
  g_print ("merge of %u sequences: %.3f s (plan %.3f s), %.1f times the first import of %.3f s, "
           "%.0f times the reading; limits %.1f s and %.0f times\n",
           SEQUENCES, best.merged, best.planned, ratio, best.first, best.merged / best.read,
           LIMIT_SECONDS, LIMIT_RATIO);
  g_print ("their comparison: %.4f s, %.2f times the reading; limit %.1f s\n", best.compared,
           best.compared / best.read, LIMIT_COMPARED);
  return best.merged <= LIMIT_SECONDS && ratio <= LIMIT_RATIO && best.compared <= LIMIT_COMPARED
             ? 0
             : 1;
}
