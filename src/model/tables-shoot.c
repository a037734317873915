/* What the shoot itself writes: who got which call sheet, vehicles and their moves, travel, the
 * daily report with its log, delays and cards, incidents, hours, conformity. */
#include "plt-tables-private.h"

static const PltChoice delivery_kinds[] = {
  { "feuille", N_ ("Whole sheet") },
  { "convocation", N_ ("Extract for one person") },
  { "service", N_ ("Extract for a department") },
  { "jour-a-jour", N_ ("Text of the day") },
  { "mouvements", N_ ("Sheet of movements") },
  END_CHOICES,
};

static const PltChoice delivery_means[] = {
  { "courriel", N_ ("By e-mail") },
  { "main-propre", N_ ("By hand, signed for") },
  { "messagerie", N_ ("By message") },
  { "affichage", N_ ("Put up on a board") },
  END_CHOICES,
};

static const PltColumn sheet_delivery_columns[] = {
  REF ("call_sheet", N_ ("Call sheet"), "call_sheet", FOLLOWS, REQUIRED, .width = 12),
  REF ("person", N_ ("Person"), "person", CLEARS, .width = 20),
  TEXT ("name",
        N_ ("Name"),
        SEARCHED,
        .width = 20,
        .help = N_ ("Of somebody who is not in the team.")),
  TEXT ("email", N_ ("E-mail"), .width = 24),
  CHOICE ("kind",
          N_ ("What was given"),
          delivery_kinds,
          .flags = PLT_COLUMN_OPEN,
          .initial = "feuille",
          .width = 20),
  CHOICE ("means", N_ ("By what means"), delivery_means, .flags = PLT_COLUMN_OPEN, .width = 18),
  COL (DATE, "date", N_ ("Date")),
  COL (CLOCK, "given_minutes", N_ ("Hour"), .width = 7),
  COL (BOOLEAN, "received", N_ ("Received"), .width = 8),
  NOTE,
  END,
};

const PltTable plt_table_sheet_delivery = {
  .id = "sheet_delivery",
  .title = N_ ("Distribution of the call sheets"),
  .singular = N_ ("delivery of a call sheet"),
  .phase = PLT_PHASE_SHOOTING,
  .columns = sheet_delivery_columns,
  .order = "call_sheet,date,given_minutes",
  .label = "call_sheet,person,name",
};

static const PltChoice vehicle_kinds[] = {
  { "voiture", N_ ("Car") },        { "utilitaire", N_ ("Van") },
  { "minibus", N_ ("Minibus") },    { "camion", N_ ("Lorry") },
  { "loge", N_ ("Dressing room") }, { "deux-roues", N_ ("Motorcycle") },
  { "velo", N_ ("Bicycle") },       END_CHOICES,
};

static const PltChoice energies[] = {
  { "essence", N_ ("Petrol") },      { "diesel", N_ ("Diesel") }, { "hybride", N_ ("Hybrid") },
  { "electrique", N_ ("Electric") }, { "sans", N_ ("None") },     END_CHOICES,
};

static const PltColumn vehicle_columns[] = {
  TEXT ("name", N_ ("Vehicle"), REQUIRED_SEARCHED, .width = 22),
  CHOICE ("kind",
          N_ ("Kind"),
          vehicle_kinds,
          .flags = PLT_COLUMN_OPEN,
          .initial = "voiture",
          .width = 14),
  TEXT ("plate", N_ ("Number plate"), SEARCHED, .width = 12),
  COL (INTEGER, "seats", N_ ("Passenger seats"), .width = 8, .help = N_ ("Without the driver.")),
  COL (INTEGER, "child_seats", N_ ("Child seats"), .width = 8),
  COL (BOOLEAN, "step_free", N_ ("Takes a wheelchair"), .width = 8),
  COL (INTEGER, "load_kg", N_ ("Load in kg"), .width = 8),
  CHOICE ("energy", N_ ("Energy"), energies, .flags = PLT_COLUMN_OPEN, .width = 12),
  REF ("driver", N_ ("Usual driver"), "person", CLEARS, .width = 20),
  TEXT ("supplier", N_ ("Supplier"), SEARCHED, .width = 20),
  COL (DATE, "from_date", N_ ("From")),
  COL (DATE, "to_date", N_ ("To")),
  REF ("element",
       N_ ("Element"),
       "element",
       CLEARS,
       .width = 18,
       .help = N_ ("When it is seen in the film.")),
  NOTE,
  END,
};

