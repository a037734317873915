/* A small, safe way through an XML file: what the readers of DOCX, ODT and Celtx share over
 * GMarkup.
 *
 * UTF-8, with or without a byte-order mark, and UTF-16 with one. Nothing is fetched and nothing is
 * expanded: a file that declares entities is refused, and so is one that nests deeper than
 * PLT_XML_MAX_DEPTH, is no valid UTF-8 or is cut. Names are handed over with the prefixes of the
 * reader's table whatever the file calls its namespaces. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLT_XML_MAX_DEPTH 256

typedef struct
{
  const char *uri;
  const char *prefix; /* "w" */
} PltXmlNamespace;

/* Each may be NULL. `text` is not terminated. */
typedef struct
{
  void (*start) (gpointer data, const char *name, const char **names, const char **values);
  void (*end) (gpointer data, const char *name);
  void (*text) (gpointer data, const char *text, gsize length);
  const PltXmlNamespace *namespaces; /* (nullable): ends with a NULL uri */
} PltXmlParser;

/**
 * plt_xml_parse:
 * @name: what the sentences call the file
 * @part: (nullable): the member of an archive that this is
 *
 * Returns: FALSE with PLT_ERROR_INVALID or PLT_ERROR_DAMAGED
 */
gboolean plt_xml_parse (const PltXmlParser *parser,
                        const char *bytes,
                        gsize length,
                        const char *name,
                        const char *part,
                        gpointer data,
                        GError **error);

/* (nullable): the value of an attribute */
const char *plt_xml_attribute (const char **names, const char **values, const char *name);

G_END_DECLS
