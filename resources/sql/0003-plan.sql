-- What the plan de travail adds: availability windows, events, presence and its letters, periods of the calendar,
-- wishes of order, prices of the optimiser, changes of a version, colours; permits, minors, territories, cover sets.

ALTER TABLE "production" ADD COLUMN "territory" TEXT NOT NULL DEFAULT '' CHECK ("territory" IN ('', 'metropole', 'alsace-moselle', 'guadeloupe', 'martinique', 'guyane', 'reunion', 'mayotte', 'saint-martin', 'saint-barthelemy', 'etranger'));
ALTER TABLE "production" ADD COLUMN "strip_fields" TEXT NOT NULL DEFAULT '';
ALTER TABLE "location" ADD COLUMN "kind" TEXT NOT NULL DEFAULT '' CHECK ("kind" IN ('', 'naturel', 'studio', 'studio-agree'));
ALTER TABLE "location" ADD COLUMN "territory" TEXT NOT NULL DEFAULT '' CHECK ("territory" IN ('', 'metropole', 'alsace-moselle', 'guadeloupe', 'martinique', 'guyane', 'reunion', 'mayotte', 'saint-martin', 'saint-barthelemy', 'etranger'));
ALTER TABLE "location" ADD COLUMN "good_friday" INTEGER NOT NULL DEFAULT 0 CHECK ("good_friday" IN (0, 1));
ALTER TABLE "engagement" ADD COLUMN "hold" TEXT NOT NULL DEFAULT '' CHECK ("hold" IN ('', 'jours', 'attente', 'interruption', 'semaine', 'forfait'));
ALTER TABLE "engagement" ADD COLUMN "drop_after" INTEGER CHECK ("drop_after" >= 0);
ALTER TABLE "engagement" ADD COLUMN "guaranteed_days" INTEGER CHECK ("guaranteed_days" >= 0);
ALTER TABLE "engagement" ADD COLUMN "child_permit" TEXT NOT NULL DEFAULT '' CHECK ("child_permit" IN ('', 'a-faire', 'deposee', 'accordee', 'refusee', 'inutile'));
ALTER TABLE "engagement" ADD COLUMN "child_minutes" INTEGER CHECK ("child_minutes" >= 0);
ALTER TABLE "engagement" ADD COLUMN "child_until_minutes" INTEGER CHECK ("child_until_minutes" >= 0);
ALTER TABLE "element" ADD COLUMN "permit" TEXT NOT NULL DEFAULT '' CHECK ("permit" IN ('', 'a-faire', 'deposee', 'accordee', 'refusee', 'inutile'));
ALTER TABLE "element" ADD COLUMN "permit_from" TEXT NOT NULL DEFAULT '' CHECK ("permit_from" = '' OR "permit_from" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');
ALTER TABLE "element" ADD COLUMN "permit_to" TEXT NOT NULL DEFAULT '' CHECK ("permit_to" = '' OR "permit_to" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');
ALTER TABLE "set" ADD COLUMN "return_cents" INTEGER CHECK ("return_cents" >= 0);
ALTER TABLE "sequence" ADD COLUMN "cover_set" INTEGER REFERENCES "set" ("id");
ALTER TABLE "strip" ADD COLUMN "shot" TEXT NOT NULL DEFAULT '' CHECK ("shot" IN ('', 'tournee', 'partielle', 'reportee'));
ALTER TABLE "schedule" ADD COLUMN "replaces" INTEGER REFERENCES "schedule" ("id");
ALTER TABLE "schedule" ADD COLUMN "author" TEXT NOT NULL DEFAULT '';
ALTER TABLE "schedule" ADD COLUMN "reason" TEXT NOT NULL DEFAULT '';
CREATE INDEX "sequence.cover_set" ON "sequence" ("cover_set");
CREATE INDEX "schedule.replaces" ON "schedule" ("replaces");
UPDATE "production" SET "territory" = 'metropole';
UPDATE "location" SET "kind" = 'naturel';

CREATE TABLE "availability" (
  "id" INTEGER PRIMARY KEY,
  "person" INTEGER REFERENCES "person" ("id"),
  "element" INTEGER REFERENCES "element" ("id"),
  "set" INTEGER REFERENCES "set" ("id"),
  "location" INTEGER REFERENCES "location" ("id"),
  "sequence" INTEGER REFERENCES "sequence" ("id"),
  "kind" TEXT NOT NULL DEFAULT '' CHECK ("kind" <> '') CHECK ("kind" IN ('indisponible', 'disponible', 'option')),
  "from_date" TEXT NOT NULL DEFAULT '' CHECK ("from_date" = '' OR "from_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "to_date" TEXT NOT NULL DEFAULT '' CHECK ("to_date" = '' OR "to_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "from_minutes" INTEGER CHECK ("from_minutes" >= 0),
  "to_minutes" INTEGER CHECK ("to_minutes" >= 0),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "availability.person" ON "availability" ("person");
CREATE INDEX "availability.element" ON "availability" ("element");
CREATE INDEX "availability.set" ON "availability" ("set");
CREATE INDEX "availability.location" ON "availability" ("location");
CREATE INDEX "availability.sequence" ON "availability" ("sequence");

CREATE TABLE "event" (
  "id" INTEGER PRIMARY KEY,
  "date" TEXT NOT NULL DEFAULT '' CHECK ("date" <> '') CHECK ("date" = '' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "start_minutes" INTEGER CHECK ("start_minutes" >= 0),
  "end_minutes" INTEGER CHECK ("end_minutes" >= 0),
  "kind" TEXT NOT NULL DEFAULT '' CHECK ("kind" <> '') CHECK ("kind" IN ('essayage', 'essai', 'lecture', 'repetition', 'voyage', 'postsynchro', 'reperage', 'montage', 'demontage', 'autre')),
  "element" INTEGER REFERENCES "element" ("id"),
  "person" INTEGER REFERENCES "person" ("id"),
  "location" INTEGER REFERENCES "location" ("id"),
  "text" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "event.element" ON "event" ("element");
CREATE INDEX "event.person" ON "event" ("person");
CREATE INDEX "event.location" ON "event" ("location");

CREATE TABLE "presence_code" (
  "id" INTEGER PRIMARY KEY,
  "meaning" TEXT NOT NULL DEFAULT '' CHECK ("meaning" <> '') CHECK ("meaning" IN ('tourne', 'attente', 'essayage', 'repetition', 'voyage', 'postsynchro', 'libre', 'interruption', 'reprise', 'relache')),
  "letter" TEXT NOT NULL DEFAULT '' CHECK ("letter" <> ''),
  "international" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "presence" (
  "id" INTEGER PRIMARY KEY,
  "day" INTEGER NOT NULL REFERENCES "shooting_day" ("id"),
  "element" INTEGER NOT NULL REFERENCES "element" ("id"),
  "meaning" TEXT NOT NULL DEFAULT '' CHECK ("meaning" <> '') CHECK ("meaning" IN ('tourne', 'attente', 'essayage', 'repetition', 'voyage', 'postsynchro', 'libre', 'interruption', 'reprise', 'relache')),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "presence.day" ON "presence" ("day");
CREATE INDEX "presence.element" ON "presence" ("element");

CREATE TABLE "calendar_period" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "kind" TEXT NOT NULL DEFAULT '' CHECK ("kind" <> '') CHECK ("kind" IN ('vacances-scolaires', 'fermeture', 'chome')),
  "from_date" TEXT NOT NULL DEFAULT '' CHECK ("from_date" <> '') CHECK ("from_date" = '' OR "from_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "to_date" TEXT NOT NULL DEFAULT '' CHECK ("to_date" = '' OR "to_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "sequence_order" (
  "id" INTEGER PRIMARY KEY,
  "sequence" INTEGER NOT NULL REFERENCES "sequence" ("id"),
  "kind" TEXT NOT NULL DEFAULT '' CHECK ("kind" <> '') CHECK ("kind" IN ('avant', 'jour-avant', 'proche', 'meme-jour')),
  "other" INTEGER NOT NULL REFERENCES "sequence" ("id"),
  "days" INTEGER CHECK ("days" >= 0),
  "compulsory" INTEGER NOT NULL DEFAULT 0 CHECK ("compulsory" IN (0, 1)),
  "reason" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "sequence_order.sequence" ON "sequence_order" ("sequence");
CREATE INDEX "sequence_order.other" ON "sequence_order" ("other");

CREATE TABLE "plan_weight" (
  "id" INTEGER PRIMARY KEY,
  "code" TEXT NOT NULL DEFAULT '' CHECK ("code" <> ''),
  "price_cents" INTEGER CHECK ("price_cents" >= 0),
  "value" INTEGER CHECK ("value" >= 0)
) STRICT;

CREATE TABLE "schedule_change" (
  "id" INTEGER PRIMARY KEY,
  "schedule" INTEGER NOT NULL REFERENCES "schedule" ("id"),
  "sequence" INTEGER REFERENCES "sequence" ("id"),
  "number" TEXT NOT NULL DEFAULT '',
  "from_text" TEXT NOT NULL DEFAULT '',
  "to_text" TEXT NOT NULL DEFAULT '',
  "author" TEXT NOT NULL DEFAULT '',
  "reason" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "schedule_change.schedule" ON "schedule_change" ("schedule");
CREATE INDEX "schedule_change.sequence" ON "schedule_change" ("sequence");

CREATE TABLE "effect_color" (
  "id" INTEGER PRIMARY KEY,
  "effect" TEXT NOT NULL DEFAULT '' CHECK ("effect" <> '') CHECK ("effect" IN ('int-jour', 'ext-jour', 'int-nuit', 'ext-nuit', 'aube', 'crepuscule')),
  "fill" TEXT NOT NULL DEFAULT '' CHECK ("fill" <> ''),
  "ink" TEXT NOT NULL DEFAULT ''
) STRICT;
