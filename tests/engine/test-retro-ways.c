/* The ways out of a rétroplanning that cannot be kept: worked by hand, and what each of them says
 * it gains is what is there once it is written. */
#include <string.h>

#include "plt-load.h"
#include "plt-retro-edit.h"
#include "plt-retro-ways.h"
#include "plt-test-retro.h"

#define HEAD                                                                                       \
  "genre\tcode\tphase\tlibelle\tequipe\tduree\tmini\tmaxi\tunite\tjalon\tplacement\tapres\tsource" \
  "\tconfiance\tmarque\tremarque\n"
#define REST "usage\tD\ta-verifier\t\n"

static PltNetworkTemplates *templates;

static const PltRetroWay *
find (const GPtrArray *ways, PltRetroWayKind kind, gint64 task)
{
  for (guint i = 0; i < ways->len; i++)
    {
      const PltRetroWay *way = ways->pdata[i];

      if (way->kind == kind && (task == 0 || way->task == task))
        return way;
    }
  return NULL;
}

static PltNetworkTemplates *
own_template (void)
{
  static const char content[] = HEAD
      "unitaire\tmontage\tpostproduction\tMontage image\tMontage\t10\t8\t12\touvre\t\t\t\t" REST
      "unitaire\tmixage\tpostproduction\tMixage\tSon\t5\t3\t8\touvre\t\t\tmontage DD+5\t" REST
      "unitaire\tpad\tpostproduction\tPAD\tProduction\t0\t0\t0\touvre\tancre\t\tmixage\t" REST;
  g_autoptr (GError) error = NULL;
  PltNetworkTemplates *own = plt_network_templates_parse (content, &error);

  g_assert_no_error (error);
  return own;
}

/* A is locked on 12 to 16 July, B 3 days and D 2 days after it end on 23 July, 6 working days after
 * the delivery of the 15th (14 July is off). Without a template half of a duration is the least. */
static void
test_locked (void)
{
  g_autoptr (PltFacts) facts = retro_facts ("2027-07-15", "");
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltRetro) retro = NULL;
  g_autoptr (GPtrArray) ways = NULL;
  g_autoptr (PltRetroTrial) both = NULL;
  g_autofree char *text = NULL, *note = NULL, *effect = NULL;
  PltTaskFacts *first = retro_task (facts, 21, "A", 5);
  const PltRetroWay *chosen[2];

  first->locked = TRUE;
  first->start_date = retro_day ("2027-07-12");
  first->end_date = retro_day ("2027-07-16");
  retro_task (facts, 22, "B", 3);
  retro_task (facts, 23, "D", 2);
  retro_link (facts, 21, 22, "fin-debut", 0);
  retro_link (facts, 22, 23, "fin-debut", 0);
  retro = retro_on (facts, "");
  ways = plt_retro_ways (retro, plan, NULL, PLT_DATE_NONE);

  g_assert_cmpuint (ways->len, ==, 4);
  g_assert_cmpint (find (ways, PLT_RETRO_WAY_UNLOCK, 21)->gain, ==, 6);
  g_assert_cmpint (find (ways, PLT_RETRO_WAY_UNLOCK, 21)->margin, ==, 0);
  chosen[0] = find (ways, PLT_RETRO_WAY_SHORTER, 22);
  chosen[1] = find (ways, PLT_RETRO_WAY_SHORTER, 23);
  g_assert_cmpint (chosen[0]->days, ==, 1);
  g_assert_cmpint (chosen[0]->becomes, ==, 2);
  g_assert_cmpint (chosen[0]->gain, ==, 1);
  g_assert_cmpint (chosen[0]->margin, ==, -5);
  g_assert_cmpint (find (ways, PLT_RETRO_WAY_DELIVERY, 0)->date, ==, retro_day ("2027-07-23"));
  g_assert_cmpint (find (ways, PLT_RETRO_WAY_DELIVERY, 0)->margin, ==, 0);
  g_assert_true (ways->pdata[0] == (gpointer) find (ways, PLT_RETRO_WAY_UNLOCK, 21));
  g_assert_true (ways->pdata[3] == (gpointer) find (ways, PLT_RETRO_WAY_DELIVERY, 0));

  both = plt_retro_trial_new (retro, plan, chosen, 2, PLT_DATE_NONE);
  g_assert_cmpint (both->gain, ==, 2);
  g_assert_cmpint (both->margin, ==, -4);
  text = plt_retro_way_text (retro, chosen[0]);
  note = plt_retro_way_note (chosen[0]);
  effect = plt_retro_way_effect (chosen[0]->gain, chosen[0]->margin);
  g_assert_cmpstr (text, ==, "Shorten “B” by 1 day: 2 instead of 3");
  g_assert_nonnull (strstr (note, "half of it"));
  g_assert_cmpstr (effect, ==, "gains 1 day: 5 working days are missing");
}

