#include "plt-facts.h"

#include <string.h>

#include "plt-text.h"

/* An id is its own key. */
G_STATIC_ASSERT (sizeof (gpointer) >= sizeof (gint64));

#define MOST_SHARES 500

/* Facts that follow one another have most of their strings in common. */
struct _PltFactsShare
{
  guint n_owners;
  guint n_made;
};

/**
 * plt_facts_new:
 *
 * Returns: (transfer full): empty facts: no rows, the texts of the production "", its numbers
 * PLT_UNKNOWN, its dates PLT_DATE_NONE, its references 0
 */
PltFacts *
plt_facts_new (void)
{
  PltFacts *self = g_new0 (PltFacts, 1);
  PltProductionFacts *production = &self->production;

  self->strings = g_string_chunk_new (4096);
  self->share = g_new (struct _PltFactsShare, 1);
  *self->share = (struct _PltFactsShare){ 1, 1 };
  production->title = production->kind = production->director = production->author = "";
  production->company = production->company_address = production->company_phone = "";
  production->emergency_phone = production->production_manager = production->first_assistant = "";
  production->format = production->agreement = production->region = production->note = "";
  production->territory = production->strip_fields = "";
  production->target_seconds = PLT_UNKNOWN;
  production->start_date = production->delivery_date = PLT_DATE_NONE;
  return self;
}

gboolean
plt_facts_may_follow (const PltFacts *before)
{
  return before->share->n_made < MOST_SHARES;
}

PltFacts *
plt_facts_new_after (const PltFacts *before)
{
  PltFacts *self = g_new0 (PltFacts, 1);

  self->production = before->production;
  self->strings = before->strings;
  self->share = before->share;
  self->share->n_owners++;
  self->share->n_made++;
  return self;
}

/* The occurrences by séquence: pointers in the order of the list, those of a séquence together. */
struct _PltFactsIndex
{
  const PltOccurrenceFacts *items; /* what it was made of: another list makes it stale */
  guint n;
  const PltOccurrenceFacts **sorted;
  guint *ends;        /* by place of a séquence: one after its last in `sorted` */
  GHashTable *places; /* séquence -> its place + 1 */
};

static void
free_index (struct _PltFactsIndex *index)
{
  if (index == NULL)
    return;
  g_free (index->sorted);
  g_free (index->ends);
  g_hash_table_unref (index->places);
  g_free (index);
}

#define FREE_LIST(list)                                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_free ((list).items);                                                                         \
    g_clear_pointer (&(list).index, g_hash_table_unref);                                           \
  }                                                                                                \
  G_STMT_END

/**
 * plt_facts_free:
 * @self: (transfer full): facts, with all their strings
 */
