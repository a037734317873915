/* The pages of the plan beside the board: the list by day, the présences and their letters. On the
 * small production of the papers: three shooting days and a day of rest, three roles. */
#include "plt-list-page.h"
#include "plt-plan-list.h"
#include "plt-presence-letters.h"
#include "plt-presence-model.h"
#include "plt-presence-page.h"
#include "plt-rows.h"
#include "plt-test-papers.h"
#include "plt-test-window.h"
#include "plt-view.h"

#define NUMBER 0
#define SET 2
#define TIME 7
#define STATUS 8
#define NOTE 9

typedef struct
{
  PltStore *store;
  PltWindow *window;
  PltView *view;
  char *before;
} Fixture;

static void
set_up (Fixture *self, gconstpointer page)
{
  self->store = plt_test_store_papers ();
  self->before = plt_store_checksum (self->store);
  self->window = plt_test_window_new (self->store);
  g_assert_true (plt_window_show_view (self->window, "plan", page));
  plt_test_settle ();
  self->view = plt_window_get_view (self->window);
}

static void
tear_down (Fixture *self, gconstpointer page)
{
  g_object_unref (self->store);
  plt_test_window_close (self->window);
  g_free (self->before);
}

static PltGrid *
grid_of (Fixture *self)
{
  GtkWidget *page = plt_view_get_page_child (self->view, plt_view_get_page (self->view));

  return PLT_IS_LIST_PAGE (page) ? plt_list_page_get_grid (PLT_LIST_PAGE (page))
                                 : plt_presence_page_get_grid (PLT_PRESENCE_PAGE (page));
}

static PltGridModel *
model_of (Fixture *self)
{
  return plt_grid_get_model (grid_of (self));
}

static char *
text_of (Fixture *self, guint row, guint column)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  plt_grid_model_get_cell (model_of (self), row, column, &cell);
  return g_strdup (cell.text);
}

/* "5" of "! 5": the number of a séquence, whatever was found in the plan. */
#define assert_number(self, row, expected)                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *cell_ = plt_grid_model_get_edit_text (model_of (self), row, NUMBER);          \
    g_assert_cmpstr (cell_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static guint
flags_of (Fixture *self, guint row, guint column)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  plt_grid_model_get_cell (model_of (self), row, column, &cell);
  return cell.flags;
}

#define assert_cell(self, row, column, expected)                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *cell_ = text_of (self, row, column);                                          \
    g_assert_cmpstr (cell_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static gboolean
type (Fixture *self, guint row, guint column, const char *text)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = plt_grid_model_set_text (model_of (self), row, column, text, &error);

  g_assert_true (ok || (error != NULL && *error->message != '\0'));
  plt_test_settle ();
  return ok;
}

/* The cells of a row from the first date to the last, dots where nothing is said. */
static char *
tell (Fixture *self, guint row)
{
  GString *text = g_string_new (NULL);
  guint n = plt_grid_model_get_n_columns (model_of (self));

  for (guint i = 2; i + 8 < n; i++)
    {
      g_autofree char *cell = text_of (self, row, i);

      g_string_append_printf (text, "%s%s", i > 2 ? " " : "", *cell != '\0' ? cell : ".");
    }
  return g_string_free (text, FALSE);
}

#define assert_row(self, row, expected)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *row_ = tell (self, row);                                                      \
    g_assert_cmpstr (row_, ==, expected);                                                          \
  }                                                                                                \
  G_STMT_END

/* ---- présences ---- */

/* 1/10 fitting, 2/10 reading, 5, 6, 7 (rest), 8/10, 12/11 dubbing; the journey of NORA is typed. */
static void
test_presence (Fixture *self, gconstpointer page)
{
  g_assert_cmpuint (plt_grid_model_get_n_rows (model_of (self)), ==, 2 + 3 + 1);
  assert_row (self, 0, ". . D1 D2 \302\267 D3 .");
  assert_row (self, 1, "40 40 41 41 41 41 46");
  assert_row (self, 2, "E . T T . V PS");
  assert_row (self, 3, ". R T T . T .");
  assert_row (self, 4, ". . T . . . .");
  assert_row (self, 5, ". . 3 2 . 1 .");
  g_assert_true ((flags_of (self, 2, 7) & PLT_GRID_CELL_TYPED) != 0);
  g_assert_true ((flags_of (self, 2, 4) & PLT_GRID_CELL_TYPED) == 0);
  g_assert_true ((flags_of (self, 2, 2) & PLT_GRID_CELL_READONLY) != 0); /* an event */
  assert_cell (self, 2, 9, "2");                                         /* days of NORA */
}

