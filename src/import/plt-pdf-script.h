/* Reader of screenplays as PDF, from where the words stand on the page.
 *
 * Poppler gives the signs and their places; plt-placed-script.h says what is made of them. A sheet
 * with two pages of the script on it is read as two. Paragraphs have the page that is printed at
 * its head or foot; where none is, pages count from 1 after the title page.
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
