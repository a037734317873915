#include "plt-budget-compare.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-budget-private.h"
#include "plt-text.h"

/* What stands in several versions: an account with what is in it, or a line. */
typedef struct _Item Item;

struct _Item
{
  const PltBudgetAccount *accounts[PLT_COMPARE_MAX];
  const PltBudgetLine *lines[PLT_COMPARE_MAX];
  GPtrArray *children; /* Item: of an account, accounts in order */
  GPtrArray *own;      /* Item: of an account, its lines in order */
  guint row;
};

static void
item_free (gpointer data)
{
  Item *item = data;

  if (item == NULL)
    return;
  g_clear_pointer (&item->children, g_ptr_array_unref);
  g_clear_pointer (&item->own, g_ptr_array_unref);
  g_free (item);
}

static Item *
item_new (gboolean account)
{
  Item *item = g_new0 (Item, 1);

  if (account)
    {
      item->children = g_ptr_array_new_with_free_func (item_free);
      item->own = g_ptr_array_new_with_free_func (item_free);
    }
  return item;
}

/* ---- accounts ---- */

/* Behind `after`, at the front without one. */
static void
insert_after (GPtrArray *items, Item *after, Item *item)
{
  guint at = 0;

  if (after != NULL && g_ptr_array_find (items, after, &at))
    at++;
  g_ptr_array_insert (items, (int) at, item);
}

static void
add_account (Item *root,
             GHashTable *by_code,
             GHashTable *last, /* parent item -> its child met last in this version */
             GHashTable *by_id,
             const PltBudgetAccount *account,
             guint version)
{
  Item *parent = g_hash_table_lookup (by_id, PLT_ID_TO_POINTER (account->account->parent));
  Item *item = g_hash_table_lookup (by_code, account->account->code);

  if (parent == NULL)
    parent = root;
  /* a code met twice in one version is an account of its own */
  if (item == NULL || item->accounts[version] != NULL)
    {
      item = item_new (TRUE);
      insert_after (parent->children, g_hash_table_lookup (last, parent), item);
      if (!g_hash_table_contains (by_code, account->account->code))
        g_hash_table_insert (by_code, (gpointer) account->account->code, item);
    }
  item->accounts[version] = account;
  g_hash_table_insert (last, parent, item);
  g_hash_table_insert (by_id, PLT_ID_TO_POINTER (account->account->id), item);
}

/* ---- lines ---- */

enum
{
  BY_CODE_AND_LABEL,
  BY_CODE,
  BY_LABEL,
  BY_ROLE,
  BY_CELLS,
  N_WAYS
};

/* (nullable) (transfer full): what lines of the same account must share to be the same */
static char *
key_of (const PltLineFacts *line, int way)
{
  g_autofree char *label = NULL;

  switch (way)
    {
    case BY_CODE_AND_LABEL:
      label = plt_text_fold (line->label);
      return g_strdup_printf ("%s\037%s", line->code, label);
    case BY_CODE:
      return *line->code != '\0' ? g_strdup (line->code) : NULL;
    case BY_LABEL:
      return plt_text_fold (line->label);
    case BY_ROLE:
      return line->role != 0 || line->engagement != 0 ? g_strdup_printf (
                 "%" G_GINT64_FORMAT "\037%" G_GINT64_FORMAT, line->role, line->engagement)
                                                      : NULL;
    case BY_CELLS:
    default:
      return g_strdup_printf ("%s\037%s\037%s\037%s\037%" G_GINT64_FORMAT "\037%s", line->quantity,
                              line->duration, line->unit, line->times, line->rate_cents,
                              line->rate_formula);
    }
}

/* The line of the nearest version before that one. */
static const PltBudgetLine *
line_before (const Item *item, guint version)
{
  while (version-- > 0)
    if (item->lines[version] != NULL)
      return item->lines[version];
  return NULL;
}

/* Gives lines of that version, in order, the items of the account that they are, NULL for new ones.
 */
