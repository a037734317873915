/* The rows of the contributions of one profile, read into numbers. */
#pragma once

#include "plt-contribution-table.h"
#include "plt-referential.h"

G_BEGIN_DECLS

#define PLT_CSG_SHARE_E6 982500 /* of the gross: L136-2 of the Code de la sécurité sociale */

typedef enum
{
  PLT_BASE_GROSS,
  PLT_BASE_DEDUCTED,
  PLT_BASE_TRANCHE_2,
  PLT_BASE_CSG,
} PltBaseKind;

typedef enum
{
  PLT_CEILING_NONE,
  PLT_CEILING_DAY,      /* the daily ceiling of social security, by day */
  PLT_CEILING_ARTIST,   /* twelve hourly ceilings a day */
  PLT_CEILING_TRANCHES, /* seven daily ceilings a day */
  PLT_CEILING_FOUR,     /* four monthly ceilings */
  PLT_CEILING_MINIMUM,  /* three times the minimum of the agreement, by day */
} PltCeilingKind;

typedef struct
{
  guint row; /* of the referential */
  PltBaseKind base;
  PltCeilingKind ceiling;
  gint64 employer_e6; /* PLT_UNKNOWN */
  gint64 employee_e6, free_e6, coefficient_e6;
  gboolean above_ceiling; /* only of a wage above the daily ceiling */
  gboolean provident;
  guint posting; /* index of its account */
} PltContributionRow;

struct _PltContributionTable
{
  PltReferential *table;
  GArray *rows; /* PltContributionRow: CSG last */
  const char *accounts[PLT_MAX_POSTINGS];
  guint n_accounts;
  gint64 day, month, artist_day; /* ceilings, PLT_UNKNOWN */
  gint64 day_minimum;
  gint64 deduction_e6;
  gint64 minimum_hour, tmin_e4, tdelta_e4, fund_e6; /* reduction, PLT_UNKNOWN */
  gboolean reduced;                                 /* the profile may have it */
  gboolean incomplete;
};

/* What the bases of one wage are counted on. */
typedef struct
{
  PltMoney gross, deducted;
  gint64 days;
} PltContributionCase;

PltContributionCase
plt_contribution_case (const PltContributionTable *self, PltMoney gross, gint64 days);
/* Centimes; PLT_UNKNOWN where the row is not owed. `insurance_exact`: centimes x millionths that
 * the employer pays to the provident fund, for CSG. */
PltMoney plt_contribution_base (const PltContributionTable *self,
                                const PltContributionRow *row,
                                const PltContributionCase *wage,
                                gint64 insurance_exact);
PltMoney plt_contribution_reduction (const PltContributionTable *self,
                                     const PltContributionCase *wage,
                                     gint64 minutes);
PltMoney plt_contribution_round (gint64 exact);

G_END_DECLS