/* A letter replaces what follows, an empty text gives it back, each as one step. */
static void
test_typing (Fixture *self, gconstpointer page)
{
  g_autofree char *middle = NULL;

  g_assert_true (type (self, 3, 5, "l"));
  assert_row (self, 3, ". R T L . T .");
  plt_assert_undo_redo (self->store, self->before);
  middle = plt_store_checksum (self->store);
  g_assert_true (type (self, 3, 5, "A"));
  assert_row (self, 3, ". R T A . T .");
  plt_assert_undo_redo (self->store, middle);
  g_assert_true (type (self, 3, 5, "SW")); /* what follows from the plan is not kept */
  assert_row (self, 3, ". R T T . T .");
  g_assert_cmpint (plt_rows_count (self->store, plt_table_find ("presence")), ==, 1);
  g_assert_true (type (self, 2, 7, "")); /* the journey */
  g_assert_cmpint (plt_rows_count (self->store, plt_table_find ("presence")), ==, 0);
  assert_row (self, 2, "E . T T . . PS");
  g_assert_true (type (self, 2, 7, "")); /* nothing to take back */
  g_assert_false (type (self, 2, 7, "zz"));
  g_assert_false (type (self, 2, 3, "T")); /* no day of the plan */
  g_assert_false (type (self, 5, 4, "T")); /* a sum */
  g_assert_false (type (self, 2, 1, "ROSE"));
}

static void
test_paste (Fixture *self, gconstpointer page)
{
  const PltGridEdit good[] = { { 2, 4, "A" }, { 3, 4, "A" }, { 4, 5, "T" } };
  const PltGridEdit bad[] = { { 2, 4, "V" }, { 3, 4, "zz" } };
  const PltGridEdit empty[] = { { 2, 3, "" }, { 2, 4, "" }, { 3, 4, "" }, { 4, 5, "" } };
  guint steps = plt_test_n_steps (self->store);
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_grid_model_set_many (model_of (self), good, 3, 0, &error));
  g_assert_cmpuint (plt_test_n_steps (self->store), ==, steps + 1);
  assert_row (self, 2, "E . A T . V PS");
  assert_row (self, 4, ". . T T . . .");
  assert_row (self, 5, ". . 1 3 . 1 ."); /* MILO alone on the first, all three on the second */
  g_assert_false (plt_grid_model_set_many (model_of (self), bad, 2, 0, &error));
  plt_assert_says (error, PLT_ERROR_INVALID, "zz");
  assert_row (self, 2, "E . A T . V PS"); /* all or nothing */
  g_clear_error (&error);
  /* emptying passes over the date of an event */
  g_assert_true (plt_grid_model_set_many (model_of (self), empty, 4, 0, &error));
  assert_row (self, 2, "E . T T . V PS");
  assert_row (self, 4, ". . T . . . .");
}

static void
test_filters (Fixture *self, gconstpointer page)
{
  PltPresenceModel *model = PLT_PRESENCE_MODEL (model_of (self));
  guint n = plt_grid_model_get_n_rows (PLT_GRID_MODEL (model));

  plt_presence_model_set_international (model, TRUE);
  assert_row (self, 2, "FT . SW WF . TR ADR");
  plt_presence_model_set_international (model, FALSE);
  plt_presence_model_set_all (model, TRUE);
  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (model)), >, n + 3);
  assert_cell (self, 6, 1, "Silhouettes");
  assert_cell (self, 7, 1, "Agent du port");
  assert_row (self, 7, ". . T . . . .");
  plt_presence_model_set_all (model, FALSE);
  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (model)), ==, n);
}

/* A published version keeps its letters. */
static void
test_published (Fixture *self, gconstpointer page)
{
  g_assert_true (plt_store_set (self->store, "schedule", 1, "status", "publiee", NULL));
  plt_test_settle ();
  g_assert_false (type (self, 3, 5, "L"));
  assert_row (self, 3, ". R T T . T .");
}

