#include "plt-proposals-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-breakdown-writer.h"
#include "plt-breakdown.h"
#include "plt-text.h"

#define CHILDREN "EN"

static const struct
{
  const char *id, *sentence;
} reasons[] = {
  { "cue", N_ ("Speaks in this sequence.") },
  { "named", N_ ("Is named in the action of this sequence.") },
  { "introduced", N_ ("Is introduced in capitals with an age.") },
  { "capitals", N_ ("Stands in capitals in the action.") },
  { "child", N_ ("Is under 16: an authorisation and shorter hours.") },
  { "lyric", N_ ("Is sung: rights, playback or live sound.") },
  { "phone", N_ ("A telephone number that is seen or said belongs to somebody.") },
  { "objet", N_ ("Somebody plays with it, or it is seen.") },
  { "decor", N_ ("Furnishes the set.") },
  { "costume", N_ ("Is worn.") },
  { "maquillage", N_ ("Has to be made up before the take.") },
  { "vehicule", N_ ("A vehicle in the picture: hire, insurance, driver.") },
  { "animal", N_ ("An animal on the set: handler, transport, care.") },
  { "arme", N_ ("A weapon, even a false one: armourer, storage, permission.") },
  { "cascade", N_ ("A stunt: coordinator, rehearsal, measures.") },
  { "foule", N_ ("People in the background.") },
  { "enfant", N_ ("A child on the set: an authorisation and shorter hours.") },
  { "meteo", N_ ("Weather that has to be made, or waited for.") },
  { "effet", N_ ("An effect made on the set.") },
  { "visuel", N_ ("An effect made after the shoot.") },
  { "feu", N_ ("Fire: effects crew, extinguishers, permission.") },
  { "eau", N_ ("Water: rescue divers, warmth, spare costumes.") },
  { "hauteur", N_ ("A height: harness, safety lines, trained crew.") },
  { "intimite", N_ ("Intimacy: agreed beforehand, with few people on the set.") },
  { "nudite", N_ ("Nudity: agreed in writing, closed set.") },
  { "musique", N_ ("Music that is heard or played: rights, playback or live sound.") },
  { "son", N_ ("A sound that the scene plays with.") },
  { "lumiere", N_ ("A light that is seen or plays a part.") },
  { "image", N_ ("A shot that needs other equipment.") },
  { "ecran", N_ ("A screen that is read: what it shows has to be made and cleared.") },
  { "repas", N_ ("Eaten or drunk in the picture: one for each take.") },
  { "droits", N_ ("A name, a work or a brand to be cleared.") },
  { "regie", N_ ("The place has to be held or closed.") },
};

const char *
plt_proposal_reason (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (strcmp (reasons[i].id, id) == 0)
      return _ (reasons[i].sentence);
  return _ ("The text names it.");
}

static void
free_proposal (gpointer data)
{
  PltProposal *self = data;

  g_free (self->name);
  g_free (self->word);
  g_array_unref (self->places);
  g_free (self);
}

/* ---- what is known ---- */

static gint64
category_of (const PltFinder *self, const char *code)
{
  for (guint i = 0; i < self->facts->categories.n; i++)
    if (strcmp (self->facts->categories.items[i].code, code) == 0)
      return self->facts->categories.items[i].id;
  return 0;
}

static char *
id_key (gint64 id, const char *text)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", id, text);
}

/* " bosco vieux chien ": the words of an element, to be looked for as " chien ". Of the description
 * of what has a name of its own, the first two: "Vieux chien de berger", "Break bleu, fatigué". */
static char *
word_bag (const PltFacts *facts, const PltElementFacts *element, gboolean role)
{
  const PltCategoryFacts *category
      = PLT_FACTS_FIND (facts->categories, PltCategoryFacts, element->category);
  gboolean named = category != NULL
                   && (strcmp (category->family, "animaux") == 0
                       || strcmp (category->family, "vehicules") == 0);
  g_autofree char *name = plt_element_key (element->name, !role);
  g_autofree char *description = plt_element_key (named ? element->description : "", TRUE);
  char *second = strchr (description, ' ');
  char *third = second != NULL ? strchr (second + 1, ' ') : NULL;

  if (third != NULL)
    *third = '\0';

  return g_strdup_printf (" %s %s ", name, description);
}

