#include "plt-retro-rework-dialog.h"

#include <glib/gi18n-lib.h>

#include "plt-error.h"
#include "plt-retro-post.h"

#define DATA "plt-retro-rework"
#define MOST_MOVES 8 /* lines */

typedef struct
{
  PltSession *session;
  PltRetroModel *model;
  PltDialog *dialog;
  gint64 screening;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *self = data;

  g_object_unref (self->session);
  g_object_unref (self->model);
  g_free (self);
}

static PltRetroRework *
count (PltSession *session, PltRetroModel *model, gint64 screening, GError **error)
{
  return plt_retro_rework_new (plt_retro_model_get_retro (model), plt_session_get_plan (session),
                               screening, error);
}

/* ---- what is said ---- */

static char *
work_text (const PltRetroRework *rework)
{
  const PltRetroRow *row = plt_retro_find (rework->after, rework->task);
  g_autofree char *from = plt_date_format_day (row->dates.start);
  g_autofree char *to = plt_date_format_day (row->dates.finish);

  if (rework->is_longer)
    return g_strdup_printf (_ ("“%s” gets these days itself: %s to %s."), row->name, from, to);
  /* Translators: the task of the work to do again, its first and its last day */
  return row->dates.start == row->dates.finish
             ? g_strdup_printf (_ ("“%s” comes into the plan: %s."), row->name, from)
             : g_strdup_printf (_ ("“%s” comes into the plan: %s to %s."), row->name, from, to);
}

static char *
moves_text (const PltRetroRework *rework)
{
  GString *text = g_string_new (NULL);
  guint n = rework->moves->len;

  if (n == 0)
    g_string_append (text, _ ("Nothing else moves."));
  for (guint i = 0; i < MIN (n, MOST_MOVES); i++)
    {
      const PltNetworkMove *move = &g_array_index (rework->moves, PltNetworkMove, i);
      g_autofree char *start = plt_date_format_short (move->to_start);
      g_autofree char *before = plt_date_format_short (move->from_finish);
      g_autofree char *after = plt_date_format_short (move->to_finish);
      const char *name = rework->after->input.tasks[move->task].name;

      /* Translators: a task, its end before and after, its new beginning */
      g_string_append_printf (text, _ ("%s%s: ends %s instead of %s, begins %s"), i > 0 ? "\n" : "",
                              name, after, before, start);
    }
  if (n > MOST_MOVES)
    g_string_append_printf (text, ngettext ("\nand %u more", "\nand %u more", n - MOST_MOVES),
                            n - MOST_MOVES);
  return g_string_free (text, FALSE);
}

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 64);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  return label;
}

static GtkWidget *
new_content (const PltRetro *before, const PltRetroRework *rework)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_autofree char *work = work_text (rework), *moves = moves_text (rework);
  g_autofree char *now = plt_retro_head_text (before);
  g_autofree char *then = plt_retro_head_text (rework->after);
  g_autofree char *was = g_strdup_printf (_ ("Now: %s"), now);
  g_autofree char *will = g_strdup_printf (_ ("Then: %s"), then);
  GtkWidget *after = new_label (will);

  gtk_box_append (GTK_BOX (box), new_label (work));
  gtk_box_append (GTK_BOX (box), new_label (moves));
  gtk_box_append (GTK_BOX (box), new_label (was));
  if (rework->after->head.missing > before->head.missing)
    gtk_widget_add_css_class (after, "error");
  gtk_box_append (GTK_BOX (box), after);
  gtk_widget_add_css_class (box, "dialog-content");
  return box;
}

/* ---- doing it ---- */

/* Counted again: the plan may be another one than when the dialog opened. */
static void
on_accepted (Asked *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltRetroRework) rework = count (self->session, self->model, self->screening, &error);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  PltSession *session = self->session;

  if (rework != NULL)
    plt_retro_rework_write (rework, batch);
  if (rework == NULL
      || !plt_store_apply (plt_session_get_store (session), _ ("Reopen a stage after a screening"),
                           NULL, batch, NULL, &error))
    {
      plt_dialog_set_message (self->dialog, error->message);
      return;
    }
  plt_session_toast (session, _ ("The stage is in the plan again"), _ ("Undo"), "win.undo");
  gtk_window_destroy (GTK_WINDOW (self->dialog));
}

/* To the cell that has to be filled in. */
static void
open_cell (PltSession *session, const PltRetro *retro, gint64 screening)
{
  const PltScreeningFacts *one
      = PLT_FACTS_FIND (retro->facts->screenings, PltScreeningFacts, screening);

  if (one != NULL)
    plt_session_open_ref (
        session, (PltRef){ "screening", screening,
                           plt_retro_index (retro, one->reopens) < 0 ? "reopens" : "rework_days" });
}

PltDialog *
plt_retro_rework_dialog (GtkWidget *owner,
                         PltSession *session,
                         PltRetroModel *model,
                         gint64 screening)
{
  const PltRetro *retro = plt_retro_model_get_retro (model);
  GError *error = NULL;
  g_autoptr (PltRetroRework) rework = count (session, model, screening, &error);
  Asked *self;

  if (rework == NULL)
    {
      if (g_error_matches (error, PLT_ERROR, PLT_ERROR_INVALID))
        open_cell (session, retro, screening);
      plt_session_take_error (session, error);
      return NULL;
    }
  self = g_new0 (Asked, 1);
  self->session = g_object_ref (session);
  self->model = g_object_ref (model);
  self->screening = screening;
  self->dialog = plt_dialog_new (GTK_WINDOW (gtk_widget_get_root (owner)), _ ("Reopen the Stage"),
                                 _ ("_Reopen"));
  g_object_set_data_full (G_OBJECT (self->dialog), DATA, self, asked_free);
  plt_dialog_set_content (self->dialog, new_content (retro, rework));
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_accepted), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  return self->dialog;
}
