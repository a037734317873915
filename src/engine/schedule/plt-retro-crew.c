#include "plt-retro-crew.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-number.h"
#include "plt-text.h"

typedef struct
{
  gint64 person; /* 0: a function */
  char *function;
  gint64 share_e6;
} Typed;

static void
typed_clear (Typed *self)
{
  g_free (self->function);
}

char *
plt_retro_share_text (gint64 share_e6)
{
  g_autofree char *number = plt_number_format (share_e6, 4, 0);

  return g_strconcat (number, "\302\240%", NULL);
}

char *
plt_retro_crew_text (const PltFacts *facts, gint64 task)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < facts->task_people.n; i++)
    {
      const PltTaskPersonFacts *row = &facts->task_people.items[i];
      const PltPersonFacts *person;
      g_autofree char *name = NULL;

      if (row->task != task)
        continue;
      person = PLT_FACTS_FIND (facts->people, PltPersonFacts, row->person);
      name = person != NULL ? plt_facts_person_name (person) : g_strdup (row->function);
      if (*name == '\0')
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", name);
      if (row->share_e6 != PLT_UNKNOWN && row->share_e6 != PLT_RATE_ONE)
        {
          g_autofree char *share = plt_retro_share_text (row->share_e6);

          g_string_append_printf (text, " %s", share);
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- what is typed ---- */

/* Takes "50 %" off the end of `name`. */
static gboolean
take_share (char *name, gint64 *share_e6, GError **error)
{
  const gsize length = strlen (name);
  char *at = name + length;

  *share_e6 = PLT_RATE_ONE;
  if (length == 0 || name[length - 1] != '%')
    return TRUE;
  at[-1] = '\0';
  g_strchomp (name);
  if (g_str_has_suffix (name, "\302\240"))
    name[strlen (name) - 2] = '\0';
  at = strrchr (name, ' ');
  if (at == NULL || !plt_number_parse (at + 1, 4, share_e6, NULL) || *share_e6 <= 0
      || *share_e6 > PLT_RATE_ONE)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                           _ ("Write the part of the time after the name: Jeanne Perrin 50 %."));
      return FALSE;
    }
  *at = '\0';
  g_strchomp (name);
  return TRUE;
}

static gboolean
is_called (const PltPersonFacts *person, const char *folded, gboolean beginning)
{
  g_autofree char *name = plt_facts_person_name (person);
  g_autofree char *turned = g_strdup_printf ("%s %s", person->last_name, person->first_name);
  g_autofree char *one = plt_text_fold (name), *two = plt_text_fold (g_strstrip (turned));

  if (beginning)
    return g_str_has_prefix (one, folded) || g_str_has_prefix (two, folded);
  return strcmp (one, folded) == 0 || strcmp (two, folded) == 0;
}

/* 0 when nobody is called so; an error when several are. */
static gboolean
find_person (const PltFacts *facts, const char *name, gint64 *found, GError **error)
{
  g_autofree char *folded = plt_text_fold (name);

  *found = 0;
  for (int beginning = 0; beginning < 2 && *found == 0; beginning++)
    {
      const PltPersonFacts *first = NULL;

      for (guint i = 0; i < facts->people.n; i++)
        {
          const PltPersonFacts *person = &facts->people.items[i];
          g_autofree char *one = NULL, *other = NULL;

          if (!is_called (person, folded, beginning))
            continue;
          if (first == NULL)
            {
              first = person;
              continue;
            }
          one = plt_facts_person_name (first);
          other = plt_facts_person_name (person);
          g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                       _ ("“%s” may be %s or %s: write the whole name."), name, one, other);
          return FALSE;
        }
      *found = first != NULL ? first->id : 0;
    }
  return TRUE;
}

/* At commas and semicolons; the comma of "12,5 %" is none. */
static GStrv
split (const char *text)
{
  g_autofree char *plain = g_strdup (text);

  for (char *at = plain; *at != '\0'; at++)
    if (*at == '\n'
        || (*at == ',' && !(at > plain && g_ascii_isdigit (at[-1]) && g_ascii_isdigit (at[1]))))
      *at = ';';
  return g_strsplit (plain, ";", -1);
}

static GArray *
read_crew (const PltFacts *facts, const char *text, GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, TRUE, sizeof (Typed));
  g_auto (GStrv) parts = split (text);

  g_array_set_clear_func (list, (GDestroyNotify) typed_clear);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *name = g_strstrip (parts[i]);
      Typed one = { 0 };

      if (*name == '\0')
        continue;
      if (!take_share (name, &one.share_e6, error)
          || !find_person (facts, name, &one.person, error))
        return NULL;
      if (one.person == 0)
        one.function = g_strdup (name);
      g_array_append_val (list, one);
    }
  return g_steal_pointer (&list);
}

/* ---- what is written ---- */

static gboolean
is_of (const Typed *typed, const PltTaskPersonFacts *row)
{
  g_autofree char *one = NULL, *other = NULL;

  if (typed->person != 0 || row->person != 0)
    return typed->person == row->person;
  one = plt_text_fold (typed->function);
  other = plt_text_fold (row->function);
  return strcmp (one, other) == 0;
}

/* Takes the row's name off the list; a row nobody named goes. */
static void
put_row (const PltTaskPersonFacts *row, GArray *list, PltBatch *batch)
{
  for (guint i = 0; i < list->len; i++)
    {
      const Typed *typed = &g_array_index (list, Typed, i);

      if (!is_of (typed, row))
        continue;
      if (typed->share_e6 != row->share_e6
          && !(typed->share_e6 == PLT_RATE_ONE && row->share_e6 == PLT_UNKNOWN))
        {
          plt_batch_update (batch, "task_person", row->id);
          plt_batch_set_integer (batch, "share_e6", typed->share_e6);
        }
      g_array_remove_index (list, i);
      return;
    }
  plt_batch_delete (batch, "task_person", row->id);
}

gboolean
plt_retro_put_crew (
    const PltFacts *facts, gint64 task, const char *text, PltBatch *batch, GError **error)
{
  g_autoptr (GArray) list = NULL;

  g_return_val_if_fail (facts != NULL && text != NULL && batch != NULL, FALSE);

  list = read_crew (facts, text, error);
  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < facts->task_people.n; i++)
    if (facts->task_people.items[i].task == task)
      put_row (&facts->task_people.items[i], list, batch);
  for (guint i = 0; i < list->len; i++)
    {
      const Typed *typed = &g_array_index (list, Typed, i);

      plt_batch_insert (batch, "task_person");
      plt_batch_set_integer (batch, "task", task);
      if (typed->person != 0)
        plt_batch_set_integer (batch, "person", typed->person);
      else
        plt_batch_set_text (batch, "function", typed->function);
      plt_batch_set_integer (batch, "share_e6", typed->share_e6);
    }
  return TRUE;
}