static void
know_element (PltFinder *self, const PltElementFacts *element)
{
  gboolean role = plt_category_is_role (self->facts, element->category);
  char *bag = word_bag (self->facts, element, role);
  g_autofree char *key = plt_element_key (element->name, !role);
  g_auto (GStrv) words = g_strsplit (bag, " ", -1);

  g_hash_table_insert (self->bags, PLT_ID_TO_POINTER (element->id), bag);
  if (*key != '\0')
    {
      g_autofree char *first = g_strndup (key, strcspn (key, " "));
      PltKnownName *name = g_new (PltKnownName, 1);
      GPtrArray *names = g_hash_table_lookup (self->names, first);

      *name = (PltKnownName){ element, g_strdup (key), role,
                              plt_text_is_upper (element->name) || role };
      if (names == NULL)
        {
          names = g_ptr_array_new_with_free_func (plt_known_name_free);
          g_hash_table_insert (self->names, g_strdup (first), names);
        }
      g_ptr_array_add (names, name);
      g_hash_table_insert (self->exact, id_key (element->category, key),
                           PLT_ID_TO_POINTER (element->id));
    }
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *full = id_key (element->category, words[i]);
      gpointer other = g_hash_table_lookup (self->owners, full);

      g_hash_table_insert (
          self->owners, full,
          PLT_ID_TO_POINTER (other == NULL || other == PLT_ID_TO_POINTER (element->id)
                                 ? element->id
                                 : PLT_OWNERS_SEVERAL));
    }
}

/* The one element of the category that has all words of `key` in its name or description; 0 when
 * there is none, or more than one. */
static gint64
owner_of (const PltFinder *self, gint64 category, const char *key)
{
  g_autofree char *full = id_key (category, key);
  g_auto (GStrv) words = NULL;
  gint64 owner = (gint64) (gintptr) g_hash_table_lookup (self->exact, full);

  if (owner != 0)
    return owner;
  words = g_strsplit (key, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = id_key (category, words[i]);
      gint64 other = (gint64) (gintptr) g_hash_table_lookup (self->owners, word);

      if (other <= 0 || (owner != 0 && other != owner))
        return 0;
      owner = other;
    }
  return owner;
}

