/* The signs of a gantt: bars, diamonds, beams, slack, baseline, deadlines.
 *
 * What is of one colour is one path, of all the rows: a wall plan of two thousand tasks is some
 * thirty strokes, not twenty thousand. Rows do not reach into each other, so that painting them
 * sign by sign looks like painting them one after another. */
#include <math.h>

#include "plt-gantt-private.h"

#define LEAST_BAR 1.6
#define RING 2.4     /* of a critical milestone, around it */
#define HAIRLINE 0.5 /* around a light bar */
#define PIXEL 1.0    /* the same on a screen */
#define FRAME 1.5    /* around a critical one, and a lighter one within */
#define BASELINE 1.6 /* height of its line */

typedef enum
{
  PASS_BASELINE,
  PASS_OLD_MILESTONE,
  PASS_SLACK,
  PASS_SLACK_END,
  PASS_CRITICAL,
  PASS_CRITICAL_INSIDE,
  PASS_FILL, /* from here to PASS_LAST_OF_PHASE once a phase; PASS_FILL_CRITICAL is narrower */
  PASS_FILL_CRITICAL,
  PASS_STRIPES,
  PASS_PROGRESS_GROUND,
  PASS_PROGRESS,
  PASS_OUTLINE,
  PASS_RING,
  PASS_DIAMOND,
  PASS_HOLLOW,
  PASS_GROUP,
  PASS_SUBGROUP,
  PASS_DEADLINE,
  PASS_LATE,
  N_PASSES,
} Pass;

#define PASS_LAST_OF_PHASE PASS_PROGRESS

/* Dark and light in turn, and striped from the third one on: on a copy in black no two look alike.
 * Widths of the stripes and of what is between them; 0: none. */
static const double stripes[PLT_GANTT_PHASES][2]
    = { { 0, 0 }, { 0, 0 }, { 0.7, 2.5 }, { 0.4, 2.8 }, { 1.4, 4.2 }, { 0, 0 } };

static guint
phase_of (const PltGanttRow *row)
{
  return MIN (row->phase, PLT_GANTT_PHASES - 1);
}

static gboolean
is_bar (const PltGanttRow *row)
{
  return (row->flags & (PLT_GANTT_GROUP | PLT_GANTT_MILESTONE)) == 0;
}

/* ---- paths ---- */

static void
add_diamond (const PltGanttPen *pen, double x, double middle, double half)
{
  cairo_move_to (pen->cr, x, middle - half);
  cairo_line_to (pen->cr, x + half, middle);
  cairo_line_to (pen->cr, x, middle + half);
  cairo_line_to (pen->cr, x - half, middle);
  cairo_close_path (pen->cr);
}

/* A box as a thick line: a sheet says it in four numbers. */
static void
add_line (const PltGanttPen *pen, double x0, double x1, double y)
{
  cairo_move_to (pen->cr, x0, y);
  cairo_line_to (pen->cr, x1, y);
}

/* A beam with feet at both ends. */
static void
add_beam (const PltGanttPen *pen, double x, double width, double middle)
{
  double top = middle - 3 * pen->zoom, beam = 3 * pen->zoom, foot = 3.5 * pen->zoom;
  double toe = fmin (3 * pen->zoom, width / 2);

  cairo_move_to (pen->cr, x, top);
  cairo_line_to (pen->cr, x + width, top);
  cairo_line_to (pen->cr, x + width, top + beam + foot);
  cairo_line_to (pen->cr, x + width - toe, top + beam);
  cairo_line_to (pen->cr, x + toe, top + beam);
  cairo_line_to (pen->cr, x, top + beam + foot);
  cairo_close_path (pen->cr);
}

/* An arrow that points down at the end of the day. */
static void
add_arrow (const PltGanttPen *pen, double x, double middle)
{
  double half = 2.8 * pen->zoom, tip = middle - 1 * pen->zoom;

  cairo_move_to (pen->cr, x, tip);
  cairo_line_to (pen->cr, x - half, tip - 4.5 * pen->zoom);
  cairo_line_to (pen->cr, x + half, tip - 4.5 * pen->zoom);
  cairo_close_path (pen->cr);
}

