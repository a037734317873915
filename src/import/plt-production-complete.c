#include "plt-production-complete.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-load.h"

static const PltReferentialFacts *
find_kept (const PltFacts *facts, const char *name)
{
  for (guint i = 0; i < facts->referentials.n; i++)
    if (strcmp (facts->referentials.items[i].name, name) == 0)
      return &facts->referentials.items[i];
  return NULL;
}

static void
add_missing (const PltFacts *facts, const char *name, PltBatch *batch)
{
  g_autofree char *content = NULL;
  g_autoptr (PltReferential) referential = NULL;

  if (find_kept (facts, name) != NULL)
    return;
  content = plt_production_read_referential (name, NULL);
  if (content == NULL)
    return;
  referential = plt_referential_parse (content);
  plt_batch_insert (batch, "referential");
  plt_batch_set_text (batch, "name", name);
  plt_production_set_referential (batch, referential, content);
}

/**
 * plt_production_complete_defaults:
 * @facts: a production
 *
 * Returns: (transfer full): the referentials to add to it
 */
PltBatch *
plt_production_complete_defaults (const PltFacts *facts)
{
  PltBatch *batch = plt_batch_new ();

  for (guint i = 0; plt_production_kept[i] != NULL; i++)
    add_missing (facts, plt_production_kept[i], batch);
  if (g_strcmp0 (facts->production.agreement, "2642") == 0)
    add_missing (facts, PLT_PRODUCTION_SCALE_2642, batch);
  return batch;
}

/**
 * plt_production_complete:
 * @store: a production open for writing
 * @error: PLT_ERROR of the disk; nothing was changed then
 *
 * Returns: whether it has all its referentials, or may not have them yet
 */
gboolean
plt_production_complete (PltStore *store, GError **error)
{
  g_autoptr (PltFacts) facts = NULL;
  g_autoptr (PltBatch) batch = NULL;

  g_return_val_if_fail (PLT_IS_STORE (store) && !plt_store_is_read_only (store), FALSE);

  if (plt_store_can_redo (store))
    return TRUE;
  facts = plt_facts_load (store, error);
  if (facts == NULL)
    return FALSE;
  batch = plt_production_complete_defaults (facts);
  return plt_store_apply (store, _ ("Complete the reference data"), NULL, batch, NULL, error);
}

/* A version that is not a number is the user's own. */
static gboolean
is_older (const char *kept, const char *shipped)
{
  guint64 one, two;

  return g_ascii_string_to_unsigned (kept, 10, 0, G_MAXUINT32, &one, NULL)
         && g_ascii_string_to_unsigned (shipped, 10, 0, G_MAXUINT32, &two, NULL) && one < two;
}

static void
add_newer (const PltReferentialFacts *kept, PltBatch *batch, GString *names)
{
  g_autofree char *content = plt_production_read_referential (kept->name, NULL);
  g_autoptr (PltReferential) referential = NULL;

  if (content == NULL)
    return;
  referential = plt_referential_parse (content);
  if (!is_older (kept->version, plt_referential_meta (referential, "version")))
    return;
  plt_batch_update (batch, "referential", kept->id);
  plt_production_set_referential (batch, referential, content);
  g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", kept->name);
}

/**
 * plt_production_newer_referentials:
 * @facts: a production
 * @names: (out) (optional): which ones, by comma
 *
 * Returns: (transfer full): what replaces them by the program's
 */
PltBatch *
plt_production_newer_referentials (const PltFacts *facts, char **names)
{
  PltBatch *batch = plt_batch_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < facts->referentials.n; i++)
    add_newer (&facts->referentials.items[i], batch, text);
  if (names != NULL)
    *names = g_string_free (text, FALSE);
  else
    g_string_free (text, TRUE);
  return batch;
}