static gboolean
bag_holds (const char *bag, const char *key)
{
  g_auto (GStrv) words = g_strsplit (key, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = g_strdup_printf (" %s ", words[i]);

      if (strstr (bag, word) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* Whether the séquence has that already: an element of the category whose name or description says
 * so, or one of another category of that very name. */
static gboolean
is_there (const PltFinder *self, gint64 sequence, gint64 category, const char *key)
{
  guint n;
  const PltOccurrenceFacts *const *there = plt_facts_occurrences_of (self->facts, sequence, &n);

  for (guint i = 0; i < n; i++)
    {
      const PltElementFacts *element
          = PLT_FACTS_FIND (self->facts->elements, PltElementFacts, there[i]->element);
      const char *bag = g_hash_table_lookup (self->bags, PLT_ID_TO_POINTER (there[i]->element));

      if (element == NULL || bag == NULL)
        continue;
      if (element->category == category
              ? bag_holds (bag, key)
              : strncmp (bag + 1, key, strlen (key)) == 0 && bag[1 + strlen (key)] == ' ')
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_refused (const PltFinder *self, gint64 sequence, gint64 category, const char *key)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *full = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s",
                                               i == 0 ? 0 : sequence, category, key);

      if (g_hash_table_contains (self->refused, full))
        return TRUE;
    }
  return FALSE;
}

/* ---- proposing ---- */

static void
add_place (PltProposal *proposal, const PltTagPlace *place)
{
  proposal->n++;
  g_array_append_vals (proposal->places, place, 1);
}

void
plt_finder_propose (PltFinder *self, const PltFound *found, const PltTagPlace *place)
{
  g_autofree char *own
      = found->element == NULL
            ? NULL
            : plt_element_key (found->element->name,
                               !plt_category_is_role (self->facts, found->element->category));
  const char *key = own != NULL ? own : found->key;
  const char *word = found->hazard_only ? found->hazard : found->key;
  char *id = g_strdup_printf ("%d %" G_GINT64_FORMAT " %s", found->hazard_only, found->category,
                              found->hazard_only ? found->hazard : key);
  PltProposal *proposal = g_hash_table_lookup (self->here, id);

  if (proposal != NULL)
    {
      g_free (id);
      if (proposal->quantity == PLT_UNKNOWN)
        proposal->quantity = found->quantity;
      add_place (proposal, place);
      return;
    }
  if (is_refused (self, place->sequence, found->category, word))
    {
      g_free (id);
      return;
    }
  proposal = g_new0 (PltProposal, 1);
  proposal->name = g_strdup (found->element != NULL ? found->element->name : found->name);
  proposal->word = g_strdup (word);
  proposal->category = found->category;
  proposal->hazard = found->hazard;
  proposal->hazard_only = found->hazard_only;
  proposal->element = found->element != NULL ? found->element->id : 0;
  proposal->sequence = place->sequence;
  proposal->block = place->block;
  proposal->start = place->start;
  proposal->length = place->length;
  proposal->quantity = found->quantity;
  proposal->places = g_array_new (FALSE, FALSE, sizeof (PltTagPlace));
  proposal->reason = plt_proposal_reason (found->reason);
  add_place (proposal, place);
  g_hash_table_insert (self->here, id, proposal);
  g_ptr_array_add (self->result, proposal);
}

/* "l’enfant" where the script has children by name: one of them when there is one alone; nobody new
 * where one of them is. */
static void
propose_child (PltFinder *self, PltFound *found, const PltTagPlace *place)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->children);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (plt_facts_find_occurrence (self->facts, place->sequence, (gint64) (gintptr) key) != NULL)
      return;
  if (g_hash_table_size (self->children) == 1)
    {
      found->element
          = PLT_FACTS_FIND (self->facts->elements, PltElementFacts, (gint64) (gintptr) key);
      found->category = found->element->category;
    }
  plt_finder_propose (self, found, place);
}

/* What a row of the list proposes, unless the séquence has it. */
void
plt_finder_propose_entry (PltFinder *self,
                          const PltWordEntry *entry,
                          const char *words,
                          gint64 quantity,
                          const PltTagPlace *place)
{
  gint64 category = category_of (self, entry->category);
  const PltCategoryFacts *row
      = PLT_FACTS_FIND (self->facts->categories, PltCategoryFacts, category);
  PltFound found = { NULL,          entry->name,        entry->key, category,
                     entry->hazard, entry->hazard_only, quantity,   entry->reason };

  if (category == 0)
    return;
  if (entry->hazard_only)
    {
      g_autofree char *lower = plt_text_is_upper (words) ? plt_text_title (words) : NULL;
      g_autofree char *name
          = plt_tagging_name (self->facts, category, lower != NULL ? lower : words);

      found.name = name;
      if (!plt_hazards_contain (self->sequence->hazards, entry->hazard))
        plt_finder_propose (self, &found, place);
      return;
    }
  if (is_there (self, place->sequence, category, entry->key))
    return;
  if (strcmp (entry->category, CHILDREN) == 0 && g_hash_table_size (self->children) > 0)
    {
      propose_child (self, &found, place);
      return;
    }
  if (*found.hazard == '\0' && row != NULL)
    found.hazard = row->hazard;
  found.element = PLT_FACTS_FIND (self->facts->elements, PltElementFacts,
                                  owner_of (self, category, entry->key));
  if (found.element != NULL
      && plt_facts_find_occurrence (self->facts, place->sequence, found.element->id) != NULL)
    return;
  plt_finder_propose (self, &found, place);
}

