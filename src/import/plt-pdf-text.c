#include "plt-pdf-text.h"

#include <glib/gi18n-lib.h>
#include <poppler.h>
#include <stdlib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-library.h"
#include "plt-pdf-script.h"
#include "plt-script-builder.h"

#define MAX_SIGNS (16 * 1024 * 1024)
#define MAX_SIGNS_OF_PAGE (256 * 1024)
#define ENOUGH_SIGNS 4000 /* to know how wide they are */
#define MAX_SECONDS 60
#define MIN_PAPER 72.0 /* points; outside these the file is not believed */
#define MAX_PAPER 14400.0
#define POPPLER_LIBRARY "libpoppler-glib.so.8"

/* ---- poppler, loaded when needed ---- */

typedef struct
{
  __typeof__ (&poppler_document_new_from_bytes) document_new_from_bytes;
  __typeof__ (&poppler_document_get_n_pages) document_get_n_pages;
  __typeof__ (&poppler_document_get_page) document_get_page;
  __typeof__ (&poppler_page_get_size) page_get_size;
  __typeof__ (&poppler_page_get_text) page_get_text;
  __typeof__ (&poppler_page_get_text_layout) page_get_text_layout;
  __typeof__ (&poppler_page_get_text_attributes) page_get_text_attributes;
  __typeof__ (&poppler_page_free_text_attributes) page_free_text_attributes;
  __typeof__ (&poppler_error_quark) error_quark;
} Poppler;

static gboolean
load_symbols (Poppler *poppler)
{
  const PltSymbol symbols[] = {
    { "poppler_document_new_from_bytes", (gpointer *) &poppler->document_new_from_bytes },
    { "poppler_document_get_n_pages", (gpointer *) &poppler->document_get_n_pages },
    { "poppler_document_get_page", (gpointer *) &poppler->document_get_page },
    { "poppler_page_get_size", (gpointer *) &poppler->page_get_size },
    { "poppler_page_get_text", (gpointer *) &poppler->page_get_text },
    { "poppler_page_get_text_layout", (gpointer *) &poppler->page_get_text_layout },
    { "poppler_page_get_text_attributes", (gpointer *) &poppler->page_get_text_attributes },
    { "poppler_page_free_text_attributes", (gpointer *) &poppler->page_free_text_attributes },
    { "poppler_error_quark", (gpointer *) &poppler->error_quark },
  };

  return plt_library_load (POPPLER_LIBRARY, symbols, G_N_ELEMENTS (symbols));
}

static const Poppler *
get_poppler (GError **error)
{
  static Poppler poppler;
  static gsize state = 0; /* 1 loaded, 2 missing */

  if (g_once_init_enter (&state))
    g_once_init_leave (&state, load_symbols (&poppler) ? 1 : 2);
  if (state == 1)
    return &poppler;
  g_set_error (error, PLT_ERROR, PLT_ERROR_FAILED,
               _ ("PDF files cannot be read without the library %s: install libpoppler-glib8."),
               POPPLER_LIBRARY);
  return NULL;
}

/* ---- pieces of lines ---- */

typedef struct
{
  const Poppler *poppler;
  PltPlacedText *text;
  GArray *pieces; /* of the page */
  GArray *widths; /* float, of signs */
  gsize n_signs;
  const char *name;   /* of the file, for errors */
  gboolean landscape; /* two pages may stand on a sheet */
} Loader;

/* Which signs are bold: one byte a sign. */
static guint8 *
find_bold (const Loader *self, PopplerPage *page, guint n)
{
  guint8 *bold = g_malloc0 (n + 1);
  GList *attributes = self->poppler->page_get_text_attributes (page);

  for (GList *l = attributes; l != NULL; l = l->next)
    {
      const PopplerTextAttributes *run = l->data;

      if (run->font_name == NULL
          || (strstr (run->font_name, "Bold") == NULL && strstr (run->font_name, "bold") == NULL
              && strstr (run->font_name, "Black") == NULL))
        continue;
      for (int i = MAX (0, run->start_index); i <= run->end_index && (guint) i < n; i++)
        bold[i] = 1;
    }
  self->poppler->page_free_text_attributes (attributes);
  return bold;
}

static void
end_piece (Loader *self, PltPiece *piece, GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  if (text->len > 0)
    {
      piece->text = plt_script_compose (g_strndup (text->str, text->len));
      g_array_append_val (self->pieces, *piece);
    }
  g_string_truncate (text, 0);
}

