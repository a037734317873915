/* What each row of the sheet is: a line, an account, a total, nothing. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-devis-csv-private.h"
#include "plt-error.h"
#include "plt-money.h"
#include "plt-text.h"

#define CENT_E6 10000
#define CHECK_EVERY 256
#define NO_HEADER G_MAXUINT

static const PltDevisField numbers[]
    = { PLT_DEVIS_QUANTITY, PLT_DEVIS_DURATION,     PLT_DEVIS_TIMES,   PLT_DEVIS_RATE,
        PLT_DEVIS_AMOUNT,   PLT_DEVIS_CHARGES_RATE, PLT_DEVIS_CHARGES, PLT_DEVIS_TOTAL };

/* The tables of a sheet, and which of them each row is in. */
typedef struct
{
  GArray *headers; /* PltDevisHeader */
  GArray *of_rows; /* guint: index into headers; NO_HEADER before the first */
  GArray *titles;  /* gboolean: the row is one of titles */
} Tables;

typedef struct
{
  PltDevisReading *reading;
  const PltDevisHeader *header;
  const PltSheetRow *source;
  PltDevisRow *row;
  char *problem; /* (nullable): of a number */
  char *rest;    /* (nullable): a unit behind a number */
} Work;

void
plt_devis_row_free (gpointer data)
{
  PltDevisRow *self = data;

  g_free (self->folded);
  g_free (self->unit);
  g_free (self);
}

void
plt_devis_say (PltDevisEntry *entry, gboolean attention, const char *sentence)
{
  char *both = *entry->message == '\0' ? g_strdup (sentence)
                                       : g_strjoin (" ", entry->message, sentence, NULL);

  g_free (entry->message);
  entry->message = both;
  entry->attention |= attention;
}

void
plt_devis_reject (PltDevisRow *row, const char *sentence)
{
  row->entry->outcome = PLT_DEVIS_REJECTED;
  row->line = NULL;
  plt_devis_say (row->entry, TRUE, sentence);
}

char *
plt_devis_account_name (const PltAccountFacts *account)
{
  return g_strjoin (" ", account->code, account->name, NULL);
}

static void
set_account (PltDevisRow *row, const PltAccountFacts *account)
{
  row->account = account;
  plt_set_str (&row->entry->account, account != NULL ? account->code : "");
}

/* ---- cells ---- */

static const char *
text_of (const Work *self, PltDevisField field)
{
  int column = self->header->columns[field];

  return column >= 0 ? plt_sheet_row_text (self->source, (guint) column) : "";
}

static gboolean
is_number_cell (const Work *self, PltDevisField field)
{
  int column = self->header->columns[field];

  return column >= 0 && (guint) column < self->source->n_cells
         && self->source->cells[column].is_number;
}

static void
read_number (Work *self, PltDevisField field)
{
  const char *text = text_of (self, field);
  gboolean written = !is_number_cell (self, field);
  gboolean counts
      = field == PLT_DEVIS_QUANTITY || field == PLT_DEVIS_DURATION || field == PLT_DEVIS_RATE;
  g_autoptr (GError) error = NULL;
  gboolean percent = FALSE;
  const char *rest = "";
  gint64 e6;

  if (*text == '\0')
    return;
  if (written && !g_ascii_isdigit (*text)
      && plt_sheet_words_find (self->reading->words, "vide", text) != NULL)
    {
      if (strpbrk (text, "?") != NULL || g_ascii_isalpha (*text) || (guchar) *text == 0xC3)
        {
          g_autofree char *sentence
              = g_strdup_printf (_ ("“%s” was taken for an empty cell."), text);

          plt_devis_say (self->row->entry, TRUE, sentence);
        }
      return;
    }
  if (!plt_sheet_number_parse (text, written ? self->reading->sign : PLT_DECIMAL_POINT, &e6,
                               &percent, counts ? &rest : NULL, &error))
    {
      if (self->problem == NULL)
        self->problem = g_strdup (error->message);
      return;
    }
  if (*rest == '/')
    rest++;
  if (*rest != '\0' && self->rest == NULL)
    self->rest = g_strdup (rest);
  if (field == PLT_DEVIS_RATE)
    self->row->percent = percent;
  if (field == PLT_DEVIS_CHARGES_RATE && (percent || (written && e6 > 1000000)))
    e6 /= 100;
  self->row->has[field] = TRUE;
  self->row->e6[field] = e6;
}