/* An element of the production that the séquence lacks. */
void
plt_finder_propose_element (PltFinder *self,
                            const PltElementFacts *element,
                            const char *reason,
                            gint64 quantity,
                            const PltTagPlace *place)
{
  const PltCategoryFacts *category
      = PLT_FACTS_FIND (self->facts->categories, PltCategoryFacts, element->category);
  g_autofree char *key = NULL;
  PltFound found = {
    element, element->name, NULL,  element->category, category != NULL ? category->hazard : "",
    FALSE,   quantity,      reason
  };

  if (category == NULL
      || plt_facts_find_occurrence (self->facts, place->sequence, element->id) != NULL)
    return;
  found.key = key
      = plt_element_key (element->name, !plt_category_is_role (self->facts, category->id));
  plt_finder_propose (self, &found, place);
}

void
plt_finder_propose_new (PltFinder *self,
                        const char *code,
                        const char *words,
                        const char *reason,
                        gint64 quantity,
                        const PltTagPlace *place)
{
  gint64 category = category_of (self, code);
  const PltCategoryFacts *row
      = PLT_FACTS_FIND (self->facts->categories, PltCategoryFacts, category);
  g_autofree char *name = NULL;
  g_autofree char *key = NULL;
  PltFound found;

  if (row == NULL)
    return;
  name = plt_tagging_name (self->facts, category, words);
  key = plt_element_key (name, !plt_category_is_role (self->facts, category));
  if (*key == '\0' || is_there (self, place->sequence, category, key))
    return;
  found = (PltFound){ NULL, name, key, category, row->hazard, FALSE, quantity, reason };
  plt_finder_propose (self, &found, place);
}

/* ---- the whole ---- */

static void
read_refusals (PltFinder *self)
{
  for (guint i = 0; i < self->facts->refusals.n; i++)
    {
      const PltRefusalFacts *refusal = &self->facts->refusals.items[i];

      g_hash_table_add (self->refused,
                        g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s",
                                         refusal->sequence, refusal->category, refusal->word));
    }
}

/* Roles that the text says to be under 16, in every séquence that has them. */
static void
propose_children (PltFinder *self, gint64 only)
{
  for (guint i = 0; g_hash_table_size (self->children) > 0 && i < self->facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &self->facts->sequences.items[i];
      guint n;
      const PltOccurrenceFacts *const *there
          = plt_facts_occurrences_of (self->facts, sequence->id, &n);

      if ((only != 0 && sequence->id != only) || plt_sequence_is_cut (sequence)
          || plt_hazards_contain (sequence->hazards, "enfant"))
        continue;
      g_hash_table_remove_all (self->here);
      for (guint j = 0; j < n; j++)
        {
          const PltElementFacts *role
              = PLT_FACTS_FIND (self->facts->elements, PltElementFacts, there[j]->element);
          PltTagPlace place = { 0, sequence->id, 0, 0 };
          g_autofree char *key = NULL;
          PltFound found;

          if (role == NULL || !g_hash_table_contains (self->children, PLT_ID_TO_POINTER (role->id)))
            continue;
          key = plt_element_key (role->name, FALSE);
          found = (PltFound){ role,     role->name, key,         role->category,
                              "enfant", TRUE,       PLT_UNKNOWN, "child" };
          plt_finder_propose (self, &found, &place);
        }
    }
}

static int
compare_proposals (gconstpointer a, gconstpointer b, gpointer data)
{
  const PltFacts *facts = data;
  const PltProposal *x = *(const PltProposal *const *) a, *y = *(const PltProposal *const *) b;
  const PltSequenceFacts *p = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, x->sequence);
  const PltSequenceFacts *q = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, y->sequence);

  return p < q ? -1 : p > q;
}

static void
finder_init (PltFinder *self, const PltFacts *facts, const PltWordList *list)
{
  self->facts = facts;
  self->list = list;
  self->words = plt_words_new ();
  self->bags = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->names
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->exact = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cues = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->children = g_hash_table_new (NULL, NULL);
  self->adults = g_hash_table_new (NULL, NULL);
  self->here = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->result = g_ptr_array_new_with_free_func (free_proposal);
  for (guint i = 0; i < facts->elements.n; i++)
    know_element (self, &facts->elements.items[i]);
  read_refusals (self);
}

