#include "plt-finance-view.h"

#include <glib/gi18n-lib.h>

#include "plt-document-kind.h"
#include "plt-export-view.h"
#include "plt-finance-plan-page.h"
#include "plt-finance-scenario-page.h"
#include "plt-funders-page.h"
#include "plt-finance-tax-page.h"

struct _PltFinanceView
{
  PltView parent_instance;

  PltFinancePlanPage *plan;
  PltFinanceTaxPage *tax;
  PltFinanceScenarioPage *scenarios;
  PltFundersPage *funders;
};

G_DEFINE_FINAL_TYPE (PltFinanceView, plt_finance_view, PLT_TYPE_VIEW)

PltGrid *
plt_finance_view_get_grid (PltFinanceView *self)
{
  g_return_val_if_fail (PLT_IS_FINANCE_VIEW (self), NULL);

  return plt_finance_plan_page_get_grid (self->plan);
}

PltFinanceDetail *
plt_finance_view_get_detail (PltFinanceView *self)
{
  g_return_val_if_fail (PLT_IS_FINANCE_VIEW (self), NULL);

  return plt_finance_plan_page_get_detail (self->plan);
}

PltFinanceTaxPage *
plt_finance_view_get_tax (PltFinanceView *self)
{
  g_return_val_if_fail (PLT_IS_FINANCE_VIEW (self), NULL);

  return self->tax;
}

PltFinanceScenarioPage *
plt_finance_view_get_scenarios (PltFinanceView *self)
{
  g_return_val_if_fail (PLT_IS_FINANCE_VIEW (self), NULL);

  return self->scenarios;
}

PltRegister *
plt_finance_view_get_instalments (PltFinanceView *self)
{
  g_return_val_if_fail (PLT_IS_FINANCE_VIEW (self), NULL);

  return plt_finance_detail_get_register (plt_finance_view_get_detail (self), "instalments");
}

PltFinanceSummary *
plt_finance_view_get_summary (PltFinanceView *self)
{
  g_return_val_if_fail (PLT_IS_FINANCE_VIEW (self), NULL);

  return plt_finance_plan_page_get_summary (self->plan);
}

static gboolean
page_is (PltFinanceView *self, const char *page)
{
  return g_strcmp0 (plt_view_get_page (PLT_VIEW (self)), page) == 0;
}

/* ---- actions ---- */

static void
on_add_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (page_is (data, "scenarios"))
    {
      plt_finance_scenario_page_add (PLT_FINANCE_VIEW (data)->scenarios);
      return;
    }
  plt_view_show_page (data, "plan");
  plt_finance_plan_page_add (PLT_FINANCE_VIEW (data)->plan);
}

static void
on_add_instalment (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_view_show_page (data, "plan");
  plt_finance_detail_show_page (plt_finance_view_get_detail (data), "instalments");
  plt_register_add_row (plt_finance_view_get_instalments (data));
}

static void
on_delete_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (page_is (data, "plan"))
    plt_finance_plan_page_delete (PLT_FINANCE_VIEW (data)->plan);
  else if (page_is (data, "scenarios"))
    plt_finance_scenario_page_delete (PLT_FINANCE_VIEW (data)->scenarios);
}

static void
on_duplicate_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (page_is (data, "plan"))
    plt_finance_plan_page_duplicate (PLT_FINANCE_VIEW (data)->plan);
  else if (page_is (data, "scenarios"))
    plt_finance_scenario_page_duplicate (PLT_FINANCE_VIEW (data)->scenarios);
}

static void
on_break_mirror (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_finance_plan_page_break_mirror (PLT_FINANCE_VIEW (data)->plan);
}

static void
on_go_to_source (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (page_is (data, "plan"))
    plt_finance_plan_page_go_to_source (PLT_FINANCE_VIEW (data)->plan);
}

static void
on_rest (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_finance_detail_add_rest (plt_finance_view_get_detail (data));
}

static void
on_preset (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_finance_detail_apply_preset (plt_finance_view_get_detail (data),
                                   g_variant_get_string (parameter, NULL));
}

