/* Feuilles de service: made in one step, hours that follow the PAT and hours that were typed,
 * approved, sent, locked, cancelled and replaced. */
#include <string.h>

#include "plt-callsheet-blocks.h"
#include "plt-callsheet-commands.h"
#include "plt-callsheet-view.h"
#include "plt-callsheet.h"
#include "plt-dialog.h"
#include "plt-document-dump.h"
#include "plt-register-editing.h"
#include "plt-rows.h"
#include "plt-test-papers.h"
#include "plt-test-window.h"

typedef struct
{
  PltWindow *window;
  PltSession *session;
  PltStore *store;
  PltCallsheetView *view;
  gint64 day; /* without a sheet */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  const PltPlan *plan;

  fixture->window = plt_test_window_new (store);
  fixture->session = plt_window_get_session (fixture->window);
  fixture->store = store;
  g_assert_true (plt_window_show_view (fixture->window, "callsheets", NULL));
  plt_test_settle ();
  fixture->view = PLT_CALLSHEET_VIEW (plt_window_get_view (fixture->window));
  plan = plt_session_get_plan (fixture->session);
  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];

      if (day->number > 0
          && plt_callsheet_of_day (plt_session_get_facts (fixture->session), day->day->id) == NULL)
        fixture->day = day->day->id;
    }
  g_assert_cmpint (fixture->day, !=, 0);
  plt_callsheet_view_show_day (fixture->view, fixture->day);
  plt_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  plt_test_window_close (fixture->window);
}

static gint64
sheet (Fixture *fixture)
{
  const PltSheetFacts *found
      = plt_callsheet_of_day (plt_session_get_facts (fixture->session), fixture->day);

  return found != NULL ? found->id : 0;
}

static void
make (Fixture *fixture)
{
  plt_test_activate (fixture->window, "view.sheet-make");
  plt_test_settle ();
  g_assert_cmpint (sheet (fixture), !=, 0);
}

static void
assert_cell (Fixture *fixture, const char *table, gint64 id, const char *column, const char *text)
{
  g_autofree char *cell = plt_test_cell (fixture->store, table, id, column);

  g_assert_cmpstr (cell, ==, text);
}

static const char *
state (Fixture *fixture)
{
  return plt_callsheet_view_get_state (fixture->view, fixture->day);
}

static PltCallsheetForm *
form (Fixture *fixture)
{
  return plt_callsheet_view_get_form (fixture->view);
}

static void
type_pat (Fixture *fixture, const char *text)
{
  GtkWidget *pat = plt_callsheet_form_get_editor (form (fixture), "pat_minutes");

  gtk_widget_grab_focus (pat);
  gtk_editable_set_text (GTK_EDITABLE (pat), text);
  g_signal_emit_by_name (pat, "activate");
  plt_test_settle ();
}

static void
test_make (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = plt_store_checksum (fixture->store);
  PltPageView *pages = plt_preview_get_pages (plt_callsheet_view_get_preview (fixture->view));
  graphene_rect_t area;

  g_assert_cmpstr (state (fixture), ==, "To do");
  g_assert_cmpuint (plt_page_view_get_n_pages (pages), >, 0); /* what it would say */
  make (fixture);
  g_assert_cmpstr (plt_callsheet_head_get_plan (plt_callsheet_view_get_head (fixture->view)), ==,
                   "");
  g_assert_cmpstr (state (fixture), ==, "Draft v1");
  g_assert_cmpint (plt_callsheet_form_get_sheet (form (fixture)), ==, sheet (fixture));
  g_assert_true (plt_page_view_locate (
      pages, (PltRef){ "call_sheet", sheet (fixture), "pat_minutes" }, &area));
  plt_assert_undo_redo (fixture->store, before);
  g_assert_true (plt_session_undo (fixture->session));
  plt_test_settle ();
  g_assert_cmpstr (state (fixture), ==, "To do");
  g_assert_cmpint (plt_callsheet_form_get_sheet (form (fixture)), ==, 0);
  g_assert_true (plt_session_redo (fixture->session));
  plt_test_settle ();
  g_assert_cmpint (plt_callsheet_form_get_sheet (form (fixture)), ==, sheet (fixture));
}