const PltTable plt_table_vehicle = {
  .id = "vehicle",
  .title = N_ ("Vehicles"),
  .singular = N_ ("vehicle"),
  .phase = PLT_PHASE_SHOOTING,
  .columns = vehicle_columns,
  .order = "name",
  .label = "name,plate",
};

static const PltChoice movement_kinds[] = {
  { "aller", N_ ("Outward") },
  { "retour", N_ ("Return") },
  { "navette", N_ ("Shuttle") },
  { "materiel", N_ ("Equipment") },
  { "rushes", N_ ("Rushes") },
  { "autre", N_ ("Other") },
  END_CHOICES,
};

static const PltColumn movement_columns[] = {
  COL (DATE, "date", N_ ("Date"), REQUIRED),
  POSITION,
  TEXT ("number", N_ ("No."), .width = 6),
  CHOICE ("kind",
          N_ ("Kind"),
          movement_kinds,
          .flags = PLT_COLUMN_OPEN,
          .initial = "aller",
          .width = 12),
  REF ("day", N_ ("Shooting day"), "shooting_day", CLEARS, .width = 12),
  REF ("vehicle", N_ ("Vehicle"), "vehicle", CLEARS, .width = 20),
  REF ("driver", N_ ("Driver"), "person", CLEARS, .width = 20),
  COL (CLOCK, "start_minutes", N_ ("Start"), .width = 7),
  TEXT ("start_place", N_ ("From place"), SEARCHED, .width = 22),
  TEXT ("end_place", N_ ("Destination"), SEARCHED, .width = 22),
  COL (CLOCK, "needed_minutes", N_ ("Needed there at"), .width = 7),
  COL (DURATION, "drive_minutes", N_ ("Drive"), .width = 7),
  COL (DURATION, "margin_minutes", N_ ("Margin"), .width = 7),
  COL (CLOCK, "return_minutes", N_ ("Back at"), .width = 7),
  COL (INTEGER, "kilometres", N_ ("Kilometres"), .width = 8),
  COL (LONG_TEXT, "load", N_ ("Load"), SEARCHED, .width = 24),
  FLAGS (
      "typed",
      N_ ("Typed hours"),
      ((const PltChoice[]){ { "start", N_ ("Start") }, { "return", N_ ("Back at") }, END_CHOICES }),
      .flags = PLT_COLUMN_HIDDEN),
  NOTE,
  END,
};

const PltTable plt_table_movement = {
  .id = "movement",
  .title = N_ ("Movements"),
  .singular = N_ ("movement"),
  .phase = PLT_PHASE_SHOOTING,
  .columns = movement_columns,
  .order = "date,start_minutes,position",
  .label = "date,number,vehicle",
  .position = "position",
};

static const PltChoice stop_kinds[] = {
  { "montee", N_ ("Pick-up") },
  { "descente", N_ ("Drop") },
  { "charge", N_ ("Load") },
  END_CHOICES,
};

