/* Reader of Word documents (DOCX: ECMA-376 WordprocessingML, transitional and strict).
 *
 * The parts are found by what the archive's list of contents says they are. Text is taken in the
 * order of the document: tables cell by cell, text boxes after the paragraph they hang on,
 * insertions of tracked changes with the rest. Numbers that Word prints before a paragraph are
 * counted as it counts them. What a paragraph is, plt-styled-text.h says.
 *
 * Left out, with a remark that carries the text: comments, notes, headers and footers, text that a
 * tracked change deletes, hidden text, a table of contents. A page is known only where the program
 * that saved the file wrote down where its pages ended. */
#pragma once

#include "plt-archive.h"
#include "plt-script.h"

G_BEGIN_DECLS

/* The parts that make a script: bytes and lengths, NULL where there is none. */
typedef struct
{
  const char *bytes;
  gsize length;
  const char *name; /* of the member, for sentences */
} PltDocxPart;

#define PLT_DOCX_MAX_FRAMES 12

typedef struct
{
  PltDocxPart document, styles, numbering, comments, footnotes, endnotes;
  PltDocxPart frames[PLT_DOCX_MAX_FRAMES]; /* headers and footers */
} PltDocxParts;

/* (transfer full): NULL with an error */
PltScript *plt_docx_read (PltArchive *archive, const char *name, GError **error);
/* The same of parts at hand. */
PltScript *plt_docx_read_parts (const PltDocxParts *parts, const char *name, GError **error);

G_END_DECLS
