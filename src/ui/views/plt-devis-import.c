#include "plt-devis-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-file-bytes.h"
#include "plt-import-frame.h"
#include "plt-paths.h"

typedef struct
{
  PltSession *session;
  GtkWindow *dialog; /* not owned: it owns this */
  char *name;        /* of the file */
  char *words;       /* referential */
  PltSheetBook *book;
  PltDevisPlan *plan;
  GPtrArray *maps; /* "TEXT=CODE", the last one a NULL */
  GtkWidget *totals, *remarks, *list;
  GtkWidget *target, *version, *sheet; /* drop-downs and the entry of the name */
  GtkWidget *where, *where_label, *where_button;
} Import;

static void
import_free (gpointer data)
{
  Import *self = data;

  g_clear_pointer (&self->plan, plt_devis_plan_free);
  g_clear_pointer (&self->book, plt_sheet_book_free);
  g_ptr_array_unref (self->maps);
  g_object_unref (self->session);
  g_free (self->words);
  g_free (self->name);
  g_free (self);
}

/* ---- planning ---- */

static gint64
account_cb (gpointer data, gint64 account)
{
  const PltBudgetAccount *found = plt_budget_find_account (data, account);

  return found != NULL ? found->total : 0;
}

static gboolean
value_cb (gpointer data, gint64 line, PltDevisValue *value)
{
  const PltBudgetLine *found = plt_budget_find_line (data, line);

  if (found == NULL)
    return FALSE;
  value->quantity_e6 = found->quantity_e6;
  value->duration_e6 = found->duration_e6;
  value->times_e6 = found->times_e6;
  value->rate = found->rate;
  value->amount = found->amount;
  return TRUE;
}

static gboolean
is_new_version (Import *self)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->target)) == 0;
}

static PltDevisPlan *
make_plan (Import *self, GError **error)
{
  const PltBudget *budget = plt_session_get_budget (self->session);
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->version));
  g_autofree char *sheet = NULL;
  PltDevisOptions options = { .budget = plt_session_get_budget_id (self->session),
                              .version = is_new_version (self) ? name : NULL,
                              .words = self->words,
                              .maps = (const char *const *) self->maps->pdata,
                              .value = value_cb,
                              .account = account_cb,
                              .value_data = (gpointer) budget };

  if (self->sheet != NULL && gtk_drop_down_get_selected (GTK_DROP_DOWN (self->sheet)) > 0)
    {
      sheet = g_strdup_printf ("%u", gtk_drop_down_get_selected (GTK_DROP_DOWN (self->sheet)));
      options.sheet = sheet;
    }
  return plt_devis_plan (plt_session_get_store (self->session), self->book, &options, error);
}

static void
show_remarks (Import *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, _ ("Columns read: %s."), self->plan->columns);
  for (guint i = 0; i < self->plan->remarks->len; i++)
    g_string_append_printf (text, "\n%s", (const char *) self->plan->remarks->pdata[i]);
  gtk_label_set_label (GTK_LABEL (self->remarks), text->str);
}

/* Whether it can be done, and why not. */
static void
update_accept (Import *self)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->version));
  gboolean nameless = is_new_version (self) && *name == '\0';
  gboolean empty = self->plan != NULL && plt_devis_plan_is_empty (self->plan);

  if (self->plan == NULL)
    return;
  plt_dialog_set_accept_enabled (PLT_DIALOG (self->dialog), !nameless && !empty);
  plt_dialog_set_message (PLT_DIALOG (self->dialog),
                          nameless ? _ ("Give the new version a name.")
                          : empty  ? _ ("The budget says all of it already: there is nothing to "
                                         "import.")
                                   : NULL);
}

/* The plan anew: what is chosen has changed. */
static void
replan (Import *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *totals = NULL;
  PltDevisPlan *made;

  if (plt_import_frame_is_gone (self->dialog))
    return;
  gtk_widget_set_visible (self->version, is_new_version (self));
  made = make_plan (self, &error);
  plt_devis_import_list_show (PLT_DEVIS_IMPORT_LIST (self->list), made);
  g_clear_pointer (&self->plan, plt_devis_plan_free);
  self->plan = made;
  if (made == NULL)
    {
      plt_dialog_set_accept_enabled (PLT_DIALOG (self->dialog), FALSE);
      gtk_label_set_label (GTK_LABEL (self->totals), "");
      gtk_label_set_label (GTK_LABEL (self->remarks), "");
      plt_dialog_set_message (PLT_DIALOG (self->dialog), error->message);
      return;
    }
  totals = plt_devis_plan_describe_totals (made);
  gtk_label_set_label (GTK_LABEL (self->totals), totals);
  show_remarks (self);
  update_accept (self);
}

