/* The dépouillement: propose, tag, tag-all, costumes, neant, links, progress. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-breakdown.h"
#include "plt-cli.h"
#include "plt-element-links.h"
#include "plt-load.h"
#include "plt-paths.h"
#include "plt-progress.h"
#include "plt-proposals.h"
#include "plt-story.h"
#include "plt-text.h"

static PltFacts *
load_text (PltStore *store, GError **error)
{
  g_autoptr (PltFacts) facts = store != NULL ? plt_facts_load (store, error) : NULL;

  if (facts == NULL || !plt_facts_load_text (facts, store, 0, error))
    return NULL;
  return g_steal_pointer (&facts);
}

/* By its code or its name. */
static const PltCategoryFacts *
find_category (const PltFacts *facts, const char *word, GError **error)
{
  for (guint i = 0; i < facts->categories.n; i++)
    {
      const PltCategoryFacts *category = &facts->categories.items[i];

      if (plt_text_compare (category->code, word) == 0
          || plt_text_compare (category->name, word) == 0)
        return category;
    }
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("There is no category “%s”. “plateau-cli list FILE element_category” lists "
                  "them."),
               word);
  return NULL;
}

/* ---- propose ---- */

static void
print_proposal (PltCli *cli, const PltFacts *facts, const PltProposal *proposal)
{
  const PltSequenceFacts *sequence
      = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, proposal->sequence);
  const PltCategoryFacts *category
      = PLT_FACTS_FIND (facts->categories, PltCategoryFacts, proposal->category);
  const PltBlockFacts *block = PLT_FACTS_FIND (facts->blocks, PltBlockFacts, proposal->block);
  g_autofree char *words
      = block != NULL ? plt_tagging_words (block->text, proposal->start, proposal->length) : NULL;
  g_autofree char *quantity = proposal->quantity != PLT_UNKNOWN
                                  ? g_strdup_printf (" x%" G_GINT64_FORMAT, proposal->quantity)
                                  : g_strdup ("");
  g_autofree char *line = g_strdup_printf (
      "%s\t%s\t%s%s\t%s\t%u\t%s\t%s\n", sequence->number, category->code, proposal->name, quantity,
      proposal->hazard, proposal->n, words != NULL ? words : "", proposal->reason);

  plt_cli_print (cli, line);
}

/* Those of a category, or all. */
static GPtrArray *
choose (const GPtrArray *proposals, const PltCategoryFacts *category)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < proposals->len; i++)
    {
      const PltProposal *proposal = proposals->pdata[i];

      if (category == NULL || proposal->category == category->id)
        g_ptr_array_add (chosen, (gpointer) proposal);
    }
  return chosen;
}

static gboolean
decide (PltStore *store, const PltFacts *facts, GPtrArray *chosen, gboolean refuse, GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();

  if (refuse)
    plt_proposals_refuse (facts, chosen, FALSE, batch);
  else
    plt_proposals_accept (facts, chosen, batch);
  return plt_batch_get_n_edits (batch) == 0
         || plt_store_apply (store, refuse ? _ ("Refuse proposals") : _ ("Accept proposals"), NULL,
                             batch, NULL, error);
}

PLT_CLI_COMMAND (plt_cli_propose)
{
  const char *accept = plt_cli_option (args, "accept"), *refuse = plt_cli_option (args, "refuse");
  const char *what = accept != NULL ? accept : refuse;
  const char *number = plt_cli_option (args, "sequence");
  g_autoptr (PltStore) store = plt_cli_open (cli, plt_cli_word (args, 0),
                                             what != NULL ? PLT_OPEN_WRITE : PLT_OPEN_READ, error);
  g_autoptr (PltFacts) facts = load_text (store, error);
  g_autofree char *list = NULL;
  g_autoptr (PltWordList) words = NULL;
  g_autoptr (GPtrArray) proposals = NULL;
  g_autoptr (GPtrArray) chosen = NULL;
  const PltSequenceFacts *sequence = NULL;
  const PltCategoryFacts *category = NULL;

  if (facts == NULL)
    return FALSE;
  if (accept != NULL && refuse != NULL)
    return plt_cli_usage (error, _ ("Accept or refuse, not both at once."));
  if (number != NULL && (sequence = plt_cli_find_sequence (facts, number, error)) == NULL)
    return FALSE;
  if (what != NULL && strcmp (what, "all") != 0
      && (category = find_category (facts, what, error)) == NULL)
    return FALSE;
  list = plt_paths_read ("referentials/" PLT_WORD_LIST_REFERENTIAL ".tsv", NULL, error);
  if (list == NULL)
    return FALSE;
  words = plt_word_list_open (facts, list);
  proposals = plt_proposals_find (facts, words, sequence != NULL ? sequence->id : 0);
  chosen = choose (proposals, category);
  if (what != NULL && !decide (store, facts, chosen, refuse != NULL, error))
    return FALSE;
  for (guint i = 0; i < chosen->len; i++)
    print_proposal (cli, facts, chosen->pdata[i]);
  return TRUE;
}

