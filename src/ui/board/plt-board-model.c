#include "plt-board-model.h"

G_DEFINE_INTERFACE (PltBoardModel, plt_board_model, G_TYPE_OBJECT)

static guint changed_signal;

#define IFACE(self) PLT_BOARD_MODEL_GET_IFACE (self)

static void
plt_board_model_default_init (PltBoardModelInterface *iface)
{
  changed_signal = g_signal_new ("changed", PLT_TYPE_BOARD_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

const PltBoardState *
plt_board_model_get_state (PltBoardModel *self)
{
  return IFACE (self)->get_state (self);
}

gboolean
plt_board_model_is_editable (PltBoardModel *self)
{
  return IFACE (self)->is_editable == NULL || IFACE (self)->is_editable (self);
}

PltBoardPreview *
plt_board_model_preview (PltBoardModel *self, const PltBoardMove *move)
{
  return IFACE (self)->preview != NULL ? IFACE (self)->preview (self, move) : NULL;
}

void
plt_board_model_hover (PltBoardModel *self, const PltBoardPreview *preview)
{
  if (IFACE (self)->hover != NULL)
    IFACE (self)->hover (self, preview);
}

gboolean
plt_board_model_move (PltBoardModel *self, const PltBoardMove *move, GArray **keys, GError **error)
{
  return IFACE (self)->move (self, move, keys, error);
}

gboolean
plt_board_model_act (PltBoardModel *self,
                     PltBoardAct act,
                     const PltBoardTarget *target,
                     GArray **keys,
                     GError **error)
{
  return IFACE (self)->act (self, act, target, keys, error);
}

void
plt_board_model_changed (PltBoardModel *self)
{
  g_signal_emit (self, changed_signal, 0);
}
