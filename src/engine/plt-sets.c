#include "plt-sets.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-text.h"

static const PltSetFacts *
find (const PltFacts *facts, gint64 set)
{
  return PLT_FACTS_FIND (facts->sets, PltSetFacts, set);
}

static gboolean
has_parts (const PltFacts *facts, gint64 set)
{
  for (guint i = 0; i < facts->sets.n; i++)
    if (facts->sets.items[i].parent == set)
      return TRUE;
  return FALSE;
}

/* (nullable): what `parent` has under that name, case and accents apart. */
static const PltSetFacts *
find_named (const PltFacts *facts, gint64 parent, const char *name)
{
  g_autofree char *wanted = plt_text_fold (name);

  for (guint i = 0; i < facts->sets.n; i++)
    if (facts->sets.items[i].parent == parent)
      {
        g_autofree char *folded = plt_text_fold (facts->sets.items[i].name);

        if (strcmp (folded, wanted) == 0)
          return &facts->sets.items[i];
      }
  return NULL;
}

static void
place_sequence (PltBatch *batch, gint64 sequence, gint64 set, gint64 sub_set)
{
  plt_batch_update (batch, "sequence", sequence);
  plt_batch_set_integer (batch, "set", set);
  if (sub_set != 0)
    plt_batch_set_integer (batch, "sub_set", sub_set);
  else
    plt_batch_set_null (batch, "sub_set");
}

/* ---- below another one ---- */

static gboolean
may_move (const PltFacts *facts, const PltSetFacts *set, const PltSetFacts *parent, GError **error)
{
  const PltSetFacts *namesake;

  if (parent != NULL && (parent->id == set->id || parent->parent != 0))
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("“%s” is itself a part of a set; choose a whole set."), parent->name);
      return FALSE;
    }
  if (parent != NULL && has_parts (facts, set->id))
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("“%s” has parts of its own, so it cannot become a part; move its parts "
                      "first."),
                   set->name);
      return FALSE;
    }
  namesake = find_named (facts, parent != NULL ? parent->id : 0, set->name);
  if (namesake != NULL && namesake != set)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                   _ ("There is a set “%s” there already; merge the two instead."), namesake->name);
      return FALSE;
    }
  return TRUE;
}

gboolean
plt_sets_move (const PltFacts *facts, gint64 set, gint64 parent, PltBatch *batch, GError **error)
{
  const PltSetFacts *moved, *above;

  g_return_val_if_fail (facts != NULL && batch != NULL, FALSE);

  moved = find (facts, set);
  above = find (facts, parent);
  g_return_val_if_fail (moved != NULL && (parent == 0 || above != NULL), FALSE);

  if (moved->parent == parent)
    return TRUE;
  if (!may_move (facts, moved, above, error))
    return FALSE;
  /* A séquence never names a part of another set than its own, not even halfway. */
  for (guint i = 0; i < facts->sequences.n; i++)
    if (facts->sequences.items[i].sub_set == set)
      place_sequence (batch, facts->sequences.items[i].id, parent != 0 ? parent : set, 0);
  plt_batch_update (batch, "set", set);
  if (parent != 0)
    plt_batch_set_integer (batch, "parent", parent);
  else
    plt_batch_set_null (batch, "parent");
  for (guint i = 0; parent != 0 && i < facts->sequences.n; i++)
    if (facts->sequences.items[i].set == set || facts->sequences.items[i].sub_set == set)
      place_sequence (batch, facts->sequences.items[i].id, parent, set);
  return TRUE;
}

/* ---- into another one ---- */

static gboolean
is_in (gint64 id, const gint64 *ids, guint n)
{
  for (guint i = 0; i < n; i++)
    if (ids[i] == id)
      return TRUE;
  return FALSE;
}

