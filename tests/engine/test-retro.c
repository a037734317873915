/* The rétroplanning from facts: counted by hand, Monday 7 June 2027 to Friday 30 July 2027. */
#include <string.h>

#include "plt-test-retro.h"

enum
{
  SHOOT = 10,
  EDIT,
  MIX,
  MASTER,
  PROMO,
};

/* Shoot 7 to 11 June; edit 10 days, mix 5, master 2; delivery on Friday 30 July. */
static PltFacts *
usual (const char *delivery)
{
  PltFacts *facts
      = retro_facts (delivery, "2027-06-07,2027-06-08,2027-06-09,2027-06-10,2027-06-11");
  PltTaskFacts *shoot = retro_task (facts, SHOOT, "Tournage", -1);

  shoot->phase = "tournage";
  shoot->anchor = "tournage";
  retro_task (facts, EDIT, "Montage", 10);
  retro_task (facts, MIX, "Mixage", 5);
  retro_task (facts, MASTER, "PAD", 2);
  retro_link (facts, SHOOT, EDIT, "fin-debut", 0);
  retro_link (facts, EDIT, MIX, "fin-debut", 0);
  retro_link (facts, MIX, MASTER, "fin-debut", 0);
  return facts;
}

static void
assert_dates (const PltRetro *retro, gint64 task, const char *expected)
{
  g_autofree char *dates = retro_dates (retro, task);

  g_assert_cmpstr (dates, ==, expected);
}

/* Backwards: PAD 29-30 July, mix 22-28, edit 8-21. The edit can begin on 14 June: from there to
 * 8 July there are 18 working days. */
static void
test_backwards (void)
{
  g_autoptr (PltFacts) facts = usual ("2027-07-30");
  g_autoptr (PltRetro) retro = retro_on (facts, "");
  g_autofree char *head = plt_retro_head_text (retro);
  g_autofree char *chain = plt_retro_chain_text (retro);

  assert_dates (retro, SHOOT, "2027-06-07..2027-06-11");
  assert_dates (retro, MASTER, "2027-07-29..2027-07-30");
  assert_dates (retro, MIX, "2027-07-22..2027-07-28");
  assert_dates (retro, EDIT, "2027-07-08..2027-07-21");
  g_assert_cmpint (plt_retro_find (retro, EDIT)->dates.slack, ==, 18);
  g_assert_cmpint (plt_retro_find (retro, EDIT)->dates.early_start, ==, retro_day ("2027-06-14"));
  g_assert_false (plt_retro_find (retro, EDIT)->dates.critical);
  g_assert_true (plt_retro_find (retro, SHOOT)->is_held);
  g_assert_cmpint (retro->head.margin, ==, 18);
  g_assert_cmpint (retro->head.missing, ==, 0);
  g_assert_cmpint (retro->head.reached, ==, retro_day ("2027-07-06"));
  g_assert_nonnull (strstr (head, "18 working days"));
  g_assert_nonnull (strstr (chain, "Montage → Mixage → PAD"));
  g_assert_cmpuint (retro->issues->len, ==, 0);
}

/* A delivery on 2 July: 17 working days are needed from 14 June on, to 6 July: 2 are missing. */
static void
test_missing (void)
{
  g_autoptr (PltFacts) facts = usual ("2027-07-02");
  g_autoptr (PltRetro) retro = retro_on (facts, "");
  g_autofree char *head = plt_retro_head_text (retro);
  g_autofree char *chain = plt_retro_chain_text (retro);

  g_assert_cmpint (retro->head.missing, ==, 2);
  g_assert_cmpint (retro->head.margin, ==, 0);
  g_assert_nonnull (strstr (head, "2 working days are missing"));
  g_assert_nonnull (strstr (chain, "Montage → Mixage → PAD"));
  g_assert_true (retro_has_issue (retro, "retro.slack", "2 days are missing"));
}

/* Rows: the phases in the order of the work, the engine's delivery at the end of the post. */
static void
test_rows (void)
{
  static const struct
  {
    PltRetroKind kind;
    guint depth, n_below;
  } expected[] = {
    { PLT_RETRO_PHASE, 0, 1 }, { PLT_RETRO_TASK, 1, 0 },      { PLT_RETRO_PHASE, 0, 5 },
    { PLT_RETRO_TASK, 1, 0 },  { PLT_RETRO_GROUP, 1, 2 },     { PLT_RETRO_TASK, 2, 0 },
    { PLT_RETRO_TASK, 2, 0 },  { PLT_RETRO_MILESTONE, 1, 0 },
  };
  g_autoptr (PltFacts) facts = usual ("2027-07-30");
  g_autoptr (PltRetro) retro = NULL;

  retro_task (facts, 30, "Image", -1);
  for (guint i = 0; i < facts->tasks.n; i++)
    if (facts->tasks.items[i].id == EDIT || facts->tasks.items[i].id == MASTER)
      facts->tasks.items[i].parent = 30;
  retro = retro_on (facts, "");
  g_assert_cmpuint (retro->rows->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const PltRetroRow *row = &g_array_index (retro->rows, PltRetroRow, i);

      g_assert_cmpint (row->kind, ==, expected[i].kind);
      g_assert_cmpuint (row->depth, ==, expected[i].depth);
      g_assert_cmpuint (row->n_below, ==, expected[i].n_below);
    }
  for (guint i = 0; i < retro->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (retro->rows, PltRetroRow, i);

      if (row->kind != PLT_RETRO_GROUP)
        continue;
      g_assert_cmpuint (row->n_below, ==, 2);
      g_assert_cmpint (row->dates.start, ==, retro_day ("2027-07-08"));
      g_assert_cmpint (row->dates.finish, ==, retro_day ("2027-07-30"));
      g_assert_cmpuint (row->depth, ==, 1);
    }
  g_assert_cmpint (g_array_index (retro->rows, PltRetroRow, 0).kind, ==, PLT_RETRO_PHASE);
  g_assert_cmpstr (g_array_index (retro->rows, PltRetroRow, 0).name, ==, "tournage");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/retro/backwards", test_backwards);
  g_test_add_func ("/retro/missing", test_missing);
  g_test_add_func ("/retro/rows", test_rows);
  return g_test_run ();
}
