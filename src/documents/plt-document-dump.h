/* A document as text: for goldens, and for people who want a text file.
 *
 * The same document gives the same text, always. Blocks stand in their order; a table is drawn with
 * bars, its columns as wide as their content and never above 60 signs (longer text is cut at spaces
 * into several lines). At the left of each row of a table a sign tells its style:
 *
 *   (nothing) normal   # group   + subgroup   - total   = grand total   ~ muted   ! note
 *
 * Nothing of the layout is told: see the dump of the layout in render. */
#pragma once

#include "plt-document.h"

G_BEGIN_DECLS

/**
 * PltDumpFlags:
 * @PLT_DUMP_PLAIN: the text alone
 * @PLT_DUMP_FORMULAS: below each table, {2-5,7} =SUM(...): rows 2 to 5 of column 7
 * @PLT_DUMP_STYLES: before a text that is not in the normal style, <effect.int-day>
 * @PLT_DUMP_REFS: after the value, [table 12] or [table 12 column]
 * @PLT_DUMP_ALL: all of it, for goldens
 */
typedef enum
{
  PLT_DUMP_PLAIN = 0,
  PLT_DUMP_FORMULAS = 1 << 0,
  PLT_DUMP_STYLES = 1 << 1,
  PLT_DUMP_REFS = 1 << 2,
  PLT_DUMP_ALL = PLT_DUMP_FORMULAS | PLT_DUMP_STYLES | PLT_DUMP_REFS,
} PltDumpFlags;

char *plt_document_dump (const PltDocument *self, PltDumpFlags flags);

/* Between its two files. */
void plt_document_dump_table (const PltDocTable *table, PltDumpFlags flags, GString *out);
void plt_document_dump_ref (PltRef ref, PltDumpFlags flags, GString *out);

G_END_DECLS
