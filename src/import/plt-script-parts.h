/* Which scene of the new draft is a part of an old one, and which old one went into another. Pure.
 *
 * Asked of what plt_script_match() left over. An old scene that is found again and has lost words
 * is where a new one may come from; a scene found again that has words it did not have is where an
 * old one may have gone. Most of a text (PLT_PART_SHARE of 1000) must be among those words, and
 * there must be enough of it to know it by: a dozen lines of a common exchange prove nothing. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLT_PART_SHARE 600

/**
 * PltSceneParts:
 * @part_of: by new scene: the old one it was parted from, -1
 * @joined_into: by old scene: the new one its text is in, -1
 */
typedef struct
{
  gint *part_of;
  gint *joined_into;
} PltSceneParts;

/* Sketches of plt-script-match.h; `matches`: by new scene, the old one or -1. */
void plt_scene_parts_find (PltSceneParts *self,
                           const GArray *old_sketches,
                           const GArray *new_sketches,
                           const gint *matches);
void plt_scene_parts_clear (PltSceneParts *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PltSceneParts, plt_scene_parts_clear)

G_END_DECLS