static gboolean
may_merge (const PltFacts *facts,
           const PltSetFacts *keep,
           const gint64 *others,
           guint n_others,
           GError **error)
{
  for (guint i = 0; keep->parent != 0 && i < n_others; i++)
    if (has_parts (facts, others[i]))
      {
        g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                     _ ("“%s” has parts of its own, so it cannot become the part “%s”; keep the "
                        "whole set instead."),
                     find (facts, others[i])->name, keep->name);
        return FALSE;
      }
  return TRUE;
}

/* What becomes of each set: a set that stays is its own; the map holds the others. */
static gint64
becomes (GHashTable *map, gint64 set)
{
  gpointer found = g_hash_table_lookup (map, PLT_ID_TO_POINTER (set));

  return found != NULL ? (gint64) GPOINTER_TO_SIZE (found) : set;
}

/* Sous-décors of the others: those that `keep` has by name, or by an earlier other, become these;
 * the rest moves below `keep`. */
static void
map_parts (const PltFacts *facts,
           const PltSetFacts *keep,
           const gint64 *others,
           guint n_others,
           GHashTable *map,
           GArray *moved)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < facts->sets.n; i++)
    if (facts->sets.items[i].parent == keep->id
        && !is_in (facts->sets.items[i].id, others, n_others))
      g_hash_table_insert (taken, plt_text_fold (facts->sets.items[i].name),
                           PLT_ID_TO_POINTER (facts->sets.items[i].id));
  for (guint i = 0; i < facts->sets.n; i++)
    {
      const PltSetFacts *part = &facts->sets.items[i];
      g_autofree char *name = NULL;
      gpointer there;

      if (!is_in (part->parent, others, n_others) || is_in (part->id, others, n_others))
        continue;
      name = plt_text_fold (part->name);
      there = g_hash_table_lookup (taken, name);
      if (there != NULL)
        {
          g_hash_table_insert (map, PLT_ID_TO_POINTER (part->id), there);
          continue;
        }
      g_array_append_val (moved, part->id);
      g_hash_table_insert (taken, g_steal_pointer (&name), PLT_ID_TO_POINTER (part->id));
    }
}

/* Before the parts move (`after` FALSE) their séquences name none; afterwards they do again. */
static void
place_sequences (const PltFacts *facts,
                 const PltSetFacts *keep,
                 const gint64 *others,
                 guint n_others,
                 GHashTable *map,
                 const GArray *moved,
                 gboolean after,
                 PltBatch *batch)
{
  for (guint i = 0; i < facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &facts->sequences.items[i];
      gboolean part = is_in (sequence->sub_set, others, n_others);
      gint64 sub_set = becomes (map, sequence->sub_set);
      gboolean moves = is_in (sub_set, (const gint64 *) (const void *) moved->data, moved->len);

      if (after && !moves)
        continue;
      if (part || (keep->parent != 0 && is_in (sequence->set, others, n_others)))
        place_sequence (batch, sequence->id, keep->parent != 0 ? keep->parent : keep->id,
                        keep->parent != 0 ? keep->id : 0);
      else if (is_in (sequence->set, others, n_others))
        place_sequence (batch, sequence->id, keep->id, moves && !after ? 0 : sub_set);
    }
}

static void
complete (const PltFacts *facts,
          const PltSetFacts *keep,
          const gint64 *others,
          guint n_others,
          PltBatch *batch)
{
  gint64 location = 0;
  const char *note = "";

  for (guint i = 0; i < n_others; i++)
    {
      const PltSetFacts *other = find (facts, others[i]);

      location = location == 0 ? other->location : location;
      note = *note == '\0' ? other->note : note;
    }
  if (keep->location == 0 && location != 0)
    {
      plt_batch_update (batch, "set", keep->id);
      plt_batch_set_integer (batch, "location", location);
    }
  if (*keep->note == '\0' && *note != '\0')
    {
      plt_batch_update (batch, "set", keep->id);
      plt_batch_set_text (batch, "note", note);
    }
}

