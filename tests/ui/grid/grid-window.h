/* A grid in a window, and how a test drives it: keys in, requests to the model and state of the
 * grid out. */
#pragma once

#include "memory-model.h"
#include "plt-grid-private.h"

#define EDIT PLT_GRID_COLUMN_EDITABLE
#define GRID_N_COLUMNS 6

extern const PltGridColumn grid_columns[GRID_N_COLUMNS];

#define ALL_ABILITIES                                                                              \
  (PLT_GRID_CAN_INSERT | PLT_GRID_CAN_DELETE | PLT_GRID_CAN_MOVE | PLT_GRID_CAN_SORT)

typedef struct
{
  GtkWidget *window;
  PltGrid *grid;
  MemoryModel *model;
} Fixture;

MemoryModel *grid_create_model (guint abilities);
void grid_show_grid (Fixture *fixture);
void grid_set_up (Fixture *fixture, gconstpointer data);
void grid_tear_down (Fixture *fixture, gconstpointer data);
void grid_press (Fixture *fixture, const char *keys);
void grid_type (Fixture *fixture, const char *text);
void grid_assert_at (Fixture *fixture, int row, int column);
void grid_assert_range (Fixture *fixture, int row, int column, int n_rows, int n_columns);
void grid_assert_log (Fixture *fixture, const char *expected);
void grid_assert_text (Fixture *fixture, guint row, guint column, const char *expected);
const char *grid_get_label (Fixture *fixture);
const char *grid_get_notice (Fixture *fixture);

/* At most five seconds. */
#define WAIT_FOR(condition)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;                                     \
    while (!(condition) && g_get_monotonic_time () < end)                                          \
      g_main_context_iteration (NULL, FALSE);                                                      \
    g_assert_true (condition);                                                                     \
  }                                                                                                \
  G_STMT_END
