/* Instances by chance, for the tests of the exact core and for its measures. */
#pragma once

#include "plt-talent.h"

/* The random family of the literature (Cheng, Diamond and Lin 1993; de la Banda et al. 2011):
 * scenes of 1 to 5 days, pay of 1 to 100 a day, each actor in 2 to all scenes, all uniform. */
void
plt_test_talent_random (GRand *rand, guint n_scenes, guint n_actors, PltTalentProblem *problem);
