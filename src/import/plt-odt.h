/* Reader of LibreOffice documents (ODT: OpenDocument 1.0 to 1.3), in an archive or flat (FODT).
 *
 * The text is taken in the order of the document: tables cell by cell, text boxes after the
 * paragraph they hang on, insertions of tracked changes with the rest. Numbers that lists and
 * headings print before a paragraph are counted, or taken where the file holds them. What a
 * paragraph is, plt-styled-text.h says, by the style that it names or that its automatic style
 * inherits from.
 *
 * Left out, with a remark that carries the text: annotations, notes, headers and footers, tracked
 * deletions, hidden text, tables of contents. A page is known only where the file says where its
 * pages ended. */
#pragma once

#include "plt-archive.h"
#include "plt-script.h"

G_BEGIN_DECLS

typedef struct
{
  const char *bytes; /* (nullable) */
  gsize length;
  const char *name; /* (nullable): of the member, for sentences */
} PltOdtPart;

/* (transfer full): NULL with an error */
PltScript *plt_odt_read (PltArchive *archive, const char *name, GError **error);
/* The same of parts at hand; a flat file is both. */
PltScript *plt_odt_read_parts (const PltOdtPart *content,
                               const PltOdtPart *styles,
                               const char *name,
                               GError **error);

G_END_DECLS
