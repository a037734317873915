#include "plt-devis-versions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-budget-version.h"
#include "plt-devis-simulate.h"
#include "plt-devis-transfer.h"
#include "plt-devis-version.h"
#include "plt-text.h"

static const PltBudgetFacts *
shown_budget (PltView *view)
{
  return plt_session_get_budget (plt_view_get_session (view))->budget;
}

static void
on_lock (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltSession *session = plt_view_get_session (data);
  const PltBudgetFacts *budget = shown_budget (data);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *text = NULL;
  GError *error = NULL;
  guint n = 0;

  if (budget == NULL)
    return;
  if (!plt_budget_lock (plt_session_get_facts (session), plt_session_get_plan (session), budget->id,
                        batch, &n, &error))
    plt_session_take_error (session, error);
  else if (plt_session_apply (session, _ ("Lock the budget"), NULL, batch, NULL))
    {
      text = n == 0
                 ? g_strdup (_ ("The budget is locked."))
                 : g_strdup_printf (ngettext ("The budget is locked; %u number no longer follows "
                                              "the schedule.",
                                              "The budget is locked; %u numbers no longer follow "
                                              "the schedule.",
                                              n),
                                    n);
      plt_session_toast (session, text, _ ("Undo"), "win.undo");
    }
}

static void
on_unlock (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltSession *session = plt_view_get_session (data);
  const PltBudgetFacts *budget = shown_budget (data);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  GError *error = NULL;

  if (budget == NULL)
    return;
  if (!plt_budget_unlock (plt_session_get_facts (session), budget->id, batch, &error))
    plt_session_take_error (session, error);
  else
    plt_session_apply (session, _ ("Unlock the budget"), NULL, batch, NULL);
}

static void
on_compare (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_view_show_page (data, "versions");
  plt_view_grab_content_focus (data);
}

static void
on_transfer (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (shown_budget (data) != NULL)
    plt_devis_transfer_present (data, plt_view_get_session (data));
}

static void
on_simulate (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (shown_budget (data) != NULL)
    plt_devis_simulate_present (data, plt_view_get_session (data));
}

static const GActionEntry entries[] = {
  { "lock-version", on_lock },        { "unlock-version", on_unlock },
  { "compare-versions", on_compare }, { "transfer-posts", on_transfer },
  { "simulate-budget", on_simulate },
};

void
plt_devis_versions_install (PltView *view)
{
  plt_view_add_actions (view, entries, G_N_ELEMENTS (entries));
}

GMenuModel *
plt_devis_versions_menu (PltView *view)
{
  PltSession *session = plt_view_get_session (view);
  const PltFacts *facts = plt_session_get_facts (session);
  const PltBudgetFacts *budget = shown_budget (view);
  GMenu *menu = g_menu_new ();
  gboolean locked = budget != NULL && plt_budget_is_locked (facts, budget->id);
  gboolean write = budget != NULL && !plt_session_is_read_only (session);

  g_menu_append (menu, _ ("_Compare Versions"), "view.compare-versions");
  g_menu_append (menu, _ ("_Transfer Between Posts…"), "view.transfer-posts");
  g_menu_append (menu, _ ("_Reach a Ceiling…"), "view.simulate-budget");
  if (locked)
    g_menu_append (menu, _ ("_Unlock This Version"), "view.unlock-version");
  else
    g_menu_append (menu, _ ("_Lock This Version"), "view.lock-version");
  plt_view_set_action_enabled (view, "lock-version", write && !locked);
  plt_view_set_action_enabled (view, "unlock-version", write && locked);
  plt_view_set_action_enabled (view, "transfer-posts", write && !locked);
  plt_view_set_action_enabled (view, "simulate-budget", write && !locked);
  return G_MENU_MODEL (menu);
}

GMenuModel *
plt_devis_versions_starts (const PltFacts *facts)
{
  g_autoptr (GPtrArray) starts = plt_devis_starts (facts);
  g_autoptr (GMenu) own = g_menu_new ();
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < starts->len; i++)
    {
      const PltDevisStart *start = g_ptr_array_index (starts, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (start->title, NULL);

      g_menu_item_set_action_and_target (item, "view.new-version-from", "s", start->id);
      g_menu_append_item (*start->id == '#' ? own : menu, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  return G_MENU_MODEL (menu);
}

char *
plt_devis_versions_title (const PltFacts *facts, const PltBudgetFacts *budget)
{
  g_autofree char *name
      = g_strdup_printf ("v%d %s", (int) plt_budget_number (budget), budget->name);
  gboolean current = budget->id == facts->production.budget;

  if (budget->is_template)
    return g_strdup_printf (_ ("%s (template)"), name);
  if (strcmp (budget->status, "archive") == 0)
    return g_strdup_printf (_ ("%s (archived)"), name);
  if (plt_budget_is_locked (facts, budget->id))
    return current ? g_strdup_printf (_ ("%s (current, locked)"), name)
                   : g_strdup_printf (_ ("%s (locked)"), name);
  return current ? g_strdup_printf (_ ("%s (current)"), name) : g_steal_pointer (&name);
}

char *
plt_devis_versions_short_title (const PltFacts *facts, const PltBudgetFacts *budget)
{
  g_autofree char *name
      = g_strdup_printf ("v%d %s", (int) plt_budget_number (budget), budget->name);
  g_autofree char *cut = plt_text_shorten (name, 20);

  return plt_budget_is_locked (facts, budget->id) ? g_strdup_printf (_ ("%s (locked)"), cut)
                                                  : g_steal_pointer (&cut);
}
