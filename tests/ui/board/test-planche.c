/* The planche in a window: what stands in it, keys that go about, crosses and lines that are typed,
 * each as one step that can be undone. */
#include <string.h>

#include "plt-grid-private.h"
#include "plt-planche-page.h"
#include "plt-plan-view.h"
#include "plt-test-store.h"
#include "plt-test-window.h"

/* Monday 12 April 2027: séquences 1 and 2 at the quay; Wednesday 14: 3, in the kitchen, at night.
 */
static const char *const film[] = {
  "port: location | name = Port",
  "quay: set | name = QUAI | location = @port",
  "kitchen: set | name = CUISINE",
  "roles: element_category | code = RX | name = Premiers rôles | family = roles",
  "crowd: element_category | code = FX | name = Foule | family = figuration",
  "prop: element_category | code = AC | name = Accessoires | family = autres",
  "nora: element | category = @roles | number = 1 | name = NORA",
  "milo: element | category = @roles | number = 2 | name = MILO",
  "dockers: element | category = @crowd | name = Dockers",
  "rope: element | category = @prop | name = Amarre",
  "s1: sequence | number = 1 | int_ext = EXT | effect = JOUR | set = @quay | eighths = 4/8 | "
  "premin_seconds = 1:30 | synopsis = Nora attend.",
  "s2: sequence | number = 2A | int_ext = EXT | effect = JOUR | set = @quay | eighths = 4/8",
  "s3: sequence | number = 3 | int_ext = INT | effect = NUIT | set = @kitchen | eighths = 3/8",
  "sequence_element | sequence = @s1 | element = @nora",
  "sequence_element | sequence = @s3 | element = @nora",
  "sequence_element | sequence = @s2 | element = @milo",
  "sequence_element | sequence = @s1 | element = @dockers | quantity = 12",
  "sequence_element | sequence = @s1 | element = @rope",
  "plan: schedule | name = Plan de travail",
  "d1: shooting_day | schedule = @plan | date = 12/04/2027 | start_minutes = 9h00 | end_minutes = "
  "19h00",
  "d2: shooting_day | schedule = @plan | date = 14/04/2027",
  "strip | schedule = @plan | day = @d1 | sequence = @s1",
  "strip | schedule = @plan | day = @d1 | sequence = @s2",
  "strip | schedule = @plan | day = @d2 | sequence = @s3",
  NULL
};

typedef struct
{
  PltWindow *window;
  PltSession *session;
  PltPlanchePage *page;
  PltGrid *grid;
  PltGridModel *model;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
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
  self->window = plt_test_window_new (store);
  self->session = plt_window_get_session (self->window);
  g_object_unref (store);
  g_assert_true (plt_window_show_view (self->window, "plan", NULL));
  plt_view_show_page (plt_window_get_view (self->window), "planche");
  plt_test_settle ();
  self->page
      = PLT_PLANCHE_PAGE (plt_test_find_widget (GTK_WIDGET (self->window), PLT_TYPE_PLANCHE_PAGE));
  self->grid = plt_planche_page_get_grid (self->page);
  self->model = plt_grid_get_model (self->grid);
  g_assert_true (plt_planche_page_grab_focus (self->page));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  PltPlanchePage *page = self->page;

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  plt_test_window_close (self->window);
  g_assert_null (page);
}

static int
find_row (Fixture *self, const char *name)
{
  for (guint row = 0; row < plt_grid_model_get_n_rows (self->model); row++)
    {
      g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

      plt_grid_model_get_cell (self->model, row, 1, &cell);
      if (strcmp (cell.text, name) == 0)
        return (int) row;
    }
  return -1;
}

static guint
row_of (Fixture *self, const char *name)
{
  int row = find_row (self, name);

  g_assert_cmpint (row, >=, 0);
  return (guint) row;
}

/* What a row says from its first séquence on: "1||1", a greyed day as "#", cells once. */
static char *
line (Fixture *self, const char *name)
{
  guint row = row_of (self, name);
  GString *text = g_string_new (NULL);

  for (guint c = 6; c < plt_grid_model_get_n_columns (self->model); c++)
    {
      g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

      plt_grid_model_get_cell (self->model, row, c, &cell);
      if (cell.before == 0)
        g_string_append_printf (text, "%s%s", c > 6 ? "|" : "",
                                cell.fill == PLT_GRID_FILL_OFF ? "#" : cell.text);
    }
  return g_string_free (text, FALSE);
}

static void
assert_line (Fixture *self, const char *name, const char *expected)
{
  g_autofree char *text = line (self, name);

  g_assert_cmpstr (text, ==, expected);
}

static void
press (Fixture *self, guint keyval, GdkModifierType state)
{
  plt_grid_press_key (self->grid, keyval, state);
  plt_test_settle ();
}

static void
type (Fixture *self, const char *row, guint column, const char *text)
{
  g_autoptr (GError) error = NULL;

  plt_grid_set_cursor (self->grid, row_of (self, row), column);
  g_assert_true (plt_grid_model_set_text (self->model, row_of (self, row), column, text, &error));
  g_assert_no_error (error);
  plt_test_settle ();
}

