/* The styles and the numbering of a Word document. */
#include <string.h>

#include "plt-docx-private.h"

#define MAX_ANCESTORS 32
#define MAX_NUMBER 1000000

const PltXmlNamespace plt_docx_namespaces[]
    = { { "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w" },
        { "http://purl.oclc.org/ooxml/wordprocessingml/main", "w" },
        { "http://schemas.openxmlformats.org/markup-compatibility/2006", "mc" },
        { "http://schemas.openxmlformats.org/package/2006/content-types", "ct" },
        { NULL, NULL } };

static void
free_style (gpointer data)
{
  PltDocxStyle *self = data;

  g_free (self->name);
  g_free (self->parent);
  g_free (self);
}

static void
free_abstract (gpointer data)
{
  PltDocxAbstract *self = data;

  for (guint i = 0; i < PLT_DOCX_LEVELS; i++)
    g_free (self->levels[i].format);
  g_free (self);
}

void
plt_docx_looks_init (PltDocxLooks *self)
{
  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_style);
  self->normal = NULL;
  self->abstracts = g_hash_table_new_full (NULL, NULL, NULL, free_abstract);
  self->lists = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

void
plt_docx_looks_clear (PltDocxLooks *self)
{
  g_clear_pointer (&self->styles, g_hash_table_unref);
  g_clear_pointer (&self->abstracts, g_hash_table_unref);
  g_clear_pointer (&self->lists, g_hash_table_unref);
  g_clear_pointer (&self->normal, g_free);
}

/* ---- looks ---- */

void
plt_docx_look_apply (PltDocxLook *look, const PltDocxLook *over)
{
  if (over->has_left)
    look->left = over->left;
  if (over->has_first)
    look->first = over->first;
  if (over->has_align)
    look->align = over->align;
  if (over->has_number)
    {
      look->number = over->number;
      look->level = over->level;
    }
  look->has_left |= over->has_left;
  look->has_first |= over->has_first;
  look->has_align |= over->has_align;
  look->has_number |= over->has_number;
  look->outline = over->outline != 0 ? over->outline : look->outline;
  look->caps = over->caps != PLT_DOCX_UNSET ? over->caps : look->caps;
  look->hidden = over->hidden != PLT_DOCX_UNSET ? over->hidden : look->hidden;
  look->bold = over->bold != PLT_DOCX_UNSET ? over->bold : look->bold;
  look->underlined = over->underlined != PLT_DOCX_UNSET ? over->underlined : look->underlined;
  look->breaks_page = over->breaks_page != PLT_DOCX_UNSET ? over->breaks_page : look->breaks_page;
}

static gint
read_number (const char *value)
{
  gint64 number = value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;

  return (gint) CLAMP (number, -1, MAX_NUMBER);
}

static guint8
read_toggle (const char *value)
{
  if (value == NULL)
    return PLT_DOCX_YES;
  return strcmp (value, "0") == 0 || strcmp (value, "false") == 0 || strcmp (value, "off") == 0
             ? PLT_DOCX_NO
             : PLT_DOCX_YES;
}

static void
read_indent (PltDocxLook *look, const char **names, const char **values)
{
  const char *left = plt_xml_attribute (names, values, "w:left");
  const char *first = plt_xml_attribute (names, values, "w:firstLine");
  const char *hanging = plt_xml_attribute (names, values, "w:hanging");

  if (left == NULL)
    left = plt_xml_attribute (names, values, "w:start");
  if (left != NULL)
    {
      look->has_left = TRUE;
      look->left = plt_twips_parse (left);
    }
  if (hanging != NULL || first != NULL)
    {
      look->has_first = TRUE;
      look->first = hanging != NULL ? -plt_twips_parse (hanging) : plt_twips_parse (first);
    }
}

static void
read_align (PltDocxLook *look, const char *value)
{
  look->has_align = TRUE;
  if (strcmp (value, "center") == 0)
    look->align = PLT_ALIGN_CENTER;
  else if (strcmp (value, "right") == 0 || strcmp (value, "end") == 0)
    look->align = PLT_ALIGN_RIGHT;
  else
    look->align = PLT_ALIGN_LEFT;
}

