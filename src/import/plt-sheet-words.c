#include "plt-sheet-words.h"

#include <string.h>

#include "plt-referential.h"
#include "plt-text.h"

struct _PltSheetWords
{
  PltReferential *referential;
  GHashTable *codes; /* "nature\037word" -> code, borrowed */
};

char *
plt_sheet_fold (const char *text)
{
  g_autofree char *folded = plt_text_fold (text);
  GString *out = g_string_new (NULL);
  g_autofree char *kept = NULL;
  char *squeezed;

  for (const char *p = folded; *p != '\0';)
    {
      if (g_str_has_prefix (p, "\342\202\254"))
        {
          p += 3;
          continue;
        }
      if (g_str_has_prefix (p, "\342\200\231")) /* ’ */
        {
          g_string_append_c (out, '\'');
          p += 3;
          continue;
        }
      if (strchr ("*()[]:;\r\n\t", *p) != NULL)
        g_string_append_c (out, ' ');
      else
        g_string_append_c (out, *p);
      p++;
    }
  kept = g_string_free (out, FALSE);
  squeezed = plt_text_squeeze (kept);
  return squeezed;
}

PltSheetWords *
plt_sheet_words_new (const char *referential)
{
  PltSheetWords *self = g_new0 (PltSheetWords, 1);

  self->referential = plt_referential_parse (referential);
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < plt_referential_n_rows (self->referential); i++)
    {
      const char *nature = plt_referential_get (self->referential, i, "nature");
      g_auto (GStrv) words
          = g_strsplit (plt_referential_get (self->referential, i, "mots"), "|", -1);

      for (guint j = 0; words[j] != NULL; j++)
        {
          g_autofree char *folded = plt_sheet_fold (words[j]);
          char *key = g_strdup_printf ("%s\037%s", nature, folded);

          if (*folded == '\0' || g_hash_table_contains (self->codes, key))
            g_free (key);
          else
            g_hash_table_insert (self->codes, key,
                                 (gpointer) plt_referential_get (self->referential, i, "code"));
        }
    }
  return self;
}

void
plt_sheet_words_free (PltSheetWords *self)
{
  g_hash_table_unref (self->codes);
  plt_referential_free (self->referential);
  g_free (self);
}

const char *
plt_sheet_words_find (const PltSheetWords *self, const char *nature, const char *text)
{
  g_autofree char *folded = plt_sheet_fold (text);
  g_autofree char *key = g_strdup_printf ("%s\037%s", nature, folded);

  return g_hash_table_lookup (self->codes, key);
}

const char *
plt_sheet_words_begin (const PltSheetWords *self,
                       const char *nature,
                       const char *folded,
                       const char **rest)
{
  g_autofree char *key = g_strdup_printf ("%s\037%s", nature, folded);
  gsize start = strlen (nature) + 1;

  for (gsize end = strlen (key); end > start;)
    {
      const char *code = g_hash_table_lookup (self->codes, key);

      if (code == NULL && key[end - 1] == ',')
        {
          key[--end] = '\0';
          code = g_hash_table_lookup (self->codes, key);
        }
      if (code != NULL)
        {
          *rest = folded + (end - start);
          *rest += strspn (*rest, " ");
          return code;
        }
      while (end > start && key[end - 1] != ' ')
        end--;
      while (end > start && key[end - 1] == ' ')
        end--;
      key[end] = '\0';
    }
  return NULL;
}
