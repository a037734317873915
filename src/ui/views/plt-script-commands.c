#include "plt-script-commands.h"

#include <glib/gi18n-lib.h>

#include "plt-minutage.h"
#include "plt-paths.h"
#include "plt-proposals.h"
#include "plt-script-batch.h"
#include "plt-tagging.h"

/* One command, and what it did as a toast with its undo. */
static gboolean
apply (PltSession *session, const char *label, const PltBatch *batch)
{
  if (!plt_session_apply (session, label, NULL, batch, NULL))
    return FALSE;
  plt_session_toast (session, label, _ ("Undo"), "win.undo");
  return TRUE;
}

gboolean
plt_script_tag (PltSession *session,
                const PltPassage *passage,
                const char *words,
                gint64 category,
                const char *name)
{
  const PltFacts *facts = plt_session_get_text (session);
  const PltCategoryFacts *found = PLT_FACTS_FIND (facts->categories, PltCategoryFacts, category);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;
  GError *error = NULL;

  /* Translators: words of the screenplay, and a category: "Tag “lantern”: Props" */
  label = g_strdup_printf (_ ("Tag “%s”: %s"), name != NULL ? name : words,
                           found != NULL ? found->name : "");
  if (plt_tagging_add (facts, passage->block, passage->start, passage->length, category, name,
                       batch, &error))
    return apply (session, label, batch);
  plt_session_take_error (session, error);
  return FALSE;
}

gboolean
plt_script_tag_element (PltSession *session,
                        const PltPassage *passage,
                        const char *words,
                        gint64 element)
{
  const PltFacts *facts = plt_session_get_text (session);
  const PltElementFacts *found = PLT_FACTS_FIND (facts->elements, PltElementFacts, element);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;
  GError *error = NULL;

  label = g_strdup_printf (_ ("Tag “%s”: %s"), words, found != NULL ? found->name : "");
  if (plt_tagging_add_element (facts, passage->block, passage->start, passage->length, element,
                               batch, &error))
    return apply (session, label, batch);
  plt_session_take_error (session, error);
  return FALSE;
}

gboolean
plt_script_untag (PltSession *session, gint64 tag, gboolean leave)
{
  const PltFacts *facts = plt_session_get_text (session);
  const PltTagFacts *found = PLT_FACTS_FIND (facts->tags, PltTagFacts, tag);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;

  if (found == NULL)
    return FALSE;
  if (plt_tagging_remove (facts, tag, leave, batch))
    label = g_strdup_printf (_ ("Remove the tag “%s”, and the element from the sequence"),
                             found->text);
  else
    label = g_strdup_printf (_ ("Remove the tag “%s”"), found->text);
  return apply (session, label, batch);
}

gboolean
plt_script_tag_everywhere (PltSession *session, gint64 element)
{
  const PltFacts *facts = plt_session_get_text (session);
  const PltElementFacts *found = PLT_FACTS_FIND (facts->elements, PltElementFacts, element);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;
  guint n;

  if (found == NULL)
    return FALSE;
  n = plt_tagging_tag_everywhere (facts, element, batch);
  if (n == 0)
    {
      label = g_strdup_printf (_ ("“%s” is tagged wherever it is written."), found->name);
      plt_session_toast (session, label, NULL, NULL);
      return FALSE;
    }
  label = g_strdup_printf (ngettext ("Tag “%s” in %u more place", "Tag “%s” in %u more places", n),
                           found->name, n);
  return apply (session, label, batch);
}

gboolean
plt_script_confirm_tag (PltSession *session, gint64 tag)
{
  const PltFacts *facts = plt_session_get_text (session);
  const PltTagFacts *found = PLT_FACTS_FIND (facts->tags, PltTagFacts, tag);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;

  if (found == NULL)
    return FALSE;
  label = g_strdup_printf (_ ("The place of the tag “%s” is right"), found->text);
  plt_batch_update (batch, "script_tag", tag);
  plt_batch_set_text (batch, "state", "sure");
  return apply (session, label, batch);
}

static const char *
category_name (const PltFacts *facts, gint64 id)
{
  const PltCategoryFacts *category = PLT_FACTS_FIND (facts->categories, PltCategoryFacts, id);

  return category != NULL ? category->name : "";
}

gboolean
plt_script_accept (PltSession *session, GPtrArray *proposals)
{
  const PltFacts *facts = plt_session_get_text (session);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;

  if (proposals->len == 1)
    {
      const PltProposal *proposal = g_ptr_array_index (proposals, 0);

      /* Translators: an element and its category: "Accept “Lantern”: Props" */
      label = g_strdup_printf (_ ("Accept “%s”: %s"), proposal->name,
                               category_name (facts, proposal->category));
    }
  else
    label = g_strdup_printf (ngettext ("Accept %u proposal", "Accept %u proposals", proposals->len),
                             proposals->len);
  plt_proposals_accept (facts, proposals, batch);
  return apply (session, label, batch);
}

gboolean
plt_script_refuse (PltSession *session, GPtrArray *proposals, gboolean everywhere)
{
  const PltFacts *facts = plt_session_get_text (session);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;

  if (proposals->len == 1)
    {
      const PltProposal *proposal = g_ptr_array_index (proposals, 0);

      label
          = g_strdup_printf (everywhere ? _ ("Refuse “%s” everywhere: %s") : _ ("Refuse “%s”: %s"),
                             proposal->name, category_name (facts, proposal->category));
    }
  else
    label = g_strdup_printf (ngettext ("Refuse %u proposal", "Refuse %u proposals", proposals->len),
                             proposals->len);
  plt_proposals_refuse (facts, proposals, everywhere, batch);
  return apply (session, label, batch);
}

gboolean
plt_script_read_as (PltSession *session, gint64 block, PltParagraphKind kind)
{
  const PltFacts *facts = plt_session_get_text (session);
  const PltBlockFacts *found = PLT_FACTS_FIND (facts->blocks, PltBlockFacts, block);
  g_autofree char *shipped
      = plt_paths_read ("referentials/" PLT_MINUTAGE_REFERENTIAL ".ini", NULL, NULL);
  PltMinutageParams params;
  const PltScriptImportOptions options
      = { .estimate = plt_minutage_estimate, .estimate_params = &params };
  g_autoptr (PltImportPlan) plan = NULL;
  g_autofree char *label = NULL;
  GError *error = NULL;

  if (found == NULL)
    return FALSE;
  plt_minutage_open (facts, shipped, &params);
  plan = plt_script_plan_correction (plt_session_get_store (session), found->script_version, &block,
                                     1, kind, &options, &error);
  if (plan == NULL)
    {
      plt_session_take_error (session, error);
      return FALSE;
    }
  /* Translators: words of the screenplay, and what they are: "Read “12. THE SHED” as: Heading" */
  label = g_strdup_printf (_ ("Read “%s” as: %s"), found->text, plt_paragraph_kind_title (kind));
  return apply (session, label, plan->batch);
}
