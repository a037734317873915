/* Versions of the plan de travail: which one is looked at, and making others from it. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

/* A drop-down of the versions: choosing one looks at it. */
GtkWidget *plt_plan_versions_new (PltSession *session);
/* After the session changed. */
void plt_plan_versions_refresh (GtkWidget *versions);

/* "Plan v2 (current)", "Plan v1 (published 12/04/2027)". (transfer full) */
char *plt_plan_versions_describe (const PltFacts *facts, const PltScheduleFacts *schedule);

/* A copy with its days and strips, which is then looked at. */
gboolean plt_plan_duplicate (PltSession *session, GError **error);
/* The production follows the version that is looked at: devis, call sheets, figures. */
gboolean plt_plan_choose (PltSession *session, GError **error);

G_END_DECLS
