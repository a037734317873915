/* Marks of usage for a plan de travail, from the referential "reperes-plan" that the production
 * keeps: the pace of its kind, what makes a day heavy. None of them is law. */
#pragma once

#include "plt-referential.h"

G_BEGIN_DECLS

typedef struct _PltPlanMarks PltPlanMarks;

PltPlanMarks *plt_plan_marks_new (const PltFacts *facts);
void plt_plan_marks_free (PltPlanMarks *self);
/* In the unit of the mark, for the kind of the production, else for all; PLT_UNKNOWN when there is
 * none. `source` (out) (nullable): as long as the marks. */
gint64 plt_plan_marks_get (const PltPlanMarks *self, const char *code, const char **source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltPlanMarks, plt_plan_marks_free)

G_END_DECLS
