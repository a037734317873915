/* PltPlancheModel: the planche (plt-planche.h) as a table of the grid.
 *
 * At the left, which stays: number, name, player, days worked, waited for and paid. The first rows
 * stay at the top and say what a column is: week, day, date, place, hours, set, effect, séquence.
 * Below come the other lines of the séquences, then the bands, which open and close.
 *
 * A cross is added or taken away with Space, a double click, Delete or by typing: a séquence gets
 * or loses the element, with what it always brings; a number is how many. Dates, hours, synopses,
 * lengths, shots, times and notes are typed where they stand. A published version is only read, but
 * what belongs to the séquences can be changed from it.
 *
 * The texts are made at plt_planche_model_refresh() and borrow nothing from the session. */
#pragma once

#include "plt-grid-model.h"
#include "plt-planche.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_PLANCHE_MODEL (plt_planche_model_get_type ())
G_DECLARE_FINAL_TYPE (PltPlancheModel, plt_planche_model, PLT, PLANCHE_MODEL, GObject)

PltPlancheModel *plt_planche_model_new (PltSession *session);
void plt_planche_model_refresh (PltPlancheModel *self);

/* Rows for what no day needs; columns for the days off. Both take effect at the next refresh. */
void plt_planche_model_set_hide_empty (PltPlancheModel *self, gboolean hide_empty);
void plt_planche_model_set_days_off (PltPlancheModel *self, gboolean days_off);

/* What a cell is of: its day in the rows that say it, else its strip, else the element; table NULL
 * for none. */
PltRef plt_planche_model_get_ref (PltPlancheModel *self, guint row, guint column);
/* The column of a day or a strip, or of a séquence; -1 when it is not there. */
int plt_planche_model_find_column (PltPlancheModel *self, PltRef ref);
int plt_planche_model_find_row (PltPlancheModel *self, gint64 element); /* -1 */
/* The first column of the next day (`step` 1) or the one before (-1), -1 at the end. */
int plt_planche_model_step_day (PltPlancheModel *self, guint column, int step);

/**
 * plt_planche_model_search:
 * @text: "J12", a date, the number of a séquence, or words
 * @row: @column: (inout): where to begin, and what was found
 * @step: 1 or -1
 *
 * A day is found by its number or date, a séquence by its number; words are looked for in every
 * cell, from the one after the start on and round again.
 *
 * Returns: whether something was found
 */
gboolean plt_planche_model_search (
    PltPlancheModel *self, const char *text, guint *row, guint *column, int step);

G_END_DECLS
