/* Shared by the files plt-script-batch*.c: the plan while it is made. */
#pragma once

#include "plt-facts.h"
#include "plt-script-batch.h"
#include "plt-script-roles.h"
#include "plt-script-stored.h"

G_BEGIN_DECLS

/* A séquence of the production as it will be: a row that is there, or one to be made. */
typedef struct
{
  gint64 id;                     /* row, or handle once made; 0 before */
  const PltSequenceFacts *facts; /* NULL: to be made */
  gint old_scene;                /* in the last version, -1: none */
  gint new_scene;                /* in the draft, -1: not in it */
  gint part_of;                  /* a new one: the row it was parted from, -1 */
  gint joined_into;              /* the row its text went into, -1 */
  gint64 last_version;           /* of one cut before: the last that had it; 0 */
  char *number;                  /* as it will be */
  gboolean moved;                /* not where it was among those found again */
  gboolean rewritten;            /* heading or text is not as it was */
  gboolean cut, restored;        /* by this draft */
} PltPlanRow;

typedef struct
{
  PltStore *store;
  const PltScript *script;
  const PltScriptImportOptions *options;
  PltImportPlan *result;
  PltImportCounts *counts; /* of the result, as the batch */
  PltFacts *facts;
  PltStoredScript *stored; /* (nullable): the last version */
  PltBatch *batch;
  PltScript *remarks;      /* holds those of the merge */
  GArray *old_sketches;    /* PltSceneSketch, by row that is there */
  GArray *new_sketches;    /* by scene of the draft */
  GArray *rows;            /* PltPlanRow: those there by position, then the new ones by scene */
  GArray *order;           /* guint: rows as they will stand */
  gint *row_of;            /* by scene of the draft */
  GHashTable *sets;        /* "parent id|folded name" -> gint64 of a set */
  GHashTable *occurrences; /* "sequence|element" -> PltOccurrenceFacts, NULL for one to be made */
  GHashTable *opened;      /* PltBoxFacts that are not empty any more */
  GHashTable *claimed;     /* "paragraph|element" -> tagged words of it */
  GHashTable *elements;    /* "category|folded name" -> gint64 of an element */
  gint64 role_category;
  guint given_tags;  /* tagged words that the file gave */
  GArray *block_ids; /* gint64: by paragraph of the draft, row or handle */
  gint64 version;    /* handle of script_version */
  gboolean first;    /* no script before */
  gboolean in_place; /* the last version itself is read otherwise */
} PltScriptPlan;

static inline PltPlanRow *
plt_plan_row (const PltScriptPlan *self, guint i)
{
  return &g_array_index (self->rows, PltPlanRow, i);
}

static inline const PltScene *
plt_plan_new_scene (const PltScriptPlan *self, const PltPlanRow *row)
{
  return row->new_scene < 0 ? NULL : g_ptr_array_index (self->script->scenes, row->new_scene);
}

static inline const PltScene *
plt_plan_old_scene (const PltScriptPlan *self, const PltPlanRow *row)
{
  return row->old_scene < 0 ? NULL
                            : g_ptr_array_index (self->stored->script->scenes, row->old_scene);
}

/* plt-script-batch-rows.c: which row is which scene, and their order */
gboolean plt_plan_match_rows (PltScriptPlan *self, GError **error);
void plt_plan_order_rows (PltScriptPlan *self);

/* plt-script-batch-numbers.c */
void plt_plan_number_rows (PltScriptPlan *self);

/* plt-script-batch-sequences.c: sets and séquences */
void plt_plan_write_sequences (PltScriptPlan *self);

/* plt-script-batch.c: the whole. `prepare` gives the draft (transfer full) once the production is
 * read. */
typedef PltScript *(*PltPlanScript) (PltScriptPlan *self, gpointer data, GError **error);
PltImportPlan *plt_plan_make (PltStore *store,
                              const PltScriptImportOptions *options,
                              PltPlanScript prepare,
                              gpointer data,
                              GError **error);

/* plt-script-batch-text.c: the version and its paragraphs */
gboolean plt_plan_write_text (PltScriptPlan *self, GError **error);
void plt_plan_rewrite_text (PltScriptPlan *self);
void plt_plan_write_remarks (PltScriptPlan *self);

/* plt-script-batch-corrections.c */
/* `script` (transfer full) as the user corrected earlier ones */
PltScript *plt_plan_correct (PltScriptPlan *self, PltScript *script, GError **error);
/* Séquences that only a wrong reading made, and that nobody worked on, go. */
gboolean plt_plan_drop_mistaken (PltScriptPlan *self, GError **error);

/* plt-script-batch-entries.c: what is told of it */
void plt_plan_find_moved (PltScriptPlan *self);
void plt_plan_write_entries (PltScriptPlan *self);

/* plt-script-batch-elements.c: who and what is where */
gboolean plt_plan_occurs (const PltScriptPlan *self, gint64 sequence, gint64 element);
/* (nullable): of the production as it is */
const PltOccurrenceFacts *
plt_plan_find_occurrence (const PltScriptPlan *self, gint64 sequence, gint64 element);
/* Following sets of the batch go to it. */
void
plt_plan_add_occurrence (PltScriptPlan *self, gint64 sequence, gint64 element, gint64 category);
/* As it is in `from`, where it is missing in `sequence`. */
gboolean plt_plan_carry_occurrence (
    PltScriptPlan *self, gint64 from, gint64 sequence, gint64 element, GError **error);
/* 0 without one */
gint64 plt_plan_find_element (const PltScriptPlan *self, gint64 category, const char *name);
void
plt_plan_remember_element (PltScriptPlan *self, gint64 category, const char *name, gint64 element);
gboolean plt_plan_write_elements (PltScriptPlan *self, GError **error);

/* plt-script-batch-tags.c */
gboolean plt_plan_write_tags (PltScriptPlan *self, GError **error);

/* plt-script-batch-given.c: elements that the file itself names */
gboolean plt_plan_claim_tag (
    PltScriptPlan *self, guint paragraph, guint start, guint length, gint64 element);
void plt_plan_write_given (PltScriptPlan *self);

/* plt-script-batch-roles.c */
gboolean plt_plan_write_roles (PltScriptPlan *self, GError **error);

G_END_DECLS
