#include "plt-moves-day.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-empty-state.h"
#include "plt-moves-follow.h"
#include "plt-moves-propose.h"
#include "plt-share-bar.h"

#define LIST_WIDTH 168
#define STOPS_HEIGHT 190
#define BAR_WIDTH 150
#define MOVEMENT_COLUMNS                                                                           \
  "number,start_minutes,vehicle,driver,needed_minutes,end_place,start_place,kind,return_minutes,"  \
  "kilometres,load,note,drive_minutes"
#define STOP_COLUMNS "kind,stop_minutes,person,name,count,place,phone,remark"

struct _PltMovesDay
{
  GtkWidget parent_instance;

  PltSession *session;
  GArray *dates; /* PltDate, as the list shows them */
  PltDate date;
  gint64 movement; /* selected; 0: none */
  gboolean filling;

  GtkWidget *stack; /* page, empty */
  GtkWidget *list;
  GtkWidget *headline;
  GtkWidget *movements, *stops;
  GtkWidget *below; /* stops, none */
  GtkWidget *title, *share;
};

G_DEFINE_FINAL_TYPE (PltMovesDay, plt_moves_day, GTK_TYPE_WIDGET)

static gboolean
holds_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* ---- the days ---- */

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const PltDate *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static void
add_date (GArray *dates, PltDate date)
{
  for (guint i = 0; i < dates->len; i++)
    if (g_array_index (dates, PltDate, i) == date)
      return;
  if (date != PLT_DATE_NONE)
    g_array_append_val (dates, date);
}

/* The dated days of the plan, and those on which something drives. */
static GArray *
find_dates (PltMovesDay *self)
{
  const PltPlan *plan = plt_session_get_plan (self->session);
  const PltFacts *facts = plt_session_get_facts (self->session);
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (PltDate));

  for (guint i = 0; i < plan->days->len; i++)
    if (((const PltDayPlan *) plan->days->pdata[i])->number != 0)
      add_date (dates, ((const PltDayPlan *) plan->days->pdata[i])->day->date);
  for (guint i = 0; i < facts->movements.n; i++)
    add_date (dates, facts->movements.items[i].date);
  g_array_sort (dates, compare_dates);
  return dates;
}

/* "J1 · lun. 12 avr." */
static char *
name_of_date (PltMovesDay *self, PltDate date)
{
  const PltPlan *plan = plt_session_get_plan (self->session);
  g_autofree char *text = plt_date_format_short (date);

  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];

      if (day->day->date == date && day->number != 0)
        /* Translators: number of the shooting day and its date: "J1 · lun. 12 avr." */
        return g_strdup_printf (_ ("D%u · %s"), day->number, text);
    }
  return g_steal_pointer (&text);
}

static char *
count_text (PltMovesDay *self, PltDate date)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  guint n = 0;

  for (guint i = 0; i < facts->movements.n; i++)
    n += facts->movements.items[i].date == date;
  return n == 0 ? g_strdup (_ ("No movement"))
                : g_strdup_printf (ngettext ("%u movement", "%u movements", n), n);
}

static GtkWidget *
new_row (PltMovesDay *self, PltDate date)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = name_of_date (self, date);
  g_autofree char *count = count_text (self, date);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", name, count);
  GtkWidget *title = gtk_label_new (name), *words = gtk_label_new (count);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (words, "row-state");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  plt_a11y_set_name (row, spoken);
  return row;
}

static int
place_of (PltMovesDay *self, PltDate date)
{
  for (guint i = 0; i < self->dates->len; i++)
    if (g_array_index (self->dates, PltDate, i) == date)
      return (int) i;
  return -1;
}

static void
fill_list (PltMovesDay *self)
{
  GtkRoot *root = gtk_widget_get_root (self->list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child;
  g_autoptr (GArray) dates = find_dates (self);
  gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, self->list);

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  g_array_set_size (self->dates, 0);
  g_array_append_vals (self->dates, dates->data, dates->len);
  for (guint i = 0; i < self->dates->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         new_row (self, g_array_index (self->dates, PltDate, i)));
  if (focused && place_of (self, self->date) >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (
        gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), place_of (self, self->date))));
  self->filling = FALSE;
}

/* ---- what is said of the day and of the movement ---- */