static gint64
to_cents (gint64 e6)
{
  return e6 / CENT_E6 + (e6 % CENT_E6 >= CENT_E6 / 2) - (e6 % CENT_E6 <= -CENT_E6 / 2);
}

static void
read_unit (Work *self)
{
  const char *text = *text_of (self, PLT_DEVIS_UNIT) != '\0' ? text_of (self, PLT_DEVIS_UNIT)
                     : self->rest != NULL                    ? self->rest
                                                             : "";
  const char *id
      = *text != '\0' ? plt_sheet_words_find (self->reading->words, "unite", text) : NULL;

  if (*text != '\0')
    self->row->unit = g_strdup (id != NULL ? id : text);
  self->row->strange_unit = *text != '\0' && id == NULL;
}

/* "→ 42" */
static void
read_target (Work *self)
{
  const char *text = text_of (self, PLT_DEVIS_TARGET);

  if (*text != '\0')
    self->row->target = plt_devis_index_account_by_code (self->reading->index, text);
}

static gboolean
has_amount (const PltDevisRow *row)
{
  return row->has[PLT_DEVIS_RATE] || row->has[PLT_DEVIS_AMOUNT] || row->has[PLT_DEVIS_TOTAL]
         || row->has[PLT_DEVIS_QUANTITY];
}

/* What the sheet itself says the row amounts to: of a line without its charges, of others with
 * all. */
static void
read_said (PltDevisRow *row, gboolean line)
{
  gint64 amount = to_cents (row->e6[PLT_DEVIS_AMOUNT]);
  gint64 total = to_cents (row->e6[PLT_DEVIS_TOTAL]);

  row->charges = row->has[PLT_DEVIS_CHARGES] ? to_cents (row->e6[PLT_DEVIS_CHARGES]) : 0;
  row->said = PLT_UNKNOWN;
  if (line && row->has[PLT_DEVIS_AMOUNT])
    row->said = amount;
  else if (row->has[PLT_DEVIS_TOTAL])
    row->said = line ? total - row->charges : total;
  else if (row->has[PLT_DEVIS_AMOUNT])
    row->said = amount;
  row->entry->read = row->said;
}

/* ---- kinds ---- */

/* "ht", "hors taxes", "1 à 9" behind a word for everything are no name of an account. */
static gboolean
has_letter (const char *rest)
{
  return *rest != '\0' && strcmp (rest, "ht") != 0 && strcmp (rest, "hors taxes") != 0
         && strpbrk (rest, "abcdefghijklmnopqrstuvwxyz") != NULL;
}

/* "poste 2", "du compte 21", "personnel" behind a word for a total. */
static const PltAccountFacts *
account_of_total (const PltDevisReading *self, const char *rest)
{
  const PltAccountFacts *account = plt_devis_index_account_by_name (self->index, rest);
  const char *behind;
  PltDevisFound found;
  g_autofree char *problem = NULL;

  if (account != NULL)
    return account;
  if (plt_sheet_words_begin (self->words, "article", rest, &behind) != NULL && *behind != '\0')
    return account_of_total (self, behind);
  if (strspn (rest, "0123456789.-") == strlen (rest) && *rest != '\0')
    return plt_devis_index_account_by_code (self->index, rest);
  if (plt_devis_index_find (self->index, "", rest, NULL, FALSE, &found, &problem)
      && found.line == NULL)
    return found.account;
  return NULL;
}

