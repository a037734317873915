/* The table of the payroll office: one line for each person and day, or week, as text. Pure.
 *
 * UTF-8, one line of titles, lines end with CR LF. Cells with the separator, a quote or an end of
 * line stand in quotes; a text that a spreadsheet would run as a formula gets an apostrophe before
 * it. Titles are in French and do not change: they are the contract with whoever reads the file.
 * Hours are in hours and hundredths, amounts in euros, with a decimal comma.
 *
 * semaine             ISO week, "2027-S15"
 * du, au              dates, JJ/MM/AAAA; of a day the same
 * personne            number of the person in Plateau; no payroll number is kept there
 * nom, prenom, naissance, fonction, departement, emploi (technicien, artiste), convention
 * contrat_du, contrat_au, unite, taux
 * nature              of a day: tournage, preparation …; of a week: days with work
 * debut, fin, repas_debut, repas_fin     of a day: 7:30; after midnight 26:00
 * heures              effective; empty when they cannot be counted
 * normales, sup_25, sup_50, sup_autres, nuit, dimanche, ferie, anticipees, transport, voyage
 * brut                of a week; of a day empty, since overtime is that of the week
 * brut_normal, brut_sup, brut_majorations, brut_autres    what it is made of
 * defraiement         per diem of the journeys that begin in it
 * etat                prevu, corrige, valide, signe: the least of the week
 * remarque            why something is empty */
#pragma once

#include "plt-hours.h"

G_BEGIN_DECLS

/**
 * PltPayrollOptions:
 * @from, @to: both included; %PLT_DATE_NONE: no limit
 * @by_week: one line a week instead of a day
 * @approved: only what is approved or signed
 * @bom: begins with a byte-order mark, by which spreadsheets recognise UTF-8
 * @separator: ';' unless said
 */
typedef struct
{
  PltDate from, to;
  gboolean by_week, approved, bom;
  char separator;
} PltPayrollOptions;

void plt_payroll_options_init (PltPayrollOptions *self);
/* (transfer full): the whole file. `n_lines` (out) (optional): without the titles */
char *plt_payroll_text (const PltHours *hours, const PltPayrollOptions *options, guint *n_lines);

G_END_DECLS