static void
match_lines (const Item *account, GPtrArray *lines, guint version, Item **found)
{
  for (int way = 0; way < N_WAYS; way++)
    {
      g_autoptr (GHashTable) free_items = g_hash_table_new_full (
          g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

      /* from the end, so that the first is taken first */
      for (guint i = account->own->len; i-- > 0;)
        {
          Item *item = account->own->pdata[i];
          char *key = item->lines[version] == NULL ? key_of (line_before (item, version)->line, way)
                                                   : NULL;
          GPtrArray *same;

          if (key == NULL)
            continue;
          same = g_hash_table_lookup (free_items, key);
          if (same == NULL)
            g_hash_table_insert (free_items, g_strdup (key), same = g_ptr_array_new ());
          g_ptr_array_add (same, item);
          g_free (key);
        }
      for (guint i = 0; i < lines->len; i++)
        {
          const PltBudgetLine *line = lines->pdata[i];
          g_autofree char *key = found[i] == NULL ? key_of (line->line, way) : NULL;
          GPtrArray *same = key != NULL ? g_hash_table_lookup (free_items, key) : NULL;

          if (same == NULL || same->len == 0)
            continue;
          found[i] = g_ptr_array_steal_index (same, same->len - 1);
          found[i]->lines[version] = line;
        }
    }
}

/* The lines of an account in that version join those there are. */
static void
add_lines (Item *account, GPtrArray *lines, guint version)
{
  g_autofree Item **found = g_new0 (Item *, lines->len + 1);
  g_autoptr (GPtrArray) merged = NULL;
  g_autoptr (GHashTable) after = NULL; /* item -> lines new in this version behind it */
  Item *last = NULL;

  if (account->own->len > 0)
    match_lines (account, lines, version, found);
  after = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < lines->len; i++)
    {
      GPtrArray *new_items;

      if (found[i] != NULL)
        {
          last = found[i];
          continue;
        }
      new_items = g_hash_table_lookup (after, last);
      if (new_items == NULL)
        g_hash_table_insert (after, last, new_items = g_ptr_array_new ());
      found[i] = item_new (FALSE);
      found[i]->lines[version] = lines->pdata[i];
      g_ptr_array_add (new_items, found[i]);
    }
  merged = g_ptr_array_new_with_free_func (item_free);
  for (guint i = 0; i <= account->own->len; i++)
    {
      Item *item = i > 0 ? account->own->pdata[i - 1] : NULL;
      GPtrArray *new_items = g_hash_table_lookup (after, item);

      if (item != NULL)
        g_ptr_array_add (merged, item);
      for (guint j = 0; new_items != NULL && j < new_items->len; j++)
        g_ptr_array_add (merged, new_items->pdata[j]);
    }
  g_ptr_array_set_free_func (account->own, NULL);
  g_ptr_array_unref (account->own);
  account->own = g_steal_pointer (&merged);
}

static void
add_version (Item *root, GHashTable *by_code, const PltBudget *budget, guint version)
{
  g_autoptr (GHashTable) last = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) by_id = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; i < budget->accounts->len; i++)
    add_account (root, by_code, last, by_id, budget->accounts->pdata[i], version);
  /* lines stand in the order of their accounts */
  for (guint i = 0; i < budget->lines->len; i++)
    {
      const PltBudgetLine *line = budget->lines->pdata[i];
      const PltBudgetLine *next = i + 1 < budget->lines->len ? budget->lines->pdata[i + 1] : NULL;

      g_ptr_array_add (lines, (gpointer) line);
      if (next != NULL && next->line->account == line->line->account)
        continue;
      add_lines (g_hash_table_lookup (by_id, PLT_ID_TO_POINTER (line->line->account)), lines,
                 version);
      g_ptr_array_set_size (lines, 0);
    }
}

/* ---- rows ---- */

