/* Plan de travail: the French cross-table, then the list by day ("à plat").
 *
 * Columns are séquences grouped under their shooting day, rows what the day needs: roles numbered
 * by importance, then the other elements. The total of days of each row stands at the left, where
 * it stays when the table is cut. */
#include "plt-document-kinds-private.h"
#include "plt-paper.h"

#include "plt-time.h"

#define LEFT 3 /* columns before the first séquence: number, name, days */

typedef struct
{
  const PltDayPlan *day;
  const PltSequenceFacts *sequence; /* NULL: a day without séquence, or a banner */
  const PltStripFacts *strip;
} Column;

static GArray *
collect_columns (const PltPaperSource *source)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Column));

  for (guint i = 0; i < source->plan->days->len; i++)
    {
      const PltDayPlan *day = source->plan->days->pdata[i];
      guint n = 0;

      for (guint j = 0; j < day->strips->len; j++)
        {
          const PltStripFacts *strip = day->strips->pdata[j];
          Column column = { day, plt_paper_sequence (source, strip), strip };

          if (column.sequence == NULL)
            continue;
          g_array_append_val (columns, column);
          n++;
        }
      if (n == 0)
        {
          Column column = { day, NULL, NULL };

          g_array_append_val (columns, column);
        }
    }
  return columns;
}

static PltDocTable *
add_planche (PltDocument *document, const GArray *columns)
{
  guint n = columns->len + LEFT;
  g_autofree PltDocColumn *specs = g_new0 (PltDocColumn, n);

  specs[0] = (PltDocColumn){ .id = "numero", .width = 24 };
  specs[1] = (PltDocColumn){ .id = "element", .width = 124 };
  specs[2] = (PltDocColumn){ .id = "jours", .width = 30 };
  for (guint i = LEFT; i < n; i++)
    specs[i] = (PltDocColumn){ .weight = 1, .min = 26, .sheet_chars = 5 };
  return plt_document_table (document, "Planche", specs, n);
}

static void
start_row (PltDocTable *table, const char *style, const char *label, const char *last)
{
  plt_doc_table_row (table, style);
  plt_doc_cell_span (plt_doc_table_text (table, label), 2);
  plt_doc_cell_style (plt_doc_table_text (table, last), "cell.center");
}

/* One cell for each run of columns of the same day. */
static void
add_day_row (const PltPaperSource *source,
             PltDocTable *table,
             const GArray *columns,
             const char *label,
             const char *style,
             char *(*text) (const PltPaperSource *source, const PltDayPlan *day))
{
  start_row (table, style, label, "");
  for (guint i = 0; i < columns->len;)
    {
      const PltDayPlan *day = g_array_index (columns, Column, i).day;
      g_autofree char *shown = text (source, day);
      PltDocCell *cell = plt_doc_table_text (table, shown);
      guint n = 1;

      while (i + n < columns->len && g_array_index (columns, Column, i + n).day == day)
        n++;
      plt_doc_cell_style (cell, "cell.center");
      plt_doc_cell_ref (cell, (PltRef){ "shooting_day", day->day->id, NULL });
      if (n > 1)
        plt_doc_cell_span (cell, n);
      i += n;
    }
}

static char *
day_number (const PltPaperSource *source, const PltDayPlan *day)
{
  return day->number > 0 ? g_strdup_printf ("J%u", day->number) : g_strdup (day->day->kind);
}

static char *
day_date (const PltPaperSource *source, const PltDayPlan *day)
{
  return day->day->date != PLT_DATE_NONE ? plt_date_format_short (day->day->date) : g_strdup ("");
}

static char *
day_hours (const PltPaperSource *source, const PltDayPlan *day)
{
  return plt_paper_hours (day->day);
}

static char *
day_length (const PltPaperSource *source, const PltDayPlan *day)
{
  g_autofree char *seconds = plt_seconds_format (day->seconds);
  g_autofree char *eighths = plt_eighths_format (day->eighths);

  return day->n_sequences > 0 ? g_strdup_printf ("%s  ·  %s p.", seconds, eighths) : g_strdup ("");
}

