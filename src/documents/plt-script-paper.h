/* What the papers of the dépouillement share: the séquences of the film and what each holds, the
 * version of the script, measures that are summed, cells that look alike on every paper.
 *
 * A séquence that was cut keeps its number in the continuité and counts nowhere. Screen time is the
 * préminutage of the scripte; the automatic estimate always stands in a column of its own, for the
 * séquences that have no préminutage, and is never added to it silently. What is not known is
 * PLT_UNKNOWN and prints nothing. */
#pragma once

#include "plt-minutage.h"
#include "plt-paper.h"

G_BEGIN_DECLS

/**
 * PltScriptPaper:
 * @source: facts and plan; no budget
 * @sequences: (element-type PltSequenceFacts): of the film, in its order, cut ones left out
 * @estimates: some of them have an estimate and no préminutage: papers print the column
 * @version: (nullable): "v3", of the current script
 */
typedef struct
{
  PltPaperSource source;
  GPtrArray *sequences;
  gboolean estimates;
  char *version;
  char *script;           /* "Scénario v3 du 12/03/2026", "" when there is none */
  GHashTable *by_element; /* id -> GPtrArray of PltOccurrenceFacts, in the order of the film */
} PltScriptPaper;

gboolean plt_script_paper_open (PltScriptPaper *self,
                                PltStore *store,
                                const PltParams *params,
                                GError **error);
void plt_script_paper_close (PltScriptPaper *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PltScriptPaper, plt_script_paper_close)

/* An empty paper. Below its title: what part of the film it is of, the director, the version of the
 * script, and what else there is to say. */
PltDocument *plt_script_paper_new (const PltScriptPaper *self,
                                   const char *title,
                                   const char *subject, /* or NULL */
                                   const char *more,    /* or NULL */
                                   PltPaper paper,
                                   PltOrientation orientation);
/* TRUE when there is a film to print; else says on the paper what to do. */
gboolean plt_script_paper_begin (const PltScriptPaper *self, PltDocument *document);
void plt_script_paper_note (PltDocument *document, const char *text);

/* The row a reference names, by id or by label; 0 when none is given. FALSE with an error. */
gboolean plt_script_paper_reference (PltStore *store,
                                     const PltParams *params,
                                     const char *name,
                                     const char *table,
                                     gint64 *id,
                                     GError **error);

/* "1, 4A ; 12-15": the séquences of those numbers, in the order they are named; a range goes by the
 * order of the production. A cut séquence may be named. (transfer container)
 * (element-type PltSequenceFacts): NULL with PLT_ERROR_NOT_FOUND when there is no such number. */
GPtrArray *plt_script_paper_choose (const PltFacts *facts, const char *numbers, GError **error);

/* ---- what is where; never NULL, owned by the paper (element-type PltOccurrenceFacts) ---- */

const GPtrArray *plt_script_paper_of_element (const PltScriptPaper *self, gint64 element);
const PltSequenceFacts *plt_script_paper_sequence (const PltScriptPaper *self, gint64 id);
const PltElementFacts *plt_script_paper_element (const PltScriptPaper *self, gint64 id);
/* Elements of a category that occur in the film: by number, then by name.
 * (transfer container) (element-type PltElementFacts) */
GPtrArray *plt_script_paper_elements (const PltScriptPaper *self, gint64 category);
/* The same of a family: roles are numbered across categories. */
GPtrArray *plt_script_paper_family (const PltScriptPaper *self, const char *family);

/* ---- words ---- */

/* "12, 13A (8)": numbers of the séquences of an element, with its quantity when above 1. */
char *plt_script_paper_numbers (const PltScriptPaper *self, const PltElementFacts *element);
char *plt_script_paper_sets (const PltScriptPaper *self, const PltElementFacts *element);
char *plt_script_paper_story_days (const PltScriptPaper *self, const PltElementFacts *element);
/* "12 Dockers ; Clients du café": of those families ("figuration,cascades") in a séquence. */
char *plt_script_paper_of_families (const PltScriptPaper *self,
                                    const PltSequenceFacts *sequence,
                                    const char *families);
char *plt_script_paper_place (const PltLocationFacts *place); /* "Ferme, route X, 29790 Ville" */
/* "J3 · mar. 13 avr.", "" when the plan does not hold it. */
char *plt_script_paper_first_day (const PltScriptPaper *self, const PltElementFacts *element);
/* "NORA (Inès Kerbrat)" */
char *plt_script_paper_role (const PltScriptPaper *self, const PltElementFacts *role);
const char *plt_script_paper_status (const char *id); /* "à tourner" of "a-tourner" */
const char *plt_script_paper_hazard (const char *id); /* "intimité" of "intimite" */

/* ---- measures ---- */

/**
 * PltWeight: a measure as papers print it, with the shots and the effects
 * @premin: of those that have one; @estimate: of those that have only that
 * @effects: séquences by PltEffectClass
 *
 * PLT_UNKNOWN when nothing of it is known.
 */
typedef struct
{
  PltMinutage minutage;
  guint n;
  gint64 eighths, premin, estimate, minutes, shots;
  guint effects[PLT_EFFECT_DUSK + 1];
} PltWeight;

void plt_weight_init (PltWeight *self);
void plt_weight_add (PltWeight *self, const PltSequenceFacts *sequence);
gint64 plt_weight_seconds (const PltWeight *self); /* premin + estimate, PLT_UNKNOWN when neither */
/* Of the film: by pages, else by screen time, else by séquences: millionths. */
gint64 plt_weight_share (const PltWeight *self, const PltWeight *whole);
/* "3 I/J · 2 I/N": how many séquences of each effect, those there are. */
char *plt_weight_effects (const PltWeight *self);
const char *plt_script_paper_effect_name (PltEffectClass effect); /* "I/J", "aube" */
const char *plt_script_paper_effect_style (PltEffectClass effect);

/* ---- cells ---- */

PltDocCell *plt_script_paper_add_number (PltDocTable *table, const PltSequenceFacts *sequence);
PltDocCell *plt_script_paper_add_effect (PltDocTable *table, const PltSequenceFacts *sequence);
/* Its estimate, when it has no préminutage. */
gint64 plt_script_paper_estimate (const PltSequenceFacts *sequence);
/* Sums of what is known: PLT_UNKNOWN and 3 are 3. */
gint64 plt_script_paper_add (gint64 sum, gint64 value);
/* The number of a cell of the table, PLT_UNKNOWN when it is empty. */
gint64 plt_script_paper_value (const PltDocTable *table, guint row, guint column);
gboolean plt_script_paper_is_filled (const PltDocTable *table, guint row, guint column);
/* The cell just added sums its column over rows `first` to `last`; subtotals within are left out.
 */
void plt_script_paper_sum (PltDocCell *cell, guint column, guint first, guint last);

G_END_DECLS
