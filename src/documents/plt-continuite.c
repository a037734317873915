/* Continuité: one line a séquence, the first reading of a script, in the order of the film or of
 * the story. The automatic estimate stands beside the préminutage of the scripte, never in it; the
 * cumulated length takes it where there is nothing else. */
#include "plt-document-kinds-private.h"
#include "plt-script-paper.h"
#include "plt-story.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-breakdown.h"

#define LAST_LINES 4 /* that stay with the total */
#define NBSP "\302\240"

static const PltParamSpec params_spec[] = {
  { "ordre", N_ ("Order"), PLT_PARAM_CHOICE, NULL, "scenario,chronologie", "scenario",
    N_ ("Script,Story") },
  { "resume", N_ ("With the synopsis"), PLT_PARAM_BOOLEAN, NULL, NULL, "1" },
  { NULL },
};

typedef enum
{
  COLUMN_NUMBER,
  COLUMN_EPISODE, /* of a series only */
  COLUMN_EFFECT,
  COLUMN_SET,
  COLUMN_DAY,
  COLUMN_SYNOPSIS, /* when asked for */
  COLUMN_ROLES,
  COLUMN_SCRIPT_PAGE, /* when the script has pages */
  COLUMN_PAGES,
  COLUMN_PREMIN,
  COLUMN_ESTIMATE,
  COLUMN_CUMULATED,
  N_COLUMNS,
} Column;

static const PltDocColumn columns[N_COLUMNS] = {
  { .title = "N°", .id = "numero", .width = 32 },
  { .title = "Ép.", .id = "episode", .width = 30 },
  { .title = "Effet", .id = "effet", .width = 34 },
  { .title = "Décor / sous-décor", .id = "decor", .weight = 4.2, .min = 120 },
  { .title = "Jour", .id = "jour", .width = 32 },
  { .title = "Résumé", .id = "resume", .weight = 6.4, .min = 140 },
  { .title = "Rôles", .id = "roles", .weight = 1, .min = 54 },
  { .title = "P. scén.", .id = "page_scenario", .width = 32 },
  { .title = "Pages", .id = "pages", .width = 36 },
  { .title = "Prémin.", .id = "preminutage", .width = 40 },
  { .title = "Estim.", .id = "estimation", .width = 38 },
  { .title = "Cumul", .id = "cumul", .width = 42 },
};

/**
 * Builder:
 * @places: of each column in the table, -1 when it is left out
 * @last: the last row that counts, 0 before the first
 */
typedef struct
{
  PltScriptPaper paper;
  PltDocTable *table;
  int places[N_COLUMNS];
  guint last;
  gint64 cumulated;
  PltWeight whole;
} Builder;