static void
on_tax_report (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_finance_tax_page_report (PLT_FINANCE_VIEW (data)->tax);
}

/* The paper of the page, the tax credit's. */
static void
on_tax_paper (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (data);

  plt_view_show_page (data, "tax-credit");
  if (PLT_IS_WINDOW (root))
    plt_export_view_present (PLT_WINDOW (root), "pdf");
}

static void
on_without (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_view_show_page (data, "scenarios");
  plt_finance_scenario_page_without (PLT_FINANCE_VIEW (data)->scenarios);
}

static void
on_columns (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (page_is (data, "plan"))
    plt_finance_plan_page_show_columns (PLT_FINANCE_VIEW (data)->plan);
}

static void
on_show_funders (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (plt_view_get_page_child (data, "funders") != NULL)
    plt_view_show_page (data, "funders");
}

static const GActionEntry entries[] = {
  { "add-row", on_add_row },           { "add-instalment", on_add_instalment },
  { "delete-row", on_delete_row },     { "duplicate-row", on_duplicate_row },
  { "break-mirror", on_break_mirror }, { "go-to-source", on_go_to_source },
  { "instalments-rest", on_rest },     { "instalments-preset", on_preset, "s" },
  { "columns", on_columns },           { "show-funders", on_show_funders },
  { "scenario-without", on_without },  { "tax-report", on_tax_report },
  { "tax-paper", on_tax_paper },
};

/* Those that write. */
static const char *const writing[]
    = { "add-row",      "add-instalment",   "delete-row",         "duplicate-row",
        "break-mirror", "instalments-rest", "instalments-preset", "scenario-without",
        "tax-report" };

/* ---- the view ---- */

/* The plan as a whole stands beside its sources, what the tax credit is counted with beside it. */
static void
plt_finance_view_page_shown (PltView *view, const char *page)
{
  PltFinanceView *self = PLT_FINANCE_VIEW (view);
  GtkWidget *pane = NULL;

  if (self->plan != NULL && g_str_equal (page, "plan"))
    pane = GTK_WIDGET (plt_finance_plan_page_get_summary (self->plan));
  else if (self->tax != NULL && g_str_equal (page, "tax-credit"))
    pane = GTK_WIDGET (plt_finance_tax_page_get_options (self->tax));
  else if (self->scenarios != NULL && g_str_equal (page, "scenarios"))
    pane = plt_finance_scenario_page_get_pane (self->scenarios);
  plt_view_set_pane (view,
                     pane == NULL                       ? NULL
                     : g_str_equal (page, "plan")       ? _ ("As a whole")
                     : g_str_equal (page, "tax-credit") ? _ ("Settings")
                                                        : _ ("Variants"),
                     pane);
}

static void
plt_finance_view_session_set (PltView *view, PltSession *session)
{
  PltFinanceView *self = PLT_FINANCE_VIEW (view);
  GtkWidget *plan = plt_finance_plan_page_new (session);
  GtkWidget *tax, *scenarios;

  self->plan = PLT_FINANCE_PLAN_PAGE (plan);
  plt_view_add_page (view, "plan", _ ("Plan of financing"), plan);
  plt_finance_view_page_shown (view, "plan");
  tax = plt_finance_tax_page_new (session);
  self->tax = PLT_FINANCE_TAX_PAGE (tax);
  plt_view_add_page (view, "tax-credit", _ ("Tax credit"), tax);
  scenarios = plt_finance_scenario_page_new (session);
  self->scenarios = PLT_FINANCE_SCENARIO_PAGE (scenarios);
  plt_view_add_page (view, "scenarios", _ ("Variants"), scenarios);
  self->funders = PLT_FUNDERS_PAGE (plt_funders_page_new (session));
  plt_view_add_page (view, "funders", _ ("Financiers"), GTK_WIDGET (self->funders));
  if (plt_session_is_read_only (session))
    for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
      plt_view_set_action_enabled (view, writing[i], FALSE);
}

