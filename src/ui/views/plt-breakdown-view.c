#include "plt-breakdown-view.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-breakdown.h"
#include "plt-register.h"
#include "plt-renumber.h"
#include "plt-sets-page.h"
#include "plt-stats-page.h"

#define EPISODE "episode,"
#define COLUMNS                                                                                    \
  "number,int_ext,effect,set,sub_set,location,story_day,synopsis,page,eighths,premin_seconds,"     \
  "estimate_seconds,shooting_minutes,shots,status,hazards,note"

struct _PltBreakdownView
{
  PltView parent_instance;

  GtkWidget *sequences; /* PltRegister */
  GtkWidget *sheet;
  GtkWidget *elements;
  GtkWidget *categories; /* PltRegister */
  GtkWidget *sets;
  GtkWidget *story;
  GtkWidget *costumes;
  GtkWidget *matrix;
  GtkWidget *stats;
};

G_DEFINE_FINAL_TYPE (PltBreakdownView, plt_breakdown_view, PLT_TYPE_VIEW)

PltSheetPage *
plt_breakdown_view_get_sheet (PltBreakdownView *self)
{
  g_return_val_if_fail (PLT_IS_BREAKDOWN_VIEW (self), NULL);

  return PLT_SHEET_PAGE (self->sheet);
}

PltElementsPage *
plt_breakdown_view_get_elements (PltBreakdownView *self)
{
  g_return_val_if_fail (PLT_IS_BREAKDOWN_VIEW (self), NULL);

  return PLT_ELEMENTS_PAGE (self->elements);
}

PltStoryPage *
plt_breakdown_view_get_story (PltBreakdownView *self)
{
  g_return_val_if_fail (PLT_IS_BREAKDOWN_VIEW (self), NULL);

  return PLT_STORY_PAGE (self->story);
}

PltCostumesPage *
plt_breakdown_view_get_costumes (PltBreakdownView *self)
{
  g_return_val_if_fail (PLT_IS_BREAKDOWN_VIEW (self), NULL);

  return PLT_COSTUMES_PAGE (self->costumes);
}

PltMatrixPage *
plt_breakdown_view_get_matrix (PltBreakdownView *self)
{
  g_return_val_if_fail (PLT_IS_BREAKDOWN_VIEW (self), NULL);

  return PLT_MATRIX_PAGE (self->matrix);
}

PltGrid *
plt_breakdown_view_get_sets (PltBreakdownView *self)
{
  g_return_val_if_fail (PLT_IS_BREAKDOWN_VIEW (self), NULL);

  return plt_sets_page_get_grid (PLT_SETS_PAGE (self->sets));
}

static gboolean
is_shown (PltBreakdownView *self, const char *page)
{
  return g_strcmp0 (plt_view_get_page (PLT_VIEW (self)), page) == 0;
}

/* The register of the page shown, NULL where there is none. */
static PltRegister *
shown_register (PltBreakdownView *self)
{
  if (is_shown (self, "sequence"))
    return PLT_REGISTER (self->sequences);
  if (is_shown (self, "element"))
    return plt_elements_page_get_register (PLT_ELEMENTS_PAGE (self->elements));
  if (is_shown (self, "element_category"))
    return PLT_REGISTER (self->categories);
  if (is_shown (self, "costume"))
    return plt_costumes_page_get_register (PLT_COSTUMES_PAGE (self->costumes));
  return NULL;
}

/* ---- séquences ---- */

