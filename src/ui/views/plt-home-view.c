#include "plt-home-view.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-callsheet.h"
#include "plt-funding-amount.h"
#include "plt-history-list.h"
#include "plt-issues-pane.h"
#include "plt-tile.h"
#include "plt-tiles-layout.h"
#include "plt-today.h"

#define MAX_ISSUES 4
#define MAX_DATES 6
#define MAX_CHANGES 5
#define DAYS_AHEAD 7
#define TILE_WIDTH 280
#define TILE_SPACING 12

struct _PltHomeView
{
  PltView parent_instance;

  GtkWidget *tiles;
  PltTile *issues;
  PltTile *dates;
  PltTile *money;
  PltTile *cash;
  PltTile *breakdown;
  PltTile *shooting;
  PltTile *changes;
};

G_DEFINE_FINAL_TYPE (PltHomeView, plt_home_view, PLT_TYPE_VIEW)

static void
on_issue_activated (GtkListBox *list, GtkListBoxRow *row, PltSession *session)
{
  plt_session_open_ref (session, *(PltRef *) g_object_get_data (G_OBJECT (row), "plt-ref"));
}

static void
fill_issues (PltHomeView *self, PltSession *session)
{
  const GPtrArray *issues = plt_session_get_issues (session);
  guint errors = plt_session_count_issues (session, NULL, PLT_SEVERITY_ERROR);
  guint warnings = plt_session_count_issues (session, NULL, PLT_SEVERITY_WARNING) - errors;
  g_autofree char *errors_text
      = g_strdup_printf (ngettext ("%u error", "%u errors", errors), errors);
  g_autofree char *warnings_text
      = g_strdup_printf (ngettext ("%u warning", "%u warnings", warnings), warnings);
  g_autofree char *figure = g_strdup_printf ("%s · %s", errors_text, warnings_text);
  GtkWidget *list;

  plt_tile_clear (self->issues);
  if (issues->len == 0)
    {
      plt_tile_add_line (self->issues, _ ("Everything that is checked is in order."), NULL);
      return;
    }
  plt_tile_add_figure (self->issues, figure);
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "issues");
  plt_a11y_set_name (list, _ ("Gravest issues"));
  for (guint i = 0; i < issues->len && i < MAX_ISSUES; i++)
    {
      const PltIssue *issue = g_ptr_array_index (issues, i);
      GtkWidget *row = plt_issue_row_new (issue);

      g_object_set_data_full (G_OBJECT (row), "plt-ref", g_memdup2 (&issue->ref, sizeof issue->ref),
                              g_free);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_issue_activated), session, 0);
  plt_tile_add_widget (self->issues, list);
}

typedef struct
{
  PltDate date;
  char *text;
} Appointment;

static void
appointment_clear (Appointment *self)
{
  g_free (self->text);
}

static int
compare_appointments (const Appointment *a, const Appointment *b)
{
  return a->date < b->date ? -1 : a->date > b->date;
}

static void
add_appointment (GArray *list, PltDate from, PltDate date, const char *what, const char *name)
{
  Appointment appointment;

  if (date == PLT_DATE_NONE || date < from || date > from + DAYS_AHEAD)
    return;
  appointment.date = date;
  appointment.text
      = name != NULL && *name != '\0' ? g_strdup_printf ("%s · %s", what, name) : g_strdup (what);
  g_array_append_val (list, appointment);
}

static GArray *
collect_appointments (PltSession *session, PltDate from)
{
  const PltFacts *facts = plt_session_get_facts (session);
  const PltPlan *plan = plt_session_get_plan (session);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Appointment));

  g_array_set_clear_func (list, (GDestroyNotify) appointment_clear);
  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = g_ptr_array_index (plan->days, i);
      g_autofree char *name = g_strdup_printf (_ ("Day %u"), day->number);

      if (day->number > 0)
        add_appointment (list, from, day->day->date, _ ("Shooting"), name);
    }
  for (guint i = 0; i < facts->tasks.n; i++)
    {
      const PltTaskFacts *task = &facts->tasks.items[i];

      add_appointment (list, from, task->start_date,
                       task->milestone ? _ ("Milestone") : _ ("Start"), task->name);
      if (!task->milestone && task->end_date != task->start_date)
        add_appointment (list, from, task->end_date, _ ("End"), task->name);
    }
  for (guint i = 0; i < facts->instalments.n; i++)
    {
      const PltInstalmentFacts *instalment = &facts->instalments.items[i];

      if (instalment->paid_date == PLT_DATE_NONE)
        add_appointment (list, from, instalment->date, _ ("Instalment"), instalment->label);
    }
  for (guint i = 0; i < facts->locations.n; i++)
    add_appointment (list, from, facts->locations.items[i].permit_to, _ ("Permit ends"),
                     facts->locations.items[i].name);
  add_appointment (list, from, facts->production.delivery_date, _ ("Delivery"), NULL);
  g_array_sort (list, (GCompareFunc) compare_appointments);
  return list;
}

