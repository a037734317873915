#include "plt-payroll.h"

#include <string.h>

#include "plt-number.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static const char *const titles[]
    = { "semaine",     "du",          "au",          "personne",    "nom",
        "prenom",      "naissance",   "fonction",    "departement", "emploi",
        "convention",  "contrat_du",  "contrat_au",  "unite",       "taux",
        "nature",      "debut",       "fin",         "repas_debut", "repas_fin",
        "heures",      "normales",    "sup_25",      "sup_50",      "sup_autres",
        "nuit",        "dimanche",    "ferie",       "anticipees",  "transport",
        "voyage",      "brut",        "brut_normal", "brut_sup",    "brut_majorations",
        "brut_autres", "defraiement", "etat",        "remarque" };

typedef struct
{
  const PltHours *hours;
  const PltPayrollOptions *options;
  GString *text;
  gboolean begun; /* the line has a cell */
  guint n_lines;
} Writer;

void
plt_payroll_options_init (PltPayrollOptions *self)
{
  *self = (PltPayrollOptions){ .from = PLT_DATE_NONE, .to = PLT_DATE_NONE, .separator = ';' };
}

/* ---- cells ---- */

static void
add_cell (Writer *self, const char *text)
{
  const char special[] = { self->options->separator, '"', '\n', '\r', '\0' };

  if (self->begun)
    g_string_append_c (self->text, self->options->separator);
  self->begun = TRUE;
  if (strpbrk (text, special) == NULL)
    {
      g_string_append (self->text, text);
      return;
    }
  g_string_append_c (self->text, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->text, '"');
      g_string_append_c (self->text, *p);
    }
  g_string_append_c (self->text, '"');
}

/* What somebody wrote: never a formula. */
static void
add_text (Writer *self, const char *text)
{
  const char *read = text != NULL ? text + strspn (text, " \t\r\n'") : "";
  gboolean formula = strchr ("=+-@", *read) != NULL && *read != '\0';
  g_autofree char *safe = formula ? g_strconcat ("'", text, NULL) : NULL;

  add_cell (self, safe != NULL ? safe : text != NULL ? text : "");
}

static void
add_date (Writer *self, PltDate date)
{
  g_autofree char *text = date != PLT_DATE_NONE ? plt_date_format_numeric (date) : g_strdup ("");

  add_cell (self, text);
}

static void
add_clock (Writer *self, gint64 minutes)
{
  g_autofree char *text
      = minutes != PLT_UNKNOWN && minutes >= 0
            ? g_strdup_printf ("%d:%02d", (int) (minutes / 60), (int) (minutes % 60))
            : g_strdup ("");

  add_cell (self, text);
}

/* Hundredths, with a comma and no grouping. */
static void
add_hundredths (Writer *self, gint64 value)
{
  guint64 rest = value < 0 ? (guint64) -value : (guint64) value;
  g_autofree char *text = g_strdup_printf ("%s%" G_GUINT64_FORMAT ",%02u", value < 0 ? "-" : "",
                                           rest / 100, (guint) (rest % 100));

  add_cell (self, text);
}

static void
add_money (Writer *self, PltMoney amount)
{
  if (amount == PLT_UNKNOWN)
    add_cell (self, "");
  else
    add_hundredths (self, amount);
}

/* Half up to the hundredth of an hour. */
static void
add_hours (Writer *self, gint64 minutes)
{
  if (minutes == PLT_UNKNOWN)
    add_cell (self, "");
  else
    add_hundredths (self, (minutes * 100 + 30) / 60);
}

static void
end_line (Writer *self)
{
  g_string_append (self->text, "\r\n");
  self->begun = FALSE;
}

/* ---- a line ---- */

static void
add_person (Writer *self, const PltHoursPerson *person)
{
  const PltEngagementFacts *engagement = person->engagement;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, person->person->id);

  add_cell (self, number);
  add_text (self, person->person->last_name);
  add_text (self, person->person->first_name);
  add_date (self, person->person->birth_date);
  add_text (self, person->function);
  add_text (self, person->department);
  add_cell (self, person->performer ? "artiste" : "technicien");
  add_cell (self, self->hours->facts->production.agreement);
  add_date (self, engagement != NULL ? engagement->from_date : PLT_DATE_NONE);
  add_date (self, engagement != NULL ? engagement->to_date : PLT_DATE_NONE);
  add_cell (self, person->unit);
  add_money (self, person->rate);
}

static void
add_dates (Writer *self, PltDate from, PltDate to)
{
  PltDate monday = plt_hours_monday (from);
  int year;
  g_autofree char *week = NULL;

  plt_date_to_ymd (monday + 3, &year, NULL, NULL); /* the Thursday says the year of an ISO week */
  week = g_strdup_printf ("%d-S%02d", year, plt_date_iso_week (monday));
  add_cell (self, week);
  add_date (self, from);
  add_date (self, to);
}

static void
add_kinds (Writer *self, const gint64 *kinds, gboolean known)
{
  static const PltPayKind order[]
      = { PLT_PAY_NORMAL, PLT_PAY_P25,    PLT_PAY_P50,  PLT_PAY_MORE,      PLT_PAY_NIGHT,
          PLT_PAY_SUNDAY, PLT_PAY_PUBLIC, PLT_PAY_REST, PLT_PAY_TRANSPORT, PLT_PAY_TRAVEL };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    add_hours (self, known ? kinds[order[i]] : PLT_UNKNOWN);
}

