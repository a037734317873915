/* Écarts entre deux devis: post by post, then everything that changed, the largest first, with what
 * changed in it; the variables, and the transfers with their reasons.
 *
 * Parameters: a, the version before (without it the one that b comes from), b, the version after
 * (the current one), tri, in which order. What changed are lines, contributions and percentages:
 * together they are the difference of the totals, to the centime, which a workbook adds up itself.
 * Transfers leave the total alone and stand apart. */
#include "plt-devis-paper.h"
#include "plt-document-kinds-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-budget-version.h"
#include "plt-formula.h"

#define NO_REF ((PltRef){ NULL, 0, NULL })

static const PltParamSpec params_spec[] = {
  { "a", N_ ("Version before"), PLT_PARAM_REFERENCE, "budget", NULL, NULL, NULL },
  { "b", N_ ("Version after"), PLT_PARAM_REFERENCE, "budget", NULL, NULL, NULL },
  { "tri", N_ ("Order"), PLT_PARAM_CHOICE, NULL, "montant,compte", "montant",
    N_ ("Largest first,Accounts") },
  { NULL },
};

typedef struct
{
  PltPaperSource source;
  PltBudgetCompare *compare;
  gboolean by_account;
} Builder;

static void
builder_clear (Builder *self)
{
  g_clear_pointer (&self->compare, plt_budget_compare_free);
  plt_paper_close (&self->source);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

static const PltCompareRow *
row_at (const Builder *self, guint index)
{
  return &g_array_index (self->compare->rows, PltCompareRow, index);
}

static gint64
id_of (const Builder *self, guint version)
{
  return self->compare->budgets[version]->budget->id;
}

/* ---- posts ---- */

enum
{
  POST_CODE,
  POST_NAME,
  POST_BEFORE,
  POST_AFTER,
  POST_CHANGE,
  POST_SHARE,
  POST_TRANSFERS,
};

static const PltDocColumn post_columns[] = {
  { .title = "Poste", .id = "poste", .width = 40, .sheet_chars = 8 },
  { .title = "Intitulé", .id = "intitule", .weight = 1, .min = 160, .sheet_chars = 46 },
  { .title = "Avant", .id = "avant", .sheet_chars = 15 },
  { .title = "Après", .id = "apres", .sheet_chars = 15 },
  { .title = "Écart €", .id = "ecart", .sheet_chars = 14 },
  { .title = "Écart %", .id = "ecart_pour_cent", .sheet_chars = 9 },
  { .title = "dont virements", .id = "virements", .sheet_chars = 14 },
};

static void
add_amount (PltDocTable *table, const PltCompareRow *row, guint version, const char *formula)
{
  PltDocCell *cell;

  if (row->amounts[version] == PLT_UNKNOWN)
    plt_doc_cell_style (plt_doc_table_text (table, "à chiffrer"), "cell.warning");
  else if (!row->has[version] && row->amounts[version] == 0)
    plt_doc_table_empty (table);
  else
    {
      cell = plt_doc_table_money (table, row->amounts[version]);
      if (row->lines[version] != NULL)
        plt_doc_cell_ref (cell,
                          (PltRef){ "budget_line", row->lines[version]->line->id, "rate_cents" });
      if (formula != NULL)
        plt_doc_cell_formula (cell, formula);
    }
}

/* What the transfers give a post, with everything below it, more after than before. */
static PltMoney
transfers_of (const Builder *self, guint post)
{
  PltMoney sum = 0;

  for (guint i = post + 1; i < self->compare->rows->len && row_at (self, i)->level > 1; i++)
    if (row_at (self, i)->kind == PLT_COMPARE_TRANSFERS)
      sum += plt_compare_change (row_at (self, i), 0, 1);
  return sum;
}

static gboolean
has_transfers (const Builder *self)
{
  for (guint i = 0; i < self->compare->rows->len; i++)
    if (row_at (self, i)->kind == PLT_COMPARE_TRANSFERS
        && plt_compare_change (row_at (self, i), 0, 1) != 0)
      return TRUE;
  return FALSE;
}

static void
add_posts (const Builder *self, PltDocument *document)
{
  gboolean transfers = has_transfers (self);
  PltDocTable *table = plt_document_table (document, "Par poste", post_columns,
                                           G_N_ELEMENTS (post_columns) - !transfers);
  guint at = 1, subtotal = 1;

  for (guint i = 0; i < self->compare->rows->len; i++)
    {
      const PltCompareRow *row = row_at (self, i);
      guint first = row->kind == PLT_COMPARE_TOTAL ? subtotal : 1;
      gboolean sum
          = (row->kind == PLT_COMPARE_SUBTOTAL && at > 1) || row->kind == PLT_COMPARE_TOTAL;

      if (row->parent != G_MAXUINT
          || (row->kind == PLT_COMPARE_ACCOUNT && g_ascii_digit_value (*row->code) < 1))
        continue;
      plt_doc_table_row (table, row->kind == PLT_COMPARE_SUBTOTAL ? "row.total"
                                : row->kind == PLT_COMPARE_TOTAL  ? "row.grand-total"
                                                                  : "row.normal");
      if (row->kind == PLT_COMPARE_SUBTOTAL)
        subtotal = at;
      plt_doc_table_text (table, row->code);
      plt_doc_table_text (table, plt_devis_paper_title (row));
      for (guint v = 0; v < 2; v++)
        {
          g_autofree char *formula
              = sum ? g_strdup_printf ("=ROUND(SUM({%u,%u}:{%u,%u}),2)", first, POST_BEFORE + v,
                                       at - 1, POST_BEFORE + v)
                    : NULL;

          add_amount (table, row, v, formula);
        }
      plt_devis_paper_difference (table, row, 0, 1, POST_BEFORE, POST_AFTER);
      if (transfers && row->kind == PLT_COMPARE_ACCOUNT && transfers_of (self, i) != 0)
        plt_doc_table_money (table, transfers_of (self, i));
      at++;
    }
}

/* ---- what changed ---- */

static const PltDocColumn change_columns[] = {
  { .title = "Compte", .id = "compte", .width = 42, .sheet_chars = 8 },
  { .title = "Ligne", .id = "ligne", .weight = 3, .min = 130, .sheet_chars = 40 },
  { .title = "Avant", .id = "avant", .sheet_chars = 15 },
  { .title = "Après", .id = "apres", .sheet_chars = 15 },
  { .title = "Écart €", .id = "ecart", .sheet_chars = 14 },
  { .title = "Écart %", .id = "ecart_pour_cent", .sheet_chars = 9 },
  { .title = "Ce qui change", .id = "changement", .weight = 4, .min = 150, .sheet_chars = 50 },
  { .title = "Note", .id = "note", .weight = 2, .min = 90, .sheet_chars = 36 },
};

/* A row that the difference of the totals is made of; transfers are not, they cancel out. */
static gboolean
is_change (const PltCompareRow *row)
{
  switch (row->kind)
    {
    case PLT_COMPARE_LINE:
      return plt_compare_differs (row, 0, 1);
    case PLT_COMPARE_CONTRIBUTIONS:
    case PLT_COMPARE_WITHIN:
    case PLT_COMPARE_PERCENT:
    case PLT_COMPARE_UNPOSTED:
      return row->amounts[0] != row->amounts[1];
    case PLT_COMPARE_ACCOUNT:
    case PLT_COMPARE_TRANSFERS:
    case PLT_COMPARE_SUBTOTAL:
    case PLT_COMPARE_TOTAL:
    default:
      return FALSE;
    }
}

static gint
larger_first (gconstpointer a, gconstpointer b, gpointer data)
{
  const Builder *self = data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  PltMoney one = plt_compare_change (row_at (self, first), 0, 1);
  PltMoney two = plt_compare_change (row_at (self, second), 0, 1);
  guint64 size_one = one == PLT_UNKNOWN ? G_MAXUINT64 : (guint64) ABS (one);
  guint64 size_two = two == PLT_UNKNOWN ? G_MAXUINT64 : (guint64) ABS (two);

  if (size_one != size_two)
    return size_one > size_two ? -1 : 1;
  return first < second ? -1 : first > second;
}

static GArray *
collect_changes (const Builder *self)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->compare->rows->len; i++)
    if (is_change (row_at (self, i)))
      g_array_append_val (found, i);
  if (!self->by_account)
    g_array_sort_with_data (found, larger_first, (gpointer) self);
  return found;
}

