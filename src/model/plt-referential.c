#include "plt-referential.h"

#include <string.h>

#include "plt-paths.h"

struct _PltReferential
{
  char *text;         /* cut in place into fields */
  GPtrArray *meta;    /* "key: value", borrowed */
  GPtrArray *columns; /* names, borrowed */
  GPtrArray *rows;    /* (element-type GPtrArray) of fields, borrowed */
};

/* Cuts `line` at tabs, in place. */
static GPtrArray *
cut_fields (char *line)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (char *p = line; p != NULL;)
    {
      char *tab = strchr (p, '\t');

      if (tab != NULL)
        *tab = '\0';
      g_ptr_array_add (fields, p);
      p = tab != NULL ? tab + 1 : NULL;
    }
  return fields;
}

/**
 * plt_referential_parse:
 * @content: the text of a referential
 *
 * Returns: (transfer full): its rows
 */
PltReferential *
plt_referential_parse (const char *content)
{
  PltReferential *self = g_new0 (PltReferential, 1);

  self->text = g_strdup (content);
  self->meta = g_ptr_array_new ();
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (char *line = self->text; line != NULL && *line != '\0';)
    {
      char *end = strchr (line, '\n');

      if (end != NULL)
        *end = '\0';
      g_strchomp (line);
      if (*line == '#')
        g_ptr_array_add (self->meta, g_strchug (line + 1));
      else if (*line != '\0' && self->columns == NULL)
        self->columns = cut_fields (line);
      else if (*line != '\0')
        g_ptr_array_add (self->rows, cut_fields (line));
      line = end != NULL ? end + 1 : NULL;
    }
  if (self->columns == NULL)
    self->columns = g_ptr_array_new ();
  return self;
}

PltReferential *
plt_referential_open (const PltFacts *facts, const char *name)
{
  for (guint i = 0; i < facts->referentials.n; i++)
    if (strcmp (facts->referentials.items[i].name, name) == 0)
      return plt_referential_parse (facts->referentials.items[i].content);
  return NULL;
}

gboolean
plt_referential_lend (PltFacts *facts, const char *name)
{
  g_autofree char *path = g_strdup_printf ("referentials/%s.tsv", name);
  g_autofree char *content = NULL;
  PltReferentialFacts *kept;
  gint64 id = 0;

  for (guint i = 0; i < facts->referentials.n; i++)
    {
      if (strcmp (facts->referentials.items[i].name, name) == 0)
        return TRUE;
      id = MAX (id, facts->referentials.items[i].id);
    }
  content = plt_paths_read (path, NULL, NULL);
  if (content == NULL)
    return FALSE;
  kept = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts, id + 1);
  kept->name = g_string_chunk_insert (facts->strings, name);
  kept->version = "";
  kept->content = g_string_chunk_insert (facts->strings, content);
  return TRUE;
}

void
plt_referential_free (PltReferential *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->meta);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self->text);
  g_free (self);
}

guint
plt_referential_n_rows (const PltReferential *self)
{
  return self->rows->len;
}

gboolean
plt_referential_has_column (const PltReferential *self, const char *column)
{
  return g_ptr_array_find_with_equal_func (self->columns, column, g_str_equal, NULL);
}

const char *
plt_referential_get (const PltReferential *self, guint row, const char *column)
{
  const GPtrArray *fields;

  g_return_val_if_fail (row < self->rows->len, "");

  fields = self->rows->pdata[row];
  for (guint i = 0; i < self->columns->len && i < fields->len; i++)
    if (strcmp (self->columns->pdata[i], column) == 0)
      return fields->pdata[i];
  return "";
}

int
plt_referential_find (const PltReferential *self, const char *column, const char *value)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (strcmp (plt_referential_get (self, i, column), value) == 0)
      return (int) i;
  return -1;
}

const char *
plt_referential_meta (const PltReferential *self, const char *key)
{
  gsize length = strlen (key);

  for (guint i = 0; i < self->meta->len; i++)
    {
      const char *line = self->meta->pdata[i];

      if (strncmp (line, key, length) == 0 && line[length] == ':')
        {
          line += length + 1;
          while (*line == ' ')
            line++;
          return line;
        }
    }
  return "";
}
