#include "plt-retro-offers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-a11y.h"
#include "plt-retro-dialogs.h"
#include "plt-retro-ready.h"
#include "plt-today.h"

#define DATA "plt-retro-offer"
#define N_YEARS 4

/* ---- a line above the rows ---- */

typedef struct
{
  PltSession *session;
  PltRetroModel *model;
  GtkWidget *box, *label, *button;
} Offer;

static void
offer_free (gpointer data)
{
  Offer *self = data;

  g_object_unref (self->session);
  g_object_unref (self->model);
  g_free (self);
}

static Offer *
new_offer (PltSession *session, PltRetroModel *model, const char *button)
{
  Offer *self = g_new0 (Offer, 1);

  self->session = g_object_ref (session);
  self->model = g_object_ref (model);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->label = gtk_label_new (NULL);
  self->button = gtk_button_new_with_label (button);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_add_css_class (self->label, "dim-label");
  gtk_box_append (GTK_BOX (self->box), self->label);
  gtk_box_append (GTK_BOX (self->box), self->button);
  gtk_widget_add_css_class (self->box, "register-bar");
  gtk_widget_set_visible (self->box, !plt_session_is_read_only (session));
  g_object_set_data_full (G_OBJECT (self->box), DATA, self, offer_free);
  return self;
}

/* ---- screenings ---- */

static void
show_screenings (GtkWidget *box)
{
  Offer *self = g_object_get_data (G_OBJECT (box), DATA);
  g_autoptr (GPtrArray) rows
      = plt_retro_screenings_ready (plt_retro_model_get_retro (self->model), plt_today ());
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("%u screening of the plan has no row yet",
                                    "%u screenings of the plan have no row yet", rows->len),
                          rows->len);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "",
                            ((const PltRetroRow *) rows->pdata[i])->name);
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_tooltip_text (self->label, names->str);
  gtk_widget_set_tooltip_text (self->button, names->str);
  gtk_widget_set_visible (box, rows->len > 0 && !plt_session_is_read_only (self->session));
}

static void
on_add_screenings (Offer *self)
{
  const PltRetro *retro = plt_retro_model_get_retro (self->model);
  g_autoptr (GPtrArray) rows = plt_retro_screenings_ready (retro, plt_today ());
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) ids = NULL;
  g_autofree char *text = NULL;
  GError *error = NULL;
  PltSession *session = self->session;

  if (rows->len == 0)
    return;
  text = g_strdup_printf (
      ngettext ("%u screening was added", "%u screenings were added", rows->len), rows->len);
  plt_retro_screenings_write (retro, rows, batch);
  if (!plt_store_apply (plt_session_get_store (session), _ ("Add the screenings of the plan"), NULL,
                        batch, &ids, &error))
    {
      plt_session_take_error (session, error);
      return;
    }
  plt_session_toast (session, text, _ ("Undo"), "win.undo");
  plt_session_open_ref (session, (PltRef){ "screening", g_array_index (ids, gint64, 0), NULL });
}

GtkWidget *
plt_screening_offer_new (PltSession *session, PltRetroModel *model)
{
  Offer *self = new_offer (session, model, _ ("Add Them"));

  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_add_screenings), self);
  g_signal_connect_object (model, "shown", G_CALLBACK (show_screenings), self->box,
                           G_CONNECT_SWAPPED);
  show_screenings (self->box);
  return self->box;
}

/* ---- a closing in August ---- */

typedef struct
{
  PltSession *session;
  PltRetroModel *model;
  PltDialog *dialog;
  GArray *calendars; /* of gint64, by row of the list */
  GtkWidget *calendar, *year, *from, *to;
  int first_year;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *self = data;

  g_array_unref (self->calendars);
  g_object_unref (self->session);
  g_object_unref (self->model);
  g_free (self);
}

static gint64
chosen_calendar (Asked *self)
{
  return g_array_index (self->calendars, gint64,
                        gtk_drop_down_get_selected (GTK_DROP_DOWN (self->calendar)));
}

static void
show_year (Asked *self)
{
  int year = self->first_year + (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->year));
  g_autofree char *from = plt_date_format_numeric (plt_date_from_ymd (year, 8, 1));
  g_autofree char *to = plt_date_format_numeric (plt_date_from_ymd (year, 8, 31));

  gtk_editable_set_text (GTK_EDITABLE (self->from), from);
  gtk_editable_set_text (GTK_EDITABLE (self->to), to);
}

/* The first August that this calendar does not have yet. */
static void
on_calendar (Asked *self)
{
  int year = plt_retro_next_august (plt_retro_model_get_retro (self->model), chosen_calendar (self),
                                    plt_today ());

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->year),
                              (guint) CLAMP (year - self->first_year, 0, N_YEARS - 1));
}

static gboolean
read_day (GtkWidget *entry, PltDate *date, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  *date = PLT_DATE_NONE;
  return *text == '\0' || plt_date_parse (text, date, error);
}

