/* The numbers of each line, and the edits that give them to the devis. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-devis-csv-private.h"
#include "plt-money.h"
#include "plt-rows.h"
#include "plt-text.h"

#define ONE 1000000
#define CENT_E6 10000
#define LUMP "forfait"

/* What a line is to say. */
typedef struct
{
  gint64 quantity_e6, duration_e6, times_e6;
  PltMoney rate; /* PLT_UNKNOWN: not said */
  PltMoney amount;
  gboolean lump;
  gboolean keeps; /* it says what the sheet says already, in its own way */
} Numbers;

typedef struct
{
  PltDevisReading *reading;
  PltDevisRow *row;
  PltDevisValue value; /* of the line as it is */
  Numbers numbers;
} Work;

/* ---- what there is ---- */

static gint64
plain (const char *text, gint64 empty)
{
  gint64 e6;

  if (*text == '\0')
    return empty;
  return plt_number_parse (text, 6, &e6, NULL) ? e6 : PLT_UNKNOWN;
}

PltDevisValue
plt_devis_value_of (const PltDevisReading *self, const PltLineFacts *line)
{
  PltDevisValue value = { PLT_UNKNOWN, PLT_UNKNOWN, PLT_UNKNOWN, PLT_UNKNOWN, PLT_UNKNOWN };

  if (self->options->value != NULL
      && self->options->value (self->options->value_data, line->id, &value))
    return value;
  value.quantity_e6 = plain (line->quantity, 0);
  value.duration_e6 = plain (line->duration, 0);
  value.times_e6 = plain (line->times, ONE);
  value.rate = *line->rate_formula != '\0' ? PLT_UNKNOWN : line->rate_cents;
  value.amount = PLT_UNKNOWN;
  if (value.quantity_e6 != PLT_UNKNOWN && value.duration_e6 != PLT_UNKNOWN
      && value.times_e6 != PLT_UNKNOWN && value.rate != PLT_UNKNOWN
      && !plt_devis_multiply (value.quantity_e6, value.duration_e6, value.times_e6, value.rate,
                              &value.amount))
    value.amount = PLT_UNKNOWN;
  return value;
}

/* ---- what is to be ---- */

G_GNUC_PRINTF (3, 4)
static void
say (Work *self, gboolean attention, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  plt_devis_say (self->row->entry, attention, sentence);
}

static void
make_lump (Work *self, PltMoney amount)
{
  self->numbers = (Numbers){ ONE, ONE, ONE, amount, amount, TRUE, FALSE };
}

static gboolean
product (const Numbers *numbers, PltMoney *amount)
{
  return plt_devis_multiply (numbers->quantity_e6, numbers->duration_e6, numbers->times_e6,
                             numbers->rate, amount);
}

/* A number of the sheet; that of the line where the sheet has none and both then come to what the
 * sheet says; else 1. */
static void
read_factors (Work *self, gboolean from_line)
{
  const PltDevisRow *row = self->row;
  const PltDevisValue *value = &self->value;
  Numbers *numbers = &self->numbers;

  numbers->quantity_e6 = row->has[PLT_DEVIS_QUANTITY] ? row->e6[PLT_DEVIS_QUANTITY]
                         : from_line && value->quantity_e6 != PLT_UNKNOWN ? value->quantity_e6
                                                                          : ONE;
  numbers->duration_e6 = row->has[PLT_DEVIS_DURATION] ? row->e6[PLT_DEVIS_DURATION]
                         : from_line && value->duration_e6 != PLT_UNKNOWN ? value->duration_e6
                                                                          : ONE;
  numbers->times_e6 = row->has[PLT_DEVIS_TIMES]                     ? row->e6[PLT_DEVIS_TIMES]
                      : from_line && value->times_e6 != PLT_UNKNOWN ? value->times_e6
                                                                    : ONE;
}