static void
show_headline (PltMovesDay *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  g_autoptr (PltMoves) moves = plt_moves_new (facts, self->date);
  g_autofree char *name = name_of_date (self, self->date);
  g_autoptr (GString) text = g_string_new (name);
  guint people = 0, missing = 0, n = moves->moves->len;
  gint64 kilometres = 0;

  for (guint i = 0; i < n; i++)
    {
      const PltMove *move = moves->moves->pdata[i];

      for (guint j = 0; j < move->passengers->len; j++)
        people += ((const PltPassenger *) move->passengers->pdata[j])->count;
      if (move->movement->kilometres == PLT_UNKNOWN)
        missing++;
      else
        kilometres += move->movement->kilometres;
    }
  if (n > 0)
    {
      g_string_append_printf (text, ngettext (" · %u movement", " · %u movements", n), n);
      g_string_append_printf (text, ngettext (" · %u passenger", " · %u passengers", people),
                              people);
      /* Translators: kilometres */
      g_string_append_printf (text, _ (" · %d km"), (int) kilometres);
      if (missing > 0)
        g_string_append_printf (text, ngettext (", %u without", ", %u without", missing), missing);
    }
  gtk_label_set_label (GTK_LABEL (self->headline), text->str);
}

/* Stops that come to be shown are no choice of a stop: the movement stays selected, or is now. */
static void
keep_selection (PltMovesDay *self, PltRef before)
{
  const PltRef now = plt_session_get_selection (self->session);

  if (g_strcmp0 (now.table, "movement_stop") != 0 || self->movement == 0
      || (g_strcmp0 (before.table, "movement_stop") == 0
          && (before.id == now.id || holds_focus (self->stops))))
    return;
  if (g_strcmp0 (before.table, "movement") == 0 && before.id == self->movement)
    plt_session_select (self->session, before.table, before.id, before.column);
  else
    plt_session_select (self->session, "movement", self->movement, NULL);
}

/* The stops are those of the selected movement; its load stands above them. */
static void
show_movement (PltMovesDay *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  g_autoptr (PltMoves) moves = plt_moves_new (facts, self->date);
  const PltMove *move = self->movement != 0 ? plt_moves_find (moves, self->movement) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *filter = NULL;
  const PltRef before = plt_session_get_selection (self->session);
  gint64 parts[1];
  gint64 seats;

  if (move == NULL)
    self->movement = 0;
  gtk_stack_set_visible_child_name (GTK_STACK (self->below), move != NULL ? "stops" : "none");
  if (move == NULL)
    return;
  name = plt_move_name (move);
  seats = move->vehicle != NULL ? move->vehicle->seats : PLT_UNKNOWN;
  if (seats != PLT_UNKNOWN)
    text = g_strdup_printf (_ ("Stops of %s · %s: %u of %d seats"), name, move->vehicle->name,
                            move->aboard, (int) seats);
  else
    text = g_strdup_printf (_ ("Stops of %s"), name);
  parts[0] = move->aboard;
  gtk_label_set_label (GTK_LABEL (self->title), text);
  gtk_widget_set_visible (self->share, seats != PLT_UNKNOWN && seats > 0);
  plt_share_bar_set (PLT_SHARE_BAR (self->share), parts, 1, MAX (seats, 1), text);
  filter = g_strdup_printf ("#%" G_GINT64_FORMAT, self->movement);
  plt_register_set_filter (PLT_REGISTER (self->stops), "movement", filter);
  keep_selection (self, before);
}

static void
select_movement (PltMovesDay *self, gint64 movement)
{
  if (self->movement == movement)
    return;
  self->movement = movement;
  show_movement (self);
}

static void
select_first (PltMovesDay *self)
{
  PltQueryModel *rows = plt_register_get_rows (PLT_REGISTER (self->movements));

  if (g_list_model_get_n_items (G_LIST_MODEL (rows)) > 0)
    self->movement = plt_query_model_get_id (rows, 0);
}

void
plt_moves_day_show (PltMovesDay *self, PltDate date)
{
  g_autofree char *iso = NULL;
  int place;

  g_return_if_fail (PLT_IS_MOVES_DAY (self));

  place = place_of (self, date);
  if (place < 0)
    return;
  self->filling = TRUE;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), place));
  self->filling = FALSE;
  if (self->date != date)
    {
      self->date = date;
      self->movement = 0;
      iso = plt_date_to_iso (date);
      plt_register_set_filter (PLT_REGISTER (self->movements), "date", iso);
    }
  if (self->movement == 0)
    select_first (self);
  show_headline (self);
  show_movement (self);
}

static void
on_row_selected (PltMovesDay *self, GtkListBoxRow *row)
{
  if (self->filling || row == NULL)
    return;
  plt_moves_day_show (
      self, g_array_index (self->dates, PltDate, (guint) gtk_list_box_row_get_index (row)));
}

