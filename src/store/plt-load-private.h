/* How the facts are read: which column goes into which field, list by list. */
#pragma once

#include "plt-facts.h"
#include "plt-rows.h"

G_BEGIN_DECLS

typedef enum
{
  FIELD_TEXT,
  FIELD_INTEGER,
  FIELD_REFERENCE, /* never written below: an integer whose column is one */
  FIELD_DATE,
  FIELD_BOOLEAN,
} FieldKind;

typedef struct
{
  const char *column;
  FieldKind kind;
  gsize offset;
} Field;

typedef struct
{
  const char *table;
  gsize size;
  gsize items; /* offsets in PltFacts of the three parts of a list; all 0 for the production */
  gsize n;
  gsize index;
  const Field *fields; /* ends with { NULL } */
} List;

/* clang-format off */
#define KIND(Type, field)                                                                          \
  _Generic (((Type *) NULL)->field,                                                                \
            const char *: FIELD_TEXT,                                                              \
            gint64: FIELD_INTEGER,                                                                 \
            PltDate: FIELD_DATE)
/* clang-format on */
#define NAMED(Type, field, column_)                                                                \
  {                                                                                                \
    .column = column_, .kind = KIND (Type, field), .offset = G_STRUCT_OFFSET (Type, field)         \
  }
#define FIELD(Type, field) NAMED (Type, field, #field)
/* gboolean and PltDate are both an int to the compiler, and not to the reader. */
#define FLAG(Type, field)                                                                          \
  {                                                                                                \
    .column = #field, .kind = FIELD_BOOLEAN, .offset = G_STRUCT_OFFSET (Type, field)               \
  }

#define LIST(table_, list_, Type)                                                                  \
  {                                                                                                \
    .table = #table_, .size = sizeof (Type), .items = G_STRUCT_OFFSET (PltFacts, list_.items),     \
    .n = G_STRUCT_OFFSET (PltFacts, list_.n), .index = G_STRUCT_OFFSET (PltFacts, list_.index),    \
    .fields = table_##_fields                                                                      \
  }

/* What the shoot and the rétroplanning write; ends with a list without a table. */
extern const List plt_load_shoot_lists[];

/* Of all that plt_facts_load() reads, the production first; %NULL after the last. */
const List *plt_load_nth (guint n);
/* Its rows, those of the filter alone, added to the facts. */
gboolean plt_load_list (
    PltStore *store, PltFacts *facts, const List *list, const PltFilter *filter, GError **error);
/* One row into `item`: FALSE without an error when it is not there. */
gboolean plt_load_row (
    PltStore *store, PltFacts *facts, const List *list, gint64 id, gpointer item, GError **error);

G_END_DECLS
