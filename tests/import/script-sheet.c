#include "script-sheet.h"

#include <cairo-pdf.h>
#include <string.h>

typedef struct
{
  const PltSheetLayout *layout;
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_t *cr;
  double y;      /* of the line drawn last */
  guint page;    /* of the script, from 1; 0 before */
  guint line;    /* drawn so far */
  char *speaker; /* (nullable) */
  GArray *pages; /* (nullable) */
} Sheet;

static cairo_status_t
write_bytes (gpointer closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static double
width_of (Sheet *self, const char *text)
{
  cairo_text_extents_t extents;

  cairo_text_extents (self->cr, text, &extents);
  return extents.x_advance;
}

static void
draw_at (Sheet *self, double x, double y, const char *text)
{
  cairo_move_to (self->cr, x, y);
  cairo_show_text (self->cr, text);
}

/* ---- pages ---- */

static void
draw_frame (Sheet *self)
{
  const PltSheetLayout *layout = self->layout;
  g_autofree char *number = g_strdup_printf ("%u.", self->page);

  cairo_select_font_face (self->cr, layout->font, CAIRO_FONT_SLANT_NORMAL,
                          CAIRO_FONT_WEIGHT_NORMAL);
  if (layout->head != NULL)
    draw_at (self, layout->action.x, 36, layout->head);
  if (layout->foot != NULL)
    draw_at (self, layout->action.x + 40, layout->height - 30, layout->foot);
  if (layout->page_number > 0)
    draw_at (self, layout->action.x + layout->action.width, layout->page_number, number);
}

static void
begin_page (Sheet *self)
{
  if (self->layout->spread && self->page % 2 == 1)
    cairo_translate (self->cr, self->layout->width, 0);
  else
    {
      if (self->page > 0)
        cairo_show_page (self->cr);
      cairo_identity_matrix (self->cr);
    }
  self->page++;
  draw_frame (self);
  self->y = self->layout->top - self->layout->leading;
}

static void
put_line (Sheet *self, const PltSheetStyle *style, const char *text, gboolean last)
{
  const PltSheetLayout *layout = self->layout;
  double width = width_of (self, text);
  double x = style->align == PLT_SHEET_CENTER  ? style->x + (style->width - width) / 2
             : style->align == PLT_SHEET_RIGHT ? style->x + style->width - width
                                               : style->x;
  g_auto (GStrv) words = NULL;
  double gap;

  self->line++;
  if (layout->stars && self->line % 7 == 0)
    draw_at (self, layout->width - 40, self->y, "*");
  if (!layout->justify || last || style->align != PLT_SHEET_LEFT)
    {
      draw_at (self, x, self->y, text);
      return;
    }
  words = g_strsplit (text, " ", -1);
  gap = g_strv_length (words) > 1
            ? (style->width - width) / (double) (g_strv_length (words) - 1) + width_of (self, " ")
            : 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      draw_at (self, x, self->y, words[i]);
      x += width_of (self, words[i]) + gap;
    }
}

/* ---- paragraphs ---- */

/* Where a word that is too long for the line may be cut: before its last vowel but one. */
static gsize
cut_of (const char *word)
{
  gsize n = strlen (word);

  for (gsize i = n > 4 ? n - 4 : 0; i > 3; i--)
    if (g_ascii_islower (word[i]) && !strchr ("aeiouy", word[i]) && g_ascii_islower (word[i - 1])
        && strchr ("aeiouy", word[i - 1]) && g_ascii_islower (word[i + 1]))
      return i;
  return 0;
}

static void
break_lines (Sheet *self, const PltSheetStyle *style, const char *text, GPtrArray *lines)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *longer = g_strconcat (line->str, line->len > 0 ? " " : "", words[i], NULL);
      gsize cut = self->layout->hyphens ? cut_of (words[i]) : 0;
      g_autofree char *half
          = g_strdup_printf ("%s%s%.*s-", line->str, line->len > 0 ? " " : "", (int) cut, words[i]);

      if (width_of (self, longer) <= style->width)
        {
          g_string_assign (line, longer);
          continue;
        }
      if (cut > 0 && width_of (self, half) <= style->width)
        {
          g_ptr_array_add (lines, g_steal_pointer (&half));
          g_string_assign (line, words[i] + cut);
          continue;
        }
      g_ptr_array_add (lines, g_strdup (line->str));
      g_string_assign (line, words[i]);
    }
  g_ptr_array_add (lines, g_strdup (line->str));
}

static void
continue_speech (Sheet *self)
{
  g_autofree char *name = g_strdup_printf ("%s (SUITE)", self->speaker);

  self->y += self->layout->leading;
  put_line (self, &self->layout->cue, "(À SUIVRE)", TRUE);
  begin_page (self);
  self->y += self->layout->leading;
  put_line (self, &self->layout->cue, name, TRUE);
}