/* A new séquence after the one with the cursor, with a number that is free. */
static void
add_sequence (PltBreakdownView *self)
{
  PltGrid *grid = plt_register_get_grid (PLT_REGISTER (self->sequences));
  PltGridModel *model = plt_grid_get_model (grid);
  guint row = plt_grid_model_get_n_rows (model);
  guint column;
  g_autoptr (GError) error = NULL;

  if (plt_grid_get_cursor (grid, &row, &column))
    row = MIN (row + 1, plt_grid_model_get_n_rows (model));
  if (!plt_grid_model_insert_rows (model, row, 1, &error))
    {
      plt_session_take_error (plt_view_get_session (PLT_VIEW (self)), g_steal_pointer (&error));
      return;
    }
  if (row < plt_grid_model_get_n_rows (model))
    plt_grid_set_cursor (grid, row, 0);
  gtk_widget_grab_focus (GTK_WIDGET (grid));
}

static GArray *
selected_sequences (PltBreakdownView *self)
{
  PltQueryModel *rows = plt_register_get_rows (PLT_REGISTER (self->sequences));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint first, n;

  if (!plt_grid_get_selected_rows (plt_register_get_grid (PLT_REGISTER (self->sequences)), &first,
                                   &n))
    return ids;
  for (guint i = first; i < first + n && i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    {
      gint64 id = plt_query_model_get_id (rows, i);

      g_array_append_val (ids, id);
    }
  return ids;
}

GtkWindow *
plt_breakdown_view_renumber (PltBreakdownView *self)
{
  g_autoptr (GArray) ids = NULL;
  GtkRoot *root;

  g_return_val_if_fail (PLT_IS_BREAKDOWN_VIEW (self), NULL);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  ids = selected_sequences (self);
  return plt_renumber_present (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                               plt_view_get_session (PLT_VIEW (self)), ids);
}

/* ---- actions ---- */

#define PLAIN(name) static void name (GSimpleAction *action, GVariant *parameter, gpointer data)

PLAIN (on_add_row)
{
  PltBreakdownView *self = data;
  PltRegister *list = shown_register (self);

  if (is_shown (self, "sequence"))
    add_sequence (self);
  else if (list != NULL)
    plt_register_add_row (list);
  else if (is_shown (self, "set"))
    plt_sets_page_add (PLT_SETS_PAGE (self->sets));
  else if (is_shown (self, "story_day"))
    plt_story_page_add (PLT_STORY_PAGE (self->story));
}

PLAIN (on_delete_row)
{
  PltBreakdownView *self = data;

  if (shown_register (self) != NULL)
    plt_register_delete_rows (shown_register (self));
  else if (is_shown (self, "set"))
    plt_sets_page_delete (PLT_SETS_PAGE (self->sets));
  else if (is_shown (self, "story_day"))
    plt_story_page_delete (PLT_STORY_PAGE (self->story));
}

PLAIN (on_import_csv)
{
  if (shown_register (data) != NULL)
    plt_register_import_csv (shown_register (data));
}

PLAIN (on_columns)
{
  if (shown_register (data) != NULL)
    plt_register_show_columns (shown_register (data));
}

PLAIN (on_renumber_sequences)
{
  plt_breakdown_view_renumber (data);
}

PLAIN (on_merge)
{
  PltBreakdownView *self = data;

  if (is_shown (self, "set"))
    plt_sets_page_merge (PLT_SETS_PAGE (self->sets));
  else
    plt_elements_page_merge (PLT_ELEMENTS_PAGE (self->elements));
}

PLAIN (on_set_below)
{
  plt_sets_page_edit_parent (PLT_SETS_PAGE (((PltBreakdownView *) data)->sets));
}

PLAIN (on_set_apart)
{
  plt_sets_page_set_apart (PLT_SETS_PAGE (((PltBreakdownView *) data)->sets));
}

/* From wherever one is: the sheet of the séquence that is selected. */
PLAIN (on_sheet)
{
  PltBreakdownView *self = data;
  PltRef ref = plt_session_get_selection (plt_view_get_session (data));

  plt_view_show_page (PLT_VIEW (self), "sheet");
  if (g_strcmp0 (ref.table, "sequence") == 0)
    plt_sheet_page_show (PLT_SHEET_PAGE (self->sheet), ref.id);
}

PLAIN (on_place_in_day)
{
  plt_story_page_place (PLT_STORY_PAGE (((PltBreakdownView *) data)->story));
}

PLAIN (on_next_to_do)
{
  PltBreakdownView *self = data;

  plt_view_show_page (PLT_VIEW (self), "sheet");
  plt_sheet_page_next_to_do (PLT_SHEET_PAGE (self->sheet));
}

PLAIN (on_confirm_empty)
{
  plt_sheet_page_confirm_empty (PLT_SHEET_PAGE (((PltBreakdownView *) data)->sheet));
}

static void
on_sheet_text (GSimpleAction *action, GVariant *state, gpointer data)
{
  g_simple_action_set_state (action, state);
  plt_sheet_page_show_text (PLT_SHEET_PAGE (((PltBreakdownView *) data)->sheet),
                            g_variant_get_boolean (state));
}

static void
on_lock_numbers (GSimpleAction *action, GVariant *state, gpointer data)
{
  PltSession *session = plt_view_get_session (data);
  gboolean locked = g_variant_get_boolean (state);
  g_autoptr (PltBatch) batch = plt_batch_new ();

  plt_batch_update (batch, "production", plt_session_get_facts (session)->production.id);
  plt_batch_set_integer (batch, "numbers_locked", locked ? 1 : 0);
  plt_session_apply (session, locked ? _ ("Lock the numbers") : _ ("Unlock the numbers"), NULL,
                     batch, NULL);
}

static const GActionEntry entries[] = {
  { "lock-numbers", NULL, NULL, "false", on_lock_numbers },
  { "next-to-do", on_next_to_do },
  { "place-in-day", on_place_in_day },
  { "confirm-empty", on_confirm_empty },
  { "sheet-text", NULL, NULL, "false", on_sheet_text },
  { "add-row", on_add_row },
  { "delete-row", on_delete_row },
  { "import-csv", on_import_csv },
  { "columns", on_columns },
  { "renumber", on_renumber_sequences },
  { "merge-elements", on_merge },
  { "sheet", on_sheet },
  { "set-below", on_set_below },
  { "set-apart", on_set_apart },
};

static void
update_actions (PltBreakdownView *self)
{
  PltView *view = PLT_VIEW (self);
  PltSession *session = plt_view_get_session (view);
  gboolean writable = session != NULL && !plt_session_is_read_only (session);
  gboolean list = shown_register (self) != NULL;

  plt_view_set_action_enabled (
      view, "add-row",
      writable && (list || is_shown (self, "set") || is_shown (self, "story_day")));
  plt_view_set_action_enabled (
      view, "delete-row",
      writable && (list || is_shown (self, "set") || is_shown (self, "story_day")));
  plt_view_set_action_enabled (view, "import-csv", writable && list);
  plt_view_set_action_enabled (view, "columns", list);
  plt_view_set_action_enabled (view, "renumber", writable && is_shown (self, "sequence"));
  plt_view_set_action_enabled (view, "merge-elements",
                               writable && (is_shown (self, "element") || is_shown (self, "set")));
  plt_view_set_action_enabled (view, "place-in-day", writable && is_shown (self, "story_day"));
  plt_view_set_action_enabled (view, "lock-numbers", writable);
  plt_view_set_action_enabled (view, "confirm-empty", writable && is_shown (self, "sheet"));
  plt_view_set_action_enabled (view, "sheet-text", is_shown (self, "sheet"));
  plt_view_set_action_enabled (view, "set-below", writable && is_shown (self, "set"));
  plt_view_set_action_enabled (view, "set-apart", writable && is_shown (self, "set"));
}

static GtkWidget *
new_menu_button (void)
{
  static const struct
  {
    const char *title;
    const char *action;
  } items[] = {
    { N_ ("Add a Row"), "view.add-row" },
    { N_ ("Delete the Selected Rows"), "view.delete-row" },
    { N_ ("Renumber the Selected Sequences…"), "view.renumber" },
    { N_ ("Lock the Numbers"), "view.lock-numbers" },
    { N_ ("Merge…"), "view.merge-elements" },
    { N_ ("Choose Columns"), "view.columns" },
    { NULL, NULL },
    { N_ ("Import a Screenplay…"), "win.import-script" },
    { N_ ("Import CSV…"), "view.import-csv" },
    { N_ ("Export as XLSX…"), "win.export-xlsx" },
    { N_ ("Export as CSV…"), "win.export-csv" },
  };
  g_autoptr (GMenu) menu = g_menu_new ();
  GMenu *section = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    if (items[i].title != NULL)
      g_menu_append (section, _ (items[i].title), items[i].action);
    else
      {
        g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        g_object_unref (section);
        section = g_menu_new ();
      }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("Rows, import and export"));
  plt_a11y_set_name (button, _ ("Rows, import and export"));
  return button;
}

