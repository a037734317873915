#include "plt-finance-detail.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-devis-figures.h"
#include "plt-finance-fields.h"
#include "plt-finance-instalments.h"
#include "plt-paths.h"
#include "plt-rows.h"

#define RIGHTS                                                                                     \
  "kind,ownership,country,is_assigned,rank,recoup_e6,window,window_months,rights_months,"          \
  "territory,"                                                                                     \
  "rights,document,mirror,mirror_account,scheme,bank_account"

struct _PltFinanceDetail
{
  GtkWidget parent_instance;

  PltSession *session;
  gint64 shown;
  PltReferential *presets; /* (nullable) */

  GtkWidget *box;
  GtkWidget *heading;
  GtkWidget *stack;
  GtkWidget *preset; /* menu button */
  GtkWidget *rest;
  GtkWidget *rest_button;
  GtkWidget *instalments, *history, *applications; /* PltRegister */
  GtkWidget *rights;                               /* PltFinanceFields */
};

G_DEFINE_FINAL_TYPE (PltFinanceDetail, plt_finance_detail, GTK_TYPE_WIDGET)

gint64
plt_finance_detail_get_shown (PltFinanceDetail *self)
{
  g_return_val_if_fail (PLT_IS_FINANCE_DETAIL (self), 0);

  return self->shown;
}

const char *
plt_finance_detail_get_rest (PltFinanceDetail *self)
{
  g_return_val_if_fail (PLT_IS_FINANCE_DETAIL (self), "");

  return gtk_label_get_label (GTK_LABEL (self->rest));
}

PltRegister *
plt_finance_detail_get_register (PltFinanceDetail *self, const char *page)
{
  g_return_val_if_fail (PLT_IS_FINANCE_DETAIL (self), NULL);

  if (g_str_equal (page, "instalments"))
    return PLT_REGISTER (self->instalments);
  if (g_str_equal (page, "history"))
    return PLT_REGISTER (self->history);
  return g_str_equal (page, "applications") ? PLT_REGISTER (self->applications) : NULL;
}

PltRegister *
plt_finance_detail_get_focused (PltFinanceDetail *self)
{
  GtkRoot *root;
  GtkWidget *focus, *found;

  g_return_val_if_fail (PLT_IS_FINANCE_DETAIL (self), NULL);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;
  found = gtk_widget_get_ancestor (focus, PLT_TYPE_REGISTER);
  return found != NULL ? PLT_REGISTER (found) : NULL;
}

void
plt_finance_detail_show_page (PltFinanceDetail *self, const char *page)
{
  g_return_if_fail (PLT_IS_FINANCE_DETAIL (self));

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
}

const char *
plt_finance_detail_get_page (PltFinanceDetail *self)
{
  g_return_val_if_fail (PLT_IS_FINANCE_DETAIL (self), "");

  return gtk_stack_get_visible_child_name (GTK_STACK (self->stack));
}

/* ---- what is shown ---- */

static const PltFundingFacts *
source_of (PltFinanceDetail *self)
{
  return PLT_FACTS_FIND (plt_session_get_facts (self->session)->funding, PltFundingFacts,
                         self->shown);
}

/* "40 % is left to share out: 12 000,00 €" */
static void
update_rest (PltFinanceDetail *self)
{
  const PltInstalmentSum sum = plt_instalment_sum (
      plt_session_get_facts (self->session), plt_session_get_budget (self->session), self->shown);
  g_autofree char *share
      = sum.left_e6 != PLT_UNKNOWN ? plt_devis_format_rate (ABS (sum.left_e6)) : g_strdup ("—");
  g_autofree char *amount
      = sum.left != PLT_UNKNOWN ? plt_money_format (ABS (sum.left)) : g_strdup ("—");
  g_autofree char *text = NULL;

  if (self->shown == 0 || sum.left == PLT_UNKNOWN)
    text = g_strdup ("");
  else if (sum.left == 0)
    text = g_strdup (_ ("The instalments make all of the source."));
  else if (sum.left > 0)
    /* Translators: a rate and an amount */
    text = g_strdup_printf (_ ("%s is left to share out: %s"), share, amount);
  else
    text = g_strdup_printf (_ ("%s too much: %s"), share, amount);
  gtk_label_set_label (GTK_LABEL (self->rest), text);
  gtk_widget_set_tooltip_text (self->rest, text);
  if (self->shown != 0 && sum.left != PLT_UNKNOWN && sum.left < 0)
    gtk_widget_add_css_class (self->rest, "error-text");
  else
    gtk_widget_remove_css_class (self->rest, "error-text");
  gtk_widget_set_visible (self->rest_button, self->shown != 0 && sum.left != PLT_UNKNOWN
                                                 && sum.left > 0
                                                 && !plt_session_is_read_only (self->session));
}

