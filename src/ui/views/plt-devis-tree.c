#include "plt-devis-tree.h"

#include <string.h>

#include "plt-formula.h"
#include "plt-text.h"

/* What an account needs to know of everything below it. */
typedef struct
{
  guint n_shown; /* lines */
  gboolean found;
  PltMoney lines, contributions;
} Below;

typedef struct
{
  const PltBudget *budget;
  const PltDevisFilter *filter;
  char *needle; /* folded, NULL without a search */
  Below *below; /* one an account */
  gboolean *shown;
  GArray *rows;
} Builder;

gint64
plt_devis_key_of_line (gint64 line)
{
  return line * 2;
}

gint64
plt_devis_key_of_account (gint64 account)
{
  return account * 2 + 1;
}

gint64
plt_devis_key_of_total (PltDevisKind kind)
{
  return -(gint64) kind;
}

gboolean
plt_devis_line_is_empty (const PltBudgetLine *line)
{
  if (line->error != NULL || (line->quantity_e6 != 0 && line->duration_e6 != 0))
    return FALSE;
  /* a rate that follows the pay scale is only proposed; a count that follows the plan is not */
  return !line->linked
         || (plt_formula_is_number (line->line->quantity)
             && plt_formula_is_number (line->line->duration));
}

static gboolean
holds (const char *text, const char *needle)
{
  g_autofree char *folded = plt_text_fold (text);

  return strstr (folded, needle) != NULL;
}

static gboolean
account_matches (const Builder *self, const PltAccountFacts *account)
{
  return holds (account->name, self->needle) || g_str_has_prefix (account->code, self->needle);
}

static gboolean
line_is_shown (const Builder *self, const PltBudgetLine *line, gboolean account_found)
{
  const gboolean kept
      = g_hash_table_contains (self->filter->kept, PLT_ID_TO_POINTER (line->line->id));

  if (self->needle != NULL && !account_found && !holds (line->line->label, self->needle)
      && !holds (line->line->code, self->needle) && !holds (line->line->note, self->needle))
    return FALSE;
  return !self->filter->hide_empty || kept || !plt_devis_line_is_empty (line);
}

static void
saturating_add (PltMoney *total, PltMoney amount)
{
  if (amount != PLT_UNKNOWN && !plt_money_add (*total, amount, total))
    *total = amount > 0 ? G_MAXINT64 : G_MININT64 + 1;
}

/* The account an account lies in, by its place in the array; -1 at the top. Accounts stand in
 * depth-first order, so it is the nearest one before with a smaller level. */
static int
find_parent (const GPtrArray *accounts, guint at)
{
  const PltBudgetAccount *account = g_ptr_array_index (accounts, at);

  for (int i = (int) at - 1; i >= 0; i--)
    if (((const PltBudgetAccount *) g_ptr_array_index (accounts, (guint) i))->level
        < account->level)
      return i;
  return -1;
}

/* Which lines are shown, and what that makes of the accounts above them. */
static void
look_at_lines (Builder *self)
{
  const GPtrArray *accounts = self->budget->accounts;
  guint line = 0;

  for (guint a = 0; a < accounts->len; a++)
    {
      const PltBudgetAccount *account = g_ptr_array_index (accounts, a);
      Below *below = &self->below[a];
      int parent = find_parent (accounts, a);

      below->found = self->needle != NULL
                     && (account_matches (self, account->account)
                         || (parent >= 0 && self->below[parent].found));
      for (; line < self->budget->lines->len; line++)
        {
          const PltBudgetLine *entry = g_ptr_array_index (self->budget->lines, line);

          if (entry->line->account != account->account->id)
            break;
          self->shown[line] = line_is_shown (self, entry, below->found);
          below->n_shown += self->shown[line] ? 1 : 0;
        }
      below->lines = account->lines;
      below->contributions = account->contributions;
    }
  for (guint a = accounts->len; a-- > 0;)
    {
      int parent = find_parent (accounts, a);

      if (parent < 0)
        continue;
      self->below[parent].n_shown += self->below[a].n_shown;
      saturating_add (&self->below[parent].lines, self->below[a].lines);
      saturating_add (&self->below[parent].contributions, self->below[a].contributions);
    }
}

static gboolean
account_is_shown (const Builder *self, const PltBudgetAccount *account, const Below *below)
{
  if (account->level == 1 || below->n_shown > 0)
    return TRUE;
  if (self->needle != NULL)
    return below->found && (!self->filter->hide_empty || account->total != 0);
  return !self->filter->hide_empty || account->total != 0;
}

