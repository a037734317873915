/* Pages for text that has none: paragraphs laid on paper of PLT_PAGE_LINES lines. Private to the
 * builder, whose header says the rules.
 *
 * As screenwriting programs break pages: a blank line stands above every block but at the head of a
 * page; a heading keeps two lines of what follows it, a name two lines of its speech; an action or
 * a speech of three lines or less is not cut, a longer one leaves two lines on the page; a speech
 * that is cut costs two lines more, for (SUITE) at the foot and the name at the head. */
#pragma once

#include "plt-script.h"

G_BEGIN_DECLS

typedef struct
{
  guint lines;     /* without the space above; 0 when it does not print */
  guint page;      /* of this paragraph, as the file gives it; 0: laid out */
  gboolean beside; /* of a cue: speaks beside the one before */
} PltPrint;

/* Gives every paragraph but the title page its page; `prints` has a PltPrint for each. Returns the
 * last page. */
guint plt_script_pages_lay (PltScript *script, const GArray *prints);
/* A scene is on the page of its heading. */
void plt_script_pages_give_scenes (PltScript *script);

G_END_DECLS
