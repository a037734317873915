/* The beginning of a heading: its number, INT and EXT. */
#include <string.h>

#include "plt-heading-private.h"

/* ---- small readings ---- */

gboolean
plt_heading_is_separator (char c)
{
  return c == '.' || c == ',' || c == '/' || c == '-' || c == FOLD_DASH || c == ':' || c == ')'
         || c == ';' || c == '|';
}

guint
plt_heading_skip_spaces (const PltHeadingParser *self, guint i)
{
  while (i < self->to && at (self, i) == ' ')
    i++;
  return i;
}

guint
plt_heading_skip_separators (const PltHeadingParser *self, guint i)
{
  while (i < self->to && (at (self, i) == ' ' || plt_heading_is_separator (at (self, i))))
    i++;
  return i;
}

gboolean
plt_heading_starts (const PltHeadingParser *self, guint i, const char *word)
{
  guint n = (guint) strlen (word);

  return i + n <= self->to && memcmp (self->line.fold + i, word, n) == 0
         && !is_word (at (self, i + n));
}

static gboolean
source_is_upper (const PltHeadingParser *self, guint i)
{
  return g_ascii_isupper (self->line.source[self->line.at[i]]);
}

void
plt_heading_trim (const PltHeadingParser *self, PltSpan *span)
{
  while (span->from < span->to && strchr (" ,;:", at (self, span->from)))
    span->from++;
  while (span->from < span->to && strchr (" ,;:", at (self, span->to - 1)))
    span->to--;
}

/* ---- number ---- */

static guint
read_suffix_word (const PltHeadingParser *self, guint i)
{
  static const char *const words[] = { "BIS", "TER", "QUATER", "QUINQUIES" };

  for (guint w = 0; w < G_N_ELEMENTS (words); w++)
    if (plt_heading_starts (self, i, words[w]))
      return i + (guint) strlen (words[w]);
  return i;
}

/* "12", "12A", "A12", "7BIS", "34 BIS", "101/12A", "1.12". Returns where it ends, `i` when there is
 * none. */
static guint
read_number (const PltHeadingParser *self, guint i)
{
  guint start = i;
  guint letters = 0;
  guint digits = 0;
  guint end;

  while (letters < 2 && g_ascii_isalpha (at (self, i)))
    letters++, i++;
  while (i < self->to && digits < 5 && g_ascii_isdigit (at (self, i)))
    digits++, i++;
  if (digits == 0 || digits == 5)
    return start;
  end = read_suffix_word (self, i);
  if (end == i)
    for (letters = 0; letters < 2 && end < self->to && g_ascii_isalpha (at (self, end)); letters++)
      end++;
  if (end < self->to && is_word (at (self, end)))
    return start;
  if (end + 1 < self->to && strchr ("/.-", at (self, end)) && g_ascii_isdigit (at (self, end + 1)))
    {
      guint more = read_number (self, end + 1);

      if (more > end + 1)
        return more;
    }
  i = plt_heading_skip_spaces (self, end);
  if (i > end && read_suffix_word (self, i) > i)
    return read_suffix_word (self, i);
  return end;
}

/* Whether INT or EXT stands at `i`, separators aside. */
static gboolean
place_follows (const PltHeadingParser *self, guint i)
{
  const char *int_ext, *light;

  i = plt_heading_skip_separators (self, i);
  return plt_heading_read_int_ext (self, i, &int_ext, &light) > i;
}

/* Where SÉQUENCE, SCÈNE, SC. before a number end; `i` when there is none. */
static guint
read_keyword (const PltHeadingParser *self, guint i)
{
  static const char *const keywords[] = { "SEQUENCE", "SEQ", "SCENE", "SC", "SQ" };

  if (at (self, i) != 'S')
    return i;
  for (guint k = 0; k < G_N_ELEMENTS (keywords); k++)
    {
      guint n = (guint) strlen (keywords[k]);

      if (i + n < self->to && memcmp (self->line.fold + i, keywords[k], n) == 0
          && !g_ascii_isalpha (at (self, i + n)))
        {
          i += n;
          while (i < self->to && strchr (" .:", at (self, i)))
            i++;
          return i;
        }
    }
  return i;
}

/* "ÉP. 3 - SÉQ. 12": the episode, when a number of séquence follows. Returns where that begins. */
static guint
read_episode (PltHeadingParser *self, guint i)
{
  static const char *const words[] = { "EPISODE", "EP" };

  for (guint w = 0; w < G_N_ELEMENTS (words); w++)
    {
      guint n = (guint) strlen (words[w]);
      guint number, end, next;

      if (i + n >= self->to || memcmp (self->line.fold + i, words[w], n) != 0
          || g_ascii_isalpha (at (self, i + n)))
        continue;
      for (number = i + n; number < self->to && strchr (" .:", at (self, number)); number++)
        ;
      for (end = number; g_ascii_isdigit (at (self, end)); end++)
        ;
      next = plt_heading_skip_separators (self, end);
      if (end == number || end - number > 4 || next == end
          || (read_keyword (self, next) == next && !g_ascii_isdigit (at (self, next))))
        return i;
      self->episode = (PltSpan){ number, end };
      return next;
    }
  return i;
}

