#include "plt-plan-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-plan-acts.h"

struct _PltPlanModel
{
  GObject parent_instance;

  PltSession *session;
  PltBoardState *state;
  PltBoardWhatIf *what_if; /* made when it is first asked; lives as long as the facts */
};

static void plt_plan_model_board_init (PltBoardModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltPlanModel,
                               plt_plan_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_BOARD_MODEL,
                                                      plt_plan_model_board_init))

enum
{
  OPEN,
  ADD_DAYS,
  ASK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static PltBoardState *
compute (PltPlanModel *self)
{
  return plt_board_state_new (plt_session_get_facts (self->session),
                              plt_session_get_plan (self->session),
                              plt_session_get_issues (self->session));
}

static void
on_session_changed (PltPlanModel *self)
{
  g_clear_pointer (&self->what_if, plt_board_what_if_free);
}

PltPlanModel *
plt_plan_model_new (PltSession *session)
{
  PltPlanModel *self;

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self = g_object_new (PLT_TYPE_PLAN_MODEL, NULL);
  self->session = g_object_ref (session);
  self->state = compute (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
plt_plan_model_refresh (PltPlanModel *self)
{
  g_autoptr (PltBoardState) before = NULL;

  g_return_if_fail (PLT_IS_PLAN_MODEL (self));

  g_clear_pointer (&self->what_if, plt_board_what_if_free);
  before = g_steal_pointer (&self->state);
  self->state = compute (self);
  plt_board_model_changed (PLT_BOARD_MODEL (self));
}

/* ---- reading ---- */

static const PltBoardState *
get_state (PltBoardModel *model)
{
  return PLT_PLAN_MODEL (model)->state;
}

static gboolean
is_editable (PltBoardModel *model)
{
  return !plt_session_is_read_only (PLT_PLAN_MODEL (model)->session);
}

static PltBoardPreview *
preview (PltBoardModel *model, const PltBoardMove *move)
{
  PltPlanModel *self = PLT_PLAN_MODEL (model);

  if (self->what_if == NULL)
    self->what_if = plt_board_what_if_new (plt_session_get_facts (self->session), self->state,
                                           plt_session_get_budget_id (self->session));
  return plt_board_what_if_move (self->what_if, move);
}

static void
hover (PltBoardModel *model, const PltBoardPreview *found)
{
  PltPlanModel *self = PLT_PLAN_MODEL (model);
  PltFigures figures;

  if (found == NULL || found->refusal != NULL)
    {
      plt_session_preview (self->session, NULL);
      return;
    }
  figures = plt_session_get_figures (self->session);
  figures.days = found->n_shooting_days;
  figures.budget = found->total;
  plt_session_preview (self->session, &figures);
}

/* ---- writing ---- */

/* Applies as one command, nothing when there is nothing. Handles in `keys` become ids. */
static gboolean
apply (PltPlanModel *self, const char *label, const PltBatch *batch, GArray *keys, GError **error)
{
  g_autoptr (GArray) ids = NULL;

  if (plt_batch_get_n_edits (batch) == 0)
    return TRUE;
  if (!plt_store_apply (plt_session_get_store (self->session), label, NULL, batch, &ids, error))
    return FALSE;
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      gint64 *key = &g_array_index (keys, gint64, i);

      if (*key < 0 && ids != NULL && (guint) (-*key) <= ids->len)
        *key = g_array_index (ids, gint64, (guint) (-*key) - 1);
    }
  return TRUE;
}

static char *
describe_strips (PltPlanModel *self, const gint64 *keys, guint n_keys)
{
  const PltBoardStrip *strip = n_keys > 0 ? plt_board_state_find (self->state, keys[0]) : NULL;

  if (n_keys == 1 && strip != NULL)
    return plt_board_strip_title (strip);
  return g_strdup_printf (ngettext ("%u strip", "%u strips", n_keys), n_keys);
}

static gboolean
move (PltBoardModel *model, const PltBoardMove *what, GArray **keys, GError **error)
{
  PltPlanModel *self = PLT_PLAN_MODEL (model);
  const PltBoardLane *lane = plt_board_state_lane (self->state, what->to.lane);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) moved = NULL;
  g_autofree char *strips = NULL;
  g_autofree char *day = NULL;
  g_autofree char *label = NULL;

  if (!plt_board_move_apply (self->state, what, batch, &moved, error))
    return FALSE;
  strips = describe_strips (self, what->keys, what->n_keys);
  day = plt_board_lane_title (lane);
  /* Translators: what is moved ("sequence 12", "3 strips"), then the day ("J3 · mer. 12 mai") */
  label = g_strdup_printf (_ ("Move %s to %s"), strips, day);
  if (!apply (self, label, batch, moved, error))
    return FALSE;
  *keys = g_steal_pointer (&moved);
  return TRUE;
}

static void
offer_undo (PltPlanModel *self, const char *text)
{
  plt_session_toast (self->session, text, _ ("Undo"), "win.undo");
}

static gboolean
to_pool (PltPlanModel *self, const PltBoardTarget *target, GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *strips = describe_strips (self, target->keys, target->n_keys);
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  guint n_deleted;

  if (!plt_board_send_to_pool (self->state, target->keys, target->n_keys, batch, &n_deleted, error))
    return FALSE;
  if (n_deleted == target->n_keys)
    {
      label = g_strdup_printf (_ ("Delete %s"), strips);
      text = g_strdup_printf (_ ("Deleted: %s."), strips);
    }
  else
    {
      label = g_strdup_printf (_ ("Take %s off the day"), strips);
      text = g_strdup_printf (_ ("Back to what is to place: %s."), strips);
    }
  if (!apply (self, label, batch, NULL, error))
    return FALSE;
  offer_undo (self, text);
  return TRUE;
}

static gboolean
split (PltPlanModel *self, const PltBoardTarget *target, GError **error)
{
  const PltBoardStrip *strip
      = plt_board_state_strip (self->state, target->at.lane, target->at.index);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;

  if (!plt_board_split (self->state, strip != NULL ? strip->key : 0, batch, error))
    return FALSE;
  label = g_strdup_printf (_ ("Shoot sequence %s in several parts"), strip->number);
  return apply (self, label, batch, NULL, error);
}

/* Locks when something selected is not locked, else unlocks. */
static gboolean
lock (PltPlanModel *self, const PltBoardTarget *target, GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *strips = NULL;
  g_autofree char *label = NULL;
  gboolean locked = FALSE;

  if (target->n_keys == 0 && target->first_day > 0)
    return plt_plan_act_lock_days (self->session, self->state, target, error);
  for (guint i = 0; i < target->n_keys; i++)
    locked = locked || !plt_board_state_find (self->state, target->keys[i])->locked;
  strips = describe_strips (self, target->keys, target->n_keys);
  label = g_strdup_printf (locked ? _ ("Lock %s") : _ ("Unlock %s"), strips);
  return plt_board_lock_strips (self->state, target->keys, target->n_keys, locked, batch, error)
         && apply (self, label, batch, NULL, error);
}

/* The new banner becomes what is selected, to be named at once. */
static gboolean
insert_banner (PltPlanModel *self,
               PltBoardStripKind kind,
               const PltBoardTarget *target,
               GArray **keys,
               GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) new_keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 handle = -1;
  const char *label = kind == PLT_BOARD_MOVE_BANNER   ? _ ("Insert a company move")
                      : kind == PLT_BOARD_MEAL_BANNER ? _ ("Insert a meal")
                                                      : _ ("Insert a note");

