#include "plt-hours-propose.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-call-day.h"
#include "plt-callsheet.h"
#include "plt-error.h"
#include "plt-rules.h"

/* The hours of a row that can follow something, in the order of the struct below. */
static const struct
{
  const char *column;
  gsize offset;
  guint typed;
} fields[] = {
  { "leave_minutes", G_STRUCT_OFFSET (PltHoursFacts, leave_minutes), PLT_HOURS_TYPED_START },
  { "start_minutes", G_STRUCT_OFFSET (PltHoursFacts, start_minutes), PLT_HOURS_TYPED_START },
  { "meal_minutes", G_STRUCT_OFFSET (PltHoursFacts, meal_minutes), PLT_HOURS_TYPED_MEAL },
  { "meal_end_minutes", G_STRUCT_OFFSET (PltHoursFacts, meal_end_minutes), PLT_HOURS_TYPED_MEAL },
  { "second_meal_minutes", G_STRUCT_OFFSET (PltHoursFacts, second_meal_minutes),
    PLT_HOURS_TYPED_MEAL },
  { "second_meal_end_minutes", G_STRUCT_OFFSET (PltHoursFacts, second_meal_end_minutes),
    PLT_HOURS_TYPED_MEAL },
  { "end_minutes", G_STRUCT_OFFSET (PltHoursFacts, end_minutes), PLT_HOURS_TYPED_END },
  { "back_minutes", G_STRUCT_OFFSET (PltHoursFacts, back_minutes), PLT_HOURS_TYPED_END },
  { "travel_minutes", G_STRUCT_OFFSET (PltHoursFacts, travel_minutes), PLT_HOURS_TYPED_TRAVEL },
};

#define FIELD(row, i) G_STRUCT_MEMBER (gint64, row, fields[i].offset)

typedef struct
{
  const PltFacts *facts;
  const PltPlan *plan;
  const PltDayFacts *day;
  const PltSheetFacts *sheet;   /* (nullable) */
  const PltReportFacts *report; /* (nullable) */
  gint64 meal_length;
  GArray *targets;   /* PltHoursFacts: what a row should say */
  GHashTable *index; /* person -> index + 1 */
} Proposal;

const PltReportFacts *
plt_hours_report (const PltFacts *facts, const PltDayFacts *day)
{
  gint64 unit = day->unit == PLT_UNKNOWN ? 1 : day->unit;

  for (guint i = 0; i < facts->reports.n; i++)
    if (facts->reports.items[i].day == day->id)
      return &facts->reports.items[i];
  for (guint i = 0; i < facts->reports.n; i++)
    {
      const PltReportFacts *report = &facts->reports.items[i];

      if (report->date == day->date && report->day == 0
          && (report->unit == PLT_UNKNOWN ? 1 : report->unit) == unit)
        return report;
    }
  return NULL;
}

/* ---- what was planned ---- */

static void
set_meal (const Proposal *self, PltHoursFacts *row)
{
  gint64 meal = self->sheet != NULL && self->sheet->meal_minutes != PLT_UNKNOWN
                    ? self->sheet->meal_minutes
                    : self->day->meal_minutes;
  gint64 end = self->sheet != NULL ? self->sheet->meal_end_minutes : PLT_UNKNOWN;

  if (meal == PLT_UNKNOWN)
    return;
  if (end == PLT_UNKNOWN && self->meal_length != PLT_UNKNOWN)
    end = meal + self->meal_length;
  if (end == PLT_UNKNOWN || meal < row->start_minutes || end > row->end_minutes)
    return;
  row->meal_minutes = meal;
  row->meal_end_minutes = end;
}