/* The note of the line, where the version after says another one. */
static const char *
note_of (const PltCompareRow *row)
{
  const char *before = row->lines[0] != NULL ? row->lines[0]->line->note : "";
  const char *after = row->lines[1] != NULL ? row->lines[1]->line->note : "";

  return strcmp (before, after) != 0 ? after : "";
}

static gboolean
has_notes (const Builder *self, const GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    if (*note_of (row_at (self, g_array_index (changes, guint, i))) != '\0')
      return TRUE;
  return FALSE;
}

/* Of what an account holds besides its lines: with the account, unless that says the same. */
static char *
name_of (const PltCompareRow *row, const PltCompareRow *parent)
{
  if (row->kind == PLT_COMPARE_LINE || parent == NULL)
    return g_strdup (plt_devis_paper_title (row));
  if (row->kind == PLT_COMPARE_CONTRIBUTIONS && g_str_has_prefix (parent->name, "Charges sociales"))
    return g_strdup (parent->name);
  return g_strdup_printf ("%s : %s", plt_devis_paper_title (row), parent->name);
}

static void
add_change (const Builder *self, PltDocTable *table, const PltCompareRow *row, gboolean notes)
{
  const PltCompareRow *parent = row->parent != G_MAXUINT ? row_at (self, row->parent) : NULL;
  g_autofree char *change = plt_devis_paper_change (self->compare, self->source.facts, row, 0, 1);
  g_autofree char *name = name_of (row, parent);

  plt_doc_table_row (table, row->amounts[0] == row->amounts[1] ? "row.muted" : "row.normal");
  plt_doc_table_text (table, parent != NULL ? parent->code : "");
  plt_doc_table_text (table, name);
  add_amount (table, row, 0, NULL);
  add_amount (table, row, 1, NULL);
  plt_devis_paper_difference (table, row, 0, 1, POST_BEFORE, POST_AFTER);
  plt_doc_cell_style (plt_doc_table_text (table, change), "cell.small");
  if (notes)
    plt_doc_cell_style (plt_doc_table_text (table, note_of (row)), "cell.small");
}

