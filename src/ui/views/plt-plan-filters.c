#include "plt-plan-filters.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-statuses.h"

/* (nullable): of a banner there is none, and no filter wants it. */
static const PltSequenceFacts *
sequence_of (PltSession *session, gint64 key, const PltStripFacts **strip)
{
  const PltFacts *facts = plt_session_get_facts (session);
  const PltStripFacts *found = key > 0 ? PLT_FACTS_FIND (facts->strips, PltStripFacts, key) : NULL;

  if (strip != NULL)
    *strip = found;
  if (key > 0 && found == NULL)
    return NULL;
  return PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, key > 0 ? found->sequence : -key);
}

/* ---- those of the dépouillement ---- */

static const PltCustomFilter *
of_sequences (const char *id)
{
  const PltCustomFilter *filter = plt_sequence_filters;

  while (filter->id != NULL && strcmp (filter->id, id) != 0)
    filter++;
  g_assert (filter->id != NULL);
  return filter;
}

#define LIKE_SEQUENCES(name)                                                                       \
  static GStrv name##_values (PltSession *session)                                                 \
  {                                                                                                \
    return of_sequences (#name)->values (session);                                                 \
  }                                                                                                \
                                                                                                   \
  static gboolean name##_matches (PltSession *session, gint64 key, const char *value)              \
  {                                                                                                \
    const PltSequenceFacts *sequence = sequence_of (session, key, NULL);                           \
                                                                                                   \
    return sequence != NULL && of_sequences (#name)->matches (session, sequence->id, value);       \
  }

LIKE_SEQUENCES (effect)
LIKE_SEQUENCES (set)
LIKE_SEQUENCES (role)

/* ---- place ---- */

static GStrv
place_values (PltSession *session)
{
  const PltFacts *facts = plt_session_get_facts (session);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < facts->locations.n; i++)
    g_strv_builder_add (names, facts->locations.items[i].name);
  return g_strv_builder_end (names);
}

static gboolean
place_matches (PltSession *session, gint64 key, const char *value)
{
  const PltSequenceFacts *sequence = sequence_of (session, key, NULL);
  const PltLocationFacts *place
      = sequence != NULL ? plt_facts_location_of (plt_session_get_facts (session), sequence) : NULL;

  return place != NULL && strcmp (place->name, value) == 0;
}

/* ---- inside or outside ---- */

static GStrv
side_values (PltSession *session)
{
  static const char *const sides[] = { "INT", "EXT", NULL };

  return g_strdupv ((char **) sides);
}

static gboolean
side_matches (PltSession *session, gint64 key, const char *value)
{
  const PltSequenceFacts *sequence = sequence_of (session, key, NULL);

  return sequence != NULL && strstr (sequence->int_ext, value) != NULL;
}

/* ---- what became of it ---- */

static GStrv
status_values (PltSession *session)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < PLT_N_SHOOT_STATUSES; i++)
    g_strv_builder_add (names, plt_shoot_status_title ((PltShootStatus) i));
  return g_strv_builder_end (names);
}

static gboolean
status_matches (PltSession *session, gint64 key, const char *value)
{
  const PltStripFacts nothing = { .shot = "", .part = "" };
  const PltStripFacts *strip;
  const PltSequenceFacts *sequence = sequence_of (session, key, &strip);

  return sequence != NULL
         && strcmp (plt_shoot_status_title (
                        plt_strip_status (strip != NULL ? strip : &nothing, sequence)),
                    value)
                == 0;
}

const PltCustomFilter plt_plan_filters[] = {
  { "role", N_ ("Role"), role_values, role_matches },
  { "set", N_ ("Set"), set_values, set_matches },
  { "place", N_ ("Location"), place_values, place_matches },
  { "side", N_ ("INT/EXT"), side_values, side_matches },
  { "effect", N_ ("Effect"), effect_values, effect_matches },
  { "status", N_ ("Status"), status_values, status_matches },
  { NULL },
};
