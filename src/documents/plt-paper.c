#include "plt-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-load.h"
#include "plt-plan-day.h"
#include "plt-plan-version.h"
#include "plt-text.h"
#include "plt-time.h"

/**
 * plt_paper_borrow:
 * @self: (out): filled
 * @params: of the document
 *
 * Returns: FALSE when nothing was lent (plt_params_lend()): the production has to be read
 */
gboolean
plt_paper_borrow (PltPaperSource *self, const PltParams *params)
{
  const PltPaperLoan *loan = plt_params_loan (params);

  if (loan == NULL)
    return FALSE;
  self->facts = (PltFacts *) loan->facts; /* only read, and not freed */
  self->plan = (PltPlan *) loan->plan;
  self->budget = (PltBudget *) loan->budget;
  self->date = plt_params_edition_date (params);
  self->lent = TRUE;
  return TRUE;
}

PltOrientation
plt_paper_orientation (const PltParams *params)
{
  return g_strcmp0 (plt_params_get (params, "orientation"), "portrait") == 0 ? PLT_PORTRAIT
                                                                             : PLT_LANDSCAPE;
}

/**
 * plt_paper_open:
 * @self: (out): filled
 * @store: a production
 * @params: of the document; "plan" says which version of the schedule, else the current one
 *
 * The devis is computed on that version too.
 *
 * Returns: FALSE with an error when the production cannot be read or has no such version
 */
gboolean
plt_paper_open (PltPaperSource *self, PltStore *store, const PltParams *params, GError **error)
{
  const char *plan = plt_params_get (params, "plan");
  const PltScheduleFacts *schedule = NULL;

  if (plan == NULL && plt_paper_borrow (self, params))
    return TRUE;
  self->facts = plt_facts_load (store, error);
  if (self->facts == NULL)
    return FALSE;
  if (plan != NULL)
    {
      schedule = plt_schedule_find (self->facts, plan, PLT_SCHEDULE_WORD_ID, error);
      if (schedule == NULL)
        return FALSE;
    }
  self->plan = plt_plan_new (self->facts, schedule != NULL ? schedule->id : 0);
  self->budget = plt_budget_new (self->facts, 0, self->plan);
  self->date = plt_params_edition_date (params);
  return TRUE;
}

void
plt_paper_close (PltPaperSource *self)
{
  if (self->lent)
    *self = (PltPaperSource){ .date = self->date };
  g_clear_pointer (&self->budget, plt_budget_free);
  g_clear_pointer (&self->plan, plt_plan_free);
  g_clear_pointer (&self->facts, plt_facts_free);
}

/**
 * plt_paper_new:
 *
 * Returns: (transfer full): an empty paper with the production's name and house at its head
 */
PltDocument *
plt_paper_new (const PltPaperSource *self,
               const char *title,
               const char *subtitle,
               const char *version,
               PltPaper paper,
               PltOrientation orientation)
{
  const PltProductionFacts *production = &self->facts->production;
  PltDocInfo info = {
    .title = title,
    .production = production->title,
    .subtitle = subtitle,
    .company = *production->company != '\0' ? production->company : NULL,
    .version = version,
    .date = self->date,
    .paper = paper,
    .orientation = orientation,
  };

  return plt_document_new (&info);
}

char *
plt_paper_version (const PltPaperSource *self)
{
  const PltScheduleFacts *schedule = self->plan->schedule;

  return g_strdup_printf ("v%d", schedule != NULL ? (int) plt_schedule_number (schedule) : 1);
}

/* "3 du 12/04/2027", or "3" */
static char *
dated_number (const PltScheduleFacts *schedule)
{
  g_autofree char *date = plt_date_format_numeric (schedule->published_date);

  return g_strdup_printf ("%d%s%s", (int) plt_schedule_number (schedule),
                          *date != '\0' ? " du " : "", date);
}

