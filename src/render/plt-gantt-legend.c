/* The legend: only of what the paper shows, as many lines as it takes. */
#include <math.h>
#include <string.h>

#include "plt-gantt-private.h"

#define SIGN 18.0
#define GAP 12.0
#define LINE 12.0
#define ABOVE 7.0

typedef enum
{
  SIGN_PHASE,
  SIGN_GROUP,
  SIGN_PROGRESS,
  SIGN_CRITICAL,
  SIGN_SLACK,
  SIGN_BASELINE,
  SIGN_MILESTONE,
  SIGN_PASSED,
  SIGN_DEADLINE,
  SIGN_LATE,
  SIGN_TODAY,
  SIGN_WEEKEND,
  SIGN_HOLIDAY,
  N_SIGNS,
} Sign;

static const char *const words[N_SIGNS] = {
  [SIGN_GROUP] = "Ensemble de tâches",
  [SIGN_PROGRESS] = "Part faite",
  [SIGN_CRITICAL] = "Chemin critique",
  [SIGN_SLACK] = "Marge",
  [SIGN_BASELINE] = "Plan de référence",
  [SIGN_MILESTONE] = "Jalon",
  [SIGN_PASSED] = "Jalon fait ou passé",
  [SIGN_DEADLINE] = "Échéance",
  [SIGN_LATE] = "En retard",
  [SIGN_TODAY] = "Jour de l’édition",
  [SIGN_WEEKEND] = "Fin de semaine",
  [SIGN_HOLIDAY] = "Férié, fermé",
};

typedef struct
{
  gboolean signs[N_SIGNS];
  gboolean phases[PLT_GANTT_PHASES];
} Seen;

static void
look_at (const PltGanttPages *self, Seen *seen)
{
  const PltGantt *gantt = self->gantt;

  for (guint i = 0; i < gantt->rows->len; i++)
    {
      const PltGanttRow *row = &g_array_index (gantt->rows, PltGanttRow, i);
      gboolean bar = (row->flags & (PLT_GANTT_GROUP | PLT_GANTT_MILESTONE)) == 0;

      if (row->from == PLT_DATE_NONE)
        continue;
      if (bar)
        seen->phases[MIN (row->phase, PLT_GANTT_PHASES - 1)] = TRUE;
      seen->signs[SIGN_GROUP] |= (row->flags & PLT_GANTT_GROUP) != 0;
      seen->signs[SIGN_PROGRESS] |= bar && row->progress > 0;
      seen->signs[SIGN_CRITICAL] |= (row->flags & PLT_GANTT_CRITICAL) != 0;
      seen->signs[SIGN_SLACK] |= bar && row->slack_to != PLT_DATE_NONE && row->slack_to > row->to;
      seen->signs[SIGN_BASELINE] |= row->base_from != PLT_DATE_NONE;
      if (row->flags & PLT_GANTT_MILESTONE)
        seen->signs[row->progress >= 100 ? SIGN_PASSED : SIGN_MILESTONE] = TRUE;
      seen->signs[SIGN_DEADLINE] |= row->deadline != PLT_DATE_NONE;
      seen->signs[SIGN_LATE] |= (row->flags & PLT_GANTT_LATE) != 0;
    }
  seen->signs[SIGN_TODAY] = gantt->today >= gantt->from && gantt->today <= gantt->to;
  if (self->step < 1.4) /* not drawn then */
    return;
  seen->signs[SIGN_WEEKEND] = TRUE;
  for (guint i = 0; i < plt_gantt_n_days (gantt); i++)
    seen->signs[SIGN_HOLIDAY] |= gantt->off[i] == PLT_GANTT_HOLIDAY;
  for (guint i = 0; i < gantt->calendars->len && !seen->signs[SIGN_HOLIDAY]; i++)
    seen->signs[SIGN_HOLIDAY]
        = memchr (gantt->calendars->pdata[i], PLT_GANTT_HOLIDAY, plt_gantt_n_days (gantt)) != NULL;
}

