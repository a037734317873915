/* What the lines of a PDF are by their place: margins, heads and feet of pages, paragraphs. Private
 * to the reader of PDF. */
#pragma once

#include "plt-pdf-text.h"
#include "plt-script.h"

G_BEGIN_DECLS

typedef struct
{
  double action;       /* left margin of action and headings */
  double right;        /* where full lines end */
  gboolean has_cues;   /* names stand away from the margin of action */
  double speech;       /* left margin of speech; 0 when it has none, for centred speech */
  gboolean numbered;   /* most headings have a number */
  gboolean bold;       /* most headings are bold */
  gboolean english;    /* most headings say their effect in English, or none says any */
  guint first_heading; /* index of the first line that says INT or EXT, n_lines when none */
} PltPdfLayout;

/* Takes the heads and feet of pages, page numbers, (MORE) and (CONTINUED) out of `text`; each
 * leaves a remark in `script` that carries its words. */
void plt_pdf_layout_drop_frames (PltPdfText *text, PltScript *script);
void plt_pdf_layout_measure (const PltPdfText *text, PltPdfLayout *layout);

/* Whether the line at `i` begins a paragraph: space above, another page, another margin. */
gboolean plt_pdf_layout_begins (const PltPdfText *text, const PltPdfLayout *layout, guint i);
gboolean plt_pdf_layout_is_action (const PltPdfText *text,
                                   const PltPdfLayout *layout,
                                   const PltPdfLine *line); /* at the margin of action */
gboolean plt_pdf_layout_is_upper (const char *text);        /* before the first bracket */

G_END_DECLS
