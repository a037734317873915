#include "plt-test-talent.h"

void
plt_test_talent_random (GRand *rand, guint n_scenes, guint n_actors, PltTalentProblem *problem)
{
  *problem = (PltTalentProblem){ .n_scenes = n_scenes, .n_actors = n_actors };
  for (guint s = 0; s < n_scenes; s++)
    problem->duration[s] = (guint32) g_rand_int_range (rand, 1, 6);
  for (guint a = 0; a < n_actors; a++)
    {
      problem->pay[a] = g_rand_int_range (rand, 1, 101);
      for (gint left = g_rand_int_range (rand, 2, (gint) n_scenes + 1); left > 0;)
        {
          guint64 *cast = &problem->cast[g_rand_int_range (rand, 0, (gint) n_scenes)];

          left -= (*cast >> a & 1) == 0;
          *cast |= G_GUINT64_CONSTANT (1) << a;
        }
    }
}
