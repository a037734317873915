#include "config.h"

#include <string.h>

#include "plt-grid-completion.h"
#include "plt-text.h"

enum
{
  BEGINS,
  WORD_BEGINS,
  CONTAINS,
  N_RANKS
};

struct _PltGridCompletion
{
  GStrv proposals;
  GPtrArray *folded; /* char *, one a proposal */
};

PltGridCompletion *
plt_grid_completion_new (const char *const *proposals)
{
  PltGridCompletion *self = g_new0 (PltGridCompletion, 1);

  self->proposals = g_strdupv ((GStrv) proposals);
  self->folded = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; proposals[i] != NULL; i++)
    g_ptr_array_add (self->folded, plt_text_fold (proposals[i]));
  return self;
}

void
plt_grid_completion_free (PltGridCompletion *self)
{
  g_strfreev (self->proposals);
  g_ptr_array_unref (self->folded);
  g_free (self);
}

/* N_RANKS when it does not match at all. */
static int
rank (const char *candidate, const char *text)
{
  const char *found = strstr (candidate, text);

  if (found == NULL)
    return N_RANKS;
  if (found == candidate)
    return BEGINS;
  for (; found != NULL; found = strstr (found + 1, text))
    if (!g_ascii_isalnum (found[-1]) && (guchar) found[-1] < 0x80)
      return WORD_BEGINS;
  return CONTAINS;
}

const char **
plt_grid_completion_match (const PltGridCompletion *self, const char *text, guint limit)
{
  g_autofree char *folded = plt_text_fold (text);
  g_autoptr (GPtrArray) matches = g_ptr_array_new ();

  for (int wanted = BEGINS; wanted < N_RANKS; wanted++)
    for (guint i = 0; i < self->folded->len && matches->len < limit; i++)
      if (rank (g_ptr_array_index (self->folded, i), folded) == wanted)
        g_ptr_array_add (matches, self->proposals[i]);
  g_ptr_array_add (matches, NULL);
  return (const char **) g_ptr_array_free (g_steal_pointer (&matches), FALSE);
}

int
plt_grid_completion_find (const PltGridCompletion *self, const char *text)
{
  g_autofree char *folded = plt_text_fold (text);

  for (guint i = 0; i < self->folded->len; i++)
    if (g_str_equal (g_ptr_array_index (self->folded, i), folded))
      return (int) i;
  return -1;
}
