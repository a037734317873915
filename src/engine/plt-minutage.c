#include "plt-minutage.h"

#define WORD_MS 375 /* 160 words a minute */
#define CUE_MS 700
#define ACTION_WORD_MS 500
#define FLOOR_EIGHTH_MS 6000 /* 7,5 s × 0,8 */

gint64
plt_minutage_estimate (guint dialogue_words, guint action_words, guint cues, guint eighths)
{
  gint64 spoken = (gint64) dialogue_words * WORD_MS + (gint64) cues * CUE_MS;
  gint64 played = spoken + (gint64) action_words * ACTION_WORD_MS;
  gint64 least = (gint64) eighths * FLOOR_EIGHTH_MS;

  return (MAX (played, least) + 500) / 1000;
}
