/* Rapport horaire: the day as it went, hour by hour; and the rapport montage, its takes shot by
 * shot. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-document-kinds-private.h"
#include "plt-report-paper.h"

#define NO_REF ((PltRef){ NULL })

static const PltParamSpec params_spec[] = { PLT_REPORT_DAY_PARAM, { NULL } };

static const char *
number_of (const PltFacts *facts, gint64 sequence)
{
  const PltSequenceFacts *row = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, sequence);

  return row != NULL ? row->number : "";
}

static gboolean
is_of (const PltReportPaper *self, const PltLogFacts *line)
{
  return self->day != NULL && self->day->report != NULL
         && line->day_report == self->day->report->id;
}

/* ---- hour by hour ---- */

static void
add_hours (const PltReportPaper *self, PltDocument *document)
{
  const PltReportDay *day = self->day;
  const struct
  {
    const char *label;
    gint64 minutes;
    const char *column;
  } hours[] = {
    { "Arrivée équipe", day->crew, "crew_minutes" },
    { "Prêt à tourner", day->pat, "pat_minutes" },
    { "Premier plan", day->first_shot, "first_shot_minutes" },
    { "Repas", day->meal, "meal_minutes" },
    { "Reprise", day->meal_end, "meal_end_minutes" },
    { "Dernier plan", day->last_shot, "last_shot_minutes" },
    { "Fin de journée", day->end, "end_minutes" },
  };
  PltDocFields *fields = plt_document_fields (document, 4);

  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    {
      g_autofree char *text = plt_paper_clock (hours[i].minutes);

      plt_doc_fields_add (fields, hours[i].label, text,
                          (PltRef){ "day_report", day->report->id, hours[i].column });
    }
  plt_doc_fields_add (fields, "Scripte", day->report->author,
                      (PltRef){ "day_report", day->report->id, "author" });
}

static void
add_line (const PltFacts *facts, PltDocTable *table, const PltLogFacts *line)
{
  gboolean take = strcmp (line->kind, "prise") == 0;
  const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, line->person);
  g_autofree char *name = person != NULL ? plt_facts_person_name (person) : g_strdup ("");
  g_autofree char *remark
      = g_strconcat (name, *name != '\0' && *line->remark != '\0' ? " : " : "", line->remark, NULL);
  PltDocCell *cell;

  plt_doc_table_row (table, "row.normal");
  plt_doc_cell_ref (plt_doc_table_clock (table, line->start_minutes),
                    (PltRef){ "log_entry", line->id, "start_minutes" });
  cell = plt_doc_table_text (table, plt_report_word (line->kind));
  if (!take)
    plt_doc_cell_style (cell,
                        strcmp (line->kind, "incident") == 0 ? "cell.warning" : "cell.strong");
  plt_doc_cell_style (plt_doc_table_text (table, number_of (facts, line->sequence)), "cell.strong");
  plt_doc_table_text (table, line->shot);
  plt_doc_table_text (table, line->take);
  plt_doc_table_seconds (table, line->take_seconds);
  plt_doc_cell_style (plt_doc_table_text (table, take && line->kept ? "✓" : ""), "cell.center");
  plt_doc_table_text (table, line->card);
  plt_doc_cell_ref (plt_doc_table_text (table, remark),
                    (PltRef){ "log_entry", line->id, "remark" });
}

static PltDocument *
build_hours (PltStore *store, const PltParams *params, GError **error)
{
  static const PltDocColumn columns[] = {
    { .title = "Heure", .id = "heure", .width = 38, .sheet_chars = 8 },
    { .title = "Événement", .id = "evenement", .width = 96, .sheet_chars = 20 },
    { .title = "Séq.", .id = "sequence", .width = 32, .sheet_chars = 7 },
    { .title = "Plan", .id = "plan", .width = 32, .sheet_chars = 7 },
    { .title = "Prise", .id = "prise", .width = 32, .sheet_chars = 7 },
    { .title = "Durée", .id = "duree", .width = 38, .sheet_chars = 8 },
    { .title = "Gardée", .id = "gardee", .width = 38, .sheet_chars = 8 },
    { .title = "Carte", .id = "carte", .width = 42, .sheet_chars = 9 },
    { .title = "Remarques", .id = "remarques", .weight = 1, .min = 120, .sheet_chars = 44 },
  };
  g_auto (PltReportPaper) paper = { .book = NULL };
  PltDocument *document;
  PltDocTable *table;

  if (!plt_report_paper_open (&paper, store, params, error))
    return NULL;
  document = plt_report_paper_new (&paper, "Rapport horaire", PLT_PORTRAIT);
  if (paper.day == NULL || paper.day->report == NULL)
    {
      plt_document_paragraph (document, "text.note", "Ce jour n’a pas encore de rapport.", NO_REF);
      return document;
    }
  add_hours (&paper, document);
  plt_document_space (document, 6);
  table = plt_document_table (document, "Rapport horaire", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < paper.source.facts->log.n; i++)
    if (is_of (&paper, &paper.source.facts->log.items[i]))
      add_line (paper.source.facts, table, &paper.source.facts->log.items[i]);
  return document;
}

