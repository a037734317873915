#include "plt-fountain.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-fountain-private.h"

/* What the signs of a line are, gathered while its end is looked for. */
enum
{
  HAS_TEXT = 1 << 0, /* something other than space */
  HAS_LOWER = 1 << 1,
  HAS_UPPER = 1 << 2,
  HAS_HIGH = 1 << 3,     /* beyond ASCII: letters to be looked at */
  HAS_EMPHASIS = 1 << 4, /* * _ backslash */
  HAS_MARK = 1 << 5,     /* something was taken out here */
  IS_BRACKET = 1 << 6,   /* ( */
  IS_BREAK = 1 << 7,     /* of a line */
};

typedef struct
{
  const char *start, *end; /* without the line break */
  guint line;
  guint flags;
  guint head_flags; /* before the first opening bracket: the name of a cue */
} Line;

typedef enum
{
  AFTER_BLANK, /* or after an element of one line */
  IN_ACTION,
  IN_SPEECH,
} State;

typedef struct
{
  PltScriptBuilder *builder;
  const char *source; /* of the extracts */
  GArray *extracts;
  guint next_extract; /* not yet met */
  guint emit_limit;   /* those of the lines before this one end here */
  guint emitted;      /* already added as paragraphs */
  const char *p, *end;
  guint line;
  State state;
  PltParagraphKind kind; /* of the paragraph being gathered */
  GString *text;         /* of it; empty: none */
  guint text_line;
  gboolean bracket_open; /* a parenthetical of several lines */
  GString *cleaned;      /* a line without what was taken out */
} Reader;

/* ---- lines ---- */

static guint8 classes[256];

static void
init_classes (void)
{
  for (guint c = 0; c < 256; c++)
    {
      guint8 flags = c > ' ' ? HAS_TEXT : 0;

      if (c >= 'a' && c <= 'z')
        flags |= HAS_LOWER;
      else if (c >= 'A' && c <= 'Z')
        flags |= HAS_UPPER;
      else if (c >= 0x80)
        flags |= HAS_HIGH;
      else if (c == '*' || c == '_' || c == '\\')
        flags |= HAS_EMPHASIS;
      else if (c == PLT_FOUNTAIN_MARK)
        flags |= HAS_MARK;
      else if (c == '(')
        flags |= IS_BRACKET;
      else if (c == '\n' || c == '\r')
        flags |= IS_BREAK;
      classes[c] = flags;
    }
}

static void
classify (Line *line)
{
  guint flags = 0;
  const char *p;

  for (p = line->start; p < line->end && *p != '('; p++)
    flags |= classes[(guchar) *p];
  line->head_flags = flags;
  for (; p < line->end; p++)
    flags |= classes[(guchar) *p];
  line->flags = flags;
}

/* The next line of the text; FALSE at its end. */
static gboolean
next_line (Reader *self, Line *line)
{
  const char *p = self->p;
  guint flags = 0;

  if (p >= self->end)
    return FALSE;
  line->start = p;
  line->line = self->line++;
  for (; p < self->end && !(classes[(guchar) *p] & (IS_BREAK | IS_BRACKET)); p++)
    flags |= classes[(guchar) *p];
  line->head_flags = flags;
  for (; p < self->end && !(classes[(guchar) *p] & IS_BREAK); p++)
    flags |= classes[(guchar) *p];
  line->flags = flags;
  line->end = p;
  if (p < self->end && *p == '\r')
    p++;
  if (p < self->end && *p == '\n')
    p++;
  self->p = p;
  return TRUE;
}

static void
trim (Line *line)
{
  while (line->start < line->end && (*line->start == ' ' || *line->start == '\t'))
    line->start++;
  while (line->end > line->start && (line->end[-1] == ' ' || line->end[-1] == '\t'))
    line->end--;
}

static gsize
length_of (const Line *line)
{
  return (gsize) (line->end - line->start);
}

