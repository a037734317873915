#include "plt-planche-edit.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "plt-breakdown.h"
#include "plt-error.h"
#include "plt-plan-version.h"
#include "plt-text.h"
#include "plt-time.h"

gboolean
plt_planche_edits_plan (PltPlancheLine line)
{
  return line == PLT_PLANCHE_DATE || line == PLT_PLANCHE_HOURS || line == PLT_PLANCHE_NOTE
         || line == PLT_PLANCHE_TIME;
}

gboolean
plt_planche_can_edit (PltPlancheLine line, gint64 day, gint64 strip, gint64 sequence)
{
  switch ((int) line)
    {
    case PLT_PLANCHE_DATE:
    case PLT_PLANCHE_HOURS:
    case PLT_PLANCHE_NOTE:
      return day != 0;
    case PLT_PLANCHE_TIME:
      return strip != 0;
    case PLT_PLANCHE_SYNOPSIS:
    case PLT_PLANCHE_STORY_DAY:
    case PLT_PLANCHE_LENGTH:
    case PLT_PLANCHE_PAGES:
    case PLT_PLANCHE_SHOTS:
      return sequence != 0;
    default:
      return FALSE;
    }
}

PltDate
plt_planche_read_date (const char *text, PltDate near)
{
  PltDate date = PLT_DATE_NONE;
  int day, month, year = 0;
  char rest;

  if (near != PLT_DATE_NONE && sscanf (text, "%2d/%2d%c", &day, &month, &rest) == 2)
    {
      plt_date_to_ymd (near, &year, NULL, NULL);
      return plt_date_from_ymd (year, month, day);
    }
  return plt_date_parse (text, &date, NULL) ? date : PLT_DATE_NONE;
}

/* ---- lines ---- */

/* "9h - 19h", "9h00 – 19h00"; "9h" alone leaves the end as it is, "9h -" has none. */
static gboolean
add_hours (PltBatch *batch, gint64 day, const char *text, GError **error)
{
  g_autoptr (GString) plain = g_string_new (text);
  g_auto (GStrv) parts = NULL;
  gint64 hours[2] = { PLT_UNKNOWN, PLT_UNKNOWN };

  g_string_replace (plain, "–", "-", 0);
  g_string_replace (plain, "—", "-", 0);
  g_string_replace (plain, " à ", "-", 0);
  parts = g_strsplit (plain->str, "-", 2);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = plt_text_squeeze (parts[i]);

      if (*part != '\0' && !plt_clock_parse (part, &hours[i], error))
        return FALSE;
    }
  /* a night goes on after midnight */
  if (hours[0] != PLT_UNKNOWN && hours[1] != PLT_UNKNOWN && hours[1] <= hours[0]
      && hours[1] < 24 * 60)
    hours[1] += 24 * 60;
  plt_batch_update (batch, "shooting_day", day);
  plt_batch_set_known (batch, "start_minutes", hours[0]);
  if (hours[0] == PLT_UNKNOWN || parts[1] != NULL)
    plt_batch_set_known (batch, "end_minutes", hours[1]);
  return TRUE;
}

static gboolean
add_date (const PltFacts *facts, PltBatch *batch, gint64 day, const char *text, GError **error)
{
  const PltDayFacts *found = PLT_FACTS_FIND (facts->days, PltDayFacts, day);
  PltDate date = *text != '\0'
                     ? plt_planche_read_date (text, found != NULL ? found->date : PLT_DATE_NONE)
                     : PLT_DATE_NONE;

  if (*text != '\0' && date == PLT_DATE_NONE && !plt_date_parse (text, &date, error))
    return FALSE;
  plt_batch_update (batch, "shooting_day", day);
  plt_batch_set_date (batch, "date", date);
  return TRUE;
}

static gboolean
read_value (PltPlancheLine line, const char *text, gint64 *value, GError **error)
{
  *value = PLT_UNKNOWN;
  if (*text == '\0')
    return TRUE;
  if (line == PLT_PLANCHE_LENGTH)
    return plt_seconds_parse (text, value, error);
  if (line == PLT_PLANCHE_PAGES)
    return plt_eighths_parse (text, value, error);
  if (line == PLT_PLANCHE_TIME)
    return plt_duration_parse (text, value, error);
  if (g_ascii_string_to_signed (text, 10, 0, 9999, value, NULL))
    return TRUE;
  g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID, _ ("“%s” is no number of shots."), text);
  return FALSE;
}

static gboolean
add_line (const PltFacts *facts,
          PltBatch *batch,
          const PltPlancheEdit *edit,
          const char *text,
          GError **error)
{
  static const char *const columns[PLT_PLANCHE_N_LINES] = {
    [PLT_PLANCHE_SYNOPSIS] = "synopsis",
    [PLT_PLANCHE_STORY_DAY] = "story_day",
    [PLT_PLANCHE_LENGTH] = "premin_seconds",
    [PLT_PLANCHE_PAGES] = "eighths",
    [PLT_PLANCHE_SHOTS] = "shots",
    [PLT_PLANCHE_TIME] = "minutes",
    [PLT_PLANCHE_NOTE] = "note",
  };
  gint64 value;

  switch ((int) edit->line)
    {
    case PLT_PLANCHE_DATE:
      return add_date (facts, batch, edit->day, text, error);
    case PLT_PLANCHE_HOURS:
      return add_hours (batch, edit->day, text, error);
    case PLT_PLANCHE_NOTE:
      plt_batch_update (batch, "shooting_day", edit->day);
      plt_batch_set_text (batch, columns[edit->line], text);
      return TRUE;
    case PLT_PLANCHE_SYNOPSIS:
    case PLT_PLANCHE_STORY_DAY:
      plt_batch_update (batch, "sequence", edit->sequence);
      plt_batch_set_text (batch, columns[edit->line], text);
      return TRUE;
    default:
      if (!read_value (edit->line, text, &value, error))
        return FALSE;
      if (edit->line == PLT_PLANCHE_TIME)
        plt_batch_update (batch, "strip", edit->strip);
      else
        plt_batch_update (batch, "sequence", edit->sequence);
      plt_batch_set_known (batch, columns[edit->line], value);
      return TRUE;
    }
}

