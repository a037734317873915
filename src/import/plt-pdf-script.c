#include "plt-pdf-script.h"

#include <glib/gi18n-lib.h>

#include "plt-error.h"
#include "plt-pdf-text.h"
#include "plt-placed-script.h"

PltScript *
plt_pdf_script_read (const char *bytes, gsize length, const char *name, GError **error)
{
  g_autoptr (PltPlacedText) text = plt_pdf_text_load (bytes, length, name, error);

  if (text == NULL)
    return NULL;
  if (text->lines->len == 0)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("“%s” holds images and no text, a scan perhaps: run text recognition (OCR) "
                      "on it, or ask for the file it was printed from."),
                   name);
      return NULL;
    }
  return plt_placed_script_read (text, "pdf");
}
