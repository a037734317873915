/* Opening a devis for paper: which version, which rows, what they name. */
#include <string.h>

#include "plt-budget-version.h"
#include "plt-devis-private.h"
#include "plt-time.h"

/* ---- which version ---- */

static gboolean
is_on (const PltParams *params, const char *name, gboolean otherwise)
{
  const char *text = plt_params_get (params, name);

  return text != NULL ? strcmp (text, "1") == 0 : otherwise;
}

gboolean
plt_devis_open (PltDevisPaper *self, PltStore *store, const PltParams *params, GError **error)
{
  static const char *const levels[] = { "postes", "sous-postes", "lignes" };
  const char *version = plt_params_get (params, "version");
  const char *level = plt_params_get (params, "niveau");

  if (!plt_paper_open (&self->source, store, params, error))
    return FALSE;
  if (version != NULL)
    {
      const PltBudgetFacts *budget
          = plt_budget_find_version (self->source.facts, version, PLT_BUDGET_WORD_ID, error);

      if (budget == NULL)
        return FALSE;
      plt_budget_free (self->source.budget);
      self->source.budget = plt_budget_new (self->source.facts, budget->id, self->source.plan);
    }
  self->level = PLT_DEVIS_LINES;
  for (guint i = 0; level != NULL && i < G_N_ELEMENTS (levels); i++)
    if (strcmp (levels[i], level) == 0)
      self->level = (PltDevisLevel) i;
  self->all = is_on (params, "tout", FALSE);
  self->with_rates = is_on (params, "tarifs", TRUE);
  self->with_variables = is_on (params, "variables", TRUE);
  return TRUE;
}

static void
detailed_free (gpointer data)
{
  PltDevisDetailed *detailed = data;

  g_free (detailed->name);
  g_array_unref (detailed->lines);
  g_hash_table_unref (detailed->rows);
  g_free (detailed);
}

void
plt_devis_close (PltDevisPaper *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->line_rows, g_hash_table_unref);
  g_clear_pointer (&self->account_rows, g_hash_table_unref);
  g_clear_pointer (&self->named_lines, g_hash_table_unref);
  g_clear_pointer (&self->named_accounts, g_hash_table_unref);
  g_clear_pointer (&self->facts, g_hash_table_unref);
  g_clear_pointer (&self->fact_names, g_ptr_array_unref);
  g_clear_pointer (&self->fact_values, g_array_unref);
  g_clear_pointer (&self->fact_origins, g_ptr_array_unref);
  g_clear_pointer (&self->profile_rows, g_hash_table_unref);
  g_clear_pointer (&self->detailed, g_ptr_array_unref);
  plt_paper_close (&self->source);
}

/* ---- asking ---- */

const PltBudgetLine *
plt_devis_line (const PltDevisPaper *self, guint line)
{
  return self->source.budget->lines->pdata[line];
}

const PltBudgetAccount *
plt_devis_account (const PltDevisPaper *self, guint account)
{
  return self->source.budget->accounts->pdata[account];
}

const PltProfileFacts *
plt_devis_profile (const PltDevisPaper *self, guint line)
{
  return PLT_FACTS_FIND (self->source.facts->profiles, PltProfileFacts,
                         plt_devis_line (self, line)->line->profile);
}

gboolean
plt_devis_is_idle (const PltBudgetLine *line)
{
  if (line->amount != PLT_UNKNOWN)
    return line->amount == 0;
  return line->error == NULL
         && (line->quantity_e6 == 0 || line->duration_e6 == 0 || line->times_e6 == 0);
}

gboolean
plt_devis_is_unknown (const PltDevisPaper *self, guint index)
{
  const PltBudgetLine *line = plt_devis_line (self, index);

  return !plt_devis_is_idle (line)
         && (line->amount == PLT_UNKNOWN || line->error != NULL || line->no_contribution_rate);
}

gboolean
plt_devis_is_alive (const PltDevisPaper *self)
{
  return self->level == PLT_DEVIS_LINES && self->with_rates;
}

gboolean
plt_devis_is_post (const PltDevisPaper *self, const PltDevisRow *row)
{
  const PltBudgetAccount *account;

  if (row->kind != PLT_DEVIS_ROW_ACCOUNT)
    return row->kind == PLT_DEVIS_ROW_UNPOSTED;
  account = plt_devis_account (self, row->account);
  return account->level == 1 && plt_account_post (self->source.facts, account->account) > 0;
}

