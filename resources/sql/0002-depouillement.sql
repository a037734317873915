-- What the dépouillement adds: tagged words and their corrections, story days, costumes, raccords, boxes confirmed
-- empty, links between elements, refused proposals; pages, episodes, and the lock of the numbers.

ALTER TABLE "production" ADD COLUMN "numbers_locked" INTEGER NOT NULL DEFAULT 0 CHECK ("numbers_locked" IN (0, 1));
ALTER TABLE "sequence" ADD COLUMN "episode" TEXT NOT NULL DEFAULT '';
ALTER TABLE "sequence" ADD COLUMN "page" INTEGER CHECK ("page" >= 0);
ALTER TABLE "script_block" ADD COLUMN "page" INTEGER CHECK ("page" >= 0);
ALTER TABLE "element_category" ADD COLUMN "hazard" TEXT NOT NULL DEFAULT '' CHECK ("hazard" IN ('', 'intimite', 'nudite', 'enfant', 'animal', 'arme', 'cascade', 'feu', 'eau', 'hauteur', 'nuit'));
UPDATE "element_category" SET "hazard" = CASE "code"
  WHEN 'EN' THEN 'enfant' WHEN 'AN' THEN 'animal' WHEN 'AR' THEN 'arme' WHEN 'CA' THEN 'cascade' ELSE '' END;

CREATE TABLE "script_tag" (
  "id" INTEGER PRIMARY KEY,
  "script_block" INTEGER NOT NULL REFERENCES "script_block" ("id"),
  "element" INTEGER NOT NULL REFERENCES "element" ("id"),
  "start" INTEGER NOT NULL CHECK ("start" >= 0),
  "length" INTEGER NOT NULL CHECK ("length" >= 0),
  "text" TEXT NOT NULL DEFAULT '',
  "state" TEXT NOT NULL DEFAULT '' CHECK ("state" IN ('', 'sure', 'a-verifier'))
) STRICT;
CREATE INDEX "script_tag.script_block" ON "script_tag" ("script_block");
CREATE INDEX "script_tag.element" ON "script_tag" ("element");

CREATE TABLE "script_correction" (
  "id" INTEGER PRIMARY KEY,
  "text" TEXT NOT NULL DEFAULT '' CHECK ("text" <> ''),
  "kind" TEXT NOT NULL DEFAULT '' CHECK ("kind" <> '') CHECK ("kind" IN ('heading', 'action', 'character', 'parenthetical', 'dialogue', 'transition', 'lyric', 'centered', 'note', 'section', 'synopsis', 'page_break', 'title', 'boneyard'))
) STRICT;

CREATE TABLE "story_day" (
  "id" INTEGER PRIMARY KEY,
  "position" INTEGER CHECK ("position" >= 0),
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "moment" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "costume" (
  "id" INTEGER PRIMARY KEY,
  "role" INTEGER NOT NULL REFERENCES "element" ("id"),
  "number" TEXT NOT NULL DEFAULT '' CHECK ("number" <> ''),
  "description" TEXT NOT NULL DEFAULT '',
  "make_up" TEXT NOT NULL DEFAULT '',
  "copies" INTEGER CHECK ("copies" >= 0),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "costume.role" ON "costume" ("role");

CREATE TABLE "raccord" (
  "id" INTEGER PRIMARY KEY,
  "sequence" INTEGER NOT NULL REFERENCES "sequence" ("id"),
  "with_sequence" INTEGER REFERENCES "sequence" ("id"),
  "element" INTEGER REFERENCES "element" ("id"),
  "description" TEXT NOT NULL DEFAULT '' CHECK ("description" <> '')
) STRICT;
CREATE INDEX "raccord.sequence" ON "raccord" ("sequence");
CREATE INDEX "raccord.with_sequence" ON "raccord" ("with_sequence");
CREATE INDEX "raccord.element" ON "raccord" ("element");

CREATE TABLE "sequence_category" (
  "id" INTEGER PRIMARY KEY,
  "sequence" INTEGER NOT NULL REFERENCES "sequence" ("id"),
  "category" INTEGER NOT NULL REFERENCES "element_category" ("id"),
  "state" TEXT NOT NULL DEFAULT '' CHECK ("state" <> '') CHECK ("state" IN ('neant')),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "sequence_category.sequence" ON "sequence_category" ("sequence");
CREATE INDEX "sequence_category.category" ON "sequence_category" ("category");

CREATE TABLE "element_link" (
  "id" INTEGER PRIMARY KEY,
  "element" INTEGER REFERENCES "element" ("id"),
  "category" INTEGER REFERENCES "element_category" ("id"),
  "brings" INTEGER NOT NULL REFERENCES "element" ("id"),
  "quantity" INTEGER CHECK ("quantity" >= 0),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "element_link.element" ON "element_link" ("element");
CREATE INDEX "element_link.category" ON "element_link" ("category");
CREATE INDEX "element_link.brings" ON "element_link" ("brings");

CREATE TABLE "proposal_refusal" (
  "id" INTEGER PRIMARY KEY,
  "word" TEXT NOT NULL DEFAULT '' CHECK ("word" <> ''),
  "category" INTEGER NOT NULL REFERENCES "element_category" ("id"),
  "sequence" INTEGER REFERENCES "sequence" ("id")
) STRICT;
CREATE INDEX "proposal_refusal.category" ON "proposal_refusal" ("category");
CREATE INDEX "proposal_refusal.sequence" ON "proposal_refusal" ("sequence");
