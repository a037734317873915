/* An invented document with everything a document can hold, for the tests of its consumers. */
#pragma once

#include "plt-document.h"

G_BEGIN_DECLS

/* A short devis (tables "Détail" and "Récapitulatif", alive with formulas), a table of days
 * ("Journées") with every kind of cell and every effect, texts, fields and a drawing. */
PltDocument *plt_test_document_new (void);

/* A flat list of `n` rows with a formula in each, and nothing else. */
PltDocument *plt_test_document_list_new (guint n);

G_END_DECLS
