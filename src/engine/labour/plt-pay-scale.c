/* The function of a person in the scale of the agreement, and what an hour of it is worth. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-pay-private.h"
#include "plt-rates.h"
#include "plt-text.h"

static gboolean
is_valid_at (const PltReferential *scale, guint row, PltDate date)
{
  PltDate from = plt_date_from_iso (plt_referential_get (scale, row, "valable_du"));
  PltDate to = plt_date_from_iso (plt_referential_get (scale, row, "valable_au"));

  return (from == PLT_DATE_NONE || date >= from) && (to == PLT_DATE_NONE || date <= to);
}

static gboolean
is_scale_row (const PltPayRun *run, const PltReferential *scale, guint row)
{
  static const char *const genres[] = { "fiction", "flux", "documentaire" };

  if (strcmp (run->agreement, "2642") != 0)
    return TRUE;
  return strcmp (plt_referential_get (scale, row, "genre"), genres[run->options.genre]) == 0;
}

/* The function called so; else the only one with these words. */
static const char *
find_function (const PltPayRun *run,
               const PltReferential *scale,
               const char *wanted,
               GError **error)
{
  g_autofree char *folded = plt_text_fold (wanted);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < plt_referential_n_rows (scale); i++)
    {
      const char *name = plt_referential_get (scale, i, "fonction");
      g_autofree char *other = plt_text_fold (name);

      if (!is_scale_row (run, scale, i))
        continue;
      if (*folded != '\0' && plt_rate_is_named (folded, other))
        return name;
      if (plt_rate_words_match (folded, other)
          && !g_ptr_array_find_with_equal_func (found, name, g_str_equal, NULL))
        g_ptr_array_add (found, (gpointer) name);
    }
  if (found->len == 1)
    return found->pdata[0];
  if (found->len == 0)
    g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                 _ ("The scale of the agreement has no function “%s”. Write it as the scale does."),
                 wanted);
  else
    {
      g_autofree char *names = NULL;

      g_ptr_array_set_size (found, (int) MIN (found->len, 6));
      g_ptr_array_add (found, NULL);
      names = g_strjoinv (" ; ", (char **) found->pdata);
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("Several functions are called “%s”: %s. Write one of them."), wanted, names);
    }
  return NULL;
}

/* Row of that function and base at that date, with an amount; -1 when there is none. */
static int
find_row (const PltPayRun *run,
          const PltReferential *scale,
          const char *function,
          const char *base,
          gboolean specialised,
          PltDate date)
{
  gboolean variants = plt_referential_has_column (scale, "variante");

  for (guint i = 0; i < plt_referential_n_rows (scale); i++)
    if (strcmp (plt_referential_get (scale, i, "fonction"), function) == 0
        && strcmp (plt_referential_get (scale, i, "base"), base) == 0
        && is_scale_row (run, scale, i) && is_valid_at (scale, i, date)
        && *plt_referential_get (scale, i, "montant_cents") != '\0'
        && (!variants
            || (strcmp (plt_referential_get (scale, i, "variante"), "specialise") == 0)
                   == specialised))
      return (int) i;
  return -1;
}

static PltMoney
amount_of_row (const PltReferential *scale, int row)
{
  gint64 cents = PLT_UNKNOWN;

  if (row >= 0)
    g_ascii_string_to_signed (plt_referential_get (scale, (guint) row, "montant_cents"), 10, 0,
                              G_MAXINT32, &cents, NULL);
  return cents;
}

/* A function that has only one of both variants is found whichever is asked. */
static PltMoney
week_of (const PltPayRun *run,
         const PltReferential *scale,
         const char *function,
         gboolean specialised,
         PltDate date,
         int *row)
{
  const char *base = strcmp (run->agreement, "2642") == 0 ? "sem35" : "sem39";

  *row = find_row (run, scale, function, base, specialised, date);
  if (*row < 0)
    *row = find_row (run, scale, function, base, !specialised, date);
  return amount_of_row (scale, *row);
}