static PltCompareRow *
add_row (PltBudgetCompare *self, PltCompareKind kind, guint level, guint parent)
{
  PltCompareRow row = { .kind = kind, .level = level, .code = "", .name = "" };

  row.parent = parent;
  row.pair = G_MAXUINT;
  g_array_append_val (self->rows, row);
  return &g_array_index (self->rows, PltCompareRow, self->rows->len - 1);
}

static void
add_line_row (PltBudgetCompare *self, Item *item, guint level, guint parent)
{
  PltCompareRow *row = add_row (self, PLT_COMPARE_LINE, level, parent);

  item->row = self->rows->len - 1;
  for (guint v = 0; v < self->n; v++)
    {
      const PltBudgetLine *line = item->lines[v];

      row->lines[v] = line;
      if (line == NULL)
        continue;
      row->has[v] = TRUE;
      row->amounts[v] = line->amount;
      row->contributions[v] = line->contributions;
      row->incomplete[v]
          = line->amount == PLT_UNKNOWN || line->error != NULL || line->no_contribution_rate;
      row->code = line->line->code;
      row->name = line->line->label;
    }
}

/* What an account holds besides its lines and sub-accounts. */
static void
add_rest_row (
    PltBudgetCompare *self, const Item *item, PltCompareKind kind, guint level, guint parent)
{
  PltMoney amounts[PLT_COMPARE_MAX] = { 0 };
  PltCompareRow *row;
  gboolean any = FALSE;

  for (guint v = 0; v < self->n; v++)
    {
      const PltBudgetAccount *account = item->accounts[v];

      if (account != NULL)
        amounts[v] = kind == PLT_COMPARE_CONTRIBUTIONS ? account->contributions
                     : kind == PLT_COMPARE_WITHIN      ? account->percentages
                                                       : account->transfers;
      any = any || amounts[v] != 0;
    }
  if (!any)
    return;
  row = add_row (self, kind, level, parent);
  for (guint v = 0; v < self->n; v++)
    {
      row->has[v] = amounts[v] != 0;
      row->amounts[v] = amounts[v];
      row->accounts[v] = item->accounts[v];
      row->code = item->accounts[v] != NULL ? item->accounts[v]->account->code : row->code;
    }
}

static void
add_account_rows (PltBudgetCompare *self, Item *item, guint level, guint parent)
{
  PltCompareRow *row = add_row (self, PLT_COMPARE_ACCOUNT, level, parent);
  guint index = self->rows->len - 1;

  item->row = index;
  for (guint v = 0; v < self->n; v++)
    {
      const PltBudgetAccount *account = item->accounts[v];

      row->accounts[v] = account;
      if (account == NULL)
        continue;
      row->has[v] = TRUE;
      row->amounts[v] = account->total;
      row->incomplete[v] = account->incomplete;
      row->code = account->account->code;
      row->name = account->account->name;
    }
  for (guint i = 0; i < item->own->len; i++)
    add_line_row (self, item->own->pdata[i], level + 1, index);
  add_rest_row (self, item, PLT_COMPARE_CONTRIBUTIONS, level + 1, index);
  add_rest_row (self, item, PLT_COMPARE_WITHIN, level + 1, index);
  add_rest_row (self, item, PLT_COMPARE_TRANSFERS, level + 1, index);
  for (guint i = 0; i < item->children->len; i++)
    add_account_rows (self, item->children->pdata[i], level + 1, index);
}

