/* Which column holds what. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-devis-csv-private.h"
#include "plt-error.h"
#include "plt-text.h"

static const char *const field_codes[PLT_DEVIS_N_FIELDS] = {
  [PLT_DEVIS_CODE] = "code",       [PLT_DEVIS_LABEL] = "libelle",
  [PLT_DEVIS_QUANTITY] = "nombre", [PLT_DEVIS_DURATION] = "duree",
  [PLT_DEVIS_TIMES] = "fois",      [PLT_DEVIS_UNIT] = "unite",
  [PLT_DEVIS_RATE] = "tarif",      [PLT_DEVIS_AMOUNT] = "montant",
  [PLT_DEVIS_CHARGES] = "charges", [PLT_DEVIS_CHARGES_RATE] = "taux_charges",
  [PLT_DEVIS_TOTAL] = "total",     [PLT_DEVIS_TARGET] = "compte_charges",
  [PLT_DEVIS_NOTE] = "note",       [PLT_DEVIS_PHASE] = "phase",
};

gboolean
plt_devis_field_find (const PltSheetWords *words, const char *code, PltDevisField *field)
{
  for (guint i = 0; i < PLT_DEVIS_N_FIELDS; i++)
    if (strcmp (field_codes[i], code) == 0)
      {
        *field = (PltDevisField) i;
        return TRUE;
      }
  return FALSE;
}

/* "tarif=Prix": the title that was given for a column. */
static gboolean
find_given (const PltSheetWords *words,
            const char *const *given,
            const char *folded,
            PltDevisField *field)
{
  for (guint i = 0; given != NULL && given[i] != NULL; i++)
    {
      const char *equals = strchr (given[i], '=');
      g_autofree char *code
          = equals != NULL ? g_strndup (given[i], (gsize) (equals - given[i])) : NULL;
      g_autofree char *title = equals != NULL ? plt_sheet_fold (equals + 1) : NULL;

      if (code != NULL && strcmp (title, folded) == 0 && plt_devis_field_find (words, code, field))
        return TRUE;
    }
  return FALSE;
}

static void
set_column (PltDevisHeader *header, PltDevisField field, guint column)
{
  header->n += header->columns[field] < 0;
  header->columns[field] = (int) column;
}

/* The second column that a word stands for. */
static void
set_second (PltDevisHeader *header,
            PltDevisField field,
            guint column,
            const PltSheetRow *row,
            GPtrArray *remarks)
{
  const char *first = plt_sheet_row_text (row, (guint) header->columns[field]);
  const char *second = plt_sheet_row_text (row, column);

  if (field == PLT_DEVIS_QUANTITY && header->columns[PLT_DEVIS_DURATION] < 0)
    set_column (header, PLT_DEVIS_DURATION, column);
  else if (field == PLT_DEVIS_AMOUNT && header->columns[PLT_DEVIS_QUANTITY] < 0
           && (g_ascii_strcasecmp (first, "amount") == 0))
    {
      /* Amount, Unit, Rate, Subtotal: the amount of units */
      set_column (header, PLT_DEVIS_QUANTITY, (guint) header->columns[field]);
      set_column (header, field, column);
    }
  else if (field == PLT_DEVIS_CODE && g_ascii_strcasecmp (second, "code") == 0)
    set_column (header, field, column); /* beside it "Account" is the name of one */
  else if (field == PLT_DEVIS_AMOUNT && header->columns[PLT_DEVIS_TOTAL] < 0)
    set_column (header, PLT_DEVIS_TOTAL, column);
  else if (remarks != NULL)
    g_ptr_array_add (
        remarks,
        g_strdup_printf (_ ("Row %u: “%s” and “%s” say the same; the first is read. Name the "
                            "other one to have it read instead."),
                         row->number, first, second));
}

/* Titles are words: a row of numbers is none. */
static gboolean
looks_like_number (const PltSheetCell *cell)
{
  gint64 e6;
  gboolean percent;

  return cell->is_number
         || plt_sheet_number_parse (cell->text, PLT_DECIMAL_COMMA, &e6, &percent, NULL, NULL);
}

static void
set_numbered (const PltSheetWords *words, const char *const *given, PltDevisHeader *header)
{
  for (guint i = 0; given != NULL && given[i] != NULL; i++)
    {
      const char *equals = strchr (given[i], '=');
      g_autofree char *code
          = equals != NULL ? g_strndup (given[i], (gsize) (equals - given[i])) : NULL;
      PltDevisField field;
      guint64 column;

      if (code != NULL && plt_devis_field_find (words, code, &field)
          && g_ascii_string_to_unsigned (equals + 1, 10, 1, PLT_SHEET_MAX_COLUMNS, &column, NULL))
        set_column (header, field, (guint) column - 1);
    }
}

static gboolean
is_enough (const PltDevisHeader *header)
{
  const int *columns = header->columns;

  return (columns[PLT_DEVIS_CODE] >= 0 || columns[PLT_DEVIS_LABEL] >= 0)
         && (columns[PLT_DEVIS_AMOUNT] >= 0 || columns[PLT_DEVIS_TOTAL] >= 0
             || columns[PLT_DEVIS_RATE] >= 0);
}

gboolean
plt_devis_header_read (const PltSheetWords *words,
                       const char *const *given,
                       const PltSheetRow *row,
                       PltDevisHeader *header,
                       GPtrArray *remarks)
{
  guint n_cells = 0, n_known = 0;

  header->n = 0;
  for (guint i = 0; i < PLT_DEVIS_N_FIELDS; i++)
    header->columns[i] = -1;
  for (guint i = 0; i < row->n_cells; i++)
    {
      n_cells += *row->cells[i].text != '\0';
      if (looks_like_number (&row->cells[i]))
        return FALSE;
    }
  for (guint i = 0; i < row->n_cells && n_cells >= 2; i++)
    {
      g_autofree char *folded = NULL;
      const char *code;
      PltDevisField field;

      if (*row->cells[i].text == '\0')
        continue;
      folded = plt_sheet_fold (row->cells[i].text);
      if (!find_given (words, given, folded, &field))
        {
          code = plt_sheet_words_find (words, "colonne", folded);
          if (code == NULL || !plt_devis_field_find (words, code, &field))
            continue;
        }
      n_known++;
      if (header->columns[field] < 0)
        set_column (header, field, i);
      else
        set_second (header, field, i, row, remarks);
    }
  if (n_known < 2 || n_known * 3 < n_cells)
    return FALSE;
  set_numbered (words, given, header);
  return is_enough (header);
}

gboolean
plt_devis_header_given (const PltSheetWords *words,
                        const char *const *given,
                        PltDevisHeader *header,
                        GError **error)
{
  header->n = 0;
  for (guint i = 0; i < PLT_DEVIS_N_FIELDS; i++)
    header->columns[i] = -1;
  set_numbered (words, given, header);
  if (is_enough (header))
    return TRUE;
  g_set_error_literal (
      error, PLT_ERROR, PLT_ERROR_INVALID,
      _ ("No row names the columns of a budget. Give the sheet a row with titles such as Code, "
         "Libellé, Quantité, Tarif and Montant, or say which column is which."));
  return FALSE;
}
