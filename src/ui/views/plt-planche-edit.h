/* What is typed in the planche, written as one command. */
#pragma once

#include "plt-planche.h"
#include "plt-session.h"

G_BEGIN_DECLS

/**
 * PltPlancheEdit: the cell.
 * @day: @strip: @sequence: rows of its column, 0 for none
 * @element: of its row, 0 for a line
 * @line: of its row, when it is none of an element
 */
typedef struct
{
  gint64 day, strip, sequence;
  gint64 element;
  PltPlancheLine line;
} PltPlancheEdit;

/* Whether a line can be typed in, in such a column. */
gboolean plt_planche_can_edit (PltPlancheLine line, gint64 day, gint64 strip, gint64 sequence);
/* What it changes is of the plan, and not of the séquence: closed in a published version. */
gboolean plt_planche_edits_plan (PltPlancheLine line);

/**
 * plt_planche_edit_apply:
 * @edits: (array length=n_edits): cells
 * @texts: (array length=n_edits): what is typed in each: for an element "" takes it away, a number
 *   of two or more says how many, anything else adds it
 *
 * Writes all of them as one command and offers to undo what took an element away.
 *
 * Returns: %FALSE with a sentence, and nothing is written
 */
gboolean plt_planche_edit_apply (PltSession *session,
                                 const PltPlancheEdit *edits,
                                 guint n_edits,
                                 const char *const *texts,
                                 GError **error);
/* Adds the element to the séquence, or takes it away. */
gboolean plt_planche_edit_toggle (PltSession *session, const PltPlancheEdit *edit, GError **error);
/* A date as people write it; "12/4" is of the year of `near`. PLT_DATE_NONE when it is none. */
PltDate plt_planche_read_date (const char *text, PltDate near);

G_END_DECLS
