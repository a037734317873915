/* Which rows of the rétroplanning a paper shows, under which heads: of a phase, a team, a person,
 * of the critical path, within dates; by phase, by team or by person. */
#pragma once

#include <glib/gi18n-lib.h>

#include "plt-document-kind.h"
#include "plt-retro-paper.h"

G_BEGIN_DECLS

/**
 * PltRetroItem: a line of a paper
 * @row: (nullable): NULL for a head that is no row of the plan
 * @head: (nullable): what stands there for a head, lent by the choice
 * @depth: 0 for the outermost heads
 * @from: @to: its own; of a head, and where a team, a person or the critical path is chosen of a
 *   phase and of a group too: of what is shown below it; PLT_DATE_NONE without dates
 */
typedef struct
{
  const PltRetroRow *row;
  const char *head;
  guint depth;
  PltDate from, to;
} PltRetroItem;

typedef struct
{
  const PltRetroPaper *paper;
  const char *phase; /* (nullable) */
  char *team;        /* (nullable) */
  char *person_name; /* (nullable) */
  gint64 person;
  gboolean critical, registers;
  PltDate from, to; /* or PLT_DATE_NONE */
  GArray *items;    /* PltRetroItem */
  GPtrArray *texts;
} PltRetroChoice;

#define PLT_RETRO_CHOICE_PARAMS                                                                    \
  { .id = "debut", .title = N_ ("From"), .type = PLT_PARAM_DATE },                                 \
      { .id = "fin", .title = N_ ("To"), .type = PLT_PARAM_DATE },                                 \
      { .id = "phase",                                                                             \
        .title = N_ ("Phase"),                                                                     \
        .type = PLT_PARAM_CHOICE,                                                                  \
        .choices = "toutes,developpement,preparation,tournage,postproduction,diffusion",           \
        .initial = "toutes",                                                                       \
        .titles = N_ ("All,Development,Preparation,Shoot,Post-production,Release") },              \
      { .id = "equipe", .title = N_ ("Team"), .type = PLT_PARAM_TEXT },                            \
      { .id = "personne",                                                                          \
        .title = N_ ("Person"),                                                                    \
        .type = PLT_PARAM_REFERENCE,                                                               \
        .table = "person" },                                                                       \
      { .id = "rangs",                                                                             \
        .title = N_ ("Group rows by"),                                                             \
        .type = PLT_PARAM_CHOICE,                                                                  \
        .choices = "phase,equipe,personne",                                                        \
        .initial = "phase",                                                                        \
        .titles = N_ ("Phase,Team,Person") },                                                      \
      { .id = "critique",                                                                          \
        .title = N_ ("Critical path only"),                                                        \
        .type = PLT_PARAM_BOOLEAN,                                                                 \
        .initial = "0" },                                                                          \
  {                                                                                                \
    .id = "registres", .title = N_ ("Dates of other registers"), .type = PLT_PARAM_BOOLEAN,        \
    .initial = "1"                                                                                 \
  }

/* `paper` outlives the choice. PLT_ERROR_NOT_FOUND for a person or a team that is not there. */
gboolean plt_retro_choice_read (PltRetroChoice *self,
                                const PltRetroPaper *paper,
                                const PltParams *params,
                                GError **error);
void plt_retro_choice_clear (PltRetroChoice *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PltRetroChoice, plt_retro_choice_clear)
/* (transfer full): "Rétroplanning – Postproduction – Son" */
char *plt_retro_choice_title (const PltRetroChoice *self, const char *title);
/* (transfer full): of a head, of a row: its name */
char *plt_retro_item_name (const PltRetroItem *item);
/* For calendars: what is shown, each once. */
void plt_retro_choice_entries (const PltRetroChoice *self, PltDocument *document);
/* TRUE for a head, a phase and a group. */
gboolean plt_retro_item_is_group (const PltRetroItem *item);

#define PLT_RETRO_NOTHING_CHOSEN                                                                   \
  "Aucune tâche ne répond à ce choix : élargir les dates, la phase, l’équipe ou la personne."

G_END_DECLS
