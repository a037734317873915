#include "plt-retro-choice.h"

#include <string.h>

#include "plt-error.h"
#include "plt-text.h"

/* ---- what is wanted ---- */

static const PltRetroRow *
row_at (const PltRetroChoice *self, guint i)
{
  return &g_array_index (self->paper->retro->rows, PltRetroRow, i);
}

static const char *
team_of (const PltRetroRow *row)
{
  return row->task != NULL && row->task->team != NULL ? row->task->team : "";
}

static gboolean
is_same (const char *a, const char *b)
{
  g_autofree char *first = plt_text_fold (a);
  g_autofree char *second = plt_text_fold (b);

  return strcmp (first, second) == 0;
}

static gboolean
is_task (const PltRetroRow *row)
{
  return row->kind == PLT_RETRO_TASK || row->kind == PLT_RETRO_MILESTONE;
}

static gboolean
is_work_of (const PltRetroChoice *self, const PltRetroRow *row, gint64 person)
{
  const PltFacts *facts = self->paper->source.facts;

  for (guint i = 0; row->task != NULL && i < facts->task_people.n; i++)
    if (facts->task_people.items[i].task == row->task->id
        && facts->task_people.items[i].person == person)
      return TRUE;
  return FALSE;
}

static gboolean
is_within (const PltRetroChoice *self, const PltRetroRow *row)
{
  if (!row->is_dated)
    return self->from == PLT_DATE_NONE && self->to == PLT_DATE_NONE;
  return (self->from == PLT_DATE_NONE || row->dates.finish >= self->from)
         && (self->to == PLT_DATE_NONE || row->dates.start <= self->to);
}

static gboolean
is_wanted (const PltRetroChoice *self, const PltRetroRow *row)
{
  if (!is_within (self, row) || (self->phase != NULL && g_strcmp0 (row->phase, self->phase) != 0))
    return FALSE;
  if (row->kind == PLT_RETRO_REGISTER)
    return self->registers && self->team == NULL && self->person == 0 && !self->critical;
  return is_task (row) && (!self->critical || (row->is_dated && row->dates.critical))
         && (self->team == NULL || is_same (team_of (row), self->team))
         && (self->person == 0 || is_work_of (self, row, self->person));
}

/* ---- lines ---- */

static void
widen (PltRetroItem *item, const PltRetroRow *row)
{
  if (!row->is_dated)
    return;
  item->from = item->from == PLT_DATE_NONE ? row->dates.start : MIN (item->from, row->dates.start);
  item->to = item->to == PLT_DATE_NONE ? row->dates.finish : MAX (item->to, row->dates.finish);
}

static PltRetroItem *
add (PltRetroChoice *self, const PltRetroRow *row, const char *head, guint depth)
{
  PltRetroItem item = { .row = row, .depth = depth, .from = PLT_DATE_NONE, .to = PLT_DATE_NONE };

  if (head != NULL)
    {
      char *text = g_strdup (head);

      g_ptr_array_add (self->texts, text);
      item.head = text;
    }
  if (row != NULL && row->kind != PLT_RETRO_PHASE && row->kind != PLT_RETRO_GROUP)
    widen (&item, row);
  g_array_append_val (self->items, item);
  return &g_array_index (self->items, PltRetroItem, self->items->len - 1);
}

/* Whether a phase may show some of its tasks and not others that are as near. */
static gboolean
is_partial (const PltRetroChoice *self)
{
  return self->team != NULL || self->person != 0 || self->critical;
}

/* As the plan has them, heads with something below only. */
static void
list_by_phase (PltRetroChoice *self)
{
  for (guint i = 0; i < self->paper->retro->rows->len; i++)
    {
      const PltRetroRow *row = row_at (self, i);
      PltRetroItem head = { .from = PLT_DATE_NONE, .to = PLT_DATE_NONE }, *item;
      gboolean any = is_wanted (self, row), group = !is_task (row);

      if (row->kind == PLT_RETRO_REGISTER)
        continue;
      for (guint j = i + 1; group && j <= i + row->n_below; j++)
        if (is_wanted (self, row_at (self, j)))
          {
            any = TRUE;
            widen (&head, row_at (self, j));
          }
      if (!any)
        continue;
      item = add (self, row, NULL, row->depth);
      if (group && is_partial (self))
        {
          item->from = head.from;
          item->to = head.to;
        }
      else if (group)
        widen (item, row);
    }
}

typedef gboolean (*IsOf) (const PltRetroChoice *self, const PltRetroRow *row, gconstpointer key);

static void
list_under (PltRetroChoice *self, const char *title, IsOf is_of, gconstpointer key)
{
  guint head = G_MAXUINT;

  for (guint i = 0; i < self->paper->retro->rows->len; i++)
    {
      const PltRetroRow *row = row_at (self, i);

      if (!is_task (row) || !is_wanted (self, row) || !is_of (self, row, key))
        continue;
      if (head == G_MAXUINT)
        {
          head = self->items->len;
          add (self, NULL, title, 0);
        }
      add (self, row, NULL, 1);
      widen (&g_array_index (self->items, PltRetroItem, head), row);
    }
}

static gboolean
is_of_team (const PltRetroChoice *self, const PltRetroRow *row, gconstpointer team)
{
  return strcmp (team_of (row), team) == 0;
}

static void
list_by_team (PltRetroChoice *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (seen, (gpointer) "");
  for (guint i = 0; i < self->paper->retro->rows->len; i++)
    if (is_task (row_at (self, i))
        && g_hash_table_add (seen, (gpointer) team_of (row_at (self, i))))
      list_under (self, team_of (row_at (self, i)), is_of_team, team_of (row_at (self, i)));
  list_under (self, "Sans équipe", is_of_team, "");
}

