#include "plt-heading.h"

#include <string.h>

#include "plt-heading-private.h"

/* ---- INT and EXT that do not come first ---- */

/* "CUISINE - INT. JOUR", "JOUR - INT. CUISINE": the place after something else. */
static void
find_late_int_ext (PltHeadingParser *self, PltHeadingPieces *pieces)
{
  for (guint i = 1; i < pieces->n; i++)
    {
      PltSpan *span = &pieces->spans[i];
      const char *int_ext = NULL;
      const char *light = NULL;
      guint end = plt_heading_read_int_ext (self, span->from, &int_ext, &light);
      guint rest;

      if (end == span->from || end > span->to)
        continue;
      rest = plt_heading_skip_separators (self, end);
      if (rest < span->to && !plt_heading_is_effect (self, rest, span->to)
          && !(i == 1 && plt_heading_is_effect (self, pieces->spans[0].from, pieces->spans[0].to)))
        continue;
      self->int_ext = int_ext;
      if (light != NULL)
        {
          self->effect = g_strdup (light);
          self->lit = TRUE;
        }
      span->from = MIN (rest, span->to);
      if (span->from == span->to)
        plt_heading_drop_piece (pieces, i);
      return;
    }
}

/* "INT. VOITURE / EXT. ROUTE": the second place joins the first. */
static void
join_second_place (PltHeadingParser *self, PltHeadingPieces *pieces)
{
  for (guint i = 1; i < pieces->n; i++)
    {
      guint end;
      guint place = plt_heading_read_place (self, pieces->spans[i].from, &end);

      if (place == 0 || end >= pieces->spans[i].to)
        continue;
      if (g_strcmp0 (self->int_ext, plt_heading_place_name (place)) != 0)
        self->int_ext = plt_heading_place_name (PLT_PLACE_INSIDE | PLT_PLACE_OUTSIDE);
      pieces->spans[i].from = MIN (plt_heading_skip_separators (self, end), pieces->spans[i].to);
    }
}

/* ---- the whole ---- */

static void
keep_as_set (PltHeadingParser *self, PltHeadingPieces *pieces)
{
  for (guint i = pieces->n; i-- > 0;)
    {
      PltSpan *span = &pieces->spans[i];

      if (plt_heading_is_omitted (&self->line, span->from, span->to))
        {
          self->omitted = TRUE;
          plt_heading_drop_piece (pieces, i);
          continue;
        }
      while (span->to > span->from && at (self, span->to - 1) == '.'
             && (span->to < span->from + 2 || at (self, span->to - 2) != '.'))
        span->to--;
      plt_heading_trim (self, span);
      if (span->from == span->to)
        plt_heading_drop_piece (pieces, i);
    }
  /* "INT. CHAMBRE - RÊVE", and a set that has no other name: "INT. RÊVE - NUIT". */
  for (guint i = pieces->n; i-- > 0 && pieces->n > 1;)
    if (plt_heading_is_unreal (&self->line, pieces->spans[i].from, pieces->spans[i].to))
      plt_heading_drop_piece (pieces, i);
  memcpy (self->set, pieces->spans, sizeof self->set);
  self->n_set = pieces->n;
  self->same_set
      = pieces->n > 0
        && plt_heading_is_same_set (&self->line, pieces->spans[0].from, pieces->spans[0].to);
}

static void
read_rest (PltHeadingParser *self)
{
  PltHeadingPieces pieces;

  plt_heading_cut (self, self->from, self->to, &pieces);
  if (self->int_ext == NULL && !self->line.lower)
    find_late_int_ext (self, &pieces);
  else if (self->int_ext != NULL)
    join_second_place (self, &pieces);
  for (guint i = pieces.n; i-- > 0;)
    {
      plt_heading_take_brackets (self, &pieces.spans[i]);
      if (pieces.spans[i].from == pieces.spans[i].to)
        plt_heading_drop_piece (&pieces, i);
    }
  if (self->effect == NULL)
    plt_heading_find_effect (self, &pieces);
  keep_as_set (self, &pieces);
  /* "24 HEURES PLUS TARD": a figure that nothing sets apart is no number. */
  if (self->number.to > self->number.from && self->int_ext == NULL && !self->keyword
      && !self->number_closed && !self->number_sharp && !self->omitted)
    {
      self->text.from = self->number.from;
      if (self->n_set > 0 && self->set[0].from == self->from)
        self->set[0].from = self->number.from;
      self->number.to = self->number.from;
    }
}

