/* Minors: what they may play in a day and in a week, until when, their rest, their permit, who
 * looks after them.
 *
 * A minor is somebody under 18 on the day, by the date of birth of the person engaged in the role;
 * where it is not typed, a role of a category of children is taken for under 16. What a minor plays
 * is the length of its séquences, as far as it is known: waiting and HMC are not in it. The minutes
 * that the authorisation gives come first; without them the usual practice of the commissions is
 * told as such. Twins share a role: its minutes are divided among them and their rest is not known.
 * School holidays are those of the calendar of the production.
 *
 * Sources: Code du travail L3161-1 to L3164-8, L7124-1, R7124-1 to R7124-30-1; IDCC 3097 titre III
 * art. 5 and 6; IDCC 2642 art. VI.9. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-check-plan-private.h"
#include "plt-text.h"
#include "plt-time.h"

#define AGE_UNKNOWN (-1)

typedef struct
{
  gint64 minor_age, permit_age;
  const PltRule *day, *day_artist, *week, *run;
  const PltRule *rest, *rest_older, *days_off;
  const PltRule *night, *night_older, *night_limit, *night_never;
  const PltRule *holiday, *sunday, *permit, *guardian_age, *guardian_words;
} ChildRules;

/* A role on a day on which a minor plays it. */
typedef struct
{
  const PltCheckRole *role;
  const PltCheckWork *work;
  PltCheckDay *day;
  guint index;
  int age; /* AGE_UNKNOWN */
} Child;

/* The practice of the commissions, by age: "enfant-6-11-jour-vacances". */
static const struct
{
  int from, to;
  const char *day, *day_in_holidays, *run;
} practice[] = {
  { 0, 2, "enfant-0-2-jour", "enfant-0-2-jour", "enfant-0-2-continu" },
  { 3, 5, "enfant-3-5-jour", "enfant-3-5-jour", "enfant-3-5-continu" },
  { 6, 11, "enfant-6-11-jour-scolaire", "enfant-6-11-jour-vacances", NULL },
  { 12, 15, "enfant-12-16-jour-scolaire", "enfant-12-16-jour-vacances", NULL },
};

static void
find_rules (const PltPlanCheck *self, ChildRules *rules)
{
  g_autofree char *artists = g_strconcat (self->facts->production.agreement, "-artistes", NULL);
  const PltRule *minor = plt_plan_check_rule (self, "mineurs", "mineur-age");

  *rules = (ChildRules){
    .minor_age = minor != NULL ? minor->value : 0,
    .permit = plt_plan_check_rule (self, "mineurs", "autorisation-age"),
    .day = plt_plan_check_rule (self, "mineurs", "jour-max"),
    .day_artist = plt_plan_check_rule (self, artists, "mineur-jour-max"),
    .week = plt_plan_check_rule (self, "mineurs", "semaine-max"),
    .run = plt_plan_check_rule (self, "mineurs", "pause-delai"),
    .rest = plt_plan_check_rule (self, "mineurs", "repos-quotidien-16"),
    .rest_older = plt_plan_check_rule (self, "mineurs", "repos-quotidien-16-18"),
    .days_off = plt_plan_check_rule (self, "mineurs", "repos-hebdo"),
    .night = plt_rules_find (self->rules, "mineurs", "nuit-16"),
    .night_older = plt_rules_find (self->rules, "mineurs", "nuit-16-18"),
    .night_limit = plt_rules_find (self->rules, "mineurs", "spectacle-16"),
    .night_never = plt_rules_find (self->rules, "mineurs", "nuit-jamais"),
    .holiday = plt_rules_find (self->rules, "mineurs", "ferie"),
    .sunday = plt_rules_find (self->rules, "mineurs", "dimanche"),
    .guardian_age = plt_plan_check_rule (self, "mineurs", "responsable-enfants-age"),
    .guardian_words = plt_rules_find (self->rules, "usage", "responsable-enfants-fonction"),
  };
  rules->permit_age = rules->permit != NULL ? rules->permit->value : 16;
}

/* FALSE when nobody under age plays the role that day. */
static gboolean
is_minor (const PltCheckRole *role, PltDate date, const ChildRules *rules, int *age)
{
  *age = AGE_UNKNOWN;
  if (role->person == NULL || role->person->birth_date == PLT_DATE_NONE)
    return role->child;
  *age = plt_check_age (role->person->birth_date, date);
  return *age < rules->minor_age;
}

