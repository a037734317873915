#include "plt-import-dialogs.h"

#include <glib/gi18n-lib.h>

#include "plt-alert.h"
#include "plt-dialog.h"
#include "plt-gtk-compat.h"
#include "plt-import-changes.h"
#include "plt-import-remarks.h"
#include "plt-load.h"
#include "plt-minutage.h"
#include "plt-paths.h"
#include "plt-script-batch.h"
#include "plt-script-read.h"
#include "plt-today.h"
#include "plt-window.h"

/* ---- reading ---- */

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  PltScript *script = plt_script_read (data, &error);

  if (script != NULL)
    g_task_return_pointer (task, script, (GDestroyNotify) plt_script_free);
  else
    g_task_return_error (task, error);
}

void
plt_import_script_read_async (GtkWindow *parent,
                              GFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (parent, cancellable, callback, user_data);
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    {
      g_task_return_new_error (
          task, PLT_ERROR, PLT_ERROR_INVALID, "%s",
          _ ("Only files of this computer can be opened; copy it here first."));
      return;
    }
  g_task_set_task_data (task, g_steal_pointer (&path), g_free);
  g_task_run_in_thread (task, read_in_thread);
}

PltScript *
plt_import_script_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
plt_import_script_describe (const PltScript *script)
{
  guint n = script->scenes->len;
  guint roles = script->characters->len;
  g_autofree char *sequences = g_strdup_printf (ngettext ("%u sequence", "%u sequences", n), n);
  g_autofree char *people = g_strdup_printf (ngettext ("%u role", "%u roles", roles), roles);
  g_autofree char *pages
      = g_strdup_printf (ngettext ("%u page", "%u pages", script->pages), script->pages);

  return g_strjoin (" · ", sequences, people, pages, NULL);
}

/* ---- planning and applying ---- */

static PltImportPlan *
plan (PltStore *store, const PltScript *script, const char *name, GError **error)
{
  g_autofree char *shipped
      = plt_paths_read ("referentials/" PLT_MINUTAGE_REFERENTIAL ".ini", NULL, error);
  g_autoptr (PltFacts) facts = shipped != NULL ? plt_facts_load (store, error) : NULL;
  PltMinutageParams params;
  const PltScriptImportOptions options = { name, plt_today (), plt_minutage_estimate, &params };

  if (facts == NULL)
    return NULL;
  plt_minutage_open (facts, shipped, &params);
  return plt_script_plan_import (store, script, &options, error);
}

static gboolean
apply (PltStore *store, const PltBatch *batch, const char *name, GError **error)
{
  /* Translators: %s is the name of a file */
  g_autofree char *label = g_strdup_printf (_ ("Import %s"), name);

  return plt_store_apply (store, label, NULL, batch, NULL, error);
}

gboolean
plt_import_script_apply (PltStore *store, const PltScript *script, const char *name, GError **error)
{
  g_autoptr (PltImportPlan) made = plan (store, script, name, error);

  return made != NULL && apply (store, made->batch, name, error);
}

/* ---- the dialog ---- */

typedef struct
{
  PltSession *session;
  PltScript *script; /* as it was read */
  PltImportPlan *plan;
  char *name;
  GtkWindow *dialog;
  GtkWidget *counts;
  GtkWidget *changes;
  GtkWidget *remarks;
  GtkWidget *stack;
} Import;

static void
import_free (Import *self)
{
  g_object_unref (self->session);
  g_clear_pointer (&self->script, plt_script_free);
  g_clear_pointer (&self->plan, plt_import_plan_free);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

static void
on_accepted (PltDialog *dialog, Import *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (dialog));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!apply (plt_session_get_store (self->session), self->plan->batch, self->name, &error))
    {
      plt_dialog_set_message (dialog, error->message);
      return;
    }
  text = g_strdup_printf (_ ("“%s” was imported."), self->name);
  plt_session_toast (self->session, text, _ ("Undo"), "win.undo");
  if (PLT_IS_WINDOW (window))
    plt_window_show_view (PLT_WINDOW (window), "script",
                          self->plan->counts.remarks > 0 ? "script_remark" : "text");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Nothing when there are none. */