static char *
count_changes (const Builder *self, const GArray *changes)
{
  guint added = 0, removed = 0, changed = 0, moved = 0;
  g_autofree char *elsewhere = NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      const PltCompareRow *row = row_at (self, g_array_index (changes, guint, i));

      if (row->kind != PLT_COMPARE_LINE)
        continue;
      if (row->has[0] && row->has[1])
        changed++;
      else if (row->pair != G_MAXUINT)
        moved += row->has[1];
      else if (row->has[1])
        added++;
      else
        removed++;
    }
  if (added + removed + changed + moved == 0)
    return g_strdup ("Aucune ligne ne change.");
  elsewhere = moved > 0
                  ? g_strdup_printf (", %u passée%s à un autre compte", moved, moved > 1 ? "s" : "")
                  : g_strdup ("");
  return g_strdup_printf ("%u ligne%s modifiée%s, %u ajoutée%s, %u supprimée%s%s.", changed,
                          changed > 1 ? "s" : "", changed > 1 ? "s" : "", added,
                          added > 1 ? "s" : "", removed, removed > 1 ? "s" : "", elsewhere);
}

static void
add_changes (const Builder *self, PltDocument *document)
{
  g_autoptr (GArray) changes = collect_changes (self);
  g_autofree char *counts = count_changes (self, changes);
  gboolean notes = has_notes (self, changes);
  const PltCompareRow *total = row_at (self, self->compare->rows->len - 1);
  g_autofree char *sum = NULL;
  PltDocTable *table;

  plt_document_heading (document, 1, "Ce qui change", NO_REF);
  plt_document_paragraph (document, "text.normal", counts, NO_REF);
  if (changes->len == 0)
    return;
  table = plt_document_table (document, "Écarts", change_columns,
                              G_N_ELEMENTS (change_columns) - !notes);
  for (guint i = 0; i < changes->len; i++)
    add_change (self, table, row_at (self, g_array_index (changes, guint, i)), notes);
  sum = g_strdup_printf ("=ROUND(SUM({1,%d}:{%u,%d}),2)", POST_CHANGE, changes->len, POST_CHANGE);
  plt_doc_table_row (table, "row.total");
  plt_doc_table_empty (table);
  plt_doc_cell_span (plt_doc_table_text (table, "Écart du coût total"), POST_CHANGE - POST_NAME);
  plt_doc_cell_formula (plt_doc_table_money (table, plt_compare_change (total, 0, 1)), sum);
}

