/* The formulas of the workbook of a devis: each figure from the places it is made of. */
#include <string.h>

#include "plt-devis-private.h"

#define E6_OF_CENTIME 10000

static const PltDevisRow *
row_at (const PltDevisPaper *self, guint index)
{
  return &g_array_index (self->rows, PltDevisRow, index);
}

/* {row,column} of the detail. */
static void
append_place (const PltDevisPaper *self, GString *out, guint row, PltDevisColumn column)
{
  g_string_append_printf (out, "{%u,%d}", row, self->columns[column]);
}

static void
append_column (const PltDevisPaper *self, GString *out, PltDevisColumn column)
{
  append_place (self, out, 1, column);
  g_string_append_c (out, ':');
  append_place (self, out, self->rows->len, column);
}

/* The same as other tables name it. */
static void
append_far_column (const PltDevisPaper *self, GString *out, PltDevisColumn column)
{
  g_string_append_printf (out, "{%s:1,%d}:{%s:%u,%d}", PLT_DEVIS_DETAIL, self->columns[column],
                          PLT_DEVIS_DETAIL, self->rows->len, self->columns[column]);
}

/* ---- names in formulas ---- */

/* A name as the sheet of facts has it: with the role of the line, or its function. */
static char *
fact_text (const PltDevisNaming *naming, const PltBudgetName *name)
{
  const PltDevisPaper *self = naming->paper;
  const char *argument = name->argument;

  if (g_strcmp0 (name->ref.table, "referential") == 0 && naming->line != NULL)
    return g_strdup_printf ("%s(%s, %s)", name->name,
                            argument != NULL ? argument : naming->line->function,
                            naming->line->unit);
  if (g_strcmp0 (argument, "role") == 0 && g_strcmp0 (name->ref.table, "element") == 0)
    {
      const PltElementFacts *element
          = PLT_FACTS_FIND (self->source.facts->elements, PltElementFacts, name->ref.id);

      argument = element != NULL ? element->name : argument;
    }
  return argument != NULL ? g_strdup_printf ("%s(%s)", name->name, argument)
                          : g_strdup (name->name);
}

static const char *
fact_origin (const PltBudgetName *name)
{
  if (g_strcmp0 (name->ref.table, "referential") == 0)
    return "Barème des salaires";
  return g_strcmp0 (name->ref.table, "task") == 0 ? "Rétroplanning" : "Plan de travail";
}

/* A row of the sheet of facts: one a name, and a second one where the same name is worth something
 * else in another line. */
static char *
fact (const PltDevisNaming *naming, const PltBudgetName *name, const char *origin)
{
  PltDevisPaper *self = naming->paper;
  g_autofree char *whole = fact_text (naming, name);
  g_autofree char *text = g_strdup (whole);
  guint row;

  for (guint n = 2; (row = GPOINTER_TO_UINT (g_hash_table_lookup (self->facts, text))) != 0
                    && g_array_index (self->fact_values, gint64, row - 1) != name->e6;
       n++)
    {
      g_free (text);
      text = g_strdup_printf ("%s, %u", whole, n);
    }
  if (row == 0)
    {
      row = self->fact_names->len + 1;
      g_hash_table_insert (self->facts, text, GUINT_TO_POINTER (row));
      g_ptr_array_add (self->fact_names, g_steal_pointer (&text));
      g_array_append_val (self->fact_values, name->e6);
      g_ptr_array_add (self->fact_origins, (gpointer) origin);
    }
  return g_strdup_printf ("{%s:%u,1}", PLT_DEVIS_FACTS, row);
}

/* The total of an account as formulas see it: without transfers and percentages. NULL where a
 * workbook could not compute it: it would wait for itself. */
