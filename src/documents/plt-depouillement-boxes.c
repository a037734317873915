/* What stands in the boxes of the dépouillement, and all of them as one table. */
#include "plt-depouillement-private.h"

#include <string.h>

#include "plt-costumes.h"
#include "plt-story.h"
#include "plt-text.h"

#define RACCORDS "RA" /* codes of the categories that other tables fill too */
#define COSTUMES "CO"
#define FIXED 8 /* columns before the first category */

static void
append (GString *text, const char *separator, const char *line)
{
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, line);
}

static void
append_raccords (const PltBreakdownSheets *self,
                 const PltSequenceFacts *sequence,
                 const char *separator,
                 GString *text)
{
  const PltFacts *facts = self->paper.source.facts;

  for (guint i = 0; i < facts->raccords.n; i++)
    {
      const PltRaccordFacts *raccord = &facts->raccords.items[i];
      gboolean from = raccord->sequence == sequence->id;
      const PltSequenceFacts *other = plt_script_paper_sequence (
          &self->paper, from ? raccord->with_sequence : raccord->sequence);
      const PltElementFacts *element = plt_script_paper_element (&self->paper, raccord->element);
      g_autofree char *line = NULL;

      if (!from && raccord->with_sequence != sequence->id)
        continue;
      line = g_strdup_printf ("%s%s%s%s%s%s", other != NULL ? "séq. " : "",
                              other != NULL ? other->number : "", other != NULL ? " : " : "",
                              element != NULL ? element->name : "", element != NULL ? ", " : "",
                              raccord->description);
      append (text, separator, line);
    }
}

/* "NORA 1A : ciré jaune", of the roles that have a costume here. */
static void
append_costumes (const PltBreakdownSheets *self,
                 const PltSequenceFacts *sequence,
                 const char *separator,
                 GString *text)
{
  guint n;
  const PltOccurrenceFacts *const *occurrences
      = plt_facts_occurrences_of (self->paper.source.facts, sequence->id, &n);

  for (guint i = 0; i < n; i++)
    {
      const PltOccurrenceFacts *occurrence = occurrences[i];
      const PltElementFacts *role = plt_script_paper_element (&self->paper, occurrence->element);
      g_auto (GStrv) worn = plt_story_costume_numbers (occurrence->costume);

      for (guint j = 0; role != NULL && worn[j] != NULL; j++)
        {
          const PltCostumeFacts *costume
              = plt_costumes_find (self->paper.source.facts, role->id, worn[j]);
          gboolean described = costume != NULL && *costume->description != '\0';
          g_autofree char *line
              = g_strdup_printf ("%s %s%s%s", role->name, worn[j], described ? " : " : "",
                                 described ? costume->description : "");

          append (text, separator, line);
        }
    }
}

char *
plt_breakdown_box_text (const PltBreakdownSheets *self,
                        const PltSequenceFacts *sequence,
                        const PltCategoryFacts *category,
                        const char *separator)
{
  const PltFacts *facts = self->paper.source.facts;
  g_autofree char *elements
      = plt_paper_elements (&self->paper.source, sequence, category->id, separator);
  GString *text = g_string_new (elements);

  if (strcmp (category->code, COSTUMES) == 0)
    append_costumes (self, sequence, separator, text);
  if (strcmp (category->code, RACCORDS) == 0)
    append_raccords (self, sequence, separator, text);
  if (text->len == 0
      && plt_progress_box (self->progress, sequence->id, category->id) == PLT_BOX_NOTHING)
    g_string_append (text, "Néant");
  for (guint i = 0; i < facts->boxes.n; i++)
    if (facts->boxes.items[i].sequence == sequence->id
        && facts->boxes.items[i].category == category->id && *facts->boxes.items[i].note != '\0')
      append (text, text->len > 0 ? " : " : "", facts->boxes.items[i].note);
  return g_string_free (text, FALSE);
}

/* ---- the table ---- */

static gboolean
is_used (const PltBreakdownSheets *self,
         const GPtrArray *sequences,
         const PltCategoryFacts *category)
{
  for (guint i = 0; i < sequences->len; i++)
    {
      g_autofree char *text = plt_breakdown_box_text (self, sequences->pdata[i], category, " ; ");

      if (*text != '\0')
        return TRUE;
    }
  return self->partial;
}