static void
test_letters (Fixture *self, gconstpointer page)
{
  const char *letters[PLT_N_MEANINGS] = { "", "X", "A", "E", "R", "V", "PS", "L", "I", "RP", "/" };
  const char *codes[PLT_N_MEANINGS] = { "", "W", "H", "FT", "R", "TR", "ADR", "", "D", "PW", "/" };
  PltSession *session = plt_window_get_session (self->window);
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_presence_letters_set (session, letters, codes, &error));
  plt_test_settle ();
  plt_assert_rows (self->store, "presence_code", "letter", "X"); /* only what is another one */
  assert_row (self, 2, "E . X X . V PS");
  plt_assert_undo_redo (self->store, self->before);
  letters[PLT_MEANING_WAITS] = " x ";
  g_assert_false (plt_presence_letters_set (session, letters, codes, &error));
  plt_assert_says (error, PLT_ERROR_INVALID, "x");
  g_clear_error (&error);
  letters[PLT_MEANING_WAITS] = "";
  g_assert_false (plt_presence_letters_set (session, letters, codes, &error));
  g_clear_error (&error);
  letters[PLT_MEANING_WAITS] = "A";
  letters[PLT_MEANING_SHOOTS] = "T"; /* as the program has it: nothing is kept */
  g_assert_true (plt_presence_letters_set (session, letters, codes, &error));
  g_assert_cmpint (plt_rows_count (self->store, plt_table_find ("presence_code")), ==, 0);
}

/* ---- the list ---- */

static int
row_of (Fixture *self, const char *table, gint64 id)
{
  return plt_plan_list_find_ref (PLT_PLAN_LIST (model_of (self)), (PltRef){ table, id, NULL });
}

static void
test_list (Fixture *self, gconstpointer page)
{
  guint n = plt_grid_model_get_n_rows (model_of (self));
  PltGridRow kind = { 0 };
  g_autofree char *head = text_of (self, 0, NUMBER);

  /* four days, eight strips, and below its head what is to place, then what was dropped */
  g_assert_cmpuint (n, ==, 4 + 8 + 3);
  plt_grid_model_get_row (model_of (self), 0, &kind);
  g_assert_cmpint (kind.kind, ==, PLT_GRID_ROW_GROUP);
  g_assert_nonnull (strstr (head, "D1"));
  g_assert_nonnull (strstr (head, "Port de plaisance, Douarnenez"));
  g_assert_nonnull (strstr (head, "8h00"));
  g_assert_nonnull (strstr (head, "8h22")); /* the sun rises */
  assert_cell (self, 3, SET, "Repas");      /* a banner */
  g_assert_cmpstr (plt_plan_list_get_ref (PLT_PLAN_LIST (model_of (self)), n - 2).table, ==,
                   "sequence");
  assert_number (self, n - 2, "5");
  assert_number (self, n - 1, "6");
}

static void
test_list_edit (Fixture *self, gconstpointer page)
{
  guint first = (guint) row_of (self, "strip", 1), meal = (guint) row_of (self, "strip", 3);
  guint last = plt_grid_model_get_n_rows (model_of (self)) - 1;
  g_autofree char *middle = NULL;

  g_assert_true ((flags_of (self, first, TIME) & PLT_GRID_CELL_LINK) != 0); /* the séquence's */
  g_assert_true (type (self, first, TIME, "1 h 30"));
  plt_assert_cell (self->store, "strip", 1, "minutes", "1 h 30");
  g_assert_true ((flags_of (self, first, TIME) & PLT_GRID_CELL_LINK) == 0);
  plt_assert_undo_redo (self->store, self->before);
  g_assert_false (type (self, first, TIME, "long"));
  g_assert_true (type (self, meal, SET, "Repas au port"));
  plt_assert_cell (self->store, "strip", 3, "text", "Repas au port");
  g_assert_true (type (self, first, NOTE, "marée haute à 10h"));
  plt_assert_cell (self->store, "strip", 1, "note", "marée haute à 10h");
  g_assert_true (type (self, 0, NOTE, "parking de la criée"));
  plt_assert_cell (self->store, "shooting_day", 1, "note", "parking de la criée");
  middle = plt_store_checksum (self->store);
  g_assert_true (type (self, first, STATUS, "Tournée") || type (self, first, STATUS, "tournee"));
  plt_assert_cell (self->store, "strip", 1, "shot", "tournee");
  plt_assert_cell (self->store, "sequence", 1, "status", "tournee");
  plt_assert_undo_redo (self->store, middle);
  g_assert_false (type (self, first, STATUS, "rêvée"));
  g_assert_false (type (self, first, SET, "CAFÉ")); /* of the séquence: changed in the breakdown */
  g_assert_false (type (self, last, TIME, "1 h"));  /* has no strip yet */
  g_assert_false (type (self, meal, STATUS, "tournee"));
}

