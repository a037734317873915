-- What the devis adds: percentages after the nine posts with their base and how they are borne, a third factor and a
-- formula of the rate, links to the plan that can be taken up again, functions of the scales, transfers, simulations.

ALTER TABLE "budget" ADD COLUMN "overheads_base" TEXT NOT NULL DEFAULT '' CHECK ("overheads_base" IN ('', 'postes-1-9', 'postes-1-9-sans-frais-financiers', 'postes-1-8', 'numeraire'));
ALTER TABLE "budget" ADD COLUMN "overheads_mode" TEXT NOT NULL DEFAULT '' CHECK ("overheads_mode" IN ('', 'numeraire', 'nature', 'participation'));
ALTER TABLE "budget" ADD COLUMN "contingency_base" TEXT NOT NULL DEFAULT '' CHECK ("contingency_base" IN ('', 'postes-1-9', 'postes-1-9-sans-frais-financiers', 'postes-1-8', 'numeraire'));
ALTER TABLE "budget" ADD COLUMN "contingency_mode" TEXT NOT NULL DEFAULT '' CHECK ("contingency_mode" IN ('', 'numeraire', 'nature', 'participation'));
ALTER TABLE "budget" ADD COLUMN "producer_e6" INTEGER CHECK ("producer_e6" >= 0);
ALTER TABLE "budget" ADD COLUMN "producer_base" TEXT NOT NULL DEFAULT '' CHECK ("producer_base" IN ('', 'postes-1-9', 'postes-1-9-sans-frais-financiers', 'postes-1-8', 'numeraire'));
ALTER TABLE "budget" ADD COLUMN "producer_mode" TEXT NOT NULL DEFAULT '' CHECK ("producer_mode" IN ('', 'numeraire', 'nature', 'participation'));
ALTER TABLE "budget" ADD COLUMN "producer_account" TEXT NOT NULL DEFAULT '';
ALTER TABLE "budget" ADD COLUMN "financial_e6" INTEGER CHECK ("financial_e6" >= 0);
ALTER TABLE "budget" ADD COLUMN "financial_base" TEXT NOT NULL DEFAULT '' CHECK ("financial_base" IN ('', 'postes-1-9', 'postes-1-9-sans-frais-financiers', 'postes-1-8', 'numeraire'));
ALTER TABLE "budget" ADD COLUMN "financial_mode" TEXT NOT NULL DEFAULT '' CHECK ("financial_mode" IN ('', 'numeraire', 'nature', 'participation'));
ALTER TABLE "budget" ADD COLUMN "financial_account" TEXT NOT NULL DEFAULT '';
ALTER TABLE "budget" ADD COLUMN "ceiling_cents" INTEGER CHECK ("ceiling_cents" >= 0);
ALTER TABLE "budget" ADD COLUMN "is_template" INTEGER NOT NULL DEFAULT 0 CHECK ("is_template" IN (0, 1));
ALTER TABLE "budget" ADD COLUMN "copied_from" INTEGER REFERENCES "budget" ("id");
ALTER TABLE "budget_global" ADD COLUMN "unit" TEXT NOT NULL DEFAULT '';
ALTER TABLE "budget_global" ADD COLUMN "movable" INTEGER NOT NULL DEFAULT 0 CHECK ("movable" IN (0, 1));
ALTER TABLE "budget_global" ADD COLUMN "least" TEXT NOT NULL DEFAULT '';
ALTER TABLE "budget_global" ADD COLUMN "most" TEXT NOT NULL DEFAULT '';
ALTER TABLE "budget_line" ADD COLUMN "times" TEXT NOT NULL DEFAULT '';
ALTER TABLE "budget_line" ADD COLUMN "rate_formula" TEXT NOT NULL DEFAULT '';
ALTER TABLE "budget_line" ADD COLUMN "payee" TEXT NOT NULL DEFAULT '' CHECK ("payee" IN ('', 'salarie', 'auteur', 'facture', 'permanent', 'stagiaire'));
ALTER TABLE "budget_line" ADD COLUMN "function" TEXT NOT NULL DEFAULT '';
ALTER TABLE "budget_line" ADD COLUMN "scale" TEXT NOT NULL DEFAULT '';
ALTER TABLE "budget_line" ADD COLUMN "link_quantity" TEXT NOT NULL DEFAULT '';
ALTER TABLE "budget_line" ADD COLUMN "link_duration" TEXT NOT NULL DEFAULT '';
ALTER TABLE "budget_line" ADD COLUMN "link_rate" TEXT NOT NULL DEFAULT '';
ALTER TABLE "contribution_profile" ADD COLUMN "method" TEXT NOT NULL DEFAULT '' CHECK ("method" IN ('', 'global', 'detail'));
ALTER TABLE "contribution_profile" ADD COLUMN "accident_e6" INTEGER CHECK ("accident_e6" >= 0);
ALTER TABLE "contribution_profile" ADD COLUMN "mobility_e6" INTEGER CHECK ("mobility_e6" >= 0);
ALTER TABLE "contribution_profile" ADD COLUMN "deduction" TEXT NOT NULL DEFAULT '' CHECK ("deduction" IN ('', 'dfs-25', 'dfs-20'));
CREATE INDEX "budget.copied_from" ON "budget" ("copied_from");
UPDATE "budget" SET "overheads_base" = 'postes-1-9', "overheads_mode" = 'numeraire';
UPDATE "budget" SET "contingency_base" = 'postes-1-9', "contingency_mode" = 'numeraire';
UPDATE "budget" SET "producer_base" = 'postes-1-9', "producer_mode" = 'numeraire';
UPDATE "budget" SET "financial_base" = 'postes-1-9', "financial_mode" = 'numeraire';
UPDATE "contribution_profile" SET "method" = 'global';

CREATE TABLE "budget_transfer" (
  "id" INTEGER PRIMARY KEY,
  "budget" INTEGER NOT NULL REFERENCES "budget" ("id"),
  "date" TEXT NOT NULL DEFAULT '' CHECK ("date" = '' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "from_account" INTEGER REFERENCES "account" ("id"),
  "to_account" INTEGER REFERENCES "account" ("id"),
  "amount_cents" INTEGER NOT NULL CHECK ("amount_cents" >= 0),
  "reason" TEXT NOT NULL DEFAULT '',
  "author" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "budget_transfer.budget" ON "budget_transfer" ("budget");
CREATE INDEX "budget_transfer.from_account" ON "budget_transfer" ("from_account");
CREATE INDEX "budget_transfer.to_account" ON "budget_transfer" ("to_account");