static const PltColumn movement_stop_columns[] = {
  REF ("movement", N_ ("Movement"), "movement", FOLLOWS, REQUIRED, .width = 16),
  POSITION,
  CHOICE (
      "kind", N_ ("Kind"), stop_kinds, .flags = PLT_COLUMN_OPEN, .initial = "montee", .width = 10),
  REF ("person", N_ ("Person"), "person", CLEARS, .width = 20),
  TEXT ("name",
        N_ ("Passenger or load"),
        SEARCHED,
        .width = 20,
        .help = N_ ("Of somebody who is not in the team, or what is carried.")),
  COL (INTEGER, "count", N_ ("Number"), .width = 6),
  TEXT ("place", N_ ("Place"), .width = 22),
  COL (CLOCK, "stop_minutes", N_ ("Hour"), .width = 7),
  COL (BOOLEAN, "typed", N_ ("Typed hour"), .flags = PLT_COLUMN_HIDDEN),
  TEXT ("phone", N_ ("Telephone"), .width = 14),
  TEXT ("remark", N_ ("Remark"), .width = 24),
  END,
};

const PltTable plt_table_movement_stop = {
  .id = "movement_stop",
  .title = N_ ("Stops of the movements"),
  .singular = N_ ("stop"),
  .phase = PLT_PHASE_SHOOTING,
  .columns = movement_stop_columns,
  .order = "movement,position",
  .label = "movement,person,name",
  .position = "position",
};

static const PltChoice travel_kinds[] = {
  { "train", N_ ("Train") }, { "avion", N_ ("Aeroplane") },
  { "bateau", N_ ("Ship") }, { "autocar", N_ ("Coach") },
  { "voiture", N_ ("Car") }, { "taxi", N_ ("Taxi") },
  { "hotel", N_ ("Hotel") }, { "logement", N_ ("Rented lodging") },
  { "autre", N_ ("Other") }, END_CHOICES,
};

const PltChoice plt_booking_states[] = {
  { "a-faire", N_ ("To do") }, { "option", N_ ("Option") },    { "confirme", N_ ("Confirmed") },
  { "paye", N_ ("Paid") },     { "annule", N_ ("Cancelled") }, END_CHOICES,
};

static const PltColumn travel_columns[] = {
  REF ("person", N_ ("Person"), "person", CLEARS, .width = 20),
  CHOICE ("kind",
          N_ ("Kind"),
          travel_kinds,
          .flags = PLT_COLUMN_OPEN | PLT_COLUMN_REQUIRED,
          .initial = "train",
          .width = 12),
  COL (DATE, "from_date", N_ ("From"), REQUIRED),
  COL (CLOCK, "start_minutes", N_ ("Start"), .width = 7),
  TEXT ("from_place", N_ ("From place"), SEARCHED, .width = 20),
  COL (DATE, "to_date", N_ ("To")),
  COL (CLOCK, "end_minutes", N_ ("Arrival"), .width = 7),
  TEXT ("to_place",
        N_ ("Destination"),
        SEARCHED,
        .width = 20,
        .help = N_ ("Or the name of the hotel.")),
  TEXT ("number", N_ ("Train or flight"), .width = 12),
  TEXT ("reference", N_ ("Booking"), SEARCHED, .width = 14),
  TEXT ("room", N_ ("Hotel room"), .width = 12),
  COL (INTEGER, "nights", N_ ("Nights"), .width = 6),
  COL (MONEY, "cost_cents", N_ ("Cost"), .width = 12),
  COL (MONEY, "per_diem_cents", N_ ("Per diem"), .width = 12),
  COL (INTEGER, "kilometres", N_ ("Kilometres"), .width = 8),
  CHOICE ("status",
          N_ ("Status"),
          plt_booking_states,
          .flags = PLT_COLUMN_OPEN,
          .initial = "a-faire",
          .width = 12),
  TEXT ("papers",
        N_ ("Papers"),
        .width = 20,
        .help = N_ ("Visa, ATA carnet, permission to leave the country.")),
  COL (FILE, "document", N_ ("Document"), .width = 20),
  NOTE,
  END,
};

const PltTable plt_table_travel = {
  .id = "travel",
  .title = N_ ("Travel and lodging"),
  .singular = N_ ("journey or stay"),
  .phase = PLT_PHASE_SHOOTING,
  .columns = travel_columns,
  .order = "from_date,start_minutes",
  .label = "from_date,person,kind",
};

