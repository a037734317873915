/* A rétroplanning edited at random through the store and the engine: nothing crashes, the facts
 * that follow the changes give the schedule of a fresh load, a preview is what is there once it is
 * written, and undo and redo lead through the same states, byte by byte. */
#include <string.h>

#include "plt-load.h"
#include "plt-network-template.h"
#include "plt-retro-edit.h"
#include "plt-rows.h"

#define N_STEPS 160
#define SUM_EVERY 10

typedef struct
{
  PltStore *store;
  PltFacts *facts; /* followed change by change */
  GRand *rand;
  GPtrArray *sums; /* of char *, by step; NULL where it is not compared */
  guint n_done, n_refused, n_moved, n_changes, serial;
} Walk;

static const PltNetworkTemplate *template;

static void
changed_cb (PltStore *store, const PltChanges *changes, Walk *walk)
{
  g_autoptr (PltFacts) before = walk->facts;
  g_autoptr (GError) error = NULL;

  walk->facts = plt_facts_load_changed (store, before, changes, &error);
  g_assert_no_error (error);
  walk->n_changes++;
}

static guint
below (Walk *walk, guint n)
{
  return (guint) g_rand_int_range (walk->rand, 0, (gint32) n);
}

/* ---- what is there ---- */

static gint64
any_row (Walk *walk, const char *table)
{
  g_autoptr (GArray) ids = plt_rows_ids (walk->store, plt_table_find (table), NULL, 0, "id", NULL);

  return ids->len > 0 ? g_array_index (ids, gint64, below (walk, ids->len)) : 0;
}

/* Mostly near, sometimes none, sometimes centuries away. */
static char *
any_date (Walk *walk)
{
  guint kind = below (walk, 20);

  if (kind == 0)
    return g_strdup ("");
  if (kind == 1)
    return g_strdup (below (walk, 2) == 0 ? "1961-02-03" : "2093-11-30");
  return plt_date_to_iso (plt_date_from_ymd (2028, 6, 1)
                          + g_rand_int_range (walk->rand, -500, 500));
}

static PltRetro *
schedule (const PltFacts *facts, const PltPlan *plan)
{
  const PltRetroOptions options
      = { .today = plt_date_from_ymd (2028, 3, 1), .with_registers = TRUE };

  return plt_retro_new (facts, plan, &options);
}

/* All that a rétroplanning says. */
static char *
dump (const PltFacts *facts)
{
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltRetro) retro = schedule (facts, plan);
  g_autofree char *head = plt_retro_head_text (retro), *chain = plt_retro_chain_text (retro);
  GString *text = g_string_new (head);

  g_string_append_printf (text, "\n%s\n", chain);
  for (guint i = 0; i < retro->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (retro->rows, PltRetroRow, i);

      g_string_append_printf (text, "%d %s %s %d %d %d %d %d %d %d %d %d %s\n", (int) row->kind,
                              row->name, row->phase, row->is_dated, row->dates.start,
                              row->dates.finish, row->dates.slack, row->dates.critical, row->days,
                              row->state, row->progress, row->late_days, row->people);
      if (row->is_dated && row->index >= 0)
        g_assert_cmpint (row->dates.start, <=, row->dates.finish);
    }
  for (guint i = 0; i < retro->issues->len; i++)
    {
      const PltIssue *issue = retro->issues->pdata[i];

      g_assert_true (g_utf8_validate (issue->message, -1, NULL) && *issue->message != '\0');
      g_string_append_printf (text, "%s %s\n", issue->rule, issue->message);
    }
  return g_string_free (text, FALSE);
}

static void
assert_follows (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltFacts) fresh = plt_facts_load (walk->store, &error);
  g_autofree char *followed = dump (walk->facts), *loaded = NULL;

  g_assert_no_error (error);
  loaded = dump (fresh);
  g_assert_cmpstr (followed, ==, loaded);
}

/* ---- what is done ---- */