PltDocCell *
plt_devis_add_total_title (const PltDevisPaper *self, PltDocTable *table, const char *title)
{
  g_autofree char *incomplete = g_strdup_printf ("%s (total incomplet)", title);
  PltDocCell *cell = plt_doc_table_text (table, self->incomplete ? incomplete : title);

  if (plt_devis_is_alive (self))
    {
      g_autofree char *condition = plt_devis_incomplete_formula (self);
      g_autofree char *formula
          = g_strdup_printf ("=IF(%s,\"%s\",\"%s\")", condition, incomplete, title);

      plt_doc_cell_formula (cell, formula);
    }
  return cell;
}

const char *
plt_devis_percent_title (PltPercent percent)
{
  static const char *const titles[PLT_N_PERCENTS]
      = { "Frais généraux", "Imprévus", "Rémunération du producteur", "Frais financiers" };

  return titles[percent];
}

const char *
plt_devis_base_title (const char *base)
{
  if (strcmp (base, "postes-1-8") == 0)
    return "des postes 1 à 8";
  if (strcmp (base, "postes-1-9-sans-frais-financiers") == 0)
    return "des postes 1 à 9, sans frais financiers";
  return strcmp (base, "numeraire") == 0 ? "du numéraire" : "des postes 1 à 9";
}

/* ---- rows ---- */

/* What the formulas name is printed: a workbook refers to it. */
static char *
note_name (gpointer data, const PltBudgetName *name)
{
  PltDevisPaper *self = data;

  if (g_strcmp0 (name->ref.table, "budget_line") == 0)
    g_hash_table_add (self->named_lines, PLT_ID_TO_POINTER (name->ref.id));
  else if (g_strcmp0 (name->ref.table, "account") == 0)
    g_hash_table_add (self->named_accounts, PLT_ID_TO_POINTER (name->ref.id));
  return g_strdup ("0");
}

static void
note_names (PltDevisPaper *self)
{
  static const char *const columns[] = { "quantity", "duration", "times", "rate_formula" };
  const PltBudget *budget = self->source.budget;
  g_autoptr (GArray) globals = plt_budget_globals (budget);

  for (guint i = 0; i < budget->lines->len; i++)
    for (guint c = 0; c < G_N_ELEMENTS (columns) && plt_devis_line (self, i)->linked; c++)
      g_free (plt_budget_sheet_line (budget, i, columns[c], note_name, self));
  for (guint i = 0; i < globals->len; i++)
    g_free (plt_budget_sheet_global (budget, g_array_index (globals, gint64, i), note_name, self));
}

static gboolean
is_line_shown (const PltDevisPaper *self, const PltBudgetLine *line)
{
  return self->all || !plt_devis_is_idle (line)
         || g_hash_table_contains (self->named_lines, PLT_ID_TO_POINTER (line->line->id));
}

/* Accounts with something to show, and all those above them. (transfer full): ids */
static GHashTable *
shown_accounts (const PltDevisPaper *self)
{
  const PltFacts *facts = self->source.facts;
  const PltBudget *budget = self->source.budget;
  GHashTable *shown = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) seeds = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < budget->lines->len; i++)
    if (is_line_shown (self, plt_devis_line (self, i)))
      g_array_append_val (seeds, plt_devis_line (self, i)->line->account);
  for (guint i = 0; i < budget->accounts->len; i++)
    {
      const PltBudgetAccount *account = plt_devis_account (self, i);

      if (self->all || account->level == 1 || account->total != 0 || account->contributions != 0
          || account->transfers != 0 || account->percentages != 0
          || g_hash_table_contains (self->named_accounts, PLT_ID_TO_POINTER (account->account->id)))
        g_array_append_val (seeds, account->account->id);
    }
  for (guint i = 0; i < facts->transfers.n; i++)
    {
      g_array_append_val (seeds, facts->transfers.items[i].from_account);
      g_array_append_val (seeds, facts->transfers.items[i].to_account);
    }
  for (guint i = 0; i < seeds->len; i++)
    {
      const PltAccountFacts *account
          = PLT_FACTS_FIND (facts->accounts, PltAccountFacts, g_array_index (seeds, gint64, i));

      while (account != NULL && g_hash_table_add (shown, PLT_ID_TO_POINTER (account->id)))
        account = PLT_FACTS_FIND (facts->accounts, PltAccountFacts, account->parent);
    }
  return shown;
}