/* Where it was: a flat line below the bar, a small diamond for a milestone that moved. */
static void
add_baseline (const PltGanttPen *pen, Pass pass, const PltGanttSigns *at)
{
  double y = at->middle + (PLT_GANTT_BAR / 2 + 0.8 + BASELINE / 2) * pen->zoom;
  double end = fmax (at->base1, at->base0 + LEAST_BAR * pen->zoom);

  if (!(at->row->flags & PLT_GANTT_MILESTONE) && pass != PASS_OLD_MILESTONE)
    add_line (pen, at->base0, end, y);
  else if ((at->row->flags & PLT_GANTT_MILESTONE) && pass == PASS_OLD_MILESTONE
           && fabs (at->base1 - at->x0) > 0.01)
    add_diamond (pen, at->base1, at->middle, 3 * pen->zoom);
}

/* A bar that needs an outline: what is written on it is dark, on paper and on a light screen. */
static gboolean
is_light (const PltGanttPen *pen, const PltGanttRow *row)
{
  return pen->palette->on_series[phase_of (row)].green < 128 || !pen->pages->on_paper;
}

static void
add_bar (const PltGanttPen *pen, Pass pass, const PltGanttSigns *at)
{
  const PltGanttRow *row = at->row;
  double x0 = at->x0, x1 = fmax (at->x1, x0 + LEAST_BAR * pen->zoom), zoom = pen->zoom;
  gboolean critical = (row->flags & PLT_GANTT_CRITICAL) != 0;
  gboolean framed = critical && x1 - x0 > 4 * FRAME * zoom;
  double inset = framed ? FRAME * zoom : 0;

  if ((pass == PASS_FILL && !framed) || (pass == PASS_FILL_CRITICAL && framed)
      || pass == PASS_STRIPES)
    add_line (pen, x0 + inset, x1 - inset, at->middle);
  else if (pass == PASS_OUTLINE && !critical && is_light (pen, row))
    {
      double grow = pen->pages->on_paper ? 0 : PIXEL / 2; /* a whole pixel around it */

      cairo_rectangle (pen->cr, x0 - grow, at->middle - PLT_GANTT_BAR / 2 * zoom - grow,
                       x1 - x0 + 2 * grow, PLT_GANTT_BAR * zoom + 2 * grow);
    }
  else if (pass == PASS_CRITICAL && critical)
    add_line (pen, x0 - FRAME / 2 * zoom, x1 + FRAME / 2 * zoom, at->middle);
  else if (pass == PASS_CRITICAL_INSIDE && framed)
    add_line (pen, x0 + FRAME / 2 * zoom, x1 - FRAME / 2 * zoom, at->middle);
  else if ((pass == PASS_PROGRESS && row->progress > 0)
           || (pass == PASS_PROGRESS_GROUND && row->progress > 0 && stripes[phase_of (row)][0] > 0))
    add_line (pen, x0, x0 + (x1 - x0) * MIN (row->progress, 100) / 100.0, at->middle);
}

static void
add_milestone (const PltGanttPen *pen, Pass pass, const PltGanttSigns *at)
{
  double half = 5 * pen->zoom;

  if (pass == (at->row->progress >= 100 ? PASS_HOLLOW : PASS_DIAMOND))
    add_diamond (pen, at->x0, at->middle, half);
  if (pass == PASS_RING && (at->row->flags & PLT_GANTT_CRITICAL))
    add_diamond (pen, at->x0, at->middle, half + RING * pen->zoom);
}

/* What the row has of the pass. */
static void
add (const PltGanttPen *pen, Pass pass, const PltGanttSigns *at)
{
  const PltGanttRow *row = at->row;

  if (pass <= PASS_OLD_MILESTONE && at->has_base)
    add_baseline (pen, pass, at);
  if (pass == PASS_SLACK && at->slack > at->x1)
    {
      cairo_move_to (pen->cr, at->x1, at->middle);
      cairo_line_to (pen->cr, at->slack, at->middle);
    }
  if (pass == PASS_SLACK_END && at->slack > at->x1)
    {
      cairo_move_to (pen->cr, at->slack, at->middle - 2.2 * pen->zoom);
      cairo_line_to (pen->cr, at->slack, at->middle + 2.2 * pen->zoom);
    }
  if (pass == PASS_DEADLINE && at->has_deadline)
    add_arrow (pen, at->deadline, at->middle);
  if (pass == PASS_LATE && (row->flags & PLT_GANTT_LATE))
    {
      cairo_new_sub_path (pen->cr);
      cairo_arc (pen->cr, at->late + 4 * pen->zoom, at->middle, 4 * pen->zoom, 0, 2 * G_PI);
    }
  if (row->flags & PLT_GANTT_MILESTONE)
    add_milestone (pen, pass, at);
  else if (pass == (row->depth == 0 ? PASS_GROUP : PASS_SUBGROUP) && (row->flags & PLT_GANTT_GROUP))
    add_beam (pen, at->x0, at->x1 - at->x0, at->middle);
  else if (is_bar (row))
    add_bar (pen, pass, at);
}

