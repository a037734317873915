#include "plt-hours-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-a11y.h"
#include "plt-document-kind.h"
#include "plt-empty-state.h"
#include "plt-hours-bar.h"
#include "plt-hours-model.h"
#include "plt-hours-payroll.h"
#include "plt-hours-propose.h"
#include "plt-hours-why.h"
#include "plt-register.h"
#include "plt-today.h"

#define N_MODES 4

static const struct
{
  const char *id, *title, *empty;
} pages[N_MODES] = {
  { "day", N_ ("Day"), N_ ("Nobody has hours on this day. Take them from the call sheet.") },
  { "week", N_ ("Week"), N_ ("Nobody has hours in this week. Take those of a day first.") },
  { "person", N_ ("Person"), N_ ("Nobody has hours yet. Take those of a day first.") },
  { "overtime", N_ ("Overtime"), N_ ("Without hours there is no overtime to carry.") },
};

struct _PltHoursView
{
  PltView parent_instance;

  PltHours *hours;
  PltOvertime *overtime;
  PltHoursModel *models[N_MODES];
  GtkWidget *grids[N_MODES], *stacks[N_MODES], *labels[N_MODES];
  GtkWidget *reg;
  GtkWidget *why_pane, *why;
  PltDate date;
  guint person;
  gboolean dated;
};

G_DEFINE_FINAL_TYPE (PltHoursView, plt_hours_view, PLT_TYPE_VIEW)

static int
mode_of_page (PltHoursView *self)
{
  const char *page = plt_view_get_page (PLT_VIEW (self));

  for (guint i = 0; page != NULL && i < N_MODES; i++)
    if (strcmp (pages[i].id, page) == 0)
      return (int) i;
  return -1;
}

PltGrid *
plt_hours_view_get_grid (PltHoursView *self, const char *page)
{
  g_return_val_if_fail (PLT_IS_HOURS_VIEW (self) && page != NULL, NULL);

  for (guint i = 0; i < N_MODES; i++)
    if (strcmp (pages[i].id, page) == 0)
      return PLT_GRID (self->grids[i]);
  return NULL;
}

/* ---- what is shown ---- */

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  PltDate one = *(const PltDate *) a, other = *(const PltDate *) b;

  return one < other ? -1 : one > other;
}

/* Dates of the plan and of the hours. */
static GArray *
known_dates (PltHoursView *self)
{
  const PltPlan *plan = plt_session_get_plan (plt_view_get_session (PLT_VIEW (self)));
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (PltDate));

  for (guint i = 0; i < plan->days->len; i++)
    {
      PltDate date = ((const PltDayPlan *) plan->days->pdata[i])->day->date;

      if (date != PLT_DATE_NONE)
        g_array_append_val (dates, date);
    }
  for (guint i = 0; i < plan->facts->hours.n; i++)
    g_array_append_val (dates, plan->facts->hours.items[i].date);
  g_array_sort (dates, compare_dates);
  return dates;
}

/* The last day that has hours, else the first of the plan. */
static PltDate
first_date (PltHoursView *self)
{
  const PltFacts *facts = plt_session_get_facts (plt_view_get_session (PLT_VIEW (self)));
  g_autoptr (GArray) dates = known_dates (self);
  PltDate last = PLT_DATE_NONE, today = plt_today ();

  for (guint i = 0; i < facts->hours.n; i++)
    if (plt_hours_state (&facts->hours.items[i]) > PLT_HOURS_PLANNED)
      last = last == PLT_DATE_NONE ? facts->hours.items[i].date
                                   : MAX (last, facts->hours.items[i].date);
  for (guint i = 0; last == PLT_DATE_NONE && i < dates->len; i++)
    if (g_array_index (dates, PltDate, i) >= today)
      last = g_array_index (dates, PltDate, i);
  return last != PLT_DATE_NONE ? last
         : dates->len > 0      ? g_array_index (dates, PltDate, 0)
                               : PLT_DATE_NONE;
}

/* Overtime counts the hours of the plan too: only where it is asked for. */
static const PltOvertime *
get_overtime (PltHoursView *self)
{
  if (self->overtime == NULL && self->hours != NULL)
    self->overtime = plt_overtime_new (
        self->hours, plt_session_get_budget (plt_view_get_session (PLT_VIEW (self))));
  return self->overtime;
}