static const PltChoice report_states[] = {
  { "en-cours", N_ ("In progress") },
  { "termine", N_ ("Finished") },
  { "valide", N_ ("Approved") },
  END_CHOICES,
};

static const PltColumn day_report_columns[] = {
  COL (DATE, "date", N_ ("Date"), REQUIRED),
  COL (INTEGER, "unit", N_ ("Crew unit"), .initial = "1", .width = 5),
  REF ("day", N_ ("Shooting day"), "shooting_day", CLEARS, .width = 12),
  CHOICE ("status", N_ ("Status"), report_states, .initial = "en-cours", .width = 12),
  TEXT ("author", N_ ("Author"), .width = 20),
  COL (CLOCK, "crew_minutes", N_ ("Crew arrived"), .width = 7),
  COL (CLOCK, "pat_minutes", N_ ("Ready to shoot"), .width = 7),
  COL (CLOCK, "first_shot_minutes", N_ ("First shot"), .width = 7),
  COL (CLOCK, "meal_minutes", N_ ("Meal"), .width = 7),
  COL (CLOCK, "meal_end_minutes", N_ ("End of the meal"), .width = 7),
  COL (CLOCK,
       "second_meal_minutes",
       N_ ("Second meal"),
       .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM,
       .width = 7),
  COL (CLOCK,
       "second_meal_end_minutes",
       N_ ("End of the second meal"),
       .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM,
       .width = 7),
  COL (CLOCK, "last_shot_minutes", N_ ("Last shot"), .width = 7),
  COL (CLOCK, "end_minutes", N_ ("Wrap"), .width = 7),
  COL (INTEGER, "meals", N_ ("Meals"), .width = 6),
  COL (INTEGER, "background", N_ ("Background present"), .width = 8),
  TEXT ("weather", N_ ("Weather"), .width = 20),
  TEXT ("sound_cards", N_ ("Sound cards"), .width = 14),
  COL (LONG_TEXT, "equipment", N_ ("Special equipment"), .width = 24),
  COL (LONG_TEXT, "accidents", N_ ("Accidents"), SEARCHED, .width = 24),
  COL (LONG_TEXT, "observations", N_ ("Observations"), SEARCHED, .width = 30),
  COL (DATE, "sent_date", N_ ("Sent on")),
  NOTE,
  END,
};

const PltTable plt_table_day_report = {
  .id = "day_report",
  .title = N_ ("Daily reports"),
  .singular = N_ ("daily report"),
  .phase = PLT_PHASE_SHOOTING,
  .columns = day_report_columns,
  .order = "date,unit",
  .label = "date",
  .unique = "date,unit",
};

static const PltChoice log_kinds[] = {
  { "prise", N_ ("Take") },
  { "complete", N_ ("Sequence complete") },
  { "retake", N_ ("To shoot again") },
  { "reportee", N_ ("Sequence postponed") },
  { "supprimee", N_ ("Sequence dropped") },
  { "installation", N_ ("Setting up") },
  { "repetition", N_ ("Rehearsal") },
  { "deplacement", N_ ("Company move") },
  { "repas", N_ ("Meal") },
  { "enfant-arrive", N_ ("Child arrives") },
  { "enfant-part", N_ ("Child leaves") },
  { "attente", N_ ("Waiting") },
  { "incident", N_ ("Incident") },
  { "note", N_ ("Note") },
  END_CHOICES,
};

