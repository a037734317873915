/* The rest of a heading, cut into pieces: which of them is the effect. */
#include <string.h>

#include "plt-heading-private.h"

/* ---- effect ---- */

/* "[THE NEXT] MORNING" as THE NEXT MORNING. */
static char *
upper_without_brackets (const PltHeadingParser *self, guint from, guint to)
{
  PltSpan span = { from, to };
  char *text, *out;

  while (span.from < span.to && strchr (" [(", at (self, span.from)))
    span.from++;
  while (span.to > span.from && strchr (" ])", at (self, span.to - 1)))
    span.to--;
  text = plt_folded_slice_upper (&self->line, span.from, span.to);
  out = text;
  for (const char *p = text; *p != '\0'; p++)
    if (!strchr ("[]()", *p))
      *out++ = *p;
  *out = '\0';
  return text;
}

void
plt_heading_take_effect (PltHeadingParser *self, guint from, guint to)
{
  const char *canonical;
  PltEffectKind kind = plt_effect_phrase_full (&self->line, from, to, &canonical, &self->english);

  g_free (self->effect);
  self->effect = canonical ? g_strdup (canonical) : upper_without_brackets (self, from, to);
  self->lit = kind == PLT_EFFECT_LIGHT;
}

gboolean
plt_heading_is_effect (const PltHeadingParser *self, guint from, guint to)
{
  return from < to && plt_effect_phrase (&self->line, from, to) >= PLT_EFFECT_TIME;
}

/* ---- pieces: the line plt_heading_cut plt_heading_at its separators ---- */

/* Whether the character plt_heading_at `i` ends the piece that began plt_heading_at `start`. A
 * hyphen without spaces is part of a word; a slash between figures and the full stop of an
 * abbreviation separate nothing. */
static gboolean
separates (const PltHeadingParser *self, guint i, guint start)
{
  char c = at (self, i);
  char previous = i > start ? at (self, i - 1) : ' ';
  char next = i + 1 < self->to ? at (self, i + 1) : ' ';

  switch (c)
    {
    case FOLD_DASH:
    case ';':
    case '|':
      return TRUE;
    case '-':
      return previous == ' ' || next == ' ';
    case '/':
      return !(g_ascii_isdigit (previous) && g_ascii_isdigit (next));
    case ',':
    case ':':
      return next == ' ';
    case '.':
      if (next != ' ' || i < start + 3)
        return FALSE;
      if (plt_heading_is_effect (self, start, i))
        return TRUE;
      for (guint k = 1; k <= 4; k++)
        if (i < start + k || !is_word (at (self, i - k)))
          return FALSE;
      return TRUE;
    default:
      return FALSE;
    }
}

void
plt_heading_cut (const PltHeadingParser *self, guint from, guint to, PltHeadingPieces *pieces)
{
  guint depth = 0;
  guint start = from;
  char before = ' ';

  pieces->n = 0;
  for (guint i = from; i <= to && pieces->n < PLT_HEADING_PIECES; i++)
    {
      char c = i < to ? at (self, i) : '\0';

      if (c == '(' || c == '[')
        depth++;
      else if ((c == ')' || c == ']') && depth > 0)
        depth--;
      if (i == to
          || (depth == 0 && pieces->n + 1 < PLT_HEADING_PIECES && separates (self, i, start)))
        {
          PltSpan span = { start, i };

          plt_heading_trim (self, &span);
          if (span.from < span.to)
            {
              pieces->spans[pieces->n] = span;
              pieces->before[pieces->n++] = before;
            }
          start = i + 1;
          before = c;
        }
    }
}

void
plt_heading_drop_piece (PltHeadingPieces *pieces, guint index)
{
  for (guint i = index; i + 1 < pieces->n; i++)
    {
      pieces->spans[i] = pieces->spans[i + 1];
      pieces->before[i] = pieces->before[i + 1];
    }
  pieces->n--;
}

/* "(suite)" and "[FLASHBACK]" plt_heading_at the end of a piece: dropped when they say no place,
 * taken when they say the effect. */
void
plt_heading_take_brackets (PltHeadingParser *self, PltSpan *piece)
{
  while (piece->to > piece->from + 1 && strchr (")]", at (self, piece->to - 1)))
    {
      char opening = at (self, piece->to - 1) == ')' ? '(' : '[';
      guint open = piece->to - 1;
      PltSpan inner;

      while (open > piece->from && at (self, open) != opening)
        open--;
      if (at (self, open) != opening)
        return;
      inner = (PltSpan){ open + 1, piece->to - 1 };
      plt_heading_trim (self, &inner);
      if (!plt_heading_is_continued (&self->line, inner.from, inner.to))
        {
          if (open == piece->from)
            return;
          if (!plt_heading_is_modifier (&self->line, inner.from, inner.to)
              && !plt_heading_is_effect (self, piece->from, open))
            {
              if (self->effect != NULL || !plt_heading_is_effect (self, inner.from, inner.to))
                return;
              plt_heading_take_effect (self, inner.from, inner.to);
            }
        }
      piece->to = open;
      plt_heading_trim (self, piece);
    }
}

