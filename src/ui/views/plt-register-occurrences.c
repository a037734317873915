/* Where elements occur: the number of a costume is one of those its role has. */
#include "plt-register-custom.h"

#include <string.h>

static GStrv
complete (PltSession *session, PltRecord *record, const PltColumn *column)
{
  const PltFacts *facts = plt_session_get_facts (session);
  gint64 role = record != NULL ? plt_record_get_integer (record, "element", 0) : 0;
  g_autoptr (GStrvBuilder) builder = NULL;
  g_autoptr (GHashTable) seen = NULL;

  if (strcmp (column->id, "costume") != 0)
    return NULL;
  builder = g_strv_builder_new ();
  seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < facts->costumes.n; i++)
    if (facts->costumes.items[i].role == role
        && g_hash_table_add (seen, (gpointer) facts->costumes.items[i].number))
      g_strv_builder_add (builder, facts->costumes.items[i].number);
  for (guint i = 0; i < facts->occurrences.n; i++)
    if (facts->occurrences.items[i].element == role && *facts->occurrences.items[i].costume != '\0'
        && g_hash_table_add (seen, (gpointer) facts->occurrences.items[i].costume))
      g_strv_builder_add (builder, facts->occurrences.items[i].costume);
  return g_strv_builder_end (builder);
}

const PltRegisterCustom plt_register_occurrences = {
  .table = "sequence_element",
  .complete = complete,
};
