/* Plan de travail, liste: one line a séquence under its day, what a crew keeps in its pocket.
 *
 * Roles are told by their number, the key stands below. A résumé is cut to what two lines hold,
 * between two words: the plan "à plat" has it whole. A day stays on one page if a page can hold it.
 */
#include <glib/gi18n-lib.h>

#include "plt-document-kinds-private.h"
#include "plt-plan-paper.h"

#include "plt-text.h"

#define LINES 84 /* signs of a résumé */

static const PltDocColumn columns[] = {
  { .title = "Séq.", .id = "sequence", .width = 38, .sheet_chars = 9 },
  { .title = "Effet", .id = "effet", .width = 30, .sheet_chars = 6 },
  { .title = "Décor", .id = "decor", .weight = 5, .min = 120, .sheet_chars = 28 },
  { .title = "Résumé", .id = "resume", .weight = 6, .min = 160, .sheet_chars = 50 },
  { .title = "Rôles", .id = "roles", .weight = 2, .min = 56, .sheet_chars = 12 },
  { .title = "Pages", .id = "pages", .width = 33, .sheet_chars = 8 },
  { .title = "Min.", .id = "minutage", .width = 33, .sheet_chars = 8 },
};
#define TEXTS 5 /* columns before the two that are summed */

static char *
head_of (const PltPaperSource *source, const PltDayPlan *day)
{
  g_autofree char *number = plt_plan_paper_day (day);
  g_autofree char *date = plt_plan_paper_date (day);
  g_autofree char *places = plt_plan_paper_places (source, day);
  g_autofree char *hours = day->number > 0 ? plt_paper_hours (day->day) : g_strdup ("");
  const char *const parts[]
      = { number, date, places, hours, day->night ? "nuit" : "", day->day->note };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "  ·  " : "", parts[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_strip (const PltPaperSource *source, PltDocTable *table, const PltStripFacts *strip)
{
  const PltSequenceFacts *sequence = plt_paper_sequence (source, strip);
  g_autofree char *set = NULL;
  g_autofree char *number = NULL;
  g_autofree char *roles = NULL;
  g_autofree char *line = NULL;
  const char *state;

  if (sequence == NULL)
    {
      plt_doc_table_row (table, "row.note");
      plt_doc_cell_span (plt_doc_table_text (table, strip->text), G_N_ELEMENTS (columns));
      return;
    }
  state = plt_plan_paper_state (sequence, strip);
  number = plt_plan_paper_number (sequence, strip);
  set = plt_facts_set_name (source->facts, sequence);
  roles = plt_paper_roles (source, sequence, FALSE);
  {
    g_autofree char *squeezed = plt_text_squeeze (sequence->synopsis);
    g_autofree char *whole
        = *state != '\0' ? g_strdup_printf ("%s : %s", state, squeezed) : g_strdup (squeezed);

    line = plt_plan_paper_shorten (whole, LINES);
  }
  plt_doc_table_row (table, *state != '\0' ? "row.muted" : "row.normal");
  plt_doc_cell_ref (plt_doc_table_text (table, number), (PltRef){ "strip", strip->id, NULL });
  plt_doc_cell_style (
      plt_doc_table_text (table, plt_effect_code (sequence->int_ext, sequence->effect)),
      plt_paper_effect_style (sequence));
  plt_doc_table_text (table, set);
  plt_doc_table_text (table, line);
  plt_doc_table_text (table, roles);
  plt_doc_table_eighths (table, sequence->eighths);
  plt_doc_table_seconds (table, plt_sequence_seconds (sequence));
}

static void
add_day (const PltPaperSource *source, PltDocTable *table, const PltDayPlan *day)
{
  g_autofree char *head = head_of (source, day);
  PltDocCell *cell;

  plt_doc_table_row (table, day->number > 0 ? "row.group" : "row.muted");
  cell = plt_doc_table_text (table, head);
  plt_doc_cell_ref (cell, (PltRef){ "shooting_day", day->day->id, NULL });
  plt_doc_cell_span (cell, TEXTS);
  plt_doc_table_eighths (table, day->n_sequences > 0 ? day->eighths : PLT_UNKNOWN);
  plt_doc_table_seconds (table, day->n_sequences > 0 ? day->seconds : PLT_UNKNOWN);
  if (day->strips->len > 0)
    plt_doc_table_keep_with_next (table);
  for (guint i = 0; i < day->strips->len; i++)
    {
      add_strip (source, table, day->strips->pdata[i]);
      if (i + 1 < day->strips->len)
        plt_doc_table_keep_with_next (table);
    }
}

static void
add_total (const PltPaperSource *source, PltDocTable *table)
{
  g_autofree char *total = plt_plan_paper_total (source);

  plt_doc_table_row (table, "row.grand-total");
  plt_doc_cell_span (plt_doc_table_text (table, total), TEXTS);
  plt_doc_table_eighths (table, source->plan->eighths);
  plt_doc_table_seconds (table, source->plan->seconds);
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (PltPaperSource) source = { NULL };
  g_autofree char *roles = NULL;
  PltDocument *document;
  PltDocTable *table;

  if (!plt_paper_open (&source, store, params, error))
    return NULL;
  document = plt_plan_paper_new (&source, "Plan de travail, liste", PLT_PAPER_A4, PLT_PORTRAIT);
  if (!plt_plan_paper_begin (&source, document))
    return document;
  plt_plan_paper_unplaced (&source, document);
  table = plt_document_table (document, "Liste", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < source.plan->days->len; i++)
    add_day (&source, table, source.plan->days->pdata[i]);
  add_total (&source, table);
  roles = plt_plan_paper_roles (&source);
  plt_document_space (document, 4);
  plt_plan_paper_once (&source, document);
  if (*roles != '\0')
    plt_document_runs (document, "text.small", "run.bold", "Rôles : ", "run.normal", roles, NULL);
  return document;
}

static const PltParamSpec specs[] = { PLT_PAPER_PLAN_PARAM, { NULL } };

const PltDocumentKind plt_document_plan_de_travail_liste = {
  .id = "plan-de-travail-liste",
  .title = "Plan de travail, liste",
  .phase = "preparation",
  .params = specs,
  .build = build,
};
