#include "plt-devis-view.h"

#include <glib/gi18n-lib.h>

#include "plt-budget-version.h"
#include "plt-devis-charges.h"
#include "plt-devis-compare-page.h"
#include "plt-devis-import.h"
#include "plt-devis-follow.h"
#include "plt-devis-globals-page.h"
#include "plt-devis-posted.h"
#include "plt-devis-summary.h"
#include "plt-devis-version.h"
#include "plt-devis-versions.h"
#include "plt-dialog.h"
#include "plt-document-kind.h"
#include "plt-register.h"

struct _PltDevisView
{
  PltView parent_instance;

  PltDevisDetail *detail;
  PltDevisSummary *summary;
  PltDevisGlobalsPage *variables;
  PltGrid *posted;
  PltDevisCharges *charges;
  PltDevisComparePage *compare;
  GtkWidget *version; /* menu button */
};

G_DEFINE_FINAL_TYPE (PltDevisView, plt_devis_view, PLT_TYPE_VIEW)

PltDevisDetail *
plt_devis_view_get_detail (PltDevisView *self)
{
  g_return_val_if_fail (PLT_IS_DEVIS_VIEW (self), NULL);

  return self->detail;
}

static gboolean
page_is (PltDevisView *self, const char *page)
{
  return g_strcmp0 (plt_view_get_page (PLT_VIEW (self)), page) == 0;
}

/* The register of the page, where there is one. */
static PltRegister *
shown_register (PltDevisView *self)
{
  return page_is (self, "charges") ? plt_devis_charges_get_profiles (self->charges) : NULL;
}

/* ---- versions ---- */

static const PltBudgetFacts *
shown_budget (PltDevisView *self)
{
  return plt_session_get_budget (plt_view_get_session (PLT_VIEW (self)))->budget;
}

static void
update_versions (PltDevisView *self)
{
  PltSession *session = plt_view_get_session (PLT_VIEW (self));
  const PltFacts *facts = plt_session_get_facts (session);
  const gint64 shown = plt_session_get_budget_id (session);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) versions = g_menu_new ();
  g_autoptr (GMenu) commands = g_menu_new ();
  GAction *action = g_action_map_lookup_action (
      G_ACTION_MAP (plt_view_get_actions (PLT_VIEW (self))), "version");
  g_autoptr (GMenuModel) acts = plt_devis_versions_menu (PLT_VIEW (self));
  g_autoptr (GMenuModel) starts = plt_devis_versions_starts (facts);
  const PltBudgetFacts *budget_shown = shown_budget (self);
  g_autofree char *name_of_shown = NULL;
  const char *title = _ ("No budget");

  for (guint i = 0; i < facts->budgets.n; i++)
    {
      const PltBudgetFacts *budget = &facts->budgets.items[i];
      g_autofree char *name = plt_devis_versions_title (facts, budget);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "view.version", "x", budget->id);
      g_menu_append_item (versions, item);
      if (budget->id == shown)
        title = name_of_shown = plt_devis_versions_short_title (facts, budget);
    }
  g_menu_append (commands, _ ("_Duplicate This Version…"), "view.duplicate-version");
  g_menu_append (commands, _ ("_Rename…"), "view.rename-version");
  g_menu_append (commands, _ ("_Import a Spreadsheet…"), "view.import-budget");
  g_menu_append (commands, _ ("Make This the _Current Budget"), "view.make-current");
  g_menu_append_submenu (commands, _ ("_New Budget From"), starts);
  g_menu_append (commands, _ ("Save as a _Template…"), "view.keep-template");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (versions));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (commands));
  g_menu_append_section (menu, NULL, acts);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->version), G_MENU_MODEL (menu));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->version), title);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_int64 (shown));
  plt_view_set_action_enabled (PLT_VIEW (self), "make-current",
                               !plt_session_is_read_only (session) && shown != 0
                                   && shown != facts->production.budget
                                   && !(budget_shown != NULL && budget_shown->is_template));
  plt_view_set_action_enabled (PLT_VIEW (self), "keep-template",
                               !plt_session_is_read_only (session) && budget_shown != NULL);
}

static void
on_version (GSimpleAction *action, GVariant *value, gpointer data)
{
  PltSession *session = plt_view_get_session (PLT_VIEW (data));
  const gint64 budget = g_variant_get_int64 (value);
  const gint64 own = plt_session_get_facts (session)->production.budget;

  plt_session_look_at_budget (session, budget == own ? 0 : budget);
}

typedef gboolean (*TakeName) (PltDevisView *self, const char *name, GError **error);

