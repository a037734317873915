#include "plt-calendar-page.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-calendar-cell.h"
#include "plt-day-edit.h"
#include "plt-plan-days.h"
#include "plt-plan-version.h"
#include "plt-rows.h"
#include "plt-today.h"

#define WEEKS 6
#define CELLS (WEEKS * 7)

struct _PltCalendarPage
{
  GtkWidget parent_instance;

  PltSession *session;
  PltCalendarMonth *month;
  PltDate date;        /* of the cursor */
  PltDate first, last; /* of what the plan and the events hold */
  GSimpleAction *open; /* of the menu */
  GtkWidget *box, *title, *following, *undated, *grid, *popover;
  GtkWidget *weeks[WEEKS], *cells[CELLS];
};

G_DEFINE_FINAL_TYPE (PltCalendarPage, plt_calendar_page, GTK_TYPE_WIDGET)

enum
{
  SELECT,
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- showing ---- */

static int
index_of (PltCalendarPage *self, PltDate date)
{
  for (guint i = 0; self->month != NULL && i < self->month->n_weeks * 7; i++)
    if (self->month->dates[i].date == date)
      return (int) i;
  return -1;
}

static const PltCalendarDate *
current (PltCalendarPage *self)
{
  int at = index_of (self, self->date);

  return at >= 0 ? &self->month->dates[at] : NULL;
}

static void
read_month (PltCalendarPage *self, int year, int month)
{
  g_autoptr (PltAgenda) agenda = plt_agenda_new (plt_session_get_plan (self->session));
  g_autofree char *undated = plt_calendar_undated (agenda);
  /* Translators: %s are days: "D4, D5" */
  g_autofree char *text
      = *undated != '\0' ? g_strdup_printf (_ ("Without a date: %s"), undated) : g_strdup ("");

  g_clear_pointer (&self->month, plt_calendar_month_free);
  self->month = plt_calendar_month_new (agenda, year, month);
  self->first = agenda->first;
  self->last = agenda->last;
  gtk_label_set_label (GTK_LABEL (self->undated), text);
  gtk_label_set_label (GTK_LABEL (self->title), self->month->title);
}

/* Only the cell of the cursor can have the focus, so that Tab leaves the calendar. */
static void
show_cursor (PltCalendarPage *self)
{
  for (guint i = 0; i < CELLS; i++)
    {
      gboolean here = i < self->month->n_weeks * 7 && self->month->dates[i].date == self->date;

      gtk_widget_set_focusable (self->cells[i], here);
      if (here)
        gtk_widget_add_css_class (self->cells[i], "cursor");
      else
        gtk_widget_remove_css_class (self->cells[i], "cursor");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->cells[i]), GTK_ACCESSIBLE_STATE_SELECTED,
                                   here, -1);
    }
}

static void
show_month (PltCalendarPage *self)
{
  guint n = self->month->n_weeks * 7;

  for (guint i = 0; i < CELLS; i++)
    {
      gtk_widget_set_visible (self->cells[i], i < n);
      if (i < n)
        plt_calendar_cell_show (PLT_CALENDAR_CELL (self->cells[i]), &self->month->dates[i]);
      if (i % 7 == 0)
        {
          g_autofree char *week
              = i < n ? g_strdup_printf ("%d", plt_date_iso_week (self->month->dates[i].date))
                      : g_strdup ("");

          gtk_label_set_label (GTK_LABEL (self->weeks[i / 7]), week);
          gtk_widget_set_visible (self->weeks[i / 7], i < n);
        }
    }
  show_cursor (self);
}

static gboolean
has_focus (PltCalendarPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->grid);
}

static void
focus_cursor (PltCalendarPage *self)
{
  int at = index_of (self, self->date);

  if (at >= 0)
    gtk_widget_grab_focus (self->cells[at]);
}