/* What may stand between SÉQ. and the figures: N°, # and an opening bracket. */
static guint
skip_number_sign (const PltHeadingParser *self, guint i)
{
  if (at (self, i) == 'N' && (at (self, i + 1) == 'O' || at (self, i + 1) == '.'))
    {
      guint j = plt_heading_skip_spaces (self, i + 2);

      if (g_ascii_isdigit (at (self, j)))
        return j;
    }
  else if (at (self, i) == 'S' && g_ascii_isdigit (at (self, i + 1)))
    return i + 1;
  else if (at (self, i) == 'S' && at (self, i + 1) == '.' && g_ascii_isdigit (at (self, i + 2)))
    return i + 2;
  else if (at (self, i) != '\0' && strchr ("#([", at (self, i))
           && g_ascii_isdigit (at (self, i + 1)))
    return i + 1;
  return i;
}

/* The number before the heading, with or without SÉQ. or SCÈNE. */
void
plt_heading_read_leading_number (PltHeadingParser *self)
{
  const char *int_ext, *light;
  guint start = at (self, self->from) == 'E' ? read_episode (self, self->from) : self->from;
  guint i = read_keyword (self, start);
  guint figures, end;
  gboolean bracketed;
  char opening;

  self->keyword = i > start;
  figures = skip_number_sign (self, i);
  opening = figures > i ? at (self, figures - 1) : '\0';
  end = read_number (self, figures);
  if (end == figures)
    {
      self->keyword = FALSE;
      self->episode = (PltSpan){ 0, 0 };
      return;
    }
  /* "MP3 - NUIT", "S12", "(12)": letters before figures and brackets need more proof. */
  bracketed = opening == '(' || opening == '[';
  if (!self->keyword
      && (bracketed || opening == 'S' || opening == '.' || g_ascii_isalpha (at (self, figures)))
      && !place_follows (self, end + (bracketed ? 1 : 0)))
    return;
  if ((opening == '(' && at (self, end) != ')') || (opening == '[' && at (self, end) != ']'))
    return;
  self->number = (PltSpan){ figures, end };
  if (bracketed || (opening == '#' && at (self, end) == '#'))
    end++;
  i = plt_heading_skip_spaces (self, end);
  /* "34 A - CAVE", and not the E of "12 E/N CAVE". */
  if (g_ascii_isalpha (at (self, i)) && i > end
      && plt_heading_is_separator (at (self, plt_heading_skip_spaces (self, i + 1)))
      && at (self, i + 1) != '\'' && plt_heading_read_int_ext (self, i, &int_ext, &light) == i
      && (self->keyword || at (self, i + 1) == '.' || at (self, i + 1) == ')'
          || place_follows (self, i + 1)))
    {
      self->number.to = i + 1;
      i = plt_heading_skip_spaces (self, i + 1);
    }
  self->number_closed = plt_heading_is_separator (at (self, i)) || i > end + 1;
  self->number_dashed = at (self, i) == '/' || at (self, i) == '-' || at (self, i) == FOLD_DASH;
  self->from = plt_heading_skip_separators (self, i);
}

/* "#12A#" plt_heading_at the end, or the same number once more in the right margin. */
void
plt_heading_read_trailing_number (PltHeadingParser *self)
{
  const char *fold = self->line.fold;

  if (self->to >= self->from + 3 && fold[self->to - 1] == '#')
    for (guint i = self->to - 1; i-- > self->from;)
      if (fold[i] == '#')
        {
          PltSpan span = { i + 1, self->to - 1 };

          plt_heading_trim (self, &span);
          while (span.to > span.from && at (self, span.to - 1) == '.')
            span.to--;
          if (span.to == span.from || span.to - span.from > 24)
            return;
          self->number = span;
          self->number_sharp = TRUE;
          self->to = i;
          break;
        }
  while (self->to > self->from && at (self, self->to - 1) == ' ')
    self->to--;
  if (self->number.to > self->number.from && !self->number_sharp)
    {
      guint n = self->number.to - self->number.from;

      if (self->to > self->from + n + 1 && fold[self->to - n - 1] == ' '
          && memcmp (fold + self->to - n, fold + self->number.from, n) == 0)
        self->to -= n;
      while (self->to > self->from && at (self, self->to - 1) == ' ')
        self->to--;
    }
}

/* ---- INT, EXT ---- */