static char *
title_of (PltHoursView *self, PltHoursMode mode)
{
  const PltHoursPerson *person
      = self->person < self->hours->people->len ? self->hours->people->pdata[self->person] : NULL;
  g_autofree char *date = NULL;

  switch (mode)
    {
    case PLT_HOURS_BY_DAY:
      return self->date != PLT_DATE_NONE ? plt_date_format_long (self->date)
                                         : g_strdup (_ ("No day yet"));
    case PLT_HOURS_BY_WEEK:
      if (self->date == PLT_DATE_NONE)
        return g_strdup (_ ("No week yet"));
      date = plt_date_format_numeric (plt_hours_monday (self->date));
      return g_strdup_printf (_ ("Week %d, from %s"), plt_date_iso_week (self->date), date);
    case PLT_HOURS_OF_PERSON:
      return person != NULL ? g_strdup_printf ("%s, %s", person->name, person->function)
                            : g_strdup (_ ("Nobody yet"));
    case PLT_HOURS_OVERTIME:
    default:
      date = plt_money_format (get_overtime (self)->extra);
      return g_strdup_printf (_ ("Beyond the budget: %s"), date);
    }
}

static void
show_why (PltHoursView *self)
{
  int mode = mode_of_page (self);
  const PltHoursPerson *person = NULL;
  guint row, column;
  g_autofree char *text = NULL;

  if (self->hours == NULL)
    return;
  if (mode >= 0 && plt_grid_get_cursor (PLT_GRID (self->grids[mode]), &row, &column))
    person = plt_hours_model_get_person (self->models[mode], row);
  text = plt_hours_why (person, self->date);
  gtk_label_set_text (GTK_LABEL (self->why),
                      *text != '\0' ? text : _ ("Choose somebody to see why the pay is so."));
}

/* The cursor stands on the first person when rows first come. */
static void
put_cursor (PltHoursView *self, guint mode)
{
  guint row = mode == PLT_HOURS_OVERTIME ? 0 : 1;

  if (row < plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->models[mode])))
    plt_grid_set_cursor (PLT_GRID (self->grids[mode]), row,
                         mode == PLT_HOURS_BY_DAY ? PLT_HOURS_COLUMN_START : 0);
}

static void
show_page (PltHoursView *self, guint mode)
{
  g_autofree char *title = title_of (self, (PltHoursMode) mode);
  PltGridModel *model = PLT_GRID_MODEL (self->models[mode]);
  guint before = plt_grid_model_get_n_rows (model);

  plt_hours_model_show (self->models[mode], self->hours,
                        mode == PLT_HOURS_OVERTIME ? get_overtime (self) : NULL, self->date,
                        self->person);
  if (before == 0)
    put_cursor (self, mode);
  gtk_label_set_text (GTK_LABEL (self->labels[mode]), title);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stacks[mode]),
                                    plt_grid_model_get_n_rows (model) > 0 ? "grid" : "empty");
}

/* The others are filled when they are shown; until then they hold nothing of what was. */
static void
show_all (PltHoursView *self)
{
  int shown = mode_of_page (self);

  for (int i = 0; i < N_MODES; i++)
    if (i == shown || i == PLT_HOURS_BY_DAY)
      show_page (self, (guint) i);
    else
      plt_hours_model_show (self->models[i], NULL, NULL, PLT_DATE_NONE, 0);
  show_why (self);
}

static void
plt_hours_view_refresh (PltView *view)
{
  PltHoursView *self = PLT_HOURS_VIEW (view);
  PltSession *session = plt_view_get_session (view);
  PltHours *hours = plt_hours_ref ((PltHours *) plt_session_get_hours (session));
  PltHours *old_hours = self->hours;
  PltOvertime *old_overtime = self->overtime;

  self->hours = hours;
  self->overtime = NULL;
  if (!self->dated || self->date == PLT_DATE_NONE)
    {
      self->date = first_date (self);
      self->dated = self->date != PLT_DATE_NONE;
    }
  self->person = MIN (self->person, hours->people->len > 0 ? hours->people->len - 1 : 0);
  show_all (self);
  g_clear_pointer (&old_overtime, plt_overtime_free);
  g_clear_pointer (&old_hours, plt_hours_free);
}

void
plt_hours_view_show_date (PltHoursView *self, PltDate date)
{
  g_return_if_fail (PLT_IS_HOURS_VIEW (self));

  self->date = date;
  self->dated = TRUE;
  if (self->hours != NULL)
    show_all (self);
}

PltDate
plt_hours_view_get_date (PltHoursView *self)
{
  g_return_val_if_fail (PLT_IS_HOURS_VIEW (self), PLT_DATE_NONE);

  return self->date;
}