/* The id of a call of the sheet that has all those hours. */
static gint64
a_call (Fixture *fixture)
{
  const PltFacts *facts = plt_session_get_facts (fixture->session);

  for (guint i = 0; i < facts->calls.n; i++)
    if (facts->calls.items[i].call_sheet == sheet (fixture)
        && facts->calls.items[i].arrival_minutes != PLT_UNKNOWN
        && facts->calls.items[i].pat_minutes != PLT_UNKNOWN)
      return facts->calls.items[i].id;
  g_assert_not_reached ();
}

static const PltCallFacts *
call_facts (Fixture *fixture, gint64 call)
{
  return PLT_FACTS_FIND (plt_session_get_facts (fixture->session)->calls, PltCallFacts, call);
}

/* The table of the form that the call stands in. */
static PltGrid *
grid_of (Fixture *fixture, gint64 call)
{
  const char *group = call_facts (fixture, call)->group;

  return plt_callsheet_form_get_grid (form (fixture), g_str_equal (group, "comediens") ? "cast"
                                                      : g_str_equal (group, "equipe")
                                                          ? "crew"
                                                          : "background");
}

static void
type_hour (Fixture *fixture, gint64 call, const char *column, const char *text)
{
  PltGrid *grid;
  PltGridModel *model;
  g_autoptr (GError) error = NULL;
  guint row, at;

  g_assert_true (plt_callsheet_form_go_to (form (fixture), (PltRef){ "call", call, column }));
  grid = grid_of (fixture, call);
  model = plt_grid_get_model (grid);
  g_assert_true (plt_grid_get_cursor (grid, &row, &at));
  plt_grid_model_set_text (model, row, at, text, &error);
  g_assert_no_error (error);
  plt_test_settle ();
}

static void
test_pat (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  const PltSheetFacts *made;
  gint64 call, old_pat, old_call_pat;

  make (fixture);
  made = plt_callsheet_of_day (plt_session_get_facts (fixture->session), fixture->day);
  old_pat = made->pat_minutes;
  call = a_call (fixture);
  type_hour (fixture, call, "arrival_minutes", "5h10");
  assert_cell (fixture, "call", call, "typed", "arrival");
  old_call_pat
      = PLT_FACTS_FIND (plt_session_get_facts (fixture->session)->calls, PltCallFacts, call)
            ->pat_minutes;
  before = plt_store_checksum (fixture->store);

  type_pat (fixture, "11h30");
  g_assert_cmpstr (plt_callsheet_form_get_message (form (fixture), "pat_minutes"), ==, "");
  assert_cell (fixture, "call", call, "arrival_minutes", "5h10");
  g_assert_cmpint (
      PLT_FACTS_FIND (plt_session_get_facts (fixture->session)->calls, PltCallFacts, call)
          ->pat_minutes,
      ==, old_call_pat + 690 - old_pat);
  plt_assert_undo_redo (fixture->store, before);

  /* Emptied, the hour belongs to the PAT again. */
  type_hour (fixture, call, "arrival_minutes", "");
  assert_cell (fixture, "call", call, "typed", "");
}

/* The side pane writes the PAT too: the hours follow there as well. */
static void
test_pat_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  const PltColumn *pat = plt_table_column (plt_table_find ("call_sheet"), "pat_minutes");
  gint64 call, before, old_pat;

  make (fixture);
  record = plt_store_get_record (fixture->store, "call_sheet", sheet (fixture));
  call = a_call (fixture);
  old_pat = plt_record_get_integer (record, "pat_minutes", -1);
  before = PLT_FACTS_FIND (plt_session_get_facts (fixture->session)->calls, PltCallFacts, call)
               ->arrival_minutes;
  g_assert_true (plt_register_write_cell (fixture->session, record, pat, "12h00", &error));
  g_assert_no_error (error);
  g_assert_cmpint (
      PLT_FACTS_FIND (plt_session_get_facts (fixture->session)->calls, PltCallFacts, call)
          ->arrival_minutes,
      ==, before + 720 - old_pat);
}