static PltHeadingMatch
judge (const PltHeadingParser *self)
{
  gboolean has_number = self->number.to > self->number.from;

  if (self->int_ext != NULL || (self->omitted && has_number && self->n_set == 0))
    return PLT_HEADING_SURE;
  if (self->same_set && has_number && self->number_closed)
    return PLT_HEADING_GUESSED;
  if (self->keyword && has_number)
    {
      char last = at (self, self->to - 1);

      if (self->from >= self->to || (self->number_closed && !self->line.lower)
          || self->number_dashed)
        return PLT_HEADING_SURE;
      return self->number_closed && self->to - self->from < 60 && last != '.' && last != '!'
                     && last != '?'
                 ? PLT_HEADING_GUESSED
                 : PLT_HEADING_NO;
    }
  if (self->line.lower || !self->line.upper || self->n_set == 0 || !self->lit)
    return PLT_HEADING_NO;
  if (has_number)
    return PLT_HEADING_GUESSED;
  return self->dashed_effect && self->to - self->from < 80 ? PLT_HEADING_GUESSED : PLT_HEADING_NO;
}

static void
fill (const PltHeadingParser *self, PltHeading *heading)
{
  GString *sub_set;

  heading->number = plt_folded_slice (&self->line, self->number.from, self->number.to);
  if (self->episode.to > self->episode.from)
    {
      g_autofree char *number = heading->number;
      g_autofree char *episode
          = plt_folded_slice (&self->line, self->episode.from, self->episode.to);

      heading->number = g_strconcat (episode, "/", number, NULL);
    }
  heading->int_ext = self->int_ext ? self->int_ext : "";
  heading->effect = self->effect ? self->effect : g_strdup ("");
  heading->set = self->n_set > 0
                     ? plt_folded_slice (&self->line, self->set[0].from, self->set[0].to)
                     : g_strdup ("");
  if (self->n_set < 2)
    heading->sub_set = g_strdup ("");
  else
    {
      sub_set = g_string_new (NULL);
      for (guint i = 1; i < self->n_set; i++)
        {
          guint from = self->line.at[self->set[i].from];

          if (i > 1)
            g_string_append (sub_set, " / ");
          g_string_append_len (sub_set, self->line.source + from,
                               self->line.at[self->set[i].to] - from);
        }
      heading->sub_set = g_string_free (sub_set, FALSE);
    }
  heading->text = plt_folded_slice (&self->line, self->text.from, self->text.to);
  heading->omitted = self->omitted;
  heading->same_set = self->same_set;
  heading->english = self->english;
  heading->outside_first = self->outside_first;
}

/* Most lines of a script are no heading: look at the first signs before folding anything. What does
 * not begin like INT, EXT, SÉQ or a number must have no small letter. */
static gboolean
may_be_heading (const char *line, gsize length)
{
  guchar c = length > 0 ? (guchar) line[0] : 0;
  guchar next = length > 1 ? (guchar) line[1] : ' ';

  if (c <= ' ' || c >= 0x80 || g_ascii_isdigit (c) || strchr ("-#([*", c) != NULL)
    return TRUE;
  switch (g_ascii_toupper ((char) c))
    {
    case 'I':
      if (strchr ("Nn/.-", next) != NULL)
        return TRUE;
      break;
    case 'E':
      if (strchr ("XxSsPp/.-", next) != NULL)
        return TRUE;
      break;
    case 'S':
      if (strchr ("EeCcQq.", next) != NULL || next >= 0x80 || g_ascii_isdigit (next))
        return TRUE;
      break;
    case 'F': /* FLASH-BACK */
      if (next == 'l')
        return TRUE;
      break;
    case 'N':
      if (strchr ("Oo.", next) != NULL || next >= 0x80)
        return TRUE;
      break;
    default:
      break;
    }
  for (gsize i = 0; i < length; i++)
    if (g_ascii_islower (line[i]))
      return FALSE;
  return TRUE;
}

/* The last words of the line, after a separator, say the light or the moment. */
static gboolean
ends_with_effect (const PltHeadingParser *self, guint after)
{
  guint last = self->to;

  while (last > after && strchr (" .", at (self, last - 1)))
    last--;
  for (guint i = last; i-- > after;)
    if (plt_heading_is_separator (at (self, i)) && at (self, i) != ')')
      return plt_heading_is_effect (self, i + 1, last);
  return FALSE;
}