G_GNUC_PRINTF (3, 4)
static void
add_count (GPtrArray *parts, guint n, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (n > 0)
    g_ptr_array_add (parts, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* "12 occurrences kept · 2 to check": what becomes of the work already done. */
static char *
describe_rest (const PltImportCounts *counts)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add_count (parts, counts->sets, ngettext ("%u new set", "%u new sets", counts->sets),
             counts->sets);
  add_count (parts, counts->roles, ngettext ("%u new role", "%u new roles", counts->roles),
             counts->roles);
  add_count (parts, counts->elements,
             ngettext ("%u new element", "%u new elements", counts->elements), counts->elements);
  add_count (parts, counts->renumbered,
             ngettext ("%u sequence renumbered", "%u sequences renumbered", counts->renumbered),
             counts->renumbered);
  add_count (parts, counts->tags_kept,
             ngettext ("%u tagged word kept", "%u tagged words kept", counts->tags_kept),
             counts->tags_kept);
  add_count (parts, counts->tags_unsure,
             ngettext ("%u tagged word to check", "%u tagged words to check", counts->tags_unsure),
             counts->tags_unsure);
  add_count (parts, counts->tags_lost,
             ngettext ("%u tagged word gone", "%u tagged words gone", counts->tags_lost),
             counts->tags_lost);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
show_plan (Import *self)
{
  GtkStack *stack = GTK_STACK (self->stack);
  guint n = self->plan->script->remarks->len + self->plan->remarks->len;
  g_autofree char *rest = describe_rest (&self->plan->counts);
  g_autofree char *title = g_strdup_printf (_ ("Remarks (%u)"), n);

  gtk_label_set_label (GTK_LABEL (self->counts), rest);
  gtk_widget_set_visible (self->counts, *rest != '\0');
  plt_import_changes_show (PLT_IMPORT_CHANGES (self->changes), self->plan);
  plt_import_remarks_show (PLT_IMPORT_REMARKS (self->remarks), self->plan);
  gtk_stack_page_set_title (gtk_stack_get_page (stack, self->remarks), title);
  plt_dialog_set_accept_enabled (PLT_DIALOG (self->dialog),
                                 !self->plan->is_same
                                     && plt_batch_get_n_edits (self->plan->batch) > 0);
  plt_dialog_set_message (PLT_DIALOG (self->dialog),
                          self->plan->is_same
                              ? _ ("This draft is the current version, word for word: there is "
                                   "nothing to import.")
                              : NULL);
}

static gboolean
remember_correction (PltStore *store, const char *text, PltParagraphKind kind, GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();

  return plt_script_remember (store, text, kind, batch, error)
         && (plt_batch_get_n_edits (batch) == 0
             || plt_store_apply (store, _ ("Correct the reading"), NULL, batch, NULL, error));
}

/* Kept by the production at once, so that the next draft is read so too; then the draft is planned
 * anew with it. */
static void
on_corrected (GtkWidget *remarks, const char *text, int kind, Import *self)
{
  PltStore *store = plt_session_get_store (self->session);
  g_autoptr (PltImportPlan) made = NULL;
  g_autoptr (GError) error = NULL;

  if (!remember_correction (store, text, (PltParagraphKind) kind, &error)
      || (made = plan (store, self->script, self->name, &error)) == NULL)
    {
      plt_dialog_set_message (PLT_DIALOG (self->dialog), error->message);
      return;
    }
  plt_import_changes_show (PLT_IMPORT_CHANGES (self->changes), NULL);
  plt_import_remarks_show (PLT_IMPORT_REMARKS (self->remarks), NULL);
  plt_import_plan_free (self->plan);
  self->plan = g_steal_pointer (&made);
  show_plan (self);
}

static GtkWidget *
new_content (Import *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *switcher = gtk_stack_switcher_new ();
  g_autofree char *about = plt_import_script_describe (self->plan->script);
  GtkWidget *heading = gtk_label_new (about);

  self->counts = gtk_label_new (NULL);
  self->changes = plt_import_changes_new ();
  self->remarks = plt_import_remarks_new ();
  self->stack = gtk_stack_new ();
  gtk_stack_add_titled (GTK_STACK (self->stack), self->changes, "changes", _ ("Sequences"));
  gtk_stack_add_titled (GTK_STACK (self->stack), self->remarks, "remarks", _ ("Remarks"));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (self->stack));
  gtk_widget_set_halign (switcher, GTK_ALIGN_START);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_xalign (GTK_LABEL (self->counts), 0);
  gtk_label_set_wrap (GTK_LABEL (self->counts), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (box, "dialog-content");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), self->counts);
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), self->stack);
  return box;
}