  g_array_append_val (new_keys, handle);
  if (!plt_board_insert_banner (self->state, kind, target->at, batch, error)
      || !apply (self, label, batch, new_keys, error))
    return FALSE;
  *keys = g_steal_pointer (&new_keys);
  return TRUE;
}

static gboolean
swap (PltPlanModel *self, int at, int step, GError **error)
{
  const PltBoardLane *one = plt_board_state_lane (self->state, at);
  const PltBoardLane *two = plt_board_state_lane (self->state, at + step);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;

  if (!plt_board_swap_days (self->state, plt_session_get_facts (self->session), at, at + step,
                            batch, error))
    return FALSE;
  /* Translators: two days, "J3" and "J4" */
  label = g_strdup_printf (_ ("Exchange %s and %s"), one->name, two->name);
  return apply (self, label, batch, NULL, error);
}

static gboolean
sort_lane (PltPlanModel *self, int at, PltBoardSort by, GError **error)
{
  const PltBoardLane *lane = plt_board_state_lane (self->state, at);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *title = plt_board_lane_title (lane);
  g_autofree char *label = at == PLT_BOARD_POOL ? g_strdup (_ ("Sort what is to place"))
                                                : g_strdup_printf (_ ("Sort %s"), title);

  return plt_board_sort (self->state, at, by, batch, error)
         && apply (self, label, batch, NULL, error);
}

static void
open_form (PltPlanModel *self, const PltBoardTarget *target)
{
  const PltBoardStrip *strip
      = plt_board_state_strip (self->state, target->at.lane, target->at.index);
  const PltBoardLane *lane = plt_board_state_lane (self->state, target->at.lane);

  if (strip != NULL && strip->id != 0)
    g_signal_emit (self, signals[OPEN], 0, "strip", strip->id);
  else if (strip != NULL)
    g_signal_emit (self, signals[OPEN], 0, "sequence", strip->sequence);
  else if (lane->day != 0)
    g_signal_emit (self, signals[OPEN], 0, "shooting_day", lane->day);
}

