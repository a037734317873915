/* Reader of screenplays as PDF, from where the words stand on the page.
 *
 * Poppler gives the signs and their places; words make lines, lines have a left edge, the edges
 * cluster into the margins of action, dialogue and cue. Numbers in either margin number their
 * heading. What repeats at the head and foot of pages, page numbers and (MORE), (CONTINUED), (À
 * SUIVRE) are left out, with remarks that carry them. In a script whose headings have no numbers, a
 * line in capitals alone at the margin of action is taken for a heading (BACK IN THE KITCHEN), with
 * a remark.
 *
 * Poppler is loaded when the first PDF is read: linking to it would cost every start of
 * the program some 5 ms. */
#pragma once

#include "plt-script.h"

G_BEGIN_DECLS

#define PLT_PDF_MAX_PAGES 1500

/* (transfer full): NULL with an error: damaged, encrypted, without text (scanned), too long. */
PltScript *plt_pdf_script_read (const char *bytes, gsize length, const char *name, GError **error);

G_END_DECLS