static void
builder_clear (Builder *self)
{
  plt_script_paper_close (&self->paper);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

static void
start_table (Builder *self, PltDocument *document, gboolean synopsis)
{
  const PltFacts *facts = self->paper.source.facts;
  gboolean printed[N_COLUMNS];
  PltDocColumn specs[N_COLUMNS];
  guint n = 0;

  for (Column column = 0; column < N_COLUMNS; column++)
    printed[column] = TRUE;
  printed[COLUMN_SYNOPSIS] = synopsis;
  printed[COLUMN_EPISODE] = printed[COLUMN_SCRIPT_PAGE] = FALSE;
  for (guint i = 0; i < facts->sequences.n; i++)
    {
      printed[COLUMN_EPISODE] |= *facts->sequences.items[i].episode != '\0';
      printed[COLUMN_SCRIPT_PAGE] |= facts->sequences.items[i].page != PLT_UNKNOWN;
    }
  for (Column column = 0; column < N_COLUMNS; column++)
    {
      self->places[column] = printed[column] ? (int) n : -1;
      if (printed[column])
        specs[n++] = columns[column];
    }
  self->table = plt_document_table (document, "Continuité", specs, n);
}

/* The préminutage, else the estimate, added to the row before. */
static void
add_cumulated (Builder *self, const PltSequenceFacts *sequence)
{
  guint column = (guint) self->places[COLUMN_CUMULATED];
  guint row = plt_doc_table_get_n_rows (self->table) - 1;
  g_autoptr (GString) formula = g_string_new (NULL);

  self->cumulated = plt_script_paper_add (self->cumulated, plt_sequence_seconds (sequence));
  g_string_printf (formula, "=IF({.,%d}=\"\",N({.,%d}),{.,%d})", self->places[COLUMN_PREMIN],
                   self->places[COLUMN_ESTIMATE], self->places[COLUMN_PREMIN]);
  if (self->last > 0)
    g_string_append_printf (formula, "+N({%u,%u})", self->last, column);
  plt_doc_cell_formula (plt_doc_table_seconds (self->table, self->cumulated), formula->str);
  self->last = row;
}

static void
add_sequence (Builder *self, const PltSequenceFacts *sequence)
{
  g_autofree char *set = plt_facts_set_name (self->paper.source.facts, sequence);
  g_autofree char *roles = plt_paper_roles (&self->paper.source, sequence, FALSE);
  gboolean cut = plt_sequence_is_cut (sequence);
  PltRef ref = { "sequence", sequence->id, NULL };
  PltDocTable *table = self->table;

  plt_doc_table_row (table, cut ? "row.muted" : "row.normal");
  plt_script_paper_add_number (table, sequence);
  if (self->places[COLUMN_EPISODE] >= 0)
    plt_doc_table_text (table, sequence->episode);
  plt_script_paper_add_effect (table, sequence);
  ref.column = "set";
  plt_doc_cell_ref (plt_doc_table_text (table, set), ref);
  ref.column = "story_day";
  plt_doc_cell_ref (plt_doc_table_text (table, sequence->story_day), ref);
  ref.column = "synopsis";
  if (self->places[COLUMN_SYNOPSIS] >= 0)
    plt_doc_cell_ref (plt_doc_table_text (table, cut ? "SUPPRIMÉE" : sequence->synopsis), ref);
  plt_doc_table_text (table, cut && self->places[COLUMN_SYNOPSIS] < 0 ? "SUPPRIMÉE" : roles);
  if (self->places[COLUMN_SCRIPT_PAGE] >= 0)
    plt_doc_table_number (table, sequence->page, 0);
  if (cut)
    return;
  ref.column = "eighths";
  plt_doc_cell_ref (plt_doc_table_eighths (table, sequence->eighths), ref);
  ref.column = "premin_seconds";
  plt_doc_cell_ref (plt_doc_table_seconds (table, sequence->premin_seconds), ref);
  plt_doc_cell_style (plt_doc_table_seconds (table, sequence->estimate_seconds), "cell.muted");
  add_cumulated (self, sequence);
  plt_weight_add (&self->whole, sequence);
}

static void
add_total (Builder *self)
{
  PltDocTable *table = self->table;
  const PltMinutage *minutage = &self->whole.minutage;
  guint last = plt_doc_table_get_n_rows (table) - 1;
  g_autofree char *effects = plt_weight_effects (&self->whole);
  g_autofree char *label = g_strdup_printf ("Total   %u séquence%s   %s", self->whole.n,
                                            self->whole.n > 1 ? "s" : "", effects);

  plt_doc_table_row (table, "row.total");
  plt_doc_cell_span (plt_doc_table_text (table, label), (guint) self->places[COLUMN_PAGES]);
  plt_script_paper_sum (plt_doc_table_eighths (table, self->whole.eighths),
                        (guint) self->places[COLUMN_PAGES], 1, last);
  plt_script_paper_sum (plt_doc_table_seconds (table, self->whole.premin),
                        (guint) self->places[COLUMN_PREMIN], 1, last);
  /* of all séquences, those with a préminutage too */
  plt_script_paper_sum (
      plt_doc_table_seconds (table, minutage->n_estimate > 0 ? minutage->estimate : PLT_UNKNOWN),
      (guint) self->places[COLUMN_ESTIMATE], 1, last);
  plt_doc_table_seconds (table, self->cumulated);
}

static void
add_roles (const PltScriptPaper *paper, PltDocument *document)
{
  g_autoptr (GPtrArray) roles = plt_script_paper_family (paper, "roles");
  g_autoptr (GString) legend = g_string_new (NULL);

  for (guint i = 0; i < roles->len; i++)
    {
      const PltElementFacts *role = roles->pdata[i];

      if (role->number != PLT_UNKNOWN)
        g_string_append_printf (legend, "%s%" G_GINT64_FORMAT NBSP "%s",
                                legend->len > 0 ? "  ·  " : "", role->number, role->name);
    }
  if (legend->len > 0)
    plt_document_runs (document, "text.small", "run.bold", "Rôles : ", "run.normal", legend->str,
                       NULL);
}

static void
add_sequences (Builder *self, gboolean chronological)
{
  const PltFacts *facts = self->paper.source.facts;
  g_autoptr (GPtrArray) story = chronological ? plt_story_order (facts) : NULL;
  guint n = story != NULL ? story->len : facts->sequences.n;

  for (guint i = 0; i < n; i++)
    {
      add_sequence (self, story != NULL ? story->pdata[i] : &facts->sequences.items[i]);
      /* The total does not go to the next page with a line or two. */
      if (i + LAST_LINES >= n)
        plt_doc_table_keep_with_next (self->table);
    }
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  gboolean chronological = g_strcmp0 (plt_params_get (params, "ordre"), "chronologie") == 0;
  gboolean synopsis = g_strcmp0 (plt_params_get (params, "resume"), "0") != 0;
  g_auto (Builder) self = { .cumulated = PLT_UNKNOWN };
  PltDocument *document;

  if (!plt_script_paper_open (&self.paper, store, params, error))
    return NULL;
  plt_weight_init (&self.whole);
  document = plt_script_paper_new (&self.paper, "Continuité",
                                   chronological ? "Dans l’ordre de l’histoire" : NULL, NULL,
                                   PLT_PAPER_A4, PLT_LANDSCAPE);
  if (self.paper.source.facts->sequences.n == 0)
    {
      plt_script_paper_begin (&self.paper, document);
      return document;
    }
  add_roles (&self.paper, document);
  plt_script_paper_note (document,
                         "Jour : jour-fiction. Prémin. : préminutage de la scripte. Estim. : "
                         "estimation automatique, à "
                         "corriger par la scripte. Cumul : préminutage, à défaut estimation.");
  start_table (&self, document, synopsis);
  add_sequences (&self, chronological);
  add_total (&self);
  return document;
}

const PltDocumentKind plt_document_continuite = {
  .id = "continuite",
  .title = "Continuité",
  .phase = "developpement",
  .params = params_spec,
  .build = build,
};
