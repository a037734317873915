/* Reader of the Universal Schedule Standard (USS 1.0): a schedule as JSON, which scheduling
 * programs exchange. It has no text: each scene becomes a heading built from its set, place and
 * light, with the length, page, story day and shooting time that the file gives, its description as
 * synopsis, its comments as a note, and its elements as tags on the scene as a whole; elements of
 * the cast are characters. Scenes are put in the order of their numbers. What belongs to the
 * schedule (banners, boards, calendars, locations) leaves remarks.
 *
 * Refused with one sentence: a file larger than PLT_USS_MAX_BYTES, of more than PLT_USS_MAX_VALUES
 * values, nested deeper than PLT_USS_MAX_DEPTH (looked for before any tree is built), damaged, or
 * without breakdowns. */
#pragma once

#include "plt-script.h"

G_BEGIN_DECLS

#define PLT_USS_MAX_BYTES (16 * 1024 * 1024)
#define PLT_USS_MAX_VALUES 500000
#define PLT_USS_MAX_DEPTH 64

/* Whether the text begins as such a file does. */
gboolean plt_uss_recognise (const char *text);

/* (transfer full): NULL with PLT_ERROR_DAMAGED, PLT_ERROR_TOO_BIG or PLT_ERROR_INVALID. `name` is
 * what the sentence calls it. */
PltScript *plt_uss_read (const char *bytes, gsize length, const char *name, GError **error);

G_END_DECLS
