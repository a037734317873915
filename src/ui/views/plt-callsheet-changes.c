#include "plt-callsheet-changes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-call-fields.h"

#define KEY "plt-callsheet-changes"

void
plt_callsheet_changes_look_at (PltSession *session, gint64 sheet)
{
  const PltFacts *facts = plt_session_get_facts (session);
  const PltSheetFacts *row = PLT_FACTS_FIND (facts->sheets, PltSheetFacts, sheet);
  const PltSheetFacts *before
      = row != NULL ? PLT_FACTS_FIND (facts->sheets, PltSheetFacts, row->replaces) : NULL;

  g_object_set_data_full (G_OBJECT (session), KEY,
                          before != NULL && before->sent_date != PLT_DATE_NONE
                              ? plt_call_version_changes (facts, before->id, sheet)
                              : NULL,
                          (GDestroyNotify) g_ptr_array_unref);
}

const GPtrArray *
plt_callsheet_changes_get (PltSession *session)
{
  return g_object_get_data (G_OBJECT (session), KEY);
}

const PltCallChange *
plt_callsheet_changes_find (PltSession *session, const char *table, gint64 id, const char *column)
{
  const GPtrArray *changes = plt_callsheet_changes_get (session);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const PltCallChange *change = changes->pdata[i];

      if (change->ref.id == id && strcmp (change->ref.table, table) == 0
          && (change->ref.column == NULL || g_strcmp0 (change->ref.column, column) == 0))
        return change;
    }
  return NULL;
}

/* (transfer full): whose row it is, "" for the sheet itself */
static char *
row_name (const PltFacts *facts, const PltRef *ref)
{
  if (strcmp (ref->table, "call") == 0)
    {
      const PltCallFacts *call = PLT_FACTS_FIND (facts->calls, PltCallFacts, ref->id);

      return call != NULL ? plt_call_name (facts, call) : g_strdup ("");
    }
  if (strcmp (ref->table, "call_note") == 0)
    {
      const PltCallNoteFacts *note = PLT_FACTS_FIND (facts->call_notes, PltCallNoteFacts, ref->id);

      return g_strdup (note != NULL ? note->department : "");
    }
  return g_strdup ("");
}

char *
plt_callsheet_change_text (PltSession *session, const PltCallChange *change)
{
  g_autofree char *name = row_name (plt_session_get_facts (session), &change->ref);
  const char *before = *change->before != '\0' ? change->before : "—";
  const char *after = *change->after != '\0' ? change->after : "—";
  const PltColumn *column;

  if (change->added)
    /* Translators: somebody or something is new on a call sheet */
    return g_strdup_printf (_ ("%s: added"), after);
  if (change->removed)
    return g_strdup_printf (_ ("%s: taken off"), before);
  column = plt_table_column (plt_table_find (change->ref.table), change->ref.column);
  return g_strdup_printf ("%s%s%s : %s → %s", name, *name != '\0' ? " · " : "",
                          plt_column_title (column), before, after);
}
