#include "plt-pdf-text.h"

#include <glib/gi18n-lib.h>
#include <gmodule.h>
#include <poppler.h>
#include <stdlib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-pdf-script.h"
#include "plt-script-builder.h"

#define MAX_SIGNS (16 * 1024 * 1024)
#define MAX_SIGNS_OF_PAGE (256 * 1024)
#define ENOUGH_SIGNS 4000 /* to know how wide they are */
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
  const struct
  {
    const char *name;
    gpointer *symbol;
  } symbols[] = {
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
  GModule *module = g_module_open (POPPLER_LIBRARY, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);

  if (module == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (!g_module_symbol (module, symbols[i].name, symbols[i].symbol))
      return FALSE;
  /* It registers types: it must stay for the life of the process. */
  g_module_make_resident (module);
  return TRUE;
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

/* Signs that poppler gives one after the other on one line. */
typedef struct
{
  char *text;
  double x0, x1, top, bottom;
  gboolean bold;
} Piece;

static void
clear_piece (gpointer data)
{
  Piece *self = data;

  g_free (self->text);
}

typedef struct
{
  const Poppler *poppler;
  PltPdfText *text;
  GArray *pieces; /* of the page */
  GArray *widths; /* float, of signs */
  GArray *leadings;
  gsize n_signs;
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
end_piece (Loader *self, Piece *piece, GString *text)
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

static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == '\t' || c == 0xA0 || c == 0x2009 || c == 0x202F;
}

/* Whether the sign at `place` stands apart from the piece before it: on another line, to its left,
 * or a wide gap away. */
static gboolean
stands_apart (const Piece *piece, const PopplerRectangle *place)
{
  double width = place->x2 - place->x1;
  double middle = (place->y1 + place->y2) / 2;

  return middle < piece->top || middle > piece->bottom || place->x1 < piece->x1 - width
         || place->x1 > piece->x1 + width * 3;
}

static void
begin_piece (Piece *piece, const PopplerRectangle *place)
{
  piece->x0 = place->x1;
  piece->top = place->y1;
  piece->bottom = place->y2;
  piece->bold = TRUE;
}

static void
cut_pieces (Loader *self, const char *text, const PopplerRectangle *places, guint n, guint8 *bold)
{
  g_autoptr (GString) gathered = g_string_new (NULL);
  Piece piece = { NULL };

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
      if (!g_unichar_isprint (c))
        continue;
      if (gathered->len > 0 && stands_apart (&piece, place))
        end_piece (self, &piece, gathered);
      if (gathered->len == 0)
        begin_piece (&piece, place);
      g_string_append_unichar (gathered, c);
      piece.x1 = place->x2;
      piece.bold = piece.bold && bold[i];
      if (width > 0 && self->widths->len < ENOUGH_SIGNS)
        g_array_append_val (self->widths, width);
    }
  end_piece (self, &piece, gathered);
}

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const Piece *one = a;
  const Piece *two = b;

  if (one->top != two->top)
    return one->top < two->top ? -1 : 1;
  return one->x0 < two->x0 ? -1 : one->x0 > two->x0;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const Piece *one = a;
  const Piece *two = b;

  return one->x0 < two->x0 ? -1 : one->x0 > two->x0;
}

static int
compare_floats (gconstpointer a, gconstpointer b)
{
  float one = *(const float *) a;
  float two = *(const float *) b;

  return one < two ? -1 : one > two;
}

/* The value that `percent` of the others stay below. */
static double
percentile (GArray *values, guint percent, double fallback)
{
  if (values->len == 0)
    return fallback;
  g_array_sort (values, compare_floats);
  return (double) g_array_index (values, float, (values->len - 1) * percent / 100);
}

/* ---- lines ---- */

