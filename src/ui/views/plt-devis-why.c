#include "plt-devis-why.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-devis-figures.h"
#include "plt-devis-formula.h"
#include "plt-devis-model.h"
#include "plt-number.h"

typedef enum
{
  PART_TOTAL,
  PART_SUBTOTAL,
  PART_PERCENT, /* id: PltPercent */
  PART_ACCOUNT,
  PART_CHARGES, /* id: account, other: profile */
  PART_LINE,
  PART_CELL,   /* id: line, column: of the formula */
  PART_GLOBAL, /* id: the variable */
  PART_END,
} PartKind;

struct _PltDevisPart
{
  GObject parent;

  PartKind kind;
  gint64 id, other;
  const char *column;
  char *label, *how, *value, *share;
  PltMoney amount;
  PltRef ref;
};

G_DEFINE_FINAL_TYPE (PltDevisPart, plt_devis_part, G_TYPE_OBJECT)

/* What the parts of one sum are made with. */
typedef struct
{
  PltSession *session;
  const PltFacts *facts;
  const PltBudget *budget;
  GListStore *list;
  PltMoney whole; /* of the shares, PLT_UNKNOWN for none */
} Maker;

const char *
plt_devis_part_get_label (PltDevisPart *self)
{
  return self->label;
}

const char *
plt_devis_part_get_how (PltDevisPart *self)
{
  return self->how;
}

const char *
plt_devis_part_get_value (PltDevisPart *self)
{
  return self->value;
}

const char *
plt_devis_part_get_share (PltDevisPart *self)
{
  return self->share;
}

PltMoney
plt_devis_part_get_amount (PltDevisPart *self)
{
  return self->amount;
}

PltRef
plt_devis_part_get_ref (PltDevisPart *self)
{
  return self->ref;
}

/* (transfer full): takes the label and how. */
static PltDevisPart *
part_new (PartKind kind, gint64 id, PltRef ref, char *label, char *how)
{
  PltDevisPart *self = g_object_new (PLT_TYPE_DEVIS_PART, NULL);

  self->kind = kind;
  self->id = id;
  self->ref = ref;
  self->label = label;
  self->how = how != NULL ? how : g_strdup ("");
  self->amount = PLT_UNKNOWN;
  return self;
}

static void
set_amount (PltDevisPart *self, PltMoney amount, PltMoney whole)
{
  self->amount = amount;
  self->value = plt_devis_format_money (amount);
  self->share = whole != PLT_UNKNOWN && whole != 0
                    ? plt_devis_format_share (plt_devis_share_e6 (amount, whole))
                    : g_strdup ("");
}

static void
take (Maker *maker, PltDevisPart *part, PltMoney amount)
{
  set_amount (part, amount, maker->whole);
  g_list_store_append (maker->list, part);
  g_object_unref (part);
}

static void
take_value (Maker *maker, PltDevisPart *part, char *value)
{
  part->value = value;
  part->share = g_strdup ("");
  g_list_store_append (maker->list, part);
  g_object_unref (part);
}

/* ---- one part ---- */

static char *
account_label (const PltAccountFacts *account)
{
  return g_strdup_printf ("%s · %s", account->code, account->name);
}

/* "2 × 3 Day × 350,00 €" */
static char *
line_how (const PltBudgetLine *line)
{
  g_autofree char *quantity = NULL, *duration = NULL, *rate = NULL, *times = NULL;
  const PltColumn *unit = plt_table_column (plt_table_find ("budget_line"), "unit");
  const PltValue value = { PLT_VALUE_TEXT, 0, (char *) line->line->unit };
  g_autofree char *title = plt_column_format (unit, &value);
  g_autofree char *small = g_utf8_strdown (title, -1);

  if (line->error != NULL)
    return g_strdup (line->error);
  quantity = plt_number_format (line->quantity_e6, 6, 0);
  duration = plt_number_format (line->duration_e6, 6, 0);
  times = line->times_e6 != 1000000 ? plt_number_format (line->times_e6, 6, 0) : NULL;
  rate = plt_devis_format_money (line->rate);
  return g_strdup_printf ("%s × %s %s%s%s × %s", quantity, duration, small,
                          times != NULL ? " × " : "", times != NULL ? times : "", rate);
}

