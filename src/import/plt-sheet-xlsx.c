/* XLSX: the values of the cells, without the formulas that gave them. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-archive.h"
#include "plt-error.h"
#include "plt-sheet.h"
#include "plt-xml.h"

#define MAX_SHEETS 64
#define MAX_STRINGS 1000000
#define DECIMALS 6

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define STRICT "http://purl.oclc.org/ooxml/spreadsheetml/main"
#define RELATED "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define STRICT_RELATED "http://purl.oclc.org/ooxml/officeDocument/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

static const PltXmlNamespace namespaces[] = {
  { MAIN, "" },    { STRICT, "" },          { RELATED, "r" },
  { PACKAGE, "" }, { STRICT_RELATED, "r" }, { NULL, NULL },
};

/* The name that nearly every program writes without a prefix; ":row" where it was renamed. */
static gboolean
is (const char *element, const char *name)
{
  return strcmp (*element == ':' ? element + 1 : element, name) == 0;
}

/* ---- numbers ---- */

/* Rounds half up after DECIMALS decimals; both parts are digits alone. */
static void
round_digits (GString *digits, gsize point)
{
  gsize keep = point + DECIMALS;
  gboolean up = digits->len > keep && digits->str[keep] >= '5';

  if (digits->len > keep)
    g_string_truncate (digits, keep);
  for (gsize i = digits->len; up && i > 0; i--)
    {
      up = digits->str[i - 1] == '9';
      digits->str[i - 1] = up ? '0' : (char) (digits->str[i - 1] + 1);
    }
  if (up)
    g_string_prepend_c (digits, '1');
}

/* "1.2345000000000001E3" is "1234.5"; (nullable): what is no number, or has no business here. */
static char *
plain_number (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gboolean negative = *text == '-';
  const char *p = text + (*text == '-' || *text == '+');
  gint64 point = -1, exponent = 0;
  gsize before;

  for (; g_ascii_isdigit (*p) || (*p == '.' && point < 0); p++)
    if (*p == '.')
      point = (gint64) digits->len;
    else
      g_string_append_c (digits, *p);
  if (digits->len == 0 || digits->len > 400)
    return NULL;
  if (point < 0)
    point = (gint64) digits->len;
  if ((*p == 'E' || *p == 'e')
      && !g_ascii_string_to_signed (p[1] == '+' ? p + 2 : p + 1, 10, -400, 400, &exponent, NULL))
    return NULL;
  if (*p != '\0' && *p != 'E' && *p != 'e')
    return NULL;
  point += exponent;
  for (; point < 1; point++)
    g_string_prepend_c (digits, '0');
  while ((gint64) digits->len < point)
    g_string_append_c (digits, '0');
  before = digits->len;
  if (before > (gsize) point + DECIMALS)
    before = (gsize) point + DECIMALS;
  round_digits (digits, (gsize) point);
  point += (gint64) (digits->len - before);
  while (digits->len > (gsize) point && digits->str[digits->len - 1] == '0')
    g_string_truncate (digits, digits->len - 1);
  if (digits->len > (gsize) point)
    g_string_insert_c (digits, (gssize) point, '.');
  while (digits->len > 1 && digits->str[0] == '0' && digits->str[1] != '.')
    g_string_erase (digits, 0, 1);
  if (negative && strcmp (digits->str, "0") != 0)
    g_string_prepend_c (digits, '-');
  return g_string_free (g_steal_pointer (&digits), FALSE);
}

/* ---- the parts ---- */

typedef struct
{
  char *name, *relation, *part;
} Listed;

typedef struct
{
  PltSheetBook *book;
  const char *file;
  GCancellable *cancellable;
  GPtrArray *listed; /* Listed, in the order of the tabs */

  GPtrArray *strings; /* of texts of the book */
  PltSheet *sheet;
  GArray *cells; /* PltSheetCell of the row */
  guint row, column, n_rows;
  char type; /* of the cell: 'n', 's' shared, 't' text, 'b', 'e' */
  gboolean listening;
  gboolean in_phonetic;
  GString *text;
  GError *error;
} Reader;

static void
listed_free (gpointer data)
{
  Listed *self = data;

  g_free (self->name);
  g_free (self->relation);
  g_free (self->part);
  g_free (self);
}