static void
add_sequence_rows (const PltPaperSource *source, PltDocTable *table, const GArray *columns)
{
  start_row (table, "row.normal", "Décor", "");
  for (guint i = 0; i < columns->len; i++)
    {
      const PltSequenceFacts *sequence = g_array_index (columns, Column, i).sequence;
      g_autofree char *set
          = sequence != NULL ? plt_facts_set_name (source->facts, sequence) : g_strdup ("");

      plt_doc_cell_style (plt_doc_table_text (table, set), "cell.vertical");
    }
  start_row (table, "row.normal", "Effet", "");
  for (guint i = 0; i < columns->len; i++)
    {
      const PltSequenceFacts *sequence = g_array_index (columns, Column, i).sequence;
      PltDocCell *cell = plt_doc_table_text (
          table, sequence != NULL ? plt_effect_code (sequence->int_ext, sequence->effect) : "");

      plt_doc_cell_style (cell,
                          sequence != NULL ? plt_paper_effect_style (sequence) : "cell.center");
    }
  start_row (table, "row.total", "Séquence", "");
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);
      PltDocCell *cell
          = plt_doc_table_text (table, column->sequence != NULL ? column->sequence->number : "");

      plt_doc_cell_style (cell, "cell.center");
      if (column->strip != NULL)
        plt_doc_cell_ref (cell, (PltRef){ "strip", column->strip->id, NULL });
    }
  start_row (table, "row.normal", "Chronologie", "");
  for (guint i = 0; i < columns->len; i++)
    {
      const PltSequenceFacts *sequence = g_array_index (columns, Column, i).sequence;

      plt_doc_cell_style (plt_doc_table_text (table, sequence != NULL ? sequence->story_day : ""),
                          "cell.center");
    }
}

static gboolean
occurs (const PltFacts *facts, gint64 sequence, gint64 element, gint64 *quantity)
{
  for (guint i = 0; i < facts->occurrences.n; i++)
    if (facts->occurrences.items[i].sequence == sequence
        && facts->occurrences.items[i].element == element)
      {
        *quantity = facts->occurrences.items[i].quantity;
        return TRUE;
      }
  return FALSE;
}

static void
add_presence (const PltPaperSource *source,
              PltDocTable *table,
              const GArray *columns,
              const PltPresence *presence)
{
  g_autofree char *number = presence->element->number != PLT_UNKNOWN
                                ? g_strdup_printf ("%" G_GINT64_FORMAT, presence->element->number)
                                : g_strdup (presence->category->code);
  g_autofree char *days = g_strdup_printf ("%u", presence->n_worked);

  plt_doc_table_row (table, "row.normal");
  plt_doc_cell_style (plt_doc_table_text (table, number), "cell.center");
  plt_doc_cell_ref (plt_doc_table_text (table, presence->element->name),
                    (PltRef){ "element", presence->element->id, NULL });
  plt_doc_cell_style (plt_doc_table_text (table, days), "cell.center");
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);
      gint64 quantity;

      if (column->sequence == NULL
          || !occurs (source->facts, column->sequence->id, presence->element->id, &quantity))
        {
          plt_doc_table_empty (table);
          continue;
        }
      if (quantity != PLT_UNKNOWN && quantity > 1)
        plt_doc_cell_style (plt_doc_table_number (table, quantity, 0), "cell.center");
      else
        plt_doc_cell_style (
            plt_doc_table_text (table, presence->element->number != PLT_UNKNOWN ? number : "×"),
            "cell.mark");
    }
}