void
plt_docx_look_read (PltDocxLook *look, const char *element, const char **names, const char **values)
{
  const char *value = plt_xml_attribute (names, values, "w:val");

  if (strcmp (element, "w:ind") == 0)
    read_indent (look, names, values);
  else if (strcmp (element, "w:jc") == 0 && value != NULL)
    read_align (look, value);
  else if (strcmp (element, "w:numId") == 0)
    {
      look->has_number = TRUE;
      look->number = read_number (value);
    }
  else if (strcmp (element, "w:ilvl") == 0)
    look->level = CLAMP (read_number (value), 0, PLT_DOCX_LEVELS - 1);
  else if (strcmp (element, "w:outlineLvl") == 0)
    look->outline = (guint8) (CLAMP (read_number (value), 0, 9) + 1);
  else if (strcmp (element, "w:pageBreakBefore") == 0)
    look->breaks_page = read_toggle (value);
  else if (strcmp (element, "w:caps") == 0 || strcmp (element, "w:smallCaps") == 0)
    look->caps = read_toggle (value) == PLT_DOCX_YES || look->caps == PLT_DOCX_UNSET
                     ? read_toggle (value)
                     : look->caps;
  else if (strcmp (element, "w:vanish") == 0)
    look->hidden = read_toggle (value);
  else if (strcmp (element, "w:b") == 0)
    look->bold = read_toggle (value);
  else if (strcmp (element, "w:u") == 0)
    look->underlined = g_strcmp0 (value, "none") != 0 ? PLT_DOCX_YES : PLT_DOCX_NO;
}

/* ---- styles ---- */

typedef struct
{
  PltDocxLooks *looks;
  PltDocxStyle *style; /* being read */
} StyleReader;

static void
begin_style (StyleReader *self, const char **names, const char **values)
{
  const char *id = plt_xml_attribute (names, values, "w:styleId");
  const char *type = plt_xml_attribute (names, values, "w:type");
  const char *is_default = plt_xml_attribute (names, values, "w:default");

  self->style = NULL;
  if (id == NULL || (type != NULL && strcmp (type, "paragraph") != 0))
    return;
  self->style = g_new0 (PltDocxStyle, 1);
  self->style->name = g_strdup (id);
  g_hash_table_replace (self->looks->styles, g_strdup (id), self->style);
  if (is_default != NULL && read_toggle (is_default) == PLT_DOCX_YES && self->looks->normal == NULL)
    self->looks->normal = g_strdup (id);
}

static void
start_in_styles (gpointer data, const char *name, const char **names, const char **values)
{
  StyleReader *self = data;
  const char *value;

  if (strcmp (name, "w:style") == 0)
    {
      begin_style (self, names, values);
      return;
    }
  if (self->style == NULL)
    return;
  value = plt_xml_attribute (names, values, "w:val");
  if (strcmp (name, "w:name") == 0 && value != NULL)
    {
      g_free (self->style->name);
      self->style->name = g_strdup (value);
    }
  else if (strcmp (name, "w:basedOn") == 0)
    {
      g_free (self->style->parent);
      self->style->parent = g_strdup (value);
    }
  else
    plt_docx_look_read (&self->style->look, name, names, values);
}

static void
end_in_styles (gpointer data, const char *name)
{
  StyleReader *self = data;

  if (strcmp (name, "w:style") == 0)
    self->style = NULL;
}

gboolean
plt_docx_read_styles (PltDocxLooks *self, const PltDocxPart *part, const char *name, GError **error)
{
  static const PltXmlParser parser = { start_in_styles, end_in_styles, NULL, plt_docx_namespaces };
  StyleReader reader = { .looks = self };

  return part->bytes == NULL
         || plt_xml_parse (&parser, part->bytes, part->length, name, part->name, &reader, error);
}

static void
resolve (PltDocxLooks *self, PltDocxStyle *style, guint depth)
{
  PltDocxStyle *parent;
  PltDocxLook look;

  if (style->resolved)
    return;
  style->resolved = TRUE; /* a circle ends here */
  parent = style->parent != NULL ? g_hash_table_lookup (self->styles, style->parent) : NULL;
  if (parent == NULL || depth == MAX_ANCESTORS)
    return;
  resolve (self, parent, depth + 1);
  look = parent->look;
  plt_docx_look_apply (&look, &style->look);
  style->look = look;
}

const PltDocxStyle *
plt_docx_find_style (PltDocxLooks *self, const char *id)
{
  PltDocxStyle *style;

  if (id == NULL)
    id = self->normal;
  style = id != NULL ? g_hash_table_lookup (self->styles, id) : NULL;
  if (style != NULL)
    resolve (self, style, 0);
  return style;
}

/* ---- numbering ---- */

typedef struct
{
  PltDocxLooks *looks;
  PltDocxAbstract *abstract; /* being read */
  PltDocxList *list;
  gint level;
} NumberingReader;

static char
number_kind (const char *format)
{
  static const struct
  {
    const char *format;
    char kind;
  } kinds[] = { { "decimal", '1' },     { "decimalZero", '0' }, { "lowerLetter", 'a' },
                { "upperLetter", 'A' }, { "lowerRoman", 'i' },  { "upperRoman", 'I' },
                { "bullet", 'b' },      { "none", '-' } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (format, kinds[i].format) == 0)
      return kinds[i].kind;
  return '1';
}

