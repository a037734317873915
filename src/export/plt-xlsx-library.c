#define PLT_XLSX_LIBRARY_NAMES
#include "plt-xlsx-library.h"

#include <glib/gi18n-lib.h>

#include "plt-error.h"
#include "plt-library.h"

#define WRITER_LIBRARY "libxlsxwriter.so.4"
#define ARCHIVE_LIBRARY "libarchive.so.13"

PltXlsxLibrary plt_xlsx_library;

gboolean
plt_xlsx_library_load (GError **error)
{
#define SYMBOL(name) { #name, (gpointer *) &plt_xlsx_library.name },
  static const PltSymbol writer[] = { PLT_XLSX_FUNCTIONS (SYMBOL) };
  static const PltSymbol archive[] = { PLT_XLSX_ARCHIVE_FUNCTIONS (SYMBOL) };
#undef SYMBOL
  static gsize state = 0; /* 1 loaded, 2 no writer, 3 no archive */

  if (g_once_init_enter (&state))
    {
      gsize result = 1;

      if (!plt_library_load (WRITER_LIBRARY, writer, G_N_ELEMENTS (writer)))
        result = 2;
      else if (!plt_library_load (ARCHIVE_LIBRARY, archive, G_N_ELEMENTS (archive)))
        result = 3;
      g_once_init_leave (&state, result);
    }
  if (state == 1)
    return TRUE;
  g_set_error (error, PLT_ERROR, PLT_ERROR_FAILED,
               _ ("Spreadsheets cannot be written without the library %s: install it."),
               state == 2 ? WRITER_LIBRARY : ARCHIVE_LIBRARY);
  return FALSE;
}