void
plt_facts_free (PltFacts *self)
{
  g_return_if_fail (self != NULL);

  FREE_LIST (self->locations);
  FREE_LIST (self->sets);
  FREE_LIST (self->sequences);
  FREE_LIST (self->categories);
  FREE_LIST (self->elements);
  FREE_LIST (self->occurrences);
  FREE_LIST (self->story_days);
  FREE_LIST (self->costumes);
  FREE_LIST (self->raccords);
  FREE_LIST (self->boxes);
  FREE_LIST (self->links);
  FREE_LIST (self->refusals);
  FREE_LIST (self->people);
  FREE_LIST (self->profiles);
  FREE_LIST (self->engagements);
  FREE_LIST (self->schedules);
  FREE_LIST (self->days);
  FREE_LIST (self->strips);
  FREE_LIST (self->availability);
  FREE_LIST (self->events);
  FREE_LIST (self->presence_codes);
  FREE_LIST (self->presences);
  FREE_LIST (self->periods);
  FREE_LIST (self->orders);
  FREE_LIST (self->weights);
  FREE_LIST (self->changes);
  FREE_LIST (self->colors);
  FREE_LIST (self->budgets);
  FREE_LIST (self->globals);
  FREE_LIST (self->accounts);
  FREE_LIST (self->lines);
  FREE_LIST (self->transfers);
  FREE_LIST (self->funding);
  FREE_LIST (self->instalments);
  FREE_LIST (self->cash);
  FREE_LIST (self->funding_statuses);
  FREE_LIST (self->applications);
  FREE_LIST (self->application_documents);
  FREE_LIST (self->payments);
  FREE_LIST (self->credits);
  FREE_LIST (self->bank);
  FREE_LIST (self->scenarios);
  FREE_LIST (self->scenario_changes);
  FREE_LIST (self->parameters);
  FREE_LIST (self->sheets);
  FREE_LIST (self->calls);
  FREE_LIST (self->call_notes);
  FREE_LIST (self->tasks);
  FREE_LIST (self->deliveries);
  FREE_LIST (self->insurances);
  FREE_LIST (self->vehicles);
  FREE_LIST (self->movements);
  FREE_LIST (self->stops);
  FREE_LIST (self->travels);
  FREE_LIST (self->reports);
  FREE_LIST (self->log);
  FREE_LIST (self->delays);
  FREE_LIST (self->cards);
  FREE_LIST (self->incidents);
  FREE_LIST (self->hours);
  FREE_LIST (self->conformities);
  FREE_LIST (self->task_calendars);
  FREE_LIST (self->closings);
  FREE_LIST (self->task_links);
  FREE_LIST (self->task_people);
  FREE_LIST (self->bookings);
  FREE_LIST (self->baselines);
  FREE_LIST (self->baseline_tasks);
  FREE_LIST (self->screenings);
  FREE_LIST (self->screening_notes);
  FREE_LIST (self->referentials);
  FREE_LIST (self->blocks);
  FREE_LIST (self->tags);
  if (--self->share->n_owners == 0)
    {
      g_string_chunk_free (self->strings);
      g_free (self->share);
    }
  free_index (self->index);
  g_free (self);
}

/**
 * plt_facts_grow:
 * @items: (nullable): the items of a list
 * @n: (inout): how many; one more afterwards
 * @index: (inout): the index of the list, made when it is %NULL
 * @size: of an item
 * @id: of the new row
 *
 * Makes room for a row at the end of a list, zeroed but for the id, and puts it in the index. Use
 * PLT_FACTS_ADD().
 *
 * Returns: the items, which may have moved
 */
gpointer
plt_facts_grow (gpointer items, guint *n, GHashTable **index, gsize size, gint64 id)
{
  char *last;

  g_return_val_if_fail (n != NULL && index != NULL && size >= sizeof id, items);

  /* capacities are powers of two: full when n is one */
  if ((*n & (*n - 1)) == 0)
    items = g_realloc_n (items, *n == 0 ? 1 : (gsize) *n * 2, size);
  if (*index == NULL)
    *index = g_hash_table_new (NULL, NULL);
  last = (char *) items + *n * size;
  memset (last, 0, size);
  memcpy (last, &id, sizeof id);
  (*n)++;
  g_hash_table_insert (*index, (gpointer) id, GUINT_TO_POINTER (*n));
  return items;
}

/**
 * plt_facts_lookup:
 * @index: (nullable): of a list
 * @items: of the same list
 * @size: of an item
 * @id: of a row, 0 for none
 *
 * Returns: (nullable): the item. Use PLT_FACTS_FIND().
 */
gconstpointer
plt_facts_lookup (GHashTable *index, gconstpointer items, gsize size, gint64 id)
{
  guint place;

  if (index == NULL || id == 0)
    return NULL;
  place = GPOINTER_TO_UINT (g_hash_table_lookup (index, (gconstpointer) id));
  return place == 0 ? NULL : (const char *) items + (place - 1) * size;
}

/**
 * plt_facts_index:
 * @self: facts whose occurrences are all there
 *
 * Sorts the occurrences by séquence, in one pass over them.
 */