const char *
plt_hours_view_get_why (PltHoursView *self)
{
  g_return_val_if_fail (PLT_IS_HOURS_VIEW (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->why));
}

/* ---- going about ---- */

static void
go (PltHoursView *self, int by)
{
  int mode = mode_of_page (self);
  g_autoptr (GArray) dates = known_dates (self);
  PltDate found = PLT_DATE_NONE;

  if (mode == PLT_HOURS_OF_PERSON)
    {
      guint n = self->hours->people->len;

      if (n == 0)
        return;
      self->person = (guint) (((int) self->person + by + (int) n) % (int) n);
      show_all (self);
      return;
    }
  for (guint i = 0; i < dates->len; i++)
    {
      PltDate date = g_array_index (dates, PltDate, by > 0 ? i : dates->len - 1 - i);
      gboolean beyond = by > 0 ? date > self->date : date < self->date;

      if (mode == PLT_HOURS_BY_WEEK)
        beyond = beyond && plt_hours_monday (date) != plt_hours_monday (self->date);
      if (!beyond)
        continue;
      found = date;
      break;
    }
  if (found != PLT_DATE_NONE)
    plt_hours_view_show_date (self, found);
}

static void
on_previous (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go (data, -1);
}

static void
on_next (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go (data, 1);
}

/* ---- writing ---- */

static gint64
day_shown (PltHoursView *self)
{
  const PltPlan *plan = plt_session_get_plan (plt_view_get_session (PLT_VIEW (self)));

  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];

      if (day->day->date == self->date && day->number != 0)
        return day->day->id;
    }
  return 0;
}

static void
tell (PltHoursView *self, const char *text)
{
  plt_session_toast (plt_view_get_session (PLT_VIEW (self)), text, NULL, NULL);
}

static void
propose (PltHoursView *self, PltHoursSource source)
{
  PltSession *session = plt_view_get_session (PLT_VIEW (self));
  const PltFacts *facts = plt_session_get_facts (session);
  gint64 id = day_shown (self);
  const PltDayFacts *day = PLT_FACTS_FIND (facts->days, PltDayFacts, id);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *told = NULL;
  guint n;

  if (day == NULL)
    tell (self, _ ("This is no shooting day of the plan: add hours in the register."));
  else if (source == PLT_HOURS_FROM_REPORT && plt_hours_report (facts, day) == NULL)
    tell (self, _ ("There is no report of that day yet: fill it in first."));
  if (day == NULL || (source == PLT_HOURS_FROM_REPORT && plt_hours_report (facts, day) == NULL))
    return;
  n = plt_hours_propose (facts, plt_session_get_plan (session), id, source,
                         source == PLT_HOURS_FROM_SHEET, NULL, 0, batch);
  if (n == 0)
    {
      tell (self, _ ("The hours of this day say so already."));
      return;
    }
  told = g_strdup_printf (ngettext ("%u row of hours written.", "%u rows of hours written.", n), n);
  if (plt_session_apply (session,
                         source == PLT_HOURS_FROM_SHEET ? _ ("Hours as the call sheet")
                                                        : _ ("Hours as the report"),
                         NULL, batch, NULL))
    plt_session_toast (session, told, _ ("Undo"), "win.undo");
}

static void
on_from_sheet (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  propose (data, PLT_HOURS_FROM_SHEET);
}

static void
on_from_report (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  propose (data, PLT_HOURS_FROM_REPORT);
}

/* Of the rows that are selected, else of all that is shown. */
static void
set_state (PltHoursView *self, PltHoursState state, const char *label)
{
  PltSession *session = plt_view_get_session (PLT_VIEW (self));
  int mode = mode_of_page (self);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  GError *error = NULL;
  guint first, n;

  if (mode < 0 || mode == PLT_HOURS_OVERTIME
      || !plt_grid_get_selected_rows (PLT_GRID (self->grids[mode]), &first, &n))
    return;
  rows = plt_hours_model_get_rows (self->models[mode], first, n);
  if (rows->len == 0)
    {
      tell (self, _ ("Select the hours of somebody first."));
      return;
    }
  if (!plt_hours_set_state ((const PltHoursFacts *const *) rows->pdata, rows->len, state,
                            plt_today (), batch, &error))
    plt_session_take_error (session, error);
  else if (plt_batch_get_n_edits (batch) > 0)
    plt_session_apply (session, label, NULL, batch, NULL);
}

static void
on_approve (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  set_state (data, PLT_HOURS_APPROVED, _ ("Approve hours"));
}

