#include "plt-cash-view.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-bank-page.h"
#include "plt-cash-what-if.h"
#include "plt-credits-page.h"
#include "plt-document-kind.h"
#include "plt-payments-page.h"
#include "plt-register.h"

struct _PltCashView
{
  PltView parent_instance;

  GtkWidget *forecast;
  GtkWidget *scenarios;
};

G_DEFINE_FINAL_TYPE (PltCashView, plt_cash_view, PLT_TYPE_VIEW)

PltCashForecast *
plt_cash_view_get_forecast (PltCashView *self)
{
  g_return_val_if_fail (PLT_IS_CASH_VIEW (self), NULL);

  return PLT_CASH_FORECAST (self->forecast);
}

PltCashScenarios *
plt_cash_view_get_scenarios (PltCashView *self)
{
  g_return_val_if_fail (PLT_IS_CASH_VIEW (self), NULL);

  return PLT_CASH_SCENARIOS (self->scenarios);
}

/* (nullable): the register of a page. */
static PltRegister *
register_of (GtkWidget *page)
{
  if (PLT_IS_BANK_PAGE (page))
    return plt_bank_page_get_register (PLT_BANK_PAGE (page));
  if (PLT_IS_CREDITS_PAGE (page))
    return plt_credits_page_get_register (PLT_CREDITS_PAGE (page));
  if (PLT_IS_PAYMENTS_PAGE (page))
    return plt_payments_page_get_register (PLT_PAYMENTS_PAGE (page));
  return PLT_IS_REGISTER (page) ? PLT_REGISTER (page) : NULL;
}

/* (nullable): the register of the page that is shown. */
static PltRegister *
shown_register (gpointer data)
{
  PltCashView *self = data;
  const char *page = plt_view_get_page (data);
  GtkWidget *child = page != NULL ? plt_view_get_page_child (data, page) : NULL;

  if (child != NULL && child == self->scenarios)
    return plt_cash_scenarios_get_register (PLT_CASH_SCENARIOS (child));
  return register_of (child);
}

/* ---- actions ---- */

static void
on_add_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (shown_register (data) != NULL)
    plt_register_add_row (shown_register (data));
}

static void
on_delete_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (shown_register (data) != NULL)
    plt_register_delete_rows (shown_register (data));
}

static void
on_import_csv (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (shown_register (data) != NULL)
    plt_register_import_csv (shown_register (data));
}

/* What the side pane has of the page that is shown: why, or what to do. */
static void
show_side (PltCashView *self)
{
  PltView *view = PLT_VIEW (self);
  PltCashSide *side = plt_cash_forecast_get_side (PLT_CASH_FORECAST (self->forecast));
  const char *page = plt_view_get_page (view);

  if (page != NULL && plt_view_get_page_child (view, page) == self->forecast)
    plt_view_set_pane (view, plt_cash_side_shows_measures (side) ? _ ("What to do?") : _ ("Why"),
                       GTK_WIDGET (side));
  else
    plt_view_set_pane (view, NULL, NULL);
}

