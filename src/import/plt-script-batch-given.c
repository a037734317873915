/* The merge: elements that the file itself gives, the tags of Final Draft, the elements of a
 * schedule.
 *
 * Each becomes an element of our category, in the séquence of its paragraph, with its words tagged
 * when the file says which. categories-import.tsv says which category of another program is which
 * of ours; one that it does not know is "DIV", and a remark says so. What somebody refused is not
 * proposed again. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-paths.h"
#include "plt-referential.h"
#include "plt-script-plan-private.h"
#include "plt-text.h"

#define UNKNOWN_CODE "DIV"

typedef struct
{
  PltScriptPlan *plan;
  PltReferential *known;  /* (nullable): categories-import */
  GHashTable *categories; /* name in the file -> GINT id of a category, a row or a handle */
  GHashTable *codes;      /* code -> category that was made */
  GHashTable *hazards;    /* "row index" -> hazards as the batch leaves them */
} Given;

/* ---- tagged places ---- */

typedef struct
{
  guint start, end;
} Span;

/* FALSE when that element has some of these signs already. */
gboolean
plt_plan_claim_tag (PltScriptPlan *self, guint paragraph, guint start, guint length, gint64 element)
{
  char *key = g_strdup_printf ("%u|%" G_GINT64_FORMAT, paragraph, element);
  GArray *spans = g_hash_table_lookup (self->claimed, key);
  Span span = { start, start + length };

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const Span *other = &g_array_index (spans, Span, i);

      if (span.start < other->end && other->start < span.end)
        {
          g_free (key);
          return FALSE;
        }
    }
  if (spans == NULL)
    {
      spans = g_array_new (FALSE, FALSE, sizeof (Span));
      g_hash_table_insert (self->claimed, key, spans);
    }
  else
    g_free (key);
  g_array_append_val (spans, span);
  return TRUE;
}

/* ---- categories ---- */

static PltReferential *
open_known (const PltFacts *facts)
{
  PltReferential *known = plt_referential_open (facts, "categories-import");
  g_autofree char *content = NULL;

  if (known != NULL)
    return known;
  content = plt_paths_read ("referentials/categories-import.tsv", NULL, NULL);
  return content != NULL ? plt_referential_parse (content) : NULL;
}

static gboolean
same (const char *a, const char *b)
{
  g_autofree char *one = plt_text_fold (a);
  g_autofree char *two = plt_text_fold (b);

  return strcmp (one, two) == 0;
}

/* (nullable): our code of a category of another program */
static const char *
code_of (const Given *self, const char *name)
{
  for (guint i = 0; self->known != NULL && i < plt_referential_n_rows (self->known); i++)
    if (same (plt_referential_get (self->known, i, "nom"), name))
      return plt_referential_get (self->known, i, "code");
  return NULL;
}

static gint64
find_code (Given *self, const char *code)
{
  const PltFacts *facts = self->plan->facts;
  gint64 *made = g_hash_table_lookup (self->codes, code);
  PltBatch *batch = self->plan->batch;

  for (guint i = 0; i < facts->categories.n; i++)
    if (strcmp (facts->categories.items[i].code, code) == 0)
      return facts->categories.items[i].id;
  if (strcmp (code, "RO") == 0)
    return self->plan->role_category;
  if (made != NULL)
    return *made;
  made = g_new (gint64, 1);
  *made = plt_batch_insert (batch, "element_category");
  plt_batch_set_text (batch, "code", code);
  plt_batch_set_text (batch, "name",
                      strcmp (code, UNKNOWN_CODE) == 0 ? "Divers et questions" : code);
  g_hash_table_insert (self->codes, g_strdup (code), made);
  return *made;
}

static gint64
find_category (Given *self, const char *name, guint line)
{
  const PltFacts *facts = self->plan->facts;
  gint64 *found = g_hash_table_lookup (self->categories, name);
  const char *code = NULL;

  if (found != NULL)
    return *found;
  found = g_new0 (gint64, 1);
  g_hash_table_insert (self->categories, g_strdup (name), found);
  for (guint i = 0; i < facts->categories.n && *found == 0; i++)
    if (same (facts->categories.items[i].code, name)
        || same (facts->categories.items[i].name, name))
      *found = facts->categories.items[i].id;
  if (*found != 0)
    return *found;
  code = code_of (self, name);
  if (code == NULL)
    plt_script_add_remark (
        self->plan->remarks, PLT_REMARK_GUESSED, line, name,
        _ ("The category “%s” of the file is not known: its elements were put under %s."), name,
        UNKNOWN_CODE);
  *found = find_code (self, code != NULL ? code : UNKNOWN_CODE);
  return *found;
}

/* ---- elements ---- */

static gint64
find_element (Given *self, gint64 category, const char *name)
{
  PltScriptPlan *plan = self->plan;
  gint64 found = plt_plan_find_element (plan, category, name);

  if (found != 0)
    return found;
  found = plt_batch_insert (plan->batch, "element");
  plt_batch_set_integer (plan->batch, "category", category);
  plt_batch_set_text (plan->batch, "name", name);
  plt_plan_remember_element (plan, category, name, found);
  if (category == plan->role_category)
    plan->counts->roles++;
  else
    plan->counts->elements++;
  return found;
}

