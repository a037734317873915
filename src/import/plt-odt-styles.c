/* The styles and lists of a LibreOffice document. */
#include <string.h>

#include "plt-odt-private.h"

#define MAX_ANCESTORS 32
#define MAX_NUMBER 1000000

const PltXmlNamespace plt_odt_namespaces[]
    = { { "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office" },
        { "urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text" },
        { "urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style" },
        { "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw" },
        { "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo" },
        { "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg" },
        { "http://purl.org/dc/elements/1.1/", "dc" },
        { NULL, NULL } };

static void
free_style (gpointer data)
{
  PltOdtStyle *self = data;

  g_free (self->name);
  g_free (self->shown);
  g_free (self->parent);
  g_free (self->list);
  g_free (self);
}

static void
free_list (gpointer data)
{
  PltOdtList *self = data;

  for (guint i = 0; self != NULL && i < PLT_ODT_LEVELS; i++)
    {
      g_free (self->levels[i].prefix);
      g_free (self->levels[i].suffix);
    }
  g_free (self);
}

static PltOdtList *
new_list (void)
{
  PltOdtList *list = g_new0 (PltOdtList, 1);

  for (guint i = 0; i < PLT_ODT_LEVELS; i++)
    list->levels[i] = (PltOdtLevel){ '-', NULL, NULL, 1, 1 };
  return list;
}

void
plt_odt_looks_init (PltOdtLooks *self)
{
  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_style);
  self->text_styles = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_style);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_list);
  self->outline = NULL;
  self->frames = g_string_new (NULL);
}

void
plt_odt_looks_clear (PltOdtLooks *self)
{
  g_clear_pointer (&self->styles, g_hash_table_unref);
  g_clear_pointer (&self->text_styles, g_hash_table_unref);
  g_clear_pointer (&self->lists, g_hash_table_unref);
  g_clear_pointer (&self->outline, free_list);
  g_string_free (self->frames, TRUE);
}

/* ---- reading ---- */

typedef struct
{
  PltOdtLooks *looks;
  PltOdtStyle *style; /* being read, in a table of `looks` */
  PltOdtList *list;
  PltOdtLevel *level;
  gboolean common;  /* in office:styles */
  guint in_frame;   /* depth inside a header or a footer */
  gboolean in_body; /* of a flat file */
} Reader;

static guint
read_number (const char *value, guint otherwise)
{
  gint64 number = value != NULL ? g_ascii_strtoll (value, NULL, 10) : otherwise;

  return (guint) CLAMP (number, 0, MAX_NUMBER);
}

static void
begin_style (Reader *self, const char **names, const char **values, gboolean is_default)
{
  const char *name = plt_xml_attribute (names, values, "style:name");
  const char *family = plt_xml_attribute (names, values, "style:family");
  const char *shown = plt_xml_attribute (names, values, "style:display-name");
  const char *page = plt_xml_attribute (names, values, "style:master-page-name");
  gboolean of_text = g_strcmp0 (family, "text") == 0;

  self->style = NULL;
  if (is_default)
    name = "";
  if (name == NULL || (!of_text && g_strcmp0 (family, "paragraph") != 0))
    return;
  self->style = g_new0 (PltOdtStyle, 1);
  self->style->name = g_strdup (name);
  self->style->shown = g_strdup (shown != NULL ? shown : name);
  self->style->parent = g_strdup (plt_xml_attribute (names, values, "style:parent-style-name"));
  self->style->list = g_strdup (plt_xml_attribute (names, values, "style:list-style-name"));
  self->style->common = self->common;
  self->style->new_page_style = page != NULL && page[0] != '\0';
  self->style->caps = self->style->hidden = self->style->strong = self->style->breaks_page = -1;
  g_hash_table_replace (of_text ? self->looks->text_styles : self->looks->styles, self->style->name,
                        self->style);
}

static void
read_paragraph_properties (PltOdtStyle *style, const char **names, const char **values)
{
  const char *left = plt_xml_attribute (names, values, "fo:margin-left");
  const char *first = plt_xml_attribute (names, values, "fo:text-indent");
  const char *align = plt_xml_attribute (names, values, "fo:text-align");
  const char *before = plt_xml_attribute (names, values, "fo:break-before");

  if (left == NULL)
    left = plt_xml_attribute (names, values, "fo:margin");
  if (left != NULL)
    {
      style->has_left = TRUE;
      style->left = plt_twips_parse (left);
    }
  if (first != NULL)
    {
      style->has_first = TRUE;
      style->first = plt_twips_parse (first);
    }
  if (align != NULL)
    {
      style->has_align = TRUE;
      style->align = PLT_ALIGN_LEFT;
      if (strcmp (align, "center") == 0)
        style->align = PLT_ALIGN_CENTER;
      else if (strcmp (align, "end") == 0 || strcmp (align, "right") == 0)
        style->align = PLT_ALIGN_RIGHT;
    }
  if (before != NULL)
    style->breaks_page = strcmp (before, "page") == 0 ? 1 : 0;
}

