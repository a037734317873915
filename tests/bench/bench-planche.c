/* The planche of a feature film of 150 séquences and 45 days: its description, its layout on A3 and
 * its PDF.
 *
 * The description is compared with the plan it is made of (plt_plan_new()), the paper with a plain
 * table of as many rows and columns, whose cells say one sign each. Prints the ratios, and fails
 * when one is above its limit. */
#include <time.h>

#include "plt-pdf.h"
#include "plt-planche-paper.h"
#include "plt-test-production.h"

#define RUNS 9
#define LIMIT_MODEL 12.0
#define LIMIT_PAPER 4.0

/* Of this process, in microseconds: what else the machine does is not in it. */
static gint64
processor_time (void)
{
  return (gint64) clock () * G_USEC_PER_SEC / CLOCKS_PER_SEC;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, two = *(const gint64 *) b;

  return one < two ? -1 : one > two;
}

static gint64
median (GArray *times)
{
  g_array_sort (times, compare);
  return MAX (g_array_index (times, gint64, times->len / 2), 1);
}

static PltDocument *
new_document (void)
{
  return plt_document_new (&(PltDocInfo){ .title = "Plan de travail",
                                          .production = "Le Film",
                                          .date = plt_date_from_ymd (2027, 1, 4),
                                          .paper = PLT_PAPER_A3,
                                          .orientation = PLT_LANDSCAPE });
}

static PltDocument *
plain (guint n_rows, guint n_columns)
{
  PltDocument *document = new_document ();
  g_autofree PltDocColumn *columns = g_new0 (PltDocColumn, n_columns);
  PltDocTable *table;

  for (guint c = 0; c < n_columns; c++)
    columns[c].width = 25;
  table = plt_document_table (document, "Table", columns, n_columns);
  for (guint r = 0; r < n_rows; r++)
    {
      plt_doc_table_row (table, "row.normal");
      for (guint c = 0; c < n_columns; c++)
        plt_doc_table_text (table, "×");
    }
  return document;
}

static gint64
time_pdf (const PltDocument *document, gsize *size)
{
  gint64 start = processor_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = plt_pdf_to_bytes (document, &error);

  if (bytes == NULL)
    g_error ("%s", error->message);
  *size = g_bytes_get_size (bytes);
  return processor_time () - start;
}

int
main (int argc, char **argv)
{
  g_autoptr (PltFacts) facts = plt_test_production (1, NULL);
  g_autoptr (PltLetters) letters = plt_letters_new (facts, NULL);
  GArray *times[5];
  const PltPlancheLook look = { PLT_PLANCHE_BANDS_ESSENTIAL, FALSE };
  double model, paper;
  guint n_rows = 0, n_columns = 0;
  gsize size = 0, plain_size;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    times[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint run = 0; run < RUNS; run++)
    {
      gint64 at[4], time;
      g_autoptr (PltPlan) plan = NULL;
      g_autoptr (PltPlanche) planche = NULL;
      g_autoptr (PltDocument) document = new_document ();
      g_autoptr (PltDocument) other = NULL;

      at[0] = processor_time ();
      plan = plt_plan_new (facts, 0);
      at[1] = processor_time ();
      planche
          = plt_planche_new (plan, &(PltPlancheOptions){ .days_off = TRUE, .letters = letters });
      at[2] = processor_time ();
      plt_planche_paper_add (document, planche, &look);
      at[3] = processor_time ();
      for (guint i = 0; i < 3; i++)
        {
          time = at[i + 1] - at[i];
          g_array_append_val (times[i], time);
        }
      time = at[3] - at[2] + time_pdf (document, &size);
      g_array_append_val (times[3], time);
      n_columns = planche->columns->len;
      n_rows = 30;
      for (guint i = 0; i < planche->bands->len; i++)
        n_rows += ((const PltPlancheBand *) planche->bands->pdata[i])->rows->len;
      other = plain (n_rows, n_columns + 7);
      time = time_pdf (other, &plain_size);
      g_array_append_val (times[4], time);
    }
  model = (double) median (times[1]) / (double) median (times[0]);
  paper = (double) median (times[3]) / (double) median (times[4]);
  g_print ("planche: %u columns, %u rows; description %.1f ms, %.1f times the plan (limit %.0f)\n",
           n_columns, n_rows, (double) median (times[1]) / 1000, model, LIMIT_MODEL);
  g_print ("planche: paper and PDF %.0f ms (%u KB), %.1f times a plain table (limit %.0f)\n",
           (double) median (times[3]) / 1000, (guint) (size / 1024), paper, LIMIT_PAPER);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    g_array_unref (times[i]);
  return model <= LIMIT_MODEL && paper <= LIMIT_PAPER ? 0 : 1;
}
