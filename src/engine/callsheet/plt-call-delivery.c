#include "plt-call-delivery.h"

#include <string.h>

#define MAX_VERSIONS 100 /* a file may say that two sheets replace each other */

static gboolean
was_given (const PltDeliveryFacts *delivery)
{
  return delivery->received || delivery->date != PLT_DATE_NONE;
}

static gboolean
is_same (const PltDeliveryFacts *delivery, gint64 person, const char *name)
{
  return person != 0 ? delivery->person == person
                     : delivery->person == 0 && strcmp (delivery->name, name) == 0;
}

static const PltDeliveryFacts *
delivery_to (const PltFacts *facts, gint64 sheet, gint64 person, const char *name)
{
  for (guint i = 0; i < facts->deliveries.n; i++)
    if (facts->deliveries.items[i].call_sheet == sheet
        && is_same (&facts->deliveries.items[i], person, name))
      return &facts->deliveries.items[i];
  return NULL;
}

static gint64
version_before (const PltFacts *facts, gint64 sheet)
{
  const PltSheetFacts *row = PLT_FACTS_FIND (facts->sheets, PltSheetFacts, sheet);

  return row != NULL ? row->replaces : 0;
}

typedef struct
{
  const PltFacts *facts;
  gint64 sheet;
  PltBatch *batch;
  GHashTable *people; /* ids that have a row, or get one */
  guint n;
} Proposer;

static void
add (Proposer *self, gint64 person, const char *name, const char *kind, const char *means)
{
  const PltPersonFacts *row = PLT_FACTS_FIND (self->facts->people, PltPersonFacts, person);
  const char *email = row != NULL && row->email != NULL ? row->email : "";

  plt_batch_insert (self->batch, "sheet_delivery");
  plt_batch_set_integer (self->batch, "call_sheet", self->sheet);
  if (person != 0)
    plt_batch_set_integer (self->batch, "person", person);
  else
    plt_batch_set_text (self->batch, "name", name);
  if (*email != '\0')
    plt_batch_set_text (self->batch, "email", email);
  plt_batch_set_text (self->batch, "kind", kind);
  plt_batch_set_text (self->batch, "means",
                      means != NULL    ? means
                      : *email != '\0' ? "courriel"
                                       : "main-propre");
  self->n++;
}

static void
add_called (Proposer *self)
{
  for (guint i = 0; i < self->facts->calls.n; i++)
    {
      const PltCallFacts *call = &self->facts->calls.items[i];

      if (call->call_sheet == self->sheet && call->person != 0
          && g_hash_table_add (self->people, GSIZE_TO_POINTER ((gsize) call->person)))
        add (self, call->person, "",
             strcmp (call->group, "equipe") == 0 ? "feuille" : "convocation", NULL);
    }
}

/* Whoever got the version before, in the same way. */
static void
add_earlier (Proposer *self)
{
  gint64 before = version_before (self->facts, self->sheet);

  for (guint i = 0; before != 0 && i < self->facts->deliveries.n; i++)
    {
      const PltDeliveryFacts *old = &self->facts->deliveries.items[i];

      if (old->call_sheet != before
          || (old->person != 0
                  ? !g_hash_table_add (self->people, GSIZE_TO_POINTER ((gsize) old->person))
                  : delivery_to (self->facts, self->sheet, 0, old->name) != NULL))
        continue;
      add (self, old->person, old->name, old->kind, *old->means != '\0' ? old->means : NULL);
    }
}

/**
 * plt_call_delivery_propose:
 * @facts: the production
 * @sheet: a call sheet
 * @batch: where to add
 *
 * Returns: how many rows it adds, 0 when nobody is missing
 */
guint
plt_call_delivery_propose (const PltFacts *facts, gint64 sheet, PltBatch *batch)
{
  g_autoptr (GHashTable) people = g_hash_table_new (NULL, NULL);
  Proposer self = { facts, sheet, batch, people, 0 };

  for (guint i = 0; i < facts->deliveries.n; i++)
    if (facts->deliveries.items[i].call_sheet == sheet && facts->deliveries.items[i].person != 0)
      g_hash_table_add (people, GSIZE_TO_POINTER ((gsize) facts->deliveries.items[i].person));
  add_earlier (&self);
  add_called (&self);
  return self.n;
}

static void
add_name (const PltFacts *facts, const PltDeliveryFacts *delivery, GPtrArray *names)
{
  const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, delivery->person);
  g_autofree char *name
      = person != NULL ? plt_facts_person_name (person) : g_strdup (delivery->name);

  if (*name != '\0' && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_steal_pointer (&name));
}

/**
 * plt_call_delivery_waiting:
 * @facts: the production
 * @sheet: a call sheet
 *
 * Returns: (transfer full) (element-type utf8): names, empty when everybody has it
 */
GPtrArray *
plt_call_delivery_waiting (const PltFacts *facts, gint64 sheet)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  gint64 version = sheet;

  for (guint n = 0; version != 0 && n < MAX_VERSIONS; n++)
    {
      for (guint i = 0; i < facts->deliveries.n; i++)
        {
          const PltDeliveryFacts *delivery = &facts->deliveries.items[i];
          const PltDeliveryFacts *now;

          if (delivery->call_sheet != version || (version != sheet && !was_given (delivery)))
            continue;
          now = delivery_to (facts, sheet, delivery->person, delivery->name);
          if (now == NULL || !was_given (now))
            add_name (facts, delivery, names);
        }
      version = version_before (facts, version);
    }
  return names;
}

guint
plt_call_delivery_given (const PltFacts *facts, gint64 sheet, guint *n_rows)
{
  guint given = 0;

  *n_rows = 0;
  for (guint i = 0; i < facts->deliveries.n; i++)
    if (facts->deliveries.items[i].call_sheet == sheet)
      {
        (*n_rows)++;
        given += was_given (&facts->deliveries.items[i]) ? 1 : 0;
      }
  return given;
}
