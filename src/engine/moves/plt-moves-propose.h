/* Movements made by rule, as edits of a batch: one command, undone at once.
 *
 * Who needs a ride on a day: the calls of its sheet in force whose transport is "pick-up", and
 * those of actors whose transport is not said and of whom a pick-up place, an address or the drive
 * is known; less those that a movement to the set carries already.
 *
 * Movements to the set with free seats take them first, where they arrive in time for it and are
 * fetched in the town of somebody who rides in them; the hours of all who do follow. Who is below
 * the age of the rule "responsable-enfants-age" is given such a seat beside an adult only, and
 * rides with an adult wherever a vehicle takes both.
 *
 * The others are taken by the hour at which they have to be there. Who is to be there within the
 * time of the referential "mouvements" ("regroupement") after the first, and is fetched in the same
 * town, rides along, as far as the seats, the child seats and the room for wheelchairs of the
 * vehicle go. The vehicle is the smallest that is free and takes them all, else the largest; cars,
 * minibuses and vans with seats whose dates hold the day. Its usual driver drives, unless at the
 * wheel elsewhere or aboard; one without rest since the day before gives way to the driver of
 * another vehicle who has it. A vehicle is free again once it has gone the way back.
 *
 * Who comes from farthest gets on first, those of one place together and at one hour; hours are
 * those of plt-call-hours. The calls get their movement and, where they were not typed, their
 * pick-up and arrival; those of a sheet that was sent stay as they are. */
#pragma once

#include "plt-batch.h"
#include "plt-moves.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_PROPOSED,
  PLT_PROPOSED_NO_SHEET,   /* the day has no call sheet */
  PLT_PROPOSED_NOBODY,     /* nobody needs a ride who has none */
  PLT_PROPOSED_NO_VEHICLE, /* no vehicle with seats is there on that day */
} PltProposed;

/**
 * PltMovesProposal:
 * @n_movements: movements that were added
 * @n_people: who rides in them, and in seats of movements that were there
 * @n_filled: of these the latter
 * @left: (element-type utf8): names of those for whom no vehicle is left
 */
typedef struct
{
  PltProposed what;
  guint n_movements, n_people, n_filled;
  GPtrArray *left;
} PltMovesProposal;

PltMovesProposal *plt_moves_propose (const PltFacts *facts, gint64 day, PltBatch *batch);
void plt_moves_proposal_free (PltMovesProposal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltMovesProposal, plt_moves_proposal_free)

/* Copies the movements of another date, stops and all. Gives how many. */
guint plt_moves_copy (const PltFacts *facts, PltDate from, PltDate to, PltBatch *batch);
/* The last date before that one that has movements, PLT_DATE_NONE. */
PltDate plt_moves_date_before (const PltFacts *facts, PltDate date);
/* (transfer full): "M4", one more than the highest of that date. */
char *plt_moves_next_number (const PltFacts *facts, PltDate date, guint nth);

G_END_DECLS