static void
on_name_accepted (PltDialog *dialog, PltDevisView *self)
{
  GtkEditable *entry = g_object_get_data (G_OBJECT (dialog), "plt-entry");
  TakeName *take = g_object_get_data (G_OBJECT (dialog), "plt-take");
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  g_autoptr (GError) error = NULL;

  if (*name == '\0')
    plt_dialog_set_message (dialog, _ ("Give the version a name, for example “Agrément”."));
  else if (!(*take) (self, name, &error))
    plt_dialog_set_message (dialog, error->message);
  else
    gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
ask_name (
    PltDevisView *self, const char *title, const char *accept, const char *name, TakeName take)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  PltDialog *dialog
      = plt_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, title, accept);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Name of the version"));
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "form-label");
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the version"), -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_widget_add_css_class (box, "dialog-content");
  g_object_set_data (G_OBJECT (dialog), "plt-entry", entry);
  g_object_set_data_full (G_OBJECT (dialog), "plt-take", g_memdup2 (&take, sizeof take), g_free);
  plt_dialog_set_content (dialog, box);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (on_name_accepted), self, 0);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 380, -1);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static gboolean
duplicate (PltDevisView *self, const char *name, GError **error)
{
  PltSession *session = plt_view_get_session (PLT_VIEW (self));
  PltStore *store = plt_session_get_store (session);
  const PltBudgetFacts *budget = shown_budget (self);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (PltBatch) batch = NULL;
  g_autofree char *label = NULL;
  gint64 handle;

  if (budget == NULL)
    return TRUE;
  batch = plt_batch_new ();
  handle = plt_budget_copy (plt_session_get_facts (session), budget->id, name, batch, error);
  if (handle == 0)
    return FALSE;
  label = g_strdup_printf (_ ("Duplicate the budget as “%s”"), name);
  if (!plt_store_apply (store, label, NULL, batch, &ids, error))
    return FALSE;
  plt_session_look_at_budget (session, g_array_index (ids, gint64, (guint) (-handle - 1)));
  return TRUE;
}

static gboolean
rename_version (PltDevisView *self, const char *name, GError **error)
{
  const PltBudgetFacts *budget = shown_budget (self);

  return budget == NULL
         || plt_store_set (plt_session_get_store (plt_view_get_session (PLT_VIEW (self))), "budget",
                           budget->id, "name", name, error);
}

static void
on_duplicate_version (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const PltBudgetFacts *budget = shown_budget (data);
  g_autofree char *name = NULL;

  if (budget == NULL)
    return;
  /* Translators: %s is the name of the version of the budget that is copied */
  name = g_strdup_printf (_ ("%s (copy)"), budget->name);
  ask_name (data, _ ("Duplicate the Budget"), _ ("_Duplicate"), name, duplicate);
}

static void
on_rename_version (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const PltBudgetFacts *budget = shown_budget (data);

  if (budget != NULL)
    ask_name (data, _ ("Rename the Budget"), _ ("_Rename"), budget->name, rename_version);
}

static void
on_import_budget (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (data);

  if (GTK_IS_WINDOW (root))
    plt_devis_import_present (GTK_WINDOW (root), plt_view_get_session (data));
}

static void
on_make_current (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltSession *session = plt_view_get_session (PLT_VIEW (data));
  const PltBudgetFacts *budget = shown_budget (data);
  g_autoptr (PltBatch) batch = plt_batch_new ();

  if (budget == NULL)
    return;
  plt_batch_update (batch, "production", plt_session_get_facts (session)->production.id);
  plt_batch_set_integer (batch, "budget", budget->id);
  plt_session_apply (session, _ ("Choose the current budget"), NULL, batch, NULL);
}

static gboolean
keep_template (PltDevisView *self, const char *name, GError **error)
{
  PltSession *session = plt_view_get_session (PLT_VIEW (self));
  const PltBudgetFacts *budget = shown_budget (self);
  g_autoptr (PltBatch) batch = NULL;
  g_autofree char *text = NULL;

  if (budget == NULL)
    return TRUE;
  batch = plt_devis_keep_batch (plt_session_get_facts (session), budget->id, name, error);
  if (batch == NULL
      || !plt_store_apply (plt_session_get_store (session), _ ("Keep the budget as a template"),
                           NULL, batch, NULL, error))
    return FALSE;
  text = g_strdup_printf (_ ("“%s” is a template: new budgets can begin from it."), name);
  plt_session_toast (session, text, _ ("Undo"), "win.undo");
  return TRUE;
}

static void
on_keep_template (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const PltBudgetFacts *budget = shown_budget (data);

  if (budget != NULL)
    ask_name (data, _ ("Save the Budget as a Template"), _ ("_Save"), budget->name, keep_template);
}

