/* Plan de travail and feuilles de service. */
#include "plt-tables-private.h"

static const PltChoice version_statuses[] = {
  { "brouillon", N_ ("Draft") },
  { "publiee", N_ ("Published") },
  { "archivee", N_ ("Archived") },
  END_CHOICES,
};

static const PltColumn schedule_columns[] = {
  TEXT ("name", N_ ("Plan"), REQUIRED_SEARCHED, .width = 24),
  COL (INTEGER, "version", N_ ("Version"), .initial = "1"),
  CHOICE ("status", N_ ("Status"), version_statuses, .initial = "brouillon"),
  COL (DATE, "published_date", N_ ("Published on")),
  REF ("replaces",
       N_ ("Replaces"),
       "schedule",
       CLEARS,
       .help = N_ ("The version that this one cancels and replaces.")),
  TEXT ("author", N_ ("Author"), .width = 20),
  COL (LONG_TEXT, "reason", N_ ("Reason"), .help = N_ ("Why the plan was changed.")),
  COL (DURATION,
       "day_minutes",
       N_ ("Length of a day"),
       .initial = "540",
       .help = N_ ("Shooting time that a day can hold; beyond it the day is shown as too long.")),
  NOTE,
  END,
};

const PltTable plt_table_schedule = {
  .id = "schedule",
  .title = N_ ("Schedules"),
  .singular = N_ ("schedule"),
  .phase = PLT_PHASE_PREPARATION,
  .columns = schedule_columns,
  .order = "version",
  .label = "name",
};

static const PltChoice day_kinds[] = {
  { "tournage", N_ ("Shooting") },
  { "repos", N_ ("Rest") },
  { "ferie", N_ ("Public holiday") },
  { "voyage", N_ ("Travel") },
  { "relache", N_ ("Break") },
  { "reserve", N_ ("Weather reserve") },
  END_CHOICES,
};

static const PltColumn shooting_day_columns[] = {
  REF ("schedule", N_ ("Plan"), "schedule", FOLLOWS, REQUIRED),
  POSITION,
  COL (DATE, "date", N_ ("Date")),
  CHOICE ("kind", N_ ("Kind"), day_kinds, REQUIRED, .initial = "tournage"),
  COL (INTEGER, "unit", N_ ("Crew unit"), .initial = "1", .width = 5),
  COL (CLOCK,
       "start_minutes",
       N_ ("PAT"),
       .initial = "9h00",
       .width = 7,
       .help = N_ ("Ready to shoot.")),
  COL (CLOCK, "end_minutes", N_ ("Wrap"), .initial = "19h00", .width = 7),
  COL (CLOCK, "meal_minutes", N_ ("Meal"), .initial = "13h00", .width = 7),
  COL (BOOLEAN, "locked", N_ ("Locked")),
  NOTE,
  END,
};

const PltTable plt_table_shooting_day = {
  .id = "shooting_day",
  .title = N_ ("Shooting days"),
  .singular = N_ ("shooting day"),
  .phase = PLT_PHASE_PREPARATION,
  .columns = shooting_day_columns,
  .order = "schedule,position",
  .label = "date",
  .position = "position",
};

static const PltChoice strip_kinds[] = {
  { "sequence", N_ ("Sequence") },
  { "deplacement", N_ ("Company move") },
  { "repas", N_ ("Meal") },
  { "note", N_ ("Note") },
  END_CHOICES,
};

static const PltChoice shot_states[] = {
  { "tournee", N_ ("Shot") },
  { "partielle", N_ ("Partly shot") },
  { "reportee", N_ ("Postponed") },
  END_CHOICES,
};

static const PltColumn strip_columns[] = {
  REF ("schedule", N_ ("Plan"), "schedule", FOLLOWS, REQUIRED),
  REF ("day",
       N_ ("Shooting day"),
       "shooting_day",
       CLEARS,
       .help = N_ ("Empty: still to be placed.")),
  POSITION,
  CHOICE ("kind", N_ ("Kind"), strip_kinds, REQUIRED, .initial = "sequence"),
  REF ("sequence", N_ ("Sequence"), "sequence", FOLLOWS),
  TEXT ("text", N_ ("Text"), .width = 24),
  COL (DURATION, "minutes", N_ ("Time"), .help = N_ ("Empty: the shooting time of the sequence.")),
  TEXT ("part",
        N_ ("Part"),
        .width = 6,
        .help = N_ ("When a sequence is shot in several goes: 1/2, 2/2.")),
  CHOICE ("shot",
          N_ ("Status"),
          shot_states,
          .width = 10,
          .help = N_ ("What became of it on that day; empty until the day is over.")),
  COL (BOOLEAN, "locked", N_ ("Locked")),
  NOTE,
  END,
};

const PltTable plt_table_strip = {
  .id = "strip",
  .title = N_ ("Strips"),
  .singular = N_ ("strip"),
  .phase = PLT_PHASE_PREPARATION,
  .columns = strip_columns,
  .order = "schedule,day,position",
  .label = "sequence,text",
  .position = "position",
};

static const PltChoice sheet_statuses[] = {
  { "brouillon", N_ ("Draft") },
  { "validee", N_ ("Approved") },
  { "envoyee", N_ ("Sent") },
  { "remplacee", N_ ("Replaced") },
  END_CHOICES,
};

static const PltChoice day_types[] = {
  { "continue", N_ ("Continuous day") },
  { "coupee", N_ ("Split day") },
  { "mixte", N_ ("Mixed day") },
  { "nuit", N_ ("Night") },
  END_CHOICES,
};

