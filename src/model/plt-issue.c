#include "plt-issue.h"

#include <string.h>

static PltIssue *new_issue (const char *rule,
                            PltSeverity severity,
                            PltRef ref,
                            const char *source,
                            const char *format,
                            va_list args) G_GNUC_PRINTF (5, 0);

static PltIssue *
new_issue (const char *rule,
           PltSeverity severity,
           PltRef ref,
           const char *source,
           const char *format,
           va_list args)
{
  PltIssue *self = g_new0 (PltIssue, 1);

  self->rule = rule;
  self->severity = severity;
  self->ref = ref;
  self->source = g_strdup (source);
  self->message = g_strdup_vprintf (format, args);
  return self;
}

/**
 * plt_issue_new:
 * @rule: static id, "plan.role-twice-at-once"
 * @severity: how grave
 * @ref: the row it is about
 * @source: (nullable): the legal or professional source
 * @format: one translated sentence, as for printf()
 *
 * Returns: (transfer full): the issue
 */
PltIssue *
plt_issue_new (
    const char *rule, PltSeverity severity, PltRef ref, const char *source, const char *format, ...)
{
  PltIssue *self;
  va_list args;

  g_return_val_if_fail (rule != NULL && format != NULL, NULL);

  va_start (args, format);
  self = new_issue (rule, severity, ref, source, format, args);
  va_end (args);
  return self;
}

void
plt_issues_add (GPtrArray *issues,
                const char *rule,
                PltSeverity severity,
                PltRef ref,
                const char *source,
                const char *format,
                ...)
{
  va_list args;

  g_return_if_fail (issues != NULL && rule != NULL && format != NULL);

  va_start (args, format);
  g_ptr_array_add (issues, new_issue (rule, severity, ref, source, format, args));
  va_end (args);
}

/**
 * plt_issue_free:
 * @self: (transfer full): an issue
 */
void
plt_issue_free (PltIssue *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->message);
  g_free (self->source);
  g_free (self);
}

/**
 * plt_severity_id:
 * @severity: how grave
 *
 * Returns: "info", "warning" or "error"
 */
const char *
plt_severity_id (PltSeverity severity)
{
  switch (severity)
    {
    case PLT_SEVERITY_INFO:
      return "info";
    case PLT_SEVERITY_WARNING:
      return "warning";
    case PLT_SEVERITY_ERROR:
      return "error";
    default:
      g_assert_not_reached ();
    }
}

/**
 * plt_issues_new:
 *
 * Returns: (transfer full) (element-type PltIssue): an empty list that frees its issues
 */
GPtrArray *
plt_issues_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) plt_issue_free);
}

static int
compare_issues (gconstpointer a, gconstpointer b)
{
  const PltIssue *left = *(const PltIssue *const *) a;
  const PltIssue *right = *(const PltIssue *const *) b;
  int order;

  if (left->severity != right->severity)
    return left->severity > right->severity ? -1 : 1;
  order = strcmp (left->rule, right->rule);
  if (order == 0)
    order = g_strcmp0 (left->ref.table, right->ref.table);
  if (order == 0 && left->ref.id != right->ref.id)
    order = left->ref.id < right->ref.id ? -1 : 1;
  if (order == 0)
    order = g_strcmp0 (left->ref.column, right->ref.column);
  return order != 0 ? order : strcmp (left->message, right->message);
}

/**
 * plt_issues_sort:
 * @issues: (element-type PltIssue): put in order: gravest first, then by rule, row, column and
 *   message, so that the same findings always come in the same order
 */
void
plt_issues_sort (GPtrArray *issues)
{
  g_return_if_fail (issues != NULL);

  g_ptr_array_sort (issues, compare_issues);
}
