/* Shared by plt-fdx.c and plt-fdx-types.c. */
#pragma once

#include "plt-script.h"

G_BEGIN_DECLS

/* The kind that a paragraph type of Final Draft says, in English or French, whatever its case and
 * accents; FALSE when it is not known. */
gboolean plt_fdx_find_type (const char *type, PltParagraphKind *kind);

/* The parts of the file, by their elements. */
typedef enum
{
  PLT_FDX_OTHER,
  PLT_FDX_FINAL_DRAFT,
  PLT_FDX_CONTENT,
  PLT_FDX_PARAGRAPH,
  PLT_FDX_TEXT,
  PLT_FDX_SCENE_PROPERTIES,
  PLT_FDX_SUMMARY,
  PLT_FDX_SCRIPT_NOTE,
  PLT_FDX_DUAL_DIALOGUE,
  PLT_FDX_OMITTED_SCENE,
  PLT_FDX_TITLE_PAGE,
  PLT_FDX_HEADER_AND_FOOTER,
} PltFdxElement;

PltFdxElement plt_fdx_find_element (const char *name);

G_END_DECLS
