/* The rights that sources of financing buy against the chronologie des médias: from which month
 * after the theatres they may open, and which of them overlap. Pure.
 *
 * Delays come from "fenetres", the agreement in force on the day of the release in theatres (else
 * on the delivery, else the last one). They hold for a feature film only; overlaps are looked for
 * in any work. Of a financier that the table names the delay is his own; of another one the
 * ordinary delay, and what only an agreement or a derogation allows is neither held nor broken. The
 * agreement of 2025 ends on 9 February 2028 and is contested: for a release after its end nothing
 * is known to hold.
 *
 * Rights of one kind and territory sold to two financiers for the same months conflict, unless one
 * says that they are not exclusive. Rights without a month are taken to open as soon as they may;
 * without a length, whether they overlap is not known. */
#pragma once

#include "plt-facts.h"
#include "plt-finance-check.h"

G_BEGIN_DECLS

#define PLT_MEDIA_WINDOWS "fenetres"

/**
 * PltMediaWindow:
 * @title: what is sold, in French: "Télévision gratuite"
 * @label: the rule of the table, %NULL without one; @legal: its source; @sure: read there
 * @allowed: months after the theatres, %PLT_UNKNOWN without a rule
 * @shortest: with an agreement or a derogation; @allowed without one
 * @sold: months of the contract, %PLT_UNKNOWN
 * @opens: when the rights may open at the earliest, %PLT_DATE_NONE without a release
 * @from: when they open, by the contract, else as soon as they may; @to: their last day
 */
typedef struct
{
  const PltFundingFacts *source;
  const char *title, *label, *legal;
  gint64 allowed, shortest, sold;
  PltDate opens, from, to;
  PltCheckState state;
  gboolean sure;
} PltMediaWindow;

/* @from, @to: months after the theatres; @to %PLT_UNKNOWN without a length */
typedef struct
{
  const PltMediaWindow *one, *other;
  gint64 from, to;
  PltCheckState state; /* broken, or unknown */
} PltMediaOverlap;

/**
 * PltMediaWindows:
 * @applies: a feature film: the delays hold
 * @release: %PLT_DATE_NONE when it is not known
 * @agreement: "2025", %NULL without a table; in force from @from to @to (%PLT_DATE_NONE: no end)
 * @expired: the release comes after its end
 * @windows: PltMediaWindow, in the order of the plan
 * @overlaps: PltMediaOverlap
 * @issues: (element-type PltIssue)
 */
typedef struct
{
  gboolean applies, expired;
  PltDate release;
  const char *agreement;
  PltDate from, to;
  GArray *windows, *overlaps;
  GPtrArray *issues;
  PltReferential *table; /* (nullable): strings are its own */
} PltMediaWindows;

PltMediaWindows *plt_media_windows_new (const PltFacts *facts);
void plt_media_windows_free (PltMediaWindows *self);
/* In French, of funding_source.window: "Vidéo et VOD à l’acte"; (nullable) */
const char *plt_media_window_title (const char *window);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltMediaWindows, plt_media_windows_free)

G_END_DECLS