static gint64
movement_of (PltMovesDay *self, PltRef ref)
{
  const PltStopFacts *stop;

  if (g_strcmp0 (ref.table, "movement") == 0)
    return ref.id;
  if (g_strcmp0 (ref.table, "movement_stop") != 0)
    return 0;
  stop = PLT_FACTS_FIND (plt_session_get_facts (self->session)->stops, PltStopFacts, ref.id);
  return stop != NULL ? stop->movement : 0;
}

static void
on_selection (PltMovesDay *self)
{
  PltRef ref = plt_session_get_selection (self->session);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && g_strcmp0 (ref.table, "movement") == 0
      && ref.id > 0)
    select_movement (self, ref.id);
}

void
plt_moves_day_refresh (PltMovesDay *self)
{
  PltDate date;

  g_return_if_fail (PLT_IS_MOVES_DAY (self));

  fill_list (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    self->dates->len > 0 ? "page" : "empty");
  if (self->dates->len == 0)
    return;
  date = place_of (self, self->date) >= 0 ? self->date : g_array_index (self->dates, PltDate, 0);
  plt_moves_day_show (self, date);
}

gboolean
plt_moves_day_select_ref (PltMovesDay *self, PltRef ref)
{
  gint64 id;
  const PltMovementFacts *movement;

  g_return_val_if_fail (PLT_IS_MOVES_DAY (self), FALSE);

  if (ref.id == 0)
    return plt_register_grab_focus (PLT_REGISTER (self->movements));
  id = movement_of (self, ref);
  movement
      = PLT_FACTS_FIND (plt_session_get_facts (self->session)->movements, PltMovementFacts, id);
  if (movement == NULL)
    return FALSE;
  plt_moves_day_show (self, movement->date);
  select_movement (self, id);
  if (g_strcmp0 (ref.table, "movement_stop") == 0)
    return plt_register_select_ref (PLT_REGISTER (self->stops), ref);
  return plt_register_select_ref (PLT_REGISTER (self->movements), ref);
}

/* ---- what is done ---- */

static void
tell_proposal (PltMovesDay *self, const PltMovesProposal *proposal)
{
  g_autoptr (GString) text = g_string_new (NULL);

  switch (proposal->what)
    {
    case PLT_PROPOSED_NO_SHEET:
      g_string_append (text, _ ("This day has no call sheet yet: make it, then who has to be "
                                "picked up is known."));
      break;
    case PLT_PROPOSED_NOBODY:
      g_string_append (text, _ ("Everybody who is to be picked up on this day has a ride."));
      break;
    case PLT_PROPOSED_NO_VEHICLE:
      g_string_append (text, _ ("No vehicle with free seats is there on this day: add one, with "
                                "its seats and its dates."));
      break;
    case PLT_PROPOSED:
    default:
      if (proposal->n_movements > 0 || proposal->n_filled == 0)
        g_string_append_printf (text,
                                ngettext ("%u movement was proposed.",
                                          "%u movements were proposed.", proposal->n_movements),
                                proposal->n_movements);
      if (proposal->n_filled > 0)
        g_string_append_printf (text,
                                ngettext ("%s%u person got a free seat in a movement that is "
                                          "there.",
                                          "%s%u people got free seats in movements that are "
                                          "there.",
                                          proposal->n_filled),
                                text->len > 0 ? " " : "", proposal->n_filled);
      for (guint i = 0; i < proposal->left->len; i++)
        g_string_append_printf (text, "%s%s", i == 0 ? _ (" No vehicle is left for: ") : ", ",
                                (const char *) proposal->left->pdata[i]);
      break;
    }
  plt_session_toast (self->session, text->str, proposal->what == PLT_PROPOSED ? _ ("Undo") : NULL,
                     proposal->what == PLT_PROPOSED ? "win.undo" : NULL);
}

static gint64
day_of (PltMovesDay *self)
{
  const PltDayFacts *day
      = plt_moves_day_of_date (plt_session_get_facts (self->session), self->date);

  return day != NULL ? day->id : 0;
}

void
plt_moves_day_propose (PltMovesDay *self)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltMovesProposal) proposal = NULL;

  g_return_if_fail (PLT_IS_MOVES_DAY (self));

  proposal = plt_moves_propose (plt_session_get_facts (self->session), day_of (self), batch);
  if (plt_batch_get_n_edits (batch) > 0
      && !plt_session_apply (self->session, _ ("Propose the movements"), NULL, batch, NULL))
    return;
  tell_proposal (self, proposal);
}

