/* A statement from the cells of a sheet. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-bank-csv-private.h"
#include "plt-error.h"
#include "plt-money.h"
#include "plt-text.h"

#define TITLES_WITHIN 200 /* rows, in which the titles are looked for */
#define CHECK_EVERY 512
#define CENT_E6 10000
#define SHOWN 40

typedef struct
{
  const PltBankOptions *options;
  PltSheetWords *words;
  const PltSheet *sheet;
  PltBankHeader header;
  PltDecimalSign sign;
  PltBankStatement *statement;
  PltBankRow *previous; /* that a row of words alone goes on with */
} Reader;

static const PltSheetCell *
cell_of (const Reader *self, const PltSheetRow *row, PltBankField field)
{
  static const PltSheetCell none = { "", FALSE };
  int column = self->header.columns[field];

  return column >= 0 && (guint) column < row->n_cells ? &row->cells[column] : &none;
}

static const char *
text_of (const Reader *self, const PltSheetRow *row, PltBankField field)
{
  return cell_of (self, row, field)->text;
}

/* ---- amounts ---- */

/* Centimes, PLT_UNKNOWN for an empty cell. FALSE with a sentence. */
static gboolean
read_money (const Reader *self, const char *text, PltMoney *amount, char **problem)
{
  g_autoptr (GError) error = NULL;
  const char *rest = "";
  gboolean percent;
  gint64 e6;

  *amount = PLT_UNKNOWN;
  if (*text == '\0')
    return TRUE;
  if (!plt_sheet_number_parse (text, self->sign, &e6, &percent, &rest, &error))
    {
      *problem = g_strdup (error->message);
      return FALSE;
    }
  if (percent || e6 % CENT_E6 != 0 || e6 == G_MININT64)
    {
      g_autofree char *shown = plt_text_excerpt (text, SHOWN);

      *problem = g_strdup_printf (
          _ ("“%s” is not an amount to the centime: correct it in the file."), shown);
      return FALSE;
    }
  *amount = e6 / CENT_E6;
  if (*rest != '\0')
    {
      const char *way = plt_sheet_words_find (self->words, "sens", rest);
      g_autofree char *shown = plt_text_excerpt (text, SHOWN);

      if (way == NULL)
        {
          *problem = g_strdup_printf (_ ("“%s” is not an amount in euros."), shown);
          return FALSE;
        }
      if (g_str_equal (way, "debit"))
        *amount = -ABS (*amount);
    }
  return TRUE;
}

/* The direction of a column of its own: the amount beside it has no sign, or the same. */
static gboolean
turn (const Reader *self, const PltSheetRow *row, PltMoney *amount, char **problem)
{
  const char *text = text_of (self, row, PLT_BANK_DIRECTION);
  const char *way = plt_sheet_words_find (self->words, "sens", text);

  if (*text == '\0' || *amount == PLT_UNKNOWN)
    return TRUE;
  if (way == NULL)
    {
      g_autofree char *shown = plt_text_excerpt (text, SHOWN);

      *problem = g_strdup_printf (_ ("“%s” says neither debit nor credit."), shown);
      return FALSE;
    }
  *amount = g_str_equal (way, "debit") ? -ABS (*amount) : ABS (*amount);
  return TRUE;
}

static gboolean
read_amount (const Reader *self, const PltSheetRow *row, PltMoney *amount, char **problem)
{
  PltMoney debit, credit, single;

  if (!read_money (self, text_of (self, row, PLT_BANK_DEBIT), &debit, problem)
      || !read_money (self, text_of (self, row, PLT_BANK_CREDIT), &credit, problem)
      || !read_money (self, text_of (self, row, PLT_BANK_AMOUNT), &single, problem)
      || !turn (self, row, &single, problem))
    return FALSE;
  if (debit == 0 && credit != PLT_UNKNOWN)
    debit = PLT_UNKNOWN;
  if (credit == 0 && debit != PLT_UNKNOWN)
    credit = PLT_UNKNOWN;
  if (debit != PLT_UNKNOWN && credit != PLT_UNKNOWN)
    {
      *problem = g_strdup (_ ("It has a debit and a credit: keep the one that is right."));
      return FALSE;
    }
  *amount = debit != PLT_UNKNOWN ? -ABS (debit) : credit != PLT_UNKNOWN ? ABS (credit) : single;
  return TRUE;
}

