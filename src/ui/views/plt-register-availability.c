/* A window of availability is of one thing: choosing another lets the first one go. What it is of
 * is said in one column, whichever of the five holds it. */
#include "plt-register-custom.h"

#include <glib/gi18n-lib.h>

#include "plt-rows.h"

static const char *const subjects[] = { "person", "element", "set", "location", "sequence", NULL };

static const PltComputedColumn computed[] = {
  { { .id = "concerns",
      .title = N_ ("Concerns"),
      .type = PLT_COLUMN_TEXT,
      .flags = PLT_COLUMN_READ_ONLY,
      .help = N_ ("Fill in one of: person, element, set, location, sequence."),
      .width = 24 },
    "kind" },
  { { NULL } },
};

static void
decorate (PltSession *session, PltRecord *record, const PltColumn *column, PltGridCell *cell)
{
  const PltTable *table = plt_record_get_table (record);
  g_autoptr (GString) text = NULL;

  if (column != &computed[0].column)
    return;
  text = g_string_new (NULL);
  for (guint i = 0; subjects[i] != NULL; i++)
    {
      gint64 id = plt_record_get_integer (record, subjects[i], 0);
      g_autofree char *name = NULL;

      if (id == 0)
        continue;
      name = plt_rows_label (plt_session_get_store (session), plt_table_find (subjects[i]), id);
      if (g_str_equal (subjects[i], "sequence"))
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "",
                                plt_column_title (plt_table_column (table, subjects[i])), name);
      else
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", name);
    }
  plt_grid_cell_take_text (cell, g_string_free (g_steal_pointer (&text), FALSE));
}

const PltRegisterCustom plt_register_availability = {
  .table = "availability",
  .computed = computed,
  .n_frozen = 1,
  .decorate = decorate,
  .alternatives = subjects,
};
