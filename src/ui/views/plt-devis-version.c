#include "plt-devis-version.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-budget-version.h"
#include "plt-devis-template.h"
#include "plt-error.h"
#include "plt-paths.h"
#include "plt-production-complete.h"

static const struct
{
  const char *name, *title;
} delivered[] = {
  { "devis-court-metrage", N_ ("Short film") },
  { "devis-long-metrage", N_ ("Feature film") },
  { "devis-fiction-audiovisuelle", N_ ("Television fiction") },
  { "devis-documentaire", N_ ("Documentary") },
  { "devis-captation", N_ ("Captured live show") },
};

#define FEATURE "devis-long-metrage"

/* The template the production keeps, or the feature film's. */
static const char *
usual_template (const PltFacts *facts)
{
  for (guint i = 0; i < facts->referentials.n; i++)
    if (g_str_has_prefix (facts->referentials.items[i].name, "devis-"))
      return facts->referentials.items[i].name;
  return FEATURE;
}

/* ---- what there is to begin from ---- */

static void
start_free (gpointer data)
{
  PltDevisStart *start = data;

  g_free (start->id);
  g_free (start->title);
  g_free (start);
}

static void
add_start (GPtrArray *starts, int at, char *id, const char *title)
{
  PltDevisStart *start = g_new (PltDevisStart, 1);

  start->id = id;
  start->title = g_strdup (title);
  g_ptr_array_insert (starts, at, start);
}

GPtrArray *
plt_devis_starts (const PltFacts *facts)
{
  GPtrArray *starts = g_ptr_array_new_with_free_func (start_free);
  const char *usual = usual_template (facts);

  for (guint i = 0; i < G_N_ELEMENTS (delivered); i++)
    add_start (starts, g_str_equal (delivered[i].name, usual) ? 0 : -1,
               g_strdup (delivered[i].name), _ (delivered[i].title));
  for (guint i = 0; i < facts->budgets.n; i++)
    if (facts->budgets.items[i].is_template)
      add_start (starts, -1, g_strdup_printf ("#%" G_GINT64_FORMAT, facts->budgets.items[i].id),
                 facts->budgets.items[i].name);
  return starts;
}

/* ---- a new one ---- */

/* A delivered template: that of the production as it keeps it, else the program's, which the
 * production keeps from then on. */
static gint64
begin_delivered (const PltFacts *facts,
                 const char *template_name,
                 const char *name,
                 PltBatch *batch,
                 GError **error)
{
  g_autoptr (PltReferential) template = plt_referential_open (facts, template_name);
  g_autofree char *content = NULL;
  g_autofree char *ini = plt_paths_read ("referentials/devis-parametres.ini", NULL, error);
  gint64 handle;

  if (ini == NULL)
    return 0;
  if (template == NULL)
    {
      content = plt_production_read_referential (template_name, error);
      if (content == NULL)
        return 0;
      template = plt_referential_parse (content);
      plt_batch_insert (batch, "referential");
      plt_batch_set_text (batch, "name", template_name);
      plt_production_set_referential (batch, template, content);
    }
  handle = plt_devis_template_new_budget (batch, facts, template, name);
  if (!plt_devis_template_set_percents (batch, handle, ini, template_name, error))
    return 0;
  plt_batch_set_text (batch, "template", template_name);
  return handle;
}

static gint64
begin_own (
    const PltFacts *facts, const char *from, const char *name, PltBatch *batch, GError **error)
{
  gint64 budget = g_ascii_strtoll (from + 1, NULL, 10);
  g_autofree char *text = plt_devis_template_write (facts, budget, NULL, TRUE, error);
  g_autoptr (PltReferential) template
      = text != NULL ? plt_devis_template_parse (text, error) : NULL;

  return template != NULL ? plt_devis_template_new_budget (batch, facts, template, name) : 0;
}

PltBatch *
plt_devis_new_batch (
    const PltFacts *facts, const char *from, const char *name, gint64 *handle, GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();

  *handle = from != NULL && *from == '#'
                ? begin_own (facts, from, name, batch, error)
                : begin_delivered (facts, from != NULL ? from : usual_template (facts), name, batch,
                                   error);
  if (*handle == 0)
    return NULL;
  if (facts->production.budget == 0)
    {
      plt_batch_update (batch, "production", facts->production.id);
      plt_batch_set_integer (batch, "budget", *handle);
    }
  return g_steal_pointer (&batch);
}

PltBatch *
plt_devis_keep_batch (const PltFacts *facts, gint64 budget, const char *name, GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  gint64 copy = plt_budget_copy (facts, budget, name, batch, error);

  if (copy == 0)
    return NULL;
  plt_batch_update (batch, "budget", copy);
  plt_batch_set_integer (batch, "is_template", TRUE);
  return g_steal_pointer (&batch);
}