static void
fill_task (Walk *walk, PltBatch *batch)
{
  static const char *const anchors[]
      = { "", "", "tournage", "premier-jour", "fin-tournage", "livraison", "visa", "sortie" };
  static const char *const placings[]
      = { "",         "au-plus-tard",  "au-plus-tot", "debut-pas-avant", "debut-pas-apres",
          "debut-le", "fin-pas-avant", "fin-le",      "fin-pas-apres" };
  static const char *const dates[]
      = { "start_date",   "end_date",        "start_date",   "deadline_date",
          "placing_date", "real_start_date", "real_end_date" };
  g_autofree char *date = any_date (walk);

  switch (below (walk, 10))
    {
    case 0:
      plt_batch_set_text (batch, "anchor", anchors[below (walk, G_N_ELEMENTS (anchors))]);
      break;
    case 1:
      plt_batch_set_text (batch, "placing", placings[below (walk, G_N_ELEMENTS (placings))]);
      plt_batch_set_text (batch, "placing_date", date);
      break;
    case 2:
      plt_batch_set_integer (batch, "duration_days", below (walk, 8) == 0 ? 900 : below (walk, 30));
      plt_batch_set_text (batch, "duration_unit", below (walk, 2) == 0 ? "ouvres" : "calendaires");
      break;
    case 3:
      plt_batch_set_integer (batch, "milestone", below (walk, 2));
      break;
    case 4:
      plt_batch_set_integer (batch, "progress_e6", below (walk, 5) * (PLT_RATE_ONE / 4));
      break;
    case 5:
      plt_batch_set_integer (batch, "locked", below (walk, 2));
      break;
    case 6:
      plt_batch_set_integer (batch, "parent", any_row (walk, "task"));
      break;
    default:
      plt_batch_set_text (batch, dates[below (walk, G_N_ELEMENTS (dates))], date);
    }
  if (below (walk, 12) == 0 && any_row (walk, "task_calendar") != 0)
    plt_batch_set_integer (batch, "calendar", any_row (walk, "task_calendar"));
}

static void
fill_link (Walk *walk, PltBatch *batch)
{
  static const char *const kinds[] = { "fin-debut", "debut-debut", "fin-fin", "debut-fin" };

  plt_batch_set_text (batch, "kind", kinds[below (walk, 4)]);
  plt_batch_set_integer (batch, "lag_days", (int) below (walk, 60) - 20);
  plt_batch_set_text (batch, "lag_unit", below (walk, 2) == 0 ? "ouvres" : "calendaires");
}

static void
fill_shoot (Walk *walk, PltBatch *batch)
{
  static const char *const kinds[] = { "tournage", "tournage", "repos", "reserve" };
  gint64 plan = any_row (walk, "schedule"), day = any_row (walk, "shooting_day");
  g_autofree char *date = any_date (walk);

  switch (plan == 0 ? 0 : below (walk, 6))
    {
    case 0:
      plan = plt_batch_insert (batch, "schedule");
      plt_batch_set_text (batch, "name", "Essai");
      plt_batch_update (batch, "production", 1);
      plt_batch_set_integer (batch, "schedule", plan);
      break;
    case 1:
      plt_batch_update (batch, "production", 1);
      plt_batch_set_integer (batch, "schedule", plan);
      break;
    case 2:
      if (day != 0)
        plt_batch_delete (batch, "shooting_day", day);
      break;
    case 3:
      if (day != 0)
        {
          plt_batch_update (batch, "shooting_day", day);
          plt_batch_set_text (batch, "date", date);
        }
      break;
    default:
      plt_batch_insert (batch, "shooting_day");
      plt_batch_set_integer (batch, "schedule", plan);
      plt_batch_set_text (batch, "date", date);
      plt_batch_set_text (batch, "kind", kinds[below (walk, G_N_ELEMENTS (kinds))]);
    }
}

