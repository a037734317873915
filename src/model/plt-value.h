/* A value of a cell: nothing, an integer or a text. Everything stored is one of the three. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PLT_VALUE_NULL,
  PLT_VALUE_INTEGER,
  PLT_VALUE_TEXT,
} PltValueKind;

/**
 * PltValue:
 * @kind: which of the two others holds
 * @integer: the number, when @kind is PLT_VALUE_INTEGER
 * @text: (owned) (nullable): the text, never %NULL when @kind is PLT_VALUE_TEXT
 *
 * A plain struct. Zeroed memory is a NULL value. Whoever holds one clears it.
 */
typedef struct
{
  PltValueKind kind;
  gint64 integer;
  char *text;
} PltValue;

#define PLT_VALUE_INIT                                                                             \
  {                                                                                                \
    PLT_VALUE_NULL, 0, NULL                                                                        \
  }

PltValue plt_value_integer (gint64 integer);
PltValue plt_value_text (const char *text); /* copies; NULL gives a NULL value */
PltValue plt_value_copy (const PltValue *value);
void plt_value_clear (PltValue *value);
void plt_value_take (PltValue *value, PltValue other); /* clears, then moves `other` in */
gboolean plt_value_equal (const PltValue *a, const PltValue *b);
const char *plt_value_get_text (const PltValue *value); /* "" unless a text */

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PltValue, plt_value_clear)

/* Row ids as keys of a hash table. */
#define PLT_ID_TO_POINTER(id) ((gpointer) (gintptr) (id))

/**
 * PltRef:
 * @table: (nullable): id of a table, static; %NULL points nowhere
 * @id: row, 0 for the table as a whole
 * @column: (nullable): id of a column, static
 */
typedef struct
{
  const char *table;
  gint64 id;
  const char *column;
} PltRef;

G_END_DECLS