static const PltColumn log_entry_columns[] = {
  REF ("day_report", N_ ("Daily report"), "day_report", FOLLOWS, REQUIRED, .width = 12),
  POSITION,
  COL (CLOCK, "start_minutes", N_ ("Hour"), .width = 5),
  CHOICE ("kind",
          N_ ("Kind"),
          log_kinds,
          .flags = PLT_COLUMN_OPEN | PLT_COLUMN_REQUIRED,
          .initial = "prise",
          .width = 10),
  REF ("sequence", N_ ("Sequence"), "sequence", CLEARS, .width = 7),
  TEXT ("shot", N_ ("Shot No."), .width = 4),
  TEXT ("take", N_ ("Take"), .width = 4),
  COL (SECONDS, "take_seconds", N_ ("Take length"), .width = 5),
  COL (BOOLEAN, "kept", N_ ("Kept"), .width = 6),
  TEXT ("camera", N_ ("Camera"), .width = 8),
  TEXT ("card", N_ ("Card"), .width = 8),
  TEXT ("lens", N_ ("Lens"), .width = 8),
  TEXT ("filters", N_ ("Filters"), .width = 10),
  TEXT ("sound", N_ ("Sound"), .width = 10),
  TEXT ("timecode", N_ ("Timecode"), .width = 12),
  TEXT ("text", N_ ("Text covered"), SEARCHED, .width = 24),
  REF ("person", N_ ("Person"), "person", CLEARS, .width = 18),
  TEXT ("remark", N_ ("Remark"), SEARCHED, .width = 30),
  END,
};

const PltTable plt_table_log_entry = {
  .id = "log_entry",
  .title = N_ ("Log of the day"),
  .singular = N_ ("line of the log"),
  .phase = PLT_PHASE_SHOOTING,
  .columns = log_entry_columns,
  .order = "day_report,position",
  .label = "sequence,shot,take,start_minutes",
  .position = "position",
};

static const PltChoice delay_causes[] = {
  { "meteo", N_ ("Weather") },       { "technique", N_ ("Equipment") },
  { "comediens", N_ ("Cast") },      { "decor", N_ ("Set") },
  { "circulation", N_ ("Traffic") }, { "securite", N_ ("Safety") },
  { "sante", N_ ("Health") },        { "mise-en-scene", N_ ("Directing") },
  { "autre", N_ ("Other") },         END_CHOICES,
};

static const PltColumn day_delay_columns[] = {
  REF ("day_report", N_ ("Daily report"), "day_report", FOLLOWS, REQUIRED, .width = 12),
  COL (DURATION, "delay_minutes", N_ ("Time lost"), REQUIRED, .width = 8),
  CHOICE ("cause",
          N_ ("Cause"),
          delay_causes,
          .flags = PLT_COLUMN_OPEN | PLT_COLUMN_REQUIRED,
          .initial = "autre",
          .width = 14),
  COL (CLOCK, "start_minutes", N_ ("Hour"), .width = 7),
  TEXT ("text", N_ ("What happened"), SEARCHED, .width = 30),
  NOTE,
  END,
};

const PltTable plt_table_day_delay = {
  .id = "day_delay",
  .title = N_ ("Delays"),
  .singular = N_ ("delay"),
  .phase = PLT_PHASE_SHOOTING,
  .columns = day_delay_columns,
  .order = "day_report,start_minutes",
  .label = "day_report,cause",
};

static const PltChoice card_kinds[] = {
  { "image", N_ ("Picture") },
  { "son", N_ ("Sound") },
  END_CHOICES,
};

static const PltColumn media_card_columns[] = {
  REF ("day_report", N_ ("Daily report"), "day_report", FOLLOWS, REQUIRED, .width = 12),
  POSITION,
  TEXT ("name", N_ ("Card"), REQUIRED_SEARCHED, .width = 12),
  CHOICE (
      "kind", N_ ("Kind"), card_kinds, .flags = PLT_COLUMN_OPEN, .initial = "image", .width = 8),
  TEXT ("camera", N_ ("Camera"), .width = 8),
  COL (INTEGER, "size_mb", N_ ("Size in MB"), .width = 10),
  COL (SECONDS, "length_seconds", N_ ("Length"), .width = 8),
  COL (INTEGER, "backups", N_ ("Backups"), .width = 7),
  TEXT ("places", N_ ("Where the backups are"), .width = 24),
  COL (BOOLEAN, "verified", N_ ("Checksums compared"), .width = 8),
  TEXT ("author", N_ ("By"), .width = 16),
  COL (CLOCK, "backup_minutes", N_ ("Hour"), .width = 7),
  COL (BOOLEAN, "freed", N_ ("Card freed"), .width = 7),
  NOTE,
  END,
};

