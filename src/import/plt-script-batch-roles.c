/* The merge, third part: roles, and the séquences they are in. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-rows.h"
#include "plt-script-plan-private.h"
#include "plt-text.h"

#define ROLE_CODE "RO"

typedef struct
{
  PltScriptPlan *plan;
  PltRoleNames *names;
  GArray *elements; /* gint64: by role, 0 before it is made */
  gint64 category;
  gint64 last_number;
} Roles;

static gint64 *
element_of (Roles *self, guint role)
{
  if (role >= self->elements->len)
    g_array_set_size (self->elements, role + 1);
  return &g_array_index (self->elements, gint64, role);
}

/* ---- roles ---- */

static void
find_category (Roles *self)
{
  const PltFacts *facts = self->plan->facts;
  PltBatch *batch = self->plan->batch;

  for (guint i = 0; i < facts->categories.n; i++)
    if (strcmp (facts->categories.items[i].code, ROLE_CODE) == 0)
      {
        self->category = facts->categories.items[i].id;
        return;
      }
  self->category = plt_batch_insert (batch, "element_category");
  plt_batch_set_text (batch, "code", ROLE_CODE);
  plt_batch_set_text (batch, "name", "Rôles");
  plt_batch_set_text (batch, "family", "roles");
}

static void
find_existing (Roles *self)
{
  const PltFacts *facts = self->plan->facts;

  for (guint i = 0; i < facts->elements.n; i++)
    {
      const PltElementFacts *element = &facts->elements.items[i];

      if (element->category != self->category)
        continue;
      *element_of (self, plt_role_names_add (self->names, element->name)) = element->id;
      if (element->number != PLT_UNKNOWN)
        self->last_number = MAX (self->last_number, element->number);
    }
}

static int
compare_importance (gconstpointer a, gconstpointer b)
{
  const PltCharacter *one = *(const PltCharacter *const *) a;
  const PltCharacter *two = *(const PltCharacter *const *) b;

  return one->cues > two->cues ? -1 : one->cues < two->cues;
}

static void
make_role (Roles *self, const char *name)
{
  PltBatch *batch = self->plan->batch;
  guint role = plt_role_names_add (self->names, name);

  if (*element_of (self, role) != 0)
    return;
  *element_of (self, role) = plt_batch_insert (batch, "element");
  plt_batch_set_integer (batch, "category", self->category);
  plt_batch_set_integer (batch, "number", ++self->last_number);
  plt_batch_set_text (batch, "name", name);
  plt_plan_remember_element (self->plan, self->category, name, *element_of (self, role));
  self->plan->counts->roles++;
}

/* The most spoken first. A cue of several known names makes no role. */
static void
make_roles (Roles *self)
{
  const GPtrArray *characters = self->plan->script->characters;
  g_autoptr (PltRoleNames) all = plt_role_names_new ();
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < characters->len; i++)
    {
      const PltCharacter *character = g_ptr_array_index (characters, i);

      plt_role_names_add (all, character->name);
      g_ptr_array_add (sorted, (gpointer) character);
    }
  g_ptr_array_sort (sorted, compare_importance);
  for (guint i = 0; i < sorted->len; i++)
    {
      const PltCharacter *character = g_ptr_array_index (sorted, i);
      g_autoptr (GPtrArray) parts = plt_role_split_cue (all, character->name);

      if (parts == NULL)
        make_role (self, character->name);
      else
        plt_script_add_remark (self->plan->remarks, PLT_REMARK_GUESSED, 0, character->name,
                               _ ("“%s” was taken for several roles that speak together."),
                               character->name);
    }
}

/* ---- occurrences ---- */

static gboolean
has (const GArray *roles, guint role)
{
  for (guint i = 0; roles != NULL && i < roles->len; i++)
    if (g_array_index (roles, guint, i) == role)
      return TRUE;
  return FALSE;
}

