/* A zip archive at the door: which format it is, by its members, and its screenplay.
 *
 * Word (DOCX), LibreOffice (ODT), Celtx and Fade In archives are read. Spreadsheets, slides, books,
 * programs and archives of something else are refused with one sentence that says what they are. */
#pragma once

#include "plt-script.h"

G_BEGIN_DECLS

/* (transfer full): NULL with an error */
PltScript *plt_zip_script_read (const char *bytes, gsize length, const char *name, GError **error);

G_END_DECLS