static PltDocTable *
start_table (PltDocument *document, const GPtrArray *categories)
{
  static const PltDocColumn fixed[FIXED] = {
    { .title = "N°", .id = "numero", .width = 34 },
    { .title = "Effet", .id = "effet", .width = 36 },
    { .title = "Décor / sous-décor", .id = "decor", .width = 120, .sheet_chars = 30 },
    { .title = "Jour-fiction", .id = "jour", .width = 40 },
    { .title = "Pages", .id = "pages", .width = 38 },
    { .title = "Prémin.", .id = "preminutage", .width = 42 },
    { .title = "Tournage", .id = "temps", .width = 46 },
    { .title = "Points sensibles", .id = "points_sensibles", .weight = 1, .min = 64 },
  };
  guint n = FIXED + categories->len;
  g_autofree PltDocColumn *columns = g_new0 (PltDocColumn, n);
  PltDocTable *table;

  memcpy (columns, fixed, sizeof fixed);
  for (guint i = 0; i < categories->len; i++)
    {
      const PltCategoryFacts *category = categories->pdata[i];

      columns[FIXED + i] = (PltDocColumn){
        .title = category->name, .id = category->code, .weight = 1.4, .min = 84, .sheet_chars = 24
      };
    }
  table = plt_document_table (document, "Dépouillement", columns, n);
  plt_doc_table_set_frozen_columns (table, 3);
  return table;
}

static void
add_row (const PltBreakdownSheets *self,
         PltDocTable *table,
         const PltSequenceFacts *sequence,
         const GPtrArray *categories)
{
  g_autofree char *set = plt_facts_set_name (self->paper.source.facts, sequence);
  g_autofree char *hazards = plt_paper_hazards (sequence);

  plt_doc_table_row (table, "row.normal");
  plt_script_paper_add_number (table, sequence);
  plt_script_paper_add_effect (table, sequence);
  plt_doc_cell_ref (plt_doc_table_text (table, set), (PltRef){ "sequence", sequence->id, "set" });
  plt_doc_table_text (table, sequence->story_day);
  plt_doc_table_eighths (table, sequence->eighths);
  plt_doc_table_seconds (table, sequence->premin_seconds);
  plt_doc_table_clock (table, sequence->shooting_minutes);
  plt_doc_table_text (table, hazards);
  for (guint i = 0; i < categories->len; i++)
    {
      const PltCategoryFacts *category = categories->pdata[i];
      g_autofree char *text = plt_breakdown_box_text (self, sequence, category, " ; ");
      PltDocCell *cell = plt_doc_table_text (table, text);

      if (plt_progress_box (self->progress, sequence->id, category->id) == PLT_BOX_NOTHING)
        plt_doc_cell_style (cell, "cell.muted");
      plt_doc_cell_ref (cell, (PltRef){ "sequence", sequence->id, NULL });
    }
}

void
plt_breakdown_add_table (const PltBreakdownSheets *self,
                         PltDocument *document,
                         const GPtrArray *sequences)
{
  g_autoptr (GPtrArray) categories = g_ptr_array_new ();
  PltDocTable *table;
  guint last;
  PltWeight whole;

  for (guint i = 0; i < self->categories->len; i++)
    if (is_used (self, sequences, self->categories->pdata[i]))
      g_ptr_array_add (categories, self->categories->pdata[i]);
  table = start_table (document, categories);
  plt_weight_init (&whole);
  for (guint i = 0; i < sequences->len; i++)
    {
      add_row (self, table, sequences->pdata[i], categories);
      plt_weight_add (&whole, sequences->pdata[i]);
    }
  last = plt_doc_table_get_n_rows (table) - 1;
  plt_doc_table_row (table, "row.total");
  plt_doc_cell_span (plt_doc_table_text (table, "Total"), 3);
  plt_doc_table_empty (table);
  plt_script_paper_sum (plt_doc_table_eighths (table, whole.eighths), 4, 1, last);
  plt_script_paper_sum (plt_doc_table_seconds (table, whole.premin), 5, 1, last);
  plt_script_paper_sum (plt_doc_table_clock (table, whole.minutes), 6, 1, last);
}