/* ---- crosses ---- */

static gboolean
add_cross (const PltFacts *facts,
           PltBatch *batch,
           const PltPlancheEdit *edit,
           const char *text,
           GError **error)
{
  const PltElementFacts *element = PLT_FACTS_FIND (facts->elements, PltElementFacts, edit->element);
  const PltOccurrenceFacts *found
      = plt_facts_find_occurrence (facts, edit->sequence, edit->element);
  g_autofree char *own = element != NULL && element->number != PLT_UNKNOWN
                             ? g_strdup_printf ("%" G_GINT64_FORMAT, element->number)
                             : g_strdup ("");
  g_autofree char *what = NULL;
  gint64 quantity = PLT_UNKNOWN;

  if (element == NULL || edit->sequence == 0)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("There is no sequence here. Choose a column that has one."));
      return FALSE;
    }
  if (*text == '\0')
    {
      if (found != NULL)
        plt_batch_delete (batch, "sequence_element", found->id);
      return TRUE;
    }
  /* the number of a role in its own row is its mark */
  if (strcmp (text, own) != 0 && !g_ascii_string_to_signed (text, 10, 1, 99999, &quantity, NULL))
    quantity = PLT_UNKNOWN;
  if (found != NULL)
    {
      if (quantity != PLT_UNKNOWN && quantity != found->quantity)
        {
          plt_batch_update (batch, "sequence_element", found->id);
          plt_batch_set_integer (batch, "quantity", quantity);
        }
      return TRUE;
    }
  what = quantity != PLT_UNKNOWN && quantity > 1
             ? g_strdup_printf ("%s x%" G_GINT64_FORMAT, element->name, quantity)
             : g_strdup (element->name);
  return plt_breakdown_add_element (facts, edit->sequence, element->category, what, batch, error);
}

/* ---- writing ---- */

static char *
label_of (const PltFacts *facts, const PltPlancheEdit *edit, guint n, const char *text)
{
  const PltElementFacts *element = PLT_FACTS_FIND (facts->elements, PltElementFacts, edit->element);
  const PltSequenceFacts *sequence
      = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, edit->sequence);

  if (n == 1 && element != NULL && sequence != NULL)
    return g_strdup_printf (*text == '\0' ? _ ("Remove %s from sequence %s")
                                          : _ ("Add %s to sequence %s"),
                            element->name, sequence->number);
  return g_strdup_printf (
      ngettext ("Change %u cell of the schedule", "Change %u cells of the schedule", n), n);
}

static gboolean
check_plan (PltSession *session, const PltPlancheEdit *edit, GError **error)
{
  const PltFacts *facts = plt_session_get_facts (session);
  const PltPlan *plan = plt_session_get_plan (session);
  g_autofree char *sentence = NULL;

  if (edit->element != 0 || !plt_planche_edits_plan (edit->line) || plan->schedule == NULL
      || !plt_schedule_is_frozen (facts, plan->schedule->id))
    return TRUE;
  sentence = plt_schedule_frozen_sentence (plan->schedule);
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CONFLICT, sentence);
  return FALSE;
}

gboolean
plt_planche_edit_apply (PltSession *session,
                        const PltPlancheEdit *edits,
                        guint n_edits,
                        const char *const *texts,
                        GError **error)
{
  const PltFacts *facts;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;
  gboolean removes = FALSE;

  g_return_val_if_fail (PLT_IS_SESSION (session) && (edits != NULL || n_edits == 0), FALSE);

  facts = plt_session_get_facts (session);
  for (guint i = 0; i < n_edits; i++)
    {
      const PltPlancheEdit *edit = &edits[i];
      g_autofree char *text = plt_text_squeeze (texts[i]);

      if (edit->element == 0
          && !plt_planche_can_edit (edit->line, edit->day, edit->strip, edit->sequence))
        continue; /* a block is pasted over what is only shown */
      if (!check_plan (session, edit, error)
          || !(edit->element != 0 ? add_cross (facts, batch, edit, text, error)
                                  : add_line (facts, batch, edit, text, error)))
        return FALSE;
      removes = removes || (edit->element != 0 && *text == '\0');
    }
  if (plt_batch_get_n_edits (batch) == 0)
    return TRUE;
  label = label_of (facts, edits, n_edits, texts[0]);
  if (!plt_store_apply (plt_session_get_store (session), label, NULL, batch, NULL, error))
    return FALSE;
  if (removes)
    plt_session_toast (session, label, _ ("Undo"), "win.undo");
  return TRUE;
}

gboolean
plt_planche_edit_toggle (PltSession *session, const PltPlancheEdit *edit, GError **error)
{
  const char *text;

  g_return_val_if_fail (PLT_IS_SESSION (session) && edit != NULL, FALSE);

  text = plt_facts_find_occurrence (plt_session_get_facts (session), edit->sequence, edit->element)
                 != NULL
             ? ""
             : "x";
  return plt_planche_edit_apply (session, edit, 1, &text, error);
}