static void
begin_abstract (NumberingReader *self, const char **names, const char **values)
{
  gint id = read_number (plt_xml_attribute (names, values, "w:abstractNumId"));

  self->list = NULL;
  self->abstract = g_new0 (PltDocxAbstract, 1);
  for (guint i = 0; i < PLT_DOCX_LEVELS; i++)
    {
      self->abstract->levels[i].kind = '1';
      self->abstract->levels[i].start = 1;
    }
  g_hash_table_replace (self->looks->abstracts, GINT_TO_POINTER (id), self->abstract);
}

static void
begin_list (NumberingReader *self, const char **names, const char **values)
{
  gint id = read_number (plt_xml_attribute (names, values, "w:numId"));

  self->abstract = NULL;
  self->list = g_new0 (PltDocxList, 1);
  self->list->abstract = -1;
  for (guint i = 0; i < PLT_DOCX_LEVELS; i++)
    self->list->starts[i] = -1;
  g_hash_table_replace (self->looks->lists, GINT_TO_POINTER (id), self->list);
}

static void
start_in_level (NumberingReader *self, const char *name, const char *value)
{
  PltDocxLevel *level = &self->abstract->levels[self->level];

  if (value == NULL)
    return;
  if (strcmp (name, "w:start") == 0)
    level->start = read_number (value);
  else if (strcmp (name, "w:numFmt") == 0)
    level->kind = number_kind (value);
  else if (strcmp (name, "w:lvlText") == 0)
    {
      g_free (level->format);
      level->format = g_strdup (value);
    }
}

static void
start_in_numbering (gpointer data, const char *name, const char **names, const char **values)
{
  NumberingReader *self = data;
  const char *value = plt_xml_attribute (names, values, "w:val");

  if (strcmp (name, "w:abstractNum") == 0)
    begin_abstract (self, names, values);
  else if (strcmp (name, "w:num") == 0)
    begin_list (self, names, values);
  else if (strcmp (name, "w:lvl") == 0 || strcmp (name, "w:lvlOverride") == 0)
    self->level
        = CLAMP (read_number (plt_xml_attribute (names, values, "w:ilvl")), 0, PLT_DOCX_LEVELS - 1);
  else if (self->list != NULL && strcmp (name, "w:abstractNumId") == 0)
    self->list->abstract = read_number (value);
  else if (self->list != NULL && strcmp (name, "w:startOverride") == 0)
    self->list->starts[self->level] = MAX (0, read_number (value));
  else if (self->abstract != NULL)
    start_in_level (self, name, value);
}

gboolean
plt_docx_read_numbering (PltDocxLooks *self,
                         const PltDocxPart *part,
                         const char *name,
                         GError **error)
{
  static const PltXmlParser parser = { start_in_numbering, NULL, NULL, plt_docx_namespaces };
  NumberingReader reader = { .looks = self };

  return part->bytes == NULL
         || plt_xml_parse (&parser, part->bytes, part->length, name, part->name, &reader, error);
}

/* Lists of one abstract list share its counters; a level begins anew below a new one above, and
 * where a list says so at its first paragraph. */
static void
step (PltDocxAbstract *abstract, PltDocxList *list, gint level)
{
  guint *counter = &abstract->counters[level];

  if (list->starts[level] >= 0 && !list->begun[level])
    *counter = (guint) list->starts[level];
  else if (*counter == 0)
    *counter = (guint) MAX (0, abstract->levels[level].start);
  else
    *counter += 1;
  list->begun[level] = TRUE;
  for (gint i = 0; i < level; i++)
    if (abstract->counters[i] == 0)
      abstract->counters[i] = (guint) MAX (0, abstract->levels[i].start);
  for (gint i = level + 1; i < PLT_DOCX_LEVELS; i++)
    abstract->counters[i] = 0;
}

char *
plt_docx_count (PltDocxLooks *self, gint number, gint level)
{
  PltDocxList *list = g_hash_table_lookup (self->lists, GINT_TO_POINTER (number));
  PltDocxAbstract *abstract
      = list != NULL ? g_hash_table_lookup (self->abstracts, GINT_TO_POINTER (list->abstract))
                     : NULL;
  g_autoptr (GString) text = NULL;

  if (abstract == NULL)
    return NULL;
  step (abstract, list, level);
  if (abstract->levels[level].kind == 'b' || abstract->levels[level].kind == '-'
      || abstract->levels[level].format == NULL)
    return NULL;
  text = g_string_new (NULL);
  for (const char *p = abstract->levels[level].format; *p != '\0'; p++)
    if (*p == '%' && p[1] >= '1' && p[1] <= '9')
      {
        guint other = (guint) (*++p - '1');
        g_autofree char *shown
            = plt_list_number (abstract->counters[other], abstract->levels[other].kind);

        g_string_append (text, shown);
      }
    else
      g_string_append_c (text, *p);
  return g_strstrip (g_string_free (g_steal_pointer (&text), FALSE));
}
