/* What one version of the plan de travail amounts to, as a list of figures that can be set side by
 * side: days, nights, presence of roles, moves, returns to sets, lengths, kilometres, euros.
 *
 * Roles, days and lengths are those of PltPlan. A move is a change of location within a day; a
 * change of base is one from a shooting day to the next one of the same unit. A return is a stay in
 * a set after its first: shooting days that follow one another, dates counted once, are one stay.
 * The distance is as the crow flies, over moves and changes of base, as far as the coordinates of
 * the places are known; not known when no séquence has a place, or no trip its coordinates. A
 * shooting time of nothing is not known either. The devis is computed on this version. */
#pragma once

#include "plt-budget.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_FIGURE_DAYS,
  PLT_FIGURE_NIGHTS,
  PLT_FIGURE_OVERLONG,
  PLT_FIGURE_SEQUENCES,
  PLT_FIGURE_UNPLACED,
  PLT_FIGURE_ROLE_DAYS,
  PLT_FIGURE_HOLD_DAYS,
  PLT_FIGURE_MOVES,
  PLT_FIGURE_BASES,
  PLT_FIGURE_RETURNS,
  PLT_FIGURE_METRES,
  PLT_FIGURE_EIGHTHS,
  PLT_FIGURE_SECONDS,
  PLT_FIGURE_MINUTES,
  PLT_FIGURE_TOTAL,
  PLT_N_FIGURES
} PltFigure;

typedef enum
{
  PLT_FIGURE_UNIT_COUNT,
  PLT_FIGURE_UNIT_METRES,
  PLT_FIGURE_UNIT_EIGHTHS,
  PLT_FIGURE_UNIT_SECONDS,
  PLT_FIGURE_UNIT_MINUTES,
  PLT_FIGURE_UNIT_MONEY,
} PltFigureUnit;

/**
 * PltPlanFigures:
 * @values: by PltFigure; PLT_UNKNOWN when it cannot be known
 * @n_unplaced_trips: moves and changes of base whose distance is not known
 */
typedef struct
{
  gint64 values[PLT_N_FIGURES];
  guint n_unplaced_trips;
} PltPlanFigures;

void plt_plan_figures (const PltPlan *plan, const PltBudget *budget, PltPlanFigures *figures);
/* Metres of a great circle between two places; PLT_UNKNOWN without coordinates. */
gint64 plt_location_distance (const PltLocationFacts *a, const PltLocationFacts *b);

PltFigureUnit plt_figure_unit (PltFigure figure);
/* Whether less of it is better: +1, more: -1, neither: 0. */
int plt_figure_sense (PltFigure figure);
const char *plt_figure_title (PltFigure figure); /* N_() msgid */
/* "12", "3 4/8", "12,4 km", "1 h 20"; "" when unknown. */
char *plt_figure_format (PltFigure figure, gint64 value);
/* "+2", "−1 250,00 €", "=" when nothing changes, "" when it cannot be known. */
char *plt_figure_format_change (PltFigure figure, gint64 from, gint64 to);

G_END_DECLS
