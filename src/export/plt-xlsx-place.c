/* Names of sheets, and formulas from places of a document to places of a sheet. */
#include <string.h>

#include "plt-error.h"
#include "plt-xlsx-private.h"

#define MAX_CELL_NAME 90  /* bytes: the library keeps 128 */
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

/* Where what belongs to a next table begins: at the last new page before it, else right after the
 * table before, whose end is given. */
static guint
begin_of_next (const GPtrArray *blocks, guint end, guint table_block)
{
  for (guint i = table_block; i > end; i--)
    if (((PltDocBlock *) g_ptr_array_index (blocks, i - 1))->kind == PLT_BLOCK_PAGE_BREAK)
      return i - 1;
  return end;
}

/* Blocks before a table stand on its sheet, but those of the page before it on the sheet before, as
 * those after the last table do; workings have none of their own. */
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
      /* what stands before workings is of the sheet before: they have no texts of their own */
      if (place != NULL)
        place->end_block = block->table->workings ? i : begin_of_next (blocks, place->end_block, i);
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

/* ---- names of cells ---- */

/* Letters of a column, digits of a row: "TVA20"; or a place in figures: "R2", "C", "R1C1". */
static gboolean
looks_like_place (const char *name)
{
  const char *p = name;
  guint letters = 0;
  while (g_ascii_isalpha (*p) && letters < 4)
    {
      p++;
      letters++;
    }
  const char *digits = p;
  while (g_ascii_isdigit (*p))
    p++;
  if (*p == '\0' && letters > 0 && letters < 4 && p > digits)
    return TRUE;
  p = name;
  if (g_ascii_tolower (*p) == 'r')
    for (p++; g_ascii_isdigit (*p);)
      p++;
  if (g_ascii_tolower (*p) == 'c')
    for (p++; g_ascii_isdigit (*p);)
      p++;
  return *p == '\0';
}

static char *
sheet_cell_name (const char *name, GHashTable *taken)
{
  static const char *const kept[] = { "true", "false", "vrai", "faux" };
  g_autoptr (GString) text = g_string_new (NULL);
  for (const char *p = name; *p != '\0' && text->len < MAX_CELL_NAME; p = g_utf8_next_char (p))
    {
      gunichar sign = g_utf8_get_char (p);
      gboolean fine
          = g_unichar_isalpha (sign) || sign == '_' || (p > name && g_unichar_isdigit (sign));
      if (p == name && g_unichar_isdigit (sign))
        g_string_append_c (text, '_');
      g_string_append_unichar (text, fine || g_unichar_isdigit (sign) ? sign : '_');
    }
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (g_ascii_strcasecmp (kept[i], text->str) == 0)
      g_string_append_c (text, '_');
  if (looks_like_place (text->str))
    g_string_append_c (text, '_');
  for (;; g_string_append_c (text, '_'))
    {
      g_autofree char *folded = g_utf8_casefold (text->str, -1);
      if (g_hash_table_add (taken, g_steal_pointer (&folded)))
        return g_string_free (g_steal_pointer (&text), FALSE);
    }
}

typedef void (*SeeName) (const PltDocCell *cell, guint row, guint column, gpointer data);

static void
for_each_name (const PltDocTable *table, SeeName see, gpointer data)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const PltDocRow *row = g_ptr_array_index (table->rows, i);
      for (guint j = 0; j < table->n_columns; j++)
        {
          const PltDocCell *cell = g_ptr_array_index (row->cells, j);
          if (cell != NULL && cell->name != NULL)
            see (cell, i, j, data);
        }
    }
}

typedef struct
{
  GHashTable *names, *taken;
} Naming;

static void
take_name (const PltDocCell *cell, guint row, guint column, gpointer data)
{
  Naming *naming = data;
  if (!g_hash_table_contains (naming->names, cell->name))
    g_hash_table_insert (naming->names, g_strdup (cell->name),
                         sheet_cell_name (cell->name, naming->taken));
}

GHashTable *
plt_xlsx_names_new (const PltDocument *document)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Naming naming = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free), taken };
  const GPtrArray *blocks = plt_document_get_blocks (document);
  for (guint i = 0; i < blocks->len; i++)
    {
      const PltDocBlock *block = g_ptr_array_index (blocks, i);
      if (block->table != NULL)
        for_each_name (block->table, take_name, &naming);
    }
  return naming.names;
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
append_letters (GString *out, guint column)
{
  char letters[4];
  guint n = 0;
  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters[n++] = (char) ('A' + (rest - 1) % 26);
  while (n > 0)
    g_string_append_c (out, letters[--n]);
}

static void
append_cell (GString *out, guint row, guint column)
{
  append_letters (out, column);
  g_string_append_printf (out, "%u", row + 1);
}

static void
append_cell_fixed (GString *out, guint row, guint column)
{
  g_string_append_c (out, '$');
  append_letters (out, column);
  g_string_append_printf (out, "$%u", row + 1);
}

typedef struct
{
  lxw_workbook *workbook;
  GHashTable *names;
  const PltXlsxPlace *place;
} Defining;

static void
define_name (const PltDocCell *cell, guint row, guint column, gpointer data)
{
  const Defining *defining = data;
  g_autoptr (GString) where = g_string_new ("=");
  append_sheet (where, defining->place->sheet);
  append_cell_fixed (where, defining->place->first_row + row, column);
  workbook_define_name (defining->workbook, g_hash_table_lookup (defining->names, cell->name),
                        where->str);
}

void
plt_xlsx_define_names (lxw_workbook *workbook, const GPtrArray *places, GHashTable *names)
{
  for (guint i = 0; i < places->len; i++)
    {
      const PltXlsxPlace *place = g_ptr_array_index (places, i);
      Defining defining = { workbook, names, place };
      if (place->table != NULL)
        for_each_name (place->table, define_name, &defining);
    }
}

/* Appends the place between the braces at `start` and `end`; FALSE when there is no such place. */
static gboolean
append_place (GString *out,
              const char *start,
              const char *end,
              const GPtrArray *places,
              GHashTable *names,
              const PltXlsxPlace *here,
              guint row)
{
  const PltXlsxPlace *place = here;
  const char *colon = g_strrstr_len (start, end - start, ":");
  if (names != NULL && memchr (start, ',', (gsize) (end - start)) == NULL)
    {
      g_autofree char *name = g_strndup (start, (gsize) (end - start));
      const char *known = g_hash_table_lookup (names, name);
      if (known != NULL)
        g_string_append (out, known);
      return known != NULL;
    }
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
                  GHashTable *names,
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
      if (end == NULL || !append_place (out, p + 1, end, places, names, here, row))
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
