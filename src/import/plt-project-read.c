#include "plt-project-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-gan.h"
#include "plt-mspdi.h"
#include "plt-text.h"

#define HEAD 4096

static gboolean
begins_with (const char *bytes, gsize length, const char *sign)
{
  gsize n = strlen (sign);

  return length >= n && memcmp (bytes, sign, n) == 0;
}

PltNetworkProject *
plt_project_read (const char *bytes, gsize length, const char *name, GError **error)
{
  g_autofree char *converted = NULL;
  gssize head;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  if (length > PLT_PROJECT_MAX_BYTES)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG,
                   _ ("“%s” is larger than %d MB: choose another file, or cut it in parts."), name,
                   PLT_PROJECT_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  if (begins_with (bytes, length, "\xd0\xcf\x11\xe0") || begins_with (bytes, length, "PK"))
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("“%s” is no XML file: save the plan as XML in the program that made it."),
                   name);
      return NULL;
    }
  if (begins_with (bytes, length, "\xff\xfe") || begins_with (bytes, length, "\xfe\xff"))
    {
      converted = plt_text_to_utf8 (bytes, length, NULL, NULL);
      bytes = converted;
      length = strlen (converted);
    }
  head = (gssize) MIN (length, HEAD);
  if (g_strstr_len (bytes, head, "schemas.microsoft.com/project") != NULL
      || g_strstr_len (bytes, head, "<Project") != NULL)
    return plt_mspdi_read (bytes, length, name, error);
  if (g_strstr_len (bytes, head, "<project") != NULL || g_str_has_suffix (name, ".gan"))
    return plt_gan_read (bytes, length, name, error);
  return plt_mspdi_read (bytes, length, name, error);
}
