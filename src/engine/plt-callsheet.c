#include "plt-callsheet.h"

#include <string.h>

#include "plt-call-day.h"
#include "plt-call-fields.h"
#include "plt-call-type.h"

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

static gint64
crew_call (gint64 pat)
{
  return pat == PLT_UNKNOWN ? PLT_UNKNOWN : MAX (pat - PLT_CALL_CREW_LEAD, 0);
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

static gboolean
occurs_today (const Maker *self, gint64 sequence)
{
  for (guint i = 0; i < self->day->strips->len; i++)
    if (sequence != 0
        && ((const PltStripFacts *) self->day->strips->pdata[i])->sequence == sequence)
      return TRUE;
  return FALSE;
}

/* What one séquence needs of a category; `numbers` of all those that need the same. */
typedef struct
{
  gint64 sequence;
  GString *numbers, *text;
} Need;

static void
need_clear (gpointer data)
{
  Need *need = data;

  g_string_free (need->numbers, TRUE);
  g_string_free (need->text, TRUE);
}

/* The need of that séquence if it was the last one added, else a new one. */
static Need *
need_of (const PltFacts *facts, GArray *needs, gint64 sequence)
{
  const PltSequenceFacts *facts_of = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, sequence);
  Need *last = needs->len > 0 ? &g_array_index (needs, Need, needs->len - 1) : NULL;
  Need need = { .sequence = sequence };

  if (last != NULL && last->sequence == sequence)
    {
      g_string_append (last->text, " ; ");
      return last;
    }
  need.numbers = g_string_new (facts_of != NULL ? facts_of->number : "");
  need.text = g_string_new (NULL);
  g_array_append_val (needs, need);
  return &g_array_index (needs, Need, needs->len - 1);
}

/* Séquences that need the same things share a line, where the first of them stands. */
static char *
join_needs (GArray *needs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < needs->len; i++)
    {
      Need *need = &g_array_index (needs, Need, i);

      if (need->sequence == 0)
        continue;
      for (guint j = i + 1; j < needs->len; j++)
        {
          Need *other = &g_array_index (needs, Need, j);

          if (other->sequence == 0 || !g_string_equal (need->text, other->text))
            continue;
          g_string_append_printf (need->numbers, ", %s", other->numbers->str);
          other->sequence = 0;
        }
      g_string_append_printf (text, "%sSéq. %s : %s", text->len > 0 ? "\n" : "", need->numbers->str,
                              need->text->str);
    }
  return g_string_free (text, FALSE);
}

/* The needs of the day by department, from the dépouillement: "Séq. 4, 9 : filet de pêche ; lampe
 * tempête". */
static void
add_needs (const Maker *self)
{
  const PltFacts *facts = self->facts;

  for (guint c = 0; c < facts->categories.n; c++)
    {
      const PltCategoryFacts *category = &facts->categories.items[c];
      g_autoptr (GArray) needs = g_array_new (FALSE, FALSE, sizeof (Need));
      g_autofree char *text = NULL;

      g_array_set_clear_func (needs, need_clear);
      if (strcmp (category->family, "roles") == 0 || strcmp (category->family, "figuration") == 0)
        continue;
      for (guint i = 0; i < facts->occurrences.n; i++)
        {
          const PltOccurrenceFacts *occurrence = &facts->occurrences.items[i];
          const PltElementFacts *element
              = PLT_FACTS_FIND (facts->elements, PltElementFacts, occurrence->element);
          Need *need;

          if (element == NULL || element->category != category->id
              || !occurs_today (self, occurrence->sequence))
            continue;
          need = need_of (facts, needs, occurrence->sequence);
          if (occurrence->quantity != PLT_UNKNOWN && occurrence->quantity > 1)
            g_string_append_printf (need->text, "%" G_GINT64_FORMAT " ", occurrence->quantity);
          g_string_append (need->text, element->name);
        }
      text = join_needs (needs);
      if (*text == '\0')
        continue;
      plt_batch_insert (self->batch, "call_note");
      plt_batch_set_integer (self->batch, "call_sheet", self->sheet);
      plt_batch_set_text (self->batch, "department", category->name);
      plt_batch_set_text (self->batch, "text", text);
    }
}

