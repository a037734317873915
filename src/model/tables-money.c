/* Devis, plan de financement, trésorerie. */
#include "plt-tables-private.h"

static const PltChoice budget_statuses[] = {
  { "brouillon", N_ ("Draft") },
  { "verrouille", N_ ("Locked") },
  { "archive", N_ ("Archived") },
  END_CHOICES,
};

static const PltColumn budget_columns[] = {
  TEXT ("name", N_ ("Budget"), REQUIRED_SEARCHED, .width = 24),
  COL (INTEGER, "version", N_ ("Version"), .initial = "1"),
  TEXT ("template", N_ ("Template"), READ_ONLY, .width = 24),
  CHOICE ("status", N_ ("Status"), budget_statuses, .initial = "brouillon"),
  COL (DATE, "date", N_ ("Date")),
  COL (RATE, "overheads_e6", N_ ("Overheads"), .help = N_ ("Frais généraux, on posts 1 to 9.")),
  COL (RATE, "contingency_e6", N_ ("Contingency"), .help = N_ ("Imprévus, on posts 1 to 9.")),
  NOTE,
  END,
};

const PltTable plt_table_budget = {
  .id = "budget",
  .title = N_ ("Budgets"),
  .singular = N_ ("budget"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = budget_columns,
  .order = "version",
  .label = "name",
};

static const PltColumn budget_global_columns[] = {
  REF ("budget", N_ ("Budget"), "budget", FOLLOWS, REQUIRED),
  TEXT ("name",
        N_ ("Name"),
        REQUIRED,
        .width = 20,
        .help = N_ ("Used in formulas: letters, digits and _.")),
  COL (FORMULA, "value", N_ ("Value"), .initial = "0"),
  TEXT ("label", N_ ("Meaning"), .width = 30),
  END,
};

const PltTable plt_table_budget_global = {
  .id = "budget_global",
  .title = N_ ("Variables"),
  .singular = N_ ("variable"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = budget_global_columns,
  .order = "budget,name",
  .label = "name",
  .unique = "budget,name",
};

static const PltChoice code_marks[] = {
  { "cnc", N_ ("CNC number") },
  { "a-verifier", N_ ("To verify") },
  { "maison", N_ ("Our own number") },
  END_CHOICES,
};

static const PltColumn account_columns[] = {
  REF ("budget", N_ ("Budget"), "budget", FOLLOWS, REQUIRED),
  POSITION,
  TEXT ("code", N_ ("Code"), REQUIRED, .width = 8),
  TEXT ("name", N_ ("Account"), REQUIRED_SEARCHED, .width = 36),
  REF ("parent", N_ ("Part of"), "account", FOLLOWS),
  CHOICE ("mark", N_ ("Numbering"), code_marks, .initial = "maison"),
  COL (BOOLEAN, "label_verified", N_ ("Label verified")),
  END,
};

const PltTable plt_table_account = {
  .id = "account",
  .title = N_ ("Accounts"),
  .singular = N_ ("account"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = account_columns,
  .order = "budget,position",
  .label = "code,name",
  .position = "position",
  .unique = "budget,code",
};

static const PltChoice line_phases[] = {
  { "preparation", N_ ("Preparation") },
  { "tournage", N_ ("Shooting") },
  { "finitions", N_ ("Finishing") },
  END_CHOICES,
};

static const PltChoice line_units[] = {
  { "forfait", N_ ("Lump sum") },
  { "heure", N_ ("Hour") },
  { "jour", N_ ("Day") },
  { "semaine", N_ ("Week") },
  { "mois", N_ ("Month") },
  { "cachet", N_ ("Fee per day") },
  { "nuit", N_ ("Night") },
  { "repas", N_ ("Meal") },
  { "km", N_ ("Kilometre") },
  { "page", N_ ("Page") },
  { "minute", N_ ("Minute") },
  { "unite", N_ ("Piece") },
  END_CHOICES,
};

static const PltChoice funding_modes[] = {
  { "numeraire", N_ ("Cash") },
  { "nature", N_ ("In kind") },
  { "participation", N_ ("Participation") },
  END_CHOICES,
};

static const PltChoice tax_credit_choices[] = {
  { "oui", N_ ("Yes") }, { "partiel", N_ ("In part") },
  { "non", N_ ("No") },  { "a-decider", N_ ("To decide") },
  END_CHOICES,
};

static const PltChoice cash_events[] = {
  { "date", N_ ("On a date") },
  { "signature", N_ ("Signature") },
  { "debut-preparation", N_ ("Start of preparation") },
  { "premier-jour", N_ ("First shooting day") },
  { "fin-tournage", N_ ("End of shooting") },
  { "fin-montage", N_ ("End of editing") },
  { "livraison", N_ ("Delivery") },
  { "acceptation", N_ ("Acceptance") },
  END_CHOICES,
};

static const PltColumn budget_line_columns[] = {
  REF ("budget", N_ ("Budget"), "budget", FOLLOWS, REQUIRED),
  REF ("account", N_ ("Account"), "account", FOLLOWS, REQUIRED, .width = 24),
  POSITION,
  TEXT ("code", N_ ("Code"), .width = 8),
  TEXT ("label", N_ ("Label"), REQUIRED_SEARCHED, .width = 30),
  COL (FORMULA, "quantity", N_ ("Number"), .initial = "1", .width = 8),
  COL (FORMULA, "duration", N_ ("Duration"), .initial = "1", .width = 12),
  CHOICE (
      "unit", N_ ("Unit"), line_units, .flags = PLT_COLUMN_OPEN, .initial = "forfait", .width = 10),
  COL (MONEY, "rate_cents", N_ ("Rate"), .flags = PLT_COLUMN_SIGNED, .width = 12),
  CHOICE ("phase", N_ ("Phase"), line_phases, .initial = "tournage", .width = 11),
  COL (BOOLEAN, "abroad", N_ ("Abroad"), .width = 6),
  CHOICE ("mode", N_ ("Mode"), funding_modes, .initial = "numeraire", .width = 12),
  REF ("profile", N_ ("Contributions"), "contribution_profile", CLEARS, .width = 18),
  COL (RATE, "vat_e6", N_ ("VAT"), .width = 8),
  CHOICE ("tax_credit", N_ ("Tax credit"), tax_credit_choices, .initial = "a-decider", .width = 10),
  REF ("role", N_ ("Role"), "element", CLEARS, .width = 16),
  REF ("engagement", N_ ("Engagement"), "engagement", CLEARS, .width = 20),
  CHOICE ("event",
          N_ ("Paid at"),
          cash_events,
          .width = 16,
          .help = N_ ("Empty: spread over its phase.")),
  COL (INTEGER, "offset_days", N_ ("Days after"), .flags = PLT_COLUMN_SIGNED, .width = 6),
  COL (DATE, "payment_date", N_ ("Payment date")),
  NOTE,
  END,
};

const PltTable plt_table_budget_line = {
  .id = "budget_line",
  .title = N_ ("Budget lines"),
  .singular = N_ ("budget line"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = budget_line_columns,
  .order = "budget,account,position",
  .label = "code,label",
  .position = "position",
};

static const PltChoice funding_groups[] = {
  { "apports-producteurs", N_ ("Producers") },
  { "cnc", N_ ("CNC") },
  { "regions", N_ ("Regions") },
  { "diffuseurs", N_ ("Broadcasters") },
  { "distributeurs", N_ ("Distributors and sales agents") },
  { "sofica", N_ ("SOFICA") },
  { "credit-impot", N_ ("Tax credit") },
  { "etranger", N_ ("Foreign partners") },
  { "divers", N_ ("Others") },
  END_CHOICES,
};

static const PltChoice funding_natures[] = {
  { "numeraire", N_ ("Cash") },
  { "nature", N_ ("In kind") },
  { "participation", N_ ("Participation") },
  END_CHOICES,
};

static const PltChoice funding_statuses[] = {
  { "espere", N_ ("Hoped for") },
  { "demande", N_ ("Applied for") },
  { "confirme", N_ ("Confirmed by letter") },
  { "acquis", N_ ("Acquired") },
  { "refuse", N_ ("Refused") },
  END_CHOICES,
};

static const PltColumn funding_source_columns[] = {
  POSITION,
  CHOICE ("group", N_ ("Group"), funding_groups, REQUIRED, .initial = "divers", .width = 20),
  TEXT ("name", N_ ("Source"), REQUIRED_SEARCHED, .width = 28),
  CHOICE ("nature", N_ ("Nature"), funding_natures, .initial = "numeraire", .width = 13),
  COL (MONEY, "amount_cents", N_ ("Amount"), .width = 14),
  CHOICE ("status", N_ ("Status"), funding_statuses, .initial = "espere", .width = 16),
  COL (RATE, "vat_e6", N_ ("VAT"), .width = 8),
  COL (DATE, "date", N_ ("Date")),
  COL (FILE, "document", N_ ("Document"), .width = 20),
  NOTE,
  END,
};

const PltTable plt_table_funding_source = {
  .id = "funding_source",
  .title = N_ ("Financing"),
  .singular = N_ ("source of financing"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = funding_source_columns,
  .order = "position",
  .label = "name",
  .position = "position",
};

static const PltColumn instalment_columns[] = {
  REF ("funding_source", N_ ("Source"), "funding_source", FOLLOWS, REQUIRED, .width = 24),
  POSITION,
  TEXT ("label", N_ ("Instalment"), .width = 24),
  COL (RATE,
       "share_e6",
       N_ ("Share"),
       .width = 8,
       .help = N_ ("Of the amount of the source; the amount beside it wins when it is given.")),
  COL (MONEY, "amount_cents", N_ ("Amount"), .width = 14),
  CHOICE ("event", N_ ("Event"), cash_events, REQUIRED, .initial = "signature", .width = 18),
  COL (INTEGER, "offset_days", N_ ("Days after"), .flags = PLT_COLUMN_SIGNED, .width = 6),
  COL (DATE, "date", N_ ("Date"), .help = N_ ("For an instalment on a date.")),
  COL (DATE, "paid_date", N_ ("Paid on")),
  NOTE,
  END,
};

const PltTable plt_table_instalment = {
  .id = "instalment",
  .title = N_ ("Instalments"),
  .singular = N_ ("instalment"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = instalment_columns,
  .order = "funding_source,position",
  .label = "funding_source,label",
  .position = "position",
};

static const PltChoice cash_kinds[] = {
  { "prevu", N_ ("Planned") },
  { "reel", N_ ("Real") },
  END_CHOICES,
};

static const PltColumn cash_entry_columns[] = {
  COL (DATE, "date", N_ ("Date"), REQUIRED),
  TEXT ("label", N_ ("Label"), REQUIRED_SEARCHED, .width = 30),
  COL (MONEY,
       "amount_cents",
       N_ ("Amount"),
       .flags = PLT_COLUMN_REQUIRED | PLT_COLUMN_SIGNED,
       .width = 14,
       .help = N_ ("Positive: received. Negative: paid.")),
  CHOICE ("kind", N_ ("Kind"), cash_kinds, REQUIRED, .initial = "prevu", .width = 10),
  REF ("account", N_ ("Account"), "account", CLEARS, .width = 22),
  REF ("instalment", N_ ("Instalment"), "instalment", CLEARS, .width = 22),
  NOTE,
  END,
};

const PltTable plt_table_cash_entry = {
  .id = "cash_entry",
  .title = N_ ("Cash movements"),
  .singular = N_ ("cash movement"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = cash_entry_columns,
  .order = "date",
  .label = "date,label",
};
