#include "plt-call-day.h"

#include <string.h>

#include "plt-referential.h"
#include "plt-rules.h"
#include "plt-text.h"

#define DEFAULTS "durees-hmc"

static const char *const part_codes[PLT_N_HMC] = { "H", "M", "C" };

void
plt_call_draft_free (PltCallDraft *draft)
{
  g_free (draft->sequences);
  g_free (draft);
}

/**
 * plt_call_typed:
 * @typed: (nullable): the flags of a call, "pickup,hmc"
 *
 * Returns: the same as a set of #PltCallHour
 */
guint
plt_call_typed (const char *typed)
{
  static const char *const flags[]
      = { "pickup", "arrival", "hmc", "pat", "end", "dress", "makeup", "hair" };
  g_auto (GStrv) words = typed != NULL && *typed != '\0' ? g_strsplit (typed, ",", -1) : NULL;
  guint set = 0;

  for (guint i = 0; words != NULL && i < G_N_ELEMENTS (flags); i++)
    if (g_strv_contains ((const char *const *) words, flags[i]))
      set |= 1u << i;
  return set;
}

const PltEngagementFacts *
plt_call_engagement (const PltFacts *facts, gint64 role)
{
  for (guint i = 0; role != 0 && i < facts->engagements.n; i++)
    if (facts->engagements.items[i].role == role)
      return &facts->engagements.items[i];
  return NULL;
}

/* ---- durations ---- */

static gint64
default_minutes (const PltReferential *defaults, const char *code, const char *part)
{
  for (guint i = 0; i < plt_referential_n_rows (defaults); i++)
    {
      gint64 minutes;

      if (strcmp (plt_referential_get (defaults, i, "code"), code) == 0
          && strcmp (plt_referential_get (defaults, i, "poste"), part) == 0
          && g_ascii_string_to_signed (plt_referential_get (defaults, i, "minutes"), 10, 0, 1440,
                                       &minutes, NULL))
        return minutes;
    }
  return PLT_UNKNOWN;
}

static gboolean
has_word (const char *text, const char *word)
{
  g_autofree char *folded = plt_text_fold (text != NULL ? text : "");
  g_auto (GStrv) words = g_strsplit_set (folded, " ,.;:()/-", -1);

  return g_strv_contains ((const char *const *) words, word);
}

/* (nullable): which row of the referential speaks of a role. */
static const char *
kind_of_role (const PltFacts *facts, gint64 role)
{
  const PltElementFacts *element = PLT_FACTS_FIND (facts->elements, PltElementFacts, role);
  const PltCategoryFacts *category
      = element != NULL ? PLT_FACTS_FIND (facts->categories, PltCategoryFacts, element->category)
                        : NULL;

  if (category == NULL)
    return NULL;
  if (strcmp (category->family, "figuration") == 0)
    return "figuration";
  if (category->hazard != NULL && strstr (category->hazard, "enfant") != NULL)
    return "enfant";
  return has_word (element->description, "femme")   ? "femme"
         : has_word (element->description, "homme") ? "homme"
                                                    : NULL;
}

static void
fill_from_defaults (const PltFacts *facts,
                    const PltReferential *defaults,
                    gint64 role,
                    PltCallee *callee)
{
  const char *kind = defaults != NULL ? kind_of_role (facts, role) : NULL;

  for (guint i = 0; kind != NULL && i < PLT_N_HMC; i++)
    if (callee->durations[i] == PLT_UNKNOWN)
      callee->durations[i] = default_minutes (defaults, kind, part_codes[i]);
  if (kind != NULL)
    callee->hmc_minutes = default_minutes (defaults, kind, "HMC");
}