static const PltColumn call_sheet_columns[] = {
  REF ("day", N_ ("Shooting day"), "shooting_day", REFUSED, REQUIRED, .width = 12),
  COL (INTEGER, "number", N_ ("Call sheet No."), .width = 6),
  COL (INTEGER, "version", N_ ("Version"), .initial = "1", .width = 6),
  CHOICE ("status", N_ ("Status"), sheet_statuses, .initial = "brouillon"),
  CHOICE ("day_type", N_ ("Type of day"), day_types, .initial = "continue"),
  COL (CLOCK, "crew_minutes", N_ ("Crew call"), .width = 7),
  COL (CLOCK, "pat_minutes", N_ ("PAT"), .width = 7),
  COL (CLOCK, "meal_minutes", N_ ("Meal"), .width = 7),
  COL (CLOCK, "end_minutes", N_ ("Wrap"), .width = 7),
  TEXT ("meal_place", N_ ("Meal place"), .width = 20),
  COL (INTEGER, "meals", N_ ("Meals"), .width = 6),
  TEXT ("weather",
        N_ ("Weather"),
        .width = 30,
        .help = N_ ("Forecast, with its date and its source.")),
  TEXT ("first_aid", N_ ("First aider"), .width = 24),
  TEXT ("vhss_referent", N_ ("Harassment referent"), .width = 24),
  COL (LONG_TEXT, "safety", N_ ("Safety"), .width = 40),
  COL (LONG_TEXT, "transport", N_ ("Transport"), .width = 40),
  COL (LONG_TEXT, "remarks", N_ ("Remarks"), .width = 40),
  COL (DATE, "sent_date", N_ ("Sent on")),
  TEXT ("approved_by", N_ ("Approved by"), .width = 20),
  COL (LONG_TEXT,
       "snapshot",
       N_ ("Sheet as sent"),
       .flags = PLT_COLUMN_READ_ONLY | PLT_COLUMN_HIDDEN),
  END,
};

const PltTable plt_table_call_sheet = {
  .id = "call_sheet",
  .title = N_ ("Call sheets"),
  .singular = N_ ("call sheet"),
  .phase = PLT_PHASE_SHOOTING,
  .columns = call_sheet_columns,
  .order = "number,version",
  .label = "number,version",
};

static const PltChoice call_groups[] = {
  { "comediens", N_ ("Cast") },
  { "figuration", N_ ("Background") },
  { "equipe", N_ ("Crew") },
  END_CHOICES,
};

static const PltChoice travel_modes[] = {
  { "propres-moyens", N_ ("Own means") },
  { "pick-up", N_ ("Pick-up") },
  END_CHOICES,
};

static const PltColumn call_columns[] = {
  REF ("call_sheet", N_ ("Call sheet"), "call_sheet", FOLLOWS, REQUIRED),
  POSITION,
  CHOICE ("group", N_ ("Group"), call_groups, REQUIRED, .initial = "comediens"),
  REF ("person", N_ ("Person"), "person", CLEARS, .width = 20),
  REF ("role", N_ ("Role"), "element", CLEARS, .width = 18),
  TEXT ("function", N_ ("Function or group"), .width = 22),
  COL (INTEGER, "count", N_ ("Number"), .width = 6),
  TEXT ("sequences", N_ ("Sequences"), .width = 12),
  TEXT ("costume", N_ ("Costume"), .width = 8),
  CHOICE ("travel", N_ ("Transport"), travel_modes, .width = 12),
  COL (CLOCK, "pickup_minutes", N_ ("Pick-up"), .width = 7),
  TEXT ("pickup_place", N_ ("Pick-up place"), .width = 20),
  COL (CLOCK, "arrival_minutes", N_ ("Arrival"), .width = 7),
  COL (CLOCK, "hmc_minutes", N_ ("HMC"), .width = 7),
  COL (CLOCK, "pat_minutes", N_ ("PAT"), .width = 7),
  COL (CLOCK, "end_minutes", N_ ("End"), .width = 7),
  FLAGS ("typed",
         N_ ("Typed hours"),
         ((const PltChoice[]){ { "pickup", N_ ("Pick-up") },
                               { "arrival", N_ ("Arrival") },
                               { "hmc", N_ ("HMC") },
                               { "pat", N_ ("PAT") },
                               { "end", N_ ("End") },
                               END_CHOICES }),
         .flags = PLT_COLUMN_HIDDEN,
         .help = N_ ("Hours that were typed stay when the PAT moves.")),
  TEXT ("remark", N_ ("Remark"), .width = 24),
  END,
};

const PltTable plt_table_call = {
  .id = "call",
  .title = N_ ("Calls"),
  .singular = N_ ("call"),
  .phase = PLT_PHASE_SHOOTING,
  .columns = call_columns,
  .order = "call_sheet,group,position",
  .label = "role,person,function",
  .position = "position",
};

static const PltColumn call_note_columns[] = {
  REF ("call_sheet", N_ ("Call sheet"), "call_sheet", FOLLOWS, REQUIRED),
  POSITION,
  TEXT ("department", N_ ("Department"), REQUIRED, .width = 18),
  COL (LONG_TEXT, "text", N_ ("Needs"), SEARCHED, .width = 50),
  END,
};

const PltTable plt_table_call_note = {
  .id = "call_note",
  .title = N_ ("Needs by department"),
  .singular = N_ ("need"),
  .phase = PLT_PHASE_SHOOTING,
  .columns = call_note_columns,
  .order = "call_sheet,position",
  .label = "department",
  .position = "position",
};
