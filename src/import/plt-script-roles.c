#include "plt-script-roles.h"

#include <string.h>

#include "plt-script-builder.h"
#include "plt-text.h"

#define MAX_ALIKE 200 /* names that begin with one word; more are known by their cues only */

typedef struct
{
  guint index;
  char **words; /* folded */
} Name;

struct _PltRoleNames
{
  GHashTable *by_name;  /* folded name -> index + 1 */
  GHashTable *by_first; /* folded first word -> GArray of Name */
  guint n;
};

static void
clear_name (gpointer data)
{
  Name *self = data;

  g_strfreev (self->words);
}

PltRoleNames *
plt_role_names_new (void)
{
  PltRoleNames *self = g_new0 (PltRoleNames, 1);

  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_first
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  return self;
}

void
plt_role_names_free (PltRoleNames *self)
{
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_first);
  g_free (self);
}

guint
plt_role_names_get_n (const PltRoleNames *self)
{
  return self->n;
}

/* ---- words ---- */

static gboolean
is_word_sign (gunichar c)
{
  return g_unichar_isalnum (c);
}

/* The next run of letters and figures at or after `p`; FALSE at the end. */
static gboolean
next_word (const char **p, const char **start, gboolean *upper)
{
  const char *q = *p;
  gboolean has_upper = FALSE, has_lower = FALSE;

  while (*q != '\0' && !is_word_sign (g_utf8_get_char (q)))
    q = g_utf8_next_char (q);
  if (*q == '\0')
    return FALSE;
  *start = q;
  for (; *q != '\0'; q = g_utf8_next_char (q))
    {
      gunichar c = g_utf8_get_char (q);

      if (!is_word_sign (c))
        break;
      has_upper |= g_unichar_isupper (c);
      has_lower |= g_unichar_islower (c);
    }
  *p = q;
  *upper = has_upper && !has_lower;
  return TRUE;
}

static char *
fold_word (const char *start, const char *end)
{
  g_autofree char *word = g_strndup (start, (gsize) (end - start));

  return plt_text_fold (word);
}

static char **
words_of (const char *name)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *p = name;
  const char *start;
  gboolean upper;

  while (next_word (&p, &start, &upper))
    {
      g_autofree char *word = fold_word (start, p);

      g_strv_builder_add (builder, word);
    }
  return g_strv_builder_end (builder);
}

/* ---- names ---- */

guint
plt_role_names_add (PltRoleNames *self, const char *name)
{
  g_autofree char *folded = plt_text_fold (name);
  guint index;
  Name entry;
  GArray *names;

  if (plt_role_names_find (self, name, &index))
    return index;
  index = self->n++;
  g_hash_table_insert (self->by_name, g_steal_pointer (&folded), GUINT_TO_POINTER (index + 1));
  entry = (Name){ index, words_of (name) };
  /* A name of one letter would be found in every text. */
  if (entry.words[0] == NULL || (entry.words[1] == NULL && strlen (entry.words[0]) < 2))
    {
      clear_name (&entry);
      return index;
    }
  names = g_hash_table_lookup (self->by_first, entry.words[0]);
  if (names == NULL)
    {
      names = g_array_new (FALSE, FALSE, sizeof (Name));
      g_array_set_clear_func (names, clear_name);
      g_hash_table_insert (self->by_first, g_strdup (entry.words[0]), names);
    }
  if (names->len < MAX_ALIKE)
    g_array_append_val (names, entry);
  else
    clear_name (&entry);
  return index;
}

gboolean
plt_role_names_find (PltRoleNames *self, const char *name, guint *index)
{
  g_autofree char *folded = plt_text_fold (name);
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_name, folded));

  if (found == 0)
    return FALSE;
  *index = found - 1;
  return TRUE;
}

GPtrArray *
plt_role_split_cue (PltRoleNames *self, const char *name)
{
  static const char *const joiners[] = { " ET ", " & ", " / ", " + ", " AND ", ", " };

  for (guint j = 0; j < G_N_ELEMENTS (joiners); j++)
    {
      g_auto (GStrv) parts = NULL;
      g_autoptr (GPtrArray) names = NULL;
      guint index;

      if (strstr (name, joiners[j]) == NULL)
        continue;
      parts = g_strsplit (name, joiners[j], 8);
      names = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; parts[i] != NULL; i++)
        if (plt_role_names_find (self, g_strstrip (parts[i]), &index))
          g_ptr_array_add (names, g_strdup (parts[i]));
      if (names->len == g_strv_length (parts))
        return g_steal_pointer (&names);
    }
  return NULL;
}