static void
read_total (Work *self, const char *what, const char *rest, const PltAccountFacts *context)
{
  PltDevisRow *row = self->row;
  gboolean everything = *what != '\0' && !has_letter (rest);
  gboolean bare = *rest == '\0' && *row->code == '\0' && !everything;

  read_said (row, FALSE);
  if (bare)
    {
      row->kind = PLT_ROW_BARE;
      set_account (row, context);
      return;
    }
  set_account (row, *row->code != '\0'
                        ? plt_devis_index_account_by_code (self->reading->index, row->code)
                        : NULL);
  if (row->account == NULL && everything)
    row->kind = PLT_ROW_GRAND;
  else if (row->account == NULL)
    set_account (row, account_of_total (self->reading, rest));
  if (row->account != NULL)
    row->kind = PLT_ROW_TOTAL;
  else if (row->kind != PLT_ROW_GRAND)
    {
      row->entry->outcome = PLT_DEVIS_PASSED;
      plt_devis_say (row->entry, TRUE,
                     _ ("This total names no account here, so it was not compared."));
    }
}

/* Frais généraux, imprévus: what comes after the posts, counted by the devis itself; a producer or
 * financial costs may stand in the account that the devis counts them in. */
static void
read_after (Work *self, const char *column, const PltAccountFacts *context)
{
  PltDevisRow *row = self->row;
  const PltBudgetFacts *budget = self->reading->budget;
  const char *within = strcmp (column, "producer_e6") == 0    ? budget->producer_account
                       : strcmp (column, "financial_e6") == 0 ? budget->financial_account
                                                              : "";

  read_said (row, context != NULL && g_strcmp0 (context->code, within) == 0);
  row->kind = PLT_ROW_AFTER;
  row->column = column;
  row->entry->outcome = PLT_DEVIS_PASSED;
  if (context != NULL && g_strcmp0 (context->code, within) == 0)
    set_account (row, context);
  if (*column == '\0')
    row->said = PLT_UNKNOWN;
}

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/* Totals, amounts carried forward, percentages: told by their words. TRUE when it is one. */
static gboolean
read_by_words (Work *self, const PltAccountFacts *context)
{
  PltDevisRow *row = self->row;
  g_autofree char *code = plt_sheet_fold (row->code);
  const char *text = *row->folded != '\0' ? row->folded : code;
  const char *rest, *column, *what;

  if (plt_sheet_words_begin (self->reading->words, "report", text, &rest) != NULL && *rest == '\0')
    {
      row->entry->outcome = PLT_DEVIS_PASSED;
      return TRUE;
    }
  what = plt_sheet_words_begin (self->reading->words, "total", text, &rest);
  if (what != NULL)
    {
      if (text == code)
        row->code = "";
      read_total (self, what, rest, context);
      return TRUE;
    }
  if (has_digit (row->code))
    return FALSE;
  column = plt_sheet_words_begin (self->reading->words, "apres", text, &rest);
  if (column == NULL || strspn (rest, "0123456789.,%-+ abcdefghijklmnopqrstuvwxyz") < strlen (rest)
      || (*rest != '\0' && *column != '\0' && !has_digit (rest)))
    return FALSE;
  read_after (self, column, context);
  return TRUE;
}

/* A row that gives an account, not a line of it. */
static const PltAccountFacts *
read_account (Work *self, const PltDevisFound *found)
{
  PltDevisRow *row = self->row;
  g_autofree char *name = plt_sheet_fold (found->account->name);
  gboolean named = found->by_label || *row->folded == '\0' || strcmp (row->folded, name) == 0;

  set_account (row, found->account);
  plt_set_str (&row->entry->code, found->account->code);
  if (!has_amount (row))
    row->entry->outcome = PLT_DEVIS_HEADING;
  else if (!named && row->has[PLT_DEVIS_RATE])
    {
      row->kind = PLT_ROW_LINE;
      row->line = plt_devis_index_line_of (self->reading->index, found->account, row->folded);
      read_said (row, TRUE);
    }
  else
    {
      row->kind = PLT_ROW_ACCOUNT;
      read_said (row, FALSE);
    }
  return found->account;
}

