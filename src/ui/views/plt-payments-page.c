#include "plt-payments-page.h"

#include <glib/gi18n-lib.h>

#include "plt-cash-terms.h"

struct _PltPaymentsPage
{
  GtkWidget parent_instance;

  PltSession *session;
  gint64 profile; /* chosen; 0: none */
  gint64 budget;  /* whose lines are shown */
  GtkWidget *box, *reg, *lines, *usual, *assign, *clear, *only;
};

G_DEFINE_FINAL_TYPE (PltPaymentsPage, plt_payments_page, GTK_TYPE_WIDGET)

/* ---- the usual ways ---- */

static const struct
{
  PltTermsKind terms;
  const char *code, *kind;
  const char *name; /* of the production, in French */
} usual[] = {
  { PLT_TERMS_WAGE, "SAL", "salaire", "Salaires" },
  { PLT_TERMS_AUTHOR, "AUT", "auteur", "Auteurs" },
  { PLT_TERMS_SUPPLIER, "FOU", "fournisseur", "Fournisseurs" },
  { PLT_TERMS_AT_ONCE, "CPT", "comptant", "Comptant" },
  { PLT_TERMS_CAUTION, "CAU", "caution", "Cautions" },
  { PLT_TERMS_NEVER, "SANS", "sans", "Sans paiement" },
};

static gboolean
has_code (PltPaymentsPage *self, const char *code)
{
  const PltFacts *facts = plt_session_get_facts (self->session);

  for (guint i = 0; i < facts->payments.n; i++)
    if (g_ascii_strcasecmp (facts->payments.items[i].code, code) == 0)
      return TRUE;
  return FALSE;
}

static void
set_known (PltBatch *batch, const char *column, gint64 value)
{
  if (value != PLT_UNKNOWN)
    plt_batch_set_integer (batch, column, value);
}

static void
write_usual (PltBatch *batch, guint i, const PltCashTerms *terms)
{
  plt_batch_insert (batch, "payment_profile");
  plt_batch_set_text (batch, "code", usual[i].code);
  plt_batch_set_text (batch, "name", usual[i].name);
  plt_batch_set_text (batch, "kind", usual[i].kind);
  switch (usual[i].terms)
    {
    case PLT_TERMS_WAGE:
      set_known (batch, "net_e6", terms->net_e6);
      plt_batch_set_integer (batch, "end_of_month", terms->end_of_month);
      set_known (batch, "contribution_months", terms->contribution_months);
      set_known (batch, "contribution_day", terms->contribution_day);
      break;
    case PLT_TERMS_AUTHOR:
      set_known (batch, "net_e6", terms->net_e6);
      break;
    case PLT_TERMS_SUPPLIER:
    case PLT_TERMS_CAUTION:
      set_known (batch, "term_days", terms->term_days);
      plt_batch_set_integer (batch, "end_of_month", terms->end_of_month);
      break;
    case PLT_TERMS_AT_ONCE:
    case PLT_TERMS_NEVER:
    case PLT_N_TERMS:
    default:
      break;
    }
}

gboolean
plt_payments_page_add_usual (PltPaymentsPage *self)
{
  g_autoptr (PltCashDefaults) defaults = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  guint n = 0;

  g_return_val_if_fail (PLT_IS_PAYMENTS_PAGE (self), FALSE);

  defaults = plt_cash_defaults_new (plt_session_get_facts (self->session));
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (!has_code (self, usual[i].code))
      {
        write_usual (batch, i, &defaults->terms[usual[i].terms]);
        n++;
      }
  if (n == 0)
    {
      plt_session_toast (self->session, _ ("The usual ways of paying are there already."), NULL,
                         NULL);
      return FALSE;
    }
  if (!plt_session_apply (self->session, _ ("Add the usual ways of paying"), NULL, batch, NULL))
    return FALSE;
  plt_session_toast (
      self->session,
      defaults->missing ? _ ("The usual ways were added; the production does not keep their terms: "
                             "update the reference data, then check them.")
                        : _ ("The usual ways of paying were added: check their terms."),
      _ ("Undo"), "win.undo");
  return TRUE;
}

/* ---- lines ---- */

gboolean
plt_payments_page_assign (PltPaymentsPage *self, gboolean clear)
{
  PltQueryModel *rows;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *told = NULL;
  guint first, n;

  g_return_val_if_fail (PLT_IS_PAYMENTS_PAGE (self), FALSE);

  rows = plt_register_get_rows (PLT_REGISTER (self->lines));
  if ((self->profile == 0 && !clear)
      || !plt_grid_get_selected_rows (plt_register_get_grid (PLT_REGISTER (self->lines)), &first,
                                      &n))
    {
      plt_session_toast (self->session,
                         _ ("Choose a way of paying above, and lines below, then assign it."), NULL,
                         NULL);
      return FALSE;
    }
  n = MIN (n, g_list_model_get_n_items (G_LIST_MODEL (rows)) - first);
  for (guint i = first; i < first + n; i++)
    {
      plt_batch_update (batch, "budget_line", plt_query_model_get_id (rows, i));
      if (clear)
        plt_batch_set_null (batch, "payment");
      else
        plt_batch_set_integer (batch, "payment", self->profile);
    }
  if (n == 0
      || !plt_session_apply (self->session, _ ("Say how lines of the budget are paid"), NULL, batch,
                             NULL))
    return FALSE;
  told = g_strdup_printf (
      ngettext ("%u line is paid so from now on.", "%u lines are paid so from now on.", n), n);
  plt_session_toast (self->session, told, _ ("Undo"), "win.undo");
  return TRUE;
}

