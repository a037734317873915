#include "plt-devis-proposals.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-referential.h"
#include "plt-text.h"

#define MAX_PROPOSALS 300

struct _PltDevisProposal
{
  GObject parent;

  gint64 line; /* of the devis, empty; 0: to be made */
  gint64 account;
  char *code;
  char *label;
  char *account_title;
};

G_DEFINE_FINAL_TYPE (PltDevisProposal, plt_devis_proposal, G_TYPE_OBJECT)

const char *
plt_devis_proposal_get_code (PltDevisProposal *self)
{
  return self->code;
}

const char *
plt_devis_proposal_get_label (PltDevisProposal *self)
{
  return self->label;
}

const char *
plt_devis_proposal_get_account (PltDevisProposal *self)
{
  return self->account_title;
}

typedef struct
{
  const PltFacts *facts;
  const PltBudget *budget;
  GListStore *list;
  gint64 account; /* whose lines are wanted now, 0: the others' */
  gint64 first;   /* the account that came first */
  const char *search;
} Finder;

static void
append (Finder *self, gint64 line, gint64 account, const char *code, const char *label)
{
  const PltAccountFacts *of = PLT_FACTS_FIND (self->facts->accounts, PltAccountFacts, account);
  g_autoptr (PltDevisProposal) proposal = NULL;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) >= MAX_PROPOSALS)
    return;
  proposal = g_object_new (PLT_TYPE_DEVIS_PROPOSAL, NULL);
  proposal->line = line;
  proposal->account = account;
  proposal->code = g_strdup (code);
  proposal->label = g_strdup (label);
  proposal->account_title
      = of != NULL ? g_strdup_printf ("%s · %s", of->code, of->name) : g_strdup ("");
  g_list_store_append (self->list, proposal);
}

static gboolean
is_wanted (const Finder *self, gint64 account, const char *code, const char *label)
{
  const PltAccountFacts *of = PLT_FACTS_FIND (self->facts->accounts, PltAccountFacts, account);

  if (self->account != 0 ? account != self->account : account == self->first)
    return FALSE;
  return *self->search == '\0' || plt_text_contains (label, self->search)
         || plt_text_contains (code, self->search)
         || (of != NULL && plt_text_contains (of->name, self->search));
}

static void
add_empty_lines (Finder *self)
{
  for (guint i = 0; i < self->budget->lines->len; i++)
    {
      const PltBudgetLine *entry = g_ptr_array_index (self->budget->lines, i);
      const PltLineFacts *line = entry->line;

      if (plt_devis_line_is_empty (entry)
          && is_wanted (self, line->account, line->code, line->label))
        append (self, line->id, line->account, line->code, line->label);
    }
}

static gint64
account_by_code (const Finder *self, const char *code)
{
  for (guint i = 0; i < self->budget->accounts->len; i++)
    {
      const PltBudgetAccount *account = g_ptr_array_index (self->budget->accounts, i);

      if (g_str_equal (account->account->code, code))
        return account->account->id;
    }
  return 0;
}

static gboolean
has_code (const Finder *self, const char *code)
{
  for (guint i = 0; i < self->budget->lines->len; i++)
    if (g_str_equal (((const PltBudgetLine *) self->budget->lines->pdata[i])->line->code, code))
      return TRUE;
  return FALSE;
}

/* Lines of the template that are not, or no longer, in the devis. */
static void
add_template_lines (Finder *self)
{
  g_autoptr (PltReferential) template
      = plt_referential_open (self->facts, self->budget->budget->template_name);

  for (guint i = 0; template != NULL && i < plt_referential_n_rows (template); i++)
    {
      const char *code = plt_referential_get (template, i, "code");
      const char *label = plt_referential_get (template, i, "libelle");
      gint64 account;

      if (!g_str_equal (plt_referential_get (template, i, "niveau"), "4"))
        continue;
      account = account_by_code (self, plt_referential_get (template, i, "parent"));
      if (account != 0 && is_wanted (self, account, code, label) && !has_code (self, code))
        append (self, 0, account, code, label);
    }
}

GListStore *
plt_devis_proposals (PltSession *session, gint64 account, const char *search)
{
  g_autofree char *text = plt_text_squeeze (search);
  Finder finder = { .facts = plt_session_get_facts (session),
                    .budget = plt_session_get_budget (session),
                    .list = g_list_store_new (PLT_TYPE_DEVIS_PROPOSAL),
                    .search = text };

  if (finder.budget->budget == NULL)
    return finder.list;
  if (account != 0)
    {
      if (*text != '\0')
        append (&finder, 0, account, "", text);
      finder.account = account;
      add_empty_lines (&finder);
      add_template_lines (&finder);
      finder.account = 0;
      finder.first = account;
    }
  add_empty_lines (&finder);
  add_template_lines (&finder);
  return finder.list;
}

gint64
plt_devis_proposal_add (PltDevisProposal *self, PltDevisModel *model, gint64 after, GError **error)
{
  g_return_val_if_fail (PLT_IS_DEVIS_PROPOSAL (self), 0);

  if (self->line != 0)
    return plt_devis_model_use_line (model, self->line, error) ? self->line : 0;
  return plt_devis_model_add_line (model, self->account, *self->code == '\0' ? after : 0,
                                   self->code, self->label, error);
}

static void
plt_devis_proposal_finalize (GObject *object)
{
  PltDevisProposal *self = PLT_DEVIS_PROPOSAL (object);

  g_free (self->code);
  g_free (self->label);
  g_free (self->account_title);

  G_OBJECT_CLASS (plt_devis_proposal_parent_class)->finalize (object);
}

static void
plt_devis_proposal_class_init (PltDevisProposalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_devis_proposal_finalize;
}

static void
plt_devis_proposal_init (PltDevisProposal *self)
{
}