const PltDocumentKind plt_document_rapport_horaire = {
  .id = "rapport-horaire",
  .title = "Rapport horaire",
  .phase = "tournage",
  .params = params_spec,
  .build = build_hours,
};

/* ---- shot by shot ---- */

static void
add_take (const PltFacts *facts, PltDocTable *table, const PltLogFacts *line)
{
  g_autofree char *name = g_strdup_printf ("%s/%s/%s", number_of (facts, line->sequence),
                                           *line->shot != '\0' ? line->shot : "–",
                                           *line->take != '\0' ? line->take : "–");
  PltDocCell *cell;

  plt_doc_table_row (table, "row.normal");
  cell = plt_doc_table_text (table, name);
  plt_doc_cell_ref (cell, (PltRef){ "log_entry", line->id, NULL });
  plt_doc_cell_style (cell, line->kept ? "cell.strong" : "cell.normal");
  plt_doc_cell_style (plt_doc_table_text (table, line->kept ? "✓" : ""), "cell.center");
  plt_doc_table_seconds (table, line->take_seconds);
  plt_doc_table_text (table, line->camera);
  plt_doc_table_text (table, line->card);
  plt_doc_table_text (table, line->lens);
  plt_doc_table_text (table, line->filters);
  plt_doc_table_text (table, line->sound);
  plt_doc_table_text (table, line->timecode);
  plt_doc_table_text (table, line->text);
  plt_doc_table_text (table, line->remark);
}

static void
add_takes (const PltReportPaper *self, PltDocTable *table, const PltReportSequence *item)
{
  const PltFacts *facts = self->source.facts;
  g_autofree char *set = plt_facts_set_name (facts, item->sequence);
  g_autofree char *title
      = g_strdup_printf ("Séq. %s · %s · %s", item->sequence->number,
                         plt_effect_code (item->sequence->int_ext, item->sequence->effect), set);

  plt_doc_table_row (table, "row.group");
  plt_doc_table_keep_with_next (table);
  plt_doc_cell_span (plt_doc_table_text (table, title), 11);
  for (guint i = 0; i < facts->log.n; i++)
    {
      const PltLogFacts *line = &facts->log.items[i];

      if (is_of (self, line) && line->sequence == item->sequence->id
          && strcmp (line->kind, "prise") == 0)
        add_take (facts, table, line);
    }
}

static PltDocument *
build_takes (PltStore *store, const PltParams *params, GError **error)
{
  static const PltDocColumn columns[] = {
    { .title = "Séq./plan/prise", .id = "prise", .width = 74, .sheet_chars = 15 },
    { .title = "Gardée", .id = "gardee", .width = 38, .sheet_chars = 8 },
    { .title = "Durée", .id = "duree", .width = 38, .sheet_chars = 8 },
    { .title = "Cam.", .id = "camera", .width = 32, .sheet_chars = 7 },
    { .title = "Carte", .id = "carte", .width = 46, .sheet_chars = 9 },
    { .title = "Objectif", .id = "objectif", .width = 50, .sheet_chars = 10 },
    { .title = "Filtres", .id = "filtres", .width = 60, .sheet_chars = 12 },
    { .title = "Son", .id = "son", .width = 46, .sheet_chars = 9 },
    { .title = "Timecode", .id = "timecode", .width = 66, .sheet_chars = 13 },
    { .title = "Texte couvert", .id = "texte", .weight = 1, .min = 90, .sheet_chars = 28 },
    { .title = "Remarques", .id = "remarques", .weight = 1, .min = 110, .sheet_chars = 36 },
  };
  g_auto (PltReportPaper) paper = { .book = NULL };
  PltDocument *document;
  PltDocTable *table = NULL;

  if (!plt_report_paper_open (&paper, store, params, error))
    return NULL;
  document = plt_report_paper_new (&paper, "Rapport montage", PLT_LANDSCAPE);
  for (guint i = 0; paper.day != NULL && i < paper.day->sequences->len; i++)
    {
      const PltReportSequence *item = &g_array_index (paper.day->sequences, PltReportSequence, i);

      if (item->takes == 0)
        continue;
      if (table == NULL)
        table = plt_document_table (document, "Rapport montage", columns, G_N_ELEMENTS (columns));
      add_takes (&paper, table, item);
    }
  if (table == NULL)
    plt_document_paragraph (document, "text.note", "Aucune prise n’est notée ce jour.", NO_REF);
  return document;
}

const PltDocumentKind plt_document_rapport_montage = {
  .id = "rapport-montage",
  .title = "Rapport montage",
  .phase = "tournage",
  .params = params_spec,
  .build = build_takes,
};
