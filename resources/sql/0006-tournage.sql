-- What the shoot writes and what the rétroplanning needs: the rest of a call sheet and who got it, vehicles and their
-- moves, travel, the daily report with its log, delays and cards, incidents, hours, conformity; calendars, links, people,
-- bookings, baselines and screenings of the tasks.

CREATE TABLE "vehicle" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "kind" TEXT NOT NULL DEFAULT '',
  "plate" TEXT NOT NULL DEFAULT '',
  "seats" INTEGER CHECK ("seats" >= 0),
  "child_seats" INTEGER CHECK ("child_seats" >= 0),
  "step_free" INTEGER NOT NULL DEFAULT 0 CHECK ("step_free" IN (0, 1)),
  "load_kg" INTEGER CHECK ("load_kg" >= 0),
  "energy" TEXT NOT NULL DEFAULT '',
  "driver" INTEGER REFERENCES "person" ("id"),
  "supplier" TEXT NOT NULL DEFAULT '',
  "from_date" TEXT NOT NULL DEFAULT '' CHECK ("from_date" = '' OR "from_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "to_date" TEXT NOT NULL DEFAULT '' CHECK ("to_date" = '' OR "to_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "element" INTEGER REFERENCES "element" ("id"),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "vehicle.driver" ON "vehicle" ("driver");
CREATE INDEX "vehicle.element" ON "vehicle" ("element");

CREATE TABLE "movement" (
  "id" INTEGER PRIMARY KEY,
  "date" TEXT NOT NULL DEFAULT '' CHECK ("date" <> '') CHECK ("date" = '' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "position" INTEGER CHECK ("position" >= 0),
  "number" TEXT NOT NULL DEFAULT '',
  "kind" TEXT NOT NULL DEFAULT '',
  "day" INTEGER REFERENCES "shooting_day" ("id"),
  "vehicle" INTEGER REFERENCES "vehicle" ("id"),
  "driver" INTEGER REFERENCES "person" ("id"),
  "start_minutes" INTEGER CHECK ("start_minutes" >= 0),
  "start_place" TEXT NOT NULL DEFAULT '',
  "end_place" TEXT NOT NULL DEFAULT '',
  "needed_minutes" INTEGER CHECK ("needed_minutes" >= 0),
  "drive_minutes" INTEGER CHECK ("drive_minutes" >= 0),
  "margin_minutes" INTEGER CHECK ("margin_minutes" >= 0),
  "return_minutes" INTEGER CHECK ("return_minutes" >= 0),
  "kilometres" INTEGER CHECK ("kilometres" >= 0),
  "load" TEXT NOT NULL DEFAULT '',
  "typed" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "movement.day" ON "movement" ("day");
CREATE INDEX "movement.vehicle" ON "movement" ("vehicle");
CREATE INDEX "movement.driver" ON "movement" ("driver");

CREATE TABLE "movement_stop" (
  "id" INTEGER PRIMARY KEY,
  "movement" INTEGER NOT NULL REFERENCES "movement" ("id"),
  "position" INTEGER CHECK ("position" >= 0),
  "kind" TEXT NOT NULL DEFAULT '',
  "person" INTEGER REFERENCES "person" ("id"),
  "name" TEXT NOT NULL DEFAULT '',
  "count" INTEGER CHECK ("count" >= 0),
  "place" TEXT NOT NULL DEFAULT '',
  "stop_minutes" INTEGER CHECK ("stop_minutes" >= 0),
  "typed" INTEGER NOT NULL DEFAULT 0 CHECK ("typed" IN (0, 1)),
  "phone" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "movement_stop.movement" ON "movement_stop" ("movement");
CREATE INDEX "movement_stop.person" ON "movement_stop" ("person");

CREATE TABLE "sheet_delivery" (
  "id" INTEGER PRIMARY KEY,
  "call_sheet" INTEGER NOT NULL REFERENCES "call_sheet" ("id"),
  "person" INTEGER REFERENCES "person" ("id"),
  "name" TEXT NOT NULL DEFAULT '',
  "email" TEXT NOT NULL DEFAULT '',
  "kind" TEXT NOT NULL DEFAULT '',
  "means" TEXT NOT NULL DEFAULT '',
  "date" TEXT NOT NULL DEFAULT '' CHECK ("date" = '' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "given_minutes" INTEGER CHECK ("given_minutes" >= 0),
  "received" INTEGER NOT NULL DEFAULT 0 CHECK ("received" IN (0, 1)),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "sheet_delivery.call_sheet" ON "sheet_delivery" ("call_sheet");
CREATE INDEX "sheet_delivery.person" ON "sheet_delivery" ("person");

CREATE TABLE "travel" (
  "id" INTEGER PRIMARY KEY,
  "person" INTEGER REFERENCES "person" ("id"),
  "kind" TEXT NOT NULL DEFAULT '' CHECK ("kind" <> ''),
  "from_date" TEXT NOT NULL DEFAULT '' CHECK ("from_date" <> '') CHECK ("from_date" = '' OR "from_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "start_minutes" INTEGER CHECK ("start_minutes" >= 0),
  "from_place" TEXT NOT NULL DEFAULT '',
  "to_date" TEXT NOT NULL DEFAULT '' CHECK ("to_date" = '' OR "to_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "end_minutes" INTEGER CHECK ("end_minutes" >= 0),
  "to_place" TEXT NOT NULL DEFAULT '',
  "number" TEXT NOT NULL DEFAULT '',
  "reference" TEXT NOT NULL DEFAULT '',
  "room" TEXT NOT NULL DEFAULT '',
  "nights" INTEGER CHECK ("nights" >= 0),
  "cost_cents" INTEGER CHECK ("cost_cents" >= 0),
  "per_diem_cents" INTEGER CHECK ("per_diem_cents" >= 0),
  "kilometres" INTEGER CHECK ("kilometres" >= 0),
  "status" TEXT NOT NULL DEFAULT '',
  "papers" TEXT NOT NULL DEFAULT '',
  "document" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "travel.person" ON "travel" ("person");

CREATE TABLE "day_report" (
  "id" INTEGER PRIMARY KEY,
  "date" TEXT NOT NULL DEFAULT '' CHECK ("date" <> '') CHECK ("date" = '' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "unit" INTEGER CHECK ("unit" >= 0),
  "day" INTEGER REFERENCES "shooting_day" ("id"),
  "status" TEXT NOT NULL DEFAULT '' CHECK ("status" IN ('', 'en-cours', 'termine', 'valide')),
  "author" TEXT NOT NULL DEFAULT '',
  "crew_minutes" INTEGER CHECK ("crew_minutes" >= 0),
  "pat_minutes" INTEGER CHECK ("pat_minutes" >= 0),
  "first_shot_minutes" INTEGER CHECK ("first_shot_minutes" >= 0),
  "meal_minutes" INTEGER CHECK ("meal_minutes" >= 0),
  "meal_end_minutes" INTEGER CHECK ("meal_end_minutes" >= 0),
  "second_meal_minutes" INTEGER CHECK ("second_meal_minutes" >= 0),
  "second_meal_end_minutes" INTEGER CHECK ("second_meal_end_minutes" >= 0),
  "last_shot_minutes" INTEGER CHECK ("last_shot_minutes" >= 0),
  "end_minutes" INTEGER CHECK ("end_minutes" >= 0),
  "meals" INTEGER CHECK ("meals" >= 0),
  "background" INTEGER CHECK ("background" >= 0),
  "weather" TEXT NOT NULL DEFAULT '',
  "sound_cards" TEXT NOT NULL DEFAULT '',
  "equipment" TEXT NOT NULL DEFAULT '',
  "accidents" TEXT NOT NULL DEFAULT '',
  "observations" TEXT NOT NULL DEFAULT '',
  "sent_date" TEXT NOT NULL DEFAULT '' CHECK ("sent_date" = '' OR "sent_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "day_report.day" ON "day_report" ("day");

CREATE TABLE "log_entry" (
  "id" INTEGER PRIMARY KEY,
  "day_report" INTEGER NOT NULL REFERENCES "day_report" ("id"),
  "position" INTEGER CHECK ("position" >= 0),
  "start_minutes" INTEGER CHECK ("start_minutes" >= 0),
  "kind" TEXT NOT NULL DEFAULT '' CHECK ("kind" <> ''),
  "sequence" INTEGER REFERENCES "sequence" ("id"),
  "shot" TEXT NOT NULL DEFAULT '',
  "take" TEXT NOT NULL DEFAULT '',
  "take_seconds" INTEGER CHECK ("take_seconds" >= 0),
  "kept" INTEGER NOT NULL DEFAULT 0 CHECK ("kept" IN (0, 1)),
  "camera" TEXT NOT NULL DEFAULT '',
  "card" TEXT NOT NULL DEFAULT '',
  "lens" TEXT NOT NULL DEFAULT '',
  "filters" TEXT NOT NULL DEFAULT '',
  "sound" TEXT NOT NULL DEFAULT '',
  "timecode" TEXT NOT NULL DEFAULT '',
  "text" TEXT NOT NULL DEFAULT '',
  "person" INTEGER REFERENCES "person" ("id"),
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "log_entry.day_report" ON "log_entry" ("day_report");
CREATE INDEX "log_entry.sequence" ON "log_entry" ("sequence");
CREATE INDEX "log_entry.person" ON "log_entry" ("person");

CREATE TABLE "day_delay" (
  "id" INTEGER PRIMARY KEY,
  "day_report" INTEGER NOT NULL REFERENCES "day_report" ("id"),
  "delay_minutes" INTEGER NOT NULL CHECK ("delay_minutes" >= 0),
  "cause" TEXT NOT NULL DEFAULT '' CHECK ("cause" <> ''),
  "start_minutes" INTEGER CHECK ("start_minutes" >= 0),
  "text" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "day_delay.day_report" ON "day_delay" ("day_report");

CREATE TABLE "media_card" (
  "id" INTEGER PRIMARY KEY,
  "day_report" INTEGER NOT NULL REFERENCES "day_report" ("id"),
  "position" INTEGER CHECK ("position" >= 0),
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "kind" TEXT NOT NULL DEFAULT '',
  "camera" TEXT NOT NULL DEFAULT '',
  "size_mb" INTEGER CHECK ("size_mb" >= 0),
  "length_seconds" INTEGER CHECK ("length_seconds" >= 0),
  "backups" INTEGER CHECK ("backups" >= 0),
  "places" TEXT NOT NULL DEFAULT '',
  "verified" INTEGER NOT NULL DEFAULT 0 CHECK ("verified" IN (0, 1)),
  "author" TEXT NOT NULL DEFAULT '',
  "backup_minutes" INTEGER CHECK ("backup_minutes" >= 0),
  "freed" INTEGER NOT NULL DEFAULT 0 CHECK ("freed" IN (0, 1)),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "media_card.day_report" ON "media_card" ("day_report");

CREATE TABLE "incident" (
  "id" INTEGER PRIMARY KEY,
  "date" TEXT NOT NULL DEFAULT '' CHECK ("date" <> '') CHECK ("date" = '' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "start_minutes" INTEGER CHECK ("start_minutes" >= 0),
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "kind" TEXT NOT NULL DEFAULT '',
  "day" INTEGER REFERENCES "shooting_day" ("id"),
  "sequence" INTEGER REFERENCES "sequence" ("id"),
  "people" TEXT NOT NULL DEFAULT '',
  "diagnosis" TEXT NOT NULL DEFAULT '',
  "measure" TEXT NOT NULL DEFAULT '',
  "decided_by" TEXT NOT NULL DEFAULT '',
  "cost_cents" INTEGER CHECK ("cost_cents" >= 0),
  "account" INTEGER REFERENCES "account" ("id"),
  "lost_minutes" INTEGER CHECK ("lost_minutes" >= 0),
  "schedule" INTEGER REFERENCES "schedule" ("id"),
  "declared" INTEGER NOT NULL DEFAULT 0 CHECK ("declared" IN (0, 1)),
  "declared_date" TEXT NOT NULL DEFAULT '' CHECK ("declared_date" = '' OR "declared_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "closed_date" TEXT NOT NULL DEFAULT '' CHECK ("closed_date" = '' OR "closed_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "document" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "incident.day" ON "incident" ("day");
CREATE INDEX "incident.sequence" ON "incident" ("sequence");
CREATE INDEX "incident.account" ON "incident" ("account");
CREATE INDEX "incident.schedule" ON "incident" ("schedule");

CREATE TABLE "work_hours" (
  "id" INTEGER PRIMARY KEY,
  "person" INTEGER NOT NULL REFERENCES "person" ("id"),
  "date" TEXT NOT NULL DEFAULT '' CHECK ("date" <> '') CHECK ("date" = '' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "kind" TEXT NOT NULL DEFAULT '' CHECK ("kind" <> ''),
  "engagement" INTEGER REFERENCES "engagement" ("id"),
  "day" INTEGER REFERENCES "shooting_day" ("id"),
  "leave_minutes" INTEGER CHECK ("leave_minutes" >= 0),
  "start_minutes" INTEGER CHECK ("start_minutes" >= 0),
  "meal_minutes" INTEGER CHECK ("meal_minutes" >= 0),
  "meal_end_minutes" INTEGER CHECK ("meal_end_minutes" >= 0),
  "second_meal_minutes" INTEGER CHECK ("second_meal_minutes" >= 0),
  "second_meal_end_minutes" INTEGER CHECK ("second_meal_end_minutes" >= 0),
  "end_minutes" INTEGER CHECK ("end_minutes" >= 0),
  "back_minutes" INTEGER CHECK ("back_minutes" >= 0),
  "travel_minutes" INTEGER CHECK ("travel_minutes" >= 0),
  "status" TEXT NOT NULL DEFAULT '' CHECK ("status" IN ('', 'prevu', 'corrige', 'valide', 'signe')),
  "signed_date" TEXT NOT NULL DEFAULT '' CHECK ("signed_date" = '' OR "signed_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "typed" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "work_hours.person" ON "work_hours" ("person");
CREATE INDEX "work_hours.engagement" ON "work_hours" ("engagement");
CREATE INDEX "work_hours.day" ON "work_hours" ("day");

CREATE TABLE "conformity" (
  "id" INTEGER PRIMARY KEY,
  "sequence" INTEGER NOT NULL REFERENCES "sequence" ("id"),
  "criterion" TEXT NOT NULL DEFAULT '' CHECK ("criterion" <> ''),
  "state" TEXT NOT NULL DEFAULT '' CHECK ("state" <> '') CHECK ("state" IN ('conforme', 'a-revoir', 'non-conforme', 'sans-objet')),
  "date" TEXT NOT NULL DEFAULT '' CHECK ("date" = '' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "author" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "conformity.sequence" ON "conformity" ("sequence");

CREATE TABLE "task_calendar" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "weekdays" TEXT NOT NULL DEFAULT '',
  "holidays_worked" INTEGER NOT NULL DEFAULT 0 CHECK ("holidays_worked" IN (0, 1)),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "calendar_closing" (
  "id" INTEGER PRIMARY KEY,
  "task_calendar" INTEGER REFERENCES "task_calendar" ("id"),
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "from_date" TEXT NOT NULL DEFAULT '' CHECK ("from_date" <> '') CHECK ("from_date" = '' OR "from_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "to_date" TEXT NOT NULL DEFAULT '' CHECK ("to_date" = '' OR "to_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "worked" INTEGER NOT NULL DEFAULT 0 CHECK ("worked" IN (0, 1)),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "calendar_closing.task_calendar" ON "calendar_closing" ("task_calendar");

CREATE TABLE "task_link" (
  "id" INTEGER PRIMARY KEY,
  "task" INTEGER NOT NULL REFERENCES "task" ("id"),
  "predecessor" INTEGER NOT NULL REFERENCES "task" ("id"),
  "kind" TEXT NOT NULL DEFAULT '' CHECK ("kind" <> '') CHECK ("kind" IN ('fin-debut', 'debut-debut', 'fin-fin', 'debut-fin')),
  "lag_days" INTEGER,
  "lag_unit" TEXT NOT NULL DEFAULT '' CHECK ("lag_unit" IN ('', 'ouvres', 'calendaires')),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "task_link.task" ON "task_link" ("task");
CREATE INDEX "task_link.predecessor" ON "task_link" ("predecessor");

CREATE TABLE "task_person" (
  "id" INTEGER PRIMARY KEY,
  "task" INTEGER NOT NULL REFERENCES "task" ("id"),
  "person" INTEGER REFERENCES "person" ("id"),
  "function" TEXT NOT NULL DEFAULT '',
  "share_e6" INTEGER CHECK ("share_e6" >= 0),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "task_person.task" ON "task_person" ("task");
CREATE INDEX "task_person.person" ON "task_person" ("person");

CREATE TABLE "room_booking" (
  "id" INTEGER PRIMARY KEY,
  "task" INTEGER REFERENCES "task" ("id"),
  "room" TEXT NOT NULL DEFAULT '' CHECK ("room" <> ''),
  "supplier" TEXT NOT NULL DEFAULT '',
  "from_date" TEXT NOT NULL DEFAULT '' CHECK ("from_date" <> '') CHECK ("from_date" = '' OR "from_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "to_date" TEXT NOT NULL DEFAULT '' CHECK ("to_date" = '' OR "to_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "start_minutes" INTEGER CHECK ("start_minutes" >= 0),
  "end_minutes" INTEGER CHECK ("end_minutes" >= 0),
  "person" INTEGER REFERENCES "person" ("id"),
  "status" TEXT NOT NULL DEFAULT '',
  "cost_cents" INTEGER CHECK ("cost_cents" >= 0),
  "account" INTEGER REFERENCES "account" ("id"),
  "accessibility" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "room_booking.task" ON "room_booking" ("task");
CREATE INDEX "room_booking.person" ON "room_booking" ("person");
CREATE INDEX "room_booking.account" ON "room_booking" ("account");

CREATE TABLE "baseline" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "date" TEXT NOT NULL DEFAULT '' CHECK ("date" <> '') CHECK ("date" = '' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "author" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "baseline_task" (
  "id" INTEGER PRIMARY KEY,
  "baseline" INTEGER NOT NULL REFERENCES "baseline" ("id"),
  "task" INTEGER NOT NULL REFERENCES "task" ("id"),
  "start_date" TEXT NOT NULL DEFAULT '' CHECK ("start_date" = '' OR "start_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "end_date" TEXT NOT NULL DEFAULT '' CHECK ("end_date" = '' OR "end_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT;
CREATE INDEX "baseline_task.baseline" ON "baseline_task" ("baseline");
CREATE INDEX "baseline_task.task" ON "baseline_task" ("task");

CREATE TABLE "screening" (
  "id" INTEGER PRIMARY KEY,
  "task" INTEGER REFERENCES "task" ("id"),
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "date" TEXT NOT NULL DEFAULT '' CHECK ("date" = '' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "start_minutes" INTEGER CHECK ("start_minutes" >= 0),
  "room" TEXT NOT NULL DEFAULT '',
  "format" TEXT NOT NULL DEFAULT '',
  "version" TEXT NOT NULL DEFAULT '',
  "people" TEXT NOT NULL DEFAULT '',
  "answer" TEXT NOT NULL DEFAULT '' CHECK ("answer" IN ('', 'accord', 'reserves', 'refus')),
  "decided_by" TEXT NOT NULL DEFAULT '',
  "reopens" INTEGER REFERENCES "task" ("id"),
  "rework_days" INTEGER CHECK ("rework_days" >= 0),
  "accessibility" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "screening.task" ON "screening" ("task");
CREATE INDEX "screening.reopens" ON "screening" ("reopens");

CREATE TABLE "screening_note" (
  "id" INTEGER PRIMARY KEY,
  "screening" INTEGER NOT NULL REFERENCES "screening" ("id"),
  "position" INTEGER CHECK ("position" >= 0),
  "timecode" TEXT NOT NULL DEFAULT '',
  "text" TEXT NOT NULL DEFAULT '' CHECK ("text" <> ''),
  "owner" TEXT NOT NULL DEFAULT '',
  "decision" TEXT NOT NULL DEFAULT '',
  "done" INTEGER NOT NULL DEFAULT 0 CHECK ("done" IN (0, 1))
) STRICT;
CREATE INDEX "screening_note.screening" ON "screening_note" ("screening");

ALTER TABLE "sequence" ADD COLUMN "planned_shots" INTEGER CHECK ("planned_shots" >= 0);
ALTER TABLE "costume" ADD COLUMN "dress_minutes" INTEGER CHECK ("dress_minutes" >= 0);
ALTER TABLE "costume" ADD COLUMN "makeup_minutes" INTEGER CHECK ("makeup_minutes" >= 0);
ALTER TABLE "costume" ADD COLUMN "hair_minutes" INTEGER CHECK ("hair_minutes" >= 0);
ALTER TABLE "strip" ADD COLUMN "useful_seconds" INTEGER CHECK ("useful_seconds" >= 0);
ALTER TABLE "strip" ADD COLUMN "shots_done" INTEGER CHECK ("shots_done" >= 0);
ALTER TABLE "call_sheet" ADD COLUMN "approved_date" TEXT NOT NULL DEFAULT '' CHECK ("approved_date" = '' OR "approved_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');
ALTER TABLE "call_sheet" ADD COLUMN "sent_by" TEXT NOT NULL DEFAULT '';
ALTER TABLE "call_sheet" ADD COLUMN "replaces" INTEGER REFERENCES "call_sheet" ("id");
ALTER TABLE "call_sheet" ADD COLUMN "reason" TEXT NOT NULL DEFAULT '';
ALTER TABLE "call_sheet" ADD COLUMN "weather_date" TEXT NOT NULL DEFAULT '' CHECK ("weather_date" = '' OR "weather_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');
ALTER TABLE "call_sheet" ADD COLUMN "weather_source" TEXT NOT NULL DEFAULT '';
ALTER TABLE "call_sheet" ADD COLUMN "temperature_min" INTEGER;
ALTER TABLE "call_sheet" ADD COLUMN "temperature_max" INTEGER;
ALTER TABLE "call_sheet" ADD COLUMN "rain_e6" INTEGER CHECK ("rain_e6" >= 0);
ALTER TABLE "call_sheet" ADD COLUMN "wind" TEXT NOT NULL DEFAULT '';
ALTER TABLE "call_sheet" ADD COLUMN "weather_stop" TEXT NOT NULL DEFAULT '';
ALTER TABLE "call_sheet" ADD COLUMN "meal_end_minutes" INTEGER CHECK ("meal_end_minutes" >= 0);
ALTER TABLE "call_sheet" ADD COLUMN "diets" TEXT NOT NULL DEFAULT '';
ALTER TABLE "call_sheet" ADD COLUMN "base_camp" TEXT NOT NULL DEFAULT '';
ALTER TABLE "call_sheet" ADD COLUMN "parking_tech" TEXT NOT NULL DEFAULT '';
ALTER TABLE "call_sheet" ADD COLUMN "parking_crew" TEXT NOT NULL DEFAULT '';
ALTER TABLE "call_sheet" ADD COLUMN "dressing_rooms" TEXT NOT NULL DEFAULT '';
ALTER TABLE "call_sheet" ADD COLUMN "hmc_place" TEXT NOT NULL DEFAULT '';
ALTER TABLE "call_sheet" ADD COLUMN "public_transport" TEXT NOT NULL DEFAULT '';
ALTER TABLE "call_sheet" ADD COLUMN "accessibility" TEXT NOT NULL DEFAULT '';
ALTER TABLE "call_sheet" ADD COLUMN "pharmacy" TEXT NOT NULL DEFAULT '';
ALTER TABLE "call_sheet" ADD COLUMN "listening_cell" TEXT NOT NULL DEFAULT '';
ALTER TABLE "call_sheet" ADD COLUMN "safety_referent" TEXT NOT NULL DEFAULT '';
ALTER TABLE "call_sheet" ADD COLUMN "eco_referent" TEXT NOT NULL DEFAULT '';
ALTER TABLE "call_sheet" ADD COLUMN "disability_referent" TEXT NOT NULL DEFAULT '';
ALTER TABLE "call_sheet" ADD COLUMN "protection" TEXT NOT NULL DEFAULT '';
ALTER TABLE "call_sheet" ADD COLUMN "briefing_minutes" INTEGER CHECK ("briefing_minutes" >= 0);
ALTER TABLE "call_sheet" ADD COLUMN "reminders" TEXT NOT NULL DEFAULT '';
ALTER TABLE "call_sheet" ADD COLUMN "next_days" TEXT NOT NULL DEFAULT '';
ALTER TABLE "call_sheet" ADD COLUMN "makeup_chairs" INTEGER CHECK ("makeup_chairs" >= 0);
ALTER TABLE "call_sheet" ADD COLUMN "hair_chairs" INTEGER CHECK ("hair_chairs" >= 0);
ALTER TABLE "call_sheet" ADD COLUMN "margin_minutes" INTEGER CHECK ("margin_minutes" >= 0);
ALTER TABLE "call_sheet" ADD COLUMN "typed" TEXT NOT NULL DEFAULT '';
ALTER TABLE "call" ADD COLUMN "department" TEXT NOT NULL DEFAULT '';
ALTER TABLE "call" ADD COLUMN "dress_start_minutes" INTEGER CHECK ("dress_start_minutes" >= 0);
ALTER TABLE "call" ADD COLUMN "dress_minutes" INTEGER CHECK ("dress_minutes" >= 0);
ALTER TABLE "call" ADD COLUMN "makeup_start_minutes" INTEGER CHECK ("makeup_start_minutes" >= 0);
ALTER TABLE "call" ADD COLUMN "makeup_minutes" INTEGER CHECK ("makeup_minutes" >= 0);
ALTER TABLE "call" ADD COLUMN "hair_start_minutes" INTEGER CHECK ("hair_start_minutes" >= 0);
ALTER TABLE "call" ADD COLUMN "hair_minutes" INTEGER CHECK ("hair_minutes" >= 0);
ALTER TABLE "call" ADD COLUMN "movement" INTEGER REFERENCES "movement" ("id");
ALTER TABLE "call" ADD COLUMN "place" TEXT NOT NULL DEFAULT '';
ALTER TABLE "call" ADD COLUMN "follows_on" INTEGER NOT NULL DEFAULT 0 CHECK ("follows_on" IN (0, 1));
ALTER TABLE "task" ADD COLUMN "code" TEXT NOT NULL DEFAULT '';
ALTER TABLE "task" ADD COLUMN "duration_unit" TEXT NOT NULL DEFAULT '' CHECK ("duration_unit" IN ('', 'ouvres', 'calendaires'));
ALTER TABLE "task" ADD COLUMN "calendar" INTEGER REFERENCES "task_calendar" ("id");
ALTER TABLE "task" ADD COLUMN "placing" TEXT NOT NULL DEFAULT '';
ALTER TABLE "task" ADD COLUMN "placing_date" TEXT NOT NULL DEFAULT '' CHECK ("placing_date" = '' OR "placing_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');
ALTER TABLE "task" ADD COLUMN "deadline_date" TEXT NOT NULL DEFAULT '' CHECK ("deadline_date" = '' OR "deadline_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');
ALTER TABLE "task" ADD COLUMN "anchor" TEXT NOT NULL DEFAULT '';
ALTER TABLE "task" ADD COLUMN "locked" INTEGER NOT NULL DEFAULT 0 CHECK ("locked" IN (0, 1));
ALTER TABLE "task" ADD COLUMN "real_start_date" TEXT NOT NULL DEFAULT '' CHECK ("real_start_date" = '' OR "real_start_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');
ALTER TABLE "task" ADD COLUMN "real_end_date" TEXT NOT NULL DEFAULT '' CHECK ("real_end_date" = '' OR "real_end_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');
ALTER TABLE "task" ADD COLUMN "place" TEXT NOT NULL DEFAULT '';
ALTER TABLE "task" ADD COLUMN "equipment" TEXT NOT NULL DEFAULT '';
ALTER TABLE "task" ADD COLUMN "deliverable" TEXT NOT NULL DEFAULT '';
ALTER TABLE "task" ADD COLUMN "account" INTEGER REFERENCES "account" ("id");
ALTER TABLE "task" ADD COLUMN "cost_cents" INTEGER CHECK ("cost_cents" >= 0);
ALTER TABLE "task" ADD COLUMN "accessibility" TEXT NOT NULL DEFAULT '';
ALTER TABLE "task" ADD COLUMN "color" TEXT NOT NULL DEFAULT '';
CREATE INDEX "call_sheet.replaces" ON "call_sheet" ("replaces");
CREATE INDEX "call.movement" ON "call" ("movement");
CREATE INDEX "task.calendar" ON "task" ("calendar");
CREATE INDEX "task.account" ON "task" ("account");
UPDATE "task" SET "duration_unit" = 'ouvres';
