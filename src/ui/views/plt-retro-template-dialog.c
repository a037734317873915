/* The template of a rétroplanning: a kind is chosen, what it would add is looked at, then added. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-a11y.h"
#include "plt-paths.h"
#include "plt-referential.h"
#include "plt-retro-dialogs.h"
#include "plt-retro-paper.h"
#include "plt-views.h"

#define DATA "plt-retro-template"
#define TEMPLATES "retroplannings"
#define ROW "plt-template-row"

typedef struct
{
  PltSession *session;
  PltDialog *dialog;
  PltNetworkTemplates *templates;
  const PltNetworkTemplate *chosen; /* (nullable) */
  GArray *missing;                  /* of guint */
  guint8 *left_out;                 /* by row of the template: not wanted */
  GtkWidget *kinds, *summary, *list, *unread;
  GtkSizeGroup *days_column, *phase_column;
  GtkWidget *delivery; /* (nullable): where the production has no delivery date */
} Choice;

static void
choice_free (gpointer data)
{
  Choice *self = data;

  g_clear_pointer (&self->templates, plt_network_templates_free);
  g_clear_pointer (&self->missing, g_array_unref);
  g_free (self->left_out);
  g_object_unref (self->days_column);
  g_object_unref (self->phase_column);
  g_object_unref (self->session);
  g_free (self);
}

static const char *
kind_title (const char *kind)
{
  const PltColumn *column = plt_table_column (plt_table_find ("production"), "kind");

  for (const PltChoice *choice = column->choices; choice->id != NULL; choice++)
    if (strcmp (choice->id, kind) == 0)
      return plt_choice_title (choice);
  return kind;
}

static GtkWidget *
new_label (const char *text, const char *css, gboolean expand)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, expand);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

/* "10 d (8 to 15)", "30 cal. d" */
static char *
days_text (const PltNetworkTemplateRow *row)
{
  if (row->days == 0)
    return g_strdup (_ ("milestone"));
  if (row->unit == PLT_NETWORK_CALENDAR)
    return g_strdup_printf (_ ("%d calendar days"), row->days);
  if (row->least < row->most)
    return g_strdup_printf (_ ("%d days, usually %d to %d"), row->days, row->least, row->most);
  return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) row->days), row->days);
}

static void
count_chosen (Choice *self)
{
  guint n = 0;

  for (guint i = 0; i < self->missing->len; i++)
    n += !self->left_out[g_array_index (self->missing, guint, i)];
  plt_dialog_set_accept_enabled (self->dialog, n > 0);
}

static void
on_toggled (Choice *self, GParamSpec *spec, GtkCheckButton *check)
{
  const guint row = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), ROW));

  self->left_out[row] = !gtk_check_button_get_active (check);
  count_chosen (self);
}

static GtkWidget *
new_row (Choice *self, guint at)
{
  const PltNetworkTemplateRow *row = &g_array_index (self->chosen->rows, PltNetworkTemplateRow, at);
  GtkWidget *check = gtk_check_button_new (), *days_label, *phase_label;

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *item = gtk_list_box_row_new ();
  g_autofree char *days = days_text (row);
  g_autofree char *name = g_strdup_printf ("%s, %s", row->label, days);
  const guint phase = plt_retro_paper_phase_number (row->phase);

  days_label = new_label (days, "dim-label", FALSE);
  phase_label = new_label (phase < PLT_RETRO_N_PHASES ? plt_phase_title ((int) phase) : "",
                           "dim-label", FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (days_label), PANGO_ELLIPSIZE_NONE);
  gtk_size_group_add_widget (self->days_column, days_label);
  gtk_size_group_add_widget (self->phase_column, phase_label);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  plt_a11y_set_name (check, name);
  g_object_set_data (G_OBJECT (check), ROW, GUINT_TO_POINTER (at));
  g_signal_connect_swapped (check, "notify::active", G_CALLBACK (on_toggled), self);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), new_label (row->label, NULL, TRUE));
  gtk_box_append (GTK_BOX (box), phase_label);
  gtk_box_append (GTK_BOX (box), days_label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (item), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (item), FALSE);
  gtk_widget_set_tooltip_text (item, *row->source != '\0' ? row->source : NULL);
  plt_a11y_set_name (item, name);
  return item;
}

