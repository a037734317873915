#include "plt-plan-shift.h"

#include <glib/gi18n-lib.h>

#include "plt-day-edit.h"
#include "plt-dialog.h"

#define MOST 365

typedef struct
{
  PltSession *session;
  PltDialog *dialog;
  gint64 day;
  GtkWidget *count, *weekdays[7], *summary;
} Shift;

static void
shift_free (Shift *self)
{
  g_object_unref (self->session);
  g_free (self);
}

gboolean
plt_plan_shift (PltSession *session, gint64 day, int n, guint rest_days, GError **error)
{
  const PltFacts *facts = plt_session_get_facts (session);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;

  if (!plt_days_shift (facts, day, n, rest_days, batch, error))
    return FALSE;
  if (plt_batch_get_n_edits (batch) == 0)
    return TRUE;
  label = n > 0 ? g_strdup_printf (ngettext ("Move the days %d working day later",
                                             "Move the days %d working days later", n),
                                   n)
                : g_strdup_printf (ngettext ("Move the days %d working day earlier",
                                             "Move the days %d working days earlier", -n),
                                   -n);
  if (!plt_store_apply (plt_session_get_store (session), label, NULL, batch, NULL, error))
    return FALSE;
  plt_session_toast (session, label, _ ("Undo"), "win.undo");
  return TRUE;
}

static guint
get_rest_days (Shift *self)
{
  guint rest_days = 0;

  for (int i = 0; i < 7; i++)
    if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (self->weekdays[i])))
      rest_days |= 2u << i;
  return rest_days;
}

/* "From wed. 12 may 2027 to fri. 14 may 2027." */
static void
update (Shift *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltDayFacts *day = PLT_FACTS_FIND (facts->days, PltDayFacts, self->day);
  int n = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->count));
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *text = NULL;

  if (day == NULL || day->date == PLT_DATE_NONE)
    text = g_strdup (_ ("This day has no date yet: give it one first."));
  else
    {
      from = plt_date_format_day (day->date);
      to = plt_date_format_day (plt_move_date (facts, day->date, n, get_rest_days (self)));
      text = g_strdup_printf (_ ("From %s to %s; all later days follow."), from, to);
    }
  gtk_label_set_label (GTK_LABEL (self->summary), text);
  plt_dialog_set_message (self->dialog, NULL);
  plt_dialog_set_accept_enabled (self->dialog,
                                 to != NULL && n != 0 && (get_rest_days (self) & 0xfe) != 0xfe);
}

static void
on_accepted (Shift *self)
{
  g_autoptr (GError) error = NULL;
  int n = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->count));

  if (plt_plan_shift (self->session, self->day, n, get_rest_days (self), &error))
    gtk_window_destroy (GTK_WINDOW (self->dialog)); /* and self with it */
  else
    plt_dialog_set_message (self->dialog, error->message);
}

static GtkWidget *
new_weekdays (Shift *self, guint rest_days)
{
  static const char *const names[7]
      = { N_ ("Mon"), N_ ("Tue"), N_ ("Wed"), N_ ("Thu"), N_ ("Fri"), N_ ("Sat"), N_ ("Sun") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  for (int i = 0; i < 7; i++)
    {
      self->weekdays[i] = gtk_check_button_new_with_label (_ (names[i]));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->weekdays[i]),
                                   (rest_days & 2u << i) == 0);
      g_signal_connect_swapped (self->weekdays[i], "toggled", G_CALLBACK (update), self);
      gtk_box_append (GTK_BOX (box), self->weekdays[i]);
    }
  return box;
}

GtkWindow *
plt_plan_shift_present (GtkWindow *parent, PltSession *session, gint64 day)
{
  const PltFacts *facts = plt_session_get_facts (session);
  Shift *self = g_new0 (Shift, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *label
      = gtk_label_new_with_mnemonic (_ ("_Working days later (a negative number for earlier):"));

  self->session = g_object_ref (session);
  self->day = day;
  self->dialog = plt_dialog_new (parent, _ ("Move This and All Later Days"), _ ("_Move"));
  g_object_set_data_full (G_OBJECT (self->dialog), "plt-plan-shift", self,
                          (GDestroyNotify) shift_free);
  self->count = gtk_spin_button_new_with_range (-MOST, MOST, 1);
  self->summary = gtk_label_new (NULL);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->count);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->count), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  gtk_widget_set_halign (self->count, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->summary, "dim-label");
  gtk_widget_add_css_class (box, "dialog-content");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), _ ("Shooting on"));
  gtk_label_set_xalign (GTK_LABEL (gtk_widget_get_last_child (box)), 0);
  gtk_box_append (
      GTK_BOX (box),
      new_weekdays (self, plt_plan_rest_days (facts, plt_session_get_schedule_id (session))));
  gtk_box_append (GTK_BOX (box), self->summary);
  plt_dialog_set_content (self->dialog, box);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->count), 1);
  g_signal_connect_swapped (self->count, "value-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_accepted), self);
  update (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (self->count);
  return GTK_WINDOW (self->dialog);
}
