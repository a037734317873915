#include "plt-tax-options.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "plt-error.h"
#include "plt-tax-credit.h"

typedef enum
{
  KIND_GENRE,
  KIND_DATE,
  KIND_MONEY,
  KIND_SHARE,  /* per cent */
  KIND_NUMBER, /* not negative */
  KIND_MINUTES,
  KIND_CHOICE, /* one of the words: its place */
  KIND_CLOSING,
  KIND_YEARS,
} Kind;

typedef struct
{
  const char *name;
  Kind kind;
  gsize offset;
  const char *words[4]; /* of a choice, by value */
} Option;

#define AT(field) G_STRUCT_OFFSET (PltTaxOptions, field)

static const Option options[] = {
  { "genre", KIND_GENRE, AT (genre), { NULL } },
  { "langue", KIND_CHOICE, AT (french), { "autre", "francais" } },
  { "date", KIND_DATE, AT (date), { NULL } },
  { "demande", KIND_DATE, AT (request), { NULL } },
  { "visa", KIND_DATE, AT (visa), { NULL } },
  { "acceptation", KIND_DATE, AT (acceptance), { NULL } },
  { "cloture", KIND_CLOSING, 0, { NULL } },
  { "ordre", KIND_CHOICE, AT (subsidies_first), { "prudent", "subventions-d-abord" } },
  { "part-francaise", KIND_SHARE, AT (share_e6), { NULL } },
  { "vfx-part", KIND_SHARE, AT (vfx_share_e6), { NULL } },
  { "subventions", KIND_MONEY, AT (subsidies), { NULL } },
  { "aides", KIND_MONEY, AT (aid), { NULL } },
  { "budget", KIND_MONEY, AT (budget), { NULL } },
  { "eligible", KIND_MONEY, AT (eligible), { NULL } },
  { "vfx-depense", KIND_MONEY, AT (vfx_spend), { NULL } },
  { "minutes", KIND_MINUTES, AT (seconds), { NULL } },
  { "jours-tournage", KIND_NUMBER, AT (shooting_days), { NULL } },
  { "difficile", KIND_CHOICE, AT (difficult), { "auto", "non", "oui" } },
  { "jeunesse", KIND_CHOICE, AT (youth), { "non", "oui" } },
  { "a-decider", KIND_CHOICE, AT (count_undecided), { "exclure", "compter" } },
  { "conditions", KIND_CHOICE, AT (skip_conditional), { "compter", "exclure" } },
  { "nuits", KIND_CHOICE, AT (paris_nights), { "region", "idf" } },
  { "transport", KIND_CHOICE, AT (far_transport), { "metropole", "hors-metropole" } },
  { "exercices", KIND_YEARS, 0, { NULL } },
};

static const char *const genres[] = { "film-francais", "film-autre",   "film-animation", "fiction",
                                      "animation",     "documentaire", "spectacle",      NULL };

void
plt_tax_options_init (PltTaxOptions *self)
{
  *self = (PltTaxOptions){
    .regime = -1,
    .french = 2,
    .date = PLT_DATE_NONE,
    .request = PLT_DATE_NONE,
    .visa = PLT_DATE_NONE,
    .acceptance = PLT_DATE_NONE,
    .closing_month = 12,
    .closing_day = 31,
    .budget = PLT_UNKNOWN,
    .eligible = PLT_UNKNOWN,
    .subsidies = PLT_UNKNOWN,
    .aid = PLT_UNKNOWN,
    .vfx_spend = PLT_UNKNOWN,
    .share_e6 = PLT_RATE_ONE,
    .seconds = PLT_UNKNOWN,
    .vfx_share_e6 = PLT_UNKNOWN,
    .shooting_days = PLT_UNKNOWN,
  };
}

const char *const *
plt_tax_option_names (void)
{
  static const char *names[G_N_ELEMENTS (options) + 1];

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    names[i] = options[i].name;
  return names;
}

static gboolean
refuse (const char *name, const char *value, GError **error)
{
  g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
               _ ("“%s” is no value of the option “%s” of the tax credit."), value, name);
  return FALSE;
}

