/* Plan de travail: the French cross-table; the lists by day are papers of their own.
 *
 * Columns are séquences grouped under their shooting day, rows what the day needs: roles numbered
 * by importance, then the other elements. The total of days of each row stands at the left, where
 * it stays when the table is cut. */
#include "plt-document-kinds-private.h"
#include "plt-plan-paper.h"

#include <string.h>

#include "plt-time.h"

#define WIDE 12 /* columns up to which a set is written across */
#define LEFT 3  /* columns before the first séquence: number, name, days */

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

  specs[0] = (PltDocColumn){ .id = "numero", .width = 26 };
  specs[1] = (PltDocColumn){ .id = "element", .width = 134 };
  specs[2] = (PltDocColumn){ .id = "jours", .width = 28 };
  /* A day without séquence is narrow. */
  for (guint i = LEFT; i < n; i++)
    specs[i] = g_array_index (columns, Column, i - LEFT).sequence != NULL
                   ? (PltDocColumn){ .weight = 3, .min = 26, .sheet_chars = 7 }
                   : (PltDocColumn){ .weight = 2, .min = 26, .sheet_chars = 7 };
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
  return plt_plan_paper_day (day);
}

static char *
day_note (const PltPaperSource *source, const PltDayPlan *day)
{
  return g_strdup (day->day->note);
}

static char *
day_date (const PltPaperSource *source, const PltDayPlan *day)
{
  return day->day->date != PLT_DATE_NONE ? plt_date_format_short (day->day->date) : g_strdup ("");
}

static char *
day_hours (const PltPaperSource *source, const PltDayPlan *day)
{
  return day->number > 0 ? plt_paper_hours (day->day) : g_strdup ("");
}

static char *
day_length (const PltPaperSource *source, const PltDayPlan *day)
{
  g_autofree char *seconds = plt_seconds_format (day->seconds);
  g_autofree char *eighths = plt_eighths_format (day->eighths);

  return day->n_sequences > 0 ? g_strdup_printf ("%s  ·  %s p.", seconds, eighths) : g_strdup ("");
}

typedef PltDocCell *(*AddCell) (const PltPaperSource *source,
                                PltDocTable *table,
                                const Column *column);

static PltDocCell *
add_set (const PltPaperSource *source, PltDocTable *table, const Column *column)
{
  g_autofree char *set = plt_facts_set_name (source->facts, column->sequence);

  return plt_doc_table_text (table, set);
}

static PltDocCell *
add_effect (const PltPaperSource *source, PltDocTable *table, const Column *column)
{
  const PltSequenceFacts *sequence = column->sequence;
  PltDocCell *cell
      = plt_doc_table_text (table, plt_effect_code (sequence->int_ext, sequence->effect));

  plt_doc_cell_style (cell, plt_paper_effect_style (sequence));
  return cell;
}

static PltDocCell *
add_number (const PltPaperSource *source, PltDocTable *table, const Column *column)
{
  g_autofree char *text
      = g_strdup_printf ("%s%s%s", column->sequence->number,
                         *column->strip->part != '\0' ? " " : "", column->strip->part);
  PltDocCell *cell = plt_doc_table_text (table, text);

  plt_doc_cell_style (cell, "cell.center");
  plt_doc_cell_ref (cell, (PltRef){ "strip", column->strip->id, NULL });
  return cell;
}

static PltDocCell *
add_story_day (const PltPaperSource *source, PltDocTable *table, const Column *column)
{
  PltDocCell *cell = plt_doc_table_text (table, column->sequence->story_day);

  plt_doc_cell_style (cell, "cell.center");
  return cell;
}

static PltDocCell *
add_pages (const PltPaperSource *source, PltDocTable *table, const Column *column)
{
  PltDocCell *cell = plt_doc_table_eighths (table, column->sequence->eighths);

  plt_doc_cell_style (cell, "cell.center");
  return cell;
}

static PltDocCell *
add_length (const PltPaperSource *source, PltDocTable *table, const Column *column)
{
  PltDocCell *cell = plt_doc_table_seconds (table, plt_sequence_seconds (column->sequence));

  plt_doc_cell_style (cell, "cell.center");
  return cell;
}

/* What one row says of each séquence. Texts of sets are turned upwards when columns are narrow. */
static void
add_sequence_row (const PltPaperSource *source,
                  PltDocTable *table,
                  const GArray *columns,
                  const char *style,
                  const char *label,
                  AddCell add)
{
  start_row (table, style, label, "");
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);
      PltDocCell *cell;

      if (column->sequence == NULL)
        {
          plt_doc_table_empty (table);
          continue;
        }
      cell = add (source, table, column);
      if (add == add_set)
        plt_doc_cell_style (cell, columns->len > WIDE ? "cell.vertical" : "cell.center");
    }
}

