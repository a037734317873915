#include "plt-bank-page.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-bank-csv.h"
#include "plt-bank-forecasts.h"
#include "plt-bank-import.h"
#include "plt-empty-state.h"
#include "plt-money.h"
#include "plt-paths.h"
#include "plt-text.h"

#define PANE_WIDTH 250
#define MAX_FOUND 30
#define MEMBERS "plt-members"

struct _PltBankPage
{
  GtkWidget parent_instance;

  PltSession *session;
  char *words;
  PltBankMatch *match;
  gint64 entry; /* chosen; 0: none */
  gboolean stale;

  GtkWidget *stack; /* entries, empty */
  GtkWidget *reg;
  GtkWidget *balance, *sure;
  GtkWidget *title, *subtitle, *state, *offers, *none, *look, *create, *ignore;
};

G_DEFINE_FINAL_TYPE (PltBankPage, plt_bank_page, GTK_TYPE_WIDGET)

static const PltBankFacts *
chosen (PltBankPage *self)
{
  return self->entry != 0 ? PLT_FACTS_FIND (plt_session_get_facts (self->session)->bank,
                                            PltBankFacts, self->entry)
                          : NULL;
}

static gboolean
may_write (PltBankPage *self)
{
  return self->session != NULL && !plt_session_is_read_only (self->session);
}

/* ---- the balance ---- */

static char *
describe_balance (const PltBankBalance *balance)
{
  g_autofree char *date = plt_date_format_numeric (balance->date);
  g_autofree char *bank
      = balance->bank != PLT_UNKNOWN ? plt_money_format (balance->bank) : g_strdup ("");
  g_autofree char *movements
      = balance->movements != PLT_UNKNOWN ? plt_money_format (balance->movements) : g_strdup ("");
  g_autofree char *open = plt_money_format (balance->open != PLT_UNKNOWN ? balance->open : 0);
  g_autofree char *difference = NULL;
  PltMoney apart;

  if (balance->bank == PLT_UNKNOWN)
    return g_strdup_printf (
        _ ("%u to match, %s in all. The statements say no balance: it is not compared."),
        balance->n_open, open);
  if (balance->movements == PLT_UNKNOWN)
    return g_strdup_printf (_ ("%s: the bank has %s. Say the opening balance of the production to "
                               "compare it with the movements."),
                            date, bank);
  if (!plt_money_sub (balance->bank, balance->movements, &apart) || apart == 0)
    return g_strdup_printf (_ ("%s: the bank has %s, as the movements do."), date, bank);
  difference = plt_money_format (apart);
  return g_strdup_printf (_ ("%s: the bank has %s, the movements %s: %s apart, %s of it to match."),
                          date, bank, movements, difference, open);
}

static void
show_balance (PltBankPage *self)
{
  const PltBankBalance balance = plt_bank_balance (plt_session_get_facts (self->session));
  g_autofree char *text = describe_balance (&balance);
  g_autofree char *sure = g_strdup_printf (_ ("Accept All _Sure (%u)"),
                                           self->match != NULL ? self->match->n_sure : 0);

  gtk_label_set_label (GTK_LABEL (self->balance), text);
  gtk_widget_set_tooltip_text (self->balance, text);
  gtk_button_set_label (GTK_BUTTON (self->sure), sure);
  gtk_widget_set_sensitive (self->sure,
                            may_write (self) && self->match != NULL && self->match->n_sure > 0);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    plt_session_get_facts (self->session)->bank.n > 0 ? "entries"
                                                                                      : "empty");
}

/* ---- what the entry may be ---- */

static GtkWidget *
new_text (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static void
add_offer (PltBankPage *self,
           GArray *members /* transfer full */,
           const char *sign,
           const char *name,
           PltMoney amount,
           const char *why)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = new_text (name, NULL);
  g_autofree char *money = plt_money_format (amount);
  GtkWidget *figure = gtk_label_new (money);
  g_autofree char *heard = g_strdup_printf ("%s, %s, %s", name, money, why);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (figure, GTK_ALIGN_START);
  gtk_widget_add_css_class (figure, "numeric");
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), figure);
  gtk_box_append (GTK_BOX (box), head);
  if (*sign != '\0' || *why != '\0')
    {
      g_autofree char *all
          = g_strdup_printf ("%s%s%s", sign, *sign != '\0' && *why != '\0' ? " · " : "", why);

      gtk_box_append (GTK_BOX (box), new_text (all, "dim-label"));
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, heard, -1);
  g_object_set_data_full (G_OBJECT (row), MEMBERS, members, (GDestroyNotify) g_array_unref);
  gtk_list_box_append (GTK_LIST_BOX (self->offers), row);
}