/* `keep`: lines that must have room on the page. */
static void
put_paragraph (Sheet *self, const PltSheetStyle *style, const char *text, guint keep)
{
  const PltSheetLayout *layout = self->layout;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  gboolean speech = style == &layout->speech;

  break_lines (self, style, text, lines);
  if (self->page == 0
      || self->y + (style->above + keep) * layout->leading > layout->bottom - layout->leading)
    begin_page (self);
  if (self->y >= layout->top)
    self->y += style->above * layout->leading;
  for (guint i = 0; i < lines->len; i++)
    {
      if (self->y + layout->leading > layout->bottom - (speech ? layout->leading : 0) && i > 0)
        {
          if (speech && layout->more)
            continue_speech (self);
          else
            begin_page (self);
        }
      self->y += layout->leading;
      put_line (self, style, g_ptr_array_index (lines, i), i + 1 == lines->len);
    }
}

static void
put_heading (Sheet *self, const char *text)
{
  const PltSheetLayout *layout = self->layout;
  const char *space = strchr (text, ' ');
  g_autofree char *number = g_strndup (text, (gsize) (space - text));
  g_autofree char *inside = g_strdup_printf ("%s. %s", number, space + 1);
  gboolean margins = layout->left_number > 0 || layout->right_number > 0;

  if (layout->bold)
    cairo_select_font_face (self->cr, layout->font, CAIRO_FONT_SLANT_NORMAL,
                            CAIRO_FONT_WEIGHT_BOLD);
  put_paragraph (self, &layout->heading, margins ? space + 1 : inside, 5);
  if (self->pages != NULL)
    g_array_append_val (self->pages, self->page);
  if (layout->left_number > 0)
    draw_at (self, layout->left_number, self->y, number);
  if (layout->right_number > 0)
    draw_at (self, layout->right_number, self->y, number);
  cairo_select_font_face (self->cr, layout->font, CAIRO_FONT_SLANT_NORMAL,
                          CAIRO_FONT_WEIGHT_NORMAL);
}

static void
put_title (Sheet *self, const char *text)
{
  self->y += self->layout->leading * 3;
  put_line (self, &self->layout->centered, text, TRUE);
}

static void
put_letter (Sheet *self, char letter, const char *text)
{
  const PltSheetLayout *layout = self->layout;

  switch (letter)
    {
    case 'I':
      put_title (self, text);
      break;
    case 'H':
      put_heading (self, text);
      break;
    case 'C':
      g_free (self->speaker);
      self->speaker = g_strdup (text);
      put_paragraph (self, &layout->cue, text, 4);
      break;
    case 'P':
      put_paragraph (self, &layout->bracket, text, 1);
      break;
    case 'D':
      put_paragraph (self, &layout->speech, text, 1);
      break;
    case 'T':
      put_paragraph (self, &layout->transition, text, 1);
      break;
    case 'E':
      put_paragraph (self, &layout->centered, text, 1);
      break;
    case 'B':
      begin_page (self);
      break;
    default:
      put_paragraph (self, &layout->action, text, 3);
      break;
    }
}

GBytes *
plt_sheet_draw (const PltSheetLayout *layout, const char *script, GArray *pages)
{
  Sheet self = { .layout = layout, .bytes = g_byte_array_new (), .pages = pages };
  g_auto (GStrv) lines = g_strsplit (script, "\n", -1);

  self.surface = cairo_pdf_surface_create_for_stream (
      write_bytes, self.bytes, layout->width * (layout->spread ? 2 : 1), layout->height);
  self.cr = cairo_create (self.surface);
  cairo_select_font_face (self.cr, layout->font, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (self.cr, layout->size);
  self.y = layout->top + 100;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == 'I' && self.page == 0)
        put_letter (&self, 'I', lines[i] + 2);
      else if (lines[i][0] != '\0')
        {
          if (self.page == 0 && i > 0)
            cairo_show_page (self.cr);
          put_letter (&self, lines[i][0], lines[i][1] != '\0' ? lines[i] + 2 : "");
        }
    }
  cairo_destroy (self.cr);
  cairo_surface_finish (self.surface);
  cairo_surface_destroy (self.surface);
  g_free (self.speaker);
  return g_byte_array_free_to_bytes (self.bytes);
}

/* ---- the script ---- */

