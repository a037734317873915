/* Who works, notes and the baseline of another program's file. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-retro-exchange.h"
#include "plt-retro-private.h"
#include "plt-text.h"

#define MOST_NAME 200
#define BASELINE "Référence du fichier"

typedef struct
{
  const PltRetro *retro;
  const PltNetworkProject *project;
  const gint64 *rows;
  PltRetroImport *import;
} Extras;

/* One line, no longer than a name is. */
static char *
clean_name (const char *text)
{
  char *name = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), (glong) MOST_NAME));

  g_strdelimit (name, "\n\r\t", ' ');
  return g_strstrip (name);
}

/* ---- notes and teams ---- */

static void
add_texts (const Extras *self)
{
  const PltFacts *facts = self->retro->facts;
  PltBatch *batch = self->import->batch;

  for (guint i = 0; i < self->project->tasks->len && i < self->project->extras->len; i++)
    {
      const PltNetworkExtra *extra = plt_network_project_extra (self->project, i);
      const PltTaskFacts *known
          = self->rows[i] > 0 ? PLT_FACTS_FIND (facts->tasks, PltTaskFacts, self->rows[i]) : NULL;
      g_autofree char *team = clean_name (extra->team);
      gboolean has_note
          = *extra->note != '\0' && (known == NULL || strcmp (known->note, extra->note) != 0);
      gboolean has_team = *team != '\0' && (known == NULL || strcmp (known->team, team) != 0);

      if (self->rows[i] == 0 || (!has_note && !has_team))
        continue;
      plt_batch_update (batch, "task", self->rows[i]);
      if (has_note)
        plt_batch_set_text (batch, "note", extra->note);
      if (has_team)
        plt_batch_set_text (batch, "team", team);
    }
}

/* ---- people ---- */

/* By folded name, "Inès Marchetti" and "Marchetti Inès"; two of one name are nobody. */
static GHashTable *
index_people (const PltFacts *facts)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < facts->people.n; i++)
    {
      const PltPersonFacts *person = &facts->people.items[i];
      g_autofree char *turned = g_strdup_printf ("%s %s", person->last_name, person->first_name);
      g_autofree char *name = plt_facts_person_name (person);
      char *keys[] = { plt_text_fold (name), plt_text_fold (turned) };

      for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
        {
          gpointer found = NULL;
          gboolean is_there = g_hash_table_lookup_extended (index, keys[k], NULL, &found);

          g_hash_table_insert (index, keys[k],
                               is_there && found != person ? NULL : (gpointer) person);
        }
    }
  return index;
}

/* "12|p7" or "12|régie": that this one works on that task is known. */
static char *
work_key (gint64 task, const PltPersonFacts *person, const char *function)
{
  g_autofree char *folded = plt_text_fold (function);

  return person != NULL
             ? g_strdup_printf ("%" G_GINT64_FORMAT "|p%" G_GINT64_FORMAT, task, person->id)
             : g_strdup_printf ("%" G_GINT64_FORMAT "|%s", task, folded);
}

static GHashTable *
index_work (const PltFacts *facts)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < facts->task_people.n; i++)
    {
      const PltTaskPersonFacts *row = &facts->task_people.items[i];
      const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, row->person);

      g_hash_table_insert (index, work_key (row->task, person, row->function), (gpointer) row);
    }
  return index;
}

static void
add_work (const Extras *self,
          const PltNetworkWork *one,
          GHashTable *people,
          GHashTable *work,
          guint8 *unknown)
{
  PltBatch *batch = self->import->batch;
  g_autofree char *name = clean_name (self->project->resources->pdata[one->resource]);
  g_autofree char *folded = plt_text_fold (name);
  const PltPersonFacts *person = g_hash_table_lookup (people, folded);
  gint64 task = self->rows[one->task];
  gint64 share = (gint64) CLAMP (one->percent, 1, 1000) * (PLT_RATE_ONE / 100);
  char *key = work_key (task, person, name);
  const PltTaskPersonFacts *known = NULL;
  gboolean is_there = g_hash_table_lookup_extended (work, key, NULL, (gpointer *) &known);

  if (is_there && known != NULL && known->share_e6 != share)
    {
      plt_batch_update (batch, "task_person", known->id);
      plt_batch_set_integer (batch, "share_e6", share);
    }
  if (is_there)
    {
      g_free (key);
      return;
    }
  plt_batch_insert (batch, "task_person");
  plt_batch_set_integer (batch, "task", task);
  if (person != NULL)
    plt_batch_set_integer (batch, "person", person->id);
  else
    plt_batch_set_text (batch, "function", name);
  plt_batch_set_integer (batch, "share_e6", share);
  g_hash_table_insert (work, key, NULL);
  self->import->n_people++;
  unknown[one->resource] |= person == NULL;
}

