#include "plt-hours-memo.h"

typedef struct
{
  gint64 person, engagement;
  GBytes *of;
  PltPay *pay;
} Slip;

struct _PltHoursMemo
{
  PltPayTables *tables; /* (nullable) */
  GHashTable *slips;    /* Slip, its own key */
  guint n_counted;
};

static guint
slip_hash (gconstpointer key)
{
  const Slip *slip = key;

  return g_int64_hash (&slip->person) ^ (g_int64_hash (&slip->engagement) * 31u);
}

static gboolean
slip_equal (gconstpointer a, gconstpointer b)
{
  const Slip *one = a, *other = b;

  return one->person == other->person && one->engagement == other->engagement;
}

static void
slip_free (gpointer data)
{
  Slip *slip = data;

  g_bytes_unref (slip->of);
  plt_pay_free (slip->pay);
  g_free (slip);
}

PltHoursMemo *
plt_hours_memo_new (void)
{
  PltHoursMemo *self = g_new0 (PltHoursMemo, 1);

  self->slips = g_hash_table_new_full (slip_hash, slip_equal, slip_free, NULL);
  return self;
}

static void
forget (PltHoursMemo *self)
{
  g_hash_table_remove_all (self->slips);
  g_clear_pointer (&self->tables, plt_pay_tables_free);
}

void
plt_hours_memo_free (PltHoursMemo *self)
{
  forget (self);
  g_hash_table_unref (self->slips);
  g_free (self);
}

PltPayTables *
plt_hours_memo_tables (PltHoursMemo *self, const PltFacts *facts)
{
  if (self->tables != NULL && !plt_pay_tables_are_of (self->tables, facts))
    forget (self);
  if (self->tables == NULL)
    self->tables = plt_pay_tables_new_own (facts);
  return plt_pay_tables_ref (self->tables);
}

PltPay *
plt_hours_memo_find (PltHoursMemo *self, gint64 person, gint64 engagement, GBytes *of)
{
  const Slip wanted = { .person = person, .engagement = engagement };
  const Slip *slip = g_hash_table_lookup (self->slips, &wanted);

  return slip != NULL && g_bytes_equal (slip->of, of) ? plt_pay_ref (slip->pay) : NULL;
}

void
plt_hours_memo_keep (PltHoursMemo *self, gint64 person, gint64 engagement, GBytes *of, PltPay *pay)
{
  Slip *slip = g_new (Slip, 1);

  *slip = (Slip){ person, engagement, g_bytes_ref (of), plt_pay_ref (pay) };
  g_hash_table_replace (self->slips, slip, slip);
  self->n_counted++;
}

guint
plt_hours_memo_n_counted (const PltHoursMemo *self)
{
  return self->n_counted;
}
