/* The ways out in sentences. */
#include <glib/gi18n-lib.h>

#include "plt-retro-private.h"
#include "plt-retro-ways.h"

static const char *
name_of (const PltRetro *self, gint64 task)
{
  int index = plt_retro_index (self, task);

  return index >= 0 ? plt_retro_name (self, (guint) index) : "";
}

static char *
shorter_text (const PltRetro *self, const PltRetroWay *way)
{
  return g_strdup_printf (ngettext ("Shorten “%s” by %d day: %d instead of %d",
                                    "Shorten “%s” by %d days: %d instead of %d",
                                    (gulong) way->days),
                          name_of (self, way->task), way->days, way->becomes, way->was);
}

static char *
link_text (const PltRetro *self, const PltRetroWay *way)
{
  const PltTaskLinkFacts *link
      = PLT_FACTS_FIND (self->facts->task_links, PltTaskLinkFacts, way->link);
  const char *from = name_of (self, link->predecessor), *to = name_of (self, link->task);

  if (way->kind == PLT_RETRO_WAY_LESS_LAG)
    return g_strdup_printf (ngettext ("Wait %d day less between “%s” and “%s”",
                                      "Wait %d days less between “%s” and “%s”",
                                      (gulong) way->days),
                            way->days, from, to);
  if (way->becomes == 0)
    return g_strdup_printf (_ ("Begin “%s” together with “%s”, not after it"), to, from);
  return g_strdup_printf (ngettext ("Begin “%s” in parallel, %d day after the start of “%s”",
                                    "Begin “%s” in parallel, %d days after the start of “%s”",
                                    (gulong) way->becomes),
                          to, way->becomes, from);
}

static char *
door_text (const PltRetro *self, const PltRetroWay *way)
{
  const gulong n = (gulong) way->days;

  if (way->kind == PLT_RETRO_WAY_SHOOT)
    return g_strdup_printf (
        ngettext ("Move the shooting days %d day earlier in the plan de travail (“%s”)",
                  "Move the shooting days %d days earlier in the plan de travail (“%s”)", n),
        way->days, name_of (self, way->task));
  if (way->kind == PLT_RETRO_WAY_PRODUCTION)
    return g_strdup_printf (ngettext ("Put “%s” %d day earlier in the sheet of the production",
                                      "Put “%s” %d days earlier in the sheet of the production", n),
                            name_of (self, way->task), way->days);
  return g_strdup_printf (
      ngettext ("Start the plan %d day earlier", "Start the plan %d days earlier", n), way->days);
}

char *
plt_retro_way_text (const PltRetro *self, const PltRetroWay *way)
{
  g_autofree char *date = way->date != PLT_DATE_NONE ? plt_date_format_day (way->date) : NULL;
  const char *name = name_of (self, way->task);

  switch (way->kind)
    {
    case PLT_RETRO_WAY_SHORTER:
      return shorter_text (self, way);
    case PLT_RETRO_WAY_PARALLEL:
    case PLT_RETRO_WAY_LESS_LAG:
      return link_text (self, way);
    case PLT_RETRO_WAY_UNLOCK:
      return g_strdup_printf (_ ("Unlock “%s” and let it be placed again"), name);
    case PLT_RETRO_WAY_EARLIER:
      return g_strdup_printf (_ ("Put the date of “%s” forward to %s"), name, date);
    case PLT_RETRO_WAY_LATER:
      return g_strdup_printf (_ ("Put “%s” off to %s"), name, date);
    case PLT_RETRO_WAY_DELIVERY:
      /* Translators: PAD is the delivery ready to be broadcast; a date */
      return g_strdup_printf (_ ("Put the PAD off to %s"), date);
    case PLT_RETRO_WAY_LEAST:
      return g_strdup_printf (ngettext ("“%s” is not made shorter than its %d day",
                                        "“%s” is not made shorter than its %d days",
                                        (gulong) way->was),
                              name, way->was);
    case PLT_RETRO_WAY_SHOOT:
    case PLT_RETRO_WAY_PRODUCTION:
    case PLT_RETRO_WAY_COUNTED:
    default:
      return door_text (self, way);
    }
}

char *
plt_retro_way_note (const PltRetroWay *way)
{
  if (way->kind == PLT_RETRO_WAY_PARALLEL)
    return g_strdup (_ ("Usual: the template has both in parallel."));
  if (way->kind != PLT_RETRO_WAY_SHORTER && way->kind != PLT_RETRO_WAY_LEAST)
    return g_strdup ("");
  if (way->usual == 0)
    return way->becomes <= way->least
               ? g_strdup (_ ("No usual duration is known: half of it is taken for the least."))
               : g_strdup (_ ("No usual duration is known."));
  if (way->becomes <= way->least)
    return g_strdup_printf (ngettext ("At its usual minimum, %d day (usual: %d, at most %d).",
                                      "At its usual minimum, %d days (usual: %d, at most %d).",
                                      (gulong) way->least),
                            way->least, way->usual, way->most);
  if (way->becomes < way->usual)
    return g_strdup_printf (_ ("Below the usual duration, %d days (from %d to %d)."), way->usual,
                            way->least, way->most);
  return g_strdup_printf (_ ("Still within what is usual: from %d to %d days."), way->least,
                          way->most);
}

char *
plt_retro_way_effect (int gain, int margin)
{
  g_autofree char *left
      = margin < 0 ? g_strdup_printf (
            ngettext ("%d working day is missing", "%d working days are missing", (gulong) -margin),
            -margin)
                   : g_strdup_printf (ngettext ("margin: %d working day", "margin: %d working days",
                                                (gulong) margin),
                                      margin);

  if (gain <= 0)
    /* Translators: a way out that changes nothing by itself, then what is still missing */
    return g_strdup_printf (_ ("gains nothing alone: %s"), left);
  return g_strdup_printf (ngettext ("gains %d day: %s", "gains %d days: %s", (gulong) gain), gain,
                          left);
}