const char plt_sheet_script[]
    = "I LA PASSE\n"
      "I Un scénario de\n"
      "I Maëlle Tréguier\n"
      "H 1 EXT. JETÉE DU LARGE - AUBE\n"
      "A La mer, encore noire. Une bande grise au-dessus de la ville. Le feu vert cligne : deux "
      "éclats, une pause, deux éclats qui reviennent sans que personne les regarde.\n"
      "A Lucien, soixante ans, ciré jaune, sort de la cabane du pilote. Il compte les bateaux à "
      "quai, "
      "comme tous les matins, et remue les lèvres.\n"
      "C LUCIEN\n"
      "P (à la radio)\n"
      "D Astrée, de pilote. Je vous vois au nord de la bouée, restez sur le douze jusqu’à la "
      "passe.\n"
      "C VOIX RADIO (off)\n"
      "D Bien reçu, pilote.\n"
      "A Il repose le micro.\n"
      "H 2 INT. CAFÉ DU PORT / SALLE - JOUR\n"
      "A NORA, trente-cinq ans, essuie le comptoir. La télévision marche sans le son. Deux dockers "
      "jouent aux cartes au fond de la salle, près du poêle.\n"
      "C NORA\n"
      "D Tu préfères le voir avant, ou tu attends qu’il t’appelle ?\n"
      "C MILO\n"
      "D Je préfère le voir avant toute chose. Il a rentré onze mille navires, il peut bien me "
      "recevoir dix minutes sans que ma mère le sache.\n"
      "C ÉLODIE (voix off)\n"
      "P (bas)\n"
      "D Ne te retourne pas.\n"
      "A Milo se retourne.\n"
      "T CUT SUR :\n"
      "H 2A INT. CAFÉ DU PORT / ARRIÈRE-SALLE - CONTINU\n"
      "A Une réserve. Des caisses, un lit de camp, la photographie d’un bateau qui n’existe plus. "
      "Élodie range les bouteilles par couleur, la verte avec la verte.\n"
      "C ÉLODIE\n"
      "D Il vient ?\n"
      "C NORA (SUITE)\n"
      "D Il vient.\n"
      "H 3 EXT. QUAI DES REMORQUEURS - NUIT\n"
      "A Pluie. Les remorqueurs cognent contre les pneus du quai. Milo marche vite, le col relevé, "
      "il ne regarde pas la cabane éclairée.\n"
      "C MILO\n"
      "D Lucien !\n"
      "A Rien. La lampe s’éteint.\n"
      "C LUCIEN (off)\n"
      "D Je ne bouge pas d’ici. Tu peux appeler autant que tu veux, la capitainerie, les pompiers, "
      "ta "
      "mère si elle est réveillée : je ne bouge pas d’ici, et le bateau non plus.\n"
      "C MILO\n"
      "P (il rit)\n"
      "D Alors c’est moi qui monte.\n"
      "H 4 INT. CABANE DU PILOTE - NUIT\n"
      "A Trois mètres sur deux. Une table, une carte, un thermos. Lucien tient la lampe contre sa "
      "poitrine. Milo reste debout dans la porte, il goutte sur le plancher.\n"
      "C LUCIEN\n"
      "D Ferme.\n"
      "C MILO\n"
      "D Tu l’as vu passer ?\n"
      "C LUCIEN\n"
      "P (après un temps)\n"
      "D Deux fois.\n"
      "A Il montre la carte : une croix au crayon, à l’entrée de la passe, là où le fond remonte "
      "et "
      "où les marins préfèrent ne pas aller quand le vent tourne.\n"
      "T FONDU AU NOIR.\n"
      "H 5 EXT. PASSE DE L’EST - AUBE\n"
      "A La mer, encore noire. Le feu vert cligne.\n"
      "E TROIS SEMAINES PLUS TARD\n"
      "A Le même feu, en plein jour. Un enfant pêche au bout de la jetée, les pieds dans le vide.\n"
      "C NORA\n"
      "D Descends de là.\n"
      "A Il descend.";

/* The dump of script-dump.c: a heading with a full stop after its number, nothing for page breaks.
 */
char *
plt_sheet_expect (const char *lines)
{
  g_auto (GStrv) split = g_strsplit (lines, "\n", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; split[i] != NULL; i++)
    {
      char *space = split[i][0] == 'H' ? strchr (split[i] + 2, ' ') : NULL;

      if (split[i][0] == 'B')
        continue;
      if (out->len > 0)
        g_string_append_c (out, '\n');
      if (split[i][0] == 'H')
        g_string_append_printf (out, "H %.*s.%s", (int) (space - split[i] - 2), split[i] + 2,
                                space);
      else
        g_string_append (out, split[i]);
    }
  return g_string_free (out, FALSE);
}

void
plt_sheet_assert (const char *name, const char *dump, const char *expected)
{
  g_auto (GStrv) have = g_strsplit (dump, "\n", -1);
  g_auto (GStrv) want = g_strsplit (expected, "\n", -1);

  for (guint i = 0; have[i] != NULL || want[i] != NULL; i++)
    if (g_strcmp0 (have[i], want[i]) != 0)
      g_error ("%s, paragraph %u\n have %s\n want %s", name, i, have[i], want[i]);
}
