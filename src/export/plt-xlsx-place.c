/* Names of sheets, and formulas from places of a document to places of a sheet. */
#include <string.h>

#include "plt-error.h"
#include "plt-xlsx-private.h"

#define MAX_SHEET_NAME 31 /* UTF-16 units, as spreadsheets count */

static void
place_free (PltXlsxPlace *place)
{
  g_free (place->sheet);
  g_free (place->widths);
  g_free (place);
}

/* `name` without what sheets refuse, cut to `units` UTF-16 units. */
static char *
clean_name (const char *name, guint units)
{
  GString *clean = g_string_new (NULL);
  guint used = 0;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar sign = g_utf8_get_char (p);
      if (sign < 0x80 && strchr ("[]:*?/\\\n\t", (int) sign) != NULL)
        sign = ' ';
      used += sign > 0xffff ? 2 : 1;
      if (used > units)
        break;
      g_string_append_unichar (clean, sign);
    }
  g_autofree char *text = g_string_free (clean, FALSE);
  g_strstrip (text);
  /* An apostrophe may stand inside, neither first nor last. */
  char *start = text;
  while (*start == '\'')
    start++;
  gsize length = strlen (start);
  while (length > 0 && start[length - 1] == '\'')
    start[--length] = '\0';
  return g_strdup (g_strstrip (start));
}

char *
plt_xlsx_sheet_name (const char *name, GHashTable *taken)
{
  for (guint n = 1;; n++)
    {
      g_autofree char *suffix = n > 1 ? g_strdup_printf (" (%u)", n) : g_strdup ("");
      g_autofree char *base = clean_name (name, MAX_SHEET_NAME - (guint) strlen (suffix));
      g_autofree char *whole = g_strconcat (base[0] != '\0' ? base : "Tableau", suffix, NULL);
      g_autofree char *folded = g_utf8_casefold (whole, -1);
      /* Excel keeps this name for itself. */
      if (strcmp (folded, "history") != 0 && g_hash_table_add (taken, g_steal_pointer (&folded)))
        return g_steal_pointer (&whole);
    }
}

static PltXlsxPlace *
add_place (GPtrArray *places, const char *name, GHashTable *taken, guint first_block)
{
  PltXlsxPlace *place = g_new0 (PltXlsxPlace, 1);
  place->sheet = plt_xlsx_sheet_name (name, taken);
  place->first_block = first_block;
  g_ptr_array_add (places, place);
  return place;
}

/* Blocks before a table stand on its sheet, those after the last one on that one's. */
GPtrArray *
plt_xlsx_places_new (const PltDocument *document)
{
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GPtrArray *blocks = plt_document_get_blocks (document);
  PltXlsxPlace *place = NULL;
  for (guint i = 0; i < blocks->len; i++)
    {
      const PltDocBlock *block = g_ptr_array_index (blocks, i);
      if (block->table == NULL)
        continue;
      place = add_place (places, block->table->name, taken, place != NULL ? place->end_block : 0);
      place->table = block->table;
      place->table_block = i;
      place->end_block = i + 1;
    }
  if (place == NULL)
    {
      place = add_place (places, plt_document_get_info (document)->title, taken, 0);
      place->table_block = blocks->len;
    }
  place->end_block = blocks->len;
  for (guint i = 0; i < places->len; i++)
    plt_xlsx_measure (g_ptr_array_index (places, i));
  return places;
}

static const PltXlsxPlace *
find_place (const GPtrArray *places, const char *name, gsize length)
{
  for (guint i = 0; i < places->len; i++)
    {
      const PltXlsxPlace *place = g_ptr_array_index (places, i);
      if (place->table != NULL && strlen (place->table->name) == length
          && strncmp (place->table->name, name, length) == 0)
        return place;
    }
  return NULL;
}

/* Reads "." or an integer between `text` and `end`. */
static gboolean
read_row (const char *text, const char *end, guint here, gboolean relative_allowed, gint64 *row)
{
  gsize length = (gsize) (end - text);
  if (relative_allowed && length == 1 && *text == '.')
    {
      *row = here;
      return TRUE;
    }
  gboolean relative = length > 0 && *text == '-';
  const char *digits = relative ? text + 1 : text;
  if (digits == end || (relative && !relative_allowed) || end - digits > 9)
    return FALSE;
  gint64 number = 0;
  for (const char *p = digits; p < end; p++)
    {
      if (!g_ascii_isdigit (*p))
        return FALSE;
      number = number * 10 + (*p - '0');
    }
  *row = relative ? (gint64) here - number : number;
  return *row >= 0;
}

static void
append_sheet (GString *out, const char *sheet)
{
  g_string_append_c (out, '\'');
  for (const char *p = sheet; *p != '\0'; p++)
    {
      if (*p == '\'')
        g_string_append_c (out, '\'');
      g_string_append_c (out, *p);
    }
  g_string_append (out, "'!");
}

static void
append_cell (GString *out, guint row, guint column)
{
  char letters[4];
  guint n = 0;
  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters[n++] = (char) ('A' + (rest - 1) % 26);
  while (n > 0)
    g_string_append_c (out, letters[--n]);
  g_string_append_printf (out, "%u", row + 1);
}

/* Appends the place between the braces at `start` and `end`; FALSE when there is no such place. */
static gboolean
append_place (GString *out,
              const char *start,
              const char *end,
              const GPtrArray *places,
              const PltXlsxPlace *here,
              guint row)
{
  const PltXlsxPlace *place = here;
  const char *colon = g_strrstr_len (start, end - start, ":");
  if (colon != NULL)
    {
      place = find_place (places, start, (gsize) (colon - start));
      if (place == NULL)
        return FALSE;
      start = colon + 1;
    }
  const char *comma = memchr (start, ',', (gsize) (end - start));
  gint64 found_row, column;
  if (comma == NULL || !read_row (start, comma, row, colon == NULL, &found_row)
      || !read_row (comma + 1, end, 0, FALSE, &column) || found_row >= place->table->rows->len
      || column >= place->table->n_columns)
    return FALSE;

  /* 'Sheet'!A1:A9, the sheet named once. */
  if (place != here && (out->len == 0 || out->str[out->len - 1] != ':'))
    append_sheet (out, place->sheet);
  append_cell (out, place->first_row + (guint) found_row, (guint) column);
  return TRUE;
}

char *
plt_xlsx_formula (const char *formula,
                  const GPtrArray *places,
                  const PltXlsxPlace *here,
                  guint row,
                  GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean quoted = FALSE;
  for (const char *p = formula; *p != '\0'; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      if (quoted || *p != '{')
        {
          g_string_append_c (out, *p);
          continue;
        }
      const char *end = strchr (p, '}');
      if (end == NULL || !append_place (out, p + 1, end, places, here, row))
        {
          g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                       "The formula “%s” in row %u of “%s” names no place: “%.*s”.", formula, row,
                       here->table->name, end != NULL ? (int) (end - p + 1) : -1, p);
          return NULL;
        }
      p = end;
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
