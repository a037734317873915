#include "plt-conformity.h"

#include <string.h>

#include "plt-minutage.h"

static const char *const ids[PLT_N_CRITERIA] = {
  [PLT_CONFORMITY_LENGTH] = "duree",
  [PLT_CONFORMITY_ART] = "charte-artistique",
  [PLT_CONFORMITY_TECHNIQUE] = "charte-technique",
  [PLT_CONFORMITY_ACCESS] = "accessibilite",
};

gint64
plt_conformity_tolerance (const PltFacts *facts)
{
  PltMinutageParams params;

  plt_minutage_open (facts, NULL, &params);
  return params.tolerance_e3;
}

const PltConformityFacts *
plt_conformity_find (const PltFacts *facts, gint64 sequence, PltCriterion criterion)
{
  for (guint i = 0; i < facts->conformities.n; i++)
    if (facts->conformities.items[i].sequence == sequence
        && strcmp (facts->conformities.items[i].criterion, ids[criterion]) == 0)
      return &facts->conformities.items[i];
  return NULL;
}

static void
judge_length (PltConformityRow *row, gint64 tolerance)
{
  row->excess = row->useful != PLT_UNKNOWN && row->seconds != PLT_UNKNOWN
                    ? row->useful - row->seconds
                    : PLT_UNKNOWN;
  row->judged = row->complete && row->excess != PLT_UNKNOWN && tolerance != PLT_UNKNOWN;
  row->within = row->judged && ABS (row->excess) * 1000 <= row->seconds * tolerance;
}

/* What all days say of a séquence; FALSE when nothing of it was shot. */
static gboolean
gather (const PltReportBook *book, PltConformityRow *row)
{
  gboolean shot = FALSE, known = TRUE;

  row->useful = PLT_UNKNOWN;
  for (guint i = 0; i < book->days->len; i++)
    {
      const PltReportDay *day = book->days->pdata[i];

      for (guint j = 0; j < day->sequences->len; j++)
        {
          const PltReportSequence *item = &g_array_index (day->sequences, PltReportSequence, j);

          if (item->sequence != row->sequence
              || (item->state != PLT_REPORT_COMPLETE && item->state != PLT_REPORT_PARTLY))
            continue;
          shot = TRUE;
          row->complete = row->complete || item->state == PLT_REPORT_COMPLETE;
          if (item->useful_seconds == PLT_UNKNOWN)
            {
              known = known && item->retake;
              continue;
            }
          /* a retake replaces what was shot before */
          known = known || item->retake;
          row->useful = row->useful == PLT_UNKNOWN || item->retake
                            ? item->useful_seconds
                            : row->useful + item->useful_seconds;
        }
    }
  if (!known)
    row->useful = PLT_UNKNOWN;
  return shot;
}

/**
 * plt_conformity_new:
 *
 * Returns: (transfer full) (element-type PltConformityRow): one row a séquence that was shot
 */
GArray *
plt_conformity_new (const PltReportBook *book)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (PltConformityRow));
  gint64 tolerance = plt_conformity_tolerance (book->facts);

  for (guint i = 0; i < book->facts->sequences.n; i++)
    {
      PltConformityRow row = { .sequence = &book->facts->sequences.items[i] };

      if (!gather (book, &row))
        continue;
      row.seconds = plt_sequence_seconds (row.sequence);
      judge_length (&row, tolerance);
      for (guint j = 0; j < PLT_N_CRITERIA; j++)
        row.checks[j] = plt_conformity_find (book->facts, row.sequence->id, (PltCriterion) j);
      g_array_append_val (rows, row);
    }
  return rows;
}

void
plt_conformity_set (const PltFacts *facts,
                    gint64 sequence,
                    PltCriterion criterion,
                    const char *state,
                    PltDate date,
                    const char *author,
                    PltBatch *batch)
{
  const PltConformityFacts *row = plt_conformity_find (facts, sequence, criterion);

  if (*state == '\0')
    {
      if (row != NULL)
        plt_batch_delete (batch, "conformity", row->id);
      return;
    }
  if (row != NULL && strcmp (row->state, state) == 0)
    return;
  if (row != NULL)
    plt_batch_update (batch, "conformity", row->id);
  else
    {
      plt_batch_insert (batch, "conformity");
      plt_batch_set_integer (batch, "sequence", sequence);
      plt_batch_set_text (batch, "criterion", ids[criterion]);
    }
  plt_batch_set_text (batch, "state", state);
  if (date != PLT_DATE_NONE)
    plt_batch_set_date (batch, "date", date);
  if (*author != '\0')
    plt_batch_set_text (batch, "author", author);
}