static void
test_list_search (Fixture *self, gconstpointer page)
{
  PltPlanList *list = PLT_PLAN_LIST (model_of (self));
  guint all = plt_grid_model_get_n_rows (model_of (self));

  plt_plan_list_set_search (list, "grange");
  /* both parts of 4A and the banner that goes there, below two heads */
  g_assert_cmpuint (plt_plan_list_get_n_strips (list), ==, 3);
  g_assert_cmpuint (plt_grid_model_get_n_rows (model_of (self)), ==, 5);
  plt_plan_list_set_search (list, "nulle part");
  g_assert_cmpuint (plt_grid_model_get_n_rows (model_of (self)), ==, 0);
  plt_plan_list_set_search (list, "");
  g_assert_cmpuint (plt_grid_model_get_n_rows (model_of (self)), ==, all);
}

/* Days stay, their strips change places; the plan itself does not. */
static void
test_list_sort (Fixture *self, gconstpointer page)
{
  g_autofree char *after = NULL;

  plt_grid_model_sort (model_of (self), NUMBER, PLT_GRID_SORT_DESCENDING);
  assert_number (self, 1, "3");
  assert_number (self, 2, "2");
  plt_grid_model_sort (model_of (self), TIME, PLT_GRID_SORT_ASCENDING);
  assert_cell (self, 1, SET, "Repas"); /* 1 h, 2 h, 2 h 30, 3 h 30 */
  assert_number (self, 2, "1");
  assert_number (self, 4, "2");
  plt_grid_model_sort (model_of (self), NUMBER, PLT_GRID_SORT_NONE);
  assert_number (self, 1, "1");
  after = plt_store_checksum (self->store);
  g_assert_cmpstr (after, ==, self->before);
}

/* What the cursor stands on is what the side pane shows. */
static void
test_selection (Fixture *self, gconstpointer page)
{
  PltSession *session = plt_window_get_session (self->window);

  plt_grid_set_cursor (grid_of (self), 1, 0);
  plt_test_settle ();
  g_assert_cmpstr (plt_session_get_selection (session).table, ==, "strip");
  g_assert_cmpint (plt_session_get_selection (session).id, ==, 1);
  g_assert_true (plt_view_start_search (self->view));
  g_assert_cmpstr (plt_view_get_page (self->view), ==, "list");
  plt_view_show_page (self->view, "presence");
  plt_test_settle ();
  g_assert_true (plt_view_select_ref (self->view, (PltRef){ "element", 3, NULL }));
  plt_test_settle ();
  g_assert_cmpstr (plt_session_get_selection (session).table, ==, "element");
  g_assert_false (plt_view_select_ref (self->view, (PltRef){ "element", 999, NULL }));
}

#define ADD(path, page, function) g_test_add (path, Fixture, page, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
  ADD ("/ui/plan/presence/cells", "presence", test_presence);
  ADD ("/ui/plan/presence/typing", "presence", test_typing);
  ADD ("/ui/plan/presence/paste", "presence", test_paste);
  ADD ("/ui/plan/presence/filters", "presence", test_filters);
  ADD ("/ui/plan/presence/published", "presence", test_published);
  ADD ("/ui/plan/presence/letters", "presence", test_letters);
  ADD ("/ui/plan/list/rows", "list", test_list);
  ADD ("/ui/plan/list/edit", "list", test_list_edit);
  ADD ("/ui/plan/list/search", "list", test_list_search);
  ADD ("/ui/plan/list/sort", "list", test_list_sort);
  ADD ("/ui/plan/list/selection", "list", test_selection);
  return g_test_run ();
}
