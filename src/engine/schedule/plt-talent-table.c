/* A hash table of a bounded size: buckets of four states. It begins small and grows while it may,
 * then a state that was dear to know takes the place of the cheapest of its bucket. */
#include "plt-talent-solver.h"

#define WAYS 4
#define FIRST_BITS 10 /* buckets */
#define LAST_BITS 20  /* 128 MiB */

typedef struct
{
  guint64 middle, low, high; /* a state and its mirror are one */
  gint64 least : 54;
  guint64 n_tried : 3;
  guint64 effort : 7; /* both 0: a free place */
} Entry;

struct _PltTalentTable
{
  Entry *entries;
  guint bits;
  gsize n_used;
};

static Entry *
find_bucket (const PltTalentTable *self, const Entry *key)
{
  guint64 hash = key->middle * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  hash = (hash ^ hash >> 32 ^ key->low) * G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f);
  hash = (hash ^ hash >> 29 ^ key->high) * G_GUINT64_CONSTANT (0x165667b19e3779f9);
  return self->entries + (hash >> (64 - self->bits)) * WAYS;
}

static gboolean
is_free (const Entry *entry)
{
  return entry->effort == 0 && entry->n_tried == 0;
}

static gboolean
is_same (const Entry *a, const Entry *b)
{
  return a->middle == b->middle && a->low == b->low && a->high == b->high;
}

/* Of knowing it anew. */
static guint
cost_of (const Entry *entry)
{
  return (guint) entry->effort * 8 + (guint) entry->n_tried;
}

static Entry
key_of (const PltTalentState *state)
{
  return (Entry){ .middle = state->middle,
                  .low = MIN (state->at_head, state->at_tail),
                  .high = MAX (state->at_head, state->at_tail) };
}

/* The place of that state, or the one it may take; NULL when all are dearer. */
static Entry *
find_place (const PltTalentTable *self, const Entry *entry)
{
  Entry *bucket = find_bucket (self, entry);
  Entry *place = bucket;

  for (guint i = 0; i < WAYS; i++)
    {
      if (!is_free (&bucket[i]) && is_same (&bucket[i], entry))
        return &bucket[i];
      if (cost_of (&bucket[i]) < cost_of (place))
        place = &bucket[i];
    }
  return cost_of (place) <= cost_of (entry) ? place : NULL;
}

static void
grow (PltTalentTable *self)
{
  Entry *old = self->entries;
  gsize n = ((gsize) 1 << self->bits) * WAYS;

  self->bits += 2;
  self->entries = g_new0 (Entry, ((gsize) 1 << self->bits) * WAYS);
  for (gsize i = 0; i < n; i++)
    if (!is_free (&old[i]))
      *find_place (self, &old[i]) = old[i];
  g_free (old);
}

PltTalentTable *
plt_talent_table_new (void)
{
  PltTalentTable *self = g_new (PltTalentTable, 1);

  self->bits = FIRST_BITS;
  self->n_used = 0;
  self->entries = g_new0 (Entry, ((gsize) 1 << FIRST_BITS) * WAYS);
  return self;
}

void
plt_talent_table_free (PltTalentTable *self)
{
  g_free (self->entries);
  g_free (self);
}

PltTalentKnown
plt_talent_table_get (const PltTalentTable *self, const PltTalentState *state)
{
  Entry key = key_of (state);
  const Entry *bucket = find_bucket (self, &key);

  for (guint i = 0; i < WAYS; i++)
    if (!is_free (&bucket[i]) && is_same (&bucket[i], &key))
      return (PltTalentKnown){ bucket[i].least, bucket[i].n_tried, bucket[i].effort };
  return (PltTalentKnown){ 0 };
}

void
plt_talent_table_put (PltTalentTable *self,
                      const PltTalentState *state,
                      const PltTalentKnown *known)
{
  Entry entry = key_of (state);
  Entry *place;

  entry.least = known->least;
  entry.n_tried = known->n_tried;
  entry.effort = known->effort;
  place = find_place (self, &entry);
  if (place == NULL)
    return;
  if (!is_free (place) && is_same (place, &entry))
    {
      place->least = MAX (place->least, entry.least);
      place->n_tried = MAX (place->n_tried, entry.n_tried);
      place->effort = MAX (place->effort, entry.effort);
      return;
    }
  self->n_used += is_free (place);
  *place = entry;
  if (self->bits < LAST_BITS && self->n_used > ((gsize) WAYS << self->bits) / 2)
    grow (self);
}
