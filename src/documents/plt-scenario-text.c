#include "plt-scenario-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "plt-load.h"
#include "plt-script-paper.h"
#include "plt-script.h"

const PltParamSpec plt_scenario_params[] = {
  { "version", N_ ("Script version"), PLT_PARAM_REFERENCE, "script_version", NULL, NULL },
  { "sequences", N_ ("Sequences"), PLT_PARAM_TEXT, NULL, NULL, NULL },
  { "page_par_sequence", N_ ("One sequence a page"), PLT_PARAM_BOOLEAN, NULL, NULL, NULL },
  { NULL },
};

/* ---- tagged words ---- */

typedef struct
{
  const PltPaperSource *source;
  PltDocument *document;
  gboolean marked;
  gboolean page_each;
  GPtrArray *wanted; /* (nullable): PltSequenceFacts; NULL for all */
  gint64 sequence;   /* being written, 0 before the first */
  guint next_cut;    /* place in the facts of what may have been cut before the next séquence */
  gboolean begun;
} Writer;

static const PltCategoryFacts *
category_of (const PltFacts *facts, const PltTagFacts *tag)
{
  const PltElementFacts *element = PLT_FACTS_FIND (facts->elements, PltElementFacts, tag->element);

  return element != NULL ? PLT_FACTS_FIND (facts->categories, PltCategoryFacts, element->category)
                         : NULL;
}

static guint32
color_of (const PltCategoryFacts *category)
{
  const char *color = category->color;

  return color[0] == '#' ? (guint32) strtoul (color + 1, NULL, 16) : 0;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

/* What is written of a paragraph, in characters: a heading leaves its number to the margins. */
typedef struct
{
  const char *text;
  gint64 first, end;
} Shown;

/* Where the paragraph changes its look, in order; `tags` are those of the paragraph. */
static GArray *
find_edges (const GPtrArray *tags, gint64 first, gint64 last)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (edges, first);
  g_array_append_val (edges, last);
  for (guint i = 0; i < tags->len; i++)
    {
      const PltTagFacts *tag = g_ptr_array_index (tags, i);
      gint64 start = CLAMP (tag->start, first, last);
      gint64 end = CLAMP (tag->start + tag->length, start, last);

      g_array_append_val (edges, start);
      g_array_append_val (edges, end);
    }
  g_array_sort (edges, compare_places);
  return edges;
}

/* The codes of the tags that end at `end`, "AC+VE"; a "?" behind one that is to be checked. */
static char *
codes_ending (const Writer *self, const GPtrArray *tags, gint64 end, const char *none)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < tags->len; i++)
    {
      const PltTagFacts *tag = g_ptr_array_index (tags, i);
      const PltCategoryFacts *category = category_of (self->source->facts, tag);

      if (category == NULL || tag->start + tag->length != end)
        continue;
      g_string_append_printf (codes, "%s%s%s", codes->len > 0 ? "+" : "", category->code,
                              g_str_equal (tag->state, "a-verifier") ? "?" : "");
    }
  return codes->len > 0 ? g_string_free (g_steal_pointer (&codes), FALSE) : g_strdup (none);
}

static void
write_marked (const Writer *self, const Shown *shown, const GPtrArray *tags)
{
  g_autoptr (GArray) edges = find_edges (tags, shown->first, shown->end);

  for (guint i = 0; i + 1 < edges->len; i++)
    {
      gint64 start = g_array_index (edges, gint64, i), end = g_array_index (edges, gint64, i + 1);
      const PltCategoryFacts *category = NULL;
      g_autofree char *words = NULL;

      if (start == end)
        continue;
      words = g_utf8_substring (shown->text, start, end);
      for (guint t = 0; t < tags->len && category == NULL; t++)
        {
          const PltTagFacts *tag = g_ptr_array_index (tags, t);

          if (tag->start <= start && tag->start + tag->length >= end)
            category = category_of (self->source->facts, tag);
        }
      if (category == NULL)
        plt_document_add_run (self->document, "run.normal", words);
      else
        {
          g_autofree char *codes = codes_ending (self, tags, end, "");

          plt_document_add_mark (self->document, words, color_of (category), codes);
        }
    }
}

/* Those of the paragraph, in order; the tags of the facts follow the text. */
static GPtrArray *
tags_of (const PltFacts *facts, gint64 block, guint *next)
{
  GPtrArray *tags = g_ptr_array_new ();

  while (*next < facts->tags.n && facts->tags.items[*next].script_block == block)
    g_ptr_array_add (tags, &facts->tags.items[(*next)++]);
  return tags;
}

/* ---- paragraphs ---- */