static void
fill_durations (const PltFacts *facts,
                const PltReferential *defaults,
                gint64 role,
                const char *costume,
                PltCallee *callee)
{
  const PltEngagementFacts *engagement = plt_call_engagement (facts, role);
  guint missing = 0, part = 0;
  gint64 known = 0;

  for (guint i = 0; role != 0 && costume != NULL && *costume != '\0' && i < facts->costumes.n; i++)
    {
      const PltCostumeFacts *row = &facts->costumes.items[i];
      const gint64 minutes[] = { row->dress_minutes, row->makeup_minutes, row->hair_minutes };

      if (row->role != role || strcmp (row->number, costume) != 0)
        continue;
      for (guint j = 0; j < PLT_N_HMC; j++)
        if (callee->durations[j] == PLT_UNKNOWN)
          callee->durations[j] = minutes[j];
    }
  for (guint i = 0; i < PLT_N_HMC; i++)
    if (callee->durations[i] == PLT_UNKNOWN)
      {
        missing++;
        part = i;
      }
    else
      known += callee->durations[i];
  if (missing == 0 || role == 0)
    return;
  if (engagement == NULL || engagement->hmc_minutes == PLT_UNKNOWN)
    fill_from_defaults (facts, defaults, role, callee);
  else if (missing == 1)
    callee->durations[part] = MAX (engagement->hmc_minutes - known, 0);
  else
    callee->hmc_minutes = engagement->hmc_minutes;
}

static gint64
margin_of (const PltReferential *defaults, const PltSheetFacts *sheet)
{
  gint64 minutes = sheet != NULL ? sheet->margin_minutes : PLT_UNKNOWN;

  if (minutes == PLT_UNKNOWN && defaults != NULL)
    minutes = default_minutes (defaults, "marge-trajet", "");
  return minutes == PLT_UNKNOWN ? 0 : minutes;
}

static PltCallDay *
new_day (const PltReferential *defaults, const PltSheetFacts *sheet)
{
  PltCallDay *self = plt_call_day_new ();

  self->margin_minutes = margin_of (defaults, sheet);
  if (sheet == NULL)
    return self;
  self->chairs[PLT_HMC_MAKEUP] = sheet->makeup_chairs > 0 ? (guint) sheet->makeup_chairs : 0;
  self->chairs[PLT_HMC_HAIR] = sheet->hair_chairs > 0 ? (guint) sheet->hair_chairs : 0;
  self->crew_minutes = sheet->crew_minutes;
  return self;
}

/* ---- rides ---- */

/* Who is called: its person, and the movement its call names. */
typedef struct
{
  gint64 person, movement;
  const char *place, *function;
  gint64 count;
} Rider;

/* Somebody of the team by who they are, a group by what it is called. */
static gboolean
is_rider (const Rider *rider, const PltStopFacts *stop)
{
  if (stop->person != 0)
    return rider->person == stop->person;
  return rider->person == 0 && rider->movement == stop->movement && rider->function != NULL
         && *rider->function != '\0' && g_strcmp0 (rider->function, stop->name) == 0;
}

static int
find_rider (const PltCallDay *self, const GArray *riders, const PltStopFacts *stop)
{
  for (guint i = 0; i < riders->len; i++)
    if (is_rider (&g_array_index (riders, Rider, i), stop) && plt_call_day_get (self, i)->ride < 0)
      return (int) i;
  return -1;
}

static gboolean
has_flag (const char *typed, const char *flag)
{
  g_auto (GStrv) flags = typed != NULL ? g_strsplit (typed, ",", -1) : NULL;

  return flags != NULL && g_strv_contains ((const char *const *) flags, flag);
}

static void
add_stop (const PltFacts *facts,
          PltCallDay *self,
          guint ride,
          const PltStopFacts *row,
          const GArray *riders)
{
  const PltMovementFacts *movement
      = PLT_FACTS_FIND (facts->movements, PltMovementFacts, row->movement);
  PltRideStop *stop = plt_call_day_add_stop (self, ride, find_rider (self, riders, row));
  const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, row->person);
  gboolean first = g_array_index (self->rides, PltRide, ride).stops->len == 1;

  stop->id = row->id;
  stop->place = row->place != NULL ? row->place : "";
  stop->count = row->count > 0 ? (guint) row->count : 1;
  stop->drive_minutes = person != NULL ? person->drive_minutes : PLT_UNKNOWN;
  stop->typed = row->typed;
  stop->minutes = row->stop_minutes;
  if (first && has_flag (movement->typed, "start") && movement->start_minutes != PLT_UNKNOWN)
    {
      stop->typed = TRUE;
      stop->minutes = movement->start_minutes;
    }
}

