#include "plt-minutage.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-breakdown.h"
#include "plt-error.h"
#include "plt-number.h"
#include "plt-plan.h"

/* ---- parameters ---- */

#define MAX_VALUE 1000000 /* sixteen minutes a page, in milliseconds: no sum below overflows */

static gint64
read_value (GKeyFile *file, const char *group, const char *key)
{
  g_autofree char *text = g_key_file_get_string (file, group, key, NULL);
  gint64 value;

  if (text == NULL || !g_ascii_string_to_signed (text, 10, 0, MAX_VALUE, &value, NULL))
    return PLT_UNKNOWN;
  return value;
}

gboolean
plt_minutage_parse (const char *content, PltMinutageParams *params, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (!g_key_file_load_from_data (file, content, (gsize) -1, G_KEY_FILE_NONE, NULL))
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("The parameters of the timing are not an INI file. Copy the file that comes "
                      "with Plateau and change its values."));
      return FALSE;
    }
  *params = (PltMinutageParams){
    .words_per_minute = read_value (file, "estimation", "mots_minute"),
    .cue_ms = read_value (file, "estimation", "replique_ms"),
    .action_word_ms = read_value (file, "estimation", "mot_action_ms"),
    .page_ms = read_value (file, "estimation", "page_ms"),
    .floor_e3 = read_value (file, "estimation", "plancher_e3"),
    .genre_e3 = read_value (file, "estimation", "genre_e3"),
    .tolerance_e3 = read_value (file, "controle", "tolerance_e3"),
    .page_low_e3 = read_value (file, "controle", "minutes_page_min_e3"),
    .page_high_e3 = read_value (file, "controle", "minutes_page_max_e3"),
  };
  return TRUE;
}

void
plt_minutage_open (const PltFacts *facts, const char *shipped, PltMinutageParams *params)
{
  static const PltMinutageParams unknown
      = { PLT_UNKNOWN, PLT_UNKNOWN, PLT_UNKNOWN, PLT_UNKNOWN, PLT_UNKNOWN,
          PLT_UNKNOWN, PLT_UNKNOWN, PLT_UNKNOWN, PLT_UNKNOWN };

  for (guint i = 0; i < facts->referentials.n; i++)
    if (strcmp (facts->referentials.items[i].name, PLT_MINUTAGE_REFERENTIAL) == 0
        && plt_minutage_parse (facts->referentials.items[i].content, params, NULL))
      return;
  if (shipped == NULL || !plt_minutage_parse (shipped, params, NULL))
    *params = unknown;
}

/* ---- the estimate ---- */

gint64
plt_minutage_estimate (
    gconstpointer data, guint dialogue_words, guint action_words, guint cues, guint eighths)
{
  const PltMinutageParams *params = data;
  gint64 spoken, played, least, seconds;

  if (params->words_per_minute <= 0 || params->cue_ms == PLT_UNKNOWN
      || params->action_word_ms == PLT_UNKNOWN || params->page_ms == PLT_UNKNOWN
      || params->floor_e3 == PLT_UNKNOWN || params->genre_e3 == PLT_UNKNOWN)
    return PLT_UNKNOWN;
  /* in thousandths of a millisecond, so that nothing is rounded before the end */
  if (!plt_number_mul_div (dialogue_words, G_GINT64_CONSTANT (60000000), params->words_per_minute,
                           PLT_ROUND_HALF_UP, &spoken)
      || !plt_number_mul_div (eighths, params->page_ms * params->floor_e3, 8, PLT_ROUND_HALF_UP,
                              &least)
      || !plt_number_mul_div (action_words, params->action_word_ms, 1, PLT_ROUND_HALF_UP, &played)
      || played > G_MAXINT64 / 4000 || spoken > G_MAXINT64 / 4)
    return PLT_UNKNOWN;
  played = played * 1000 + spoken + (gint64) cues * params->cue_ms * 1000;
  if (!plt_number_mul_div (MAX (played, least), params->genre_e3, G_GINT64_CONSTANT (1000000000),
                           PLT_ROUND_HALF_UP, &seconds))
    return PLT_UNKNOWN;
  return seconds;
}

/* ---- totals ---- */

void
plt_minutage_add (PltMinutage *self, const PltSequenceFacts *sequence)
{
  gint64 screen = plt_sequence_seconds (sequence);

  self->n++;
  if (sequence->eighths != PLT_UNKNOWN)
    self->eighths += sequence->eighths;
  else
    self->n_unpaged++;
  if (sequence->premin_seconds != PLT_UNKNOWN)
    {
      self->premin += sequence->premin_seconds;
      self->n_premin++;
    }
  if (sequence->estimate_seconds != PLT_UNKNOWN)
    {
      self->estimate += sequence->estimate_seconds;
      self->n_estimate++;
    }
  if (screen != PLT_UNKNOWN)
    {
      self->screen += screen;
      self->n_estimated += sequence->premin_seconds == PLT_UNKNOWN;
    }
  else
    self->n_untimed++;
  if (sequence->shooting_minutes != PLT_UNKNOWN)
    {
      self->shooting += sequence->shooting_minutes;
      self->n_shooting++;
    }
}

PltMinutage
plt_minutage_total (const PltFacts *facts)
{
  PltMinutage total = { 0 };

  for (guint i = 0; i < facts->sequences.n; i++)
    if (!plt_sequence_is_cut (&facts->sequences.items[i]))
      plt_minutage_add (&total, &facts->sequences.items[i]);
  return total;
}

gint64
plt_minutage_per_page (const PltFacts *facts)
{
  gint64 seconds = 0, eighths = 0, ratio;

  for (guint i = 0; i < facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &facts->sequences.items[i];
      gint64 screen = plt_sequence_seconds (sequence);

      if (plt_sequence_is_cut (sequence) || screen == PLT_UNKNOWN
          || sequence->eighths == PLT_UNKNOWN)
        continue;
      seconds += screen;
      eighths += sequence->eighths;
    }
  /* minutes a page: seconds / 60 over eighths / 8 */
  if (eighths <= 0 || !plt_number_mul_div (seconds, 8000, eighths * 60, PLT_ROUND_HALF_UP, &ratio))
    return PLT_UNKNOWN;
  return ratio;
}