static void
fill_calendar (Walk *walk, PltBatch *batch)
{
  static const char *const weeks[]
      = { "", "lundi", "lundi,mardi,mercredi,jeudi,vendredi,samedi,dimanche", "samedi,dimanche" };
  gint64 calendar = any_row (walk, "task_calendar");
  g_autofree char *name = g_strdup_printf ("Calendrier %u", walk->serial++);
  g_autofree char *date = any_date (walk);

  if (calendar == 0 || below (walk, 3) == 0)
    {
      plt_batch_insert (batch, "task_calendar");
      plt_batch_set_text (batch, "name", name);
      plt_batch_set_text (batch, "weekdays", weeks[below (walk, G_N_ELEMENTS (weeks))]);
      return;
    }
  plt_batch_insert (batch, "calendar_closing");
  plt_batch_set_text (batch, "name", name);
  plt_batch_set_text (batch, "from_date", date);
  if (below (walk, 2) == 0)
    plt_batch_set_integer (batch, "task_calendar", calendar);
  plt_batch_set_integer (batch, "worked", below (walk, 2));
}

static void
fill_production (Walk *walk, PltBatch *batch)
{
  static const char *const dates[]
      = { "delivery_date", "delivery_date", "visa_date", "release_date", "start_date" };
  g_autofree char *date = any_date (walk);

  plt_batch_update (batch, "production", 1);
  plt_batch_set_text (batch, dates[below (walk, G_N_ELEMENTS (dates))], date);
}

static void
fill_rows (Walk *walk, PltBatch *batch)
{
  gint64 task = any_row (walk, "task"), link = any_row (walk, "task_link");

  switch (below (walk, 12))
    {
    case 0:
      plt_batch_insert (batch, "task");
      plt_batch_set_text (batch, "name", "Essai");
      fill_task (walk, batch);
      break;
    case 1:
      if (task != 0)
        plt_batch_delete (batch, "task", task);
      break;
    case 2:
      plt_batch_insert (batch, "task_link");
      plt_batch_set_integer (batch, "predecessor", task);
      plt_batch_set_integer (batch, "task", any_row (walk, "task"));
      fill_link (walk, batch);
      break;
    case 3:
      if (link == 0)
        break;
      if (below (walk, 3) == 0)
        plt_batch_delete (batch, "task_link", link);
      else
        {
          plt_batch_update (batch, "task_link", link);
          fill_link (walk, batch);
        }
      break;
    case 4:
      fill_production (walk, batch);
      break;
    case 5:
    case 6:
      fill_shoot (walk, batch);
      break;
    case 7:
      fill_calendar (walk, batch);
      break;
    default:
      if (task == 0)
        break;
      plt_batch_update (batch, "task", task);
      fill_task (walk, batch);
    }
}

/* A drag: what the preview says is what is there once it is written. */
static void
drag (Walk *walk)
{
  g_autoptr (PltPlan) plan = plt_plan_new (walk->facts, 0);
  g_autoptr (PltRetro) retro = schedule (walk->facts, plan);
  g_autofree char *date = any_date (walk);
  PltRetroChange change = { any_row (walk, "task"), PLT_DATE_NONE, -1 };
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltRetroPreview) preview = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PltPlan) plan_after = NULL;
  g_autoptr (PltRetro) after = NULL;

  if (*date != '\0' && below (walk, 4) != 0)
    change.start = plt_date_from_iso (date);
  else
    change.days = (int) below (walk, 40);
  preview = plt_retro_preview (retro, plan, &change, 1, &error);
  if (preview == NULL)
    {
      g_assert_nonnull (error);
      walk->n_refused++;
      return;
    }
  plt_retro_write_preview (preview, batch);
  if (plt_batch_get_n_edits (batch) == 0)
    return;
  g_assert_true (plt_store_apply (walk->store, "glisser", NULL, batch, NULL, &error));
  g_assert_no_error (error);
  plan_after = plt_plan_new (walk->facts, 0);
  after = schedule (walk->facts, plan_after);
  for (guint i = 0; i < walk->facts->tasks.n; i++)
    {
      const PltNetworkDates *said = &preview->after->schedule->tasks[i];
      const PltNetworkDates *is = &after->schedule->tasks[i];

      if (said->start != is->start || said->finish != is->finish)
        g_error ("“%s” was to be on %d to %d and is on %d to %d", walk->facts->tasks.items[i].name,
                 said->start, said->finish, is->start, is->finish);
    }
  walk->n_moved++;
}

