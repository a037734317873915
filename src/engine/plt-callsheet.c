#include "plt-callsheet.h"

#include <string.h>

#define STEP 5 /* hours on a call sheet are multiples of five minutes */

/* What a sheet is made from, gathered once. */
typedef struct
{
  const PltFacts *facts;
  const PltDayPlan *day;
  PltBatch *batch;
  gint64 sheet; /* handle */
  gint64 pat;   /* PLT_UNKNOWN when the day has none */
  gint64 end;
} Maker;

/**
 * plt_callsheet_of_day:
 * @facts: the production
 * @day: a shooting day
 *
 * Returns: (nullable): its sheet of the highest version
 */
const PltSheetFacts *
plt_callsheet_of_day (const PltFacts *facts, gint64 day)
{
  const PltSheetFacts *last = NULL;

  for (guint i = 0; i < facts->sheets.n; i++)
    {
      const PltSheetFacts *sheet = &facts->sheets.items[i];

      if (sheet->day == day && (last == NULL || sheet->version > last->version))
        last = sheet;
    }
  return last;
}

/**
 * plt_callsheet_needs_safety:
 * @sequence: a séquence
 *
 * Returns: whether one of its hazards asks for measures on the sheet of its day
 */
gboolean
plt_callsheet_needs_safety (const PltSequenceFacts *sequence)
{
  static const char *const dangerous[] = { "cascade", "arme", "feu", "hauteur" };
  g_auto (GStrv) hazards = g_strsplit (sequence->hazards, ",", -1);

  for (guint i = 0; i < G_N_ELEMENTS (dangerous); i++)
    if (g_strv_contains ((const char *const *) hazards, dangerous[i]))
      return TRUE;
  return FALSE;
}

static void
set_clock (PltBatch *batch, const char *column, gint64 minutes)
{
  if (minutes == PLT_UNKNOWN || minutes < 0)
    plt_batch_set_null (batch, column);
  else
    plt_batch_set_integer (batch, column, minutes);
}

static gint64
earlier (gint64 minutes, gint64 by)
{
  if (minutes == PLT_UNKNOWN || by == PLT_UNKNOWN)
    return PLT_UNKNOWN;
  minutes -= by;
  return minutes < 0 ? 0 : minutes - minutes % STEP;
}

static const char *
type_of_day (const Maker *self)
{
  if (self->pat != PLT_UNKNOWN
      && (self->pat >= 17 * 60 || (self->end != PLT_UNKNOWN && self->end > 26 * 60)))
    return "nuit";
  if (self->end != PLT_UNKNOWN && self->end > 24 * 60)
    return "mixte";
  return self->day->day->meal_minutes == PLT_UNKNOWN ? "continue" : "coupee";
}

/* The séquences of the day in which an element occurs, "4, 7, 12A", and the PAT of its first strip.
 */
static char *
sequences_of (const Maker *self, gint64 element, gint64 *pat, const char **costume, gint64 *count)
{
  const PltFacts *facts = self->facts;
  g_autoptr (GString) numbers = g_string_new (NULL);
  gint64 clock = self->pat;

  *pat = PLT_UNKNOWN;
  *costume = "";
  *count = PLT_UNKNOWN;
  for (guint i = 0; i < self->day->strips->len; i++)
    {
      const PltStripFacts *strip = self->day->strips->pdata[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, strip->sequence);
      gint64 minutes = plt_strip_minutes (strip, sequence);
      const PltOccurrenceFacts *occurrence
          = sequence != NULL ? plt_facts_find_occurrence (facts, sequence->id, element) : NULL;

      if (occurrence != NULL)
        {
          if (numbers->len == 0)
            {
              *pat = clock != PLT_UNKNOWN ? clock - clock % STEP : self->pat;
              *costume = occurrence->costume;
            }
          g_string_append_printf (numbers, "%s%s", numbers->len > 0 ? ", " : "", sequence->number);
          if (occurrence->quantity != PLT_UNKNOWN)
            *count = MAX (*count, occurrence->quantity);
        }
      clock = clock == PLT_UNKNOWN || minutes == PLT_UNKNOWN ? PLT_UNKNOWN : clock + minutes;
    }
  return g_string_free (g_steal_pointer (&numbers), FALSE);
}