static void
add_people (const Extras *self)
{
  const PltNetworkProject *project = self->project;
  g_autoptr (GHashTable) people = index_people (self->retro->facts);
  g_autoptr (GHashTable) work = index_work (self->retro->facts);
  g_autofree guint8 *unknown = g_new0 (guint8, project->resources->len + 1);
  guint n = 0;

  for (guint i = 0; i < project->assignments->len; i++)
    {
      const PltNetworkWork *one = &g_array_index (project->assignments, PltNetworkWork, i);

      if (one->task < project->tasks->len && one->resource < project->resources->len
          && self->rows[one->task] != 0
          && *(const char *) project->resources->pdata[one->resource] != '\0')
        add_work (self, one, people, work, unknown);
    }
  for (guint i = 0; i < project->resources->len; i++)
    n += unknown[i];
  if (n > 0)
    g_ptr_array_add (
        self->import->remarks,
        g_strdup_printf (ngettext ("%u name of the file is no person of this production: it "
                                   "stands as a function.",
                                   "%u names of the file are no people of this production: they "
                                   "stand as functions.",
                                   n),
                         n));
}

/* ---- the baseline ---- */

/* A year that a plan can have: others are mistakes. */
static PltDate
usual_date (PltDate date)
{
  return date != PLT_DATE_NONE && date >= plt_date_from_ymd (1900, 1, 1)
                 && date <= plt_date_from_ymd (2199, 12, 31)
             ? date
             : PLT_DATE_NONE;
}

/* One that has its name, or keeps the same dates of the same tasks. */
static gboolean
has_baseline (const Extras *self, const char *name, guint n)
{
  const PltFacts *facts = self->retro->facts;
  const PltNetworkProject *project = self->project;

  for (guint b = 0; b < facts->baselines.n; b++)
    {
      g_autoptr (GHashTable) kept = g_hash_table_new (g_int64_hash, g_int64_equal);
      guint n_same = 0;

      if (strcmp (facts->baselines.items[b].name, name) == 0)
        return TRUE;
      for (guint i = 0; i < facts->baseline_tasks.n; i++)
        if (facts->baseline_tasks.items[i].baseline == facts->baselines.items[b].id)
          g_hash_table_insert (kept, &facts->baseline_tasks.items[i].task,
                               &facts->baseline_tasks.items[i]);
      for (guint i = 0; i < project->tasks->len && i < project->extras->len; i++)
        {
          const PltNetworkSpan *span = &plt_network_project_extra (project, i)->baseline;
          const PltBaselineTaskFacts *row = g_hash_table_lookup (kept, &self->rows[i]);

          n_same += row != NULL && row->start_date == span->from && row->end_date == span->to;
        }
      if (n_same == n)
        return TRUE;
    }
  return FALSE;
}

static void
add_baseline (const Extras *self)
{
  const PltNetworkProject *project = self->project;
  PltBatch *batch = self->import->batch;
  g_autofree char *name
      = clean_name (*project->baseline_name != '\0' ? project->baseline_name : BASELINE);
  PltDate date = usual_date (project->baseline_date), first = PLT_DATE_NONE;
  gint64 baseline = 0;
  guint n = 0;

  for (guint i = 0; i < project->tasks->len && i < project->extras->len; i++)
    {
      PltDate from = usual_date (plt_network_project_extra (project, i)->baseline.from);

      if (self->rows[i] == 0 || from == PLT_DATE_NONE)
        continue;
      first = first == PLT_DATE_NONE ? from : MIN (first, from);
      n++;
    }
  if (n == 0 || *name == '\0' || has_baseline (self, name, n))
    return;
  for (guint i = 0; i < project->tasks->len && i < project->extras->len; i++)
    {
      const PltNetworkSpan *span = &plt_network_project_extra (project, i)->baseline;

      if (self->rows[i] == 0 || usual_date (span->from) == PLT_DATE_NONE)
        continue;
      if (baseline == 0)
        {
          baseline = plt_batch_insert (batch, "baseline");
          plt_batch_set_text (batch, "name", name);
          plt_batch_set_date (batch, "date", date != PLT_DATE_NONE ? date : first);
        }
      plt_batch_insert (batch, "baseline_task");
      plt_batch_set_integer (batch, "baseline", baseline);
      plt_batch_set_integer (batch, "task", self->rows[i]);
      plt_batch_set_date (batch, "start_date", span->from);
      plt_batch_set_date (batch, "end_date", MAX (usual_date (span->to), span->from));
      self->import->n_baseline++;
    }
}

void
plt_retro_import_extras (const PltRetro *self,
                         const PltNetworkProject *project,
                         const gint64 *rows,
                         PltRetroImport *import)
{
  Extras extras = { self, project, rows, import };

  add_texts (&extras);
  add_people (&extras);
  add_baseline (&extras);
}
