/* The production itself, its referentials, its rétroplanning. */
#include "plt-tables-private.h"

static const PltChoice kinds[] = {
  { "court-metrage", N_ ("Short film") },
  { "long-metrage", N_ ("Feature film") },
  { "unitaire", N_ ("Television film") },
  { "serie", N_ ("Series") },
  { "documentaire", N_ ("Documentary") },
  { "flux", N_ ("Studio programme") },
  { "captation", N_ ("Captured live show") },
  { "spectacle", N_ ("Live show") },
  { "tournee", N_ ("Tour") },
  { "festival", N_ ("Festival") },
  END_CHOICES,
};

static const PltChoice agreements[] = {
  { "3097", N_ ("Film production (IDCC 3097)") },
  { "2642", N_ ("Audiovisual production (IDCC 2642)") },
  END_CHOICES,
};

const PltChoice plt_territories[] = {
  { "metropole", N_ ("Metropolitan France") },
  { "alsace-moselle", N_ ("Alsace and Moselle") },
  { "guadeloupe", N_ ("Guadeloupe") },
  { "martinique", N_ ("Martinique") },
  { "guyane", N_ ("French Guiana") },
  { "reunion", N_ ("Réunion") },
  { "mayotte", N_ ("Mayotte") },
  { "saint-martin", N_ ("Saint Martin") },
  { "saint-barthelemy", N_ ("Saint Barthélemy") },
  { "etranger", N_ ("Abroad") },
  END_CHOICES,
};

/* What a strip says, in its order; its number and its effect are always there. */
static const PltChoice strip_fields[] = {
  { "decor", N_ ("Set") },       { "resume", N_ ("Synopsis") },
  { "roles", N_ ("Roles") },     { "elements", N_ ("Needs") },
  { "huitiemes", N_ ("Pages") }, { "minutage", N_ ("Timing") },
  { "duree", N_ ("Time") },      { "jour-fiction", N_ ("Story day") },
  { "lieu", N_ ("Location") },   END_CHOICES,
};

/* What decides how much public money a work may have. */
static const PltChoice aid_classes[] = {
  { "long-metrage", N_ ("Feature film") },
  { "long-metrage-difficile", N_ ("Feature film, difficult or low budget") },
  { "audiovisuel", N_ ("Audiovisual work") },
  { "audiovisuel-difficile", N_ ("Audiovisual work, difficult or low budget") },
  { "documentaire-difficile", N_ ("Creative documentary, difficult, low budget") },
  { "court-metrage", N_ ("Short film") },
  END_CHOICES,
};

static const PltChoice tax_credits[] = {
  { "cic", N_ ("Tax credit for cinema") },
  { "cia", N_ ("Tax credit for audiovisual works") },
  { "c2i", N_ ("Tax credit for international works") },
  END_CHOICES,
};

static const PltChoice vat_regimes[] = {
  { "mensuel", N_ ("Every month") },
  { "trimestriel", N_ ("Every quarter") },
  { "franchise", N_ ("No VAT") },
  END_CHOICES,
};

