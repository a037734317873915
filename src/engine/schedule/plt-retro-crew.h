/* Who works on a task, as it is typed and shown in a table: "Jeanne Perrin, Karim Haddad 50 %,
 * assistant monteur".
 *
 * Names are separated by commas or semicolons; a percentage after one is the part of the time it
 * takes, all of it without. A name is that of somebody of the production, in either order, whatever
 * its case and accents; a first name or the beginning of a name will do when only one person has
 * it. A name that nobody has is the function of somebody to be found, and stays as it is typed. */
#pragma once

#include "plt-batch.h"
#include "plt-facts.h"

G_BEGIN_DECLS

/* (transfer full): "50 %", of a part of the time */
char *plt_retro_share_text (gint64 share_e6);
/* (transfer full): "" when nobody does */
char *plt_retro_crew_text (const PltFacts *facts, gint64 task);

/**
 * plt_retro_put_crew:
 * @facts: the production
 * @task: row, or the handle of one that the batch adds (below 0)
 * @text: what is typed; "" takes everybody away
 * @batch: gets the rows of "task_person" that are new, others or gone; untouched when it is refused
 *
 * Who stays keeps the function and the note that the row has.
 *
 * Returns: %FALSE with PLT_ERROR_INVALID for a name that several people have or a percentage that
 * is none
 */
gboolean plt_retro_put_crew (
    const PltFacts *facts, gint64 task, const char *text, PltBatch *batch, GError **error);

G_END_DECLS
