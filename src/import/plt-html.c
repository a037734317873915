#include "plt-html.h"

#include <string.h>

#define MAX_ENTITY 12

static const struct
{
  const char *name;
  const char *text;
} entities[] = {
  { "amp", "&" },         { "lt", "<" },     { "gt", ">" },     { "quot", "\"" }, { "apos", "'" },
  { "nbsp", "\302\240" }, { "eacute", "é" }, { "egrave", "è" }, { "ecirc", "ê" }, { "euml", "ë" },
  { "agrave", "à" },      { "acirc", "â" },  { "ccedil", "ç" }, { "icirc", "î" }, { "iuml", "ï" },
  { "ocirc", "ô" },       { "ugrave", "ù" }, { "ucirc", "û" },  { "uuml", "ü" },  { "oelig", "œ" },
  { "aelig", "æ" },       { "Eacute", "É" }, { "Egrave", "È" }, { "Ecirc", "Ê" }, { "Agrave", "À" },
  { "Acirc", "Â" },       { "Ccedil", "Ç" }, { "Icirc", "Î" },  { "Ocirc", "Ô" }, { "Ucirc", "Û" },
  { "OElig", "Œ" },       { "laquo", "«" },  { "raquo", "»" },  { "lsquo", "‘" }, { "rsquo", "’" },
  { "ldquo", "“" },       { "rdquo", "”" },  { "ndash", "–" },  { "mdash", "—" }, { "hellip", "…" },
  { "euro", "€" },        { "deg", "°" },    { "shy", "" },
};

/* ---- tokens ---- */

static void
clear_token (PltHtmlToken *self)
{
  g_clear_pointer (&self->name, g_free);
  for (guint i = 0; i < self->n_attributes; i++)
    {
      g_free (self->keys[i]);
      g_free (self->values[i]);
    }
  self->n_attributes = 0;
  self->end = FALSE;
  g_string_truncate (self->text, 0);
}

void
plt_html_init (PltHtml *self, const char *bytes, gsize length)
{
  memset (self, 0, sizeof *self);
  self->p = bytes;
  self->end = bytes + length;
  self->line = 1;
  self->token.text = g_string_new (NULL);
}

void
plt_html_clear (PltHtml *self)
{
  clear_token (&self->token);
  g_string_free (self->token.text, TRUE);
}

const char *
plt_html_attribute (const PltHtmlToken *token, const char *key)
{
  for (guint i = 0; i < token->n_attributes; i++)
    if (strcmp (token->keys[i], key) == 0)
      return token->values[i];
  return NULL;
}

static void
advance (PltHtml *self, const char *to)
{
  for (; self->p < to; self->p++)
    self->line += *self->p == '\n' ? 1 : 0;
}

/* ---- text ---- */

/* "&#233;" "&eacute;" at `p`: appends what it means and returns where it ends, `p` when it means
 * nothing. */
static const char *
append_entity (GString *text, const char *p, const char *end)
{
  const char *stop = memchr (p, ';', (gsize) MIN (end - p, MAX_ENTITY));
  g_autofree char *name = NULL;

  if (stop == NULL)
    return p;
  name = g_strndup (p + 1, (gsize) (stop - p - 1));
  if (name[0] == '#')
    {
      gboolean hex = name[1] == 'x' || name[1] == 'X';
      guint64 number = g_ascii_strtoull (name + (hex ? 2 : 1), NULL, hex ? 16 : 10);

      if (number < ' ' || number > 0x10FFFF || !g_unichar_validate ((gunichar) number))
        return p;
      g_string_append_unichar (text, (gunichar) number);
      return stop + 1;
    }
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (strcmp (entities[i].name, name) == 0)
      {
        g_string_append (text, entities[i].text);
        return stop + 1;
      }
  return p;
}

static void
append_text (GString *text, const char *p, const char *end)
{
  while (p < end)
    {
      const char *ampersand = memchr (p, '&', (gsize) (end - p));
      const char *next;

      if (ampersand == NULL)
        {
          g_string_append_len (text, p, end - p);
          return;
        }
      g_string_append_len (text, p, ampersand - p);
      next = append_entity (text, ampersand, end);
      if (next == ampersand)
        {
          g_string_append_c (text, '&');
          next++;
        }
      p = next;
    }
}

