/* What a formula asks of roles and engagements: days out of days, weeks of a contract, its rate,
 * its premiums. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-budget-private.h"
#include "plt-crew.h"
#include "plt-presence.h"
#include "plt-text.h"

#define ONE PLT_BUDGET_ONE
#define WEEK 5
#define WEEKS_A_YEAR 52

/* ---- roles: the day out of days ---- */

static const struct
{
  const char *name;
  gsize offset, other; /* of a count of a row; 0: none */
} counts[] = {
  { "payes", G_STRUCT_OFFSET (PltPresenceRow, n_worked),
    G_STRUCT_OFFSET (PltPresenceRow, n_waiting) },
  { "essayages", G_STRUCT_OFFSET (PltPresenceRow, n_fitting), 0 },
  { "repetitions", G_STRUCT_OFFSET (PltPresenceRow, n_rehearsal), 0 },
  { "voyages", G_STRUCT_OFFSET (PltPresenceRow, n_travel), 0 },
  { "postsynchro", G_STRUCT_OFFSET (PltPresenceRow, n_dubbing), 0 },
};

static gboolean
resolve_presence (PltBudgetModel *model,
                  const PltLineFacts *line,
                  const PltFormulaRef *ref,
                  PltNode *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      const PltPresence *presence;
      const PltPresenceRow *row;

      if (strcmp (ref->name, counts[i].name) != 0)
        continue;
      presence = plt_budget_find_role (model, line, ref->argument, node);
      if (presence == NULL)
        return TRUE;
      if (model->letters == NULL)
        {
          model->letters = plt_letters_new (model->facts, NULL);
          model->presences = plt_presence_table_new (model->plan, model->letters);
        }
      row = plt_presence_table_find (model->presences, presence->element->id);
      if (row != NULL)
        node->e6 = ((gint64) G_STRUCT_MEMBER (guint, row, counts[i].offset)
                    + (counts[i].other != 0 ? G_STRUCT_MEMBER (guint, row, counts[i].other) : 0))
                   * ONE;
      return TRUE;
    }
  return FALSE;
}

/* ---- engagements ---- */

static const PltEngagementFacts *
find_engagement (PltBudgetModel *model,
                 const PltLineFacts *line,
                 const char *argument,
                 PltNode *node)
{
  const PltEngagementFacts *found = NULL;

  if (strcmp (argument, "engagement") == 0 || *argument == '\0')
    {
      found = line != NULL
                  ? PLT_FACTS_FIND (model->facts->engagements, PltEngagementFacts, line->engagement)
                  : NULL;
      if (found == NULL)
        node->error = g_strdup (_ ("This line has no engagement. Choose its engagement, or type a "
                                   "number."));
    }
  else
    {
      for (guint i = 0; i < model->facts->engagements.n && found == NULL; i++)
        {
          const PltEngagementFacts *one = &model->facts->engagements.items[i];
          const PltPersonFacts *person
              = PLT_FACTS_FIND (model->facts->people, PltPersonFacts, one->person);
          g_autofree char *name = person != NULL ? plt_facts_person_name (person) : g_strdup ("");

          if (plt_text_compare (name, argument) == 0
              || plt_text_compare (one->function, argument) == 0)
            found = one;
        }
      if (found == NULL)
        node->error = g_strdup_printf (
            _ ("Nobody called “%s” is engaged. Correct the name in the formula."), argument);
    }
  if (found != NULL)
    node->ref = (PltRef){ "engagement", found->id, NULL };
  return found;
}

/* Days of a contract in the unit of the line; `weeks_e6` of them when weeks were counted. */
static void
set_length (PltNode *node, const PltLineFacts *line, gint64 days, gint64 weeks_e6)
{
  const char *unit = line != NULL ? line->unit : "";

  if (strcmp (unit, "semaine") == 0)
    node->e6 = weeks_e6;
  else if (strcmp (unit, "jour") == 0 || strcmp (unit, "cachet") == 0)
    node->e6 = days * ONE;
  else if (strcmp (unit, "mois") == 0)
    node->e6 = (weeks_e6 * 12 + WEEKS_A_YEAR / 2) / WEEKS_A_YEAR;
  else
    node->error
        = g_strdup_printf (_ ("The length of a contract cannot be counted in the unit “%s”. "
                              "Choose weeks, days or months."),
                           unit);
}