/* A row with an amount that nothing here is called as. */
static const PltAccountFacts *
read_new (Work *self, const PltAccountFacts *context, const char *doubt)
{
  PltDevisRow *row = self->row;
  const PltAccountFacts *account = context;
  g_autofree char *sentence = NULL;

  if (has_digit (row->code))
    account = plt_devis_index_prefix (self->reading->index, row->code);
  read_said (row, TRUE);
  if (*row->label == '\0' && *row->code == '\0')
    sentence = g_strdup (_ ("An amount with neither code nor label: give the row one."));
  else if (has_digit (row->code) && account == NULL)
    sentence = g_strdup_printf (
        _ ("No account here has the code “%s”: correct it, or say where it belongs."), row->code);
  else if (*row->label == '\0')
    sentence = g_strdup (_ ("A new line needs a label: give the row one."));
  else if (account == NULL && doubt != NULL)
    sentence = g_strdup_printf (_ ("Nothing here is called so, and it stands under “%s”, which is "
                                   "no account here: say where it belongs."),
                                doubt);
  else if (account == NULL)
    sentence = g_strdup (_ ("Nothing here is called so: give the row the code of its account, or "
                            "say where it belongs."));
  else if (!has_digit (row->code) && plt_devis_index_has_children (self->reading->index, account)
           && account->parent == 0)
    sentence = g_strdup_printf (_ ("Nothing here is called so, and the post %s has accounts of its "
                                   "own: say in which of them it belongs."),
                                account->code);
  if (sentence != NULL)
    {
      plt_devis_reject (row, sentence);
      return context;
    }
  set_account (row, account);
  row->kind = PLT_ROW_LINE;
  return account;
}

/* A code that a spreadsheet has made a number of: "21.10" is "21.1" now. */
static gboolean
is_spoiled (const Work *self, const PltDevisFound *found)
{
  const char *point = is_number_cell (self, PLT_DEVIS_CODE) ? strchr (self->row->code, '.') : NULL;
  g_autofree char *name = NULL;

  if (point == NULL || strlen (point) != 2 || found->account == NULL)
    return FALSE;
  name = plt_sheet_fold (found->line != NULL ? found->line->label : found->account->name);
  return strcmp (name, self->row->folded) != 0;
}

static void
take_line (Work *self, const PltDevisFound *found)
{
  PltDevisRow *row = self->row;

  row->kind = PLT_ROW_LINE;
  row->line = found->line;
  set_account (row, found->account);
  read_said (row, TRUE);
}

/* Returns the account that the rows below stand in. */
static const PltAccountFacts *
read_row (Work *self, const PltAccountFacts *context, const char **doubt)
{
  PltDevisRow *row = self->row;
  PltDevisFound found;
  g_autofree char *problem = NULL;
  gboolean known;

  if (read_by_words (self, context))
    return context;
  known = plt_devis_index_find (self->reading->index, row->code, row->folded, context,
                                has_amount (row), &found, &problem);
  if (known && is_spoiled (self, &found))
    known = plt_devis_index_find (self->reading->index, "", row->folded, context, has_amount (row),
                                  &found, &problem);
  if (!known && (has_amount (row) || self->problem != NULL))
    {
      read_said (row, TRUE);
      plt_devis_reject (row, problem);
      return context;
    }
  if (!known)
    {
      plt_devis_say (row->entry, TRUE, problem);
      *doubt = row->label;
      return NULL;
    }
  *doubt = found.account != NULL ? NULL : *doubt;
  if (found.line != NULL)
    {
      take_line (self, &found);
      return found.account;
    }
  if (found.account != NULL)
    return read_account (self, &found);
  /* words where a number might stand are no line without a label: a signature, a note */
  if (has_amount (row) || (self->problem != NULL && *row->label != '\0'))
    return read_new (self, context, *doubt);
  *doubt = *row->label != '\0' ? row->label : *doubt;
  return *row->label != '\0' ? NULL : context;
}