static void
on_sign (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  set_state (data, PLT_HOURS_SIGNED, _ ("Sign hours"));
}

static void
on_reopen (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  set_state (data, PLT_HOURS_CORRECTED, _ ("Open hours again"));
}

static void
on_to_budget (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltHoursView *self = data;
  PltSession *session = plt_view_get_session (data);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *told = NULL;
  GError *error = NULL;
  guint n;

  if (!plt_overtime_apply (get_overtime (self), batch, &n, &error))
    {
      plt_session_take_error (session, error);
      return;
    }
  if (n == 0)
    {
      tell (self, _ ("The budget says so already."));
      return;
    }
  told = g_strdup_printf (
      ngettext ("%u line of the budget written.", "%u lines of the budget written.", n), n);
  if (plt_session_apply (session, _ ("Carry the hours to the budget"), NULL, batch, NULL))
    plt_session_toast (session, told, _ ("Undo"), "win.undo");
}

/* ---- the payroll table ---- */

static void
on_payroll_days (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_hours_payroll_ask (data, FALSE);
}

static void
on_payroll_weeks (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_hours_payroll_ask (data, TRUE);
}

/* ---- the register ---- */

static gboolean
is_register (PltHoursView *self)
{
  return g_strcmp0 (plt_view_get_page (PLT_VIEW (self)), "work_hours") == 0;
}

static void
on_add_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_register_add_row (PLT_REGISTER (((PltHoursView *) data)->reg));
}

static void
on_delete_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_register_delete_rows (PLT_REGISTER (((PltHoursView *) data)->reg));
}

static void
on_import_csv (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_register_import_csv (PLT_REGISTER (((PltHoursView *) data)->reg));
}

static const GActionEntry entries[] = {
  { "add-row", on_add_row },
  { "delete-row", on_delete_row },
  { "import-csv", on_import_csv },
  { "hours-previous", on_previous },
  { "hours-next", on_next },
  { "hours-from-sheet", on_from_sheet },
  { "hours-from-report", on_from_report },
  { "hours-approve", on_approve },
  { "hours-sign", on_sign },
  { "hours-reopen", on_reopen },
  { "hours-to-budget", on_to_budget },
  { "hours-payroll-days", on_payroll_days },
  { "hours-payroll-weeks", on_payroll_weeks },
};

static void
update_actions (PltView *view)
{
  static const char *const of_register[] = { "add-row", "delete-row", "import-csv" };
  static const char *const of_rows[] = { "hours-approve", "hours-sign", "hours-reopen" };
  static const char *const of_day[] = { "hours-from-sheet", "hours-from-report" };
  PltHoursView *self = PLT_HOURS_VIEW (view);
  gboolean may = !plt_session_is_read_only (plt_view_get_session (view));
  int mode = mode_of_page (self);

  for (guint i = 0; i < G_N_ELEMENTS (of_register); i++)
    plt_view_set_action_enabled (view, of_register[i], may && is_register (self));
  for (guint i = 0; i < G_N_ELEMENTS (of_rows); i++)
    plt_view_set_action_enabled (view, of_rows[i], may && mode >= 0 && mode != PLT_HOURS_OVERTIME);
  for (guint i = 0; i < G_N_ELEMENTS (of_day); i++)
    plt_view_set_action_enabled (view, of_day[i], may && mode == PLT_HOURS_BY_DAY);
  plt_view_set_action_enabled (view, "hours-to-budget", may);
  plt_view_set_action_enabled (view, "hours-previous", mode >= 0 && mode != PLT_HOURS_OVERTIME);
  plt_view_set_action_enabled (view, "hours-next", mode >= 0 && mode != PLT_HOURS_OVERTIME);
}

/* ---- the view ---- */

static gboolean
plt_hours_view_grab_content_focus (PltView *view)
{
  PltHoursView *self = PLT_HOURS_VIEW (view);
  int mode = mode_of_page (self);

  if (is_register (self))
    return plt_register_grab_focus (PLT_REGISTER (self->reg));
  return mode >= 0 && gtk_widget_grab_focus (self->grids[mode]);
}

