/* Why something cannot be had, in words. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-availability.h"
#include "plt-time.h"

/* "from 12 April to 14 April", "" for always. */
static char *
period (PltDate from, PltDate to)
{
  g_autofree char *first = from != PLT_DATE_NONE ? plt_date_format_numeric (from) : NULL;
  g_autofree char *last = to != PLT_DATE_NONE ? plt_date_format_numeric (to) : NULL;

  if (first != NULL && last != NULL && from == to)
    return g_strdup_printf (_ ("on %s"), first);
  if (first != NULL && last != NULL)
    return g_strdup_printf (_ ("from %s to %s"), first, last);
  if (first != NULL)
    return g_strdup_printf (_ ("from %s on"), first);
  if (last != NULL)
    return g_strdup_printf (_ ("until %s"), last);
  return g_strdup ("");
}

static char *
hours (gint64 from, gint64 to)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (from == PLT_UNKNOWN && to == PLT_UNKNOWN)
    return g_strdup ("");
  start = plt_clock_format (MAX (from, 0));
  end = plt_clock_format (to == PLT_UNKNOWN ? 1440 : to);
  /* Translators: hours of the day: "9h00 to 12h00" */
  return g_strdup_printf (_ ("%s to %s"), start, end);
}

/**
 * plt_availability_explain:
 * @facts: the production
 * @row: what an answer names
 *
 * Returns: (transfer full): in words, for the end of a sentence; "" when there is no such row
 */
char *
plt_availability_explain (const PltFacts *facts, PltRef row)
{
  const PltAvailabilityFacts *window = NULL;
  const PltEngagementFacts *engagement = NULL;
  g_autofree char *when = NULL;
  g_autofree char *clock = NULL;
  GString *text;

  if (g_strcmp0 (row.table, "availability") == 0)
    window = PLT_FACTS_FIND (facts->availability, PltAvailabilityFacts, row.id);
  else if (g_strcmp0 (row.table, "engagement") == 0)
    engagement = PLT_FACTS_FIND (facts->engagements, PltEngagementFacts, row.id);
  if (engagement != NULL)
    {
      when = period (engagement->from_date, engagement->to_date);
      return g_strdup_printf (_ ("engaged %s"), when);
    }
  if (window == NULL)
    return g_strdup ("");
  when = period (window->from_date, window->to_date);
  clock = hours (window->from_minutes, window->to_minutes);
  text = g_string_new (strcmp (window->kind, "disponible") == 0 ? _ ("available only")
                       : strcmp (window->kind, "option") == 0   ? _ ("to be confirmed")
                                                                : _ ("not available"));
  if (*when != '\0')
    g_string_append_printf (text, " %s", when);
  if (*clock != '\0')
    g_string_append_printf (text, ", %s", clock);
  if (*window->note != '\0')
    g_string_append_printf (text, " \342\200\223 %s", window->note);
  return g_string_free (text, FALSE);
}