static char *
account_name (const PltDevisNaming *naming, const PltBudgetName *name)
{
  const PltDevisPaper *self = naming->paper;
  guint found = GPOINTER_TO_UINT (
      g_hash_table_lookup (self->account_rows, PLT_ID_TO_POINTER (name->ref.id)));
  g_autoptr (GString) text = g_string_new (NULL);
  const PltDevisRow *row;
  PltMoney rest;

  if (found == 0)
    return NULL;
  row = row_at (self, found - 1);
  rest = plt_devis_account (self, row->account)->total;
  g_string_printf (text, "({%s:%u,%d}", PLT_DEVIS_DETAIL, row->row, self->columns[PLT_DEVIS_TOTAL]);
  for (guint i = row->row - 1; i < row->end - 1; i++)
    {
      const PltDevisRow *below = row_at (self, i);
      const PltBudgetAccount *account = plt_devis_account (self, below->account);

      if (below->kind == PLT_DEVIS_ROW_PERCENT
          || (below->kind == PLT_DEVIS_ROW_ACCOUNT && account->contributions != 0
              && !naming->may_wait))
        return NULL;
      if (below->kind == PLT_DEVIS_ROW_ACCOUNT)
        rest -= account->transfers;
      else if (below->kind == PLT_DEVIS_ROW_TRANSFER)
        g_string_append_printf (text, "-{%s:%u,%d}", PLT_DEVIS_DETAIL, below->row,
                                self->columns[PLT_DEVIS_AMOUNT]);
    }
  g_string_append_c (text, ')');
  return rest * E6_OF_CENTIME == name->e6 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static char *
line_name (const PltDevisPaper *self, const PltBudgetName *name)
{
  guint row
      = GPOINTER_TO_UINT (g_hash_table_lookup (self->line_rows, PLT_ID_TO_POINTER (name->ref.id)));
  PltDevisColumn column = strcmp (name->name, "nombre") == 0  ? PLT_DEVIS_QUANTITY
                          : strcmp (name->name, "duree") == 0 ? PLT_DEVIS_DURATION
                                                              : PLT_DEVIS_AMOUNT;

  return row != 0 ? g_strdup_printf ("{%s:%u,%d}", PLT_DEVIS_DETAIL, row, self->columns[column])
                  : NULL;
}

char *
plt_devis_name (gpointer data, const PltBudgetName *name)
{
  const PltDevisNaming *naming = data;
  PltDevisPaper *self = naming->paper;
  char *text = NULL;

  if (g_strcmp0 (name->ref.table, "budget_global") == 0)
    return g_strdup_printf ("{%s}", name->name);
  if (g_strcmp0 (name->ref.table, "account") == 0)
    text = account_name (naming, name);
  else if (g_strcmp0 (name->ref.table, "budget_line") == 0)
    text = line_name (self, name);
  else
    return fact (naming, name, fact_origin (name));
  return text != NULL ? text : fact (naming, name, "Valeur figée à l’édition du devis");
}

char *
plt_devis_line_formula (PltDevisPaper *self, guint index, const char *column)
{
  const PltLineFacts *line = plt_devis_line (self, index)->line;
  /* its own contributions would be in the account it looks at */
  PltDevisNaming naming
      = { self, line,
          line->profile == 0
              && !g_hash_table_contains (self->named_lines, PLT_ID_TO_POINTER (line->id)) };
  g_autofree char *text = NULL;

  if (!plt_devis_is_alive (self))
    return NULL;
  text = plt_budget_sheet_line (self->source.budget, index, column, plt_devis_name, &naming);
  return text != NULL ? g_strconcat ("=", text, NULL) : NULL;
}

char *
plt_devis_global_formula (PltDevisPaper *self, gint64 global)
{
  PltDevisNaming naming = { self, NULL, FALSE };
  g_autofree char *text = NULL;

  if (!plt_devis_is_alive (self))
    return NULL;
  text = plt_budget_sheet_global (self->source.budget, global, plt_devis_name, &naming);
  return text != NULL ? g_strconcat ("=", text, NULL) : NULL;
}

/* ---- sums ---- */

/* "+SUM({Charges artiste:3,20}:{Charges artiste:9,20})" for each sheet that posts there; `code`
 * NULL: to accounts the devis does not have. */
static void
append_detailed (const PltDevisPaper *self, GString *out, const char *code)
{
  for (guint i = 0; i < self->detailed->len; i++)
    {
      const PltDevisDetailed *detailed = self->detailed->pdata[i];

      for (guint k = 0; k < plt_contribution_table_get_n_accounts (detailed->table); k++)
        {
          const char *account = plt_contribution_table_get_account (detailed->table, k);
          guint column = detailed->total_column + 1 + k;

          if (code != NULL ? strcmp (account, code) == 0
                           : plt_budget_account_by_code (self->source.budget, account) == NULL)
            g_string_append_printf (out, "+SUM({%s:3,%u}:{%s:%u,%u})", detailed->name, column,
                                    detailed->name, 2 + detailed->lines->len, column);
        }
    }
}

/* What is posted to an account, NULL for none of the devis. */
static void
append_contributions (const PltDevisPaper *self, GString *out, const PltBudgetAccount *account)
{
  const char *code = account != NULL ? account->account->code : NULL;

  g_string_append (out, "+SUMIF(");
  append_column (self, out, PLT_DEVIS_TARGET);
  if (code != NULL)
    g_string_append_printf (out, ",\"→ %s\",", code);
  else
    g_string_append (out, ",\"" PLT_DEVIS_NOWHERE "\",");
  append_column (self, out, PLT_DEVIS_CHARGES);
  g_string_append_c (out, ')');
  append_detailed (self, out, code);
}

/* The rows of the account itself: its lines and transfers in one sum, its percentages, then the
 * accounts below it. */
static void
append_rows (const PltDevisPaper *self, GString *out, const PltDevisRow *row)
{
  guint level = plt_devis_account (self, row->account)->level;
  guint last = row->row;

  while (last < self->rows->len
         && (row_at (self, last)->kind == PLT_DEVIS_ROW_LINE
             || row_at (self, last)->kind == PLT_DEVIS_ROW_TRANSFER))
    last++;
  if (last > row->row)
    {
      g_string_append (out, "+SUM(");
      append_place (self, out, row->row + 1, PLT_DEVIS_AMOUNT);
      g_string_append_c (out, ':');
      append_place (self, out, last, PLT_DEVIS_AMOUNT);
      g_string_append_c (out, ')');
    }
  for (guint i = row->row; i < row->end - 1; i++)
    {
      const PltDevisRow *below = row_at (self, i);

      if ((below->kind == PLT_DEVIS_ROW_PERCENT && below->account == row->account)
          || (below->kind == PLT_DEVIS_ROW_ACCOUNT
              && plt_devis_account (self, below->account)->level == level + 1))
        {
          g_string_append_c (out, '+');
          append_place (self, out, below->row, PLT_DEVIS_TOTAL);
        }
    }
}

/* "=A+B" of "+A+B". */
static char *
finish (const GString *sum)
{
  return sum->len > 0 ? g_strconcat ("=", sum->str + 1, NULL) : NULL;
}

char *
plt_devis_account_formula (const PltDevisPaper *self, guint index)
{
  const PltDevisRow *row = row_at (self, index);
  g_autoptr (GString) sum = g_string_new (NULL);
  const PltBudgetAccount *account;

  if (row->kind == PLT_DEVIS_ROW_UNPOSTED)
    {
      if (!plt_devis_is_alive (self))
        return NULL;
      append_contributions (self, sum, NULL);
      return finish (sum);
    }
  account = plt_devis_account (self, row->account);
  /* what is not printed cannot be summed */
  if (self->level == PLT_DEVIS_POSTS
      || (self->level == PLT_DEVIS_ACCOUNTS
          && (account->lines != 0 || account->transfers != 0 || account->percentages != 0))
      || (!plt_devis_is_alive (self) && account->contributions != 0))
    return NULL;
  append_rows (self, sum, row);
  if (account->contributions != 0)
    append_contributions (self, sum, account);
  return finish (sum);
}

/* ---- percentages within the posts ---- */

static gboolean
is_in_posts (const PltDevisPaper *self, const PltDevisRow *row, guint most)
{
  guint post
      = plt_account_post (self->source.facts, plt_devis_account (self, row->account)->account);

  return post > 0 && post <= most;
}

/* Lines, transfers and contributions of an account and all below it, with that sign. */
static void
append_own (const PltDevisPaper *self, GString *out, const PltDevisRow *row, char sign)
{
  g_autoptr (GString) own = g_string_new (NULL);

  g_string_append (own, "+SUM(");
  append_place (self, own, row->row, PLT_DEVIS_AMOUNT);
  g_string_append_c (own, ':');
  append_place (self, own, row->end - 1, PLT_DEVIS_AMOUNT);
  g_string_append_c (own, ')');
  for (guint i = row->row - 1; i < row->end - 1; i++)
    if (row_at (self, i)->kind == PLT_DEVIS_ROW_ACCOUNT
        && plt_devis_account (self, row_at (self, i)->account)->contributions != 0)
      append_contributions (self, own, plt_devis_account (self, row_at (self, i)->account));
  if (sign == '-')
    g_string_append_printf (out, "-(%s)", own->str + 1);
  else
    g_string_append (out, own->str);
}

/* What a base holds before any percentage. */
static void
append_rest (const PltDevisPaper *self, GString *out, const char *base)
{
  guint most = strcmp (base, "postes-1-8") == 0 ? 8 : 9;
  const char *financial = self->source.budget->budget->financial_account;
  gboolean without = strcmp (base, "postes-1-9-sans-frais-financiers") == 0;

  if (strcmp (base, "numeraire") == 0)
    {
      g_autofree char *cash = plt_devis_mode_formula (self, PLT_DEVIS_MODE, "num");

      g_string_append_printf (out, "+%s", cash);
      return;
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltDevisRow *row = row_at (self, i);
      const PltBudgetAccount *account
          = row->kind == PLT_DEVIS_ROW_ACCOUNT ? plt_devis_account (self, row->account) : NULL;

      if (row->kind == PLT_DEVIS_ROW_UNPOSTED)
        append_contributions (self, out, NULL);
      if (account == NULL)
        continue;
      if (account->level == 1 && is_in_posts (self, row, most))
        append_own (self, out, row, '+');
      if (without && strcmp (account->account->code, financial) == 0)
        append_own (self, out, row, '-');
    }
}

/* Rates that are counted within that base, as {row,column}. */
static void
append_within (const PltDevisPaper *self, GString *out, const char *base)
{
  const PltBudget *budget = self->source.budget;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltDevisRow *row = row_at (self, i);
      const char *code;

      if (row->kind != PLT_DEVIS_ROW_PERCENT
          || strcmp (budget->percents[row->percent].base_id, base) != 0
          || (strcmp (base, "numeraire") == 0
              && strcmp (budget->percents[row->percent].mode, "numeraire") != 0))
        continue;
      code = budget->percents[row->percent].account->code;
      if (!g_ascii_isdigit (*code) || *code == '0'
          || (strcmp (base, "postes-1-8") == 0 && *code == '9')
          || (strcmp (base, "postes-1-9-sans-frais-financiers") == 0
              && strcmp (code, budget->budget->financial_account) == 0))
        continue;
      g_string_append_c (out, '-');
      append_place (self, out, row->row, PLT_DEVIS_CHARGES_RATE);
    }
}

