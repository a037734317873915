/* PltScriptBuilder: what every reader shares.
 *
 * A reader recognises paragraphs and hands them over in the order of the text. The builder makes
 * the scenes, knows the characters by their cues, counts words, and measures the text as a page
 * carries it, all in the same pass: PLT_PAGE_LINES lines a page, action 60 signs wide, dialogue 35.
 * The length of a scene is its lines in eighths of a page, to the nearest (halves up), at least
 * one: it depends on no other scene, so an unchanged scene keeps its length from draft to draft.
 *
 * Paragraphs also get the page on which they begin. Readers of paper say it; for the others the
 * whole is laid on pages at the end: a page break is obeyed, a heading does not stand alone at the
 * foot of a page, a name is not parted from its speech, two lines at least stand on either side of
 * a break. The first page after the title page is page 1, and the title page is page 0.
 *
 * Cues before the first heading belong to the film, not to a note of the author: with them, what
 * stands before the first heading is counted with the first scene, and a remark says so. */
#pragma once

#include "plt-heading.h"
#include "plt-script.h"

G_BEGIN_DECLS

#define PLT_PAGE_LINES 55

typedef struct _PltScriptBuilder PltScriptBuilder;

PltScriptBuilder *plt_script_builder_new (const char *format);
void plt_script_builder_free (PltScriptBuilder *self);
/* (transfer none): the script so far, for remarks and for looking back */
PltScript *plt_script_builder_get_script (PltScriptBuilder *self);
/* (transfer full): measures the last scene and the whole */
PltScript *plt_script_builder_finish (PltScriptBuilder *self);

/**
 * plt_script_builder_add_heading:
 * @text: the paragraph as written, its number included
 * @heading: (transfer full): @text taken apart; cleared
 * @match: a guess leaves a remark
 *
 * Begins a scene. "Séquence 2 / SALON" takes its effect from a line "JOUR" that stands alone above
 * it and above the ones that follow.
 *
 * Returns: (transfer none): the scene
 */
PltScene *plt_script_builder_add_heading (PltScriptBuilder *self,
                                          guint line,
                                          const char *text,
                                          gsize length,
                                          PltHeading *heading,
                                          PltHeadingMatch match);
/* A cue; `dual`: it speaks beside the cue before it, which becomes dual too. */
void plt_script_builder_add_cue (
    PltScriptBuilder *self, guint line, const char *text, gsize length, gboolean dual);
/* Any other paragraph. A synopsis goes to its scene too. */
PltParagraph *plt_script_builder_add (
    PltScriptBuilder *self, PltParagraphKind kind, guint line, const char *text, gsize length);
/* Whether most headings so far say their effect in English. */
gboolean plt_script_builder_is_english (const PltScriptBuilder *self);
/* One line of a title page that names no fields: the first lines are the title, up to an empty one;
 * what follows "Written by" is the author. */
void plt_script_builder_add_title_line (PltScriptBuilder *self,
                                        guint line,
                                        const char *text,
                                        gsize length);
/* The length that the file itself gives for the scene being read. */
void plt_script_builder_set_eighths (PltScriptBuilder *self, guint eighths);

/* The page of the paper, from 1, on which what is added from here on stands; once said, none is
 * laid out. Pages never go back. */
void plt_script_builder_set_page (PltScriptBuilder *self, guint page);
/* The page that the file gives for the heading added last; the pages after it are counted from
 * there, laid out as usual. */
void plt_script_builder_set_heading_page (PltScriptBuilder *self, guint page);

/* (transfer full): "NORA" of "NORA (voix off) ^"; "" when nothing is left */
char *plt_script_cue_name (const char *cue, gssize length);

/* (transfer full): `text`, whose letters and accents may be apart as some systems write them, with
 * É one sign; takes `text` */
char *plt_script_compose (char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltScriptBuilder, plt_script_builder_free)

G_END_DECLS