/* A factor of at most two decimals that makes the amount what the sheet says. */
static gboolean
find_factor (Work *self)
{
  Numbers tried = self->numbers;
  PltMoney amount;
  gint64 hundredths;

  if (self->row->has[PLT_DEVIS_TIMES] || self->numbers.amount == 0
      || !plt_number_mul_div (self->row->said, 100, self->numbers.amount, PLT_ROUND_HALF_UP,
                              &hundredths)
      || hundredths <= 0)
    return FALSE;
  if (!plt_number_mul_div (hundredths, tried.times_e6, 100, PLT_ROUND_HALF_UP, &tried.times_e6)
      || !product (&tried, &amount) || amount != self->row->said)
    return FALSE;
  tried.amount = amount;
  self->numbers = tried;
  return TRUE;
}

static void
tell_difference (Work *self)
{
  g_autofree char *said = plt_money_format (self->row->said);
  g_autofree char *made = plt_money_format (self->numbers.amount);

  say (self, TRUE, _ ("The sheet says %s, its numbers make %s: the numbers are kept."), said, made);
}

/* The sheet has a rate. FALSE when the amount is beyond all bounds. */
static gboolean
settle_rate (Work *self)
{
  const PltDevisRow *row = self->row;
  Numbers *numbers = &self->numbers;
  gint64 e6 = row->e6[PLT_DEVIS_RATE];
  PltMoney amount;

  numbers->rate = e6 / CENT_E6;
  read_factors (self, TRUE);
  if (row->said == PLT_UNKNOWN || !product (numbers, &amount) || amount != row->said)
    read_factors (self, FALSE);
  if (e6 % CENT_E6 != 0)
    {
      if (!plt_devis_multiply (numbers->quantity_e6, numbers->duration_e6, numbers->times_e6, e6,
                               &amount))
        return FALSE;
      amount = (amount + (amount < 0 ? -CENT_E6 / 2 : CENT_E6 / 2)) / CENT_E6;
      make_lump (self, row->said != PLT_UNKNOWN ? row->said : amount);
      say (self, TRUE, _ ("Its rate has parts of a centime: its amount is taken as a lump sum."));
      return TRUE;
    }
  if (!product (numbers, &numbers->amount))
    return FALSE;
  if (row->said == PLT_UNKNOWN || row->said == numbers->amount)
    return TRUE;
  if (find_factor (self))
    {
      g_autofree char *factor = plt_number_format (numbers->times_e6, 6, 0);

      say (self, FALSE, _ ("A factor of %s makes its amount what the sheet says."), factor);
    }
  else
    tell_difference (self);
  return TRUE;
}

/* The sheet has an amount alone. */
static void
settle_amount (Work *self)
{
  const PltDevisRow *row = self->row;
  Numbers *numbers = &self->numbers;
  PltMoney unit, amount;

  read_factors (self, FALSE);
  numbers->rate = ONE;
  if ((row->has[PLT_DEVIS_QUANTITY] || row->has[PLT_DEVIS_DURATION] || row->has[PLT_DEVIS_TIMES])
      && row->said != 0 && product (numbers, &unit) && unit != 0
      && plt_number_mul_div (row->said, ONE, unit, PLT_ROUND_HALF_UP, &numbers->rate)
      && product (numbers, &amount) && amount == row->said)
    {
      numbers->amount = amount;
      return;
    }
  if ((row->has[PLT_DEVIS_QUANTITY] || row->has[PLT_DEVIS_DURATION]) && row->said != 0)
    say (self, TRUE, _ ("No rate in centimes makes its amount: it is taken as a lump sum."));
  make_lump (self, row->said);
}

static gboolean
is_negative (const PltDevisRow *row, PltDevisField field)
{
  return row->has[field] && row->e6[field] < 0;
}

