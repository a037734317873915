/* Feuilles de dépouillement: one page a séquence, one box a category, to be filled by hand where
 * empty. */
#include "plt-document-kinds-private.h"
#include "plt-paper.h"

#include <glib/gi18n-lib.h>

#include "plt-error.h"
#include "plt-text.h"
#include "plt-time.h"

#define BOXES 3        /* across */
#define BOX_SIGNS 32   /* that a line of a box holds */
#define PAGE_SIGNS 105 /* that a line across holds */
#define PAGE_LINES 33  /* of boxes, summary and notes, so that a sheet stays on its page */

static const PltParamSpec params_spec[] = {
  { "sequence", N_ ("Sequence"), PLT_PARAM_TEXT, NULL, NULL, NULL },
  { NULL },
};

static void
add_head (const PltPaperSource *source, PltDocument *document, const PltSequenceFacts *sequence)
{
  const PltLocationFacts *place = plt_facts_location_of (source->facts, sequence);
  const PltSetFacts *set = PLT_FACTS_FIND (source->facts->sets, PltSetFacts, sequence->set);
  const PltSetFacts *sub_set = PLT_FACTS_FIND (source->facts->sets, PltSetFacts, sequence->sub_set);
  g_autofree char *pages
      = sequence->eighths != PLT_UNKNOWN ? plt_eighths_format (sequence->eighths) : g_strdup ("");
  g_autofree char *premin = sequence->premin_seconds != PLT_UNKNOWN
                                ? plt_seconds_format (sequence->premin_seconds)
                                : g_strdup ("");
  g_autofree char *time = sequence->shooting_minutes != PLT_UNKNOWN
                              ? plt_duration_format (sequence->shooting_minutes)
                              : g_strdup ("");
  g_autofree char *shots = sequence->shots != PLT_UNKNOWN
                               ? g_strdup_printf ("%" G_GINT64_FORMAT, sequence->shots)
                               : g_strdup ("");
  g_autofree char *hazards = plt_paper_hazards (sequence);
  PltDocFields *fields = plt_document_fields (document, 6);
  gint64 id = sequence->id;

  plt_doc_fields_add (fields, "Séquence", sequence->number, (PltRef){ "sequence", id, "number" });
  plt_doc_fields_add (fields, "Effet lieu", sequence->int_ext,
                      (PltRef){ "sequence", id, "int_ext" });
  plt_doc_fields_add (fields, "Effet lumière", sequence->effect,
                      (PltRef){ "sequence", id, "effect" });
  plt_doc_fields_add (fields, "Décor", set != NULL ? set->name : "",
                      (PltRef){ "sequence", id, "set" });
  plt_doc_fields_add (fields, "Sous-décor", sub_set != NULL ? sub_set->name : "",
                      (PltRef){ "sequence", id, "sub_set" });
  plt_doc_fields_add (fields, "Lieu de tournage", place != NULL ? place->name : "",
                      (PltRef){ "sequence", id, "location" });
  plt_doc_fields_add (fields, "Chronologie", sequence->story_day,
                      (PltRef){ "sequence", id, "story_day" });
  plt_doc_fields_add (fields, "Pages", pages, (PltRef){ "sequence", id, "eighths" });
  plt_doc_fields_add (fields, "Préminutage", premin, (PltRef){ "sequence", id, "premin_seconds" });
  plt_doc_fields_add (fields, "Temps de tournage", time,
                      (PltRef){ "sequence", id, "shooting_minutes" });
  plt_doc_fields_add (fields, "Nombre de plans", shots, (PltRef){ "sequence", id, "shots" });
  plt_doc_fields_add (fields, "Points sensibles", hazards, (PltRef){ "sequence", id, "hazards" });
}

/* Lines a text takes where one holds `width` signs, near enough. */
static guint
count_lines (const char *text, guint width)
{
  guint n = 1, used = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == '\n' || ++used > width)
      {
        n++;
        used = 0;
      }
  return n;
}

/* Lines of all rows of boxes when each has `least` at least. */
static guint
total_lines (char **texts, guint n, guint least)
{
  guint total = 0;

  for (guint first = 0; first < n; first += BOXES)
    {
      guint lines = least;

      for (guint i = first; i < MIN (first + BOXES, n); i++)
        lines = MAX (lines, count_lines (texts[i], BOX_SIGNS));
      total += lines;
    }
  return total;
}