static const PltEngagementFacts *
engagement_of_role (const PltFacts *facts, gint64 role)
{
  for (guint i = 0; i < facts->engagements.n; i++)
    if (facts->engagements.items[i].role == role)
      return &facts->engagements.items[i];
  return NULL;
}

static void
set_hours (PltBatch *batch, const PltPersonFacts *person, gint64 pat, gint64 hmc_length)
{
  gint64 hmc = earlier (pat, hmc_length);
  gint64 arrival = hmc != PLT_UNKNOWN ? hmc : pat;
  gint64 pickup = person != NULL ? earlier (arrival, person->drive_minutes) : PLT_UNKNOWN;

  set_clock (batch, "pat_minutes", pat);
  set_clock (batch, "hmc_minutes", hmc);
  set_clock (batch, "arrival_minutes", arrival);
  set_clock (batch, "pickup_minutes", pickup);
}

/* One call for each role of the day, then for each group of background. */
static void
add_cast (const Maker *self, const PltPlan *plan)
{
  guint day_index = 0;

  while (day_index < plan->days->len && plan->days->pdata[day_index] != self->day)
    day_index++;
  for (guint i = 0; i < plan->presences->len; i++)
    {
      const PltPresence *presence = plan->presences->pdata[i];
      gboolean role = strcmp (presence->category->family, "roles") == 0;
      gboolean background = strcmp (presence->category->family, "figuration") == 0;
      g_autofree char *numbers = NULL;
      const PltEngagementFacts *engagement;
      const PltPersonFacts *person;
      const char *costume;
      gint64 pat, count;

      if ((!role && !background) || presence->worked[day_index] == 0)
        continue;
      numbers = sequences_of (self, presence->element->id, &pat, &costume, &count);
      engagement = engagement_of_role (self->facts, presence->element->id);
      person = engagement != NULL
                   ? PLT_FACTS_FIND (self->facts->people, PltPersonFacts, engagement->person)
                   : NULL;

      plt_batch_insert (self->batch, "call");
      plt_batch_set_integer (self->batch, "call_sheet", self->sheet);
      plt_batch_set_text (self->batch, "group", role ? "comediens" : "figuration");
      plt_batch_set_integer (self->batch, "role", presence->element->id);
      if (person != NULL)
        plt_batch_set_integer (self->batch, "person", person->id);
      if (background)
        plt_batch_set_text (self->batch, "function", presence->element->name);
      if (count != PLT_UNKNOWN)
        plt_batch_set_integer (self->batch, "count", count);
      plt_batch_set_text (self->batch, "sequences", numbers);
      plt_batch_set_text (self->batch, "costume", costume);
      set_hours (self->batch, person, pat,
                 engagement != NULL ? engagement->hmc_minutes : PLT_UNKNOWN);
      set_clock (self->batch, "end_minutes", self->end);
    }
}

static void
add_crew (const Maker *self)
{
  const PltFacts *facts = self->facts;
  PltDate date = self->day->day->date;

  for (guint i = 0; i < facts->engagements.n; i++)
    {
      const PltEngagementFacts *engagement = &facts->engagements.items[i];
      const PltPersonFacts *person
          = PLT_FACTS_FIND (facts->people, PltPersonFacts, engagement->person);

      if (engagement->role != 0 || person == NULL
          || strcmp (engagement->department, "interpretation") == 0
          || strcmp (engagement->department, "figuration") == 0
          || strcmp (engagement->department, "postproduction") == 0)
        continue;
      if (date != PLT_DATE_NONE
          && ((engagement->from_date != PLT_DATE_NONE && date < engagement->from_date)
              || (engagement->to_date != PLT_DATE_NONE && date > engagement->to_date)))
        continue;
      plt_batch_insert (self->batch, "call");
      plt_batch_set_integer (self->batch, "call_sheet", self->sheet);
      plt_batch_set_text (self->batch, "group", "equipe");
      plt_batch_set_integer (self->batch, "person", person->id);
      plt_batch_set_text (self->batch, "function", engagement->function);
      set_clock (self->batch, "arrival_minutes", earlier (self->pat, 60));
      set_clock (self->batch, "pat_minutes", self->pat);
      set_clock (self->batch, "end_minutes", self->end);
    }
}

