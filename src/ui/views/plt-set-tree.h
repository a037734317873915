/* PltSetTree: the décors with their sous-décors below them, as a grid: location, séquences, pages,
 * minutes, effects, and a total. Names, locations, notes and what a décor is part of are edited in
 * it, as one command each. */
#pragma once

#include "plt-grid-model.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_SET_TREE (plt_set_tree_get_type ())
G_DECLARE_FINAL_TYPE (PltSetTree, plt_set_tree, PLT, SET_TREE, GObject)

PltSetTree *plt_set_tree_new (PltSession *session);
void plt_set_tree_refresh (PltSetTree *self);              /* reads the session again */
gint64 plt_set_tree_get_set (PltSetTree *self, guint row); /* 0 for the total */
/* Row of that décor, opened if need be; -1 when there is none. */
int plt_set_tree_reveal (PltSetTree *self, gint64 set);
const char *plt_set_tree_get_column (guint column); /* of the table, NULL for a computed one */
/* Makes it a part of `parent`, or a set of its own for 0; FALSE with a sentence. */
gboolean plt_set_tree_move (PltSetTree *self, gint64 set, gint64 parent, GError **error);

G_END_DECLS