gboolean
plt_pdf_text_is_number (const char *text)
{
  guint digits = 0, letters = 0;
  const char *p = text;

  for (; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      digits++;
    else if (g_ascii_isalpha (*p))
      letters++;
    else if (!strchr ("./-* ", *p))
      return FALSE;
  if (letters > 2)
    {
      g_autofree char *upper = g_ascii_strup (text, -1);

      if (!strstr (upper, "BIS") && !strstr (upper, "TER") && !strstr (upper, "QUATER"))
        return FALSE;
    }
  return digits > 0 && digits < 8 && p - text < 14;
}

static char *
clean_number (const char *text)
{
  char *number = g_strdup (text);

  for (gsize n = strlen (number); n > 0 && strchr (".* -", number[n - 1]) != NULL; n--)
    number[n - 1] = '\0';
  return number;
}

/* Pieces [from, to) stand on one line, from left to right. A number alone at either end belongs to
 * the margin; a wide gap towards the middle of the page makes two columns. */
static void
add_line (Loader *self, guint page, guint from, guint to)
{
  PltPdfText *text = self->text;
  PltPdfLine *line = g_new0 (PltPdfLine, 1);
  g_autoptr (GString) joined = g_string_new (NULL);
  double wide = text->sign_width * 3.5;
  guint first = from, last = to;

#define PIECE(i) (&g_array_index (self->pieces, Piece, (i)))
  if (last - first > 1 && plt_pdf_text_is_number (PIECE (first)->text)
      && PIECE (first + 1)->x0 - PIECE (first)->x1 > text->sign_width * 1.5
      && PIECE (first)->x0 < text->width * 0.2)
    line->number = clean_number (PIECE (first++)->text);
  if (last - first > 1 && plt_pdf_text_is_number (PIECE (last - 1)->text)
      && PIECE (last - 1)->x0 - PIECE (last - 2)->x1 > wide
      && PIECE (last - 1)->x0 > text->width * 0.8)
    {
      last--;
      if (line->number == NULL)
        line->number = clean_number (PIECE (last)->text);
    }
  line->x0 = PIECE (first)->x0;
  line->top = PIECE (first)->top;
  line->height = PIECE (first)->bottom - PIECE (first)->top;
  line->bold = TRUE;
  line->page = page;
  for (guint i = first; i < last; i++)
    {
      const Piece *piece = PIECE (i);

      if (i > first && i + 1 == last && line->x0 > text->width * 0.2
          && piece->x0 - PIECE (i - 1)->x1 > wide && piece->x0 > text->width * 0.45)
        {
          line->second = g_strdup (piece->text);
          line->second_x0 = piece->x0;
          break;
        }
      if (joined->len > 0 && piece->x0 - PIECE (i - 1)->x1 > text->sign_width * 0.25)
        g_string_append_c (joined, ' ');
      g_string_append (joined, piece->text);
      line->x1 = piece->x1;
      line->bold &= piece->bold;
    }
#undef PIECE
  line->text = g_string_free (g_steal_pointer (&joined), FALSE);
  g_ptr_array_add (text->lines, line);
  line->index = text->lines->len;
}

static void
make_lines (Loader *self, guint page)
{
  guint from = 0;
  guint first_line = self->text->lines->len;

  g_array_sort (self->pieces, compare_pieces);
  while (from < self->pieces->len)
    {
      const Piece *first = &g_array_index (self->pieces, Piece, from);
      double middle = (first->top + first->bottom) / 2;
      guint to = from + 1;

      while (to < self->pieces->len && g_array_index (self->pieces, Piece, to).top < middle)
        to++;
      g_qsort_with_data (&g_array_index (self->pieces, Piece, from), (gint) (to - from),
                         sizeof (Piece), compare_places, NULL);
      add_line (self, page, from, to);
      from = to;
    }
  for (guint i = first_line; i < self->text->lines->len; i++)
    {
      PltPdfLine *line = g_ptr_array_index (self->text->lines, i);

      line->rank = i - first_line;
      line->n_ranks = self->text->lines->len - first_line;
      if (i > first_line)
        {
          const PltPdfLine *before = g_ptr_array_index (self->text->lines, i - 1);
          float leading = (float) (line->top - before->top);

          if (leading < line->height * 1.9)
            g_array_append_val (self->leadings, leading);
        }
    }
}

/* ---- the file ---- */

static gboolean
load_page (Loader *self, PopplerDocument *document, guint index, const char *name, GError **error)
{
  PopplerPage *page = self->poppler->document_get_page (document, (int) index);
  g_autofree char *text = NULL;
  PopplerRectangle *places = NULL;
  guint n = 0;

  if (page == NULL)
    return TRUE;
  text = self->poppler->page_get_text (page);
  if (text != NULL && self->poppler->page_get_text_layout (page, &places, &n))
    {
      g_autofree guint8 *bold = NULL;

      self->n_signs += n;
      if (n > MAX_SIGNS_OF_PAGE || self->n_signs > MAX_SIGNS)
        {
          g_set_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG,
                       _ ("“%s” holds more text than any screenplay: choose another file."), name);
          g_free (places);
          g_object_unref (page);
          return FALSE;
        }
      bold = find_bold (self, page, n);
      g_array_set_size (self->pieces, 0);
      cut_pieces (self, text, places, n, bold);
      if (self->widths->len < ENOUGH_SIGNS || self->text->sign_width == 0)
        self->text->sign_width = percentile (self->widths, 50, 7.2);
      make_lines (self, index);
    }
  g_free (places);
  g_object_unref (page);
  return TRUE;
}

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

static void
free_line (gpointer data)
{
  PltPdfLine *self = data;

  g_free (self->text);
  g_free (self->number);
  g_free (self->second);
  g_free (self);
}

void
plt_pdf_text_free (PltPdfText *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

PltPdfText *
plt_pdf_text_load (const char *bytes, gsize length, const char *name, GError **error)
{
  const Poppler *poppler = get_poppler (error);
  g_autoptr (PltPdfText) text = NULL;
  PopplerDocument *document;
  Loader self = { .poppler = poppler };
  PopplerPage *page;
  int n_pages;
  gboolean ok = TRUE;

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
  self.text = text = g_new0 (PltPdfText, 1);
  text->lines = g_ptr_array_new_with_free_func (free_line);
  text->n_pages = (guint) MAX (0, n_pages);
  self.pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self.pieces, clear_piece);
  self.widths = g_array_new (FALSE, FALSE, sizeof (float));
  self.leadings = g_array_new (FALSE, FALSE, sizeof (float));
  page = n_pages > 0 ? poppler->document_get_page (document, 0) : NULL;
  if (page != NULL)
    {
      poppler->page_get_size (page, &text->width, &text->height);
      g_object_unref (page);
    }
  for (guint i = 0; i < text->n_pages && ok; i++)
    ok = load_page (&self, document, i, name, error); /* Not the median: where paragraphs are short,
                                                         most lines have a space above them. */
  text->leading = percentile (self.leadings, 20, 12);
  g_array_unref (self.pieces);
  g_array_unref (self.widths);
  g_array_unref (self.leadings);
  g_object_unref (document);
  return ok ? g_steal_pointer (&text) : NULL;
}