static void
add_proposals (PltBankPage *self)
{
  const PltBankMatchEntry *entry = plt_bank_match_find (self->match, self->entry);

  for (guint i = 0; entry != NULL && i < entry->proposals->len; i++)
    {
      const PltBankProposal *proposal = entry->proposals->pdata[i];
      g_autofree char *name = plt_bank_proposal_label (self->match, proposal);
      g_autofree char *why = plt_bank_proposal_describe (self->match, proposal);
      PltMoney amount = 0;

      for (guint j = 0; j < proposal->members->len; j++)
        amount += g_array_index (self->match->candidates, PltBankCandidate,
                                 g_array_index (proposal->members, guint, j))
                      .amount;
      add_offer (self, g_array_ref (proposal->members),
                 proposal->sure ? C_ ("proposal", "✓ sure") : C_ ("proposal", "? doubtful"), name,
                 amount, why);
    }
}

/* Candidates of the same sign whose name has the text: those nearest in amount first. */
typedef struct
{
  guint index;
  guint64 apart;
} Found;

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *x = a, *y = b;

  if (x->apart != y->apart)
    return x->apart < y->apart ? -1 : 1;
  return x->index < y->index ? -1 : x->index > y->index;
}

static void
add_found (PltBankPage *self, const PltBankFacts *entry, const char *text)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));

  for (guint i = 0; i < self->match->candidates->len; i++)
    {
      const PltBankCandidate *candidate
          = &g_array_index (self->match->candidates, PltBankCandidate, i);
      const Found made = { i, (guint64) ABS (candidate->amount - entry->amount_cents) };

      if ((candidate->amount < 0) == (entry->amount_cents < 0)
          && plt_text_contains (candidate->label, text))
        g_array_append_val (found, made);
    }
  g_array_sort (found, compare_found);
  for (guint i = 0; i < MIN (found->len, MAX_FOUND); i++)
    {
      guint index = g_array_index (found, Found, i).index;
      const PltBankCandidate *candidate
          = &g_array_index (self->match->candidates, PltBankCandidate, index);
      GArray *members = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autofree char *date = candidate->date != PLT_DATE_NONE
                                  ? plt_date_format_day (candidate->date)
                                  : g_strdup (_ ("without a date"));

      g_array_append_val (members, index);
      add_offer (self, members, "", candidate->label, candidate->amount, date);
    }
}

static void
show_head (PltBankPage *self, const PltBankFacts *entry)
{
  PltBankState state = entry != NULL ? plt_bank_entry_state (entry) : PLT_BANK_OPEN;
  g_autofree char *date = entry != NULL ? plt_date_format_day (entry->date) : NULL;
  g_autofree char *amount = entry != NULL ? plt_money_format (entry->amount_cents) : NULL;
  g_autofree char *subtitle = entry != NULL ? g_strdup_printf ("%s · %s", date, amount) : NULL;
  const PltCashFacts *cash = entry != NULL && entry->cash_entry != 0
                                 ? PLT_FACTS_FIND (plt_session_get_facts (self->session)->cash,
                                                   PltCashFacts, entry->cash_entry)
                                 : NULL;
  g_autofree char *with
      = cash != NULL ? g_strdup_printf (_ ("Matched with “%s”."), cash->label) : NULL;

  gtk_label_set_label (GTK_LABEL (self->title),
                       entry != NULL ? entry->label
                                     : _ ("Choose an entry to see which movement it is."));
  gtk_label_set_label (GTK_LABEL (self->subtitle), subtitle != NULL ? subtitle : "");
  gtk_label_set_label (GTK_LABEL (self->state), with != NULL ? with
                                                : state == PLT_BANK_OPEN
                                                    ? ""
                                                    : _ ("Ignored: none of the production’s "
                                                         "business."));
  gtk_widget_set_visible (self->state, state != PLT_BANK_OPEN);
  gtk_widget_set_visible (self->look, entry != NULL && state == PLT_BANK_OPEN);
  gtk_widget_set_visible (self->create, entry != NULL && state == PLT_BANK_OPEN);
  gtk_widget_set_visible (self->ignore, entry != NULL);
  gtk_button_set_label (GTK_BUTTON (self->ignore),
                        state == PLT_BANK_OPEN ? _ ("_Ignore") : _ ("Open _Again"));
  gtk_widget_set_sensitive (self->create, may_write (self));
  gtk_widget_set_sensitive (self->ignore, may_write (self));
}