static void
learn_sign (Reader *self)
{
  static const PltBankField fields[]
      = { PLT_BANK_AMOUNT, PLT_BANK_DEBIT, PLT_BANK_CREDIT, PLT_BANK_BALANCE };

  for (guint i = self->header.row; i < self->sheet->rows->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
      {
        const PltSheetCell *cell
            = cell_of (self, &g_array_index (self->sheet->rows, PltSheetRow, i), fields[j]);

        if (!cell->is_number)
          self->sign = plt_sheet_number_learn (self->sign, cell->text);
      }
}

/* ---- words ---- */

static void
add_words (GString *label, const char *text)
{
  g_autofree char *squeezed = plt_text_squeeze (text);

  if (*squeezed != '\0' && !plt_text_contains (label->str, squeezed))
    g_string_append_printf (label, "%s%s", label->len > 0 ? " " : "", squeezed);
}

static char *
read_label (const Reader *self, const PltSheetRow *row)
{
  g_autoptr (GString) label = g_string_new (NULL);

  add_words (label, text_of (self, row, PLT_BANK_LABEL));
  for (guint i = 0; i < self->header.n_details; i++)
    add_words (label, plt_sheet_row_text (row, (guint) self->header.details[i]));
  return plt_text_shorten (label->str, PLT_BANK_MAX_LABEL);
}

static guint
n_filled (const PltSheetRow *row)
{
  guint n = 0;

  for (guint i = 0; i < row->n_cells; i++)
    n += *row->cells[i].text != '\0';
  return n;
}

/* A balance or a total among the entries, and what it says. (nullable) */
static const char *
passed_as (const Reader *self, const char *label)
{
  g_autofree char *folded = plt_sheet_fold (label);
  const char *rest;
  const char *code = plt_sheet_words_find (self->words, "seul", folded);

  return code != NULL ? code : plt_sheet_words_begin (self->words, "passe", folded, &rest);
}

/* The last amount of a row of the head, where columns mean nothing, or of a balance. */
static PltMoney
last_amount (const Reader *self, const PltSheetRow *row, gboolean in_table)
{
  for (guint i = row->n_cells; i > 0; i--)
    {
      g_autofree char *problem = NULL;
      PltMoney amount;

      if ((row->cells[i - 1].is_number || plt_bank_is_amount (row->cells[i - 1].text))
          && read_money (self, row->cells[i - 1].text, &amount, &problem))
        return in_table && self->header.columns[PLT_BANK_DEBIT] == (int) i - 1 ? -ABS (amount)
                                                                               : amount;
    }
  return PLT_UNKNOWN;
}

static void
note_balance (Reader *self, const PltSheetRow *row, const char *code, gboolean in_table)
{
  PltMoney amount = last_amount (self, row, in_table);

  if (amount == PLT_UNKNOWN)
    return;
  if (g_str_equal (code, "ouverture") && self->statement->opening == PLT_UNKNOWN)
    self->statement->opening = amount;
  if (g_str_equal (code, "cloture"))
    self->statement->closing = amount;
}

/* ---- rows ---- */

static void
reject (PltBankRow *entry, const char *sentence)
{
  entry->outcome = PLT_BANK_REJECTED;
  plt_bank_row_say (entry, sentence);
}

static void
pass (PltBankRow *entry, const char *sentence)
{
  entry->outcome = PLT_BANK_PASSED;
  plt_bank_row_say (entry, sentence);
}

static gboolean
check_currency (const Reader *self, const PltSheetRow *row, PltBankRow *entry)
{
  const char *text = text_of (self, row, PLT_BANK_CURRENCY);
  g_autofree char *shown = plt_text_excerpt (text, SHOWN);
  g_autofree char *sentence = NULL;

  if (*text == '\0' || plt_sheet_words_find (self->words, "devise", text) != NULL)
    return TRUE;
  sentence = g_strdup_printf (_ ("It is in %s: a statement in euros is needed."), shown);
  reject (entry, sentence);
  return FALSE;
}

static void
read_rest (const Reader *self, const PltSheetRow *row, PltBankRow *entry)
{
  g_autofree char *problem = NULL;

  if (!plt_bank_date_read (cell_of (self, row, PLT_BANK_VALUE_DATE), &entry->value_date))
    entry->value_date = PLT_DATE_NONE;
  plt_set_str (&entry->account, text_of (self, row, PLT_BANK_ACCOUNT));
  g_free (entry->reference);
  entry->reference = plt_text_shorten (text_of (self, row, PLT_BANK_REFERENCE), PLT_BANK_MAX_LABEL);
  if (!read_money (self, text_of (self, row, PLT_BANK_BALANCE), &entry->balance, &problem))
    entry->balance = PLT_UNKNOWN;
}

/* A row without a date: words that go on, or nothing. TRUE when it has become part of another. */
static gboolean
goes_on (Reader *self, const PltSheetRow *row, const char *label)
{
  GString *joined;

  if (self->previous == NULL || n_filled (row) != 1 || *text_of (self, row, PLT_BANK_LABEL) == '\0')
    return FALSE;
  joined = g_string_new (self->previous->label);
  add_words (joined, label);
  g_free (self->previous->label);
  self->previous->label = plt_text_shorten (joined->str, PLT_BANK_MAX_LABEL);
  g_string_free (joined, TRUE);
  return TRUE;
}

static void
read_undated (
    Reader *self, const PltSheetRow *row, const char *label, PltMoney amount, const char *problem)
{
  const char *written = text_of (self, row, PLT_BANK_DATE);
  g_autofree char *shown = plt_text_excerpt (written, SHOWN);
  g_autofree char *sentence = NULL;
  PltBankRow *entry;

  if (amount == PLT_UNKNOWN && problem == NULL && goes_on (self, row, label))
    return;
  entry = plt_bank_statement_add (self->statement, row->number);
  plt_set_str (&entry->label, *label != '\0' ? label : written);
  entry->amount = amount;
  self->previous = NULL;
  if (amount == PLT_UNKNOWN)
    {
      pass (entry, _ ("It has neither a date nor an amount."));
      return;
    }
  sentence = *written == '\0'
                 ? g_strdup (_ ("It has no date: write one in the file."))
                 : g_strdup_printf (_ ("“%s” is not a date: write it like 12/05/2026."), shown);
  reject (entry, sentence);
}

static void
read_dated (Reader *self,
            const PltSheetRow *row,
            PltDate date,
            char *label,
            PltMoney amount,
            const char *problem)
{
  PltBankRow *entry = plt_bank_statement_add (self->statement, row->number);

  entry->date = date;
  entry->amount = amount;
  plt_set_str (&entry->label, label);
  read_rest (self, row, entry);
  self->previous = NULL;
  if (problem != NULL)
    reject (entry, problem);
  else if (amount == PLT_UNKNOWN)
    reject (entry, _ ("It has no amount: write one in the file."));
  else if (amount == 0)
    pass (entry, _ ("Its amount is nothing."));
  else if (check_currency (self, row, entry))
    {
      if (*entry->label == '\0')
        plt_set_str (&entry->label,
                     *entry->reference != '\0' ? entry->reference : _ ("Without a label"));
      self->previous = entry;
    }
}

static void
read_row (Reader *self, const PltSheetRow *row)
{
  g_autofree char *label = read_label (self, row);
  const char *code = passed_as (self, *label != '\0' ? label : plt_sheet_row_text (row, 0));
  g_autofree char *problem = NULL;
  PltBankHeader again;
  PltMoney amount = PLT_UNKNOWN;
  PltDate date;
  PltBankRow *entry;

  if (code == NULL && plt_bank_header_read (self->words, NULL, row, &again))
    code = "titres";
  if (code != NULL)
    {
      note_balance (self, row, code, TRUE);
      entry = plt_bank_statement_add (self->statement, row->number);
      plt_set_str (&entry->label, *label != '\0' ? label : plt_sheet_row_text (row, 0));
      pass (entry, g_str_equal (code, "titres") ? _ ("The titles again.")
                                                : _ ("A balance or a total, not an entry."));
      self->previous = NULL;
      return;
    }
  if (!read_amount (self, row, &amount, &problem))
    amount = PLT_UNKNOWN;
  if (plt_bank_date_read (cell_of (self, row, PLT_BANK_DATE), &date)
      || (*text_of (self, row, PLT_BANK_DATE) == '\0'
          && plt_bank_date_read (cell_of (self, row, PLT_BANK_OPERATION_DATE), &date)))
    read_dated (self, row, date, label, amount, problem);
  else
    read_undated (self, row, label, amount, problem);
}

/* ---- the head ---- */

/* "Numéro de compte : 0123456A033", in one cell or in two. */
static void
read_account (Reader *self, const PltSheetRow *row)
{
  for (guint i = 0; i < row->n_cells && *self->statement->account == '\0'; i++)
    {
      const char *text = row->cells[i].text;
      const char *colon = strchr (text, ':');
      g_autofree char *before = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : NULL;
      g_autofree char *folded = plt_sheet_fold (colon != NULL ? before : text);
      const char *value = colon != NULL ? colon + 1 : plt_sheet_row_text (row, i + 1);
      g_autofree char *squeezed = plt_text_squeeze (value);

      if (plt_sheet_words_find (self->words, "compte", folded) != NULL && *squeezed != '\0'
          && strpbrk (squeezed, "0123456789") != NULL && strlen (squeezed) <= 40)
        {
          g_free (self->statement->account);
          self->statement->account = g_steal_pointer (&squeezed);
        }
    }
}

static void
read_head (Reader *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const PltSheetRow *row = &g_array_index (self->sheet->rows, PltSheetRow, i);
      const char *code = passed_as (self, plt_sheet_row_text (row, 0));

      read_account (self, row);
      if (code != NULL)
        note_balance (self, row, code, FALSE);
    }
}

