/* PltAvailability: may this person, role, set, place or séquence be had on that date, and between
 * these hours?
 *
 * An index over the register of availability and the dates of the contracts, made once from the
 * facts and asked many times: a question costs some look-ups, whatever the size of the register.
 *
 * A window of the register says of what it names that it is not there ("indisponible"), there only
 * then ("disponible"; several such windows of one thing are a union), or to be confirmed
 * ("option"). Both dates are included; an empty one is open. Hours hold on each day of the window.
 * A window that ends before it begins says nothing (a finding tells it).
 *
 * What limits what:
 * - a role, by its own windows and those of the person engaged for it, and by the first and last
 *   date of that engagement. Several persons for one role (twins): the best of them answers; once
 *   one is confirmed or signed, those that are only considered no longer count;
 * - a person, by his own windows and the dates of his engagements, whichever;
 * - a set, by its own windows, those of the set it is a part of and those of its place;
 * - a séquence, by its own windows, those of its sub-set and set and those of its place.
 *
 * Hours are minutes since midnight of the shooting day; those after the next midnight are counted
 * on (27 h is 3 in the morning). A window without hours speaks of the shooting day as the crew
 * counts it: a night that begins on the 12th belongs to the 12th.
 *
 * The facts must outlive the index. Immutable once made: may be asked from any thread. */
#pragma once

#include "plt-facts.h"

G_BEGIN_DECLS

typedef struct _PltAvailability PltAvailability;

typedef enum
{
  PLT_AVAILABILITY_PERSON,
  PLT_AVAILABILITY_ELEMENT,
  PLT_AVAILABILITY_SET,
  PLT_AVAILABILITY_LOCATION,
  PLT_AVAILABILITY_SEQUENCE
} PltAvailabilityOf;

/* From the best to the worst. */
typedef enum
{
  PLT_AVAILABLE_YES,
  PLT_AVAILABLE_OPTION, /* to be confirmed */
  PLT_AVAILABLE_PARTLY, /* a part of the hours only */
  PLT_AVAILABLE_NO
} PltAvailable;

/**
 * PltAvailabilityAnswer:
 * @answer: whether
 * @row: the row that says so, of "availability" or "engagement"; without a table for a yes
 * @from_minutes: with %PLT_AVAILABLE_PARTLY, where the longest free stretch begins
 * @to_minutes: and where it ends
 */
typedef struct
{
  PltAvailable answer;
  PltRef row;
  gint64 from_minutes, to_minutes;
} PltAvailabilityAnswer;

PltAvailability *plt_availability_new (const PltFacts *facts);
void plt_availability_free (PltAvailability *self);
/* Hours unknown (PLT_UNKNOWN, either): the day from midnight to midnight. */
PltAvailabilityAnswer plt_availability_ask (const PltAvailability *self,
                                            PltAvailabilityOf what,
                                            gint64 id,
                                            PltDate date,
                                            gint64 from_minutes,
                                            gint64 to_minutes);
/* Whether anything ever limits it: FALSE is a yes for every date. */
gboolean
plt_availability_is_limited (const PltAvailability *self, PltAvailabilityOf what, gint64 id);
/* The persons who may play a role, best engaged first. (transfer none) (array length=n) */
const gint64 *plt_availability_players (const PltAvailability *self, gint64 role, guint *n);
/* Whether a window can ever hold: a thing is named, it does not end before it begins. */
gboolean plt_availability_is_empty (const PltAvailabilityFacts *window);
/* "not available from 12 April to 14 April – theatre": why, for the end of a sentence. "" for a
 * row of neither register. (transfer full) */
char *plt_availability_explain (const PltFacts *facts, PltRef row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltAvailability, plt_availability_free)

G_END_DECLS