static gboolean
brings (const PltMovementFacts *movement, const PltDayFacts *day)
{
  if (strcmp (movement->kind, "aller") != 0 && strcmp (movement->kind, "navette") != 0)
    return FALSE;
  return movement->day != 0 ? movement->day == day->id
                            : movement->date != PLT_DATE_NONE && movement->date == day->date;
}

static void
add_rides (const PltFacts *facts, const PltDayFacts *day, PltCallDay *self, const GArray *riders)
{
  for (guint i = 0; day != NULL && i < facts->movements.n; i++)
    {
      const PltMovementFacts *movement = &facts->movements.items[i];
      const PltVehicleFacts *vehicle
          = PLT_FACTS_FIND (facts->vehicles, PltVehicleFacts, movement->vehicle);
      guint ride = self->rides->len;
      PltRide *row;

      if (!brings (movement, day))
        continue;
      row = plt_call_day_add_ride (self, movement->id);
      row->drive_minutes = movement->drive_minutes;
      row->margin_minutes = movement->margin_minutes;
      row->seats = vehicle != NULL ? vehicle->seats : PLT_UNKNOWN;
      row->arrival = movement->needed_minutes;
      for (guint j = 0; j < facts->stops.n; j++)
        if (facts->stops.items[j].movement == movement->id
            && strcmp (facts->stops.items[j].kind, "montee") == 0)
          add_stop (facts, self, ride, &facts->stops.items[j], riders);
      for (guint j = 0; j < riders->len; j++)
        {
          const Rider *rider = &g_array_index (riders, Rider, j);
          PltRideStop *stop;

          if (rider->movement != movement->id || plt_call_day_get (self, j)->ride >= 0)
            continue;
          stop = plt_call_day_add_stop (self, ride, (int) j);
          stop->place = rider->place != NULL ? rider->place : "";
          stop->count = rider->count > 0 ? (guint) rider->count : 1;
          stop->minutes = plt_call_day_get (self, j)->pickup;
        }
    }
}

static void
put (PltBatch *batch,
     gboolean *begun,
     const char *table,
     gint64 id,
     const char *column,
     gint64 before,
     gint64 minutes)
{
  if (minutes < 0 || before == minutes)
    return;
  if (!*begun)
    plt_batch_update (batch, table, id);
  *begun = TRUE;
  plt_batch_set_integer (batch, column, minutes);
}

void
plt_call_day_write_ride (const PltFacts *facts, const PltCallDay *self, guint nth, PltBatch *batch)
{
  const PltRide *ride = &g_array_index (self->rides, PltRide, nth);
  const PltMovementFacts *movement = PLT_FACTS_FIND (facts->movements, PltMovementFacts, ride->id);
  gboolean begun = FALSE;

  if (ride->arrival != PLT_UNKNOWN)
    put (batch, &begun, "movement", ride->id, "needed_minutes", movement->needed_minutes,
         ride->arrival);
  if (ride->stops->len > 0 && !has_flag (movement->typed, "start"))
    put (batch, &begun, "movement", ride->id, "start_minutes", movement->start_minutes,
         g_array_index (ride->stops, PltRideStop, 0).minutes);
  for (guint j = 0; j < ride->stops->len; j++)
    {
      const PltRideStop *stop = &g_array_index (ride->stops, PltRideStop, j);
      const PltStopFacts *row = PLT_FACTS_FIND (facts->stops, PltStopFacts, stop->id);

      begun = FALSE;
      if (row != NULL && !row->typed)
        put (batch, &begun, "movement_stop", stop->id, "stop_minutes", row->stop_minutes,
             stop->minutes);
    }
}

