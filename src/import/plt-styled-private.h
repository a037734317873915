/* Shared by plt-styled-text.c and plt-styled-lines.c. */
#pragma once

#include "plt-styled-text.h"

G_BEGIN_DECLS

/* One line of the text, as it is classified: a paragraph of a known style, or one line of another.
 */
typedef struct
{
  const PltStyledParagraph *paragraph;
  char *text;        /* without the space around it; "" for an empty line */
  gint indent;       /* twips, what was typed before it included */
  guint8 align;      /* PltAlign */
  guint8 match;      /* PltHeadingMatch of the text */
  gboolean by_style; /* `kind` is known */
  gboolean first;    /* of its paragraph */
  gboolean typed;    /* three spaces or a tab stand before it */
  gboolean upper;    /* no small letter before the first bracket */
  PltParagraphKind kind;
} PltStyledLine;

typedef struct
{
  GArray *lines;          /* PltStyledLine */
  gboolean cues_centered; /* most of them stand in the middle */
  gboolean strong;        /* most headings are bold or underlined, and other lines are not */
  gboolean english;       /* most headings say their effect in English */
  gboolean numbered;      /* most headings have a number */
  guint first_heading;    /* index, the number of lines when there is none */
  gint margin;            /* of action, twips */
  gboolean style_cues;    /* some style is one of cues */
  gboolean has_cues;      /* names stand away from the margin */
  gboolean typewriter;    /* paragraphs are lines */
  gboolean has_blanks;    /* blank lines separate paragraphs */
} PltStyledLines;

void plt_styled_lines_init (PltStyledLines *self, const GArray *paragraphs);
void plt_styled_lines_clear (PltStyledLines *self);
/* Stands to the right of action, or in the middle. */
gboolean plt_styled_line_is_indented (const PltStyledLines *self, const PltStyledLine *line);

G_END_DECLS
