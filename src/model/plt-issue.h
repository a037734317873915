/* PltIssue: a finding of the trade, not an error of the program. */
#pragma once

#include "plt-value.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_SEVERITY_INFO,
  PLT_SEVERITY_WARNING,
  PLT_SEVERITY_ERROR,
} PltSeverity;

/**
 * PltIssue:
 * @rule: static id, "plan.role-twice-at-once"
 * @severity: how grave
 * @ref: the row it is about
 * @message: (owned): one sentence, translated
 * @source: (owned) (nullable): the legal or professional source, "Code du travail L3131-1"
 */
typedef struct
{
  const char *rule;
  PltSeverity severity;
  PltRef ref;
  char *message;
  char *source;
} PltIssue;

PltIssue *plt_issue_new (
    const char *rule, PltSeverity severity, PltRef ref, const char *source, const char *format, ...)
    G_GNUC_PRINTF (5, 6);
void plt_issue_free (PltIssue *self);
const char *plt_severity_id (PltSeverity severity); /* "info", "warning", "error" */
GPtrArray *plt_issues_new (void);                   /* (element-type PltIssue), frees its issues */
/* Adds one to the end of them: plt_issue_new(). */
void plt_issues_add (GPtrArray *issues,
                     const char *rule,
                     PltSeverity severity,
                     PltRef ref,
                     const char *source,
                     const char *format,
                     ...) G_GNUC_PRINTF (6, 7);
void plt_issues_sort (GPtrArray *issues); /* gravest first, then by rule and row */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltIssue, plt_issue_free)

G_END_DECLS
