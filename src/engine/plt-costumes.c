#include "plt-costumes.h"

#include <string.h>

#include "plt-story.h"
#include "plt-text.h"

static int
compare_roles (gconstpointer a, gconstpointer b)
{
  const PltElementFacts *x = *(const PltElementFacts *const *) a;
  const PltElementFacts *y = *(const PltElementFacts *const *) b;
  gint64 left = x->number != PLT_UNKNOWN ? x->number : G_MAXINT64;
  gint64 right = y->number != PLT_UNKNOWN ? y->number : G_MAXINT64;

  if (left != right)
    return left < right ? -1 : 1;
  return plt_text_compare (x->name, y->name);
}

GPtrArray *
plt_costumes_roles (const PltFacts *facts)
{
  GPtrArray *roles = g_ptr_array_new ();

  g_return_val_if_fail (facts != NULL, roles);

  for (guint i = 0; i < facts->elements.n; i++)
    if (plt_category_is_role (facts, facts->elements.items[i].category))
      g_ptr_array_add (roles, &facts->elements.items[i]);
  g_ptr_array_sort (roles, compare_roles);
  return roles;
}

const PltCostumeFacts *
plt_costumes_find (const PltFacts *facts, gint64 role, const char *number)
{
  g_return_val_if_fail (facts != NULL && number != NULL, NULL);

  for (guint i = 0; i < facts->costumes.n; i++)
    if (facts->costumes.items[i].role == role
        && plt_text_compare (facts->costumes.items[i].number, number) == 0)
      return &facts->costumes.items[i];
  return NULL;
}

static guint
list (PltBatch *batch, GHashTable *known, gint64 role, const char *number)
{
  if (!g_hash_table_add (known, g_strdup_printf ("%" G_GINT64_FORMAT " %s", role, number)))
    return 0;
  plt_batch_insert (batch, "costume");
  plt_batch_set_integer (batch, "role", role);
  plt_batch_set_text (batch, "number", number);
  return 1;
}

guint
plt_costumes_add_named (const PltFacts *facts, PltBatch *batch)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) roles = NULL;
  guint n = 0;

  g_return_val_if_fail (facts != NULL && batch != NULL, 0);

  for (guint i = 0; i < facts->costumes.n; i++)
    g_hash_table_add (known,
                      g_strdup_printf ("%" G_GINT64_FORMAT " %s", facts->costumes.items[i].role,
                                       facts->costumes.items[i].number));
  roles = plt_costumes_roles (facts);
  for (guint i = 0; i < roles->len; i++)
    for (guint j = 0; j < facts->occurrences.n; j++)
      {
        gint64 role = ((PltElementFacts *) g_ptr_array_index (roles, i))->id;
        g_auto (GStrv) numbers = NULL;

        if (facts->occurrences.items[j].element != role)
          continue;
        numbers = plt_story_costume_numbers (facts->occurrences.items[j].costume);
        for (guint k = 0; numbers[k] != NULL; k++)
          n += list (batch, known, role, numbers[k]);
      }
  return n;
}
