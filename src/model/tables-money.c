/* Devis, plan de financement, trésorerie. */
#include "plt-tables-private.h"

static const PltChoice budget_statuses[] = {
  { "brouillon", N_ ("Draft") },
  { "verrouille", N_ ("Locked") },
  { "archive", N_ ("Archived") },
  END_CHOICES,
};

/* What a percentage after the nine posts is counted on. */
static const PltChoice percentage_bases[] = {
  { "postes-1-9", N_ ("Posts 1 to 9") },
  { "postes-1-9-sans-frais-financiers", N_ ("Posts 1 to 9 without financial costs") },
  { "postes-1-8", N_ ("Posts 1 to 8") },
  { "numeraire", N_ ("Cash of posts 1 to 9") },
  END_CHOICES,
};

/* How an amount is borne. */
static const PltChoice funding_modes[] = {
  { "numeraire", N_ ("Cash") },
  { "nature", N_ ("In kind") },
  { "participation", N_ ("Participation") },
  END_CHOICES,
};

static const PltColumn budget_columns[] = {
  TEXT ("name", N_ ("Budget"), REQUIRED_SEARCHED, .width = 24),
  COL (INTEGER, "version", N_ ("Version"), .initial = "1"),
  TEXT ("template", N_ ("Template"), READ_ONLY, .width = 24),
  CHOICE ("status", N_ ("Status"), budget_statuses, .initial = "brouillon"),
  COL (DATE, "date", N_ ("Date")),
  COL (RATE, "overheads_e6", N_ ("Overheads"), .help = N_ ("Frais généraux, on posts 1 to 9.")),
  CHOICE ("overheads_base", N_ ("Overheads on"), percentage_bases, .initial = "postes-1-9"),
  CHOICE ("overheads_mode", N_ ("Overheads borne in"), funding_modes, .initial = "numeraire"),
  COL (RATE, "contingency_e6", N_ ("Contingency"), .help = N_ ("Imprévus, on posts 1 to 9.")),
  CHOICE ("contingency_base", N_ ("Contingency on"), percentage_bases, .initial = "postes-1-9"),
  CHOICE ("contingency_mode", N_ ("Contingency borne in"), funding_modes, .initial = "numeraire"),
  COL (RATE,
       "producer_e6",
       N_ ("Producer"),
       .help = N_ ("Salary of the producer, counted in its account.")),
  CHOICE ("producer_base", N_ ("Producer on"), percentage_bases, .initial = "postes-1-9"),
  CHOICE ("producer_mode", N_ ("Producer borne in"), funding_modes, .initial = "numeraire"),
  TEXT ("producer_account",
        N_ ("Account of the producer"),
        .width = 8,
        .help = N_ ("Empty: after the nine posts.")),
  COL (RATE, "financial_e6", N_ ("Financial costs")),
  CHOICE ("financial_base", N_ ("Financial costs on"), percentage_bases, .initial = "postes-1-9"),
  CHOICE ("financial_mode", N_ ("Financial costs borne in"), funding_modes, .initial = "numeraire"),
  TEXT ("financial_account",
        N_ ("Account of the financial costs"),
        .width = 8,
        .help = N_ ("Empty: after the nine posts.")),
  COL (MONEY, "ceiling_cents", N_ ("Ceiling"), .help = N_ ("What the film may cost at most.")),
  COL (BOOLEAN,
       "is_template",
       N_ ("Kept as a template"),
       .flags = PLT_COLUMN_HIDDEN,
       .help = N_ ("Kept to begin other budgets from.")),
  REF ("copied_from", N_ ("Copied from"), "budget", CLEARS, .flags = PLT_COLUMN_READ_ONLY),
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
  TEXT ("unit", N_ ("Unit"), .width = 8),
  COL (BOOLEAN,
       "movable",
       N_ ("May move"),
       .width = 6,
       .help = N_ ("A simulation may change it to reach a ceiling.")),
  COL (FORMULA, "least", N_ ("At least"), .width = 8),
  COL (FORMULA, "most", N_ ("At most"), .width = 8),
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
  { "service", N_ ("Rehearsal session") },
  { "nuit", N_ ("Night") },
  { "repas", N_ ("Meal") },
  { "km", N_ ("Kilometre") },
  { "page", N_ ("Page") },
  { "minute", N_ ("Minute") },
  { "unite", N_ ("Piece") },
  END_CHOICES,
};