static const PltColumn production_columns[] = {
  TEXT ("title", N_ ("Title"), REQUIRED_SEARCHED, .width = 30),
  CHOICE ("kind", N_ ("Kind"), kinds, REQUIRED, .initial = "court-metrage"),
  TEXT ("director", N_ ("Director")),
  TEXT ("author", N_ ("Author")),
  TEXT ("company", N_ ("Production company")),
  COL (LONG_TEXT, "company_address", N_ ("Company address")),
  TEXT ("company_phone", N_ ("Company telephone")),
  TEXT ("emergency_phone",
        N_ ("24-hour telephone"),
        .help = N_ ("Printed at the head of every call sheet.")),
  TEXT ("production_manager", N_ ("Production manager")),
  TEXT ("first_assistant", N_ ("First assistant director")),
  TEXT ("format", N_ ("Format"), .help = N_ ("For example: 2K, 1.85, colour.")),
  COL (SECONDS, "target_seconds", N_ ("Announced length")),
  COL (BOOLEAN,
       "numbers_locked",
       N_ ("Numbers locked"),
       .help = N_ ("The script has been handed out: no sequence changes its number any more.")),
  CHOICE ("agreement", N_ ("Collective agreement"), agreements, .initial = "3097"),
  TEXT ("region", N_ ("Region")),
  CHOICE ("territory",
          N_ ("Territory"),
          plt_territories,
          .initial = "metropole",
          .help = N_ ("Of the public holidays and of the legal time, where a location says nothing "
                      "else.")),
  FLAGS ("strip_fields",
         N_ ("Strips show"),
         strip_fields,
         .flags = PLT_COLUMN_HIDDEN,
         .help = N_ ("Empty: the usual ones.")),
  COL (DATE,
       "start_date",
       N_ ("First shooting day"),
       .help = N_ ("Used until the schedule has dated days.")),
  COL (DATE, "delivery_date", N_ ("Delivery")),
  TEXT ("language", N_ ("Language"), .help = N_ ("Of the original version.")),
  COL (DATE, "request_date", N_ ("Provisional approval asked for on")),
  COL (DATE, "visa_date", N_ ("Visa on")),
  COL (DATE, "release_date", N_ ("Release in theatres")),
  CHOICE ("aid_class", N_ ("Class for public aid"), aid_classes, .width = 24),
  COL (RATE,
       "french_share_e6",
       N_ ("French share"),
       .help = N_ ("Of an international coproduction. Empty: the whole work is French.")),
  CHOICE ("tax_credit", N_ ("Tax credit"), tax_credits, .width = 20),
  COL (INTEGER,
       "fiscal_month",
       N_ ("Last month of the fiscal year"),
       .help = N_ ("1 to 12; empty: December.")),
  CHOICE ("vat_regime", N_ ("VAT declared"), vat_regimes, .initial = "mensuel"),
  COL (DATE, "opening_date", N_ ("Treasury starts on")),
  COL (MONEY, "opening_cents", N_ ("Balance at the start"), .flags = PLT_COLUMN_SIGNED),
  COL (MONEY, "overdraft_cents", N_ ("Authorised overdraft")),
  REF ("script_version", N_ ("Current script"), "script_version", CLEARS),
  REF ("schedule", N_ ("Current schedule"), "schedule", CLEARS),
  REF ("budget", N_ ("Current budget"), "budget", CLEARS),
  NOTE,
  END,
};

