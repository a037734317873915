/* Plan à plat: the plan day by day with all that each séquence needs: where, who, what, and when by
 * the clock.
 *
 * The clock of a séquence follows from the PAT of the day and the shooting times before it; it
 * stops at the first length that is not known, and it says nothing on a day without PAT. The meal
 * that no banner places is not counted. A day stays on one page if a page can hold it. */
#include <glib/gi18n-lib.h>

#include "plt-document-kinds-private.h"
#include "plt-plan-paper.h"

#include <string.h>

#include "plt-time.h"

static const PltDocColumn columns[] = {
  { .title = "Heure", .id = "heure", .width = 38, .sheet_chars = 7 },
  { .title = "Séq.", .id = "sequence", .width = 44, .sheet_chars = 9 },
  { .title = "Effet", .id = "effet", .width = 34, .sheet_chars = 6 },
  { .title = "Décor", .id = "decor", .weight = 3, .min = 100, .sheet_chars = 28 },
  { .title = "Résumé", .id = "resume", .weight = 4, .min = 130, .sheet_chars = 44 },
  { .title = "Rôles", .id = "roles", .weight = 3, .min = 90, .sheet_chars = 24 },
  { .title = "Besoins", .id = "besoins", .weight = 5, .min = 150, .sheet_chars = 50 },
  { .title = "Pages", .id = "pages", .width = 40, .sheet_chars = 8 },
  { .title = "Minutage", .id = "minutage", .width = 48, .sheet_chars = 9 },
  { .title = "Tournage", .id = "tournage", .width = 50, .sheet_chars = 9 },
};
#define N ((guint) G_N_ELEMENTS (columns))
#define TEXTS 7 /* columns before the three that are summed */

static char *
duration_of (gint64 minutes)
{
  return minutes != PLT_UNKNOWN ? plt_duration_format (minutes) : g_strdup ("");
}

/* "Figuration : 12 Passagers ; Accessoires : Valise": everything but the roles. */
static char *
needs_of (const PltPaperSource *source, const PltSequenceFacts *sequence)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *hazards = plt_paper_hazards (sequence);

  for (guint i = 0; i < source->facts->categories.n; i++)
    {
      const PltCategoryFacts *category = &source->facts->categories.items[i];
      g_autofree char *elements = NULL;

      if (strcmp (category->family, "roles") == 0)
        continue;
      elements = plt_paper_elements (source, sequence, category->id, ", ");
      if (*elements != '\0')
        g_string_append_printf (text, "%s%s : %s", text->len > 0 ? " ; " : "", category->name,
                                elements);
    }
  if (*hazards != '\0')
    g_string_append_printf (text, "%sAttention : %s", text->len > 0 ? " ; " : "", hazards);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_head (const PltPaperSource *source, PltDocTable *table, const PltDayPlan *day)
{
  g_autofree char *number = plt_plan_paper_day (day);
  g_autofree char *date = plt_plan_paper_date (day);
  g_autofree char *hours = day->number > 0 ? plt_paper_hours (day->day) : g_strdup ("");
  g_autofree char *sun = plt_paper_sun (source, day);
  const char *const parts[][2] = { { "", number },
                                   { "", date },
                                   { "", hours },
                                   { "soleil ", sun },
                                   { "", day->night ? "nuit" : "" },
                                   { "", day->day->locked ? "verrouillé" : "" },
                                   { "", day->day->note } };
  g_autoptr (GString) text = g_string_new (NULL);
  PltDocCell *cell;
  gboolean any = day->n_sequences > 0;
  g_autofree char *time = duration_of (day->minutes > 0 ? day->minutes : PLT_UNKNOWN);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i][1] != '\0')
      g_string_append_printf (text, "%s%s%s", text->len > 0 ? "   " : "", parts[i][0], parts[i][1]);
  plt_doc_table_row (table, day->number > 0 ? "row.group" : "row.muted");
  cell = plt_doc_table_text (table, text->str);
  plt_doc_cell_ref (cell, (PltRef){ "shooting_day", day->day->id, NULL });
  plt_doc_cell_span (cell, TEXTS);
  plt_doc_table_eighths (table, any ? day->eighths : PLT_UNKNOWN);
  plt_doc_table_seconds (table, any ? day->seconds : PLT_UNKNOWN);
  plt_doc_cell_style (plt_doc_table_text (table, time),
                      day->overlong ? "cell.warning" : "cell.right");
}

/* Where the day is: a line a location, with how to find it. */
static void
add_places (const PltPaperSource *source, PltDocTable *table, const PltDayPlan *day)
{
  g_autoptr (GPtrArray) places = plt_paper_places (source, day);

  for (guint i = 0; i < places->len; i++)
    {
      const PltLocationFacts *place = places->pdata[i];
      const char *const parts[][2] = { { "", place->name },
                                       { ", ", place->address },
                                       { ", ", place->postcode },
                                       { " ", place->city },
                                       { "   tél. ", place->phone } };
      g_autoptr (GString) text = g_string_new (NULL);
      PltDocCell *cell;

      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        if (*parts[j][1] != '\0')
          g_string_append_printf (text, "%s%s", text->len > 0 ? parts[j][0] : "", parts[j][1]);
      plt_doc_table_row (table, "row.subgroup");
      cell = plt_doc_table_text (table, text->str);
      plt_doc_cell_ref (cell, (PltRef){ "location", place->id, NULL });
      plt_doc_cell_span (cell, N);
      plt_doc_table_keep_with_next (table);
    }
}