static void
test_pat_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  make (fixture);
  before = plt_store_checksum (fixture->store);
  type_pat (fixture, "midi pile");
  g_assert_cmpstr (plt_callsheet_form_get_message (form (fixture), "pat_minutes"), !=, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (
                       plt_callsheet_form_get_editor (form (fixture), "pat_minutes"))),
                   ==, "midi pile"); /* nothing typed is lost */
  after = plt_store_checksum (fixture->store);
  g_assert_cmpstr (before, ==, after);
  plt_test_activate (fixture->window, "view.sheet-previous-day"); /* nor when one wants to leave */
  plt_test_activate (fixture->window, "view.sheet-approve");
  plt_test_settle ();
  g_assert_cmpint (plt_callsheet_view_get_day (fixture->view), ==, fixture->day);
  g_assert_cmpstr (state (fixture), ==, "Draft v1");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (
                       plt_callsheet_form_get_editor (form (fixture), "pat_minutes"))),
                   ==, "midi pile");
}

/* Two hours typed in one row as one command: both are kept. */
static void
test_amend_twice (void)
{
  const PltTable *call = plt_table_find ("call");
  g_autoptr (PltBatch) batch = plt_batch_new ();
  const PltValue hour = plt_value_integer (600), none = PLT_VALUE_INIT;
  const PltEdit *edit;

  plt_batch_update (batch, "call", 4);
  plt_callsheet_amend_call (NULL, plt_table_column (call, "hmc_minutes"), &hour, batch);
  plt_batch_update (batch, "call", 5);
  plt_callsheet_amend_call (NULL, plt_table_column (call, "end_minutes"), &hour, batch);
  plt_batch_update (batch, "call", 4);
  plt_callsheet_amend_call (NULL, plt_table_column (call, "pickup_minutes"), &hour, batch);
  edit = plt_batch_get_edit (batch, 2);
  g_assert_cmpstr (plt_value_get_text (&g_array_index (edit->values, PltEditValue, 0).value), ==,
                   "pickup,hmc");
  plt_batch_update (batch, "call", 4);
  plt_callsheet_amend_call (NULL, plt_table_column (call, "hmc_minutes"), &none, batch);
  edit = plt_batch_get_edit (batch, 3);
  g_assert_cmpstr (plt_value_get_text (&g_array_index (edit->values, PltEditValue, 0).value), ==,
                   "pickup");
  plt_batch_update (batch, "call", 6);
  plt_callsheet_amend_call (NULL, plt_table_column (call, "remark"), &none, batch);
  g_assert_cmpuint (plt_batch_get_edit (batch, 4)->values->len, ==, 0);
}