static gboolean
resolve_span (PltBudgetModel *model,
              const PltLineFacts *line,
              const PltFormulaRef *ref,
              PltNode *node)
{
  gboolean before = strcmp (ref->name, "preparation") == 0;
  gboolean after = strcmp (ref->name, "finitions") == 0;
  const PltEngagementFacts *engagement;
  PltCrewSpan span;
  gint64 days;

  if (!before && !after && strcmp (ref->name, "tournage") != 0)
    return FALSE;
  engagement = find_engagement (model, line, ref->argument, node);
  if (engagement == NULL)
    return TRUE;
  plt_crew_span (model->plan, engagement, &span);
  days = before ? span.preparation : span.finishing;
  if (!before && !after)
    set_length (node, line, span.shooting, span.weeks_e6);
  else if (days != PLT_UNKNOWN)
    set_length (node, line, days, days * ONE / WEEK);
  else
    node->error = g_strdup (
        before
            ? _ ("The engagement has no first day, or the shooting has no date. Give them one, or "
                 "type a number.")
            : _ ("The engagement has no last day, or the shooting has no date. Give them one, or "
                 "type a number."));
  return TRUE;
}

static gboolean
is_day (const char *unit)
{
  return strcmp (unit, "jour") == 0 || strcmp (unit, "cachet") == 0;
}

static gboolean
resolve_wage (PltBudgetModel *model,
              const PltLineFacts *line,
              const PltFormulaRef *ref,
              PltNode *node)
{
  const PltEngagementFacts *engagement;
  const char *unit = line != NULL ? line->unit : "";

  if (strcmp (ref->name, "tarif") != 0)
    return FALSE;
  engagement = find_engagement (model, line, ref->argument, node);
  if (engagement == NULL)
    return TRUE;
  node->missing = TRUE;
  if (engagement->rate_cents == PLT_UNKNOWN)
    node->error = g_strdup (_ ("The engagement has no rate yet. Give it one, or type it here."));
  else if (strcmp (engagement->unit, unit) == 0 || (is_day (engagement->unit) && is_day (unit)))
    node->e6 = engagement->rate_cents * (ONE / 100);
  else if (strcmp (engagement->unit, "semaine") == 0 && is_day (unit))
    node->e6 = engagement->rate_cents * (ONE / 100) / WEEK;
  else
    node->error
        = g_strdup_printf (_ ("The engagement is paid by another unit than “%s”. Choose its "
                              "unit for the line."),
                           unit);
  node->missing = node->error != NULL;
  return TRUE;
}

/* In euros: of an engagement, or of a function on the whole plan. */
static gboolean
resolve_premiums (PltBudgetModel *model,
                  const PltLineFacts *line,
                  const PltFormulaRef *ref,
                  PltNode *node)
{
  const PltEngagementFacts *engagement = NULL;
  const char *function = line != NULL && *line->function != '\0' ? line->function : NULL;
  g_autoptr (PltPremiums) premiums = NULL;
  g_autoptr (GError) error = NULL;

  if (strcmp (ref->name, "majorations") != 0)
    return FALSE;
  if (strcmp (ref->argument, "fonction") == 0)
    node->ref = (PltRef){ "schedule", model->plan->schedule != NULL ? model->plan->schedule->id : 0,
                          NULL };
  else
    {
      engagement = find_engagement (model, line, ref->argument, node);
      if (engagement == NULL)
        return TRUE;
    }
  premiums = plt_premiums_new (model->plan, engagement, function, &error);
  if (premiums == NULL)
    node->error = g_strdup (error->message);
  else
    node->e6 = premiums->total * (ONE / 100);
  return TRUE;
}

gboolean
plt_budget_resolve_people (PltBudgetModel *model,
                           const PltLineFacts *line,
                           const PltFormulaRef *ref,
                           PltNode *node)
{
  return resolve_presence (model, line, ref, node) || resolve_span (model, line, ref, node)
         || resolve_wage (model, line, ref, node) || resolve_premiums (model, line, ref, node);
}