static void
update_presets (PltFinanceDetail *self)
{
  const PltFundingFacts *source = source_of (self);
  g_autoptr (GArray) presets
      = plt_instalment_presets (self->presets, source != NULL ? source->group : NULL);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) fitting = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  for (guint i = 0; i < presets->len; i++)
    {
      const PltInstalmentPreset *preset = &g_array_index (presets, PltInstalmentPreset, i);
      /* Translators: a usual schedule of payments nobody read in a source */
      g_autofree char *unsure
          = preset->sure ? NULL : g_strdup_printf (_ ("%s (to verify)"), preset->title);
      g_autoptr (GMenuItem) item = g_menu_item_new (preset->sure ? preset->title : unsure, NULL);

      g_menu_item_set_action_and_target (item, "view.instalments-preset", "s", preset->code);
      g_menu_append_item (preset->fits ? fitting : others, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (fitting));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->preset), G_MENU_MODEL (menu));
  gtk_widget_set_visible (self->preset, source != NULL && presets->len > 0
                                            && !plt_session_is_read_only (self->session));
}

void
plt_finance_detail_refresh (PltFinanceDetail *self)
{
  const PltFundingFacts *source;
  g_autofree char *text = NULL;

  g_return_if_fail (PLT_IS_FINANCE_DETAIL (self));

  source = source_of (self);
  if (source == NULL && self->shown != 0)
    {
      plt_finance_detail_show (self, 0);
      return;
    }
  text = source != NULL ? g_strdup (source->name) : g_strdup (_ ("No source is selected"));
  gtk_label_set_label (GTK_LABEL (self->heading), text);
  gtk_widget_set_tooltip_text (self->heading, text);
  gtk_widget_set_sensitive (self->stack, source != NULL);
  update_rest (self);
}

void
plt_finance_detail_show (PltFinanceDetail *self, gint64 source)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, source);

  g_return_if_fail (PLT_IS_FINANCE_DETAIL (self));

  if (source == self->shown)
    return;
  self->shown = source;
  plt_register_set_filter (PLT_REGISTER (self->instalments), "funding_source", id);
  plt_register_set_filter (PLT_REGISTER (self->history), "funding_source", id);
  plt_register_set_filter (PLT_REGISTER (self->applications), "funding_source", id);
  plt_finance_fields_show (PLT_FINANCE_FIELDS (self->rights), source);
  plt_finance_detail_refresh (self);
  update_presets (self);
}

/* ---- commands ---- */

void
plt_finance_detail_add_rest (PltFinanceDetail *self)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();

  g_return_if_fail (PLT_IS_FINANCE_DETAIL (self));

  plt_finance_detail_show_page (self, "instalments");
  if (plt_instalment_add_rest (plt_session_get_facts (self->session),
                               plt_session_get_budget (self->session), self->shown, _ ("Balance"),
                               batch))
    plt_session_apply (self->session, _ ("Give the rest to a last instalment"), NULL, batch, NULL);
  else
    plt_session_toast (self->session, _ ("Nothing is left of this source to share out."), NULL,
                       NULL);
}

void
plt_finance_detail_apply_preset (PltFinanceDetail *self, const char *code)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();

  g_return_if_fail (PLT_IS_FINANCE_DETAIL (self));

  plt_finance_detail_show_page (self, "instalments");
  if (self->shown != 0
      && plt_instalment_apply_preset (plt_session_get_facts (self->session), self->presets, code,
                                      self->shown, batch)
      && plt_session_apply (self->session, _ ("Take a usual schedule of payments"), NULL, batch,
                            NULL))
    plt_session_toast (self->session,
                       _ ("Usual instalments stand in the place of those that were not paid."),
                       _ ("Undo"), "win.undo");
}

/* ---- building ---- */

static void
add_page (PltFinanceDetail *self, const char *id, const char *title, GtkWidget *child)
{
  gtk_stack_add_titled (GTK_STACK (self->stack), child, id, title);
}