static void
show_entry (PltBankPage *self)
{
  const PltBankFacts *entry = chosen (self);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->look));
  GtkWidget *child;

  show_head (self, entry);
  while ((child = gtk_widget_get_first_child (self->offers)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->offers), child);
  if (entry != NULL && self->match != NULL && plt_bank_entry_state (entry) == PLT_BANK_OPEN)
    {
      if (*text != '\0')
        add_found (self, entry, text);
      else
        add_proposals (self);
    }
  gtk_label_set_label (
      GTK_LABEL (self->none),
      *text != '\0' ? _ ("No movement that is expected is called so.")
                    : _ ("Nothing that is expected looks like it: look for another movement, "
                         "or make one of it."));
  gtk_widget_set_visible (self->none, entry != NULL && plt_bank_entry_state (entry) == PLT_BANK_OPEN
                                          && gtk_widget_get_first_child (self->offers) == NULL);
}

/* ---- reading again ---- */

static void
refresh (PltBankPage *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);

  self->stale = FALSE;
  g_clear_pointer (&self->match, plt_bank_match_free);
  if (facts->bank.n > 0)
    self->match = plt_bank_match_plan (facts, plt_session_get_plan (self->session),
                                       plt_session_get_budget (self->session), self->words);
  show_balance (self);
  show_entry (self);
}

/* What it holds is of facts that are gone: dropped at once, made again when it is seen. */
static void
on_changed (PltBankPage *self)
{
  g_clear_pointer (&self->match, plt_bank_match_free);
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
on_selection (PltBankPage *self)
{
  PltRef ref = plt_session_get_selection (self->session);

  if (g_strcmp0 (ref.table, "bank_entry") != 0 || ref.id == self->entry)
    return;
  self->entry = ref.id;
  gtk_editable_set_text (GTK_EDITABLE (self->look), "");
  if (!self->stale)
    show_entry (self);
}

static void
plt_bank_page_map (GtkWidget *widget)
{
  PltBankPage *self = PLT_BANK_PAGE (widget);

  GTK_WIDGET_CLASS (plt_bank_page_parent_class)->map (widget);
  if (self->stale)
    refresh (self);
}

/* ---- doing ---- */

/* The next open entry after the chosen one, 0 when it was the last. */
static gint64
next_open (PltBankPage *self)
{
  gboolean after = FALSE;
  gint64 first = 0;

  for (guint i = 0; self->match != NULL && i < self->match->entries->len; i++)
    {
      gint64 id = g_array_index (self->match->entries, PltBankMatchEntry, i).entry->id;

      if (after)
        return id;
      if (first == 0 && id != self->entry)
        first = id;
      after = id == self->entry;
    }
  return first;
}

static gboolean
apply (PltBankPage *self, const char *label, const PltBatch *batch, const char *told)
{
  gint64 next = next_open (self);

  if (plt_batch_get_n_edits (batch) == 0
      || !plt_session_apply (self->session, label, NULL, batch, NULL))
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->look), "");
  plt_session_toast (self->session, told, _ ("Undo"), "win.undo");
  /* of all that is sure the next one was a part */
  if (self->match != NULL && plt_bank_match_find (self->match, next) == NULL)
    next = self->match->entries->len > 0
               ? g_array_index (self->match->entries, PltBankMatchEntry, 0).entry->id
               : 0;
  if (next != 0)
    plt_bank_page_select (self, next);
  return TRUE;
}

gboolean
plt_bank_page_accept (PltBankPage *self, guint offer)
{
  const PltBankFacts *entry;
  GtkListBoxRow *row;
  GArray *members;
  g_autoptr (PltBatch) batch = plt_batch_new ();

  g_return_val_if_fail (PLT_IS_BANK_PAGE (self), FALSE);

  entry = chosen (self);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->offers), (int) offer);
  if (entry == NULL || row == NULL || self->match == NULL || !may_write (self))
    return FALSE;
  members = g_object_get_data (G_OBJECT (row), MEMBERS);
  if (!plt_bank_match_accept (self->match, entry, (const guint *) members->data, members->len,
                              batch))
    return FALSE;
  return apply (self, _ ("Match an entry of the bank"), batch, _ ("The entry is matched."));
}

gboolean
plt_bank_page_accept_sure (PltBankPage *self)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *told = NULL;
  guint n;

  g_return_val_if_fail (PLT_IS_BANK_PAGE (self), FALSE);

  if (self->match == NULL || !may_write (self))
    return FALSE;
  n = plt_bank_match_accept_sure (self->match, batch);
  told = g_strdup_printf (ngettext ("%u entry is matched.", "%u entries are matched.", n), n);
  return n > 0 && apply (self, _ ("Match the bank with its movements"), batch, told);
}