static void
fill_dates (PltHomeView *self, PltSession *session)
{
  PltDate from = plt_today ();
  g_autoptr (GArray) list = collect_appointments (session, from);
  const PltPlan *plan = plt_session_get_plan (session);
  PltDate first = plt_plan_first_date (plan);

  plt_tile_clear (self->dates);
  for (guint i = 0; i < list->len && i < MAX_DATES; i++)
    {
      const Appointment *appointment = &g_array_index (list, Appointment, i);
      g_autofree char *day = plt_date_format_short (appointment->date);

      plt_tile_add_pair (self->dates, appointment->text, day);
    }
  if (list->len == 0)
    plt_tile_add_line (self->dates, _ ("Nothing in the next seven days."), NULL);
  if (first != PLT_DATE_NONE && first > from)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%d day until the first shooting day",
                                                         "%d days until the first shooting day",
                                                         (gulong) (first - from)),
                                               first - from);

      plt_tile_add_line (self->dates, text, "dim-label");
    }
}

static void
fill_money (PltHomeView *self, PltSession *session)
{
  const PltBudget *budget = plt_session_get_budget (session);
  PltMoney funding = plt_funding_sum (plt_session_get_facts (session), budget, NULL);
  g_autofree char *total = plt_money_format (budget->total);
  g_autofree char *found = plt_money_format (funding);
  PltMoney gap = budget->total - funding;
  g_autofree char *amount = plt_money_format (ABS (gap));
  g_autofree char *text = NULL;

  plt_tile_clear (self->money);
  if (budget->budget == NULL)
    {
      plt_tile_add_line (self->money, _ ("There is no budget yet."), NULL);
      return;
    }
  plt_tile_add_pair (self->money, _ ("Budget"), total);
  plt_tile_add_pair (self->money, _ ("Financing"), found);
  if (gap > 0)
    /* Translators: %s is an amount of money */
    text = g_strdup_printf (_ ("%s are missing."), amount);
  else if (gap < 0)
    text = g_strdup_printf (_ ("%s more than the budget."), amount);
  else
    text = g_strdup (_ ("The financing covers the budget."));
  plt_tile_add_bar (self->money, funding, budget->total, text);
  plt_tile_add_line (self->money, text, gap > 0 ? "warning-text" : NULL);
}

static void
fill_cash (PltHomeView *self, PltSession *session)
{
  const PltCashPlan *plan = plt_session_get_cash_plan (session);
  g_autofree char *amount = NULL;
  g_autofree char *when = NULL;

  plt_tile_clear (self->cash);
  if (plan->lowest_before_credits_date == PLT_DATE_NONE)
    plt_tile_add_line (self->cash, _ ("Nothing has a date yet."), NULL);
  else
    {
      amount = plt_money_format (plan->lowest_before_credits);
      when = plt_date_format_day (plan->lowest_before_credits_date);
      plt_tile_add_figure (self->cash, amount);
      plt_tile_add_line (self->cash, when, NULL);
      if (plan->criticals->len > 0)
        plt_tile_add_line (self->cash, _ ("Below zero: an advance or a credit line is needed."),
                           "error-text");
      else if (plan->need > 0)
        plt_tile_add_line (self->cash, _ ("The overdraft and the credits cover it."), "dim-label");
    }
  if (plan->undated->len > 0)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("%u amount has no date.", "%u amounts have no date.", plan->undated->len),
          plan->undated->len);

      plt_tile_add_line (self->cash, text, "dim-label");
    }
}

static void
fill_breakdown (PltHomeView *self, PltSession *session)
{
  const PltFacts *facts = plt_session_get_facts (session);
  guint filled = 0, timed = 0;
  g_autofree char *text = NULL;
  g_autofree char *timing = NULL;

  plt_tile_clear (self->breakdown);
  if (facts->sequences.n == 0)
    {
      plt_tile_add_line (self->breakdown, _ ("Import a screenplay to begin."), NULL);
      return;
    }
  for (guint i = 0; i < facts->sequences.n; i++)
    {
      guint n;

      plt_facts_occurrences_of (facts, facts->sequences.items[i].id, &n);
      filled += n > 0 ? 1 : 0;
    }
  for (guint i = 0; i < facts->sequences.n; i++)
    timed += facts->sequences.items[i].premin_seconds != PLT_UNKNOWN ? 1 : 0;
  /* Translators: "18 of 24 sequences have elements" */
  text = g_strdup_printf (_ ("%u of %u sequences have elements"), filled, facts->sequences.n);
  timing = g_strdup_printf (_ ("%u of %u are timed"), timed, facts->sequences.n);
  plt_tile_add_bar (self->breakdown, filled, facts->sequences.n, text);
  plt_tile_add_line (self->breakdown, text, NULL);
  plt_tile_add_bar (self->breakdown, timed, facts->sequences.n, timing);
  plt_tile_add_line (self->breakdown, timing, NULL);
}