/* ---- variables ---- */

static const PltDocColumn global_columns[] = {
  { .title = "Variable", .id = "variable", .weight = 2, .min = 110, .sheet_chars = 24 },
  { .title = "Sens", .id = "sens", .weight = 3, .min = 140, .sheet_chars = 36 },
  { .title = "Avant", .id = "avant", .weight = 2, .min = 90, .sheet_chars = 24 },
  { .title = "Après", .id = "apres", .weight = 2, .min = 90, .sheet_chars = 24 },
};

static const PltGlobalFacts *
find_global (const Builder *self, guint version, const char *name)
{
  const PltFacts *facts = self->source.facts;

  for (guint i = 0; i < facts->globals.n; i++)
    if (facts->globals.items[i].budget == id_of (self, version)
        && strcmp (facts->globals.items[i].name, name) == 0)
      return &facts->globals.items[i];
  return NULL;
}

/* "6", "semaines_tournage + 1 = 7", "–" */
static char *
global_text (const Builder *self, guint version, const PltGlobalFacts *global)
{
  g_autofree char *number = NULL;
  const char *problem;
  gint64 e6;

  if (global == NULL)
    return g_strdup ("–");
  if (!plt_budget_global (self->compare->budgets[version], global->id, &e6, &problem))
    return g_strdup_printf ("%s (erreur)", global->value);
  number = plt_number_format (e6, 6, 0);
  return plt_formula_is_number (global->value) ? g_strdup (number)
                                               : g_strdup_printf ("%s = %s", global->value, number);
}

static void
add_global (const Builder *self, PltDocument *document, PltDocTable **table, const char *name)
{
  const PltGlobalFacts *before = find_global (self, 0, name), *after = find_global (self, 1, name);
  const PltGlobalFacts *any = after != NULL ? after : before;
  g_autofree char *from = global_text (self, 0, before);
  g_autofree char *to = global_text (self, 1, after);

  if (strcmp (from, to) == 0)
    return;
  if (*table == NULL)
    {
      plt_document_heading (document, 1, "Variables", NO_REF);
      *table = plt_document_table (document, "Variables", global_columns,
                                   G_N_ELEMENTS (global_columns));
    }
  plt_doc_table_row (*table, "row.normal");
  plt_doc_cell_ref (plt_doc_table_text (*table, name),
                    (PltRef){ "budget_global", any->id, "value" });
  plt_doc_table_text (*table, any->label);
  plt_doc_table_text (*table, from);
  plt_doc_table_text (*table, to);
}