/* Nor can it be changed in the side pane. */
static void
assert_locked (Fixture *fixture, const char *table, gint64 id, const char *column)
{
  g_autoptr (PltRecord) record = plt_store_get_record (fixture->store, table, id);
  g_autoptr (GError) error = NULL;

  g_assert_false (plt_register_write_cell (
      fixture->session, record, plt_table_column (plt_table_find (table), column), "x", &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_READ_ONLY);
}

static guint
n_calls (Fixture *fixture, gint64 of)
{
  const PltFacts *facts = plt_session_get_facts (fixture->session);
  guint n = 0;

  for (guint i = 0; i < facts->calls.n; i++)
    n += facts->calls.items[i].call_sheet == of;
  return n;
}

/* Asks for the reason; without one there is no correction. */
static void
correct (Fixture *fixture, const char *reason)
{
  GtkWidget *dialog, *entry;
  gint64 before = sheet (fixture);

  plt_test_activate (fixture->window, "view.sheet-correct");
  plt_test_settle ();
  dialog = plt_test_toplevel (PLT_TYPE_DIALOG);
  g_assert_nonnull (dialog);
  entry = plt_test_find_widget (dialog, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
  g_assert_cmpint (sheet (fixture), ==, before);
  gtk_editable_set_text (GTK_EDITABLE (entry), reason);
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
}

static void
test_sent (Fixture *fixture, gconstpointer data)
{
  gint64 first, second, call;
  guint n;
  PltGridModel *model;
  g_autofree char *snapshot = NULL;
  g_autofree char *before = NULL;

  make (fixture);
  first = sheet (fixture);
  call = a_call (fixture);
  type_hour (fixture, call, "arrival_minutes", "5h10");
  plt_test_activate (fixture->window, "view.sheet-approve");
  plt_test_settle ();
  g_assert_cmpstr (state (fixture), ==, "Approved v1");
  plt_test_activate (fixture->window, "view.sheet-send");
  plt_test_settle ();
  g_assert_cmpstr (state (fixture), ==, "Sent v1");
  snapshot = plt_test_cell (fixture->store, "call_sheet", first, "snapshot");
  g_assert_nonnull (g_strstr_len (snapshot, -1, "\tarrival_minutes\t310\n"));

  /* Locked: nothing can be typed. */
  model = plt_grid_get_model (grid_of (fixture, call));
  g_assert_false (plt_grid_model_is_editable (model, 0, 0));
  g_assert_false (
      gtk_widget_is_sensitive (plt_callsheet_form_get_editor (form (fixture), "pat_minutes")));
  assert_locked (fixture, "call_sheet", first, "weather");
  assert_locked (fixture, "call", call, "remark");
  n = n_calls (fixture, first);
  before = plt_store_checksum (fixture->store);

  correct (fixture, "Accès du quai fermé");
  second = sheet (fixture);
  g_assert_cmpint (second, !=, first);
  g_assert_cmpstr (state (fixture), ==, "Draft v2");
  assert_cell (fixture, "call_sheet", first, "status", "remplacee");
  g_assert_cmpuint (n_calls (fixture, second), ==, n);
  g_assert_cmpuint (n_calls (fixture, first), ==, n);
  /* What was typed is on the new version too. */
  assert_cell (fixture, "call", a_call (fixture), "arrival_minutes", "5h10");
  assert_cell (fixture, "call_sheet", second, "sent_date", "");
  g_assert_true (
      plt_grid_model_is_editable (plt_grid_get_model (grid_of (fixture, a_call (fixture))), 0, 0));
  plt_assert_undo_redo (fixture->store, before);
}

static char *
paper_text (Fixture *fixture)
{
  return plt_document_dump (plt_page_view_get_document (plt_preview_get_pages (
                                plt_callsheet_view_get_preview (fixture->view))),
                            PLT_DUMP_PLAIN);
}

static void
assert_paper (Fixture *fixture, const char *text, gboolean there)
{
  g_autofree char *paper = paper_text (fixture);

  if ((strstr (paper, text) != NULL) != there)
    g_test_message ("%s", paper);
  g_assert_cmpint (strstr (paper, text) != NULL, ==, there);
}

/* What is typed is on the paper before it is written, and gone from it when it is given up. */
static void
test_typing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GtkWidget *aid, *pat;
  int end = 5;

  make (fixture);
  before = plt_store_checksum (fixture->store);
  aid = plt_callsheet_form_get_editor (form (fixture), "first_aid");
  gtk_widget_grab_focus (aid);
  gtk_editable_set_text (GTK_EDITABLE (aid), "Yann Kervella");
  plt_test_settle ();
  assert_paper (fixture, "Yann Kervella", TRUE);
  after = plt_store_checksum (fixture->store);
  g_assert_cmpstr (before, ==, after);

  /* The hours of the calls follow each keystroke of the PAT, which is not written yet. */
  g_signal_emit_by_name (aid, "activate");
  plt_test_settle ();
  pat = plt_callsheet_form_get_editor (form (fixture), "pat_minutes");
  gtk_widget_grab_focus (pat);
  assert_paper (fixture, "10h37", FALSE);
  gtk_editable_set_text (GTK_EDITABLE (pat), "11h37");
  plt_test_settle ();
  assert_paper (fixture, "10h37", TRUE); /* the crew, an hour before */
  assert_cell (fixture, "call_sheet", sheet (fixture), "typed", "");
  gtk_editable_insert_text (GTK_EDITABLE (pat), "x", 1, &end); /* no hour: as it was last */
  plt_test_settle ();
  assert_paper (fixture, "10h37", TRUE);
  g_signal_emit_by_name (pat, "activate");
  plt_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (pat)), ==, "11h37x");
  assert_cell (fixture, "call_sheet", sheet (fixture), "first_aid", "Yann Kervella");
}

