#include "plt-devis-version.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-paths.h"
#include "plt-referential.h"

#define FEATURE "devis-long-metrage"

/* ---- a new one ---- */

/* (nullable): the template the production keeps, or the feature film's as it is delivered. */
static PltReferential *
open_template (const PltFacts *facts, const char **name, GError **error)
{
  g_autofree char *content = NULL;

  for (guint i = 0; i < facts->referentials.n; i++)
    if (g_str_has_prefix (facts->referentials.items[i].name, "devis-"))
      {
        *name = facts->referentials.items[i].name;
        return plt_referential_parse (facts->referentials.items[i].content);
      }
  *name = FEATURE;
  content = plt_paths_read ("referentials/" FEATURE ".tsv", NULL, error);
  return content != NULL ? plt_referential_parse (content) : NULL;
}

static void
add_account (
    PltBatch *batch, const PltReferential *template, guint row, gint64 budget, GHashTable *accounts)
{
  const char *code = plt_referential_get (template, row, "code");
  const char *mark = plt_referential_get (template, row, "statut_code");
  const char *label = plt_referential_get (template, row, "statut_libelle");
  gpointer parent = g_hash_table_lookup (accounts, plt_referential_get (template, row, "parent"));
  gint64 handle = plt_batch_insert (batch, "account");

  g_hash_table_insert (accounts, g_strdup (code), PLT_ID_TO_POINTER (handle));
  plt_batch_set_integer (batch, "budget", budget);
  plt_batch_set_text (batch, "code", code);
  plt_batch_set_text (batch, "name", plt_referential_get (template, row, "libelle"));
  if (parent != NULL)
    plt_batch_set_integer (batch, "parent", (gint64) (gintptr) parent);
  plt_batch_set_text (batch, "mark",
                      *mark == 'S'              ? "cnc"
                      : g_str_equal (mark, "K") ? "a-verifier"
                                                : "maison");
  plt_batch_set_integer (batch, "label_verified",
                         g_str_equal (label, "S") || g_str_equal (label, "CCN"));
}

PltBatch *
plt_devis_new_batch (const PltFacts *facts, const char *name, gint64 *handle, GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GHashTable) accounts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *template_name = NULL;
  g_autoptr (PltReferential) template = open_template (facts, &template_name, error);

  if (template == NULL)
    return NULL;
  *handle = plt_batch_insert (batch, "budget");
  plt_batch_set_text (batch, "name", name);
  plt_batch_set_text (batch, "template", template_name);
  for (guint i = 0; i < plt_referential_n_rows (template); i++)
    if (g_ascii_isdigit (*plt_referential_get (template, i, "code"))
        && !g_str_equal (plt_referential_get (template, i, "niveau"), "4"))
      add_account (batch, template, i, *handle, accounts);
  plt_batch_update (batch, "production", facts->production.id);
  plt_batch_set_integer (batch, "budget", *handle);
  return g_steal_pointer (&batch);
}