static void
show_lines (PltPaymentsPage *self)
{
  gboolean only = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->only));
  g_autofree char *profile = g_strdup_printf ("%" G_GINT64_FORMAT, self->profile);

  plt_register_set_filter (PLT_REGISTER (self->lines), "payment",
                           only && self->profile != 0 ? profile : NULL);
}

/* A way of paying may have a long name: the button gives way, not the window. */
static void
name_button (GtkWidget *button, const char *text)
{
  GtkWidget *label;

  gtk_button_set_label (GTK_BUTTON (button), text);
  gtk_widget_set_tooltip_text (button, text);
  label = gtk_button_get_child (GTK_BUTTON (button));
  if (GTK_IS_LABEL (label))
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
}

static void
update (PltPaymentsPage *self)
{
  const PltPaymentFacts *profile = PLT_FACTS_FIND (plt_session_get_facts (self->session)->payments,
                                                   PltPaymentFacts, self->profile);
  gboolean may = !plt_session_is_read_only (self->session);
  gint64 budget = plt_session_get_budget_id (self->session);
  g_autofree char *text
      = profile != NULL ? g_strdup_printf (_ ("Pay the Selected Lines as “%s”"), profile->name)
                        : g_strdup (_ ("Pay the Selected Lines So"));

  if (profile == NULL)
    self->profile = 0;
  name_button (self->assign, text);
  gtk_widget_set_sensitive (self->assign, may && profile != NULL);
  gtk_widget_set_sensitive (self->clear, may);
  gtk_widget_set_sensitive (self->only, profile != NULL);
  gtk_widget_set_sensitive (self->usual, may);
  if (budget != self->budget)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, budget);

      self->budget = budget;
      plt_register_set_filter (PLT_REGISTER (self->lines), "budget", id);
    }
}

static void
on_selection (PltPaymentsPage *self)
{
  PltRef ref = plt_session_get_selection (self->session);

  if (g_strcmp0 (ref.table, "payment_profile") != 0 || ref.id == self->profile)
    return;
  self->profile = ref.id;
  update (self);
  show_lines (self);
}

static void
on_assign (PltPaymentsPage *self)
{
  plt_payments_page_assign (self, FALSE);
}

static void
on_clear (PltPaymentsPage *self)
{
  plt_payments_page_assign (self, TRUE);
}

/* ---- building ---- */

static GtkWidget *
new_bar (GtkWidget *first, GtkWidget *second, GtkWidget *third)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_add_css_class (bar, "register-bar");
  gtk_box_append (GTK_BOX (bar), first);
  if (second != NULL)
    gtk_box_append (GTK_BOX (bar), second);
  if (third != NULL)
    gtk_box_append (GTK_BOX (bar), third);
  return bar;
}

static GtkWidget *
new_button (PltPaymentsPage *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

GtkWidget *
plt_payments_page_new (PltSession *session)
{
  PltPaymentsPage *self;
  GtkWidget *panes, *above, *below;

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self = g_object_new (PLT_TYPE_PAYMENTS_PAGE, NULL);
  self->session = session; /* whose window holds this */
  self->reg = plt_register_new (session, "payment_profile", NULL);
  self->lines
      = plt_register_new (session, "budget_line", "code,payment,label,payee,rate_cents,account");
  self->usual
      = new_button (self, _ ("Add the _Usual Ways"), G_CALLBACK (plt_payments_page_add_usual));
  self->assign = new_button (self, "", G_CALLBACK (on_assign));
  self->clear = new_button (self, _ ("As the _Payee Is Usually Paid"), G_CALLBACK (on_clear));
  self->only = gtk_toggle_button_new_with_mnemonic (_ ("_Only the Lines Paid So"));
  gtk_widget_add_css_class (self->only, "chip");
  g_signal_connect_swapped (self->only, "toggled", G_CALLBACK (show_lines), self);
  above = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  below = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  panes = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_vexpand (self->reg, TRUE);
  gtk_widget_set_vexpand (self->lines, TRUE);
  gtk_box_append (GTK_BOX (above), new_bar (self->usual, NULL, NULL));
  gtk_box_append (GTK_BOX (above), self->reg);
  gtk_box_append (GTK_BOX (below), new_bar (self->assign, self->clear, self->only));
  gtk_box_append (GTK_BOX (below), self->lines);
  gtk_paned_set_start_child (GTK_PANED (panes), above);
  gtk_paned_set_end_child (GTK_PANED (panes), below);
  gtk_paned_set_shrink_start_child (GTK_PANED (panes), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (panes), FALSE);
  gtk_paned_set_wide_handle (GTK_PANED (panes), TRUE);
  gtk_widget_set_vexpand (panes, TRUE);
  gtk_box_append (GTK_BOX (self->box), panes);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (on_selection), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

PltRegister *
plt_payments_page_get_register (PltPaymentsPage *self)
{
  g_return_val_if_fail (PLT_IS_PAYMENTS_PAGE (self), NULL);

  return PLT_REGISTER (self->reg);
}

PltRegister *
plt_payments_page_get_lines (PltPaymentsPage *self)
{
  g_return_val_if_fail (PLT_IS_PAYMENTS_PAGE (self), NULL);

  return PLT_REGISTER (self->lines);
}

static gboolean
plt_payments_page_grab_focus (GtkWidget *widget)
{
  return plt_register_grab_focus (PLT_REGISTER (PLT_PAYMENTS_PAGE (widget)->reg));
}

static void
plt_payments_page_dispose (GObject *object)
{
  PltPaymentsPage *self = PLT_PAYMENTS_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (plt_payments_page_parent_class)->dispose (object);
}

static void
plt_payments_page_class_init (PltPaymentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plt_payments_page_dispose;
  widget_class->grab_focus = plt_payments_page_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "plt-payments-page");
}

static void
plt_payments_page_init (PltPaymentsPage *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