/* Mixing from 14 to 18 June, editing from 31 May: on 7 June 5 working days are gone. */
static void
test_behind (void)
{
  g_autoptr (PltNetworkTemplates) own = own_template ();
  g_autoptr (PltFacts) facts = retro_facts ("2027-06-18", "");
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltRetro) retro = NULL, late = NULL;
  g_autoptr (GPtrArray) ways = NULL, none = NULL;
  g_autofree char *note = NULL, *parallel = NULL;
  const PltDate today = retro_day ("2027-06-07");
  const PltRetroWay *way;

  retro_task (facts, 31, "Montage image", 10)->code = "montage";
  retro_task (facts, 32, "mixage", 5); /* by its name */
  retro_task (facts, 33, "PAD", 0)->anchor = "livraison";
  retro_link (facts, 31, 32, "fin-debut", 0);
  retro_link (facts, 32, 33, "fin-debut", 0);
  late = retro_on (facts, "2027-06-07");
  g_assert_cmpint (late->head.behind, ==, 5);
  ways = plt_retro_ways (late, plan, own->kinds->pdata[0], today);

  way = ways->pdata[0];
  g_assert_cmpint (way->kind, ==, PLT_RETRO_WAY_PARALLEL);
  g_assert_cmpint (way->becomes, ==, 5);
  g_assert_cmpint (way->gain, ==, 5);
  g_assert_cmpint (way->margin, ==, 0);
  parallel = plt_retro_way_text (late, way);
  g_assert_cmpstr (parallel, ==,
                   "Begin “mixage” in parallel, 5 days after the start of “Montage image”");
  way = find (ways, PLT_RETRO_WAY_SHORTER, 31);
  g_assert_cmpint (way->days, ==, 2); /* not below the 8 of the template */
  g_assert_cmpint (way->margin, ==, -3);
  note = plt_retro_way_note (way);
  g_assert_cmpstr (note, ==, "At its usual minimum, 8 days (usual: 10, at most 12).");
  g_assert_cmpint (find (ways, PLT_RETRO_WAY_SHORTER, 32)->becomes, ==, 3);
  g_assert_cmpint (find (ways, PLT_RETRO_WAY_DELIVERY, 0)->date, ==, retro_day ("2027-06-25"));

  retro = retro_on (facts, "2027-05-03");
  none = plt_retro_ways (retro, plan, own->kinds->pdata[0], retro_day ("2027-05-03"));
  g_assert_cmpuint (none->len, ==, 0);
}