static void
add_sequence (const PltPaperSource *source,
              PltDocTable *table,
              const PltSequenceFacts *sequence,
              const PltStripFacts *strip,
              gint64 clock)
{
  g_autofree char *number = plt_plan_paper_number (sequence, strip);
  g_autofree char *set = plt_facts_set_name (source->facts, sequence);
  g_autofree char *roles = plt_paper_roles (source, sequence, TRUE);
  g_autofree char *needs = needs_of (source, sequence);
  g_autofree char *time = duration_of (plt_strip_minutes (strip, sequence));
  const char *state = plt_plan_paper_state (sequence, strip);
  g_autofree char *synopsis
      = g_strdup_printf ("%s%s%s", state, *state != '\0' ? " : " : "", sequence->synopsis);

  plt_doc_table_row (table, *state != '\0' ? "row.muted" : "row.normal");
  plt_doc_table_clock (table, plt_paper_of_day (clock));
  plt_doc_cell_ref (plt_doc_table_text (table, number), (PltRef){ "strip", strip->id, NULL });
  plt_doc_cell_style (
      plt_doc_table_text (table, plt_effect_code (sequence->int_ext, sequence->effect)),
      plt_paper_effect_style (sequence));
  plt_doc_table_text (table, set);
  plt_doc_table_text (table, synopsis);
  plt_doc_table_text (table, roles);
  plt_doc_table_text (table, needs);
  plt_doc_table_eighths (table, sequence->eighths);
  plt_doc_table_seconds (table, plt_sequence_seconds (sequence));
  plt_doc_cell_style (plt_doc_table_text (table, time), "cell.right");
}

static void
add_day (const PltPaperSource *source, PltDocTable *table, const PltDayPlan *day)
{
  gint64 clock = day->number > 0 ? day->day->start_minutes : PLT_UNKNOWN;

  add_head (source, table, day);
  if (day->strips->len > 0)
    plt_doc_table_keep_with_next (table);
  add_places (source, table, day);
  for (guint i = 0; i < day->strips->len; i++)
    {
      const PltStripFacts *strip = day->strips->pdata[i];
      const PltSequenceFacts *sequence = plt_paper_sequence (source, strip);
      gint64 minutes = plt_strip_minutes (strip, sequence);

      if (sequence != NULL)
        add_sequence (source, table, sequence, strip, clock);
      else
        {
          g_autofree char *time = duration_of (minutes);

          plt_doc_table_row (table, "row.note");
          plt_doc_table_clock (table, plt_paper_of_day (clock));
          plt_doc_cell_span (plt_doc_table_text (table, strip->text), N - 2);
          plt_doc_cell_style (plt_doc_table_text (table, time), "cell.right");
        }
      if (i + 1 < day->strips->len)
        plt_doc_table_keep_with_next (table);
      clock = clock != PLT_UNKNOWN && minutes != PLT_UNKNOWN ? clock + minutes : PLT_UNKNOWN;
    }
}

static void
add_total (const PltPaperSource *source, PltDocTable *table)
{
  g_autofree char *total = plt_plan_paper_total (source);
  g_autofree char *minutes
      = duration_of (source->plan->minutes > 0 ? source->plan->minutes : PLT_UNKNOWN);

  plt_doc_table_row (table, "row.grand-total");
  plt_doc_cell_span (plt_doc_table_text (table, total), TEXTS);
  plt_doc_table_eighths (table, source->plan->eighths);
  plt_doc_table_seconds (table, source->plan->seconds);
  plt_doc_cell_style (plt_doc_table_text (table, minutes), "cell.right");
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (PltPaperSource) source = { NULL };
  PltDocument *document;
  PltDocTable *table;

  if (!plt_paper_open (&source, store, params, error))
    return NULL;
  document = plt_plan_paper_new (&source, "Plan à plat", PLT_PAPER_A4, PLT_LANDSCAPE);
  if (!plt_plan_paper_begin (&source, document))
    return document;
  plt_plan_paper_unplaced (&source, document);
  table = plt_document_table (document, "Plan à plat", columns, N);
  for (guint i = 0; i < source.plan->days->len; i++)
    add_day (&source, table, source.plan->days->pdata[i]);
  add_total (&source, table);
  plt_document_space (document, 4);
  plt_plan_paper_once (&source, document);
  plt_document_paragraph (document, "text.small",
                          "Heure : le PAT du jour et les durées de tournage qui précèdent. Durées "
                          "de tournage et minutage : ce qui est connu.",
                          (PltRef){ NULL, 0, NULL });
  return document;
}

static const PltParamSpec specs[] = { PLT_PAPER_PLAN_PARAM, { NULL } };

const PltDocumentKind plt_document_plan_a_plat = {
  .id = "plan-a-plat",
  .title = "Plan à plat",
  .phase = "preparation",
  .params = specs,
  .build = build,
};