static gboolean
set_word (int *field, const Option *option, const char *value, GError **error)
{
  g_autofree char *words = NULL;

  for (int i = 0; i < (int) G_N_ELEMENTS (option->words) && option->words[i] != NULL; i++)
    if (strcmp (option->words[i], value) == 0)
      {
        *field = i;
        return TRUE;
      }
  words = g_strjoin (", ", option->words[0], option->words[1], option->words[2], NULL);
  g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
               _ ("“%s” is no value of the option “%s” of the tax credit: write one of %s."), value,
               option->name, words);
  return FALSE;
}

static gboolean
set_genre (const char **field, const Option *option, const char *value, GError **error)
{
  g_autofree char *words = NULL;

  if (g_strv_contains (genres, value))
    {
      *field = g_intern_string (value);
      return TRUE;
    }
  words = g_strjoinv (", ", (char **) genres);
  g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
               _ ("“%s” is no value of the option “%s” of the tax credit: write one of %s."), value,
               option->name, words);
  return FALSE;
}

/* "06-30" */
static gboolean
set_closing (PltTaxOptions *self, const char *value, GError **error)
{
  int month, day, n = 0;

  if (sscanf (value, "%2d-%2d%n", &month, &day, &n) != 2 || value[n] != '\0'
      || plt_date_from_ymd (2024, month, day) == PLT_DATE_NONE)
    return refuse ("cloture", value, error);
  self->closing_month = month;
  self->closing_day = day;
  return TRUE;
}

/* "2026:40,2027:60": they make 100 % */
static gboolean
set_years (PltTaxOptions *self, const char *value, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", -1);
  gint64 sum = 0;
  guint n = 0;

  for (; parts[n] != NULL; n++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[n], ":", 2);
      gint64 year;

      if (n == PLT_TAX_MAX_YEARS || pair[0] == NULL || pair[1] == NULL
          || !g_ascii_string_to_signed (pair[0], 10, 1990, 2200, &year, NULL)
          || !plt_number_parse (pair[1], 4, &self->years[n].share_e6, NULL)
          || self->years[n].share_e6 < 0 || self->years[n].share_e6 > PLT_RATE_ONE)
        return refuse ("exercices", value, error);
      self->years[n].year = (int) year;
      sum += self->years[n].share_e6;
    }
  if (sum != PLT_RATE_ONE)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("The shares of the exercices “%s” do not make 100 %%."), value);
      return FALSE;
    }
  self->n_years = n;
  return TRUE;
}

static gboolean
set_number (gint64 *field, const Option *option, const char *value, GError **error)
{
  gint64 number;
  gboolean ok;

  if (option->kind == KIND_MONEY)
    ok = plt_money_parse (value, &number, NULL);
  else if (option->kind == KIND_SHARE)
    {
      g_autofree char *plain = g_strdelimit (g_strdup (value), "%", ' ');

      ok = plt_number_parse (g_strstrip (plain), 4, &number, NULL) && number <= PLT_RATE_ONE;
    }
  else if (option->kind == KIND_MINUTES)
    {
      ok = plt_number_parse (value, 2, &number, NULL) && number > 0
           && number <= G_GINT64_CONSTANT (6000000);
      number = ok ? number * 60 / 100 : 0;
    }
  else
    ok = g_ascii_string_to_signed (value, 10, 0, 100000, &number, NULL);
  if (!ok || number < 0)
    return refuse (option->name, value, error);
  *field = number;
  return TRUE;
}

gboolean
plt_tax_options_set (PltTaxOptions *self, const char *name, const char *value, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      const Option *option = &options[i];
      gpointer field = G_STRUCT_MEMBER_P (self, option->offset);

      if (strcmp (option->name, name) != 0)
        continue;
      switch (option->kind)
        {
        case KIND_GENRE:
          return set_genre (field, option, value, error);
        case KIND_DATE:
          return plt_date_parse (value, field, error);
        case KIND_CHOICE:
          return set_word (field, option, value, error);
        case KIND_CLOSING:
          return set_closing (self, value, error);
        case KIND_YEARS:
          return set_years (self, value, error);
        case KIND_MONEY:
        case KIND_SHARE:
        case KIND_NUMBER:
        case KIND_MINUTES:
        default:
          return set_number (field, option, value, error);
        }
    }
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("There is no option “%s” of the tax credit."), name);
  return FALSE;
}
