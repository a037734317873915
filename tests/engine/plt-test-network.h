/* The reference of the network: the same rules read day by day from their definitions, without a
 * map, an order of work or an index. Slow and plain. And networks by chance. */
#pragma once

#include "plt-network.h"

#define TEST_MAX_TASKS 16
#define TEST_MAX_LINKS 32
#define TEST_MAX_CALENDARS 4

/* A network by chance with room for its arrays. */
typedef struct
{
  PltNetworkInput input;
  PltNetworkTask tasks[TEST_MAX_TASKS];
  PltNetworkLink links[TEST_MAX_LINKS];
  PltNetworkCalendar calendars[TEST_MAX_CALENDARS];
  PltNetworkSpan closed[TEST_MAX_CALENDARS][3], opened[TEST_MAX_CALENDARS][2];
  char names[TEST_MAX_TASKS][8];
} TestNetwork;

void test_network_random (TestNetwork *self, GRand *rand);

typedef struct
{
  PltDate early[TEST_MAX_TASKS], late[TEST_MAX_TASKS], place[TEST_MAX_TASKS]; /* first days */
  PltDate finish[TEST_MAX_TASKS];                                             /* of place */
  int slack[TEST_MAX_TASKS], free_after[TEST_MAX_TASKS], free_before[TEST_MAX_TASKS];
  gboolean broken[TEST_MAX_LINKS];
} TestDates;

gboolean test_network_has_circle (const PltNetworkInput *input);
/* Of tasks that are no groups. */
void test_network_reference (const PltNetworkInput *input, TestDates *dates);
gboolean test_network_is_group (const PltNetworkInput *input, guint task);
gboolean test_network_is_ignored (const PltNetworkInput *input, const PltNetworkLink *link);
/* Whether the days of the task's calendar have that date among them. */
gboolean test_network_is_open (const PltNetworkInput *input, guint task, PltDate day);