static void
set_bases (PltPayRun *run, const PltReferential *scale, PltDate date)
{
  int row;

  run->travel_week = PLT_UNKNOWN;
  if (strcmp (run->agreement, "2642") == 0)
    {
      run->pay->base_name = "sem35";
      run->base = (PltPayBase){ run->pay->week_cents, 1, 35 };
      run->day_base = (PltPayBase){ run->pay->week_cents, 2, 63 };
      run->transport = run->base;
      if (scale != NULL)
        run->travel_week = week_of (run, scale, "Habilleur", run->options.specialised, date, &row);
      return;
    }
  run->pay->base_name = "sem39";
  run->base = run->day_base = (PltPayBase){ run->pay->week_cents, 1, 40 };
  run->transport = run->base;
  if (scale == NULL)
    return;
  run->transport.week_cents
      = week_of (run, scale, "Machiniste de prise de vues cinéma", FALSE, date, &row);
  if (run->transport.week_cents == PLT_UNKNOWN || run->transport.week_cents > run->base.week_cents)
    run->transport = run->base;
}

static void
set_grid (PltPayRun *run, const PltReferential *scale, const char *function, PltDate date)
{
  static const char *const names[] = { "ann2_5j", "ann2_6j" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int row = find_row (run, scale, function, names[i], FALSE, date);
      gint64 hours = 0;

      run->grid_cents[i] = amount_of_row (scale, row);
      if (row >= 0)
        g_ascii_string_to_signed (plt_referential_get (scale, (guint) row, "heures"), 10, 0, 168,
                                  &hours, NULL);
      run->grid_minutes[i] = run->grid_cents[i] != PLT_UNKNOWN ? hours * PLT_PAY_HOUR : 0;
    }
}

gboolean
plt_pay_find_scale (PltPayRun *run, const char *function, PltDate date, GError **error)
{
  const PltReferential *scale = run->tables->scale;
  g_autofree char *key = NULL;
  const char *name;
  int row;

  if (function == NULL && run->options.week_cents != PLT_UNKNOWN)
    {
      run->pay->function = g_strdup ("");
      run->pay->week_cents = run->options.week_cents;
      set_bases (run, scale, date);
      return TRUE;
    }
  if (scale == NULL)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("The scale of wages “%s” is missing from the reference data."),
                   run->tables->scale_name);
      return FALSE;
    }
  key = g_strdup_printf ("%d/%s", run->options.genre, function);
  name = g_hash_table_lookup (run->tables->functions, key);
  if (name == NULL)
    name = find_function (run, scale, function, error);
  if (name == NULL)
    return FALSE;
  g_hash_table_insert (run->tables->functions, g_steal_pointer (&key), (gpointer) name);
  run->pay->function = g_strdup (name);
  run->pay->week_cents = week_of (run, scale, name, run->options.specialised, date, &row);
  if (row >= 0)
    {
      run->options.decor
          = run->options.decor
            || strcmp (plt_referential_get (scale, (guint) row, "decor"), "oui") == 0;
      if (strcmp (plt_referential_get (scale, (guint) row, "marque"), "source") != 0)
        plt_pay_alert (run, "pay.scale-to-verify", PLT_SEVERITY_WARNING,
                       plt_referential_meta (scale, "source"),
                       _ ("The minimum of “%s” is still to be verified."), name);
    }
  if (run->options.week_cents != PLT_UNKNOWN)
    run->pay->week_cents = run->options.week_cents;
  if (run->pay->week_cents == PLT_UNKNOWN)
    {
      g_autofree char *day = plt_date_format_numeric (date);

      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("“%s” has no wage by the week on %s in the scale: it is paid a lump sum, or "
                      "the scale begins later. Give the agreed wage of a week."),
                   name, day);
      return FALSE;
    }
  set_bases (run, scale, date);
  set_grid (run, scale, name, date);
  return TRUE;
}