void
plt_facts_index (PltFacts *self)
{
  struct _PltFactsIndex *index = g_new0 (struct _PltFactsIndex, 1);
  g_autofree guint *place_of = g_new (guint, self->occurrences.n + 1);
  guint n_places = 0;
  guint total = 0;

  index->items = self->occurrences.items;
  index->n = self->occurrences.n;
  index->places = g_hash_table_new (NULL, NULL);
  index->sorted = g_new (const PltOccurrenceFacts *, index->n + 1);
  index->ends = g_new0 (guint, index->n + 1);
  for (guint i = 0; i < index->n; i++)
    {
      gpointer key = PLT_ID_TO_POINTER (index->items[i].sequence);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (index->places, key));

      if (place == 0)
        g_hash_table_insert (index->places, key, GUINT_TO_POINTER (place = ++n_places));
      place_of[i] = place - 1;
      index->ends[place - 1]++;
    }
  for (guint i = 0; i < n_places; i++)
    {
      guint count = index->ends[i];

      index->ends[i] = total; /* where it begins, moved to its end below */
      total += count;
    }
  for (guint i = 0; i < index->n; i++)
    index->sorted[index->ends[place_of[i]]++] = &index->items[i];
  free_index (self->index);
  self->index = index;
}

/**
 * plt_facts_occurrences_of:
 * @self: facts
 * @sequence: a séquence, 0 for none
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): what occurs in it, in the order of the list
 */
const PltOccurrenceFacts *const *
plt_facts_occurrences_of (const PltFacts *self, gint64 sequence, guint *n)
{
  const struct _PltFactsIndex *index;
  guint place, start;

  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  if (self->index == NULL || self->index->items != self->occurrences.items
      || self->index->n != self->occurrences.n)
    plt_facts_index ((PltFacts *) self); /* a cache: the facts say the same as before */
  index = self->index;
  place = GPOINTER_TO_UINT (g_hash_table_lookup (index->places, PLT_ID_TO_POINTER (sequence)));
  start = place > 1 ? index->ends[place - 2] : 0;
  *n = place == 0 ? 0 : index->ends[place - 1] - start;
  return index->sorted + start;
}

/**
 * plt_facts_find_occurrence:
 * @self: facts
 * @sequence: a séquence
 * @element: an element
 *
 * Returns: (transfer none) (nullable): the occurrence of the element in the séquence
 */
const PltOccurrenceFacts *
plt_facts_find_occurrence (const PltFacts *self, gint64 sequence, gint64 element)
{
  guint n;
  const PltOccurrenceFacts *const *there = plt_facts_occurrences_of (self, sequence, &n);

  for (guint i = 0; i < n; i++)
    if (there[i]->element == element)
      return there[i];
  return NULL;
}

/* The location of a set, or of the nearest set it is part of that has one. */
static const PltLocationFacts *
location_of_set (const PltFacts *self, gint64 id)
{
  /* a set has few ancestors; the bound ends a circle, which the file does not exclude */
  for (guint i = 0; i < 8; i++)
    {
      const PltSetFacts *set = PLT_FACTS_FIND (self->sets, PltSetFacts, id);
      const PltLocationFacts *location;

      if (set == NULL)
        return NULL;
      location = PLT_FACTS_FIND (self->locations, PltLocationFacts, set->location);
      if (location != NULL)
        return location;
      id = set->parent;
    }
  return NULL;
}

/**
 * plt_facts_location_of:
 * @self: facts
 * @sequence: one of its sequences
 *
 * Returns: (transfer none) (nullable): where it is shot: its own location, else that of its
 * sub-set, else that of its set
 */
const PltLocationFacts *
plt_facts_location_of (const PltFacts *self, const PltSequenceFacts *sequence)
{
  const PltLocationFacts *location;

  g_return_val_if_fail (self != NULL && sequence != NULL, NULL);

  location = PLT_FACTS_FIND (self->locations, PltLocationFacts, sequence->location);
  if (location == NULL)
    location = location_of_set (self, sequence->sub_set);
  if (location == NULL)
    location = location_of_set (self, sequence->set);
  return location;
}