static void
on_close_august (Asked *self)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  PltRetroClosing closing = { .calendar = chosen_calendar (self),
                              .calendar_name = _ ("Rooms closed in August"),
                              .name = _ ("August closing") };
  PltSession *session = self->session;
  gint64 id;

  if (!read_day (self->from, &closing.first, &error) || !read_day (self->to, &closing.last, &error)
      || !plt_retro_closing_write (&closing, batch, &error)
      || !plt_store_apply (plt_session_get_store (session), _ ("Close in August"), NULL, batch,
                           &ids, &error))
    {
      plt_dialog_set_message (self->dialog, error->message);
      return;
    }
  id = g_array_index (ids, gint64, ids->len - 1);
  gtk_window_destroy (GTK_WINDOW (self->dialog));
  plt_session_open_ref (session, (PltRef){ "calendar_closing", id, "from_date" });
}

static void
add_calendars (Asked *self, const PltFacts *facts)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const char *own = _ ("Rooms closed in August");
  gint64 id = 0;
  gboolean has_own = FALSE;

  gtk_string_list_append (titles, _ ("All tasks"));
  g_array_append_val (self->calendars, id);
  for (guint i = 0; i < facts->task_calendars.n; i++)
    {
      const PltTaskCalendarFacts *one = &facts->task_calendars.items[i];

      gtk_string_list_append (titles, one->name);
      g_array_append_val (self->calendars, one->id);
      has_own = has_own || strcmp (one->name, own) == 0;
    }
  if (!has_own)
    {
      g_autofree char *title = g_strdup_printf (_ ("New calendar: %s"), own);

      id = PLT_RETRO_NEW_CALENDAR;
      gtk_string_list_append (titles, title);
      g_array_append_val (self->calendars, id);
    }
  self->calendar = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&titles)), NULL);
  plt_a11y_set_name (self->calendar, _ ("Calendar"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->calendar),
                              facts->task_calendars.n > 0 ? 1 : self->calendars->len - 1);
}

static GtkWidget *
new_years (Asked *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  int month, day;
  GtkWidget *list;

  plt_date_to_ymd (plt_today (), &self->first_year, &month, &day);
  self->first_year += month > 8;
  for (int i = 0; i < N_YEARS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", self->first_year + i);

      gtk_string_list_append (titles, text);
    }
  list = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&titles)), NULL);
  plt_a11y_set_name (list, _ ("Year"));
  return list;
}

PltDialog *
plt_closing_dialog (GtkWidget *owner, PltSession *session, PltRetroModel *model)
{
  Asked *self = g_new0 (Asked, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *help = gtk_label_new (_ ("Rooms and laboratories say their own days: the whole month "
                                      "is only where one begins."));

  self->session = g_object_ref (session);
  self->model = g_object_ref (model);
  self->calendars = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->dialog
      = plt_dialog_new (GTK_WINDOW (gtk_widget_get_root (owner)), _ ("August Closing"), _ ("_Add"));
  g_object_set_data_full (G_OBJECT (self->dialog), DATA, self, asked_free);
  add_calendars (self, plt_session_get_facts (session));
  self->year = new_years (self);
  self->from = plt_retro_date_entry (_ ("From"), PLT_DATE_NONE);
  self->to = plt_retro_date_entry (_ ("To"), PLT_DATE_NONE);
  gtk_label_set_wrap (GTK_LABEL (help), TRUE);
  gtk_label_set_xalign (GTK_LABEL (help), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (help), 48);
  gtk_widget_add_css_class (help, "dim-label");
  gtk_box_append (GTK_BOX (box), plt_retro_titled (_ ("Closed for"), self->calendar));
  gtk_box_append (GTK_BOX (box), plt_retro_titled (_ ("Year"), self->year));
  gtk_box_append (GTK_BOX (box), plt_retro_titled (_ ("From"), self->from));
  gtk_box_append (GTK_BOX (box), plt_retro_titled (_ ("To"), self->to));
  gtk_box_append (GTK_BOX (box), help);
  gtk_widget_add_css_class (box, "dialog-content");
  plt_dialog_set_content (self->dialog, box);
  on_calendar (self);
  show_year (self);
  g_signal_connect_swapped (self->calendar, "notify::selected", G_CALLBACK (on_calendar), self);
  g_signal_connect_swapped (self->year, "notify::selected", G_CALLBACK (show_year), self);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_close_august), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (self->from);
  return self->dialog;
}

static void
on_closing (Offer *self)
{
  plt_closing_dialog (self->box, self->session, self->model);
}

GtkWidget *
plt_closing_offer_new (PltSession *session, PltRetroModel *model)
{
  Offer *self = new_offer (session, model, _ ("August Closing…"));

  gtk_label_set_label (GTK_LABEL (self->label),
                       _ ("Rooms and laboratories often close for part of August"));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_closing), self);
  return self->box;
}