static GtkWidget *
new_instalments (PltFinanceDetail *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->instalments = plt_register_new (
      self->session, "instalment",
      "label,share_e6,amount_cents,event,offset_days,date,paid_date,task,invoice_date,retention_e6,"
      "note");
  self->preset = gtk_menu_button_new ();
  self->rest = gtk_label_new (NULL);
  self->rest_button = gtk_button_new_with_label (_ ("Give it to a last instalment"));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->preset), _ ("Usual schedule"));
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->preset), GTK_ARROW_UP);
  gtk_widget_set_tooltip_text (self->preset, _ ("Fill in instalments that are usual"));
  plt_a11y_set_name (self->preset, _ ("Usual schedule"));
  gtk_label_set_xalign (GTK_LABEL (self->rest), 1);
  gtk_label_set_ellipsize (GTK_LABEL (self->rest), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->rest, TRUE);
  gtk_widget_add_css_class (self->rest, "numeric");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->rest_button), "view.instalments-rest");
  gtk_widget_set_vexpand (self->instalments, TRUE);
  gtk_box_append (GTK_BOX (foot), self->preset);
  gtk_box_append (GTK_BOX (foot), self->rest);
  gtk_box_append (GTK_BOX (foot), self->rest_button);
  gtk_widget_add_css_class (foot, "register-foot");
  gtk_box_append (GTK_BOX (box), self->instalments);
  gtk_box_append (GTK_BOX (box), foot);
  return box;
}

static GtkWidget *
new_rights (PltFinanceDetail *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rights = plt_finance_fields_new (self->session, "funding_source", RIGHTS, 2);
  gtk_widget_add_css_class (self->rights, "summary");
  gtk_widget_set_valign (self->rights, GTK_ALIGN_START);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->rights);
  return scroller;
}

static GtkWidget *
new_applications (PltFinanceDetail *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *door = gtk_button_new_with_label (_ ("All applications and the catalogue"));

  self->applications = plt_register_new (self->session, "funding_application",
                                         "name,asked_cents,deadline_date,filed_date,complete_date,"
                                         "answer,answer_date,granted_cents,note");
  gtk_widget_set_vexpand (self->applications, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (door), "view.show-funders");
  gtk_widget_set_halign (door, GTK_ALIGN_END);
  gtk_widget_set_hexpand (door, TRUE);
  gtk_widget_add_css_class (door, "flat");
  gtk_widget_add_css_class (foot, "register-foot");
  gtk_box_append (GTK_BOX (foot), door);
  gtk_box_append (GTK_BOX (box), self->applications);
  gtk_box_append (GTK_BOX (box), foot);
  return box;
}

static GtkWidget *
new_head (PltFinanceDetail *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->heading), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->heading, TRUE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (self->stack));
  gtk_box_append (GTK_BOX (head), self->heading);
  gtk_box_append (GTK_BOX (head), switcher);
  gtk_widget_add_css_class (head, "sub-heading");
  return head;
}

GtkWidget *
plt_finance_detail_new (PltSession *session)
{
  PltFinanceDetail *self = g_object_new (PLT_TYPE_FINANCE_DETAIL, NULL);
  g_autofree char *content
      = plt_paths_read ("referentials/" PLT_INSTALMENT_TABLE ".tsv", NULL, NULL);

  self->session = g_object_ref (session);
  self->presets = content != NULL ? plt_referential_parse (content) : NULL;
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  self->history = plt_register_new (session, "funding_status",
                                    "date,status,amount_cents,author,document,note");
  add_page (self, "instalments", _ ("Instalments"), new_instalments (self));
  add_page (self, "history", _ ("History"), self->history);
  add_page (self, "rights", _ ("Rights"), new_rights (self));
  add_page (self, "applications", _ ("Applications"), new_applications (self));
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (self->box), new_head (self));
  gtk_box_append (GTK_BOX (self->box), self->stack);
  self->shown = -1;
  plt_finance_detail_show (self, 0);
  return GTK_WIDGET (self);
}

static void
plt_finance_detail_dispose (GObject *object)
{
  PltFinanceDetail *self = PLT_FINANCE_DETAIL (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->presets, plt_referential_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_finance_detail_parent_class)->dispose (object);
}

static void
plt_finance_detail_class_init (PltFinanceDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_finance_detail_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-finance-detail");
}

static void
plt_finance_detail_init (PltFinanceDetail *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