/* FALSE: the row is rejected. */
static gboolean
settle (Work *self)
{
  PltDevisRow *row = self->row;

  if (is_negative (row, PLT_DEVIS_QUANTITY) || is_negative (row, PLT_DEVIS_DURATION)
      || is_negative (row, PLT_DEVIS_TIMES))
    {
      plt_devis_reject (row, _ ("A number of the budget cannot be below zero: give the rate the "
                                "minus sign, for what is taken off."));
      return FALSE;
    }
  if (row->has[PLT_DEVIS_RATE] && row->percent)
    {
      plt_devis_reject (row, _ ("Its rate is a percentage, which no line has: give its amount."));
      return FALSE;
    }
  if (row->line != NULL && row->said != PLT_UNKNOWN && row->said == self->value.amount
      && !row->has[PLT_DEVIS_RATE] && !row->has[PLT_DEVIS_QUANTITY]
      && !row->has[PLT_DEVIS_DURATION])
    {
      self->numbers.keeps = TRUE;
      self->numbers.amount = row->said;
      return TRUE;
    }
  if (row->has[PLT_DEVIS_RATE])
    {
      if (settle_rate (self))
        return TRUE;
      plt_devis_reject (row, _ ("Its amount is too large for a budget."));
      return FALSE;
    }
  if (row->said != PLT_UNKNOWN)
    {
      settle_amount (self);
      return TRUE;
    }
  read_factors (self, FALSE);
  self->numbers.rate = row->line != NULL ? self->value.rate : PLT_UNKNOWN;
  self->numbers.amount = PLT_UNKNOWN;
  if (self->numbers.rate != PLT_UNKNOWN && !product (&self->numbers, &self->numbers.amount))
    self->numbers.amount = PLT_UNKNOWN;
  if (self->numbers.rate == PLT_UNKNOWN)
    say (self, TRUE, _ ("It has neither rate nor amount: it is still to be priced."));
  return TRUE;
}

/* ---- edits ---- */

/* An edit of a line begins when there is something to set. */
typedef struct
{
  PltBatch *batch;
  gint64 id;
  gboolean begun;
} Edit;

static void
begin (Edit *edit)
{
  if (!edit->begun)
    plt_batch_update (edit->batch, "budget_line", edit->id);
  edit->begun = TRUE;
}

static void
set_text (Edit *edit, const char *column, const char *text)
{
  begin (edit);
  plt_batch_set_text (edit->batch, column, text);
}

static void
set_number (Work *self, Edit *edit, const char *column, const char *present, gint64 is, gint64 e6)
{
  g_autofree char *text = NULL;
  gint64 known;

  if (is == e6)
    return;
  text = plt_number_format_plain (e6, 6);
  if (*present != '\0' && !plt_number_parse (present, 6, &known, NULL))
    say (self, TRUE, _ ("The formula “%s” gives way to %s."), present, text);
  set_text (edit, column, text);
}

static void
set_rate (Work *self, Edit *edit, const char *formula)
{
  if (self->numbers.rate == PLT_UNKNOWN || self->numbers.rate == self->value.rate)
    return;
  begin (edit);
  plt_batch_set_integer (edit->batch, "rate_cents", self->numbers.rate);
  if (*formula == '\0')
    return;
  say (self, TRUE, _ ("The formula “%s” of its rate gives way to a number."), formula);
  plt_batch_set_text (edit->batch, "rate_formula", "");
}

/* (nullable): the only profile of that rate whose charges go there */
static const PltProfileFacts *
find_profile (const PltDevisReading *self, const PltDevisRow *row)
{
  const PltProfileFacts *found = NULL;

  for (guint i = 0; row->has[PLT_DEVIS_CHARGES_RATE] && i < self->facts->profiles.n; i++)
    {
      const PltProfileFacts *profile = &self->facts->profiles.items[i];

      if (profile->employer_e6 != row->e6[PLT_DEVIS_CHARGES_RATE]
          || (row->target != NULL && strcmp (row->target->code, profile->account) != 0))
        continue;
      if (found != NULL)
        return NULL;
      found = profile;
    }
  return found;
}

/* The profile to give a line; what no profile gives is said. */
static gint64
profile_for (Work *self, gint64 present)
{
  const PltDevisRow *row = self->row;
  const PltProfileFacts *profile;
  g_autofree char *amount = NULL;

  if (present != 0 && row->charges == 0 && !row->has[PLT_DEVIS_CHARGES_RATE]
      && self->numbers.amount != 0)
    self->reading->n_own_charges++;
  if (present != 0 || (row->charges == 0 && row->e6[PLT_DEVIS_CHARGES_RATE] == 0))
    return present;
  profile = find_profile (self->reading, row);
  if (profile != NULL)
    return profile->id;
  plt_money_add (self->reading->plan->charges, row->charges, &self->reading->plan->charges);
  amount = plt_money_format (row->charges);
  say (self, TRUE,
       _ ("No single profile has its rate of contributions, so that its %s are not counted: choose "
          "its profile."),
       amount);
  return 0;
}