static void
test_content (Fixture *self, gconstpointer data)
{
  assert_line (self, "Week", "S1 · 12 avr. – 18 avr.");
  assert_line (self, "Shooting day", "J1|#|J2");
  assert_line (self, "Date", "lun. 12 avr.|#|mer. 14 avr.");
  assert_line (self, "Location", "Port|#|");
  assert_line (self, "Hours", "9h00 – 19h00|#|9h00 – 19h00");
  assert_line (self, "Set", "QUAI|#|CUISINE");
  assert_line (self, "Effect", "E/J|E/J|#|I/N");
  assert_line (self, "Sequence", "1|2A|#|3");
  assert_line (self, "Synopsis", "Nora attend.||#|");
  assert_line (self, "NORA", "1||#|1");
  assert_line (self, "MILO", "|2|#|");
  assert_line (self, "Dockers", "12||#|");
  assert_line (self, "Props", "1|||"); /* closed: how many */
  g_assert_cmpint (find_row (self, "Amarre"), ==, -1);
  g_assert_cmpuint (plt_grid_model_get_n_frozen_rows (self->model), ==, 8);
  g_assert_cmpint (self->grid->geometry.n_frozen_rows, ==, 8);
  g_assert_cmpint (self->grid->geometry.header, ==, 0);
}

/* Arrows pass a day in one step; the box goes to days, séquences and words. */
static void
test_going_about (Fixture *self, gconstpointer data)
{
  GtkWidget *search = plt_test_find_widget (GTK_WIDGET (self->page), GTK_TYPE_SEARCH_ENTRY);
  static const struct
  {
    const char *text, *row;
    guint column;
  } cases[] = {
    { "J2", "Shooting day", 9 },
    { "12/04", "Shooting day", 6 },
    { "14/04/2027", "Shooting day", 9 },
    { "2a", "Sequence", 7 },
    { "cuisine", "Set", 9 },
    { "milo", "MILO", 1 },
  };
  guint row, column;

  plt_grid_set_cursor (self->grid, row_of (self, "Date"), 6);
  press (self, GDK_KEY_Right, 0);
  g_assert_true (plt_grid_get_cursor (self->grid, &row, &column));
  g_assert_cmpuint (column, ==, 8); /* over 1 and 2A to the Tuesday */
  press (self, GDK_KEY_Left, 0);
  press (self, GDK_KEY_Left, 0);
  g_assert_true (plt_grid_get_cursor (self->grid, &row, &column));
  g_assert_cmpuint (column, ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (search), cases[i].text);
      g_signal_emit_by_name (search, "activate");
      g_assert_true (plt_grid_get_cursor (self->grid, &row, &column));
      g_assert_cmpuint (row, ==, row_of (self, cases[i].row));
      g_assert_cmpuint (column, ==, cases[i].column);
    }
  gtk_editable_set_text (GTK_EDITABLE (search), "introuvable");
  g_signal_emit_by_name (search, "activate");
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (self->page), "Nothing found"));
  plt_grid_set_cursor (self->grid, 0, 6);
  plt_planche_page_step_day (self->page, 1);
  g_assert_true (plt_grid_get_cursor (self->grid, &row, &column));
  g_assert_cmpuint (column, ==, 9); /* past the day off */
  plt_planche_page_step_day (self->page, 1);
  plt_planche_page_step_day (self->page, -1);
  g_assert_true (plt_grid_get_cursor (self->grid, &row, &column));
  g_assert_cmpuint (column, ==, 6);
}

/* Space adds and takes away, Delete takes away, a number says how many; each can be undone. */
static void
test_crosses (Fixture *self, gconstpointer data)
{
  plt_grid_set_cursor (self->grid, row_of (self, "NORA"), 7);
  press (self, GDK_KEY_space, 0);
  assert_line (self, "NORA", "1|1|#|1");
  press (self, GDK_KEY_space, 0);
  assert_line (self, "NORA", "1||#|1");
  g_assert_true (plt_session_undo (self->session));
  plt_test_settle ();
  assert_line (self, "NORA", "1|1|#|1");
  press (self, GDK_KEY_Delete, 0);
  assert_line (self, "NORA", "1||#|1");
  type (self, "Dockers", 9, "30");
  assert_line (self, "Dockers", "12||#|30");
  type (self, "Dockers", 9, "8");
  assert_line (self, "Dockers", "12||#|8");
  type (self, "MILO", 6, "2"); /* its own number is its mark, not a quantity */
  assert_line (self, "MILO", "2|2|#|");
  for (guint i = 0; i < 3; i++)
    g_assert_true (plt_session_undo (self->session));
  plt_test_settle ();
  assert_line (self, "Dockers", "12||#|");
  assert_line (self, "MILO", "|2|#|");
  /* the row stays, and its cell, while others come and go */
  plt_grid_set_cursor (self->grid, row_of (self, "MILO"), 7);
  press (self, GDK_KEY_space, 0);
  g_assert_cmpint (find_row (self, "MILO"), ==, -1); /* nobody needs him any more */
  g_assert_true (plt_session_undo (self->session));
  plt_test_settle ();
  assert_line (self, "MILO", "|2|#|");
}