/**
 * plt_call_day_write_rides:
 * @facts: the production
 * @self: a day that was solved
 * @batch: where to add
 *
 * Writes the hours of the stops, and the start and the needed hour of the movements.
 */
void
plt_call_day_write_rides (const PltFacts *facts, const PltCallDay *self, PltBatch *batch)
{
  for (guint i = 0; i < self->rides->len; i++)
    plt_call_day_write_ride (facts, self, i, batch);
}

/* ---- from a sheet ---- */

static gboolean
said (guint typed, guint hours, gint64 from, gint64 to)
{
  return (typed & hours) == 0 && from != PLT_UNKNOWN && to != PLT_UNKNOWN && to >= from;
}

static void
read_call (const PltFacts *facts,
           const PltReferential *defaults,
           const PltCallFacts *call,
           PltCallee *callee)
{
  const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, call->person);
  const gint64 durations[] = { call->dress_minutes, call->makeup_minutes, call->hair_minutes };
  const gint64 starts[]
      = { call->dress_start_minutes, call->makeup_start_minutes, call->hair_start_minutes };

  callee->typed = plt_call_typed (call->typed);
  callee->pickup = call->pickup_minutes;
  callee->arrival = call->arrival_minutes;
  callee->hmc = call->hmc_minutes;
  callee->pat = call->pat_minutes;
  callee->end = call->end_minutes;
  memcpy (callee->durations, durations, sizeof durations);
  memcpy (callee->starts, starts, sizeof starts);
  fill_durations (facts, defaults, call->role, call->costume, callee);
  if (plt_callee_hmc_length (callee) == PLT_UNKNOWN
      && said (callee->typed, PLT_HOUR_HMC | PLT_HOUR_PAT, callee->hmc, callee->pat))
    callee->hmc_minutes = callee->pat - callee->hmc;
  if (callee->hmc == PLT_UNKNOWN
      && said (callee->typed, PLT_HOUR_ARRIVAL | PLT_HOUR_PAT, callee->arrival, callee->pat))
    callee->lead_minutes = callee->pat - callee->arrival;
  if (person != NULL && strcmp (call->travel != NULL ? call->travel : "", "propres-moyens") != 0)
    callee->drive_minutes = person->drive_minutes;
  if (callee->drive_minutes == PLT_UNKNOWN && call->movement == 0
      && said (callee->typed, PLT_HOUR_PICKUP | PLT_HOUR_ARRIVAL, callee->pickup, callee->arrival))
    callee->drive_minutes = callee->arrival - callee->pickup;
}

/**
 * plt_call_day_of_sheet:
 * @facts: the production
 * @sheet: a call sheet
 * @calls: (element-type PltCallFacts): filled with its calls, in the order of the callees
 *
 * Returns: (transfer full): its hours as they are stored
 */
PltCallDay *
plt_call_day_of_sheet (const PltFacts *facts, const PltSheetFacts *sheet, GPtrArray *calls)
{
  g_autoptr (PltReferential) defaults = plt_referential_open (facts, DEFAULTS);
  g_autoptr (GArray) riders = g_array_new (FALSE, FALSE, sizeof (Rider));
  PltCallDay *self = new_day (defaults, sheet);

  for (guint i = 0; i < facts->calls.n; i++)
    {
      const PltCallFacts *call = &facts->calls.items[i];
      const Rider rider
          = { call->person, call->movement, call->pickup_place, call->function, call->count };

      if (call->call_sheet != sheet->id)
        continue;
      g_ptr_array_add (calls, (gpointer) call);
      g_array_append_val (riders, rider);
      read_call (facts, defaults, call, plt_call_day_add (self));
    }
  add_rides (facts, PLT_FACTS_FIND (facts->days, PltDayFacts, sheet->day), self, riders);
  return self;
}

/* ---- from the plan ---- */

typedef struct
{
  const PltFacts *facts;
  const PltDayPlan *day;
  PltReferential *defaults; /* (nullable) */
  PltCallDay *hours;
  GPtrArray *drafts;
  gint64 pat, end, meal, meal_length;
} Builder;