/* ---- the view ---- */

static void
refresh_page (PltBreakdownView *self)
{
  if (is_shown (self, "sheet"))
    plt_sheet_page_refresh (PLT_SHEET_PAGE (self->sheet));
  else if (is_shown (self, "element"))
    plt_elements_page_refresh (PLT_ELEMENTS_PAGE (self->elements));
  else if (is_shown (self, "set"))
    plt_sets_page_refresh (PLT_SETS_PAGE (self->sets));
  else if (is_shown (self, "story_day"))
    plt_story_page_refresh (PLT_STORY_PAGE (self->story));
  else if (is_shown (self, "costume"))
    plt_costumes_page_refresh (PLT_COSTUMES_PAGE (self->costumes));
  else if (is_shown (self, "matrix"))
    plt_matrix_page_refresh (PLT_MATRIX_PAGE (self->matrix));
  else if (is_shown (self, "stats"))
    plt_stats_page_refresh (PLT_STATS_PAGE (self->stats));
}

static void
show_lock (PltView *view)
{
  GAction *lock
      = g_action_map_lookup_action (G_ACTION_MAP (plt_view_get_actions (view)), "lock-numbers");
  gboolean locked = plt_session_get_facts (plt_view_get_session (view))->production.numbers_locked;

  g_simple_action_set_state (G_SIMPLE_ACTION (lock), g_variant_new_boolean (locked));
}

