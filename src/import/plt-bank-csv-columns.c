/* Which column of a statement holds what. */
#include <string.h>

#include "plt-bank-csv-private.h"
#include "plt-text.h"

#define EXCEL_EPOCH -25569 /* 30 December 1899 in days since 1970 */
#define LOOKED_AT 100      /* rows, where there are no titles */

static const char *const field_codes[PLT_BANK_N_FIELDS] = {
  [PLT_BANK_DATE] = "date",
  [PLT_BANK_OPERATION_DATE] = "date_operation",
  [PLT_BANK_VALUE_DATE] = "date_valeur",
  [PLT_BANK_LABEL] = "libelle",
  [PLT_BANK_DETAIL] = "detail",
  [PLT_BANK_DEBIT] = "debit",
  [PLT_BANK_CREDIT] = "credit",
  [PLT_BANK_AMOUNT] = "montant",
  [PLT_BANK_DIRECTION] = "sens",
  [PLT_BANK_BALANCE] = "solde",
  [PLT_BANK_REFERENCE] = "reference",
  [PLT_BANK_CURRENCY] = "devise",
  [PLT_BANK_ACCOUNT] = "compte",
};

static void
clear (PltBankHeader *header)
{
  *header = (PltBankHeader){ .n_details = 0 };
  for (guint i = 0; i < PLT_BANK_N_FIELDS; i++)
    header->columns[i] = -1;
}

static int
field_of (const char *code)
{
  for (int i = 0; i < PLT_BANK_N_FIELDS; i++)
    if (g_strcmp0 (field_codes[i], code) == 0)
      return i;
  return -1;
}

/* "libelle=Motif" names a title, "libelle=4" a column from 1. */
static int
given_field (const char *const *given, const char *folded, guint column)
{
  for (guint i = 0; given != NULL && given[i] != NULL; i++)
    {
      const char *equals = strchr (given[i], '=');
      g_autofree char *code
          = equals != NULL ? g_strndup (given[i], (gsize) (equals - given[i])) : NULL;
      g_autofree char *title = equals != NULL ? plt_sheet_fold (equals + 1) : NULL;
      guint64 number = 0;

      if (code == NULL)
        continue;
      if (g_ascii_string_to_unsigned (equals + 1, 10, 1, PLT_SHEET_MAX_COLUMNS, &number, NULL)
              ? number == column + 1
              : *folded != '\0' && strcmp (title, folded) == 0)
        return field_of (code);
    }
  return -1;
}

static void
set_column (PltBankHeader *header, PltBankField field, guint column)
{
  if (field == PLT_BANK_LABEL && header->columns[field] >= 0)
    field = PLT_BANK_DETAIL;
  if (field == PLT_BANK_DETAIL && header->n_details < PLT_BANK_MAX_DETAILS)
    header->details[header->n_details++] = (int) column;
  else if (field != PLT_BANK_DETAIL && header->columns[field] < 0)
    header->columns[field] = (int) column;
}

/* A date, an amount and words: what an entry is made of. */
static gboolean
is_enough (PltBankHeader *header)
{
  int *columns = header->columns;

  if (columns[PLT_BANK_DATE] < 0)
    columns[PLT_BANK_DATE] = columns[PLT_BANK_OPERATION_DATE];
  if (columns[PLT_BANK_DATE] < 0)
    columns[PLT_BANK_DATE] = columns[PLT_BANK_VALUE_DATE];
  if (columns[PLT_BANK_LABEL] < 0 && header->n_details > 0)
    {
      columns[PLT_BANK_LABEL] = header->details[0];
      header->n_details--;
      memmove (header->details, header->details + 1, header->n_details * sizeof (int));
    }
  return columns[PLT_BANK_DATE] >= 0 && columns[PLT_BANK_LABEL] >= 0
         && (columns[PLT_BANK_AMOUNT] >= 0 || columns[PLT_BANK_DEBIT] >= 0
             || columns[PLT_BANK_CREDIT] >= 0);
}

gboolean
plt_bank_header_read (const PltSheetWords *words,
                      const char *const *given,
                      const PltSheetRow *row,
                      PltBankHeader *header)
{
  clear (header);
  /* what was named by hand comes before what the words say */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < row->n_cells; i++)
      {
        g_autofree char *folded = plt_sheet_fold (row->cells[i].text);
        int by_hand = given_field (given, folded, i);
        int field = pass == 0 ? by_hand
                    : by_hand >= 0 || *folded == '\0' || row->cells[i].is_number
                        ? -1
                        : field_of (plt_sheet_words_find (words, "colonne", folded));

        if (field >= 0)
          set_column (header, (PltBankField) field, i);
      }
  return is_enough (header);
}