static gboolean
is_young (const Child *child, const ChildRules *rules)
{
  return child->age == AGE_UNKNOWN || child->age < rules->permit_age;
}

static PltRef
ref_of (const Child *child, guint strip)
{
  return (PltRef){ "strip", child->day->strips[strip].strip->id, NULL };
}

/* ---- a day ---- */

static const PltRule *
usual_minutes (const PltPlanCheck *self, const Child *child, gboolean run)
{
  for (guint i = 0; i < G_N_ELEMENTS (practice); i++)
    {
      const char *code = practice[i].run;

      if (child->age < practice[i].from || child->age > practice[i].to)
        continue;
      if (!run)
        code = plt_calendar_period (self->calendar, child->day->date, "vacances-scolaires") != NULL
                   ? practice[i].day_in_holidays
                   : practice[i].day;
      return code != NULL ? plt_plan_check_rule (self, "mineurs", code) : NULL;
    }
  return NULL;
}

/* "3 h in term time": a film that typed no school holidays should see why. (transfer full) */
static char *
describe_usual (const PltPlanCheck *self, const Child *child, const PltRule *rule)
{
  g_autofree char *limit = plt_duration_format (rule->value);

  if (child->age < 6)
    return g_steal_pointer (&limit);
  if (plt_calendar_period (self->calendar, child->day->date, "vacances-scolaires") != NULL)
    return g_strdup_printf (_ ("%s in the school holidays"), limit);
  return g_strdup_printf (_ ("%s in term time"), limit);
}

static void
check_minutes (PltPlanCheck *self, const ChildRules *rules, const Child *child)
{
  const PltEngagementFacts *engagement = child->role->engagement;
  gint64 given = engagement != NULL ? engagement->child_minutes : PLT_UNKNOWN;
  gint64 minutes = child->work->minutes / MAX (child->role->n_players, 1);
  const PltRule *rule
      = rules->day_artist != NULL && (rules->day == NULL || minutes <= rules->day->value)
            ? rules->day_artist
            : rules->day;
  PltRef ref = ref_of (child, child->work->last);
  g_autofree char *length = plt_duration_format (minutes);
  g_autofree char *limit = NULL;

  if (given != PLT_UNKNOWN && minutes > given)
    {
      limit = plt_duration_format (given);
      g_ptr_array_add (
          self->issues,
          plt_issue_new ("plan.child-minutes", PLT_SEVERITY_ERROR, ref,
                         rules->permit != NULL ? rules->permit->source : NULL,
                         _ ("%s plays %s on %s, more than the %s of the authorisation. "
                            "Move a sequence to another day."),
                         child->role->element->name, length, plt_check_day_name (child->day),
                         limit));
      return;
    }
  if (rule != NULL && minutes > rule->value)
    {
      limit = plt_duration_format (rule->value);
      g_ptr_array_add (
          self->issues,
          plt_issue_new ("plan.child-minutes",
                         rule->sure ? PLT_SEVERITY_ERROR : PLT_SEVERITY_WARNING, ref, rule->source,
                         _ ("%s, a minor, plays %s on %s: more than %s a day is not allowed. Move "
                            "a sequence to another day."),
                         child->role->element->name, length, plt_check_day_name (child->day),
                         limit));
      return;
    }
  rule = given == PLT_UNKNOWN ? usual_minutes (self, child, FALSE) : NULL;
  if (rule == NULL || minutes <= rule->value)
    return;
  limit = describe_usual (self, child, rule);
  g_ptr_array_add (
      self->issues,
      plt_issue_new ("plan.child-minutes", PLT_SEVERITY_WARNING, ref, rule->source,
                     _ ("%s, %d years old, plays %s on %s; usual practice, to verify: %s. Ask for "
                        "more in the authorisation and type it, or move a sequence."),
                     child->role->element->name, child->age, length,
                     plt_check_day_name (child->day), limit));
}

/* The longest stretch of its séquences side by side, without a banner, another séquence or the meal
 * between them; `strip`: where it ends. */