static void
on_side_wanted (PltCashView *self)
{
  plt_view_set_pane (PLT_VIEW (self), NULL, NULL); /* its tab may have another name */
  show_side (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-view-pane", NULL);
}

static void
on_why (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltCashForecast *forecast = plt_cash_view_get_forecast (data);
  PltCashSide *side = plt_cash_forecast_get_side (forecast);

  if (gtk_widget_get_mapped (GTK_WIDGET (side)) && !plt_cash_side_shows_measures (side))
    gtk_widget_activate_action (data, "win.pane", NULL);
  else
    plt_cash_forecast_show_why (forecast);
}

static void
on_weeks (GSimpleAction *action, GVariant *state, gpointer data)
{
  g_simple_action_set_state (action, state);
  plt_cash_forecast_set_step (plt_cash_view_get_forecast (data),
                              g_variant_get_boolean (state) ? PLT_CASH_BY_WEEK : PLT_CASH_BY_MONTH);
}

static void
on_instalments (GSimpleAction *action, GVariant *state, gpointer data)
{
  g_simple_action_set_state (action, state);
  plt_cash_forecast_show_instalments (plt_cash_view_get_forecast (data),
                                      g_variant_get_boolean (state));
}

static void
on_zoom_in (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_cash_forecast_zoom (plt_cash_view_get_forecast (data), 1);
}

static void
on_zoom_out (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_cash_forecast_zoom (plt_cash_view_get_forecast (data), -1);
}

static void
on_zoom_all (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_cash_forecast_zoom (plt_cash_view_get_forecast (data), 0);
}

static void
on_keep (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_cash_forecast_keep (plt_cash_view_get_forecast (data));
}

static void
on_apply (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_cash_forecast_apply (plt_cash_view_get_forecast (data));
}

static void
on_cancel (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_cash_forecast_cancel (plt_cash_view_get_forecast (data));
}

static void
on_measures (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_view_show_page (data, "forecast");
  plt_cash_forecast_show_measures (plt_cash_view_get_forecast (data), 0);
}

static void
on_try (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltCashView *self = data;
  const PltFacts *facts = plt_session_get_facts (plt_view_get_session (data));
  const gint64 scenario = plt_cash_scenarios_get_selected (PLT_CASH_SCENARIOS (self->scenarios));
  const PltScenarioFacts *found = PLT_FACTS_FIND (facts->scenarios, PltScenarioFacts, scenario);
  g_autoptr (GArray) changes = NULL;

  if (found == NULL)
    return;
  changes = plt_cash_scenario_changes (facts, scenario);
  plt_view_show_page (data, "forecast");
  plt_cash_forecast_try (PLT_CASH_FORECAST (self->forecast), changes, found->name);
}

static void
on_new_scenario (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_view_show_page (data, "scenarios");
  plt_cash_scenarios_add (plt_cash_view_get_scenarios (data));
}

static void
on_rename_scenario (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_cash_scenarios_rename (plt_cash_view_get_scenarios (data));
}

static void
on_duplicate_scenario (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_cash_scenarios_duplicate (plt_cash_view_get_scenarios (data));
}

static void
on_delete_scenario (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_cash_scenarios_delete (plt_cash_view_get_scenarios (data));
}

static const GActionEntry entries[] = {
  { "add-row", on_add_row },
  { "delete-row", on_delete_row },
  { "import-csv", on_import_csv },
  { "why", on_why },
  { "cash-weeks", NULL, NULL, "false", on_weeks },
  { "cash-instalments", NULL, NULL, "true", on_instalments },
  { "cash-zoom-in", on_zoom_in },
  { "cash-zoom-out", on_zoom_out },
  { "cash-zoom-all", on_zoom_all },
  { "cash-keep", on_keep },
  { "cash-apply", on_apply },
  { "cash-cancel", on_cancel },
  { "cash-measures", on_measures },
  { "cash-try", on_try },
  { "cash-new-scenario", on_new_scenario },
  { "cash-rename-scenario", on_rename_scenario },
  { "cash-duplicate-scenario", on_duplicate_scenario },
  { "cash-delete-scenario", on_delete_scenario },
};

/* Which actions need what. */
static const struct
{
  const char *action;
  gboolean writes, in_register, in_forecast, in_scenarios;
} needs[] = {
  { "add-row", TRUE, TRUE, FALSE, FALSE },
  { "delete-row", TRUE, TRUE, FALSE, FALSE },
  { "import-csv", TRUE, TRUE, FALSE, FALSE },
  { "why", FALSE, FALSE, TRUE, FALSE },
  { "cash-new-scenario", TRUE, FALSE, FALSE, FALSE },
  { "cash-rename-scenario", TRUE, FALSE, FALSE, TRUE },
  { "cash-duplicate-scenario", TRUE, FALSE, FALSE, TRUE },
  { "cash-delete-scenario", TRUE, FALSE, FALSE, TRUE },
  { "cash-try", FALSE, FALSE, FALSE, TRUE },
};

static void
update_actions (PltView *view)
{
  PltCashView *self = PLT_CASH_VIEW (view);
  const char *page = plt_view_get_page (view);
  GtkWidget *child = page != NULL ? plt_view_get_page_child (view, page) : NULL;
  const gboolean may = !plt_session_is_read_only (plt_view_get_session (view));

  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    plt_view_set_action_enabled (view, needs[i].action,
                                 (may || !needs[i].writes)
                                     && (!needs[i].in_register || shown_register (self) != NULL)
                                     && (!needs[i].in_forecast || child == self->forecast)
                                     && (!needs[i].in_scenarios || child == self->scenarios));
}

/* ---- the view ---- */

static void
plt_cash_view_refresh (PltView *view)
{
  PltCashView *self = PLT_CASH_VIEW (view);

  plt_cash_forecast_refresh (PLT_CASH_FORECAST (self->forecast));
  plt_cash_scenarios_refresh (PLT_CASH_SCENARIOS (self->scenarios));
}

static void
on_grid_selection (PltView *view)
{
  PltGrid *grid = plt_cash_forecast_get_grid (plt_cash_view_get_forecast (PLT_CASH_VIEW (view)));

  plt_view_set_summary (view, plt_grid_get_selection_summary (grid));
}

static gboolean
plt_cash_view_grab_content_focus (PltView *view)
{
  PltCashView *self = PLT_CASH_VIEW (view);
  GtkWidget *page = plt_view_get_page_child (view, plt_view_get_page (view));

  if (page == self->scenarios)
    return plt_cash_scenarios_grab_focus (PLT_CASH_SCENARIOS (page));
  if (register_of (page) != NULL)
    return plt_register_grab_focus (register_of (page));
  if (page == self->forecast)
    return gtk_widget_grab_focus (
        GTK_WIDGET (plt_cash_forecast_get_grid (PLT_CASH_FORECAST (page))));
  return gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static gboolean
holds_focus (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* From the table to the curve, whose events are then a Tab away. */
static gboolean
plt_cash_view_focus_next_part (PltView *view)
{
  PltCashView *self = PLT_CASH_VIEW (view);
  PltCashForecast *forecast = PLT_CASH_FORECAST (self->forecast);

  return gtk_widget_get_mapped (self->forecast)
         && holds_focus (GTK_WIDGET (plt_cash_forecast_get_grid (forecast)))
         && gtk_widget_grab_focus (GTK_WIDGET (plt_cash_forecast_get_curve (forecast)));
}

static gboolean
plt_cash_view_select_ref (PltView *view, PltRef ref)
{
  PltCashView *self = PLT_CASH_VIEW (view);

  if (g_strcmp0 (ref.table, "scenario") == 0)
    {
      plt_view_show_page (view, "scenarios");
      plt_cash_scenarios_select (PLT_CASH_SCENARIOS (self->scenarios), ref.id);
      return plt_cash_scenarios_get_selected (PLT_CASH_SCENARIOS (self->scenarios)) == ref.id;
    }
  /* a page that is a register has the name of its table */
  if (ref.table == NULL || register_of (plt_view_get_page_child (view, ref.table)) == NULL)
    return FALSE;
  plt_view_show_page (view, ref.table);
  return plt_register_select_ref (register_of (plt_view_get_page_child (view, ref.table)), ref);
}

static gboolean
plt_cash_view_start_search (PltView *view)
{
  if (shown_register (view) == NULL)
    plt_view_show_page (view, "cash_entry");
  plt_register_start_search (shown_register (view));
  return TRUE;
}

/* The treasury as it is shown: its periods, and the scenario that is tried. */
static PltDocument *
build_forecast (PltCashView *self, GError **error)
{
  PltSession *session = plt_view_get_session (PLT_VIEW (self));
  PltCashForecast *forecast = plt_cash_view_get_forecast (self);
  const PltDocumentKind *kind = plt_document_kind_find ("tresorerie");
  const gboolean weeks = plt_cash_forecast_get_step (forecast) == PLT_CASH_BY_WEEK;
  g_autoptr (PltParams) params = plt_params_new ();

  plt_params_set (params, kind, "periode", weeks ? "semaine" : "mois", NULL);
  if (plt_cash_forecast_is_trying (forecast))
    {
      const gint64 scenario = plt_cash_find_scenario (plt_session_get_facts (session),
                                                      plt_cash_forecast_get_changes (forecast));
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, scenario);

      if (scenario == 0)
        {
          g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                       _ ("What is tried is written nowhere yet: keep it in a scenario, or cancel "
                          "it, then print."));
          return NULL;
        }
      plt_params_set (params, kind, "scenario", id, NULL);
    }
  return plt_document_build (plt_session_get_store (session), "tresorerie", params, error);
}

static PltDocument *
plt_cash_view_get_document (PltView *view, GError **error)
{
  PltCashView *self = PLT_CASH_VIEW (view);
  GtkWidget *page = plt_view_get_page_child (view, plt_view_get_page (view));
  g_autoptr (PltParams) params = plt_params_new ();

  if (page == self->scenarios)
    return plt_document_build (plt_session_get_store (plt_view_get_session (view)), "scenarios",
                               params, error);
  if (register_of (page) != NULL)
    return plt_register_get_document (register_of (page), error);
  return build_forecast (self, error);
}

static void
plt_cash_view_page_shown (PltView *view, const char *page)
{
  if (plt_view_get_session (view) == NULL)
    return;
  update_actions (view);
  show_side (PLT_CASH_VIEW (view));
}

/* ---- building ---- */

static GtkWidget *
new_toggle (const char *label, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "chip");
  return button;
}