static void
read_text_properties (PltOdtStyle *style, const char **names, const char **values)
{
  const char *transform = plt_xml_attribute (names, values, "fo:text-transform");
  const char *variant = plt_xml_attribute (names, values, "fo:font-variant");
  const char *weight = plt_xml_attribute (names, values, "fo:font-weight");
  const char *underline = plt_xml_attribute (names, values, "style:text-underline-style");
  const char *display = plt_xml_attribute (names, values, "text:display");

  if (transform != NULL)
    style->caps = strcmp (transform, "uppercase") == 0 ? 1 : 0;
  if (variant != NULL && strcmp (variant, "small-caps") == 0)
    style->caps = 1;
  if (underline != NULL && strcmp (underline, "none") != 0)
    style->strong = 1;
  else if (weight != NULL)
    style->strong = strcmp (weight, "bold") == 0 || strcmp (weight, "700") == 0 ? 1 : 0;
  if (display != NULL)
    style->hidden = strcmp (display, "none") == 0 ? 1 : 0;
}

static void
begin_list (Reader *self, const char **names, const char **values)
{
  const char *name = plt_xml_attribute (names, values, "style:name");

  self->list = new_list ();
  self->level = NULL;
  g_hash_table_replace (self->looks->lists, g_strdup (name != NULL ? name : ""), self->list);
}

static void
begin_level (Reader *self, gboolean bullet, const char **names, const char **values)
{
  guint number = read_number (plt_xml_attribute (names, values, "text:level"), 1);
  const char *format = plt_xml_attribute (names, values, "style:num-format");
  PltOdtLevel *level;

  if (self->list == NULL || number < 1 || number > PLT_ODT_LEVELS)
    return;
  level = &self->list->levels[number - 1];
  level->kind = bullet || format == NULL || format[0] == '\0' ? '-' : format[0];
  level->start = read_number (plt_xml_attribute (names, values, "text:start-value"), 1);
  level->levels = read_number (plt_xml_attribute (names, values, "text:display-levels"), 1);
  g_free (level->prefix);
  g_free (level->suffix);
  level->prefix = g_strdup (plt_xml_attribute (names, values, "style:num-prefix"));
  level->suffix = g_strdup (plt_xml_attribute (names, values, "style:num-suffix"));
}

static void
start_list_element (Reader *self, const char *name, const char **names, const char **values)
{
  if (strcmp (name, "text:list-style") == 0)
    begin_list (self, names, values);
  else if (strcmp (name, "text:outline-style") == 0)
    {
      g_clear_pointer (&self->looks->outline, free_list);
      self->list = self->looks->outline = new_list ();
    }
  else if (strcmp (name, "text:list-level-style-number") == 0
           || strcmp (name, "text:outline-level-style") == 0)
    begin_level (self, FALSE, names, values);
  else if (strcmp (name, "text:list-level-style-bullet") == 0)
    begin_level (self, TRUE, names, values);
  else if (self->in_frame > 0 && (strcmp (name, "text:p") == 0 || strcmp (name, "text:s") == 0)
           && self->looks->frames->len > 0)
    g_string_append_c (self->looks->frames, name[5] == 'p' ? '\n' : ' ');
}

static gboolean
is_frame (const char *name)
{
  return g_str_has_prefix (name, "style:header") || g_str_has_prefix (name, "style:footer");
}

static void
start_in_styles (gpointer data, const char *name, const char **names, const char **values)
{
  Reader *self = data;

  if (self->in_body)
    return;
  if (strcmp (name, "office:body") == 0)
    self->in_body = TRUE;
  else if (strcmp (name, "office:styles") == 0)
    self->common = TRUE;
  else if (strcmp (name, "style:style") == 0)
    begin_style (self, names, values, FALSE);
  else if (strcmp (name, "style:default-style") == 0)
    begin_style (self, names, values, TRUE);
  else if (strcmp (name, "style:paragraph-properties") == 0 && self->style != NULL)
    read_paragraph_properties (self->style, names, values);
  else if (strcmp (name, "style:text-properties") == 0 && self->style != NULL)
    read_text_properties (self->style, names, values);
  else if (is_frame (name) && !g_str_has_suffix (name, "-style")
           && !g_str_has_suffix (name, "-properties"))
    self->in_frame++;
  else
    start_list_element (self, name, names, values);
}

