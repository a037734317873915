#include "plt-retro-files.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-a11y.h"
#include "plt-alert.h"
#include "plt-error.h"
#include "plt-file-bytes.h"
#include "plt-gan-export.h"
#include "plt-gtk-compat.h"
#include "plt-mspdi-export.h"
#include "plt-project-read.h"
#include "plt-retro-exchange.h"
#include "plt-text.h"

#define DATA "plt-retro-import"
#define MOST_ROWS 500 /* of tasks listed before they are read */

/* ---- out ---- */

/* `n_lost`: kinds of things that stay behind; `lost`: one sentence each */
static char *
format_project (PltRetroModel *model, PltRetroFile kind, char **lost, guint *n_lost, GError **error)
{
  g_autoptr (PltNetworkProject) project
      = plt_retro_export_new (plt_retro_model_get_retro (model), error);

  if (project == NULL)
    return NULL;

  if (kind == PLT_RETRO_FILE_GAN)
    plt_gan_export_add_remarks (project);
  if (lost != NULL)
    {
      *n_lost = project->remarks->len;
      g_ptr_array_add (project->remarks, NULL);
      *lost = g_strjoinv ("\n", (char **) project->remarks->pdata);
      g_ptr_array_remove_index (project->remarks, project->remarks->len - 1);
    }
  return kind == PLT_RETRO_FILE_MSPDI ? plt_mspdi_export_format (project)
                                      : plt_gan_export_format (project);
}

char *
plt_retro_export_text (PltRetroModel *model, PltRetroFile kind)
{
  g_return_val_if_fail (PLT_IS_RETRO_MODEL (model), NULL);

  return format_project (model, kind, NULL, NULL, NULL);
}

typedef struct
{
  PltSession *session;
  GtkWidget *owner;
  char *text, *lost;
  guint n_lost;
} Export;

static void
on_place (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *work = data;
  g_autoptr (GFile) file = plt_file_finish (result, NULL);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *said = NULL;
  GError *error = NULL;

  if (file != NULL)
    {
      if (!g_file_replace_contents (file, work->text, strlen (work->text), NULL, FALSE,
                                    G_FILE_CREATE_NONE, NULL, NULL, &error))
        plt_alert_take_error (GTK_WINDOW (gtk_widget_get_root (work->owner)),
                              _ ("The file could not be written"), error);
      else
        {
          const char *const buttons[] = { _ ("_Close"), NULL };

          said = g_strdup_printf (_ ("“%s” was written."), name);
          if (work->n_lost > 0)
            plt_alert_choose (GTK_WINDOW (gtk_widget_get_root (work->owner)), said, work->lost,
                              buttons, NULL, NULL, NULL);
          else
            plt_session_toast (work->session, said, NULL, NULL);
        }
    }
  g_object_unref (work->session);
  g_object_unref (work->owner);
  g_free (work->text);
  g_free (work->lost);
  g_free (work);
}

void
plt_retro_export_present (GtkWidget *owner,
                          PltSession *session,
                          PltRetroModel *model,
                          PltRetroFile kind)
{
  static const char *const xml[] = { "*.xml", NULL }, *const gan[] = { "*.gan", NULL };
  const PltFileFilter filters[]
      = { { kind == PLT_RETRO_FILE_MSPDI ? "MS Project XML" : "GanttProject",
            kind == PLT_RETRO_FILE_MSPDI ? xml : gan },
          { NULL } };
  PltFileRequest request = { .title = _ ("Export"), .accept = _ ("_Export"), .filters = filters };
  g_autofree char *safe = plt_text_file_name (plt_session_get_facts (session)->production.title);
  g_autofree char *name
      = g_strdup_printf ("%s.%s", safe, kind == PLT_RETRO_FILE_MSPDI ? "xml" : "gan");
  GError *error = NULL;
  char *lost = NULL;
  guint n_lost = 0;
  char *text = format_project (model, kind, &lost, &n_lost, &error);
  Export *work;

  if (text == NULL)
    {
      plt_alert_take_error (GTK_WINDOW (gtk_widget_get_root (owner)),
                            _ ("The file could not be written"), error);
      return;
    }
  work = g_new0 (Export, 1);
  work->session = g_object_ref (session);
  work->owner = g_object_ref (owner);
  work->text = text;
  work->lost = lost;
  work->n_lost = n_lost;
  request.name = name;
  plt_file_save_async (GTK_WINDOW (gtk_widget_get_root (owner)), &request, NULL, on_place, work);
}

/* ---- in ---- */

typedef struct
{
  PltSession *session;
  PltDialog *dialog;
  PltRetroImport *import;
  char *label;
} Import;

static void
import_free (gpointer data)
{
  Import *self = data;

  plt_retro_import_free (self->import);
  g_free (self->label);
  g_object_unref (self->session);
  g_free (self);
}

