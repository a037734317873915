/* The hours of a day of shooting, computed back from the PAT. Numbers alone: who they belong to is
 * the business of plt-call-day.
 *
 * Order: pick-up, drive, arrival, margin, dressing, make-up, hair, PAT. From the end to the
 * beginning:
 *
 * - Hair ends at the PAT, make-up where hair begins, dressing where make-up begins; each as late as
 * a free chair allows. Those with the earliest PAT choose first, then those who come first in the
 * list; of two chairs the lower number. Hours that were typed have their chair before all others.
 * - Where the three durations are not all known but their sum is, HMC is one piece without chairs.
 * Where neither is, the hour of HMC stays unknown: never zero.
 * - Arrival is HMC less the margin; without HMC it is the PAT less `lead_minutes`.
 * - Pick-up is arrival less the drive. Those of one ride arrive together, at the earliest arrival
 * that one of them needs; the stops are made in order. Between two stops lies at least the
 * difference of their drives and at least PLT_CALL_BOARDING, nothing where the place is the same:
 * who is picked up first leaves first, and who gets on at one place does so at one hour.
 *
 * Durations are rounded up to PLT_CALL_STEP, hours are not: a PAT that moves by n moves by n every
 * hour that was not typed. Hours are minutes since midnight of the shooting day; after midnight
 * they exceed 1440; before it they are negative and a conflict says so. A typed hour stays, the
 * hours before it follow from it, and plt_call_day_conflicts() says where it no longer fits. */
#pragma once

#include "plt-facts.h"

G_BEGIN_DECLS

#define PLT_CALL_STEP 5
#define PLT_CALL_BOARDING 5

typedef enum
{
  PLT_HMC_DRESS,
  PLT_HMC_MAKEUP,
  PLT_HMC_HAIR,
  PLT_N_HMC
} PltHmcPart;

typedef enum
{
  PLT_HOUR_PICKUP = 1 << 0,
  PLT_HOUR_ARRIVAL = 1 << 1,
  PLT_HOUR_HMC = 1 << 2,
  PLT_HOUR_PAT = 1 << 3,
  PLT_HOUR_END = 1 << 4,
  PLT_HOUR_DRESS = 1 << 5, /* the parts in the order of PltHmcPart */
  PLT_HOUR_MAKEUP = 1 << 6,
  PLT_HOUR_HAIR = 1 << 7,
} PltCallHour;

/**
 * PltCallee: somebody who is called. What is not known is PLT_UNKNOWN.
 * @durations: of dressing, make-up, hair; 0: not needed
 * @hmc_minutes: of the three together, where they are not all known
 * @lead_minutes: between arrival and PAT of somebody without HMC
 * @drive_minutes: from the pick-up to the place
 * @typed: PltCallHour; those hours are given, the others computed
 * @chairs: (out): index of the chair, -1
 * @waits: (out): minutes that the HMC begins sooner because no chair is free later
 * @behind: (out): index of whoever sits in it then, -1
 */
typedef struct
{
  gint64 durations[PLT_N_HMC];
  gint64 hmc_minutes, lead_minutes, drive_minutes;
  guint typed;
  gint64 pickup, arrival, hmc, pat, end;
  gint64 starts[PLT_N_HMC];
  int ride; /* index, -1 */
  int chairs[PLT_N_HMC];
  gint64 waits;
  int behind;
} PltCallee;

/* One stop of a ride. `callee` -1: somebody who is not on the sheet, or a load. */
typedef struct
{
  gint64 id; /* of the caller */
  int callee;
  gint64 drive_minutes; /* of somebody who is not on the sheet */
  const char *place;    /* "" not known */
  guint count;          /* of passengers */
  gboolean typed;
  gint64 minutes;
} PltRideStop;

typedef struct
{
  gint64 id; /* of the caller */
  GArray *stops;
  gint64 drive_minutes;  /* from the first stop to the place, at least; PLT_UNKNOWN */
  gint64 margin_minutes; /* instead of that of the day; PLT_UNKNOWN */
  gint64 seats;          /* PLT_UNKNOWN */
  gint64 arrival;        /* given where nobody of it is on the sheet, else computed */
} PltRide;

typedef struct
{
  GArray *callees;         /* PltCallee */
  GArray *rides;           /* PltRide */
  guint chairs[PLT_N_HMC]; /* 0: not limited */
  gint64 margin_minutes;
  gint64 crew_minutes; /* PLT_UNKNOWN */
} PltCallDay;

typedef enum
{
  PLT_CONFLICT_QUEUE,   /* too few chairs: the HMC begins before the crew call */
  PLT_CONFLICT_CHAIRS,  /* more people than chairs at once, by typed hours */
  PLT_CONFLICT_PART,    /* a part ends after the next one begins, or after the PAT */
  PLT_CONFLICT_HMC,     /* HMC begins too late for what it takes */
  PLT_CONFLICT_ARRIVAL, /* after HMC or PAT begins */
  PLT_CONFLICT_PICKUP,  /* pick-up and drive end after the arrival */
  PLT_CONFLICT_STOPS,   /* a stop is later than the next one allows */
  PLT_CONFLICT_SEATS,   /* more passengers than seats */
  PLT_CONFLICT_BEFORE,  /* an hour lies before midnight */
} PltConflictKind;

/**
 * PltCallConflict:
 * @callee: index, -1 for a ride
 * @other: index of whoever is in the way, -1
 * @ride: index, -1
 * @hour: which hour it is about
 * @minutes: how much too late, too soon; of SEATS the passengers
 * @typed: the hour was typed
 */
typedef struct
{
  PltConflictKind kind;
  int callee, other, ride;
  PltCallHour hour;
  gint64 minutes;
  gboolean typed;
} PltCallConflict;

PltCallDay *plt_call_day_new (void);
void plt_call_day_free (PltCallDay *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltCallDay, plt_call_day_free)

/* Each gives what it added, with nothing known; valid until the next one. */
PltCallee *plt_call_day_add (PltCallDay *self);
PltRide *plt_call_day_add_ride (PltCallDay *self, gint64 id);
PltRideStop *plt_call_day_add_stop (PltCallDay *self, guint ride, int callee);
PltCallee *plt_call_day_get (const PltCallDay *self, guint callee);

void plt_call_day_solve (PltCallDay *self);
/* (transfer full) (element-type PltCallConflict): of the hours as they stand, computed or stored.
 */
GArray *plt_call_day_conflicts (const PltCallDay *self);
/* Minutes of HMC, PLT_UNKNOWN when they are not known. */
gint64 plt_callee_hmc_length (const PltCallee *callee);

G_END_DECLS
