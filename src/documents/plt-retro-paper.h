/* What the papers of the rétroplanning share: the plan of the tasks, and French words for it. */
#pragma once

#include "plt-paper.h"
#include "plt-retro.h"

G_BEGIN_DECLS

#define PLT_RETRO_NO_REF ((PltRef){ NULL, 0, NULL })

typedef struct
{
  PltPaperSource source;
  PltRetro *retro;
} PltRetroPaper;

gboolean plt_retro_paper_open (PltRetroPaper *self,
                               PltStore *store,
                               const PltParams *params,
                               GError **error);
void plt_retro_paper_close (PltRetroPaper *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PltRetroPaper, plt_retro_paper_close)

/* A new paper with what the plan comes to as its subtitle. */
PltDocument *plt_retro_paper_new (const PltRetroPaper *self,
                                  const char *title,
                                  PltPaper paper,
                                  PltOrientation orientation);
/* Says that there is nothing when there is nothing; TRUE when there is. */
gboolean plt_retro_paper_begin (const PltRetroPaper *self, PltDocument *document);
/* "PAD le lun. 14 juin 2028 · 9 jours ouvrés de marge" */
char *plt_retro_paper_summary (const PltRetroPaper *self);
const char *plt_retro_paper_phase (const char *id); /* "Préparation" */
guint plt_retro_paper_phase_number (const char *id);
/* Columns of a workbook for the calendar: a day, a week or a month each, so that all of them are
 * read on one sheet. */
void plt_retro_paper_bars (PltDocBars *bars, PltDate from, PltDate to);
/* Of the bars of a phase, by its number; of a head: G_MAXUINT. */
guint32 plt_retro_paper_color (guint phase);
/* The name of a row, with a phase in French. */
char *plt_retro_paper_name (const PltRetroRow *row);
char *plt_retro_paper_duration (const PltRetroRow *row);    /* "12 j", "30 j cal.", "" */
char *plt_retro_paper_slack (const PltRetroRow *row);       /* "9 j", "−3 j", "" */
const char *plt_retro_paper_state (const PltRetroRow *row); /* "En cours" */
char *plt_retro_paper_date (PltDate date);                  /* "14/06/28", "" for none */
/* "Montage image ; Bruitage (DD + 5 j)": what it waits for */
char *plt_retro_paper_predecessors (const PltRetroPaper *self, const PltRetroRow *row);
/* Entries for calendars, of the rows (element-type PltRetroRow) of the set: a task is one entry
 * over all its days, as calendars draw it, a milestone is one day. */
void plt_retro_paper_entries (const PltRetroPaper *self, PltDocument *document, GHashTable *wanted);

G_END_DECLS
