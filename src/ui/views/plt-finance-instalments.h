/* The instalments of a source of financing: what each comes to and when its event makes it due now,
 * what its shares leave, and schedules that are usual. Knows no widget.
 *
 * The usual ones are in the referential "echeanciers", read from the file: each instalment with its
 * share, its event and its source. Centimes HT; shares in millionths. */
#pragma once

#include "plt-batch.h"
#include "plt-budget.h"
#include "plt-referential.h"

G_BEGIN_DECLS

#define PLT_INSTALMENT_TABLE "echeanciers"

/**
 * PltInstalmentSum:
 * @n: instalments
 * @amount: of those that are known; @unknown: those that are not
 * @share_e6: of the source, %PLT_UNKNOWN when it has no amount
 * @left_e6, @left: what is left to share out, negative when there is too much; %PLT_UNKNOWN
 */
typedef struct
{
  guint n, unknown;
  PltMoney amount, left;
  gint64 share_e6, left_e6;
} PltInstalmentSum;

/* When it is due now: paid, else on its own date, else its event and the days after it;
 * PLT_DATE_NONE when the event has no date yet. */
PltDate plt_instalment_due (const PltFacts *facts,
                            const PltPlan *plan,
                            const PltInstalmentFacts *instalment);
PltInstalmentSum plt_instalment_sum (const PltFacts *facts, const PltBudget *budget, gint64 source);
/* A last instalment for what is left, at the delivery; FALSE when nothing is. */
gboolean plt_instalment_add_rest (const PltFacts *facts,
                                  const PltBudget *budget,
                                  gint64 source,
                                  const char *label,
                                  PltBatch *batch);

/**
 * PltInstalmentPreset:
 * @title: in French
 * @source: where it is written
 * @sure: read there; else to verify
 * @fits: meant for the group of the source
 */
typedef struct
{
  const char *code, *title, *source;
  gboolean sure, fits;
} PltInstalmentPreset;

/* (transfer full) (element-type PltInstalmentPreset): those of the group first. Strings are those
 * of the table. */
GArray *plt_instalment_presets (const PltReferential *table, const char *group);
/* Puts the instalments of that schedule in the place of those of the source that are not paid.
 * FALSE when there is no such schedule. */
gboolean plt_instalment_apply_preset (const PltFacts *facts,
                                      const PltReferential *table,
                                      const char *code,
                                      gint64 source,
                                      PltBatch *batch);

G_END_DECLS