char *
plt_paper_version_note (const PltPaperSource *self)
{
  const PltScheduleFacts *schedule = self->plan->schedule;
  const PltScheduleFacts *before;
  g_autofree char *number = NULL;
  g_autofree char *replaced = NULL;

  if (schedule == NULL)
    return g_strdup ("");
  if (!plt_schedule_is_frozen (self->facts, schedule->id))
    {
      before = plt_schedule_last_published (self->facts, schedule->id);
      replaced = before != NULL ? dated_number (before) : NULL;
      return replaced == NULL
                 ? g_strdup ("")
                 : g_strdup_printf ("Version de travail %d, non diffusée · dernière version "
                                    "diffusée : %s",
                                    (int) plt_schedule_number (schedule), replaced);
    }
  number = dated_number (schedule);
  before = plt_schedule_replaced (self->facts, schedule);
  replaced = before != NULL ? dated_number (before) : NULL;
  return g_strdup_printf ("Version %s%s%s", number,
                          replaced != NULL ? " · annule et remplace la version " : "",
                          replaced != NULL ? replaced : "");
}

const char *
plt_paper_effect_style (const PltSequenceFacts *sequence)
{
  switch (plt_effect_class (sequence->int_ext, sequence->effect))
    {
    case PLT_EFFECT_INT_DAY:
      return "effect.int-day";
    case PLT_EFFECT_EXT_DAY:
      return "effect.ext-day";
    case PLT_EFFECT_INT_NIGHT:
      return "effect.int-night";
    case PLT_EFFECT_EXT_NIGHT:
      return "effect.ext-night";
    case PLT_EFFECT_DAWN:
      return "effect.dawn";
    case PLT_EFFECT_DUSK:
      return "effect.dusk";
    case PLT_EFFECT_NONE:
    default:
      return "cell.center";
    }
}

const PltSequenceFacts *
plt_paper_sequence (const PltPaperSource *self, const PltStripFacts *strip)
{
  return PLT_FACTS_FIND (self->facts->sequences, PltSequenceFacts, strip->sequence);
}

const PltOccurrenceFacts *
plt_paper_occurrence (const PltPaperSource *self,
                      const PltSequenceFacts *sequence,
                      const PltElementFacts *element)
{
  return plt_facts_find_occurrence (self->facts, sequence->id, element->id);
}