static gboolean
is_of_person (const PltRetroChoice *self, const PltRetroRow *row, gconstpointer person)
{
  return is_work_of (self, row, ((const PltPersonFacts *) person)->id);
}

static gboolean
is_of_nobody (const PltRetroChoice *self, const PltRetroRow *row, gconstpointer key)
{
  return row->people == NULL || *row->people == '\0';
}

static void
list_by_person (PltRetroChoice *self)
{
  const PltFacts *facts = self->paper->source.facts;

  for (guint i = 0; i < facts->people.n; i++)
    {
      g_autofree char *name = plt_facts_person_name (&facts->people.items[i]);

      if (self->person == 0 || self->person == facts->people.items[i].id)
        list_under (self, name, is_of_person, &facts->people.items[i]);
    }
  if (self->person == 0)
    list_under (self, "Sans personne nommée", is_of_nobody, NULL);
}

/* What other registers give stands apart from the last phase. */
static void
list_registers (PltRetroChoice *self)
{
  gboolean headed = FALSE;

  for (guint i = 0; i < self->paper->retro->rows->len; i++)
    {
      const PltRetroRow *row = row_at (self, i);

      if (row->kind != PLT_RETRO_REGISTER || !is_wanted (self, row))
        continue;
      if (!headed)
        add (self, NULL, "Dates des autres registres", 0);
      headed = TRUE;
      add (self, row, NULL, 1);
    }
}

/* ---- reading ---- */

static PltDate
date_of (const PltParams *params, const char *name)
{
  const char *text = plt_params_get (params, name);

  return text != NULL ? plt_date_from_iso (text) : PLT_DATE_NONE;
}

static gboolean
read_person (PltRetroChoice *self, const char *word, GError **error)
{
  const PltFacts *facts = self->paper->source.facts;

  if (word == NULL || *word == '\0')
    return TRUE;
  for (guint i = 0; i < facts->people.n; i++)
    {
      g_autofree char *name = plt_facts_person_name (&facts->people.items[i]);
      g_autofree char *row = g_strdup_printf ("%" G_GINT64_FORMAT, facts->people.items[i].id);

      if (strcmp (row, word) != 0 && !is_same (name, word))
        continue;
      self->person = facts->people.items[i].id;
      self->person_name = g_steal_pointer (&name);
      return TRUE;
    }
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("Nobody called “%s” is in this production."), word);
  return FALSE;
}

static gboolean
read_team (PltRetroChoice *self, const char *word, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) known = g_string_new (NULL);

  if (word == NULL || *word == '\0')
    return TRUE;
  for (guint i = 0; i < self->paper->retro->rows->len; i++)
    {
      const char *team = team_of (row_at (self, i));

      if (*team == '\0' || !g_hash_table_add (seen, (gpointer) team))
        continue;
      g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", team);
      if (!is_same (team, word))
        continue;
      self->team = g_strdup (team);
      return TRUE;
    }
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("No task has the team “%s”. The teams are: %s."), word, known->str);
  return FALSE;
}

gboolean
plt_retro_choice_read (PltRetroChoice *self,
                       const PltRetroPaper *paper,
                       const PltParams *params,
                       GError **error)
{
  const char *phase = plt_params_get (params, "phase");
  const char *by = plt_params_get (params, "rangs");

  self->paper = paper;
  self->items = g_array_new (FALSE, FALSE, sizeof (PltRetroItem));
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->phase = g_strcmp0 (phase, "toutes") != 0 ? phase : NULL;
  self->critical = g_strcmp0 (plt_params_get (params, "critique"), "1") == 0;
  self->registers = g_strcmp0 (plt_params_get (params, "registres"), "0") != 0;
  self->from = date_of (params, "debut");
  self->to = date_of (params, "fin");
  if (!read_person (self, plt_params_get (params, "personne"), error)
      || !read_team (self, plt_params_get (params, "equipe"), error))
    return FALSE;
  if (g_strcmp0 (by, "equipe") == 0)
    list_by_team (self);
  else if (g_strcmp0 (by, "personne") == 0)
    list_by_person (self);
  else
    list_by_phase (self);
  list_registers (self);
  return TRUE;
}

void
plt_retro_choice_clear (PltRetroChoice *self)
{
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->team, g_free);
  g_clear_pointer (&self->person_name, g_free);
}

char *
plt_retro_choice_title (const PltRetroChoice *self, const char *title)
{
  GString *text = g_string_new (title);

  if (self->phase != NULL)
    g_string_append_printf (text, " – %s", plt_retro_paper_phase (self->phase));
  if (self->team != NULL)
    g_string_append_printf (text, " – %s", self->team);
  if (self->person_name != NULL)
    g_string_append_printf (text, " – %s", self->person_name);
  if (self->critical)
    g_string_append (text, " – chemin critique");
  return g_string_free (text, FALSE);
}

void
plt_retro_choice_entries (const PltRetroChoice *self, PltDocument *document)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < self->items->len; i++)
    g_hash_table_add (wanted, (gpointer) g_array_index (self->items, PltRetroItem, i).row);
  plt_retro_paper_entries (self->paper, document, wanted);
}

char *
plt_retro_item_name (const PltRetroItem *item)
{
  return item->row != NULL ? plt_retro_paper_name (item->row) : g_strdup (item->head);
}

gboolean
plt_retro_item_is_group (const PltRetroItem *item)
{
  return item->row == NULL || item->row->kind == PLT_RETRO_PHASE
         || item->row->kind == PLT_RETRO_GROUP;
}
