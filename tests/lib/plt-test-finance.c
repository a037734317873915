#include "plt-test-finance.h"

#define SOURCE "funding_source | group = "
#define PART "instalment | funding_source = "

static const char *const lines[] = {
  "production | title = Le Ponton | kind = unitaire | director = Yuna Guéguen"
  " | company = Les Films du Môle | target_seconds = 1:30:00 | delivery_date = 15/12/2027"
  " | opening_date = 01/02/2027 | opening_cents = 5000 | overdraft_cents = 10 000"
  " | schedule = ^plan | budget = ^devis",
  "plan: schedule | name = Plan | version = 1",
  "ponton: set | name = PONTON",
  "s1: sequence | number = 1 | set = @ponton | eighths = 1",
  "j1: shooting_day | schedule = @plan | date = 03/05/2027",
  "j2: shooting_day | schedule = @plan | date = 28/05/2027",
  "strip | schedule = @plan | day = @j1 | sequence = @s1",
  "strip | schedule = @plan | day = @j2 | sequence = @s1",
  "task | name = Préparation | phase = preparation | start_date = 01/03/2027"
  " | end_date = 30/04/2027",
  "mixage: task | name = Mixage | phase = postproduction | start_date = 04/10/2027"
  " | end_date = 15/10/2027",
  "devis: budget | name = Devis du dossier | version = 2 | date = 15/01/2027"
  " | overheads_e6 = 7 % | overheads_mode = participation | contingency_e6 = 10 %"
  " | contingency_base = postes-1-8",
  "p1: account | budget = @devis | code = 1 | name = Droits artistiques | mark = cnc",
  "c12: account | budget = @devis | code = 12 | name = Adaptation | parent = @p1 | mark = cnc",
  "p2: account | budget = @devis | code = 2 | name = Personnel | mark = cnc",
  "c23: account | budget = @devis | code = 23 | name = Équipe | parent = @p2 | mark = cnc",
  "p4: account | budget = @devis | code = 4 | name = Charges sociales | mark = cnc",
  "c42: account | budget = @devis | code = 42 | name = Techniciens | parent = @p4 | mark = maison",
  "p7: account | budget = @devis | code = 7 | name = Moyens techniques | mark = cnc",
  "c71: account | budget = @devis | code = 71 | name = Caméra | parent = @p7 | mark = cnc",
  "p8: account | budget = @devis | code = 8 | name = Postproduction | mark = cnc",
  "c83: account | budget = @devis | code = 83 | name = Son | parent = @p8 | mark = cnc",
  "technicien: contribution_profile | code = technicien | name = Technicien | employer_e6 = 60 %"
  " | account = 42",
  "budget_line | budget = @devis | account = @c12 | code = 12-01 | label = Scénario"
  " | rate_cents = 30 000 | payee = auteur | event = signature | payment_date = 10/02/2027",
  "budget_line | budget = @devis | account = @c23 | code = 23-01 | label = Équipe image"
  " | quantity = 5 | duration = 6 | unit = semaine | rate_cents = 1500 | payee = salarie"
  " | profile = @technicien",
  "budget_line | budget = @devis | account = @c23 | code = 23-02 | label = Équipe de préparation"
  " | quantity = 2 | duration = 8 | unit = semaine | rate_cents = 1250 | payee = salarie"
  " | phase = preparation | profile = @technicien",
  "budget_line | budget = @devis | account = @c71 | code = 71-01 | label = Caméra et optiques"
  " | duration = 20 | unit = jour | rate_cents = 800 | vat_e6 = 20 % | payee = facture",
  "budget_line | budget = @devis | account = @c71 | code = 71-02 | label = Machinerie prêtée"
  " | rate_cents = 8000 | mode = nature | payee = facture",
  "budget_line | budget = @devis | account = @c83 | code = 83-01 | label = Auditorium"
  " | duration = 10 | unit = jour | rate_cents = 1100 | vat_e6 = 20 % | phase = finitions"
  " | payee = facture | event = fin-montage | offset_days = 30",

  "apport: " SOURCE "apports-producteurs | line = producteur-delegue | kind = apport"
  " | name = Les Films du Môle, numéraire | amount_cents = 20 000 | status = acquis"
  " | date = 10/01/2027 | country = FR | ownership = prive",
  "generaux: " SOURCE "apports-producteurs | line = producteur-delegue | kind = apport"
  " | name = Les Films du Môle, frais généraux | nature = participation | status = acquis"
  " | amount_cents = 11 830"
  " | mirror = frais-generaux | country = FR | ownership = prive",
  "belge: " SOURCE "etranger | line = coproducteur-etranger | kind = part-coproduction"
  " | name = Escaut Pictures | funder = Escaut Pictures | amount_cents = 25 000"
  " | status = confirme | date = 20/01/2027 | country = BE | ownership = prive | rank = 2"
  " | recoup_e6 = 40 % | rights = Télévision et salles | territory = Benelux"
  " | document = contrats/coproduction-escaut.pdf",
  "region: " SOURCE "regions | line = region | kind = subvention | name = Fonds de la région"
  " | funder = Région des Caps | scheme = caps-unitaire | amount_cents = 30 000"
  " | asked_cents = 45 000 | status = confirme | date = 05/02/2027 | country = FR"
  " | ownership = public | is_assigned = oui",
  "chaine: " SOURCE "diffuseurs | line = television-gratuite | kind = preachat"
  " | name = Chaîne du Large, préachat | funder = Chaîne du Large | amount_cents = 66 666,67"
  " | status = confirme | vat_e6 = 10 % | date = 01/02/2027 | country = FR | ownership = prive"
  " | window = gratuit | rights = Deux diffusions et rattrapage 7 jours | rights_months = 36"
  " | territory = France | document = contrats/large.pdf",
  "cosip: " SOURCE "cnc | line = soutien-automatique | kind = subvention | name = CNC, automatique"
  " | amount_cents = 20 000 | status = demande | date = 01/03/2027 | country = FR"
  " | ownership = public | scheme = cnc-fsa-automatique",
  "avance: " SOURCE "cnc | line = soutien-selectif | kind = avance-remboursable"
  " | name = CNC, avance | amount_cents = 15 000 | asked_cents = 15 000 | status = refuse"
  " | country = FR | note = Deuxième collège, séance de janvier",
  "materiel: " SOURCE "divers | line = industrie-technique | kind = apport | nature = nature"
  " | name = Loueur des Caps, matériel | status = acquis | amount_cents = 8000 | mirror = nature | "
  "country = FR"
  " | ownership = prive",
  "foule: " SOURCE "divers | line = participatif | kind = don | name = Contributeurs"
  " | status = espere | country = FR | ownership = prive",
  "credit: " SOURCE "credit-impot | kind = credit-impot | name = Crédit d’impôt audiovisuel"
  " | amount_cents = 22 000 | status = espere | date = 30/06/2028 | country = FR"
  " | ownership = public",

  PART "@apport | label = Versement | share_e6 = 100 %",
  PART "@belge | label = Signature | amount_cents = 10 000 | offset_days = 15",
  PART "@belge | label = Copie | amount_cents = 15 000 | event = livraison | offset_days = 30",
  PART "@region | label = Convention | share_e6 = 60 % | offset_days = 30",
  PART "@region | label = Solde | share_e6 = 40 % | event = livraison | offset_days = 60",
  PART "@chaine | label = Signature | share_e6 = 33,3333 % | offset_days = 45"
       " | invoice_date = 05/02/2027 | paid_date = 22/03/2027",
  PART "@chaine | label = Premier jour | share_e6 = 33,3333 % | event = premier-jour"
       " | offset_days = 45",
  PART "@chaine | label = Mixage | share_e6 = 33,3334 % | event = fin-montage | task = @mixage"
       " | offset_days = 45",
  PART "@cosip | label = Versement | share_e6 = 100 % | event = premier-jour",
  PART "@credit | label = Restitution | share_e6 = 100 % | event = date | date = 30/06/2028",

  "funding_status | funding_source = @region | date = 10/10/2026 | status = demande"
  " | amount_cents = 45 000 | author = Yuna Guéguen",
  "funding_status | funding_source = @region | date = 05/02/2027 | status = confirme"
  " | amount_cents = 30 000 | note = Commission permanente | document = lettres/region.pdf",
  "funding_status | funding_source = @avance | date = 12/11/2026 | status = demande"
  " | amount_cents = 15 000",
  "funding_status | funding_source = @avance | date = 28/01/2027 | status = refuse",
  "dossier: funding_application | name = Fonds de la région | scheme = caps-unitaire"
  " | funding_source = @region | asked_cents = 45 000 | deadline_date = 15/10/2026"
  " | filed_date = 10/10/2026 | complete_date = 03/11/2026 | answer_date = 05/02/2027"
  " | answer = accorde | granted_cents = 30 000 | contact = Service du film, Mme Abgrall",
  "attente: funding_application | name = Préparation du CNC | scheme = cnc-fsa-preparation"
  " | asked_cents = 12 000 | deadline_date = 20/03/2027 | answer = en-attente"
  " | contact = Bureau des aides",
  "application_document | funding_application = @dossier | name = Devis signé | provided = oui"
  " | document = devis.pdf",
  "application_document | funding_application = @attente | name = Scénario dialogué"
  " | due_date = 10/03/2027 | provided = oui",
  "application_document | funding_application = @attente | name = Lettre du diffuseur"
  " | due_date = 15/03/2027",
  "application_document | funding_application = @attente | name = Plan de financement signé",

  "relais: credit_line | name = Relais du préachat | bank = Banque du Port"
  " | funding_source = @chaine | limit_cents = 40 000 | mobilised_e6 = 80 % | interest_e6 = 5 %"
  " | entry_cents = 500 | from_date = 01/03/2027 | to_date = 31/12/2027 | is_used = oui",
  "cash_entry | date = 22/03/2027 | label = Virement de la chaîne | amount_cents = 24 444,42"
  " | kind = reel",

  "sans: scenario | name = Sans la chaîne | kind = financement",
  "scenario_change | scenario = @sans | kind = source-absente | funding_source = @chaine",
  "region2: scenario | name = Région au plafond | kind = financement",
  "scenario_change | scenario = @region2 | kind = source-montant | funding_source = @region"
  " | amount_cents = 45 000",
  "scenario_change | scenario = @region2 | kind = source-ajoutee | label = Fondation du Port"
  " | amount_cents = 5000",
  "tard: scenario | name = Tournage deux semaines plus tard | kind = tresorerie",
  "scenario_change | scenario = @tard | kind = evenement-decale | event = premier-jour"
  " | offset_days = 14",
  "scenario_change | scenario = @tard | kind = evenement-decale | event = fin-tournage"
  " | offset_days = 14",
  NULL,
};

PltStore *
plt_test_store_finance (void)
{
  return plt_test_store_lines (lines);
}
