/* The rétroplanning besides its tasks: links, calendars, people, bookings, baselines, screenings.
 */
#include "plt-tables-private.h"

static const PltChoice weekdays[] = {
  { "lundi", N_ ("Monday") },       { "mardi", N_ ("Tuesday") },
  { "mercredi", N_ ("Wednesday") }, { "jeudi", N_ ("Thursday") },
  { "vendredi", N_ ("Friday") },    { "samedi", N_ ("Saturday") },
  { "dimanche", N_ ("Sunday") },    END_CHOICES,
};

static const PltColumn task_calendar_columns[] = {
  TEXT ("name",
        N_ ("Calendar"),
        .flags = PLT_COLUMN_REQUIRED | PLT_COLUMN_SEARCHED | PLT_COLUMN_UNIQUE,
        .width = 22),
  FLAGS ("weekdays",
         N_ ("Days worked"),
         weekdays,
         .initial = "lundi,mardi,mercredi,jeudi,vendredi",
         .width = 30),
  COL (BOOLEAN, "holidays_worked", N_ ("Public holidays worked"), .width = 8),
  NOTE,
  END,
};

const PltTable plt_table_task_calendar = {
  .id = "task_calendar",
  .title = N_ ("Calendars"),
  .singular = N_ ("calendar"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = task_calendar_columns,
  .order = "name",
  .label = "name",
};

static const PltColumn calendar_closing_columns[] = {
  REF ("task_calendar",
       N_ ("Calendar"),
       "task_calendar",
       FOLLOWS,
       .width = 20,
       .help = N_ ("Empty: closed for all of them.")),
  TEXT ("name", N_ ("Closing"), REQUIRED_SEARCHED, .width = 24),
  COL (DATE, "from_date", N_ ("From"), REQUIRED),
  COL (DATE, "to_date", N_ ("To")),
  COL (BOOLEAN,
       "worked",
       N_ ("Worked all the same"),
       .width = 8,
       .help = N_ ("These days are worked though the calendar says otherwise.")),
  NOTE,
  END,
};

const PltTable plt_table_calendar_closing = {
  .id = "calendar_closing",
  .title = N_ ("Closings"),
  .singular = N_ ("closing"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = calendar_closing_columns,
  .order = "from_date",
  .label = "name",
};

static const PltChoice link_kinds[] = {
  { "fin-debut", N_ ("Finish to start") },
  { "debut-debut", N_ ("Start to start") },
  { "fin-fin", N_ ("Finish to finish") },
  { "debut-fin", N_ ("Start to finish") },
  END_CHOICES,
};

static const PltColumn task_link_columns[] = {
  REF ("task", N_ ("Task"), "task", FOLLOWS, REQUIRED, .width = 24),
  REF ("predecessor", N_ ("After"), "task", FOLLOWS, REQUIRED, .width = 24),
  CHOICE ("kind", N_ ("Kind"), link_kinds, REQUIRED, .initial = "fin-debut", .width = 16),
  COL (INTEGER, "lag_days", N_ ("Lag"), .flags = PLT_COLUMN_SIGNED, .width = 6),
  CHOICE ("lag_unit", N_ ("Days of the lag"), plt_day_units, .initial = "ouvres", .width = 12),
  NOTE,
  END,
};

const PltTable plt_table_task_link = {
  .id = "task_link",
  .title = N_ ("Links between tasks"),
  .singular = N_ ("link between tasks"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = task_link_columns,
  .order = "task,predecessor",
  .label = "predecessor,task",
};

static const PltColumn task_person_columns[] = {
  REF ("task", N_ ("Task"), "task", FOLLOWS, REQUIRED, .width = 24),
  REF ("person", N_ ("Person"), "person", CLEARS, .width = 20),
  TEXT ("function", N_ ("Function"), SEARCHED, .width = 20),
  COL (RATE, "share_e6", N_ ("Part of the time"), .initial = "100 %", .width = 8),
  NOTE,
  END,
};

const PltTable plt_table_task_person = {
  .id = "task_person",
  .title = N_ ("People of the tasks"),
  .singular = N_ ("person of a task"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = task_person_columns,
  .order = "task",
  .label = "task,person,function",
};

static const PltColumn room_booking_columns[] = {
  REF ("task", N_ ("Task"), "task", CLEARS, .width = 24),
  TEXT ("room", N_ ("Room or equipment"), REQUIRED_SEARCHED, .width = 22),
  TEXT ("supplier", N_ ("Supplier"), SEARCHED, .width = 20),
  COL (DATE, "from_date", N_ ("From"), REQUIRED),
  COL (DATE, "to_date", N_ ("To")),
  COL (CLOCK, "start_minutes", N_ ("Start"), .width = 7),
  COL (CLOCK, "end_minutes", N_ ("End"), .width = 7),
  REF ("person", N_ ("Technician"), "person", CLEARS, .width = 20),
  CHOICE ("status",
          N_ ("Status"),
          plt_booking_states,
          .flags = PLT_COLUMN_OPEN,
          .initial = "option",
          .width = 12),
  COL (MONEY, "cost_cents", N_ ("Cost"), .width = 12),
  REF ("account", N_ ("Account"), "account", CLEARS, .width = 20),
  TEXT ("accessibility", N_ ("Accessibility"), .width = 20),
  NOTE,
  END,
};

const PltTable plt_table_room_booking = {
  .id = "room_booking",
  .title = N_ ("Rooms and equipment booked"),
  .singular = N_ ("booking"),
  .phase = PLT_PHASE_POSTPRODUCTION,
  .columns = room_booking_columns,
  .order = "from_date,room",
  .label = "room,from_date",
};

static const PltColumn baseline_columns[] = {
  TEXT ("name", N_ ("Baseline"), REQUIRED_SEARCHED, .width = 24),
  COL (DATE, "date", N_ ("Date"), REQUIRED),
  TEXT ("author", N_ ("Author"), .width = 20),
  NOTE,
  END,
};

const PltTable plt_table_baseline = {
  .id = "baseline",
  .title = N_ ("Baselines"),
  .singular = N_ ("baseline"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = baseline_columns,
  .order = "date",
  .label = "name",
};

static const PltColumn baseline_task_columns[] = {
  REF ("baseline", N_ ("Baseline"), "baseline", FOLLOWS, REQUIRED, .width = 20),
  REF ("task", N_ ("Task"), "task", FOLLOWS, REQUIRED, .width = 24),
  COL (DATE, "start_date", N_ ("Start")),
  COL (DATE, "end_date", N_ ("End")),
  END,
};

const PltTable plt_table_baseline_task = {
  .id = "baseline_task",
  .title = N_ ("Dates of the baselines"),
  .singular = N_ ("date of a baseline"),
  .phase = PLT_PHASE_DEVELOPMENT,
  .columns = baseline_task_columns,
  .order = "baseline,task",
  .label = "baseline,task",
};

static const PltChoice screening_answers[] = {
  { "accord", N_ ("Go") },
  { "reserves", N_ ("Go with remarks") },
  { "refus", N_ ("No go") },
  END_CHOICES,
};

static const PltColumn screening_columns[] = {
  REF ("task", N_ ("Task"), "task", CLEARS, .width = 24),
  TEXT ("name", N_ ("Screening"), REQUIRED_SEARCHED, .width = 26),
  COL (DATE, "date", N_ ("Date")),
  COL (CLOCK, "start_minutes", N_ ("Hour"), .width = 7),
  TEXT ("room", N_ ("Room"), SEARCHED, .width = 20),
  TEXT ("format", N_ ("Format"), .width = 14),
  TEXT ("version", N_ ("Version shown"), .width = 16),
  COL (LONG_TEXT, "people", N_ ("Invited"), SEARCHED, .width = 30),
  CHOICE ("answer", N_ ("Decision"), screening_answers, .width = 16),
  TEXT ("decided_by", N_ ("Decided by"), .width = 20),
  REF ("reopens", N_ ("Reopens the task"), "task", CLEARS, .width = 22),
  COL (INTEGER, "rework_days", N_ ("Days of work to do again"), .width = 8),
  TEXT ("accessibility", N_ ("Accessibility"), .width = 20),
  NOTE,
  END,
};

const PltTable plt_table_screening = {
  .id = "screening",
  .title = N_ ("Screenings"),
  .singular = N_ ("screening"),
  .phase = PLT_PHASE_POSTPRODUCTION,
  .columns = screening_columns,
  .order = "date,start_minutes",
  .label = "name,date",
};

static const PltColumn screening_note_columns[] = {
  REF ("screening", N_ ("Screening"), "screening", FOLLOWS, REQUIRED, .width = 22),
  POSITION,
  TEXT ("timecode", N_ ("Timecode"), .width = 12),
  COL (LONG_TEXT, "text", N_ ("Remark"), REQUIRED_SEARCHED, .width = 40),
  TEXT ("owner", N_ ("Who takes care of it"), .width = 20),
  TEXT ("decision", N_ ("Decision"), .width = 24),
  COL (BOOLEAN, "done", N_ ("Done"), .width = 6),
  END,
};

const PltTable plt_table_screening_note = {
  .id = "screening_note",
  .title = N_ ("Remarks of the screenings"),
  .singular = N_ ("remark of a screening"),
  .phase = PLT_PHASE_POSTPRODUCTION,
  .columns = screening_note_columns,
  .order = "screening,position",
  .label = "screening,timecode",
  .position = "position",
};