static GtkWidget *
new_button (const char *label, const char *action, const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  plt_a11y_set_name (button, name);
  return button;
}

static GtkWidget *
new_tools (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_box_append (GTK_BOX (box), new_toggle (_ ("By week"), "view.cash-weeks",
                                             _ ("Periods are weeks instead of months")));
  gtk_box_append (GTK_BOX (box), new_toggle (_ ("Instalments"), "view.cash-instalments",
                                             _ ("Instalments are marks on the curve too")));
  gtk_box_append (GTK_BOX (box), new_button ("−", "view.cash-zoom-out", _ ("Zoom the curve out")));
  gtk_box_append (GTK_BOX (box), new_button ("+", "view.cash-zoom-in", _ ("Zoom the curve in")));
  gtk_box_append (GTK_BOX (box),
                  new_button (C_ ("zoom", "All"), "view.cash-zoom-all", _ ("See the whole curve")));
  gtk_box_append (GTK_BOX (box),
                  new_button (_ ("Why"), "view.why", _ ("The movements behind an amount")));
  return box;
}

static void
set_state (PltView *view, const char *action, gboolean state)
{
  g_action_change_state (
      g_action_map_lookup_action (G_ACTION_MAP (plt_view_get_actions (view)), action),
      g_variant_new_boolean (state));
}

