/* PltConformityModel: the conformity grid as a grid model: a row a séquence that was shot, its
 * lengths, then a column a criterion whose state is typed with its first letter. */
#pragma once

#include "plt-conformity.h"
#include "plt-grid-model.h"
#include "plt-session.h"

G_BEGIN_DECLS

enum
{
  PLT_CONFORMITY_COLUMN_SEQUENCE,
  PLT_CONFORMITY_COLUMN_SET,
  PLT_CONFORMITY_COLUMN_PLANNED,
  PLT_CONFORMITY_COLUMN_USEFUL,
  PLT_CONFORMITY_COLUMN_EXCESS,
  PLT_CONFORMITY_COLUMN_CRITERIA,
  PLT_CONFORMITY_COLUMN_NOTE = PLT_CONFORMITY_COLUMN_CRITERIA + PLT_N_CRITERIA,
  PLT_CONFORMITY_N_COLUMNS,
};

#define PLT_TYPE_CONFORMITY_MODEL (plt_conformity_model_get_type ())
G_DECLARE_FINAL_TYPE (PltConformityModel, plt_conformity_model, PLT, CONFORMITY_MODEL, GObject)

PltConformityModel *plt_conformity_model_new (PltSession *session);
void plt_conformity_model_refresh (PltConformityModel *self);
/* (nullable): the séquence of that row */
const PltConformityRow *plt_conformity_model_get_row (PltConformityModel *self, guint row);
/* Sets the state whose letter that is (c, r, n, o); FALSE for any other key or cell. */
gboolean
plt_conformity_model_press (PltConformityModel *self, guint row, guint column, gunichar letter);

G_END_DECLS
