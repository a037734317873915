/* Edits of a rétroplanning on a file in memory: each is one step that undo takes back; what a
 * preview says is what is there once it is written. */
#include <string.h>

#include "plt-error.h"
#include "plt-load.h"
#include "plt-retro-edit.h"

static PltNetworkTemplates *templates;

static void
apply (PltStore *store, const PltBatch *batch)
{
  g_autoptr (GError) error = NULL;

  plt_store_apply (store, "essai", NULL, batch, NULL, &error);
  g_assert_no_error (error);
}

static void
set_delivery (PltStore *store, const char *date)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();

  plt_batch_update (batch, "production", 1);
  plt_batch_set_text (batch, "delivery_date", date);
  apply (store, batch);
}

static PltFacts *
load (PltStore *store)
{
  g_autoptr (GError) error = NULL;
  PltFacts *facts = plt_facts_load (store, &error);

  g_assert_no_error (error);
  return facts;
}

static PltRetro *
schedule (const PltFacts *facts)
{
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);

  return plt_retro_new (facts, plan, NULL);
}

/* Everything about the tasks in one text. */
static char *
dump (const PltFacts *facts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < facts->tasks.n; i++)
    {
      const PltTaskFacts *task = &facts->tasks.items[i];

      g_string_append_printf (text, "%d %s %s %d %d %d %d %d %s %s\n", (int) task->id, task->name,
                              task->code, task->start_date, task->end_date,
                              (int) task->duration_days, task->locked, task->real_end_date,
                              task->anchor, task->placing);
    }
  for (guint i = 0; i < facts->task_links.n; i++)
    g_string_append_printf (text, "%d>%d %s %d\n", (int) facts->task_links.items[i].predecessor,
                            (int) facts->task_links.items[i].task, facts->task_links.items[i].kind,
                            (int) facts->task_links.items[i].lag_days);
  return g_string_free (text, FALSE);
}

static char *
dump_store (PltStore *store)
{
  g_autoptr (PltFacts) facts = load (store);

  return dump (facts);
}

static PltStore *
store_with (const char *kind, const char *delivery)
{
  g_autoptr (GError) error = NULL;
  PltStore *store = plt_store_new_in_memory (&error);
  g_autoptr (PltFacts) facts = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new (), kinds = plt_batch_new ();

  g_assert_no_error (error);
  set_delivery (store, delivery);
  if (*plt_retro_template_kind (kind) != '\0' && strcmp (kind, "festival") != 0)
    {
      plt_batch_update (kinds, "production", 1);
      plt_batch_set_text (kinds, "kind", kind);
      apply (store, kinds);
    }
  facts = load (store);
  g_assert_cmpuint (
      plt_retro_apply_template (facts, plt_network_templates_find (templates, kind), NULL, batch),
      >, 15);
  apply (store, batch);
  return store;
}

static gint64
task_of (const PltFacts *facts, const char *code)
{
  for (guint i = 0; i < facts->tasks.n; i++)
    if (strcmp (facts->tasks.items[i].code, code) == 0)
      return facts->tasks.items[i].id;
  g_assert_not_reached ();
}

/* Each kind: what is added is all that was missing; nothing is missed; undo takes it all back. */
static void
test_templates (void)
{
  for (guint k = 0; k < templates->kinds->len; k++)
    {
      const PltNetworkTemplate *template = templates->kinds->pdata[k];
      g_autoptr (PltStore) store = store_with (template->kind, "2032-06-25");
      g_autoptr (PltFacts) facts = load (store);
      g_autoptr (PltRetro) retro = schedule (facts);
      g_autoptr (GArray) missing = plt_retro_missing (facts, template);
      g_autofree char *empty = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (missing->len, ==, 0);
      g_assert_cmpuint (facts->tasks.n, ==, template->rows->len);
      g_assert_cmpuint (facts->task_links.n, ==, template->links->len);
      g_assert_cmpint (retro->head.missing, ==, 0);
      /* nothing but that the plan de travail has no day yet, where there is a shoot */
      for (guint i = 0; i < retro->issues->len; i++)
        {
          const PltIssue *issue = retro->issues->pdata[i];

          g_assert_cmpstr (issue->rule, ==, "retro.no-shoot");
        }
      g_assert_cmpuint (retro->issues->len, <=, 1);
      for (guint i = 0; i < retro->rows->len; i++)
        g_assert_cmpint (g_array_index (retro->rows, PltRetroRow, i).dates.slack, >=, 0);
      g_assert_cmpint (
          plt_retro_find (
              retro,
              task_of (
                  facts,
                  g_array_index (template->rows, PltNetworkTemplateRow, template->anchor).code))
              ->dates.finish,
          ==, plt_date_from_iso ("2032-06-25"));
      g_assert_true (plt_store_undo (store, &error));
      g_assert_no_error (error);
      empty = dump_store (store);
      g_assert_cmpstr (empty, ==, "");
    }
}