void
plt_moves_day_copy_before (PltMovesDay *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  PltDate before;

  g_return_if_fail (PLT_IS_MOVES_DAY (self));

  before = plt_moves_date_before (facts, self->date);
  if (plt_moves_copy (facts, before, self->date, batch) > 0)
    plt_session_apply (self->session, _ ("Copy the movements of the day before"), NULL, batch,
                       NULL);
  else
    plt_session_toast (self->session, _ ("No day before this one has movements."), NULL, NULL);
}

void
plt_moves_day_follow (PltMovesDay *self)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();

  g_return_if_fail (PLT_IS_MOVES_DAY (self));

  plt_moves_follow (plt_session_get_facts (self->session), day_of (self), batch);
  if (plt_batch_get_n_edits (batch) > 0)
    plt_session_apply (self->session, _ ("Compute the hours of the movements"), NULL, batch, NULL);
  else
    plt_session_toast (self->session, _ ("The hours of the movements fit the calls already."), NULL,
                       NULL);
}

void
plt_moves_day_add (PltMovesDay *self)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) ids = NULL;
  g_autofree char *number = NULL;
  g_autofree char *iso = NULL;
  gint64 day;

  g_return_if_fail (PLT_IS_MOVES_DAY (self));

  if (self->date == PLT_DATE_NONE)
    return;
  day = day_of (self);
  number = plt_moves_next_number (plt_session_get_facts (self->session), self->date, 0);
  iso = plt_date_to_iso (self->date);
  plt_batch_insert (batch, "movement");
  plt_batch_set_text (batch, "date", iso);
  plt_batch_set_text (batch, "number", number);
  if (day != 0)
    plt_batch_set_integer (batch, "day", day);
  if (plt_session_apply (self->session, _ ("Add a movement"), NULL, batch, &ids))
    plt_moves_day_select_ref (self,
                              (PltRef){ "movement", g_array_index (ids, gint64, 0), "vehicle" });
}

/* ---- parts ---- */

PltRegister *
plt_moves_day_get_movements (PltMovesDay *self)
{
  g_return_val_if_fail (PLT_IS_MOVES_DAY (self), NULL);

  return PLT_REGISTER (self->movements);
}

PltRegister *
plt_moves_day_get_stops (PltMovesDay *self)
{
  g_return_val_if_fail (PLT_IS_MOVES_DAY (self), NULL);

  return PLT_REGISTER (self->stops);
}

PltRegister *
plt_moves_day_get_register (PltMovesDay *self)
{
  g_return_val_if_fail (PLT_IS_MOVES_DAY (self), NULL);

  return PLT_REGISTER (holds_focus (self->stops) ? self->stops : self->movements);
}

PltDate
plt_moves_day_get_date (PltMovesDay *self)
{
  g_return_val_if_fail (PLT_IS_MOVES_DAY (self), PLT_DATE_NONE);

  return self->date;
}

gboolean
plt_moves_day_has_plan (PltMovesDay *self)
{
  g_return_val_if_fail (PLT_IS_MOVES_DAY (self), FALSE);

  return day_of (self) != 0;
}

const char *
plt_moves_day_get_headline (PltMovesDay *self)
{
  g_return_val_if_fail (PLT_IS_MOVES_DAY (self), "");

  return gtk_label_get_label (GTK_LABEL (self->headline));
}

/* Days, movements, stops. */
gboolean
plt_moves_day_focus_next_part (PltMovesDay *self)
{
  g_return_val_if_fail (PLT_IS_MOVES_DAY (self), FALSE);

  if (holds_focus (self->list))
    return plt_register_grab_focus (PLT_REGISTER (self->movements));
  return holds_focus (self->movements) && self->movement != 0
         && plt_register_grab_focus (PLT_REGISTER (self->stops));
}

/* ---- building ---- */

static GtkWidget *
new_button (const char *label, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  return button;
}

static GtkWidget *
new_bar (PltMovesDay *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *propose = new_button (_ ("_Propose"), "view.moves-propose",
                                   _ ("Group who is to be picked up on this day into vehicles"));

  self->headline = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->headline), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->headline), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (self->headline), TRUE);
  gtk_label_set_lines (GTK_LABEL (self->headline), 2);
  gtk_widget_set_hexpand (self->headline, TRUE);
  gtk_widget_add_css_class (self->headline, "heading");
  gtk_widget_add_css_class (bar, "register-bar");
  gtk_box_append (GTK_BOX (bar), self->headline);
  gtk_box_append (GTK_BOX (bar), propose);
  gtk_box_append (GTK_BOX (bar), new_button (_ ("_Day Before"), "view.moves-copy",
                                             _ ("Copy the movements of the day before")));
  gtk_box_append (GTK_BOX (bar),
                  new_button (_ ("_Hours"), "view.moves-hours",
                              _ ("Compute the hours from the calls; typed ones stay")));
  gtk_box_append (GTK_BOX (bar),
                  new_button (_ ("_Add"), "view.moves-add", _ ("Add a movement to this day")));
  return bar;
}

