/* Documents made up for the tests of render: every kind of block, and the shapes of the papers that
 * a production office prints. People, places and figures are invented. */
#pragma once

#include "plt-document.h"

typedef struct
{
  const char *name;
  PltDocument *(*build) (void);
} Sample;

extern const Sample samples[]; /* ends with { NULL } */

PltDocument *sample_call_sheet (void); /* A4: fields, warnings, small tables */
PltDocument *
sample_planche (void); /* A3 landscape: effects, marks, vertical heads, frozen columns */
PltDocument *sample_budget (void);     /* A4: groups, totals, several pages */
PltDocument *sample_cash (void);       /* A4 landscape: the three charts and a ledger */
PltDocument *sample_screenplay (void); /* A4: screenplay styles */
PltDocument *sample_everything (void); /* A4: every style there is */
PltDocument *sample_planche_a4 (void); /* the same, in slices */
PltDocument *sample_empty (void);
/* Rows no page holds, words no column holds, Hebrew, Arabic, emoji, absurd columns, huge amounts.
 */
PltDocument *sample_hostile (void);

/* `n_rows` rows of `n_columns` columns, with references to rows "sequence" 1, 2 ... */
PltDocument *sample_long_table (guint n_rows, guint n_columns);

PltDocument *sample_document (const char *title); /* "La Passe", version and date, without blocks */
PltRef sample_ref (const char *table, gint64 id, const char *column);
#define NO_REF ((PltRef){ NULL, 0, NULL })
/* Landscape: that many tasks over a year and a half, with all that a gantt can show. */
PltDocument *sample_gantt_of (guint n_tasks, PltPaper paper);
PltDocument *sample_gantt (void); /* A4: 60 tasks */