/* The label without what the paper adds to it. */
static char *
bare_label (const char *label)
{
  static const char *const added[] = { " (étranger)", " (en nature)", " (participation)" };
  char *bare = g_strdup (label);

  for (guint i = 0; i < G_N_ELEMENTS (added); i++)
    if (g_str_has_suffix (bare, added[i]))
      bare[strlen (bare) - strlen (added[i])] = '\0';
  return bare;
}

static void
tell_unit (Work *self)
{
  if (self->row->strange_unit && !self->numbers.lump)
    say (self, TRUE, _ ("The unit “%s” is not one of the program’s; it is kept as it is written."),
         self->row->unit);
}

static void
set_words (Work *self, Edit *edit, const PltLineFacts *line)
{
  const PltDevisRow *row = self->row;
  g_autofree char *bare = bare_label (row->label);
  g_autofree char *folded = plt_sheet_fold (bare);
  g_autofree char *present = plt_sheet_fold (line->label);
  const char *unit = self->numbers.lump ? LUMP : row->unit;

  if (*bare != '\0' && strcmp (row->label, line->label) != 0 && strcmp (folded, present) != 0)
    {
      say (self, TRUE, _ ("It was called “%s”."), line->label);
      set_text (edit, "label", bare);
    }
  if (unit != NULL && strcmp (unit, line->unit) != 0 && !self->numbers.keeps)
    {
      tell_unit (self);
      set_text (edit, "unit", unit);
    }
  if (*row->note != '\0' && strcmp (row->note, line->note) != 0)
    set_text (edit, "note", row->note);
  if (row->phase != NULL && strcmp (row->phase, line->phase) != 0)
    set_text (edit, "phase", row->phase);
}

static void
tell_change (Work *self)
{
  g_autofree char *was = NULL;
  PltMoney before = self->value.amount;

  if (before == PLT_UNKNOWN || before == self->numbers.amount)
    return;
  was = plt_money_format (before);
  say (self, FALSE, _ ("It was %s."), was);
}

static void
update_line (Work *self, PltBatch *batch, gint64 id)
{
  const PltLineFacts *line = self->row->line;
  const Numbers *numbers = &self->numbers;
  Edit edit = { batch, id, FALSE };
  gint64 profile;

  if (!numbers->keeps)
    {
      set_number (self, &edit, "quantity", line->quantity, self->value.quantity_e6,
                  numbers->quantity_e6);
      set_number (self, &edit, "duration", line->duration, self->value.duration_e6,
                  numbers->duration_e6);
      set_number (self, &edit, "times", line->times, self->value.times_e6, numbers->times_e6);
      set_rate (self, &edit, line->rate_formula);
    }
  set_words (self, &edit, line);
  profile = profile_for (self, line->profile);
  if (profile != line->profile)
    {
      begin (&edit);
      plt_batch_set_integer (batch, "profile", profile);
    }
  self->row->entry->outcome = edit.begun ? PLT_DEVIS_UPDATED : PLT_DEVIS_UNCHANGED;
  plt_set_str (&self->row->entry->code, *line->code != '\0' ? line->code : self->row->code);
  self->row->entry->line = line->id;
  if (edit.begun)
    tell_change (self);
}