static gboolean
is_refused (const Given *self, gint64 category, const char *name, gint64 sequence)
{
  const PltFacts *facts = self->plan->facts;

  for (guint i = 0; i < facts->refusals.n; i++)
    {
      const PltRefusalFacts *refusal = &facts->refusals.items[i];

      if (refusal->category == category && (refusal->sequence == 0 || refusal->sequence == sequence)
          && same (refusal->word, name))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_hazard (const char *hazards, const char *hazard)
{
  g_auto (GStrv) all = g_strsplit (hazards, ",", -1);

  return g_strv_contains ((const char *const *) all, hazard);
}

/* What its category brings with it: "enfant", "arme". */
static void
set_hazard (Given *self, guint row_index, gint64 category)
{
  const PltPlanRow *row = plt_plan_row (self->plan, row_index);
  const PltCategoryFacts *facts
      = PLT_FACTS_FIND (self->plan->facts->categories, PltCategoryFacts, category);
  const char *now = g_hash_table_lookup (self->hazards, GUINT_TO_POINTER (row_index));
  const PltColumn *column = plt_table_column (plt_table_find ("sequence"), "hazards");
  g_autoptr (GString) all = g_string_new (NULL);

  if (now == NULL)
    now = row->facts != NULL ? row->facts->hazards : "";
  if (facts == NULL || facts->hazard[0] == '\0' || has_hazard (now, facts->hazard))
    return;
  for (const PltChoice *choice = column->choices; choice->id != NULL; choice++)
    if (strcmp (choice->id, facts->hazard) == 0 || has_hazard (now, choice->id))
      g_string_append_printf (all, "%s%s", all->len > 0 ? "," : "", choice->id);
  plt_batch_update (self->plan->batch, "sequence", row->id);
  plt_batch_set_text (self->plan->batch, "hazards", all->str);
  g_hash_table_insert (self->hazards, GUINT_TO_POINTER (row_index), g_strdup (all->str));
}

/* ---- the whole ---- */

static void
write_words (Given *self, const PltScriptTag *tag, gint64 element)
{
  PltScriptPlan *plan = self->plan;
  const PltParagraph *paragraph = g_ptr_array_index (plan->script->paragraphs, tag->paragraph);
  glong n = g_utf8_strlen (paragraph->text, -1);
  g_autofree char *words = NULL;

  if (tag->length == 0 || (glong) tag->start + (glong) tag->length > n
      || !plt_plan_claim_tag (plan, tag->paragraph, tag->start, tag->length, element))
    return;
  words = g_utf8_substring (paragraph->text, tag->start, (glong) tag->start + (glong) tag->length);
  plt_batch_insert (plan->batch, "script_tag");
  plt_batch_set_integer (plan->batch, "script_block",
                         g_array_index (plan->block_ids, gint64, tag->paragraph));
  plt_batch_set_integer (plan->batch, "element", element);
  plt_batch_set_integer (plan->batch, "start", tag->start);
  plt_batch_set_integer (plan->batch, "length", tag->length);
  plt_batch_set_text (plan->batch, "text", words);
  plt_batch_set_text (plan->batch, "state", "sure");
  plan->given_tags++;
}

static void
write_one (Given *self, const PltScriptTag *tag)
{
  PltScriptPlan *plan = self->plan;
  const PltParagraph *paragraph = g_ptr_array_index (plan->script->paragraphs, tag->paragraph);
  g_autofree char *name = plt_text_squeeze (tag->name);
  const PltPlanRow *row;
  gint64 category, element;

  if (name[0] == '\0' || paragraph->scene < 0)
    return;
  row = plt_plan_row (plan, (guint) plan->row_of[paragraph->scene]);
  category = find_category (self, tag->category, paragraph->line);
  if (is_refused (self, category, name, row->id))
    return;
  element = find_element (self, category, name);
  if (!plt_plan_occurs (plan, row->id, element))
    {
      plt_plan_add_occurrence (plan, row->id, element, category);
      if (tag->quantity > 0)
        plt_batch_set_integer (plan->batch, "quantity", tag->quantity);
      set_hazard (self, (guint) plan->row_of[paragraph->scene], category);
    }
  write_words (self, tag, element);
}

void
plt_plan_write_given (PltScriptPlan *plan)
{
  g_autoptr (PltReferential) known = NULL;
  g_autoptr (GHashTable) categories
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) hazards = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Given self = { plan, NULL, categories, codes, hazards };

  if (plan->script->tags->len == 0)
    return;
  self.known = known = open_known (plan->facts);
  for (guint i = 0; i < plan->script->tags->len; i++)
    {
      const PltScriptTag *tag = g_ptr_array_index (plan->script->tags, i);

      if (tag->paragraph < plan->script->paragraphs->len)
        write_one (&self, tag);
    }
}