static void
add_lines (Builder *self, const PltBudgetAccount *account, guint *line, gboolean visible)
{
  for (; *line < self->budget->lines->len; ++*line)
    {
      const PltBudgetLine *entry = g_ptr_array_index (self->budget->lines, *line);
      PltDevisRow row = { .kind = PLT_DEVIS_LINE,
                          .key = plt_devis_key_of_line (entry->line->id),
                          .level = account->level,
                          .account = account,
                          .line = entry };

      if (entry->line->account != account->account->id)
        return;
      if (!visible || !self->shown[*line])
        continue;
      g_hash_table_add (self->filter->kept, PLT_ID_TO_POINTER (entry->line->id));
      g_array_append_val (self->rows, row);
    }
}

static gboolean
has_shown_child (const Builder *self, guint at)
{
  const GPtrArray *accounts = self->budget->accounts;
  const PltBudgetAccount *account = g_ptr_array_index (accounts, at);

  for (guint i = at + 1; i < accounts->len; i++)
    {
      const PltBudgetAccount *child = g_ptr_array_index (accounts, i);

      if (child->level <= account->level)
        return FALSE;
      if (account_is_shown (self, child, &self->below[i]))
        return TRUE;
    }
  return FALSE;
}

static void
add_accounts (Builder *self)
{
  const GPtrArray *accounts = self->budget->accounts;
  guint line = 0;
  guint closed = G_MAXUINT; /* level of the closed account we are in */

  for (guint a = 0; a < accounts->len; a++)
    {
      const PltBudgetAccount *account = g_ptr_array_index (accounts, a);
      const Below *below = &self->below[a];
      PltDevisRow row = { .kind = PLT_DEVIS_ACCOUNT,
                          .key = plt_devis_key_of_account (account->account->id),
                          .level = account->level - 1,
                          .account = account,
                          .lines = below->lines,
                          .contributions = below->contributions };

      if (account->level <= closed)
        closed = G_MAXUINT;
      row.expandable = below->n_shown > 0 || has_shown_child (self, a);
      row.expanded = row.expandable
                     && (self->needle != NULL
                         || !g_hash_table_contains (self->filter->collapsed,
                                                    PLT_ID_TO_POINTER (account->account->id)));
      if (closed == G_MAXUINT && account_is_shown (self, account, below))
        g_array_append_val (self->rows, row);
      add_lines (self, account, &line, closed == G_MAXUINT && row.expanded);
      if (closed == G_MAXUINT && !row.expanded)
        closed = account->level;
    }
}

int
plt_devis_percent_of (PltDevisKind kind)
{
  switch ((guint) kind)
    {
    case PLT_DEVIS_OVERHEADS:
      return PLT_PERCENT_OVERHEADS;
    case PLT_DEVIS_CONTINGENCY:
      return PLT_PERCENT_CONTINGENCY;
    case PLT_DEVIS_PRODUCER:
      return PLT_PERCENT_PRODUCER;
    case PLT_DEVIS_FINANCIAL:
      return PLT_PERCENT_FINANCIAL;
    default:
      return -1;
    }
}

/* The producer and the financial costs stand here only when they were given a rate and no account
 * within the posts. */
static gboolean
total_is_shown (const PltBudget *budget, PltDevisKind kind)
{
  switch ((guint) kind)
    {
    case PLT_DEVIS_UNPOSTED:
      return budget->unposted != 0;
    case PLT_DEVIS_PRODUCER:
      return budget->budget->producer_e6 != PLT_UNKNOWN
             && budget->percents[PLT_PERCENT_PRODUCER].account == NULL;
    case PLT_DEVIS_FINANCIAL:
      return budget->budget->financial_e6 != PLT_UNKNOWN
             && budget->percents[PLT_PERCENT_FINANCIAL].account == NULL;
    default:
      return TRUE;
    }
}

static void
add_totals (Builder *self)
{
  for (PltDevisKind kind = PLT_DEVIS_UNPOSTED; kind <= PLT_DEVIS_TOTAL; kind++)
    {
      PltDevisRow row = { .kind = kind, .key = plt_devis_key_of_total (kind) };

      if (total_is_shown (self->budget, kind))
        g_array_append_val (self->rows, row);
    }
}

GArray *
plt_devis_tree (const PltBudget *budget, const PltDevisFilter *filter)
{
  Builder self = { .budget = budget, .filter = filter };
  g_autofree Below *below = NULL;
  g_autofree gboolean *shown = NULL;
  g_autofree char *needle = NULL;

  self.rows = g_array_new (FALSE, TRUE, sizeof (PltDevisRow));
  if (budget->budget == NULL)
    return self.rows;
  self.below = below = g_new0 (Below, MAX (budget->accounts->len, 1));
  self.shown = shown = g_new0 (gboolean, MAX (budget->lines->len, 1));
  if (filter->search != NULL && *filter->search != '\0')
    self.needle = needle = plt_text_fold (filter->search);
  look_at_lines (&self);
  add_accounts (&self);
  add_totals (&self);
  return self.rows;
}
