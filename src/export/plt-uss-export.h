/* The dépouillement and one version of the plan de travail as a file of the Universal Schedule
 * Standard (USS 1.0.0, JSON), which scheduling programs exchange.
 *
 * Source: documentation and samples of UniversalScheduleStandard on GitHub; numbers of categories:
 * UniversalCategoryIdentification, as far as its list and the samples agree, else from 500 on.
 *
 * - A séquence to shoot is a breakdown: number, pages, script page, shooting time, synopsis, note;
 *   set and sub-set ("CAFÉ - COMPTOIR"), place, effect, story day and location are elements, as is
 *   all that occurs in it. Those that were dropped are left out.
 * - The version is a stripboard: "stripboard" with one list a shooting day, one board for each
 *   other crew unit, "boneyard" with what is to be placed. Banners, and a séquence each time after
 *   the first, are breakdowns of type "banner".
 * - Its calendar begins on the first dated day of the first unit; weekdays without any shooting are
 *   days off, other dates without are dayOff events: the date of each day follows from them. A plan
 *   whose days are not dated in order has no start.
 *
 * What the format cannot say is left out: quantities but those of figuration ("10 Dockers"),
 * costumes, locks, hours of the day, effects of the weather, availability. Ids and dates follow
 * from the rows and the edition: the same production gives the same bytes. */
#pragma once

#include "plt-facts.h"

G_BEGIN_DECLS

#define PLT_USS_VERSION "1.0.0"

/* (transfer full): `schedule` is a row of it, 0 for the current one; `edition` when it was made. */
char *plt_uss_export_format (const PltFacts *facts, gint64 schedule, PltDate edition);
gboolean plt_uss_export_write (
    const PltFacts *facts, gint64 schedule, PltDate edition, const char *path, GError **error);

G_END_DECLS
