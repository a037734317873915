#include "plt-publish-plan.h"

#include <glib/gi18n-lib.h>

#include "plt-alert.h"
#include "plt-dialog.h"
#include "plt-grid.h"
#include "plt-plan-compare-table.h"
#include "plt-plan-publish.h"
#include "plt-plan-version.h"
#include "plt-rows.h"
#include "plt-today.h"

typedef struct
{
  PltSession *session;
  PltDialog *dialog;
  gint64 schedule;
  GtkWidget *number, *date, *author, *reason, *grid;
  PltPlanCompareTable *moves; /* (nullable): nothing was published before */
} Publish;

static void
publish_free (Publish *self)
{
  g_clear_object (&self->moves);
  g_object_unref (self->session);
  g_free (self);
}

static const char *
text_of (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

/* ---- what it does ---- */

static gboolean
publish (Publish *self, gint64 *number, GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;
  PltPublication publication
      = { .author = text_of (self->author),
          .reason = text_of (self->reason),
          .reasons
          = self->moves != NULL ? plt_plan_compare_table_get_reasons (self->moves) : NULL };

  if (!g_ascii_string_to_signed (text_of (self->number), 10, 1, 9999, &publication.number, NULL))
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                           _ ("The number of a version is between 1 and 9999."));
      return FALSE;
    }
  if (!plt_date_parse (text_of (self->date), &publication.date, error)
      || plt_plan_publish (plt_session_get_facts (self->session), self->schedule, &publication,
                           batch, error)
             == 0)
    return FALSE;
  *number = publication.number;
  label = g_strdup_printf (_ ("Publish version %d"), (int) *number);
  return plt_store_apply (plt_session_get_store (self->session), label, NULL, batch, NULL, error);
}

static void
on_accepted (Publish *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 number = 0;

  if (self->grid != NULL && plt_grid_is_editing (PLT_GRID (self->grid))
      && !plt_grid_commit_edit (PLT_GRID (self->grid)))
    return;
  if (!publish (self, &number, &error))
    {
      plt_dialog_set_message (self->dialog, error->message);
      return;
    }
  text = g_strdup_printf (
      _ ("Version %d is published and stays as it is. You go on with the working schedule."),
      (int) number);
  plt_session_toast (self->session, text, _ ("Undo"), "win.undo");
  gtk_window_destroy (GTK_WINDOW (self->dialog)); /* and self with it */
}

/* ---- the dialog ---- */

static GtkWidget *
add_entry (GtkWidget *grid, int row, const char *title, const char *text)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (title);
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_widget_add_css_class (label, "form-label");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), entry, 1, row, 1, 1);
  return entry;
}

static char *
today (void)
{
  return plt_date_format_numeric (plt_today ());
}

/* "Cancels and replaces version 2 of 12/04/2027. 6 sequences change their day:" */
static char *
describe_before (const PltScheduleFacts *before, guint n_moved)
{
  g_autofree char *date = NULL;
  g_autofree char *replaces = NULL;
  g_autofree char *moved = NULL;

  if (before == NULL)
    return g_strdup (_ ("This is the first version that is published. It is kept as people get "
                        "it; the schedule you work on goes on under the next number."));
  date = plt_date_format_numeric (before->published_date);
  replaces = g_strdup_printf (_ ("Cancels and replaces version %d of %s."),
                              (int) plt_schedule_number (before), date);
  moved = n_moved > 0 ? g_strdup_printf (
              ngettext ("%u sequence changes its day:", "%u sequences change their day:", n_moved),
              n_moved)
                      : g_strdup (_ ("No sequence changes its day."));
  return g_strconcat (replaces, " ", moved, NULL);
}

static GtkWidget *
new_moves (Publish *self, const PltFacts *facts, const PltPlanCompare *compare)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->moves = plt_plan_compare_table_new (PLT_PLAN_COMPARE_MOVES);
  plt_plan_compare_table_fill (self->moves, facts, compare, FALSE);
  self->grid = plt_grid_new (PLT_GRID_MODEL (self->moves));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What moved, and why"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 220);
  gtk_scrolled_window_set_min_content_width (GTK_SCROLLED_WINDOW (scroller), 860);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