static void
plt_breakdown_view_refresh (PltView *view)
{
  show_lock (view);
  refresh_page (PLT_BREAKDOWN_VIEW (view));
}

/* The séquence that was selected elsewhere is found again in the story. */
static void
show_story_selection (PltBreakdownView *self, PltRef ref)
{
  PltStoryPage *story = PLT_STORY_PAGE (self->story);

  if (g_strcmp0 (ref.table, "sequence") == 0)
    plt_story_page_select (story, ref);
  plt_story_page_show_selection (story);
}

static void
plt_breakdown_view_page_shown (PltView *view, const char *page)
{
  PltBreakdownView *self = PLT_BREAKDOWN_VIEW (view);
  PltRef ref;

  if (self->stats == NULL || plt_view_get_session (view) == NULL)
    return;
  ref = plt_session_get_selection (plt_view_get_session (view));
  plt_view_set_summary (view, "");
  update_actions (self);
  refresh_page (self);
  if (g_str_equal (page, "set"))
    plt_sets_page_show_selection (PLT_SETS_PAGE (self->sets));
  if (g_str_equal (page, "story_day"))
    show_story_selection (self, ref);
  if (g_str_equal (page, "sheet"))
    {
      if (g_strcmp0 (ref.table, "sequence") == 0)
        plt_sheet_page_show (PLT_SHEET_PAGE (self->sheet), ref.id);
      plt_session_select (plt_view_get_session (view), "sequence",
                          plt_sheet_page_get_sequence (PLT_SHEET_PAGE (self->sheet)), NULL);
    }
}