static void
start_in_workbook (gpointer data, const char *element, const char **names, const char **values)
{
  Reader *self = data;
  Listed *listed;

  if (!is (element, "sheet") || self->listed->len == MAX_SHEETS)
    return;
  listed = g_new0 (Listed, 1);
  listed->name = g_strdup (plt_xml_attribute (names, values, "name"));
  listed->relation = g_strdup (plt_xml_attribute (names, values, "r:id"));
  g_ptr_array_add (self->listed, listed);
}

static void
start_in_relations (gpointer data, const char *element, const char **names, const char **values)
{
  Reader *self = data;
  const char *id = plt_xml_attribute (names, values, "Id");
  const char *target = plt_xml_attribute (names, values, "Target");

  if (id == NULL || target == NULL)
    return;
  for (guint i = 0; i < self->listed->len; i++)
    {
      Listed *listed = self->listed->pdata[i];

      if (listed->part == NULL && g_strcmp0 (listed->relation, id) == 0)
        listed->part = *target == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL);
    }
}

static void
text_in (gpointer data, const char *text, gsize length)
{
  Reader *self = data;

  if (self->listening && !self->in_phonetic)
    g_string_append_len (self->text, text, (gssize) length);
}

static void
start_in_strings (gpointer data, const char *element, const char **names, const char **values)
{
  Reader *self = data;

  if (is (element, "si"))
    g_string_truncate (self->text, 0);
  else if (is (element, "rPh"))
    self->in_phonetic = TRUE;
  self->listening = is (element, "t");
}

static void
end_in_strings (gpointer data, const char *element)
{
  Reader *self = data;

  self->listening = FALSE;
  if (is (element, "rPh"))
    self->in_phonetic = FALSE;
  if (is (element, "si") && self->strings->len < MAX_STRINGS)
    g_ptr_array_add (self->strings,
                     (gpointer) plt_sheet_book_keep (self->book, self->text->str, -1));
}

/* "AB12": the column from 0; FALSE for what is none. */
static gboolean
read_place (const char *place, guint *column)
{
  guint sum = 0;
  const char *p = place;

  for (; *p >= 'A' && *p <= 'Z' && sum < 100000; p++)
    sum = sum * 26 + (guint) (*p - 'A') + 1;
  if (p == place || sum == 0)
    return FALSE;
  *column = sum - 1;
  return TRUE;
}

static void
start_cell (Reader *self, const char **names, const char **values)
{
  const char *place = plt_xml_attribute (names, values, "r");
  const char *type = plt_xml_attribute (names, values, "t");

  if (place == NULL || !read_place (place, &self->column))
    self->column = self->cells->len;
  self->type = type == NULL || strcmp (type, "n") == 0 ? 'n'
               : strcmp (type, "s") == 0               ? 's'
               : strcmp (type, "b") == 0               ? 'b'
               : strcmp (type, "e") == 0               ? 'e'
                                                       : 't';
  g_string_truncate (self->text, 0);
}

static void
start_in_sheet (gpointer data, const char *element, const char **names, const char **values)
{
  Reader *self = data;

  self->listening = FALSE;
  if (is (element, "row"))
    {
      const char *number = plt_xml_attribute (names, values, "r");
      guint64 value = 0;

      if (number == NULL || !g_ascii_string_to_unsigned (number, 10, 1, G_MAXINT32, &value, NULL))
        value = self->row + 1;
      self->row = (guint) value;
      g_array_set_size (self->cells, 0);
    }
  else if (is (element, "c"))
    start_cell (self, names, values);
  else if (is (element, "rPh"))
    self->in_phonetic = TRUE;
  else
    self->listening = is (element, "v") || is (element, "t");
}

static PltSheetCell
cell_value (Reader *self)
{
  PltSheetCell cell = { "", FALSE };
  g_autofree char *number = NULL;
  guint64 index;

  if (self->type == 's')
    {
      if (g_ascii_string_to_unsigned (self->text->str, 10, 0, G_MAXUINT32, &index, NULL)
          && index < self->strings->len)
        cell.text = self->strings->pdata[index];
      return cell;
    }
  if (self->type == 'n' && self->text->len > 0)
    number = plain_number (g_strstrip (self->text->str));
  cell.is_number = number != NULL;
  cell.text = plt_sheet_book_keep (self->book, number != NULL ? number : self->text->str, -1);
  return cell;
}