static void
finder_clear (PltFinder *self)
{
  plt_words_free (self->words);
  g_hash_table_unref (self->bags);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->exact);
  g_hash_table_unref (self->owners);
  g_hash_table_unref (self->refused);
  g_hash_table_unref (self->cues);
  g_hash_table_unref (self->children);
  g_hash_table_unref (self->adults);
  g_hash_table_unref (self->here);
}

GPtrArray *
plt_proposals_find (const PltFacts *facts, const PltWordList *words, gint64 sequence)
{
  PltFinder self = { 0 };

  g_return_val_if_fail (facts != NULL && words != NULL, NULL);

  finder_init (&self, facts, words);
  plt_finder_read_text (&self, sequence);
  propose_children (&self, sequence);
  g_ptr_array_sort_with_data (self.result, compare_proposals, (gpointer) facts);
  finder_clear (&self);
  return self.result;
}

/* ---- deciding ---- */

static void
accept (PltBreakdownWriter *writer, const PltFacts *facts, const PltProposal *proposal)
{
  gint64 element = proposal->element;

  if (PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, proposal->sequence) == NULL)
    return;
  plt_breakdown_writer_set_hazard (writer, proposal->sequence, proposal->hazard);
  if (proposal->hazard_only)
    return;
  if (PLT_FACTS_FIND (facts->elements, PltElementFacts, element) == NULL)
    element = plt_breakdown_writer_find (writer, proposal->category, proposal->name, TRUE);
  if (element == 0)
    element = plt_breakdown_writer_make (writer, proposal->category, proposal->name);
  plt_breakdown_writer_add (writer, proposal->sequence, element, proposal->quantity);
  for (guint i = 0; i < proposal->places->len; i++)
    {
      const PltTagPlace *place = &g_array_index (proposal->places, PltTagPlace, i);
      const PltBlockFacts *block = PLT_FACTS_FIND (facts->blocks, PltBlockFacts, place->block);
      g_autofree char *words
          = block != NULL ? plt_tagging_words (block->text, place->start, place->length) : NULL;

      if (words != NULL && place->length > 0)
        plt_breakdown_writer_tag (writer, block->id, element, place->start, place->length, words);
    }
}

void
plt_proposals_accept (const PltFacts *facts, GPtrArray *proposals, PltBatch *batch)
{
  g_autoptr (PltBreakdownWriter) writer = NULL;

  g_return_if_fail (facts != NULL && proposals != NULL && batch != NULL);

  writer = plt_breakdown_writer_new (facts, batch);
  for (guint i = 0; i < proposals->len; i++)
    accept (writer, facts, proposals->pdata[i]);
}

void
plt_proposals_refuse (const PltFacts *facts,
                      GPtrArray *proposals,
                      gboolean everywhere,
                      PltBatch *batch)
{
  g_autoptr (GHashTable) written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_if_fail (facts != NULL && proposals != NULL && batch != NULL);

  for (guint i = 0; i < facts->refusals.n; i++)
    g_hash_table_add (written, g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s",
                                                facts->refusals.items[i].sequence,
                                                facts->refusals.items[i].category,
                                                facts->refusals.items[i].word));
  for (guint i = 0; i < proposals->len; i++)
    {
      const PltProposal *proposal = proposals->pdata[i];
      gint64 sequence = everywhere ? 0 : proposal->sequence;
      char *id = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", sequence,
                                  proposal->category, proposal->word);

      if (!g_hash_table_add (written, id))
        continue;
      plt_batch_insert (batch, "proposal_refusal");
      plt_batch_set_text (batch, "word", proposal->word);
      plt_batch_set_integer (batch, "category", proposal->category);
      if (sequence != 0)
        plt_batch_set_integer (batch, "sequence", sequence);
    }
}
