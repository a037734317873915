/* The bounds of the exact core: never above what the middle costs at best, on any state that the
 * search may meet. And its memory: what it says of a state was said of that state. */
#include "plt-talent-solver.h"
#include "plt-test-talent.h"

/* The least that any order of the middle adds, by the plainest dynamic programme: over all sets of
 * middle scenes put after the head. */
static gint64
least_of_middle (const PltTalentSolver *solver, guint64 head, guint64 middle, guint64 tail)
{
  guint8 scene[PLT_TALENT_MAX];
  guint n = 0;
  guint64 seen = 0, needed = 0;
  g_autofree gint64 *least = NULL;

  for (guint s = 0; s < solver->n; s++)
    {
      seen |= head >> s & 1 ? solver->cast[s] : 0;
      needed |= tail >> s & 1 ? solver->cast[s] : 0;
      if (middle >> s & 1)
        scene[n++] = (guint8) s;
    }
  least = g_new (gint64, 1u << n);
  least[0] = 0;
  for (guint set = 1; set < 1u << n; set++)
    {
      guint64 before = seen, after = needed;

      least[set] = G_MAXINT64;
      for (guint i = 0; i < n; i++)
        after |= set >> i & 1 ? 0 : solver->cast[scene[i]];
      for (guint last = 0; last < n; last++)
        if (set >> last & 1)
          {
            guint64 waiting;
            gint64 paid = 0;

            before = seen;
            for (guint i = 0; i < n; i++)
              before |= i != last && (set >> i & 1) ? solver->cast[scene[i]] : 0;
            waiting = before & after & ~solver->cast[scene[last]];
            for (guint a = 0; a < solver->m; a++)
              paid += waiting >> a & 1 ? solver->pay[a] : 0;
            least[set]
                = MIN (least[set], least[set ^ 1u << last] + paid * solver->duration[scene[last]]);
          }
    }
  return least[(1u << n) - 1];
}

/* Actors of two sets of scenes and not of a third one, by the letter of PltTalentState. */
static guint64
cast_of (const PltTalentSolver *solver, guint64 scenes)
{
  guint64 cast = 0;

  for (guint s = 0; s < solver->n; s++)
    cast |= scenes >> s & 1 ? solver->cast[s] : 0;
  return cast;
}

/* What head and tail and whoever is held between them cost, by the letter: what is left of the
 * cost of a whole order when the middle's own part is taken off. */
static gint64
sure_part (const PltTalentSolver *solver, const PltTalentState *state, guint64 head, guint64 tail)
{
  guint64 held = cast_of (solver, head) & cast_of (solver, tail);
  gint64 sum = 0;

  for (guint s = 0; s < solver->n; s++)
    if (state->middle >> s & 1)
      for (guint a = 0; a < solver->m; a++)
        if ((held >> a & 1) != 0 && (solver->cast[s] >> a & 1) == 0)
          sum += solver->pay[a] * solver->duration[s];
  return sum;
}

static void
check_state (PltTalentSolver *solver, const PltTalentState *state, guint64 head, guint64 tail)
{
  guint64 of_head = cast_of (solver, head), of_tail = cast_of (solver, tail);
  guint64 of_middle = cast_of (solver, state->middle);
  gint64 least
      = least_of_middle (solver, head, state->middle, tail) - sure_part (solver, state, head, tail);
  gint64 bound = 0;

  g_assert_cmphex (state->middle, ==, plt_talent_bits (solver->n) & ~head & ~tail);
  g_assert_cmphex (state->at_head, ==, of_head & of_middle & ~of_tail);
  g_assert_cmphex (state->at_tail, ==, of_tail & of_middle & ~of_head);
  g_assert_cmphex (state->free, ==, of_middle & ~of_head & ~of_tail);
  for (guint n_tried = 0; n_tried < PLT_TALENT_BOUNDS;)
    {
      guint before = n_tried;
      gint64 now = plt_talent_bound (solver, state, bound, bound + 1, &n_tried);

      g_assert_cmpuint (n_tried, >, before);
      g_assert_cmpint (now, >=, bound);
      g_assert_cmpint (now, <=, least);
      bound = now;
    }
}

