#include "plt-register-words.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *table;
  const char *sentence;
} words[] = {
  { "script_version", N_ ("Import a screenplay: its versions are kept here.") },
  { "sequence", N_ ("Import a screenplay, or add the first sequence by hand.") },
  { "sequence_element",
    N_ ("Say what each sequence needs: a role, a prop, a costume, a vehicle.") },
  { "element", N_ ("Add what will have to be found, made or hired.") },
  { "set", N_ ("Add the places of the story, whatever the place they are shot in.") },
  { "person", N_ ("Add the people of this production: they are called, housed and paid by name.") },
  { "engagement", N_ ("Say who does what, from when to when, and for how much.") },
  { "location", N_ ("Add the places you shoot in, with their access and their hospital.") },
  { "shooting_day", N_ ("Add the first shooting day.") },
  { "strip", N_ ("Place the sequences on shooting days.") },
  { "availability", N_ ("Say when people, sets and locations can be had: the check and the "
                        "optimiser keep to it.") },
  { "event", N_ ("Add fittings, rehearsals, readings and travel: they show in the presence of "
                 "roles.") },
  { "sequence_order",
    N_ ("Say what has to be shot before what: a beard, an injury, a set that is destroyed.") },
  { "calendar_period", N_ ("Add school holidays, closings and local days off.") },
  { "call_sheet", N_ ("Make the call sheet of a shooting day.") },
  { "vehicle", N_ ("Add the vehicles of the production, their seats and who usually drives.") },
  { "movement",
    N_ ("Let the movements of this day be proposed from its call sheet, or add the first one.") },
  { "movement_stop", N_ ("Add who gets on, where and when, or what is loaded.") },
  { "travel", N_ ("Add trains, flights and hotels: who, from when to when, booked or not.") },
  { "budget_line", N_ ("Add a first line: number, duration, rate.") },
  { "funding_source", N_ ("Add who pays: the producer, the CNC, a region, a broadcaster.") },
  { "instalment", N_ ("Say when each source pays, and how much.") },
  { "cash_entry", N_ ("Add what was received and paid.") },
  { "task", N_ ("Add the first task: the calendar goes backwards from delivery.") },
  { "room_booking",
    N_ ("Book the rooms, machines and technicians of a task: what is booked twice, options that "
        "fall and absences are then pointed out.") },
  { "screening", N_ ("Add the screening after each key stage: who comes, which version, what they "
                     "decide. It can reopen the stage.") },
  { "screening_note",
    N_ ("Write down what was said at a screening: timecode, remark, who takes care of it.") },
  { "task_calendar",
    N_ ("Tasks follow the days of the production: Monday to Friday without public holidays. Add a "
        "calendar for whoever works otherwise, such as rooms closed in August.") },
  { "calendar_closing", N_ ("Add the days on which a calendar is closed, such as two weeks in "
                            "August. Without a calendar they are closed for all tasks.") },
  { "task_link", N_ ("Say which task waits for which, or draw a link on the calendar.") },
  { "task_person",
    N_ ("Say who does which task, and for what part of their time: the load counts it.") },
  { "baseline", N_ ("Keep the dates of the plan as they are, to see later what slipped.") },
  { "baseline_task", N_ ("Keep a baseline first: its dates are listed here.") },
  { "referential", N_ ("Rates and rules this production was made with would be kept here.") },
};

const char *
plt_register_empty_sentence (const PltTable *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].table, table->id))
      return _ (words[i].sentence);
  return _ ("Add the first row.");
}