static void
tell_selection (PltCalendarPage *self)
{
  const PltCalendarDate *date = current (self);

  if (date == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (date->day != 0)
    g_signal_emit (self, signals[SELECT], 0, "shooting_day", date->day);
  else if (date->event != 0)
    g_signal_emit (self, signals[SELECT], 0, "event", date->event);
}

PltDate
plt_calendar_page_get_date (PltCalendarPage *self)
{
  g_return_val_if_fail (PLT_IS_CALENDAR_PAGE (self), PLT_DATE_NONE);

  return self->date;
}

void
plt_calendar_page_go_to (PltCalendarPage *self, PltDate date)
{
  gboolean focused;
  int year, month;

  g_return_if_fail (PLT_IS_CALENDAR_PAGE (self) && date != PLT_DATE_NONE);

  focused = has_focus (self);
  self->date = date;
  plt_date_to_ymd (date, &year, &month, NULL);
  if (self->month == NULL || year != self->month->year || month != self->month->month)
    {
      read_month (self, year, month);
      show_month (self);
    }
  else
    show_cursor (self);
  if (focused)
    focus_cursor (self);
  tell_selection (self);
}

/* The month of the first day of the plan, else that of the start of the production, else this one.
 */
static PltDate
first_date (PltCalendarPage *self)
{
  PltDate date = plt_plan_first_date (plt_session_get_plan (self->session));

  return date != PLT_DATE_NONE ? date : plt_today ();
}

void
plt_calendar_page_refresh (PltCalendarPage *self)
{
  gboolean focused;
  int year, month;

  g_return_if_fail (PLT_IS_CALENDAR_PAGE (self));

  focused = has_focus (self);
  if (self->date == PLT_DATE_NONE)
    self->date = first_date (self);
  plt_date_to_ymd (self->date, &year, &month, NULL);
  read_month (self, year, month);
  show_month (self);
  if (focused)
    focus_cursor (self);
}

gboolean
plt_calendar_page_select_ref (PltCalendarPage *self, PltRef ref)
{
  const PltFacts *facts;
  PltDate date = PLT_DATE_NONE;

  g_return_val_if_fail (PLT_IS_CALENDAR_PAGE (self), FALSE);

  facts = plt_session_get_facts (self->session);
  if (g_strcmp0 (ref.table, "shooting_day") == 0)
    {
      const PltDayFacts *day = PLT_FACTS_FIND (facts->days, PltDayFacts, ref.id);

      date = day != NULL ? day->date : PLT_DATE_NONE;
    }
  else if (g_strcmp0 (ref.table, "event") == 0)
    {
      const PltEventFacts *event = PLT_FACTS_FIND (facts->events, PltEventFacts, ref.id);

      date = event != NULL ? event->date : PLT_DATE_NONE;
    }
  if (date == PLT_DATE_NONE)
    return FALSE;
  plt_calendar_page_go_to (self, date);
  focus_cursor (self);
  return TRUE;
}

/* ---- changing ---- */

/* TRUE when days may be changed; else says why they may not. */
static gboolean
can_change (PltCalendarPage *self)
{
  const PltPlan *plan = plt_session_get_plan (self->session);
  g_autofree char *sentence = NULL;

  if (plt_session_is_read_only (self->session))
    return FALSE;
  if (plan->schedule == NULL || !plt_schedule_is_frozen (plan->facts, plan->schedule->id))
    return TRUE;
  sentence = plt_schedule_frozen_sentence (plan->schedule);
  plt_session_toast (self->session, sentence, NULL, NULL);
  return FALSE;
}

/* Puts a day of the plan on a date, and the cursor with it. */
static gboolean
move_day (PltCalendarPage *self, gint64 day, PltDate date, gboolean following)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  gint64 schedule = plt_session_get_schedule_id (self->session);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  GError *error = NULL;

  if (!can_change (self))
    return FALSE;
  if (!plt_days_move (facts, day, date, following, plt_plan_rest_days (facts, schedule), batch,
                      &error))
    {
      plt_session_take_error (self->session, error);
      return FALSE;
    }
  if (plt_batch_get_n_edits (batch) == 0)
    return TRUE;
  if (!plt_session_apply (self->session,
                          following ? _ ("Move a day and the later ones") : _ ("Move a day"), NULL,
                          batch, NULL))
    return FALSE;
  plt_calendar_page_go_to (self, date);
  return TRUE;
}

gboolean
plt_calendar_page_move (PltCalendarPage *self, PltDate date, gboolean following)
{
  const PltCalendarDate *here;

  g_return_val_if_fail (PLT_IS_CALENDAR_PAGE (self), FALSE);

  here = current (self);
  return here != NULL && here->day != 0 && move_day (self, here->day, date, following);
}

