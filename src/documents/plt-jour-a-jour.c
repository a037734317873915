/* Jour-à-jour: the text of the day's séquences in the order of shooting, as the screenplay sets it,
 * each under its rank, number, effect, set, minutage and pages. What is shot in several parts has
 * its text once, at its first part. */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "plt-document-kinds-private.h"
#include "plt-feuille-private.h"
#include "plt-load.h"
#include "plt-scenario-private.h"
#include "plt-time.h"

#define MARGIN 36 /* points, as the screenplay */

static const PltParamSpec params_spec[] = {
  PLT_FEUILLE_PARAMS,
  { "page_par_sequence", N_ ("One sequence a page"), PLT_PARAM_BOOLEAN, NULL, NULL, NULL, NULL },
  { NULL },
};

/* "2. Séquence 4A 1/2 · E/N · GRANGE · 0:40 · 5/8" */
static char *
head_of (const PltFeuille *self,
         const PltStripFacts *strip,
         const PltSequenceFacts *sequence,
         guint rank)
{
  g_autofree char *set = plt_facts_set_name (self->source.facts, sequence);
  g_autofree char *effect = g_strdup (plt_effect_code (sequence->int_ext, sequence->effect));
  gint64 seconds = plt_sequence_seconds (sequence);
  g_autofree char *length = seconds != PLT_UNKNOWN ? plt_seconds_format (seconds) : g_strdup ("");
  g_autofree char *pages
      = sequence->eighths != PLT_UNKNOWN ? plt_eighths_format (sequence->eighths) : g_strdup ("");
  const char *const parts[] = { strip->part, effect, set, length, pages };
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%u. Séquence %s", rank, sequence->number);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (text, "%s%s", i == 0 ? " " : " · ", parts[i]);
  if (pages[0] != '\0')
    g_string_append (text, " p.");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_banner (PltDocument *document, const PltStripFacts *strip)
{
  g_autofree char *length
      = strip->minutes != PLT_UNKNOWN ? plt_duration_format (strip->minutes) : g_strdup ("");
  g_autofree char *text
      = g_strdup_printf ("%s%s%s", strip->text, *length != '\0' ? " · " : "", length);

  plt_document_paragraph (document, "text.note", text, (PltRef){ "strip", strip->id, "text" });
}

static void
add_text (const PltFeuille *self,
          PltDocument *document,
          const PltSequenceFacts *sequence,
          GHashTable *written)
{
  if (!g_hash_table_add (written, (gpointer) sequence))
    plt_document_paragraph (document, "text.note", "Texte plus haut.", PLT_FEUILLE_NO_REF);
  else if (!plt_scenario_write_sequence (&self->source, document, sequence->id))
    {
      PltRef ref = { "sequence", sequence->id, "synopsis" };

      if (*sequence->synopsis != '\0')
        plt_document_paragraph (document, "text.normal", sequence->synopsis, ref);
      plt_document_paragraph (document, "text.note",
                              "Le scénario de la production n’a pas le texte de cette séquence.",
                              ref);
    }
}

static void
add_day (const PltFeuille *self, PltDocument *document, gboolean page_each)
{
  g_autoptr (GHashTable) written = g_hash_table_new (NULL, NULL);
  guint rank = 0;

  for (guint i = 0; i < self->day->strips->len; i++)
    {
      const PltStripFacts *strip = self->day->strips->pdata[i];
      const PltSequenceFacts *sequence = plt_paper_sequence (&self->source, strip);
      g_autofree char *head = NULL;

      if (sequence == NULL)
        {
          add_banner (document, strip);
          continue;
        }
      if (page_each && rank > 0)
        plt_document_page_break (document);
      head = head_of (self, strip, sequence, ++rank);
      plt_document_heading (document, 2, head, (PltRef){ "strip", strip->id, "sequence" });
      add_text (self, document, sequence, written);
    }
  if (rank == 0)
    plt_document_paragraph (document, "text.note",
                            "Le plan de travail n’a pas encore de séquence ce jour-là.",
                            PLT_FEUILLE_NO_REF);
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (PltFeuille) feuille = { .made = FALSE };
  PltFacts *facts;
  PltDocument *document;

  if (!plt_feuille_open (&feuille, store, params, error))
    return NULL;
  facts = feuille.source.facts;
  if (!plt_facts_load_text (facts, store, facts->production.script_version, error))
    return NULL;
  if (feuille.day == NULL)
    {
      document
          = plt_paper_new (&feuille.source, "Jour-à-jour", NULL, NULL, PLT_PAPER_A4, PLT_PORTRAIT);
      plt_document_paragraph (document, "text.note",
                              "Le plan de travail n’a pas encore de jour de tournage.",
                              PLT_FEUILLE_NO_REF);
      return document;
    }
  document = plt_feuille_new_paper (&feuille, "Jour-à-jour", NULL, MARGIN);
  add_day (&feuille, document, g_strcmp0 (plt_params_get (params, "page_par_sequence"), "1") == 0);
  return document;
}

const PltDocumentKind plt_document_jour_a_jour = {
  .id = "jour-a-jour",
  .title = "Jour-à-jour",
  .phase = "tournage",
  .params = params_spec,
  .build = build,
};