/* ---- where a row belongs ---- */

static const char *
text_of (const PltDevisEntry *entry)
{
  return *entry->code != '\0' ? entry->code : entry->label;
}

static void
on_chosen (Import *self)
{
  const PltDevisEntry *entry
      = plt_devis_import_list_get_chosen (PLT_DEVIS_IMPORT_LIST (self->list));
  gboolean can = entry != NULL && entry->outcome == PLT_DEVIS_REJECTED && *text_of (entry) != '\0';
  g_autofree char *label = NULL;

  if (plt_import_frame_is_gone (self->dialog))
    return;
  gtk_widget_set_visible (gtk_widget_get_parent (self->where), can);
  if (!can)
    return;
  /* Translators: %s is the code or the label of a row; an entry for the code of an account follows
   */
  label = g_strdup_printf (_ ("“%s” belongs to"), text_of (entry));
  gtk_label_set_label (GTK_LABEL (self->where_label), label);
}

static void
on_where (Import *self)
{
  const PltDevisEntry *entry
      = plt_devis_import_list_get_chosen (PLT_DEVIS_IMPORT_LIST (self->list));
  const char *code = gtk_editable_get_text (GTK_EDITABLE (self->where));
  g_autofree char *map = NULL;
  guint n = self->maps->len;

  if (entry == NULL || *code == '\0')
    return;
  map = g_strdup_printf ("%s=%s", text_of (entry), code);
  g_ptr_array_insert (self->maps, (int) n - 1, g_steal_pointer (&map));
  replan (self);
  if (self->plan != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->where), "");
      return;
    }
  /* no such account: the sentence stays, the rows come back */
  {
    g_autofree char *sentence
        = g_strdup_printf (_ ("This budget has no account or line “%s”."), code);

    g_ptr_array_remove_index (self->maps, n - 1);
    replan (self);
    plt_dialog_set_message (PLT_DIALOG (self->dialog), sentence);
  }
}

/* ---- applying ---- */

static void
accept_import (PltDialog *dialog, gpointer import)
{
  Import *self = import;
  /* Translators: %s is the name of a file */
  g_autofree char *label = g_strdup_printf (_ ("Import %s"), self->name);
  g_autofree char *text = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PltSession) session = g_object_ref (self->session);
  gint64 budget;

  if (is_new_version (self)) /* by the name that it has got since */
    replan (self);
  if (self->plan == NULL)
    return;
  budget = self->plan->budget;
  if (!plt_store_apply (plt_session_get_store (session), label, NULL, self->plan->batch, &ids,
                        &error))
    {
      plt_dialog_set_message (dialog, error->message);
      return;
    }
  if (budget < 0)
    plt_session_look_at_budget (session, g_array_index (ids, gint64, (guint) (-budget - 1)));
  text = g_strdup_printf (_ ("“%s” was imported."), self->name);
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
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static void
name_control (GtkWidget *control, const char *name)
{
  gtk_widget_set_tooltip_text (control, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/* Into what: a new version and its name, or the devis shown; which sheet. */
static GtkWidget *
new_choices (Import *self)
{
  const PltBudget *budget = plt_session_get_budget (self->session);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  const char *shown = budget != NULL && budget->budget != NULL ? budget->budget->name : "";
  /* Translators: %s is the name of a version of the budget */
  g_autofree char *own = g_strdup_printf (_ ("Into “%s”"), shown);
  const char *const targets[] = { _ ("Into a new version"), own, NULL };

  self->target = gtk_drop_down_new_from_strings (targets);
  self->version = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->version), self->name);
  gtk_widget_set_hexpand (self->version, TRUE);
  name_control (self->target, _ ("What to import into"));
  name_control (self->version, _ ("Name of the new version"));
  gtk_box_append (GTK_BOX (box), self->target);
  gtk_box_append (GTK_BOX (box), self->version);
  return box;
}