/* The row that has the sign alone. */
static gboolean
row_of (const PltGanttPen *pen, Sign sign, double x, PltGanttRow *row, PltGanttSigns *signs)
{
  double width = SIGN * pen->zoom;

  signs->row = row;
  signs->x0 = x;
  signs->x1 = x + width;
  switch (sign)
    {
    case SIGN_PHASE:
      return TRUE;
    case SIGN_GROUP:
      row->flags = PLT_GANTT_GROUP;
      return TRUE;
    case SIGN_PROGRESS:
      row->progress = 60;
      return TRUE;
    case SIGN_CRITICAL:
      row->flags = PLT_GANTT_CRITICAL;
      return TRUE;
    case SIGN_MILESTONE:
    case SIGN_PASSED:
      row->flags = PLT_GANTT_MILESTONE;
      row->progress = sign == SIGN_PASSED ? 100 : 0;
      signs->x0 = signs->x1 = x + width / 2;
      return TRUE;
    case SIGN_SLACK:
    case SIGN_BASELINE:
    case SIGN_DEADLINE:
    case SIGN_LATE: /* beside a group without a beam: nothing else is drawn */
      row->flags = PLT_GANTT_GROUP | (sign == SIGN_LATE ? PLT_GANTT_LATE : 0);
      row->depth = G_MAXUINT;
      signs->x1 = signs->x0;
      signs->slack = sign == SIGN_SLACK ? x + width : x;
      signs->has_base = sign == SIGN_BASELINE;
      signs->base0 = x;
      signs->base1 = x + width;
      signs->has_deadline = sign == SIGN_DEADLINE;
      signs->deadline = x + width / 2;
      signs->late = x + width / 2 - 4 * pen->zoom;
      return TRUE;
    case SIGN_TODAY:
    case SIGN_WEEKEND:
    case SIGN_HOLIDAY:
    case N_SIGNS:
    default:
      return FALSE;
    }
}

static void
draw_sign (const PltGanttPen *pen, Sign sign, guint phase, double x, double middle)
{
  PltGanttRow row = { .phase = sign == SIGN_PHASE ? phase : PLT_GANTT_PHASES - 1 };
  PltGanttSigns signs = { .middle = middle };
  double width = SIGN * pen->zoom, half = 4.5 * pen->zoom;
  PltGanttPen here = *pen;

  here.left = x; /* not within the calendar */
  here.right = x + width;
  if (sign == SIGN_BASELINE)
    signs.middle -= 6 * pen->zoom;
  else if (sign == SIGN_DEADLINE)
    signs.middle += 3 * pen->zoom;
  if (row_of (pen, sign, x, &row, &signs))
    plt_gantt_draw_all_signs (&here, &signs, 1);
  else if (sign == SIGN_TODAY)
    plt_gantt_line (pen, pen->palette->accent, 1.2 * pen->zoom, x + width / 2, middle - half,
                    x + width / 2, middle + half);
  else
    plt_gantt_fill (pen, sign == SIGN_WEEKEND ? pen->palette->surface_low : pen->palette->grid, x,
                    middle - half, width, 2 * half);
}

typedef struct
{
  double x, y, width;
  guint n_lines;
} Cursor;

static void
add (const PltGanttPages *self, const PltGanttPen *pen, Cursor *at, Sign sign, guint phase)
{
  const PltFont *font = plt_gantt_paper_font (self, PLT_GANTT_SMALL, PANGO_WEIGHT_NORMAL);
  const char *word = sign == SIGN_PHASE ? self->gantt->phases[phase] : words[sign];
  double zoom = self->zoom;
  double width = (SIGN + 4) * zoom + plt_typesetter_width (self->type, font, word);

  if (at->x > 0 && at->x + width > at->width)
    {
      at->x = 0;
      at->y += LINE * zoom;
      at->n_lines++;
    }
  if (pen != NULL)
    {
      draw_sign (pen, sign, phase, at->x, at->y + LINE * zoom / 2);
      plt_gantt_text_at (pen, font, pen->palette->text, word, at->x + (SIGN + 4) * zoom,
                         at->y + LINE * zoom / 2, PLT_ALIGN_START);
    }
  at->x += width + GAP * zoom;
}

double
plt_gantt_legend (const PltGanttPages *self, const PltGanttPen *pen, double y)
{
  Seen seen = { { FALSE }, { FALSE } };
  Cursor at = { 0, y + ABOVE * self->zoom, self->width, 1 };

  look_at (self, &seen);
  for (guint i = 0; i < MIN (self->gantt->n_phases, PLT_GANTT_PHASES); i++)
    if (seen.phases[i])
      add (self, pen, &at, SIGN_PHASE, i);
  for (guint i = SIGN_GROUP; i < N_SIGNS; i++)
    if (seen.signs[i])
      add (self, pen, &at, (Sign) i, 0);
  if (self->advice != NULL)
    {
      at.n_lines++;
      if (pen != NULL)
        plt_gantt_text_at (pen, plt_gantt_paper_font (self, PLT_GANTT_TEXT, PANGO_WEIGHT_SEMIBOLD),
                           pen->palette->text, self->advice, 0, at.y + LINE * 1.5 * self->zoom,
                           PLT_ALIGN_START);
    }
  return (ABOVE + at.n_lines * LINE) * self->zoom;
}
