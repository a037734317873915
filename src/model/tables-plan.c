/* What the plan de travail needs besides days and strips: availability, events, presence, the
 * calendar, wishes of order, prices of the optimiser, what a version changed. */
#include "plt-tables-private.h"

static const PltChoice availability_kinds[] = {
  { "indisponible", N_ ("Not available") },
  { "disponible", N_ ("Available only then") },
  { "option", N_ ("To be confirmed") },
  END_CHOICES,
};

static const PltColumn availability_columns[] = {
  REF ("person", N_ ("Person"), "person", FOLLOWS, .width = 20),
  REF ("element",
       N_ ("Element"),
       "element",
       FOLLOWS,
       .width = 20,
       .help = N_ ("A role, an animal, a vehicle or a piece of equipment.")),
  REF ("set", N_ ("Set"), "set", FOLLOWS, .width = 18),
  REF ("location", N_ ("Location"), "location", FOLLOWS, .width = 18),
  REF ("sequence",
       N_ ("Sequence"),
       "sequence",
       FOLLOWS,
       .width = 8,
       .help = N_ ("A sequence that can only be shot then: season, tide, event.")),
  CHOICE ("kind", N_ ("Kind"), availability_kinds, REQUIRED, .initial = "indisponible"),
  COL (DATE, "from_date", N_ ("From"), .help = N_ ("Empty: since ever.")),
  COL (DATE, "to_date", N_ ("To"), .help = N_ ("Empty: for ever.")),
  COL (CLOCK, "from_minutes", N_ ("From hour"), .width = 7),
  COL (CLOCK, "to_minutes", N_ ("To hour"), .width = 7),
  NOTE,
  END,
};

const PltTable plt_table_availability = {
  .id = "availability",
  .title = N_ ("Availability"),
  .singular = N_ ("availability window"),
  .phase = PLT_PHASE_PREPARATION,
  .columns = availability_columns,
  .order = "from_date,to_date",
  .label = "person,element,set,location,sequence,from_date",
};

static const PltChoice event_kinds[] = {
  { "essayage", N_ ("Fitting") },
  { "essai", N_ ("Camera test") },
  { "lecture", N_ ("Reading") },
  { "repetition", N_ ("Rehearsal") },
  { "voyage", N_ ("Travel") },
  { "postsynchro", N_ ("Dubbing session") },
  { "reperage", N_ ("Recce") },
  { "montage", N_ ("Set building") },
  { "demontage", N_ ("Set wrap") },
  { "autre", N_ ("Other") },
  END_CHOICES,
};

static const PltColumn event_columns[] = {
  COL (DATE, "date", N_ ("Date"), REQUIRED),
  COL (CLOCK, "start_minutes", N_ ("Start"), .width = 7),
  COL (CLOCK, "end_minutes", N_ ("End"), .width = 7),
  CHOICE ("kind", N_ ("Kind"), event_kinds, REQUIRED, .initial = "essayage"),
  REF ("element", N_ ("Role"), "element", FOLLOWS, .width = 20),
  REF ("person", N_ ("Person"), "person", FOLLOWS, .width = 20),
  REF ("location", N_ ("Location"), "location", CLEARS, .width = 18),
  TEXT ("text", N_ ("Text"), SEARCHED, .width = 30),
  NOTE,
  END,
};

const PltTable plt_table_event = {
  .id = "event",
  .title = N_ ("Events"),
  .singular = N_ ("event"),
  .phase = PLT_PHASE_PREPARATION,
  .columns = event_columns,
  .order = "date,start_minutes",
  .label = "date,kind,element",
};

/* The meanings that a letter of a day out of days may have. */
static const PltChoice presence_meanings[] = {
  { "tourne", N_ ("Shoots") },
  { "attente", N_ ("Paid waiting") },
  { "essayage", N_ ("Fitting or test") },
  { "repetition", N_ ("Rehearsal") },
  { "voyage", N_ ("Travel") },
  { "postsynchro", N_ ("Dubbing session") },
  { "libre", N_ ("Free") },
  { "interruption", N_ ("Released") },
  { "reprise", N_ ("Called back") },
  { "relache", N_ ("Company day off") },
  END_CHOICES,
};

static const PltColumn presence_code_columns[] = {
  CHOICE ("meaning",
          N_ ("Meaning"),
          presence_meanings,
          .flags = PLT_COLUMN_REQUIRED | PLT_COLUMN_UNIQUE,
          .initial = "tourne",
          .width = 18),
  TEXT ("letter", N_ ("Letter"), REQUIRED, .width = 6),
  TEXT ("international",
        N_ ("International code"),
        .width = 8,
        .help = N_ ("As the day out of days of English-speaking crews has it: W, H, R.")),
  END,
};

const PltTable plt_table_presence_code = {
  .id = "presence_code",
  .title = N_ ("Letters of presence"),
  .singular = N_ ("letter of presence"),
  .phase = PLT_PHASE_PREPARATION,
  .columns = presence_code_columns,
  .order = "meaning",
  .label = "letter,meaning",
};

static const PltColumn presence_columns[] = {
  REF ("day", N_ ("Shooting day"), "shooting_day", FOLLOWS, REQUIRED, .width = 12),
  REF ("element", N_ ("Element"), "element", FOLLOWS, REQUIRED, .width = 20),
  CHOICE ("meaning",
          N_ ("Meaning"),
          presence_meanings,
          REQUIRED,
          .initial = "libre",
          .help = N_ ("Replaces what follows from the strips and the events.")),
  NOTE,
  END,
};