static void
plt_finance_view_refresh (PltView *view)
{
  plt_finance_plan_page_refresh (PLT_FINANCE_VIEW (view)->plan);
  plt_finance_tax_page_refresh (PLT_FINANCE_VIEW (view)->tax);
  plt_finance_scenario_page_refresh (PLT_FINANCE_VIEW (view)->scenarios);
}

static gboolean
plt_finance_view_grab_content_focus (PltView *view)
{
  if (page_is (PLT_FINANCE_VIEW (view), "tax-credit"))
    return plt_finance_tax_page_grab_focus (PLT_FINANCE_VIEW (view)->tax);
  if (page_is (PLT_FINANCE_VIEW (view), "funders"))
    return plt_funders_page_grab_focus (PLT_FINANCE_VIEW (view)->funders);
  return page_is (PLT_FINANCE_VIEW (view), "scenarios")
             ? plt_finance_scenario_page_grab_focus (PLT_FINANCE_VIEW (view)->scenarios)
             : plt_finance_plan_page_grab_focus (PLT_FINANCE_VIEW (view)->plan);
}

static gboolean
plt_finance_view_select_ref (PltView *view, PltRef ref)
{
  PltFinanceView *self = PLT_FINANCE_VIEW (view);

  if (g_strcmp0 (ref.table, "scenario") == 0 || g_strcmp0 (ref.table, "scenario_change") == 0)
    {
      plt_view_show_page (view, "scenarios");
      return plt_finance_scenario_page_select_ref (self->scenarios, ref);
    }
  if (g_strcmp0 (ref.table, "parameter") == 0)
    {
      plt_view_show_page (view, "tax-credit");
      return plt_finance_tax_page_grab_focus (self->tax);
    }
  if (g_strcmp0 (ref.table, "funding_application") == 0
      || g_strcmp0 (ref.table, "application_document") == 0)
    {
      plt_view_show_page (view, "funders");
      return plt_funders_page_select_ref (self->funders, ref);
    }
  plt_view_show_page (view, "plan");
  return plt_finance_plan_page_select_ref (self->plan, ref);
}

static gboolean
plt_finance_view_start_search (PltView *view)
{
  if (page_is (PLT_FINANCE_VIEW (view), "funders"))
    {
      plt_funders_page_start_search (PLT_FINANCE_VIEW (view)->funders);
      return TRUE;
    }
  plt_view_show_page (view, "plan");
  plt_finance_plan_page_start_search (PLT_FINANCE_VIEW (view)->plan);
  return TRUE;
}

/* The paper of the page. */
static PltDocument *
plt_finance_view_get_document (PltView *view, GError **error)
{
  PltStore *store = plt_session_get_store (plt_view_get_session (view));

  g_autoptr (PltParams) params = plt_params_new ();
  const char *kind = page_is (PLT_FINANCE_VIEW (view), "tax-credit") ? "credit-impot"
                     : page_is (PLT_FINANCE_VIEW (view), "scenarios")
                             && plt_document_kind_find ("scenarios") != NULL
                         ? "scenarios"
                     : page_is (PLT_FINANCE_VIEW (view), "funders")
                             && plt_document_kind_find ("financeurs") != NULL
                         ? "financeurs"
                         : "plan-de-financement";

  return plt_document_build (store, kind, params, error);
}

static void
plt_finance_view_class_init (PltFinanceViewClass *klass)
{
  PltViewClass *view_class = PLT_VIEW_CLASS (klass);

  view_class->session_set = plt_finance_view_session_set;
  view_class->refresh = plt_finance_view_refresh;
  view_class->page_shown = plt_finance_view_page_shown;
  view_class->grab_content_focus = plt_finance_view_grab_content_focus;
  view_class->select_ref = plt_finance_view_select_ref;
  view_class->start_search = plt_finance_view_start_search;
  view_class->get_document = plt_finance_view_get_document;
}

static void
plt_finance_view_init (PltFinanceView *self)
{
  plt_view_add_actions (PLT_VIEW (self), entries, G_N_ELEMENTS (entries));
}
