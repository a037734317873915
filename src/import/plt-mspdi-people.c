/* Who works on what, the columns of a project's own, baselines of MS Project XML. */
#include <string.h>

#include "plt-mspdi-private.h"
#include "plt-text.h"

#define MAX_NAMES 20000

/* "0.5" is 50: of a whole one, to the hundredth. */
static int
percent_of (const char *units)
{
  const char *point = strchr (units, '.');
  gint64 percent = CLAMP (plt_mspdi_number (units), 0, 10) * 100;

  for (int digit = 1, worth = 10; point != NULL && digit <= 2 && g_ascii_isdigit (point[digit]);
       digit++, worth /= 10)
    percent += (point[digit] - '0') * worth;
  return (int) MIN (percent, 1000);
}

void
plt_mspdi_take_work_text (PltMspdiReader *self, const char *name, const char *text)
{
  if (g_str_equal (name, "TaskUID"))
    self->work.task = plt_mspdi_number_of_row (text);
  else if (g_str_equal (name, "ResourceUID"))
    self->work.resource = plt_mspdi_number_of_row (text);
  else if (g_str_equal (name, "Units"))
    self->work.percent = percent_of (text);
}

void
plt_mspdi_take_resource_text (PltMspdiReader *self, const char *name, const char *text)
{
  if (g_str_equal (name, "UID"))
    self->resource_uid = plt_mspdi_number_of_row (text);
  else if (g_str_equal (name, "Name"))
    plt_mspdi_take_text_of (&self->resource_name, text);
  else if (g_str_equal (name, "Type"))
    self->resource_type = (int) plt_mspdi_number (text);
}

/* Material and money do no work. */
void
plt_mspdi_end_resource (PltMspdiReader *self)
{
  PltNetworkProject *project = self->project;

  if (self->resource_name == NULL || *self->resource_name == '\0')
    return;
  if (self->resource_type != 1)
    {
      self->n_materials++;
      return;
    }
  if (project->resources->len >= MAX_NAMES)
    return;
  g_ptr_array_add (project->resources,
                   (gpointer) plt_network_project_text (project, self->resource_name));
  g_hash_table_insert (self->resources, g_memdup2 (&self->resource_uid, sizeof self->resource_uid),
                       GUINT_TO_POINTER (project->resources->len));
}

void
plt_mspdi_take_field_text (PltMspdiReader *self, const char *name, const char *text)
{
  if (g_str_equal (name, "FieldID"))
    plt_mspdi_take_text_of (&self->field, text);
  else if (g_str_equal (name, "Value"))
    plt_mspdi_take_text_of (&self->value, text);
  else if (g_str_equal (name, "Alias"))
    plt_mspdi_take_text_of (&self->alias, text);
}

static gboolean
is_team (const char *alias)
{
  static const char *const words[] = { "equipe", "equipes", "team", "service", "departement" };
  g_autofree char *folded = plt_text_fold (alias);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (folded, words[i]) == 0)
      return TRUE;
  return FALSE;
}

void
plt_mspdi_end_field (PltMspdiReader *self)
{
  if (g_str_equal (plt_mspdi_parent_of (self, 1), "ExtendedAttributes"))
    {
      if (self->alias != NULL && self->field != NULL && self->team_field == NULL
          && is_team (self->alias))
        self->team_field = g_strdup (self->field);
    }
  else if (g_str_equal (plt_mspdi_parent_of (self, 1), "Task") && self->team_field != NULL
           && g_strcmp0 (self->field, self->team_field) == 0 && self->value != NULL)
    plt_mspdi_take_text_of (&self->task.team, self->value);
}

void
plt_mspdi_take_baseline_text (PltMspdiReader *self, const char *name, const char *text)
{
  if (g_str_equal (name, "Number"))
    self->number = (int) plt_mspdi_number (text);
  else if (g_str_equal (name, "Start"))
    self->kept.from = plt_mspdi_read_date (text, NULL);
  else if (g_str_equal (name, "Finish"))
    self->kept.to = plt_mspdi_read_end (text);
}

/* The first of eleven that a plan may have. */
void
plt_mspdi_end_baseline (PltMspdiReader *self)
{
  if (g_str_equal (plt_mspdi_parent_of (self, 1), "Task") && self->number == 0)
    self->task.baseline = self->kept;
}

/* Nobody (-65535) works on what nobody is given to. */
void
plt_mspdi_join_work (PltMspdiReader *self)
{
  for (guint i = 0; i < self->raw_work->len; i++)
    {
      const RawWork *raw = &g_array_index (self->raw_work, RawWork, i);
      guint task = GPOINTER_TO_UINT (g_hash_table_lookup (self->tasks, &raw->task));
      guint resource = GPOINTER_TO_UINT (g_hash_table_lookup (self->resources, &raw->resource));
      PltNetworkWork one = { task - 1, resource - 1, raw->percent };

      if (task > 0 && resource > 0)
        g_array_append_val (self->project->assignments, one);
    }
}