const PltTable plt_table_media_card = {
  .id = "media_card",
  .title = N_ ("Cards and backups"),
  .singular = N_ ("card"),
  .phase = PLT_PHASE_SHOOTING,
  .columns = media_card_columns,
  .order = "day_report,position",
  .label = "name",
  .position = "position",
};

static const PltChoice incident_kinds[] = {
  { "accident", N_ ("Accident") },
  { "materiel", N_ ("Broken or lost equipment") },
  { "meteo", N_ ("Weather") },
  { "absence", N_ ("Absence") },
  { "conflit", N_ ("Conflict") },
  { "vhss", N_ ("Harassment or violence") },
  { "decor", N_ ("Location lost") },
  { "autre", N_ ("Other") },
  END_CHOICES,
};

static const PltColumn incident_columns[] = {
  COL (DATE, "date", N_ ("Date"), REQUIRED),
  COL (CLOCK, "start_minutes", N_ ("Hour"), .width = 7),
  TEXT ("name", N_ ("What happened"), REQUIRED_SEARCHED, .width = 30),
  CHOICE ("kind",
          N_ ("Kind"),
          incident_kinds,
          .flags = PLT_COLUMN_OPEN,
          .initial = "autre",
          .width = 16),
  REF ("day", N_ ("Shooting day"), "shooting_day", CLEARS, .width = 12),
  REF ("sequence", N_ ("Sequence"), "sequence", CLEARS, .width = 8),
  TEXT ("people", N_ ("People concerned"), SEARCHED, .width = 24),
  COL (LONG_TEXT, "diagnosis", N_ ("Diagnosis"), .width = 30),
  COL (LONG_TEXT, "measure", N_ ("Measure taken"), SEARCHED, .width = 30),
  TEXT ("decided_by", N_ ("Decided by"), .width = 20),
  COL (MONEY, "cost_cents", N_ ("Cost"), .width = 12),
  REF ("account", N_ ("Account"), "account", CLEARS, .width = 20),
  COL (DURATION, "lost_minutes", N_ ("Time lost"), .width = 8),
  REF ("schedule", N_ ("Plan that came of it"), "schedule", CLEARS, .width = 16),
  COL (BOOLEAN, "declared", N_ ("Declared to the insurer"), .width = 8),
  COL (DATE, "declared_date", N_ ("Declared on")),
  COL (DATE, "closed_date", N_ ("Closed on")),
  COL (FILE, "document", N_ ("Document"), .width = 20),
  NOTE,
  END,
};

const PltTable plt_table_incident = {
  .id = "incident",
  .title = N_ ("Incidents"),
  .singular = N_ ("incident"),
  .phase = PLT_PHASE_SHOOTING,
  .columns = incident_columns,
  .order = "date,start_minutes",
  .label = "date,name",
};

static const PltChoice hour_kinds[] = {
  { "tournage", N_ ("Shooting") },
  { "preparation", N_ ("Preparation") },
  { "voyage", N_ ("Travel") },
  { "essayage", N_ ("Fitting or test") },
  { "repetition", N_ ("Rehearsal") },
  { "postproduction", N_ ("Postproduction") },
  { "repos", N_ ("Rest") },
  { "absence", N_ ("Absence") },
  END_CHOICES,
};

static const PltChoice hour_states[] = {
  { "prevu", N_ ("Planned") },
  { "corrige", N_ ("Corrected") },
  { "valide", N_ ("Approved") },
  { "signe", N_ ("Signed") },
  END_CHOICES,
};