static void
fill_shooting (PltHomeView *self, PltSession *session)
{
  const PltFacts *facts = plt_session_get_facts (session);
  const PltPlan *plan = plt_session_get_plan (session);
  guint shot = 0, sequences = 0;
  PltDate now = plt_today ();
  guint past = 0;
  g_autofree char *days = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < facts->sequences.n; i++)
    {
      const char *status = facts->sequences.items[i].status;

      shot += g_str_equal (status, "tournee") ? 1 : 0;
      sequences += g_str_equal (status, "supprimee") ? 0 : 1;
    }
  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = g_ptr_array_index (plan->days, i);

      past += day->number > 0 && day->day->date != PLT_DATE_NONE && day->day->date < now ? 1 : 0;
    }
  plt_tile_clear (self->shooting);
  if (plan->n_shooting_days == 0)
    {
      plt_tile_add_line (self->shooting, _ ("No shooting day is planned yet."), NULL);
      return;
    }
  /* Translators: "2 of 5 days are over" */
  days = g_strdup_printf (_ ("%u of %u days are over"), past, plan->n_shooting_days);
  text = g_strdup_printf (_ ("%u of %u sequences are shot"), shot, sequences);
  plt_tile_add_bar (self->shooting, past, plan->n_shooting_days, days);
  plt_tile_add_line (self->shooting, days, NULL);
  plt_tile_add_bar (self->shooting, shot, sequences, text);
  plt_tile_add_line (self->shooting, text, NULL);
  if (plan->unplaced->len > 0)
    {
      g_autofree char *left
          = g_strdup_printf (ngettext ("%u sequence is still to be placed.",
                                       "%u sequences are still to be placed.", plan->unplaced->len),
                             plan->unplaced->len);

      plt_tile_add_line (self->shooting, left, "warning-text");
    }
}

static void
fill_changes (PltHomeView *self, PltSession *session)
{
  PltStore *store = plt_session_get_store (session);
  g_autoptr (GPtrArray) history = plt_store_history (store);
  guint shown = 0;

  plt_tile_clear (self->changes);
  for (guint i = history->len; i > 0 && shown < MAX_CHANGES; i--)
    {
      const PltHistoryEntry *entry = g_ptr_array_index (history, i - 1);
      g_autofree char *time = plt_history_time (entry->time);

      if (entry->undone)
        continue;
      plt_tile_add_pair (self->changes, entry->label, time);
      shown++;
    }
  if (shown == 0)
    plt_tile_add_line (self->changes, _ ("Nothing was changed yet."), NULL);
  else if (plt_store_can_undo (store) && !plt_session_is_read_only (session))
    {
      GtkWidget *undo = gtk_button_new_with_label (_ ("Undo the last change"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (undo), "win.undo");
      gtk_widget_set_halign (undo, GTK_ALIGN_START);
      plt_tile_add_widget (self->changes, undo);
    }
}

static void
plt_home_view_refresh (PltView *view)
{
  PltHomeView *self = PLT_HOME_VIEW (view);
  PltSession *session = plt_view_get_session (view);

  fill_issues (self, session);
  fill_dates (self, session);
  fill_money (self, session);
  fill_cash (self, session);
  fill_breakdown (self, session);
  fill_shooting (self, session);
  fill_changes (self, session);
}

static PltTile *
add_tile (PltHomeView *self, const char *title, const char *icon, const char *action)
{
  GtkWidget *tile = plt_tile_new (title, icon, action);

  gtk_box_append (GTK_BOX (self->tiles), tile);
  return PLT_TILE (tile);
}

static void
plt_home_view_class_init (PltHomeViewClass *klass)
{
  PLT_VIEW_CLASS (klass)->refresh = plt_home_view_refresh;
}

static void
plt_home_view_init (PltHomeView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->tiles = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_layout_manager (self->tiles, plt_tiles_layout_new (TILE_WIDTH, TILE_SPACING));
  gtk_widget_set_valign (self->tiles, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->tiles, "tiles");
  self->issues = add_tile (self, _ ("Issues"), "plt-warning-symbolic", "win.issues");
  self->dates = add_tile (self, _ ("Next dates"), "plt-calendar-symbolic", "win.go::timeline");
  self->money
      = add_tile (self, _ ("Budget and financing"), "plt-budget-symbolic", "win.go::finance");
  self->cash = add_tile (self, _ ("Lowest cash"), "plt-cash-symbolic", "win.go::cash");
  self->breakdown = add_tile (self, _ ("Breakdown"), "plt-breakdown-symbolic", "win.go::breakdown");
  self->shooting = add_tile (self, _ ("Shooting"), "plt-plan-symbolic", "win.go::plan");
  self->changes = add_tile (self, _ ("Last changes"), "plt-history-symbolic", "win.history");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->tiles);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  plt_view_add_page (PLT_VIEW (self), "tiles", _ ("Overview"), scroller);
}