static void
typing_in_grid (Fixture *fixture, gint64 call, const char *column, const char *text)
{
  PltGrid *grid;
  guint row, at;

  g_assert_true (plt_callsheet_form_go_to (form (fixture), (PltRef){ "call", call, column }));
  grid = grid_of (fixture, call);
  g_assert_true (plt_grid_get_cursor (grid, &row, &at));
  g_assert_true (plt_grid_model_try_text (plt_grid_get_model (grid), row, at, text, NULL));
  plt_test_settle ();
}

static void
test_typing_in_grid (Fixture *fixture, gconstpointer data)
{
  gint64 call;

  make (fixture);
  call = a_call (fixture);
  assert_paper (fixture, "5h11", FALSE);
  typing_in_grid (fixture, call, "arrival_minutes", "511");
  assert_paper (fixture, "5h11", TRUE);
  assert_cell (fixture, "call", call, "typed", "");
  typing_in_grid (fixture, call, "arrival_minutes", NULL); /* given up */
  assert_paper (fixture, "5h11", FALSE);
}

/* Every hour is marked when it is typed, those of the parts of the HMC too; the key gives it back.
 */
static void
test_give_back (Fixture *fixture, gconstpointer data)
{
  static const char *const hours[][2] = {
    { "pickup_minutes", "pickup" },
    { "arrival_minutes", "arrival" },
    { "hmc_minutes", "hmc" },
    { "pat_minutes", "pat" },
    { "end_minutes", "end" },
    { "dress_start_minutes", "dress" },
    { "makeup_start_minutes", "makeup" },
    { "hair_start_minutes", "hair" },
  };
  const PltFacts *facts;
  gint64 call = 0;

  make (fixture);
  facts = plt_session_get_facts (fixture->session);
  for (guint i = 0; call == 0 && i < facts->calls.n; i++)
    if (facts->calls.items[i].call_sheet == sheet (fixture)
        && g_str_equal (facts->calls.items[i].group, "comediens"))
      call = facts->calls.items[i].id;
  g_assert_cmpint (call, !=, 0);
  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    {
      g_autofree char *before = plt_store_checksum (fixture->store);

      type_hour (fixture, call, hours[i][0], "6h05");
      assert_cell (fixture, "call", call, hours[i][0], "6h05");
      assert_cell (fixture, "call", call, "typed", hours[i][1]);
      g_assert_true (
          plt_callsheet_form_go_to (form (fixture), (PltRef){ "call", call, hours[i][0] }));
      plt_test_activate (fixture->window, "view.sheet-give-back");
      plt_test_settle ();
      assert_cell (fixture, "call", call, "typed", "");
      g_assert_true (plt_session_undo (fixture->session));
      g_assert_true (plt_session_undo (fixture->session));
      plt_test_settle ();
      {
        g_autofree char *after = plt_store_checksum (fixture->store);

        g_assert_cmpstr (before, ==, after);
      }
    }
  /* the hours of the day */
  type_pat (fixture, "11h30");
  assert_cell (fixture, "call_sheet", sheet (fixture), "typed", "pat");
  plt_test_activate (fixture->window, "view.sheet-give-back");
  plt_test_settle ();
  assert_cell (fixture, "call_sheet", sheet (fixture), "typed", "");
}

static void
set_start (Fixture *fixture, const char *hour)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      plt_store_set (fixture->store, "shooting_day", fixture->day, "start_minutes", hour, &error));
  g_assert_no_error (error);
  plt_test_settle ();
}

/* A sheet that was just made is not behind; when the plan moves it says so and follows as one step,
 * what was typed stays; a sheet that was sent only says so. */