gboolean
plt_bank_page_create (PltBankPage *self)
{
  const PltBankFacts *entry;
  g_autoptr (PltBatch) batch = plt_batch_new ();

  g_return_val_if_fail (PLT_IS_BANK_PAGE (self), FALSE);

  entry = chosen (self);
  if (entry == NULL || plt_bank_entry_state (entry) != PLT_BANK_OPEN || !may_write (self))
    return FALSE;
  plt_bank_entry_create (entry, 0, batch);
  return apply (self, _ ("Make a movement of an entry of the bank"), batch,
                _ ("A real movement was made of the entry."));
}

gboolean
plt_bank_page_ignore (PltBankPage *self)
{
  const PltBankFacts *entry;
  g_autoptr (PltBatch) batch = plt_batch_new ();

  g_return_val_if_fail (PLT_IS_BANK_PAGE (self), FALSE);

  entry = chosen (self);
  if (entry == NULL || !may_write (self))
    return FALSE;
  if (plt_bank_entry_state (entry) == PLT_BANK_OPEN)
    {
      plt_bank_entry_ignore (entry, NULL, batch);
      return apply (self, _ ("Ignore an entry of the bank"), batch, _ ("The entry is ignored."));
    }
  plt_bank_entry_reopen (entry, batch);
  if (!plt_session_apply (self->session, _ ("Open an entry of the bank again"), NULL, batch, NULL))
    return FALSE;
  plt_session_toast (self->session, _ ("The entry is to be matched again; its movement stays."),
                     _ ("Undo"), "win.undo");
  return TRUE;
}

/* ---- keys and buttons ---- */

static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        PltBankPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  PltGrid *grid = plt_register_get_grid (PLT_REGISTER (self->reg));

  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return FALSE;
  if (state & GDK_CONTROL_MASK)
    return plt_bank_page_accept_sure (self);
  if ((state & (GDK_SHIFT_MASK | GDK_ALT_MASK)) != 0 || focus == NULL || plt_grid_is_editing (grid))
    return FALSE;
  if (focus == GTK_WIDGET (grid) || gtk_widget_is_ancestor (focus, GTK_WIDGET (grid))
      || gtk_widget_is_ancestor (focus, self->look))
    return plt_bank_page_accept (self, 0);
  return FALSE;
}

static void
on_offer (GtkListBox *list, GtkListBoxRow *row, PltBankPage *self)
{
  plt_bank_page_accept (self, (guint) gtk_list_box_row_get_index (row));
}

static void
on_import (PltBankPage *self)
{
  plt_bank_import_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session);
}

/* ---- building ---- */

static GtkWidget *
new_button (PltBankPage *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

static GtkWidget *
new_bar (PltBankPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->balance = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->balance), 0);
  gtk_label_set_wrap (GTK_LABEL (self->balance), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->balance), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_hexpand (self->balance, TRUE);
  self->sure = new_button (self, "", G_CALLBACK (plt_bank_page_accept_sure));
  gtk_button_set_use_underline (GTK_BUTTON (self->sure), TRUE);
  gtk_widget_set_tooltip_text (self->sure, _ ("Ctrl+Enter"));
  gtk_widget_add_css_class (bar, "register-bar");
  gtk_box_append (GTK_BOX (bar), self->balance);
  gtk_box_append (GTK_BOX (bar), self->sure);
  gtk_box_append (GTK_BOX (bar),
                  new_button (self, _ ("I_mport a Statement…"), G_CALLBACK (on_import)));
  return bar;
}

static GtkWidget *
new_pane (PltBankPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->title = new_text (NULL, "heading");
  self->subtitle = new_text (NULL, "numeric");
  self->state = new_text (NULL, NULL);
  self->none = new_text (NULL, "dim-label");
  self->offers = gtk_list_box_new ();
  gtk_widget_add_css_class (self->offers, "rich-list");
  plt_a11y_set_name (self->offers, _ ("What the entry may be"));
  g_signal_connect (self->offers, "row-activated", G_CALLBACK (on_offer), self);
  self->look = gtk_search_entry_new ();
  g_object_set (self->look, "placeholder-text", _ ("Another movement…"), NULL);
  plt_a11y_set_name (self->look, _ ("Look for another movement"));
  g_signal_connect_swapped (self->look, "search-changed", G_CALLBACK (show_entry), self);
  self->create = new_button (self, _ ("Make a _Movement"), G_CALLBACK (plt_bank_page_create));
  self->ignore = new_button (self, _ ("_Ignore"), G_CALLBACK (plt_bank_page_ignore));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->offers);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (buttons), self->create);
  gtk_box_append (GTK_BOX (buttons), self->ignore);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->subtitle);
  gtk_box_append (GTK_BOX (box), self->state);
  gtk_box_append (GTK_BOX (box), self->look);
  gtk_box_append (GTK_BOX (box), self->none);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "dialog-content");
  gtk_widget_set_size_request (box, PANE_WIDTH, -1);
  return box;
}

