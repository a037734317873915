/* Which members of a Word archive are which parts, as its list of contents says. */
#include <string.h>

#include "plt-docx-private.h"

#define TYPES "[Content_Types].xml"

typedef struct
{
  PltArchive *archive;
  GPtrArray *names; /* of the members found, owned: the parts point into it */
  char *document, *styles, *numbering, *comments, *footnotes, *endnotes; /* (nullable) */
  char *frames[PLT_DOCX_MAX_FRAMES];
  guint n_frames;
} Contents;

static void
take (Contents *self, char **slot, const char *name)
{
  if (*slot != NULL || !plt_archive_has (self->archive, name))
    return;
  *slot = g_strdup (name);
  g_ptr_array_add (self->names, *slot);
}

static void
start_in_types (gpointer data, const char *element, const char **names, const char **values)
{
  Contents *self = data;
  const char *name = plt_xml_attribute (names, values, "PartName");
  const char *type = plt_xml_attribute (names, values, "ContentType");

  if (name == NULL || type == NULL || name[0] != '/')
    return;
  name++;
  if (strstr (type, "word") == NULL)
    return;
  if (g_str_has_suffix (type, ".main+xml"))
    take (self, &self->document, name);
  else if (g_str_has_suffix (type, "wordprocessingml.styles+xml"))
    take (self, &self->styles, name);
  else if (g_str_has_suffix (type, ".numbering+xml"))
    take (self, &self->numbering, name);
  else if (g_str_has_suffix (type, ".comments+xml"))
    take (self, &self->comments, name);
  else if (g_str_has_suffix (type, ".footnotes+xml"))
    take (self, &self->footnotes, name);
  else if (g_str_has_suffix (type, ".endnotes+xml"))
    take (self, &self->endnotes, name);
  else if ((g_str_has_suffix (type, ".header+xml") || g_str_has_suffix (type, ".footer+xml"))
           && self->n_frames < PLT_DOCX_MAX_FRAMES)
    take (self, &self->frames[self->n_frames++], name);
}

static PltDocxPart
part_of (const Contents *self, const char *name)
{
  PltDocxPart part = { NULL, 0, name };

  if (name != NULL)
    part.bytes = plt_archive_get (self->archive, name, &part.length);
  return part;
}

static PltScript *
read_contents (Contents *self, const char *name, GError **error)
{
  PltDocxParts parts = { .document = part_of (self, self->document),
                         .styles = part_of (self, self->styles),
                         .numbering = part_of (self, self->numbering),
                         .comments = part_of (self, self->comments),
                         .footnotes = part_of (self, self->footnotes),
                         .endnotes = part_of (self, self->endnotes) };

  for (guint i = 0; i < self->n_frames; i++)
    parts.frames[i] = part_of (self, self->frames[i]);
  return plt_docx_read_parts (&parts, name, error);
}

PltScript *
plt_docx_read (PltArchive *archive, const char *name, GError **error)
{
  static const PltXmlParser parser = { start_in_types, NULL, NULL, NULL };
  static const char *const types[] = { TYPES, NULL };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  Contents self = { .archive = archive, .names = names };
  const char *bytes;
  gsize length = 0;

  if (!plt_archive_load (archive, types, error))
    return NULL;
  bytes = plt_archive_get (archive, TYPES, &length);
  if (bytes != NULL && !plt_xml_parse (&parser, bytes, length, name, TYPES, &self, error))
    return NULL;
  take (&self, &self.document, "word/document.xml");
  take (&self, &self.styles, "word/styles.xml");
  take (&self, &self.numbering, "word/numbering.xml");
  take (&self, &self.comments, "word/comments.xml");
  if (self.document == NULL)
    {
      plt_archive_set_missing_error (name, "word/document.xml", error);
      return NULL;
    }
  g_ptr_array_add (names, NULL);
  if (!plt_archive_load (archive, (const char *const *) names->pdata, error))
    return NULL;
  return read_contents (&self, name, error);
}