/* Letters that were cast together, as the two or three that they are. */
static const char *
apart (gunichar c)
{
  static const char *const ligatures[] = { "ff", "fi", "fl", "ffi", "ffl", "ft", "st" };

  return c >= 0xFB00 && c <= 0xFB06 ? ligatures[c - 0xFB00] : NULL;
}

static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == '\t' || c == 0xA0 || c == 0x2009 || c == 0x202F;
}

/* Whether the sign at `place` stands apart from the piece before it: on another line, to its left,
 * or a wide gap away. */
static gboolean
stands_apart (const PltPiece *piece, const PopplerRectangle *place)
{
  double width = place->x2 - place->x1;
  double middle = (place->y1 + place->y2) / 2;

  return middle < piece->top || middle > piece->bottom || place->x1 < piece->x1 - width
         || place->x1 > piece->x1 + width * 3;
}

static void
begin_piece (PltPiece *piece, const PopplerRectangle *place)
{
  piece->x0 = place->x1;
  piece->top = place->y1;
  piece->bottom = place->y2;
  piece->bold = TRUE;
}

/* Signs that a file puts nowhere are on no page. */
static gboolean
is_sane (const PopplerRectangle *place)
{
  return place->x1 > -MAX_PAPER && place->x2 < 2 * MAX_PAPER && place->y1 > -MAX_PAPER
         && place->y2 < 2 * MAX_PAPER;
}

static void
cut_pieces (Loader *self, const char *text, const PopplerRectangle *places, guint n, guint8 *bold)
{
  g_autoptr (GString) gathered = g_string_new (NULL);
  PltPiece piece = { NULL };

  for (guint i = 0; i < n && *text != '\0'; i++, text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);
      const PopplerRectangle *place = &places[i];
      float width = (float) (place->x2 - place->x1);

      if (c == '\n' || c == '\f')
        {
          end_piece (self, &piece, gathered);
          continue;
        }
      if (is_space (c))
        {
          if (gathered->len > 0 && gathered->str[gathered->len - 1] != ' ')
            g_string_append_c (gathered, ' ');
          continue;
        }
      if (!g_unichar_isprint (c) || !is_sane (place))
        continue;
      if (gathered->len > 0 && stands_apart (&piece, place))
        end_piece (self, &piece, gathered);
      if (gathered->len == 0)
        begin_piece (&piece, place);
      if (apart (c) != NULL)
        g_string_append (gathered, apart (c));
      else
        g_string_append_unichar (gathered, c);
      piece.x1 = place->x2;
      piece.bold = piece.bold && bold[i];
      if (width > 0 && self->widths->len < ENOUGH_SIGNS)
        g_array_append_val (self->widths, width);
    }
  end_piece (self, &piece, gathered);
}

/* ---- pages ---- */

/* Two pages of the script on one sheet: nothing stands across its middle. */
static gboolean
is_spread (const Loader *self, double middle)
{
  guint left = 0, right = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const PltPiece *piece = &g_array_index (self->pieces, PltPiece, i);

      if (piece->x1 <= middle)
        left++;
      else if (piece->x0 >= middle)
        right++;
      else
        return FALSE;
    }
  return left > 0 && right > 0;
}

/* Moves the pieces of the right-hand page to a page of their own. */
static void
cut_spread (Loader *self, double middle, GArray *right)
{
  guint out = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      PltPiece piece = g_array_index (self->pieces, PltPiece, i);

      g_array_index (self->pieces, PltPiece, i).text = NULL;
      if (piece.x0 < middle)
        {
          g_array_index (self->pieces, PltPiece, out++) = piece;
          continue;
        }
      piece.x0 -= middle;
      piece.x1 -= middle;
      g_array_append_val (right, piece);
    }
  g_array_set_size (self->pieces, out);
}

static void
add_page (Loader *self)
{
  if (self->landscape && is_spread (self, self->text->width))
    {
      g_autoptr (GArray) right = plt_pieces_new ();

      cut_spread (self, self->text->width, right);
      plt_placed_text_add_page (self->text, self->pieces);
      plt_placed_text_add_page (self->text, right);
    }
  else
    plt_placed_text_add_page (self->text, self->pieces);
}

