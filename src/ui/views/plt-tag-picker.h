/* PltTagPicker: which element words of the screenplay are: the elements that are called alike, with
 * how often they occur, then every category with its code and its letter.
 *
 * Typing filters both; Up and Down choose without leaving the entry, Enter takes what is chosen,
 * Escape closes. The name may be changed before a category is chosen. It removes itself from its
 * parent when it is closed.
 *
 * Signals:
 *   category-chosen (gint64 category, const char *name): the name as typed, NULL for the words
 *   element-chosen (gint64 element) */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_TAG_PICKER (plt_tag_picker_get_type ())
G_DECLARE_FINAL_TYPE (PltTagPicker, plt_tag_picker, PLT, TAG_PICKER, GtkPopover)

GtkWidget *plt_tag_picker_new (PltSession *session, const char *words);
GtkEditable *plt_tag_picker_get_search (PltTagPicker *self);
GtkEditable *plt_tag_picker_get_name (PltTagPicker *self);
/* As Enter does. */
void plt_tag_picker_take (PltTagPicker *self);

G_END_DECLS