/* Whether the occurrence is as an import made it. */
static gboolean
is_untouched (Roles *self,
              const PltOccurrenceFacts *occurrence,
              gboolean *untouched,
              GError **error)
{
  const PltTable *table = plt_table_find ("sequence_element");
  guint n = plt_table_n_columns (table);
  g_autofree PltValue *values = g_new0 (PltValue, n);
  g_autoptr (GError) cause = NULL;

  if (plt_rows_read (self->plan->store, table, occurrence->id, values, &cause))
    *untouched = strcmp (plt_value_get_text (&values[plt_table_column_index (table, "origin")]),
                         "scenario")
                     == 0
                 && occurrence->quantity == PLT_UNKNOWN && occurrence->costume[0] == '\0'
                 && occurrence->note[0] == '\0';
  else
    *untouched = FALSE;
  for (guint i = 0; i < n; i++)
    plt_value_clear (&values[i]);
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static gboolean
drop_occurrence (Roles *self, const PltPlanRow *row, guint role, GError **error)
{
  const PltOccurrenceFacts *occurrence
      = plt_plan_find_occurrence (self->plan, row->id, *element_of (self, role));
  const PltElementFacts *element;
  gboolean untouched;

  if (occurrence == NULL)
    return TRUE;
  if (!is_untouched (self, occurrence, &untouched, error))
    return FALSE;
  if (untouched)
    {
      plt_batch_delete (self->plan->batch, "sequence_element", occurrence->id);
      return TRUE;
    }
  element = PLT_FACTS_FIND (self->plan->facts->elements, PltElementFacts, occurrence->element);
  plt_script_add_remark (self->plan->remarks, PLT_REMARK_KEPT,
                         plt_plan_new_scene (self->plan, row)->line,
                         element != NULL ? element->name : NULL,
                         _ ("%s is no longer in sequence %s; what was noted there was kept."),
                         element != NULL ? element->name : "", row->number);
  return TRUE;
}

/* `before`: (nullable): who was in the scene by the last version. */
static gboolean
merge_occurrences (
    Roles *self, const PltPlanRow *row, const GArray *before, const GArray *now, GError **error)
{
  for (guint i = 0; i < now->len; i++)
    {
      guint role = g_array_index (now, guint, i);
      gint64 element = *element_of (self, role);

      if (element == 0 || plt_plan_occurs (self->plan, row->id, element))
        continue;
      /* It was there by the last version and is not any more: somebody took it out. */
      if (row->facts != NULL && has (before, role))
        continue;
      plt_plan_add_occurrence (self->plan, row->id, element, self->category);
    }
  for (guint i = 0; before != NULL && i < before->len; i++)
    {
      guint role = g_array_index (before, guint, i);

      if (!has (now, role) && *element_of (self, role) > 0
          && !drop_occurrence (self, row, role, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_occurrences (Roles *self, GError **error)
{
  PltScriptPlan *plan = self->plan;
  g_autoptr (GPtrArray) now = plt_role_presence (self->names, plan->script);
  g_autoptr (GPtrArray) before
      = plan->stored != NULL ? plt_role_presence (self->names, plan->stored->script) : NULL;

  for (guint i = 0; i < plan->script->scenes->len; i++)
    {
      const PltPlanRow *row = plt_plan_row (plan, (guint) plan->row_of[i]);

      if (!merge_occurrences (
              self, row, row->old_scene >= 0 ? g_ptr_array_index (before, row->old_scene) : NULL,
              g_ptr_array_index (now, i), error))
        return FALSE;
    }
  return TRUE;
}

/* ---- roles that never were ---- */

/* Whether anything but the import speaks of the element. */
static gboolean
is_used (const PltFacts *facts, const PltElementFacts *element)
{
  gint64 id = element->id;

  if (element->description[0] != '\0')
    return TRUE;
  for (guint i = 0; i < facts->costumes.n; i++)
    if (facts->costumes.items[i].role == id)
      return TRUE;
  for (guint i = 0; i < facts->raccords.n; i++)
    if (facts->raccords.items[i].element == id)
      return TRUE;
  for (guint i = 0; i < facts->links.n; i++)
    if (facts->links.items[i].element == id || facts->links.items[i].brings == id)
      return TRUE;
  for (guint i = 0; i < facts->engagements.n; i++)
    if (facts->engagements.items[i].role == id)
      return TRUE;
  for (guint i = 0; i < facts->lines.n; i++)
    if (facts->lines.items[i].role == id)
      return TRUE;
  for (guint i = 0; i < facts->calls.n; i++)
    if (facts->calls.items[i].role == id)
      return TRUE;
  return FALSE;
}

static gboolean
is_noted (Roles *self, gint64 element, gboolean *noted, GError **error)
{
  const PltFacts *facts = self->plan->facts;
  PltFilter filter = { "element", plt_value_integer (element) };
  g_autoptr (GArray) tags
      = plt_rows_ids (self->plan->store, plt_table_find ("script_tag"), &filter, 1, NULL, error);

  if (tags == NULL)
    return FALSE;
  *noted = tags->len > 0;
  for (guint i = 0; i < facts->occurrences.n && !*noted; i++)
    {
      gboolean untouched;

      if (facts->occurrences.items[i].element != element)
        continue;
      if (!is_untouched (self, &facts->occurrences.items[i], &untouched, error))
        return FALSE;
      *noted = !untouched;
    }
  return TRUE;
}

/* What a wrong reading took for a cue, and nobody worked with: it goes with its occurrences. */
static gboolean
drop_mistaken (Roles *self, GError **error)
{
  PltScriptPlan *plan = self->plan;
  g_autoptr (PltRoleNames) spoken = plt_role_names_new ();
  const GPtrArray *characters = plan->stored->script->characters;

  for (guint i = 0; i < plan->script->characters->len; i++)
    plt_role_names_add (spoken, ((PltCharacter *) plan->script->characters->pdata[i])->name);
  for (guint i = 0; i < characters->len; i++)
    {
      const char *name = ((PltCharacter *) characters->pdata[i])->name;
      gint64 id = plt_plan_find_element (plan, self->category, name);
      const PltElementFacts *element = PLT_FACTS_FIND (plan->facts->elements, PltElementFacts, id);
      gboolean noted;
      guint index;

      if (element == NULL || plt_role_names_find (spoken, name, &index)
          || is_used (plan->facts, element))
        continue;
      if (!is_noted (self, id, &noted, error))
        return FALSE;
      if (!noted)
        plt_batch_delete (plan->batch, "element", id);
    }
  return TRUE;
}

gboolean
plt_plan_write_roles (PltScriptPlan *plan, GError **error)
{
  g_autoptr (PltRoleNames) names = plt_role_names_new ();
  g_autoptr (GArray) elements = g_array_new (FALSE, TRUE, sizeof (gint64));
  Roles self = { plan, names, elements, 0, 0 };

  find_category (&self);
  plan->role_category = self.category;
  find_existing (&self);
  make_roles (&self);
  g_array_set_size (elements, MAX (elements->len, plt_role_names_get_n (names)));
  return write_occurrences (&self, error) && (!plan->in_place || drop_mistaken (&self, error));
}