static gboolean
load_page (Loader *self, PopplerDocument *document, guint index, GError **error)
{
  PopplerPage *page = self->poppler->document_get_page (document, (int) index);
  g_autofree char *text = NULL;
  g_autofree PopplerRectangle *places = NULL;
  g_autofree guint8 *bold = NULL;
  guint n = 0;

  g_array_set_size (self->pieces, 0);
  text = page != NULL ? self->poppler->page_get_text (page) : NULL;
  if (text != NULL && self->poppler->page_get_text_layout (page, &places, &n)
      && n <= MAX_SIGNS_OF_PAGE)
    {
      bold = find_bold (self, page, n);
      cut_pieces (self, text, places, n, bold);
      if (self->widths->len < ENOUGH_SIGNS)
        self->text->sign_width = plt_placed_percentile (self->widths, 50, 7.2);
    }
  g_clear_pointer (&page, g_object_unref);
  self->n_signs += n;
  if (n > MAX_SIGNS_OF_PAGE || self->n_signs > MAX_SIGNS)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG,
                   _ ("“%s” holds more text than any screenplay: choose another file."),
                   self->name);
      return FALSE;
    }
  add_page (self);
  return TRUE;
}

/* ---- the file ---- */

static PopplerDocument *
open_document (
    const Poppler *poppler, const char *bytes, gsize length, const char *name, GError **error)
{
  g_autoptr (GBytes) content = g_bytes_new_static (bytes, length);
  g_autoptr (GError) cause = NULL;
  PopplerDocument *document = poppler->document_new_from_bytes (content, NULL, &cause);

  if (document != NULL)
    return document;
  if (g_error_matches (cause, poppler->error_quark (), POPPLER_ERROR_ENCRYPTED))
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("“%s” is protected by a password: save it again without one."), name);
  else
    g_set_error (error, PLT_ERROR, PLT_ERROR_DAMAGED,
                 _ ("“%s” is a damaged PDF file: copy it again, or make it again from the program "
                    "that wrote it."),
                 name);
  return NULL;
}

/* The size of a page in the middle of the script: a cover may have another. */
static void
measure_paper (Loader *self, PopplerDocument *document, guint n_pages)
{
  PopplerPage *page
      = n_pages > 0 ? self->poppler->document_get_page (document, (int) (n_pages / 2)) : NULL;
  double width = 0, height = 0;

  if (page != NULL)
    {
      self->poppler->page_get_size (page, &width, &height);
      g_object_unref (page);
    }
  if (!(width >= MIN_PAPER && width <= MAX_PAPER && height >= MIN_PAPER && height <= MAX_PAPER))
    {
      width = 595;
      height = 842;
    }
  self->landscape = width > height * 1.2;
  self->text->width = self->landscape ? width / 2 : width;
  self->text->height = height;
}

static gboolean
load_pages (Loader *self, PopplerDocument *document, guint n_pages, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + MAX_SECONDS * G_USEC_PER_SEC;

  measure_paper (self, document, n_pages);
  for (guint i = 0; i < n_pages; i++)
    {
      if (!load_page (self, document, i, error))
        return FALSE;
      if (g_get_monotonic_time () > deadline)
        {
          g_set_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG,
                       _ ("“%s” takes too long to read: save it again from the program that wrote "
                          "it."),
                       self->name);
          return FALSE;
        }
    }
  plt_placed_text_finish (self->text);
  return TRUE;
}

PltPlacedText *
plt_pdf_text_load (const char *bytes, gsize length, const char *name, GError **error)
{
  const Poppler *poppler = get_poppler (error);
  g_autoptr (PltPlacedText) text = NULL;
  g_autoptr (GArray) pieces = NULL;
  g_autoptr (GArray) widths = NULL;
  PopplerDocument *document;
  Loader self = { .poppler = poppler, .name = name };
  int n_pages;
  gboolean ok;

  if (poppler == NULL)
    return NULL;
  document = open_document (poppler, bytes, length, name, error);
  if (document == NULL)
    return NULL;
  n_pages = poppler->document_get_n_pages (document);
  if (n_pages > PLT_PDF_MAX_PAGES)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG,
                   _ ("“%s” has %d pages, more than any screenplay: choose another file."), name,
                   n_pages);
      g_object_unref (document);
      return NULL;
    }
  self.text = text = plt_placed_text_new ();
  self.pieces = pieces = plt_pieces_new ();
  self.widths = widths = g_array_new (FALSE, FALSE, sizeof (float));
  ok = load_pages (&self, document, (guint) MAX (0, n_pages), error);
  g_object_unref (document);
  return ok ? g_steal_pointer (&text) : NULL;
}