/* A task of that name is there: it is taken for the usual one, and keeps what it says. */
static void
test_merge (void)
{
  const PltNetworkTemplate *template = plt_network_templates_find (templates, "court-metrage");
  g_autoptr (GError) error = NULL;
  g_autoptr (PltStore) store = plt_store_new_in_memory (&error);
  g_autoptr (PltBatch) batch = plt_batch_new (), merge = plt_batch_new ();
  g_autoptr (PltFacts) facts = NULL, after = NULL;

  plt_batch_insert (batch, "task");
  plt_batch_set_text (batch, "name", "mixage");
  plt_batch_set_integer (batch, "duration_days", 9);
  apply (store, batch);
  facts = load (store);
  g_assert_cmpuint (plt_retro_apply_template (facts, template, NULL, merge), ==,
                    template->rows->len - 1);
  apply (store, merge);
  after = load (store);
  g_assert_cmpuint (after->tasks.n, ==, template->rows->len);
  g_assert_cmpint (
      PLT_FACTS_FIND (after->tasks, PltTaskFacts, task_of (after, "mixage"))->duration_days, ==, 9);
}

static void
check_preview (PltStore *store, const PltRetroChange *change)
{
  g_autoptr (PltFacts) facts = load (store), after = NULL;
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltRetro) retro = schedule (facts), written = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PltRetroPreview) preview = plt_retro_preview (retro, plan, change, 1, &error);
  g_autofree char *before = dump (facts), *same = NULL, *undone = NULL;

  if (preview == NULL)
    {
      g_assert_error (error, PLT_ERROR, PLT_ERROR_CONFLICT);
      return;
    }
  plt_retro_write_preview (preview, batch);
  if (plt_batch_get_n_edits (batch) == 0)
    return;
  apply (store, batch);
  after = load (store);
  written = schedule (after);
  for (guint i = 0; i < facts->tasks.n; i++)
    {
      const PltNetworkDates *said = &preview->after->schedule->tasks[i];
      const PltNetworkDates *is = &written->schedule->tasks[i];

      g_assert_cmpint (said->start, ==, is->start);
      g_assert_cmpint (said->finish, ==, is->finish);
      g_assert_cmpint (said->slack, ==, is->slack);
    }
  g_assert_cmpint (written->head.delivery, ==, preview->after->head.delivery);
  g_assert_true (PLT_FACTS_FIND (after->tasks, PltTaskFacts, change->task)->locked
                 != (preview->delivery != PLT_DATE_NONE));
  same = dump (after);
  if (strcmp (same, before) == 0) /* a move to where it is leaves nothing to undo */
    return;
  g_assert_true (plt_store_undo (store, &error));
  undone = dump_store (store);
  g_assert_cmpstr (undone, ==, before);
  /* Half of them stay, so that the next ones meet locked tasks. */
  if (g_test_rand_bit ())
    apply (store, batch);
}

