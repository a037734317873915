/* PltRetroPage: what is dragged, drawn and typed on the calendar, and the filters there are. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-retro-page-private.h"

/* ---- filters ---- */

static void
add_filter (GMenu *menu, const char *label, const char *filter)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "view.retro-filter", "s", filter);
  g_menu_append_item (menu, item);
}

static void
add_teams (GMenu *menu, const PltFacts *facts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < facts->tasks.n; i++)
    {
      const char *team = facts->tasks.items[i].team;

      if (*team != '\0' && g_hash_table_add (seen, (gpointer) team))
        {
          g_autofree char *filter = g_strconcat ("team:", team, NULL);

          add_filter (menu, team, filter);
        }
    }
}

static void
add_people (GMenu *menu, const PltFacts *facts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < facts->task_people.n; i++)
    {
      gint64 id = facts->task_people.items[i].person;
      const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, id);

      if (person != NULL && g_hash_table_add (seen, PLT_ID_TO_POINTER (id)))
        {
          g_autofree char *name = plt_facts_person_name (person);
          g_autofree char *filter = g_strdup_printf ("person:%" G_GINT64_FORMAT, id);

          add_filter (menu, name, filter);
        }
    }
}

static void
add_submenu (GMenu *menu, const char *label, GMenu *submenu)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (submenu)) > 0)
    g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
}

/* (transfer full) */
GMenuModel *
plt_retro_page_make_filters (PltRetroPage *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) phases = g_menu_new (), teams = g_menu_new (), people = g_menu_new ();
  const PltColumn *phase = plt_table_column (plt_table_find ("task"), "phase");

  add_filter (menu, _ ("All tasks"), "");
  add_filter (menu, _ ("Late"), "late");
  add_filter (menu, _ ("Critical"), "critical");
  for (const PltChoice *choice = phase->choices; choice->id != NULL; choice++)
    {
      g_autofree char *filter = g_strconcat ("phase:", choice->id, NULL);

      add_filter (phases, plt_choice_title (choice), filter);
    }
  add_teams (teams, facts);
  add_people (people, facts);
  add_submenu (menu, _ ("Phase"), phases);
  add_submenu (menu, _ ("Team"), teams);
  add_submenu (menu, _ ("Person"), people);
  return G_MENU_MODEL (menu);
}

/* ---- the calendar ---- */

static void
on_command (PltTimeline *timeline, const char *command, PltRetroPage *self)
{
  int row = plt_timeline_get_cursor (timeline);
  const PltRetroLine *line = row >= 0 ? plt_retro_model_get_line (self->model, (guint) row) : NULL;

  if (strcmp (command, "search") == 0)
    plt_retro_page_start_search (self);
  else if (line == NULL)
    return;
  else if (strcmp (command, "fold") == 0)
    plt_retro_model_expand (self->model, (guint) row, FALSE);
  else if (strcmp (command, "unfold") == 0)
    plt_retro_model_expand (self->model, (guint) row, TRUE);
  else if (strcmp (command, "toggle") == 0 || (strcmp (command, "open") == 0 && line->expandable))
    plt_retro_model_expand (self->model, (guint) row, !line->expanded);
}

void
plt_retro_page_connect_timeline (PltRetroPage *self)
{
  g_signal_connect (self->timeline, "command", G_CALLBACK (on_command), self);
}