/* Walks from nothing placed to everything placed, by chance, and looks at every state met. */
static void
walk (PltTalentSolver *solver, GRand *rand)
{
  PltTalentState state = plt_talent_begin (solver);
  guint64 head = 0, tail = 0;
  gint64 extra = 0;

  while ((state.at_head | state.at_tail | state.free) != 0)
    {
      PltTalentGroups groups;
      gboolean at_head = g_rand_boolean (rand);
      gint64 charge;
      guint g;

      check_state (solver, &state, head, tail);
      plt_talent_find_groups (solver, &state, &groups);
      g = (guint) g_rand_int_range (rand, 0, (gint) groups.n);
      *(at_head ? &head : &tail) |= groups.scenes[g];
      state = plt_talent_place (solver, &state, &groups, g, at_head, &charge);
      g_assert_cmpint (charge, >=, 0);
      extra += charge;
    }
  g_assert_cmpint (extra, >=, solver->proven);
}

static void
test_bounds (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2016);

  for (guint i = 0; i < 150; i++)
    {
      g_autofree PltTalentSolver *solver = g_new0 (PltTalentSolver, 1);
      PltTalentProblem problem;

      plt_test_talent_random (rand, (guint) g_rand_int_range (rand, 3, 11),
                              (guint) g_rand_int_range (rand, 2, 21), &problem);
      plt_talent_reduce (solver, &problem);
      plt_talent_find_first (solver);
      plt_talent_search (solver);
      g_assert_cmpint (solver->proven, ==,
                       least_of_middle (solver, 0, plt_talent_bits (solver->n), 0));
      for (guint times = 0; times < 4; times++)
        walk (solver, rand);
    }
}

/* Ada (10 a day) is at the head and Bo (3) at the tail; both play in one scene of the middle, and
 * there is one of four days with neither: whoever is there then waits, Bo being cheaper. */
static void
test_by_hand (void)
{
  const PltTalentProblem problem = { .n_scenes = 4,
                                     .n_actors = 2,
                                     .duration = { 1, 1, 4, 1 },
                                     .pay = { 10, 3 },
                                     .cast = { 1, 3, 0, 2 } };
  g_autofree PltTalentSolver *solver = g_new0 (PltTalentSolver, 1);
  PltTalentState state = { .middle = 6, .at_head = 1, .at_tail = 2 };
  guint n_tried = 0;

  plt_talent_reduce (solver, &problem);
  g_assert_cmpuint (solver->n, ==, 4);
  g_assert_cmpint (plt_talent_bound (solver, &state, 0, 1, &n_tried), ==, 12);
  g_assert_cmpuint (n_tried, ==, 2); /* the first bound sees nothing in it */
}

/* More states than it holds at first: what it still knows is right, and dear states are kept. */
static void
test_table (void)
{
  PltTalentTable *table = plt_talent_table_new ();
  const guint n = 300000;
  guint n_known = 0;
  PltTalentState state = { .middle = 5, .at_head = 1, .at_tail = 2 };
  PltTalentKnown known = plt_talent_table_get (table, &state);

  g_assert_cmpuint (known.n_tried + known.effort, ==, 0);
  g_assert_cmpint (known.least, ==, 0);
  plt_talent_table_put (table, &state, &(PltTalentKnown){ .least = 7, .effort = 3 });
  plt_talent_table_put (table, &state, &(PltTalentKnown){ .least = 6, .n_tried = 2 });
  state.at_head = 2;
  state.at_tail = 1; /* the mirror */
  known = plt_talent_table_get (table, &state);
  g_assert_cmpint (known.least, ==, 7);
  g_assert_cmpuint (known.n_tried, ==, 2);
  g_assert_cmpuint (known.effort, ==, 3);
  state.at_head = 3;
  g_assert_cmpint (plt_talent_table_get (table, &state).least, ==, 0);
  for (guint i = 1; i <= n; i++)
    plt_talent_table_put (
        table, &(PltTalentState){ .middle = i * 8, .at_head = i % 8 },
        &(PltTalentKnown){ i, 1 + i % PLT_TALENT_BOUNDS, i % 1000 == 0 ? 40 : 0 });
  for (guint i = 1; i <= n; i++)
    {
      const PltTalentState key = { .middle = i * 8, .at_tail = i % 8 };

      known = plt_talent_table_get (table, &key);
      g_assert_true (known.n_tried == 0 ? known.least == 0 : known.least == i);
      g_assert_true (i % 1000 != 0 || known.effort == 40);
      n_known += known.n_tried != 0;
    }
  g_assert_cmpuint (n_known, >, n / 2);
  plt_talent_table_free (table);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/talent-bound/by-hand", test_by_hand);
  g_test_add_func ("/engine/talent-bound/bounds", test_bounds);
  g_test_add_func ("/engine/talent-bound/table", test_table);
  return g_test_run ();
}