gboolean
plt_calendar_page_add_day (PltCalendarPage *self)
{
  const PltFacts *facts;
  gint64 schedule;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) ids = NULL;
  GError *error = NULL;

  g_return_val_if_fail (PLT_IS_CALENDAR_PAGE (self), FALSE);

  if (!can_change (self))
    return FALSE;
  facts = plt_session_get_facts (self->session);
  schedule = plt_session_get_schedule_id (self->session);
  if (schedule == 0) /* the first day makes the plan */
    {
      if (plt_plan_days_add (self->session, self->date, 1, 0, &error))
        return TRUE;
      plt_session_take_error (self->session, error);
      return FALSE;
    }
  plt_days_add (facts, schedule, self->date, batch);
  if (!plt_session_apply (self->session, _ ("Add a shooting day"), NULL, batch, &ids))
    return FALSE;
  g_signal_emit (self, signals[SELECT], 0, "shooting_day", g_array_index (ids, gint64, 0));
  return TRUE;
}

gboolean
plt_calendar_page_add_event (PltCalendarPage *self)
{
  g_autofree char *date = NULL;
  GError *error = NULL;
  gint64 id;

  g_return_val_if_fail (PLT_IS_CALENDAR_PAGE (self), FALSE);

  if (plt_session_is_read_only (self->session))
    return FALSE;
  date = plt_date_to_iso (self->date);
  id = plt_store_insert (plt_session_get_store (self->session), "event", &error, "date", date,
                         NULL);
  if (id == 0)
    {
      plt_session_take_error (self->session, error);
      return FALSE;
    }
  g_signal_emit (self, signals[OPEN], 0, "event", id);
  return TRUE;
}

static gboolean
is_following (PltCalendarPage *self)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->following));
}

static void
show_menu (PltCalendarPage *self)
{
  int at = index_of (self, self->date);
  graphene_rect_t bounds;

  if (at < 0 || !gtk_widget_compute_bounds (self->cells[at], GTK_WIDGET (self), &bounds))
    return;
  g_simple_action_set_enabled (self->open, self->month->dates[at].day != 0
                                               || self->month->dates[at].event != 0);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                (int) bounds.size.width,
                                                (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* Enter and a double click: the form of what is there, else what could be added. */
static void
activate (PltCalendarPage *self)
{
  const PltCalendarDate *date = current (self);

  if (date == NULL)
    return;
  if (date->day != 0)
    g_signal_emit (self, signals[OPEN], 0, "shooting_day", date->day);
  else if (date->event != 0)
    g_signal_emit (self, signals[OPEN], 0, "event", date->event);
  else
    show_menu (self);
}

/* ---- keys ---- */

static void
go_by_months (PltCalendarPage *self, int months)
{
  plt_calendar_page_go_to (self, plt_date_add_months (self->date, months));
}

static gboolean
on_arrow (PltCalendarPage *self, int days, GdkModifierType state)
{
  if ((state & GDK_CONTROL_MASK) != 0)
    plt_calendar_page_move (self, self->date + days,
                            (state & GDK_SHIFT_MASK) != 0 || is_following (self));
  else
    plt_calendar_page_go_to (self, self->date + days);
  return TRUE;
}

static gboolean
on_end (PltCalendarPage *self, gboolean end, GdkModifierType state)
{
  PltDate date = self->date + (end ? 7 : 1) - plt_date_weekday (self->date);

  if ((state & GDK_CONTROL_MASK) != 0)
    date = end ? self->last : self->first;
  if (date != PLT_DATE_NONE)
    plt_calendar_page_go_to (self, date);
  return TRUE;
}

static gboolean
on_key (PltCalendarPage *self, guint key, guint code, GdkModifierType state)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  state &= gtk_accelerator_get_default_mod_mask ();
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return (state & GDK_ALT_MASK) == 0 && on_arrow (self, rtl ? 1 : -1, state);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return (state & GDK_ALT_MASK) == 0 && on_arrow (self, rtl ? -1 : 1, state);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return on_arrow (self, -7, state);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return on_arrow (self, 7, state);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return on_end (self, FALSE, state);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return on_end (self, TRUE, state);
    default:
      break;
    }
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && state == GDK_SHIFT_MASK))
    {
      show_menu (self);
      return TRUE;
    }
  if (state != 0 && !((key == GDK_KEY_N) && state == GDK_SHIFT_MASK))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      go_by_months (self, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      go_by_months (self, 1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      activate (self);
      return TRUE;
    case GDK_KEY_n:
    case GDK_KEY_N:
      plt_calendar_page_add_event (self);
      return TRUE;
    case GDK_KEY_Insert:
    case GDK_KEY_KP_Insert:
      plt_calendar_page_add_day (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/* ---- mouse ---- */

static PltCalendarPage *
page_of (GtkWidget *cell)
{
  return PLT_CALENDAR_PAGE (gtk_widget_get_ancestor (cell, PLT_TYPE_CALENDAR_PAGE));
}

static void
on_pressed (GtkGestureClick *gesture, int n, double x, double y, gpointer data)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  PltCalendarPage *self = page_of (cell);
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  plt_calendar_page_go_to (self, plt_calendar_cell_get_date (PLT_CALENDAR_CELL (cell)));
  focus_cursor (self);
  if (button == GDK_BUTTON_SECONDARY)
    show_menu (self);
  else if (n == 2)
    activate (self);
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, gpointer data)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  gint64 day = plt_calendar_cell_get_day (PLT_CALENDAR_CELL (cell));

  if (day == 0 || plt_session_is_read_only (page_of (cell)->session))
    return NULL;
  return gdk_content_provider_new_typed (G_TYPE_INT64, day);
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, gpointer data)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (cell);

  gtk_drag_source_set_icon (source, picture, 20, 12);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  PltCalendarPage *self = page_of (cell);
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (target));

  return move_day (self, g_value_get_int64 (value),
                   plt_calendar_cell_get_date (PLT_CALENDAR_CELL (cell)),
                   is_following (self) || (state & GDK_SHIFT_MASK) != 0);
}

