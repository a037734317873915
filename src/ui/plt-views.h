/* The registry of views: one line each, in the order of the sidebar. */
#pragma once

#include "plt-view.h"

G_BEGIN_DECLS

#define PLT_VIEW_NO_PHASE (-1)

/**
 * PltViewInfo:
 * @id: ASCII, for settings, "win.go::ID" and tests; never changes once landed
 * @title: N_() msgid
 * @icon: symbolic icon name
 * @phase: a PltPhase, or PLT_VIEW_NO_PHASE above all phases
 * @get_type: a subclass of PltView
 * @tables: (nullable): ids by comma of the tables whose rows are shown here; "go to" and the mark
 * of issues look for them. A register has one page for each.
 * @not_for: (nullable): ids by comma of the kinds of production that do not use it
 */
struct _PltViewInfo
{
  const char *id;
  const char *title;
  const char *icon;
  int phase;
  GType (*get_type) (void);
  const char *tables;
  const char *not_for;
};

const PltViewInfo *plt_views (void); /* ends with { NULL } */
const PltViewInfo *plt_views_find (const char *id);
const PltViewInfo *
plt_views_find_table (const char *table); /* (nullable): the first that shows it */
gboolean plt_view_info_is_for (const PltViewInfo *info, const char *kind);
const char *plt_phase_title (int phase);                 /* translated, as the sidebar writes it */
PltView *plt_view_info_create (const PltViewInfo *info); /* (transfer floating) */

G_END_DECLS
