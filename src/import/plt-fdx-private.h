/* Shared by the files plt-fdx*.c. */
#pragma once

#include "plt-script.h"

G_BEGIN_DECLS

/* The kind that a paragraph type of Final Draft says, in English or French, whatever its case and
 * accents; FALSE when it is not known. `depth` is that of an outline. */
gboolean plt_fdx_find_type (const char *type, PltParagraphKind *kind, guint8 *depth);

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
  PLT_FDX_ARC_BEAT,
  PLT_FDX_LOCKED_PAGE,
  PLT_FDX_TAG_CATEGORY,
  PLT_FDX_TAG_DEFINITION,
  PLT_FDX_TAG,
  PLT_FDX_DEF_ID,
} PltFdxElement;

PltFdxElement plt_fdx_find_element (const char *name);
/* (nullable): NULL when the element has none of that name */
const char *plt_fdx_attribute (const char **names, const char **values, const char *name);

/* ---- plt-fdx-tags.c ---- */

typedef struct _PltFdxTags PltFdxTags;

PltFdxTags *plt_fdx_tags_new (void);
void plt_fdx_tags_free (PltFdxTags *self);
void plt_fdx_tags_start (PltFdxTags *self,
                         PltFdxElement element,
                         const char **names,
                         const char **values);
void plt_fdx_tags_add_text (PltFdxTags *self, const char *text, gsize length); /* of <DefId> */
void plt_fdx_tags_end (PltFdxTags *self, PltFdxElement element);
/* The signs [from, to) of the paragraph carry the tags `numbers`, "4" or "4,12". */
void plt_fdx_tags_mark (
    PltFdxTags *self, PltParagraph *paragraph, guint from, guint to, const char *numbers);
/* Adds the tags to the script, whose paragraphs stand in their final order. */
void plt_fdx_tags_finish (PltFdxTags *self, PltScript *script);

/* ---- plt-fdx-arrange.c ---- */

/* Where the paragraphs of the script stand for a note that says its Range: each counts its text in
 * UTF-16 units, two for each block inside it, and one for its end. */
typedef struct _PltFdxPlaces PltFdxPlaces;

PltFdxPlaces *plt_fdx_places_new (void);
void plt_fdx_places_free (PltFdxPlaces *self);
/* `paragraph` (nullable): what stands where the text of the file does */
void
plt_fdx_places_add (PltFdxPlaces *self, PltParagraph *paragraph, const char *text, guint blocks);
void plt_fdx_places_add_note (PltFdxPlaces *self, guint64 position, guint line, const char *text);
/* Title page first, notes after their paragraphs. */
void plt_fdx_places_arrange (PltFdxPlaces *self, PltScript *script);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltFdxTags, plt_fdx_tags_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltFdxPlaces, plt_fdx_places_free)

G_END_DECLS