static GtkWidget *
new_stops (PltMovesDay *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *none = gtk_label_new (_ ("Choose a movement to see its stops."));

  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->title, "heading");
  self->share = plt_share_bar_new ();
  gtk_widget_set_size_request (self->share, BAR_WIDTH, -1);
  gtk_widget_set_valign (self->share, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (bar, "register-bar");
  gtk_box_append (GTK_BOX (bar), self->title);
  gtk_box_append (GTK_BOX (bar), self->share);
  self->stops = plt_register_new (self->session, "movement_stop", STOP_COLUMNS);
  gtk_widget_set_vexpand (self->stops, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), self->stops);
  gtk_widget_add_css_class (none, "dim-label");
  self->below = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->below), none, "none");
  gtk_stack_add_named (GTK_STACK (self->below), box, "stops");
  return self->below;
}

static GtkWidget *
new_sheet (PltMovesDay *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *split = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  GtkWidget *stops = new_stops (self);

  self->movements = plt_register_new (self->session, "movement", MOVEMENT_COLUMNS);
  gtk_widget_set_vexpand (self->movements, TRUE);
  gtk_widget_set_size_request (stops, -1, STOPS_HEIGHT);
  gtk_paned_set_start_child (GTK_PANED (split), self->movements);
  gtk_paned_set_end_child (GTK_PANED (split), stops);
  gtk_paned_set_resize_end_child (GTK_PANED (split), TRUE);
  gtk_paned_set_shrink_start_child (GTK_PANED (split), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (split), FALSE);
  gtk_widget_set_vexpand (split, TRUE);
  gtk_box_append (GTK_BOX (box), new_bar (self));
  gtk_box_append (GTK_BOX (box), split);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static void
build (PltMovesDay *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->list, "papers");
  gtk_widget_add_css_class (self->list, "days");
  gtk_widget_add_css_class (scroller, "papers-list");
  plt_a11y_set_name (self->list, _ ("Days"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, -1);
  gtk_box_append (GTK_BOX (page), scroller);
  gtk_box_append (GTK_BOX (page), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (page), new_sheet (self));
  gtk_stack_add_named (GTK_STACK (self->stack), page, "page");
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      plt_empty_state_new ("plt-movements-symbolic", _ ("No day yet"),
                           _ ("Give the shooting days of the plan their dates: the movements of "
                              "each day are prepared here."),
                           NULL, NULL),
      "empty");
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (on_row_selected), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
plt_moves_day_new (PltSession *session)
{
  PltMovesDay *self;

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self = g_object_new (PLT_TYPE_MOVES_DAY, NULL);
  self->session = session; /* whose window holds this */
  build (self);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (on_selection), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static gboolean
plt_moves_day_grab_focus (GtkWidget *widget)
{
  return plt_register_grab_focus (PLT_REGISTER (PLT_MOVES_DAY (widget)->movements));
}

static void
plt_moves_day_map (GtkWidget *widget)
{
  PltMovesDay *self = PLT_MOVES_DAY (widget);
  const PltRef before = plt_session_get_selection (self->session);

  GTK_WIDGET_CLASS (plt_moves_day_parent_class)->map (widget);
  keep_selection (self, before);
}

static void
plt_moves_day_dispose (GObject *object)
{
  PltMovesDay *self = PLT_MOVES_DAY (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  G_OBJECT_CLASS (plt_moves_day_parent_class)->dispose (object);
}

static void
plt_moves_day_finalize (GObject *object)
{
  g_array_unref (PLT_MOVES_DAY (object)->dates);
  G_OBJECT_CLASS (plt_moves_day_parent_class)->finalize (object);
}

static void
plt_moves_day_class_init (PltMovesDayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plt_moves_day_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_moves_day_finalize;
  widget_class->grab_focus = plt_moves_day_grab_focus;
  widget_class->map = plt_moves_day_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "plt-moves-day");
}

static void
plt_moves_day_init (PltMovesDay *self)
{
  self->dates = g_array_new (FALSE, FALSE, sizeof (PltDate));
  self->date = PLT_DATE_NONE;
  self->stack = gtk_stack_new ();
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}
