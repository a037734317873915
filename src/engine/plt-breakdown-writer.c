#include "plt-breakdown-writer.h"

#include <string.h>

#include "plt-element-links.h"
#include "plt-text.h"
#include "plt-words.h"

typedef struct
{
  gint64 a, b;
} Pair;

/* What is known of an element that the batch makes. */
typedef struct
{
  gint64 category;
} Made;

typedef struct
{
  gint64 element;
  gint64 start, end;
} Span;

struct _PltBreakdownWriter
{
  const PltFacts *facts;
  PltBatch *batch;
  GHashTable *names;       /* "category folded" -> handle or row */
  GHashTable *keys;        /* "category key" -> the same */
  gboolean facts_indexed;  /* whether the elements of the facts are in both */
  GHashTable *made;        /* handle -> Made */
  GHashTable *added;       /* Pair (sequence, element) -> gint64: occurrence that the batch makes */
  GHashTable *added_in;    /* sequence -> GArray of the elements that the batch adds to it */
  GHashTable *quantities;  /* Pair (sequence, element) -> gint64, as the batch leaves them */
  GHashTable *hazards;     /* sequence -> text, as the batch leaves it */
  GHashTable *unconfirmed; /* id of a box that the batch deletes */
  GHashTable *boxes;       /* (nullable): Pair (sequence, category) -> PltBoxFacts */
  GHashTable *tags;        /* (nullable): block -> GArray of Span */
  GHashTable *links;       /* (nullable): Pair (element, category), one of them 0 -> GPtrArray */
};

static guint
pair_hash (gconstpointer data)
{
  const Pair *pair = data;

  return g_int64_hash (&pair->a) * 31 + g_int64_hash (&pair->b);
}

static gboolean
pair_equal (gconstpointer one, gconstpointer two)
{
  const Pair *x = one, *y = two;

  return x->a == y->a && x->b == y->b;
}

static Pair *
pair_new (gint64 a, gint64 b)
{
  Pair *pair = g_new (Pair, 1);

  *pair = (Pair){ a, b };
  return pair;
}

static gint64 *
id_new (gint64 id)
{
  gint64 *copy = g_new (gint64, 1);

  *copy = id;
  return copy;
}

gboolean
plt_hazards_contain (const char *hazards, const char *hazard)
{
  gsize length = strlen (hazard);

  for (const char *p = hazards; length > 0 && (p = strstr (p, hazard)) != NULL; p += length)
    if ((p == hazards || p[-1] == ',') && (p[length] == '\0' || p[length] == ','))
      return TRUE;
  return FALSE;
}

/* ---- names ---- */

static void
remember_name (PltBreakdownWriter *self, gint64 category, const char *name, gint64 id)
{
  g_autofree char *folded = plt_text_fold (name);
  g_autofree char *key = plt_element_key (name, !plt_category_is_role (self->facts, category));
  char *full = g_strdup_printf ("%" G_GINT64_FORMAT " %s", category, folded);

  if (!g_hash_table_contains (self->names, full))
    g_hash_table_insert (self->names, full, id_new (id));
  else
    g_free (full);
  if (*key == '\0')
    return;
  full = g_strdup_printf ("%" G_GINT64_FORMAT " %s", category, key);
  if (!g_hash_table_contains (self->keys, full))
    g_hash_table_insert (self->keys, full, id_new (id));
  else
    g_free (full);
}

gint64
plt_breakdown_writer_find (PltBreakdownWriter *self,
                           gint64 category,
                           const char *name,
                           gboolean loose)
{
  g_autofree char *squeezed = plt_text_squeeze (name);
  g_autofree char *folded = plt_text_fold (squeezed);
  g_autofree char *full = g_strdup_printf ("%" G_GINT64_FORMAT " %s", category, folded);
  g_autofree char *key = NULL;
  const gint64 *found;

  if (!self->facts_indexed)
    for (guint i = 0; i < self->facts->elements.n; i++)
      remember_name (self, self->facts->elements.items[i].category,
                     self->facts->elements.items[i].name, self->facts->elements.items[i].id);
  self->facts_indexed = TRUE;
  found = g_hash_table_lookup (self->names, full);
  if (found != NULL || !loose)
    return found != NULL ? *found : 0;
  key = plt_element_key (name, !plt_category_is_role (self->facts, category));
  if (*key == '\0')
    return 0;
  g_free (full);
  full = g_strdup_printf ("%" G_GINT64_FORMAT " %s", category, key);
  found = g_hash_table_lookup (self->keys, full);
  return found != NULL ? *found : 0;
}

