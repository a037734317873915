/* The columns of a call sheet, of its calls and of its notes as they are in the facts, for what
 * does the same with all of them: copy, compare, send. */
#pragma once

#include "plt-batch.h"
#include "plt-facts.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_CALL_FIELD_NUMBER, /* a gint64, PLT_UNKNOWN */
  PLT_CALL_FIELD_ROW,    /* an id, 0 */
  PLT_CALL_FIELD_TEXT,
  PLT_CALL_FIELD_DATE,
  PLT_CALL_FIELD_FLAG
} PltCallFieldKind;

typedef struct
{
  const char *column;
  gsize offset;
  PltCallFieldKind kind;
} PltCallField;

/* Of "call_sheet", "call" or "call_note", without what ties them together (id, call_sheet). */
const PltCallField *plt_call_fields (const char *table, guint *n);
/* (transfer none): the field of that column, NULL when the table has none */
const PltCallField *plt_call_field (const char *table, const char *column);
gboolean plt_call_field_equal (const PltCallField *field, gconstpointer a, gconstpointer b);
/* Sets the column of the edit just begun to what `row` holds. */
void plt_call_field_set (const PltCallField *field, gconstpointer row, PltBatch *batch);
/* (transfer full): as it is stored, "" for nothing; the same everywhere */
char *plt_call_field_store (const PltCallField *field, gconstpointer row);
/* (transfer full): as people read it; a row by its name */
char *plt_call_field_text (const PltFacts *facts,
                           const char *table,
                           const PltCallField *field,
                           gconstpointer row);
/* (transfer full): who or what is called: the role, else the person, else the function */
char *plt_call_name (const PltFacts *facts, const PltCallFacts *call);

G_END_DECLS