static void
add_presences (const PltPaperSource *source, PltDocTable *table, const GArray *columns)
{
  const PltCategoryFacts *category = NULL;

  for (guint i = 0; i < source->plan->presences->len; i++)
    {
      const PltPresence *presence = source->plan->presences->pdata[i];

      if (presence->n_worked == 0)
        continue;
      if (presence->category != category)
        {
          category = presence->category;
          start_row (table, "row.subgroup", category->name, "jours");
          if (columns->len > 0)
            plt_doc_cell_span (plt_doc_table_text (table, ""), columns->len);
          plt_doc_table_keep_with_next (table);
        }
      add_presence (source, table, columns, presence);
    }
}

static const PltDocColumn flat[] = {
  { .title = "Séq.", .id = "sequence", .width = 40 },
  { .title = "Effet", .id = "effet", .width = 40 },
  { .title = "Décor", .id = "decor", .weight = 3, .min = 120 },
  { .title = "Résumé", .id = "resume", .weight = 5, .min = 160 },
  { .title = "Rôles", .id = "roles", .weight = 3, .min = 90 },
  { .title = "Pages", .id = "pages", .width = 44 },
  { .title = "Minutage", .id = "minutage", .width = 52 },
  { .title = "Tournage", .id = "tournage", .width = 56 },
};

static void
add_flat_day (const PltPaperSource *source, PltDocTable *table, const PltDayPlan *day)
{
  g_autofree char *date = day->day->date != PLT_DATE_NONE ? plt_date_format_day (day->day->date)
                                                          : g_strdup ("sans date");
  g_autofree char *hours = plt_paper_hours (day->day);
  g_autofree char *sun = plt_paper_sun (source, day);
  g_autofree char *length = plt_duration_format (day->minutes);
  g_autofree char *head
      = g_strdup_printf ("J%u   %s%s%s%s%s%s%s", day->number, date, *hours != '\0' ? "   " : "",
                         hours, *sun != '\0' ? "   soleil " : "", sun,
                         day->day->unit > 1 ? "   2e équipe" : "", day->night ? "   nuit" : "");

  plt_doc_table_row (table, "row.group");
  plt_doc_cell_span (plt_doc_table_text (table, head), 5);
  plt_doc_table_eighths (table, day->eighths);
  plt_doc_table_seconds (table, day->seconds);
  plt_doc_cell_style (plt_doc_table_text (table, day->minutes > 0 ? length : ""),
                      day->overlong ? "cell.warning" : "cell.right");
  plt_doc_table_keep_with_next (table);
  for (guint i = 0; i < day->strips->len; i++)
    {
      const PltStripFacts *strip = day->strips->pdata[i];
      const PltSequenceFacts *sequence = plt_paper_sequence (source, strip);
      g_autofree char *set = NULL;
      g_autofree char *roles = NULL;
      g_autofree char *time = NULL;
      gint64 minutes = strip->minutes;

      if (sequence == NULL)
        {
          plt_doc_table_row (table, "row.note");
          plt_doc_cell_span (plt_doc_table_text (table, strip->text), G_N_ELEMENTS (flat));
          continue;
        }
      if (minutes == PLT_UNKNOWN)
        minutes = sequence->shooting_minutes;
      set = plt_facts_set_name (source->facts, sequence);
      roles = plt_paper_roles (source, sequence, TRUE);
      time = minutes != PLT_UNKNOWN ? plt_duration_format (minutes) : g_strdup ("");
      plt_doc_table_row (table, "row.normal");
      plt_doc_cell_ref (plt_doc_table_text (table, sequence->number),
                        (PltRef){ "strip", strip->id, NULL });
      plt_doc_cell_style (
          plt_doc_table_text (table, plt_effect_code (sequence->int_ext, sequence->effect)),
          plt_paper_effect_style (sequence));
      plt_doc_table_text (table, set);
      plt_doc_table_text (table, sequence->synopsis);
      plt_doc_table_text (table, roles);
      plt_doc_table_eighths (table, sequence->eighths);
      plt_doc_table_seconds (table, plt_sequence_seconds (sequence));
      plt_doc_cell_style (plt_doc_table_text (table, time), "cell.right");
    }
}