static void
add_sum_row (PltBudgetCompare *self, PltCompareKind kind, PltPercent percent)
{
  PltCompareRow *row;
  PltMoney amounts[PLT_COMPARE_MAX] = { 0 };
  gboolean any = kind == PLT_COMPARE_SUBTOTAL || kind == PLT_COMPARE_TOTAL;

  for (guint v = 0; v < self->n; v++)
    {
      const PltBudget *budget = self->budgets[v];
      const PltBudgetPercent *rate = &budget->percents[percent];

      amounts[v] = kind == PLT_COMPARE_TOTAL      ? budget->total
                   : kind == PLT_COMPARE_SUBTOTAL ? budget->subtotal
                   : kind == PLT_COMPARE_UNPOSTED ? budget->unposted
                   : rate->account == NULL        ? rate->amount
                                                  : 0;
      any = any || amounts[v] != 0
            || (kind == PLT_COMPARE_PERCENT && rate->account == NULL && rate->rate_e6 > 0);
    }
  if (!any)
    return;
  row = add_row (self, kind, 1, G_MAXUINT);
  row->percent = percent;
  for (guint v = 0; v < self->n; v++)
    {
      row->amounts[v] = amounts[v];
      row->has[v]
          = self->budgets[v]->budget != NULL
            && (kind == PLT_COMPARE_SUBTOTAL || kind == PLT_COMPARE_TOTAL || amounts[v] != 0);
      row->incomplete[v] = self->budgets[v]->incomplete && kind != PLT_COMPARE_UNPOSTED;
    }
}

/* A line that some versions have here and the others have in another account. */
static void
pair_rows (PltBudgetCompare *self)
{
  g_autoptr (GHashTable) partial
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL); /* key -> row + 1 */

  for (guint i = 0; i < self->rows->len; i++)
    {
      PltCompareRow *row = &g_array_index (self->rows, PltCompareRow, i);
      g_autofree char *label = NULL;
      g_autofree char *key = NULL;
      gboolean overlap = FALSE, full = TRUE;
      PltCompareRow *other;
      guint at;

      for (guint v = 0; v < self->n; v++)
        full = full && row->has[v];
      if (row->kind != PLT_COMPARE_LINE || full)
        continue;
      label = plt_text_fold (row->name);
      key = g_strdup_printf ("%s\037%s", row->code, label);
      at = GPOINTER_TO_UINT (g_hash_table_lookup (partial, key));
      if (at == 0)
        {
          g_hash_table_insert (partial, g_steal_pointer (&key), GUINT_TO_POINTER (i + 1));
          continue;
        }
      other = &g_array_index (self->rows, PltCompareRow, at - 1);
      for (guint v = 0; v < self->n; v++)
        overlap = overlap || (row->has[v] && other->has[v]);
      if (overlap || other->parent == row->parent || other->pair != G_MAXUINT)
        continue;
      row->pair = at - 1;
      other->pair = i;
    }
}

PltBudgetCompare *
plt_budget_compare_new (const PltFacts *facts, const PltPlan *plan, const gint64 *ids, guint n)
{
  PltBudgetCompare *self = g_new0 (PltBudgetCompare, 1);
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  Item *root = item_new (TRUE);

  self->n = CLAMP (n, 1, PLT_COMPARE_MAX);
  self->rows = g_array_new (FALSE, FALSE, sizeof (PltCompareRow));
  for (guint v = 0; v < self->n; v++)
    {
      self->budgets[v] = plt_budget_new (facts, ids[v], plan);
      add_version (root, by_code, self->budgets[v], v);
    }
  for (guint i = 0; i < root->children->len; i++)
    add_account_rows (self, root->children->pdata[i], 1, G_MAXUINT);
  add_sum_row (self, PLT_COMPARE_UNPOSTED, PLT_PERCENT_OVERHEADS);
  add_sum_row (self, PLT_COMPARE_SUBTOTAL, PLT_PERCENT_OVERHEADS);
  for (int i = 0; i < PLT_N_PERCENTS; i++)
    add_sum_row (self, PLT_COMPARE_PERCENT, (PltPercent) i);
  add_sum_row (self, PLT_COMPARE_TOTAL, PLT_PERCENT_OVERHEADS);
  pair_rows (self);
  item_free (root);
  return self;
}

void
plt_budget_compare_free (PltBudgetCompare *self)
{
  if (self == NULL)
    return;
  for (guint v = 0; v < self->n; v++)
    plt_budget_free (self->budgets[v]);
  g_array_unref (self->rows);
  g_free (self);
}

/* ---- asking ---- */

