/* What séquences are looked for by: effect, décor, role, story day, state, what is sensitive, and
 * how far their sheet is. */
#include "plt-register-custom.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const PltSequenceFacts *
find (PltSession *session, gint64 row)
{
  return PLT_FACTS_FIND (plt_session_get_facts (session)->sequences, PltSequenceFacts, row);
}

/* Names in the order they are met, each once. */
typedef struct
{
  GStrvBuilder *builder;
  GHashTable *seen;
} Names;

static Names
names_new (void)
{
  return (Names){ g_strv_builder_new (),
                  g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
}

static void
names_add (Names *self, const char *name)
{
  if (*name != '\0' && g_hash_table_add (self->seen, g_strdup (name)))
    g_strv_builder_add (self->builder, name);
}

static GStrv
names_end (Names *self)
{
  GStrv names = g_strv_builder_end (self->builder);

  g_strv_builder_unref (self->builder);
  g_hash_table_unref (self->seen);
  return names;
}

/* ---- effect ---- */

static GStrv
effect_values (PltSession *session)
{
  const PltFacts *facts = plt_session_get_facts (session);
  Names names = names_new ();

  for (guint i = 0; i < facts->sequences.n; i++)
    names_add (&names, plt_effect_code (facts->sequences.items[i].int_ext,
                                        facts->sequences.items[i].effect));
  return names_end (&names);
}

static gboolean
effect_matches (PltSession *session, gint64 row, const char *value)
{
  const PltSequenceFacts *sequence = find (session, row);

  return sequence == NULL
         || strcmp (plt_effect_code (sequence->int_ext, sequence->effect), value) == 0;
}

/* ---- décor: by its name, with all its parts ---- */

static GStrv
set_values (PltSession *session)
{
  const PltFacts *facts = plt_session_get_facts (session);
  Names names = names_new ();

  for (guint i = 0; i < facts->sets.n; i++)
    names_add (&names, facts->sets.items[i].name);
  return names_end (&names);
}

static gboolean
set_matches (PltSession *session, gint64 row, const char *value)
{
  const PltFacts *facts = plt_session_get_facts (session);
  const PltSequenceFacts *sequence = find (session, row);
  const PltSetFacts *set, *part;

  if (sequence == NULL)
    return TRUE;
  set = PLT_FACTS_FIND (facts->sets, PltSetFacts, sequence->set);
  part = PLT_FACTS_FIND (facts->sets, PltSetFacts, sequence->sub_set);
  return (set != NULL && strcmp (set->name, value) == 0)
         || (part != NULL && strcmp (part->name, value) == 0);
}

/* ---- role ---- */

static GStrv
role_values (PltSession *session)
{
  const PltFacts *facts = plt_session_get_facts (session);
  Names names = names_new ();

  for (guint i = 0; i < facts->elements.n; i++)
    if (plt_category_is_role (facts, facts->elements.items[i].category))
      names_add (&names, facts->elements.items[i].name);
  return names_end (&names);
}

static gboolean
role_matches (PltSession *session, gint64 row, const char *value)
{
  const PltFacts *facts = plt_session_get_facts (session);
  guint n;
  const PltOccurrenceFacts *const *occurrences = plt_facts_occurrences_of (facts, row, &n);

  if (find (session, row) == NULL)
    return TRUE;
  for (guint i = 0; i < n; i++)
    {
      const PltElementFacts *element
          = PLT_FACTS_FIND (facts->elements, PltElementFacts, occurrences[i]->element);

      if (element != NULL && strcmp (element->name, value) == 0
          && plt_category_is_role (facts, element->category))
        return TRUE;
    }
  return FALSE;
}

/* ---- story day ---- */

static GStrv
day_values (PltSession *session)
{
  const PltFacts *facts = plt_session_get_facts (session);
  Names names = names_new ();

  for (guint i = 0; i < facts->story_days.n; i++)
    names_add (&names, facts->story_days.items[i].name);
  for (guint i = 0; i < facts->sequences.n; i++)
    names_add (&names, facts->sequences.items[i].story_day);
  return names_end (&names);
}

static gboolean
day_matches (PltSession *session, gint64 row, const char *value)
{
  const PltSequenceFacts *sequence = find (session, row);

  return sequence == NULL || strcmp (sequence->story_day, value) == 0;
}

/* ---- choices of a column ---- */

static GStrv
choice_values (const char *column)
{
  const PltChoice *choices = plt_table_column (plt_table_find ("sequence"), column)->choices;
  Names names = names_new ();

  for (; choices->id != NULL; choices++)
    names_add (&names, plt_choice_title (choices));
  return names_end (&names);
}

/* Whether one of `ids`, which are separated by commas, is the choice with that title. */
static gboolean
choice_matches (const char *column, const char *ids, const char *value)
{
  const PltChoice *choices = plt_table_column (plt_table_find ("sequence"), column)->choices;
  g_auto (GStrv) list = g_strsplit (ids, ",", -1);

  for (; choices->id != NULL; choices++)
    if (strcmp (plt_choice_title (choices), value) == 0
        && g_strv_contains ((const char *const *) list, choices->id))
      return TRUE;
  return FALSE;
}

static GStrv
status_values (PltSession *session)
{
  return choice_values ("status");
}

static gboolean
status_matches (PltSession *session, gint64 row, const char *value)
{
  const PltSequenceFacts *sequence = find (session, row);

  return sequence == NULL || choice_matches ("status", sequence->status, value);
}

static GStrv
hazard_values (PltSession *session)
{
  return choice_values ("hazards");
}

static gboolean
hazard_matches (PltSession *session, gint64 row, const char *value)
{
  const PltSequenceFacts *sequence = find (session, row);

  return sequence == NULL || choice_matches ("hazards", sequence->hazards, value);
}

/* ---- how far its sheet is ---- */

static const char *const states[] = { N_ ("To do"), N_ ("Begun"), N_ ("Finished"), NULL };

static GStrv
progress_values (PltSession *session)
{
  Names names = names_new ();

  for (guint i = 0; states[i] != NULL; i++)
    names_add (&names, _ (states[i]));
  return names_end (&names);
}

static gboolean
progress_matches (PltSession *session, gint64 row, const char *value)
{
  PltBoxCount count = plt_progress_of_sequence (plt_session_get_progress (session), row);
  guint done = count.filled + count.nothing;

  if (find (session, row) == NULL)
    return TRUE;
  if (strcmp (value, _ (states[0])) == 0)
    return done < count.n;
  if (strcmp (value, _ (states[1])) == 0)
    return done > 0 && done < count.n;
  return done == count.n && count.n > 0;
}

const PltCustomFilter plt_sequence_filters[] = {
  { "progress", N_ ("Sheet"), progress_values, progress_matches },
  { "effect", N_ ("Effect"), effect_values, effect_matches },
  { "set", N_ ("Set"), set_values, set_matches },
  { "role", N_ ("Role"), role_values, role_matches },
  { "story_day", N_ ("Day of the story"), day_values, day_matches },
  { "status", N_ ("Status"), status_values, status_matches },
  { "hazards", N_ ("Sensitive points"), hazard_values, hazard_matches },
  { NULL },
};
