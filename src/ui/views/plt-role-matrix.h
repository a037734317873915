/* PltRoleMatrix: roles by séquences as a grid that is only read: a mark where a role plays. */
#pragma once

#include "plt-grid-model.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_ROLE_MATRIX (plt_role_matrix_get_type ())
G_DECLARE_FINAL_TYPE (PltRoleMatrix, plt_role_matrix, PLT, ROLE_MATRIX, GObject)

PltRoleMatrix *plt_role_matrix_new (PltSession *session);
void plt_role_matrix_refresh (PltRoleMatrix *self);
/* What a cell stands for: a role, or where it plays. Its table is NULL for neither. */
PltRef plt_role_matrix_get_ref (PltRoleMatrix *self, guint row, guint column);

G_END_DECLS
