/* Two versions of the screenplay side by side. Pure.
 *
 * Séquence by séquence, known by their row: in the order of the new version, one that is gone at
 * its old place. In each, paragraph beside paragraph: equal ones, changed ones with the words that
 * changed, and those that are in one version only. A paragraph is the changed form of another when
 * both are of one kind, stand between the same neighbours, and share words enough. */
#pragma once

#include "plt-facts.h"
#include "plt-word-diff.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_COMPARE_SAME,
  PLT_COMPARE_CHANGED,
  PLT_COMPARE_ADDED,
  PLT_COMPARE_CUT,
} PltCompareState;

/**
 * PltCompareSequence:
 * @sequence: the row; 0 for what stands before the first heading
 * @state: whether its text is in both versions, and the same
 * @moved: it is in both, elsewhere in the order
 * @first_row: index of its first PltCompareRow
 * @n_rows: how many
 */
typedef struct
{
  gint64 sequence;
  PltCompareState state;
  gboolean moved;
  guint first_row, n_rows;
} PltCompareSequence;

/**
 * PltCompareRow:
 * @old_block: index into the old blocks, -1 when it is new
 * @new_block: index into the new ones, -1 when it is gone
 * @state: changed when there are runs, or only its kind changed
 * @first_run: index of its first PltDiffRun: bytes of the texts of the two blocks
 * @n_runs: 0 when the text is the same, or in one version only
 */
typedef struct
{
  gint old_block, new_block;
  PltCompareState state;
  guint first_run, n_runs;
} PltCompareRow;

typedef struct
{
  GArray *sequences; /* PltCompareSequence */
  GArray *rows;      /* PltCompareRow */
  GArray *runs;      /* PltDiffRun */
  /* séquences, not what stands before the first; one that moved may have changed, too, and is
   * never the same */
  guint same, changed, added, cut, moved;
} PltScriptCompare;

/* (transfer full): the blocks of two versions, as plt_facts_load_text() gives them. */
PltScriptCompare *plt_script_compare (const PltBlockFacts *old_blocks,
                                      guint n_old,
                                      const PltBlockFacts *new_blocks,
                                      guint n_new);
void plt_script_compare_free (PltScriptCompare *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltScriptCompare, plt_script_compare_free)

G_END_DECLS