static GtkWidget *
new_cell (void)
{
  GtkWidget *cell = plt_calendar_cell_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), NULL);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare), NULL);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), NULL);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), NULL);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (target));
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_widget_set_vexpand (cell, TRUE);
  return cell;
}

/* ---- the page ---- */

static void
on_previous (PltCalendarPage *self)
{
  go_by_months (self, -1);
}

static void
on_next (PltCalendarPage *self)
{
  go_by_months (self, 1);
}

static void
on_first_day (PltCalendarPage *self)
{
  plt_calendar_page_go_to (self, first_date (self));
}

static GtkWidget *
new_icon_button (PltCalendarPage *self, const char *icon, const char *name, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  plt_a11y_set_name (button, name);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_button (PltCalendarPage *self, const char *label, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
new_bar (PltCalendarPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *first = gtk_button_new_with_mnemonic (_ ("_First Day"));

  self->title = gtk_label_new (NULL);
  self->undated = gtk_label_new (NULL);
  self->following = gtk_check_button_new_with_mnemonic (_ ("_Later days too"));
  gtk_label_set_width_chars (GTK_LABEL (self->title), 15);
  gtk_widget_add_css_class (self->title, "calendar-title");
  gtk_label_set_xalign (GTK_LABEL (self->undated), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->undated), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->undated, TRUE);
  gtk_widget_add_css_class (self->undated, "dim-label");
  gtk_widget_set_tooltip_text (
      self->following, _ ("A day that is moved takes the later ones along, by working days"));
  gtk_widget_set_tooltip_text (first, _ ("The month of the first shooting day"));
  g_signal_connect_object (first, "clicked", G_CALLBACK (on_first_day), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), new_icon_button (self, "go-previous-symbolic",
                                                  _ ("Previous month"), G_CALLBACK (on_previous)));
  gtk_box_append (GTK_BOX (bar), self->title);
  gtk_box_append (GTK_BOX (bar), new_icon_button (self, "go-next-symbolic", _ ("Next month"),
                                                  G_CALLBACK (on_next)));
  gtk_box_append (GTK_BOX (bar), first);
  gtk_box_append (GTK_BOX (bar), self->undated);
  gtk_box_append (GTK_BOX (bar), self->following);
  gtk_box_append (GTK_BOX (bar), new_button (self, _ ("Add an E_vent"), _ ("On this date: N"),
                                             "calendar.add-event"));
  gtk_box_append (GTK_BOX (bar), new_button (self, _ ("Add a _Day"), _ ("On this date: Insert"),
                                             "calendar.add-day"));
  gtk_widget_add_css_class (bar, "register-bar");
  return bar;
}

