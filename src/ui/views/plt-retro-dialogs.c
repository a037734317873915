/* How a rétroplanning is counted, and its baselines. */
#include "plt-retro-dialogs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-a11y.h"
#include "plt-today.h"

#define DATA "plt-retro-dialog"

typedef struct
{
  PltSession *session;
  PltRetroModel *model;
  PltDialog *dialog;
  GtkWidget *forward, *entry, *delivery;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *self = data;

  g_object_unref (self->session);
  g_object_unref (self->model);
  g_free (self);
}

static Asked *
begin (GtkWidget *owner,
       PltSession *session,
       PltRetroModel *model,
       const char *title,
       const char *accept)
{
  Asked *self = g_new0 (Asked, 1);

  self->session = g_object_ref (session);
  self->model = g_object_ref (model);
  self->dialog = plt_dialog_new (GTK_WINDOW (gtk_widget_get_root (owner)), title, accept);
  g_object_set_data_full (G_OBJECT (self->dialog), DATA, self, asked_free);
  return self;
}

/* ---- how it is counted ---- */

static const PltParameterFacts *
find_parameter (const PltFacts *facts, const char *name)
{
  for (guint i = 0; i < facts->parameters.n; i++)
    if (strcmp (facts->parameters.items[i].name, name) == 0)
      return &facts->parameters.items[i];
  return NULL;
}

static void
put_parameter (PltBatch *batch, const PltFacts *facts, const char *name, const char *value)
{
  const PltParameterFacts *old = find_parameter (facts, name);

  if (old != NULL)
    plt_batch_update (batch, "parameter", old->id);
  else
    {
      plt_batch_insert (batch, "parameter");
      plt_batch_set_text (batch, "name", name);
    }
  plt_batch_set_text (batch, "value", value);
}

/* What is typed in an entry of a date: PLT_DATE_NONE when it is empty. */
static gboolean
read_date (GtkWidget *entry, PltDate *date, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  *date = PLT_DATE_NONE;
  return *text == '\0' || plt_date_parse (text, date, error);
}

static void
on_direction (Asked *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const gboolean forward = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->forward));
  g_autofree char *iso = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  PltDate date, delivery;

  if (!read_date (self->entry, &date, &error) || !read_date (self->delivery, &delivery, &error))
    {
      plt_dialog_set_message (self->dialog, error->message);
      return;
    }
  if (forward ? date == PLT_DATE_NONE : delivery == PLT_DATE_NONE)
    {
      plt_dialog_set_message (
          self->dialog,
          forward ? _ ("Type the first day: the whole plan is counted forwards from it.")
                  : _ ("Type the date of the delivery: the whole plan is counted backwards from "
                       "it."));
      gtk_widget_grab_focus (forward ? self->entry : self->delivery);
      return;
    }
  iso = date != PLT_DATE_NONE ? plt_date_to_iso (date) : g_strdup ("");
  put_parameter (batch, facts, PLT_RETRO_DIRECTION, forward ? "aval" : "amont");
  if (*iso != '\0' || find_parameter (facts, PLT_RETRO_START) != NULL)
    put_parameter (batch, facts, PLT_RETRO_START, iso);
  if (delivery != facts->production.delivery_date)
    {
      plt_batch_update (batch, "production", facts->production.id);
      plt_batch_set_date (batch, "delivery_date", delivery);
    }
  if (!plt_store_apply (plt_session_get_store (self->session),
                        forward ? _ ("Count forwards from a day")
                                : _ ("Count backwards from the PAD"),
                        NULL, batch, NULL, &error))
    plt_dialog_set_message (self->dialog, error->message);
  else
    gtk_window_destroy (GTK_WINDOW (self->dialog));
}

GtkWidget *
plt_retro_date_entry (const char *name, PltDate date)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *text = date != PLT_DATE_NONE ? plt_date_format_numeric (date) : g_strdup ("");

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("DD/MM/YYYY"));
  plt_a11y_set_name (entry, name);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 14);
  return entry;
}

GtkWidget *
plt_retro_titled (const char *title, GtkWidget *widget)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), widget);
  return box;
}

PltDialog *
plt_retro_direction_dialog (GtkWidget *owner, PltSession *session, PltRetroModel *model)
{
  Asked *self = begin (owner, session, model, _ ("How It Is Counted"), _ ("_Count"));
  const PltRetro *retro = plt_retro_model_get_retro (model);
  const PltParameterFacts *start = find_parameter (retro->facts, PLT_RETRO_START);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *backward = gtk_check_button_new_with_label (
      _ ("Backwards from the PAD: everything as late as it can be"));
  PltDate date = start != NULL ? plt_date_from_iso (start->value) : PLT_DATE_NONE;
  /* with neither date the delivery is asked for first */
  const gboolean from_delivery
      = retro->input.backward || (start == NULL && retro->head.delivery == PLT_DATE_NONE);

  self->forward = gtk_check_button_new_with_label (
      _ ("Forwards from the first day: everything as early as it can be"));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (self->forward), GTK_CHECK_BUTTON (backward));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (from_delivery ? backward : self->forward), TRUE);
  if (date == PLT_DATE_NONE && !retro->input.backward)
    date = retro->head.start;
  self->delivery = plt_retro_date_entry (_ ("Delivery (PAD)"), retro->head.delivery);
  self->entry = plt_retro_date_entry (_ ("First day of all tasks"), date);
  gtk_box_append (GTK_BOX (box), backward);
  gtk_box_append (GTK_BOX (box), plt_retro_titled (_ ("Delivery (PAD)"), self->delivery));
  gtk_box_append (GTK_BOX (box), self->forward);
  gtk_box_append (GTK_BOX (box), plt_retro_titled (_ ("First day of all tasks"), self->entry));
  gtk_widget_add_css_class (box, "dialog-content");
  plt_dialog_set_content (self->dialog, box);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_direction), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  if (retro->head.delivery == PLT_DATE_NONE)
    gtk_widget_grab_focus (self->delivery);
  return self->dialog;
}

/* ---- baselines ---- */

static void
on_baseline (Asked *self)
{
  g_autofree char *name
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  PltSession *session = self->session;
  guint n;

  if (!plt_retro_may_keep (plt_session_get_facts (session), name, &error))
    {
      plt_dialog_set_message (self->dialog, error->message);
      return;
    }
  n = plt_retro_take_baseline (plt_retro_model_get_retro (self->model), name, plt_today (), "",
                               batch);
  if (!plt_store_apply (plt_session_get_store (session), _ ("Take a baseline"), NULL, batch, NULL,
                        &error))
    {
      plt_dialog_set_message (self->dialog, error->message);
      return;
    }
  text = g_strdup_printf (
      ngettext ("The dates of %u task are kept", "The dates of %u tasks are kept", n), n);
  plt_session_toast (session, text, _ ("Undo"), "win.undo");
  gtk_window_destroy (GTK_WINDOW (self->dialog));
}

PltDialog *
plt_retro_baseline_dialog (GtkWidget *owner, PltSession *session, PltRetroModel *model)
{
  Asked *self = begin (owner, session, model, _ ("Baseline"), _ ("_Keep"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_autofree char *day = plt_date_format_day (plt_today ());
  g_autofree char *name = g_strdup_printf (_ ("Plan of %s"), day);
  GtkWidget *label = gtk_label_new (
      _ ("The dates of all tasks are kept under this name, to see later what slipped."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 50);
  self->entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->entry), name);
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  plt_a11y_set_name (self->entry, _ ("Name of the baseline"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_widget_add_css_class (box, "dialog-content");
  plt_dialog_set_content (self->dialog, box);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_baseline), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  return self->dialog;
}