static void
add_row (PltDevisPaper *self, PltDevisRow row)
{
  row.row = self->rows->len + 1;
  g_array_append_val (self->rows, row);
}

static void
add_rows_of_account (PltDevisPaper *self, guint index, guint first_line, guint n_lines)
{
  const PltFacts *facts = self->source.facts;
  const PltBudget *budget = self->source.budget;
  const PltAccountFacts *account = plt_devis_account (self, index)->account;

  add_row (self, (PltDevisRow){ .kind = PLT_DEVIS_ROW_ACCOUNT, .account = index });
  g_hash_table_insert (self->account_rows, PLT_ID_TO_POINTER (account->id),
                       GUINT_TO_POINTER (self->rows->len));
  if (self->level != PLT_DEVIS_LINES)
    return;
  for (guint i = first_line; i < first_line + n_lines; i++)
    if (is_line_shown (self, plt_devis_line (self, i)))
      {
        add_row (self, (PltDevisRow){ .kind = PLT_DEVIS_ROW_LINE, .account = index, .line = i });
        g_hash_table_insert (self->line_rows,
                             PLT_ID_TO_POINTER (plt_devis_line (self, i)->line->id),
                             GUINT_TO_POINTER (self->rows->len));
      }
  for (guint i = 0; i < facts->transfers.n; i++)
    {
      const PltTransferFacts *transfer = &facts->transfers.items[i];

      if (transfer->budget == budget->budget->id && transfer->amount_cents != PLT_UNKNOWN
          && plt_budget_find_account (budget, transfer->from_account) != NULL
          && plt_budget_find_account (budget, transfer->to_account) != NULL
          && (transfer->from_account == account->id || transfer->to_account == account->id))
        add_row (self, (PltDevisRow){ .kind = PLT_DEVIS_ROW_TRANSFER,
                                      .account = index,
                                      .transfer = transfer });
    }
  for (PltPercent i = 0; i < PLT_N_PERCENTS; i++)
    if (budget->percents[i].account == account)
      add_row (self,
               (PltDevisRow){ .kind = PLT_DEVIS_ROW_PERCENT, .account = index, .percent = i });
}

static void
find_rows (PltDevisPaper *self)
{
  const PltBudget *budget = self->source.budget;
  g_autoptr (GHashTable) shown = shown_accounts (self);
  guint next = 0;

  for (guint i = 0; i < budget->accounts->len; i++)
    {
      const PltBudgetAccount *account = plt_devis_account (self, i);
      guint first = next;

      while (next < budget->lines->len
             && plt_devis_line (self, next)->line->account == account->account->id)
        next++;
      if (g_hash_table_contains (shown, PLT_ID_TO_POINTER (account->account->id))
          && (self->level != PLT_DEVIS_POSTS || account->level == 1))
        add_rows_of_account (self, i, first, next - first);
    }
  if (budget->unposted != 0)
    add_row (self, (PltDevisRow){ .kind = PLT_DEVIS_ROW_UNPOSTED });
}

/* An account ends where one that is not deeper begins. */
static void
find_ends (PltDevisPaper *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      PltDevisRow *row = &g_array_index (self->rows, PltDevisRow, i);
      guint end = i + 1, level;

      if (row->kind != PLT_DEVIS_ROW_ACCOUNT)
        continue;
      level = plt_devis_account (self, row->account)->level;
      for (; end < self->rows->len; end++)
        {
          const PltDevisRow *other = &g_array_index (self->rows, PltDevisRow, end);

          if (other->kind == PLT_DEVIS_ROW_UNPOSTED
              || (other->kind == PLT_DEVIS_ROW_ACCOUNT
                  && plt_devis_account (self, other->account)->level <= level))
            break;
        }
      row->end = end + 1;
    }
}

/* ---- columns ---- */

