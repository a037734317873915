/* The lines of a pay slip, and how they are rounded. */
#include "plt-pay-private.h"

#include <string.h>

static gboolean
same_base (const PltPayBase *a, const PltPayBase *b)
{
  return a->week_cents == b->week_cents && a->num == b->num && a->den == b->den;
}

/* Of the day whose minutes are being added. Returns its place, -1 for none. */
static int
share (PltPayRun *run, const char *rule, const char *title, gint64 minutes, gint64 rate_e6)
{
  PltPayShare part = { run->day, rule, title, rate_e6, minutes };
  GArray *shares = run->pay->shares;

  if (run->day == 0)
    return -1;
  for (guint i = shares->len; i > 0; i--)
    {
      PltPayShare *known = &g_array_index (shares, PltPayShare, i - 1);

      if (known->date != run->day)
        break;
      if (known->rate_e6 != rate_e6 || strcmp (known->rule, rule) != 0
          || strcmp (known->title, title) != 0)
        continue;
      known->minutes += minutes;
      return (int) i - 1;
    }
  part.title = g_intern_string (title);
  g_array_append_val (shares, part);
  return (int) shares->len - 1;
}

/* What an hour of a line is paid as, by the rule that pays it. */
PltPayKind
plt_pay_kind (const char *rule, const char *title, gint64 rate_e6)
{
  static const struct
  {
    const char *rules;
    PltPayKind kind;
  } kinds[] = {
    { "R02 R03 R04 P01 P02 P03 P04 A-HS", PLT_PAY_P25 }, /* by its rate */
    { "R06 R07", PLT_PAY_P25 },
    { "R05 R12", PLT_PAY_MORE },
    { "R08 P06 A-NUIT", PLT_PAY_NIGHT },
    { "R09 P05 A-DIM", PLT_PAY_SUNDAY },
    { "R10 P07 P08 P09 A-FERIE", PLT_PAY_PUBLIC },
    { "R11 D02 A-REPOS", PLT_PAY_REST },
    { "T32", PLT_PAY_TRANSPORT },
    { "V47 P16", PLT_PAY_TRAVEL },
  };
  PltPayKind kind = PLT_PAY_OTHER;

  for (guint i = 0; i < G_N_ELEMENTS (kinds) && kind == PLT_PAY_OTHER; i++)
    {
      const char *found = strstr (kinds[i].rules, rule);

      if (found != NULL && (found == kinds[i].rules || found[-1] == ' ')
          && (found[strlen (rule)] == ' ' || found[strlen (rule)] == '\0'))
        kind = kinds[i].kind;
    }
  if ((rule[0] == 'R' && (strcmp (rule, "R06") == 0 || strcmp (rule, "R07") == 0)
       && !g_str_has_prefix (title, "Au-delà"))
      || rate_e6 == 0)
    return PLT_PAY_OTHER; /* the wage of the day, a lump sum */
  if (kind != PLT_PAY_P25)
    return kind;
  if (rate_e6 >= PLT_PAY_ONE && strcmp (rule, "A-HS") == 0)
    rate_e6 -= PLT_PAY_ONE;
  /* on the raised rate of a day a quarter is 312 500, a half 625 000; the tenth that a short film
     pays its performers is not a quarter */
  if (rate_e6 < 250000)
    return PLT_PAY_MORE;
  return rate_e6 <= 312500 ? PLT_PAY_P25 : rate_e6 <= 625000 ? PLT_PAY_P50 : PLT_PAY_MORE;
}

static guint
find_entry (PltPayRun *run, const PltPayEntry *entry)
{
  for (guint i = 0; i < run->entries->len; i++)
    {
      const PltPayEntry *known = &g_array_index (run->entries, PltPayEntry, i);

      if (strcmp (known->rule, entry->rule) == 0 && strcmp (known->title, entry->title) == 0
          && known->rate_e6 == entry->rate_e6 && known->capped == entry->capped
          && same_base (&known->base, &entry->base))
        return i;
    }
  return run->entries->len;
}

static void
add_minutes (PltPayEntry *known, const PltPayEntry *entry)
{
  known->minutes += entry->minutes;
  known->units += entry->units;
  known->doubtful = known->doubtful || entry->doubtful;
}

