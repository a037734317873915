/* People, places, engagements and what is paid on top of a wage. */
#include "plt-tables-private.h"

const PltChoice plt_permit_statuses[] = {
  { "a-faire", N_ ("To do") },  { "deposee", N_ ("Filed") },      { "accordee", N_ ("Granted") },
  { "refusee", N_ ("Denied") }, { "inutile", N_ ("Not needed") }, END_CHOICES,
};

static const PltChoice location_kinds[] = {
  { "naturel", N_ ("Real location") },
  { "studio", N_ ("Studio") },
  { "studio-agree", N_ ("Approved studio") },
  END_CHOICES,
};

static const PltColumn location_columns[] = {
  TEXT ("name", N_ ("Location"), REQUIRED_SEARCHED, .width = 26),
  TEXT ("address", N_ ("Address"), SEARCHED, .width = 26),
  TEXT ("postcode", N_ ("Postcode"), .width = 8),
  TEXT ("city", N_ ("Town"), SEARCHED, .width = 16),
  COL (COORDINATE, "latitude_e6", N_ ("Latitude"), .flags = PLT_COLUMN_SIGNED, .width = 11),
  COL (COORDINATE, "longitude_e6", N_ ("Longitude"), .flags = PLT_COLUMN_SIGNED, .width = 11),
  TEXT ("contact", N_ ("Contact"), .width = 18),
  TEXT ("phone", N_ ("Telephone"), .width = 14),
  TEXT ("hospital",
        N_ ("Hospital"),
        .width = 24,
        .help = N_ ("Nearest accident and emergency department, with its address.")),
  TEXT ("hospital_phone", N_ ("Hospital telephone"), .width = 14),
  COL (DURATION, "hospital_minutes", N_ ("Drive to the hospital"), .width = 8),
  TEXT ("parking", N_ ("Parking"), .width = 20),
  TEXT ("access", N_ ("Access"), .width = 20),
  TEXT ("base_camp", N_ ("Base camp"), .width = 20),
  COL (DURATION, "drive_minutes", N_ ("Drive from the base"), .width = 8),
  CHOICE ("permit", N_ ("Permit"), plt_permit_statuses, .initial = "a-faire"),
  COL (DATE, "permit_from", N_ ("Permit from")),
  COL (DATE, "permit_to", N_ ("Permit to")),
  COL (MONEY, "fee_cents", N_ ("Fee")),
  CHOICE ("kind", N_ ("Kind"), location_kinds, .initial = "naturel", .width = 12),
  CHOICE ("territory",
          N_ ("Territory"),
          plt_territories,
          .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM,
          .help = N_ ("Empty: that of the postcode, else of the production.")),
  COL (BOOLEAN,
       "good_friday",
       N_ ("Good Friday off"),
       .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM,
       .help = N_ ("In Alsace and Moselle, a town with a Protestant or a mixed church.")),
  NOTE,
  END,
};

const PltTable plt_table_location = {
  .id = "location",
  .title = N_ ("Locations"),
  .singular = N_ ("location"),
  .phase = PLT_PHASE_PREPARATION,
  .columns = location_columns,
  .order = "name",
  .label = "name",
};

static const PltChoice insurance_kinds[] = {
  { "production", N_ ("Production risks") },
  { "responsabilite-civile", N_ ("Civil liability") },
  { "materiel", N_ ("Equipment") },
  { "vehicules", N_ ("Motor fleet") },
  { "accident", N_ ("Personal accident") },
  { "autre", N_ ("Other") },
  END_CHOICES,
};

static const PltColumn insurance_columns[] = {
  CHOICE ("kind",
          N_ ("Kind"),
          insurance_kinds,
          .flags = PLT_COLUMN_OPEN | PLT_COLUMN_REQUIRED,
          .initial = "production",
          .width = 18),
  TEXT ("insurer", N_ ("Insurer"), REQUIRED_SEARCHED, .width = 22),
  TEXT ("number", N_ ("Policy"), SEARCHED, .width = 14),
  COL (DATE, "from_date", N_ ("From")),
  COL (DATE, "to_date", N_ ("To")),
  REF ("location",
       N_ ("Location"),
       "location",
       CLEARS,
       .width = 20,
       .help = N_ ("Empty: everywhere.")),
  FLAGS ("excluded",
         N_ ("Not covered"),
         plt_hazards,
         .width = 20,
         .help = N_ ("What the policy leaves out, unless the insurer agrees to it in writing.")),
  TEXT ("phone", N_ ("Telephone for claims"), .width = 14),
  COL (MONEY, "deductible_cents", N_ ("Deductible"), .width = 12),
  COL (INTEGER, "claim_days", N_ ("Days to declare"), .width = 8),
  COL (FILE, "document", N_ ("Certificate"), .width = 20),
  NOTE,
  END,
};

