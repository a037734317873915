/* bench-callsheet FILE: one keystroke in the form of a feuille de service, until the first page of
 * its paper is painted: the edit is laid over what is known, the document built, laid out, painted.
 *
 * Compared with the same paper read from the file, which may take no less: the preview may not fall
 * back to reading. The sheet is the one of the first shooting day, made as the program makes it. */
#include <string.h>

#include "plt-call-follow.h"
#include "plt-call-overlay.h"
#include "plt-callsheet.h"
#include "plt-document-kind.h"
#include "plt-fonts.h"
#include "plt-layout.h"
#include "plt-load.h"
#include "plt-paper.h"

#define RUNS 41

typedef struct
{
  gint64 lay, build, layout, paint, all;
} Cost;

static int
compare (gconstpointer a, gconstpointer b)
{
  const Cost *x = a, *y = b;

  return (x->all > y->all) - (x->all < y->all);
}

static void
paint (PltDocument *document, Cost *cost)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 600, 850);
  cairo_t *cr = cairo_create (surface);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (PltLayout) layout = plt_layout_new (document, plt_fonts_get ());

  cost->layout = g_get_monotonic_time () - start;
  start = g_get_monotonic_time ();
  plt_layout_paint (layout, 0, cr);
  cost->paint = g_get_monotonic_time () - start;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static Cost
type (PltStore *store, const PltPaperLoan *known, gint64 sheet, guint nth, gboolean lent)
{
  const PltDocumentKind *kind = plt_document_kind_find ("feuille-de-service");
  g_autoptr (PltParams) params = plt_params_new ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltCallOverlay) overlay = NULL;
  g_autoptr (PltDocument) document = NULL;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, sheet);
  g_autofree char *text = g_strdup_printf ("Éclaircies %u", nth);
  PltPaperLoan loan = *known;
  Cost cost = { 0 };
  gint64 start = g_get_monotonic_time (), begun = start;

  plt_batch_update (batch, "call_sheet", sheet);
  plt_batch_set_text (batch, "weather", text);
  plt_params_set (params, kind, "sheet", id, NULL);
  if (lent)
    {
      overlay = plt_call_overlay_new (known->facts);
      plt_call_overlay_apply (overlay, batch);
      loan.facts = plt_call_overlay_get (overlay);
      plt_params_lend (params, &loan);
    }
  cost.lay = g_get_monotonic_time () - start;
  start = g_get_monotonic_time ();
  document = plt_document_build (store, kind->id, params, NULL);
  g_assert_nonnull (document);
  cost.build = g_get_monotonic_time () - start;
  paint (document, &cost);
  cost.all = g_get_monotonic_time () - begun;
  return cost;
}

static Cost
median (PltStore *store, const PltPaperLoan *known, gint64 sheet, gboolean lent)
{
  Cost costs[RUNS];

  for (guint i = 0; i < RUNS; i++)
    costs[i] = type (store, known, sheet, i, lent);
  qsort (costs, RUNS, sizeof costs[0], compare);
  g_print ("%s: median %d us (laid over %d, built %d, laid out %d, painted %d), worst %d us\n",
           lent ? "keystroke" : "read again", (int) costs[RUNS / 2].all, (int) costs[RUNS / 2].lay,
           (int) costs[RUNS / 2].build, (int) costs[RUNS / 2].layout, (int) costs[RUNS / 2].paint,
           (int) costs[RUNS - 1].all);
  return costs[RUNS / 2];
}

static gint64
make_sheet (PltStore *store)
{
  g_autoptr (PltFacts) facts = plt_facts_load (store, NULL);
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) ids = NULL;
  GError *error = NULL;
  guint first = 0;
  gint64 handle;

  while (((const PltDayPlan *) plan->days->pdata[first])->number == 0)
    first++;
  handle = plt_callsheet_make (facts, plan,
                               ((const PltDayPlan *) plan->days->pdata[first])->day->id, batch);
  if (!plt_store_apply (store, "sheet", NULL, batch, &ids, &error))
    g_error ("%s", error->message);
  return g_array_index (ids, gint64, -handle - 1);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autoptr (PltStore) store = NULL;
  g_autoptr (PltFacts) facts = NULL;
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltBudget) budget = NULL;
  g_autoptr (GFile) source = argc > 1 ? g_file_new_for_path (argv[1]) : NULL;
  g_autoptr (GFile) copy = NULL;
  GError *error = NULL;
  PltPaperLoan known;
  gint64 sheet;
  Cost lent, read;

  if (source == NULL)
    g_error ("Name a production.");
  path = g_build_filename (g_get_tmp_dir (), "bench-callsheet.plateau", NULL);
  copy = g_file_new_for_path (path);
  if (!g_file_copy (source, copy, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  store = plt_store_open (path, PLT_OPEN_WRITE, &error);
  if (store == NULL)
    g_error ("%s", error->message);
  sheet = make_sheet (store);
  facts = plt_facts_load (store, NULL);
  plan = plt_plan_new (facts, 0);
  budget = plt_budget_new (facts, 0, plan);
  known = (PltPaperLoan){ facts, plan, budget };
  median (store, &known, sheet, TRUE); /* the fonts are warm */
  lent = median (store, &known, sheet, TRUE);
  read = median (store, &known, sheet, FALSE);
  {
    gint64 start = g_get_monotonic_time ();

    for (guint i = 0; i < RUNS; i++)
      g_assert_false (plt_call_is_behind (facts, plan, sheet));
    g_print ("compared with the plan: %d us a sheet\n",
             (int) ((g_get_monotonic_time () - start) / RUNS));
  }
  g_print ("keystroke / read again = %.2f\n", (double) lent.all / (double) read.all);
  g_clear_object (&store);
  g_file_delete (copy, NULL, NULL);
  return lent.build < read.build ? 0 : 1;
}
