/* What the files of PltScriptPage share: plt-script-page.c is the page, how it looks and where the
 * user is on it; plt-script-page-words.c its passages: what is tagged, proposed, chosen. */
#pragma once

#include "plt-script-page.h"

G_BEGIN_DECLS

struct _PltScriptPage
{
  GtkWidget parent_instance;

  PltSession *session;
  gint64 version;
  PltFacts *other; /* text of a version that is not the production's own */
  PltScriptBlocks *blocks;
  GString *signature; /* the numbers written left of the headings */
  gint64 own_scroll;  /* when we last scrolled by ourselves */
  gint64 sequence;    /* where the user is */
  guint settling;
  int char_width;
  int width; /* allocated */
  guint placing;
  GArray *proposed; /* PltPassage */

  GtkWidget *scroller;
  GtkWidget *text;
  GtkTextBuffer *buffer;
};

/* (transfer container) (element-type PltMark): the shortest first */
GPtrArray *plt_script_page_marks_at_cursor (PltScriptPage *self);
void plt_script_page_show_current (PltScriptPage *self); /* of the marks, those at the cursor */
/* The user is now where that place of the buffer is. */
void plt_script_page_enter (PltScriptPage *self, int offset);
/* Draws the tags of the session's facts again, and what is proposed. */
void plt_script_page_update_tags (PltScriptPage *self);

G_END_DECLS