const PltTable plt_table_insurance = {
  .id = "insurance",
  .title = N_ ("Insurance"),
  .singular = N_ ("policy"),
  .phase = PLT_PHASE_PREPARATION,
  .columns = insurance_columns,
  .order = "kind,from_date",
  .label = "insurer,number",
};

static const PltColumn person_columns[] = {
  TEXT ("last_name", N_ ("Name"), REQUIRED_SEARCHED, .width = 18),
  TEXT ("first_name", N_ ("First name"), SEARCHED, .width = 14),
  TEXT ("phone", N_ ("Telephone"), .width = 14),
  TEXT ("email", N_ ("E-mail"), .width = 24),
  TEXT ("address", N_ ("Address"), .width = 26),
  TEXT ("city", N_ ("Town"), .width = 16),
  COL (DATE, "birth_date", N_ ("Born on")),
  TEXT ("diet", N_ ("Diet and allergies"), .width = 18),
  TEXT ("emergency_contact", N_ ("Emergency contact"), .width = 22),
  COL (DURATION, "drive_minutes", N_ ("Drive to the set"), .width = 8),
  NOTE,
  END,
};

const PltTable plt_table_person = {
  .id = "person",
  .title = N_ ("People"),
  .singular = N_ ("person"),
  .phase = PLT_PHASE_PREPARATION,
  .columns = person_columns,
  .order = "last_name,first_name",
  .label = "first_name,last_name",
};

static const PltChoice contribution_methods[] = {
  { "global", N_ ("Overall rate") },
  { "detail", N_ ("One by one") },
  END_CHOICES,
};

static const PltChoice deductions[] = {
  { "dfs-25", N_ ("Initial rate 25 %") },
  { "dfs-20", N_ ("Initial rate 20 %") },
  END_CHOICES,
};

static const PltColumn contribution_profile_columns[] = {
  POSITION,
  TEXT ("code", N_ ("Code"), .flags = PLT_COLUMN_REQUIRED | PLT_COLUMN_UNIQUE, .width = 20),
  TEXT ("name", N_ ("Profile"), REQUIRED, .width = 30),
  COL (RATE,
       "employer_e6",
       N_ ("Employer contributions"),
       .help = N_ ("Overall rate on the gross wage, used by the budget.")),
  TEXT (
      "account", N_ ("Account"), .width = 8, .help = N_ ("Sub-post of post 4 that receives them.")),
  TEXT ("source", N_ ("Source"), .width = 30),
  COL (BOOLEAN, "verified", N_ ("Verified")),
  CHOICE ("method",
          N_ ("Counted"),
          contribution_methods,
          .initial = "global",
          .help = N_ ("With the overall rate, or contribution by contribution.")),
  COL (RATE,
       "accident_e6",
       N_ ("Work accidents"),
       .help = N_ ("The rate that the company was notified.")),
  COL (
      RATE, "mobility_e6", N_ ("Mobility payment"), .help = N_ ("From eleven employees, by town.")),
  CHOICE ("deduction", N_ ("Specific deduction"), deductions),
  NOTE,
  END,
};

