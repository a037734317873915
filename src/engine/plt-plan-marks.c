#include "plt-plan-marks.h"

#include <string.h>

struct _PltPlanMarks
{
  PltReferential *table; /* (nullable) */
  const char *kind;
};

PltPlanMarks *
plt_plan_marks_new (const PltFacts *facts)
{
  PltPlanMarks *self = g_new0 (PltPlanMarks, 1);

  self->table = plt_referential_open (facts, "reperes-plan");
  self->kind = facts->production.kind;
  return self;
}

void
plt_plan_marks_free (PltPlanMarks *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->table, plt_referential_free);
  g_free (self);
}

/**
 * plt_plan_marks_get:
 * @code: "rythme-max", "lourd-e3" ...
 * @source: (out) (optional) (nullable): where it comes from
 *
 * Returns: the mark, PLT_UNKNOWN when the referential does not have it
 */
gint64
plt_plan_marks_get (const PltPlanMarks *self, const char *code, const char **source)
{
  if (source != NULL)
    *source = NULL;
  for (guint i = 0; self->table != NULL && i < plt_referential_n_rows (self->table); i++)
    {
      const char *kind = plt_referential_get (self->table, i, "genre");
      gint64 value;

      if (strcmp (plt_referential_get (self->table, i, "code"), code) != 0
          || (strcmp (kind, "tous") != 0 && strcmp (kind, self->kind) != 0)
          || !g_ascii_string_to_signed (plt_referential_get (self->table, i, "valeur"), 10, 0,
                                        G_MAXINT32, &value, NULL))
        continue;
      if (source != NULL)
        *source = plt_referential_get (self->table, i, "source");
      return value;
    }
  return PLT_UNKNOWN;
}