static const PltColumn work_hours_columns[] = {
  REF ("person", N_ ("Person"), "person", REFUSED, REQUIRED, .width = 20),
  COL (DATE, "date", N_ ("Date"), REQUIRED),
  CHOICE ("kind",
          N_ ("Kind"),
          hour_kinds,
          .flags = PLT_COLUMN_OPEN | PLT_COLUMN_REQUIRED,
          .initial = "tournage",
          .width = 12),
  REF ("engagement", N_ ("Engagement"), "engagement", CLEARS, .width = 20),
  REF ("day", N_ ("Shooting day"), "shooting_day", CLEARS, .width = 12),
  COL (CLOCK,
       "leave_minutes",
       N_ ("Left"),
       .width = 7,
       .help = N_ ("The hotel or the meeting point.")),
  COL (CLOCK, "start_minutes", N_ ("Start"), .width = 7),
  COL (CLOCK, "meal_minutes", N_ ("Meal"), .width = 7),
  COL (CLOCK, "meal_end_minutes", N_ ("End of the meal"), .width = 7),
  COL (CLOCK,
       "second_meal_minutes",
       N_ ("Second meal"),
       .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM,
       .width = 7),
  COL (CLOCK,
       "second_meal_end_minutes",
       N_ ("End of the second meal"),
       .flags = PLT_COLUMN_HIDDEN | PLT_COLUMN_IN_FORM,
       .width = 7),
  COL (CLOCK, "end_minutes", N_ ("End"), .width = 7),
  COL (CLOCK, "back_minutes", N_ ("Back at"), .width = 7),
  COL (DURATION, "travel_minutes", N_ ("Travel"), .width = 7),
  CHOICE ("status", N_ ("Status"), hour_states, .initial = "prevu", .width = 10),
  COL (DATE, "signed_date", N_ ("Signed on")),
  FLAGS ("typed",
         N_ ("Typed hours"),
         ((const PltChoice[]){ { "start", N_ ("Start") },
                               { "meal", N_ ("Meal") },
                               { "end", N_ ("End") },
                               { "travel", N_ ("Travel") },
                               END_CHOICES }),
         .flags = PLT_COLUMN_HIDDEN),
  NOTE,
  END,
};

const PltTable plt_table_work_hours = {
  .id = "work_hours",
  .title = N_ ("Hours worked"),
  .singular = N_ ("day of hours"),
  .phase = PLT_PHASE_SHOOTING,
  .columns = work_hours_columns,
  .order = "date,person",
  .label = "date,person",
};

static const PltChoice criteria[] = {
  { "duree", N_ ("Length") },
  { "charte-artistique", N_ ("Artistic charter") },
  { "charte-technique", N_ ("Technical charter") },
  { "accessibilite", N_ ("Accessibility") },
  END_CHOICES,
};

static const PltChoice conformity_states[] = {
  { "conforme", N_ ("Conforms") },
  { "a-revoir", N_ ("To look at again") },
  { "non-conforme", N_ ("Does not conform") },
  { "sans-objet", N_ ("Does not apply") },
  END_CHOICES,
};

static const PltColumn conformity_columns[] = {
  REF ("sequence", N_ ("Sequence"), "sequence", FOLLOWS, REQUIRED, .width = 8),
  CHOICE ("criterion",
          N_ ("Criterion"),
          criteria,
          .flags = PLT_COLUMN_OPEN | PLT_COLUMN_REQUIRED,
          .initial = "duree",
          .width = 18),
  CHOICE ("state", N_ ("Status"), conformity_states, REQUIRED, .initial = "a-revoir", .width = 16),
  COL (DATE, "date", N_ ("Date")),
  TEXT ("author", N_ ("Author"), .width = 20),
  NOTE,
  END,
};

const PltTable plt_table_conformity = {
  .id = "conformity",
  .title = N_ ("Conformity"),
  .singular = N_ ("check of conformity"),
  .phase = PLT_PHASE_SHOOTING,
  .columns = conformity_columns,
  .order = "sequence,criterion",
  .label = "sequence,criterion",
};