/* What is at its least is told, and no shooting day is moved from here. */
static void
test_floor_and_doors (void)
{
  g_autoptr (PltNetworkTemplates) own = own_template ();
  g_autoptr (PltFacts) facts = retro_facts ("2027-06-14", "2027-06-01,2027-06-02,2027-06-03");
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltRetro) retro = NULL;
  g_autoptr (GPtrArray) ways = NULL;
  g_autofree char *text = NULL;
  const PltRetroWay *way;

  retro_task (facts, 30, "Tournage", 3)->anchor = "tournage";
  retro_task (facts, 31, "Montage image", 8)->code = "montage";
  retro_task (facts, 33, "PAD", 0)->anchor = "livraison";
  retro_link (facts, 30, 31, "fin-debut", 0);
  retro_link (facts, 31, 33, "fin-debut", 0);
  retro = retro_on (facts, ""); /* 4 to 15 June: one day is missing */
  g_assert_cmpint (retro->head.missing, ==, 1);
  ways = plt_retro_ways (retro, plan, own->kinds->pdata[0], PLT_DATE_NONE);
  g_assert_null (find (ways, PLT_RETRO_WAY_SHORTER, 0));
  way = find (ways, PLT_RETRO_WAY_LEAST, 31);
  text = plt_retro_way_text (retro, way);
  g_assert_cmpstr (text, ==, "“Montage image” is not made shorter than its 8 days");
  way = find (ways, PLT_RETRO_WAY_SHOOT, 30);
  g_assert_nonnull (way);
  g_assert_true (plt_retro_way_is_door (way));
  g_assert_cmpint (find (ways, PLT_RETRO_WAY_DELIVERY, 0)->date, ==, retro_day ("2027-06-15"));
}

/* What is missed may be a date of its own, that is put off without the delivery. */
static void
test_later (void)
{
  g_autoptr (PltFacts) facts = retro_facts ("2027-09-30", "2027-06-01,2027-06-02,2027-06-03");
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltRetro) retro = NULL, due = NULL;
  g_autoptr (GPtrArray) ways = NULL, others = NULL;
  g_autofree char *text = NULL;
  PltTaskFacts *mix;
  const PltRetroWay *way;

  retro_task (facts, 30, "Tournage", 3)->anchor = "tournage";
  retro_task (facts, 31, "Montage", 8);
  mix = retro_task (facts, 32, "Mixage", 5);
  retro_link (facts, 30, 31, "fin-debut", 0);
  retro_link (facts, 31, 32, "fin-debut", 0);
  /* 4 to 15 June, and the room is held from the 10th on: 4 working days are missing */
  mix->start_date = retro_day ("2027-06-10");
  mix->end_date = retro_day ("2027-06-16");
  mix->locked = TRUE;
  retro = retro_on (facts, "");
  g_assert_cmpint (retro->head.missing, ==, 4);
  ways = plt_retro_ways (retro, plan, NULL, PLT_DATE_NONE);
  way = find (ways, PLT_RETRO_WAY_LATER, 32);
  g_assert_cmpint (way->date, ==, retro_day ("2027-06-16"));
  g_assert_cmpint (way->margin, >=, 0);
  g_assert_null (find (ways, PLT_RETRO_WAY_DELIVERY, 0));
  way = find (ways, PLT_RETRO_WAY_SHORTER, 31);
  g_assert_cmpint (way->becomes, ==, 4); /* half of the 8 */
  g_assert_cmpint (way->margin, >=, 0);

  /* free, with a deadline on the 18th: 16 to 22 June are 2 too late */
  mix->locked = FALSE;
  mix->start_date = mix->end_date = PLT_DATE_NONE;
  mix->deadline_date = retro_day ("2027-06-18");
  due = retro_on (facts, "");
  g_assert_cmpint (due->head.missing, ==, 2);
  others = plt_retro_ways (due, plan, NULL, PLT_DATE_NONE);
  way = find (others, PLT_RETRO_WAY_LATER, 32);
  g_assert_cmpint (way->date, ==, retro_day ("2027-06-22"));
  g_assert_cmpint (way->margin, >=, 0);
  text = plt_retro_way_text (due, way);
  g_assert_true (g_str_has_prefix (text, "Put “Mixage” off to"));
}

/* ---- on a file ---- */