/* ---- tag ---- */

static gboolean
is_number (const char *word, guint64 *value)
{
  return word != NULL && g_ascii_string_to_unsigned (word, 10, 0, G_MAXINT32, value, NULL);
}

/* Every place of the words in the séquence that does not carry the element yet. */
static gboolean
tag_words (const PltFacts *facts,
           const PltSequenceFacts *sequence,
           const char *words,
           const PltCategoryFacts *category,
           const char *name,
           PltBatch *batch,
           GError **error)
{
  g_autoptr (GArray) places = plt_tagging_find_words (facts, sequence->id, words);
  g_autoptr (GError) first = NULL;
  guint done = 0;

  if (places->len == 0)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("The words “%s” are not in sequence %s. Write them as the script has them."),
                   words, sequence->number);
      return FALSE;
    }
  for (guint i = 0; i < places->len; i++)
    {
      const PltTagPlace *place = &g_array_index (places, PltTagPlace, i);

      done += plt_tagging_add (facts, place->block, place->start, place->length, category->id, name,
                               batch, first == NULL ? &first : NULL);
    }
  if (done > 0)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&first));
  return FALSE;
}

PLT_CLI_COMMAND (plt_cli_tag)
{
  guint64 block = 0, start = 0, length = 0;
  gboolean by_place = args->words->len >= 5 && is_number (plt_cli_word (args, 1), &block)
                      && is_number (plt_cli_word (args, 2), &start)
                      && is_number (plt_cli_word (args, 3), &length);
  g_autoptr (PltStore) store = plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_WRITE, error);
  g_autoptr (PltFacts) facts = load_text (store, error);
  const char *name = plt_cli_word (args, by_place ? 5 : 4);
  const PltCategoryFacts *category;
  const PltSequenceFacts *sequence;
  g_autoptr (PltBatch) batch = plt_batch_new ();

  if (facts == NULL
      || (category = find_category (facts, plt_cli_word (args, by_place ? 4 : 3), error)) == NULL)
    return FALSE;
  if (by_place)
    {
      if (!plt_tagging_add (facts, (gint64) block, (guint) start, (guint) length, category->id,
                            name, batch, error))
        return FALSE;
    }
  else if ((sequence = plt_cli_find_sequence (facts, plt_cli_word (args, 1), error)) == NULL
           || !tag_words (facts, sequence, plt_cli_word (args, 2), category, name, batch, error))
    return FALSE;
  return plt_store_apply (store, _ ("Tag words"), NULL, batch, NULL, error);
}

static const PltElementFacts *
find_element (const PltFacts *facts, const char *name, GError **error)
{
  for (guint i = 0; i < facts->elements.n; i++)
    if (plt_text_compare (facts->elements.items[i].name, name) == 0)
      return &facts->elements.items[i];
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("There is no element “%s”. “plateau-cli list FILE element” lists them."), name);
  return NULL;
}

PLT_CLI_COMMAND (plt_cli_tag_all)
{
  gboolean present = plt_cli_option (args, "present") != NULL;
  g_autoptr (PltStore) store = plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_WRITE, error);
  g_autoptr (PltFacts) facts = load_text (store, error);
  const PltElementFacts *element
      = facts != NULL ? find_element (facts, plt_cli_word (args, 1), error) : NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *line = NULL;
  guint n;

  if (element == NULL)
    return FALSE;
  n = (present ? plt_tagging_tag_present : plt_tagging_tag_everywhere) (facts, element->id, batch);
  if (n > 0 && !plt_store_apply (store, _ ("Tag words"), NULL, batch, NULL, error))
    return FALSE;
  line = g_strdup_printf ("%u\n", n);
  plt_cli_print (cli, line);
  return TRUE;
}

/* ---- costumes ---- */

static void
print_costumes (PltCli *cli,
                const PltFacts *facts,
                const GPtrArray *order,
                const PltElementFacts *role)
{
  g_autoptr (GArray) notes = plt_story_costumes (facts, order, role->id);

  for (guint i = 0; i < notes->len; i++)
    {
      const PltCostumeNote *note = &g_array_index (notes, PltCostumeNote, i);
      g_autofree char *line
          = g_strdup_printf ("%s\t%s\t%s\t%s\t%s\n", role->name, note->sequence->story_day,
                             note->sequence->number, note->costume, note->suggestion);

      plt_cli_print (cli, line);
    }
}