static void
add_sequence_rows (const PltPaperSource *source, PltDocTable *table, const GArray *columns)
{
  add_sequence_row (source, table, columns, "row.normal", "Décor", add_set);
  add_sequence_row (source, table, columns, "row.normal", "Effet", add_effect);
  add_sequence_row (source, table, columns, "row.total", "Séquence", add_number);
  add_sequence_row (source, table, columns, "row.normal", "Chronologie", add_story_day);
  add_sequence_row (source, table, columns, "row.normal", "Pages", add_pages);
  add_sequence_row (source, table, columns, "row.normal", "Minutage", add_length);
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
  g_autofree char *player = plt_paper_player (source, presence->element);
  g_autofree char *name = *player != '\0'
                              ? g_strdup_printf ("%s (%s)", presence->element->name, player)
                              : g_strdup (presence->element->name);

  plt_doc_table_row (table, "row.normal");
  plt_doc_cell_style (plt_doc_table_text (table, number), "cell.center");
  plt_doc_cell_ref (plt_doc_table_text (table, name),
                    (PltRef){ "element", presence->element->id, NULL });
  plt_doc_cell_style (plt_doc_table_text (table, days), "cell.center");
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);
      const PltOccurrenceFacts *occurrence
          = column->sequence != NULL
                ? plt_paper_occurrence (source, column->sequence, presence->element)
                : NULL;

      if (occurrence == NULL)
        {
          plt_doc_table_empty (table);
          continue;
        }
      if (occurrence->quantity != PLT_UNKNOWN && occurrence->quantity > 1)
        plt_doc_cell_style (plt_doc_table_number (table, occurrence->quantity, 0), "cell.center");
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
          start_row (table, "row.subgroup", presence->category->name,
                     category == NULL ? "jours" : "");
          category = presence->category;
          if (columns->len > 0)
            plt_doc_cell_span (plt_doc_table_text (table, ""), columns->len);
          plt_doc_table_keep_with_next (table);
        }
      add_presence (source, table, columns, presence);
    }
}

static gboolean
has_notes (const PltPaperSource *source)
{
  for (guint i = 0; i < source->plan->days->len; i++)
    if (*((const PltDayPlan *) source->plan->days->pdata[i])->day->note != '\0')
      return TRUE;
  return FALSE;
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (PltPaperSource) source = { NULL };
  g_autoptr (GArray) columns = NULL;
  PltDocument *document;
  PltDocTable *table;

  if (!plt_paper_open (&source, store, params, error))
    return NULL;
  document = plt_plan_paper_new (&source, "Plan de travail", PLT_PAPER_A3, PLT_LANDSCAPE);
  columns = collect_columns (&source);
  if (!plt_plan_paper_begin (&source, document))
    return document;
  plt_plan_paper_unplaced (&source, document);
  table = add_planche (document, columns);
  add_day_row (&source, table, columns, "Lieu", "row.header", plt_plan_paper_places);
  add_day_row (&source, table, columns, "Jour de tournage", "row.header", day_number);
  add_day_row (&source, table, columns, "Date", "row.header", day_date);
  add_day_row (&source, table, columns, "Horaires", "row.normal", day_hours);
  add_day_row (&source, table, columns, "Soleil", "row.normal", plt_paper_sun);
  add_day_row (&source, table, columns, "Minutage · pages", "row.normal", day_length);
  add_sequence_rows (&source, table, columns);
  plt_doc_table_set_header_rows (table, plt_doc_table_get_n_rows (table));
  plt_doc_table_set_frozen_columns (table, LEFT);
  add_presences (&source, table, columns);
  if (has_notes (&source))
    add_day_row (&source, table, columns, "Notes", "row.normal", day_note);
  plt_document_space (document, 4);
  plt_document_paragraph (document, "text.small",
                          "Effets : I intérieur, E extérieur ; J jour, N nuit, A aube, M matin, "
                          "S soir, C crépuscule. Rôles : le numéro du rôle. Autres rangs : × une "
                          "présence, un nombre la quantité.",
                          (PltRef){ NULL, 0, NULL });
  return document;
}

const PltDocumentKind plt_document_plan_de_travail = {
  .id = "plan-de-travail",
  .title = "Plan de travail",
  .phase = "preparation",
  .build = build,
};