/* A finding on a row leads to its day. */
static gboolean
plt_hours_view_select_ref (PltView *view, PltRef ref)
{
  PltHoursView *self = PLT_HOURS_VIEW (view);
  const PltFacts *facts = plt_session_get_facts (plt_view_get_session (view));
  const PltHoursFacts *row = g_strcmp0 (ref.table, "work_hours") == 0
                                 ? PLT_FACTS_FIND (facts->hours, PltHoursFacts, ref.id)
                                 : NULL;
  int found;

  if (row == NULL)
    return FALSE;
  if (self->hours == NULL)
    plt_hours_view_refresh (view);
  plt_view_show_page (view, "day");
  plt_hours_view_show_date (self, row->date);
  found = plt_hours_model_find_row (self->models[PLT_HOURS_BY_DAY], ref.id);
  if (found < 0)
    return FALSE;
  plt_grid_set_cursor (PLT_GRID (self->grids[PLT_HOURS_BY_DAY]), (guint) found,
                       g_strcmp0 (ref.column, "end_minutes") == 0    ? PLT_HOURS_COLUMN_END
                       : g_strcmp0 (ref.column, "meal_minutes") == 0 ? PLT_HOURS_COLUMN_MEAL
                                                                     : PLT_HOURS_COLUMN_START);
  return TRUE;
}

static gboolean
plt_hours_view_start_search (PltView *view)
{
  plt_view_show_page (view, "work_hours");
  plt_register_start_search (PLT_REGISTER (PLT_HOURS_VIEW (view)->reg));
  return TRUE;
}

static PltDocument *
plt_hours_view_get_document (PltView *view, GError **error)
{
  PltHoursView *self = PLT_HOURS_VIEW (view);
  const PltDocumentKind *kind = plt_document_kind_find ("releve-heures");
  g_autoptr (PltParams) params = plt_params_new ();
  g_autofree char *week = NULL;
  int mode = mode_of_page (self);

  if (is_register (self))
    return plt_register_get_document (PLT_REGISTER (self->reg), error);
  if (self->date != PLT_DATE_NONE)
    {
      week = plt_date_to_iso (self->date);
      plt_params_set (params, kind, "semaine", week, NULL);
    }
  plt_params_set (params, kind, "releve", mode == PLT_HOURS_OF_PERSON ? "individuel" : "equipe",
                  NULL);
  if (mode == PLT_HOURS_OF_PERSON && self->person < self->hours->people->len)
    {
      const PltHoursPerson *person = self->hours->people->pdata[self->person];
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, person->person->id);

      plt_params_set (params, kind, "personne", id, NULL);
    }
  return plt_document_build (plt_session_get_store (plt_view_get_session (view)), "releve-heures",
                             params, error);
}

static void
show_pane (PltHoursView *self)
{
  gboolean shown = mode_of_page (self) >= 0;

  plt_view_set_pane (PLT_VIEW (self), shown ? _ ("Why") : NULL, shown ? self->why_pane : NULL);
}

static void
plt_hours_view_page_shown (PltView *view, const char *page)
{
  if (plt_view_get_session (view) == NULL)
    return;
  update_actions (view);
  show_pane (PLT_HOURS_VIEW (view));
  if (PLT_HOURS_VIEW (view)->hours != NULL)
    show_all (PLT_HOURS_VIEW (view));
}

static void
on_selection (PltHoursView *self)
{
  int mode = mode_of_page (self);
  guint row, column;
  PltRef ref;

  show_why (self);
  if (mode < 0)
    return;
  plt_view_set_summary (PLT_VIEW (self),
                        plt_grid_get_selection_summary (PLT_GRID (self->grids[mode])));
  if (!plt_grid_get_cursor (PLT_GRID (self->grids[mode]), &row, &column))
    return;
  ref = plt_hours_model_get_ref (self->models[mode], row);
  if (ref.table != NULL)
    plt_session_select (plt_view_get_session (PLT_VIEW (self)), ref.table, ref.id, NULL);
}

/* From somebody's week to his statement, from a sub-post to its line. */
static void
on_activated (PltGrid *grid, guint row, guint column, PltHoursView *self)
{
  int mode = mode_of_page (self);
  const PltHoursPerson *person
      = mode >= 0 ? plt_hours_model_get_person (self->models[mode], row) : NULL;
  PltRef ref = mode >= 0 ? plt_hours_model_get_ref (self->models[mode], row) : (PltRef){ NULL };

  if (person == NULL || mode == PLT_HOURS_OF_PERSON)
    {
      if (ref.table != NULL && mode == PLT_HOURS_OVERTIME)
        plt_session_open_ref (plt_view_get_session (PLT_VIEW (self)), ref);
      return;
    }
  for (guint i = 0; i < self->hours->people->len; i++)
    if (self->hours->people->pdata[i] == person)
      self->person = i;
  show_all (self);
  plt_view_show_page (PLT_VIEW (self), "person");
}

/* ---- building ---- */

