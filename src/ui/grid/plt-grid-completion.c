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

static const char **
match (const PltGridCompletion *self, const char *text, guint limit, int worst)
{
  g_autofree char *folded = plt_text_fold (text);
  g_autoptr (GPtrArray) matches = g_ptr_array_new ();

  for (int wanted = BEGINS; wanted <= worst; wanted++)
    for (guint i = 0; i < self->folded->len && matches->len < limit; i++)
      if (rank (g_ptr_array_index (self->folded, i), folded) == wanted)
        g_ptr_array_add (matches, self->proposals[i]);
  g_ptr_array_add (matches, NULL);
  return (const char **) g_ptr_array_free (g_steal_pointer (&matches), FALSE);
}

const char **
plt_grid_completion_match (const PltGridCompletion *self, const char *text, guint limit)
{
  return match (self, text, limit, CONTAINS);
}

/* --- Words of a formula --- */

static const char *
skip_name (const char *p)
{
  while (*p != '\0' && (g_utf8_get_char (p) == '_' || g_unichar_isalnum (g_utf8_get_char (p))))
    p = g_utf8_next_char (p);
  return p;
}

/* Behind the argument of a call, whose parenthesis is at `p`. */
static const char *
skip_argument (const char *p, gboolean *quoted)
{
  *quoted = *++p == '"';
  if (*quoted)
    {
      p++;
      while (*p != '\0' && *p != '"')
        p++;
      p += *p == '"';
    }
  else
    p = skip_name (p);
  return *p == ')' ? p + 1 : p;
}

/* The name that ends at or surrounds the caret; `whole`: with the call it begins. */
static gboolean
find_word (const char *text, gsize caret, gboolean whole, gsize *start, gsize *end)
{
  const char *at = text + caret;
  const char *p = text;

  while (*p != '\0' && p < at)
    {
      const char *from = p, *to;
      gboolean quoted = FALSE;

      p = skip_name (p);
      if (p == from)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      if (g_ascii_isdigit (*from))
        continue;
      to = *p == '(' ? skip_argument (p, &quoted) : p;
      if (at <= (whole ? to : p))
        {
          *start = (gsize) (from - text);
          *end = (gsize) ((whole ? to : p) - text);
          return TRUE;
        }
      if (quoted)
        p = to;
    }
  return FALSE;
}

const char **
plt_grid_completion_match_word (const PltGridCompletion *self,
                                const char *text,
                                gsize caret,
                                guint limit,
                                gsize *start,
                                gsize *end)
{
  /* First the call as a whole, then the name alone: what stands in a parenthesis must begin like
   * the proposal, or a call would be put into the call. */
  for (int whole = 1; whole >= 0; whole--)
    {
      g_autofree char *word = NULL;
      const char **matches;

      if (!find_word (text, caret, whole != 0, start, end))
        continue;
      word = g_strndup (text + *start, caret - *start);
      matches
          = match (self, word, limit, *start > 0 && text[*start - 1] == '(' ? BEGINS : CONTAINS);
      if (matches[0] != NULL)
        return matches;
      g_free (matches);
    }
  *start = *end = caret;
  return g_new0 (const char *, 1);
}

int
plt_grid_completion_find (const PltGridCompletion *self, const char *text)
{
  g_autofree char *folded = plt_text_fold (text);
  const gsize n = strlen (folded);

  for (guint i = 0; i < self->folded->len; i++)
    {
      const char *candidate = g_ptr_array_index (self->folded, i);

      if (strncmp (candidate, folded, n) == 0 && (candidate[n] == '\0' || candidate[n] == '\t'))
        return (int) i;
    }
  return -1;
}