static void
add_globals (const Builder *self, PltDocument *document)
{
  const PltFacts *facts = self->source.facts;
  PltDocTable *table = NULL;

  for (guint i = 0; i < facts->globals.n; i++)
    {
      const PltGlobalFacts *global = &facts->globals.items[i];

      if (global->budget == id_of (self, 1)
          || (global->budget == id_of (self, 0) && find_global (self, 1, global->name) == NULL))
        add_global (self, document, &table, global->name);
    }
}

/* ---- transfers ---- */

static const PltDocColumn transfer_columns[] = {
  { .title = "Date", .id = "date", .width = 62, .sheet_chars = 11 },
  { .title = "Du compte", .id = "du", .weight = 3, .min = 110, .sheet_chars = 30 },
  { .title = "Au compte", .id = "au", .weight = 3, .min = 110, .sheet_chars = 30 },
  { .title = "Montant €", .id = "montant", .sheet_chars = 14 },
  { .title = "Motif", .id = "motif", .weight = 4, .min = 130, .sheet_chars = 44 },
  { .title = "Par", .id = "par", .weight = 2, .min = 70, .sheet_chars = 22 },
};

static char *
account_text (const Builder *self, gint64 id)
{
  const PltAccountFacts *account
      = PLT_FACTS_FIND (self->source.facts->accounts, PltAccountFacts, id);

  return account != NULL ? g_strdup_printf ("%s %s", account->code, account->name) : g_strdup ("");
}

static gboolean
same_account (const Builder *self, gint64 a, gint64 b)
{
  const PltAccountFacts *one = PLT_FACTS_FIND (self->source.facts->accounts, PltAccountFacts, a);
  const PltAccountFacts *two = PLT_FACTS_FIND (self->source.facts->accounts, PltAccountFacts, b);

  return one != NULL && two != NULL && strcmp (one->code, two->code) == 0;
}

/* How many times the version before has that transfer, which a copy takes along. */
static guint
count_same (const Builder *self, guint version, const PltTransferFacts *transfer, guint end)
{
  const PltFacts *facts = self->source.facts;
  guint n = 0;

  for (guint i = 0; i < end; i++)
    {
      const PltTransferFacts *other = &facts->transfers.items[i];

      n += other->budget == id_of (self, version) && other->date == transfer->date
           && other->amount_cents == transfer->amount_cents
           && strcmp (other->reason, transfer->reason) == 0
           && same_account (self, other->from_account, transfer->from_account)
           && same_account (self, other->to_account, transfer->to_account);
    }
  return n;
}

static void
add_transfers (const Builder *self, PltDocument *document)
{
  const PltFacts *facts = self->source.facts;
  PltDocTable *table = NULL;

  for (guint i = 0; i < facts->transfers.n; i++)
    {
      const PltTransferFacts *transfer = &facts->transfers.items[i];
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      if (transfer->budget != id_of (self, 1)
          || count_same (self, 1, transfer, i + 1)
                 <= count_same (self, 0, transfer, facts->transfers.n))
        continue;
      if (table == NULL)
        {
          plt_document_heading (document, 1, "Virements entre postes", NO_REF);
          table = plt_document_table (document, "Virements", transfer_columns,
                                      G_N_ELEMENTS (transfer_columns));
        }
      from = account_text (self, transfer->from_account);
      to = account_text (self, transfer->to_account);
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_date (table, transfer->date);
      plt_doc_table_text (table, from);
      plt_doc_table_text (table, to);
      plt_doc_cell_ref (plt_doc_table_money (table, transfer->amount_cents),
                        (PltRef){ "budget_transfer", transfer->id, "amount_cents" });
      plt_doc_table_text (table, transfer->reason);
      plt_doc_table_text (table, transfer->author);
    }
}

/* ---- the paper ---- */

