#include "plt-zip-script.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-archive.h"
#include "plt-celtx.h"
#include "plt-docx.h"
#include "plt-error.h"
#include "plt-odt.h"
#include "plt-osf.h"

typedef PltScript *(*Reader) (PltArchive *archive, const char *name, GError **error);

/* What the member "mimetype" says, the longest first. */
static const struct
{
  const char *type;
  Reader read;
  const char *what; /* N_() msgid */
} types[] = {
  { "application/vnd.oasis.opendocument.text-master", NULL, N_ ("a master document") },
  { "application/vnd.oasis.opendocument.text", plt_odt_read, NULL },
  { "application/vnd.sun.xml.writer", NULL, N_ ("an old OpenOffice document") },
  { "application/vnd.oasis.opendocument.spreadsheet", NULL, N_ ("a spreadsheet") },
  { "application/vnd.oasis.opendocument.presentation", NULL, N_ ("a slide show") },
  { "application/vnd.oasis.opendocument", NULL, N_ ("a drawing or another document") },
  { "application/epub+zip", NULL, N_ ("an electronic book (EPUB)") },
};

/* A member that only one format has. */
static const struct
{
  const char *member;
  Reader read;
  const char *what; /* N_() msgid */
} members[] = {
  { "word/document.xml", plt_docx_read, NULL },
  { "project.rdf", plt_celtx_read, NULL },
  { "xl/workbook.xml", NULL, N_ ("a spreadsheet") },
  { "xl/workbook.bin", NULL, N_ ("a spreadsheet") },
  { "ppt/presentation.xml", NULL, N_ ("a slide show") },
  { "META-INF/container.xml", NULL, N_ ("an electronic book (EPUB)") },
  { "content.xml", plt_odt_read, NULL },
  { "index.xml", NULL, N_ ("an Apple Pages document") },
  { "Index/Document.iwa", NULL, N_ ("an Apple Pages document") },
  { "META-INF/MANIFEST.MF", NULL, N_ ("a Java program") },
  { "AndroidManifest.xml", NULL, N_ ("an Android program") },
  { "word/", plt_docx_read, NULL },
  { "document.xml", plt_osf_read, NULL },
};

static PltScript *
refuse (const char *what, const char *name, GError **error)
{
  g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
               _ ("“%s” is %s: save the screenplay as Fountain, Final Draft (FDX), Word (DOCX) or "
                  "PDF and import that."),
               name, _ (what));
  return NULL;
}

static gboolean
has_member (const PltArchive *archive, const char *member)
{
  GPtrArray *names = plt_archive_get_names (archive);

  if (!g_str_has_suffix (member, "/"))
    return plt_archive_has (archive, member);
  for (guint i = 0; i < names->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (names, i), member))
      return TRUE;
  return FALSE;
}

/* Whether the list of contents of an Office document names a text: its parts may be anywhere. */
static gboolean
is_word (PltArchive *archive)
{
  gsize length = 0;
  const char *contents = plt_archive_get (archive, "[Content_Types].xml", &length);

  return contents != NULL
         && g_strstr_len (contents, (gssize) length, "wordprocessingml.document.main+xml") != NULL;
}

PltScript *
plt_zip_script_read (const char *bytes, gsize length, const char *name, GError **error)
{
  static const char *const telling[] = { "mimetype", "[Content_Types].xml", NULL };
  g_autoptr (PltArchive) archive = plt_archive_open (bytes, length, name, error);
  const char *type;
  gsize n = 0;

  if (archive == NULL || !plt_archive_load (archive, telling, error))
    return NULL;
  type = plt_archive_get (archive, "mimetype", &n);
  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (types); i++)
    if (g_str_has_prefix (type, types[i].type))
      return types[i].read != NULL ? types[i].read (archive, name, error)
                                   : refuse (types[i].what, name, error);
  if (is_word (archive))
    return plt_docx_read (archive, name, error);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (has_member (archive, members[i].member))
      return members[i].read != NULL ? members[i].read (archive, name, error)
                                     : refuse (members[i].what, name, error);
  g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
               _ ("“%s” is an archive of other files: take the screenplay out of it and import "
                  "that."),
               name);
  return NULL;
}
