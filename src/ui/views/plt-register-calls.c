/* What a feuille de service means wherever it is edited, in its view or in the side pane: the PAT
 * moves the hours that were not typed, an hour that is typed is marked as typed and carries a
 * corner, and nothing changes on a sheet that was sent. */
#include <glib/gi18n-lib.h>

#include "plt-call-overlay.h"
#include "plt-call-type.h"
#include "plt-callsheet-changes.h"
#include "plt-callsheet-commands.h"
#include "plt-callsheet.h"
#include "plt-register-custom.h"
#include "plt-rows.h"

static gboolean
sheet_may_change (PltSession *session, gint64 sheet, GError **error)
{
  if (!plt_callsheet_is_locked (
          PLT_FACTS_FIND (plt_session_get_facts (session)->sheets, PltSheetFacts, sheet)))
    return TRUE;
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_READ_ONLY,
                       _ ("This call sheet was sent and is locked; make a new version of it, which "
                          "cancels and replaces it."));
  return FALSE;
}

/* ---- the sheet ---- */

static gboolean
call_sheet_may_change (PltSession *session, PltRecord *record, GError **error)
{
  return sheet_may_change (session, plt_record_get_id (record), error);
}

/* Hours of the day, and what the hours of the calls depend on. */
static gboolean
moves_hours (PltSession *session, PltRecord *record, const PltColumn *column, const char *text)
{
  static const char *const ids[] = { "crew_minutes",  "pat_minutes", "meal_minutes",  "end_minutes",
                                     "makeup_chairs", "hair_chairs", "margin_minutes" };

  for (guint i = 0; record != NULL && i < G_N_ELEMENTS (ids); i++)
    if (g_str_equal (column->id, ids[i]))
      return TRUE;
  return FALSE;
}

static gboolean
put_hours (PltSession *session,
           gint64 row,
           PltRecord *record,
           const PltColumn *column,
           const char *text,
           PltBatch *batch,
           GError **error)
{
  g_auto (PltValue) value = PLT_VALUE_INIT;
  g_autoptr (PltCallOverlay) overlay = NULL;
  const PltFacts *facts;
  gint64 number;

  if (!plt_store_parse_value (plt_session_get_store (session), column, text, &value, error))
    return FALSE;
  if (plt_value_equal (&value, plt_record_get (record, column->id)))
    return TRUE;
  number = value.kind == PLT_VALUE_INTEGER ? value.integer : PLT_UNKNOWN;
  overlay = plt_call_overlay_new (plt_session_get_facts (session));
  plt_call_overlay_apply (overlay, batch);
  facts = plt_call_overlay_get (overlay);
  if (!plt_callsheet_type (facts, plt_session_get_plan (session), row, column->id, number, batch))
    plt_call_resource (facts, row, column->id, number, batch);
  return TRUE;
}

const PltRegisterCustom plt_register_call_sheets = {
  .table = "call_sheet",
  .may_change = call_sheet_may_change,
  .handles = moves_hours,
  .put = put_hours,
};

/* ---- its calls ---- */

static gboolean
row_may_change (PltSession *session, PltRecord *record, GError **error)
{
  return sheet_may_change (session, plt_record_get_integer (record, "call_sheet", 0), error);
}

/* Hours, and the lengths of the parts of the HMC that they follow from. */
static gboolean
is_hour (PltSession *session, PltRecord *record, const PltColumn *column, const char *text)
{
  static const char *const lengths[] = { "dress_minutes", "makeup_minutes", "hair_minutes" };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    if (g_str_equal (column->id, lengths[i]))
      return TRUE;
  return plt_callsheet_is_hour (column);
}

static gboolean
put_hour (PltSession *session,
          gint64 row,
          PltRecord *record,
          const PltColumn *column,
          const char *text,
          PltBatch *batch,
          GError **error)
{
  g_auto (PltValue) value = PLT_VALUE_INIT;
  g_autoptr (PltCallOverlay) overlay = NULL;

  if (!plt_store_parse_value (plt_session_get_store (session), column, text, &value, error))
    return FALSE;
  if (record != NULL && plt_value_equal (&value, plt_record_get (record, column->id)))
    return TRUE;
  overlay = plt_call_overlay_new (plt_session_get_facts (session));
  plt_call_overlay_apply (overlay, batch);
  if (record != NULL
      && plt_call_type (plt_call_overlay_get (overlay), plt_session_get_plan (session), row,
                        column->id, value.kind == PLT_VALUE_INTEGER ? value.integer : PLT_UNKNOWN,
                        batch))
    return TRUE;
  plt_batch_update (batch, "call", row);
  plt_batch_set_value (batch, column->id, &value);
  plt_callsheet_amend_call (record, column, &value, batch);
  return TRUE;
}

/* What is not the same on a correction. */
static void
mark_changed (PltSession *session, PltRecord *record, const PltColumn *column, PltGridCell *cell)
{
  const PltCallChange *change = plt_callsheet_changes_find (
      session, plt_record_get_table (record)->id, plt_record_get_id (record), column->id);

  if (change == NULL)
    return;
  cell->flags |= PLT_GRID_CELL_BOLD;
  plt_grid_cell_take_text (cell, g_strdup_printf ("●%s", cell->text));
  plt_grid_cell_take_message (
      cell, change->added ? g_strdup (_ ("Not on the version that was sent."))
                          /* Translators: %s is a value */
                          : g_strdup_printf (_ ("On the version that was sent: %s"),
                                             *change->before != '\0' ? change->before : "—"));
}

static void
decorate (PltSession *session, PltRecord *record, const PltColumn *column, PltGridCell *cell)
{
  mark_changed (session, record, column, cell);
  if (!plt_callsheet_is_typed (record, column) || *cell->text == '\0')
    return;
  cell->flags |= PLT_GRID_CELL_BOLD | PLT_GRID_CELL_TYPED;
  if (cell->message == NULL)
    cell->message
        = _ ("Typed: stays when the PAT or the schedule moves. Empty it, and it is computed "
             "again.");
}

const PltRegisterCustom plt_register_calls = {
  .table = "call",
  .n_frozen = 1,
  .may_change = row_may_change,
  .handles = is_hour,
  .put = put_hour,
  .decorate = decorate,
};

const PltRegisterCustom plt_register_call_notes = {
  .table = "call_note",
  .may_change = row_may_change,
  .decorate = mark_changed,
};
