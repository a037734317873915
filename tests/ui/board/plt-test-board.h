/* A board in a window, for the tests that press its keys: two days, 1 and 2 on the first, 3 on the
 * second; 4A is to place and has no strip. */
#pragma once

#include "plt-board-private.h"
#include "plt-plan-view.h"
#include "plt-window.h"

typedef struct
{
  PltWindow *window;
  PltSession *session;
  PltStore *store;
  PltPlanView *view;
  PltBoard *board;
} Fixture;

void plt_test_board_set_up (Fixture *self, gconstpointer data);
void plt_test_board_tear_down (Fixture *self, gconstpointer data);
/* "4A|1 2|3": what is on each lane, as the board shows it. */
char *plt_test_board_dump (Fixture *self);
void press (Fixture *self, guint keyval, GdkModifierType modifiers);
void go_to (Fixture *self, const char *number);

#define assert_board(self, expected)                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *shown_ = plt_test_board_dump (self);                                          \
    g_assert_cmpstr (shown_, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END