static void
begin (PltDevisView *self, const char *from)
{
  PltSession *session = plt_view_get_session (PLT_VIEW (self));
  g_autoptr (GArray) ids = NULL;
  GError *error = NULL;
  gint64 handle;
  g_autoptr (PltBatch) batch
      = plt_devis_new_batch (plt_session_get_facts (session), from, _ ("Budget"), &handle, &error);

  if (batch == NULL
      || !plt_store_apply (plt_session_get_store (session), _ ("Make a budget"), NULL, batch, &ids,
                           &error))
    {
      plt_session_take_error (session, error);
      return;
    }
  plt_session_look_at_budget (session, g_array_index (ids, gint64, (guint) (-handle - 1)));
  plt_view_show_page (PLT_VIEW (self), "detail");
  plt_devis_detail_grab_focus (self->detail);
}

static void
on_new_version (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  begin (data, NULL);
}

static void
on_new_version_from (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  begin (data, g_variant_get_string (parameter, NULL));
}

/* ---- lines ---- */

static void
on_add_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltDevisView *self = data;

  if (shown_register (self) != NULL)
    plt_register_add_row (shown_register (self));
  else if (page_is (self, "variables"))
    plt_devis_globals_page_add (self->variables);
  else
    {
      plt_view_show_page (data, "detail");
      plt_devis_detail_add_line (self->detail);
    }
}

static void
on_delete_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltDevisView *self = data;

  if (shown_register (self) != NULL)
    plt_register_delete_rows (shown_register (self));
  else if (page_is (self, "variables"))
    plt_devis_globals_page_delete (self->variables);
  else if (page_is (self, "detail"))
    plt_devis_detail_delete (self->detail);
}

static void
on_duplicate_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (page_is (data, "detail"))
    plt_devis_detail_duplicate (PLT_DEVIS_VIEW (data)->detail);
}

static void
on_go_to_source (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (page_is (data, "detail"))
    plt_devis_detail_go_to_source (PLT_DEVIS_VIEW (data)->detail);
}

static void
on_formula_bar (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_view_show_page (data, "detail");
  gtk_widget_grab_focus (
      GTK_WIDGET (plt_devis_detail_get_formula_bar (PLT_DEVIS_VIEW (data)->detail)));
}

static void
on_expand_all (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_devis_detail_expand_all (PLT_DEVIS_VIEW (data)->detail, TRUE);
}

static void
on_collapse_all (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_devis_detail_expand_all (PLT_DEVIS_VIEW (data)->detail, FALSE);
}

static void
on_expand_to (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_devis_detail_expand_to (PLT_DEVIS_VIEW (data)->detail,
                              (guint) CLAMP (g_variant_get_int32 (parameter), 1, 9));
}

static void
on_relink (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (page_is (data, "detail"))
    plt_devis_detail_relink (PLT_DEVIS_VIEW (data)->detail);
}

static void
on_pick_rate (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_view_show_page (data, "detail");
  plt_devis_detail_pick_rate (PLT_DEVIS_VIEW (data)->detail);
}

static void
on_why (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_view_show_page (data, "detail");
  plt_devis_detail_toggle_why (PLT_DEVIS_VIEW (data)->detail);
}

static void
on_follow_plan (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltSession *session = plt_view_get_session (PLT_VIEW (data));

  if (plt_session_get_budget (session)->budget != NULL)
    plt_devis_follow_present (GTK_WIDGET (data), session);
}

static void
on_columns (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltDevisView *self = data;

  if (shown_register (self) != NULL)
    plt_register_show_columns (shown_register (self));
  else if (page_is (self, "variables"))
    plt_devis_globals_page_show_columns (self->variables);
  else if (page_is (self, "detail"))
    plt_devis_detail_show_columns (self->detail);
}

static void
on_hide_empty (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltDevisDetail *detail = PLT_DEVIS_VIEW (data)->detail;

  plt_devis_detail_set_hide_empty (
      detail, !plt_devis_model_get_hide_empty (plt_devis_detail_get_model (detail)));
}

static const GActionEntry entries[] = {
  { "add-row", on_add_row },
  { "delete-row", on_delete_row },
  { "duplicate-row", on_duplicate_row },
  { "go-to-source", on_go_to_source },
  { "formula-bar", on_formula_bar },
  { "expand-all", on_expand_all },
  { "collapse-all", on_collapse_all },
  { "expand-to", on_expand_to, "i" },
  { "hide-empty", on_hide_empty },
  { "relink", on_relink },
  { "pick-rate", on_pick_rate },
  { "columns", on_columns },
  { "why", on_why },
  { "follow-plan", on_follow_plan },
  { "version", NULL, "x", "int64 0", on_version },
  { "duplicate-version", on_duplicate_version },
  { "rename-version", on_rename_version },
  { "import-budget", on_import_budget },
  { "make-current", on_make_current },
  { "new-version", on_new_version },
  { "new-version-from", on_new_version_from, "s" },
  { "keep-template", on_keep_template },
};