static const PltChoice payees[] = {
  { "salarie", N_ ("Employee") },    { "auteur", N_ ("Author") },    { "facture", N_ ("Invoice") },
  { "permanent", N_ ("Permanent") }, { "stagiaire", N_ ("Intern") }, END_CHOICES,
};

/* Bases of the pay scales, as minima-*.tsv name them. */
static const PltChoice scale_bases[] = {
  { "sem39", N_ ("Week of 39 hours") },
  { "sem35", N_ ("Week of 35 hours") },
  { "sem35-specialise", N_ ("Week of 35 hours, specialised") },
  { "jour_moins_5j_7h", N_ ("Day of 7 hours, contract under 5 days") },
  { "jour_moins_5j_8h", N_ ("Day of 8 hours, contract under 5 days") },
  { "ann2_5j", N_ ("Five days with equivalence") },
  { "ann2_6j", N_ ("Six days with equivalence") },
  { "ann3_nouveau", N_ ("Film under derogation") },
  { "cachet", N_ ("Fee of a performer") },
  { "art_5j", N_ ("Performer, week of five days") },
  { "art_6j", N_ ("Performer, week of six days") },
  { "service", N_ ("Rehearsal session") },
  { "forfait", N_ ("Lump sum") },
  END_CHOICES,
};

static const PltChoice tax_credit_choices[] = {
  { "oui", N_ ("Yes") }, { "partiel", N_ ("In part") },
  { "non", N_ ("No") },  { "a-decider", N_ ("To decide") },
  END_CHOICES,
};