GtkWindow *
plt_import_script_preview (GtkWindow *parent,
                           PltSession *session,
                           PltScript *script,
                           const char *name)
{
  g_autoptr (Import) self = g_new0 (Import, 1);
  g_autofree char *title = g_strdup_printf (_ ("Import %s"), name);
  PltDialog *dialog;
  GError *error = NULL;

  self->session = g_object_ref (session);
  self->script = script;
  self->name = g_strdup (name);
  self->plan = plan (plt_session_get_store (session), script, name, &error);
  if (self->plan == NULL)
    {
      plt_alert_take_error (parent, _ ("The screenplay cannot be imported"), error);
      return NULL;
    }
  dialog = plt_dialog_new (parent, title, _ ("_Import"));
  self->dialog = GTK_WINDOW (dialog);
  plt_dialog_set_content (dialog, new_content (self));
  show_plan (self);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 760, 560);
  g_signal_connect (self->remarks, "corrected", G_CALLBACK (on_corrected), self);
  g_signal_connect (dialog, "accepted", G_CALLBACK (on_accepted), self);
  g_object_set_data_full (G_OBJECT (dialog), "plt-import", g_steal_pointer (&self),
                          (GDestroyNotify) import_free);
  gtk_window_set_focus (GTK_WINDOW (dialog), gtk_window_get_default_widget (GTK_WINDOW (dialog)));
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Import) self = data;
  GError *error = NULL;
  PltScript *script = plt_import_script_read_finish (result, &error);

  if (script != NULL)
    plt_import_script_preview (GTK_WINDOW (source), self->session, script, self->name);
  else
    plt_alert_take_error (GTK_WINDOW (source), _ ("The screenplay cannot be imported"), error);
}

static void
on_file (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Import) self = data;
  g_autoptr (GFile) file = plt_file_finish (result, NULL);

  if (file == NULL)
    return;
  self->name = g_file_get_basename (file);
  plt_import_script_read_async (GTK_WINDOW (source), file, NULL, on_read, g_steal_pointer (&self));
}

void
plt_import_script_present (GtkWindow *parent, PltSession *session)
{
  static const char *const patterns[]
      = { "*.fountain", "*.fdx",    "*.pdf", "*.docx", "*.odt", "*.fodt", "*.trelby",
          "*.celtx",    "*.fadein", "*.osf", "*.uss",  "*.txt", "*.spmd", NULL };
  static const char *const all[] = { "*", NULL };
  const PltFileFilter filters[]
      = { { _ ("Screenplays"), patterns }, { _ ("All files"), all }, { NULL } };
  const PltFileRequest request
      = { .title = _ ("Import a Screenplay"), .accept = _ ("_Open"), .filters = filters };
  Import *self = g_new0 (Import, 1);

  self->session = g_object_ref (session);
  plt_file_open_async (parent, &request, NULL, on_file, self);
}