const PltTable plt_table_presence = {
  .id = "presence",
  .title = N_ ("Typed presence"),
  .singular = N_ ("typed presence"),
  .phase = PLT_PHASE_PREPARATION,
  .columns = presence_columns,
  .order = "day,element",
  .label = "element,day",
  .unique = "day,element",
};

static const PltChoice period_kinds[] = {
  { "vacances-scolaires", N_ ("School holidays") },
  { "fermeture", N_ ("Closed") },
  { "chome", N_ ("Local day off") },
  END_CHOICES,
};

static const PltColumn calendar_period_columns[] = {
  TEXT ("name", N_ ("Period"), REQUIRED_SEARCHED, .width = 24),
  CHOICE ("kind", N_ ("Kind"), period_kinds, REQUIRED, .initial = "fermeture"),
  COL (DATE, "from_date", N_ ("From"), REQUIRED),
  COL (DATE, "to_date", N_ ("To"), .help = N_ ("Empty: that day only.")),
  NOTE,
  END,
};

const PltTable plt_table_calendar_period = {
  .id = "calendar_period",
  .title = N_ ("Periods of the calendar"),
  .singular = N_ ("period"),
  .phase = PLT_PHASE_PREPARATION,
  .columns = calendar_period_columns,
  .order = "from_date",
  .label = "name",
};

static const PltChoice order_kinds[] = {
  { "avant", N_ ("Before, or the same day") },
  { "jour-avant", N_ ("On an earlier day") },
  { "proche", N_ ("Within so many days") },
  { "meme-jour", N_ ("The same day") },
  END_CHOICES,
};

static const PltColumn sequence_order_columns[] = {
  REF ("sequence", N_ ("Sequence"), "sequence", FOLLOWS, REQUIRED, .width = 8),
  CHOICE ("kind", N_ ("Kind"), order_kinds, REQUIRED, .initial = "avant", .width = 18),
  REF ("other", N_ ("Other sequence"), "sequence", FOLLOWS, REQUIRED, .width = 8),
  COL (INTEGER, "days", N_ ("Days"), .width = 6),
  COL (BOOLEAN,
       "compulsory",
       N_ ("Compulsory"),
       .help = N_ ("A wish otherwise: it weighs, and may be set aside.")),
  TEXT ("reason",
        N_ ("Reason"),
        SEARCHED,
        .width = 30,
        .help = N_ ("Beard, injury, set that is destroyed, season.")),
  END,
};

const PltTable plt_table_sequence_order = {
  .id = "sequence_order",
  .title = N_ ("Order of shooting"),
  .singular = N_ ("wish of order"),
  .phase = PLT_PHASE_PREPARATION,
  .columns = sequence_order_columns,
  .order = "sequence,other",
  .label = "sequence,other",
};

static const PltColumn plan_weight_columns[] = {
  TEXT ("code", N_ ("Code"), .flags = PLT_COLUMN_REQUIRED | PLT_COLUMN_UNIQUE, .width = 20),
  COL (MONEY, "price_cents", N_ ("Price")),
  COL (INTEGER, "value", N_ ("Value"), .width = 8),
  END,
};

const PltTable plt_table_plan_weight = {
  .id = "plan_weight",
  .title = N_ ("Weights of the optimiser"),
  .singular = N_ ("weight"),
  .phase = PLT_PHASE_PREPARATION,
  .columns = plan_weight_columns,
  .order = "code",
  .label = "code",
};

static const PltColumn schedule_change_columns[] = {
  REF ("schedule", N_ ("Plan"), "schedule", FOLLOWS, REQUIRED),
  REF ("sequence", N_ ("Sequence"), "sequence", CLEARS, .width = 8),
  TEXT ("number", N_ ("No."), .width = 6, .help = N_ ("As it was then.")),
  TEXT ("from_text", N_ ("From"), .width = 14),
  TEXT ("to_text", N_ ("To"), .width = 14),
  TEXT ("author", N_ ("Moved by"), .width = 20),
  COL (LONG_TEXT, "reason", N_ ("Reason"), SEARCHED, .width = 36),
  END,
};

const PltTable plt_table_schedule_change = {
  .id = "schedule_change",
  .title = N_ ("Changes of the plan"),
  .singular = N_ ("change of the plan"),
  .phase = PLT_PHASE_PREPARATION,
  .columns = schedule_change_columns,
  .order = "schedule,number",
  .label = "number,to_text",
};

/* In the order of PltEffectClass. */
static const PltChoice effect_classes[] = {
  { "int-jour", N_ ("Interior, day") },
  { "ext-jour", N_ ("Exterior, day") },
  { "int-nuit", N_ ("Interior, night") },
  { "ext-nuit", N_ ("Exterior, night") },
  { "aube", N_ ("Dawn") },
  { "crepuscule", N_ ("Dusk") },
  END_CHOICES,
};

static const PltColumn effect_color_columns[] = {
  CHOICE ("effect",
          N_ ("Effect"),
          effect_classes,
          .flags = PLT_COLUMN_REQUIRED | PLT_COLUMN_UNIQUE,
          .initial = "int-jour",
          .width = 18),
  TEXT ("fill", N_ ("Colour"), REQUIRED, .width = 9, .help = N_ ("As #rrggbb.")),
  TEXT ("ink", N_ ("Colour of the text"), .width = 9, .help = N_ ("Empty: what can be read.")),
  END,
};

const PltTable plt_table_effect_color = {
  .id = "effect_color",
  .title = N_ ("Colours of the effects"),
  .singular = N_ ("colour of an effect"),
  .phase = PLT_PHASE_PREPARATION,
  .columns = effect_color_columns,
  .order = "effect",
  .label = "effect",
};
