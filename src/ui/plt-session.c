#include "plt-session.h"

#include "plt-load.h"
#include "plt-moves-leave.h"
#include "plt-paths.h"
#include "plt-rows.h"
#include "plt-today.h"

#include <glib/gi18n-lib.h>

/* Everything computed from one state of the file. */
typedef struct
{
  PltFacts *facts;
  gboolean has_text; /* of the screenplay, in the facts */
  PltPlan *plan;
  PltBudget *budget;
  PltCashPlan *cash_plan;
  PltHours *hours;
  PltProgress *progress;
  GPtrArray *proposals; /* PltProposal */
  GPtrArray *issues;
  GHashTable *issue_index; /* PltRef of interned ids -> PltIssue */
} Computed;

struct _PltSession
{
  GObject parent_instance;

  PltStore *store;
  Computed now;
  PltHoursMemo *memo; /* of the hours of the states before */
  guint issues_idle;
  GString *gone;      /* (nullable): while rows are deleted: what else went, "Instalments 3" */
  PltWordList *words; /* what proposals are made with, read when first needed */
  gint64 schedule;    /* looked at instead of the production's own, or 0 */
  gint64 budget;
  PltRef selection;
  PltFigures preview;
  gboolean previewing;
  PltSessionHint hint; /* (nullable) */
  gpointer hint_data;
};

G_DEFINE_FINAL_TYPE (PltSession, plt_session, G_TYPE_OBJECT)

enum
{
  PROP_STORE = 1,
  PROP_READ_ONLY,
  N_PROPS
};