char *
plt_paper_roles (const PltPaperSource *self, const PltSequenceFacts *sequence, gboolean names)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->plan->presences->len; i++)
    {
      const PltPresence *presence = self->plan->presences->pdata[i];

      if (strcmp (presence->category->family, "roles") != 0
          || plt_paper_occurrence (self, sequence, presence->element) == NULL)
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      if (!names && presence->element->number != PLT_UNKNOWN)
        g_string_append_printf (text, "%" G_GINT64_FORMAT, presence->element->number);
      else
        g_string_append (text, presence->element->name);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
plt_paper_elements (const PltPaperSource *self,
                    const PltSequenceFacts *sequence,
                    gint64 category,
                    const char *separator)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->plan->presences->len; i++)
    {
      const PltPresence *presence = self->plan->presences->pdata[i];
      const PltOccurrenceFacts *occurrence;
      gboolean role = strcmp (presence->category->family, "roles") == 0;

      if (presence->element->category != category)
        continue;
      occurrence = plt_paper_occurrence (self, sequence, presence->element);
      if (occurrence == NULL)
        continue;
      if (text->len > 0)
        g_string_append (text, separator);
      if (occurrence->quantity != PLT_UNKNOWN && occurrence->quantity > 1)
        g_string_append_printf (text, "%" G_GINT64_FORMAT " ", occurrence->quantity);
      if (role && presence->element->number != PLT_UNKNOWN)
        g_string_append_printf (text, "%" G_GINT64_FORMAT ". ", presence->element->number);
      g_string_append (text, presence->element->name);
      if (*occurrence->costume != '\0')
        g_string_append_printf (text, ", costume %s", occurrence->costume);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
plt_paper_player (const PltPaperSource *self, const PltElementFacts *role)
{
  for (guint i = 0; i < self->facts->engagements.n; i++)
    {
      const PltEngagementFacts *engagement = &self->facts->engagements.items[i];
      const PltPersonFacts *person
          = PLT_FACTS_FIND (self->facts->people, PltPersonFacts, engagement->person);

      if (engagement->role == role->id && person != NULL)
        return plt_facts_person_name (person);
    }
  return g_strdup ("");
}

#define DAY (24 * 60)

gint64
plt_paper_of_day (gint64 minutes)
{
  return minutes == PLT_UNKNOWN || minutes <= DAY ? minutes : minutes % DAY;
}

static char *
span (gint64 from, gint64 to)
{
  g_autofree char *start = plt_paper_clock (from);
  g_autofree char *end = plt_paper_clock (to);

  if (*start == '\0' && *end == '\0')
    return g_strdup ("");
  if (*start == '\0' || *end == '\0')
    return g_strdup_printf ("%s %s", *end == '\0' ? "dès" : "jusqu’à", *end == '\0' ? start : end);
  return g_strdup_printf ("%s – %s", start, end);
}

char *
plt_paper_hours (const PltDayFacts *day)
{
  return span (plt_paper_of_day (day->start_minutes), plt_paper_of_day (day->end_minutes));
}

gboolean
plt_paper_sun_times (const PltPaperSource *self, const PltDayPlan *day, PltSun *sun)
{
  return plt_plan_day_sun (self->facts, day, sun);
}

char *
plt_paper_sun (const PltPaperSource *self, const PltDayPlan *day)
{
  PltSun sun;

  if (!plt_paper_sun_times (self, day, &sun))
    return g_strdup ("");
  return span (sun.rise == PLT_SUN_NONE ? PLT_UNKNOWN : sun.rise,
               sun.set == PLT_SUN_NONE ? PLT_UNKNOWN : sun.set);
}

GPtrArray *
plt_paper_places (const PltPaperSource *self, const PltDayPlan *day)
{
  return plt_plan_day_places (self->facts, day);
}

/* Ids of hazards are ASCII; paper has accents. */
char *
plt_paper_hazards (const PltSequenceFacts *sequence)
{
  static const char *const accented[][2] = { { "intimite", "intimité" }, { "nudite", "nudité" } };
  g_auto (GStrv) ids = g_strsplit (sequence->hazards, ",", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (accented); j++)
      if (strcmp (ids[i], accented[j][0]) == 0)
        plt_set_str (&ids[i], accented[j][1]);
  return g_strjoinv (", ", ids);
}

char *
plt_paper_clock (gint64 minutes)
{
  return minutes != PLT_UNKNOWN ? plt_clock_format (minutes) : g_strdup ("");
}

/* The first shooting day after the edition, else the first one. */
static const PltDayPlan *
next_day (const PltPaperSource *self)
{
  const PltDayPlan *first = NULL;

  for (guint i = 0; i < self->plan->days->len; i++)
    {
      const PltDayPlan *day = self->plan->days->pdata[i];

      if (day->number == 0)
        continue;
      if (day->day->date > self->date)
        return day;
      if (first == NULL)
        first = day;
    }
  return first;
}

const PltDayPlan *
plt_paper_day (const PltPaperSource *self, const char *name, GError **error)
{
  const PltDayPlan *found;

  if (name != NULL && *name != '\0')
    return plt_plan_find_day (self->plan, name, error);
  found = next_day (self);
  if (found == NULL)
    g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                 _ ("The current plan has no shooting day. Add days to the plan first."));
  return found;
}

/* Where the crew's clocks are; abroad they are those of whoever reads. Source: IANA database. */
const char *
plt_paper_zone (const char *territory)
{
  static const char *const zones[][2] = {
    { "guadeloupe", "America/Guadeloupe" },
    { "martinique", "America/Martinique" },
    { "guyane", "America/Cayenne" },
    { "reunion", "Indian/Reunion" },
    { "mayotte", "Indian/Mayotte" },
    { "saint-martin", "America/Marigot" },
    { "saint-barthelemy", "America/St_Barthelemy" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    if (strcmp (zones[i][0], territory) == 0)
      return zones[i][1];
  return strcmp (territory, "etranger") == 0 ? NULL : "Europe/Paris";
}
