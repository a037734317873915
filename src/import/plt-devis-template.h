/* Templates of the devis: those that come with the program (devis-*.tsv), and those that somebody
 * made of a devis of his own, to begin others from, here or in another production.
 *
 * Both are one file: a referential whose rows are accounts (niveau 1 to 3) and lines (niveau 4),
 * known by the version of the template and their code; the marks of codes and labels are kept. One
 * that was made of a devis has more columns (formulas, rate, payee, VAT ...) and two more kinds of
 * rows: variables (niveau V) and the percentages after the nine posts (niveau P). A column that is
 * missing leaves what a new line has.
 *
 * A line with a function of the pay scale of the production follows it ("bareme"); a proposed line
 * counts nothing until somebody fills it in. Links to roles and engagements stay behind: they
 * belong to one production. */
#pragma once

#include "plt-batch.h"
#include "plt-referential.h"

G_BEGIN_DECLS

/* What of a production a new devis refers to. */
typedef struct
{
  const char *agreement; /* "3097", "2642" */
  GHashTable *profiles;  /* code -> id or handle, as a pointer */
  GHashTable *cadres;    /* (nullable): functions that the pay scale gives the status "cadre" */
} PltDevisTemplateScope;

/* The same from a production; free with plt_devis_template_scope_clear(). */
void plt_devis_template_scope_init (PltDevisTemplateScope *self, const PltFacts *facts);
void plt_devis_template_scope_clear (PltDevisTemplateScope *self);
/* The functions of executives: of the scale of films those of the film trades, named without the
 * word for the trade; of that of television all of them, as it names them. */
GHashTable *plt_devis_template_cadres (const PltReferential *scale, gboolean television);

/**
 * plt_devis_template_add:
 * @template: rows
 * @budget: handle of a new budget in @batch, or an empty budget
 *
 * Adds the accounts, lines and variables of a template, and sets its percentages. Links between
 * formulas, which go by codes and names, hold in the new devis.
 */
void plt_devis_template_add (PltBatch *batch,
                             const PltReferential *template,
                             const PltDevisTemplateScope *scope,
                             gint64 budget);
/* Overheads and contingency of a delivered template, from the text of devis-parametres.ini. */
gboolean plt_devis_template_set_percents (
    PltBatch *batch, gint64 budget, const char *ini, const char *name, GError **error);

/* (transfer full): a template somebody made, from its text; PLT_ERROR_INVALID with what is wrong */
PltReferential *plt_devis_template_parse (const char *text, GError **error);
/* A devis of its own from a template, called `name`: budget, accounts, lines. Returns its handle.
 */
gint64 plt_devis_template_new_budget (PltBatch *batch,
                                      const PltFacts *facts,
                                      const PltReferential *template,
                                      const char *name);

/**
 * plt_devis_template_write:
 * @budget: a version of the devis
 * @name: (nullable): of the template; %NULL for that of the devis
 * @amounts: keep the rates that were typed; else lines, formulas and variables only
 *
 * Returns: (transfer full): the text of the template, %NULL with PLT_ERROR_NOT_FOUND
 */
char *plt_devis_template_write (
    const PltFacts *facts, gint64 budget, const char *name, gboolean amounts, GError **error);

G_END_DECLS