/* Moves by chance: the preview is what is written, and one undo takes it back. */
static void
test_preview (void)
{
  g_autoptr (PltStore) store = store_with ("court-metrage", "2029-06-29");

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (PltFacts) facts = load (store);
      PltRetroChange change = { 0, PLT_DATE_NONE, -1 };

      change.task = facts->tasks.items[g_test_rand_int_range (0, (gint32) facts->tasks.n)].id;
      if (g_test_rand_bit ())
        change.days = g_test_rand_int_range (1, 30);
      if (change.days < 0 || g_test_rand_bit ())
        change.start = plt_date_from_iso ("2028-06-01") + g_test_rand_int_range (0, 500);
      check_preview (store, &change);
    }
}

/* The delivery is the production's date: it moves with the milestone, in one step that undo takes
 * back; head, row and production say the same, whichever way and however far it went. */
static void
test_delivery (void)
{
  static const struct
  {
    const char *to, *gets; /* a Saturday, a Sunday go to the Monday after */
    gboolean holds;
  } rows[] = {
    { "2029-07-06", "2029-07-06", TRUE },  { "2029-06-27", "2029-06-27", TRUE },
    { "2029-07-07", "2029-07-09", TRUE },  { "2029-07-08", "2029-07-09", TRUE },
    { "2028-01-04", "2028-01-04", FALSE }, { "2029-12-21", "2029-12-21", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (PltStore) store = store_with ("court-metrage", "2029-06-29");
      g_autoptr (PltBatch) batch = plt_batch_new (), first = plt_batch_new ();
      g_autoptr (PltFacts) facts = NULL, after = NULL, undone = NULL;
      g_autoptr (PltPlan) plan = NULL;
      g_autoptr (PltRetro) retro = NULL, written = NULL;
      g_autoptr (PltRetroPreview) preview = NULL;
      g_autoptr (GError) error = NULL;
      PltRetroChange change = { 0, plt_date_from_iso (rows[i].to), -1 };
      PltDate gets = plt_date_from_iso (rows[i].gets);

      plt_batch_insert (first, "parameter");
      plt_batch_set_text (first, "name", "retroplanning.debut");
      plt_batch_set_text (first, "value", "2028-01-03");
      apply (store, first);
      facts = load (store);
      plan = plt_plan_new (facts, 0);
      retro = schedule (facts);
      for (guint j = 0; j < facts->tasks.n; j++)
        if (strcmp (facts->tasks.items[j].anchor, "livraison") == 0)
          change.task = facts->tasks.items[j].id;
      preview = plt_retro_preview (retro, plan, &change, 1, &error);
      g_assert_no_error (error);
      g_assert_cmpint (preview->delivery, ==, gets);
      g_assert_cmpint (preview->after->head.missing > 0, ==, !rows[i].holds);
      plt_retro_write_preview (preview, batch);
      apply (store, batch);
      after = load (store);
      written = schedule (after);
      g_assert_cmpint (after->production.delivery_date, ==, gets);
      g_assert_cmpint (written->head.delivery, ==, gets);
      g_assert_cmpint (written->head.missing, ==, preview->after->head.missing);
      g_assert_false (PLT_FACTS_FIND (after->tasks, PltTaskFacts, change.task)->locked);
      if (rows[i].holds)
        {
          g_assert_cmpint (plt_retro_find (written, change.task)->dates.finish, ==, gets);
          g_assert_cmpuint (written->head.chain->len, >, 1);
        }
      g_assert_true (plt_store_undo (store, &error));
      undone = load (store);
      g_assert_cmpint (undone->production.delivery_date, ==, plt_date_from_iso ("2029-06-29"));
    }
}

static void
test_refusals (void)
{
  g_autoptr (PltStore) store = store_with ("court-metrage", "2029-06-29");
  g_autoptr (PltFacts) facts = load (store);
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltRetro) retro = schedule (facts);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  PltRetroChange change = { task_of (facts, "tournage"), plt_date_from_iso ("2029-01-08"), -1 };
  gint64 edit = task_of (facts, "montage"), mix = task_of (facts, "mixage");

  g_assert_null (plt_retro_preview (retro, plan, &change, 1, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "move them in the plan de travail"));
  g_clear_error (&error);
  g_assert_false (plt_retro_link (retro, mix, edit, "fin-debut", 0, "ouvres", batch, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Montage image → "));
  g_clear_error (&error);
  g_assert_false (plt_retro_link (retro, mix, mix, "fin-debut", 0, "ouvres", batch, &error));
  g_clear_error (&error);
  g_assert_false (plt_retro_unlink (facts, mix, edit, batch, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (plt_retro_set_done (retro, 9999, TRUE, 20000, batch, &error));
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 0);
  g_assert_true (plt_retro_link (retro, edit, mix, "fin-debut", 3, "ouvres", batch, NULL));
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 1);
}

/* Done stays where it was; a baseline and a later delivery give the drift in working days. */
static void
test_done_and_baseline (void)
{
  g_autoptr (PltStore) store = store_with ("court-metrage", "2029-06-29");
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltFacts) facts = load (store), after = NULL;
  g_autoptr (PltRetro) retro = schedule (facts), later = NULL;
  gint64 rights = task_of (facts, "droits"), mix = task_of (facts, "mixage");
  PltDate done = plt_retro_find (retro, rights)->dates.finish;

  g_assert_cmpuint (plt_retro_take_baseline (retro, "Feu vert", 20000, "Nora Le Bihan", batch), ==,
                    facts->tasks.n);
  g_assert_true (plt_retro_set_done (retro, rights, TRUE, done, batch, NULL));
  apply (store, batch);
  set_delivery (store, "2029-07-06");
  after = load (store);
  later = schedule (after);
  g_assert_cmpstr (later->baseline->name, ==, "Feu vert");
  g_assert_cmpint (plt_retro_find (later, rights)->state, ==, PLT_RETRO_DONE);
  g_assert_cmpint (plt_retro_find (later, rights)->finish_drift, ==, 0);
  g_assert_cmpint (plt_retro_find (later, mix)->finish_drift, ==, 5);
  g_assert_true (plt_retro_find (later, mix)->in_baseline);
}

/* Dates typed go by so many days, week-ends too; what is done, under way or anchored stays. */
static void
test_shift (void)
{
  g_autoptr (PltFacts) facts = plt_facts_new ();
  g_autoptr (PltBatch) batch = plt_batch_new (), none = plt_batch_new ();
  static const struct
  {
    const char *start, *end, *real_start, *real_end, *placing, *deadline, *anchor;
    guint n_edited;
  } rows[] = {
    { "2027-06-07", "2027-06-11", NULL, NULL, NULL, NULL, "", 2 },
    { "2027-06-07", NULL, NULL, NULL, NULL, "2027-07-01", "", 2 },
    { NULL, NULL, NULL, NULL, "2027-06-20", NULL, "", 1 },
    { NULL, NULL, NULL, NULL, NULL, NULL, "", 0 },
    { "2027-06-07", "2027-06-11", "2027-06-07", NULL, NULL, NULL, "", 0 },
    { "2027-06-07", "2027-06-11", "2027-06-07", "2027-06-10", NULL, NULL, "", 0 },
    { "2027-06-07", "2027-06-11", NULL, NULL, NULL, NULL, "tournage", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PltTaskFacts *task = PLT_FACTS_ADD (facts->tasks, PltTaskFacts, i + 1);
      const char *const texts[] = { rows[i].start,    rows[i].end,     rows[i].real_start,
                                    rows[i].real_end, rows[i].placing, rows[i].deadline };
      PltDate *const dates[] = { &task->start_date,    &task->end_date,     &task->real_start_date,
                                 &task->real_end_date, &task->placing_date, &task->deadline_date };

      for (guint d = 0; d < G_N_ELEMENTS (dates); d++)
        *dates[d] = texts[d] != NULL ? plt_date_from_iso (texts[d]) : PLT_DATE_NONE;
      task->anchor = rows[i].anchor;
      task->progress_e6 = PLT_UNKNOWN;
    }
  g_assert_cmpuint (plt_retro_shift (facts, 10, batch), ==, 3);
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 3);
  g_assert_cmpuint (plt_retro_shift (facts, 0, none), ==, 0);
  g_assert_cmpuint (plt_batch_get_n_edits (none), ==, 0);
  for (guint i = 0; i < 3; i++)
    {
      const PltEdit *edit = plt_batch_get_edit (batch, i);

      g_assert_cmpstr (edit->table->id, ==, "task");
      g_assert_cmpint (edit->id, ==, i + 1);
      g_assert_cmpuint (edit->values->len, ==, rows[i].n_edited);
    }
}

/* Ten days later and back again is as before, in the file too. */
static void
test_shift_and_back (void)
{
  g_autoptr (PltStore) store = store_with ("court-metrage", "2029-06-29");
  g_autoptr (PltBatch) typed = plt_batch_new ();
  g_autofree char *before = NULL, *there = NULL, *back = NULL;

  plt_batch_update (typed, "task", 1);
  plt_batch_set_text (typed, "start_date", "2029-02-19");
  plt_batch_set_text (typed, "end_date", "2029-02-23");
  plt_batch_set_text (typed, "deadline_date", "2029-03-02");
  apply (store, typed);
  for (int pass = 0; pass < 3; pass++)
    {
      g_autoptr (PltFacts) facts = load (store);
      char **text = pass == 0 ? &before : pass == 1 ? &there : &back;

      *text = dump (facts);
      if (pass < 2)
        {
          g_autoptr (PltBatch) batch = plt_batch_new ();

          plt_retro_shift (facts, pass == 0 ? 10 : -10, batch);
          apply (store, batch);
        }
    }
  g_assert_cmpstr (before, !=, there);
  g_assert_cmpstr (before, ==, back);
}

/* What is left out is bridged: what came after it comes after what it came after. */
static void
test_left_out (void)
{
  static const char content[]
      = "# titre: essai\ngenre\tcode\tphase\tlibelle\tequipe\tduree\tmini\tmaxi\tunite\tjalon\t"
        "placement\tapres\tsource\tconfiance\tmarque\tremarque\n"
        "clip\ta\tpreparation\tA\tP\t1\t1\t1\touvre\t\t\t\tx\tD\ta-verifier\t\n"
        "clip\tb\tpreparation\tB\tP\t1\t1\t1\touvre\t\t\ta FD+2\tx\tD\ta-verifier\t\n"
        "clip\tc\tpreparation\tC\tP\t1\t1\t1\touvre\t\t\tb\tx\tD\ta-verifier\t\n"
        "clip\td\tpostproduction\tD\tP\t0\t0\t0\touvre\tancre\t\tc; b\tx\tD\ta-verifier\t\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (PltNetworkTemplates) own = plt_network_templates_parse (content, &error);
  g_autoptr (PltFacts) facts = plt_facts_new ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  const guint8 left_out[] = { 0, 1, 1, 0 };
  guint n_links = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (plt_retro_apply_template (facts, own->kinds->pdata[0], left_out, batch), ==, 2);
  for (guint i = 0; i < plt_batch_get_n_edits (batch); i++)
    n_links += strcmp (plt_batch_get_edit (batch, i)->table->id, "task_link") == 0;
  /* A before D, once, though two ways lead there */
  g_assert_cmpuint (n_links, ==, 1);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  path = g_test_build_filename (G_TEST_DIST, "..", "data", "referentials", "retroplannings.tsv",
                                NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  templates = plt_network_templates_parse (text, NULL);
  g_test_add_func ("/retro-edit/templates", test_templates);
  g_test_add_func ("/retro-edit/merge", test_merge);
  g_test_add_func ("/retro-edit/preview", test_preview);
  g_test_add_func ("/retro-edit/delivery", test_delivery);
  g_test_add_func ("/retro-edit/refusals", test_refusals);
  g_test_add_func ("/retro-edit/shift", test_shift);
  g_test_add_func ("/retro-edit/shift-and-back", test_shift_and_back);
  g_test_add_func ("/retro-edit/done-and-baseline", test_done_and_baseline);
  g_test_add_func ("/retro-edit/left-out", test_left_out);
  status = g_test_run ();
  plt_network_templates_free (templates);
  return status;
}