/* One of INT, EXTÉRIEUR ...; 0 when it is none. */
guint
plt_heading_read_place (const PltHeadingParser *self, guint i, guint *end)
{
  static const struct
  {
    const char *word;
    guint place;
  } places[] = {
    { "INTERIEUR", PLT_PLACE_INSIDE }, { "INTERIOR", PLT_PLACE_INSIDE },
    { "INT", PLT_PLACE_INSIDE },       { "EXTERIEUR", PLT_PLACE_OUTSIDE },
    { "EXTERIOR", PLT_PLACE_OUTSIDE }, { "EXT", PLT_PLACE_OUTSIDE },
  };

  for (guint p = 0; p < G_N_ELEMENTS (places); p++)
    if (plt_heading_starts (self, i, places[p].word))
      {
        *end = i + (guint) strlen (places[p].word);
        return places[p].place;
      }
  return 0;
}

/* What joins INT to EXT: / - & + ET OU, spaces around. Returns where it ends, `i` when none. */
static guint
read_joiner (const PltHeadingParser *self, guint i)
{
  guint j = i;

  if (at (self, j) == '.')
    j++;
  j = plt_heading_skip_spaces (self, j);
  if (j < self->to && strchr ("/-&+\002", at (self, j)))
    return plt_heading_skip_spaces (self, j + 1);
  if (plt_heading_starts (self, j, "ET") || plt_heading_starts (self, j, "OU"))
    return plt_heading_skip_spaces (self, j + 2);
  if (plt_heading_starts (self, j, "PUIS"))
    return plt_heading_skip_spaces (self, j + 4);
  return at (self, i) == '.' ? i + 1 : i;
}

static guint
letter_place (char c)
{
  return c == 'I' ? PLT_PLACE_INSIDE : c == 'E' ? PLT_PLACE_OUTSIDE : 0;
}

const char *
plt_heading_letter_light (char c)
{
  switch (c)
    {
    case 'J':
      return "JOUR";
    case 'N':
      return "NUIT";
    case 'A':
      return "AUBE";
    case 'M':
      return "MATIN";
    case 'S':
      return "SOIR";
    case 'C':
      return "CRÉPUSCULE";
    default:
      return NULL;
    }
}

const char *
plt_heading_place_name (guint places)
{
  static const char *const names[] = { "", "INT", "EXT", "INT/EXT" };

  return names[places & 3];
}

/* "I/E", "I./E.", "I/N", "I-E/J". */
static guint
read_letters (const PltHeadingParser *self, guint i, const char **int_ext, const char **light)
{
  guint start = i;
  guint places = letter_place (at (self, i));

  if (places == 0 || is_word (at (self, i + 1)))
    return start;
  i++;
  for (guint part = 0; part < 2; part++)
    {
      guint j = i + (at (self, i) == '.' ? 1 : 0);
      char c;

      if (at (self, j) != '/' && at (self, j) != '-')
        break;
      c = at (self, j + 1);
      if (j + 1 >= self->to || (j + 2 < self->to && is_word (at (self, j + 2))))
        break;
      if (letter_place (c) != 0 && places != 3 && letter_place (c) != places && *light == NULL)
        places = 3;
      else if (plt_heading_letter_light (c) != NULL && *light == NULL
               && source_is_upper (self, start) && source_is_upper (self, j + 1))
        *light = plt_heading_letter_light (c);
      else
        break;
      i = j + 2;
    }
  if (places != 3 && *light == NULL)
    return start;
  *int_ext = plt_heading_place_name (places);
  return i;
}

/* Where the INT/EXT token that begins plt_heading_at `i` ends; `i` when there is none. */
guint
plt_heading_read_int_ext (const PltHeadingParser *self,
                          guint i,
                          const char **int_ext,
                          const char **light)
{
  guint end;
  guint places = plt_heading_read_place (self, i, &end);

  *light = NULL;
  if (places != 0)
    {
      guint other_end;
      guint joiner = read_joiner (self, end);
      guint other = joiner > end ? plt_heading_read_place (self, joiner, &other_end) : 0;

      if (other != 0)
        {
          places |= other;
          end = other_end;
        }
      *int_ext = plt_heading_place_name (places);
      return end;
    }
  end = read_letters (self, i, int_ext, light);
  if (end > i)
    return end;
  /* EST is a French verb: only "EST." in capitals, or with an English light plt_heading_at the end.
   */
  if (plt_heading_starts (self, i, "EST") && !self->line.lower)
    {
      gboolean french = TRUE;
      guint word = self->to;

      while (word > i && at (self, word - 1) != ' ')
        word--;
      if (at (self, i + 3) == '.'
          || (plt_effect_bare_word (&self->line, word, self->to, &french) != NULL && !french))
        {
          *int_ext = "EXT";
          return i + 3;
        }
    }
  return i;
}
