/* Hours and rest of those who play, with their habillage, maquillage, coiffure (HMC).
 *
 * The hours of a role are the widest that the order of the strips allows
 * (plt-check-plan-private.h), HMC before them; without an engagement that says how long it takes
 * there is none. Minors have rules of their own (plt-check-plan-children.c). Where the day itself
 * lasts too long, or begins too early after the one before, for everybody (plt-check-plan-hours.c,
 * plt-check-plan-rest.c), that is the fact to mend: its roles are not told one by one.
 *
 * Sources: IDCC 3097 titre III ch. IV; IDCC 2642, annexe artistes (ex-IDCC 1734). */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-check-plan-private.h"
#include "plt-time.h"

typedef struct
{
  const PltRule *span, *span_most;       /* amplitude; where something unforeseen happens */
  const PltRule *rest, *rest_after_long; /* after an amplitude beyond the usual one */
  const PltRule *rest_reduced;           /* 2642: once a week */
  const PltRule *crew_span, *crew_rest;
  const PltRule *rest_after_night; /* 3097: work that begins again in the morning */
} ArtistRules;

static gint64
span_of (const PltCheckRole *role, guint day)
{
  return role->work[day].end - role->work[day].start + role->hmc;
}

static void
check_span (PltPlanCheck *self, const ArtistRules *rules, const PltCheckRole *role, guint index)
{
  PltCheckDay *day = &self->days[index];
  gint64 span = span_of (role, index);
  gboolean over;
  const PltRule *rule;
  g_autofree char *length = NULL;
  g_autofree char *limit = NULL;

  if (rules->span == NULL || span <= rules->span->value
      || (rules->crew_span != NULL && plt_check_day_length (day) > rules->crew_span->value))
    return;
  over = rules->span_most == NULL || span > rules->span_most->value;
  rule = over && rules->span_most != NULL ? rules->span_most : rules->span;
  length = plt_duration_format (span);
  limit = plt_duration_format (rule->value);
  g_ptr_array_add (
      self->issues,
      plt_issue_new (
          "plan.artist-span", over ? PLT_SEVERITY_ERROR : PLT_SEVERITY_WARNING,
          (PltRef){ "strip", day->strips[role->work[index].last].strip->id, NULL }, rule->source,
          over ? _ ("%s is there %s on %s, HMC included, more than %s. Put the sequences "
                    "of the role side by side.")
               : _ ("%s is there %s on %s, HMC included: beyond %s only for something "
                    "unforeseen or a sequence to end."),
          role->element->name, length, plt_check_day_name (day), limit));
}

static void
check_rest (PltPlanCheck *self,
            const ArtistRules *rules,
            const PltCheckRole *role,
            guint before,
            guint index)
{
  PltCheckDay *day = &self->days[index];
  const PltRule *rule = rules->rest;
  gint64 rest, most;
  PltSeverity severity = PLT_SEVERITY_ERROR;
  g_autofree char *length = NULL;
  g_autofree char *wanted = NULL;

  if (rule == NULL || self->days[before].date == day->date
      || (rules->crew_rest != NULL && self->days[before].unit == day->unit
          && plt_check_minutes_between (&self->days[before], self->days[before].end, day,
                                        day->start)
                 < rules->crew_rest->value))
    return;
  if (rules->rest_after_long != NULL && rules->span != NULL
      && span_of (role, before) > rules->span->value)
    rule = rules->rest_after_long;
  rest = MAX (0, plt_check_minutes_between (&self->days[before], role->work[before].end, day,
                                            role->work[index].start - role->hmc));
  if (rest >= rule->value)
    return;
  most = plt_check_minutes_between (&self->days[before], role->work[before].earliest_end, day,
                                    role->work[index].latest_start - role->hmc);
  if (most >= rule->value || !rule->sure
      || (rules->rest_reduced != NULL && rest >= rules->rest_reduced->value)
      || (rules->rest_after_night != NULL && rest >= rules->rest_after_night->value
          && role->work[before].end > PLT_MINUTES_PER_DAY))
    severity = PLT_SEVERITY_WARNING;
  length = plt_duration_format (rest);
  wanted = plt_duration_format (rule->value);
  g_ptr_array_add (
      self->issues,
      plt_issue_new ("plan.artist-rest", severity,
                     (PltRef){ "strip", day->strips[role->work[index].first].strip->id, NULL },
                     rule->source,
                     most >= rule->value
                         ? _ ("As little as %s of rest for %s before %s instead of %s, HMC "
                              "included: it depends on the hours of its sequences. Give the strips "
                              "their length, or play the role later.")
                         : _ ("Only %s of rest for %s before %s instead of %s, HMC included. Play "
                              "the role later that day, or earlier the day before."),
                     length, role->element->name, plt_check_day_name (day), wanted));
}

static gboolean
is_adult (const PltCheckRole *role, PltDate date, const PltRule *age)
{
  if (role->person != NULL && role->person->birth_date != PLT_DATE_NONE)
    return age == NULL || plt_check_age (role->person->birth_date, date) >= (int) age->value;
  return !role->child;
}

void
plt_check_plan_artists (PltPlanCheck *self)
{
  g_autofree char *agreement = g_strconcat (self->facts->production.agreement, "-artistes", NULL);
  const PltRule *age = plt_plan_check_rule (self, "mineurs", "mineur-age");
  ArtistRules rules = {
    .span = plt_plan_check_rule (self, agreement, "amplitude-max"),
    .span_most = plt_plan_check_rule (self, agreement, "amplitude-max-exceptionnel"),
    .rest = plt_plan_check_rule (self, agreement, "repos-quotidien"),
    .rest_after_long = plt_plan_check_rule (self, agreement, "repos-quotidien-amplitude-13h"),
    .rest_reduced = plt_plan_check_rule (self, agreement, "repos-quotidien-reduit"),
    .crew_span = plt_plan_check_rule (self, NULL, "amplitude-max"),
    .crew_rest = plt_plan_check_rule (self, NULL, "repos-quotidien"),
    .rest_after_night = plt_plan_check_rule (self, agreement, "repos-quotidien-apres-nuit"),
  };

  for (guint i = 0; i < self->n_roles; i++)
    {
      const PltCheckRole *role = &self->roles[i];
      int before = -1;

      for (guint j = 0; j < self->n_by_date; j++)
        {
          guint index = self->by_date[j];

          if (role->work[index].n == 0 || !self->days[index].hours
              || !is_adult (role, self->days[index].date, age))
            continue;
          check_span (self, &rules, role, index);
          if (before >= 0)
            check_rest (self, &rules, role, (guint) before, index);
          before = (int) index;
        }
    }
}