static gint64
longest_run (const PltPlanCheck *self, const Child *child, guint *strip)
{
  const PltDayFacts *facts = child->day->plan->day;
  gint64 meal = child->day->hours && facts->meal_minutes != PLT_UNKNOWN
                    ? facts->meal_minutes - child->day->start
                    : -1;
  gint64 at = 0, run = 0, longest = 0;

  for (guint i = 0; i <= child->work->last; i++)
    {
      const PltCheckStrip *each = &child->day->strips[i];
      gint64 minutes = each->minutes != PLT_UNKNOWN ? each->minutes : 0;
      gboolean plays
          = i >= child->work->first && each->sequence != NULL
            && plt_facts_find_occurrence (self->facts, each->sequence->id, child->role->element->id)
                   != NULL;
      gint64 before = at < meal && meal <= at + minutes ? meal - at : minutes;

      run = plays ? run + before : 0;
      if (run > longest)
        *strip = i;
      longest = MAX (longest, run);
      if (plays && before < minutes)
        run = minutes - before;
      else if (before == meal - at)
        run = 0; /* the meal is after it */
      if (run > longest)
        *strip = i;
      longest = MAX (longest, run);
      at += minutes;
    }
  return longest;
}

static void
check_run (PltPlanCheck *self, const ChildRules *rules, const Child *child)
{
  const PltRule *usual = usual_minutes (self, child, TRUE);
  guint strip = child->work->first;
  gint64 run = longest_run (self, child, &strip);
  gboolean law = rules->run != NULL && run > rules->run->value;
  const PltRule *rule = law ? rules->run : usual;
  g_autofree char *length = NULL;
  g_autofree char *limit = NULL;

  if (rule == NULL || run <= rule->value || child->role->n_players > 1)
    return;
  length = plt_duration_format (run);
  limit = plt_duration_format (rule->value);
  g_ptr_array_add (
      self->issues,
      plt_issue_new ("plan.child-break", law ? PLT_SEVERITY_ERROR : PLT_SEVERITY_WARNING,
                     ref_of (child, strip), rule->source,
                     law ? _ ("%s, a minor, plays %s on %s without a break: one is due after %s. "
                              "Put another sequence between them.")
                         : _ ("%s plays %s on %s without a break; usual practice, to verify: %s. "
                              "Put another sequence between them."),
                     child->role->element->name, length, plt_check_day_name (child->day), limit));
}

static void
check_night (PltPlanCheck *self, const ChildRules *rules, const Child *child)
{
  const PltEngagementFacts *engagement = child->role->engagement;
  const PltRule *rule = is_young (child, rules) ? rules->night : rules->night_older;
  gint64 given = engagement != NULL ? engagement->child_until_minutes : PLT_UNKNOWN;
  const PltRule *never;
  gboolean sure;
  gint64 from, to, until;
  g_autofree char *begins = NULL;
  g_autofree char *ends = NULL;
  g_autofree char *limit = NULL;
  g_autofree char *morning = NULL;

  if (!child->day->hours || !plt_rule_interval (rule, &from, &to))
    return;
  /* an authorisation may go as far as midnight, never beyond, whatever was typed */
  until = given != PLT_UNKNOWN ? given : from;
  never = is_young (child, rules) ? rules->night_limit : rules->night_never;
  if (never != NULL && until > PLT_MINUTES_PER_DAY)
    {
      until = PLT_MINUTES_PER_DAY;
      rule = never;
    }
  to %= PLT_MINUTES_PER_DAY;
  sure = child->work->earliest_end > until;
  begins = plt_clock_format (child->work->start - child->role->hmc);
  ends = plt_clock_format (child->work->end);
  limit = plt_clock_format (until);
  morning = plt_clock_format (to);
  if (child->work->end > until)
    g_ptr_array_add (
        self->issues,
        plt_issue_new ("plan.child-at-night", sure ? PLT_SEVERITY_ERROR : PLT_SEVERITY_WARNING,
                       ref_of (child, child->work->last), rule->source,
                       !sure
                           ? _ ("%s, a minor, may be there until %s on %s, after %s: it depends on "
                                "the hours of its sequences. Give the strips their length, or put "
                                "the sequence earlier in the day.")
                       : rule == never
                           ? _ ("%s, a minor, plays until %s on %s: no authorisation may go beyond "
                                "%s. Put the sequence earlier in the day.")
                       : given != PLT_UNKNOWN
                           ? _ ("%s plays until %s on %s, after the %s of the authorisation. Put "
                                "the sequence earlier in the day.")
                           : _ ("%s, a minor, plays until %s on %s: night begins at %s for minors. "
                                "Put the sequence earlier, or obtain and type a later hour."),
                       child->role->element->name, ends, plt_check_day_name (child->day), limit));
  if (child->work->start - child->role->hmc < to)
    g_ptr_array_add (
        self->issues,
        plt_issue_new ("plan.child-at-night", PLT_SEVERITY_ERROR,
                       ref_of (child, child->work->first), rule->source,
                       _ ("%s, a minor, is there from %s on %s, HMC included: night lasts until %s "
                          "for minors. Put the sequence later in the day."),
                       child->role->element->name, begins, plt_check_day_name (child->day),
                       morning));
}

