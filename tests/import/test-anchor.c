/* Where a tagged passage is in the next draft. */
#include <string.h>

#include "plt-anchor.h"

/* Paragraphs are lines; "#" begins the next group. The passages are in [brackets] in the old text;
 * in the answer they are in [brackets] when sure, in {braces} when to check. */
typedef struct
{
  GArray *paragraphs;
  GArray *tags;
  GPtrArray *texts;
} Text;

static void
text_clear (Text *self)
{
  g_array_unref (self->paragraphs);
  g_array_unref (self->tags);
  g_ptr_array_unref (self->texts);
}

static void
text_read (Text *self, const char *source)
{
  g_auto (GStrv) lines = g_strsplit (source, "\n", -1);
  gint group = 0;

  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (PltAnchorParagraph));
  self->tags = g_array_new (FALSE, FALSE, sizeof (PltAnchorTag));
  self->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      GString *text = g_string_new (NULL);
      PltAnchorParagraph paragraph = { NULL, group };
      PltAnchorTag tag = { self->paragraphs->len, 0, 0, 1 };

      if (lines[i][0] == '#')
        {
          group = (gint) g_ascii_strtoll (lines[i] + 1, NULL, 10);
          g_string_free (text, TRUE);
          continue;
        }
      for (const char *p = lines[i]; *p != '\0'; p++)
        {
          if (*p == '[')
            tag.start = (guint) g_utf8_strlen (text->str, -1);
          else if (*p == ']')
            {
              tag.length = (guint) g_utf8_strlen (text->str, -1) - tag.start;
              g_array_append_val (self->tags, tag);
            }
          else
            g_string_append_c (text, *p);
        }
      paragraph.text = text->str;
      g_array_append_val (self->paragraphs, paragraph);
      g_ptr_array_add (self->texts, g_string_free (text, FALSE));
    }
}

static char *
show (const Text *text, const GArray *places)
{
  GString *out = g_string_new (NULL);
  gint group = 0;

  for (guint i = 0; i < text->paragraphs->len; i++)
    {
      const PltAnchorParagraph *paragraph
          = &g_array_index (text->paragraphs, PltAnchorParagraph, i);
      g_autoptr (GString) line = g_string_new (NULL);

      for (glong k = 0; k <= g_utf8_strlen (paragraph->text, -1); k++)
        {
          const char *at = g_utf8_offset_to_pointer (paragraph->text, k);

          for (guint t = 0; t < places->len; t++)
            {
              const PltAnchorPlace *place = &g_array_index (places, PltAnchorPlace, t);

              if (place->state == PLT_ANCHOR_LOST || place->paragraph != i)
                continue;
              if (place->start == k)
                g_string_append_c (line, place->state == PLT_ANCHOR_SURE ? '[' : '{');
              if (place->start + place->length == k)
                g_string_append_c (line, place->state == PLT_ANCHOR_SURE ? ']' : '}');
            }
          if (*at != '\0')
            g_string_append_unichar (line, g_utf8_get_char (at));
        }
      if (i > 0)
        g_string_append_c (out, '\n');
      if (paragraph->group != group)
        g_string_append_printf (out, "#%d\n", group = paragraph->group);
      g_string_append (out, line->str);
    }
  return g_string_free (out, FALSE);
}

static const char *
plain (const char *marked)
{
  static char buffer[2000];
  char *to = buffer;

  for (const char *p = marked; *p != '\0'; p++)
    if (strchr ("[]{}", *p) == NULL)
      *to++ = *p;
  *to = '\0';
  return buffer;
}