/* Somebody who can open a dialog is asked. */
static gboolean
ask (PltPlanModel *self, PltBoardAct what, const PltBoardTarget *target, GError **error)
{
  if (self->state->frozen != NULL)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CONFLICT, self->state->frozen);
      return FALSE;
    }
  g_signal_emit (self, signals[ASK], 0, (int) what, target);
  return TRUE;
}

static gboolean
act (PltBoardModel *model,
     PltBoardAct what,
     const PltBoardTarget *target,
     GArray **keys,
     GError **error)
{
  PltPlanModel *self = PLT_PLAN_MODEL (model);

  if (what >= PLT_BOARD_ACT_STATUS && what <= PLT_BOARD_ACT_LAST_STATUS
      && what != PLT_BOARD_ACT_STATUS + PLT_SHOOT_PARTLY)
    return plt_plan_act_status (self->session, self->state, target,
                                (PltShootStatus) (what - PLT_BOARD_ACT_STATUS), error);
  switch ((guint) what)
    {
    case PLT_BOARD_ACT_OPEN:
      open_form (self, target);
      return TRUE;
    case PLT_BOARD_ACT_DELETE:
      if (target->n_keys == 0 && target->first_day > 0)
        return plt_plan_act_delete_days (self->session, self->state, target, error);
      return to_pool (self, target, error);
    case PLT_BOARD_ACT_TO_POOL:
      return to_pool (self, target, error);
    case PLT_BOARD_ACT_SPLIT:
      return split (self, target, error);
    case PLT_BOARD_ACT_LOCK:
      return lock (self, target, error);
    case PLT_BOARD_ACT_INSERT_MOVE:
      return insert_banner (self, PLT_BOARD_MOVE_BANNER, target, keys, error);
    case PLT_BOARD_ACT_INSERT_MEAL:
      return insert_banner (self, PLT_BOARD_MEAL_BANNER, target, keys, error);
    case PLT_BOARD_ACT_INSERT_NOTE:
      return insert_banner (self, PLT_BOARD_NOTE_BANNER, target, keys, error);
    case PLT_BOARD_ACT_SWAP_UP:
      return swap (self, target->at.lane, -1, error);
    case PLT_BOARD_ACT_SWAP_DOWN:
      return swap (self, target->at.lane, 1, error);
    case PLT_BOARD_ACT_SORT_NUMBER:
      return sort_lane (self, target->at.lane, PLT_BOARD_SORT_NUMBER, error);
    case PLT_BOARD_ACT_SORT_SET:
      return sort_lane (self, target->at.lane, PLT_BOARD_SORT_SET, error);
    case PLT_BOARD_ACT_SORT_EFFECT:
      return sort_lane (self, target->at.lane, PLT_BOARD_SORT_EFFECT, error);
    case PLT_BOARD_ACT_ADD_DAYS:
      g_signal_emit (self, signals[ADD_DAYS], 0);
      return TRUE;
    case PLT_BOARD_ACT_STATUS + PLT_SHOOT_PARTLY:
    case PLT_BOARD_ACT_DAY_DONE:
    case PLT_BOARD_ACT_SHIFT_DAYS:
      return ask (self, what, target, error);
    case PLT_BOARD_ACT_ADD_UNIT:
    case PLT_BOARD_ACT_DUPLICATE_DAY:
    case PLT_BOARD_ACT_INSERT_REST:
    case PLT_BOARD_ACT_SORT_DAYS:
      return plt_plan_act_days (self->session, self->state, what, target, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
plt_plan_model_board_init (PltBoardModelInterface *iface)
{
  iface->get_state = get_state;
  iface->is_editable = is_editable;
  iface->preview = preview;
  iface->hover = hover;
  iface->move = move;
  iface->act = act;
}

static void
plt_plan_model_dispose (GObject *object)
{
  PltPlanModel *self = PLT_PLAN_MODEL (object);

  g_clear_pointer (&self->what_if, plt_board_what_if_free);
  g_clear_pointer (&self->state, plt_board_state_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plt_plan_model_parent_class)->dispose (object);
}

static void
plt_plan_model_class_init (PltPlanModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_plan_model_dispose;
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
  signals[ADD_DAYS] = g_signal_new ("add-days", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ASK] = g_signal_new ("ask", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_POINTER);
}

static void
plt_plan_model_init (PltPlanModel *self)
{
}