static void
plt_cash_view_session_set (PltView *view, PltSession *session)
{
  PltCashView *self = PLT_CASH_VIEW (view);

  self->forecast = plt_cash_forecast_new (session);
  self->scenarios = plt_cash_scenarios_new (session);
  plt_view_add_page (view, "forecast", _ ("Forecast"), self->forecast);
  plt_view_add_page (view, "scenarios", C_ ("cash", "Scenarios"), self->scenarios);
  plt_view_add_page (view, "cash_entry", _ ("Movements"),
                     plt_register_new (session, "cash_entry", NULL));
  plt_view_add_page (view, "bank_entry", _ ("Bank"), plt_bank_page_new (session));
  plt_view_add_page (view, "credit_line", _ ("Credits"), plt_credits_page_new (session));
  plt_view_add_page (view, "payment_profile", _ ("Ways of Paying"),
                     plt_payments_page_new (session));
  plt_view_add_header_widget (view, "forecast", new_tools ());
  set_state (view, "cash-weeks",
             plt_cash_forecast_get_step (PLT_CASH_FORECAST (self->forecast)) == PLT_CASH_BY_WEEK);
  set_state (view, "cash-instalments",
             plt_cash_forecast_has_instalments (PLT_CASH_FORECAST (self->forecast)));
  g_signal_connect_object (plt_cash_forecast_get_grid (PLT_CASH_FORECAST (self->forecast)),
                           "selection-changed", G_CALLBACK (on_grid_selection), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->forecast, "side-wanted", G_CALLBACK (on_side_wanted), self,
                           G_CONNECT_SWAPPED);
  update_actions (view);
  show_side (self);
}

static void
plt_cash_view_class_init (PltCashViewClass *klass)
{
  PltViewClass *view_class = PLT_VIEW_CLASS (klass);

  view_class->session_set = plt_cash_view_session_set;
  view_class->refresh = plt_cash_view_refresh;
  view_class->grab_content_focus = plt_cash_view_grab_content_focus;
  view_class->select_ref = plt_cash_view_select_ref;
  view_class->focus_next_part = plt_cash_view_focus_next_part;
  view_class->start_search = plt_cash_view_start_search;
  view_class->get_document = plt_cash_view_get_document;
  view_class->page_shown = plt_cash_view_page_shown;
}

static void
plt_cash_view_init (PltCashView *self)
{
  plt_view_add_actions (PLT_VIEW (self), entries, G_N_ELEMENTS (entries));
}
