#include "plt-status-bar.h"

#include <glib/gi18n-lib.h>

#include "plt-time.h"

struct _PltStatusBar
{
  GtkWidget parent_instance;

  PltSession *session;
  GtkWidget *box;
  GtkWidget *figures;
  GtkWidget *difference;
  GtkWidget *saved;
  GtkWidget *summary;
};

G_DEFINE_FINAL_TYPE (PltStatusBar, plt_status_bar, GTK_TYPE_WIDGET)

#define MINUS "\342\210\222" /* U+2212 */

char *
plt_figures_to_text (const PltFigures *figures)
{
  GString *text = g_string_new (NULL);
  g_autofree char *length = plt_seconds_format (figures->seconds);

  g_string_append_printf (text, ngettext ("%u sequence", "%u sequences", figures->sequences),
                          figures->sequences);
  g_string_append (text, " · ");
  /* Translators: shooting days, as short as can be: "5 d" */
  g_string_append_printf (text, _ ("%u d"), figures->days);
  g_string_append_printf (text, " · %s", length);
  if (figures->budget != PLT_UNKNOWN)
    {
      g_autofree char *total = plt_money_format (figures->budget);

      g_string_append_printf (text, " · %s", total);
    }
  return g_string_free (text, FALSE);
}

static void
append_part (GString *text, gint64 difference, const char *amount)
{
  if (difference == 0)
    return;
  g_string_append_printf (text, "%s%s%s", text->len > 0 ? " · " : "", difference > 0 ? "+" : MINUS,
                          amount);
}

char *
plt_figures_difference (const PltFigures *before, const PltFigures *after)
{
  GString *text = g_string_new (NULL);
  gint64 days = (gint64) after->days - before->days;
  gint64 seconds = after->seconds - before->seconds;
  gint64 budget = after->budget == PLT_UNKNOWN || before->budget == PLT_UNKNOWN
                      ? 0
                      : after->budget - before->budget;
  g_autofree char *n_days = g_strdup_printf (_ ("%u d"), (guint) ABS (days));
  g_autofree char *length = plt_seconds_format (ABS (seconds));
  g_autofree char *amount = plt_money_format (ABS (budget));

  append_part (text, days, n_days);
  append_part (text, seconds, length);
  append_part (text, budget, amount);
  return g_string_free (text, FALSE);
}

static void
update_figures (PltStatusBar *self)
{
  const PltFigures now = plt_session_get_figures (self->session);
  const PltFigures *preview = plt_session_get_preview (self->session);
  g_autofree char *text = plt_figures_to_text (preview != NULL ? preview : &now);

  gtk_label_set_label (GTK_LABEL (self->figures), text);
  if (preview != NULL)
    {
      g_autofree char *difference = plt_figures_difference (&now, preview);

      gtk_label_set_label (GTK_LABEL (self->difference), difference);
    }
  gtk_widget_set_visible (self->difference, preview != NULL);
}

static void
update_saved (PltStatusBar *self)
{
  PltStore *store = plt_session_get_store (self->session);
  g_autoptr (GPtrArray) history = NULL;
  const PltHistoryEntry *last;
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *text = NULL;

  if (plt_session_is_read_only (self->session))
    {
      gtk_label_set_label (GTK_LABEL (self->saved), _ ("read-only"));
      return;
    }
  history = plt_store_history (store);
  if (history->len == 0)
    {
      gtk_label_set_label (GTK_LABEL (self->saved), _ ("saved"));
      return;
    }
  last = g_ptr_array_index (history, history->len - 1);
  utc = g_date_time_new_from_unix_utc (last->time);
  local = g_date_time_to_local (utc);
  clock = g_date_time_format (local, "%H:%M");
  /* Translators: %s is a time of day: "saved 14:02" */
  text = g_strdup_printf (_ ("saved %s"), clock);
  gtk_label_set_label (GTK_LABEL (self->saved), text);
}

static void
on_session_changed (PltStatusBar *self)
{
  update_figures (self);
  update_saved (self);
}

void
plt_status_bar_set_summary (PltStatusBar *self, const char *summary)
{
  g_return_if_fail (PLT_IS_STATUS_BAR (self));

  gtk_label_set_label (GTK_LABEL (self->summary), summary != NULL ? summary : "");
}

GtkWidget *
plt_status_bar_new (PltSession *session)
{
  PltStatusBar *self = g_object_new (PLT_TYPE_STATUS_BAR, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "preview-changed", G_CALLBACK (update_figures), self,
                           G_CONNECT_SWAPPED);
  on_session_changed (self);
  return GTK_WIDGET (self);
}

static void
plt_status_bar_dispose (GObject *object)
{
  PltStatusBar *self = PLT_STATUS_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_status_bar_parent_class)->dispose (object);
}

static void
plt_status_bar_class_init (PltStatusBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_status_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-status-bar");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
plt_status_bar_init (PltStatusBar *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->figures = gtk_label_new (NULL);
  self->difference = gtk_label_new (NULL);
  self->saved = gtk_label_new (NULL);
  self->summary = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->difference, "difference");
  gtk_widget_add_css_class (self->saved, "dim-label");
  gtk_widget_set_visible (self->difference, FALSE);
  gtk_widget_set_hexpand (self->summary, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 1);
  gtk_label_set_ellipsize (GTK_LABEL (self->summary), PANGO_ELLIPSIZE_START);
  gtk_box_append (GTK_BOX (self->box), self->figures);
  gtk_box_append (GTK_BOX (self->box), self->difference);
  gtk_box_append (GTK_BOX (self->box), self->saved);
  gtk_box_append (GTK_BOX (self->box), self->summary);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