static void
remember_made (PltBreakdownWriter *self, gint64 handle, gint64 category, const char *name)
{
  Made *made = g_new (Made, 1);

  *made = (Made){ category };
  g_hash_table_insert (self->made, id_new (handle), made);
  remember_name (self, category, name, handle);
}

gint64
plt_breakdown_writer_make (PltBreakdownWriter *self, gint64 category, const char *name)
{
  gint64 handle = plt_batch_insert (self->batch, "element");

  plt_batch_set_integer (self->batch, "category", category);
  plt_batch_set_text (self->batch, "name", name);
  remember_made (self, handle, category, name);
  return handle;
}

gint64
plt_breakdown_writer_category (PltBreakdownWriter *self, gint64 element)
{
  const PltElementFacts *known = PLT_FACTS_FIND (self->facts->elements, PltElementFacts, element);
  const Made *made = known == NULL ? g_hash_table_lookup (self->made, &element) : NULL;

  return known != NULL ? known->category : made != NULL ? made->category : 0;
}

/* ---- what the batch holds already ---- */

static const PltValue *
edit_value (const PltEdit *edit, const char *column)
{
  for (guint i = 0; i < edit->values->len; i++)
    {
      const PltEditValue *value = &g_array_index (edit->values, PltEditValue, i);

      if (strcmp (value->column->id, column) == 0)
        return &value->value;
    }
  return NULL;
}

static gint64
edit_integer (const PltEdit *edit, const char *column, gint64 otherwise)
{
  const PltValue *value = edit_value (edit, column);

  return value != NULL && value->kind == PLT_VALUE_INTEGER ? value->integer : otherwise;
}

static void
add_span (PltBreakdownWriter *self, gint64 block, gint64 element, gint64 start, gint64 length)
{
  GArray *spans = g_hash_table_lookup (self->tags, &block);
  Span span = { element, start, start + length };

  if (spans == NULL)
    {
      spans = g_array_new (FALSE, FALSE, sizeof (Span));
      g_hash_table_insert (self->tags, id_new (block), spans);
    }
  g_array_append_val (spans, span);
}

/* The tags of the facts, and of the batch. */
static void
need_tags (PltBreakdownWriter *self)
{
  if (self->tags != NULL)
    return;
  self->tags
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < self->facts->tags.n; i++)
    {
      const PltTagFacts *tag = &self->facts->tags.items[i];

      add_span (self, tag->script_block, tag->element, tag->start, tag->length);
    }
}

static void
remember_added (
    PltBreakdownWriter *self, gint64 sequence, gint64 element, gint64 handle, gint64 quantity)
{
  GArray *elements = g_hash_table_lookup (self->added_in, &sequence);

  if (elements == NULL)
    {
      elements = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (self->added_in, id_new (sequence), elements);
    }
  g_array_append_val (elements, element);
  g_hash_table_insert (self->added, pair_new (sequence, element), id_new (handle));
  g_hash_table_insert (self->quantities, pair_new (sequence, element), id_new (quantity));
}

static void
read_insert (PltBreakdownWriter *self, const PltEdit *edit)
{
  const char *table = edit->table->id;
  const PltValue *name = edit_value (edit, "name");

  if (strcmp (table, "element") == 0 && name != NULL)
    remember_made (self, edit->id, edit_integer (edit, "category", 0), plt_value_get_text (name));
  else if (strcmp (table, "sequence_element") == 0)
    remember_added (self, edit_integer (edit, "sequence", 0), edit_integer (edit, "element", 0),
                    edit->id, edit_integer (edit, "quantity", PLT_UNKNOWN));
  else if (strcmp (table, "script_tag") == 0)
    {
      need_tags (self);
      add_span (self, edit_integer (edit, "script_block", 0), edit_integer (edit, "element", 0),
                edit_integer (edit, "start", 0), edit_integer (edit, "length", 0));
    }
}

static void
read_edit (PltBreakdownWriter *self, const PltEdit *edit)
{
  const PltValue *hazards;

  if (edit->kind == PLT_EDIT_INSERT)
    read_insert (self, edit);
  else if (edit->kind == PLT_EDIT_DELETE && strcmp (edit->table->id, "sequence_category") == 0)
    g_hash_table_add (self->unconfirmed, id_new (edit->id));
  else if (edit->kind == PLT_EDIT_UPDATE && strcmp (edit->table->id, "sequence") == 0
           && (hazards = edit_value (edit, "hazards")) != NULL)
    g_hash_table_insert (self->hazards, id_new (edit->id), g_strdup (plt_value_get_text (hazards)));
}