/* "Extérieur du bâtiment, on voit…" is prose: a long word in small letters needs a sign or a light
 * after it, or a light at the end. */
static gboolean
is_prose (const PltHeadingParser *self, guint end)
{
  guint word;

  if (!self->line.lower || self->keyword || end - self->from < 8 || end >= self->to
      || plt_heading_is_separator (at (self, end)))
    return FALSE;
  for (word = end + 1; word < self->to && is_word (at (self, word)); word++)
    ;
  return !plt_heading_is_effect (self, end + 1, word) && !ends_with_effect (self, end);
}

/* "FLASH-BACK - EXT. JARDIN", "12. (RÊVE) INT. CHAMBRE": what comes before the place and is none.
 */
static void
skip_unreal (PltHeadingParser *self)
{
  const char *int_ext, *light;
  guint i = self->from;
  guint end;

  if (!strchr ("FRDCS([N", at (self, i)))
    return;
  if (strchr ("([", at (self, i)))
    i++;
  end = plt_heading_unreal_end (&self->line, i);
  if (end == i && plt_heading_starts (self, i, "SUITE"))
    end = i + 5;
  if (end == i)
    return;
  while (end < self->to
         && (strchr (" ])", at (self, end)) || plt_heading_is_separator (at (self, end))))
    end++;
  if (plt_heading_read_int_ext (self, end, &int_ext, &light) > end)
    self->from = end;
}

static void
read_line (PltHeadingParser *self)
{
  const char *light = NULL;
  guint end;

  self->to = self->line.n;
  while (self->from < self->to && strchr (" -*\001\002", at (self, self->from)))
    self->from++;
  while (self->to > self->from && at (self, self->to - 1) == ' ')
    self->to--;
  plt_heading_read_leading_number (self);
  plt_heading_read_trailing_number (self);
  self->text = (PltSpan){ self->from, self->to };
  skip_unreal (self);
  end = plt_heading_read_int_ext (self, self->from, &self->int_ext, &light);
  self->outside_first = at (self, self->from) == 'E' && g_strcmp0 (self->int_ext, "INT/EXT") == 0;
  if (end > self->from && is_prose (self, end))
    {
      self->int_ext = NULL;
      return;
    }
  if (light != NULL)
    {
      self->effect = g_strdup (light);
      self->lit = TRUE;
    }
  if (end > self->from)
    self->from = plt_heading_skip_separators (self, end);
}

PltHeadingMatch
plt_heading_parse (const char *line, gssize length, gboolean forced, PltHeading *heading)
{
  PltHeadingParser self;
  PltHeadingMatch match = PLT_HEADING_NO;
  gsize n = length < 0 ? strlen (line) : (gsize) length;

  if (!forced && !may_be_heading (line, n))
    return PLT_HEADING_NO;
  memset (&self, 0, offsetof (PltHeadingParser, line));
  if (!plt_folded_init (&self.line, line, n) && !forced)
    return PLT_HEADING_NO;
  read_line (&self);
  /* Small letters without INT, EXT or SÉQUENCE: nearly every line of a script ends here. */
  if (forced || self.int_ext != NULL || self.keyword || !self.line.lower
      || (self.number_closed && self.to - self.from < 40))
    {
      read_rest (&self);
      match = forced ? PLT_HEADING_SURE : judge (&self);
    }
  if (match == PLT_HEADING_NO)
    g_free (self.effect);
  else
    fill (&self, heading);
  return match;
}

char *
plt_heading_parse_effect (const char *line, gssize length)
{
  PltHeadingParser self;

  memset (&self, 0, offsetof (PltHeadingParser, line));
  if (!plt_folded_init (&self.line, line, length < 0 ? strlen (line) : (gsize) length)
      || self.line.n > 40)
    return NULL;
  self.text = (PltSpan){ 0, self.line.n };
  self.to = self.line.n;
  plt_heading_trim (&self, &self.text);
  if (plt_effect_phrase (&self.line, self.text.from, self.text.to) != PLT_EFFECT_LIGHT)
    return NULL;
  plt_heading_take_effect (&self, self.text.from, self.text.to);
  return self.effect;
}

void
plt_heading_clear (PltHeading *heading)
{
  g_clear_pointer (&heading->number, g_free);
  g_clear_pointer (&heading->effect, g_free);
  g_clear_pointer (&heading->set, g_free);
  g_clear_pointer (&heading->sub_set, g_free);
  g_clear_pointer (&heading->text, g_free);
}
