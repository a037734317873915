#include "plt-call-type.h"

#include <string.h>

#include "plt-call-fields.h"
#include "plt-call-overlay.h"

const PltCallHourColumn plt_call_hours[PLT_N_CALL_HOURS] = {
  { "pickup_minutes", "pickup", PLT_HOUR_PICKUP },
  { "arrival_minutes", "arrival", PLT_HOUR_ARRIVAL },
  { "hmc_minutes", "hmc", PLT_HOUR_HMC },
  { "pat_minutes", "pat", PLT_HOUR_PAT },
  { "end_minutes", "end", PLT_HOUR_END },
  { "dress_start_minutes", "dress", PLT_HOUR_DRESS },
  { "makeup_start_minutes", "makeup", PLT_HOUR_MAKEUP },
  { "hair_start_minutes", "hair", PLT_HOUR_HAIR },
};

const PltCallHourColumn *
plt_call_hour_column (const char *column)
{
  for (guint i = 0; i < PLT_N_CALL_HOURS; i++)
    if (strcmp (plt_call_hours[i].column, column) == 0)
      return &plt_call_hours[i];
  return NULL;
}

gint64
plt_callee_hour (const PltCallee *callee, guint hour)
{
  switch (hour)
    {
    case PLT_HOUR_PICKUP:
      return callee->pickup;
    case PLT_HOUR_ARRIVAL:
      return callee->arrival;
    case PLT_HOUR_HMC:
      return callee->hmc;
    case PLT_HOUR_PAT:
      return callee->pat;
    case PLT_HOUR_END:
      return callee->end;
    case PLT_HOUR_DRESS:
      return callee->starts[PLT_HMC_DRESS];
    case PLT_HOUR_MAKEUP:
      return callee->starts[PLT_HMC_MAKEUP];
    default:
      return callee->starts[PLT_HMC_HAIR];
    }
}

void
plt_call_set_clock (PltBatch *batch, const char *column, gint64 minutes)
{
  if (minutes == PLT_UNKNOWN || minutes < 0)
    plt_batch_set_null (batch, column);
  else
    plt_batch_set_integer (batch, column, minutes);
}

static gint64
stored_hour (const PltCallFacts *call, const char *column)
{
  return G_STRUCT_MEMBER (gint64, call, plt_call_field ("call", column)->offset);
}

void
plt_call_change_clock (
    PltBatch *batch, gboolean *begun, const PltCallFacts *call, const char *column, gint64 minutes)
{
  if (minutes != PLT_UNKNOWN && minutes < 0)
    minutes = PLT_UNKNOWN;
  if (stored_hour (call, column) == minutes)
    return;
  if (!*begun)
    plt_batch_update (batch, "call", call->id);
  *begun = TRUE;
  plt_call_set_clock (batch, column, minutes);
}

/* What a stored hour becomes: it moves as the computed one does. An hour that cannot be computed
 * moves with what it leads to. */
static gint64
moved (gint64 stored, const PltCallee *old, const PltCallee *new, guint hour)
{
  gint64 from = plt_callee_hour (old, hour), to = plt_callee_hour (new, hour);

  if (stored == PLT_UNKNOWN)
    return PLT_UNKNOWN;
  if (from != PLT_UNKNOWN && to != PLT_UNKNOWN)
    return MAX (stored + to - from, 0);
  if (hour == PLT_HOUR_PICKUP && old->arrival != PLT_UNKNOWN && new->arrival != PLT_UNKNOWN)
    return MAX (stored + new->arrival - old->arrival, 0);
  if (old->pat != PLT_UNKNOWN && new->pat != PLT_UNKNOWN)
    return MAX (stored + new->pat - old->pat, 0);
  return stored;
}

void
plt_call_retime (const PltCallFacts *call,
                 const PltCallee *old,
                 const PltCallee *new,
                 PltBatch *batch)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < PLT_N_CALL_HOURS; i++)
    if ((old->typed & plt_call_hours[i].hour) == 0)
      plt_call_change_clock (
          batch, &begun, call, plt_call_hours[i].column,
          moved (stored_hour (call, plt_call_hours[i].column), old, new, plt_call_hours[i].hour));
}

/* ---- one that is typed ---- */