PltBreakdownWriter *
plt_breakdown_writer_new (const PltFacts *facts, PltBatch *batch)
{
  PltBreakdownWriter *self = g_new0 (PltBreakdownWriter, 1);

  self->facts = facts;
  self->batch = batch;
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->made = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->added = g_hash_table_new_full (pair_hash, pair_equal, g_free, g_free);
  self->added_in
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  self->quantities = g_hash_table_new_full (pair_hash, pair_equal, g_free, g_free);
  self->hazards = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->unconfirmed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < plt_batch_get_n_edits (batch); i++)
    read_edit (self, plt_batch_get_edit (batch, i));
  return self;
}

void
plt_breakdown_writer_free (PltBreakdownWriter *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->made);
  g_hash_table_unref (self->added);
  g_hash_table_unref (self->added_in);
  g_hash_table_unref (self->quantities);
  g_hash_table_unref (self->hazards);
  g_hash_table_unref (self->unconfirmed);
  g_clear_pointer (&self->boxes, g_hash_table_unref);
  g_clear_pointer (&self->tags, g_hash_table_unref);
  g_clear_pointer (&self->links, g_hash_table_unref);
  g_free (self);
}

/* ---- hazards, boxes, tags ---- */

gboolean
plt_breakdown_writer_set_hazard (PltBreakdownWriter *self, gint64 sequence, const char *hazard)
{
  const PltSequenceFacts *facts
      = PLT_FACTS_FIND (self->facts->sequences, PltSequenceFacts, sequence);
  const PltColumn *column = plt_table_column (plt_table_find ("sequence"), "hazards");
  const char *now = g_hash_table_lookup (self->hazards, &sequence);
  g_autoptr (GString) text = g_string_new (NULL);

  if (now == NULL)
    now = facts != NULL ? facts->hazards : "";
  if (*hazard == '\0' || facts == NULL || plt_hazards_contain (now, hazard))
    return FALSE;
  for (const PltChoice *choice = column->choices; choice->id != NULL; choice++)
    if (strcmp (choice->id, hazard) == 0 || plt_hazards_contain (now, choice->id))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", choice->id);
  if (strcmp (text->str, now) == 0)
    return FALSE; /* not a hazard of the table */
  plt_batch_update (self->batch, "sequence", sequence);
  plt_batch_set_text (self->batch, "hazards", text->str);
  g_hash_table_insert (self->hazards, id_new (sequence), g_strdup (text->str));
  return TRUE;
}

static void
unconfirm (PltBreakdownWriter *self, gint64 sequence, gint64 category)
{
  const Pair wanted = { sequence, category };
  const PltBoxFacts *box;

  if (self->boxes == NULL)
    {
      self->boxes = g_hash_table_new_full (pair_hash, pair_equal, g_free, NULL);
      for (guint i = 0; i < self->facts->boxes.n; i++)
        g_hash_table_insert (
            self->boxes,
            pair_new (self->facts->boxes.items[i].sequence, self->facts->boxes.items[i].category),
            (gpointer) &self->facts->boxes.items[i]);
    }
  box = g_hash_table_lookup (self->boxes, &wanted);
  if (box != NULL && g_hash_table_add (self->unconfirmed, id_new (box->id)))
    plt_batch_delete (self->batch, "sequence_category", box->id);
}

gboolean
plt_breakdown_writer_tag (PltBreakdownWriter *self,
                          gint64 block,
                          gint64 element,
                          guint start,
                          guint length,
                          const char *text)
{
  GArray *spans;

  need_tags (self);
  spans = g_hash_table_lookup (self->tags, &block);
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);

      if (span->element == element && span->start < (gint64) start + length
          && span->end > (gint64) start)
        return FALSE;
    }
  plt_batch_insert (self->batch, "script_tag");
  plt_batch_set_integer (self->batch, "script_block", block);
  plt_batch_set_integer (self->batch, "element", element);
  plt_batch_set_integer (self->batch, "start", start);
  plt_batch_set_integer (self->batch, "length", length);
  plt_batch_set_text (self->batch, "text", text);
  plt_batch_set_text (self->batch, "state", "sure");
  add_span (self, block, element, start, length);
  return TRUE;
}

