/* Libraries that are loaded when they are first needed: what a program is linked with it pays for
 * at every start, and most runs read no PDF and write no workbook. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PltSymbol:
 * @name: of a function of the library
 * @symbol: where its address goes
 */
typedef struct
{
  const char *name;
  gpointer *symbol;
} PltSymbol;

/**
 * plt_library_load:
 * @library: as the loader knows it: "libarchive.so.13"
 * @symbols: (array length=n): filled, all of them or, when one is missing, perhaps some
 *
 * The library stays for the life of the process: it may register types. Call it once, under
 * g_once_init_enter().
 *
 * Returns: FALSE when the library or one of the functions is not there
 */
gboolean plt_library_load (const char *library, const PltSymbol *symbols, guint n);

G_END_DECLS