static const char *
find (const char *p, const char *end, const char *what)
{
  const char *found = g_strstr_len (p, end - p, what);

  return found != NULL ? found : end;
}

/* ---- tags ---- */

static const char *
skip_blanks (const char *p, const char *end)
{
  while (p < end && g_ascii_isspace (*p))
    p++;
  return p;
}

static const char *
skip_name (const char *p, const char *end)
{
  while (p < end && !g_ascii_isspace (*p) && *p != '>' && *p != '=' && *p != '/')
    p++;
  return p;
}

/* One attribute at `p`; returns where it ends. */
static const char *
read_attribute (PltHtmlToken *token, const char *p, const char *end)
{
  const char *name_end = skip_name (p, end);
  const char *value = skip_blanks (name_end, end);
  const char *value_end;
  const char *after;
  g_autoptr (GString) text = g_string_new (NULL);

  if (value < end && *value == '=')
    {
      value = skip_blanks (value + 1, end);
      if (value < end && (*value == '"' || *value == '\''))
        {
          value_end = memchr (value + 1, *value, (gsize) (end - value - 1));
          value_end = value_end != NULL ? value_end : end;
          append_text (text, value + 1, value_end);
          after = value_end < end ? value_end + 1 : end;
        }
      else
        {
          value_end = value;
          while (value_end < end && !g_ascii_isspace (*value_end) && *value_end != '>')
            value_end++;
          append_text (text, value, value_end);
          after = value_end;
        }
    }
  else
    after = name_end;
  if (name_end > p && token->n_attributes < PLT_HTML_MAX_ATTRIBUTES)
    {
      token->keys[token->n_attributes] = g_ascii_strdown (p, name_end - p);
      token->values[token->n_attributes++] = g_string_free (g_steal_pointer (&text), FALSE);
    }
  return after > p ? after : p + 1;
}

static void
read_tag (PltHtml *self)
{
  const char *p = self->p + 1;
  const char *name;

  self->token.end = p < self->end && *p == '/';
  p += self->token.end ? 1 : 0;
  name = p;
  p = skip_name (p, self->end);
  self->token.name = g_ascii_strdown (name, p - name);
  while ((p = skip_blanks (p, self->end)) < self->end && *p != '>')
    p = read_attribute (&self->token, p, self->end);
  advance (self, p < self->end ? p + 1 : self->end);
}

/* What is inside <style> and <script> is no text. */
static void
skip_content (PltHtml *self)
{
  if (self->token.end)
    return;
  if (strcmp (self->token.name, "style") == 0)
    advance (self, find (self->p, self->end, "</style"));
  else if (strcmp (self->token.name, "script") == 0)
    advance (self, find (self->p, self->end, "</script"));
}

const PltHtmlToken *
plt_html_next (PltHtml *self)
{
  clear_token (&self->token);
  while (self->p < self->end)
    {
      const char *next;

      self->token.line = self->line;
      if (self->end - self->p >= 4 && memcmp (self->p, "<!--", 4) == 0)
        {
          next = find (self->p + 4, self->end, "-->");
          advance (self, self->end - next > 3 ? next + 3 : self->end);
        }
      else if (*self->p == '<' && self->end - self->p > 1
               && (self->p[1] == '!' || self->p[1] == '?'))
        {
          next = find (self->p, self->end, ">");
          advance (self, next < self->end ? next + 1 : self->end);
        }
      else if (*self->p == '<' && self->end - self->p > 1
               && (g_ascii_isalpha (self->p[1]) || self->p[1] == '/'))
        {
          read_tag (self);
          skip_content (self);
          return &self->token;
        }
      else
        {
          next = memchr (self->p + 1, '<', (gsize) (self->end - self->p - 1));
          next = next != NULL ? next : self->end;
          append_text (self->token.text, self->p, next);
          self->token.name = g_strdup ("");
          advance (self, next);
          return &self->token;
        }
    }
  return NULL;
}
