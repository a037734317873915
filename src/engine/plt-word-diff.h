/* What changed between two texts, word by word. Pure.
 *
 * The shortest way from one to the other (E. Myers, "An O(ND) Difference Algorithm and Its
 * Variations", 1986), on words: runs of letters and figures, and every other sign by itself, each
 * with the space behind it. The work is bounded: beyond PLT_DIFF_MOST differences the middle of the
 * texts counts as replaced. A lone sign of punctuation that stayed between two changes belongs to
 * them: the eye reads one change and not three. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLT_DIFF_MOST 600

typedef enum
{
  PLT_DIFF_EQUAL,
  PLT_DIFF_DELETED,  /* of the old text: new_start is new_end */
  PLT_DIFF_INSERTED, /* of the new text: old_start is old_end */
} PltDiffKind;

/* A run: bytes of either text, from start to end. */
typedef struct
{
  PltDiffKind kind;
  guint old_start, old_end;
  guint new_start, new_end;
} PltDiffRun;

/* (transfer full) (element-type PltDiffRun): covers both texts, in their order; of a change what is
 * deleted comes first. Empty for two empty texts. */
GArray *plt_word_diff (const char *old_text, const char *new_text);

/* Any two sequences, of which equal numbers are equal. (transfer full) (element-type PltDiffRun):
 * places instead of bytes. */
GArray *plt_sequence_diff (const guint32 *old, guint n_old, const guint32 *new, guint n_new);

G_END_DECLS