/**
 * plt_facts_set_name:
 * @self: facts
 * @sequence: one of its sequences
 *
 * Returns: (transfer full): "CAFÉ DU PORT / ARRIÈRE-SALLE", "CAFÉ DU PORT", or ""
 */
char *
plt_facts_set_name (const PltFacts *self, const PltSequenceFacts *sequence)
{
  const PltSetFacts *set, *part;

  g_return_val_if_fail (self != NULL && sequence != NULL, NULL);

  set = PLT_FACTS_FIND (self->sets, PltSetFacts, sequence->set);
  part = PLT_FACTS_FIND (self->sets, PltSetFacts, sequence->sub_set);
  if (set != NULL && part != NULL)
    return g_strdup_printf ("%s / %s", set->name, part->name);
  return g_strdup (set != NULL ? set->name : part != NULL ? part->name : "");
}

/**
 * plt_category_is_role:
 * @self: facts
 * @category: a category of elements, 0 for none
 *
 * Returns: whether its elements are roles
 */
gboolean
plt_category_is_role (const PltFacts *self, gint64 category)
{
  const PltCategoryFacts *found;

  g_return_val_if_fail (self != NULL, FALSE);

  found = PLT_FACTS_FIND (self->categories, PltCategoryFacts, category);
  return found != NULL && strcmp (found->family, "roles") == 0;
}

/**
 * plt_facts_person_name:
 * @person: (nullable): a person
 *
 * Returns: (transfer full): "Nora Le Guen", "" for nobody
 */
char *
plt_facts_person_name (const PltPersonFacts *person)
{
  if (person == NULL)
    return g_strdup ("");
  if (person->first_name[0] == '\0' || person->last_name[0] == '\0')
    return g_strconcat (person->first_name, person->last_name, NULL);
  return g_strdup_printf ("%s %s", person->first_name, person->last_name);
}

/* The light a séquence is shot in. */
typedef enum
{
  LIGHT_NONE,
  LIGHT_DAY,
  LIGHT_NIGHT,
  LIGHT_DAWN,
  LIGHT_DUSK,
} Light;

typedef enum
{
  LETTER_NONE,
  LETTER_DAY,
  LETTER_NIGHT,
  LETTER_DAWN,
  LETTER_DUSK,
  LETTER_MORNING,
  LETTER_EVENING,
  LETTER_DAY_FOR_NIGHT,
  N_LETTERS,
} Letter;

typedef struct
{
  const char *name; /* as plt_text_fold() gives it */
  Light light;
  Letter letter;
} Effect;

static const Effect effects[] = {
  { "jour", LIGHT_DAY, LETTER_DAY },
  { "nuit", LIGHT_NIGHT, LETTER_NIGHT },
  { "aube", LIGHT_DAWN, LETTER_DAWN },
  { "matin", LIGHT_DAY, LETTER_MORNING },
  { "midi", LIGHT_DAY, LETTER_DAY },
  { "apres-midi", LIGHT_DAY, LETTER_DAY },
  { "fin de journee", LIGHT_DAY, LETTER_DAY },
  { "soir", LIGHT_NIGHT, LETTER_EVENING },
  { "soiree", LIGHT_NIGHT, LETTER_EVENING },
  { "crepuscule", LIGHT_DUSK, LETTER_DUSK },
  { "entre chien et loup", LIGHT_DUSK, LETTER_DUSK },
  { "nuit americaine", LIGHT_DAY, LETTER_DAY_FOR_NIGHT }, /* shot by day */
  { "day", LIGHT_DAY, LETTER_DAY },
  { "night", LIGHT_NIGHT, LETTER_NIGHT },
  { "dawn", LIGHT_DAWN, LETTER_DAWN },
  { "morning", LIGHT_DAY, LETTER_MORNING },
  { "afternoon", LIGHT_DAY, LETTER_DAY },
  { "evening", LIGHT_NIGHT, LETTER_EVENING },
  { "dusk", LIGHT_DUSK, LETTER_DUSK },
};

