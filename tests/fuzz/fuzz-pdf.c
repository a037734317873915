#include <stdint.h>
#include <string.h>

#include "plt-pdf-script.h"
#include "script-dump.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

#define MAX_SIZE 20000 /* poppler is not what is tried here */

static void
add_object (GString *pdf, GArray *offsets, const char *content)
{
  gsize offset = pdf->len;

  g_array_append_val (offsets, offset);
  g_string_append_printf (pdf, "%u 0 obj\n%s\nendobj\n", offsets->len, content);
}

/* A line of text set where its spaces put it; what stands between ^ and the end of the line is
 * operators of PDF. */
static void
set_line (GString *page, const char *line, gsize length, guint row)
{
  gsize indent = 0;

  while (indent < length && line[indent] == ' ')
    indent++;
  if (indent < length && line[indent] == '^')
    {
      g_string_append_len (page, line + indent + 1, (gssize) (length - indent - 1));
      g_string_append_c (page, '\n');
      return;
    }
  g_string_append_printf (page, "1 0 0 1 %u %u Tm (", (guint) (72 + indent * 7), 800 - row * 12);
  for (gsize i = indent; i < length; i++)
    {
      if (strchr ("()\\", line[i]) != NULL && line[i] != '\0')
        g_string_append_c (page, '\\');
      g_string_append_c (page, line[i]);
    }
  g_string_append (page, ") Tj\n");
}

/* The smallest PDF that shows the text: two pages of it. */
static GString *
make_pdf (const char *text, gsize length)
{
  GString *pdf = g_string_new ("%PDF-1.4\n");
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GString) page = g_string_new ("BT /F 12 Tf\n");
  g_autoptr (GString) stream = g_string_new (NULL);
  const char *end = text + length;
  gsize xref;
  guint row = 0;

  while (text < end && row < 65)
    {
      const char *stop = memchr (text, '\n', (gsize) (end - text));
      gsize n = (gsize) ((stop != NULL ? stop : end) - text);

      set_line (page, text, n, row++);
      text += MIN (n + 1, (gsize) (end - text));
    }
  g_string_append (page, "ET\n");
  g_string_printf (stream, "<< /Length %u >> stream\n", (guint) page->len);
  add_object (pdf, offsets, "<< /Type /Catalog /Pages 2 0 R >>");
  add_object (pdf, offsets, "<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>");
  add_object (pdf, offsets,
              "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << "
              "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding "
              "/WinAnsiEncoding >> >> >> >>");
  xref = pdf->len;
  g_array_append_val (offsets, xref);
  g_string_append_printf (pdf, "4 0 obj\n%s", stream->str);
  g_string_append_len (pdf, page->str, (gssize) page->len);
  g_string_append (pdf, "endstream\nendobj\n");
  xref = pdf->len;
  g_string_append_printf (pdf, "xref\n0 %u\n0000000000 65535 f \n", offsets->len + 1);
  for (guint i = 0; i < offsets->len; i++)
    g_string_append_printf (pdf, "%010u 00000 n \n", (guint) g_array_index (offsets, gsize, i));
  g_string_append_printf (pdf, "trailer << /Size %u /Root 1 0 R >>\nstartxref\n%u\n%%%%EOF\n",
                          offsets->len + 1, (guint) xref);
  return pdf;
}

/* A file that says it is a PDF is read as it is, any other text through a PDF made of it: a sound
 * script or one error, never both. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  gsize length = MIN (size, MAX_SIZE);
  gboolean is_pdf
      = g_strstr_len ((const char *) data, (gssize) MIN (length, 1024), "%PDF-") != NULL;
  g_autoptr (GString) pdf = is_pdf ? g_string_new_len ((const char *) data, (gssize) length)
                                   : make_pdf ((const char *) data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (PltScript) script = plt_pdf_script_read (pdf->str, pdf->len, "fuzz", &error);

  g_assert_true ((script == NULL) == (error != NULL));
  if (script != NULL)
    plt_test_script_is_sound (script);
  return 0;
}