static void
on_accepted (Import *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  PltSession *session = self->session;
  gint64 first = self->import->first;

  if (!plt_store_apply (plt_session_get_store (session), self->label, NULL, self->import->batch,
                        &ids, &error))
    {
      plt_dialog_set_message (self->dialog, error->message);
      return;
    }
  if (first < 0 && -first <= (gint64) ids->len)
    first = g_array_index (ids, gint64, -first - 1);
  if (first > 0)
    plt_session_open_ref (session, (PltRef){ "task", first, NULL });
  plt_session_toast (session, _ ("The plan was read"), _ ("Undo"), "win.undo");
  gtk_window_destroy (GTK_WINDOW (self->dialog));
}

static GtkWidget *
new_line (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  return label;
}

/* "01/06/2026 – 12/06/2026", "" without dates */
static char *
span_text (const PltNetworkSpan *span)
{
  g_autofree char *from = span->from != PLT_DATE_NONE ? plt_date_format_numeric (span->from) : NULL;
  g_autofree char *to = span->to != PLT_DATE_NONE ? plt_date_format_numeric (span->to) : NULL;

  if (from == NULL || to == NULL || span->from == span->to)
    return g_strdup (from != NULL ? from : "");
  return g_strdup_printf ("%s – %s", from, to);
}

static GtkWidget *
new_task_row (const PltRetroImportTask *task)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *row = gtk_list_box_row_new ();
  GtkWidget *name = gtk_label_new (task->name), *dates;
  g_autofree char *after = span_text (&task->dates), *before = span_text (&task->before);
  g_autofree char *text
      = task->is_new ? g_strdup (after)
                     /* Translators: the dates of a task in a file, then those it has now */
                     : g_strdup_printf (_ ("%s instead of %s"), after, before);
  g_autofree char *label = g_strdup_printf ("%s, %s", task->name, text);

  dates = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (dates, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), dates);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  plt_a11y_set_name (row, label);
  return row;
}

/* The tasks that come, or those that get other dates; NULL without any. */
static GtkWidget *
new_tasks (const PltRetroImport *import, gboolean is_new)
{
  GtkWidget *list = gtk_list_box_new (), *scroller, *box;
  guint n = 0;

  for (guint i = 0; i < import->tasks->len; i++)
    {
      const PltRetroImportTask *task = &g_array_index (import->tasks, PltRetroImportTask, i);

      if (task->is_new == is_new && n++ < MOST_ROWS)
        gtk_list_box_append (GTK_LIST_BOX (list), new_task_row (task));
    }
  if (n == 0)
    {
      g_object_ref_sink (list);
      g_object_unref (list);
      return NULL;
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 170);
  gtk_scrolled_window_set_min_content_width (GTK_SCROLLED_WINDOW (scroller), 560);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), scroller);
  if (n > MOST_ROWS)
    {
      g_autofree char *more
          = g_strdup_printf (ngettext ("and %u more", "and %u more", n - MOST_ROWS), n - MOST_ROWS);

      gtk_box_append (GTK_BOX (box), new_line (more));
    }
  return box;
}

static void
append_tasks (GtkWidget *box, const PltRetroImport *import, gboolean is_new)
{
  GtkWidget *tasks = new_tasks (import, is_new);

  if (tasks == NULL)
    return;
  gtk_box_append (GTK_BOX (box), new_line (is_new ? _ ("These tasks are added:")
                                                  : _ ("These tasks get other dates:")));
  gtk_box_append (GTK_BOX (box), tasks);
}

static void
add_part (GString *text, guint n, const char *part)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
}

static char *
added_text (const PltRetroImport *import)
{
  g_autofree char *tasks
      = g_strdup_printf (ngettext ("%u task", "%u tasks", import->n_new), import->n_new);
  g_autofree char *links
      = g_strdup_printf (ngettext ("%u link", "%u links", import->n_links), import->n_links);
  g_autofree char *calendars = g_strdup_printf (
      ngettext ("%u calendar", "%u calendars", import->n_calendars), import->n_calendars);
  g_autofree char *closings = g_strdup_printf (
      ngettext ("%u closing", "%u closings", import->n_closings), import->n_closings);
  g_autofree char *people = g_strdup_printf (
      ngettext ("%u person of a task", "%u people of tasks", import->n_people), import->n_people);
  g_autofree char *baseline = g_strdup_printf (
      ngettext ("a baseline of %u task", "a baseline of %u tasks", import->n_baseline),
      import->n_baseline);
  g_autoptr (GString) parts = g_string_new (NULL);

  add_part (parts, import->n_new, tasks);
  add_part (parts, import->n_links, links);
  add_part (parts, import->n_calendars, calendars);
  add_part (parts, import->n_closings, closings);
  add_part (parts, import->n_people, people);
  add_part (parts, import->n_baseline, baseline);
  if (parts->len == 0)
    return g_strdup (_ ("Nothing is added."));
  /* Translators: "2 tasks, 1 link" */
  return g_strdup_printf (_ ("Added: %s."), parts->str);
}