static void
step (Walk *walk)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  if (below (walk, 6) == 0)
    {
      drag (walk);
      return;
    }
  fill_rows (walk, batch);
  if (plt_batch_get_n_edits (batch) == 0)
    return;
  if (plt_store_apply (walk->store, "essai", NULL, batch, NULL, &error))
    walk->n_done++;
  else
    {
      g_assert_cmpuint (strlen (error->message), >, 10);
      walk->n_refused++;
    }
}

/* ---- there and back ---- */

static guint
n_steps (Walk *walk)
{
  return walk->sums->len - 1;
}

static void
note_sum (Walk *walk)
{
  g_ptr_array_add (walk->sums,
                   walk->sums->len % SUM_EVERY == 0 ? plt_store_checksum (walk->store) : NULL);
}

static void
assert_sum (Walk *walk, guint at)
{
  g_autofree char *sum = NULL;

  if (walk->sums->pdata[at] == NULL)
    return;
  sum = plt_store_checksum (walk->store);
  g_assert_cmpstr (sum, ==, walk->sums->pdata[at]);
}

static void
go_back_and_forth (Walk *walk)
{
  g_autofree char *before = dump (walk->facts), *after = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = n_steps (walk); i-- > 0;)
    {
      g_assert_true (plt_store_undo (walk->store, &error));
      assert_sum (walk, i);
      if (i % SUM_EVERY == 0)
        assert_follows (walk);
    }
  for (guint i = 1; i <= n_steps (walk); i++)
    {
      g_assert_true (plt_store_redo (walk->store, &error));
      assert_sum (walk, i);
    }
  assert_follows (walk);
  after = dump (walk->facts);
  g_assert_cmpstr (before, ==, after);
}

static void
begin (Walk *walk, guint32 seed)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  walk->rand = g_rand_new_with_seed (seed);
  walk->sums = g_ptr_array_new_with_free_func (g_free);
  walk->store = plt_store_new_in_memory (&error);
  g_assert_no_error (error);
  walk->facts = plt_facts_load (walk->store, &error);
  g_signal_connect (walk->store, "changed::*", G_CALLBACK (changed_cb), walk);
  plt_batch_update (batch, "production", 1);
  plt_batch_set_text (batch, "delivery_date", "2028-10-02");
  plt_retro_apply_template (walk->facts, template, NULL, batch);
  g_assert_true (plt_store_apply (walk->store, "modèle", NULL, batch, NULL, &error));
  note_sum (walk);
}

static void
test_walk (gconstpointer data)
{
  Walk walk = { NULL };

  begin (&walk, (guint32) GPOINTER_TO_UINT (data));
  for (guint i = 0; i < N_STEPS; i++)
    {
      guint before = walk.n_changes;

      step (&walk);
      assert_follows (&walk);
      if (walk.n_changes > before) /* what changes nothing leaves no step */
        note_sum (&walk);
    }
  g_test_message ("%u done, %u refused, %u dragged", walk.n_done, walk.n_refused, walk.n_moved);
  g_assert_cmpuint (walk.n_done, >, N_STEPS / 4);
  g_assert_cmpuint (walk.n_refused, >, 0);
  g_assert_cmpuint (walk.n_moved, >, 0);
  go_back_and_forth (&walk);
  g_ptr_array_unref (walk.sums);
  g_rand_free (walk.rand);
  g_object_unref (walk.store);
  plt_facts_free (walk.facts);
}

int
main (int argc, char **argv)
{
  static const guint seeds[] = { 20261123, 8, 4711 };
  g_autofree char *path = NULL, *text = NULL;
  g_autoptr (PltNetworkTemplates) templates = NULL;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  path = g_test_build_filename (G_TEST_DIST, "..", "data", "referentials", "retroplannings.tsv",
                                NULL);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  templates = plt_network_templates_parse (text, &error);
  g_assert_no_error (error);
  template = plt_network_templates_find (templates, "court-metrage");
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *name = g_strdup_printf ("/retro-random/%u", seeds[i]);

      g_test_add_data_func (name, GUINT_TO_POINTER (seeds[i]), test_walk);
    }
  return g_test_run ();
}