/* The flags with `hour` in or out, in the order of the choices. */
static char *
flags_with (guint typed, guint hour, gboolean in)
{
  GString *text = g_string_new (NULL);

  typed = in ? typed | hour : typed & ~hour;
  for (guint i = 0; i < PLT_N_CALL_HOURS; i++)
    if ((typed & plt_call_hours[i].hour) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", plt_call_hours[i].flag);
  return g_string_free (text, FALSE);
}

/* What an hour is that nothing else gives: the PAT and the end. */
static gint64
given_by_plan (const PltFacts *facts,
               const PltPlan *plan,
               const PltSheetFacts *sheet,
               const PltCallFacts *call,
               guint hour)
{
  g_autoptr (GPtrArray) drafts
      = g_ptr_array_new_with_free_func ((GDestroyNotify) plt_call_draft_free);
  g_autoptr (PltCallDay) day = NULL;

  if (hour == PLT_HOUR_END)
    return sheet->end_minutes;
  for (guint i = 0; plan != NULL && i < plan->days->len; i++)
    {
      const PltDayPlan *day_plan = plan->days->pdata[i];

      if (day_plan->day->id == sheet->day)
        day = plt_call_day_of_plan (facts, plan, day_plan, sheet, drafts);
    }
  for (guint i = 0; day != NULL && i < drafts->len; i++)
    {
      const PltCallDraft *draft = drafts->pdata[i];
      const PltCallee *callee = plt_call_day_get (day, i);
      gboolean same = call->role != 0 ? draft->element != NULL && draft->element->id == call->role
                                      : draft->element == NULL && draft->person != NULL
                                            && draft->person->id == call->person;

      if (same && callee->pat != PLT_UNKNOWN)
        return callee->pat;
    }
  return sheet->pat_minutes;
}

static gint64
put_back (gint64 stored, const PltCallee *new, guint hour)
{
  return stored == PLT_UNKNOWN && hour != PLT_HOUR_PICKUP ? plt_callee_hour (new, hour) : stored;
}

/* The hours of the calls of a sheet, as they follow from what `after` says. */
static void
write_moves (const PltFacts *facts,
             const PltFacts *after,
             const PltSheetFacts *sheet,
             gint64 own,
             guint given,
             PltBatch *batch)
{
  g_autoptr (GPtrArray) calls = g_ptr_array_new ();
  g_autoptr (GPtrArray) same = g_ptr_array_new ();
  g_autoptr (PltCallDay) old = plt_call_day_of_sheet (facts, sheet, calls);
  g_autoptr (PltCallDay) new = plt_call_day_of_sheet (
      after, PLT_FACTS_FIND (after->sheets, PltSheetFacts, sheet->id), same);

  plt_call_day_solve (old);
  plt_call_day_solve (new);
  for (guint i = 0; i < calls->len; i++)
    {
      const PltCallFacts *call = calls->pdata[i];
      const PltCallee *from = plt_call_day_get (old, i), *to = plt_call_day_get (new, i);
      gboolean begun = FALSE;

      for (guint j = 0; j < PLT_N_CALL_HOURS; j++)
        {
          guint hour = plt_call_hours[j].hour;
          gint64 stored = stored_hour (call, plt_call_hours[j].column);

          if ((to->typed & hour) != 0 || (call->id == own && hour == given))
            continue;
          stored = moved (stored, from, to, hour);
          if (call->id == own)
            stored = put_back (stored, to, hour);
          plt_call_change_clock (batch, &begun, call, plt_call_hours[j].column, stored);
        }
      if (call->id == own && given != 0 && (to->typed & given) == 0
          && plt_callee_hour (to, given) != PLT_UNKNOWN)
        for (guint j = 0; j < PLT_N_CALL_HOURS; j++)
          if (plt_call_hours[j].hour == given)
            {
              plt_batch_update (batch, "call", own);
              plt_call_set_clock (batch, plt_call_hours[j].column, plt_callee_hour (to, given));
            }
    }
  plt_call_day_write_rides (after, new, batch);
}

gboolean
plt_call_type (const PltFacts *facts,
               const PltPlan *plan,
               gint64 id,
               const char *column,
               gint64 minutes,
               PltBatch *batch)
{
  const PltCallFacts *call = PLT_FACTS_FIND (facts->calls, PltCallFacts, id);
  const PltSheetFacts *sheet
      = call != NULL ? PLT_FACTS_FIND (facts->sheets, PltSheetFacts, call->call_sheet) : NULL;
  const PltCallHourColumn *hour = plt_call_hour_column (column);
  g_autoptr (PltBatch) own = plt_batch_new ();
  g_autoptr (PltCallOverlay) overlay = NULL;
  const PltCallField *field = plt_call_field ("call", column);

  if (sheet == NULL || field == NULL || field->kind != PLT_CALL_FIELD_NUMBER)
    return FALSE;
  plt_batch_update (own, "call", id);
  plt_batch_update (batch, "call", id);
  if (hour != NULL)
    {
      g_autofree char *typed
          = flags_with (plt_call_typed (call->typed), hour->hour, minutes != PLT_UNKNOWN);

      if (minutes == PLT_UNKNOWN && (hour->hour == PLT_HOUR_PAT || hour->hour == PLT_HOUR_END))
        minutes = given_by_plan (facts, plan, sheet, call, hour->hour);
      plt_batch_set_text (own, "typed", typed);
      plt_batch_set_text (batch, "typed", typed);
    }
  plt_call_set_clock (own, column, minutes);
  plt_call_set_clock (batch, column, minutes);
  overlay = plt_call_overlay_new (facts);
  plt_call_overlay_apply (overlay, own);
  write_moves (facts, plt_call_overlay_get (overlay), sheet, id, hour != NULL ? hour->hour : 0,
               batch);
  return TRUE;
}

void
plt_call_resource (
    const PltFacts *facts, gint64 id, const char *column, gint64 value, PltBatch *batch)
{
  const PltSheetFacts *sheet = PLT_FACTS_FIND (facts->sheets, PltSheetFacts, id);
  g_autoptr (PltBatch) own = plt_batch_new ();
  g_autoptr (PltCallOverlay) overlay = plt_call_overlay_new (facts);

  plt_batch_update (own, "call_sheet", id);
  plt_call_set_clock (own, column, value);
  plt_batch_update (batch, "call_sheet", id);
  plt_call_set_clock (batch, column, value);
  plt_call_overlay_apply (overlay, own);
  if (sheet != NULL)
    write_moves (facts, plt_call_overlay_get (overlay), sheet, 0, 0, batch);
}