static void
add_target (Proposal *self, gint64 person, gint64 pickup, gint64 arrival, gint64 pat, gint64 end)
{
  const PltEngagementFacts *engagement
      = plt_hours_engagement (self->facts, person, self->day->date);
  PltHoursFacts row = { .person = person,
                        .date = self->day->date,
                        .kind = "tournage",
                        .engagement = engagement != NULL ? engagement->id : 0,
                        .day = self->day->id };

  if (person == 0 || g_hash_table_contains (self->index, GSIZE_TO_POINTER (person)))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    FIELD (&row, i) = PLT_UNKNOWN;
  row.start_minutes = arrival != PLT_UNKNOWN ? arrival : pat;
  row.end_minutes = end != PLT_UNKNOWN ? end
                    : self->sheet != NULL && self->sheet->end_minutes != PLT_UNKNOWN
                        ? self->sheet->end_minutes
                        : self->day->end_minutes;
  if (row.start_minutes == PLT_UNKNOWN)
    return;
  if (pickup != PLT_UNKNOWN && pickup < row.start_minutes)
    {
      row.leave_minutes = pickup;
      row.travel_minutes = 2 * (row.start_minutes - pickup); /* there and back */
    }
  if (row.end_minutes != PLT_UNKNOWN)
    set_meal (self, &row);
  g_array_append_val (self->targets, row);
  g_hash_table_insert (self->index, GSIZE_TO_POINTER (person),
                       GUINT_TO_POINTER (self->targets->len));
}

static const PltDayPlan *
day_of_plan (const Proposal *self)
{
  for (guint i = 0; i < self->plan->days->len; i++)
    if (((const PltDayPlan *) self->plan->days->pdata[i])->day->id == self->day->id)
      return self->plan->days->pdata[i];
  return NULL;
}

static void
add_from_plan (Proposal *self)
{
  const PltDayPlan *day = day_of_plan (self);
  g_autoptr (GPtrArray) drafts
      = g_ptr_array_new_with_free_func ((GDestroyNotify) plt_call_draft_free);
  g_autoptr (PltCallDay) hours = NULL;

  if (day == NULL || day->number == 0)
    return;
  hours = plt_call_day_of_plan (self->facts, self->plan, day, NULL, drafts);
  for (guint i = 0; i < drafts->len; i++)
    {
      const PltCallDraft *draft = drafts->pdata[i];
      const PltCallee *callee = plt_call_day_get (hours, i);

      if (draft->person != NULL)
        add_target (self, draft->person->id, callee->pickup, callee->arrival, callee->pat,
                    callee->end);
    }
}

static void
add_planned (Proposal *self)
{
  const PltFacts *facts = self->facts;

  if (self->sheet == NULL)
    {
      add_from_plan (self);
      return;
    }
  for (guint i = 0; i < facts->calls.n; i++)
    {
      const PltCallFacts *call = &facts->calls.items[i];

      if (call->call_sheet == self->sheet->id)
        add_target (self, call->person, call->pickup_minutes, call->arrival_minutes,
                    call->pat_minutes, call->end_minutes);
    }
}

/* ---- what really was ---- */

/* A child comes and leaves by the log. */
static void
follow_log (const Proposal *self, PltHoursFacts *row)
{
  for (guint i = 0; i < self->facts->log.n; i++)
    {
      const PltLogFacts *entry = &self->facts->log.items[i];

      if (entry->day_report != self->report->id || entry->person != row->person
          || entry->start_minutes == PLT_UNKNOWN)
        continue;
      if (strcmp (entry->kind, "enfant-arrive") == 0)
        row->start_minutes = entry->start_minutes;
      else if (strcmp (entry->kind, "enfant-part") == 0)
        row->end_minutes = entry->start_minutes;
    }
}

static void
follow_report (const Proposal *self, PltHoursFacts *row)
{
  const PltReportFacts *report = self->report;
  gint64 crew = self->sheet != NULL ? self->sheet->crew_minutes : PLT_UNKNOWN;
  gint64 wrap = self->sheet != NULL && self->sheet->end_minutes != PLT_UNKNOWN
                    ? self->sheet->end_minutes
                    : self->day->end_minutes;

  if (report->crew_minutes != PLT_UNKNOWN && crew != PLT_UNKNOWN && row->start_minutes == crew)
    row->start_minutes = report->crew_minutes;
  if (report->end_minutes != PLT_UNKNOWN
      && (row->end_minutes == PLT_UNKNOWN || wrap == PLT_UNKNOWN || row->end_minutes >= wrap
          || row->end_minutes > report->end_minutes))
    row->end_minutes = report->end_minutes;
  follow_log (self, row);
  if (report->meal_minutes != PLT_UNKNOWN && report->meal_end_minutes != PLT_UNKNOWN)
    {
      row->meal_minutes = report->meal_minutes;
      row->meal_end_minutes = report->meal_end_minutes;
    }
  if (report->second_meal_minutes != PLT_UNKNOWN && report->second_meal_end_minutes != PLT_UNKNOWN)
    {
      row->second_meal_minutes = report->second_meal_minutes;
      row->second_meal_end_minutes = report->second_meal_end_minutes;
    }
  /* a meal that somebody was not there for */
  if (row->end_minutes != PLT_UNKNOWN && row->meal_minutes != PLT_UNKNOWN
      && (row->meal_minutes < row->start_minutes || row->meal_end_minutes > row->end_minutes))
    row->meal_minutes = row->meal_end_minutes = PLT_UNKNOWN;
  if (row->end_minutes != PLT_UNKNOWN && row->second_meal_minutes != PLT_UNKNOWN
      && row->second_meal_end_minutes > row->end_minutes)
    row->second_meal_minutes = row->second_meal_end_minutes = PLT_UNKNOWN;
}