static gboolean
occurs_today (const Maker *self, gint64 sequence)
{
  for (guint i = 0; i < self->day->strips->len; i++)
    if (sequence != 0
        && ((const PltStripFacts *) self->day->strips->pdata[i])->sequence == sequence)
      return TRUE;
  return FALSE;
}

/* The needs of the day by department, from the dépouillement: "Séq. 4 : filet de pêche ; lampe
 * tempête". */
static void
add_needs (const Maker *self)
{
  const PltFacts *facts = self->facts;

  for (guint c = 0; c < facts->categories.n; c++)
    {
      const PltCategoryFacts *category = &facts->categories.items[c];
      g_autoptr (GString) text = g_string_new (NULL);
      gint64 sequence = 0;

      if (strcmp (category->family, "roles") == 0 || strcmp (category->family, "figuration") == 0)
        continue;
      for (guint i = 0; i < facts->occurrences.n; i++)
        {
          const PltOccurrenceFacts *occurrence = &facts->occurrences.items[i];
          const PltElementFacts *element
              = PLT_FACTS_FIND (facts->elements, PltElementFacts, occurrence->element);

          if (element == NULL || element->category != category->id
              || !occurs_today (self, occurrence->sequence))
            continue;
          if (occurrence->sequence != sequence)
            {
              const PltSequenceFacts *s
                  = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, occurrence->sequence);

              g_string_append_printf (text, "%sSéq. %s : ", text->len > 0 ? "\n" : "",
                                      s != NULL ? s->number : "");
              sequence = occurrence->sequence;
            }
          else
            g_string_append (text, " ; ");
          if (occurrence->quantity != PLT_UNKNOWN && occurrence->quantity > 1)
            g_string_append_printf (text, "%" G_GINT64_FORMAT " ", occurrence->quantity);
          g_string_append (text, element->name);
        }
      if (text->len == 0)
        continue;
      plt_batch_insert (self->batch, "call_note");
      plt_batch_set_integer (self->batch, "call_sheet", self->sheet);
      plt_batch_set_text (self->batch, "department", category->name);
      plt_batch_set_text (self->batch, "text", text->str);
    }
}

static const PltDayPlan *
find_day (const PltPlan *plan, gint64 id)
{
  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];

      if (day->day->id == id)
        return day;
    }
  return NULL;
}

/**
 * plt_callsheet_make:
 * @facts: the production
 * @plan: the version of the plan de travail that holds the day
 * @day: a shooting day of it
 * @batch: where to add
 *
 * Returns: the handle of the new sheet, 0 when the plan does not hold the day
 */