static GtkWidget *
new_report (const PltRetroImport *import)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *added = added_text (import);
  g_autofree char *same
      = g_strdup_printf (ngettext ("%u task has the name of one that is there: it takes the dates, "
                                   "the duration and the progress of the file.",
                                   "%u tasks have the names of some that are there: they take the "
                                   "dates, the durations and the progress of the file.",
                                   import->n_same),
                         import->n_same);

  gtk_widget_add_css_class (box, "dialog-content");
  gtk_box_append (GTK_BOX (box), new_line (added));
  if (import->n_same > 0)
    gtk_box_append (GTK_BOX (box), new_line (same));
  append_tasks (box, import, TRUE);
  append_tasks (box, import, FALSE);
  for (guint i = 0; i < import->remarks->len; i++)
    gtk_box_append (GTK_BOX (box), new_line (import->remarks->pdata[i]));
  gtk_box_append (GTK_BOX (box), new_line (_ ("Nothing that is there is taken away. All of it is "
                                              "one step to undo.")));
  return box;
}

static PltRetroImport *
read_import (PltSession *session, const char *name, const char *bytes, gsize length, GError **error)
{
  const PltRetroOptions options
      = { .today = PLT_DATE_NONE, .baseline = -1, .without_issues = TRUE };
  g_autoptr (PltNetworkProject) project = plt_project_read (bytes, length, name, error);
  g_autoptr (PltRetro) retro = project != NULL
                                   ? plt_retro_new (plt_session_get_facts (session),
                                                    plt_session_get_plan (session), &options)
                                   : NULL;

  return project != NULL ? plt_retro_import_new (retro, project, error) : NULL;
}

PltDialog *
plt_retro_import_preview (
    GtkWidget *owner, PltSession *session, const char *name, const char *bytes, gsize length)
{
  GError *error = NULL;
  PltRetroImport *import = read_import (session, name, bytes, length, &error);
  Import *self;

  if (import == NULL)
    {
      plt_alert_take_error (GTK_WINDOW (gtk_widget_get_root (owner)),
                            _ ("The file could not be read"), error);
      return NULL;
    }
  self = g_new0 (Import, 1);
  self->session = g_object_ref (session);
  self->import = import;
  /* Translators: %s is the name of a file */
  self->label = g_strdup_printf (_ ("Import %s"), name);
  self->dialog = plt_dialog_new (GTK_WINDOW (gtk_widget_get_root (owner)), name, _ ("_Import"));
  g_object_set_data_full (G_OBJECT (self->dialog), DATA, self, import_free);
  plt_dialog_set_content (self->dialog, new_report (import));
  plt_dialog_set_accept_enabled (self->dialog, plt_batch_get_n_edits (import->batch) > 0);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_accepted), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  return self->dialog;
}

typedef struct
{
  PltSession *session;
  GtkWidget *owner;
} Asking;

static void
on_file (GObject *source, GAsyncResult *result, gpointer data)
{
  Asking *work = data;
  g_autoptr (GFile) file = plt_file_finish (result, NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  GError *error = NULL;
  gsize length = 0;

  if (file != NULL && g_file_peek_path (file) != NULL)
    bytes = plt_file_bytes_read (g_file_peek_path (file), PLT_PROJECT_MAX_BYTES, &length, &error);
  else if (file != NULL)
    g_set_error_literal (&error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                         _ ("This file is not on this computer: copy it to a folder first."));
  if (file != NULL && bytes == NULL)
    plt_alert_take_error (GTK_WINDOW (gtk_widget_get_root (work->owner)),
                          _ ("The file could not be read"), error);
  else if (file != NULL)
    plt_retro_import_preview (work->owner, work->session, name, bytes, length);
  g_object_unref (work->session);
  g_object_unref (work->owner);
  g_free (work);
}

void
plt_retro_import_present (GtkWidget *owner, PltSession *session)
{
  static const char *const patterns[] = { "*.xml", "*.gan", NULL };
  const PltFileFilter filters[] = { { "MS Project XML, GanttProject", patterns }, { NULL } };
  const PltFileRequest request
      = { .title = _ ("Import"), .accept = _ ("_Import"), .filters = filters };
  Asking *work = g_new0 (Asking, 1);

  work->session = g_object_ref (session);
  work->owner = g_object_ref (owner);
  plt_file_open_async (GTK_WINDOW (gtk_widget_get_root (owner)), &request, NULL, on_file, work);
}
