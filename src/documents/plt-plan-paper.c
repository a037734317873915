#include "plt-plan-paper.h"

#include <string.h>

#include "plt-text.h"

#define NOWHERE ((PltRef){ NULL, 0, NULL })

/* Names that head the plan, and what version it is; what is not known is left out. */
static char *
subtitle_of (const PltPaperSource *source)
{
  const PltProductionFacts *production = &source->facts->production;
  g_autofree char *note = plt_paper_version_note (source);
  const char *const parts[][2] = {
    { "Réalisation : ", production->director },
    { "Assistanat à la mise en scène : ", production->first_assistant },
    { "Direction de production : ", production->production_manager },
    { "", note },
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i][1] != '\0')
      g_string_append_printf (text, "%s%s%s", text->len > 0 ? " · " : "", parts[i][0], parts[i][1]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * plt_plan_paper_new:
 *
 * Returns: (transfer full): an empty paper of the plan that @source holds
 */
PltDocument *
plt_plan_paper_new (const PltPaperSource *source,
                    const char *title,
                    PltPaper paper,
                    PltOrientation orientation)
{
  g_autofree char *version = plt_paper_version (source);
  g_autofree char *subtitle = subtitle_of (source);

  return plt_paper_new (source, title, subtitle, version, paper, orientation);
}

gboolean
plt_plan_paper_begin (const PltPaperSource *source, PltDocument *document)
{
  if (source->plan->days->len > 0)
    return TRUE;
  plt_document_paragraph (document, "text.note", "Le plan n’a pas encore de jour de tournage.",
                          NOWHERE);
  return FALSE;
}

void
plt_plan_paper_unplaced (const PltPaperSource *source, PltDocument *document)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < source->plan->unplaced->len; i++)
    g_string_append_printf (numbers, "%s%s", i > 0 ? ", " : "",
                            ((const PltSequenceFacts *) source->plan->unplaced->pdata[i])->number);
  if (numbers->len > 0)
    plt_document_runs (document, "text.warning", "run.bold", "Séquences à placer : ", "run.normal",
                       numbers->str, NULL);
}

char *
plt_plan_paper_day (const PltDayPlan *day)
{
  static const char *const kinds[][2]
      = { { "repos", "Repos" },     { "ferie", "Férié" },     { "voyage", "Voyage" },
          { "relache", "Relâche" }, { "reserve", "Réserve" }, { "tournage", "Tournage" } };

  if (day->number > 0)
    {
      g_autofree char *unit
          = day->day->unit > 1 ? g_strdup_printf (" %" G_GINT64_FORMAT "e équipe", day->day->unit)
                               : g_strdup ("");

      return g_strdup_printf ("J%u%s%s", day->number,
                              strcmp (day->day->kind, "reserve") == 0 ? " réserve" : "", unit);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i][0], day->day->kind) == 0)
      return g_strdup (kinds[i][1]);
  return g_strdup (day->day->kind);
}

char *
plt_plan_paper_date (const PltDayPlan *day)
{
  return day->day->date != PLT_DATE_NONE ? plt_date_format_day (day->day->date)
                                         : g_strdup ("sans date");
}

char *
plt_plan_paper_places (const PltPaperSource *source, const PltDayPlan *day)
{
  g_autoptr (GPtrArray) places = plt_paper_places (source, day);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const PltLocationFacts *place = places->pdata[i];

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? " ; " : "", place->name,
                              *place->city != '\0' ? ", " : "", place->city);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
plt_plan_paper_number (const PltSequenceFacts *sequence, const PltStripFacts *strip)
{
  return g_strdup_printf ("%s%s%s", sequence->number, *strip->part != '\0' ? " " : "", strip->part);
}

const char *
plt_plan_paper_state (const PltSequenceFacts *sequence, const PltStripFacts *strip)
{
  static const char *const states[][2]
      = { { "tournee", "tournée" },     { "partielle", "partielle" }, { "reportee", "reportée" },
          { "supprimee", "supprimée" }, { "retake", "retake" },       { "ajoutee", "ajoutée" } };
  const char *state = *strip->shot != '\0' ? strip->shot : sequence->status;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (strcmp (states[i][0], state) == 0)
      return states[i][1];
  return "";
}

char *
plt_plan_paper_shorten (const char *text, gsize signs)
{
  g_autofree char *cut = plt_text_shorten (text, signs);
  char *space = strcmp (cut, text) != 0 ? strrchr (cut, ' ') : NULL;

  if (space == NULL)
    return g_steal_pointer (&cut);
  while (space > cut && strchr (" ,;:.!?", space[-1]) != NULL)
    space--;
  *space = '\0';
  return g_strconcat (cut, "…", NULL);
}

char *
plt_plan_paper_total (const PltPaperSource *source)
{
  const PltPlan *plan = source->plan;
  const struct
  {
    guint n;
    const char *one, *many;
  } parts[] = {
    { plan->n_shooting_days, "jour", "jours" },
    { plan->n_sequences, "séquence", "séquences" },
    { plan->n_nights, "nuit", "nuits" },
    { plan->n_moves, "déplacement", "déplacements" },
  };
  g_autoptr (GString) text = g_string_new ("Total");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].n > 0)
      g_string_append_printf (text, "   %u %s", parts[i].n,
                              parts[i].n > 1 ? parts[i].many : parts[i].one);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
plt_plan_paper_once (const PltPaperSource *source, PltDocument *document)
{
  gint64 eighths = 0, seconds = 0;

  for (guint i = 0; i < source->plan->days->len; i++)
    {
      const PltDayPlan *day = source->plan->days->pdata[i];

      eighths += day->eighths;
      seconds += day->seconds;
    }
  if (eighths != source->plan->eighths || seconds != source->plan->seconds)
    plt_document_paragraph (document, "text.small",
                            "Une séquence tournée en plusieurs jours compte chaque jour, et une "
                            "seule fois dans le total.",
                            NOWHERE);
}

char *
plt_plan_paper_roles (const PltPaperSource *source)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < source->plan->presences->len; i++)
    {
      const PltPresence *presence = source->plan->presences->pdata[i];
      g_autofree char *player = NULL;

      if (presence->n_worked == 0 || presence->element->number == PLT_UNKNOWN
          || strcmp (presence->category->family, "roles") != 0)
        continue;
      player = plt_paper_player (source, presence->element);
      g_string_append_printf (text, "%s%" G_GINT64_FORMAT ".\302\240%s%s%s%s",
                              text->len > 0 ? "  ·  " : "", presence->element->number,
                              presence->element->name, *player != '\0' ? " (" : "", player,
                              *player != '\0' ? ")" : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
