#include "plt-devis-transfer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-budget-version.h"
#include "plt-dialog.h"
#include "plt-document-kind.h"

#define DATA "plt-devis-transfer"

typedef struct
{
  PltSession *session;
  PltDialog *dialog;
  GStrv codes; /* of the accounts, as the lists show them */
  GtkWidget *from, *to, *amount, *reason, *author;
  GtkWidget *list; /* of what was transferred already */
} Transfer;

static void
transfer_free (gpointer data)
{
  Transfer *self = data;

  g_object_unref (self->session);
  g_strfreev (self->codes);
  g_free (self);
}

static const char *
code_of (Transfer *self, GtkWidget *list)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (list));

  return at < g_strv_length (self->codes) ? self->codes[at] : "";
}

static const char *
text_of (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
on_accepted (Transfer *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (text_of (self->reason)));
  PltTransferAsk ask = { .from = code_of (self, self->from),
                         .to = code_of (self, self->to),
                         .reason = reason,
                         .author = text_of (self->author),
                         .date = plt_params_edition_date (NULL) };
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *label = g_strdup_printf (_ ("Transfer from %s to %s"), ask.from, ask.to);

  if (!plt_money_parse (text_of (self->amount), &ask.amount, &error)
      || plt_budget_transfer (plt_session_get_facts (self->session),
                              plt_session_get_budget (self->session), &ask, batch, &error)
             == 0
      || !plt_store_apply (plt_session_get_store (self->session), label, NULL, batch, NULL, &error))
    plt_dialog_set_message (self->dialog, error->message);
  else
    gtk_window_destroy (GTK_WINDOW (self->dialog));
}

/* ---- what was transferred already ---- */

static void fill_list (Transfer *self);

static void
on_delete_clicked (GtkButton *button, Transfer *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "plt-transfer");
  g_autoptr (GError) error = NULL;

  if (!plt_session_delete (self->session, "budget_transfer", id, 1, &error))
    plt_dialog_set_message (self->dialog, error->message);
  else
    fill_list (self);
}

static char *
transfer_text (const PltFacts *facts, const PltTransferFacts *transfer)
{
  const PltAccountFacts *from
      = PLT_FACTS_FIND (facts->accounts, PltAccountFacts, transfer->from_account);
  const PltAccountFacts *to
      = PLT_FACTS_FIND (facts->accounts, PltAccountFacts, transfer->to_account);
  g_autofree char *date = plt_date_format_numeric (transfer->date);
  g_autofree char *amount = plt_money_format (transfer->amount_cents);

  return g_strdup_printf ("%s · %s → %s · %s · %s", date, from != NULL ? from->code : "?",
                          to != NULL ? to->code : "?", amount, transfer->reason);
}

static void
add_made (Transfer *self, const PltTransferFacts *transfer)
{
  g_autofree char *text = transfer_text (plt_session_get_facts (self->session), transfer);
  g_autofree char *name = g_strdup_printf (_ ("Delete the transfer %s"), text);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (button, _ ("Delete this transfer"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "plt-transfer",
                          g_memdup2 (&transfer->id, sizeof transfer->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_delete_clicked), self);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (self->list), row);
}

static void
fill_list (Transfer *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; i < facts->transfers.n; i++)
    if (facts->transfers.items[i].budget == plt_session_get_budget_id (self->session))
      add_made (self, &facts->transfers.items[i]);
}

static GtkWidget *
new_list (Transfer *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  fill_list (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 160);
  return scroller;
}

/* ---- the dialog ---- */

static void
add_field (GtkGrid *grid, const char *title, GtkWidget *field, int row)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (title);
  g_auto (GStrv) parts = g_strsplit (title, "_", 2);
  g_autofree char *plain = g_strjoinv ("", parts);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "form-label");
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), field);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
  gtk_widget_set_hexpand (field, TRUE);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, field, 1, row, 1, 1);
}

/* Posts and sub-posts that hold something, or could. */
static GtkStringList *
list_accounts (Transfer *self)
{
  const PltBudget *budget = plt_session_get_budget (self->session);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < budget->accounts->len; i++)
    {
      const PltBudgetAccount *account = budget->accounts->pdata[i];
      g_autofree char *total = plt_money_format (account->total);
      g_autofree char *name
          = g_strdup_printf ("%s %s · %s", account->account->code, account->account->name, total);

      g_strv_builder_add (codes, account->account->code);
      gtk_string_list_append (names, name);
    }
  self->codes = g_strv_builder_end (codes);
  return names;
}

static GtkWidget *
build (Transfer *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkStringList *accounts = list_accounts (self);

  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  self->from = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (accounts)), NULL);
  self->to = gtk_drop_down_new (G_LIST_MODEL (accounts), NULL);
  self->amount = gtk_entry_new ();
  self->reason = gtk_entry_new ();
  self->author = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->amount), TRUE);
  gtk_entry_set_activates_default (GTK_ENTRY (self->reason), TRUE);
  gtk_entry_set_activates_default (GTK_ENTRY (self->author), TRUE);
  g_object_set (self->amount, "placeholder-text", _ ("In euros"), NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->author),
                         plt_session_get_facts (self->session)->production.production_manager);
  add_field (GTK_GRID (grid), _ ("_From the account"), self->from, 0);
  add_field (GTK_GRID (grid), _ ("_To the account"), self->to, 1);
  add_field (GTK_GRID (grid), _ ("_Amount"), self->amount, 2);
  add_field (GTK_GRID (grid), _ ("_Reason"), self->reason, 3);
  add_field (GTK_GRID (grid), _ ("_By"), self->author, 4);
  gtk_grid_attach (GTK_GRID (grid), new_list (self), 0, 5, 2, 1);
  gtk_widget_add_css_class (grid, "dialog-content");
  return grid;
}

GtkWindow *
plt_devis_transfer_present (GtkWidget *owner, PltSession *session)
{
  GtkRoot *root = gtk_widget_get_root (owner);
  Transfer *self = g_new0 (Transfer, 1);

  self->session = g_object_ref (session);
  self->dialog = plt_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                 _ ("Transfer Between Posts"), _ ("_Transfer"));
  g_object_set_data_full (G_OBJECT (self->dialog), DATA, self, transfer_free);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_accepted), self);
  plt_dialog_set_content (self->dialog, build (self));
  gtk_window_set_default_size (GTK_WINDOW (self->dialog), 560, -1);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (self->from);
  return GTK_WINDOW (self->dialog);
}

static void
select_code (Transfer *self, GtkWidget *list, const char *code)
{
  for (guint i = 0; self->codes[i] != NULL; i++)
    if (strcmp (self->codes[i], code) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (list), i);
}

void
plt_devis_transfer_fill (
    GtkWindow *dialog, const char *from, const char *to, const char *amount, const char *reason)
{
  Transfer *self = g_object_get_data (G_OBJECT (dialog), DATA);

  select_code (self, self->from, from);
  select_code (self, self->to, to);
  gtk_editable_set_text (GTK_EDITABLE (self->amount), amount);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), reason);
}

void
plt_devis_transfer_delete (GtkWindow *dialog, guint index)
{
  Transfer *self = g_object_get_data (G_OBJECT (dialog), DATA);
  GtkWidget *row = gtk_widget_get_first_child (self->list);

  for (guint i = 0; i < index && row != NULL; i++)
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL)
    g_signal_emit_by_name (gtk_widget_get_last_child (row), "clicked");
}