/* A cell of décors by effects: the séquences it counts. */
static void
on_open_sequences (PltBreakdownView *self, const char *set, const char *code)
{
  PltRegister *list = PLT_REGISTER (self->sequences);
  g_autofree char *name = g_strdup (set); /* the matrix is read anew when it is next shown */

  plt_register_choose_filter (list, "set", name);
  plt_register_choose_filter (list, "effect", code);
  plt_view_show_page (PLT_VIEW (self), "sequence");
  plt_register_grab_focus (list);
}

static void
plt_breakdown_view_session_set (PltView *view, PltSession *session)
{
  PltBreakdownView *self = PLT_BREAKDOWN_VIEW (view);

  self->sequences = plt_register_new (
      session, "sequence",
      plt_facts_has_episodes (plt_session_get_facts (session)) ? EPISODE COLUMNS : COLUMNS);
  self->sheet = plt_sheet_page_new (session);
  self->elements = plt_elements_page_new (session);
  self->sets = plt_sets_page_new (session);
  self->categories = plt_register_new (session, "element_category", NULL);
  plt_view_add_page (view, "sequence", _ ("Sequences"), self->sequences);
  plt_view_add_page (view, "sheet", _ ("Breakdown sheet"), self->sheet);
  plt_view_add_page (view, "element", _ ("Elements"), self->elements);
  plt_view_add_page (view, "set", _ ("Sets"), self->sets);
  self->stats = plt_stats_page_new (session);
  self->story = plt_story_page_new (session);
  plt_view_add_page (view, "story_day", _ ("Chronology"), self->story);
  self->costumes = plt_costumes_page_new (session);
  plt_view_add_page (view, "costume", _ ("Costumes"), self->costumes);
  self->matrix = plt_matrix_page_new (session);
  g_signal_connect_object (self->matrix, "open-sequences", G_CALLBACK (on_open_sequences), self,
                           G_CONNECT_SWAPPED);
  plt_view_add_page (view, "matrix", _ ("Matrices"), self->matrix);
  plt_view_add_page (view, "stats", _ ("Statistics"), self->stats);
  plt_view_add_page (view, "element_category", _ ("Categories"), self->categories);
  plt_view_add_header_widget (view, NULL, new_menu_button ());
  update_actions (self);
}

static gboolean
plt_breakdown_view_grab_content_focus (PltView *view)
{
  PltBreakdownView *self = PLT_BREAKDOWN_VIEW (view);

  if (is_shown (self, "costume"))
    return plt_costumes_page_grab_focus (PLT_COSTUMES_PAGE (self->costumes));
  if (shown_register (self) != NULL)
    return plt_register_grab_focus (shown_register (self));
  if (is_shown (self, "sheet"))
    return plt_sheet_page_grab_focus (PLT_SHEET_PAGE (self->sheet));
  if (is_shown (self, "set"))
    return plt_sets_page_grab_focus (PLT_SETS_PAGE (self->sets));
  if (is_shown (self, "story_day"))
    return plt_story_page_grab_focus (PLT_STORY_PAGE (self->story));
  if (is_shown (self, "matrix"))
    return plt_matrix_page_grab_focus (PLT_MATRIX_PAGE (self->matrix));
  return gtk_widget_child_focus (self->stats, GTK_DIR_TAB_FORWARD);
}

static gboolean
plt_breakdown_view_focus_next_part (PltView *view)
{
  PltBreakdownView *self = PLT_BREAKDOWN_VIEW (view);

  return is_shown (self, "sheet") && plt_sheet_page_focus_next_part (PLT_SHEET_PAGE (self->sheet));
}

