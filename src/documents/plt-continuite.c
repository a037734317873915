/* Continuité: one line a séquence, the first reading of a script. */
#include "plt-document-kinds-private.h"
#include "plt-paper.h"

#define PAGES 6 /* columns */
#define PREMIN 7
#define ESTIMATE 8

static const PltDocColumn columns[] = {
  { .title = "N°", .id = "numero", .width = 34 },
  { .title = "Effet", .id = "effet", .width = 38 },
  { .title = "Décor", .id = "decor", .weight = 3, .min = 90 },
  { .title = "Jour", .id = "jour", .width = 30 },
  { .title = "Résumé", .id = "resume", .weight = 6, .min = 140 },
  { .title = "Rôles", .id = "roles", .weight = 2, .min = 60 },
  { .title = "Pages", .id = "pages", .width = 40 },
  { .title = "Minutage", .id = "minutage", .width = 48 },
  { .title = "Estim.", .id = "estimation", .width = 42 },
};

static void
add_sequence (const PltPaperSource *source, PltDocTable *table, const PltSequenceFacts *sequence)
{
  g_autofree char *set = plt_facts_set_name (source->facts, sequence);
  g_autofree char *roles = plt_paper_roles (source, sequence, FALSE);
  gboolean cut = g_str_equal (sequence->status, "supprimee");
  PltRef ref = { "sequence", sequence->id, NULL };

  plt_doc_table_row (table, cut ? "row.muted" : "row.normal");
  ref.column = "number";
  plt_doc_cell_ref (plt_doc_table_text (table, sequence->number), ref);
  {
    PltDocCell *cell
        = plt_doc_table_text (table, plt_effect_code (sequence->int_ext, sequence->effect));

    plt_doc_cell_style (cell, plt_paper_effect_style (sequence));
    ref.column = "effect";
    plt_doc_cell_ref (cell, ref);
  }
  ref.column = "set";
  plt_doc_cell_ref (plt_doc_table_text (table, set), ref);
  plt_doc_table_text (table, sequence->story_day);
  ref.column = "synopsis";
  plt_doc_cell_ref (plt_doc_table_text (table, cut ? "SUPPRIMÉE" : sequence->synopsis), ref);
  plt_doc_table_text (table, roles);
  plt_doc_table_eighths (table, cut ? PLT_UNKNOWN : sequence->eighths);
  ref.column = "premin_seconds";
  plt_doc_cell_ref (plt_doc_table_seconds (table, cut ? PLT_UNKNOWN : sequence->premin_seconds),
                    ref);
  plt_doc_cell_style (plt_doc_table_seconds (table, cut ? PLT_UNKNOWN : sequence->estimate_seconds),
                      "cell.muted");
}

/* Of what stands above it; a cut séquence has no figures. */
static void
add_sum (const PltDocTable *table, guint column, PltDocCell *cell)
{
  guint last = plt_doc_table_get_n_rows (table) - 2;
  g_autofree char *formula = g_strdup_printf ("=SUM({1,%u}:{%u,%u})", column, last, column);

  if (last >= 1)
    plt_doc_cell_formula (cell, formula);
}

static void
add_total (const PltPaperSource *source, PltDocTable *table)
{
  gint64 eighths = 0, premin = 0, estimate = 0;

  for (guint i = 0; i < source->facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &source->facts->sequences.items[i];

      if (g_str_equal (sequence->status, "supprimee"))
        continue;
      eighths += sequence->eighths == PLT_UNKNOWN ? 0 : sequence->eighths;
      premin += sequence->premin_seconds == PLT_UNKNOWN ? 0 : sequence->premin_seconds;
      estimate += sequence->estimate_seconds == PLT_UNKNOWN ? 0 : sequence->estimate_seconds;
    }
  plt_doc_table_row (table, "row.total");
  plt_doc_cell_span (plt_doc_table_text (table, "Total"), PAGES);
  add_sum (table, PAGES, plt_doc_table_eighths (table, eighths));
  add_sum (table, PREMIN, plt_doc_table_seconds (table, premin));
  add_sum (table, ESTIMATE, plt_doc_table_seconds (table, estimate));
}

static void
add_roles (const PltPaperSource *source, PltDocument *document)
{
  g_autoptr (GString) legend = g_string_new (NULL);

  for (guint i = 0; i < source->plan->presences->len; i++)
    {
      const PltPresence *presence = source->plan->presences->pdata[i];

      if (!g_str_equal (presence->category->family, "roles")
          || presence->element->number == PLT_UNKNOWN)
        continue;
      g_string_append_printf (legend, "%s%" G_GINT64_FORMAT " %s", legend->len > 0 ? "  ·  " : "",
                              presence->element->number, presence->element->name);
    }
  if (legend->len > 0)
    plt_document_runs (document, "text.small", "run.bold", "Rôles : ", "run.normal", legend->str,
                       NULL);
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (PltPaperSource) source = { NULL };
  g_autofree char *subtitle = NULL;
  PltDocument *document;
  PltDocTable *table;

  if (!plt_paper_open (&source, store, params, error))
    return NULL;
  subtitle = *source.facts->production.director != '\0'
                 ? g_strdup_printf ("Réalisation : %s", source.facts->production.director)
                 : NULL;
  document = plt_paper_new (&source, "Continuité", subtitle, NULL, PLT_PAPER_A4, PLT_LANDSCAPE);
  add_roles (&source, document);
  if (source.facts->sequences.n == 0)
    {
      plt_document_paragraph (document, "text.note",
                              "La production n’a pas encore de séquence : importez un scénario.",
                              (PltRef){ NULL, 0, NULL });
      return document;
    }
  plt_document_paragraph (
      document, "text.note",
      "Minutage : préminutage de la scripte. Estim. : estimation automatique, à corriger par la "
      "scripte.",
      (PltRef){ NULL, 0, NULL });
  table = plt_document_table (document, "Continuité", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < source.facts->sequences.n; i++)
    add_sequence (&source, table, &source.facts->sequences.items[i]);
  add_total (&source, table);
  return document;
}

const PltDocumentKind plt_document_continuite = {
  .id = "continuite",
  .title = "Continuité",
  .phase = "developpement",
  .build = build,
};
