-- What the plan de financement, the tax credit and the treasury need: the lines of the CNC and the history of a source,
-- applications, ways of paying, credits, the statement of the bank, scenarios, parameters of the calculations.

CREATE TABLE "payment_profile" (
  "id" INTEGER PRIMARY KEY,
  "code" TEXT NOT NULL DEFAULT '' CHECK ("code" <> ''),
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "kind" TEXT NOT NULL DEFAULT '' CHECK ("kind" <> '') CHECK ("kind" IN ('salaire', 'auteur', 'fournisseur', 'comptant', 'caution', 'sans')),
  "net_e6" INTEGER CHECK ("net_e6" >= 0),
  "term_days" INTEGER CHECK ("term_days" >= 0),
  "end_of_month" INTEGER NOT NULL DEFAULT 0 CHECK ("end_of_month" IN (0, 1)),
  "contribution_months" INTEGER CHECK ("contribution_months" >= 0),
  "contribution_day" INTEGER CHECK ("contribution_day" >= 0),
  "deposit_e6" INTEGER CHECK ("deposit_e6" >= 0),
  "deposit_event" TEXT NOT NULL DEFAULT '' CHECK ("deposit_event" IN ('', 'date', 'signature', 'debut-preparation', 'premier-jour', 'fin-tournage', 'fin-montage', 'livraison', 'acceptation')),
  "deposit_days" INTEGER,
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "funding_status" (
  "id" INTEGER PRIMARY KEY,
  "funding_source" INTEGER NOT NULL REFERENCES "funding_source" ("id"),
  "date" TEXT NOT NULL DEFAULT '' CHECK ("date" <> '') CHECK ("date" = '' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "status" TEXT NOT NULL DEFAULT '' CHECK ("status" <> '') CHECK ("status" IN ('espere', 'demande', 'confirme', 'acquis', 'refuse')),
  "amount_cents" INTEGER CHECK ("amount_cents" >= 0),
  "author" TEXT NOT NULL DEFAULT '',
  "document" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "funding_status.funding_source" ON "funding_status" ("funding_source");

CREATE TABLE "funding_application" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "scheme" TEXT NOT NULL DEFAULT '',
  "funding_source" INTEGER REFERENCES "funding_source" ("id"),
  "asked_cents" INTEGER CHECK ("asked_cents" >= 0),
  "deadline_date" TEXT NOT NULL DEFAULT '' CHECK ("deadline_date" = '' OR "deadline_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "filed_date" TEXT NOT NULL DEFAULT '' CHECK ("filed_date" = '' OR "filed_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "complete_date" TEXT NOT NULL DEFAULT '' CHECK ("complete_date" = '' OR "complete_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "answer_date" TEXT NOT NULL DEFAULT '' CHECK ("answer_date" = '' OR "answer_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "answer" TEXT NOT NULL DEFAULT '' CHECK ("answer" IN ('', 'en-attente', 'accorde', 'refuse', 'ajourne', 'retire')),
  "granted_cents" INTEGER CHECK ("granted_cents" >= 0),
  "contact" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "funding_application.funding_source" ON "funding_application" ("funding_source");

CREATE TABLE "application_document" (
  "id" INTEGER PRIMARY KEY,
  "funding_application" INTEGER NOT NULL REFERENCES "funding_application" ("id"),
  "position" INTEGER CHECK ("position" >= 0),
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "due_date" TEXT NOT NULL DEFAULT '' CHECK ("due_date" = '' OR "due_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "provided" INTEGER NOT NULL DEFAULT 0 CHECK ("provided" IN (0, 1)),
  "document" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "application_document.funding_application" ON "application_document" ("funding_application");

CREATE TABLE "credit_line" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "bank" TEXT NOT NULL DEFAULT '',
  "funding_source" INTEGER REFERENCES "funding_source" ("id"),
  "limit_cents" INTEGER CHECK ("limit_cents" >= 0),
  "mobilised_e6" INTEGER CHECK ("mobilised_e6" >= 0),
  "interest_e6" INTEGER CHECK ("interest_e6" >= 0),
  "undrawn_e6" INTEGER CHECK ("undrawn_e6" >= 0),
  "entry_e6" INTEGER CHECK ("entry_e6" >= 0),
  "entry_cents" INTEGER CHECK ("entry_cents" >= 0),
  "guaranteed_e6" INTEGER CHECK ("guaranteed_e6" >= 0),
  "guarantee_e6" INTEGER CHECK ("guarantee_e6" >= 0),
  "year_days" TEXT NOT NULL DEFAULT '' CHECK ("year_days" IN ('', '360', '365')),
  "from_date" TEXT NOT NULL DEFAULT '' CHECK ("from_date" = '' OR "from_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "to_date" TEXT NOT NULL DEFAULT '' CHECK ("to_date" = '' OR "to_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "is_used" INTEGER NOT NULL DEFAULT 0 CHECK ("is_used" IN (0, 1)),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "credit_line.funding_source" ON "credit_line" ("funding_source");

CREATE TABLE "bank_entry" (
  "id" INTEGER PRIMARY KEY,
  "bank_account" TEXT NOT NULL DEFAULT '',
  "date" TEXT NOT NULL DEFAULT '' CHECK ("date" <> '') CHECK ("date" = '' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "value_date" TEXT NOT NULL DEFAULT '' CHECK ("value_date" = '' OR "value_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "label" TEXT NOT NULL DEFAULT '' CHECK ("label" <> ''),
  "amount_cents" INTEGER NOT NULL,
  "balance_cents" INTEGER,
  "reference" TEXT NOT NULL DEFAULT '',
  "cash_entry" INTEGER REFERENCES "cash_entry" ("id"),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "bank_entry.cash_entry" ON "bank_entry" ("cash_entry");

CREATE TABLE "scenario" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "kind" TEXT NOT NULL DEFAULT '' CHECK ("kind" <> '') CHECK ("kind" IN ('financement', 'tresorerie')),
  "position" INTEGER CHECK ("position" >= 0),
  "budget" INTEGER REFERENCES "budget" ("id"),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "scenario.budget" ON "scenario" ("budget");

CREATE TABLE "scenario_change" (
  "id" INTEGER PRIMARY KEY,
  "scenario" INTEGER NOT NULL REFERENCES "scenario" ("id"),
  "position" INTEGER CHECK ("position" >= 0),
  "kind" TEXT NOT NULL DEFAULT '' CHECK ("kind" <> '') CHECK ("kind" IN ('source-absente', 'source-montant', 'source-ajoutee', 'versement-decale', 'evenement-decale', 'fournisseurs-decales', 'paiement-deplace', 'credit', 'apport')),
  "label" TEXT NOT NULL DEFAULT '',
  "funding_source" INTEGER REFERENCES "funding_source" ("id"),
  "instalment" INTEGER REFERENCES "instalment" ("id"),
  "budget_line" INTEGER REFERENCES "budget_line" ("id"),
  "account" INTEGER REFERENCES "account" ("id"),
  "credit_line" INTEGER REFERENCES "credit_line" ("id"),
  "event" TEXT NOT NULL DEFAULT '' CHECK ("event" IN ('', 'date', 'signature', 'debut-preparation', 'premier-jour', 'fin-tournage', 'fin-montage', 'livraison', 'acceptation')),
  "task" INTEGER REFERENCES "task" ("id"),
  "amount_cents" INTEGER,
  "offset_days" INTEGER,
  "date" TEXT NOT NULL DEFAULT '' CHECK ("date" = '' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "scenario_change.scenario" ON "scenario_change" ("scenario");
CREATE INDEX "scenario_change.funding_source" ON "scenario_change" ("funding_source");
CREATE INDEX "scenario_change.instalment" ON "scenario_change" ("instalment");
CREATE INDEX "scenario_change.budget_line" ON "scenario_change" ("budget_line");
CREATE INDEX "scenario_change.account" ON "scenario_change" ("account");
CREATE INDEX "scenario_change.credit_line" ON "scenario_change" ("credit_line");
CREATE INDEX "scenario_change.task" ON "scenario_change" ("task");

CREATE TABLE "parameter" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '' CHECK ("name" <> ''),
  "value" TEXT NOT NULL DEFAULT '',
  "author" TEXT NOT NULL DEFAULT '',
  "date" TEXT NOT NULL DEFAULT '' CHECK ("date" = '' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "note" TEXT NOT NULL DEFAULT ''
) STRICT;

ALTER TABLE "production" ADD COLUMN "language" TEXT NOT NULL DEFAULT '';
ALTER TABLE "production" ADD COLUMN "request_date" TEXT NOT NULL DEFAULT '' CHECK ("request_date" = '' OR "request_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');
ALTER TABLE "production" ADD COLUMN "visa_date" TEXT NOT NULL DEFAULT '' CHECK ("visa_date" = '' OR "visa_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');
ALTER TABLE "production" ADD COLUMN "release_date" TEXT NOT NULL DEFAULT '' CHECK ("release_date" = '' OR "release_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');
ALTER TABLE "production" ADD COLUMN "aid_class" TEXT NOT NULL DEFAULT '' CHECK ("aid_class" IN ('', 'long-metrage', 'long-metrage-difficile', 'audiovisuel', 'audiovisuel-difficile', 'documentaire-difficile', 'court-metrage'));
ALTER TABLE "production" ADD COLUMN "french_share_e6" INTEGER CHECK ("french_share_e6" >= 0);
ALTER TABLE "production" ADD COLUMN "tax_credit" TEXT NOT NULL DEFAULT '' CHECK ("tax_credit" IN ('', 'cic', 'cia', 'c2i'));
ALTER TABLE "production" ADD COLUMN "fiscal_month" INTEGER CHECK ("fiscal_month" >= 0);
ALTER TABLE "production" ADD COLUMN "vat_regime" TEXT NOT NULL DEFAULT '' CHECK ("vat_regime" IN ('', 'mensuel', 'trimestriel', 'franchise'));
ALTER TABLE "production" ADD COLUMN "opening_date" TEXT NOT NULL DEFAULT '' CHECK ("opening_date" = '' OR "opening_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');
ALTER TABLE "production" ADD COLUMN "opening_cents" INTEGER;
ALTER TABLE "production" ADD COLUMN "overdraft_cents" INTEGER CHECK ("overdraft_cents" >= 0);
ALTER TABLE "budget_line" ADD COLUMN "payment" INTEGER REFERENCES "payment_profile" ("id");
ALTER TABLE "budget_line" ADD COLUMN "task" INTEGER REFERENCES "task" ("id");
ALTER TABLE "funding_source" ADD COLUMN "line" TEXT NOT NULL DEFAULT '' CHECK ("line" IN ('', 'producteur-delegue', 'coproducteur-francais', 'coproducteur-etranger', 'soutien-automatique', 'soutien-selectif', 'region', 'collectivite', 'television-gratuite', 'television-payante', 'plateforme', 'salles', 'video', 'ventes-internationales', 'europe', 'fondation', 'participatif', 'mecenat', 'industrie-technique'));
ALTER TABLE "funding_source" ADD COLUMN "kind" TEXT NOT NULL DEFAULT '' CHECK ("kind" IN ('', 'apport', 'subvention', 'avance-remboursable', 'part-coproduction', 'preachat', 'minimum-garanti', 'credit-impot', 'don', 'emprunt'));
ALTER TABLE "funding_source" ADD COLUMN "funder" TEXT NOT NULL DEFAULT '';
ALTER TABLE "funding_source" ADD COLUMN "scheme" TEXT NOT NULL DEFAULT '';
ALTER TABLE "funding_source" ADD COLUMN "asked_cents" INTEGER CHECK ("asked_cents" >= 0);
ALTER TABLE "funding_source" ADD COLUMN "ownership" TEXT NOT NULL DEFAULT '' CHECK ("ownership" IN ('', 'public', 'prive', 'a-decider'));
ALTER TABLE "funding_source" ADD COLUMN "is_assigned" INTEGER NOT NULL DEFAULT 0 CHECK ("is_assigned" IN (0, 1));
ALTER TABLE "funding_source" ADD COLUMN "country" TEXT NOT NULL DEFAULT '';
ALTER TABLE "funding_source" ADD COLUMN "rank" INTEGER CHECK ("rank" >= 0);
ALTER TABLE "funding_source" ADD COLUMN "recoup_e6" INTEGER CHECK ("recoup_e6" >= 0);
ALTER TABLE "funding_source" ADD COLUMN "window" TEXT NOT NULL DEFAULT '' CHECK ("window" IN ('', 'salles', 'video', 'payant', 'svod', 'gratuit', 'avod', 'etranger', 'autre'));
ALTER TABLE "funding_source" ADD COLUMN "window_months" INTEGER CHECK ("window_months" >= 0);
ALTER TABLE "funding_source" ADD COLUMN "rights_months" INTEGER CHECK ("rights_months" >= 0);
ALTER TABLE "funding_source" ADD COLUMN "territory" TEXT NOT NULL DEFAULT '';
ALTER TABLE "funding_source" ADD COLUMN "rights" TEXT NOT NULL DEFAULT '';
ALTER TABLE "funding_source" ADD COLUMN "mirror" TEXT NOT NULL DEFAULT '' CHECK ("mirror" IN ('', 'nature', 'participation', 'frais-generaux', 'imprevus', 'producteur'));
ALTER TABLE "funding_source" ADD COLUMN "mirror_account" INTEGER REFERENCES "account" ("id");
ALTER TABLE "funding_source" ADD COLUMN "bank_account" TEXT NOT NULL DEFAULT '';
ALTER TABLE "instalment" ADD COLUMN "task" INTEGER REFERENCES "task" ("id");
ALTER TABLE "instalment" ADD COLUMN "invoice_date" TEXT NOT NULL DEFAULT '' CHECK ("invoice_date" = '' OR "invoice_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');
ALTER TABLE "instalment" ADD COLUMN "retention_e6" INTEGER CHECK ("retention_e6" >= 0);
ALTER TABLE "cash_entry" ADD COLUMN "budget_line" INTEGER REFERENCES "budget_line" ("id");
ALTER TABLE "cash_entry" ADD COLUMN "credit_line" INTEGER REFERENCES "credit_line" ("id");
ALTER TABLE "cash_entry" ADD COLUMN "vat_cents" INTEGER;
ALTER TABLE "cash_entry" ADD COLUMN "reference" TEXT NOT NULL DEFAULT '';
CREATE INDEX "budget_line.payment" ON "budget_line" ("payment");
CREATE INDEX "budget_line.task" ON "budget_line" ("task");
CREATE INDEX "funding_source.mirror_account" ON "funding_source" ("mirror_account");
CREATE INDEX "instalment.task" ON "instalment" ("task");
CREATE INDEX "cash_entry.budget_line" ON "cash_entry" ("budget_line");
CREATE INDEX "cash_entry.credit_line" ON "cash_entry" ("credit_line");
UPDATE "funding_source" SET "country" = 'FR';
UPDATE "production" SET "vat_regime" = 'mensuel';
