#include "plt-views.h"

#include <glib/gi18n-lib.h>

#include "plt-callsheet-view.h"
#include "plt-cash-view.h"
#include "plt-devis-view.h"
#include "plt-documents-view.h"
#include "plt-breakdown-view.h"
#include "plt-finance-view.h"
#include "plt-home-view.h"
#include "plt-hours-view.h"
#include "plt-moves-view.h"
#include "plt-plan-view.h"
#include "plt-production-view.h"
#include "plt-register-view.h"
#include "plt-report-view.h"
#include "plt-retro-view.h"
#include "plt-script-view.h"

#define REGISTER plt_register_view_get_type
#define STAGE "flux,spectacle,tournee,festival"

static const PltViewInfo views[] = {
  { "home", N_ ("Overview"), "go-home-symbolic", PLT_VIEW_NO_PHASE, plt_home_view_get_type },

  { "script", N_ ("Screenplay"), "plt-script-symbolic", PLT_PHASE_DEVELOPMENT,
    plt_script_view_get_type,
    "script_version,script_block,script_remark,script_tag,script_correction,proposal_refusal",
    "spectacle,tournee,festival" },
  { "breakdown", N_ ("Breakdown"), "plt-breakdown-symbolic", PLT_PHASE_DEVELOPMENT,
    plt_breakdown_view_get_type,
    "sequence,sequence_element,element,set,element_category,story_day,costume,raccord,"
    "sequence_category,element_link",
    "tournee,festival" },
  { "timeline", N_ ("Timeline"), "plt-timeline-symbolic", PLT_PHASE_DEVELOPMENT,
    plt_retro_view_get_type,
    "task,task_link,task_person,task_calendar,calendar_closing,room_booking,baseline,baseline_task,"
    "screening,screening_note" },
  { "budget", N_ ("Budget"), "plt-budget-symbolic", PLT_PHASE_DEVELOPMENT, plt_devis_view_get_type,
    "budget_line,account,budget_global,contribution_profile,contribution_rate,budget,"
    "budget_transfer,payment_profile" },
  { "finance", N_ ("Financing"), "plt-finance-symbolic", PLT_PHASE_DEVELOPMENT,
    plt_finance_view_get_type,
    "funding_source,instalment,funding_status,funding_application,application_document,scenario,"
    "scenario_change,parameter" },
  { "cash", N_ ("Cash flow"), "plt-cash-symbolic", PLT_PHASE_DEVELOPMENT, plt_cash_view_get_type,
    "cash_entry,credit_line,bank_entry" },

  { "plan", N_ ("Schedule"), "plt-plan-symbolic", PLT_PHASE_PREPARATION, plt_plan_view_get_type,
    "shooting_day,strip,schedule,availability,event,calendar_period,presence,sequence_order,"
    "schedule_change,presence_code,effect_color,plan_weight",
    STAGE },
  { "crew", N_ ("Team"), "plt-crew-symbolic", PLT_PHASE_PREPARATION, REGISTER,
    "person,engagement" },
  { "locations", N_ ("Locations"), "plt-location-symbolic", PLT_PHASE_PREPARATION, REGISTER,
    "location,insurance" },

  { "callsheets", N_ ("Call sheets"), "plt-callsheet-symbolic", PLT_PHASE_SHOOTING,
    plt_callsheet_view_get_type, "call_sheet,call,call_note,sheet_delivery", STAGE },
  { "movements", N_ ("Movements and travel"), "plt-movements-symbolic", PLT_PHASE_SHOOTING,
    plt_moves_view_get_type, "movement,movement_stop,vehicle,travel" },
  { "reports", N_ ("Reports"), "plt-report-symbolic", PLT_PHASE_SHOOTING, plt_report_view_get_type,
    "day_report,log_entry,day_delay,media_card,incident,conformity", STAGE },
  { "hours", N_ ("Time sheets"), "plt-hours-symbolic", PLT_PHASE_SHOOTING, plt_hours_view_get_type,
    "work_hours", STAGE },

  { "documents", N_ ("Documents"), "plt-documents-symbolic", PLT_PHASE_FILE,
    plt_documents_view_get_type },
  { "production", N_ ("Production"), "plt-production-symbolic", PLT_PHASE_FILE,
    plt_production_view_get_type, "production" },
  { "referentials", N_ ("Reference data"), "plt-referential-symbolic", PLT_PHASE_FILE, REGISTER,
    "referential" },
  { NULL },
};

static const char *const phase_titles[] = {
  [PLT_PHASE_DEVELOPMENT] = N_ ("Development"), [PLT_PHASE_PREPARATION] = N_ ("Preparation"),
  [PLT_PHASE_SHOOTING] = N_ ("Shooting"),       [PLT_PHASE_POSTPRODUCTION] = N_ ("Postproduction"),
  [PLT_PHASE_RELEASE] = N_ ("Release"),         [PLT_PHASE_FILE] = N_ ("Case file"),
};

const PltViewInfo *
plt_views (void)
{
  return views;
}

const PltViewInfo *
plt_views_find (const char *id)
{
  for (const PltViewInfo *info = views; info->id != NULL; info++)
    if (g_strcmp0 (info->id, id) == 0)
      return info;
  return NULL;
}

static gboolean
list_holds (const char *list, const char *id)
{
  g_auto (GStrv) ids = g_strsplit (list != NULL ? list : "", ",", -1);

  return g_strv_contains ((const char *const *) ids, id);
}

const PltViewInfo *
plt_views_find_table (const char *table)
{
  g_return_val_if_fail (table != NULL, NULL);

  for (const PltViewInfo *info = views; info->id != NULL; info++)
    if (list_holds (info->tables, table))
      return info;
  return NULL;
}

gboolean
plt_view_info_is_for (const PltViewInfo *info, const char *kind)
{
  return !list_holds (info->not_for, kind);
}

const char *
plt_phase_title (int phase)
{
  g_return_val_if_fail (phase >= 0 && phase < (int) G_N_ELEMENTS (phase_titles), "");

  return _ (phase_titles[phase]);
}

PltView *
plt_view_info_create (const PltViewInfo *info)
{
  return g_object_new (info->get_type (), "info", info, NULL);
}
