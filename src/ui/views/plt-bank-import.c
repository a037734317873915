#include "plt-bank-import.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-file-bytes.h"
#include "plt-import-frame.h"
#include "plt-money.h"
#include "plt-outcome-list.h"
#include "plt-paths.h"
#include "plt-sheet.h"

typedef struct
{
  GtkWindow *dialog;
  PltSession *session;
  PltBankStatement *statement;
  char *name;
  GtkWidget *account, *totals, *remarks, *list;
} Import;

static void
import_free (gpointer data)
{
  Import *self = data;

  g_clear_pointer (&self->statement, plt_bank_statement_free);
  g_object_unref (self->session);
  g_free (self->name);
  g_free (self);
}

/* ---- what it would do ---- */

static void
add_row (Import *self, const PltBankRow *row)
{
  g_autofree char *number = g_strdup_printf ("%u", row->row);
  g_autofree char *date
      = row->date != PLT_DATE_NONE ? plt_date_format_numeric (row->date) : g_strdup ("");
  g_autofree char *amount
      = row->amount != PLT_UNKNOWN ? plt_money_format_plain (row->amount) : g_strdup ("");
  g_autofree char *message = plt_bank_row_describe (row);

  plt_outcome_list_add_row (PLT_OUTCOME_LIST (self->list), row->outcome, number, date, row->label,
                            amount, message);
}

static void
fill (Import *self)
{
  static const char *const signs[PLT_BANK_N_OUTCOMES] = { "+", "=", "✗", "·" };
  PltOutcomeList *list = PLT_OUTCOME_LIST (self->list);

  plt_outcome_list_clear (list);
  for (guint i = 0; i < PLT_BANK_N_OUTCOMES; i++)
    {
      PltBankOutcome outcome = (PltBankOutcome) i;
      guint n = self->statement->n[i];
      g_autofree char *count = n > 0 ? plt_bank_outcome_format (outcome, n) : NULL;

      plt_outcome_list_add_kind (list, signs[i], plt_bank_outcome_title (outcome), count,
                                 outcome == PLT_BANK_NEW || outcome == PLT_BANK_REJECTED
                                     || n == self->statement->rows->len);
    }
  for (guint i = 0; i < self->statement->rows->len; i++)
    add_row (self, self->statement->rows->pdata[i]);
  plt_outcome_list_show_rows (list);
}

static void
show_remarks (Import *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (*self->statement->columns != '\0')
    g_string_append_printf (text, _ ("Columns read: %s."), self->statement->columns);
  for (guint i = 0; i < self->statement->remarks->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                            (const char *) self->statement->remarks->pdata[i]);
  gtk_label_set_label (GTK_LABEL (self->remarks), text->str);
  gtk_widget_set_visible (self->remarks, text->len > 0);
}

/* Anew: the account has changed. */
static void
replan (Import *self)
{
  const char *account = gtk_editable_get_text (GTK_EDITABLE (self->account));
  g_autoptr (GError) error = NULL;
  g_autofree char *totals = NULL;
  gboolean fine;

  if (plt_import_frame_is_gone (self->dialog) || self->statement == NULL)
    return;
  fine = plt_bank_statement_plan (self->statement, plt_session_get_facts (self->session), account,
                                  &error);
  if (!fine)
    {
      plt_dialog_set_accept_enabled (PLT_DIALOG (self->dialog), FALSE);
      plt_dialog_set_message (PLT_DIALOG (self->dialog), error->message);
      return;
    }
  fill (self);
  totals = plt_bank_statement_describe_totals (self->statement);
  gtk_label_set_label (GTK_LABEL (self->totals), totals);
  show_remarks (self);
  fine = self->statement->n[PLT_BANK_NEW] > 0;
  plt_dialog_set_accept_enabled (PLT_DIALOG (self->dialog), fine);
  plt_dialog_set_message (PLT_DIALOG (self->dialog),
                          fine ? NULL
                          : self->statement->n[PLT_BANK_KNOWN] > 0
                              ? _ ("The production has all of these entries already: there is "
                                   "nothing to import.")
                              : _ ("There is no entry that can be imported."));
}

