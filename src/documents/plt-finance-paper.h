/* What the papers of the financing and of the treasury share: French words for the codes of the
 * plan de financement, and for rates, dates and events. A paper is French whatever the language of
 * the user: none of it is a msgid. */
#pragma once

#include "plt-paper.h"

G_BEGIN_DECLS

#define PLT_FINANCE_NO_REF ((PltRef){ NULL, 0, NULL })

/* The word for a code of that column: "status", "nature", "kind", "ownership", "window",
 * "mirror", "event", "answer", "production". "" for an empty code; a code without a word is its own
 * word. */
const char *plt_finance_word (const char *column, const char *code);
/* The same with a capital at its head. */
char *plt_finance_capital (const char *text);
/* What a source is, of its kind and its nature: "Préachat", "Apport en industrie". */
const char *plt_finance_nature (const PltFundingFacts *source);
/* "34,50 %", "" when it is not known */
char *plt_finance_percent (gint64 e6);
/* A share of a whole to the hundredth of a percent, as a spreadsheet rounds it; PLT_UNKNOWN when
 * there is no whole. */
gint64 plt_finance_share (PltMoney part, PltMoney whole);
/* "Diffusion hertzienne ; télévision gratuite, 22 mois après la salle ; pendant 36 mois ; France"
 */
char *plt_finance_counterpart (const PltFundingFacts *source);
/* The name of a file without its folders. */
char *plt_finance_file (const char *path);
/* "premier jour de tournage + 45 j", "15/05/2028", "fin de « Mixage » + 30 j" */
char *plt_finance_event (
    const PltPaperSource *self, const char *event, gint64 task, PltDate date, gint64 offset_days);
/* What a change of a scenario, or a measure, does, in one sentence without a point. */
char *plt_finance_change_words (const PltFacts *facts, const PltScenarioChangeFacts *change);
/* The scenario of that kind ("financement", "tresorerie") by its row id or its name. */
gboolean plt_finance_find_scenario (const PltFacts *facts,
                                    const char *word,
                                    const char *kind,
                                    const PltScenarioFacts **found,
                                    GError **error);

G_END_DECLS