const PltChoice plt_cash_events[] = {
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
  COL (FORMULA,
       "times",
       N_ ("Times"),
       .width = 8,
       .help = N_ ("One more factor: teams, vehicles, episodes. Empty: 1.")),
  COL (MONEY, "rate_cents", N_ ("Rate"), .flags = PLT_COLUMN_SIGNED, .width = 12),
  COL (FORMULA,
       "rate_formula",
       N_ ("Rate as a formula"),
       .flags = PLT_COLUMN_HIDDEN,
       .width = 12,
       .help = N_ ("In euros. Empty: the rate beside it.")),
  CHOICE ("phase", N_ ("Phase"), line_phases, .initial = "tournage", .width = 11),
  COL (BOOLEAN, "abroad", N_ ("Abroad"), .width = 6),
  CHOICE ("mode", N_ ("Mode"), funding_modes, .initial = "numeraire", .width = 12),
  CHOICE ("payee", N_ ("Payee"), payees, .width = 10),
  REF ("profile", N_ ("Contributions"), "contribution_profile", CLEARS, .width = 18),
  COL (RATE, "vat_e6", N_ ("VAT"), .width = 8),
  CHOICE ("tax_credit", N_ ("Tax credit"), tax_credit_choices, .initial = "a-decider", .width = 10),
  REF ("role", N_ ("Role"), "element", CLEARS, .width = 16),
  REF ("engagement", N_ ("Engagement"), "engagement", CLEARS, .width = 20),
  TEXT ("function",
        N_ ("Function of the scale"),
        .flags = PLT_COLUMN_HIDDEN,
        .width = 24,
        .help = N_ ("As the pay scale names it: the minimum is checked against it.")),
  CHOICE ("scale",
          N_ ("Base of the scale"),
          scale_bases,
          .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_OPEN,
          .width = 14),
  COL (FORMULA,
       "link_quantity",
       N_ ("Number of the link"),
       .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_READ_ONLY,
       .help = N_ ("What the number follows; another number beside it was typed over it.")),
  COL (FORMULA,
       "link_duration",
       N_ ("Duration of the link"),
       .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_READ_ONLY),
  COL (FORMULA,
       "link_rate",
       N_ ("Rate of the link"),
       .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_READ_ONLY),
  CHOICE ("event",
          N_ ("Paid at"),
          plt_cash_events,
          .width = 16,
          .help = N_ ("Empty: spread over its phase.")),
  COL (INTEGER, "offset_days", N_ ("Days after"), .flags = PLT_COLUMN_SIGNED, .width = 6),
  COL (DATE, "payment_date", N_ ("Payment date")),
  REF ("payment", N_ ("Way of paying"), "payment_profile", CLEARS, .width = 20),
  REF ("task",
       N_ ("Paid with the task"),
       "task",
       CLEARS,
       .flags = PLT_COLUMN_HIDDEN,
       .width = 20,
       .help = N_ ("The event is the end of that task.")),
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

static const PltColumn budget_transfer_columns[] = {
  REF ("budget", N_ ("Budget"), "budget", FOLLOWS, REQUIRED),
  COL (DATE, "date", N_ ("Date")),
  REF ("from_account", N_ ("From account"), "account", CLEARS, .width = 24),
  REF ("to_account", N_ ("To account"), "account", CLEARS, .width = 24),
  COL (MONEY, "amount_cents", N_ ("Amount"), REQUIRED, .width = 12),
  COL (LONG_TEXT, "reason", N_ ("Reason"), SEARCHED, .width = 36),
  TEXT ("author", N_ ("Author"), .width = 20),
  END,
};

const PltTable plt_table_budget_transfer = {
  .id = "budget_transfer",
  .title = N_ ("Transfers between posts"),
  .singular = N_ ("transfer between posts"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = budget_transfer_columns,
  .order = "budget,date",
  .label = "date,amount_cents",
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

const PltChoice plt_funding_statuses[] = {
  { "espere", N_ ("Hoped for") },
  { "demande", N_ ("Applied for") },
  { "confirme", N_ ("Confirmed by letter") },
  { "acquis", N_ ("Acquired") },
  { "refuse", N_ ("Refused") },
  END_CHOICES,
};

/* Within a group, in the order of the tables of the CNC. */
static const PltChoice funding_lines[] = {
  { "producteur-delegue", N_ ("Delegate producer") },
  { "coproducteur-francais", N_ ("French coproducer") },
  { "coproducteur-etranger", N_ ("Foreign coproducer") },
  { "soutien-automatique", N_ ("Automatic support") },
  { "soutien-selectif", N_ ("Selective aid") },
  { "region", N_ ("Region") },
  { "collectivite", N_ ("Other local authority") },
  { "television-gratuite", N_ ("Free television") },
  { "television-payante", N_ ("Pay television") },
  { "plateforme", N_ ("Streaming service") },
  { "salles", N_ ("Theatrical distribution") },
  { "video", N_ ("Video and VOD") },
  { "ventes-internationales", N_ ("International sales") },
  { "europe", N_ ("European funds") },
  { "fondation", N_ ("Foundations and collecting societies") },
  { "participatif", N_ ("Crowdfunding") },
  { "mecenat", N_ ("Sponsors and placement") },
  { "industrie-technique", N_ ("Technical industries") },
  END_CHOICES,
};

static const PltChoice funding_kinds[] = {
  { "apport", N_ ("Equity") },
  { "subvention", N_ ("Subsidy") },
  { "avance-remboursable", N_ ("Advance to repay") },
  { "part-coproduction", N_ ("Coproduction share") },
  { "preachat", N_ ("Presale") },
  { "minimum-garanti", N_ ("Minimum guarantee") },
  { "credit-impot", N_ ("Tax credit") },
  { "don", N_ ("Gift") },
  { "emprunt", N_ ("Loan") },
  END_CHOICES,
};

static const PltChoice funding_ownerships[] = {
  { "public", N_ ("Public money") },
  { "prive", N_ ("Private money") },
  { "a-decider", N_ ("To decide") },
  END_CHOICES,
};

static const PltChoice funding_windows[] = {
  { "salles", N_ ("Theatres") },
  { "video", N_ ("Video and VOD per act") },
  { "payant", N_ ("Pay television") },
  { "svod", N_ ("Subscription VOD") },
  { "gratuit", N_ ("Free television") },
  { "avod", N_ ("Free VOD") },
  { "etranger", N_ ("Abroad") },
  { "autre", N_ ("Other") },
  END_CHOICES,
};

static const PltChoice funding_mirrors[] = {
  { "nature", N_ ("Lines in kind") },     { "participation", N_ ("Lines in participation") },
  { "frais-generaux", N_ ("Overheads") }, { "imprevus", N_ ("Contingency") },
  { "producteur", N_ ("Producer") },      END_CHOICES,
};

static const PltColumn funding_source_columns[] = {
  POSITION,
  CHOICE ("group", N_ ("Group"), funding_groups, REQUIRED, .initial = "divers", .width = 20),
  TEXT ("name", N_ ("Source"), REQUIRED_SEARCHED, .width = 28),
  CHOICE ("nature", N_ ("Nature"), funding_natures, .initial = "numeraire", .width = 13),
  COL (MONEY, "amount_cents", N_ ("Amount"), .width = 14),
  CHOICE ("status", N_ ("Status"), plt_funding_statuses, .initial = "espere", .width = 16),
  COL (RATE, "vat_e6", N_ ("VAT"), .width = 8),
  COL (DATE, "date", N_ ("Date")),
  COL (FILE, "document", N_ ("Document"), .width = 20),
  CHOICE ("line", N_ ("Line of the group"), funding_lines, .width = 20),
  CHOICE ("kind", N_ ("What it is"), funding_kinds, .width = 18),
  TEXT ("funder", N_ ("Financier"), SEARCHED, .width = 24),
  TEXT ("scheme",
        N_ ("Scheme"),
        .width = 20,
        .help = N_ ("Code of the scheme in the catalogue of financiers.")),
  COL (MONEY, "asked_cents", N_ ("Amount asked for"), .width = 14),
  CHOICE ("ownership", N_ ("Public or private"), funding_ownerships, .width = 14),
  COL (BOOLEAN,
       "is_assigned",
       N_ ("Assigned to eligible spend"),
       .width = 8,
       .help = N_ ("A subsidy given for expenses that the tax credit counts.")),
  TEXT ("country", N_ ("Country"), .initial = "FR", .width = 8),
  COL (INTEGER, "rank", N_ ("Rank of recoupment"), .width = 8),
  COL (RATE, "recoup_e6", N_ ("Part of the receipts"), .width = 8),
  CHOICE ("window", N_ ("Window of rights"), funding_windows, .width = 18),
  COL (INTEGER,
       "window_months",
       N_ ("Months after release"),
       .width = 8,
       .help = N_ ("When the window opens, after the release in theatres.")),
  COL (INTEGER, "rights_months", N_ ("Length of the rights in months"), .width = 8),
  TEXT ("territory", N_ ("Territory"), .width = 16),
  COL (LONG_TEXT, "rights", N_ ("Rights given"), SEARCHED, .width = 30),
  CHOICE ("mirror",
          N_ ("Mirrors"),
          funding_mirrors,
          .width = 18,
          .help = N_ ("The amount then follows the budget.")),
  REF ("mirror_account", N_ ("Account mirrored"), "account", CLEARS, .width = 20),
  TEXT ("bank_account", N_ ("Dedicated bank account"), .width = 20),
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
  CHOICE ("event", N_ ("Event"), plt_cash_events, REQUIRED, .initial = "signature", .width = 18),
  COL (INTEGER, "offset_days", N_ ("Days after"), .flags = PLT_COLUMN_SIGNED, .width = 6),
  COL (DATE, "date", N_ ("Date"), .help = N_ ("For an instalment on a date.")),
  COL (DATE, "paid_date", N_ ("Paid on")),
  REF ("task",
       N_ ("Due with the task"),
       "task",
       CLEARS,
       .width = 20,
       .help = N_ ("The event is the end of that task.")),
  COL (DATE, "invoice_date", N_ ("Invoiced on")),
  COL (RATE, "retention_e6", N_ ("Retention"), .width = 8),
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
  REF ("budget_line", N_ ("Budget line"), "budget_line", CLEARS, .width = 22),
  REF ("credit_line", N_ ("Credit"), "credit_line", CLEARS, .width = 20),
  COL (MONEY, "vat_cents", N_ ("VAT in it"), .flags = PLT_COLUMN_SIGNED, .width = 12),
  TEXT ("reference", N_ ("Reference"), SEARCHED, .width = 16),
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
