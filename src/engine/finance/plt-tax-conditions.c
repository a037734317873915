/* What the law asks of a work before it gives a tax credit: length, cost of a minute, eligible
 * spend, days in France, and regimes that end. A condition that is not met is an issue of severity
 * error; one that cannot be checked is a warning. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-tax-credit-private.h"

static void
refuse (PltTaxCount *self, const char *rule, const PltTaxParam *param, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

static void
refuse (PltTaxCount *self, const char *rule, const PltTaxParam *param, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  plt_tax_count_issue (self, rule, PLT_SEVERITY_ERROR, param, "%s", message);
  self->credit->refused = TRUE;
}

/* A floor of an amount by the minute, or plain. */
static void
check_floor (PltTaxCount *self,
             const char *rule,
             const PltTaxParam *floor,
             PltMoney amount,
             const char *format)
{
  g_autofree char *have = NULL;
  g_autofree char *least = NULL;
  g_autofree char *message = NULL;

  if (floor == NULL || floor->value == PLT_UNKNOWN || amount >= floor->value)
    return;
  have = plt_money_format (amount);
  least = plt_money_format (floor->value);
  message = g_strdup_printf ("%s (%s < %s)", format, have, least);
  refuse (self, rule, floor, "%s", message);
}

static void
check_length (PltTaxCount *self)
{
  const PltTaxParam *least = plt_tax_count_param (self, "duree-min");
  gint64 seconds = self->on->seconds;

  if (least == NULL || least->value == PLT_UNKNOWN)
    return;
  if (seconds == PLT_UNKNOWN)
    plt_tax_count_issue (self, "tax-credit.length-unchecked", PLT_SEVERITY_WARNING, least,
                         _ ("The length of the work is not known: whether it is long enough for "
                            "the tax credit was not checked."));
  else if (seconds < least->value * 60)
    refuse (self, "tax-credit.too-short", least,
            _ ("The work is too short for the tax credit: it must last at least %d minutes."),
            (int) least->value);
}

static void
check_minutes (PltTaxCount *self)
{
  const PltTaxCase *on = self->on;
  const PltTaxParam *cost;
  PltMoney a_minute;

  if (on->seconds == PLT_UNKNOWN)
    return;
  cost = on->youth ? plt_tax_count_param (self, "cout-minute-min-jeunesse") : NULL;
  if (cost == NULL)
    cost = plt_tax_count_param (self, "cout-minute-min");
  if (cost == NULL)
    cost = plt_tax_table_band (self->table, on->regime, on->genre, "cout-minute-min",
                               (on->seconds + 59) / 60);
  a_minute = plt_tax_per_minute (self->budget, on->seconds);
  check_floor (self, "tax-credit.too-cheap", cost, a_minute,
               _ ("A minute of the work costs less than the tax credit asks for"));
  a_minute = plt_tax_per_minute (on->eligible, on->seconds);
  check_floor (self, "tax-credit.too-little-spend",
               plt_tax_count_param (self, "eligible-minute-min"), a_minute,
               _ ("The eligible spend of a minute is less than the tax credit asks for"));
}

/* 250 000 €, or half of the budget when that is small. */
static void
check_spend (PltTaxCount *self)
{
  const PltTaxParam *least = plt_tax_count_param (self, "eligible-min");
  const PltTaxParam *small = plt_tax_count_param (self, "budget-petit");
  const PltTaxParam *part = plt_tax_count_param (self, "eligible-part-min");

  if (small != NULL && part != NULL && small->value != PLT_UNKNOWN && part->value != PLT_UNKNOWN
      && self->budget < small->value
      && self->on->eligible >= plt_tax_rate (self->budget, part->value))
    return;
  check_floor (self, "tax-credit.too-little-spend", least, self->on->eligible,
               _ ("The eligible spend is less than the tax credit asks for"));
}

static void
check_days (PltTaxCount *self)
{
  const PltTaxParam *least = plt_tax_count_param (self, "jours-min");

  if (least == NULL || least->value == PLT_UNKNOWN || self->on->shooting_days == PLT_UNKNOWN
      || strcmp (self->on->genre, "animation") == 0)
    return;
  if (self->on->shooting_days < least->value)
    refuse (self, "tax-credit.too-few-days", least,
            _ ("The work is shot too few days in France for the tax credit: at least %d are asked "
               "for."),
            (int) least->value);
}

static void
check_end (PltTaxCount *self)
{
  const PltTaxParam *end = plt_tax_count_param (self, "fin");
  g_autofree char *day = NULL;

  if (end == NULL || end->value == PLT_UNKNOWN)
    return;
  day = plt_date_format_numeric ((PltDate) end->value);
  if (self->on->date == PLT_DATE_NONE)
    plt_tax_count_issue (self, "tax-credit.end-unchecked", PLT_SEVERITY_WARNING, end,
                         _ ("The regime ends on %s in the texts that were read, and the date of "
                            "the spend is not known. Check that it was extended."),
                         day);
  else if (self->on->date > end->value)
    refuse (self, "tax-credit.ended", end,
            _ ("The regime ended on %s in the texts that were read. Check whether it was extended, "
               "and correct the reference data."),
            day);
}

void
plt_tax_count_conditions (PltTaxCount *self)
{
  check_length (self);
  check_minutes (self);
  check_spend (self);
  check_days (self);
  check_end (self);
  if (self->on->regime == PLT_TAX_C2I && self->on->cnc_aid)
    refuse (self, "tax-credit.cumul", plt_tax_count_param (self, "taux"),
            _ ("A work that has an aid of the CNC for production cannot have the C2I."));
}