/* ---- presence ---- */

typedef struct
{
  PltRoleNames *names;
  GHashTable *cues; /* name of a cue -> GArray of guint: its roles */
  GArray *scene;    /* guint: of the scene being read */
  guint32 *seen;    /* by role: the scene + 1 that has it already */
  guint32 stamp;
} Presence;

static void
add_role (Presence *self, guint role)
{
  if (self->seen[role] == self->stamp)
    return;
  self->seen[role] = self->stamp;
  g_array_append_val (self->scene, role);
}

static GArray *
roles_of_cue (Presence *self, const char *name)
{
  GArray *roles = g_hash_table_lookup (self->cues, name);
  g_autoptr (GPtrArray) parts = NULL;
  guint index;

  if (roles != NULL)
    return roles;
  roles = g_array_new (FALSE, FALSE, sizeof (guint));
  g_hash_table_insert (self->cues, g_strdup (name), roles);
  if (plt_role_names_find (self->names, name, &index))
    g_array_append_val (roles, index);
  else if ((parts = plt_role_split_cue (self->names, name)) != NULL)
    for (guint i = 0; i < parts->len; i++)
      if (plt_role_names_find (self->names, g_ptr_array_index (parts, i), &index))
        g_array_append_val (roles, index);
  return roles;
}

static void
read_cue (Presence *self, const char *text)
{
  g_autofree char *name = plt_script_cue_name (text, -1);
  const GArray *roles = roles_of_cue (self, name);

  for (guint i = 0; i < roles->len; i++)
    add_role (self, g_array_index (roles, guint, i));
}

/* How many words of `name` stand at `p`, in capitals; 0 unless all do. `end` gets where they end.
 */
static guint
match_name (const Name *name, const char *p, const char **end)
{
  guint n = 0;

  for (; name->words[n] != NULL; n++)
    {
      const char *start;
      gboolean upper;
      g_autofree char *word = NULL;

      if (!next_word (&p, &start, &upper))
        return 0;
      word = fold_word (start, p);
      if ((!upper && !g_ascii_isdigit (*start)) || strcmp (word, name->words[n]) != 0)
        return 0;
    }
  *end = p;
  return n;
}

/* Names in capitals; the longest wins, so that YOUNG EDWARD is not EDWARD. */
static void
read_action (Presence *self, const char *text)
{
  const char *p = text;
  const char *start;
  gboolean upper;

  while (next_word (&p, &start, &upper))
    {
      g_autofree char *word = NULL;
      const GArray *names;
      const char *best_end = NULL;
      guint best = 0, best_words = 0;

      if (!upper)
        continue;
      word = fold_word (start, p);
      names = g_hash_table_lookup (self->names->by_first, word);
      for (guint i = 0; names != NULL && i < names->len; i++)
        {
          const Name *name = &g_array_index (names, Name, i);
          const char *end;
          guint n = match_name (name, start, &end);

          if (n > best_words)
            {
              best_words = n;
              best = name->index;
              best_end = end;
            }
        }
      if (best_words > 0)
        {
          add_role (self, best);
          p = best_end;
        }
    }
}

GPtrArray *
plt_role_presence (PltRoleNames *names, const PltScript *script)
{
  g_autoptr (GHashTable) cues
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autofree guint32 *seen = g_new0 (guint32, names->n + 1);
  Presence self = { names, cues, NULL, seen, 0 };
  GPtrArray *scenes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < script->scenes->len; i++)
    {
      const PltScene *scene = g_ptr_array_index (script->scenes, i);
      /* Who speaks before the first heading is in the first scene. */
      guint first = i == 0 ? 0 : scene->first;

      self.scene = g_array_new (FALSE, FALSE, sizeof (guint));
      self.stamp = i + 1;
      g_ptr_array_add (scenes, self.scene);
      for (guint p = first; p < scene->first + scene->n_paragraphs; p++)
        {
          const PltParagraph *paragraph = g_ptr_array_index (script->paragraphs, p);

          if (paragraph->kind == PLT_PARAGRAPH_CHARACTER)
            read_cue (&self, paragraph->text);
          else if (paragraph->kind == PLT_PARAGRAPH_ACTION && p >= scene->first)
            read_action (&self, paragraph->text);
        }
    }
  return scenes;
}