static void
add_head (const Builder *self, PltDocument *document)
{
  static const char *const labels[] = { "Avant", "Après" };
  const PltCompareRow *total = row_at (self, self->compare->rows->len - 1);
  PltDocFields *fields = plt_document_fields (document, 3);
  PltMoney change = plt_compare_change (total, 0, 1);
  gint64 share = plt_devis_paper_share (total, 0, 1);
  g_autofree char *money = change != PLT_UNKNOWN ? plt_money_format (change) : g_strdup ("");
  g_autofree char *part = share != PLT_UNKNOWN ? plt_number_format (share, 4, 0) : NULL;
  g_autofree char *text
      = part != NULL ? g_strdup_printf ("%s%s (%s%s" PLT_NNBSP "%%)", change > 0 ? "+" : "", money,
                                        share > 0 ? "+" : "", part)
                     : g_strdup (money);

  for (guint v = 0; v < 2; v++)
    {
      const PltBudgetFacts *budget = self->compare->budgets[v]->budget;
      g_autofree char *name = plt_devis_paper_name (budget, TRUE);

      plt_doc_fields_add (fields, labels[v], name, (PltRef){ "budget", budget->id, "name" });
    }
  plt_doc_fields_add (fields, "Écart du coût total", text, NO_REF);
  plt_document_space (document, 8);
}

static PltDocument *
empty_paper (const Builder *self, const char *text)
{
  PltDocument *document
      = plt_paper_new (&self->source, "Écarts de devis", NULL, NULL, PLT_PAPER_A4, PLT_LANDSCAPE);

  plt_document_paragraph (document, "text.note", text, NO_REF);
  return document;
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (Builder) builder = { 0 };
  const PltBudgetFacts *before = NULL, *after;
  const PltFacts *facts;
  PltDocument *document;
  gint64 ids[2];

  if (!plt_paper_open (&builder.source, store, params, error))
    return NULL;
  facts = builder.source.facts;
  after = PLT_FACTS_FIND (facts->budgets, PltBudgetFacts, facts->production.budget);
  if (!plt_devis_paper_find (facts, params, "b", &after, error)
      || !plt_devis_paper_find (facts, params, "a", &before, error))
    return NULL;
  if (after == NULL)
    return empty_paper (&builder, "La production n’a pas encore de devis : ouvrez-en un.");
  if (before == NULL && plt_params_get (params, "b") != NULL)
    before = plt_budget_before (facts, after);
  else if (before == NULL)
    plt_budget_pair (facts, after, &before, &after);
  if (before == NULL && facts->budgets.n > 1)
    return empty_paper (&builder, "Aucune version ne précède celle-ci : choisissez aussi celle à "
                                  "laquelle la comparer.");
  if (before == NULL)
    return empty_paper (&builder, "Le devis n’a qu’une version : dupliquez-la pour en comparer "
                                  "une autre.");
  builder.by_account = g_strcmp0 (plt_params_get (params, "tri"), "compte") == 0;
  ids[0] = before->id;
  ids[1] = after->id;
  builder.compare = plt_budget_compare_new (facts, builder.source.plan, ids, 2);
  document
      = plt_paper_new (&builder.source, "Écarts de devis", NULL, NULL, PLT_PAPER_A4, PLT_LANDSCAPE);
  add_head (&builder, document);
  plt_devis_paper_warn (document, builder.compare);
  add_posts (&builder, document);
  add_changes (&builder, document);
  add_globals (&builder, document);
  add_transfers (&builder, document);
  plt_document_space (document, 4);
  plt_document_paragraph (
      document, "text.note",
      "Montants hors taxes, en euros, calculés sur le même plan de travail. Les "
      "virements ne changent pas le coût total.",
      NO_REF);
  return document;
}

const PltDocumentKind plt_document_devis_ecarts = {
  .id = "devis-ecarts",
  .title = "Écarts de devis",
  .phase = "developpement",
  .params = params_spec,
  .build = build,
};