static PltDevisPart *
part_of_account (const PltAccountFacts *account)
{
  return part_new (PART_ACCOUNT, account->id, (PltRef){ "account", account->id, NULL },
                   account_label (account), NULL);
}

static PltDevisPart *
part_of_line (const PltBudgetLine *line)
{
  const PltLineFacts *facts = line->line;

  return part_new (PART_LINE, facts->id, (PltRef){ "budget_line", facts->id, NULL },
                   *facts->code != '\0' ? g_strdup_printf ("%s · %s", facts->code, facts->label)
                                        : g_strdup (facts->label),
                   line_how (line));
}

static PltDevisPart *
part_of_percent (const PltBudget *budget, PltPercent which)
{
  static const char *const columns[]
      = { "overheads_e6", "contingency_e6", "producer_e6", "financial_e6" };
  static const PltDevisKind kinds[]
      = { PLT_DEVIS_OVERHEADS, PLT_DEVIS_CONTINGENCY, PLT_DEVIS_PRODUCER, PLT_DEVIS_FINANCIAL };
  const PltBudgetPercent *percent = &budget->percents[which];
  g_autofree char *rate = plt_devis_format_rate (percent->rate_e6);
  g_autofree char *base = plt_money_format (percent->base);

  return part_new (PART_PERCENT, which, (PltRef){ "budget", budget->budget->id, columns[which] },
                   g_strdup (plt_devis_total_title (kinds[which])),
                   /* Translators: a rate, an amount, and what is in that amount: "7 % of
                    * 131 136,96 € (Posts 1 to 9)" */
                   g_strdup_printf (_ ("%s of %s (%s)"), rate, base,
                                    plt_devis_choice_title ("overheads_base", percent->base_id)));
}

PltDevisPart *
plt_devis_part_of_row (PltSession *session, const PltBudget *budget, const PltDevisRow *row)
{
  PltDevisPart *part;
  PltMoney amount;

  if (row->kind == PLT_DEVIS_ACCOUNT)
    {
      part = part_of_account (row->account->account);
      amount = row->account->total;
    }
  else if (row->kind == PLT_DEVIS_LINE)
    {
      part = part_of_line (row->line);
      amount = row->line->amount;
    }
  else if (plt_devis_percent_of (row->kind) >= 0)
    {
      part = part_of_percent (budget, (PltPercent) plt_devis_percent_of (row->kind));
      amount = plt_devis_total_amount (budget, row->kind);
    }
  else
    {
      part = part_new (row->kind == PLT_DEVIS_TOTAL      ? PART_TOTAL
                       : row->kind == PLT_DEVIS_SUBTOTAL ? PART_SUBTOTAL
                                                         : PART_CHARGES,
                       0, (PltRef){ NULL }, g_strdup (plt_devis_total_title (row->kind)), NULL);
      amount = plt_devis_total_amount (budget, row->kind);
    }
  set_amount (part, amount, PLT_UNKNOWN);
  return part;
}

/* ---- what parts are made of ---- */

static void
list_total (Maker *maker)
{
  take (maker,
        part_new (PART_SUBTOTAL, 0, (PltRef){ NULL },
                  g_strdup (plt_devis_total_title (PLT_DEVIS_SUBTOTAL)), NULL),
        maker->budget->subtotal);
  for (PltPercent i = 0; i < PLT_N_PERCENTS; i++)
    if (maker->budget->percents[i].account == NULL && maker->budget->percents[i].rate_e6 != 0)
      take (maker, part_of_percent (maker->budget, i), maker->budget->percents[i].amount);
}

static void
list_posts (Maker *maker)
{
  for (guint i = 0; i < maker->budget->accounts->len; i++)
    {
      const PltBudgetAccount *account = g_ptr_array_index (maker->budget->accounts, i);

      if (account->level == 1 && plt_account_post (maker->facts, account->account) > 0
          && (account->total != 0 || account->incomplete))
        take (maker, part_of_account (account->account), account->total);
    }
  if (maker->budget->unposted != 0)
    take (maker,
          part_new (PART_CHARGES, 0, (PltRef){ NULL },
                    g_strdup (plt_devis_total_title (PLT_DEVIS_UNPOSTED)), NULL),
          maker->budget->unposted);
}