enum
{
  CHANGED,
  ISSUES_CHANGED,
  SELECTION_CHANGED,
  PREVIEW_CHANGED,
  OPEN_REF,
  TOAST,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
computed_clear (Computed *computed)
{
  g_clear_pointer (&computed->issue_index, g_hash_table_unref);
  g_clear_pointer (&computed->issues, g_ptr_array_unref);
  g_clear_pointer (&computed->progress, plt_progress_free);
  g_clear_pointer (&computed->proposals, g_ptr_array_unref);
  g_clear_pointer (&computed->cash_plan, plt_cash_plan_free);
  g_clear_pointer (&computed->hours, plt_hours_free);
  g_clear_pointer (&computed->budget, plt_budget_free);
  g_clear_pointer (&computed->plan, plt_plan_free);
  g_clear_pointer (&computed->facts, plt_facts_free);
}

/* Once what was typed is on the screen. */
static gboolean
on_issues_idle (gpointer data)
{
  PltSession *self = data;

  self->issues_idle = 0;
  plt_session_get_issues (self);
  g_signal_emit (self, signals[ISSUES_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* The old state lives until everybody has been told, so that nobody holds a dead pointer then.
 * Facts that cannot be read from the old ones are read when they are asked for. */
static void
invalidate (PltSession *self, const PltChanges *changes)
{
  Computed old = self->now;

  self->now = (Computed){ NULL };
  if (old.facts != NULL)
    self->now.facts = plt_facts_load_changed (self->store, old.facts, changes, NULL);
  if (self->issues_idle == 0)
    self->issues_idle = g_idle_add (on_issues_idle, self);
  g_signal_emit (self, signals[CHANGED], 0);
  computed_clear (&old);
}

/* Which rows of other tables were deleted too. */
static void
note_gone (GString *gone, const PltChanges *changes)
{
  g_autofree char *own = g_strdup (gone->str);

  g_string_truncate (gone, 0);
  for (const PltTable *const *table = plt_tables (); *table != NULL; table++)
    {
      const GArray *ids = plt_changes_deleted (changes, (*table)->id);

      if (ids != NULL && !g_str_equal ((*table)->id, own))
        g_string_append_printf (gone, "%s%s %u", gone->len > 0 ? ", " : "",
                                plt_table_title (*table), ids->len);
    }
}

static void
on_store_changed (PltStore *store, const PltChanges *changes, PltSession *self)
{
  if (self->gone != NULL)
    note_gone (self->gone, changes);
  invalidate (self, changes);
}

PltSession *
plt_session_new (PltStore *store)
{
  g_return_val_if_fail (PLT_IS_STORE (store), NULL);

  return g_object_new (PLT_TYPE_SESSION, "store", store, NULL);
}

PltStore *
plt_session_get_store (PltSession *self)
{
  g_return_val_if_fail (PLT_IS_SESSION (self), NULL);

  return self->store;
}

gboolean
plt_session_is_read_only (PltSession *self)
{
  g_return_val_if_fail (PLT_IS_SESSION (self), TRUE);

  return plt_store_is_read_only (self->store);
}

const PltFacts *
plt_session_get_facts (PltSession *self)
{
  g_return_val_if_fail (PLT_IS_SESSION (self), NULL);

  if (self->now.facts == NULL)
    {
      g_autoptr (GError) error = NULL;

      self->now.facts = plt_facts_load (self->store, &error);
      if (self->now.facts == NULL)
        {
          self->now.facts = plt_facts_new ();
          plt_session_take_error (self, g_steal_pointer (&error));
        }
    }
  return self->now.facts;
}

const PltFacts *
plt_session_get_text (PltSession *self)
{
  g_autoptr (GError) error = NULL;
  const PltFacts *facts;

  g_return_val_if_fail (PLT_IS_SESSION (self), NULL);

  facts = plt_session_get_facts (self);
  if (self->now.has_text)
    return facts;
  self->now.has_text = TRUE; /* what cannot be read is told once */
  if (!plt_facts_load_text (self->now.facts, self->store, plt_session_get_script_version (self),
                            &error))
    plt_session_take_error (self, g_steal_pointer (&error));
  return facts;
}

const PltPlan *
plt_session_get_plan (PltSession *self)
{
  g_return_val_if_fail (PLT_IS_SESSION (self), NULL);

  if (self->now.plan == NULL)
    self->now.plan = plt_plan_new (plt_session_get_facts (self), self->schedule);
  return self->now.plan;
}

const PltBudget *
plt_session_get_budget (PltSession *self)
{
  g_return_val_if_fail (PLT_IS_SESSION (self), NULL);

  if (self->now.budget == NULL)
    self->now.budget
        = plt_budget_new (plt_session_get_facts (self), plt_session_get_budget_id (self),
                          plt_session_get_plan (self));
  return self->now.budget;
}

const PltCashPlan *
plt_session_get_cash_plan (PltSession *self)
{
  g_return_val_if_fail (PLT_IS_SESSION (self), NULL);

  if (self->now.cash_plan == NULL)
    self->now.cash_plan
        = plt_cash_plan_new (plt_session_get_facts (self), plt_session_get_plan (self),
                             plt_session_get_budget (self), NULL, 0);
  return self->now.cash_plan;
}

const PltHours *
plt_session_get_hours (PltSession *self)
{
  g_return_val_if_fail (PLT_IS_SESSION (self), NULL);

  if (self->now.hours == NULL)
    self->now.hours = plt_hours_new_known (plt_session_get_facts (self),
                                           plt_session_get_plan (self), self->memo);
  return self->now.hours;
}

const PltProgress *
plt_session_get_progress (PltSession *self)
{
  g_return_val_if_fail (PLT_IS_SESSION (self), NULL);

  if (self->now.progress == NULL)
    self->now.progress = plt_progress_new (plt_session_get_facts (self));
  return self->now.progress;
}

const GPtrArray *
plt_session_get_issues (PltSession *self)
{
  g_return_val_if_fail (PLT_IS_SESSION (self), NULL);

  if (self->now.issues == NULL && self->schedule == 0 && self->budget == 0)
    self->now.issues = plt_check_all_of (plt_session_get_facts (self), plt_session_get_plan (self),
                                         plt_session_get_budget (self),
                                         plt_session_get_hours (self), plt_today ());
  else if (self->now.issues == NULL) /* of the versions in use, whichever is looked at */
    self->now.issues = plt_check_all_on (plt_session_get_facts (self), plt_today ());
  return self->now.issues;
}

gboolean
plt_session_has_issues (PltSession *self)
{
  g_return_val_if_fail (PLT_IS_SESSION (self), FALSE);

  return self->now.issues != NULL;
}

GPtrArray *
plt_session_get_proposals (PltSession *self)
{
  g_return_val_if_fail (PLT_IS_SESSION (self), NULL);

  if (self->words == NULL)
    {
      g_autofree char *shipped
          = plt_paths_read ("referentials/" PLT_WORD_LIST_REFERENTIAL ".tsv", NULL, NULL);

      self->words = plt_word_list_open (plt_session_get_facts (self), shipped);
    }
  if (self->now.proposals == NULL)
    self->now.proposals = plt_proposals_find (plt_session_get_text (self), self->words, 0);
  return self->now.proposals;
}

static gboolean
in_list (const char *list, const char *id)
{
  g_auto (GStrv) ids = g_strsplit (list, ",", -1);

  return g_strv_contains ((const char *const *) ids, id);
}

guint
plt_session_count_issues (PltSession *self, const char *tables, PltSeverity least)
{
  const GPtrArray *issues = plt_session_get_issues (self);
  guint n = 0;

  for (guint i = 0; i < issues->len; i++)
    {
      const PltIssue *issue = g_ptr_array_index (issues, i);

      if (issue->severity >= least
          && (tables == NULL || (issue->ref.table != NULL && in_list (tables, issue->ref.table))))
        n++;
    }
  return n;
}

/* Ids live as long as the program: what is kept is the descriptor's own string. */
static PltRef
intern_ref (const char *table, gint64 id, const char *column)
{
  const PltTable *found = table != NULL ? plt_table_find (table) : NULL;
  const PltColumn *place
      = found != NULL && column != NULL ? plt_table_column (found, column) : NULL;

  return (PltRef){ found != NULL ? found->id : NULL, found != NULL ? id : 0,
                   place != NULL ? place->id : NULL };
}

static guint
ref_hash (gconstpointer key)
{
  const PltRef *ref = key;

  return g_int64_hash (&ref->id) ^ g_direct_hash (ref->table) ^ g_direct_hash (ref->column);
}

static gboolean
ref_equal (gconstpointer a, gconstpointer b)
{
  const PltRef *x = a;
  const PltRef *y = b;

  return x->id == y->id && x->table == y->table && x->column == y->column;
}

static GHashTable *
index_issues (const GPtrArray *issues)
{
  GHashTable *index = g_hash_table_new_full (ref_hash, ref_equal, g_free, NULL);

  for (guint i = issues->len; i > 0; i--)
    {
      PltIssue *issue = g_ptr_array_index (issues, i - 1);
      PltRef ref = intern_ref (issue->ref.table, issue->ref.id, issue->ref.column);

      g_hash_table_insert (index, g_memdup2 (&ref, sizeof ref), issue);
    }
  return index;
}

const PltIssue *
plt_session_find_issue (PltSession *self, const char *table, gint64 id, const char *column)
{
  const PltRef ref = intern_ref (table, id, column);
  const GPtrArray *issues = plt_session_get_issues (self);

  if (self->now.issue_index == NULL)
    self->now.issue_index = index_issues (issues);
  return g_hash_table_lookup (self->now.issue_index, &ref);
}

PltFigures
plt_session_get_figures (PltSession *self)
{
  const PltFacts *facts = plt_session_get_facts (self);
  const PltPlan *plan = plt_session_get_plan (self);
  const PltBudget *budget = plt_session_get_budget (self);
  PltFigures figures = { .days = plan->n_shooting_days,
                         .budget = budget->budget != NULL ? budget->total : PLT_UNKNOWN };

  for (guint i = 0; i < facts->sequences.n; i++)
    {
      gint64 seconds = plt_sequence_seconds (&facts->sequences.items[i]);

      if (g_str_equal (facts->sequences.items[i].status, "supprimee"))
        continue;
      figures.sequences++;
      if (seconds != PLT_UNKNOWN)
        figures.seconds += seconds;
    }
  return figures;
}

gint64
plt_session_get_script_version (PltSession *self)
{
  g_autoptr (GArray) ids = NULL;
  gint64 version;

  g_return_val_if_fail (PLT_IS_SESSION (self), 0);

  version = plt_session_get_facts (self)->production.script_version;
  if (version != 0)
    return version;
  ids = plt_rows_ids (self->store, plt_table_find ("script_version"), NULL, 0, "-number", NULL);
  return ids != NULL && ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;
}

gint64
plt_session_get_schedule_id (PltSession *self)
{
  g_return_val_if_fail (PLT_IS_SESSION (self), 0);

  return self->schedule != 0 ? self->schedule : plt_session_get_facts (self)->production.schedule;
}

gint64
plt_session_get_budget_id (PltSession *self)
{
  const PltFacts *facts;

  g_return_val_if_fail (PLT_IS_SESSION (self), 0);

  facts = plt_session_get_facts (self);
  if (PLT_FACTS_FIND (facts->budgets, PltBudgetFacts, self->budget) == NULL)
    self->budget = 0; /* undo took it away */
  return self->budget != 0 ? self->budget : facts->production.budget;
}

void
plt_session_look_at_schedule (PltSession *self, gint64 schedule)
{
  g_return_if_fail (PLT_IS_SESSION (self));

  if (self->schedule == schedule)
    return;
  self->schedule = schedule;
  invalidate (self, NULL);
}

void
plt_session_look_at_budget (PltSession *self, gint64 budget)
{
  g_return_if_fail (PLT_IS_SESSION (self));

  if (self->budget == budget)
    return;
  self->budget = budget;
  invalidate (self, NULL);
}

PltRef
plt_session_get_selection (PltSession *self)
{
  g_return_val_if_fail (PLT_IS_SESSION (self), (PltRef){ NULL });

  return self->selection;
}

void
plt_session_select (PltSession *self, const char *table, gint64 id, const char *column)
{
  PltRef ref = intern_ref (table, id, column);

  g_return_if_fail (PLT_IS_SESSION (self));

  if (self->selection.table == ref.table && self->selection.id == ref.id
      && self->selection.column == ref.column)
    return;
  self->selection = ref;
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

void
plt_session_open_ref (PltSession *self, PltRef ref)
{
  PltRef interned = intern_ref (ref.table, ref.id, ref.column);

  g_return_if_fail (PLT_IS_SESSION (self));

  g_signal_emit (self, signals[OPEN_REF], 0, &interned);
}

void
plt_session_set_hint (PltSession *self, PltSessionHint hint, gpointer data)
{
  g_return_if_fail (PLT_IS_SESSION (self));

  self->hint = hint;
  self->hint_data = data;
}

char *
plt_session_get_hint (PltSession *self, const char *table, gint64 id, const char *column)
{
  g_return_val_if_fail (PLT_IS_SESSION (self), NULL);

  return self->hint != NULL ? self->hint (self->hint_data, table, id, column) : NULL;
}

void
plt_session_preview (PltSession *self, const PltFigures *figures)
{
  g_return_if_fail (PLT_IS_SESSION (self));

  if (figures == NULL && !self->previewing)
    return;
  self->previewing = figures != NULL;
  if (figures != NULL)
    self->preview = *figures;
  g_signal_emit (self, signals[PREVIEW_CHANGED], 0);
}

const PltFigures *
plt_session_get_preview (PltSession *self)
{
  g_return_val_if_fail (PLT_IS_SESSION (self), NULL);

  return self->previewing ? &self->preview : NULL;
}

void
plt_session_toast (PltSession *self, const char *text, const char *button, const char *action)
{
  g_return_if_fail (PLT_IS_SESSION (self));

  g_signal_emit (self, signals[TOAST], 0, text, button, action);
}

void
plt_session_take_error (PltSession *self, GError *error)
{
  g_return_if_fail (PLT_IS_SESSION (self));

  plt_session_toast (self, error != NULL ? error->message : _ ("That could not be done."), NULL,
                     NULL);
  g_clear_error (&error);
}

gboolean
plt_session_apply (PltSession *self,
                   const char *label,
                   const char *merge_key,
                   const PltBatch *batch,
                   GArray **new_ids)
{
  GError *error = NULL;

  g_return_val_if_fail (PLT_IS_SESSION (self), FALSE);

  if (plt_store_apply (self->store, label, merge_key, batch, new_ids, &error))
    return TRUE;
  plt_session_take_error (self, error);
  return FALSE;
}

gboolean
plt_session_delete (
    PltSession *self, const char *table, const gint64 *ids, guint n_ids, GError **error)
{
  const PltTable *descriptor = plt_table_find (table);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) failure = NULL;
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  g_autofree char *what = NULL;
  g_autoptr (GString) gone = NULL;
  gboolean deleted;

  g_return_val_if_fail (PLT_IS_SESSION (self) && descriptor != NULL && n_ids > 0, FALSE);

  plt_moves_leave (plt_session_get_facts (self), table, ids, n_ids, batch);
  for (guint i = 0; i < n_ids; i++)
    plt_batch_delete (batch, table, ids[i]);
  what = plt_rows_label (self->store, descriptor, ids[0]);
  if (*what == '\0')
    {
      g_free (what);
      what = g_strdup (_ (descriptor->singular));
    }
  if (n_ids == 1)
    {
      /* Translators: %s is the name of the row that is deleted, "Café du port" */
      label = g_strdup_printf (_ ("Delete “%s”"), what);
      text = g_strdup_printf (_ ("“%s” was deleted."), what);
    }
  else
    {
      /* Translators: %u is a number of rows, %s the title of their table, "Locations" */
      label = g_strdup_printf (ngettext ("Delete %u row of %s", "Delete %u rows of %s", n_ids),
                               n_ids, plt_table_title (descriptor));
      text = g_strdup_printf (ngettext ("%u row was deleted.", "%u rows were deleted.", n_ids),
                              n_ids);
    }
  self->gone = g_string_new (table);
  deleted = plt_store_apply (self->store, label, NULL, batch, NULL, &failure);
  gone = g_steal_pointer (&self->gone);
  if (deleted)
    {
      /* Translators: %1$s is "“CNC” was deleted.", %2$s is "Instalments 3, Applications 1" */
      g_autofree char *all = gone->len > 0
                                 ? g_strdup_printf (_ ("%1$s With it went: %2$s."), text, gone->str)
                                 : g_strdup (text);

      plt_session_toast (self, all, _ ("Undo"), "win.undo");
      return TRUE;
    }
  if (error != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    plt_session_take_error (self, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
plt_session_undo (PltSession *self)
{
  GError *error = NULL;

  g_return_val_if_fail (PLT_IS_SESSION (self), FALSE);

  if (!plt_store_can_undo (self->store))
    return FALSE;
  if (plt_store_undo (self->store, &error))
    return TRUE;
  plt_session_take_error (self, error);
  return FALSE;
}

gboolean
plt_session_redo (PltSession *self)
{
  GError *error = NULL;

  g_return_val_if_fail (PLT_IS_SESSION (self), FALSE);

  if (!plt_store_can_redo (self->store))
    return FALSE;
  if (plt_store_redo (self->store, &error))
    return TRUE;
  plt_session_take_error (self, error);
  return FALSE;
}

/* "court métrage", as said in the middle of a line: the title of the choice, first letter small. */
static char *
kind_in_a_line (const char *kind)
{
  const PltColumn *column = plt_table_column (plt_table_find ("production"), "kind");
  const PltValue value = { .kind = PLT_VALUE_TEXT, .text = (char *) kind };
  g_autofree char *title = plt_column_format (column, &value);
  g_autofree char *first = NULL;

  if (*title == '\0')
    return g_steal_pointer (&title);
  first = g_utf8_strdown (title, g_utf8_next_char (title) - title);
  return g_strconcat (first, g_utf8_next_char (title), NULL);
}

char *
plt_session_subtitle (PltSession *self)
{
  const PltFacts *facts = plt_session_get_facts (self);
  const PltPlan *plan = plt_session_get_plan (self);
  g_autofree char *kind = kind_in_a_line (facts->production.kind);
  g_autofree char *days = NULL;

  if (plan->n_shooting_days == 0)
    return g_steal_pointer (&kind);
  days = g_strdup_printf (ngettext ("%u shooting day", "%u shooting days", plan->n_shooting_days),
                          plan->n_shooting_days);
  return g_strconcat (kind, " · ", days, NULL);
}

static void
plt_session_constructed (GObject *object)
{
  PltSession *self = PLT_SESSION (object);

  G_OBJECT_CLASS (plt_session_parent_class)->constructed (object);
  if (self->store != NULL)
    g_signal_connect_object (self->store, "changed::*", G_CALLBACK (on_store_changed), self, 0);
}

static void
plt_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PltSession *self = PLT_SESSION (object);

  switch (id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->store == NULL || plt_session_is_read_only (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plt_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PltSession *self = PLT_SESSION (object);

  switch (id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plt_session_dispose (GObject *object)
{
  PltSession *self = PLT_SESSION (object);

  g_clear_handle_id (&self->issues_idle, g_source_remove);
  computed_clear (&self->now);
  g_clear_pointer (&self->memo, plt_hours_memo_free);
  g_clear_pointer (&self->words, plt_word_list_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (plt_session_parent_class)->dispose (object);
}

static void
plt_session_class_init (PltSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = plt_session_constructed;
  object_class->get_property = plt_session_get_property;
  object_class->set_property = plt_session_set_property;
  object_class->dispose = plt_session_dispose;

  properties[PROP_STORE]
      = g_param_spec_object ("store", NULL, NULL, PLT_TYPE_STORE,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[ISSUES_CHANGED] = g_signal_new ("issues-changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTION_CHANGED]
      = g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);
  signals[PREVIEW_CHANGED] = g_signal_new ("preview-changed", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN_REF] = g_signal_new ("open-ref", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[TOAST]
      = g_signal_new ("toast", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static void
plt_session_init (PltSession *self)
{
  self->memo = plt_hours_memo_new ();
}