/* What no source was read for is said once. */
static void
show_unread (Choice *self, guint n)
{
  g_autofree char *text
      = g_strdup_printf (ngettext ("The duration of %u task is that of use: to be checked.",
                                   "The durations of %u tasks are those of use: to be checked.", n),
                         n);

  gtk_label_set_label (GTK_LABEL (self->unread), text);
  gtk_widget_set_visible (self->unread, n > 0);
}

static void
show_kind (Choice *self)
{
  const guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kinds));
  const PltFacts *facts = plt_session_get_facts (self->session);
  g_autofree char *text = NULL, *add = NULL;
  GtkWidget *child;
  guint n, n_unread = 0;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  g_clear_pointer (&self->missing, g_array_unref);
  g_clear_pointer (&self->left_out, g_free);
  self->chosen = at < self->templates->kinds->len ? self->templates->kinds->pdata[at] : NULL;
  if (self->chosen == NULL)
    return;
  self->missing = plt_retro_missing (facts, self->chosen);
  self->left_out = g_new0 (guint8, self->chosen->rows->len + 1);
  n = self->missing->len;
  for (guint i = 0; i < n; i++)
    {
      const guint row = g_array_index (self->missing, guint, i);

      gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (self, row));
      n_unread += !g_array_index (self->chosen->rows, PltNetworkTemplateRow, row).is_sourced;
    }
  show_unread (self, n_unread);
  if (n == 0)
    text = g_strdup (_ ("All that is usual is there already."));
  else
    text = facts->tasks.n == 0
               ? g_strdup_printf (ngettext ("%u usual task.", "%u usual tasks.", n), n)
               : g_strdup_printf (
                   ngettext ("%u task is usual and missing, of %u. Those that are there "
                             "keep all they say.",
                             "%u tasks are usual and missing, of %u. Those that are there "
                             "keep all they say.",
                             n),
                   n, self->chosen->rows->len);
  gtk_label_set_label (GTK_LABEL (self->summary), text);
  count_chosen (self);
}

/* Without one, none of the tasks would have a date. */
static gboolean
put_delivery (Choice *self, PltBatch *batch, GError **error)
{
  g_autofree char *typed = NULL;
  PltDate date;

  if (self->delivery == NULL)
    return TRUE;
  typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->delivery))));
  if (*typed == '\0')
    return TRUE;
  if (!plt_date_parse (typed, &date, error))
    return FALSE;
  plt_batch_update (batch, "production", plt_session_get_facts (self->session)->production.id);
  plt_batch_set_date (batch, "delivery_date", date);
  return TRUE;
}

static void
on_accepted (Choice *self)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltSession) session = g_object_ref (self->session);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GtkWindow *window;
  guint n;

  if (self->chosen == NULL)
    return;
  if (!put_delivery (self, batch, &error))
    {
      plt_dialog_set_message (self->dialog, error->message);
      gtk_widget_grab_focus (self->delivery);
      return;
    }
  n = plt_retro_apply_template (plt_session_get_facts (session), self->chosen, self->left_out,
                                batch);
  if (plt_batch_get_n_edits (batch) > 0
      && !plt_store_apply (plt_session_get_store (session), _ ("Add the usual tasks"), NULL, batch,
                           &ids, &error))
    {
      plt_dialog_set_message (self->dialog, error->message);
      return;
    }
  text = g_strdup_printf (ngettext ("%u task was added", "%u tasks were added", n), n);
  plt_session_toast (session, text, _ ("Undo"), "win.undo");
  window = gtk_window_get_transient_for (GTK_WINDOW (self->dialog));
  gtk_window_destroy (GTK_WINDOW (self->dialog)); /* and self with it */
  if (n == 0)
    return;
  /* The first of them has the cursor, not the last, and all of them are in the calendar. */
  plt_session_open_ref (session, (PltRef){ "task", g_array_index (ids, gint64, 0) });
  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "view.retro-zoom-all", NULL);
}

