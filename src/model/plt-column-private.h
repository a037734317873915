/* Shared by the files plt-column*.c. */
#pragma once

#include "plt-table.h"

G_BEGIN_DECLS

/* In characters. */
#define PLT_COLUMN_MAX_TEXT 1000
#define PLT_COLUMN_MAX_LONG_TEXT 1000000 /* a pay scale with all its dates is above 100 000 */
#define PLT_COLUMN_MAX_FORMULA 500

typedef enum
{
  PLT_FAULT_NONE,
  PLT_FAULT_EMPTY,
  PLT_FAULT_NEGATIVE,
  PLT_FAULT_LARGE,
  PLT_FAULT_LONG,
  PLT_FAULT_ENCODING,
  PLT_FAULT_OTHER,
} PltFault;

PltFault plt_column_find_fault (const PltColumn *column, const PltValue *value);
gboolean
plt_column_refuse (const PltColumn *column, PltFault fault, const char *given, GError **error);

G_END_DECLS
