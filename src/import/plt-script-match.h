/* Which scene of the new draft is which of the old one. Pure.
 *
 * In this order, each scene used once:
 *   1. a number that the draft says is OMISE
 *   2. the same heading and the same text, with the same number first: in their order
 *   3. the same heading and nearly the same text, under whatever number: a draft may be renumbered
 *   4. the same number and the same heading, or the same number and like text
 *   5. the same heading: the likest text first; a heading that only one scene is left to claim on
 *      either side needs no likeness
 *   6. another heading and text that is at least half the same, or that is nearly all in the other
 *   7. the same number, whatever became of the scene
 * Where a great many scenes have one heading, each is compared with those near its place only.
 * Likeness is the share of words two texts have in common, 0 to 1000. */
#pragma once

#include "plt-script.h"

G_BEGIN_DECLS

typedef struct
{
  char *number;     /* "" when the script gives none */
  char *heading;    /* folded: place, set, sub-set, effect; "" when unknown */
  gboolean omitted; /* its heading says OMISE */
  GArray *words;    /* (element-type guint32): hashes of the words of the text, in order of value */
} PltSceneSketch;

/* (element-type PltSceneSketch) (transfer full): clears its sketches */
GArray *plt_scene_sketches_new (void);
void plt_scene_sketches_add (GArray *sketches, const char *number, const char *heading);
void plt_scene_sketch_add_text (PltSceneSketch *self, const char *text);
void plt_scene_sketch_close (PltSceneSketch *self); /* after the last text */
/* One sketch a scene. */
GArray *plt_scene_sketches_of (const PltScript *script);
/* (transfer full): what `heading` is made of */
char *plt_scene_heading_key (const char *int_ext,
                             const char *set,
                             const char *sub_set,
                             const char *effect);

guint plt_scene_likeness (const PltSceneSketch *a, const PltSceneSketch *b); /* 0 to 1000 */
guint plt_scene_common_words (const GArray *a, const GArray *b);
gboolean plt_scene_is_omitted (const PltScene *scene); /* OMISE, OMITTED */

/* (transfer full): for each new scene the index of the old one, -1 when it was not there */
gint *plt_script_match (const GArray *old_sketches, const GArray *new_sketches);

G_END_DECLS
