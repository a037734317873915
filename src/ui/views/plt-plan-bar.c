#include "plt-plan-bar.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-filter-chips.h"
#include "plt-plan-filters.h"

struct _PltPlanBar
{
  GtkWidget parent_instance;

  PltSession *session;
  PltBoard *board;
  GtkWidget *box, *search, *found;
  GtkWidget *chips, *remaining;
  GtkWidget *frozen, *frozen_text;
};

G_DEFINE_FINAL_TYPE (PltPlanBar, plt_plan_bar, GTK_TYPE_WIDGET)

static gboolean
wants_strip (gint64 key, gpointer data)
{
  return plt_filter_chips_keep (PLT_FILTER_CHIPS (((PltPlanBar *) data)->chips), key);
}

static void
on_search_changed (PltPlanBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  gboolean filtered = plt_filter_chips_are_on (PLT_FILTER_CHIPS (self->chips));
  guint n;
  g_autofree char *found = NULL;

  plt_board_set_search (self->board, text);
  n = plt_board_set_filter (self->board, filtered ? wants_strip : NULL, self);
  if (*text != '\0' || filtered)
    found = n > 0 ? g_strdup_printf (ngettext ("%u found", "%u found", n), n)
                  : g_strdup (_ ("Nothing found"));
  gtk_label_set_label (GTK_LABEL (self->found), found != NULL ? found : "");
}

static void
on_next_match (PltPlanBar *self)
{
  plt_board_search_next (self->board, 1);
}

static void
on_previous_match (PltPlanBar *self)
{
  plt_board_search_next (self->board, -1);
}

static void
on_stop_search (PltPlanBar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->board));
}

static GtkWidget *
new_button (const char *label, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  return button;
}

static GtkWidget *
new_paper_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-print-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "view.export-plan");
  gtk_widget_set_tooltip_text (button, _ ("The plan de travail as a document"));
  plt_a11y_set_name (button, _ ("Export the Schedule…"));
  return button;
}

static GtkWidget *
new_bar (PltPlanBar *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->search = gtk_search_entry_new ();
  self->found = gtk_label_new (NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search), 22);
  g_object_set (self->search, "placeholder-text", _ ("Number, set, words…"), NULL);
  gtk_widget_add_css_class (self->found, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (self->found), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->found), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->found, TRUE);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (on_next_match), self);
  g_signal_connect_swapped (self->search, "next-match", G_CALLBACK (on_next_match), self);
  g_signal_connect_swapped (self->search, "previous-match", G_CALLBACK (on_previous_match), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (on_stop_search), self);
  gtk_box_append (GTK_BOX (bar), self->search);
  gtk_box_append (GTK_BOX (bar), self->found);
  gtk_box_append (GTK_BOX (bar),
                  new_button (_ ("_Check"), "win.issues", _ ("Show what was found in the plan")));
  gtk_box_append (GTK_BOX (bar), new_paper_button ());
  gtk_box_append (GTK_BOX (bar), new_button (_ ("_Optimise…"), "view.optimise",
                                             _ ("Look for a better plan, and say why it is")));
  gtk_box_append (GTK_BOX (bar), new_button (_ ("_Add Days…"), "view.add-days",
                                             _ ("Add shooting days to the plan")));
  gtk_box_append (GTK_BOX (bar), new_button (_ ("Str_ips…"), "view.strips",
                                             _ ("What strips say, and their colours")));
  gtk_widget_add_css_class (bar, "register-bar");
  return bar;
}

/* Chips at the left, at the right what is left to shoot. */
static GtkWidget *
new_filter_bar (PltPlanBar *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->chips = plt_filter_chips_new (self->session, plt_plan_filters);
  self->remaining = gtk_label_new (NULL);
  g_signal_connect_swapped (self->chips, "changed", G_CALLBACK (on_search_changed), self);
  gtk_label_set_xalign (GTK_LABEL (self->remaining), 1);
  gtk_label_set_ellipsize (GTK_LABEL (self->remaining), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->remaining, TRUE);
  gtk_widget_add_css_class (self->remaining, "numeric");
  gtk_box_append (GTK_BOX (bar), self->chips);
  gtk_box_append (GTK_BOX (bar), self->remaining);
  gtk_widget_add_css_class (bar, "register-bar");
  return bar;
}

/* Says why a version that people were given stays as it is, and offers what can be done. */
static GtkWidget *
new_frozen_bar (PltPlanBar *self)
{
  self->frozen = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->frozen_text = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->frozen_text), 0);
  gtk_label_set_wrap (GTK_LABEL (self->frozen_text), TRUE);
  gtk_widget_set_hexpand (self->frozen_text, TRUE);
  gtk_box_append (GTK_BOX (self->frozen), self->frozen_text);
  gtk_box_append (GTK_BOX (self->frozen),
                  new_button (_ ("_Copy This Schedule"), "view.duplicate-plan",
                              _ ("A draft with the same days and strips, to go on with")));
  gtk_widget_add_css_class (self->frozen, "register-bar");
  gtk_widget_set_visible (self->frozen, FALSE);
  return self->frozen;
}

void
plt_plan_bar_refresh (PltPlanBar *self, const PltBoardState *state)
{
  g_autofree char *left = NULL;

  if (*state->remaining != '\0')
    /* Translators: %s is "42 strips · 6 days · 31 h 20 · 48:10 · 28 3/8 p." */
    left = state->started ? g_strdup_printf (_ ("Left to shoot: %s"), state->remaining)
                          : g_strdup_printf (_ ("To shoot: %s"), state->remaining);
  gtk_label_set_label (GTK_LABEL (self->remaining), left != NULL ? left : "");
  gtk_widget_set_tooltip_text (self->remaining, left);
  gtk_label_set_label (GTK_LABEL (self->frozen_text), state->frozen != NULL ? state->frozen : "");
  gtk_widget_set_visible (self->frozen, state->frozen != NULL);
}

void
plt_plan_bar_focus_search (PltPlanBar *self)
{
  g_return_if_fail (PLT_IS_PLAN_BAR (self));

  gtk_widget_grab_focus (self->search);
}

GtkWidget *
plt_plan_bar_new (PltSession *session, PltBoard *board)
{
  PltPlanBar *self = g_object_new (PLT_TYPE_PLAN_BAR, NULL);

  g_return_val_if_fail (PLT_IS_SESSION (session) && PLT_IS_BOARD (board), NULL);

  self->session = g_object_ref (session);
  self->board = g_object_ref (board);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), new_bar (self));
  gtk_box_append (GTK_BOX (self->box), new_filter_bar (self));
  gtk_box_append (GTK_BOX (self->box), new_frozen_bar (self));
  return GTK_WIDGET (self);
}

static void
plt_plan_bar_dispose (GObject *object)
{
  PltPlanBar *self = PLT_PLAN_BAR (object);

  if (self->board != NULL)
    {
      plt_board_set_filter (self->board, NULL, NULL);
      g_signal_handlers_disconnect_by_data (self->search, self);
      g_signal_handlers_disconnect_by_data (self->chips, self);
    }
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->board);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_plan_bar_parent_class)->dispose (object);
}

static void
plt_plan_bar_class_init (PltPlanBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_plan_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plt_plan_bar_init (PltPlanBar *self)
{
}