fill (Publish *self, GtkWidget *box)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltScheduleFacts *before = plt_schedule_last_published (facts, 0);
  g_autoptr (PltPlanCompare) compare
      = before != NULL ? plt_plan_compare_new (facts, before->id, self->schedule, 0) : NULL;
  guint n_moved = compare != NULL ? plt_plan_compare_n_moved (compare) : 0;
  g_autofree char *sentence = describe_before (before, n_moved);
  g_autofree char *number
      = g_strdup_printf ("%" G_GINT64_FORMAT, plt_plan_next_number (facts, self->schedule));
  g_autofree char *date = today ();
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *label = gtk_label_new (sentence);

  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  self->number = add_entry (grid, 0, _ ("_Version"), number);
  self->date = add_entry (grid, 1, _ ("_Date"), date);
  self->author = add_entry (grid, 2, _ ("_Author"), facts->production.first_assistant);
  self->reason = add_entry (grid, 3, _ ("_Reason of all"), "");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 64);
  gtk_box_append (GTK_BOX (box), grid);
  gtk_box_append (GTK_BOX (box), label);
  if (n_moved > 0)
    gtk_box_append (GTK_BOX (box), new_moves (self, facts, compare));
}

GtkWindow *
plt_publish_plan_present (GtkWindow *parent, PltSession *session)
{
  Publish *self = g_new0 (Publish, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->session = g_object_ref (session);
  self->schedule = plt_session_get_schedule_id (session);
  self->dialog = plt_dialog_new (parent, _ ("Publish the Schedule"), _ ("_Publish"));
  g_object_set_data_full (G_OBJECT (self->dialog), "plt-publish-plan", self,
                          (GDestroyNotify) publish_free);
  gtk_widget_add_css_class (box, "dialog-content");
  fill (self, box);
  plt_dialog_set_content (self->dialog, box);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_accepted), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (self->reason);
  return GTK_WINDOW (self->dialog);
}

/* ---- deleting a version ---- */

typedef struct
{
  PltSession *session;
  gint64 schedule;
} Question;

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  GError *error = NULL;

  if (plt_alert_choose_finish (result, NULL) == 1)
    {
      if (plt_session_get_schedule_id (question->session) == question->schedule)
        plt_session_look_at_schedule (question->session, 0);
      if (plt_store_delete (plt_session_get_store (question->session), "schedule",
                            question->schedule, &error))
        plt_session_toast (question->session, _ ("The version is deleted."), _ ("Undo"),
                           "win.undo");
      else
        plt_session_take_error (question->session, error);
    }
  g_object_unref (question->session);
  g_free (question);
}

void
plt_plan_delete_ask (GtkWindow *parent, PltSession *session, gint64 schedule)
{
  const char *const buttons[] = { _ ("_Cancel"), _ ("_Delete"), NULL };
  const PltFacts *facts = plt_session_get_facts (session);
  const PltScheduleFacts *version = PLT_FACTS_FIND (facts->schedules, PltScheduleFacts, schedule);
  g_autofree char *why = plt_plan_keep_reason (facts, schedule);
  g_autofree char *message = NULL;
  Question *question;

  if (version == NULL)
    return;
  if (why != NULL)
    {
      plt_session_toast (session, why, NULL, NULL);
      return;
    }
  question = g_new0 (Question, 1);
  question->session = g_object_ref (session);
  question->schedule = schedule;
  message = g_strdup_printf (_ ("Delete “%s”, version %d?"), version->name,
                             (int) plt_schedule_number (version));
  plt_alert_choose (parent, message, _ ("Its days and strips go with it. Undo brings it back."),
                    buttons, NULL, on_answered, question);
}