static void
add_flat (const PltPaperSource *source, PltDocument *document)
{
  PltDocTable *table = plt_document_table (document, "Liste par jour", flat, G_N_ELEMENTS (flat));
  g_autofree char *total = NULL;

  for (guint i = 0; i < source->plan->days->len; i++)
    {
      const PltDayPlan *day = source->plan->days->pdata[i];

      if (day->number > 0)
        add_flat_day (source, table, day);
    }
  total = g_strdup_printf ("Total   %u jours   %u séquences   %u nuits   %u déplacements",
                           source->plan->n_shooting_days, source->plan->n_sequences,
                           source->plan->n_nights, source->plan->n_moves);
  plt_doc_table_row (table, "row.grand-total");
  plt_doc_cell_span (plt_doc_table_text (table, total), 5);
  plt_doc_table_eighths (table, source->plan->eighths);
  plt_doc_table_seconds (table, source->plan->seconds);
  {
    g_autofree char *minutes = plt_duration_format (source->plan->minutes);

    plt_doc_cell_style (plt_doc_table_text (table, minutes), "cell.right");
  }
}

static void
add_pool (const PltPaperSource *source, PltDocument *document)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < source->plan->unplaced->len; i++)
    g_string_append_printf (numbers, "%s%s", i > 0 ? ", " : "",
                            ((const PltSequenceFacts *) source->plan->unplaced->pdata[i])->number);
  if (numbers->len > 0)
    plt_document_runs (document, "text.warning", "run.bold", "Séquences à placer : ", "run.normal",
                       numbers->str, NULL);
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (PltPaperSource) source = { NULL };
  g_autoptr (GArray) columns = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *version = NULL;
  const PltProductionFacts *production;
  PltDocument *document;
  PltDocTable *table;
  gint64 number = 1;

  if (!plt_paper_open (&source, store, params, error))
    return NULL;
  production = &source.facts->production;
  if (source.plan->schedule != NULL && source.plan->schedule->version != PLT_UNKNOWN)
    number = source.plan->schedule->version;
  version = g_strdup_printf ("v%" G_GINT64_FORMAT, number);
  subtitle = g_strdup_printf (
      "Réalisation : %s   ·   1er assistant : %s   ·   Direction de production : %s%s",
      production->director, production->first_assistant, production->production_manager,
      number > 1 ? "   ·   annule et remplace" : "");
  document
      = plt_paper_new (&source, "Plan de travail", subtitle, version, PLT_PAPER_A3, PLT_LANDSCAPE);
  columns = collect_columns (&source);
  if (source.plan->days->len == 0)
    {
      plt_document_paragraph (document, "text.note", "Le plan n’a pas encore de jour de tournage.",
                              (PltRef){ NULL, 0, NULL });
      return document;
    }
  add_pool (&source, document);
  table = add_planche (document, columns);
  add_day_row (&source, table, columns, "Jour de tournage", "row.header", day_number);
  add_day_row (&source, table, columns, "Date", "row.header", day_date);
  add_day_row (&source, table, columns, "Horaires", "row.normal", day_hours);
  add_day_row (&source, table, columns, "Soleil", "row.normal", plt_paper_sun);
  add_day_row (&source, table, columns, "Minutage · pages", "row.normal", day_length);
  add_sequence_rows (&source, table, columns);
  plt_doc_table_set_header_rows (table, 9);
  plt_doc_table_set_frozen_columns (table, LEFT);
  add_presences (&source, table, columns);
  plt_document_page_break (document);
  plt_document_heading (document, 1, "Liste par jour", (PltRef){ NULL, 0, NULL });
  add_flat (&source, document);
  return document;
}

const PltDocumentKind plt_document_plan_de_travail = {
  .id = "plan-de-travail",
  .title = "Plan de travail",
  .phase = "preparation",
  .build = build,
};
