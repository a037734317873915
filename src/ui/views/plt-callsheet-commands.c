#include "plt-callsheet-commands.h"

#include <glib/gi18n-lib.h>

#include "plt-call-type.h"
#include "plt-call-version.h"
#include "plt-callsheet.h"
#include "plt-register-custom.h"
#include "plt-register-editing.h"
#include "plt-rows.h"
#include "plt-today.h"

/* ---- states ---- */

PltSheetState
plt_callsheet_state (const PltSheetFacts *sheet)
{
  if (sheet == NULL)
    return PLT_SHEET_NONE;
  if (g_str_equal (sheet->status, "validee"))
    return PLT_SHEET_APPROVED;
  if (g_str_equal (sheet->status, "envoyee"))
    return PLT_SHEET_SENT;
  if (g_str_equal (sheet->status, "remplacee"))
    return PLT_SHEET_REPLACED;
  return PLT_SHEET_DRAFT;
}

gboolean
plt_callsheet_is_locked (const PltSheetFacts *sheet)
{
  PltSheetState state = plt_callsheet_state (sheet);

  return state == PLT_SHEET_SENT || state == PLT_SHEET_REPLACED;
}

char *
plt_callsheet_state_text (const PltSheetFacts *sheet)
{
  int version = sheet != NULL && sheet->version != PLT_UNKNOWN ? (int) sheet->version : 1;

  switch (plt_callsheet_state (sheet))
    {
    case PLT_SHEET_DRAFT:
      /* Translators: state of a call sheet with its version */
      return g_strdup_printf (_ ("Draft v%d"), version);
    case PLT_SHEET_APPROVED:
      return g_strdup_printf (_ ("Approved v%d"), version);
    case PLT_SHEET_SENT:
      return g_strdup_printf (_ ("Sent v%d"), version);
    case PLT_SHEET_REPLACED:
      return g_strdup_printf (_ ("Replaced v%d"), version);
    case PLT_SHEET_NONE:
    default:
      return g_strdup (_ ("To do"));
    }
}

/* ---- commands ---- */

/* Applies; the row id of an inserted handle, 0 when it was refused. */
static gint64
apply_for_id (PltSession *session, const char *label, const PltBatch *batch, gint64 handle)
{
  g_autoptr (GArray) ids = NULL;

  if (!plt_session_apply (session, label, NULL, batch, &ids) || ids == NULL || handle >= 0)
    return 0;
  return g_array_index (ids, gint64, -handle - 1);
}

gint64
plt_callsheet_make_command (PltSession *session, gint64 day)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  gint64 handle;

  g_return_val_if_fail (PLT_IS_SESSION (session), 0);

  handle = plt_callsheet_make (plt_session_get_facts (session), plt_session_get_plan (session), day,
                               batch);
  if (handle == 0)
    {
      plt_session_toast (session,
                         _ ("The schedule that is looked at does not hold this day; choose another "
                            "version of it."),
                         NULL, NULL);
      return 0;
    }
  return apply_for_id (session, _ ("Make the call sheet"), batch, handle);
}

gboolean
plt_callsheet_approve_command (PltSession *session, gint64 sheet, const char *who)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();

  return plt_call_version_approve (plt_session_get_facts (session), sheet, who, plt_today (), batch)
         && plt_session_apply (session, _ ("Approve the call sheet"), NULL, batch, NULL);
}

gboolean
plt_callsheet_reopen_command (PltSession *session, gint64 sheet)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();

  plt_batch_update (batch, "call_sheet", sheet);
  plt_batch_set_text (batch, "status", "brouillon");
  plt_batch_set_text (batch, "approved_by", "");
  plt_batch_set_null (batch, "approved_date");
  return plt_session_apply (session, _ ("Back to a draft"), NULL, batch, NULL);
}

gboolean
plt_callsheet_send_command (PltSession *session, gint64 sheet, PltDate date)
{
  const PltFacts *facts = plt_session_get_facts (session);
  g_autoptr (PltBatch) batch = plt_batch_new ();

  return plt_call_version_send (facts, sheet, facts->production.company, date, batch)
         && plt_session_apply (session, _ ("Mark the call sheet as sent"), NULL, batch, NULL);
}

gint64
plt_callsheet_correct_command (PltSession *session, gint64 sheet, const char *reason)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  gint64 handle = plt_call_version_correct (plt_session_get_facts (session), sheet, reason, batch);

  return handle == 0 ? 0
                     : apply_for_id (session, _ ("New version of the call sheet"), batch, handle);
}

gboolean
plt_callsheet_follow_command (PltSession *session, gint64 sheet)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();

  plt_callsheet_follow (plt_session_get_facts (session), plt_session_get_plan (session), sheet,
                        batch);
  return plt_batch_get_n_edits (batch) > 0
         && plt_session_apply (session, _ ("The call sheet follows the schedule"), NULL, batch,
                               NULL);
}

