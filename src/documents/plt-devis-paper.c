#include "plt-devis-paper.h"

#include <string.h>

#include "plt-budget-version.h"

#define NO_REF ((PltRef){ NULL, 0, NULL })

char *
plt_devis_paper_name (const PltBudgetFacts *budget, gboolean status)
{
  g_autoptr (GString) name = g_string_new (budget->name);

  g_string_append_printf (name, " v%d", (int) plt_budget_number (budget));
  if (status && budget->date != PLT_DATE_NONE)
    {
      g_autofree char *date = plt_date_format_numeric (budget->date);

      g_string_append_printf (name, " du %s", date);
    }
  if (status && strcmp (budget->status, "verrouille") == 0)
    g_string_append (name, ", verrouillé");
  else if (status && strcmp (budget->status, "archive") == 0)
    g_string_append (name, ", archivé");
  return g_string_free (g_steal_pointer (&name), FALSE);
}

gboolean
plt_devis_paper_find (const PltFacts *facts,
                      const PltParams *params,
                      const char *name,
                      const PltBudgetFacts **found,
                      GError **error)
{
  const char *word = plt_params_get (params, name);

  if (word != NULL)
    *found = plt_budget_find_version (facts, word, PLT_BUDGET_WORD_ID, error);
  return word == NULL || *found != NULL;
}

const char *
plt_devis_paper_title (const PltCompareRow *row)
{
  static const char *const percents[PLT_N_PERCENTS] = {
    [PLT_PERCENT_OVERHEADS] = "Frais généraux",
    [PLT_PERCENT_CONTINGENCY] = "Imprévus",
    [PLT_PERCENT_PRODUCER] = "Salaire producteur",
    [PLT_PERCENT_FINANCIAL] = "Frais financiers",
  };

  switch (row->kind)
    {
    case PLT_COMPARE_CONTRIBUTIONS:
      return "Charges sociales";
    case PLT_COMPARE_WITHIN:
      return "Pourcentages comptés dans le poste";
    case PLT_COMPARE_TRANSFERS:
      return "Virements";
    case PLT_COMPARE_UNPOSTED:
      return "Charges sans compte";
    case PLT_COMPARE_SUBTOTAL:
      return "Total des postes 1 à 9";
    case PLT_COMPARE_PERCENT:
      return percents[row->percent];
    case PLT_COMPARE_TOTAL:
      return "Coût total hors taxes";
    case PLT_COMPARE_ACCOUNT:
    case PLT_COMPARE_LINE:
    default:
      return row->name;
    }
}

/* ---- what changed, in words ---- */

static void
append (GString *text, const char *what, const char *before, const char *after)
{
  g_string_append_printf (text, "%s%s %s → %s", text->len > 0 ? " ; " : "", what,
                          *before != '\0' ? before : "–", *after != '\0' ? after : "–");
}

static void
append_number (GString *text, const char *what, gint64 before, gint64 after)
{
  g_autofree char *from
      = before != PLT_UNKNOWN ? plt_number_format (before, 6, 0) : g_strdup ("non connu");
  g_autofree char *to
      = after != PLT_UNKNOWN ? plt_number_format (after, 6, 0) : g_strdup ("non connu");

  append (text, what, from, to);
}

static void
append_money (GString *text, const char *what, PltMoney before, PltMoney after)
{
  g_autofree char *from
      = before != PLT_UNKNOWN ? plt_money_format_plain (before) : g_strdup ("à fixer");
  g_autofree char *to
      = after != PLT_UNKNOWN ? plt_money_format_plain (after) : g_strdup ("à fixer");

  append (text, what, from, to);
}

static const char *
profile_name (const PltFacts *facts, const PltBudgetLine *line)
{
  const PltProfileFacts *profile
      = PLT_FACTS_FIND (facts->profiles, PltProfileFacts, line->line->profile);

  return profile != NULL ? profile->name : "";
}

static const char *
mode_name (const char *mode)
{
  return strcmp (mode, "participation") == 0 ? "participation"
         : strcmp (mode, "nature") == 0      ? "nature"
                                             : "numéraire";
}

static void
append_line (GString *text, const PltFacts *facts, const PltCompareRow *row, guint from, guint to)
{
  const PltBudgetLine *a = row->lines[from], *b = row->lines[to];
  guint changes = plt_compare_line_changes (row, from, to);

  if (changes & PLT_LINE_LABEL)
    append (text, "libellé", a->line->label, b->line->label);
  if (changes & PLT_LINE_QUANTITY)
    append_number (text, "nombre", a->quantity_e6, b->quantity_e6);
  if (changes & PLT_LINE_DURATION)
    append_number (text, "durée", a->duration_e6, b->duration_e6);
  if (changes & PLT_LINE_TIMES)
    append_number (text, "fois", a->times_e6, b->times_e6);
  if (changes & PLT_LINE_UNIT)
    append (text, "unité", a->line->unit, b->line->unit);
  if (changes & PLT_LINE_RATE)
    append_money (text, "tarif", a->rate, b->rate);
  if (changes & PLT_LINE_MODE)
    append (text, "mode", mode_name (a->line->mode), mode_name (b->line->mode));
  if (changes & PLT_LINE_PROFILE)
    append (text, "charges", profile_name (facts, a), profile_name (facts, b));
  if (text->len == 0 && (changes & PLT_LINE_FORMULA))
    g_string_append (text, "formule seule, même nombre");
  if (text->len == 0 && row->contributions[from] != row->contributions[to])
    append_money (text, "charges", row->contributions[from], row->contributions[to]);
}