/* Minutes from the PAT after a strip: the meal of the day comes as soon as its hour has come. */
static gint64
after_strip (const Builder *self, gint64 elapsed, gint64 minutes, gboolean *eaten)
{
  if (elapsed == PLT_UNKNOWN || minutes == PLT_UNKNOWN)
    return PLT_UNKNOWN;
  elapsed += minutes;
  if (!*eaten && self->meal != PLT_UNKNOWN && self->pat != PLT_UNKNOWN
      && self->pat + elapsed >= self->meal)
    {
      elapsed += self->meal_length;
      *eaten = TRUE;
    }
  return elapsed;
}

static gboolean
has_meal (const PltDayPlan *day)
{
  for (guint i = 0; i < day->strips->len; i++)
    if (strcmp (((const PltStripFacts *) day->strips->pdata[i])->kind, "repas") == 0)
      return TRUE;
  return FALSE;
}

/* The séquences of the day in which an element occurs, and the PAT of the first of them. */
static void
read_strips (const Builder *self, PltCallDraft *draft, gint64 *pat)
{
  const PltFacts *facts = self->facts;
  g_autoptr (GString) numbers = g_string_new (NULL);
  gboolean eaten = has_meal (self->day); /* the strip says it */
  gint64 elapsed = 0;

  *pat = PLT_UNKNOWN;
  for (guint i = 0; i < self->day->strips->len; i++)
    {
      const PltStripFacts *strip = self->day->strips->pdata[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, strip->sequence);
      const PltOccurrenceFacts *occurrence
          = sequence != NULL ? plt_facts_find_occurrence (facts, sequence->id, draft->element->id)
                             : NULL;

      if (occurrence != NULL)
        {
          if (numbers->len == 0)
            {
              *pat = self->pat == PLT_UNKNOWN || elapsed == PLT_UNKNOWN
                         ? self->pat
                         : self->pat + elapsed - elapsed % PLT_CALL_STEP;
              draft->costume = occurrence->costume;
            }
          g_string_append_printf (numbers, "%s%s", numbers->len > 0 ? ", " : "", sequence->number);
          if (occurrence->quantity != PLT_UNKNOWN)
            draft->count = MAX (draft->count, occurrence->quantity);
        }
      elapsed = after_strip (self, elapsed, plt_strip_minutes (strip, sequence), &eaten);
    }
  draft->sequences = g_string_free (g_steal_pointer (&numbers), FALSE);
}

static PltCallDraft *
new_draft (const Builder *self, const char *group)
{
  PltCallDraft *draft = g_new0 (PltCallDraft, 1);

  draft->group = group;
  draft->function = draft->costume = "";
  draft->count = PLT_UNKNOWN;
  g_ptr_array_add (self->drafts, draft);
  return draft;
}

static void
draft_cast (const Builder *self, const PltPresence *presence)
{
  gboolean role = strcmp (presence->category->family, "roles") == 0;
  const PltEngagementFacts *engagement = plt_call_engagement (self->facts, presence->element->id);
  PltCallDraft *draft = new_draft (self, role ? "comediens" : "figuration");
  PltCallee *callee = plt_call_day_add (self->hours);

  draft->element = presence->element;
  draft->person = engagement != NULL
                      ? PLT_FACTS_FIND (self->facts->people, PltPersonFacts, engagement->person)
                      : NULL;
  if (!role)
    draft->function = presence->element->name;
  read_strips (self, draft, &callee->pat);
  callee->end = self->end;
  callee->drive_minutes = draft->person != NULL ? draft->person->drive_minutes : PLT_UNKNOWN;
  fill_durations (self->facts, self->defaults, draft->element->id, draft->costume, callee);
}

