/* What the plan de financement and the treasury need besides sources, instalments and movements:
 * the history of a source, applications and their documents, how lines are paid, credits, the
 * bank's statement, scenarios, parameters. */
#include "plt-tables-private.h"

static const PltColumn funding_status_columns[] = {
  REF ("funding_source", N_ ("Source"), "funding_source", FOLLOWS, REQUIRED, .width = 24),
  COL (DATE, "date", N_ ("Date"), REQUIRED),
  CHOICE ("status", N_ ("Status"), plt_funding_statuses, REQUIRED, .width = 16),
  COL (MONEY, "amount_cents", N_ ("Amount"), .width = 14),
  TEXT ("author", N_ ("Author"), .width = 20),
  COL (FILE, "document", N_ ("Document"), .width = 20),
  NOTE,
  END,
};

const PltTable plt_table_funding_status = {
  .id = "funding_status",
  .title = N_ ("History of the financing"),
  .singular = N_ ("change of a source"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = funding_status_columns,
  .order = "funding_source,date",
  .label = "funding_source,date,status",
};

static const PltChoice application_answers[] = {
  { "en-attente", N_ ("Awaiting an answer") },
  { "accorde", N_ ("Granted") },
  { "refuse", N_ ("Refused") },
  { "ajourne", N_ ("Put off") },
  { "retire", N_ ("Withdrawn") },
  END_CHOICES,
};

static const PltColumn funding_application_columns[] = {
  TEXT ("name", N_ ("Application"), REQUIRED_SEARCHED, .width = 28),
  TEXT ("scheme",
        N_ ("Scheme"),
        .width = 20,
        .help = N_ ("Code of the scheme in the catalogue of financiers.")),
  REF ("funding_source", N_ ("Source"), "funding_source", CLEARS, .width = 24),
  COL (MONEY, "asked_cents", N_ ("Amount asked for"), .width = 14),
  COL (DATE, "deadline_date", N_ ("Deadline")),
  COL (DATE, "filed_date", N_ ("Filed on")),
  COL (DATE, "complete_date", N_ ("File complete on")),
  COL (DATE, "answer_date", N_ ("Answer on")),
  CHOICE ("answer", N_ ("Answer"), application_answers, .initial = "en-attente", .width = 14),
  COL (MONEY, "granted_cents", N_ ("Amount granted"), .width = 14),
  TEXT ("contact", N_ ("Contact"), SEARCHED, .width = 24),
  NOTE,
  END,
};

const PltTable plt_table_funding_application = {
  .id = "funding_application",
  .title = N_ ("Applications for aid"),
  .singular = N_ ("application for aid"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = funding_application_columns,
  .order = "deadline_date,name",
  .label = "name",
};

static const PltColumn application_document_columns[] = {
  REF ("funding_application",
       N_ ("Application"),
       "funding_application",
       FOLLOWS,
       REQUIRED,
       .width = 24),
  POSITION,
  TEXT ("name", N_ ("Document to provide"), REQUIRED_SEARCHED, .width = 32),
  COL (DATE, "due_date", N_ ("Due on")),
  COL (BOOLEAN, "provided", N_ ("Provided"), .width = 8),
  COL (FILE, "document", N_ ("File"), .width = 20),
  NOTE,
  END,
};

const PltTable plt_table_application_document = {
  .id = "application_document",
  .title = N_ ("Documents of the applications"),
  .singular = N_ ("document of an application"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = application_document_columns,
  .order = "funding_application,position",
  .label = "funding_application,name",
  .position = "position",
};

static const PltChoice payment_kinds[] = {
  { "salaire", N_ ("Wages") },
  { "auteur", N_ ("Author’s rights") },
  { "fournisseur", N_ ("Supplier") },
  { "comptant", N_ ("Paid at once") },
  { "caution", N_ ("Deposit that comes back") },
  { "sans", N_ ("Never paid in cash") },
  END_CHOICES,
};

static const PltColumn payment_profile_columns[] = {
  TEXT ("code", N_ ("Code"), REQUIRED, .width = 14),
  TEXT ("name", N_ ("Name"), REQUIRED_SEARCHED, .width = 28),
  CHOICE ("kind", N_ ("Kind"), payment_kinds, REQUIRED, .initial = "fournisseur", .width = 18),
  COL (RATE,
       "net_e6",
       N_ ("Net part"),
       .width = 8,
       .help = N_ ("Of the gross wage, paid to the person; the rest goes with the contributions.")),
  COL (INTEGER,
       "term_days",
       N_ ("Term in days"),
       .width = 8,
       .help = N_ ("From the invoice or the end of the work.")),
  COL (BOOLEAN, "end_of_month", N_ ("End of month"), .width = 8),
  COL (INTEGER,
       "contribution_months",
       N_ ("Contributions: months after"),
       .width = 8,
       .help = N_ ("1: the month that follows the wage.")),
  COL (INTEGER, "contribution_day", N_ ("Contributions: day of the month"), .width = 8),
  COL (RATE, "deposit_e6", N_ ("Deposit"), .width = 8),
  CHOICE ("deposit_event", N_ ("Deposit paid at"), plt_cash_events, .width = 18),
  COL (INTEGER, "deposit_days", N_ ("Deposit: days after"), .flags = PLT_COLUMN_SIGNED, .width = 8),
  NOTE,
  END,
};

const PltTable plt_table_payment_profile = {
  .id = "payment_profile",
  .title = N_ ("Ways of paying"),
  .singular = N_ ("way of paying"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = payment_profile_columns,
  .order = "code",
  .label = "code,name",
  .unique = "code",
};

static const PltChoice year_days[] = {
  { "360", N_ ("Year of 360 days") },
  { "365", N_ ("Real days of 365") },
  END_CHOICES,
};

static const PltColumn credit_line_columns[] = {
  TEXT ("name", N_ ("Credit"), REQUIRED_SEARCHED, .width = 28),
  TEXT ("bank", N_ ("Bank"), SEARCHED, .width = 20),
  REF ("funding_source",
       N_ ("Contract assigned"),
       "funding_source",
       CLEARS,
       .width = 24,
       .help = N_ ("Its payments repay the credit. Empty: an overdraft or a loan of its own.")),
  COL (MONEY, "limit_cents", N_ ("Limit"), .width = 14),
  COL (RATE,
       "mobilised_e6",
       N_ ("Part mobilised"),
       .width = 8,
       .help = N_ ("Of what the contract still has to pay, all taxes included.")),
  COL (RATE, "interest_e6", N_ ("Yearly interest"), .width = 8),
  COL (RATE, "undrawn_e6", N_ ("Yearly fee on the undrawn part"), .width = 8),
  COL (RATE, "entry_e6", N_ ("Entry fee, part of the limit"), .width = 8),
  COL (MONEY, "entry_cents", N_ ("Entry fee"), .width = 12),
  COL (RATE, "guaranteed_e6", N_ ("Part guaranteed"), .width = 8),
  COL (RATE, "guarantee_e6", N_ ("Yearly commission of the guarantee"), .width = 8),
  CHOICE ("year_days", N_ ("Count of days"), year_days, .initial = "360", .width = 16),
  COL (DATE, "from_date", N_ ("From"), .help = N_ ("Empty: from the first need.")),
  COL (DATE, "to_date", N_ ("Repaid at the latest on")),
  COL (BOOLEAN, "is_used", N_ ("In the treasury plan"), .initial = "1", .width = 8),
  NOTE,
  END,
};

const PltTable plt_table_credit_line = {
  .id = "credit_line",
  .title = N_ ("Credits"),
  .singular = N_ ("credit"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = credit_line_columns,
  .order = "name",
  .label = "name",
};

static const PltColumn bank_entry_columns[] = {
  TEXT ("bank_account", N_ ("Bank account"), .width = 20),
  COL (DATE, "date", N_ ("Date"), REQUIRED),
  COL (DATE, "value_date", N_ ("Value date")),
  TEXT ("label", N_ ("Label"), REQUIRED_SEARCHED, .width = 36),
  COL (MONEY,
       "amount_cents",
       N_ ("Amount"),
       .flags = PLT_COLUMN_REQUIRED | PLT_COLUMN_SIGNED,
       .width = 14,
       .help = N_ ("Positive: received. Negative: paid.")),
  COL (MONEY, "balance_cents", N_ ("Balance after it"), .flags = PLT_COLUMN_SIGNED, .width = 14),
  TEXT ("reference", N_ ("Reference"), SEARCHED, .width = 16),
  REF ("cash_entry", N_ ("Cash movement"), "cash_entry", CLEARS, .width = 26),
  NOTE,
  END,
};

const PltTable plt_table_bank_entry = {
  .id = "bank_entry",
  .title = N_ ("Bank statement"),
  .singular = N_ ("line of the bank statement"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = bank_entry_columns,
  .order = "bank_account,date",
  .label = "date,label",
};

static const PltChoice scenario_kinds[] = {
  { "financement", N_ ("Financing") },
  { "tresorerie", N_ ("Treasury") },
  END_CHOICES,
};

static const PltColumn scenario_columns[] = {
  TEXT ("name", N_ ("Scenario"), REQUIRED_SEARCHED, .width = 28),
  CHOICE ("kind", N_ ("Kind"), scenario_kinds, REQUIRED, .initial = "financement", .width = 14),
  POSITION,
  REF ("budget",
       N_ ("Budget"),
       "budget",
       CLEARS,
       .width = 20,
       .help = N_ ("Empty: the current one.")),
  NOTE,
  END,
};

const PltTable plt_table_scenario = {
  .id = "scenario",
  .title = N_ ("Scenarios"),
  .singular = N_ ("scenario"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = scenario_columns,
  .order = "position",
  .label = "name",
  .position = "position",
};

static const PltChoice scenario_change_kinds[] = {
  { "source-absente", N_ ("The source fails") },
  { "source-montant", N_ ("Another amount") },
  { "source-ajoutee", N_ ("A source more") },
  { "versement-decale", N_ ("A payment later") },
  { "evenement-decale", N_ ("An event later") },
  { "fournisseurs-decales", N_ ("Suppliers paid later") },
  { "paiement-deplace", N_ ("A payment moved") },
  { "credit", N_ ("A credit used") },
  { "apport", N_ ("Money brought in") },
  END_CHOICES,
};

static const PltColumn scenario_change_columns[] = {
  REF ("scenario", N_ ("Scenario"), "scenario", FOLLOWS, REQUIRED, .width = 24),
  POSITION,
  CHOICE ("kind",
          N_ ("Change"),
          scenario_change_kinds,
          REQUIRED,
          .initial = "source-absente",
          .width = 20),
  TEXT ("label", N_ ("Label"), SEARCHED, .width = 24),
  REF ("funding_source", N_ ("Source"), "funding_source", FOLLOWS, .width = 24),
  REF ("instalment", N_ ("Instalment"), "instalment", FOLLOWS, .width = 24),
  REF ("budget_line", N_ ("Budget line"), "budget_line", FOLLOWS, .width = 24),
  REF ("account", N_ ("Account"), "account", FOLLOWS, .width = 20),
  REF ("credit_line", N_ ("Credit"), "credit_line", FOLLOWS, .width = 20),
  CHOICE ("event", N_ ("Event"), plt_cash_events, .width = 18),
  REF ("task", N_ ("Task"), "task", FOLLOWS, .width = 20),
  COL (MONEY, "amount_cents", N_ ("Amount"), .flags = PLT_COLUMN_SIGNED, .width = 14),
  COL (INTEGER, "offset_days", N_ ("Days later"), .flags = PLT_COLUMN_SIGNED, .width = 8),
  COL (DATE, "date", N_ ("Date")),
  NOTE,
  END,
};

const PltTable plt_table_scenario_change = {
  .id = "scenario_change",
  .title = N_ ("Changes of the scenarios"),
  .singular = N_ ("change of a scenario"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = scenario_change_columns,
  .order = "scenario,position",
  .label = "scenario,kind",
  .position = "position",
};

static const PltColumn parameter_columns[] = {
  TEXT ("name",
        N_ ("Parameter"),
        REQUIRED_SEARCHED,
        .width = 32,
        .help = N_ ("A setting of a calculation, as the reference data call it.")),
  TEXT ("value", N_ ("Value"), .width = 16),
  TEXT ("author", N_ ("Author"), .width = 20),
  COL (DATE, "date", N_ ("Date")),
  NOTE,
  END,
};

const PltTable plt_table_parameter = {
  .id = "parameter",
  .title = N_ ("Parameters of the calculations"),
  .singular = N_ ("parameter"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = parameter_columns,
  .order = "name",
  .label = "name",
  .unique = "name",
};