gint64
plt_callsheet_make (const PltFacts *facts, const PltPlan *plan, gint64 day, PltBatch *batch)
{
  const PltDayPlan *day_plan = find_day (plan, day);
  const PltSheetFacts *before = plt_callsheet_of_day (facts, day);
  Maker maker = { facts, day_plan, batch, 0, PLT_UNKNOWN, PLT_UNKNOWN };

  if (day_plan == NULL)
    return 0;
  maker.pat = day_plan->day->start_minutes;
  maker.end = day_plan->day->end_minutes;
  if (before != NULL && strcmp (before->status, "remplacee") != 0)
    {
      plt_batch_update (batch, "call_sheet", before->id);
      plt_batch_set_text (batch, "status", "remplacee");
    }

  maker.sheet = plt_batch_insert (batch, "call_sheet");
  plt_batch_set_integer (batch, "day", day);
  plt_batch_set_integer (batch, "number", day_plan->number);
  plt_batch_set_integer (
      batch, "version", before != NULL && before->version != PLT_UNKNOWN ? before->version + 1 : 1);
  plt_batch_set_text (batch, "day_type", type_of_day (&maker));
  set_clock (batch, "crew_minutes", earlier (maker.pat, 60));
  set_clock (batch, "pat_minutes", maker.pat);
  set_clock (batch, "meal_minutes", day_plan->day->meal_minutes);
  set_clock (batch, "end_minutes", maker.end);
  if (before != NULL)
    {
      /* What was typed on the sheet that this one replaces is not lost. */
      plt_batch_set_text (batch, "meal_place", before->meal_place);
      plt_batch_set_text (batch, "weather", before->weather);
      plt_batch_set_text (batch, "first_aid", before->first_aid);
      plt_batch_set_text (batch, "vhss_referent", before->vhss_referent);
      plt_batch_set_text (batch, "safety", before->safety);
      plt_batch_set_text (batch, "transport", before->transport);
      plt_batch_set_text (batch, "remarks", before->remarks);
    }
  add_cast (&maker, plan);
  add_crew (&maker);
  add_needs (&maker);
  return maker.sheet;
}

static gboolean
was_typed (const PltCallFacts *call, const char *hour)
{
  g_auto (GStrv) typed = g_strsplit (call->typed, ",", -1);

  return g_strv_contains ((const char *const *) typed, hour);
}

static void
shift (PltBatch *batch,
       const PltCallFacts *call,
       const char *hour,
       const char *column,
       gint64 minutes,
       gint64 by)
{
  if (minutes != PLT_UNKNOWN && !was_typed (call, hour))
    set_clock (batch, column, MAX (minutes + by, 0));
}

/**
 * plt_callsheet_retime:
 * @facts: the production
 * @sheet: a call sheet
 * @pat_minutes: its new PAT, in minutes since midnight of the shooting day
 * @batch: where to add
 *
 * Moves the crew call, the end and every hour of its calls by the same time; hours that were typed
 * stay.
 */
void
plt_callsheet_retime (const PltFacts *facts, gint64 sheet, gint64 pat_minutes, PltBatch *batch)
{
  const PltSheetFacts *before = PLT_FACTS_FIND (facts->sheets, PltSheetFacts, sheet);
  gint64 by;

  if (before == NULL)
    return;
  by = before->pat_minutes == PLT_UNKNOWN ? 0 : pat_minutes - before->pat_minutes;
  plt_batch_update (batch, "call_sheet", sheet);
  plt_batch_set_integer (batch, "pat_minutes", pat_minutes);
  if (before->crew_minutes != PLT_UNKNOWN)
    set_clock (batch, "crew_minutes", MAX (before->crew_minutes + by, 0));
  if (before->end_minutes != PLT_UNKNOWN)
    set_clock (batch, "end_minutes", MAX (before->end_minutes + by, 0));
  for (guint i = 0; i < facts->calls.n && by != 0; i++)
    {
      const PltCallFacts *call = &facts->calls.items[i];

      if (call->call_sheet != sheet)
        continue;
      plt_batch_update (batch, "call", call->id);
      shift (batch, call, "pickup", "pickup_minutes", call->pickup_minutes, by);
      shift (batch, call, "arrival", "arrival_minutes", call->arrival_minutes, by);
      shift (batch, call, "hmc", "hmc_minutes", call->hmc_minutes, by);
      shift (batch, call, "pat", "pat_minutes", call->pat_minutes, by);
      shift (batch, call, "end", "end_minutes", call->end_minutes, by);
    }
}