static GtkWidget *
new_empty (PltBankPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *state = plt_empty_state_new (
      "plt-cash-symbolic", _ ("Bank"),
      _ ("Import the statement of the account, as CSV, XLSX or OFX: each of its entries is then "
         "matched with the movement it is."),
      NULL, NULL);
  GtkWidget *button = new_button (self, _ ("I_mport a Statement…"), G_CALLBACK (on_import));

  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), state);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

GtkWidget *
plt_bank_page_new (PltSession *session)
{
  PltBankPage *self;
  GtkWidget *entries, *panes;
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self = g_object_new (PLT_TYPE_BANK_PAGE, NULL);
  self->session = session; /* whose window holds this */
  self->words = plt_paths_read ("referentials/" PLT_BANK_WORDS ".tsv", NULL, NULL);
  self->stale = TRUE;
  entries = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  panes = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  self->reg = plt_register_new (session, "bank_entry",
                                "date,amount_cents,label,cash_entry,bank_account,reference,"
                                "note");
  gtk_paned_set_start_child (GTK_PANED (panes), self->reg);
  gtk_paned_set_shrink_start_child (GTK_PANED (panes), FALSE);
  gtk_paned_set_end_child (GTK_PANED (panes), new_pane (self));
  gtk_paned_set_resize_end_child (GTK_PANED (panes), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (panes), FALSE);
  gtk_paned_set_wide_handle (GTK_PANED (panes), TRUE);
  gtk_widget_set_vexpand (panes, TRUE);
  gtk_box_append (GTK_BOX (entries), new_bar (self));
  gtk_box_append (GTK_BOX (entries), panes);
  gtk_stack_add_named (GTK_STACK (self->stack), new_empty (self), "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), entries, "entries");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (entries, keys);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (on_selection), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

PltRegister *
plt_bank_page_get_register (PltBankPage *self)
{
  g_return_val_if_fail (PLT_IS_BANK_PAGE (self), NULL);

  return PLT_REGISTER (self->reg);
}

const PltBankMatch *
plt_bank_page_get_match (PltBankPage *self)
{
  g_return_val_if_fail (PLT_IS_BANK_PAGE (self), NULL);

  return self->match;
}

const char *
plt_bank_page_get_balance (PltBankPage *self)
{
  g_return_val_if_fail (PLT_IS_BANK_PAGE (self), "");

  return gtk_label_get_label (GTK_LABEL (self->balance));
}

gboolean
plt_bank_page_select (PltBankPage *self, gint64 entry)
{
  g_return_val_if_fail (PLT_IS_BANK_PAGE (self), FALSE);

  return plt_register_select_ref (PLT_REGISTER (self->reg), (PltRef){ "bank_entry", entry, NULL });
}

guint
plt_bank_page_get_n_offers (PltBankPage *self)
{
  guint n = 0;

  g_return_val_if_fail (PLT_IS_BANK_PAGE (self), 0);

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->offers), (int) n) != NULL)
    n++;
  return n;
}

void
plt_bank_page_look_for (PltBankPage *self, const char *text)
{
  g_return_if_fail (PLT_IS_BANK_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->look), text);
  show_entry (self);
}

static gboolean
plt_bank_page_grab_focus (GtkWidget *widget)
{
  return plt_register_grab_focus (PLT_REGISTER (PLT_BANK_PAGE (widget)->reg));
}

static void
plt_bank_page_dispose (GObject *object)
{
  PltBankPage *self = PLT_BANK_PAGE (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->match, plt_bank_match_free);
  g_clear_pointer (&self->words, g_free);
  G_OBJECT_CLASS (plt_bank_page_parent_class)->dispose (object);
}

static void
plt_bank_page_class_init (PltBankPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plt_bank_page_dispose;
  widget_class->map = plt_bank_page_map;
  widget_class->grab_focus = plt_bank_page_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "plt-bank-page");
}

static void
plt_bank_page_init (PltBankPage *self)
{
  self->stack = gtk_stack_new ();
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}
