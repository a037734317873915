/* The French words of the paper of the tax credit. */
#pragma once

#include <glib/gi18n-lib.h>

#include "plt-paper.h"
#include "plt-tax-estimate.h"

G_BEGIN_DECLS

const char *plt_credit_impot_genre (const char *genre); /* "Documentaire": static */
/* What is to be verified, in French, one row a rule; nothing when there is nothing. */
void plt_credit_impot_add_issues (const PltTaxEstimate *estimate, PltDocument *document);
/* Both applications: dates, documents to join, conditions. */
void plt_credit_impot_add_files (const PltTaxEstimate *estimate, PltDocument *document);
/* (nullable): what the paper says of an issue. */
const char *plt_credit_impot_words (const char *rule);

G_END_DECLS