static gboolean
has_any (const PltDevisPaper *self, PltDevisColumn column)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltDevisRow *row = &g_array_index (self->rows, PltDevisRow, i);
      const PltLineFacts *line;

      if (row->kind != PLT_DEVIS_ROW_LINE)
        continue;
      line = plt_devis_line (self, row->line)->line;
      if (column == PLT_DEVIS_TIMES  ? *line->times != '\0'
          : column == PLT_DEVIS_MODE ? strcmp (line->mode, "numeraire") != 0
                                     : line->abroad)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_column_shown (const PltDevisPaper *self, PltDevisColumn column)
{
  switch (column)
    {
    case PLT_DEVIS_CODE:
    case PLT_DEVIS_LABEL:
    case PLT_DEVIS_TOTAL:
      return TRUE;
    case PLT_DEVIS_QUANTITY:
    case PLT_DEVIS_DURATION:
    case PLT_DEVIS_UNIT:
    case PLT_DEVIS_AMOUNT:
      return self->level == PLT_DEVIS_LINES;
    case PLT_DEVIS_RATE:
    case PLT_DEVIS_CHARGES_RATE:
    case PLT_DEVIS_CHARGES:
    case PLT_DEVIS_TARGET:
      return plt_devis_is_alive (self);
    case PLT_DEVIS_TIMES:
    case PLT_DEVIS_MODE:
    case PLT_DEVIS_PLACE:
      return self->level == PLT_DEVIS_LINES && has_any (self, column);
    case PLT_DEVIS_N_COLUMNS:
    default:
      return FALSE;
    }
}

/* Profiles of the lines that are printed, in the order of their table. */
static void
find_profiles (PltDevisPaper *self)
{
  const PltFacts *facts = self->source.facts;
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  guint row = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltDevisRow *of = &g_array_index (self->rows, PltDevisRow, i);

      if (of->kind == PLT_DEVIS_ROW_LINE)
        g_hash_table_add (used, PLT_ID_TO_POINTER (plt_devis_line (self, of->line)->line->profile));
    }
  for (guint i = 0; i < facts->profiles.n; i++)
    if (g_hash_table_contains (used, PLT_ID_TO_POINTER (facts->profiles.items[i].id)))
      g_hash_table_insert (self->profile_rows, PLT_ID_TO_POINTER (facts->profiles.items[i].id),
                           GUINT_TO_POINTER (++row));
}

/* Lines by the profile that counts their contributions one by one. */
static void
find_detailed (PltDevisPaper *self)
{
  for (guint i = 0; i < self->source.budget->lines->len; i++)
    {
      const PltContributionTable *table = plt_budget_line_table (self->source.budget, i);
      const PltBudgetLine *line = plt_devis_line (self, i);
      PltDevisDetailed *detailed = NULL;

      if (table == NULL || line->amount == PLT_UNKNOWN || line->amount <= 0
          || !g_hash_table_contains (self->line_rows, PLT_ID_TO_POINTER (line->line->id)))
        continue;
      for (guint k = 0; k < self->detailed->len && detailed == NULL; k++)
        if (((PltDevisDetailed *) self->detailed->pdata[k])->table == table)
          detailed = self->detailed->pdata[k];
      if (detailed == NULL)
        {
          detailed = g_new0 (PltDevisDetailed, 1);
          detailed->profile = plt_devis_profile (self, i);
          detailed->table = table;
          detailed->name = g_strdup_printf ("Charges %s", detailed->profile->code);
          detailed->lines = g_array_new (FALSE, FALSE, sizeof (guint));
          detailed->rows = g_hash_table_new (NULL, NULL);
          detailed->total_column = 6 + plt_contribution_table_get_n_entries (table) + 2;
          g_ptr_array_add (self->detailed, detailed);
        }
      g_array_append_val (detailed->lines, i);
      g_hash_table_insert (detailed->rows, GUINT_TO_POINTER (i),
                           GUINT_TO_POINTER (2 + detailed->lines->len));
    }
}

void
plt_devis_prepare (PltDevisPaper *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (PltDevisRow));
  self->line_rows = g_hash_table_new (NULL, NULL);
  self->account_rows = g_hash_table_new (NULL, NULL);
  self->named_lines = g_hash_table_new (NULL, NULL);
  self->named_accounts = g_hash_table_new (NULL, NULL);
  self->facts = g_hash_table_new (g_str_hash, g_str_equal);
  self->fact_names = g_ptr_array_new_with_free_func (g_free);
  self->fact_values = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->fact_origins = g_ptr_array_new ();
  self->profile_rows = g_hash_table_new (NULL, NULL);
  self->detailed = g_ptr_array_new_with_free_func (detailed_free);
  if (plt_devis_is_alive (self))
    note_names (self);
  find_rows (self);
  find_ends (self);
  for (PltDevisColumn i = 0; i < PLT_DEVIS_N_COLUMNS; i++)
    self->columns[i] = is_column_shown (self, i) ? (int) self->n_columns++ : -1;
  if (plt_devis_is_alive (self))
    {
      find_profiles (self);
      find_detailed (self);
    }
  for (guint i = 0; i < self->source.budget->lines->len && !self->incomplete; i++)
    self->incomplete = plt_devis_is_unknown (self, i);
}