static void
end_in_styles (gpointer data, const char *name)
{
  Reader *self = data;

  if (strcmp (name, "office:body") == 0)
    self->in_body = FALSE;
  if (self->in_body)
    return;
  if (strcmp (name, "office:styles") == 0)
    self->common = FALSE;
  else if (strcmp (name, "style:style") == 0 || strcmp (name, "style:default-style") == 0)
    self->style = NULL;
  else if (strcmp (name, "text:list-style") == 0 || strcmp (name, "text:outline-style") == 0)
    self->list = NULL;
  else if (is_frame (name) && !g_str_has_suffix (name, "-style")
           && !g_str_has_suffix (name, "-properties") && self->in_frame > 0)
    self->in_frame--;
}

static void
text_in_styles (gpointer data, const char *text, gsize length)
{
  Reader *self = data;

  if (self->in_frame == 0 || self->in_body)
    return;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      g_string_append_c (self->looks->frames, text[i]);
    else if (self->looks->frames->len > 0
             && !g_ascii_isspace (self->looks->frames->str[self->looks->frames->len - 1]))
      g_string_append_c (self->looks->frames, ' ');
}

gboolean
plt_odt_read_styles (PltOdtLooks *self, const PltOdtPart *part, const char *name, GError **error)
{
  static const PltXmlParser parser
      = { start_in_styles, end_in_styles, text_in_styles, plt_odt_namespaces };
  Reader reader = { .looks = self };

  return part->bytes == NULL
         || plt_xml_parse (&parser, part->bytes, part->length, name, part->name, &reader, error);
}

/* ---- what is inherited ---- */

static void
inherit (PltOdtStyle *style, const PltOdtStyle *parent)
{
  if (!style->has_left)
    style->left = parent->left;
  if (!style->has_first)
    style->first = parent->first;
  if (!style->has_align)
    style->align = parent->align;
  if (style->caps < 0)
    style->caps = parent->caps;
  if (style->hidden < 0)
    style->hidden = parent->hidden;
  if (style->strong < 0)
    style->strong = parent->strong;
  if (style->breaks_page < 0)
    style->breaks_page = parent->breaks_page;
  if (style->list == NULL)
    style->list = g_strdup (parent->list);
}

static void
resolve (GHashTable *styles, PltOdtStyle *style, guint depth)
{
  PltOdtStyle *parent;

  if (style->resolved)
    return;
  style->resolved = TRUE; /* a circle ends here */
  parent = g_hash_table_lookup (styles, style->parent != NULL ? style->parent : "");
  if (parent == NULL || parent == style || depth == MAX_ANCESTORS)
    return;
  resolve (styles, parent, depth + 1);
  inherit (style, parent);
}

const PltOdtStyle *
plt_odt_find_style (GHashTable *styles, const char *name)
{
  PltOdtStyle *style = name != NULL ? g_hash_table_lookup (styles, name) : NULL;

  if (style != NULL)
    resolve (styles, style, 0);
  return style;
}

const PltOdtStyle *
plt_odt_find_common (GHashTable *styles, const PltOdtStyle *style)
{
  for (guint i = 0; i < MAX_ANCESTORS && style != NULL && !style->common; i++)
    style = style->parent != NULL ? plt_odt_find_style (styles, style->parent) : NULL;
  return style;
}

/* ---- counting ---- */

char *
plt_odt_count (PltOdtList *list, guint level, gint start)
{
  const PltOdtLevel *look;
  g_autoptr (GString) text = NULL;
  guint from;

  if (list == NULL || level >= PLT_ODT_LEVELS)
    return NULL;
  look = &list->levels[level];
  if (start >= 0)
    list->counters[level] = (guint) start;
  else
    list->counters[level] = list->counters[level] == 0 ? look->start : list->counters[level] + 1;
  for (guint i = level + 1; i < PLT_ODT_LEVELS; i++)
    list->counters[i] = 0;
  if (look->kind == '-')
    return NULL;
  text = g_string_new (look->prefix);
  from = level + 1 - CLAMP (look->levels, 1, level + 1);
  for (guint i = from; i <= level; i++)
    {
      guint counter = list->counters[i] == 0 ? list->levels[i].start : list->counters[i];
      g_autofree char *shown = plt_list_number (counter, list->levels[i].kind);

      if (i > from && text->len > 0 && shown[0] != '\0')
        g_string_append_c (text, '.');
      g_string_append (text, shown);
    }
  if (look->suffix != NULL)
    g_string_append (text, look->suffix);
  return g_strstrip (g_string_free (g_steal_pointer (&text), FALSE));
}