gboolean
plt_sets_merge (const PltFacts *facts,
                gint64 keep,
                const gint64 *others,
                guint n_others,
                PltBatch *batch,
                GError **error)
{
  g_autoptr (GHashTable) map = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (gint64));
  const PltSetFacts *kept;
  GHashTableIter iter;
  gpointer part;

  g_return_val_if_fail (facts != NULL && batch != NULL && !is_in (keep, others, n_others), FALSE);

  kept = find (facts, keep);
  g_return_val_if_fail (kept != NULL, FALSE);

  if (!may_merge (facts, kept, others, n_others, error))
    return FALSE;
  complete (facts, kept, others, n_others, batch);
  map_parts (facts, kept, others, n_others, map, moved);
  place_sequences (facts, kept, others, n_others, map, moved, FALSE, batch);
  for (guint i = 0; i < moved->len; i++)
    {
      plt_batch_update (batch, "set", g_array_index (moved, gint64, i));
      plt_batch_set_integer (batch, "parent", keep);
    }
  place_sequences (facts, kept, others, n_others, map, moved, TRUE, batch);
  g_hash_table_iter_init (&iter, map);
  while (g_hash_table_iter_next (&iter, &part, NULL))
    plt_batch_delete (batch, "set", (gint64) GPOINTER_TO_SIZE (part));
  for (guint i = 0; i < n_others; i++) /* parts before what they are part of */
    if (find (facts, others[i])->parent != 0)
      plt_batch_delete (batch, "set", others[i]);
  for (guint i = 0; i < n_others; i++)
    if (find (facts, others[i])->parent == 0)
      plt_batch_delete (batch, "set", others[i]);
  return TRUE;
}

/* ---- what it is lit for ---- */

char *
plt_sets_effects (const PltFacts *facts, gint64 set)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new (); /* static strings */
  g_autoptr (GArray) counts = g_array_new (FALSE, TRUE, sizeof (guint));
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (facts != NULL, g_string_free (text, FALSE));

  for (guint i = 0; i < facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &facts->sequences.items[i];
      const char *code = plt_effect_code (sequence->int_ext, sequence->effect);
      guint place;

      if ((sequence->set != set && sequence->sub_set != set) || plt_sequence_is_cut (sequence)
          || *code == '\0')
        continue;
      if (!g_ptr_array_find_with_equal_func (codes, code, g_str_equal, &place))
        {
          place = codes->len;
          g_ptr_array_add (codes, (gpointer) code);
          g_array_set_size (counts, codes->len);
        }
      g_array_index (counts, guint, place)++;
    }
  for (guint i = 0; i < codes->len; i++)
    g_string_append_printf (text, "%s%s %u", i > 0 ? " · " : "",
                            (const char *) g_ptr_array_index (codes, i),
                            g_array_index (counts, guint, i));
  return g_string_free (text, FALSE);
}

PltMeasure
plt_sets_measure_effect (const PltFacts *facts, gint64 set, const char *code)
{
  PltMeasure measure = { 0 };

  g_return_val_if_fail (facts != NULL && code != NULL, measure);

  for (guint i = 0; i < facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &facts->sequences.items[i];

      if ((set == 0 || sequence->set == set || sequence->sub_set == set)
          && !plt_sequence_is_cut (sequence)
          && strcmp (plt_effect_code (sequence->int_ext, sequence->effect), code) == 0)
        plt_measure_add (&measure, sequence);
    }
  return measure;
}

GPtrArray *
plt_sets_codes (const PltFacts *facts)
{
  GPtrArray *codes = g_ptr_array_new ();
  gboolean without = FALSE;

  g_return_val_if_fail (facts != NULL, codes);

  for (guint i = 0; i < facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &facts->sequences.items[i];
      const char *code = plt_effect_code (sequence->int_ext, sequence->effect);

      if (plt_sequence_is_cut (sequence))
        continue;
      if (*code == '\0')
        without = TRUE;
      else if (!g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
        g_ptr_array_add (codes, (gpointer) code);
    }
  if (without)
    g_ptr_array_add (codes, (gpointer) "");
  return codes;
}
