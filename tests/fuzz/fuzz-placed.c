#include <stdint.h>
#include <string.h>

#include "plt-placed-script.h"
#include "script-dump.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

#define HEAD 4 /* bytes before the words of a piece */

/* Four bytes say where a piece stands, how bold, and whether a page begins; its words follow up to
 * a byte below the space. */
static const uint8_t *
take_piece (const uint8_t *p, const uint8_t *end, GArray *pieces)
{
  const uint8_t *words = p + HEAD;
  const uint8_t *stop = words;
  PltPiece piece = { NULL };

  while (stop < end && *stop >= ' ')
    stop++;
  piece.x0 = p[0] * 3.0 - 40;
  piece.top = p[1] * 4.0 - 60;
  piece.bottom = piece.top + 4 + p[2] % 16;
  piece.bold = p[3] & 1;
  piece.text = g_utf8_make_valid ((const char *) words, stop - words);
  g_strstrip (piece.text);
  piece.x1 = piece.x0 + (double) strlen (piece.text) * 7.2;
  if (piece.text[0] != '\0')
    g_array_append_val (pieces, piece);
  else
    g_free (piece.text);
  return stop < end ? stop + 1 : end;
}

/* Words anywhere on pages: a sound script. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (PltPlacedText) text = plt_placed_text_new ();
  g_autoptr (GArray) pieces = plt_pieces_new ();
  g_autoptr (PltScript) script = NULL;
  const uint8_t *end = data + size;

  text->width = 595;
  text->height = 842;
  text->loose = size > 0 && data[0] & 1;
  text->paged = size > 1 && data[1] & 1;
  while (end - data > HEAD)
    {
      if ((data[3] & 0x1e) == 0x1e)
        {
          plt_placed_text_add_page (text, pieces);
          g_array_set_size (pieces, 0);
        }
      data = take_piece (data, end, pieces);
    }
  plt_placed_text_add_page (text, pieces);
  plt_placed_text_finish (text);
  script = plt_placed_script_read (text, "essai");
  plt_test_script_is_sound (script);
  return 0;
}
