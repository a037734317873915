#include "plt-call-cover.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-breakdown-writer.h"
#include "plt-table.h"

static gboolean
holds (const PltInsuranceFacts *policy, const char *kind, gint64 place, PltDate date)
{
  return strcmp (policy->kind, kind) == 0
         && (policy->from_date == PLT_DATE_NONE || date >= policy->from_date)
         && (policy->to_date == PLT_DATE_NONE || date <= policy->to_date)
         && (policy->location == 0 || policy->location == place);
}

static gboolean
is_covered (const PltFacts *facts, const char *kind, gint64 place, PltDate date, const char *hazard)
{
  for (guint i = 0; i < facts->insurances.n; i++)
    if (holds (&facts->insurances.items[i], kind, place, date)
        && (hazard == NULL || !plt_hazards_contain (facts->insurances.items[i].excluded, hazard)))
      return TRUE;
  return FALSE;
}

/* A policy that lacks, once a kind and a place. The door is the place, or the list of policies. */
static void
check_place (const PltFacts *facts,
             const PltSheetFacts *sheet,
             const PltLocationFacts *place,
             PltDate date,
             GPtrArray *issues)
{
  static const char *const kinds[] = { "production", "responsabilite-civile" };
  const PltColumn *column = plt_table_column (plt_table_find ("insurance"), "kind");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!is_covered (facts, kinds[i], place->id, date, NULL))
      g_ptr_array_add (
          issues, plt_issue_new ("sheet.insurance", PLT_SEVERITY_WARNING,
                                 (PltRef){ "location", place->id, NULL }, NULL,
                                 _ ("Call sheet %d: no policy “%s” is noted for that date at “%s”. "
                                    "Note it under Locations, or ask the insurer."),
                                 (int) sheet->number,
                                 plt_choice_title (plt_column_find_choice (column, kinds[i])),
                                 place->name));
}

static void
check_hazards (const PltFacts *facts,
               const PltSheetFacts *sheet,
               const PltSequenceFacts *sequence,
               gint64 place,
               PltDate date,
               GPtrArray *issues)
{
  const PltColumn *column = plt_table_column (plt_table_find ("sequence"), "hazards");
  g_auto (GStrv) hazards = g_strsplit (sequence->hazards, ",", -1);

  for (guint i = 0; hazards[i] != NULL; i++)
    {
      const PltChoice *choice = plt_column_find_choice (column, hazards[i]);

      if (choice == NULL || !is_covered (facts, "production", place, date, NULL)
          || is_covered (facts, "production", place, date, hazards[i]))
        continue;
      g_ptr_array_add (
          issues, plt_issue_new ("sheet.insurance-excluded", PLT_SEVERITY_ERROR,
                                 (PltRef){ "sequence", sequence->id, "hazards" }, NULL,
                                 _ ("Call sheet %d: sequence %s is noted “%s”, which the insurance "
                                    "leaves out. Get the insurer’s agreement in writing before the "
                                    "sheet is sent."),
                                 (int) sheet->number, sequence->number, plt_choice_title (choice)));
    }
}

/**
 * plt_check_call_cover:
 * @facts: the production
 * @day: a day of its plan
 * @sheet: the sheet of that day
 * @issues: (element-type PltIssue): where findings go
 *
 * A day without a date, and a séquence without a place, say nothing here: other rules do.
 */
void
plt_check_call_cover (const PltFacts *facts,
                      const PltDayPlan *day,
                      const PltSheetFacts *sheet,
                      GPtrArray *issues)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  PltDate date = day->day->date;

  for (guint i = 0; date != PLT_DATE_NONE && i < day->strips->len; i++)
    {
      const PltStripFacts *strip = day->strips->pdata[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, strip->sequence);
      const PltLocationFacts *place
          = sequence != NULL ? plt_facts_location_of (facts, sequence) : NULL;

      if (place != NULL && g_hash_table_add (seen, (gpointer) place))
        check_place (facts, sheet, place, date, issues);
      if (sequence != NULL)
        check_hazards (facts, sheet, sequence, place != NULL ? place->id : 0, date, issues);
    }
}