static const Effect *
find_effect (const char *effect)
{
  static const Effect none = { "", LIGHT_NONE, LETTER_NONE };
  g_autofree char *squeezed = NULL;
  g_autofree char *folded = NULL;

  if (effect[0] == '\0')
    return &none;
  /* most are one plain word */
  for (gsize i = 0; i < G_N_ELEMENTS (effects); i++)
    if (g_ascii_strcasecmp (effects[i].name, effect) == 0)
      return &effects[i];
  squeezed = plt_text_squeeze (effect);
  folded = plt_text_fold (squeezed);
  for (gsize i = 0; i < G_N_ELEMENTS (effects); i++)
    if (strcmp (effects[i].name, folded) == 0)
      return &effects[i];
  return &none;
}

typedef enum
{
  SIDE_NONE,
  SIDE_INT,
  SIDE_EXT,
  SIDE_BOTH,
  N_SIDES,
} Side;

static Side
find_side (const char *int_ext)
{
  if (g_str_has_prefix (int_ext, "INT/") || g_str_has_prefix (int_ext, "EXT/"))
    return SIDE_BOTH;
  if (strcmp (int_ext, "INT") == 0)
    return SIDE_INT;
  return strcmp (int_ext, "EXT") == 0 ? SIDE_EXT : SIDE_NONE;
}

/**
 * plt_effect_code:
 * @int_ext: "INT", "EXT", "INT/EXT" or ""
 * @effect: "JOUR", "NUIT" ..., whatever its case and accents, or ""
 *
 * Returns: the code printed on every strip and sheet: "I/J", "E/N", "I-E/J", with A for aube, C for
 * crépuscule, M for matin, S for soir, NA for nuit américaine; "I" or "E" alone when the effect is
 * not known, the letter of the effect alone when the side is not, "" when neither is
 */
const char *
plt_effect_code (const char *int_ext, const char *effect)
{
  static const char *const codes[N_SIDES][N_LETTERS] = {
    { "", "J", "N", "A", "C", "M", "S", "NA" },
    { "I", "I/J", "I/N", "I/A", "I/C", "I/M", "I/S", "I/NA" },
    { "E", "E/J", "E/N", "E/A", "E/C", "E/M", "E/S", "E/NA" },
    { "I-E", "I-E/J", "I-E/N", "I-E/A", "I-E/C", "I-E/M", "I-E/S", "I-E/NA" },
  };

  g_return_val_if_fail (int_ext != NULL && effect != NULL, "");

  return codes[find_side (int_ext)][find_effect (effect)->letter];
}

/**
 * plt_effect_class:
 * @int_ext: "INT", "EXT", "INT/EXT" or ""
 * @effect: "JOUR", "NUIT" ..., whatever its case and accents, or ""
 *
 * Returns: which colour of the palette it has. What is both inside and outside has the colour of
 * outside; soir that of the night; nuit américaine that of the day it is shot in.
 */
PltEffectClass
plt_effect_class (const char *int_ext, const char *effect)
{
  Side side;

  g_return_val_if_fail (int_ext != NULL && effect != NULL, PLT_EFFECT_NONE);

  side = find_side (int_ext);
  switch (find_effect (effect)->light)
    {
    case LIGHT_DAY:
      if (side == SIDE_NONE)
        return PLT_EFFECT_NONE;
      return side == SIDE_INT ? PLT_EFFECT_INT_DAY : PLT_EFFECT_EXT_DAY;
    case LIGHT_NIGHT:
      if (side == SIDE_NONE)
        return PLT_EFFECT_NONE;
      return side == SIDE_INT ? PLT_EFFECT_INT_NIGHT : PLT_EFFECT_EXT_NIGHT;
    case LIGHT_DAWN:
      return PLT_EFFECT_DAWN;
    case LIGHT_DUSK:
      return PLT_EFFECT_DUSK;
    case LIGHT_NONE:
      return PLT_EFFECT_NONE;
    default:
      g_assert_not_reached ();
    }
}