static void
end_cell (Reader *self)
{
  const PltSheetCell cell = cell_value (self);
  const PltSheetCell empty = { "", FALSE };

  if (*cell.text == '\0')
    return;
  if (self->column > PLT_SHEET_MAX_COLUMNS) /* one too many: refused with its row */
    self->column = PLT_SHEET_MAX_COLUMNS;
  while (self->cells->len <= self->column)
    g_array_append_val (self->cells, empty);
  g_array_index (self->cells, PltSheetCell, self->column) = cell;
}

static void
end_in_sheet (gpointer data, const char *element)
{
  Reader *self = data;

  self->listening = FALSE;
  if (is (element, "rPh"))
    self->in_phonetic = FALSE;
  else if (self->error != NULL)
    return;
  else if (is (element, "c"))
    end_cell (self);
  else if (is (element, "row")
           && (++self->n_rows % 512 != 0
               || !g_cancellable_set_error_if_cancelled (self->cancellable, &self->error)))
    plt_sheet_book_add_row (self->book, self->sheet, self->row, self->cells, self->file,
                            &self->error);
}

/* Parses a member that is loaded; one that is not there is nothing. */
static gboolean
parse_part (Reader *self,
            PltArchive *archive,
            const char *member,
            const PltXmlParser *parser,
            GError **error)
{
  gsize length = 0;
  const char *bytes = plt_archive_get (archive, member, &length);

  if (bytes != NULL && !plt_xml_parse (parser, bytes, length, self->file, member, self, error))
    return FALSE;
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

static gboolean
read_index (Reader *self, PltArchive *archive, GError **error)
{
  static const char *const members[]
      = { "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", NULL };
  static const PltXmlParser workbook = { start_in_workbook, NULL, NULL, namespaces };
  static const PltXmlParser relations = { start_in_relations, NULL, NULL, namespaces };
  static const PltXmlParser strings = { start_in_strings, end_in_strings, text_in, namespaces };

  if (!plt_archive_has (archive, members[0]))
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("“%s” is no XLSX workbook: save it again as XLSX or CSV and import that."),
                   self->file);
      return FALSE;
    }
  return plt_archive_load (archive, members, error)
         && parse_part (self, archive, members[0], &workbook, error)
         && parse_part (self, archive, members[1], &relations, error)
         && parse_part (self, archive, members[2], &strings, error);
}

static gboolean
read_sheets (Reader *self, PltArchive *archive, GError **error)
{
  static const PltXmlParser cells = { start_in_sheet, end_in_sheet, text_in, namespaces };

  for (guint i = 0; i < self->listed->len; i++)
    {
      Listed *listed = self->listed->pdata[i];
      const char *const wanted[] = { listed->part, NULL };

      if (listed->part == NULL || !plt_archive_has (archive, listed->part))
        continue;
      self->sheet = plt_sheet_book_add (self->book, listed->name != NULL ? listed->name : "");
      self->row = 0;
      g_array_set_size (self->cells, 0);
      if (!plt_archive_load (archive, wanted, error)
          || !parse_part (self, archive, listed->part, &cells, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
plt_sheet_read_xlsx (PltSheetBook *book,
                     const char *bytes,
                     gsize length,
                     const char *name,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (PltArchive) archive = plt_archive_open (bytes, length, name, error);
  g_autoptr (GPtrArray) listed = g_ptr_array_new_with_free_func (listed_free);
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();
  g_autoptr (GArray) cells = g_array_new (FALSE, TRUE, sizeof (PltSheetCell));
  g_autoptr (GString) text = g_string_new (NULL);
  Reader reader = { .book = book,
                    .file = name,
                    .cancellable = cancellable,
                    .listed = listed,
                    .strings = strings,
                    .cells = cells,
                    .text = text };
  gboolean fine;

  if (archive == NULL)
    return FALSE;
  fine = read_index (&reader, archive, error) && read_sheets (&reader, archive, error);
  g_clear_error (&reader.error);
  return fine;
}
