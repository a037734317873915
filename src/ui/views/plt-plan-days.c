#include "plt-plan-days.h"

#include <glib/gi18n-lib.h>

#include "plt-dialog.h"
#include "plt-calendar.h"

#define MAX_DAYS 300
#define USUAL_DAYS 5

typedef struct
{
  PltSession *session;
  PltDialog *dialog;
  GtkWidget *first, *count, *weekdays[7], *summary;
} AddDays;

static void
add_days_free (AddDays *self)
{
  g_object_unref (self->session);
  g_free (self);
}

/* ---- what it does ---- */

gboolean
plt_plan_days_add (PltSession *session, PltDate first, guint n, guint rest_days, GError **error)
{
  const PltFacts *facts = plt_session_get_facts (session);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;
  gint64 schedule = plt_session_get_schedule_id (session);

  g_return_val_if_fail (PLT_IS_SESSION (session) && first != PLT_DATE_NONE && n > 0, FALSE);

  if (schedule == 0)
    {
      schedule = plt_batch_insert (batch, "schedule");
      plt_batch_set_text (batch, "name", _ ("Schedule"));
      plt_batch_update (batch, "production", facts->production.id);
      plt_batch_set_integer (batch, "schedule", schedule);
    }
  plt_plan_add_days (facts, schedule, first, n, rest_days, batch);
  label = g_strdup_printf (ngettext ("Add %u shooting day", "Add %u shooting days", n), n);
  return plt_store_apply (plt_session_get_store (session), label, NULL, batch, NULL, error);
}

/* ---- the dialog ---- */

static guint
get_rest_days (AddDays *self)
{
  guint rest_days = 0;

  for (int i = 0; i < 7; i++)
    if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (self->weekdays[i])))
      rest_days |= 2u << i;
  return rest_days;
}

static gboolean
read_first (AddDays *self, PltDate *first, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->first));

  *first = PLT_DATE_NONE;
  return plt_date_parse (text, first, error);
}

/* The last of the days that would be made, and how many holidays are left out on the way. */
static PltDate
find_last (AddDays *self, PltDate first, guint n, guint rest_days, guint *n_holidays)
{
  g_autoptr (PltCalendar) calendar = plt_calendar_new (plt_session_get_facts (self->session));
  PltDate date = first;

  *n_holidays = 0;
  for (;; date++)
    {
      if ((rest_days & (1u << plt_date_weekday (date))) != 0)
        continue;
      if (!plt_calendar_is_open (calendar, date))
        (*n_holidays)++;
      else if (--n == 0)
        return date;
    }
}

static void
update (AddDays *self)
{
  g_autoptr (GError) error = NULL;
  guint rest_days = get_rest_days (self);
  guint n = (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->count));
  PltDate first;
  const char *wrong = NULL;

  if ((rest_days & 0xfe) == 0xfe)
    wrong = _ ("Choose at least one weekday to shoot on.");
  else if (!read_first (self, &first, &error) || first == PLT_DATE_NONE)
    wrong = error != NULL ? error->message : _ ("Give the date of the first day: 12/05/2027.");
  plt_dialog_set_accept_enabled (self->dialog, wrong == NULL);
  if (wrong != NULL)
    gtk_label_set_label (GTK_LABEL (self->summary), wrong);
  else
    {
      guint n_holidays;
      PltDate last = find_last (self, first, n, rest_days, &n_holidays);
      g_autofree char *until = plt_date_format_day (last);
      /* Translators: %s is a date, "ven. 21 mai 2027" */
      g_autofree char *text = g_strdup_printf (_ ("Until %s."), until);
      g_autofree char *holidays
          = g_strdup_printf (ngettext ("%u public holiday is left out.",
                                       "%u public holidays are left out.", n_holidays),
                             n_holidays);
      g_autofree char *both = g_strconcat (text, " ", holidays, NULL);

      gtk_label_set_label (GTK_LABEL (self->summary), n_holidays > 0 ? both : text);
    }
}

static void
on_accepted (AddDays *self)
{
  guint n = (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->count));
  g_autoptr (GError) error = NULL;
  PltDate first;

  if (!read_first (self, &first, &error) || first == PLT_DATE_NONE
      || (get_rest_days (self) & 0xfe) == 0xfe)
    {
      update (self);
      return;
    }
  if (plt_plan_days_add (self->session, first, n, get_rest_days (self), &error))
    gtk_window_destroy (GTK_WINDOW (self->dialog)); /* and self with it */
  else
    plt_dialog_set_message (self->dialog, error->message);
}

static void
attach (GtkWidget *grid, int row, const char *title, GtkWidget *control)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), control);
  gtk_widget_add_css_class (label, "form-label");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), control, 1, row, 1, 1);
}

static GtkWidget *
new_weekdays (AddDays *self)
{
  static const char *const names[7]
      = { N_ ("Mon"), N_ ("Tue"), N_ ("Wed"), N_ ("Thu"), N_ ("Fri"), N_ ("Sat"), N_ ("Sun") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  for (int i = 0; i < 7; i++)
    {
      self->weekdays[i] = gtk_check_button_new_with_label (_ (names[i]));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->weekdays[i]), i < 5);
      g_signal_connect_swapped (self->weekdays[i], "toggled", G_CALLBACK (update), self);
      gtk_box_append (GTK_BOX (box), self->weekdays[i]);
    }
  return box;
}

/* The working day after the last one of the plan, else the production's start, else nothing. */
static char *
propose_first (PltSession *session)
{
  const PltPlan *plan = plt_session_get_plan (session);
  PltDate last = plt_plan_last_date (plan);
  PltDate first = plt_session_get_facts (session)->production.start_date;

  if (last != PLT_DATE_NONE)
    for (first = last + 1; plt_date_weekday (first) > 5;)
      first++;
  return first != PLT_DATE_NONE ? plt_date_format_numeric (first) : g_strdup ("");
}

GtkWindow *
plt_plan_days_present (GtkWindow *parent, PltSession *session)
{
  AddDays *self = g_new0 (AddDays, 1);
  GtkWidget *grid = gtk_grid_new ();
  g_autofree char *first = propose_first (session);

  self->session = g_object_ref (session);
  self->dialog = plt_dialog_new (parent, _ ("Add Shooting Days"), _ ("_Add"));
  g_object_set_data_full (G_OBJECT (self->dialog), "plt-add-days", self,
                          (GDestroyNotify) add_days_free);
  self->first = gtk_entry_new ();
  self->count = gtk_spin_button_new_with_range (1, MAX_DAYS, 1);
  self->summary = gtk_label_new (NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->first), first);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->first), "12/05/2027");
  gtk_entry_set_activates_default (GTK_ENTRY (self->first), TRUE);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->count), USUAL_DAYS);
  gtk_widget_set_halign (self->count, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  gtk_label_set_wrap (GTK_LABEL (self->summary), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->summary), 48);
  gtk_widget_add_css_class (self->summary, "dim-label");

  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_add_css_class (grid, "dialog-content");
  attach (grid, 0, _ ("_First day"), self->first);
  attach (grid, 1, _ ("_How many"), self->count);
  attach (grid, 2, _ ("Shooting on"), new_weekdays (self));
  gtk_grid_attach (GTK_GRID (grid), self->summary, 1, 3, 1, 1);
  plt_dialog_set_content (self->dialog, grid);

  g_signal_connect_swapped (self->first, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->count, "value-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_accepted), self);
  update (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (self->first);
  return GTK_WINDOW (self->dialog);
}
