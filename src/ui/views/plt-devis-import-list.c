#include "plt-devis-import-list.h"

#include <glib/gi18n-lib.h>

#include "plt-facts.h"
#include "plt-money.h"
#include "plt-outcome-list.h"

struct _PltDevisImportList
{
  GtkWidget parent_instance;

  const PltDevisPlan *plan; /* (nullable) */
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (PltDevisImportList, plt_devis_import_list, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of the chips: what has to be looked at first. A sign beside the word, so that
 * nothing is told by colour alone. */
static const struct
{
  PltDevisOutcome outcome;
  const char *sign;
  gboolean shown;
} kinds[PLT_DEVIS_N_OUTCOMES] = {
  { PLT_DEVIS_REJECTED, "✗", TRUE }, { PLT_DEVIS_DIFFERS, "Σ≠", TRUE },
  { PLT_DEVIS_ABSENT, "−", TRUE },   { PLT_DEVIS_CREATED, "+", TRUE },
  { PLT_DEVIS_UPDATED, "≠", TRUE },  { PLT_DEVIS_UNCHANGED, "=", FALSE },
  { PLT_DEVIS_AGREES, "Σ", FALSE },  { PLT_DEVIS_HEADING, "#", FALSE },
  { PLT_DEVIS_PASSED, "·", FALSE },
};

static void
add_row (PltDevisImportList *self, guint kind, const PltDevisEntry *entry)
{
  g_autofree char *row = entry->row > 0 ? g_strdup_printf ("%u", entry->row) : g_strdup ("");
  PltMoney shown = entry->amount != PLT_UNKNOWN ? entry->amount : entry->read;
  g_autofree char *money = shown != PLT_UNKNOWN ? plt_money_format_plain (shown) : g_strdup ("");

  plt_outcome_list_add_row (PLT_OUTCOME_LIST (self->list), kind, row, entry->code, entry->label,
                            money, entry->message);
}

void
plt_devis_import_list_show (PltDevisImportList *self, const PltDevisPlan *plan)
{
  PltOutcomeList *list;
  guint kind_of[PLT_DEVIS_N_OUTCOMES] = { 0 };

  g_return_if_fail (PLT_IS_DEVIS_IMPORT_LIST (self));

  list = PLT_OUTCOME_LIST (self->list);
  self->plan = NULL;
  plt_outcome_list_clear (list);
  self->plan = plan;
  for (guint i = 0; plan != NULL && i < PLT_DEVIS_N_OUTCOMES; i++)
    {
      PltDevisOutcome outcome = kinds[i].outcome;
      guint n = plan->n[outcome];
      g_autofree char *count = n > 0 ? plt_devis_outcome_format (outcome, n) : NULL;

      kind_of[outcome] = i;
      plt_outcome_list_add_kind (list, kinds[i].sign, plt_devis_outcome_title (outcome), count,
                                 kinds[i].shown);
    }
  for (guint i = 0; plan != NULL && i < plan->entries->len; i++)
    {
      const PltDevisEntry *entry = plan->entries->pdata[i];

      add_row (self, kind_of[entry->outcome], entry);
    }
  plt_outcome_list_show_rows (list);
}

const PltDevisEntry *
plt_devis_import_list_get_chosen (PltDevisImportList *self)
{
  int index;

  g_return_val_if_fail (PLT_IS_DEVIS_IMPORT_LIST (self), NULL);

  index = plt_outcome_list_get_chosen (PLT_OUTCOME_LIST (self->list));
  return self->plan != NULL && index >= 0 ? self->plan->entries->pdata[index] : NULL;
}

guint
plt_devis_import_list_get_n_shown (PltDevisImportList *self)
{
  g_return_val_if_fail (PLT_IS_DEVIS_IMPORT_LIST (self), 0);

  return plt_outcome_list_get_n_shown (PLT_OUTCOME_LIST (self->list));
}

void
plt_devis_import_list_choose (PltDevisImportList *self, guint index)
{
  g_return_if_fail (PLT_IS_DEVIS_IMPORT_LIST (self));

  plt_outcome_list_choose (PLT_OUTCOME_LIST (self->list), index);
}

GtkWidget *
plt_devis_import_list_new (void)
{
  return g_object_new (PLT_TYPE_DEVIS_IMPORT_LIST, NULL);
}

static void
on_chosen (PltDevisImportList *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
plt_devis_import_list_dispose (GObject *object)
{
  PltDevisImportList *self = PLT_DEVIS_IMPORT_LIST (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  G_OBJECT_CLASS (plt_devis_import_list_parent_class)->dispose (object);
}

static void
plt_devis_import_list_class_init (PltDevisImportListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_devis_import_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-devis-import-list");
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
plt_devis_import_list_init (PltDevisImportList *self)
{
  self->list = plt_outcome_list_new (_ ("What becomes of each row of the sheet"));
  g_signal_connect_swapped (self->list, "chosen", G_CALLBACK (on_chosen), self);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}
