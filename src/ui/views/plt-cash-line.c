#include "plt-cash-line.h"

static void
mark_clear (gpointer data)
{
  PltCashLineMark *mark = data;

  g_free (mark->key);
  g_free (mark->title);
}

static void
span_clear (gpointer data)
{
  g_free (((PltCashLineSpan *) data)->title);
}

PltCashLine *
plt_cash_line_new (void)
{
  PltCashLine *self = g_new0 (PltCashLine, 1);

  self->first = self->last = self->real_until = self->lowest_date = PLT_DATE_NONE;
  self->days = g_array_new (FALSE, FALSE, sizeof (PltCashLineDay));
  self->marks = g_array_new (FALSE, FALSE, sizeof (PltCashLineMark));
  self->criticals = g_array_new (FALSE, FALSE, sizeof (PltCashLineSpan));
  self->credits = g_array_new (FALSE, FALSE, sizeof (PltCashLineSpan));
  g_array_set_clear_func (self->marks, mark_clear);
  g_array_set_clear_func (self->criticals, span_clear);
  g_array_set_clear_func (self->credits, span_clear);
  return self;
}

void
plt_cash_line_free (PltCashLine *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->days);
  g_array_unref (self->marks);
  g_array_unref (self->criticals);
  g_array_unref (self->credits);
  g_free (self);
}

static const PltCashLineDay *
day_at (const PltCashLine *self, guint index)
{
  return &g_array_index (self->days, PltCashLineDay, index);
}

/* ---- filling ---- */

static void
add (PltMoney *total, PltMoney amount)
{
  if (!plt_money_add (*total, amount, total))
    *total = amount > 0 ? G_MAXINT64 : G_MININT64 + 1;
}

void
plt_cash_line_add (PltCashLine *self, PltDate date, PltMoney amount)
{
  const guint n = self->days->len;
  PltCashLineDay day = { .date = date, .balance = self->opening, .bare = self->opening };
  PltCashLineDay *last;

  g_return_if_fail (n == 0 || day_at (self, n - 1)->date <= date);

  if (n == 0 || day_at (self, n - 1)->date != date)
    {
      if (n > 0)
        {
          day.balance = day_at (self, n - 1)->balance;
          day.bare = day_at (self, n - 1)->bare;
        }
      g_array_append_val (self->days, day);
    }
  last = &g_array_index (self->days, PltCashLineDay, self->days->len - 1);
  add (amount > 0 ? &last->in : &last->out, amount);
  add (&last->balance, amount);
  add (&last->bare, amount);
}

PltCashLineMark *
plt_cash_line_add_mark (
    PltCashLine *self, const char *key, const char *title, PltDate date, PltDate base, guint n)
{
  PltCashLineMark mark = { g_strdup (key), g_strdup (title), date, base, n, FALSE };

  g_array_append_val (self->marks, mark);
  return &g_array_index (self->marks, PltCashLineMark, self->marks->len - 1);
}

void
plt_cash_line_add_critical (PltCashLine *self, PltDate from, PltDate to, PltMoney missing)
{
  PltCashLineSpan span = { from, to, missing, NULL };

  g_array_append_val (self->criticals, span);
}

void
plt_cash_line_add_credit (
    PltCashLine *self, PltDate from, PltDate to, PltMoney limit, const char *title)
{
  PltCashLineSpan span = { from, to, limit, g_strdup (title) };

  g_array_append_val (self->credits, span);
}

/* ---- reading ---- */

int
plt_cash_line_find_day (const PltCashLine *self, PltDate date)
{
  int low = 0, high = (int) self->days->len - 1;

  while (low <= high)
    {
      int middle = low + (high - low) / 2;

      if (day_at (self, (guint) middle)->date <= date)
        low = middle + 1;
      else
        high = middle - 1;
    }
  return high;
}

PltMoney
plt_cash_line_balance_at (const PltCashLine *self, PltDate date)
{
  const int at = plt_cash_line_find_day (self, date);

  return at < 0 ? self->opening : day_at (self, (guint) at)->balance;
}

void
plt_cash_line_sum (const PltCashLine *self, PltDate from, PltDate to, PltMoney *in, PltMoney *out)
{
  *in = *out = 0;
  for (guint i = (guint) (plt_cash_line_find_day (self, from - 1) + 1); i < self->days->len; i++)
    {
      const PltCashLineDay *day = day_at (self, i);

      if (day->date > to)
        return;
      add (in, day->in);
      add (out, day->out);
    }
}

const PltCashLineMark *
plt_cash_line_find_mark (const PltCashLine *self, const char *key)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const PltCashLineMark *mark = &g_array_index (self->marks, PltCashLineMark, i);

      if (g_strcmp0 (mark->key, key) == 0)
        return mark;
    }
  return NULL;
}

void
plt_cash_line_range (const PltCashLine *self, PltMoney *low, PltMoney *high)
{
  *low = MIN (self->opening, 0);
  *high = MAX (self->opening, 0);
  *low = MIN (*low, -self->overdraft);
  for (guint i = 0; i < self->days->len; i++)
    {
      const PltCashLineDay *day = day_at (self, i);

      *high = MAX (*high, MAX (day->balance, day->bare));
      *low = MIN (*low, MIN (day->balance, day->bare));
    }
}
