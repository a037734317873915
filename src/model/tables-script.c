/* Screenplay and dépouillement: versions, text, séquences, décors, éléments. */
#include "plt-tables-private.h"

static const PltColumn script_version_columns[] = {
  COL (INTEGER, "number", N_ ("Version"), REQUIRED),
  TEXT ("title", N_ ("Title"), SEARCHED, .width = 24),
  TEXT ("author", N_ ("Author")),
  TEXT ("source_name", N_ ("File"), READ_ONLY, .width = 24),
  TEXT ("format", N_ ("Format"), READ_ONLY),
  COL (DATE, "imported_date", N_ ("Imported on"), READ_ONLY),
  COL (INTEGER, "pages", N_ ("Pages"), READ_ONLY),
  NOTE,
  END,
};

const PltTable plt_table_script_version = {
  .id = "script_version",
  .title = N_ ("Script versions"),
  .singular = N_ ("script version"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = script_version_columns,
  .order = "number",
  .label = "number,title",
};

const PltChoice plt_script_block_kinds[] = {
  { "heading", N_ ("Heading") },
  { "action", N_ ("Action") },
  { "character", N_ ("Cue") },
  { "parenthetical", N_ ("Parenthetical") },
  { "dialogue", N_ ("Dialogue") },
  { "transition", N_ ("Transition") },
  { "lyric", N_ ("Lyric") },
  { "centered", N_ ("Centred text") },
  { "note", N_ ("Note") },
  { "section", N_ ("Section") },
  { "synopsis", N_ ("Synopsis") },
  { "page_break", N_ ("Page break") },
  { "title", N_ ("Title page") },
  { "boneyard", N_ ("Removed text") },
  END_CHOICES,
};

static const PltColumn script_block_columns[] = {
  REF ("script_version", N_ ("Script version"), "script_version", FOLLOWS, REQUIRED),
  REF ("sequence", N_ ("Sequence"), "sequence", CLEARS),
  COL (INTEGER, "position", N_ ("Position"), REQUIRED),
  CHOICE ("kind", N_ ("Kind"), plt_script_block_kinds, REQUIRED),
  COL (LONG_TEXT, "text", N_ ("Text"), SEARCHED, .width = 60),
  COL (INTEGER, "line", N_ ("Line")),
  COL (INTEGER, "depth", N_ ("Level"), .flags = PLT_COLUMN_HIDDEN),
  COL (BOOLEAN, "dual", N_ ("Dual dialogue"), .flags = PLT_COLUMN_HIDDEN),
  COL (EIGHTHS,
       "eighths",
       N_ ("Pages"),
       .flags = PLT_COLUMN_HIDDEN,
       .help = N_ ("Of a heading: the length of the sequence as it was imported.")),
  COL (INTEGER,
       "page",
       N_ ("Page"),
       .flags = PLT_COLUMN_HIDDEN,
       .help = N_ ("Of the script, from 1.")),
  END,
};

const PltTable plt_table_script_block = {
  .id = "script_block",
  .title = N_ ("Script text"),
  .singular = N_ ("paragraph"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = script_block_columns,
  .order = "script_version,position",
  .label = "position",
};

static const PltChoice remark_kinds[] = {
  { "guessed", N_ ("Guessed") },
  { "kept", N_ ("Kept as text") },
  { "dropped", N_ ("Left out") },
  END_CHOICES,
};

static const PltColumn script_remark_columns[] = {
  REF ("script_version", N_ ("Script version"), "script_version", FOLLOWS, REQUIRED),
  CHOICE ("kind", N_ ("Kind"), remark_kinds, REQUIRED),
  COL (INTEGER, "line", N_ ("Line")),
  TEXT ("message", N_ ("Remark"), .width = 50),
  COL (LONG_TEXT, "text", N_ ("Text"), .width = 40),
  END,
};

const PltTable plt_table_script_remark = {
  .id = "script_remark",
  .title = N_ ("Import report"),
  .singular = N_ ("remark"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = script_remark_columns,
  .order = "script_version,line",
  .label = "message",
};

static const PltColumn set_columns[] = {
  TEXT ("name", N_ ("Set"), REQUIRED_SEARCHED, .width = 26),
  REF ("parent",
       N_ ("Part of"),
       "set",
       REFUSED,
       .help = N_ ("The décor of which this is a sous-décor.")),
  REF ("location", N_ ("Location"), "location", CLEARS),
  COL (MONEY,
       "return_cents",
       N_ ("Cost of a return"),
       .flags = PLT_COLUMN_HIDDEN,
       .help = N_ ("Of dressing it again when the crew comes back to it.")),
  NOTE,
  END,
};

const PltTable plt_table_set = {
  .id = "set",
  .title = N_ ("Sets"),
  .singular = N_ ("set"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = set_columns,
  .order = "name",
  .label = "name",
  .unique = "parent,name",
};

static const PltChoice int_ext[] = {
  { "INT", N_ ("INT") },
  { "EXT", N_ ("EXT") },
  { "INT/EXT", N_ ("INT/EXT") },
  END_CHOICES,
};

static const PltChoice effects[] = {
  { "JOUR", N_ ("Day") },
  { "NUIT", N_ ("Night") },
  { "AUBE", N_ ("Dawn") },
  { "MATIN", N_ ("Morning") },
  { "SOIR", N_ ("Evening") },
  { "CRÉPUSCULE", N_ ("Dusk") },
  { "FIN DE JOURNÉE", N_ ("End of day") },
  { "NUIT AMÉRICAINE", N_ ("Day for night") },
  END_CHOICES,
};

static const PltChoice statuses[] = {
  { "a-tourner", N_ ("To shoot") }, { "partielle", N_ ("Partly shot") },
  { "tournee", N_ ("Shot") },       { "supprimee", N_ ("Dropped") },
  { "retake", N_ ("Retake") },      { "ajoutee", N_ ("Added") },
  { "reportee", N_ ("Postponed") }, END_CHOICES,
};

const PltChoice plt_hazards[] = {
  { "intimite", N_ ("Intimacy") },
  { "nudite", N_ ("Nudity") },
  { "enfant", N_ ("Child") },
  { "animal", N_ ("Animal") },
  { "arme", N_ ("Weapon") },
  { "cascade", N_ ("Stunt") },
  { "feu", N_ ("Fire") },
  { "eau", N_ ("Water") },
  { "hauteur", N_ ("Height") },
  { "nuit", N_ ("Night") },
  END_CHOICES,
};

static const PltColumn sequence_columns[] = {
  POSITION,
  TEXT ("number",
        N_ ("No."),
        REQUIRED_SEARCHED,
        .width = 6,
        .help = N_ ("Text, never reused once a script has been handed out: 12, 12A, 7Bis.")),
  TEXT ("episode", N_ ("Episode"), .flags = PLT_COLUMN_HIDDEN, .width = 8),
  CHOICE ("int_ext", N_ ("I/E"), int_ext, .width = 8),
  CHOICE ("effect", N_ ("Effect"), effects, .flags = PLT_COLUMN_OPEN, .width = 11),
  REF ("set", N_ ("Set"), "set", REFUSED, .width = 22),
  REF ("sub_set", N_ ("Part of set"), "set", REFUSED, .width = 18),
  REF ("location",
       N_ ("Location"),
       "location",
       CLEARS,
       .help = N_ ("Empty: the location of the set.")),
  TEXT ("story_day", N_ ("Story day"), .width = 6),
  COL (LONG_TEXT, "synopsis", N_ ("Synopsis"), SEARCHED, .width = 40),
  COL (EIGHTHS, "eighths", N_ ("Pages"), .width = 6),
  COL (INTEGER,
       "page",
       N_ ("Script page"),
       .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_READ_ONLY,
       .width = 6,
       .help = N_ ("Where the sequence begins in the current script.")),
  COL (SECONDS,
       "premin_seconds",
       N_ ("Timing"),
       .width = 7,
       .help = N_ ("Préminutage of the script supervisor.")),
  COL (SECONDS,
       "estimate_seconds",
       N_ ("Estimate"),
       READ_ONLY,
       .width = 7,
       .help = N_ ("Automatic estimate, to be corrected by the script supervisor.")),
  COL (DURATION, "shooting_minutes", N_ ("Shooting time"), .width = 9),
  COL (INTEGER, "shots", N_ ("Shots"), .width = 6),
  CHOICE ("status", N_ ("Status"), statuses, .initial = "a-tourner", .width = 10),
  FLAGS ("hazards", N_ ("Sensitive"), plt_hazards, .width = 14),
  REF ("cover_set",
       N_ ("Cover set"),
       "set",
       CLEARS,
       .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM,
       .help = N_ ("Where to shoot instead when the weather forbids this sequence.")),
  COL (INTEGER,
       "planned_shots",
       N_ ("Planned shots"),
       .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM,
       .width = 7),
  NOTE,
  END,
};

const PltTable plt_table_sequence = {
  .id = "sequence",
  .title = N_ ("Sequences"),
  .singular = N_ ("sequence"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = sequence_columns,
  .order = "position",
  .label = "number",
  .position = "position",
};

static const PltChoice families[] = {
  { "roles", N_ ("Roles") },        { "figuration", N_ ("Background") },
  { "cascades", N_ ("Stunts") },    { "animaux", N_ ("Animals") },
  { "vehicules", N_ ("Vehicles") }, { "materiel", N_ ("Equipment") },
  { "autres", N_ ("Others") },      END_CHOICES,
};

static const PltColumn element_category_columns[] = {
  POSITION,
  TEXT ("code", N_ ("Code"), .flags = PLT_COLUMN_REQUIRED | PLT_COLUMN_UNIQUE, .width = 6),
  TEXT ("name", N_ ("Category"), REQUIRED, .width = 24),
  TEXT ("department", N_ ("Department"), .width = 18),
  CHOICE ("family", N_ ("Family"), families, .initial = "autres"),
  TEXT ("color", N_ ("Colour"), .width = 9),
  CHOICE ("hazard",
          N_ ("Sensitive"),
          plt_hazards,
          .help = N_ ("What an element of this category makes of its sequence.")),
  END,
};

const PltTable plt_table_element_category = {
  .id = "element_category",
  .title = N_ ("Categories"),
  .singular = N_ ("category"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = element_category_columns,
  .order = "position",
  .label = "code,name",
  .position = "position",
};

static const PltColumn element_columns[] = {
  REF ("category", N_ ("Category"), "element_category", REFUSED, REQUIRED, .width = 18),
  COL (
      INTEGER, "number", N_ ("No."), .width = 5, .help = N_ ("Number of the role, by importance.")),
  TEXT ("name", N_ ("Element"), REQUIRED_SEARCHED, .width = 26),
  COL (LONG_TEXT, "description", N_ ("Description"), SEARCHED, .width = 30),
  CHOICE ("permit",
          N_ ("Permit"),
          plt_permit_statuses,
          .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM,
          .help = N_ ("Of a weapon, an animal, a drone, fireworks. Empty: none is needed.")),
  COL (DATE, "permit_from", N_ ("Permit from"), .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM),
  COL (DATE, "permit_to", N_ ("Permit to"), .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM),
  NOTE,
  END,
};

const PltTable plt_table_element = {
  .id = "element",
  .title = N_ ("Elements"),
  .singular = N_ ("element"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = element_columns,
  .order = "category,number,name",
  .label = "name",
  .unique = "category,name",
};

static const PltChoice origins[] = {
  { "manuel", N_ ("By hand") },
  { "scenario", N_ ("From the script") },
  END_CHOICES,
};

static const PltColumn sequence_element_columns[] = {
  REF ("sequence", N_ ("Sequence"), "sequence", FOLLOWS, REQUIRED),
  REF ("element", N_ ("Element"), "element", FOLLOWS, REQUIRED, .width = 24),
  COL (INTEGER, "quantity", N_ ("Quantity"), .width = 8),
  TEXT ("costume", N_ ("Costume"), .width = 8),
  CHOICE ("origin", N_ ("Origin"), origins, .initial = "manuel"),
  NOTE,
  END,
};

const PltTable plt_table_sequence_element = {
  .id = "sequence_element",
  .title = N_ ("Elements of sequences"),
  .singular = N_ ("element of a sequence"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = sequence_element_columns,
  .order = "sequence,element",
  .label = "sequence,element",
  .unique = "sequence,element",
};
