#include "plt-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-text.h"

#define MAX_ATTRIBUTES 256

typedef struct
{
  const PltXmlParser *parser;
  gpointer data;
  guint depth;
  gboolean too_deep;
  gboolean entities;   /* declared */
  GHashTable *renamed; /* (nullable): prefix of the file -> that of the parser, where they differ */
} Reader;

const char *
plt_xml_attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      return values[i];
  return NULL;
}

/* ---- namespaces ---- */

static void
read_declaration (Reader *self, const char *prefix, const char *uri)
{
  for (const PltXmlNamespace *n = self->parser->namespaces; n->uri != NULL; n++)
    if (strcmp (n->uri, uri) == 0 && strcmp (n->prefix, prefix) != 0)
      {
        if (self->renamed == NULL)
          self->renamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
        g_hash_table_insert (self->renamed, g_strdup (prefix), (gpointer) n->prefix);
        return;
      }
}

static void
read_declarations (Reader *self, const char **names, const char **values)
{
  if (self->parser->namespaces == NULL)
    return;
  for (guint i = 0; names[i] != NULL; i++)
    if (strncmp (names[i], "xmlns", 5) == 0 && (names[i][5] == ':' || names[i][5] == '\0'))
      read_declaration (self, names[i][5] == ':' ? names[i] + 6 : "", values[i]);
}

/* (transfer full) (nullable): `name` with our prefix, NULL when it has it */
static char *
rename (const Reader *self, const char *name, gboolean attribute)
{
  const char *colon = strchr (name, ':');
  g_autofree char *prefix = NULL;
  const char *ours;

  if (self->renamed == NULL || (colon == NULL && attribute))
    return NULL;
  prefix = g_strndup (name, colon != NULL ? (gsize) (colon - name) : 0);
  ours = g_hash_table_lookup (self->renamed, prefix);
  if (ours == NULL)
    return NULL;
  return g_strconcat (ours, ":", colon != NULL ? colon + 1 : name, NULL);
}

/* ---- callbacks ---- */

static void
start_renamed (Reader *self, const char *name, const char **names, const char **values)
{
  const char *shown[MAX_ATTRIBUTES + 1];
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  char *own = rename (self, name, FALSE);
  guint n = 0;

  g_ptr_array_add (owned, own);
  for (; n < MAX_ATTRIBUTES && names[n] != NULL; n++)
    {
      char *own_name = rename (self, names[n], TRUE);

      g_ptr_array_add (owned, own_name);
      shown[n] = own_name != NULL ? own_name : names[n];
    }
  shown[n] = NULL;
  self->parser->start (self->data, own != NULL ? own : name, shown, values);
}

static void
start_element (GMarkupParseContext *context,
               const char *name,
               const char **names,
               const char **values,
               gpointer data,
               GError **error)
{
  Reader *self = data;

  if (++self->depth > PLT_XML_MAX_DEPTH)
    {
      self->too_deep = TRUE;
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID, "depth");
      return;
    }
  read_declarations (self, names, values);
  if (self->parser->start == NULL)
    return;
  if (self->renamed == NULL)
    self->parser->start (self->data, name, names, values);
  else
    start_renamed (self, name, names, values);
}

static void
end_element (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Reader *self = data;
  g_autofree char *own = rename (self, name, FALSE);

  self->depth--;
  if (self->parser->end != NULL)
    self->parser->end (self->data, own != NULL ? own : name);
}

static void
add_text (
    GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reader *self = data;

  if (self->parser->text != NULL)
    self->parser->text (self->data, text, length);
}

/* An error set here would not stop GMarkup before one of its own. */
static void
meet_passthrough (
    GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reader *self = data;

  self->entities |= g_strstr_len (text, (gssize) length, "<!ENTITY") != NULL;
}

/* ---- the whole ---- */

static void
set_error (const Reader *self, const char *name, const char *part, GError **error)
{
  if (self->too_deep)
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("“%s” nests its elements deeper than it should: save it again from the "
                    "program that wrote it."),
                 name);
  else if (self->entities)
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("“%s” declares XML entities, behind which anything can hide: it was not read. "
                    "Save it again from the program that wrote it."),
                 name);
  else if (part != NULL)
    g_set_error (error, PLT_ERROR, PLT_ERROR_DAMAGED,
                 _ ("“%s” is damaged inside, in “%s”: save it again from the program that wrote "
                    "it."),
                 name, part);
  else
    g_set_error (error, PLT_ERROR, PLT_ERROR_DAMAGED,
                 _ ("“%s” is damaged: copy it again, or save it again from the program that "
                    "wrote it."),
                 name);
}

static gboolean
parse (Reader *self, const char *bytes, gsize length)
{
  static const GMarkupParser parser
      = { start_element, end_element, add_text, meet_passthrough, NULL };
  g_autoptr (GMarkupParseContext) context
      = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, self, NULL);

  if (length >= 3 && memcmp (bytes, "\357\273\277", 3) == 0)
    {
      bytes += 3;
      length -= 3;
    }
  /* GMarkup lets NUL through, and stumbles over its own errors where a declaration is no UTF-8. */
  return g_utf8_validate_len (bytes, length, NULL)
         && g_markup_parse_context_parse (context, bytes, (gssize) length, NULL)
         && g_markup_parse_context_end_parse (context, NULL) && !self->entities;
}

gboolean
plt_xml_parse (const PltXmlParser *parser,
               const char *bytes,
               gsize length,
               const char *name,
               const char *part,
               gpointer data,
               GError **error)
{
  Reader self = { .parser = parser, .data = data };
  g_autofree char *converted = NULL;
  gboolean ok;

  if (length >= 2 && (memcmp (bytes, "\377\376", 2) == 0 || memcmp (bytes, "\376\377", 2) == 0))
    {
      converted = plt_text_to_utf8 (bytes, length, NULL, NULL);
      bytes = converted;
      length = strlen (converted);
    }
  ok = parse (&self, bytes, length);
  g_clear_pointer (&self.renamed, g_hash_table_unref);
  if (!ok)
    set_error (&self, name, part, error);
  return ok;
}