/* Contributions posted to an account, by profile; with a profile (`only`), by line. */
static void
list_charges (Maker *maker, gint64 account, gint64 only)
{
  const PltFacts *facts = maker->facts;
  g_autofree PltMoney *sums = g_new0 (PltMoney, facts->profiles.n + 1);

  for (guint i = 0; i < maker->budget->lines->len; i++)
    {
      const PltBudgetLine *line = g_ptr_array_index (maker->budget->lines, i);
      const PltProfileFacts *profile
          = PLT_FACTS_FIND (facts->profiles, PltProfileFacts, line->line->profile);
      PltMoney posted;

      if (profile == NULL || line->contributions == 0 || (only != 0 && profile->id != only))
        continue;
      posted = plt_budget_posted (maker->budget, i, account);
      if (posted == 0)
        continue;
      sums[profile - facts->profiles.items] += posted;
      if (only != 0)
        {
          PltDevisPart *part = part_of_line (line);
          g_autofree char *gross = plt_money_format (line->amount);

          g_free (part->how);
          /* Translators: %s is the amount contributions are counted on */
          part->how = g_strdup_printf (_ ("on %s"), gross);
          take (maker, part, posted);
        }
    }
  for (guint i = 0; only == 0 && i < facts->profiles.n; i++)
    if (sums[i] != 0)
      {
        PltDevisPart *part = part_new (
            PART_CHARGES, account,
            (PltRef){ "contribution_profile", facts->profiles.items[i].id, NULL },
            /* Translators: %s is the name of a contribution profile */
            g_strdup_printf (_ ("Social charges · %s"), facts->profiles.items[i].name), NULL);

        part->other = facts->profiles.items[i].id;
        take (maker, part, sums[i]);
      }
}

static void
list_transfers (Maker *maker, gint64 account)
{
  for (guint i = 0; i < maker->facts->transfers.n; i++)
    {
      const PltTransferFacts *transfer = &maker->facts->transfers.items[i];
      const gboolean given = transfer->from_account == account;
      const PltAccountFacts *other
          = PLT_FACTS_FIND (maker->facts->accounts, PltAccountFacts,
                            given ? transfer->to_account : transfer->from_account);

      if (transfer->budget != maker->budget->budget->id || other == NULL
          || transfer->amount_cents == PLT_UNKNOWN || (!given && transfer->to_account != account))
        continue;
      take (maker,
            part_new (PART_END, transfer->id, (PltRef){ "budget_transfer", transfer->id, NULL },
                      given ? g_strdup_printf (_ ("Transfer to %s"), other->code)
                            : g_strdup_printf (_ ("Transfer from %s"), other->code),
                      g_strdup (transfer->reason)),
            given ? -transfer->amount_cents : transfer->amount_cents);
    }
}

static void
list_account (Maker *maker, gint64 id)
{
  const PltBudget *budget = maker->budget;

  for (guint i = 0; i < budget->accounts->len; i++)
    {
      const PltBudgetAccount *account = g_ptr_array_index (budget->accounts, i);

      if (account->account->parent == id && (account->total != 0 || account->incomplete))
        take (maker, part_of_account (account->account), account->total);
    }
  for (guint i = 0; i < budget->lines->len; i++)
    {
      const PltBudgetLine *line = g_ptr_array_index (budget->lines, i);

      if (line->line->account == id && line->amount != 0)
        take (maker, part_of_line (line), line->amount);
    }
  list_charges (maker, id, 0);
  for (PltPercent i = 0; i < PLT_N_PERCENTS; i++)
    if (budget->percents[i].account != NULL && budget->percents[i].account->id == id
        && budget->percents[i].amount != 0)
      take (maker, part_of_percent (budget, i), budget->percents[i].amount);
  list_transfers (maker, id);
}

/* ---- formulas ---- */

static void
list_origins (Maker *maker, PltRef cell)
{
  g_autoptr (GArray) origins = plt_budget_origins (maker->budget, cell);

  for (guint i = 0; i < origins->len; i++)
    {
      const PltBudgetOrigin *origin = &g_array_index (origins, PltBudgetOrigin, i);
      const char *table = origin->ref.table;
      const PartKind kind = g_strcmp0 (table, "budget_global") == 0 ? PART_GLOBAL
                            : g_strcmp0 (table, "budget_line") == 0 ? PART_LINE
                            : g_strcmp0 (table, "account") == 0     ? PART_ACCOUNT
                                                                    : PART_END;

      take_value (
          maker,
          part_new (kind, origin->ref.id, origin->ref, g_strdup (origin->name),
                    plt_devis_origin_describe (maker->facts, plt_session_get_plan (maker->session),
                                               origin)),
          origin->e6 == PLT_UNKNOWN ? g_strdup ("—") : plt_number_format (origin->e6, 6, 0));
    }
}