/* ---- the sheet ---- */

static PltDevisRow *
new_row (PltDevisReading *self, const PltSheetRow *source)
{
  PltDevisRow *row = g_new0 (PltDevisRow, 1);

  row->entry = g_new0 (PltDevisEntry, 1);
  row->entry->row = source->number;
  row->entry->outcome = PLT_DEVIS_PASSED;
  row->entry->message = g_strdup ("");
  row->entry->account = g_strdup ("");
  row->entry->read = row->entry->amount = row->said = PLT_UNKNOWN;
  row->kind = PLT_ROW_OTHER;
  row->code = row->label = row->note = "";
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->plan->entries, row->entry);
  return row;
}

static void
end_row (Work *self)
{
  PltDevisRow *row = self->row;

  if (self->problem == NULL || row->entry->outcome == PLT_DEVIS_REJECTED
      || row->entry->outcome == PLT_DEVIS_HEADING)
    return;
  if (row->kind == PLT_ROW_LINE || row->kind == PLT_ROW_ACCOUNT)
    {
      if (row->line != NULL)
        g_hash_table_add (self->reading->taken, PLT_ID_TO_POINTER (row->line->id));
      plt_devis_reject (row, self->problem);
    }
  else
    plt_devis_say (row->entry, TRUE, self->problem);
}

static const PltAccountFacts *
take_row (PltDevisReading *self,
          const PltDevisHeader *header,
          const PltSheetRow *source,
          const PltAccountFacts *context,
          const char **doubt)
{
  Work work = { self, header, source, new_row (self, source), NULL, NULL };
  PltDevisRow *row = work.row;
  const char *phase;

  row->code = text_of (&work, PLT_DEVIS_CODE);
  row->label = text_of (&work, PLT_DEVIS_LABEL);
  row->note = text_of (&work, PLT_DEVIS_NOTE);
  row->folded = plt_sheet_fold (row->label);
  row->entry->code = g_strdup (row->code);
  row->entry->label = g_strdup (row->label);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    read_number (&work, numbers[i]);
  read_unit (&work);
  read_target (&work);
  phase = text_of (&work, PLT_DEVIS_PHASE);
  row->phase = *phase != '\0' ? plt_sheet_words_find (self->words, "phase", phase) : NULL;
  context = read_row (&work, context, doubt);
  end_row (&work);
  g_free (work.problem);
  g_free (work.rest);
  return context;
}

/* Titles, a header before the first row, are one in the plan too. */
static void
pass_row (PltDevisReading *self, const PltSheetRow *source)
{
  PltDevisRow *row = new_row (self, source);
  const char *text = "";

  for (guint i = 0; i < source->n_cells && *text == '\0'; i++)
    text = source->cells[i].text;
  row->entry->code = g_strdup ("");
  row->entry->label = g_strdup (text);
  row->label = text;
  row->folded = g_strdup ("");
}

static void
learn (PltDevisReading *self, const PltDevisHeader *header, const PltSheetRow *source)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      int column = header->columns[numbers[i]];

      if (column >= 0 && (guint) column < source->n_cells && !source->cells[column].is_number)
        self->sign = plt_sheet_number_learn (self->sign, source->cells[column].text);
    }
}

static gboolean
tick (const PltDevisReading *self, guint done, guint all, GError **error)
{
  if (done % CHECK_EVERY != 0)
    return TRUE;
  if (self->options->progress != NULL)
    self->options->progress (self->options->progress_data, done, all);
  return !g_cancellable_set_error_if_cancelled (self->options->cancellable, error);
}