char *
plt_devis_base_formula (const PltDevisPaper *self, PltPercent percent)
{
  const char *base = self->source.budget->percents[percent].base_id;
  g_autoptr (GString) rest = g_string_new (NULL);
  g_autoptr (GString) within = g_string_new (NULL);

  if (!plt_devis_is_alive (self))
    return NULL;
  append_rest (self, rest, base);
  append_within (self, within, base);
  if (rest->len == 0)
    return NULL;
  return within->len > 0 ? g_strdup_printf ("=ROUND((%s)/(1%s),2)", rest->str + 1, within->str)
                         : g_strdup_printf ("=%s", rest->str + 1);
}

/* ---- modes, places, what is missing ---- */

const char *
plt_devis_mode_word (const char *mode)
{
  return strcmp (mode, "participation") == 0 ? "part"
         : strcmp (mode, "nature") == 0      ? "nat"
                                             : "num";
}

/* Both the amounts and the contributions of the lines with that word; without the column, all the
 * lines have it. */
char *
plt_devis_mode_formula (const PltDevisPaper *self, PltDevisColumn column, const char *word)
{
  static const PltDevisColumn sums[] = { PLT_DEVIS_AMOUNT, PLT_DEVIS_CHARGES };
  gboolean all = self->columns[column] < 0;
  g_autoptr (GString) text = g_string_new (NULL);

  if (all && strcmp (word, "num") != 0)
    return g_strdup ("0");
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_string_append_printf (text, "%s%s(", i > 0 ? "+" : "", all ? "SUM" : "SUMIF");
      if (!all)
        {
          append_far_column (self, text, column);
          g_string_append_printf (text, ",\"%s\",", word);
        }
      append_far_column (self, text, sums[i]);
      g_string_append_c (text, ')');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
plt_devis_incomplete_formula (const PltDevisPaper *self)
{
  static const struct
  {
    PltDevisColumn column;
    const char *word;
  } words[] = { { PLT_DEVIS_AMOUNT, PLT_DEVIS_TO_PRICE },
                { PLT_DEVIS_AMOUNT, PLT_DEVIS_WRONG },
                { PLT_DEVIS_CHARGES, PLT_DEVIS_TO_FIX },
                { PLT_DEVIS_CHARGES_RATE, PLT_DEVIS_PARTIAL } };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_string_append_printf (text, "%sCOUNTIF(", i > 0 ? "+" : "");
      append_far_column (self, text, words[i].column);
      g_string_append_printf (text, ",\"%s\")", words[i].word);
    }
  g_string_append (text, ">0");
  return g_string_free (g_steal_pointer (&text), FALSE);
}
