#include "plt-script-pages.h"

#include "plt-script-builder.h"

#define MAX_PAGE 100000 /* no file is believed beyond */

typedef struct
{
  guint page;
  guint used; /* lines of it */
} Place;

typedef struct
{
  const PltScript *script;
  const GArray *prints;
  Place here;
  Place speech_from; /* where the speech being laid begins */
  Place other_end;   /* where the one beside it ends; page 0: none */
  gboolean in_speech;
} Layout;

static const PltPrint *
print_at (const Layout *self, guint i)
{
  return &g_array_index (self->prints, PltPrint, i);
}

static PltParagraphKind
kind_at (const Layout *self, guint i)
{
  return ((const PltParagraph *) g_ptr_array_index (self->script->paragraphs, i))->kind;
}

static gboolean
is_speech (PltParagraphKind kind)
{
  return kind == PLT_PARAGRAPH_DIALOGUE || kind == PLT_PARAGRAPH_PARENTHETICAL
         || kind == PLT_PARAGRAPH_LYRIC;
}

/* ---- what stays together ---- */

/* Lines of a paragraph that stay with its first. */
static guint
least_lines (const Layout *self, guint i)
{
  guint lines = print_at (self, i)->lines;

  return lines <= 3 ? lines : 2;
}

/* A name with its brackets and the first lines that it says. */
static guint
cue_lines (const Layout *self, guint i)
{
  guint lines = print_at (self, i)->lines;

  for (i++; i < self->prints->len && lines < PLT_PAGE_LINES; i++)
    {
      if (print_at (self, i)->lines == 0)
        continue;
      if (!is_speech (kind_at (self, i)))
        break;
      lines += least_lines (self, i);
      if (kind_at (self, i) != PLT_PARAGRAPH_PARENTHETICAL)
        break;
    }
  return lines;
}

/* Lines that need room where paragraph `i` begins. */
static guint
needed_lines (const Layout *self, guint i)
{
  guint lines = print_at (self, i)->lines;

  if (kind_at (self, i) == PLT_PARAGRAPH_CHARACTER)
    return cue_lines (self, i);
  if (kind_at (self, i) != PLT_PARAGRAPH_HEADING)
    return least_lines (self, i);
  for (i++; i < self->prints->len; i++)
    if (kind_at (self, i) == PLT_PARAGRAPH_HEADING || kind_at (self, i) == PLT_PARAGRAPH_PAGE_BREAK)
      break;
    else if (print_at (self, i)->lines > 0)
      return lines + 1
             + (kind_at (self, i) == PLT_PARAGRAPH_CHARACTER ? cue_lines (self, i)
                                                             : least_lines (self, i));
  return lines;
}

/* ---- laying ---- */

static void
turn_page (Place *place)
{
  place->page++;
  place->used = 0;
}

/* Moves to where paragraph `i` begins. */
static void
begin (Layout *self, guint i)
{
  guint space = is_speech (kind_at (self, i)) ? 0 : 1;

  if (self->here.used == 0)
    return;
  self->here.used += space;
  if (self->here.used + needed_lines (self, i) > PLT_PAGE_LINES)
    turn_page (&self->here);
}

static void
fill (Layout *self, guint i)
{
  guint more = is_speech (kind_at (self, i)) ? 2 : 0;
  guint room = PLT_PAGE_LINES - more;
  guint lines = self->here.used + print_at (self, i)->lines;

  if (lines > PLT_PAGE_LINES)
    {
      guint rest = MAX (2, lines - PLT_PAGE_LINES);

      self->here.page += (rest - 1) / room + 1;
      lines = (rest - 1) % room + 1 + more;
    }
  self->here.used = lines;
}

/* After two speeches side by side the text goes on below the longer. */
static void
end_speech (Layout *self)
{
  const Place *other = &self->other_end;

  if (other->page > self->here.page
      || (other->page == self->here.page && other->used > self->here.used))
    self->here = *other;
  self->other_end.page = 0;
}

static gboolean
begins_beside (const Layout *self, guint i)
{
  return self->in_speech && kind_at (self, i) == PLT_PARAGRAPH_CHARACTER
         && print_at (self, i)->beside;
}

/* Lays paragraph `i`; returns the page on which it begins. */
static guint
lay (Layout *self, guint i)
{
  PltParagraphKind kind = kind_at (self, i);
  guint page;

  if (kind == PLT_PARAGRAPH_PAGE_BREAK)
    {
      end_speech (self);
      self->in_speech = FALSE;
      page = self->here.page;
      if (self->here.used > 0)
        turn_page (&self->here);
      return page;
    }
  if (print_at (self, i)->lines == 0)
    return self->here.page;
  if (begins_beside (self, i))
    {
      Place end;

      end_speech (self);
      end = self->here;
      self->here = self->speech_from;
      self->other_end = end;
    }
  else
    {
      if (!is_speech (kind))
        end_speech (self);
      begin (self, i);
      if (kind == PLT_PARAGRAPH_CHARACTER)
        self->speech_from = self->here;
    }
  self->in_speech = kind == PLT_PARAGRAPH_CHARACTER || (self->in_speech && is_speech (kind));
  page = self->here.page;
  fill (self, i);
  return page;
}

guint
plt_script_pages_lay (PltScript *script, const GArray *prints)
{
  Layout self = { .script = script, .prints = prints, .here = { 1, 0 }, .speech_from = { 1, 0 } };
  guint shift = 0; /* what the file's own pages are ahead of ours, modulo 2^32 */
  guint last = 1;

  g_return_val_if_fail (prints->len == script->paragraphs->len, 1);

  for (guint i = 0; i < prints->len; i++)
    {
      PltParagraph *paragraph = g_ptr_array_index (script->paragraphs, i);
      guint page = lay (&self, i);
      guint given = print_at (&self, i)->page;

      if (paragraph->kind == PLT_PARAGRAPH_TITLE)
        continue;
      if (given >= last && given <= MAX_PAGE)
        shift = given - page;
      /* Beside a speech that went over the page, another begins before it. */
      last = MAX (last, page + shift);
      paragraph->page = last;
    }
  end_speech (&self);
  return MAX (last, self.here.page + shift - (self.here.used == 0 && self.here.page > 1 ? 1 : 0));
}

void
plt_script_pages_give_scenes (PltScript *script)
{
  for (guint i = 0; i < script->scenes->len; i++)
    {
      PltScene *scene = g_ptr_array_index (script->scenes, i);

      scene->page = ((PltParagraph *) g_ptr_array_index (script->paragraphs, scene->first))->page;
    }
}