static GtkWidget *
new_grid (PltCalendarPage *self)
{
  static const char *const names[7]
      = { N_ ("Monday"), N_ ("Tuesday"),  N_ ("Wednesday"), N_ ("Thursday"),
          N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday") };
  GtkWidget *grid = gtk_grid_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  for (int i = 0; i < 7; i++)
    {
      GtkWidget *label = gtk_label_new (_ (names[i]));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "calendar-weekday");
      gtk_grid_attach (GTK_GRID (grid), label, i + 1, 0, 1, 1);
    }
  for (int i = 0; i < CELLS; i++)
    {
      if (i % 7 == 0)
        {
          self->weeks[i / 7] = gtk_label_new (NULL);
          gtk_label_set_yalign (GTK_LABEL (self->weeks[i / 7]), 0);
          gtk_label_set_width_chars (GTK_LABEL (self->weeks[i / 7]), 3);
          gtk_widget_set_tooltip_text (self->weeks[i / 7], _ ("Week"));
          gtk_widget_add_css_class (self->weeks[i / 7], "calendar-week");
          gtk_grid_attach (GTK_GRID (grid), self->weeks[i / 7], 0, i / 7 + 1, 1, 1);
        }
      self->cells[i] = new_cell ();
      gtk_grid_attach (GTK_GRID (grid), self->cells[i], i % 7 + 1, i / 7 + 1, 1, 1);
    }
  gtk_widget_add_css_class (grid, "calendar");
  gtk_widget_set_vexpand (grid, TRUE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (grid, keys);
  plt_a11y_set_name (grid, _ ("Calendar"));
  return grid;
}

static void
on_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *name = g_action_get_name (G_ACTION (action));

  if (g_str_equal (name, "open"))
    activate (data);
  else if (g_str_equal (name, "add-event"))
    plt_calendar_page_add_event (data);
  else
    plt_calendar_page_add_day (data);
}

static void
add_menu (PltCalendarPage *self)
{
  static const GActionEntry entries[]
      = { { "open", on_action }, { "add-event", on_action }, { "add-day", on_action } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "calendar", G_ACTION_GROUP (actions));
  self->open = G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (actions), "open"));
  for (guint i = 1; plt_session_is_read_only (self->session) && i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (actions), entries[i].name)),
        FALSE);
  g_menu_append (menu, _ ("Open the Form"), "calendar.open");
  g_menu_append (menu, _ ("Add a Shooting Day"), "calendar.add-day");
  g_menu_append (menu, _ ("Add an Event"), "calendar.add-event");
  self->popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

GtkWidget *
plt_calendar_page_new (PltSession *session)
{
  PltCalendarPage *self = g_object_new (PLT_TYPE_CALENDAR_PAGE, NULL);

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  gtk_box_append (GTK_BOX (self->box), new_bar (self));
  self->grid = new_grid (self);
  gtk_box_append (GTK_BOX (self->box), self->grid);
  add_menu (self);
  return GTK_WIDGET (self);
}

static gboolean
plt_calendar_page_grab_focus (GtkWidget *widget)
{
  PltCalendarPage *self = PLT_CALENDAR_PAGE (widget);
  int at = index_of (self, self->date);

  return at >= 0 && gtk_widget_grab_focus (self->cells[at]);
}

static void
plt_calendar_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PltCalendarPage *self = PLT_CALENDAR_PAGE (widget);

  gtk_widget_size_allocate (self->box, &(GtkAllocation){ 0, 0, width, height }, baseline);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
plt_calendar_page_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  gtk_widget_measure (PLT_CALENDAR_PAGE (widget)->box, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
plt_calendar_page_dispose (GObject *object)
{
  PltCalendarPage *self = PLT_CALENDAR_PAGE (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->month, plt_calendar_month_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plt_calendar_page_parent_class)->dispose (object);
}

static void
plt_calendar_page_class_init (PltCalendarPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plt_calendar_page_dispose;
  widget_class->grab_focus = plt_calendar_page_grab_focus;
  widget_class->measure = plt_calendar_page_measure;
  widget_class->size_allocate = plt_calendar_page_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "plt-calendar-page");
  signals[SELECT] = g_signal_new ("select", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
}

static void
plt_calendar_page_init (PltCalendarPage *self)
{
  self->date = self->first = self->last = PLT_DATE_NONE;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