/* ---- paint ---- */

static void
fill (const PltGanttPen *pen, PltColor color)
{
  plt_cairo_set_color (pen->cr, color);
  cairo_fill (pen->cr);
}

static void
stroke (const PltGanttPen *pen, PltColor color, double width)
{
  plt_cairo_set_color (pen->cr, color);
  cairo_set_line_width (pen->cr, width * pen->zoom);
  cairo_stroke (pen->cr);
}

static void
fill_and_stroke (const PltGanttPen *pen, PltColor inside, PltColor line, double width)
{
  plt_cairo_set_color (pen->cr, inside);
  cairo_fill_preserve (pen->cr);
  stroke (pen, line, width);
}

static void
stroke_dashed (const PltGanttPen *pen, PltColor color, double width, double on, double between)
{
  const double dashes[] = { on * pen->zoom, between * pen->zoom };

  cairo_set_dash (pen->cr, dashes, G_N_ELEMENTS (dashes), between / 2 * pen->zoom);
  stroke (pen, color, width);
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

/* What is of a phase. */
static void
paint_phase (const PltGanttPen *pen, Pass pass, guint phase)
{
  PltColor color = pen->palette->series[phase], on = pen->palette->on_series[phase];

  if (pass == PASS_FILL)
    stroke (pen, color, PLT_GANTT_BAR);
  else if (pass == PASS_FILL_CRITICAL)
    stroke (pen, color, PLT_GANTT_BAR - 2 * FRAME);
  else if (pass == PASS_STRIPES)
    stroke_dashed (pen, on, PLT_GANTT_BAR - 2 * FRAME, stripes[phase][0], stripes[phase][1]);
  else if (pass == PASS_PROGRESS_GROUND)
    stroke (pen, color, PLT_GANTT_BAR * 0.56);
  else
    stroke (pen, on, PLT_GANTT_BAR * 0.28);
}

static void
paint (const PltGanttPen *pen, Pass pass, guint phase)
{
  const PltPalette *palette = pen->palette;
  /* on a screen a light bar is seen by its outline */
  PltColor faint = pen->pages->on_paper ? palette->hairline : palette->muted;

  switch (pass)
    {
    case PASS_BASELINE:
      stroke (pen, faint, BASELINE);
      break;
    case PASS_OLD_MILESTONE:
      fill_and_stroke (pen, palette->surface, palette->muted, 0.5);
      break;
    case PASS_SLACK:
      stroke_dashed (pen, palette->muted, 0.8, 2.2, 1.4);
      break;
    case PASS_SLACK_END:
      stroke (pen, palette->muted, 0.8);
      break;
    case PASS_OUTLINE:
      stroke (pen, faint, pen->pages->on_paper ? HAIRLINE : PIXEL / pen->zoom);
      break;
    case PASS_CRITICAL:
      stroke (pen, palette->text, PLT_GANTT_BAR + FRAME);
      break;
    case PASS_CRITICAL_INSIDE: /* seen on dark bars too */
      stroke (pen, palette->surface, PLT_GANTT_BAR - FRAME);
      break;
    case PASS_RING:
      stroke (pen, palette->text, FRAME);
      break;
    case PASS_DIAMOND:
      fill_and_stroke (pen, palette->text, palette->text, 1);
      break;
    case PASS_HOLLOW:
      fill_and_stroke (pen, palette->surface, palette->text, 1);
      break;
    case PASS_GROUP:
      fill (pen, palette->text);
      break;
    case PASS_SUBGROUP:
      fill (pen, palette->muted);
      break;
    case PASS_DEADLINE:
      fill_and_stroke (pen, palette->surface, palette->text, 0.9);
      break;
    case PASS_LATE:
      fill (pen, palette->error);
      break;
    case PASS_FILL:
    case PASS_FILL_CRITICAL:
    case PASS_STRIPES:
    case PASS_PROGRESS_GROUND:
    case PASS_PROGRESS:
    case N_PASSES:
    default:
      paint_phase (pen, pass, phase);
      break;
    }
}

static void
run (const PltGanttPen *pen, Pass pass, guint phase, const PltGanttSigns *signs, guint n)
{
  gboolean of_phase = pass >= PASS_FILL && pass <= PASS_LAST_OF_PHASE;

  cairo_new_path (pen->cr);
  for (guint i = 0; i < n; i++)
    if (!of_phase || phase_of (signs[i].row) == phase)
      add (pen, pass, &signs[i]);
  if (cairo_has_current_point (pen->cr))
    paint (pen, pass, phase);
}

void
plt_gantt_draw_all_signs (const PltGanttPen *pen, const PltGanttSigns *signs, guint n)
{
  gboolean phases[PLT_GANTT_PHASES] = { FALSE };

  for (guint i = 0; i < n; i++)
    phases[phase_of (signs[i].row)] |= is_bar (signs[i].row);
  for (Pass pass = 0; pass < PASS_FILL; pass++)
    run (pen, pass, 0, signs, n);
  for (guint phase = 0; phase < PLT_GANTT_PHASES; phase++)
    for (Pass pass = PASS_FILL; phases[phase] && pass <= PASS_LAST_OF_PHASE; pass++)
      if (pass != PASS_STRIPES || (pen->pages->on_paper && stripes[phase][0] > 0))
        run (pen, pass, phase, signs, n);
  for (Pass pass = PASS_LAST_OF_PHASE + 1; pass < N_PASSES; pass++)
    run (pen, pass, 0, signs, n);
  for (guint i = 0; i < n; i++)
    if (signs[i].row->flags & PLT_GANTT_LATE)
      plt_gantt_text_at (pen, pen->small_strong, pen->palette->surface, "!",
                         signs[i].late + 4 * pen->zoom, signs[i].middle, PLT_ALIGN_CENTER);
}

/* ---- where they are ---- */

gboolean
plt_gantt_place_signs (const PltGanttPen *pen,
                       const PltGanttRow *row,
                       double middle,
                       PltGanttSigns *signs)
{
  gboolean milestone = (row->flags & PLT_GANTT_MILESTONE) != 0;
  double half = milestone ? 5.5 * pen->zoom : 0;

  *signs = (PltGanttSigns){ .row = row, .middle = middle };
  if (row->from == PLT_DATE_NONE || row->to == PLT_DATE_NONE)
    return FALSE;
  if (milestone && (row->flags & PLT_GANTT_CRITICAL))
    half += RING * pen->zoom;
  signs->x0 = signs->slack = plt_gantt_start (pen, row);
  signs->x1 = plt_gantt_end (pen, row);
  signs->has_base = row->base_from != PLT_DATE_NONE && row->base_to != PLT_DATE_NONE;
  if (signs->has_base)
    {
      signs->base0 = plt_gantt_x (pen, row->base_from);
      signs->base1 = plt_gantt_x (pen, row->base_to + 1);
      if (milestone)
        signs->base1 -= pen->pages->step / 2;
    }
  if (is_bar (row) && row->slack_to != PLT_DATE_NONE && row->slack_to > row->to)
    signs->slack = plt_gantt_x (pen, row->slack_to + 1);
  signs->before = signs->x0 - half;
  signs->after = fmax (signs->x1, signs->slack) + half;
  if (row->flags & PLT_GANTT_LATE)
    {
      signs->late = signs->after + 2 * pen->zoom;
      signs->after += 10 * pen->zoom;
    }
  signs->has_deadline = row->deadline != PLT_DATE_NONE;
  if (signs->has_deadline)
    {
      signs->deadline = plt_gantt_x (pen, row->deadline + 1);
      if (signs->deadline >= signs->after - 1)
        signs->after = fmax (signs->after, signs->deadline + 3 * pen->zoom);
    }
  return TRUE;
}

gboolean
plt_gantt_draw_signs (
    const PltGanttPen *pen, const PltGanttRow *row, double middle, double *before, double *after)
{
  PltGanttSigns signs;

  if (!plt_gantt_place_signs (pen, row, middle, &signs))
    return FALSE;
  plt_gantt_draw_all_signs (pen, &signs, 1);
  *before = signs.before;
  *after = signs.after;
  return TRUE;
}
