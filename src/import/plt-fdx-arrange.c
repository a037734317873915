/* What Final Draft keeps after the script, moved to where it is read: the title page first, and
 * each note of the list at the end after the paragraph it speaks of. */
#include "plt-fdx-private.h"

typedef struct
{
  guint64 position;
  guint order;
  guint line;
  char *text;
} Note;

typedef struct
{
  guint64 start;
  PltParagraph *paragraph;
} Start;

struct _PltFdxPlaces
{
  guint64 position; /* of the paragraph being read, in UTF-16 units of the script */
  GArray *starts;   /* Start */
  GArray *notes;    /* Note */
};

static void
clear_note (gpointer data)
{
  g_free (((Note *) data)->text);
}

PltFdxPlaces *
plt_fdx_places_new (void)
{
  PltFdxPlaces *self = g_new0 (PltFdxPlaces, 1);

  self->starts = g_array_new (FALSE, FALSE, sizeof (Start));
  self->notes = g_array_new (FALSE, FALSE, sizeof (Note));
  g_array_set_clear_func (self->notes, clear_note);
  return self;
}

void
plt_fdx_places_free (PltFdxPlaces *self)
{
  g_array_unref (self->starts);
  g_array_unref (self->notes);
  g_free (self);
}

void
plt_fdx_places_add (PltFdxPlaces *self, PltParagraph *paragraph, const char *text, guint blocks)
{
  Start start = { self->position, paragraph };

  g_array_append_val (self->starts, start);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    self->position += (guchar) *p >= 0xF0 ? 2 : 1;
  self->position += 2 * (guint64) blocks + 1;
}

void
plt_fdx_places_add_note (PltFdxPlaces *self, guint64 position, guint line, const char *text)
{
  Note note = { position, self->notes->len, line, g_strdup (text) };

  g_array_append_val (self->notes, note);
}

/* ---- notes ---- */

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const Note *one = a;
  const Note *two = b;

  if (one->position != two->position)
    return one->position < two->position ? -1 : 1;
  return one->order < two->order ? -1 : 1;
}

/* The paragraph in which a position of the script falls; NULL beyond its end. */
static PltParagraph *
find_paragraph (const PltFdxPlaces *self, guint64 position)
{
  guint low = 0, high = self->starts->len;

  if (position >= self->position)
    return NULL;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      *(g_array_index (self->starts, Start, middle).start <= position ? &low : &high) = middle;
    }
  return high > low ? g_array_index (self->starts, Start, low).paragraph : NULL;
}

static void
move_to_scene (PltScript *script, PltParagraph *paragraph, gint scene)
{
  if (paragraph->scene >= 0)
    ((PltScene *) g_ptr_array_index (script->scenes, paragraph->scene))->n_paragraphs--;
  paragraph->scene = scene;
  if (scene >= 0)
    ((PltScene *) g_ptr_array_index (script->scenes, scene))->n_paragraphs++;
}

/* ---- the order ---- */

static void
find_first_paragraphs (PltScript *script)
{
  for (guint i = script->paragraphs->len; i-- > 0;)
    {
      const PltParagraph *paragraph = g_ptr_array_index (script->paragraphs, i);

      if (paragraph->scene >= 0)
        ((PltScene *) g_ptr_array_index (script->scenes, paragraph->scene))->first = i;
    }
}

/* The page of what is read last; the title page, which the file keeps behind, comes first. */
static guint
last_page (const PltScript *script)
{
  for (guint i = script->paragraphs->len; i-- > 0;)
    {
      const PltParagraph *paragraph = g_ptr_array_index (script->paragraphs, i);

      if (paragraph->kind != PLT_PARAGRAPH_TITLE)
        return paragraph->page;
    }
  return 1;
}

void
plt_fdx_places_arrange (PltFdxPlaces *self, PltScript *script)
{
  GPtrArray *paragraphs = script->paragraphs;
  g_autoptr (GPtrArray) ordered = g_ptr_array_sized_new (paragraphs->len + self->notes->len);
  g_autofree PltParagraph **anchors = g_new0 (PltParagraph *, self->notes->len + 1);
  guint last = last_page (script);
  guint n = paragraphs->len;
  guint note = 0;

  g_array_sort (self->notes, compare_notes);
  for (guint i = 0; i < self->notes->len; i++)
    {
      const Note *one = &g_array_index (self->notes, Note, i);
      PltParagraph *paragraph;

      anchors[i] = find_paragraph (self, one->position);
      paragraph = plt_script_add_paragraph (script, PLT_PARAGRAPH_NOTE, one->line, one->text, -1);
      if (anchors[i] != NULL)
        {
          move_to_scene (script, paragraph, anchors[i]->scene);
          paragraph->page = anchors[i]->page;
        }
      else
        paragraph->page = last;
    }
  for (guint i = 0; i < n; i++)
    {
      PltParagraph *paragraph = g_ptr_array_index (paragraphs, i);

      if (paragraph->kind == PLT_PARAGRAPH_TITLE)
        {
          move_to_scene (script, paragraph, -1);
          g_ptr_array_add (ordered, paragraph);
        }
    }
  for (guint i = 0; i < n; i++)
    {
      PltParagraph *paragraph = g_ptr_array_index (paragraphs, i);

      if (paragraph->kind == PLT_PARAGRAPH_TITLE)
        continue;
      g_ptr_array_add (ordered, paragraph);
      for (; note < self->notes->len && anchors[note] == paragraph; note++)
        g_ptr_array_add (ordered, g_ptr_array_index (paragraphs, n + note));
    }
  for (; note < self->notes->len; note++)
    g_ptr_array_add (ordered, g_ptr_array_index (paragraphs, n + note));
  for (guint i = 0; i < ordered->len; i++)
    paragraphs->pdata[i] = ordered->pdata[i];
  find_first_paragraphs (script);
}
