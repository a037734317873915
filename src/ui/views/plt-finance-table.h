/* PltFinanceTable: rows of texts that can only be read, each with a door: what a page computed, as
 * a grid. The page begins, puts its rows and ends; the grid keeps its place when they are alike.
 * Knows no widget. */
#pragma once

#include "plt-grid-model.h"
#include "plt-table.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;
  char *title; /* (transfer full) */
  guint width;
  PltGridAlign align;
  guint flags; /* PltGridColumnFlags */
} PltFinanceTableColumn;

#define PLT_TYPE_FINANCE_TABLE (plt_finance_table_get_type ())
G_DECLARE_FINAL_TYPE (PltFinanceTable, plt_finance_table, PLT, FINANCE_TABLE, GObject)

PltFinanceTable *plt_finance_table_new (void);
/* Other columns; the table is then empty. Takes their titles. */
void plt_finance_table_set_columns (PltFinanceTable *self,
                                    const PltFinanceTableColumn *columns,
                                    guint n);

void plt_finance_table_begin (PltFinanceTable *self);
/* The following cells are those of this row. `ref`: its door, table NULL for none. */
void
plt_finance_table_add_row (PltFinanceTable *self, PltGridRowKind kind, guint level, PltRef ref);
/* The first text of that row covers all its columns, none of which may be frozen. */
void plt_finance_table_widen (PltFinanceTable *self);
/* Takes the text, which may be NULL. */
void plt_finance_table_take (PltFinanceTable *self, guint column, char *text);
void plt_finance_table_put (PltFinanceTable *self, guint column, const char *text);
/* Of the last cell that was put. */
void plt_finance_table_style (PltFinanceTable *self, guint flags, PltGridFill fill);
void plt_finance_table_say (PltFinanceTable *self, const char *message);
void plt_finance_table_end (PltFinanceTable *self);

PltRef plt_finance_table_get_ref (PltFinanceTable *self, guint row); /* table NULL: none */
const char *plt_finance_table_get_text (PltFinanceTable *self, guint row, guint column);

G_END_DECLS
