#include "plt-plan-acts.h"

#include <glib/gi18n-lib.h>

#include "plt-day-edit.h"

static gboolean
refuse_frozen (const PltBoardState *state, GError **error)
{
  if (state->frozen == NULL)
    return FALSE;
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CONFLICT, state->frozen);
  return TRUE;
}

static void
offer_undo (PltSession *session, const char *text)
{
  plt_session_toast (session, text, _ ("Undo"), "win.undo");
}

/* ---- statuses ---- */

gboolean
plt_plan_apply_statuses (PltSession *session,
                         gint64 schedule,
                         const char *label,
                         const PltStatusChange *changes,
                         guint n_changes,
                         GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();

  if (!plt_statuses_apply (plt_session_get_facts (session), schedule, changes, n_changes, batch,
                           error))
    return FALSE;
  return plt_batch_get_n_edits (batch) == 0
         || plt_store_apply (plt_session_get_store (session), label, NULL, batch, NULL, error);
}

gboolean
plt_plan_act_status (PltSession *session,
                     const PltBoardState *state,
                     const PltBoardTarget *target,
                     PltShootStatus status,
                     GError **error)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, TRUE, sizeof (PltStatusChange));
  g_autofree char *what = NULL;
  g_autofree char *label = NULL;
  g_autofree char *word = g_utf8_strdown (plt_shoot_status_title (status), -1);

  if (refuse_frozen (state, error))
    return FALSE;
  for (guint i = 0; i < target->n_keys; i++)
    {
      const PltBoardStrip *strip = plt_board_state_find (state, target->keys[i]);
      PltStatusChange change = { 0, 0, status, PLT_UNKNOWN };

      if (strip == NULL || strip->kind != PLT_BOARD_SEQUENCE)
        continue;
      change.strip = strip->id;
      change.sequence = strip->sequence;
      g_array_append_val (changes, change);
      if (what == NULL && target->n_keys == 1)
        what = plt_board_strip_title (strip);
    }
  if (changes->len == 0)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                           _ ("Select sequences to say what became of them."));
      return FALSE;
    }
  if (what == NULL)
    what = g_strdup_printf (ngettext ("%u strip", "%u strips", changes->len), changes->len);
  /* Translators: what ("sequence 12", "3 strips"), then a status: "shot", "postponed" */
  label = g_strdup_printf (_ ("Mark %s: %s"), what, word);
  if (!plt_plan_apply_statuses (session, state->schedule, label,
                                (const PltStatusChange *) (gpointer) changes->data, changes->len,
                                error))
    return FALSE;
  if (status != PLT_SHOOT_DONE && status != PLT_SHOOT_TO_DO)
    offer_undo (session, label);
  return TRUE;
}

/* ---- days ---- */

static gboolean
edit_days (PltSession *session,
           PltBoardAct act,
           gint64 schedule,
           gint64 day,
           PltBatch *batch,
           GError **error)
{
  const PltFacts *facts = plt_session_get_facts (session);
  guint rest_days = plt_plan_rest_days (facts, schedule);
  gint64 id;

  if (act == PLT_BOARD_ACT_SORT_DAYS)
    return plt_days_sort (facts, schedule, batch, error);
  if (act == PLT_BOARD_ACT_ADD_UNIT)
    return plt_days_add_unit (facts, day, batch, &id, error);
  if (act == PLT_BOARD_ACT_INSERT_REST)
    return plt_days_insert_rest (facts, day, rest_days, batch, &id, error);
  return plt_days_duplicate (facts, day, rest_days, batch, &id, error);
}

gboolean
plt_plan_act_days (PltSession *session,
                   const PltBoardState *state,
                   PltBoardAct act,
                   const PltBoardTarget *target,
                   GError **error)
{
  const PltBoardLane *lane = plt_board_state_lane (state, target->at.lane);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *title = plt_board_lane_title (lane);
  g_autofree char *label = NULL;

  if (refuse_frozen (state, error)
      || !edit_days (session, act, state->schedule, lane->day, batch, error))
    return FALSE;
  if (act == PLT_BOARD_ACT_SORT_DAYS)
    label = g_strdup (_ ("Put the days in the order of their dates"));
  else
    label = g_strdup_printf (act == PLT_BOARD_ACT_ADD_UNIT      ? _ ("Add a unit on %s")
                             : act == PLT_BOARD_ACT_INSERT_REST ? _ ("Insert a rest after %s")
                                                                : _ ("Duplicate %s"),
                             title);
  if (!plt_store_apply (plt_session_get_store (session), label, NULL, batch, NULL, error))
    return FALSE;
  offer_undo (session, label);
  return TRUE;
}

/* "J3 · mer. 12 mai", or "4 days". */
static char *
describe_days (const PltBoardState *state, const PltBoardTarget *target)
{
  guint n = (guint) (target->last_day - target->first_day + 1);

  if (n == 1)
    return plt_board_lane_title (plt_board_state_lane (state, target->first_day));
  return g_strdup_printf (ngettext ("%u day", "%u days", n), n);
}

gboolean
plt_plan_act_lock_days (PltSession *session,
                        const PltBoardState *state,
                        const PltBoardTarget *target,
                        GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *days = NULL;
  g_autofree char *label = NULL;
  gboolean locked = FALSE;

  if (refuse_frozen (state, error))
    return FALSE;
  for (int i = target->first_day; i <= target->last_day; i++)
    locked = locked || !plt_board_state_lane (state, i)->locked;
  for (int i = target->first_day; i <= target->last_day; i++)
    if (plt_board_state_lane (state, i)->locked != locked
        && !plt_board_lock_day (state, i, batch, error))
      return FALSE;
  days = describe_days (state, target);
  label = g_strdup_printf (locked ? _ ("Lock %s") : _ ("Unlock %s"), days);
  return plt_store_apply (plt_session_get_store (session), label, NULL, batch, NULL, error);
}

gboolean
plt_plan_act_delete_days (PltSession *session,
                          const PltBoardState *state,
                          const PltBoardTarget *target,
                          GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *days = describe_days (state, target);
  g_autofree char *label = g_strdup_printf (_ ("Delete %s"), days);
  g_autofree char *text = g_strdup_printf (_ ("Deleted: %s."), days);

  if (!plt_board_delete_days (state, target->first_day, target->last_day, batch, error))
    return FALSE;
  if (!plt_store_apply (plt_session_get_store (session), label, NULL, batch, NULL, error))
    return FALSE;
  offer_undo (session, text);
  return TRUE;
}