static void
add_page (PltHoursView *self, PltSession *session, PltHoursMode mode)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *empty
      = plt_empty_state_new ("plt-hours-symbolic", _ ("No hours"), _ (pages[mode].empty),
                             mode == PLT_HOURS_BY_DAY ? _ ("As the Call Sheet") : NULL,
                             mode == PLT_HOURS_BY_DAY ? "view.hours-from-sheet" : NULL);

  self->models[mode] = plt_hours_model_new (session, mode);
  self->grids[mode] = plt_grid_new (PLT_GRID_MODEL (self->models[mode]));
  self->stacks[mode] = gtk_stack_new ();
  self->labels[mode] = gtk_label_new (NULL);
  plt_a11y_set_name (self->grids[mode], _ (pages[mode].title));
  gtk_widget_add_css_class (self->labels[mode], "heading");
  gtk_label_set_ellipsize (GTK_LABEL (self->labels[mode]), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (bar, "register-bar");
  plt_hours_bar_fill (GTK_BOX (bar), mode, self->labels[mode]);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grids[mode]);
  gtk_stack_add_named (GTK_STACK (self->stacks[mode]), scroller, "grid");
  gtk_stack_add_named (GTK_STACK (self->stacks[mode]), empty, "empty");
  gtk_widget_set_vexpand (self->stacks[mode], TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), self->stacks[mode]);
  plt_view_add_page (PLT_VIEW (self), pages[mode].id, _ (pages[mode].title), box);
  g_signal_connect_object (self->grids[mode], "selection-changed", G_CALLBACK (on_selection), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grids[mode], "cell-activated", G_CALLBACK (on_activated), self, 0);
}

static void
plt_hours_view_session_set (PltView *view, PltSession *session)
{
  PltHoursView *self = PLT_HOURS_VIEW (view);

  self->why = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->why), TRUE);
  gtk_label_set_selectable (GTK_LABEL (self->why), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->why), 0);
  gtk_widget_set_valign (self->why, GTK_ALIGN_START);
  gtk_widget_set_margin_start (self->why, 12);
  gtk_widget_set_margin_end (self->why, 12);
  gtk_widget_set_margin_top (self->why, 8);
  gtk_widget_set_margin_bottom (self->why, 8);
  self->why_pane = g_object_ref_sink (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->why_pane), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->why_pane), self->why);
  gtk_widget_set_vexpand (self->why_pane, TRUE);
  for (guint i = 0; i < N_MODES; i++)
    add_page (self, session, (PltHoursMode) i);
  self->reg = plt_register_new (session, "work_hours", NULL);
  plt_view_add_page (view, "work_hours", _ ("Register"), self->reg);
  update_actions (view);
  show_pane (self);
}

static void
plt_hours_view_dispose (GObject *object)
{
  PltHoursView *self = PLT_HOURS_VIEW (object);
  /* the rows of each model point into it until that model is emptied */
  g_autoptr (PltOvertime) overtime = g_steal_pointer (&self->overtime);

  if (self->hours != NULL)
    {
      g_autoptr (PltHours) hours = g_steal_pointer (&self->hours);

      for (guint i = 0; i < N_MODES; i++)
        plt_hours_model_show (self->models[i], NULL, NULL, PLT_DATE_NONE, 0);
    }
  G_OBJECT_CLASS (plt_hours_view_parent_class)->dispose (object);
}

static void
plt_hours_view_finalize (GObject *object)
{
  PltHoursView *self = PLT_HOURS_VIEW (object);

  for (guint i = 0; i < N_MODES; i++)
    g_clear_object (&self->models[i]);
  g_clear_object (&self->why_pane);
  G_OBJECT_CLASS (plt_hours_view_parent_class)->finalize (object);
}

static void
plt_hours_view_class_init (PltHoursViewClass *klass)
{
  PltViewClass *view_class = PLT_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plt_hours_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_hours_view_finalize;
  view_class->session_set = plt_hours_view_session_set;
  view_class->refresh = plt_hours_view_refresh;
  view_class->grab_content_focus = plt_hours_view_grab_content_focus;
  view_class->select_ref = plt_hours_view_select_ref;
  view_class->start_search = plt_hours_view_start_search;
  view_class->get_document = plt_hours_view_get_document;
  view_class->page_shown = plt_hours_view_page_shown;
}

static void
plt_hours_view_init (PltHoursView *self)
{
  self->date = PLT_DATE_NONE;
  plt_view_add_actions (PLT_VIEW (self), entries, G_N_ELEMENTS (entries));
}
