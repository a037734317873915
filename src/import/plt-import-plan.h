/* PltImportPlan: what a new draft will do to the production, as data to show before it is done.
 *
 * One entry for each séquence of the draft, in its order, and one for each séquence of the
 * production that is cut, at its old place. A séquence of the production that had no place in the
 * last version and has none in the draft (typed by hand, cut long ago) has no entry: nothing
 * happens to it. `batch` does all of it as one command; throwing the plan away does nothing. */
#pragma once

#include "plt-batch.h"
#include "plt-script.h"

G_BEGIN_DECLS

/**
 * PltImportChange:
 * @PLT_IMPORT_UNCHANGED: found again at its place, heading and text as they were
 * @PLT_IMPORT_CHANGED: found again at its place; heading or text changed
 * @PLT_IMPORT_MOVED: found again elsewhere in the order; its text may have changed as well
 * @PLT_IMPORT_ADDED: to be made; `partner` tells when it is a part of one that was there
 * @PLT_IMPORT_CUT: no longer in the draft, or OMISE there; `partner` tells which one took it in
 * @PLT_IMPORT_SPLIT: found again, some of its text went to séquences of its own (`others`)
 * @PLT_IMPORT_JOINED: found again, with the text of others that are cut (`others`)
 * @PLT_IMPORT_RESTORED: it was "supprimee" and is in the draft again
 *
 * The strongest that applies, from the last to the first.
 */
typedef enum
{
  PLT_IMPORT_UNCHANGED,
  PLT_IMPORT_CHANGED,
  PLT_IMPORT_MOVED,
  PLT_IMPORT_ADDED,
  PLT_IMPORT_CUT,
  PLT_IMPORT_SPLIT,
  PLT_IMPORT_JOINED,
  PLT_IMPORT_RESTORED,
} PltImportChange;
#define PLT_IMPORT_N_CHANGES 8

/**
 * PltImportEntry:
 * @change: what happens to it
 * @moved: it stands elsewhere among those that are found again, whatever @change says
 * @rewritten: heading or text is not as it was
 * @renumbered: its number changes
 * @sequence: the row, 0 when it is to be made
 * @old_number: number of the row, "" when it is to be made
 * @old_heading: its heading in the last version that had it, "" when there is none
 * @scene: index into the scenes of the plan's script, -1 when it is not there
 * @number: the number it will have; that of a cut one stays
 * @heading: in the draft, "" when it is not there
 * @likeness: of the two texts, 0 to 1000; 0 when there is only one
 * @partner: of a part of a split: the row it was parted from; of a cut one whose text went into
 * another: the row of that one; else 0
 * @others: (nullable) (element-type gint64): of a split: indexes of the scenes that are the other
 * parts; of a joined one: rows whose text went into it
 * @message: one sentence, translated
 */
typedef struct
{
  PltImportChange change;
  gboolean moved, rewritten, renumbered;
  gint64 sequence;
  char *old_number;
  char *old_heading;
  gint scene;
  char *number;
  char *heading;
  guint likeness;
  gint64 partner;
  GArray *others;
  char *message;
} PltImportEntry;

/**
 * PltImportCounts:
 * @sequences: in the script: the sum of unchanged, changed, moved, added, split, joined, restored,
 * and of the cut ones that it names as OMISE
 * @unchanged: entries of that kind, as the six that follow
 * @cut: of the production and no longer in the script
 * @renumbered: entries whose number changes, whatever their kind
 * @sets: décors and sous-décors made
 * @roles: roles made
 * @elements: other elements made, which the file itself gave
 * @occurrences: of elements in séquences made
 * @tags_kept: tagged passages found again
 * @tags_unsure: tagged passages found again perhaps, state "a-verifier"
 * @tags_lost: tagged passages that are no longer in the text
 * @remarks: of the reader and of the merge
 */
typedef struct
{
  guint sequences, unchanged, changed, moved, added, cut, split, joined, restored;
  guint renumbered;
  guint sets, roles, elements, occurrences;
  guint tags_kept, tags_unsure, tags_lost;
  guint remarks;
} PltImportCounts;

/**
 * PltImportPlan:
 * @script: the draft as it is taken in: the corrections the production remembers are applied
 * @entries: (element-type PltImportEntry)
 * @remarks: (element-type PltRemark): of the merge; those of the reader are in @script
 * @is_first: the production had no script before
 * @is_same: nothing differs from the current version, neither text nor what the file gives besides:
 * importing it would only make a version more
 * @batch: does it
 */
typedef struct
{
  PltScript *script;
  GPtrArray *entries;
  GPtrArray *remarks;
  PltImportCounts counts;
  gboolean is_first;
  gboolean is_same;
  PltBatch *batch;
} PltImportPlan;

void plt_import_entry_free (gpointer self);
void plt_import_plan_free (PltImportPlan *self);
const char *plt_import_change_title (PltImportChange change);     /* "moved": translated, static */
char *plt_import_change_format (PltImportChange change, guint n); /* "3 moved" */
guint plt_import_counts_get (const PltImportCounts *counts, PltImportChange change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltImportPlan, plt_import_plan_free)

G_END_DECLS