/* Has capitals and no small letter, before the first bracket. */
static gboolean
head_is_upper (const Line *line)
{
  gboolean upper = (line->head_flags & HAS_UPPER) != 0;

  if (line->head_flags & HAS_LOWER)
    return FALSE;
  if (line->head_flags & HAS_HIGH)
    for (const char *p = line->start; p < line->end && *p != '('; p = g_utf8_next_char (p))
      if ((guchar) *p >= 0x80)
        {
          gunichar c = g_utf8_get_char (p);

          if (g_unichar_islower (c))
            return FALSE;
          upper |= g_unichar_isupper (c);
        }
  return upper;
}

static gboolean
is_upper (const Line *line)
{
  return !(line->flags & HAS_LOWER) && head_is_upper (line);
}

/* ---- paragraphs ---- */

/* What was taken out of the paragraph that just ended, as paragraphs of their own. */
static void
emit_extracts (Reader *self)
{
  for (; self->emitted < self->emit_limit; self->emitted++)
    {
      const PltExtract *extract = &g_array_index (self->extracts, PltExtract, self->emitted);
      const char *from = self->source + extract->from;
      const char *to = self->source + extract->to;

      while (from < to && (guchar) *from <= ' ')
        from++;
      while (to > from && (guchar) to[-1] <= ' ')
        to--;
      if (from < to)
        plt_script_builder_add (self->builder, extract->kind, extract->line, from,
                                (gsize) (to - from));
    }
}

static void
flush (Reader *self)
{
  if (self->text->len > 0)
    {
      plt_script_builder_add (self->builder, self->kind, self->text_line, self->text->str,
                              self->text->len);
      g_string_truncate (self->text, 0);
    }
  self->bracket_open = FALSE;
  emit_extracts (self);
}

/* The same after an element of one line: with what was taken out of that very line. */
static void
flush_line (Reader *self)
{
  self->emit_limit = self->next_extract;
  flush (self);
}

/* Appends `line` to the text being gathered, its emphasis removed. */
static void
append_plain (GString *text, const Line *line)
{
  gsize start = text->len;

  g_string_append_len (text, line->start, line->end - line->start);
  if (line->flags & HAS_EMPHASIS)
    g_string_truncate (text,
                       start + plt_fountain_strip_emphasis (text->str + start, text->len - start));
}

static void
gather (Reader *self, PltParagraphKind kind, const Line *line)
{
  if (self->text->len > 0 && self->kind != kind)
    flush (self);
  if (self->text->len > 0)
    g_string_append_c (self->text, '\n');
  else
    {
      self->kind = kind;
      self->text_line = line->line;
    }
  append_plain (self->text, line);
}

/* An element of one line. */
static void
add_single (Reader *self, PltParagraphKind kind, const Line *line)
{
  flush (self);
  gather (self, kind, line);
  flush_line (self);
  self->state = AFTER_BLANK;
}

static void
add_section (Reader *self, Line *line)
{
  PltScript *script = plt_script_builder_get_script (self->builder);
  guint8 depth = 0;
  guint n;

  while (line->start < line->end && *line->start == '#' && depth < 9)
    {
      line->start++;
      depth++;
    }
  trim (line);
  flush (self);
  n = script->paragraphs->len;
  if (line->start < line->end)
    gather (self, PLT_PARAGRAPH_SECTION, line);
  flush_line (self);
  if (script->paragraphs->len > n)
    {
      PltParagraph *section = g_ptr_array_index (script->paragraphs, n);

      section->depth = depth;
    }
  self->state = AFTER_BLANK;
}

static void
add_heading (Reader *self, const Line *line, PltHeading *heading, PltHeadingMatch match)
{
  flush (self);
  plt_script_builder_add_heading (self->builder, line->line, line->start, length_of (line), heading,
                                  match);
  flush_line (self);
  self->state = AFTER_BLANK;
}

