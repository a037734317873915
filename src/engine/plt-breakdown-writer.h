/* What several edits of the dépouillement have in common, as one batch: elements found or made,
 * occurrences with what they bring, hazards, boxes that are no longer empty, tags.
 *
 * A writer looks at the facts and at what the batch holds already, so that calls that share a batch
 * never make the same element or the same occurrence twice. Rules:
 * - an element added to a box confirmed empty takes the confirmation away;
 * - an element whose category has a hazard puts it on its séquence;
 * - an element brings what the links say (plt-element-links.h). */
#pragma once

#include "plt-batch.h"
#include "plt-facts.h"

G_BEGIN_DECLS

typedef struct _PltBreakdownWriter PltBreakdownWriter;

PltBreakdownWriter *plt_breakdown_writer_new (const PltFacts *facts, PltBatch *batch);
void plt_breakdown_writer_free (PltBreakdownWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltBreakdownWriter, plt_breakdown_writer_free)

/* The element of that name in the category, 0 without one; a row or a handle of the batch. `loose`:
 * another number, article or plural is the same name, too. */
gint64 plt_breakdown_writer_find (PltBreakdownWriter *self,
                                  gint64 category,
                                  const char *name,
                                  gboolean loose);
gint64 plt_breakdown_writer_make (PltBreakdownWriter *self, gint64 category, const char *name);
gboolean plt_breakdown_writer_occurs (PltBreakdownWriter *self, gint64 sequence, gint64 element);
/* FALSE when it is there already: then nothing is written. `quantity` may be PLT_UNKNOWN. */
gboolean plt_breakdown_writer_add (PltBreakdownWriter *self,
                                   gint64 sequence,
                                   gint64 element,
                                   gint64 quantity);
/* What an element of the séquence brings, where it is missing; TRUE when something was. */
gboolean plt_breakdown_writer_bring (PltBreakdownWriter *self, gint64 sequence, gint64 element);
gboolean
plt_breakdown_writer_set_hazard (PltBreakdownWriter *self, gint64 sequence, const char *hazard);
/* FALSE when these signs are tagged with that element already, in part or in whole. */
gboolean plt_breakdown_writer_tag (PltBreakdownWriter *self,
                                   gint64 block,
                                   gint64 element,
                                   guint start,
                                   guint length,
                                   const char *text);
/* The category of an element, of the facts or of the batch; 0 when it is not there. */
gint64 plt_breakdown_writer_category (PltBreakdownWriter *self, gint64 element);

/* Whether `hazards`, as sequence.hazards has them, hold that one. */
gboolean plt_hazards_contain (const char *hazards, const char *hazard);

G_END_DECLS