static void
apply (PltStore *store, const PltBatch *batch)
{
  g_autoptr (GError) error = NULL;

  plt_store_apply (store, "essai", NULL, batch, NULL, &error);
  g_assert_no_error (error);
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
count (const PltFacts *facts, PltDate today)
{
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  const PltRetroOptions options = { .today = today, .baseline = -1 };

  return plt_retro_new (facts, plan, &options);
}

static char *
dump (PltStore *store)
{
  g_autoptr (PltFacts) facts = load (store);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%d\n", facts->production.delivery_date);
  for (guint i = 0; i < facts->tasks.n; i++)
    {
      const PltTaskFacts *task = &facts->tasks.items[i];

      g_string_append_printf (text, "%d %d %d %d %d %d\n", (int) task->id, task->start_date,
                              task->end_date, (int) task->duration_days, task->locked,
                              task->placing_date);
    }
  for (guint i = 0; i < facts->task_links.n; i++)
    g_string_append_printf (text, "%s %d\n", facts->task_links.items[i].kind,
                            (int) facts->task_links.items[i].lag_days);
  return g_string_free (text, FALSE);
}

static PltStore *
store_of (const PltNetworkTemplate *template)
{
  g_autoptr (GError) error = NULL;
  PltStore *store = plt_store_new_in_memory (&error);
  g_autoptr (PltBatch) date = plt_batch_new (), batch = plt_batch_new ();
  g_autoptr (PltFacts) facts = NULL;

  g_assert_no_error (error);
  plt_batch_update (date, "production", 1);
  plt_batch_set_text (date, "delivery_date", "2032-06-25");
  apply (store, date);
  facts = load (store);
  plt_retro_apply_template (facts, template, NULL, batch);
  apply (store, batch);
  return store;
}

/* Each kind of template, 40 days after it should have begun. */
static void
test_written (void)
{
  for (guint k = 0; k < templates->kinds->len; k++)
    {
      const PltNetworkTemplate *template = templates->kinds->pdata[k];
      g_autoptr (PltStore) store = store_of (template);
      g_autoptr (PltFacts) facts = load (store);
      g_autoptr (PltRetro) fresh = count (facts, PLT_DATE_NONE);
      const PltDate today = fresh->head.start + 40;
      g_autoptr (PltRetro) retro = count (facts, today);
      g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
      g_autoptr (GPtrArray) ways = plt_retro_ways (retro, plan, template, today);
      g_autofree char *before = dump (store);

      g_assert_cmpuint (ways->len, >=, 2);
      for (guint i = 0; i < ways->len; i++)
        {
          const PltRetroWay *way = ways->pdata[i];
          g_autoptr (PltRetroTrial) trial = plt_retro_trial_new (retro, plan, &way, 1, today);
          g_autoptr (PltBatch) batch = plt_batch_new ();
          g_autoptr (PltFacts) now = NULL;
          g_autoptr (PltRetro) after = NULL;
          g_autoptr (GError) error = NULL;
          g_autofree char *again = NULL;

          if (way->kind == PLT_RETRO_WAY_LEAST)
            continue;
          g_assert_cmpint (way->gain, >=, 0);
          plt_retro_trial_write (trial, batch);
          apply (store, batch);
          now = load (store);
          after = count (now, today);
          g_assert_cmpint (after->head.behind > 0 ? -after->head.behind : after->head.margin, ==,
                           way->margin);
          plt_store_undo (store, &error);
          g_assert_no_error (error);
          again = dump (store);
          g_assert_cmpstr (again, ==, before);
        }
    }
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
  g_test_add_func ("/retro-ways/locked", test_locked);
  g_test_add_func ("/retro-ways/behind", test_behind);
  g_test_add_func ("/retro-ways/floor-and-doors", test_floor_and_doors);
  g_test_add_func ("/retro-ways/later", test_later);
  g_test_add_func ("/retro-ways/written", test_written);
  status = g_test_run ();
  plt_network_templates_free (templates);
  return status;
}
