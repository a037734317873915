/* A table of the form of a feuille de service: the calls of one group, the needs, who received it;
 * as a grid as high as its rows, in the sheet's scrolling. */
#pragma once

#include "plt-callsheet-blocks.h"
#include "plt-grid-record-model.h"
#include "plt-grid.h"
#include "plt-query-model.h"
#include "plt-session.h"

G_BEGIN_DECLS

typedef struct
{
  const PltCallsheetTable *table;
  PltQueryModel *rows;
  PltGridRecordModel *model;
  GtkWidget *grid;
  GtkWidget *scroller; /* the whole of it */
} PltCallsheetPart;

/* Fills @self for a sheet. @locked: it can only be read. */
void plt_callsheet_part_build (
    PltCallsheetPart *self, PltSession *session, PltBlockPart part, gint64 sheet, gboolean locked);
void plt_callsheet_part_clear (PltCallsheetPart *self, gpointer handlers);
void plt_callsheet_part_fit (PltCallsheetPart *self); /* rows came or went */
guint plt_callsheet_part_n_rows (const PltCallsheetPart *self);
/* Puts the cursor there. FALSE when the row is not in it. */
gboolean plt_callsheet_part_go_to (PltCallsheetPart *self, PltRef ref);
/* Where the cursor is, a reference to nothing when it is on no row. */
PltRef plt_callsheet_part_cursor (const PltCallsheetPart *self);

G_END_DECLS