/* ---- the head and the foot of the paper ---- */

/* "Devis au 2 novembre 2026 · Devis prévisionnel · verrouillé"; a name that says nothing more than
 * the title is left out. */
static char *
subtitle_of (const PltDevisPaper *self)
{
  const PltBudgetFacts *budget = self->source.budget->budget;
  PltDate at = budget->date != PLT_DATE_NONE ? budget->date : self->source.date;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *date = plt_date_format_long (at);
  const char *day = strchr (date, ' '); /* "lundi 2 novembre 2026" */

  g_ptr_array_add (parts, g_strdup_printf ("Devis au %s", day != NULL ? day + 1 : date));
  if (strcmp (budget->name, "Devis") != 0 && *budget->name != '\0')
    g_ptr_array_add (parts, g_strdup (budget->name));
  if (strcmp (budget->status, "verrouille") == 0)
    g_ptr_array_add (parts, g_strdup ("verrouillé"));
  if (self->incomplete)
    g_ptr_array_add (parts, g_strdup ("total incomplet"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

PltDocument *
plt_devis_paper_new (const PltDevisPaper *self, const char *title, PltOrientation orientation)
{
  const PltBudgetFacts *budget = self->source.budget->budget;
  g_autofree char *subtitle = subtitle_of (self);
  g_autofree char *version = budget->version != PLT_UNKNOWN
                                 ? g_strdup_printf ("v%" G_GINT64_FORMAT, budget->version)
                                 : NULL;

  return plt_paper_new (&self->source, title, subtitle, version, PLT_PAPER_A4, orientation);
}

PltDocument *
plt_devis_paper_empty (const PltDevisPaper *self, const char *title)
{
  PltDocument *document;

  if (self->source.budget->budget != NULL && self->source.budget->accounts->len > 0)
    return NULL;
  document = plt_paper_new (&self->source, title, NULL, NULL, PLT_PAPER_A4, PLT_LANDSCAPE);
  plt_document_paragraph (document, "text.note",
                          "La production n’a pas encore de devis : ouvrez-en un.",
                          PLT_DEVIS_NO_REF);
  return document;
}

void
plt_devis_add_head (const PltDevisPaper *self, PltDocument *document)
{
  const PltProductionFacts *production = &self->source.facts->production;
  const PltPlan *plan = self->source.plan;
  PltDocFields *fields = plt_document_fields (document, 4);
  PltRef ref = { "production", production->id, "director" };
  g_autofree char *length = production->target_seconds != PLT_UNKNOWN
                                ? plt_seconds_format (production->target_seconds)
                                : g_strdup ("");
  g_autofree char *days = g_strdup_printf ("%u", plan->n_shooting_days);

  plt_doc_fields_add (fields, "Réalisation", production->director, ref);
  ref.column = "format";
  plt_doc_fields_add (fields, "Format", production->format, ref);
  ref.column = "target_seconds";
  plt_doc_fields_add (fields, "Durée annoncée", length, ref);
  plt_doc_fields_add (fields, "Jours de tournage", days, PLT_DEVIS_NO_REF);
  ref.column = "production_manager";
  plt_doc_fields_add (fields, "Direction de production", production->production_manager, ref);
  ref.column = "company_address";
  plt_doc_fields_add (fields, "Adresse de la production", production->company_address, ref);
  ref.column = "region";
  plt_doc_fields_add (fields, "Région", production->region, ref);
  ref.column = "agreement";
  plt_doc_fields_add (fields, "Convention collective (IDCC)", production->agreement, ref);
}

/* The RGA wants the devis signed: by the house, and by who made it. */
void
plt_devis_add_signatures (const PltDevisPaper *self, PltDocument *document)
{
  const PltProductionFacts *production = &self->source.facts->production;
  g_autofree char *house
      = g_strdup_printf ("Pour la production%s%s, date et signature",
                         *production->company != '\0' ? " " : "", production->company);
  PltDocFields *fields = plt_document_fields (document, 2);

  plt_doc_fields_add (fields, house, "\n\n", PLT_DEVIS_NO_REF);
  plt_doc_fields_add (fields, "La direction de production, date et signature", "\n\n",
                      PLT_DEVIS_NO_REF);
}