PLT_CLI_COMMAND (plt_cli_costumes)
{
  gboolean apply = plt_cli_option (args, "apply") != NULL;
  const char *name = plt_cli_word (args, 1);
  g_autoptr (PltStore) store
      = plt_cli_open (cli, plt_cli_word (args, 0), apply ? PLT_OPEN_WRITE : PLT_OPEN_READ, error);
  g_autoptr (PltFacts) facts = store != NULL ? plt_facts_load (store, error) : NULL;
  g_autoptr (GPtrArray) order = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  const PltElementFacts *role = NULL;

  if (facts == NULL || (name != NULL && (role = find_element (facts, name, error)) == NULL))
    return FALSE;
  if (apply && plt_story_apply_costumes (facts, role != NULL ? role->id : 0, batch) > 0
      && !plt_store_apply (store, _ ("Number costumes"), NULL, batch, NULL, error))
    return FALSE;
  order = plt_story_order (facts);
  for (guint i = 0; i < facts->elements.n; i++)
    if (role != NULL ? role == &facts->elements.items[i]
                     : plt_category_is_role (facts, facts->elements.items[i].category))
      print_costumes (cli, facts, order, &facts->elements.items[i]);
  return TRUE;
}

/* ---- boxes and links ---- */

PLT_CLI_COMMAND (plt_cli_neant)
{
  const char *number = plt_cli_word (args, 1), *code = plt_cli_word (args, 2);
  gboolean back = plt_cli_option (args, "take-back") != NULL;
  g_autoptr (PltStore) store = plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_WRITE, error);
  g_autoptr (PltFacts) facts = store != NULL ? plt_facts_load (store, error) : NULL;
  const PltSequenceFacts *sequence = NULL;
  const PltCategoryFacts *category = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *line = NULL;
  guint n;

  if (facts == NULL)
    return FALSE;
  if (strcmp (number, "all") != 0
      && (sequence = plt_cli_find_sequence (facts, number, error)) == NULL)
    return FALSE;
  if (code != NULL && (category = find_category (facts, code, error)) == NULL)
    return FALSE;
  n = (back ? plt_progress_unconfirm : plt_progress_confirm) (
      facts, sequence != NULL ? sequence->id : 0, category != NULL ? category->id : 0, batch);
  if (n > 0
      && !plt_store_apply (store,
                           back ? _ ("Take back that nothing is needed")
                                : _ ("Confirm that nothing is needed"),
                           NULL, batch, NULL, error))
    return FALSE;
  line = g_strdup_printf ("%u\n", n);
  plt_cli_print (cli, line);
  return TRUE;
}

PLT_CLI_COMMAND (plt_cli_links)
{
  gboolean apply = plt_cli_option (args, "apply") != NULL;
  g_autoptr (PltStore) store
      = plt_cli_open (cli, plt_cli_word (args, 0), apply ? PLT_OPEN_WRITE : PLT_OPEN_READ, error);
  g_autoptr (PltFacts) facts = store != NULL ? plt_facts_load (store, error) : NULL;
  g_autoptr (GArray) missing = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();

  if (facts == NULL)
    return FALSE;
  missing = plt_links_missing (facts);
  if (apply && plt_links_apply (facts, 0, batch) > 0
      && !plt_store_apply (store, _ ("Add what elements bring"), NULL, batch, NULL, error))
    return FALSE;
  for (guint i = 0; i < missing->len; i++)
    {
      const PltLinkMissing *one = &g_array_index (missing, PltLinkMissing, i);
      g_autofree char *line = g_strdup_printf ("%s\t%s\t%s\n", one->sequence->number,
                                               one->element->name, one->brings->name);

      plt_cli_print (cli, line);
    }
  return TRUE;
}

static void
print_count (PltCli *cli, const char *name, const PltBoxCount *count)
{
  g_autofree char *line
      = g_strdup_printf ("%s\t%u/%u\t%u\t%u\n", name, count->filled + count->nothing, count->n,
                         count->filled, count->nothing);

  plt_cli_print (cli, line);
}

PLT_CLI_COMMAND (plt_cli_progress)
{
  g_autoptr (PltStore) store = plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_READ, error);
  g_autoptr (PltFacts) facts = store != NULL ? plt_facts_load (store, error) : NULL;
  g_autoptr (PltProgress) progress = NULL;
  PltBoxCount film;

  if (facts == NULL)
    return FALSE;
  progress = plt_progress_new (facts);
  plt_cli_print (cli, _ ("sequence\tdone\tfilled\tnothing needed\n"));
  for (guint i = 0; i < facts->sequences.n; i++)
    {
      PltBoxCount count = plt_progress_of_sequence (progress, facts->sequences.items[i].id);

      if (count.n > 0)
        print_count (cli, facts->sequences.items[i].number, &count);
    }
  film = plt_progress_of_film (progress);
  print_count (cli, _ ("film"), &film);
  return TRUE;
}
