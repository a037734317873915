/* The contributions of one profile as expressions of a spreadsheet, one by one, to the centime that
 * plt_contribution_table_count() gives: the caller says in which cell each amount of a wage and
 * each ceiling stands. Pure text. */
#pragma once

#include "plt-contribution-table.h"

G_BEGIN_DECLS

/* Amounts and rates that the rows are counted with; those that are not known are PLT_UNKNOWN. */
typedef enum
{
  PLT_CEILING_OF_DAY,     /* centimes */
  PLT_CEILING_OF_MONTH,   /* centimes */
  PLT_CEILING_OF_ARTIST,  /* centimes a day */
  PLT_CEILING_OF_MINIMUM, /* minimum of the agreement a day, centimes */
  PLT_DEDUCTION,          /* millionths */
  PLT_MINIMUM_HOUR,       /* centimes */
  PLT_REDUCTION_LEAST,    /* ten-thousandths: Tmin */
  PLT_REDUCTION_MORE,     /* ten-thousandths: Tdelta */
  PLT_REDUCTION_FUND,     /* millionths: the share of the paid-leave fund */
  PLT_N_CONTRIBUTION_VALUES,
} PltContributionValue;

gint64 plt_contribution_table_value (const PltContributionTable *self, PltContributionValue which);

/**
 * PltContributionEntry: a row that the employer owes.
 * @account: of poste 4
 * @rate_e6: what the employer pays
 * @coefficient_e6: 1000000: the base as it is
 */
typedef struct
{
  const char *code, *name, *account;
  const char *source, *mark, *from; /* of the referential: ISO date, "" for none */
  gint64 rate_e6, coefficient_e6;
} PltContributionEntry;

guint plt_contribution_table_get_n_entries (const PltContributionTable *self);
PltContributionEntry plt_contribution_table_get_entry (const PltContributionTable *self,
                                                       guint index);
/* Accounts it posts to; the first takes what rounding leaves, and the reduction. */
guint plt_contribution_table_get_n_accounts (const PltContributionTable *self);
const char *plt_contribution_table_get_account (const PltContributionTable *self, guint index);

/**
 * PltContributionPlaces: where the amounts of one wage stand.
 * @values: of the profile; read only where the table has a value
 */
typedef struct
{
  const char *gross, *deducted, *days;
  const char *values[PLT_N_CONTRIBUTION_VALUES];
} PltContributionPlaces;

/* What the expressions give, in centimes: the wage after the deduction; what is owed of an entry,
 * times a million and not rounded; the reduction at 8 hours a day. */
PltMoney plt_contribution_sheet_deducted (const PltContributionTable *self, PltMoney gross);
gint64 plt_contribution_sheet_exact (const PltContributionTable *self,
                                     guint index,
                                     PltMoney gross,
                                     gint64 days);
PltMoney
plt_contribution_sheet_reduced (const PltContributionTable *self, PltMoney gross, gint64 days);

/* (transfer full): the base of an entry, before its rate; "0" where it is not owed. */
char *plt_contribution_sheet_base (const PltContributionTable *self,
                                   guint index,
                                   const PltContributionPlaces *places);
/* (transfer full) (nullable): the reduction of low wages, 8 hours a day; NULL without. */
char *plt_contribution_sheet_reduction (const PltContributionTable *self,
                                        const PltContributionPlaces *places);

G_END_DECLS
