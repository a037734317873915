#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-call-checks.h"
#include "plt-call-cover.h"
#include "plt-callsheet.h"
#include "plt-check.h"
#include "plt-rules.h"

static gboolean
is_called (const PltFacts *facts, gint64 sheet, gint64 role)
{
  for (guint i = 0; i < facts->calls.n; i++)
    if (facts->calls.items[i].call_sheet == sheet && facts->calls.items[i].role == role)
      return TRUE;
  return FALSE;
}

/* Every role of the day is called, and nobody is called for nothing. */
static void
check_calls (const PltFacts *facts,
             const PltPlan *plan,
             guint index,
             const PltSheetFacts *sheet,
             GPtrArray *issues)
{
  for (guint i = 0; i < plan->presences->len; i++)
    {
      const PltPresence *presence = plan->presences->pdata[i];

      if (strcmp (presence->category->family, "roles") == 0 && presence->worked[index] > 0
          && !is_called (facts, sheet->id, presence->element->id))
        g_ptr_array_add (
            issues, plt_issue_new ("sheet.role-not-called", PLT_SEVERITY_ERROR,
                                   (PltRef){ "call_sheet", sheet->id, NULL }, NULL,
                                   _ ("%s is in a sequence of call sheet %d and is not called."),
                                   presence->element->name, (int) sheet->number));
    }
  for (guint i = 0; i < facts->calls.n; i++)
    {
      const PltCallFacts *call = &facts->calls.items[i];
      const PltPresence *presence = call->role != 0 ? plt_plan_presence (plan, call->role) : NULL;

      if (call->call_sheet != sheet->id || call->role == 0
          || (presence != NULL && presence->worked[index] > 0))
        continue;
      g_ptr_array_add (
          issues,
          plt_issue_new (
              "sheet.called-for-nothing", PLT_SEVERITY_WARNING, (PltRef){ "call", call->id, NULL },
              NULL, _ ("%s is called on call sheet %d and is in none of its sequences."),
              presence != NULL ? presence->element->name : call->function, (int) sheet->number));
    }
}

static void
check_hospital (const PltFacts *facts,
                const PltDayPlan *day,
                const PltSheetFacts *sheet,
                GPtrArray *issues)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < day->strips->len; i++)
    {
      const PltStripFacts *strip = day->strips->pdata[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, strip->sequence);
      const PltLocationFacts *place
          = sequence != NULL ? plt_facts_location_of (facts, sequence) : NULL;

      if (sequence == NULL || (place != NULL && *place->hospital != '\0'))
        continue;
      if (place == NULL)
        {
          if (g_hash_table_add (told, PLT_ID_TO_POINTER (sequence->set)))
            {
              g_autofree char *set = plt_facts_set_name (facts, sequence);

              g_ptr_array_add (
                  issues,
                  plt_issue_new ("sheet.no-location", PLT_SEVERITY_ERROR,
                                 (PltRef){ "set", sequence->set, "location" }, NULL,
                                 _ ("Call sheet %d: the set “%s” has no location, so the sheet has "
                                    "no address and no hospital."),
                                 (int) sheet->number, set));
            }
        }
      else if (g_hash_table_add (told, (gpointer) place))
        g_ptr_array_add (
            issues,
            plt_issue_new ("sheet.no-hospital", PLT_SEVERITY_ERROR,
                           (PltRef){ "location", place->id, "hospital" }, NULL,
                           _ ("Call sheet %d: no hospital is given for “%s”. Fill in the nearest "
                              "accident and emergency department."),
                           (int) sheet->number, place->name));
    }
}

/* A stunt or a weapon without a word on safety. */
static void
check_safety (const PltFacts *facts,
              const PltDayPlan *day,
              const PltSheetFacts *sheet,
              GPtrArray *issues)
{
  if (*sheet->safety != '\0')
    return;
  for (guint i = 0; i < day->strips->len; i++)
    {
      const PltStripFacts *strip = day->strips->pdata[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, strip->sequence);

      if (sequence == NULL || !plt_callsheet_needs_safety (sequence))
        continue;
      g_ptr_array_add (
          issues,
          plt_issue_new ("sheet.safety", PLT_SEVERITY_ERROR,
                         (PltRef){ "call_sheet", sheet->id, "safety" }, NULL,
                         _ ("Call sheet %d: sequence %s is marked as dangerous and the sheet says "
                            "nothing about safety."),
                         (int) sheet->number, sequence->number));
      return;
    }
}

static void
check_fields (const PltFacts *facts,
              const PltSheetFacts *sheet,
              const PltRules *rules,
              GPtrArray *issues)
{
  const char *source;
  gint64 limit = plt_rules_get (rules, NULL, "pause-delai", &source);
  PltRef ref = { "call_sheet", sheet->id, NULL };

  if (*facts->production.emergency_phone == '\0')
    g_ptr_array_add (
        issues,
        plt_issue_new ("sheet.no-emergency-phone", PLT_SEVERITY_WARNING,
                       (PltRef){ "production", facts->production.id, "emergency_phone" }, NULL,
                       _ ("Call sheet %d has no 24-hour telephone. Fill it in for the "
                          "production."),
                       (int) sheet->number));
  if (*sheet->first_aid == '\0')
    {
      ref.column = "first_aid";
      g_ptr_array_add (issues, plt_issue_new ("sheet.no-first-aid", PLT_SEVERITY_WARNING, ref, NULL,
                                              _ ("Call sheet %d names no first aider."),
                                              (int) sheet->number));
    }
  if (limit != PLT_UNKNOWN && sheet->meal_minutes != PLT_UNKNOWN
      && sheet->crew_minutes != PLT_UNKNOWN && sheet->meal_minutes - sheet->crew_minutes > limit)
    {
      ref.column = "meal_minutes";
      g_ptr_array_add (
          issues,
          plt_issue_new ("sheet.meal", PLT_SEVERITY_WARNING, ref, source,
                         _ ("On call sheet %d the meal comes more than six hours after the crew "
                            "call."),
                         (int) sheet->number));
    }
}

/**
 * plt_check_sheets: the call sheets that are in force: calls, hospital, safety, meal, telephones,
 * their hours.
 */
void
plt_check_sheets (const PltFacts *facts, const PltPlan *plan, GPtrArray *issues)
{
  g_autoptr (PltRules) rules = plt_rules_new (facts);

  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];
      const PltSheetFacts *sheet = plt_callsheet_of_day (facts, day->day->id);

      if (sheet == NULL)
        continue;
      check_calls (facts, plan, i, sheet, issues);
      check_hospital (facts, day, sheet, issues);
      check_safety (facts, day, sheet, issues);
      check_fields (facts, sheet, rules, issues);
      plt_check_call_hours (facts, plan, i, sheet, rules, issues);
      plt_check_call_cover (facts, day, sheet, issues);
    }
}
