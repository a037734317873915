#include "config.h"

#include "grid-window.h"

const PltGridColumn grid_columns[GRID_N_COLUMNS] = {
  { "number", "Séq.", NULL, 6, PLT_GRID_ALIGN_START, PLT_GRID_COLUMN_FROZEN | EDIT, NULL },
  { "set", "Décor", NULL, 20, PLT_GRID_ALIGN_START, EDIT, NULL },
  { "cost", "Coût", NULL, 12, PLT_GRID_ALIGN_END, EDIT | PLT_GRID_COLUMN_NUMBER, "money" },
  { "shots", "Plans", NULL, 8, PLT_GRID_ALIGN_END, EDIT | PLT_GRID_COLUMN_NUMBER, NULL },
  { "total", "Total", NULL, 12, PLT_GRID_ALIGN_END, PLT_GRID_COLUMN_NUMBER, "money" },
  { "done", "Fait", NULL, 6, PLT_GRID_ALIGN_CENTER, EDIT | PLT_GRID_COLUMN_TOGGLE, NULL },
};

MemoryModel *
grid_create_model (guint abilities)
{
  MemoryModel *model = memory_model_new (grid_columns, GRID_N_COLUMNS, abilities);
  static const char *const proposals[] = { "CAFÉ DU PORT", "QUAI", "PHARE", NULL };

  memory_model_set_proposals (model, proposals);
  memory_model_add (model, PLT_GRID_ROW_NORMAL, 0, "1", "QUAI", "100", "4", "7", "", NULL);
  memory_model_add (model, PLT_GRID_ROW_NORMAL, 0, "2", "CAFÉ DU PORT", "250,50", "7", "8", "",
                    NULL);
  memory_model_add (model, PLT_GRID_ROW_NORMAL, 0, "3", "BAC", "", "11", "9", "✓", NULL);
  memory_model_add (model, PLT_GRID_ROW_NORMAL, 0, "4", "PHARE", "40", "2", "9", "", NULL);
  memory_model_add (model, PLT_GRID_ROW_NORMAL, 0, "5", "", "", "", "", "", NULL);
  memory_model_refresh (model);
  return model;
}

void
grid_show_grid (Fixture *fixture)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->window = gtk_window_new ();
  fixture->grid = PLT_GRID (plt_grid_new (PLT_GRID_MODEL (fixture->model)));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->grid));
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 300);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->grid));
}

void
grid_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->model = grid_create_model (ALL_ABILITIES);
  grid_show_grid (fixture);
}

void
grid_tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->model);
}

/* Keys go where they would go: to the editor while one is open. "Down ctrl+End shift+Tab" */
void
grid_press (Fixture *fixture, const char *keys)
{
  g_auto (GStrv) words = g_strsplit (keys, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "+", -1);
      GdkModifierType state = 0;
      guint n = g_strv_length (parts), keyval = gdk_keyval_from_name (parts[n - 1]);

      g_assert_cmpuint (keyval, !=, GDK_KEY_VoidSymbol);
      for (guint j = 0; j + 1 < n; j++)
        state |= g_str_equal (parts[j], "ctrl")    ? GDK_CONTROL_MASK
                 : g_str_equal (parts[j], "shift") ? GDK_SHIFT_MASK
                                                   : GDK_ALT_MASK;
      if (fixture->grid->editor == NULL)
        plt_grid_press_key (fixture->grid, keyval, state);
      else
        plt_grid_editor_press_key (PLT_GRID_EDITOR (fixture->grid->editor), keyval, state);
    }
}

/* As typing does: a letter opens the editor, the others go to its text. */
void
grid_type (Fixture *fixture, const char *text)
{
  if (fixture->grid->editor == NULL)
    g_assert_true (plt_grid_begin_edit (fixture->grid, "", TRUE));
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_first_child (fixture->grid->editor)), text);
}

void
grid_assert_at (Fixture *fixture, int row, int column)
{
  g_assert_cmpint (fixture->grid->selection.active.row, ==, row);
  g_assert_cmpint (fixture->grid->selection.active.column, ==, column);
}

void
grid_assert_range (Fixture *fixture, int row, int column, int n_rows, int n_columns)
{
  PltGridRange range = plt_grid_get_range (fixture->grid);

  g_assert_cmpint (range.row, ==, row);
  g_assert_cmpint (range.column, ==, column);
  g_assert_cmpint (range.n_rows, ==, n_rows);
  g_assert_cmpint (range.n_columns, ==, n_columns);
}

void
grid_assert_log (Fixture *fixture, const char *expected)
{
  g_autofree char *log = memory_model_take_log (fixture->model);

  g_assert_cmpstr (log, ==, expected);
}

void
grid_assert_text (Fixture *fixture, guint row, guint column, const char *expected)
{
  g_assert_cmpstr (memory_model_get_text (fixture->model, row, column), ==, expected);
}

const char *
grid_get_label (Fixture *fixture)
{
  return plt_grid_cursor_get_label (PLT_GRID_CURSOR (fixture->grid->cursors[fixture->grid->turn]));
}

const char *
grid_get_notice (Fixture *fixture)
{
  return fixture->grid->notice != NULL ? gtk_label_get_text (GTK_LABEL (fixture->grid->notice))
                                       : NULL;
}
