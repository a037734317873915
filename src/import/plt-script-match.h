/* Which scene of the new draft is which of the old one. Pure.
 *
 * In this order, each scene used once:
 *   1. the same heading and nearly the same text, under whatever number: a draft may be renumbered
 *   2. the same number and the same heading, or the same number and like text
 *   3. the same heading: the likest text first; a heading that only one scene is left to claim on
 *      either side needs no likeness
 *   4. another heading and text that is at least half the same
 *   5. the same number, whatever became of the scene
 * Likeness is the share of words two texts have in common, 0 to 1000. */
#pragma once

#include "plt-script.h"

G_BEGIN_DECLS

typedef struct
{
  char *number;  /* "" when the script gives none */
  char *heading; /* folded: place, set, sub-set, effect; "" when unknown */
  GArray *words; /* (element-type guint32): hashes of the words of the text, in order of value */
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

/* (transfer full): for each new scene the index of the old one, -1 when it was not there */
gint *plt_script_match (const GArray *old_sketches, const GArray *new_sketches);

G_END_DECLS