static void
test_follow (Fixture *fixture, gconstpointer data)
{
  PltCallsheetHead *head = plt_callsheet_view_get_head (fixture->view);
  g_autofree char *before = NULL;
  GtkWidget *aid;
  gint64 call;

  make (fixture);
  g_assert_cmpstr (plt_callsheet_head_get_plan (head), ==, "");
  call = a_call (fixture);
  type_hour (fixture, call, "arrival_minutes", "5h10");
  g_assert_cmpstr (plt_callsheet_head_get_plan (head), ==, "");
  aid = plt_callsheet_form_get_editor (form (fixture), "first_aid");
  gtk_widget_grab_focus (aid);
  gtk_editable_set_text (GTK_EDITABLE (aid), "Yann Kervella");
  g_signal_emit_by_name (aid, "activate");
  set_start (fixture, "10h40");
  g_assert_cmpstr (state (fixture), ==, "Draft v1, to follow");
  g_assert_nonnull (strstr (plt_callsheet_head_get_plan (head), "10h40"));
  before = plt_store_checksum (fixture->store);
  plt_test_activate (fixture->window, "view.sheet-follow");
  plt_test_settle ();
  g_assert_cmpstr (state (fixture), ==, "Draft v1");
  g_assert_cmpstr (plt_callsheet_head_get_plan (head), ==, "");
  assert_cell (fixture, "call_sheet", sheet (fixture), "pat_minutes", "10h40");
  assert_cell (fixture, "call_sheet", sheet (fixture), "first_aid", "Yann Kervella");
  assert_cell (fixture, "call", call, "arrival_minutes", "5h10");
  plt_assert_undo_redo (fixture->store, before);

  plt_test_activate (fixture->window, "view.sheet-send");
  plt_test_settle ();
  set_start (fixture, "11h20");
  g_assert_cmpstr (state (fixture), ==, "Sent v1, to follow");
  assert_cell (fixture, "call_sheet", sheet (fixture), "pat_minutes", "10h40");
}

/* What the correction changed is told, in the head and at the field. */
static void
test_changes (Fixture *fixture, gconstpointer data)
{
  PltCallsheetHead *head = plt_callsheet_view_get_head (fixture->view);

  make (fixture);
  plt_test_activate (fixture->window, "view.sheet-send");
  plt_test_settle ();
  g_assert_cmpstr (plt_callsheet_head_get_changes (head), ==, "");
  correct (fixture, "Accès du quai fermé");
  assert_cell (fixture, "call_sheet", sheet (fixture), "reason", "Accès du quai fermé");
  g_assert_nonnull (strstr (plt_callsheet_head_get_changes (head), "Nothing"));
  type_hour (fixture, a_call (fixture), "arrival_minutes", "5h10");
  g_assert_nonnull (strstr (plt_callsheet_head_get_changes (head), "5h10"));
}

static guint
n_deliveries (Fixture *fixture, gboolean given)
{
  const PltFacts *facts = plt_session_get_facts (fixture->session);
  guint n = 0;

  for (guint i = 0; i < facts->deliveries.n; i++)
    n += facts->deliveries.items[i].call_sheet == sheet (fixture)
         && (!given || facts->deliveries.items[i].date != PLT_DATE_NONE);
  return n;
}

/* Proposed from the calls, marked as given; after a correction those who have not got it are named.
 */
static void
test_deliveries (Fixture *fixture, gconstpointer data)
{
  PltCallsheetHead *head = plt_callsheet_view_get_head (fixture->view);
  g_autofree char *before = NULL;
  guint n;

  make (fixture);
  before = plt_store_checksum (fixture->store);
  plt_test_activate (fixture->window, "view.sheet-deliveries");
  plt_test_settle ();
  g_assert_true (plt_callsheet_form_is_open (form (fixture), "deliveries"));
  plt_test_activate (fixture->window, "view.delivery-propose");
  plt_test_settle ();
  n = n_deliveries (fixture, FALSE);
  g_assert_cmpuint (n, >, 0);
  plt_assert_undo_redo (fixture->store, before);
  plt_test_activate (fixture->window, "view.delivery-propose");
  plt_test_settle ();
  g_assert_cmpuint (n_deliveries (fixture, FALSE), ==, n); /* nobody twice */
  plt_test_activate (fixture->window, "view.sheet-send");
  plt_test_settle ();
  g_assert_cmpstr (plt_callsheet_head_get_waiting (head), !=, "");
  plt_callsheet_view_show_day (fixture->view, fixture->day);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  plt_test_activate (fixture->window, "view.delivery-given");
  plt_test_settle ();
  g_assert_cmpuint (n_deliveries (fixture, TRUE), ==, n); /* the sheet is locked, this is not */
  g_assert_cmpstr (plt_callsheet_head_get_waiting (head), ==, "");
  correct (fixture, "Accès du quai fermé");
  plt_test_activate (fixture->window, "view.sheet-send");
  plt_test_settle ();
  g_assert_cmpstr (plt_callsheet_head_get_waiting (head), !=, "");
}