static const char *
style_of (const char *kind)
{
  static const struct
  {
    const char *kind, *style;
  } styles[] = {
    { "heading", "text.screenplay-heading" },
    { "action", "text.screenplay-action" },
    { "character", "text.screenplay-cue" },
    { "parenthetical", "text.screenplay-parenthetical" },
    { "dialogue", "text.screenplay-dialogue" },
    { "lyric", "text.screenplay-dialogue" },
    { "transition", "text.screenplay-transition" },
    { "centered", "text.screenplay-centered" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (styles[i].kind, kind))
      return styles[i].style;
  return NULL; /* notes, titles, what the author took out: not handed out */
}

static gboolean
is_wanted (const Writer *self, const PltSequenceFacts *sequence)
{
  return self->wanted == NULL
         || (sequence != NULL && g_ptr_array_find (self->wanted, sequence, NULL));
}

/* A séquence that was cut keeps its number, so that nobody looks for a missing page. */
static void
write_cut (Writer *self, const PltSequenceFacts *sequence)
{
  PltRef ref = { "sequence", sequence->id, "status" };

  plt_document_begin_runs (self->document, "text.screenplay-heading", 2, ref);
  plt_document_add_run (self->document, "run.muted", "SÉQUENCE SUPPRIMÉE");
  plt_document_margins (self->document, sequence->number, sequence->number);
}

/* Those that stand between the séquence before and the one with that id; 0: all that are left. */
static void
write_cuts_before (Writer *self, gint64 sequence)
{
  const PltFacts *facts = self->source->facts;
  guint i = self->next_cut;

  if (sequence != 0 && PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, sequence) == NULL)
    return;
  for (; i < facts->sequences.n && facts->sequences.items[i].id != sequence; i++)
    ;
  if (i == facts->sequences.n && sequence != 0)
    return; /* it stood earlier: the text and the production have another order */
  for (guint c = self->next_cut; c < i; c++)
    if (g_str_equal (facts->sequences.items[c].status, "supprimee")
        && is_wanted (self, &facts->sequences.items[c]))
      write_cut (self, &facts->sequences.items[c]);
  self->next_cut = i;
}

static void
begin_sequence (Writer *self, const PltBlockFacts *block)
{
  const PltSequenceFacts *sequence
      = PLT_FACTS_FIND (self->source->facts->sequences, PltSequenceFacts, block->sequence);

  self->sequence = block->sequence;
  if (sequence == NULL || !is_wanted (self, sequence))
    return;
  if (self->page_each && self->begun)
    plt_document_page_break (self->document);
  write_cuts_before (self, block->sequence);
}

/* `number` (nullable): what the margins carry, and the heading therefore does not */
static void
write_words (const Writer *self,
             const PltBlockFacts *block,
             const char *number,
             const GPtrArray *tags)
{
  gsize start = 0, length = strlen (block->text);

  if (number != NULL)
    plt_heading_bare_range (block->text, number, &start, &length);
  if (self->marked && tags->len > 0)
    {
      Shown shown = { block->text, g_utf8_strlen (block->text, (gssize) start), 0 };

      shown.end = shown.first + g_utf8_strlen (block->text + start, (gssize) length);
      write_marked (self, &shown, tags);
    }
  else
    {
      g_autofree char *words = g_strndup (block->text + start, length);

      plt_document_add_run (self->document, "run.normal", words);
    }
}

static void
write_block (Writer *self, const PltBlockFacts *block, const GPtrArray *tags)
{
  const PltSequenceFacts *sequence;
  const char *style = style_of (block->kind);
  gboolean heading = g_str_equal (block->kind, "heading");
  PltRef ref = { "script_block", block->id, "text" };

  if (block->sequence != 0 && block->sequence != self->sequence)
    begin_sequence (self, block);
  sequence = PLT_FACTS_FIND (self->source->facts->sequences, PltSequenceFacts, block->sequence);
  if (style == NULL || *block->text == '\0' || !is_wanted (self, sequence))
    return;
  self->begun = TRUE;
  plt_document_begin_runs (self->document, style, heading ? 2 : 0, ref);
  write_words (self, block, heading && sequence != NULL ? sequence->number : NULL, tags);
  if (heading && sequence != NULL)
    plt_document_margins (self->document, sequence->number, sequence->number);
}

/* ---- the key ---- */

