/* Films to plan, with a plan that breaks nothing hidden in them. Seeded: the same seed, the same
 * film. Weeks of six possible days of which five may be used; one Thursday and Friday in three
 * weeks are nights; leads who wait, supporting roles hired for weeks, two children, sets and roles
 * with diaries, places some kilometres apart, orders to keep. The hidden plan keeps all of it. */
#pragma once

#include "plt-shoot.h"

/* @planted: (out): the hidden plan. */
PltShootProblem *plt_test_shoot_film (
    guint32 seed, guint n_sequences, guint n_days, guint n_roles, PltShootPlan *planted);
/* Every séquence on a day by chance, in @plan. */
void plt_test_shoot_scatter (const PltShootProblem *problem, guint32 seed, PltShootPlan *plan);
