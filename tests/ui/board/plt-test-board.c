#include "plt-test-board.h"

#include <string.h>

#include "plt-test-store.h"
#include "plt-test-window.h"

/* Two days: 1 and 2 on the first, 3 on the second; 4 is to place and has no strip. */
static const char *const film[] = {
  "quay: set | name = QUAI",
  "kitchen: set | name = CUISINE",
  "roles: element_category | code = RX | name = Premiers rôles | family = roles",
  "nora: element | category = @roles | number = 1 | name = NORA",
  "milo: element | category = @roles | number = 2 | name = MILO",
  "s1: sequence | number = 1 | int_ext = EXT | effect = JOUR | set = @quay | eighths = 4/8 | "
  "premin_seconds = 1:30 | shooting_minutes = 120",
  "s2: sequence | number = 2 | int_ext = INT | effect = JOUR | set = @kitchen | eighths = 4/8 "
  "| shooting_minutes = 60",
  "s3: sequence | number = 3 | int_ext = EXT | effect = NUIT | set = @quay | eighths = 3/8 | "
  "shooting_minutes = 180",
  "s4: sequence | number = 4A | int_ext = INT | effect = NUIT | set = @kitchen | eighths = 2/8",
  "sequence_element | sequence = @s1 | element = @nora",
  "sequence_element | sequence = @s3 | element = @nora",
  "sequence_element | sequence = @s3 | element = @milo",
  "plan: schedule | name = Plan de travail",
  "d1: shooting_day | schedule = @plan | date = 12/04/2027",
  "d2: shooting_day | schedule = @plan | date = 13/04/2027",
  "strip | schedule = @plan | day = @d1 | sequence = @s1",
  "strip | schedule = @plan | day = @d1 | sequence = @s2",
  "strip | schedule = @plan | day = @d2 | sequence = @s3",
  NULL
};

static PltStore *
film_store (void)
{
  PltStore *store = plt_test_store_new ();
  g_autoptr (PltBatch) batch = plt_test_batch (film);
  g_autoptr (PltRecord) production = plt_store_get_production (store);
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_store_apply (store, "film", NULL, batch, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (plt_store_set (store, "production", plt_record_get_id (production), "schedule",
                                "Plan de travail", &error));
  g_assert_no_error (error);
  return store;
}

void
plt_test_board_set_up (Fixture *self, gconstpointer data)
{
  self->store = film_store ();
  self->window = plt_test_window_new (self->store);
  self->session = plt_window_get_session (self->window);
  g_assert_true (plt_window_show_view (self->window, "plan", NULL));
  plt_test_settle ();
  self->view = PLT_PLAN_VIEW (plt_window_get_view (self->window));
  self->board = plt_plan_view_get_board (self->view);
  gtk_widget_grab_focus (GTK_WIDGET (self->board));
}

void
plt_test_board_tear_down (Fixture *self, gconstpointer data)
{
  PltBoardModel *model = plt_board_get_model (self->board);
  PltBoard *board = self->board;

  g_object_add_weak_pointer (G_OBJECT (board), (gpointer *) &board);
  g_object_add_weak_pointer (G_OBJECT (model), (gpointer *) &model);
  g_object_unref (self->store);
  plt_test_window_close (self->window);
  g_assert_null (board);
  g_assert_null (model);
}

char *
plt_test_board_dump (Fixture *self)
{
  const PltBoardState *state = plt_board_model_get_state (plt_board_get_model (self->board));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < state->lanes->len; i++)
    {
      g_string_append (text, i > 0 ? "|" : "");
      for (int j = 0; j < plt_board_lane_n (state, (int) i); j++)
        {
          const PltBoardStrip *strip = plt_board_state_strip (state, (int) i, j);

          g_string_append_printf (text, "%s%s%s%s", j > 0 ? " " : "",
                                  strip->kind == PLT_BOARD_SEQUENCE ? strip->number : strip->text,
                                  *strip->part != '\0' ? ":" : "", strip->part);
        }
    }
  return g_string_free (text, FALSE);
}

void
press (Fixture *self, guint keyval, GdkModifierType modifiers)
{
  plt_board_press_key (self->board, keyval, modifiers);
  plt_test_settle ();
}

void
go_to (Fixture *self, const char *number)
{
  g_assert_true (plt_board_find_number (self->board, number));
}