void
plt_pay_add (PltPayRun *run,
             const char *rule,
             const char *code,
             const char *title,
             gint64 minutes,
             gint64 rate_e6,
             PltPayBase base,
             gboolean capped,
             gboolean doubtful)
{
  PltPayEntry entry
      = { rule, title, code, NULL, rate_e6, base, minutes, minutes * rate_e6, capped, doubtful };
  PltPayRecent recent = { rule, title, rate_e6, base, capped, run->day, 0, -1 };

  if (minutes == 0 || rate_e6 == 0)
    return;
  for (guint i = 0; i < PLT_PAY_N_RECENT; i++)
    {
      const PltPayRecent *last = &run->recent[i];

      if (last->rule != rule || last->title != title || last->rate_e6 != rate_e6
          || last->capped != capped || last->day != run->day || !same_base (&last->base, &base))
        continue;
      add_minutes (&g_array_index (run->entries, PltPayEntry, last->entry), &entry);
      if (last->share >= 0)
        g_array_index (run->pay->shares, PltPayShare, last->share).minutes += minutes;
      return;
    }
  recent.share = share (run, rule, title, minutes, rate_e6);
  recent.entry = find_entry (run, &entry);
  if (recent.entry < run->entries->len)
    add_minutes (&g_array_index (run->entries, PltPayEntry, recent.entry), &entry);
  else
    g_array_append_val (run->entries, entry);
  run->recent[run->next_recent++ % PLT_PAY_N_RECENT] = recent;
}

static PltPayLine *
add_line (PltPayRun *run, PltDate monday, const char *rule, const char *title, const char *source)
{
  PltPayLine *line = g_new0 (PltPayLine, 1);

  line->week = monday;
  line->rule = g_strdup (rule);
  line->title = g_strdup (title);
  line->source = g_strdup (source);
  g_ptr_array_add (run->pay->lines, line);
  return line;
}

void
plt_pay_add_sum (PltPayRun *run,
                 PltDate monday,
                 const char *rule,
                 const char *source,
                 const char *title,
                 PltMoney amount)
{
  add_line (run, monday, rule, title, source)->amount = amount;
  run->pay->total += amount;
}

/* Centimes of that many units of the base, half up. */
static PltMoney
amount_of (const PltPayBase *base, gint64 units)
{
  PltMoney amount = 0;

  if (!plt_money_apply_rate (base->week_cents, units * base->num,
                             base->den * PLT_PAY_HOUR * PLT_PAY_ONE, PLT_ROUND_HALF_UP, &amount))
    g_warning ("A wage is too large to be counted.");
  return amount;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const PltPayEntry *one = a, *other = b;
  int order = strcmp (one->rule, other->rule);

  return order != 0                      ? order
         : one->rate_e6 < other->rate_e6 ? 1
         : one->rate_e6 > other->rate_e6 ? -1
                                         : 0;
}

static PltMoney
add_entry (PltPayRun *run, PltDate monday, const PltPayEntry *entry)
{
  const PltPayBase *base = &entry->base;
  PltPayLine *line
      = add_line (run, monday, entry->rule, entry->title,
                  entry->code != NULL ? plt_pay_source (run, entry->code) : entry->source);

  line->minutes = entry->minutes;
  line->rate_e6 = entry->rate_e6;
  line->base_e4 = (base->week_cents * 10000 * base->num + base->den / 2) / base->den;
  line->amount = amount_of (base, entry->units);
  line->capped = entry->capped;
  line->doubtful = entry->doubtful;
  return line->amount;
}

/* Each line is rounded by itself; the centime or so by which the lines miss the exact sum of the
 * week is a line of its own. */
void
plt_pay_close_week (PltPayRun *run, PltDate monday)
{
  PltMoney rounding = 0;

  g_array_sort (run->entries, compare_entries);
  for (guint i = 0; i < run->entries->len; i++)
    {
      const PltPayEntry *entry = &g_array_index (run->entries, PltPayEntry, i);
      PltMoney amount = add_entry (run, monday, entry);
      gint64 units = 0;
      gboolean is_first = TRUE;

      run->pay->total += amount;
      rounding -= amount;
      for (guint j = 0; j < run->entries->len; j++)
        {
          const PltPayEntry *other = &g_array_index (run->entries, PltPayEntry, j);
          gboolean same = same_base (&other->base, &entry->base);

          units += same ? other->units : 0;
          is_first = is_first && !(same && j < i);
        }
      rounding += is_first ? amount_of (&entry->base, units) : 0;
    }
  if (rounding != 0)
    plt_pay_add_sum (run, monday, "ARR", NULL, "Arrondi de la semaine", rounding);
  g_array_set_size (run->entries, 0);
  memset (run->recent, 0, sizeof run->recent);
}

void
plt_pay_alert (PltPayRun *run,
               const char *rule,
               PltSeverity severity,
               const char *source,
               const char *format,
               ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (run->pay->alerts, plt_issue_new (rule, severity, (PltRef){ NULL, run->at, NULL },
                                                    source, "%s", text));
}