static gboolean
select_occurrence (PltBreakdownView *self, gint64 id)
{
  const PltFacts *facts = plt_session_get_facts (plt_view_get_session (PLT_VIEW (self)));
  const PltOccurrenceFacts *occurrence
      = PLT_FACTS_FIND (facts->occurrences, PltOccurrenceFacts, id);

  plt_view_show_page (PLT_VIEW (self), "sheet");
  return occurrence == NULL
             ? id == 0
             : plt_sheet_page_show (PLT_SHEET_PAGE (self->sheet), occurrence->sequence);
}

static gboolean
select_set (PltBreakdownView *self, PltRef ref)
{
  plt_view_show_page (PLT_VIEW (self), "set");
  return plt_sets_page_select (PLT_SETS_PAGE (self->sets), ref.id) || ref.id == 0;
}

static gboolean
plt_breakdown_view_select_ref (PltView *view, PltRef ref)
{
  PltBreakdownView *self = PLT_BREAKDOWN_VIEW (view);

  if (g_strcmp0 (ref.table, "sequence") == 0)
    {
      if (is_shown (self, "sheet") && ref.column == NULL && ref.id != 0)
        return plt_sheet_page_show (PLT_SHEET_PAGE (self->sheet), ref.id);
      plt_view_show_page (view, "sequence");
      return plt_register_select_ref (PLT_REGISTER (self->sequences), ref);
    }
  if (g_strcmp0 (ref.table, "sequence_element") == 0)
    return select_occurrence (self, ref.id);
  if (g_strcmp0 (ref.table, "element") == 0)
    {
      plt_view_show_page (view, "element");
      return plt_elements_page_select (PLT_ELEMENTS_PAGE (self->elements), ref);
    }
  if (g_strcmp0 (ref.table, "set") == 0)
    return select_set (self, ref);
  if (g_strcmp0 (ref.table, "story_day") == 0)
    {
      plt_view_show_page (view, "story_day");
      return plt_story_page_select (PLT_STORY_PAGE (self->story), ref) || ref.id == 0;
    }
  if (g_strcmp0 (ref.table, "costume") == 0)
    {
      plt_view_show_page (view, "costume");
      return plt_register_select_ref (
          plt_costumes_page_get_register (PLT_COSTUMES_PAGE (self->costumes)), ref);
    }
  if (g_strcmp0 (ref.table, "element_category") == 0)
    {
      plt_view_show_page (view, "element_category");
      return plt_register_select_ref (PLT_REGISTER (self->categories), ref);
    }
  return FALSE;
}

static gboolean
plt_breakdown_view_start_search (PltView *view)
{
  PltBreakdownView *self = PLT_BREAKDOWN_VIEW (view);

  if (shown_register (self) == NULL)
    return FALSE;
  plt_register_start_search (shown_register (self));
  return TRUE;
}

static PltDocument *
plt_breakdown_view_get_document (PltView *view, GError **error)
{
  PltBreakdownView *self = PLT_BREAKDOWN_VIEW (view);

  /* A sheet and the figures are made of the séquences: their table is what can be exported. */
  return plt_register_get_document (shown_register (self) != NULL ? shown_register (self)
                                                                  : PLT_REGISTER (self->sequences),
                                    error);
}

static void
plt_breakdown_view_class_init (PltBreakdownViewClass *klass)
{
  PltViewClass *view_class = PLT_VIEW_CLASS (klass);

  view_class->session_set = plt_breakdown_view_session_set;
  view_class->refresh = plt_breakdown_view_refresh;
  view_class->grab_content_focus = plt_breakdown_view_grab_content_focus;
  view_class->focus_next_part = plt_breakdown_view_focus_next_part;
  view_class->select_ref = plt_breakdown_view_select_ref;
  view_class->start_search = plt_breakdown_view_start_search;
  view_class->get_document = plt_breakdown_view_get_document;
  view_class->page_shown = plt_breakdown_view_page_shown;
}

static void
plt_breakdown_view_init (PltBreakdownView *self)
{
  plt_view_add_actions (PLT_VIEW (self), entries, G_N_ELEMENTS (entries));
}
