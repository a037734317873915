#include "plt-library.h"

#include <gmodule.h>

gboolean
plt_library_load (const char *library, const PltSymbol *symbols, guint n)
{
  GModule *module;

  g_return_val_if_fail (library != NULL && (symbols != NULL || n == 0), FALSE);

  module = g_module_open (library, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
  if (module == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_module_symbol (module, symbols[i].name, symbols[i].symbol))
      return FALSE;
  g_module_make_resident (module);
  return TRUE;
}