/* A line that is a heading by itself, its emphasis aside ("**INT. CAVE - NUIT**"). */
static gboolean
try_heading (Reader *self, const Line *line, gboolean forced, PltHeadingMatch least)
{
  g_auto (PltHeading) heading = { NULL };
  g_autoptr (GString) plain = NULL;
  Line copy = *line;
  PltHeadingMatch match;

  if (length_of (line) == 0)
    return FALSE;
  if (line->flags & HAS_EMPHASIS)
    {
      plain = g_string_sized_new (length_of (line));
      append_plain (plain, line);
      copy.start = plain->str;
      copy.end = plain->str + plain->len;
      trim (&copy);
    }
  match = plt_heading_parse (copy.start, (gssize) length_of (&copy), forced, &heading);
  if (match < least)
    return FALSE;
  if (!forced && heading.outside_first && heading.number[0] == '\0'
      && (heading.effect[0] != '\0' ? heading.english
                                    : plt_script_builder_is_english (self->builder)))
    {
      plt_script_add_remark (plt_script_builder_get_script (self->builder), PLT_REMARK_KEPT,
                             line->line, heading.text,
                             _ ("Kept as action: Fountain knows INT/EXT and not EXT/INT. A full "
                                "stop before it makes it a heading."));
      return FALSE;
    }
  add_heading (self, &copy, &heading, match);
  return TRUE;
}

static void
add_cue (Reader *self, Line *line)
{
  gboolean dual = line->end[-1] == '^';
  g_autoptr (GString) plain = g_string_sized_new (length_of (line));

  flush (self);
  if (dual)
    {
      line->end--;
      trim (line);
    }
  append_plain (plain, line);
  plt_script_builder_add_cue (self->builder, line->line, plain->str, plain->len, dual);
  flush_line (self);
  self->state = IN_SPEECH;
}

/* ---- what a line is ---- */

static gboolean
is_page_break (const Line *line)
{
  if (length_of (line) < 3)
    return FALSE;
  for (const char *p = line->start; p < line->end; p++)
    if (*p != '=')
      return FALSE;
  return TRUE;
}

/* A name in capitals, its title and what it is said with aside: "Dr KOWALSKI", "ÉLODIE, voix off".
 */
static gboolean
is_upper_name (const Line *line)
{
  Line name = *line;

  if (head_is_upper (line))
    return TRUE;
  if (!(line->head_flags & HAS_UPPER) || !(line->head_flags & HAS_LOWER))
    return FALSE;
  plt_fountain_strip_name (&name.start, &name.end);
  if (name.start == line->start && name.end == line->end)
    return FALSE;
  classify (&name);
  return head_is_upper (&name);
}

static gboolean
is_cue (const Line *line)
{
  gsize n = length_of (line);

  return n <= 80 && is_upper_name (line) && line->end[-1] != ':'
         && (line->end[-1] == ')' || line->end[-1] == '^' || memchr (line->start, '(', n) == NULL);
}

/* "#12 INT. CAVE - NUIT", which the syntax calls a section: losing a séquence is worse. */
static gboolean
try_sharp_heading (Reader *self, const Line *line)
{
  g_auto (PltHeading) heading = { NULL };
  PltHeadingMatch match;

  if (*line->start != '#' || length_of (line) < 3 || !g_ascii_isdigit (line->start[1]))
    return FALSE;
  match = plt_heading_parse (line->start, (gssize) length_of (line), FALSE, &heading);
  if (match != PLT_HEADING_SURE || heading.int_ext[0] == '\0')
    return FALSE;
  add_heading (self, line, &heading, match);
  return TRUE;
}

/* Marks that begin a line and need no blank line before it. Returns whether the line was one. */
static gboolean
read_marked_line (Reader *self, Line *line)
{
  switch (*line->start)
    {
    case '=':
      if (is_page_break (line))
        {
          flush (self);
          plt_script_builder_add (self->builder, PLT_PARAGRAPH_PAGE_BREAK, line->line, "", 0);
          self->state = AFTER_BLANK;
          return TRUE;
        }
      line->start++;
      trim (line);
      add_single (self, PLT_PARAGRAPH_SYNOPSIS, line);
      return TRUE;
    case '#':
      add_section (self, line);
      return TRUE;
    case '!':
      flush (self);
      line->start++;
      gather (self, PLT_PARAGRAPH_ACTION, line);
      self->state = IN_ACTION;
      return TRUE;
    case '>':
      if (line->end[-1] == '<' && length_of (line) > 1)
        {
          line->start++;
          line->end--;
          trim (line);
          gather (self, PLT_PARAGRAPH_CENTERED, line);
          self->state = IN_ACTION;
          return TRUE;
        }
      return FALSE;
    default:
      return FALSE;
    }
}