static void
take_cell (
    Maker *maker, const PltBudgetLine *line, const char *id, const char *formula, char *value)
{
  const char *title_of = strcmp (id, "rate_formula") == 0 ? "rate_cents" : id;
  const PltColumn *column = plt_table_column (plt_table_find ("budget_line"), title_of);
  PltDevisPart *part
      = part_new (PART_CELL, line->line->id, (PltRef){ "budget_line", line->line->id, title_of },
                  g_strdup (plt_column_title (column)),
                  plt_devis_formula_has_names (formula) ? g_strdup (formula) : NULL);

  part->column = id;
  take_value (maker, part, value);
}

static char *
format_e6 (gint64 e6)
{
  return e6 == PLT_UNKNOWN ? g_strdup ("—") : plt_number_format (e6, 6, 0);
}

static void
list_line (Maker *maker, gint64 id)
{
  const PltBudgetLine *line = plt_budget_find_line (maker->budget, id);

  if (line == NULL)
    return;
  take_cell (maker, line, "quantity", line->line->quantity, format_e6 (line->quantity_e6));
  take_cell (maker, line, "duration", line->line->duration, format_e6 (line->duration_e6));
  if (line->times_e6 != 1000000)
    take_cell (maker, line, "times", line->line->times, format_e6 (line->times_e6));
  take_cell (maker, line, "rate_formula", line->line->rate_formula,
             plt_devis_format_money (line->rate));
}

GListModel *
plt_devis_part_list (PltDevisPart *self, PltSession *session, const PltBudget *budget)
{
  Maker maker = { session, plt_session_get_facts (session), budget, NULL, self->amount };

  g_return_val_if_fail (PLT_IS_DEVIS_PART (self), NULL);

  if (budget->budget == NULL || self->kind == PART_END)
    return NULL;
  maker.list = g_list_store_new (PLT_TYPE_DEVIS_PART);
  if (self->kind == PART_TOTAL)
    list_total (&maker);
  else if (self->kind == PART_SUBTOTAL)
    list_posts (&maker);
  else if (self->kind == PART_ACCOUNT)
    list_account (&maker, self->id);
  else if (self->kind == PART_CHARGES)
    list_charges (&maker, self->id, self->other);
  else if (self->kind == PART_LINE)
    list_line (&maker, self->id);
  else if (self->kind == PART_CELL)
    list_origins (&maker, (PltRef){ "budget_line", self->id, self->column });
  else if (self->kind == PART_GLOBAL)
    list_origins (&maker, (PltRef){ "budget_global", self->id, "value" });
  else if (self->kind == PART_PERCENT
           && g_strcmp0 (budget->percents[self->id].base_id, "postes-1-9") == 0
           && budget->percents[self->id].account == NULL)
    list_posts (&maker);
  if (g_list_model_get_n_items (G_LIST_MODEL (maker.list)) > 0)
    return G_LIST_MODEL (maker.list);
  g_object_unref (maker.list);
  return NULL;
}

gboolean
plt_devis_part_has_parts (PltDevisPart *self, PltSession *session, const PltBudget *budget)
{
  g_autoptr (GListModel) parts = NULL;

  g_return_val_if_fail (PLT_IS_DEVIS_PART (self), FALSE);

  if (self->kind == PART_END || budget->budget == NULL)
    return FALSE;
  if (self->kind != PART_CELL && self->kind != PART_GLOBAL && self->kind != PART_PERCENT)
    return TRUE;
  parts = plt_devis_part_list (self, session, budget);
  return parts != NULL;
}

static void
plt_devis_part_finalize (GObject *object)
{
  PltDevisPart *self = PLT_DEVIS_PART (object);

  g_free (self->label);
  g_free (self->how);
  g_free (self->value);
  g_free (self->share);

  G_OBJECT_CLASS (plt_devis_part_parent_class)->finalize (object);
}

static void
plt_devis_part_class_init (PltDevisPartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_devis_part_finalize;
}

static void
plt_devis_part_init (PltDevisPart *self)
{
}
