/* PltStyledText: the paragraphs of a word processor, and the screenplay that they are.
 *
 * The readers of DOCX and ODT hand their paragraphs over with what is known of each: the name of
 * its style, what its numbering prints, where it stands on the line. plt_styled_text_to_script()
 * then says what each is:
 *
 * - by the name of its style, in English or French, whatever the program calls it ("Scene Heading",
 *   "Intitulé de scène", "SP - Personnage"), or that of the style it is based on;
 * - a style of another name whose paragraphs are headings for at least half, two or more, is one of
 *   headings;
 * - the paragraphs of the other styles by what they say and where they stand: a heading by its
 *   words, a cue by its capitals, its place to the right of the action and what follows it. A line
 *   in capitals at the margin of action is taken for a heading where headings are bold and it is
 *   too, and, as in a PDF, in an English script without numbers; a remark says so.
 *
 * A text in which most lines begin with typed spaces is a typewriter's: its paragraphs are lines,
 * and those without a blank one between them are joined. */
#pragma once

#include "plt-script-builder.h"

G_BEGIN_DECLS

#define PLT_STYLED_MAX_PARAGRAPHS 200000 /* of a screenplay of some thousand pages */
#define PLT_TWIPS_OF_INCH 1440
#define PLT_TWIPS_OF_TAB 720
#define PLT_TWIPS_OF_SIGN 144 /* of a typewriter, ten an inch */

typedef enum
{
  PLT_ALIGN_LEFT,
  PLT_ALIGN_CENTER,
  PLT_ALIGN_RIGHT,
} PltAlign;

/**
 * PltStyledParagraph:
 * @text: as written; typed spaces and tabs before it say where it stands, '\n' is a line break
 * @number: (nullable): what the numbering prints before it, "12."
 * @style: (nullable): name of its style, owned by the reader until the script is made
 * @parent: (nullable): name of the style above, whose name may be better known
 * @line: its place among the paragraphs of the file, from 1
 * @page: 0 when not known
 * @indent: of its first line from the margin, in twips
 * @outline: level of the heading of a document that it is, 0 when none
 * @strong: all of it is bold or underlined
 * @breaks_page: the author began a page with it
 */
typedef struct
{
  char *text;
  char *number;
  const char *style;
  const char *parent;
  guint line;
  guint page;
  gint indent;
  guint8 align; /* PltAlign */
  guint8 outline;
  gboolean strong;
  gboolean breaks_page;
} PltStyledParagraph;

/* What is left out of a script, each with a remark that carries the text. */
typedef enum
{
  PLT_LEFT_OUT_COMMENT,
  PLT_LEFT_OUT_NOTE,    /* at the foot or the end */
  PLT_LEFT_OUT_FRAME,   /* header, footer */
  PLT_LEFT_OUT_DELETED, /* by a tracked change */
  PLT_LEFT_OUT_HIDDEN,
  PLT_LEFT_OUT_CONTENTS, /* table of contents */
  PLT_LEFT_OUT_PAGE_NUMBER,
  PLT_LEFT_OUT_SYNOPSIS, /* beside a heading */
  PLT_LEFT_OUT_SIGN,     /* of a font of signs that are no letters */
  PLT_N_LEFT_OUT,
} PltLeftOut;

typedef struct _PltStyledText PltStyledText;

PltStyledText *plt_styled_text_new (const char *format);
void plt_styled_text_free (PltStyledText *self);
/* (transfer none): to be filled; valid until the next is added. Of many empty ones two are kept. */
PltStyledParagraph *plt_styled_text_add (PltStyledText *self, const char *text, gsize length);
/* A remark; beyond some hundred of a kind the rest share one. */
void plt_styled_text_leave_out (PltStyledText *self, PltLeftOut what, guint line, const char *text);
/* (transfer full): `self` is emptied. NULL with an error when there were more than
 * PLT_STYLED_MAX_PARAGRAPHS. `name` is what the sentence calls the file. */
PltScript *plt_styled_text_to_script (PltStyledText *self, const char *name, GError **error);

/* The kind that the name of a style says; FALSE when it says none. */
gboolean plt_style_name_to_kind (const char *name, PltParagraphKind *kind);
/* "Normal", "Standard": what every text has, and says nothing */
gboolean plt_style_name_is_plain (const char *name);
/* "Title", "Sous-titre": of the first page */
gboolean plt_style_name_is_title (const char *name);
/* "toc 1": the paragraphs of a table of contents */
gboolean plt_style_name_is_contents (const char *name);

/* (transfer full): in capitals, as programs show headings and names; what stands in brackets is
 * left as typed */
char *plt_styled_capitals (const char *text);

/* "2.54cm", "72pt", "1in" in twips, within twenty inches; a number without unit is one of twips. A
 * share ("50%") is 0. */
gint plt_twips_parse (const char *text);

/* (transfer full): 4 in the format '1', '0' (04), 'a', 'A', 'i', 'I'; "" for another */
char *plt_list_number (guint n, char format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltStyledText, plt_styled_text_free)

G_END_DECLS