const PltTable plt_table_contribution_profile = {
  .id = "contribution_profile",
  .title = N_ ("Contribution profiles"),
  .singular = N_ ("contribution profile"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = contribution_profile_columns,
  .order = "position",
  .label = "name",
  .position = "position",
};

static const PltColumn contribution_rate_columns[] = {
  REF ("profile", N_ ("Profile"), "contribution_profile", FOLLOWS, REQUIRED),
  TEXT ("code", N_ ("Code"), REQUIRED, .width = 8),
  TEXT ("name", N_ ("Contribution"), REQUIRED, .width = 30),
  TEXT ("base", N_ ("Base"), .width = 16),
  COL (RATE, "employer_e6", N_ ("Employer")),
  COL (RATE, "employee_e6", N_ ("Employee")),
  TEXT ("ceiling", N_ ("Ceiling"), .width = 16),
  COL (DATE, "valid_from", N_ ("From")),
  COL (DATE, "valid_to", N_ ("To")),
  TEXT ("source", N_ ("Source"), .width = 20),
  COL (BOOLEAN, "verified", N_ ("Verified")),
  END,
};

const PltTable plt_table_contribution_rate = {
  .id = "contribution_rate",
  .title = N_ ("Contribution rates"),
  .singular = N_ ("contribution rate"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = contribution_rate_columns,
  .order = "profile,code",
  .label = "code,name",
};

static const PltChoice departments[] = {
  { "production", N_ ("Production") },
  { "regie", N_ ("Unit management") },
  { "mise-en-scene", N_ ("Direction") },
  { "image", N_ ("Camera") },
  { "electricite", N_ ("Lighting") },
  { "machinerie", N_ ("Grip") },
  { "son", N_ ("Sound") },
  { "decoration", N_ ("Art department") },
  { "costumes", N_ ("Costumes") },
  { "hmc", N_ ("Make-up and hair") },
  { "postproduction", N_ ("Postproduction") },
  { "interpretation", N_ ("Cast") },
  { "figuration", N_ ("Background") },
  { "autre", N_ ("Other") },
  END_CHOICES,
};

static const PltChoice engagement_statuses[] = {
  { "envisage", N_ ("Considered") },
  { "option", N_ ("Option") },
  { "confirme", N_ ("Confirmed") },
  { "signe", N_ ("Signed") },
  END_CHOICES,
};

static const PltChoice pay_units[] = {
  { "jour", N_ ("Day") },
  { "semaine", N_ ("Week") },
  { "cachet", N_ ("Fee per day") },
  { "forfait", N_ ("Lump sum") },
  END_CHOICES,
};

static const PltChoice hold_rules[] = {
  { "jours", N_ ("Days worked") },
  { "attente", N_ ("From first to last day") },
  { "interruption", N_ ("Released in long gaps") },
  { "semaine", N_ ("Whole weeks") },
  { "forfait", N_ ("Once") },
  END_CHOICES,
};

static const PltColumn engagement_columns[] = {
  REF ("person", N_ ("Person"), "person", FOLLOWS, REQUIRED, .width = 22),
  CHOICE ("department", N_ ("Department"), departments, .flags = PLT_COLUMN_OPEN, .width = 18),
  TEXT ("function", N_ ("Function"), SEARCHED, .width = 24),
  REF ("role", N_ ("Role"), "element", CLEARS, .width = 18),
  REF ("profile", N_ ("Contribution profile"), "contribution_profile", CLEARS, .width = 18),
  CHOICE ("unit", N_ ("Paid by"), pay_units, .initial = "jour"),
  COL (MONEY, "rate_cents", N_ ("Rate")),
  COL (DATE, "from_date", N_ ("From")),
  COL (DATE, "to_date", N_ ("To")),
  CHOICE ("status", N_ ("Status"), engagement_statuses, .initial = "envisage"),
  COL (DURATION,
       "hmc_minutes",
       N_ ("HMC time"),
       .help = N_ ("Costume, make-up and hair together, before the PAT.")),
  CHOICE ("hold",
          N_ ("Paid for"),
          hold_rules,
          .width = 14,
          .help = N_ ("Which days of the plan are due. Empty: as the unit of pay has it.")),
  COL (INTEGER,
       "drop_after",
       N_ ("Released after"),
       .width = 8,
       .help = N_ ("Idle days after which the person may be released, not paid, and called back.")),
  COL (INTEGER, "guaranteed_days", N_ ("Guaranteed days"), .width = 8),
  CHOICE ("child_permit",
          N_ ("Permit of the minor"),
          plt_permit_statuses,
          .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM,
          .help = N_ ("Authorisation of the prefect for a child under 16.")),
  COL (DURATION,
       "child_minutes",
       N_ ("Minor: time a day"),
       .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM,
       .help = N_ ("As the authorisation says. Empty: usual practice for the age.")),
  COL (CLOCK,
       "child_until_minutes",
       N_ ("Minor: until"),
       .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM,
       .width = 7),
  NOTE,
  END,
};

const PltTable plt_table_engagement = {
  .id = "engagement",
  .title = N_ ("Engagements"),
  .singular = N_ ("engagement"),
  .phase = PLT_PHASE_PREPARATION,
  .columns = engagement_columns,
  .order = "department,function",
  .label = "person,function",
};
