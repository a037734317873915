-- The first schema. What the user can undo are the tables from "production" on; they follow the descriptors in
-- src/model and the schema test compares. The first two are the file's own memory.

CREATE TABLE "plt_history" (
  "id" INTEGER PRIMARY KEY,
  "label" TEXT NOT NULL,
  "time" INTEGER NOT NULL,
  "undone" INTEGER NOT NULL DEFAULT 0 CHECK ("undone" IN (0, 1)),
  "changes" BLOB NOT NULL
) STRICT;

CREATE TABLE "plt_snapshot" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL UNIQUE,
  "time" INTEGER NOT NULL,
  "schema" INTEGER NOT NULL,
  "size" INTEGER NOT NULL,
  "data" BLOB NOT NULL
) STRICT;

CREATE TABLE "production" (
  "id" INTEGER PRIMARY KEY,
  "title" TEXT NOT NULL DEFAULT '' CHECK ("title" <> ''),
  "kind" TEXT NOT NULL DEFAULT '' CHECK ("kind" <> '') CHECK ("kind" IN ('court-metrage', 'long-metrage', 'unitaire', 'serie', 'documentaire', 'flux', 'captation', 'spectacle', 'tournee', 'festival')),
  "director" TEXT NOT NULL DEFAULT '',
  "author" TEXT NOT NULL DEFAULT '',
  "company" TEXT NOT NULL DEFAULT '',
  "company_address" TEXT NOT NULL DEFAULT '',
  "company_phone" TEXT NOT NULL DEFAULT '',
  "emergency_phone" TEXT NOT NULL DEFAULT '',
  "production_manager" TEXT NOT NULL DEFAULT '',
  "first_assistant" TEXT NOT NULL DEFAULT '',
  "format" TEXT NOT NULL DEFAULT '',
  "target_seconds" INTEGER CHECK ("target_seconds" >= 0),
  "agreement" TEXT NOT NULL DEFAULT '' CHECK ("agreement" IN ('', '3097', '2642')),
  "region" TEXT NOT NULL DEFAULT '',
  "start_date" TEXT NOT NULL DEFAULT '' CHECK ("start_date" = '' OR "start_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "delivery_date" TEXT NOT NULL DEFAULT '' CHECK ("delivery_date" = '' OR "delivery_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "script_version" INTEGER REFERENCES "script_version" ("id"),
  "schedule" INTEGER REFERENCES "schedule" ("id"),
  "budget" INTEGER REFERENCES "budget" ("id"),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "production.script_version" ON "production" ("script_version");
CREATE INDEX "production.schedule" ON "production" ("schedule");
CREATE INDEX "production.budget" ON "production" ("budget");

CREATE TABLE "script_version" (
  "id" INTEGER PRIMARY KEY,
  "number" INTEGER NOT NULL CHECK ("number" >= 0),
  "title" TEXT NOT NULL DEFAULT '',
  "author" TEXT NOT NULL DEFAULT '',
  "source_name" TEXT NOT NULL DEFAULT '',
  "format" TEXT NOT NULL DEFAULT '',
  "imported_date" TEXT NOT NULL DEFAULT '' CHECK ("imported_date" = '' OR "imported_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "pages" INTEGER CHECK ("pages" >= 0),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "location" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "address" TEXT NOT NULL DEFAULT '',
  "postcode" TEXT NOT NULL DEFAULT '',
  "city" TEXT NOT NULL DEFAULT '',
  "latitude_e6" INTEGER,
  "longitude_e6" INTEGER,
  "contact" TEXT NOT NULL DEFAULT '',
  "phone" TEXT NOT NULL DEFAULT '',
  "hospital" TEXT NOT NULL DEFAULT '',
  "hospital_phone" TEXT NOT NULL DEFAULT '',
  "hospital_minutes" INTEGER CHECK ("hospital_minutes" >= 0),
  "parking" TEXT NOT NULL DEFAULT '',
  "access" TEXT NOT NULL DEFAULT '',
  "base_camp" TEXT NOT NULL DEFAULT '',
  "drive_minutes" INTEGER CHECK ("drive_minutes" >= 0),
  "permit" TEXT NOT NULL DEFAULT '' CHECK ("permit" IN ('', 'a-faire', 'deposee', 'accordee', 'refusee', 'inutile')),
  "permit_from" TEXT NOT NULL DEFAULT '' CHECK ("permit_from" = '' OR "permit_from" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "permit_to" TEXT NOT NULL DEFAULT '' CHECK ("permit_to" = '' OR "permit_to" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "fee_cents" INTEGER CHECK ("fee_cents" >= 0),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "set" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "parent" INTEGER REFERENCES "set" ("id"),
  "location" INTEGER REFERENCES "location" ("id"),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "set.parent" ON "set" ("parent");
CREATE INDEX "set.location" ON "set" ("location");

CREATE TABLE "sequence" (
  "id" INTEGER PRIMARY KEY,
  "position" INTEGER CHECK ("position" >= 0),
  "number" TEXT NOT NULL DEFAULT '' CHECK ("number" <> ''),
  "int_ext" TEXT NOT NULL DEFAULT '' CHECK ("int_ext" IN ('', 'INT', 'EXT', 'INT/EXT')),
  "effect" TEXT NOT NULL DEFAULT '',
  "set" INTEGER REFERENCES "set" ("id"),
  "sub_set" INTEGER REFERENCES "set" ("id"),
  "location" INTEGER REFERENCES "location" ("id"),
  "story_day" TEXT NOT NULL DEFAULT '',
  "synopsis" TEXT NOT NULL DEFAULT '',
  "eighths" INTEGER CHECK ("eighths" >= 0),
  "premin_seconds" INTEGER CHECK ("premin_seconds" >= 0),
  "estimate_seconds" INTEGER CHECK ("estimate_seconds" >= 0),
  "shooting_minutes" INTEGER CHECK ("shooting_minutes" >= 0),
  "shots" INTEGER CHECK ("shots" >= 0),
  "status" TEXT NOT NULL DEFAULT '' CHECK ("status" IN ('', 'a-tourner', 'partielle', 'tournee', 'supprimee', 'retake', 'ajoutee', 'reportee')),
  "hazards" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "sequence.set" ON "sequence" ("set");
CREATE INDEX "sequence.sub_set" ON "sequence" ("sub_set");
CREATE INDEX "sequence.location" ON "sequence" ("location");

CREATE TABLE "script_block" (
  "id" INTEGER PRIMARY KEY,
  "script_version" INTEGER NOT NULL REFERENCES "script_version" ("id"),
  "sequence" INTEGER REFERENCES "sequence" ("id"),
  "position" INTEGER NOT NULL CHECK ("position" >= 0),
  "kind" TEXT NOT NULL DEFAULT '' CHECK ("kind" <> '') CHECK ("kind" IN ('heading', 'action', 'character', 'parenthetical', 'dialogue', 'transition', 'lyric', 'centered', 'note', 'section', 'synopsis', 'page_break', 'title', 'boneyard')),
  "text" TEXT NOT NULL DEFAULT '',
  "line" INTEGER CHECK ("line" >= 0),
  "depth" INTEGER CHECK ("depth" >= 0),
  "dual" INTEGER NOT NULL DEFAULT 0 CHECK ("dual" IN (0, 1)),
  "eighths" INTEGER CHECK ("eighths" >= 0)
) STRICT;
CREATE INDEX "script_block.script_version" ON "script_block" ("script_version");
CREATE INDEX "script_block.sequence" ON "script_block" ("sequence");

CREATE TABLE "script_remark" (
  "id" INTEGER PRIMARY KEY,
  "script_version" INTEGER NOT NULL REFERENCES "script_version" ("id"),
  "kind" TEXT NOT NULL DEFAULT '' CHECK ("kind" <> '') CHECK ("kind" IN ('guessed', 'kept', 'dropped')),
  "line" INTEGER CHECK ("line" >= 0),
  "message" TEXT NOT NULL DEFAULT '',
  "text" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "script_remark.script_version" ON "script_remark" ("script_version");

CREATE TABLE "element_category" (
  "id" INTEGER PRIMARY KEY,
  "position" INTEGER CHECK ("position" >= 0),
  "code" TEXT NOT NULL DEFAULT '' CHECK ("code" <> ''),
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "department" TEXT NOT NULL DEFAULT '',
  "family" TEXT NOT NULL DEFAULT '' CHECK ("family" IN ('', 'roles', 'figuration', 'cascades', 'animaux', 'vehicules', 'materiel', 'autres')),
  "color" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "element" (
  "id" INTEGER PRIMARY KEY,
  "category" INTEGER NOT NULL REFERENCES "element_category" ("id"),
  "number" INTEGER CHECK ("number" >= 0),
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "description" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "element.category" ON "element" ("category");

CREATE TABLE "sequence_element" (
  "id" INTEGER PRIMARY KEY,
  "sequence" INTEGER NOT NULL REFERENCES "sequence" ("id"),
  "element" INTEGER NOT NULL REFERENCES "element" ("id"),
  "quantity" INTEGER CHECK ("quantity" >= 0),
  "costume" TEXT NOT NULL DEFAULT '',
  "origin" TEXT NOT NULL DEFAULT '' CHECK ("origin" IN ('', 'manuel', 'scenario')),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "sequence_element.sequence" ON "sequence_element" ("sequence");
CREATE INDEX "sequence_element.element" ON "sequence_element" ("element");

CREATE TABLE "person" (
  "id" INTEGER PRIMARY KEY,
  "last_name" TEXT NOT NULL DEFAULT '' CHECK ("last_name" <> ''),
  "first_name" TEXT NOT NULL DEFAULT '',
  "phone" TEXT NOT NULL DEFAULT '',
  "email" TEXT NOT NULL DEFAULT '',
  "address" TEXT NOT NULL DEFAULT '',
  "city" TEXT NOT NULL DEFAULT '',
  "birth_date" TEXT NOT NULL DEFAULT '' CHECK ("birth_date" = '' OR "birth_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "diet" TEXT NOT NULL DEFAULT '',
  "emergency_contact" TEXT NOT NULL DEFAULT '',
  "drive_minutes" INTEGER CHECK ("drive_minutes" >= 0),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "contribution_profile" (
  "id" INTEGER PRIMARY KEY,
  "position" INTEGER CHECK ("position" >= 0),
  "code" TEXT NOT NULL DEFAULT '' CHECK ("code" <> ''),
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "employer_e6" INTEGER CHECK ("employer_e6" >= 0),
  "account" TEXT NOT NULL DEFAULT '',
  "source" TEXT NOT NULL DEFAULT '',
  "verified" INTEGER NOT NULL DEFAULT 0 CHECK ("verified" IN (0, 1)),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "contribution_rate" (
  "id" INTEGER PRIMARY KEY,
  "profile" INTEGER NOT NULL REFERENCES "contribution_profile" ("id"),
  "code" TEXT NOT NULL DEFAULT '' CHECK ("code" <> ''),
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "base" TEXT NOT NULL DEFAULT '',
  "employer_e6" INTEGER CHECK ("employer_e6" >= 0),
  "employee_e6" INTEGER CHECK ("employee_e6" >= 0),
  "ceiling" TEXT NOT NULL DEFAULT '',
  "valid_from" TEXT NOT NULL DEFAULT '' CHECK ("valid_from" = '' OR "valid_from" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "valid_to" TEXT NOT NULL DEFAULT '' CHECK ("valid_to" = '' OR "valid_to" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "source" TEXT NOT NULL DEFAULT '',
  "verified" INTEGER NOT NULL DEFAULT 0 CHECK ("verified" IN (0, 1))
) STRICT;
CREATE INDEX "contribution_rate.profile" ON "contribution_rate" ("profile");

CREATE TABLE "engagement" (
  "id" INTEGER PRIMARY KEY,
  "person" INTEGER NOT NULL REFERENCES "person" ("id"),
  "department" TEXT NOT NULL DEFAULT '',
  "function" TEXT NOT NULL DEFAULT '',
  "role" INTEGER REFERENCES "element" ("id"),
  "profile" INTEGER REFERENCES "contribution_profile" ("id"),
  "unit" TEXT NOT NULL DEFAULT '' CHECK ("unit" IN ('', 'jour', 'semaine', 'cachet', 'forfait')),
  "rate_cents" INTEGER CHECK ("rate_cents" >= 0),
  "from_date" TEXT NOT NULL DEFAULT '' CHECK ("from_date" = '' OR "from_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "to_date" TEXT NOT NULL DEFAULT '' CHECK ("to_date" = '' OR "to_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "status" TEXT NOT NULL DEFAULT '' CHECK ("status" IN ('', 'envisage', 'option', 'confirme', 'signe')),
  "hmc_minutes" INTEGER CHECK ("hmc_minutes" >= 0),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "engagement.person" ON "engagement" ("person");
CREATE INDEX "engagement.role" ON "engagement" ("role");
CREATE INDEX "engagement.profile" ON "engagement" ("profile");

CREATE TABLE "schedule" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "version" INTEGER CHECK ("version" >= 0),
  "status" TEXT NOT NULL DEFAULT '' CHECK ("status" IN ('', 'brouillon', 'publiee', 'archivee')),
  "published_date" TEXT NOT NULL DEFAULT '' CHECK ("published_date" = '' OR "published_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "day_minutes" INTEGER CHECK ("day_minutes" >= 0),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "shooting_day" (
  "id" INTEGER PRIMARY KEY,
  "schedule" INTEGER NOT NULL REFERENCES "schedule" ("id"),
  "position" INTEGER CHECK ("position" >= 0),
  "date" TEXT NOT NULL DEFAULT '' CHECK ("date" = '' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "kind" TEXT NOT NULL DEFAULT '' CHECK ("kind" <> '') CHECK ("kind" IN ('tournage', 'repos', 'ferie', 'voyage', 'relache', 'reserve')),
  "unit" INTEGER CHECK ("unit" >= 0),
  "start_minutes" INTEGER CHECK ("start_minutes" >= 0),
  "end_minutes" INTEGER CHECK ("end_minutes" >= 0),
  "meal_minutes" INTEGER CHECK ("meal_minutes" >= 0),
  "locked" INTEGER NOT NULL DEFAULT 0 CHECK ("locked" IN (0, 1)),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "shooting_day.schedule" ON "shooting_day" ("schedule");

CREATE TABLE "strip" (
  "id" INTEGER PRIMARY KEY,
  "schedule" INTEGER NOT NULL REFERENCES "schedule" ("id"),
  "day" INTEGER REFERENCES "shooting_day" ("id"),
  "position" INTEGER CHECK ("position" >= 0),
  "kind" TEXT NOT NULL DEFAULT '' CHECK ("kind" <> '') CHECK ("kind" IN ('sequence', 'deplacement', 'repas', 'note')),
  "sequence" INTEGER REFERENCES "sequence" ("id"),
  "text" TEXT NOT NULL DEFAULT '',
  "minutes" INTEGER CHECK ("minutes" >= 0),
  "part" TEXT NOT NULL DEFAULT '',
  "locked" INTEGER NOT NULL DEFAULT 0 CHECK ("locked" IN (0, 1)),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "strip.schedule" ON "strip" ("schedule");
CREATE INDEX "strip.day" ON "strip" ("day");
CREATE INDEX "strip.sequence" ON "strip" ("sequence");

CREATE TABLE "budget" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "version" INTEGER CHECK ("version" >= 0),
  "template" TEXT NOT NULL DEFAULT '',
  "status" TEXT NOT NULL DEFAULT '' CHECK ("status" IN ('', 'brouillon', 'verrouille', 'archive')),
  "date" TEXT NOT NULL DEFAULT '' CHECK ("date" = '' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "overheads_e6" INTEGER CHECK ("overheads_e6" >= 0),
  "contingency_e6" INTEGER CHECK ("contingency_e6" >= 0),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "budget_global" (
  "id" INTEGER PRIMARY KEY,
  "budget" INTEGER NOT NULL REFERENCES "budget" ("id"),
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "value" TEXT NOT NULL DEFAULT '',
  "label" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "budget_global.budget" ON "budget_global" ("budget");

CREATE TABLE "account" (
  "id" INTEGER PRIMARY KEY,
  "budget" INTEGER NOT NULL REFERENCES "budget" ("id"),
  "position" INTEGER CHECK ("position" >= 0),
  "code" TEXT NOT NULL DEFAULT '' CHECK ("code" <> ''),
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "parent" INTEGER REFERENCES "account" ("id"),
  "mark" TEXT NOT NULL DEFAULT '' CHECK ("mark" IN ('', 'cnc', 'a-verifier', 'maison')),
  "label_verified" INTEGER NOT NULL DEFAULT 0 CHECK ("label_verified" IN (0, 1))
) STRICT;
CREATE INDEX "account.budget" ON "account" ("budget");
CREATE INDEX "account.parent" ON "account" ("parent");

CREATE TABLE "budget_line" (
  "id" INTEGER PRIMARY KEY,
  "budget" INTEGER NOT NULL REFERENCES "budget" ("id"),
  "account" INTEGER NOT NULL REFERENCES "account" ("id"),
  "position" INTEGER CHECK ("position" >= 0),
  "code" TEXT NOT NULL DEFAULT '',
  "label" TEXT NOT NULL DEFAULT '' CHECK ("label" <> ''),
  "quantity" TEXT NOT NULL DEFAULT '',
  "duration" TEXT NOT NULL DEFAULT '',
  "unit" TEXT NOT NULL DEFAULT '',
  "rate_cents" INTEGER,
  "phase" TEXT NOT NULL DEFAULT '' CHECK ("phase" IN ('', 'preparation', 'tournage', 'finitions')),
  "abroad" INTEGER NOT NULL DEFAULT 0 CHECK ("abroad" IN (0, 1)),
  "mode" TEXT NOT NULL DEFAULT '' CHECK ("mode" IN ('', 'numeraire', 'nature', 'participation')),
  "profile" INTEGER REFERENCES "contribution_profile" ("id"),
  "vat_e6" INTEGER CHECK ("vat_e6" >= 0),
  "tax_credit" TEXT NOT NULL DEFAULT '' CHECK ("tax_credit" IN ('', 'oui', 'partiel', 'non', 'a-decider')),
  "role" INTEGER REFERENCES "element" ("id"),
  "engagement" INTEGER REFERENCES "engagement" ("id"),
  "event" TEXT NOT NULL DEFAULT '' CHECK ("event" IN ('', 'date', 'signature', 'debut-preparation', 'premier-jour', 'fin-tournage', 'fin-montage', 'livraison', 'acceptation')),
  "offset_days" INTEGER,
  "payment_date" TEXT NOT NULL DEFAULT '' CHECK ("payment_date" = '' OR "payment_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "budget_line.budget" ON "budget_line" ("budget");
CREATE INDEX "budget_line.account" ON "budget_line" ("account");
CREATE INDEX "budget_line.profile" ON "budget_line" ("profile");
CREATE INDEX "budget_line.role" ON "budget_line" ("role");
CREATE INDEX "budget_line.engagement" ON "budget_line" ("engagement");

CREATE TABLE "funding_source" (
  "id" INTEGER PRIMARY KEY,
  "position" INTEGER CHECK ("position" >= 0),
  "group" TEXT NOT NULL DEFAULT '' CHECK ("group" <> '') CHECK ("group" IN ('apports-producteurs', 'cnc', 'regions', 'diffuseurs', 'distributeurs', 'sofica', 'credit-impot', 'etranger', 'divers')),
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "nature" TEXT NOT NULL DEFAULT '' CHECK ("nature" IN ('', 'numeraire', 'nature', 'participation')),
  "amount_cents" INTEGER CHECK ("amount_cents" >= 0),
  "status" TEXT NOT NULL DEFAULT '' CHECK ("status" IN ('', 'espere', 'demande', 'confirme', 'acquis', 'refuse')),
  "vat_e6" INTEGER CHECK ("vat_e6" >= 0),
  "date" TEXT NOT NULL DEFAULT '' CHECK ("date" = '' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "document" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "instalment" (
  "id" INTEGER PRIMARY KEY,
  "funding_source" INTEGER NOT NULL REFERENCES "funding_source" ("id"),
  "position" INTEGER CHECK ("position" >= 0),
  "label" TEXT NOT NULL DEFAULT '',
  "share_e6" INTEGER CHECK ("share_e6" >= 0),
  "amount_cents" INTEGER CHECK ("amount_cents" >= 0),
  "event" TEXT NOT NULL DEFAULT '' CHECK ("event" <> '') CHECK ("event" IN ('date', 'signature', 'debut-preparation', 'premier-jour', 'fin-tournage', 'fin-montage', 'livraison', 'acceptation')),
  "offset_days" INTEGER,
  "date" TEXT NOT NULL DEFAULT '' CHECK ("date" = '' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "paid_date" TEXT NOT NULL DEFAULT '' CHECK ("paid_date" = '' OR "paid_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "instalment.funding_source" ON "instalment" ("funding_source");

CREATE TABLE "cash_entry" (
  "id" INTEGER PRIMARY KEY,
  "date" TEXT NOT NULL DEFAULT '' CHECK ("date" <> '') CHECK ("date" = '' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "label" TEXT NOT NULL DEFAULT '' CHECK ("label" <> ''),
  "amount_cents" INTEGER NOT NULL,
  "kind" TEXT NOT NULL DEFAULT '' CHECK ("kind" <> '') CHECK ("kind" IN ('prevu', 'reel')),
  "account" INTEGER REFERENCES "account" ("id"),
  "instalment" INTEGER REFERENCES "instalment" ("id"),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "cash_entry.account" ON "cash_entry" ("account");
CREATE INDEX "cash_entry.instalment" ON "cash_entry" ("instalment");

CREATE TABLE "call_sheet" (
  "id" INTEGER PRIMARY KEY,
  "day" INTEGER NOT NULL REFERENCES "shooting_day" ("id"),
  "number" INTEGER CHECK ("number" >= 0),
  "version" INTEGER CHECK ("version" >= 0),
  "status" TEXT NOT NULL DEFAULT '' CHECK ("status" IN ('', 'brouillon', 'validee', 'envoyee', 'remplacee')),
  "day_type" TEXT NOT NULL DEFAULT '' CHECK ("day_type" IN ('', 'continue', 'coupee', 'mixte', 'nuit')),
  "crew_minutes" INTEGER CHECK ("crew_minutes" >= 0),
  "pat_minutes" INTEGER CHECK ("pat_minutes" >= 0),
  "meal_minutes" INTEGER CHECK ("meal_minutes" >= 0),
  "end_minutes" INTEGER CHECK ("end_minutes" >= 0),
  "meal_place" TEXT NOT NULL DEFAULT '',
  "meals" INTEGER CHECK ("meals" >= 0),
  "weather" TEXT NOT NULL DEFAULT '',
  "first_aid" TEXT NOT NULL DEFAULT '',
  "vhss_referent" TEXT NOT NULL DEFAULT '',
  "safety" TEXT NOT NULL DEFAULT '',
  "transport" TEXT NOT NULL DEFAULT '',
  "remarks" TEXT NOT NULL DEFAULT '',
  "sent_date" TEXT NOT NULL DEFAULT '' CHECK ("sent_date" = '' OR "sent_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "approved_by" TEXT NOT NULL DEFAULT '',
  "snapshot" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "call_sheet.day" ON "call_sheet" ("day");

CREATE TABLE "call" (
  "id" INTEGER PRIMARY KEY,
  "call_sheet" INTEGER NOT NULL REFERENCES "call_sheet" ("id"),
  "position" INTEGER CHECK ("position" >= 0),
  "group" TEXT NOT NULL DEFAULT '' CHECK ("group" <> '') CHECK ("group" IN ('comediens', 'figuration', 'equipe')),
  "person" INTEGER REFERENCES "person" ("id"),
  "role" INTEGER REFERENCES "element" ("id"),
  "function" TEXT NOT NULL DEFAULT '',
  "count" INTEGER CHECK ("count" >= 0),
  "sequences" TEXT NOT NULL DEFAULT '',
  "costume" TEXT NOT NULL DEFAULT '',
  "travel" TEXT NOT NULL DEFAULT '' CHECK ("travel" IN ('', 'propres-moyens', 'pick-up')),
  "pickup_minutes" INTEGER CHECK ("pickup_minutes" >= 0),
  "pickup_place" TEXT NOT NULL DEFAULT '',
  "arrival_minutes" INTEGER CHECK ("arrival_minutes" >= 0),
  "hmc_minutes" INTEGER CHECK ("hmc_minutes" >= 0),
  "pat_minutes" INTEGER CHECK ("pat_minutes" >= 0),
  "end_minutes" INTEGER CHECK ("end_minutes" >= 0),
  "typed" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "call.call_sheet" ON "call" ("call_sheet");
CREATE INDEX "call.person" ON "call" ("person");
CREATE INDEX "call.role" ON "call" ("role");

CREATE TABLE "call_note" (
  "id" INTEGER PRIMARY KEY,
  "call_sheet" INTEGER NOT NULL REFERENCES "call_sheet" ("id"),
  "position" INTEGER CHECK ("position" >= 0),
  "department" TEXT NOT NULL DEFAULT '' CHECK ("department" <> ''),
  "text" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "call_note.call_sheet" ON "call_note" ("call_sheet");

CREATE TABLE "task" (
  "id" INTEGER PRIMARY KEY,
  "position" INTEGER CHECK ("position" >= 0),
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "phase" TEXT NOT NULL DEFAULT '' CHECK ("phase" IN ('', 'developpement', 'preparation', 'tournage', 'postproduction', 'diffusion')),
  "parent" INTEGER REFERENCES "task" ("id"),
  "team" TEXT NOT NULL DEFAULT '',
  "start_date" TEXT NOT NULL DEFAULT '' CHECK ("start_date" = '' OR "start_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "end_date" TEXT NOT NULL DEFAULT '' CHECK ("end_date" = '' OR "end_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "duration_days" INTEGER CHECK ("duration_days" >= 0),
  "milestone" INTEGER NOT NULL DEFAULT 0 CHECK ("milestone" IN (0, 1)),
  "progress_e6" INTEGER CHECK ("progress_e6" >= 0),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "task.parent" ON "task" ("parent");

CREATE TABLE "referential" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "title" TEXT NOT NULL DEFAULT '',
  "version" TEXT NOT NULL DEFAULT '',
  "effective_date" TEXT NOT NULL DEFAULT '' CHECK ("effective_date" = '' OR "effective_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "checked_date" TEXT NOT NULL DEFAULT '' CHECK ("checked_date" = '' OR "checked_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "source" TEXT NOT NULL DEFAULT '',
  "content" TEXT NOT NULL DEFAULT ''
) STRICT;