static void
test_find (void)
{
  static const struct
  {
    const char *old_text, *new_text; /* the new one as it must be marked */
  } cases[] = {
    /* the same paragraph, among others */
    { "Un.\nIl pose la [lanterne] ici.\nDeux.", "Un.\nTrois.\nIl pose la [lanterne] ici.\nDeux." },
    /* the paragraph changed, its words are there once */
    { "Il pose la [lanterne] ici.", "Ce soir, il pose la [lanterne] rouge là." },
    /* accents count as one sign */
    { "Été : la [clé] dorée.", "Cet été : à côté, la [clé] dorée." },
    /* twice in the new paragraph: what stands around says which */
    { "La lampe. Il prend la [lampe] verte de la cave.",
      "Une lampe, puis il prend la [lampe] verte de la cave." },
    { "Elle ouvre la [porte] du fond.",
      "La porte claque. Elle ouvre la [porte] du fond. La porte grince." },
    /* nothing says which */
    { "Il ferme la [porte].\nFin.", "Une {porte} cède, une porte tombe.\nFin." },
    /* as many as before: in their order */
    { "Un [chat] noir, un [chat] gris.", "[chat] voici [chat] voilà" },
    /* not in the middle of another word */
    { "Un [chat] noir.", "Le chaton et un {chats} noirs." },
    { "La [lan]terne.", "Une [lan]terne." },
    /* another number, other words at its place, part of the words */
    { "Il allume une [lanterne] rouge.", "On voit deux {lanternes} vertes." },
    { "Elle sort de sa poche un [carnet] bleu très usé.",
      "Elle sort de sa poche un {cahier} bleu très usé." },
    { "Il tient une [vieille valise cabossée].", "À terre : cette {valise} noire." },
    /* gone */
    { "Il tient une [corde].", "Il ne tient rien du tout." },
    /* an equal paragraph goes on, one that is repeated and one less now */
    { "A\n[Oui]\nB\nOui\nC", "A\n[Oui]\nB\nC" },
    { "A\nOui\nB\n[Oui]\nC", "A\nB\n[Oui]\nC" },
    { "A\nX [mot].\nB\nX mot.\nC", "D\nX {mot}.\nE" },
    /* the paragraph went to another séquence */
    { "La [barque] dérive vers la pointe nord.\n#2\nRien.",
      "Autre chose.\n#2\nRien.\nLa [barque] dérive vers la pointe nord." },
    /* the words are in another séquence, which is no reason */
    { "Une [barque].\n#2\nRien.", "Quelqu'un.\n#2\nRien, une barque." },
    /* first the séquence it was in, though the paragraph is also elsewhere */
    { "La [barque] dérive vers la pointe nord.\n#2\nRien.",
      "Ce soir la [barque] dérive vers la pointe.\n#2\nLa barque dérive vers la pointe nord." },
    /* the paragraph is gone, and what it named is still named: only when nothing else is tagged */
    { "La [barque] coule.\nMilo voit la barque.", "Milo voit la {barque}." },
    { "La [barque] coule.\nMilo voit la [barque].", "Milo voit la [barque]." },
    /* two of one owner never stand at one place */
    { "La [barque] part.\nUne [barque] vient.", "Cette [barque] revient." },
    /* the whole paragraph */
    { "[Silence.]\nBruit.", "Bruit.\n[Silence.]" },
    { "", "Rien." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Text old_text, new_text;
      g_autoptr (GArray) places = NULL;
      g_autofree char *found = NULL;

      text_read (&old_text, cases[i].old_text);
      text_read (&new_text, plain (cases[i].new_text));
      places = plt_anchor_find (old_text.paragraphs, new_text.paragraphs, old_text.tags);
      g_assert_cmpuint (places->len, ==, old_text.tags->len);
      found = show (&new_text, places);
      g_assert_cmpstr (found, ==, cases[i].new_text);
      text_clear (&old_text);
      text_clear (&new_text);
    }
}

/* Tags that are not in their paragraph, and those of a whole one. */
static void
test_odd_tags (void)
{
  const PltAnchorParagraph old_paragraphs[] = { { "INT. CAVE", 1 }, { "Une corde.", 1 } };
  const PltAnchorParagraph new_paragraphs[] = { { "INT. GRENIER", 1 }, { "Une corde.", 1 } };
  const PltAnchorTag tags[] = { { 0, 0, 0, 1 }, { 1, 4, 99, 2 }, { 1, 500, 3, 3 }, { 1, 0, 0, 4 } };
  g_autoptr (GArray) old_array = g_array_new (FALSE, FALSE, sizeof (PltAnchorParagraph));
  g_autoptr (GArray) new_array = g_array_new (FALSE, FALSE, sizeof (PltAnchorParagraph));
  g_autoptr (GArray) tag_array = g_array_new (FALSE, FALSE, sizeof (PltAnchorTag));
  g_autoptr (GArray) places = NULL;
  const PltAnchorPlace *place;

  g_array_append_vals (old_array, old_paragraphs, G_N_ELEMENTS (old_paragraphs));
  g_array_append_vals (new_array, new_paragraphs, G_N_ELEMENTS (new_paragraphs));
  g_array_append_vals (tag_array, tags, G_N_ELEMENTS (tags));
  places = plt_anchor_find (old_array, new_array, tag_array);
  place = &g_array_index (places, PltAnchorPlace, 0);
  g_assert_cmpint (place->state, ==, PLT_ANCHOR_SURE);
  g_assert_cmpuint (place->paragraph, ==, 0);
  g_assert_cmpuint (place->length, ==, 0);
  place = &g_array_index (places, PltAnchorPlace, 1);
  g_assert_cmpint (place->state, ==, PLT_ANCHOR_SURE);
  g_assert_cmpuint (place->length, ==, 6); /* cut to what is there: "corde." */
  g_assert_cmpint (g_array_index (places, PltAnchorPlace, 2).state, ==, PLT_ANCHOR_LOST);
  place = &g_array_index (places, PltAnchorPlace, 3);
  g_assert_cmpint (place->state, ==, PLT_ANCHOR_SURE);
  g_assert_cmpuint (place->paragraph, ==, 1);
}

/* A paragraph that is there to the letter keeps its passages, whatever happens around it. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (GString) old_source = g_string_new (NULL);
      g_autoptr (GString) new_source = g_string_new (NULL);
      Text old_text, new_text;
      g_autoptr (GArray) places = NULL;
      g_autofree guint8 *kept = g_new0 (guint8, 100);

      for (guint i = 0; i < 100; i++)
        {
          g_autofree char *line = g_strdup_printf ("Ligne %u avec une [corde] et %u noeuds.", i,
                                                   g_rand_int_range (rand, 0, 5));

          g_string_append_printf (old_source, "%s%s", i > 0 ? "\n" : "", line);
          switch (g_rand_int_range (rand, 0, 6))
            {
            case 0:
              break;
            case 1:
              g_string_append_printf (new_source, "Nouvelle corde %u.\n", i);
              break;
            case 2:
              g_string_append_printf (new_source, "Ligne %u sans la corde.\n", i);
              break;
            default:
              g_string_append_printf (new_source, "%s\n", plain (line));
              kept[i] = TRUE;
              break;
            }
        }
      text_read (&old_text, old_source->str);
      text_read (&new_text, new_source->str);
      places = plt_anchor_find (old_text.paragraphs, new_text.paragraphs, old_text.tags);
      for (guint i = 0; i < 100; i++)
        if (kept[i])
          {
            const PltAnchorPlace *place = &g_array_index (places, PltAnchorPlace, i);

            g_assert_cmpint (place->state, ==, PLT_ANCHOR_SURE);
            g_assert_cmpstr (new_text.texts->pdata[place->paragraph], ==, old_text.texts->pdata[i]);
          }
      text_clear (&old_text);
      text_clear (&new_text);
    }
}

/* Ten thousand passages in one séquence where every paragraph changed: bounded. */
static void
test_huge (void)
{
  g_autoptr (GString) old_source = g_string_new (NULL);
  g_autoptr (GString) new_source = g_string_new (NULL);
  Text old_text, new_text;
  g_autoptr (GArray) places = NULL;
  gint64 start;

  for (guint i = 0; i < 10000; i++)
    {
      g_string_append (old_source, "La [corde] est là, la corde est là.\n");
      g_string_append (new_source, "La corde est ici, la corde est là.\n");
    }
  text_read (&old_text, old_source->str);
  text_read (&new_text, new_source->str);
  start = g_get_monotonic_time ();
  places = plt_anchor_find (old_text.paragraphs, new_text.paragraphs, old_text.tags);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
  g_assert_cmpuint (places->len, ==, 10000);
  text_clear (&old_text);
  text_clear (&new_text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/anchor/find", test_find);
  g_test_add_func ("/anchor/odd-tags", test_odd_tags);
  g_test_add_func ("/anchor/random", test_random);
  g_test_add_func ("/anchor/huge", test_huge);
  return g_test_run ();
}