/* ---- writing ---- */

static const PltHoursFacts *
existing_row (const Proposal *self, gint64 person)
{
  for (guint i = 0; i < self->facts->hours.n; i++)
    {
      const PltHoursFacts *row = &self->facts->hours.items[i];

      if (row->person == person && row->date == self->day->date
          && strcmp (row->kind, "tournage") == 0)
        return row;
    }
  return NULL;
}

static gboolean
has_other_row (const Proposal *self, gint64 person)
{
  for (guint i = 0; i < self->facts->hours.n; i++)
    if (self->facts->hours.items[i].person == person
        && self->facts->hours.items[i].date == self->day->date)
      return TRUE;
  return FALSE;
}

static guint
insert_row (const PltHoursFacts *target, PltHoursState state, PltBatch *batch)
{
  plt_batch_insert (batch, "work_hours");
  plt_batch_set_integer (batch, "person", target->person);
  plt_batch_set_date (batch, "date", target->date);
  plt_batch_set_text (batch, "kind", target->kind);
  if (target->engagement != 0)
    plt_batch_set_integer (batch, "engagement", target->engagement);
  plt_batch_set_integer (batch, "day", target->day);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (FIELD (target, i) != PLT_UNKNOWN)
      plt_batch_set_integer (batch, fields[i].column, FIELD (target, i));
  plt_batch_set_text (batch, "status", plt_hours_state_id (state));
  return 1;
}

static guint
update_row (const PltHoursFacts *row,
            const PltHoursFacts *target,
            PltHoursState state,
            PltBatch *batch)
{
  guint typed = plt_hours_typed (row->typed);
  gboolean changed = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if ((typed & fields[i].typed) != 0 || FIELD (row, i) == FIELD (target, i))
        continue;
      if (!changed)
        plt_batch_update (batch, "work_hours", row->id);
      changed = TRUE;
      plt_batch_set_known (batch, fields[i].column, FIELD (target, i));
    }
  if (plt_hours_state (row) != state)
    {
      if (!changed)
        plt_batch_update (batch, "work_hours", row->id);
      changed = TRUE;
      plt_batch_set_text (batch, "status", plt_hours_state_id (state));
    }
  return changed;
}

static guint
write_targets (const Proposal *self, PltHoursSource source, gboolean again, PltBatch *batch)
{
  PltHoursState state = source == PLT_HOURS_FROM_REPORT ? PLT_HOURS_CORRECTED : PLT_HOURS_PLANNED;
  guint n = 0;

  for (guint i = 0; i < self->targets->len; i++)
    {
      const PltHoursFacts *target = &g_array_index (self->targets, PltHoursFacts, i);
      const PltHoursFacts *row = existing_row (self, target->person);
      PltHoursState now = row != NULL ? plt_hours_state (row) : PLT_HOURS_PLANNED;

      if (row == NULL)
        {
          if (!has_other_row (self, target->person))
            n += insert_row (target, state, batch);
          continue;
        }
      if (now >= PLT_HOURS_APPROVED
          || (source == PLT_HOURS_FROM_SHEET && now == PLT_HOURS_CORRECTED && !again))
        continue;
      n += update_row (
          row, target,
          source == PLT_HOURS_FROM_SHEET && plt_hours_typed (row->typed) != 0 ? now : state, batch);
    }
  return n;
}

static gboolean
is_wanted (const gint64 *people, guint n, gint64 person)
{
  for (guint i = 0; i < n; i++)
    if (people[i] == person)
      return TRUE;
  return people == NULL;
}