const PltTable plt_table_production = {
  .id = "production",
  .title = N_ ("Production"),
  .singular = N_ ("production"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = production_columns,
  .label = "title",
};

static const PltColumn referential_columns[] = {
  TEXT ("name", N_ ("Name"), .flags = PLT_COLUMN_REQUIRED | PLT_COLUMN_UNIQUE),
  TEXT ("title", N_ ("Title"), READ_ONLY, .width = 30),
  TEXT ("version", N_ ("Version"), READ_ONLY),
  COL (DATE, "effective_date", N_ ("In force from"), READ_ONLY),
  COL (DATE, "checked_date", N_ ("Checked on"), READ_ONLY),
  TEXT ("source", N_ ("Source"), READ_ONLY, .width = 30),
  COL (LONG_TEXT, "content", N_ ("Values"), .flags = PLT_COLUMN_READ_ONLY | PLT_COLUMN_HIDDEN),
  END,
};

const PltTable plt_table_referential = {
  .id = "referential",
  .title = N_ ("Referentials"),
  .singular = N_ ("referential"),
  .phase = PLT_PHASE_FILE,
  .columns = referential_columns,
  .order = "name",
  .label = "name",
};

static const PltChoice phases[] = {
  { "developpement", N_ ("Development") }, { "preparation", N_ ("Preparation") },
  { "tournage", N_ ("Shooting") },         { "postproduction", N_ ("Postproduction") },
  { "diffusion", N_ ("Release") },         END_CHOICES,
};

const PltChoice plt_day_units[] = {
  { "ouvres", N_ ("Working days") },
  { "calendaires", N_ ("Calendar days") },
  END_CHOICES,
};

static const PltChoice task_constraints[] = {
  { "au-plus-tard", N_ ("As late as possible") },
  { "au-plus-tot", N_ ("As early as possible") },
  { "debut-pas-avant", N_ ("Starts no earlier than") },
  { "debut-pas-apres", N_ ("Starts no later than") },
  { "fin-pas-avant", N_ ("Ends no earlier than") },
  { "fin-pas-apres", N_ ("Ends no later than") },
  { "debut-le", N_ ("Starts on") },
  { "fin-le", N_ ("Ends on") },
  END_CHOICES,
};

/* What gives a task its dates from outside the rétroplanning. */
static const PltChoice task_anchors[] = {
  { "tournage", N_ ("The shooting days of the plan") },
  { "premier-jour", N_ ("The first shooting day") },
  { "fin-tournage", N_ ("The last shooting day") },
  { "livraison", N_ ("The delivery") },
  { "visa", N_ ("The visa") },
  { "sortie", N_ ("The release in theatres") },
  END_CHOICES,
};

static const PltColumn task_columns[] = {
  POSITION,
  TEXT ("name", N_ ("Task"), REQUIRED_SEARCHED, .width = 28),
  CHOICE ("phase", N_ ("Phase"), phases, .initial = "preparation"),
  REF ("parent", N_ ("Part of"), "task", CLEARS),
  TEXT ("team", N_ ("Team")),
  COL (DATE, "start_date", N_ ("Start")),
  COL (DATE, "end_date", N_ ("End")),
  COL (INTEGER, "duration_days", N_ ("Days")),
  COL (BOOLEAN, "milestone", N_ ("Milestone")),
  COL (RATE, "progress_e6", N_ ("Progress")),
  TEXT ("code", N_ ("Code"), .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM, .width = 8),
  CHOICE ("duration_unit",
          N_ ("Counted in"),
          plt_day_units,
          .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM,
          .initial = "ouvres",
          .width = 14),
  REF ("calendar",
       N_ ("Calendar"),
       "task_calendar",
       CLEARS,
       .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM,
       .width = 20),
  CHOICE ("placing",
          N_ ("Placed"),
          task_constraints,
          .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM | PLT_COLUMN_OPEN,
          .width = 20,
          .help = N_ ("Empty: as the plan is counted, backwards from the delivery or forwards.")),
  COL (DATE,
       "placing_date",
       N_ ("Date of the constraint"),
       .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM),
  COL (DATE, "deadline_date", N_ ("Deadline"), .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM),
  CHOICE ("anchor",
          N_ ("Follows"),
          task_anchors,
          .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM | PLT_COLUMN_OPEN,
          .width = 20),
  COL (BOOLEAN, "locked", N_ ("Locked"), .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM),
  COL (DATE,
       "real_start_date",
       N_ ("Really started on"),
       .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM),
  COL (DATE,
       "real_end_date",
       N_ ("Really ended on"),
       .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM),
  TEXT ("place", N_ ("Place"), .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM, .width = 20),
  TEXT (
      "equipment", N_ ("Equipment"), .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM, .width = 20),
  TEXT ("deliverable",
        N_ ("Deliverable"),
        .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM,
        .width = 20),
  REF ("account",
       N_ ("Account"),
       "account",
       CLEARS,
       .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM,
       .width = 20),
  COL (MONEY,
       "cost_cents",
       N_ ("Cost"),
       .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM,
       .width = 12),
  COL (LONG_TEXT,
       "accessibility",
       N_ ("Accessibility"),
       .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM,
       .width = 20),
  TEXT ("color", N_ ("Colour"), .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM, .width = 8),
  NOTE,
  END,
};

const PltTable plt_table_task = {
  .id = "task",
  .title = N_ ("Tasks"),
  .singular = N_ ("task"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = task_columns,
  .order = "position",
  .label = "name",
  .position = "position",
};