gboolean
plt_callsheet_give_back_command (PltSession *session, PltRef ref)
{
  const PltFacts *facts = plt_session_get_facts (session);
  const PltPlan *plan = plt_session_get_plan (session);
  const PltColumn *column;
  g_autoptr (PltRecord) record = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;
  GError *error = NULL;

  if (ref.table == NULL || ref.column == NULL)
    return FALSE;
  column = plt_table_column (plt_table_find (ref.table), ref.column);
  record = plt_store_get_record (plt_session_get_store (session), ref.table, ref.id);
  if (record == NULL || column == NULL || !plt_callsheet_is_typed (record, column))
    return FALSE;
  if (!plt_register_may_change (session, record, &error))
    {
      plt_session_take_error (session, error);
      return FALSE;
    }
  if (g_str_equal (ref.table, "call"))
    plt_call_type (facts, plan, ref.id, ref.column, PLT_UNKNOWN, batch);
  else
    plt_callsheet_type (facts, plan, ref.id, ref.column, PLT_UNKNOWN, batch);
  /* Translators: %s is an hour: "Arrival" */
  label = g_strdup_printf (_ ("Compute again: %s"), plt_column_title (column));
  return plt_session_apply (session, label, NULL, batch, NULL);
}

/* ---- hours that were typed ---- */

/* The flag of an hour of a call, NULL for any other column. */
static const char *
flag_of (const char *column)
{
  const PltCallHourColumn *hour = plt_call_hour_column (column);

  return hour != NULL ? hour->flag : NULL;
}

static const char *
flag_of_day (const char *column)
{
  static const char *const hours[][2] = { { "crew_minutes", "crew" },
                                          { "pat_minutes", "pat" },
                                          { "meal_minutes", "meal" },
                                          { "end_minutes", "end" } };

  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    if (g_str_equal (hours[i][0], column))
      return hours[i][1];
  return NULL;
}

/* What `typed` of that row will be after the edits that are in the batch already. */
static const char *
typed_now (PltRecord *record, PltBatch *batch)
{
  const PltEdit *own = plt_batch_get_edit (batch, plt_batch_get_n_edits (batch) - 1);

  for (guint i = plt_batch_get_n_edits (batch); i > 0; i--)
    {
      const PltEdit *edit = plt_batch_get_edit (batch, i - 1);

      if (edit->id != own->id)
        continue;
      for (guint j = edit->values->len; j > 0; j--)
        {
          const PltEditValue *value = &g_array_index (edit->values, PltEditValue, j - 1);

          if (g_str_equal (value->column->id, "typed"))
            return plt_value_get_text (&value->value);
        }
    }
  return record != NULL ? plt_record_get_text (record, "typed") : "";
}

void
plt_callsheet_amend_call (PltRecord *record,
                          const PltColumn *column,
                          const PltValue *value,
                          PltBatch *batch)
{
  const char *flag = flag_of (column->id);
  const PltColumn *typed = plt_table_column (plt_table_find ("call"), "typed");
  g_auto (GStrv) before = NULL;
  g_autoptr (GString) after = g_string_new (NULL);

  if (flag == NULL)
    return;
  before = g_strsplit (typed_now (record, batch), ",", -1);
  for (const PltChoice *choice = typed->choices; choice->id != NULL; choice++)
    {
      gboolean is_own = g_str_equal (choice->id, flag);

      if (is_own ? value->kind != PLT_VALUE_NULL
                 : g_strv_contains ((const char *const *) before, choice->id))
        g_string_append_printf (after, "%s%s", after->len > 0 ? "," : "", choice->id);
    }
  plt_batch_set_text (batch, "typed", after->str);
}

gboolean
plt_callsheet_is_hour (const PltColumn *column)
{
  return flag_of (column->id) != NULL;
}

gboolean
plt_callsheet_is_typed (PltRecord *record, const PltColumn *column)
{
  const char *flag = g_str_equal (plt_record_get_table (record)->id, "call_sheet")
                         ? flag_of_day (column->id)
                         : flag_of (column->id);
  g_auto (GStrv) typed = NULL;

  if (flag == NULL)
    return FALSE;
  typed = g_strsplit (plt_record_get_text (record, "typed"), ",", -1);
  return g_strv_contains ((const char *const *) typed, flag);
}

gboolean
plt_callsheet_put (PltSession *session,
                   gint64 row,
                   PltRecord *record,
                   const PltColumn *column,
                   const char *text,
                   PltBatch *batch,
                   GError **error)
{
  const PltTable *table = plt_record_get_table (record);
  const PltRegisterCustom *custom = plt_register_custom_find (table->id);
  g_auto (PltValue) value = PLT_VALUE_INIT;

  if (custom != NULL && custom->put != NULL && custom->handles (session, record, column, text))
    return custom->put (session, row, record, column, text, batch, error);
  if (!plt_store_parse_value (plt_session_get_store (session), column, text, &value, error))
    return FALSE;
  plt_batch_update (batch, table->id, row);
  plt_batch_set_value (batch, column->id, &value);
  return TRUE;
}