/* "APPARTEMENT MURIEL-MATIN", "INT HOUSE DAY", "INT. JOUR CUISINE": the effect inside a piece. */
static gboolean
take_bare_effect (PltHeadingParser *self, PltSpan *piece)
{
  gboolean french;
  guint word = piece->to;
  guint previous;
  guint next = piece->from;

  while (word > piece->from && is_word (at (self, word - 1)))
    word--;
  if (word > piece->from + 1
      && plt_effect_bare_word (&self->line, word, piece->to, &french) != NULL)
    {
      guint gap = word - 1;

      previous = gap;
      while (previous > piece->from && is_word (at (self, previous - 1)))
        previous--;
      if ((at (self, gap) == '-' || at (self, gap) == '.'
           || (at (self, gap) == ' ' && !self->line.lower))
          && !plt_effect_is_link (&self->line, previous, gap))
        {
          plt_heading_take_effect (self, word, piece->to);
          self->dashed_effect |= at (self, gap) == '-';
          piece->to = gap;
          plt_heading_trim (self, piece);
          return TRUE;
        }
    }
  while (next < piece->to && is_word (at (self, next)))
    next++;
  if (self->int_ext != NULL && !self->line.lower && next < piece->to
      && (at (self, next) == ' '
          || (at (self, next) == '-' && piece->from > 0 && at (self, piece->from - 1) == '-'))
      && plt_effect_bare_word (&self->line, piece->from, next, &french) != NULL && french)
    {
      guint after = next + 1;

      while (after < piece->to && is_word (at (self, after)))
        after++;
      if (plt_effect_is_link (&self->line, next + 1, after))
        return FALSE;
      plt_heading_take_effect (self, piece->from, next);
      piece->from = next + 1;
      return TRUE;
    }
  return FALSE;
}

/* Two lights in neighbouring pieces: "JOUR/NUIT". The light wins over the moment: "NIGHT -
 * CONTINUOUS". */
static void
take_effect_pieces (PltHeadingParser *self, PltHeadingPieces *pieces, guint first, guint last)
{
  guint lights = 0;
  guint light = first;

  for (guint i = first; i <= last; i++)
    if (plt_effect_phrase (&self->line, pieces->spans[i].from, pieces->spans[i].to)
        == PLT_EFFECT_LIGHT)
      {
        light = i;
        lights++;
      }
  if (lights == 2 && last == first + 1)
    {
      g_autofree char *one = NULL;

      plt_heading_take_effect (self, pieces->spans[first].from, pieces->spans[first].to);
      one = g_steal_pointer (&self->effect);
      plt_heading_take_effect (self, pieces->spans[last].from, pieces->spans[last].to);
      if (g_strcmp0 (one, self->effect) != 0)
        {
          g_autofree char *two = self->effect;

          self->effect = g_strconcat (one, "/", two, NULL);
        }
    }
  else
    plt_heading_take_effect (self, pieces->spans[light].from, pieces->spans[light].to);
  for (guint i = first; i <= last; i++)
    self->dashed_effect |= pieces->before[i] == '-' || pieces->before[i] == FOLD_DASH;
  for (guint i = last + 1; i-- > first;)
    plt_heading_drop_piece (pieces, i);
}

/* The last piece that says a light, else the last that says a moment, with its neighbours. What
 * follows may be FLASHBACK, which is no place, or a sous-décor. */
static gboolean
find_effect_piece (PltHeadingParser *self, PltHeadingPieces *pieces)
{
  PltEffectKind kinds[PLT_HEADING_PIECES];
  PltEffectKind best = PLT_EFFECT_FILLER;
  guint last = 0, first;
  guint places = 0;

  for (guint i = 0; i < pieces->n; i++)
    {
      kinds[i] = plt_effect_phrase (&self->line, pieces->spans[i].from, pieces->spans[i].to);
      places += kinds[i] < PLT_EFFECT_TIME ? 1 : 0;
      if (kinds[i] >= PLT_EFFECT_TIME && kinds[i] >= best)
        {
          best = kinds[i];
          last = i;
        }
    }
  if (best < PLT_EFFECT_TIME)
    return FALSE;
  for (guint i = pieces->n; i-- > last + 1;)
    if (kinds[i] == PLT_EFFECT_TIME || strchr ("([", at (self, pieces->spans[i].from)))
      plt_heading_drop_piece (pieces, i);
    else if (places > 1
             && (plt_heading_is_modifier (&self->line, pieces->spans[i].from, pieces->spans[i].to)
                 || (i + 1 == pieces->n
                     && plt_heading_is_continued (&self->line, pieces->spans[i].from,
                                                  pieces->spans[i].to))))
      {
        plt_heading_drop_piece (pieces, i);
        places--;
      }
  for (first = last; first > 0 && kinds[first - 1] >= PLT_EFFECT_TIME; first--)
    ;
  take_effect_pieces (self, pieces, first, last);
  return TRUE;
}

void
plt_heading_find_effect (PltHeadingParser *self, PltHeadingPieces *pieces)
{
  if (find_effect_piece (self, pieces))
    return;
  for (guint i = pieces->n; i-- > 0;)
    {
      guint from = pieces->spans[i].from;

      if (pieces->spans[i].to == from + 1 && strchr ("JN", at (self, from)) && pieces->n > 1
          && (i > 0 || self->int_ext != NULL))
        {
          self->effect = g_strdup (plt_heading_letter_light (at (self, from)));
          self->lit = TRUE;
          plt_heading_drop_piece (pieces, i);
          return;
        }
      if (take_bare_effect (self, &pieces->spans[i]))
        return;
    }
}