/* What a production that is only read cannot do. */
static const char *const writing[]
    = { "add-row",       "delete-row",        "duplicate-row",  "relink",
        "follow-plan",   "duplicate-version", "rename-version", "new-version",
        "import-budget", "new-version-from",  "keep-template",  "pick-rate" };

/* ---- the view ---- */

static void
on_posted_activated (PltGrid *grid, guint row, guint column, PltDevisView *self)
{
  guint at, unused;
  PltRef ref = { NULL };

  if (plt_grid_get_cursor (grid, &at, &unused))
    ref = plt_devis_posted_get_ref (PLT_DEVIS_POSTED (plt_grid_get_model (grid)), at);
  if (ref.table != NULL)
    plt_session_open_ref (plt_view_get_session (PLT_VIEW (self)), ref);
}

/* The social charges by profile and by sub-post. */
static GtkWidget *
new_posted (PltDevisView *self, PltSession *session)
{
  g_autoptr (PltDevisPosted) model = plt_devis_posted_new (session);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->posted = PLT_GRID (plt_grid_new (PLT_GRID_MODEL (model)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->posted), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Posted charges"), -1);
  g_signal_connect_object (self->posted, "cell-activated", G_CALLBACK (on_posted_activated), self,
                           0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->posted));
  return scroller;
}

static void
plt_devis_view_session_set (PltView *view, PltSession *session)
{
  PltDevisView *self = PLT_DEVIS_VIEW (view);
  GtkWidget *detail = plt_devis_detail_new (session);
  GtkWidget *summary = plt_devis_summary_new (session);
  GtkWidget *variables = plt_devis_globals_page_new (session);
  GtkWidget *charges = plt_devis_charges_new (session);
  GtkWidget *compare = plt_devis_compare_page_new (session);

  self->detail = PLT_DEVIS_DETAIL (detail);
  self->summary = PLT_DEVIS_SUMMARY (summary);
  self->variables = PLT_DEVIS_GLOBALS_PAGE (variables);
  self->charges = PLT_DEVIS_CHARGES (charges);
  self->compare = PLT_DEVIS_COMPARE_PAGE (compare);
  plt_view_add_page (view, "detail", _ ("Lines"), detail);
  plt_view_add_page (view, "summary", _ ("Recap"), summary);
  plt_view_add_page (view, "variables", _ ("Variables"), variables);
  plt_view_add_page (view, "posted", _ ("Postings"), new_posted (self, session));
  plt_view_add_page (view, "charges", _ ("Social charges"), charges);
  plt_view_add_page (view, "versions", _ ("Versions"), compare);
  plt_devis_versions_install (view);
  self->version = gtk_menu_button_new ();
  gtk_widget_set_tooltip_text (self->version, _ ("Version of the budget"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->version)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Version of the budget"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->version), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Version of the budget"), -1);
  plt_view_add_header_widget (view, NULL, self->version);
  for (guint i = 0; plt_session_is_read_only (session) && i < G_N_ELEMENTS (writing); i++)
    plt_view_set_action_enabled (view, writing[i], FALSE);
}

static void
plt_devis_view_refresh (PltView *view)
{
  PltDevisView *self = PLT_DEVIS_VIEW (view);

  plt_devis_detail_refresh (self->detail);
  plt_devis_globals_page_refresh (self->variables);
  if (page_is (self, "summary"))
    plt_devis_summary_refresh (self->summary);
  plt_devis_compare_page_refresh (self->compare);
  update_versions (self);
}

static void
plt_devis_view_page_shown (PltView *view, const char *page)
{
  PltDevisView *self = PLT_DEVIS_VIEW (view);

  if (self->summary != NULL && g_str_equal (page, "summary"))
    plt_devis_summary_refresh (self->summary);
}

static gboolean
plt_devis_view_grab_content_focus (PltView *view)
{
  PltDevisView *self = PLT_DEVIS_VIEW (view);

  if (shown_register (self) != NULL)
    return plt_register_grab_focus (shown_register (self));
  if (page_is (self, "variables"))
    return plt_devis_globals_page_grab_focus (self->variables);
  if (page_is (self, "posted"))
    return gtk_widget_grab_focus (GTK_WIDGET (self->posted));
  if (page_is (self, "versions"))
    return plt_devis_compare_page_grab_focus (self->compare);
  return page_is (self, "summary") ? plt_devis_summary_grab_focus (self->summary)
                                   : plt_devis_detail_grab_focus (self->detail);
}

