-- The policies that cover the shoot: what, when, where, and what they leave out.

CREATE TABLE "insurance" (
  "id" INTEGER PRIMARY KEY,
  "kind" TEXT NOT NULL DEFAULT '' CHECK ("kind" <> ''),
  "insurer" TEXT NOT NULL DEFAULT '' CHECK ("insurer" <> ''),
  "number" TEXT NOT NULL DEFAULT '',
  "from_date" TEXT NOT NULL DEFAULT '' CHECK ("from_date" = '' OR "from_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "to_date" TEXT NOT NULL DEFAULT '' CHECK ("to_date" = '' OR "to_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "location" INTEGER REFERENCES "location" ("id"),
  "excluded" TEXT NOT NULL DEFAULT '',
  "phone" TEXT NOT NULL DEFAULT '',
  "deductible_cents" INTEGER CHECK ("deductible_cents" >= 0),
  "claim_days" INTEGER CHECK ("claim_days" >= 0),
  "document" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "insurance.location" ON "insurance" ("location");
