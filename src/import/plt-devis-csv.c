#include "plt-devis-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-devis-csv-private.h"
#include "plt-error.h"
#include "plt-load.h"
#include "plt-money.h"
#include "plt-text.h"

static void
entry_free (gpointer data)
{
  PltDevisEntry *self = data;

  g_free (self->code);
  g_free (self->label);
  g_free (self->account);
  g_free (self->message);
  g_free (self);
}

void
plt_devis_plan_free (PltDevisPlan *self)
{
  g_free (self->sheet);
  g_free (self->columns);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->remarks);
  plt_batch_free (self->batch);
  g_free (self);
}

gboolean
plt_devis_plan_is_empty (const PltDevisPlan *self)
{
  return self->n[PLT_DEVIS_CREATED] + self->n[PLT_DEVIS_UPDATED] == 0 && self->budget > 0;
}

/* ---- words ---- */

const char *
plt_devis_outcome_title (PltDevisOutcome outcome)
{
  static const char *const titles[PLT_DEVIS_N_OUTCOMES]
      = { N_ ("added"),    N_ ("changed"),     N_ ("as it is"),
          N_ ("rejected"), N_ ("sum agrees"),  N_ ("sum differs"),
          N_ ("account"),  N_ ("passed over"), N_ ("not in the sheet") };

  return _ (titles[outcome]);
}

char *
plt_devis_outcome_format (PltDevisOutcome outcome, guint n)
{
  switch (outcome)
    {
    case PLT_DEVIS_CREATED:
      return g_strdup_printf (ngettext ("%u line added", "%u lines added", n), n);
    case PLT_DEVIS_UPDATED:
      return g_strdup_printf (ngettext ("%u line changed", "%u lines changed", n), n);
    case PLT_DEVIS_UNCHANGED:
      return g_strdup_printf (ngettext ("%u line as it is", "%u lines as they are", n), n);
    case PLT_DEVIS_REJECTED:
      return g_strdup_printf (ngettext ("%u row rejected", "%u rows rejected", n), n);
    case PLT_DEVIS_AGREES:
      return g_strdup_printf (ngettext ("%u sum that agrees", "%u sums that agree", n), n);
    case PLT_DEVIS_DIFFERS:
      return g_strdup_printf (ngettext ("%u sum that differs", "%u sums that differ", n), n);
    case PLT_DEVIS_HEADING:
      return g_strdup_printf (ngettext ("%u account", "%u accounts", n), n);
    case PLT_DEVIS_PASSED:
      return g_strdup_printf (ngettext ("%u row passed over", "%u rows passed over", n), n);
    case PLT_DEVIS_ABSENT:
      return g_strdup_printf (
          ngettext ("%u line that is not in the sheet", "%u lines that are not in the sheet", n),
          n);
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
plt_devis_plan_describe (const PltDevisPlan *self)
{
  static const PltDevisOutcome told[]
      = { PLT_DEVIS_CREATED, PLT_DEVIS_UPDATED, PLT_DEVIS_UNCHANGED, PLT_DEVIS_REJECTED,
          PLT_DEVIS_ABSENT,  PLT_DEVIS_AGREES,  PLT_DEVIS_DIFFERS };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autofree char *part = NULL;

      if (self->n[told[i]] == 0 && told[i] != PLT_DEVIS_CREATED && told[i] != PLT_DEVIS_UPDATED)
        continue;
      part = plt_devis_outcome_format (told[i], self->n[told[i]]);
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
    }
  return g_string_free (text, FALSE);
}

G_GNUC_PRINTF (2, 0)
static void
tell (GString *text, const char *format, PltMoney amount)
{
  g_autofree char *shown = plt_money_format (amount);

  if (text->len > 0)
    g_string_append_c (text, ' ');
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_append_printf (text, format, shown);
#pragma GCC diagnostic pop
}

char *
plt_devis_plan_describe_totals (const PltDevisPlan *self)
{
  GString *text = g_string_new (NULL);
  PltMoney difference;

  if (self->read != PLT_UNKNOWN)
    tell (text, _ ("Total of the sheet: %s."), self->read);
  tell (text, _ ("Lines taken: %s."), self->amount);
  if (self->contributions != 0)
    tell (text, _ ("Contributions beside them: %s."), self->contributions);
  if (self->percentages != 0)
    tell (text, _ ("Percentages within the posts: %s."), self->percentages);
  if (self->refused != 0)
    tell (text, _ ("Rows rejected: %s."), self->refused);
  if (self->charges != 0)
    tell (text, _ ("Contributions that no profile gives: %s."), self->charges);
  if (self->absent != 0)
    tell (text, _ ("Lines that are not in the sheet: %s."), self->absent);
  if (self->read != PLT_UNKNOWN && plt_money_sub (self->read, self->amount, &difference)
      && plt_money_sub (difference, self->percentages, &difference) && difference != 0
      && difference != self->contributions)
    tell (text, _ ("Difference between the total and the lines: %s."), difference);
  return g_string_free (text, FALSE);
}

/* ---- choosing the sheet ---- */

/* How many data the best row of titles of a sheet names. */
static guint
rate_sheet (const PltDevisReading *self, const PltSheet *sheet)
{
  guint best = 0;

  for (guint i = 0; i < sheet->rows->len && i < 500; i++)
    {
      PltDevisHeader header;

      if (plt_devis_header_read (self->words, self->options->columns,
                                 &g_array_index (sheet->rows, PltSheetRow, i), &header, NULL))
        best = MAX (best, header.n);
    }
  return best;
}

static const PltSheet *
named_sheet (const PltSheetBook *book, const char *name, GError **error)
{
  guint64 number;

  for (guint i = 0; i < book->sheets->len; i++)
    {
      const PltSheet *sheet = book->sheets->pdata[i];

      if (plt_text_compare (sheet->name, name) == 0)
        return sheet;
    }
  if (g_ascii_string_to_unsigned (name, 10, 1, book->sheets->len, &number, NULL))
    return book->sheets->pdata[number - 1];
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("The workbook has no sheet “%s”: name one of its %u sheets, or give its number."),
               name, book->sheets->len);
  return NULL;
}