/* ---- occurrences ---- */

gboolean
plt_breakdown_writer_occurs (PltBreakdownWriter *self, gint64 sequence, gint64 element)
{
  const Pair pair = { sequence, element };

  return g_hash_table_contains (self->added, &pair)
         || plt_facts_find_occurrence (self->facts, sequence, element) != NULL;
}

static gint64
quantity_of (PltBreakdownWriter *self, gint64 sequence, gint64 element)
{
  const Pair pair = { sequence, element };
  const gint64 *left = g_hash_table_lookup (self->quantities, &pair);
  const PltOccurrenceFacts *occurrence
      = left == NULL ? plt_facts_find_occurrence (self->facts, sequence, element) : NULL;

  return left != NULL ? *left : occurrence != NULL ? occurrence->quantity : PLT_UNKNOWN;
}

static void
insert_occurrence (PltBreakdownWriter *self, gint64 sequence, gint64 element, gint64 quantity)
{
  const PltCategoryFacts *category = PLT_FACTS_FIND (self->facts->categories, PltCategoryFacts,
                                                     plt_breakdown_writer_category (self, element));
  gint64 handle = plt_batch_insert (self->batch, "sequence_element");

  plt_batch_set_integer (self->batch, "sequence", sequence);
  plt_batch_set_integer (self->batch, "element", element);
  if (quantity != PLT_UNKNOWN)
    plt_batch_set_integer (self->batch, "quantity", quantity);
  remember_added (self, sequence, element, handle, quantity);
  if (category == NULL)
    return;
  unconfirm (self, sequence, category->id);
  plt_breakdown_writer_set_hazard (self, sequence, category->hazard);
}

/* Raises the quantity of an occurrence; one that is there and says nothing counts as one. */
static gboolean
raise_quantity (PltBreakdownWriter *self, gint64 sequence, gint64 element, gint64 quantity)
{
  const Pair pair = { sequence, element };
  const gint64 *handle = g_hash_table_lookup (self->added, &pair);
  const PltOccurrenceFacts *occurrence = plt_facts_find_occurrence (self->facts, sequence, element);
  gint64 now = quantity_of (self, sequence, element);

  if (quantity <= (now == PLT_UNKNOWN ? 1 : now) || (handle == NULL && occurrence == NULL))
    return FALSE;
  plt_batch_update (self->batch, "sequence_element", handle != NULL ? *handle : occurrence->id);
  plt_batch_set_integer (self->batch, "quantity", quantity);
  g_hash_table_insert (self->quantities, pair_new (sequence, element), id_new (quantity));
  return TRUE;
}

/* ---- what an element brings ---- */

#define MAX_BROUGHT 100000

static void
need_links (PltBreakdownWriter *self)
{
  if (self->links != NULL)
    return;
  self->links
      = g_hash_table_new_full (pair_hash, pair_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->facts->links.n; i++)
    {
      const PltLinkFacts *link = &self->facts->links.items[i];
      const Pair from = { link->element, link->element != 0 ? 0 : link->category };
      GPtrArray *links = g_hash_table_lookup (self->links, &from);

      if (links == NULL)
        {
          links = g_ptr_array_new ();
          g_hash_table_insert (self->links, pair_new (from.a, from.b), links);
        }
      g_ptr_array_add (links, (gpointer) link);
    }
}

/* The nth link from an element, its own first, then those of its category; NULL after the last. */
static const PltLinkFacts *
nth_link (PltBreakdownWriter *self, gint64 element, guint n)
{
  const Pair own = { element, 0 }, shared = { 0, plt_breakdown_writer_category (self, element) };
  const GPtrArray *first = g_hash_table_lookup (self->links, &own);
  const GPtrArray *second = shared.b != 0 ? g_hash_table_lookup (self->links, &shared) : NULL;
  guint n_first = first != NULL ? first->len : 0;

  if (n < n_first)
    return first->pdata[n];
  n -= n_first;
  return second != NULL && n < second->len ? second->pdata[n] : NULL;
}

/* How many of `brought` one element of the séquence asks for; 0 when it does not bring it, or
 * brings one for all. */