char *
plt_bank_header_describe (const PltBankHeader *header, const PltSheetRow *titles)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; titles != NULL && i < titles->n_cells; i++)
    {
      gboolean used = FALSE;

      for (guint j = 0; j < PLT_BANK_N_FIELDS; j++)
        used |= header->columns[j] == (int) i;
      for (guint j = 0; j < header->n_details; j++)
        used |= header->details[j] == (int) i;
      if (used && *titles->cells[i].text != '\0')
        {
          g_autofree char *title = plt_text_excerpt (titles->cells[i].text, 40);

          g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", title);
        }
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* ---- cells ---- */

/* "2026-03-12T10:20:05Z", "12/03/2026 10:20": the time of the day does not count. */
static char *
without_time (const char *text)
{
  const char *colon = strchr (text, ':');
  const char *p = colon;

  if (colon == NULL || colon - text < 10 || !g_ascii_isdigit (colon[1]))
    return g_strdup (text);
  while (p > text && g_ascii_isdigit (p[-1]))
    p--;
  while (p > text && strchr (" T\t", p[-1]) != NULL)
    p--;
  return g_strndup (text, (gsize) (p - text));
}

gboolean
plt_bank_date_read (const PltSheetCell *cell, PltDate *date)
{
  g_autofree char *text = NULL;
  gint64 days;

  if (cell->is_number)
    {
      /* 1928 to 2173; the part of the day after the point does not count */
      days = g_ascii_strtoll (cell->text, NULL, 10);
      if (days < 10228 || days > 100000)
        return FALSE;
      *date = (PltDate) (days + EXCEL_EPOCH);
      return TRUE;
    }
  if (!g_ascii_isdigit (*cell->text) || strlen (cell->text) > 40)
    return FALSE;
  text = without_time (cell->text);
  if (strlen (text) == 8 && strspn (text, "0123456789") == 8) /* 20260312 */
    {
      int number = atoi (text);

      *date = plt_date_from_ymd (number / 10000, number / 100 % 100, number % 100);
      return *date != PLT_DATE_NONE;
    }
  return strpbrk (text, "/.- ") != NULL && plt_date_parse (text, date, NULL);
}

gboolean
plt_bank_is_amount (const char *text)
{
  gint64 e6;
  gboolean percent;
  gsize n = strlen (text);

  return n > 0 && n < 40
         && plt_sheet_number_parse (text, PLT_DECIMAL_COMMA, &e6, &percent, NULL, NULL) && !percent
         && (strpbrk (text, ",.+-") != NULL || strstr (text, "\342\210\222") != NULL);
}

/* ---- without titles ---- */

typedef struct
{
  guint dates, amounts, filled;
  gsize letters;
} Seen;

static guint
look_at (const PltSheet *sheet, Seen *seen)
{
  guint n = 0;

  for (guint i = 0; i < sheet->rows->len && n < LOOKED_AT; i++)
    {
      const PltSheetRow *row = &g_array_index (sheet->rows, PltSheetRow, i);
      PltDate date;
      gboolean dated = FALSE;

      for (guint j = 0; j < row->n_cells; j++)
        dated |= !row->cells[j].is_number && plt_bank_date_read (&row->cells[j], &date);
      if (!dated)
        continue;
      n++;
      for (guint j = 0; j < row->n_cells; j++)
        {
          const PltSheetCell *cell = &row->cells[j];

          seen[j].filled += *cell->text != '\0';
          if (!cell->is_number && plt_bank_date_read (cell, &date))
            seen[j].dates++;
          else if (cell->is_number || plt_bank_is_amount (cell->text))
            seen[j].amounts++;
          else if (*cell->text != '\0')
            seen[j].letters += strlen (cell->text);
        }
    }
  return n;
}

gboolean
plt_bank_header_guess (const PltSheet *sheet, PltBankHeader *header)
{
  Seen seen[PLT_SHEET_MAX_COLUMNS] = { { 0 } };
  guint n = look_at (sheet, seen), n_amounts = 0;
  gsize letters = 0;

  clear (header);
  if (n == 0)
    return FALSE;
  for (guint i = 0; i < PLT_SHEET_MAX_COLUMNS; i++)
    {
      if (seen[i].dates * 10 >= n * 9)
        set_column (header,
                    header->columns[PLT_BANK_DATE] < 0 ? PLT_BANK_DATE : PLT_BANK_VALUE_DATE, i);
      else if (seen[i].amounts * 10 >= n * 9)
        {
          n_amounts++;
          set_column (header, PLT_BANK_AMOUNT, i);
        }
      else if (seen[i].letters > letters)
        {
          letters = seen[i].letters;
          header->columns[PLT_BANK_LABEL] = (int) i;
        }
    }
  return n_amounts == 1 && is_enough (header);
}
