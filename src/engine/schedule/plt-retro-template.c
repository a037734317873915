/* The usual tasks: what of them is missing, and adding it. */
#include <string.h>

#include "plt-retro-edit.h"
#include "plt-text.h"

static const char *const link_kinds[] = { "fin-debut", "debut-debut", "fin-fin", "debut-fin" };

typedef struct
{
  const PltFacts *facts;
  const PltNetworkTemplate *template;
  gint64 *rows; /* by row of the template: the task, a handle when it is new, 0 for none */
} Merge;

static const PltNetworkTemplateRow *
row_at (const PltNetworkTemplate *self, guint row)
{
  return &g_array_index (self->rows, PltNetworkTemplateRow, row);
}

const char *
plt_retro_template_kind (const char *production_kind)
{
  static const struct
  {
    const char *production, *template;
  } kinds[] = {
    { "long-metrage", "long-metrage" }, { "court-metrage", "court-metrage" },
    { "unitaire", "unitaire" },         { "serie", "serie" },
    { "documentaire", "documentaire" }, { "captation", "captation" },
    { "festival", "festival" },         { "flux", "captation" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (production_kind, kinds[i].production) == 0)
      return kinds[i].template;
  return "";
}

/* The tasks that are there, by code, else by name, whole or up to its first comma or colon. */
static void
find_tasks (Merge *self)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->facts->tasks.n; i++)
    {
      const PltTaskFacts *task = &self->facts->tasks.items[i];

      if (*task->code != '\0')
        g_hash_table_insert (codes, (gpointer) task->code, (gpointer) task);
      else
        g_hash_table_insert (names, plt_text_fold (task->name), (gpointer) task);
    }
  self->rows = g_new0 (gint64, MAX (self->template->rows->len, 1));
  for (guint i = 0; i < self->template->rows->len; i++)
    {
      g_autofree char *name = plt_text_fold (row_at (self->template, i)->label);
      const PltTaskFacts *task = g_hash_table_lookup (codes, row_at (self->template, i)->code);

      if (task == NULL)
        task = g_hash_table_lookup (names, name);
      /* "Mixage" for "Mixage, version internationale" */
      name[strcspn (name, ",:")] = '\0';
      if (task == NULL)
        task = g_hash_table_lookup (names, g_strchomp (name));
      self->rows[i] = task != NULL ? task->id : 0;
    }
}

GArray *
plt_retro_missing (const PltFacts *facts, const PltNetworkTemplate *template)
{
  GArray *missing = g_array_new (FALSE, FALSE, sizeof (guint));
  Merge merge = { facts, template, NULL };

  find_tasks (&merge);
  for (guint i = 0; i < template->rows->len; i++)
    if (merge.rows[i] == 0)
      g_array_append_val (missing, i);
  g_free (merge.rows);
  return missing;
}

/* What gives a row its dates from outside; only one task has each anchor. */
static const char *
anchor_of (const Merge *self, guint row)
{
  static const struct
  {
    const char *code, *anchor;
  } anchors[] = {
    { "tournage", "tournage" },           { "captation-jour", "tournage" },
    { "debut-tournage", "premier-jour" }, { "fin-tournage", "fin-tournage" },
    { "fin-captation", "fin-tournage" },  { "sortie", "sortie" },
  };
  const char *anchor = row == self->template->anchor ? "livraison" : "";

  for (guint i = 0; i < G_N_ELEMENTS (anchors) && *anchor == '\0'; i++)
    if (strcmp (row_at (self->template, row)->code, anchors[i].code) == 0)
      anchor = anchors[i].anchor;
  for (guint i = 0; i < self->facts->tasks.n && *anchor != '\0'; i++)
    if (strcmp (self->facts->tasks.items[i].anchor, anchor) == 0)
      return "";
  return anchor;
}