static void
create_line (Work *self, PltBatch *batch, gint64 budget, gint64 account)
{
  const PltDevisRow *row = self->row;
  const Numbers *numbers = &self->numbers;
  const char *unit = numbers->lump || row->unit == NULL ? LUMP : row->unit;
  g_autofree char *quantity = plt_number_format_plain (numbers->quantity_e6, 6);
  g_autofree char *duration = plt_number_format_plain (numbers->duration_e6, 6);
  g_autofree char *times
      = numbers->times_e6 != ONE ? plt_number_format_plain (numbers->times_e6, 6) : g_strdup ("");
  g_autofree char *label = bare_label (row->label);
  g_autofree char *where = plt_devis_account_name (row->account);
  gint64 profile = profile_for (self, 0);

  tell_unit (self);
  plt_batch_insert (batch, "budget_line");
  plt_batch_set_integer (batch, "budget", budget);
  plt_batch_set_integer (batch, "account", account);
  if (plt_devis_index_account_by_code (self->reading->index, row->code) == NULL)
    plt_batch_set_text (batch, "code", row->code);
  plt_batch_set_text (batch, "label", label);
  plt_batch_set_text (batch, "quantity", quantity);
  plt_batch_set_text (batch, "duration", duration);
  plt_batch_set_text (batch, "times", times);
  plt_batch_set_text (batch, "unit", unit);
  if (numbers->rate != PLT_UNKNOWN)
    plt_batch_set_integer (batch, "rate_cents", numbers->rate);
  if (row->phase != NULL)
    plt_batch_set_text (batch, "phase", row->phase);
  if (profile != 0)
    plt_batch_set_integer (batch, "profile", profile);
  if (*row->note != '\0')
    plt_batch_set_text (batch, "note", row->note);
  self->row->entry->outcome = PLT_DEVIS_CREATED;
  say (self, FALSE, _ ("A new line of %s."), where);
}

/* ---- a new version ---- */

typedef struct
{
  PltDevisReading *reading;
  PltBatch *batch;
  gint64 budget;     /* handle */
  GHashTable *moved; /* "table id" of the ids: PLT_ID_TO_POINTER, one table each */
  GHashTable *lines;
  GHashTable *left_out; /* ids of lines */
} Copy;

static gint64
handle_of (GHashTable *table, gint64 id)
{
  return (gint64) (gintptr) g_hash_table_lookup (table, PLT_ID_TO_POINTER (id));
}

static gboolean
copy_values (Copy *self, const PltTable *table, gint64 id, GError **error)
{
  const guint n = plt_table_n_columns (table);
  g_autofree PltValue *values = g_new0 (PltValue, n);
  gboolean fine = plt_rows_read (self->reading->store, table, id, values, error);

  for (guint i = 0; fine && i < n; i++)
    {
      const PltColumn *column = &table->columns[i];
      gint64 handle = 0;

      if (values[i].kind == PLT_VALUE_INTEGER && g_strcmp0 (column->reference, "budget") == 0
          && strcmp (column->id, "budget") == 0)
        handle = self->budget;
      else if (values[i].kind == PLT_VALUE_INTEGER && g_strcmp0 (column->reference, "account") == 0)
        handle = handle_of (self->moved, values[i].integer);
      if (handle != 0)
        plt_batch_set_integer (self->batch, column->id, handle);
      else if (g_strcmp0 (column->reference, "account") != 0)
        plt_batch_set_value (self->batch, column->id, &values[i]);
    }
  for (guint i = 0; i < n; i++)
    plt_value_clear (&values[i]);
  return fine;
}

/* Accounts first without their parents, which may come later. */
static gboolean
copy_rows (Copy *self, const char *id, GHashTable *handles, GError **error)
{
  const PltTable *table = plt_table_find (id);
  const PltFilter filter = { "budget", plt_value_integer (self->reading->budget->id) };
  g_autoptr (GArray) ids = plt_rows_ids (self->reading->store, table, &filter, 1, NULL, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 row = g_array_index (ids, gint64, i);

      if (self->left_out != NULL && strcmp (id, "budget_line") == 0
          && g_hash_table_contains (self->left_out, PLT_ID_TO_POINTER (row)))
        continue;
      gint64 handle = plt_batch_insert (self->batch, id);

      if (handles != NULL)
        g_hash_table_insert (handles, PLT_ID_TO_POINTER (row), PLT_ID_TO_POINTER (handle));
      if (!copy_values (self, table, row, error))
        return FALSE;
    }
  return ids != NULL;
}

static void
set_parents (Copy *self)
{
  const PltFacts *facts = self->reading->facts;

  for (guint i = 0; i < facts->accounts.n; i++)
    {
      const PltAccountFacts *account = &facts->accounts.items[i];
      gint64 handle = handle_of (self->moved, account->id);
      gint64 parent = handle_of (self->moved, account->parent);

      if (handle == 0 || parent == 0 || account->budget != self->reading->budget->id)
        continue;
      plt_batch_update (self->batch, "account", handle);
      plt_batch_set_integer (self->batch, "parent", parent);
    }
}