static GtkWidget *
new_where (Import *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->where_label = new_text (NULL);
  self->where = gtk_entry_new ();
  self->where_button = gtk_button_new_with_mnemonic (_ ("_Put It There"));
  gtk_label_set_ellipsize (GTK_LABEL (self->where_label), PANGO_ELLIPSIZE_END);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->where), _ ("Code, such as 21 or 21-01"));
  name_control (self->where, _ ("Code of the account or line"));
  g_signal_connect_swapped (self->where, "activate", G_CALLBACK (on_where), self);
  g_signal_connect_swapped (self->where_button, "clicked", G_CALLBACK (on_where), self);
  gtk_box_append (GTK_BOX (box), self->where_label);
  gtk_box_append (GTK_BOX (box), self->where);
  gtk_box_append (GTK_BOX (box), self->where_button);
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static GtkWidget *
new_content (gpointer import)
{
  Import *self = import;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->totals = new_text ("heading");
  self->remarks = new_text ("dim-label");
  self->list = plt_devis_import_list_new ();
  gtk_widget_set_vexpand (self->list, TRUE);
  gtk_box_append (GTK_BOX (box), new_choices (self));
  gtk_box_append (GTK_BOX (box), self->totals);
  gtk_box_append (GTK_BOX (box), self->remarks);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), new_where (self));
  g_signal_connect_swapped (self->list, "chosen", G_CALLBACK (on_chosen), self);
  return box;
}

/* A workbook of several sheets: which one is read. */
static void
add_sheets (Import *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (self->book->sheets->len < 2)
    return;
  gtk_string_list_append (names, _ ("The sheet of the budget"));
  for (guint i = 0; i < self->book->sheets->len; i++)
    gtk_string_list_append (names, ((const PltSheet *) self->book->sheets->pdata[i])->name);
  self->sheet = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  name_control (self->sheet, _ ("Sheet to read"));
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (self->target)), self->sheet);
  g_signal_connect_swapped (self->sheet, "notify::selected", G_CALLBACK (replan), self);
}

/* ---- reading ---- */

static gpointer
read_book (const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *bytes = NULL;
  gsize length = 0;

  bytes = plt_file_bytes_read (path, PLT_SHEET_MAX_BYTES, &length, error);
  return bytes != NULL ? plt_sheet_read (bytes, length, name, cancellable, error) : NULL;
}

static void
take_book (gpointer import, gpointer book)
{
  Import *self = import;

  self->book = book;
  add_sheets (self);
  g_signal_connect_swapped (self->target, "notify::selected", G_CALLBACK (replan), self);
  g_signal_connect_swapped (self->version, "changed", G_CALLBACK (update_accept), self);
  replan (self);
}

static const PltImportKind kind = {
  .reading = N_ ("Reading the spreadsheet…"),
  .failed = N_ ("The budget cannot be imported"),
  .content = new_content,
  .read = read_book,
  .free_read = (GDestroyNotify) plt_sheet_book_free,
  .ready = take_book,
  .accepted = accept_import,
  .free = import_free,
};

GtkWindow *
plt_devis_import_open (GtkWindow *parent, PltSession *session, GFile *file)
{
  Import *self = g_new0 (Import, 1);
  g_autofree char *base = g_file_get_basename (file);
  const char *dot = strrchr (base, '.');

  self->session = g_object_ref (session);
  self->name = g_strndup (base, dot != NULL && dot > base ? (gsize) (dot - base) : strlen (base));
  self->words = plt_paths_read ("referentials/" PLT_DEVIS_WORDS ".tsv", NULL, NULL);
  self->maps = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->maps, NULL);
  return plt_import_frame_open (parent, file, &kind, self, &self->dialog);
}

void
plt_devis_import_present (GtkWindow *parent, PltSession *session)
{
  static const char *const patterns[] = { "*.xlsx", "*.csv", "*.tsv", "*.txt", NULL };
  static const char *const all[] = { "*", NULL };
  const PltFileFilter filters[]
      = { { _ ("Spreadsheets"), patterns }, { _ ("All files"), all }, { NULL } };
  const PltFileRequest request
      = { .title = _ ("Import a Budget"), .accept = _ ("_Open"), .filters = filters };

  plt_import_frame_ask (parent, session, &request, plt_devis_import_open);
}

/* ---- for tests ---- */

PltDevisImportList *
plt_devis_import_get_list (GtkWindow *dialog)
{
  return PLT_DEVIS_IMPORT_LIST (((Import *) plt_import_frame_get (dialog))->list);
}

const PltDevisPlan *
plt_devis_import_get_plan (GtkWindow *dialog)
{
  return ((Import *) plt_import_frame_get (dialog))->plan;
}

void
plt_devis_import_set_new_version (GtkWindow *dialog, gboolean anew)
{
  Import *self = plt_import_frame_get (dialog);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->target), anew ? 0 : 1);
}

void
plt_devis_import_say_where (GtkWindow *dialog, const char *code)
{
  Import *self = plt_import_frame_get (dialog);

  gtk_editable_set_text (GTK_EDITABLE (self->where), code);
  g_signal_emit_by_name (self->where, "activate");
}