static void
accept_import (PltDialog *dialog, gpointer import)
{
  Import *self = import;
  /* Translators: %s is the name of a file */
  g_autofree char *label = g_strdup_printf (_ ("Import %s"), self->name);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PltSession) session = g_object_ref (self->session);
  guint n = self->statement != NULL ? self->statement->n[PLT_BANK_NEW] : 0;

  if (n == 0)
    return;
  if (!plt_store_apply (plt_session_get_store (session), label, NULL, self->statement->batch, NULL,
                        &error))
    {
      plt_dialog_set_message (dialog, error->message);
      return;
    }
  text = g_strdup_printf (
      ngettext ("%u entry of the bank was imported.", "%u entries of the bank were imported.", n),
      n);
  gtk_window_destroy (GTK_WINDOW (dialog));
  plt_session_toast (session, text, _ ("Undo"), "win.undo");
}

/* ---- the dialog ---- */

static GtkWidget *
new_text (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
new_account (Import *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Bank account"));

  self->account = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->account),
                                  _ ("Name or number, the same for each statement of the account"));
  gtk_entry_set_activates_default (GTK_ENTRY (self->account), TRUE);
  gtk_widget_set_hexpand (self->account, TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->account);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->account);
  return box;
}

static GtkWidget *
new_content (gpointer import)
{
  Import *self = import;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->totals = new_text ("heading");
  self->remarks = new_text ("dim-label");
  self->list = plt_outcome_list_new (_ ("What becomes of each row of the statement"));
  gtk_widget_set_vexpand (self->list, TRUE);
  gtk_box_append (GTK_BOX (box), new_account (self));
  gtk_box_append (GTK_BOX (box), self->totals);
  gtk_box_append (GTK_BOX (box), self->remarks);
  gtk_box_append (GTK_BOX (box), self->list);
  return box;
}

/* ---- reading ---- */

static gpointer
read_statement (const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *words = plt_paths_read ("referentials/" PLT_BANK_WORDS ".tsv", NULL, error);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  const PltBankOptions options = { .words = words, .cancellable = cancellable };

  if (words != NULL)
    bytes = plt_file_bytes_read (path, PLT_SHEET_MAX_BYTES, &length, error);
  return bytes != NULL ? plt_bank_read (bytes, length, name, &options, error) : NULL;
}

static void
take_statement (gpointer import, gpointer statement)
{
  Import *self = import;
  g_autofree char *account = NULL;

  self->statement = statement;
  account = plt_bank_statement_account (statement, plt_session_get_facts (self->session));
  gtk_editable_set_text (GTK_EDITABLE (self->account), account);
  g_signal_connect_swapped (self->account, "changed", G_CALLBACK (replan), self);
  replan (self);
  gtk_widget_grab_focus (self->account); /* from where Enter imports */
}

static const PltImportKind kind = {
  .reading = N_ ("Reading the statement…"),
  .failed = N_ ("The statement cannot be imported"),
  .content = new_content,
  .read = read_statement,
  .free_read = (GDestroyNotify) plt_bank_statement_free,
  .ready = take_statement,
  .accepted = accept_import,
  .free = import_free,
};

GtkWindow *
plt_bank_import_open (GtkWindow *parent, PltSession *session, GFile *file)
{
  Import *self = g_new0 (Import, 1);

  self->session = g_object_ref (session);
  self->name = g_file_get_basename (file);
  return plt_import_frame_open (parent, file, &kind, self, &self->dialog);
}

void
plt_bank_import_present (GtkWindow *parent, PltSession *session)
{
  static const char *const patterns[]
      = { "*.csv", "*.tsv", "*.txt", "*.xlsx", "*.ofx", "*.qfx", "*.CSV", "*.OFX", NULL };
  static const char *const all[] = { "*", NULL };
  const PltFileFilter filters[]
      = { { _ ("Bank statements"), patterns }, { _ ("All files"), all }, { NULL } };
  const PltFileRequest request
      = { .title = _ ("Import a Bank Statement"), .accept = _ ("_Open"), .filters = filters };

  plt_import_frame_ask (parent, session, &request, plt_bank_import_open);
}

/* ---- for tests ---- */

const PltBankStatement *
plt_bank_import_get_statement (GtkWindow *dialog)
{
  return ((Import *) plt_import_frame_get (dialog))->statement;
}

void
plt_bank_import_set_account (GtkWindow *dialog, const char *account)
{
  Import *self = plt_import_frame_get (dialog);

  gtk_editable_set_text (GTK_EDITABLE (self->account), account);
}