static void
check_day_off (PltPlanCheck *self, const ChildRules *rules, const Child *child)
{
  gboolean sunday = plt_date_weekday (child->day->date) == 7;
  const PltRule *rule = child->day->holiday != NULL ? rules->holiday
                        : sunday                    ? rules->sunday
                                                    : NULL;

  if (rule == NULL || strcmp (rule->text, "interdit") != 0)
    return;
  g_ptr_array_add (
      self->issues,
      plt_issue_new ("plan.child-day-off", PLT_SEVERITY_ERROR, ref_of (child, child->work->first),
                     rule->source,
                     child->day->holiday != NULL
                         ? _ ("%s, a minor, plays on a public holiday, %s. Move the sequence, or "
                              "obtain the labour inspector’s agreement.")
                         : _ ("%s, a minor, plays on a Sunday, %s. Move the sequence, or obtain "
                              "the labour inspector’s agreement."),
                     child->role->element->name, plt_check_day_name (child->day)));
}

static void
check_rest (PltPlanCheck *self, const ChildRules *rules, const Child *before, const Child *child)
{
  const PltRule *rule = is_young (child, rules) ? rules->rest : rules->rest_older;
  gint64 rest, most;
  g_autofree char *length = NULL;
  g_autofree char *wanted = NULL;

  if (rule == NULL || before->role == NULL || child->role->n_players > 1 || !before->day->hours
      || !child->day->hours || before->day->date == child->day->date)
    return;
  rest = MAX (0, plt_check_minutes_between (before->day, before->work->end, child->day,
                                            child->work->start - child->role->hmc));
  if (rest >= rule->value)
    return;
  most = plt_check_minutes_between (before->day, before->work->earliest_end, child->day,
                                    child->work->latest_start - child->role->hmc);
  length = plt_duration_format (rest);
  wanted = plt_duration_format (rule->value);
  g_ptr_array_add (
      self->issues,
      plt_issue_new (
          "plan.child-rest", most >= rule->value ? PLT_SEVERITY_WARNING : PLT_SEVERITY_ERROR,
          ref_of (child, child->work->first), rule->source,
          most >= rule->value
              ? _ ("As little as %s of rest for %s, a minor, before %s instead of %s: it "
                   "depends on the hours of its sequences. Give the strips their "
                   "length, or play the role later.")
              : _ ("Only %s of rest for %s, a minor, before %s instead of %s. Put "
                   "the sequence later, or earlier the day before."),
          length, child->role->element->name, plt_check_day_name (child->day), wanted));
}

/* ---- a week ---- */

/* One civil week of a role: what it plays, and on which of its days (bit 0 is Monday). Its days of
 * rest begin in it: a Sunday and the Monday after are two. */
typedef struct
{
  PltDate monday;
  gint64 minutes;
  guint days;
  gboolean next_monday; /* it plays on that day too */
  Child last;
} Week;

static gboolean
has_days_off (const Week *week, gint64 wanted)
{
  guint days = week->days | (guint) week->next_monday << 7;
  gint64 n = 0;

  for (guint i = 0; i < 8; i++)
    {
      n = (days & (1u << i)) != 0 ? 0 : n + 1;
      if (n >= wanted)
        return TRUE;
    }
  return FALSE;
}