/* INT or EXT in capitals where no blank line announces a heading: found anyway, and said. */
static gboolean
try_unannounced_heading (Reader *self, const Line *line)
{
  g_auto (PltHeading) heading = { NULL };
  PltHeadingMatch match;
  char c = *line->start;

  if (!(c == 'I' || c == 'E' || g_ascii_isdigit (c) || c == 'S') || !is_upper (line))
    return FALSE;
  match = plt_heading_parse (line->start, (gssize) length_of (line), FALSE, &heading);
  if (match != PLT_HEADING_SURE || heading.int_ext[0] == '\0'
      || (self->state == IN_SPEECH && heading.effect[0] == '\0'))
    return FALSE;
  plt_script_add_remark (plt_script_builder_get_script (self->builder), PLT_REMARK_GUESSED,
                         line->line, heading.text,
                         _ ("Read as a heading, though no blank line stands before it."));
  add_heading (self, line, &heading, match);
  return TRUE;
}

/* "JOUR" on a line of its own, and "Séquence 2 / SALON" right below. */
static gboolean
is_effect_above_heading (const Line *line, const Line *next)
{
  g_autofree char *effect = plt_heading_parse_effect (line->start, (gssize) length_of (line));
  g_auto (PltHeading) heading = { NULL };

  return effect != NULL
         && plt_heading_parse (next->start, (gssize) length_of (next), FALSE, &heading)
                != PLT_HEADING_NO;
}

static void
read_after_blank (Reader *self, Line *line, const Line *next)
{
  gboolean next_blank = next == NULL || !(next->flags & HAS_TEXT);
  const char *raw_end = line->end;
  char second;

  trim (line);
  second = length_of (line) > 1 ? line->start[1] : ' ';
  switch (*line->start)
    {
    case '.':
      if (second == '.' || second == ' ' || second == '\t')
        break;
      line->start++;
      trim (line);
      if (try_heading (self, line, TRUE, PLT_HEADING_SURE))
        return;
      break;
    case '~':
      line->start++;
      trim (line);
      add_single (self, PLT_PARAGRAPH_LYRIC, line);
      return;
    case '@':
      if (length_of (line) == 1)
        break;
      line->start++;
      trim (line);
      add_cue (self, line);
      return;
    case '>':
      if (line->end[-1] == '<' || length_of (line) == 1)
        break;
      line->start++;
      trim (line);
      add_single (self, PLT_PARAGRAPH_TRANSITION, line);
      return;
    default:
      break;
    }
  if (try_sharp_heading (self, line) || read_marked_line (self, line))
    return;
  if (try_heading (self, line, FALSE, PLT_HEADING_GUESSED))
    return;
  /* "CUT TO: " with a space after it is no transition, says the syntax. */
  if (next_blank && is_upper (line) && !(line->end[-1] == ':' && raw_end > line->end))
    {
      g_autoptr (GString) plain = g_string_sized_new (length_of (line));

      append_plain (plain, line);
      if (plt_fountain_is_transition (plain->str, plain->len))
        {
          add_single (self, PLT_PARAGRAPH_TRANSITION, line);
          return;
        }
    }
  if (!next_blank && is_cue (line))
    {
      if (is_effect_above_heading (line, next)
          || plt_fountain_is_part_title (line->start, length_of (line)))
        add_single (self, PLT_PARAGRAPH_ACTION, line);
      else
        add_cue (self, line);
      return;
    }
  gather (self, PLT_PARAGRAPH_ACTION, line);
  self->state = IN_ACTION;
}

static void
read_in_speech (Reader *self, Line *line)
{
  trim (line);
  if (*line->start == '!' || is_page_break (line))
    {
      read_marked_line (self, line);
      return;
    }
  if (try_unannounced_heading (self, line))
    return;
  if (*line->start == '~')
    {
      flush (self);
      line->start++;
      trim (line);
      gather (self, PLT_PARAGRAPH_LYRIC, line);
    }
  else if (self->bracket_open || *line->start == '(')
    {
      if (!self->bracket_open)
        flush (self);
      gather (self, PLT_PARAGRAPH_PARENTHETICAL, line);
      self->bracket_open = line->end[-1] != ')';
      if (!self->bracket_open)
        flush (self);
    }
  else
    gather (self, PLT_PARAGRAPH_DIALOGUE, line);
}