PltMoney
plt_compare_change (const PltCompareRow *row, guint from, guint to)
{
  PltMoney change;

  if (row->amounts[from] == PLT_UNKNOWN || row->amounts[to] == PLT_UNKNOWN
      || !plt_money_sub (row->amounts[to], row->amounts[from], &change))
    return PLT_UNKNOWN;
  return change;
}

gint64
plt_compare_change_e6 (const PltCompareRow *row, guint from, guint to)
{
  PltMoney change = plt_compare_change (row, from, to);
  PltMoney base = row->amounts[from];
  gint64 e6;

  if (change == PLT_UNKNOWN || base == 0
      || !plt_number_mul_div (change, PLT_RATE_ONE, base < 0 ? -base : base, PLT_ROUND_HALF_UP,
                              &e6))
    return PLT_UNKNOWN;
  return e6;
}

static guint
number_change (gint64 from, gint64 to, guint flag, const char *from_text, const char *to_text)
{
  if (from != to)
    return flag;
  return strcmp (from_text, to_text) != 0 ? PLT_LINE_FORMULA : 0;
}

guint
plt_compare_line_changes (const PltCompareRow *row, guint from, guint to)
{
  const PltBudgetLine *a = row->lines[from], *b = row->lines[to];
  guint changes = 0;

  if (a == NULL || b == NULL)
    return 0;
  if (strcmp (a->line->label, b->line->label) != 0)
    changes |= PLT_LINE_LABEL;
  changes |= number_change (a->quantity_e6, b->quantity_e6, PLT_LINE_QUANTITY, a->line->quantity,
                            b->line->quantity);
  changes |= number_change (a->duration_e6, b->duration_e6, PLT_LINE_DURATION, a->line->duration,
                            b->line->duration);
  changes
      |= number_change (a->times_e6, b->times_e6, PLT_LINE_TIMES, a->line->times, b->line->times);
  changes |= number_change (a->rate, b->rate, PLT_LINE_RATE, a->line->rate_formula,
                            b->line->rate_formula);
  if (strcmp (a->line->unit, b->line->unit) != 0)
    changes |= PLT_LINE_UNIT;
  if (strcmp (a->line->mode, b->line->mode) != 0)
    changes |= PLT_LINE_MODE;
  if (a->line->profile != b->line->profile)
    changes |= PLT_LINE_PROFILE;
  return changes;
}

gboolean
plt_compare_differs (const PltCompareRow *row, guint from, guint to)
{
  return row->has[from] != row->has[to] || row->amounts[from] != row->amounts[to]
         || row->contributions[from] != row->contributions[to]
         || (plt_compare_line_changes (row, from, to) & ~(guint) PLT_LINE_FORMULA) != 0;
}

const char *
plt_compare_title (const PltCompareRow *row)
{
  static const char *const percents[PLT_N_PERCENTS] = {
    [PLT_PERCENT_OVERHEADS] = N_ ("Overheads"),
    [PLT_PERCENT_CONTINGENCY] = N_ ("Contingency"),
    [PLT_PERCENT_PRODUCER] = N_ ("Producer"),
    [PLT_PERCENT_FINANCIAL] = N_ ("Financial costs"),
  };

  switch (row->kind)
    {
    case PLT_COMPARE_CONTRIBUTIONS:
      return N_ ("Contributions");
    case PLT_COMPARE_WITHIN:
      return N_ ("Percentages counted in the account");
    case PLT_COMPARE_TRANSFERS:
      return N_ ("Transfers");
    case PLT_COMPARE_UNPOSTED:
      return N_ ("Contributions without an account");
    case PLT_COMPARE_SUBTOTAL:
      return N_ ("Total of posts 1 to 9");
    case PLT_COMPARE_PERCENT:
      return percents[row->percent];
    case PLT_COMPARE_TOTAL:
      return N_ ("Total");
    case PLT_COMPARE_ACCOUNT:
    case PLT_COMPARE_LINE:
    default:
      return row->name;
    }
}
