/* A sheet of hours as a table: date, start, meal_start, meal_end, end, place, kind. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-pay.h"
#include "plt-text.h"
#include "plt-time.h"

#define BOM "\357\273\277"
#define MAX_SHOWN 60 /* signs of a cell in a sentence */

enum
{
  DATE,
  START,
  MEAL_START,
  MEAL_END,
  END,
  PLACE,
  KIND,
  N_COLUMNS
};

static const char *const names[N_COLUMNS]
    = { "date", "start", "meal_start", "meal_end", "end", "place", "kind" };

static const struct
{
  const char *name;
  int value;
} kinds[] = {
  { "tournage", PLT_WORK_SHOOT },
  { "preparation", PLT_WORK_OTHER },
  { "autre", PLT_WORK_OTHER },
  { "transport", PLT_WORK_TRANSPORT },
  { "voyage", PLT_WORK_TRAVEL },
  { "ferie", PLT_WORK_HOLIDAY },
}, places[] = {
  { "idf", PLT_WORK_PARIS },
  { "region", PLT_WORK_ANYWHERE },
  { "studio", PLT_WORK_STUDIO },
  { "studio-agree", PLT_WORK_STUDIO | PLT_WORK_APPROVED_STUDIO },
};

static gboolean
refuse (guint line, const char *text, GError **error)
{
  g_autofree char *shown = plt_text_shorten (text, MAX_SHOWN);

  g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
               _ ("Line %u of the sheet of hours: “%s” is not understood. Correct it."), line,
               shown);
  return FALSE;
}

/* An hour as people write it, or nothing. */
static gboolean
parse_hour (const char *text, gint64 *minutes)
{
  *minutes = PLT_UNKNOWN;
  return *text == '\0' || plt_clock_parse (text, minutes, NULL);
}

static gboolean
parse_words (const char *text, PltWorkDay *day)
{
  g_auto (GStrv) words = g_strsplit_set (text, " +/", -1);

  for (guint w = 0; words[w] != NULL; w++)
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (places) && strcmp (words[w], places[i].name) != 0)
        i++;
      if (*words[w] == '\0')
        continue;
      if (i == G_N_ELEMENTS (places))
        return FALSE;
      day->place |= (guint) places[i].value;
    }
  return TRUE;
}

static gboolean
parse_kind (const char *text, PltWorkDay *day)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (text, kinds[i].name) == 0)
      {
        day->kind = (PltWorkKind) kinds[i].value;
        return TRUE;
      }
  return *text == '\0';
}

static gboolean
parse_line (char **cells, const int *columns, guint line, PltWorkDay *day, GError **error)
{
  const char *texts[N_COLUMNS];
  guint n = g_strv_length (cells);

  for (int c = 0; c < N_COLUMNS; c++)
    texts[c] = columns[c] >= 0 && (guint) columns[c] < n ? g_strstrip (cells[columns[c]]) : "";
  if (!plt_date_parse (texts[DATE], &day->date, NULL) || day->date == PLT_DATE_NONE)
    return refuse (line, texts[DATE], error);
  if (!parse_hour (texts[START], &day->start))
    return refuse (line, texts[START], error);
  if (!parse_hour (texts[MEAL_START], &day->meal_start))
    return refuse (line, texts[MEAL_START], error);
  if (!parse_hour (texts[MEAL_END], &day->meal_end))
    return refuse (line, texts[MEAL_END], error);
  if (!parse_hour (texts[END], &day->end))
    return refuse (line, texts[END], error);
  if (!parse_words (texts[PLACE], day))
    return refuse (line, texts[PLACE], error);
  return parse_kind (texts[KIND], day) || refuse (line, texts[KIND], error);
}

static gboolean
find_columns (char **titles, int *columns, GError **error)
{
  for (int c = 0; c < N_COLUMNS; c++)
    {
      columns[c] = -1;
      for (int i = 0; titles[i] != NULL; i++)
        if (strcmp (g_strstrip (titles[i]), names[c]) == 0)
          columns[c] = i;
      if (columns[c] >= 0 || c == PLACE || c == KIND || c == MEAL_START || c == MEAL_END)
        continue;
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("The sheet of hours has no column “%s”. Its first line names the columns: "
                      "date, start, meal_start, meal_end, end, place, kind."),
                   names[c]);
      return FALSE;
    }
  return TRUE;
}

static GArray *
refuse_whole (GError **error)
{
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                       _ ("The sheet of hours is empty, or not a text in UTF-8. Its first line "
                          "names the columns: date, "
                          "start, meal_start, meal_end, end, place, kind."));
  return NULL;
}

static GArray *
parse (const char *text, GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, TRUE, sizeof (PltWorkDay));
  g_auto (GStrv) lines
      = g_strsplit (g_str_has_prefix (text, BOM) ? text + strlen (BOM) : text, "\n", -1);
  const char *separator = strchr (lines[0] != NULL ? lines[0] : "", ';') != NULL ? ";" : ",";
  int columns[N_COLUMNS];
  gboolean begun = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (g_strstrip (lines[i]), separator, -1);
      PltWorkDay day = { 0 };

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      if (!begun && !find_columns (cells, columns, error))
        return NULL;
      if (begun && !parse_line (cells, columns, i + 1, &day, error))
        return NULL;
      if (begun)
        g_array_append_val (days, day);
      begun = TRUE;
    }
  if (!begun)
    return refuse_whole (error);
  return g_steal_pointer (&days);
}

GArray *
plt_work_days_parse (const char *text, GError **error)
{
  return g_utf8_validate (text, -1, NULL) ? parse (text, error) : refuse_whole (error);
}
