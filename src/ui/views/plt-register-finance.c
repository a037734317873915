/* What the registers of the treasury say beyond their tables: the state of an entry of the bank,
 * how many lines are paid in a way, and what a credit gives and costs. */
#include <glib/gi18n-lib.h>

#include "plt-bank-match.h"
#include "plt-cash-plan.h"
#include "plt-money.h"
#include "plt-register-custom.h"

#define TEXT_COLUMN(id_, title_, width_)                                                           \
  {                                                                                                \
    .id = id_, .title = title_, .type = PLT_COLUMN_TEXT, .flags = PLT_COLUMN_READ_ONLY,            \
    .width = width_                                                                                \
  }
#define MONEY_COLUMN(id_, title_, help_)                                                           \
  {                                                                                                \
    .id = id_, .title = title_, .type = PLT_COLUMN_TEXT, .flags = PLT_COLUMN_READ_ONLY,            \
    .help = help_, .width = 13                                                                     \
  }

/* ---- the bank ---- */

static const PltComputedColumn bank_columns[] = {
  { TEXT_COLUMN ("state", N_ ("State"), 12), "date" },
  { { NULL } },
};

static const char *
state_title (PltBankState state)
{
  switch (state)
    {
    case PLT_BANK_MATCHED:
      return C_ ("bank", "✓ matched");
    case PLT_BANK_IGNORED_STATE:
      return C_ ("bank", "– ignored");
    case PLT_BANK_OPEN:
    default:
      return C_ ("bank", "• to match");
    }
}

static const char *
state_of (PltSession *session, gint64 id)
{
  const PltBankFacts *entry
      = PLT_FACTS_FIND (plt_session_get_facts (session)->bank, PltBankFacts, id);

  return state_title (entry != NULL ? plt_bank_entry_state (entry) : PLT_BANK_OPEN);
}

static void
decorate_bank (PltSession *session, PltRecord *record, const PltColumn *column, PltGridCell *cell)
{
  if (column == &bank_columns[0].column)
    plt_grid_cell_take_text (cell, g_strdup (state_of (session, plt_record_get_id (record))));
}

static GStrv
bank_states (PltSession *session)
{
  const char *const states[] = { state_title (PLT_BANK_OPEN), state_title (PLT_BANK_MATCHED),
                                 state_title (PLT_BANK_IGNORED_STATE), NULL };

  return g_strdupv ((char **) states);
}

static gboolean
has_bank_state (PltSession *session, gint64 row, const char *value)
{
  return g_str_equal (state_of (session, row), value);
}

static GStrv
bank_accounts (PltSession *session)
{
  const PltFacts *facts = plt_session_get_facts (session);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < facts->bank.n; i++)
    {
      const char *account = facts->bank.items[i].bank_account;

      if (*account != '\0' && g_hash_table_add (seen, (gpointer) account))
        g_strv_builder_add (builder, account);
    }
  return g_strv_builder_end (builder);
}

static gboolean
has_bank_account (PltSession *session, gint64 row, const char *value)
{
  const PltBankFacts *entry
      = PLT_FACTS_FIND (plt_session_get_facts (session)->bank, PltBankFacts, row);

  return entry != NULL && g_str_equal (entry->bank_account, value);
}

static const PltCustomFilter bank_filters[] = {
  { "state", N_ ("State"), bank_states, has_bank_state },
  { "account", N_ ("Bank account"), bank_accounts, has_bank_account },
  { NULL },
};

const PltRegisterCustom plt_register_bank = {
  .table = "bank_entry",
  .computed = bank_columns,
  .decorate = decorate_bank,
  .filters = bank_filters,
};

/* ---- ways of paying ---- */

static const PltComputedColumn payment_columns[] = {
  { { .id = "lines",
      .title = N_ ("Lines paid so"),
      .type = PLT_COLUMN_TEXT,
      .flags = PLT_COLUMN_READ_ONLY,
      .help = N_ ("Lines of the budget shown that are paid in this way."),
      .width = 10 },
    "net_e6" },
  { { NULL } },
};

static void
decorate_payment (PltSession *session,
                  PltRecord *record,
                  const PltColumn *column,
                  PltGridCell *cell)
{
  const PltFacts *facts = plt_session_get_facts (session);
  gint64 id = plt_record_get_id (record), budget = plt_session_get_budget_id (session);
  guint n = 0;

  if (column != &payment_columns[0].column)
    return;
  for (guint i = 0; i < facts->lines.n; i++)
    n += facts->lines.items[i].payment == id && facts->lines.items[i].budget == budget;
  plt_grid_cell_take_text (cell, n > 0 ? g_strdup_printf ("%u", n) : g_strdup (""));
}

const PltRegisterCustom plt_register_payments = {
  .table = "payment_profile",
  .computed = payment_columns,
  .n_frozen = 2,
  .decorate = decorate_payment,
};

/* ---- credits ---- */

static const PltComputedColumn credit_columns[] = {
  { MONEY_COLUMN ("drawn",
                  N_ ("Drawn at most"),
                  N_ ("In the treasury plan; its day is the highest balance drawn.")),
    "bank" },
  { MONEY_COLUMN ("usable", N_ ("Usable"), N_ ("The limit, or the mobilised part if it is less.")),
    "mobilised_e6" },
  { MONEY_COLUMN ("interest", N_ ("Interest due"), N_ ("By day on what is drawn.")), "undrawn_e6" },
  { MONEY_COLUMN ("fees", N_ ("Fees due"), N_ ("Entry fee and fee on the undrawn part.")),
    "guaranteed_e6" },
  { MONEY_COLUMN ("guarantee", N_ ("Guarantee due"), N_ ("Commission of the guarantee.")),
    "year_days" },
  { MONEY_COLUMN ("cost", N_ ("Total cost"), N_ ("Interest, fees and guarantee.")), "bank" },
  { { NULL } },
};

static PltMoney
credit_figure (const PltCashCredit *credit, const PltColumn *column)
{
  const PltMoney figures[] = { credit->drawn_max, credit->limit,     credit->interest,
                               credit->fees,      credit->guarantee, credit->cost };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (column == &credit_columns[i].column)
      return figures[i];
  return PLT_UNKNOWN;
}

static void
decorate_credit (PltSession *session, PltRecord *record, const PltColumn *column, PltGridCell *cell)
{
  const PltCashPlan *plan;
  gboolean ours = FALSE;

  for (guint i = 0; credit_columns[i].column.id != NULL; i++)
    ours |= column == &credit_columns[i].column;
  if (!ours)
    return;
  plan = plt_session_get_cash_plan (session);
  for (guint i = 0; i < plan->credits->len; i++)
    {
      const PltCashCredit *credit = &g_array_index (plan->credits, PltCashCredit, i);
      PltMoney figure;

      if (credit->credit == NULL || credit->credit->id != plt_record_get_id (record))
        continue;
      figure = credit_figure (credit, column);
      plt_grid_cell_take_text (cell, figure != PLT_UNKNOWN ? plt_money_format_plain (figure)
                                                           : g_strdup ("?"));
      return;
    }
  plt_grid_cell_take_text (cell, g_strdup (""));
}

const PltRegisterCustom plt_register_credits = {
  .table = "credit_line",
  .computed = credit_columns,
  .n_frozen = 1,
  .decorate = decorate_credit,
};