static gboolean
copy_budget (Copy *self, GError **error)
{
  const PltFacts *facts = self->reading->facts;
  gint64 version = 0;

  for (guint i = 0; i < facts->budgets.n; i++)
    version = MAX (version, facts->budgets.items[i].version);
  self->budget = plt_batch_insert (self->batch, "budget");
  if (!copy_values (self, plt_table_find ("budget"), self->reading->budget->id, error))
    return FALSE;
  plt_batch_set_text (self->batch, "name", self->reading->options->version);
  plt_batch_set_integer (self->batch, "version", version + 1);
  plt_batch_set_text (self->batch, "status", "brouillon");
  plt_batch_set_integer (self->batch, "is_template", 0);
  plt_batch_set_integer (self->batch, "copied_from", self->reading->budget->id);
  if (!copy_rows (self, "account", self->moved, error))
    return FALSE;
  set_parents (self);
  return copy_rows (self, "budget_global", NULL, error)
         && copy_rows (self, "budget_line", self->lines, error)
         && copy_rows (self, "budget_transfer", NULL, error);
}

/* ---- all ---- */

/* A line with an amount that no row stands for. */
static void
add_absent (PltDevisReading *self, const PltLineFacts *line, PltMoney amount)
{
  PltDevisEntry *entry = g_new0 (PltDevisEntry, 1);
  const PltAccountFacts *account = plt_devis_index_account (self->index, line->account);

  entry->outcome = PLT_DEVIS_ABSENT;
  entry->code = g_strdup (line->code);
  entry->label = g_strdup (line->label);
  entry->account = g_strdup (account != NULL ? account->code : "");
  entry->line = line->id;
  entry->read = PLT_UNKNOWN;
  entry->amount = amount;
  entry->attention = TRUE;
  entry->message
      = g_strdup (self->options->version != NULL
                      ? _ ("The sheet does not have this line; the new version is without it.")
                      : _ ("The sheet does not have this line; it stays as it is."));
  plt_money_add (self->plan->absent, amount, &self->plan->absent);
  g_ptr_array_add (self->plan->entries, entry);
}

static GHashTable *
find_absent (PltDevisReading *self)
{
  GHashTable *absent = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < self->facts->lines.n; i++)
    {
      const PltLineFacts *line = &self->facts->lines.items[i];
      PltDevisValue value;

      if (line->budget != self->budget->id
          || g_hash_table_contains (self->taken, PLT_ID_TO_POINTER (line->id)))
        continue;
      value = plt_devis_value_of (self, line);
      if (value.amount == PLT_UNKNOWN || value.amount == 0)
        continue;
      add_absent (self, line, value.amount);
      g_hash_table_add (absent, PLT_ID_TO_POINTER (line->id));
    }
  return absent;
}

/* One row for one line: a second one makes a line of its own. */
static void
claim (PltDevisReading *self, PltDevisRow *row)
{
  if (row->line == NULL || g_hash_table_add (self->taken, PLT_ID_TO_POINTER (row->line->id)))
    return;
  plt_devis_say (row->entry, TRUE,
                 _ ("Another row is this line already: this one becomes a line of its own."));
  row->line = NULL;
}

