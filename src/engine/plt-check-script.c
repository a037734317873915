/* The text as séquences: numbers, décors, effects, pages, and the time on screen. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-breakdown.h"
#include "plt-check.h"
#include "plt-minutage.h"
#include "plt-number.h"
#include "plt-text.h"

static void
check_numbers (const PltFacts *facts, GPtrArray *issues)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &facts->sequences.items[i];
      PltRef ref = { "sequence", sequence->id, "number" };
      g_autofree char *number = plt_text_sort_key (sequence->number);
      g_autofree char *episode = plt_text_sort_key (sequence->episode);

      /* the episodes of a series count each from 1 */
      if (!g_hash_table_add (seen, g_strconcat (episode, "/", number, NULL)))
        g_ptr_array_add (
            issues,
            plt_issue_new ("script.number-twice", PLT_SEVERITY_ERROR, ref, NULL,
                           _ ("Two sequences have the number %s. Give one of them another."),
                           sequence->number));
    }
}

static void
check_sequence (const PltSequenceFacts *sequence, GPtrArray *issues)
{
  gint64 seconds = plt_sequence_seconds (sequence);

  if (sequence->set == 0)
    g_ptr_array_add (
        issues, plt_issue_new ("script.no-set", PLT_SEVERITY_WARNING,
                               (PltRef){ "sequence", sequence->id, "set" }, NULL,
                               _ ("Sequence %s has no set. Choose one so that it can be placed."),
                               sequence->number));
  if (*sequence->int_ext == '\0')
    g_ptr_array_add (issues,
                     plt_issue_new ("script.no-effect", PLT_SEVERITY_WARNING,
                                    (PltRef){ "sequence", sequence->id, "int_ext" }, NULL,
                                    _ ("Sequence %s says neither INT nor EXT. Choose one of them."),
                                    sequence->number));
  else if (*sequence->effect == '\0')
    g_ptr_array_add (
        issues, plt_issue_new ("script.no-effect", PLT_SEVERITY_WARNING,
                               (PltRef){ "sequence", sequence->id, "effect" }, NULL,
                               _ ("Sequence %s has no light. Choose JOUR, NUIT or another effect."),
                               sequence->number));
  else if (plt_effect_class (sequence->int_ext, sequence->effect) == PLT_EFFECT_NONE)
    g_ptr_array_add (
        issues,
        plt_issue_new ("script.no-effect", PLT_SEVERITY_WARNING,
                       (PltRef){ "sequence", sequence->id, "effect" }, NULL,
                       _ ("“%s”, the effect of sequence %s, is no light. Choose JOUR, NUIT or "
                          "another effect."),
                       sequence->effect, sequence->number));
  if (sequence->eighths == PLT_UNKNOWN || sequence->eighths == 0)
    g_ptr_array_add (issues,
                     plt_issue_new ("script.no-eighths", PLT_SEVERITY_WARNING,
                                    (PltRef){ "sequence", sequence->id, "eighths" }, NULL,
                                    _ ("Sequence %s has no length in pages. Write it in eighths, "
                                       "such as 1 2/8."),
                                    sequence->number));
  if (seconds == PLT_UNKNOWN || seconds == 0)
    g_ptr_array_add (issues,
                     plt_issue_new ("script.untimed", PLT_SEVERITY_WARNING,
                                    (PltRef){ "sequence", sequence->id, "premin_seconds" }, NULL,
                                    _ ("Sequence %s has no time on screen, not even an estimate. "
                                       "Write its timing."),
                                    sequence->number));
}

/* ±10 % of the announced length: practice, and a value of the referential. A total that lacks
 * séquences is only too long, never too short. */
static void
check_length (const PltFacts *facts, const PltMinutageParams *params, GPtrArray *issues)
{
  PltMinutage total = plt_minutage_total (facts);
  gint64 target = facts->production.target_seconds;
  gint64 allowed;
  PltRef ref = { "production", facts->production.id, "target_seconds" };
  g_autofree char *percent = NULL;
  g_autofree char *estimated = NULL;

  if (params->tolerance_e3 == PLT_UNKNOWN || target == PLT_UNKNOWN || target <= 0 || total.n == 0
      || !plt_number_mul_div (target, params->tolerance_e3, 1000, PLT_ROUND_DOWN, &allowed)
      || ABS (total.screen - target) <= allowed || (total.screen < target && total.n_untimed > 0))
    return;
  percent = plt_number_format ((gint64) params->tolerance_e3, 1, 0);
  estimated = total.n_estimated > 0
                  ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, " %u of them is an estimate.",
                                                  " %u of them are estimates.", total.n_estimated),
                                     total.n_estimated)
                  : g_strdup ("");
  g_ptr_array_add (
      issues,
      plt_issue_new (
          "script.length-off", PLT_SEVERITY_WARNING, ref, NULL,
          _ ("The %u sequences add up to %d min, the announced length is %d min: more than %s %% "
             "apart.%s Correct the timing or the announced length."),
          total.n, (int) ((total.screen + 30) / 60), (int) ((target + 30) / 60), percent,
          estimated));
}

static void
check_ratio (const PltFacts *facts, const PltMinutageParams *params, GPtrArray *issues)
{
  gint64 ratio = plt_minutage_per_page (facts);
  g_autofree char *value = NULL;

  if (ratio == PLT_UNKNOWN || params->page_low_e3 == PLT_UNKNOWN
      || params->page_high_e3 == PLT_UNKNOWN
      || (ratio >= params->page_low_e3 && ratio <= params->page_high_e3))
    return;
  value = plt_number_format ((ratio + 5) / 10, 2, 2);
  g_ptr_array_add (
      issues, plt_issue_new (
                  "script.page-ratio", PLT_SEVERITY_WARNING,
                  (PltRef){ "production", facts->production.id, NULL }, NULL,
                  ratio < params->page_low_e3
                      ? _ ("A page makes %s min on average, which is little. Check the timing, and "
                           "the lengths in eighths.")
                      : _ ("A page makes %s min on average, which is much. Check the timing, "
                           "and the lengths in eighths."),
                  value));
}

/**
 * plt_check_script: numbers, décors, effects, pages, time on screen against the announced length.
 */
void
plt_check_script (const PltFacts *facts, GPtrArray *issues)
{
  PltMinutageParams params;

  plt_minutage_open (facts, NULL, &params);
  check_numbers (facts, issues);
  for (guint i = 0; i < facts->sequences.n; i++)
    if (!plt_sequence_is_cut (&facts->sequences.items[i]))
      check_sequence (&facts->sequences.items[i], issues);
  check_length (facts, &params, issues);
  check_ratio (facts, &params, issues);
}