/* Blocks that are empty are folded; going to a field of one opens it; keys walk through all. */
static void
test_blocks (Fixture *fixture, gconstpointer data)
{
  gint64 first;

  make (fixture);
  g_assert_true (plt_callsheet_form_is_open (form (fixture), "hours"));
  g_assert_false (plt_callsheet_form_is_open (form (fixture), "reminders"));
  g_assert_null (plt_callsheet_form_get_editor (form (fixture), "reminders"));
  g_assert_true (plt_callsheet_form_go_to (form (fixture),
                                           (PltRef){ "call_sheet", sheet (fixture), "reminders" }));
  g_assert_true (plt_callsheet_form_is_open (form (fixture), "reminders"));
  plt_test_settle ();
  g_assert_cmpstr (plt_callsheet_form_get_place (form (fixture)).column, ==, "reminders");
  for (guint i = 0; i < 20; i++)
    plt_test_activate (fixture->window, "view.sheet-previous-block");
  plt_test_settle ();
  g_assert_cmpstr (plt_callsheet_form_get_place (form (fixture)).column, ==, "crew_minutes");
  plt_test_activate (fixture->window, "view.sheet-next-block");

  first = plt_callsheet_view_get_day (fixture->view);
  plt_test_activate (fixture->window, "view.sheet-previous-day");
  plt_test_settle ();
  g_assert_cmpint (plt_callsheet_view_get_day (fixture->view), !=, first);
  plt_test_activate (fixture->window, "view.sheet-next-day");
  plt_test_settle ();
  g_assert_cmpint (plt_callsheet_view_get_day (fixture->view), ==, first);
}

/* Every paper that may be looked at can be built. */
static void
test_choices (Fixture *fixture, gconstpointer data)
{
  PltCallsheetPaper *paper = plt_callsheet_view_get_paper (fixture->view);

  make (fixture);
  for (guint i = 0; i < plt_callsheet_paper_n_choices (paper); i++)
    {
      plt_callsheet_paper_choose (paper, i);
      plt_test_settle ();
      g_assert_cmpstr (plt_preview_get_message (plt_callsheet_view_get_preview (fixture->view)), ==,
                       "");
    }
}

/* Every column of a sheet can be filled in, but for those that tell of the sheet itself. */
static void
test_every_column (void)
{
  static const char *const of_itself[]
      = { "day", "version", "status", "replaces", "typed", "snapshot", NULL };
  const PltTable *table = plt_table_find ("call_sheet");
  guint n_blocks;
  const PltCallsheetBlock *blocks = plt_callsheet_blocks (&n_blocks);

  for (guint i = 0; i < plt_table_n_columns (table); i++)
    {
      const char *id = table->columns[i].id;
      guint n = 0;

      for (guint j = 0; j < n_blocks; j++)
        n += plt_callsheet_block_has (&blocks[j], id) ? 1 : 0;
      g_test_message ("%s", id);
      g_assert_cmpuint (n, ==, g_strv_contains (of_itself, id) ? 0 : 1);
    }
}

/* ---- one frame ---- */

typedef struct
{
  gint64 at;
  gboolean painted;
} Frame;

