#include "plt-import-plan.h"

#include <glib/gi18n-lib.h>

/**
 * plt_import_entry_free:
 * @self: (transfer full): a PltImportEntry
 */
void
plt_import_entry_free (gpointer self)
{
  PltImportEntry *entry = self;

  g_free (entry->old_number);
  g_free (entry->old_heading);
  g_free (entry->number);
  g_free (entry->heading);
  g_clear_pointer (&entry->others, g_array_unref);
  g_free (entry->message);
  g_free (entry);
}

/**
 * plt_import_plan_free:
 * @self: (transfer full): a plan
 */
void
plt_import_plan_free (PltImportPlan *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->script, plt_script_free);
  g_clear_pointer (&self->batch, plt_batch_free);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->remarks);
  g_free (self);
}

/**
 * plt_import_change_title:
 * @change: what happens to a séquence
 *
 * Returns: (transfer none): its name, translated, as it stands beside a séquence
 */
const char *
plt_import_change_title (PltImportChange change)
{
  switch (change)
    {
    case PLT_IMPORT_UNCHANGED:
      return C_ ("sequence", "unchanged");
    case PLT_IMPORT_CHANGED:
      return C_ ("sequence", "changed");
    case PLT_IMPORT_MOVED:
      return C_ ("sequence", "moved");
    case PLT_IMPORT_ADDED:
      return C_ ("sequence", "added");
    case PLT_IMPORT_CUT:
      return C_ ("sequence", "cut");
    case PLT_IMPORT_SPLIT:
      return C_ ("sequence", "split");
    case PLT_IMPORT_JOINED:
      return C_ ("sequence", "joined");
    case PLT_IMPORT_RESTORED:
      return C_ ("sequence", "restored");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * plt_import_change_format:
 * @change: what happens to séquences
 * @n: to how many
 *
 * Returns: (transfer full): "3 moved", translated
 */
char *
plt_import_change_format (PltImportChange change, guint n)
{
  switch (change)
    {
    case PLT_IMPORT_UNCHANGED:
      return g_strdup_printf (ngettext ("%u unchanged", "%u unchanged", n), n);
    case PLT_IMPORT_CHANGED:
      return g_strdup_printf (ngettext ("%u changed", "%u changed", n), n);
    case PLT_IMPORT_MOVED:
      return g_strdup_printf (ngettext ("%u moved", "%u moved", n), n);
    case PLT_IMPORT_ADDED:
      return g_strdup_printf (ngettext ("%u added", "%u added", n), n);
    case PLT_IMPORT_CUT:
      return g_strdup_printf (ngettext ("%u cut", "%u cut", n), n);
    case PLT_IMPORT_SPLIT:
      return g_strdup_printf (ngettext ("%u split", "%u split", n), n);
    case PLT_IMPORT_JOINED:
      return g_strdup_printf (ngettext ("%u joined", "%u joined", n), n);
    case PLT_IMPORT_RESTORED:
      return g_strdup_printf (ngettext ("%u restored", "%u restored", n), n);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * plt_import_counts_get:
 * @counts: of a plan
 * @change: what happens to a séquence
 *
 * Returns: to how many it happens
 */
guint
plt_import_counts_get (const PltImportCounts *counts, PltImportChange change)
{
  g_return_val_if_fail (counts != NULL, 0);

  switch (change)
    {
    case PLT_IMPORT_UNCHANGED:
      return counts->unchanged;
    case PLT_IMPORT_CHANGED:
      return counts->changed;
    case PLT_IMPORT_MOVED:
      return counts->moved;
    case PLT_IMPORT_ADDED:
      return counts->added;
    case PLT_IMPORT_CUT:
      return counts->cut;
    case PLT_IMPORT_SPLIT:
      return counts->split;
    case PLT_IMPORT_JOINED:
      return counts->joined;
    case PLT_IMPORT_RESTORED:
      return counts->restored;
    default:
      g_return_val_if_reached (0);
    }
}