static void
add_task (Merge *self, guint i, PltBatch *batch)
{
  const PltNetworkTemplateRow *row = row_at (self->template, i);
  const char *anchor = anchor_of (self, i);

  self->rows[i] = plt_batch_insert (batch, "task");
  plt_batch_set_text (batch, "name", row->label);
  plt_batch_set_text (batch, "code", row->code);
  plt_batch_set_text (batch, "phase", row->phase);
  plt_batch_set_text (batch, "team", row->team);
  plt_batch_set_integer (batch, "duration_days", row->days);
  plt_batch_set_integer (batch, "milestone", row->days == 0);
  plt_batch_set_text (batch, "duration_unit",
                      row->unit == PLT_NETWORK_CALENDAR ? "calendaires" : "ouvres");
  if (row->early)
    plt_batch_set_text (batch, "placing", "au-plus-tot");
  if (*anchor != '\0')
    plt_batch_set_text (batch, "anchor", anchor);
}

static void
give_code (const Merge *self, guint i, PltBatch *batch)
{
  const PltTaskFacts *task = PLT_FACTS_FIND (self->facts->tasks, PltTaskFacts, self->rows[i]);

  if (*task->code != '\0')
    return;
  plt_batch_update (batch, "task", task->id);
  plt_batch_set_text (batch, "code", row_at (self->template, i)->code);
}

static void
add_link (
    const Merge *self, const PltNetworkLink *link, guint from, gboolean is_bridge, PltBatch *batch)
{
  plt_batch_insert (batch, "task_link");
  plt_batch_set_integer (batch, "task", self->rows[link->to]);
  plt_batch_set_integer (batch, "predecessor", self->rows[from]);
  plt_batch_set_text (batch, "kind", link_kinds[is_bridge ? PLT_NETWORK_FS : link->kind]);
  plt_batch_set_integer (batch, "lag_days", is_bridge ? 0 : link->lag);
  plt_batch_set_text (batch, "lag_unit",
                      link->unit == PLT_NETWORK_CALENDAR && !is_bridge ? "calendaires" : "ouvres");
}

/* What a row that is left out came after, through others that are: each once, and not what the
 * second task comes after already. */
static void
bridge (const Merge *self, const PltNetworkLink *link, PltBatch *batch, guint8 *joined)
{
  const guint n = self->template->rows->len, n_links = self->template->links->len;
  g_autofree guint8 *seen = g_new0 (guint8, n);
  g_autofree guint *queue = g_new (guint, n);
  guint n_queue = 0;

  queue[n_queue++] = link->from;
  for (guint i = 0; i < n_queue; i++)
    for (guint l = 0; l < n_links; l++)
      {
        const PltNetworkLink *before = &g_array_index (self->template->links, PltNetworkLink, l);

        if (before->to != queue[i] || seen[before->from])
          continue;
        seen[before->from] = 1;
        if (self->rows[before->from] == 0)
          queue[n_queue++] = before->from;
        else if (!joined[before->from]
                 && (self->rows[before->from] < 0 || self->rows[link->to] < 0))
          {
            joined[before->from] = 1;
            add_link (self, link, before->from, TRUE, batch);
          }
      }
}

/* Between two tasks that were there nothing is added: somebody may have taken it away. */
static void
add_links (const Merge *self, PltBatch *batch)
{
  for (guint to = 0; to < self->template->rows->len; to++)
    {
      g_autofree guint8 *joined = g_new0 (guint8, self->template->rows->len);

      for (guint pass = 0; pass < 2; pass++)
        for (guint i = 0; i < self->template->links->len && self->rows[to] != 0; i++)
          {
            const PltNetworkLink *link = &g_array_index (self->template->links, PltNetworkLink, i);

            if (link->to != to)
              continue;
            if (self->rows[link->from] == 0)
              {
                if (pass == 1)
                  bridge (self, link, batch, joined);
                continue;
              }
            joined[link->from] = 1;
            if (pass == 0 && (self->rows[link->from] < 0 || self->rows[to] < 0))
              add_link (self, link, link->from, FALSE, batch);
          }
    }
}

guint
plt_retro_apply_template (const PltFacts *facts,
                          const PltNetworkTemplate *template,
                          const guint8 *left_out,
                          PltBatch *batch)
{
  Merge merge = { facts, template, NULL };
  guint n = 0;

  find_tasks (&merge);
  for (guint i = 0; i < template->rows->len; i++)
    if (merge.rows[i] != 0)
      give_code (&merge, i, batch);
    else if (left_out == NULL || !left_out[i])
      {
        add_task (&merge, i, batch);
        n++;
      }
  add_links (&merge, batch);
  g_free (merge.rows);
  return n;
}