/* One call for each role of the day, then for each group of background. */
static void
draft_all_cast (const Builder *self, const PltPlan *plan)
{
  guint index = 0;

  while (index < plan->days->len
         && ((const PltDayPlan *) plan->days->pdata[index])->day->id != self->day->day->id)
    index++;
  for (guint i = 0; index < plan->days->len && i < plan->presences->len; i++)
    {
      const PltPresence *presence = plan->presences->pdata[i];
      const char *family = presence->category->family;

      if (presence->worked[index] > 0
          && (strcmp (family, "roles") == 0 || strcmp (family, "figuration") == 0))
        draft_cast (self, presence);
    }
}

static gboolean
works_on (const PltEngagementFacts *engagement, PltDate date)
{
  return engagement->role == 0 && strcmp (engagement->department, "interpretation") != 0
         && strcmp (engagement->department, "figuration") != 0
         && strcmp (engagement->department, "postproduction") != 0
         && (date == PLT_DATE_NONE
             || ((engagement->from_date == PLT_DATE_NONE || date >= engagement->from_date)
                 && (engagement->to_date == PLT_DATE_NONE || date <= engagement->to_date)));
}

/* Minutes from the crew call to the PAT. */
static gint64
crew_lead (const Builder *self)
{
  gint64 crew = self->hours->crew_minutes;

  return crew != PLT_UNKNOWN && self->pat != PLT_UNKNOWN && crew <= self->pat ? self->pat - crew
                                                                              : PLT_CALL_CREW_LEAD;
}

static void
draft_crew (const Builder *self)
{
  const PltFacts *facts = self->facts;

  for (guint i = 0; i < facts->engagements.n; i++)
    {
      const PltEngagementFacts *engagement = &facts->engagements.items[i];
      const PltPersonFacts *person
          = PLT_FACTS_FIND (facts->people, PltPersonFacts, engagement->person);
      PltCallDraft *draft;
      PltCallee *callee;

      if (person == NULL || !works_on (engagement, self->day->day->date))
        continue;
      draft = new_draft (self, "equipe");
      draft->person = person;
      draft->function = engagement->function;
      callee = plt_call_day_add (self->hours);
      callee->pat = self->pat;
      callee->end = self->end;
      callee->lead_minutes = crew_lead (self);
    }
}

static gint64
meal_length (const PltFacts *facts)
{
  g_autoptr (PltRules) rules = plt_rules_new (facts);
  gint64 minutes = plt_rules_get (rules, "usage", "repas-duree", NULL);

  return minutes == PLT_UNKNOWN ? 0 : minutes;
}

/**
 * plt_call_day_of_plan:
 * @facts: the production
 * @plan: the plan that holds the day
 * @day: a day of it, or the same with other hours
 * @sheet: (nullable): the sheet whose chairs, margin and crew call hold
 * @drafts: (element-type PltCallDraft): filled, in the order of the callees
 *
 * Returns: (transfer full): the day, solved
 */
PltCallDay *
plt_call_day_of_plan (const PltFacts *facts,
                      const PltPlan *plan,
                      const PltDayPlan *day,
                      const PltSheetFacts *sheet,
                      GPtrArray *drafts)
{
  g_autoptr (PltReferential) defaults = plt_referential_open (facts, DEFAULTS);
  g_autoptr (GArray) riders = g_array_new (FALSE, FALSE, sizeof (Rider));
  Builder self = { .facts = facts,
                   .day = day,
                   .defaults = defaults,
                   .hours = new_day (defaults, sheet),
                   .drafts = drafts,
                   .pat = day->day->start_minutes,
                   .end = day->day->end_minutes,
                   .meal = day->day->meal_minutes,
                   .meal_length = meal_length (facts) };

  draft_all_cast (&self, plan);
  draft_crew (&self);
  for (guint i = 0; i < drafts->len; i++)
    {
      const PltCallDraft *draft = drafts->pdata[i];
      const Rider rider = { draft->person != NULL ? draft->person->id : 0, 0, "", "", 1 };

      g_array_append_val (riders, rider);
    }
  add_rides (facts, day->day, self.hours, riders);
  plt_call_day_solve (self.hours);
  return self.hours;
}
