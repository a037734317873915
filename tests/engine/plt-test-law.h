/* A film for the checks of the plan de travail: days with their hours, the law and the holidays of
 * the repository. Day 1 is Monday 12 April 2027. */
#pragma once

#include "plt-facts.h"
#include "plt-issue.h"

G_BEGIN_DECLS

#define H(hours, minutes) ((hours) *60 + (minutes))
#define NO_MEAL (-1)
#define DAY(at, from, to)                                                                          \
  {                                                                                                \
    at, from, to, 0                                                                                \
  }

typedef struct
{
  int offset; /* days after 12 April 2027 */
  int start, end;
  int meal; /* 0: four hours after the start */
} Hours;

/* The film with its days replaced: each has the séquence 2 (kitchen, Nora). */
PltFacts *law_film (const char *agreement, const char *kind, const Hours *hours, guint n);
GPtrArray *law_check (const PltFacts *facts); /* findings of its plan */
guint law_count (const GPtrArray *issues, const char *rule, const PltIssue **first);
char *law_plain (const char *text); /* with common spaces: durations have narrow no-break ones */
int law_run (void);                 /* reads the referentials, then g_test_run() */

G_END_DECLS