static PltMoney
per_diem (const Writer *self, gint64 person, PltDate from, PltDate to)
{
  const PltFacts *facts = self->hours->facts;
  PltMoney sum = 0;

  for (guint i = 0; i < facts->travels.n; i++)
    {
      const PltTravelFacts *travel = &facts->travels.items[i];

      if (travel->person == person && travel->from_date >= from && travel->from_date <= to
          && travel->per_diem_cents != PLT_UNKNOWN)
        sum += travel->per_diem_cents;
    }
  return sum;
}

static PltMoney
sum_amounts (const PltHoursWeek *week, PltPayKind first, PltPayKind last)
{
  PltMoney sum = 0;

  if (week->gross == PLT_UNKNOWN)
    return PLT_UNKNOWN;
  for (guint i = first; i <= (guint) last; i++)
    sum += week->amounts[i];
  return sum;
}

static void
write_day (Writer *self, const PltHoursPerson *person, const PltHoursDay *day)
{
  const PltHoursFacts *row = day->row;

  add_dates (self, day->date, day->date);
  add_person (self, person);
  add_cell (self, row->kind);
  add_clock (self, row->start_minutes);
  add_clock (self, day->n_rows > 1 ? day->end : row->end_minutes);
  add_clock (self, row->meal_minutes);
  add_clock (self, row->meal_end_minutes);
  add_hours (self, day->worked);
  add_kinds (self, day->kinds, day->worked != PLT_UNKNOWN);
  for (guint i = 0; i < 5; i++)
    add_cell (self, "");
  add_money (self, per_diem (self, person->person->id, day->date, day->date));
  add_cell (self, plt_hours_state_id (plt_hours_state (row)));
  add_text (self, day->why_not != NULL ? day->why_not : "");
  end_line (self);
  self->n_lines++;
}

static guint
days_worked (const PltHoursPerson *person, const PltHoursWeek *week)
{
  guint n = 0;

  for (guint i = 0; i < week->n_days; i++)
    {
      const PltHoursDay *day = &g_array_index (person->days, PltHoursDay, week->first_day + i);

      n += day->worked != PLT_UNKNOWN && day->worked > 0;
    }
  return n;
}

static void
write_week (Writer *self, const PltHoursPerson *person, const PltHoursWeek *week)
{
  g_autofree char *days = g_strdup_printf ("%u", days_worked (person, week));
  PltMoney over = sum_amounts (week, PLT_PAY_P25, PLT_PAY_MORE);
  PltMoney premiums = sum_amounts (week, PLT_PAY_NIGHT, PLT_PAY_REST);
  PltMoney others = sum_amounts (week, PLT_PAY_TRANSPORT, PLT_PAY_TRAVEL);

  add_dates (self, week->monday, week->monday + 6);
  add_person (self, person);
  add_cell (self, days);
  for (guint i = 0; i < 4; i++)
    add_cell (self, "");
  add_hours (self, week->worked);
  add_kinds (self, week->kinds, TRUE);
  add_money (self, week->gross);
  add_money (self,
             week->gross != PLT_UNKNOWN ? week->gross - over - premiums - others : PLT_UNKNOWN);
  add_money (self, over);
  add_money (self, premiums);
  add_money (self, others);
  add_money (self, per_diem (self, person->person->id, week->monday, week->monday + 6));
  add_cell (self, plt_hours_state_id (week->state));
  add_text (self, week->why_not != NULL ? week->why_not : "");
  end_line (self);
  self->n_lines++;
}

static gboolean
is_wanted (const Writer *self, PltDate from, PltDate to, PltHoursState state)
{
  const PltPayrollOptions *options = self->options;

  return (options->from == PLT_DATE_NONE || to >= options->from)
         && (options->to == PLT_DATE_NONE || from <= options->to)
         && (!options->approved || state >= PLT_HOURS_APPROVED);
}

char *
plt_payroll_text (const PltHours *hours, const PltPayrollOptions *options, guint *n_lines)
{
  Writer self = { hours, options, NULL, FALSE, 0 };

  g_return_val_if_fail (hours != NULL && options != NULL, NULL);

  self.text = g_string_new (options->bom ? BYTE_ORDER_MARK : NULL);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    add_cell (&self, titles[i]);
  end_line (&self);
  for (guint p = 0; p < hours->people->len; p++)
    {
      const PltHoursPerson *person = hours->people->pdata[p];

      for (guint i = 0; options->by_week && i < person->weeks->len; i++)
        {
          const PltHoursWeek *week = &g_array_index (person->weeks, PltHoursWeek, i);

          if (is_wanted (&self, week->monday, week->monday + 6, week->state))
            write_week (&self, person, week);
        }
      for (guint i = 0; !options->by_week && i < person->days->len; i++)
        {
          const PltHoursDay *day = &g_array_index (person->days, PltHoursDay, i);

          if (is_wanted (&self, day->date, day->date, plt_hours_state (day->row)))
            write_day (&self, person, day);
        }
    }
  if (n_lines != NULL)
    *n_lines = self.n_lines;
  return g_string_free (self.text, FALSE);
}