static void
write_after (PltDevisReading *self, PltDevisRow *row, PltBatch *batch, gint64 budget)
{
  const struct
  {
    const char *column;
    gint64 present;
  } rates[] = { { "overheads_e6", self->budget->overheads_e6 },
                { "contingency_e6", self->budget->contingency_e6 },
                { "producer_e6", self->budget->producer_e6 },
                { "financial_e6", self->budget->financial_e6 } };
  gint64 rate = row->percent ? row->e6[PLT_DEVIS_RATE] / 100 : row->e6[PLT_DEVIS_RATE];

  if (*row->column == '\0')
    return;
  if (row->account != NULL && row->said != PLT_UNKNOWN)
    plt_money_add (self->plan->percentages, row->said, &self->plan->percentages);
  if (!row->has[PLT_DEVIS_RATE] || rate < 0 || rate > ONE)
    {
      plt_devis_say (row->entry, TRUE,
                     _ ("The budget counts this by a rate of its own; the sheet gives none."));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      g_autofree char *text = NULL, *sentence = NULL;

      if (strcmp (rates[i].column, row->column) != 0)
        continue;
      row->entry->outcome = rate == rates[i].present ? PLT_DEVIS_UNCHANGED : PLT_DEVIS_UPDATED;
      if (rate == rates[i].present)
        return;
      plt_batch_update (batch, "budget", budget);
      plt_batch_set_integer (batch, row->column, rate);
      text = plt_number_format (rate, 4, 0);
      sentence = g_strdup_printf (_ ("The rate of the budget becomes %s %%."), text);
      plt_devis_say (row->entry, FALSE, sentence);
    }
}

static void
write_line (PltDevisReading *self, PltDevisRow *row, const Copy *copy, PltBatch *batch)
{
  Work work = { .reading = self, .row = row };
  gint64 account, id;

  if (row->line != NULL)
    work.value = plt_devis_value_of (self, row->line);
  else
    work.value = (PltDevisValue){ PLT_UNKNOWN, PLT_UNKNOWN, PLT_UNKNOWN, PLT_UNKNOWN, PLT_UNKNOWN };
  if (!settle (&work))
    return;
  row->entry->amount = work.numbers.amount;
  account = copy != NULL ? handle_of (copy->moved, row->account->id) : row->account->id;
  if (row->line != NULL)
    {
      id = copy != NULL ? handle_of (copy->lines, row->line->id) : row->line->id;
      update_line (&work, batch, id);
    }
  else if (work.numbers.amount == 0)
    {
      row->entry->outcome = PLT_DEVIS_PASSED;
      say (&work, FALSE, _ ("It amounts to nothing and no line here is called so."));
      return;
    }
  else
    create_line (&work, batch, self->plan->budget, account);
  plt_money_add (self->plan->contributions, row->charges, &self->plan->contributions);
  if (work.numbers.amount != PLT_UNKNOWN)
    plt_money_add (self->plan->amount, work.numbers.amount, &self->plan->amount);
}

static gboolean
is_written (const PltDevisRow *row)
{
  return row->kind == PLT_ROW_LINE && row->entry->outcome != PLT_DEVIS_REJECTED;
}

gboolean
plt_devis_write (PltDevisReading *self, GError **error)
{
  PltDevisPlan *plan = self->plan;
  g_autoptr (GHashTable) moved = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GHashTable) lines = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GHashTable) absent = NULL;
  Copy copy = { self, plan->batch, 0, moved, lines, NULL };
  gboolean anew = self->options->version != NULL;

  for (guint i = 0; i < self->rows->len; i++)
    if (is_written (self->rows->pdata[i]))
      claim (self, self->rows->pdata[i]);
  absent = find_absent (self);
  copy.left_out = absent;
  if (anew && !copy_budget (&copy, error))
    return FALSE;
  plan->budget = anew ? copy.budget : self->budget->id;
  for (guint i = 0; i < self->rows->len; i++)
    {
      PltDevisRow *row = self->rows->pdata[i];

      if (row->kind == PLT_ROW_AFTER && row->entry->outcome != PLT_DEVIS_REJECTED)
        write_after (self, row, plan->batch, plan->budget);
      else if (is_written (row))
        write_line (self, row, anew ? &copy : NULL, plan->batch);
      if (row->entry->outcome == PLT_DEVIS_REJECTED && row->said != PLT_UNKNOWN)
        plt_money_add (plan->refused, row->said, &plan->refused);
    }
  if (self->n_own_charges > 0)
    g_ptr_array_add (plan->remarks,
                     g_strdup_printf (ngettext ("%u line has a profile of contributions here: the "
                                                "budget adds them to the amount of the sheet.",
                                                "%u lines have a profile of contributions here: "
                                                "the budget adds them to the amounts of the sheet.",
                                                self->n_own_charges),
                                      self->n_own_charges));
  return TRUE;
}