static void
on_after_paint (GdkFrameClock *clock, Frame *frame)
{
  if (frame->painted)
    return;
  frame->at = g_get_monotonic_time ();
  frame->painted = TRUE;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* From a keystroke to the painted frame; the time is told, and only something far off fails. */
static void
test_frame (Fixture *fixture, gconstpointer data)
{
  enum
  {
    N = 21
  };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->window));
  gint64 times[N];
  GtkWidget *aid;
  Frame frame = { 0 };
  gulong handler;

  make (fixture);
  aid = plt_callsheet_form_get_editor (form (fixture), "first_aid");
  gtk_widget_grab_focus (aid);
  plt_test_settle ();
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &frame);
  for (guint i = 0; i < N; i++)
    {
      g_autofree char *text = g_strnfill (i + 1, 'a');
      gint64 start;

      plt_test_settle ();
      g_usleep (20000); /* the next frame may begin at once */
      frame.painted = FALSE;
      start = g_get_monotonic_time ();
      gtk_editable_set_text (GTK_EDITABLE (aid), text);
      while (!frame.painted)
        g_main_context_iteration (NULL, TRUE);
      times[i] = frame.at - start;
      assert_paper (fixture, text, TRUE);
    }
  g_signal_handler_disconnect (clock, handler);
  qsort (times, N, sizeof times[0], compare_times);
  g_test_message ("keystroke to painted frame: median %d us, worst %d us", (int) times[N / 2],
                  (int) times[N - 1]);
  g_assert_cmpint (times[N / 2], <, 250000);
}

/* From the paper to the field, and from the field to the paper. */
static void
test_paper (Fixture *fixture, gconstpointer data)
{
  PltPageView *pages = plt_preview_get_pages (plt_callsheet_view_get_preview (fixture->view));
  PltGrid *grid;
  PltRef ref;
  guint row, column;
  gint64 call;

  make (fixture);
  call = a_call (fixture);
  ref = (PltRef){ "call", call, "pat_minutes" };
  g_signal_emit_by_name (pages, "activated", &ref);
  plt_test_settle ();
  grid = grid_of (fixture, call);
  g_assert_true (plt_grid_get_cursor (grid, &row, &column));
  g_assert_cmpint (plt_grid_model_get_key (plt_grid_get_model (grid), row), ==, call);
  g_assert_cmpstr (plt_session_get_selection (fixture->session).table, ==, "call");
  g_assert_cmpint (plt_session_get_selection (fixture->session).id, ==, call);
  ref = (PltRef){ "call_sheet", sheet (fixture), "pat_minutes" };
  g_signal_emit_by_name (pages, "activated", &ref);
  plt_test_settle ();
  g_assert_true (
      gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                              plt_callsheet_form_get_editor (form (fixture), "pat_minutes")));
  g_assert_true (plt_window_open_ref (fixture->window, (PltRef){ "call", call, "remark" }));
  g_assert_cmpint (plt_callsheet_view_get_day (fixture->view), ==, fixture->day);
}

/* Every version and every day can be reached; an unknown row cannot. */
static void
test_select_ref (Fixture *fixture, gconstpointer data)
{
  const PltFacts *facts = plt_session_get_facts (fixture->session);

  for (guint i = 0; i < facts->sheets.n; i++)
    {
      gint64 day = facts->sheets.items[i].day;

      if (plt_callsheet_of_day (facts, day) != &facts->sheets.items[i])
        continue;
      g_assert_true (plt_view_select_ref (
          PLT_VIEW (fixture->view), (PltRef){ "call_sheet", facts->sheets.items[i].id, NULL }));
      g_assert_cmpint (plt_callsheet_view_get_day (fixture->view), ==, day);
    }
  g_assert_false (plt_view_select_ref (PLT_VIEW (fixture->view), (PltRef){ "call", 987654, NULL }));
}

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
#define ADD(name, function)                                                                        \
  g_test_add ("/ui/callsheet/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("make", test_make);
  ADD ("pat", test_pat);
  ADD ("pat-elsewhere", test_pat_elsewhere);
  ADD ("pat-refused", test_pat_refused);
  ADD ("sent", test_sent);
  ADD ("typing", test_typing);
  ADD ("typing-in-grid", test_typing_in_grid);
  ADD ("give-back", test_give_back);
  ADD ("follow", test_follow);
  ADD ("changes", test_changes);
  ADD ("deliveries", test_deliveries);
  ADD ("blocks", test_blocks);
  ADD ("choices", test_choices);
  ADD ("frame", test_frame);
  ADD ("paper", test_paper);
  ADD ("select-ref", test_select_ref);
#undef ADD
  g_test_add_func ("/ui/callsheet/every-column", test_every_column);
  g_test_add_func ("/ui/callsheet/amend-twice", test_amend_twice);
  return g_test_run ();
}