static gboolean
find_titles (Reader *self, const PltSheetRow **titles)
{
  *titles = NULL;
  for (guint i = 0; i < MIN (self->sheet->rows->len, TITLES_WITHIN); i++)
    {
      const PltSheetRow *row = &g_array_index (self->sheet->rows, PltSheetRow, i);

      if (plt_bank_header_read (self->words, self->options->columns, row, &self->header))
        {
          /* columns named by number alone: the row may be an entry itself */
          PltDate date;
          gboolean entry = plt_bank_date_read (cell_of (self, row, PLT_BANK_DATE), &date);

          *titles = entry ? NULL : row;
          self->header.row = entry ? i : i + 1;
          return TRUE;
        }
    }
  if (!plt_bank_header_guess (self->sheet, &self->header))
    return FALSE;
  for (guint i = 0; i < self->sheet->rows->len; i++)
    {
      PltDate date;

      self->header.row = i;
      if (plt_bank_date_read (
              cell_of (self, &g_array_index (self->sheet->rows, PltSheetRow, i), PLT_BANK_DATE),
              &date))
        break;
    }
  g_ptr_array_add (self->statement->remarks,
                   g_strdup (_ ("The file has no titles: the columns were told by what they "
                                "hold. Look at some entries before importing.")));
  return TRUE;
}