static const PltSheet *
choose_sheet (PltDevisReading *self, const PltSheetBook *book, GError **error)
{
  const PltSheet *best = NULL;
  guint most = 0, n_alike = 0;

  if (self->options->sheet != NULL)
    return named_sheet (book, self->options->sheet, error);
  for (guint i = 0; i < book->sheets->len; i++)
    {
      const PltSheet *sheet = book->sheets->pdata[i];
      guint n = rate_sheet (self, sheet);

      n_alike += n > 0;
      if (best == NULL || n > most || (n == most && sheet->rows->len > best->rows->len && n > 0))
        {
          best = sheet;
          most = n;
        }
    }
  if (best == NULL || best->rows->len == 0)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                           _ ("The file holds no row: choose the one with the budget."));
      return NULL;
    }
  if (n_alike > 1)
    g_ptr_array_add (self->plan->remarks,
                     g_strdup_printf (_ ("%u sheets look like a budget; “%s” is read. Name another "
                                         "one to have it read instead."),
                                      n_alike, best->name));
  return best;
}

/* ---- the whole ---- */

static gboolean
open_budget (PltDevisReading *self, GError **error)
{
  gint64 id = self->options->budget != 0 ? self->options->budget : self->facts->production.budget;

  self->budget = PLT_FACTS_FIND (self->facts->budgets, PltBudgetFacts, id);
  if (self->budget == NULL)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                           _ ("The production has no budget yet: make one, then import into it."));
      return FALSE;
    }
  if (strcmp (self->budget->status, "verrouille") == 0 && self->options->version == NULL)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                   _ ("“%s” is locked: import into a new version of it."), self->budget->name);
      return FALSE;
    }
  return TRUE;
}

static void
count (PltDevisPlan *plan)
{
  for (guint i = 0; i < plan->entries->len; i++)
    plan->n[((const PltDevisEntry *) plan->entries->pdata[i])->outcome]++;
}

static gboolean
run (PltDevisReading *self, const PltSheetBook *book, GError **error)
{
  const PltSheet *sheet;

  if (!open_budget (self, error))
    return FALSE;
  self->words = plt_sheet_words_new (self->options->words);
  self->index = plt_devis_index_new (self->facts, self->words, self->budget->id,
                                     self->options->maps, error);
  sheet = self->index != NULL ? choose_sheet (self, book, error) : NULL;
  if (sheet == NULL)
    return FALSE;
  self->plan->sheet = g_strdup (sheet->name);
  if (book->replaced > 0)
    g_ptr_array_add (self->plan->remarks,
                     g_strdup_printf (ngettext ("%u character could not be read.",
                                                "%u characters could not be read.", book->replaced),
                                      book->replaced));
  if (!plt_devis_rows_read (self, sheet, error))
    return FALSE;
  plt_devis_check (self);
  return plt_devis_write (self, error);
}

PltDevisPlan *
plt_devis_plan (PltStore *store,
                const PltSheetBook *book,
                const PltDevisOptions *options,
                GError **error)
{
  g_autoptr (PltDevisPlan) plan = g_new0 (PltDevisPlan, 1);
  g_autoptr (PltFacts) facts = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (plt_devis_row_free);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_direct_hash, g_direct_equal);
  PltDevisReading reading
      = { .store = store, .options = options, .plan = plan, .rows = rows, .taken = taken };
  gboolean fine;

  g_return_val_if_fail (PLT_IS_STORE (store) && book != NULL && options != NULL, NULL);
  g_return_val_if_fail (options->words != NULL, NULL);

  plan->entries = g_ptr_array_new_with_free_func (entry_free);
  plan->remarks = g_ptr_array_new_with_free_func (g_free);
  plan->batch = plt_batch_new ();
  plan->read = PLT_UNKNOWN;
  facts = plt_facts_load (store, error);
  if (facts == NULL)
    return NULL;
  reading.facts = facts;
  fine = run (&reading, book, error);
  g_clear_pointer (&reading.index, plt_devis_index_free);
  g_clear_pointer (&reading.words, plt_sheet_words_free);
  if (!fine)
    return NULL;
  count (plan);
  return g_steal_pointer (&plan);
}
