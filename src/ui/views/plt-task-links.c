#include "plt-task-links.h"

#include <glib/gi18n-lib.h>

#include "plt-links.h"
#include "plt-retro-crew.h"
#include "plt-retro-model.h"

typedef struct
{
  GtkBox *box;
  PltSession *session;
  const PltFacts *facts;
  gint64 task;
} List;

static void
add_line (const List *self, const char *text, const char *table, gint64 id)
{
  GtkWidget *door = plt_link_button_new (self->session, text, (PltRef){ table, id, NULL });

  gtk_widget_set_tooltip_text (door, text);
  gtk_box_append (self->box, door);
}

static void
add_nothing (const List *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->box, label);
}

static void
add_part (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static const char *
choice_title (const char *table, const char *column, const char *id)
{
  const PltChoice *choice
      = plt_column_find_choice (plt_table_column (plt_table_find (table), column), id);

  return choice != NULL ? plt_choice_title (choice) : id;
}

/* ---- who ---- */

static void
show_people (const List *self)
{
  guint n = 0;

  plt_links_add_heading (self->box, _ ("Who works on it"));
  for (guint i = 0; i < self->facts->task_people.n; i++)
    {
      const PltTaskPersonFacts *row = &self->facts->task_people.items[i];
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *name = NULL;

      if (row->task != self->task)
        continue;
      name = plt_facts_person_name (
          PLT_FACTS_FIND (self->facts->people, PltPersonFacts, row->person));
      add_part (text, name);
      add_part (text, row->function);
      if (row->share_e6 != PLT_UNKNOWN && row->share_e6 != PLT_RATE_ONE)
        {
          g_autofree char *share = plt_retro_share_text (row->share_e6);

          add_part (text, share);
        }
      add_line (self, text->str, "task_person", row->id);
      n++;
    }
  if (n == 0)
    add_nothing (self, _ ("Nobody yet: type names in the column Person."));
}

/* ---- links ---- */

/* "Montage image + 3 working days", "Tournage · Start to start + 5 working days" */
static void
add_link (const List *self, const PltTaskLinkFacts *link, gint64 other)
{
  const PltTaskFacts *task = PLT_FACTS_FIND (self->facts->tasks, PltTaskFacts, other);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *lag = NULL;

  if (task == NULL)
    return;
  add_part (text, task->name);
  if (g_strcmp0 (link->kind, "fin-debut") != 0)
    add_part (text, choice_title ("task_link", "kind", link->kind));
  if (link->lag_days != PLT_UNKNOWN && link->lag_days != 0)
    {
      lag = plt_retro_model_days_text ((int) ABS (link->lag_days),
                                       g_strcmp0 (link->lag_unit, "calendaires") == 0);
      g_string_append_printf (text, " %s %s", link->lag_days > 0 ? "+" : "−", lag);
    }
  add_line (self, text->str, "task", other);
}

static void
show_links (const List *self)
{
  guint n = 0;

  plt_links_add_heading (self->box, _ ("Waits for"));
  for (guint i = 0; i < self->facts->task_links.n; i++)
    if (self->facts->task_links.items[i].task == self->task)
      {
        add_link (self, &self->facts->task_links.items[i],
                  self->facts->task_links.items[i].predecessor);
        n++;
      }
  if (n == 0)
    add_nothing (self, _ ("Nothing: type numbers of tasks in the column After."));
  n = 0;
  for (guint i = 0; i < self->facts->task_links.n; i++)
    if (self->facts->task_links.items[i].predecessor == self->task)
      {
        if (n++ == 0)
          plt_links_add_heading (self->box, _ ("Is waited for by"));
        add_link (self, &self->facts->task_links.items[i], self->facts->task_links.items[i].task);
      }
}

/* ---- rooms and screenings ---- */

static void
add_booking (const List *self, const PltBookingFacts *booking)
{
  g_autoptr (GString) text = g_string_new (booking->room);
  g_autofree char *from = plt_date_format_numeric (booking->from_date);
  g_autofree char *to = plt_date_format_numeric (booking->to_date);
  g_autofree char *span = booking->to_date != PLT_DATE_NONE && booking->to_date > booking->from_date
                              ? g_strdup_printf ("%.5s → %s", from, to) /* "28/06 → 30/06/2027" */
                              : g_strdup (from);

  add_part (text, span);
  add_part (text, choice_title ("room_booking", "status", booking->status));
  add_line (self, text->str, "room_booking", booking->id);
}

static void
add_screening (const List *self, const PltScreeningFacts *screening)
{
  g_autoptr (GString) text = g_string_new (screening->name);

  if (screening->date != PLT_DATE_NONE)
    {
      g_autofree char *date = plt_date_format_numeric (screening->date);

      add_part (text, date);
    }
  if (*screening->answer != '\0')
    add_part (text, choice_title ("screening", "answer", screening->answer));
  add_line (self, text->str, "screening", screening->id);
}

static void
add_button (const List *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (self->box, button);
}

static void
show_rooms (const List *self)
{
  plt_links_add_heading (self->box, _ ("Rooms and screenings"));
  for (guint i = 0; i < self->facts->bookings.n; i++)
    if (self->facts->bookings.items[i].task == self->task)
      add_booking (self, &self->facts->bookings.items[i]);
  for (guint i = 0; i < self->facts->screenings.n; i++)
    if (self->facts->screenings.items[i].task == self->task)
      add_screening (self, &self->facts->screenings.items[i]);
  if (plt_session_is_read_only (self->session))
    return;
  add_button (self, _ ("Book a Room for the Task…"), "view.retro-book");
  add_button (self, _ ("Add a Screening After the Task…"), "view.retro-screen");
}

void
plt_task_links_fill (GtkBox *box, PltSession *session, gint64 task)
{
  const List self = { box, session, plt_session_get_facts (session), task };

  show_people (&self);
  show_links (&self);
  show_rooms (&self);
}
