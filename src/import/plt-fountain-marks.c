/* The marks of Fountain inside a line: boneyard, notes, emphasis. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-fountain-private.h"

/* ---- boneyard and notes ---- */

/* Where a note that opens at `p` closes: before a line that is empty. A line of two spaces goes
 * on. The answer of a search that failed holds up to `*none_before`, so that no text is searched
 * twice. */
static const char *
find_note_end (const char *p, const char *end, const char **none_before)
{
  if (p < *none_before)
    return NULL;
  for (const char *q = p; q + 1 < end; q++)
    {
      if (q[0] == ']' && q[1] == ']')
        return q;
      if (q[0] == '\n')
        {
          const char *next = q + 1;

          if (next < end && *next == '\r')
            next++;
          if (next >= end || *next == '\n')
            {
              *none_before = q;
              return NULL;
            }
        }
    }
  *none_before = end;
  return NULL;
}

static const char *
find_boneyard_end (const char *p, const char *end)
{
  while (p + 1 < end && (p = memchr (p, '*', (gsize) (end - p - 1))) != NULL)
    {
      if (p[1] == '/')
        return p;
      p++;
    }
  return NULL;
}

static guint
count_breaks (const char *p, const char *end)
{
  guint n = 0;

  while (p < end && (p = memchr (p, '\n', (gsize) (end - p))) != NULL)
    {
      n++;
      p++;
    }
  return n;
}

static gboolean
needs_work (const char *text)
{
  return strstr (text, "/*") != NULL || strstr (text, "[[") != NULL
         || strchr (text, PLT_FOUNTAIN_MARK) != NULL;
}

char *
plt_fountain_extract (PltScript *script, const char *text, gsize *length, GArray *extracts)
{
  const char *end = text + *length;
  const char *none_before = text;
  gboolean open_boneyard = FALSE;
  const char *p = text;
  guint line = 1;
  GString *out;

  if (!needs_work (text))
    return NULL;
  out = g_string_sized_new (*length);
  while (p < end)
    {
      PltExtract extract = { 0, 0, PLT_PARAGRAPH_NOTE, line, 0 };
      const char *close = NULL;

      if (p[0] == '/' && p[1] == '*' && !open_boneyard)
        {
          close = find_boneyard_end (p + 2, end);
          extract.kind = PLT_PARAGRAPH_BONEYARD;
          if (close == NULL)
            {
              open_boneyard = TRUE;
              plt_script_add_remark (
                  script, PLT_REMARK_KEPT, line, "/*",
                  _ ("“/*” is never closed with “*/”: the text after it was kept."));
            }
        }
      else if (p[0] == '[' && p[1] == '[')
        close = find_note_end (p + 2, end, &none_before);
      if (close != NULL)
        {
          extract.from = (gsize) (p + 2 - text);
          extract.to = (gsize) (close - text);
          extract.breaks = count_breaks (p, close);
          line += extract.breaks;
          g_array_append_val (extracts, extract);
          g_string_append_c (out, PLT_FOUNTAIN_MARK);
          p = close + 2;
          continue;
        }
      if (*p == '\n')
        line++;
      g_string_append_c (out, *p == PLT_FOUNTAIN_MARK ? ' ' : *p);
      p++;
    }
  *length = out->len;
  return g_string_free (out, FALSE);
}

/* ---- emphasis ---- */

enum
{
  STAR,
  TWO_STARS,
  UNDERLINE,
  N_MARKS,
};

typedef struct
{
  char *line;
  gssize open[N_MARKS]; /* where the mark that waits for its pair stands, -1 */
} Emphasis;

static const guint mark_lengths[N_MARKS] = { 1, 2, 1 };

/* Marks to be removed are overwritten with NUL, which no text holds. */
static gboolean
close_mark (Emphasis *self, guint mark, gsize at)
{
  if (self->open[mark] < 0)
    return FALSE;
  memset (self->line + self->open[mark], 0, mark_lengths[mark]);
  memset (self->line + at, 0, mark_lengths[mark]);
  self->open[mark] = -1;
  return TRUE;
}

static void
read_run (Emphasis *self, gsize at, guint run, gboolean can_close, gboolean can_open)
{
  guint done = 0;

  if (can_close && run >= 2 && close_mark (self, TWO_STARS, at))
    done = 2;
  if (can_close && run - done >= 1 && run - done != 2 && close_mark (self, STAR, at + done))
    done++;
  if (!can_open)
    return;
  if (run - done >= 2)
    {
      self->open[TWO_STARS] = (gssize) (at + done);
      done += 2;
    }
  if (run - done == 1)
    self->open[STAR] = (gssize) (at + done);
}

static gboolean
is_space_at (const char *line, gsize length, gssize i)
{
  return i < 0 || (gsize) i >= length || line[i] == ' ' || line[i] == '\t' || line[i] == '\n';
}

static gboolean
is_alnum_at (const char *line, gsize length, gssize i)
{
  return i >= 0 && (gsize) i < length
         && (g_ascii_isalnum (line[i]) || (unsigned char) line[i] >= 0x80);
}

static void
mark_emphasis (Emphasis *self, gsize length)
{
  char *line = self->line;

  for (gsize i = 0; i < length; i++)
    {
      gssize at = (gssize) i;

      if (line[i] == '\\' && i + 1 < length && g_ascii_ispunct (line[i + 1]))
        {
          line[i] = '\0';
          i++;
        }
      else if (line[i] == '*')
        {
          guint run = 1;

          while (i + run < length && line[i + run] == '*')
            run++;
          if (run <= 3)
            read_run (self, i, run, !is_space_at (line, length, at - 1),
                      !is_space_at (line, length, at + (gssize) run));
          i += run - 1;
        }
      else if (line[i] == '_')
        {
          if (!is_space_at (line, length, at - 1) && !is_alnum_at (line, length, at + 1)
              && close_mark (self, UNDERLINE, i))
            continue;
          if (!is_space_at (line, length, at + 1) && !is_alnum_at (line, length, at - 1))
            self->open[UNDERLINE] = at;
        }
    }
}

gsize
plt_fountain_strip_emphasis (char *line, gsize length)
{
  Emphasis self = { line, { -1, -1, -1 } };
  gsize out = 0;

  mark_emphasis (&self, length);
  for (gsize i = 0; i < length; i++)
    if (line[i] != '\0')
      line[out++] = line[i];
  return out;
}
