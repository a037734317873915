/* What a feuille de service means wherever it is edited, in its view or in the side pane: the PAT
 * moves the hours that were not typed, an hour that is typed is marked as typed and carries a
 * pencil, and nothing changes on a sheet that was sent. */
#include <glib/gi18n-lib.h>

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

static gboolean
is_pat (PltSession *session, PltRecord *record, const PltColumn *column, const char *text)
{
  return record != NULL && g_str_equal (column->id, "pat_minutes");
}

static gboolean
put_pat (PltSession *session,
         gint64 row,
         PltRecord *record,
         const PltColumn *column,
         const char *text,
         PltBatch *batch,
         GError **error)
{
  g_auto (PltValue) value = PLT_VALUE_INIT;

  if (!plt_store_parse_value (plt_session_get_store (session), column, text, &value, error))
    return FALSE;
  if (plt_value_equal (&value, plt_record_get (record, column->id)))
    return TRUE;
  if (value.kind == PLT_VALUE_INTEGER)
    plt_callsheet_retime (plt_session_get_facts (session), row, value.integer, batch);
  else
    {
      plt_batch_update (batch, "call_sheet", row);
      plt_batch_set_null (batch, column->id);
    }
  return TRUE;
}

const PltRegisterCustom plt_register_call_sheets = {
  .table = "call_sheet",
  .may_change = call_sheet_may_change,
  .handles = is_pat,
  .put = put_pat,
};

/* ---- its calls ---- */

static gboolean
row_may_change (PltSession *session, PltRecord *record, GError **error)
{
  return sheet_may_change (session, plt_record_get_integer (record, "call_sheet", 0), error);
}

static gboolean
is_hour (PltSession *session, PltRecord *record, const PltColumn *column, const char *text)
{
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

  if (!plt_store_parse_value (plt_session_get_store (session), column, text, &value, error))
    return FALSE;
  if (record != NULL && plt_value_equal (&value, plt_record_get (record, column->id)))
    return TRUE;
  plt_batch_update (batch, "call", row);
  plt_batch_set_value (batch, column->id, &value);
  plt_callsheet_amend_call (record, column, &value, batch);
  return TRUE;
}

static void
decorate (PltSession *session, PltRecord *record, const PltColumn *column, PltGridCell *cell)
{
  if (!plt_callsheet_is_typed (record, column) || *cell->text == '\0')
    return;
  plt_grid_cell_take_text (cell, g_strdup_printf ("✎ %s", cell->text));
  cell->flags |= PLT_GRID_CELL_BOLD;
  cell->message = _ ("Typed: stays when the PAT moves. Empty it and it follows again.");
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
};
