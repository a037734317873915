#include "plt-test-moves.h"

#include "plt-test-film.h"

static void
add_referential (PltFacts *facts, gint64 id, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".tsv", NULL);
  g_autofree char *path
      = g_build_filename (g_getenv ("PLATEAU_DATADIR"), "referentials", file, NULL);
  g_autofree char *content = NULL;
  PltReferentialFacts *row;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  row = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts, id);
  row->name = name;
  row->version = "1";
  row->content = g_string_chunk_insert (facts->strings, content);
}

static void
add_person (PltFacts *facts, gint64 id, const char *name, const char *city, gint64 drive)
{
  PltPersonFacts *person = PLT_FACTS_ADD (facts->people, PltPersonFacts, id);

  person->first_name = name;
  person->last_name = "Quéméneur";
  person->phone = "06 00 00 00 00";
  person->email = person->diet = "";
  person->address = *city != '\0' ? "1 rue du Port" : "";
  person->city = city;
  person->birth_date = PLT_DATE_NONE;
  person->drive_minutes = drive;
}

static void
add_call (PltFacts *facts, gint64 person, gint64 arrival)
{
  PltCallFacts *call = PLT_FACTS_ADD (facts->calls, PltCallFacts, person);

  call->call_sheet = MOVES_SHEET;
  call->group = "comediens";
  call->person = person;
  call->function = call->sequences = call->costume = call->typed = call->remark = "";
  call->pickup_place = call->place = call->department = "";
  call->travel = "pick-up";
  call->count = call->pickup_minutes = call->end_minutes = PLT_UNKNOWN;
  call->arrival_minutes = call->hmc_minutes = arrival;
  call->pat_minutes = arrival + 30;
  call->dress_start_minutes = arrival;
  call->makeup_start_minutes = call->hair_start_minutes = arrival + 30;
  call->dress_minutes = 30;
  call->makeup_minutes = call->hair_minutes = 0;
}

static void
add_vehicle (PltFacts *facts, gint64 id, const char *name, const char *kind, gint64 seats)
{
  PltVehicleFacts *vehicle = PLT_FACTS_ADD (facts->vehicles, PltVehicleFacts, id);

  vehicle->name = name;
  vehicle->kind = kind;
  vehicle->plate = vehicle->supplier = vehicle->note = "";
  vehicle->energy = "diesel";
  vehicle->seats = seats;
  vehicle->child_seats = id == MOVES_CAR ? 1 : PLT_UNKNOWN;
  vehicle->step_free = id == MOVES_BUS;
  vehicle->load_kg = PLT_UNKNOWN;
  vehicle->from_date = vehicle->to_date = PLT_DATE_NONE;
  vehicle->driver = MOVES_DRIVER + id - 1;
}

PltFacts *
moves_film (void)
{
  PltFacts *facts = film_new ();
  PltSheetFacts *sheet = PLT_FACTS_ADD (facts->sheets, PltSheetFacts, MOVES_SHEET);

  add_referential (facts, 1, "temps-de-travail");
  add_referential (facts, 2, "mouvements");
  facts->production.agreement = "3097";
  sheet->day = FILM_DAY_1;
  sheet->number = sheet->version = 1;
  sheet->status = "brouillon";
  sheet->day_type = "continue";
  sheet->crew_minutes = 480;
  sheet->pat_minutes = 540;
  sheet->end_minutes = 1080;
  sheet->meal_minutes = 780;
  sheet->meal_end_minutes = sheet->margin_minutes = PLT_UNKNOWN;
  sheet->makeup_chairs = sheet->hair_chairs = PLT_UNKNOWN;
  sheet->first_aid = sheet->safety = sheet->typed = "";
  add_person (facts, MOVES_NORA, "Nora", "Brest", 40);
  add_person (facts, MOVES_MILO, "Milo", "Brest", 25);
  add_person (facts, MOVES_ANNA, "Anna", "Morlaix", 60);
  add_person (facts, MOVES_CHILD, "Lili", "Brest", 25);
  add_person (facts, MOVES_DRIVER, "Erwan", "", PLT_UNKNOWN);
  add_person (facts, MOVES_DRIVER + 1, "Soizic", "", PLT_UNKNOWN);
  for (guint i = 0; i < facts->people.n; i++)
    if (facts->people.items[i].id == MOVES_CHILD)
      facts->people.items[i].birth_date = moves_date (facts) - 7 * 366;
  add_call (facts, MOVES_NORA, 480);
  add_call (facts, MOVES_MILO, 490);
  add_call (facts, MOVES_ANNA, 540);
  add_call (facts, MOVES_CHILD, 480);
  add_vehicle (facts, MOVES_CAR, "Clio", "voiture", 3);
  add_vehicle (facts, MOVES_BUS, "Trafic", "minibus", 8);
  return facts;
}

PltDate
moves_date (const PltFacts *facts)
{
  return facts->days.items[0].date;
}

PltCallFacts *
moves_call (const PltFacts *facts, gint64 person)
{
  for (guint i = 0; i < facts->calls.n; i++)
    if (facts->calls.items[i].id == person)
      return &facts->calls.items[i];
  g_assert_not_reached ();
}

PltMovementFacts *
moves_add (PltFacts *facts, gint64 id, gint64 start, gint64 drive)
{
  PltMovementFacts *movement = PLT_FACTS_ADD (facts->movements, PltMovementFacts, id);
  g_autofree char *number = g_strdup_printf ("M%d", (int) id);

  movement->day = FILM_DAY_1;
  movement->vehicle = MOVES_CAR;
  movement->driver = MOVES_DRIVER;
  movement->date = moves_date (facts);
  movement->position = id;
  movement->number = g_string_chunk_insert (facts->strings, number);
  movement->kind = "aller";
  movement->start_minutes = start;
  movement->drive_minutes = drive;
  movement->needed_minutes = movement->margin_minutes = movement->return_minutes = PLT_UNKNOWN;
  movement->kilometres = 30;
  movement->start_place = movement->end_place = movement->load = "";
  movement->typed = movement->note = "";
  return movement;
}

PltStopFacts *
moves_add_stop (PltFacts *facts, gint64 id, gint64 movement, gint64 person)
{
  PltStopFacts *stop = PLT_FACTS_ADD (facts->stops, PltStopFacts, id);

  stop->movement = movement;
  stop->person = person;
  stop->position = id;
  stop->kind = "montee";
  stop->name = stop->place = stop->phone = stop->remark = "";
  stop->count = stop->stop_minutes = PLT_UNKNOWN;
  return stop;
}

PltTravelFacts *
moves_add_travel (PltFacts *facts, gint64 id, gint64 person, const char *kind, int from, int to)
{
  PltTravelFacts *travel = PLT_FACTS_ADD (facts->travels, PltTravelFacts, id);

  travel->person = person;
  travel->kind = kind;
  travel->from_date = moves_date (facts) + from;
  travel->to_date = moves_date (facts) + to;
  travel->start_minutes = travel->end_minutes = travel->nights = PLT_UNKNOWN;
  travel->cost_cents = travel->per_diem_cents = travel->kilometres = PLT_UNKNOWN;
  travel->from_place = travel->to_place = travel->number = travel->reference = "";
  travel->room = travel->papers = travel->note = "";
  travel->status = "confirme";
  return travel;
}
