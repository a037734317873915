#include "plt-callsheet-deliveries.h"

#include <glib/gi18n-lib.h>

#include "plt-call-delivery.h"
#include "plt-today.h"

#define BLOCK "deliveries"

void
plt_callsheet_deliveries_show (PltCallsheetForm *form)
{
  plt_callsheet_form_enter_block (form, BLOCK);
}

void
plt_callsheet_deliveries_propose (PltSession *session, gint64 sheet)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  guint n = plt_call_delivery_propose (plt_session_get_facts (session), sheet, batch);
  g_autofree char *text = NULL;

  if (n == 0)
    {
      plt_session_toast (session, _ ("Everybody who is called is on the list."), NULL, NULL);
      return;
    }
  if (!plt_session_apply (session, _ ("Propose who receives the call sheet"), NULL, batch, NULL))
    return;
  text = g_strdup_printf (ngettext ("%u person is on the list.", "%u people are on the list.", n),
                          n);
  plt_session_toast (session, text, _ ("Undo"), "win.undo");
}

/* Minutes since midnight. */
static gint64
this_hour (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
}

static gboolean
is_focused (PltGrid *grid)
{
  GtkRoot *root = grid != NULL ? gtk_widget_get_root (GTK_WIDGET (grid)) : NULL;
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL
         && (focus == GTK_WIDGET (grid) || gtk_widget_is_ancestor (focus, GTK_WIDGET (grid)));
}

static gboolean
is_selected (PltGrid *grid, gint64 id)
{
  PltGridModel *model = plt_grid_get_model (grid);
  guint first, n;

  if (!plt_grid_get_selected_rows (grid, &first, &n))
    return FALSE;
  for (guint row = first; row < first + n && row < plt_grid_model_get_n_rows (model); row++)
    if (plt_grid_model_get_key (model, row) == id)
      return TRUE;
  return FALSE;
}

static void
mark (PltBatch *batch, const PltDeliveryFacts *delivery, gboolean received)
{
  plt_batch_update (batch, "sheet_delivery", delivery->id);
  if (received)
    plt_batch_set_integer (batch, "received", 1);
  if (delivery->date == PLT_DATE_NONE)
    {
      plt_batch_set_date (batch, "date", plt_today ());
      plt_batch_set_integer (batch, "given_minutes", this_hour ());
    }
}

void
plt_callsheet_deliveries_mark (PltSession *session, PltCallsheetForm *form, gboolean received)
{
  const PltFacts *facts = plt_session_get_facts (session);
  gint64 sheet = plt_callsheet_form_get_sheet (form);
  PltGrid *grid = plt_callsheet_form_get_grid (form, BLOCK);
  gboolean chosen = is_focused (grid);
  g_autoptr (PltBatch) batch = plt_batch_new ();

  for (guint i = 0; i < facts->deliveries.n; i++)
    {
      const PltDeliveryFacts *delivery = &facts->deliveries.items[i];

      if (delivery->call_sheet == sheet
          && (received ? !delivery->received : delivery->date == PLT_DATE_NONE)
          && (!chosen || is_selected (grid, delivery->id)))
        mark (batch, delivery, received);
    }
  if (plt_batch_get_n_edits (batch) == 0)
    {
      plt_session_toast (session,
                         chosen ? _ ("The selected rows are marked already.")
                                : _ ("There is nobody on the list who is not marked yet."),
                         NULL, NULL);
      return;
    }
  plt_session_apply (session,
                     received ? _ ("Mark the call sheet as received")
                              : _ ("Mark the call sheet as given"),
                     NULL, batch, NULL);
}