static void
check_week (PltPlanCheck *self, const ChildRules *rules, const Week *week)
{
  const Child *child = &week->last;
  PltRef ref;

  if (week->days == 0 || child->role->n_players > 1)
    return;
  ref = ref_of (child, child->work->first);
  if (rules->week != NULL && week->minutes > rules->week->value)
    {
      g_autofree char *length = plt_duration_format (week->minutes);
      g_autofree char *limit = plt_duration_format (rules->week->value);

      g_ptr_array_add (
          self->issues,
          plt_issue_new ("plan.child-week", PLT_SEVERITY_ERROR, ref, rules->week->source,
                         _ ("%s, a minor, plays %s in the week that ends with %s: more than %s is "
                            "not allowed. Move a sequence to another week."),
                         child->role->element->name, length, plt_check_day_name (child->day),
                         limit));
    }
  if (rules->days_off != NULL && !has_days_off (week, rules->days_off->value))
    g_ptr_array_add (
        self->issues,
        plt_issue_new ("plan.child-weekly-rest", PLT_SEVERITY_ERROR, ref, rules->days_off->source,
                       _ ("%s, a minor, has no %d days of rest in a row in the week of %s. Move a "
                          "sequence to another week."),
                       child->role->element->name, (int) rules->days_off->value,
                       plt_check_day_name (child->day)));
}

/* ---- what is wanted before ---- */

static void
check_permits (PltPlanCheck *self, const ChildRules *rules, const Child *child)
{
  const PltCheckRole *role = child->role;
  gboolean any = FALSE;

  if (rules->permit == NULL || !is_young (child, rules))
    return;
  for (guint i = 0; role->engagement != NULL && i < self->facts->engagements.n; i++)
    {
      const PltEngagementFacts *engagement = &self->facts->engagements.items[i];
      const char *permit = engagement->child_permit != NULL ? engagement->child_permit : "";

      if (engagement->role != role->element->id)
        continue;
      any = TRUE;
      if (strcmp (permit, "accordee") == 0 || strcmp (permit, "inutile") == 0)
        continue;
      g_ptr_array_add (
          self->issues,
          plt_issue_new ("plan.child-permit", PLT_SEVERITY_ERROR,
                         (PltRef){ "engagement", engagement->id, "child_permit" },
                         rules->permit->source,
                         strcmp (permit, "refusee") == 0
                             ? _ ("The authorisation of %s was refused, and the plan needs the "
                                  "role on %s. Choose somebody else.")
                             : _ ("%s plays on %s and has no authorisation yet: apply to the "
                                  "prefect, three to four weeks before the commission sits."),
                         role->element->name, plt_check_day_name (child->day)));
    }
  if (!any)
    g_ptr_array_add (
        self->issues,
        plt_issue_new ("plan.child-permit", PLT_SEVERITY_ERROR,
                       (PltRef){ "element", role->element->id, NULL }, rules->permit->source,
                       _ ("%s plays on %s and nobody is engaged: a minor needs an authorisation "
                          "before any work. Add the engagement."),
                       role->element->name, plt_check_day_name (child->day)));
}

static void
check_birth_date (PltPlanCheck *self, const Child *child)
{
  const PltPersonFacts *person = child->role->person;

  if (child->age != AGE_UNKNOWN || person == NULL)
    return;
  g_ptr_array_add (
      self->issues,
      plt_issue_new ("plan.child-age", PLT_SEVERITY_WARNING,
                     (PltRef){ "person", person->id, "birth_date" }, NULL,
                     _ ("%s: the age is not known, and what a child may play depends on it. "
                        "Type the date of birth."),
                     child->role->element->name));
}