/* The copy that the production keeps, else the one that comes with the program. */
PltNetworkTemplates *
plt_retro_load_templates (PltSession *session, GError **error)
{
  const PltFacts *facts = plt_session_get_facts (session);
  g_autofree char *content = NULL;

  for (guint i = 0; i < facts->referentials.n; i++)
    if (strcmp (facts->referentials.items[i].name, TEMPLATES) == 0)
      return plt_network_templates_parse (facts->referentials.items[i].content, error);
  content = plt_paths_read ("referentials/" TEMPLATES ".tsv", NULL, error);
  return content != NULL ? plt_network_templates_parse (content, error) : NULL;
}

static Choice *
choice_of (PltDialog *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), DATA);
}

const char *
plt_retro_template_dialog_get_kind (PltDialog *dialog)
{
  return choice_of (dialog)->chosen != NULL ? choice_of (dialog)->chosen->kind : "";
}

void
plt_retro_template_dialog_set_kind (PltDialog *dialog, const char *kind)
{
  Choice *self = choice_of (dialog);

  for (guint i = 0; i < self->templates->kinds->len; i++)
    if (strcmp (((PltNetworkTemplate *) self->templates->kinds->pdata[i])->kind, kind) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kinds), i);
}

guint
plt_retro_template_dialog_count (PltDialog *dialog)
{
  return choice_of (dialog)->missing != NULL ? choice_of (dialog)->missing->len : 0;
}

static GtkWidget *
new_content (Choice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8),
            *scroller = gtk_scrolled_window_new ();
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->templates->kinds->len; i++)
    gtk_string_list_append (
        kinds, kind_title (((PltNetworkTemplate *) self->templates->kinds->pdata[i])->kind));
  self->kinds = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&kinds)), NULL);
  plt_a11y_set_name (self->kinds, _ ("Kind of production"));
  self->summary = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  gtk_label_set_wrap (GTK_LABEL (self->summary), TRUE);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  plt_a11y_set_name (self->list, _ ("Usual and missing"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  gtk_scrolled_window_set_min_content_width (GTK_SCROLLED_WINDOW (scroller), 720);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_add_css_class (box, "dialog-content");
  gtk_box_append (GTK_BOX (box), self->kinds);
  gtk_box_append (GTK_BOX (box), self->summary);
  if (plt_session_get_facts (self->session)->production.delivery_date == PLT_DATE_NONE)
    {
      self->delivery = plt_retro_date_entry (_ ("Delivery (PAD)"), PLT_DATE_NONE);
      gtk_box_append (GTK_BOX (box),
                      plt_retro_titled (_ ("Delivery (PAD): all dates are counted back from it"),
                                        self->delivery));
    }
  gtk_box_append (GTK_BOX (box), scroller);
  self->unread = new_label (NULL, "dim-label", FALSE);
  gtk_box_append (GTK_BOX (box), self->unread);
  return box;
}

PltDialog *
plt_retro_template_dialog (GtkWidget *owner, PltSession *session)
{
  GError *error = NULL;
  PltNetworkTemplates *templates = plt_retro_load_templates (session, &error);
  Choice *self;
  const char *kind;

  if (templates == NULL)
    {
      plt_session_take_error (session, error);
      return NULL;
    }
  self = g_new0 (Choice, 1);
  self->session = g_object_ref (session);
  self->templates = templates;
  self->days_column = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->phase_column = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->dialog = plt_dialog_new (GTK_WINDOW (gtk_widget_get_root (owner)),
                                 _ ("Template of the Rétroplanning"), _ ("_Add"));
  g_object_set_data_full (G_OBJECT (self->dialog), DATA, self, choice_free);
  plt_dialog_set_content (self->dialog, new_content (self));
  kind = plt_retro_template_kind (plt_session_get_facts (session)->production.kind);
  plt_retro_template_dialog_set_kind (self->dialog, kind);
  g_signal_connect_swapped (self->kinds, "notify::selected", G_CALLBACK (show_kind), self);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_accepted), self);
  show_kind (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  return self->dialog;
}
