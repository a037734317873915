/* PltTagger: keys and mouse on the text of the screenplay become tags.
 *
 * A letter tags the selected words, or the word at the cursor, with the category of that letter;
 * "/" and the right button ask which one; Delete asks what is removed; Enter and Ctrl+click show
 * the element of a tag. What may not be tagged (an older version, a file that is only read) is
 * refused with a sentence.
 *
 * Signal: element-shown (gint64 element): somebody wants to see where that element occurs. */
#pragma once

#include "plt-script-page.h"

G_BEGIN_DECLS

#define PLT_TYPE_TAGGER (plt_tagger_get_type ())
G_DECLARE_FINAL_TYPE (PltTagger, plt_tagger, PLT, TAGGER, GObject)

/* What a key does on the text; the letters of categories are in plt-category-look.h. */
typedef struct
{
  guint keyval;
  GdkModifierType modifiers;
  const char *title; /* N_() msgid */
} PltTaggerKey;

const PltTaggerKey *plt_tagger_get_keys (void); /* ends with keyval 0 */

PltTagger *plt_tagger_new (PltSession *session, PltScriptPage *page);
/* Why nothing can be tagged now; NULL when it can. */
void plt_tagger_set_refusal (PltTagger *self, const char *sentence);
void plt_tagger_pick (PltTagger *self);       /* as "/" does */
void plt_tagger_ask_remove (PltTagger *self); /* as Delete does */
/* What the paragraph at the cursor is, against what was read: a menu. */
void plt_tagger_ask_kind (PltTagger *self);
void plt_tagger_show_element (PltTagger *self);
void plt_tagger_tag_everywhere (PltTagger *self); /* the element of the tag at the cursor */

G_END_DECLS
