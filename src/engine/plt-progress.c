#include "plt-progress.h"

#include <string.h>

#include "plt-breakdown.h"

#define RACCORDS "RA"
#define COSTUMES "CO"
#define QUESTIONS "DIV"

struct _PltProgress
{
  const PltFacts *facts;
  guint8 *boxes; /* PltBoxState by séquence and category, in the order of both lists */
};

gboolean
plt_progress_counts (const PltCategoryFacts *category)
{
  return strcmp (category->code, QUESTIONS) != 0;
}

static guint8 *
box_at (const PltProgress *self, gint64 sequence, gint64 category)
{
  const PltFacts *facts = self->facts;
  const PltSequenceFacts *row = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, sequence);
  const PltCategoryFacts *column = PLT_FACTS_FIND (facts->categories, PltCategoryFacts, category);

  if (row == NULL || column == NULL)
    return NULL;
  return &self->boxes[(gsize) (row - facts->sequences.items) * facts->categories.n
                      + (gsize) (column - facts->categories.items)];
}

static void
set_box (PltProgress *self, gint64 sequence, gint64 category, PltBoxState state)
{
  guint8 *box = box_at (self, sequence, category);

  if (box != NULL)
    *box = (guint8) state;
}

/* 0 when the production has no such category */
static gint64
category_of_code (const PltFacts *facts, const char *code)
{
  for (guint i = 0; i < facts->categories.n; i++)
    if (strcmp (facts->categories.items[i].code, code) == 0)
      return facts->categories.items[i].id;
  return 0;
}

PltProgress *
plt_progress_new (const PltFacts *facts)
{
  gint64 costumes = category_of_code (facts, COSTUMES);
  gint64 raccords = category_of_code (facts, RACCORDS);
  PltProgress *self = g_new0 (PltProgress, 1);

  self->facts = facts;
  self->boxes = g_new0 (guint8, (gsize) facts->sequences.n * facts->categories.n + 1);
  for (guint i = 0; i < facts->boxes.n; i++)
    set_box (self, facts->boxes.items[i].sequence, facts->boxes.items[i].category, PLT_BOX_NOTHING);
  for (guint i = 0; i < facts->occurrences.n; i++)
    {
      const PltElementFacts *element
          = PLT_FACTS_FIND (facts->elements, PltElementFacts, facts->occurrences.items[i].element);

      if (element != NULL)
        set_box (self, facts->occurrences.items[i].sequence, element->category, PLT_BOX_FILLED);
      if (*facts->occurrences.items[i].costume != '\0')
        set_box (self, facts->occurrences.items[i].sequence, costumes, PLT_BOX_FILLED);
    }
  for (guint i = 0; i < facts->raccords.n; i++)
    set_box (self, facts->raccords.items[i].sequence, raccords, PLT_BOX_FILLED);
  return self;
}

void
plt_progress_free (PltProgress *self)
{
  if (self == NULL)
    return;
  g_free (self->boxes);
  g_free (self);
}

PltBoxState
plt_progress_box (const PltProgress *self, gint64 sequence, gint64 category)
{
  const guint8 *box = box_at (self, sequence, category);

  return box != NULL ? (PltBoxState) *box : PLT_BOX_TODO;
}

static void
count_box (const PltProgress *self, guint sequence, guint category, PltBoxCount *count)
{
  const PltFacts *facts = self->facts;
  guint8 box = self->boxes[(gsize) sequence * facts->categories.n + category];

  if (plt_sequence_is_cut (&facts->sequences.items[sequence])
      || !plt_progress_counts (&facts->categories.items[category]))
    return;
  count->n++;
  count->filled += box == PLT_BOX_FILLED;
  count->nothing += box == PLT_BOX_NOTHING;
}

PltBoxCount
plt_progress_of_sequence (const PltProgress *self, gint64 sequence)
{
  const PltSequenceFacts *row = PLT_FACTS_FIND (self->facts->sequences, PltSequenceFacts, sequence);
  PltBoxCount count = { 0 };

  for (guint i = 0; row != NULL && i < self->facts->categories.n; i++)
    count_box (self, (guint) (row - self->facts->sequences.items), i, &count);
  return count;
}

PltBoxCount
plt_progress_of_category (const PltProgress *self, gint64 category)
{
  const PltCategoryFacts *column
      = PLT_FACTS_FIND (self->facts->categories, PltCategoryFacts, category);
  PltBoxCount count = { 0 };

  for (guint i = 0; column != NULL && i < self->facts->sequences.n; i++)
    count_box (self, i, (guint) (column - self->facts->categories.items), &count);
  return count;
}

PltBoxCount
plt_progress_of_film (const PltProgress *self)
{
  PltBoxCount count = { 0 };

  for (guint i = 0; i < self->facts->sequences.n; i++)
    for (guint j = 0; j < self->facts->categories.n; j++)
      count_box (self, i, j, &count);
  return count;
}

guint
plt_progress_n_finished (const PltProgress *self)
{
  guint finished = 0;

  for (guint i = 0; i < self->facts->sequences.n; i++)
    {
      PltBoxCount count = plt_progress_of_sequence (self, self->facts->sequences.items[i].id);

      finished += count.n > 0 && count.filled + count.nothing == count.n;
    }
  return finished;
}

guint
plt_progress_confirm (const PltFacts *facts, gint64 sequence, gint64 category, PltBatch *batch)
{
  g_autoptr (PltProgress) now = plt_progress_new (facts);
  guint confirmed = 0;

  for (guint i = 0; i < facts->sequences.n; i++)
    for (guint j = 0; j < facts->categories.n; j++)
      {
        const PltSequenceFacts *row = &facts->sequences.items[i];
        const PltCategoryFacts *column = &facts->categories.items[j];

        if ((sequence != 0 && row->id != sequence) || (category != 0 && column->id != category)
            || (category == 0 && !plt_progress_counts (column)) || plt_sequence_is_cut (row)
            || now->boxes[(gsize) i * facts->categories.n + j] != PLT_BOX_TODO)
          continue;
        plt_batch_insert (batch, "sequence_category");
        plt_batch_set_integer (batch, "sequence", row->id);
        plt_batch_set_integer (batch, "category", column->id);
        plt_batch_set_text (batch, "state", "neant");
        confirmed++;
      }
  return confirmed;
}

guint
plt_progress_unconfirm (const PltFacts *facts, gint64 sequence, gint64 category, PltBatch *batch)
{
  guint n = 0;

  for (guint i = 0; i < facts->boxes.n; i++)
    {
      const PltBoxFacts *box = &facts->boxes.items[i];

      if ((sequence != 0 && box->sequence != sequence)
          || (category != 0 && box->category != category))
        continue;
      plt_batch_delete (batch, "sequence_category", box->id);
      n++;
    }
  return n;
}