static void
read_in_action (Reader *self, Line *line)
{
  trim (line);
  if (read_marked_line (self, line) || try_unannounced_heading (self, line))
    return;
  gather (self, PLT_PARAGRAPH_ACTION, line);
}

/* Meets what was taken out of the line. What stands before its first word, outside a paragraph,
 * comes before it. Returns FALSE when nothing else is on the line. */
static gboolean
clean (Reader *self, Line *line)
{
  gboolean blank = self->text->len == 0;

  g_string_truncate (self->cleaned, 0);
  for (const char *p = line->start; p < line->end; p++)
    {
      guint breaks;

      if (*p != PLT_FOUNTAIN_MARK)
        {
          g_string_append_c (self->cleaned, *p);
          blank = blank && (guchar) *p <= ' ';
          continue;
        }
      breaks = g_array_index (self->extracts, PltExtract, self->next_extract++).breaks;
      self->line += breaks;
      if (blank)
        {
          line->line += breaks;
          flush_line (self);
        }
    }
  line->start = self->cleaned->str;
  line->end = self->cleaned->str + self->cleaned->len;
  classify (line);
  return (line->flags & HAS_TEXT) != 0;
}

static void
read_lines (Reader *self)
{
  Line line, next;
  gboolean more = next_line (self, &line);

  while (more)
    {
      self->emit_limit = self->next_extract;
      if ((line.flags & HAS_MARK) && !clean (self, &line))
        {
          more = next_line (self, &line);
          continue;
        }
      more = next_line (self, &next);
      if (!(line.flags & HAS_TEXT))
        {
          /* Two spaces keep a speech open over an empty line. */
          if (self->state == IN_SPEECH && line.end - line.start >= 2 && self->text->len > 0)
            g_string_append_c (self->text, '\n');
          else
            {
              flush (self);
              self->state = AFTER_BLANK;
            }
        }
      else if (self->state == AFTER_BLANK)
        read_after_blank (self, &line, more ? &next : NULL);
      else if (self->state == IN_SPEECH)
        read_in_speech (self, &line);
      else
        read_in_action (self, &line);
      line = next;
    }
  flush_line (self);
}

/* The title page, and what was taken out of it. */
static void
read_title_page (Reader *self)
{
  const char *start;

  while (self->p < self->end && (guchar) *self->p <= ' ' && *self->p != PLT_FOUNTAIN_MARK)
    self->line += *self->p++ == '\n' ? 1 : 0;
  start = self->p;
  plt_fountain_read_title_page (self->builder, &self->p, self->end, &self->line);
  for (; start < self->p; start++)
    if (*start == PLT_FOUNTAIN_MARK)
      self->line += g_array_index (self->extracts, PltExtract, self->next_extract++).breaks;
  flush_line (self);
}

PltScript *
plt_fountain_read (const char *text, gsize length)
{
  static gsize initialised = 0;
  g_autoptr (PltScriptBuilder) builder = plt_script_builder_new ("fountain");
  g_autoptr (GArray) extracts = g_array_new (FALSE, FALSE, sizeof (PltExtract));
  g_autoptr (GString) gathered = g_string_new (NULL);
  g_autoptr (GString) cleaned_line = g_string_new (NULL);
  g_autofree char *cleaned = NULL;
  Reader self = { .builder = builder,
                  .source = text,
                  .extracts = extracts,
                  .text = gathered,
                  .cleaned = cleaned_line,
                  .line = 1 };

  if (g_once_init_enter (&initialised))
    {
      init_classes ();
      g_once_init_leave (&initialised, 1);
    }
  cleaned = plt_fountain_extract (plt_script_builder_get_script (builder), text, &length, extracts);
  self.p = cleaned != NULL ? cleaned : text;
  self.end = self.p + length;
  read_title_page (&self);
  read_lines (&self);
  return plt_script_builder_finish (builder);
}
