#include "plt-callsheet-commands.h"

#include <glib/gi18n-lib.h>

#include "plt-callsheet.h"
#include "plt-document-dump.h"
#include "plt-document-kind.h"
#include "plt-rows.h"
#include "plt-time.h"

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

static const PltSheetFacts *
find (PltSession *session, gint64 sheet)
{
  return PLT_FACTS_FIND (plt_session_get_facts (session)->sheets, PltSheetFacts, sheet);
}

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
plt_callsheet_retime_command (PltSession *session, gint64 sheet, gint64 pat_minutes, GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *hour = plt_clock_format (pat_minutes);
  /* Translators: %s is an hour; PAT is the hour at which the crew is ready to shoot */
  g_autofree char *label = g_strdup_printf (_ ("Move the PAT to %s"), hour);

  g_return_val_if_fail (PLT_IS_SESSION (session), FALSE);

  plt_callsheet_retime (plt_session_get_facts (session), sheet, pat_minutes, batch);
  return plt_store_apply (plt_session_get_store (session), label, NULL, batch, NULL, error);
}

static gboolean
set_status (PltSession *session, gint64 sheet, const char *status, const char *label)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();

  plt_batch_update (batch, "call_sheet", sheet);
  plt_batch_set_text (batch, "status", status);
  return plt_session_apply (session, label, NULL, batch, NULL);
}

gboolean
plt_callsheet_approve_command (PltSession *session, gint64 sheet)
{
  return set_status (session, sheet, "validee", _ ("Approve the call sheet"));
}

gboolean
plt_callsheet_reopen_command (PltSession *session, gint64 sheet)
{
  return set_status (session, sheet, "brouillon", _ ("Back to a draft"));
}

static char *
text_of (PltSession *session, gint64 sheet)
{
  const PltDocumentKind *kind = plt_document_kind_find ("feuille-de-service");
  g_autoptr (PltParams) params = plt_params_new ();
  g_autoptr (PltDocument) document = NULL;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, sheet);

  plt_params_set (params, kind, "sheet", id, NULL);
  document = plt_document_build (plt_session_get_store (session), kind->id, params, NULL);
  return document != NULL ? plt_document_dump (document, PLT_DUMP_PLAIN) : g_strdup ("");
}

gboolean
plt_callsheet_send_command (PltSession *session, gint64 sheet, PltDate date)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *text = text_of (session, sheet);
  g_autofree char *iso = plt_date_to_iso (date);

  plt_batch_update (batch, "call_sheet", sheet);
  plt_batch_set_text (batch, "status", "envoyee");
  plt_batch_set_text (batch, "sent_date", iso);
  plt_batch_set_text (batch, "snapshot", text);
  return plt_session_apply (session, _ ("Mark the call sheet as sent"), NULL, batch, NULL);
}

/* ---- the next version ---- */

/* Puts what row `id` holds on the edit just begun. */
static gboolean
copy_row (PltStore *store, const PltTable *table, gint64 id, PltBatch *batch, GError **error)
{
  guint n = plt_table_n_columns (table);
  g_autofree PltValue *values = g_new0 (PltValue, n);
  gboolean good = plt_rows_read (store, table, id, values, error);

  for (guint i = 0; i < n; i++)
    {
      if (good)
        plt_batch_set_value (batch, table->columns[i].id, &values[i]);
      plt_value_clear (&values[i]);
    }
  return good;
}

static gboolean
copy_rows (
    PltStore *store, const char *table_id, gint64 from, gint64 to, PltBatch *batch, GError **error)
{
  const PltTable *table = plt_table_find (table_id);
  const PltFilter filter = { "call_sheet", { PLT_VALUE_INTEGER, from, NULL } };
  g_autoptr (GArray) ids = plt_rows_ids (store, table, &filter, 1, NULL, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      plt_batch_insert (batch, table_id);
      if (!copy_row (store, table, g_array_index (ids, gint64, i), batch, error))
        return FALSE;
      plt_batch_set_integer (batch, "call_sheet", to);
    }
  return TRUE;
}

gint64
plt_callsheet_correct_command (PltSession *session, gint64 sheet)
{
  const PltSheetFacts *before = find (session, sheet);
  PltStore *store = plt_session_get_store (session);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  GError *error = NULL;
  gint64 handle;

  if (before == NULL)
    return 0;
  plt_batch_update (batch, "call_sheet", sheet);
  plt_batch_set_text (batch, "status", "remplacee");
  handle = plt_batch_insert (batch, "call_sheet");
  if (!copy_row (store, plt_table_find ("call_sheet"), sheet, batch, &error))
    {
      plt_session_take_error (session, error);
      return 0;
    }
  plt_batch_set_integer (batch, "version",
                         before->version == PLT_UNKNOWN ? 2 : before->version + 1);
  plt_batch_set_text (batch, "status", "brouillon");
  plt_batch_set_text (batch, "sent_date", "");
  plt_batch_set_text (batch, "approved_by", "");
  plt_batch_set_text (batch, "snapshot", "");
  if (!copy_rows (store, "call", sheet, handle, batch, &error)
      || !copy_rows (store, "call_note", sheet, handle, batch, &error))
    {
      plt_session_take_error (session, error);
      return 0;
    }
  return apply_for_id (session, _ ("New version of the call sheet"), batch, handle);
}

/* ---- hours that were typed ---- */

/* The flag of an hour, NULL for any other column. */
static const char *
flag_of (const char *column)
{
  static const char *const hours[][2] = {
    { "pickup_minutes", "pickup" }, { "arrival_minutes", "arrival" }, { "hmc_minutes", "hmc" },
    { "pat_minutes", "pat" },       { "end_minutes", "end" },
  };

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
plt_callsheet_is_typed (PltRecord *call, const PltColumn *column)
{
  const char *flag = flag_of (column->id);
  g_auto (GStrv) typed = NULL;

  if (flag == NULL)
    return FALSE;
  typed = g_strsplit (plt_record_get_text (call, "typed"), ",", -1);
  return g_strv_contains ((const char *const *) typed, flag);
}