static gint64
asked_by (PltBreakdownWriter *self, gint64 sequence, gint64 element, gint64 brought, gboolean *one)
{
  gint64 count = quantity_of (self, sequence, element);
  gint64 each = 0;
  const PltLinkFacts *link;

  for (guint i = 0; (link = nth_link (self, element, i)) != NULL; i++)
    {
      if (link->brings != brought || element == brought)
        continue;
      if (link->quantity == PLT_UNKNOWN || link->quantity == 0)
        *one = TRUE;
      else
        each = MAX (each, link->quantity);
    }
  if (count == PLT_UNKNOWN || count < 1)
    count = 1;
  return MIN (MIN (count, MAX_BROUGHT) * MIN (each, MAX_BROUGHT), MAX_BROUGHT);
}

/* What `element` brings in the end, those that are brought last first: the order a walk in depth
 * leaves them in. */
static GArray *
brought_by (PltBreakdownWriter *self, gint64 element)
{
  GArray *left = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) next = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint zero = 0;

  g_array_append_val (path, element);
  g_array_append_val (next, zero);
  g_hash_table_add (seen, id_new (element));
  while (path->len > 0)
    {
      gint64 here = g_array_index (path, gint64, path->len - 1);
      guint *at = &g_array_index (next, guint, next->len - 1);
      const PltLinkFacts *link;
      gint64 found = 0;

      while (found == 0 && (link = nth_link (self, here, (*at)++)) != NULL)
        if (PLT_FACTS_FIND (self->facts->elements, PltElementFacts, link->brings) != NULL
            && g_hash_table_add (seen, id_new (link->brings)))
          found = link->brings;
      if (found != 0)
        {
          g_array_append_val (path, found);
          g_array_append_val (next, zero);
          continue;
        }
      if (path->len > 1)
        g_array_append_val (left, here);
      g_array_set_size (path, path->len - 1);
      g_array_set_size (next, next->len - 1);
    }
  return left;
}

/* How many of the element at `at` of a walk the whole séquence asks for. What it brings itself, in
 * a circle, does not ask for more of it, unless the walk came that way. */
static gint64
asked_in (PltBreakdownWriter *self, gint64 sequence, const GArray *walk, guint at)
{
  gint64 brought = g_array_index (walk, gint64, at);
  g_autoptr (GArray) below = brought_by (self, brought);
  g_autoptr (GHashTable) left_out = g_hash_table_new (g_int64_hash, g_int64_equal);
  gboolean one = FALSE;
  gint64 total = 0;
  const GArray *added = g_hash_table_lookup (self->added_in, &sequence);
  guint n;
  const PltOccurrenceFacts *const *there = plt_facts_occurrences_of (self->facts, sequence, &n);

  for (guint i = 0; i < below->len; i++)
    g_hash_table_add (left_out, &g_array_index (below, gint64, i));
  for (guint i = at + 1; i < walk->len; i++)
    g_hash_table_remove (left_out, &g_array_index (walk, gint64, i));
  for (guint i = 0; i < n; i++)
    if (!g_hash_table_contains (left_out, &there[i]->element))
      total += asked_by (self, sequence, there[i]->element, brought, &one);
  for (guint i = 0; added != NULL && i < added->len; i++)
    if (!g_hash_table_contains (left_out, &g_array_index (added, gint64, i)))
      total += asked_by (self, sequence, g_array_index (added, gint64, i), brought, &one);
  return MIN (MAX (total, one ? 1 : 0), MAX_BROUGHT);
}

gboolean
plt_breakdown_writer_bring (PltBreakdownWriter *self, gint64 sequence, gint64 element)
{
  g_autoptr (GArray) brought = NULL;
  gboolean changed = FALSE;

  if (self->facts->links.n == 0)
    return FALSE;
  need_links (self);
  brought = brought_by (self, element);
  for (guint i = brought->len; i-- > 0;)
    {
      gint64 id = g_array_index (brought, gint64, i);
      gint64 quantity = asked_in (self, sequence, brought, i);

      if (!plt_breakdown_writer_occurs (self, sequence, id))
        {
          insert_occurrence (self, sequence, id, quantity > 1 ? quantity : PLT_UNKNOWN);
          changed = TRUE;
        }
      else
        changed |= raise_quantity (self, sequence, id, quantity);
    }
  return changed;
}

gboolean
plt_breakdown_writer_add (PltBreakdownWriter *self,
                          gint64 sequence,
                          gint64 element,
                          gint64 quantity)
{
  if (plt_breakdown_writer_occurs (self, sequence, element))
    return FALSE;
  insert_occurrence (self, sequence, element, quantity);
  plt_breakdown_writer_bring (self, sequence, element);
  return TRUE;
}