/* A line of another version is shown in that version. */
static void
look_at_version_of (PltSession *session, PltRef ref)
{
  const PltFacts *facts = plt_session_get_facts (session);
  gint64 budget = 0;

  if (g_str_equal (ref.table, "budget_line"))
    {
      const PltLineFacts *line = PLT_FACTS_FIND (facts->lines, PltLineFacts, ref.id);

      budget = line != NULL ? line->budget : 0;
    }
  else if (g_str_equal (ref.table, "account"))
    {
      const PltAccountFacts *account = PLT_FACTS_FIND (facts->accounts, PltAccountFacts, ref.id);

      budget = account != NULL ? account->budget : 0;
    }
  else if (g_str_equal (ref.table, "budget_global"))
    {
      const PltGlobalFacts *global = PLT_FACTS_FIND (facts->globals, PltGlobalFacts, ref.id);

      budget = global != NULL ? global->budget : 0;
    }
  else if (g_str_equal (ref.table, "budget"))
    budget = ref.id;
  if (budget != 0 && budget != plt_session_get_budget_id (session))
    plt_session_look_at_budget (session, budget == facts->production.budget ? 0 : budget);
}

static gboolean
plt_devis_view_select_ref (PltView *view, PltRef ref)
{
  PltDevisView *self = PLT_DEVIS_VIEW (view);

  if (ref.table == NULL)
    return FALSE;
  if (ref.id != 0)
    look_at_version_of (plt_view_get_session (view), ref);
  if (g_str_equal (ref.table, "budget_transfer"))
    {
      g_action_group_activate_action (plt_view_get_actions (view), "transfer-posts", NULL);
      return TRUE;
    }
  if (g_str_equal (ref.table, "budget_global"))
    {
      plt_view_show_page (view, "variables");
      return plt_devis_globals_page_select_ref (self->variables, ref);
    }
  if (g_str_equal (ref.table, "contribution_profile")
      || g_str_equal (ref.table, "contribution_rate"))
    {
      plt_view_show_page (view, "charges");
      return plt_devis_charges_select_ref (self->charges, ref);
    }
  plt_view_show_page (view, "detail");
  return ref.id == 0 ? plt_devis_detail_grab_focus (self->detail)
                     : plt_devis_detail_select_ref (self->detail, ref);
}

static gboolean
plt_devis_view_start_search (PltView *view)
{
  PltDevisView *self = PLT_DEVIS_VIEW (view);

  if (shown_register (self) != NULL)
    {
      plt_register_start_search (shown_register (self));
      return TRUE;
    }
  plt_view_show_page (view, "detail");
  plt_devis_detail_start_search (self->detail);
  return TRUE;
}

/* The paper of the devis; of a register, its rows. */
static PltDocument *
plt_devis_view_get_document (PltView *view, GError **error)
{
  PltDevisView *self = PLT_DEVIS_VIEW (view);
  PltSession *session = plt_view_get_session (view);
  const PltDocumentKind *kind = plt_document_kind_find ("devis");
  g_autoptr (PltParams) params = plt_params_new ();
  g_autofree char *budget
      = g_strdup_printf ("#%" G_GINT64_FORMAT, plt_session_get_budget_id (session));

  if (shown_register (self) != NULL)
    return plt_register_get_document (shown_register (self), error);
  for (const PltParamSpec *param = kind->params; param->id != NULL; param++)
    if (g_strcmp0 (param->table, "budget") == 0
        && !plt_params_set (params, kind, param->id, budget, error))
      return NULL;
  return plt_document_build (plt_session_get_store (session), "devis", params, error);
}

static void
plt_devis_view_class_init (PltDevisViewClass *klass)
{
  PltViewClass *view_class = PLT_VIEW_CLASS (klass);

  view_class->session_set = plt_devis_view_session_set;
  view_class->refresh = plt_devis_view_refresh;
  view_class->page_shown = plt_devis_view_page_shown;
  view_class->grab_content_focus = plt_devis_view_grab_content_focus;
  view_class->select_ref = plt_devis_view_select_ref;
  view_class->start_search = plt_devis_view_start_search;
  view_class->get_document = plt_devis_view_get_document;
}

static void
plt_devis_view_init (PltDevisView *self)
{
  plt_view_add_actions (PLT_VIEW (self), entries, G_N_ELEMENTS (entries));
}
