/* Who is in which scene: the roles that speak, and those that the action names in capitals. Pure.
 *
 * A role is known by its folded name. A cue of two names ("NORA ET MILO") is no role of its own
 * when each of the two speaks elsewhere: it stands for both. */
#pragma once

#include "plt-script.h"

G_BEGIN_DECLS

typedef struct _PltRoleNames PltRoleNames;

PltRoleNames *plt_role_names_new (void);
void plt_role_names_free (PltRoleNames *self);
/* The index of that name, which is added when it is new. */
guint plt_role_names_add (PltRoleNames *self, const char *name);
gboolean plt_role_names_find (PltRoleNames *self, const char *name, guint *index);
guint plt_role_names_get_n (const PltRoleNames *self);

/* (transfer full) (element-type utf8): the names in a cue of several that are all known, NULL when
 * it is one name */
GPtrArray *plt_role_split_cue (PltRoleNames *self, const char *name);

/* (transfer full) (element-type GArray of guint): for each scene the indices of its roles, each
 * once, in the order they appear */
GPtrArray *plt_role_presence (PltRoleNames *self, const PltScript *script);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltRoleNames, plt_role_names_free)

G_END_DECLS