/* ---- made from the plan ---- */

static void
insert_call (const Maker *self, const PltCallDay *hours, const PltCallDraft *draft, guint index)
{
  PltBatch *batch = self->batch;
  const PltCallee *callee = plt_call_day_get (hours, index);

  plt_batch_insert (batch, "call");
  plt_batch_set_integer (batch, "call_sheet", self->sheet);
  plt_batch_set_text (batch, "group", draft->group);
  if (draft->element != NULL)
    plt_batch_set_integer (batch, "role", draft->element->id);
  if (draft->person != NULL)
    plt_batch_set_integer (batch, "person", draft->person->id);
  if (*draft->function != '\0')
    plt_batch_set_text (batch, "function", draft->function);
  if (draft->count != PLT_UNKNOWN)
    plt_batch_set_integer (batch, "count", draft->count);
  if (draft->sequences != NULL)
    plt_batch_set_text (batch, "sequences", draft->sequences);
  if (*draft->costume != '\0')
    plt_batch_set_text (batch, "costume", draft->costume);
  for (guint i = 0; i < PLT_N_CALL_HOURS; i++)
    plt_call_set_clock (batch, plt_call_hours[i].column,
                        plt_callee_hour (callee, plt_call_hours[i].hour));
  if (callee->ride < 0)
    return;
  plt_batch_set_text (batch, "travel", "pick-up");
  plt_batch_set_integer (batch, "movement",
                         g_array_index (hours->rides, PltRide, (guint) callee->ride).id);
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

/* (nullable): whose chairs and margin a new sheet takes over. */
static const PltSheetFacts *
sheet_before (const PltFacts *facts, gint64 day)
{
  const PltSheetFacts *found = plt_callsheet_of_day (facts, day);

  for (guint i = 0; found == NULL && i < facts->sheets.n; i++)
    found = &facts->sheets.items[facts->sheets.n - 1 - i];
  return found;
}

/* What was typed on the sheet that this one replaces is not lost. */
static void
keep_texts (const PltSheetFacts *before, PltBatch *batch)
{
  static const char *const others[]
      = { "status", "day_type", "approved_by", "sent_by", "reason", "typed" };
  guint n;
  const PltCallField *fields = plt_call_fields ("call_sheet", &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean keep = fields[i].kind == PLT_CALL_FIELD_TEXT;

      for (guint j = 0; keep && j < G_N_ELEMENTS (others); j++)
        keep = strcmp (fields[i].column, others[j]) != 0;
      if (keep)
        plt_call_field_set (&fields[i], before, batch);
    }
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
  const PltSheetFacts *before = plt_callsheet_of_day (facts, day),
                      *last = sheet_before (facts, day);
  g_autoptr (GPtrArray) drafts
      = g_ptr_array_new_with_free_func ((GDestroyNotify) plt_call_draft_free);
  g_autoptr (PltCallDay) hours = NULL;
  Maker maker = { facts, day_plan, batch, 0, PLT_UNKNOWN, PLT_UNKNOWN };
  PltSheetFacts made
      = { .makeup_chairs = PLT_UNKNOWN, .hair_chairs = PLT_UNKNOWN, .margin_minutes = PLT_UNKNOWN };

  if (day_plan == NULL)
    return 0;
  maker.pat = day_plan->day->start_minutes;
  maker.end = day_plan->day->end_minutes;
  if (before != NULL && strcmp (before->status, "remplacee") != 0)
    {
      plt_batch_update (batch, "call_sheet", before->id);
      plt_batch_set_text (batch, "status", "remplacee");
    }
  if (last != NULL)
    made = *last;
  made.crew_minutes = crew_call (maker.pat);

  maker.sheet = plt_batch_insert (batch, "call_sheet");
  plt_batch_set_integer (batch, "day", day);
  plt_batch_set_integer (batch, "number", day_plan->number);
  plt_batch_set_integer (
      batch, "version", before != NULL && before->version != PLT_UNKNOWN ? before->version + 1 : 1);
  plt_batch_set_text (batch, "day_type", type_of_day (&maker));
  plt_call_set_clock (batch, "crew_minutes", made.crew_minutes);
  plt_call_set_clock (batch, "pat_minutes", maker.pat);
  plt_call_set_clock (batch, "meal_minutes", day_plan->day->meal_minutes);
  plt_call_set_clock (batch, "end_minutes", maker.end);
  plt_call_field_set (plt_call_field ("call_sheet", "makeup_chairs"), &made, batch);
  plt_call_field_set (plt_call_field ("call_sheet", "hair_chairs"), &made, batch);
  plt_call_field_set (plt_call_field ("call_sheet", "margin_minutes"), &made, batch);
  if (before != NULL)
    {
      keep_texts (before, batch);
      plt_batch_set_integer (batch, "replaces", before->id);
    }
  hours = plt_call_day_of_plan (facts, plan, day_plan, &made, drafts);
  for (guint i = 0; i < drafts->len; i++)
    insert_call (&maker, hours, drafts->pdata[i], i);
  add_needs (&maker);
  plt_call_day_write_rides (facts, hours, batch);
  return maker.sheet;
}

/* ---- a PAT that moves ---- */

static gboolean
has_flag (const char *typed, const char *flag)
{
  g_auto (GStrv) flags = typed != NULL ? g_strsplit (typed, ",", -1) : NULL;

  return flags != NULL && g_strv_contains ((const char *const *) flags, flag);
}

/**
 * plt_callsheet_retime:
 * @facts: the production
 * @sheet: a call sheet
 * @pat_minutes: its new PAT, in minutes since midnight of the shooting day
 * @batch: where to add
 *
 * Moves the crew call, the meal, the end and every hour of its calls; hours that were typed stay.
 */
void
plt_callsheet_retime (const PltFacts *facts, gint64 sheet, gint64 pat_minutes, PltBatch *batch)
{
  const PltSheetFacts *before = PLT_FACTS_FIND (facts->sheets, PltSheetFacts, sheet);
  g_autoptr (GPtrArray) calls = g_ptr_array_new ();
  g_autoptr (GPtrArray) same = g_ptr_array_new ();
  g_autoptr (PltCallDay) old = NULL;
  g_autoptr (PltCallDay) new = NULL;
  gint64 by;

  if (before == NULL)
    return;
  by = before->pat_minutes == PLT_UNKNOWN ? 0 : pat_minutes - before->pat_minutes;
  plt_batch_update (batch, "call_sheet", sheet);
  plt_batch_set_integer (batch, "pat_minutes", pat_minutes);
  if (before->crew_minutes != PLT_UNKNOWN && !has_flag (before->typed, "crew"))
    plt_call_set_clock (batch, "crew_minutes", MAX (before->crew_minutes + by, 0));
  if (before->end_minutes != PLT_UNKNOWN && !has_flag (before->typed, "end"))
    plt_call_set_clock (batch, "end_minutes", MAX (before->end_minutes + by, 0));
  if (by == 0)
    return;
  old = plt_call_day_of_sheet (facts, before, calls);
  new = plt_call_day_of_sheet (facts, before, same);
  for (guint i = 0; i < calls->len; i++)
    {
      PltCallee *callee = plt_call_day_get (new, i);

      if (callee->pat != PLT_UNKNOWN && (callee->typed & PLT_HOUR_PAT) == 0)
        callee->pat = MAX (callee->pat + by, 0);
      if (callee->end != PLT_UNKNOWN && (callee->typed & PLT_HOUR_END) == 0)
        callee->end = MAX (callee->end + by, 0);
    }
  plt_call_day_solve (old);
  plt_call_day_solve (new);
  for (guint i = 0; i < calls->len; i++)
    plt_call_retime (calls->pdata[i], plt_call_day_get (old, i), plt_call_day_get (new, i), batch);
  plt_call_day_write_rides (facts, new, batch);
}

/* ---- an hour of the day that is typed ---- */

static void
set_flag (const PltSheetFacts *sheet, const char *flag, gboolean in, PltBatch *batch)
{
  static const char *const flags[] = { "crew", "pat", "meal", "end" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (strcmp (flags[i], flag) == 0 ? in : has_flag (sheet->typed, flags[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", flags[i]);
  plt_batch_set_text (batch, "typed", text->str);
}

/* Calls that have the hour of the day have its new one. */
static void
move_with_day (const PltFacts *facts,
               const PltSheetFacts *sheet,
               guint hour,
               gint64 before,
               gint64 after,
               PltBatch *batch)
{
  for (guint i = 0; i < facts->calls.n; i++)
    {
      const PltCallFacts *call = &facts->calls.items[i];
      gboolean is_end = hour == PLT_HOUR_END, begun = FALSE;
      gint64 stored = is_end ? call->end_minutes : call->arrival_minutes;

      if (call->call_sheet != sheet->id || stored != before || before == PLT_UNKNOWN
          || after == PLT_UNKNOWN || (plt_call_typed (call->typed) & hour) != 0
          || (!is_end && strcmp (call->group, "equipe") != 0))
        continue;
      plt_call_change_clock (batch, &begun, call, is_end ? "end_minutes" : "arrival_minutes",
                             after);
      if (!is_end && call->pickup_minutes != PLT_UNKNOWN
          && (plt_call_typed (call->typed) & PLT_HOUR_PICKUP) == 0)
        plt_call_change_clock (batch, &begun, call, "pickup_minutes",
                               call->pickup_minutes + after - before);
    }
}

/* What the plan says of an hour of the sheet. */
static gint64
planned_hour (const PltPlan *plan, const PltSheetFacts *sheet, const char *column)
{
  const PltDayPlan *day = plan != NULL ? find_day (plan, sheet->day) : NULL;
  PltDayFacts facts;

  if (strcmp (column, "crew_minutes") == 0)
    return crew_call (sheet->pat_minutes);
  if (day == NULL)
    return PLT_UNKNOWN;
  facts = *day->day;
  if (strcmp (column, "pat_minutes") == 0)
    return facts.start_minutes;
  if (strcmp (column, "meal_minutes") == 0)
    return facts.meal_minutes;
  if (facts.end_minutes != PLT_UNKNOWN && facts.start_minutes != PLT_UNKNOWN
      && sheet->pat_minutes != PLT_UNKNOWN)
    return MAX (facts.end_minutes + sheet->pat_minutes - facts.start_minutes, 0);
  return facts.end_minutes;
}

/**
 * plt_callsheet_type:
 * @facts: the production
 * @plan: (nullable): the plan that holds the day
 * @id: a call sheet
 * @column: "crew_minutes", "pat_minutes", "meal_minutes" or "end_minutes"
 * @minutes: what was typed; PLT_UNKNOWN gives the hour back to the plan
 * @batch: where to add
 *
 * Returns: FALSE when there is no such sheet or the column is another one
 */
gboolean
plt_callsheet_type (const PltFacts *facts,
                    const PltPlan *plan,
                    gint64 id,
                    const char *column,
                    gint64 minutes,
                    PltBatch *batch)
{
  static const char *const columns[][2] = { { "crew_minutes", "crew" },
                                            { "pat_minutes", "pat" },
                                            { "meal_minutes", "meal" },
                                            { "end_minutes", "end" } };
  const PltSheetFacts *sheet = PLT_FACTS_FIND (facts->sheets, PltSheetFacts, id);
  const char *flag = NULL;
  gboolean typed = minutes != PLT_UNKNOWN;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (strcmp (columns[i][0], column) == 0)
      flag = columns[i][1];
  if (sheet == NULL || flag == NULL)
    return FALSE;
  if (!typed)
    minutes = planned_hour (plan, sheet, column);
  plt_batch_update (batch, "call_sheet", id);
  set_flag (sheet, flag, typed, batch);
  plt_call_set_clock (batch, column, minutes);
  if (strcmp (flag, "pat") == 0 && minutes != PLT_UNKNOWN)
    plt_callsheet_retime (facts, id, minutes, batch);
  else if (strcmp (flag, "crew") == 0)
    move_with_day (facts, sheet, PLT_HOUR_ARRIVAL, sheet->crew_minutes, minutes, batch);
  else if (strcmp (flag, "end") == 0)
    move_with_day (facts, sheet, PLT_HOUR_END, sheet->end_minutes, minutes, batch);
  return TRUE;
}

/* ---- a plan that moves ---- */

/* The typed hours and durations of a call, put over what the plan would say. */
static void
take_typed (const PltCallFacts *call, PltCallee *callee)
{
  const gint64 starts[]
      = { call->dress_start_minutes, call->makeup_start_minutes, call->hair_start_minutes };
  const gint64 durations[] = { call->dress_minutes, call->makeup_minutes, call->hair_minutes };

  callee->typed = plt_call_typed (call->typed);
  if ((callee->typed & PLT_HOUR_PICKUP) != 0)
    callee->pickup = call->pickup_minutes;
  if ((callee->typed & PLT_HOUR_ARRIVAL) != 0)
    callee->arrival = call->arrival_minutes;
  if ((callee->typed & PLT_HOUR_HMC) != 0)
    callee->hmc = call->hmc_minutes;
  if ((callee->typed & PLT_HOUR_PAT) != 0)
    callee->pat = call->pat_minutes;
  if ((callee->typed & PLT_HOUR_END) != 0)
    callee->end = call->end_minutes;
  for (guint i = 0; i < PLT_N_HMC; i++)
    {
      if ((callee->typed & ((guint) PLT_HOUR_DRESS << i)) != 0)
        callee->starts[i] = starts[i];
      if (durations[i] != PLT_UNKNOWN)
        callee->durations[i] = durations[i];
    }
}

static gboolean
is_call_of (const PltCallFacts *call, const PltCallDraft *draft)
{
  if (draft->element != NULL)
    return call->role == draft->element->id;
  return call->role == 0 && strcmp (call->group, draft->group) == 0 && draft->person != NULL
         && call->person == draft->person->id;
}

/* (nullable): the first call of the draft that is not taken yet. */
static const PltCallFacts *
match (const PltFacts *facts, gint64 sheet, const PltCallDraft *draft, GHashTable *taken)
{
  for (guint i = 0; i < facts->calls.n; i++)
    {
      const PltCallFacts *call = &facts->calls.items[i];

      if (call->call_sheet == sheet && is_call_of (call, draft)
          && g_hash_table_add (taken, (gpointer) call))
        return call;
    }
  return NULL;
}

/* The hours that were typed on the sheet are those of the day; a PAT moves its end. */
static void
take_hours (const PltSheetFacts *sheet, PltDayFacts *day)
{
  gint64 start = day->start_minutes;

  if (has_flag (sheet->typed, "pat") && sheet->pat_minutes != PLT_UNKNOWN)
    {
      day->start_minutes = sheet->pat_minutes;
      if (day->end_minutes != PLT_UNKNOWN && start != PLT_UNKNOWN)
        day->end_minutes = MAX (day->end_minutes + sheet->pat_minutes - start, 0);
    }
  if (has_flag (sheet->typed, "meal"))
    day->meal_minutes = sheet->meal_minutes;
  if (has_flag (sheet->typed, "end"))
    day->end_minutes = sheet->end_minutes;
}

static void
follow_text (PltBatch *batch,
             gboolean *begun,
             const PltCallFacts *call,
             const char *column,
             const char *before,
             const char *after)
{
  if (after == NULL || strcmp (before != NULL ? before : "", after) == 0)
    return;
  if (!*begun)
    plt_batch_update (batch, "call", call->id);
  *begun = TRUE;
  plt_batch_set_text (batch, column, after);
}

static void
follow_call (const PltCallFacts *call,
             const PltCallDraft *draft,
             const PltCallee *callee,
             PltBatch *batch)
{
  gboolean begun = FALSE;

  follow_text (batch, &begun, call, "sequences", call->sequences, draft->sequences);
  if (draft->element != NULL)
    follow_text (batch, &begun, call, "costume", call->costume, draft->costume);
  for (guint i = 0; i < PLT_N_CALL_HOURS; i++)
    if ((callee->typed & plt_call_hours[i].hour) == 0
        && plt_callee_hour (callee, plt_call_hours[i].hour) != PLT_UNKNOWN)
      plt_call_change_clock (batch, &begun, call, plt_call_hours[i].column,
                             plt_callee_hour (callee, plt_call_hours[i].hour));
}

static gboolean
holds (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Calls of roles that the day no longer has, where nothing was typed. Somebody who was added by
 * hand, without a role, stays. */
static void
drop_calls (const PltFacts *facts, gint64 sheet, GHashTable *taken, PltBatch *batch)
{
  for (guint i = 0; i < facts->calls.n; i++)
    {
      const PltCallFacts *call = &facts->calls.items[i];

      if (call->call_sheet == sheet && call->role != 0 && !g_hash_table_contains (taken, call)
          && !holds (call->typed) && !holds (call->remark) && !holds (call->place)
          && !holds (call->pickup_place))
        plt_batch_delete (batch, "call", call->id);
    }
}

/* What the plan gives the sheet, where it is not what stands there. The type of the day was chosen
 * by somebody, perhaps: it stays as long as the hours it comes from. */
static void
follow_sheet (const Maker *self, const PltSheetFacts *sheet, gint64 meal)
{
  const struct
  {
    const char *column, *flag;
    gint64 before, after;
  } hours[] = {
    { "crew_minutes", "crew", sheet->crew_minutes, crew_call (self->pat) },
    { "pat_minutes", "pat", sheet->pat_minutes, self->pat },
    { "meal_minutes", "meal", sheet->meal_minutes, meal },
    { "end_minutes", "end", sheet->end_minutes, self->end },
  };
  gint64 number = (gint64) self->day->number;
  gboolean begun = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    {
      if (hours[i].before == hours[i].after || has_flag (sheet->typed, hours[i].flag))
        continue;
      if (!begun)
        {
          plt_batch_update (self->batch, "call_sheet", sheet->id);
          plt_batch_set_text (self->batch, "day_type", type_of_day (self));
        }
      begun = TRUE;
      plt_call_set_clock (self->batch, hours[i].column, hours[i].after);
    }
  if (sheet->number == number)
    return;
  if (!begun)
    plt_batch_update (self->batch, "call_sheet", sheet->id);
  plt_batch_set_integer (self->batch, "number", number);
}

/**
 * plt_callsheet_follow:
 * @facts: the production
 * @plan: the plan that holds its day
 * @sheet: a call sheet
 * @batch: where to add
 */
void
plt_callsheet_follow (const PltFacts *facts, const PltPlan *plan, gint64 sheet, PltBatch *batch)
{
  const PltSheetFacts *row = PLT_FACTS_FIND (facts->sheets, PltSheetFacts, sheet);
  const PltDayPlan *day = row != NULL ? find_day (plan, row->day) : NULL;
  g_autoptr (GPtrArray) drafts
      = g_ptr_array_new_with_free_func ((GDestroyNotify) plt_call_draft_free);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GPtrArray) calls = g_ptr_array_new ();
  g_autoptr (PltCallDay) hours = NULL;
  Maker maker = { facts, day, batch, sheet, PLT_UNKNOWN, PLT_UNKNOWN };
  PltSheetFacts moved_sheet;
  PltDayPlan moved_plan;
  PltDayFacts moved_day;

  if (day == NULL || strcmp (row->status, "envoyee") == 0 || strcmp (row->status, "remplacee") == 0)
    return;
  moved_plan = *day;
  moved_day = *day->day;
  moved_plan.day = &moved_day;
  take_hours (row, &moved_day);
  maker.pat = moved_day.start_minutes;
  maker.end = moved_day.end_minutes;
  follow_sheet (&maker, row, moved_day.meal_minutes);
  moved_sheet = *row;
  if (!has_flag (row->typed, "crew"))
    moved_sheet.crew_minutes = crew_call (maker.pat);
  hours = plt_call_day_of_plan (facts, plan, &moved_plan, &moved_sheet, drafts);
  for (guint i = 0; i < drafts->len; i++)
    {
      const PltCallFacts *call = match (facts, sheet, drafts->pdata[i], taken);

      g_ptr_array_add (calls, (gpointer) call);
      if (call != NULL)
        take_typed (call, plt_call_day_get (hours, i));
    }
  plt_call_day_solve (hours);
  for (guint i = 0; i < drafts->len; i++)
    if (calls->pdata[i] == NULL)
      insert_call (&maker, hours, drafts->pdata[i], i);
    else
      follow_call (calls->pdata[i], drafts->pdata[i], plt_call_day_get (hours, i), batch);
  drop_calls (facts, sheet, taken, batch);
  plt_call_day_write_rides (facts, hours, batch);
}
