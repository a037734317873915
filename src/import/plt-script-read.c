#include "plt-script-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-fdx.h"
#include "plt-file-bytes.h"
#include "plt-fountain.h"
#include "plt-odt.h"
#include "plt-osf.h"
#include "plt-pdf-script.h"
#include "plt-script-builder.h"
#include "plt-text-script.h"
#include "plt-text.h"
#include "plt-trelby.h"
#include "plt-uss.h"
#include "plt-zip-script.h"

/* ---- the format ---- */

typedef enum
{
  FORMAT_TEXT,
  FORMAT_FDX,
  FORMAT_TRELBY,
  FORMAT_USS,
  FORMAT_PDF,
  FORMAT_ZIP,
  FORMAT_FODT,
  FORMAT_OSF,
  FORMAT_OFFICE, /* a document that a word processor can save as DOCX */
  FORMAT_LOCKED, /* by a password */
  FORMAT_OTHER,  /* known by its first bytes, and not read */
  FORMAT_BINARY,
} Format;

static const struct
{
  const char *bytes;
  gsize length;
  const char *name; /* N_() msgid */
} others[] = {
  { "SQLite format 3", 15, N_ ("a database") },
  { "\211PNG", 4, N_ ("an image") },
  { "\377\330\377", 3, N_ ("an image") },
  { "\037\213", 2, N_ ("a compressed file") },
};

/* Text holds hardly any control byte; UTF-16 says itself. */
static gboolean
is_binary (const char *bytes, gsize length)
{
  gsize n = MIN (length, 65536);
  gsize controls = 0;

  if (length >= 2 && (memcmp (bytes, "\377\376", 2) == 0 || memcmp (bytes, "\376\377", 2) == 0))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      guchar c = (guchar) bytes[i];

      controls += c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' ? 1 : 0;
    }
  return controls * 4 > n;
}

/* What a text says of itself on its first lines, whichever its encoding. */
static Format
recognise_text (const char *bytes, gsize length, const char **other)
{
  g_autofree char *head = plt_text_to_utf8 (bytes, MIN (length, 8192), NULL, NULL);
  const char *p = head;

  while (g_ascii_isspace (*p))
    p++;
  if (*p == '<' && strstr (p, "<FinalDraft") != NULL)
    return FORMAT_FDX;
  if (*p == '<' && strstr (p, "<office:document ") != NULL)
    return FORMAT_FODT;
  if (*p == '<' && plt_osf_recognise (p))
    return FORMAT_OSF;
  if (*p == '<' && (strstr (p, "<?xml") != NULL || strstr (p, "<html") != NULL))
    {
      *other = N_ ("a web page or XML of another program");
      return FORMAT_OTHER;
    }
  if (plt_trelby_recognise (p))
    return FORMAT_TRELBY;
  return plt_uss_recognise (p) ? FORMAT_USS : FORMAT_TEXT;
}