static void
test_lines (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *row;
    guint column;
    const char *text, *expected;
  } cases[] = {
    { "Date", 9, "15/4", "lun. 12 avr.|#|#|jeu. 15 avr." },
    { "Hours", 7, "8h - 18h30", "8h00 – 18h30|#|#|9h00 – 19h00" },
    { "Hours", 10, "18h à 3h", "8h00 – 18h30|#|#|18h00 – 27h00" },
    { "Hours", 7, "8h15", "8h15 – 18h30|#|#|18h00 – 27h00" }, /* PAT alone */
    { "Synopsis", 7, "Il part.", "Nora attend.|Il part.|#|#|" },
    { "Length", 7, "1:10", "1:30|1:10|#|#|" },
    { "Shots", 6, "5", "5||#|#|" },
    { "Shooting time", 6, "1h20", "1\342\200\257h\342\200\25720||#|#|" },
    { "Note of the day", 6, "Grue", "Grue|#|#|" },
    { "Synopsis", 6, "", "|Il part.|#|#|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type (self, cases[i].row, cases[i].column, cases[i].text);
      assert_line (self, cases[i].row, cases[i].expected);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (plt_session_undo (self->session));
  plt_test_settle ();
  test_content (self, NULL);
}

static void
test_refusals (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *row;
    guint column;
    const char *text;
  } cases[] = {
    { "Date", 6, "hier" }, { "Hours", 6, "tard" }, { "Shots", 6, "beaucoup" },
    { "NORA", 8, "x" },    { "Props", 6, "x" },    { "NORA", 1, "NINA" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (plt_grid_model_set_text (self->model, row_of (self, cases[i].row),
                                               cases[i].column, cases[i].text, &error));
      g_assert_nonnull (error);
    }
  test_content (self, NULL);
}

/* A day head selects the day, a séquence its strip, a name the element; the form opens on them. */
static void
test_selection (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *row;
    guint column;
    const char *table;
  } cases[] = {
    { "Shooting day", 7, "shooting_day" },
    { "Sequence", 7, "strip" },
    { "NORA", 6, "strip" },
    { "NORA", 1, "element" },
    { "Hours", 9, "shooting_day" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      plt_grid_set_cursor (self->grid, row_of (self, cases[i].row), cases[i].column);
      plt_test_settle ();
      g_assert_cmpstr (plt_session_get_selection (self->session).table, ==, cases[i].table);
    }
  plt_grid_set_cursor (self->grid, row_of (self, "Sequence"), 9);
  press (self, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_cmpstr (plt_session_get_selection (self->session).table, ==, "strip");
}

static GtkWidget *
find_check (GtkWidget *root, const char *label)
{
  GtkWidget *found
      = GTK_IS_CHECK_BUTTON (root)
                && strcmp (gtk_check_button_get_label (GTK_CHECK_BUTTON (root)), label) == 0
            ? root
            : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_check (child, label);
  return found;
}

static void
test_options (Fixture *self, gconstpointer data)
{
  GtkWidget *off = find_check (GTK_WIDGET (self->page), "Days o_ff");
  GtkWidget *needed = find_check (GTK_WIDGET (self->page), "_Only what is needed");

  gtk_check_button_set_active (GTK_CHECK_BUTTON (off), FALSE);
  plt_test_settle ();
  assert_line (self, "Sequence", "1|2A|3");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (off), TRUE);
  /* a band opens and closes with the keys */
  plt_grid_set_cursor (self->grid, row_of (self, "Props"), 1);
  press (self, GDK_KEY_Return, 0);
  assert_line (self, "Amarre", "×||#|");
  assert_line (self, "Props", "|||");
  plt_grid_set_cursor (self->grid, row_of (self, "Roles"), 1);
  press (self, GDK_KEY_minus, 0);
  g_assert_cmpint (find_row (self, "NORA"), ==, -1);
  assert_line (self, "Roles", "1|1||1");
  press (self, GDK_KEY_plus, 0);
  /* somebody nobody needs can be given a séquence */
  plt_grid_set_cursor (self->grid, row_of (self, "MILO"), 7);
  press (self, GDK_KEY_space, 0);
  g_assert_cmpint (find_row (self, "MILO"), ==, -1);
  g_assert_nonnull (needed);
  plt_test_settle ();
}

/* As a table of tabs, a cell over several columns once. */
static void
test_copy (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  plt_grid_select (self->grid, row_of (self, "Set"), 6, 3, 4);
  text = plt_grid_copy_text (self->grid);
  g_assert_cmpstr (text, ==, "QUAI\t\t\tCUISINE\nE/J\tE/J\t\tI/N\n1\t2A\t\t3\n");
}

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/ui/planche/content", test_content);
  ADD ("/ui/planche/going-about", test_going_about);
  ADD ("/ui/planche/crosses", test_crosses);
  ADD ("/ui/planche/lines", test_lines);
  ADD ("/ui/planche/refusals", test_refusals);
  ADD ("/ui/planche/selection", test_selection);
  ADD ("/ui/planche/options", test_options);
  ADD ("/ui/planche/copy", test_copy);
  return g_test_run ();
}