/* (transfer full) (nullable): NULL without an error when the sheet is no statement */
static PltBankStatement *
read_sheet (const PltSheetBook *book,
            const PltSheet *sheet,
            const PltBankOptions *options,
            PltSheetWords *words,
            GError **error)
{
  g_autoptr (PltBankStatement) statement
      = plt_bank_statement_new (book->separator != 0 ? "CSV" : "XLSX");
  Reader self = { options, words, sheet, .statement = statement };
  const PltSheetRow *titles;

  if (!find_titles (&self, &titles))
    return NULL;
  learn_sign (&self);
  read_head (&self, titles != NULL ? self.header.row - 1 : self.header.row);
  g_free (statement->sheet);
  statement->sheet = g_strdup (sheet->name);
  g_free (statement->columns);
  statement->columns = plt_bank_header_describe (&self.header, titles);
  for (guint i = self.header.row; i < sheet->rows->len; i++)
    {
      if (i % CHECK_EVERY == 0
          && g_cancellable_set_error_if_cancelled (options->cancellable, error))
        return NULL;
      read_row (&self, &g_array_index (sheet->rows, PltSheetRow, i));
    }
  if (book->replaced > 0)
    g_ptr_array_add (statement->remarks,
                     g_strdup_printf (ngettext ("%u character could not be read and is shown as �.",
                                                "%u characters could not be read and are shown as "
                                                "�.",
                                                book->replaced),
                                      book->replaced));
  plt_bank_statement_finish (statement);
  return g_steal_pointer (&statement);
}