guint
plt_hours_propose (const PltFacts *facts,
                   const PltPlan *plan,
                   gint64 day,
                   PltHoursSource source,
                   gboolean again,
                   const gint64 *people,
                   guint n_people,
                   PltBatch *batch)
{
  g_autoptr (PltRules) rules = NULL;
  Proposal self = { .facts = facts, .plan = plan };
  guint n = 0;

  g_return_val_if_fail (facts != NULL && plan != NULL && batch != NULL, 0);

  self.day = PLT_FACTS_FIND (facts->days, PltDayFacts, day);
  if (self.day == NULL || self.day->date == PLT_DATE_NONE)
    return 0;
  self.sheet = plt_callsheet_of_day (facts, day);
  self.report = plt_hours_report (facts, self.day);
  if (source == PLT_HOURS_FROM_REPORT && self.report == NULL)
    return 0;
  rules = plt_rules_new (facts);
  self.meal_length = plt_rules_get (rules, "usage", "repas-duree", NULL);
  self.targets = g_array_new (FALSE, TRUE, sizeof (PltHoursFacts));
  self.index = g_hash_table_new (NULL, NULL);
  add_planned (&self);
  for (guint i = self.targets->len; i > 0; i--)
    {
      PltHoursFacts *target = &g_array_index (self.targets, PltHoursFacts, i - 1);

      if (!is_wanted (people, n_people, target->person))
        g_array_remove_index (self.targets, i - 1);
      else if (source == PLT_HOURS_FROM_REPORT)
        follow_report (&self, target);
    }
  n = write_targets (&self, source, again, batch);
  g_array_unref (self.targets);
  g_hash_table_unref (self.index);
  return n;
}

/* ---- by hand ---- */

static gboolean
refuse_closed (const PltHoursFacts *row, GError **error)
{
  if (plt_hours_state (row) < PLT_HOURS_APPROVED)
    return FALSE;
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                       plt_hours_state (row) == PLT_HOURS_SIGNED
                           ? _ ("These hours are signed: open them again before changing them.")
                           : _ ("These hours are approved: open them again before changing them."));
  return TRUE;
}

static guint
typed_by (const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (fields[i].column, column) == 0)
      return fields[i].typed;
  return 0;
}

gboolean
plt_hours_type (
    const PltHoursFacts *row, const char *column, gint64 value, PltBatch *batch, GError **error)
{
  guint typed = plt_hours_typed (row->typed), flag = typed_by (column);
  g_autofree char *flags = NULL;

  g_return_val_if_fail (row != NULL && column != NULL && batch != NULL, FALSE);

  if (refuse_closed (row, error))
    return FALSE;
  typed = value == PLT_UNKNOWN ? typed & ~flag : typed | flag;
  flags = plt_hours_typed_text (typed);
  plt_batch_update (batch, "work_hours", row->id);
  plt_batch_set_known (batch, column, value);
  if (g_strcmp0 (flags, row->typed) != 0)
    plt_batch_set_text (batch, "typed", flags);
  if (plt_hours_state (row) == PLT_HOURS_PLANNED)
    plt_batch_set_text (batch, "status", plt_hours_state_id (PLT_HOURS_CORRECTED));
  return TRUE;
}

gboolean
plt_hours_set_state (const PltHoursFacts *const *rows,
                     guint n_rows,
                     PltHoursState state,
                     PltDate today,
                     PltBatch *batch,
                     GError **error)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *why = plt_hours_row_error (rows[i]);
      g_autofree char *date = plt_date_format_short (rows[i]->date);

      if (state >= PLT_HOURS_APPROVED && why != NULL)
        {
          g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                       _ ("The hours of %s cannot be approved or signed: %s"), date, why);
          return FALSE;
        }
    }
  for (guint i = 0; i < n_rows; i++)
    {
      if (plt_hours_state (rows[i]) == state)
        continue;
      plt_batch_update (batch, "work_hours", rows[i]->id);
      plt_batch_set_text (batch, "status", plt_hours_state_id (state));
      if (state == PLT_HOURS_SIGNED)
        plt_batch_set_date (batch, "signed_date", today);
      else if (rows[i]->signed_date != PLT_DATE_NONE)
        plt_batch_set_null (batch, "signed_date");
    }
  return TRUE;
}