static gboolean
is_guardian (const char *function, char *const *words)
{
  g_autofree char *folded = plt_text_fold (function);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* Cinema: somebody looks after the children as soon as one under 16 plays. */
static void
check_guardian (PltPlanCheck *self, const ChildRules *rules, const Child *child)
{
  g_auto (GStrv) words = NULL;

  if (rules->guardian_age == NULL || rules->guardian_words == NULL
      || strcmp (self->facts->production.agreement, "3097") != 0)
    return;
  words = g_strsplit (rules->guardian_words->text, ",", -1);
  for (guint i = 0; i < self->facts->engagements.n; i++)
    if (is_guardian (self->facts->engagements.items[i].function, words))
      return;
  g_ptr_array_add (
      self->issues,
      plt_issue_new ("plan.child-guardian", PLT_SEVERITY_ERROR, ref_of (child, child->work->first),
                     rules->guardian_age->source,
                     _ ("%s, under 16, plays on %s and nobody is engaged to look after the "
                        "children. Engage a responsable des enfants."),
                     child->role->element->name, plt_check_day_name (child->day)));
}

/* ---- all of it ---- */

static void
add_to_week (PltPlanCheck *self, const ChildRules *rules, Week *week, const Child *child)
{
  PltDate date = child->day->date;

  if (week->days != 0 && week->monday != child->day->monday)
    {
      week->next_monday = date == week->monday + 7;
      check_week (self, rules, week);
      week->days = 0;
    }
  if (week->days == 0)
    *week = (Week){ .monday = child->day->monday };
  week->minutes += child->work->minutes;
  week->days |= 1u << (date - week->monday);
  week->last = *child;
}

/* Gives the first day on which somebody under 16 plays the role. */
static gboolean
check_role (PltPlanCheck *self, const ChildRules *rules, const PltCheckRole *role, Child *first)
{
  Child before = { NULL };
  Week week = { 0 };
  gboolean young = FALSE, told = FALSE;

  for (guint i = 0; i < self->n_by_date; i++)
    {
      guint index = self->by_date[i];
      Child child = { role, &role->work[index], &self->days[index], index, AGE_UNKNOWN };

      if (child.work->n == 0 || !is_minor (role, child.day->date, rules, &child.age))
        continue;
      if (!told)
        {
          check_permits (self, rules, &child);
          check_birth_date (self, &child);
        }
      told = TRUE;
      if (!young && is_young (&child, rules))
        {
          young = TRUE;
          *first = child;
        }
      check_minutes (self, rules, &child);
      check_run (self, rules, &child);
      check_night (self, rules, &child);
      check_day_off (self, rules, &child);
      check_rest (self, rules, &before, &child);
      add_to_week (self, rules, &week, &child);
      before = child;
    }
  check_week (self, rules, &week);
  return young;
}

/* A séquence that is marked for children and in which no role of a minor occurs: extras, a category
 * that was not filled in. */
static void
check_marked (PltPlanCheck *self, const ChildRules *rules, PltCheckDay *day, guint strip)
{
  const PltSequenceFacts *sequence = day->strips[strip].sequence;
  const PltOccurrenceFacts *const *occurrences;
  gint64 from, to;
  guint n = 0;
  int age;
  g_autofree char *hour = NULL;

  if (sequence == NULL || strstr (sequence->hazards, "enfant") == NULL || !day->hours
      || !plt_rule_interval (rules->night, &from, &to) || day->end <= from)
    return;
  occurrences = plt_facts_occurrences_of (self->facts, sequence->id, &n);
  for (guint i = 0; i < n; i++)
    {
      const PltCheckRole *role = plt_plan_check_role (self, occurrences[i]->element);

      if (role != NULL && day->date != PLT_DATE_NONE && is_minor (role, day->date, rules, &age))
        return; /* told with its own hours */
    }
  hour = plt_clock_format (from);
  g_ptr_array_add (
      self->issues,
      plt_issue_new ("plan.child-at-night", PLT_SEVERITY_WARNING,
                     (PltRef){ "strip", day->strips[strip].strip->id, NULL }, rules->night->source,
                     _ ("Sequence %s has a child and %s runs after %s: minors under 16 do not work "
                        "at night unless the authorisation says otherwise. Put it earlier."),
                     sequence->number, plt_check_day_name (day), hour));
}

void
plt_check_plan_children (PltPlanCheck *self)
{
  ChildRules rules;
  Child first = { NULL };

  find_rules (self, &rules);
  for (guint i = 0; i < self->n_roles; i++)
    {
      Child child;

      if (check_role (self, &rules, &self->roles[i], &child)
          && (first.role == NULL || child.day->date < first.day->date))
        first = child;
    }
  if (first.role != NULL)
    check_guardian (self, &rules, &first);
  for (guint i = 0; i < self->n_days; i++)
    for (guint j = 0; self->days[i].shooting && j < self->days[i].n_strips; j++)
      check_marked (self, &rules, &self->days[i], j);
}
