/* The lines of a PDF with their places, as plt-pdf-script.c reads them. Private to the reader.
 *
 * Lengths are points (1/72 inch) from the top left of the page. Poppler is loaded at run time. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *text;   /* runs of spaces are one */
  char *number; /* (nullable): of the margin, "12A" */
  char *second; /* (nullable): a right-hand column, of two speeches side by side */
  double x0, x1;
  double second_x0;
  double top, height;
  guint page;  /* from 0 */
  guint index; /* from 1, in the whole file */
  guint rank;  /* from 0, on its page */
  guint n_ranks;
  gboolean bold;
} PltPdfLine;

typedef struct
{
  GPtrArray *lines; /* PltPdfLine, by page, then from top to bottom */
  guint n_pages;
  double width, height; /* of the first page */
  double sign_width;    /* the median width of a sign */
  double leading;       /* the usual distance between two lines of one paragraph */
} PltPdfText;

/* (transfer full) (nullable) */
PltPdfText *plt_pdf_text_load (const char *bytes, gsize length, const char *name, GError **error);
void plt_pdf_text_free (PltPdfText *self);

/* "12", "7Bis", "101/12A" and nothing else. */
gboolean plt_pdf_text_is_number (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltPdfText, plt_pdf_text_free)

G_END_DECLS