static void
fill_boxes (const PltPaperSource *source,
            const PltSequenceFacts *sequence,
            const char *separator,
            char **texts)
{
  for (guint i = 0; i < source->facts->categories.n; i++)
    {
      g_free (texts[i]);
      texts[i]
          = plt_paper_elements (source, sequence, source->facts->categories.items[i].id, separator);
    }
}

/* One box a category, as tall as a page allows: what is missing is written in by hand. */
static void
add_boxes (const PltPaperSource *source, PltDocument *document, const PltSequenceFacts *sequence)
{
  guint n = source->facts->categories.n, least = 3;
  guint texts_lines
      = count_lines (sequence->synopsis, PAGE_SIGNS) + count_lines (sequence->note, PAGE_SIGNS);
  guint room = PAGE_LINES - MIN (texts_lines, PAGE_LINES);
  g_auto (GStrv) texts = g_new0 (char *, n + 1);
  PltDocFields *fields = plt_document_fields (document, BOXES);

  fill_boxes (source, sequence, "\n", texts);
  if (total_lines (texts, n, 1) > room)
    fill_boxes (source, sequence, " ; ", texts);
  while (least > 1 && total_lines (texts, n, least) > room)
    least--;
  for (guint i = 0; i < n; i++)
    {
      const PltCategoryFacts *category = &source->facts->categories.items[i];
      g_autofree char *label = g_strdup_printf ("%s  %s", category->code, category->name);
      g_autoptr (GString) text = g_string_new (texts[i]);

      for (guint lines = count_lines (texts[i], BOX_SIGNS); lines < least; lines++)
        g_string_append_c (text, '\n');
      plt_doc_fields_add (fields, label, text->str, (PltRef){ "sequence", sequence->id, NULL });
    }
}

static void
add_sheet (const PltPaperSource *source, PltDocument *document, const PltSequenceFacts *sequence)
{
  g_autofree char *set = plt_facts_set_name (source->facts, sequence);
  const char *int_ext = sequence->int_ext;
  const char *effect = sequence->effect;
  g_autofree char *heading = g_strdup_printf ("Séquence %s   %s%s%s%s%s", sequence->number, int_ext,
                                              *int_ext != '\0' ? ". " : "", set,
                                              *effect != '\0' && *set != '\0' ? " – " : "", effect);
  PltDocFields *fields;

  plt_document_heading (document, 1, heading, (PltRef){ "sequence", sequence->id, NULL });
  add_head (source, document, sequence);
  plt_document_space (document, 6);
  fields = plt_document_fields (document, 1);
  plt_doc_fields_add (fields, "Résumé de l’action", sequence->synopsis,
                      (PltRef){ "sequence", sequence->id, "synopsis" });
  plt_document_space (document, 6);
  add_boxes (source, document, sequence);
  plt_document_space (document, 6);
  fields = plt_document_fields (document, 1);
  plt_doc_fields_add (fields, "Notes et questions", sequence->note,
                      (PltRef){ "sequence", sequence->id, "note" });
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  const char *wanted = plt_params_get (params, "sequence");
  g_auto (PltPaperSource) source = { NULL };
  g_autoptr (PltDocument) document = NULL;
  g_autofree char *subtitle = NULL;
  guint n = 0;

  if (!plt_paper_open (&source, store, params, error))
    return NULL;
  subtitle = *source.facts->production.director != '\0'
                 ? g_strdup_printf ("Réalisation : %s", source.facts->production.director)
                 : NULL;
  document = plt_paper_new (&source, "Dépouillement", subtitle, NULL, PLT_PAPER_A4, PLT_PORTRAIT);
  for (guint i = 0; i < source.facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &source.facts->sequences.items[i];

      if (wanted != NULL && *wanted != '\0' && plt_text_compare (sequence->number, wanted) != 0)
        continue;
      if (g_str_equal (sequence->status, "supprimee") && wanted == NULL)
        continue;
      if (n++ > 0)
        plt_document_page_break (document);
      add_sheet (&source, document, sequence);
    }
  if (n == 0 && wanted != NULL)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND, _ ("There is no sequence %s."), wanted);
      return NULL;
    }
  if (n == 0)
    plt_document_paragraph (document, "text.note",
                            "La production n’a pas encore de séquence : importez un scénario.",
                            (PltRef){ NULL, 0, NULL });
  return g_steal_pointer (&document);
}

const PltDocumentKind plt_document_depouillement = {
  .id = "depouillement",
  .title = "Feuilles de dépouillement",
  .phase = "developpement",
  .params = params_spec,
  .build = build,
};