static gboolean
is_asked (const PltSheetBook *book, guint index, const char *asked)
{
  guint64 number;

  if (asked == NULL)
    return TRUE;
  if (g_strcmp0 (((const PltSheet *) book->sheets->pdata[index])->name, asked) == 0)
    return TRUE;
  return g_ascii_string_to_unsigned (asked, 10, 1, G_MAXUINT, &number, NULL) && number == index + 1;
}

static PltBankStatement *
read_book (const PltSheetBook *book,
           const char *name,
           const PltBankOptions *options,
           PltSheetWords *words,
           GError **error)
{
  g_autoptr (PltBankStatement) best = NULL;
  gboolean found = FALSE;

  for (guint i = 0; i < book->sheets->len; i++)
    {
      g_autoptr (GError) failure = NULL;
      PltBankStatement *made;

      if (!is_asked (book, i, options->sheet))
        continue;
      found = TRUE;
      made = read_sheet (book, book->sheets->pdata[i], options, words, &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      if (made != NULL && best != NULL && best->n[PLT_BANK_NEW] >= made->n[PLT_BANK_NEW])
        g_clear_pointer (&made, plt_bank_statement_free);
      if (made != NULL)
        {
          g_clear_pointer (&best, plt_bank_statement_free);
          best = made;
        }
    }
  if (best != NULL)
    return g_steal_pointer (&best);
  if (!found && options->sheet != NULL)
    g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                 _ ("“%s” has no sheet “%s”: give the name or the number of one it has."), name,
                 options->sheet);
  else
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("“%s” does not look like a statement of a bank: a column of dates, one of "
                    "labels and one of amounts are needed, with their titles. Export the entries "
                    "of the account as CSV or OFX, or say which column is which."),
                 name);
  return NULL;
}

PltBankStatement *
plt_bank_read (const char *bytes,
               gsize length,
               const char *name,
               const PltBankOptions *options,
               GError **error)
{
  g_autoptr (PltSheetBook) book = NULL;
  g_autoptr (PltSheetWords) words = NULL;

  g_return_val_if_fail ((bytes != NULL || length == 0) && name != NULL && options != NULL, NULL);

  if (plt_bank_is_ofx (bytes, length))
    return plt_bank_read_ofx (bytes, length, name, error);
  book = plt_sheet_read (bytes, length, name, options->cancellable, error);
  if (book == NULL)
    return NULL;
  words = plt_sheet_words_new (options->words);
  return read_book (book, name, options, words, error);
}