static gboolean
find_tables (PltDevisReading *self, const PltSheet *sheet, Tables *tables, GError **error)
{
  guint current = NO_HEADER;

  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const PltSheetRow *row = &g_array_index (sheet->rows, PltSheetRow, i);
      PltDevisHeader header;
      gboolean titles
          = plt_devis_header_read (self->words, self->options->columns, row, &header,
                                   tables->headers->len == 0 ? self->plan->remarks : NULL);

      if (titles)
        {
          current = tables->headers->len;
          g_array_append_val (tables->headers, header);
        }
      g_array_append_val (tables->of_rows, current);
      g_array_append_val (tables->titles, titles);
      if (!tick (self, i / 2, sheet->rows->len, error))
        return FALSE;
    }
  if (tables->headers->len == 0)
    {
      PltDevisHeader header;

      if (!plt_devis_header_given (self->words, self->options->columns, &header, error))
        return FALSE;
      g_array_append_val (tables->headers, header);
      for (guint i = 0; i < tables->of_rows->len; i++)
        g_array_index (tables->of_rows, guint, i) = 0;
    }
  for (guint i = 0; i < sheet->rows->len; i++)
    if (g_array_index (tables->of_rows, guint, i) != NO_HEADER)
      learn (self,
             &g_array_index (tables->headers, PltDevisHeader,
                             g_array_index (tables->of_rows, guint, i)),
             &g_array_index (sheet->rows, PltSheetRow, i));
  return TRUE;
}

/* "Code, Libellé, Montant €": the titles that were understood, of the table that has most. */
static void
describe_columns (PltDevisReading *self, const PltSheet *sheet, const Tables *tables)
{
  const PltDevisHeader *best = NULL;
  const PltSheetRow *titles = NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sheet->rows->len; i++)
    {
      guint index = g_array_index (tables->of_rows, guint, i);
      const PltDevisHeader *header;

      if (!g_array_index (tables->titles, gboolean, i))
        continue;
      header = &g_array_index (tables->headers, PltDevisHeader, index);
      if (best == NULL || header->n > best->n)
        {
          best = header;
          titles = &g_array_index (sheet->rows, PltSheetRow, i);
        }
    }
  for (guint i = 0; best != NULL && i < PLT_DEVIS_N_FIELDS; i++)
    if (best->columns[i] >= 0)
      {
        g_autofree char *title
            = plt_text_excerpt (plt_sheet_row_text (titles, (guint) best->columns[i]), 40);

        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", title);
      }
  self->plan->columns = g_string_free (text, FALSE);
}

static gboolean
read_all (PltDevisReading *self, const PltSheet *sheet, const Tables *tables, GError **error)
{
  const PltAccountFacts *context = NULL;
  const char *doubt = NULL;

  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const PltSheetRow *row = &g_array_index (sheet->rows, PltSheetRow, i);
      guint index = g_array_index (tables->of_rows, guint, i);

      if (!tick (self, (sheet->rows->len + i) / 2, sheet->rows->len, error))
        return FALSE;
      if (index == NO_HEADER || g_array_index (tables->titles, gboolean, i))
        pass_row (self, row);
      else
        context = take_row (self, &g_array_index (tables->headers, PltDevisHeader, index), row,
                            context, &doubt);
    }
  return TRUE;
}

gboolean
plt_devis_rows_read (PltDevisReading *self, const PltSheet *sheet, GError **error)
{
  g_autoptr (GArray) headers = g_array_new (FALSE, FALSE, sizeof (PltDevisHeader));
  g_autoptr (GArray) of_rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) titles = g_array_new (FALSE, FALSE, sizeof (gboolean));
  Tables tables = { headers, of_rows, titles };

  if (!find_tables (self, sheet, &tables, error))
    return FALSE;
  describe_columns (self, sheet, &tables);
  return read_all (self, sheet, &tables, error);
}