/* A Word document that has a password is a package in the old container. */
static Format
recognise_office (const char *bytes, gsize length, const char **other)
{
  static const char package[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g";

  if (length >= 5 && memcmp (bytes, "{\\rtf", 5) == 0)
    {
      *other = N_ ("rich text (RTF)");
      return FORMAT_OFFICE;
    }
  if (length < 4 || memcmp (bytes, "\320\317\021\340", 4) != 0)
    return FORMAT_TEXT;
  *other = N_ ("an old Word document");
  for (gsize i = 0; i + sizeof package <= length; i += 4)
    if (bytes[i] == 'E' && memcmp (bytes + i, package, sizeof package - 1) == 0)
      return FORMAT_LOCKED;
  return FORMAT_OFFICE;
}

static Format
recognise (const char *bytes, gsize length, const char **other)
{
  Format format;

  if (g_strstr_len (bytes, (gssize) MIN (length, 1024), "%PDF-") != NULL)
    return FORMAT_PDF;
  if (length >= 4 && (memcmp (bytes, "PK\003\004", 4) == 0 || memcmp (bytes, "PK\005\006", 4) == 0))
    return FORMAT_ZIP;
  format = recognise_office (bytes, length, other);
  if (format != FORMAT_TEXT)
    return format;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (length >= others[i].length && memcmp (bytes, others[i].bytes, others[i].length) == 0)
      {
        *other = others[i].name;
        return FORMAT_OTHER;
      }
  format = recognise_text (bytes, length, other);
  return format == FORMAT_TEXT && is_binary (bytes, length) ? FORMAT_BINARY : format;
}

/* ---- text ---- */

typedef PltScript *(*TextReader) (const char *text, gsize length);

static PltScript *
read_text (const char *bytes, gsize length, TextReader reader)
{
  const char *encoding;
  guint replaced;
  g_autofree char *text
      = plt_script_compose (plt_text_to_utf8 (bytes, length, &encoding, &replaced));
  PltScript *script = reader (text, strlen (text));

  if (strcmp (encoding, "UTF-8") != 0)
    plt_script_add_remark (script, PLT_REMARK_GUESSED, 0, encoding, _ ("The text was read as %s."),
                           encoding);
  if (replaced > 0)
    plt_script_add_remark (script, PLT_REMARK_KEPT, 0, NULL,
                           ngettext ("%u unreadable character stands as “�” in the text.",
                                     "%u unreadable characters stand as “�” in the text.",
                                     replaced),
                           replaced);
  return script;
}

static PltScript *
read_flat (const char *bytes, gsize length, const char *name, GError **error)
{
  const PltOdtPart part = { bytes, length, NULL };

  return plt_odt_read_parts (&part, &part, name, error);
}

static PltScript *
read_plain (const char *text, gsize length)
{
  return plt_text_script_is_laid_out (text, length) ? plt_text_script_read (text, length)
                                                    : plt_fountain_read (text, length);
}

/* ---- the whole ---- */

PltScript *
plt_script_read_bytes (const char *bytes, gsize length, const char *name, GError **error)
{
  g_autoptr (PltScript) script = NULL;
  const char *other = NULL;

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (length == 0)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID, _ ("“%s” is empty: choose another file."),
                   name);
      return NULL;
    }
  if (length > PLT_SCRIPT_MAX_BYTES)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG,
                   _ ("“%s” is larger than %d MB: choose another file, or cut it in parts."), name,
                   PLT_SCRIPT_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  switch (recognise (bytes, length, &other))
    {
    case FORMAT_FDX:
      script = plt_fdx_read (bytes, length, name, error);
      break;
    case FORMAT_PDF:
      script = plt_pdf_script_read (bytes, length, name, error);
      break;
    case FORMAT_ZIP:
      script = plt_zip_script_read (bytes, length, name, error);
      break;
    case FORMAT_OSF:
      script = plt_osf_read_document (bytes, length, name, NULL, error);
      break;
    case FORMAT_FODT:
      script = read_flat (bytes, length, name, error);
      break;
    case FORMAT_TEXT:
      script = read_text (bytes, length, read_plain);
      break;
    case FORMAT_TRELBY:
      script = read_text (bytes, length, plt_trelby_read);
      break;
    case FORMAT_USS:
      script = plt_uss_read (bytes, length, name, error);
      break;
    case FORMAT_OFFICE:
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("“%s” is %s: open it in LibreOffice or Word, save it as DOCX and import "
                      "that."),
                   name, _ (other));
      break;
    case FORMAT_LOCKED:
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("“%s” is protected by a password: save it without one and import that."),
                   name);
      break;
    case FORMAT_OTHER:
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("“%s” is %s: save the screenplay as Fountain, Final Draft (FDX), Word (DOCX) "
                      "or PDF and import that."),
                   name, _ (other));
      break;
    case FORMAT_BINARY:
    default:
      g_set_error (
          error, PLT_ERROR, PLT_ERROR_INVALID,
          _ ("“%s” is not text: a screenplay is a Fountain, Final Draft (FDX), Word (DOCX), "
             "LibreOffice (ODT), Celtx or PDF file."),
          name);
      break;
    }
  if (script != NULL && script->scenes->len == 0)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("“%s” is not a screenplay: it has no heading such as “INT. KITCHEN - DAY”."),
                   name);
      return NULL;
    }
  if (script != NULL && script->scenes->len > PLT_SCRIPT_MAX_SCENES)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG,
                   _ ("“%s” has more than %d headings, which no screenplay does: cut it in parts."),
                   name, PLT_SCRIPT_MAX_SCENES);
      return NULL;
    }
  return g_steal_pointer (&script);
}

PltScript *
plt_script_read (const char *path, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = plt_file_bytes_read (path, PLT_SCRIPT_MAX_BYTES, &length, error);
  if (bytes == NULL)
    return NULL;
  name = g_filename_display_basename (path);
  return plt_script_read_bytes (bytes, length, name, error);
}
