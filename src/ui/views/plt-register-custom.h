/* What a table has in its grid beyond what its description says: columns that are computed, cells
 * read in more than one way, references made by typing them, numbers of new rows.
 *
 * One const struct a table, found by its id; most tables have none. */
#pragma once

#include "plt-grid-model.h"
#include "plt-query-model.h"
#include "plt-session.h"

G_BEGIN_DECLS

typedef struct
{
  PltColumn column;   /* read-only, not of the table; its cells are filled by `decorate` */
  const char *before; /* id of a column of the table */
} PltComputedColumn;

/**
 * PltCustomFilter:
 * @id: names it
 * @title: N_() msgid
 * @values: (transfer full): what may be chosen, as it is shown
 * @matches: whether that row has that value
 *
 * A filter for what no column says by itself.
 */
typedef struct
{
  const char *id;
  const char *title;
  GStrv (*values) (PltSession *session);
  gboolean (*matches) (PltSession *session, gint64 row, const char *value);
} PltCustomFilter;

/**
 * PltRegisterCustom:
 * @table: id
 * @computed: (nullable): ends with { { NULL } }
 * @n_frozen: columns that stay at the left
 * @may_change: (nullable): FALSE with a sentence for a row that is locked
 * @handles: (nullable): whether @put reads that text in that column instead of the description
 * @put: puts what was typed for a row in @batch: @row is its id, or its handle in the batch; the
 *   record is %NULL for a new one. Whatever it needs besides is made by the same batch
 * @complete: (nullable): what may be typed; %NULL for what is usual
 * @decorate: (nullable): style of a cell, text of a computed one
 * @begin: (nullable): sets on the new row just begun in @batch what it cannot be without; @before
 * is the row it is put before, %NULL for the end, @nth counts the new rows from 0
 * @summarize: (nullable): (transfer full): totals of the rows shown, for the status bar
 * @filters: (nullable): the chips there are instead of those of the columns; ends with { NULL }
 * @total: (nullable): (transfer full): the line of totals at the foot, of the rows shown
 * @alternatives: (nullable): columns of which a row has one: filling one empties the others; ends
 * with %NULL
 * @warn: (nullable): (transfer full) (nullable): what is wrong with all of it, in one sentence;
 *   @brief (out) (transfer none): the same in a few words
 */
typedef struct
{
  const char *table;
  const PltComputedColumn *computed;
  guint n_frozen;
  gboolean (*may_change) (PltSession *session, PltRecord *record, GError **error);
  gboolean (*handles) (PltSession *session,
                       PltRecord *record,
                       const PltColumn *column,
                       const char *text);
  gboolean (*put) (PltSession *session,
                   gint64 row,
                   PltRecord *record,
                   const PltColumn *column,
                   const char *text,
                   PltBatch *batch,
                   GError **error);
  GStrv (*complete) (PltSession *session, PltRecord *record, const PltColumn *column);
  void (*decorate) (PltSession *session,
                    PltRecord *record,
                    const PltColumn *column,
                    PltGridCell *cell);
  void (*begin) (PltSession *session, PltRecord *before, guint nth, PltBatch *batch);
  char *(*summarize) (PltSession *session, PltQueryModel *rows);
  const PltCustomFilter *filters;
  char *(*total) (PltSession *session, PltQueryModel *rows);
  char *(*warn) (PltSession *session, const char **brief);
  const char *const *alternatives;
} PltRegisterCustom;

extern const PltCustomFilter plt_sequence_filters[];
extern const PltRegisterCustom plt_register_availability;
extern const PltRegisterCustom plt_register_call_sheets;
extern const PltRegisterCustom plt_register_calls;
extern const PltRegisterCustom plt_register_days, plt_register_strips;
extern const PltRegisterCustom plt_register_bank, plt_register_credits, plt_register_payments;
extern const PltRegisterCustom plt_register_call_notes;
extern const PltRegisterCustom plt_register_instalments, plt_register_scenario_changes;
extern const PltRegisterCustom plt_register_incidents;
extern const PltRegisterCustom plt_register_movements, plt_register_stops;
extern const PltRegisterCustom plt_register_travels, plt_register_vehicles;
extern const PltRegisterCustom plt_register_sequences;
extern const PltRegisterCustom plt_register_elements;
extern const PltRegisterCustom plt_register_occurrences;

const PltRegisterCustom *plt_register_custom_find (const char *table); /* (nullable) */

G_END_DECLS
