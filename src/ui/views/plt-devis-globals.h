/* PltDevisGlobals: the variables of the devis that is looked at, as a grid: what each holds, what
 * it gives, between which bounds a simulation may move it, and how many formulas use it. Knows no
 * widget; each change is one command.
 *
 * A new name is written into every formula that used the old one, by the same command. A variable
 * that formulas use is not deleted: they would be wrong.
 *
 * Signal: tried (): plt_devis_globals_get_figures() gives something else. */
#pragma once

#include "plt-grid-model.h"
#include "plt-session.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_DEVIS_GLOBAL_NAME,
  PLT_DEVIS_GLOBAL_VALUE,
  PLT_DEVIS_GLOBAL_RESULT,
  PLT_DEVIS_GLOBAL_UNIT,
  PLT_DEVIS_GLOBAL_LABEL,
  PLT_DEVIS_GLOBAL_USES,
  PLT_DEVIS_GLOBAL_MOVABLE,
  PLT_DEVIS_GLOBAL_LEAST,
  PLT_DEVIS_GLOBAL_MOST,
  PLT_DEVIS_GLOBAL_N_COLUMNS,
} PltDevisGlobalColumn;

#define PLT_TYPE_DEVIS_GLOBALS (plt_devis_globals_get_type ())
G_DECLARE_FINAL_TYPE (PltDevisGlobals, plt_devis_globals, PLT, DEVIS_GLOBALS, GObject)

PltDevisGlobals *plt_devis_globals_new (PltSession *session);
gint64 plt_devis_globals_get_id (PltDevisGlobals *self, guint row); /* 0 for none */
int plt_devis_globals_find (PltDevisGlobals *self, gint64 id);      /* -1 for none */
/* The row of what it stores: the session's figures, or those of what is being typed. */
const PltBudget *plt_devis_globals_get_figures (PltDevisGlobals *self);
gboolean plt_devis_globals_is_trying (PltDevisGlobals *self);
const char *plt_devis_globals_get_try_error (PltDevisGlobals *self); /* (nullable) */

/* (transfer full): the formula with another name for a variable; calls and quoted texts stay. */
char *plt_devis_formula_rename (const char *formula, const char *from, const char *to);
gboolean plt_devis_formula_uses (const char *formula, const char *name);

G_END_DECLS