/* The categories of the tagged words, in the order of the production, and how many of each. */
static void
write_key (const Writer *self)
{
  const PltFacts *facts = self->source->facts;
  g_autofree guint *counts = g_new0 (guint, facts->categories.n + 1);
  guint left = 0;

  for (guint i = 0; i < facts->tags.n; i++)
    {
      const PltCategoryFacts *category = category_of (facts, &facts->tags.items[i]);

      if (category != NULL && counts[category - facts->categories.items]++ == 0)
        left++;
    }
  if (left == 0)
    {
      plt_document_paragraph (self->document, "text.note",
                              "Aucun mot n’est encore marqué : dans la vue Scénario, sélectionnez "
                              "des mots et choisissez leur catégorie.",
                              (PltRef){ NULL, 0, NULL });
      return;
    }
  plt_document_begin_runs (self->document, "text.small", 0, (PltRef){ NULL, 0, NULL });
  for (guint i = 0; i < facts->categories.n; i++)
    {
      const PltCategoryFacts *category = &facts->categories.items[i];
      g_autofree char *code = NULL;
      g_autofree char *count = NULL;

      if (counts[i] == 0)
        continue;
      code = g_strdup_printf ("\u00a0%s", category->code);
      count = g_strdup_printf ("\u00a0(%u)%s", counts[i], --left > 0 ? "    " : "");
      plt_document_add_mark (self->document, category->name, color_of (category), code);
      plt_document_add_run (self->document, "run.normal", count);
    }
  plt_document_paragraph (self->document, "text.note",
                          "Le code qui suit les mots est celui de leur catégorie ; un « ? » : la "
                          "place est à vérifier depuis la dernière version du scénario.",
                          (PltRef){ NULL, 0, NULL });
}

/* ---- the paper ---- */

static char *
version_name (PltStore *store, gint64 version)
{
  g_autoptr (PltRecord) record
      = version != 0 ? plt_store_get_record (store, "script_version", version) : NULL;

  return record == NULL ? NULL
                        : g_strdup_printf ("Version %" G_GINT64_FORMAT,
                                           plt_record_get_integer (record, "number", 0));
}

static PltDocument *
new_paper (const PltPaperSource *source, PltStore *store, gint64 version, const char *title)
{
  const PltProductionFacts *production = &source->facts->production;
  g_autofree char *name = version_name (store, version);
  g_autoptr (GString) subtitle = g_string_new (NULL);

  if (*production->author != '\0')
    g_string_append_printf (subtitle, "Écrit par %s", production->author);
  if (*production->director != '\0')
    g_string_append_printf (subtitle, "%sRéalisation : %s", subtitle->len > 0 ? "  ·  " : "",
                            production->director);
  return plt_paper_new (source, title, subtitle->len > 0 ? subtitle->str : NULL, name, PLT_PAPER_A4,
                        PLT_PORTRAIT);
}

/* The facts with the text of the version asked for: it needs no plan and no devis. */
static gboolean
open_text (PltPaperSource *source,
           PltStore *store,
           const PltParams *params,
           gint64 *version,
           GError **error)
{
  source->facts = plt_facts_load (store, error);
  source->date = plt_params_edition_date (params);
  if (source->facts == NULL
      || !plt_script_paper_reference (store, params, "version", "script_version", version, error))
    return FALSE;
  if (*version == 0)
    *version = source->facts->production.script_version;
  return plt_facts_load_text (source->facts, store, *version, error);
}

gboolean
plt_scenario_write_sequence (const PltPaperSource *source, PltDocument *document, gint64 sequence)
{
  const PltFacts *facts = source->facts;
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();
  Writer writer = { source, document, .sequence = sequence };

  for (guint i = 0; i < facts->blocks.n; i++)
    if (facts->blocks.items[i].sequence == sequence)
      write_block (&writer, &facts->blocks.items[i], tags);
  return writer.begun;
}

PltDocument *
plt_scenario_build (PltStore *store,
                    const PltParams *params,
                    const PltScenarioOptions *options,
                    GError **error)
{
  g_auto (PltPaperSource) source = { NULL };
  g_autoptr (GPtrArray) wanted = NULL;
  const char *numbers = plt_params_get (params, "sequences");
  gint64 version = 0;
  Writer writer = { &source, NULL, options->marked };
  guint next_tag = 0;

  if (!open_text (&source, store, params, &version, error))
    return NULL;
  if (numbers != NULL)
    {
      wanted = plt_script_paper_choose (source.facts, numbers, error);
      if (wanted == NULL)
        return NULL;
    }
  writer.wanted = wanted;
  writer.page_each = g_strcmp0 (plt_params_get (params, "page_par_sequence"), "1") == 0;
  writer.document = new_paper (&source, store, version, options->title);
  if (source.facts->blocks.n == 0)
    {
      plt_document_paragraph (writer.document, "text.note",
                              "La production n’a pas encore de texte : importez un scénario.",
                              (PltRef){ NULL, 0, NULL });
      return writer.document;
    }
  if (options->marked)
    write_key (&writer);
  for (guint i = 0; i < source.facts->blocks.n; i++)
    {
      const PltBlockFacts *block = &source.facts->blocks.items[i];
      g_autoptr (GPtrArray) tags = tags_of (source.facts, block->id, &next_tag);

      write_block (&writer, block, tags);
    }
  write_cuts_before (&writer, 0);
  return writer.document;
}