static void
append_place (GString *text,
              const PltBudgetCompare *compare,
              const PltCompareRow *row,
              gboolean added)
{
  const PltCompareRow *pair
      = row->pair != G_MAXUINT ? &g_array_index (compare->rows, PltCompareRow, row->pair) : NULL;

  if (pair != NULL && pair->parent != G_MAXUINT)
    g_string_append_printf (text, added ? "vient du compte %s" : "passée au compte %s",
                            g_array_index (compare->rows, PltCompareRow, pair->parent).code);
  else
    g_string_append (text, added ? "ajoutée" : "supprimée");
}

char *
plt_devis_paper_change (const PltBudgetCompare *compare,
                        const PltFacts *facts,
                        const PltCompareRow *row,
                        guint from,
                        guint to)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (row->kind == PLT_COMPARE_LINE && row->has[from] != row->has[to])
    append_place (text, compare, row, row->has[to]);
  else if (row->kind == PLT_COMPARE_LINE)
    append_line (text, facts, row, from, to);
  else if (row->kind == PLT_COMPARE_PERCENT)
    {
      const PltBudgetPercent *a = &compare->budgets[from]->percents[row->percent];
      const PltBudgetPercent *b = &compare->budgets[to]->percents[row->percent];

      if (a->rate_e6 != b->rate_e6)
        {
          g_autofree char *rate_a = plt_number_format (a->rate_e6, 4, 0);
          g_autofree char *rate_b = plt_number_format (b->rate_e6, 4, 0);

          g_string_append_printf (text, "taux %s" PLT_NNBSP "%% → %s" PLT_NNBSP "%%", rate_a,
                                  rate_b);
        }
      if (a->base != b->base)
        append_money (text, "assiette", a->base, b->base);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- figures ---- */

gint64
plt_devis_paper_share (const PltCompareRow *row, guint from, guint to)
{
  gint64 e6 = plt_compare_change_e6 (row, from, to), rounded;

  return e6 != PLT_UNKNOWN && plt_number_mul_div (e6, 1, 100, PLT_ROUND_HALF_UP, &rounded)
             ? rounded * 100
             : PLT_UNKNOWN;
}

void
plt_devis_paper_difference (PltDocTable *table,
                            const PltCompareRow *row,
                            guint from,
                            guint to,
                            guint column_from,
                            guint column_to)
{
  PltMoney change = plt_compare_change (row, from, to);
  gint64 share = plt_devis_paper_share (row, from, to);
  g_autofree char *difference = g_strdup_printf ("=ROUND({.,%u}-{.,%u},2)", column_to, column_from);
  g_autofree char *part = g_strdup_printf ("=ROUND(({.,%u}-{.,%u})/ABS({.,%u}),4)", column_to,
                                           column_from, column_from);
  PltDocCell *cell;

  if (!row->has[from] && !row->has[to])
    {
      plt_doc_table_empty (table);
      plt_doc_table_empty (table);
      return;
    }
  cell = plt_doc_table_money (table, change);
  if (change != PLT_UNKNOWN)
    plt_doc_cell_formula (cell, difference);
  if (change == 0)
    plt_doc_cell_style (cell, "cell.muted");
  if (share == PLT_UNKNOWN)
    {
      plt_doc_table_empty (table);
      return;
    }
  cell = plt_doc_table_percent (table, share);
  plt_doc_cell_formula (cell, part);
  if (change == 0)
    plt_doc_cell_style (cell, "cell.muted");
}

void
plt_devis_paper_warn (PltDocument *document, const PltBudgetCompare *compare)
{
  for (guint v = 0; v < compare->n; v++)
    {
      const PltBudget *budget = compare->budgets[v];
      g_autofree char *name = NULL;
      g_autofree char *text = NULL;

      if (!budget->incomplete || budget->budget == NULL)
        continue;
      name = plt_devis_paper_name (budget->budget, FALSE);
      text = g_strdup_printf (
          budget->n_wrong > 1
              ? "%s : total incomplet, %u lignes ou variables ne comptent pas encore."
              : "%s : total incomplet, %u ligne ou variable ne compte pas encore.",
          name, budget->n_wrong);
      plt_document_paragraph (document, "text.warning", text, NO_REF);
    }
}
